//! A checked scenario: everything one ensemble needs, with nothing left to doubt.
//!
//! Only `check::check` makes one, so whoever holds a `Scenario` may index without fear.
//! Every uncertain quantity is one entry of `numbers`; the rest of the scenario refers to it
//! by `NumberId`, so a number that several pairs share is drawn once per replication.

pub mod physics;
mod remedy;

use std::fmt;

use serde::Serialize;

use physics::{Level, Physics};
pub use remedy::{Order, Package, Remedy};

/// A language of the project.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

/// A text in both languages of the project.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Text {
    /// English.
    pub en: String,
    /// Simplified Chinese.
    pub zh: String,
}

impl Text {
    /// The same words in both languages (identifiers, numbers).
    pub fn same(word: &str) -> Text {
        Text { en: word.into(), zh: word.into() }
    }
    /// The version in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Zh => &self.zh,
        }
    }
    /// A text from its two versions.
    pub fn new(en: &str, zh: &str) -> Text {
        Text { en: en.into(), zh: zh.into() }
    }
}

/// What is believed about one number before the run.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Distribution {
    /// Known, or held fixed.
    Value(f64),
    /// Equally likely anywhere between the two ends.
    Uniform(f64, f64),
    /// Mean and standard deviation, cut to the parameter's range.
    Normal(f64, f64),
    /// Median (> 0) and standard deviation of the logarithm, cut to the parameter's range.
    Lognormal(f64, f64),
    /// Shape parameters a, b > 0; support [0, 1].
    Beta(f64, f64),
    /// Low, mode, high.
    Triangular(f64, f64, f64),
    /// Alternatives and their weights (> 0, any sum).
    Choice(Vec<f64>, Vec<f64>),
}

/// Where a number comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum Basis {
    /// A published source.
    Source {
        /// Author, year, table or page.
        citation: String,
    },
    /// No published estimate; the range within which reasonable people might put it.
    Assumed {
        /// Low and high end.
        range: (f64, f64),
        /// Why this range.
        note: String,
    },
    /// Not stated in the file: the catalogue's default.
    Default,
    /// Set on the command line.
    CommandLine,
}

/// One number of the scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Number {
    /// Dotted path in the file, as `--set` takes it: `issues.military.actors.usa.baseline`.
    /// Luck is keyed by it.
    pub path: String,
    /// Key of the parameter in the catalogue, e.g. `baseline`.
    pub parameter: &'static str,
    /// What is believed about it.
    pub distribution: Distribution,
    /// Unit of the value.
    pub unit: String,
    /// Why anybody should believe it.
    pub basis: Basis,
    /// Smallest and largest allowed value; draws are cut to it.
    pub range: (f64, f64),
}

/// Index into [`Scenario::numbers`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct NumberId(pub u32);

impl NumberId {
    /// As an index.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// How an actor turns mistrust into the weight it acts on (K1).
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoctrineKind {
    /// w = μ.
    Bayesian,
    /// w = μ + ω(1−μ); ω is the actor's `worst_case` (offensive realism: 1).
    WorstCase,
    /// w = 0.
    Trusting,
    /// w = `fixed_weight`; beliefs are not updated (structural realism).
    CapabilitiesOnly,
    /// All motives greedy, prior mistrust 1 (human-nature realism).
    HumanNature,
    /// w = μ + γ(1−μ), γ the actor's `ambiguity`: between Bayes and the worst case.
    Ambiguity,
}

/// One actor: individual, group, state or bloc.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Actor {
    /// Short lower-case identifier, unique.
    pub id: String,
    /// Name for people.
    pub name: Text,
    /// Innermost group it belongs to, as an index into `groups`.
    pub within: Option<usize>,
    /// Group it stands outward for, as an index into `groups`.
    pub represents: Option<usize>,
    /// Decision doctrine.
    pub doctrine: DoctrineKind,
    /// ω of the worst-case doctrine, 0–1.
    pub worst_case: NumberId,
    /// γ of the ambiguity doctrine, 0–1.
    pub ambiguity: NumberId,
    /// w of the capabilities-only doctrine, 0–1.
    pub fixed_weight: NumberId,
    /// u: weight of others' insecurity in restraint.
    pub care: NumberId,
    /// d: weight of the other side's reaction in restraint.
    pub foresight: NumberId,
    /// Bad news counts this many times (≥ 1).
    pub negativity: NumberId,
    /// Bias, in logs, in reading others' effort.
    pub misperception: NumberId,
    /// Motive drift: pull of beliefs back to the prior, per year.
    pub forgetting: NumberId,
}

