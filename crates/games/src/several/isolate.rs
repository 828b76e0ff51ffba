//! All roots of a system of multilinear functions in a box, each proved to exist and to be alone in its box.
//!
//! A box is halved until one of these holds. A function keeps away from zero in it: no root. A *barrier* stays
//! above zero in it: no root that matters. Krawczyk's operator K(X) = c − Y·F(c) + (1 − Y·J(X))(X − c) holds every
//! root of X; if it misses X, there is none; if it lies inside X, there is exactly one (Krawczyk 1969; Moore 1977,
//! SIAM Journal on Numerical Analysis 14; Neumaier 1990, theorem 5.1.8). What can be neither excluded nor proved down
//! to [`SMALLEST`] is reported as undecided: a root where derivatives vanish, or a continuum of roots.

use crate::several::interval::Interval;
use crate::several::multilinear::Multilinear;

/// Width under which a box is given up.
pub const SMALLEST: f64 = 1.0 / (1 << 20) as f64;

/// Boxes given up before a search stops: they lie along a continuum.
const MOST_GIVEN_UP: usize = 64;

/// How far the search goes beyond 0 and 1, so that roots on the border are inside it.
pub const MARGIN: f64 = 1.0 / 1024.0;

/// A system F = 0 with barriers: where one of those is above zero, roots do not count.
pub struct System {
    /// The functions that must vanish.
    pub functions: Vec<Multilinear>,
    /// The functions that must not be above zero.
    pub barriers: Vec<Multilinear>,
    /// Free chances per player, in the order of the axes: each group's sum must not exceed one.
    pub groups: Vec<usize>,
}

/// One root: it exists and is the only one in `alone`.
#[derive(Clone, Debug)]
pub struct Root {
    /// Tight bounds, one per free chance.
    pub tight: Vec<Interval>,
    /// A larger box without any other root.
    pub alone: Vec<Interval>,
}

/// What a search found.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Distinct roots.
    pub roots: Vec<Root>,
    /// Boxes in which nothing could be proved.
    pub given_up: usize,
    /// Whether the budget ran out.
    pub out_of_budget: bool,
    /// Boxes looked at.
    pub boxes: usize,
}

impl Found {
    /// Whether the roots are all there are.
    pub fn is_complete(&self) -> bool {
        self.given_up == 0 && !self.out_of_budget
    }
}

type Cell = Vec<Interval>;

/// What one look at a box tells.
enum Verdict {
    /// No root in it.
    Empty,
    /// One root near or in it.
    One(Root),
    /// All its roots are in this smaller box.
    Within(Cell),
}

impl System {
    /// All roots in the product of the simplices and a little beyond, looking at `budget` boxes at most.
    pub fn roots(&self, budget: usize) -> Found {
        let unknowns: usize = self.groups.iter().sum();
        let mut found = Found::default();
        let mut waiting: Vec<Cell> = vec![vec![Interval { lo: -MARGIN, hi: 1.0 + MARGIN }; unknowns]];
        while let Some(cell) = waiting.pop() {
            if found.boxes == budget || found.given_up > MOST_GIVEN_UP {
                found.out_of_budget = found.boxes == budget;
                break;
            }
            found.boxes += 1;
            match self.look(&cell) {
                Verdict::Empty => {}
                Verdict::One(root) => found.add(root),
                Verdict::Within(rest) => {
                    let widest = |c: &Cell| c.iter().map(|v| v.width()).fold(0.0, f64::max);
                    if widest(&rest) < SMALLEST {
                        found.given_up += 1;
                    } else if widest(&rest) < 0.6 * widest(&cell) {
                        waiting.push(rest);
                    } else {
                        waiting.extend(halves(rest));
                    }
                }
            }
        }
        found
    }

    fn look(&self, cell: &Cell) -> Verdict {
        if !self.in_simplices(cell) {
            return Verdict::Empty;
        }
        let (centre, radius) = middle(cell);
        let here: Vec<Multilinear> = self.functions.iter().map(|f| f.around(&centre)).collect();
        if here.iter().any(|f| !f.range(&radius).holds(0.0))
            || self.barriers.iter().any(|g| g.around(&centre).range(&radius).lo > 0.0)
        {
            return Verdict::Empty;
        }
        // A slightly larger box, so that a root on the edge of this one is inside it.
        let wider: Vec<f64> = radius.iter().map(|r| r * 1.125 + 1e-15).collect();
        let Some(image) = krawczyk(&here, &centre, &wider) else { return Verdict::Within(cell.clone()) };
        let Some(rest) = all(image.iter().zip(cell).map(|(k, c)| k.both(*c))) else { return Verdict::Empty };
        let larger: Cell = cell_around(&centre, &wider);
        let inside = image.iter().zip(&larger).all(|(k, c)| k.is_inside(*c));
        if inside && self.functions.len() == cell.len() {
            let tight = self.refined(image);
            return match all(tight.iter().zip(cell).map(|(k, c)| k.both(*c))) {
                Some(_) => Verdict::One(Root { tight, alone: larger }),
                None => Verdict::Empty,
            };
        }
        Verdict::Within(rest)
    }

    /// Whether some point of the box may be a profile of mixes.
    fn in_simplices(&self, cell: &Cell) -> bool {
        let mut first = 0;
        self.groups.iter().all(|&free| {
            let group = &cell[first..first + free];
            first += free;
            group.iter().map(|c| c.lo).sum::<f64>() <= 1.0 + 2.0 * MARGIN && group.iter().all(|c| c.hi >= 0.0)
        })
    }

