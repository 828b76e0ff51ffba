//! Nuclear arithmetic: printed numbers, and a second way to each.

use proptest::prelude::*;
use theory::closed_form::deterrence::{
    annual_risk, annual_risk_at, attack_given_alarms, evidence_bits, jeffreys_after_silence, kent_thaler_type_cost,
    kent_thaler_type_index, kill_by_shots, laplace_after_silence, mutual_deterrence, risk_for_ever, risk_over,
    single_shot_kill, survivors, upper_bound_after_silence,
};
use theory::luck::{Luck, Purpose};

use crate::{cases, near};

/// V51: published annual risks over horizons. Barrett, Baum & Hostetler 2013: median 0.9 %, 90 % interval 0.02–7 %;
/// Good Judgment 0.7 %; Lundgren 2013 about one half over 66 years.
#[test]
fn published_v51_risk_and_horizon() {
    for (annual, years, want, digits) in [
        (0.009, 10.0, 0.0864, 4),
        (0.009, 50.0, 0.3637, 4),
        (0.009, 75.0, 0.4924, 4),
        (0.009, 100.0, 0.5951, 4),
        (0.0002, 50.0, 0.009_95, 5),
        (0.07, 50.0, 0.9734, 4),
        (0.007, 70.0, 0.3884, 4),
    ] {
        near(risk_over(annual, years), want, 0.5 * 0.1f64.powi(digits));
    }
    near(annual_risk(0.5, 66.0), 0.0104, 5e-5);
    // The source's own rounding of 0.7 % over 70 years.
    near(risk_over(0.007, 70.0), 0.40, 0.02);
}

#[test]
fn published_v51_holding_operation() {
    near(risk_over(annual_risk_at(0.009, 0.5), 50.0), 0.2023, 5e-5);
    near(risk_for_ever(0.009, 10.0, 0.5), 0.1654, 5e-5);
    // Without an end to the hazard there is no survival.
    assert_eq!([risk_for_ever(0.009, 10.0, 1.0), risk_for_ever(0.0, 10.0, 1.0)], [1.0, 0.0]);
}

#[test]
fn published_v52_what_silence_says() {
    near(laplace_after_silence(79.0), 1.0 / 81.0, 1e-15);
    near(laplace_after_silence(79.0), 0.012_35, 5e-6);
    near(upper_bound_after_silence(79.0, 0.95), 0.037_21, 5e-6);
    near(3.0 / 79.0, 0.037_97, 5e-6);
    near(upper_bound_after_silence(79.0, 0.95), 3.0 / 79.0, 1e-3);
    near(jeffreys_after_silence(79.0), 0.006_25, 1e-15);
}

#[test]
fn published_v53_alarms() {
    near(attack_given_alarms(1e-7, 0.99, 1e-4, 1), 0.000_989, 5e-7);
    near(attack_given_alarms(1e-3, 0.99, 1e-4, 1), 0.908, 5e-4);
    near(attack_given_alarms(1e-7, 0.99, 1e-4, 2), 0.907, 5e-4);
    near(evidence_bits(1e-7, 0.9), 26.42, 5e-3);
}

#[test]
fn published_v55_kent_thaler_type_cost() {
    for (own, enemy, want) in [(1.0, 1.0, 1.0), (0.0, 0.0, 0.3), (0.0, 1.0, 0.0), (1.0, 0.0, 1.3)] {
        near(kent_thaler_type_cost(own, enemy), want, 1e-15);
    }
    near(kent_thaler_type_cost(0.5, 0.5), 0.716_222, 5e-7);
}

/// Damage that w arriving warheads do: a stand-in, four fifths of what is left by each thousand.
fn damage(warheads: f64) -> f64 {
    1.0 - 5f64.powf(-warheads / 1000.0)
}

/// Index of a symmetric exchange of 1,000 silos with `each` warheads a side, at most one shot (of chance `kill`) per
/// silo; the striker stops where its own cost is least, then both spend what is left on values. `safe` warheads a side
/// cannot be struck.
fn exchange(each: f64, kill: f64, safe: f64) -> f64 {
    let costs = |shots: f64| {
        let (mine, theirs) = (1000.0 * each + safe - shots, (1000.0 - kill * shots) * each + safe);
        (kent_thaler_type_cost(damage(theirs), damage(mine)), kent_thaler_type_cost(damage(mine), damage(theirs)))
    };
    let best = (0..=1000).map(|shots| costs(f64::from(shots))).min_by(|a, b| a.0.total_cmp(&b.0));
    let (first, second) = best.expect("shots");
    kent_thaler_type_index([first; 2], [second; 2])
}

