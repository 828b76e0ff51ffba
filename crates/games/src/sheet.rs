//! Everything known about one game on one sheet: its primitives, its closed forms, its equilibria, its curves.

use crate::bimatrix::Bimatrix;
use crate::lexer::{Fault as FileFault, Read};
use crate::named::{self, Analysis, Fault, Finding, Game, Named, Picture, Values};
use crate::normal::NormalForm;
use crate::solution::{Solution, of_bimatrix, of_normal};
use crate::{nfg, vary};

/// A game and what is known about it.
#[derive(Debug)]
pub struct Sheet {
    /// The game of the field it is and its primitives; nothing for a game from a file.
    pub named: Option<(&'static Named, Values)>,
    /// What follows from the closed forms.
    pub findings: Vec<Finding>,
    /// The finite game, if there is one.
    pub game: Option<Game>,
    /// What the author of the file says of it; empty for a named game.
    pub comment: String,
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
    let solution = game.as_ref().and_then(solved);
    let comment = String::new();
    Ok(Sheet { named: Some((named, values)), findings, game, comment, solution, picture, varied: None })
}

/// The sheet of a game in one of Gambit's formats.
///
/// # Errors
/// The first thing that is wrong with the text, with its place.
pub fn of_text(text: &str) -> Result<Sheet, Box<FileFault>> {
    let Read { game, comment } = nfg::read(text)?;
    let game = two_or_more(game);
    let solution = solved(&game);
    Ok(Sheet { named: None, findings: Vec::new(), game: Some(game), comment, solution, picture: None, varied: None })
}

/// Two players get the solver that finds everything.
fn two_or_more(game: NormalForm) -> Game {
    match Bimatrix::try_from(&game) {
        Ok(game) => Game::Bimatrix(game),
        Err(_) => Game::Normal(game),
    }
}

/// All that the solver for this kind of game finds.
pub fn solved(game: &named::Game) -> Option<Solution> {
    match game {
        Game::Bimatrix(game) => Some(of_bimatrix(game)),
        Game::Normal(game) => Some(of_normal(game)),
        Game::Tree(_) => None,
    }
}
