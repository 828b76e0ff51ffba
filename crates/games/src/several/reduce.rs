//! Actions that no equilibrium uses: those strictly dominated, again and again, in a game of any number of players.

use crate::normal::NormalForm;
use crate::number::Rational;
use crate::two::bimatrix::{Bimatrix, Player};
use crate::two::dominance;

/// Most corners for which domination by mixes is decided; beyond, only domination by single actions is.
const MOST_CORNERS: usize = 20_000;

/// The actions left to each player when strictly dominated ones go until none is left. Domination by mixes is looked
/// for where the game is small; actions kept are not claimed to be undominated.
pub fn undominated(game: &NormalForm) -> Vec<Vec<usize>> {
    let mut left: Vec<Vec<usize>> = game.counts().iter().map(|&count| (0..count).collect()).collect();
    loop {
        let next: Vec<Vec<usize>> = (0..left.len()).map(|player| kept(game, player, &left)).collect();
        if next == left {
            return left;
        }
        left = next;
    }
}

/// The player's actions that stay when everybody has those of `left`.
fn kept(game: &NormalForm, player: usize, left: &[Vec<usize>]) -> Vec<usize> {
    let rows = table(game, player, left);
    let beats = |a: &[Rational], b: &[Rational]| a.iter().zip(b).all(|(x, y)| x > y);
    let pure: Vec<usize> = (0..rows.len()).filter(|&k| !rows.iter().any(|other| beats(other, &rows[k]))).collect();
    let columns = rows.first().map_or(0, Vec::len);
    let by_mixes = || {
        let own: Vec<Vec<Rational>> = pure.iter().map(|&k| rows[k].clone()).collect();
        let nothing = vec![vec![Rational::zero(); columns]; own.len()];
        dominance::undominated(&Bimatrix::unnamed(own, nothing).ok()?, Player::Row)
    };
    let mixed =
        if pure.len() > 2 && choose(pure.len() + columns, pure.len()) <= MOST_CORNERS { by_mixes() } else { None };
    let list = match mixed {
        Some(chosen) => chosen.into_iter().map(|k| pure[k]).collect(),
        None => pure,
    };
    list.into_iter().map(|k| left[player][k]).collect()
}

/// What each action left pays in every profile of actions left to the others.
fn table(game: &NormalForm, player: usize, left: &[Vec<usize>]) -> Vec<Vec<Rational>> {
    let counts = game.counts();
    let mut places = vec![0usize];
    let mut stride = 1;
    let mut own = 0;
    for (other, count) in counts.iter().enumerate() {
        if other == player {
            own = stride;
        } else {
            let add = |&action: &usize| places.iter().map(move |place| place + action * stride).collect();
            places = left[other].iter().map(add).collect::<Vec<Vec<usize>>>().concat();
        }
        stride *= count;
    }
    let pays = game.payoffs(player);
    left[player].iter().map(|&k| places.iter().map(|place| pays[place + k * own].clone()).collect()).collect()
}

/// n over k, or the largest number where it is larger.
fn choose(n: usize, k: usize) -> usize {
    (0..k).try_fold(1usize, |all, j| all.checked_mul(n - j).map(|all| all / (j + 1))).unwrap_or(usize::MAX)
}
