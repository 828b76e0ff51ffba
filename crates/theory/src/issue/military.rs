//! Arms: technology and posture, the rate of war, its stages, and what a war does (model §6).

use crate::real::{exp, ln};

/// ln of what technology and posture make of exposure: B + κ(φ_i + φ_j) (model §6, P8).
///
/// `offence_advantage` B > 0 favours attack; postures lie in [−1, 1], −1 defensive.
pub fn log_force(offence_advantage: f64, posture_weight: f64, mine: f64, theirs: f64) -> f64 {
    offence_advantage + posture_weight * (mine + theirs)
}

/// Posture an actor takes: where postures can be told apart (D > 0) a benign one moves from its usual posture
/// towards pure defence, −1; a greedy one keeps it (Jervis 1978: distinguishability lets status-quo powers sort
/// themselves out).
pub fn chosen_posture(usual: f64, distinguishability: f64, greedy: f64) -> f64 {
    usual - distinguishability * (1.0 - greedy) * (usual + 1.0)
}

/// Evidence per year that a posture gives everybody: D·κ·(φ − φ̄), φ̄ half way between what a benign and a greedy
/// actor of this usual posture would show. (Were φ̄ the mean of the postures seen, benign equals would show nothing.)
pub fn posture_evidence(usual: f64, distinguishability: f64, posture_weight: f64, shown: f64) -> f64 {
    let expected = usual - 0.5 * distinguishability * (usual + 1.0);
    distinguishability * posture_weight * (shown - expected)
}

/// P_ij: chance that j's attack on i succeeds, F x_j/(F x_j + x_i), with ln F the force of [`log_force`].
///
/// The model writes R_ij for F; exposure carries a unit (per year), a chance may not, so contact is left out.
#[inline(always)]
pub fn success(force: f64, attacker: f64, defender: f64) -> f64 {
    force * attacker / (force * attacker + defender)
}

/// Rate per year at which a war destroys the effort of one side, from the rate between equals: 2·attrition·theirs/(mine +
/// theirs), so that both lose the same amount (Lanchester's linear law, 1916, *Aircraft in Warfare*).
///
/// That fits wars better than equal shares: in the 55 wars of one state against one other with figures (Correlates of War
/// 4.0, 1823–2003), ln of the ratio of battle deaths has the slope −0.03 ± 0.10 on ln of the ratio of military personnel;
/// equal amounts mean 0, equal shares 1.
#[inline(always)]
pub fn losses(attrition: f64, mine: f64, theirs: f64) -> f64 {
    2.0 * attrition * theirs / (mine + theirs)
}

/// How far a war has gone.
pub const STAGES: [&str; 3] = ["limited", "extended", "total"];

/// Terms of war in one issue.
#[derive(Clone, Debug)]
pub struct War<const L: usize> {
    /// c: wars per unit of objective hazard between equals without offence advantage (1: the hazard is the rate of war).
    pub rate: [f64; L],
    /// ln F_ij: what makes j's force count against i, pairs.
    pub log_force: Vec<[f64; L]>,
    /// Rate at which a war ends, per year.
    pub ending: [f64; L],
    /// Rate at which a war goes one stage further, per year.
    pub escalation: [f64; L],
    /// Factor each actor puts on escalation of its wars (1: none).
    pub limit: Vec<[f64; L]>,
    /// Rate at which effort is destroyed on each of two equal sides, per year, by stage; see [`losses`].
    pub attrition: [[f64; L]; 3],
    /// Share of the loser's output that a total war moves to the winner; earlier stages move [`SPOILS_BY_STAGE`] of it.
    pub spoils: [f64; L],
    /// Most log-odds that one attack can add to anybody's mistrust of the attacker.
    pub shock_to_trust: [f64; L],
}

/// Share of the spoils that a war of this stage moves: each stage ten times the one before.
pub const SPOILS_BY_STAGE: [f64; 3] = [0.01, 0.1, 1.0];

/// Log-odds that an attack by j adds to the mistrust of a watcher who reads j with `empathy`, j fearing H per year from
/// its victim: −ln of the chance that a benign j would have attacked, ρ·εH/(1+εH), at most `most`.
///
/// An attack from fear convicts less in the eyes of those who see the fear.
pub fn indictment(first_strike: f64, empathy: f64, fear: f64, most: f64) -> f64 {
    let felt = empathy * fear;
    let benign = first_strike * felt / (1.0 + felt);
    if benign <= exp(-most) { most } else { (-ln(benign)).clamp(0.0, most) }
}
