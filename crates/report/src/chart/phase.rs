//! The phase picture: effort over baseline against mistrust, the basin boundary, and the runs' paths.

use lab::outcome::Phase;

use super::svg::{Hold, Scale, Svg, drawable, px};
use crate::numbers;
use crate::words;

const WIDTH: f64 = 500.0;
const HEIGHT: f64 = 430.0;
const LEFT: f64 = 44.0;
const RIGHT: f64 = 488.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 384.0;
const POINTS: usize = 120;

/// Class of a path, by its verdict.
pub fn class_of(verdict: &str) -> &'static str {
    match verdict {
        "harmony" => "harmony",
        "predation" => "predation",
        "rivalry" => "rivalry",
        _ => "dilemma",
    }
}

/// Draws the picture, or nothing where there are neither paths nor a boundary.
pub fn draw(phase: &Phase) -> Option<String> {
    let paths: Vec<(&str, Vec<(f64, f64)>)> =
        phase.paths.iter().map(|p| (class_of(&p.verdict), points(&p.effort, &p.mistrust))).collect();
    let boundary = points(&phase.boundary_effort, &phase.boundary_mistrust);
    if paths.iter().all(|p| p.1.is_empty()) && boundary.is_empty() {
        return None;
    }
    let x = horizontal(&paths, &boundary);
    let y = Scale::linear(0.0, 1.0, BOTTOM, TOP);
    let at = |points: &[(f64, f64)]| -> Vec<(f64, f64)> { points.iter().map(|p| (x.at(p.0), y.at(p.1))).collect() };
    let mut svg = Svg::new(WIDTH, HEIGHT);
    axes(&mut svg, &x, &y);
    draw_boundary(&mut svg, phase, &x, &y);
    for (class, path) in paths.iter().filter(|p| !p.1.is_empty()) {
        let path = at(path);
        svg.polyline(&format!("path {class}"), &path);
    }
    for (class, path) in paths.iter().filter(|p| !p.1.is_empty()) {
        let path = at(path);
        svg.dot("start", path[0], 2.8);
        marker(&mut svg, class, path[path.len() - 1]);
    }
    let line: Vec<(f64, f64)> = inside(&boundary, &x).iter().map(|p| (x.beyond(p.0), y.beyond(p.1))).collect();
    let all: Vec<(f64, f64)> = paths.iter().flat_map(|p| at(&p.1)).collect();
    annotate(&mut svg, &line, &all);
    Some(svg.finish("phase", ""))
}

/// Drawable points, thinned; the last is always kept.
fn points(effort: &[f64], mistrust: &[f64]) -> Vec<(f64, f64)> {
    let n = effort.len().min(mistrust.len());
    let stride = n.div_ceil(POINTS).max(1);
    (0..n)
        .filter(|i| i % stride == 0 || i + 1 == n)
        .map(|i| (effort[i], mistrust[i]))
        .filter(|(e, m)| drawable(*e) && *e > 0.0 && drawable(*m))
        .collect()
}

/// The paths decide the range; without paths the boundary does.
fn horizontal(paths: &[(&str, Vec<(f64, f64)>)], boundary: &[(f64, f64)]) -> Scale {
    let on_paths: Vec<f64> = paths.iter().flat_map(|p| p.1.iter().map(|q| q.0)).collect();
    let seen = if on_paths.is_empty() { boundary.iter().map(|q| q.0).collect() } else { on_paths };
    let (lo, hi) = seen.iter().fold((0.9f64, 2.0f64), |(a, b), v| (a.min(*v), b.max(*v)));
    let (mut from, mut to) = (lo / 1.06, hi * 1.12);
    // The plot ends where the boundary ends, unless a path goes further.
    if let (Some(first), Some(last)) = (boundary.first(), boundary.last()) {
        from = from.max(first.0.min(lo));
        to = to.min(last.0.max(hi));
    }
    Scale::log(from, to, LEFT, RIGHT)
}

/// The part of a line within the horizontal range, and one point beyond it on either side.
fn inside(line: &[(f64, f64)], x: &Scale) -> Vec<(f64, f64)> {
    let near = |i: usize| line[i].0 >= x.lo && line[i].0 <= x.hi;
    let keep = |i: usize| near(i) || (i > 0 && near(i - 1)) || (i + 1 < line.len() && near(i + 1));
    (0..line.len()).filter(|i| keep(*i)).map(|i| line[i]).collect()
}

