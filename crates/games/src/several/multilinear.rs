//! Functions that are affine in each player's mix: what an action pays, as a polynomial in the others' chances.
//!
//! A player who mixes over k actions has k − 1 free chances; the first action takes the rest. A function is a
//! table with one axis of length k per player: place 0 of an axis stands for 1, place t for the chance of action t.

use crate::several::interval::Interval;

/// The function, its coefficients enclosed in intervals; the first axis changes fastest.
#[derive(Clone, Debug)]
pub struct Multilinear {
    axes: Vec<Axis>,
    table: Vec<Interval>,
}

/// One player's part of a table.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    /// The player's free chances.
    pub free: usize,
    /// Whether the function depends on them; an axis of length 1 if not.
    pub used: bool,
}

impl Axis {
    fn length(&self) -> usize {
        if self.used { self.free + 1 } else { 1 }
    }
}

impl Multilinear {
    /// From coefficients; there must be as many as the product of the lengths.
    pub fn new(axes: Vec<Axis>, table: Vec<Interval>) -> Multilinear {
        debug_assert_eq!(axes.iter().map(Axis::length).product::<usize>(), table.len());
        Multilinear { axes, table }
    }

    /// The same function around `centre`: place 0 of every axis now stands for the centre.
    ///
    /// `centre` lists the free chances of all players, in the order of the axes.
    pub fn around(&self, centre: &[f64]) -> Multilinear {
        let mut table = self.table.clone();
        let (mut stride, mut first) = (1, 0);
        for axis in &self.axes {
            if axis.used {
                for start in starts(table.len(), stride, axis.length()) {
                    for t in 0..axis.free {
                        let term = table[start + (t + 1) * stride].times(Interval::point(centre[first + t]));
                        table[start] = table[start].plus(term);
                    }
                }
            }
            stride *= axis.length();
            first += axis.free;
        }
        Multilinear { axes: self.axes.clone(), table }
    }

    /// All values when no free chance is further than its `radius` from the centre.
    pub fn range(&self, radius: &[f64]) -> Interval {
        spread(&self.axes, self.table.iter().copied(), radius)
    }

    /// The value at the centre.
    pub fn value(&self) -> Interval {
        self.table.first().copied().unwrap_or(Interval::ZERO)
    }

    /// All values of the derivative by every free chance, within the radii.
    pub fn gradient(&self, radius: &[f64]) -> Vec<Interval> {
        let mut all = Vec::with_capacity(radius.len());
        let mut stride = 1;
        for (k, axis) in self.axes.iter().enumerate() {
            if axis.used {
                let mut rest = self.axes.clone();
                rest[k].used = false;
                for t in 1..axis.length() {
                    let slice = starts(self.table.len(), stride, axis.length());
                    all.push(spread(&rest, slice.map(|start| self.table[start + t * stride]), radius));
                }
            } else {
                all.extend(vec![Interval::ZERO; axis.free]);
            }
            stride *= axis.length();
        }
        all
    }
}

/// The first entries of the lines along an axis.
fn starts(length: usize, stride: usize, size: usize) -> impl Iterator<Item = usize> {
    (0..length / (stride * size)).flat_map(move |high| (0..stride).map(move |low| high * stride * size + low))
}

/// Σ coefficient·displacements: the first coefficient, more or less the sizes of all others times the radii.
fn spread(axes: &[Axis], table: impl Iterator<Item = Interval>, radius: &[f64]) -> Interval {
    let mut centre = Interval::ZERO;
    let mut place = 0;
    let size = |c: Interval| {
        place += 1;
        if place > 1 {
            return c.size();
        }
        centre = c;
        0.0
    };
    let mut sum: Vec<f64> = table.map(size).collect();
    let mut first = 0;
    for axis in axes {
        if axis.used {
            let length = axis.length();
            let free = &radius[first..first + axis.free];
            let line = |k: usize| {
                let terms = free.iter().enumerate();
                terms.fold(sum[k * length], |total, (t, r)| (total + (sum[k * length + t + 1] * r).next_up()).next_up())
            };
            sum = (0..sum.len() / length).map(line).collect();
        }
        first += axis.free;
    }
    centre.plus(Interval::around_zero(sum.first().copied().unwrap_or(0.0)))
}
