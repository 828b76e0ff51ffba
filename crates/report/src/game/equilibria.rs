//! Every equilibrium with its proof: who plays what how often, and what each action would pay.

use games::sheet::Sheet;
use games::solution::{Choice, Point, Quantity, Solution};
use lab::scenario::Text;

use super::{history, label, quantity, translated, words as say};
use crate::html::{block, both, escape, table};
use crate::words::fill;

/// The list, with at most so many equilibria.
pub fn section(sheet: &Sheet, most: usize) -> Option<String> {
    let solution = sheet.solution.as_ref()?;
    let mut out = block("p", "", &say::CERTIFICATE_NOTE);
    for continuum in solution.continua.iter().take(most) {
        let list: Vec<String> = continuum.iter().take(40).map(|k| (k + 1).to_string()).collect();
        out += &block("p", "", &fill(say::CONTINUUM, &[&list.join(", ")]));
    }
    for (k, point) in solution.equilibria.iter().take(most).enumerate() {
        out += &equilibrium(sheet, solution, k, point);
    }
    let all = solution.equilibria.len();
    if all > most {
        out += &block("p", "left-out", &fill(say::MORE_PAGE, &[&most.to_string(), &all.to_string()]));
    }
    Some(out)
}

fn equilibrium(sheet: &Sheet, solution: &Solution, k: usize, point: &Point) -> String {
    let mut out = block("h3", "", &fill(say::EQUILIBRIUM, &[&(k + 1).to_string()]));
    out += &block("p", "fine", &expected(sheet, solution, point));
    for note in &point.notes {
        out += &format!("<span class=\"tag\">{}</span>\n", both(&translated(sheet, note)));
    }
    let places = point.choices.iter().any(|c| !c.place.is_empty());
    let beliefs = point.choices.iter().any(|c| !c.beliefs.is_empty());
    let mut head = vec![both(&say::COL_WHO)];
    head.extend(places.then(|| both(&say::COL_WHERE)));
    head.extend([say::COL_ACTION, say::COL_LIKELY, say::COL_PAYS].map(|w| both(&w)));
    head.extend(beliefs.then(|| both(&say::COL_BELIEF)));
    let rows: Vec<(&str, Vec<String>)> =
        point.choices.iter().flat_map(|c| choice(sheet, &solution.players, c, places, beliefs)).collect();
    out + &table("equilibria", &head, &rows)
}

/// What each player expects.
pub fn expected(sheet: &Sheet, solution: &Solution, point: &Point) -> Text {
    let one = |(player, pay): (&String, &Quantity)| fill(say::EXPECTED, &[&label(sheet, player), &quantity(pay)]);
    let all = solution.players.iter().zip(&point.payoffs).map(one);
    let (en, zh): (Vec<String>, Vec<String>) = all.map(|t| (t.en, t.zh)).unzip();
    Text { en: en.join(" · "), zh: zh.join(" · ") }
}

/// One row per action; who, where and what is believed stand in the first.
fn choice(
    sheet: &Sheet,
    players: &[String],
    c: &Choice,
    places: bool,
    beliefs: bool,
) -> Vec<(&'static str, Vec<String>)> {
    let row = |k: usize| {
        let first = k == 0;
        let who = players.get(c.player).map_or_else(String::new, |p| both(&label(sheet, p)));
        let mut cells = vec![if first { who } else { String::new() }];
        if places {
            let off = if c.reached { String::new() } else { format!(" <small>{}</small>", both(&say::OFF_PATH)) };
            cells.push(if first { both(&label(sheet, &c.place)) + &off } else { String::new() });
        }
        // Only what is said of the action is greyed: the player and the place stand for all their rows.
        let idle = c.mix.get(k).is_some_and(Quantity::is_zero);
        let shade = |cell: String| if idle { format!("<span class=\"unused\">{cell}</span>") } else { cell };
        cells.push(shade(both(&label(sheet, &c.actions[k]))));
        cells.push(shade(c.mix.get(k).map_or_else(String::new, likely)));
        cells.push(shade(c.values.get(k).map_or_else(String::new, |v| escape(&quantity(v)))));
        if beliefs {
            cells.push(if first { believed(sheet, c) } else { String::new() });
        }
        (if first { "first" } else { "" }, cells)
    };
    (0..c.actions.len()).map(row).collect()
}

/// A probability with a bar.
fn likely(q: &Quantity) -> String {
    let width = (60.0 * q.to_f64().clamp(0.0, 1.0)).round();
    let bar = format!(
        "<svg class=\"likely\" viewBox=\"0 0 60 9\" aria-hidden=\"true\"><rect class=\"track\" width=\"60\" height=\"9\"/>\
         <rect class=\"fill\" width=\"{width}\" height=\"9\"/></svg>"
    );
    format!("{bar} {}", escape(&quantity(q)))
}

fn believed(sheet: &Sheet, c: &Choice) -> String {
    let one = |(what, q): &(String, Quantity)| format!("{}: {}", both(&history(sheet, what)), likely(q));
    c.beliefs.iter().map(one).collect::<Vec<_>>().join("<br>")
}
