//! P1, P2, P5, P6, P7, P8: what beliefs that stand still make actors do.

use herz_tests::Lab;
use proptest::prelude::*;
use theory::closed_form::{effort_with_care, efforts_with_foresight};
use theory::real::ln;
use theory::security::waste_share;
use theory::world::LANES;

use crate::cases;

fn near(a: f64, b: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * b.abs().max(1e-300)
}

proptest! {
    #![proptest_config(cases())]

    /// P1: under full authority need is the baseline, whatever anyone believes or wants.
    #[test]
    fn theorem_p1_full_authority_leaves_only_the_baseline(
        x0 in 0.01..100.0, k in 0.01..100.0, mu in 0.001..0.999, start in 0.01..100.0, greedy in 0u8..2, n in 2usize..6,
    ) {
        let mut lab = Lab::equals(n, x0, k, mu, 0.3, 0.5).from_effort(start);
        lab.terms.issues[0].reach = vec![[0.0; LANES]; n * n];
        lab.terms.issues[0].greedy = vec![[f64::from(greedy); LANES]; n];
        let mut world = lab.start();
        prop_assert!(near(world.need(0), x0, 1e-14));
        world.advance(600, None);
        prop_assert!(near(world.need(n - 1), x0, 1e-14));
    }

    /// P1: need falls strictly as authority rises, at the same beliefs and efforts.
    #[test]
    fn theorem_p1_need_is_monotone_in_authority(
        x0 in 0.01..10.0, k in 0.1..10.0, mu in 0.01..0.99, a in 0.0..0.98, step in 0.01..0.02, x in 0.1..10.0,
    ) {
        let need = |alpha: f64| {
            let mut lab = Lab::equals(2, x0, k, mu, 0.3, 0.5).from_effort(x);
            lab.terms.issues[0].reach = vec![[1.0 - alpha; LANES]; 4];
            lab.start().need(0)
        };
        prop_assert!(need(a) > need(a + step));
    }

    /// P2: all benign and known to be: effort returns to baseline, at the speed of adjustment.
    #[test]
    fn theorem_p2_known_goodwill_returns_effort_to_baseline(x0 in 0.01..100.0, start in 0.01..1000.0, k in 0.1..100.0) {
        let mut world = Lab::equals(3, x0, k, 0.5, 0.3, 0.5).fixed_weight(0.0).from_effort(start).start();
        world.advance(120, None);
        // Euler's steps: the distance in logs shrinks by 1 − Δ each.
        let left = ln(start / x0) * (0..120).fold(1.0, |f, _| f * (11.0 / 12.0));
        prop_assert!((ln(world.effort(0) / x0) - left).abs() < 1e-9);
        world.advance(6000, None);
        prop_assert!(near(world.effort(2), x0, 1e-10));
    }

    /// P5: at equal effort the perceived hazard is (n−1)t whatever the level, and objective hazards depend on
    /// ratios alone, so that the proportional excess over the baseline is pure waste.
    #[test]
    fn theorem_p5_hazard_does_not_depend_on_the_level(
        w in 0.01..1.0, reach in 0.01..2.0, x in 0.1..100.0, factor in 1.01..10.0, n in 2usize..7, rho in 0.0..1.0,
    ) {
        let world = |scale: f64| {
            let mut lab = Lab::equals(n, 0.05, 5.0, 0.2, 0.3, 0.5).fixed_weight(w).from_effort(x * scale);
            lab.terms.issues[0].reach = vec![[reach; LANES]; n * n];
            lab.terms.issues[0].first_strike = [rho; LANES];
            // Unequal efforts too: the last actor has half of the others'.
            lab.initial[n - 1] = [0.5 * x * scale; LANES];
            let mut world = lab.start();
            world.advance(1, None);
            (world.ledgers[0].perceived[0][0] * 12.0, world.ledgers[0].objective[0][0] * 12.0, world.ledgers[0].waste[0][0])
        };
        let (one, more) = (world(1.0), world(factor));
        prop_assert!(near(one.0, w * reach * (n as f64 - 1.5), 1e-12));
        prop_assert!(near(one.0, more.0, 1e-12) && near(one.1, more.1, 1e-12));
        // What the larger effort adds buys nobody anything: it is waste to the last unit.
        prop_assert!(near(more.2 - one.2, x * (factor - 1.0) / 12.0, 1e-9));
        prop_assert_eq!(waste_share(1.5), 0.0);
    }

    /// P6: with care u two equals settle at K·t·(1−u).
    #[test]
    fn theorem_p6_care_lowers_effort_in_proportion(k in 0.5..20.0, t in 0.1..1.0, u in 0.0..0.9, start in 0.05..20.0) {
        let mut lab = Lab::equals(2, 1e-9, k, 0.5, 0.3, 0.5).fixed_weight(t).from_effort(start * k * t);
        lab.terms.care = vec![[u; LANES]; 2];
        let mut world = lab.start();
        world.advance(12 * 400, None);
        prop_assert!(near(world.effort(0), effort_with_care(k, t, u), 1e-6));
    }

    /// P6: with foresight d < ½ the upper root attracts from above the lower one; below it the race unwinds.
    #[test]
    fn theorem_p6_foresight_has_two_roots(k in 0.5..20.0, t in 0.1..1.0, d in 0.02..0.48) {
        let (low, high) = efforts_with_foresight(k, t, d).expect("d < ½");
        let settle = |from: f64| {
            let mut lab = Lab::equals(2, 1e-7, k, 0.5, 0.3, 0.5).fixed_weight(t).from_effort(from);
            lab.terms.foresight = vec![[d; LANES]; 2];
            let mut world = lab.start();
            world.advance(12 * 600, None);
            world.effort(0)
        };
        prop_assert!(near(settle(low * 1.05), high, 1e-5), "from above {} to {} not {}", low * 1.05, settle(low * 1.05), high);
        prop_assert!(settle(low * 0.95) < 1e-3 * low);
        prop_assert!(near(settle(high * 3.0), high, 1e-5));
    }

    /// P6: d > ½ unwinds any race.
    #[test]
    fn theorem_p6_strong_foresight_unwinds_any_race(k in 0.5..20.0, t in 0.1..1.0, d in 0.56..2.0, start in 0.01..50.0) {
        prop_assert!(efforts_with_foresight(k, t, d).is_none());
        let mut lab = Lab::equals(2, 1e-7, k, 0.5, 0.3, 0.5).fixed_weight(t).from_effort(start * k * t);
        lab.terms.foresight = vec![[d; LANES]; 2];
        let mut world = lab.start();
        world.advance(12 * 600, None);
        prop_assert!(world.effort(0) < 1e-3 * k * t);
    }

    /// P7: at fixed beliefs, without care and foresight, need contracts with modulus ≤ ½ in logs.
    #[test]
    fn theorem_p7_capabilities_alone_never_spiral(
        x0 in prop::collection::vec(0.001..10.0, 4), k in prop::collection::vec(0.01..50.0, 4),
        reach in prop::collection::vec(0.0..3.0, 16), w in 0.0..1.0,
        a in prop::collection::vec(-4.0..4.0f64, 4), b in prop::collection::vec(-4.0..4.0f64, 4),
    ) {
        let needs = |log_x: &[f64]| -> Vec<f64> {
            let mut lab = Lab::equals(4, 1.0, 1.0, 0.5, 0.3, 0.5).fixed_weight(w);
            for i in 0..4 {
                lab.terms.issues[0].baseline[i] = [x0[i]; LANES];
                lab.terms.issues[0].responsiveness[i] = [k[i]; LANES];
                lab.initial[i] = [theory::real::exp(log_x[i]); LANES];
                for j in 0..4 {
                    lab.terms.issues[0].reach[i * 4 + j] = [if i == j { 0.0 } else { reach[i * 4 + j] }; LANES];
                }
            }
            let mut world = lab.start();
            (0..4).map(|i| ln(world.need(i))).collect()
        };
        let distance = |p: &[f64], q: &[f64]| p.iter().zip(q).map(|(x, y)| (x - y).abs()).fold(0.0, f64::max);
        prop_assert!(distance(&needs(&a), &needs(&b)) <= 0.5 * distance(&a, &b) + 1e-12);
    }

    /// P8: effort at equilibrium is proportional to exposure: ln x̄ = ln(Kμ) + ln R.
    #[test]
    fn theorem_p8_effort_is_proportional_to_exposure(k in 0.5..20.0, mu in 0.05..1.0, log_r in -2.0..2.0) {
        let mut lab = Lab::equals(2, 1e-9, k, 0.5, 0.3, 0.5).fixed_weight(mu);
        lab.terms.issues[0].reach = vec![[theory::real::exp(log_r); LANES]; 4];
        let mut world = lab.from_effort(1.0).start();
        world.settle();
        prop_assert!((ln(world.effort(0)) - (ln(k * mu) + log_r)).abs() < 1e-9);
    }

    /// Waste: nobody is less safe after everybody has cut its waste, nobody falls under its baseline, and no larger
    /// cut does that: from the baseline upward the least efforts with nobody less safe are exactly these.
    #[test]
    fn theorem_waste_is_all_that_buys_nobody_security(
        x0 in prop::collection::vec(0.1..1.0, 4), over in prop::collection::vec(1.0..9.0, 4),
        reach in prop::collection::vec(0.05..2.0, 16), w in 0.05..1.0,
    ) {
        let n = 4;
        let mut lab = Lab::equals(n, 1.0, 3.0, 0.5, 0.3, 0.5).fixed_weight(w);
        for i in 0..n {
            lab.terms.issues[0].baseline[i] = [x0[i]; LANES];
            lab.initial[i] = [x0[i] * over[i]; LANES];
            for j in 0..n {
                lab.terms.issues[0].reach[i * n + j] = [if i == j { 0.0 } else { reach[i * n + j] }; LANES];
            }
        }
        // The last actor stands apart: nobody can hurt it and it can hurt nobody.
        for p in 0..n * n {
            if p / n != p % n && (p / n == 3 || p % n == 3) {
                lab.terms.issues[0].reach[p] = [0.0; LANES];
            }
        }
        lab.terms.issues[0].circle = theory::world::circles(n, &lab.terms.issues[0].reach);
        prop_assert_eq!(lab.terms.issues[0].circle.clone(), vec![0, 0, 0, 3]);
        let reach_of = |i: usize, j: usize| lab.terms.issues[0].reach[i * n + j][0];
        let x: Vec<f64> = (0..n).map(|i| x0[i] * over[i]).collect();
        let hazard = |y: &[f64], i: usize| (0..n).filter(|&j| j != i).map(|j| reach_of(i, j) * w * y[j] / y[i]).sum::<f64>();
        // Least fixed point of y ← max(x0, what keeps everybody as safe as under x), from below.
        let mut y = x0.clone();
        for _ in 0..20_000 {
            let next: Vec<f64> = (0..n).map(|i| {
                let now = hazard(&x, i);
                let needed = if now > 0.0 { (0..n).filter(|&j| j != i).map(|j| reach_of(i, j) * w * y[j]).sum::<f64>() / now } else { 0.0 };
                x0[i].max(needed)
            }).collect();
            y = next;
        }
        let mut world = lab.clone().start();
        world.advance(1, None);
        for i in 0..n {
            let left = x[i] - world.ledgers[0].waste[i][0] * 12.0;
            prop_assert!(near(left, y[i], 1e-6), "actor {} keeps {} not {}", i, left, y[i]);
        }
    }
}
