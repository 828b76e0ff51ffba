//! The four definitions, measured, with both papers' numbers.

use lab::outcome::{ActorEffect, ENTROPY_LINE, Effect, OptionOutcome, SHARE_LINE};

use lab::scenario::Text;

use super::{View, figure, part};
use crate::chart::interval::{Over, Row, rows};
use crate::chart::svg::drawable;
use crate::chart::time::{Layer, Range, Time};
use crate::html::{block, both, escape, table};
use crate::numbers::{self, count, num, percent, prob_estimate, signed_with_interval, with_interval};
use crate::words::{self, Say, Word, fill};

/// The whole part.
pub fn section(view: &View) -> String {
    let d = &view.outcome.definitions;
    let mut body = block("p", "", &words::D_NOTE);
    body += &block("p", "fine", &fill(words::D_ISSUE, &[&view.in_issue(&d.issue)]));
    if !d.examined.is_empty() {
        body += &examined(view);
    }
    body += "<div class=\"grid cards\">\n";
    body += &card(words::D1, d.harm.holds, words::D1_SAYS.say(), &harm(view));
    body += &card(words::D2, d.self_defeat.holds, words::D2_SAYS.say(), &self_defeat(view));
    body += &card(words::D3, d.uncertainty.holds, words::D3_SAYS.say(), &uncertainty(view));
    let level = num(d.no_way_out.satisfaction);
    body += &card(words::D4, d.no_way_out.holds, fill(words::D4_SAYS, &[&level]), &no_way_out(view));
    body += "</div>\n";
    body += &block("p", "fine", &words::EFFECT_KEY);
    part(view.number(5), words::S_DEFINITIONS, &(body + &numbering(view)))
}

fn examined(view: &View) -> String {
    let ids = &view.outcome.definitions.examined;
    let comma = Word { en: ", ", zh: "、" };
    let names = ids.iter().take(8).map(|id| view.actor(id));
    let mut list = names.reduce(|a, b| words::join(&a, comma, &b)).unwrap_or_default();
    if ids.len() > 8 {
        list = words::join(&list, comma, &"…");
    }
    let (paired, all) = (view.outcome.definitions.paired, view.outcome.replications);
    if paired < all as usize {
        let counts = [paired, all as usize].map(|n| count(n as u64));
        return block("p", "fine", &fill(words::EXAMINED_IN, &[&list, &counts[0], &counts[1]]));
    }
    block("p", "fine", &fill(words::EXAMINED, &[&list]))
}

fn badge(holds: bool) -> String {
    let (class, word) = if holds { ("yes", words::YES) } else { ("no", words::NO) };
    format!("<span class=\"badge {class}\">{}</span>", both(&word))
}

fn card(name: Word, holds: bool, says: Text, chart: &str) -> String {
    let title = format!("<b>{}</b> {}", both(&name), badge(holds));
    figure(&title, &block("p", "says", &says), chart)
}

/// A row for one effect; effects without a run that counts are left out.
fn effect_row(label: String, e: &Effect, strong: bool) -> Option<Row> {
    if e.replications == 0 || !drawable(e.mean) {
        return None;
    }
    let (mean, range) = signed_with_interval(e.mean, e.ci95[0], e.ci95[1]);
    let positive = both(&fill(words::POSITIVE, &[&percent(e.positive)]));
    let value = format!("<b>{mean}</b> <small>{positive}</small><br><span>{range}</span>");
    Some(Row { group: String::new(), label, mid: e.mean, outer: [e.q05, e.q95], inner: Some(e.ci95), value, strong })
}

fn by_actor(view: &View, effects: &[ActorEffect]) -> Vec<Row> {
    let main = &view.outcome.definitions.issue;
    let (own, others): (Vec<&ActorEffect>, Vec<&ActorEffect>) = effects.iter().partition(|e| e.issue == *main);
    let shown = [own, others].map(|rows| view.foremost(&rows, |e| &e.actor).0.into_iter().copied().collect::<Vec<_>>());
    let shown = shown.concat();
    let label = |e: &ActorEffect| {
        let name = fill(words::RAISER, &[&view.actor(&e.actor)]);
        both(&words::join(&name, Word { en: "", zh: "" }, &view.in_issue(&e.issue)))
    };
    shown.into_iter().take(view.limits.actors).filter_map(|e| effect_row(label(e), &e.effect, false)).collect()
}

fn effects(lines: Vec<Row>) -> String {
    let chart = rows(&lines, Over::Signed, Some(0.0));
    if chart.is_empty() { block("p", "nothing", &words::EFFECT_UNKNOWN) } else { chart }
}

/// The effect among security seekers alone: the dilemma proper.
fn among_benign(e: &Effect, holds: bool) -> Option<Row> {
    effect_row(format!("{} {}", both(&words::AMONG_BENIGN), badge(holds)), e, true)
}

fn harm(view: &View) -> String {
    let (harm, issue) = (&view.outcome.definitions.harm, &view.outcome.definitions.issue);
    let mut lines: Vec<Row> =
        effect_row(both(&fill(words::OVERALL, &[&view.in_issue(issue)])), &harm.overall, true).into_iter().collect();
    lines.extend(among_benign(&harm.among_benign, harm.holds_among_benign));
    lines.extend(by_actor(view, &harm.by_actor));
    effects(lines)
}

