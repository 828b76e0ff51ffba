//! Everything known about one game on one sheet: its primitives, its closed forms, its equilibria, its curves.

use crate::named::{Analysis, Fault, Game, Named, Picture, Values};
use crate::number::Rational;
use crate::solution::{Solution, of_bimatrix};
use crate::{named, vary};

/// A game and what is known about it.
#[derive(Debug)]
pub struct Sheet {
    /// The game of the field it is and its primitives; nothing for a game from a file.
    pub named: Option<(&'static Named, Values)>,
    /// What follows from the closed forms.
    pub findings: Vec<named::Finding>,
    /// The finite game, if there is one.
    pub game: Option<Game>,
    /// Its equilibria.
    pub solution: Option<Solution>,
    /// Curves that belong to the game.
    pub picture: Option<Picture>,
    /// What becomes of it as one primitive varies.
    pub varied: Option<vary::Varied>,
}

/// The sheet of a game of the field.
///
/// # Errors
/// Values that together make another game.
pub fn of_named(named: &'static Named, values: Values) -> Result<Sheet, Fault> {
    let Analysis { game, findings, picture } = (named.analyse)(&values)?;
    let solution = game.as_ref().map(solved);
    Ok(Sheet { named: Some((named, values)), findings, game, solution, picture, varied: None })
}

/// The sheet of a game from elsewhere.
pub fn of_game(game: Game) -> Sheet {
    let solution = Some(solved(&game));
    Sheet { named: None, findings: Vec::new(), game: Some(game), solution, picture: None, varied: None }
}

/// All that the solver for this kind of game finds.
pub fn solved(game: &Game) -> Solution {
    match game {
        Game::Bimatrix(game) => of_bimatrix(game),
    }
}

/// The payoffs of a two-player game in normal form, if the sheet's game is one.
pub fn payoff(game: &Game, row: usize, column: usize) -> Option<[Rational; 2]> {
    match game {
        Game::Bimatrix(game) => {
            let inside = row < game.rows() && column < game.columns();
            inside.then(|| crate::Player::BOTH.map(|p| game.at(p, row, column).clone()))
        }
    }
}
