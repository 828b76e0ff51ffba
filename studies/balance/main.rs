//! What the balance of power and collective security rest on: `cargo run --release -p herz-benches --example balance`.
//!
//! With a file name it only writes the world of six powers there, for `herz compare` and `herz run --remedy`.

mod outcome;
#[path = "../parallel.rs"]
mod parallel;
mod tables;
mod world;

use lab::check::check;
use outcome::{Outcome, outcomes};
use world::{Poles, scenario};

/// Blocks of sixteen runs.
pub const BLOCKS: u32 = 32;

/// A world, and which remedies are in force.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrangement {
    /// Powers.
    pub powers: usize,
    /// How power is spread.
    pub poles: Poles,
    /// Ids of what is in force.
    pub force: Vec<String>,
}

/// The arrangement of these remedies among so many powers.
pub fn among(powers: usize, poles: Poles, force: &[&str]) -> Arrangement {
    Arrangement { powers, poles, force: force.iter().map(|id| (*id).to_owned()).collect() }
}

/// Everything that has run.
pub struct Results(Vec<(Arrangement, Vec<Outcome>)>);

impl Results {
    /// Every run of an arrangement, in order.
    pub fn of(&self, arrangement: &Arrangement) -> &[Outcome] {
        let found = self.0.iter().find(|(one, _)| one == arrangement);
        found.map_or_else(|| panic!("{arrangement:?} has not run"), |(_, runs)| runs)
    }
}

fn main() {
    if let Some(file) = std::env::args().nth(1) {
        std::fs::write(&file, scenario(6, Poles::ManyOneApart)).unwrap_or_else(|e| panic!("{file}: {e}"));
        return;
    }
    tables::print(&all(&tables::arrangements()));
}

/// Runs every arrangement on as many threads as there are cores; those of most powers first.
fn all(arrangements: &[Arrangement]) -> Results {
    let mut order: Vec<usize> = (0..arrangements.len()).collect();
    order.sort_by_key(|&a| std::cmp::Reverse(arrangements[a].powers));
    let run = |at: usize| {
        let one = &arrangements[order[at]];
        let scenario = check(&scenario(one.powers, one.poles), &[]).unwrap_or_else(|faults| panic!("{faults:?}"));
        (one.clone(), outcomes(&scenario, &one.force))
    };
    Results(parallel::all(order.len(), run))
}
