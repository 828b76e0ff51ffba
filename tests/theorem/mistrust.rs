//! P3 and P4: when suspicion feeds itself; and what observation noise may and may not do.

use herz_tests::Lab;
use proptest::prelude::*;
use theory::closed_form::{boundary_mistrust, critical_empathy, largest_spiral};
use theory::real::{exp, ln};
use theory::world::LANES;

use crate::cases;

/// Change of 0's mistrust of 1 over one short step from the need curve.
fn drift(lab: Lab) -> f64 {
    let mut world = lab.start();
    world.settle();
    let before = world.log_odds(0, 1);
    world.advance(1, None);
    world.log_odds(0, 1) - before
}

proptest! {
    #![proptest_config(cases())]

    /// P3: among n equals with x0 → 0 mistrust rises iff ε < (n−1)e^{−g} − (n−2), whatever the mistrust.
    #[test]
    fn theorem_p3_critical_empathy(n in 2usize..6, g in 0.05..1.5, mu in 0.01..0.99, gap in 0.002..0.2) {
        let critical = critical_empathy(n, g);
        for (empathy, rises) in [(critical - gap, true), (critical + gap, false)] {
            if (0.0..=1.0).contains(&empathy) {
                let change = drift(Lab::equals(n, 1e-9, 5.0, mu, empathy, g));
                prop_assert_eq!(change > 0.0, rises, "n {} ε {} critical {} change {}", n, empathy, critical, change);
            }
        }
    }

    /// P3: without empathy spirals need n < (2e^g − 1)/(e^g − 1).
    #[test]
    fn theorem_p3_number_of_rivals(n in 2usize..12, g in 0.05..1.5, mu in 0.01..0.99) {
        let limit = largest_spiral(g);
        prop_assume!((n as f64 - limit).abs() > 0.01);
        prop_assert_eq!(drift(Lab::equals(n, 1e-9, 5.0, mu, 0.0, g)) > 0.0, (n as f64) < limit);
    }

    /// P4: two equals with baseline, on the need curve: mistrust rises iff Kμx(1−εe^g) > x0²(e^g−1).
    #[test]
    fn theorem_p4_two_basins(x0 in 0.1..5.0, k in 0.5..20.0, mu in 0.02..0.98, empathy in 0.0..0.9, g in 0.05..1.0, r in 0.05..2.0) {
        let mut lab = Lab::equals(2, x0, k, mu, empathy, g);
        lab.terms.issues[0].reach = vec![[r; LANES]; 4];
        let mut world = lab.clone().start();
        let x = world.settle().effort(0);
        let side = k * r * mu * x * (1.0 - empathy * exp(g)) - x0 * x0 * (exp(g) - 1.0);
        prop_assume!(side.abs() > 1e-6 * x0 * x0);
        prop_assert_eq!(drift(lab) > 0.0, side > 0.0);
        // The boundary in closed form is the mistrust at which the side changes.
        match boundary_mistrust(x0, k, r, empathy, g, x) {
            Some(boundary) => prop_assert_eq!(mu > boundary, side > 0.0),
            None => prop_assert!(side < 0.0),
        }
    }

    /// P4: history decides: from the two sides of the boundary the same world ends in trust and in suspicion.
    #[test]
    fn theorem_p4_history_decides(g in 0.3..0.6, empathy in 0.0..0.2) {
        let world = |mu: f64| {
            let mut lab = Lab::equals(2, 1.0, 5.0, mu, empathy, g);
            // Slow beliefs keep effort near its need, where P4 speaks.
            lab.terms.issues[0].clarity = vec![[0.3; LANES]; 4];
            let mut world = lab.start();
            world.settle().advance(12 * 2000, None);
            world.log_odds(0, 1)
        };
        prop_assert!(world(0.05) < -9.0);
        prop_assert!(world(0.9) > 5.0);
    }
}

/// Halving the step must not move mean beliefs by more than a step's error, negativity included: bad news
/// counts on what is systematic, not on the noise of ever finer observations (whose drag would grow as 1/√Δ).
#[test]
fn theorem_k9_means_do_not_depend_on_the_step() {
    let mean = |per_year: u32| {
        let mut lab = Lab::equals(2, 1.0, 5.0, 0.3, 0.9, 0.5);
        lab.terms.negativity = vec![[2.0; LANES]; 2];
        lab.terms.forgetting = vec![[0.5; LANES]; 2];
        lab.terms.issues[0].clarity = vec![[0.5; LANES]; 4];
        lab.terms.issues[0].shock = [0.05; LANES];
        lab.dt = 1.0 / f64::from(per_year);
        let mut sum = 0.0;
        for seed in 0..250 {
            let mut world = lab.clone().start();
            world.advance(4 * per_year, Some(seed));
            sum += world.world.issues[0].log_odds[1].iter().sum::<f64>() / LANES as f64;
        }
        sum / 250.0
    };
    // 4000 runs of s.d. about 0.5: s.e. 0.008 each; 0.06 is over five s.e. of a difference (false alarm < 1e-6).
    // With negativity on the noise, monthly and daily steps would differ by about 0.4·(g/s)(√365 − √12)/0.5 > 2.
    let (monthly, daily) = (mean(12), mean(365));
    assert!((monthly - daily).abs() < 0.06, "monthly {monthly} daily {daily}");
}

/// With noise the mean of log-odds follows the noise-free path (beliefs that do not feed back on effort).
#[test]
fn theorem_k8_noise_is_fair() {
    let lab = |g: f64| {
        let mut lab = Lab::equals(2, 1.0, 5.0, 0.3, 0.3, g);
        // Effort pinned by a fixed weight; beliefs still move.
        for i in 0..2 {
            lab.terms.floor[i] = [0.4; LANES];
            lab.terms.slope[i] = [0.0; LANES];
        }
        lab.terms.issues[0].clarity = vec![[0.5; LANES]; 4];
        lab
    };
    let mut plain = lab(0.5).start();
    plain.advance(24, None);
    let mut sum = 0.0;
    let mut square = 0.0;
    for seed in 0..500 {
        let mut world = lab(0.5).start();
        world.advance(24, Some(seed));
        for v in world.world.issues[0].log_odds[1] {
            sum += v;
            square += v * v;
        }
    }
    let n = 500.0 * LANES as f64;
    let (mean, sd) = (sum / n, (square / n - (sum / n) * (sum / n)).sqrt());
    // Two years of (g/s)ξ: s.d. (0.5·0.5)√2 = 0.3536.
    assert!((sd / (0.25 * 2f64.sqrt()) - 1.0).abs() < 0.05, "sd {sd}");
    assert!((mean - plain.log_odds(0, 1)).abs() < 5.0 * sd / n.sqrt(), "mean {mean} plain {}", plain.log_odds(0, 1));
    assert!(ln(1.0) == 0.0);
}
