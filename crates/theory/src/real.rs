//! The numbers the kernel is written over, and the one `exp` and the one `ln` it uses.
//!
//! `exp` and `ln` are branch-free so that a loop over replications vectorises, use no fused
//! product so that every instruction set gives the same bits, and stay within 2 units in the
//! last place over the whole range (`tests/cross/elementary.rs`).

use std::fmt::Debug;
use std::ops::{Add, Div, Mul, Neg, Sub};

/// A number with the arithmetic of the kernel: `f64`, or a dual number that carries a derivative.
pub trait Real:
    Copy + Debug + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> + Div<Output = Self> + Neg<Output = Self>
{
    /// A constant.
    fn of(value: f64) -> Self;
    /// The value without derivative.
    fn value(self) -> f64;
    /// e to this power.
    fn exp(self) -> Self;
    /// Natural logarithm.
    fn ln(self) -> Self;
    /// Square root.
    fn sqrt(self) -> Self;

    /// The larger of two by value; the first if they are equal or either is NaN.
    #[inline(always)]
    fn at_least(self, floor: Self) -> Self {
        if self.value() < floor.value() { floor } else { self }
    }
    /// The smaller of two by value; the first if they are equal or either is NaN.
    #[inline(always)]
    fn at_most(self, ceiling: Self) -> Self {
        if self.value() > ceiling.value() { ceiling } else { self }
    }
    /// Logistic function 1/(1+e^−z): log-odds to probability.
    #[inline(always)]
    fn sigmoid(self) -> Self {
        Self::of(1.0) / (Self::of(1.0) + (-self).exp())
    }
}

impl Real for f64 {
    #[inline(always)]
    fn of(value: f64) -> f64 {
        value
    }
    #[inline(always)]
    fn value(self) -> f64 {
        self
    }
    #[inline(always)]
    fn exp(self) -> f64 {
        exp(self)
    }
    #[inline(always)]
    fn ln(self) -> f64 {
        ln(self)
    }
    #[inline(always)]
    fn sqrt(self) -> f64 {
        f64::sqrt(self)
    }
}

/// 1.5 · 2^52: adding it rounds a small number to an integer that then stands in the low mantissa bits.
const ROUND: f64 = 6_755_399_441_055_744.0;
/// ln 2 in two parts; the high part has 32 significant bits, so k·LN2_HIGH is exact for |k| < 2^20.
const LN2_HIGH: f64 = f64::from_bits(0x3FE6_2E42_FEE0_0000);
const LN2_LOW: f64 = f64::from_bits(0x3DEA_39EF_3579_3C76);

/// 2^k for an integer-valued `k_rounded − ROUND` in −1022..=1023.
#[inline(always)]
fn power_of_two(k_rounded: f64) -> f64 {
    f64::from_bits((k_rounded.to_bits().wrapping_add(1023)) << 52)
}

/// e^x for every f64: 0 below −745.13, +∞ above 709.78, NaN for NaN; at most 2 ulp wrong elsewhere.
///
/// x = k ln 2 + r with |r| ≤ ln 2 / 2 (Cody and Waite 1980, ch. 6), e^r by its series to r^13
/// (remainder below 2^−60), and 2^k in two factors so that subnormal results are reached.
#[inline(always)]
pub fn exp(x: f64) -> f64 {
    let x = if x > 710.0 { 710.0 } else { x };
    let x = if x < -746.0 { -746.0 } else { x };
    let k_rounded = x * std::f64::consts::LOG2_E + ROUND;
    let k = k_rounded - ROUND;
    let r = (x - k * LN2_HIGH) - k * LN2_LOW;
    // Σ r^m / m!, m = 2..=13, in Estrin order to shorten the chain.
    let r2 = r * r;
    let r4 = r2 * r2;
    let r8 = r4 * r4;
    let a = (0.5 + r * (1.0 / 6.0)) + r2 * (1.0 / 24.0 + r * (1.0 / 120.0));
    let b = (1.0 / 720.0 + r * (1.0 / 5040.0)) + r2 * (1.0 / 40_320.0 + r * (1.0 / 362_880.0));
    let c = (1.0 / 3_628_800.0 + r * (1.0 / 39_916_800.0)) + r2 * (1.0 / 479_001_600.0 + r * (1.0 / 6_227_020_800.0));
    let tail = r2 * (a + r4 * b + r8 * c);
    let mantissa = 1.0 + (r + tail);
    let half_rounded = k * 0.5 + ROUND;
    let rest_rounded = (k - (half_rounded - ROUND)) + ROUND;
    mantissa * power_of_two(half_rounded) * power_of_two(rest_rounded)
}

/// Natural logarithm for every f64: −∞ at 0, NaN below, +∞ at +∞; at most 2 ulp wrong elsewhere.
///
/// x = 2^k m with m in [√½, √2); ln m = 2 atanh(f/(2+f)), f = m − 1, by the minimax polynomial
/// of FDLIBM (Ng, Sun Microsystems 1993, e_log.c), without its branches.
#[inline(always)]
pub fn ln(x: f64) -> f64 {
    let tiny = x < f64::MIN_POSITIVE;
    let scaled = if tiny { x * 18_014_398_509_481_984.0 } else { x };
    let shift = if tiny { 54.0 } else { 0.0 };
    const SQRT_HALF: u64 = 0x3FE6_A09E_667F_3BCD;
    let offset = scaled.to_bits().wrapping_add(0x3FF0_0000_0000_0000 - SQRT_HALF);
    let mantissa = f64::from_bits((offset & 0x000F_FFFF_FFFF_FFFF) + SQRT_HALF);
    // The biased exponent as a float without an integer conversion: 2^52 + e, less 2^52 + 1023.
    let k = f64::from_bits(0x4330_0000_0000_0000 | (offset >> 52)) - 4_503_599_627_371_519.0 - shift;
    let f = mantissa - 1.0;
    let s = f / (2.0 + f);
    let z = s * s;
    let w = z * z;
    let even = w * (0.399_999_999_994_094_2 + w * (0.222_221_984_321_497_84 + w * 0.153_138_376_992_093_73));
    let odd = z
        * (0.666_666_666_666_673_5
            + w * (0.285_714_287_436_623_9 + w * (0.181_835_721_616_180_5 + w * 0.147_981_986_051_165_86)));
    let half_square = 0.5 * f * f;
    let result = k * LN2_HIGH - ((half_square - (s * (half_square + (even + odd)) + k * LN2_LOW)) - f);
    let result = if x == 0.0 { f64::NEG_INFINITY } else { result };
    let result = if x < 0.0 { f64::NAN } else { result };
    if x < f64::INFINITY { result } else { x }
}

/// Log-odds ln(p/(1−p)) of a probability.
#[inline(always)]
pub fn logit(p: f64) -> f64 {
    ln(p) - ln(1.0 - p)
}
