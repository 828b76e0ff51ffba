//! Doctrines side by side, without any remedy.

use lab::comparison::{DoctrineRow, WayOut};
use lab::outcome::Estimate;
use lab::scenario::Text;

use super::effect::{Sense, points, shown};
use super::{Seen, table, words};
use crate::chart::interval::{Over, Row, rows};
use crate::chart::svg::drawable;
use crate::frame::name;
use crate::html::{block, both, escape};
use crate::numbers::{NOTHING, percent, prob_estimate, with_interval};
use crate::words::{Say, fill};

/// The whole part; empty unless doctrines were asked for.
pub fn section(seen: &Seen) -> String {
    let all = &seen.c.doctrines;
    if all.is_empty() {
        return String::new();
    }
    let shown = &all[..all.len().min(seen.limits.rows)];
    let head = [
        words::COL_DOCTRINE,
        words::SECURITY,
        words::DILEMMA,
        words::DELIBERATE,
        words::WASTE,
        words::TRUST,
        words::OVER_BASELINE,
        words::COL_WAY_OUT,
    ]
    .map(|w| both(&w));
    let cells: Vec<(&str, Vec<String>)> = shown.iter().map(|d| ("", cells(seen, d))).collect();
    block("p", "", &words::DOCTRINE_NOTE)
        + &rows(&shown.iter().map(|d| row(seen, d)).collect::<Vec<Row>>(), Over::Share, None)
        + &crate::html::table("doctrines", &head, &cells)
        + &table::more(shown.len(), all.len())
}

/// Name of a doctrine; without an id it is the scenario as it is.
pub fn title(seen: &Seen, d: &DoctrineRow) -> Text {
    let as_it_is = words::AS_IS.say();
    let found = if d.id.is_empty() && d.name.en.trim().is_empty() { &as_it_is } else { &d.name };
    name(Some(found), &d.id, seen.limits.text)
}

fn row(seen: &Seen, d: &DoctrineRow) -> Row {
    Row {
        group: String::new(),
        label: both(&title(seen, d)),
        mid: d.security.mean,
        outer: [d.security.q05, d.security.q95],
        inner: None,
        value: escape(&prob_estimate(&d.security)),
        strong: d.id.is_empty(),
    }
}

/// What helps most under a doctrine, its gain in percentage points, and the dilemma that is left.
fn way_out(seen: &Seen, w: &WayOut) -> String {
    let left = w.dilemma.as_ref().filter(|e| drawable(e.mean)).map(|e| fill(words::STILL, &[&percent(e.mean)]));
    let left = left.map_or(String::new(), |text| format!("<small>{}</small>", both(&text)));
    format!("{}<br>{}{left}", both(&seen.text(&w.name)), shown(&points(&w.gain), Sense::More))
}

fn cells(seen: &Seen, d: &DoctrineRow) -> Vec<String> {
    let split = |text: String| match text.split_once(' ') {
        Some((value, range)) => format!("{} <small>{}</small>", escape(value), escape(range)),
        None => escape(&text),
    };
    let share = |e: &Estimate| if drawable(e.mean) { split(prob_estimate(e)) } else { NOTHING.into() };
    let amount = |e: &Estimate| {
        if drawable(e.mean) { split(with_interval(e.mean, e.q05, e.q95)) } else { NOTHING.into() }
    };
    let note = seen.text(&d.note);
    let note = if note.en.is_empty() { String::new() } else { format!("<br><small>{}</small>", both(&note)) };
    vec![
        format!("<b>{}</b>{note}", both(&title(seen, d))),
        share(&d.security),
        d.dilemma.as_ref().map_or(NOTHING.into(), share),
        amount(&d.deliberate),
        share(&d.waste),
        share(&d.trust),
        amount(&d.effort),
        d.way_out.as_ref().map_or(NOTHING.into(), |w| way_out(seen, w)),
    ]
}
