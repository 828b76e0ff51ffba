//! What a comparison of remedies has to say: the document behind `herz compare`, plain data.
//!
//! All effects are paired: the same replication with and without, sharing all luck, so a difference is an effect.

use serde::Serialize;

use crate::outcome::{Effect, Estimate, Files};
use crate::scenario::{Assumption, Text};

/// An actor, for labels.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActorRow {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Text,
}

/// A remedy as it stands in the comparison.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RemedyRow {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Kind, e.g. `parity`.
    pub kind: String,
    /// Family of model §8: `holding`, `universalism`, `signals`, `institutions`, `exchange`, `self-binding`, `community`.
    pub family: String,
    /// What it moves, in words.
    pub acts_on: Text,
    /// `one-sided` or `mutual`.
    pub side: String,
    /// Ids of the actors that carry it.
    pub carriers: Vec<String>,
    /// Calendar years: start, years to full strength, end (`None`: open).
    pub start: f64,
    /// Years to full strength (mean).
    pub ramp: f64,
    /// End.
    pub end: Option<f64>,
    /// Whether its result follows from the functional form alone ("by construction").
    pub by_construction: bool,
}

/// What a run changes in epidemics against the run without any remedy.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Lives {
    /// Dead of all actors together, people. Less is better.
    pub deaths: Effect,
    /// Dead per million of its people in whichever actor is hit worst in the run. Less is better.
    pub worst: Effect,
    /// Years of output lost, weighted by the size of each economy. Less is better.
    pub loss: Effect,
}

/// The same as levels without any remedy.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct BaselineLives {
    /// Dead of all actors together, people.
    pub deaths: Estimate,
    /// Dead per million of its people in whichever actor is hit worst.
    pub worst: Estimate,
    /// Years of output lost, weighted by the size of each economy.
    pub loss: Estimate,
    /// Id of the actor that is hit worst most often.
    pub worst_hit: String,
}

/// What a run changes in a commons, at the end, against the run without any remedy.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CommonsEffects {
    /// What is left of the resource, share of its capacity. More is better.
    pub resource: Effect,
    /// State of the environment, 0–1. More is better.
    pub environment: Effect,
}

/// The same as levels without any remedy.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct CommonsLevels {
    /// What is left of the resource at the end, share of its capacity.
    pub resource: Estimate,
    /// State of the environment at the end, 0–1.
    pub environment: Estimate,
    /// Share of runs in which the resource has fallen under a tenth of capacity (90 % Wilson interval).
    pub collapsed: Estimate,
}

/// What a run changes against the run without any remedy; every effect is (with − without).
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Effects {
    /// Probability of getting through the period unharmed, exp(−∫ all hazards), mean over actors. More is better.
    pub security: Effect,
    /// ∫ hazard of deliberate attack, sum over actors. Less is better.
    pub deliberate: Effect,
    /// ∫ hazard of nuclear accident, sum over actors. Less is better.
    pub accidental: Effect,
    /// Share of all effort that buys nobody security. Less is better.
    pub waste: Effect,
    /// Trust, 1 − μ, mean over pairs and years. More is better – if it is deserved.
    pub trust: Effect,
    /// ln of total effort, mean over years. Neither good nor bad.
    pub effort: Effect,
    /// Share of runs that end in a dilemma, among those in which neither of the main pair is greedy. Less is better.
    pub dilemma: Effect,
    /// Deaths and output lost; absent where there is no epidemic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lives: Option<Lives>,
    /// What is left of the first commons; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commons: Option<CommonsEffects>,
}

/// What a run costs one actor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CostRow {
    /// Actor id.
    pub actor: String,
    /// ∫ cost, waste unit of the issue, first issue.
    pub cost: Estimate,
    /// The same as a share of the actor's effort over the period.
    pub share: Estimate,
    /// Change of the actor's own probability of getting through.
    pub security: Effect,
    /// Change of its dead per million of its people; absent where there is no epidemic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deaths: Option<Effect>,
}

