//! Technology and posture: P8 in full, Jervis's four worlds, the dread of decline.

use proptest::prelude::*;
use theory::issue::military::{chosen_posture, posture_evidence};
use theory::real::ln;

use crate::cases;
use crate::scene::{Scene, actor, numbers};

/// Noise-free runs that start from effort at need; `force` are the numbers of the issue.
fn two(mu: f64, empathy: f64, posture: f64, force: &[(&str, f64)]) -> Scene {
    let actors = ["ada", "bob"].map(|id| actor(id, 1.0, 4.0, &[("posture", posture)]));
    let scene = Scene { empathy, ..Scene::of(30, actors.to_vec()) };
    scene.issue(&numbers(force)).issue(&numbers(&[("mistrust", mu), ("exposure", 0.5)]))
}

proptest! {
    #![proptest_config(cases())]

    /// P8: with x0 → 0 and a fixed weight, ln x̄ = ln(K·w) + B + κ(φ_i + φ_j), as drawn from a file.
    #[test]
    fn theorem_p8_technology_and_posture_multiply_effort(
        k in 0.5..20.0, w in 0.05..1.0, b in -2.0..2.0f64, kappa in 0.0..2.0, mine in -1.0..1.0, theirs in -1.0..1.0,
        told in 0.0..1.0,
    ) {
        for told in [0.0, told] {
            let stake = |id, posture| actor(id, 1e-9, k, &[("posture", posture)]).fixed(w);
            let force = [("offence_advantage", b), ("posture_weight", kappa), ("distinguishability", told)];
            let scene = Scene::of(1, vec![stake("ada", mine), stake("bob", theirs)]).issue(&numbers(&force));
            let mut lab = scene.lab();
            lab.initial.iter_mut().for_each(|x| *x = [1.0; theory::world::LANES]);
            let mut world = lab.start();
            world.settle();
            // Who is benign moves towards pure defence as far as postures can be told apart.
            let postures = (1.0 - told) * (mine + theirs) - 2.0 * told;
            prop_assert!((ln(world.effort(0)) - (ln(k * w) + b + kappa * postures)).abs() < 1e-9);
        }
    }

    /// A posture shows the greedy as greedy and the benign as benign, by the same amount, and nothing at D = 0.
    #[test]
    fn theorem_posture_tells_the_motives_apart(usual in -0.99..1.0, told in 0.01..1.0, kappa in 0.01..2.0) {
        let shown = |greedy: f64, told: f64| posture_evidence(usual, told, kappa, chosen_posture(usual, told, greedy));
        let (benign, greedy) = (shown(0.0, told), shown(1.0, told));
        prop_assert!(benign < 0.0 && (benign + greedy).abs() < 1e-12);
        prop_assert_eq!([shown(0.0, 0.0), shown(1.0, 0.0)], [0.0, 0.0]);
    }

    /// Jervis (1978): between security seekers the world is worst where attack has the advantage and postures cannot
    /// be told apart, best where defence has it and they can; the two mixed worlds lie between.
    #[test]
    fn theorem_four_worlds_stand_in_order(
        mu in 0.05..0.9, empathy in 0.0..0.6, posture in -0.5..0.8, b in 0.1..1.0f64, kappa in 0.1..1.0, told in 0.2..1.0,
    ) {
        let world = |b: f64, told: f64| {
            let force = [("offence_advantage", b), ("posture_weight", kappa), ("distinguishability", told)];
            let mut world = two(mu, empathy, posture, &force).start();
            world.settle().advance(12 * 30, None);
            let hazard = world.ledgers[0].objective[0][0];
            (hazard, world.ledgers[0].effort[0][0])
        };
        let (worst, told_apart, sheltered, best) = (world(b, 0.0), world(b, told), world(-b, 0.0), world(-b, told));
        for (more, less) in [(worst, told_apart), (worst, sheltered), (told_apart, best), (sheltered, best)] {
            prop_assert!(more.0 > less.0 && more.1 > less.1, "{:?}", (worst, told_apart, sheltered, best));
        }
    }
}

/// The largest exaggerates by `transition` × the growth by which the fastest riser it faces outpaces it; nobody else does.
#[test]
fn theorem_only_the_largest_dreads_decline() {
    let growing = |id, k: f64, rate: f64| actor(id, 1.0, k, &[]).growing(&[0.0, 10.0], &[1.0, (10.0 * rate).exp()]);
    let actors = vec![growing("ada", 9.0, 0.01), growing("bob", 4.0, 0.04), growing("cyd", 3.0, 0.07)];
    let scene = Scene::of(10, actors).issue(&numbers(&[("transition", 5.0)]));
    let seen = |scene: &Scene, months| {
        let mut world = scene.start();
        world.advance(months, None);
        world.course.now.misperception.iter().map(|lane| lane[0]).collect::<Vec<f64>>()
    };
    let near = |got: Vec<f64>, want: [f64; 3]| {
        assert!(got.iter().zip(want).all(|(a, b)| (a - b).abs() < 1e-9), "{got:?} {want:?}");
    };
    near(seen(&scene, 24), [5.0 * 0.06, 0.0, 0.0]);
    // Whom it does not face it does not dread.
    let apart = "exposure = { matrix = [[0, 1, 0], [1, 0, 1], [0, 1, 0]], unit = \"per year\", source = \"test\" }";
    near(seen(&scene.clone().issue(apart), 24), [5.0 * 0.03, 0.0, 0.0]);
    // Facing is mutual: who is exposed to it is dreaded too.
    let one_way = "exposure = { matrix = [[0, 1, 0], [1, 0, 1], [1, 1, 0]], unit = \"per year\", source = \"test\" }";
    near(seen(&scene.clone().issue(one_way), 24), [5.0 * 0.06, 0.0, 0.0]);
    // The dread passes on: 8.5 e^0.04t is over 9 e^0.01t from year 2 on, and cyd outpaces bob by 0.03.
    let mut passed = scene.clone();
    passed.actors[1] = growing("bob", 8.5, 0.04);
    near(seen(&passed, 60), [0.0, 5.0 * 0.03, 0.0]);
}

/// It dreads the growth of the year behind it, not of the one ahead, on top of the bias that it has anyway.
#[test]
fn theorem_dread_is_of_the_year_behind_and_adds_to_bias() {
    let riser = actor("bob", 1.0, 4.0, &[]).growing(&[5.0, 15.0], &[1.0, 0.4f64.exp()]);
    let actors = vec![actor("ada", 1.0, 9.0, &[]).with(&numbers(&[("misperception", 0.1)])), riser];
    let scene = Scene::of(10, actors).issue(&numbers(&[("transition", 5.0)]));
    for (months, growth) in [(60, 0.0), (66, 0.02), (72, 0.04), (100, 0.04)] {
        let mut world = scene.start();
        world.advance(months, None);
        let got = world.course.now.misperception[0][0];
        assert!((got - (0.1 + 5.0 * growth)).abs() < 1e-9, "month {months}: {got}");
    }
}
