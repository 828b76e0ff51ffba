//! A finite game tree: chance, decisions in information sets, payoffs at the ends; checked once, then read only.

use std::collections::BTreeMap;
use std::fmt;

use crate::number::Rational;
use crate::said::{Said, say};

/// Most nodes a tree may have.
pub const MAX_NODES: usize = 100_000;

/// Most players a tree may have.
pub const MAX_PLAYERS: usize = 32;

/// What is paid where a node is reached; amounts along a path add up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Its name; may be empty.
    pub name: String,
    /// One amount per player.
    pub payoffs: Vec<Rational>,
}

/// What happens at a node, as a list in preorder gives it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Move {
    /// Nature moves: name and probability of each branch.
    Chance(Vec<(String, Rational)>),
    /// A player chooses, knowing only the set.
    Decision {
        /// Who, from 0.
        player: usize,
        /// Number of the information set; two nodes of the player with the same number are in the same set.
        set: u64,
        /// The name of the set; may be empty.
        set_name: String,
        /// The names of the actions, in the order of the branches.
        actions: Vec<String>,
    },
    /// The game is over.
    End,
}

/// A node of the list from which a tree is made: after a node come its branches, each with all that follows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// Its name; may be empty.
    pub name: String,
    /// What happens here.
    pub turn: Move,
    /// What is paid for coming here, if anything.
    pub outcome: Option<Outcome>,
}

/// What happens at a node of a checked tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Nature moves.
    Chance {
        /// The names of the branches.
        actions: Vec<String>,
        /// Their probabilities, none negative, together one.
        chances: Vec<Rational>,
    },
    /// The player of the information set chooses; its index in [`Tree::sets`].
    Decision(usize),
    /// The game is over: what each player got on the whole way.
    End(Vec<Rational>),
}

/// A node of a checked tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its name; may be empty.
    pub name: String,
    /// What happens here.
    pub kind: Kind,
    /// The node before and which of its branches leads here; none at the root.
    pub parent: Option<(usize, usize)>,
    /// The nodes behind the branches, in order; empty at an end.
    pub children: Vec<usize>,
    /// What is paid for coming here, as given.
    pub outcome: Option<Outcome>,
}

/// What a player cannot tell apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InformationSet {
    /// Whose.
    pub player: usize,
    /// Its number as given.
    pub number: u64,
    /// Its name; may be empty.
    pub name: String,
    /// The actions open at each of its nodes.
    pub actions: Vec<String>,
    /// Its nodes, in preorder.
    pub nodes: Vec<usize>,
}

/// A checked tree. Node 0 is the root, and a node comes after the one before it, so that a walk backwards through
/// the nodes is a walk from the ends to the root.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    title: String,
    players: Vec<String>,
    nodes: Vec<Node>,
    sets: Vec<InformationSet>,
    forgetful: Vec<(usize, usize)>,
}

/// Why a list of nodes does not make a tree. Nodes are counted from 0 in the list, players from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TreeError {
    /// No player, or more than [`MAX_PLAYERS`]; how many.
    Players(usize),
    /// More than [`MAX_NODES`] nodes; how many.
    TooManyNodes(usize),
    /// The list ends although so many branches still lead nowhere.
    Unfinished(usize),
    /// The node stands in the list after the tree is complete.
    Surplus(usize),
    /// The node has no branches although it is no end.
    NoBranches(usize),
    /// The chance node has a negative probability, on which branch.
    NegativeChance(usize, usize),
    /// The probabilities of the chance node add up to this instead of one.
    Chances(usize, Rational),
    /// The node belongs to a player that does not exist.
    NoSuchPlayer(usize, usize),
    /// The node has other actions than the first node of its information set: which set number.
    Actions(usize, u64),
    /// The outcome at the node has so many amounts; it should have one for each of so many players.
    Payoffs(usize, usize, usize),
}

