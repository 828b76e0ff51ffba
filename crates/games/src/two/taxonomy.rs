//! The 78 strict ordinal 2×2 games (Rapoport & Guyer 1966): which of them a game is.

use std::collections::BTreeSet;

use crate::number::Rational;
use crate::two::bimatrix::{Bimatrix, Player};

/// Ranks of the four outcomes for one player, 1 the worst: top left, top right, bottom left, bottom right.
pub type Ranks = [u8; 4];

/// A strict ordinal game up to the names of rows, columns and players: the smallest of its eight forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Order {
    /// Ranks of the row player, then of the column player.
    pub ranks: [Ranks; 2],
}

/// Why a game has no place among the 78.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderError {
    /// It is not 2×2.
    Size,
    /// The player is indifferent between two outcomes.
    Tie(Player),
}

impl std::fmt::Display for OrderError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            OrderError::Size => f.write_str("only 2×2 games have a place in the taxonomy"),
            OrderError::Tie(player) => {
                write!(f, "player {} likes two outcomes equally; the taxonomy is of strict orders", player.index() + 1)
            }
        }
    }
}

impl std::error::Error for OrderError {}

/// Symmetric games with a name that the literature agrees on, by the row player's ranks of (R, S, T, P): both
/// cooperate, only the other defects, only oneself defects, both defect.
const NAMES: &[(Ranks, &str)] = &[
    ([3, 1, 4, 2], "prisoner's dilemma"), // T > R > P > S
    ([3, 2, 4, 1], "chicken"),            // T > R > S > P
    ([4, 1, 3, 2], "stag hunt"),          // R > T > P > S
    ([2, 1, 4, 3], "deadlock"),           // T > P > R > S
    ([2, 3, 4, 1], "leader"),             // T > S > R > P (Rapoport 1967)
    ([2, 4, 3, 1], "hero"),               // S > T > R > P (Rapoport 1967)
];

impl Order {
    /// The class of a game.
    ///
    /// # Errors
    /// Where it is not 2×2 or a player is indifferent somewhere.
    pub fn of(game: &Bimatrix) -> Result<Order, OrderError> {
        if (game.rows(), game.columns()) != (2, 2) {
            return Err(OrderError::Size);
        }
        let cells = [(0, 0), (0, 1), (1, 0), (1, 1)];
        let mut ranks = [[0; 4]; 2];
        for player in Player::BOTH {
            let pays: Vec<&Rational> = cells.iter().map(|&(i, j)| game.at(player, i, j)).collect();
            for k in 0..4 {
                ranks[player.index()][k] = pays.iter().filter(|v| **v <= pays[k]).count() as u8;
            }
            if pays.iter().collect::<BTreeSet<_>>().len() < 4 {
                return Err(OrderError::Tie(player));
            }
        }
        Ok(Order::canonical(ranks))
    }

    /// The smallest of the eight forms that renaming rows, columns and players gives.
    fn canonical(ranks: [Ranks; 2]) -> Order {
        let forms = relabelled(ranks).into_iter().chain(relabelled(exchanged(ranks)));
        Order { ranks: forms.min().unwrap_or(ranks) }
    }

    /// All 78, in order.
    pub fn all() -> Vec<Order> {
        let pairs = permutations().into_iter().flat_map(|a| permutations().into_iter().map(move |b| [a, b]));
        pairs.map(Order::canonical).collect::<BTreeSet<_>>().into_iter().collect()
    }

    /// Whether renaming rows and columns can make the players interchangeable.
    pub fn is_symmetric(&self) -> bool {
        relabelled(self.ranks).iter().any(|form| *form == exchanged(*form))
    }

    /// The ranks as payoffs.
    pub fn game(&self) -> Option<Bimatrix> {
        let pays = |rank: u8| Rational::from(i64::from(rank));
        let rows = |[a, b, c, d]: Ranks| vec![vec![pays(a), pays(b)], vec![pays(c), pays(d)]];
        Bimatrix::unnamed(rows(self.ranks[0]), rows(self.ranks[1])).ok()
    }

    /// The name most people use, for the symmetric games that have one.
    pub fn name(&self) -> Option<&'static str> {
        let symmetric = |[r, s, t, p]: Ranks| Order::canonical([[r, s, t, p], [r, t, s, p]]);
        NAMES.iter().find(|(row, _)| symmetric(*row) == *self).map(|(_, name)| *name)
    }
}

/// The same game with the players exchanged.
fn exchanged(ranks: [Ranks; 2]) -> [Ranks; 2] {
    let turned = |[a, b, c, d]: Ranks| [a, c, b, d];
    [turned(ranks[1]), turned(ranks[0])]
}

/// The game under every order of rows and columns.
fn relabelled(ranks: [Ranks; 2]) -> [[Ranks; 2]; 4] {
    let rows = |[a, b, c, d]: Ranks| [c, d, a, b];
    let columns = |[a, b, c, d]: Ranks| [b, a, d, c];
    [ranks, ranks.map(rows), ranks.map(columns), ranks.map(rows).map(columns)]
}

/// The 24 strict orders of four outcomes.
fn permutations() -> Vec<Ranks> {
    let digits = |code: u32| [0, 2, 4, 6].map(|shift| (code >> shift & 3) as u8 + 1);
    let strict = |ranks: &Ranks| ranks.iter().collect::<BTreeSet<_>>().len() == 4;
    (0..256).map(digits).filter(strict).collect()
}
