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
    let mut placed: Vec<Label> = Vec::new();
    let signs: Vec<(f64, f64)> = drawn.iter().map(|p| (x.at(p.cost), y.at(p.gain))).collect();
    for members in clusters(&signs) {
        let text = listed(&members.iter().map(|&i| drawn[i].number).collect::<Vec<_>>());
        let label = place(&members.iter().map(|&i| signs[i]).collect::<Vec<_>>(), text, &signs, &placed);
        svg.text("num", (label.at.0, label.at.1 + 4.0), Hold::Middle, &label.text);
        placed.push(label);
    }
    Some(svg.finish("scatter", ""))
}

/// Numbers beside a sign, or beside several that lie on each other.
struct Label {
    text: String,
    at: (f64, f64),
}

/// Half of a label's height, and width of one of its letters.
const HALF: f64 = 5.5;
const LETTER: f64 = 6.3;

impl Label {
    fn half_width(&self) -> f64 {
        0.5 * LETTER * self.text.chars().count() as f64
    }

    /// Does it lie on a sign?
    fn covers(&self, sign: &(f64, f64)) -> bool {
        (self.at.0 - sign.0).abs() < self.half_width() + 5.5 && (self.at.1 - sign.1).abs() < HALF + 5.5
    }

    fn overlaps(&self, other: &Label) -> bool {
        let room = self.half_width() + other.half_width() + 2.0;
        (self.at.0 - other.at.0).abs() < room && (self.at.1 - other.at.1).abs() < 2.0 * HALF
    }
}

/// Signs that lie on each other, directly or through others, by their places in the list.
fn clusters(signs: &[(f64, f64)]) -> Vec<Vec<usize>> {
    let mut left: Vec<usize> = (0..signs.len()).collect();
    let mut out = Vec::new();
    while !left.is_empty() {
        let mut members = vec![left.remove(0)];
        let touches = |members: &[usize], i: usize| {
            members.iter().any(|&m| (signs[m].0 - signs[i].0).abs() < 12.0 && (signs[m].1 - signs[i].1).abs() < 12.0)
        };
        while let Some(next) = left.iter().position(|&i| touches(&members, i)) {
            members.push(left.remove(next));
        }
        out.push(members);
    }
    out
}

/// Numbers in order, a run of three or more as its ends: `5–8, 12`.
fn listed(numbers: &[usize]) -> String {
    let mut sorted = numbers.to_vec();
    sorted.sort_unstable();
    let runs: Vec<String> = sorted
        .chunk_by(|a, b| a + 1 == *b)
        .map(|run| match (run.first(), run.last()) {
            (Some(first), Some(last)) if run.len() > 2 => format!("{first}–{last}"),
            _ => run.iter().map(usize::to_string).collect::<Vec<_>>().join(", "),
        })
        .collect();
    runs.join(", ")
}

/// A label on the least crowded side of its signs.
fn place(own: &[(f64, f64)], text: String, signs: &[(f64, f64)], placed: &[Label]) -> Label {
    let span = |pick: fn(&(f64, f64)) -> f64| {
        own.iter().map(pick).fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(v), b.max(v)))
    };
    let ((x0, x1), (y0, y1)) = (span(|s| s.0), span(|s| s.1));
    let mut label = Label { text, at: (x0, y0) };
    let (wide, x, y) = (label.half_width(), 0.5 * (x0 + x1), 0.5 * (y0 + y1));
    let (left, right) = (x0 - wide - 8.0, x1 + wide + 8.0);
    let spots = [
        (right, y),
        (left, y),
        (x, y0 - 14.0),
        (x, y1 + 14.0),
        (right, y0 - 10.0),
        (right, y1 + 10.0),
        (left, y0 - 10.0),
        (left, y1 + 10.0),
        (x, y0 - 27.0),
        (right, y0 - 24.0),
        (x, y0 - 40.0),
    ];
    let inside = |(x, y): (f64, f64)| (x.clamp(LEFT + wide + 2.0, RIGHT + 8.0 - wide), y.clamp(TOP, BOTTOM - 6.0));
    let mut crowd = |at: &(f64, f64)| {
        label.at = *at;
        signs.iter().filter(|s| label.covers(s)).count() + 2 * placed.iter().filter(|p| label.overlaps(p)).count()
    };
    let best = spots.map(inside).into_iter().min_by_key(&mut crowd);
    label.at = best.unwrap_or((x, y));
    label
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_no_two_labels_lie_on_each_other() {
        let mut points = vec![(0.0, 0.0), (0.01, 0.0), (0.02, 0.0), (0.021, 0.0), (5.0, 40.0), (5.1, 38.5), (9.0, 3.0)];
        points.extend((0..6).map(|i| (2.0 + 0.5 * f64::from(i), 20.0)));
        let signs: Vec<(f64, f64)> = points.iter().map(|(a, b)| (60.0 + 38.0 * a, 280.0 - 6.0 * b)).collect();
        let groups = clusters(&signs);
        assert_eq!(groups.first(), Some(&vec![0, 1, 2, 3]));
        assert_eq!(groups.iter().flatten().count(), signs.len());
        let mut placed: Vec<Label> = Vec::new();
        for members in groups {
            let text = listed(&members);
            let label = place(&members.iter().map(|&i| signs[i]).collect::<Vec<_>>(), text, &signs, &placed);
            assert!(placed.iter().all(|p| !label.overlaps(p)), "{}", label.text);
            placed.push(label);
        }
        assert_eq!(listed(&[12, 5, 7, 6, 8]), "5–8, 12");
        assert_eq!(listed(&[2, 1]), "1, 2");
    }
}
