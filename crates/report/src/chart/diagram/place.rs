//! Where the label of each arrow stands: beside its arrow, over no box and no other label.

use super::route::{Curve, Point, Rect, crossings, far};

/// Radius of the numbered disc that sits on an arrow.
pub const DISC: f64 = 9.5;

/// Least distance between a label and a box or another label.
const GAP: f64 = 5.0;

/// What belongs to one arrow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Where its number sits on it.
    pub disc: Point,
    /// Where its label stands; none where there is no free place (the list beside the figure says the same).
    pub label: Option<Rect>,
}

/// Over this a place is not free.
const TAKEN: f64 = 10_000.0;

/// Orders that are tried: so many, fewer where there are many arrows.
const TRIES: usize = 10;

/// A spot for every arrow. `sizes` are those of the labels.
///
/// Each label takes its best place given the others, three times over. Who is served first decides what is left for
/// the rest: those that found no place are served first in the next try, and the cheapest try is kept.
pub fn spots(boxes: &[Rect], curves: &[Curve], sizes: &[Point], canvas: Rect) -> Vec<Spot> {
    let scene = Scene { boxes, ways: curves.iter().map(Curve::samples).collect(), canvas };
    let mut order: Vec<usize> = (0..curves.len()).collect();
    let mut best = (f64::INFINITY, Vec::new());
    for _ in 0..(100 / curves.len().max(1)).clamp(1, TRIES) {
        let (cost, spots) = scene.trial(curves, sizes, &order);
        let step = (order.len() / TRIES + 1).min(order.len());
        order.rotate_left(step);
        order.sort_by_key(|i| spots[*i].label.is_some());
        if cost < best.0 {
            best = (cost, spots);
        }
    }
    best.1
}

struct Scene<'a> {
    boxes: &'a [Rect],
    ways: Vec<Vec<Point>>,
    canvas: Rect,
}

impl Scene<'_> {
    /// Total cost and spots when the arrows are served in an order.
    fn trial(&self, curves: &[Curve], sizes: &[Point], order: &[usize]) -> (f64, Vec<Spot>) {
        let mut found: Vec<Option<(f64, Spot)>> = vec![None; curves.len()];
        for _ in 0..3 {
            for &i in order {
                let others = found.iter().enumerate().filter(|(k, _)| *k != i);
                let others: Vec<Spot> = others.filter_map(|(_, f)| f.map(|f| f.1)).collect();
                found[i] = Some(self.best(i, &curves[i], sizes[i], &others));
            }
        }
        let found: Vec<(f64, Spot)> = found.into_iter().flatten().collect();
        (found.iter().map(|f| f.0).sum(), found.into_iter().map(|f| f.1).collect())
    }

    fn best(&self, own: usize, curve: &Curve, size: Point, others: &[Spot]) -> (f64, Spot) {
        let mut best = (f64::INFINITY, Spot { disc: curve.at(0.5), label: None });
        for t in [0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8] {
            let disc = curve.at(t);
            for (label, slide) in beside(curve, t, size) {
                let taste = (t - 0.5).abs() * 40.0 + distance(disc, &label) + slide.abs() * 4.0;
                if taste >= best.0 {
                    continue;
                }
                let cost = taste + self.cost(own, disc, &label, others);
                if cost < best.0 {
                    best = (cost, Spot { disc, label: Some(label) });
                }
            }
        }
        if best.0 < TAKEN { best } else { (best.0, Spot { label: None, ..best.1 }) }
    }

    fn cost(&self, own: usize, disc: Point, label: &Rect, others: &[Spot]) -> f64 {
        let (room, ball) = (label.grown(GAP), ball(disc));
        let c = &self.canvas;
        let outside = label.x < c.x || label.y < c.y || label.x + label.w > c.x + c.w || label.y + label.h > c.y + c.h;
        let over_box = self.boxes.iter().any(|b| b.overlaps(&room) || b.overlaps(&ball));
        let met = |other: &Spot| {
            let theirs = self::ball(other.disc);
            let over_label = other.label.is_some_and(|l| l.overlaps(&room) || l.overlaps(&ball));
            over_label || theirs.overlaps(&room) || theirs.overlaps(&ball)
        };
        if outside || over_box || others.iter().any(met) {
            return TAKEN;
        }
        // Whose label it is must be plain: no other arrow under it, close to it or between it and its number.
        let (tight, wide) = (label.grown(3.0), label.grown(10.0));
        let within = |r: &Rect, way: &[Point]| way.iter().filter(|p| r.holds(**p)).count() as f64;
        let mut cost = 25.0 * within(&tight, &self.ways[own]);
        for way in self.ways.iter().enumerate().filter(|(i, _)| *i != own).map(|(_, way)| way) {
            let between = crossings(&[disc, label.centre()], way) as f64;
            cost += 60.0 * within(&tight, way) + 5.0 * within(&wide, way) + 80.0 * between;
        }
        let own = distance(disc, label);
        let rival = |o: &Spot| match distance(o.disc, label) - own {
            d if d < 4.0 => 40.0,
            d if d < 20.0 => 14.0,
            _ => 0.0,
        };
        cost + others.iter().map(rival).sum::<f64>()
    }
}

/// The square around the number of an arrow.
fn ball(disc: Point) -> Rect {
    Rect::around(disc, 2.0 * DISC, 2.0 * DISC)
}

/// From a place to the nearest point of a rectangle.
fn distance(from: Point, to: &Rect) -> f64 {
    far(from, (from.0.clamp(to.x, to.x + to.w), from.1.clamp(to.y, to.y + to.h)))
}

/// Places for a label on either side of the arrow at a share of its way, and how far each is slid along it.
fn beside(curve: &Curve, t: f64, size: Point) -> Vec<(Rect, f64)> {
    let (at, (dx, dy)) = (curve.at(t), curve.direction(t));
    let mut out = Vec::new();
    let sides = if dy > 0.0 { [(dy, -dx), (-dy, dx)] } else { [(-dy, dx), (dy, -dx)] };
    for (nx, ny) in sides {
        for away in [0.0, 10.0, 26.0, 44.0] {
            let reach = nx.abs() * size.0 / 2.0 + ny.abs() * size.1 / 2.0 + DISC + 4.0 + away;
            // Slid along the arrow until the corner that touches it is level with the number.
            let level = dx * nx.signum() * size.0 / 2.0 + dy * ny.signum() * size.1 / 2.0;
            for slide in [0.0, 0.5, 1.0, -0.5] {
                let along = level * slide;
                let centre = (at.0 + nx * reach + dx * along, at.1 + ny * reach + dy * along);
                out.push((Rect::around(centre, size.0, size.1), slide));
            }
        }
    }
    out
}
