//! Whether beliefs come from ever smaller mistakes: consistency, decided exactly (Kreps & Wilson 1982).
//!
//! An assessment is *consistent* if it is the limit of beliefs that follow by Bayes' rule from behaviours in which
//! every action is possible. Kreps & Wilson (1982, appendix, two lemmas) turn the limit into algebra: give
//! each unused action an *order* of tremble, a whole number of at least one, and a positive coefficient; used
//! actions have order zero. Then a node's order is the sum along its way, its coefficient the product, and
//!
//! 1. in each information set the nodes believed in are exactly those of least order, and
//! 2. they are believed in proportion to their coefficients.
//!
//! Which orders exist is a question of linear inequalities. Which coefficients exist is one of equations between
//! logarithms: they have a solution exactly if every combination of rows that cancels the unknown coefficients
//! turns the known numbers into 1. Both are decided in whole numbers.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use crate::extensive::assessment::Assessment;
use crate::extensive::linear::{Condition, feasible, left_null, whole};
use crate::extensive::play::path;
use crate::extensive::tree::{Kind, Tree};
use crate::number::Rational;

/// Largest power a relation between beliefs may contain; beyond it consistency is left undecided.
pub const MAX_POWER: u32 = 1_000;

/// Whether an assessment is consistent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Consistency {
    /// It is: the order of each action's tremble, one list per set; zero for actions in use.
    Consistent(Vec<Vec<BigInt>>),
    /// No orders make just the nodes believed in the most likely ones of their sets.
    NoOrders,
    /// Orders exist, but the beliefs at these sets cannot all be in proportion to one choice of mistakes.
    NoProportions(Vec<usize>),
    /// A relation has powers beyond [`MAX_POWER`], a move of nature has no chance, or the parts do not fit.
    Undecided,
}

/// A product of ratios of beliefs that no choice of mistakes can change: Π (belief of `node` over belief of
/// `base`)^power equals the same product with likelihoods by nature and used actions in place of beliefs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Relation {
    pub factors: Vec<Factor>,
}

/// One ratio of a [`Relation`]: two places in the same information set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Factor {
    pub set: usize,
    pub node: usize,
    pub base: usize,
    pub power: BigInt,
}

/// Which actions are in use, and which nodes of each set are believed in.
pub(crate) struct Basis<'a> {
    tree: &'a Tree,
    /// Number of each unused action among the unknowns.
    unused: Vec<Vec<Option<usize>>>,
    count: usize,
    /// Positions within each set of the nodes believed in.
    believed: Vec<Vec<usize>>,
}

