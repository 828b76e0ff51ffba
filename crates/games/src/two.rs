//! Two players in normal form, solved in fractions.
//!
//! | module | concept |
//! |---|---|
//! | [`bimatrix`] | the game, and mixes over its actions |
//! | [`pivot`], [`polytope`] | the corners of the best-reply polytopes, by whole-number pivoting |
//! | [`equilibria`] | all extreme equilibria, and the flat pieces of degenerate games |
//! | [`path`] | some equilibria of a game too large for that: the ends of Lemke–Howson paths |
//! | [`certificate`] | best-reply values that a reader can check by hand |
//! | [`pure`], [`dominance`] | what pure actions and dominance alone decide |
//! | [`selection`] | which of two equilibria: payoff and risk dominance |
//! | [`stability`] | which equilibrium of a symmetric game resists mutants |
//! | [`taxonomy`] | the 78 strict ordinal 2×2 games |
//!
//! How a game is solved. Player 1's mixes x are scaled so that the best reply to them pays 1: they become the
//! points of P = {x ≥ 0, Bᵀx ≤ 1}; player 2's likewise Q = {y ≥ 0, Ay ≤ 1}. Each of the m + n inequalities
//! stands for an action, its *label*: an own action not played, or a reply of the other that is best. A pair of
//! points is an equilibrium when it carries every label, and every equilibrium is a mixture of pairs of corners
//! that do (Mangasarian 1964; Winkels 1979; Avis, Rosenberg, Savani & von Stengel 2010, Economic Theory 42,
//! 9–37). So: list the corners of both, by walking the edges in whole numbers with ties broken
//! lexicographically; join complementary ones; group them into maximal products, which are the flat pieces of
//! degenerate games. Nothing is sampled and nothing is rounded. An answer that ran out of
//! budget says so and adds all pure equilibria and the ends of Lemke–Howson paths to what it found.

pub mod bimatrix;
pub mod certificate;
pub mod dominance;
pub mod equilibria;
pub mod path;
pub mod pivot;
pub mod polytope;
pub mod pure;
pub mod selection;
pub mod stability;
pub mod taxonomy;
