//! Whole-number pivoting: a dictionary of linear inequalities whose entries are never rounded.
//!
//! Entries are minors of the starting matrix over one common denominator, so every division comes out even
//! (Edmonds 1967; Bareiss 1968). They are kept in 128 bits while they fit and in big integers otherwise: even
//! division needs no long division, only a product modulo 2¹²⁸ (Jebelean 1993).

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::{One, Signed, Zero};

/// A whole number a dictionary can be filled with: exact, or it says that it ran out of bits.
pub trait Whole: Clone {
    /// What is worked out once per denominator.
    type Divisor;

    /// From a big integer, where it fits.
    fn of(value: &BigInt) -> Option<Self>;
    /// To a big integer.
    fn big(&self) -> BigInt;
    /// −1, 0 or 1.
    fn sign(&self) -> i32;
    /// −self, where it fits.
    fn negated(&self) -> Self;
    /// Prepares division by a positive number.
    fn divisor(&self) -> Self::Divisor;
    /// (a·b − c·d) / divisor, known to come out even; `None` where it may not fit.
    fn cross(a: &Self, b: &Self, c: &Self, d: &Self, divisor: &Self::Divisor) -> Option<Self>;
    /// How a·b compares with c·d.
    fn compare(a: &Self, b: &Self, c: &Self, d: &Self) -> Ordering;
    /// How long [`Whole::cross`] takes with numbers of this length, with 128 bits as the unit; roughly.
    fn effort(&self) -> u64;
}

/// A 256-bit whole number in two halves, two's complement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Wide {
    high: i128,
    low: u128,
}

impl Wide {
    /// a·b, exactly.
    #[inline]
    fn product(a: i128, b: i128) -> Wide {
        if let Some(small) = a.checked_mul(b) {
            return Wide { high: small >> 127, low: small as u128 };
        }
        let (x, y) = (a.unsigned_abs(), b.unsigned_abs());
        let half = |v: u128| (v >> 64, v & u128::from(u64::MAX));
        let ((x1, x0), (y1, y0)) = (half(x), half(y));
        let (middle, carry) = (x1 * y0).overflowing_add(x0 * y1);
        let (low, over) = (x0 * y0).overflowing_add(middle << 64);
        let high = x1 * y1 + (middle >> 64) + (u128::from(carry) << 64) + u128::from(over);
        let whole = Wide { high: high as i128, low };
        if (a < 0) == (b < 0) { whole } else { Wide { high: 0, low: 0 }.minus(whole) }
    }

    /// self − other; both stay below 2²⁵⁴, so nothing is lost.
    #[inline]
    fn minus(self, other: Wide) -> Wide {
        let (low, borrow) = self.low.overflowing_sub(other.low);
        Wide { high: self.high.wrapping_sub(other.high).wrapping_sub(i128::from(borrow)), low }
    }

    /// Bits its absolute value needs, at most.
    #[inline]
    fn bits(self) -> u32 {
        let high = if self.high < 0 { !self.high } else { self.high };
        let low = if self.high < 0 { !self.low } else { self.low };
        if high == 0 { 129 - low.leading_zeros() } else { 257 - high.leading_zeros() }
    }
}

/// A positive 128-bit denominator: 2^`twos` times an odd number, whose inverse modulo 2¹²⁸ is `inverse`.
pub struct EvenDivisor {
    twos: u32,
    inverse: u128,
    bits: u32,
}

impl Whole for i128 {
    type Divisor = EvenDivisor;

    fn of(value: &BigInt) -> Option<i128> {
        i128::try_from(value).ok().filter(|v| v.unsigned_abs() < 1 << 126)
    }

    fn big(&self) -> BigInt {
        BigInt::from(*self)
    }

    fn sign(&self) -> i32 {
        self.signum() as i32
    }

    fn negated(&self) -> i128 {
        -self
    }

