//! The parts on what nature did: epidemics, commons, trouble. They stand after the answer, and only where a scenario has them.

pub mod commons;
pub mod contradictions;
pub mod epidemic;
#[cfg(test)]
mod tests;
pub mod trouble;
pub mod words;

use lab::outcome::Band;
use lab::scenario::Text;

use super::{View, figure, key, part};
use crate::chart::time::{Layer, Range, SMALL, Time};
use crate::html::both;
use crate::words::{Say, Word};

/// Style rules that only these parts need.
pub const STYLE: &str = include_str!("nature.css");

/// Headings of the parts that a view has, in order.
pub fn headings(view: &View) -> Vec<Word> {
    let p = &view.outcome.physics;
    let all = [
        (p.health.is_empty(), words::S_EPIDEMIC),
        (p.commons.is_empty(), words::S_COMMONS),
        (p.trouble.is_empty(), words::S_TROUBLE),
    ];
    all.into_iter().filter(|(empty, _)| !empty).map(|(_, word)| word).collect()
}

/// The parts, numbered from `first`.
pub fn sections(view: &View, first: usize) -> Vec<String> {
    let bodies = [epidemic::body(view), commons::body(view), trouble::body(view)];
    let bodies = bodies.into_iter().filter(|body| !body.is_empty());
    let named = headings(view).into_iter().zip(bodies);
    named.enumerate().map(|(i, (word, body))| part(first + i, word, &body)).collect()
}

/// Small panels in rows of four.
fn fours(panels: &str) -> String {
    format!("<div class=\"grid fours\">\n{panels}</div>\n")
}

/// A small chart of one actor; nothing where there is nothing to draw.
fn small(name: &Text, time: &Time<'_>, below: &dyn Say) -> Option<String> {
    let drawn = time.draw_as(SMALL)?;
    let below = below.say();
    let below = if below.en.is_empty() { String::new() } else { format!("<small>{}</small>", both(&below)) };
    Some(figure(&format!("<b>{}</b>{below}", both(name)), &drawn.markup, ""))
}

/// Two bands in one small chart: the first solid and blue, the second dashed and red.
fn two<'a>(first: &'a Band, second: &'a Band, range: Range) -> Time<'a> {
    let layer = |class, band| Layer { class, band, inner: false, label: None };
    Time { layers: vec![layer("a", first), layer("b", second)], dots: None, range, marks: vec![] }
}

/// Bands of one quantity with dots.
fn one<'a>(band: &'a Band, dots: Option<(&'a [f64], &'a [f64])>, range: Range) -> Time<'a> {
    Time { layers: vec![Layer { class: "a", band, inner: true, label: None }], dots, range, marks: vec![] }
}

/// The legend of two bands.
fn two_keys(first: Word, second: Word) -> String {
    let line = |class: &str| {
        let edge = if class == "b" { "<path class=\"edge\" d=\"M0 1H26M0 13H26\"/>" } else { "" };
        format!("<path class=\"b9 {class}\" d=\"M0 1H26V13H0Z\"/>{edge}<path class=\"med {class}\" d=\"M0 7H26\"/>")
    };
    format!("<p class=\"keys\">{}{}</p>\n", key("", &line("a"), &first), key("", &line("b"), &second))
}
