//! Critical discount factors: where a pair of machines begins or ceases to be an equilibrium.
//!
//! The gain from a deviation is a quotient of polynomials in the discount factor δ, so the border is a fraction or an
//! algebraic number. It is found by halving between a δ at which the pair is an equilibrium and one at which a named
//! deviation gains, both decided in fractions. Where the deviation gains exactly nothing at the simplest fraction in
//! between, and the pair is an equilibrium there, that fraction is taken as the border; that the same gain has a second
//! root inside the bracket is not excluded.

use num_bigint::BigInt;
use num_integer::Integer;

use super::reply::Solution;
use super::{Match, PlayError};
use crate::number::Rational;

/// The interval [0, 1) is looked through in this many steps; two borders within one step of each other escape notice.
pub const STEPS: i64 = 32;

/// A border in δ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Border {
    /// A δ at which some deviation gains.
    pub fails: Rational,
    /// A δ at which none does.
    pub holds: Rational,
    /// The border itself, where it is a fraction: the pair is an equilibrium there, and what gains at `fails` gains
    /// exactly nothing.
    pub exact: Option<Rational>,
}

/// For which discount factors a pair is an equilibrium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patience {
    /// Whether it is one at δ = 0, where only the moment counts.
    pub at_zero: bool,
    /// Where that changes, upward in δ.
    pub borders: Vec<Border>,
}

impl Border {
    /// Whether the equilibrium is on the patient side.
    pub fn rewards_patience(&self) -> bool {
        self.holds > self.fails
    }
}

impl Patience {
    /// The least δ from which on the pair is an equilibrium, where it is one up to the last δ looked at and there is
    /// only one border.
    pub fn only(&self) -> Option<&Border> {
        match self.borders.as_slice() {
            [border] if border.rewards_patience() => Some(border),
            _ => None,
        }
    }
}

/// Looks through the discount factors k/[`STEPS`] and 1 − 2⁻²⁰ and narrows every border found down to `width`, which
/// is taken as at least 2⁻²⁰⁰.
///
/// # Errors
/// Too many situations.
pub fn patience(game: &Match, solution: Solution, width: &Rational) -> Result<Patience, PlayError> {
    let floor = Rational::new(1.into(), BigInt::from(1) << 200).ok_or(PlayError::Singular)?;
    let width = if *width < floor { &floor } else { width };
    let last = Rational::new(((1 << 20) - 1).into(), (1 << 20).into());
    let grid = (0..STEPS).filter_map(|k| Rational::new(k.into(), STEPS.into())).chain(last);
    let holds = |delta: &Rational| game.deviation(solution, delta).map(|found| found.is_none());
    let mut borders = Vec::new();
    let mut before: Option<(Rational, bool)> = None;
    let mut at_zero = false;
    for delta in grid {
        let now = holds(&delta)?;
        match before {
            None => at_zero = now,
            Some((left, was)) if was != now => {
                let (fails, kept) = if now { (left, delta.clone()) } else { (delta.clone(), left) };
                let (fails, holds) = narrow(fails, kept, width, holds)?;
                let exact = tied(game, solution, &fails, &holds)?;
                borders.push(Border { fails, holds, exact });
            }
            Some(_) => {}
        }
        before = Some((delta, now));
    }
    Ok(Patience { at_zero, borders })
}

/// Halves the interval between a number at which something fails and one at which it holds, down to `width`.
///
/// # Errors
/// Those of the question asked.
pub fn narrow<E>(
    mut fails: Rational,
    mut holds: Rational,
    width: &Rational,
    question: impl Fn(&Rational) -> Result<bool, E>,
) -> Result<(Rational, Rational), E> {
    let far = |a: &Rational, b: &Rational| &(a - b) > width || &(b - a) > width;
    while width.is_positive() && far(&fails, &holds) {
        let Some(middle) = (&fails + &holds).over(&Rational::from(2)) else { break };
        if question(&middle)? {
            holds = middle;
        } else {
            fails = middle;
        }
    }
    Ok((fails, holds))
}

/// The fraction at which the deviation that gains at `fails` gains nothing, if it is the simplest one between the two.
fn tied(game: &Match, solution: Solution, fails: &Rational, holds: &Rational) -> Result<Option<Rational>, PlayError> {
    let simple = simplest(fails.min(holds), fails.max(holds));
    let Some(deviation) = game.deviation(solution, fails)? else { return Ok(None) };
    let ties = game.gain(&deviation, &simple)?.is_zero() && game.deviation(solution, &simple)?.is_none();
    Ok(ties.then_some(simple))
}

/// The fraction with the least denominator in [low, high], for 0 ≤ low ≤ high (Stern 1858; Brocot 1861).
pub fn simplest(low: &Rational, high: &Rational) -> Rational {
    let floor = Rational::from(low.numerator().div_floor(low.denominator()));
    if floor == *low {
        return floor;
    }
    let next = &floor + &Rational::one();
    if next <= *high {
        return next;
    }
    // Both lie within (floor, floor + 1): what is over is below one, and its reciprocal is simpler.
    let inner = (Rational::one().over(&(high - &floor)), Rational::one().over(&(low - &floor)));
    let (Some(low), Some(high)) = inner else { return floor };
    let rest = Rational::one().over(&simplest(&low, &high));
    rest.map_or_else(|| floor.clone(), |rest| &floor + &rest)
}
