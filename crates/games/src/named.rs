//! The games of the field, by name: payoffs from primitives, closed forms beside them.
//!
//! A named game is one file. It says what its numbers mean and how far they may go, makes the game from them, and
//! works out what the literature derives on paper. Where the game is finite, the solver answers the same question a
//! second way; where it is not (a continuum of types, of demands, of stocks), the closed form stands alone, with the
//! curve it comes from.

use std::fmt;

use crate::extensive::tree::Tree;
use crate::normal::NormalForm;
use crate::number::{NumberError, Rational};
use crate::two::bimatrix::Bimatrix;

mod accident_hazard;
mod agreements;
mod assurance;
mod attrition;
mod balance_of_power;
mod bargaining;
mod belief;
mod branches;
mod burden_sharing;
mod cheap_talk;
mod chicken;
mod collective_risk;
mod commons;
mod contest;
mod costly_signals;
mod crisis_bargaining;
mod deadlock;
mod deterrence_cone;
mod dilemma;
mod false_alarm;
mod fear_multiplier;
mod first_strike;
mod graduated_reciprocation;
mod guns_and_butter;
mod hawk_dove;
mod issue_linkage;
mod iterated;
mod mutual_insurance;
mod noise_and_forgiveness;
mod parts;
mod preventive_war;
mod prisoners_dilemma;
mod public_goods;
mod public_monitoring;
mod reassurance;
mod reciprocal_fear;
mod relative_gains;
mod repeated_dilemma;
mod reputation;
mod stag_hunt;
mod strategic_risk;
mod unbiased_leaders;
mod war_assurance;
mod worlds;

/// Every named game, in the order in which they are listed.
pub const ALL: &[&Named] = &[
    &prisoners_dilemma::GAME,
    &stag_hunt::GAME,
    &chicken::GAME,
    &deadlock::GAME,
    &repeated_dilemma::GAME,
    &noise_and_forgiveness::GAME,
    &graduated_reciprocation::GAME,
    &relative_gains::GAME,
    &issue_linkage::GAME,
    &public_monitoring::GAME,
    &hawk_dove::GAME,
    &assurance::GAME,
    &war_assurance::GAME,
    &worlds::GAME,
    &belief::GAME,
    &reassurance::GAME,
    &reciprocal_fear::GAME,
    &fear_multiplier::GAME,
    &cheap_talk::GAME,
    &mutual_insurance::GAME,
    &strategic_risk::GAME,
    &bargaining::GAME,
    &crisis_bargaining::GAME,
    &preventive_war::GAME,
    &costly_signals::GAME,
    &reputation::GAME,
    &unbiased_leaders::GAME,
    &guns_and_butter::GAME,
    &contest::GAME,
    &attrition::GAME,
    &burden_sharing::GAME,
    &balance_of_power::GAME,
    &deterrence_cone::GAME,
    &first_strike::GAME,
    &accident_hazard::GAME,
    &false_alarm::GAME,
    &agreements::GAME,
    &public_goods::GAME,
    &collective_risk::GAME,
    &commons::GAME,
];

/// Fixed words in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Words {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

pub(crate) const fn words(en: &'static str, zh: &'static str) -> Words {
    Words { en, zh }
}

/// Symbols, which are the same in both languages.
impl From<&'static str> for Words {
    fn from(symbols: &'static str) -> Words {
        words(symbols, symbols)
    }
}

/// A game of the field.
#[derive(Debug)]
pub struct Named {
    /// What it is called on the command line.
    pub id: &'static str,
    /// Its name.
    pub title: Words,
    /// Who decides what, and what the game is about: one or two sentences.
    pub story: Words,
    /// Where it comes from, as published: author, year, work, page; the same in both languages.
    pub source: &'static str,
    /// What is taken from the source and what is derived here, where the reference alone does not say it.
    pub note: Option<Words>,
    /// The findings that say most, by name, in the order in which they are told.
    pub key: &'static [&'static str],
    /// The claims of the papers it serves (docs/claims.md).
    pub claims: &'static [&'static str],
    /// Its primitives.
    pub parameters: &'static [Parameter],
    /// Names of players and actions that its finite game uses, in both languages; the game itself carries the English.
    pub labels: &'static [Words],
    /// The game at these values and what follows from it.
    pub analyse: fn(&Values) -> Result<Analysis, Fault>,
}

