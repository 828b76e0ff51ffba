//! Warheads: damage, deterrence, and accidents kept apart from deliberate attack (model §6).

use crate::real::{exp, ln};
use crate::world::{Reading, Terms};

/// Causes of nuclear war by accident (the first paper's list, which it leaves open).
pub const CAUSES: [&str; 3] = ["false-warning", "unauthorised-use", "technical-fault"];

/// Terms of one nuclear issue.
#[derive(Clone, Debug)]
pub struct Nuclear<const L: usize> {
    /// s_i: share of its warheads that survive a first strike and can answer it, actors.
    pub second_strike: Vec<[f64; L]>,
    /// χ_i: warheads on target that destroy 63 % of what i values, actors.
    pub damage_scale: Vec<[f64; L]>,
    /// Share of decisions under rational control.
    pub rational_control: [f64; L],
    /// Distance of ideologies as an attacker i sees it towards j, 0–1: raises what is at stake beyond what can be
    /// destroyed. Pairs.
    pub ideology: Vec<[f64; L]>,
    /// Accidents per year and cause that start at each actor at full readiness, `[cause][actor]`.
    pub accident: [Vec<[f64; L]>; 3],
    /// Readiness of each actor's forces, 0–1.
    pub readiness: Vec<[f64; L]>,
    /// Time to decide over what it was when the rates were estimated (1: the same), actors.
    pub decision_time: Vec<[f64; L]>,
    /// How strongly time filters false warnings: each further unit of decision time leaves e^−this of them.
    pub checking: [f64; L],
    /// Factor each actor puts on escalation of accidents (1: none).
    pub restraint: Vec<[f64; L]>,
    /// P(escalation) of an accident when the other is surely harmless, and when surely hostile.
    pub escalation: [[f64; L]; 2],
    /// Share of this issue's deterrence that also holds off attacks in others.
    pub shadow: [f64; L],
}

/// Damage to a society: 1 − exp(−s x/χ), s x the warheads that can be used against it.
#[inline(always)]
pub fn damage(usable: f64, scale: f64) -> f64 {
    1.0 - exp(-usable / scale)
}

/// What retaliation leaves of the will to attack: (1−damage')·rational + (1−rational), damage' = damage/(1+ideology).
///
/// An attacker in control refrains unless its stake exceeds what it would lose. Stakes spread evenly over
/// [0, 1 + ideology] exceed `damage` with chance 1 − damage/(1+ideology): without ideology the model's 1 − damage.
#[inline(always)]
pub fn deterred(damage: f64, rational_control: f64, ideology: f64) -> f64 {
    1.0 - rational_control * damage / (1.0 + ideology)
}

/// P(escalation | tension): geometric between calm and crisis, so that log-odds of belief add up in logs.
#[inline(always)]
pub fn escalation(calm: f64, crisis: f64, tension: f64) -> f64 {
    if calm <= 0.0 {
        return crisis * tension;
    }
    exp((1.0 - tension) * ln(calm) + tension * ln(crisis))
}

/// Usable power of i over j: the damage it can threaten times the chance that it would carry the threat out, given the
/// damage that would come back. By construction nothing is drawn here: the hump ("absolute power, absolute impotence")
/// follows from [`damage`] and [`deterred`].
pub fn usable_power(damage_done: f64, damage_suffered: f64, rational_control: f64, ideology: f64) -> f64 {
    damage_done * deterred(damage_suffered, rational_control, ideology)
}

/// Damage that actor `i` can answer with, and its usable power, at this moment: means over its rivals.
pub fn power<const L: usize>(terms: &Terms<L>, k: usize, reading: &Reading<f64, L>, i: usize) -> [[f64; L]; 2] {
    let (n, issue) = (terms.actors, &terms.issues[k]);
    let mut out = [[0.0; L]; 2];
    let Some(nuclear) = &issue.physics.nuclear else { return out };
    let rivals: Vec<usize> = (0..n).filter(|&j| j != i && issue.reach[j * n + i].iter().any(|&r| r > 0.0)).collect();
    for &j in &rivals {
        for l in 0..L {
            let answer = |a: usize, b: usize| {
                damage(nuclear.second_strike[a][l] * reading.effort[a][l], nuclear.damage_scale[b][l])
            };
            let (done, suffered) = (answer(i, j), answer(j, i));
            let (control, ideology) = (nuclear.rational_control[l], nuclear.ideology[i * n + j][l]);
            out[0][l] += done / rivals.len() as f64;
            out[1][l] += usable_power(done, suffered, control, ideology) / rivals.len() as f64;
        }
    }
    out
}

/// Hazards of accident at this moment: for each ordered pair (i, j), an accident among i's forces that ends in an
/// exchange with j, by cause. Rate × readiness × P(escalation | tension), tension the weight i gives to j being hostile;
/// a false warning must also survive the checks that decision time allows. An actor with several rivals spreads its
/// rate evenly over them, those whom its effort reaches. Both sides suffer; where an accident begins is kept apart.
#[inline(always)]
pub fn accidents<const L: usize>(terms: &Terms<L>, k: usize, reading: &mut Reading<f64, L>) {
    let (n, issue) = (terms.actors, &terms.issues[k]);
    let Some(nuclear) = &issue.physics.nuclear else { return };
    for table in [&mut reading.accident, &mut reading.origin] {
        table.resize_with(CAUSES.len(), Vec::new);
        table.iter_mut().for_each(|row| {
            row.clear();
            row.resize(n, [0.0; L]);
        });
    }
    for i in 0..n {
        let met = |j: usize, l: usize| j != i && issue.reach[j * n + i][l] > 0.0;
        let rivals: [f64; L] = std::array::from_fn(|l| (0..n).filter(|&j| met(j, l)).count() as f64);
        let (checking, time) = (nuclear.checking, nuclear.decision_time[i]);
        let mut unchecked = [0.0; L];
        for l in 0..L {
            unchecked[l] = exp(-checking[l] * (time[l] - 1.0));
        }
        for j in (0..n).filter(|&j| j != i) {
            let [calm, crisis] = nuclear.escalation;
            let (weight, restraint, ready) = (reading.weight[i * n + j], nuclear.restraint[i], nuclear.readiness[i]);
            let (effort, scale, reach) = (reading.effort[i], nuclear.damage_scale[j], issue.reach[j * n + i]);
            let mut common = [0.0; L];
            for l in 0..L {
                let odds = escalation(calm[l], crisis[l], weight[l]) * restraint[l];
                let able = damage(effort[l], scale[l]) / rivals[l].max(1.0);
                common[l] = if reach[l] > 0.0 { ready[l] * odds * able } else { 0.0 };
            }
            for cause in 0..CAUSES.len() {
                let rate = nuclear.accident[cause][i];
                for l in 0..L {
                    let passed = if cause == 0 { unchecked[l] } else { 1.0 };
                    let hazard = rate[l] * passed * common[l];
                    reading.origin[cause][i][l] += hazard;
                    reading.accident[cause][i][l] += hazard;
                    reading.accident[cause][j][l] += hazard;
                }
            }
        }
    }
}
