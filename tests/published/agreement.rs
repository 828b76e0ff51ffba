//! Agreements, public goods, shared risks, commons and help in turns: printed numbers, and the games played out.

use proptest::prelude::*;
use theory::closed_form::agreement::{
    Abatement, Technology, binary_agreement, commons_effort, commons_rent, fair_share_holds, least_risk, sharing_pays,
    stable_sizes,
};
use theory::closed_form::sharing_threshold;
use theory::luck::{Luck, Purpose};

use crate::{cases, near};

#[test]
fn published_v68_small_agreements() {
    for countries in 3..=200 {
        let world = Abatement { countries, benefit: 1.0, cost: 1.0 };
        assert_eq!(world.largest_stable(), 3);
        // Two hold as well, because the third gains nothing by joining.
        assert_eq!(stable_sizes(countries, |k| world.member(k), |k| world.outsider(k)), [2, 3]);
        near(world.outsider(2), world.member(3), 1e-9);
    }
    for (countries, want, digits) in [(5, 0.44, 1e-12), (10, 0.16, 1e-12), (50, 0.0224, 1e-12), (195, 0.0053, 5e-5)] {
        near(Abatement { countries, benefit: 1.0, cost: 1.0 }.share(3), want, digits);
    }
    for (benefit, cost, want) in [(1.0, 2.5, 3.0), (1.0, 4.2, 5.0), (0.5, 3.1, 7.0)] {
        assert_eq!(binary_agreement(benefit, cost), want);
    }
}

#[test]
fn published_v69_technologies() {
    for (technology, nash, efficient) in [
        (Technology::Summation, (2.0, 2.0), 10.0),
        (Technology::WeakestLink, (0.0, 2.0), 2.0),
        (Technology::BestShot, (2.0, 2.0), 10.0),
    ] {
        assert_eq!(technology.nash(2.0, 1.0), nash);
        assert_eq!(technology.efficient(5, 2.0, 1.0), efficient);
    }
}

/// V70: Milinski's game, €40 each and a target of half of it; the flip.
#[test]
fn published_v70_collective_risk() {
    assert_eq!(least_risk(20.0, 40.0), 0.5);
    for (risk, holds) in [(0.9, true), (0.5, true), (0.4999, false), (0.1, false)] {
        assert_eq!(fair_share_holds(20.0, 40.0, risk), holds, "{risk}");
    }
}

#[test]
fn published_v71_commons() {
    for (users, effort, rent) in [(2, 1.333, 0.8889), (5, 1.667, 0.5556), (10, 1.818, 0.3306)] {
        near(commons_effort(users), effort, 5e-4);
        near(commons_rent(users), rent, 5e-5);
    }
    assert_eq!([commons_effort(1), commons_rent(1)], [1.0, 1.0]);
}

/// Best of 0, `step`, 2`step` … for one player.
fn best(steps: u32, step: f64, payoff: impl Fn(f64) -> f64) -> f64 {
    let at = |i: u32| f64::from(i) * step;
    at((0..=steps).fold(0, |a, b| if payoff(at(b)) > payoff(at(a)) { b } else { a }))
}

/// Abatement of an agreement and an outsider, and their payoffs, from nothing but bQ − cq²/2: the agreement moves its
/// common effort, each outsider its own, by small steps uphill until nothing moves.
fn abating(world: Abatement, members: usize) -> ((f64, f64), f64) {
    let (k, rest) = (members as f64, (world.countries - members) as f64);
    let alone = |own: f64, others: f64| world.benefit * (own + others) - 0.5 * world.cost * own * own;
    let (mut inside, mut outside, mut step) = (0.0, 0.0, 8.0 * k * world.benefit / world.cost);
    while step > 1e-5 * world.benefit / world.cost {
        let joint = |q: f64| k * alone(q, (k - 1.0) * q + rest * outside);
        let own = |q: f64| alone(q, k * inside + (rest - 1.0) * outside);
        let climb = |q: f64, value: &dyn Fn(f64) -> f64| {
            [q - step, q + step]
                .into_iter()
                .find(|&other| other >= 0.0 && value(other) > value(q) + 1e-12 * value(q).abs())
        };
        let moved = (climb(inside, &joint), climb(outside, &own));
        (inside, outside) = (moved.0.unwrap_or(inside), moved.1.unwrap_or(outside));
        if moved == (None, None) {
            step *= 0.5;
        }
    }
    let outsider = alone(outside, k * inside + (rest - 1.0) * outside);
    ((alone(inside, (k - 1.0) * inside + rest * outside), outsider), k * inside + rest * outside)
}

