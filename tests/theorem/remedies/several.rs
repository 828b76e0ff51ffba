//! Remedies where there are several issues or dates: what they remember, what the ladder looks at, what is counted.

use herz_tests::{Lab, Running};
use theory::real::logit;
use theory::remedy::{Lever, Remedy, Rule, Term};
use theory::world::LANES;

use super::answers::{answering, ladder, months, rival, when};
use super::signals::with_second;
use super::{between, carried, lever, near};

/// Effort that stands still is no rise, however much more it is than in another issue.
#[test]
fn theorem_reciprocation_remembers_its_own_issue() {
    let rule = Rule::Answering { patience: [0.0; LANES], tolerance: [0.1; LANES] };
    let target = Lever { issue: Some(1), ..lever(Term::Target, 0.3) };
    let mut lab = Lab::equals(2, 1.0, 1e-9, 0.5, 0.3, 0.5);
    lab.terms.issues[0].adjustment = [0.0; LANES];
    let mut second = lab.terms.issues[0].clone();
    second.luck_id = 2;
    lab.terms.issues.push(second);
    lab.terms.remedies = vec![Remedy { issue: Some(1), ..carried(&[0], rule, vec![target]) }];
    let strength = months(with_second(lab, vec![[5.0; LANES]; 2]), 8);
    assert!(strength.iter().all(|&s| s == 1.0), "{strength:?}");
}

/// Patience is counted from when the remedy begins.
#[test]
fn theorem_patience_begins_with_the_remedy() {
    // The other rises from year 4 to year 10; patience lasts from year 3 to year 7.
    let strength = months(rival(0.3, between(answering(4.0), 3.0, f64::INFINITY)).start(), 20);
    for (year, want) in [(2.0, 0.0), (3.0, 1.0), (6.0, 1.0), (8.0, 0.0), (19.0, 1.0)] {
        assert_eq!(when(&strength, year), want, "year {year}");
    }
}

/// The ladder looks at mistrust in all issues, at its mean: half an issue of enmity is made up for by one of trust.
#[test]
fn theorem_the_ladder_looks_at_the_mean_over_issues() {
    for (other, rung) in [(0.6, 3.0), (0.9, 1.0)] {
        let mut lab = ladder(0.2, f64::INFINITY);
        let mut second = lab.terms.issues[0].clone();
        (second.luck_id, second.prior) = (2, vec![[logit(other); LANES]; 9]);
        lab.terms.issues.push(second);
        let efforts = lab.initial.clone();
        let mut world = with_second(lab, efforts);
        world.advance(48, None);
        near(world.course.state.remedies[0].share[2], rung, 1e-9);
    }
}

/// On the first of six rungs for four years but the first month: so many rung-years, a sixth of full exercise and of its
/// cost; and nothing of either after the end.
#[test]
fn theorem_a_rung_is_counted_as_a_rung() {
    let mut lab = ladder(0.6, 4.0);
    lab.terms.remedies[0].cost = [0.3; LANES];
    let mut world: Running = lab.start();
    world.advance(12 * 9, None);
    let (state, years) = (&world.course.state.remedies[0], 47.0 / 12.0);
    near(state.rungs[3], years, 1e-9);
    near(state.exercised[3], years / 6.0, 1e-9);
    for (i, carrier) in [true, true, false].into_iter().enumerate() {
        near(state.cost[0][i][3], if carrier { 0.3 * years / 6.0 } else { 0.0 }, 1e-9);
    }
}
