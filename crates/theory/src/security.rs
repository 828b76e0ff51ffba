//! Security: hazards, uncertainty, waste and the verdict on a pair (model §4).

use crate::real::{Real, ln};

/// Attack propensity a_ij of j on i: the greedy attack from greed, the benign from fear
/// ("kill or perish"): θ + (1−θ)·ρ·H/(1+H), H what j fears from i (per year).
#[inline(always)]
pub fn attack_propensity<R: Real>(greedy: f64, first_strike: f64, fear: R) -> R {
    R::of(greedy) + R::of((1.0 - greedy) * first_strike) * (fear / (R::of(1.0) + fear))
}

/// Entropy of a belief in bits: 1 at one half, 0 at certainty.
pub fn entropy(mistrust: f64) -> f64 {
    let part = |p: f64| if p > 0.0 { -p * ln(p) } else { 0.0 };
    (part(mistrust) + part(1.0 - mistrust)) / std::f64::consts::LN_2
}

/// Brier score of a belief against the true motive (0 or 1): 0 is perfect, 0.25 a coin (Brier 1950).
pub fn brier(mistrust: f64, greedy: f64) -> f64 {
    (mistrust - greedy) * (mistrust - greedy)
}

/// Mistrust μ = σ(ℓ).
#[inline(always)]
pub fn mistrust<R: Real>(log_odds: R) -> R {
    log_odds.sigmoid()
}

/// Which frame fits a pair in one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nobody greedy, effort near baseline.
    Harmony,
    /// Nobody greedy, yet effort well over baseline.
    SecurityDilemma,
    /// One greedy: deterrence is the right frame.
    Predation,
    /// Both greedy.
    Rivalry,
}

impl Verdict {
    /// The verdict from both motives and the pair's pressure: effort over baseline that the two
    /// cause each other, as a ratio (geometric mean of both sides, averaged in logs over the period).
    ///
    /// Motives come first, so a realised greedy actor is never called a security dilemma.
    pub fn of(greedy: [f64; 2], pressure: f64, well_over: f64) -> Verdict {
        match (greedy[0] > 0.5, greedy[1] > 0.5) {
            (true, true) => Verdict::Rivalry,
            (true, false) | (false, true) => Verdict::Predation,
            (false, false) if pressure > well_over => Verdict::SecurityDilemma,
            (false, false) => Verdict::Harmony,
        }
    }
    /// Name in files and tables.
    pub fn name(self) -> &'static str {
        match self {
            Verdict::Harmony => "harmony",
            Verdict::SecurityDilemma => "security-dilemma",
            Verdict::Predation => "predation",
            Verdict::Rivalry => "rivalry",
        }
    }
}

/// ln √(1 + K_i t_ij x_j / (hold_i x0_i²)): how far j alone lifts i's need over its baseline, in logs.
pub fn pressure(baseline: f64, responsiveness: f64, threat: f64, effort: f64, inverse_hold: f64) -> f64 {
    0.5 * ln(1.0 + responsiveness * threat * effort * inverse_hold / (baseline * baseline))
}

/// Share of its effort that an actor could save without anybody being less safe: 1 − max x0/x over its circle,
/// at least 0.
///
/// Let y be efforts with x0 ≤ y ≤ x under which nobody's hazard rises: Σ_j t_ij y_j / y_i ≤ Σ_j t_ij x_j / x_i. With
/// z = y/x this reads z_i ≥ Σ_j p_ij z_j, p_ij the share of j in i's hazard. The least such z ≥ x0/x is the value of
/// stopping a Markov chain with reward x0/x: among actors who all fear each other, however indirectly, it is the
/// largest x0/x among them. So the rest, 1 − z, buys nobody security (P5 is the case of equals). Where exposure runs one
/// way only, or nobody fears, more could be saved: there this is a lower bound.
#[inline(always)]
pub fn waste_share(largest_baseline_over_effort: f64) -> f64 {
    let share = 1.0 - largest_baseline_over_effort;
    if share > 0.0 { share } else { 0.0 }
}
