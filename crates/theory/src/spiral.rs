//! Spiral rate: the leading eigenvalue of the linearised kernel, beliefs included (model §4).
//!
//! The kernel over dual numbers gives exact products of its Jacobian with a vector. Up to
//! `DENSE` coordinates the whole Jacobian is built; beyond, Arnoldi's method (1951) projects it
//! on a Krylov space. Either way the eigenvalues come from the shifted QR algorithm on a
//! Hessenberg matrix (Francis 1961; Golub & Van Loan 2013, §7.5).

use crate::belief::LOG_ODDS_LIMIT;
use crate::dual::Dual;
use crate::real::Real;
use crate::step::step_plain;
use crate::world::{IssueWorld, Reading, Terms, World};

/// Largest number of coordinates for which the whole Jacobian is built, and size of the Krylov space beyond.
pub const DENSE: usize = 64;
/// Step of the linearisation, years; Euler's step is linear in the rates, so its size does not matter.
const STEP: f64 = 1.0 / 1024.0;

/// The linearised kernel of one replication at one moment.
#[derive(Debug)]
pub struct Linearised<'a> {
    terms: &'a Terms<1>,
    base: &'a World<f64, 1>,
    readings: Vec<Reading<Dual, 1>>,
    moving: World<Dual, 1>,
    /// Coordinates that are free to move: (issue, effort index) or (issue, n + pair index).
    free: Vec<(usize, usize)>,
    time: f64,
}

impl<'a> Linearised<'a> {
    /// Linearises at `world`, `time` years after the start. Coordinates that sit at a bound
    /// (belief limit, cap of effort) and pairs without learning stand still and are left out.
    pub fn new(terms: &'a Terms<1>, base: &'a World<f64, 1>, time: f64) -> Linearised<'a> {
        let n = terms.actors;
        let mut free = Vec::new();
        for (k, (issue, now)) in terms.issues.iter().zip(&base.issues).enumerate() {
            for i in 0..n {
                if now.log_effort[i][0] < issue.log_cap[i][0] {
                    free.push((k, i));
                }
            }
            for i in 0..n {
                for j in 0..n {
                    let inside = now.log_odds[i * n + j][0].abs() < LOG_ODDS_LIMIT;
                    if i != j && inside && terms.learning[i][0] > 0.0 {
                        free.push((k, n + i * n + j));
                    }
                }
            }
        }
        let readings = (0..terms.issues.len()).map(|_| Reading::new(n)).collect();
        let moving = lift(base);
        Linearised { terms, base, readings, moving, free, time }
    }

    /// Number of free coordinates.
    pub fn size(&self) -> usize {
        self.free.len()
    }

    fn set(&mut self, direction: &[f64]) {
        self.moving = lift(self.base);
        let n = self.terms.actors;
        for (&(k, at), &v) in self.free.iter().zip(direction) {
            coordinate(&mut self.moving.issues[k], at, n).tangent = v;
        }
    }

    /// Jacobian (per year) times `direction`, both over the free coordinates.
    pub fn times(&mut self, direction: &[f64]) -> Vec<f64> {
        self.set(direction);
        step_plain(self.terms, &mut self.moving, &mut self.readings, self.time, STEP);
        let n = self.terms.actors;
        let mut product = Vec::with_capacity(self.free.len());
        for (index, &(k, at)) in self.free.iter().enumerate() {
            let after = coordinate(&mut self.moving.issues[k], at, n).tangent;
            product.push((after - direction[index]) / STEP);
        }
        product
    }

    /// Largest real part of the eigenvalues, per year; −∞ if nothing is free to move.
    pub fn leading(&mut self) -> f64 {
        let size = self.size();
        if size == 0 {
            return f64::NEG_INFINITY;
        }
        let mut h = if size <= DENSE { self.dense() } else { self.krylov() };
        let order = h.len();
        hessenberg(&mut h);
        eigenvalues(h).into_iter().take(order).map(|z| z.0).fold(f64::NEG_INFINITY, f64::max)
    }

    /// The whole Jacobian, row-major.
    pub fn dense(&mut self) -> Vec<Vec<f64>> {
        let size = self.size();
        let mut matrix = vec![vec![0.0; size]; size];
        let mut unit = vec![0.0; size];
        for column in 0..size {
            unit[column] = 1.0;
            for (row, value) in self.times(&unit).into_iter().enumerate() {
                matrix[row][column] = value;
            }
            unit[column] = 0.0;
        }
        matrix
    }

    /// Projection on the Krylov space of a fixed irregular start vector, by Arnoldi with one
    /// re-orthogonalisation.
    fn krylov(&mut self) -> Vec<Vec<f64>> {
        let size = self.size();
        let start: Vec<f64> = (0..size).map(|i| 1.0 + ((i * 37 + 11) % 101) as f64 / 101.0).collect();
        let mut basis = vec![scaled(&start, 1.0 / norm(&start))];
        let mut h = vec![vec![0.0; DENSE]; DENSE];
        for column in 0..DENSE {
            let mut v = self.times(&basis[column]);
            let length = norm(&v);
            for _ in 0..2 {
                for (row, b) in basis.iter().enumerate() {
                    let share = dot(b, &v);
                    h[row][column] += share;
                    for (x, y) in v.iter_mut().zip(b) {
                        *x -= share * y;
                    }
                }
            }
            let rest = norm(&v);
            if column + 1 == DENSE || rest <= 1e-12 * length {
                h.truncate(column + 1);
                h.iter_mut().for_each(|row| row.truncate(column + 1));
                return h;
            }
            h[column + 1][column] = rest;
            basis.push(scaled(&v, 1.0 / rest));
        }
        h
    }
}

