//! All corners of a best-reply polytope, each with the labels that hold it there.

use std::collections::{BTreeMap, BTreeSet};

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{One, Signed, Zero};

use crate::number::Rational;
use crate::two::bimatrix::{Bimatrix, Player};
use crate::two::pivot::{Dictionary, Whole};

/// A mix that is a corner of its player's best-reply polytope.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corner {
    /// Bit k: row k unplayed or a best reply. Bit m + k: the same for column k.
    pub labels: u128,
    /// The mix, each part times the same positive whole number.
    weights: Vec<BigInt>,
}

impl Corner {
    /// The mix itself: parts add up to one.
    pub fn mix(&self) -> Vec<Rational> {
        let total: BigInt = self.weights.iter().sum();
        let share = |w: &BigInt| Rational::new(w.clone(), total.clone()).unwrap_or_else(Rational::zero);
        self.weights.iter().map(share).collect()
    }
}

/// The corners of one polytope, the origin left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Corners {
    /// In the order of their labels; none twice.
    pub list: Vec<Corner>,
    /// Whether that is all of them: the walk ended before the budget did.
    pub complete: bool,
    /// Bases walked through besides the origin; more than corners where corners are degenerate.
    pub bases: usize,
}

/// Arithmetic that one walk may take, in entries pivoted ([`Dictionary::effort`]): two to four seconds.
///
/// A base costs two pivots, there and back. Up to 20×20 it is the number of bases that ends a walk first.
pub const WORK: u64 = 200_000_000;

/// The best-reply polytope of one player: {x ≥ 0, matrix·x ≤ 1}, with the labels of its inequalities.
pub struct Polytope {
    player: Player,
    matrix: Vec<Vec<BigInt>>,
    scales: Vec<BigInt>,
}

impl Polytope {
    /// The polytope of `player`'s mixes.
    pub fn of(game: &Bimatrix, player: Player) -> Polytope {
        let (matrix, scales) = inequalities(game, player);
        Polytope { player, matrix, scales }
    }

    /// Its dictionary at the origin; `None` where a number does not fit.
    pub fn dictionary<W: Whole>(&self) -> Option<Dictionary<W>> {
        Dictionary::at_origin(&self.matrix, self.scales.len())
    }

    /// The label of a variable of the dictionary: row k has label k, column k label m + k.
    pub fn label(&self, variable: usize) -> usize {
        let (own, replies) = (self.scales.len(), self.matrix.len());
        match self.player {
            Player::Row => variable,
            Player::Column if variable < own => variable + replies,
            Player::Column => variable - own,
        }
    }

    /// The variable of the dictionary that has a label: undoes [`Polytope::label`].
    pub fn variable(&self, label: usize) -> usize {
        let (own, replies) = (self.scales.len(), self.matrix.len());
        match self.player {
            Player::Row => label,
            Player::Column if label < replies => label + own,
            Player::Column => label - replies,
        }
    }

    /// The corner at a point of the dictionary where these variables are zero.
    pub fn corner(&self, zeros: u128, point: Vec<BigInt>) -> Corner {
        let variables = self.scales.len() + self.matrix.len();
        let held = (0..variables).filter(|v| zeros >> v & 1 == 1);
        let labels = held.fold(0, |set, v| set | 1 << self.label(v));
        Corner { labels, weights: point.into_iter().zip(&self.scales).map(|(w, scale)| w * scale).collect() }
    }
}

/// All corners of `player`'s polytope: mixes of `player`, held by own actions unplayed and best replies of the
/// other. At most `budget` bases are visited besides the origin, and no more than [`WORK`] allows.
pub fn corners(game: &Bimatrix, player: Player, budget: usize) -> Corners {
    let polytope = Polytope::of(game, player);
    let walk = walk::<i128>(&polytope, budget).or_else(|| walk::<BigInt>(&polytope, budget));
    let Walk { found, complete, bases } = walk.unwrap_or_default();
    let origin = u128::MAX >> (128 - game.count(player));
    let kept = found.into_iter().filter(|(zeros, _)| zeros & origin != origin);
    let mut list: Vec<Corner> = kept.map(|(zeros, point)| polytope.corner(zeros, point)).collect();
    list.sort_by_key(|corner| corner.labels);
    Corners { list, complete, bases }
}

