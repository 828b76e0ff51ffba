//! Remedies against second opinions: terms recomputed from the words of the model, documents from their tables.

mod answer;
mod arrows;
mod effects;
mod epidemic;
mod kinds;
mod lives;
pub(crate) mod terms;

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use lab::ensemble::Running;
use lab::table::{Column, Table};
use theory::step::Instructions;

/// How both engines are run here: two blocks, the second not full.
pub(crate) fn running(stop: &AtomicBool) -> Running<'_> {
    Running { seed: 1950, replications: 20, instructions: Instructions::Widest, stop, progress: &|_| {} }
}

/// The rows of a table by run: every real column by name, in the order of the replications.
pub(crate) fn by_run(table: &Table) -> BTreeMap<String, BTreeMap<&'static str, Vec<f64>>> {
    let mut runs: BTreeMap<String, BTreeMap<&'static str, Vec<f64>>> = BTreeMap::new();
    let Some(("run", Column::Word(names, run))) = table.columns.first() else { panic!("the first column is the run") };
    let Some(("replication", Column::Whole(numbers))) = table.columns.get(1) else { panic!("then the replication") };
    for (row, at) in run.iter().enumerate() {
        let of = runs.entry(names[*at as usize].clone()).or_default();
        for (name, column) in &table.columns[2..] {
            let Column::Real(values) = column else { panic!("{name} is real") };
            let list = of.entry(name).or_default();
            assert_eq!(list.len(), numbers[row] as usize, "replications stand in order");
            list.push(values[row]);
        }
    }
    runs
}

/// Mean and 95 % interval of these differences, worked out here.
fn mean_and_interval(values: &[f64]) -> [f64; 3] {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let square = values.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / (n - 1.0);
    let half = 1.959_963_984_540_054 * (square / n).sqrt();
    [mean, mean - half, mean + half]
}

fn near(got: f64, want: f64) -> bool {
    (got - want).abs() <= 1e-12 * want.abs().max(1.0)
}

/// The effect is the mean difference with its interval.
#[track_caller]
fn agrees(effect: &lab::outcome::Effect, differences: &[f64], what: &str) {
    let want = mean_and_interval(differences);
    let got = [effect.mean, effect.ci95[0], effect.ci95[1]];
    assert!(got.iter().zip(want).all(|(g, w)| near(*g, w)), "{what}: {got:?} instead of {want:?}");
    assert_eq!(effect.replications as usize, differences.len(), "{what}");
    let above = differences.iter().filter(|&&d| d > 0.0).count() as f64 / differences.len() as f64;
    assert!(near(effect.positive, above), "{what}");
}
