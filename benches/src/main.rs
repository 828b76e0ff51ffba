//! Own speed in one run, as ratios: `cargo run --release -p herz-benches`. Reports; never gates.
//!
//! 1. The full noisy kernel against a bare loop with the same number of exp, ln and divisions
//!    on the same arrays, in pair updates per second and core.
//! 2. One thread against two.
//! 3. Cost per pair from 2 to 200 actors.
//! 4. Memory per replication.

mod bare;
mod world_of;

use std::hint::black_box;
use std::time::Instant;

use theory::course::Course;
use theory::step::{Instructions, Stretch, advance};
use theory::world::{LANES, Ledger, Reading, World};
use world_of::equals;

const DT: f64 = 1.0 / 12.0;

/// One block of `n` equals, ready to run.
struct Block {
    terms: theory::world::Terms<LANES>,
    course: Course<LANES>,
    world: World<f64, LANES>,
    readings: Vec<Reading<f64, LANES>>,
    ledgers: Vec<Ledger<LANES>>,
}

impl Block {
    fn new(n: usize) -> Block {
        let (terms, start) = equals(n);
        let world = World::begin(&terms, &start);
        let course = Course::begin(&terms, &world, false);
        Block { course, world, readings: vec![Reading::new(n)], ledgers: vec![Ledger::new(n)], terms }
    }
    fn run(&mut self, steps: u32, instructions: Instructions) {
        let stretch = Stretch { first: 0, count: steps, dt: DT, seed: Some(1), replication: 0 };
        advance(
            &self.terms,
            &mut self.course,
            &mut self.world,
            &mut self.readings,
            &mut self.ledgers,
            stretch,
            instructions,
        );
        black_box(&self.world);
    }
}

/// Seconds per call of `work`, the smallest of `rounds` (the least disturbed).
fn best(rounds: usize, mut work: impl FnMut()) -> f64 {
    let mut least = f64::INFINITY;
    for _ in 0..rounds {
        let start = Instant::now();
        work();
        least = least.min(start.elapsed().as_secs_f64());
    }
    least
}

fn updates(n: usize, steps: u32) -> f64 {
    (n * (n - 1)) as f64 * LANES as f64 * f64::from(steps)
}

fn kernel_rate(n: usize, steps: u32, instructions: Instructions) -> f64 {
    let mut block = Block::new(n);
    block.run(steps / 4 + 1, instructions);
    updates(n, steps) / best(7, || block.run(steps, instructions))
}

fn main() {
    println!("pair updates per second and core, monthly steps, all noise on ({LANES} replications to a block)");
    for n in [2, 20] {
        let steps = (400_000 / (n * (n - 1))) as u32;
        let kernel = kernel_rate(n, steps, Instructions::Widest);
        let portable = kernel_rate(n, steps, Instructions::Portable);
        let mut arrays = bare::Arrays::new(n);
        let bare = updates(n, steps) / best(7, || arrays.run(steps));
        println!(
            "  {n:>3} actors: kernel {:.1} M/s, bare loop {:.1} M/s, kernel/bare {:.2}; portable instructions {:.1} M/s",
            kernel / 1e6,
            bare / 1e6,
            kernel / bare,
            portable / 1e6
        );
    }
    threads();
    sizes();
}

fn threads() {
    let steps = 40_000;
    let one = best(5, || Block::new(2).run(steps, Instructions::Widest));
    let two = best(5, || {
        std::thread::scope(|scope| {
            for _ in 0..2 {
                scope.spawn(|| Block::new(2).run(steps, Instructions::Widest));
            }
        });
    });
    println!("two threads do {:.2} times the work of one in the same time", 2.0 * one / two);
}

fn sizes() {
    println!("cost per pair update and memory per replication");
    let mut reference = 0.0;
    for n in [2usize, 5, 10, 20, 50, 100, 200] {
        let steps = ((1_600_000 / (n * (n - 1))) as u32).max(4);
        let nanoseconds = 1e9 / kernel_rate(n, steps, Instructions::Widest);
        if n == 2 {
            reference = nanoseconds;
        }
        let bytes = lab::plan::replication_bytes(n, 1);
        println!(
            "  {n:>3} actors: {nanoseconds:6.2} ns ({:.2} × two actors), {:>10} bytes",
            nanoseconds / reference,
            bytes
        );
    }
}
