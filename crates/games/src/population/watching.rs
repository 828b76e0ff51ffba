//! Watching: how long it takes to know the other by its conduct, with the kernel's own rule of belief (K11).

use theory::belief::update;
use theory::luck::Purpose;
use theory::real::{Real, ln, logit};

use super::{Draws, Estimate, Size};

const GAME: u32 = 7;
/// Moves watched at most; with the rates of any use here nobody needs a hundredth of them.
const MOST: usize = 64;

/// What became of a population of watchers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Watched {
    /// Moves seen before each was sure.
    pub moves: Estimate,
    /// Share of those who were right.
    pub right: Estimate,
}

/// Watchers who start undecided and stop once their mistrust is under `error` or over 1 − `error`.
///
/// The other cooperates with chance `cooperates.0` if trustworthy and `cooperates.1` if not, both inside (0, 1);
/// `trustworthy` of those watched are. Expected number of moves after Wald (1947, *Sequential Analysis*). `None` where the chances or the
/// error are not inside (0, 1), or the size is too small.
pub fn watch(trustworthy: f64, cooperates: (f64, f64), error: f64, size: Size) -> Option<Watched> {
    let inside = |p: f64| p > 0.0 && p < 1.0;
    if size.actors == 0 || !(inside(cooperates.0) && inside(cooperates.1) && inside(error)) {
        return None;
    }
    let one = |population: u32| {
        let draws = Draws { seed: size.seed, game: GAME, population };
        let motives = draws.uniforms(Purpose::Motive, size.actors);
        let conduct = draws.uniforms(Purpose::Reading, size.actors * MOST);
        let (mut moves, mut right) = (0.0, 0.0);
        for (&motive, conduct) in motives.iter().zip(conduct.chunks_exact(MOST)) {
            let benign = motive < trustworthy;
            let chance = if benign { cooperates.0 } else { cooperates.1 };
            let (seen, log_odds) = decide(conduct.iter().map(|&u| u < chance), cooperates, error);
            moves += f64::from(seen);
            right += f64::from(u8::from((log_odds < 0.0) == benign));
        }
        let n = size.actors as f64;
        (moves / n, right / n)
    };
    let (moves, right): (Vec<f64>, Vec<f64>) = (0..size.populations).map(one).unzip();
    Some(Watched { moves: Estimate::of(&moves)?, right: Estimate::of(&right)? })
}

/// Number of moves seen before a watcher is sure, and its log-odds of mistrust then.
fn decide(conduct: impl Iterator<Item = bool>, cooperates: (f64, f64), error: f64) -> (u32, f64) {
    let (mut log_odds, mut seen) = (0.0, 0);
    for cooperated in conduct {
        let evidence = evidence_of(cooperated, cooperates);
        (log_odds, seen) = (update(log_odds, 0.0, 0.0, evidence, 1.0), seen + 1);
        if log_odds.abs() >= logit(1.0 - error) {
            break;
        }
    }
    (seen, log_odds)
}

/// Evidence that one move is of greed: the log of how much likelier it is from the untrustworthy.
fn evidence_of(cooperated: bool, (trustworthy, other): (f64, f64)) -> f64 {
    if cooperated { ln(other / trustworthy) } else { ln((1.0 - other) / (1.0 - trustworthy)) }
}

/// Trust after these moves, in (0, 1), by the kernel's rule from trust `prior`.
pub fn trust_after(prior: f64, moves: &[bool], cooperates: (f64, f64)) -> f64 {
    let start = logit(1.0 - prior);
    let step = |log_odds, &cooperated: &bool| update(log_odds, start, 0.0, evidence_of(cooperated, cooperates), 1.0);
    1.0 - moves.iter().fold(start, step).sigmoid()
}
