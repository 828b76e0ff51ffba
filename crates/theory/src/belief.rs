//! Reading the other: attribution, evidence and belief (K6–K11 of the model), one small function each.

use crate::real::Real;

/// Log-odds stay inside ±9.21, i.e. mistrust inside [0.0001, 0.9999] (model §1).
pub const LOG_ODDS_LIMIT: f64 = 9.21;

/// (K6) Square of the effort i thinks a benign j would make:
/// x0_j² + [max(K_j Σ_{m≠i} t_jm x_m, 0) + K_j (1−α_ji) ν_ij R_ji x_i] / hold_j, ν_ij = ε_ij w_ij.
///
/// `fear_total` is Σ_m t_jm x_m over everybody, `fear_of_reader` the part t_ji x_i of it that i cannot
/// see into, `projected` is reach_ji·ε_ij·w_ij·x_i, what i imagines in its place.
#[inline(always)]
pub fn expected_need_squared<R: Real>(
    baseline: f64,
    responsiveness: f64,
    fear_total: R,
    fear_of_reader: R,
    projected: R,
    inverse_hold: R,
) -> R {
    let of_others = (fear_total - fear_of_reader).at_least(R::of(0.0));
    R::of(baseline * baseline) + R::of(responsiveness) * (of_others + projected) * inverse_hold
}

/// (K7) Excess e_ij = ln x_j + misperception_i − ln a_ij.
#[inline(always)]
pub fn excess<R: Real>(log_effort: R, misperception: f64, expected_squared: R) -> R {
    log_effort + R::of(misperception) - R::of(0.5) * expected_squared.ln()
}

/// (K8, K9) Systematic evidence per year: (g/s²)(e − g/2), times `negativity` where it is bad news.
///
/// `clarity` is 1/s. Observation noise is added by the step, outside (K9): a factor on the noise of
/// ever finer observations would drag beliefs up at a rate that grows without bound as steps shrink.
#[inline(always)]
pub fn evidence<R: Real>(excess: R, greed_excess: f64, clarity: f64, negativity: f64) -> R {
    let news = R::of(greed_excess * clarity * clarity) * (excess - R::of(0.5 * greed_excess));
    let factor = if news.value() > 0.0 { negativity } else { 1.0 };
    R::of(factor) * news
}

/// (K11) Next log-odds: ℓ + Δ·(evidence − forgetting·(ℓ − prior)), inside ±9.21.
#[inline(always)]
pub fn update<R: Real>(log_odds: R, prior: f64, forgetting: f64, evidence: R, dt: f64) -> R {
    let drift = evidence - R::of(forgetting) * (log_odds - R::of(prior));
    (log_odds + R::of(dt) * drift).at_least(R::of(-LOG_ODDS_LIMIT)).at_most(R::of(LOG_ODDS_LIMIT))
}
