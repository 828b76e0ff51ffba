//! The kernel itself: pairs of benign equals run by the simulator, and the game of trust that sits inside it.
//!
//! Whether mistrust grows depends, at a given effort x, on a straight line in mistrust μ: what the other is seen to do
//! less what would still pass for benign, D(μ) = need² − e^g·expected². It is under zero at μ = 0 and, while empathy is
//! short, over zero at μ = 1. So is what defecting gains over cooperating in a game of trust. Put R − T = −D(0) and
//! P − S = D(1), and the two cross zero at the same place: the basin boundary μ* of P4 is 1 − m (docs/model.md §5).

use theory::belief::expected_need_squared;
use theory::closed_form::critical_empathy;
use theory::course::Course;
use theory::luck::{Purpose, normal_quantile};
use theory::real::{Real, exp, logit};
use theory::self_help::{need_squared, threat, weight};
use theory::step::{Instructions, Stretch, advance};
use theory::world::{Conduct, IssueTerms, LANES, Ledger, OutputPath, Physics, Reading, Terms, World};

use super::{Draws, Estimate, Flip, Size, locate};
use crate::named::words;

const GAME: u32 = 8;
/// Years after which a pair has come to rest in trust or in suspicion, and steps per year.
const YEARS: u32 = 80;
const STEPS: u32 = 12;
/// Effort follows need at this speed per year, beliefs at a tenth of it: P4 speaks of effort at its need.
const ADJUSTMENT: f64 = 6.0;
/// 1/s: how clearly effort is seen, per log and √year.
const CLARITY: f64 = 2.0;

/// Where a pair begins.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Start {
    /// Log-odds of mistrust of either side.
    pub log_odds: [f64; 2],
    /// g > 0 of either side, logs.
    pub greed_excess: f64,
}

/// Two benign Bayesian equals in one issue, without restraint, forgetting or bias (model §1).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// x0 > 0, effort unit.
    pub baseline: f64,
    /// K > 0, effort unit.
    pub responsiveness: f64,
    /// r = (1−α)R > 0, per year.
    pub reach: f64,
    /// ε in [0, 1].
    pub empathy: f64,
    /// g > 0, logs.
    pub greed_excess: f64,
}

impl Pair {
    /// x0 = 1, K = 5, r = 1 per year, ε = 0.5, g = 0.5.
    pub fn worked() -> Pair {
        Pair { baseline: 1.0, responsiveness: 5.0, reach: 1.0, empathy: 0.5, greed_excess: 0.5 }
    }

    /// D at effort x of both: square of what a benign other needs whose mistrust is `theirs`, less e^g times the square
    /// of what one expects of it whose `own` mistrust is all one has to imagine theirs by (K3, K6).
    ///
    /// In squared effort units. Over 0, effort at its need is bad news about the other.
    pub fn alarm(&self, own: f64, theirs: f64, effort: f64) -> f64 {
        let fear = |mistrust| threat(self.reach, weight(0.0, 1.0, mistrust)) * effort;
        let (x0, k) = (self.baseline, self.responsiveness);
        let expected = expected_need_squared(x0, k, fear(theirs), fear(theirs), self.empathy * fear(own), 1.0);
        need_squared(x0, k, fear(theirs), 1.0) - exp(self.greed_excess) * expected
    }

    /// The game of trust at effort x, as T, R, P, S: R − T is the room that baseline effort leaves under alarm where
    /// nobody is feared, P − S the alarm where everybody is taken for greedy; in squared effort units.
    pub fn game_of_trust(&self, effort: f64) -> [f64; 4] {
        [0.0, -self.alarm(0.0, 0.0, effort), self.alarm(1.0, 1.0, effort), 0.0]
    }

    /// Effort on the need curve of two equals of this mistrust: x = [Krμ + √((Krμ)² + 4x0²)]/2.
    pub fn settled_effort(&self, mistrust: f64) -> f64 {
        let b = self.responsiveness * self.reach * mistrust;
        0.5 * (b + (b * b + 4.0 * self.baseline * self.baseline).sqrt())
    }

