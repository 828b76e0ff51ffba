//! What everybody does and believes, and the proof that nobody could do better at any information set.
//!
//! An *assessment* is a behaviour together with a belief at every information set: how likely each of its nodes is
//! once the set is reached (Kreps & Wilson 1982, Econometrica 50, 863–894). Here a **perfect Bayesian equilibrium**
//! is an assessment in which
//!
//! 1. at every set, reached or not, every action in use is best given the belief there and what is done afterwards;
//! 2. where a set of a player can be reached from a set before it whose nodes all its own nodes come after, or from
//!    the last node before all of these, be it a player's or nature's, with positive probability by that set's belief
//!    and the behaviour, its belief follows by Bayes' rule — also off the path of play, and also after the player's
//!    own deviation: its own actions on the way to all nodes of the later set count as certain.
//!
//! So a perfect Bayesian equilibrium is one of every subgame: from where a subgame starts play leads to those of its
//! sets that it reaches through the last node before all of theirs.
//!
//! Condition 2 is Bayes' rule "wherever possible" (Fudenberg & Tirole 1991, J. Econ. Theory 53, 236–260, without
//! their condition on what a deviation may signal of third parties). Where the earlier set is the same player's it is
//! updating consistency (Perea 2002, Economic Theory 20), and from a single node its counterpart: a belief that the
//! others and nature alone settle is what they make it, whatever the player did itself. Why own actions
//! drop out, and why every sequential equilibrium meets condition 2, is derived in
//! the module `between`. The reverse fails in general: one of another player's deviations may
//! still be taken to signal what that player does not know.
//!
//! With perfect recall condition 2 makes checking one action at a time enough (Hendon, Jacobsen & Sloth 1996, Games
//! and Economic Behavior 12; Perea 2002). By induction from the last sets of a player: what a plan that differs at
//! several sets earns from set h on is the sum over the next own sets h′ of the chance of h′ by the belief at h (own
//! actions certain) times what the plan earns at h′ by the belief there, since the second belief follows from the
//! first wherever that chance is positive; so the best that can be had at each h′ is already had, and at h one action
//! is left to choose.

use std::fmt;

use crate::extensive::between::{behind, ways};
use crate::extensive::linear::Condition;
use crate::extensive::play::{Behaviour, Misfit, branches, check as fits, is_mix, reach, values};
use crate::extensive::region::corners;
use crate::extensive::tree::{Forgotten, Kind, Tree};
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
    Forgetful(Forgotten),
    /// A mix or a belief does not fit the tree.
    Misfit(Misfit),
    /// The belief at the second set does not follow by Bayes' rule from the first; none: from the last node before
    /// all of the second.
    Bayes(Option<usize>, usize),
    /// At this set the first action is used although the second pays so much more.
    Better(usize, usize, usize, Rational),
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Forgetful(forgotten) => forgotten.fmt(f),
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
    if let Some(forgotten) = tree.forgotten() {
        return Err(Refusal::Forgetful(forgotten));
    }
    let Assessment { behaviour, beliefs } = assessment;
    fits(tree, behaviour).map_err(Refusal::Misfit)?;
    if beliefs.len() != tree.sets().len() {
        return Err(Refusal::Misfit(Misfit::Sets));
    }
    if let Some(set) = tree.sets().iter().zip(beliefs).position(|(set, belief)| !is_mix(belief, set.nodes.len())) {
        return Err(Refusal::Misfit(Misfit::NotAMix(set)));
    }
    for set in 0..tree.sets().len() {
        follows(tree, assessment, None, set)?;
    }
    for from in 0..tree.sets().len() {
        for set in behind(tree, from) {
            follows(tree, assessment, Some(from), set)?;
        }
    }
    let likely = reach(tree, behaviour, 0);
    let worth = values(tree, behaviour);
    let mut paid = Vec::with_capacity(beliefs.len());
    for set in 0..tree.sets().len() {
        paid.push(best_only(tree, assessment, &worth, set)?);
    }
    let reached = tree.sets().iter().map(|set| set.nodes.iter().map(|&n| likely[n].clone()).sum()).collect();
    Ok(Certificate { reached, values: paid, payoffs: worth.into_iter().next().unwrap_or_default() })
}

/// Whether the belief at a set is in proportion to how likely its nodes are from an earlier set on by the belief
/// there (none: from the last node before them all); nothing to ask where all are unlikely.
fn follows(tree: &Tree, assessment: &Assessment, from: Option<usize>, set: usize) -> Result<(), Refusal> {
    let belief = &assessment.beliefs[set];
    if belief.len() == 1 {
        return Ok(());
    }
    let likely: Vec<Rational> = ways(tree, from, set)
        .iter()
        .map(|way| {
            let start = from.map_or_else(Rational::one, |from| assessment.beliefs[from][way.start].clone());
            let part = |product: Rational, &(node, branch): &(usize, usize)| {
                &product * &branches(tree, &assessment.behaviour, node)[branch]
            };
            way.steps.iter().fold(start, part)
        })
        .collect();
    let total: Rational = likely.iter().cloned().sum();
    let right = likely.iter().zip(belief).all(|(likely, belief)| *likely == belief * &total);
    if total.is_zero() || right { Ok(()) } else { Err(Refusal::Bayes(from, set)) }
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
