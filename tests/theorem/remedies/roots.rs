//! P6 through the remedies: hold and cut first, then universalism.

use herz_tests::{Lab, Running};
use theory::closed_form::{effort_with_care, efforts_with_foresight};
use theory::real::{exp, ln};
use theory::remedy::{Lever, Remedy, Rule, Term};
use theory::world::LANES;

use super::{between, carried, lever, near};

/// Next to no baseline, so that a race that unwinds has far to fall.
const BASELINE: f64 = 1e-6;
const PER_YEAR: u32 = 4;

/// Responsiveness and fixed weight of both in each replication; at exposure 1 the race settles at their product.
fn stakes(l: usize) -> (f64, f64) {
    (2.0 + l as f64, 0.95 - 0.05 * l as f64)
}

fn race(l: usize) -> f64 {
    let (k, w) = stakes(l);
    k * w
}

/// Two equals of a fixed suspicion from `effort`, under these remedies.
fn two(effort: impl Fn(usize) -> f64, remedies: Vec<Remedy<LANES>>) -> Running {
    let mut lab = Lab::equals(2, BASELINE, 1.0, 0.5, 0.3, 0.5).fixed_weight(0.5);
    for i in 0..2 {
        lab.terms.issues[0].responsiveness[i] = std::array::from_fn(|l| stakes(l).0);
        lab.terms.floor[i] = std::array::from_fn(|l| stakes(l).1);
        lab.initial[i] = std::array::from_fn(&effort);
    }
    lab.terms.remedies = remedies;
    lab.dt = 1.0 / f64::from(PER_YEAR);
    lab.start()
}

/// Effort of both after these years, by replication.
fn after(mut world: Running, years: u32) -> [f64; LANES] {
    world.advance(years * PER_YEAR, None);
    let effort = world.look().effort.clone();
    assert_eq!(effort[0], effort[1], "equals stay equal");
    effort[0]
}

fn weak(l: usize) -> f64 {
    0.05 + 0.027 * l as f64
}

fn roots(l: usize) -> (f64, f64) {
    let (k, w) = stakes(l);
    efforts_with_foresight(k, w, weak(l)).expect("under one half")
}

fn foresight(size: impl Fn(usize) -> f64) -> Remedy<LANES> {
    let size = std::array::from_fn(size);
    carried(&[0, 1], Rule::Timed, vec![Lever { size, ..lever(Term::Foresight, 0.0) }])
}

/// A cut that takes the race to half its lower root.
fn deep_cut() -> Remedy<LANES> {
    let size = std::array::from_fn(|l| 0.5 * ln(race(l) / (0.5 * roots(l).0)));
    carried(&[0, 1], Rule::Timed, vec![Lever { size, ..lever(Term::Target, 0.0) }])
}

/// Weak foresight from above the lower root stops at the upper one; from below it the race unwinds.
#[test]
fn theorem_p6_weak_foresight_depends_on_where_it_begins() {
    for (start, unwinds) in [(1.0 + 1e-3, false), (1.0 - 1e-3, true)] {
        let end = after(two(|l| start * roots(l).0, vec![foresight(weak)]), 800);
        for l in 0..LANES {
            near(end[l], if unwinds { BASELINE } else { roots(l).1 }, 1e-9);
        }
    }
    let raced = after(two(race, vec![foresight(weak)]), 400);
    (0..LANES).for_each(|l| near(raced[l], roots(l).1, 1e-9));
}

/// Hold and cut, then universalism: what foresight alone cannot undo it undoes once a cut has brought the race below the
/// lower root, and it holds after the cut has ended. Either step alone fails, and so does a cut given up too early.
#[test]
fn theorem_p6_hold_and_cut_first_then_universalism() {
    let cut_until = |year: f64| between(deep_cut(), 0.0, year);
    let foresight_from = |year: f64| between(foresight(weak), year, f64::INFINITY);
    let end = |remedies| after(two(race, remedies), 500);
    let both = end(vec![cut_until(40.0), foresight_from(30.0)]);
    let universalism = end(vec![foresight_from(30.0)]);
    let hold = end(vec![cut_until(40.0)]);
    let too_late = end(vec![cut_until(40.0), foresight_from(120.0)]);
    for l in 0..LANES {
        near(both[l], BASELINE, 1e-9);
        near(universalism[l], roots(l).1, 1e-9);
        near(hold[l], race(l), 1e-9);
        near(too_late[l], roots(l).1, 1e-9);
    }
}

/// Strong foresight, d > ½, unwinds any race, from wherever it is introduced.
#[test]
fn theorem_p6_strong_foresight_unwinds_any_race_as_a_remedy() {
    for start in [0.1, 1.0, 10.0] {
        let end = after(two(|l| start * race(l), vec![foresight(|l| 0.52 + 0.03 * l as f64)]), 600);
        (0..LANES).for_each(|l| near(end[l], BASELINE, 1e-9));
    }
}

/// Care lets the race settle at Kt(1 − u), whether it is decreed, spreads to everybody or is internalised; and care that
/// has become an attitude stays when those who carried it stop.
#[test]
fn theorem_p6_care_settles_at_what_it_leaves() {
    let care = |rule: Rule<LANES>, end: f64| {
        let size = std::array::from_fn(|l| 0.05 * l as f64);
        let lever = Lever { size, ..lever(Term::Care, 0.0) };
        vec![between(carried(&[0, 1], rule, vec![lever]), 0.0, end)]
    };
    let of = |v: f64| [v; LANES];
    let spreading = || Rule::Spreading { rate: of(0.4), seed: of(0.05), ceiling: of(1.0), shock: of(0.0) };
    let internalised = || Rule::Internalised { rate: of(0.3) };
    for (rule, end, kept) in [
        (Rule::Timed, f64::INFINITY, 1.0),
        (spreading(), f64::INFINITY, 1.0),
        (internalised(), f64::INFINITY, 1.0),
        (Rule::Timed, 50.0, 0.0),
        (spreading(), 10.0, 0.05 * exp(4.0) / (0.95 + 0.05 * exp(4.0))),
        (internalised(), 5.0, 1.0 - exp(-1.5)),
    ] {
        let end = after(two(race, care(rule, end)), 500);
        for l in 0..LANES {
            let (k, w) = stakes(l);
            near(end[l], effort_with_care(k, w, kept * 0.05 * l as f64), 1e-9);
        }
    }
}
