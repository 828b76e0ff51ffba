//! Actions a player would never choose: dominated by another action, or by a mix of others.

use crate::number::Rational;
use crate::two::bimatrix::{Bimatrix, Player};
use crate::two::equilibria::BUDGET;
use crate::two::polytope::corners;

/// How one action beats another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Dominance {
    /// Never worse, sometimes better.
    Weak,
    /// Always better.
    Strict,
}

/// How the action `better` dominates `worse`, if it does.
pub fn between(game: &Bimatrix, player: Player, better: usize, worse: usize) -> Option<Dominance> {
    let gains = (0..game.count(player.other()))
        .map(|other| game.own(player, better, other).cmp(game.own(player, worse, other)))
        .collect::<Vec<_>>();
    if gains.iter().all(|g| g.is_gt()) {
        Some(Dominance::Strict)
    } else {
        (gains.iter().all(|g| g.is_ge()) && gains.iter().any(|g| g.is_gt())).then_some(Dominance::Weak)
    }
}

/// The first action that dominates `worse`, strictly if one does so.
pub fn dominated_by(game: &Bimatrix, player: Player, worse: usize) -> Option<(usize, Dominance)> {
    let all = (0..game.count(player)).filter_map(|k| Some((k, between(game, player, k, worse)?)));
    all.reduce(|first, next| if next.1 > first.1 { next } else { first })
}

/// The player's actions that are best replies to some mix of the other: those no mix of own actions strictly
/// dominates (Pearce 1984, lemma 3). `None` where the game is too large to say within the budget.
pub fn undominated(game: &Bimatrix, player: Player) -> Option<Vec<usize>> {
    let replies = corners(game, player.other(), BUDGET);
    let first = if player == Player::Row { 0 } else { game.rows() };
    let is_reply = |k: &usize| replies.list.iter().any(|corner| corner.labels >> (first + k) & 1 == 1);
    replies.complete.then(|| (0..game.count(player)).filter(is_reply).collect())
}

/// The actions left to each player when strictly dominated ones go, by mixes too, until none is left: the
/// rationalizable ones (Bernheim 1984; Pearce 1984). `None` as [`undominated`].
pub fn rationalizable(game: &Bimatrix) -> Option<[Vec<usize>; 2]> {
    let mut left = [(0..game.rows()).collect::<Vec<_>>(), (0..game.columns()).collect()];
    loop {
        let small = restricted(game, &left)?;
        let mut next = left.clone();
        for player in Player::BOTH {
            let kept = undominated(&small, player)?;
            next[player.index()] = kept.into_iter().map(|k| left[player.index()][k]).collect();
        }
        if next == left {
            return Some(left);
        }
        left = next;
    }
}

/// The game in which only some actions are left; `None` where none or one that does not exist is.
pub fn restricted(game: &Bimatrix, left: &[Vec<usize>; 2]) -> Option<Bimatrix> {
    if Player::BOTH.iter().any(|&p| left[p.index()].iter().any(|&k| k >= game.count(p))) {
        return None;
    }
    let line = |player: Player, i: usize| -> Vec<Rational> {
        left[1].iter().map(|&j| game.at(player, i, j).clone()).collect()
    };
    let payoffs = Player::BOTH.map(|player| left[0].iter().map(|&i| line(player, i)).collect());
    let actions = Player::BOTH.map(|p| left[p.index()].iter().map(|&k| game.actions(p)[k].clone()).collect());
    Bimatrix::new(game.title(), Player::BOTH.map(|p| game.player(p).to_string()), actions, payoffs).ok()
}
