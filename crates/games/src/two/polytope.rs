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
    /// Bases walked through; more than corners where corners are degenerate.
    pub bases: usize,
}

/// All corners of `player`'s polytope: mixes of `player`, held by own actions unplayed and best replies of the
/// other. At most `budget` bases are visited.
pub fn corners(game: &Bimatrix, player: Player, budget: usize) -> Corners {
    let (matrix, scales) = inequalities(game, player);
    let walk = walk::<i128>(&matrix, scales.len(), budget).or_else(|| walk::<BigInt>(&matrix, scales.len(), budget));
    let Walk { found, complete, bases } = walk.unwrap_or_default();
    let own = scales.len();
    let shift = |zeros: u128| match player {
        Player::Row => zeros,
        Player::Column => (zeros >> own) | (zeros << (128 - own) >> (128 - own) << matrix.len()),
    };
    let rescale = |point: Vec<BigInt>| point.into_iter().zip(&scales).map(|(w, scale)| w * scale).collect();
    let origin = u128::MAX >> (128 - own);
    let kept = found.into_iter().filter(|(zeros, _)| zeros & origin != origin);
    let mut list: Vec<Corner> =
        kept.map(|(zeros, point)| Corner { labels: shift(zeros), weights: rescale(point) }).collect();
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
fn walk<W: Whole>(matrix: &[Vec<BigInt>], dimension: usize, budget: usize) -> Option<Walk> {
    debug_assert!(matrix.iter().flatten().all(|v| !v.is_negative()));
    let mut here = Dictionary::<W>::at_origin(matrix, dimension)?;
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
        } else if seen.len() > budget {
            walk.complete = false;
            break;
        } else {
            seen.insert(next);
            here.pivot(row, column)?;
            walk.found.entry(here.zeros()).or_insert_with(|| here.point());
            path.push((row, column));
            column = 0;
        }
    }
    walk.bases = seen.len();
    Some(walk)
}
