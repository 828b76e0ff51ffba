//! One step of everything, in order (model §2–§4).
//!
//! 1. `read`: from effort and beliefs at the start of the step to weights, fear, restraint and need.
//! 2. `count`: hazards and waste of this moment into the ledger.
//! 3. `move_all`: beliefs of every pair (`believe`), then effort of every actor (`exert`), from the values read in 1.
//!
//! Where remedies, levels, war or warheads bend the terms, [`Course::stand`] sets them before 1 and [`Course::pass`]
//! carries wars and remedies on after 3.
//!
//! Cost per directed pair and step with noise: 1 exp, 2 ln, 2 divisions and half a Philox block.

mod read;

use crate::belief::{evidence, excess, expected_need_squared, update};
use crate::course::{Course, CourseLuck};
use crate::issue::nuclear;
use crate::luck::{Luck, Purpose};
use crate::real::Real;
use crate::self_help::{adjust, threat};
use crate::world::{LANES, Ledger, Reading, Terms, World};

use read::count;
pub use read::read;

/// Which instructions a block runs on. Both give the same bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instructions {
    /// What every processor of the architecture has.
    Portable,
    /// The widest vectors this processor has.
    Widest,
}

/// The streams of noise, per issue, and whose luck they are for.
#[derive(Clone, Debug)]
struct StepLuck {
    effort: Vec<Luck>,
    reading: Vec<Luck>,
    replication: u32,
}

impl StepLuck {
    fn new<const L: usize>(terms: &Terms<L>, seed: u64, replication: u32) -> StepLuck {
        let streams = |purpose| terms.issues.iter().map(|issue| Luck::new(seed, purpose, issue.luck_id)).collect();
        StepLuck { effort: streams(Purpose::Effort), reading: streams(Purpose::Reading), replication }
    }
}

/// Side of the square tiles in which pairs are visited, so that what (i, j) and (j, i) need stays in the cache: the world of
/// 184 countries runs some 4 % faster than row by row.
const TILE: usize = 16;

/// Every unordered pair i < j; each actor meets its partners in ascending order whatever the tile, so sums keep their bits.
#[inline(always)]
fn pairs(n: usize) -> impl Iterator<Item = (usize, usize)> {
    let tiles = (0..n).step_by(TILE).flat_map(move |rows| (rows..n).step_by(TILE).map(move |columns| (rows, columns)));
    tiles.flat_map(move |(rows, columns)| {
        let inside = move |i: usize| (columns.max(i + 1)..n.min(columns + TILE)).map(move |j| (i, j));
        (rows..n.min(rows + TILE)).flat_map(inside)
    })
}

/// Evidence of one unordered pair, per issue: i about j, and j about i.
type News<R, const L: usize> = Vec<[[R; L]; 2]>;

