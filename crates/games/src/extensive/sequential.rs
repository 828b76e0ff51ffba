//! Sequential and perfect Bayesian equilibria of a tree, pure and mixed, with beliefs on and off the path.
//!
//! How. Choose which actions are in use at each set and which nodes are believed in at each set that nature and the
//! others' actions in use then do not lead to, whatever its own player did; elsewhere the belief follows by Bayes'
//! rule, as it does where they lead on from such a set to a later one of the same player. For a sequential equilibrium this choice must admit orders of trembles (see [`crate::extensive::consistency`]).
//! What remains are conditions on positive unknowns – the probabilities of mixed actions and the beliefs off the
//! path: every action in use pays the same and no other pays more, and beliefs meet the relations that no
//! mistakes can change. In each player's conditions its own mixes drop out: past ones by perfect recall, later ones
//! because at a later set every action in use pays the same by the belief there, which follows from the earlier one
//! ([`crate::extensive::assessment`], condition 2). So the conditions are linear wherever, on each path,
//! at most one thing is unknown to each player – in every signalling game, and whenever off-path replies are pure.
//! They are solved exactly by elimination and corners; supports with other conditions are counted as open.
//!
//! Each family of solutions is given by its corners. The set of sequential equilibria is closed (Kreps & Wilson
//! 1982), so that a corner at which a mix or belief vanishes is one too, with the beliefs that are
//! the limits from inside the family. Each corner is checked again, from the tree alone.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::extensive::assessment::{Assessment, Certificate, verify};
use crate::extensive::between::{Link, Roads, links, roads};
use crate::extensive::consistency::{Consistency, decide, has_idle_chance};
use crate::extensive::guess::{Frame, Guess};
use crate::extensive::support::{Support, Supports};
use crate::extensive::system::{Solution, System};
use crate::extensive::tree::{Forgotten, Tree};
use crate::number::Rational;

/// Steps of the walk through supports before [`solve`] gives up.
pub const BUDGET: usize = 100_000;

/// Most choices of believed nodes tried for one choice of supports.
pub const MAX_BELIEFS: usize = 4_096;

/// Which equilibria are sought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notion {
    /// Perfect Bayesian equilibria as defined in [`crate::extensive::assessment`].
    PerfectBayesian,
    /// Sequential equilibria: those whose beliefs are consistent.
    Sequential,
}

/// An equilibrium that is a corner of a family.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// What everybody does and believes.
    pub assessment: Assessment,
    /// What every action pays where it can be taken.
    pub certificate: Certificate,
    /// Whether the beliefs come from ever smaller mistakes, and of which orders.
    pub consistency: Consistency,
}

/// How much of the set of equilibria an answer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage {
    /// Choices of supports and beliefs examined.
    pub examined: usize,
    /// Of these, left open: conditions that are not linear, or too many.
    pub open: usize,
    /// Whether the walk through supports came to its end.
    pub ended: bool,
}

impl Coverage {
    /// Whether nothing is missing.
    pub fn is_complete(&self) -> bool {
        self.ended && self.open == 0
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Coverage { examined, open, ended } = self;
        match (ended, open) {
            (true, 0) => {
                write!(
                    f,
                    "complete: every choice of actions in use that could hold an equilibrium ({examined}) was solved exactly"
                )
            }
            (true, _) => write!(
                f,
                "not complete: of {examined} choices of actions in use {open} lead to conditions that are not linear and were \
                 left open; all others were solved exactly"
            ),
            (false, _) => write!(
                f,
                "not complete: the search stopped at its budget after {examined} choices of actions in use, {open} of them \
                 left open; what is listed is right"
            ),
        }
    }
}

/// The equilibria found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The corners of all families, each once.
    pub equilibria: Vec<Found>,
    /// Families as indices into the corners: with the same supports, every mixture of the corners' mixes and
    /// of the beliefs that condition 2 of [`crate::extensive::assessment`] leaves open is an equilibrium (the other
    /// beliefs follow by Bayes' rule). None is part of another.
    pub families: Vec<Vec<usize>>,
    /// Whether that is all.
    pub coverage: Coverage,
}

