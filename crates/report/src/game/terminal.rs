//! The terminal summary of a game: the table, the equilibria with their certificates, what follows.

use games::named::{Finding, Game};
use games::normal::NormalForm;
use games::population;
use games::sheet::Sheet;
use games::solution::{Choice, Point, Quantity, Solution};
use games::{Bimatrix, Player, Rational};
use unicode_width::UnicodeWidthStr;

use super::equilibria::expected;
use super::headline::headline;
use super::{
    agreement, charts, history, label, quantity, six, tally, title, translated, tree, value, varied, words as say,
};
use crate::Lang;
use crate::columns::{clean, pad, wrap};
use crate::lines::{BOLD, FAINT, GREEN, Lines, PLAIN, YELLOW};
use crate::numbers::num;
use crate::words::{Say, fill};

/// Equilibria shown unless all are asked for, and rows and columns of the table.
const SHOWN: usize = 8;
const CELLS: usize = 8;

/// Nodes of a tree, and outcomes of a game of several players, that are listed.
const NODES: usize = 40;

/// The summary of a game for a terminal `width` columns wide, in one language; `all` lists every equilibrium.
///
/// Without `colour` it holds no control characters but line ends.
pub fn game_summary(sheet: &Sheet, all: bool, lang: Lang, colour: bool, width: usize) -> String {
    let mut page = Lines::new(lang, colour, width, &[]);
    page.wrapped(BOLD, &headline(sheet), 9);
    page.line(&[]);
    page.wrapped(PLAIN, &title(sheet), 2);
    if let Some((named, values)) = &sheet.named {
        page.wrapped(PLAIN, &named.story, 4);
        let set: Vec<String> =
            values.all().map(|(id, v)| format!("{id} {}", quantity(&Quantity::Exact(v.clone())))).collect();
        page.wrapped(FAINT, &set.join(" · "), 4);
    }
    match &sheet.game {
        Some(Game::Bimatrix(game)) => bimatrix(&mut page, sheet, game),
        Some(Game::Tree(game)) => {
            page.line(&[]);
            tree::lines(sheet, game, lang, NODES).iter().for_each(|line| page.line(&[(PLAIN, line)]));
            let left = game.nodes().len().saturating_sub(NODES);
            if left > 0 {
                page.wrapped(FAINT, &fill(say::CUT_TREE, &[&left.to_string()]), 2);
            }
        }
        Some(Game::Normal(game)) => outcomes(&mut page, sheet, game),
        None => {}
    }
    if let Some(held) = &sheet.held {
        page.wrapped(YELLOW, held, 4);
    }
    page.line(&[]);
    page.wrapped(BOLD, &tally(sheet), 3);
    if let Some(solution) = &sheet.solution {
        page.wrapped(if solution.complete { GREEN } else { YELLOW }, &solution.coverage, 4);
        equilibria(&mut page, sheet, solution, if all { usize::MAX } else { SHOWN });
        if !solution.remarks.is_empty() {
            page.line(&[]);
        }
        solution.remarks.iter().for_each(|r| page.wrapped(FAINT, &translated(sheet, r), 4));
    }
    if !sheet.findings.is_empty() {
        page.line(&[]);
        sheet.findings.iter().for_each(|f| finding(&mut page, f));
    }
    if let Some(varied) = &sheet.varied {
        page.line(&[]);
        page.wrapped(BOLD, &varied::note(varied), 2);
        varied::lines(varied).iter().for_each(|line| page.wrapped(PLAIN, line, 3));
    }
    simulated(&mut page, sheet);
    let charts: Vec<String> = charts(sheet).iter().map(|c| page.say(c)).collect();
    if !charts.is_empty() {
        page.line(&[]);
        page.wrapped(FAINT, &fill(say::CHARTS, &[&charts.join(" · ")]), 4);
    }
    page.tight(usize::MAX)
}

/// Where populations turn.
fn simulated(page: &mut Lines, sheet: &Sheet) {
    if !sheet.flips.is_empty() {
        page.line(&[]);
        page.wrapped(BOLD, &say::S_SIMULATED, 1);
        page.wrapped(FAINT, &say::SIMULATED_NOTE, 5);
        if let Some(at) = sheet.named.as_ref().and_then(|(named, _)| population::example(named.id)) {
            page.wrapped(FAINT, &fill(say::SIMULATED_AT, &[&at]), 4);
        }
        for f in &sheet.flips {
            let values = [six(f.closed), six(f.simulated.mean), num(f.simulated.error)];
            let line = fill(say::SIMULATED_LINE, &[&f.primitive, &values[0], &values[1], &values[2], &agreement(f)]);
            page.wrapped(if f.agrees() { GREEN } else { YELLOW }, &line, 3);
        }
    }
}

