//! What the files of game trees share: nodes by hand, in the order of the tree.

use super::{Fault, Game, words};
use crate::extensive::tree::{Draft, Move, Outcome, Tree};
use crate::number::Rational;

/// The end of the game, and what each player has.
pub(super) fn end(payoffs: Vec<Rational>) -> Draft {
    Draft { name: String::new(), turn: Move::End, outcome: Some(Outcome { name: String::new(), payoffs }) }
}

/// A player's choice at an information set, told by its number.
pub(super) fn choice(player: usize, (set, name): (u64, &str), actions: [&str; 2]) -> Draft {
    let actions = actions.map(str::to_owned).into();
    Draft { name: String::new(), turn: Move::Decision { player, set, set_name: name.into(), actions }, outcome: None }
}

/// Nature draws the first with the given probability, else the second.
pub(super) fn nature(names: [&str; 2], first: &Rational) -> Draft {
    let [one, other] = names.map(str::to_owned);
    let chances = vec![(one, first.clone()), (other, super::parts::rest(first))];
    Draft { name: String::new(), turn: Move::Chance(chances), outcome: None }
}

/// The game of these nodes.
///
/// # Errors
/// Nodes that make no tree; a game of this crate has none such.
pub(super) fn tree(title: &str, players: &[&str], nodes: Vec<Draft>) -> Result<Game, Fault> {
    Tree::new(title, players.iter().map(|p| (*p).to_owned()).collect(), nodes)
        .map(Game::Tree)
        .map_err(|_| Fault::Together(words("the payoffs make no game", "这些收益不构成博弈")))
}
