//! How a tree is played: a mix at every information set, how likely each node is then, and what it is worth.

use crate::extensive::tree::{Kind, Tree};
use crate::number::Rational;

/// One mix over the actions of each information set, in the order of [`Tree::sets`] (Kuhn 1953).
pub type Behaviour = Vec<Vec<Rational>>;

/// Why a behaviour does not belong to a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// Not one mix per information set, or not one belief per set.
    Sets,
    /// At this set: not one number per action (or node), a negative one, or a sum other than one.
    NotAMix(usize),
}

impl std::fmt::Display for Misfit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Misfit::Sets => f.write_str("there is not one mix for each information set"),
            Misfit::NotAMix(set) => {
                write!(f, "information set {}: the numbers are no probabilities of its parts", set + 1)
            }
        }
    }
}

impl std::error::Error for Misfit {}

/// Whether the numbers are `count` probabilities that add up to one.
pub fn is_mix(mix: &[Rational], count: usize) -> bool {
    mix.len() == count
        && !mix.iter().any(Rational::is_negative)
        && mix.iter().cloned().sum::<Rational>() == Rational::one()
}

/// Checks that there is one mix for each set.
///
/// # Errors
/// The first set whose mix is none.
pub fn check(tree: &Tree, behaviour: &Behaviour) -> Result<(), Misfit> {
    if behaviour.len() != tree.sets().len() {
        return Err(Misfit::Sets);
    }
    match tree.sets().iter().zip(behaviour).position(|(set, mix)| !is_mix(mix, set.actions.len())) {
        Some(set) => Err(Misfit::NotAMix(set)),
        None => Ok(()),
    }
}

/// How likely each branch of a node is; nothing where the behaviour does not fit.
pub(crate) fn branches<'a>(tree: &'a Tree, behaviour: &'a Behaviour, node: usize) -> &'a [Rational] {
    match &tree.nodes()[node].kind {
        Kind::Chance { chances, .. } => chances,
        Kind::Decision(set) => behaviour.get(*set).map_or(&[], Vec::as_slice),
        Kind::End(_) => &[],
    }
}

/// How likely each node is to be reached from `root`; zero outside its subtree, and where a mix is missing.
pub fn reach(tree: &Tree, behaviour: &Behaviour, root: usize) -> Vec<Rational> {
    let mut likely: Vec<Rational> = Vec::with_capacity(tree.nodes().len());
    for (index, node) in tree.nodes().iter().enumerate() {
        likely.push(match node.parent {
            _ if index == root => Rational::one(),
            Some((before, branch)) if !likely[before].is_zero() => {
                let part = branches(tree, behaviour, before).get(branch);
                part.map_or_else(Rational::zero, |part| &likely[before] * part)
            }
            _ => Rational::zero(),
        });
    }
    likely
}

/// What each player expects at each node: one list per node. A branch whose mix is missing counts for nothing.
pub fn values(tree: &Tree, behaviour: &Behaviour) -> Vec<Vec<Rational>> {
    let mut worth: Vec<Vec<Rational>> = vec![Vec::new(); tree.nodes().len()];
    for (index, node) in tree.nodes().iter().enumerate().rev() {
        worth[index] = match &node.kind {
            Kind::End(payoffs) => payoffs.clone(),
            _ => {
                let mix = branches(tree, behaviour, index);
                let used = || mix.iter().zip(&node.children).filter(|(p, _)| !p.is_zero());
                let of = |player: usize| Rational::weighted(used().map(|(p, &child)| (p, &worth[child][player])));
                (0..tree.players().len()).map(of).collect()
            }
        };
    }
    worth
}

/// The last own set the player of `set` passed before it and the action taken there; none where it moves first.
/// The answer is that of the first node: with perfect recall it is that of all.
pub fn last_own(tree: &Tree, set: usize) -> Option<(usize, usize)> {
    let known = tree.sets().get(set)?;
    let mut here = *known.nodes.first()?;
    while let Some((before, branch)) = tree.nodes()[here].parent {
        match tree.nodes()[before].kind {
            Kind::Decision(earlier) if tree.sets()[earlier].player == known.player => return Some((earlier, branch)),
            _ => here = before,
        }
    }
    None
}

/// One past the last node of each node's subtree: in preorder a subtree is a stretch of the list.
pub fn subtree_ends(tree: &Tree) -> Vec<usize> {
    let mut ends: Vec<usize> = (1..=tree.nodes().len()).collect();
    for index in (0..ends.len()).rev() {
        if let Some(&last) = tree.nodes()[index].children.last() {
            ends[index] = ends[last];
        }
    }
    ends
}

/// The way from the root to a node: each earlier node with the branch taken there.
pub fn path(tree: &Tree, node: usize) -> Vec<(usize, usize)> {
    let mut way = Vec::new();
    let mut here = node;
    while let Some((before, branch)) = tree.nodes().get(here).and_then(|n| n.parent) {
        way.push((before, branch));
        here = before;
    }
    way.reverse();
    way
}
