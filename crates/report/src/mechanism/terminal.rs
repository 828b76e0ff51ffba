//! The terminal summary of a mechanism: its sentences, every arrow with its finding, the shares.

use lab::mechanism::{ArrowRow, Diagram, Mechanism, Sharing, Staggering};
use lab::scenario::Text;
use unicode_width::UnicodeWidthStr;

use super::arrows::way;
use super::causes::tied;
use super::finding::{Finding, count as counted, finding, with_range};
use super::words as say;
use crate::Lang;
use crate::chart::shares::{percent, percent_interval};
use crate::chart::svg::drawable;
use crate::columns::{bar, clean, pad, wrap};
use crate::frame::{name, shorten};
use crate::lines::{BLUE, BOLD, FAINT, GREEN, Lines, PLAIN, RED, YELLOW};
use crate::numbers::{NOTHING, count, with_interval};
use crate::words::{self as common, Say, Word, fill, join};

/// Arrows of one figure, figures, outcomes and causes that are listed.
const ARROWS: usize = 16;
const FIGURES: usize = 3;
const OUTCOMES: usize = 4;
const CAUSES: usize = 8;

/// Arrows of a figure about an epidemic, and caveats where there is one.
const ILL_ARROWS: usize = 26;
const ILL_CAVEATS: usize = 7;

/// The summary of a mechanism for a terminal `width` columns wide, in one language.
///
/// Without `colour` it holds no control characters but line ends.
pub fn mechanism_summary(mechanism: &Mechanism, lang: Lang, colour: bool, width: usize) -> String {
    let mut page = Lines::new(lang, colour, width, &[]);
    head(&mut page, mechanism);
    for diagram in mechanism.diagrams.iter().take(FIGURES) {
        figure(&mut page, diagram);
    }
    for sharing in mechanism.sharing.iter().take(OUTCOMES) {
        shares(&mut page, sharing);
    }
    if let Some(s) = &mechanism.staggering {
        staggering(&mut page, s);
    }
    rest(&mut page, mechanism);
    page.tight(usize::MAX)
}

fn head(page: &mut Lines, m: &Mechanism) {
    page.wrapped(BOLD, &m.title, 1);
    let (start, end, seed) = (m.start.to_string(), m.end.to_string(), m.seed.to_string());
    let runs = count(m.replications);
    page.wrapped(FAINT, &fill(common::SUBTITLE, &[&start, &end, &runs, &seed, &m.herz]), 1);
    if m.replications < m.requested {
        page.wrapped(YELLOW, &fill(common::INTERRUPTED, &[&runs, &count(m.requested)]), 2);
    }
    page.line(&[]);
    // What staggering nets out to stands with its figures.
    let most = if m.staggering.is_some() { 4 } else { 3 };
    for (i, sentence) in m.sentences.iter().take(most).enumerate() {
        page.wrapped(if i == 0 { BOLD } else { PLAIN }, sentence, 3);
    }
}

fn figure(page: &mut Lines, diagram: &Diagram) {
    page.line(&[]);
    heading(page, &shorten(&diagram.title, 200), &tally(diagram));
    let most = if diagram.outcome.is_some() { ILL_ARROWS } else { ARROWS };
    let shown: Vec<&ArrowRow> = diagram.arrows.iter().take(most).collect();
    let badges: Vec<String> = shown.iter().map(|a| page.say(&badge(a))).collect();
    let widest = badges.iter().map(|b| b.width()).max().unwrap_or(0) + 2;
    for (i, (arrow, badge)) in shown.iter().zip(&badges).enumerate() {
        one(page, diagram, arrow, &format!("{:>2} ", i + 1), &pad(badge, widest));
    }
    if diagram.arrows.len() > most {
        let more = fill(say::T_MORE, &[&count((diagram.arrows.len() - most) as u64)]);
        page.wrapped(FAINT, &more, 1);
    }
}

/// What follows and its figures: on one line where there is room for both, else on two.
fn heading(page: &mut Lines, title: &Text, figures: &dyn Say) {
    let both = fill(say::T_HEADING, &[title, figures]);
    if page.say(&both).width() <= page.width {
        page.wrapped(BOLD, &both, 1);
    } else {
        page.wrapped(BOLD, title, 2);
        page.wrapped(BOLD, figures, 1);
    }
}

/// An arrow with the sign that the paper states, and what it adds: on one line where there is room for both, else on two.
fn one(page: &mut Lines, diagram: &Diagram, arrow: &ArrowRow, number: &str, badge: &str) {
    let style = match finding(arrow) {
        Finding::Stated => GREEN,
        Finding::Opposite => RED,
        _ => FAINT,
    };
    let sign = if arrow.sign.starts_with('+') { "+ " } else { "− " };
    let before = number.width() + badge.width() + sign.width();
    let room = page.width.saturating_sub(before).max(12);
    let way = clean(&page.say(&way(diagram, arrow)));
    let unit = page.say(&shorten(&arrow.unit, 60));
    let effect = format!("{} {unit}", effect(arrow));
    let ways = wrap(&way, room, 2);
    for (at, way) in ways.iter().enumerate() {
        let gap = room.saturating_sub(way.width() + effect.width());
        let together = gap >= 2 && at + 1 == ways.len();
        let tail = if together { " ".repeat(gap) + &effect } else { String::new() };
        if at == 0 {
            page.line(&[(FAINT, number), (style, badge), (FAINT, sign), (PLAIN, way), (PLAIN, &tail)]);
        } else {
            page.line(&[(PLAIN, &" ".repeat(before)), (PLAIN, way), (PLAIN, &tail)]);
        }
        if !together && at + 1 == ways.len() {
            let gap = room.saturating_sub(effect.width());
            page.line(&[(PLAIN, &" ".repeat(before + gap)), (PLAIN, &effect)]);
        }
    }
}

