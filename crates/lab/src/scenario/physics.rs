//! What happens physically, as a scenario states it: technology and posture, war, warheads, levels (model §6, §7).
//!
//! Each part is there only where the file asks for it; a scenario without them is the kernel and nothing else.

use serde::Serialize;

use super::{NumberId, Pairwise, Series};

/// What happens physically in one issue.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Physics {
    /// Technology and posture, where any of their numbers is stated.
    pub force: Option<Force>,
    /// `[issues.war]`.
    pub war: Option<War>,
    /// `[issues.nuclear]`.
    pub nuclear: Option<Nuclear>,
    /// `[issues.health]`: an epidemic.
    pub health: Option<Nature>,
    /// `[issues.commons]`: a common resource.
    pub commons: Option<Nature>,
    /// `[issues.adversity]`: what trouble does.
    pub adversity: Option<Nature>,
}

/// Numbers by key.
pub type Keyed = Vec<(&'static str, NumberId)>;

/// A part of nature as a scenario states it: an epidemic, a commons, or what trouble does.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Nature {
    /// Numbers of the issue.
    pub numbers: Keyed,
    /// Numbers of each actor, in actor order.
    pub actors: Vec<Keyed>,
    /// Contacts abroad, or attribution; a commons has none.
    pub pairs: Option<Pairwise>,
    /// Dated events, in file order.
    pub events: Vec<Event>,
    /// What was observed of each actor: deaths, cases, doses, all cumulative.
    pub observed: Vec<[Option<Series>; 3]>,
}

/// Something dated: a variant, a first case, a blow.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// The array of tables it stands in.
    pub list: &'static str,
    /// Whom it befalls, if anybody in particular.
    pub actor: Option<usize>,
    /// Its numbers.
    pub numbers: Keyed,
}

/// The number of this key.
pub fn of_key(numbers: &Keyed, key: &str) -> NumberId {
    numbers.iter().find(|(known, _)| *known == key).map(|(_, id)| *id).expect("the checker files every key")
}

impl Nature {
    fn each_id(&mut self, visit: &mut impl FnMut(&mut NumberId)) {
        self.numbers.iter_mut().for_each(|(_, id)| visit(id));
        self.events.iter_mut().flat_map(|e| &mut e.numbers).for_each(|(_, id)| visit(id));
        self.pairs.iter_mut().flat_map(|p| &mut p.cells).for_each(&mut *visit);
        self.actors.iter_mut().flatten().for_each(|(_, id)| visit(id));
    }
}

/// Technology and posture: what they make of exposure, and what posture tells.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Force {
    /// B, in logs; above 0 attack has the advantage.
    pub offence_advantage: NumberId,
    /// κ, in logs.
    pub posture_weight: NumberId,
    /// D, 0–1.
    pub distinguishability: NumberId,
    /// Bias of the largest actor's reading per unit of growth gap, years.
    pub transition: NumberId,
    /// φ_i in actor order, −1 defensive … 1 offensive.
    pub postures: Vec<NumberId>,
}

/// How wars break out, spread and end.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct War {
    /// c, ratio.
    pub rate: NumberId,
    /// Per year.
    pub ending: NumberId,
    /// Per year.
    pub escalation: NumberId,
    /// Limited, extended, total; per year.
    pub attrition: [NumberId; 3],
    /// Share of the loser's resources that a total war moves.
    pub spoils: NumberId,
    /// Log-odds.
    pub shock_to_trust: NumberId,
}

/// Deterrence and accidents.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Nuclear {
    /// Probability.
    pub rational_control: NumberId,
    /// Log of what a further unit of decision time leaves of false warnings, with the sign turned.
    pub checking: NumberId,
    /// P(escalation) when the other is surely harmless, and when surely hostile.
    pub escalation: [NumberId; 2],
    /// Share of deterrence that holds in other issues.
    pub shadow: NumberId,
    /// Distance of ideologies, 0–1.
    pub ideology: Pairwise,
    /// In actor order.
    pub forces: Vec<Forces>,
}

/// One actor's nuclear forces.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Forces {
    /// s_i, share.
    pub second_strike: NumberId,
    /// χ_i, effort unit.
    pub damage_scale: NumberId,
    /// Per year and cause, in the order of `theory::issue::nuclear::CAUSES`.
    pub accidents: [NumberId; 3],
    /// Share.
    pub readiness: NumberId,
    /// Ratio.
    pub decision_time: NumberId,
}

/// What happens inside a group that an actor represents.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Level {
    /// The actor that stands outward for the group.
    pub face: usize,
    /// χ, years.
    pub unity: NumberId,
    /// Outside hazard per year beyond which the group breaks.
    pub collapse: NumberId,
    /// When its own authority begins to fall, and over how many years; `None`: never.
    pub fall: Option<(NumberId, NumberId)>,
}

impl Physics {
    /// Shows every number to `visit`.
    pub(crate) fn each_id(&mut self, visit: &mut impl FnMut(&mut NumberId)) {
        if let Some(f) = &mut self.force {
            let of_issue =
                [&mut f.offence_advantage, &mut f.posture_weight, &mut f.distinguishability, &mut f.transition];
            of_issue.into_iter().chain(&mut f.postures).for_each(&mut *visit);
        }
        if let Some(w) = &mut self.war {
            let rates = [&mut w.rate, &mut w.ending, &mut w.escalation, &mut w.spoils, &mut w.shock_to_trust];
            rates.into_iter().chain(&mut w.attrition).for_each(&mut *visit);
        }
        if let Some(n) = &mut self.nuclear {
            let of_issue = [&mut n.rational_control, &mut n.checking, &mut n.shadow];
            of_issue.into_iter().chain(&mut n.escalation).chain(&mut n.ideology.cells).for_each(&mut *visit);
            for f in &mut n.forces {
                let own = [&mut f.second_strike, &mut f.damage_scale, &mut f.readiness, &mut f.decision_time];
                own.into_iter().chain(&mut f.accidents).for_each(&mut *visit);
            }
        }
        for nature in [&mut self.health, &mut self.commons, &mut self.adversity].into_iter().flatten() {
            nature.each_id(visit);
        }
    }
}

impl Level {
    /// Shows every number to `visit`.
    pub(crate) fn each_id(&mut self, visit: &mut impl FnMut(&mut NumberId)) {
        [&mut self.unity, &mut self.collapse].into_iter().for_each(&mut *visit);
        if let Some((year, years)) = &mut self.fall {
            [year, years].into_iter().for_each(&mut *visit);
        }
    }
}
