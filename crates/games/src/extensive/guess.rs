//! What must hold once it is guessed which actions are in use and which nodes are believed in.

use num_traits::ToPrimitive;

use crate::extensive::assessment::Assessment;
use crate::extensive::consistency::Basis;
use crate::extensive::play::path;
use crate::extensive::polynomial::Polynomial;
use crate::extensive::support::Support;
use crate::extensive::system::System;
use crate::extensive::tree::{Kind, Tree};
use crate::number::Rational;

/// Highest power of a belief that a condition may contain.
const MAX_POWER: i32 = 6;

/// Which actions are in use, and what follows from that alone.
pub(crate) struct Frame<'a> {
    tree: &'a Tree,
    support: &'a Support,
    /// Whether each node is reached.
    live: Vec<bool>,
    /// The unknown probability of each action: none where it is 0 or 1.
    mixes: Vec<Vec<Option<usize>>>,
    unknowns: usize,
    /// What each player gets from each node on, its own later mixes replaced by one action in use.
    worth: Vec<Vec<Polynomial>>,
}

/// A frame with the nodes believed in at sets that are not reached.
pub(crate) struct Guess<'a> {
    pub frame: &'a Frame<'a>,
    /// Positions within each set of the nodes believed in; none where that has not been guessed.
    believed: Vec<Vec<usize>>,
    /// The unknown belief in each node of each set: none where it is 0 or 1 or follows from the mixes.
    beliefs: Vec<Vec<Option<usize>>>,
    pub unknowns: usize,
}

fn one() -> Polynomial {
    Polynomial::constant(Rational::one())
}

impl<'a> Frame<'a> {
    pub fn new(tree: &'a Tree, support: &'a Support) -> Frame<'a> {
        let mut live: Vec<bool> = Vec::with_capacity(tree.nodes().len());
        for node in tree.nodes() {
            live.push(node.parent.is_none_or(|(before, branch)| {
                live[before] && !matches!(tree.nodes()[before].kind, Kind::Decision(s) if !support[s].contains(&branch))
            }));
        }
        let mut unknowns = 0;
        let mut number = |set: usize, action: usize| {
            let mixed = support[set].len() > 1 && support[set].contains(&action);
            mixed.then(|| {
                unknowns += 1;
                unknowns - 1
            })
        };
        let mixes = tree.sets().iter().enumerate();
        let mixes = mixes.map(|(set, known)| (0..known.actions.len()).map(|a| number(set, a)).collect()).collect();
        let mut frame = Frame { tree, support, live, mixes, unknowns, worth: Vec::new() };
        frame.worth = frame.worth();
        frame
    }

    /// The probability of an action in use.
    fn mix(&self, set: usize, action: usize) -> Polynomial {
        self.mixes[set][action].map_or_else(one, Polynomial::unknown)
    }

    fn worth(&self) -> Vec<Vec<Polynomial>> {
        let mut worth: Vec<Vec<Polynomial>> = vec![Vec::new(); self.tree.nodes().len()];
        for (index, node) in self.tree.nodes().iter().enumerate().rev() {
            let of = |player: usize| match &node.kind {
                Kind::End(payoffs) => Polynomial::constant(payoffs[player].clone()),
                Kind::Chance { chances, .. } => {
                    let parts = node.children.iter().zip(chances).map(|(&child, p)| worth[child][player].scaled(p));
                    parts.fold(Polynomial::default(), |sum, part| sum.plus(&part))
                }
                Kind::Decision(set) if self.tree.sets()[*set].player == player => {
                    worth[node.children[self.support[*set][0]]][player].clone()
                }
                Kind::Decision(set) => {
                    let parts =
                        self.support[*set].iter().map(|&a| self.mix(*set, a).times(&worth[node.children[a]][player]));
                    parts.fold(Polynomial::default(), |sum, part| sum.plus(&part))
                }
            };
            worth[index] = (0..self.tree.players().len()).map(of).collect();
        }
        worth
    }

    /// Whether the set is reached.
    pub fn is_reached(&self, set: usize) -> bool {
        self.tree.sets()[set].nodes.iter().any(|&node| self.live[node])
    }

    /// Whether the set is not reached and has more than one node, so that there is something to believe.
    pub fn is_dark(&self, set: usize) -> bool {
        self.tree.sets()[set].nodes.len() > 1 && !self.is_reached(set)
    }

    /// Adds the nodes believed in at some dark sets.
    pub fn believing(&'a self, dark: &[usize], choice: &[Vec<usize>]) -> Guess<'a> {
        let alone = |set: usize| -> Vec<usize> {
            let nodes = &self.tree.sets()[set].nodes;
            if nodes.len() == 1 { vec![0] } else { (0..nodes.len()).filter(|&k| self.live[nodes[k]]).collect() }
        };
        let mut believed: Vec<Vec<usize>> = (0..self.support.len()).map(alone).collect();
        let mut beliefs: Vec<Vec<Option<usize>>> =
            self.tree.sets().iter().map(|set| vec![None; set.nodes.len()]).collect();
        let mut unknowns = self.unknowns;
        for (&set, places) in dark.iter().zip(choice) {
            for &place in places.iter().filter(|_| places.len() > 1) {
                beliefs[set][place] = Some(unknowns);
                unknowns += 1;
            }
            believed[set].clone_from(places);
        }
        Guess { frame: self, believed, beliefs, unknowns }
    }

    /// How likely a node is as far as nature and actions in use go, one player's own moves left out.
    fn likely(&self, node: usize, without: Option<usize>) -> Polynomial {
        path(self.tree, node).into_iter().fold(one(), |product, (before, branch)| {
            match &self.tree.nodes()[before].kind {
                Kind::Chance { chances, .. } => product.scaled(&chances[branch]),
                Kind::Decision(set) if Some(self.tree.sets()[*set].player) == without => product,
                Kind::Decision(set) => product.times(&self.mix(*set, branch)),
                Kind::End(_) => product,
            }
        })
    }
}

