//! A comparison of remedies for people: one HTML page and one terminal summary, in English and Chinese.
//!
//! An effect is a finding only where its 95 % interval is clear of zero; any other is printed as undecided.

mod alone;
mod answer;
mod basis;
mod cost;
mod doctrines;
mod effect;
mod interpretation;
mod order;
mod page;
mod pairs;
mod robustness;
#[cfg(test)]
mod sample;
mod table;
mod terminal;
mod words;

pub use page::comparison_page;
pub use terminal::comparison_summary;

use lab::comparison::{Comparison, Effects, RemedyRow, RunRow};
use lab::outcome::Effect;
use lab::scenario::Text;

use crate::chart::svg::drawable;
use crate::frame::{name, shorten};
use crate::words::{Say, Word, join};

/// How much the page shows; smaller when a page would be too large.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// Rows of a forest plot or of a table.
    rows: usize,
    /// Remedies in the map of pairs.
    map: usize,
    /// Pairs with every effect.
    pairs: usize,
    /// Actors named in one place.
    actors: usize,
    /// Characters of one text of the scenario.
    text: usize,
    /// Was anything taken away to fit?
    shortened: bool,
}

/// Limits of a page with room.
const GENEROUS: Limits = Limits { rows: 40, map: 16, pairs: 30, actors: 8, text: 4000, shortened: false };

/// Between two items of a list.
const COMMA: Word = Word { en: ", ", zh: "、" };

/// Between two items that may hold commas themselves.
const SEMICOLON: Word = Word { en: "; ", zh: "；" };

/// A comparison, seen with limits.
struct Seen<'a> {
    c: &'a Comparison,
    limits: Limits,
}

impl<'a> Seen<'a> {
    fn text(&self, text: &Text) -> Text {
        shorten(text, self.limits.text)
    }

    /// A name for an actor's id.
    fn actor(&self, id: &str) -> Text {
        name(self.c.actors.iter().find(|a| a.id == id).map(|a| &a.name), id, self.limits.text)
    }

    fn remedy(&self, id: &str) -> Option<&'a RemedyRow> {
        self.c.remedies.iter().find(|r| r.id == id)
    }

    /// A name for a remedy's id.
    fn remedy_name(&self, id: &str) -> Text {
        name(self.remedy(id).map(|r| &r.name), id, self.limits.text)
    }

    /// A name for a run's id.
    fn run_name(&self, id: &str) -> Text {
        let run = self.c.runs.iter().find(|r| r.id == id).map(|r| &r.name);
        let none = words::NO_REMEDY.say();
        let plain = (id.is_empty() || id == "none").then_some(&none);
        name(run.or(plain), id, self.limits.text)
    }

    /// Whether runs are ranked by lives.
    fn lives(&self) -> bool {
        self.c.measure == "lives"
    }

    /// One word where runs are ranked by security, another where by lives.
    fn either(&self, security: Word, lives: Word) -> Word {
        if self.lives() { lives } else { security }
    }

    /// An effect on what runs are ranked by, as it is shown: percentage points of security, or thousands of lives saved.
    fn scaled(&self, e: &Effect) -> Effect {
        if self.lives() { effect::times(e, 1e-3) } else { effect::points(e) }
    }

    /// What runs are ranked by, as it is shown; more is better.
    fn first(&self, e: &Effects) -> Effect {
        match e.lives.as_ref().filter(|_| self.lives()) {
            Some(lives) => effect::times(&effect::turned(&lives.deaths), 1e-3),
            None => effect::points(&e.security),
        }
    }

    /// What lies on either side of no effect.
    fn ways(&self) -> [Word; 2] {
        if self.lives() { [words::MORE_DEAD, words::FEWER_DEAD] } else { [words::LESS_SAFE, words::SAFER] }
    }

    /// Runs of a kind that cost more than the budget allows.
    fn over_budget(&self, kind: &str) -> Vec<&'a RunRow> {
        self.c.runs.iter().filter(|r| r.kind == kind && r.over_budget).collect()
    }

    /// Runs of a kind within the budget, the best first; those without a usable effect last.
    fn ranked(&self, kind: &str) -> Vec<&'a RunRow> {
        let mut runs: Vec<&RunRow> = self.c.runs.iter().filter(|r| r.kind == kind && !r.over_budget).collect();
        let rank = |r: &RunRow| {
            let e = self.first(&r.effects);
            if e.replications > 0 && drawable(e.mean) { e.mean } else { f64::MIN }
        };
        runs.sort_by(|a, b| rank(b).total_cmp(&rank(a)));
        runs
    }

    /// Which members of a run follow from the functional form alone: all, or their names.
    fn by_construction(&self, run: &RunRow) -> Option<Text> {
        let flagged = |id: &&String| self.remedy(id).is_some_and(|r| r.by_construction);
        let found: Vec<&String> = run.members.iter().filter(flagged).collect();
        match (found.len(), run.members.len()) {
            (0, _) => None,
            (some, all) if some == all => Some(words::BY_CONSTRUCTION.say()),
            _ => Some(crate::words::fill(words::PARTLY, &[&list(found.iter().map(|id| self.remedy_name(id)))])),
        }
    }
}

/// Texts, one after the other.
fn list(texts: impl Iterator<Item = Text>) -> Text {
    joined(texts, COMMA)
}

/// Texts with something between them.
fn joined(texts: impl Iterator<Item = Text>, between: Word) -> Text {
    texts.reduce(|a, b| join(&a, between, &b)).unwrap_or_default()
}
