//! Polynomial conditions on positive numbers, solved wherever linear algebra reaches; elsewhere it says so.

use crate::extensive::linear::Condition;
use crate::extensive::polynomial::Polynomial;
use crate::extensive::region::corners;
use crate::linear::reduce;
use crate::number::Rational;

/// Conditions on unknowns that must all be above zero.
#[derive(Clone, Debug, Default)]
pub struct System {
    /// How many unknowns.
    pub unknowns: usize,
    /// Polynomials that must be zero.
    pub equal: Vec<Polynomial>,
    /// Polynomials that must not be below zero.
    pub least: Vec<Polynomial>,
}

/// What is known of the solutions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Solution {
    /// There is none.
    Empty,
    /// All positive solutions are mixtures of these corners; those with all parts above zero are solutions.
    Corners(Vec<Vec<Rational>>),
    /// Conditions are left that are not linear (or too many). These points are corners of what the linear ones
    /// allow; each may or may not be a solution.
    Open(Vec<Vec<Rational>>),
}

impl System {
    /// All solutions, if linear algebra finds them.
    ///
    /// A common factor of a polynomial is above zero and divided away; linear equations that settle an unknown are
    /// used in all others; where linear equations turn others into linear ones, these are added; and so on until
    /// nothing changes. Then what is left is linear, or left open.
    pub fn solve(&self) -> Solution {
        let mut known: Vec<Option<Rational>> = vec![None; self.unknowns];
        let (mut equal, mut least) = (self.equal.clone(), self.least.clone());
        loop {
            if !tidy(&mut equal, true) || !tidy(&mut least, false) {
                return Solution::Empty;
            }
            let Some(settled) = settle(&equal, self.unknowns) else { return Solution::Empty };
            if settled.is_empty() {
                let fresh = straighten(&mut equal, &mut least, self.unknowns);
                if fresh.is_empty() {
                    break;
                }
                equal.extend(fresh);
                continue;
            }
            for (unknown, value) in settled {
                if !value.is_positive() {
                    return Solution::Empty;
                }
                for polynomial in equal.iter_mut().chain(&mut least) {
                    *polynomial = polynomial.with(unknown, &value);
                }
                known[unknown] = Some(value);
            }
        }
        self.spread(&known, &equal, &least)
    }

    /// The corners of what is left once some unknowns are known.
    fn spread(&self, known: &[Option<Rational>], equal: &[Polynomial], least: &[Polynomial]) -> Solution {
        let free: Vec<usize> = (0..self.unknowns).filter(|&k| known[k].is_none()).collect();
        let linear = |all: &[Polynomial]| -> Vec<Condition> {
            all.iter().filter(|p| p.degree() <= 1).map(|p| condition(p, &free)).collect()
        };
        let Some(found) = corners(free.len(), &linear(equal), &linear(least)) else {
            return Solution::Open(Vec::new());
        };
        // Where every corner leaves an unknown at zero, no mixture of them makes it positive.
        let positive = |k: usize| found.iter().any(|corner| corner[k].is_positive());
        if found.is_empty() || !(0..free.len()).all(positive) {
            return Solution::Empty;
        }
        let whole = |corner: &Vec<Rational>| {
            let mut parts = known.to_vec();
            free.iter().zip(corner).for_each(|(&k, v)| parts[k] = Some(v.clone()));
            parts.into_iter().map(|v| v.unwrap_or_else(Rational::zero)).collect()
        };
        let found = found.iter().map(whole).collect();
        if equal.iter().chain(least).any(|p| p.degree() > 1) { Solution::Open(found) } else { Solution::Corners(found) }
    }
}

/// Divides common factors away and drops what always holds; false where something cannot hold.
fn tidy(all: &mut Vec<Polynomial>, exact: bool) -> bool {
    all.iter_mut().for_each(|p| *p = p.reduced());
    let never = |p: &Polynomial| match p.sign() {
        Some(above) => exact || !above,
        None => false,
    };
    if all.iter().any(never) {
        return false;
    }
    all.retain(|p| !p.is_zero() && (exact || p.sign() != Some(true)));
    all.sort();
    all.dedup();
    true
}

