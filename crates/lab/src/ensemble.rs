//! The ensemble: blocks of replications on any number of threads, recorded year by year.
//!
//! A block runs the scenario once as it is and once under every paired change, all with the same luck.
//! Blocks are gathered in order, so the result does not depend on threads.

use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use theory::closed_form::boundary_mistrust;
use theory::course::{Course, State};
use theory::issue::nuclear;
use theory::real::exp;
use theory::security::{brier, entropy, mistrust, pressure};
use theory::spiral::{DENSE, Linearised};
use theory::step::{Instructions, Stretch, advance, read};
use theory::world::{LANES, Ledger, Reading, Terms, World};

use crate::change::{Change, OPTIONS, Who, apply};
use crate::draw::{Drawn, Lane, draw};
use crate::nature::{Toll, tolls};
use crate::plan::{Plan, SPIRAL_REPLICATIONS};
use crate::scenario::Scenario;

/// Cumulative objective hazard of every actor, all issues together, under one change.
#[derive(Clone, Debug)]
pub struct Paired {
    /// Who changed.
    pub who: Who,
    /// What.
    pub change: Change,
    /// ∫h of deliberate attack per actor.
    pub hazard: Vec<Lane>,
    /// ∫ hazard of accident per actor.
    pub accident: Vec<Lane>,
    /// What epidemics did to each actor; nothing where there are none.
    pub toll: Vec<Toll>,
}

/// What one block has recorded. Index order: `[record][issue][actor or tracked pair]` where yearly.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// First replication.
    pub first: u32,
    /// Replications that count (the last block may be padded).
    pub active: usize,
    /// x.
    pub effort: Vec<Lane>,
    /// x over the baseline of the moment.
    pub ratio: Vec<Lane>,
    /// H.
    pub perceived: Vec<Lane>,
    /// h.
    pub objective: Vec<Lane>,
    /// μ of tracked pairs.
    pub mistrust: Vec<Lane>,
    /// Mean entropy over all pairs, bits; `[record][issue]`.
    pub entropy: Vec<Lane>,
    /// Mean Brier score over all pairs; `[record][issue]`.
    pub brier: Vec<Lane>,
    /// Mean over records of the log pressure of j on i, all pairs; `[issue][pair]`.
    pub pressure: Vec<Lane>,
    /// μ at the end, all pairs; `[issue][pair]`.
    pub last_mistrust: Vec<Lane>,
    /// θ; `[issue][actor]`.
    pub greedy: Vec<Lane>,
    /// Time integrals; `[issue]`.
    pub ledgers: Vec<Ledger<LANES>>,
    /// Damage each actor can answer with, nuclear issues only; `[record][nuclear issue][actor]`.
    pub damage: Vec<Lane>,
    /// Its usable power, likewise.
    pub usable: Vec<Lane>,
    /// Epidemics and commons, in the order of `nature.rs`.
    pub nature: Vec<Lane>,
    /// Authority inside each node; `[record][node]`.
    pub inside: Vec<Lane>,
    /// Wars, remedies and levels at the end.
    pub state: Option<State<LANES>>,
    /// (record, spiral rate per replication); NaN where it was not computed.
    pub spiral: Vec<(usize, Lane)>,
    /// P4 at effort = baseline, in the order of [`Ensemble::couples`]; ∞ where no mistrust is enough; `[issue][pair]`.
    pub boundary: Vec<Lane>,
    /// e^−g of the pair; `[issue][pair]`.
    pub critical_empathy: Vec<Lane>,
    /// Mean empathy of the pair; `[pair]`.
    pub empathy: Vec<Lane>,
    /// Satisfaction level.
    pub satisfaction: Lane,
    /// Pressure from which a pair counts as well over its baseline.
    pub dilemma_ratio: Lane,
    /// Paired runs; none in blocks beyond [`Plan::paired`].
    pub paired: Vec<Paired>,
}

/// All blocks that finished, in order.
#[derive(Clone, Debug)]
pub struct Ensemble {
    /// Blocks.
    pub blocks: Vec<Block>,
    /// Unordered tracked pairs (i < j).
    pub couples: Vec<(usize, usize)>,
    /// Replications asked for.
    pub requested: u32,
}