fn lift(world: &World<f64, 1>) -> World<Dual, 1> {
    let raise = |v: &Vec<[f64; 1]>| v.iter().map(|x| [Dual::of(x[0])]).collect();
    World {
        issues: world
            .issues
            .iter()
            .map(|w| IssueWorld { log_effort: raise(&w.log_effort), log_odds: raise(&w.log_odds) })
            .collect(),
    }
}

fn coordinate(world: &mut IssueWorld<Dual, 1>, at: usize, n: usize) -> &mut Dual {
    if at < n { &mut world.log_effort[at][0] } else { &mut world.log_odds[at - n][0] }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn norm(a: &[f64]) -> f64 {
    dot(a, a).sqrt()
}

fn scaled(a: &[f64], factor: f64) -> Vec<f64> {
    a.iter().map(|x| x * factor).collect()
}

/// Reduces a square matrix to upper Hessenberg form with the same eigenvalues, by Gaussian
/// elimination with pivoting (Golub & Van Loan 2013, §7.4.7).
fn hessenberg(a: &mut [Vec<f64>]) {
    let n = a.len();
    for m in 1..n.saturating_sub(1) {
        let pivot = (m..n).max_by(|&p, &q| a[p][m - 1].abs().total_cmp(&a[q][m - 1].abs())).unwrap_or(m);
        if a[pivot][m - 1] == 0.0 {
            continue;
        }
        if pivot != m {
            a.swap(pivot, m);
            for row in a.iter_mut() {
                row.swap(pivot, m);
            }
        }
        for i in m + 1..n {
            let y = a[i][m - 1] / a[m][m - 1];
            if y != 0.0 {
                for j in m - 1..n {
                    let above = a[m][j];
                    a[i][j] -= y * above;
                }
                for row in a.iter_mut() {
                    row[m] += y * row[i];
                }
            }
            a[i][m - 1] = 0.0;
        }
    }
}

/// Eigenvalues (real, imaginary) of an upper Hessenberg matrix by the implicitly double-shifted
/// QR algorithm with deflation. A block that has not converged after 60 sweeps contributes its
/// diagonal, which bounds nothing but never hangs.
fn eigenvalues(mut h: Vec<Vec<f64>>) -> Vec<(f64, f64)> {
    let mut found = Vec::with_capacity(h.len());
    let scale: f64 = h.iter().flatten().map(|x| x.abs()).sum::<f64>().max(f64::MIN_POSITIVE);
    let mut high = h.len();
    let mut sweeps = 0;
    while high > 0 {
        let low = deflate(&mut h, high, scale);
        if low + 1 == high {
            found.push((h[low][low], 0.0));
            high -= 1;
            sweeps = 0;
        } else if low + 2 == high {
            found.extend(pair(&h, low));
            high -= 2;
            sweeps = 0;
        } else if sweeps == 60 {
            found.push((h[high - 1][high - 1], 0.0));
            high -= 1;
            sweeps = 0;
        } else {
            sweeps += 1;
            francis(&mut h, low, high, sweeps % 10 == 0);
        }
    }
    found
}

/// Start of the trailing block that is not yet split off.
fn deflate(h: &mut [Vec<f64>], high: usize, scale: f64) -> usize {
    let mut low = high - 1;
    while low > 0 {
        let beside = h[low][low].abs() + h[low - 1][low - 1].abs();
        let beside = if beside == 0.0 { scale } else { beside };
        if h[low][low - 1].abs() <= f64::EPSILON * beside {
            h[low][low - 1] = 0.0;
            break;
        }
        low -= 1;
    }
    low
}

/// Eigenvalues of the 2 × 2 block that starts at `low`.
fn pair(h: &[Vec<f64>], low: usize) -> [(f64, f64); 2] {
    let (a, b, c, d) = (h[low][low], h[low][low + 1], h[low + 1][low], h[low + 1][low + 1]);
    let middle = 0.5 * (a + d);
    let square = 0.25 * (a - d) * (a - d) + b * c;
    let root = square.abs().sqrt();
    if square >= 0.0 { [(middle + root, 0.0), (middle - root, 0.0)] } else { [(middle, root), (middle, -root)] }
}

/// One implicit double-shift sweep on rows and columns `low..high`.
fn francis(h: &mut [Vec<f64>], low: usize, high: usize, exceptional: bool) {
    let last = high - 1;
    let (mut trace, mut det) = (
        h[last - 1][last - 1] + h[last][last],
        h[last - 1][last - 1] * h[last][last] - h[last - 1][last] * h[last][last - 1],
    );
    if exceptional {
        let size = h[last][last - 1].abs() + h[last - 1][last - 2].abs();
        (trace, det) = (1.5 * size, size * size);
    }
    let mut x = h[low][low] * h[low][low] + h[low][low + 1] * h[low + 1][low] - trace * h[low][low] + det;
    let mut y = h[low + 1][low] * (h[low][low] + h[low + 1][low + 1] - trace);
    let mut z = h[low + 1][low] * h[low + 2][low + 1];
    for k in low..=high - 3 {
        let first = if k > low { k - 1 } else { low };
        reflect(h, [x, y, z], k, 3, first, (k + 4).min(high), high);
        x = h[k + 1][k];
        y = h[k + 2][k];
        if k + 3 < high {
            z = h[k + 3][k];
        }
    }
    reflect(h, [x, y, 0.0], high - 2, 2, high - 3, high, high);
}

/// Applies the Householder reflection that maps `v` on its first axis, from left and right, to
/// `width` rows and columns from `at` on.
fn reflect(h: &mut [Vec<f64>], v: [f64; 3], at: usize, width: usize, first: usize, rows: usize, high: usize) {
    let length = (0..width).map(|i| v[i] * v[i]).sum::<f64>().sqrt();
    if length == 0.0 {
        return;
    }
    let mut u = v;
    u[0] += if v[0] >= 0.0 { length } else { -length };
    let square = (0..width).map(|i| u[i] * u[i]).sum::<f64>();
    for column in first..high {
        let share = 2.0 * (0..width).map(|i| u[i] * h[at + i][column]).sum::<f64>() / square;
        for i in 0..width {
            h[at + i][column] -= share * u[i];
        }
    }
    for row in h.iter_mut().take(rows) {
        let share = 2.0 * (0..width).map(|i| u[i] * row[at + i]).sum::<f64>() / square;
        for i in 0..width {
            row[at + i] -= share * u[i];
        }
    }
}

/// Spiral rate of a general matrix, for tests: largest real part of its eigenvalues.
pub fn largest_real_part(mut matrix: Vec<Vec<f64>>) -> f64 {
    hessenberg(&mut matrix);
    eigenvalues(matrix).into_iter().map(|z| z.0).fold(f64::NEG_INFINITY, f64::max)
}
