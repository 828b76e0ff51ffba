//! Two methods agree: games on paper against simulated populations, and the game of trust inside the kernel.

use games::population::fear::{armed_share, multiplier, reciprocal, strikes};
use games::population::insurance::Insurance;
use games::population::mistrust::{self, Pair, suspicious_share};
use games::population::reassurance::{largest_step, smallest_step};
use games::population::risk::{self, StrategicRisk};
use games::population::watching::{trust_after, watch};
use games::population::{self, Flip, IDS, Size, assurance};
use proptest::prelude::*;
use theory::belief::{evidence, excess, expected_need_squared};
use theory::closed_form::trust::{War, minimum_trust};
use theory::closed_form::{boundary_mistrust, critical_empathy};
use theory::real::{exp, ln};

fn size(populations: u32, actors: usize) -> Size {
    Size { populations, actors, seed: 1950 }
}

/// The turn is where the closed form says, and the simulation is sharp enough to have noticed an error of `sharp`.
fn agrees(flip: Option<Flip>, closed: f64, sharp: f64) {
    let flip = flip.expect("the population turns");
    assert!((flip.closed - closed).abs() < 1e-6, "{closed}: {flip:?}");
    assert!(flip.agrees() && 4.0 * flip.simulated.error < sharp, "{flip:?}");
}

#[test]
fn cross_assurance_turns_at_the_minimum_trust() {
    for (table, m) in [([3.0, 4.0, 2.0, 1.0], 0.5), ([3.0, 4.0, 2.0, 0.0], 2.0 / 3.0), ([2.0, 3.0, 1.0, -3.0], 0.8)] {
        agrees(assurance::flip(table, 300, size(24, 800)), m, 0.02);
    }
    agrees(assurance::flip([0.8, 1.0, 0.0, -1.0], 300, size(24, 800)), 1.0 / 1.2, 0.02);
}

/// Trust needed rises with the advantage of striking first: V03's rows.
#[test]
fn cross_assurance_turns_where_first_strike_advantage_says() {
    for (first_strike, m) in [(0.05, 0.1), (0.1, 0.2), (0.2, 0.4)] {
        let war = War { win: 0.5, first_strike, gain: 0.5, loss: 1.0, cost: 0.5 };
        let (t, r, p, s) = war.payoffs();
        agrees(assurance::flip([t, r, p, s], 300, size(24, 800)), m, 0.02);
    }
}

/// V04: under the minimum trust the share t² of conflicts is tragic, and never more than m²; over it none.
#[test]
fn cross_tragic_conflicts() {
    let table = [3.0, 4.0, 2.0, 0.0];
    let under = assurance::tragic(table, 0.5, 400, size(40, 1000)).expect("conflicts");
    assert!(under.is_near(0.25) && under.error < 0.004, "{under:?}");
    let over = assurance::tragic(table, 0.85, 400, size(10, 1000)).expect("conflicts");
    assert!(over.mean < 0.001, "{over:?}");
}

#[test]
fn cross_reassurance_turns_at_both_ends() {
    let (good, bad) = ([3.0, 4.0, 2.0, 0.0], [4.0, 3.0, 2.0, 0.0]);
    for (trust, least, most) in
        [(0.1, 0.095_238_1, 0.105_263_2), (0.3, 0.260_869_6, 0.352_941_2), (0.5, 0.4, 2.0 / 3.0)]
    {
        agrees(smallest_step(bad, trust, 200, size(40, 1000)), least, 0.02);
        agrees(largest_step(good, trust, 200, size(40, 1000)), most, 0.025);
    }
}

/// Where betrayal pays too well, the step that is not imitated is larger than the one that is dared.
#[test]
fn cross_reassurance_fails_where_the_untrustworthy_risk_more() {
    let dared = largest_step([3.0, 4.0, 2.0, 0.0], 0.3, 200, size(20, 1000)).expect("dared");
    let needed = smallest_step([8.0, 3.0, 2.0, 0.0], 0.3, 200, size(20, 1000));
    agrees(needed.clone(), 0.382_978_7, 0.02);
    let (dared, needed) = (dared.simulated, needed.expect("needed").simulated);
    assert!(needed.mean - dared.mean > 4.0 * (needed.error + dared.error), "{dared:?} {needed:?}");
}

