//! All pairs: a map of their effect on security, the interactions that are clear of zero, the safest in full.

use lab::comparison::RunRow;
use lab::outcome::Effect;

use super::effect::{Sense, judge, written};
use super::table::{self, Line};
use super::{Seen, words};
use crate::chart::forest::{Row, forest};
use crate::chart::mark::Mark;
use crate::chart::svg::drawable;
use crate::chart::triangle::{Cell, triangle};
use crate::html::{block, both, folded};
use crate::numbers::{count, num};
use crate::words::fill;

/// Interactions drawn at most.
const INTERACTIONS: usize = 20;

/// The whole part.
pub fn section(seen: &Seen) -> String {
    let pairs = seen.ranked("pair");
    if pairs.is_empty() {
        return crate::section::nothing(words::NO_PAIRS);
    }
    block("p", "", &seen.either(words::PAIRS_NOTE, words::PAIRS_NOTE_LIVES))
        + &block("p", "fine", &words::PAIRS_TOGETHER)
        + &map(seen, &pairs)
        + &interactions(seen, &pairs)
        + &safest(seen, &pairs)
}

/// Remedies of the map: all, in the scenario's order, or those that move security most.
fn mapped<'a>(seen: &Seen<'a>) -> Vec<&'a RunRow> {
    let alone: Vec<&RunRow> = seen.c.runs.iter().filter(|r| r.kind == "alone").collect();
    let size = |r: &&RunRow| Some(seen.first(&r.effects).mean.abs()).filter(|v| drawable(*v)).unwrap_or(0.0);
    let mut sizes: Vec<f64> = alone.iter().map(size).collect();
    sizes.sort_by(|a, b| b.total_cmp(a));
    let least = sizes.get(seen.limits.map.saturating_sub(1)).copied().unwrap_or(0.0);
    let mut kept: Vec<&RunRow> = alone.into_iter().filter(|r| size(r) >= least).collect();
    kept.truncate(seen.limits.map);
    kept
}

fn map(seen: &Seen, pairs: &[&RunRow]) -> String {
    let alone = mapped(seen);
    let names: Vec<String> = alone.iter().map(|r| both(&seen.text(&r.name)) + &table::tag(seen, r)).collect();
    let of = |i: usize| alone[i].members.first().map(String::as_str).unwrap_or_default();
    let cell = |i: usize, j: usize| {
        if i == j {
            return Some(square(&seen.first(&alone[i].effects), None));
        }
        let both =
            |r: &&&RunRow| r.members.len() == 2 && [of(i), of(j)].iter().all(|id| r.members.iter().any(|m| m == id));
        pairs.iter().find(both).map(|r| square(&seen.first(&r.effects), r.interaction.as_ref()))
    };
    let all = seen.c.runs.iter().filter(|r| r.kind == "alone").count();
    let note = if all > alone.len() {
        let sizes = [count(alone.len() as u64), count(all as u64)];
        block("p", "left-out", &fill(words::MAP_SHOWN, &[&sizes[0], &sizes[1]]))
    } else {
        String::new()
    };
    triangle(seen.either(words::PAIRS_CAPTION, words::PAIRS_CAPTION_LIVES), &names, cell) + &note
}

fn square(e: &Effect, interaction: Option<&Effect>) -> Cell {
    let mark = judge(e, Sense::More);
    let together = interaction.and_then(|e| match judge(e, Sense::More) {
        Mark::Better => Some(true),
        Mark::Worse => Some(false),
        _ => None,
    });
    Cell { value: e.mean, text: short(e, mark), mark, together }
}

/// An effect as it is shown, with one decimal, as short as it can be.
fn short(e: &Effect, mark: Mark) -> String {
    if !mark.decided() {
        return written(e, mark).0;
    }
    let size = e.mean.abs();
    let text = match size {
        99.95.. => format!("{size:.0}"),
        0.05.. => format!("{size:.1}"),
        _ => "0.0".into(),
    };
    format!("{}{text}", if e.mean > 0.0 { "+" } else { "−" })
}

/// Pairs whose interaction is clear of zero, the clearest first, and all that were tested.
pub fn clear<'a>(pairs: &[&'a RunRow]) -> (Vec<(&'a RunRow, &'a Effect)>, usize) {
    let tested: Vec<(&RunRow, &Effect)> = pairs
        .iter()
        .filter_map(|r| Some((*r, r.interaction.as_ref()?)))
        .filter(|(_, e)| !matches!(judge(e, Sense::More), Mark::Missing | Mark::Same))
        .collect();
    let all = tested.len();
    let mut found: Vec<_> = tested.into_iter().filter(|(_, e)| judge(e, Sense::More).decided()).collect();
    let clearness = |e: &Effect| e.mean.abs() / (e.ci95[1] - e.ci95[0]).max(f64::MIN_POSITIVE);
    found.sort_by(|a, b| clearness(b.1).total_cmp(&clearness(a.1)));
    (found, all)
}

fn interactions(seen: &Seen, pairs: &[&RunRow]) -> String {
    let (found, all) = clear(pairs);
    if all == 0 {
        return String::new();
    }
    let sizes = [count(all as u64), num(all as f64 * 0.05), count(found.len() as u64)];
    let note = block("p", "fine", &fill(words::PAIRS_CHANCE, &[&sizes[0], &sizes[1], &sizes[2]]));
    if found.is_empty() {
        return block("p", "", &words::NO_INTERACTION) + &note;
    }
    let row = |(run, e): &(&RunRow, &Effect)| {
        let e = seen.scaled(e);
        let mark = judge(&e, Sense::More);
        Row {
            group: String::new(),
            label: both(&seen.text(&run.name)) + &table::tag(seen, run),
            mean: e.mean,
            span: e.ci95,
            mark,
            value: table::value(&written(&e, mark)),
        }
    };
    let rows: Vec<Row> = found.iter().take(INTERACTIONS).map(row).collect();
    format!("<h3>{}</h3>\n", both(&words::INTERACTIONS))
        + &block("p", "", &seen.either(words::INTERACTIONS_NOTE, words::INTERACTIONS_NOTE_LIVES))
        + &forest(&rows, Some([words::HINDER, words::HELP]))
        + &table::more(INTERACTIONS, found.len())
        + &note
}

fn safest(seen: &Seen, pairs: &[&RunRow]) -> String {
    let shown = &pairs[..pairs.len().min(seen.limits.pairs)];
    let lines: Vec<Line> = shown.iter().map(|r| Line { over: table::over(seen, r), effects: &r.effects }).collect();
    let title = both(&fill(words::BEST_PAIRS, &[&count(shown.len() as u64)]));
    folded(&title, &(table::effects(&lines) + &table::more(shown.len(), pairs.len())))
}
