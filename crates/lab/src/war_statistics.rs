//! Statistics of wars: how large they are (a power-law tail) and when they begin (Poisson).
//!
//! Sizes are positive numbers in any unit, battle deaths for one. Fitting follows Clauset, Shalizi & Newman (2009,
//! "Power-law distributions in empirical data", *SIAM Review* 51), except that the distance is the Kolmogorov–Smirnov
//! supremum over both sides of each step; their program looks at one side. Luck is named: one seed, one answer.

use theory::luck::{Luck, Purpose};
use theory::real::{exp, ln};

use crate::sourced::normal_cdf;

/// A continuous power law, density ∝ size^−α, fitted to the sizes at or above `x_min`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PowerLaw {
    /// Where the tail begins, in the unit of the sizes, > 0.
    pub x_min: f64,
    /// Exponent α > 1 of the density, maximum likelihood.
    pub exponent: f64,
    /// Its standard error (α−1)/√n.
    pub standard_error: f64,
    /// Number n of sizes in the tail.
    pub tail: usize,
    /// Kolmogorov–Smirnov distance between tail and fit, 0–1.
    pub distance: f64,
}

impl PowerLaw {
    /// Share of the tail that is at least this large; `size` ≥ x_min.
    pub fn survival(&self, size: f64) -> f64 {
        exp((1.0 - self.exponent) * ln(size / self.x_min))
    }

    /// Size that a share `u` in (0, 1) of the tail reaches or exceeds.
    fn reached_by(&self, u: f64) -> f64 {
        self.x_min * exp(-ln(u) / (self.exponent - 1.0))
    }

    /// Events a year at least as large as `size` ≥ x_min, if `all` sizes were seen and events come at `per_year`.
    pub fn yearly(&self, all: usize, per_year: f64, size: f64) -> f64 {
        per_year * self.tail as f64 / all as f64 * self.survival(size)
    }
}

/// Maximum-likelihood power law at a given beginning of the tail: α = 1 + n / Σ ln(x/x_min).
/// `None` if no size lies above `x_min`.
pub fn fit(sizes: &[f64], x_min: f64) -> Option<PowerLaw> {
    let sorted = sorted(sizes);
    fit_tail(&sorted[sorted.partition_point(|&x| x < x_min)..], x_min)
}

/// The power law whose tail begins at the observed size that makes the distance least, among tails of at least
/// `min_tail` sizes (2 or more; few sizes fit anything). `None` if there is no such tail.
pub fn fit_free(sizes: &[f64], min_tail: usize) -> Option<PowerLaw> {
    let sorted = sorted(sizes);
    let last = sorted.len().checked_sub(min_tail.max(2))?;
    let mut best: Option<PowerLaw> = None;
    for start in 0..=last {
        if start > 0 && sorted[start] == sorted[start - 1] {
            continue;
        }
        if let Some(law) = fit_tail(&sorted[start..], sorted[start])
            && best.is_none_or(|so_far| law.distance < so_far.distance)
        {
            best = Some(law);
        }
    }
    best
}

fn sorted(values: &[f64]) -> Vec<f64> {
    let mut copy = values.to_vec();
    copy.sort_by(f64::total_cmp);
    copy
}

fn fit_tail(tail: &[f64], x_min: f64) -> Option<PowerLaw> {
    let logs: Vec<f64> = tail.iter().map(|x| ln(x / x_min)).collect();
    let (n, sum) = (logs.len() as f64, logs.iter().sum::<f64>());
    if sum <= 0.0 {
        return None;
    }
    let slope = n / sum;
    let distance = logs.iter().enumerate().fold(0.0f64, |worst, (i, y)| {
        let below = 1.0 - exp(-slope * y);
        worst.max((below - i as f64 / n).abs()).max((below - (i as f64 + 1.0) / n).abs())
    });
    let exponent = 1.0 + slope;
    Some(PowerLaw { x_min, exponent, standard_error: slope / n.sqrt(), tail: logs.len(), distance })
}

