//! The order question: the paper's order of two steps, the reverse, together, one alone.

use lab::comparison::OrderRow;
use lab::outcome::Effect;
use lab::scenario::Text;

use super::effect::{Sense, judge, written};
use super::table::{self, Line};
use super::{SEMICOLON, Seen, joined, words};
use crate::chart::forest::{Row, forest};
use crate::chart::mark::Mark;
use crate::chart::order::sequence;
use crate::chart::svg::drawable;
use crate::html::{block, both};
use crate::numbers::{percent, prob_estimate};
use crate::section::{key, nothing};
use crate::words::{Word, fill, join};

/// The order that the paper proposes.
const PAPER: &str = lab::comparison::PAPERS_ORDER;

/// The whole part.
pub fn section(seen: &Seen) -> String {
    let orders = &seen.c.order;
    if orders.is_empty() {
        return nothing(words::ORDER_NONE);
    }
    let none = seen.either(words::AGAINST_NONE, words::AGAINST_NONE_LIVES);
    let mut rows: Vec<Row> = group(seen, none, |o| (o.id != "none").then(|| seen.first(&o.effects)));
    rows.extend(group(seen, words::AGAINST_PAPER, |o| (o.id != PAPER).then(|| seen.scaled(&o.against_papers_order))));
    let lines: Vec<Line> = orders.iter().map(|o| Line { over: over(seen, o), effects: &o.effects }).collect();
    block("p", "", &words::ORDER_NOTE)
        + &verdict(seen)
        + &keys()
        + &forest(&rows, Some(seen.ways()))
        + &format!("<h3>{}</h3>\n", both(&words::EVERY_EFFECT))
        + &table::effects(&lines)
}

fn keys() -> String {
    let bar = |class: &str| format!("<rect class=\"{class}\" x=\"2\" y=\"4\" width=\"22\" height=\"6\"/>");
    let all = key("", &bar("holding"), &words::ORDER_FIRST) + &key("", &bar("universal"), &words::ORDER_SECOND);
    format!("<p class=\"keys\">{all}</p>\n")
}

fn group<'a>(seen: &Seen<'a>, head: Word, of: impl Fn(&'a OrderRow) -> Option<Effect>) -> Vec<Row> {
    let row = |o: &'a OrderRow| {
        let e = of(o)?;
        let mark = judge(&e, Sense::More);
        let label = format!("<span class=\"sq\">{}<span>{}</span></span>", sequence(&o.id), both(&label(seen, o)));
        let value = table::value(&written(&e, mark));
        Some(Row { group: both(&head), label, mean: e.mean, span: e.ci95, mark, value })
    };
    seen.c.order.iter().filter_map(row).collect()
}

/// Name of an order; the paper's is marked.
fn label(seen: &Seen, o: &OrderRow) -> Text {
    let name = seen.text(&o.name);
    if o.id == PAPER { fill(words::PAPER, &[&name]) } else { name }
}

fn over(seen: &Seen, o: &OrderRow) -> String {
    let mut facts = Vec::new();
    if drawable(o.security.mean) {
        facts.push(fill(words::ORDER_LEVEL, &[&prob_estimate(&o.security)]));
    }
    if drawable(o.dilemma.mean) {
        facts.push(fill(words::ORDER_DILEMMA, &[&percent(o.dilemma.mean)]));
    }
    let dot = Word { en: " · ", zh: " · " };
    let facts = facts.into_iter().reduce(|a, b| join(&a, dot, &b)).unwrap_or_default();
    format!("<b>{}</b> <small>{}</small>", both(&label(seen, o)), both(&facts))
}

/// What the runs say against the paper's order, in sentences.
pub fn verdicts(seen: &Seen) -> Vec<Text> {
    let cases = [
        (seen.either(words::ORDER_SAFER, words::ORDER_SAVES), &[Mark::Better][..]),
        (seen.either(words::ORDER_LESS, words::ORDER_LOSES), &[Mark::Worse]),
        (words::ORDER_OPEN, &[Mark::Open, Mark::Same]),
    ];
    let others = || seen.c.order.iter().filter(|o| o.id != PAPER && o.id != "none");
    let said = |(word, marks): (Word, &[Mark])| {
        let found = others().filter(|o| marks.contains(&judge(&o.against_papers_order, Sense::More)));
        let sized = |o: &OrderRow| {
            let (e, open) = (seen.scaled(&o.against_papers_order), marks.contains(&Mark::Open));
            let size = if open { String::new() } else { format!(" {}", written(&e, marks[0]).0) };
            join(&seen.text(&o.name), Word { en: "", zh: "" }, &size)
        };
        let names: Vec<Text> = found.map(sized).collect();
        (!names.is_empty()).then(|| fill(word, &[&joined(names.into_iter(), SEMICOLON)]))
    };
    cases.into_iter().filter_map(said).collect()
}

fn verdict(seen: &Seen) -> String {
    let all = verdicts(seen).into_iter().reduce(|a, b| join(&a, Word { en: " ", zh: "" }, &b));
    all.map_or(String::new(), |text| block("p", "motives", &text))
}
