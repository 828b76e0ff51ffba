//! Mutual insurance: lives of random waves, lived once with help and once without.
//!
//! In each period a wave may strike oneself, a partner, both or neither. Who helps a stricken partner in its own quiet
//! time bears a cost; when the wave turns, a faithful partner repays and the account is settled. Waves that strike both
//! leave nobody to help. The same life is lived without help, and the discounted losses are compared (P11).

use theory::closed_form::sharing_threshold;
use theory::luck::Purpose;

use super::{Draws, Flip, Size, locate};
use crate::named::words;

const GAME: u32 = 6;
/// Periods in a life; what comes later is discounted to about 10⁻⁶ of now at a discount of [`PATIENT`].
const PERIODS: usize = 190;
/// The greatest discount per period that so short a life can speak about.
const PATIENT: f64 = 0.93;
/// What one unhelped wave costs; help spares part of it. It falls out of every comparison.
const BLOW: f64 = 10.0;

/// Terms of mutual help.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Insurance {
    /// Cost c > 0 of helping.
    pub cost: f64,
    /// Benefit b > 0 of being helped, in the same unit.
    pub benefit: f64,
    /// Mistrust μ in [0, 1]: share of partners that do not repay.
    pub mistrust: f64,
    /// Discount per period, in (0, 0.93].
    pub discount: f64,
    /// Chance per period of being struck, in (0, 1).
    pub wave: f64,
    /// Correlation of one's own waves with the partner's, in [0, 1).
    pub correlation: f64,
}

/// What strikes in one period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wave {
    None,
    Me,
    Partner,
    Both,
}

/// A life: its waves, and how each partner to be met is disposed (faithful where its number is not below μ).
struct Life {
    waves: Vec<Wave>,
    partners: Vec<f64>,
}

impl Insurance {
    /// c = 1, b = 3, μ = 0.3, discount 0.9 per period, waves with chance 0.4 at correlation 0.2.
    pub fn worked() -> Insurance {
        Insurance { cost: 1.0, benefit: 3.0, mistrust: 0.3, discount: 0.9, wave: 0.4, correlation: 0.2 }
    }

    /// Chance per period of a wave that strikes oneself alone: p(1−p)(1−ρ). Nothing else can be helped.
    fn staggered(&self) -> f64 {
        self.wave * (1.0 - self.wave) * (1.0 - self.correlation)
    }

    /// What P11 calls δ: the mean of discount^(periods until help can come back), s/(1/discount − 1 + s).
    pub fn discount_to_next_wave(&self) -> f64 {
        let s = self.staggered();
        s / (1.0 / self.discount - 1.0 + s)
    }

    fn lives(&self, draws: Draws, count: usize) -> Vec<Life> {
        let [mine, theirs, common, faith] = [Purpose::Nature, Purpose::Outcome, Purpose::War, Purpose::Motive]
            .map(|purpose| draws.uniforms(purpose, count * PERIODS));
        let wave = |k: usize| {
            let at = |draws: &[f64]| draws.get(k).copied().unwrap_or(1.0);
            let me = at(&mine) < self.wave;
            let partner = if at(&common) < self.correlation { me } else { at(&theirs) < self.wave };
            match (me, partner) {
                (true, true) => Wave::Both,
                (true, false) => Wave::Me,
                (false, true) => Wave::Partner,
                (false, false) => Wave::None,
            }
        };
        let waves: Vec<Wave> = (0..count * PERIODS).map(wave).collect();
        let both = waves.chunks_exact(PERIODS).zip(faith.chunks_exact(PERIODS));
        both.map(|(waves, partners)| Life { waves: waves.to_vec(), partners: partners.to_vec() }).collect()
    }

    /// Discounted losses of a life, with mutual help or without.
    fn losses(&self, life: &Life, sharing: bool) -> f64 {
        let (mut now, mut total, mut given) = (1.0, 0.0, false);
        for (wave, &partner) in life.waves.iter().zip(&life.partners) {
            if matches!(wave, Wave::Me | Wave::Both) {
                total += now * BLOW;
            }
            if sharing && !given && *wave == Wave::Partner {
                total += now * self.cost;
                given = true;
            } else if given && *wave == Wave::Me {
                // The account is settled, or the partner has shown itself; either way the next one is another.
                total -= if partner >= self.mistrust { now * self.benefit } else { 0.0 };
                given = false;
            }
            now *= self.discount;
        }
        total
    }

    /// Whether those who share lose less on average.
    fn pays(&self, lives: &[Life]) -> bool {
        lives.iter().map(|life| self.losses(life, true) - self.losses(life, false)).sum::<f64>() < 0.0
    }

    /// The mistrust from which on sharing no longer pays, beside μ* = 1 − c/(δb).
    pub fn mistrust_flip(&self, size: Size) -> Option<Flip> {
        let make = |draws| self.lives(draws, size.actors);
        let turned = |lives: &Vec<Life>, mistrust: f64| !Insurance { mistrust, ..*self }.pays(lives);
        let simulated = locate(GAME, size, [0.0, 1.0], make, turned)?;
        let closed = sharing_threshold(self.cost, self.benefit, self.discount_to_next_wave());
        let primitive =
            words("share of faithless partners up to which sharing pays", "不守信伙伴的比例不超过多大时共享才合算");
        Some(Flip { game: "mutual-insurance", primitive, closed, simulated })
    }

    /// The discount per period from which on sharing pays, beside the one at which (1−μ)δb = c.
    pub fn discount_flip(&self, size: Size) -> Option<Flip> {
        let make = |draws| self.lives(draws, size.actors);
        let turned = |lives: &Vec<Life>, discount: f64| Insurance { discount, ..*self }.pays(lives);
        let simulated = locate(GAME, size, [0.05, PATIENT], make, turned)?;
        let (delta, s) = (self.cost / ((1.0 - self.mistrust) * self.benefit), self.staggered());
        let primitive = words("discount per period from which on sharing pays", "每期贴现因子达到多大时共享才合算");
        Some(Flip { game: "mutual-insurance", primitive, closed: delta / (s + delta * (1.0 - s)), simulated })
    }
}
