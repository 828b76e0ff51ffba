//! One step of everything, in order (model §2–§4).
//!
//! 1. `read`: from effort and beliefs at the start of the step to weights, fear, restraint and need.
//! 2. `count`: hazards and waste of this moment into the ledger.
//! 3. `move_beliefs`, then `move_effort`: all updates use the values read in 1.
//!
//! Cost per directed pair and step with noise: 1 exp, 2 ln, 1 √, 4 divisions and half a Philox block.

use crate::belief::{evidence, excess, expected_need_squared, update};
use crate::luck::{Luck, Purpose};
use crate::real::Real;
use crate::security::{attack_propensity, mistrust, waste_share};
use crate::self_help::{adjust, need_squared, restraint, threat, weight};
use crate::world::{IssueTerms, Ledger, Reading, Terms, World};

/// Which instructions a block runs on. Both give the same bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instructions {
    /// What every processor of the architecture has.
    Portable,
    /// The widest vectors this processor has.
    Widest,
}

/// The streams of noise of one issue.
#[derive(Clone, Copy, Debug)]
struct Noise {
    effort: Luck,
    reading: Luck,
}

/// When and with which luck a stretch of steps runs.
#[derive(Clone, Copy, Debug)]
pub struct Stretch {
    /// First step, counted from the start of the run.
    pub first: u32,
    /// Number of steps.
    pub count: u32,
    /// Length of a step in years.
    pub dt: f64,
    /// Seed of the noise; `None` for the noise-free kernel.
    pub seed: Option<u64>,
    /// First replication of the block.
    pub replication: u32,
}

/// Advances a block over a stretch of steps, counting into `ledgers` (one per issue).
pub fn advance<const L: usize>(
    terms: &Terms<L>,
    world: &mut World<f64, L>,
    readings: &mut [Reading<f64, L>],
    ledgers: &mut [Ledger<L>],
    stretch: Stretch,
    instructions: Instructions,
) {
    #[cfg(target_arch = "x86_64")]
    if instructions == Instructions::Widest {
        if is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512dq") {
            // SAFETY: the processor has just said that it has these instructions.
            return unsafe { advance_avx512(terms, world, readings, ledgers, stretch) };
        }
        if is_x86_feature_detected!("avx2") {
            // SAFETY: as above.
            return unsafe { advance_avx2(terms, world, readings, ledgers, stretch) };
        }
    }
    let _ = instructions;
    advance_here(terms, world, readings, ledgers, stretch);
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512dq,avx512vl,avx512bw")]
fn advance_avx512<const L: usize>(
    terms: &Terms<L>,
    world: &mut World<f64, L>,
    readings: &mut [Reading<f64, L>],
    ledgers: &mut [Ledger<L>],
    stretch: Stretch,
) {
    advance_here(terms, world, readings, ledgers, stretch);
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn advance_avx2<const L: usize>(
    terms: &Terms<L>,
    world: &mut World<f64, L>,
    readings: &mut [Reading<f64, L>],
    ledgers: &mut [Ledger<L>],
    stretch: Stretch,
) {
    advance_here(terms, world, readings, ledgers, stretch);
}

#[inline(always)]
fn advance_here<const L: usize>(
    terms: &Terms<L>,
    world: &mut World<f64, L>,
    readings: &mut [Reading<f64, L>],
    ledgers: &mut [Ledger<L>],
    stretch: Stretch,
) {
    for step in stretch.first..stretch.first + stretch.count {
        let time = f64::from(step) * stretch.dt;
        for k in 0..terms.issues.len() {
            read(terms, k, world, &mut readings[k], time);
            count(terms, k, &readings[k], &mut ledgers[k], stretch.dt);
        }
        if let Some(seed) = stretch.seed {
            move_all::<f64, L, true>(terms, world, readings, stretch.dt, seed, stretch.replication, step);
        } else {
            move_all::<f64, L, false>(terms, world, readings, stretch.dt, 0, 0, step);
        }
    }
}

/// One noise-free step over any number; dual numbers give products with the Jacobian.
pub fn step_plain<R: Real, const L: usize>(
    terms: &Terms<L>,
    world: &mut World<R, L>,
    readings: &mut [Reading<R, L>],
    time: f64,
    dt: f64,
) {
    for k in 0..terms.issues.len() {
        read(terms, k, world, &mut readings[k], time);
    }
    move_all::<R, L, false>(terms, world, readings, dt, 0, 0, 0);
}

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
        for l in 0..L {
            reading.baseline[i][l] = issue.baseline[i][l] * factor;
            reading.responsiveness[i][l] = issue.responsiveness[i][l] * factor;
            let x = now.log_effort[i][l].exp();
            reading.effort[i][l] = x;
            reading.inverse_effort[i][l] = R::of(1.0) / x;
        }
        reading.fear[i] = [R::of(0.0); L];
        reading.harm_to_others[i] = [R::of(0.0); L];
        reading.reaction[i] = [R::of(0.0); L];
    }
    for i in 0..n {
        for j in i + 1..n {
            let (ij, ji) = (i * n + j, j * n + i);
            let (lij, lji) = (&now.log_odds[ij], &now.log_odds[ji]);
            let (rij, rji) = (&issue.reach[ij], &issue.reach[ji]);
            for l in 0..L {
                let wij = weight(terms.floor[i][l], terms.slope[i][l], mistrust(lij[l]));
                let wji = weight(terms.floor[j][l], terms.slope[j][l], mistrust(lji[l]));
                let tij = threat(rij[l], wij);
                let tji = threat(rji[l], wji);
                reading.weight[ij][l] = wij;
                reading.weight[ji][l] = wji;
                reading.fear[i][l] = reading.fear[i][l] + tij * reading.effort[j][l];
                reading.fear[j][l] = reading.fear[j][l] + tji * reading.effort[i][l];
                let harm_to_i = R::of(reading.responsiveness[i][l]) * tij * reading.inverse_effort[i][l];
                let harm_to_j = R::of(reading.responsiveness[j][l]) * tji * reading.inverse_effort[j][l];
                reading.harm_to_others[i][l] = reading.harm_to_others[i][l] + harm_to_j;
                reading.harm_to_others[j][l] = reading.harm_to_others[j][l] + harm_to_i;
                let both = R::of(0.5) * harm_to_i * harm_to_j;
                reading.reaction[i][l] = reading.reaction[i][l] + both;
                reading.reaction[j][l] = reading.reaction[j][l] + both;
            }
        }
    }
    for i in 0..n {
        for l in 0..L {
            let hold = restraint(
                terms.care[i][l],
                terms.foresight[i][l],
                reading.harm_to_others[i][l],
                reading.reaction[i][l],
            );
            reading.inverse_hold[i][l] = R::of(1.0) / hold;
            reading.need_squared[i][l] = need_squared(
                reading.baseline[i][l],
                reading.responsiveness[i][l],
                reading.fear[i][l],
                reading.inverse_hold[i][l],
            );
        }
    }
}

