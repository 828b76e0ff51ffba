//! The repeated game of two actions, exactly: what two machines earn from each other, and whether they are an
//! equilibrium.
//!
//! Two machines ([`automaton`]) make a finite Markov chain, so the shares of the four outcomes solve linear
//! equations in fractions: discounted, over finitely many rounds, or in the long run. Payoffs are the stage game's,
//! weighted with these shares; nothing is simulated. Whoever faces a machine faces a Markov decision problem
//! ([`reply`]); [`patience`] finds the discount factors at which a pair of machines begins or ceases to be an
//! equilibrium. *Noise* is execution noise: each move turns into the other one with this probability, and both see
//! what was really done.

pub mod automaton;
mod chain;
pub mod patience;
pub mod reply;

use std::fmt;

use crate::number::Rational;
use crate::repeated::automaton::Automaton;
use crate::two::bimatrix::{Bimatrix, Player};
use chain::{Chain, is_probability, moves};

pub use chain::MAX_SITUATIONS;

/// Most rounds that are added up: with noise, fractions grow longer with every round.
pub const MAX_ROUNDS: u32 = 10_000;

/// Two machines, a stage game and noise.
pub struct Match<'a> {
    stage: &'a Bimatrix,
    automata: [&'a Automaton; 2],
    noise: Rational,
    chain: Chain,
}

/// How much of the play the four outcomes make up: shares that add up to one, or numbers of rounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcomes {
    /// In the order CC, CD, DC, DD, the row player's move first.
    pub shares: [Rational; 4],
}

/// Why a match cannot be worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlayError {
    /// The stage game has this many rows and columns, not two of each.
    NotTwoByTwo(usize, usize),
    /// Noise is a probability.
    Noise,
    /// A discount factor lies in [0, 1).
    Discount,
    /// More than [`MAX_SITUATIONS`] situations can come up; how many.
    TooManySituations(usize),
    /// More than [`MAX_ROUNDS`] rounds.
    TooManyRounds(u32),
    /// A deviation from other machines than these.
    Misfit,
    /// Equations without just one solution: what discounting below one and closed classes rule out.
    Singular,
}

impl fmt::Display for PlayError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlayError::NotTwoByTwo(rows, columns) => {
                write!(f, "a stage game has 2 × 2 actions, not {rows} × {columns}")
            }
            PlayError::Noise => f.write_str("noise is a probability: it must lie within 0 … 1"),
            PlayError::Discount => f.write_str("a discount factor must be at least 0 and below 1"),
            PlayError::TooManySituations(count) => {
                write!(f, "{count} situations can come up; equations are solved for at most {MAX_SITUATIONS}")
            }
            PlayError::TooManyRounds(rounds) => write!(f, "{rounds} rounds; at most {MAX_ROUNDS} are added up"),
            PlayError::Misfit => f.write_str("the deviation does not fit these machines"),
            PlayError::Singular => f.write_str("the equations do not have just one solution"),
        }
    }
}

impl std::error::Error for PlayError {}

/// A stage game must have two actions each, noise must be a probability.
fn check(stage: &Bimatrix, noise: &Rational) -> Result<(), PlayError> {
    if (stage.rows(), stage.columns()) != (2, 2) {
        return Err(PlayError::NotTwoByTwo(stage.rows(), stage.columns()));
    }
    if is_probability(noise) { Ok(()) } else { Err(PlayError::Noise) }
}

/// A discount factor must lie in [0, 1).
fn check_discount(delta: &Rational) -> Result<(), PlayError> {
    if is_probability(delta) && *delta < Rational::one() { Ok(()) } else { Err(PlayError::Discount) }
}

impl<'a> Match<'a> {
    /// `first` plays the rows, `second` the columns.
    ///
    /// # Errors
    /// A stage game that is not 2 × 2, noise that is no probability.
    pub fn new(
        stage: &'a Bimatrix,
        first: &'a Automaton,
        second: &'a Automaton,
        noise: Rational,
    ) -> Result<Match<'a>, PlayError> {
        check(stage, &noise)?;
        let automata = [first, second];
        let chain = Chain::new(automata, &noise, false);
        Ok(Match { stage, automata, noise, chain })
    }

    /// Discounted shares of the outcomes, (1−δ)Σδᵗ·probability at t.
    ///
    /// # Errors
    /// A discount factor outside [0, 1), too many situations.
    pub fn discounted(&self, delta: &Rational) -> Result<Outcomes, PlayError> {
        check_discount(delta)?;
        Ok(Outcomes { shares: self.chain.seen(&self.chain.discounted(delta)?) })
    }

    /// Long-run shares of the outcomes, from where the machines start.
    ///
    /// # Errors
    /// Too many situations.
    pub fn long_run(&self) -> Result<Outcomes, PlayError> {
        Ok(Outcomes { shares: self.chain.seen(&self.chain.long_run()?) })
    }

    /// Expected number of rounds that end in each outcome, out of the first `rounds`.
    ///
    /// # Errors
    /// More than [`MAX_ROUNDS`] rounds.
    pub fn total(&self, rounds: u32) -> Result<Outcomes, PlayError> {
        if rounds > MAX_ROUNDS {
            return Err(PlayError::TooManyRounds(rounds));
        }
        let mut now = vec![Rational::zero(); self.chain.pairs.len()];
        if let Some(start) = now.first_mut() {
            *start = Rational::one();
        }
        let mut shares = [0; 4].map(Rational::from);
        for _ in 0..rounds {
            let seen = self.chain.seen(&now);
            shares.iter_mut().zip(&seen).for_each(|(sum, share)| *sum = &*sum + share);
            now = self.chain.step(&now);
        }
        Ok(Outcomes { shares })
    }
}

impl Outcomes {
    /// What the player earns from play made up like this: per round for shares, in all for numbers of rounds.
    pub fn payoff(&self, stage: &Bimatrix, player: Player) -> Rational {
        let pays = [0, 1, 2, 3].map(|outcome| {
            let [row, column] = moves(outcome);
            stage.at(player, row, column)
        });
        Rational::weighted(self.shares.iter().zip(pays))
    }

    /// How much of its play the player cooperates.
    pub fn cooperation(&self, player: Player) -> Rational {
        let [both, mine, theirs, _] = &self.shares;
        match player {
            Player::Row => both + mine,
            Player::Column => both + theirs,
        }
    }
}
