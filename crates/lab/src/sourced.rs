//! What a belief about a number amounts to: quantiles, probabilities, mean.
//!
//! `normal`, `lognormal` and `beta` are cut to the parameter's range by mapping u into the probabilities of its ends;
//! the other distributions lie inside it by `check`. Only + − × ÷ √, and the theory's own exp and ln, are used, so
//! that every machine draws the same numbers.

use theory::luck::normal_quantile;
use theory::real::{exp, ln};

use crate::scenario::Distribution;

impl Distribution {
    /// The number that this belief puts at cumulative probability `u`, cut to `range`.
    pub fn quantile(&self, u: f64, range: (f64, f64)) -> f64 {
        let (low, high) = range;
        let x = match self {
            Distribution::Value(x) => *x,
            Distribution::Uniform(a, b) => (a + u * (b - a)).min(*b),
            Distribution::Normal(m, s) => m + s * normal_between(u, (low - m) / s, (high - m) / s),
            Distribution::Lognormal(m, s) => {
                m * exp(s * normal_between(u, log_ratio(low, *m) / s, log_ratio(high, *m) / s))
            }
            Distribution::Beta(a, b) => {
                let (from, to) = (beta_cdf(low, *a, *b), beta_cdf(high, *a, *b));
                beta_quantile(from + u * (to - from), *a, *b)
            }
            Distribution::Triangular(a, m, b) => triangular_quantile(u, *a, *m, *b),
            Distribution::Choice(values, weights) => choose(u, values, weights),
        };
        x.max(low).min(high)
    }

    /// Probability of at most `x`, before any cut.
    pub fn cdf(&self, x: f64) -> f64 {
        match self {
            Distribution::Value(v) => step(x >= *v),
            Distribution::Uniform(a, b) => ((x - a) / (b - a)).clamp(0.0, 1.0),
            Distribution::Normal(m, s) => normal_cdf((x - m) / s),
            Distribution::Lognormal(m, s) => normal_cdf(log_ratio(x, *m) / s),
            Distribution::Beta(a, b) => beta_cdf(x, *a, *b),
            Distribution::Triangular(a, m, b) => triangular_cdf(x, *a, *m, *b),
            Distribution::Choice(values, weights) => {
                let below: f64 = values.iter().zip(weights).filter(|(v, _)| **v <= x).map(|(_, w)| w).sum();
                below / weights.iter().sum::<f64>()
            }
        }
    }

    /// Probability, before any cut, of the numbers inside `range`.
    pub fn mass(&self, range: (f64, f64)) -> f64 {
        self.cdf(range.1) - self.cdf(range.0)
    }

    /// The range it states: its ends, or where it has none the 1 % and 99 % quantiles.
    pub fn reach(&self, range: (f64, f64)) -> (f64, f64) {
        match self {
            Distribution::Value(x) => (*x, *x),
            Distribution::Uniform(a, b) | Distribution::Triangular(a, _, b) => (*a, *b),
            Distribution::Choice(values, _) => (
                values.iter().copied().fold(f64::INFINITY, f64::min),
                values.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            ),
            _ => (self.quantile(0.01, range), self.quantile(0.99, range)),
        }
    }

    /// Mean before any cut.
    pub fn mean(&self) -> f64 {
        match self {
            Distribution::Value(x) => *x,
            Distribution::Uniform(a, b) => a + (b - a) / 2.0,
            Distribution::Normal(m, _) => *m,
            Distribution::Lognormal(m, s) => m * exp(s * s / 2.0),
            Distribution::Beta(a, b) => a / (a + b),
            Distribution::Triangular(a, m, b) => (a + m + b) / 3.0,
            Distribution::Choice(values, weights) => {
                let total: f64 = weights.iter().sum();
                values.iter().zip(weights).map(|(v, w)| v * (w / total)).sum()
            }
        }
    }

    /// Whether it is a plain value.
    pub fn is_certain(&self) -> bool {
        matches!(self, Distribution::Value(_))
    }
}

