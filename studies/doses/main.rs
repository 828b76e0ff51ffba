//! Vaccine doses shared out otherwise in 2021: `cargo run --release -p herz-benches --example doses`.
//!
//! With the folder of tables that `covid-world` needs it runs every country too.

mod arrangement;
mod groups;
mod outcome;
#[path = "../parallel.rs"]
mod parallel;
mod ratio;
mod returns;
mod tables;

use std::path::Path;

use arrangement::Arrangement;
use groups::Groups;
use lab::check::check;
use lab::presets::find;
use lab::scenario::Scenario;
use lab::world::{NEEDS, Tables, build};
use outcome::{Outcome, outcomes};

/// Blocks of sixteen runs of the eight actors of `covid-2020`.
const BLOCKS: u32 = 64;
/// The same of every country.
const BLOCKS_OF_COUNTRIES: u32 = 8;

/// One world and every run of it.
pub struct Results {
    /// Countries by how much they have.
    pub groups: Groups,
    /// The scenario.
    pub scenario: Scenario,
    /// Runs by arrangement, in order.
    pub runs: Vec<(Arrangement, Vec<Outcome>)>,
}

impl Results {
    /// Every run of an arrangement, in order.
    pub fn of(&self, arrangement: Arrangement) -> &[Outcome] {
        let found = self.runs.iter().find(|(one, _)| *one == arrangement);
        found.map_or_else(|| panic!("{arrangement:?} has not run"), |(_, runs)| runs)
    }
}

fn main() {
    let preset = find("covid-2020").unwrap_or_else(|| panic!("no preset covid-2020"));
    println!("## Eight actors\n");
    tables::print(&all(preset.text, BLOCKS));
    if let Some(folder) = std::env::args().nth(1) {
        println!("\n## Every country\n");
        tables::print(&all(&countries(Path::new(&folder)), BLOCKS_OF_COUNTRIES));
    }
}

/// The scenario of every country, from its tables.
fn countries(folder: &Path) -> String {
    let read = |need: &lab::world::Need| {
        let file = folder.join(need.file);
        std::fs::read(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()))
    };
    let tables = Tables { files: [0, 1, 2, 3].map(|at| read(&NEEDS[at])) };
    build(&tables).unwrap_or_else(|flaw| panic!("{flaw:?}")).text
}

/// Runs a world under every arrangement, block by block.
fn all(text: &str, blocks: u32) -> Results {
    let scenario = check(text, &[]).unwrap_or_else(|faults| panic!("{faults:?}"));
    let arrangements = Arrangement::all(&scenario);
    let mut runs: Vec<(Arrangement, Vec<Outcome>)> = arrangements.iter().map(|&one| (one, Vec::new())).collect();
    for found in parallel::all(blocks as usize, |block| outcomes(&scenario, &arrangements, block as u32)) {
        runs.iter_mut().zip(found).for_each(|((_, all), of_block)| all.extend(of_block));
    }
    Results { groups: Groups::of(&scenario), scenario, runs }
}
