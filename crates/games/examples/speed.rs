//! How long games of several sizes take: `cargo run --release -p herz-games --example speed`.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)] // an example may read the clock

use std::time::Instant;

use games::{Bimatrix, Rational, two::equilibria};

#[path = "../tests/known/mod.rs"]
mod known;

/// Pseudo-random whole numbers from 0 to `below` − 1 (Knuth's MMIX generator).
fn random(seed: &mut u64, below: u64) -> i64 {
    *seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
    ((*seed >> 33) % below) as i64
}

fn random_game(size: usize, seed: &mut u64, below: u64) -> Option<Bimatrix> {
    let mut matrix =
        || (0..size).map(|_| (0..size).map(|_| Rational::from(random(seed, below))).collect()).collect::<Vec<Vec<_>>>();
    let (row, column) = (matrix(), matrix());
    Bimatrix::unnamed(row, column).ok()
}

fn time(name: &str, games: &[Bimatrix]) {
    let clock = Instant::now();
    let answers: Vec<_> = games.iter().map(|game| equilibria::solve_within(game, 2_000_000)).collect();
    let each = clock.elapsed().as_secs_f64() * 1e3 / games.len() as f64;
    let mean = |f: &dyn Fn(&equilibria::Answer) -> usize| answers.iter().map(f).sum::<usize>() / answers.len();
    let (found, corners) = (mean(&|a| a.equilibria.len()), mean(&|a| a.corners[0]));
    let whole = answers.iter().all(|a| a.is_complete());
    println!("{name:28} {each:10.3} ms   {found:6} equilibria   {corners:8} corners   complete: {whole}");
}

fn main() {
    let hard = known::von_stengel_6x6();
    time("6x6, 75 equilibria", &vec![hard; 50]);
    let mut seed = 2026;
    for (size, count) in [(8, 50), (10, 20), (12, 5), (14, 2), (16, 1)] {
        let games: Vec<Bimatrix> = (0..count).filter_map(|_| random_game(size, &mut seed, 100)).collect();
        time(&format!("random {size}x{size}, 0..99"), &games);
    }
    let games: Vec<Bimatrix> = (0..10).filter_map(|_| random_game(8, &mut seed, 1_000_000_000)).collect();
    time("random 8x8, 0..999999999", &games);
    let games: Vec<Bimatrix> = (0..20).filter_map(|_| random_game(8, &mut seed, 3)).collect();
    time("random 8x8, 0..2", &games);
    let identity: Vec<Vec<i64>> = (0..12).map(|i| (0..12).map(|j| i64::from(i == j)).collect()).collect();
    let lines: Vec<&[i64]> = identity.iter().map(Vec::as_slice).collect();
    time("identity 12x12", &Bimatrix::symmetric(&lines).into_iter().collect::<Vec<_>>());
}