/// A primitive of a game.
#[derive(Debug)]
pub struct Parameter {
    /// Name for `--set` and `--vary`.
    pub id: &'static str,
    /// What it means, with its unit.
    pub meaning: Words,
    /// Value where nobody says otherwise: a number as it is typed.
    pub default: &'static str,
    /// Least and greatest value, both allowed.
    pub range: [&'static str; 2],
    /// Whether only whole numbers make sense.
    pub whole: bool,
}

/// A primitive that may be any number in a range.
pub(crate) const fn real(
    id: &'static str,
    default: &'static str,
    range: [&'static str; 2],
    en: &'static str,
    zh: &'static str,
) -> Parameter {
    Parameter { id, meaning: words(en, zh), default, range, whole: false }
}

/// A primitive that counts something.
pub(crate) const fn whole(
    id: &'static str,
    default: &'static str,
    range: [&'static str; 2],
    en: &'static str,
    zh: &'static str,
) -> Parameter {
    Parameter { id, meaning: words(en, zh), default, range, whole: true }
}

/// What a game's primitives are set to.
#[derive(Clone, Debug, PartialEq)]
pub struct Values(Vec<(&'static str, Rational)>);

/// What came of the game at some values.
#[derive(Debug, Default)]
pub struct Analysis {
    /// The finite game, where there is one.
    pub game: Option<Game>,
    /// What the finite game leaves out: who or what is held fixed in it.
    pub held: Option<Words>,
    /// What follows, in the order in which it is told.
    pub findings: Vec<Finding>,
    /// Curves worth looking at.
    pub picture: Option<Picture>,
}

/// A finite game.
#[derive(Clone, Debug)]
pub enum Game {
    /// Two players, each with a list of actions.
    Bimatrix(Bimatrix),
    /// More players, or more actions than the two-player solver takes.
    Normal(NormalForm),
    /// Moves one after the other, with chance and information sets.
    Tree(Tree),
}

/// One result.
#[derive(Clone, Debug)]
pub struct Finding {
    /// Name for programs: lower case, words joined by `_`.
    pub id: &'static str,
    /// What it is, with its unit.
    pub name: Words,
    /// The closed form it was worked out by, in the symbols and names of the primitives; empty where none is needed.
    pub formula: Words,
    /// Its value.
    pub value: Value,
}

/// A value of a finding.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Exact.
    Exact(Rational),
    /// Rounded: the closed form leaves the fractions (a root, a logarithm).
    Real(f64),
    /// Yes or no.
    Truth(bool),
    /// In words: which regime, which outcome.
    Said(Words),
    /// Does not exist at these values, and why.
    Absent(Words),
}

/// Curves over one axis.
#[derive(Clone, Debug)]
pub struct Picture {
    /// What it shows.
    pub title: Words,
    /// What the horizontal axis measures.
    pub x: Words,
    /// What the vertical axis measures.
    pub y: Words,
    /// The curves.
    pub lines: Vec<Line>,
    /// Points with a name: equilibria, thresholds.
    pub marks: Vec<Mark>,
}

/// A curve with a name.
#[derive(Clone, Debug)]
pub struct Line {
    /// What it shows.
    pub name: Words,
    /// From left to right.
    pub points: Vec<(f64, f64)>,
}

/// A point with a name.
#[derive(Clone, Debug)]
pub struct Mark {
    /// What it shows.
    pub name: Words,
    /// Where it stands.
    pub at: (f64, f64),
}

/// Why values do not make the game.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// No primitive of this name.
    Unknown(String),
    /// Not a number.
    NotANumber(&'static str, NumberError),
    /// Outside the range: which, least, greatest.
    OutOfRange(&'static str, [&'static str; 2]),
    /// Not a whole number.
    NotWhole(&'static str),
    /// The values together are another game: what would have to hold.
    Together(Words),
}

/// The game of this name.
pub fn find(id: &str) -> Option<&'static Named> {
    ALL.iter().find(|game| game.id == id).copied()
}

impl Named {
    /// The primitives at their defaults.
    ///
    /// # Errors
    /// None that a listed game can have: `contract_every_named_game_answers` reads all defaults.
    pub fn defaults(&self) -> Result<Values, Fault> {
        let value = |p: &Parameter| p.default.parse().map(|n| (p.id, n)).map_err(|e| Fault::NotANumber(p.id, e));
        self.parameters.iter().map(value).collect::<Result<_, _>>().map(Values)
    }

    /// The same values with one of them set.
    ///
    /// # Errors
    /// No such primitive, no number, a number outside the range or one that must be whole and is not.
    pub fn set(&self, values: &Values, id: &str, text: &str) -> Result<Values, Fault> {
        let found = self.parameters.iter().find(|p| p.id == id);
        let parameter = found.ok_or_else(|| Fault::Unknown(id.into()))?;
        let value: Rational = text.parse().map_err(|e| Fault::NotANumber(parameter.id, e))?;
        let bound = |text: &str| text.parse::<Rational>().map_err(|e| Fault::NotANumber(parameter.id, e));
        if value < bound(parameter.range[0])? || value > bound(parameter.range[1])? {
            return Err(Fault::OutOfRange(parameter.id, parameter.range));
        }
        if parameter.whole && !value.is_whole() {
            return Err(Fault::NotWhole(parameter.id));
        }
        let mut values = values.clone();
        values.0.iter_mut().filter(|(name, _)| *name == id).for_each(|(_, old)| *old = value.clone());
        Ok(values)
    }
}

impl Values {
    /// The value of a primitive. A game asks only for its own; the name of another gives zero, which
    /// `contract_every_primitive_matters` would notice.
    pub fn of(&self, id: &str) -> Rational {
        self.0.iter().find(|(name, _)| *name == id).map_or_else(Rational::zero, |(_, value)| value.clone())
    }

    /// The same as a double, for closed forms that leave the fractions.
    pub fn real(&self, id: &str) -> f64 {
        self.of(id).to_f64()
    }

    /// Names and values, in the game's order.
    pub fn all(&self) -> impl Iterator<Item = (&'static str, &Rational)> {
        self.0.iter().map(|(id, value)| (*id, value))
    }
}

impl Finding {
    /// A result with its closed form.
    pub(crate) fn new(id: &'static str, name: Words, formula: impl Into<Words>, value: impl Into<Value>) -> Finding {
        Finding { id, name, formula: formula.into(), value: value.into() }
    }
}

impl From<Rational> for Value {
    fn from(value: Rational) -> Value {
        Value::Exact(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Value {
        Value::Real(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Value {
        Value::Truth(value)
    }
}

impl From<Words> for Value {
    fn from(value: Words) -> Value {
        Value::Said(value)
    }
}

impl Value {
    /// As a double, where it is a number.
    pub fn to_f64(&self) -> Option<f64> {
        match self {
            Value::Exact(value) => Some(value.to_f64()),
            Value::Real(value) => Some(*value),
            Value::Truth(_) | Value::Said(_) | Value::Absent(_) => None,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Unknown(id) => write!(f, "no primitive `{id}`"),
            Fault::NotANumber(id, e) => write!(f, "{id}: {e}"),
            Fault::OutOfRange(id, [low, high]) => write!(f, "{id} must lie within {low} … {high}"),
            Fault::NotWhole(id) => write!(f, "{id} must be a whole number"),
            Fault::Together(words) => f.write_str(words.en),
        }
    }
}

impl std::error::Error for Fault {}
