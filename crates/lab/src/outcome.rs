//! What an ensemble has to say: the one document that the terminal, the report and `--json` read.
//!
//! Everything here is plain data. `Estimate` and `Band` describe the spread *over replications*
//! (what the scenario's own uncertainty makes possible); `ci95` fields describe the Monte-Carlo
//! error of a mean.

mod definitions;
mod nature;

pub use definitions::*;
pub use nature::*;
use serde::Serialize;

use crate::scenario::{Assumption, Text};

/// D3 holds over this mean entropy, in bits: half of total ignorance (assumed, a convention of ours).
pub const ENTROPY_LINE: f64 = 0.5;
/// D4 holds from this share of cases (assumed, a convention of ours).
pub const SHARE_LINE: f64 = 0.5;

/// Mean and quantiles over replications.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Estimate {
    /// Mean.
    pub mean: f64,
    /// 5 % quantile.
    pub q05: f64,
    /// Median.
    pub q50: f64,
    /// 95 % quantile.
    pub q95: f64,
}

/// A quantity over time: mean and quantiles over replications, one entry per year.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Band {
    /// Calendar years.
    pub year: Vec<f64>,
    /// Mean.
    pub mean: Vec<f64>,
    /// 5 % quantile.
    pub q05: Vec<f64>,
    /// 25 % quantile.
    pub q25: Vec<f64>,
    /// Median.
    pub q50: Vec<f64>,
    /// 75 % quantile.
    pub q75: Vec<f64>,
    /// 95 % quantile.
    pub q95: Vec<f64>,
}

/// An observed series beside its band.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Observed {
    /// Calendar years.
    pub years: Vec<f64>,
    /// Values.
    pub values: Vec<f64>,
    /// Unit.
    pub unit: String,
    /// Source.
    pub source: String,
    /// Caveats.
    pub note: Text,
    /// Share of points inside the 50 % band.
    pub coverage50: f64,
    /// Share of points inside the 90 % band.
    pub coverage90: f64,
}

/// One actor in one issue.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActorOutcome {
    /// Actor id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Issue id.
    pub issue: String,
    /// Share of replications in which it is greedy: an assumption, not a finding.
    pub greedy: f64,
    /// Effort, effort unit.
    pub effort: Band,
    /// Effort over baseline (ratio).
    pub effort_over_baseline: Band,
    /// Observed effort.
    pub observed: Option<Observed>,
    /// Hazard it perceives, per year.
    pub perceived_hazard: Band,
    /// Hazard it is under, per year.
    pub objective_hazard: Band,
    /// exp(−∫ objective hazard) over the whole period.
    pub security: Estimate,
    /// exp(−∫ perceived hazard) over the whole period.
    pub perceived_security: Estimate,
    /// Effort accumulated over the period that buys nobody security, waste unit.
    pub waste: Estimate,
}

/// Probabilities of the four frames, over replications; quantiles are a 90 % Wilson interval.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Verdict {
    /// Nobody greedy, effort near baseline.
    pub harmony: Estimate,
    /// Nobody greedy, effort well over baseline.
    pub security_dilemma: Estimate,
    /// One greedy: deterrence is the right frame.
    pub predation: Estimate,
    /// Both greedy.
    pub rivalry: Estimate,
}

/// One pair in one issue. Mistrust and hazard are `from`'s about `to`; the verdict is of both.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairOutcome {
    /// Who looks.
    pub from: String,
    /// Who is looked at.
    pub to: String,
    /// Issue id.
    pub issue: String,
    /// Frames of the unordered pair.
    pub verdict: Verdict,
    /// P(security dilemma | neither is greedy): what does not rest on assumed motives. `None` when no run has two benign motives.
    pub dilemma_if_benign: Option<Estimate>,
    /// Mistrust over time (absent for pairs beyond the tracked ones).
    pub mistrust: Option<Band>,
    /// Share of replications in which `to` really is greedy.
    pub truth: f64,
    /// Mistrust at the end minus truth, averaged over replications.
    pub misreading: Estimate,
}

/// Leading eigenvalue of the linearised kernel, per year.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SpiralRate {
    /// Highest yearly value of each replication, summarised.
    #[serde(flatten)]
    pub peak: Estimate,
    /// At the start.
    pub at_start: Estimate,
    /// At the end.
    pub at_end: Estimate,
    /// Over time.
    pub by_year: Band,
    /// Replications it was computed for (the first so many).
    pub replications: u64,
}

