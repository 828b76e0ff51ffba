//! Simulated populations beside the closed forms: does a crowd of actors turn where the paper says it turns?
//!
//! Nobody in a population knows the threshold. Motives, costs, shocks and whom one meets are drawn by name
//! (`theory::luck`); actors go by what they were paid, by what they saw others do, or by the kernel's own beliefs; a
//! primitive of the game is moved until most of them act otherwise. That place is found in each of several
//! populations, each with its own luck, and their mean has a standard error to be judged by.
//!
//! | module | games (ids) |
//! |---|---|
//! | [`assurance`] | `assurance`: trust learnt from what cooperation and defection paid |
//! | [`reassurance`] | `reassurance`: all eight plans for two rounds, against those one has met |
//! | [`fear`] | `reciprocal-fear`, `fear-multiplier`: alarm travelling through a population |
//! | [`risk`] | `strategic-risk`: one cutoff for all, from what it pays at the edge |
//! | [`insurance`] | `mutual-insurance`: lives of random waves, with help and without |
//! | [`collective`] | `collective-risk`: groups that may lose everything, and people who copy what pays (no turn in closed form) |
//! | [`mistrust`] | `kernel`: pairs of states run by the simulator, and the game of trust inside it |
//! | [`watching`] | how long it takes to know the other by its conduct |

pub mod assurance;
pub mod collective;
pub mod fear;
pub mod insurance;
pub mod mistrust;
pub mod reassurance;
pub mod risk;
pub mod watching;

use theory::luck::{Luck, Purpose};
use theory::world::LANES;

use crate::named::Words;
use crate::said::{Said, say};

/// Halvings in the search for a turn: a range is narrowed to a 65,000th of it, far below any standard error here.
const HALVINGS: u32 = 16;

/// Where a population turns, on paper and in the simulation.
#[derive(Clone, Debug, PartialEq)]
pub struct Flip {
    /// Name of the game.
    pub game: &'static str,
    /// The primitive that was moved, and what turns.
    pub primitive: Words,
    /// Where the closed form puts the turn, in the unit of the primitive.
    pub closed: f64,
    /// Where the populations turned: their mean, in the same unit, with its standard error.
    pub simulated: Estimate,
}

/// A mean over populations.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The mean.
    pub mean: f64,
    /// Its standard error: standard deviation among populations over the square root of their number.
    pub error: f64,
}

/// How large an experiment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Independent populations, at least 2.
    pub populations: u32,
    /// Actors (pairs, lives) in each, at least 1.
    pub actors: usize,
    /// Seed of all luck.
    pub seed: u64,
}

impl Flip {
    /// Whether simulation and closed form are within four standard errors of each other.
    pub fn agrees(&self) -> bool {
        self.simulated.is_near(self.closed)
    }

    /// How many standard errors simulation and closed form are apart: 0 where they are the same, infinite where they
    /// differ without any error.
    pub fn apart(&self) -> f64 {
        let apart = (self.simulated.mean - self.closed).abs();
        if apart == 0.0 { 0.0 } else { apart / self.simulated.error }
    }
}

impl Estimate {
    /// Mean and standard error of these; `None` of fewer than two.
    pub fn of(values: &[f64]) -> Option<Estimate> {
        if values.len() < 2 {
            return None;
        }
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let square = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>() / (n - 1.0);
        Some(Estimate { mean, error: (square / n).sqrt() })
    }

    /// Whether a value is within four standard errors (by chance alone it is not in 6 of 100,000 cases).
    pub fn is_near(&self, value: f64) -> bool {
        (self.mean - value).abs() <= 4.0 * self.error
    }
}

/// The games that have a population: their ids.
pub const IDS: &[&str] =
    &["assurance", "reassurance", "reciprocal-fear", "fear-multiplier", "strategic-risk", "mutual-insurance", "kernel"];

/// Payoffs T, R, P, S of the trustworthy and of the untrustworthy in the worked examples, and trust.
const GOOD: [f64; 4] = [3.0, 4.0, 2.0, 0.0];
const BAD: [f64; 4] = [4.0, 3.0, 2.0, 0.0];
const TRUST: f64 = 0.3;

/// Reciprocal fear: what striking alone costs against mutual restraint, loss when struck. Contagion of fear: gain from arming, highest cost.
const FEAR: [f64; 2] = [0.2, 1.0];
const CONTAGION: [f64; 2] = [0.05, 1.0];

