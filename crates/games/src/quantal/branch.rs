//! The principal branch of logit quantal responses: from equal chances at λ = 0 towards one equilibrium.
//!
//! Almost every game has one such path (McKelvey & Palfrey 1995, theorem 3). It is followed by its length, so that it
//! may turn back in λ, in the logarithms of the chances, so that small ones stay exact: a step along the tangent, then
//! Newton's method back onto the path (Turocy 2005, Games and Economic Behavior 51, 243–263). Numbers are doubles.

use theory::real::{exp, ln};

use crate::normal::NormalForm;

/// Most chances of all players together.
pub const MAX_CHANCES: usize = 100;

/// Most work per step: pure profiles times players cubed.
pub const MAX_WORK: usize = 2_000_000;

/// Most points of a path.
pub const MAX_POINTS: usize = 20_000;

/// How exactly the equations hold at every point, relative to 1 + λ·(range of payoffs).
pub const TOLERANCE: f64 = 1e-11;

/// A point of the path.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Precision of choice, in one over the unit of payoff.
    pub lambda: f64,
    /// The chance of every action, per player.
    pub mixes: Vec<Vec<f64>>,
    /// The largest difference between a chance and the logit response to all.
    pub residual: f64,
}

/// How a path ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// At the λ asked for.
    Reached,
    /// After [`MAX_POINTS`].
    TooLong,
    /// Where Newton's method found no way on: a crossing of paths, or numbers too large.
    Stuck,
}

/// The path.
#[derive(Clone, Debug, PartialEq)]
pub struct Branch {
    /// Its points in order; λ may go back for a while.
    pub points: Vec<Response>,
    /// How it ended.
    pub end: End,
}

/// The game in doubles, payoffs from 0 to 1.
struct Float {
    counts: Vec<usize>,
    /// Where each player's chances start in the list of all.
    first: Vec<usize>,
    profiles: Vec<(Vec<usize>, Vec<f64>)>,
    range: f64,
}

/// Follows the path up to `lambda`; `None` where the game is too large or λ is negative or not finite.
pub fn principal(game: &NormalForm, lambda: f64) -> Option<Branch> {
    let float = Float::new(game)?;
    let top = lambda * float.range;
    if lambda < 0.0 || !top.is_finite() {
        return None;
    }
    let logs = float.counts.iter().flat_map(|&n| vec![-ln(n as f64); n]);
    let mut here: Vec<f64> = logs.chain([0.0]).collect();
    let mut tangent = vec![0.0; here.len()];
    *tangent.last_mut()? = 1.0;
    tangent = float.tangent(&here, &tangent)?;
    let mut branch = Branch { points: vec![float.response(&here)], end: End::Reached };
    let mut step = 0.05;
    let level = here.len() - 1;
    while here[level] < top {
        if branch.points.len() >= MAX_POINTS {
            branch.end = End::TooLong;
            return Some(branch);
        }
        let Some((mut next, mut onward, quick)) = float.step(&here, &tangent, step) else {
            step *= 0.5;
            if step < 1e-9 {
                branch.end = End::Stuck;
                return Some(branch);
            }
            continue;
        };
        if next[level] >= top {
            // The last point lies at λ itself: Newton's method with λ held.
            let share = (top - here[level]) / (next[level] - here[level]);
            next = here.iter().zip(&next).map(|(a, b)| a + share * (b - a)).collect();
            next[level] = top;
            let mut hold = vec![0.0; next.len()];
            hold[level] = 1.0;
            let Some((exact, _)) = float.corrected(next, &hold) else {
                step *= 0.5;
                continue;
            };
            (next, onward) = (exact, tangent.clone());
            next[level] = top;
        }
        branch.points.push(float.response(&next));
        (here, tangent) = (next, onward);
        if quick {
            step *= 1.6;
        }
    }
    Some(branch)
}

