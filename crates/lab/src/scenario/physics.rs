//! What happens physically, as a scenario states it: technology and posture, war, warheads, levels (model §6, §7).
//!
//! Each part is there only where the file asks for it; a scenario without them is the kernel and nothing else.

use serde::Serialize;

use super::{NumberId, Pairwise};

/// What happens physically in one issue.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Physics {
    /// Technology and posture, where any of their numbers is stated.
    pub force: Option<Force>,
    /// `[issues.war]`.
    pub war: Option<War>,
    /// `[issues.nuclear]`.
    pub nuclear: Option<Nuclear>,
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
