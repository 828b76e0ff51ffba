//! Which pair the headline names, and which others it might as well have named.

use crate::measure::Reader;
use crate::statistics::{effect, mean};

/// Two pairs are about equal under this difference of pressure, in logs: five per cent (assumed, a convention of ours).
const ALIKE: f64 = 0.05;

/// Couples under the largest mean pressure in the first issue, in the order of the scenario: those that cannot be told from the
/// largest by these runs (95 % interval of the paired difference of pressures), or differ from it by less than five per cent.
///
/// The first is the one to name. Were it simply the largest, among equals the number of runs would choose.
pub fn pressed(reader: Reader<'_>) -> Vec<usize> {
    let n = reader.n();
    let pressures: Vec<Vec<f64>> = reader
        .ensemble
        .couples
        .iter()
        .map(|&(i, j)| reader.ensemble.each(|b, l| 0.5 * (b.pressure[i * n + j][l] + b.pressure[j * n + i][l])))
        .collect();
    let means: Vec<f64> = pressures.iter().map(|p| mean(p)).collect();
    let Some(most) = (0..means.len()).max_by(|&a, &b| means[a].total_cmp(&means[b])) else { return Vec::new() };
    let alike = |&c: &usize| {
        let less: Vec<f64> = pressures[most].iter().zip(&pressures[c]).map(|(a, b)| a - b).collect();
        let less = effect(&less);
        c == most || less.mean < ALIKE || (less.replications > 1 && less.ci95[0] <= 0.0)
    };
    (0..means.len()).filter(alike).collect()
}