/// Luck of resampling; `what` keeps the bootstrap and the synthetic sets apart.
fn luck(seed: u64, what: &[u8; 4]) -> Luck {
    Luck::new(seed, Purpose::Parameter, u32::from_be_bytes(*what))
}

/// Two uniforms in (0, 1) for one size of one resample.
fn pair(luck: &Luck, resample: u32, which: usize) -> [f64; 2] {
    luck.uniforms::<1>(resample, which as u32, 0, 0).map(|lane| lane[0])
}

/// One of `values`, chosen by a uniform number.
fn pick(values: &[f64], u: f64) -> f64 {
    values[((u * values.len() as f64) as usize).min(values.len() - 1)]
}

/// Power laws fitted anew, x_min and all, to `resamples` draws with replacement from the sizes. Their quantiles are
/// the bootstrap interval, their spread the uncertainty a forecast must carry.
pub fn bootstrap(sizes: &[f64], min_tail: usize, resamples: u32, seed: u64) -> Vec<PowerLaw> {
    let luck = luck(seed, b"boot");
    let draw = |r| (0..sizes.len()).map(|k| pick(sizes, pair(&luck, r, k)[0])).collect::<Vec<f64>>();
    (0..resamples).filter_map(|r| fit_free(&draw(r), min_tail)).collect()
}

/// Goodness of fit p in [0, 1] of `fit_free`: the share of synthetic sets at least as far from their own best power law
/// as the sizes are from theirs. A synthetic size is a draw from the fitted tail with the tail's share, else one of the
/// sizes below (semi-parametric bootstrap). Below 0.1 the power law is implausible.
pub fn goodness_of_fit(sizes: &[f64], min_tail: usize, resamples: u32, seed: u64) -> Option<f64> {
    let law = fit_free(sizes, min_tail)?;
    let body: Vec<f64> = sizes.iter().copied().filter(|&x| x < law.x_min).collect();
    let share = law.tail as f64 / sizes.len() as f64;
    let luck = luck(seed, b"null");
    let draw = |r, k| {
        let [which, where_in] = pair(&luck, r, k);
        if which < share || body.is_empty() { law.reached_by(where_in) } else { pick(&body, where_in) }
    };
    let far = (0..resamples)
        .filter_map(|r| fit_free(&(0..sizes.len()).map(|k| draw(r, k)).collect::<Vec<f64>>(), min_tail))
        .filter(|synthetic| synthetic.distance >= law.distance)
        .count();
    Some(far as f64 / f64::from(resamples))
}

/// Expected number of events of at least `size` in `years`, and the chance of at least one, averaged over `laws`.
///
/// One law gives the plug-in forecast, those of [`bootstrap`] carry the uncertainty of the fit. `all` and `per_year` as
/// in [`PowerLaw::yearly`].
pub fn forecast(laws: &[PowerLaw], all: usize, per_year: f64, size: f64, years: f64) -> (f64, f64) {
    let expected: Vec<f64> = laws.iter().map(|law| years * law.yearly(all, per_year, size)).collect();
    let n = laws.len() as f64;
    (expected.iter().sum::<f64>() / n, expected.iter().map(|e| 1.0 - exp(-e)).sum::<f64>() / n)
}

/// A power law against a lognormal cut off below at the same x_min, both by maximum likelihood.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Comparison {
    /// Log-likelihood of the power law minus that of the lognormal. Never above 0: the power law is the limit of ever
    /// wider lognormals.
    pub log_ratio: f64,
    /// The same over its standard error (Vuong 1989); well below 0, the lognormal is better.
    pub z: f64,
    /// Two-sided probability of such a z if both were equally good.
    pub p: f64,
    /// Mean of the logs of the lognormal, before the cut; −∞ in the limit.
    pub mu: f64,
    /// Standard deviation of the logs, before the cut; +∞ in the limit.
    pub sigma: f64,
}

