//! Named luck: each draw is a function of (seed, purpose, context, replication, step, actor, partner).
//!
//! No generator is stored. Philox 4×32-10 (Salmon, Moraes, Dror & Shaw 2011, "Parallel random
//! numbers: as easy as 1, 2, 3", SC'11) turns a counter into four random words; normals come from the
//! inverse distribution function. Adding an actor, a remedy or a thread leaves all other luck alone.

use crate::real::ln;

const MULTIPLIER: [u64; 2] = [0xD251_1F53, 0xCD9E_8D57];
const WEYL: [u32; 2] = [0x9E37_79B9, 0xBB67_AE85];
const WORD: u64 = 0xFFFF_FFFF;

/// What a draw is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The scenario's uncertain numbers.
    Parameter = 1,
    /// Who is greedy.
    Motive = 2,
    /// Noise of effort (K5).
    Effort = 3,
    /// Noise of observation (K8).
    Reading = 4,
}

/// All draws of one purpose in one context (an issue area, say).
#[derive(Clone, Copy, Debug)]
pub struct Luck {
    key: [u32; 2],
}

/// Philox 4×32 with ten rounds, for `L` counters at once; every word sits in the low half of a u64.
#[inline(always)]
pub fn philox<const L: usize>(mut counter: [[u64; L]; 4], mut key: [u32; 2]) -> [[u64; L]; 4] {
    for _ in 0..10 {
        let (k0, k1) = (u64::from(key[0]), u64::from(key[1]));
        let mut next = [[0u64; L]; 4];
        for l in 0..L {
            let p0 = (counter[0][l] & WORD) * MULTIPLIER[0];
            let p1 = (counter[2][l] & WORD) * MULTIPLIER[1];
            next[0][l] = (p1 >> 32) ^ counter[1][l] ^ k0;
            next[1][l] = p1 & WORD;
            next[2][l] = (p0 >> 32) ^ counter[3][l] ^ k1;
            next[3][l] = p0 & WORD;
        }
        counter = next;
        key = [key[0].wrapping_add(WEYL[0]), key[1].wrapping_add(WEYL[1])];
    }
    counter
}

/// 52 random bits to a number strictly inside (0, 1), symmetric about one half.
#[inline(always)]
fn open_unit(high: u64, low: u64) -> f64 {
    let bits = (high << 20) | (low >> 12);
    f64::from_bits(0x3FF0_0000_0000_0000 | bits) - (1.0 - f64::EPSILON / 2.0)
}

/// Inverse of the standard normal distribution function for p in [2⁻⁵⁴, 1 − 2⁻⁵³].
///
/// With x = 2p − 1 and s = √(−ln(1 − x²)) the quantile is x·P(s)/Q(s); the rational function was
/// fitted to 50-digit values on s ∈ [0, 6.1]. Relative error below 2·10⁻¹¹, no branch.
#[inline(always)]
pub fn normal_quantile(p: f64) -> f64 {
    let x = (p - 0.5) + (p - 0.5);
    let s2 = -ln(4.0 * (p * (1.0 - p)));
    let s2 = if s2 < 0.0 { 0.0 } else { s2 };
    let s = s2.sqrt();
    const P: [f64; 13] = [
        1.253_314_137_301_226_9,
        -1.468_913_836_569_514_1,
        1.215_677_422_202_176_2,
        -0.689_745_884_643_213_7,
        0.311_854_275_022_590_07,
        -0.106_404_246_454_303_83,
        0.026_431_495_035_230_741,
        -0.003_170_153_829_404_295_5,
        -0.000_858_891_334_967_504_5,
        0.000_634_114_211_353_086_4,
        -0.000_205_035_090_327_068_23,
        0.000_038_326_017_383_462_65,
        -0.000_003_853_401_469_993_904,
    ];
    const Q: [f64; 12] = [
        1.0,
        -1.172_023_673_436_197_5,
        0.708_170_923_134_647_7,
        -0.243_503_322_413_933_43,
        0.050_398_374_609_461_51,
        -0.005_897_719_021_640_678,
        0.001_362_478_211_826_084_5,
        -0.001_020_198_587_005_442_7,
        0.000_483_533_379_500_442_44,
        -0.000_146_281_854_316_753_93,
        0.000_026_941_926_776_688_37,
        -0.000_002_722_161_475_020_835_7,
    ];
    x * (polynomial(&P, s, s2) / polynomial(&Q, s, s2))
}

/// Σ c_m s^m, even and odd powers apart: two short chains instead of one long one.
#[inline(always)]
fn polynomial<const N: usize>(c: &[f64; N], s: f64, s2: f64) -> f64 {
    let (mut even, mut odd) = (0.0, 0.0);
    let mut m = N;
    while m > 0 {
        m -= 1;
        if m % 2 == 0 {
            even = even * s2 + c[m];
        } else {
            odd = odd * s2 + c[m];
        }
    }
    even + s * odd
}

impl Luck {
    /// The stream of `purpose` in `context` (e.g. the luck id of an issue) under `seed`.
    pub fn new(seed: u64, purpose: Purpose, context: u32) -> Luck {
        let name = [[purpose as u64], [u64::from(context)], [u64::from(u32::from_be_bytes(*b"herz"))], [0]];
        let words = philox(name, [seed as u32, (seed >> 32) as u32]);
        Luck { key: [words[0][0] as u32, words[1][0] as u32] }
    }

    #[inline(always)]
    fn words<const L: usize>(&self, replication: u32, step: u32, actor: u32, partner: u32) -> [[u64; L]; 4] {
        let mut counter = [[0u64; L]; 4];
        for l in 0..L {
            counter[0][l] = u64::from(replication.wrapping_add(l as u32));
            counter[1][l] = u64::from(step);
            counter[2][l] = u64::from(actor);
            counter[3][l] = u64::from(partner);
        }
        philox(counter, self.key)
    }

    /// Two uniforms in (0, 1) per replication, for `L` replications from `replication` on:
    /// the first belongs to (actor, partner), the second to (partner, actor).
    #[inline(always)]
    pub fn uniforms<const L: usize>(&self, replication: u32, step: u32, actor: u32, partner: u32) -> [[f64; L]; 2] {
        let swap = actor > partner;
        let (a, b) = if swap { (partner, actor) } else { (actor, partner) };
        let w = self.words::<L>(replication, step, a, b);
        let mut out = [[0.0; L]; 2];
        let (first, second) = if swap { (1, 0) } else { (0, 1) };
        for l in 0..L {
            out[first][l] = open_unit(w[0][l], w[1][l]);
            out[second][l] = open_unit(w[2][l], w[3][l]);
        }
        out
    }

    /// Two standard normals per replication, keyed like [`Luck::uniforms`].
    #[inline(always)]
    pub fn normals<const L: usize>(&self, replication: u32, step: u32, actor: u32, partner: u32) -> [[f64; L]; 2] {
        let mut out = self.uniforms::<L>(replication, step, actor, partner);
        for side in &mut out {
            for value in side.iter_mut() {
                *value = normal_quantile(*value);
            }
        }
        out
    }
}