fn self_defeat(view: &View) -> String {
    let (d, issue) = (&view.outcome.definitions.self_defeat, &view.outcome.definitions.issue);
    let mut lines: Vec<Row> =
        effect_row(both(&fill(words::OWN, &[&view.in_issue(issue)])), &d.overall, true).into_iter().collect();
    lines.extend(among_benign(&d.among_benign, d.holds_among_benign));
    lines.extend(by_actor(view, &d.by_actor));
    let everyone = format!("{} {}", both(&words::EVERYONE), badge(d.holds_everyone));
    lines.extend(effect_row(everyone, &d.everyone, true));
    effects(lines)
}

fn uncertainty(view: &View) -> String {
    let d = &view.outcome.definitions.uncertainty;
    let layers = vec![
        Layer { class: "a", band: &d.entropy_by_year, inner: false, label: Some(words::ENTROPY.say()) },
        Layer { class: "b", band: &d.brier_by_year, inner: false, label: Some(words::BRIER.say()) },
    ];
    let marks = vec![("ref", ENTROPY_LINE), ("ref faint", 0.25)];
    let chart = Time { layers, dots: None, range: Range::Share, marks }.draw();
    let [entropy, brier] = [&d.entropy, &d.brier].map(|e| with_interval(e.mean, e.q05, e.q95));
    let values = fill(words::D3_VALUES, &[&entropy, &num(ENTROPY_LINE), &brier]);
    chart.map_or(String::new(), |c| c.markup) + &block("p", "values", &values)
}

/// Name of an option of D4.
fn option_word(option: &str) -> Text {
    match option {
        "arm" => words::ARM.say(),
        "hold" => words::HOLD.say(),
        "disarm" => words::DISARM.say(),
        "signal" => words::SIGNAL.say(),
        "as-is" => words::AS_IS.say(),
        other => Text::same(other),
    }
}

fn no_way_out(view: &View) -> String {
    let d = &view.outcome.definitions.no_way_out;
    let mut actors: Vec<&str> = Vec::new();
    for id in d.options.iter().filter_map(|o| o.actor.as_deref()) {
        if !actors.contains(&id) && actors.len() < 4 {
            actors.push(id);
        }
    }
    let shown = d.options.iter().filter(|o| o.actor.as_deref().is_none_or(|a| actors.contains(&a)));
    let lines: Vec<Row> = shown.take(28).map(|o| option_row(view, o)).collect();
    let chart = rows(&lines, Over::Share, Some(d.satisfaction));
    let values = fill(words::D4_SHARE, &[&prob_estimate(&d.share), &num(SHARE_LINE)]);
    chart + &block("p", "values", &values) + &block("p", "fine", &words::OPTION_KEY)
}

fn option_row(view: &View, o: &OptionOutcome) -> Row {
    let who = o.actor.as_deref().map_or(words::TOGETHER.say(), |a| view.actor(a));
    Row {
        group: both(&who),
        label: both(&option_word(&o.option)),
        mid: o.security.mean,
        outer: [o.security.q05, o.security.q95],
        inner: None,
        value: escape(&prob_estimate(&o.security)),
        strong: o.actor.is_none(),
    }
}

/// Both papers' numbers for the same content (claims A9–A13, B33–B36, X20).
fn numbering(view: &View) -> String {
    let d = &view.outcome.definitions;
    let head = [words::COL_CONTENT, words::COL_FIRST, words::COL_SECOND, words::COL_MEASURE, words::COL_HOLDS];
    let cells = |a: Word, b: Option<Word>, c: Option<Word>, measure: String, holds: bool| {
        let other = |w: Option<Word>| w.map_or(numbers::NOTHING.into(), |w| both(&w));
        ("", vec![both(&a), other(b), other(c), measure, badge(holds)])
    };
    let effect = |e: &Effect| {
        let (mean, range) = signed_with_interval(e.mean, e.ci95[0], e.ci95[1]);
        format!("{mean}<br><span>{range}</span>")
    };
    let u = &d.uncertainty;
    let bits = format!("{} {}", both(&words::ENTROPY), both(&fill(words::BITS, &[&num(u.entropy.mean)])));
    let rows = [
        cells(words::C_HARM, Some(words::A_HARM), Some(words::B_HARM), effect(&d.harm.overall), d.harm.holds),
        cells(words::C_OWN, Some(words::A_DEFEAT), None, effect(&d.self_defeat.overall), d.self_defeat.holds),
        cells(words::C_ALL, None, Some(words::B_DEFEAT), effect(&d.self_defeat.everyone), d.self_defeat.holds_everyone),
        cells(words::C_UNCERTAIN, Some(words::A_UNCERTAIN), Some(words::B_UNCERTAIN), bits, u.holds),
        cells(
            words::C_NOWAY,
            Some(words::A_NOWAY),
            Some(words::B_NOWAY),
            escape(&prob_estimate(&d.no_way_out.share)),
            d.no_way_out.holds,
        ),
    ];
    format!("<h3>{}</h3>\n", both(&words::NUMBERING)) + &table("numbering", &head.map(|w| both(&w)), &rows)
}
