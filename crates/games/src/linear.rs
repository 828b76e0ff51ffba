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

/// Solves `Σ line[k]·x[k] = line[last]` for all lines; every line has `unknowns` + 1 entries.
pub fn solve(mut lines: Vec<Vec<Rational>>, unknowns: usize) -> Solution {
    let mut done = 0;
    for column in 0..unknowns {
        let Some(pivot) = (done..lines.len()).find(|&r| !lines[r][column].is_zero()) else { continue };
        lines.swap(done, pivot);
        let first = lines[done].clone();
        let scaled: Vec<Rational> = first.iter().filter_map(|v| v.over(&first[column])).collect();
        for (r, line) in lines.iter_mut().enumerate().filter(|(r, line)| *r != done && !line[column].is_zero()) {
            debug_assert_ne!(r, done);
            let factor = line[column].clone();
            line.iter_mut().zip(&scaled).for_each(|(v, s)| *v = &*v - &(&factor * s));
        }
        lines[done] = scaled;
        done += 1;
    }
    if lines.iter().skip(done).any(|line| !line[unknowns].is_zero()) {
        Solution::None
    } else if done < unknowns {
        Solution::Many
    } else {
        Solution::One(lines.into_iter().take(unknowns).filter_map(|mut line| line.pop()).collect())
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
