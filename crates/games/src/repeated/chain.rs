//! Two machines facing each other: which situations come up, and how often each outcome of a round is seen.

use std::collections::BTreeMap;

use super::PlayError;
use crate::linear::only;
use crate::number::Rational;
use crate::repeated::automaton::{Automaton, Move};

/// Most situations for which equations are solved; larger systems take minutes in fractions.
pub const MAX_SITUATIONS: usize = 200;

/// Situations, each a pair of states, with what happens in them.
pub(super) struct Chain {
    /// The pairs of states; the first is the start.
    pub pairs: Vec<[usize; 2]>,
    /// Probability of each outcome of the round, in the order CC, CD, DC, DD.
    pub outcomes: Vec<[Rational; 4]>,
    /// The situation that follows each outcome.
    pub next: Vec<[usize; 4]>,
}

/// The two moves of an outcome.
pub(super) fn moves(outcome: usize) -> [usize; 2] {
    [outcome / 2, outcome % 2]
}

/// Probability of really cooperating for one that means to with `intended` and slips with probability `noise`.
pub(super) fn slipped(intended: &Rational, noise: &Rational) -> Rational {
    let slip = noise * &(&Rational::one() - intended);
    &(intended * &(&Rational::one() - noise)) + &slip
}

/// Probabilities of the four outcomes, where the two cooperate with these probabilities.
pub(super) fn joint(first: &Rational, second: &Rational) -> [Rational; 4] {
    let [d, e] = [first, second].map(|p| &Rational::one() - p);
    [first * second, first * &e, &d * second, &d * &e]
}

impl Chain {
    /// All situations that can follow the start: those that come up of themselves, or, where `any` move may be made,
    /// those that any history leads to.
    pub fn new(automata: [&Automaton; 2], noise: &Rational, any: bool) -> Chain {
        let start = automata.map(Automaton::start);
        let mut known = BTreeMap::from([(start, 0)]);
        let mut chain = Chain { pairs: vec![start], outcomes: Vec::new(), next: Vec::new() };
        let mut at = 0;
        while at < chain.pairs.len() {
            let pair = chain.pairs[at];
            let states = [0, 1].map(|p| &automata[p].states()[pair[p]]);
            let likely = joint(&slipped(&states[0].cooperate, noise), &slipped(&states[1].cooperate, noise));
            let next = [0, 1, 2, 3].map(|outcome| {
                let [own, other] = moves(outcome);
                let follows = [states[0].next[own][other], states[1].next[other][own]];
                if !any && likely[outcome].is_zero() {
                    return at; // never taken; weighs nothing
                }
                *known.entry(follows).or_insert_with(|| {
                    chain.pairs.push(follows);
                    chain.pairs.len() - 1
                })
            });
            chain.outcomes.push(likely);
            chain.next.push(next);
            at += 1;
        }
        chain
    }

    /// How many situations there are, where equations can be solved for them.
    pub fn solvable(&self) -> Result<usize, PlayError> {
        let count = self.pairs.len();
        if count > MAX_SITUATIONS { Err(PlayError::TooManySituations(count)) } else { Ok(count) }
    }

    /// Probability of each situation after one more round.
    pub fn step(&self, now: &[Rational]) -> Vec<Rational> {
        let mut after = vec![Rational::zero(); now.len()];
        for (s, weight) in now.iter().enumerate().filter(|(_, weight)| !weight.is_zero()) {
            for (outcome, likely) in self.outcomes[s].iter().enumerate().filter(|(_, likely)| !likely.is_zero()) {
                let to = self.next[s][outcome];
                after[to] = &after[to] + &(weight * likely);
            }
        }
        after
    }

    /// How often each outcome is seen where situations weigh this much.
    pub fn seen(&self, weights: &[Rational]) -> [Rational; 4] {
        [0, 1, 2, 3].map(|k| Rational::weighted(weights.iter().zip(self.outcomes.iter().map(|o| &o[k]))))
    }

