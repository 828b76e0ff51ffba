//! Strategies of the repeated two-action game as finite machines (Moore machines; Rubinstein 1986, Journal of
//! Economic Theory 39, 83–96), and the ones the field knows by name.
//!
//! In each state a machine cooperates with some probability; what both then really did, its own slip included,
//! decides the next state. A pure state cooperates with probability 0 or 1. Strategies that count without end are no
//! finite machines; [`go_by_majority`] is one for as many rounds as it is asked to count.

use std::fmt;

use crate::number::Rational;

/// Most states of one machine.
pub const MAX_STATES: usize = 4096;

/// One of the two actions; in every stage game the first action is taken as cooperation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Move {
    /// The first action.
    Cooperate,
    /// The second action.
    Defect,
}

impl Move {
    /// Both, in the order of the stage game's actions.
    pub const BOTH: [Move; 2] = [Move::Cooperate, Move::Defect];

    /// 0 for cooperation, 1 for defection.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The one not taken.
    pub fn other(self) -> Move {
        match self {
            Move::Cooperate => Move::Defect,
            Move::Defect => Move::Cooperate,
        }
    }
}

/// One state of a machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// Probability of meaning to cooperate, in [0, 1].
    pub cooperate: Rational,
    /// The state that follows, by what it did itself and then by what the other did.
    pub next: [[usize; 2]; 2],
}

/// A checked machine: at least one state, every probability in [0, 1], every state that follows exists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Automaton {
    states: Vec<State>,
    start: usize,
}

/// Why states do not make a machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AutomatonError {
    /// No state, or more than [`MAX_STATES`]: how many.
    Size(usize),
    /// The state with this number cooperates with a probability outside [0, 1].
    Probability(usize),
    /// The state with this number leads to, or the start is, a state that does not exist.
    NoSuchState(usize),
}

impl fmt::Display for AutomatonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AutomatonError::Size(count) => write!(f, "{count} states; 1 to {MAX_STATES} are possible"),
            AutomatonError::Probability(at) => write!(f, "state {at}: a probability must lie within 0 … 1"),
            AutomatonError::NoSuchState(at) => write!(f, "state {at} does not exist or leads to one that does not"),
        }
    }
}

impl std::error::Error for AutomatonError {}

impl Automaton {
    /// Checks the states and keeps them.
    ///
    /// # Errors
    /// No or too many states, a probability outside [0, 1], a state that does not exist.
    pub fn new(states: Vec<State>, start: usize) -> Result<Automaton, AutomatonError> {
        let count = states.len();
        if count == 0 || count > MAX_STATES {
            return Err(AutomatonError::Size(count));
        }
        if start >= count {
            return Err(AutomatonError::NoSuchState(start));
        }
        for (at, state) in states.iter().enumerate() {
            if state.cooperate.is_negative() || state.cooperate > Rational::one() {
                return Err(AutomatonError::Probability(at));
            }
            if state.next.iter().flatten().any(|&next| next >= count) {
                return Err(AutomatonError::NoSuchState(at));
            }
        }
        Ok(Automaton { states, start })
    }

    /// Its states.
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The number of the state it starts in.
    pub fn start(&self) -> usize {
        self.start
    }

    /// The same machine, found in another state: what it does from there on.
    ///
    /// # Errors
    /// No such state.
    pub fn from_state(&self, start: usize) -> Result<Automaton, AutomatonError> {
        Automaton::new(self.states.clone(), start)
    }
}

/// A state that does `means` for certain.
fn pure(means: Move, next: [[usize; 2]; 2]) -> State {
    State { cooperate: Rational::from(i64::from(means == Move::Cooperate)), next }
}

/// Goes to the first state after the other's cooperation, to the second after its defection.
const fn by_other(cooperated: usize, defected: usize) -> [[usize; 2]; 2] {
    [[cooperated, defected], [cooperated, defected]]
}

/// Where it goes whatever happens.
const fn always(next: usize) -> [[usize; 2]; 2] {
    [[next; 2]; 2]
}

/// Cooperates always.
pub fn all_c() -> Automaton {
    Automaton { states: vec![pure(Move::Cooperate, always(0))], start: 0 }
}

/// Defects always.
pub fn all_d() -> Automaton {
    Automaton { states: vec![pure(Move::Defect, always(0))], start: 0 }
}

/// Cooperates first, then does what the other did last (Rapoport; Axelrod 1984, The Evolution of Cooperation, 31).
pub fn tit_for_tat() -> Automaton {
    graduated_reciprocation(1)
}

/// Tit for tat that defects first: a machine found in mutual defection.
pub fn suspicious_tit_for_tat() -> Automaton {
    graduated_reciprocation(0)
}