impl<'a> Basis<'a> {
    pub fn new(tree: &'a Tree, used: impl Fn(usize, usize) -> bool, believed: Vec<Vec<usize>>) -> Basis<'a> {
        let mut count = 0;
        let mut number = |set: usize, action: usize| {
            (!used(set, action)).then(|| {
                count += 1;
                count - 1
            })
        };
        let actions = |set: usize| 0..tree.sets()[set].actions.len();
        let unused = (0..tree.sets().len()).map(|set| actions(set).map(|a| number(set, a)).collect()).collect();
        Basis { tree, unused, count, believed }
    }

    /// How often each unused action lies on the way to a node.
    fn mistakes(&self, node: usize) -> Vec<Rational> {
        let mut times = vec![Rational::zero(); self.count];
        for (before, branch) in path(self.tree, node) {
            if let Kind::Decision(set) = self.tree.nodes()[before].kind
                && let Some(k) = self.unused[set][branch]
            {
                times[k] = &times[k] + &Rational::one();
            }
        }
        times
    }

    /// Orders of trembles that make exactly the nodes believed in the most likely ones of each set, if there are.
    pub fn orders(&self) -> Option<Vec<Vec<BigInt>>> {
        let (mut equal, mut least) = (Vec::new(), Vec::new());
        for (set, believed) in self.tree.sets().iter().zip(&self.believed) {
            let &base = believed.first()?;
            let start = self.mistakes(set.nodes[base]);
            for place in (0..set.nodes.len()).filter(|&p| p != base) {
                let here = self.mistakes(set.nodes[place]);
                let coefficients: Vec<Rational> = here.iter().zip(&start).map(|(a, b)| a - b).collect();
                // Unknowns are orders less one, so that they start at zero.
                let shift: Rational = coefficients.iter().cloned().sum();
                if believed.contains(&place) {
                    equal.push(Condition { coefficients, bound: -&shift });
                } else {
                    least.push(Condition { coefficients, bound: &Rational::one() - &shift });
                }
            }
        }
        let extra = feasible(self.count, &equal, &least)?;
        let orders: Vec<Rational> = extra.iter().map(|v| v + &Rational::one()).collect();
        let orders = whole(&orders);
        let of = |k: &Option<usize>| k.map_or_else(BigInt::default, |k| orders[k].clone());
        Some(self.unused.iter().map(|set| set.iter().map(of).collect()).collect())
    }

    /// All relations between beliefs that no mistakes can change (those that span them).
    pub fn relations(&self) -> Vec<Relation> {
        let (mut rows, mut places) = (Vec::new(), Vec::new());
        for (index, (set, believed)) in self.tree.sets().iter().zip(&self.believed).enumerate() {
            let Some(&base) = believed.first() else { continue };
            let start = self.mistakes(set.nodes[base]);
            for &node in &believed[1..] {
                let here = self.mistakes(set.nodes[node]);
                rows.push(here.iter().zip(&start).map(|(a, b)| a - b).collect::<Vec<_>>());
                places.push((index, node, base));
            }
        }
        let relation = |powers: Vec<BigInt>| {
            let all = powers.into_iter().zip(&places).filter(|(power, _)| *power != BigInt::default());
            Relation { factors: all.map(|(power, &(set, node, base))| Factor { set, node, base, power }).collect() }
        };
        left_null(&rows).into_iter().map(relation).collect()
    }
}

/// Decides whether an assessment that fits the tree is consistent.
pub fn decide(tree: &Tree, assessment: &Assessment) -> Consistency {
    let Assessment { behaviour, beliefs } = assessment;
    let fits = beliefs.len() == tree.sets().len()
        && tree.sets().iter().zip(beliefs).all(|(set, belief)| crate::extensive::play::is_mix(belief, set.nodes.len()));
    if crate::extensive::play::check(tree, behaviour).is_err() || !fits || has_idle_chance(tree) {
        return Consistency::Undecided;
    }
    let positive = |belief: &Vec<Rational>| (0..belief.len()).filter(|&k| belief[k].is_positive()).collect();
    let believed = beliefs.iter().map(positive).collect();
    let basis = Basis::new(tree, |set, action| behaviour[set][action].is_positive(), believed);
    let Some(orders) = basis.orders() else { return Consistency::NoOrders };
    let known = |set: usize, place: usize| known_part(tree, assessment, tree.sets()[set].nodes[place]);
    for relation in basis.relations() {
        let mut product = Rational::one();
        for Factor { set, node, base, power } in &relation.factors {
            let above = &beliefs[*set][*node] * &known(*set, *base);
            let below = &beliefs[*set][*base] * &known(*set, *node);
            let ratio = if power.is_negative() { below.over(&above) } else { above.over(&below) };
            let Some(part) = ratio.and_then(|ratio| raised(&ratio, power)) else { return Consistency::Undecided };
            product = &product * &part;
        }
        if product != Rational::one() {
            return Consistency::NoProportions(relation.factors.iter().map(|f| f.set).collect());
        }
    }
    Consistency::Consistent(orders)
}

/// Whether some move of nature has no chance: then its nodes have no order.
pub(crate) fn has_idle_chance(tree: &Tree) -> bool {
    let idle = |kind: &Kind| matches!(kind, Kind::Chance { chances, .. } if chances.iter().any(Rational::is_zero));
    tree.nodes().iter().any(|node| idle(&node.kind))
}

/// What nature and the actions in use contribute to how likely a node is.
fn known_part(tree: &Tree, assessment: &Assessment, node: usize) -> Rational {
    path(tree, node).into_iter().fold(Rational::one(), |product, (before, branch)| {
        let part = &crate::extensive::play::branches(tree, &assessment.behaviour, before)[branch];
        if part.is_zero() { product } else { &product * part }
    })
}

/// base^|power|, where the power is not too high.
fn raised(base: &Rational, power: &BigInt) -> Option<Rational> {
    let power = power.abs().to_u32().filter(|&p| p <= MAX_POWER)?;
    Some((0..power).fold(Rational::one(), |product, _| &product * base))
}