#[test]
fn cross_reciprocal_fear_turns_without_compounding() {
    for (advantage, struck, q) in [(0.2, 1.0, 1.0 / 6.0), (0.5, 1.0, 1.0 / 3.0), (0.1, 0.3, 0.25)] {
        agrees(reciprocal(advantage, struck, size(40, 10_000)), q, 0.004);
    }
    // V07: under the threshold strikes are those that nobody provoked, and no more; over it, by one side alone, all.
    let quiet = strikes(0.2, 1.0, [0.16, 0.16], size(1, 1_000_000));
    assert!(quiet.iter().all(|q| (q - 0.16).abs() < 4.0 * 0.000_37), "{quiet:?}");
    assert_eq!(strikes(0.2, 1.0, [0.17, 0.1], size(1, 1_000_000)), [1.0, 1.0]);
}

#[test]
fn cross_fear_multiplier_turns_where_half_arm() {
    for (gain, largest) in [(0.05, 1.0), (0.2, 1.0), (0.3, 2.0)] {
        agrees(multiplier(gain, largest, size(20, 100_000)), largest - gain, 0.02);
    }
}

/// V08: P(arm) = μ/(c̄ − d + μ) in populations of 400,000. The row of .001 and .99 is left out: there fear multiplies by 90,
/// and with it the luck of who happens to be next in the queue, so that far larger populations would be needed.
#[test]
fn cross_fear_multiplier_arms_as_many_as_the_closed_form() {
    for (gain, harm, share) in [(0.01, 0.9, 1.0 / 11.0), (0.05, 0.8, 0.2), (0.01, 0.5, 0.01 / 0.51)] {
        let armed = armed_share(gain, harm, 1.0, size(6, 400_000)).expect("a share");
        assert!(armed.is_near(share) && armed.error < 0.02 * share, "{share}: {armed:?}");
    }
    for harm in [1.01, 1.5] {
        let armed = armed_share(0.01, harm, 1.0, size(2, 400_000)).expect("a share");
        assert_eq!(armed.mean, 1.0, "{harm}");
    }
}

#[test]
fn cross_strategic_risk_turns_at_risk_dominance() {
    for (temptation, sucker, cutoff) in [(1.0, -2.0, 2.966_666_7), (1.0, -1.0, 1.966_666_7), (2.0, 0.0, 2.966_666_7)] {
        let punishment = if temptation > 1.0 { 1.0 } else { 0.0 };
        let game = StrategicRisk { temptation, punishment, sucker, noise: 0.1 };
        agrees(risk::flip(game, size(20, 80_000)), cutoff, 0.03);
    }
}

#[test]
fn cross_mutual_insurance_turns_where_sharing_pays() {
    let game = Insurance::worked();
    agrees(game.mistrust_flip(size(20, 500)), 0.473_765_4, 0.02);
    agrees(game.discount_flip(size(20, 500)), 0.825_627_5, 0.02);
}

/// Waves that come to all at once leave nobody to help: the more they do, the less mistrust sharing bears.
#[test]
fn cross_mutual_insurance_needs_staggered_waves() {
    for (correlation, threshold) in [(0.0, 0.512_345_7), (0.6, 0.280_864_2), (0.9, -0.876_543_2)] {
        let game = Insurance { correlation, ..Insurance::worked() };
        let flip = game.mistrust_flip(size(20, 500));
        if threshold > 0.0 {
            agrees(flip, threshold, 0.03);
        } else {
            assert!(flip.is_none(), "{flip:?}");
        }
    }
}