impl fmt::Display for TreeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TreeError::Players(count) => write!(f, "{count} players; a tree has 1 to {MAX_PLAYERS}"),
            TreeError::TooManyNodes(count) => write!(f, "{count} nodes; at most {MAX_NODES} can be read"),
            TreeError::Unfinished(open) => write!(f, "the list of nodes ends, but {open} branches lead nowhere"),
            TreeError::Surplus(node) => write!(f, "node {}: the tree is complete before it", node + 1),
            TreeError::NoBranches(node) => write!(f, "node {}: no branches, but it is no end", node + 1),
            TreeError::NegativeChance(node, branch) => {
                write!(f, "node {}, branch {}: a probability cannot be negative", node + 1, branch + 1)
            }
            TreeError::Chances(node, sum) => {
                write!(f, "node {}: the probabilities add up to {sum} instead of 1", node + 1)
            }
            TreeError::NoSuchPlayer(node, player) => {
                write!(f, "node {}: there is no player {}", node + 1, player + 1)
            }
            TreeError::Actions(node, set) => {
                write!(f, "node {}: other actions than elsewhere in information set {set}", node + 1)
            }
            TreeError::Payoffs(node, found, wanted) => {
                write!(f, "node {}: {found} payoffs where {wanted} are needed", node + 1)
            }
        }
    }
}

impl std::error::Error for TreeError {}

/// A set at which a player has forgotten what it knew or did before, in the words of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Forgotten {
    /// Its index in [`Tree::sets`].
    pub set: usize,
    /// The name of its player; may be empty.
    pub player: String,
    /// Its name, or its number as given.
    pub place: String,
    /// The name of its first node that is come to by other own steps than the first node of all; may be empty.
    pub node: String,
}

impl Forgotten {
    /// The sentence for the reader.
    pub fn said(&self) -> Said {
        let Forgotten { player, place, node, .. } = self;
        let (en, zh) = match node.is_empty() {
            true => (String::new(), String::new()),
            false => (format!(", node “{node}”,"), format!("（节点“{node}”）")),
        };
        say(
            format!("at information set “{place}”{en} player “{player}” has forgotten what it knew or did before"),
            format!("在信息集“{place}”{zh}，参与者“{player}”忘记了先前所知或所为"),
        )
    }
}

impl fmt::Display for Forgotten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

/// A branch that waits for its node: where it starts, and what was paid before it.
type Waiting = (Option<(usize, usize)>, Vec<Rational>);

impl Tree {
    /// Checks a list of nodes in preorder and links it.
    ///
    /// # Errors
    /// The first fault: see [`TreeError`]. Lack of perfect recall is no fault; see [`Tree::forgetful`].
    pub fn new(title: impl Into<String>, players: Vec<String>, list: Vec<Draft>) -> Result<Tree, TreeError> {
        if players.is_empty() || players.len() > MAX_PLAYERS {
            return Err(TreeError::Players(players.len()));
        }
        if list.len() > MAX_NODES {
            return Err(TreeError::TooManyNodes(list.len()));
        }
        let mut tree =
            Tree { title: title.into(), players, nodes: Vec::new(), sets: Vec::new(), forgetful: Vec::new() };
        let mut numbers: BTreeMap<(usize, u64), usize> = BTreeMap::new();
        // The next branch to fill stands last.
        let mut open: Vec<Waiting> = vec![(None, vec![Rational::zero(); tree.players.len()])];
        for (index, draft) in list.into_iter().enumerate() {
            let (parent, paid) = open.pop().ok_or(TreeError::Surplus(index))?;
            let paid = tree.paid(index, paid, draft.outcome.as_ref())?;
            let (kind, branches) = tree.read(index, draft.turn, &paid, &mut numbers)?;
            if let Some((before, _)) = parent {
                tree.nodes[before].children.push(index);
            }
            open.extend((0..branches).rev().map(|branch| (Some((index, branch)), paid.clone())));
            let children = Vec::with_capacity(branches);
            tree.nodes.push(Node { name: draft.name, kind, parent, children, outcome: draft.outcome });
        }
        if !open.is_empty() {
            return Err(TreeError::Unfinished(open.len()));
        }
        tree.forgetful = tree.without_recall();
        Ok(tree)
    }

    /// What has been paid once the node is reached.
    fn paid(&self, node: usize, before: Vec<Rational>, outcome: Option<&Outcome>) -> Result<Vec<Rational>, TreeError> {
        let Some(outcome) = outcome else { return Ok(before) };
        if outcome.payoffs.len() != self.players.len() {
            return Err(TreeError::Payoffs(node, outcome.payoffs.len(), self.players.len()));
        }
        Ok(before.iter().zip(&outcome.payoffs).map(|(a, b)| a + b).collect())
    }

