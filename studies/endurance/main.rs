//! What lets states last: `cargo run --release -p herz-benches --example endurance`.
//!
//! With a file name it only writes the mixed world on map 1 there, for `herz run`.

mod lives;
mod tables;
mod world;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use lab::check::check;
use lives::{Run, runs};
use theory::real::exp;
use world::{Motives, STATES, scenario};

/// Maps, sixteen runs on each.
const MAPS: u32 = 13;
/// Length of a run, years.
pub const YEARS: i32 = 420;
/// Motives, and what the tables call them.
pub const WORLDS: [(Motives, &str); 3] =
    [(Motives::Mixed, "a fifth greedy"), (Motives::Power, "all greedy"), (Motives::Fear, "fear")];

/// One thing changed: its family, a name, and settings.
pub struct Change {
    /// What is varied.
    pub what: &'static str,
    /// To what.
    pub to: String,
    sets: Vec<(String, String)>,
}

/// As stated, then each thing varied alone.
pub fn changes(motives: Motives) -> Vec<Change> {
    let mut all = vec![Change { what: "as stated", to: String::new(), sets: Vec::new() }];
    let mut one = |what: &'static str, to: String, sets: Vec<(String, f64)>| {
        let sets = sets.into_iter().map(|(path, value)| (path, value.to_string())).collect();
        all.push(Change { what, to, sets });
    };
    let issue = |key: &str, value: f64| (format!("issues.arms.{key}"), value);
    for s in [0.125, 0.25, 1.0, 2.0] {
        one("noise of perception", format!("s = {s}"), vec![issue("opacity", s)]);
    }
    for b in [-0.25, 0.25] {
        let everybody = (0..STATES).map(|s| (format!("actors.s{s}.misperception"), b)).collect();
        one("bias of perception", format!("{b:+}"), everybody);
    }
    for times in [0.0, 0.5, 2.0, 4.0] {
        let stages = [("limited", 0.05), ("extended", 0.2), ("total", 0.4)];
        let sets = stages.map(|(stage, rate)| issue(&format!("war.attrition_{stage}"), times * rate));
        one("cost of war", format!("× {times}"), sets.into());
    }
    for share in [0.0, 0.2, 0.6, 0.8] {
        one("reparations", format!("{share}"), vec![issue("war.spoils", share)]);
    }
    for b in [-1.0, -0.5, 0.5, 1.0] {
        one("offence–defence balance", format!("B = {b:+}"), vec![issue("offence_advantage", b)]);
    }
    for b in [-1.0, 1.0] {
        // Among equals an attack succeeds, and is tried, with chance 1/(1 + e^−B); this keeps the rate of attacks.
        let rate = motives.numbers()[3] * (1.0 + exp(-b)) / 2.0;
        let sets = vec![issue("offence_advantage", b), issue("war.war_rate", rate)];
        one("the same, equals attack as often", format!("B = {b:+}"), sets);
    }
    all
}

/// Half as many attacks and half the reparations, which are then at their default; and what bears on the two signs that are
/// not by construction.
fn milder(motives: Motives) -> Vec<Change> {
    let rarer = motives.numbers()[3] / 2.0;
    let mild = [("issues.arms.war.war_rate", rarer), ("issues.arms.war.spoils", 0.2)];
    let wanted = |change: &Change| ["as stated", "noise of perception", "cost of war"].contains(&change.what);
    let add = |change: Change| {
        let sets = mild.iter().map(|(path, value)| ((*path).to_owned(), value.to_string())).chain(change.sets);
        Change { sets: sets.collect(), ..change }
    };
    changes(motives).into_iter().filter(wanted).map(add).collect()
}

fn main() {
    if let Some(file) = std::env::args().nth(1) {
        std::fs::write(&file, scenario(1, Motives::Mixed, YEARS)).unwrap_or_else(|e| panic!("{file}: {e}"));
        return;
    }
    for (motives, name) in WORLDS {
        let changes = changes(motives);
        tables::print(name, &changes, &all(motives, &changes));
        let changes = milder(motives);
        tables::print_milder(&changes, &all(motives, &changes));
    }
}

/// Every change on every map, on as many threads as there are cores: the runs of each change, map by map.
fn all(motives: Motives, changes: &[Change]) -> Vec<Vec<Run>> {
    let jobs: Vec<(usize, u32)> = (0..changes.len()).flat_map(|c| (1..=MAPS).map(move |m| (c, m))).collect();
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let work = || {
        while let Some(&(c, map)) = jobs.get(next.fetch_add(1, Ordering::Relaxed)) {
            let scenario =
                check(&scenario(map, motives, YEARS), &changes[c].sets).unwrap_or_else(|faults| panic!("{faults:?}"));
            let found = runs(&scenario);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((c, map, found));
        }
    };
    std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|&(c, map, _)| (c, map));
    let mut results: Vec<Vec<Run>> = changes.iter().map(|_| Vec::new()).collect();
    done.into_iter().for_each(|(c, _, found)| results[c].extend(found));
    results
}
