//! `cargo xtask test`: every check there is, in order, with whatever each needs.

use std::process::{Command, ExitCode};
use std::time::Instant;

/// One check: what it shows, and the command.
struct Check {
    shows: &'static str,
    command: &'static [&'static str],
    environment: &'static [(&'static str, &'static str)],
}

const CHECKS: &[Check] = &[
    Check { shows: "the program builds", command: &["build", "--release", "--locked"], environment: &[] },
    Check { shows: "one format", command: &["fmt", "--all", "--check"], environment: &[] },
    Check {
        shows: "no lint, and the boundaries of each crate hold",
        command: &["clippy", "--release", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"],
        environment: &[],
    },
    Check {
        shows: "theorem, published, cross, golden and contract tests",
        command: &["test", "--release", "--workspace", "--locked"],
        environment: &[],
    },
    Check {
        shows: "every public item is documented",
        command: &["doc", "--release", "--workspace", "--no-deps", "--locked"],
        environment: &[("RUSTDOCFLAGS", "-D warnings")],
    },
    Check {
        shows: "the reference kernel's cases",
        command: &[
            "run",
            "--quiet",
            "--release",
            "--locked",
            "-p",
            "xtask",
            "--",
            "oracle",
            "tests/fixtures/reference-cases.json",
        ],
        environment: &[],
    },
];

/// Runs them all; stops at the first that fails.
pub fn run() -> ExitCode {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    for check in CHECKS {
        eprintln!("\n== {}: cargo {}", check.shows, check.command.join(" "));
        let start = Instant::now();
        let mut command = Command::new("cargo");
        command.args(check.command).envs(check.environment.iter().copied()).current_dir(root);
        match command.status() {
            Ok(status) if status.success() => eprintln!("== done in {:.0} s", start.elapsed().as_secs_f64()),
            Ok(_) => {
                eprintln!("== failed: {}", check.shows);
                return ExitCode::FAILURE;
            }
            Err(e) => {
                eprintln!("== cargo cannot be started: {e}");
                return ExitCode::FAILURE;
            }
        }
    }
    eprintln!("\nall checks passed");
    ExitCode::SUCCESS
}
