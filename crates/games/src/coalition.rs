//! Who is needed to win: essential actors and the index of Shapley and Shubik.
//!
//! Actors have resources; a coalition wins with more than half of all. Every coalition is looked at, none is sampled.

use crate::number::Rational;

/// Most actors: 2^16 coalitions.
pub const MAX_ACTORS: usize = 16;

/// How often each actor turns a losing coalition of each size into a winning one by joining it: `[actor][size]`.
///
/// None for more than [`MAX_ACTORS`].
fn swings(resources: &[Rational]) -> Option<Vec<Vec<i64>>> {
    let n = resources.len();
    if n > MAX_ACTORS {
        return None;
    }
    let total: Rational = resources.iter().cloned().sum();
    let mut sums = vec![Rational::zero()];
    for own in resources {
        let with: Vec<Rational> = sums.iter().map(|sum| sum + own).collect();
        sums.extend(with);
    }
    let wins: Vec<bool> = sums.iter().map(|sum| sum + sum > total).collect();
    let count = |actor: usize| {
        let mut by_size = vec![0; n];
        for (coalition, _) in wins.iter().enumerate().filter(|(c, won)| c >> actor & 1 == 0 && !**won) {
            let joined = wins.get(coalition | 1 << actor).copied().unwrap_or(false);
            let size = by_size.get_mut(coalition.count_ones() as usize);
            size.into_iter().for_each(|times| *times += i64::from(joined));
        }
        by_size
    };
    Some((0..n).map(count).collect())
}

/// Whether each actor belongs to a smallest winning coalition, one that loses without any of its members.
///
/// In the balance-of-power game of Niou, Ordeshook & Rose (1989, The Balance of Power) the others cannot survive. Whoever
/// ever turns a losing coalition into a winning one is essential: leave out of that coalition all that it can spare.
/// None for more than [`MAX_ACTORS`].
pub fn essential(resources: &[Rational]) -> Option<Vec<bool>> {
    Some(swings(resources)?.iter().map(|sizes| sizes.iter().any(|&times| times > 0)).collect())
}

/// Part of all orders of joining in which each actor is the one that makes the coalition win (Shapley & Shubik 1954,
/// American Political Science Review 48(3), 787–792). Adds up to 1 where anybody has resources.
///
/// None for more than [`MAX_ACTORS`].
pub fn shapley_shubik(resources: &[Rational]) -> Option<Vec<Rational>> {
    let n = resources.len();
    let factorial = |k: usize| (1..=k as i64).product::<i64>();
    let share = |sizes: &Vec<i64>| {
        let orders =
            sizes.iter().enumerate().map(|(s, times)| times * factorial(s) * factorial(n - 1 - s)).sum::<i64>();
        Rational::from(orders).over(&Rational::from(factorial(n))).unwrap_or_else(Rational::zero)
    };
    Some(swings(resources)?.iter().map(share).collect())
}
