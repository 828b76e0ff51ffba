//! Equilibria in pure actions, read off the payoffs.

use crate::two::bimatrix::{Bimatrix, Player};

/// Whether `own` pays the player at least as much against `other` as every other action does; with `strict`,
/// more than every other.
pub fn is_best_reply(game: &Bimatrix, player: Player, own: usize, other: usize, strict: bool) -> bool {
    let mine = game.own(player, own, other);
    (0..game.count(player)).filter(|&k| k != own).all(|k| {
        let instead = game.own(player, k, other);
        instead < mine || (!strict && instead == mine)
    })
}

/// All pure equilibria as (row, column), in order.
pub fn equilibria(game: &Bimatrix) -> Vec<(usize, usize)> {
    with(game, false)
}

/// All strict equilibria as (row, column): whoever deviates alone loses. They are pure.
pub fn strict_equilibria(game: &Bimatrix) -> Vec<(usize, usize)> {
    with(game, true)
}

fn with(game: &Bimatrix, strict: bool) -> Vec<(usize, usize)> {
    let cells = (0..game.rows()).flat_map(|i| (0..game.columns()).map(move |j| (i, j)));
    cells
        .filter(|&(i, j)| {
            is_best_reply(game, Player::Row, i, j, strict) && is_best_reply(game, Player::Column, j, i, strict)
        })
        .collect()
}