fn shares(page: &mut Lines, s: &Sharing) {
    page.line(&[]);
    let whole = with_interval(s.whole.mean, s.whole.ci95[0], s.whole.ci95[1]);
    page.wrapped(BOLD, &fill(say::T_SHARED_OUT, &[&shorten(&s.outcome, 200), &whole]), 2);
    let shown: Vec<_> = s.causes.iter().take(CAUSES).collect();
    let names: Vec<String> = shown.iter().map(|c| page.say(&name(Some(&c.name), &c.id, 60))).collect();
    let sum_name = page.say(&say::SUM);
    let widest = names.iter().chain([&sum_name]).map(|n| n.width()).max().unwrap_or(0).min(30) + 2;
    let columns = page.width.saturating_sub(widest + 34).clamp(6, 30);
    let largest = shown.iter().map(|c| c.share[0]).filter(|v| drawable(*v)).fold(1e-9, f64::max).max(1.0);
    for (cause, name) in shown.iter().zip(&names) {
        let (full, rest) = bar(cause.share[0] / largest, columns);
        let (share, range) = percent_interval(cause.share);
        let value = format!(" {share:>5} {range}").trim_end().to_string();
        page.line(&[(PLAIN, &pad(name, widest)), (BLUE, &full), (FAINT, &rest), (PLAIN, &value)]);
    }
    if s.causes.len() > CAUSES {
        page.wrapped(FAINT, &fill(say::T_MORE, &[&count((s.causes.len() - CAUSES) as u64)]), 1);
    }
    let sum: f64 = s.causes.iter().map(|c| c.share[0]).sum();
    let value = format!("{} {:>5}", " ".repeat(columns), percent(sum));
    page.line(&[(FAINT, &pad(&sum_name, widest)), (FAINT, &value)]);
    page.wrapped(PLAIN, &s.sentence, 3);
    if let Some(tie) = tied(&s.causes) {
        page.wrapped(FAINT, &tie, 2);
    }
}

/// What staggering changes, and the net.
fn staggering(page: &mut Lines, s: &Staggering) {
    page.line(&[]);
    page.wrapped(BOLD, &say::S_STAGGERING, 1);
    for row in s.rows.iter().take(CAUSES) {
        let (mean, range) = with_range(&row.effect);
        let name = page.say(&name(Some(&row.name), &row.id, 60));
        let amount = format!("{mean} {range} {}", page.say(&shorten(&row.unit, 40)));
        let gap = page.width.saturating_sub(name.width() + amount.width());
        if gap >= 2 {
            page.line(&[(PLAIN, &name), (PLAIN, &(" ".repeat(gap) + &amount))]);
        } else {
            page.wrapped(PLAIN, &Text::same(&name), 2);
            page.wrapped(PLAIN, &Text::same(&format!("  {amount}")), 2);
        }
    }
    page.wrapped(PLAIN, &s.sentence, 4);
}

fn rest(page: &mut Lines, m: &Mechanism) {
    page.line(&[]);
    let caveats = if m.staggering.is_some() { ILL_CAVEATS } else { 3 };
    for caveat in m.caveats.iter().take(caveats) {
        page.wrapped(FAINT, &join(&"– ", Word { en: "", zh: "" }, &shorten(caveat, 400)), 2);
    }
    page.wrapped(FAINT, &say::T_BRACKETS, 2);
    if m.diagrams.iter().any(|d| !d.arrows.is_empty()) {
        page.wrapped(FAINT, &say::T_SIGN, 2);
    }
    if m.diagrams.iter().flat_map(|d| &d.arrows).any(|a| a.by_construction) {
        page.wrapped(FAINT, &say::T_STAR, 2);
    }
    if let Some(file) = m.files.names.iter().find(|n| n.ends_with(".html")) {
        let folder = m.files.folder.trim_end_matches('/');
        let path = if folder.is_empty() { file.clone() } else { format!("{folder}/{file}") };
        let label = pad(&page.say(&common::T_REPORT), 9);
        page.line(&[(FAINT, &label), (BOLD, &path)]);
    }
}

/// The finding in a word, with a star where the arrow is there by construction.
fn badge(arrow: &ArrowRow) -> Text {
    let star = if arrow.by_construction { "*" } else { "" };
    join(&finding(arrow).short(), Word { en: "", zh: "" }, &star)
}

/// `+0.42 [+0.31, +0.53]`.
fn effect(arrow: &ArrowRow) -> String {
    if finding(arrow) == Finding::Unmeasured {
        return NOTHING.into();
    }
    let (mean, range) = with_range(&arrow.effect);
    format!("{mean} {range}").trim_end().into()
}

/// "8 of 10 as stated · 1 none shown · 1 opposite".
fn tally(diagram: &Diagram) -> Text {
    let (stated, all) = (counted(diagram, Finding::Stated).to_string(), diagram.arrows.len().to_string());
    let mut text = fill(say::T_TALLY, &[&stated, &all]);
    let rest = [
        (Finding::Nothing, say::T_TALLY_NONE),
        (Finding::Opposite, say::T_TALLY_OPPOSITE),
        (Finding::Unmeasured, say::T_TALLY_UNMEASURED),
    ];
    for (found, word) in rest {
        let n = counted(diagram, found);
        if n > 0 {
            text = join(&text, Word { en: " · ", zh: " · " }, &fill(word, &[&n.to_string()]));
        }
    }
    text
}
