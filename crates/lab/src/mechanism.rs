//! What a mechanism diagram has to say: the document behind `herz mechanism`, plain data.

mod cuts;
mod diagrams;
mod document;
mod engine;
mod figures;
mod generic;
mod illness;
mod measured;
mod nontraditional;
mod shares;
mod staggering;
mod watch;

use serde::Serialize;

use crate::outcome::{Effect, Files};
use crate::scenario::{Assumption, Text};

pub use cuts::Cut;
pub use document::{document, variants};
pub use engine::{Explained, Variant, run, work};

/// A node of a diagram.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NodeRow {
    /// Id.
    pub id: String,
    /// Name.
    pub name: Text,
    /// What is measured there, with unit; empty where nothing is.
    pub measure: Text,
    /// Place in the diagram: column and row, both from 0.
    pub at: (f64, f64),
}

/// An arrow and what cutting it does.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArrowRow {
    /// From node id.
    pub from: String,
    /// To node id.
    pub to: String,
    /// Sign the paper states: `+` or `-`.
    pub sign: String,
    /// Lines of the paper the arrow rests on.
    pub text: String,
    /// How it is cut, in words.
    pub cut: Text,
    /// What the arrow adds to the measure of `to`: (whole − cut), luck kept.
    pub effect: Effect,
    /// Unit of the effect.
    pub unit: Text,
    /// The same for the outcome: ∫ deliberate hazard of everybody.
    pub on_outcome: Effect,
    /// `as-stated`, `opposite`, `none` (interval contains 0, or |effect| under the margin) or `unmeasured` (`cut` says why).
    pub finding: String,
    /// Whether the functional form already contains it.
    pub by_construction: bool,
}

/// A diagram.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Diagram {
    /// `formation` (figure 1), `formation-nontraditional` (figure 2) or `resolution` (figure 3).
    pub id: String,
    /// Title.
    pub title: Text,
    /// What the outcome of its arrows is, with unit; absent where it is ∫ deliberate hazard of everybody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<Text>,
    /// Nodes.
    pub nodes: Vec<NodeRow>,
    /// Arrows.
    pub arrows: Vec<ArrowRow>,
}

/// One cause's share of the outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShapleyRow {
    /// `anarchy`, `intention-uncertainty`, `cognitive-bias`, `power-change`, `first-strike-fear`; of an epidemic
    /// `intention-uncertainty`, `policy-error`, `nature`.
    pub id: String,
    /// Name.
    pub name: Text,
    /// How it is switched off, in words.
    pub cut: Text,
    /// Shapley value in the outcome's unit, with interval.
    pub value: Effect,
    /// The same as a share of the whole (mean of values over mean of whole), with a 95 % interval.
    pub share: [f64; 3],
}

/// Shares of one outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sharing {
    /// `hazard` or `effort`; of an epidemic `hoarding` or `deaths`.
    pub id: String,
    /// What is shared out, with unit.
    pub outcome: Text,
    /// Outcome with everything on, minus with everything off.
    pub whole: Effect,
    /// Causes.
    pub causes: Vec<ShapleyRow>,
    /// A sentence: which cause is largest, and whether the runs decide.
    pub sentence: Text,
}

/// One thing that staggering changes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Balance {
    /// `misreading`, `help`, `worst-deaths`, `worst-unmet` or `world-deaths`.
    pub id: String,
    /// What is measured.
    pub name: Text,
    /// Unit.
    pub unit: Text,
    /// Staggered minus at once everywhere, luck kept.
    pub effect: Effect,
}

/// What it does that an epidemic reaches actors one after the other instead of all at once.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Staggering {
    /// How the two runs differ, in words.
    pub cut: Text,
    /// What changes.
    pub rows: Vec<Balance>,
    /// The net in one sentence.
    pub sentence: Text,
}

/// The whole document.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Mechanism {
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
    /// Figures 1 and 3; with an epidemic figure 2 before figure 3, and figure 1 only beside a military issue.
    pub diagrams: Vec<Diagram>,
    /// Shares among causes.
    pub sharing: Vec<Sharing>,
    /// What staggering nets out to, with an epidemic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub staggering: Option<Staggering>,
    /// Two to three sentences, and caveats.
    pub sentences: Vec<Text>,
    /// Caveats.
    pub caveats: Vec<Text>,
    /// Bundle.
    pub files: Files,
}
