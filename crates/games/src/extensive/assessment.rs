//! What everybody does and believes, and the proof that nobody could do better at any information set.
//!
//! An *assessment* is a behaviour together with a belief at every information set: how likely each of its nodes is
//! once the set is reached (Kreps & Wilson 1982, Econometrica 50, 863–894). Here a **perfect Bayesian equilibrium**
//! is an assessment in which
//!
//! 1. at every set, reached or not, every action in use is best given the belief there and what is done afterwards;
//! 2. where a set can be reached from a set before it whose nodes all its own nodes come after (the root is one),
//!    with positive probability by that set's belief and the behaviour, its belief follows by Bayes' rule — also
//!    off the path of play.
//!
//! A set that a player reaches only by its own deviation is thus not covered: there condition 2 asks for less than
//! updating consistency does, and sequential equilibria are what to look at.
//!
//! Condition 2 is Bayes' rule "wherever possible" (Fudenberg & Tirole 1991, J. Econ. Theory 53, 236–260, without
//! their condition on what a deviation may signal of third parties; Perea 2002 calls it updating consistency
//! where the two sets are one player's). With perfect recall it makes checking one action at a time enough
//! (Hendon, Jacobsen & Sloth 1996). Every sequential equilibrium is one; the reverse fails in general.

use std::fmt;

use crate::extensive::linear::Condition;
use crate::extensive::play::{Behaviour, Misfit, branches, check as fits, is_mix, reach, subtree_ends, values};
use crate::extensive::region::corners;
use crate::extensive::tree::{Kind, Tree};
use crate::number::Rational;

/// What everybody does and believes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Assessment {
    /// One mix per information set.
    pub behaviour: Behaviour,
    /// At each information set, how likely each of its nodes is once it is reached.
    pub beliefs: Vec<Vec<Rational>>,
}

/// The proof: what each action pays where it can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// How likely each information set is to be reached.
    pub reached: Vec<Rational>,
    /// What each action pays its player from there on, by the belief of the set: one list per set.
    pub values: Vec<Vec<Rational>>,
    /// What each player expects at the root.
    pub payoffs: Vec<Rational>,
}

/// Why an assessment is no perfect Bayesian equilibrium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The player of this set has forgotten what it knew or did.
    Forgetful(usize),
    /// A mix or a belief does not fit the tree.
    Misfit(Misfit),
    /// The belief at the second set does not follow by Bayes' rule from the first; none: from the root.
    Bayes(Option<usize>, usize),
    /// At this set the first action is used although the second pays so much more.
    Better(usize, usize, usize, Rational),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Forgetful(set) => {
                write!(f, "at information set {} the player has forgotten what it knew or did before", set + 1)
            }
            Refusal::Misfit(misfit) => misfit.fmt(f),
            Refusal::Bayes(None, set) => write!(f, "the belief at information set {} breaks Bayes' rule", set + 1),
            Refusal::Bayes(Some(from), set) => {
                write!(f, "the belief at information set {} does not follow from that at {}", set + 1, from + 1)
            }
            Refusal::Better(set, used, better, by) => {
                let (set, used, better) = (set + 1, used + 1, better + 1);
                write!(f, "information set {set}: action {used} is used although action {better} pays {by} more")
            }
        }
    }
}

impl std::error::Error for Refusal {}

/// Checks that an assessment is a perfect Bayesian equilibrium (see the module), from the tree alone.
///
/// # Errors
/// The first fault.
pub fn verify(tree: &Tree, assessment: &Assessment) -> Result<Certificate, Refusal> {
    if let Some(&set) = tree.forgetful().first() {
        return Err(Refusal::Forgetful(set));
    }
    let Assessment { behaviour, beliefs } = assessment;
    fits(tree, behaviour).map_err(Refusal::Misfit)?;
    if beliefs.len() != tree.sets().len() {
        return Err(Refusal::Misfit(Misfit::Sets));
    }
    if let Some(set) = tree.sets().iter().zip(beliefs).position(|(set, belief)| !is_mix(belief, set.nodes.len())) {
        return Err(Refusal::Misfit(Misfit::NotAMix(set)));
    }
    let likely = reach(tree, behaviour, 0);
    for set in 0..tree.sets().len() {
        follows(tree, &likely, beliefs, set, None)?;
    }
    for from in 0..tree.sets().len() {
        let after = reach_from(tree, assessment, from);
        for set in behind(tree, from) {
            follows(tree, &after, beliefs, set, Some(from))?;
        }
    }
    let worth = values(tree, behaviour);
    let mut paid = Vec::with_capacity(beliefs.len());
    for set in 0..tree.sets().len() {
        paid.push(best_only(tree, assessment, &worth, set)?);
    }
    let reached = tree.sets().iter().map(|set| set.nodes.iter().map(|&n| likely[n].clone()).sum()).collect();
    Ok(Certificate { reached, values: paid, payoffs: worth.into_iter().next().unwrap_or_default() })
}

/// Whether the belief at a set is the likelihoods of its nodes, brought to the sum one; nothing to ask where all
/// are zero.
fn follows(
    tree: &Tree,
    likely: &[Rational],
    beliefs: &[Vec<Rational>],
    set: usize,
    from: Option<usize>,
) -> Result<(), Refusal> {
    let nodes = &tree.sets()[set].nodes;
    let total: Rational = nodes.iter().map(|&n| likely[n].clone()).sum();
    let right = nodes.iter().zip(&beliefs[set]).all(|(&n, belief)| likely[n] == belief * &total);
    if total.is_zero() || right { Ok(()) } else { Err(Refusal::Bayes(from, set)) }
}

