//! From effort and beliefs at the start of a step to weights, fear, restraint and need (K1–K4), and what of it goes into the ledger.

use super::pairs;
use crate::real::Real;
use crate::security::{attack_propensity, mistrust, waste_share};
use crate::self_help::{need_squared, restraint, threat, weight};
use crate::world::{IssueTerms, IssueWorld, Ledger, Reading, Terms, World};

/// From effort and beliefs of issue `k` to weights, fear, restraint and need, `time` years after the start.
#[inline(always)]
pub fn read<R: Real, const L: usize>(
    terms: &Terms<L>,
    k: usize,
    world: &World<R, L>,
    reading: &mut Reading<R, L>,
    time: f64,
) {
    let (n, issue, now) = (terms.actors, &terms.issues[k], &world.issues[k]);
    for i in 0..n {
        let factor = issue.output[i].factor(time);
        let (x0, big_k, log_effort) = (issue.baseline[i], issue.responsiveness[i], now.log_effort[i]);
        let (mut x0_now, mut k_now) = ([0.0; L], [0.0; L]);
        let (mut x, mut inverse) = ([R::of(0.0); L], [R::of(0.0); L]);
        for l in 0..L {
            x0_now[l] = x0[l] * factor;
            k_now[l] = big_k[l] * factor;
            x[l] = log_effort[l].exp();
            inverse[l] = R::of(1.0) / x[l];
        }
        reading.baseline[i] = x0_now;
        reading.responsiveness[i] = k_now;
        reading.effort[i] = x;
        reading.inverse_effort[i] = inverse;
        reading.fear[i] = [R::of(0.0); L];
        reading.harm_to_others[i] = [R::of(0.0); L];
        reading.reaction[i] = [R::of(0.0); L];
        reading.hazard[i] = [R::of(0.0); L];
    }
    for (i, j) in pairs(n) {
        let (ij, ji) = (i * n + j, j * n + i);
        let tij = weigh(terms, issue, now, i, ij, &mut reading.weight[ij]);
        let tji = weigh(terms, issue, now, j, ji, &mut reading.weight[ji]);
        let harm_to_i = harm(reading, i, &tij);
        let harm_to_j = harm(reading, j, &tji);
        suffer(issue, reading, (i, j), &tij, &tji, &harm_to_i, &harm_to_j);
        suffer(issue, reading, (j, i), &tji, &tij, &harm_to_j, &harm_to_i);
        if issue.physics.harmless {
            suffer_unarmed(issue, reading, (i, j), &tji);
            suffer_unarmed(issue, reading, (j, i), &tij);
        }
    }
    for i in 0..n {
        let (care, foresight) = (terms.care[i], terms.foresight[i]);
        let (harm, reaction, fear) = (reading.harm_to_others[i], reading.reaction[i], reading.fear[i]);
        let (x0, big_k) = (reading.baseline[i], reading.responsiveness[i]);
        let (mut inverse_hold, mut need) = ([R::of(0.0); L], [R::of(0.0); L]);
        for l in 0..L {
            inverse_hold[l] = R::of(1.0) / restraint(care[l], foresight[l], harm[l], reaction[l]);
            need[l] = need_squared(x0[l], big_k[l], fear[l], inverse_hold[l]);
        }
        reading.inverse_hold[i] = inverse_hold;
        reading.need_squared[i] = need;
    }
}

/// Weight (K1) into `into`, and threat (K2), of the reader behind `pair`.
#[inline(always)]
fn weigh<R: Real, const L: usize>(
    terms: &Terms<L>,
    issue: &IssueTerms<L>,
    now: &IssueWorld<R, L>,
    reader: usize,
    pair: usize,
    into: &mut [R; L],
) -> [R; L] {
    let (floor, slope) = (terms.floor[reader], terms.slope[reader]);
    let (log_odds, reach) = (now.log_odds[pair], issue.reach[pair]);
    let (mut weights, mut threats) = ([R::of(0.0); L], [R::of(0.0); L]);
    for l in 0..L {
        weights[l] = weight(floor[l], slope[l], mistrust(log_odds[l]));
        threats[l] = threat(reach[l], weights[l]);
    }
    *into = weights;
    threats
}

/// K_i t_ij / x_i: what `t` costs actor i in the units of (K4).
#[inline(always)]
fn harm<R: Real, const L: usize>(reading: &Reading<R, L>, i: usize, t: &[R; L]) -> [R; L] {
    let (big_k, inverse) = (reading.responsiveness[i], reading.inverse_effort[i]);
    let mut out = [R::of(0.0); L];
    for l in 0..L {
        out[l] = R::of(big_k[l]) * t[l] * inverse[l];
    }
    out
}

