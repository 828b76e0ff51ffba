//! The normal form of a tree: every plan of each player against every plan of the other.
//!
//! A plan names an action at each own information set that the plan itself does not rule out (the reduced normal
//! form of Kuhn 1953 and von Stengel 1996): sets ruled out by an own earlier action cannot matter.

use std::collections::BTreeMap;
use std::fmt;

use crate::extensive::play::{Behaviour, last_own};
use crate::extensive::tree::{Forgotten, Kind, Tree};
use crate::normal::{NormalForm as Table, profiles_of};
use crate::number::Rational;
use crate::two::bimatrix::{Bimatrix, GameError, MAX_ACTIONS};

/// What a player does: information set → action.
pub type Plan = BTreeMap<usize, usize>;

/// Why a tree has no normal form that could be solved here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StrategicError {
    /// More than two players move; how many.
    Movers(usize),
    /// The player of this set has forgotten what it knew or did.
    Forgetful(Forgotten),
    /// The plans of two together are more than [`MAX_ACTIONS`], or those of all make more than
    /// [`crate::normal::MAX_PAYOFFS`] payoffs.
    TooManyPlans,
    /// The payoffs do not make a game; cannot happen to a checked tree.
    Game(GameError),
}

impl fmt::Display for StrategicError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StrategicError::Movers(count) => write!(
                f,
                "{count} players move in one subgame, and this concept is solved for two at most: ask for nash, perfect-bayesian \
                 or sequential"
            ),
            StrategicError::Forgetful(forgotten) => forgotten.fmt(f),
            StrategicError::TooManyPlans => {
                write!(f, "too many plans for a table (two players: more than {MAX_ACTIONS} together)")
            }
            StrategicError::Game(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for StrategicError {}

/// A part of a tree that is a game by itself: from `root` down to its ends or to nodes that count as ends.
#[derive(Clone, Debug)]
pub struct Slice<'a> {
    /// The tree.
    pub tree: &'a Tree,
    /// Where the part starts.
    pub root: usize,
    /// Nodes at which it stops, and what each player gets there.
    pub stops: BTreeMap<usize, Vec<Rational>>,
}

/// A part of a tree in normal form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NormalForm {
    /// The two players: the movers, or with them the first who does not move.
    pub players: [usize; 2],
    /// The plans of each; a player who never moves has one empty plan.
    pub plans: [Vec<Plan>; 2],
    /// The game of plans.
    pub game: Bimatrix,
}

/// An end of a slice: how likely nature makes it, what it pays, and what each player did on the way.
struct Ending {
    chance: Rational,
    payoffs: Vec<Rational>,
    moves: Vec<(usize, usize)>,
}

/// The whole tree in normal form.
///
/// # Errors
/// More than two movers, a lack of perfect recall, or too many plans.
pub fn normal_form(tree: &Tree) -> Result<NormalForm, StrategicError> {
    Slice { tree, root: 0, stops: BTreeMap::new() }.normal_form()
}

/// The whole tree as a table of all its players' plans; who never moves has one empty plan.
///
/// # Errors
/// A lack of perfect recall, or too many plans.
pub fn table(tree: &Tree) -> Result<Table, StrategicError> {
    if let Some(forgotten) = tree.forgotten() {
        return Err(StrategicError::Forgetful(forgotten));
    }
    let whole = Slice { tree, root: 0, stops: BTreeMap::new() };
    let (endings, sets) = whole.walk();
    let everybody = 0..tree.players().len();
    let plans = everybody.clone().map(|p| whole.plans(p, &sets)).collect::<Result<Vec<_>, _>>()?;
    let counts: Vec<usize> = plans.iter().map(Vec::len).collect();
    let profiles = profiles_of(&counts).map_err(|_| StrategicError::TooManyPlans)?;
    let mut payoffs = vec![vec![Rational::zero(); profiles]; counts.len()];
    for ending in &endings {
        // The numbers of the profiles that lead there: the first player's plan changes fastest.
        let mut leading = vec![0];
        let mut stride = 1;
        for player in everybody.clone() {
            let fitting = whole.leading(ending, player, &plans[player]);
            leading = fitting.iter().flat_map(|k| leading.iter().map(move |at| at + k * stride)).collect();
            stride *= plans[player].len();
        }
        for (sums, payoff) in payoffs.iter_mut().zip(&ending.payoffs) {
            let part = &ending.chance * payoff;
            leading.iter().for_each(|&at| sums[at] = &sums[at] + &part);
        }
    }
    let actions = plans.iter().map(|list| list.iter().map(|plan| whole.plan_name(plan)).collect()).collect();
    Table::new(tree.title(), tree.players().to_vec(), actions, payoffs).map_err(|_| StrategicError::TooManyPlans)
}