    fn divisor(&self) -> EvenDivisor {
        let twos = self.trailing_zeros();
        let odd = (self >> twos.min(127)) as u128;
        let mut inverse = odd; // right in three bits; each round of Newton's doubles them
        for _ in 0..6 {
            inverse = inverse.wrapping_mul(2u128.wrapping_sub(odd.wrapping_mul(inverse)));
        }
        EvenDivisor { twos, inverse, bits: 128 - self.leading_zeros() }
    }

    #[inline]
    fn cross(a: &i128, b: &i128, c: &i128, d: &i128, divisor: &EvenDivisor) -> Option<i128> {
        let whole = Wide::product(*a, *b).minus(Wide::product(*c, *d));
        // Below 2^bits over at least 2^(divisor.bits − 1) must stay below 2¹²⁶.
        if whole.bits() + 1 > 126 + divisor.bits {
            return None;
        }
        let low = match divisor.twos {
            0 => whole.low,
            twos => (whole.low >> twos) | ((whole.high as u128) << (128 - twos)),
        };
        Some(low.wrapping_mul(divisor.inverse) as i128)
    }

    #[inline]
    fn compare(a: &i128, b: &i128, c: &i128, d: &i128) -> Ordering {
        Wide::product(*a, *b).cmp(&Wide::product(*c, *d))
    }

    fn effort(&self) -> u64 {
        1
    }
}

impl Whole for BigInt {
    type Divisor = BigInt;

    fn of(value: &BigInt) -> Option<BigInt> {
        Some(value.clone())
    }

    fn big(&self) -> BigInt {
        self.clone()
    }

    fn sign(&self) -> i32 {
        if self.is_zero() { 0 } else { 1 - 2 * i32::from(self.is_negative()) }
    }

    fn negated(&self) -> BigInt {
        -self
    }

    fn divisor(&self) -> BigInt {
        self.clone()
    }

    fn cross(a: &BigInt, b: &BigInt, c: &BigInt, d: &BigInt, divisor: &BigInt) -> Option<BigInt> {
        let whole = a * b - c * d;
        Some(if divisor.is_one() { whole } else { whole / divisor })
    }

    fn compare(a: &BigInt, b: &BigInt, c: &BigInt, d: &BigInt) -> Ordering {
        (a * b).cmp(&(c * d))
    }

    fn effort(&self) -> u64 {
        let words = self.bits() / 64;
        16 + words * words / 2
    }
}

/// The inequalities `matrix`·x ≤ 1, x ≥ 0, as basic variables in terms of the others.
///
/// Variables 0..d are the coordinates of x, d.. the slacks of the rows. `denominator`·basic =
/// `value` − Σ `entry`·nonbasic.
pub struct Dictionary<W: Whole> {
    /// One row per basic variable; the last entry is its value.
    rows: Vec<Vec<W>>,
    basic: Vec<usize>,
    nonbasic: Vec<usize>,
    denominator: W,
    /// For each slack: its column while nonbasic, its row while basic.
    place: Vec<usize>,
}

impl<W: Whole> Dictionary<W> {
    /// The dictionary at x = 0, or `None` where a number does not fit. Rows must have `dimension` entries ≥ 0.
    pub fn at_origin(matrix: &[Vec<BigInt>], dimension: usize) -> Option<Dictionary<W>> {
        let one = W::of(&BigInt::one())?;
        let line = |row: &Vec<BigInt>| -> Option<Vec<W>> {
            row.iter().map(W::of).chain(std::iter::once(Some(one.clone()))).collect()
        };
        Some(Dictionary {
            rows: matrix.iter().map(line).collect::<Option<_>>()?,
            basic: (dimension..dimension + matrix.len()).collect(),
            nonbasic: (0..dimension).collect(),
            place: (0..dimension).chain(0..matrix.len()).collect(),
            denominator: one,
        })
    }

    /// How many variables are not basic: the dimension of the polytope.
    pub fn dimension(&self) -> usize {
        self.nonbasic.len()
    }

    /// What the next pivot costs: entries times [`Whole::effort`].
    pub fn effort(&self) -> u64 {
        (self.rows.len() * (self.dimension() + 1)) as u64 * self.denominator.effort()
    }

