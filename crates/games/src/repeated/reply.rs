//! The best that can be done against a machine, and whether two machines are best against each other.
//!
//! Who faces a machine knows its state from the moves seen so far, so the best reply is a Markov decision problem with
//! the machine's states (Rubinstein 1986); policy iteration (Howard 1960) solves it in fractions and stops for certain,
//! because every change is a strict gain.

use super::chain::{Chain, joint, meant, moves, slipped};
use super::{MAX_SITUATIONS, Match, PlayError, check, check_discount};
use crate::linear::only;
use crate::number::Rational;
use crate::repeated::automaton::{Automaton, Move};
use crate::two::bimatrix::{Bimatrix, Player};

/// A best reply to a machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// What to mean to do in each of the machine's states.
    pub choices: Vec<Move>,
    /// What that is worth from each state on, per round: (1−δ)Σδᵗu.
    pub values: Vec<Rational>,
    /// What each move once, and the best reply from then on, is worth in each state.
    pub pays: Vec<[Rational; 2]>,
}

/// A way to do better than one's machine does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deviation {
    /// From the start on, mean this in each of the other machine's states.
    Strategy(Player, Vec<Move>),
    /// In one situation – a pair of states that some history leads to – mean this once, then go on as before.
    Once(Player, [usize; 2], Move),
}

/// Which equilibrium is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Solution {
    /// Neither can gain by any other strategy.
    Nash,
    /// Neither can gain after any history either; one deviation at a time decides (Blackwell 1965; Abreu 1988).
    SubgamePerfect,
}

/// One player's problem against a machine.
struct Problem<'a> {
    stage: &'a Bimatrix,
    player: Player,
    opponent: &'a Automaton,
    noise: &'a Rational,
    delta: &'a Rational,
}

/// The best reply of `player` to a machine that plays the other side.
///
/// # Errors
/// A stage game that is not 2 × 2, noise or discount factor out of range, more states than equations are solved for.
pub fn best_reply(
    stage: &Bimatrix,
    player: Player,
    opponent: &Automaton,
    noise: &Rational,
    delta: &Rational,
) -> Result<Reply, PlayError> {
    check(stage, noise)?;
    check_discount(delta)?;
    Problem { stage, player, opponent, noise, delta }.best()
}

impl Problem<'_> {
    /// What the round pays and where it leads, meaning `means` in a state of the machine.
    fn round(&self, state: usize, means: Move) -> (Rational, [(usize, Rational); 4]) {
        let machine = &self.opponent.states()[state];
        let likely = joint(&meant(means, self.noise), &slipped(&machine.cooperate, self.noise));
        let pays = [0, 1, 2, 3].map(|k| self.stage.own(self.player, moves(k)[0], moves(k)[1]));
        let now = Rational::weighted(likely.iter().zip(pays));
        let mut outcome = 0;
        let next = likely.map(|chance| {
            let [own, other] = moves(outcome);
            outcome += 1;
            (machine.next[other][own], chance)
        });
        (now, next)
    }

    /// What these choices are worth from each state on.
    fn worth(&self, choices: &[Move]) -> Result<Vec<Rational>, PlayError> {
        let n = choices.len();
        if n > MAX_SITUATIONS {
            return Err(PlayError::TooManySituations(n));
        }
        let mut lines = vec![vec![Rational::zero(); n + 1]; n];
        for (state, &means) in choices.iter().enumerate() {
            let (now, next) = self.round(state, means);
            lines[state][n] = &(&Rational::one() - self.delta) * &now;
            lines[state][state] = Rational::one();
            for (to, chance) in next {
                lines[state][to] = &lines[state][to] - &(self.delta * &chance);
            }
        }
        only(lines).ok_or(PlayError::Singular)
    }

    /// What a move once is worth where the rest is worth `values`.
    fn once(&self, state: usize, means: Move, values: &[Rational]) -> Rational {
        let (now, next) = self.round(state, means);
        let later = Rational::weighted(next.iter().map(|(to, chance)| (chance, &values[*to])));
        &(&(&Rational::one() - self.delta) * &now) + &(self.delta * &later)
    }

    fn best(&self) -> Result<Reply, PlayError> {
        let n = self.opponent.states().len();
        let mut choices = vec![Move::Defect; n];
        loop {
            let values = self.worth(&choices)?;
            let pays: Vec<[Rational; 2]> =
                (0..n).map(|state| Move::BOTH.map(|means| self.once(state, means, &values))).collect();
            let better =
                |state: usize| pays[state][choices[state].other().index()] > pays[state][choices[state].index()];
            let change: Vec<usize> = (0..n).filter(|&state| better(state)).collect();
            if change.is_empty() {
                return Ok(Reply { choices, values, pays });
            }
            change.iter().for_each(|&state| choices[state] = choices[state].other());
        }
    }
}