/// One set of remedies.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RunRow {
    /// `parity`, `parity + care`, or a package's id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// `alone`, `pair` or `package`.
    pub kind: String,
    /// Remedy ids.
    pub members: Vec<String>,
    /// Against no remedy.
    pub effects: Effects,
    /// Who paid.
    pub costs: Vec<CostRow>,
    /// Running cost per year, share of the baseline effort of all actors together, first issue.
    pub running: Estimate,
    /// Whether that is more than the budget allows: such a run is not ranked.
    pub over_budget: bool,
    /// Pairs: security – lives saved, where those come first – of both minus the sum of each alone; above 0 they help each other.
    pub interaction: Option<Effect>,
    /// Years the remedies were exercised at full strength (mean over remedies and runs); conditional ones may stop.
    pub exercised: f64,
    /// Members that compete for the same term, and the rule that decided.
    pub competition: Vec<Text>,
}

/// The order that a paper proposes: its first step first.
pub const PAPERS_ORDER: &str = "first-then-second";

/// One answer to the order question.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OrderRow {
    /// `none`, `first-only`, `second-only`, `first-then-second`, `second-then-first`, `together`.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Against no remedy.
    pub effects: Effects,
    /// What runs are ranked by – security, or lives saved – against the order the paper proposes (negative: worse than it).
    pub against_papers_order: Effect,
    /// Probability of getting through, mean over actors (level, not effect).
    pub security: Estimate,
    /// Share of runs with two benign motives in the main pair that end in a dilemma (90 % Wilson interval).
    pub dilemma: Estimate,
}

/// The dilemma of interpretation for one actor: what a reading costs when it is wrong.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InterpretationRow {
    /// The actor that must choose.
    pub actor: String,
    /// `trust` (it alone restrains itself) or `mistrust` (it arms for the worst case).
    pub reading: String,
    /// Whether the partner is really `benign` or `greedy`.
    pub partner: String,
    /// Change of its own ∫ hazard against carrying on as it is; above 0 it is less safe.
    pub hazard: Effect,
    /// Change of everybody's ∫ hazard.
    pub everyone: Effect,
    /// Change of its own effort over the period, share.
    pub effort: Effect,
    /// Replications in which the partner is so.
    pub replications: u64,
}

/// How a run fares across the scenario's uncertain numbers.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RobustnessRow {
    /// Run id.
    pub id: String,
    /// Mean regret: security – or people alive, where lives come first – of the best run in the same world minus this one's.
    pub regret: Estimate,
    /// Share of worlds in which it is the best (ties shared).
    pub best: Estimate,
    /// Share of worlds in which everybody's security reaches the satisfaction level; where lives come first, in which no actor has
    /// more than a hundredth more dead than without any remedy.
    pub satisfied: Estimate,
}

/// A number of the scenario on which the sign of a run's effect, on security or on lives, depends.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TurningRow {
    /// Run id.
    pub id: String,
    /// Path of the number.
    pub number: String,
    /// Name of the parameter.
    pub name: Text,
    /// Mean effect where the number is below its median, with interval; lives saved where those come first.
    pub below: Effect,
    /// And above.
    pub above: Effect,
}

/// The answer in plain words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Answer {
    /// Two to four sentences.
    pub sentences: Vec<Text>,
    /// Whether the runs decide between the first and the second of the ranking.
    pub decided: bool,
    /// What the answer rests on and where it could be wrong.
    pub caveats: Vec<Text>,
}

/// How much pairing saves.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairingRow {
    /// Run id.
    pub id: String,
    /// s.d. of the effect on security between independent runs over the s.d. between paired ones.
    pub security: f64,
    /// The same for ln effort.
    pub effort: f64,
}

