//! Subgame-perfect equilibria: every part of the tree that is a game by itself is solved first (Selten 1965).
//!
//! From the ends to the root, each subgame is solved with the subgames inside it replaced by what one of their
//! equilibria pays; every combination of inner equilibria is tried. A subgame in which at most two players move
//! is solved exactly in normal form; the payoffs of the others ride along.

use std::collections::{BTreeMap, BTreeSet};

use crate::extensive::play::{reach, subtree_ends, values};
use crate::extensive::strategic::{Slice, StrategicError};
use crate::extensive::tree::{Kind, Tree};
use crate::number::Rational;
use crate::two::equilibria::solve;

/// Most equilibria kept of one subgame.
pub const MAX_KEPT: usize = 2_000;

/// An equilibrium of the whole tree that is one of every subgame.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Perfect {
    /// A mix per information set; none where the player's own earlier choice in the same subgame rules the set
    /// out: there any choice will do.
    pub mixes: Vec<Option<Vec<Rational>>>,
    /// What each player expects at the root.
    pub payoffs: Vec<Rational>,
}

/// How much of the set of subgame-perfect equilibria an answer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// All of it.
    Complete,
    /// So many times a subgame had a continuum of equilibria, of which only the extreme ones were carried on.
    Corners(usize),
    /// A subgame has more than [`MAX_KEPT`] equilibria, or could not be solved within budget.
    OutOfBudget,
}

/// The subgame-perfect equilibria found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Each differs from the others in some mix.
    pub equilibria: Vec<Perfect>,
    /// How many proper or whole subgames there are.
    pub subgames: usize,
    /// Whether that is all.
    pub coverage: Coverage,
}

/// An equilibrium of one subgame: its own mixes, which equilibrium of each subgame inside, and what it pays.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Local {
    mixes: BTreeMap<usize, Vec<Rational>>,
    inner: Vec<(usize, usize)>,
    worth: Vec<Rational>,
}

/// Nodes at which a subgame starts: everything a player cannot tell apart from a node behind it is behind it too.
pub fn roots(tree: &Tree) -> Vec<usize> {
    let ends = subtree_ends(tree);
    // How far back and forth the sets met inside a subtree reach.
    let mut first: Vec<usize> = (0..tree.nodes().len()).collect();
    let mut last = first.clone();
    for (index, node) in tree.nodes().iter().enumerate().rev() {
        if let Kind::Decision(set) = node.kind {
            // Nodes of a set stand in preorder.
            let nodes = &tree.sets()[set].nodes;
            first[index] = nodes.first().copied().unwrap_or(index);
            last[index] = nodes.last().copied().unwrap_or(index);
        }
        for &child in &node.children {
            first[index] = first[index].min(first[child]);
            last[index] = last[index].max(last[child]);
        }
    }
    let closed = |&node: &usize| {
        let inner = !matches!(tree.nodes()[node].kind, Kind::End(_));
        let alone = match tree.nodes()[node].kind {
            Kind::Decision(set) => tree.sets()[set].nodes.len() == 1,
            _ => true,
        };
        inner && alone && first[node] >= node && last[node] < ends[node]
    };
    (0..tree.nodes().len()).filter(closed).collect()
}

