//! What happened in the runs: wars, warheads, levels, remedies in force. Only where a scenario has any of them.

use lab::outcome::{Estimate, NodeOutcome, NuclearOutcome, NumberRow, PowerRow, RemedyOutcome, WarOutcome};
use lab::scenario::Text;

use super::answer::bar;
use super::series::{grid, start_end};
use super::{View, band_keys, basis, figure, part};
use crate::chart::interval::{Over, Row, rows};
use crate::chart::svg::{Svg, drawable};
use crate::chart::time::{Layer, Range, Time};
use crate::html::{block, both, escape, table};
use crate::numbers::{num, percent, percent_range, with_interval};
use crate::words::{self, Say, Word, fill, join};

/// Numbers that the hazard of accident rests on.
const RATES: [&str; 8] = [
    "false_warning",
    "unauthorised_use",
    "technical_fault",
    "escalation_calm",
    "escalation_crisis",
    "checking",
    "decision_time",
    "readiness",
];

/// The whole part; nothing where the scenario has nothing of the kind.
pub fn section(view: &View) -> Option<String> {
    if !view.happens() {
        return None;
    }
    let p = &view.outcome.physics;
    let mut body: String = p.wars.iter().take(view.limits.panels).map(|w| war(view, w)).collect();
    body += &p.nuclear.iter().take(view.limits.panels).map(|n| nuclear(view, n)).collect::<String>();
    body += &levels(view, &p.nodes);
    body += &remedies(view, &p.remedies);
    Some(part(view.number(super::HAPPENED) - 1, words::S_HAPPENED, &body))
}

/// A heading with its issue where there are several.
fn heading(view: &View, word: Word, issue: &str) -> String {
    format!("<h3>{}{}</h3>\n", both(&word), both(&view.in_issue(issue)))
}

/// One figure in words: label, value, range, and a bar where it is a share.
fn cell(class: &str, label: Word, value: &str, range: &str, bar: &str) -> String {
    let (label, value, range) = (both(&label), escape(value), escape(range));
    format!("<div class=\"cell {class}\"><i>{label}</i><b>{value}</b> <small>{range}</small>{bar}</div>\n")
}

/// A share with its interval and its bar; nothing where there is no number.
fn share(class: &str, label: Word, e: &Estimate) -> String {
    if !drawable(e.mean) {
        return String::new();
    }
    cell(class, label, &percent(e.mean), &format!("[{}]", percent_range(e.q05, e.q95)), &bar(e))
}

fn war(view: &View, w: &WarOutcome) -> String {
    let range = format!("[{}, {}]", num(w.begun.q05), num(w.begun.q95));
    // An empty bar keeps the three in line.
    let mut cells = cell("", words::WARS_BEGUN, &num(w.begun.mean), &range, &Svg::new(140.0, 12.0).finish("bar", ""));
    cells += &share("", words::WARS_ANY, &w.any);
    cells += &w.tragic.as_ref().map_or(String::new(), |e| share("dilemma", words::WARS_TRAGIC, e));
    let title = heading(view, words::WARS, &w.issue);
    format!("{title}<div class=\"ratios\">\n{cells}</div>\n") + &block("p", "fine", &words::skewed(words::WARS_NOTE))
}

fn nuclear(view: &View, n: &NuclearOutcome) -> String {
    let chart = rows(&hazards(n), Over::Plain, None);
    let mut left = block("p", "", &words::WARHEADS_NOTE);
    if !chart.is_empty() {
        left += &(chart + &block("p", "fine", &words::WARHEADS_KEY));
    }
    let beside = format!("<div class=\"beside\"><div>{left}</div><div>{}{}</div></div>\n", not_used(n), rates(view, n));
    // Warheads are mostly an issue of their own, named like this heading.
    let alone = view.outcome.physics.nuclear.len() == 1;
    let title =
        if alone { format!("<h3>{}</h3>\n", both(&words::WARHEADS)) } else { heading(view, words::WARHEADS, &n.issue) };
    title + &beside + &power(view, &n.power)
}

/// The one figure in which the two hazards meet.
fn not_used(n: &NuclearOutcome) -> String {
    let e = &n.survival;
    let value = format!("{} [{}]", percent(e.mean), percent_range(e.q05, e.q95));
    let row = Row {
        group: both(&words::NOT_USED),
        label: both(&words::WHOLE_PERIOD),
        mid: e.mean,
        outer: [e.q05, e.q95],
        inner: None,
        value: escape(&value),
        strong: true,
    };
    let chart = rows(&[row], Over::Share, None);
    if chart.is_empty() { chart } else { chart + &block("p", "fine", &words::NOT_USED_NOTE) }
}

