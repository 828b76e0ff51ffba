//! `herz`: a laboratory for the security dilemma.
//!
//! The only crate that opens files, reads clocks and listens to signals. One file per verb.

mod args;
mod bundle;
mod compare;
mod doctrine;
mod job;
mod load;
mod mechanism;
mod run;
mod scenario;
mod solve;
mod words;
mod world;

use std::io::Write as _;
use std::process::ExitCode;

use clap::{CommandFactory, Parser};

/// How a verb ended; the exit code follows from it.
pub enum Failure {
    /// The input is wrong (exit code 2); the message is complete.
    Input(String),
    /// Something went wrong while running (exit code 1).
    Running(String),
}

fn main() -> ExitCode {
    let cli = args::Cli::parse();
    let lang = words::language(cli.lang);
    let result = match cli.verb {
        args::Verb::Run(arguments) => run::run(&arguments, lang),
        args::Verb::Compare(arguments) => compare::compare(&arguments, lang),
        args::Verb::Mechanism(arguments) => mechanism::mechanism(&arguments, lang),
        args::Verb::Solve(arguments) => solve::solve(&arguments, lang),
        args::Verb::Scenario { action } => scenario::act(action, lang),
        args::Verb::Doctrine { action } => doctrine::act(action, lang),
        args::Verb::Completions { shell } => {
            clap_complete::generate(shell, &mut args::Cli::command(), "herz", &mut std::io::stdout());
            Ok(())
        }
        args::Verb::Man => manual(),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Input(message)) => {
            eprintln!("{}", message.trim_end());
            ExitCode::from(2)
        }
        Err(Failure::Running(message)) => {
            eprintln!("{}", message.trim_end());
            ExitCode::from(1)
        }
    }
}

/// The manual in roff, the page of the program followed by one per verb.
fn manual() -> Result<(), Failure> {
    let mut page = Vec::new();
    let render = |command: clap::Command, into: &mut Vec<u8>| clap_mangen::Man::new(command).render(into);
    let mut command = args::Cli::command();
    command.build();
    let verbs: Vec<clap::Command> = command.get_subcommands().cloned().collect();
    let written = render(command, &mut page)
        .and_then(|()| verbs.into_iter().filter(|v| v.get_name() != "help").try_for_each(|v| render(v, &mut page)));
    written.map_err(|e| Failure::Running(e.to_string()))?;
    print(&String::from_utf8_lossy(&page))
}

/// Prints to stdout. A reader that has gone away (`herz … | head`) is no error; a full disk is.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(e) if e.kind() != std::io::ErrorKind::BrokenPipe => Err(Failure::Running(format!("stdout: {e}"))),
        _ => Ok(()),
    }
}
