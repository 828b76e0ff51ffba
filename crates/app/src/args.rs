//! What may be typed: one definition for the parser, `--help`, the manual and shell completions.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// A laboratory for the security dilemma.
///
/// John Herz (1950) saw that under anarchy everyone's search for safety makes everyone less safe, though nobody means
/// harm. herz makes the argument executable: is this a security dilemma, and how sure are we?
#[derive(Debug, Parser)]
#[command(name = "herz", version, about, after_help = AFTER)]
pub struct Cli {
    /// Language of what is printed and shown first: en or zh (default: from LC_ALL, LANG)
    #[arg(long, global = true, value_name = "en|zh")]
    pub lang: Option<Language>,
    /// What to do
    #[command(subcommand)]
    pub verb: Verb,
}

const AFTER: &str = "Exit codes: 0 done, 1 failed or interrupted while running, 2 bad input.\n\
    Start with:  herz run cold-war";

/// Languages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Language {
    /// English
    En,
    /// Simplified Chinese
    Zh,
}

/// Verbs.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Run a scenario: what happens, and is it a security dilemma?
    Run(Box<RunAs>),
    /// Compare remedies: alone, in pairs, in packages, in order
    Compare(Box<Compare>),
    /// Draw the mechanism with measured arrows: what makes the dilemma, and what resolves it
    Mechanism(Box<Mechanism>),
    /// Solve a formal game exactly: all equilibria with certificates, and what follows from its primitives
    Solve(Box<Solve>),
    /// List, show, write and check scenarios
    Scenario {
        /// What to do
        #[command(subcommand)]
        action: ScenarioAction,
    },
    /// List and show theorists' positions, for --doctrine
    Doctrine {
        /// What to do
        #[command(subcommand)]
        action: DoctrineAction,
    },
    /// Print a completion script for a shell
    Completions {
        /// Shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page (roff): herz man | man -l -
    Man,
}

/// `herz run`.
#[derive(Debug, Args)]
pub struct Run {
    /// A preset's name (see `herz scenario list`) or a scenario file
    pub scenario: String,
    /// Folder with the tables that `covid-world` is made from; without it herz says which it needs
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Print one JSON document on stdout and nothing else; files are written only with --out
    #[arg(long)]
    pub json: bool,
    /// Folder for the report and the tables; an earlier bundle there is replaced (default: herz-out/SCENARIO, for compare
    /// and mechanism with the verb after it)
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// Seed of all luck (default: the scenario's)
    #[arg(long)]
    pub seed: Option<u64>,
    /// Independent runs (default: the scenario's)
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    pub replications: Option<u32>,
    /// Threads (default: all cores); the result does not depend on it
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub threads: Option<u16>,
    /// Override a value of the scenario, e.g. --set issues.military.greed_excess=0.8 (repeatable)
    #[arg(long = "set", value_name = "PATH=VALUE")]
    pub sets: Vec<String>,
    /// Put a remedy of the scenario in force (repeatable); `herz compare SCENARIO` lists the ids. In compare the others are
    /// then compared on top of it
    #[arg(long = "remedy", value_name = "ID")]
    pub remedies: Vec<String>,
    /// Most memory the run may need, in GiB
    #[arg(long, value_name = "GiB", default_value_t = 8.0)]
    pub memory: f64,
    /// Use only the instructions every processor of this kind has; the result is the same
    #[arg(long, hide = true)]
    pub portable: bool,
}

/// `herz run`, as somebody has it.
#[derive(Debug, Args)]
pub struct RunAs {
    /// What every verb that simulates takes
    #[command(flatten)]
    pub run: Run,
    /// Replace the scenario's settings by a theorist's, e.g. --doctrine waltz (see `herz doctrine list`); --set wins over
    /// it. In `herz compare` the same option adds a row instead
    #[arg(long, value_name = "NAME")]
    pub doctrine: Option<String>,
}