    /// Weights x = inflow·(start) + keep·Mᵀx over the situations in `among`, by their place in that list.
    fn visits(&self, among: &[usize], inflow: &Rational, keep: &Rational) -> Result<Vec<Rational>, PlayError> {
        let n = among.len();
        let place: BTreeMap<usize, usize> = among.iter().enumerate().map(|(place, &s)| (s, place)).collect();
        let mut lines = vec![vec![Rational::zero(); n + 1]; n];
        for (from, &s) in among.iter().enumerate() {
            lines[from][from] = &lines[from][from] + &Rational::one();
            for outcome in 0..4 {
                if let Some(&to) = place.get(&self.next[s][outcome]) {
                    lines[to][from] = &lines[to][from] - &(keep * &self.outcomes[s][outcome]);
                }
            }
        }
        if let Some(&start) = place.get(&0) {
            lines[start][n] = inflow.clone();
        }
        only(lines).ok_or(PlayError::Singular)
    }

    /// Discounted weights of the situations, (1−δ)Σδᵗ·probability at t; they add up to one.
    pub fn discounted(&self, delta: &Rational) -> Result<Vec<Rational>, PlayError> {
        let all: Vec<usize> = (0..self.solvable()?).collect();
        self.visits(&all, &(&Rational::one() - delta), delta)
    }

    /// Long-run shares of the situations from the start: where several classes can be entered, each by its chance.
    pub fn long_run(&self) -> Result<Vec<Rational>, PlayError> {
        let n = self.solvable()?;
        let reach: Vec<Vec<bool>> = (0..n).map(|s| self.reachable(s)).collect();
        let settled = |s: usize| (0..n).all(|t| !reach[s][t] || reach[t][s]);
        let passing: Vec<usize> = (0..n).filter(|&s| !settled(s)).collect();
        // Chance of entering at each situation from outside its class: all of it at the start, where that is settled.
        let mut entered = vec![Rational::zero(); n];
        let visits = self.visits(&passing, &Rational::one(), &Rational::one())?;
        for (&s, weight) in passing.iter().zip(&visits) {
            for outcome in 0..4 {
                let to = self.next[s][outcome];
                entered[to] = &entered[to] + &(weight * &self.outcomes[s][outcome]);
            }
        }
        if settled(0) {
            entered[0] = Rational::one();
        }
        let mut shares = vec![Rational::zero(); n];
        for s in (0..n).filter(|&s| settled(s)) {
            let class: Vec<usize> = (0..n).filter(|&t| reach[s][t]).collect();
            if class.first() == Some(&s) {
                let chance: Rational = class.iter().map(|&t| entered[t].clone()).sum();
                for (&t, share) in class.iter().zip(self.stationary(&class)?) {
                    shares[t] = &chance * &share;
                }
            }
        }
        Ok(shares)
    }

    /// The situations that can be got to from one, itself included.
    fn reachable(&self, from: usize) -> Vec<bool> {
        let mut seen = vec![false; self.pairs.len()];
        let mut open = vec![from];
        while let Some(s) = open.pop() {
            if !std::mem::replace(&mut seen[s], true) {
                open.extend((0..4).filter(|&k| !self.outcomes[s][k].is_zero()).map(|k| self.next[s][k]));
            }
        }
        seen
    }

    /// The stationary shares within a class that nothing leaves.
    fn stationary(&self, class: &[usize]) -> Result<Vec<Rational>, PlayError> {
        let n = class.len();
        let place: BTreeMap<usize, usize> = class.iter().enumerate().map(|(place, &s)| (s, place)).collect();
        let mut lines = vec![vec![Rational::zero(); n + 1]; n];
        for (from, &s) in class.iter().enumerate() {
            lines[from][from] = &lines[from][from] - &Rational::one();
            for outcome in 0..4 {
                if let Some(&to) = place.get(&self.next[s][outcome]) {
                    lines[to][from] = &lines[to][from] + &self.outcomes[s][outcome];
                }
            }
        }
        // One balance equation follows from the others; shares adding up to one takes its place.
        if let Some(last) = lines.last_mut() {
            *last = vec![Rational::one(); n + 1];
        }
        only(lines).ok_or(PlayError::Singular)
    }
}

/// Whether a number may be a probability.
pub(super) fn is_probability(value: &Rational) -> bool {
    !value.is_negative() && *value <= Rational::one()
}

/// Probability of cooperating for one that means to make this move.
pub(super) fn meant(means: Move, noise: &Rational) -> Rational {
    slipped(&Rational::from(i64::from(means == Move::Cooperate)), noise)
}
