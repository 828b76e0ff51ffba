//! Strategic risk: nobody doubts the other's motive, only what the other has seen.
//!
//! Mutual cooperation is worth θ, of which each side sees its own slightly wrong reading θ + ε·U[−1, 1] and cooperates
//! where that reading is over a cutoff. Who reads exactly the cutoff should be indifferent. The population tries a
//! cutoff, counts what cooperation and defection paid those who stood at its edge, and moves it (Carlsson & van Damme
//! 1993, *Econometrica* 61, 989–1018).

use theory::luck::Purpose;

use super::{Draws, Flip, Size, locate};
use crate::named::words;

const GAME: u32 = 5;

/// Payoffs besides θ, and how well θ is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StrategicRisk {
    /// T: defecting against a cooperator.
    pub temptation: f64,
    /// P: both defect.
    pub punishment: f64,
    /// S: cooperating alone.
    pub sucker: f64,
    /// ε > 0: largest error of a reading, in the unit of payoffs.
    pub noise: f64,
}

impl StrategicRisk {
    /// T = 1, P = 0, S = −2, ε = 0.1.
    pub fn worked() -> StrategicRisk {
        StrategicRisk { temptation: 1.0, punishment: 0.0, sucker: -2.0, noise: 0.1 }
    }

    /// Mean gain from cooperating over those who read exactly the cutoff, met with others who follow it.
    fn gain(&self, errors: &[(f64, f64)], cutoff: f64) -> f64 {
        let one = |&(mine, theirs): &(f64, f64)| {
            // θ has no favourite value, so what I read says that θ is my reading less my error.
            let worth = cutoff - self.noise * mine;
            let other_cooperates = worth + self.noise * theirs >= cutoff;
            if other_cooperates { worth - self.temptation } else { self.sucker - self.punishment }
        };
        errors.iter().map(one).sum::<f64>() / errors.len() as f64
    }
}

/// The cutoff at whose edge cooperation begins to pay, beside θ* = T + P − S − ε/3 on paper.
///
/// `size.actors` is the number of meetings at the edge in each population.
pub fn flip(game: StrategicRisk, size: Size) -> Option<Flip> {
    let error = |u: &f64| 2.0 * u - 1.0;
    let make = |draws: Draws| -> Vec<(f64, f64)> {
        let [mine, theirs] = [Purpose::Reading, Purpose::Analysis].map(|p| draws.uniforms(p, size.actors));
        mine.iter().map(error).zip(theirs.iter().map(error)).collect()
    };
    let reach = game.temptation.abs() + game.punishment.abs() + game.sucker.abs() + game.noise;
    let range = [-2.0 * reach, 2.0 * reach];
    let simulated = locate(GAME, size, range, make, |errors, cutoff| game.gain(errors, cutoff) >= 0.0)?;
    let closed = game.temptation + game.punishment - game.sucker - game.noise / 3.0;
    let primitive = words("value of cooperation at which it is dared", "合作的价值达到多大时才敢合作");
    Some(Flip { game: "strategic-risk", primitive, closed, simulated })
}
