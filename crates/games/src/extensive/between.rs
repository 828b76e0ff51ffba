//! What lies between two information sets: which steps make one node of the later set likelier than another.
//!
//! Let h′ be a set of player i and h a set (or the root) with every node of h′ behind a node of h. Under any
//! behaviour in which every action is possible, Bayes' rule says for two nodes x, x′ of h′ behind y, y′ of h
//!
//! > belief(x) / belief(x′) = belief(y)·P(y→x) / belief(y′)·P(y′→x′),
//!
//! P the product of the probabilities on the way. An action on the way to *every* node of h′ is a factor of both
//! sides and drops out, whatever its probability. So it does in the limit, where it may have become zero: if what is
//! left is positive for some node, it is in proportion to the belief at h′. That holds of every consistent
//! assessment, hence of every sequential equilibrium, whoever's actions are left out.
//!
//! Left out here are those of player i itself: it knows what it did, and learns from that nothing about the others;
//! and, seen from the root, all steps before the last node that lies before every node of h′, be it a player's or
//! nature's: from there on play is the same however that node was come to, so that beliefs within a subgame are
//! those of the subgame by itself, also where it starts with a move of nature that nobody would let happen.
//!
//! Seen from the root, or from a set h of i, its own are all its actions on the way, as with perfect recall they are
//! the same at all nodes of h′. Seen from another's set, i may have moved before h on the way to one node and after
//! it on that to another; such an action is no common factor, and stays.

use crate::extensive::play::{last_own, path, subtree_ends};
use crate::extensive::tree::{Kind, Tree};

/// The way to a node.
pub(crate) struct Way {
    /// The place within the earlier set of the node it starts from; 0 for the root.
    pub start: usize,
    /// Each node passed with the branch taken there, without the own actions that lead to all nodes of the later set
    /// and, from the root, without the steps that lead to the last node before all of them.
    pub steps: Vec<(usize, usize)>,
}

/// The ways from a set, or from the root, to each node of a set behind it; none where a node does not lie behind.
pub(crate) fn ways(tree: &Tree, from: Option<usize>, set: usize) -> Vec<Way> {
    let known = &tree.sets()[set];
    let whole = |&node: &usize| {
        let steps = path(tree, node);
        let Some(from) = from else { return Some(Way { start: 0, steps }) };
        let nodes = &tree.sets()[from].nodes;
        let at = steps.iter().position(|(before, _)| nodes.contains(before))?;
        let start = nodes.iter().position(|n| *n == steps[at].0)?;
        Some(Way { start, steps: steps[at..].to_vec() })
    };
    let Some(mut ways) = known.nodes.iter().map(whole).collect::<Option<Vec<Way>>>() else { return Vec::new() };
    let own = |&(node, branch): &(usize, usize)| match tree.nodes()[node].kind {
        Kind::Decision(at) if tree.sets()[at].player == known.player => Some((at, branch)),
        _ => None,
    };
    let mut shared: Vec<(usize, usize)> =
        ways.first().map_or_else(Vec::new, |w| w.steps.iter().filter_map(own).collect());
    shared.retain(|action| ways.iter().all(|way| way.steps.iter().any(|step| own(step).as_ref() == Some(action))));
    ways.iter_mut().for_each(|way| way.steps.retain(|step| !own(step).is_some_and(|action| shared.contains(&action))));
    if from.is_none() {
        let (first, others) =
            ways.split_first().map_or((&[][..], &[][..]), |(first, others)| (&first.steps[..], others));
        let all = |(k, step): (usize, &(usize, usize))| others.iter().all(|way| way.steps.get(k) == Some(step));
        let common = first.iter().enumerate().take_while(|&step| all(step)).count();
        ways.iter_mut().for_each(|way| drop(way.steps.drain(..common)));
    }
    ways
}

/// The sets all of whose nodes come after nodes of another set.
pub(crate) fn behind(tree: &Tree, from: usize) -> Vec<usize> {
    let ends = subtree_ends(tree);
    let start = &tree.sets()[from].nodes;
    let after = |&node: &usize| start.iter().any(|&n| n < node && node < ends[n]);
    (0..tree.sets().len()).filter(|&s| s != from && tree.sets()[s].nodes.iter().all(after)).collect()
}

/// The ways to each node of a set: from the root, and from the last own set before it if there is one.
pub(crate) struct Roads {
    pub root: Vec<Way>,
    pub own: Option<(usize, Vec<Way>)>,
}

/// The roads to every set.
pub(crate) fn roads(tree: &Tree) -> Vec<Roads> {
    let own = |set: usize| last_own(tree, set).map(|(from, _)| (from, ways(tree, Some(from), set)));
    (0..tree.sets().len()).map(|set| Roads { root: ways(tree, None, set), own: own(set) }).collect()
}

/// Two sets with the ways from the first to the second.
pub(crate) struct Link {
    pub from: usize,
    pub set: usize,
    pub ways: Vec<Way>,
}

/// All pairs of sets that a belief may follow along.
pub(crate) fn links(tree: &Tree) -> Vec<Link> {
    let link = |from: usize| {
        let later = behind(tree, from).into_iter().filter(|&set| tree.sets()[set].nodes.len() > 1);
        later.map(move |set| Link { from, set, ways: ways(tree, Some(from), set) })
    };
    (0..tree.sets().len()).flat_map(link).collect()
}
