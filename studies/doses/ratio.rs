//! One sum over another, with its interval.

use lab::statistics::{mean, quantile};

/// A ratio over runs.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    /// Mean of what is above over mean of what is below.
    pub value: f64,
    /// Half of its 95 % interval (delta method, runs paired).
    pub half: f64,
    /// 5, 50 and 95 % quantiles of the ratio in single runs.
    pub band: [f64; 3],
}

/// What is above over what is below, one of each per run; runs where the lower is zero have no ratio of their own.
pub fn ratio(above: &[f64], below: &[f64]) -> Ratio {
    let (n, bottom) = (above.len() as f64, mean(below));
    let value = mean(above) / bottom;
    let square: f64 = above.iter().zip(below).map(|(a, b)| (a - value * b) * (a - value * b)).sum();
    let mut own: Vec<f64> = above.iter().zip(below).filter(|(_, b)| **b > 0.0).map(|(a, b)| a / b).collect();
    own.sort_by(f64::total_cmp);
    Ratio {
        value,
        half: 1.96 * (square / (n - 1.0) / n).sqrt() / bottom.abs(),
        band: [0.05, 0.5, 0.95].map(|p| quantile(&own, p)),
    }
}

impl Ratio {
    /// As a change in percent with its 95 % interval; ○ where that holds zero.
    pub fn change(self) -> String {
        let word = if self.value.abs() <= self.half { " ○" } else { "" };
        format!("{:+.1} ± {:.1}{word}", 100.0 * self.value, 100.0 * self.half)
    }

    /// As a percentage with its 95 % interval.
    pub fn percent(self) -> String {
        format!("{:.1} ± {:.1}", 100.0 * self.value, 100.0 * self.half)
    }

    /// Median run and where 90 % of runs lie, percent.
    pub fn runs(self) -> String {
        let [low, middle, high] = self.band.map(|x| 100.0 * x);
        format!("{middle:.1} ({low:.1} to {high:.1})")
    }
}