/// A group: a node of the tree that encloses actors or other groups.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// Identifier, unique among actors and groups.
    pub id: String,
    /// Name for people.
    pub name: Text,
    /// Group that encloses it.
    pub within: Option<usize>,
    /// What happens inside, where an actor represents it.
    pub level: Option<Level>,
}

/// A quantity of directed pairs (from, to); the diagonal is never read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pairwise {
    /// Row-major n × n references.
    pub cells: Vec<NumberId>,
}

/// The three channels of authority (model §7), each 0–1.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Authority {
    /// Compensation of the victim: α of (K2).
    pub adjudication: NumberId,
    /// Transparency: lowers opacity.
    pub rules: NumberId,
    /// Fines: lower greed excess.
    pub sanction: NumberId,
}

/// Issue areas the program knows by name; the kernel is the same for all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum IssueKind {
    /// Arms.
    Military,
    /// Warheads.
    Nuclear,
    /// Hoarding of medical supplies.
    Health,
    /// Extraction and emission.
    Commons,
    /// Anything else.
    Generic,
}

/// An actor inside one issue area.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stake {
    /// x0: effort with no threat at all, at the start; effort unit.
    pub baseline: NumberId,
    /// K at the start; effort unit.
    pub responsiveness: NumberId,
    /// Effort at the start; effort unit. `None`: the baseline.
    pub initial: Option<NumberId>,
    /// Largest possible effort; effort unit.
    pub cap: NumberId,
    /// Probability that the actor is greedy in this issue (0 and 1 are certain).
    pub greedy: NumberId,
    /// Output that baseline and responsiveness follow (relative to the first year), if any.
    pub output: Option<Series>,
}

/// A yearly series of published figures; missing years stay missing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Series {
    /// Calendar years, ascending.
    pub years: Vec<f64>,
    /// Values, one a year.
    pub values: Vec<f64>,
    /// Unit.
    pub unit: String,
    /// Source.
    pub source: String,
    /// What the reader must know before believing it.
    pub note: Text,
}

/// One issue area.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Issue {
    /// Identifier, unique.
    pub id: String,
    /// Name for people.
    pub name: Text,
    /// Which area it is.
    pub kind: IssueKind,
    /// Unit of effort, e.g. `billion 2023 US dollars per year`.
    pub effort_unit: Text,
    /// Unit of effort accumulated over years, e.g. `billion 2023 US dollars`.
    pub waste_unit: Text,
    /// g, in logs.
    pub greed_excess: NumberId,
    /// s, in logs per √year.
    pub opacity: NumberId,
    /// Speed of (K5), per year.
    pub adjustment: NumberId,
    /// Noise of (K5), in logs per √year.
    pub shock: NumberId,
    /// ρ of model §4, 0–1.
    pub first_strike: NumberId,
    /// Authority over everybody in this issue.
    pub authority: Authority,
    /// Authority of each group over those inside it, in `groups` order.
    pub group_authority: Vec<Authority>,
    /// One per actor, in actor order.
    pub stakes: Vec<Stake>,
    /// R_ij ≥ 0, per year.
    pub exposure: Pairwise,
    /// Prior μ_ij.
    pub mistrust: Pairwise,
    /// Bilateral adjudication on top of what encloses the pair; symmetric.
    pub pair_authority: Pairwise,
    /// Observed effort per actor, in actor order.
    pub observed: Vec<Option<Series>>,
    /// What happens physically.
    pub physics: Physics,
}

/// Evidence in one issue counts in another (K10).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spillover {
    /// Issue index the evidence comes from.
    pub from: usize,
    /// Issue index it counts in.
    pub to: usize,
    /// ψ.
    pub weight: NumberId,
}

/// Time.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Clock {
    /// First calendar year.
    pub start: i32,
    /// Last calendar year; the run covers `end − start` years.
    pub end: i32,
    /// Steps per year.
    pub steps_per_year: u32,
    /// Records per year.
    pub records_per_year: u32,
}

