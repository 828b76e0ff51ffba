//! Exact fractions: read from text without rounding, kept reduced, printed as people write them.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Mul, Neg, Sub};
use std::str::FromStr;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, ToPrimitive, Zero};

/// Digits a number may have, point and exponent applied; longer ones are refused, not rounded.
pub const MAX_DIGITS: usize = 400;

/// A fraction in lowest terms with a positive denominator.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Rational {
    numerator: BigInt,
    denominator: BigInt,
}

/// Why a text is not a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NumberError {
    /// Neither a whole number, a decimal, nor a fraction of whole numbers.
    NotANumber(String),
    /// A fraction over zero.
    ZeroDenominator(String),
    /// More than [`MAX_DIGITS`] digits once written out.
    TooLong,
}

impl fmt::Display for NumberError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NumberError::NotANumber(text) => {
                write!(f, "\"{text}\" is not a number; write it like 3, -0.25, 1e-3 or 1/3")
            }
            NumberError::ZeroDenominator(text) => write!(f, "\"{text}\" divides by zero"),
            NumberError::TooLong => write!(f, "a number may have at most {MAX_DIGITS} digits"),
        }
    }
}

impl std::error::Error for NumberError {}

impl Rational {
    /// `numerator/denominator` in lowest terms; `None` where the denominator is zero.
    pub fn new(numerator: BigInt, denominator: BigInt) -> Option<Rational> {
        if denominator.is_zero() {
            return None;
        }
        Some(Rational::reduced(numerator, denominator))
    }

    /// As [`Rational::new`], for a denominator known not to be zero.
    fn reduced(numerator: BigInt, denominator: BigInt) -> Rational {
        let divisor = numerator.gcd(&denominator);
        let divisor = if denominator.is_negative() { -divisor } else { divisor };
        if divisor.is_one() {
            return Rational { numerator, denominator };
        }
        Rational { numerator: numerator / &divisor, denominator: denominator / divisor }
    }

    /// Zero.
    pub fn zero() -> Rational {
        Rational::from(0)
    }

    /// One.
    pub fn one() -> Rational {
        Rational::from(1)
    }

    /// The exact value of a finite double; `None` for infinities and not-a-numbers.
    pub fn from_f64(value: f64) -> Option<Rational> {
        if !value.is_finite() {
            return None;
        }
        let bits = value.to_bits();
        let stored = ((bits >> 52) & 0x7ff) as i64;
        let fraction = bits & ((1 << 52) - 1);
        let (mantissa, exponent) = if stored == 0 { (fraction, -1074) } else { (fraction | 1 << 52, stored - 1075) };
        let mantissa = BigInt::from(mantissa) * if value < 0.0 { -1 } else { 1 };
        let power = BigInt::one() << exponent.unsigned_abs();
        if exponent < 0 { Rational::new(mantissa, power) } else { Some(Rational::from(mantissa * power)) }
    }

    /// The whole number above the line.
    pub fn numerator(&self) -> &BigInt {
        &self.numerator
    }

    /// The whole number below the line, positive.
    pub fn denominator(&self) -> &BigInt {
        &self.denominator
    }

    /// Whether it is a whole number.
    pub fn is_whole(&self) -> bool {
        self.denominator.is_one()
    }

    /// The largest whole number that is not above it.
    pub fn floor(&self) -> Rational {
        Rational::from(self.numerator.div_floor(&self.denominator))
    }

    /// Whether it is zero.
    pub fn is_zero(&self) -> bool {
        self.numerator.is_zero()
    }

    /// Whether it is above zero.
    pub fn is_positive(&self) -> bool {
        self.numerator.is_positive()
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        self.numerator.is_negative()
    }

    /// The quotient; `None` where `other` is zero.
    pub fn over(&self, other: &Rational) -> Option<Rational> {
        Rational::new(&self.numerator * &other.denominator, &self.denominator * &other.numerator)
    }

    /// Σ weight·value, reduced once at the end: what a mix pays.
    pub fn weighted<'a>(terms: impl Iterator<Item = (&'a Rational, &'a Rational)>) -> Rational {
        let (mut above, mut below) = (BigInt::zero(), BigInt::one());
        for (weight, value) in terms {
            let term = &weight.numerator * &value.numerator;
            let unit = &weight.denominator * &value.denominator;
            if unit == below {
                above += term;
            } else {
                let shared = below.gcd(&unit);
                let raise = &unit / shared;
                above = above * &raise + term * (&below * &raise / unit);
                below *= raise;
            }
        }
        Rational::reduced(above, below)
    }

    /// The nearest double or one beside it, for drawing; infinite beyond the range of doubles.
    pub fn to_f64(&self) -> f64 {
        let bits = |n: &BigInt| n.bits() as i64;
        let shift = 64 - (bits(&self.numerator) - bits(&self.denominator));
        let scaled = if shift >= 0 {
            (&self.numerator << shift.unsigned_abs()) / &self.denominator
        } else {
            &self.numerator / (&self.denominator << shift.unsigned_abs())
        };
        let mut value = scaled.to_f64().unwrap_or(f64::INFINITY);
        let half = if shift >= 0 { 0.5 } else { 2.0 };
        for _ in 0..shift.unsigned_abs().min(2200) {
            value *= half;
        }
        value
    }
}

