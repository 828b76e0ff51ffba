//! Self-help: threat, need, restraint and adjustment (K1–K5 of the model), one small function each.
//!
//! Units: effort x, baseline x0 and responsiveness K in the effort unit; threat t per year.

use crate::real::Real;

/// (K1) Decision weight w_ij from mistrust μ_ij, through the doctrine's floor and slope.
#[inline(always)]
pub fn weight<R: Real>(floor: f64, slope: f64, mistrust: R) -> R {
    R::of(floor) + R::of(slope) * mistrust
}

/// (K2) Threat t_ij = (1−α_ij)·R_ij·w_ij; `reach` is (1−α_ij)·R_ij.
#[inline(always)]
pub fn threat<R: Real>(reach: f64, weight: R) -> R {
    R::of(reach) * weight
}

/// (K4) Restraint: 1 + u·Σ_j K_j t_ji/x_j + d·Σ_j (K_i t_ij/x_i)(K_j t_ji/2x_j).
#[inline(always)]
pub fn restraint<R: Real>(care: f64, foresight: f64, harm_to_others: R, reaction: R) -> R {
    R::of(1.0) + R::of(care) * harm_to_others + R::of(foresight) * reaction
}

/// (K3) Square of the benign need: x0² + K·Σ_j t_ij x_j / hold.
#[inline(always)]
pub fn need_squared<R: Real>(baseline: f64, responsiveness: f64, fear: R, inverse_hold: R) -> R {
    R::of(baseline * baseline) + R::of(responsiveness) * fear * inverse_hold
}

/// (K5) Next ln x before noise: ln x + speed·Δ·(ln x* + g·θ + push − ln x).
///
/// `push` is a change of target that no public need explains (definitions D1 and D2, options of D4).
#[inline(always)]
pub fn adjust<R: Real>(log_effort: R, need_squared: R, greed: f64, push: f64, speed_step: f64) -> R {
    let target = R::of(0.5) * need_squared.ln() + R::of(greed + push);
    log_effort + R::of(speed_step) * (target - log_effort)
}
