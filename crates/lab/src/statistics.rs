//! Summaries over replications. Sums run in replication order, so they do not depend on threads.

use crate::outcome::{Band, Effect, Estimate};

/// Quantile of sorted values by linear interpolation (Hyndman & Fan 1996, definition 7). NaN if empty.
pub fn quantile(sorted: &[f64], p: f64) -> f64 {
    let Some(last) = sorted.len().checked_sub(1) else { return f64::NAN };
    let at = p * last as f64;
    let below = at.floor() as usize;
    let above = (below + 1).min(last);
    let part = at - below as f64;
    if sorted[below] == sorted[above] { sorted[below] } else { sorted[below] * (1.0 - part) + sorted[above] * part }
}

/// Arithmetic mean; NaN if empty.
pub fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut copy = values.to_vec();
    copy.sort_by(f64::total_cmp);
    copy
}

/// Mean and 5, 50, 95 % quantiles. Zero throughout if there is nothing to summarise.
pub fn estimate(values: &[f64]) -> Estimate {
    if values.is_empty() {
        return Estimate::default();
    }
    let s = sorted(values);
    Estimate { mean: mean(values), q05: quantile(&s, 0.05), q50: quantile(&s, 0.5), q95: quantile(&s, 0.95) }
}

/// Probability from `hits` in `trials`, with the 90 % interval of Wilson (1927) as q05 and q95 and its
/// centre as q50.
pub fn probability(hits: usize, trials: usize) -> Estimate {
    if trials == 0 {
        return Estimate { mean: 0.0, q05: 0.0, q50: 0.5, q95: 1.0 };
    }
    wilson(hits as f64 / trials as f64, trials)
}

/// A share p seen over n independent runs, with its 90 % Wilson interval. Cases of one run that share its luck count
/// once: p may be a mean over them, n is the number of runs.
pub fn wilson(p: f64, runs: usize) -> Estimate {
    const Z: f64 = 1.644_853_626_951_472_2; // 95 % quantile of the normal
    let n = runs as f64;
    let scale = 1.0 / (1.0 + Z * Z / n);
    let centre = scale * (p + Z * Z / (2.0 * n));
    let half = scale * Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
    // At 0 and 1 the interval touches the end exactly; rounding must not push it past.
    let q05 = if p <= 0.0 { 0.0 } else { (centre - half).max(0.0) };
    let q95 = if p >= 1.0 { 1.0 } else { (centre + half).min(1.0) };
    Estimate { mean: p, q05, q50: centre, q95 }
}

/// A paired effect: differences with and without, same luck. One difference alone has no interval: ±∞ (null in JSON).
pub fn effect(differences: &[f64]) -> Effect {
    if differences.is_empty() {
        return Effect::default();
    }
    let e = estimate(differences);
    let n = differences.len() as f64;
    let spread = differences.iter().map(|d| (d - e.mean) * (d - e.mean)).sum::<f64>();
    let half =
        if differences.len() > 1 { 1.959_963_984_540_054 * (spread / (n - 1.0) / n).sqrt() } else { f64::INFINITY };
    Effect {
        mean: e.mean,
        q05: e.q05,
        q50: e.q50,
        q95: e.q95,
        ci95: [e.mean - half, e.mean + half],
        positive: differences.iter().filter(|&&d| d > 0.0).count() as f64 / n,
        replications: differences.len() as u64,
    }
}

/// A band from one list of values per point in time.
pub fn band(years: &[f64], at: impl Fn(usize) -> Vec<f64>) -> Band {
    let mut band = Band::default();
    for (index, &year) in years.iter().enumerate() {
        let values: Vec<f64> = at(index).into_iter().filter(|v| v.is_finite()).collect();
        if values.is_empty() {
            continue;
        }
        let s = sorted(&values);
        band.year.push(year);
        band.mean.push(mean(&values));
        for (list, p) in [
            (&mut band.q05, 0.05),
            (&mut band.q25, 0.25),
            (&mut band.q50, 0.5),
            (&mut band.q75, 0.75),
            (&mut band.q95, 0.95),
        ] {
            list.push(quantile(&s, p));
        }
    }
    band
}

/// Share of observed points inside the 50 % and the 90 % band. Years between records are not counted.
pub fn coverage(band: &Band, years: &[f64], values: &[f64]) -> (f64, f64) {
    let (mut inside50, mut inside90, mut count) = (0usize, 0usize, 0usize);
    for (year, value) in years.iter().zip(values) {
        let Some(at) = band.year.iter().position(|y| y == year) else { continue };
        count += 1;
        inside50 += usize::from((band.q25[at]..=band.q75[at]).contains(value));
        inside90 += usize::from((band.q05[at]..=band.q95[at]).contains(value));
    }
    let share = |k: usize| if count == 0 { 0.0 } else { k as f64 / count as f64 };
    (share(inside50), share(inside90))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_quantiles_follow_definition_7() {
        // R: quantile(c(1,2,4,8), c(.05,.25,.5,.95)) = 1.15 1.75 3.00 7.40
        let v = [1.0, 2.0, 4.0, 8.0];
        for (p, want) in [(0.05, 1.15), (0.25, 1.75), (0.5, 3.0), (0.95, 7.4)] {
            assert!((quantile(&v, p) - want).abs() < 1e-12);
        }
    }

    #[test]
    fn published_wilson_interval() {
        // Wilson 1927 at z = 1.6449: 7 of 10 → centre (0.7 + z²/20)/(1 + z²/10) = 0.6574116
        let e = probability(7, 10);
        assert!((e.q50 - 0.657_411_6).abs() < 1e-6, "{e:?}");
        assert!(e.q05 > 0.43 && e.q05 < e.mean && e.mean < e.q95 && e.q95 < 0.89);
        assert_eq!(probability(0, 10).q05, 0.0);
        assert_eq!(probability(10, 10).q95, 1.0);
    }

    #[test]
    fn theorem_effect_interval_of_a_known_sample() {
        let e = effect(&[1.0, 2.0, 3.0]);
        // s.d. 1, s.e. 1/√3
        assert!((e.ci95[1] - e.mean - 1.959_963_984_540_054 / 3f64.sqrt()).abs() < 1e-12);
        assert_eq!(e.positive, 1.0);
        assert_eq!(effect(&[2.0]).ci95, [f64::NEG_INFINITY, f64::INFINITY]);
    }
}