    /// The boundary where it meets the need curve: μ* = (x0/Kr)·(e^g − 1)/√(e^g (1−ε)(1−εe^g)).
    ///
    /// P4 gives μ* at a stated effort; here the effort is the one that mistrust itself brings about. `None` where
    /// ε ≥ e^(−g): no mistrust is enough. May exceed 1: then mistrust fades from anywhere.
    pub fn settled_boundary(&self) -> Option<f64> {
        let e = exp(self.greed_excess);
        let opening = 1.0 - self.empathy * e;
        let scale = self.baseline / (self.responsiveness * self.reach);
        (opening > 0.0).then(|| scale * (e - 1.0) / (e * (1.0 - self.empathy) * opening).sqrt())
    }

    /// Which pairs end in suspicion, run by the simulator from these starts; with the noise of observation if a seed is
    /// given. The greed excess of a start stands in place of the pair's own.
    pub fn ends_in_suspicion(&self, starts: &[Start], noise: Option<u64>) -> Vec<bool> {
        let blocks = starts.chunks(LANES).enumerate();
        blocks.flat_map(|(k, block)| self.run(block, noise, (k * LANES) as u32).into_iter().take(block.len())).collect()
    }

    fn run(&self, starts: &[Start], seed: Option<u64>, replication: u32) -> [bool; LANES] {
        let idle = Start { log_odds: [0.0; 2], greed_excess: self.greed_excess };
        let starts: [Start; LANES] = std::array::from_fn(|l| starts.get(l).copied().unwrap_or(idle));
        let terms = self.terms(&starts);
        // Each side begins at the effort it needs against the other's: a contraction with modulus ½ in logs.
        let effort = starts.map(|start| self.needs(start.log_odds.map(Real::sigmoid)));
        let sides = [0, 1].map(|side| effort.map(|x| x[side]));
        let mut world = World::begin(&terms, &[sides.to_vec()]);
        let mut course = Course::begin(&terms, &world, false);
        let stretch = Stretch { first: 0, count: YEARS * STEPS, dt: 1.0 / f64::from(STEPS), seed, replication };
        let (mut readings, mut ledgers) = ([Reading::new(2)], [Ledger::new(2)]);
        advance(&terms, &mut course, &mut world, &mut readings, &mut ledgers, stretch, Instructions::Widest);
        let mut sums = [0.0; LANES];
        for odds in world.issues.iter().flat_map(|issue| issue.log_odds.get(1..3)).flatten() {
            sums.iter_mut().zip(odds).for_each(|(sum, l)| *sum += l);
        }
        sums.map(|sum| sum > 0.0)
    }

    fn needs(&self, mistrust: [f64; 2]) -> [f64; 2] {
        let mut x = [self.baseline; 2];
        for _ in 0..60 {
            let need = |i: usize, other: f64| {
                need_squared(self.baseline, self.responsiveness, threat(self.reach, mistrust[i]) * other, 1.0).sqrt()
            };
            x = [need(0, x[1]), need(1, x[0])];
        }
        x
    }

    /// Pairs in the terms of the kernel, one a lane.
    fn terms(&self, starts: &[Start; LANES]) -> Terms<LANES> {
        let actors = |v: f64| vec![[v; LANES]; 2];
        let pairs = |v: f64| vec![[v; LANES]; 4];
        let side = |k: usize| starts.map(|start| start.log_odds[k]);
        let issue = IssueTerms {
            luck_id: GAME,
            baseline: actors(self.baseline),
            responsiveness: actors(self.responsiveness),
            output: vec![OutputPath::default(); 2],
            greedy: actors(0.0),
            greed_excess: vec![starts.map(|start| start.greed_excess); 2],
            log_cap: actors(40.0),
            push: actors(0.0),
            shown: actors(0.0),
            told: Vec::new(),
            circle: vec![0; 2],
            reach: pairs(self.reach),
            clarity: pairs(CLARITY),
            prior: vec![[0.0; LANES], side(0), side(1), [0.0; LANES]],
            adjustment: [ADJUSTMENT; LANES],
            shock: [0.0; LANES],
            first_strike: [0.0; LANES],
            conduct: Conduct::usual(2),
            physics: Physics::default(),
        };
        Terms {
            actors: 2,
            luck_ids: vec![1, 2],
            floor: actors(0.0),
            slope: actors(1.0),
            learning: actors(1.0),
            care: actors(0.0),
            foresight: actors(0.0),
            negativity: actors(1.0),
            misperception: actors(0.0),
            forgetting: actors(0.0),
            empathy: pairs(self.empathy),
            issues: vec![issue],
            spillovers: Vec::new(),
            nodes: Vec::new(),
            remedies: Vec::new(),
        }
    }
}