fn step(yes: bool) -> f64 {
    if yes { 1.0 } else { 0.0 }
}

/// ln(x / m), −∞ at and below 0.
fn log_ratio(x: f64, m: f64) -> f64 {
    if x <= 0.0 { f64::NEG_INFINITY } else { ln(x) - ln(m) }
}

/// The standard normal number at probability `u` between two ends; `check` sees to it that there is some probability between them.
fn normal_between(u: f64, low: f64, high: f64) -> f64 {
    let (from, to) = (normal_cdf(low), normal_cdf(high));
    let p = from + u * (to - from);
    if p <= 0.0 {
        return low.max(-40.0);
    }
    if p >= 1.0 {
        return high.min(9.0);
    }
    normal_quantile(p)
}

/// Probability that a standard normal number is at most `x`.
pub fn normal_cdf(x: f64) -> f64 {
    let tail = erfc(x.abs() * std::f64::consts::FRAC_1_SQRT_2) / 2.0;
    if x > 0.0 { 1.0 - tail } else { tail }
}

/// Horner's rule, highest coefficient first.
fn polynomial(coefficients: &[f64], x: f64) -> f64 {
    coefficients.iter().fold(0.0, |sum, c| sum * x + c)
}

/// Complementary error function for x ≥ 0 (W. J. Cody, Math. Comp. 23, 1969, rational approximations).
fn erfc(x: f64) -> f64 {
    const SQRT_PI_INVERSE: f64 = 0.564_189_583_547_756_3;
    if x <= 0.46875 {
        let y = x * x;
        return 1.0 - x * polynomial(&ERF_NEAR.0, y) / polynomial(&ERF_NEAR.1, y);
    }
    if x > 27.0 {
        return 0.0;
    }
    // e^(−x²) with x² split, so that the rounding of x² is not magnified.
    let coarse = (x * 16.0).floor() / 16.0;
    let bell = exp(-coarse * coarse) * exp(-(x - coarse) * (x + coarse));
    if x <= 4.0 {
        return bell * polynomial(&ERFC_MIDDLE.0, x) / polynomial(&ERFC_MIDDLE.1, x);
    }
    let y = 1.0 / (x * x);
    bell * (SQRT_PI_INVERSE - y * polynomial(&ERFC_FAR.0, y) / polynomial(&ERFC_FAR.1, y)) / x
}

const ERF_NEAR: ([f64; 5], [f64; 5]) = (
    [
        1.857_777_061_846_031_5e-1,
        3.161_123_743_870_565_6,
        113.864_154_151_050_16,
        377.485_237_685_302,
        3_209.377_589_138_469_4,
    ],
    [1.0, 23.601_290_952_344_122, 244.024_637_934_444_17, 1_282.616_526_077_372_3, 2_844.236_833_439_171],
);
const ERFC_MIDDLE: ([f64; 9], [f64; 9]) = (
    [
        2.153_115_354_744_038_3e-8,
        0.564_188_496_988_670_1,
        8.883_149_794_388_377,
        66.119_190_637_141_63,
        298.635_138_197_400_1,
        881.952_221_241_769,
        1_712.047_612_634_070_7,
        2_051.078_377_826_071_6,
        1_230.339_354_797_997_2,
    ],
    [
        1.0,
        15.744_926_110_709_835,
        117.693_950_891_312_5,
        537.181_101_862_009_9,
        1_621.389_574_566_690_3,
        3_290.799_235_733_459_7,
        4_362.619_090_143_247,
        3_439.367_674_143_721_6,
        1_230.339_354_803_749_5,
    ],
);
const ERFC_FAR: ([f64; 6], [f64; 6]) = (
    [
        1.631_538_713_730_209_7e-2,
        3.053_266_349_612_323_6e-1,
        3.603_448_999_498_044_5e-1,
        1.257_817_261_112_292_6e-1,
        1.608_378_514_874_227_5e-2,
        6.587_491_615_298_378e-4,
    ],
    [
        1.0,
        2.568_520_192_289_822,
        1.872_952_849_923_467_3,
        5.279_051_029_514_285e-1,
        6.051_834_131_244_132e-2,
        2.335_204_976_268_691_8e-3,
    ],
);

