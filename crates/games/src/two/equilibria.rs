//! All equilibria of a two-player game: complementary corners, and the flat pieces they span.

use std::collections::{BTreeMap, BTreeSet};

use crate::number::Rational;
use crate::two::bimatrix::{Bimatrix, Player, Profile};
use crate::two::certificate::{Certificate, verify};
use crate::two::polytope::{Corner, Corners, corners};

/// Bases that [`solve`] visits per player before it gives up: random games up to 16×16 stay below (some 90,000),
/// as does a 17×17 game of pure coordination (131,071); a random 18×18 game does not.
pub const BUDGET: usize = 200_000;

/// Pieces kept per component before the grouping gives up.
pub const MAX_PIECES: usize = 10_000;

/// An extreme equilibrium: no mixture of others with the same mix of either player.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Equilibrium {
    /// What is played.
    pub profile: Profile,
    /// Why it is an equilibrium.
    pub certificate: Certificate,
    /// Which of [`Answer::mixes`] the two mixes are.
    pub mixes: [usize; 2],
}

/// A maximal product of mixes: every mixture of the row mixes against every mixture of the column mixes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Piece {
    /// The extreme mixes of each player, as indices into [`Answer::mixes`].
    pub corners: [Vec<usize>; 2],
}

/// Equilibria that hang together: a union of pieces that touch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Component {
    /// Its pieces; one piece of one mix each is an isolated equilibrium.
    pub pieces: Vec<Piece>,
}

impl Component {
    /// Whether it is a single equilibrium rather than a continuum.
    pub fn is_isolated(&self) -> bool {
        self.pieces.iter().all(|piece| piece.corners.iter().all(|c| c.len() == 1)) && self.pieces.len() == 1
    }
}

/// How much of the set of equilibria an answer holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// All of it: every corner of both polytopes was visited and every complementary pair kept.
    Complete,
    /// What is listed is right, but the walk stopped after so many bases.
    OutOfBudget(usize),
    /// All extreme equilibria, but a component has more than [`MAX_PIECES`] pieces; the rest is not grouped.
    PiecesOutOfBudget,
}

impl std::fmt::Display for Coverage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Coverage::Complete => {
                f.write_str("complete: every corner of both best-reply polytopes was visited, in exact arithmetic")
            }
            Coverage::OutOfBudget(bases) => write!(
                f,
                "not complete: the walk stopped after {bases} bases of a polytope; what is listed is right, but there \
                 may be more equilibria (games up to about 16×16 are solved completely)"
            ),
            Coverage::PiecesOutOfBudget => write!(
                f,
                "all extreme equilibria, but a continuum has more than {MAX_PIECES} flat pieces; not all are listed"
            ),
        }
    }
}

/// Everything [`solve`] knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// All extreme equilibria, in the order of their mixes: likely first rows first.
    pub equilibria: Vec<Equilibrium>,
    /// The distinct mixes in them, per player.
    pub mixes: [Vec<Vec<Rational>>; 2],
    /// How they hang together.
    pub components: Vec<Component>,
    /// Whether that is all.
    pub coverage: Coverage,
    /// Whether some mix has more best replies than actions in use. If none has, equilibria are isolated and
    /// their number is odd (Lemke & Howson 1964).
    pub degenerate: bool,
    /// Corners visited of the polytope of each player's mixes.
    pub corners: [usize; 2],
}

impl Answer {
    /// Whether nothing is missing.
    pub fn is_complete(&self) -> bool {
        self.coverage == Coverage::Complete
    }
}

/// All extreme equilibria of the game, grouped into components. Visits at most [`BUDGET`] bases per player.
pub fn solve(game: &Bimatrix) -> Answer {
    solve_within(game, BUDGET)
}

/// As [`solve`], with a budget of bases per player.
pub fn solve_within(game: &Bimatrix, budget: usize) -> Answer {
    let [rows, columns] = Player::BOTH.map(|player| corners(game, player, budget));
    let pairs = complementary(game, &rows, &columns);
    let degenerate = rows.list.iter().any(|c| c.labels.count_ones() as usize > game.rows())
        || columns.list.iter().any(|c| c.labels.count_ones() as usize > game.columns());
    let (mixes, pairs) = numbered(&rows.list, &columns.list, &pairs);
    let (components, grouped) = components(&pairs);
    let coverage = match (rows.complete && columns.complete, grouped) {
        (false, _) => Coverage::OutOfBudget(budget),
        (true, false) => Coverage::PiecesOutOfBudget,
        (true, true) => Coverage::Complete,
    };
    let certified = |&(x, y): &(usize, usize)| {
        let profile = Profile { mixes: [mixes[0][x].clone(), mixes[1][y].clone()] };
        // The check knows nothing of polytopes: what it refused would be a fault here, and is never shown.
        let certificate = verify(game, &profile).ok()?;
        Some(Equilibrium { profile, certificate, mixes: [x, y] })
    };
    let equilibria = pairs.iter().filter_map(certified).collect();
    let corners = [rows.list.len(), columns.list.len()];
    Answer { equilibria, mixes, components, coverage, degenerate, corners }
}

