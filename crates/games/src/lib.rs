//! Formal games, solved exactly: every number is a fraction, every answer carries its proof.
//!
//! | module | concept |
//! |---|---|
//! | [`number`] | exact fractions |
//! | [`bimatrix`] | a two-player game in normal form, and mixes over its actions |
//! | [`pivot`], [`polytope`] | the corners of the best-reply polytopes, by whole-number pivoting |
//! | [`equilibria`] | all extreme equilibria, and the flat pieces of degenerate games |
//! | [`certificate`] | best-reply values that a reader can check by hand |
//! | [`pure`], [`dominance`] | what pure actions and dominance alone decide |
//! | [`selection`] | which of two equilibria: payoff and risk dominance |
//! | [`stability`] | which equilibrium of a symmetric game resists mutants |
//! | [`taxonomy`] | the 78 strict ordinal 2×2 games |
//! | [`tree`] | games in extensive form: chance, information sets, payoffs along the way |
//! | [`play`] | a mix at every information set: how likely each node is, and what it is worth |
//! | [`strategic`] | the normal form of a tree |
//! | [`subgame`] | subgame-perfect equilibria |
//! | [`assessment`] | behaviour with beliefs, and the proof that it is a perfect Bayesian equilibrium |
//! | [`consistency`] | whether beliefs come from ever smaller mistakes |
//! | [`sequential`] | all sequential and perfect Bayesian equilibria |
//! | [`signalling`], [`refinement`] | signalling games; the intuitive criterion and D1 |
//! | [`linear`], [`region`], [`polynomial`], [`system`] | exact conditions: linear, bounded regions, products of unknowns |
//!
//! How a game is solved. Player 1's mixes x are scaled so that the best reply to them pays 1: they become the
//! points of P = {x ≥ 0, Bᵀx ≤ 1}; player 2's likewise Q = {y ≥ 0, Ay ≤ 1}. Each of the m + n inequalities
//! stands for an action, its *label*: an own action not played, or a reply of the other that is best. A pair of
//! points is an equilibrium when it carries every label, and every equilibrium is a mixture of pairs of corners
//! that do (Mangasarian 1964; Winkels 1979; Avis, Rosenberg, Savani & von Stengel 2010, Economic Theory 42,
//! 9–37). So: list the corners of both, by walking the edges in whole numbers with ties broken
//! lexicographically; join complementary ones; group them into maximal products, which are the flat pieces of
//! degenerate games. Nothing is sampled and nothing is rounded; an answer that ran out of budget says so.

pub mod assessment;
pub mod bimatrix;
pub mod certificate;
pub mod consistency;
pub mod dominance;
pub mod equilibria;
mod guess;
pub mod linear;
pub mod number;
pub mod pivot;
pub mod play;
pub mod polynomial;
pub mod polytope;
pub mod pure;
pub mod refinement;
pub mod region;
pub mod selection;
pub mod sequential;
pub mod signalling;
pub mod stability;
pub mod strategic;
pub mod subgame;
mod support;
pub mod system;
pub mod taxonomy;
pub mod tree;

pub use bimatrix::{Bimatrix, GameError, Player, Profile};
pub use certificate::Certificate;
pub use equilibria::{Answer, solve};
pub use number::Rational;
pub use tree::Tree;