/// Objective hazard on i from j at one moment, per year, in one replication (model §4).
#[inline(always)]
pub fn hazard_from<const L: usize>(
    issue: &IssueTerms<L>,
    reading: &Reading<f64, L>,
    n: usize,
    i: usize,
    j: usize,
    l: usize,
) -> f64 {
    let ratio = reading.effort[j][l] * reading.inverse_effort[i][l];
    let fear_of_j = issue.reach[j * n + i][l]
        * reading.weight[j * n + i][l]
        * (reading.effort[i][l] * reading.inverse_effort[j][l]);
    let propensity = attack_propensity(issue.greedy[j][l], issue.first_strike[l], fear_of_j);
    issue.reach[i * n + j][l] * propensity * ratio
}

#[inline(always)]
fn count<const L: usize>(
    terms: &Terms<L>,
    k: usize,
    reading: &Reading<f64, L>,
    ledger: &mut Ledger<L>,
    dt: f64,
) {
    let (n, issue) = (terms.actors, &terms.issues[k]);
    let mut largest = [0.0; L];
    for i in 0..n {
        for l in 0..L {
            let ratio = reading.baseline[i][l] * reading.inverse_effort[i][l];
            largest[l] = if ratio > largest[l] { ratio } else { largest[l] };
        }
    }
    for i in 0..n {
        let mut hazard = [0.0; L];
        for j in 0..n {
            if i != j {
                for l in 0..L {
                    hazard[l] += hazard_from(issue, reading, n, i, j, l);
                }
            }
        }
        for l in 0..L {
            ledger.objective[i][l] += dt * hazard[l];
            ledger.perceived[i][l] += dt * reading.fear[i][l] * reading.inverse_effort[i][l];
            ledger.effort[i][l] += dt * reading.effort[i][l];
            ledger.waste[i][l] += dt * reading.effort[i][l] * waste_share(largest[l]);
        }
    }
}

/// Beliefs and effort of every issue change together, from what was read at the start of the step.
#[inline(always)]
fn move_all<R: Real, const L: usize, const NOISY: bool>(
    terms: &Terms<L>,
    world: &mut World<R, L>,
    readings: &[Reading<R, L>],
    dt: f64,
    seed: u64,
    replication: u32,
    step: u32,
) {
    let noise: Vec<Noise> = terms
        .issues
        .iter()
        .map(|issue| Noise {
            effort: Luck::new(seed, Purpose::Effort, issue.luck_id),
            reading: Luck::new(seed, Purpose::Reading, issue.luck_id),
        })
        .collect();
    move_beliefs::<R, L, NOISY>(terms, world, readings, &noise, dt, replication, step);
    for (k, issue) in terms.issues.iter().enumerate() {
        let (reading, now) = (&readings[k], &mut world.issues[k]);
        for i in 0..terms.actors {
            let id = terms.luck_ids[i];
            let [normals, _] =
                if NOISY { noise[k].effort.normals::<L>(replication, step, id, id) } else { [[0.0; L]; 2] };
            for l in 0..L {
                let greed = issue.greed_excess[i][l] * issue.greedy[i][l];
                let next = adjust(
                    now.log_effort[i][l],
                    reading.need_squared[i][l],
                    greed,
                    issue.push[i][l],
                    issue.adjustment[l] * dt,
                );
                let noisy = if NOISY { next + R::of(issue.shock[l] * dt.sqrt() * normals[l]) } else { next };
                now.log_effort[i][l] = noisy.at_most(R::of(issue.log_cap[i][l]));
            }
        }
    }
}

