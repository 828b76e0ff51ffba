//! Equilibria of a game too large to list them all: the ends of Lemke–Howson paths, in whole numbers.
//!
//! Both players at the origin carry every label together. Who lets one label go and moves along the edge that
//! this frees picks up another label, which now is there twice; the other player lets go of it, and so on until
//! the label dropped first is picked up. That pair of corners carries every label again and is an equilibrium
//! (Lemke & Howson 1964, J. SIAM 12, 413–423; von Stengel 2002, Handbook of Game Theory 3, §2.3). With ties
//! broken lexicographically no pair of bases comes twice, so every path ends, also in degenerate games; but
//! paths may be exponentially long (Savani & von Stengel 2006), hence the budget.

use std::collections::BTreeMap;

use num_bigint::BigInt;

use crate::two::bimatrix::{Bimatrix, Player};
use crate::two::pivot::Whole;
use crate::two::polytope::{Corner, Polytope};

/// Arithmetic that all paths of a game may take together, in the unit of [`crate::two::polytope::WORK`]: two
/// to four seconds.
pub const WORK: u64 = 250_000_000;

/// What the paths of a game lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ends {
    /// The distinct equilibria: a corner of the row player's and one of the column player's polytope.
    pub ends: Vec<[Corner; 2]>,
    /// How many paths were followed to their end, of one per action.
    pub followed: usize,
}

/// Follows the path of every label as far as `work` allows; short paths first, so that a long one cannot use up
/// what the others need.
pub fn ends(game: &Bimatrix, work: u64) -> Ends {
    let sides = Player::BOTH.map(|player| Polytope::of(game, player));
    let labels = game.rows() + game.columns();
    let (mut left, mut steps, mut followed) = (work, 4 * labels, 0);
    let mut found: BTreeMap<[u128; 2], [Corner; 2]> = BTreeMap::new();
    let mut waiting: Vec<usize> = (0..labels).collect();
    while !waiting.is_empty() && left > 0 {
        waiting.retain(|&label| {
            let end = follow::<i128>(&sides, label, steps, &mut left)
                .or_else(|| follow::<BigInt>(&sides, label, steps, &mut left));
            let Some(Some(end)) = end else { return end.is_some() };
            followed += 1;
            found.insert([end[0].labels, end[1].labels], end);
            false
        });
        steps *= 2;
    }
    Ends { ends: found.into_values().collect(), followed }
}

/// The end of the path that starts by dropping a label. `None` where numbers outgrow `W`; `Some(None)` where it
/// is longer than `steps` or `left` is used up.
fn follow<W: Whole>(
    sides: &[Polytope; 2],
    dropped: usize,
    steps: usize,
    left: &mut u64,
) -> Option<Option<[Corner; 2]>> {
    let mut here = [sides[0].dictionary::<W>()?, sides[1].dictionary::<W>()?];
    let mut side = usize::from(here[0].column_of(sides[0].variable(dropped)).is_none());
    let mut entering = dropped;
    for _ in 0..steps {
        if *left == 0 {
            break;
        }
        let column = here[side].column_of(sides[side].variable(entering))?;
        let row = here[side].blocking(column)?;
        let leaving = sides[side].label(here[side].basic_in(row));
        *left = left.saturating_sub(here[side].effort());
        here[side].pivot(row, column)?;
        if leaving == dropped {
            return Some(Some([0, 1].map(|k| sides[k].corner(here[k].zeros(), here[k].point()))));
        }
        entering = leaving;
        side = 1 - side;
    }
    Some(None)
}
