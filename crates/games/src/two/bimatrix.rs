//! A two-player game in normal form: who, which actions, what each pair of actions pays; and mixes over them.

use std::fmt;

use crate::number::Rational;

/// Most actions of both players together: labels are kept in a 128-bit set.
pub const MAX_ACTIONS: usize = 128;

/// Whose payoffs or mixes are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Player {
    /// Chooses the row.
    Row,
    /// Chooses the column.
    Column,
}

impl Player {
    /// Both, in the order in which payoffs are written.
    pub const BOTH: [Player; 2] = [Player::Row, Player::Column];

    /// 0 for the row player, 1 for the column player.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The one opposite.
    pub fn other(self) -> Player {
        match self {
            Player::Row => Player::Column,
            Player::Column => Player::Row,
        }
    }
}

/// A checked game: m rows, n columns, both at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bimatrix {
    title: String,
    players: [String; 2],
    actions: [Vec<String>; 2],
    payoffs: [Vec<Vec<Rational>>; 2],
}

/// Why payoffs do not make a game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GameError {
    /// A player without actions.
    NoActions(Player),
    /// More than [`MAX_ACTIONS`] actions of both together; how many there are.
    TooManyActions(usize),
    /// A payoff matrix with the wrong number of rows: whose, how many, how many there should be.
    Rows(Player, usize, usize),
    /// A row of the wrong length: whose matrix, which row (from 0), its length, the length it should have.
    RowLength(Player, usize, usize, usize),
}

impl fmt::Display for GameError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let number = |player: &Player| player.index() + 1;
        match self {
            GameError::NoActions(player) => write!(f, "player {} has no action", number(player)),
            GameError::TooManyActions(count) => {
                write!(f, "{count} actions in all; at most {MAX_ACTIONS} of both players together can be read")
            }
            GameError::Rows(player, found, wanted) => {
                write!(f, "payoffs of player {}: {found} rows where {wanted} are needed", number(player))
            }
            GameError::RowLength(player, row, found, wanted) => {
                let (player, row) = (number(player), row + 1);
                write!(f, "payoffs of player {player}, row {row}: {found} numbers where {wanted} are needed")
            }
        }
    }
}

impl std::error::Error for GameError {}

impl Bimatrix {
    /// Checks sizes and keeps the game. `payoffs[p][i][j]` is what player p gets at row i, column j.
    ///
    /// # Errors
    /// A player without actions, too many actions, or a matrix whose size is not rows × columns.
    pub fn new(
        title: impl Into<String>,
        players: [String; 2],
        actions: [Vec<String>; 2],
        payoffs: [Vec<Vec<Rational>>; 2],
    ) -> Result<Bimatrix, GameError> {
        let (m, n) = (actions[0].len(), actions[1].len());
        for player in Player::BOTH {
            if actions[player.index()].is_empty() {
                return Err(GameError::NoActions(player));
            }
        }
        if m + n > MAX_ACTIONS {
            return Err(GameError::TooManyActions(m + n));
        }
        for player in Player::BOTH {
            let matrix = &payoffs[player.index()];
            if matrix.len() != m {
                return Err(GameError::Rows(player, matrix.len(), m));
            }
            if let Some((i, row)) = matrix.iter().enumerate().find(|(_, row)| row.len() != n) {
                return Err(GameError::RowLength(player, i, row.len(), n));
            }
        }
        Ok(Bimatrix { title: title.into(), players, actions, payoffs })
    }

    /// A game without names: players and actions are numbered from 1. Errors as [`Bimatrix::new`].
    pub fn unnamed(row: Vec<Vec<Rational>>, column: Vec<Vec<Rational>>) -> Result<Bimatrix, GameError> {
        let numbered = |count: usize| (1..=count).map(|k| k.to_string()).collect::<Vec<_>>();
        let (m, n) = (row.len(), row.first().map_or(0, Vec::len));
        Bimatrix::new("", ["1".into(), "2".into()], [numbered(m), numbered(n)], [row, column])
    }

