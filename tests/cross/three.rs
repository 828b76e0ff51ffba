//! A scenario without symmetry, and what tests of the laboratory share.

use std::sync::atomic::AtomicBool;

use lab::check::check;
use lab::ensemble::{Ensemble, Running, run};
use lab::fault::render;
use lab::plan::{Plan, plan};
use lab::scenario::{Lang, Scenario};
use theory::step::Instructions;

/// Seed of the scenario.
pub const SEED: u64 = 77;

/// Three actors, two of them in a region inside a world; two issues; everything stated and nothing symmetric.
pub const TEXT: &str = include_str!("../fixtures/three.toml");

/// The scenario under these settings.
pub fn scenario(sets: &[(&str, &str)]) -> Scenario {
    let sets: Vec<(String, String)> = sets.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
    check(TEXT, &sets).unwrap_or_else(|faults| panic!("{}", render(&faults, "three", Lang::En, false)))
}

/// Equal but for rounding.
pub fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1e-3)
}

/// Runs it with its own seed and replications.
pub fn ensemble(s: &Scenario) -> (Plan, Ensemble) {
    let plan = plan(s, s.ensemble.replications, 2, u64::MAX).expect("small");
    let stop = AtomicBool::new(false);
    let running = Running {
        seed: s.ensemble.seed,
        replications: s.ensemble.replications,
        instructions: Instructions::Portable,
        stop: &stop,
        progress: &|_| {},
    };
    let ensemble = run(s, &plan, running);
    (plan, ensemble)
}

/// Arithmetic mean.
pub fn mean(v: &[f64]) -> f64 {
    v.iter().sum::<f64>() / v.len() as f64
}
