//! Least trust for cooperation (after Kydd 1997, 2005) and Jervis's four worlds (1978): printed numbers, the games
//! played out, and drawn societies.

use proptest::prelude::*;
use theory::closed_form::trust::{War, belief_after, minimum_trust, ratio_needed};
use theory::luck::{Luck, Purpose};

use crate::{cases, near};

/// The symmetric war of the tables, π = ½, g = ½, l = 1, c = ½, with this first-strike advantage.
fn war(first_strike: f64) -> War {
    War { win: 0.5, first_strike, gain: 0.5, loss: 1.0, cost: 0.5 }
}

#[test]
fn published_v02_minimum_trust_from_payoffs() {
    for (t, r, p, s, want) in [
        (3.0, 4.0, 2.0, 1.0, 0.5),
        (3.0, 4.0, 2.0, 0.0, 2.0 / 3.0),
        (2.0, 3.0, 1.0, -3.0, 0.8),
        (0.8, 1.0, 0.0, -1.0, 5.0 / 6.0),
    ] {
        near(minimum_trust(t, r, p, s).expect("trustworthy"), want, 1e-12);
    }
    // A prisoner's dilemma: no trust is enough. Cooperation that loses to nothing: no trust is needed.
    assert_eq!(minimum_trust(4.0, 3.0, 2.0, 1.0), None);
    assert_eq!(minimum_trust(3.0, 4.0, 1.0, 2.0), Some(0.0));
}

#[test]
fn published_v03_minimum_trust_from_war() {
    let base = war(0.1);
    for (war, want) in [
        (base, 0.2),
        (war(0.2), 0.4),
        (war(0.05), 0.1),
        (War { win: 0.6, ..base }, 0.25),
        (War { win: 0.4, ..base }, 1.0 / 6.0),
        (War { cost: 1.0, ..base }, 0.12),
        (War { gain: 1.0, ..base }, 0.4),
    ] {
        near(war.minimum_trust().expect("trustworthy"), want, 1e-12);
    }
}

proptest! {
    #![proptest_config(cases())]

    /// V03: the trust at which the 2×2 game of the war, played out, turns from striking to holding back; and
    /// trustworthy is who holds back when sure of the other.
    #[test]
    fn theorem_v03_war_is_a_game(
        win in 0.1..0.9, part in 0.0..1.0f64, gain in 0.0..3.0, loss in 0.0..3.0, cost in 0.01..3.0, step in 1e-6..0.01,
    ) {
        let war = War { win, first_strike: part * win.min(1.0 - win), gain, loss, cost };
        // Value of each row against one that strikes with chance 1 − t: four outcomes, each a lottery over victory.
        let lottery = |p: f64| p * (gain - cost) + (1.0 - p) * (-loss - cost);
        let hold = |t: f64| (1.0 - t) * lottery(win - war.first_strike);
        let strike = |t: f64| t * lottery(win + war.first_strike) + (1.0 - t) * lottery(win);
        prop_assume!((hold(1.0) - strike(1.0)).abs() > 1e-9);
        prop_assert_eq!(war.is_trustworthy(), hold(1.0) > strike(1.0));
        let (t, r, p, s) = war.payoffs();
        match (war.minimum_trust(), minimum_trust(t, r, p, s)) {
            (Some(m), Some(general)) => {
                prop_assert!((m - general).abs() < 1e-9 && (0.0..=1.0).contains(&m), "{} {}", m, general);
                for (trust, holds) in [(m + step, true), (m - step, false)] {
                    if (0.0..=1.0).contains(&trust) {
                        prop_assert_eq!(hold(trust) > strike(trust), holds, "trust {} of {}", trust, m);
                    }
                }
            }
            (None, None) => prop_assert!(strike(1.0) > hold(1.0)),
            other => prop_assert!(false, "{:?}", other),
        }
    }

    /// V03: trust needed rises with first-strike advantage, power and gain, and falls with cost. With the loss it falls
    /// only where the gain exceeds the cost: ∂m/∂l has the sign of c − g, which trustworthiness leaves open.
    #[test]
    fn theorem_v03_comparative_statics(
        win in 0.2..0.8, advantage in 0.01..0.2, gain in 0.1..2.0, loss in 0.1..2.0, cost in 0.1..2.0f64,
        up in 1.01..1.2,
    ) {
        let base = War { win, first_strike: advantage, gain, loss, cost };
        prop_assume!((cost - gain).abs() > 1e-3);
        let changed = [
            (War { first_strike: advantage * up, ..base }, true),
            (War { win: win * up, ..base }, true),
            (War { gain: gain * up, ..base }, true),
            (War { loss: loss * up, ..base }, cost > gain),
            (War { cost: cost * up, ..base }, false),
        ];
        for (war, rises) in changed {
            if let (Some(before), Some(after)) = (base.minimum_trust(), war.minimum_trust()) {
                prop_assert_eq!(after > before, rises, "{:?}", war);
            }
        }
    }

    /// V06: trust after a posture reaches m exactly when the posture tells apart by the ratio needed; news composes.
    #[test]
    fn theorem_v06_ratio_needed(prior in 0.01..0.99, needed in 0.01..0.99, first in 0.05..20.0, second in 0.05..20.0) {
        let ratio = ratio_needed(prior, needed);
        prop_assert!((belief_after(prior, ratio) - needed).abs() < 1e-12);
        prop_assert!(belief_after(prior, ratio * 1.001) > needed && belief_after(prior, ratio * 0.999) < needed);
        let both = belief_after(belief_after(prior, first), second);
        prop_assert!((both - belief_after(prior, first * second)).abs() < 1e-12);
        // Beliefs are right on average: a posture of a trustworthy state with chance q, of another with q/λ.
        let (q, other) = (first.min(1.0) * 0.9, 0.9 * first.min(1.0) / second.max(1.0));
        let seen = prior * q + (1.0 - prior) * other;
        let unseen = belief_after(prior, (1.0 - q) / (1.0 - other));
        let average = seen * belief_after(prior, q / other) + (1.0 - seen) * unseen;
        prop_assert!((average - prior).abs() < 1e-12);
    }
}