    /// The column of a variable that is not basic; `None` of one that is.
    pub fn column_of(&self, variable: usize) -> Option<usize> {
        self.nonbasic.iter().position(|&v| v == variable)
    }

    /// The variable that is basic in a row; panics outside the rows, as a slice does.
    pub fn basic_in(&self, row: usize) -> usize {
        self.basic[row]
    }

    /// The basic variables, as a set of bits.
    pub fn basis(&self) -> u128 {
        self.basic.iter().fold(0, |set, &v| set | 1 << v)
    }

    /// The basis that would follow if the variable of `column` and that of `row` changed places.
    pub fn basis_after(&self, row: usize, column: usize) -> u128 {
        self.basis() ^ (1 << self.basic[row]) ^ (1 << self.nonbasic[column])
    }

    /// Every variable that is zero here, basic or not, as a set of bits.
    pub fn zeros(&self) -> u128 {
        let free = self.nonbasic.iter().fold(0u128, |set, &v| set | 1 << v);
        let idle = self.rows.iter().zip(&self.basic).filter(|(row, _)| row[row.len() - 1].sign() == 0);
        idle.fold(free, |set, (_, &v)| set | 1 << v)
    }

    /// The coordinates of x here, over the common denominator, which is left out.
    pub fn point(&self) -> Vec<BigInt> {
        let d = self.dimension();
        let mut point = vec![BigInt::zero(); d];
        for (row, &variable) in self.rows.iter().zip(&self.basic).filter(|(_, v)| **v < d) {
            point[variable] = row[d].big();
        }
        point
    }

    /// The row that blocks first when the variable of `column` grows; `None` where nothing does.
    ///
    /// Ties are broken as if the right-hand sides were 1 + ε, 1 + ε², …, for ever smaller ε: no tie is left and
    /// the perturbed polytope is simple (Dantzig, Orden & Wolfe 1955).
    pub fn blocking(&self, column: usize) -> Option<usize> {
        let blocks = |&i: &usize| self.rows[i][column].sign() > 0;
        (0..self.rows.len()).filter(blocks).reduce(
            |best, next| {
                if self.blocks_before(next, best, column) { next } else { best }
            },
        )
    }

    fn blocks_before(&self, one: usize, two: usize, column: usize) -> bool {
        let (a, b) = (&self.rows[one], &self.rows[two]);
        let by = |k: usize| W::compare(&a[k], &b[column], &b[k], &a[column]);
        let d = self.dimension();
        let mut order = by(d);
        for slack in d..self.place.len() {
            if order != Ordering::Equal {
                break;
            }
            let place = self.place[slack];
            order = match self.nonbasic.get(place) {
                Some(&v) if v == slack => by(place),
                _ if place == one => Ordering::Greater,
                _ if place == two => Ordering::Less,
                _ => Ordering::Equal,
            };
        }
        order == Ordering::Less
    }

    /// Lets the variables of `row` and `column` change places; `None` (and a spoilt dictionary) where a number
    /// no longer fits. The entry there must be positive.
    pub fn pivot(&mut self, row: usize, column: usize) -> Option<()> {
        let divisor = self.denominator.divisor();
        let turned = self.rows[row].clone();
        let pivot = turned[column].clone();
        for line in self.rows.iter_mut().enumerate().filter(|(i, _)| *i != row).map(|(_, line)| line) {
            let factor = line[column].clone();
            for (k, entry) in line.iter_mut().enumerate().filter(|(k, _)| *k != column) {
                *entry = W::cross(entry, &pivot, &factor, &turned[k], &divisor)?;
            }
            line[column] = factor.negated();
        }
        self.rows[row][column] = std::mem::replace(&mut self.denominator, pivot);
        std::mem::swap(&mut self.basic[row], &mut self.nonbasic[column]);
        self.place[self.basic[row]] = row;
        self.place[self.nonbasic[column]] = column;
        Some(())
    }
}