/// V55: printed indices of the symmetric exchange. The first case is 1 by the cap: there the striker, having spent its
/// force one for one on silos, bears more than its victim (raw ratio 8.1).
#[test]
fn published_v55_symmetric_exchange() {
    for (each, kill, want) in [(1.0, 0.8, 1.0), (3.0, 0.8, 0.4447), (3.0, 0.95, 0.0761), (10.0, 0.9, 0.6537)] {
        near(exchange(each, kill, 0.0), want, 5e-5);
    }
    // Several warheads in one vulnerable silo lower the index; forces that cannot be struck raise it.
    assert!(exchange(3.0, 0.95, 0.0) < exchange(1.0, 0.95, 0.0));
    let raised: Vec<f64> = [0.0, 500.0, 1000.0, 2000.0].map(|safe| exchange(3.0, 0.95, safe)).into();
    assert!(raised.windows(2).all(|pair| pair[0] < pair[1]), "{raised:?}");
    // One side's reluctance does not make up for the other's temptation.
    near(kent_thaler_type_index([2.0, 0.5], [1.0, 1.0]), 0.5, 1e-15);
}

#[test]
fn published_v56_single_shot_kill() {
    for (ratio, want) in [(0.5, 0.159_104), (1.0, 0.5), (1.5, 0.789_776), (2.0, 0.9375), (3.0, 0.998_047)] {
        near(single_shot_kill(ratio, 1.0), want, 5e-7);
        near(single_shot_kill(ratio * 0.2, 0.2), want, 5e-7);
    }
    near(kill_by_shots(0.5, 3), 0.875, 1e-15);
    let (mean, deviation) = survivors(1000.0, 0.8, 0.9, 2);
    near(mean, 78.4, 1e-9);
    near(deviation, 8.50, 5e-3);
}

/// V56: a million drawn shots with circular normal errors, four standard errors. Half fall within CEP = σ√(2 ln 2).
#[test]
fn published_v56_drawn_shots() {
    const SHOTS: u32 = 1_000_000;
    let luck = Luck::new(56, Purpose::Reading, 0);
    let cep = (2.0 * std::f64::consts::LN_2).sqrt();
    let radii = [0.5, 1.0, 1.5, 2.0, 3.0];
    let mut hits = [0u32; 5];
    for shot in 0..SHOTS {
        let [[x], [y]] = luck.normals::<1>(shot, 0, 0, 1);
        for (hit, radius) in hits.iter_mut().zip(radii) {
            *hit += u32::from(x * x + y * y < radius * radius * cep * cep);
        }
    }
    let n = f64::from(SHOTS);
    for (hit, radius) in hits.into_iter().zip(radii) {
        let kill = single_shot_kill(radius, 1.0);
        near(f64::from(hit) / n, kill, 4.0 * (kill * (1.0 - kill) / n).sqrt());
    }
    near(f64::from(hits[2]) / n, 0.789_89, 4.0 * 2f64.sqrt() * (0.789_776f64 * 0.210_224 / n).sqrt());
}

/// V56: 2,000 drawn strikes on 1,000 silos; mean and standard deviation of what survives within four standard errors.
#[test]
fn published_v56_drawn_strikes() {
    const STRIKES: u32 = 2_000;
    let luck = Luck::new(57, Purpose::Reading, 0);
    let left = |strike: u32| {
        let standing = (0..1000).filter(|&silo| {
            (0..2).all(|shot| {
                let [[arrives], [kills]] = luck.uniforms::<1>(strike, shot, silo, 1000);
                arrives > 0.9 || kills > 0.8
            })
        });
        standing.count() as f64
    };
    let counts: Vec<f64> = (0..STRIKES).map(left).collect();
    let n = f64::from(STRIKES);
    let mean = counts.iter().sum::<f64>() / n;
    let deviation = (counts.iter().map(|c| (c - mean) * (c - mean)).sum::<f64>() / (n - 1.0)).sqrt();
    let (want, spread) = survivors(1000.0, 0.8, 0.9, 2);
    near(mean, want, 4.0 * spread / n.sqrt());
    near(deviation, spread, 4.0 * spread / (2.0 * n).sqrt());
}

#[test]
fn published_v57_vertex_of_the_cone() {
    let (a, b) = mutual_deterrence([400.0, 400.0], [0.5, 0.5]).expect("a cone");
    near(a, 800.0, 1e-9);
    near(b, 800.0, 1e-9);
    let (a, b) = mutual_deterrence([300.0, 500.0], [0.8, 0.6]).expect("a cone");
    near(a, 1307.69, 5e-3);
    near(b, 1346.15, 5e-3);
    for destroyed in [[1.0, 1.0], [1.5, 1.2], [0.5, 2.0]] {
        assert_eq!(mutual_deterrence([400.0, 400.0], destroyed), None);
    }
}

/// ∫ w(p) dp over ∫ v(p) dp on (0, 1) by the midpoint rule.
fn ratio(weight: impl Fn(f64) -> f64, value: impl Fn(f64) -> f64) -> f64 {
    let (mut above, mut below) = (0.0, 0.0);
    for i in 0..20_000 {
        let u = (f64::from(i) + 0.5) / 20_000.0;
        above += weight(u) * value(u);
        below += weight(u);
    }
    above / below
}

