//! Which equilibria of a signalling game survive a closer look at who could gain from an unsent message.
//!
//! Both criteria are those of Cho & Kreps (1987, Quarterly J. Economics 102, 179–221), applied once to each message
//! that nobody sends. Write u*(t) for what type t earns in the equilibrium.
//!
//! - **Intuitive criterion** (p. 202). A type is ruled out if u*(t) exceeds the best that any best reply to the
//!   message, whatever is believed, could earn it. The equilibrium fails if then some type earns less than the worst
//!   it could get from best replies to beliefs that give nothing to those ruled out.
//! - **D1** (p. 205; compare Banks & Sobel 1987). A type t is ruled out if some other type t' strictly gains from
//!   every mixed best reply from which t gains or loses nothing, and gains from at least one. The equilibrium fails
//!   if no best reply to a belief in the types that are left keeps every type from sending the message. Where types
//!   rule each other out and none is left, none is ruled out.
//!
//! A *mixed best reply* is a mix over replies that are all best against one and the same belief.

use crate::extensive::assessment::Assessment;
use crate::extensive::linear::{Condition, feasible};
use crate::extensive::region::corners;
use crate::extensive::signalling::Signalling;
use crate::number::Rational;

/// Most replies to a message whose mixes are examined: every subset of them is.
pub const MAX_REPLIES: usize = 10;

/// A type that cannot gain from a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hopeless {
    /// Which.
    pub kind: usize,
    /// What it earns in the equilibrium.
    pub earns: Rational,
    /// The most a best reply to the message could earn it.
    pub at_best: Rational,
    /// That reply.
    pub reply: usize,
}

/// A type that gains from a message for sure, once the hopeless are ruled out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tempted {
    /// Which.
    pub kind: usize,
    /// What it earns in the equilibrium.
    pub earns: Rational,
    /// The least a best reply to beliefs in the types left could earn it.
    pub at_worst: Rational,
    /// That reply.
    pub reply: usize,
}

/// The intuitive criterion at one unsent message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intuitive {
    /// The message.
    pub message: usize,
    /// Types ruled out.
    pub hopeless: Vec<Hopeless>,
    /// The first type that would send it after all; the equilibrium fails if there is one.
    pub tempted: Option<Tempted>,
}

/// D1 at one unsent message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Divine {
    /// The message.
    pub message: usize,
    /// Types ruled out, each with the type that gains wherever it would.
    pub ruled_out: Vec<(usize, usize)>,
    /// A reply, as a mix, and a belief in the types left to which it is best, that keep every type from sending
    /// the message; the equilibrium fails if there is none.
    pub deterrent: Option<Deterrent>,
}

/// A reply that keeps every type from a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deterrent {
    /// How likely each reply is.
    pub reply: Vec<Rational>,
    /// A belief to which it is best: one part per type of the game.
    pub belief: Vec<Rational>,
}

/// The intuitive criterion at every unsent message: the equilibrium passes if no message tempts a type.
pub fn intuitive(game: &Signalling, equilibrium: &Assessment) -> Vec<Intuitive> {
    game.unsent(equilibrium).into_iter().map(|message| intuitive_at(game, equilibrium, message)).collect()
}

fn intuitive_at(game: &Signalling, equilibrium: &Assessment, message: usize) -> Intuitive {
    let senders = game.senders(message);
    let replies = |types: &[usize]| -> Vec<usize> {
        (0..count(game, message)).filter(|&r| belief_for(game, message, types, &[r]).is_some()).collect()
    };
    let pays = |kind: usize, reply: usize| pay(game, kind, message, reply, 0);
    let all = replies(&senders);
    let hopeless: Vec<Hopeless> = senders
        .iter()
        .filter_map(|&kind| {
            let reply = all.iter().copied().reduce(|a, b| if pays(kind, b) > pays(kind, a) { b } else { a })?;
            let (earns, at_best) = (game.earns(equilibrium, kind), pays(kind, reply));
            (earns > at_best).then_some(Hopeless { kind, earns, at_best, reply })
        })
        .collect();
    let left: Vec<usize> = senders.iter().copied().filter(|t| hopeless.iter().all(|h| h.kind != *t)).collect();
    let likely = replies(&left);
    let tempted = left.iter().find_map(|&kind| {
        let reply = likely.iter().copied().reduce(|a, b| if pays(kind, b) < pays(kind, a) { b } else { a })?;
        let (earns, at_worst) = (game.earns(equilibrium, kind), pays(kind, reply));
        (earns < at_worst).then_some(Tempted { kind, earns, at_worst, reply })
    });
    Intuitive { message, hopeless, tempted }
}

/// D1 at every unsent message: the equilibrium passes if each has a deterrent. `None` where a message has more
/// than [`MAX_REPLIES`] replies.
pub fn divine(game: &Signalling, equilibrium: &Assessment) -> Option<Vec<Divine>> {
    game.unsent(equilibrium).into_iter().map(|message| divine_at(game, equilibrium, message)).collect()
}

