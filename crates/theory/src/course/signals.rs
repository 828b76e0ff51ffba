//! Signals: who sends one this year, whether it is seen, and what that says to everybody (model §8).

use super::CourseLuck;
use crate::real::{exp, ln};
use crate::remedy::{Remedy, Signal};
use crate::world::{Terms, World};

/// This year's signals of one remedy, `[issue][actor]`; empty where it has none.
#[derive(Clone, Debug, Default)]
pub struct Signals<const L: usize> {
    /// 1 where a signal is sent. Until the first draw, and without luck, the chance of it.
    pub sent: Vec<Vec<[f64; L]>>,
    /// Public evidence per year that the carrier is greedy: of a signal seen, or of silence. Until the first draw, and
    /// without luck, its mean.
    pub said: Vec<Vec<[f64; L]>>,
    /// Whether a year has been drawn.
    pub drawn: bool,
}

/// What decides on one signal of one actor in one issue.
struct Fate {
    /// c/η, weight by capability included.
    credit: f64,
    /// Chance that it is not seen.
    missed: f64,
    /// Chance that it is sent.
    sends: f64,
}

impl<const L: usize> Signals<L> {
    /// What is to be expected, before anything is drawn.
    pub fn expected(remedy: &Remedy<L>, terms: &Terms<L>, world: &World<f64, L>) -> Signals<L> {
        Signals::each(remedy, terms, world, |_, _, _, fate| {
            let seen = fate.sends * (1.0 - fate.missed);
            let [heard, silent] = Signal::<L>::evidence(fate.credit, fate.missed);
            [fate.sends, seen * heard + (1.0 - seen) * silent]
        })
    }

    /// Draws a year: the benign send, the greedy with chance e^−credit, each issue by its own motive; a signal may be
    /// missed by those it is meant for.
    pub fn draw(
        remedy: &Remedy<L>,
        terms: &Terms<L>,
        world: &World<f64, L>,
        luck: &CourseLuck,
        r: usize,
        year: u32,
    ) -> Signals<L> {
        let draws = |k: usize, i: usize| {
            luck.signals[r].uniforms::<L>(luck.replication, year, terms.luck_ids[i], terms.issues[k].luck_id)
        };
        let all: Vec<Vec<[[f64; L]; 2]>> =
            (0..terms.issues.len()).map(|k| remedy.carriers.iter().map(|&i| draws(k, i)).collect()).collect();
        let place = |i: usize| remedy.carriers.iter().position(|&c| c == i).unwrap_or(0);
        let signals = Signals::each(remedy, terms, world, |k, i, l, fate| {
            let [sending, seeing] = all[k][place(i)];
            let sent = sending[l] < fate.sends;
            let [heard, silent] = Signal::<L>::evidence(fate.credit, fate.missed);
            let seen = sent && seeing[l] >= fate.missed;
            [if sent { 1.0 } else { 0.0 }, if seen { heard } else { silent }]
        });
        Signals { drawn: true, ..signals }
    }

    /// (sent, said) of every carrier in every issue concerned.
    fn each(
        remedy: &Remedy<L>,
        terms: &Terms<L>,
        world: &World<f64, L>,
        decide: impl Fn(usize, usize, usize, Fate) -> [f64; 2],
    ) -> Signals<L> {
        let Some(signal) = &remedy.signal else { return Signals::default() };
        let nothing = vec![vec![[0.0; L]; terms.actors]; terms.issues.len()];
        let mut signals = Signals { sent: nothing.clone(), said: nothing, drawn: false };
        for k in (0..terms.issues.len()).filter(|&k| remedy.concerns(k)) {
            for &i in &remedy.carriers {
                for l in 0..L {
                    let weight = weight_of(&world.issues[k].log_effort, i, l, signal.leadership[l]);
                    let (credit, missed) = (signal.credit[l] * weight, signal.missed[l]);
                    let greedy = terms.issues[k].greedy[i][l] > 0.5;
                    let would = if greedy { exp(-credit) } else { 1.0 };
                    let sends = if signal.reneges { 0.0 } else { would };
                    [signals.sent[k][i][l], signals.said[k][i][l]] = decide(k, i, l, Fate { credit, missed, sends });
                }
            }
        }
        signals
    }

    /// Adds what is said, as far as the remedy is kept up, to the public evidence about its carriers.
    pub fn show(&self, now: &mut Terms<L>, remedy: &Remedy<L>, strength: &[[f64; L]]) {
        for (issue, said) in now.issues.iter_mut().zip(&self.said) {
            for &i in &remedy.carriers {
                for l in 0..L {
                    issue.shown[i][l] += strength[i][l] * said[i][l];
                }
            }
        }
    }
}

/// (effort over mean effort)^leadership, between a quarter and four.
fn weight_of<const L: usize>(log_effort: &[[f64; L]], i: usize, l: usize, leadership: f64) -> f64 {
    if leadership == 0.0 {
        return 1.0;
    }
    let mean = log_effort.iter().map(|x| exp(x[l])).sum::<f64>() / log_effort.len() as f64;
    exp(leadership * (log_effort[i][l] - ln(mean))).clamp(0.25, 4.0)
}