proptest! {
    #![proptest_config(cases())]

    /// V68: payoffs by climbing, and stability by enumerating who gains by leaving or joining.
    #[test]
    fn theorem_v68_by_enumeration(countries in 2usize..40, benefit in 0.1..5.0f64, cost in 0.1..5.0f64) {
        let world = Abatement { countries, benefit, cost };
        // One payoff counts as larger from a thousandth of b²/c on; true gains are at least half of it.
        let unit = 1e-3 * benefit * benefit / cost;
        let played: Vec<_> = (1..=countries).map(|k| abating(world, k)).collect();
        for (k, &((member, outsider), total)) in (1..).zip(&played) {
            prop_assert!((world.member(k) - member).abs() < unit, "{} {}", world.member(k), member);
            prop_assert!(k == countries || (world.outsider(k) - outsider).abs() < unit);
            prop_assert!((world.share(k) - total / played[countries - 1].1).abs() < 1e-5);
        }
        let stays = |k: usize| k == 1 || played[k - 1].0.0 > played[k - 2].0.1 - unit;
        let joins = |k: usize| k < countries && played[k].0.0 > played[k - 1].0.1 + unit;
        let stable: Vec<usize> = (1..=countries).filter(|&k| stays(k) && !joins(k)).collect();
        prop_assert_eq!(world.largest_stable(), *stable.last().expect("one"));
        prop_assert_eq!(stable_sizes(countries, |k| world.member(k), |k| world.outsider(k)), stable);
    }

    /// V68: abate or not. Members do what is best for them together; an outsider never abates.
    #[test]
    fn theorem_v68_binary_by_enumeration(countries in 2usize..40, benefit in 0.1..2.0f64, ratio in 1.01..30.0f64) {
        let cost = benefit * ratio;
        prop_assume!((ratio - ratio.round()).abs() > 1e-6);
        let abates = |k: usize| k as f64 * benefit > cost;
        let member = |k: usize| if abates(k) { k as f64 * benefit - cost } else { 0.0 };
        let outsider = |k: usize| if abates(k) { k as f64 * benefit } else { 0.0 };
        let stable = stable_sizes(countries, member, outsider);
        let useful: Vec<f64> = stable.into_iter().filter(|&k| abates(k)).map(|k| k as f64).collect();
        let size = binary_agreement(benefit, cost);
        prop_assert_eq!(useful, if size <= countries as f64 { vec![size] } else { vec![] });
        // A whole ratio, as rounding may have it: that many just break even.
        let whole = ratio.round();
        prop_assert_eq!(binary_agreement(benefit, benefit * whole), whole);
    }

    /// V69: nobody has a better reply in equilibrium, somebody has beside it, and no common level is better for all.
    #[test]
    fn theorem_v69_best_replies(countries in 2usize..8, benefit in 0.2..5.0f64, cost in 0.2..5.0f64, part in 0.05..1.0f64) {
        let unit = benefit / cost;
        let payoff = |technology: Technology, efforts: &[f64], i: usize| {
            benefit * technology.provided(efforts).ln() - cost * efforts[i]
        };
        let content = |technology: Technology, efforts: &[f64]| (0..countries).all(|i| {
            let deviates = |q: f64| {
                let mut changed = efforts.to_vec();
                changed[i] = q;
                payoff(technology, &changed, i)
            };
            let reply = best(2000, 0.002 * unit, deviates);
            deviates(reply) <= payoff(technology, efforts, i) + 1e-9 * (1.0 + benefit)
        });
        let alone = |q: f64| (0..countries).map(|i| if i == 0 { q } else { 0.0 }).collect::<Vec<f64>>();
        for technology in [Technology::Summation, Technology::WeakestLink, Technology::BestShot] {
            let (least, most) = technology.nash(benefit, cost);
            let shaped = |good: f64| match technology {
                Technology::Summation => vec![good / countries as f64; countries],
                Technology::WeakestLink => vec![good; countries],
                Technology::BestShot => alone(good),
            };
            let inside = most - (1.0 - part) * (most - least);
            prop_assert!(content(technology, &shaped(most)) && content(technology, &shaped(inside)), "{:?}", technology);
            prop_assert!(!content(technology, &shaped(1.1 * most)), "{:?}", technology);
            if least > 0.0 {
                prop_assert!(!content(technology, &shaped(0.9 * least)), "{:?}", technology);
            }
            // Best for all, by trying every level: the efforts that make it cost least when shaped so.
            let welfare = |good: f64| {
                let efforts = shaped(good);
                (0..countries).map(|i| payoff(technology, &efforts, i)).sum::<f64>()
            };
            let found = best(10_000, 0.001 * unit, |good| if good > 0.0 { welfare(good) } else { f64::NEG_INFINITY });
            let efficient = technology.efficient(countries, benefit, cost);
            prop_assert!((found - efficient).abs() <= 0.001 * unit, "{:?} {} {}", technology, found, efficient);
        }
    }

    /// V70: every other contribution of one member of a group that just meets its target.
    #[test]
    fn theorem_v70_deviations(group in 2u32..10, endowment in 1.0..100.0f64, part in 0.01..1.0f64, risk in 0.0..1.0f64) {
        let fair = part * endowment;
        prop_assume!((risk - part).abs() > 1e-6);
        let target = f64::from(group) * fair;
        let kept = |own: f64| {
            let given = own + f64::from(group - 1) * fair;
            let safe = given >= target * (1.0 - 1e-12);
            (endowment - own) * if safe { 1.0 } else { 1.0 - risk }
        };
        let content = (0..=1000).all(|i| kept(endowment * f64::from(i) / 1000.0) <= kept(fair) + 1e-12);
        prop_assert_eq!(content, fair_share_holds(fair, endowment, risk));
        prop_assert_eq!(content, risk >= least_risk(fair, endowment));
    }

    /// V71: each user in turn takes the best reply until nobody moves; the best total by thirds.
    #[test]
    fn theorem_v71_best_replies(users in 1usize..30, yields in 0.5..10.0f64, fall in 0.1..5.0f64, wage in 0.0..0.4f64) {
        let rent = |own: f64, all: f64| own * (yields - fall * all - wage * yields);
        let highest = |others: f64| {
            let (mut low, mut high) = (0.0, yields / fall);
            for _ in 0..100 {
                let third = (high - low) / 3.0;
                let (a, b) = (low + third, high - third);
                if rent(a, others + a) < rent(b, others + b) { low = a } else { high = b }
            }
            0.5 * (low + high)
        };
        let mut efforts = vec![0.0; users];
        for _ in 0..400 {
            for i in 0..users {
                efforts[i] = highest(efforts.iter().sum::<f64>() - efforts[i]);
            }
        }
        let (all, together) = (efforts.iter().sum::<f64>(), highest(0.0));
        prop_assert!((all / together - commons_effort(users)).abs() < 1e-5, "{} {}", all, together);
        prop_assert!((rent(all, all) / rent(together, together) - commons_rent(users)).abs() < 1e-5);
    }

    /// P11: sharing pays up to the threshold, and nowhere if even the trusted return is worth less than it costs.
    #[test]
    fn theorem_p11_up_to_the_threshold(cost in 0.01..3.0f64, benefit in 0.1..5.0f64, discount in 0.1..1.0f64, step in 1e-6..0.1f64) {
        let threshold = sharing_threshold(cost, benefit, discount);
        for (mistrust, pays) in [(threshold - step, true), (threshold + step, false)] {
            if (0.0..=1.0).contains(&mistrust) {
                prop_assert_eq!(sharing_pays(mistrust, cost, benefit, discount), pays);
            }
        }
        prop_assert_eq!(sharing_pays(0.0, cost, benefit, discount), threshold >= 0.0);
    }
}

/// P11: waves that come in turns, help given in each quiet time, returned in the next wave with chance 1 − μ: drawn, the
/// help pays where the rule says, within four standard errors of nothing.
#[test]
fn published_p11_waves_drawn() {
    const WAVES: u32 = 100_000;
    let luck = Luck::new(11, Purpose::Reading, 0);
    for (mistrust, cost, benefit, discount) in [(0.2, 1.0, 2.0, 0.9), (0.5, 1.0, 2.0, 0.9), (0.6, 0.5, 2.0, 0.7)] {
        let returned = (0..WAVES).filter(|&wave| luck.uniforms::<1>(wave, 0, 0, 1)[0][0] > mistrust).count();
        let mean = discount * benefit * returned as f64 / f64::from(WAVES) - cost;
        let error = discount * benefit * (mistrust * (1.0 - mistrust) / f64::from(WAVES)).sqrt();
        assert!(mean.abs() > 4.0 * error, "too near to tell");
        assert_eq!(mean > 0.0, sharing_pays(mistrust, cost, benefit, discount), "{mistrust}");
    }
}
