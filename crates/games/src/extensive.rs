//! Games in extensive form with incomplete information: trees, and the equilibria that hold up along them.
//!
//! | module | concept |
//! |---|---|
//! | [`tree`] | chance, information sets, payoffs along the way |
//! | [`play`] | a mix at every information set: how likely each node is, and what it is worth |
//! | [`strategic`] | the normal form of a tree |
//! | [`subgame`] | subgame-perfect equilibria |
//! | [`assessment`] | behaviour with beliefs, and the proof that it is a perfect Bayesian equilibrium |
//! | [`consistency`] | whether beliefs come from ever smaller mistakes |
//! | [`sequential`] | all sequential and perfect Bayesian equilibria |
//! | [`signalling`], [`refinement`] | signalling games; the intuitive criterion and D1 |
//! | [`linear`], [`region`], [`polynomial`], [`system`] | exact conditions: linear, bounded regions, products of unknowns |

pub mod assessment;
mod between;
pub mod consistency;
mod guess;
pub mod linear;
pub mod play;
pub mod polynomial;
pub mod refinement;
pub mod region;
pub mod sequential;
pub mod signalling;
pub mod strategic;
pub mod subgame;
mod support;
pub mod system;
pub mod tree;
