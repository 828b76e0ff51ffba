//! P10–P12 and the measures of model §4 on paper.

use herz_tests::Lab;
use theory::closed_form::{accident_probability, critical_empathy, largest_spiral, sharing_threshold, years_to_share};
use theory::doctrine::Doctrine;
use theory::security::{Verdict, attack_propensity, brier, entropy, pressure};
use theory::world::LANES;

/// P10: the chance of an accident is what many short, independent stretches leave of safety.
#[test]
fn theorem_p10_accidents_accumulate() {
    for (hazard, years) in [(0.01, 40.0), (0.2, 3.0), (0.0, 100.0), (2.0, 10.0)] {
        let short = hazard * years / 1e6;
        let mut safe = 1.0;
        for _ in 0..1_000_000 {
            safe *= 1.0 - short;
        }
        assert!((accident_probability(hazard, years) - (1.0 - safe)).abs() < 1e-4, "{hazard} {years}");
    }
}

/// P11: at the threshold sharing costs exactly what the trusted return is worth: (1−μ)δb = c.
#[test]
fn theorem_p11_sharing_pays_up_to_the_threshold() {
    for (cost, benefit, discount) in [(1.0, 3.0, 0.9), (0.5, 0.8, 0.7), (2.0, 2.5, 1.0)] {
        let mu = sharing_threshold(cost, benefit, discount);
        let gain = |mu: f64| (1.0 - mu) * discount * benefit - cost;
        assert!(gain(mu).abs() < 1e-12 && gain(mu - 0.01) > 0.0 && gain(mu + 0.01) < 0.0);
    }
}

/// P12: the logistic equation, integrated, is at u1 when the formula says.
#[test]
fn theorem_p12_spread_takes_the_logistic_time() {
    for (rate, u0, u1) in [(0.1, 0.01, 0.5), (0.5, 0.2, 0.9), (1.0, 0.4, 0.45)] {
        let years = years_to_share(rate, u0, u1);
        let steps = 20_000;
        let (dt, mut u) = (years / f64::from(steps), u0);
        for _ in 0..steps {
            let slope = |u: f64| rate * u * (1.0 - u);
            let middle = u + 0.5 * dt * slope(u);
            u += dt * slope(middle);
        }
        assert!((u - u1).abs() < 1e-6, "{rate} {u0} {u1}: {u}");
    }
}

/// P3: its two forms say the same: without empathy, n is small enough just where the critical empathy is positive.
#[test]
fn theorem_p3_two_forms_agree() {
    for m in 1..60 {
        let g = f64::from(m) / 40.0;
        for n in 2..20 {
            assert_eq!(critical_empathy(n, g) > 0.0, (n as f64) < largest_spiral(g), "{n} {g}");
        }
    }
}

/// Doctrines: floor and slope are the weights of K1 at mistrust 0, ½ and 1.
#[test]
fn theorem_k1_doctrines_weigh_as_stated() {
    let at = |d: Doctrine, mu: f64| {
        let (floor, slope, _) = d.weights();
        floor + slope * mu
    };
    for mu in [0.0, 0.5, 1.0] {
        assert_eq!(at(Doctrine::Bayesian, mu), mu);
        assert_eq!(at(Doctrine::WorstCase(0.4), mu), mu + 0.4 * (1.0 - mu));
        assert_eq!(at(Doctrine::WorstCase(1.0), mu), 1.0);
        assert_eq!(at(Doctrine::Trusting, mu), 0.0);
        assert_eq!(at(Doctrine::CapabilitiesOnly(0.7), mu), 0.7);
    }
    let learns = [Doctrine::Bayesian, Doctrine::WorstCase(0.4), Doctrine::Trusting, Doctrine::CapabilitiesOnly(0.7)];
    assert_eq!(learns.map(|d| d.weights().2), [1.0, 1.0, 1.0, 0.0]);
}

/// Entropy, Brier score, propensity and pressure at values known by hand.
#[test]
fn theorem_measures_at_known_values() {
    assert!((entropy(0.5) - 1.0).abs() < 1e-15 && entropy(0.0) == 0.0 && entropy(1.0) == 0.0);
    assert!((entropy(0.25) - (2.0 - 0.75 * 3f64.log2())).abs() < 1e-14);
    assert!((brier(0.3, 1.0) - 0.49).abs() < 1e-15 && (brier(0.3, 0.0) - 0.09).abs() < 1e-15);
    assert_eq!(attack_propensity(1.0, 0.3, 5.0), 1.0);
    assert!((attack_propensity(0.0, 0.3, 1.0) - 0.15).abs() < 1e-15);
    assert!((attack_propensity(0.0, 0.3, 1e12) - 0.3).abs() < 1e-9);
    // x0 = 2, K t x / hold = 5·0.4·6/2 = 6: need² = 4 + 6.
    assert!((pressure(2.0, 5.0, 0.4, 6.0, 0.5) - (10f64.sqrt() / 2.0).ln()).abs() < 1e-14);
}

/// Motives come first; only among the benign does pressure decide.
#[test]
fn theorem_verdict_follows_motives_then_pressure() {
    for pressure in [1.0, 1.2, 1.3, 50.0] {
        assert_eq!(Verdict::of([1.0, 1.0], pressure, 1.25), Verdict::Rivalry);
        assert_eq!(Verdict::of([1.0, 0.0], pressure, 1.25), Verdict::Predation);
        assert_eq!(Verdict::of([0.0, 1.0], pressure, 1.25), Verdict::Predation);
        let benign = if pressure > 1.25 { Verdict::SecurityDilemma } else { Verdict::Harmony };
        assert_eq!(Verdict::of([0.0, 0.0], pressure, 1.25), benign);
    }
}

/// The objective hazard is what the attacker would do: its caution lessens what it does from fear, and where efforts are
/// taken to do no harm it is that of both at their baselines.
#[test]
fn theorem_hazard_is_the_attackers_caution_and_without_harm_the_baselines() {
    let hazard = |harmless: bool| {
        let mut lab = Lab::equals(2, 1.0, 5.0, 0.5, 0.3, 0.5).fixed_weight(0.5);
        lab.initial = vec![[5.0; LANES], [7.0; LANES]];
        let issue = &mut lab.terms.issues[0];
        (issue.baseline[1], issue.first_strike) = ([3.0; LANES], [0.8; LANES]);
        issue.conduct.caution[0] = [0.25; LANES];
        issue.physics.harmless = harmless;
        let mut world = lab.start();
        [0, 1].map(|i| world.look().hazard[i][0])
    };
    // Victim 0 and its attacker stand at 5 to 7, or 1 to 3; the attacker fears half the inverse ratio.
    for (harmless, ratio) in [(false, 7.0 / 5.0), (true, 3.0)] {
        let [first, second] = hazard(harmless);
        let fear = |ratio: f64| 0.5 / ratio / (1.0 + 0.5 / ratio);
        assert!((first - 0.8 * fear(ratio) * ratio).abs() < 1e-12, "{harmless}: {first}");
        assert!((second - 0.2 * fear(1.0 / ratio) / ratio).abs() < 1e-12, "{harmless}: {second}");
    }
}