    /// The bounds of a root, tightened as far as doubles go: K of a box that holds it holds it too.
    fn refined(&self, mut cell: Cell) -> Cell {
        for _ in 0..20 {
            let (centre, radius) = middle(&cell);
            let here: Vec<Multilinear> = self.functions.iter().map(|f| f.around(&centre)).collect();
            let Some(image) = krawczyk(&here, &centre, &radius) else { break };
            let Some(next) = all(image.iter().zip(&cell).map(|(k, c)| k.both(*c))) else { break };
            let width = |c: &Cell| c.iter().map(|v| v.width()).sum::<f64>();
            let enough = width(&next) > 0.5 * width(&cell);
            cell = next;
            if enough {
                break;
            }
        }
        cell
    }

    /// The values of the barriers in a box.
    pub fn barriers_in(&self, cell: &[Interval]) -> Vec<Interval> {
        let (centre, radius) = middle(cell);
        self.barriers.iter().map(|g| g.around(&centre).range(&radius)).collect()
    }
}

impl Found {
    /// Keeps a root unless it is known already.
    fn add(&mut self, new: Root) {
        let within = |a: &Cell, b: &Cell| a.iter().zip(b).all(|(x, y)| y.lo <= x.lo && x.hi <= y.hi);
        let apart = |a: &Cell, b: &Cell| a.iter().zip(b).any(|(x, y)| x.both(*y).is_none());
        let same = |old: &Root| within(&new.tight, &old.alone) || within(&old.tight, &new.alone);
        if self.roots.iter().any(same) {
            return;
        }
        if self.roots.iter().all(|old| apart(&old.tight, &new.tight)) {
            self.roots.push(new);
        } else {
            self.given_up += 1; // it may be an old one or not
        }
    }
}

fn all(cell: impl Iterator<Item = Option<Interval>>) -> Option<Cell> {
    cell.collect()
}

/// The centre of a box, and radii that reach all of it.
fn middle(cell: &[Interval]) -> (Vec<f64>, Vec<f64>) {
    let centre: Vec<f64> = cell.iter().map(|c| c.middle()).collect();
    let radius = centre.iter().zip(cell).map(|(m, c)| (c.hi - m).max(m - c.lo).next_up()).collect();
    (centre, radius)
}

fn cell_around(centre: &[f64], radius: &[f64]) -> Cell {
    // Rounded inwards: the proof was made for the whole of c ± r, of which this is a part.
    centre.iter().zip(radius).map(|(c, r)| Interval { lo: (c - r).next_up(), hi: (c + r).next_down() }).collect()
}

/// The box in two parts along its widest side; not in the middle, where roots of simple games like to be.
fn halves(cell: Cell) -> Vec<Cell> {
    let widest = (0..cell.len()).fold(0, |w, k| if cell[k].width() > cell[w].width() { k } else { w });
    let Some(&side) = cell.get(widest) else { return Vec::new() };
    let cut = side.lo + 0.478 * (side.hi - side.lo);
    let part = |side: Interval| {
        let mut part = cell.clone();
        part[widest] = side;
        part
    };
    vec![part(Interval { lo: side.lo, hi: cut }), part(Interval { lo: cut, hi: side.hi })]
}

/// K of the box around the centre; `None` where the derivative at the centre has no usable inverse.
fn krawczyk(functions: &[Multilinear], centre: &[f64], radius: &[f64]) -> Option<Cell> {
    let slopes: Vec<Vec<Interval>> = functions.iter().map(|f| f.gradient(radius)).collect();
    let middles: Vec<Vec<f64>> = slopes.iter().map(|row| row.iter().map(|s| s.middle()).collect()).collect();
    let inverse = left_inverse(&middles, centre.len())?;
    let component = |k: usize| {
        let row = &inverse[k];
        let zero = Interval::ZERO;
        let newton = row.iter().zip(functions).fold(zero, |sum, (y, f)| sum.plus(Interval::point(*y).times(f.value())));
        let mut reach = 0.0f64;
        for (j, r) in radius.iter().enumerate() {
            let product = row.iter().zip(&slopes).fold(zero, |sum, (y, s)| sum.plus(Interval::point(*y).times(s[j])));
            let rest = Interval::point(if j == k { 1.0 } else { 0.0 }).minus(product);
            reach = (reach + (rest.size() * r).next_up()).next_up();
        }
        Interval::point(centre[k]).minus(newton).plus(Interval::around_zero(reach))
    };
    let image: Cell = (0..centre.len()).map(component).collect();
    image.iter().all(|c| c.lo.is_finite() && c.hi.is_finite()).then_some(image)
}

/// Some Y with Y·A ≈ 1, by elimination with the largest pivots; `None` where A is nearly singular. With more rows
/// than columns the rows without a pivot get weight zero.
fn left_inverse(matrix: &[Vec<f64>], columns: usize) -> Option<Vec<Vec<f64>>> {
    let rows = matrix.len();
    if rows < columns {
        return None;
    }
    let unit = |k: usize| (0..rows).map(move |j| if j == k { 1.0 } else { 0.0 });
    let mut work: Vec<Vec<f64>> =
        matrix.iter().enumerate().map(|(k, row)| row.iter().copied().chain(unit(k)).collect()).collect();
    for column in 0..columns {
        let pivot =
            (column..rows).fold(column, |p, r| if work[r][column].abs() > work[p][column].abs() { r } else { p });
        let size = work[pivot][column].abs();
        if size.is_nan() || size <= 1e-9 {
            return None;
        }
        work.swap(column, pivot);
        let scale = 1.0 / work[column][column];
        work[column].iter_mut().for_each(|v| *v *= scale);
        let line = work[column].clone();
        for (r, other) in work.iter_mut().enumerate() {
            let factor = other[column];
            if r != column && factor != 0.0 {
                other.iter_mut().zip(&line).for_each(|(v, l)| *v -= factor * l);
            }
        }
    }
    Some(work.into_iter().take(columns).map(|row| row[columns..].to_vec()).collect())
}