impl From<i64> for Rational {
    fn from(value: i64) -> Rational {
        Rational::from(BigInt::from(value))
    }
}

impl From<BigInt> for Rational {
    fn from(value: BigInt) -> Rational {
        Rational { numerator: value, denominator: BigInt::one() }
    }
}

impl Add for &Rational {
    type Output = Rational;
    fn add(self, other: &Rational) -> Rational {
        let numerator = &self.numerator * &other.denominator + &other.numerator * &self.denominator;
        Rational::reduced(numerator, &self.denominator * &other.denominator)
    }
}

impl Sub for &Rational {
    type Output = Rational;
    fn sub(self, other: &Rational) -> Rational {
        let numerator = &self.numerator * &other.denominator - &other.numerator * &self.denominator;
        Rational::reduced(numerator, &self.denominator * &other.denominator)
    }
}

impl Mul for &Rational {
    type Output = Rational;
    fn mul(self, other: &Rational) -> Rational {
        Rational::reduced(&self.numerator * &other.numerator, &self.denominator * &other.denominator)
    }
}

impl Neg for &Rational {
    type Output = Rational;
    fn neg(self) -> Rational {
        Rational { numerator: -&self.numerator, denominator: self.denominator.clone() }
    }
}

impl Sum for Rational {
    fn sum<I: Iterator<Item = Rational>>(terms: I) -> Rational {
        terms.fold(Rational::zero(), |total, term| &total + &term)
    }
}

impl Ord for Rational {
    fn cmp(&self, other: &Rational) -> std::cmp::Ordering {
        (&self.numerator * &other.denominator).cmp(&(&other.numerator * &self.denominator))
    }
}

impl PartialOrd for Rational {
    fn partial_cmp(&self, other: &Rational) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.denominator.is_one() {
            write!(f, "{}", self.numerator)
        } else {
            write!(f, "{}/{}", self.numerator, self.denominator)
        }
    }
}

impl fmt::Debug for Rational {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Rational {
    type Err = NumberError;

    /// Reads `3`, `-0.25`, `.5`, `1e-3`, `1/3`, `-2/4`; spaces around are ignored.
    fn from_str(text: &str) -> Result<Rational, NumberError> {
        let text = text.trim();
        if text.len() > 2 * MAX_DIGITS {
            return Err(NumberError::TooLong);
        }
        let wrong = || NumberError::NotANumber(text.into());
        let Some((above, below)) = text.split_once('/') else {
            return decimal(text)?.ok_or_else(wrong);
        };
        let above = whole(above.trim_end()).ok_or_else(wrong)?;
        let below = digits(below.trim_start()).ok_or_else(wrong)?;
        Rational::new(above, below).ok_or_else(|| NumberError::ZeroDenominator(text.into()))
    }
}

/// Decimal digits only, at least one.
fn digits(text: &str) -> Option<BigInt> {
    let good = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    good.then(|| text.parse().ok()).flatten()
}

/// Digits with a sign before them or not.
fn whole(text: &str) -> Option<BigInt> {
    match text.strip_prefix('-') {
        Some(rest) => digits(rest).map(|n| -n),
        None => digits(text.strip_prefix('+').unwrap_or(text)),
    }
}

/// A decimal with an exponent or not; `Ok(None)` where the text is none.
fn decimal(text: &str) -> Result<Option<Rational>, NumberError> {
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => match whole(exponent) {
            Some(exponent) => (mantissa, exponent),
            None => return Ok(None),
        },
        None => (text, BigInt::zero()),
    };
    let (before, after) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let (Some(value), true) = (whole(&format!("{before}{after}")), after.bytes().all(|b| b.is_ascii_digit())) else {
        return Ok(None);
    };
    let shift = (exponent - after.len()).to_i64().filter(|s| s.unsigned_abs() <= MAX_DIGITS as u64);
    let shift = shift.ok_or(NumberError::TooLong)?;
    let power = BigInt::from(10).pow(shift.unsigned_abs() as u32);
    Ok(if shift < 0 { Rational::new(value, power) } else { Some(Rational::from(value * power)) })
}
