//! Remedies compared: alone, in pairs, in packages and in order, every run sharing all luck with the run without any.
//!
//! [`run`] simulates and keeps, per run and replication, the few numbers of [`Measured`]; [`document`] turns them into
//! the [`crate::comparison::Comparison`] that the report and `--json` read.

mod answer;
mod commons;
mod competition;
mod conditions;
mod document;
mod lives;
mod sets;
mod table;

use std::sync::atomic::Ordering;

use rayon::prelude::*;
use theory::real::{exp, ln};
use theory::security::{mistrust, pressure};
use theory::world::{LANES, Terms};

pub use commons::Left;
pub use document::{doctrine_row, document};
pub use sets::{Reading, Set, packages, sets};
pub use table::table;

use crate::draw::{Drawn, Lane, draw};
use crate::ensemble::{Finished, Moment, Running, simulate};
use crate::nature::{Toll, tolls};
use crate::scenario::Scenario;
use crate::statistics::mean;

/// What is kept of one run of one block.
#[derive(Clone, Debug)]
pub struct Measured {
    /// ∫ hazard of deliberate attack, actors.
    pub deliberate: Vec<Lane>,
    /// ∫ hazard of accident, actors.
    pub accidental: Vec<Lane>,
    /// ∫ effort of the first issue, actors.
    pub effort: Vec<Lane>,
    /// Wasted effort over effort, all issues weighted by their effort over baseline.
    pub waste: Lane,
    /// 1 − μ, mean over pairs, issues and years.
    pub trust: Lane,
    /// ln of total effort of the first issue, mean over years.
    pub log_effort: Lane,
    /// Effort over baseline of the first issue, mean over actors and years.
    pub ratio: Lane,
    /// Pressure on the main pair at the end, ratio.
    pub pressure: Lane,
    /// ∫ cost of the remedies in force, first issue, actors.
    pub cost: Vec<Lane>,
    /// ∫ baseline effort of the first issue, sum over actors; 0 without any remedy.
    pub baseline: Lane,
    /// What epidemics did, actors; empty where there are none.
    pub tolls: Vec<Toll>,
    /// The first commons at the end; absent where there is none.
    pub left: Option<Left>,
    /// Years of full exercise, mean over the remedies in force.
    pub exercised: Lane,
}

/// One block: every set of remedies, in the order of [`sets`].
#[derive(Clone, Debug)]
pub struct Block {
    /// First replication.
    pub first: u32,
    /// Replications that count.
    pub active: usize,
    /// One per set.
    pub runs: Vec<Measured>,
    /// θ in the first issue, actors.
    pub greedy: Vec<Lane>,
    /// Satisfaction level.
    pub satisfaction: Lane,
    /// Pressure that counts as well over baseline.
    pub dilemma_ratio: Lane,
    /// People and size of economy of each actor; empty where there is no epidemic.
    pub people: Vec<[Lane; 2]>,
    /// Every uncertain number of the scenario.
    pub values: Vec<Lane>,
}

/// All blocks that finished, in order.
#[derive(Clone, Debug)]
pub struct Compared {
    /// The sets compared.
    pub sets: Vec<Set>,
    /// Blocks.
    pub blocks: Vec<Block>,
    /// The pair the question is about.
    pub couple: (usize, usize),
    /// Seed of all luck.
    pub seed: u64,
    /// Replications asked for.
    pub requested: u32,
    /// Whether the first issue is an epidemic, so that lives come first.
    pub lives: bool,
    /// Most that a set may cost per year, share of baseline effort: dearer ones are not ranked.
    pub budget: Option<f64>,
}

impl Compared {
    /// What sets are ranked by, more is better: lives where the first issue is an epidemic, security where not.
    pub fn merit(&self) -> fn(&Measured, usize) -> f64 {
        if self.lives { |m, l| -m.deaths(l) } else { Measured::security }
    }
    /// Running cost of a set per year, share of the baseline effort of everybody, one per finished replication.
    pub fn running_cost(&self, run: usize) -> Vec<f64> {
        self.each(|b, l| b.runs[run].running_cost(l))
    }
    /// Whether a set costs more than the budget allows, in the mean.
    pub fn is_over_budget(&self, run: usize) -> bool {
        self.budget.is_some_and(|most| mean(&self.running_cost(run)) > most)
    }
    /// Replications that finished.
    pub fn replications(&self) -> usize {
        self.blocks.iter().map(|b| b.active).sum()
    }
    /// One value per finished replication.
    pub fn each(&self, compute: impl Fn(&Block, usize) -> f64) -> Vec<f64> {
        self.blocks.iter().flat_map(|b| (0..b.active).map(|l| compute(b, l)).collect::<Vec<_>>()).collect()
    }
}