impl Slice<'_> {
    /// This part in normal form. Errors as [`normal_form`].
    pub fn normal_form(&self) -> Result<NormalForm, StrategicError> {
        if let Some(forgotten) = self.tree.forgotten() {
            return Err(StrategicError::Forgetful(forgotten));
        }
        let (endings, sets) = self.walk();
        let players = self.movers(&sets)?;
        let plans = [self.plans(players[0], &sets)?, self.plans(players[1], &sets)?];
        if plans[0].len() + plans[1].len() > MAX_ACTIONS {
            return Err(StrategicError::TooManyPlans);
        }
        let payoffs = self.payoffs(&endings, &players, &plans);
        let names = players.map(|p| self.tree.players().get(p).cloned().unwrap_or_default());
        let actions = [0, 1].map(|k| plans[k].iter().map(|plan| self.plan_name(plan)).collect());
        let game = Bimatrix::new(self.tree.title(), names, actions, payoffs).map_err(StrategicError::Game)?;
        Ok(NormalForm { players, plans, game })
    }

    /// All ends of the part with what leads to them, and the information sets in it, in order.
    fn walk(&self) -> (Vec<Ending>, Vec<usize>) {
        let mut endings = Vec::new();
        let mut sets = Vec::new();
        let mut open = vec![(self.root, Rational::one(), Vec::new())];
        while let Some((index, chance, moves)) = open.pop() {
            let node = &self.tree.nodes()[index];
            if let Some(payoffs) = self.stops.get(&index) {
                endings.push(Ending { chance, payoffs: payoffs.clone(), moves });
                continue;
            }
            match &node.kind {
                Kind::End(payoffs) => endings.push(Ending { chance, payoffs: payoffs.clone(), moves }),
                Kind::Chance { chances, .. } => {
                    let possible = node.children.iter().zip(chances).filter(|(_, p)| !p.is_zero());
                    open.extend(possible.map(|(&child, p)| (child, &chance * p, moves.clone())));
                }
                Kind::Decision(set) => {
                    sets.push(*set);
                    for (action, &child) in node.children.iter().enumerate() {
                        let mut longer = moves.clone();
                        longer.push((*set, action));
                        open.push((child, chance.clone(), longer));
                    }
                }
            }
        }
        sets.sort_unstable();
        sets.dedup();
        (endings, sets)
    }

    /// The two whose plans are set against each other.
    fn movers(&self, sets: &[usize]) -> Result<[usize; 2], StrategicError> {
        let mut movers: Vec<usize> = sets.iter().map(|&s| self.tree.sets()[s].player).collect();
        movers.sort_unstable();
        movers.dedup();
        match movers[..] {
            [] => Ok([0, 1]),
            [0] => Ok([0, 1]),
            [one] => Ok([0, one]),
            [one, two] => Ok([one, two]),
            _ => Err(StrategicError::Movers(movers.len())),
        }
    }

    /// All plans of a player, in the order of its actions.
    fn plans(&self, player: usize, sets: &[usize]) -> Result<Vec<Plan>, StrategicError> {
        let mut plans = vec![Plan::new()];
        for &set in sets.iter().filter(|&&s| self.tree.sets()[s].player == player) {
            let before = last_own(self.tree, set).filter(|(earlier, _)| sets.contains(earlier));
            let mut next = Vec::with_capacity(plans.len());
            for plan in plans {
                if before.is_some_and(|(earlier, action)| plan.get(&earlier) != Some(&action)) {
                    next.push(plan);
                    continue;
                }
                for action in 0..self.tree.sets()[set].actions.len() {
                    let mut longer = plan.clone();
                    longer.insert(set, action);
                    next.push(longer);
                }
            }
            if next.len() > MAX_ACTIONS {
                return Err(StrategicError::TooManyPlans);
            }
            plans = next;
        }
        Ok(plans)
    }

    /// The plans of a player that allow this end.
    fn leading(&self, ending: &Ending, player: usize, plans: &[Plan]) -> Vec<usize> {
        let own = |plan: &Plan| {
            let mut mine = ending.moves.iter().filter(|(set, _)| self.tree.sets()[*set].player == player);
            mine.all(|(set, action)| plan.get(set) == Some(action))
        };
        (0..plans.len()).filter(|&k| own(&plans[k])).collect()
    }

    /// What each pair of plans pays the two players.
    fn payoffs(&self, endings: &[Ending], players: &[usize; 2], plans: &[Vec<Plan>; 2]) -> [Vec<Vec<Rational>>; 2] {
        let (m, n) = (plans[0].len(), plans[1].len());
        let mut sums = [vec![vec![Rational::zero(); n]; m], vec![vec![Rational::zero(); n]; m]];
        for ending in endings {
            let [rows, columns] = [0, 1].map(|side| self.leading(ending, players[side], &plans[side]));
            for (side, sum) in sums.iter_mut().enumerate() {
                let Some(payoff) = ending.payoffs.get(players[side]) else { continue };
                let part = &ending.chance * payoff;
                for &i in &rows {
                    for &j in &columns {
                        sum[i][j] = &sum[i][j] + &part;
                    }
                }
            }
        }
        sums
    }

    /// The actions of a plan in a line.
    fn plan_name(&self, plan: &Plan) -> String {
        let names: Vec<&str> = plan.iter().map(|(&set, &a)| self.tree.sets()[set].actions[a].as_str()).collect();
        if names.is_empty() { "–".into() } else { names.join(", ") }
    }
}

