//! Nuclear arithmetic: risk over time, what silence and alarms prove, and what survives a first strike.
//!
//! Each formula is derived; where a source is named it is the source of the idea, and "type" means in its spirit only.

use super::trust::belief_after;
use crate::real::{exp, ln};

/// Chance of at least one event in `years` ≥ 0 at risk `annual` in [0, 1) each year: 1 − (1−p)^T.
pub fn risk_over(annual: f64, years: f64) -> f64 {
    1.0 - exp(years * ln(1.0 - annual))
}

/// The annual risk that amounts to `risk` in [0, 1) over `years` > 0: 1 − (1−P)^(1/T).
pub fn annual_risk(risk: f64, years: f64) -> f64 {
    1.0 - exp(ln(1.0 - risk) / years)
}

/// Annual risk when the *hazard*, −ln(1−p) per year, is multiplied by `factor` ≥ 0.
pub fn annual_risk_at(annual: f64, factor: f64) -> f64 {
    1.0 - exp(factor * ln(1.0 - annual))
}

/// Chance that the event ever happens if the hazard is constant for `span` years and then multiplied by `factor`,
/// again and again: 1 − (1−p)^(span/(1−factor)).
///
/// 1 for a factor of 1 or more with p > 0: a holding operation saves only if what remains of the hazard has a finite
/// sum.
pub fn risk_for_ever(annual: f64, span: f64, factor: f64) -> f64 {
    if factor < 1.0 {
        return risk_over(annual, span / (1.0 - factor));
    }
    if annual > 0.0 { 1.0 } else { 0.0 }
}

/// Chance of an event next year after `years` without one, all rates equally likely before (Laplace 1774): 1/(n+2).
pub fn laplace_after_silence(years: f64) -> f64 {
    1.0 / (years + 2.0)
}

/// The same with the prior of Jeffreys (1946), Beta(½, ½): ½/(n+1), the mean of Beta(½, n+½).
pub fn jeffreys_after_silence(years: f64) -> f64 {
    0.5 / (years + 1.0)
}

/// Largest annual risk under which `years` > 0 without an event still have the chance 1 − `confidence`, confidence in
/// [0, 1): 1 − (1−confidence)^(1/n), about 3/n at 95 %.
pub fn upper_bound_after_silence(years: f64, confidence: f64) -> f64 {
    annual_risk(confidence, years)
}

/// Chance that an attack is under way given `alarms` independent alarms at once: πs^k / (πs^k + (1−π)f^k).
///
/// `prior` π of an attack in the interval, `detection` s and `false_alarm` f > 0 of one sensor in it, all in [0, 1].
/// A crisis that raises π makes the same false alarm deadly (Sagan 1993, *The Limits of Safety*, for the mechanism).
pub fn attack_given_alarms(prior: f64, detection: f64, false_alarm: f64, alarms: u32) -> f64 {
    let ratio = (0..alarms).fold(1.0, |product, _| product * (detection / false_alarm));
    belief_after(prior, ratio)
}

/// Bits of evidence that lift a belief from one probability to another, both in (0, 1): log₂ of the ratio of odds.
pub fn evidence_bits(from: f64, to: f64) -> f64 {
    ln(to / (1.0 - to) * ((1.0 - from) / from)) / std::f64::consts::LN_2
}

/// Kent–Thaler-type cost of a war to one side, in [0, 1.3]: D_own^0.75 + 0.3(1 − D_enemy^0.75).
///
/// Damages are shares in [0, 1] of what each side values. Form and numbers follow Kent & Thaler (1989, RAND
/// R-3765-AF, app. C, p. 61); this does not reproduce their force exchanges.
pub fn kent_thaler_type_cost(own_damage: f64, enemy_damage: f64) -> f64 {
    // Two square roots are D^¾ without a logarithm, also at 0.
    let weight = |damage: f64| damage.sqrt() * damage.sqrt().sqrt();
    weight(own_damage) + 0.3 * (1.0 - weight(enemy_damage))
}

/// Kent–Thaler-type index of first-strike stability, in [0, 1], from each side's cost of striking first and of being
/// struck first (> 0): the product over both sides of min(1, C_first/C_second). 1: no incentive to strike first.
///
/// The cap is a reading: a side whose cost is even higher when it strikes first has no incentive either, and must not
/// make up for the other's.
pub fn kent_thaler_type_index(first: [f64; 2], second: [f64; 2]) -> f64 {
    (first[0] / second[0]).min(1.0) * (first[1] / second[1]).min(1.0)
}

/// Chance that one shot destroys a hard target: 1 − ½^((LR/CEP)²) (circular normal errors).
///
/// `lethal_radius` LR ≥ 0 and `cep` > 0, the radius within which half the shots fall, in one unit of length.
pub fn single_shot_kill(lethal_radius: f64, cep: f64) -> f64 {
    let ratio = lethal_radius / cep;
    1.0 - exp(-std::f64::consts::LN_2 * ratio * ratio)
}

/// Chance that at least one of `shots` independent shots destroys the target: 1 − (1−p)^n, p in [0, 1].
pub fn kill_by_shots(single: f64, shots: u32) -> f64 {
    1.0 - (0..shots).fold(1.0, |miss, _| miss * (1.0 - single))
}

/// Surviving targets of `targets`, mean and standard deviation, if each is shot at `shots` times with chance `single`
/// of destruction and chance `reliability` of arriving (both in [0, 1]), all independent: a binomial number.
pub fn survivors(targets: f64, single: f64, reliability: f64, shots: u32) -> (f64, f64) {
    let survival = 1.0 - kill_by_shots(single * reliability, shots);
    (targets * survival, (targets * survival * (1.0 - survival)).sqrt())
}

/// Least stockpiles (A's, B's) at which each side deters the other, the vertex of the cone of mutual deterrence:
/// M_A = (N_B + f_B N_A)/(1 − f_A f_B) and likewise M_B (Intriligator 1975; Brito & Intriligator 1984).
///
/// `to_deter` = [N_A, N_B] ≥ 0: warheads that, arriving on A (on B), deter it. `destroyed` = [f_A, f_B] ≥ 0: enemy
/// warheads that one warhead of A (of B) destroys in a first strike. The cone is M_A ≥ N_B + f_B M_B,
/// M_B ≥ N_A + f_A M_A. `None` if f_A f_B ≥ 1: no stockpile is enough, however large.
pub fn mutual_deterrence(to_deter: [f64; 2], destroyed: [f64; 2]) -> Option<(f64, f64)> {
    let room = 1.0 - destroyed[0] * destroyed[1];
    if room <= 0.0 {
        return None;
    }
    Some(((to_deter[1] + destroyed[1] * to_deter[0]) / room, (to_deter[0] + destroyed[0] * to_deter[1]) / room))
}