impl Ensemble {
    /// Replications that finished.
    pub fn replications(&self) -> usize {
        self.blocks.iter().map(|b| b.active).sum()
    }
    /// One value per finished replication.
    pub fn gather(&self, pick: impl Fn(&Block) -> &Lane) -> Vec<f64> {
        let mut out = Vec::with_capacity(self.replications());
        for block in &self.blocks {
            out.extend_from_slice(&pick(block)[..block.active]);
        }
        out
    }
    /// One computed value per finished replication.
    pub fn each(&self, compute: impl Fn(&Block, usize) -> f64) -> Vec<f64> {
        self.blocks.iter().flat_map(|b| (0..b.active).map(|l| compute(b, l)).collect::<Vec<_>>()).collect()
    }
    /// One computed value per finished replication that was run again under every change (see [`Plan::paired`]).
    pub fn each_paired(&self, compute: impl Fn(&Block, usize) -> f64) -> Vec<f64> {
        let paired = self.blocks.iter().filter(|b| !b.paired.is_empty());
        paired.flat_map(|b| (0..b.active).map(|l| compute(b, l)).collect::<Vec<_>>()).collect()
    }
    /// Numbers of the finished replications.
    pub fn numbers(&self) -> Vec<u32> {
        self.blocks.iter().flat_map(|b| (0..b.active).map(|l| b.first + l as u32)).collect()
    }
}

/// How to run.
#[derive(Clone, Copy)]
pub struct Running<'a> {
    /// Seed of all luck.
    pub seed: u64,
    /// Replications.
    pub replications: u32,
    /// Instructions.
    pub instructions: Instructions,
    /// Set from outside to stop; finished blocks are kept.
    pub stop: &'a AtomicBool,
    /// Called with the units of [`work`] just done (one simulated year of one run of one block).
    pub progress: &'a (dyn Fn(u64) + Sync),
}

impl std::fmt::Debug for Running<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Running {{ seed: {}, replications: {} }}", self.seed, self.replications)
    }
}

/// Runs the scenario on the current rayon pool.
pub fn run(scenario: &Scenario, plan: &Plan, running: Running<'_>) -> Ensemble {
    let couples: Vec<(usize, usize)> = plan.tracked.iter().copied().filter(|(i, j)| i < j).collect();
    let blocks: Vec<Option<Block>> = (0..running.replications.div_ceil(LANES as u32))
        .into_par_iter()
        .map(|b| {
            let first = b * LANES as u32;
            let active = (running.replications - first).min(LANES as u32) as usize;
            let block = run_block(scenario, plan, &couples, running, first, active)?;
            Some(block)
        })
        .collect();
    Ensemble { blocks: blocks.into_iter().flatten().collect(), couples, requested: running.replications }
}

/// One block; `None` when it was stopped.
fn run_block(
    scenario: &Scenario,
    plan: &Plan,
    couples: &[(usize, usize)],
    running: Running<'_>,
    first: u32,
    active: usize,
) -> Option<Block> {
    let drawn = draw(scenario, running.seed, first);
    let mut block = Block { first, active, ..Block::default() };
    record_terms(scenario, &drawn, couples, &mut block);
    let finished = simulate(scenario, &drawn, &drawn.terms, running, first, true, |record, moment| {
        record_year(plan, record, moment, &mut block);
    })?;
    (block.ledgers, block.state) = (finished.ledgers, Some(finished.state));
    let years = scenario.clock.records() as f64;
    block.pressure.iter_mut().flatten().for_each(|p| *p /= years);
    let one = |(who, change): (Who, Change)| {
        let terms = apply(&drawn, &scenario.measures, who, change);
        let finished = simulate(scenario, &drawn, &terms, running, first, false, |_, _| {})?;
        let n = scenario.size();
        let (hazard, accident) = (total_hazard(&finished.ledgers, n), total_accident(&finished.ledgers, n));
        Some(Paired { who, change, hazard, accident, toll: tolls(&finished.state, n) })
    };
    let all = if first < plan.paired { changes(scenario, plan) } else { Vec::new() };
    // Where few blocks carry the paired runs, those of one block share the threads; the order stays.
    let few = plan.paired.div_ceil(LANES as u32) < rayon::current_num_threads() as u32;
    block.paired = if few {
        all.into_par_iter().map(one).collect::<Option<Vec<_>>>()?
    } else {
        all.into_iter().map(one).collect::<Option<Vec<_>>>()?
    };
    Some(block)
}

/// Units of work of a whole ensemble, for progress.
pub fn work(scenario: &Scenario, plan: &Plan) -> u64 {
    let blocks = |replications: u32| u64::from(replications.div_ceil(LANES as u32));
    let runs = blocks(scenario.ensemble.replications) + blocks(plan.paired) * changes(scenario, plan).len() as u64;
    runs * scenario.clock.records() as u64
}

