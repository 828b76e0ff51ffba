//! What must hold once it is guessed which actions are in use and which nodes are believed in.

use num_traits::ToPrimitive;

use crate::extensive::assessment::Assessment;
use crate::extensive::between::{Link, Roads, Way};
use crate::extensive::consistency::Basis;
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
    /// For each node, whether an action not in use is on the way there.
    strays: Vec<bool>,
    /// How each set is come to.
    roads: &'a [Roads],
    /// The unknown probability of each action: none where it is 0 or 1.
    mixes: Vec<Vec<Option<usize>>>,
    unknowns: usize,
    /// What each player gets from each node on, its own later mixes replaced by one action in use.
    worth: Vec<Vec<Polynomial>>,
}

/// A frame with the nodes believed in at sets that the others' play does not lead to.
pub(crate) struct Guess<'a> {
    pub frame: &'a Frame<'a>,
    /// Positions within each set of the nodes believed in; none where that has not been guessed.
    believed: Vec<Vec<usize>>,
    /// The unknown belief in each node of each set: none where it is 0 or 1 or follows from mixes and other beliefs.
    beliefs: Vec<Vec<Option<usize>>>,
    /// Whether the belief at each set follows from that at the last own set before it.
    follows: Vec<bool>,
    pub unknowns: usize,
}

fn one() -> Polynomial {
    Polynomial::constant(Rational::one())
}