/// A lognormal whose centre lies that many of its standard deviations under the cut is as good as a power law.
const POWER_LAW_LIMIT: f64 = 25.0;

/// Mean, and mean square, of a standard normal's excess over t given that it exceeds t.
fn excess(t: f64) -> (f64, f64) {
    let density = exp(-0.5 * t * t) / (2.0 * std::f64::consts::PI).sqrt();
    let mean = density / normal_cdf(-t) - t;
    (mean, 1.0 - t * mean)
}

/// Vuong's comparison of a power law with a lognormal at `x_min`. `None` if no size lies above `x_min`.
///
/// Likelihood fits mean and mean square of y = ln(x/x_min). Their ratio depends only on t, how many standard deviations
/// the cut lies above the centre, and rises with it from 1 to the 2 of a power law, so t is found by halving.
pub fn against_lognormal(sizes: &[f64], x_min: f64) -> Option<Comparison> {
    let logs: Vec<f64> = sizes.iter().filter(|&&x| x >= x_min).map(|x| ln(x / x_min)).collect();
    let n = logs.len() as f64;
    let mean = logs.iter().sum::<f64>() / n;
    let ratio = logs.iter().map(|y| y * y).sum::<f64>() / n / (mean * mean);
    if mean.is_nan() || mean <= 0.0 {
        return None;
    }
    let ratio_at = |t: f64| excess(t).1 / (excess(t).0 * excess(t).0);
    if ratio >= ratio_at(POWER_LAW_LIMIT) {
        return Some(Comparison { log_ratio: 0.0, z: 0.0, p: 1.0, mu: f64::NEG_INFINITY, sigma: f64::INFINITY });
    }
    let (mut low, mut high) = (-1e3, POWER_LAW_LIMIT);
    for _ in 0..80 {
        let middle = 0.5 * (low + high);
        if ratio_at(middle) < ratio { low = middle } else { high = middle }
    }
    let (t, sigma) = (low, mean / excess(low).0);
    let rest = ln(sigma) + 0.5 * ln(2.0 * std::f64::consts::PI) + ln(normal_cdf(-t));
    let apart: Vec<f64> =
        logs.iter().map(|y| (-ln(mean) - y / mean) + 0.5 * (y / sigma + t) * (y / sigma + t) + rest).collect();
    let log_ratio = apart.iter().sum::<f64>();
    let spread = apart.iter().map(|l| (l - log_ratio / n) * (l - log_ratio / n)).sum::<f64>().sqrt();
    let z = log_ratio / spread;
    Some(Comparison { log_ratio, z, p: 2.0 * normal_cdf(-z.abs()), mu: ln(x_min) - t * sigma, sigma })
}

/// Least-squares slope of ln P(X ≥ x) on ln x over the distinct sizes (Cederman 2003, "Modeling the size of wars").
///
/// About 1 − α for a power law, but weighing the few largest like all others: for comparison, not for inference. NaN
/// with fewer than two distinct sizes.
pub fn ccdf_slope(sizes: &[f64]) -> f64 {
    let sorted = sorted(sizes);
    let n = sorted.len() as f64;
    let first = |&(i, x): &(usize, &f64)| i == 0 || sorted[i - 1] < *x;
    let points: Vec<(f64, f64)> =
        sorted.iter().enumerate().filter(first).map(|(i, x)| (ln(*x), ln((n - i as f64) / n))).collect();
    let m = points.len() as f64;
    let (x, y) = points.iter().fold((0.0, 0.0), |sum, p| (sum.0 + p.0 / m, sum.1 + p.1 / m));
    let cross = points.iter().map(|p| (p.0 - x) * (p.1 - y)).sum::<f64>();
    cross / points.iter().map(|p| (p.0 - x) * (p.0 - x)).sum::<f64>()
}