impl Measured {
    /// Probability of getting through unharmed, mean over actors.
    pub fn security(&self, l: usize) -> f64 {
        let n = self.deliberate.len();
        (0..n).map(|i| self.security_of(i, l)).sum::<f64>() / n as f64
    }
    /// Probability of actor `i` of getting through unharmed.
    pub fn security_of(&self, i: usize, l: usize) -> f64 {
        exp(-self.hazard_of(i, l))
    }
    /// ∫ hazard of every kind on actor `i`.
    pub fn hazard_of(&self, i: usize, l: usize) -> f64 {
        self.deliberate[i][l] + self.accidental[i][l]
    }
    /// Dead in all epidemics, people of all actors.
    pub fn deaths(&self, l: usize) -> f64 {
        self.tolls.iter().map(|toll| toll.deaths[l]).sum()
    }
    /// Running cost per year over baseline effort per year.
    pub fn running_cost(&self, l: usize) -> f64 {
        self.cost.iter().map(|cost| cost[l]).sum::<f64>() / self.baseline[l].max(f64::MIN_POSITIVE)
    }
    /// ∫ hazard of every kind, sum over actors.
    pub fn hazard(&self, l: usize) -> f64 {
        (0..self.deliberate.len()).map(|i| self.hazard_of(i, l)).sum()
    }
}

/// Units of work of a comparison, for progress.
pub fn work(scenario: &Scenario, sets: &[Set]) -> u64 {
    let blocks = u64::from(scenario.ensemble.replications.div_ceil(LANES as u32));
    blocks * sets.len() as u64 * scenario.clock.records() as u64
}

/// Bytes the comparison keeps.
pub fn bytes_kept(scenario: &Scenario, sets: usize) -> u64 {
    let per_run = 7 * scenario.size() + 10;
    let lanes = u64::from(scenario.ensemble.replications.div_ceil(LANES as u32)) * LANES as u64;
    lanes * 8 * (sets as u64 * per_run as u64 + scenario.numbers.len() as u64)
}

/// Runs every set on the current rayon pool.
pub fn run(scenario: &Scenario, sets: Vec<Set>, running: Running<'_>) -> Compared {
    let couple = main_couple(scenario);
    let blocks: Vec<Option<Block>> = (0..running.replications.div_ceil(LANES as u32))
        .into_par_iter()
        .map(|b| {
            let first = b * LANES as u32;
            let active = (running.replications - first).min(LANES as u32) as usize;
            block(scenario, &sets, couple, running, first, active)
        })
        .collect();
    Compared {
        sets,
        blocks: blocks.into_iter().flatten().collect(),
        couple,
        seed: running.seed,
        requested: running.replications,
        lives: scenario.issues[0].physics.health.is_some(),
        budget: None,
    }
}

/// The two actors with the largest median baselines in the first issue.
fn main_couple(scenario: &Scenario) -> (usize, usize) {
    let size = |i: usize| {
        let number = scenario.number(scenario.issues[0].stakes[i].baseline);
        number.distribution.quantile(0.5, number.range)
    };
    let mut order: Vec<usize> = (0..scenario.size()).collect();
    order.sort_by(|&a, &b| size(b).total_cmp(&size(a)).then(a.cmp(&b)));
    let (a, b) = (order[0], order.get(1).copied().unwrap_or(order[0]));
    (a.min(b), a.max(b))
}

fn block(
    scenario: &Scenario,
    sets: &[Set],
    couple: (usize, usize),
    running: Running<'_>,
    first: u32,
    active: usize,
) -> Option<Block> {
    if running.stop.load(Ordering::Relaxed) {
        return None;
    }
    let drawn = draw(scenario, running.seed, first);
    let one = |set: &Set| {
        let terms = set.terms(scenario, &drawn);
        measure(scenario, &drawn, &terms, couple, running, first)
    };
    let few = running.replications.div_ceil(LANES as u32) < rayon::current_num_threads() as u32;
    let runs = if few {
        sets.par_iter().map(one).collect::<Option<Vec<_>>>()?
    } else {
        sets.iter().map(one).collect::<Option<Vec<_>>>()?
    };
    Some(Block {
        first,
        active,
        runs,
        greedy: drawn.terms.issues[0].greedy.clone(),
        satisfaction: drawn.of(scenario.measures.satisfaction),
        dilemma_ratio: drawn.of(scenario.measures.dilemma_ratio),
        people: lives::people(&drawn.terms),
        values: drawn.values,
    })
}

