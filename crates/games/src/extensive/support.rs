//! Which actions may be in use together: every choice of supports, last movers first, hopeless ones cut early.

use crate::extensive::tree::{Kind, Tree};
use crate::number::Rational;

/// Which actions are in use at each information set.
pub(crate) type Support = Vec<Vec<usize>>;

/// Lowest and highest payoff of one player from a node on.
type Bounds = (Rational, Rational);

/// Walks through all choices of supports that survive, up to a number of steps.
pub(crate) struct Supports<'a> {
    tree: &'a Tree,
    steps: usize,
    budget: usize,
}

impl<'a> Supports<'a> {
    pub fn new(tree: &'a Tree, budget: usize) -> Supports<'a> {
        Supports { tree, steps: 0, budget }
    }

    /// Calls `visit` with every choice of supports in which no action in use is worse, at every node of its set and
    /// whatever the supports allow afterwards, than another action. Returns whether the walk came to its end.
    ///
    /// What is cut is in no sequentially rational assessment: no belief would make the action best.
    pub fn walk(&mut self, visit: &mut impl FnMut(&Support)) -> bool {
        let all = self.tree.sets().iter().map(|set| (0..set.actions.len()).collect()).collect();
        let settled = vec![false; self.tree.sets().len()];
        self.step(all, settled, visit)
    }

    fn step(&mut self, mut allowed: Support, mut settled: Vec<bool>, visit: &mut impl FnMut(&Support)) -> bool {
        self.steps += 1;
        if self.steps > self.budget {
            return false;
        }
        if !self.prune(&mut allowed, &settled) {
            return true;
        }
        let Some(next) = (0..settled.len()).rev().find(|&set| !settled[set]) else {
            visit(&allowed);
            return true;
        };
        settled[next] = true;
        let choices = allowed[next].clone();
        if choices.len() > 16 {
            return false;
        }
        let mut whole = true;
        for mask in 1_u32..1 << choices.len() {
            let mut narrower = allowed.clone();
            narrower[next] = choices.iter().enumerate().filter(|(k, _)| mask >> k & 1 == 1).map(|(_, &a)| a).collect();
            whole &= self.step(narrower, settled.clone(), visit);
            if self.steps > self.budget {
                return false;
            }
        }
        whole
    }

    /// Takes out actions that cannot be best until none is left to take out; false where a settled set loses one.
    fn prune(&self, allowed: &mut Support, settled: &[bool]) -> bool {
        loop {
            let bounds = self.bounds(allowed);
            let mut changed = false;
            for set in 0..settled.len() {
                let kept: Vec<usize> =
                    allowed[set].iter().copied().filter(|&a| !self.hopeless(&bounds, set, a)).collect();
                if kept.len() < allowed[set].len() {
                    if settled[set] || kept.is_empty() {
                        return false;
                    }
                    allowed[set] = kept;
                    changed = true;
                }
            }
            if !changed {
                return true;
            }
        }
    }

    /// Whether another action beats this one at every node of the set.
    fn hopeless(&self, bounds: &[Vec<Bounds>], set: usize, action: usize) -> bool {
        let known = &self.tree.sets()[set];
        let at = |node: usize, a: usize| &bounds[self.tree.nodes()[node].children[a]][known.player];
        let beats = |other: usize| known.nodes.iter().all(|&node| at(node, action).1 < at(node, other).0);
        (0..known.actions.len()).any(|other| other != action && beats(other))
    }

    /// The least and the most each player can get from each node on while only allowed actions are taken.
    fn bounds(&self, allowed: &Support) -> Vec<Vec<Bounds>> {
        let players = self.tree.players().len();
        let mut bounds: Vec<Vec<Bounds>> = vec![Vec::new(); self.tree.nodes().len()];
        for (index, node) in self.tree.nodes().iter().enumerate().rev() {
            bounds[index] = match &node.kind {
                Kind::End(payoffs) => payoffs.iter().map(|v| (v.clone(), v.clone())).collect(),
                Kind::Chance { chances, .. } => (0..players)
                    .map(|p| {
                        let side = |pick: fn(&Bounds) -> &Rational| {
                            Rational::weighted(
                                chances.iter().zip(&node.children).map(|(c, &n)| (c, pick(&bounds[n][p]))),
                            )
                        };
                        (side(|b| &b.0), side(|b| &b.1))
                    })
                    .collect(),
                Kind::Decision(set) => (0..players)
                    .map(|p| {
                        let open = || allowed[*set].iter().map(|&a| &bounds[node.children[a]][p]);
                        let low = open().map(|b| &b.0).min().cloned();
                        let high = open().map(|b| &b.1).max().cloned();
                        (low.unwrap_or_else(Rational::zero), high.unwrap_or_else(Rational::zero))
                    })
                    .collect(),
            };
        }
        bounds
    }
}
