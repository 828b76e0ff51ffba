//! Comparative statics as charts: every number that follows, and every action's probability in each equilibrium.

use games::Rational;
use games::solution::Quantity;
use games::vary::{Action, Curve, Varied};

use lab::scenario::Text;

use super::turns::{self, rounded, short};
use super::{quantity, words as say};
use crate::chart::curves::{Line, curve_with_place};
use crate::html::{block, both};
use crate::numbers;
use crate::section::nothing;
use crate::words::{Say, fill};

/// Most charts of findings and of actions each.
const MOST: usize = 12;

/// Most findings that are told by their ends.
const SUMMED: usize = 6;

/// The whole part.
pub fn section(varied: &Varied) -> String {
    let mut out = block("p", "", &note(varied));
    let what: String = elsewhere(varied).iter().map(|words| block("p", "left-out", words)).collect();
    let told = changes(varied).into_iter().chain(turns::lines(varied));
    out += &(what + &told.map(|words| block("p", "", &words)).collect::<String>());
    out += &unchanged(varied).iter().map(|words| block("p", "", words)).collect::<String>();
    let charts = drawn(varied);
    if charts.is_empty() {
        return out + &nothing(say::NOTHING_VARIES);
    }
    let inside =
        varied.at.first().is_some_and(|a| *a <= varied.own) && varied.at.last().is_some_and(|b| *b >= varied.own);
    if inside {
        out += &block("p", "fine", &fill(say::HERE, &[&quantity(&Quantity::Exact(varied.own.clone()))]));
    }
    out + &format!("<div class=\"grid\">{}</div>\n", charts.concat())
}

/// Which values are tried.
pub fn note(varied: &Varied) -> Text {
    let (from, to) = (varied.at.first(), varied.at.last());
    let exact = |q: Option<&Rational>| q.map_or_else(String::new, |q| quantity(&Quantity::Exact(q.clone())));
    let count = numbers::count(varied.at.len() as u64);
    fill(say::VARIED_NOTE, &[&varied.parameter, &exact(from), &exact(to), &count])
}

/// How many charts the part has.
pub fn charts(varied: &Varied) -> usize {
    drawn(varied).len()
}

fn drawn(varied: &Varied) -> Vec<String> {
    let at: Vec<f64> = varied.at.iter().map(Rational::to_f64).collect();
    let findings = varied.curves.iter().filter(|c| moves(&c.values)).take(MOST).filter_map(|c| finding(varied, &at, c));
    let actions = first_of_two(varied).into_iter().take(MOST).filter_map(|a| action(varied, &at, a));
    findings.chain(actions).collect()
}

/// The part in a few sentences: where it is another game, where the equilibria change, how far each finding goes.
pub fn lines(varied: &Varied) -> Vec<Text> {
    let ends = varied.curves.iter().filter_map(|curve| {
        let seen: Vec<f64> = curve.values.iter().flatten().copied().collect();
        let (first, last) = (*seen.first()?, *seen.last()?);
        let (low, high) = seen.iter().fold((first, first), |(lo, hi), v| (lo.min(*v), hi.max(*v)));
        let (rises, falls) = (seen.is_sorted(), seen.iter().rev().is_sorted());
        let [from, to] = if rises || falls { [first, last] } else { [low, high] }.map(|v| told_end(curve, v));
        let word = if rises || falls { say::GOES } else { say::RANGES };
        (low < high).then(|| fill(word, &[&curve.name, &from, &to]))
    });
    told(varied).into_iter().chain(ends.take(SUMMED)).chain(unchanged(varied)).collect()
}

/// The findings that are the same at every value.
fn unchanged(varied: &Varied) -> Option<Text> {
    let numbers = varied.curves.iter().filter(|c| !moves(&c.values)).map(|c| (c.id, c.name));
    let words = varied.answers.iter().filter(|a| a.turns().is_empty()).map(|a| (a.id, a.name));
    // A finding that is now a number and now none has both: it changes if either does.
    let changes = |id: &str| {
        varied.curves.iter().any(|c| c.id == id && moves(&c.values))
            || varied.answers.iter().any(|a| a.id == id && !a.turns().is_empty())
    };
    let names: Vec<Text> = numbers.chain(words).filter(|(id, _)| !changes(id)).map(|(_, name)| name.say()).collect();
    let apart = say::APART.say();
    let list: Vec<Text> = names.iter().flat_map(|name| [apart.clone(), name.clone()]).skip(1).collect();
    (!list.is_empty()).then(|| fill(say::UNCHANGED, &[&turns::joined(&list)]))
}

/// Whether values differ from each other.
fn moves(values: &[Option<f64>]) -> bool {
    let mut seen = values.iter().flatten();
    seen.next().is_some_and(|first| seen.any(|v| v != first))
}

