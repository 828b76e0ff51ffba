//! What happens physically in an issue, as a file.

use super::Page;
use crate::scenario::Issue;
use crate::scenario::physics::{Force, Keyed, Level, Nature};

impl Page<'_> {
    /// Technology and posture, among the issue's own numbers.
    pub(super) fn force(&mut self, force: Option<&Force>) {
        let Some(force) = force else { return };
        self.number("offence_advantage", force.offence_advantage);
        self.number("posture_weight", force.posture_weight);
        self.number("distinguishability", force.distinguishability);
        self.number("transition", force.transition);
    }

    /// The tables of war and of warheads.
    pub(super) fn war_and_warheads(&mut self, issue: &Issue) {
        if let Some(war) = &issue.physics.war {
            self.heading("[issues.war]");
            self.number("war_rate", war.rate);
            self.number("war_ending", war.ending);
            self.number("war_escalation", war.escalation);
            for (key, id) in ["attrition_limited", "attrition_extended", "attrition_total"].iter().zip(war.attrition) {
                self.number(key, id);
            }
            self.number("spoils", war.spoils);
            self.number("shock_to_trust", war.shock_to_trust);
        }
        if let Some(nuclear) = &issue.physics.nuclear {
            self.heading("[issues.nuclear]");
            self.number("rational_control", nuclear.rational_control);
            self.number("checking", nuclear.checking);
            self.number("escalation_calm", nuclear.escalation[0]);
            self.number("escalation_crisis", nuclear.escalation[1]);
            self.number("shadow", nuclear.shadow);
            let path = format!("issues.{}.nuclear.ideology", issue.id);
            self.pairs_section("issues.nuclear.ideology", &path, &nuclear.ideology);
        }
    }

    fn keyed(&mut self, numbers: &Keyed) {
        for (key, id) in numbers {
            self.number(key, *id);
        }
    }

    /// The tables of nature.
    pub(super) fn nature(&mut self, issue: &Issue) {
        let physics = &issue.physics;
        for (name, quantity, part) in [
            ("health", "travel", &physics.health),
            ("commons", "", &physics.commons),
            ("adversity", "attribution", &physics.adversity),
        ] {
            let Some(Nature { numbers, pairs, events, .. }) = part else { continue };
            self.heading(&format!("[issues.{name}]"));
            self.keyed(numbers);
            if let Some(pairs) = pairs {
                let path = format!("issues.{}.{name}.{quantity}", issue.id);
                self.pairs_section(&format!("issues.{name}.{quantity}"), &path, pairs);
            }
            for event in events {
                self.heading(&format!("[[issues.{name}.{}]]", event.list));
                if let Some(actor) = event.actor {
                    let id = self.scenario.actors[actor].id.clone();
                    self.key("actor", &super::quoted(&id));
                }
                self.keyed(&event.numbers);
            }
        }
    }

    /// What actor `i` brings to nature.
    pub(super) fn natural(&mut self, issue: &Issue, i: usize) {
        for part in [&issue.physics.health, &issue.physics.commons, &issue.physics.adversity].into_iter().flatten() {
            self.keyed(&part.actors[i]);
        }
    }

    /// What was observed of actor `i`.
    pub(super) fn observed(&mut self, issue: &Issue, i: usize) {
        let Some(health) = &issue.physics.health else { return };
        for (key, series) in ["deaths", "cases", "doses"].iter().zip(&health.observed[i]) {
            self.series(&format!("issues.actors.observed_{key}"), series.as_ref());
        }
    }

    /// What actor `i` brings to war and deterrence.
    pub(super) fn forces(&mut self, issue: &Issue, i: usize) {
        if let Some(force) = &issue.physics.force {
            self.number("posture", force.postures[i]);
        }
        let Some(forces) = issue.physics.nuclear.as_ref().map(|nuclear| &nuclear.forces[i]) else { return };
        self.number("second_strike", forces.second_strike);
        self.number("damage_scale", forces.damage_scale);
        for (key, id) in ["false_warning", "unauthorised_use", "technical_fault"].iter().zip(forces.accidents) {
            self.number(key, id);
        }
        self.number("readiness", forces.readiness);
        self.number("decision_time", forces.decision_time);
    }

    /// What happens inside a represented group.
    pub(super) fn level(&mut self, level: Option<&Level>) {
        let Some(level) = level else { return };
        self.number("unity", level.unity);
        self.number("collapse", level.collapse);
        if let Some((year, years)) = level.fall {
            self.number("falls", year);
            self.number("falls_over", years);
        }
    }
}