/// A doctrine beside others, with no remedy.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DoctrineRow {
    /// Id; empty: the scenario as it is.
    pub id: String,
    /// Name.
    pub name: Text,
    /// Probability of getting through, mean over actors.
    pub security: Estimate,
    /// ∫ hazard of deliberate attack, sum over actors.
    pub deliberate: Estimate,
    /// Waste share.
    pub waste: Estimate,
    /// Trust.
    pub trust: Estimate,
    /// Effort over baseline, mean over actors and years.
    pub effort: Estimate,
    /// Share of runs that are a dilemma among those in which neither of the main pair is greedy; absent when none is benign.
    pub dilemma: Option<Estimate>,
    /// Whether its result follows from what the doctrine assumes.
    pub note: Text,
    /// The package or order of remedies that helps most under it, if the scenario has any.
    pub way_out: Option<WayOut>,
}

/// What helps most under a doctrine: what is solvable is computed, not assumed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WayOut {
    /// The package or order.
    pub name: Text,
    /// Change of security against no remedy.
    pub gain: Effect,
    /// Share of benign runs that still end in a dilemma.
    pub dilemma: Option<Estimate>,
}

/// The whole document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Comparison {
    /// Program version.
    pub herz: String,
    /// Scenario id.
    pub scenario: String,
    /// Title.
    pub title: Text,
    /// Note.
    pub note: Text,
    /// First and last year.
    pub start: i32,
    /// Last year.
    pub end: i32,
    /// Seed.
    pub seed: u64,
    /// Replications that finished.
    pub replications: u64,
    /// Asked for.
    pub requested: u64,
    /// SHA-256 of the scenario as run.
    pub scenario_hash: String,
    /// Readings taken.
    pub assumptions: Vec<Assumption>,
    /// Actors, for labels.
    pub actors: Vec<ActorRow>,
    /// What runs are ranked by: `lives` where the first issue is an epidemic, else `security`.
    pub measure: String,
    /// Most that a run may cost per year, share of baseline effort, if so asked.
    pub budget: Option<f64>,
    /// Unit of costs: the waste unit of the first issue.
    pub cost_unit: Text,
    /// Satisfaction level used in the measure of robustness (mean over replications).
    pub satisfaction: f64,
    /// Level without any remedy: security (mean over actors), ∫ deliberate, ∫ accidental, waste share, trust.
    pub baseline: BaselineRow,
    /// Remedies.
    pub remedies: Vec<RemedyRow>,
    /// Alone, pairs, packages, in this order.
    pub runs: Vec<RunRow>,
    /// The order question; empty when the scenario does not say which remedies are its two steps.
    pub order: Vec<OrderRow>,
    /// What trust and mistrust cost when wrong.
    pub interpretation: Vec<InterpretationRow>,
    /// Regret and satisficing.
    pub robustness: Vec<RobustnessRow>,
    /// Where the sign turns.
    pub turning: Vec<TurningRow>,
    /// What pairing saves.
    pub pairing: Vec<PairingRow>,
    /// Doctrines side by side; empty unless asked for.
    pub doctrines: Vec<DoctrineRow>,
    /// What to know before any figure: remedies in force anyway, borrowed, or not compared.
    pub conditions: Vec<Text>,
    /// Answer.
    pub answer: Answer,
    /// Bundle.
    pub files: Files,
}

/// Levels without any remedy.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct BaselineRow {
    /// Probability of getting through, mean over actors.
    pub security: Estimate,
    /// ∫ hazard of deliberate attack, sum over actors.
    pub deliberate: Estimate,
    /// ∫ hazard of accident, sum over actors.
    pub accidental: Estimate,
    /// Waste share.
    pub waste: Estimate,
    /// Trust.
    pub trust: Estimate,
    /// Share of runs with two benign motives in the main pair that end in a dilemma (90 % Wilson interval).
    pub dilemma: Estimate,
    /// Deaths and output lost; absent where there is no epidemic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lives: Option<BaselineLives>,
    /// What is left of the first commons; absent where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commons: Option<CommonsLevels>,
}
