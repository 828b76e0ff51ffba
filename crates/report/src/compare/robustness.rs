//! What holds in most worlds: regret, best, satisfied; numbers on which the sign turns; what pairing saves.

use lab::comparison::{RobustnessRow, TurningRow};
use lab::outcome::Estimate;

use super::effect::{Sense, judge, shown};
use super::{Seen, table, words};
use crate::chart::mark::Mark;
use crate::chart::svg::{Svg, drawable};
use crate::html::{self, block, both, clip, escape};
use crate::numbers::{NOTHING, num, prob_parts, with_interval};
use crate::section::nothing;
use crate::words::{Say, fill};

/// Runs by regret, the least first; those without one last.
pub fn ranked<'a>(seen: &Seen<'a>) -> Vec<&'a RobustnessRow> {
    let mut rows: Vec<&RobustnessRow> = seen.c.robustness.iter().collect();
    let rank = |r: &RobustnessRow| if drawable(r.regret.mean) { r.regret.mean } else { f64::MAX };
    rows.sort_by(|a, b| rank(a).total_cmp(&rank(b)));
    rows
}

/// Regret, best, satisfied.
pub fn robust(seen: &Seen) -> String {
    let rows = ranked(seen);
    if rows.is_empty() {
        return nothing(words::NO_ROBUST);
    }
    let satisfied = seen.either(words::COL_SATISFIED, words::COL_SPARED);
    let head = [words::COL_RUN, words::COL_REGRET, words::COL_BEST, satisfied].map(|w| both(&w));
    let row = |r: &&RobustnessRow| {
        let regret = if drawable(r.regret.mean) { regret(seen, &r.regret) } else { NOTHING.into() };
        ("", vec![both(&seen.run_name(&r.id)), regret, share(&r.best), share(&r.satisfied)])
    };
    let shown: Vec<(&str, Vec<String>)> = rows.iter().take(seen.limits.rows).map(row).collect();
    let note = if seen.lives() {
        words::ROBUST_NOTE_LIVES.say()
    } else {
        fill(words::ROBUST_NOTE, &[&num(seen.c.satisfaction)])
    };
    block("p", "", &note) + &html::table("robust", &head, &shown) + &table::more(seen.limits.rows, rows.len())
}

/// Mean and range, in percentage points or thousands of lives.
fn regret(seen: &Seen, e: &Estimate) -> String {
    let [mean, low, high] = [e.mean, e.q05, e.q95].map(|v| unit(seen) * v);
    let text = with_interval(mean, low, high);
    let (value, range) = text.split_once(' ').unwrap_or((&text, ""));
    format!("<b>{}</b> <small>{}</small>", escape(value), escape(range))
}

/// From a difference in what runs are ranked by to how it is shown.
pub fn unit(seen: &Seen) -> f64 {
    if seen.lives() { 1e-3 } else { 100.0 }
}

/// A share with its interval and a bar.
fn share(e: &Estimate) -> String {
    if !drawable(e.mean) {
        return NOTHING.into();
    }
    let (value, range) = prob_parts(e);
    let mut svg = Svg::new(100.0, 8.0);
    svg.rect("track", (0.0, 1.0), (100.0, 7.0));
    svg.rect("fill", (0.0, 1.0), (100.0 * e.mean.clamp(0.0, 1.0), 7.0));
    format!("<b>{}</b> <small>{}</small>{}", escape(&value), escape(&range), svg.finish("share", ""))
}

/// Numbers on which the sign of an effect turns.
pub fn turning(seen: &Seen) -> String {
    let rows = &seen.c.turning;
    if rows.is_empty() {
        return nothing(seen.either(words::NO_TURNING, words::NO_TURNING_LIVES));
    }
    let head = [words::COL_RUN, words::COL_NUMBER, words::COL_BELOW, words::COL_ABOVE].map(|w| both(&w));
    let shown: Vec<(&str, Vec<String>)> = rows.iter().take(seen.limits.rows).map(|r| ("", turn(seen, r))).collect();
    block("p", "", &seen.either(words::TURNING_NOTE, words::TURNING_NOTE_LIVES))
        + &html::table("turning", &head, &shown)
        + &table::more(seen.limits.rows, rows.len())
}

fn turn(seen: &Seen, r: &TurningRow) -> Vec<String> {
    let ends = (judge(&r.below, Sense::More), judge(&r.above, Sense::More));
    let opposite = matches!(ends, (Mark::Better, Mark::Worse) | (Mark::Worse, Mark::Better));
    let verdict = if opposite { words::TURNS } else { words::MAY_TURN };
    let number = format!(
        "{}<br><code>{}</code><br><em>{}</em>",
        both(&seen.text(&r.name)),
        escape(&clip(&r.number, seen.limits.text)),
        both(&verdict)
    );
    vec![
        both(&seen.run_name(&r.id)),
        number,
        shown(&seen.scaled(&r.below), Sense::More),
        shown(&seen.scaled(&r.above), Sense::More),
    ]
}

/// What pairing saves.
pub fn pairing(seen: &Seen) -> String {
    let rows = &seen.c.pairing;
    let mut factors: Vec<f64> = rows.iter().map(|r| r.security).filter(|f| drawable(*f)).collect();
    if factors.is_empty() {
        return nothing(words::NO_PAIRING);
    }
    factors.sort_by(f64::total_cmp);
    let middle = factors[factors.len() / 2];
    let head = [words::COL_RUN, words::SECURITY, words::EFFORT].map(|w| both(&w));
    let times = |f: f64| if drawable(f) { both(&fill(words::TIMES, &[&num(f)])) } else { NOTHING.into() };
    let cells = rows
        .iter()
        .take(seen.limits.rows)
        .map(|r| ("", vec![both(&seen.run_name(&r.id)), times(r.security), times(r.effort)]));
    let cells: Vec<(&str, Vec<String>)> = cells.collect();
    let list = html::table("pairing", &head, &cells) + &table::more(seen.limits.rows, rows.len());
    block("p", "", &fill(words::PAIRING_NOTE, &[&num(middle), &num((middle * middle * 10.0).round() / 10.0)]))
        + &html::folded(&both(&words::FACTORS), &list)
}