impl Clock {
    /// Number of whole years the run covers.
    pub fn years(&self) -> usize {
        (self.end - self.start) as usize
    }
    /// Number of records: one at the start, then `records_per_year` a year.
    pub fn records(&self) -> usize {
        self.years() * self.records_per_year as usize + 1
    }
    /// Calendar time of a record, in years.
    pub fn time_of(&self, record: usize) -> f64 {
        f64::from(self.start) + record as f64 / f64::from(self.records_per_year)
    }
    /// Number of steps.
    pub fn steps(&self) -> usize {
        self.years() * self.steps_per_year as usize
    }
}

/// Size and seed of the ensemble.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Ensemble {
    /// Independent runs.
    pub replications: u32,
    /// Seed of all luck.
    pub seed: u64,
}

/// Thresholds and sizes of the measures (model §4).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Measures {
    /// Security over the period below which an option is unsatisfactory (D4), 0–1.
    pub satisfaction: NumberId,
    /// Unexplained rise of the target in D1 and D2, in logs (the papers' 10 %: 0.1).
    pub pulse: NumberId,
    /// A pair's effort over baseline from which it counts as "well over", ratio > 1.
    pub dilemma_ratio: NumberId,
    /// Change of target of the options `arm` and `disarm` (D4), in logs.
    pub option_size: NumberId,
    /// Cost of one year's signal (D4), in logs of effort.
    pub signal_cost: NumberId,
    /// η: cost at which a greedy actor still signals with probability 1/e.
    pub signal_scale: NumberId,
}

/// Switchable readings where the papers are silent or disagree (model §9), as chosen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assumption {
    /// Key, e.g. `anarchy`.
    pub key: &'static str,
    /// Chosen value, e.g. `permissive`.
    pub value: String,
    /// All allowed values.
    pub allowed: &'static [&'static str],
    /// Whether anything computed in this run depends on it.
    pub acts: bool,
    /// What it means.
    pub meaning: Text,
}

/// A checked scenario.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Scenario {
    /// Identifier.
    pub id: String,
    /// Title.
    pub title: Text,
    /// What it is about and what to beware of.
    pub note: Text,
    /// Time.
    pub clock: Clock,
    /// Ensemble.
    pub ensemble: Ensemble,
    /// Thresholds.
    pub measures: Measures,
    /// Readings.
    pub assumptions: Vec<Assumption>,
    /// Actors.
    pub actors: Vec<Actor>,
    /// Groups.
    pub groups: Vec<Group>,
    /// Empathy ε_ij, 0–1 (one for all issues).
    pub empathy: Pairwise,
    /// Issues.
    pub issues: Vec<Issue>,
    /// Spillovers.
    pub spillovers: Vec<Spillover>,
    /// Remedies, in file order.
    pub remedies: Vec<Remedy>,
    /// Packages of remedies.
    pub packages: Vec<Package>,
    /// The order question, if the file poses it.
    pub order: Option<Order>,
    /// Every number, in the order of the format page whatever the order of the file; defaults after the stated ones.
    pub numbers: Vec<Number>,
}

impl Scenario {
    /// The number behind an id.
    pub fn number(&self, id: NumberId) -> &Number {
        &self.numbers[id.index()]
    }
    /// Whether the reading `objective = power` is taken: everybody greedy.
    pub fn objective_is_power(&self) -> bool {
        self.assumptions.iter().any(|a| a.key == "objective" && a.value == "power")
    }
    /// The reading taken of a switchable assumption (model §9).
    pub fn reading(&self, key: &str) -> &str {
        self.assumptions.iter().find(|a| a.key == key).map_or("", |a| a.value.as_str())
    }
    /// How many actors.
    pub fn size(&self) -> usize {
        self.actors.len()
    }
}

impl fmt::Display for Distribution {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Distribution::Value(v) => write!(f, "{v}"),
            Distribution::Uniform(a, b) => write!(f, "uniform({a}, {b})"),
            Distribution::Normal(m, s) => write!(f, "normal({m}, {s})"),
            Distribution::Lognormal(m, s) => write!(f, "lognormal(median {m}, {s})"),
            Distribution::Beta(a, b) => write!(f, "beta({a}, {b})"),
            Distribution::Triangular(a, b, c) => write!(f, "triangular({a}, {b}, {c})"),
            Distribution::Choice(v, w) => write!(f, "choice({v:?}, weights {w:?})"),
        }
    }
}