/// Why a tree is not searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The player of this set has forgotten what it knew or did.
    Forgetful(Forgotten),
    /// A move of nature has probability zero: what would be believed after it is not defined.
    IdleChance,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Refusal::Forgetful(forgotten) => forgotten.fmt(f),
            Refusal::IdleChance => f.write_str("a move of nature has probability 0; leave it out"),
        }
    }
}

impl std::error::Error for Refusal {}

/// All equilibria of the wanted kind, as far as [`Answer::coverage`] says.
///
/// # Errors
/// A lack of perfect recall, or a move of nature with probability zero.
pub fn solve(tree: &Tree, notion: Notion) -> Result<Answer, Refusal> {
    solve_within(tree, notion, BUDGET)
}

/// As [`solve`], with a budget of steps through the supports.
///
/// # Errors
/// As [`solve`].
pub fn solve_within(tree: &Tree, notion: Notion, budget: usize) -> Result<Answer, Refusal> {
    if let Some(forgotten) = tree.forgotten() {
        return Err(Refusal::Forgetful(forgotten));
    }
    if has_idle_chance(tree) {
        return Err(Refusal::IdleChance);
    }
    let roads = roads(tree);
    let mut search = Search {
        tree,
        notion,
        roads: &roads,
        links: links(tree),
        found: BTreeMap::new(),
        families: BTreeSet::new(),
        examined: 0,
        open: 0,
    };
    let ended = Supports::new(tree, budget).walk(&mut |support| search.examine(support));
    Ok(search.answer(ended))
}

struct Search<'a> {
    tree: &'a Tree,
    notion: Notion,
    /// How each set is come to.
    roads: &'a [Roads],
    links: Vec<Link>,
    found: BTreeMap<Assessment, (Certificate, Consistency)>,
    families: BTreeSet<BTreeSet<Assessment>>,
    examined: usize,
    open: usize,
}