/// The payoffs in columns, as far as they fit.
fn bimatrix(page: &mut Lines, sheet: &Sheet, game: &Bimatrix) {
    let (rows, columns) = (game.rows().min(CELLS), game.columns().min(CELLS));
    let name = |page: &Lines, text: &str| page.say(&label(sheet, text));
    let pay = |p: Player, i: usize, j: usize| quantity(&Quantity::Exact(game.at(p, i, j).clone()));
    let cell = |i: usize, j: usize| format!("{}, {}", pay(Player::Row, i, j), pay(Player::Column, i, j));
    let heads: Vec<String> = game.actions(Player::Column)[..columns].iter().map(|a| name(page, a)).collect();
    let sides: Vec<String> = game.actions(Player::Row)[..rows].iter().map(|a| name(page, a)).collect();
    let left = sides.iter().map(|s| s.width()).max().unwrap_or(0) + 4;
    let room = |j: usize| (0..rows).map(|i| cell(i, j).width()).chain([heads[j].width()]).max().unwrap_or(0) + 3;
    page.line(&[]);
    let [one, other] = Player::BOTH.map(|p| label(sheet, game.player(p)));
    page.wrapped(FAINT, &fill(say::PAYOFFS_PLAIN, &[&one, &other]), 2);
    let top: String = (0..columns).map(|j| pad(&heads[j], room(j))).collect();
    page.line(&[(PLAIN, &" ".repeat(left)), (BOLD, &top)]);
    for i in 0..rows {
        let side = pad(&format!("  {}", sides[i]), left);
        let body: String = (0..columns).map(|j| pad(&cell(i, j), room(j))).collect();
        page.line(&[(BOLD, &side), (PLAIN, &body)]);
    }
    if rows < game.rows() || columns < game.columns() {
        let [a, b, c, d] = [rows, game.rows(), columns, game.columns()].map(|n| n.to_string());
        page.wrapped(FAINT, &fill(say::CUT_GAME, &[&a, &b, &c, &d]), 2);
    }
}

/// More than two players: one line per action where all are alike, else one per outcome.
fn outcomes(page: &mut Lines, sheet: &Sheet, game: &NormalForm) {
    let all = game.profiles();
    page.line(&[]);
    if let Some(lines) = game.by_number() {
        return by_number(page, sheet, game, &lines);
    }
    for number in 0..all.min(NODES) {
        let choices = game.choices(number);
        let names: Vec<String> =
            choices.iter().zip(game.actions()).map(|(k, names)| page.say(&label(sheet, &names[*k]))).collect();
        let pays: Vec<String> =
            (0..choices.len()).map(|p| quantity(&Quantity::Exact(game.payoffs(p)[number].clone()))).collect();
        page.line(&[(BOLD, &format!("  {}", names.join(" · "))), (PLAIN, &format!("  {}", pays.join(", ")))]);
    }
    if all > NODES {
        page.wrapped(FAINT, &fill(say::CUT_OUTCOMES, &[&NODES.to_string(), &all.to_string()]), 2);
    }
}

/// What either action pays, by how many of the others take the first.
fn by_number(page: &mut Lines, sheet: &Sheet, game: &NormalForm, lines: &[Vec<Rational>; 2]) {
    let Some([first, second]) = game.actions().first().map(Vec::as_slice) else { return };
    page.wrapped(FAINT, &fill(say::BY_NUMBER, &[&label(sheet, first), &game.players().len().to_string()]), 2);
    let names = [first, second].map(|name| page.say(&label(sheet, name)));
    let left = names.iter().map(|name| name.width()).max().unwrap_or(0) + 4;
    let cells =
        lines.clone().map(|line| line.into_iter().map(|pay| quantity(&Quantity::Exact(pay))).collect::<Vec<_>>());
    let room = cells.iter().flatten().map(|cell| cell.width()).max().unwrap_or(0) + 3;
    let heads: String = (0..lines[0].len()).map(|k| pad(&k.to_string(), room)).collect();
    page.line(&[(PLAIN, &" ".repeat(left)), (BOLD, &heads)]);
    for (name, line) in names.iter().zip(&cells) {
        let body: String = line.iter().map(|cell| pad(cell, room)).collect();
        page.line(&[(BOLD, &pad(&format!("  {name}"), left)), (PLAIN, &body)]);
    }
}