/// One run of one block.
pub fn measure(
    scenario: &Scenario,
    drawn: &Drawn,
    terms: &Terms<LANES>,
    couple: (usize, usize),
    running: Running<'_>,
    first: u32,
) -> Option<Measured> {
    let (mut trust, mut logs, mut ratio, mut squeeze) = ([0.0; LANES], [0.0; LANES], [0.0; LANES], [1.0; LANES]);
    let records = scenario.clock.records() as f64;
    let finished = simulate(scenario, drawn, terms, running, first, false, |_, moment| {
        let (doubt, total, over) = (mean_mistrust(moment), total_effort(moment), over_baseline(moment));
        for l in 0..LANES {
            trust[l] += (1.0 - doubt[l]) / records;
            logs[l] += ln(total[l]) / records;
            ratio[l] += over[l] / records;
        }
        if moment.last {
            squeeze = pressure_on(moment, couple);
        }
    })?;
    Some(Measured { trust, log_effort: logs, ratio, pressure: squeeze, ..summary(&finished, terms.actors) })
}

fn mean_mistrust(moment: &Moment<'_>) -> Lane {
    let n = moment.terms.actors;
    let mut sum = [0.0; LANES];
    let mut count = 0.0;
    for issue in &moment.world.issues {
        for p in (0..n * n).filter(|p| p / n != p % n) {
            count += 1.0;
            for l in 0..LANES {
                sum[l] += mistrust(issue.log_odds[p][l]);
            }
        }
    }
    sum.map(|s| s / f64::max(count, 1.0))
}

fn total_effort(moment: &Moment<'_>) -> Lane {
    std::array::from_fn(|l| moment.readings[0].effort.iter().map(|x| x[l]).sum())
}

/// How far the two lift each other's need over baseline in the first issue, as a ratio (geometric mean of both sides).
fn pressure_on(moment: &Moment<'_>, (i, j): (usize, usize)) -> Lane {
    let (n, reading, issue) = (moment.terms.actors, &moment.readings[0], &moment.terms.issues[0]);
    let side = |a: usize, b: usize, l: usize| {
        let threat = issue.reach[a * n + b][l] * reading.weight[a * n + b][l];
        pressure(
            reading.baseline[a][l],
            reading.responsiveness[a][l],
            threat,
            reading.effort[b][l],
            reading.inverse_hold[a][l],
        )
    };
    std::array::from_fn(|l| exp(0.5 * (side(i, j, l) + side(j, i, l))))
}

fn over_baseline(moment: &Moment<'_>) -> Lane {
    let reading = &moment.readings[0];
    let n = reading.effort.len() as f64;
    let mean = |l: usize| reading.effort.iter().zip(&reading.baseline).map(|(x, x0)| x[l] / x0[l]).sum::<f64>() / n;
    std::array::from_fn(mean)
}

/// What the ledgers and the remedies say; the rest is what the years have shown.
fn summary(finished: &Finished, n: usize) -> Measured {
    let ledgers = &finished.ledgers;
    let over = |pick: &dyn Fn(usize, usize) -> f64, i: usize| -> Lane {
        std::array::from_fn(|l| (0..ledgers.len()).map(|k| pick(k, i * LANES + l)).sum())
    };
    let deliberate = |k: usize, at: usize| ledgers[k].objective[at / LANES][at % LANES];
    let accidental = |k: usize, at: usize| ledgers[k].accident.iter().map(|cause| cause[at / LANES][at % LANES]).sum();
    let share = |l: usize| {
        let issue = |k: usize| {
            let sum = |v: &[Lane]| v.iter().map(|x| x[l]).sum::<f64>();
            sum(&ledgers[k].waste) / sum(&ledgers[k].effort)
        };
        (0..ledgers.len()).map(issue).sum::<f64>() / ledgers.len() as f64
    };
    let remedies = &finished.state.remedies;
    let count = remedies.len().max(1) as f64;
    Measured {
        deliberate: (0..n).map(|i| over(&deliberate, i)).collect(),
        accidental: (0..n).map(|i| over(&accidental, i)).collect(),
        effort: ledgers[0].effort.clone(),
        waste: std::array::from_fn(share),
        trust: [0.0; LANES],
        log_effort: [0.0; LANES],
        ratio: [0.0; LANES],
        pressure: [0.0; LANES],
        baseline: remedies.first().map_or([0.0; LANES], |r| r.usual),
        tolls: tolls(&finished.state, n),
        left: commons::left(finished),
        cost: (0..n).map(|i| std::array::from_fn(|l| remedies.iter().map(|r| r.cost[0][i][l]).sum())).collect(),
        exercised: std::array::from_fn(|l| remedies.iter().map(|r| r.exercised[l]).sum::<f64>() / count),
    }
}
