//! What 2021 comes to in one run.

use std::sync::atomic::AtomicBool;

use lab::draw::draw;
use lab::ensemble::{Running, simulate};
use lab::scenario::Scenario;
use theory::course::State;
use theory::step::Instructions;
use theory::world::LANES;

use crate::arrangement::{Arrangement, START};
use crate::groups::Groups;

/// What 2021 brought one actor.
#[derive(Clone, Copy, Debug, Default)]
pub struct Year {
    /// People dead of it, found or not.
    pub deaths: f64,
    /// Infections.
    pub infections: f64,
    /// Output lost, years of output.
    pub loss: f64,
    /// Doses given.
    pub doses: f64,
}

/// One run.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// 2021, actors.
    pub year: Vec<Year>,
    /// Share of a country's loss that follows the world's, as drawn.
    pub linkage: f64,
}

impl Outcome {
    /// A figure of 2021, sum over some actors.
    pub fn sum(&self, among: &[usize], of: fn(&Year) -> f64) -> f64 {
        among.iter().map(|&i| of(&self.year[i])).sum()
    }

    /// Output that some actors lost in 2021, billion.
    pub fn lost(&self, among: &[usize], groups: &Groups) -> f64 {
        among.iter().map(|&i| self.year[i].loss * groups.output[i]).sum()
    }
}

/// The sixteen runs of one block under every arrangement.
pub fn outcomes(scenario: &Scenario, arrangements: &[Arrangement], block: u32) -> Vec<Vec<Outcome>> {
    let stop = AtomicBool::new(false);
    let (seed, first) = (scenario.ensemble.seed, block * LANES as u32);
    let running = Running {
        seed,
        replications: first + LANES as u32,
        instructions: Instructions::Widest,
        stop: &stop,
        progress: &|_| {},
    };
    let (drawn, groups) = (draw(scenario, seed, first), Groups::of(scenario));
    let linkage = drawn.terms.issues[0].physics.health.as_ref().map_or([0.0; LANES], |h| h.economy.linkage);
    let one = |arrangement: &Arrangement| {
        let terms = arrangement.terms(scenario, &drawn, &groups);
        let mut before = None;
        let finished = simulate(scenario, &drawn, &terms, running, first, false, |_, moment| {
            if (moment.time - START).abs() < 1e-9 {
                before = Some(tally(&moment.course.state));
            }
        });
        let (Some(before), Some(after)) = (before, finished.map(|f| tally(&f.state))) else {
            panic!("2021 does not begin at a record of {}", scenario.id)
        };
        (0..LANES).map(|l| Outcome { year: between(&before[l], &after[l]), linkage: linkage[l] }).collect()
    };
    arrangements.iter().map(one).collect()
}

/// What has happened so far, `[lane][actor]`.
fn tally(state: &State<LANES>) -> Vec<Vec<Year>> {
    let Some(e) = &state.nature[0].emergency else { panic!("the first issue is no epidemic") };
    let of = |i: usize, l: usize| Year {
        deaths: e.outbreak.dead[i][l],
        infections: e.outbreak.infections[i][l],
        loss: e.loss[i][l],
        doses: e.tally[3][i][l],
    };
    (0..LANES).map(|l| (0..e.stock.len()).map(|i| of(i, l)).collect()).collect()
}

fn between(before: &[Year], after: &[Year]) -> Vec<Year> {
    let less = |(a, b): (&Year, &Year)| Year {
        deaths: a.deaths - b.deaths,
        infections: a.infections - b.infections,
        loss: a.loss - b.loss,
        doses: a.doses - b.doses,
    };
    after.iter().zip(before).map(less).collect()
}
