//! What follows from the kernel on paper (model §5): the formulas that pictures draw and tests check.
//!
//! Each holds for the noise-free kernel; with noise, for means. The folder holds the closed forms of neighbouring
//! theories, against which other models of the dilemma are checked.

pub mod agreement;
pub mod deterrence;
pub mod epidemic;
pub mod richardson;
pub mod trade;
pub mod trust;

use crate::real::{exp, ln};

/// (P3) Empathy over which mistrust among n equals with x0 → 0 does not rise: (n−1)e^{−g} − (n−2).
///
/// `greed_excess` g > 0 in logs. At or under 0 no spiral is possible even without empathy.
pub fn critical_empathy(actors: usize, greed_excess: f64) -> f64 {
    let n = actors as f64;
    (n - 1.0) * exp(-greed_excess) - (n - 2.0)
}

/// (P3) Without empathy spirals need fewer equals than this: (2e^g − 1)/(e^g − 1).
pub fn largest_spiral(greed_excess: f64) -> f64 {
    let e = exp(greed_excess);
    (2.0 * e - 1.0) / (e - 1.0)
}

/// (P4) Mistrust at which suspicion of two equals starts to feed itself at effort x on the need curve:
/// μ = x0²(e^g − 1) / (K·r·x·(1 − εe^g)), r = (1−α)R per year.
///
/// `None` where empathy is at or over e^{−g}: no mistrust is enough. The value may exceed 1.
pub fn boundary_mistrust(
    baseline: f64,
    responsiveness: f64,
    reach: f64,
    empathy: f64,
    greed_excess: f64,
    effort: f64,
) -> Option<f64> {
    let e = exp(greed_excess);
    let opening = 1.0 - empathy * e;
    if opening <= 0.0 {
        return None;
    }
    Some(baseline * baseline * (e - 1.0) / (responsiveness * reach * effort * opening))
}

/// (P6) Steady effort of two equals with x0 → 0 at fixed weight: K·t·(1−u) with care u alone.
pub fn effort_with_care(responsiveness: f64, threat: f64, care: f64) -> f64 {
    responsiveness * threat * (1.0 - care)
}

/// (P6) The two steady efforts of two equals with x0 → 0 and foresight d ≤ ½ alone:
/// Kt(1 ± √(1−2d))/2, lower (unstable) first. `None` for d > ½: the race unwinds from anywhere.
pub fn efforts_with_foresight(responsiveness: f64, threat: f64, foresight: f64) -> Option<(f64, f64)> {
    let inside = 1.0 - 2.0 * foresight;
    if inside < 0.0 {
        return None;
    }
    let (middle, root) = (0.5 * responsiveness * threat, inside.sqrt());
    Some((middle * (1.0 - root), middle * (1.0 + root)))
}

/// (P10) Chance of at least one accident in `years` at `hazard` per year: 1 − e^{−hT}.
pub fn accident_probability(hazard: f64, years: f64) -> f64 {
    1.0 - exp(-hazard * years)
}

/// (P11) Mistrust under which sharing in staggered waves pays: 1 − c/(δb).
pub fn sharing_threshold(cost: f64, benefit: f64, discount: f64) -> f64 {
    1.0 - cost / (discount * benefit)
}

/// (P12) Years until universalism spreading logistically with `rate` per year from share u0 reaches u1.
pub fn years_to_share(rate: f64, u0: f64, u1: f64) -> f64 {
    ln(u1 * (1.0 - u0) / (u0 * (1.0 - u1))) / rate
}