impl Search<'_> {
    /// Solves one choice of supports with every choice of believed nodes.
    fn examine(&mut self, support: &Support) {
        self.examined += 1;
        let frame = Frame::new(self.tree, self.roads, support);
        let (dark, lit): (Vec<usize>, Vec<usize>) = (0..support.len()).partition(|&set| frame.is_dark(set));
        let Some(base) = frame.believing(&[], &[]) else { return };
        let mut start = base.mixing();
        lit.iter().for_each(|&set| base.best(set, &mut start));
        if start.solve() == Solution::Empty {
            return;
        }
        let Some(choices) = self.choices(&frame, &dark, &start) else {
            self.open += 1;
            return;
        };
        let mut open = false;
        for choice in choices {
            let Some(guess) = frame.believing(&dark, &choice) else { continue };
            let mut system = guess.mixing();
            (0..support.len()).for_each(|set| guess.best(set, &mut system));
            let solution = match self.lawful(&guess, &dark, &mut system) {
                Some(true) => system.solve(),
                Some(false) => Solution::Empty,
                None => Solution::Open(Vec::new()),
            };
            match solution {
                Solution::Empty => {}
                Solution::Open(candidates) => {
                    // Some may be equilibria all the same; the tree decides.
                    for point in &candidates {
                        self.keep(&guess, std::slice::from_ref(point));
                    }
                    open = true;
                }
                Solution::Corners(corners) => open |= !self.keep(&guess, &corners),
            }
        }
        self.open += usize::from(open);
    }

    /// Which nodes may be believed in at the dark sets: each set's choices, one by one, must leave a solution, and
    /// what is believed at a player's earlier set goes on to its later ones. `None` where there are too many.
    fn choices(&self, frame: &Frame, dark: &[usize], start: &System) -> Option<Vec<Vec<Vec<usize>>>> {
        let mut all: Vec<Vec<Vec<usize>>> = vec![Vec::new()];
        for (place, &set) in dark.iter().enumerate() {
            let count = self.tree.sets()[set].nodes.len();
            if count > 10 {
                return None;
            }
            let chosen = |mask: u32| (0..count).filter(|k| mask >> k & 1 == 1).collect::<Vec<_>>();
            let possible = |believed: &Vec<usize>| {
                let Some(guess) = frame.believing(&[set], std::slice::from_ref(believed)) else { return false };
                let mut system = guess.mixing();
                system.equal.extend(start.equal.iter().cloned());
                system.least.extend(start.least.iter().cloned());
                guess.best(set, &mut system);
                system.solve() != Solution::Empty
            };
            let here: Vec<Vec<usize>> = (1_u32..1 << count).map(chosen).filter(possible).collect();
            let longer = |before: &Vec<Vec<usize>>, now: &Vec<usize>| before.iter().chain([now]).cloned().collect();
            let stands = |choice: &Vec<Vec<usize>>| frame.believing(&dark[..=place], choice).is_some();
            all =
                all.iter().flat_map(|before| here.iter().map(move |now| longer(before, now))).filter(stands).collect();
            if all.len() > MAX_BELIEFS {
                return None;
            }
        }
        Some(all)
    }

    /// Adds what the notion asks of beliefs off the path: `Some(false)` where the choice of believed nodes is
    /// against it, `None` where a condition has too high a power to be written down.
    fn lawful(&self, guess: &Guess, dark: &[usize], system: &mut System) -> Option<bool> {
        if dark.is_empty() {
            return Some(true);
        }
        if self.notion == Notion::Sequential {
            return guess.consistent(system);
        }
        // From a set that is reached nothing new follows: what its belief and the behaviour lead to, nature and the
        // others' actions lead to from the root.
        let mut unreached = self.links.iter().filter(|link| !guess.frame.is_reached(link.from));
        Some(unreached.all(|link| guess.follows(link, system)))
    }

    /// Keeps the corners of a family once the tree itself confirms them; whether it does.
    fn keep(&mut self, guess: &Guess, corners: &[Vec<Rational>]) -> bool {
        let count = Rational::from(corners.len() as i64);
        let inner: Vec<Rational> = (0..guess.unknowns)
            .map(|k| corners.iter().map(|c| c[k].clone()).sum::<Rational>().over(&count).unwrap_or_else(Rational::zero))
            .collect();
        let mut family = BTreeSet::new();
        for corner in corners {
            let assessment = guess.assessment(corner, &inner);
            if !self.found.contains_key(&assessment) {
                let consistency = decide(self.tree, &assessment);
                let wanted =
                    self.notion == Notion::PerfectBayesian || matches!(consistency, Consistency::Consistent(_));
                // The checks know nothing of the search: what they refused would be a fault here, never shown.
                match (verify(self.tree, &assessment), wanted) {
                    (Ok(certificate), true) => self.found.insert(assessment.clone(), (certificate, consistency)),
                    _ => return false,
                };
            }
            family.insert(assessment);
        }
        self.families.insert(family);
        true
    }

    /// Everything found, families that are part of others left out.
    fn answer(self, ended: bool) -> Answer {
        let place: BTreeMap<&Assessment, usize> = self.found.keys().enumerate().map(|(k, a)| (a, k)).collect();
        let families: Vec<BTreeSet<usize>> =
            self.families.iter().map(|family| family.iter().filter_map(|a| place.get(a).copied()).collect()).collect();
        let part = |small: &BTreeSet<usize>| families.iter().any(|f| f.len() > small.len() && small.is_subset(f));
        let mut families: Vec<Vec<usize>> =
            families.iter().filter(|f| !part(f)).map(|f| f.iter().copied().collect()).collect();
        families.sort();
        let found = |(assessment, (certificate, consistency))| Found { assessment, certificate, consistency };
        let coverage = Coverage { examined: self.examined, open: self.open, ended };
        Answer { equilibria: self.found.into_iter().map(found).collect(), families, coverage }
    }
}