fn equilibria(page: &mut Lines, sheet: &Sheet, solution: &Solution, most: usize) {
    for (k, point) in solution.equilibria.iter().take(most).enumerate() {
        page.line(&[]);
        let notes: Vec<String> = point.notes.iter().map(|n| page.say(&translated(sheet, n))).collect();
        let number = page.say(&fill(say::EQUILIBRIUM, &[&(k + 1).to_string()]));
        let pays = page.say(&expected(sheet, solution, point));
        page.line(&[(BOLD, &number), (PLAIN, &format!("  {pays}"))]);
        if !notes.is_empty() {
            page.wrapped(FAINT, &format!("  {}", notes.join(" · ")), 3);
        }
        choices(page, sheet, solution, point);
    }
    for continuum in solution.continua.iter().take(most) {
        let list: Vec<String> = continuum.iter().map(|k| (k + 1).to_string()).collect();
        page.wrapped(FAINT, &fill(say::CONTINUUM, &[&list.join(", ")]), 3);
    }
    let left = solution.equilibria.len().saturating_sub(most);
    if left > 0 {
        page.line(&[]);
        page.wrapped(FAINT, &fill(say::MORE, &[&left.to_string()]), 2);
    }
}

/// Per choice: the actions in use with their probabilities, then what every action would pay.
fn choices(page: &mut Lines, sheet: &Sheet, solution: &Solution, point: &Point) {
    let who = |page: &Lines, c: &Choice| {
        let player = solution.players.get(c.player).map_or_else(String::new, |p| page.say(&label(sheet, p)));
        let place =
            if c.place.is_empty() { String::new() } else { format!(" · {}", page.say(&label(sheet, &c.place))) };
        player + &place
    };
    let width = point.choices.iter().map(|c| who(page, c).width()).max().unwrap_or(0) + 4;
    for c in &point.choices {
        let named = |k: usize| page.say(&label(sheet, &c.actions[k]));
        let used = |k: &usize| c.mix.get(*k).is_some_and(|q| !q.is_zero());
        let play = |k: usize| {
            let sure = matches!(&c.mix[k], Quantity::Exact(p) if *p == games::Rational::one());
            if sure { named(k) } else { format!("{} {}", named(k), quantity(&c.mix[k])) }
        };
        let all = 0..c.actions.len().min(c.mix.len()).min(c.values.len());
        let plays: Vec<String> = all.clone().filter(used).map(play).collect();
        let pays: Vec<String> = all.map(|k| format!("{} {}", named(k), quantity(&c.values[k]))).collect();
        let mut line = plays.join(" · ");
        let off = if c.reached { String::new() } else { page.say(&say::OFF_PATH_IN_BRACKETS) };
        line += &off;
        page.line(&[(PLAIN, &pad(&format!("  {}", who(page, c)), width)), (GREEN, &line)]);
        let colon = page.say(&say::COLON);
        if !c.beliefs.is_empty() {
            let name = |w: &str| page.say(&history(sheet, w));
            let believed: Vec<String> = c.beliefs.iter().map(|(w, q)| format!("{} {}", name(w), quantity(q))).collect();
            let head = page.say(&say::COL_BELIEF);
            indented(page, width, &format!("{head}{colon}{}", believed.join(" · ")));
        }
        if !pays.is_empty() {
            let head = page.say(&say::COL_PAYS);
            indented(page, width, &format!("{head}{colon}{}", pays.join(" · ")));
        }
    }
}

/// A faint text behind the column of names, over as many lines as it needs, up to four.
fn indented(page: &mut Lines, from: usize, text: &str) {
    let room = page.width.saturating_sub(from).max(20);
    for line in wrap(&clean(text), room, 4) {
        page.line(&[(FAINT, &format!("{}{line}", " ".repeat(from)))]);
    }
}

/// One result: its value, then what it is and its closed form.
fn finding(page: &mut Lines, f: &Finding) {
    let value = page.say(&value(&f.value));
    let name = page.say(&f.name.say());
    let formula = page.say(&f.formula);
    page.wrapped(PLAIN, &format!("{name}{}{value}", page.say(&say::COLON)), 3);
    if !formula.is_empty() {
        page.wrapped(FAINT, &format!("  {formula}"), 4);
    }
}
