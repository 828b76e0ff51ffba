//! Rows of dots with intervals on one shared scale: labels wrap as text, only the marks are drawn.

use super::svg::{Hold, Scale, Svg, drawable};
use crate::numbers;

/// One row.
pub struct Row {
    /// Heading over this and the following rows, HTML; empty for none.
    pub group: String,
    /// Label, HTML.
    pub label: String,
    /// Where the dot stands.
    pub mid: f64,
    /// Wide interval, thin line.
    pub outer: [f64; 2],
    /// Narrow interval, thick line.
    pub inner: Option<[f64; 2]>,
    /// Value in words, HTML.
    pub value: String,
    /// Drawn in the strong colour?
    pub strong: bool,
}

/// The shared scale.
#[derive(Clone, Copy, Debug)]
pub enum Over {
    /// Zero inside, as wide as needed.
    Signed,
    /// Zero to one.
    Share,
    /// From zero, logarithmic if wide.
    Amounts,
    /// From zero, never logarithmic.
    Plain,
}

const WIDTH: f64 = 180.0;
const EDGE: f64 = 8.0;

/// The figure; empty where no row can be drawn. `reference` draws a vertical line.
pub fn rows(rows: &[Row], over: Over, reference: Option<f64>) -> String {
    let drawn: Vec<&Row> = rows.iter().filter(|r| drawable(r.mid)).collect();
    if drawn.is_empty() {
        return String::new();
    }
    let ends =
        drawn.iter().flat_map(|r| [r.mid, r.outer[0], r.outer[1]].into_iter().chain(r.inner.unwrap_or([r.mid; 2])));
    let ends: Vec<f64> = ends.filter(|v| drawable(*v)).collect();
    let (lo, hi) = ends.iter().fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(*v), b.max(*v)));
    let (from, to) = (EDGE, WIDTH - EDGE);
    let x = match over {
        Over::Signed => Scale::around_zero(lo, hi, from, to),
        Over::Share => Scale::linear(0.0, 1.0, from, to),
        Over::Amounts => Scale::amounts(&ends, from, to),
        Over::Plain => Scale::plain(&ends, from, to),
    };
    let mut out = String::from("<div class=\"iv\">\n");
    let mut group = "";
    for row in &drawn {
        if row.group != group {
            group = &row.group;
            out += &format!("<p>{group}</p>\n");
        }
        let marks = marks(row, &x, reference);
        out += &format!(
            "<div><span class=\"l\">{}</span>{marks}<span class=\"v\">{}</span></div>\n",
            row.label, row.value
        );
    }
    out + "<div><span class=\"l\"></span>" + &scale(&x) + "<span class=\"v\"></span></div>\n</div>\n"
}

fn marks(row: &Row, x: &Scale, reference: Option<f64>) -> String {
    let mut svg = Svg::new(WIDTH, 18.0);
    svg.line("grid", (EDGE, 9.0), (WIDTH - EDGE, 9.0));
    if let Some(at) = reference.filter(|v| drawable(*v)) {
        svg.line("ref", (x.at(at), 0.0), (x.at(at), 18.0));
    }
    let class = if row.strong { "strong" } else { "weak" };
    if row.outer.iter().all(|v| drawable(*v)) {
        svg.line(&format!("outer {class}"), (x.at(row.outer[0]), 9.0), (x.at(row.outer[1]), 9.0));
    }
    if let Some([lo, hi]) = row.inner.filter(|i| i.iter().all(|v| drawable(*v))) {
        svg.line(&format!("inner {class}"), (x.at(lo), 9.0), (x.at(hi), 9.0));
    }
    svg.dot(&format!("mid {class}"), (x.at(row.mid), 9.0), 4.2);
    svg.finish("m", "")
}

fn scale(x: &Scale) -> String {
    let mut svg = Svg::new(WIDTH, 22.0);
    svg.line("axis", (EDGE, 2.0), (WIDTH - EDGE, 2.0));
    let (ticks, step) = x.ticks(3);
    for v in ticks {
        let at = x.at(v);
        let hold = if at < 22.0 {
            Hold::Start
        } else if at > WIDTH - 22.0 {
            Hold::End
        } else {
            Hold::Middle
        };
        let nudge = match hold {
            Hold::Start => -4.0,
            Hold::End => 4.0,
            Hold::Middle => 0.0,
        };
        svg.line("axis", (at, 2.0), (at, 6.0));
        let step = if x.log { 10f64.powf(v.log10().floor()) } else { step };
        svg.text("tick", (at + nudge, 18.0), hold, &numbers::tick(v, step));
    }
    svg.finish("m", "")
}
