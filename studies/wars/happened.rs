//! From a run to its wars, and from wars to figures.

use std::sync::atomic::AtomicBool;

use lab::check::check;
use lab::draw::draw;
use lab::ensemble::{Running, simulate};
use lab::scenario::Scenario;
use lab::statistics::mean;
use lab::table::year_of;
use theory::happen::{Happening, What};
use theory::real::ln;
use theory::step::Instructions;
use theory::world::LANES;

use crate::world::STATES;

/// One war.
#[derive(Clone, Copy, Debug)]
pub struct War {
    /// Year it begins, from the start of the run.
    pub year: i32,
    /// The two, lower first.
    pub pair: (usize, usize),
    /// Effort destroyed; nothing where it outlasts the run.
    pub size: Option<f64>,
    /// How far it went, 1 to 3.
    pub stage: u8,
    /// Whether neither side is greedy.
    pub tragic: bool,
    /// Whether the attacker is benign and attacks from fear.
    pub from_fear: bool,
}

/// One run: its wars, who can meet whom, and resources at the start of each year.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// All wars, by year.
    pub wars: Vec<War>,
    /// Number of pairs that can meet.
    pub meeting: usize,
    /// Standard deviation over states of ln responsiveness, by year.
    pub spread: Vec<f64>,
    /// Sum of all efforts, by year.
    pub effort: Vec<f64>,
    /// Mean over benign states of ½(1 − x0²/x²), the elasticity of their need to what they fear, at the end.
    pub elasticity: f64,
}

impl Run {
    /// Wars that begin in the years `from` to `to`, both included.
    pub fn between(&self, from: i32, to: i32) -> impl Iterator<Item = &War> {
        self.wars.iter().filter(move |w| (from..=to).contains(&w.year))
    }
}

/// A scenario under settings.
pub fn read(text: &str, sets: &[(String, f64)]) -> Scenario {
    let sets: Vec<(String, String)> = sets.iter().map(|(path, value)| (path.clone(), value.to_string())).collect();
    check(text, &sets).unwrap_or_else(|faults| panic!("{faults:?}"))
}

/// Runs sixteen replications on one thread.
pub fn runs(scenario: &Scenario) -> Vec<Run> {
    let (seed, stop) = (scenario.ensemble.seed, AtomicBool::new(false));
    let instructions = Instructions::Widest;
    let running = Running { seed, replications: LANES as u32, instructions, stop: &stop, progress: &|_| {} };
    let drawn = draw(scenario, seed, 0);
    let mut found = vec![Run::default(); LANES];
    let finished = simulate(scenario, &drawn, &drawn.terms, running, 0, true, |_, moment| {
        let (terms, reading) = (&moment.terms.issues[0], &moment.readings[0]);
        for (l, run) in found.iter_mut().enumerate() {
            run.spread.push(deviation(&terms.responsiveness.iter().map(|k| ln(k[l])).collect::<Vec<_>>()));
            run.effort.push(reading.effort.iter().map(|x| x[l]).sum());
            if moment.last {
                let part = |i: usize| reading.baseline[i][l] * reading.inverse_effort[i][l];
                let benign = (0..STATES).filter(|&i| terms.greedy[i][l] < 0.5);
                run.elasticity = mean(&benign.map(|i| 0.5 * (1.0 - part(i) * part(i))).collect::<Vec<_>>());
            }
        }
    });
    let terms = &drawn.terms.issues[0];
    let pairs = || (0..STATES).flat_map(|i| (0..i).map(move |j| i * STATES + j));
    let meeting = pairs().filter(|&p| terms.reach[p][0] > 0.0).count();
    let log = finished.and_then(|f| f.state.log).unwrap_or_default();
    for (l, run) in found.iter_mut().enumerate() {
        run.meeting = meeting;
        let benign = |i: usize| terms.greedy[i][l] < 0.5;
        run.wars = wars(log.iter().filter(|h| h.lane == l), scenario.clock.steps_per_year, &benign);
    }
    found
}

