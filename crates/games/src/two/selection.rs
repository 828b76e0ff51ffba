//! Which of two equilibria: payoff dominance and risk dominance (Harsanyi & Selten 1988).

use std::cmp::Ordering;

use crate::number::Rational;
use crate::two::bimatrix::{Bimatrix, Player};

/// A pure outcome: row, column.
pub type Cell = (usize, usize);

/// Whether both players get more at `one` than at `two` (Harsanyi & Selten 1988, §3.6).
pub fn payoff_dominates(game: &Bimatrix, one: Cell, two: Cell) -> bool {
    Player::BOTH.iter().all(|&p| game.at(p, one.0, one.1) > game.at(p, two.0, two.1))
}

/// What the players lose by deviating to the other equilibrium's action alone, multiplied: the Nash products of
/// `one` and of `two` in the 2×2 game of these four actions.
///
/// `None` unless both are strict equilibria of that 2×2 game, for only then does the product decide.
pub fn nash_products(game: &Bimatrix, one: Cell, two: Cell) -> Option<(Rational, Rational)> {
    let loss = |player: Player, at: Cell, to: Cell| {
        let ((own, other), (instead, _)) = match player {
            Player::Row => (at, to),
            Player::Column => ((at.1, at.0), (to.1, to.0)),
        };
        game.own(player, own, other) - game.own(player, instead, other)
    };
    let losses = |at: Cell, to: Cell| Player::BOTH.map(|player| loss(player, at, to));
    let (first, second) = (losses(one, two), losses(two, one));
    let strict = first.iter().chain(&second).all(Rational::is_positive);
    strict.then(|| (&first[0] * &first[1], &second[0] * &second[1]))
}

/// `Greater` where `one` risk-dominates `two`: its Nash product is larger, so it is safer under doubt about
/// which of the two will be played (Harsanyi & Selten 1988, §3.9). `None` as [`nash_products`].
///
/// For 2×2 games with two strict equilibria this is their whole definition. In larger games it compares the two
/// on the 2×2 game of their four actions, which differs from their tracing procedure where further actions
/// become best replies on the way.
pub fn risk_order(game: &Bimatrix, one: Cell, two: Cell) -> Option<Ordering> {
    nash_products(game, one, two).map(|(first, second)| first.cmp(&second))
}

/// The strict equilibrium that payoff-dominates, and the one that risk-dominates, all others; `None` where no
/// one does. Among a single strict equilibrium it wins both.
pub fn winners(game: &Bimatrix, strict: &[Cell]) -> (Option<Cell>, Option<Cell>) {
    let best = |beats: &dyn Fn(Cell, Cell) -> bool| {
        strict.iter().copied().find(|&one| strict.iter().all(|&two| one == two || beats(one, two)))
    };
    let risk = |one: Cell, two: Cell| risk_order(game, one, two) == Some(Ordering::Greater);
    (best(&|one, two| payoff_dominates(game, one, two)), best(&risk))
}