fn triangular_cdf(x: f64, a: f64, m: f64, b: f64) -> f64 {
    match () {
        () if x <= a => 0.0,
        () if x >= b => 1.0,
        () if x <= m => (x - a) * (x - a) / ((b - a) * (m - a)),
        () => 1.0 - (b - x) * (b - x) / ((b - a) * (b - m)),
    }
}

fn triangular_quantile(u: f64, a: f64, m: f64, b: f64) -> f64 {
    let width = b - a;
    let x =
        if u * width <= m - a { a + (u * width * (m - a)).sqrt() } else { b - ((1.0 - u) * width * (b - m)).sqrt() };
    x.max(a).min(b)
}

fn choose(u: f64, values: &[f64], weights: &[f64]) -> f64 {
    let target = u * weights.iter().sum::<f64>();
    let mut sum = 0.0;
    for (value, weight) in values.iter().zip(weights) {
        sum += weight;
        if target < sum {
            return *value;
        }
    }
    values.last().copied().unwrap_or(f64::NAN)
}

/// ln Γ(x) for x > 0 (Lanczos, g = 7, 9 terms).
fn ln_gamma(x: f64) -> f64 {
    const LANCZOS: [f64; 8] = [
        676.520_368_121_885_1,
        -1_259.139_216_722_402_8,
        771.323_428_777_653_1,
        -176.615_029_162_140_6,
        12.507_343_278_686_905,
        -0.138_571_095_265_720_12,
        9.984_369_578_019_572e-6,
        1.505_632_735_149_311_6e-7,
    ];
    const HALF_LN_2PI: f64 = 0.918_938_533_204_672_8;
    let y = x - 1.0;
    let series = LANCZOS.iter().enumerate().fold(0.999_999_999_999_809_9, |sum, (i, c)| sum + c / (y + 1.0 + i as f64));
    let t = y + 7.5;
    HALF_LN_2PI + (y + 0.5) * ln(t) - t + ln(series)
}

/// Regularised incomplete beta function.
fn beta_cdf(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    // The fraction converges fast below the mean; above it, the other tail is worked out.
    if x <= (a + 1.0) / (a + b + 2.0) {
        beta_front(x, a, b) * beta_fraction(x, a, b) / a
    } else {
        1.0 - beta_front(x, a, b) * beta_fraction(1.0 - x, b, a) / b
    }
}

/// x^a (1−x)^b / B(a, b).
fn beta_front(x: f64, a: f64, b: f64) -> f64 {
    exp(a * ln(x) + b * ln(1.0 - x) + ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b))
}

/// Continued fraction of the incomplete beta function, by Lentz's method.
fn beta_fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |y: f64| if y.abs() < TINY { TINY } else { y };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    for m in 1..=20_000 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        h *= d * c;
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    h
}