/// V04: watchers who use the kernel's rule need as many moves, and are right as often, as the sequential test does.
#[test]
fn cross_watchers_decide_as_the_sequential_test_does() {
    let watched = watch(1.0, (0.95, 0.2), 0.05, size(20, 20_000)).expect("rates inside (0, 1)");
    assert!((watched.moves.mean - 2.299).abs() < 0.02, "{watched:?}");
    assert!((watched.right.mean - 0.992).abs() < 0.001, "{watched:?}");
    for (prior, moves, trust) in
        [(0.6, &[true][..], 0.876_923), (0.6, &[false], 0.085_714), (0.5, &[true, true, false], 0.585_089)]
    {
        assert!((trust_after(prior, moves, (0.95, 0.2)) - trust).abs() < 1e-6, "{moves:?}");
    }
}

/// Pairs run by the simulator part at the boundary on the need curve.
#[test]
fn cross_pairs_of_the_kernel_turn_at_the_boundary() {
    for (empathy, boundary) in [(0.5, 0.340_972), (0.0, 0.101_045)] {
        agrees(mistrust::flip(Pair { empathy, ..Pair::worked() }, 0.1, size(12, 32)), boundary, 0.01);
    }
    assert_eq!(mistrust::flip(Pair { empathy: 0.65, ..Pair::worked() }, 0.1, size(2, 16)), None);
}

