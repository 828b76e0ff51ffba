//! The parts of the page, one file each, and what they share: names, limits, legends.

pub mod answer;
pub mod basis;
pub mod cite;
pub mod definitions;
mod foremost;
pub mod hazard;
pub mod nature;
pub mod paths;
pub mod physics;
pub mod series;

use lab::outcome::Outcome;
use lab::scenario::Text;

use crate::frame::{name, shorten};
use crate::html::{self, both};
use crate::numbers;
use crate::words::{self, Say, Word};

/// How much the page shows; smaller when a page would be too large.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Actors with panels of their own.
    pub actors: usize,
    /// Panels in one part.
    pub panels: usize,
    /// Pairs in the strip of verdicts.
    pub pairs: usize,
    /// Pairs with a mistrust panel.
    pub tracked: usize,
    /// Numbers listed.
    pub numbers: usize,
    /// Characters of one text of the scenario.
    pub text: usize,
    /// Was anything taken away to fit?
    pub shortened: bool,
}

/// An outcome, seen with limits.
pub struct View<'a> {
    /// What is shown.
    pub outcome: &'a Outcome,
    /// How much of it.
    pub limits: Limits,
}

/// Number of the part that stands only where something happens; those after it move up by one.
pub const HAPPENED: usize = 5;
/// Number of the part with the list of numbers, where nothing happens.
pub const BASIS: usize = 9;

/// Limits of a page with room.
pub const GENEROUS: Limits =
    Limits { actors: 8, panels: 24, pairs: 20, tracked: 6, numbers: 600, text: 4000, shortened: false };

impl<'a> View<'a> {
    /// A text of the scenario, cut to the limit.
    pub fn text(&self, text: &Text) -> Text {
        shorten(text, self.limits.text)
    }

    /// A name for an actor's id.
    pub fn actor(&self, id: &str) -> Text {
        let found = self.outcome.actors.iter().find(|a| a.id == id).map(|a| &a.name);
        name(found, id, self.limits.text)
    }

    /// A name for an issue's id.
    pub fn issue(&self, id: &str) -> Text {
        let found = self.outcome.issues.iter().find(|i| i.id == id).map(|i| &i.name);
        name(found, id, self.limits.text)
    }

    /// ` (issue)` where there is more than one, else nothing.
    pub fn in_issue(&self, id: &str) -> Text {
        if self.outcome.issues.len() > 1 { words::fill(words::IN_ISSUE, &[&self.issue(id)]) } else { Text::default() }
    }

    /// Unit of effort in an issue.
    pub fn effort_unit(&self, id: &str) -> Text {
        let found = self.outcome.issues.iter().find(|i| i.id == id);
        found.map(|i| self.text(&i.effort_unit)).unwrap_or_default()
    }

    /// A unit of the catalogue or of an issue in both languages; any other as it is.
    pub fn unit(&self, raw: &str) -> Text {
        let of_issues = self.outcome.issues.iter().map(|i| &i.effort_unit);
        let known = of_issues.chain(self.outcome.waste.iter().map(|w| &w.unit)).find(|unit| unit.en == raw);
        let fixed = || words::UNITS.iter().find(|unit| unit.en == raw).map(Say::say);
        self.text(&known.cloned().or_else(fixed).unwrap_or_else(|| Text::same(raw)))
    }

    /// Are there wars, warheads, levels or remedies in force?
    pub fn happens(&self) -> bool {
        let p = &self.outcome.physics;
        !(p.wars.is_empty() && p.nuclear.is_empty() && p.nodes.is_empty() && p.remedies.is_empty())
    }

    /// The number of a part that would be the `n`-th if nothing happened and nature did nothing, whose parts stand after the first.
    pub fn number(&self, n: usize) -> usize {
        let before = if n > 1 { nature::headings(self).len() } else { 0 };
        n + before + usize::from(n >= HAPPENED && self.happens())
    }

    /// Unit in which remedies cost: that of waste in the first issue.
    pub fn cost_unit(&self) -> Text {
        let o = self.outcome;
        let first = o.issues.first().and_then(|i| o.waste.iter().find(|w| w.issue == i.id));
        first.map(|w| self.text(&w.unit)).unwrap_or_default()
    }

    /// Has any actor an observed series?
    pub fn observes(&self) -> bool {
        self.outcome.actors.iter().any(|a| a.observed.is_some())
    }
}

/// "Shown: the first … of …".
pub fn left_out(word: Word, shown: usize, all: usize) -> String {
    html::block("p", "left-out", &words::fill(word, &[&shown.to_string(), &numbers::count(all as u64)]))
}

/// A part of the page with its number and heading.
pub fn part(number: usize, heading: Word, body: &str) -> String {
    format!("<section id=\"s{number}\"><h2><small>{number}</small> {}</h2>\n{body}</section>\n", both(&heading))
}

/// What stands in a part that has nothing to draw.
pub fn nothing(word: Word) -> String {
    html::block("p", "nothing", &word)
}

/// A figure: caption, chart, a line of values.
pub fn figure(title: &str, chart: &str, values: &str) -> String {
    format!("<figure><figcaption>{title}</figcaption>\n{chart}{values}</figure>\n")
}

/// Name of a verdict.
pub fn verdict_word(verdict: &str) -> Word {
    match verdict {
        "harmony" => words::HARMONY,
        "security-dilemma" | "dilemma" | "security_dilemma" => words::DILEMMA,
        "predation" => words::PREDATION,
        "rivalry" => words::RIVALRY,
        _ => words::UNDECIDED,
    }
}

/// A legend entry: a small drawing and its meaning.
pub fn key(class: &str, drawing: &str, meaning: &dyn Say) -> String {
    format!(
        "<span class=\"key\"><svg class=\"{class}\" viewBox=\"0 0 26 14\" width=\"26\" height=\"14\" aria-hidden=\"true\">{drawing}</svg>{}</span>\n",
        both(meaning)
    )
}

/// The legend of bands, median and, where there are any, observed dots.
pub fn band_keys(observed: bool) -> String {
    let mut out = String::from("<p class=\"keys\">");
    out += &key("", "<path class=\"b9 a\" d=\"M0 1H26V13H0Z\"/>", &words::BAND90);
    out += &key(
        "",
        "<path class=\"b9 a\" d=\"M0 1H26V13H0Z\"/><path class=\"b5 a\" d=\"M0 1H26V13H0Z\"/>",
        &words::BAND50,
    );
    out += &key("", "<path class=\"med a\" d=\"M0 7H26\"/>", &words::MEDIAN);
    if observed {
        out += &key("", "<circle class=\"obs\" cx=\"13\" cy=\"7\" r=\"2.6\"/>", &words::OBSERVED);
    }
    out + "</p>\n"
}
