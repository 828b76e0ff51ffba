//! Intervals of doubles that always hold the true number: every bound is rounded outwards.
//!
//! A sum or product of doubles is the double nearest to the true one, so that its two neighbours enclose it
//! (Moore 1966; IEEE 754). Nothing else of the platform's arithmetic is relied upon.

use crate::number::Rational;

/// All numbers from `lo` to `hi`, both finite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The least.
    pub lo: f64,
    /// The greatest.
    pub hi: f64,
}

impl Interval {
    /// Zero, exactly.
    pub const ZERO: Interval = Interval { lo: 0.0, hi: 0.0 };

    /// One double, exactly.
    pub fn point(value: f64) -> Interval {
        Interval { lo: value, hi: value }
    }

    /// All numbers at most `radius` away from zero.
    pub fn around_zero(radius: f64) -> Interval {
        Interval { lo: -radius, hi: radius }
    }

    /// The tightest pair of doubles around a fraction that is easy to prove: itself, or the neighbours of the
    /// double near it.
    pub fn of(value: &Rational) -> Interval {
        let near = value.to_f64();
        match Rational::from_f64(near) {
            Some(same) if same == *value => Interval::point(near),
            _ => Interval { lo: near.next_down(), hi: near.next_up() },
        }
    }

    /// Every sum.
    pub fn plus(self, other: Interval) -> Interval {
        Interval { lo: (self.lo + other.lo).next_down(), hi: (self.hi + other.hi).next_up() }
    }

    /// Every difference.
    pub fn minus(self, other: Interval) -> Interval {
        Interval { lo: (self.lo - other.hi).next_down(), hi: (self.hi - other.lo).next_up() }
    }

    /// Every product.
    pub fn times(self, other: Interval) -> Interval {
        let ends = [self.lo * other.lo, self.lo * other.hi, self.hi * other.lo, self.hi * other.hi];
        let lo = ends.iter().copied().fold(f64::INFINITY, f64::min);
        let hi = ends.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Interval { lo: lo.next_down(), hi: hi.next_up() }
    }

    /// The greatest absolute value.
    pub fn size(self) -> f64 {
        self.lo.abs().max(self.hi.abs())
    }

    /// A double in the middle.
    pub fn middle(self) -> f64 {
        0.5 * self.lo + 0.5 * self.hi
    }

    /// hi − lo, or a little more.
    pub fn width(self) -> f64 {
        (self.hi - self.lo).next_up()
    }

    /// Whether it holds the number.
    pub fn holds(self, value: f64) -> bool {
        self.lo <= value && value <= self.hi
    }

    /// Whether it lies in the other and touches neither end.
    pub fn is_inside(self, other: Interval) -> bool {
        other.lo < self.lo && self.hi < other.hi
    }

    /// What both hold; `None` where they are apart.
    pub fn both(self, other: Interval) -> Option<Interval> {
        let (lo, hi) = (self.lo.max(other.lo), self.hi.min(other.hi));
        (lo <= hi).then_some(Interval { lo, hi })
    }
}
