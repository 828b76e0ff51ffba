//! Which equilibrium of a symmetric game resists mutants: evolutionary stability, decided exactly.

use crate::number::Rational;
use crate::two::bimatrix::{Bimatrix, Player, Profile};
use crate::two::certificate::values;

/// Most best replies outside the mix's own actions for which stability is decided: 2¹² subsets are looked at.
pub const MAX_OUTSIDE: usize = 12;

/// What becomes of a small group of mutants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stability {
    /// Every mutant does worse than the rest: evolutionarily stable (Maynard Smith & Price 1973).
    Stable,
    /// Some mutant does not do worse.
    Invadable,
    /// The mix is no best reply to itself.
    NotAnEquilibrium,
    /// More than [`MAX_OUTSIDE`] further best replies: not decided.
    TooLarge,
}

/// Whether the mix is evolutionarily stable; `None` where the game is not symmetric or the mix does not fit.
///
/// Every mutant y that is a best reply to x must earn less against itself than x earns against it. Along
/// y − x this is a quadratic form that must be positive on the directions that mutants can take: free among
/// x's own actions, upward only in its other best replies (Haigh 1975; Abakuks 1980).
pub fn stability(game: &Bimatrix, mix: &[Rational]) -> Option<Stability> {
    if !game.is_symmetric() || mix.len() != game.rows() {
        return None;
    }
    let profile = Profile { mixes: [mix.to_vec(), mix.to_vec()] };
    if crate::two::certificate::verify(game, &profile).is_err() {
        return Some(Stability::NotAnEquilibrium);
    }
    let pays = values(game, Player::Row, mix);
    let best = pays.iter().max()?;
    let used = profile.support(Player::Row);
    let outside: Vec<usize> = (0..pays.len()).filter(|&k| pays[k] == *best && mix[k].is_zero()).collect();
    if outside.len() > MAX_OUTSIDE {
        return Some(Stability::TooLarge);
    }
    let (&base, own) = used.split_first()?;
    let directions: Vec<usize> = own.iter().chain(&outside).copied().collect();
    let form = quadratic_form(game, base, &directions);
    let positive = eliminate(form, own.len()).is_some_and(|rest| strictly_copositive(&rest));
    Some(if positive { Stability::Stable } else { Stability::Invadable })
}

type Square = Vec<Vec<Rational>>;

/// −(y−x)ᵀA(y−x), doubled and made symmetric, in the coordinates of `directions` against `base`.
fn quadratic_form(game: &Bimatrix, base: usize, directions: &[usize]) -> Square {
    let a = |i: usize, j: usize| game.at(Player::Row, i, j);
    let one = |i: usize, j: usize| &(&(a(base, j) + a(i, base)) - a(i, j)) - a(base, base);
    directions.iter().map(|&i| directions.iter().map(|&j| &one(i, j) + &one(j, i)).collect()).collect()
}

/// What is left of a form when its first `free` coordinates take their best values; `None` unless it is
/// positive in them.
fn eliminate(mut form: Square, free: usize) -> Option<Square> {
    for _ in 0..free {
        let first = form.remove(0);
        let pivot = first[0].clone();
        if !pivot.is_positive() {
            return None;
        }
        for line in &mut form {
            let factor = line.remove(0).over(&pivot)?;
            for (entry, above) in line.iter_mut().zip(&first[1..]) {
                *entry = &*entry - &(&factor * above);
            }
        }
    }
    Some(form)
}

/// Whether zᵀMz > 0 for all z ≥ 0 but zero.
///
/// If not, take a smallest set of coordinates on which it fails: there, the form is positive in every smaller
/// set, so at the worst z all coordinates are above zero and Mz = λz with λ ≤ 0 (Gaddum 1958). Then the minors
/// show it: every cofactor of the last row is above zero and the determinant is not (Hadeler 1983, theorem 2).
fn strictly_copositive(form: &Square) -> bool {
    (1u32..1 << form.len()).all(|subset| {
        let chosen: Vec<usize> = (0..form.len()).filter(|k| subset >> k & 1 == 1).collect();
        let minor = |rows: &[usize], columns: &[usize]| {
            determinant(rows.iter().map(|&i| columns.iter().map(|&j| form[i][j].clone()).collect()).collect())
        };
        if minor(&chosen, &chosen).is_positive() {
            return true;
        }
        let last = chosen.len() - 1;
        let cofactor = |k: usize| {
            let mut columns = chosen.clone();
            columns.remove(k);
            let value = minor(&chosen[..last], &columns);
            if (last + k).is_multiple_of(2) { value } else { -&value }
        };
        !(0..=last).all(|k| cofactor(k).is_positive())
    })
}

/// By elimination; one for the empty matrix.
fn determinant(mut matrix: Square) -> Rational {
    let mut value = Rational::one();
    while !matrix.is_empty() {
        let Some(row) = matrix.iter().position(|line| !line[0].is_zero()) else { return Rational::zero() };
        let first = matrix.remove(row);
        value = &value * &if row.is_multiple_of(2) { first[0].clone() } else { -&first[0] };
        for line in &mut matrix {
            let factor = line.remove(0).over(&first[0]).unwrap_or_else(Rational::zero);
            for (entry, above) in line.iter_mut().zip(&first[1..]) {
                *entry = &*entry - &(&factor * above);
            }
        }
    }
    value
}
