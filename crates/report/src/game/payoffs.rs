//! The table of payoffs, best replies underlined.

use games::named::Game;
use games::normal::NormalForm;
use games::sheet::Sheet;
use games::solution::Quantity;
use games::{Bimatrix, Player, Rational, two::pure};

use super::{label, quantity, words as say};
use crate::html::{block, both, escape, table};
use crate::words::fill;

/// The game as people draw it; nothing where it is none with a table.
pub fn section(sheet: &Sheet, most: usize) -> Option<String> {
    let held = sheet.held.map_or_else(String::new, |words| block("p", "warn", &words));
    let game = match sheet.game.as_ref()? {
        Game::Bimatrix(game) => bimatrix(sheet, game, most),
        Game::Normal(game) => normal(sheet, game, most * most),
        Game::Tree(tree) => super::tree::figure(sheet, tree),
    };
    Some(held + &game)
}

fn bimatrix(sheet: &Sheet, game: &Bimatrix, most: usize) -> String {
    let (rows, columns) = (game.rows().min(most), game.columns().min(most));
    let [one, other] = Player::BOTH.map(|p| label(sheet, game.player(p)));
    let mut out = block("p", "", &fill(say::PAYOFFS, &[&one, &other]));
    let mut head = vec![String::new()];
    head.extend(game.actions(Player::Column)[..columns].iter().map(|a| both(&label(sheet, a))));
    let cell = |i: usize, j: usize| {
        let pay = |player: Player, own: usize, theirs: usize| {
            let text = escape(&quantity(&Quantity::Exact(game.at(player, i, j).clone())));
            if pure::is_best_reply(game, player, own, theirs, false) { format!("<u>{text}</u>") } else { text }
        };
        format!("{}, {}", pay(Player::Row, i, j), pay(Player::Column, j, i))
    };
    let row = |i: usize| {
        let mut cells = vec![format!("<b>{}</b>", both(&label(sheet, &game.actions(Player::Row)[i])))];
        cells.extend((0..columns).map(|j| cell(i, j)));
        ("", cells)
    };
    out += &table("payoffs", &head, &(0..rows).map(row).collect::<Vec<_>>());
    if rows < game.rows() || columns < game.columns() {
        let [a, b, c, d] = [rows, game.rows(), columns, game.columns()].map(|n| n.to_string());
        out += &block("p", "left-out", &fill(say::CUT_GAME, &[&a, &b, &c, &d]));
    }
    out
}

/// More than two players: one row per action where all are alike, else one per outcome.
fn normal(sheet: &Sheet, game: &NormalForm, most: usize) -> String {
    if let Some(lines) = game.by_number() {
        return by_number(sheet, game, &lines);
    }
    let head: Vec<String> =
        game.players().iter().map(|p| both(&label(sheet, p))).chain([both(&say::COL_PAYOFFS)]).collect();
    let row = |number: usize| {
        let choices = game.choices(number);
        let mut cells: Vec<String> =
            choices.iter().zip(game.actions()).map(|(k, names)| both(&label(sheet, &names[*k]))).collect();
        let pays = (0..choices.len()).map(|p| escape(&quantity(&Quantity::Exact(game.payoffs(p)[number].clone()))));
        cells.push(pays.collect::<Vec<_>>().join(", "));
        ("", cells)
    };
    let all = game.profiles();
    let out = table("payoffs", &head, &(0..all.min(most)).map(row).collect::<Vec<_>>());
    if all <= most {
        return out;
    }
    out + &block("p", "left-out", &fill(say::CUT_OUTCOMES, &[&most.to_string(), &all.to_string()]))
}

/// One row per action, one column per number of others who take the first.
fn by_number(sheet: &Sheet, game: &NormalForm, lines: &[Vec<Rational>; 2]) -> String {
    let Some([first, second]) = game.actions().first().map(Vec::as_slice) else { return String::new() };
    let mut out = block("p", "", &fill(say::BY_NUMBER, &[&label(sheet, first), &game.players().len().to_string()]));
    let head: Vec<String> = std::iter::once(String::new()).chain((0..lines[0].len()).map(|k| k.to_string())).collect();
    let row = |(name, line): (&String, &Vec<Rational>)| {
        let pays = line.iter().map(|pay| escape(&quantity(&Quantity::Exact(pay.clone()))));
        ("", std::iter::once(format!("<b>{}</b>", both(&label(sheet, name)))).chain(pays).collect())
    };
    out += &table("payoffs", &head, &[first, second].into_iter().zip(lines).map(row).collect::<Vec<_>>());
    out
}
