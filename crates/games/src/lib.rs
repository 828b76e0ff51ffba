//! Formal games, solved exactly: every number is a fraction, every answer carries its proof.
//!
//! | module | concept |
//! |---|---|
//! | [`number`] | exact fractions |
//! | [`bimatrix`] | a two-player game in normal form, and mixes over its actions |
//! | [`normal`] | a game of any number of players, and the proof of an equilibrium of it |
//! | [`nfg`], [`lexer`] | Gambit's files of games, read exactly; faults with their place |
//! | [`pivot`], [`polytope`] | the corners of the best-reply polytopes, by whole-number pivoting |
//! | [`equilibria`] | all extreme equilibria, and the flat pieces of degenerate games |
//! | [`certificate`] | best-reply values that a reader can check by hand |
//! | [`pure`], [`dominance`] | what pure actions and dominance alone decide |
//! | [`selection`] | which of two equilibria: payoff and risk dominance |
//! | [`stability`] | which equilibrium of a symmetric game resists mutants |
//! | [`taxonomy`] | the 78 strict ordinal 2×2 games |
//! | [`solution`], [`sheet`] | what was found, in one form for every kind of game; all that is known of one game |
//! | [`vary`] | comparative statics |
//! | [`named`] | the games of the field, by name, with their closed forms |
//! | [`population`] | simulated actors beside the closed forms |
//! | [`tree`] | games in extensive form: chance, information sets, payoffs along the way |
//!
//! How a game is solved. Player 1's mixes x are scaled so that the best reply to them pays 1: they become the
//! points of P = {x ≥ 0, Bᵀx ≤ 1}; player 2's likewise Q = {y ≥ 0, Ay ≤ 1}. Each of the m + n inequalities
//! stands for an action, its *label*: an own action not played, or a reply of the other that is best. A pair of
//! points is an equilibrium when it carries every label, and every equilibrium is a mixture of pairs of corners
//! that do (Mangasarian 1964; Winkels 1979; Avis, Rosenberg, Savani & von Stengel 2010, Economic Theory 42,
//! 9–37). So: list the corners of both, by walking the edges in whole numbers with ties broken
//! lexicographically; join complementary ones; group them into maximal products, which are the flat pieces of
//! degenerate games. Nothing is sampled and nothing is rounded; an answer that ran out of budget says so.

pub mod bimatrix;
pub mod certificate;
pub mod dominance;
pub mod equilibria;
pub mod lexer;
pub mod named;
pub mod nfg;
pub mod normal;
pub mod number;
pub mod pivot;
pub mod polytope;
pub mod population;
pub mod pure;
pub mod said;
pub mod selection;
pub mod sheet;
pub mod solution;
pub mod stability;
pub mod taxonomy;
pub mod tree;
pub mod vary;

pub use bimatrix::{Bimatrix, GameError, Player, Profile};
pub use certificate::Certificate;
pub use equilibria::{Answer, solve};
pub use normal::NormalForm;
pub use number::Rational;
pub use tree::Tree;
