//! The parts that show a quantity over time: effort, mistrust and the spiral rate.

use lab::outcome::{ActorOutcome, Band, PairOutcome};

use super::{View, band_keys, figure, key, nothing, part};
use crate::chart::svg::drawable;
use crate::chart::time::{Drawn, Layer, Range, Time};
use crate::html::{block, both};
use crate::numbers::{self, median_estimate, num, percent, prob, signed_with_interval, thousands};
use crate::words::{self, Word, fill};

/// Part 2: effort against what was observed.
pub fn effort(view: &View) -> String {
    let (actors, note) = view.shown_actors();
    let kinds = axes(&actors);
    let range = |a: &ActorOutcome| kinds.iter().find(|k| k.0 == a.issue).map_or(Range::Amounts, |k| k.1);
    let panels: String = actors.iter().filter_map(|a| effort_panel(view, a, range(a))).collect();
    if panels.is_empty() {
        return part(view.number(2), effort_heading(view), &nothing(words::NO_DATA));
    }
    let mut lead = block("p", "", &words::EFFORT_NOTE);
    if view.observes() {
        lead += &block("p", "", &words::EFFORT_DOTS);
    }
    let observed = actors.iter().any(|a| a.observed.is_some());
    part(view.number(2), effort_heading(view), &(lead + &band_keys(observed) + &grid(&panels) + &note))
}

/// Heading of part 2: observation is named only where there is any.
pub fn effort_heading(view: &View) -> Word {
    if view.observes() { words::S_EFFORT } else { words::S_EFFORT_ONLY }
}

/// The kind of vertical axis that every effort panel of an issue has.
fn axes<'a>(actors: &[&'a ActorOutcome]) -> Vec<(&'a str, Range)> {
    let mut out: Vec<(&str, Range)> = Vec::new();
    for issue in actors.iter().map(|a| a.issue.as_str()) {
        if out.iter().any(|k| k.0 == issue) {
            continue;
        }
        let of_issue = || actors.iter().filter(|a| a.issue == issue);
        let logs = |range: Range| of_issue().filter_map(move |a| effort_chart(a, range)).map(|d| d.log);
        let log = logs(Range::Amounts).any(|log| log) && logs(Range::Powers).all(|log| log);
        out.push((issue, if log { Range::Powers } else { Range::Plain }));
    }
    out
}

/// Panels side by side.
pub fn grid(panels: &str) -> String {
    format!("<div class=\"grid\">\n{panels}</div>\n")
}

fn effort_chart(actor: &ActorOutcome, range: Range) -> Option<Drawn> {
    let dots = actor.observed.as_ref().map(|o| (o.years.as_slice(), o.values.as_slice()));
    let layers = vec![Layer { class: "a", band: &actor.effort, inner: true, label: None }];
    Time { layers, dots, range, marks: vec![] }.draw()
}

fn effort_panel(view: &View, actor: &ActorOutcome, range: Range) -> Option<String> {
    let drawn = effort_chart(actor, range)?;
    let mut values = start_end(&actor.effort);
    if view.observes() {
        values += &coverage(actor);
    }
    Some(figure(&caption(view, actor, &view.effort_unit(&actor.issue), drawn.log), &drawn.markup, &values))
}

/// Actor, issue, unit, and whether the axis is logarithmic.
pub fn caption(view: &View, actor: &ActorOutcome, unit: &dyn words::Say, log: bool) -> String {
    let mut out = format!("<b>{}</b>{}", both(&view.actor(&actor.id)), both(&view.in_issue(&actor.issue)));
    out += &format!("<small>{}", both(unit));
    if log {
        out += &format!(" · {}", both(&words::LOG_AXIS));
    }
    out + "</small>"
}

/// Median at both ends and the range at the end.
pub fn start_end(band: &Band) -> String {
    let (Some(a), Some(b)) = (band.q50.first(), band.q50.last()) else {
        return String::new();
    };
    let (Some(lo), Some(hi)) = (band.q05.last(), band.q95.last()) else {
        return String::new();
    };
    block("p", "values", &fill(words::START_END, &[&num(*a), &num(*b), &format!("[{}, {}]", num(*lo), num(*hi))]))
}

