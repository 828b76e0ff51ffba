//! From what a scenario says of force, war, warheads and levels to the kernel terms of one block.

use theory::issue::military::{War, chosen_posture, log_force, posture_evidence};
use theory::issue::nuclear::Nuclear;
use theory::level::Node;
use theory::world::{LANES, Physics};

use super::{Lane, nature, of_pairs};
use crate::scenario::physics::{Force, Forces, Level};
use crate::scenario::{Issue, NumberId, Scenario};

/// What technology and posture do in one issue.
pub(super) struct Forced {
    /// ln of the factor on exposure, pairs.
    pub log_force: Vec<Lane>,
    /// Evidence per year that each actor's posture gives everybody.
    pub shown: Vec<Lane>,
}

/// Technology and posture: postures are chosen once, by motive and by how well they can be told apart.
pub(super) fn forced(force: &Force, greedy: &[Lane], values: &[Lane]) -> Forced {
    let of = |id: NumberId, l: usize| values[id.index()][l];
    let n = greedy.len();
    let posture: Vec<Lane> = (0..n)
        .map(|i| {
            let usual = values[force.postures[i].index()];
            std::array::from_fn(|l| chosen_posture(usual[l], of(force.distinguishability, l), greedy[i][l]))
        })
        .collect();
    let pair = |p: usize| {
        let (mine, theirs) = (posture[p / n], posture[p % n]);
        std::array::from_fn(|l| {
            log_force(of(force.offence_advantage, l), of(force.posture_weight, l), mine[l], theirs[l])
        })
    };
    let evidence = |i: usize| {
        let usual = values[force.postures[i].index()];
        std::array::from_fn(|l| {
            posture_evidence(usual[l], of(force.distinguishability, l), of(force.posture_weight, l), posture[i][l])
        })
    };
    Forced { log_force: (0..n * n).map(pair).collect(), shown: (0..n).map(evidence).collect() }
}

/// What happens physically in one issue; `log_force` as drawn, where there is any.
pub(super) fn physics(
    issue: &Issue,
    n: usize,
    log_force: Option<&[Lane]>,
    values: &[Lane],
    start: f64,
) -> Physics<LANES> {
    let of = |id: NumberId| values[id.index()];
    let war = issue.physics.war.as_ref().map(|war| War {
        rate: of(war.rate),
        log_force: log_force.map_or_else(|| vec![[0.0; LANES]; n * n], <[Lane]>::to_vec),
        ending: of(war.ending),
        escalation: of(war.escalation),
        limit: vec![[1.0; LANES]; n],
        attrition: war.attrition.map(of),
        spoils: of(war.spoils),
        shock_to_trust: of(war.shock_to_trust),
    });
    let nuclear = issue.physics.nuclear.as_ref().map(|nuclear| {
        let forces = |pick: &dyn Fn(&Forces) -> NumberId| nuclear.forces.iter().map(|f| of(pick(f))).collect();
        Nuclear {
            second_strike: forces(&|f| f.second_strike),
            damage_scale: forces(&|f| f.damage_scale),
            rational_control: of(nuclear.rational_control),
            ideology: of_pairs(&nuclear.ideology, values),
            accident: std::array::from_fn(|cause| forces(&move |f| f.accidents[cause])),
            readiness: forces(&|f| f.readiness),
            decision_time: forces(&|f| f.decision_time),
            checking: of(nuclear.checking),
            restraint: vec![[1.0; LANES]; n],
            escalation: nuclear.escalation.map(of),
            shadow: of(nuclear.shadow),
        }
    });
    let transition = issue.physics.force.as_ref().map_or([0.0; LANES], |force| of(force.transition));
    let nature = &issue.physics;
    Physics {
        war,
        nuclear,
        health: nature.health.as_ref().map(|h| nature::health(h, values, start)),
        commons: nature.commons.as_ref().map(|c| nature::commons(c, values, start)),
        adversity: nature.adversity.as_ref().map(|a| nature::adversity(a, values, start)),
        transition,
        ..Physics::default()
    }
}

/// Groups that enclose what stands in `within`, innermost first.
pub(super) fn enclosing(scenario: &Scenario, within: Option<usize>) -> Vec<usize> {
    std::iter::successors(within, |at| scenario.groups[*at].within).collect()
}

/// The represented group that each actor stands in, innermost first; actors face each other only where it is the same.
pub(super) fn standing(scenario: &Scenario) -> Vec<Option<usize>> {
    let represented = |group: &usize| scenario.groups[*group].level.is_some();
    scenario.actors.iter().map(|a| enclosing(scenario, a.within).into_iter().find(represented)).collect()
}

/// The represented groups as nodes, inner ones before those that enclose them: what a group can raise depends on
/// what its members can.
pub(super) fn nodes(scenario: &Scenario, standing: &[Option<usize>], values: &[Lane]) -> Vec<Node<LANES>> {
    let depth = |group: usize| enclosing(scenario, Some(group)).len();
    let mut levels: Vec<(usize, &Level)> =
        scenario.groups.iter().enumerate().filter_map(|(g, group)| Some((g, group.level.as_ref()?))).collect();
    levels.sort_by_key(|(group, _)| std::cmp::Reverse(depth(*group)));
    let start = f64::from(scenario.clock.start);
    let of = |id: NumberId| values[id.index()];
    let node = |(group, level): (usize, &Level)| Node {
        face: level.face,
        children: (0..scenario.size()).filter(|&i| standing[i] == Some(group)).collect(),
        authority: scenario.issues.iter().map(|k| of(k.group_authority[group].adjudication)).collect(),
        unity: of(level.unity),
        collapse: of(level.collapse),
        fall: level.fall.map_or([f64::INFINITY; LANES], |(year, _)| of(year).map(|year| year - start)),
        fall_over: level.fall.map_or([1.0; LANES], |(_, years)| of(years)),
    };
    levels.into_iter().map(node).collect()
}
