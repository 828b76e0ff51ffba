//! What this crate makes of game files, for comparison with other solvers (benches/peers/games.py):
//! `cargo run --release -p herz-games --example peers -- FILE …`.
//!
//! Prints one line per file: name, seconds of the fastest of a few runs, whether the answer is complete, and the
//! equilibria. Two players: extreme equilibria in fractions. More: chances in decimals. The game is written back as
//! FILE.again.

#![allow(clippy::disallowed_methods, clippy::disallowed_types)] // an example may read clocks and files

use std::time::Instant;

use games::{Bimatrix, NormalForm, Rational, gambit::efg, gambit::nfg, several, two::equilibria};

/// The answer and the seconds of the fastest of up to 20 runs within about a second.
fn timed<T>(solve: impl Fn() -> T) -> (T, f64) {
    let begin = Instant::now();
    let mut best = f64::INFINITY;
    for _ in 0..19 {
        if begin.elapsed().as_secs_f64() > 1.0 {
            break;
        }
        let clock = Instant::now();
        drop(solve());
        best = best.min(clock.elapsed().as_secs_f64());
    }
    let clock = Instant::now();
    let answer = solve();
    (answer, best.min(clock.elapsed().as_secs_f64()))
}

fn text<T>(mixes: &[Vec<T>], one: impl Fn(&T) -> String) -> String {
    mixes.iter().map(|mix| mix.iter().map(&one).collect::<Vec<_>>().join(" ")).collect::<Vec<_>>().join("|")
}

fn solved(game: &NormalForm) -> (f64, bool, Vec<String>) {
    match Bimatrix::try_from(game) {
        Ok(two) => {
            let (answer, seconds) = timed(|| equilibria::solve_within(&two, 2_000_000));
            let all = answer.equilibria.iter().map(|e| text(&e.profile.mixes, Rational::to_string)).collect();
            (seconds, answer.is_complete(), all)
        }
        Err(_) => {
            let (answer, seconds) = timed(|| several::solve(game));
            let complete = matches!(answer.coverage, several::Coverage::Complete(_));
            let all = answer.equilibria.iter().map(|e| text(&e.bounds, |b| b.middle().to_string())).collect();
            (seconds, complete, all)
        }
    }
}

fn main() {
    for path in std::env::args().skip(1) {
        let Ok(file) = std::fs::read_to_string(&path) else {
            println!("{path}\tcannot be opened");
            continue;
        };
        let again = if path.ends_with(".efg") {
            efg::read(&file).map(|read| {
                println!("{path}\t0\ttree\t{} nodes", read.game.nodes().len());
                efg::write(&read.game, &read.comment)
            })
        } else {
            nfg::read(&file).map(|read| {
                let (seconds, complete, all) = solved(&read.game);
                println!("{path}\t{seconds}\t{complete}\t{}", all.join(";"));
                nfg::write(&read.game, &read.comment)
            })
        };
        match again {
            Ok(text) => {
                if let Err(error) = std::fs::write(format!("{path}.again"), text) {
                    println!("{path}.again\tcannot be written: {error}");
                }
            }
            Err(fault) => println!("{path}\trefused: {fault}"),
        }
    }
}