/// Numbers of years with 0, 1, 2, … of the `onsets` (years) from `from` to `to`, both included.
pub fn yearly_table(onsets: &[i32], from: i32, to: i32) -> Vec<u64> {
    let mut table = vec![0];
    for year in from..=to {
        let count = onsets.iter().filter(|&&onset| onset == year).count();
        if table.len() <= count {
            table.resize(count + 1, 0);
        }
        table[count] += 1;
    }
    table
}

/// Number of years and mean count in a table of years with 0, 1, 2, … events.
fn years_and_mean(table: &[u64]) -> (f64, f64) {
    let years = table.iter().sum::<u64>() as f64;
    (years, table.iter().enumerate().map(|(k, &n)| k as f64 * n as f64).sum::<f64>() / years)
}

/// Variance (divisor n−1) over mean of yearly counts: 1 for a Poisson, above where wars come in bouts. NaN without any.
pub fn dispersion(table: &[u64]) -> f64 {
    let (years, mean) = years_and_mean(table);
    let square = |(k, &n): (usize, &u64)| n as f64 * (k as f64 - mean) * (k as f64 - mean);
    table.iter().enumerate().map(square).sum::<f64>() / (years - 1.0) / mean
}

/// Yearly counts against a Poisson with their mean.
#[derive(Clone, Debug, PartialEq)]
pub struct PoissonTest {
    /// Mean count a year.
    pub mean: f64,
    /// Expected numbers of years in the pooled cells.
    pub expected: Vec<f64>,
    /// Pearson's χ².
    pub chi_square: f64,
    /// Its degrees of freedom: cells − 2, for the mean is fitted.
    pub degrees: usize,
    /// Probability of a χ² at least this large; 1 without degrees of freedom.
    pub p: f64,
}

/// Pearson's χ² of a table of years with 0, 1, 2, … events. Neighbouring cells at both ends are pooled until each
/// expects at least one year (Cochran 1954, "Some methods for strengthening the common χ² tests", *Biometrics* 10).
pub fn poisson_test(table: &[u64]) -> PoissonTest {
    let (years, mean) = years_and_mean(table);
    let (mut expected, mut chi_square) = (Vec::new(), 0.0);
    let mut close = |seen: u64, cell: f64| {
        chi_square += (seen as f64 - cell) * (seen as f64 - cell) / cell;
        expected.push(cell);
    };
    let (mut log_share, mut rest) = (-mean, years);
    let (mut seen, mut cell) = (0, 0.0);
    for k in 0.. {
        seen += table.get(k).unwrap_or(&0);
        cell += years * exp(log_share);
        rest -= years * exp(log_share);
        log_share += ln(mean / (k as f64 + 1.0));
        if rest < 1.0 || rest.is_nan() {
            close(seen + table.iter().skip(k + 1).sum::<u64>(), cell + rest);
            break;
        }
        if cell >= 1.0 {
            close(seen, cell);
            (seen, cell) = (0, 0.0);
        }
    }
    let degrees = expected.len().saturating_sub(2);
    PoissonTest { mean, chi_square, degrees, p: chi_square_tail(chi_square, degrees), expected }
}

/// Probability that χ² with this many degrees of freedom is at least x ≥ 0: from the closed form for one or two degrees
/// upwards by Q(a+1, h) = Q(a, h) + hᵃe^−h/Γ(a+1), h = x/2, a = degrees/2. 1 for no degrees.
pub fn chi_square_tail(x: f64, degrees: usize) -> f64 {
    if degrees == 0 {
        return 1.0;
    }
    let (h, bell) = (0.5 * x, exp(-0.5 * x));
    let (mut a, mut q, mut term) = if degrees.is_multiple_of(2) {
        (0.0, 0.0, bell)
    } else {
        (0.5, 2.0 * normal_cdf(-x.sqrt()), bell * 2.0 * (h / std::f64::consts::PI).sqrt())
    };
    while 2.0 * a < degrees as f64 {
        q += term;
        a += 1.0;
        term *= h / a;
    }
    q
}