impl NormalForm {
    /// The mix over plans that a behaviour amounts to, for side 0 or 1 (Kuhn 1953): each plan is as likely as its
    /// actions together.
    pub fn mix_of(&self, side: usize, behaviour: &Behaviour) -> Vec<Rational> {
        let part = |set: usize, action: usize| behaviour.get(set).and_then(|mix| mix.get(action)).cloned();
        let likely = |plan: &Plan| {
            let parts = plan.iter().map(|(&set, &action)| part(set, action).unwrap_or_else(Rational::zero));
            parts.fold(Rational::one(), |product, part| &product * &part)
        };
        self.plans.get(side).map_or_else(Vec::new, |plans| plans.iter().map(likely).collect())
    }

    /// The mix at each own set that a mix over plans amounts to; sets that the mix itself never allows are left
    /// out.
    pub fn behaviour_of(&self, side: usize, mix: &[Rational], tree: &Tree) -> BTreeMap<usize, Vec<Rational>> {
        let mut sums: BTreeMap<usize, Vec<Rational>> = BTreeMap::new();
        let plans = self.plans.get(side).map_or(&[][..], Vec::as_slice);
        for (plan, likely) in plans.iter().zip(mix).filter(|(_, p)| !p.is_zero()) {
            for (&set, &action) in plan {
                let count = tree.sets().get(set).map_or(0, |known| known.actions.len());
                let sum = sums.entry(set).or_insert_with(|| vec![Rational::zero(); count]);
                if let Some(part) = sum.get_mut(action) {
                    *part = &*part + likely;
                }
            }
        }
        for parts in sums.values_mut() {
            let total: Rational = parts.iter().cloned().sum();
            *parts = parts.iter().map(|p| p.over(&total).unwrap_or_else(Rational::zero)).collect();
        }
        sums
    }
}
