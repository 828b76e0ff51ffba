//! Boxes and the curves between them: straight where the way is free, bent where it is not.

use crate::chart::svg::px;

/// A place in the drawing.
pub type Point = (f64, f64);

/// Distance; by a square root, which is the same on every machine.
pub fn far(a: Point, b: Point) -> f64 {
    ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).sqrt()
}

/// An upright rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rect {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

impl Rect {
    /// A rectangle around a place.
    pub fn around(at: Point, w: f64, h: f64) -> Rect {
        Rect { x: at.0 - w / 2.0, y: at.1 - h / 2.0, w, h }
    }

    /// Its middle.
    pub fn centre(&self) -> Point {
        (self.x + self.w / 2.0, self.y + self.h / 2.0)
    }

    /// The same with so much more on every side.
    pub fn grown(&self, by: f64) -> Rect {
        Rect { x: self.x - by, y: self.y - by, w: self.w + 2.0 * by, h: self.h + 2.0 * by }
    }

    /// Do two have a point in common, edges not counted?
    pub fn overlaps(&self, other: &Rect) -> bool {
        self.x < other.x + other.w
            && other.x < self.x + self.w
            && self.y < other.y + other.h
            && other.y < self.y + self.h
    }

    /// Is a place inside?
    pub fn holds(&self, p: Point) -> bool {
        p.0 > self.x && p.0 < self.x + self.w && p.1 > self.y && p.1 < self.y + self.h
    }

    /// Where the way from the middle to a place leaves it, a little away from the corners.
    fn port(&self, toward: Point) -> Point {
        let c = self.centre();
        let (dx, dy) = (toward.0 - c.0, toward.1 - c.1);
        let reach = (dx.abs() / (self.w / 2.0)).max(dy.abs() / (self.h / 2.0)).max(1e-9);
        let (x, y, half) = (dx / reach, dy / reach, (self.w / 2.0, self.h / 2.0));
        let held = |v: f64, most: f64| v.clamp(-most.max(0.0), most.max(0.0));
        if x.abs() < half.0 - 0.01 {
            (c.0 + held(x, half.0 - 15.0), c.1 + y)
        } else {
            (c.0 + x, c.1 + held(y, half.1 - 11.0))
        }
    }
}

/// A cubic curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Curve(pub [Point; 4]);

/// Points by which a curve is tested.
const SAMPLES: usize = 28;

impl Curve {
    /// Place at a share of the way.
    pub fn at(&self, t: f64) -> Point {
        let (u, p) = (1.0 - t, &self.0);
        let weights = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
        let sum = |f: fn(&Point) -> f64| (0..4).map(|i| weights[i] * f(&p[i])).sum();
        (sum(|q| q.0), sum(|q| q.1))
    }

    /// Direction at a share of the way, of length one.
    pub fn direction(&self, t: f64) -> Point {
        let (a, b) = (self.at((t - 0.02).max(0.0)), self.at((t + 0.02).min(1.0)));
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let length = far((dx, dy), (0.0, 0.0)).max(1e-9);
        (dx / length, dy / length)
    }

    /// Places along it.
    pub fn samples(&self) -> Vec<Point> {
        (0..=SAMPLES).map(|i| self.at(i as f64 / SAMPLES as f64)).collect()
    }

    /// Length, nearly.
    pub fn length(&self) -> f64 {
        self.samples().windows(2).map(|w| far(w[0], w[1])).sum()
    }

    /// The same, ending so far from its end.
    pub fn shortened(&self, by: f64) -> Curve {
        let end = self.0[3];
        let gone = |t: &f64| far(self.at(*t), end) >= by;
        let t = (0..200).map(|i| 1.0 - f64::from(i) / 200.0).find(gone).unwrap_or(0.1);
        let mix = |a: Point, b: Point| (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t);
        let [p, q, r, s] = self.0;
        let (a, b, c) = (mix(p, q), mix(q, r), mix(r, s));
        let (d, e) = (mix(a, b), mix(b, c));
        Curve([p, a, d, mix(d, e)])
    }

    /// As the data of an SVG path.
    pub fn data(&self) -> String {
        let p: Vec<String> = self.0.iter().map(|q| format!("{} {}", px(q.0), px(q.1))).collect();
        format!("M{}C{} {} {}", p[0], p[1], p[2], p[3])
    }

    /// From box to box by way of a place, leaving both borders toward it.
    fn by_way_of(a: &Rect, b: &Rect, via: Point) -> Curve {
        let (p, q) = (a.port(via), b.port(via));
        let near = |end: Point| (end.0 + (via.0 - end.0) * 2.0 / 3.0, end.1 + (via.1 - end.1) * 2.0 / 3.0);
        Curve([p, near(p), near(q), q])
    }

