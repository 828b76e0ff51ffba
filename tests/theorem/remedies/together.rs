//! Standing together: alliances, collective security, the balance of power, and why bipolarity defeats the last two.

use herz_tests::Lab;
use theory::happen::attack_rate;
use theory::remedy::{Remedy, Rule, Term};
use theory::world::LANES;

use super::spread::quick_wars;
use super::{carried, lever, near};

/// Actors of these efforts, all exposed to each other; only the last is greedy, and nobody attacks from fear.
fn world(efforts: &[f64], remedies: Vec<Remedy<LANES>>) -> Lab {
    let n = efforts.len();
    let mut lab = Lab::equals(n, 1.0, 5.0, 0.5, 0.3, 0.5).fixed_weight(0.4);
    lab.initial = efforts.iter().map(|&x| [x; LANES]).collect();
    let issue = &mut lab.terms.issues[0];
    (issue.adjustment, issue.first_strike) = ([0.0; LANES], [0.0; LANES]);
    issue.greedy[n - 1] = [1.0; LANES];
    lab.terms.remedies = remedies;
    lab
}

/// Hazard per year that the greedy one is to actor 0, over what it would be without the remedies: 1 where they do nothing.
fn exposed(efforts: &[f64], remedies: Vec<Remedy<LANES>>) -> f64 {
    let hazard = |remedies| world(efforts, remedies).start().look().hazard[0][0];
    hazard(remedies) / hazard(Vec::new())
}

fn members(count: usize, term: Term, share: f64) -> Vec<Remedy<LANES>> {
    let carriers: Vec<usize> = (0..count).collect();
    vec![carried(&carriers, Rule::Timed, vec![lever(term, share)])]
}

/// Inside an alliance threat falls by adjudication and by help against each other; a stranger meets the sum; and to the
/// stranger each member grows by its allies.
#[test]
fn theorem_an_alliance_moves_the_threat_outward() {
    let efforts = [2.0, 3.0, 1.0, 4.0];
    let levers = vec![lever(Term::Authority, 0.25), lever(Term::Pool, 0.5), lever(Term::Outward, 0.2)];
    let alliance = carried(&[0, 1, 2], Rule::Timed, levers);
    let mut allied = world(&efforts, vec![alliance]).start();
    let mut alone = world(&efforts, Vec::new()).start();
    let (with, without) = (allied.look().clone(), alone.look().clone());
    for i in 0..4 {
        for j in (0..4).filter(|&j| j != i) {
            let others: f64 = (0..3).filter(|&m| m != i && m != j).map(|m| efforts[m]).sum();
            let helped = if i < 3 { efforts[i] / (efforts[i] + 0.5 * others) } else { 1.0 };
            let law = if i < 3 && j < 3 { 0.75 } else { 1.0 };
            let allies: f64 = (0..3).filter(|&m| m != j).map(|m| efforts[m]).sum();
            let feared = if i == 3 { 1.0 + 0.2 * allies / efforts[j] } else { 1.0 };
            near(allied.course.now.issues[0].reach[i * 4 + j][0], helped * law * feared, 1e-12);
        }
    }
    for i in 0..4 {
        let (fear, before) = (with.fear[i][0], without.fear[i][0]);
        assert!(if i == 3 { fear > before } else { fear < before }, "actor {i}: {fear} {before}");
    }
    // The outsider needs more, the members less.
    assert!(with.need_squared[3][0] > without.need_squared[3][0]);
    assert!((0..3).all(|i| with.need_squared[i][0] < without.need_squared[i][0]));
}

/// Collective security: against one of N equals the victim stands with 1 + λ(N−2) of its own effort. Ten who lend three
/// tenths weigh 3.4 aggressors. Against a superpower of ten, whose allies are locked in, two free members weigh 1.3 and
/// three 1.6; thirty-one would be needed.
#[test]
fn theorem_collective_security_holds_among_many_and_fails_in_bipolarity() {
    let among = |n: usize| exposed(&vec![1.0; n], members(n, Term::Pool, 0.3));
    for n in [3, 5, 10, 20] {
        near(among(n), 1.0 / (1.0 + 0.3 * (n as f64 - 2.0)), 1e-12);
    }
    near(1.0 / among(10), 3.4, 1e-12);
    // The free, of effort 1 and the victim among them; three locked-in allies of the superpower; the superpower itself.
    let bipolar = |free: usize, share: f64| {
        let mut efforts = vec![1.0; free];
        efforts.extend([1.0, 1.0, 1.0, 10.0]);
        let remedies = members(free, Term::Pool, share);
        // Effort that stands against the superpower, over the superpower's.
        0.1 / exposed(&efforts, remedies)
    };
    near(bipolar(2, 0.3), 0.13, 1e-12);
    near(bipolar(3, 0.3), 0.16, 1e-12);
    assert!(bipolar(3, 1.0) < 1.0, "not even if they lend everything: {}", bipolar(3, 1.0));
    assert!(bipolar(30, 0.3) < 1.0 && bipolar(31, 0.3) >= 1.0 - 1e-12, "{} {}", bipolar(30, 0.3), bipolar(31, 0.3));
    // Unlocking the allies helps, by just what they lend.
    near(bipolar(6, 0.3) - bipolar(3, 0.3), 0.1 * 0.3 * 3.0, 1e-12);
}

/// What holds for hazards holds for wars: they break out in proportion.
#[test]
fn theorem_collective_security_makes_wars_as_rare_as_hazards() {
    let rate = |remedies| {
        let mut lab = world(&[1.0; 6], remedies);
        lab.terms.issues[0].physics.war = Some(quick_wars(6));
        let mut running = lab.start();
        running.look();
        attack_rate(&running.course.now, 0, &running.readings[0], (0, 5), 0)
    };
    near(rate(members(6, Term::Pool, 0.5)) / rate(Vec::new()), 1.0 / 3.0, 1e-12);
}

/// The balance of power: help comes only against whom the helper itself stands most exposed to. Against one that
/// outgrows them all, five equals stand as in collective security; an equal aggressor beside a greater power meets
/// nobody but its victim; and of two superpowers only one is balanced.
#[test]
fn theorem_the_balance_of_power_holds_against_the_strongest_only() {
    let share = 0.4;
    let five = |rest: &[f64]| {
        let mut efforts = vec![1.0; 5];
        efforts.extend(rest);
        (exposed(&efforts, members(5, Term::Balance, share)), exposed(&efforts, members(5, Term::Pool, share)))
    };
    let (balance, pool) = five(&[2.0]);
    near(balance, 1.0 / (1.0 + share * 4.0), 1e-12);
    near(balance, pool, 1e-12);
    let (beside_a_giant, pool) = five(&[3.0, 1.0]);
    assert_eq!(beside_a_giant, 1.0);
    near(pool, 1.0 / (1.0 + share * 4.0), 1e-12);
    // Two superpowers of ten: the second stands over five equals who all look at the first.
    let (second, _) = five(&[10.0, 10.0 - 1e-9]);
    assert_eq!(second, 1.0);
    // Distance decides as effort does: whoever is near to the lender is balanced first.
    let mut lab = world(&[1.0, 1.0, 1.0, 2.0, 1.5], members(3, Term::Balance, share));
    lab.terms.issues[0].reach[5 + 4] = [2.0; LANES];
    let mut running = lab.start();
    running.look();
    near(running.course.now.issues[0].reach[4][0], 1.0 / (1.0 + share), 1e-12);
    near(running.course.now.issues[0].reach[3][0], 1.0 / (1.0 + share), 1e-12);
}