impl Float {
    fn new(game: &NormalForm) -> Option<Float> {
        let counts = game.counts();
        let players = counts.len();
        let chances: usize = counts.iter().sum();
        if chances > MAX_CHANCES || game.profiles().saturating_mul(players * players * players) > MAX_WORK {
            return None;
        }
        let bounds = |p: usize| Some((game.payoffs(p).iter().min()?, game.payoffs(p).iter().max()?));
        let all: Vec<_> = (0..players).map(bounds).collect::<Option<_>>()?;
        let range = all.iter().map(|(low, high)| (*high - *low).to_f64()).fold(0.0, f64::max);
        let scale = if range > 0.0 { range } else { 1.0 };
        let pays = |number: usize| {
            let own = |p: usize| (&game.payoffs(p)[number] - all[p].0).to_f64() / scale;
            (0..players).map(own).collect::<Vec<f64>>()
        };
        let profiles = (0..game.profiles()).map(|number| (game.choices(number), pays(number))).collect();
        let first = (0..players).map(|p| counts[..p].iter().sum()).collect();
        scale.is_finite().then_some(Float { counts, first, profiles, range: scale })
    }

    /// What every action pays, and its derivative by the logarithm of every chance.
    fn payoffs(&self, chances: &[f64]) -> (Vec<f64>, Vec<Vec<f64>>) {
        let size = chances.len();
        let (mut pays, mut slopes) = (vec![0.0; size], vec![vec![0.0; size]; size]);
        let players = self.counts.len();
        for (choices, values) in &self.profiles {
            let at = |p: usize| self.first[p] + choices[p];
            for own in 0..players {
                let others: f64 = (0..players).filter(|&p| p != own).map(|p| chances[at(p)]).product();
                let worth = others * values[own];
                pays[at(own)] += worth;
                for other in (0..players).filter(|&p| p != own) {
                    slopes[at(own)][at(other)] += worth; // ∂/∂ln p = p·∂/∂p
                }
            }
        }
        (pays, slopes)
    }

    /// The equations at a point (logarithms of all chances, then λ) and their derivatives.
    ///
    /// Per player: chances add up to one; and each action's log chance less the first's is λ times its gain.
    fn equations(&self, point: &[f64]) -> (Vec<f64>, Vec<Vec<f64>>) {
        let (logs, lambda) = (&point[..point.len() - 1], point[point.len() - 1]);
        let chances: Vec<f64> = logs.iter().map(|&y| exp(y)).collect();
        let (pays, slopes) = self.payoffs(&chances);
        let (mut values, mut matrix) = (Vec::new(), Vec::new());
        for (&first, &count) in self.first.iter().zip(&self.counts) {
            let own = first..first + count;
            values.push(chances[own.clone()].iter().sum::<f64>() - 1.0);
            matrix.push((0..point.len()).map(|k| if own.contains(&k) { chances[k] } else { 0.0 }).collect());
            for k in first + 1..first + count {
                values.push(logs[k] - logs[first] - lambda * (pays[k] - pays[first]));
                let mut row: Vec<f64> = slopes[k].iter().zip(&slopes[first]).map(|(a, b)| -lambda * (a - b)).collect();
                row[k] += 1.0;
                row[first] -= 1.0;
                row.push(pays[first] - pays[k]);
                matrix.push(row);
            }
        }
        (values, matrix)
    }

    /// The direction of the path, of length one, along `before`.
    fn tangent(&self, point: &[f64], before: &[f64]) -> Option<Vec<f64>> {
        let (_, mut matrix) = self.equations(point);
        matrix.push(before.to_vec());
        let mut right = vec![0.0; point.len()];
        *right.last_mut()? = 1.0;
        let direction = solve(matrix, right)?;
        let length = direction.iter().map(|v| v * v).sum::<f64>().sqrt();
        length.is_finite().then(|| direction.iter().map(|v| v / length).collect())
    }

