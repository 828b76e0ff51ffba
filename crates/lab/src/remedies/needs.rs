//! What a kind of remedy needs in an issue to do anything there.

use super::Kind;
use crate::catalogue::Words;
use crate::scenario::physics::{Nature, of_key};
use crate::scenario::{Issue, IssueKind, Number, Scenario};

/// What a kind of remedy needs in an issue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Needs {
    /// That anybody depends on anybody: anything but an epidemic for which nobody makes medicine.
    Stakes,
    /// Effort that is not hoarding of medicine: arms, warheads, extraction, whatever rivals do.
    Arms,
    /// Wars that may widen or nuclear crises that may escalate.
    Escalation,
    /// Nuclear forces.
    Warheads,
    /// An epidemic.
    Health,
    /// An epidemic for which somebody makes medicine.
    Medicine,
    /// A common resource.
    Commons,
    /// Trouble that is ascribed to somebody.
    Trouble,
}

impl Needs {
    /// Whether an issue has it; `numbers` are the scenario's.
    pub fn met_by(self, issue: &Issue, numbers: &[Number]) -> bool {
        let physics = &issue.physics;
        let made = || physics.health.as_ref().is_none_or(|nature| makes_medicine(nature, numbers));
        match self {
            Needs::Stakes => made(),
            Needs::Arms => issue.kind != IssueKind::Health,
            Needs::Escalation => physics.war.is_some() && issue.kind != IssueKind::Health || physics.nuclear.is_some(),
            Needs::Warheads => physics.nuclear.is_some(),
            Needs::Health => physics.health.is_some(),
            Needs::Medicine => physics.health.is_some() && made(),
            Needs::Commons => physics.commons.is_some(),
            Needs::Trouble => physics.adversity.is_some(),
        }
    }

    /// Whether it is about arms, so that it must keep away from medicine even where no issue is named.
    pub(crate) fn shuns_medicine(self) -> bool {
        matches!(self, Needs::Arms | Needs::Escalation)
    }

    /// What an issue must have, after “an issue with”.
    pub fn words(self) -> Words {
        let (en, zh) = match self {
            Needs::Stakes => (
                "something that one can keep from another: medicine that somebody makes, arms, a resource",
                "此方可不给彼方之物（有人生产的医疗物资、军备或资源）",
            ),
            Needs::Arms => ("arms or extraction: a kind other than health", "军备或开采（health以外的类型）"),
            Needs::Escalation => ("[issues.war] or [issues.nuclear]", "[issues.war]或[issues.nuclear]"),
            Needs::Warheads => ("[issues.nuclear]", "[issues.nuclear]"),
            Needs::Health => ("[issues.health]", "[issues.health]"),
            Needs::Medicine => (
                "[issues.health] and medicine made in it: doses_capacity or supplies_capacity above 0",
                "[issues.health]且其中有人生产医疗物资（doses_capacity或supplies_capacity大于0）",
            ),
            Needs::Commons => ("[issues.commons]", "[issues.commons]"),
            Needs::Trouble => ("[issues.adversity]", "[issues.adversity]"),
        };
        Words { en, zh }
    }
}

impl Needs {
    /// What is lacking for a remedy in the issue `only`, or in any, to do anything; nothing if nothing is. An issue that is
    /// not known for its own faults is taken to have what is needed.
    ///
    /// What is ascribed to others moves what is believed of them, which does something only where somebody depends on somebody.
    pub(crate) fn lacking(self, only: Option<usize>, issues: &[Option<&Issue>], numbers: &[Number]) -> Option<Needs> {
        let met = |needs: Needs, only: Option<usize>| {
            let here = |(k, issue): (usize, &Option<&Issue>)| {
                only.is_none_or(|only| only == k) && issue.is_none_or(|issue| needs.met_by(issue, numbers))
            };
            issues.iter().enumerate().any(here)
        };
        match self {
            _ if !met(self, only) => Some(self),
            Needs::Trouble if !met(Needs::Stakes, None) => Some(Needs::Stakes),
            _ => None,
        }
    }
}

impl Kind {
    /// What the scenario lacks for this kind to do anything, if anything.
    pub fn lacking(&self, scenario: &Scenario) -> Option<Needs> {
        let issues: Vec<Option<&Issue>> = scenario.issues.iter().map(Some).collect();
        self.needs.lacking(None, &issues, &scenario.numbers)
    }
}

/// Whether anybody may make doses or supplies. Where nobody does, nobody depends on anybody and hoarding hoards nothing.
fn makes_medicine(nature: &Nature, numbers: &[Number]) -> bool {
    let may = |own, key| {
        let number: &Number = &numbers[of_key(own, key).index()];
        number.distribution.reach(number.range).1 > 0.0
    };
    nature.actors.iter().any(|own| may(own, "doses_capacity") || may(own, "supplies_capacity"))
}
