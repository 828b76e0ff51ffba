//! Warheads (model §6): accidents whatever deterrence does, deterrence whatever accidents do, and what power is left.

use herz_tests::Running;
use proptest::prelude::*;
use theory::closed_form::deterrence::risk_over;
use theory::happen::What;
use theory::issue::nuclear::{CAUSES, damage, deterred, power, usable_power};
use theory::real::{exp, ln};
use theory::world::LANES;

use crate::cases;
use crate::scene::{Scene, actor, numbers};

/// Two nuclear powers with fixed weights and these numbers of the issue and of both.
fn powers(weight: f64, issue: &[(&str, f64)], nuclear: &[(&str, f64)], forces: &[(&str, f64)]) -> Scene {
    let one = |id, k| actor(id, 10.0, k, forces).fixed(weight);
    let scene = Scene { kind: "nuclear", ..Scene::of(100, vec![one("ada", 60.0), one("bob", 40.0)]) };
    scene.issue(&numbers(issue)).issue("[issues.nuclear]").issue(&numbers(nuclear))
}

/// Forces whose one accident has this rate at each power, escalates for certain and whose damage is whole.
fn doomsday(key: &'static str, rate: f64) -> Scene {
    let mut rates = vec![("false_warning", 0.0), ("unauthorised_use", 0.0), ("technical_fault", 0.0)];
    rates.retain(|(other, _)| *other != key);
    let forces = [("damage_scale", 1e-6), ("readiness", 1.0), ("second_strike", 1.0), (key, rate)];
    let all: Vec<_> = rates.into_iter().chain(forces).collect();
    powers(0.3, &[], &[("escalation_calm", 1.0), ("escalation_crisis", 1.0), ("rational_control", 1.0)], &all)
}

fn accidents(world: &Running) -> [f64; 3] {
    std::array::from_fn(|cause| world.ledgers[0].accident[cause][0][0])
}

/// V51: a constant risk of 0.9 % a year (Barrett, Baum & Hostetler 2013) over 10, 50, 75 and 100 years, from a file
/// through checker, draw, steps and ledger; and as many runs end so as should.
#[test]
fn theorem_v51_a_constant_hazard_gives_the_horizon_table() {
    let hazard = -ln(1.0 - 0.009);
    for key in ["false_warning", "unauthorised_use", "technical_fault"] {
        let mut world = doomsday(key, 0.5 * hazard).start();
        let mut done = 0;
        for (years, printed) in [(10, 0.0864), (50, 0.3637), (75, 0.4924), (100, 0.5951)] {
            world.advance(12 * (years - done), None);
            done = years;
            let risk = 1.0 - exp(-accidents(&world).iter().sum::<f64>());
            assert!((risk - risk_over(0.009, f64::from(years))).abs() < 1e-6, "{key} {years}: {risk}");
            assert!((risk - printed).abs() < 5e-5, "{key} {years}: {risk}");
        }
    }
    let mut lab = doomsday("false_warning", 0.5 * hazard).lab();
    // Nobody attacks: what ends a run is an accident.
    lab.terms.issues[0].first_strike = [0.0; LANES];
    let (mut ended, mut years) = (0.0f64, [0.0f64; 2]);
    for seed in 0..300 {
        let mut world = lab.clone().start();
        world.advance(12 * 50, Some(seed));
        ended += world.course.state.intact.iter().filter(|intact| **intact == 0.0).count() as f64;
        for h in world.course.state.log.iter().flatten() {
            assert_eq!(h.what, What::NuclearAccident(0));
            years[h.actor] += 1.0;
        }
    }
    let (runs, p) = (300.0 * LANES as f64, 0.3637);
    // Four standard errors: false alarm 6·10⁻⁵, and the seeds are fixed.
    assert!((ended / runs - p).abs() < 4.0 * (p * (1.0 - p) / runs).sqrt(), "{}", ended / runs);
    assert!((years[0] - years[1]).abs() < 4.0 * ended.sqrt(), "{years:?}");
}

