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
    /// Outbreak, end and widening of wars.
    War = 5,
    /// Who wins.
    Outcome = 6,
    /// Use of nuclear weapons.
    Use = 7,
    /// Who sends a signal this year, and whether it is seen.
    Signal = 8,
    /// Infections, recoveries and deaths; weather.
    Nature = 9,
    /// Errors of a state in its own analysis.
    Analysis = 10,
}

/// All draws of one purpose in one context (an issue area, say): the round keys of its Philox key.
#[derive(Clone, Copy, Debug)]
pub struct Luck {
    keys: [[u64; 2]; ROUNDS],
}

const ROUNDS: usize = 10;

/// The keys of the ten rounds: a Weyl sequence from the given key.
fn round_keys(key: [u32; 2]) -> [[u64; 2]; ROUNDS] {
    let mut now = key;
    let mut keys = [[0; 2]; ROUNDS];
    for round in &mut keys {
        *round = [u64::from(now[0]), u64::from(now[1])];
        now = [now[0].wrapping_add(WEYL[0]), now[1].wrapping_add(WEYL[1])];
    }
    keys
}

/// Philox 4×32 with ten rounds, for `L` counters at once; every word sits in the low half of a u64.
pub fn philox<const L: usize>(counter: [[u64; L]; 4], key: [u32; 2]) -> [[u64; L]; 4] {
    rounds(counter, &round_keys(key))
}

/// The rounds. High halves may carry rubbish between rounds, for the products read low halves only.
#[inline(always)]
fn rounds<const L: usize>(mut counter: [[u64; L]; 4], keys: &[[u64; 2]; ROUNDS]) -> [[u64; L]; 4] {
    for key in keys {
        let mut next = [[0u64; L]; 4];
        for l in 0..L {
            let p0 = (counter[0][l] & WORD) * MULTIPLIER[0];
            let p1 = (counter[2][l] & WORD) * MULTIPLIER[1];
            next[0][l] = (p1 >> 32) ^ counter[1][l] ^ key[0];
            next[1][l] = p1;
            next[2][l] = (p0 >> 32) ^ counter[3][l] ^ key[1];
            next[3][l] = p0;
        }
        counter = next;
    }
    for word in &mut counter {
        for l in 0..L {
            word[l] &= WORD;
        }
    }
    counter
}

/// 52 random bits to a number strictly inside (0, 1), symmetric about one half.
#[inline(always)]
fn open_unit(high: u64, low: u64) -> f64 {
    let bits = (high << 20) | (low >> 12);
    f64::from_bits(0x3FF0_0000_0000_0000 | bits) - (1.0 - f64::EPSILON / 2.0)
}

/// Where the central polynomial of the normal quantile ends: −ln(1 − x²) = 6.25, 2.9 standard deviations.
const CENTRE: f64 = 6.25;

/// −ln(1 − x²) with x = 2p − 1: 0 at the median, large in the tails.
#[inline(always)]
fn remoteness(p: f64) -> f64 {
    -ln(4.0 * (p * (1.0 - p)))
}

/// Normal quantile within 2.9 standard deviations: x times a polynomial in w = −ln(1 − x²), fitted to
/// 60-digit values at Chebyshev points; relative error below 3·10⁻¹².
#[inline(always)]
fn central_quantile(p: f64, w: f64) -> f64 {
    const C: [f64; 17] = [
        2.338620710026593,
        1.0613592459113557,
        -0.08332909350324882,
        -0.031967514736862074,
        0.025184825615849456,
        -0.005851065870633096,
        -0.0017984276704915093,
        0.0017431204855386606,
        -0.0003740157468697803,
        -0.0001657057480996015,
        0.0001324029660551869,
        -2.052643021717326e-05,
        -1.662232279388448e-05,
        9.367084945777785e-06,
        -1.769707797672578e-07,
        -1.1821237760991051e-06,
        2.7349659447115883e-07,
    ];
    let x = (p - 0.5) + (p - 0.5);
    let t = (w - 0.5 * CENTRE) * (2.0 / CENTRE);
    let t2 = t * t;
    let t4 = t2 * t2;
    // Four interleaved chains instead of one long one.
    let mut sums = [C[16], 0.0, 0.0, 0.0];
    let mut m = 4;
    while m > 0 {
        m -= 1;
        sums[0] = sums[0] * t4 + C[4 * m];
        sums[1] = sums[1] * t4 + C[4 * m + 1];
        sums[2] = sums[2] * t4 + C[4 * m + 2];
        sums[3] = sums[3] * t4 + C[4 * m + 3];
    }
    x * ((sums[0] + t * sums[1]) + t2 * (sums[2] + t * sums[3]))
}