/// Standard deviation, divisor n − 1.
pub fn deviation(values: &[f64]) -> f64 {
    let centre = mean(values);
    (values.iter().map(|v| (v - centre) * (v - centre)).sum::<f64>() / (values.len() as f64 - 1.0)).sqrt()
}

/// Wars of one run from the list of what happened.
fn wars<'a>(log: impl Iterator<Item = &'a Happening>, per_year: u32, benign: &dyn Fn(usize) -> bool) -> Vec<War> {
    let mut wars: Vec<War> = Vec::new();
    let mut open = vec![None; STATES * STATES];
    for h in log {
        let pair = (h.actor.min(h.partner), h.actor.max(h.partner));
        let at: &mut Option<usize> = &mut open[pair.0 * STATES + pair.1];
        match (h.what, *at) {
            (What::AttackFromGreed | What::AttackFromFear, _) => {
                *at = Some(wars.len());
                let from_fear = h.what == What::AttackFromFear;
                let tragic = benign(pair.0) && benign(pair.1);
                wars.push(War { year: year_of(h, 0, per_year), pair, size: None, stage: 1, tragic, from_fear });
            }
            (What::Widened(stage), Some(war)) => wars[war].stage = stage,
            (What::Ended(_), Some(war)) => {
                wars[war].size = Some(h.size);
                *at = None;
            }
            _ => {}
        }
    }
    wars
}

/// Chance a year that a pair that can meet goes to war, by years since it last did: 1, 2–3, 4–6, 7–11, 12–21, more,
/// never yet. Onsets and pair-years of each class.
pub fn since_last(runs: &[Run], from: i32, to: i32) -> [(f64, f64); 7] {
    let class = |gap: i32| [1, 3, 6, 11, 21].iter().position(|&most| gap <= most).unwrap_or(5);
    let mut table = [(0.0, 0.0); 7];
    for run in runs {
        let mut last = vec![None; STATES * STATES];
        let mut seen = Vec::new();
        let mut next = 0;
        for year in 0..=to {
            let began = next;
            while next < run.wars.len() && run.wars[next].year == year {
                next += 1;
            }
            let now = &run.wars[began..next];
            if year >= from {
                for &p in &seen {
                    let before: Option<i32> = last[p];
                    table[before.map_or(6, |y| class(year - y))].1 += 1.0;
                }
                table[6].1 += (run.meeting - seen.len()) as f64;
                let mut counted = Vec::new();
                for war in now {
                    let p: usize = war.pair.0 * STATES + war.pair.1;
                    if !counted.contains(&p) {
                        table[last[p].map_or(6, |y| class(year - y))].0 += 1.0;
                        counted.push(p);
                    }
                }
            }
            for war in now {
                let p = war.pair.0 * STATES + war.pair.1;
                if last[p].is_none() {
                    seen.push(p);
                }
                last[p] = Some(year);
            }
        }
    }
    table
}

/// Share of wars that the most warlike hundredth of all pairs hold, mean over runs.
pub fn concentration(runs: &[Run], from: i32, to: i32) -> f64 {
    let most = (STATES * (STATES - 1) / 2) / 100 + 1;
    let share = |run: &Run| {
        let mut count = vec![0usize; STATES * STATES];
        run.between(from, to).for_each(|w| count[w.pair.0 * STATES + w.pair.1] += 1);
        count.sort_unstable_by(|a, b| b.cmp(a));
        count[..most].iter().sum::<usize>() as f64 / count.iter().sum::<usize>().max(1) as f64
    };
    runs.iter().map(share).sum::<f64>() / runs.len() as f64
}

/// Sizes of the wars that began in these years and ended.
pub fn sizes(run: &Run, from: i32, to: i32) -> Vec<f64> {
    run.between(from, to).filter_map(|w| w.size).collect()
}