    /// A game without names and with whole payoffs. Errors as [`Bimatrix::new`].
    pub fn whole(row: &[&[i64]], column: &[&[i64]]) -> Result<Bimatrix, GameError> {
        let exact = |matrix: &[&[i64]]| {
            matrix.iter().map(|line| line.iter().map(|&v| Rational::from(v)).collect()).collect::<Vec<Vec<_>>>()
        };
        Bimatrix::unnamed(exact(row), exact(column))
    }

    /// The symmetric game in which `payoff[i][j]` is what i earns against j. Errors as [`Bimatrix::new`],
    /// also where it is not square.
    pub fn symmetric(payoff: &[&[i64]]) -> Result<Bimatrix, GameError> {
        let exact: Vec<Vec<Rational>> =
            payoff.iter().map(|line| line.iter().map(|&v| Rational::from(v)).collect()).collect();
        let n = exact.first().map_or(0, Vec::len);
        let entry = |i: usize, j: usize| exact[i].get(j).cloned().unwrap_or_else(Rational::zero);
        let turned = (0..n).map(|j| (0..exact.len()).map(|i| entry(i, j)).collect()).collect();
        Bimatrix::unnamed(exact, turned)
    }

    /// The name of the game; may be empty.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The player's name.
    pub fn player(&self, player: Player) -> &str {
        &self.players[player.index()]
    }

    /// The names of the player's actions.
    pub fn actions(&self, player: Player) -> &[String] {
        &self.actions[player.index()]
    }

    /// How many actions the player has.
    pub fn count(&self, player: Player) -> usize {
        self.actions[player.index()].len()
    }

    /// Rows: m.
    pub fn rows(&self) -> usize {
        self.count(Player::Row)
    }

    /// Columns: n.
    pub fn columns(&self) -> usize {
        self.count(Player::Column)
    }

    /// What the player gets at row i, column j; panics outside the matrix, as a slice does.
    pub fn at(&self, player: Player, row: usize, column: usize) -> &Rational {
        &self.payoffs[player.index()][row][column]
    }

    /// What the player gets from an own action against an action of the other.
    pub fn own(&self, player: Player, own: usize, other: usize) -> &Rational {
        match player {
            Player::Row => self.at(player, own, other),
            Player::Column => self.at(player, other, own),
        }
    }

    /// Whether the players are interchangeable: B = Aᵀ.
    pub fn is_symmetric(&self) -> bool {
        let n = self.rows();
        let same = |i: usize, j: usize| self.at(Player::Row, i, j) == self.at(Player::Column, j, i);
        n == self.columns() && (0..n).all(|i| (0..n).all(|j| same(i, j)))
    }

    /// Whether the payoffs of the two add up to the same number everywhere.
    pub fn is_constant_sum(&self) -> bool {
        let sum = |i: usize, j: usize| self.at(Player::Row, i, j) + self.at(Player::Column, i, j);
        let first = sum(0, 0);
        (0..self.rows()).all(|i| (0..self.columns()).all(|j| sum(i, j) == first))
    }
}

/// One mix per player: how likely each own action is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Profile {
    /// Probabilities of the rows, then those of the columns; each list adds up to one.
    pub mixes: [Vec<Rational>; 2],
}

impl Profile {
    /// Row i against column j for certain; an action that does not exist gives a mix without any.
    pub fn pure(game: &Bimatrix, row: usize, column: usize) -> Profile {
        let certain =
            |count: usize, chosen: usize| (0..count).map(|k| Rational::from(i64::from(k == chosen))).collect();
        Profile { mixes: [certain(game.rows(), row), certain(game.columns(), column)] }
    }

    /// The player's mix.
    pub fn of(&self, player: Player) -> &[Rational] {
        &self.mixes[player.index()]
    }

    /// The actions the player uses at all.
    pub fn support(&self, player: Player) -> Vec<usize> {
        self.of(player).iter().enumerate().filter(|(_, p)| !p.is_zero()).map(|(k, _)| k).collect()
    }

    /// Whether both use one action only.
    pub fn is_pure(&self) -> bool {
        Player::BOTH.iter().all(|&p| self.support(p).len() == 1)
    }
}
