//! Sums of products of unknowns with exact coefficients: what indifference looks like where several players mix.

use std::collections::BTreeMap;

use crate::number::Rational;

/// A polynomial: for each product of unknowns (their numbers in order, repeated where raised to a power) its
/// coefficient, never zero.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Polynomial {
    terms: BTreeMap<Vec<usize>, Rational>,
}

impl Polynomial {
    /// A number.
    pub fn constant(value: Rational) -> Polynomial {
        Polynomial::default().plus(&Polynomial { terms: BTreeMap::from([(Vec::new(), value)]) })
    }

    /// One unknown.
    pub fn unknown(index: usize) -> Polynomial {
        Polynomial { terms: BTreeMap::from([(vec![index], Rational::one())]) }
    }

    /// Unknowns multiplied, in order of their numbers.
    pub fn product(unknowns: &[usize]) -> Polynomial {
        Polynomial { terms: BTreeMap::from([(unknowns.to_vec(), Rational::one())]) }
    }

    /// The products and their coefficients.
    pub fn terms(&self) -> &BTreeMap<Vec<usize>, Rational> {
        &self.terms
    }

    /// Whether it is zero whatever the unknowns are.
    pub fn is_zero(&self) -> bool {
        self.terms.is_empty()
    }

    /// The highest number of unknowns multiplied in one term.
    pub fn degree(&self) -> usize {
        self.terms.keys().map(Vec::len).max().unwrap_or(0)
    }

    /// The coefficient of a product.
    pub fn coefficient(&self, product: &[usize]) -> Rational {
        self.terms.get(product).cloned().unwrap_or_else(Rational::zero)
    }

    fn add(&mut self, product: Vec<usize>, value: &Rational) {
        let sum = &self.coefficient(&product) + value;
        if sum.is_zero() {
            self.terms.remove(&product);
        } else {
            self.terms.insert(product, sum);
        }
    }

    /// self + other.
    pub fn plus(&self, other: &Polynomial) -> Polynomial {
        let mut sum = self.clone();
        other.terms.iter().for_each(|(product, value)| sum.add(product.clone(), value));
        sum
    }

    /// self − other.
    pub fn minus(&self, other: &Polynomial) -> Polynomial {
        self.plus(&other.scaled(&Rational::from(-1)))
    }

    /// self · number.
    pub fn scaled(&self, by: &Rational) -> Polynomial {
        if by.is_zero() {
            return Polynomial::default();
        }
        Polynomial { terms: self.terms.iter().map(|(product, value)| (product.clone(), value * by)).collect() }
    }

    /// self · other.
    pub fn times(&self, other: &Polynomial) -> Polynomial {
        let mut sum = Polynomial::default();
        for (left, a) in &self.terms {
            for (right, b) in &other.terms {
                let mut product: Vec<usize> = left.iter().chain(right).copied().collect();
                product.sort_unstable();
                sum.add(product, &(a * b));
            }
        }
        sum
    }

    /// The polynomial once an unknown has a value.
    pub fn with(&self, unknown: usize, value: &Rational) -> Polynomial {
        let mut sum = Polynomial::default();
        for (product, coefficient) in &self.terms {
            let left: Vec<usize> = product.iter().copied().filter(|&k| k != unknown).collect();
            let power = product.len() - left.len();
            sum.add(left, &(0..power).fold(coefficient.clone(), |part, _| &part * value));
        }
        sum
    }

    /// The polynomial once an unknown is replaced by a polynomial in others.
    pub fn replaced(&self, unknown: usize, by: &Polynomial) -> Polynomial {
        let mut sum = Polynomial::default();
        for (product, coefficient) in &self.terms {
            let left: Vec<usize> = product.iter().copied().filter(|&k| k != unknown).collect();
            let power = product.len() - left.len();
            let part = Polynomial { terms: BTreeMap::from([(left, coefficient.clone())]) };
            sum = sum.plus(&(0..power).fold(part, |part, _| part.times(by)));
        }
        sum
    }

    /// Divided by the largest product of unknowns that divides every term.
    pub fn reduced(&self) -> Polynomial {
        let mut common = self.terms.keys().next().cloned().unwrap_or_default();
        for product in self.terms.keys() {
            let mut left = product.clone();
            common.retain(|k| left.iter().position(|other| other == k).map(|at| left.remove(at)).is_some());
        }
        let divided = |product: &Vec<usize>| {
            let mut left = product.clone();
            common.iter().for_each(|k| {
                if let Some(at) = left.iter().position(|other| other == k) {
                    left.remove(at);
                }
            });
            left
        };
        Polynomial { terms: self.terms.iter().map(|(product, value)| (divided(product), value.clone())).collect() }
    }

    /// Whether every coefficient is above zero (`Some(true)`), below (`Some(false)`), or neither.
    pub fn sign(&self) -> Option<bool> {
        let first = self.terms.values().next()?.is_positive();
        self.terms.values().all(|v| v.is_positive() == first).then_some(first)
    }
}