/// An end of a range: in full where it is known and short, else marked as rounded.
fn told_end(curve: &Curve, end: f64) -> String {
    if curve.rounded { rounded(end) } else { short(end) }
}

/// Where it is another game, where the equilibria change, where answers turn.
fn told(varied: &Varied) -> Vec<Text> {
    elsewhere(varied).into_iter().chain(changes(varied)).chain(turns::lines(varied)).collect()
}

/// Where the values make another game.
fn elsewhere(varied: &Varied) -> Option<Text> {
    let (_, words) = varied.elsewhere.first()?;
    let [there, count] = [varied.elsewhere.len(), varied.at.len()].map(|n| numbers::count(n as u64));
    Some(fill(say::ELSEWHERE, &[&there, &count, words]))
}

/// Between which values actions come into equilibria or leave them.
fn changes(varied: &Varied) -> Option<Text> {
    if varied.actions.is_empty() {
        return None;
    }
    // Per action: is it never played in some equilibrium, surely in another, and in how many now and then.
    let kind = |k: usize| -> Vec<(bool, bool, usize)> {
        let of = |likely: &[f64]| {
            let between = likely.iter().filter(|p| **p > 0.0 && **p < 1.0).count();
            (likely.contains(&0.0), likely.contains(&1.0), between)
        };
        varied.actions.iter().map(|a| a.likely.get(k).map_or((false, false, 0), |l| of(l))).collect()
    };
    let here = |k: usize| varied.elsewhere.iter().all(|(other, _)| *other != k);
    let steps = (1..varied.at.len()).filter(|k| here(*k) && here(k - 1) && kind(*k) != kind(k - 1));
    let all: Vec<[usize; 2]> = steps.map(|k| [k - 1, k]).collect();
    if all.is_empty() {
        return Some(say::CHANGES_NOT.say());
    }
    Some(fill(say::CHANGES, &[&turns::between(&varied.at, &all)]))
}

/// The actions worth a chart: of two at one place the second is the rest to one.
fn first_of_two(varied: &Varied) -> Vec<&Action> {
    let same = |a: &Action, b: &Action| (&a.player, &a.place) == (&b.player, &b.place);
    let place = |a: &Action| varied.actions.iter().filter(|b| same(a, b)).map(|b| &b.name).collect::<Vec<_>>();
    varied.actions.iter().filter(|a| !matches!(place(a)[..], [_, second] if *second == a.name)).collect()
}

fn finding(varied: &Varied, at: &[f64], curve: &Curve) -> Option<String> {
    let jumps = jumps(&curve.values);
    let mut points = Vec::new();
    for (k, (x, y)) in at.iter().zip(&curve.values).enumerate() {
        if jumps.contains(&k) {
            points.push(None);
        }
        points.push(y.map(|y| (*x, y)));
    }
    let line = Line { name: &"", points, joined: true };
    let chart = curve_with_place(line, &varied.meaning, None, varied.own.to_f64())?;
    Some(format!("<figure><figcaption>{}</figcaption>\n{chart}</figure>\n", both(&curve.name)))
}

/// Where a curve jumps to another regime: a step of over a fiftieth of its whole range and over ten times as large as
/// the steps on both sides of it and as the usual one. A slope there would show values that nobody computed.
pub fn jumps(values: &[Option<f64>]) -> Vec<usize> {
    let step = |k: usize| Some((values.get(k)?.as_ref()? - values.get(k.checked_sub(1)?)?.as_ref()?).abs());
    let mut steps: Vec<f64> = (1..values.len()).filter_map(step).collect();
    steps.sort_by(f64::total_cmp);
    let usual = steps.get(steps.len() / 2).copied().unwrap_or(0.0);
    let seen = || values.iter().flatten().copied();
    let range = seen().fold(f64::MIN, f64::max) - seen().fold(f64::MAX, f64::min);
    let jump = |k: &usize| {
        let (Some(here), Some(before), Some(after)) = (step(*k), step(k - 1), step(k + 1)) else { return false };
        here > 10.0 * before.max(after).max(usual) && here > 0.02 * range
    };
    (2..values.len()).filter(jump).collect()
}

/// Dots, because equilibria come and go: a line would join what does not belong together.
fn action(varied: &Varied, at: &[f64], action: &Action) -> Option<String> {
    let dots = at.iter().zip(&action.likely).flat_map(|(x, all)| all.iter().map(move |y| Some((*x, *y))));
    let line = Line { name: &"", points: dots.collect(), joined: false };
    let chart = curve_with_place(line, &varied.meaning, Some((0.0, 1.0)), varied.own.to_f64())?;
    let place =
        if action.place.is_empty() { action.player.clone() } else { format!("{} · {}", action.player, action.place) };
    let caption = fill(say::VARIED_ACTION, &[&place.say(), &action.name]);
    Some(format!("<figure><figcaption>{}</figcaption>\n{chart}</figure>\n", both(&caption)))
}
