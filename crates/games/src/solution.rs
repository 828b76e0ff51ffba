//! What a solver found, told in one form for every kind of game: who does what where, what it pays, and why.

mod many;
mod tree;
mod two;

pub use many::of_normal;
pub use tree::{Concept, of_tree, unsolved};
pub use two::of_bimatrix;

use crate::number::Rational;
use crate::said::Said;

/// A number of an equilibrium.
#[derive(Clone, Debug, PartialEq)]
pub enum Quantity {
    /// Exact.
    Exact(Rational),
    /// Proved to lie between the two; the exact value is no fraction that could be found.
    Within([f64; 2]),
}

impl Quantity {
    /// The exact value, or the middle of the bounds.
    pub fn to_f64(&self) -> f64 {
        match self {
            Quantity::Exact(value) => value.to_f64(),
            Quantity::Within([low, high]) => low + (high - low) / 2.0,
        }
    }

    /// Whether it is certainly zero: an action that is not used.
    pub fn is_zero(&self) -> bool {
        match self {
            Quantity::Exact(value) => value.is_zero(),
            Quantity::Within([low, high]) => *low == 0.0 && *high == 0.0,
        }
    }
}

impl std::fmt::Display for Quantity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Quantity::Exact(value) => write!(f, "{value}"),
            Quantity::Within([low, high]) => write!(f, "[{low}, {high}]"),
        }
    }
}

/// What one player does at one place, and what it would get from each action there.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// Who, by number.
    pub player: usize,
    /// The information set; empty in a normal form, where there is one choice per player.
    pub place: String,
    /// The actions.
    pub actions: Vec<String>,
    /// How likely each is.
    pub mix: Vec<Quantity>,
    /// What each would pay, all else as it is: the certificate. No action pays more than those in use.
    pub values: Vec<Quantity>,
    /// What the player believes there: which history, how likely. Empty where there is nothing to doubt.
    pub beliefs: Vec<(String, Quantity)>,
    /// Whether play comes there with positive probability.
    pub reached: bool,
}

/// An equilibrium.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Every choice, player by player.
    pub choices: Vec<Choice>,
    /// What each player expects.
    pub payoffs: Vec<Quantity>,
    /// What is special about it: selected, stable, refined away.
    pub notes: Vec<Said>,
}

/// Everything found about a game.
#[derive(Clone, Debug, PartialEq)]
pub struct Solution {
    /// Name of the game.
    pub title: String,
    /// Names of the players.
    pub players: Vec<String>,
    /// What kind of equilibrium is listed.
    pub concept: Said,
    /// The equilibria.
    pub equilibria: Vec<Point>,
    /// Whether that is all of them (of a continuum: all extreme points).
    pub complete: bool,
    /// How that is known, or what is missing.
    pub coverage: Said,
    /// Continua: each a list of equilibria, by number from 0, whose mixtures are equilibria too.
    pub continua: Vec<Vec<usize>>,
    /// What else can be said of the game.
    pub remarks: Vec<Said>,
}