/// The primitives of a game's worked example, in words; `None` for a game that has no population.
pub fn example(game: &str) -> Option<Said> {
    let list = |values: [f64; 4]| values.map(|v| v.to_string()).join(", ");
    let [good, bad] = [list(GOOD), list(BAD)];
    let (i, r) = (insurance::Insurance::worked(), risk::StrategicRisk::worked());
    let text = match game {
        "assurance" => say(format!("T, R, P, S = {good}"), format!("T、R、P、S = {good}")),
        "reassurance" => say(
            format!("T, R, P, S = {good} of the trustworthy, {bad} of the untrustworthy; trust {TRUST}"),
            format!("可信者T、R、P、S = {good}，不可信者{bad}；信任{TRUST}"),
        ),
        "reciprocal-fear" => say(
            format!("striking alone costs {}, being struck {}", FEAR[0], FEAR[1]),
            format!("单独动手的损失{}，遭袭的损失{}", FEAR[0], FEAR[1]),
        ),
        "fear-multiplier" => say(
            format!(
                "gain {}, highest cost {}; the loss of one who is alone unarmed is varied",
                CONTAGION[0], CONTAGION[1]
            ),
            format!("单独扩军的所得{}，最高成本{}；变动的是单独未扩军的损失", CONTAGION[0], CONTAGION[1]),
        ),
        "strategic-risk" => say(
            format!("T, P, S = {}, {}, {}; noise {}", r.temptation, r.punishment, r.sucker, r.noise),
            format!("T、P、S = {}, {}, {}；噪声{}", r.temptation, r.punishment, r.sucker, r.noise),
        ),
        "mutual-insurance" => say(
            format!(
                "cost {}, benefit {}, mistrust {}; discount {} a period, a wave with chance {} a period, correlated {}: the wait for the next wave is part of the discount",
                i.cost, i.benefit, i.mistrust, i.discount, i.wave, i.correlation
            ),
            format!(
                "成本{}，收益{}，猜疑{}；每期贴现{}，每期受冲击概率{}，相关系数{}：等待下一次冲击的时间计入贴现",
                i.cost, i.benefit, i.mistrust, i.discount, i.wave, i.correlation
            ),
        ),
        _ => return None,
    };
    Some(text)
}

/// The turns of a game at the primitives of its worked example; empty for a game that has no population.
///
/// Each takes a few seconds at most.
pub fn of(game: &str, seed: u64) -> Vec<Flip> {
    let size = |populations, actors| Size { populations, actors, seed };
    let insurance = insurance::Insurance::worked();
    let flips = match game {
        "assurance" => vec![assurance::flip(GOOD, 300, size(24, 800))],
        "reassurance" => vec![
            reassurance::smallest_step(BAD, TRUST, 200, size(30, 800)),
            reassurance::largest_step(GOOD, TRUST, 200, size(30, 800)),
        ],
        "reciprocal-fear" => vec![fear::reciprocal(FEAR[0], FEAR[1], size(40, 10_000))],
        "fear-multiplier" => vec![fear::multiplier(CONTAGION[0], CONTAGION[1], size(20, 100_000))],
        "strategic-risk" => vec![risk::flip(risk::StrategicRisk::worked(), size(20, 80_000))],
        "mutual-insurance" => {
            vec![insurance.mistrust_flip(size(20, 500)), insurance.discount_flip(size(20, 500))]
        }
        "kernel" => {
            let pair = mistrust::Pair::worked();
            vec![mistrust::flip(pair, 0.1, size(12, 32)), mistrust::empathy_flip(pair, 0.02, size(12, 32))]
        }
        _ => Vec::new(),
    };
    flips.into_iter().flatten().collect()
}

/// The luck of one population in one game.
#[derive(Clone, Copy, Debug)]
struct Draws {
    seed: u64,
    game: u32,
    population: u32,
}

impl Draws {
    /// `count` uniforms in (0, 1) for this purpose, the same each time.
    fn uniforms(&self, purpose: Purpose, count: usize) -> Vec<f64> {
        let luck = Luck::new(self.seed, purpose, self.game);
        let mut out = Vec::with_capacity(count + 2 * LANES);
        while out.len() < count {
            // A block yields two words a lane; its first counter is how many lanes came before.
            let lanes = luck.uniforms::<LANES>((out.len() / 2) as u32, self.population, 0, 0);
            lanes.iter().for_each(|word| out.extend_from_slice(word));
        }
        out.truncate(count);
        out
    }
}

/// The place in `range` where populations turn: `turned` must be false at its lower end and true at its upper.
///
/// `make` draws a population once; its luck stays the same while the primitive moves, so that each has one place.
/// `None` where one does not turn within the range, or there are fewer than two.
fn locate<P>(
    game: u32,
    size: Size,
    range: [f64; 2],
    make: impl Fn(Draws) -> P,
    turned: impl Fn(&P, f64) -> bool,
) -> Option<Estimate> {
    if size.actors == 0 {
        return None;
    }
    let place = |population: u32| {
        let people = make(Draws { seed: size.seed, game, population });
        let [mut low, mut high] = range;
        if turned(&people, low) || !turned(&people, high) {
            return None;
        }
        for _ in 0..HALVINGS {
            let middle = 0.5 * (low + high);
            if turned(&people, middle) { high = middle } else { low = middle }
        }
        Some(0.5 * (low + high))
    };
    let places: Option<Vec<f64>> = (0..size.populations).map(place).collect();
    Estimate::of(&places?)
}
