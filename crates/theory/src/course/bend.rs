//! How the terms of the moment are made of the base terms: put back, then bent by growth, groups and deterrence.

use super::{State, nature};
use crate::issue::nuclear::{damage, deterred};
use crate::level::{authority_inside, left_of};
use crate::real::{exp, ln};
use crate::world::{Terms, World};

/// Puts back everything that may have been bent.
#[inline(always)]
pub(super) fn reset<const L: usize>(now: &mut Terms<L>, base: &Terms<L>) {
    now.care.copy_from_slice(&base.care);
    now.foresight.copy_from_slice(&base.foresight);
    now.negativity.copy_from_slice(&base.negativity);
    now.misperception.copy_from_slice(&base.misperception);
    now.forgetting.copy_from_slice(&base.forgetting);
    // What is said of every pair is copied only where something may have bent it: in worlds of many actors these are the large tables.
    let steered = !base.remedies.is_empty() || !base.nodes.is_empty();
    let deterred = base.issues.iter().any(|issue| issue.physics.nuclear.is_some());
    if steered {
        now.empathy.copy_from_slice(&base.empathy);
    }
    for (issue, old) in now.issues.iter_mut().zip(&base.issues) {
        issue.baseline.copy_from_slice(&old.baseline);
        issue.responsiveness.copy_from_slice(&old.responsiveness);
        issue.greed_excess.copy_from_slice(&old.greed_excess);
        issue.log_cap.copy_from_slice(&old.log_cap);
        issue.push.copy_from_slice(&old.push);
        issue.shown.copy_from_slice(&old.shown);
        if steered || old.physics.commons.is_some() {
            issue.reach.copy_from_slice(&old.reach);
        }
        if steered || old.physics.health.is_some() || old.physics.adversity.is_some() {
            issue.clarity.copy_from_slice(&old.clarity);
        }
        issue.told.fill([0.0; L]);
        nature::reset(&mut issue.physics, &old.physics);
        issue.conduct.pace.copy_from_slice(&old.conduct.pace);
        issue.conduct.caution.copy_from_slice(&old.conduct.caution);
        if steered || deterred {
            issue.conduct.temper.copy_from_slice(&old.conduct.temper);
        }
        if let (Some(war), Some(old)) = (&mut issue.physics.war, &old.physics.war) {
            war.log_force.copy_from_slice(&old.log_force);
            war.limit.copy_from_slice(&old.limit);
        }
        if let (Some(nuclear), Some(old)) = (&mut issue.physics.nuclear, &old.physics.nuclear) {
            nuclear.readiness.copy_from_slice(&old.readiness);
            nuclear.decision_time.copy_from_slice(&old.decision_time);
            nuclear.second_strike.copy_from_slice(&old.second_strike);
            nuclear.restraint.copy_from_slice(&old.restraint);
        }
    }
}

/// Power transition: who is larger than all it faces misreads by `transition` × the growth by which the fastest riser
/// among them outpaces it. Of equals the first in order counts as larger.
pub(super) fn rise_and_fall<const L: usize>(now: &mut Terms<L>, base: &Terms<L>, time: f64) {
    let n = base.actors;
    let Terms { issues, misperception, .. } = now;
    for issue in issues.iter().filter(|issue| issue.physics.transition.iter().any(|&t| t != 0.0)) {
        let growth: Vec<f64> =
            issue.output.iter().map(|path| ln(path.factor(time)) - ln(path.factor(time - 1.0))).collect();
        let factor: Vec<f64> = issue.output.iter().map(|path| path.factor(time)).collect();
        for i in 0..n {
            for l in 0..L {
                let size = |i: usize| issue.responsiveness[i][l] * factor[i];
                let met = |&j: &usize| j != i && issue.reach[i * n + j][l] + issue.reach[j * n + i][l] > 0.0;
                if (0..n).filter(met).all(|j| size(i) > size(j) || (size(i) == size(j) && i < j)) {
                    let gap = (0..n).filter(met).map(|j| growth[j] - growth[i]).fold(0.0, f64::max);
                    misperception[i][l] += issue.physics.transition[l] * gap;
                }
            }
        }
    }
}

/// Authority inside every node, and what the node can raise: its cohesion times what its members have left.
pub(super) fn enclose<const L: usize>(
    now: &mut Terms<L>,
    state: &State<L>,
    world: &World<f64, L>,
    time: f64,
    authority: &mut [[f64; L]],
) {
    let n = now.actors;
    let Terms { nodes, issues, .. } = now;
    for (m, node) in nodes.iter().enumerate() {
        for (k, issue) in issues.iter_mut().enumerate() {
            let inside: [f64; L] = std::array::from_fn(|l| {
                let base = node.authority[k][l] * left_of(time, node.fall[l], node.fall_over[l]);
                authority_inside(base, node.unity[l], state.outside[m][l], state.broken[m][l])
            });
            if k == 0 {
                authority[m] = inside;
            }
            for &i in &node.children {
                for &j in node.children.iter().filter(|&&j| j != i) {
                    for l in 0..L {
                        issue.reach[i * n + j][l] *= 1.0 - inside[l];
                    }
                }
            }
            let log_effort = &world.issues[k].log_effort;
            for l in 0..L {
                let left: f64 =
                    node.children.iter().map(|&c| (exp(issue.log_cap[c][l]) - exp(log_effort[c][l])).max(0.0)).sum();
                let least = LEAST_OUTWARD * issue.baseline[node.face][l];
                let raised = ln((inside[l] * left).max(least));
                issue.log_cap[node.face][l] = issue.log_cap[node.face][l].min(raised);
            }
        }
    }
}

/// What even a node without cohesion raises, of its baseline: logs of effort must stay finite.
const LEAST_OUTWARD: f64 = 1e-3;

/// Nuclear deterrence: what retaliation leaves of the will to attack, in the nuclear issue and in its shadow.
#[inline(always)]
pub(super) fn deter<const L: usize>(now: &mut Terms<L>, world: &World<f64, L>) {
    let n = now.actors;
    for k in 0..now.issues.len() {
        let Some(nuclear) = now.issues[k].physics.nuclear.take() else { continue };
        let warheads: Vec<[f64; L]> = world.issues[k].log_effort.iter().map(|x| x.map(exp)).collect();
        for p in (0..n * n).filter(|p| p / n != p % n) {
            let (victim, attacker) = (p / n, p % n);
            let (survive, scale) = (nuclear.second_strike[victim], nuclear.damage_scale[attacker]);
            let (stock, control) = (warheads[victim], nuclear.rational_control);
            let ideology = nuclear.ideology[attacker * n + victim];
            let mut left = [0.0; L];
            for l in 0..L {
                left[l] = deterred(damage(survive[l] * stock[l], scale[l]), control[l], ideology[l]);
            }
            for (other, issue) in now.issues.iter_mut().enumerate() {
                for l in 0..L {
                    let share = if other == k { 1.0 } else { nuclear.shadow[l] };
                    issue.conduct.temper[p][l] *= 1.0 - share * (1.0 - left[l]);
                }
            }
        }
        now.issues[k].physics.nuclear = Some(nuclear);
    }
}