    /// Newton's method within the plane through the point across `across`; and how many rounds it took.
    fn corrected(&self, mut point: Vec<f64>, across: &[f64]) -> Option<(Vec<f64>, usize)> {
        let lambda = point[point.len() - 1].abs();
        let mut good = false;
        for round in 0..9 {
            let (values, mut matrix) = self.equations(&point);
            let enough = values.iter().all(|v| v.abs() <= TOLERANCE * (1.0 + lambda));
            // One round more than needed: it takes what is left down to rounding.
            if good && enough {
                return Some((point, round));
            }
            good = enough;
            matrix.push(across.to_vec());
            let right = values.into_iter().map(|v| -v).chain([0.0]).collect();
            let change = solve(matrix, right)?;
            point.iter_mut().zip(&change).for_each(|(v, c)| *v += c);
            // A chance far above one or no number at all: the step was too long.
            if point[..point.len() - 1].iter().any(|v| v.is_nan() || *v > 1.0) {
                return None;
            }
        }
        None
    }

    /// One step: the new point, its tangent, and whether it was easy. `None` where the step is too long.
    fn step(&self, here: &[f64], tangent: &[f64], length: f64) -> Option<(Vec<f64>, Vec<f64>, bool)> {
        let ahead = here.iter().zip(tangent).map(|(v, t)| v + length * t).collect();
        let (next, rounds) = self.corrected(ahead, tangent)?;
        let onward = self.tangent(&next, tangent)?;
        let turn: f64 = onward.iter().zip(tangent).map(|(a, b)| a * b).sum();
        // A sharp turn may mean that the point lies on another path.
        (turn > 0.98).then_some((next, onward, rounds <= 3 && turn > 0.998))
    }

    fn response(&self, point: &[f64]) -> Response {
        let (logs, lambda) = (&point[..point.len() - 1], point[point.len() - 1]);
        let chances: Vec<f64> = logs.iter().map(|&y| exp(y)).collect();
        let (pays, _) = self.payoffs(&chances);
        let mut residual = 0.0f64;
        for (&first, &count) in self.first.iter().zip(&self.counts) {
            let own = first..first + count;
            let best = pays[own.clone()].iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let weights: Vec<f64> = pays[own.clone()].iter().map(|v| exp(lambda * (v - best))).collect();
            let total: f64 = weights.iter().sum();
            let gap = weights.iter().zip(&chances[own]).map(|(w, p)| (w / total - p).abs()).fold(0.0, f64::max);
            residual = residual.max(gap);
        }
        let mix = |(&first, &count): (&usize, &usize)| chances[first..first + count].to_vec();
        let mixes = self.first.iter().zip(&self.counts).map(mix).collect();
        Response { lambda: lambda / self.range, mixes, residual }
    }
}

/// The solution of a square system by elimination with the largest pivots; `None` where it is nearly singular.
fn solve(mut matrix: Vec<Vec<f64>>, mut right: Vec<f64>) -> Option<Vec<f64>> {
    let size = right.len();
    for column in 0..size {
        let larger = |p: usize, r: usize| if matrix[r][column].abs() > matrix[p][column].abs() { r } else { p };
        let pivot = (column..size).fold(column, larger);
        let value = matrix[pivot][column];
        if value.is_nan() || value.abs() < 1e-13 {
            return None;
        }
        matrix.swap(column, pivot);
        right.swap(column, pivot);
        let line = matrix[column].clone();
        for row in column + 1..size {
            let factor = matrix[row][column] / value;
            if factor != 0.0 {
                matrix[row].iter_mut().zip(&line).skip(column).for_each(|(v, l)| *v -= factor * l);
                right[row] -= factor * right[column];
            }
        }
    }
    for row in (0..size).rev() {
        let known: f64 = (row + 1..size).map(|k| matrix[row][k] * right[k]).sum();
        right[row] = (right[row] - known) / matrix[row][row];
    }
    Some(right)
}
