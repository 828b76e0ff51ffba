//! Signalling games: nature draws a type, the sender knows it and sends a message, the receiver replies.
//!
//! Here every belief after a message nobody sends is consistent: let the types make that mistake in proportion to
//! the belief (Kreps & Wilson 1982; Fudenberg & Tirole 1991). So sequential and perfect Bayesian equilibria are the
//! same, every condition is linear once supports are chosen, and [`crate::extensive::sequential::solve`] finds all of them.

use std::fmt;

use crate::extensive::assessment::Assessment;
use crate::extensive::sequential::{Answer, Notion, solve};
use crate::extensive::tree::{Draft, Kind, Move, Outcome, Tree, TreeError};
use crate::number::Rational;

/// What the sender may send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Its name.
    pub name: String,
    /// The names of the replies to it; none where it ends the game.
    pub replies: Vec<String>,
}

/// What a type earns both sides with a message: sender's and receiver's payoff for each reply, a single pair where
/// the message ends the game; `None` where this type cannot send it.
pub type Cell = Option<Vec<[Rational; 2]>>;

/// A checked signalling game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signalling {
    types: Vec<(String, Rational)>,
    messages: Vec<Message>,
    payoffs: Vec<Vec<Cell>>,
    tree: Tree,
}

/// Why parts do not make a signalling game. Types and messages are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SignallingError {
    /// No type or no message.
    Nothing,
    /// The type has no chance at all, or a negative one.
    Prior(usize),
    /// The priors add up to this instead of one.
    Priors(Rational),
    /// Payoffs are not one row per type with one cell per message.
    Shape,
    /// The type and message have so many payoff pairs; they should have so many.
    Cell(usize, usize, usize, usize),
    /// The type cannot send anything.
    Silent(usize),
    /// No type can send the message.
    Unsendable(usize),
    /// The tree is too large.
    Tree(TreeError),
}