/// `herz compare`.
#[derive(Debug, Args)]
pub struct Compare {
    /// As for `herz run`
    #[command(flatten)]
    pub run: Run,
    /// Add a row for a theorist's position, beside the scenario as it is, whose own comparison it leaves alone (repeatable;
    /// `all` for every one). In `herz run` and `herz mechanism` the same option replaces settings instead
    #[arg(long = "doctrine", value_name = "NAME")]
    pub doctrines: Vec<String>,
    /// Rank only sets whose mean running cost per year is at most this share of everybody's baseline effort, e.g. 0.01 for
    /// 1 %; dearer ones are listed as over budget
    #[arg(long, value_name = "SHARE", value_parser = share)]
    pub budget: Option<f64>,
}

/// A share: a number from 0 to 1.
fn share(text: &str) -> Result<f64, String> {
    let number: f64 = text.parse().map_err(|_| format!("`{text}` is not a number"))?;
    if (0.0..=1.0).contains(&number) { Ok(number) } else { Err(format!("{text} is not within 0 … 1")) }
}

/// `herz mechanism`.
#[derive(Debug, Args)]
pub struct Mechanism {
    /// As for `herz run`
    #[command(flatten)]
    pub run: RunAs,
}

/// Which equilibria of a game tree are listed; in normal form all are Nash equilibria.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Concept {
    /// Nash equilibria of the normal form
    Nash,
    /// Nash equilibria in every subgame
    SubgamePerfect,
    /// Best replies everywhere, beliefs by Bayes' rule wherever play leads by belief and behaviour, own steps taken as certain
    PerfectBayesian,
    /// Perfect Bayesian, with beliefs that come from ever smaller mistakes
    #[default]
    Sequential,
    /// Sequential, each tried by the intuitive criterion and by D1 (signalling games)
    Refined,
}

/// `herz solve`.
#[derive(Debug, Args)]
pub struct Solve {
    /// A named game, or a file in Gambit's .nfg or .efg format; without one, herz lists the named games
    pub game: Option<String>,
    /// Set a primitive of a named game, e.g. --set sucker=-3 or --set trust=1/3 (repeatable)
    #[arg(long = "set", value_name = "NAME=VALUE")]
    pub sets: Vec<String>,
    /// Let one primitive go from one value to another and chart what follows, e.g. --vary sucker=-3..1.5
    #[arg(long, value_name = "NAME=FROM..TO")]
    pub vary: Option<String>,
    /// Let simulated actors find the threshold by experience, at the primitives of the game's worked example (assurance,
    /// reassurance, reciprocal-fear, fear-multiplier, strategic-risk, mutual-insurance)
    #[arg(long)]
    pub simulate: bool,
    /// Seed of the luck of --simulate
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// Kind of equilibrium of a game tree (default: sequential)
    #[arg(long, value_enum)]
    pub concept: Option<Concept>,
    /// Write the game to a file in Gambit's format; the ending .nfg or .efg says which
    #[arg(long, value_name = "FILE")]
    pub write: Option<PathBuf>,
    /// List every equilibrium on the terminal
    #[arg(long)]
    pub all: bool,
    /// Print one JSON document on stdout and nothing else; files are written only with --out
    #[arg(long)]
    pub json: bool,
    /// Folder for the report (default: herz-out/GAME-solve)
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
}

/// `herz scenario`.
#[derive(Debug, Subcommand)]
pub enum ScenarioAction {
    /// List the presets
    List,
    /// Print a preset's file
    Show {
        /// Preset
        name: String,
        /// Folder with the tables that `covid-world` is made from
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
    },
    /// Write a commented starter scenario that runs
    New {
        /// File to write; it must not exist yet
        #[arg(default_value = "scenario.toml")]
        file: PathBuf,
    },
    /// Check scenario files (or presets) and show every fault at once
    Check {
        /// Files or presets
        #[arg(required = true)]
        files: Vec<String>,
        /// Folder with the tables that `covid-world` is made from
        #[arg(long, value_name = "DIR")]
        data: Option<PathBuf>,
        /// Override a value, as in `herz run`
        #[arg(long = "set", value_name = "PATH=VALUE")]
        sets: Vec<String>,
    },
    /// Print the JSON Schema of the scenario format
    Schema,
}

/// `herz doctrine`.
#[derive(Debug, Subcommand)]
pub enum DoctrineAction {
    /// List the positions
    List,
    /// Print what a position sets, why, and the claims it rests on
    Show {
        /// Position
        name: String,
    },
}
