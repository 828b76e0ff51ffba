//! Square systems of linear equations in fractions.

use crate::number::Rational;

/// The solution of a system, each line being the coefficients and then the right-hand side; `None` where a line has
/// the wrong length or there is not just one solution.
///
/// Gauss's elimination; every quotient is reduced, so entries stay as short as they can be.
pub(super) fn solve(mut lines: Vec<Vec<Rational>>) -> Option<Vec<Rational>> {
    let n = lines.len();
    if lines.iter().any(|line| line.len() != n + 1) {
        return None;
    }
    for column in 0..n {
        let row = (column..n).find(|&r| !lines[r][column].is_zero())?;
        lines.swap(row, column);
        let pivot = lines[column][column].clone();
        let scaled: Option<Vec<Rational>> = lines[column].iter().map(|v| v.over(&pivot)).collect();
        lines[column] = scaled?;
        let unit = lines[column].clone();
        for line in lines.iter_mut().enumerate().filter(|(r, _)| *r != column).map(|(_, line)| line) {
            let factor = line[column].clone();
            if factor.is_zero() {
                continue;
            }
            for k in (column..=n).filter(|&k| !unit[k].is_zero()) {
                line[k] = &line[k] - &(&factor * &unit[k]);
            }
        }
    }
    Some(lines.into_iter().filter_map(|mut line| line.pop()).collect())
}