impl fmt::Display for SignallingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SignallingError::Nothing => f.write_str("a signalling game has at least one type and one message"),
            SignallingError::Prior(t) => write!(f, "type {}: the prior must be above 0; leave the type out", t + 1),
            SignallingError::Priors(sum) => write!(f, "the priors add up to {sum} instead of 1"),
            SignallingError::Shape => f.write_str("payoffs need one row per type with one cell per message"),
            SignallingError::Cell(t, m, found, wanted) => {
                write!(f, "type {}, message {}: {found} pairs of payoffs where {wanted} are needed", t + 1, m + 1)
            }
            SignallingError::Silent(t) => write!(f, "type {} has no message to send", t + 1),
            SignallingError::Unsendable(m) => write!(f, "message {} can be sent by no type", m + 1),
            SignallingError::Tree(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for SignallingError {}

impl Signalling {
    /// Checks the parts and makes the tree: types with their priors, messages, and a cell for each type and message.
    ///
    /// # Errors
    /// The first fault: see [`SignallingError`].
    pub fn new(
        title: impl Into<String>,
        players: [String; 2],
        types: Vec<(String, Rational)>,
        messages: Vec<Message>,
        payoffs: Vec<Vec<Cell>>,
    ) -> Result<Signalling, SignallingError> {
        if types.is_empty() || messages.is_empty() {
            return Err(SignallingError::Nothing);
        }
        if let Some(t) = types.iter().position(|(_, prior)| !prior.is_positive()) {
            return Err(SignallingError::Prior(t));
        }
        let sum: Rational = types.iter().map(|(_, prior)| prior.clone()).sum();
        if sum != Rational::one() {
            return Err(SignallingError::Priors(sum));
        }
        if payoffs.len() != types.len() || payoffs.iter().any(|row| row.len() != messages.len()) {
            return Err(SignallingError::Shape);
        }
        for (t, row) in payoffs.iter().enumerate() {
            for (m, (cell, message)) in row.iter().zip(&messages).enumerate() {
                let wanted = message.replies.len().max(1);
                if let Some(found) = cell.as_ref().map(Vec::len).filter(|&found| found != wanted) {
                    return Err(SignallingError::Cell(t, m, found, wanted));
                }
            }
            if row.iter().all(Option::is_none) {
                return Err(SignallingError::Silent(t));
            }
        }
        if let Some(m) = (0..messages.len()).find(|&m| payoffs.iter().all(|row| row[m].is_none())) {
            return Err(SignallingError::Unsendable(m));
        }
        let tree = tree(title.into(), players, &types, &messages, &payoffs).map_err(SignallingError::Tree)?;
        Ok(Signalling { types, messages, payoffs, tree })
    }

    /// The signalling game that a tree is: nature moves first, after each of its moves the same player knows which it
    /// was, and after that either the game ends or the other player replies, knowing the message alone. `None` where
    /// the tree is another game. Messages that end the game are the same if their names are.
    pub fn of(tree: &Tree) -> Option<Signalling> {
        let nodes = tree.nodes();
        let Kind::Chance { actions, chances } = &nodes.first()?.kind else { return None };
        let types: Vec<(String, Rational)> = actions.iter().cloned().zip(chances.iter().cloned()).collect();
        let first = |&child: &usize| match &nodes[child].kind {
            Kind::Decision(set) => Some(&tree.sets()[*set]).filter(|set| set.nodes.len() == 1),
            _ => None,
        };
        let senders: Vec<_> = nodes[0].children.iter().map(first).collect::<Option<_>>()?;
        let (sender, receiver) = (senders.first()?.player, 1 - senders.first()?.player.min(1));
        if tree.players().len() != 2 || senders.iter().any(|set| set.player != sender) {
            return None;
        }
        let mut messages: Vec<(Option<usize>, Message)> = Vec::new();
        let mut payoffs: Vec<Vec<Cell>> = vec![Vec::new(); types.len()];
        for (t, set) in senders.iter().enumerate() {
            for (name, &child) in set.actions.iter().zip(&nodes[set.nodes[0]].children) {
                let (reply, cell) = answered(tree, child, sender, receiver)?;
                let replies = reply.map_or_else(Vec::new, |set| tree.sets()[set].actions.clone());
                let same = |(known, message): &(Option<usize>, Message)| {
                    *known == reply && (reply.is_some() || message.name == *name)
                };
                let m = messages.iter().position(same).unwrap_or_else(|| {
                    messages.push((reply, Message { name: name.clone(), replies }));
                    messages.len() - 1
                });
                payoffs.iter_mut().for_each(|row| row.resize(messages.len(), None));
                if payoffs[t][m].replace(cell).is_some() {
                    return None;
                }
            }
        }
        let names = [tree.players()[sender].clone(), tree.players()[receiver].clone()];
        Signalling::new(tree.title(), names, types, messages.into_iter().map(|(_, m)| m).collect(), payoffs).ok()
    }

    /// The same game as a tree: player 0 sends, player 1 replies; the sender's set of a type has the type's number
    /// from 1, the receiver's set after a message the message's number from 1.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// The types with their priors.
    pub fn types(&self) -> &[(String, Rational)] {
        &self.types
    }

    /// The messages.
    pub fn messages(&self) -> &[Message] {
        &self.messages
    }

    /// What a type earns both sides with a message; `None` also where either does not exist.
    pub fn cell(&self, kind: usize, message: usize) -> Option<&[[Rational; 2]]> {
        self.payoffs.get(kind)?.get(message)?.as_deref()
    }

    /// The types that can send a message.
    pub fn senders(&self, message: usize) -> Vec<usize> {
        (0..self.types.len()).filter(|&t| self.cell(t, message).is_some()).collect()
    }

    /// All equilibria, pure and mixed, with their beliefs, as far as the answer's coverage says.
    pub fn solve(&self) -> Answer {
        let nothing = |_| Answer {
            equilibria: Vec::new(),
            families: Vec::new(),
            coverage: crate::extensive::sequential::Coverage { examined: 0, open: 0, ended: false },
        };
        // A checked signalling game has perfect recall and no idle move of nature.
        solve(&self.tree, Notion::Sequential).unwrap_or_else(nothing)
    }

    /// The index among the tree's information sets of a player's set with a number.
    fn set(&self, player: usize, number: usize) -> Option<usize> {
        self.tree.sets().iter().position(|set| set.player == player && set.number == number as u64 + 1)
    }

    /// How likely a type sends a message; zero where it cannot.
    pub fn sends(&self, assessment: &Assessment, kind: usize, message: usize) -> Rational {
        let place = (0..message).filter(|&m| self.cell(kind, m).is_some()).count();
        let able = self.cell(kind, message).is_some();
        let mix = self.set(0, kind).and_then(|set| assessment.behaviour.get(set)).filter(|_| able);
        mix.and_then(|mix| mix.get(place)).cloned().unwrap_or_else(Rational::zero)
    }

    /// The receiver's mix over replies to a message; empty where the message ends the game.
    pub fn replies<'a>(&self, assessment: &'a Assessment, message: usize) -> &'a [Rational] {
        self.set(1, message).and_then(|set| assessment.behaviour.get(set)).map_or(&[], Vec::as_slice)
    }

    /// The receiver's belief in a type after a message; zero for types that cannot send it.
    pub fn belief(&self, assessment: &Assessment, message: usize, kind: usize) -> Rational {
        let place = self.senders(message).iter().position(|&t| t == kind);
        let beliefs = self.set(1, message).and_then(|set| assessment.beliefs.get(set));
        place.zip(beliefs).and_then(|(k, beliefs)| beliefs.get(k)).cloned().unwrap_or_else(Rational::zero)
    }

    /// What a type earns in an assessment.
    pub fn earns(&self, assessment: &Assessment, kind: usize) -> Rational {
        let sent = (0..self.messages.len()).filter_map(|m| Some((m, self.cell(kind, m)?)));
        let with = |(m, cell): (usize, &[[Rational; 2]])| {
            let replies = self.replies(assessment, m);
            let pays = match cell {
                [alone] if replies.is_empty() => alone[0].clone(),
                _ => Rational::weighted(replies.iter().zip(cell).map(|(p, pair)| (p, &pair[0]))),
            };
            &self.sends(assessment, kind, m) * &pays
        };
        sent.map(with).sum()
    }

    /// Messages that no type sends although the receiver would have to reply.
    pub fn unsent(&self, assessment: &Assessment) -> Vec<usize> {
        let nobody = |&m: &usize| (0..self.types.len()).all(|t| self.sends(assessment, t, m).is_zero());
        (0..self.messages.len()).filter(|&m| !self.messages[m].replies.is_empty()).filter(nobody).collect()
    }
}

