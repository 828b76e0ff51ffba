//! What it rests on – competition rules, readings, where the numbers' sources stand – and how to cite and repeat it.

use lab::scenario::Text;

use super::{SEMICOLON, Seen, joined, words};
use crate::html::{block, both, escape, folded};
use crate::numbers::count;
use crate::section::basis::readings;
use crate::words::{self as common, fill};

/// Sets named behind a rule.
const SETS: usize = 3;

/// More rules than these are folded away.
const UNFOLDED: usize = 6;

/// What it rests on.
pub fn section(seen: &Seen) -> String {
    let note = seen.text(&seen.c.note);
    let note = if note.en.is_empty() { String::new() } else { block("p", "", &note) };
    let scenario = &seen.c.scenario;
    note + &competition(seen)
        + &readings(&seen.c.assumptions, seen.limits.text)
        + &block("p", "motives", &fill(words::SOURCES, &[scenario]))
}

/// Every rule once, with the sets in which it decided.
fn competition(seen: &Seen) -> String {
    let mut rules: Vec<(&Text, Vec<Text>)> = Vec::new();
    for run in &seen.c.runs {
        for rule in &run.competition {
            let name = seen.text(&run.name);
            match rules.iter_mut().find(|(known, _)| *known == rule) {
                Some((_, sets)) => sets.push(name),
                None => rules.push((rule, vec![name])),
            }
        }
    }
    if rules.is_empty() {
        return block("p", "", &words::NO_COMPETITION);
    }
    let item = |(rule, sets): &(&Text, Vec<Text>)| {
        let mut names = joined(sets.iter().take(SETS).cloned(), SEMICOLON);
        if sets.len() > SETS {
            names = fill(words::COMPETITION_MORE, &[&names, &count((sets.len() - SETS) as u64)]);
        }
        block("li", "", &fill(words::COMPETITION_IN, &[&seen.text(rule), &names]))
    };
    let items: String = rules.iter().take(seen.limits.rows).map(item).collect();
    let body = format!("<ul>{items}</ul>\n") + &super::table::more(seen.limits.rows, rules.len());
    let title = both(&words::COMPETITION);
    if rules.len() > UNFOLDED { folded(&title, &body) } else { format!("<h3>{title}</h3>\n{body}") }
}

/// How to cite the page and how to compute it again.
pub fn cite(seen: &Seen) -> String {
    let c = seen.c;
    let (start, end, seed, runs) = (c.start.to_string(), c.end.to_string(), c.seed.to_string(), count(c.replications));
    let title = seen.text(&c.title);
    let citation = fill(words::CITATION, &[&c.herz, &title, &c.scenario, &start, &end, &c.scenario_hash, &seed, &runs]);
    let mut out = format!("<h3>{}</h3>\n<p class=\"cite\">{}</p>\n", both(&common::CITE), both(&citation));
    out += &format!("<h3>{}</h3>\n<pre>{}</pre>\n", both(&common::REPEAT), command(seen));
    out += &block("p", "fine", &common::REPEAT_NOTE);
    if !c.files.names.is_empty() {
        let names = c.files.names.iter().take(40).map(String::as_str).collect::<Vec<_>>().join(", ");
        out += &block("p", "fine", &fill(words::HOLDS_FILES, &[&names]));
    }
    out
}

/// The command that computes the same again: the folder is left out, so that the page does not depend on it.
fn command(seen: &Seen) -> String {
    let c = seen.c;
    let (file, preset) = (both(&common::COMMENT_FILE), both(&common::COMMENT_PRESET));
    let tail = format!("--seed {} --replications {}", c.seed, c.requested);
    format!("herz compare scenario.toml  # {file}\nherz compare {} {tail}  # {preset}", escape(&c.scenario))
}
