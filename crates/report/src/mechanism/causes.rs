//! The outcome divided among its causes.

use lab::mechanism::{ShapleyRow, Sharing};
use lab::scenario::Text;

use super::arrows::value;
use super::words as say;
use crate::chart::shares::{Bar, bars, percent, percent_interval};
use crate::chart::svg::drawable;
use crate::frame::{name, shorten};
use crate::html::{block, both, escape};
use crate::numbers::{signed, with_interval};
use crate::section::{figure, nothing};
use crate::words::{Say, fill, join};

/// One figure per outcome; texts cut to so many characters.
pub fn body(sharing: &[Sharing], most: usize, limit: usize) -> String {
    let figures: String = sharing.iter().take(6).map(|s| outcome(s, most, limit)).collect();
    if figures.is_empty() {
        return nothing(say::NO_SHARES);
    }
    block("p", "", &say::SHARES_NOTE) + &figures + &block("p", "fine", &say::BAR_KEY)
}

fn outcome(s: &Sharing, most: usize, limit: usize) -> String {
    let w = &s.whole;
    let whole = fill(say::WHOLE, &[&with_interval(w.mean, w.ci95[0], w.ci95[1])]);
    let changed = fill(say::SHARED_OUT, &[&shorten(&s.outcome, limit)]);
    let title = format!("{}<small>{}</small>", both(&changed), both(&whole));
    let lines: Vec<Bar> = s.causes.iter().take(most).map(|c| bar(c, limit)).collect();
    let mut says = block("p", "verdict", &shorten(&s.sentence, limit));
    if let Some(tie) = tied(&s.causes) {
        says += &block("p", "values", &tie);
    }
    figure(&title, &bars(&lines, &sum(&s.causes)), &says)
}

fn bar(c: &ShapleyRow, limit: usize) -> Bar {
    let (share, range) = percent_interval(c.share);
    let off = fill(say::SWITCHED, &[&shorten(&c.cut, limit)]);
    Bar {
        label: format!("<b>{}</b><small>{}</small>", both(&name(Some(&c.name), &c.id, limit)), both(&off)),
        share: c.share,
        value: format!(
            "<b>{}</b> <span class=\"range\">{}</span><small>{}</small>",
            escape(&share),
            escape(&range),
            value(&c.value)
        ),
    }
}

/// All parts together.
fn sum(causes: &[ShapleyRow]) -> Bar {
    let share: f64 = causes.iter().map(|c| c.share[0]).sum();
    let amount: f64 = causes.iter().map(|c| c.value.mean).sum();
    let value = format!("<b>{}</b><small>{}</small>", escape(&percent(share)), escape(&signed(amount)));
    Bar { label: both(&say::SUM), share: [share, f64::NAN, f64::NAN], value }
}

/// The causes that may be the largest, where the intervals leave more than one.
pub fn tied(causes: &[ShapleyRow]) -> Option<Text> {
    let known: Vec<&ShapleyRow> = causes.iter().filter(|c| c.share.iter().all(|v| drawable(*v))).collect();
    let first = known.iter().max_by(|a, b| a.share[0].total_cmp(&b.share[0]))?;
    let near: Vec<Text> =
        known.iter().filter(|c| c.share[2] >= first.share[1]).map(|c| name(Some(&c.name), &c.id, 120)).collect();
    let (last, before) = near.split_last()?;
    let list = before.iter().cloned().reduce(|a, b| join(&a, say::COMMA, &b))?;
    Some(fill(say::TIED, &[&join(&list, say::AND, last) as &dyn Say]))
}