/// Defects only after two defections of the other in a row (Axelrod 1984, 39).
pub fn tit_for_two_tats() -> Automaton {
    let states = vec![
        pure(Move::Cooperate, by_other(0, 1)),
        pure(Move::Cooperate, by_other(0, 2)),
        pure(Move::Defect, by_other(0, 2)),
    ];
    Automaton { states, start: 0 }
}

/// Cooperates until anybody defects, itself included, and never again (Friedman 1971, Review of Economic Studies 38,
/// 1–12).
pub fn grim() -> Automaton {
    Automaton { states: vec![pure(Move::Cooperate, [[0, 1], [1, 1]]), pure(Move::Defect, always(1))], start: 0 }
}

/// Cooperates until anybody defects, then defects for `periods` rounds whatever happens, and starts afresh
/// (Abreu 1988, Econometrica 56, 383–396, calls such paths simple). With `periods` 0 it cooperates always.
pub fn limited_punishment(periods: u8) -> Automaton {
    let length = usize::from(periods);
    let punish = usize::from(length > 0);
    let mut states = vec![pure(Move::Cooperate, [[0, punish], [punish, punish]])];
    states.extend((1..=length).map(|k| pure(Move::Defect, always(if k == length { 0 } else { k + 1 }))));
    Automaton { states, start: 0 }
}

/// Repeats what paid well and changes what did not (Pavlov; Nowak & Sigmund 1993, Nature 364, 56–58): after mutual
/// cooperation and after mutual defection it cooperates.
pub fn win_stay_lose_shift() -> Automaton {
    let next = [[0, 1], [1, 0]];
    Automaton { states: vec![pure(Move::Cooperate, next), pure(Move::Defect, next)], start: 0 }
}

/// Cooperates and defects in turn.
pub fn alternator() -> Automaton {
    Automaton { states: vec![pure(Move::Cooperate, always(1)), pure(Move::Defect, always(0))], start: 0 }
}

/// Looks one round back: cooperates with these probabilities after CC, CD, DC, DD (own move first), and with `first`
/// at the start (Nowak & Sigmund 1990, Acta Applicandae Mathematicae 20, 247–265).
///
/// # Errors
/// A probability outside [0, 1].
pub fn memory_one(after: [Rational; 4], first: Rational) -> Result<Automaton, AutomatonError> {
    let state = |cooperate| State { cooperate, next: [[0, 1], [2, 3]] };
    let mut states: Vec<State> = after.into_iter().map(state).collect();
    states.push(state(first));
    Automaton::new(states, 4)
}

/// Tit for tat that forgives a defection with probability `generosity` (Nowak & Sigmund 1992, Nature 355, 250–253).
///
/// # Errors
/// A generosity outside [0, 1].
pub fn generous_tit_for_tat(generosity: Rational) -> Result<Automaton, AutomatonError> {
    let state = |cooperate| State { cooperate, next: by_other(0, 1) };
    Automaton::new(vec![state(Rational::one()), state(generosity)], 0)
}

/// Graduated Reciprocation in Tension-reduction: out of mutual defection it makes `concessions` concessions on its
/// own, whatever comes back, and from then on returns what it gets (Osgood 1962, An Alternative to War or
/// Surrender). With one concession it is tit for tat, with none suspicious tit for tat.
pub fn graduated_reciprocation(concessions: u8) -> Automaton {
    let mut states = vec![pure(Move::Cooperate, by_other(0, 1)), pure(Move::Defect, by_other(0, 1))];
    // The last concession is already answered: it is the state that returns cooperation.
    let more = usize::from(concessions).saturating_sub(1);
    states.extend((0..more).map(|k| pure(Move::Cooperate, always(if k + 1 == more { 0 } else { 3 + k }))));
    Automaton { states, start: if more > 0 { 2 } else { usize::from(concessions == 0) } }
}

/// Starts in mutual defection and cooperates only after `wanted` cooperations of the other in a row, as long as they
/// last; taken as at least one. With one it is suspicious tit for tat.
pub fn guarded(wanted: u8) -> Automaton {
    let wanted = usize::from(wanted.max(1));
    let state = |seen: usize| {
        pure(if seen == wanted { Move::Cooperate } else { Move::Defect }, by_other((seen + 1).min(wanted), 0))
    };
    Automaton { states: (0..=wanted).map(state).collect(), start: 0 }
}

/// Cooperates while the other has cooperated at least as often as it defected (Axelrod 1984, ch. 2), exactly for
/// `rounds` rounds; beyond them no finite machine can count, and this one stops counting.
pub fn go_by_majority(rounds: u8) -> Automaton {
    let width = usize::from(rounds);
    let state = |lead: usize| {
        let means = if lead >= width { Move::Cooperate } else { Move::Defect };
        pure(means, by_other((lead + 1).min(2 * width), lead.saturating_sub(1)))
    };
    Automaton { states: (0..=2 * width).map(state).collect(), start: width }
}
