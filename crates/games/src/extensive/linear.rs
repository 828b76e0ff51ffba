//! Linear conditions in exact fractions: elimination, what combines to nothing, and whether there is a solution.

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::One;

use crate::linear::reduce;
use crate::number::Rational;

/// Σ coefficient·unknown, compared with a number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Condition {
    /// One coefficient per unknown.
    pub coefficients: Vec<Rational>,
    /// The number on the right.
    pub bound: Rational,
}

/// Whole numbers c, one list each, that span all c with Σ c_r·row_r = 0.
pub fn left_null(rows: &[Vec<Rational>]) -> Vec<Vec<BigInt>> {
    let width = rows.first().map_or(0, Vec::len);
    let unit = |r: usize| (0..rows.len()).map(move |k| Rational::from(i64::from(k == r)));
    let mut wide: Vec<Vec<Rational>> =
        rows.iter().enumerate().map(|(r, row)| row.iter().cloned().chain(unit(r)).collect()).collect();
    reduce(&mut wide, width + rows.len());
    let vanished = wide.iter().filter(|row| row[..width].iter().all(Rational::is_zero));
    vanished.map(|row| whole(&row[width..])).collect()
}

/// The fractions times the least number that makes them whole.
pub fn whole(values: &[Rational]) -> Vec<BigInt> {
    let below = values.iter().fold(BigInt::one(), |all, v| all.lcm(v.denominator()));
    values.iter().map(|v| v.numerator() * (&below / v.denominator())).collect()
}

/// Some x ≥ 0 with equal(x) = bound and least(x) ≥ bound, if there is one: phase one of the simplex method with
/// the rule that cannot cycle (Bland 1977, Mathematics of Operations Research 2, 103–107).
pub fn feasible(unknowns: usize, equal: &[Condition], least: &[Condition]) -> Option<Vec<Rational>> {
    let (rows, surplus) = (equal.len() + least.len(), least.len());
    let width = unknowns + surplus + rows;
    let mut table: Vec<Vec<Rational>> = Vec::with_capacity(rows);
    for (r, condition) in equal.iter().chain(least).enumerate() {
        let mut row = condition.coefficients.clone();
        row.resize(width, Rational::zero());
        if let Some(k) = r.checked_sub(equal.len()) {
            row[unknowns + k] = Rational::from(-1);
        }
        row.push(condition.bound.clone());
        if condition.bound.is_negative() {
            row.iter_mut().for_each(|v| *v = -&*v);
        }
        row[unknowns + surplus + r] = Rational::one();
        table.push(row);
    }
    let mut basis: Vec<usize> = (0..rows).map(|r| unknowns + surplus + r).collect();
    let real = unknowns + surplus;
    // What is left to remove: the sum of the rows whose artificial unknown is still in.
    loop {
        let gain = |column: usize| -> Rational {
            (0..rows).filter(|&r| basis[r] >= real).map(|r| table[r][column].clone()).sum()
        };
        let Some(enter) = (0..real).find(|&c| !basis.contains(&c) && gain(c).is_positive()) else { break };
        let ratio = |r: usize| table[r][width].over(&table[r][enter]);
        let leave = (0..rows)
            .filter(|&r| table[r][enter].is_positive())
            .min_by(|&a, &b| ratio(a).cmp(&ratio(b)).then(basis[a].cmp(&basis[b])))?;
        let scale = Rational::one().over(&table[leave][enter])?;
        let lead: Vec<Rational> = table[leave].iter().map(|v| v * &scale).collect();
        for (r, row) in table.iter_mut().enumerate().filter(|(r, row)| *r != leave && !row[enter].is_zero()) {
            debug_assert_ne!(r, leave);
            let times = row[enter].clone();
            row.iter_mut().zip(&lead).for_each(|(v, l)| *v = &*v - &(&times * l));
        }
        table[leave] = lead;
        basis[leave] = enter;
    }
    if (0..rows).any(|r| basis[r] >= real && !table[r][width].is_zero()) {
        return None;
    }
    let mut solution = vec![Rational::zero(); unknowns];
    for (r, &column) in basis.iter().enumerate().filter(|(_, c)| **c < unknowns) {
        solution[column] = table[r][width].clone();
    }
    Some(solution)
}