proptest! {
    #![proptest_config(cases())]

    /// Accident and deliberate attack are never merged: what raises one leaves the other as it was, bit for bit; and
    /// what actors fear, and hence do, depends on neither.
    #[test]
    fn theorem_accident_and_attack_are_never_merged(
        w in 0.05..1.0, control in 0.5..1.0, second in 0.05..1.0, scale in 1.0..100.0, rate in 0.01..0.5, greedy in 0u8..2,
    ) {
        let run = |control: f64, rate: f64, greedy: u8| {
            let forces = [
                ("second_strike", second), ("damage_scale", scale), ("false_warning", rate), ("technical_fault", 0.1 * rate),
                ("greedy", f64::from(greedy)),
            ];
            let mut world = powers(w, &[("greed_excess", 0.01)], &[("rational_control", control)], &forces).start();
            world.advance(120, None);
            world
        };
        let (one, tame, quiet) = (run(control, rate, greedy), run(0.0, rate, greedy), run(control, 0.0, greedy));
        prop_assert_eq!(accidents(&one), accidents(&tame));
        prop_assert_eq!(one.ledgers[0].objective.clone(), quiet.ledgers[0].objective.clone());
        prop_assert_eq!(one.ledgers[0].perceived.clone(), tame.ledgers[0].perceived.clone());
        prop_assert_eq!(one.world.issues[0].log_effort.clone(), tame.world.issues[0].log_effort.clone());
        prop_assert!(accidents(&one).iter().sum::<f64>() > 0.0 && accidents(&quiet)[0] == 0.0);
        prop_assert!(one.ledgers[0].objective[0][0] < tame.ledgers[0].objective[0][0]);
    }

    /// Deterrence multiplies the hazard of deliberate attack by 1 − control·damage/(1 + ideology), damage that of the
    /// victim's answer to the attacker, at every moment.
    #[test]
    fn theorem_deterrence_multiplies_deliberate_attack_only(
        w in 0.05..1.0, control in 0.0..1.0, second in 0.0..1.0, scale in 1.0..100.0, creed in 0.0..1.0, years in 0u32..9,
    ) {
        let forces = [("second_strike", second), ("damage_scale", scale)];
        let run = |control: f64| {
            let mut world = powers(w, &[], &[("rational_control", control), ("ideology", creed)], &forces).start();
            world.advance(12 * years, None);
            world
        };
        let (mut deterred_world, mut open) = (run(control), run(0.0));
        for victim in 0..2 {
            let answer = damage(second * open.effort(victim), scale);
            let left = 1.0 - control * answer / (1.0 + creed);
            prop_assert!((deterred(answer, control, creed) - left).abs() < 1e-15);
            let (with, without) = (deterred_world.look().hazard[victim][0], open.look().hazard[victim][0]);
            prop_assert!((with / (without * left) - 1.0).abs() < 1e-12, "{with} {without} {left}");
        }
    }

    /// "Absolute power, absolute impotence": between equals usable power has a hump inside the range of damage exactly
    /// if control is over (1 + ideology)/2, without ideology over one half; its top is at (1 + ideology)/(2·control).
    #[test]
    fn theorem_usable_power_has_its_hump(control in 0.01..1.0f64, creed in 0.0..1.0f64) {
        prop_assume!((2.0 * control - 1.0 - creed).abs() > 0.02);
        let power = |i: u32| {
            let d = damage(f64::from(i) * 0.005, 1.0);
            (d, usable_power(d, d, control, creed))
        };
        let all: Vec<(f64, f64)> = (0..3000).map(power).collect();
        let top = all.iter().fold((0.0, 0.0), |best, now| if now.1 > best.1 { *now } else { best });
        let falls = all.windows(2).any(|two| two[1].1 < two[0].1 - 1e-15);
        prop_assert_eq!(falls, control > 0.5 * (1.0 + creed));
        if falls {
            prop_assert!((top.0 - (1.0 + creed) / (2.0 * control)).abs() < 0.01, "{top:?}");
            prop_assert!(all[2999].1 < top.1);
        }
    }

    /// Time to decide filters false warnings and nothing else: each further unit leaves e^−checking of them. Tension
    /// raises what escalates, in logs between calm and crisis; readiness raises everything in proportion.
    #[test]
    fn theorem_time_tension_and_readiness_act_where_they_should(
        time in 0.1..5.0, checking in 0.0..2.0, w in 0.0..1.0, ready in 0.05..1.0, calm in 0.001..0.1, crisis in 0.1..1.0,
    ) {
        let rates = [("false_warning", 0.3), ("unauthorised_use", 0.2), ("technical_fault", 0.1)];
        let forces: Vec<_> =
            rates.into_iter().chain([("damage_scale", 1e-6), ("readiness", ready), ("decision_time", time)]).collect();
        let nuclear = [("checking", checking), ("escalation_calm", calm), ("escalation_crisis", crisis)];
        let mut world = powers(w, &[], &nuclear, &forces).start();
        world.advance(12, None);
        let odds = exp((1.0 - w) * ln(calm) + w * ln(crisis));
        for (cause, (_, rate)) in rates.into_iter().enumerate() {
            let passed = if cause == 0 { exp(-checking * (time - 1.0)) } else { 1.0 };
            // Both powers' accidents bear on each: twice the rate, over one year.
            let want = 2.0 * rate * passed * ready * odds;
            prop_assert!((accidents(&world)[cause] / want - 1.0).abs() < 1e-9, "{}", CAUSES[cause]);
        }
    }
}