/// All subgame-perfect equilibria, pure and mixed, as far as [`Answer::coverage`] says.
///
/// # Errors
/// A subgame in which more than two players move, a lack of perfect recall, or too many plans.
pub fn solve_subgames(tree: &Tree) -> Result<Answer, StrategicError> {
    if let Some(forgotten) = tree.forgotten() {
        return Err(StrategicError::Forgetful(forgotten));
    }
    let roots = roots(tree);
    let is_root: BTreeSet<usize> = roots.iter().copied().collect();
    let mut found: BTreeMap<usize, Vec<Local>> = BTreeMap::new();
    let (mut continua, mut out) = (0, false);
    for &root in roots.iter().rev() {
        let inside = next_roots(tree, root, &is_root);
        let mut kept: BTreeSet<Local> = BTreeSet::new();
        for choice in choices(&inside, &found, &mut out) {
            let stops = choice.iter().map(|&(node, k)| (node, found[&node][k].worth.clone())).collect();
            let solved = local(&Slice { tree, root, stops }, &choice)?;
            continua += usize::from(solved.continuum);
            out |= !solved.complete;
            kept.extend(solved.list);
            if kept.len() > MAX_KEPT {
                out = true;
                break;
            }
        }
        found.insert(root, kept.into_iter().take(MAX_KEPT).collect());
    }
    let whole = found.get(&0).map_or(0, Vec::len);
    let equilibria: BTreeSet<Perfect> = (0..whole).map(|k| gather(tree, &found, k)).collect();
    let coverage = match (out, continua) {
        (true, _) => Coverage::OutOfBudget,
        (false, 0) => Coverage::Complete,
        (false, times) => Coverage::Corners(times),
    };
    Ok(Answer { equilibria: equilibria.into_iter().collect(), subgames: roots.len(), coverage })
}

/// The first subgames met on the ways down from a root.
fn next_roots(tree: &Tree, root: usize, is_root: &BTreeSet<usize>) -> Vec<usize> {
    let mut met = Vec::new();
    let mut open = tree.nodes()[root].children.clone();
    while let Some(node) = open.pop() {
        if is_root.contains(&node) {
            met.push(node);
        } else {
            open.extend(&tree.nodes()[node].children);
        }
    }
    met
}

/// Every way to pick one equilibrium of each inner subgame.
fn choices(inside: &[usize], found: &BTreeMap<usize, Vec<Local>>, out: &mut bool) -> Vec<Vec<(usize, usize)>> {
    let mut all: Vec<Vec<(usize, usize)>> = vec![Vec::new()];
    for &node in inside {
        let count = found.get(&node).map_or(0, Vec::len);
        let longer = |start: &Vec<(usize, usize)>, k: usize| start.iter().copied().chain([(node, k)]).collect();
        all = all.iter().flat_map(|start| (0..count).map(move |k| longer(start, k))).collect();
        if all.len() > MAX_KEPT {
            *out = true;
            all.truncate(MAX_KEPT);
        }
    }
    all
}

/// What one subgame gives, its inner ones settled.
struct Solved {
    list: Vec<Local>,
    continuum: bool,
    complete: bool,
}

/// Solves one subgame, its inner ones settled.
fn local(slice: &Slice, choice: &[(usize, usize)]) -> Result<Solved, StrategicError> {
    let form = slice.normal_form()?;
    let answer = solve(&form.game);
    let mut list = Vec::with_capacity(answer.equilibria.len());
    for equilibrium in &answer.equilibria {
        let mut mixes = BTreeMap::new();
        for side in [0, 1] {
            mixes.extend(form.behaviour_of(side, &equilibrium.profile.mixes[side], slice.tree));
        }
        let worth = worth(slice, &mixes);
        list.push(Local { mixes, inner: choice.to_vec(), worth });
    }
    let continuum = answer.components.iter().any(|c| !c.is_isolated());
    Ok(Solved { list, continuum, complete: answer.is_complete() })
}

/// What each player expects from a slice played with these mixes.
fn worth(slice: &Slice, mixes: &BTreeMap<usize, Vec<Rational>>) -> Vec<Rational> {
    let mut sums = vec![Rational::zero(); slice.tree.players().len()];
    let mut open = vec![(slice.root, Rational::one())];
    while let Some((index, likely)) = open.pop() {
        let node = &slice.tree.nodes()[index];
        let ending = match (slice.stops.get(&index), &node.kind) {
            (Some(payoffs), _) | (None, Kind::End(payoffs)) => Some(payoffs),
            _ => None,
        };
        if let Some(payoffs) = ending {
            for (sum, payoff) in sums.iter_mut().zip(payoffs) {
                *sum = &*sum + &(&likely * payoff);
            }
            continue;
        }
        let mix: &[Rational] = match &node.kind {
            Kind::Chance { chances, .. } => chances,
            Kind::Decision(set) => mixes.get(set).map_or(&[], Vec::as_slice),
            Kind::End(_) => &[],
        };
        open.extend(
            node.children.iter().zip(mix).filter(|(_, p)| !p.is_zero()).map(|(&child, p)| (child, &likely * p)),
        );
    }
    sums
}

