//! Lines over one number that is no time: closed forms, best replies, probabilities.

use lab::scenario::Text;

use super::diagram::metrics;
use super::labels;
use super::svg::{Hold, Scale, Svg, drawable};
use crate::html::both;
use crate::numbers;
use crate::words::Say;

/// Width of the drawing, which titles must fit into.
pub(crate) const WIDTH: f64 = 460.0;
const HEIGHT: f64 = 316.0;
const LEFT: f64 = 54.0;
const RIGHT: f64 = 448.0;
/// Below the title of the vertical axis, which lies flat: upright, a long one would be cut off.
const TOP: f64 = 30.0;
const BOTTOM: f64 = 268.0;

/// Size of the type of titles, and the height of a line of them.
const SIZE: f64 = 12.0;
const LINE: f64 = 15.0;

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
    chart((lines, marks), x, y, ends, None)
}

/// One line over `x`, with a thin upright line at `here` where that lies on the axis.
pub fn curve_with_place(line: Line, x: &dyn Say, up: Ends, here: f64) -> Option<String> {
    chart((&[line], &[]), x, &"", [None, up], Some(here))
}

fn chart(
    (lines, marks): (&[Line], &[Mark]),
    x: &dyn Say,
    y: &dyn Say,
    ends: [Ends; 2],
    here: Option<f64>,
) -> Option<String> {
    let all = || lines.iter().flat_map(|l| l.points.iter().flatten()).chain(marks.iter().map(|m| &m.at));
    let (across, up) =
        (scale(all().map(|p| p.0), ends[0], LEFT, RIGHT)?, scale(all().map(|p| p.1), ends[1], BOTTOM, TOP)?);
    let below = lines_of(x, 2);
    let mut svg = Svg::new(WIDTH, HEIGHT + LINE * (below.len().saturating_sub(1)) as f64);
    axes(&mut svg, &across, &up, &below, y);
    if let Some(here) = here.filter(|v| (across.lo..=across.hi).contains(v)) {
        svg.line("here", (across.at(here), TOP), (across.at(here), BOTTOM));
    }
    let mut drawn = Vec::new();
    for (k, line) in lines.iter().enumerate() {
        let class = format!("curve c{}", k % 6);
        for run in runs(&line.points) {
            let place: Vec<(f64, f64)> = run.iter().map(|p| (across.at(p.0), up.at(p.1))).collect();
            if line.joined && place.len() > 1 {
                svg.polyline(&class, &place);
                drawn.push(place);
            } else {
                place.iter().for_each(|at| svg.dot(&format!("spot c{}", k % 6), *at, 1.7));
            }
        }
    }
    if up.lo < 0.0 && up.hi > 0.0 {
        drawn.push(vec![(LEFT, up.at(0.0)), (RIGHT, up.at(0.0))]);
    }
    points(&mut svg, marks, &drawn, &across, &up);
    Some(svg.finish("curves", "") + &key(lines))
}

/// The named points, and their names where these hide least.
fn points(svg: &mut Svg, marks: &[Mark], drawn: &[Vec<(f64, f64)>], across: &Scale, up: &Scale) {
    let seen = marks.iter().filter(|m| drawable(m.at.0) && drawable(m.at.1));
    let seen: Vec<((f64, f64), &dyn Say)> = seen.map(|m| ((across.at(m.at.0), up.at(m.at.1)), m.name)).collect();
    let placed = labels::place(&seen, drawn, (LEFT + 3.0, TOP - 8.0, WIDTH, BOTTOM - 2.0));
    for ((at, _), name) in seen.iter().zip(&placed).filter(|(_, name)| name.far) {
        svg.line("leader", *at, (name.at.0, name.at.1 - 4.0));
    }
    seen.iter().for_each(|(at, _)| svg.dot("equilibrium", *at, 4.6));
    for ((_, text), name) in seen.iter().zip(&placed) {
        svg.text("note", name.at, name.hold, *text);
    }
}

/// From the values themselves, or between known ends.
fn scale(values: impl Iterator<Item = f64>, ends: Ends, from: f64, to: f64) -> Option<Scale> {
    let seen = values
        .filter(|v| drawable(*v))
        .fold(None, |seen: Option<(f64, f64)>, v| Some(seen.map_or((v, v), |(lo, hi)| (lo.min(v), hi.max(v)))));
    let (lo, hi) = seen?;
    let (lo, hi) = ends.unwrap_or_else(|| {
        let room = (hi - lo) * 0.05;
        // What is never negative has no axis below zero.
        let low = if lo < 0.0 { lo - room } else { (lo - room).max(0.0) };
        (if lo >= 0.0 && lo < 0.3 * hi { 0.0 } else { low }, hi + room)
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

fn axes(svg: &mut Svg, across: &Scale, up: &Scale, below: &[Text], y: &dyn Say) {
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
    for (k, line) in below.iter().enumerate() {
        let middle = if below.len() > 1 { WIDTH / 2.0 } else { (LEFT + RIGHT) / 2.0 };
        svg.text("title", (middle, HEIGHT - 10.0 + LINE * k as f64), Hold::Middle, line);
    }
    lines_of(y, 1).iter().for_each(|line| svg.text("title", (2.0, 14.0), Hold::Start, line));
}

/// A title in at most so many lines that fit, in both languages.
fn lines_of(title: &dyn Say, most: usize) -> Vec<Text> {
    let text = title.say();
    let [en, zh] = [text.en, text.zh].map(|t| metrics::wrap(&t, SIZE, false, WIDTH - 8.0, most));
    // A language with fewer lines gets an invisible character: an empty text would borrow the other's words.
    let line = |all: &[String], k: usize| all.get(k).cloned().unwrap_or_else(|| "\u{200b}".into());
    (0..en.len().max(zh.len())).map(|k| Text { en: line(&en, k), zh: line(&zh, k) }).collect()
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