/// What follows a message: the receiver's set, if it replies, and a pair of payoffs per reply, the sender's first.
fn answered(tree: &Tree, node: usize, sender: usize, receiver: usize) -> Option<(Option<usize>, Vec<[Rational; 2]>)> {
    let nodes = tree.nodes();
    let pair = |node: usize| match &nodes[node].kind {
        Kind::End(pays) => Some([pays[sender].clone(), pays[receiver].clone()]),
        _ => None,
    };
    match &nodes[node].kind {
        Kind::End(_) => Some((None, vec![pair(node)?])),
        Kind::Decision(set) if tree.sets()[*set].player == receiver => {
            Some((Some(*set), nodes[node].children.iter().map(|&end| pair(end)).collect::<Option<_>>()?))
        }
        Kind::Decision(_) | Kind::Chance { .. } => None,
    }
}

/// The tree: nature, the sender's set of each type, the receiver's set after each message.
fn tree(
    title: String,
    players: [String; 2],
    types: &[(String, Rational)],
    messages: &[Message],
    payoffs: &[Vec<Cell>],
) -> Result<Tree, TreeError> {
    let node = |turn: Move, outcome: Option<Outcome>| Draft { name: String::new(), turn, outcome };
    let end = |pair: &[Rational; 2]| node(Move::End, Some(Outcome { name: String::new(), payoffs: pair.to_vec() }));
    let mut list = vec![node(Move::Chance(types.to_vec()), None)];
    for (t, row) in payoffs.iter().enumerate() {
        let able: Vec<(usize, &Vec<[Rational; 2]>)> =
            row.iter().enumerate().filter_map(|(m, cell)| Some((m, cell.as_ref()?))).collect();
        let actions = able.iter().map(|(m, _)| messages[*m].name.clone()).collect();
        let set_name = types[t].0.clone();
        list.push(node(Move::Decision { player: 0, set: t as u64 + 1, set_name, actions }, None));
        for (m, cell) in able {
            if !messages[m].replies.is_empty() {
                let (set_name, actions) = (messages[m].name.clone(), messages[m].replies.clone());
                list.push(node(Move::Decision { player: 1, set: m as u64 + 1, set_name, actions }, None));
            }
            list.extend(cell.iter().map(end));
        }
    }
    Tree::new(title, players.to_vec(), list)
}