/// Adds what i suffers and does with respect to j: fear (K2), harm to j and reaction (K4), objective hazard (§4).
#[inline(always)]
fn suffer<R: Real, const L: usize>(
    issue: &IssueTerms<L>,
    reading: &mut Reading<R, L>,
    (i, j): (usize, usize),
    mine: &[R; L],
    theirs: &[R; L],
    harm_to_me: &[R; L],
    harm_to_them: &[R; L],
) {
    let n = issue.baseline.len();
    let (xi, xj) = (reading.effort[i], reading.effort[j]);
    let (vi, vj) = (reading.inverse_effort[i], reading.inverse_effort[j]);
    let felt = if issue.physics.unfelt { reading.baseline[j].map(R::of) } else { xj };
    let (reach, greedy, first_strike) = (issue.reach[i * n + j], issue.greedy[j], issue.first_strike);
    let (caution, temper) = (issue.conduct.caution[j], issue.conduct.temper[i * n + j]);
    let (mut fear, mut harm) = (reading.fear[i], reading.harm_to_others[i]);
    let (mut reaction, mut hazard) = (reading.reaction[i], reading.hazard[i]);
    for l in 0..L {
        fear[l] = fear[l] + mine[l] * felt[l];
        harm[l] = harm[l] + harm_to_them[l];
        reaction[l] = reaction[l] + R::of(0.5) * harm_to_me[l] * harm_to_them[l];
        let propensity = attack_propensity(greedy[l], first_strike[l] * caution[l], theirs[l] * (xi[l] * vj[l]));
        hazard[l] = hazard[l] + R::of(reach[l] * temper[l]) * propensity * (xj[l] * vi[l]);
    }
    (reading.fear[i], reading.harm_to_others[i]) = (fear, harm);
    (reading.reaction[i], reading.hazard[i]) = (reaction, hazard);
}

/// The mechanism with the arrow from effort to insecurity cut: j's hazard for i as if both stood at their baselines.
fn suffer_unarmed<R: Real, const L: usize>(
    issue: &IssueTerms<L>,
    reading: &mut Reading<R, L>,
    (i, j): (usize, usize),
    theirs: &[R; L],
) {
    let pair = i * issue.baseline.len() + j;
    let (x0i, x0j, inverse) = (reading.baseline[i], reading.baseline[j], reading.inverse_effort[i]);
    for l in 0..L {
        let strike = issue.first_strike[l] * issue.conduct.caution[j][l];
        let reach = issue.reach[pair][l] * issue.conduct.temper[pair][l];
        let (xi, xj) = (reading.effort[i][l], reading.effort[j][l]);
        let armed = attack_propensity(issue.greedy[j][l], strike, theirs[l] * (xi * reading.inverse_effort[j][l]));
        let bare = attack_propensity(issue.greedy[j][l], strike, theirs[l] * R::of(x0i[l] / x0j[l]));
        let change = bare * R::of(x0j[l] / x0i[l]) - armed * (xj * inverse[l]);
        reading.hazard[i][l] = reading.hazard[i][l] + R::of(reach) * change;
    }
}

#[inline(always)]
pub(super) fn count<const L: usize>(
    terms: &Terms<L>,
    k: usize,
    reading: &mut Reading<f64, L>,
    ledger: &mut Ledger<L>,
    dt: f64,
) {
    let n = terms.actors;
    let circle = &terms.issues[k].circle;
    reading.largest_ratio.fill([0.0; L]);
    for i in 0..n {
        let (x0, inverse) = (reading.baseline[i], reading.inverse_effort[i]);
        let largest = &mut reading.largest_ratio[circle[i]];
        for l in 0..L {
            let ratio = x0[l] * inverse[l];
            largest[l] = if ratio > largest[l] { ratio } else { largest[l] };
        }
    }
    for (sums, parts) in ledger.accident.iter_mut().zip(&reading.accident) {
        for (sum, part) in sums.iter_mut().zip(parts) {
            for l in 0..L {
                sum[l] += dt * part[l];
            }
        }
    }
    for i in 0..n {
        let hazard = reading.hazard[i];
        let (fear, inverse, x) = (reading.fear[i], reading.inverse_effort[i], reading.effort[i]);
        let largest = reading.largest_ratio[circle[i]];
        let mut add = [[0.0; L]; 4];
        for l in 0..L {
            add[0][l] = dt * hazard[l];
            add[1][l] = dt * fear[l] * inverse[l];
            add[2][l] = dt * x[l] * waste_share(largest[l]);
            add[3][l] = dt * x[l];
        }
        let sums = [&mut ledger.objective[i], &mut ledger.perceived[i], &mut ledger.waste[i], &mut ledger.effort[i]];
        for (sum, part) in sums.into_iter().zip(&add) {
            for l in 0..L {
                sum[l] += part[l];
            }
        }
    }
}