fn pairs() -> impl Strategy<Value = Pair> {
    (0.05..3.0, 0.5..20.0, 0.1..2.0, 0.0..0.95, 0.05..1.2f64).prop_map(
        |(baseline, responsiveness, reach, empathy, greed_excess)| Pair {
            baseline,
            responsiveness,
            reach,
            empathy,
            greed_excess,
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    /// Trust one has at the boundary of P4 is the minimum trust of the game inside, at that effort, and the kernel's
    /// evidence changes sign there: on the need curve, and at any effort.
    #[test]
    fn theorem_the_boundary_is_one_less_the_minimum_trust(pair in pairs(), mistrust in 0.001..0.999, effort in 0.1..50.0) {
        let Pair { baseline: x0, responsiveness: k, reach: r, empathy, greed_excess: g } = pair;
        let [t, reward, p, s] = pair.game_of_trust(effort);
        let m = minimum_trust(t, reward, p, s).expect("goodwill gains something");
        match boundary_mistrust(x0, k, r, empathy, g, effort) {
            Some(boundary) => prop_assert!((m - (1.0 - boundary).max(0.0)).abs() < 1e-9, "{} {}", m, boundary),
            None => prop_assert_eq!(m, 0.0),
        }
        // What the kernel makes of a benign other of the same mistrust that is at its need, of efforts on the curve.
        let x = pair.settled_effort(mistrust);
        prop_assert!((x * x - x0 * x0 - k * r * mistrust * x).abs() < 1e-9 * x * x);
        let fear = r * mistrust * x;
        let news = evidence(excess(ln(x), 0.0, expected_need_squared(x0, k, fear, fear, empathy * fear, 1.0)), g, 1.0, 1.0);
        let boundary = pair.settled_boundary();
        prop_assume!(boundary.is_none_or(|b| (b - mistrust).abs() > 1e-9));
        prop_assert_eq!(news > 0.0, boundary.is_some_and(|b| mistrust > b), "{} {:?}", news, boundary);
        if let Some(b) = boundary {
            let at = boundary_mistrust(x0, k, r, empathy, g, pair.settled_effort(b)).expect("under the critical empathy");
            prop_assert!((at - b).abs() < 1e-9 * b, "{} {}", at, b);
        }
    }

    /// Over the critical empathy the game inside asks for no trust, at any effort; under it, with nothing at baseline,
    /// for all there is. So P3 is the place where P − S changes its sign.
    #[test]
    fn theorem_critical_empathy_is_where_no_trust_is_needed(pair in pairs(), effort in 0.1..50.0, gap in 0.001..0.2) {
        let critical = critical_empathy(2, pair.greed_excess);
        let needed = |pair: Pair| {
            let [t, r, p, s] = pair.game_of_trust(effort);
            minimum_trust(t, r, p, s).expect("goodwill gains something")
        };
        let over = needed(Pair { empathy: critical + gap, ..pair });
        let bare = needed(Pair { baseline: 1e-9, empathy: critical - gap, ..pair });
        prop_assert!(over == 0.0 && bare > 1.0 - 1e-9, "{} {}", over, bare);
        // With a baseline it is lower by (1 − e^−g)·x0²/(K r x).
        let calm = (1.0 - exp(-pair.greed_excess)) * pair.baseline * pair.baseline;
        let lower = critical - calm / (pair.responsiveness * pair.reach * effort);
        let [over, under] = [1e-6, -1e-6].map(|step| needed(Pair { empathy: lower + step, ..pair }));
        prop_assert!(over == 0.0 && under > 0.0, "{} {}", over, under);
    }

    /// Where game and kernel part: what I read in the other grows with its mistrust and shrinks with my own.
    #[test]
    fn theorem_own_mistrust_excuses_the_other(pair in pairs(), own in 0.1..0.9, theirs in 0.1..0.9, effort in 0.1..50.0) {
        let here = pair.alarm(own, theirs, effort);
        prop_assert!(pair.alarm(own, theirs + 0.05, effort) > here);
        prop_assert!(pair.alarm(own + 0.05, theirs, effort) <= here);
        prop_assert!(pair.empathy < 1e-3 || pair.alarm(own + 0.05, theirs, effort) < here);
    }
}

/// The worked example of docs/model.md, "Minimum trust and critical empathy".
#[test]
fn golden_minimum_trust_and_critical_empathy() {
    let pair = Pair::worked();
    let boundary = pair.settled_boundary().expect("under the critical empathy");
    let effort = pair.settled_effort(boundary);
    let needed = |effort| {
        let [t, r, p, s] = pair.game_of_trust(effort);
        minimum_trust(t, r, p, s).expect("goodwill gains something")
    };
    let ([t, r, p, s], m) = (pair.game_of_trust(effort), needed(effort));
    for (got, printed) in [
        (critical_empathy(2, 0.5), "0.607"),
        (boundary, "0.341"),
        (effort, "2.166"),
        (r - t, "0.649"),
        (p - s, "1.254"),
        (m, "0.659"),
        (needed(1.0), "0.261"),
        (needed(4.0), "0.815"),
    ] {
        assert_eq!(format!("{got:.3}"), printed);
    }
}

/// Noise smears the boundary and moves it: of pairs that start on it, clearly fewer than half end in suspicion.
#[test]
fn golden_noise_moves_the_boundary() {
    let share = |mistrust: f64| suspicious_share(Pair::worked(), mistrust, size(10, 160)).expect("a share");
    let shares = [0.1, 0.341, 0.47, 0.7].map(share);
    assert!(shares[1].mean + 4.0 * shares[1].error < 0.5 && shares[2].is_near(0.5), "{shares:?}");
    assert_eq!(shares.map(|s| format!("{:.2}", s.mean)), ["0.05", "0.37", "0.52", "0.73"]);
}

/// Every game that is said to have a population has turns, each near its closed form, named in both languages.
#[test]
fn contract_every_population_turns() {
    for id in IDS.iter().filter(|&&id| id != "kernel") {
        let flips = population::of(id, 7);
        assert!(!flips.is_empty() && flips.iter().all(|f| f.game == *id && f.agrees()), "{flips:?}");
        assert!(flips.iter().all(|f| f.primitive.en.is_ascii() && !f.primitive.zh.is_ascii()));
    }
    assert!(population::of("chess", 7).is_empty());
    // Nothing to simulate, or nothing that turns, is said and not guessed.
    assert_eq!(assurance::flip([3.0, 4.0, 2.0, 0.0], 0, size(5, 5)), None);
    assert_eq!(assurance::flip([5.0, 4.0, 2.0, 0.0], 10, size(5, 5)), None);
    assert_eq!(reciprocal(0.2, 1.0, size(1, 10)), None);
    assert_eq!(reciprocal(0.2, 1.0, size(5, 0)), None);
    assert_eq!(multiplier(0.6, 1.0, size(5, 100)), None);
    assert_eq!(watch(1.0, (1.0, 0.2), 0.05, size(5, 100)), None);
}