impl Guess<'_> {
    /// Each mix, and each belief, adds up to one.
    pub fn mixing(&self) -> System {
        let sums = self.frame.mixes.iter().chain(&self.beliefs).filter_map(|numbers| {
            let mut numbers = numbers.iter().flatten().peekable();
            numbers.peek()?;
            let sum = numbers.fold(Polynomial::default(), |sum, &k| sum.plus(&Polynomial::unknown(k)));
            Some(sum.minus(&one()))
        });
        System { unknowns: self.unknowns, equal: sums.collect(), least: Vec::new() }
    }

    /// The belief in a node believed in, at a set that is not reached.
    fn belief(&self, set: usize, place: usize) -> Polynomial {
        self.beliefs[set][place].map_or_else(one, Polynomial::unknown)
    }

    /// Every action in use at the set pays the same, and no other pays more.
    pub fn best(&self, set: usize, system: &mut System) {
        let (tree, known) = (self.frame.tree, &self.frame.tree.sets()[set]);
        let reached = self.frame.is_reached(set);
        let weigh = |&place: &usize| {
            let node = known.nodes[place];
            let weight = if reached { self.frame.likely(node, Some(known.player)) } else { self.belief(set, place) };
            (node, weight)
        };
        let weights: Vec<(usize, Polynomial)> = self.believed[set].iter().map(weigh).collect();
        let used = self.frame.support[set][0];
        for other in (0..known.actions.len()).filter(|&a| a != used) {
            let worth =
                |node: usize, action: usize| &self.frame.worth[tree.nodes()[node].children[action]][known.player];
            let margin = weights.iter().fold(Polynomial::default(), |sum, (node, weight)| {
                sum.plus(&weight.times(&worth(*node, used).minus(worth(*node, other))))
            });
            let place = if self.frame.support[set].contains(&other) { &mut system.equal } else { &mut system.least };
            place.push(margin);
        }
    }

    /// Adds that the belief at a set follows by Bayes' rule from that at a set before it, where that leads there;
    /// false where other nodes are believed in.
    pub fn follows(&self, from: usize, set: usize, system: &mut System) -> bool {
        let tree = self.frame.tree;
        let start = &tree.sets()[from].nodes;
        let likely = |&node: &usize| -> Option<Polynomial> {
            let way = path(tree, node);
            let at = way.iter().position(|(before, _)| start.contains(before))?;
            let place = start.iter().position(|&n| n == way[at].0)?;
            if !self.believed[from].contains(&place) {
                return None;
            }
            way[at..].iter().try_fold(self.belief(from, place), |product, &(before, branch)| {
                match &tree.nodes()[before].kind {
                    Kind::Chance { chances, .. } => Some(product.scaled(&chances[branch])),
                    Kind::Decision(s) if !self.frame.support[*s].contains(&branch) => None,
                    Kind::Decision(s) => Some(product.times(&self.frame.mix(*s, branch))),
                    Kind::End(_) => None,
                }
            })
        };
        let after: Vec<Option<Polynomial>> = tree.sets()[set].nodes.iter().map(likely).collect();
        let met: Vec<usize> = (0..after.len()).filter(|&k| after[k].is_some()).collect();
        if met.is_empty() {
            return true;
        }
        let mut parts = met.iter().filter_map(|&k| Some((self.belief(set, k), after[k].as_ref()?)));
        let first = parts.next();
        for (belief, weight) in parts {
            if let Some((base, start)) = &first {
                system.equal.push(belief.times(start).minus(&base.times(weight)));
            }
        }
        met == self.believed[set]
    }

    /// Adds that beliefs come from ever smaller mistakes. `Some(false)` where the nodes believed in cannot;
    /// `None` where a power is too high to be written down.
    pub fn consistent(&self, system: &mut System) -> Option<bool> {
        let tree = self.frame.tree;
        let used = |set: usize, action: usize| self.frame.support[set].contains(&action);
        let basis = Basis::new(tree, used, self.believed.clone());
        if basis.orders().is_none() {
            return Some(false);
        }
        // At a set that is reached, beliefs are the likelihoods: such ratios hold already.
        let open = |set: usize| !self.frame.is_reached(set);
        for relation in basis.relations() {
            let (mut left, mut right) = (one(), one());
            for factor in relation.factors.iter().filter(|f| open(f.set)) {
                let known = |place: usize| self.frame.likely(tree.sets()[factor.set].nodes[place], None);
                let above = self.belief(factor.set, factor.node).times(&known(factor.base));
                let below = self.belief(factor.set, factor.base).times(&known(factor.node));
                let power = factor.power.to_i32().filter(|p| p.abs() <= MAX_POWER)?;
                let (over, under) = if power > 0 { (&above, &below) } else { (&below, &above) };
                for _ in 0..power.abs() {
                    (left, right) = (left.times(over), right.times(under));
                }
            }
            system.equal.push(left.minus(&right));
        }
        Some(true)
    }

    /// The assessment at a corner: where its mixes leave a set of the family without a visit, beliefs are the
    /// limits on the way there from inside the family.
    pub fn assessment(&self, corner: &[Rational], inner: &[Rational]) -> Assessment {
        let support = self.frame.support;
        let mix = |set: usize, action: usize| match self.frame.mixes[set][action] {
            Some(k) => corner[k].clone(),
            None => Rational::from(i64::from(support[set].contains(&action))),
        };
        let actions = |set: usize| 0..self.frame.mixes[set].len();
        let behaviour = (0..support.len()).map(|set| actions(set).map(|a| mix(set, a)).collect()).collect();
        let beliefs = (0..support.len()).map(|set| self.beliefs_at(set, corner, inner)).collect();
        Assessment { behaviour, beliefs }
    }

    fn beliefs_at(&self, set: usize, corner: &[Rational], inner: &[Rational]) -> Vec<Rational> {
        let nodes = &self.frame.tree.sets()[set].nodes;
        if !self.frame.is_reached(set) {
            let alone = |place: usize| Rational::from(i64::from(self.believed[set].contains(&place)));
            return (0..nodes.len())
                .map(|k| self.beliefs[set][k].map_or_else(|| alone(k), |u| corner[u].clone()))
                .collect();
        }
        let weights: Vec<Option<(usize, Rational)>> =
            nodes.iter().map(|&n| self.frame.live[n].then(|| self.leading(n, corner, inner))).collect();
        let least = weights.iter().flatten().map(|w| w.0).min();
        let part = |w: &Option<(usize, Rational)>| match w {
            Some((order, value)) if Some(*order) == least => value.clone(),
            _ => Rational::zero(),
        };
        let parts: Vec<Rational> = weights.iter().map(part).collect();
        let total: Rational = parts.iter().cloned().sum();
        parts.iter().map(|p| p.over(&total).unwrap_or_else(Rational::zero)).collect()
    }

    /// How likely a node is near a corner, a small step ε inside: (power of ε, coefficient).
    fn leading(&self, node: usize, corner: &[Rational], inner: &[Rational]) -> (usize, Rational) {
        let mut leading = (0, Rational::one());
        for (before, branch) in path(self.frame.tree, node) {
            let part = match &self.frame.tree.nodes()[before].kind {
                Kind::Chance { chances, .. } => chances[branch].clone(),
                Kind::Decision(set) => match self.frame.mixes[*set][branch] {
                    Some(k) if corner[k].is_zero() => {
                        leading.0 += 1;
                        inner[k].clone()
                    }
                    Some(k) => corner[k].clone(),
                    None => continue,
                },
                Kind::End(_) => continue,
            };
            leading.1 = &leading.1 * &part;
        }
        leading
    }
}