/// How likely each node is from a set on, by the belief there.
fn reach_from(tree: &Tree, assessment: &Assessment, from: usize) -> Vec<Rational> {
    let mut likely = vec![Rational::zero(); tree.nodes().len()];
    for (&node, belief) in tree.sets()[from].nodes.iter().zip(&assessment.beliefs[from]) {
        likely[node] = belief.clone();
    }
    for index in 0..likely.len() {
        if likely[index].is_zero() {
            continue;
        }
        let mix = branches(tree, &assessment.behaviour, index);
        for (&child, part) in tree.nodes()[index].children.iter().zip(mix) {
            likely[child] = &likely[index] * part;
        }
    }
    likely
}

/// The sets all of whose nodes come after nodes of another set.
pub(crate) fn behind(tree: &Tree, from: usize) -> Vec<usize> {
    let ends = subtree_ends(tree);
    let start = &tree.sets()[from].nodes;
    let after = |&node: &usize| start.iter().any(|&n| n < node && node < ends[n]);
    (0..tree.sets().len()).filter(|&s| s != from && tree.sets()[s].nodes.iter().all(after)).collect()
}

/// What each action of a set pays by its belief, if only best ones are in use.
fn best_only(
    tree: &Tree,
    assessment: &Assessment,
    worth: &[Vec<Rational>],
    set: usize,
) -> Result<Vec<Rational>, Refusal> {
    let known = &tree.sets()[set];
    let belief = &assessment.beliefs[set];
    let at = |node: usize, action: usize| &worth[tree.nodes()[node].children[action]][known.player];
    let pays = |a: usize| Rational::weighted(belief.iter().zip(&known.nodes).map(|(p, &node)| (p, at(node, a))));
    let paid: Vec<Rational> = (0..known.actions.len()).map(pays).collect();
    let top = (0..paid.len()).fold(0, |top, k| if paid[k] > paid[top] { k } else { top });
    let mix = &assessment.behaviour[set];
    match (0..paid.len()).find(|&k| !mix[k].is_zero() && paid[k] < paid[top]) {
        Some(used) => Err(Refusal::Better(set, used, top, &paid[top] - &paid[used])),
        None => Ok(paid),
    }
}

/// What must hold of a belief for a mix to be best: Σ belief·margin ≥ 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Demand {
    /// The action in use.
    pub used: usize,
    /// The action it must not fall behind.
    pub instead: usize,
    /// By how much the first beats the second at each node of the set.
    pub margins: Vec<Rational>,
}

/// Which beliefs at a set make the behaviour there best, given what is done afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supporting {
    /// The inequalities they must meet.
    pub demands: Vec<Demand>,
    /// The extreme ones: all others are their mixtures. `None` where they are too many to list.
    pub extreme: Option<Vec<Vec<Rational>>>,
}

impl Supporting {
    /// The lowest and the highest belief in one node of the set (by its position) among these beliefs: what "a
    /// belief of at most a third" reads off. `None` where there are no such beliefs, or too many to list.
    pub fn interval(&self, place: usize) -> Option<(Rational, Rational)> {
        let parts = || self.extreme.iter().flatten().filter_map(|belief| belief.get(place));
        Some((parts().min()?.clone(), parts().max()?.clone()))
    }
}

/// The beliefs at a set that make the behaviour there best; Bayes' rule may allow only some of them. `None` where
/// the set does not exist or the behaviour does not fit.
pub fn supporting(tree: &Tree, behaviour: &Behaviour, set: usize) -> Option<Supporting> {
    fits(tree, behaviour).ok()?;
    let known = tree.sets().get(set)?;
    let worth = values(tree, behaviour);
    let at = |node: usize, action: usize| &worth[tree.nodes()[node].children[action]][known.player];
    let mut demands = Vec::new();
    for used in (0..known.actions.len()).filter(|&k| !behaviour[set][k].is_zero()) {
        for instead in (0..known.actions.len()).filter(|&k| k != used) {
            let margins = known.nodes.iter().map(|&node| at(node, used) - at(node, instead)).collect();
            demands.push(Demand { used, instead, margins });
        }
    }
    let count = known.nodes.len();
    let sum = Condition { coefficients: vec![Rational::one(); count], bound: Rational::one() };
    let least: Vec<Condition> = demands
        .iter()
        .map(|demand| Condition { coefficients: demand.margins.clone(), bound: Rational::zero() })
        .collect();
    let extreme = corners(count, &[sum], &least);
    Some(Supporting { demands, extreme })
}

/// How likely each end of the tree is, by node: what an observer of the play sees. Empty where the behaviour does
/// not fit.
pub fn outcome(tree: &Tree, behaviour: &Behaviour) -> Vec<(usize, Rational)> {
    if fits(tree, behaviour).is_err() {
        return Vec::new();
    }
    let likely = reach(tree, behaviour, 0).into_iter().enumerate();
    likely.filter(|(n, p)| !p.is_zero() && matches!(tree.nodes()[*n].kind, Kind::End(_))).collect()
}