fn divine_at(game: &Signalling, equilibrium: &Assessment, message: usize) -> Option<Divine> {
    let senders = game.senders(message);
    let faces = faces(game, message, &senders)?;
    let earns: Vec<Rational> = (0..game.types().len()).map(|t| game.earns(equilibrium, t)).collect();
    let gains = |kind: usize, reply: usize| pay(game, kind, message, reply, 0) > earns[kind];
    // Whether `other` strictly gains wherever `kind` does not lose, and somewhere.
    let covers = |other: usize, kind: usize| -> Option<bool> {
        let mut inside = faces.iter().flatten().any(|&r| gains(other, r));
        for face in &faces {
            for mix in reply_mixes(game, message, face, &[(kind, &earns[kind], true)])? {
                inside &= mix_pays(game, other, message, &mix) > earns[other];
            }
        }
        Some(inside)
    };
    let mut ruled_out = Vec::new();
    for &kind in &senders {
        for &other in senders.iter().filter(|&&t| t != kind) {
            if covers(other, kind)? {
                ruled_out.push((kind, other));
                break;
            }
        }
    }
    let mut left: Vec<usize> = senders.iter().copied().filter(|t| ruled_out.iter().all(|(k, _)| k != t)).collect();
    if left.is_empty() {
        ruled_out.clear();
        left.clone_from(&senders);
    }
    let limits: Vec<(usize, &Rational, bool)> = senders.iter().map(|&t| (t, &earns[t], false)).collect();
    for mask in 1_u32..1 << count(game, message) {
        let face: Vec<usize> = (0..count(game, message)).filter(|r| mask >> r & 1 == 1).collect();
        let Some(belief) = belief_for(game, message, &left, &face) else { continue };
        if let Some(reply) = reply_mixes(game, message, &face, &limits)?.into_iter().next() {
            return Some(Divine { message, ruled_out, deterrent: Some(Deterrent { reply, belief }) });
        }
    }
    Some(Divine { message, ruled_out, deterrent: None })
}

/// How many replies a message has.
fn count(game: &Signalling, message: usize) -> usize {
    game.messages().get(message).map_or(0, |m| m.replies.len())
}

/// What a type, a message and a reply pay the sender (0) or the receiver (1).
fn pay(game: &Signalling, kind: usize, message: usize, reply: usize, side: usize) -> Rational {
    let pair = game.cell(kind, message).and_then(|cell| cell.get(reply));
    pair.and_then(|pair| pair.get(side)).cloned().unwrap_or_else(Rational::zero)
}

fn mix_pays(game: &Signalling, kind: usize, message: usize, mix: &[Rational]) -> Rational {
    mix.iter().enumerate().filter(|(_, p)| !p.is_zero()).map(|(r, p)| p * &pay(game, kind, message, r, 0)).sum()
}

/// A belief in the types (one part per type of the game) against which all these replies are best, if any.
fn belief_for(game: &Signalling, message: usize, types: &[usize], replies: &[usize]) -> Option<Vec<Rational>> {
    let &first = replies.first()?;
    let margin = |other: usize| Condition {
        coefficients: types
            .iter()
            .map(|&t| &pay(game, t, message, first, 1) - &pay(game, t, message, other, 1))
            .collect(),
        bound: Rational::zero(),
    };
    let sum = Condition { coefficients: vec![Rational::one(); types.len()], bound: Rational::one() };
    let equal: Vec<Condition> = [sum].into_iter().chain(replies[1..].iter().map(|&r| margin(r))).collect();
    let least: Vec<Condition> = (0..count(game, message)).filter(|r| !replies.contains(r)).map(margin).collect();
    let parts = feasible(types.len(), &equal, &least)?;
    let mut belief = vec![Rational::zero(); game.types().len()];
    types.iter().zip(parts).for_each(|(&t, part)| belief[t] = part);
    Some(belief)
}

/// The sets of replies that are best together against some belief in the types.
fn faces(game: &Signalling, message: usize, types: &[usize]) -> Option<Vec<Vec<usize>>> {
    let count = count(game, message);
    if count > MAX_REPLIES {
        return None;
    }
    let subset = |mask: u32| (0..count).filter(|r| mask >> r & 1 == 1).collect::<Vec<_>>();
    Some((1_u32..1 << count).map(subset).filter(|face| belief_for(game, message, types, face).is_some()).collect())
}

/// The extreme mixes over some replies that pay each type listed at least (true) or at most (false) a number; over
/// all replies of the message.
fn reply_mixes(
    game: &Signalling,
    message: usize,
    face: &[usize],
    limits: &[(usize, &Rational, bool)],
) -> Option<Vec<Vec<Rational>>> {
    let sum = Condition { coefficients: vec![Rational::one(); face.len()], bound: Rational::one() };
    let limit = |&(kind, bound, least): &(usize, &Rational, bool)| {
        let sign = |v: Rational| if least { v } else { -&v };
        let coefficients = face.iter().map(|&r| sign(pay(game, kind, message, r, 0))).collect();
        Condition { coefficients, bound: sign(bound.clone()) }
    };
    let least: Vec<Condition> = limits.iter().map(limit).collect();
    let spread = |parts: Vec<Rational>| {
        let mut mix = vec![Rational::zero(); count(game, message)];
        face.iter().zip(parts).for_each(|(&r, part)| mix[r] = part);
        mix
    };
    Some(corners(face.len(), &[sum], &least)?.into_iter().map(spread).collect())
}