/// Waste over the period in one issue.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Waste {
    /// Issue.
    pub issue: String,
    /// Unit.
    pub unit: Text,
    /// Sum over actors of effort that all could cut in proportion without changing anybody's hazard.
    #[serde(flatten)]
    pub total: Estimate,
    /// The same as a share of all effort.
    pub share: Estimate,
}

/// Security over the period, all issues.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Security {
    /// Actor id.
    pub actor: String,
    /// exp(−∫ objective hazard).
    pub objective: Estimate,
    /// exp(−∫ perceived hazard).
    pub perceived: Estimate,
}

/// One run's path through the phase picture.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Path {
    /// Replication.
    pub replication: u64,
    /// Geometric mean over the pair of effort/baseline, one a year.
    pub effort: Vec<f64>,
    /// Mean mistrust of the pair, one a year.
    pub mistrust: Vec<f64>,
    /// Whether the pair's verdict in this run is a dilemma, harmony, predation or rivalry.
    pub verdict: String,
}

/// Effort × mistrust for one pair, with the basin boundary P4.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Phase {
    /// One side.
    pub a: String,
    /// The other.
    pub b: String,
    /// Issue.
    pub issue: String,
    /// Paths of up to 40 runs.
    pub paths: Vec<Path>,
    /// Effort/baseline values of the boundary.
    pub boundary_effort: Vec<f64>,
    /// Mistrust above which suspicion feeds itself at that effort (two equals, median parameters);
    /// NaN-free: entries over 1 mean that no mistrust is enough.
    pub boundary_mistrust: Vec<f64>,
    /// The same with the 25 % and 75 % quantiles of the boundary over replications.
    pub boundary_q25: Vec<f64>,
    /// Upper.
    pub boundary_q75: Vec<f64>,
    /// Empathy over which no spiral is possible (e^−g), median.
    pub critical_empathy: f64,
    /// Share of replications whose empathy is over it.
    pub safe_share: f64,
    /// Share of replications that start above the boundary.
    pub starts_above: f64,
}

/// Something that happened in a run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// Replication.
    pub replication: u64,
    /// Calendar year: in which it happens, or whose record first shows it.
    pub year: f64,
    /// Issue id.
    pub issue: String,
    /// Who.
    pub actor: String,
    /// About whom, if anybody.
    pub partner: String,
    /// `trust-lost` (mistrust rises over one half), `trust-won`, `effort-doubled` (over twice the baseline), `effort-back`,
    /// or what befell: attacks, wars, nuclear use; see [`crate::table::EVENTS`].
    pub event: &'static str,
    /// Effort destroyed by a war so far, on both sides; 0 for everything else.
    pub size: f64,
}

/// One number of the scenario, for the list of sources.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NumberRow {
    /// Path in the file.
    pub path: String,
    /// What the parameter is.
    pub name: Text,
    /// Symbol in the model, e.g. `K_i`.
    pub symbol: String,
    /// Value or distribution, written out.
    pub value: String,
    /// Unit.
    pub unit: String,
    /// Source, assumption with range, default, or command line – in words.
    pub basis: Text,
    /// True when no published estimate stands behind it.
    pub assumed: bool,
}

/// One issue, for labels.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IssueRow {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Unit of effort.
    pub effort_unit: Text,
}

/// Share of runs with two benign motives that count as a dilemma at another threshold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct AtRatio {
    /// Effort over baseline from which a pair counts as "well over".
    pub ratio: f64,
    /// Share of the benign runs (90 % Wilson interval: simulation error only).
    pub share: Estimate,
}

/// What the whole run says about its main pair, in one line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Headline {
    /// `harmony`, `security-dilemma`, `predation`, `rivalry` or `undecided` (no frame reaches one half).
    pub verdict: String,
    /// Its probability.
    pub probability: Estimate,
    /// The pair it is about.
    pub pair: [String; 2],
    /// Issue.
    pub issue: String,
    /// One or two sentences for a hurried reader.
    pub sentence: Text,
    /// What the sentence rests on and where it could be wrong.
    pub caveats: Vec<Text>,
    /// How the share of dilemmas among benign runs moves with the threshold `dilemma_ratio` (the stated one included).
    pub by_ratio: Vec<AtRatio>,
}

/// Files of the bundle.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Files {
    /// Folder.
    pub folder: String,
    /// File names inside it.
    pub names: Vec<String>,
}