/// Normal quantile beyond: the tail formulas of algorithm AS 241 (Wichura 1988, Applied Statistics 37,
/// 477–484, PPND16), relative error about 10⁻¹⁶.
fn tail_quantile(p: f64) -> f64 {
    let upper = p > 0.5;
    let r = (-ln(if upper { 1.0 - p } else { p })).sqrt();
    let ratio = |numerator: &[f64; 8], denominator: &[f64; 8], r: f64| {
        let horner = |c: &[f64; 8]| c.iter().rev().fold(0.0, |sum, &a| sum * r + a);
        horner(numerator) / horner(denominator)
    };
    let z =
        if r <= 5.0 { ratio(&NEAR_TAIL.0, &NEAR_TAIL.1, r - 1.6) } else { ratio(&FAR_TAIL.0, &FAR_TAIL.1, r - 5.0) };
    if upper { z } else { -z }
}

const NEAR_TAIL: ([f64; 8], [f64; 8]) = (
    [
        1.423_437_110_749_683_6,
        4.630_337_846_156_546,
        5.769_497_221_460_691,
        3.647_848_324_763_204_5,
        1.270_458_252_452_368_4,
        0.241_780_725_177_450_6,
        0.022_723_844_989_269_184,
        7.745_450_142_783_414e-4,
    ],
    [
        1.0,
        2.053_191_626_637_759,
        1.676_384_830_183_803_8,
        0.689_767_334_985_1,
        0.148_103_976_427_480_08,
        0.015_198_666_563_616_457,
        5.475_938_084_995_345e-4,
        1.050_750_071_644_416_8e-9,
    ],
);

const FAR_TAIL: ([f64; 8], [f64; 8]) = (
    [
        6.657_904_643_501_103,
        5.463_784_911_164_114,
        1.784_826_539_917_291_3,
        0.296_560_571_828_504_87,
        0.026_532_189_526_576_124,
        0.001_242_660_947_388_078_4,
        2.711_555_568_743_487_6e-5,
        2.010_334_399_292_288_1e-7,
    ],
    [
        1.0,
        0.599_832_206_555_887_9,
        0.136_929_880_922_735_8,
        0.014_875_361_290_850_615,
        7.868_691_311_456_133e-4,
        1.846_318_317_510_054_8e-5,
        1.421_511_758_316_446e-7,
        2.044_263_103_389_939_8e-15,
    ],
);

/// Inverse of the standard normal distribution function for p in (0, 1); relative error below 3·10⁻¹².
pub fn normal_quantile(p: f64) -> f64 {
    normal_quantiles([p])[0]
}

/// The same for several at once: the centre without branches, the 0.2 % in the tails one by one.
#[inline(always)]
pub fn normal_quantiles<const L: usize>(p: [f64; L]) -> [f64; L] {
    let (mut z, mut remote) = ([0.0; L], [0.0; L]);
    let mut beyond = false;
    for l in 0..L {
        remote[l] = remoteness(p[l]);
        z[l] = central_quantile(p[l], remote[l]);
    }
    for l in 0..L {
        beyond |= remote[l] > CENTRE;
    }
    if beyond {
        for l in 0..L {
            if remote[l] > CENTRE {
                z[l] = tail_quantile(p[l]);
            }
        }
    }
    z
}

impl Luck {
    /// The stream of `purpose` in `context` (e.g. the luck id of an issue) under `seed`.
    pub fn new(seed: u64, purpose: Purpose, context: u32) -> Luck {
        let name = [[purpose as u64], [u64::from(context)], [u64::from(u32::from_be_bytes(*b"herz"))], [0]];
        let words = philox(name, [seed as u32, (seed >> 32) as u32]);
        Luck { keys: round_keys([words[0][0] as u32, words[1][0] as u32]) }
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
        rounds(counter, &self.keys)
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

    /// One standard normal per replication, of an actor alone.
    #[inline(always)]
    pub fn normal<const L: usize>(&self, replication: u32, step: u32, actor: u32) -> [f64; L] {
        let w = self.words::<L>(replication, step, actor, actor);
        let mut uniform = [0.0; L];
        for l in 0..L {
            uniform[l] = open_unit(w[0][l], w[1][l]);
        }
        normal_quantiles(uniform)
    }

    /// Two standard normals per replication, keyed like [`Luck::uniforms`].
    #[inline(always)]
    pub fn normals<const L: usize>(&self, replication: u32, step: u32, actor: u32, partner: u32) -> [[f64; L]; 2] {
        let [mine, theirs] = self.uniforms::<L>(replication, step, actor, partner);
        [normal_quantiles(mine), normal_quantiles(theirs)]
    }
}
