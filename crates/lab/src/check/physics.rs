//! What happens physically in an issue: technology and posture, war, warheads.

use std::collections::BTreeMap;

use super::nature::PARTS;
use super::{Checker, ISSUE_KINDS, People};
use crate::catalogue::Place;
use crate::draft::{Section, say};
use crate::scenario::physics::{Force, Forces, Nuclear, Physics, War};
use crate::scenario::{IssueKind, Text};

/// Numbers of an issue that make force.
const FORCE: [&str; 4] = ["offence_advantage", "posture_weight", "distinguishability", "transition"];
/// Numbers of an actor that go with `[issues.nuclear]`.
const FORCES: [&str; 7] = [
    "second_strike",
    "damage_scale",
    "false_warning",
    "unauthorised_use",
    "technical_fault",
    "readiness",
    "decision_time",
];

impl<'t> Checker<'t> {
    /// What happens physically in one issue; `stakes` are its actors' tables, in actor order.
    pub(super) fn physics(
        &mut self,
        section: &Section<'t>,
        kind: Option<IssueKind>,
        stakes: &BTreeMap<usize, Section<'t>>,
        people: &People<'t>,
        unit: Option<&str>,
    ) -> Physics {
        let force = self.force(section, stakes);
        let war = self.war(section, kind);
        let nuclear = self.nuclear(section, kind, stakes, people, unit);
        let [health, commons, adversity] = PARTS.map(|part| self.nature(section, kind, stakes, people, &part));
        Physics { force, war, nuclear, health, commons, adversity }
    }

    /// Technology and posture, if any of their numbers is stated or set.
    fn force(&mut self, section: &Section<'t>, stakes: &BTreeMap<usize, Section<'t>>) -> Option<Force> {
        let of_issue = FORCE.iter().map(|key| (section, *key));
        let places: Vec<_> = of_issue.chain(stakes.values().map(|table| (table, "posture"))).collect();
        if !places.iter().any(|(table, key)| table.has(key) || self.settings.has(&table.path_to(key))) {
            // So that a misspelt setting finds them.
            places.iter().for_each(|(table, key)| drop(self.settings.take(&table.path_to(key))));
            return None;
        }
        let [offence_advantage, posture_weight, distinguishability, transition] =
            FORCE.map(|key| self.number(section, key, None));
        let postures = stakes.values().map(|table| self.number(table, "posture", None)).collect();
        Some(Force { offence_advantage, posture_weight, distinguishability, transition, postures })
    }

    fn war(&mut self, section: &Section<'t>, kind: Option<IssueKind>) -> Option<War> {
        let table = self.draft.table(section, "war")?;
        self.draft.keys_at(&table, Place::War);
        if kind == Some(IssueKind::Nuclear) {
            let what = say(
                "a nuclear issue has no war in stages: use of its weapons ends everything",
                "核议题没有分级的战争：动用核武器即终结一切",
            );
            let right = say(
                "[issues.nuclear] here; [issues.war] in an issue of kind = \"military\"",
                "此处用[issues.nuclear]；[issues.war]写在kind = \"military\"的议题中",
            );
            self.draft.fault(section.span_of("war"), &table.path, what).allowed(right);
        }
        let mut number = |key| self.number(&table, key, None);
        Some(War {
            rate: number("war_rate"),
            ending: number("war_ending"),
            escalation: number("war_escalation"),
            attrition: ["attrition_limited", "attrition_extended", "attrition_total"].map(&mut number),
            spoils: number("spoils"),
            shock_to_trust: number("shock_to_trust"),
        })
    }

    fn nuclear(
        &mut self,
        section: &Section<'t>,
        kind: Option<IssueKind>,
        stakes: &BTreeMap<usize, Section<'t>>,
        people: &People<'t>,
        unit: Option<&str>,
    ) -> Option<Nuclear> {
        let Some(table) = self.draft.table(section, "nuclear") else {
            self.idle_forces(section, stakes);
            return None;
        };
        self.draft.keys_at(&table, Place::Nuclear);
        if kind.is_some_and(|kind| kind != IssueKind::Nuclear) {
            let word = ISSUE_KINDS.iter().find(|(_, known)| Some(*known) == kind).map_or("", |(name, _)| *name);
            let what = say(
                format!("[issues.nuclear] does not go with kind = \"{word}\""),
                format!("[issues.nuclear]不能与kind = \"{word}\"同用"),
            );
            self.draft.fault(section.span_of("nuclear"), &table.path, what).allowed(Text::same("kind = \"nuclear\""));
        }
        let [rational_control, checking, calm, crisis, shadow] =
            ["rational_control", "checking", "escalation_calm", "escalation_crisis", "shadow"]
                .map(|key| self.number(&table, key, None));
        let ideology = self.pairs(&table, "ideology", &people.actors, &people.actor_ids);
        let forces = stakes.values().map(|stake| self.forces(stake, unit)).collect();
        Some(Nuclear { rational_control, checking, escalation: [calm, crisis], shadow, ideology, forces })
    }

    fn forces(&mut self, stake: &Section<'t>, unit: Option<&str>) -> Forces {
        let [second_strike, damage_scale, warning, unauthorised, fault, readiness, decision_time] =
            FORCES.map(|key| self.number(stake, key, unit));
        Forces { second_strike, damage_scale, accidents: [warning, unauthorised, fault], readiness, decision_time }
    }

    /// Files numbers of nuclear forces where there is no `[issues.nuclear]` to use them.
    fn idle_forces(&mut self, section: &Section<'t>, stakes: &BTreeMap<usize, Section<'t>>) {
        if section.has("nuclear") {
            return;
        }
        for (stake, key) in stakes.values().flat_map(|stake| FORCES.map(|key| (stake, key))) {
            if stake.has(key) {
                let what = say(
                    format!("`{key}` does nothing without [issues.nuclear]"),
                    format!("没有[issues.nuclear]时`{key}`不起作用"),
                );
                let right = say("[issues.nuclear] in this issue", "在此议题中写[issues.nuclear]");
                self.draft.fault(stake.span_of(key), &stake.path_to(key), what).allowed(right);
            }
        }
    }
}