#[test]
fn published_v06_four_worlds() {
    let prior = 0.3;
    // Advantage, ratio; trust needed, trust after, cooperation.
    for (advantage, ratio, needed, after, cooperates) in [
        (0.3, 1.0, 0.6, 0.3, false),
        (0.3, 6.0, 0.6, 0.72, true),
        (0.05, 1.0, 0.1, 0.3, true),
        (0.05, 6.0, 0.1, 0.72, true),
    ] {
        let m = war(advantage).minimum_trust().expect("trustworthy");
        near(m, needed, 1e-12);
        near(belief_after(prior, ratio), after, 1e-12);
        assert_eq!(belief_after(prior, ratio) >= m, cooperates);
        assert_eq!(ratio >= ratio_needed(prior, m), cooperates);
    }
    near(ratio_needed(prior, 0.6), 3.5, 1e-12);
    near(ratio_needed(prior, 0.1), 0.259, 5e-4);
    near(ratio_needed(prior, 0.1), 7.0 / 27.0, 1e-12);
}

/// V06: drawn societies. Priors are uniform; a trustworthy state shows a defensive posture, another does so with chance
/// 1/λ; conflict unless both are trustworthy and reassured. Shares of conflict keep Jervis's and Glaser's order and,
/// within four standard errors, their closed form 1 − (1 − t*³)/3 with t* the prior at which λ is just enough.
#[test]
fn published_v06_order_of_conflict() {
    const PAIRS: u32 = 200_000;
    let shares: Vec<f64> = [(0.3, 1.0), (0.3, 6.0), (0.05, 1.0), (0.05, 6.0)]
        .into_iter()
        .enumerate()
        .map(|(world, (advantage, ratio))| {
            let m = war(advantage).minimum_trust().expect("trustworthy");
            let luck = Luck::new(1978, Purpose::Motive, world as u32);
            let peace = (0..PAIRS).filter(|&pair| {
                let prior = luck.uniforms::<1>(pair, 0, 0, 0)[0][0];
                // Is it trustworthy, which posture does it show, and is the other then reassured?
                luck.uniforms::<1>(pair, 1, 0, 1).iter().zip(luck.uniforms::<1>(pair, 2, 0, 1)).all(
                    |(motive, shown)| {
                        let trustworthy = motive[0] < prior;
                        let defensive = trustworthy || shown[0] < 1.0 / ratio;
                        trustworthy && defensive && belief_after(prior, ratio) >= m
                    },
                )
            });
            let share = 1.0 - peace.count() as f64 / f64::from(PAIRS);
            let enough = belief_after(m, 1.0 / ratio);
            let want = 1.0 - (1.0 - enough * enough * enough) / 3.0;
            near(share, want, 4.0 * (want * (1.0 - want) / f64::from(PAIRS)).sqrt());
            share
        })
        .collect();
    assert!(shares[0] > shares[1] && shares[1] >= shares[2] && shares[2] >= shares[3], "{shares:?}");
}