impl Match<'_> {
    /// A way to gain against this pair at a discount factor; `None` where the pair is an equilibrium.
    ///
    /// # Errors
    /// A discount factor outside [0, 1), too many situations.
    pub fn deviation(&self, solution: Solution, delta: &Rational) -> Result<Option<Deviation>, PlayError> {
        check_discount(delta)?;
        match solution {
            Solution::Nash => self.better_strategy(delta),
            Solution::SubgamePerfect => self.better_once(delta),
        }
    }

    /// What a deviation gains per round, from the start or from where it is made.
    ///
    /// # Errors
    /// A discount factor outside [0, 1), too many situations, a deviation that does not fit these machines.
    pub fn gain(&self, deviation: &Deviation, delta: &Rational) -> Result<Rational, PlayError> {
        check_discount(delta)?;
        match deviation {
            Deviation::Strategy(player, choices) => {
                let problem = self.problem(*player, delta);
                if choices.len() != problem.opponent.states().len() {
                    return Err(PlayError::Misfit);
                }
                let worth = problem.worth(choices)?;
                let new = worth.get(problem.opponent.start()).ok_or(PlayError::Misfit)?;
                Ok(new - &self.discounted(delta)?.payoff(self.stage, *player))
            }
            Deviation::Once(player, pair, means) => {
                let histories = self.histories()?;
                let at = histories.pairs.iter().position(|p| p == pair).ok_or(PlayError::Misfit)?;
                let values = self.values(&histories, *player, delta)?;
                Ok(self.gain_once(&histories, *player, delta, &values, at, *means))
            }
        }
    }

    fn problem<'b>(&'b self, player: Player, delta: &'b Rational) -> Problem<'b> {
        let opponent = self.automata[player.other().index()];
        Problem { stage: self.stage, player, opponent, noise: &self.noise, delta }
    }

    fn better_strategy(&self, delta: &Rational) -> Result<Option<Deviation>, PlayError> {
        let outcomes = self.discounted(delta)?;
        for player in Player::BOTH {
            let problem = self.problem(player, delta);
            let reply = problem.best()?;
            let best = reply.values.get(problem.opponent.start()).ok_or(PlayError::Singular)?;
            if *best > outcomes.payoff(self.stage, player) {
                return Ok(Some(Deviation::Strategy(player, reply.choices)));
            }
        }
        Ok(None)
    }

    fn better_once(&self, delta: &Rational) -> Result<Option<Deviation>, PlayError> {
        let histories = self.histories()?;
        for player in Player::BOTH {
            let values = self.values(&histories, player, delta)?;
            for at in 0..histories.pairs.len() {
                for means in Move::BOTH {
                    if self.gain_once(&histories, player, delta, &values, at, means).is_positive() {
                        return Ok(Some(Deviation::Once(player, histories.pairs[at], means)));
                    }
                }
            }
        }
        Ok(None)
    }

    /// The situations that any history whatever leads to.
    fn histories(&self) -> Result<Chain, PlayError> {
        let chain = Chain::new(self.automata, &self.noise, true);
        chain.solvable().map(|_| chain)
    }

    /// The stage payoffs in the order of the outcomes.
    fn pays(&self, player: Player) -> [&Rational; 4] {
        [0, 1, 2, 3].map(|k| self.stage.at(player, moves(k)[0], moves(k)[1]))
    }

    /// What the pair of machines is worth to the player from each situation on.
    fn values(&self, chain: &Chain, player: Player, delta: &Rational) -> Result<Vec<Rational>, PlayError> {
        let n = chain.pairs.len();
        let mut lines = vec![vec![Rational::zero(); n + 1]; n];
        for s in 0..n {
            let now = Rational::weighted(chain.outcomes[s].iter().zip(self.pays(player)));
            lines[s][n] = &(&Rational::one() - delta) * &now;
            lines[s][s] = Rational::one();
            for k in 0..4 {
                let to = chain.next[s][k];
                lines[s][to] = &lines[s][to] - &(delta * &chain.outcomes[s][k]);
            }
        }
        only(lines).ok_or(PlayError::Singular)
    }

    fn gain_once(
        &self,
        chain: &Chain,
        player: Player,
        delta: &Rational,
        values: &[Rational],
        at: usize,
        means: Move,
    ) -> Rational {
        let cooperates = [0, 1].map(|p| {
            let intended = &self.automata[p].states()[chain.pairs[at][p]].cooperate;
            if p == player.index() { meant(means, &self.noise) } else { slipped(intended, &self.noise) }
        });
        let likely = joint(&cooperates[0], &cooperates[1]);
        let now = Rational::weighted(likely.iter().zip(self.pays(player)));
        let later = Rational::weighted(likely.iter().zip(chain.next[at].iter().map(|&to| &values[to])));
        &(&(&(&Rational::one() - delta) * &now) + &(delta * &later)) - &values[at]
    }
}