/// Every paired run of a scenario, in a fixed order.
pub fn changes(scenario: &Scenario, plan: &Plan) -> Vec<(Who, Change)> {
    let raises = (0..scenario.issues.len())
        .flat_map(|issue| plan.examined.iter().map(move |&i| (Who::One(i), Change::Raise { issue })));
    let own = plan.examined.iter().flat_map(|&i| OPTIONS.iter().map(move |&c| (Who::One(i), c)));
    let joint = OPTIONS.iter().map(|&c| (Who::All, c));
    let ill = scenario.issues.iter().any(|issue| issue.physics.health.is_some());
    let sharing = plan.examined.iter().flat_map(|&i| [(Who::One(i), Change::Share), (Who::AllBut(i), Change::Share)]);
    let together = [(Who::All, Change::Share), (Who::All, Change::Restrict)];
    let health = sharing.chain(together).filter(|_| ill);
    raises.chain(own).chain(joint).chain(health).collect()
}

/// ∫h per actor over all issues.
pub fn total_hazard(ledgers: &[Ledger<LANES>], n: usize) -> Vec<Lane> {
    (0..n).map(|i| std::array::from_fn(|l| ledgers.iter().map(|ledger| ledger.objective[i][l]).sum())).collect()
}

/// ∫ hazard of accident per actor over all issues and causes.
pub fn total_accident(ledgers: &[Ledger<LANES>], n: usize) -> Vec<Lane> {
    let of = |i: usize, l: usize| ledgers.iter().flat_map(|g| &g.accident).map(|cause| cause[i][l]).sum();
    (0..n).map(|i| std::array::from_fn(|l| of(i, l))).collect()
}

/// What is left at the end of a run of one block.
#[derive(Debug)]
pub struct Finished {
    /// Time integrals, per issue.
    pub ledgers: Vec<Ledger<LANES>>,
    /// What the run carried with it: wars, remedies, levels.
    pub state: State<LANES>,
}

/// What an observer of a block sees once a year.
#[derive(Debug)]
pub struct Moment<'a> {
    /// Terms.
    pub terms: &'a Terms<LANES>,
    /// World.
    pub world: &'a World<f64, LANES>,
    /// What the run carries with it.
    pub course: &'a Course<LANES>,
    /// Readings at this moment.
    pub readings: &'a [Reading<f64, LANES>],
    /// Years after the start.
    pub time: f64,
    /// First replication.
    pub first: u32,
    /// Whether this is the last record.
    pub last: bool,
}