/// The position under which the run was made (`--doctrine`): its settings came before those of the command line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PositionTaken {
    /// Its id in [`crate::theorist`].
    pub id: String,
    /// Whose it is.
    pub name: Text,
}

/// Wars of one issue, per run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WarOutcome {
    /// Issue id.
    pub issue: String,
    /// Wars begun over the period.
    pub begun: Estimate,
    /// Share of runs with at least one (90 % Wilson interval).
    pub any: Estimate,
    /// Of the wars begun in all runs, the share between two benign actors: tragic wars; absent without wars.
    pub tragic: Option<Estimate>,
}

/// Warheads of one issue: the two hazards are never merged but in `survival`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NuclearOutcome {
    /// Issue id.
    pub issue: String,
    /// ∫ hazard of deliberate nuclear attack, all actors.
    pub deliberate: Estimate,
    /// ∫ hazard of nuclear war by accident (each accident counted once).
    pub accidental: Estimate,
    /// The same by cause: `false-warning`, `unauthorised-use`, `technical-fault`.
    pub by_cause: Vec<(String, Estimate)>,
    /// Mean annual hazard of accident over the period, per year.
    pub accident_rate: Estimate,
    /// exp(−∫ both): probability that nuclear weapons are not used.
    pub survival: Estimate,
    /// Per actor: id, damage it can answer with, usable power.
    pub power: Vec<PowerRow>,
}

/// What one actor's warheads can do.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PowerRow {
    /// Actor id.
    pub actor: String,
    /// Share of the rival's value that its surviving warheads can destroy.
    pub damage: Band,
    /// Damage it can threaten times the chance that it would carry the threat out.
    pub usable: Band,
}

/// A remedy in force in this run.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RemedyOutcome {
    /// Remedy id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Years exercised at full strength (mean over carriers).
    pub exercised: Estimate,
    /// What it cost each carrier: actor id, ∫ cost in the waste unit of the first issue.
    pub costs: Vec<(String, Estimate)>,
}

/// A node of the actor tree.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NodeOutcome {
    /// Id of the actor that stands for it.
    pub face: String,
    /// Name.
    pub name: Text,
    /// Authority inside (first issue).
    pub authority: Band,
    /// Share of runs in which it broke (90 % Wilson interval).
    pub broken: Estimate,
}

/// What happens physically, and what was done about it. Empty lists where a scenario has none.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PhysicsOutcome {
    /// Wars.
    pub wars: Vec<WarOutcome>,
    /// Warheads.
    pub nuclear: Vec<NuclearOutcome>,
    /// Remedies in force.
    pub remedies: Vec<RemedyOutcome>,
    /// Levels.
    pub nodes: Vec<NodeOutcome>,
    /// Epidemics.
    pub health: Vec<HealthOutcome>,
    /// Commons.
    pub commons: Vec<CommonsOutcome>,
    /// Trouble.
    pub trouble: Vec<TroubleOutcome>,
}

/// The whole document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outcome {
    /// Program version.
    pub herz: String,
    /// Scenario id.
    pub scenario: String,
    /// Title.
    pub title: Text,
    /// Note.
    pub note: Text,
    /// First year.
    pub start: i32,
    /// Last year.
    pub end: i32,
    /// Steps per year.
    pub steps_per_year: u32,
    /// Seed.
    pub seed: u64,
    /// Replications that finished.
    pub replications: u64,
    /// Replications asked for.
    pub requested: u64,
    /// SHA-256 of the scenario as run.
    pub scenario_hash: String,
    /// Readings taken (model §9).
    pub assumptions: Vec<Assumption>,
    /// Position taken, if any; whoever ran the scenario says so, for a scenario does not know.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub doctrine: Option<PositionTaken>,
    /// Headline.
    pub headline: Headline,
    /// Issues.
    pub issues: Vec<IssueRow>,
    /// Actors.
    pub actors: Vec<ActorOutcome>,
    /// Pairs.
    pub pairs: Vec<PairOutcome>,
    /// Four definitions.
    pub definitions: Definitions,
    /// Spiral rate.
    pub spiral_rate: SpiralRate,
    /// Security.
    pub security: Vec<Security>,
    /// Waste.
    pub waste: Vec<Waste>,
    /// Wars, warheads, levels, remedies in force.
    pub physics: PhysicsOutcome,
    /// Phase picture of the main pair.
    pub phase: Phase,
    /// Every number with its source.
    pub numbers: Vec<NumberRow>,
    /// Bundle.
    pub files: Files,
}
