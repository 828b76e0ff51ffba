//! Asking a named game.
#![allow(dead_code)]

use games::named::{Analysis, Game, Value, find};
use games::{Bimatrix, Player, Rational, solve};

/// The analysis at these values, defaults elsewhere.
pub fn ask(id: &str, sets: &[(&str, &str)]) -> Analysis {
    let named = find(id).expect("a named game");
    let values = named.defaults().expect("defaults");
    let values = sets.iter().try_fold(values, |v, (name, text)| named.set(&v, name, text)).expect("values");
    (named.analyse)(&values).unwrap_or_else(|e| panic!("{id} {sets:?}: {e}"))
}

/// The same with numbers as fractions.
pub fn ask_at(id: &str, sets: &[(&str, Rational)]) -> Analysis {
    let texts: Vec<(&str, String)> = sets.iter().map(|(name, value)| (*name, value.to_string())).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|(name, text)| (*name, text.as_str())).collect();
    ask(id, &texts)
}

/// a/b.
pub fn over(a: i64, b: i64) -> Rational {
    Rational::new(a.into(), b.into()).expect("not over zero")
}

pub fn value<'a>(analysis: &'a Analysis, id: &str) -> &'a Value {
    &analysis.findings.iter().find(|f| f.id == id).unwrap_or_else(|| panic!("no finding {id}")).value
}

pub fn number(analysis: &Analysis, id: &str) -> f64 {
    value(analysis, id).to_f64().unwrap_or_else(|| panic!("{id}: {:?}", value(analysis, id)))
}

pub fn exact(analysis: &Analysis, id: &str) -> Rational {
    match value(analysis, id) {
        Value::Exact(value) => value.clone(),
        other => panic!("{id}: {other:?}"),
    }
}

pub fn truth(analysis: &Analysis, id: &str) -> bool {
    match value(analysis, id) {
        Value::Truth(value) => *value,
        other => panic!("{id}: {other:?}"),
    }
}

pub fn said(analysis: &Analysis, id: &str) -> &'static str {
    match value(analysis, id) {
        Value::Said(value) => value.en,
        other => panic!("{id}: {other:?}"),
    }
}

pub fn absent(analysis: &Analysis, id: &str) -> bool {
    matches!(value(analysis, id), Value::Absent(_))
}

#[track_caller]
pub fn near(found: f64, wanted: f64, tolerance: f64) {
    assert!((found - wanted).abs() <= tolerance, "{found} is not {wanted}");
}

pub fn bimatrix(analysis: &Analysis) -> &Bimatrix {
    match &analysis.game {
        Some(Game::Bimatrix(game)) => game,
        other => panic!("{other:?}"),
    }
}

/// Whether the solver lists these two actions as an equilibrium.
pub fn is_equilibrium(game: &Bimatrix, row: usize, column: usize) -> bool {
    let answer = solve(game);
    assert!(answer.is_complete());
    let plays = |e: &games::two::equilibria::Equilibrium| {
        e.profile.support(Player::Row) == [row] && e.profile.support(Player::Column) == [column]
    };
    answer.equilibria.iter().any(plays)
}