/// Runs one block to its end, showing the moment at every year's start and at the end.
pub fn simulate(
    scenario: &Scenario,
    drawn: &Drawn,
    terms: &Terms<LANES>,
    running: Running<'_>,
    first: u32,
    log: bool,
    mut observe: impl FnMut(usize, &Moment<'_>),
) -> Option<Finished> {
    let (n, clock, last) = (terms.actors, &scenario.clock, scenario.clock.records() - 1);
    let per_record = clock.steps_per_year / clock.records_per_year;
    let mut world = World::begin(terms, &drawn.initial);
    let mut readings: Vec<_> = terms.issues.iter().map(|_| Reading::new(n)).collect();
    let mut ledgers: Vec<_> = terms.issues.iter().map(|_| Ledger::new(n)).collect();
    let mut course = Course::begin(terms, &world, log);
    for record in 0..=last {
        if running.stop.load(Ordering::Relaxed) {
            return None;
        }
        let time = record as f64 / f64::from(clock.records_per_year);
        course.stand(terms, &world, time);
        let now = if course.still { terms } else { &course.now };
        for (k, reading) in readings.iter_mut().enumerate() {
            read(now, k, &world, reading, time);
            nuclear::accidents(now, k, reading);
        }
        (running.progress)(1);
        let at_end = record == last;
        let moment =
            Moment { terms: now, course: &course, world: &world, readings: &readings, time, first, last: at_end };
        observe(record, &moment);
        if !at_end {
            let stretch = Stretch {
                first: record as u32 * per_record,
                count: per_record,
                dt: 1.0 / f64::from(clock.steps_per_year),
                seed: Some(running.seed),
                replication: first,
            };
            advance(terms, &mut course, &mut world, &mut readings, &mut ledgers, stretch, running.instructions);
        }
    }
    Some(Finished { ledgers, state: course.state })
}

/// What does not change during the run: motives, thresholds, basin boundaries.
fn record_terms(scenario: &Scenario, drawn: &Drawn, couples: &[(usize, usize)], block: &mut Block) {
    let n = scenario.size();
    block.satisfaction = drawn.of(scenario.measures.satisfaction);
    block.dilemma_ratio = drawn.of(scenario.measures.dilemma_ratio);
    block.greedy = drawn.terms.issues.iter().flat_map(|issue| issue.greedy.clone()).collect();
    let mean = |a: f64, b: f64| 0.5 * (a + b);
    let geometric = |a: f64, b: f64| (a * b).sqrt();
    block.empathy = couples
        .iter()
        .map(|&(i, j)| {
            let e = &drawn.terms.empathy;
            std::array::from_fn(|l| mean(e[i * n + j][l], e[j * n + i][l]))
        })
        .collect();
    for issue in &drawn.terms.issues {
        for (c, &(i, j)) in couples.iter().enumerate() {
            let greed: Lane = std::array::from_fn(|l| mean(issue.greed_excess[i][l], issue.greed_excess[j][l]));
            block.critical_empathy.push(greed.map(|g| exp(-g)));
            block.boundary.push(std::array::from_fn(|l| {
                let x0 = geometric(issue.baseline[i][l], issue.baseline[j][l]);
                let big_k = geometric(issue.responsiveness[i][l], issue.responsiveness[j][l]);
                let reach = geometric(issue.reach[i * n + j][l], issue.reach[j * n + i][l]);
                boundary_mistrust(x0, big_k, reach, block.empathy[c][l], greed[l], x0).unwrap_or(f64::INFINITY)
            }));
        }
    }
}

fn record_year(plan: &Plan, record: usize, moment: &Moment<'_>, block: &mut Block) {
    let n = moment.terms.actors;
    let pairs = n * n;
    if record == 0 {
        block.pressure = vec![[0.0; LANES]; moment.terms.issues.len() * pairs];
    }
    for (k, (issue, reading)) in moment.terms.issues.iter().zip(moment.readings).enumerate() {
        for i in 0..n {
            block.effort.push(reading.effort[i]);
            block.ratio.push(std::array::from_fn(|l| reading.effort[i][l] / reading.baseline[i][l]));
            block.perceived.push(std::array::from_fn(|l| reading.fear[i][l] * reading.inverse_effort[i][l]));
            block.objective.push(reading.hazard[i]);
        }
        let log_odds = &moment.world.issues[k].log_odds;
        for &(i, j) in &plan.tracked {
            block.mistrust.push(log_odds[i * n + j].map(mistrust));
        }
        let (mut bits, mut score) = ([0.0; LANES], [0.0; LANES]);
        for p in (0..pairs).filter(|p| p / n != p % n) {
            let (i, j) = (p / n, p % n);
            let sum = &mut block.pressure[k * pairs + p];
            for l in 0..LANES {
                let mu = mistrust(log_odds[p][l]);
                bits[l] += entropy(mu);
                score[l] += brier(mu, issue.greedy[j][l]);
                let threat = issue.reach[p][l] * reading.weight[p][l];
                sum[l] += pressure(
                    reading.baseline[i][l],
                    reading.responsiveness[i][l],
                    threat,
                    reading.effort[j][l],
                    reading.inverse_hold[i][l],
                );
            }
        }
        let count = (n * (n - 1)).max(1) as f64;
        block.entropy.push(bits.map(|b| b / count));
        block.brier.push(score.map(|b| b / count));
        if moment.last {
            block.last_mistrust.extend(log_odds.iter().map(|lane| lane.map(mistrust)));
        }
    }
    record_physics(moment, block);
    record_spiral(record, moment, block);
}

/// Warheads and levels at the moment.
fn record_physics(moment: &Moment<'_>, block: &mut Block) {
    block.inside.extend_from_slice(&moment.course.inside);
    crate::nature::record(moment, &mut block.nature);
    for k in (0..moment.terms.issues.len()).filter(|&k| moment.terms.issues[k].physics.nuclear.is_some()) {
        for i in 0..moment.terms.actors {
            let [damage, usable] = nuclear::power(moment.terms, k, &moment.readings[k], i);
            block.damage.push(damage);
            block.usable.push(usable);
        }
    }
}

/// Spiral rate every year for the first replications of small worlds; for large ones at the ends only.
fn record_spiral(record: usize, moment: &Moment<'_>, block: &mut Block) {
    let n = moment.terms.actors;
    let coordinates = moment.terms.issues.len() * n * n;
    let small = coordinates <= DENSE;
    let wanted = if small { SPIRAL_REPLICATIONS } else { 2 };
    if moment.first >= wanted || !(small || record == 0 || moment.last) {
        return;
    }
    let rates = std::array::from_fn(|l| {
        if l >= block.active || moment.first + l as u32 >= wanted {
            return f64::NAN;
        }
        let (terms, world) = (moment.terms.alone(l), moment.world.alone(l));
        Linearised::new(&terms, &world, moment.time).leading()
    });
    block.spiral.push((record, rates));
}
