//! A forest plot: one row per run, its mean effect with the 95 % interval on one shared scale.

use super::mark::Mark;
use super::svg::{Hold, Scale, Svg, drawable};
use crate::html::both;
use crate::numbers;
use crate::words::Word;

/// One row.
pub struct Row {
    /// Heading over this and the following rows, HTML; empty for none.
    pub group: String,
    /// Label, HTML.
    pub label: String,
    /// Mean.
    pub mean: f64,
    /// 95 % interval.
    pub span: [f64; 2],
    /// What it says.
    pub mark: Mark,
    /// Value in words, HTML.
    pub value: String,
}

/// Width of the marks on a page of their own.
const WIDTH: f64 = 340.0;
/// Width of the marks where two figures stand side by side.
const NARROW: f64 = 190.0;
const EDGE: f64 = 10.0;

/// The figure; empty where no row can be drawn. `ways` says what lies to the left and to the right of zero.
pub fn forest(rows: &[Row], ways: Option<[Word; 2]>) -> String {
    forest_of(rows, ways, WIDTH)
}

/// The same for half a page.
pub fn narrow(rows: &[Row], ways: Option<[Word; 2]>) -> String {
    forest_of(rows, ways, NARROW)
}

fn forest_of(rows: &[Row], ways: Option<[Word; 2]>, width: f64) -> String {
    let drawn: Vec<&Row> = rows.iter().filter(|r| drawable(r.mean)).collect();
    if drawn.is_empty() {
        return String::new();
    }
    let ends = drawn.iter().flat_map(|r| [r.mean, r.span[0], r.span[1]]).filter(|v| drawable(*v));
    let (lo, hi) = ends.fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(v), b.max(v)));
    let x = Scale::around_zero(lo, hi, EDGE, width - EDGE);
    let mut out = String::from("<div class=\"forest\">\n");
    let mut group = "";
    for row in &drawn {
        if row.group != group {
            group = &row.group;
            out += &format!("<p>{group}</p>\n");
        }
        let (marks, class) = (marks(row, &x, width), row.mark.class());
        out += &format!(
            "<div class=\"{class}\"><span class=\"l\">{}</span>{marks}<span class=\"v\">{}</span></div>\n",
            row.label, row.value
        );
    }
    out += &format!("<div class=\"ax\"><span class=\"l\"></span>{}<span class=\"v\"></span></div>\n", axis(&x, width));
    if let Some([left, right]) = ways {
        let ways = format!("<span>← {}</span><span>{} →</span>", both(&left), both(&right));
        out += &format!("<div class=\"ax\"><span class=\"l\"></span><span class=\"ways\">{ways}</span></div>\n");
    }
    out + "</div>\n"
}

fn marks(row: &Row, x: &Scale, width: f64) -> String {
    let mut svg = Svg::new(width, 20.0);
    svg.line("grid", (EDGE, 10.0), (width - EDGE, 10.0));
    svg.line("null", (x.at(0.0), 0.0), (x.at(0.0), 20.0));
    if row.span.iter().all(|v| drawable(*v)) {
        let class = format!("span {}", row.mark.class());
        let (from, to) = (x.at(row.span[0]), x.at(row.span[1]));
        svg.line(&class, (from, 10.0), (to, 10.0));
        svg.line(&class, (from, 6.5), (from, 13.5));
        svg.line(&class, (to, 6.5), (to, 13.5));
    }
    row.mark.draw(&mut svg, (x.at(row.mean), 10.0));
    svg.finish("m", "")
}

fn axis(x: &Scale, width: f64) -> String {
    let mut svg = Svg::new(width, 20.0);
    svg.line("axis", (EDGE, 2.0), (width - EDGE, 2.0));
    let (ticks, step) = x.ticks((width / 56.0) as usize);
    for v in ticks {
        svg.line("axis", (x.at(v), 2.0), (x.at(v), 6.0));
        svg.text("tick", (x.at(v), 17.5), Hold::Middle, &numbers::tick(v, step));
    }
    svg.finish("m", "")
}
