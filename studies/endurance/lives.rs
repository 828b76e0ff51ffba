//! From a run to how long its states last.

use std::sync::atomic::AtomicBool;

use lab::draw::{Lane, draw};
use lab::ensemble::{Running, simulate};
use lab::scenario::Scenario;
use lab::statistics::{mean, quantile};
use theory::luck::{Luck, Purpose};
use theory::step::Instructions;
use theory::world::LANES;

use super::world::STATES;

/// Year from which lives are counted, and with which a state is compared.
pub const BIRTH: i32 = 20;

/// What counts as the end of a state: the first year in which something is below this share of what it was at [`BIRTH`].
pub const ENDS: [(&str, f64); 4] =
    [("resources under ½", 0.5), ("resources under ¼", 0.25), ("effort under ½", 0.5), ("effort under ¼", 0.25)];

/// One run.
#[derive(Clone, Debug, Default)]
pub struct Run {
    /// Years each state lasts, by [`ENDS`]; infinite where it outlasts the run.
    pub lives: [Vec<f64>; 4],
    /// Wars that break out from [`BIRTH`] on, a year.
    pub wars: f64,
    /// 1/Σ share² of resources at the end: how many equal powers it is like.
    pub powers: f64,
    /// Effort of all over baseline of all, at the end.
    pub armed: f64,
}

impl Run {
    /// States that outlast the run.
    pub fn standing(&self, end: usize) -> usize {
        self.lives[end].iter().filter(|life| life.is_infinite()).count()
    }
    /// Mean life, each counted up to the end of the run.
    pub fn restricted(&self, end: usize, years: i32) -> f64 {
        let most = f64::from(years - BIRTH);
        mean(&self.lives[end].iter().map(|life| life.min(most)).collect::<Vec<_>>())
    }
}

/// Runs sixteen replications on one thread.
pub fn runs(scenario: &Scenario) -> Vec<Run> {
    let (seed, stop) = (scenario.ensemble.seed, AtomicBool::new(false));
    let instructions = Instructions::Widest;
    let running = Running { seed, replications: LANES as u32, instructions, stop: &stop, progress: &|_| {} };
    let drawn = draw(scenario, seed, 0);
    let alive = Run { lives: std::array::from_fn(|_| vec![f64::INFINITY; STATES]), ..Run::default() };
    let mut found = vec![alive; LANES];
    let mut birth = Vec::new();
    let mut wars = [0.0; LANES];
    let years = f64::from(scenario.clock.end - BIRTH);
    simulate(scenario, &drawn, &drawn.terms, running, 0, false, |year, moment| {
        let (size, effort) = (&moment.terms.issues[0].responsiveness, &moment.readings[0].effort);
        let begun = moment.course.state.wars[0].as_ref().map_or([0.0; LANES], |w| w.begun);
        if year == BIRTH as usize {
            birth = (0..STATES).map(|s| [size[s], size[s], effort[s], effort[s]]).collect::<Vec<_>>();
            wars = begun;
        }
        for (s, was) in birth.iter().enumerate() {
            let now = [size[s], size[s], effort[s], effort[s]];
            for (l, run) in found.iter_mut().enumerate() {
                for end in 0..ENDS.len() {
                    if run.lives[end][s].is_infinite() && now[end][l] < ENDS[end].1 * was[end][l] {
                        run.lives[end][s] = (year as i32 - BIRTH).into();
                    }
                }
            }
        }
        if moment.last {
            for (l, run) in found.iter_mut().enumerate() {
                let (all, squares) =
                    size.iter().fold((0.0, 0.0), |(sum, squares), x| (sum + x[l], squares + x[l] * x[l]));
                run.powers = all * all / squares;
                run.wars = (begun[l] - wars[l]) / years;
                let sum = |of: &[Lane]| of.iter().map(|x| x[l]).sum::<f64>();
                run.armed = sum(effort) / sum(&moment.readings[0].baseline);
            }
        }
    });
    found
}

/// Median life of all states of all runs; infinite where more than half outlast their run.
pub fn median(runs: &[Run], end: usize) -> f64 {
    weighted_median(&ranked(runs, end), &vec![1; runs.len()])
}

/// Lives with their run, shortest first.
fn ranked(runs: &[Run], end: usize) -> Vec<(f64, usize)> {
    let mut all: Vec<(f64, usize)> =
        runs.iter().enumerate().flat_map(|(r, run)| run.lives[end].iter().map(move |&life| (life, r))).collect();
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    all
}

/// The life up to which at least half of all have ended, every run counted so many times.
fn weighted_median(ranked: &[(f64, usize)], times: &[usize]) -> f64 {
    let all: usize = ranked.iter().map(|&(_, run)| times[run]).sum();
    let mut below = 0;
    let middle = ranked.iter().find(|&&(_, run)| {
        below += times[run];
        2 * below >= all
    });
    middle.map_or(f64::NAN, |&(life, _)| life)
}

/// Ratio of median lives, with its 95 % interval from 2,000 bootstrap samples of runs: each sample takes the same runs of
/// both, so what they share cancels (Efron & Tibshirani 1993, *An Introduction to the Bootstrap*, ch. 8 and 13).
pub fn ratio_of_medians(with: &[Run], without: &[Run], end: usize) -> (f64, [f64; 2]) {
    const SAMPLES: u32 = 2000;
    let (a, b) = (ranked(with, end), ranked(without, end));
    let luck = Luck::new(1990, Purpose::Analysis, 40);
    let n = with.len();
    let mut ratios: Vec<f64> = (0..SAMPLES)
        .map(|sample| {
            let mut times = vec![0; n];
            for k in 0..n {
                let u = luck.uniforms::<1>(sample, k as u32, 0, 0)[0][0];
                times[((u * n as f64) as usize).min(n - 1)] += 1;
            }
            weighted_median(&a, &times) / weighted_median(&b, &times)
        })
        .collect();
    ratios.sort_by(f64::total_cmp);
    (median(with, end) / median(without, end), [quantile(&ratios, 0.025), quantile(&ratios, 0.975)])
}

/// Paired difference of a figure: mean and half of its 95 % interval.
pub fn change(with: &[Run], without: &[Run], of: impl Fn(&Run) -> f64) -> (f64, f64) {
    let effect = lab::statistics::effect(&with.iter().zip(without).map(|(a, b)| of(a) - of(b)).collect::<Vec<_>>());
    (effect.mean, effect.ci95[1] - effect.mean)
}
