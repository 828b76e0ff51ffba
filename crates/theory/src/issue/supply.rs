//! Medicine made in a few countries and needed in all: how much of what a country makes it keeps, and who gets the rest (model §6).
//!
//! Effort x is hoarding. A country's *fair* part of what the world makes in a step is in proportion to its need; of what it makes
//! over that part it keeps x/(1+x) and lets the rest go, so x → 0 is an allocation by need and x → ∞ is autarky.

use crate::real::{exp, ln};
use crate::security::mistrust;

/// Something that is made.
#[derive(Clone, Debug)]
pub struct Good<const L: usize> {
    /// Made per year once production is in full swing, actors.
    pub capacity: Vec<[f64; L]>,
    /// Years after the start when production begins.
    pub from: [f64; L],
    /// Years until full swing.
    pub ramp: [f64; L],
}

impl<const L: usize> Good<L> {
    /// Made per year by each actor at `time`.
    #[inline(always)]
    pub fn rate(&self, i: usize, time: f64) -> [f64; L] {
        let capacity = &self.capacity[i];
        std::array::from_fn(|l| {
            let since = time - self.from[l];
            let share = if since < 0.0 {
                0.0
            } else if self.ramp[l] > 0.0 {
                (since / self.ramp[l]).min(1.0)
            } else {
                1.0
            };
            capacity[l] * share
        })
    }
}

/// What sharing out looks at, one value per actor, or per pair where so said.
#[derive(Clone, Copy, Debug)]
pub struct Shares<'a, const L: usize> {
    /// Made in this step.
    pub made: &'a [[f64; L]],
    /// Needed.
    pub need: &'a [[f64; L]],
    /// x/(1+x): what is kept of a surplus.
    pub kept: &'a [[f64; L]],
    /// Part of a surplus that goes to the common pool before anything is kept.
    pub pooled: &'a [[f64; L]],
    /// Log-odds of the mistrust of j in i, pairs (j, i): j likes to sell to i as (1 − μ_ji)^politics. Everybody alike if empty.
    pub log_odds: &'a [[f64; L]],
    /// How much a seller looks at whom it sells to.
    pub politics: [f64; L],
    /// Whether only whole units can be sent.
    pub whole: bool,
}

/// Who made, sent and got how much in a step, actors.
#[derive(Clone, Debug, Default)]
pub struct Parcels<const L: usize> {
    /// Sent abroad.
    pub sent: Vec<[f64; L]>,
    /// Got from abroad.
    pub got: Vec<[f64; L]>,
    /// Kept over the fair part.
    pub withheld: Vec<[f64; L]>,
}

/// Shares out what was made in a step: what is sent is got, to the last unit.
///
/// A country short of its fair part is in *deficit*. The pool serves deficits in proportion; a bilateral seller serves those it likes more
/// first, in proportion to liking × deficit. What cannot be split into whole units stays with whoever made it.
#[inline(always)]
pub fn share_out<const L: usize>(shares: Shares<'_, L>) -> Parcels<L> {
    let n = shares.made.len();
    let zero = vec![[0.0; L]; n];
    let mut parcels = Parcels { sent: zero.clone(), got: zero.clone(), withheld: zero.clone() };
    let total = |lanes: &[[f64; L]]| -> [f64; L] { std::array::from_fn(|l| lanes.iter().map(|x| x[l]).sum()) };
    let (all_made, all_need) = (total(shares.made), total(shares.need));
    let mut over = zero.clone();
    let mut deficit = zero.clone();
    for i in 0..n {
        for l in 0..L {
            let fair = if all_need[l] > 0.0 { all_made[l] * (shares.need[i][l] / all_need[l]) } else { 0.0 };
            over[i][l] = (shares.made[i][l] - fair).max(0.0);
            deficit[i][l] = (fair - shares.made[i][l]).max(0.0);
        }
    }
    let short = total(&deficit);
    let mut liked = vec![[1.0; L]; n];
    for j in (0..n).filter(|&j| over[j] != [0.0; L]) {
        let mut free = [0.0; L];
        let mut pool = [0.0; L];
        for l in 0..L {
            let pledged = over[j][l] * shares.pooled[j][l];
            let rest = over[j][l] - pledged;
            let held = if short[l] > 0.0 { rest * shares.kept[j][l] } else { over[j][l] };
            parcels.withheld[j][l] = held;
            pool[l] = if short[l] > 0.0 { pledged / short[l] } else { 0.0 };
            free[l] = rest - rest * shares.kept[j][l];
        }
        if shares.politics != [0.0; L] && !shares.log_odds.is_empty() {
            for i in (0..n).filter(|&i| deficit[i] != [0.0; L]) {
                let log_odds = &shares.log_odds[j * n + i];
                for l in 0..L {
                    liked[i][l] = exp(shares.politics[l] * ln((1.0 - mistrust(log_odds[l])).max(1e-300)));
                }
            }
        }
        send(shares.whole, &mut parcels, &deficit, &liked, j, &free, &pool);
    }
    parcels
}

/// Sends what actor `j` lets go: `free` to whom it likes, `pool` per unit of deficit to all.
#[inline(always)]
fn send<const L: usize>(
    whole: bool,
    parcels: &mut Parcels<L>,
    deficit: &[[f64; L]],
    liked: &[[f64; L]],
    j: usize,
    free: &[f64; L],
    pool: &[f64; L],
) {
    let n = deficit.len();
    let mut wanted = [0.0; L];
    for i in 0..n {
        for l in 0..L {
            wanted[l] += deficit[i][l] * liked[i][l];
        }
    }
    let per: [f64; L] = std::array::from_fn(|l| if wanted[l] > 0.0 { free[l] / wanted[l] } else { 0.0 });
    for i in (0..n).filter(|&i| i != j && deficit[i] != [0.0; L]) {
        for l in 0..L {
            let amount = deficit[i][l] * (liked[i][l] * per[l] + pool[l]);
            let amount = if whole { amount.floor() } else { amount };
            parcels.got[i][l] += amount;
            parcels.sent[j][l] += amount;
        }
    }
}

/// Price of a good over its usual one when `demand` times the usual is wanted and a share of trade is banned (V67).
#[inline(always)]
pub fn price(demand: f64, banned: f64) -> f64 {
    demand / (1.0 - banned).max(1e-9)
}