/// Who uses the weapons, and what fails, come as often as their hazards say.
#[test]
fn theorem_ends_come_as_often_as_their_hazards() {
    let rates = [("false_warning", 0.03), ("unauthorised_use", 0.02), ("technical_fault", 0.01)];
    let forces: Vec<_> =
        rates.into_iter().chain([("damage_scale", 1e-6), ("readiness", 1.0), ("second_strike", 0.0)]).collect();
    let nuclear = [("escalation_calm", 1.0), ("escalation_crisis", 1.0)];
    let scene = powers(0.5, &[("exposure", 0.3), ("shock", 0.0), ("first_strike", 0.5)], &nuclear, &forces);
    let mut lab = scene.lab();
    // Bob attacks from greed, without more effort, so that the two are told apart.
    (lab.terms.issues[0].greedy[1], lab.terms.issues[0].greed_excess[1]) = ([1.0; LANES], [0.0; LANES]);
    let mut settled = lab.clone().start();
    settled.settle();
    lab.initial = settled.world.issues[0].log_effort.iter().map(|lane| lane.map(exp)).collect();
    let hazard: Vec<f64> = settled.look().hazard.iter().map(|lane| lane[0]).collect();
    let mut counts = [0.0; 5];
    for seed in 0..400 {
        let mut world = lab.clone().start();
        world.advance(12, Some(seed));
        for h in world.course.state.log.iter().flatten() {
            match h.what {
                What::NuclearAttack => counts[h.actor] += 1.0,
                What::NuclearAccident(cause) => counts[2 + usize::from(cause)] += 1.0,
                other => panic!("{other:?}"),
            }
        }
    }
    // What bears on ada is bob's attack. Both powers have accidents.
    let parts = [hazard[1], hazard[0], 0.06, 0.04, 0.02];
    let (all, runs) = (parts.iter().sum::<f64>(), 400.0 * LANES as f64);
    for (count, part) in counts.iter().zip(parts) {
        let p = (1.0 - exp(-all)) * part / all;
        // Within a step attack is asked for first: a bias of less than a step's hazard.
        let bias = runs * p * all / 24.0;
        assert!((count - runs * p).abs() < 4.0 * (runs * p * (1.0 - p)).sqrt() + bias, "{counts:?} {parts:?}");
    }
}