fn no_news<R: Real, const L: usize>(issues: usize) -> News<R, L> {
    vec![[[R::of(0.0); L]; 2]; issues]
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
///
/// Not generic, so that its three large copies are compiled once, here, and not in every crate that runs something.
pub fn advance(
    terms: &Terms<LANES>,
    course: &mut Course<LANES>,
    world: &mut World<f64, LANES>,
    readings: &mut [Reading<f64, LANES>],
    ledgers: &mut [Ledger<LANES>],
    stretch: Stretch,
    instructions: Instructions,
) {
    #[cfg(target_arch = "x86_64")]
    if instructions == Instructions::Widest {
        if is_x86_feature_detected!("avx512f") && is_x86_feature_detected!("avx512dq") {
            // SAFETY: the processor has just said that it has these instructions.
            return unsafe { advance_avx512(terms, course, world, readings, ledgers, stretch) };
        }
        if is_x86_feature_detected!("avx2") {
            // SAFETY: as above.
            return unsafe { advance_avx2(terms, course, world, readings, ledgers, stretch) };
        }
    }
    let _ = instructions;
    advance_here(terms, course, world, readings, ledgers, stretch);
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx512f,avx512dq,avx512vl,avx512bw")]
fn advance_avx512(
    terms: &Terms<LANES>,
    course: &mut Course<LANES>,
    world: &mut World<f64, LANES>,
    readings: &mut [Reading<f64, LANES>],
    ledgers: &mut [Ledger<LANES>],
    stretch: Stretch,
) {
    advance_here(terms, course, world, readings, ledgers, stretch);
}

#[cfg(target_arch = "x86_64")]
#[target_feature(enable = "avx2")]
fn advance_avx2(
    terms: &Terms<LANES>,
    course: &mut Course<LANES>,
    world: &mut World<f64, LANES>,
    readings: &mut [Reading<f64, LANES>],
    ledgers: &mut [Ledger<LANES>],
    stretch: Stretch,
) {
    advance_here(terms, course, world, readings, ledgers, stretch);
}

#[inline(always)]
fn advance_here(
    terms: &Terms<LANES>,
    course: &mut Course<LANES>,
    world: &mut World<f64, LANES>,
    readings: &mut [Reading<f64, LANES>],
    ledgers: &mut [Ledger<LANES>],
    stretch: Stretch,
) {
    let luck = StepLuck::new(terms, stretch.seed.unwrap_or(0), stretch.replication);
    let events = stretch.seed.map(|seed| CourseLuck::new(terms, seed, stretch.replication));
    let mut news = no_news(terms.issues.len());
    for step in stretch.first..stretch.first + stretch.count {
        let time = f64::from(step) * stretch.dt;
        course.bend(terms, world, time);
        let now = if course.still { terms } else { &course.now };
        for k in 0..now.issues.len() {
            read(now, k, world, &mut readings[k], time);
            nuclear::accidents(now, k, &mut readings[k]);
            count(now, k, &mut readings[k], &mut ledgers[k], stretch.dt);
        }
        if stretch.seed.is_some() {
            move_all::<f64, LANES, true>(now, world, readings, stretch.dt, &luck, step, &mut news);
        } else {
            move_all::<f64, LANES, false>(now, world, readings, stretch.dt, &luck, step, &mut news);
        }
        course.pass(terms, world, readings, events.as_ref(), step, stretch.dt);
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
    let luck = StepLuck { effort: Vec::new(), reading: Vec::new(), replication: 0 };
    let mut news = no_news(terms.issues.len());
    move_all::<R, L, false>(terms, world, readings, dt, &luck, 0, &mut news);
}

/// Beliefs and effort of every issue change together, from what was read at the start of the step.
#[inline(always)]
fn move_all<R: Real, const L: usize, const NOISY: bool>(
    terms: &Terms<L>,
    world: &mut World<R, L>,
    readings: &[Reading<R, L>],
    dt: f64,
    luck: &StepLuck,
    step: u32,
    news: &mut News<R, L>,
) {
    let n = terms.actors;
    let scale = 1.0 / dt.sqrt();
    for (i, j) in pairs(n) {
        for k in 0..terms.issues.len() {
            let normals = if NOISY {
                luck.reading[k].normals::<L>(luck.replication, step, terms.luck_ids[i], terms.luck_ids[j])
            } else {
                [[0.0; L]; 2]
            };
            let log_effort = &world.issues[k].log_effort;
            news[k][0] = news_about::<R, L>(terms, k, &readings[k], log_effort, (i, j), &normals[0], scale);
            news[k][1] = news_about::<R, L>(terms, k, &readings[k], log_effort, (j, i), &normals[1], scale);
        }
        for k in 0..terms.issues.len() {
            let total = with_spillover(terms, k, news);
            believe(terms, world, k, (i, j), &total[0], dt);
            believe(terms, world, k, (j, i), &total[1], dt);
        }
    }
    for k in 0..terms.issues.len() {
        for i in 0..n {
            exert::<R, L, NOISY>(terms, world, &readings[k], k, i, dt, luck, step);
        }
    }
}

/// Evidence that counts in issue `k`: its own and what spills over from others (K10).
#[inline(always)]
fn with_spillover<R: Real, const L: usize>(terms: &Terms<L>, k: usize, news: &News<R, L>) -> [[R; L]; 2] {
    let mut total = news[k];
    for (from, to, weight) in &terms.spillovers {
        if *to == k {
            for side in 0..2 {
                for l in 0..L {
                    total[side][l] = total[side][l] + R::of(weight[l]) * news[*from][side][l];
                }
            }
        }
    }
    total
}

/// New belief of `reader` about `other` in issue `k` (K11).
#[inline(always)]
fn believe<R: Real, const L: usize>(
    terms: &Terms<L>,
    world: &mut World<R, L>,
    k: usize,
    (reader, other): (usize, usize),
    evidence: &[R; L],
    dt: f64,
) {
    let pair = reader * terms.actors + other;
    let prior = terms.issues[k].prior[pair];
    let forgetting = terms.forgetting[reader];
    let mut log_odds = world.issues[k].log_odds[pair];
    for l in 0..L {
        log_odds[l] = update(log_odds[l], prior[l], forgetting[l], evidence[l], dt);
    }
    world.issues[k].log_odds[pair] = log_odds;
}

/// New effort of actor `i` in issue `k` (K5).
#[inline(always)]
fn exert<R: Real, const L: usize, const NOISY: bool>(
    terms: &Terms<L>,
    world: &mut World<R, L>,
    reading: &Reading<R, L>,
    k: usize,
    i: usize,
    dt: f64,
    luck: &StepLuck,
    step: u32,
) {
    let issue = &terms.issues[k];
    let id = terms.luck_ids[i];
    let normals = if NOISY { luck.effort[k].normal::<L>(luck.replication, step, id) } else { [0.0; L] };
    let (greed, theta, push) = (issue.greed_excess[i], issue.greedy[i], issue.push[i]);
    let (need, cap) = (reading.need_squared[i], issue.log_cap[i]);
    let (speed, shock, pace) = (issue.adjustment, issue.shock, issue.conduct.pace[i]);
    let mut log_effort = world.issues[k].log_effort[i];
    let root = dt.sqrt();
    for l in 0..L {
        let next = adjust(log_effort[l], need[l], greed[l] * theta[l], push[l], speed[l] * pace[l] * dt);
        let noisy = if NOISY { next + R::of(shock[l] * root * normals[l]) } else { next };
        log_effort[l] = noisy.at_most(R::of(cap[l]));
    }
    world.issues[k].log_effort[i] = log_effort;
}

/// Evidence per year that `reader` gathers about `other`, noise and public signals included (K6–K9).
#[inline(always)]
fn news_about<R: Real, const L: usize>(
    terms: &Terms<L>,
    k: usize,
    reading: &Reading<R, L>,
    log_effort: &[[R; L]],
    (reader, other): (usize, usize),
    normals: &[f64; L],
    scale: f64,
) -> [R; L] {
    let (n, issue) = (terms.actors, &terms.issues[k]);
    let about = reader * n + other;
    let surprise = excess_of(terms, k, reading, log_effort, reader, other);
    let (greed, clarity, shown) = (&issue.greed_excess[other], &issue.clarity[about], &issue.shown[other]);
    let told = issue.told.get(about).unwrap_or(&[0.0; L]);
    let (negativity, learning) = (&terms.negativity[reader], &terms.learning[reader]);
    let mut news = [R::of(0.0); L];
    for l in 0..L {
        let systematic = evidence(surprise[l], greed[l], clarity[l], negativity[l]);
        let heard = systematic + R::of(greed[l] * clarity[l] * scale * normals[l] + (shown[l] + told[l]));
        news[l] = R::of(learning[l]) * heard;
    }
    news
}

/// Excess e_ij (K6, K7): how far `reader` sees `other` over what it would expect of a benign one.
#[inline(always)]
pub fn excess_of<R: Real, const L: usize>(
    terms: &Terms<L>,
    k: usize,
    reading: &Reading<R, L>,
    log_effort: &[[R; L]],
    reader: usize,
    other: usize,
) -> [R; L] {
    let (n, issue) = (terms.actors, &terms.issues[k]);
    let (about, back) = (reader * n + other, other * n + reader);
    let (baseline, responsiveness) = (&reading.baseline[other], &reading.responsiveness[other]);
    let (fear, inverse_hold) = (&reading.fear[other], &reading.inverse_hold[other]);
    let (reach, weight_back, weight_about) = (&issue.reach[back], &reading.weight[back], &reading.weight[about]);
    let (effort, seen, empathy) = (&reading.effort[reader], &log_effort[other], &terms.empathy[about]);
    let bias = &terms.misperception[reader];
    let mut over = [R::of(0.0); L];
    for l in 0..L {
        let expected = expected_need_squared(
            baseline[l],
            responsiveness[l],
            fear[l],
            threat(reach[l], weight_back[l]) * effort[l],
            R::of(reach[l] * empathy[l]) * weight_about[l] * effort[l],
            inverse_hold[l],
        );
        over[l] = excess(seen[l], bias[l], expected);
    }
    over
}
