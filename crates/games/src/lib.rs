//! Formal games, solved exactly: every number is a fraction, every answer carries its proof.
//!
//! | module | concept |
//! |---|---|
//! | [`number`] | exact fractions |
//! | [`bimatrix`] | a two-player game in normal form, and mixes over its actions |
//! | [`normal`] | a game of any number of players, and the proof of an equilibrium of it |
//! | [`nfg`], [`efg`], [`lexer`] | Gambit's files of games, read exactly; faults with their place |
//! | [`pivot`], [`polytope`] | the corners of the best-reply polytopes, by whole-number pivoting |
//! | [`equilibria`] | all extreme equilibria, and the flat pieces of degenerate games |
//! | [`certificate`] | best-reply values that a reader can check by hand |
//! | [`pure`], [`dominance`] | what pure actions and dominance alone decide |
//! | [`selection`] | which of two equilibria: payoff and risk dominance |
//! | [`stability`] | which equilibrium of a symmetric game resists mutants |
//! | [`evolution`] | what grows in a population, by replicators and by chance |
//! | [`quantal`], [`branch`] | play with mistakes: logit responses, in doubles |
//! | [`taxonomy`] | the 78 strict ordinal 2×2 games |
//! | [`coalition`] | who is needed to win |
//! | [`solution`], [`sheet`] | what was found, in one form for every kind of game; all that is known of one game |
//! | [`vary`] | comparative statics |
//! | [`several`], [`support`], [`reduce`] | equilibria of any number of players, support by support |
//! | [`isolate`], [`multilinear`], [`interval`], [`linear`] | roots of their equations, each proved |
//! | [`automaton`] | strategies of repeated games as finite machines |
//! | [`repeated`] | what machines earn from each other, best replies, critical discount factors |
//! | [`named`] | the games of the field, by name, with their closed forms |
//! | [`mod@reference`] | the page of all named games |
//! | [`extensive`] | game trees and their equilibria |
//! | [`population`] | simulated actors beside the closed forms |
//!
//! How a game is solved. Player 1's mixes x are scaled so that the best reply to them pays 1: they become the
//! points of P = {x ≥ 0, Bᵀx ≤ 1}; player 2's likewise Q = {y ≥ 0, Ay ≤ 1}. Each of the m + n inequalities
//! stands for an action, its *label*: an own action not played, or a reply of the other that is best. A pair of
//! points is an equilibrium when it carries every label, and every equilibrium is a mixture of pairs of corners
//! that do (Mangasarian 1964; Winkels 1979; Avis, Rosenberg, Savani & von Stengel 2010, Economic Theory 42,
//! 9–37). So: list the corners of both, by walking the edges in whole numbers with ties broken
//! lexicographically; join complementary ones; group them into maximal products, which are the flat pieces of
//! degenerate games. Nothing is sampled and nothing is rounded; an answer that ran out of budget says so.
//!
//! Doubles are used in two places only. Three and more players have equilibria that are no fractions: [`several`]
//! gives bounds, rounded outwards, in which one equilibrium is proved to lie, and a fraction where it is one. Logit
//! responses ([`quantal`], [`branch`]) are no fractions either; each point carries its residual.

pub mod automaton;
pub mod bimatrix;
pub mod branch;
pub mod certificate;
pub mod coalition;
pub mod dominance;
pub mod efg;
pub mod equilibria;
pub mod evolution;
pub mod extensive;
pub mod interval;
pub mod isolate;
pub mod lexer;
pub mod linear;
pub mod multilinear;
pub mod named;
pub mod nfg;
pub mod normal;
pub mod number;
pub mod pivot;
pub mod polytope;
pub mod population;
pub mod pure;
pub mod quantal;
pub mod reduce;
pub mod reference;
pub mod repeated;
pub mod said;
pub mod selection;
pub mod several;
pub mod sheet;
pub mod solution;
pub mod stability;
pub mod support;
pub mod taxonomy;
pub mod vary;

pub use bimatrix::{Bimatrix, GameError, Player, Profile};
pub use certificate::Certificate;
pub use equilibria::{Answer, solve};
pub use extensive::tree::Tree;
pub use normal::NormalForm;
pub use number::Rational;
