//! Where answers that are no numbers turn as one number varies, and between which values the equilibria change.

use games::Rational;
use games::vary::{Answer, Answers, Varied};
use lab::scenario::Text;

use super::words as say;
use crate::numbers;
use crate::words::{Say, fill};

/// Most turns of one answer that are told.
const TURNS: usize = 4;

/// Most places of change of the equilibria that are told.
const PLACES: usize = 6;

/// Digits of a decimal that is still told in full.
const DIGITS: usize = 6;

/// Every answer that turns, and where: "whether there is war: no until 0.3, yes from 0.31".
pub fn lines(varied: &Varied) -> Vec<Text> {
    varied.answers.iter().filter_map(|answers| line(&varied.at, answers)).collect()
}

fn line(at: &[Rational], answers: &Answers) -> Option<Text> {
    let turns = answers.turns();
    let place = |k: usize| at.get(k).map_or_else(String::new, |q| short(q.to_f64()));
    let answer = |k: usize| answers.values.get(k).copied().flatten().map(told).unwrap_or_default();
    let [last, first] = *turns.first()?;
    let mut parts = vec![fill(say::UNTIL, &[&answer(last), &place(last)])];
    let mut from = first;
    for [last, first] in turns.iter().take(TURNS).skip(1) {
        parts.push(fill(say::FROM_TO, &[&answer(from), &place(from), &place(*last)]));
        from = *first;
    }
    parts.push(match turns.get(TURNS) {
        Some([last, _]) => fill(say::FROM_TO, &[&answer(from), &place(from), &place(*last)]),
        None => fill(say::FROM, &[&answer(from), &place(from)]),
    });
    let left = turns.len().saturating_sub(TURNS);
    if left > 0 {
        parts.push(fill(say::MORE_TURNS, &[&numbers::count(left as u64)]));
    }
    Some(fill(say::H_FINDING, &[&answers.name, &joined(&parts)]))
}

/// An answer in words.
fn told(answer: Answer) -> Text {
    match answer {
        Answer::Number => say::A_NUMBER.say(),
        Answer::Truth(true) => say::YES.say(),
        Answer::Truth(false) => say::NO.say(),
        Answer::Said(words) => fill(say::QUOTED, &[&words]),
        Answer::Absent(words) => fill(say::NONE_THERE, &[&words]),
    }
}

/// "between 1 and 2, and between 5 and 6", of neighbouring values.
pub fn between(at: &[Rational], pairs: &[[usize; 2]]) -> Text {
    let place = |k: usize| at.get(k).map_or_else(String::new, |q| short(q.to_f64()));
    let left = pairs.len().saturating_sub(PLACES);
    let mut parts = Vec::new();
    for (n, [a, b]) in pairs.iter().take(PLACES).enumerate() {
        if n > 0 {
            let last = n + 1 == pairs.len();
            parts.push(if last { say::AND_BETWEEN } else { say::ALSO_BETWEEN }.say());
        }
        parts.push(fill(say::BETWEEN, &[&place(*a), &place(*b)]));
    }
    if left > 0 {
        parts.push(fill(say::MORE_BETWEEN, &[&numbers::count(left as u64)]));
    }
    joined(&parts)
}

pub fn joined(parts: &[Text]) -> Text {
    Text { en: parts.iter().map(|t| t.en.as_str()).collect(), zh: parts.iter().map(|t| t.zh.as_str()).collect() }
}

/// A number in full where its decimal is short, else rounded and marked as that.
pub fn short(x: f64) -> String {
    let full = x.to_string().replace('-', "−");
    let digits = full.chars().filter(char::is_ascii_digit).count();
    if x.is_finite() && digits <= DIGITS { full } else { rounded(x) }
}

/// A rounded number, marked as one.
pub fn rounded(x: f64) -> String {
    format!("≈ {}", numbers::num(x))
}