    /// The checked move and how many branches it has; puts a decision into its information set.
    fn read(
        &mut self,
        node: usize,
        turn: Move,
        paid: &[Rational],
        numbers: &mut BTreeMap<(usize, u64), usize>,
    ) -> Result<(Kind, usize), TreeError> {
        match turn {
            Move::End => Ok((Kind::End(paid.to_vec()), 0)),
            Move::Chance(branches) => {
                let (actions, chances): (Vec<String>, Vec<Rational>) = branches.into_iter().unzip();
                if let Some(branch) = chances.iter().position(Rational::is_negative) {
                    return Err(TreeError::NegativeChance(node, branch));
                }
                let sum: Rational = chances.iter().cloned().sum();
                match (chances.len(), sum == Rational::one()) {
                    (0, _) => Err(TreeError::NoBranches(node)),
                    (_, false) => Err(TreeError::Chances(node, sum)),
                    (count, true) => Ok((Kind::Chance { actions, chances }, count)),
                }
            }
            Move::Decision { player, set, set_name, actions } => {
                if player >= self.players.len() {
                    return Err(TreeError::NoSuchPlayer(node, player));
                }
                if actions.is_empty() {
                    return Err(TreeError::NoBranches(node));
                }
                let next = self.sets.len();
                let index = *numbers.entry((player, set)).or_insert(next);
                let count = actions.len();
                if index == next {
                    self.sets.push(InformationSet { player, number: set, name: set_name, actions, nodes: vec![node] });
                } else if self.sets[index].actions != actions {
                    return Err(TreeError::Actions(node, set));
                } else {
                    self.sets[index].nodes.push(node);
                }
                Ok((Kind::Decision(index), count))
            }
        }
    }

    /// Sets whose player has forgotten an own move, each with the first of its nodes that differs from the first of all
    /// in what the player knew and did before.
    ///
    /// A player's experience is the last own set passed and the action taken there; by induction from the root,
    /// equal last steps everywhere mean equal experiences (Kuhn 1953; Selten 1975, §2).
    fn without_recall(&self) -> Vec<(usize, usize)> {
        let mut last: Vec<Vec<Option<(usize, usize)>>> = Vec::with_capacity(self.nodes.len());
        for node in &self.nodes {
            let mut here = node.parent.and_then(|(before, _)| last.get(before).cloned());
            if let (Some((before, branch)), Some(known)) = (node.parent, &mut here)
                && let Kind::Decision(set) = self.nodes[before].kind
            {
                known[self.sets[set].player] = Some((set, branch));
            }
            last.push(here.unwrap_or_else(|| vec![None; self.players.len()]));
        }
        let differs = |set: &InformationSet| {
            let experience = |node: usize| last[node][set.player];
            set.nodes.iter().copied().find(|&node| experience(node) != experience(set.nodes[0]))
        };
        self.sets.iter().enumerate().filter_map(|(k, set)| Some((k, differs(set)?))).collect()
    }

    /// The name of the game; may be empty.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The names of the players.
    pub fn players(&self) -> &[String] {
        &self.players
    }

    /// All nodes in preorder.
    pub fn nodes(&self) -> &[Node] {
        &self.nodes
    }

    /// All information sets, in the order in which a walk in preorder meets them.
    pub fn sets(&self) -> &[InformationSet] {
        &self.sets
    }

    /// Sets at which the player has forgotten what it knew or did before, by index; empty: perfect recall.
    /// A player who may pass the same set twice on one path is among them.
    pub fn forgetful(&self) -> Vec<usize> {
        self.forgetful.iter().map(|(set, _)| *set).collect()
    }

    /// The first of the [forgetful](Tree::forgetful) sets.
    pub fn forgotten(&self) -> Option<Forgotten> {
        let &(set, node) = self.forgetful.first()?;
        let known = &self.sets[set];
        let place = if known.name.is_empty() { known.number.to_string() } else { known.name.clone() };
        Some(Forgotten { set, player: self.players[known.player].clone(), place, node: self.nodes[node].name.clone() })
    }

    /// Whether everybody always knows all that happened before.
    pub fn is_perfect_information(&self) -> bool {
        self.sets.iter().all(|set| set.nodes.len() == 1)
    }

    /// What to call a set in a sentence: its name, or its player and number.
    pub fn set_label(&self, set: usize) -> String {
        match self.sets.get(set) {
            Some(known) if known.name.is_empty() => format!("{}:{}", self.players[known.player], known.number),
            Some(known) => known.name.clone(),
            None => format!("set {}", set + 1),
        }
    }
}
