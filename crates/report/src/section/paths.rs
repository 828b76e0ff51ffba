//! The phase picture with its legend and what it says.

use super::{View, figure, key, nothing, part, verdict_word};
use crate::chart::phase::{class_of, draw, marker};
use crate::chart::svg::{Svg, drawable};
use crate::html::{block, both};
use crate::numbers::{count, num, percent};
use crate::words::{self, fill};

/// The whole part.
pub fn section(view: &View) -> String {
    let phase = &view.outcome.phase;
    let Some(picture) = draw(phase) else {
        return part(view.number(6), words::S_PHASE, &nothing(words::NO_DATA));
    };
    let (a, b) = (view.actor(&phase.a), view.actor(&phase.b));
    let title = format!("<b>{} – {}</b>{}", both(&a), both(&b), both(&view.in_issue(&phase.issue)));
    let side =
        block("p", "", &fill(words::PHASE_NOTE, &[&a, &b, &view.in_issue(&phase.issue)])) + &legend(view) + &said(view);
    let body = format!("<div class=\"beside wide\">{}<div>{side}</div></div>\n", figure(&title, &picture, ""));
    part(view.number(6), words::S_PHASE, &body)
}

fn legend(view: &View) -> String {
    let phase = &view.outcome.phase;
    let mut out = String::from("<p class=\"keys tall\">");
    for verdict in ["harmony", "security-dilemma", "predation", "rivalry"] {
        let class = class_of(verdict);
        let runs = phase.paths.iter().filter(|p| class_of(&p.verdict) == class).count();
        if runs > 0 {
            let mut sign = Svg::new(26.0, 14.0);
            sign.line(&format!("path {class}"), (0.0, 7.0), (26.0, 7.0));
            marker(&mut sign, class, (19.0, 7.0));
            let text = fill(words::RUNS, &[&verdict_word(verdict), &runs.to_string()]);
            out += &format!("<span class=\"key\">{}{}</span>\n", sign.finish("sign", ""), both(&text));
        }
    }
    if phase.boundary_effort.len() > 1 {
        let drawing = "<path class=\"between\" d=\"M0 1H26V13H0Z\"/><path class=\"boundary\" d=\"M0 7H26\"/>";
        out += &key("", drawing, &words::BOUNDARY);
    }
    out + "</p>\n"
}

fn said(view: &View) -> String {
    let phase = &view.outcome.phase;
    let mut out = String::new();
    if drawable(phase.starts_above) && !phase.boundary_effort.is_empty() {
        out += &block("p", "", &fill(words::PHASE_START, &[&percent(phase.starts_above)]));
    }
    if drawable(phase.critical_empathy) && drawable(phase.safe_share) {
        let values = [num(phase.critical_empathy), percent(phase.safe_share)];
        out += &block("p", "", &fill(words::PHASE_EMPATHY, &[&values[0], &values[1]]));
    }
    let shown = phase.paths.len() as u64;
    if shown > 0 && shown < view.outcome.replications {
        let values = [count(shown), count(view.outcome.replications)];
        out += &block("p", "fine", &fill(words::PHASE_SIZE, &[&values[0], &values[1]]));
    }
    out
}
