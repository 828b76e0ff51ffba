//! Linear equations in fractions, by elimination; and the simplest fraction between two others.

use crate::number::Rational;
use num_integer::Integer;

/// What a system of linear equations has for a solution.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Solution {
    /// None.
    None,
    /// Exactly one.
    One(Vec<Rational>),
    /// Infinitely many.
    Many,
}

/// Brings rows, each at least `columns` long, to reduced echelon form; returns the column of each row's leading
/// one, rows without one dropped.
pub fn reduce(rows: &mut Vec<Vec<Rational>>, columns: usize) -> Vec<usize> {
    let mut leads = Vec::new();
    for column in 0..columns {
        let done = leads.len();
        let Some(found) = (done..rows.len()).find(|&r| !rows[r][column].is_zero()) else { continue };
        rows.swap(done, found);
        let Some(scale) = Rational::one().over(&rows[done][column]) else { continue };
        let lead: Vec<Rational> = rows[done].iter().map(|v| v * &scale).collect();
        for (index, row) in rows.iter_mut().enumerate().filter(|(_, row)| !row[column].is_zero()) {
            if index != done {
                let times = row[column].clone();
                let worth = row.iter_mut().zip(&lead).filter(|(_, l)| !l.is_zero());
                worth.for_each(|(v, l)| *v = &*v - &(&times * l));
            }
        }
        rows[done] = lead;
        leads.push(column);
    }
    rows.truncate(leads.len());
    leads
}

/// Solves `Σ line[k]·x[k] = line[last]` for all lines; every line has `unknowns` + 1 entries.
pub fn solve(mut lines: Vec<Vec<Rational>>, unknowns: usize) -> Solution {
    let leads = reduce(&mut lines, unknowns + 1);
    if leads.last() == Some(&unknowns) {
        Solution::None
    } else if leads.len() < unknowns {
        Solution::Many
    } else {
        Solution::One(lines.into_iter().filter_map(|mut line| line.pop()).collect())
    }
}

/// The solution of as many equations as unknowns, if there is exactly one; `None` also where a line has the wrong length.
pub fn only(lines: Vec<Vec<Rational>>) -> Option<Vec<Rational>> {
    let unknowns = lines.len();
    if lines.iter().any(|line| line.len() != unknowns + 1) {
        return None;
    }
    match solve(lines, unknowns) {
        Solution::One(values) => Some(values),
        Solution::None | Solution::Many => None,
    }
}

/// The fraction with the least denominator from `lo` to `hi`, by continued fractions (Stern 1858; Brocot 1861);
/// of whole numbers, the one nearest to zero.
pub fn simplest(lo: &Rational, hi: &Rational) -> Rational {
    if lo.is_negative() && hi.is_negative() {
        return -&simplest(&-hi, &-lo);
    }
    if !lo.is_positive() {
        return Rational::zero();
    }
    let whole = Rational::from(lo.numerator().div_ceil(lo.denominator()));
    if whole <= *hi {
        return whole;
    }
    let floor = &whole - &Rational::one();
    let one = Rational::one();
    // Neither end is whole and both lie above `floor`, so that both quotients exist.
    match (one.over(&(hi - &floor)), one.over(&(lo - &floor))) {
        (Some(below), Some(above)) => {
            let rest = simplest(&below, &above);
            &floor + &one.over(&rest).unwrap_or_else(Rational::zero)
        }
        _ => whole,
    }
}