/// A run does not depend on the others of its block: whom accidents can reach is asked of each run alone.
#[test]
fn theorem_accidents_do_not_depend_on_neighbouring_runs() {
    let forces = [("damage_scale", 1.0)];
    let three = ["ada", "bob", "cyd"].map(|id| actor(id, 10.0, 50.0, &forces).fixed(0.4));
    let scene = Scene { kind: "nuclear", ..Scene::of(9, three.to_vec()) }.issue("[issues.nuclear]");
    let run = |others: f64| {
        let mut lab = scene.lab();
        for p in [2, 6] {
            lab.terms.issues[0].reach[p] = [others; LANES];
            lab.terms.issues[0].reach[p][0] = 0.0;
        }
        let mut world = lab.start();
        world.advance(12, Some(1));
        (0..3).map(|i| world.ledgers[0].accident[0][i][0]).collect::<Vec<f64>>()
    };
    assert_eq!(run(0.0), run(1.0));
}

/// Two powers that differ in everything: efforts 10 and 30, forces, scales, creeds and weights; nothing moves.
fn unlike() -> herz_tests::Lab {
    let forces = [("damage_scale", 1.0), ("false_warning", 0.2), ("unauthorised_use", 0.1), ("technical_fault", 0.05)];
    let nuclear = [("rational_control", 0.9), ("escalation_calm", 0.1), ("escalation_crisis", 0.8)];
    let mut lab = powers(0.5, &[], &nuclear, &forces).lab();
    (lab.initial, lab.terms.floor) = (vec![[10.0; LANES], [30.0; LANES]], vec![[0.2; LANES], [0.7; LANES]]);
    let issue = &mut lab.terms.issues[0];
    issue.adjustment = [0.0; LANES];
    let Some(nuclear) = &mut issue.physics.nuclear else { panic!("warheads") };
    let of = |[a, b]: [f64; 2]| vec![[a; LANES], [b; LANES]];
    (nuclear.second_strike, nuclear.damage_scale) = (of([0.5, 0.3]), of([20.0, 8.0]));
    (nuclear.readiness, nuclear.restraint, nuclear.decision_time) = (of([0.9, 0.4]), of([0.6, 0.95]), of([1.0, 3.0]));
    nuclear.ideology = vec![[0.0; LANES], [0.1; LANES], [0.7; LANES], [0.0; LANES]];
    nuclear.checking = [0.5; LANES];
    lab
}

/// An accident is its owner's: its rate, readiness, restraint, time and suspicion; what it costs depends on its own
/// warheads and the other's society. It is suffered by both.
#[test]
fn theorem_an_accident_is_its_owners_and_hits_the_other() {
    let mut world = unlike().start();
    world.advance(1, None);
    let escalates = |w: f64| exp((1.0 - w) * ln(0.1) + w * ln(0.8));
    let ada = 0.9 * 0.6 * escalates(0.2) * (1.0 - exp(-10.0 / 8.0));
    let bob = 0.4 * 0.95 * escalates(0.7) * (1.0 - exp(-30.0 / 20.0));
    for (cause, rate) in [0.2, 0.1, 0.05].into_iter().enumerate() {
        let late = if cause == 0 { exp(-0.5 * 2.0) } else { 1.0 };
        let want = [rate * ada, rate * late * bob];
        for i in 0..2 {
            let reading = &world.readings[0];
            assert!((reading.origin[cause][i][0] / want[i] - 1.0).abs() < 1e-9, "{} {i}", CAUSES[cause]);
            assert!((reading.accident[cause][i][0] / (want[0] + want[1]) - 1.0).abs() < 1e-9);
        }
    }
}

