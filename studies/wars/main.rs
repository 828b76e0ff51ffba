//! Wars of sixty states against the record: `cargo run --release -p herz-benches --example wars`.
//!
//! With a file name it only writes the world on map 1 there, for `herz run`.

mod happened;
#[path = "../parallel.rs"]
mod parallel;
mod tables;
mod world;

use happened::{Run, read, runs};
use world::{EDGE, SPREAD, Shape, WARM_UP, YEARS, scenario};

/// Maps on which the world as stated is run; sixteen runs on each.
const MAPS: u32 = 8;
/// Maps for everything else.
const FEW: u32 = 4;
/// Years of the long run.
const LONG: i32 = 2000;
/// The world as stated. `war_rate` was fitted to the onsets of the record, 0.52 a year: the first value tried.
const STATED: Shape = Shape { spread: SPREAD, edge: EDGE, years: WARM_UP + YEARS, war_rate: 0.01 };
/// `war_rate` of the worlds made for contagion, about ten times the onsets of the record.
const FREQUENT: f64 = 0.5;

/// What is run: a name, how many maps, what distinguishes it, and settings.
struct World {
    name: &'static str,
    maps: u32,
    shape: Shape,
    sets: Vec<(String, f64)>,
}

fn world(name: &'static str, maps: u32, shape: Shape) -> World {
    World { name, maps, shape, sets: Vec::new() }
}

impl World {
    fn set(mut self, path: &str, value: f64) -> World {
        self.sets.push((path.to_owned(), value));
        self
    }
    fn everybody(mut self, of: &str, key: &str, value: f64) -> World {
        self.sets.extend((0..world::STATES).map(|s| (format!("{of}.s{s}.{key}"), value)));
        self
    }
    fn greedy(self, share: f64) -> World {
        self.everybody("issues.arms.actors", "greedy", share)
    }
    /// Nobody is greedy, the frightened strike first, and what is learnt is forgotten in two years.
    fn of_fear(self, shock: f64) -> World {
        self.greedy(0.0).everybody("actors", "forgetting", 0.5).set("issues.arms.first_strike", 1.0).set(SHOCK, shock)
    }
}

const SHOCK: &str = "issues.arms.war.shock_to_trust";

fn worlds() -> Vec<World> {
    let spread = |spread: f64| Shape { spread, ..STATED };
    let frequent = Shape { war_rate: FREQUENT, ..STATED };
    vec![
        world("as stated", MAPS, STATED),
        world("attacks teach nothing", FEW, STATED).set(SHOCK, 0.0),
        world("attacks teach most", FEW, STATED).set(SHOCK, 9.0),
        world("a tenth greedy", FEW / 2, STATED).greedy(0.1),
        world("two fifths greedy", FEW / 2, STATED).greedy(0.4),
        world(
            "a sixth of the exposure",
            FEW / 2,
            Shape { edge: EDGE / 6.0, war_rate: 6.0 * STATED.war_rate, ..STATED },
        ),
        world("equal states", FEW / 2, spread(0.0)),
        world("spread 1.6", FEW / 2, spread(1.6)),
        world("spread 2.6", FEW / 2, spread(2.6)),
        world("fear, attacks teach nothing", FEW, frequent).of_fear(0.0),
        world("fear, attacks teach", FEW, frequent).of_fear(2.0),
        world("fear, attacks teach most", FEW, frequent).of_fear(9.0),
        world("fear, attacks teach most, a tenth of the rate", FEW, Shape { war_rate: FREQUENT / 10.0, ..STATED })
            .of_fear(9.0),
        world("two thousand years", 1, Shape { years: LONG, ..STATED }),
    ]
}

fn main() {
    if let Some(file) = std::env::args().nth(1) {
        std::fs::write(&file, scenario(1, STATED)).unwrap_or_else(|e| panic!("{file}: {e}"));
        return;
    }
    let worlds = worlds();
    let results = all(&worlds);
    tables::print(&worlds.iter().map(|w| w.name).zip(results).collect::<Vec<_>>());
}

/// Every world on every map of its own, on as many threads as there are cores; longest first.
fn all(worlds: &[World]) -> Vec<Vec<Vec<Run>>> {
    let mut jobs: Vec<(usize, u32)> =
        (0..worlds.len()).flat_map(|w| (1..=worlds[w].maps).map(move |m| (w, m))).collect();
    jobs.sort_by_key(|&(w, _)| std::cmp::Reverse(worlds[w].shape.years));
    let run = |at: usize| {
        let ((w, map), world) = (jobs[at], &worlds[jobs[at].0]);
        (w, map, runs(&read(&scenario(map, world.shape), &world.sets)))
    };
    let mut done = parallel::all(jobs.len(), run);
    done.sort_by_key(|&(w, map, _)| (w, map));
    let mut results: Vec<Vec<Vec<Run>>> = worlds.iter().map(|_| Vec::new()).collect();
    done.into_iter().for_each(|(w, _, found)| results[w].push(found));
    results
}
