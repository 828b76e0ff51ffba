//! Part 4, hazards feared and real with security over the period; and waste.

use lab::outcome::{ActorOutcome, Waste};

use super::series::{caption, grid};
use super::{View, figure, key, nothing, part};
use crate::chart::interval::{Over, Row, rows};
use crate::chart::svg::drawable;
use crate::chart::time::{Layer, Range, Time};
use crate::html::{block, both, escape};
use crate::numbers::{alike, median_estimate, percent, percent_range, prob_estimate};
use crate::words::{self, Say, fill};

/// Part 4.
pub fn section(view: &View) -> String {
    let (actors, note) = view.shown_actors();
    let panels: String = actors.iter().filter_map(|a| panel(view, a)).collect();
    let mut body = block("p", "", &words::HAZARD_NOTE);
    if panels.is_empty() {
        body += &nothing(words::NO_DATA);
    } else {
        let line = |class: &str| {
            let edge = if class == "b" { "<path class=\"edge\" d=\"M0 1H26M0 13H26\"/>" } else { "" };
            let band = format!("<path class=\"b9 {class}\" d=\"M0 1H26V13H0Z\"/>{edge}");
            format!("{band}<path class=\"med {class}\" d=\"M0 7H26\"/>")
        };
        body += "<p class=\"keys\">";
        body += &key("", &line("a"), &words::PERCEIVED);
        body += &key("", &line("b"), &words::OBJECTIVE);
        body += "</p>\n";
        body += &(grid(&panels) + &note);
    }
    part(view.number(4), words::S_HAZARD, &(body + &security(view)))
}

fn panel(view: &View, actor: &ActorOutcome) -> Option<String> {
    let layers = vec![
        Layer { class: "a", band: &actor.perceived_hazard, inner: false, label: Some(words::PERCEIVED.say()) },
        Layer { class: "b", band: &actor.objective_hazard, inner: false, label: Some(words::OBJECTIVE.say()) },
    ];
    let drawn = Time { layers, dots: None, range: Range::Amounts, marks: vec![] }.draw()?;
    Some(figure(&caption(view, actor, &words::PER_YEAR, drawn.log), &drawn.markup, ""))
}

fn security(view: &View) -> String {
    let (shown, _) = view.foremost(&view.outcome.security, |s| &s.actor);
    let mut lines = Vec::new();
    for s in shown {
        let name = both(&view.actor(&s.actor));
        for (word, e, strong) in [(words::OBJECTIVE, &s.objective, true), (words::PERCEIVED, &s.perceived, false)] {
            lines.push(Row {
                group: name.clone(),
                label: both(&word),
                mid: e.mean,
                outer: [e.q05, e.q95],
                inner: None,
                value: escape(&prob_estimate(e)),
                strong,
            });
        }
    }
    let chart = rows(&lines, Over::Share, None);
    if chart.is_empty() {
        return String::new();
    }
    let title = format!("<h3>{}</h3>\n", both(&words::SECURITY));
    title + &block("p", "fine", &words::SECURITY_NOTE) + &chart
}

/// The part on waste.
pub fn waste(view: &View) -> String {
    let mut body = block("p", "", &words::WASTE_NOTE);
    let charts: String = view.outcome.waste.iter().take(view.limits.panels).map(|w| waste_of(view, w)).collect();
    body += &if charts.is_empty() { nothing(words::NO_WASTE) } else { charts };
    part(view.number(7), words::S_WASTE, &body)
}

fn waste_of(view: &View, waste: &Waste) -> String {
    let unit = view.text(&waste.unit);
    let share = percent_range(waste.share.q05, waste.share.q95);
    let [total, low, high] = alike([waste.total.q50, waste.total.q05, waste.total.q95]);
    let amount: [&dyn Say; 4] = [&share, &total, &unit, &format!("{low}–{high}")];
    let lead = both(&fill(words::WASTE_TOTAL, &[&percent(waste.share.q50)]));
    let said = format!("<p><b>{lead}</b>{}</p>\n", both(&fill(words::WASTE_AMOUNT, &amount)));
    let mut lines = vec![Row {
        group: String::new(),
        label: both(&words::ALL_ACTORS),
        mid: waste.total.q50,
        outer: [waste.total.q05, waste.total.q95],
        inner: None,
        value: median_estimate(&waste.total),
        strong: true,
    }];
    let own: Vec<&ActorOutcome> = view.outcome.actors.iter().filter(|a| a.issue == waste.issue).collect();
    let (own, _) = view.foremost(&own, |a| &a.id);
    lines.extend(own.into_iter().filter(|a| drawable(a.waste.q50)).map(|a| Row {
        group: String::new(),
        label: both(&view.actor(&a.id)),
        mid: a.waste.q50,
        outer: [a.waste.q05, a.waste.q95],
        inner: None,
        value: median_estimate(&a.waste),
        strong: false,
    }));
    let heading = if view.outcome.waste.len() > 1 {
        format!("<h3>{}</h3>\n", both(&view.issue(&waste.issue)))
    } else {
        String::new()
    };
    let shown = rows(&lines, Over::Amounts, None);
    let caption = format!("<p class=\"fine\">{} · {}</p>\n", both(&unit), both(&words::MEDIAN_RANGE));
    let chart = if shown.is_empty() { String::new() } else { shown + &caption };
    heading + &said + &chart
}