proptest! {
    #![proptest_config(cases())]

    /// V51: year by year survival, its inverse, and a hazard that shrinks for ever, summed span by span.
    #[test]
    fn theorem_v51_year_by_year(annual in 1e-6..0.5, years in 1u32..150, span in 1u32..30, factor in 0.0..0.95) {
        let survive = |p: f64, years: u32| (0..years).fold(1.0, |s, _| s * (1.0 - p));
        let over = risk_over(annual, f64::from(years));
        prop_assert!((over - (1.0 - survive(annual, years))).abs() < 1e-12);
        if over < 1.0 - 1e-4 {
            prop_assert!((annual_risk(over, f64::from(years)) - annual).abs() < 1e-9);
        }
        let (mut alive, mut hazard) = (1.0, 1.0);
        for _ in 0..2000 {
            alive *= survive(annual_risk_at(annual, hazard), span);
            hazard *= factor;
        }
        prop_assert!((risk_for_ever(annual, f64::from(span), factor) - (1.0 - alive)).abs() < 1e-9);
        // Halving the hazard is halving the years.
        prop_assert!((risk_over(annual_risk_at(annual, 0.5), 2.0 * f64::from(years)) - over).abs() < 1e-12);
    }

    /// V52: posterior means by integrating the likelihood (1−p)^n over each prior; the bound by the chance of silence.
    #[test]
    fn theorem_v52_by_integration(years in 1u32..200) {
        let n = f64::from(years);
        let silence = |p: f64| (n * (1.0 - p).ln()).exp();
        prop_assert!((ratio(silence, |p| p) - laplace_after_silence(n)).abs() < 1e-6);
        // With p = sin²(πu/2) Jeffreys' prior is flat in u.
        let p = |u: f64| (u * std::f64::consts::FRAC_PI_2).sin().powi(2);
        prop_assert!((ratio(|u| silence(p(u)), p) - jeffreys_after_silence(n)).abs() < 1e-9);
        prop_assert!((silence(upper_bound_after_silence(n, 0.95)) - 0.05).abs() < 1e-9);
    }

    /// V53: Bayes' rule by counting all cases; bits add up alarm by alarm.
    #[test]
    fn theorem_v53_by_counting(prior in 1e-8..0.9, detection in 0.5..1.0, false_alarm in 1e-5..0.4, alarms in 0u32..5) {
        let power = |p: f64| (0..alarms).fold(1.0, |product, _| product * p);
        let (true_alarms, false_alarms) = (prior * power(detection), (1.0 - prior) * power(false_alarm));
        let after = attack_given_alarms(prior, detection, false_alarm, alarms);
        prop_assert!((after - true_alarms / (true_alarms + false_alarms)).abs() < 1e-12);
        let bits = f64::from(alarms) * (detection / false_alarm).log2();
        prop_assume!(after < 1.0 - 1e-9);
        prop_assert!((evidence_bits(prior, after) - bits).abs() < 1e-6);
    }

    /// V55: equal costs give no incentive; costs rise with own damage and fall with the enemy's.
    #[test]
    fn theorem_v55_bounds(own in 0.0..1.0f64, enemy in 0.0..1.0f64, more in 0.001..0.5f64) {
        let cost = kent_thaler_type_cost(own, enemy);
        prop_assert!((cost - (own.powf(0.75) + 0.3 * (1.0 - enemy.powf(0.75)))).abs() < 1e-12);
        prop_assert!((0.0..=1.3).contains(&cost));
        prop_assert!(kent_thaler_type_cost((own + more).min(1.0), enemy) >= cost);
        prop_assert!(kent_thaler_type_cost(own, (enemy + more).min(1.0)) <= cost);
        prop_assert_eq!(kent_thaler_type_index([cost; 2], [cost; 2]), 1.0);
    }

    /// V57: both sides add what they lack, in turn, from nothing: they stop at the vertex, or never.
    #[test]
    fn theorem_v57_building_up(na in 1.0..1000.0, nb in 1.0..1000.0, fa in 0.0..2.0f64, fb in 0.0..2.0f64) {
        prop_assume!((fa * fb - 1.0).abs() > 0.02);
        let (mut a, mut b) = (0.0, 0.0);
        for _ in 0..5000 {
            a = f64::min(nb + fb * b, 1e30);
            b = f64::min(na + fa * a, 1e30);
        }
        match mutual_deterrence([na, nb], [fa, fb]) {
            Some((want_a, want_b)) => prop_assert!((a / want_a - 1.0).abs() < 1e-9 && (b / want_b - 1.0).abs() < 1e-9),
            None => prop_assert!(a >= 1e29 || b >= 1e29, "{} {}", a, b),
        }
    }
}
