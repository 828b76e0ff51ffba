//! Chores: `cargo xtask test` runs every check, `cargo xtask oracle FILE` the reference kernel's cases.

mod gate;

use std::process::ExitCode;

/// Largest relative difference that two independent programs may show (oracle/README).
const TOLERANCE: f64 = 1e-9;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["oracle", path] => oracle(path),
        ["test"] => gate::run(),
        _ => {
            eprintln!("usage: cargo xtask test           run every check of the project");
            eprintln!(
                "       cargo xtask oracle FILE    run a case file of the reference kernel; exit 1 over {TOLERANCE:.0e}"
            );
            ExitCode::from(2)
        }
    }
}

fn oracle(path: &str) -> ExitCode {
    let book =
        match std::fs::read_to_string(path).map_err(|e| e.to_string()).and_then(|text| xtask::oracle::parse(&text)) {
            Ok(book) => book,
            Err(fault) => {
                eprintln!("{path}: {fault}");
                return ExitCode::from(2);
            }
        };
    let mut worst = 0.0f64;
    for case in &book.cases {
        match xtask::oracle::compare(case) {
            Ok(found) => {
                worst = worst.max(if found.difference.is_nan() { f64::INFINITY } else { found.difference });
                let mark = if found.difference <= TOLERANCE { "ok  " } else { "FAIL" };
                println!("{mark} {:<34} {:>9.2e}  {}", case.id, found.difference, found.at);
            }
            Err(fault) => {
                eprintln!("{path}: case `{}`: {fault}", case.id);
                return ExitCode::from(2);
            }
        }
    }
    println!("{} cases, largest relative difference {worst:.2e} (allowed {TOLERANCE:.0e})", book.cases.len());
    if worst <= TOLERANCE { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