#[inline(always)]
fn move_beliefs<R: Real, const L: usize, const NOISY: bool>(
    terms: &Terms<L>,
    world: &mut World<R, L>,
    readings: &[Reading<R, L>],
    noise: &[Noise],
    dt: f64,
    replication: u32,
    step: u32,
) {
    let (n, issues) = (terms.actors, terms.issues.len());
    let mut news = vec![[[R::of(0.0); L]; 2]; issues];
    for i in 0..n {
        for j in i + 1..n {
            for k in 0..issues {
                let (issue, reading, now) = (&terms.issues[k], &readings[k], &world.issues[k]);
                let normals = if NOISY {
                    noise[k].reading.normals::<L>(replication, step, terms.luck_ids[i], terms.luck_ids[j])
                } else {
                    [[0.0; L]; 2]
                };
                let log_effort = &now.log_effort;
                let scale = 1.0 / dt.sqrt();
                news[k][0] = news_about::<R, L>(terms, issue, reading, log_effort, i, j, &normals[0], scale);
                news[k][1] = news_about::<R, L>(terms, issue, reading, log_effort, j, i, &normals[1], scale);
            }
            for k in 0..issues {
                let mut total = news[k];
                for &(from, to, ref weight) in &terms.spillovers {
                    if to == k && from != k {
                        for side in 0..2 {
                            for l in 0..L {
                                total[side][l] = total[side][l] + R::of(weight[l]) * news[from][side][l];
                            }
                        }
                    }
                }
                for (side, (reader, pair)) in [(i, i * n + j), (j, j * n + i)].into_iter().enumerate() {
                    let prior = &terms.issues[k].prior[pair];
                    let log_odds = &mut world.issues[k].log_odds[pair];
                    for l in 0..L {
                        let forgetting = terms.forgetting[reader][l];
                        log_odds[l] = update(log_odds[l], prior[l], forgetting, total[side][l], dt);
                    }
                }
            }
        }
    }
}

/// Evidence per year that `reader` gathers about `other`, noise and public signals included (K6–K9).
#[inline(always)]
fn news_about<R: Real, const L: usize>(
    terms: &Terms<L>,
    issue: &IssueTerms<L>,
    reading: &Reading<R, L>,
    log_effort: &[[R; L]],
    reader: usize,
    other: usize,
    normals: &[f64; L],
    scale: f64,
) -> [R; L] {
    let n = terms.actors;
    let (about, back) = (reader * n + other, other * n + reader);
    let mut news = [R::of(0.0); L];
    for l in 0..L {
        let expected = expected_need_squared(
            reading.baseline[other][l],
            reading.responsiveness[other][l],
            reading.fear[other][l],
            threat(issue.reach[back][l], reading.weight[back][l]) * reading.effort[reader][l],
            R::of(issue.reach[back][l] * terms.empathy[about][l]) * reading.weight[about][l] * reading.effort[reader][l],
            reading.inverse_hold[other][l],
        );
        let surprise = excess(log_effort[other][l], terms.misperception[reader][l], expected);
        let greed = issue.greed_excess[other][l];
        let clarity = issue.clarity[about][l];
        let systematic = evidence(surprise, greed, clarity, terms.negativity[reader][l]);
        let heard = systematic + R::of(greed * clarity * scale * normals[l] + issue.shown[other][l]);
        news[l] = R::of(terms.learning[reader][l]) * heard;
    }
    news
}

/// Excess e_ij (K7) of one pair in one replication, for tables and tests.
pub fn excess_of<const L: usize>(
    terms: &Terms<L>,
    k: usize,
    world: &World<f64, L>,
    reading: &Reading<f64, L>,
    reader: usize,
    other: usize,
    l: usize,
) -> f64 {
    let (n, issue) = (terms.actors, &terms.issues[k]);
    let (about, back) = (reader * n + other, other * n + reader);
    let expected = expected_need_squared(
        reading.baseline[other][l],
        reading.responsiveness[other][l],
        reading.fear[other][l],
        issue.reach[back][l] * reading.weight[back][l] * reading.effort[reader][l],
        issue.reach[back][l] * terms.empathy[about][l] * reading.weight[about][l] * reading.effort[reader][l],
        reading.inverse_hold[other][l],
    );
    excess(world.issues[k].log_effort[other][l], terms.misperception[reader][l], expected)
}
