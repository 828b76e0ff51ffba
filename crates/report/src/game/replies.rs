//! Best replies of a two-by-two game in the unit square, and the equilibria where they meet.

use games::named::Game;
use games::sheet::Sheet;
use games::{Bimatrix, Player};

use super::{label, words as say};
use crate::chart::curves::{Line, Mark, curves};
use crate::html::{block, both};
use crate::words::fill;

/// The picture; nothing where the game is not two by two.
pub fn figure(sheet: &Sheet) -> Option<String> {
    let Game::Bimatrix(game) = sheet.game.as_ref()? else { return None };
    if (game.rows(), game.columns()) != (2, 2) {
        return None;
    }
    let [one, other] = Player::BOTH.map(|p| label(sheet, game.player(p)));
    let [first, second] = Player::BOTH.map(|p| label(sheet, &game.actions(p)[0]));
    let replies = [fill(say::REPLY_OF, &[&one]), fill(say::REPLY_OF, &[&other])];
    let turned = |points: Vec<(f64, f64)>| points.into_iter().map(|(own, theirs)| Some((theirs, own))).collect();
    let lines = [
        Line { name: &replies[0], points: reply(game, Player::Row).into_iter().map(Some).collect(), joined: true },
        Line { name: &replies[1], points: turned(reply(game, Player::Column)), joined: true },
    ];
    let points = &sheet.solution.as_ref()?.equilibria;
    let at = |p: &games::solution::Point| {
        Some((p.choices.first()?.mix.first()?.to_f64(), p.choices.get(1)?.mix.first()?.to_f64()))
    };
    let numbers: Vec<String> = (1..=points.len()).map(|k| k.to_string()).collect();
    let marks: Vec<Mark> =
        points.iter().zip(&numbers).filter_map(|(p, name)| Some(Mark { name, at: at(p)? })).collect();
    let [x, y] = [fill(say::LIKELY, &[&one, &first]), fill(say::LIKELY, &[&other, &second])];
    let chart = curves(&lines, &marks, &x, &y, [Some((0.0, 1.0)), Some((0.0, 1.0))])?;
    let caption = format!("{}{}", both(&say::REPLIES), block("small", "", &say::REPLIES_NOTE));
    Some(format!("<figure><figcaption>{caption}</figcaption>\n{chart}</figure>\n"))
}

/// The player's best probability of its first action (first) at every probability of the other's (second), as a
/// line with steps. Where both actions always pay the same, every point of the square is a best reply: its outline.
fn reply(game: &Bimatrix, player: Player) -> Vec<(f64, f64)> {
    let pay = |own: usize, other: usize| game.own(player, own, other);
    // What the first action gains over the second when the other plays its second, and its first, action.
    let (low, high) = (pay(0, 1) - pay(1, 1), pay(0, 0) - pay(1, 0));
    if low.is_zero() && high.is_zero() {
        return vec![(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)];
    }
    let best = |gain: &games::Rational| if gain.is_positive() { 1.0 } else { 0.0 };
    let turn = low.over(&(&low - &high)).map(|q| q.to_f64()).filter(|q| (0.0..=1.0).contains(q));
    let (before, after) = if low.is_zero() { (1.0 - best(&high), best(&high)) } else { (best(&low), best(&high)) };
    let after = if high.is_zero() { 1.0 - before } else { after };
    match turn {
        Some(q) => vec![(before, 0.0), (before, q), (after, q), (after, 1.0)],
        None => vec![(before, 0.0), (before, 1.0)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn theorem_replies_turn_where_both_actions_pay_the_same() {
        let game = |a: [[i64; 2]; 2]| Bimatrix::symmetric(&[&a[0], &a[1]]).expect("a game");
        assert_eq!(
            reply(&game([[4, 0], [3, 2]]), Player::Row),
            [(0.0, 0.0), (0.0, 2.0 / 3.0), (1.0, 2.0 / 3.0), (1.0, 1.0)]
        );
        assert_eq!(reply(&game([[3, 0], [5, 1]]), Player::Row), [(0.0, 0.0), (0.0, 1.0)]);
        assert_eq!(reply(&game([[1, 1], [1, 1]]), Player::Row).len(), 5);
        // Indifferent only where the other surely defects: a step at the edge.
        assert_eq!(reply(&game([[4, 2], [3, 2]]), Player::Column), [(0.0, 0.0), (0.0, 0.0), (1.0, 0.0), (1.0, 1.0)]);
        assert_eq!(reply(&game([[3, 3], [3, 2]]), Player::Row), [(1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 1.0)]);
    }
}