/// The unknowns that the linear equations settle, with their values; `None` where they contradict each other.
fn settle(equal: &[Polynomial], unknowns: usize) -> Option<Vec<(usize, Rational)>> {
    let (leads, rows) = eliminated(equal, unknowns);
    if leads.contains(&unknowns) {
        return None;
    }
    let alone = |row: &&Vec<Rational>| row[..unknowns].iter().filter(|v| !v.is_zero()).count() == 1;
    Some(leads.iter().zip(&rows).filter(|(_, row)| alone(row)).map(|(&k, row)| (k, row[unknowns].clone())).collect())
}

/// The linear equations in reduced echelon form, each row ending with its bound.
fn eliminated(equal: &[Polynomial], unknowns: usize) -> (Vec<usize>, Vec<Vec<Rational>>) {
    let all: Vec<usize> = (0..unknowns).collect();
    let row = |p: &Polynomial| {
        let Condition { mut coefficients, bound } = condition(p, &all);
        coefficients.push(bound);
        coefficients
    };
    let mut rows: Vec<Vec<Rational>> = equal.iter().filter(|p| p.degree() <= 1).map(row).collect();
    (reduce(&mut rows, unknowns + 1), rows)
}

/// The linear equations, each solved for one unknown in terms of others.
fn solved_for(equal: &[Polynomial], unknowns: usize) -> Vec<(usize, Polynomial)> {
    let (leads, rows) = eliminated(equal, unknowns);
    let rest = |(&lead, row): (&usize, &Vec<Rational>)| {
        let start = Polynomial::constant(row[unknowns].clone());
        let others = (0..unknowns).filter(|&k| k != lead);
        (lead, others.fold(start, |sum, k| sum.minus(&Polynomial::unknown(k).scaled(&row[k]))))
    };
    leads.iter().zip(&rows).map(rest).collect()
}

/// Linear equations that follow from the others once linear ones are put in and products of unknowns cancel;
/// equations that say nothing new are dropped, and inequalities that become linear are replaced.
///
/// Two beliefs with equal odds are the case in point: x(1−y) = (1−x)y is x = y.
fn straighten(equal: &mut Vec<Polynomial>, least: &mut [Polynomial], unknowns: usize) -> Vec<Polynomial> {
    if equal.iter().chain(least.iter()).all(|p| p.degree() <= 1) {
        return Vec::new();
    }
    let solved = solved_for(equal, unknowns);
    let put_in = |p: &Polynomial| solved.iter().fold(p.clone(), |p, (unknown, rest)| p.replaced(*unknown, rest));
    for p in least.iter_mut().filter(|p| p.degree() > 1) {
        let flat = put_in(p);
        if flat.degree() <= 1 {
            *p = flat;
        }
    }
    equal.retain(|p| p.degree() <= 1 || !put_in(p).is_zero());
    let bent: Vec<Polynomial> = equal.iter().filter(|p| p.degree() > 1).map(put_in).collect();
    // Products first, so that rows which begin later hold none.
    let mut products: Vec<&Vec<usize>> = bent.iter().flat_map(|p| p.terms().keys()).collect();
    products.sort_by_key(|product| (std::cmp::Reverse(product.len()), *product));
    products.dedup();
    let mut rows: Vec<Vec<Rational>> =
        bent.iter().map(|p| products.iter().map(|product| p.coefficient(product)).collect()).collect();
    let leads = reduce(&mut rows, products.len());
    let flat = leads.iter().zip(&rows).filter(|(lead, _)| products[**lead].len() <= 1);
    flat.map(|(_, row)| {
        let parts = products.iter().zip(row).map(|(product, value)| Polynomial::product(product).scaled(value));
        parts.fold(Polynomial::default(), |sum, part| sum.plus(&part))
    })
    .collect()
}

/// A linear polynomial p as "coefficients · unknowns against bound".
fn condition(p: &Polynomial, unknowns: &[usize]) -> Condition {
    let coefficients = unknowns.iter().map(|&k| p.coefficient(&[k])).collect();
    Condition { coefficients, bound: -&p.coefficient(&[]) }
}