/// Share of suspicious ends, as yes or no for each pair.
fn share(ends: &[bool]) -> f64 {
    ends.iter().filter(|&&end| end).count() as f64 / ends.len().max(1) as f64
}

/// The starting mistrust from which half of the pairs end in suspicion, beside the boundary on the need curve.
///
/// Each side of a pair starts from log-odds of its own, normal about the common centre with standard deviation `spread`;
/// observation is free of noise. `None` where empathy is critical or the boundary is over 0.999.
pub fn flip(pair: Pair, spread: f64, size: Size) -> Option<Flip> {
    let closed = pair.settled_boundary()?;
    let make = |draws: Draws| {
        let normals = draws.uniforms(Purpose::Motive, 2 * size.actors);
        normals.chunks_exact(2).map(|u| [0, 1].map(|k| spread * normal_quantile(u[k]))).collect()
    };
    let turned = |sides: &Vec<[f64; 2]>, centre: f64| {
        let start = |s: &[f64; 2]| Start { log_odds: s.map(|s| logit(centre) + s), greed_excess: pair.greed_excess };
        share(&pair.ends_in_suspicion(&sides.iter().map(start).collect::<Vec<_>>(), None)) >= 0.5
    };
    let simulated = locate(GAME, size, [0.001, 0.999], make, turned)?;
    let primitive =
        words("starting mistrust from which half of the pairs end in suspicion", "半数行为体对终陷猜疑的初始猜疑");
    Some(Flip { game: "kernel", primitive, closed, simulated })
}

/// The empathy from which on half of the pairs leave suspicion, beside the critical empathy e^(−g) of P3, x0 → 0.
///
/// Everybody starts undecided (μ = ½) at the effort it needs; every pair has a greed excess of its own, normal about
/// that of `pair` with standard deviation `spread`, which must be small beside it. Empathy and baseline of `pair` play
/// no part: the baseline is a millionth of responsiveness.
pub fn empathy_flip(pair: Pair, spread: f64, size: Size) -> Option<Flip> {
    let pair = Pair { baseline: 1e-6 * pair.responsiveness, ..pair };
    let make = |draws: Draws| -> Vec<Start> {
        let normals = draws.uniforms(Purpose::Parameter, size.actors).into_iter().map(normal_quantile);
        normals.map(|z| Start { log_odds: [0.0; 2], greed_excess: pair.greed_excess + spread * z }).collect()
    };
    let turned =
        |starts: &Vec<Start>, empathy: f64| share(&Pair { empathy, ..pair }.ends_in_suspicion(starts, None)) < 0.5;
    let simulated = locate(GAME, size, [0.0, 1.0], make, turned)?;
    let primitive = words("empathy from which on half of the pairs leave suspicion", "半数行为体对得以走出猜疑的共情");
    Some(Flip { game: "kernel", primitive, closed: critical_empathy(2, pair.greed_excess), simulated })
}

/// Share of pairs that end in suspicion where each side starts at exactly this mistrust, in (0, 1), and observation is
/// as noisy as K8 has it.
pub fn suspicious_share(pair: Pair, mistrust: f64, size: Size) -> Option<Estimate> {
    let start = Start { log_odds: [logit(mistrust); 2], greed_excess: pair.greed_excess };
    let starts = vec![start; size.actors];
    let one = |population: u32| share(&pair.ends_in_suspicion(&starts, Some(size.seed + u64::from(population))));
    Estimate::of(&(0..size.populations).map(one).collect::<Vec<_>>())
}