/// The mixes of equilibrium k of the whole tree, those of its subgames put in.
fn gather(tree: &Tree, found: &BTreeMap<usize, Vec<Local>>, k: usize) -> Perfect {
    let mut mixes = vec![None; tree.sets().len()];
    let mut open = vec![(0, k)];
    while let Some((root, k)) = open.pop() {
        let Some(local) = found.get(&root).and_then(|list| list.get(k)) else { continue };
        for (&set, mix) in &local.mixes {
            mixes[set] = Some(mix.clone());
        }
        open.extend(&local.inner);
    }
    let payoffs = found.get(&0).and_then(|list| list.get(k)).map_or_else(Vec::new, |local| local.worth.clone());
    Perfect { mixes, payoffs }
}

/// Whether the mixes are subgame-perfect, checked without the solver: in no subgame does a plan of one player
/// pay it more against the mixes of the others. Sets without a mix are filled with their first action.
///
/// # Errors
/// The tree lacks perfect recall, or a mix does not fit it.
pub fn verify(tree: &Tree, mixes: &[Option<Vec<Rational>>]) -> Result<bool, StrategicError> {
    if let Some(forgotten) = tree.forgotten() {
        return Err(StrategicError::Forgetful(forgotten));
    }
    let certain = |count: usize| (0..count).map(|k| Rational::from(i64::from(k == 0))).collect();
    let filled = |(set, mix): (usize, &Option<Vec<Rational>>)| {
        mix.clone().unwrap_or_else(|| certain(tree.sets()[set].actions.len()))
    };
    if mixes.len() != tree.sets().len() {
        return Ok(false);
    }
    let behaviour = mixes.iter().enumerate().map(filled).collect();
    if crate::extensive::play::check(tree, &behaviour).is_err() {
        return Ok(false);
    }
    let worth = values(tree, &behaviour);
    let movers = 0..tree.players().len();
    let holds = |root: usize| movers.clone().all(|player| best(tree, &behaviour, root, player) <= worth[root][player]);
    Ok(roots(tree).into_iter().all(holds))
}

/// The most a player can get from a subgame against the behaviour of the others: its sets are settled last first,
/// each by what its actions pay over all its nodes, weighed by how likely the others and nature make them.
fn best(tree: &Tree, behaviour: &crate::extensive::play::Behaviour, root: usize, player: usize) -> Rational {
    let mut against = behaviour.clone();
    let own: Vec<usize> = (0..tree.sets().len()).filter(|&s| tree.sets()[s].player == player).collect();
    for &set in &own {
        against[set] = vec![Rational::one(); tree.sets()[set].actions.len()];
    }
    // With every own branch open, "how likely" is what nature and the others contribute.
    let likely = reach(tree, &against, root);
    for &set in own.iter().rev() {
        let worth = values(tree, &against);
        let pays = |action: usize| {
            let nodes = tree.sets()[set].nodes.iter();
            Rational::weighted(nodes.map(|&n| (&likely[n], &worth[tree.nodes()[n].children[action]][player])))
        };
        let paid: Vec<Rational> = (0..tree.sets()[set].actions.len()).map(pays).collect();
        let top = (0..paid.len()).fold(0, |top, k| if paid[k] > paid[top] { k } else { top });
        against[set] = (0..paid.len()).map(|k| Rational::from(i64::from(k == top))).collect();
    }
    values(tree, &against).get(root).and_then(|v| v.get(player)).cloned().unwrap_or_else(Rational::zero)
}
