//! Lines over one number that is no time: closed forms, best replies, probabilities.

use super::svg::{Hold, Scale, Svg, drawable};
use crate::html::both;
use crate::numbers;
use crate::words::Say;

const WIDTH: f64 = 460.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 54.0;
const RIGHT: f64 = 448.0;
const TOP: f64 = 14.0;
const BOTTOM: f64 = 252.0;

/// One line: its name and its points; a gap where a point is missing.
pub struct Line<'a> {
    /// Name in the key; empty for none.
    pub name: &'a dyn Say,
    /// Points from left to right.
    pub points: Vec<Option<(f64, f64)>>,
    /// Whether points are joined; else they stand alone.
    pub joined: bool,
}

/// A named point.
pub struct Mark<'a> {
    /// Name, written beside it.
    pub name: &'a dyn Say,
    /// Where.
    pub at: (f64, f64),
}

/// Ends of an axis that are known beforehand, such as 0 and 1 of a probability.
pub type Ends = Option<(f64, f64)>;

/// The chart with its key; nothing where no point can be drawn. At most six lines are told apart.
pub fn curves(lines: &[Line], marks: &[Mark], x: &dyn Say, y: &dyn Say, ends: [Ends; 2]) -> Option<String> {
    let all = || lines.iter().flat_map(|l| l.points.iter().flatten()).chain(marks.iter().map(|m| &m.at));
    let (across, up) =
        (scale(all().map(|p| p.0), ends[0], LEFT, RIGHT)?, scale(all().map(|p| p.1), ends[1], BOTTOM, TOP)?);
    let mut svg = Svg::new(WIDTH, HEIGHT);
    axes(&mut svg, &across, &up, x, y);
    for (k, line) in lines.iter().enumerate() {
        let class = format!("curve c{}", k % 6);
        for run in runs(&line.points) {
            let place: Vec<(f64, f64)> = run.iter().map(|p| (across.at(p.0), up.at(p.1))).collect();
            if line.joined && place.len() > 1 {
                svg.polyline(&class, &place);
            } else {
                place.iter().for_each(|at| svg.dot(&format!("spot c{}", k % 6), *at, 1.7));
            }
        }
    }
    for mark in marks.iter().filter(|m| drawable(m.at.0) && drawable(m.at.1)) {
        let at = (across.at(mark.at.0), up.at(mark.at.1));
        svg.dot("equilibrium", at, 4.6);
        let right = at.0 > (LEFT + RIGHT) / 2.0;
        let (dx, hold) = if right { (-9.0, Hold::End) } else { (9.0, Hold::Start) };
        let dy = if at.1 < TOP + 16.0 { 15.0 } else { -8.0 };
        svg.text("note", (at.0 + dx, at.1 + dy), hold, mark.name);
    }
    Some(svg.finish("curves", "") + &key(lines))
}

/// From the values themselves, or between known ends.
fn scale(values: impl Iterator<Item = f64>, ends: Ends, from: f64, to: f64) -> Option<Scale> {
    let seen = values
        .filter(|v| drawable(*v))
        .fold(None, |seen: Option<(f64, f64)>, v| Some(seen.map_or((v, v), |(lo, hi)| (lo.min(v), hi.max(v)))));
    let (lo, hi) = seen?;
    let (lo, hi) = ends.unwrap_or_else(|| {
        let room = (hi - lo) * 0.05;
        (if lo >= 0.0 && lo < 0.3 * hi { 0.0 } else { lo - room }, hi + room)
    });
    Some(Scale::linear(lo, hi, from, to))
}

/// Stretches without a gap.
fn runs(points: &[Option<(f64, f64)>]) -> Vec<Vec<(f64, f64)>> {
    let good = |p: &Option<(f64, f64)>| p.filter(|(a, b)| drawable(*a) && drawable(*b));
    let cut: Vec<Option<(f64, f64)>> = points.iter().map(good).collect();
    cut.split(|p| p.is_none())
        .filter(|run| !run.is_empty())
        .map(|run| run.iter().flatten().copied().collect())
        .collect()
}

fn axes(svg: &mut Svg, across: &Scale, up: &Scale, x: &dyn Say, y: &dyn Say) {
    let (ticks, step) = up.ticks(5);
    for v in ticks {
        svg.line(if v == 0.0 { "zero" } else { "grid" }, (LEFT, up.at(v)), (RIGHT, up.at(v)));
        svg.text("tick", (LEFT - 6.0, up.at(v) + 4.0), Hold::End, &numbers::tick(v, step));
    }
    svg.line("axis", (LEFT, BOTTOM), (RIGHT, BOTTOM));
    svg.line("axis", (LEFT, TOP), (LEFT, BOTTOM));
    let (ticks, step) = across.ticks(5);
    for v in ticks {
        svg.line("axis", (across.at(v), BOTTOM), (across.at(v), BOTTOM + 4.0));
        svg.text("tick", (across.at(v), BOTTOM + 17.0), Hold::Middle, &numbers::tick(v, step));
    }
    svg.text("title", ((LEFT + RIGHT) / 2.0, HEIGHT - 10.0), Hold::Middle, x);
    svg.raw("<g transform=\"rotate(-90 11 133)\">");
    svg.text("title", (11.0, 133.0), Hold::Middle, y);
    svg.raw("</g>");
}

/// A stroke and a name per line; none where there is only one nameless line.
fn key(lines: &[Line]) -> String {
    let one = |(k, line): (usize, &Line)| {
        let name = both(line.name);
        let stroke = format!(
            "<svg viewBox=\"0 0 26 14\" aria-hidden=\"true\"><path class=\"curve c{}\" d=\"M0 7L26 7\"/></svg>",
            k % 6
        );
        if name.is_empty() { String::new() } else { format!("<span class=\"key\">{stroke}{name}</span>") }
    };
    let all: String = lines.iter().enumerate().map(one).collect();
    if all.is_empty() { all } else { format!("<div class=\"keys tall\">{all}</div>\n") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_charts_survive_anything() {
        let odd = [f64::NAN, f64::INFINITY, -1e300, 0.0, 1e300, 5.0];
        for a in odd {
            for b in odd {
                let points = vec![Some((a, b)), None, Some((b, a))];
                let line = Line { name: &"a", points, joined: true };
                let chart = curves(&[line], &[Mark { name: &"m", at: (b, b) }], &"x", &"y", [None, None]);
                assert!(!chart.unwrap_or_default().contains("NaN"));
            }
        }
        assert_eq!(curves(&[], &[], &"x", &"y", [None, None]), None);
    }

    #[test]
    fn contract_a_gap_is_not_bridged() {
        let points = [Some((0.0, 0.0)), Some((1.0, 1.0)), None, Some((2.0, 0.0))];
        assert_eq!(runs(&points), [vec![(0.0, 0.0), (1.0, 1.0)], vec![(2.0, 0.0)]]);
    }
}
