//! Play with mistakes: logit quantal response, in which an action is likelier the more it pays.
//!
//! Each player chooses action k with a chance proportional to exp(λ·what k pays); λ is in one over the unit of payoff.
//! At λ = 0 everything is equally likely, for λ → ∞ only best replies are left (McKelvey & Palfrey 1995, Games and
//! Economic Behavior 10, 6–38). Here numbers are doubles, unlike elsewhere in this crate; every point carries its
//! residual: how far the chances are from the response to themselves.

pub mod branch;

use theory::real::{exp, ln};

use crate::two::bimatrix::{Bimatrix, Player};

/// A symmetric fixed point of a symmetric two-action game.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The chance of the first action.
    pub first: f64,
    /// ln(first / second): still exact where the chance is next to 0 or 1.
    pub log_odds: f64,
    /// |log odds − λ·gain|, the equation it solves.
    pub residual: f64,
}

/// All symmetric fixed points at one λ.
#[derive(Clone, Debug, PartialEq)]
pub struct Points {
    /// In order of the first action's chance.
    pub points: Vec<Point>,
    /// Whether two of them merge here as far as doubles can tell: one is listed for both, and a slightly different
    /// λ has one more or one less.
    pub merging: bool,
}

/// The chance with these log odds.
pub fn logistic(log_odds: f64) -> f64 {
    if log_odds >= 0.0 { 1.0 / (1.0 + exp(-log_odds)) } else { exp(log_odds) / (1.0 + exp(log_odds)) }
}

/// log odds − λ·(gain of the first action), which vanishes at a fixed point.
struct Equation {
    lambda: f64,
    /// What the first action gains over the second against the second.
    against_second: f64,
    /// How much more it gains against the first.
    slope: f64,
}

impl Equation {
    fn at(&self, log_odds: f64) -> f64 {
        log_odds - self.lambda * (self.against_second + self.slope * logistic(log_odds))
    }

    /// Beyond this both signs are known.
    fn reach(&self) -> f64 {
        1.0 + self.lambda * (self.against_second.abs() + self.slope.abs())
    }

    /// How far rounding may move a value: some ten roundings of terms no larger than the reach.
    fn noise(&self) -> f64 {
        16.0 * f64::EPSILON * self.reach()
    }

    /// Log odds where the equation turns round: its derivative 1 − λ·slope·x(1 − x) vanishes at two x.
    fn turns(&self) -> Option<[f64; 2]> {
        let steepness = self.lambda * self.slope;
        if steepness <= 4.0 {
            return None;
        }
        let small = 2.0 / steepness / (1.0 + (1.0 - 4.0 / steepness).sqrt());
        let turn = ln(small / (1.0 - small));
        Some([turn, -turn])
    }

    /// The zero between two log odds with different signs, by halving until doubles run out.
    fn zero(&self, mut low: f64, mut high: f64) -> Point {
        let rising = self.at(high) > 0.0;
        loop {
            let middle = 0.5 * low + 0.5 * high;
            if middle <= low || middle >= high {
                return self.point(middle);
            }
            if (self.at(middle) > 0.0) == rising {
                high = middle;
            } else {
                low = middle;
            }
        }
    }

    fn point(&self, log_odds: f64) -> Point {
        Point { first: logistic(log_odds), log_odds, residual: self.at(log_odds).abs() }
    }
}

/// All symmetric logit fixed points of a symmetric game with two actions; `None` for another game, or where λ is
/// negative or λ·payoff too large for doubles. Points at which the two players differ are not looked for.
///
/// In log odds the equation rises, falls between its two turns if there are any, and rises again: each piece has one
/// zero if its ends differ in sign and none if not, so that none is missed. Signs are trusted beyond the rounding error
/// of the equation; closer to zero, at a turn, two points are called merging.
pub fn symmetric_points(game: &Bimatrix, lambda: f64) -> Option<Points> {
    if game.rows() != 2 || !game.is_symmetric() {
        return None;
    }
    let gain = |j: usize| (game.at(Player::Row, 0, j) - game.at(Player::Row, 1, j)).to_f64();
    let equation = Equation { lambda, against_second: gain(1), slope: gain(0) - gain(1) };
    let reach = equation.reach();
    if lambda < 0.0 || !reach.is_finite() {
        return None;
    }
    let ends: Vec<f64> = match equation.turns() {
        Some([first, second]) => vec![-reach, first, second, reach],
        None => vec![-reach, reach],
    };
    let sign = |y: f64| {
        let value = equation.at(y);
        if value.abs() <= equation.noise() { 0 } else { 1 - 2 * i32::from(value < 0.0) }
    };
    let mut all = Points { points: Vec::new(), merging: false };
    for piece in ends.windows(2) {
        let (low, high) = (piece[0], piece[1]);
        match (sign(low), sign(high)) {
            (0, _) => {}
            (_, 0) => {
                all.merging = true;
                all.points.push(equation.point(high));
            }
            (a, b) if a != b => all.points.push(equation.zero(low, high)),
            _ => {}
        }
    }
    Some(all)
}
