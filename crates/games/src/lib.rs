//! Formal games, solved exactly: every number is a fraction, every answer carries its proof.
//!
//! | module | concept |
//! |---|---|
//! | [`number`], [`linear`] | exact fractions, and linear equations in them |
//! | [`normal`] | a game of any number of players, and the proof of an equilibrium of it |
//! | [`two`] | two players in normal form: everything, in fractions |
//! | [`several`] | any number of players: support by support, each equilibrium proved |
//! | [`extensive`] | game trees: subgame-perfect, perfect Bayesian and sequential equilibria |
//! | [`repeated`] | strategies as finite machines: what they earn, best replies, critical discount factors |
//! | [`quantal`], [`evolution`] | play with mistakes; what grows in a population, by replicators and by chance |
//! | [`coalition`] | who is needed to win |
//! | [`named`] | the games of the field, by name, with their closed forms |
//! | [`population`] | simulated actors beside the closed forms |
//! | [`gambit`] | Gambit's files of games, read exactly |
//! | [`solution`], [`sheet`] | what was found, in one form for every kind of game; all that is known of one game |
//! | [`vary`], [`mod@reference`] | comparative statics; the page of all named games |
//!
//! Doubles are used in two places only. Three and more players have equilibria that are no fractions: [`several`]
//! gives bounds, rounded outwards, in which one equilibrium is proved to lie, and a fraction where it is one. Logit
//! responses ([`quantal`]) are no fractions either; each point carries its residual.

pub mod coalition;
pub mod evolution;
pub mod extensive;
pub mod gambit;
pub mod linear;
pub mod named;
pub mod normal;
pub mod number;
pub mod population;
pub mod quantal;
pub mod reference;
pub mod repeated;
pub mod said;
pub mod several;
pub mod sheet;
pub mod solution;
pub mod two;
pub mod vary;

pub use extensive::tree::Tree;
pub use normal::NormalForm;
pub use number::Rational;
pub use two::bimatrix::{Bimatrix, GameError, Player, Profile};
pub use two::certificate::Certificate;
pub use two::equilibria::{Answer, solve};
