//! Comparative statics: a game at many values of one primitive.

use crate::named::{Analysis, Fault, Named, Value, Values, Words};
use crate::number::Rational;
use crate::sheet::solved;
use crate::solution::Concept;

/// Most values of the primitive that are tried.
pub const MOST_STEPS: usize = 1001;

/// What becomes of a game as one primitive goes from one value to another.
#[derive(Clone, Debug)]
pub struct Varied {
    /// Name of the primitive.
    pub parameter: &'static str,
    /// What it means.
    pub meaning: Words,
    /// The game's own value of it.
    pub own: Rational,
    /// Its values, rising.
    pub at: Vec<Rational>,
    /// Every finding that is a number somewhere, at each value; nothing where it does not exist.
    pub curves: Vec<Curve>,
    /// Every finding that somewhere is no number.
    pub answers: Vec<Answers>,
    /// Every action of the finite game: how likely it is in each equilibrium, at each value.
    pub actions: Vec<Action>,
    /// Values at which it is another game, and what would have to hold.
    pub elsewhere: Vec<(usize, Words)>,
}

/// A finding along the way.
#[derive(Clone, Debug)]
pub struct Curve {
    /// Name for programs.
    pub id: &'static str,
    /// What it is.
    pub name: Words,
    /// Its value at each value of the primitive.
    pub values: Vec<Option<f64>>,
    /// Whether some of these are rounded: a root or a logarithm, no fraction.
    pub rounded: bool,
}

/// What a finding answers, whatever its size where it is a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A number.
    Number,
    /// Yes or no.
    Truth(bool),
    /// In words.
    Said(Words),
    /// Nothing, and why.
    Absent(Words),
}

/// The answers of a finding along the way.
#[derive(Clone, Debug)]
pub struct Answers {
    /// Name for programs.
    pub id: &'static str,
    /// What it is.
    pub name: Words,
    /// Its answer at each value of the primitive; nothing where it is another game.
    pub values: Vec<Option<Answer>>,
}

impl Answers {
    /// Where the answer turns: places of neighbouring values that have different ones.
    pub fn turns(&self) -> Vec<[usize; 2]> {
        let known: Vec<(usize, Answer)> =
            self.values.iter().enumerate().filter_map(|(k, answer)| answer.map(|a| (k, a))).collect();
        known.windows(2).filter(|pair| pair[0].1 != pair[1].1).map(|pair| [pair[0].0, pair[1].0]).collect()
    }
}

impl From<&Value> for Answer {
    fn from(value: &Value) -> Answer {
        match value {
            Value::Exact(_) | Value::Real(_) => Answer::Number,
            Value::Truth(truth) => Answer::Truth(*truth),
            Value::Said(words) => Answer::Said(*words),
            Value::Absent(words) => Answer::Absent(*words),
        }
    }
}

/// An action along the way.
#[derive(Clone, Debug)]
pub struct Action {
    /// Whose.
    pub player: String,
    /// Information set, empty in a normal form.
    pub place: String,
    /// Name.
    pub name: String,
    /// Its probability in each equilibrium, at each value of the primitive; equal ones once.
    pub likely: Vec<Vec<f64>>,
}

/// The game at `steps` values of `parameter` from `from` to `to`, both included.
///
/// # Errors
/// No such primitive, a value that is no number or outside its range, an empty range, too many or too few steps.
pub fn vary(
    named: &'static Named,
    values: &Values,
    parameter: &str,
    from: &Rational,
    to: &Rational,
    steps: usize,
) -> Result<Varied, Fault> {
    let found = named.parameters.iter().find(|p| p.id == parameter);
    let primitive = found.ok_or_else(|| Fault::Unknown(parameter.into()))?;
    let at = between(from, to, steps, primitive.whole)?;
    let mut varied = Varied {
        parameter: primitive.id,
        meaning: primitive.meaning,
        own: values.of(primitive.id),
        curves: Vec::new(),
        answers: Vec::new(),
        actions: Vec::new(),
        elsewhere: Vec::new(),
        at,
    };
    for k in 0..varied.at.len() {
        let values = named.set(values, primitive.id, &varied.at[k].to_string())?;
        match (named.analyse)(&values) {
            Ok(analysis) => note(&mut varied, k, &analysis),
            Err(Fault::Together(words)) => varied.elsewhere.push((k, words)),
            Err(fault) => return Err(fault),
        }
    }
    varied.answers.retain(|a| a.values.iter().flatten().any(|answer| *answer != Answer::Number));
    Ok(varied)
}

/// Evenly spaced values; whole ones where only those make sense.
fn between(from: &Rational, to: &Rational, steps: usize, whole: bool) -> Result<Vec<Rational>, Fault> {
    if from >= to || !(2..=MOST_STEPS).contains(&steps) {
        return Err(Fault::Together(crate::named::words(
            "--vary needs a range that rises, and 2 to 1001 steps",
            "--vary 需要递增的范围，步数为2至1001",
        )));
    }
    let span = to - from;
    let share = |k: usize| Rational::new((k as i64).into(), (steps as i64 - 1).into()).unwrap_or_else(Rational::zero);
    let mut at: Vec<Rational> = (0..steps).map(|k| from + &(&span * &share(k))).collect();
    if whole {
        at = at.into_iter().map(|v| v.floor()).filter(|v| v >= from).collect();
        at.dedup();
    }
    Ok(at)
}

/// Adds what the game is at the k-th value.
fn note(varied: &mut Varied, k: usize, analysis: &Analysis) {
    let count = varied.at.len();
    for finding in &analysis.findings {
        let place = varied.answers.iter().position(|a| a.id == finding.id).unwrap_or_else(|| {
            varied.answers.push(Answers { id: finding.id, name: finding.name, values: vec![None; count] });
            varied.answers.len() - 1
        });
        varied.answers[place].values[k] = Some(Answer::from(&finding.value));
        let Some(value) = finding.value.to_f64().filter(|v| v.is_finite()) else { continue };
        let place = varied.curves.iter().position(|c| c.id == finding.id).unwrap_or_else(|| {
            varied.curves.push(Curve { id: finding.id, name: finding.name, values: vec![None; count], rounded: false });
            varied.curves.len() - 1
        });
        varied.curves[place].rounded |= matches!(finding.value, Value::Real(_));
        varied.curves[place].values[k] = Some(value);
    }
    let Some(game) = &analysis.game else { return };
    let Ok(solution) = solved(game, Concept::default()) else { return };
    for choice in solution.equilibria.iter().flat_map(|point| &point.choices) {
        for (name, probability) in choice.actions.iter().zip(&choice.mix) {
            let player = &solution.players[choice.player];
            let same = |a: &Action| a.player == *player && a.place == choice.place && a.name == *name;
            let place = varied.actions.iter().position(same).unwrap_or_else(|| {
                let likely = vec![Vec::new(); count];
                let (player, place) = (player.clone(), choice.place.clone());
                varied.actions.push(Action { player, place, name: name.clone(), likely });
                varied.actions.len() - 1
            });
            let likely = &mut varied.actions[place].likely[k];
            let value = probability.to_f64();
            if !likely.contains(&value) {
                likely.push(value);
            }
        }
    }
    varied.actions.iter_mut().for_each(|a| a.likely[k].sort_by(f64::total_cmp));
}