/// One row per reply of the other, one column per own action: whole numbers ≥ 0, no column zero.
///
/// The replies to one own action may be raised by the same number and the own action may be measured in any
/// unit, which leaves best replies as they are; both keep the numbers small. The second list undoes the units.
fn inequalities(game: &Bimatrix, player: Player) -> (Vec<Vec<BigInt>>, Vec<BigInt>) {
    let other = player.other();
    let (own, replies) = (game.count(player), game.count(other));
    let mut columns = Vec::with_capacity(own);
    let mut common = Vec::with_capacity(own);
    for action in 0..own {
        let pays = |reply: usize| game.own(other, reply, action);
        let lowest = (1..replies).fold(pays(0), |low, reply| low.min(pays(reply)));
        let mut raised: Vec<Rational> = (0..replies).map(|reply| pays(reply) - lowest).collect();
        if raised.iter().all(Rational::is_zero) {
            raised.fill(Rational::one());
        }
        let below = raised.iter().fold(BigInt::one(), |all, v| all.lcm(v.denominator()));
        let whole: Vec<BigInt> = raised.iter().map(|v| v.numerator() * (&below / v.denominator())).collect();
        let divisor = whole.iter().fold(BigInt::zero(), |all, v| all.gcd(v));
        // Column entry = payoff · below / divisor, hence weight = coordinate · below / divisor.
        columns.push(whole.iter().map(|v| v / &divisor).collect::<Vec<_>>());
        common.push(Rational::new(below, divisor).unwrap_or_else(Rational::one));
    }
    let matrix = (0..replies).map(|reply| columns.iter().map(|column| column[reply].clone()).collect()).collect();
    let below = common.iter().fold(BigInt::one(), |all, v| all.lcm(v.denominator()));
    let scales = common.iter().map(|v| v.numerator() * (&below / v.denominator())).collect();
    (matrix, scales)
}

/// What a walk over bases has found: the corner for each set of zeros.
#[derive(Default)]
struct Walk {
    found: BTreeMap<u128, Vec<BigInt>>,
    complete: bool,
    bases: usize,
}

/// Visits every basis that lexicographic perturbation leaves, depth first; `None` where numbers outgrow `W`.
///
/// The perturbed polytope is simple and its edge graph is connected, so every corner is reached.
fn walk<W: Whole>(polytope: &Polytope, budget: usize) -> Option<Walk> {
    debug_assert!(polytope.matrix.iter().flatten().all(|v| !v.is_negative()));
    let mut here = polytope.dictionary::<W>()?;
    let dimension = here.dimension();
    let mut work = WORK;
    let mut seen = BTreeSet::from([here.basis()]);
    let mut walk = Walk { complete: true, ..Walk::default() };
    let mut path: Vec<(usize, usize)> = Vec::new();
    let mut column = 0;
    loop {
        if column == dimension {
            let Some((row, back)) = path.pop() else { break };
            here.pivot(row, back)?;
            column = back + 1;
            continue;
        }
        let Some(row) = here.blocking(column) else {
            column += 1;
            continue;
        };
        let next = here.basis_after(row, column);
        if seen.contains(&next) {
            column += 1;
        } else if seen.len() > budget || work == 0 {
            walk.complete = false;
            break;
        } else {
            seen.insert(next);
            work = work.saturating_sub(2 * here.effort());
            here.pivot(row, column)?;
            walk.found.entry(here.zeros()).or_insert_with(|| here.point());
            path.push((row, column));
            column = 0;
        }
    }
    walk.bases = seen.len() - 1;
    Some(walk)
}
