//! What one run comes to.

use std::sync::atomic::AtomicBool;

use lab::draw::draw;
use lab::ensemble::{Finished, Running, simulate};
use lab::scenario::Scenario;
use theory::happen::What;
use theory::real::exp;
use theory::step::Instructions;
use theory::world::{LANES, Terms};

use crate::BLOCKS;
use crate::world::{BLOCS, YEARS};

/// Share of all resources from which one power is a hegemon.
const HEGEMON: f64 = 0.5;
/// The largest so many, two of whom make a total war systemic.
const GREAT: usize = 3;

/// Most powers in any world.
pub const MOST: usize = 10;

/// One run.
#[derive(Clone, Copy, Debug, Default)]
pub struct Outcome {
    /// Objective hazard, mean over powers and years.
    pub hazard: f64,
    /// The same of each power, largest first.
    pub each: [f64; MOST],
    /// The same, mean of the three smallest.
    pub small: f64,
    /// Wars in the run.
    pub wars: f64,
    /// 1 where two of the three largest fought a total war.
    pub systemic: f64,
    /// 1 where one power that had not more than half of all resources at the start has at the end.
    pub hegemony: f64,
    /// 1 where either.
    pub broken: f64,
    /// Total effort over total baseline at the start, mean over years.
    pub effort: f64,
    /// Share of years in which the strongest is outmatched by all others; by those outside its bloc; by those in no bloc:
    /// each with all it has, then with the share that is lent.
    pub outmatched: [[f64; 2]; 3],
}

/// Share of its effort that a member lends, the default.
const LENT: f64 = 0.3;

/// All runs of a scenario with these remedies in force.
pub fn outcomes(scenario: &Scenario, force: &[String]) -> Vec<Outcome> {
    let (seed, stop) = (scenario.ensemble.seed, AtomicBool::new(false));
    let running = Running {
        seed,
        replications: BLOCKS * LANES as u32,
        instructions: Instructions::Widest,
        stop: &stop,
        progress: &|_| {},
    };
    let wanted = |r: usize| force.contains(&scenario.remedies[r].id);
    assert_eq!((0..scenario.remedies.len()).filter(|&r| wanted(r)).count(), force.len(), "{force:?}");
    (0..BLOCKS)
        .flat_map(|block| {
            let first = block * LANES as u32;
            let drawn = draw(scenario, seed, first);
            let terms = Terms { remedies: drawn.in_force(wanted), ..drawn.terms.clone() };
            let mut runs = [Outcome::default(); LANES];
            let finished = simulate(scenario, &drawn, &terms, running, first, true, |_, moment| {
                let effort = &moment.readings[0].effort;
                for (l, run) in runs.iter_mut().enumerate() {
                    let x: Vec<f64> = effort.iter().map(|x| x[l]).collect();
                    watch(run, &x);
                }
            });
            if let Some(finished) = &finished {
                runs.iter_mut().enumerate().for_each(|(l, run)| close(run, &terms, finished, l));
            }
            runs
        })
        .collect()
}

/// Can the strongest be outmatched?
fn watch(run: &mut Outcome, x: &[f64]) {
    let strongest = (0..x.len()).fold(0, |best, i| if x[i] > x[best] { i } else { best });
    let bloc_of = |i: usize| BLOCS.iter().position(|bloc| bloc.contains(&i));
    let own = bloc_of(strongest);
    let others = || (0..x.len()).filter(|&i| i != strongest);
    let against = [
        others().map(|i| x[i]).sum::<f64>(),
        others().filter(|&i| own.is_none() || bloc_of(i) != own).map(|i| x[i]).sum(),
        others().filter(|&i| bloc_of(i).is_none()).map(|i| x[i]).sum(),
    ];
    for (cell, sum) in run.outmatched.iter_mut().zip(against) {
        for (share, count) in [1.0, LENT].into_iter().zip(cell) {
            *count += if share * sum > x[strongest] { 1.0 / (f64::from(YEARS) + 1.0) } else { 0.0 };
        }
    }
}

fn close(run: &mut Outcome, terms: &Terms<LANES>, finished: &Finished, l: usize) {
    let (n, years) = (terms.actors, f64::from(YEARS));
    let hazard = |i: usize| finished.ledgers[0].objective[i][l] / years;
    run.hazard = (0..n).map(hazard).sum::<f64>() / n as f64;
    (0..n).for_each(|i| run.each[i] = hazard(i));
    run.small = (n.saturating_sub(3)..n).map(hazard).sum::<f64>() / n.min(3) as f64;
    let baseline: f64 = terms.issues[0].baseline.iter().map(|x| x[l]).sum();
    run.effort = finished.ledgers[0].effort.iter().map(|x| x[l]).sum::<f64>() / years / baseline;
    let log = finished.state.log.as_deref().unwrap_or_default();
    for h in log.iter().filter(|h| h.lane == l) {
        match h.what {
            What::AttackFromGreed | What::AttackFromFear => run.wars += 1.0,
            What::Widened(3) if h.actor.max(h.partner) < GREAT => run.systemic = 1.0,
            _ => {}
        }
    }
    let gains = &finished.state.resources[0];
    let start = |i: usize| terms.issues[0].responsiveness[i][l];
    let end = |i: usize| start(i) * exp(gains[i][l]);
    let over = |size: &dyn Fn(usize) -> f64, i: usize| size(i) > HEGEMON * (0..n).map(size).sum::<f64>();
    run.hegemony = if (0..n).any(|i| over(&end, i) && !over(&start, i)) { 1.0 } else { 0.0 };
    run.broken = f64::max(run.systemic, run.hegemony);
}
