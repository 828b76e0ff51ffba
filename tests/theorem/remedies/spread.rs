//! P12: how universalism spreads, and whether it comes before an accident does.

use herz_tests::{Lab, Running};
use theory::closed_form::years_to_share;
use theory::course::Course;
use theory::issue::military::War;
use theory::issue::nuclear::Nuclear;
use theory::real::exp;
use theory::remedy::{Remedy, Rule, Term};
use theory::world::{LANES, Reading, World};

use super::{between, carried, lever, near};

/// Rate, share at the start, and ceiling of each replication.
fn spread(l: usize) -> (f64, f64, f64) {
    let x = l as f64 / 16.0;
    (0.1 + x, 0.01 + 0.1 * x, 0.5 + 0.5 * x)
}

fn universalism(ceiling: bool, shock: f64) -> Remedy<LANES> {
    let rule = Rule::Spreading {
        rate: std::array::from_fn(|l| spread(l).0),
        seed: std::array::from_fn(|l| spread(l).1),
        ceiling: std::array::from_fn(|l| if ceiling { spread(l).2 } else { 1.0 }),
        shock: [shock; LANES],
    };
    carried(&[0, 1], rule, vec![lever(Term::Care, 0.1)])
}

fn two(remedies: Vec<Remedy<LANES>>, dt: f64) -> Running {
    let mut lab = Lab::equals(2, 1.0, 5.0, 0.3, 0.3, 0.5);
    lab.terms.remedies = remedies;
    lab.dt = dt;
    let mut world = lab.start();
    world.look();
    world
}

/// The logistic curve c·v e^{rct}/(c − v + v e^{rct}).
fn logistic(rate: f64, seed: f64, ceiling: f64, time: f64) -> f64 {
    let grown = seed * exp(rate * ceiling * time);
    ceiling * grown / (ceiling - seed + grown)
}

/// The share at every step from the start on is the logistic curve; after the end it stays.
#[test]
fn theorem_p12_share_follows_the_logistic_curve() {
    for ceiling in [false, true] {
        let remedy = between(universalism(ceiling, 0.0), 2.0, 42.0);
        let mut world = two(vec![remedy], 0.25);
        for step in 0..240 {
            let time = 0.25 * f64::from(step);
            for l in 0..LANES {
                let (rate, seed, most) = spread(l);
                let most = if ceiling { most } else { 1.0 };
                let want = if time < 2.0 { 0.0 } else { logistic(rate, seed, most, time.min(42.0) - 2.0) };
                near(world.course.strength(0, 1)[l], want, 1e-12);
            }
            world.advance(1, None);
        }
    }
}

/// It reaches u₁ after (1/r) ln[u₁(1−u₀)/(u₀(1−u₁))] years, sooner by 1 + q where research quickens it.
#[test]
fn theorem_p12_time_to_a_share_is_exact() {
    for (l, research) in (0..LANES).flat_map(|l| [(l, 0.0), (l, 0.7)]) {
        let (rate, u0, _) = spread(l);
        for u1 in [0.2, 0.5, 0.9, 0.999] {
            let years = years_to_share(rate, u0, u1) / (1.0 + research);
            let odds = |u: f64| u / (1.0 - u);
            near((odds(u1) / odds(u0)).ln() / rate / (1.0 + research), years, 1e-12);
            let helper = carried(&[0], Rule::Timed, vec![lever(Term::Research, research)]);
            let mut world = two(vec![universalism(false, 0.0), helper], years / 300.0);
            world.advance(300, None);
            near(world.course.strength(0, 0)[l], u1, 1e-9);
        }
    }
}

/// While it is phased in it spreads at so much of its rate: the logistic curve in ∫ calendar dt, from the start on.
#[test]
fn theorem_p12_a_ramp_slows_the_spread() {
    let remedy = Remedy { ramp: [4.0; LANES], ..between(universalism(true, 0.0), 1.0, f64::INFINITY) };
    let mut world = two(vec![remedy], 0.25);
    let mut years = 0.0;
    for step in 0..60 {
        let time = 0.25 * f64::from(step);
        for l in 0..LANES {
            let (rate, seed, most) = spread(l);
            let want = if time <= 1.0 { 0.0 } else { logistic(rate, seed, most, years) };
            near(world.course.strength(0, 0)[l], want, 1e-12);
        }
        years += 0.25 * (0.25 * (time - 1.0)).clamp(0.0, 1.0);
        world.advance(1, None);
    }
}

/// Research quickens by its size where all who carry it do all of it; however many they are, and whatever has
/// ended.
#[test]
fn theorem_p12_research_is_a_mean_over_those_who_carry_it() {
    let (rate, u0, _) = spread(5);
    let share = |carriers: &[usize], ended: bool| {
        let helper =
            |i: usize, end: f64| between(carried(&[i], Rule::Timed, vec![lever(Term::Research, 0.7)]), 0.0, end);
        let helpers = if ended {
            vec![helper(0, f64::INFINITY), helper(1, 0.0)]
        } else {
            vec![carried(carriers, Rule::Timed, vec![lever(Term::Research, 0.7)])]
        };
        let mut world = two([vec![universalism(false, 0.0)], helpers].concat(), 0.25);
        world.advance(40, None);
        world.course.strength(0, 0)[5]
    };
    let want = logistic(1.7 * rate, u0, 1.0, 10.0);
    near(share(&[0], false), want, 1e-12);
    near(share(&[0, 1], false), want, 1e-12);
    near(share(&[], true), want, 1e-12);
}