impl<'a> Frame<'a> {
    pub fn new(tree: &'a Tree, roads: &'a [Roads], support: &'a Support) -> Frame<'a> {
        let mut strays: Vec<bool> = Vec::with_capacity(tree.nodes().len());
        for node in tree.nodes() {
            strays.push(node.parent.is_some_and(|(before, branch)| {
                strays[before]
                    || matches!(tree.nodes()[before].kind, Kind::Decision(s) if !support[s].contains(&branch))
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
        let mut frame = Frame { tree, support, strays, roads, mixes, unknowns, worth: Vec::new() };
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
        self.tree.sets()[set].nodes.iter().any(|&node| !self.strays[node])
    }

    /// The nodes of the set, by their places, that nature and the others' actions in use lead to from the last node
    /// before all of them.
    fn met(&self, set: usize) -> Vec<usize> {
        let ways = &self.roads[set].root;
        (0..ways.len()).filter(|&k| self.is_open(&ways[k])).collect()
    }

    /// Whether neither nature nor the others' actions in use lead to the set and it has more than one node, so that
    /// there is something to believe.
    pub fn is_dark(&self, set: usize) -> bool {
        self.tree.sets()[set].nodes.len() > 1 && self.met(set).is_empty()
    }

    /// Adds the nodes believed in at some dark sets, in order; `None` where play leads from nodes believed in at an
    /// own set before to others.
    pub fn believing(&'a self, dark: &[usize], choice: &[Vec<usize>]) -> Option<Guess<'a>> {
        let alone = |set: usize| if self.tree.sets()[set].nodes.len() == 1 { vec![0] } else { self.met(set) };
        let nothing = self.tree.sets().iter().map(|set| vec![None; set.nodes.len()]);
        let mut guess = Guess {
            frame: self,
            believed: (0..self.support.len()).map(alone).collect(),
            beliefs: nothing.collect(),
            follows: vec![false; self.support.len()],
            unknowns: self.unknowns,
        };
        for (&set, places) in dark.iter().zip(choice) {
            let led = guess.led(set);
            if !led.is_empty() && led != *places {
                return None;
            }
            guess.follows[set] = !led.is_empty();
            for &place in places.iter().filter(|_| places.len() > 1 && led.is_empty()) {
                guess.beliefs[set][place] = Some(guess.unknowns);
                guess.unknowns += 1;
            }
            guess.believed[set].clone_from(places);
        }
        Some(guess)
    }

    /// How likely the way is as far as nature and actions in use go.
    fn along(&self, way: &Way) -> Polynomial {
        way.steps.iter().fold(one(), |product, &(node, branch)| match &self.tree.nodes()[node].kind {
            Kind::Chance { chances, .. } => product.scaled(&chances[branch]),
            Kind::Decision(set) => product.times(&self.mix(*set, branch)),
            Kind::End(_) => product,
        })
    }

    /// Whether all actions on the way are in use.
    fn is_open(&self, way: &Way) -> bool {
        way.steps.iter().all(|&(node, branch)| {
            !matches!(self.tree.nodes()[node].kind, Kind::Decision(set) if !self.support[set].contains(&branch))
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

    /// The places within a set that the last own set before it leads to by its belief and the others' actions in use.
    fn led(&self, set: usize) -> Vec<usize> {
        let Some((from, ways)) = &self.frame.roads[set].own else { return Vec::new() };
        let leads = |way: &Way| self.believed[*from].contains(&way.start) && self.frame.is_open(way);
        (0..ways.len()).filter(|&k| leads(&ways[k])).collect()
    }

    /// The belief in a node believed in, up to a factor that is the same at all nodes of the set.
    ///
    /// Where the others' play leads from the root, or from the last own set before, that settles it. Whether from an
    /// own set further back makes no difference: what leads on from there passes the last one.
    fn belief(&self, set: usize, place: usize) -> Polynomial {
        let roads = &self.frame.roads[set];
        match (&roads.own, self.beliefs[set][place]) {
            (_, Some(unknown)) => Polynomial::unknown(unknown),
            (Some((from, ways)), None) if self.follows[set] => {
                self.belief(*from, ways[place].start).times(&self.frame.along(&ways[place]))
            }
            _ if self.frame.met(set).contains(&place) => self.frame.along(&roads.root[place]),
            _ => one(),
        }
    }

    /// Every action in use at the set pays the same, and no other pays more.
    pub fn best(&self, set: usize, system: &mut System) {
        let (tree, known) = (self.frame.tree, &self.frame.tree.sets()[set]);
        let weigh = |&place: &usize| (known.nodes[place], self.belief(set, place));
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

    /// Adds that the belief at a set follows by Bayes' rule from that at another player's set before it, where that
    /// leads there; false where other nodes are believed in.
    pub fn follows(&self, link: &Link, system: &mut System) -> bool {
        let Link { from, set, ways } = link;
        let (from, set) = (*from, *set);
        let likely = |way: &Way| {
            let leads = self.believed[from].contains(&way.start) && self.frame.is_open(way);
            leads.then(|| self.belief(from, way.start).times(&self.frame.along(way)))
        };
        let after: Vec<Option<Polynomial>> = ways.iter().map(likely).collect();
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
        // Where the others' play leads, beliefs are the likelihoods: such ratios hold already.
        let open = |set: usize| self.frame.met(set).is_empty();
        for relation in basis.relations() {
            let (mut left, mut right) = (one(), one());
            for factor in relation.factors.iter().filter(|f| open(f.set)) {
                let known = |place: usize| self.frame.along(&self.frame.roads[factor.set].root[place]);
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
        let count = self.frame.tree.sets()[set].nodes.len();
        let weights: Vec<Option<(usize, Rational)>> = (0..count)
            .map(|place| self.believed[set].contains(&place).then(|| self.leading(set, place, corner, inner)))
            .collect();
        let least = weights.iter().flatten().map(|w| w.0).min();
        let part = |w: &Option<(usize, Rational)>| match w {
            Some((order, value)) if Some(*order) == least => value.clone(),
            _ => Rational::zero(),
        };
        let parts: Vec<Rational> = weights.iter().map(part).collect();
        let total: Rational = parts.iter().cloned().sum();
        parts.iter().map(|p| p.over(&total).unwrap_or_else(Rational::zero)).collect()
    }

    /// The belief in a node near a corner, a small step ε inside, up to a factor that is the same at all nodes of the
    /// set: (power of ε, coefficient).
    fn leading(&self, set: usize, place: usize, corner: &[Rational], inner: &[Rational]) -> (usize, Rational) {
        let near = |k: usize| {
            if corner[k].is_zero() { (1, inner[k].clone()) } else { (0, corner[k].clone()) }
        };
        let roads = &self.frame.roads[set];
        let (start, way) = match (&roads.own, self.beliefs[set][place]) {
            (_, Some(unknown)) => return near(unknown),
            (Some((from, ways)), None) if self.follows[set] => {
                (self.leading(*from, ways[place].start, corner, inner), &ways[place])
            }
            _ => ((0, Rational::one()), &roads.root[place]),
        };
        way.steps.iter().fold(start, |(order, value), &(node, branch)| {
            let (more, part) = match &self.frame.tree.nodes()[node].kind {
                Kind::Chance { chances, .. } => (0, chances[branch].clone()),
                Kind::Decision(s) => self.frame.mixes[*s][branch].map_or_else(|| (0, Rational::one()), near),
                Kind::End(_) => (0, Rational::one()),
            };
            (order + more, &value * &part)
        })
    }
}
