//! Comparative statics as charts: every number that follows, and every action's probability in each equilibrium.

use games::Rational;
use games::solution::Quantity;
use games::vary::{Action, Curve, Varied};

use super::{quantity, words as say};
use crate::chart::curves::{Line, curves};
use crate::html::{block, both};
use crate::numbers;
use crate::section::nothing;
use crate::words::{Say, fill};

/// Most charts of findings and of actions each.
const MOST: usize = 12;

/// The whole part.
pub fn section(varied: &Varied) -> String {
    let (from, to) = (varied.at.first(), varied.at.last());
    let exact = |q: Option<&Rational>| q.map_or_else(String::new, |q| quantity(&Quantity::Exact(q.clone())));
    let (id, count) = (varied.parameter.to_owned(), numbers::count(varied.at.len() as u64));
    let mut out = block("p", "", &fill(say::VARIED_NOTE, &[&id, &exact(from), &exact(to), &count]));
    if let Some((_, words)) = varied.elsewhere.first() {
        let there = numbers::count(varied.elsewhere.len() as u64);
        out += &block("p", "left-out", &fill(say::ELSEWHERE, &[&there, &count, words]));
    }
    let at: Vec<f64> = varied.at.iter().map(Rational::to_f64).collect();
    let findings = varied.curves.iter().take(MOST).filter_map(|c| finding(varied, &at, c));
    let actions = first_of_two(varied).into_iter().take(MOST).filter_map(|a| action(varied, &at, a));
    let charts: String = findings.chain(actions).collect();
    if charts.is_empty() {
        return out + &nothing(say::NOTHING_VARIES);
    }
    out + &format!("<div class=\"grid\">{charts}</div>\n")
}

/// The actions worth a chart: of two at one place the second is the rest to one.
fn first_of_two(varied: &Varied) -> Vec<&Action> {
    let same = |a: &Action, b: &Action| (&a.player, &a.place) == (&b.player, &b.place);
    let place = |a: &Action| varied.actions.iter().filter(|b| same(a, b)).map(|b| &b.name).collect::<Vec<_>>();
    varied.actions.iter().filter(|a| !matches!(place(a)[..], [_, second] if *second == a.name)).collect()
}

fn finding(varied: &Varied, at: &[f64], curve: &Curve) -> Option<String> {
    let points = at.iter().zip(&curve.values).map(|(x, y)| y.map(|y| (*x, y))).collect();
    let line = Line { name: &"", points, joined: true };
    let chart = curves(&[line], &[], &varied.meaning, &"", [None, None])?;
    Some(format!("<figure><figcaption>{}</figcaption>\n{chart}</figure>\n", both(&curve.name)))
}

/// Dots, because equilibria come and go: a line would join what does not belong together.
fn action(varied: &Varied, at: &[f64], action: &Action) -> Option<String> {
    let dots = at.iter().zip(&action.likely).flat_map(|(x, all)| all.iter().map(move |y| Some((*x, *y))));
    let line = Line { name: &"", points: dots.collect(), joined: false };
    let chart = curves(&[line], &[], &varied.meaning, &"", [None, Some((0.0, 1.0))])?;
    let place =
        if action.place.is_empty() { action.player.clone() } else { format!("{} · {}", action.player, action.place) };
    let caption = fill(say::VARIED_ACTION, &[&place.say(), &action.name]);
    Some(format!("<figure><figcaption>{}</figcaption>\n{chart}</figure>\n", both(&caption)))
}
