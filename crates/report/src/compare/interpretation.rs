//! The dilemma of interpretation: what trust and mistrust cost when they are wrong.

use lab::comparison::InterpretationRow;
use lab::scenario::Text;

use super::effect::{Sense, judge, shown, shown_percent};
use super::{Seen, words};
use crate::chart::mark::Mark;
use crate::chart::square::{Cell, square};
use crate::html::{block, both};
use crate::numbers::count;
use crate::section::{figure, nothing};
use crate::words::{Word, fill};

/// The whole part.
pub fn section(seen: &Seen) -> String {
    let ids = actors(seen);
    if ids.is_empty() {
        return nothing(words::INT_NONE);
    }
    let cards: String = ids.iter().take(seen.limits.actors).map(|id| card(seen, id)).collect();
    block("p", "", &words::INT_NOTE) + &format!("<div class=\"squares\">\n{cards}</div>\n")
}

/// Actors looked at, each once.
pub fn actors<'a>(seen: &Seen<'a>) -> Vec<&'a str> {
    let mut ids: Vec<&str> = Vec::new();
    for row in &seen.c.interpretation {
        if !ids.contains(&row.actor.as_str()) {
            ids.push(&row.actor);
        }
    }
    ids
}

/// One cell of an actor's table.
pub fn find<'a>(seen: &Seen<'a>, actor: &str, reading: &str, partner: &str) -> Option<&'a InterpretationRow> {
    seen.c.interpretation.iter().find(|r| r.actor == actor && r.reading == reading && r.partner == partner)
}

fn card(seen: &Seen, id: &str) -> String {
    let at = |reading: &str, partner: &str, name: Word| {
        find(seen, id, reading, partner).filter(|r| r.replications > 0).map(|r| cell(r, name))
    };
    let rows = [
        (
            words::INT_TRUST,
            [at("trust", "benign", words::INT_RIGHT_TRUST), at("trust", "greedy", words::INT_EXPLOITED)],
        ),
        (
            words::INT_MISTRUST,
            [at("mistrust", "benign", words::INT_NEEDLESS), at("mistrust", "greedy", words::INT_RIGHT_FEAR)],
        ),
    ];
    let name = seen.actor(id);
    let title = format!("<b>{}</b>", both(&name));
    let said = verdict(seen, id).map_or(String::new(), |text| block("p", "says", &text));
    figure(&title, &square([words::INT_BENIGN, words::INT_GREEDY], &rows), &said)
}

fn cell(r: &InterpretationRow, name: Word) -> Cell {
    let line = |word: Word, value: String| {
        // The value is HTML already, so it takes the place that a text would.
        let text = both(&fill(word, &[&"\u{e000}"]));
        text.replace('\u{e000}', &value)
    };
    let lines = vec![
        line(words::INT_OWN, shown(&r.hazard, Sense::Less)),
        line(words::INT_ALL, shown(&r.everyone, Sense::Less)),
        line(words::INT_EFFORT, shown_percent(&r.effort, Sense::Neither)),
        both(&fill(words::INT_RUNS, &[&count(r.replications)])),
    ];
    Cell { name, lines, mark: judge(&r.hazard, Sense::Less) }
}

/// Which of the two errors is shown to cost the actor security.
pub fn verdict(seen: &Seen, id: &str) -> Option<Text> {
    let costs = |reading: &str, partner: &str| {
        let mark = judge(&find(seen, id, reading, partner)?.hazard, Sense::Less);
        (mark != Mark::Missing).then_some(mark == Mark::Worse)
    };
    let word = match (costs("trust", "greedy")?, costs("mistrust", "benign")?) {
        (true, true) => words::INT_BOTH,
        (true, false) => words::INT_ONE_TRUST,
        (false, true) => words::INT_ONE_FEAR,
        (false, false) => words::INT_OPEN,
    };
    Some(fill(word, &[&seen.actor(id)]))
}