/// Each war wins over its share of the rest, at once and only then.
#[test]
fn theorem_p12_wars_awaken() {
    let mut lab = Lab::equals(2, 1.0, 5.0, 0.6, 0.3, 0.5);
    lab.terms.issues[0].first_strike = [0.9; LANES];
    lab.terms.issues[0].physics.war = Some(quick_wars(2));
    lab.terms.remedies = vec![universalism(true, 0.3)];
    let mut world = lab.start();
    let begun = |world: &Running| world.course.state.wars[0].as_ref().expect("it has wars").begun;
    let mut struck = 0;
    for _ in 0..240 {
        let (share, wars) = (world.look_share(), begun(&world));
        world.advance(1, Some(3));
        for l in 0..LANES {
            let (rate, _, most) = spread(l);
            let grown = logistic(rate, share[l], most, 1.0 / 12.0);
            let shock = if begun(&world)[l] > wars[l] { 0.3 } else { 0.0 };
            struck += usize::from(shock > 0.0);
            near(world.course.strength(0, 0)[l], grown + shock * (most - grown), 1e-12);
        }
    }
    assert!(struck > 100, "{struck} wars");
}

trait Share {
    fn look_share(&mut self) -> [f64; LANES];
}

impl Share for Running {
    fn look_share(&mut self) -> [f64; LANES] {
        self.look();
        self.course.strength(0, 0)
    }
}

/// Wars that break out often and are soon over.
pub(crate) fn quick_wars(n: usize) -> War<LANES> {
    let of = |v: f64| [v; LANES];
    War {
        rate: of(1.0),
        log_force: vec![of(0.0); n * n],
        ending: of(6.0),
        escalation: of(0.1),
        limit: vec![of(1.0); n],
        attrition: [of(0.01), of(0.02), of(0.03)],
        spoils: of(0.0),
        shock_to_trust: of(1.0),
    }
}

/// Warheads whose accidents are all alike and never checked by time.
fn warheads(rate: f64) -> Nuclear<LANES> {
    let of = |v: f64| vec![[v; LANES]; 2];
    Nuclear {
        second_strike: of(0.5),
        damage_scale: of(1.0),
        rational_control: [1.0; LANES],
        ideology: vec![[0.0; LANES]; 4],
        accident: [of(rate), of(0.5 * rate), of(0.25 * rate)],
        readiness: of(1.0),
        decision_time: of(1.0),
        checking: [0.0; LANES],
        restraint: of(1.0),
        escalation: [[0.1; LANES], [0.4; LANES]],
        shadow: [0.0; LANES],
    }
}

/// The chance that universalism reaches u₁ before an accident of hazard h is e^{−h·that}: exactly by the ledger, and in
/// the drawn fates of 4,096 runs.
#[test]
fn theorem_p12_it_comes_before_an_accident_with_the_chance_on_paper() {
    let (rate, u0, u1) = (spread(4).0, spread(4).1, 0.6);
    let years = years_to_share(rate, u0, u1);
    let (mut safe, mut chance) = (0.0, 0.0);
    for seed in 0..256 {
        let mut lab = Lab::equals(2, 1.0, 5.0, 0.3, 0.3, 0.5).fixed_weight(0.4).from_effort(2.0);
        let issue = &mut lab.terms.issues[0];
        (issue.adjustment, issue.first_strike) = ([0.0; LANES], [0.0; LANES]);
        issue.physics.nuclear = Some(warheads(0.2));
        lab.terms.remedies = vec![universalism(false, 0.0)];
        lab.dt = years / 100.0;
        let mut world = lab.start();
        world.advance(100, Some(seed));
        near(world.course.strength(0, 0)[4], u1, 1e-9);
        // P(escalation) at tension 0.4 between 0.1 and 0.4 in logs; both sides' forces; 1 − e^{−2} is hit.
        let escalates = exp(0.6 * 0.1f64.ln() + 0.4 * 0.4f64.ln());
        let hazard = 2.0 * 0.2 * 1.75 * escalates * (1.0 - exp(-2.0));
        chance = exp(-hazard * years);
        let ledger: f64 = world.ledgers[0].accident.iter().map(|cause| cause[0][4]).sum();
        near(exp(-ledger), chance, 1e-9);
        safe += world.course.state.intact.iter().sum::<f64>();
    }
    let share = safe / (256.0 * LANES as f64);
    let error = (chance * (1.0 - chance) / (256.0 * LANES as f64)).sqrt();
    assert!((share - chance).abs() < 4.0 * error, "{share} {chance} ± {error}");
    assert!((0.1..0.9).contains(&chance), "{chance}");
}

/// Terms asked for twice are the same: standing leaves no trace.
#[test]
fn theorem_looking_at_a_remedy_leaves_no_trace() {
    let mut lab = Lab::equals(2, 1.0, 5.0, 0.3, 0.3, 0.5);
    lab.terms.remedies = vec![universalism(true, 0.0)];
    let world: World<f64, LANES> = World::begin(&lab.terms, &[lab.initial.clone()]);
    let mut course = Course::begin(&lab.terms, &world, false);
    let (readings, mut moving) = (vec![Reading::<f64, LANES>::new(2)], world.clone());
    for step in 0..12 {
        course.pass(&lab.terms, &mut moving, &readings, None, step, 1.0 / 12.0);
    }
    let terms = |course: &Course<LANES>| format!("{:?}", course.now.care);
    course.stand(&lab.terms, &world, 1.0);
    let once = terms(&course);
    course.stand(&lab.terms, &world, 1.0);
    assert_eq!(once, terms(&course));
    assert_ne!(once, format!("{:?}", lab.terms.care));
}