fn draw_boundary(svg: &mut Svg, phase: &Phase, x: &Scale, y: &Scale) {
    let place = |values: &[f64]| -> Vec<(f64, f64)> {
        inside(&points(&phase.boundary_effort, values), x).into_iter().map(|p| (x.beyond(p.0), y.beyond(p.1))).collect()
    };
    let (line, low, high) = (place(&phase.boundary_mistrust), place(&phase.boundary_q25), place(&phase.boundary_q75));
    if line.len() < 2 {
        return;
    }
    let (w, h) = (px(RIGHT - LEFT), px(BOTTOM - TOP));
    svg.raw(&format!("<clipPath id=\"plot\"><rect x=\"{LEFT}\" y=\"{TOP}\" width=\"{w}\" height=\"{h}\"/></clipPath>"));
    svg.raw("<g clip-path=\"url(#plot)\">");
    let mut above = line.clone();
    above.extend([(line[line.len() - 1].0, TOP), (line[0].0, TOP)]);
    svg.shape("above", &above);
    if low.len() == line.len() && high.len() == line.len() {
        svg.band("between", &high, &low);
    }
    svg.polyline("boundary", &line);
    svg.raw("</g>");
}

/// End of a run: a shape per verdict, so that a grey print can be read.
pub fn marker(svg: &mut Svg, class: &str, at: (f64, f64)) {
    let (x, y) = at;
    let class_end = format!("end {class}");
    match class {
        "harmony" => svg.dot(&class_end, at, 4.0),
        "predation" => svg.shape(&class_end, &[(x, y - 5.0), (x + 4.6, y + 3.6), (x - 4.6, y + 3.6)]),
        "rivalry" => svg.rect(&class_end, (x - 3.6, y - 3.6), (x + 3.6, y + 3.6)),
        _ => svg.dot(&class_end, at, 3.8),
    }
}

/// What lies above and below the boundary, written where it is true and where the fewest paths run.
fn annotate(svg: &mut Svg, boundary: &[(f64, f64)], paths: &[(f64, f64)]) {
    for (class, word, rows) in [
        ("note up", &words::SUSPICION_FEEDS, [TOP + 18.0, TOP + 60.0]),
        ("note down", &words::TRUST_WINS, [BOTTOM - 10.0, BOTTOM - 52.0]),
    ] {
        let half = 4.1 * word.en.len() as f64;
        let columns = [LEFT + 12.0 + half, (LEFT + RIGHT) / 2.0, RIGHT - 12.0 - half];
        let spots = rows.iter().flat_map(|y| columns.map(|x| (x, *y)));
        let above = class == "note up";
        let true_there = |at: &(f64, f64)| {
            let near: Vec<f64> = boundary.iter().filter(|p| (p.0 - at.0).abs() <= half + 12.0).map(|p| p.1).collect();
            !boundary.is_empty() && near.iter().all(|line| if above { at.1 + 6.0 < *line } else { at.1 - 16.0 > *line })
        };
        let crowd = |at: &(f64, f64)| {
            let hit = |p: &&(f64, f64)| (p.0 - at.0).abs() < half + 6.0 && p.1 > at.1 - 18.0 && p.1 < at.1 + 9.0;
            paths.iter().filter(hit).count()
        };
        if let Some(at) = spots.filter(true_there).min_by_key(crowd) {
            svg.text(class, at, Hold::Middle, word);
        }
    }
}

fn axes(svg: &mut Svg, x: &Scale, y: &Scale) {
    let (ticks, step) = y.ticks(5);
    for v in ticks {
        svg.line("grid", (LEFT, y.at(v)), (RIGHT, y.at(v)));
        svg.text("tick", (LEFT - 6.0, y.at(v) + 4.0), Hold::End, &numbers::tick(v, step));
    }
    svg.line("axis", (LEFT, BOTTOM), (RIGHT, BOTTOM));
    svg.line("axis", (LEFT, TOP), (LEFT, BOTTOM));
    for v in x.ticks(6).0 {
        svg.line("axis", (x.at(v), BOTTOM), (x.at(v), BOTTOM + 4.0));
        svg.text("tick", (x.at(v), BOTTOM + 17.0), Hold::Middle, &numbers::num(v));
    }
    svg.text("title", ((LEFT + RIGHT) / 2.0, HEIGHT - 8.0), Hold::Middle, &words::EFFORT_AXIS);
    svg.raw("<g transform=\"rotate(-90 11 198)\">");
    svg.text("title", (11.0, 198.0), Hold::Middle, &words::MISTRUST);
    svg.raw("</g>");
}