fn coverage(actor: &ActorOutcome) -> String {
    let Some(o) = &actor.observed else {
        return block("p", "values", &words::NO_OBSERVED);
    };
    if !drawable(o.coverage90) || !drawable(o.coverage50) {
        return String::new();
    }
    let n = o.values.iter().filter(|v| drawable(**v)).count();
    let text = fill(words::COVERAGE, &[&percent(o.coverage90), &percent(o.coverage50), &thousands(n as f64)]);
    block("p", "values", &text)
}

/// Part 3: mistrust against the truth.
pub fn mistrust(view: &View) -> String {
    let tracked: Vec<&PairOutcome> = view.directed_pairs().into_iter().filter(|p| p.mistrust.is_some()).collect();
    let limit = view.limits.tracked;
    let panels: String = tracked.iter().take(limit).filter_map(|p| mistrust_panel(view, p)).collect();
    if panels.is_empty() {
        return part(view.number(3), words::S_MISTRUST, &nothing(words::NO_MISTRUST));
    }
    let drawing = "<path class=\"truth\" d=\"M0 7H26\"/><path class=\"truth-end\" d=\"M16 7L21 2L26 7L21 12Z\"/>";
    let keys = band_keys(false).replace("</p>", &(key("", drawing, &words::TRUTH) + "</p>"));
    let mut body = block("p", "", &words::MISTRUST_NOTE) + &keys + &grid(&panels);
    let untracked = view.outcome.pairs.len() - tracked.len();
    if tracked.len() > limit || untracked > 0 {
        let counts = [tracked.len().min(limit), tracked.len(), untracked].map(|n| thousands(n as f64));
        let said = match untracked {
            0 => fill(words::PAIRS_ALL_TRACKED, &[&counts[0], &counts[1]]),
            _ => fill(words::PAIRS_TRACKED, &[&counts[0], &counts[1], &counts[2]]),
        };
        body += &block("p", "left-out", &said);
    }
    part(view.number(3), words::S_MISTRUST, &body)
}

fn mistrust_panel(view: &View, pair: &PairOutcome) -> Option<String> {
    let band = pair.mistrust.as_ref()?;
    let layers = vec![Layer { class: "a", band, inner: true, label: None }];
    let drawn = Time { layers, dots: None, range: Range::Share, marks: vec![("truth", pair.truth)] }.draw()?;
    let name = fill(words::ABOUT, &[&view.actor(&pair.from), &view.actor(&pair.to)]);
    let title = format!("<b>{}</b>{}", both(&name), both(&view.in_issue(&pair.issue)));
    let m = &pair.misreading;
    let (mean, range) = signed_with_interval(m.mean, m.q05, m.q95);
    let misread = format!("{mean} {range}");
    let end = band.mean.last().map_or(numbers::NOTHING.into(), |v| prob(*v));
    let values = fill(words::TRUTH_IS, &[&percent(pair.truth), &end, &misread]);
    Some(figure(&title, &drawn.markup, &block("p", "values", &values)))
}

/// The spiral rate.
pub fn spiral(view: &View) -> String {
    let rate = &view.outcome.spiral_rate;
    let layers = vec![Layer { class: "a", band: &rate.by_year, inner: true, label: None }];
    let Some(drawn) = (Time { layers, dots: None, range: Range::Signed, marks: vec![] }).draw() else {
        return part(
            view.number(8),
            words::S_SPIRAL,
            &(block("p", "", &words::SPIRAL_NOTE) + &nothing(words::NO_DATA)),
        );
    };
    let [start, peak, end] = [&rate.at_start, &rate.peak, &rate.at_end].map(median_estimate);
    let mut side = block("p", "", &words::SPIRAL_NOTE);
    side += &block("p", "", &fill(words::SPIRAL_VALUES, &[&start, &peak, &end, &numbers::count(rate.replications)]));
    if rate.peak.q05 > 1e-6 && drawable(rate.peak.q50) {
        side += &block("p", "", &fill(words::DOUBLES, &[&num(std::f64::consts::LN_2 / rate.peak.q50)]));
    } else if rate.peak.q05 <= 1e-6 && rate.peak.q95 > 0.0 {
        side += &block("p", "", &words::SIGN_OPEN);
    }
    let title = format!("<b>{}</b><small>{}</small>", both(&words::SPIRAL), both(&words::PER_YEAR));
    let body = band_keys(false)
        + &format!("<div class=\"beside\">{}<div>{side}</div></div>\n", figure(&title, &drawn.markup, ""));
    part(view.number(8), words::S_SPIRAL, &body)
}
