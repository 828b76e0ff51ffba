//! The page of a measured mechanism: diagrams with their arrows, shares of the outcome, what it rests on.

mod arrows;
mod causes;
pub mod finding;
#[cfg(test)]
pub mod sample;
mod staggering;
mod terminal;
#[cfg(test)]
mod tests;
pub mod words;

pub use terminal::mechanism_summary;

use lab::mechanism::{Diagram, Mechanism};
use lab::scenario::Text;

use crate::Lang;
use crate::columns::clean;
use crate::frame::{fitting, frame, header, main, shorten};
use crate::html::{block, both, clip, escape};
use crate::numbers::count;
use crate::section::{basis, left_out, part};
use crate::words::{self as common, Say, Word, fill};
use words as say;

/// How much the page shows; smaller when a page would be too large.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// Figures.
    diagrams: usize,
    /// Boxes and arrows of one figure, and causes of one outcome.
    rows: usize,
    /// Characters of one text of the document.
    text: usize,
    /// Was anything taken away to fit?
    shortened: bool,
}

const LIMITS: [Limits; 3] = [
    Limits { diagrams: 6, rows: 40, text: 2000, shortened: false },
    Limits { diagrams: 6, rows: 24, text: 300, shortened: true },
    Limits { diagrams: 4, rows: 16, text: 80, shortened: true },
];

/// The page of a mechanism under one megabyte. Both languages stand in it; `lang` is shown first.
pub fn mechanism_page(mechanism: &Mechanism, lang: Lang) -> String {
    fitting(LIMITS.iter().map(|limits| page(mechanism, limits, lang)))
}

/// A short text that names something: the version, the scenario, its hash, a file.
fn short(raw: &str) -> String {
    clip(&clean(raw), 120)
}

fn page(m: &Mechanism, limits: &Limits, lang: Lang) -> String {
    let title = shorten(&m.title, limits.text);
    let figures: Vec<&Diagram> = m.diagrams.iter().take(limits.diagrams).collect();
    let mut contents = vec![common::S_ANSWER];
    contents.extend(figures.iter().map(|d| figure_word(d)));
    contents.push(say::S_SHARES);
    contents.extend(m.staggering.iter().map(|_| say::S_STAGGERING));
    contents.extend([common::S_BASIS, common::S_CITE]);
    let mut parts = vec![answer(m, limits)];
    for (i, diagram) in figures.iter().enumerate() {
        parts.push(part(i + 2, figure_word(diagram), &figure(diagram, limits)));
    }
    parts.push(part(parts.len() + 1, say::S_SHARES, &causes::body(&m.sharing, limits.rows, limits.text)));
    if let Some(s) = &m.staggering {
        parts.push(part(parts.len() + 1, say::S_STAGGERING, &staggering::body(s, limits.rows, limits.text)));
    }
    parts.push(part(parts.len() + 1, common::S_BASIS, &rests_on(m, limits)));
    parts.push(part(parts.len() + 1, common::S_CITE, &cite(m, limits)));
    let body = header(&title, &subtitle(m), &warnings(m, limits), &contents) + &main(&parts);
    frame(&title, &short(&m.herz), lang, &style(m), &body)
}

/// The style of the page; what an unmeasured arrow looks like only where there can be one.
fn style(m: &Mechanism) -> String {
    let more = m.diagrams.iter().any(|d| d.outcome.is_some());
    format!("{}{}", include_str!("mechanism.css"), if more { include_str!("unmeasured.css") } else { "" })
}

fn figure_word(diagram: &Diagram) -> Word {
    match diagram.id.as_str() {
        "formation" => say::S_FORMATION,
        "formation-nontraditional" => say::S_NONTRADITIONAL,
        "resolution" => say::S_RESOLUTION,
        _ => say::S_FIGURE,
    }
}

/// A figure with at most so many boxes and arrows, and with its texts cut.
fn figure(diagram: &Diagram, limits: &Limits) -> String {
    let mut shown = diagram.clone();
    shown.nodes.truncate(limits.rows);
    shown.arrows.truncate(limits.rows);
    let all = diagram.arrows.len();
    let rest = if all > limits.rows { left_out(say::LEFT_OUT, limits.rows, all) } else { String::new() };
    arrows::figure(&shown, limits.text) + &rest
}

fn subtitle(m: &Mechanism) -> Text {
    let (start, end, runs, seed) = (m.start.to_string(), m.end.to_string(), count(m.replications), m.seed.to_string());
    fill(common::SUBTITLE, &[&start, &end, &runs, &seed, &short(&m.herz)])
}

fn warnings(m: &Mechanism, limits: &Limits) -> Vec<Text> {
    let interrupted = fill(common::INTERRUPTED, &[&count(m.replications), &count(m.requested)]);
    let all = [(m.replications < m.requested, interrupted), (limits.shortened, common::SHORTENED.say())];
    all.into_iter().filter(|(applies, _)| *applies).map(|(_, text)| text).collect()
}

fn answer(m: &Mechanism, limits: &Limits) -> String {
    let mut body = String::new();
    for (i, sentence) in m.sentences.iter().take(6).enumerate() {
        body += &block("p", if i == 0 { "headline" } else { "" }, &shorten(sentence, limits.text));
    }
    if !m.caveats.is_empty() {
        body += &block("p", "lead", &common::CAVEATS);
        let items: String = m.caveats.iter().take(12).map(|c| block("li", "", &shorten(c, limits.text))).collect();
        body += &format!("<ul>{items}</ul>\n");
    }
    part(1, common::S_ANSWER, &body)
}

fn rests_on(m: &Mechanism, limits: &Limits) -> String {
    let note = shorten(&m.note, limits.text);
    let note = if note.en.is_empty() { String::new() } else { block("p", "", &note) };
    note + &basis::readings(&m.assumptions, limits.text)
}

fn cite(m: &Mechanism, limits: &Limits) -> String {
    let (start, end, seed) = (m.start.to_string(), m.end.to_string(), m.seed.to_string());
    let (runs, title) = (count(m.replications), shorten(&m.title, limits.text));
    let [herz, scenario, hash] = [&m.herz, &m.scenario, &m.scenario_hash].map(|t| short(t));
    let values: [&dyn Say; 8] = [&herz, &title, &scenario, &start, &end, &hash, &seed, &runs];
    let citation = fill(say::CITATION, &values);
    let mut out = format!("<h3>{}</h3>\n<p class=\"cite\">{}</p>\n", both(&common::CITE), both(&citation));
    let (file, preset) = (both(&common::COMMENT_FILE), both(&common::COMMENT_PRESET));
    let tail = format!("{} --seed {} --replications {}", escape(&scenario), m.seed, m.requested);
    let command = format!("herz mechanism scenario.toml  # {file}\nherz mechanism {tail}  # {preset}");
    out += &format!("<h3>{}</h3>\n<pre>{command}</pre>\n", both(&common::REPEAT));
    out += &block("p", "fine", &common::REPEAT_NOTE);
    out += &block("p", "fine", &fill(say::ASKED, &[&count(m.requested), &count(m.replications)]));
    if !m.files.names.is_empty() {
        let names: Vec<String> = m.files.names.iter().take(40).map(|n| short(n)).collect();
        out += &block("p", "fine", &fill(say::BESIDE, &[&names.join(", ")]));
    }
    out
}
