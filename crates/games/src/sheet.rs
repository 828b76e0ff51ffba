//! Everything known about one game on one sheet: its primitives, its closed forms, its equilibria, its curves.

use crate::gambit::lexer::{Faults, Read};
use crate::named::{self, Analysis, Fault, Finding, Game, Named, Picture, Values, Words};
use crate::normal::NormalForm;
use crate::number::Rational;
use crate::population::Flip;
use crate::said::{Said, say};
use crate::solution::{Concept, Solution, of_bimatrix, of_normal, of_tree};
use crate::two::bimatrix::Bimatrix;
use crate::{gambit::efg, gambit::nfg, quantal::branch, vary};

/// A game and what is known about it.
#[derive(Debug)]
pub struct Sheet {
    /// The game of the field it is and its primitives; nothing for a game from a file.
    pub named: Option<(&'static Named, Values)>,
    /// What follows from the closed forms.
    pub findings: Vec<Finding>,
    /// The finite game, if there is one.
    pub game: Option<Game>,
    /// What the finite game leaves out.
    pub held: Option<Words>,
    /// What the author of the file says of it; empty for a named game.
    pub comment: String,
    /// Its equilibria.
    pub solution: Option<Solution>,
    /// Curves that belong to the game.
    pub picture: Option<Picture>,
    /// What becomes of it as one primitive varies.
    pub varied: Option<vary::Varied>,
    /// Where simulated populations turn, at the primitives of the game's worked example.
    pub flips: Vec<Flip>,
}

impl Sheet {
    /// How players who err the less the more it costs would play: the principal branch of logit quantal responses
    /// (McKelvey & Palfrey 1995), up to λ = 24 over the range of payoffs. Nothing for trees, and for games too large to follow.
    pub fn quantal(&self) -> Option<branch::Branch> {
        let normal = match self.game.as_ref()? {
            Game::Bimatrix(game) => NormalForm::from(game),
            Game::Normal(game) => game.clone(),
            Game::Tree(_) => return None,
        };
        let pays = (0..normal.players().len()).flat_map(|p| normal.payoffs(p).iter().map(Rational::to_f64));
        let (low, high) = pays.fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(v), b.max(v)));
        let range = high - low;
        if range > 0.0 { branch::principal(&normal, HIGHEST / range) } else { None }
    }
}

/// Where a quantal branch ends: λ times the range of payoffs.
const HIGHEST: f64 = 24.0;

/// Why there is no sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The primitives do not make the game.
    Primitives(Fault),
    /// The file is wrong.
    File(Faults),
    /// The game cannot be solved as asked.
    Unsolved(Said),
}

/// The sheet of a game of the field.
///
/// # Errors
/// Values that together make another game, or a concept that does not fit it.
pub fn of_named(named: &'static Named, values: Values, concept: Concept) -> Result<Sheet, Trouble> {
    let Analysis { game, held, findings, picture } = (named.analyse)(&values).map_err(Trouble::Primitives)?;
    let solution = game.as_ref().map(|game| solved(game, concept)).transpose().map_err(Trouble::Unsolved)?;
    let comment = String::new();
    Ok(Sheet {
        named: Some((named, values)),
        findings,
        game,
        held,
        comment,
        solution,
        picture,
        varied: None,
        flips: Vec::new(),
    })
}

/// The sheet of a game in one of Gambit's formats.
///
/// # Errors
/// What is wrong with the text, with its places; or a game that cannot be solved as asked.
pub fn of_text(text: &str, concept: Concept) -> Result<Sheet, Trouble> {
    let (game, comment) = if text.trim_start().starts_with("EFG") {
        let Read { game, comment } = efg::read(text).map_err(Trouble::File)?;
        (Game::Tree(game), comment)
    } else {
        let Read { game, comment } = nfg::read(text).map_err(Trouble::File)?;
        (two_or_more(game), comment)
    };
    let solution = Some(solved(&game, concept).map_err(Trouble::Unsolved)?);
    Ok(Sheet {
        named: None,
        findings: Vec::new(),
        game: Some(game),
        held: None,
        comment,
        solution,
        picture: None,
        varied: None,
        flips: Vec::new(),
    })
}

/// The concept that somebody asked for, where it is not the one that is listed: says so among the remarks.
///
/// In a normal form everybody chooses once, at the same time, at the only place where anything is decided, so nothing
/// lies off the path of play: every Nash equilibrium is perfect in subgames, perfect Bayesian and sequential too.
///
/// # Errors
/// A game without a finite form: there is nothing to solve by any concept.
pub fn note_concept(sheet: &mut Sheet, concept: Concept) -> Result<(), Said> {
    let Some(solution) = &mut sheet.solution else {
        return Err(say(
            "--concept is for finite games; this one has a continuum of choices or types and is answered by its closed \
             forms alone",
            "--concept 只用于有限博弈；本博弈的选择或类型是连续的，只有闭式解",
        ));
    };
    if concept != Concept::Nash && !matches!(sheet.game, Some(Game::Tree(_))) {
        solution.remarks.push(say(
            "this game has no tree: everybody chooses once and at the same time, so its Nash equilibria are also \
             subgame-perfect, perfect Bayesian and sequential",
            "本博弈没有博弈树：各方只选择一次，且同时选择，故其纳什均衡也都是子博弈完美均衡、完美贝叶斯均衡和序贯均衡",
        ));
    }
    Ok(())
}

/// Two players get the solver that finds everything.
fn two_or_more(game: NormalForm) -> Game {
    match Bimatrix::try_from(&game) {
        Ok(game) => Game::Bimatrix(game),
        Err(_) => Game::Normal(game),
    }
}

/// All that the solver for this kind of game finds. The concept matters to trees alone: in a normal form all are
/// Nash equilibria.
///
/// # Errors
/// As [`of_tree`]; refinements asked of a normal form.
pub fn solved(game: &named::Game, concept: Concept) -> Result<Solution, Said> {
    match game {
        Game::Bimatrix(_) | Game::Normal(_) if concept == Concept::Refined => Err(say(
            "the intuitive criterion and D1 need a game tree in which a sender signals; this is a normal form, where \
             all choose at once: --concept nash",
            "直觉标准与D1需要有发送者发信号的博弈树；本博弈是标准式，各方同时选择：请用 --concept nash",
        )),
        Game::Bimatrix(game) => Ok(of_bimatrix(game)),
        Game::Normal(game) => Ok(of_normal(game)),
        Game::Tree(tree) => of_tree(tree, concept),
    }
}
