//! Remedies: what follows on paper from the terms they move and the rules they follow (model §5 P6 and P12, §8).

mod answers;
mod nature;
mod roots;
mod several;
pub(crate) mod signals;
mod spread;
mod together;
mod untouched;

pub(crate) use spread::quick_wars;
use theory::remedy::{Lever, Remedy, Rule, Term};
use theory::world::LANES;

/// A lever of one size everywhere, in all issues.
fn lever(term: Term, size: f64) -> Lever<LANES> {
    Lever { term, issue: None, rung: 0, size: [size; LANES] }
}

/// A remedy from the start, at once, for ever, towards everybody, free of charge.
fn carried(carriers: &[usize], rule: Rule<LANES>, levers: Vec<Lever<LANES>>) -> Remedy<LANES> {
    Remedy {
        luck_id: 4711,
        carriers: carriers.to_vec(),
        partners: Vec::new(),
        issue: None,
        start: [0.0; LANES],
        ramp: [0.0; LANES],
        end: [f64::INFINITY; LANES],
        rule,
        levers,
        signal: None,
        cost: [0.0; LANES],
    }
}

/// The same between these years.
fn between(mut remedy: Remedy<LANES>, start: f64, end: f64) -> Remedy<LANES> {
    (remedy.start, remedy.end) = ([start; LANES], [end; LANES]);
    remedy
}

/// Equal but for rounding.
#[track_caller]
fn near(got: f64, want: f64, tolerance: f64) {
    assert!((got - want).abs() <= tolerance * want.abs().max(1.0), "{got} instead of {want}");
}