    /// Bent to its right by so much; straight for 0.
    fn bent(a: &Rect, b: &Rect, bow: f64) -> Curve {
        let (p, q) = (a.centre(), b.centre());
        let (dx, dy) = (q.0 - p.0, q.1 - p.1);
        let length = far((dx, dy), (0.0, 0.0)).max(1e-9);
        let middle = ((p.0 + q.0) / 2.0, (p.1 + q.1) / 2.0);
        if bow == 0.0 {
            let (p, q) = (a.port(q), b.port(p));
            let third = |s: f64| (p.0 + (q.0 - p.0) * s, p.1 + (q.1 - p.1) * s);
            return Curve([p, third(1.0 / 3.0), third(2.0 / 3.0), q]);
        }
        Curve::by_way_of(a, b, (middle.0 - dy / length * bow, middle.1 + dx / length * bow))
    }

    /// Out at one side, along it, and in at the same side of the other box. `side` is −1 for left, 1 for right.
    fn beside(a: &Rect, b: &Rect, side: f64, out: f64) -> Curve {
        let port = |r: &Rect| (r.centre().0 + side * r.w / 2.0, r.centre().1);
        let (p, q) = (port(a), port(b));
        let x = if side < 0.0 { p.0.min(q.0) - out } else { p.0.max(q.0) + out };
        Curve([p, (x, p.1), (x, q.1), q])
    }
}

/// An arrow between two boxes, by their places in the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Box it leaves.
    pub from: usize,
    /// Box it enters.
    pub to: usize,
    /// Does it lead back to where its own box is reached from?
    pub back: bool,
}

/// A curve for every link: free of boxes, with few crossings, as short and as straight as that allows.
pub fn routes(boxes: &[Rect], links: &[Link]) -> Vec<Curve> {
    let mut order: Vec<usize> = (0..links.len()).collect();
    order.sort_by_key(|i| links[*i].back);
    let mut found: Vec<Option<Curve>> = vec![None; links.len()];
    for i in order {
        let link = links[i];
        let twin = links.iter().enumerate().any(|(k, l)| {
            let same = l.from == link.from && l.to == link.to && k < i;
            same || (l.from == link.to && l.to == link.from)
        });
        let others: Vec<Vec<Point>> = found.iter().flatten().map(Curve::samples).collect();
        let ways = candidates(&boxes[link.from], &boxes[link.to], link.back, twin);
        let cost = |c: &Curve| cost(c, boxes, &link, &others);
        found[i] = ways.into_iter().min_by(|a, b| cost(a).total_cmp(&cost(b)));
    }
    found.into_iter().flatten().collect()
}

fn candidates(a: &Rect, b: &Rect, back: bool, twin: bool) -> Vec<Curve> {
    let bows: &[f64] = match (twin, back) {
        (true, _) => &[26.0, 50.0, 80.0, 130.0],
        (_, true) => &[60.0, -60.0, 110.0, -110.0, 170.0, -170.0],
        _ => &[0.0, 40.0, -40.0, 80.0, -80.0, 130.0, -130.0, 200.0, -200.0, 300.0, -300.0],
    };
    let mut ways: Vec<Curve> = bows.iter().map(|bow| Curve::bent(a, b, *bow)).collect();
    if !twin && (a.centre().1 - b.centre().1).abs() > a.h {
        for out in [30.0, 46.0, 70.0, 100.0] {
            ways.extend([-1.0, 1.0].map(|side| Curve::beside(a, b, side, out)));
        }
    }
    ways
}

fn cost(curve: &Curve, boxes: &[Rect], link: &Link, others: &[Vec<Point>]) -> f64 {
    let own = curve.samples();
    let through = |(i, r): (usize, &Rect)| {
        let room = r.grown(if i == link.from || i == link.to { -2.0 } else { 9.0 });
        own.iter().filter(|p| room.holds(**p)).count()
    };
    let hits: usize = boxes.iter().enumerate().map(through).sum();
    let crossings: usize = others.iter().map(|o| crossings(&own, o)).sum();
    let [p, .., q] = curve.0;
    let (length, straight) = (curve.length(), far(p, q));
    // Arrowheads that meet in one place are hard to tell apart.
    let crowd = others.iter().filter(|o| o.last().is_some_and(|e| far(*e, q) < 14.0)).count();
    let bent = if length > straight + 0.5 { 25.0 } else { 0.0 };
    1000.0 * hits as f64
        + 60.0 * crossings as f64
        + 40.0 * crowd as f64
        + bent
        + 1.5 * (length - straight)
        + 0.02 * length
}

/// How often two lines through points cross.
pub fn crossings(a: &[Point], b: &[Point]) -> usize {
    let side = |p: Point, q: Point, r: Point| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0) > 0.0;
    let meet =
        |p: Point, q: Point, r: Point, s: Point| side(p, q, r) != side(p, q, s) && side(r, s, p) != side(r, s, q);
    a.windows(2).map(|v| b.windows(2).filter(|w| meet(v[0], v[1], w[0], w[1])).count()).sum()
}