/// Deliberate and accidental hazard, never one number.
fn hazards(n: &NuclearOutcome) -> Vec<Row> {
    let row = |group: Word, label: String, e: &Estimate, strong: bool| Row {
        group: both(&group),
        label,
        mid: e.mean,
        outer: [e.q05, e.q95],
        inner: None,
        value: with_interval(e.mean, e.q05, e.q95),
        strong,
    };
    let mut lines = vec![row(words::DELIBERATE, both(&words::ALL_ATTACKERS), &n.deliberate, true)];
    lines.push(row(words::ACCIDENTAL, both(&words::ALL_CAUSES), &n.accidental, true));
    lines.extend(n.by_cause.iter().map(|(cause, e)| row(words::ACCIDENTAL, both(&cause_word(cause)), e, false)));
    lines
}

fn cause_word(cause: &str) -> Text {
    match cause {
        "false-warning" => words::FALSE_WARNING.say(),
        "unauthorised-use" => words::UNAUTHORISED.say(),
        "technical-fault" => words::TECHNICAL.say(),
        other => Text::same(other),
    }
}

/// The mean yearly hazard of accident and where its rates are argued.
fn rates(view: &View, n: &NuclearOutcome) -> String {
    let e = &n.accident_rate;
    let rate = fill(words::ACCIDENT_RATE, &[&with_interval(e.mean, e.q05, e.q95)]);
    let mut out = if drawable(e.mean) { block("p", "", &rate) } else { String::new() };
    let used = |row: &&NumberRow| RATES.iter().any(|key| row.path.rsplit('.').next() == Some(key));
    let listed: Vec<&NumberRow> = view.outcome.numbers.iter().filter(used).collect();
    if listed.is_empty() {
        return out;
    }
    let link = format!("<a href=\"#s{}\">{}</a>", view.number(super::BASIS), both(&words::RATES_LINK));
    out += &format!("<p class=\"fine\">{}{link}{}", both(&words::RATES_NOTE), both(&words::STOP));
    let mut names: Vec<Text> = Vec::new();
    for row in listed.iter().filter(|row| row.basis.en.contains("contested")) {
        let name = view.text(&row.name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    if let Some(list) = names.into_iter().reduce(|a, b| join(&a, Word { en: ", ", zh: "、" }, &b)) {
        out += &both(&fill(words::RATES_CONTESTED, &[&list]));
    }
    out + "</p>\n"
}

/// Damage and usable power of each actor that has warheads.
fn power(view: &View, all: &[PowerRow]) -> String {
    let armed: Vec<&PowerRow> = all.iter().filter(|p| p.damage.q95.iter().any(|v| *v > 1e-9)).collect();
    let (shown, note) = view.foremost(&armed, |p| &p.actor);
    let panels: String = shown.into_iter().filter_map(|p| power_panel(view, p)).collect();
    if panels.is_empty() {
        return String::new();
    }
    block("p", "", &words::POWER_NOTE) + &grid(&panels) + &note
}

fn power_panel(view: &View, p: &PowerRow) -> Option<String> {
    let layers = vec![
        Layer { class: "a", band: &p.damage, inner: false, label: Some(words::DAMAGE.say()) },
        Layer { class: "b", band: &p.usable, inner: false, label: Some(words::USABLE.say()) },
    ];
    let drawn = Time { layers, dots: None, range: Range::Share, marks: vec![] }.draw()?;
    let ends = [&p.damage, &p.usable].map(|b| b.q50.last().map_or(crate::numbers::NOTHING.into(), |v| num(*v)));
    let values = block("p", "values", &fill(words::POWER_ENDS, &[&ends[0], &ends[1]]));
    let title = format!("<b>{}</b><small>{}</small>", both(&view.actor(&p.actor)), both(&words::POWER_UNIT));
    Some(figure(&title, &drawn.markup, &values))
}

fn levels(view: &View, nodes: &[NodeOutcome]) -> String {
    if nodes.is_empty() {
        return String::new();
    }
    let panels: String = nodes.iter().take(view.limits.actors).filter_map(|n| node_panel(view, n)).collect();
    let (title, note) = (format!("<h3>{}</h3>\n", both(&words::LEVELS)), block("p", "", &words::LEVELS_NOTE));
    let mut out = match nodes.len() {
        _ if panels.is_empty() => title + &note + &super::nothing(words::NO_DATA),
        1 => title + &format!("<div class=\"beside\">{panels}<div>{note}{}</div></div>\n", band_keys(false)),
        _ => title + &note + &band_keys(false) + &grid(&panels),
    };
    if nodes.len() > view.limits.actors {
        out += &super::left_out(words::PANELS_SHOWN, view.limits.actors, nodes.len());
    }
    out
}

fn node_panel(view: &View, node: &NodeOutcome) -> Option<String> {
    let layers = vec![Layer { class: "a", band: &node.authority, inner: true, label: None }];
    let drawn = Time { layers, dots: None, range: Range::Share, marks: vec![] }.draw()?;
    let title = format!("<b>{}</b><small>{}</small>", both(&view.text(&node.name)), both(&words::AUTHORITY_INSIDE));
    let mut values = start_end(&node.authority);
    if drawable(node.broken.mean) {
        let broken = [percent(node.broken.mean), percent_range(node.broken.q05, node.broken.q95)];
        values += &block("p", "values", &fill(words::BROKEN, &[&broken[0], &broken[1]]));
    }
    Some(figure(&title, &drawn.markup, &values))
}

/// Mean and range; one number where all runs have the same.
fn in_short(e: &Estimate) -> String {
    if num(e.q05) == num(e.q95) { num(e.mean) } else { with_interval(e.mean, e.q05, e.q95) }
}

fn remedies(view: &View, all: &[RemedyOutcome]) -> String {
    if all.is_empty() {
        return String::new();
    }
    let unit = view.cost_unit();
    let row = |r: &RemedyOutcome| {
        let costs: Vec<String> = r
            .costs
            .iter()
            .take(view.limits.actors)
            .map(|(id, e)| {
                let value = in_short(e);
                format!("{} {}", both(&view.actor(id)), escape(&value))
            })
            .collect();
        let years = in_short(&r.exercised);
        ("", vec![both(&view.text(&r.name)), escape(&years), costs.join("<br>")])
    };
    let rows: Vec<(&str, Vec<String>)> = all.iter().take(view.limits.pairs).map(row).collect();
    let head = basis::heads(&[words::COL_REMEDY, words::COL_YEARS]);
    let cost = both(&fill(words::COL_COST, &[&unit]));
    let note = block("p", "fine", &words::skewed(words::REMEDIES_NOTE));
    let title = format!("<h3>{}</h3>\n", both(&words::REMEDIES));
    title + &table("remedies", &[head, vec![cost]].concat(), &rows) + &note
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::tests::elements;
    use crate::section::GENEROUS;
    use crate::{Lang, render, sample};

    #[test]
    fn contract_nothing_stands_where_nothing_happens() {
        let mut o = sample::outcome();
        let (with, last) = (render(&o, Lang::En), "<section id=\"s11\">");
        assert!(with.contains("What happened in the runs") && with.contains(last));
        o.physics = lab::outcome::PhysicsOutcome::default();
        let without = render(&o, Lang::En);
        assert!(!without.contains("What happened in the runs") && !without.contains(last));
        assert_eq!(without.matches("<section").count(), 10);
    }

    #[test]
    fn contract_the_two_hazards_are_never_added() {
        let o = sample::outcome();
        let lines = hazards(&o.physics.nuclear[0]);
        assert_eq!(lines.iter().filter(|l| l.strong).count(), 2);
        let sum = o.physics.nuclear[0].deliberate.mean + o.physics.nuclear[0].accidental.mean;
        let page = section(&View { outcome: &o, limits: GENEROUS }).unwrap_or_default();
        assert!(!page.contains(&num(sum)) && !lines.iter().any(|l| (l.mid - sum).abs() < 1e-9));
        for words in ["Deliberate attack", "War by accident", "exp(−∫ both)", "href=\"#s10\"", "false warnings"] {
            assert!(page.contains(words), "{words}");
        }
    }

    #[test]
    fn contract_any_one_of_the_four_is_enough() {
        for keep in 0..4 {
            let mut o = sample::outcome();
            let p = std::mem::take(&mut o.physics);
            match keep {
                0 => o.physics.wars = p.wars,
                1 => o.physics.nuclear = p.nuclear,
                2 => o.physics.nodes = p.nodes,
                _ => o.physics.remedies = p.remedies,
            }
            o.numbers.clear();
            let page = section(&View { outcome: &o, limits: GENEROUS }).unwrap_or_default();
            assert_eq!(elements(&page).iter().filter(|e| *e == "h3").count(), 2, "{keep}");
        }
    }
}
