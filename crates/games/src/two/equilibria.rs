//! All equilibria of a two-player game: complementary corners, and the flat pieces they span.

use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use crate::number::Rational;
use crate::two::bimatrix::{Bimatrix, Player, Profile};
use crate::two::certificate::{Certificate, verify};
use crate::two::path;
use crate::two::polytope::{Corners, corners};
use crate::two::pure;

/// Bases that [`solve`] visits per player before it gives up: random games up to 16×16 stay below (some 90,000);
/// a random 18×18 game does not. In larger games [`crate::two::polytope::WORK`] ends sooner.
pub const BUDGET: usize = 200_000;

/// Most equilibria an answer lists. There are never as many pure ones: 64² at most.
pub const MAX_LISTED: usize = 10_000;

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
    /// What is listed is right, but the walk over corners stopped early. All pure equilibria are listed.
    OutOfBudget {
        /// Bases visited of the polytope that was not finished; of the larger part where neither was.
        bases: usize,
        /// Lemke–Howson paths followed to their end, which is listed; at most one per action.
        paths: usize,
        /// Whether more than [`MAX_LISTED`] were found, so that some found are not listed.
        capped: bool,
    },
    /// Every corner was visited, but there are more than [`MAX_LISTED`] extreme equilibria: the pure ones and
    /// then those with the fewest actions in use are listed.
    TooMany,
    /// All extreme equilibria, but a component has more than [`MAX_PIECES`] pieces; the rest is not grouped.
    PiecesOutOfBudget,
}

impl std::fmt::Display for Coverage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Coverage::Complete => {
                f.write_str("complete: every corner of both best-reply polytopes was visited, in exact arithmetic")
            }
            Coverage::OutOfBudget { bases, paths, capped } => {
                write!(
                    f,
                    "not complete: the walk stopped after {bases} bases of a polytope; all pure equilibria and those on \
                     {paths} Lemke–Howson paths are listed, and what is listed is right, but there may be more \
                     equilibria (games up to about 16×16 are solved completely)"
                )?;
                if *capped {
                    write!(f, "; of more than {MAX_LISTED} found, those with the fewest actions in use are listed")?;
                }
                Ok(())
            }
            Coverage::TooMany => write!(
                f,
                "not complete: every corner of both best-reply polytopes was visited, but of more than {MAX_LISTED} \
                 extreme equilibria only the {MAX_LISTED} with the fewest actions in use are listed"
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
    /// The extreme equilibria, at most [`MAX_LISTED`], in the order of their mixes: likely first rows first.
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
    let mut degenerate = [(&rows, game.rows()), (&columns, game.columns())]
        .iter()
        .any(|(side, own)| side.list.iter().any(|c| c.labels.count_ones() as usize > *own));
    let unfinished = [&rows, &columns].into_iter().filter(|side| !side.complete).map(|side| side.bases).max();
    let mut listed = Listed::default();
    let mut paths = 0;
    if unfinished.is_some() {
        pure::equilibria(game).into_iter().for_each(|(i, j)| listed.add(game, Profile::pure(game, i, j)));
        let found = path::ends(game, path::WORK);
        paths = found.followed;
        for [row, column] in &found.ends {
            degenerate |=
                (row.labels.count_ones() + column.labels.count_ones()) as usize > game.rows() + game.columns();
            listed.add(game, Profile { mixes: [row.mix(), column.mix()] });
        }
    }
    for (r, c) in pairs {
        listed.add(game, Profile { mixes: [rows.list[r].mix(), columns.list[c].mix()] });
    }
    let capped = listed.capped;
    let (equilibria, mixes) = listed.numbered();
    let (components, grouped) = components(&equilibria.iter().map(|e| (e.mixes[0], e.mixes[1])).collect::<Vec<_>>());
    let coverage = match (unfinished, capped, grouped) {
        (Some(bases), _, _) => Coverage::OutOfBudget { bases, paths, capped },
        (None, true, _) => Coverage::TooMany,
        (None, false, false) => Coverage::PiecesOutOfBudget,
        (None, false, true) => Coverage::Complete,
    };
    let corners = [rows.list.len(), columns.list.len()];
    Answer { equilibria, mixes, components, coverage, degenerate, corners }
}

/// Pairs of corners that carry every label between them, as positions in the two lists: those with the fewest
/// actions in use first. More than [`MAX_LISTED`] are not kept, but for one that tells that there are more.
fn complementary(game: &Bimatrix, rows: &Corners, columns: &Corners) -> Vec<(usize, usize)> {
    let (m, n) = (game.rows(), game.columns());
    let all = u128::MAX >> (128 - m - n);
    let own = all >> n;
    let heavy: Vec<usize> =
        (0..columns.list.len()).filter(|&c| columns.list[c].labels.count_ones() as usize > n).collect();
    let mut pairs = BinaryHeap::new();
    let mut keep = |r: usize, c: usize| {
        let unused = (rows.list[r].labels & own).count_ones() + (columns.list[c].labels & !own).count_ones();
        pairs.push((m + n - unused as usize, r, c));
        if pairs.len() > MAX_LISTED + 1 {
            pairs.pop();
        }
    };
    for (r, row) in rows.list.iter().enumerate() {
        let wanted = all & !row.labels;
        let fits = |c: usize| wanted & !columns.list[c].labels == 0;
        if row.labels.count_ones() as usize > m {
            (0..columns.list.len()).filter(|&c| fits(c)).for_each(|c| keep(r, c));
        } else {
            // A corner with no label to spare is the one with exactly the labels wanted.
            let exact = columns.list.binary_search_by_key(&wanted, |c| c.labels).ok();
            exact.into_iter().chain(heavy.iter().copied().filter(|&c| fits(c))).for_each(|c| keep(r, c));
        }
    }
    pairs.into_sorted_vec().into_iter().map(|(_, r, c)| (r, c)).collect()
}

type Mixes = [Vec<Vec<Rational>>; 2];

/// Equilibria that the check of certificates let pass, none twice, the first [`MAX_LISTED`] that were added.
#[derive(Default)]
struct Listed {
    found: BTreeMap<Profile, Certificate>,
    capped: bool,
}

impl Listed {
    /// The check knows nothing of polytopes: what it refused would be a fault here, and is never shown.
    fn add(&mut self, game: &Bimatrix, profile: Profile) {
        if self.found.contains_key(&profile) {
            return;
        }
        let Ok(certificate) = verify(game, &profile) else { return };
        if self.found.len() < MAX_LISTED {
            self.found.insert(profile, certificate);
        } else {
            self.capped = true;
        }
    }

    /// The equilibria and the mixes in use, likely first actions first.
    fn numbered(self) -> (Vec<Equilibrium>, Mixes) {
        let distinct = |side: usize| {
            let used: BTreeSet<&Vec<Rational>> = self.found.keys().map(|profile| &profile.mixes[side]).collect();
            used.into_iter().rev().cloned().collect::<Vec<_>>()
        };
        let mixes = [distinct(0), distinct(1)];
        let place = |side: usize, mix: &Vec<Rational>| mixes[side].partition_point(|other| other > mix);
        let number = |(profile, certificate): (Profile, Certificate)| {
            let mixes = [place(0, &profile.mixes[0]), place(1, &profile.mixes[1])];
            Equilibrium { profile, certificate, mixes }
        };
        let mut equilibria: Vec<Equilibrium> = self.found.into_iter().map(number).collect();
        equilibria.sort_unstable_by_key(|e| e.mixes);
        (equilibria, mixes)
    }
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
