//! The kernel's exp, ln and normal quantile against 160-bit arithmetic.

use astro_float::{BigFloat, Consts, RoundingMode};
use theory::luck::normal_quantile;
use theory::real::{exp, ln};

const BITS: usize = 160;
const NEAREST: RoundingMode = RoundingMode::ToEven;

fn to_f64(x: &BigFloat) -> f64 {
    x.to_string().parse().expect("a number in decimal")
}

/// Distance of two neighbouring doubles at `x` (the smallest subnormal below the normal range).
fn ulp(x: f64) -> f64 {
    let x = x.abs().max(f64::MIN_POSITIVE);
    f64::from_bits(x.to_bits() + 1) - x
}

/// Exact, subnormals included (scaled, because the library reads those wrongly).
fn big(x: f64) -> BigFloat {
    if x.abs() < 1e-200 {
        let scale = BigFloat::from_f64(2f64.powi(-400), BITS);
        return BigFloat::from_f64(x * 2f64.powi(400), BITS).mul(&scale, BITS, NEAREST);
    }
    BigFloat::from_f64(x, BITS)
}

/// |ours − exact| in units in the last place of the exact value.
fn error_in_ulp(ours: f64, exact: &BigFloat) -> f64 {
    let difference = big(ours).sub(exact, BITS, NEAREST).abs();
    // Scaled before conversion: the difference itself may be subnormal.
    let scale = big(ulp(to_f64(exact)));
    to_f64(&difference.div(&scale, BITS, NEAREST))
}

/// A fixed irregular sequence in [0, 1).
fn sequence(m: u64) -> f64 {
    let mut z = m.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
}

#[test]
fn cross_exp_is_within_two_ulp_everywhere() {
    let mut constants = Consts::new().expect("constants");
    let mut worst = (0.0, 0.0);
    for m in 0..12_000u64 {
        let u = sequence(m);
        let x = match m % 4 {
            0 => -745.1 + u * (709.78 + 745.1),
            1 => -1.0 + 2.0 * u,
            2 => -745.1 + u * 40.0,
            _ => (if u < 0.5 { -1.0 } else { 1.0 }) * 2f64.powi(-((u * 120.0) as i32)) * (1.0 + u),
        };
        let exact = big(x).exp(BITS, NEAREST, &mut constants);
        let error = error_in_ulp(exp(x), &exact);
        if error > worst.0 {
            worst = (error, x);
        }
    }
    assert!(worst.0 <= 2.0, "exp({:e}) is {} ulp off", worst.1, worst.0);
    assert!(worst.0 > 0.4, "the measure itself is broken: {}", worst.0);
    println!("exp: at most {:.3} ulp, at {:e}", worst.0, worst.1);
}

#[test]
fn cross_ln_is_within_two_ulp_everywhere() {
    let mut constants = Consts::new().expect("constants");
    let mut worst = (0.0, 0.0);
    for m in 0..12_000u64 {
        let u = sequence(m ^ 0xABCDEF);
        let x = match m % 4 {
            0 => f64::from_bits((u * 0x7FE0_0000_0000_0000u64 as f64) as u64).max(f64::from_bits(1)),
            1 => 0.5 + 1.5 * u,
            2 => 1.0 + (u - 0.5) * 2f64.powi(-((m % 50) as i32)),
            _ => f64::from_bits(1 + (u * (1u64 << 52) as f64) as u64),
        };
        if x == 1.0 {
            continue;
        }
        let exact = big(x).ln(BITS, NEAREST, &mut constants);
        let error = error_in_ulp(ln(x), &exact);
        if error > worst.0 {
            worst = (error, x);
        }
    }
    assert!(worst.0 <= 2.0, "ln({:e}) is {} ulp off", worst.1, worst.0);
    assert!(worst.0 > 0.4, "the measure itself is broken: {}", worst.0);
    println!("ln: at most {:.3} ulp, at {:e}", worst.0, worst.1);
}

#[test]
fn cross_exp_and_ln_at_their_ends() {
    assert_eq!(exp(0.0), 1.0);
    assert_eq!(exp(f64::NEG_INFINITY), 0.0);
    assert_eq!(exp(-746.0), 0.0);
    assert_eq!(exp(-745.0), f64::from_bits(1));
    assert_eq!(exp(710.0), f64::INFINITY);
    assert_eq!(exp(f64::INFINITY), f64::INFINITY);
    assert!(exp(709.782_712_893_383_9).is_finite() && exp(709.783).is_infinite());
    assert!(exp(f64::NAN).is_nan() && ln(f64::NAN).is_nan());
    assert_eq!(ln(1.0), 0.0);
    assert_eq!(ln(0.0), f64::NEG_INFINITY);
    assert_eq!(ln(-0.0), f64::NEG_INFINITY);
    assert!(ln(-1.0).is_nan() && ln(f64::NEG_INFINITY).is_nan());
    assert_eq!(ln(f64::INFINITY), f64::INFINITY);
}

/// The normal distribution function by its alternating series and the continued fraction for the tail.
fn upper_tail(z: f64) -> f64 {
    let density = (-0.5 * z * z).exp() / (2.0 * std::f64::consts::PI).sqrt();
    if z < 3.0 {
        let (mut term, mut sum, mut n) = (z, z, 1.0);
        while term.abs() > 1e-18 * sum.abs() {
            n += 2.0;
            term *= z * z / n;
            sum += term;
        }
        return 0.5 - density * sum;
    }
    let mut fraction = z;
    for k in (1..400).rev() {
        fraction = z + f64::from(k) / fraction;
    }
    density / fraction
}

/// Quantile and distribution function undo each other, from the middle to eight standard deviations.
#[test]
fn cross_normal_quantile_inverts_the_distribution_function() {
    for m in 1..800 {
        let z = f64::from(m) / 100.0;
        let p = upper_tail(z);
        if p < 2f64.powi(-53) {
            break;
        }
        // Below the median: p is a small number and keeps its digits. Its own error is about 1e-15/p·density.
        let slack = 4e-12 * z + if z < 3.0 { 4e-16 / p } else { 0.0 };
        assert!((normal_quantile(p) + z).abs() < slack, "z {z}: {} {slack}", normal_quantile(p) + z);
    }
    assert_eq!(normal_quantile(0.5), 0.0);
    assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-11);
    assert!((normal_quantile(0.3) + normal_quantile(0.7)).abs() < 1e-15);
}