/// Inverse of [`beta_cdf`]: Newton's steps, halving the bracket where one leaves it.
fn beta_quantile(p: f64, a: f64, b: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    let mut x = a / (a + b);
    for _ in 0..200 {
        let error = beta_cdf(x, a, b) - p;
        if error == 0.0 {
            return x;
        }
        if error > 0.0 {
            high = x;
        } else {
            low = x;
        }
        let slope = beta_front(x, a, b) / (x * (1.0 - x));
        let newton = x - error / slope;
        let next = if newton > low && newton < high { newton } else { low + (high - low) / 2.0 };
        if (next - x).abs() <= 1e-16 * x || next <= low || next >= high {
            return next;
        }
        x = next;
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDE: (f64, f64) = (-1e12, 1e12);

    fn examples() -> Vec<(Distribution, (f64, f64))> {
        vec![
            (Distribution::Value(0.3), (0.0, 1.0)),
            (Distribution::Uniform(0.1, 0.5), (0.0, 1.0)),
            (Distribution::Normal(0.3, 0.2), WIDE),
            (Distribution::Normal(0.3, 0.2), (0.0, 1.0)),
            (Distribution::Normal(-1.0, 0.5), (0.0, 1.0)),
            (Distribution::Lognormal(0.5, 0.3), (1e-9, 1e12)),
            (Distribution::Lognormal(0.5, 2.0), (0.01, 5.0)),
            (Distribution::Beta(4.0, 4.0), (0.0, 1.0)),
            (Distribution::Beta(0.3, 7.0), (0.0001, 0.9999)),
            (Distribution::Beta(900.0, 100.0), (0.0, 1.0)),
            (Distribution::Triangular(0.0, 0.2, 1.0), (0.0, 1.0)),
            (Distribution::Triangular(0.2, 0.2, 1.0), (0.0, 1.0)),
            (Distribution::Triangular(0.0, 1.0, 1.0), (0.0, 1.0)),
            (Distribution::Choice(vec![0.1, 0.7, 0.4], vec![1.0, 2.0, 1.0]), (0.0, 1.0)),
        ]
    }

    fn grid(n: usize) -> impl Iterator<Item = f64> {
        (0..n).map(move |i| (i as f64 + 0.5) / n as f64)
    }

    #[test]
    fn contract_quantiles_rise_inside_the_range_and_invert_the_cdf() {
        for (d, range) in examples() {
            let ordered = !matches!(d, Distribution::Choice(..));
            let mut last = f64::NEG_INFINITY;
            for u in [0.0, 1e-300, 1e-12].into_iter().chain(grid(1000)).chain([1.0 - 1e-12, 1.0]) {
                let x = d.quantile(u, range);
                assert!(range.0 <= x && x <= range.1, "{d} at {u}: {x}");
                assert!(!ordered || x >= last, "{d} at {u}: {x} < {last}");
                last = x;
                if ordered && !d.is_certain() && u > 1e-9 && u < 1.0 - 1e-9 {
                    let (from, to) = (d.cdf(range.0), d.cdf(range.1));
                    let back = (d.cdf(x) - from) / (to - from);
                    assert!((back - u).abs() < 1e-11, "{d} at {u}: {back}");
                }
            }
        }
    }

    #[test]
    fn cross_mean_of_quantiles_is_the_closed_mean() {
        for (d, range) in examples() {
            let cut = matches!(d, Distribution::Normal(..) | Distribution::Lognormal(..) | Distribution::Beta(..));
            if cut && d.mass(range) < 1.0 - 1e-9 {
                continue;
            }
            let n = 20_000;
            let mean = grid(n).map(|u| d.quantile(u, range)).sum::<f64>() / n as f64;
            assert!((mean - d.mean()).abs() < 2e-4 * d.mean().abs().max(0.1), "{d}: {mean} {}", d.mean());
        }
    }

    #[test]
    fn cross_variances_have_their_closed_forms() {
        let forms = [
            (Distribution::Uniform(0.0, 2.0), 4.0 / 12.0),
            (Distribution::Normal(1.0, 0.5), 0.25),
            (Distribution::Lognormal(1.0, 0.5), (0.25_f64.exp() - 1.0) * 0.25_f64.exp()),
            (Distribution::Beta(2.0, 5.0), 10.0 / (49.0 * 8.0)),
            (Distribution::Triangular(0.0, 1.0, 3.0), (0.0 + 1.0 + 9.0 - 0.0 - 0.0 - 3.0) / 18.0),
        ];
        for (d, variance) in forms {
            let n = 200_000;
            let found =
                grid(n).map(|u| (d.quantile(u, WIDE) - d.mean()) * (d.quantile(u, WIDE) - d.mean())).sum::<f64>()
                    / n as f64;
            assert!((found / variance - 1.0).abs() < 1e-3, "{d}: {found} {variance}");
        }
    }

    #[test]
    fn cross_a_cut_normal_has_its_closed_mean() {
        // E[X | 0 ≤ X ≤ 1] = m + s (φ(a) − φ(b)) / (Φ(b) − Φ(a)).
        let (m, s) = (0.3, 0.2);
        let bell = |z: f64| (-z * z / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt();
        let (a, b): (f64, f64) = ((0.0 - m) / s, (1.0 - m) / s);
        let closed = m + s * (bell(a) - bell(b)) / (normal_cdf(b) - normal_cdf(a));
        let n = 200_000;
        let found = grid(n).map(|u| Distribution::Normal(m, s).quantile(u, (0.0, 1.0))).sum::<f64>() / n as f64;
        assert!((found - closed).abs() < 1e-7, "{found} {closed}");
    }

    #[test]
    fn published_normal_probabilities() {
        // Φ(z) to 16 digits, computed with 50 digits.
        let known = [
            (0.0, 0.5),
            (0.5, 0.691_462_461_274_013_1),
            (1.0, 0.841_344_746_068_542_9),
            (-1.0, 0.158_655_253_931_457_05),
            (-3.0, 1.349_898_031_630_094_5e-3),
            (-8.0, 6.220_960_574_271_784e-16),
            (-30.0, 4.906_713_927_148_187e-198),
        ];
        for (z, p) in known {
            assert!((normal_cdf(z) / p - 1.0).abs() < 1e-13, "{z}: {} {p}", normal_cdf(z));
        }
        assert_eq!(normal_cdf(f64::INFINITY), 1.0);
        assert_eq!(normal_cdf(f64::NEG_INFINITY), 0.0);
    }

    #[test]
    fn cross_beta_probabilities_have_closed_forms() {
        for x in grid(50) {
            let polynomial = 6.0 * x * x - 8.0 * x * x * x + 3.0 * x * x * x * x;
            assert!((beta_cdf(x, 2.0, 3.0) - polynomial).abs() < 1e-14);
            let arcsine = 2.0 / std::f64::consts::PI * x.sqrt().asin();
            assert!((beta_cdf(x, 0.5, 0.5) - arcsine).abs() < 1e-13);
            assert!((beta_cdf(x, 1.0, 7.0) - (1.0 - (1.0 - x).powi(7))).abs() < 1e-14);
            assert!((beta_cdf(x, 0.01, 1.0) - x.powf(0.01)).abs() < 1e-13);
            assert!((beta_cdf(x, 1e6, 1e6) - normal_cdf((x - 0.5) * 8e6_f64.sqrt())).abs() < 1e-3);
        }
    }

    #[test]
    fn contract_choices_come_as_often_as_they_weigh() {
        let d = Distribution::Choice(vec![0.1, 0.7, 0.4], vec![1.0, 2.0, 1.0]);
        let count = |v: f64| grid(1000).filter(|u| d.quantile(*u, (0.0, 1.0)) == v).count();
        assert_eq!((count(0.1), count(0.7), count(0.4)), (250, 500, 250));
    }

    #[test]
    fn contract_extreme_shapes_stay_finite() {
        let shapes = [0.01, 1.0, 1e6];
        for (a, b) in shapes.iter().flat_map(|a| shapes.iter().map(move |b| (*a, *b))) {
            for u in [0.0, 1e-9, 0.5, 1.0 - 1e-9, 1.0] {
                let x = Distribution::Beta(a, b).quantile(u, (0.0, 1.0));
                assert!((0.0..=1.0).contains(&x), "beta({a}, {b}) at {u}: {x}");
            }
        }
        for d in [
            Distribution::Normal(1e300, 1e-300),
            Distribution::Lognormal(1e-300, 100.0),
            Distribution::Normal(0.5, 1e300),
        ] {
            for u in [0.0, 0.5, 1.0] {
                assert!((0.0..=1.0).contains(&d.quantile(u, (0.0, 1.0))), "{d}");
            }
        }
    }
}