/// An attacker is held off by what the victim has left and by how much of the attacker it destroys, less so the further
/// off the attacker sees the victim's creed; usable power is threat times will, the will that of who threatens.
#[test]
fn theorem_deterrence_is_the_victims_answer_and_the_attackers_creed() {
    let mut world = unlike().start();
    world.look();
    // Damage that ada's answer does to bob, and bob's to ada; ada sees bob's creed at 0.1, bob hers at 0.7.
    let (to_bob, to_ada) = (1.0 - exp(-0.5 * 10.0 / 8.0), 1.0 - exp(-0.3 * 30.0 / 20.0));
    let (ada, bob) = (1.0 - 0.9 * to_ada / 1.1, 1.0 - 0.9 * to_bob / 1.7);
    let temper = &world.course.now.issues[0].conduct.temper;
    assert!(
        (temper[1][0] - bob).abs() < 1e-12 && (temper[2][0] - ada).abs() < 1e-12,
        "{} {}",
        temper[1][0],
        temper[2][0]
    );
    for (i, want) in [[to_bob, to_bob * ada], [to_ada, to_ada * bob]].into_iter().enumerate() {
        let got = power(&world.terms, 0, &world.readings[0], i).map(|lane| lane[0]);
        assert!(got.iter().zip(want).all(|(g, w)| (g - w).abs() < 1e-12), "{i}: {got:?} {want:?}");
    }
    // Whom one cannot reach is no rival, though it may reach back.
    world.terms.issues[0].reach[2] = [0.0; LANES];
    assert_eq!(power(&world.terms, 0, &world.readings[0], 0), [[0.0; LANES]; 2]);
    assert!(power(&world.terms, 0, &world.readings[0], 1)[0][0] > 0.0);
}

/// An actor's accidents are as many however many rivals it has: they are spread evenly over those it can reach.
#[test]
fn theorem_accidents_are_spread_over_rivals() {
    for rivals in 1..=3usize {
        let mut rates = vec![("unauthorised_use", 0.2), ("false_warning", 0.0), ("technical_fault", 0.0)];
        rates.extend([("damage_scale", 1e-6), ("readiness", 1.0)]);
        let all = ["ada", "bob", "cyd", "dan"].map(|id| actor(id, 10.0, 50.0, &rates).fixed(0.4));
        let scene = Scene { kind: "nuclear", ..Scene::of(9, all[..=rivals].to_vec()) }.issue("[issues.nuclear]");
        let certain = numbers(&[("escalation_calm", 1.0), ("escalation_crisis", 1.0)]);
        let mut world = scene.issue(&certain).start();
        world.advance(1, None);
        let reading = &world.readings[0];
        for i in 0..=rivals {
            assert!((reading.origin[1][i][0] - 0.2).abs() < 1e-12, "{rivals} rivals");
            // Its own, and from each rival a share of that one's.
            assert!((reading.accident[1][i][0] - 0.4).abs() < 1e-12, "{rivals} rivals");
        }
    }
}

/// Who attacks is drawn in proportion to what each adds to the victim's hazard.
#[test]
fn theorem_attackers_are_named_in_proportion() {
    let forces = [("damage_scale", 1.0)];
    let three = ["ada", "bob", "cyd"].map(|id| actor(id, 10.0, 50.0, &forces).fixed(0.4));
    let scene = Scene { kind: "nuclear", ..Scene::of(9, three.to_vec()) };
    let mut lab = scene.issue("[issues.nuclear]").issue(&numbers(&[("rational_control", 0.0)])).lab();
    let issue = &mut lab.terms.issues[0];
    (issue.adjustment, issue.shock) = ([0.0; LANES], [0.0; LANES]);
    // Bob and cyd, both greedy and of one size, can reach ada; cyd three times as well. Nobody else reaches anybody.
    issue.greedy = vec![[0.0; LANES], [1.0; LANES], [1.0; LANES]];
    issue.reach = vec![[0.0; LANES]; 9];
    (issue.reach[1], issue.reach[2]) = ([0.2; LANES], [0.6; LANES]);
    let mut counts = [0.0f64; 3];
    for seed in 0..200 {
        let mut world = lab.clone().start();
        world.advance(12, Some(seed));
        for h in world.course.state.log.iter().flatten().filter(|h| h.what == What::NuclearAttack) {
            assert_eq!(h.partner, 0);
            counts[h.actor] += 1.0;
        }
    }
    let all = counts[1] + counts[2];
    assert!(counts[0] == 0.0 && all > 1_000.0, "{counts:?}");
    assert!((counts[1] / all - 0.25).abs() < 4.0 * (0.25 * 0.75 / all).sqrt(), "{counts:?}");
}
