//! Fear that travels: reciprocal fear, which tips, and private costs, through which it multiplies.
//!
//! What was done in the last round is public. Everybody answers it with what now pays more by its own table, until
//! nothing changes. In the first game all share one table, so fear either stays where it was or takes everybody; in the
//! second each has a cost of its own, and every actor that arms frightens the next.

use theory::luck::Purpose;

use super::{Draws, Estimate, Flip, Size, locate};
use crate::named::words;

const RECIPROCAL: u32 = 3;
const MULTIPLIER: u32 = 4;

/// Shares of two sides that strike once fear of one another has run its course; each actor meets one of the other side.
///
/// `exogenous`: chances in [0, 1] that an actor of either side strikes whatever it expects. All others restrain
/// themselves until striking pays more: restraint is worth 1 if mutual and −`struck` (L ≥ 0) if struck, a first strike
/// 1 − `advantage` (h ≥ 0), both striking 0 (after Schelling 1960, *The Strategy of Conflict*, ch. 9).
pub fn strikes(advantage: f64, struck: f64, exogenous: [f64; 2], size: Size) -> [f64; 2] {
    let draws = Draws { seed: size.seed, game: RECIPROCAL, population: 0 };
    Sides::drawn(draws, size.actors).settle(advantage, struck, exogenous)
}

/// Two sides: actor i strikes of itself where its number is below the chance for its side.
struct Sides([Vec<f64>; 2]);

impl Sides {
    fn drawn(draws: Draws, actors: usize) -> Sides {
        Sides([draws.uniforms(Purpose::Motive, actors), draws.uniforms(Purpose::War, actors)])
    }

    fn settle(&self, advantage: f64, struck: f64, exogenous: [f64; 2]) -> [f64; 2] {
        let own = [0, 1].map(|k| {
            let side = &self.0[k];
            side.iter().filter(|&&u| u < exogenous[k]).count() as f64 / side.len().max(1) as f64
        });
        // Striking pays more where the other side strikes in this share of meetings.
        let frightened = |seen: f64| (1.0 - seen) * (1.0 - advantage) > (1.0 - seen) - seen * struck;
        // A side once frightened stays so, hence three rounds are enough for fear to go there and back.
        let answer = |now: [f64; 2]| [0, 1].map(|k| if frightened(now[1 - k]) { 1.0 } else { own[k] });
        answer(answer(answer(own)))
    }
}

/// The chance that one side strikes of itself, at which both end up striking, beside q* = h/(h+L) on paper.
///
/// The other side would never strike first. Arguments as in [`strikes`].
pub fn reciprocal(advantage: f64, struck: f64, size: Size) -> Option<Flip> {
    let make = |draws| Sides::drawn(draws, size.actors);
    let turned = |sides: &Sides, chance: f64| sides.settle(advantage, struck, [chance, 0.0]) == [1.0, 1.0];
    let simulated = locate(RECIPROCAL, size, [0.0, 1.0], make, turned)?;
    let primitive =
        words("chance of an unprovoked strike at which everybody strikes", "无端动手的概率达到多大时人人动手");
    Some(Flip { game: "reciprocal-fear", primitive, closed: advantage / (advantage + struck), simulated })
}

/// Costs of arming in a population, ascending, as shares of the largest.
fn costs(draws: Draws, actors: usize) -> Vec<f64> {
    let mut costs = draws.uniforms(Purpose::Parameter, actors);
    costs.sort_by(f64::total_cmp);
    costs
}

/// How many of these costs are borne in the end, where at first nobody arms.
fn armed(costs: &[f64], gain: f64, harm: f64, largest: f64) -> f64 {
    let n = costs.len() as f64;
    let mut count = 0;
    loop {
        let seen = count as f64 / n;
        // Against the unarmed, arms gain μ; against the armed, they spare d; they cost c in either case.
        let pays = |c: &f64| (1.0 - seen) * (gain - c * largest) + seen * (-c * largest) > -seen * harm;
        let next = costs.partition_point(pays);
        if next <= count {
            return count as f64 / n;
        }
        count = next;
    }
}

/// Share that arms in the end: μ/(c̄ − d + μ) on paper, and 1 where d ≥ c̄ (after Baliga & Sjöström 2004, *Review of
/// Economic Studies* 71, 351–369, with uniform costs).
///
/// `gain` μ from arming alone, `harm` d > μ from being unarmed before arms, costs drawn evenly from [0, `largest`] (c̄),
/// all in one unit.
pub fn armed_share(gain: f64, harm: f64, largest: f64, size: Size) -> Option<Estimate> {
    let one = |population| {
        let draws = Draws { seed: size.seed, game: MULTIPLIER, population };
        armed(&costs(draws, size.actors), gain, harm, largest)
    };
    let shares: Vec<f64> = (0..size.populations).map(one).collect();
    if size.actors == 0 { None } else { Estimate::of(&shares) }
}

/// The harm d at which half of the population arms: c̄ − μ on paper, where P(arm) = μ/(c̄ − d + μ) is one half.
///
/// Arguments as in [`armed_share`]; `gain` must be under half of `largest`, or half arm without any fear.
pub fn multiplier(gain: f64, largest: f64, size: Size) -> Option<Flip> {
    let make = |draws| costs(draws, size.actors);
    let turned = |costs: &Vec<f64>, harm: f64| armed(costs, gain, harm, largest) >= 0.5;
    let simulated = locate(MULTIPLIER, size, [gain, 2.0 * largest], make, turned)?;
    let primitive =
        words("loss of one who is alone unarmed, from which on half arm", "单独未扩军的损失达到多大时，半数行为体扩军");
    Some(Flip { game: "fear-multiplier", primitive, closed: largest - gain, simulated })
}
