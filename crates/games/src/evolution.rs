//! What grows in a population that plays a symmetric two-action game: replicator dynamics and chance fixation.

use crate::number::Rational;
use crate::two::bimatrix::{Bimatrix, Player};

/// Largest population whose chance of fixation is worked out exactly.
pub const MAX_POPULATION: usize = 500;

/// Where replicator dynamics (Taylor & Jonker 1978) lead, by the share of the first action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Drift {
    /// To the first action from everywhere inside.
    First,
    /// To the second action from everywhere inside.
    Second,
    /// To the first action above this share, to the second below.
    Apart(Rational),
    /// To this share from everywhere inside.
    Together(Rational),
    /// Both always earn the same: nowhere.
    Nowhere,
}

/// The four payoffs of a symmetric 2×2 game; `None` for another game.
fn payoffs(game: &Bimatrix) -> Option<[&Rational; 4]> {
    let pay = |i: usize, j: usize| game.at(Player::Row, i, j);
    (game.rows() == 2 && game.is_symmetric()).then(|| [pay(0, 0), pay(0, 1), pay(1, 0), pay(1, 1)])
}

/// Where replicator dynamics lead; `None` unless the game is symmetric with two actions.
///
/// With R, S, T, P the payoffs, the actions earn the same at the share x* = (P − S)/((P − S) + (R − T)); which is
/// inside if each action is the better one against the same side: itself (apart) or the other (together).
pub fn drift(game: &Bimatrix) -> Option<Drift> {
    let [r, s, t, p] = payoffs(game)?;
    let (alone, common) = (p - s, r - t);
    let share = || alone.over(&(&alone + &common));
    Some(match (alone.is_positive(), alone.is_zero(), common.is_positive(), common.is_zero()) {
        (_, true, _, true) => Drift::Nowhere,
        (true, _, true, _) => Drift::Apart(share()?),
        (false, false, false, false) => Drift::Together(share()?),
        (false, _, true, _) | (false, false, _, true) => Drift::First,
        _ => Drift::Second,
    })
}

/// What members of a population earn on average when a share `first` of them plays the first action and all meet at
/// random; `None` unless the game is symmetric with two actions.
pub fn mean_payoff(game: &Bimatrix, first: &Rational) -> Option<Rational> {
    let cells = payoffs(game)?;
    let second = &Rational::one() - first;
    let chances = [first * first, first * &second, &second * first, &second * &second];
    Some(Rational::weighted(chances.iter().zip(cells)))
}

/// The chance that one player of the first action takes over a population of `size` in the Moran process, where
/// whoever reproduces is drawn by fitness 1 − w + w·payoff and replaces anybody (Nowak, Sasaki, Taylor & Fudenberg
/// 2004, Nature 428, 646–650): 1/(1 + Σₖ Πⱼ₌₁ᵏ g(j)/f(j)), k = 1 … size − 1.
///
/// `None` unless the game is symmetric with two actions, 2 ≤ size ≤ [`MAX_POPULATION`], 0 ≤ w ≤ 1, and every
/// fitness is above zero.
pub fn fixation(game: &Bimatrix, size: usize, intensity: &Rational) -> Option<Rational> {
    let [r, s, t, p] = payoffs(game)?;
    if !(2..=MAX_POPULATION).contains(&size) || intensity.is_negative() || *intensity > Rational::one() {
        return None;
    }
    let whole = |n: usize| Rational::from(n as i64);
    let fitness = |a: &Rational, meets_a: usize, b: &Rational, meets_b: usize| {
        let sum = &(a * &whole(meets_a)) + &(b * &whole(meets_b));
        let payoff = sum.over(&whole(size - 1))?;
        let fitness = &(&Rational::one() - intensity) + &(intensity * &payoff);
        fitness.is_positive().then_some(fitness)
    };
    // 1 + r₁(1 + r₂(1 + …)), from the inside.
    let mut sum = Rational::one();
    for j in (1..size).rev() {
        let first = fitness(r, j - 1, s, size - j)?;
        let second = fitness(t, j, p, size - j - 1)?;
        sum = &Rational::one() + &(&second.over(&first)? * &sum);
    }
    Rational::one().over(&sum)
}
