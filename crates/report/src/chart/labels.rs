//! Where the names of points stand beside them: off each other, off other points, off the lines.

use super::diagram::metrics;
use super::svg::Hold;
use crate::words::Say;

/// Size of the type, in pixels; a little over what page.css sets, because narrow pages set it larger.
const SIZE: f64 = 14.5;

/// How far a name may stand from its point, in pixels.
const STEPS: [f64; 4] = [0.0, 15.0, 30.0, 45.0];

/// A name in its place.
pub(super) struct Placed {
    /// Where the text is held.
    pub at: (f64, f64),
    /// By which end.
    pub hold: Hold,
    /// Whether it stands so far off that a line should lead to it.
    pub far: bool,
}

/// A rectangle: left, top, right, bottom.
type Area = (f64, f64, f64, f64);

/// One place per mark, in order: `marks` with their names, the `lines` of the chart, the area that text may cover,
/// all in pixels. Names are placed one after the other, each where it costs least.
pub(super) fn place(marks: &[((f64, f64), &dyn Say)], lines: &[Vec<(f64, f64)>], room: Area) -> Vec<Placed> {
    let ink: Vec<(f64, f64)> = lines.iter().flat_map(|line| dense(line)).collect();
    let mut taken: Vec<Area> = Vec::new();
    let mut out = Vec::new();
    for (own, (at, name)) in marks.iter().enumerate() {
        let text = name.say();
        let width = metrics::width(&text.en, SIZE, true).max(metrics::width(&text.zh, SIZE, true));
        let cost = |placed: &Placed| {
            let area = covered(placed, width);
            let others = marks.iter().enumerate().filter(|(k, _)| *k != own);
            let dots = others.filter(|(_, (p, _))| inside(grown(area, 4.0), *p)).count() as f64;
            let own_dot = if inside(grown(area, 2.0), *at) { 1.0 } else { 0.0 };
            let texts: f64 = taken.iter().map(|t| shared(area, *t)).sum();
            let struck = ink.iter().filter(|p| inside(area, **p)).count() as f64;
            let off = (area.2 - area.0) * (area.3 - area.1) - shared(area, room);
            let away = if placed.far { 5.0 } else { 0.0 } + (placed.at.1 - at.1).hypot(placed.at.0 - at.0) * 0.05;
            off * 5.0 + texts * 4.0 + (dots + own_dot) * 200.0 + struck * 3.0 + away
        };
        let best = candidates(*at).into_iter().min_by(|a, b| cost(a).total_cmp(&cost(b)));
        let best = best.unwrap_or(Placed { at: *at, hold: Hold::Start, far: false });
        taken.push(covered(&best, width));
        out.push(best);
    }
    out
}

/// Places around a point, the nearest first.
fn candidates((x, y): (f64, f64)) -> Vec<Placed> {
    let around = |step: &f64| {
        let (up, down) = (y - 8.0 - step, y + 18.0 + step);
        let sides = [
            ((x + 8.0, up), Hold::Start),
            ((x - 8.0, up), Hold::End),
            ((x + 8.0, down), Hold::Start),
            ((x - 8.0, down), Hold::End),
            ((x, up - 3.0), Hold::Middle),
            ((x, down + 2.0), Hold::Middle),
            ((x + 10.0 + step, y + 5.0), Hold::Start),
            ((x - 10.0 - step, y + 5.0), Hold::End),
        ];
        sides.map(|(at, hold)| Placed { at, hold, far: *step > 0.0 })
    };
    STEPS.iter().flat_map(around).collect()
}

/// What a text covers.
fn covered(placed: &Placed, width: f64) -> Area {
    let (x, y) = placed.at;
    let left = match placed.hold {
        Hold::Start => x,
        Hold::Middle => x - width / 2.0,
        Hold::End => x - width,
    };
    (left, y - SIZE * 0.85, left + width, y + SIZE * 0.25)
}

fn grown(a: Area, by: f64) -> Area {
    (a.0 - by, a.1 - by, a.2 + by, a.3 + by)
}

fn inside(a: Area, (x, y): (f64, f64)) -> bool {
    x >= a.0 && x <= a.2 && y >= a.1 && y <= a.3
}

/// The area that two rectangles share.
fn shared(a: Area, b: Area) -> f64 {
    (a.2.min(b.2) - a.0.max(b.0)).max(0.0) * (a.3.min(b.3) - a.1.max(b.1)).max(0.0)
}

/// Points along a line, a few pixels apart.
fn dense(line: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let between = |pair: &[(f64, f64)]| -> Vec<(f64, f64)> {
        let (a, b) = (pair[0], pair[1]);
        let steps = ((b.0 - a.0).hypot(b.1 - a.1) / 4.0).ceil().clamp(1.0, 500.0);
        let share = |k: u32| (a.0 + f64::from(k) / steps * (b.0 - a.0), a.1 + f64::from(k) / steps * (b.1 - a.1));
        (0..=steps as u32).map(share).collect()
    };
    line.windows(2).flat_map(between).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_names_of_close_points_do_not_collide() {
        let room = (60.0, 30.0, 450.0, 250.0);
        let at = [(200.0, 150.0), (210.0, 146.0), (230.0, 150.0), (255.0, 150.0)];
        let names: [&dyn Say; 4] = [&"this discount factor", &"linked", &"minimum trust", &"threshold"];
        let marks: Vec<_> = at.into_iter().zip(names).collect();
        let placed = place(&marks, &[vec![(60.0, 150.0), (450.0, 150.0)]], room);
        let areas: Vec<Area> =
            placed.iter().zip(&marks).map(|(p, m)| covered(p, metrics::width(&m.1.say().en, SIZE, true))).collect();
        for (k, a) in areas.iter().enumerate() {
            assert!(areas.iter().skip(k + 1).all(|b| shared(*a, *b) == 0.0), "{areas:?}");
            assert!(at.iter().all(|p| !inside(*a, *p)) && shared(*a, room) > 0.99 * (a.2 - a.0) * (a.3 - a.1));
        }
    }
}
