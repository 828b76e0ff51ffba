//! Cost against gain: a numbered sign per run, its shape for who carries it.

use super::mark::Mark;
use super::svg::{Hold, Scale, Svg, drawable};
use crate::numbers;
use crate::words::{self, Say, Word, join};

/// Who carries a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// One side.
    One,
    /// Both or all.
    Mutual,
    /// Several remedies together.
    Package,
}

/// One run.
pub struct Point {
    /// Number in the list beside the picture.
    pub number: usize,
    /// Cost.
    pub cost: f64,
    /// Gain.
    pub gain: f64,
    /// 95 % interval of the gain.
    pub span: [f64; 2],
    /// Better, worse or open.
    pub mark: Mark,
    /// Who carries it.
    pub side: Side,
}

const WIDTH: f64 = 460.0;
const HEIGHT: f64 = 340.0;
const LEFT: f64 = 54.0;
const RIGHT: f64 = 450.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 292.0;

/// The picture with the words of its axes; nothing where no point can be drawn.
pub fn scatter(points: &[Point], cost: &dyn Say, gain: &dyn Say) -> Option<String> {
    let drawn: Vec<&Point> = points.iter().filter(|p| drawable(p.cost) && drawable(p.gain)).collect();
    if drawn.is_empty() {
        return None;
    }
    let costs: Vec<f64> = drawn.iter().map(|p| p.cost).collect();
    let ends = drawn.iter().flat_map(|p| [p.gain, p.span[0], p.span[1]]).filter(|v| drawable(*v));
    let (lo, hi) = ends.fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(v), b.max(v)));
    let x = Scale::amounts(&costs, LEFT, RIGHT);
    let y = Scale::around_zero(lo, hi, BOTTOM, TOP);
    let mut svg = Svg::new(WIDTH, HEIGHT);
    axes(&mut svg, &x, &y, cost, gain);
    for p in &drawn {
        point(&mut svg, p, &x, &y);
    }
    let at: Vec<(f64, f64)> = drawn.iter().map(|p| (x.at(p.cost), y.at(p.gain))).collect();
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for (p, here) in drawn.iter().zip(&at) {
        let spot = free(*here, &at, &taken);
        taken.push(spot);
        svg.text("num", (spot.0, spot.1 + 4.0), Hold::Middle, &p.number.to_string());
    }
    Some(svg.finish("scatter", ""))
}

/// Where a number fits beside its sign: the least crowded of eight places.
fn free(here: (f64, f64), signs: &[(f64, f64)], taken: &[(f64, f64)]) -> (f64, f64) {
    let turn =
        [(12.0, -7.0), (12.0, 8.0), (-12.0, -7.0), (-12.0, 8.0), (15.0, 0.0), (-15.0, 0.0), (9.0, -16.0), (9.0, 17.0)];
    let near = |a: (f64, f64), b: &(f64, f64)| (a.0 - b.0).abs() < 13.0 && (a.1 - b.1).abs() < 11.0;
    let places =
        turn.map(|(dx, dy)| ((here.0 + dx).clamp(LEFT + 6.0, RIGHT + 4.0), (here.1 + dy).clamp(TOP, BOTTOM - 6.0)));
    let crowd = |at: &(f64, f64)| signs.iter().chain(taken).filter(|b| near(*at, b)).count();
    places.into_iter().min_by_key(crowd).unwrap_or(here)
}

fn point(svg: &mut Svg, p: &Point, x: &Scale, y: &Scale) {
    let (at_x, at_y) = (x.at(p.cost), y.at(p.gain));
    let class = p.mark.class();
    if p.span.iter().all(|v| drawable(*v)) {
        svg.line(&format!("span {class}"), (at_x, y.at(p.span[0])), (at_x, y.at(p.span[1])));
    }
    sign(svg, p.side, &format!("pt {class}"), (at_x, at_y));
}

/// The sign of a side.
pub fn sign(svg: &mut Svg, side: Side, class: &str, at: (f64, f64)) {
    let (x, y) = at;
    match side {
        Side::One => svg.dot(class, at, 4.6),
        Side::Mutual => svg.rect(class, (x - 4.2, y - 4.2), (x + 4.2, y + 4.2)),
        Side::Package => svg.shape(class, &[(x, y - 5.6), (x + 5.4, y + 4.2), (x - 5.4, y + 4.2)]),
    }
}

fn axes(svg: &mut Svg, x: &Scale, y: &Scale, cost: &dyn Say, gain: &dyn Say) {
    let (ticks, step) = y.ticks(5);
    for v in ticks {
        let class = if v == 0.0 { "zero" } else { "grid" };
        svg.line(class, (LEFT, y.at(v)), (RIGHT, y.at(v)));
        svg.text("tick", (LEFT - 6.0, y.at(v) + 4.0), Hold::End, &numbers::tick(v, step));
    }
    svg.line("axis", (LEFT, BOTTOM), (RIGHT, BOTTOM));
    let (ticks, step) = x.ticks(4);
    for v in ticks {
        let step = if x.log { 10f64.powf(v.log10().floor()) } else { step };
        svg.line("axis", (x.at(v), BOTTOM), (x.at(v), BOTTOM + 4.0));
        svg.text("tick", (x.at(v), BOTTOM + 17.0), Hold::Middle, &numbers::tick(v, step));
    }
    let log = if x.log { join(cost, Word { en: " · ", zh: " · " }, &words::LOG_AXIS) } else { cost.say() };
    svg.text("title", ((LEFT + RIGHT) / 2.0, HEIGHT - 10.0), Hold::Middle, &log);
    svg.raw("<g transform=\"rotate(-90 11 152)\">");
    svg.text("title", (11.0, 152.0), Hold::Middle, gain);
    svg.raw("</g>");
}
