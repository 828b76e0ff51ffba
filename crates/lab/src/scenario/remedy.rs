//! Remedies of a scenario, packages of them, and the question in which order they should come.

use serde::Serialize;

use super::{NumberId, Text};

/// A remedy of the file: a timed, sided, costed change (model §8). It acts only where a run puts it in force.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Remedy {
    /// Identifier, unique among remedies and packages.
    pub id: String,
    /// Name for people.
    pub name: Text,
    /// Where its dates and sizes come from.
    pub note: Text,
    /// Key of its kind in [`crate::remedies::REMEDIES`].
    pub kind: &'static str,
    /// Index of its mode.
    pub mode: usize,
    /// Who carries it: one-sided if one actor, else mutual.
    pub carriers: Vec<usize>,
    /// Towards whom; everybody if empty.
    pub partners: Vec<usize>,
    /// In which issue; all if absent.
    pub issue: Option<usize>,
    /// Whether `herz run` puts it in force.
    pub in_force: bool,
    /// Calendar year of its start.
    pub start: NumberId,
    /// Years to full strength.
    pub ramp: NumberId,
    /// Calendar year of its end, if any.
    pub end: Option<NumberId>,
    /// Running cost, share of baseline per year.
    pub cost: NumberId,
    /// The numbers of its kind, by key.
    pub numbers: Vec<(&'static str, NumberId)>,
}

/// Remedies that are compared as one.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Package {
    /// Identifier.
    pub id: String,
    /// Name for people.
    pub name: Text,
    /// Indices of its remedies.
    pub remedies: Vec<usize>,
}

/// The order question: which remedies are the first step, which the second, when the first begins, how long until the second.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Order {
    /// Indices of the remedies of either step, the paper's first step first.
    pub steps: [Vec<usize>; 2],
    /// What the steps are called; Herz's hold and universalise where nothing is said.
    pub names: Option<[Text; 2]>,
    /// Calendar year in which the first step begins.
    pub first: i32,
    /// Years until the second step.
    pub gap: i32,
}

impl Order {
    /// What the steps are called: Herz's words where the scenario has none of its own.
    pub fn step_names(&self) -> [Text; 2] {
        let herz = || [Text::new("hold", "护持"), Text::new("universalise", "普世主义")];
        self.names.clone().unwrap_or_else(herz)
    }
}
