//! The answer first: sentences, whether the runs decide, caveats, the levels without any remedy, how to read an effect.

use lab::outcome::Estimate;

use super::{Seen, words};
use crate::chart::mark::Mark;
use crate::chart::svg::{Svg, drawable};
use crate::html::{block, both, escape};
use crate::numbers::{NOTHING, prob_parts, with_interval};
use crate::section::{key, nothing};
use crate::words::{self as common, Word};

/// The whole part.
pub fn section(seen: &Seen) -> String {
    let answer = &seen.c.answer;
    let mut sentences = answer.sentences.iter().take(8).map(|s| seen.text(s));
    let conditions = conditions(seen);
    let mut out = match sentences.next() {
        Some(first) => block("p", "headline", &first),
        None => nothing(words::NO_ANSWER),
    };
    out += &conditions;
    sentences.for_each(|s| out += &block("p", "", &s));
    out += &decided(seen);
    if !answer.caveats.is_empty() {
        out += &block("p", "lead", &common::CAVEATS);
        let items: String = answer.caveats.iter().take(12).map(|c| block("li", "", &seen.text(c))).collect();
        out += &format!("<ul>{items}</ul>\n");
    }
    out + &baseline(seen) + &legend()
}

/// What is in force, borrowed or left out.
fn conditions(seen: &Seen) -> String {
    seen.c.conditions.iter().take(6).map(|c| block("p", "motives", &seen.text(c))).collect()
}

fn decided(seen: &Seen) -> String {
    let (class, word, note) = if seen.c.answer.decided {
        ("yes", words::DECIDED, words::DECIDED_NOTE)
    } else {
        ("no", words::NOT_DECIDED, words::NOT_DECIDED_NOTE)
    };
    format!("<p class=\"decided\"><span class=\"badge {class}\">{}</span> {}</p>\n", both(&word), both(&note))
}

/// Levels without any remedy.
fn baseline(seen: &Seen) -> String {
    let b = &seen.c.baseline;
    let shares = [
        (words::SECURITY, &b.security),
        (words::DILEMMA, &b.dilemma),
        (words::WASTE, &b.waste),
        (words::TRUST, &b.trust),
    ];
    let hazards = [(words::DELIBERATE, &b.deliberate), (words::ACCIDENTAL, &b.accidental)];
    let mut out = format!("<h3>{}</h3>\n<div class=\"ratios levels\">\n", both(&words::BASELINE));
    for (word, e) in shares {
        let (value, range) = prob_parts(e);
        out += &cell(word, e, &value, &range);
    }
    for (word, e) in hazards {
        let text = with_interval(e.mean, e.q05, e.q95);
        let (value, range) = text.split_once(' ').unwrap_or((&text, ""));
        out += &cell(word, e, value, range);
    }
    out += &lives(seen);
    out += &commons(seen);
    let note = if b.commons.is_some() { block("p", "fine", &words::COMMONS_NOTE) } else { String::new() };
    out + "</div>\n" + &block("p", "fine", &common::skewed(words::BASELINE_NOTE)) + &note
}

/// What is left of the commons without any remedy.
fn commons(seen: &Seen) -> String {
    let Some(c) = &seen.c.baseline.commons else { return String::new() };
    let cells =
        [(words::RESOURCE, &c.resource), (words::ENVIRONMENT, &c.environment), (words::COLLAPSED, &c.collapsed)];
    let said = |(word, e): (Word, &Estimate)| {
        let (value, range) = prob_parts(e);
        cell(word, e, &value, &range)
    };
    cells.into_iter().map(said).collect()
}

/// Deaths and output lost without any remedy, and who is hit worst.
fn lives(seen: &Seen) -> String {
    let Some(lives) = &seen.c.baseline.lives else { return String::new() };
    let cells =
        [(words::DEATHS, &lives.deaths, 1e-3), (words::WORST, &lives.worst, 1.0), (words::LOSS, &lives.loss, 100.0)];
    let mut out: String = cells
        .into_iter()
        .map(|(word, e, unit)| {
            let text = with_interval(e.mean * unit, e.q05 * unit, e.q95 * unit);
            let (value, range) = text.split_once(' ').unwrap_or((&text, ""));
            cell(word, e, value, range)
        })
        .collect();
    let who = both(&seen.actor(&lives.worst_hit));
    out += &format!("<div class=\"cell\"><i>{}</i><b>{who}</b></div>\n", both(&words::WORST_HIT));
    out
}

fn cell(word: Word, e: &Estimate, value: &str, range: &str) -> String {
    let (value, range) =
        if drawable(e.mean) { (escape(value), escape(range)) } else { (NOTHING.into(), String::new()) };
    format!("<div class=\"cell\"><i>{}</i><b>{value}</b> <small>{range}</small></div>\n", both(&word))
}

/// How to read an effect.
fn legend() -> String {
    let entry = |mark: Mark, word: &Word| {
        let mut svg = Svg::new(26.0, 14.0);
        if mark != Mark::Same {
            svg.line(&format!("span {}", mark.class()), (2.0, 7.0), (24.0, 7.0));
        }
        mark.draw(&mut svg, (13.0, 7.0));
        let drawn = svg.finish("", "");
        let inside = drawn.split_once('>').and_then(|(_, rest)| rest.rsplit_once("</svg>")).map_or("", |(s, _)| s);
        key("", inside, word)
    };
    let keys = [
        entry(Mark::Better, &words::KEY_BETTER),
        entry(Mark::Worse, &words::KEY_WORSE),
        entry(Mark::Changed, &words::KEY_CHANGED),
        entry(Mark::Open, &words::KEY_OPEN),
        entry(Mark::Same, &words::KEY_SAME),
    ];
    format!("<h3>{}</h3>\n<p class=\"keys\">{}</p>\n", both(&words::KEY), keys.concat())
        + &block("p", "fine", &words::KEY_NOTE)
        + &block("p", "fine", &words::KEY_COLUMNS)
        + &block("p", "fine", &words::KEY_TAG)
}