/// Pairs of corners that carry every label between them, as positions in the two lists.
fn complementary(game: &Bimatrix, rows: &Corners, columns: &Corners) -> Vec<(usize, usize)> {
    let all = u128::MAX >> (128 - game.rows() - game.columns());
    let heavy: Vec<usize> =
        (0..columns.list.len()).filter(|&c| columns.list[c].labels.count_ones() as usize > game.columns()).collect();
    let mut pairs = Vec::new();
    for (r, row) in rows.list.iter().enumerate() {
        let wanted = all & !row.labels;
        let fits = |c: usize| wanted & !columns.list[c].labels == 0;
        if row.labels.count_ones() as usize > game.rows() {
            pairs.extend((0..columns.list.len()).filter(|&c| fits(c)).map(|c| (r, c)));
        } else {
            // A corner with no label to spare is the one with exactly the labels wanted.
            let exact = columns.list.binary_search_by_key(&wanted, |c| c.labels).ok();
            pairs.extend(exact.into_iter().chain(heavy.iter().copied().filter(|&c| fits(c))).map(|c| (r, c)));
        }
    }
    pairs
}

type Mixes = [Vec<Vec<Rational>>; 2];

/// The mixes in use, likely first actions first, and the pairs in their numbering, in order.
fn numbered(rows: &[Corner], columns: &[Corner], pairs: &[(usize, usize)]) -> (Mixes, Vec<(usize, usize)>) {
    let order = |list: &[Corner], used: BTreeSet<usize>| {
        let mut mixes: Vec<(Vec<Rational>, usize)> = used.into_iter().map(|k| (list[k].mix(), k)).collect();
        mixes.sort_by(|a, b| b.cmp(a));
        let place: BTreeMap<usize, usize> = mixes.iter().enumerate().map(|(new, (_, old))| (*old, new)).collect();
        (mixes.into_iter().map(|(mix, _)| mix).collect::<Vec<_>>(), place)
    };
    let (row_mixes, row_place) = order(rows, pairs.iter().map(|p| p.0).collect());
    let (column_mixes, column_place) = order(columns, pairs.iter().map(|p| p.1).collect());
    let mut renamed: Vec<_> = pairs.iter().map(|(r, c)| (row_place[r], column_place[c])).collect();
    renamed.sort_unstable();
    ([row_mixes, column_mixes], renamed)
}

/// Connected groups of pairs, each as its maximal products; and whether all products are there.
///
/// Two extreme equilibria that share a mix span a segment of equilibria; maximal products of mixes that all go
/// together are the maximal Nash subsets (Millham 1974; Winkels 1979), and those that touch form a component.
fn components(pairs: &[(usize, usize)]) -> (Vec<Component>, bool) {
    let mut partners: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    let mut turned: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for &(x, y) in pairs {
        partners.entry(x).or_default().insert(y);
        turned.entry(y).or_default().insert(x);
    }
    let mut waiting: BTreeSet<usize> = partners.keys().copied().collect();
    let mut groups: Vec<Vec<usize>> = Vec::new();
    while let Some(first) = waiting.pop_first() {
        let mut group = vec![first];
        let mut next = 0;
        while let Some(x) = group.get(next) {
            next += 1;
            let near = partners[x].iter().flat_map(|y| &turned[y]).copied().filter(|&x| waiting.remove(&x));
            let near: Vec<usize> = near.collect();
            group.extend(near);
        }
        groups.push(group);
    }
    let mut complete = true;
    let mut found: Vec<Component> = groups
        .into_iter()
        .map(|xs| {
            let (pieces, all) = maximal_products(&xs, &partners);
            complete &= all;
            Component { pieces }
        })
        .collect();
    found.sort_by(|a, b| a.pieces.cmp(&b.pieces));
    (found, complete)
}

/// All maximal products among row mixes `xs`: each intersection of sets of partners is the column side of one.
fn maximal_products(xs: &[usize], partners: &BTreeMap<usize, BTreeSet<usize>>) -> (Vec<Piece>, bool) {
    let mut sides: BTreeSet<Vec<usize>> = BTreeSet::new();
    for x in xs {
        let mine = &partners[x];
        let shared = |side: &Vec<usize>| side.iter().copied().filter(|y| mine.contains(y)).collect::<Vec<_>>();
        let fresh: Vec<Vec<usize>> = sides.iter().map(shared).filter(|side| !side.is_empty()).collect();
        sides.extend(fresh);
        sides.insert(mine.iter().copied().collect());
        if sides.len() > MAX_PIECES {
            break;
        }
    }
    let complete = sides.len() <= MAX_PIECES;
    let piece = |side: Vec<usize>| {
        let mut with_all: Vec<usize> =
            xs.iter().copied().filter(|x| side.iter().all(|y| partners[x].contains(y))).collect();
        with_all.sort_unstable();
        Piece { corners: [with_all, side] }
    };
    let mut pieces: Vec<Piece> = sides.into_iter().map(piece).collect();
    pieces.sort();
    (pieces, complete)
}
