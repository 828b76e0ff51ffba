//! Repeated games: machines, equilibria among them, critical discount factors.

mod machines;
mod random;

use games::repeated::automaton::{
    Automaton, AutomatonError, Move, State, all_c, all_d, alternator, generous_tit_for_tat, go_by_majority,
    graduated_reciprocation, grim, guarded, limited_punishment, memory_one, suspicious_tit_for_tat, tit_for_tat,
    tit_for_two_tats, win_stay_lose_shift,
};
use games::repeated::patience::{Border, patience, simplest};
use games::repeated::reply::{Deviation, Solution, best_reply};
use games::repeated::{Match, PlayError};
use games::{Bimatrix, Player, Rational};
use machines::{course, dilemma, machine, ratio, stage};
use proptest::prelude::*;
use random::Luck;

const CLASSIC: [i64; 4] = [5, 3, 1, 0];

/// The pair of a machine with itself.
fn twins<'a>(stage: &'a Bimatrix, machine: &'a Automaton) -> Match<'a> {
    Match::new(stage, machine, machine, Rational::zero()).expect("a match")
}

/// The only border, which is on the way to patience; `None` where there is no border at all.
fn border(payoffs: [i64; 4], machine: &Automaton, solution: Solution) -> Option<Border> {
    let stage = stage(payoffs);
    let found = patience(&twins(&stage, machine), solution, &ratio(1, 1 << 40)).expect("decided");
    assert!(!found.at_zero && found.borders.len() <= 1, "{found:?}");
    found.only().cloned()
}

fn exact(payoffs: [i64; 4], machine: &Automaton, solution: Solution) -> Option<String> {
    border(payoffs, machine, solution).map(|b| b.exact.expect("a fraction").to_string())
}

/// Totals of a round-robin without play against oneself.
fn tournament(machines: &[Automaton], rounds: u32) -> Vec<String> {
    let stage = stage(CLASSIC);
    let total = |i: usize, j: usize| {
        let pair = Match::new(&stage, &machines[i], &machines[j], Rational::zero()).expect("a match");
        pair.total(rounds).expect("few rounds").payoff(&stage, Player::Row)
    };
    let sum = |i: usize| (0..machines.len()).filter(|&j| j != i).map(|j| total(i, j)).sum::<Rational>();
    (0..machines.len()).map(|i| sum(i).to_string()).collect()
}

/// V23: grim (T−R)/(T−P); tit for tat max{(T−R)/(T−P), (T−R)/(R−S)} (Axelrod 1984, prop. 2), never where 2R < T+S.
#[test]
fn published_critical_discount_factors_of_grim_and_tit_for_tat() {
    for (payoffs, threat, matched) in [
        (CLASSIC, "1/2", Some("2/3")),
        ([4, 3, 1, 0], "1/3", Some("1/3")),
        ([6, 4, 1, -2], "2/5", Some("2/5")),
        ([10, 3, 1, -3], "7/9", None),
    ] {
        assert_eq!(exact(payoffs, &grim(), Solution::Nash).as_deref(), Some(threat));
        assert_eq!(exact(payoffs, &grim(), Solution::SubgamePerfect).as_deref(), Some(threat));
        assert_eq!(exact(payoffs, &tit_for_tat(), Solution::Nash).as_deref(), matched);
    }
}

/// V23: n rounds of punishment, T−R ≤ (R−P)(δ + … + δⁿ); algebraic numbers lie within brackets of 2⁻⁴⁰.
#[test]
fn published_critical_discount_factors_of_limited_punishment() {
    for (payoffs, length, expected) in [
        (CLASSIC, 2, Some(0.618034)),
        (CLASSIC, 3, Some(0.543689)),
        (CLASSIC, 1, None),
        ([4, 3, 1, 0], 1, Some(0.5)),
        ([4, 3, 1, 0], 2, Some(0.366025)),
        ([6, 4, 1, -2], 1, Some(0.666667)),
        ([6, 4, 1, -2], 2, Some(0.457427)),
    ] {
        for solution in [Solution::Nash, Solution::SubgamePerfect] {
            let found = border(payoffs, &limited_punishment(length), solution);
            assert_eq!(found.is_some(), expected.is_some(), "{payoffs:?} {length}");
            let (Some(found), Some(expected)) = (found, expected) else { continue };
            assert!((found.holds.to_f64() - expected).abs() < 1e-6 && found.rewards_patience());
            assert!((found.holds.to_f64() - found.fails.to_f64()) < 1e-12);
            assert_eq!(found.exact.is_some(), length == 1, "only the first power has a fraction as its root here");
        }
    }
}

/// V24: the Axelrod library's sample tournaments, 10 rounds, nobody meets itself.
#[test]
fn published_small_tournaments() {
    let [c, d, t, g, m] = [all_c(), all_d(), tit_for_tat(), grim(), go_by_majority(10)];
    assert_eq!(tournament(&[d.clone(), c.clone()], 10), ["50", "0"]);
    assert_eq!(tournament(&[d.clone(), t.clone()], 10), ["14", "9"]);
    assert_eq!(tournament(&[c.clone(), t.clone()], 10), ["30", "30"]);
    assert_eq!(tournament(&[c.clone(), t.clone(), d.clone()], 10), ["30", "39", "64"]);
    assert_eq!(tournament(&[c.clone(), t.clone(), g.clone(), d.clone()], 10), ["60", "69", "69", "78"]);
    assert_eq!(tournament(&[c, d, t, g, m], 10), ["90", "92", "99", "99", "99"]);
}

/// V24: eight pure strategies, 200 rounds, nobody meets itself (Axelrod library 4.14.0).
#[test]
fn published_tournament_of_eight() {
    let entries = [
        all_c(),
        all_d(),
        tit_for_tat(),
        grim(),
        win_stay_lose_shift(),
        alternator(),
        tit_for_two_tats(),
        suspicious_tit_for_tat(),
    ];
    assert_eq!(tournament(&entries, 200), ["3297", "3016", "3597", "3399", "3351", "3260", "3495", "3008"]);
}

/// V25: self-play at 1 % noise: payoff and cooperation.
#[test]
fn published_self_play_under_noise() {
    let [no, yes] = [Rational::zero(), Rational::one()];
    let unforgiving = memory_one([yes.clone(), no.clone(), no.clone(), no], yes).expect("probabilities");
    let generous = |g| generous_tit_for_tat(g).expect("a probability");
    for (machine, pay, cooperates) in [
        (tit_for_tat(), 2.25, 0.5),
        (generous(ratio(1, 3)), 2.970322, 0.971154),
        (generous(ratio(1, 10)), 2.908072, 0.915254),
        (win_stay_lose_shift(), 2.951092, 0.970596),
        (unforgiving, 1.0397, 0.0149),
    ] {
        let stage = stage(CLASSIC);
        let pair = Match::new(&stage, &machine, &machine, ratio(1, 100)).expect("a match");
        let outcomes = pair.long_run().expect("few situations");
        let tolerance = if pay < 1.1 { 5e-5 } else { 1e-6 };
        assert!((outcomes.payoff(&stage, Player::Row).to_f64() - pay).abs() < tolerance);
        assert!((outcomes.cooperation(Player::Row).to_f64() - cooperates).abs() < tolerance);
    }
}

/// V25: two tit for tat in mutual defection: one concession alternates for ever, two in a row restore cooperation.
#[test]
fn published_one_concession_echoes_and_two_end_the_lock_in() {
    let stage = stage(CLASSIC);
    let half = ratio(1, 2);
    let [no, yes] = [Rational::zero(), Rational::one()];
    let turns = [no.clone(), half.clone(), half, no.clone()];
    let peace = [yes.clone(), no.clone(), no.clone(), no.clone()];
    let locked = [no.clone(), no.clone(), no, yes];
    for (concessions, shares) in [(0, &locked), (1, &turns), (2, &peace), (3, &peace), (7, &peace)] {
        let (begun, other) = (graduated_reciprocation(concessions), suspicious_tit_for_tat());
        let pair = Match::new(&stage, &begun, &other, Rational::zero()).expect("a match");
        assert_eq!(&pair.long_run().expect("few situations").shares, shares, "{concessions}");
        let lost = pair.total(30).expect("few rounds").shares[1].to_string();
        assert_eq!(lost, ["0", "15", "1", "1"][usize::from(concessions.min(3))], "{concessions}");
    }
}

/// V25: two generous tit for tat leave mutual defection after 1/(1−(1−g)²) rounds: the rounds spent in it, and the
/// one that ends it.
#[test]
fn published_generosity_ends_mutual_defection() {
    for (g, rounds) in [(ratio(1, 10), 5.263158), (ratio(1, 3), 1.8), (ratio(1, 2), 1.333333)] {
        let stage = stage(CLASSIC);
        let machine = generous_tit_for_tat(g).and_then(|m| m.from_state(1)).expect("a machine");
        let spent = twins(&stage, &machine).total(200).expect("few rounds").shares[3].to_f64();
        assert!((spent + 1.0 - rounds).abs() < 1e-6);
    }
}

/// Who waits for m concessions in a row needs m + 1 of them.
#[test]
fn theorem_caution_needs_one_concession_more() {
    let stage = stage(CLASSIC);
    for (concessions, caution) in (1..8).flat_map(|k| (1..7).map(move |m| (k, m))) {
        let (begun, other) = (graduated_reciprocation(concessions), guarded(caution));
        let pair = Match::new(&stage, &begun, &other, Rational::zero()).expect("a match");
        let both = pair.long_run().expect("few situations").shares[0].clone();
        assert_eq!(both == Rational::one(), concessions > caution, "{concessions} {caution}");
    }
}

/// The simplest fraction within an interval, against the plain search by denominator.
#[test]
fn cross_simplest_fractions() {
    let mut luck = Luck(5);
    for _ in 0..500 {
        let (a, b) = (ratio(luck.below(400), 1 + luck.below(97)), ratio(luck.below(400), 1 + luck.below(97)));
        let (low, high) = if a < b { (a, b) } else { (b, a) };
        let fits = |d: &i64| (0..=(400 * d)).map(|n| ratio(n, *d)).find(|f| *f >= low && *f <= high);
        assert_eq!(Some(simplest(&low, &high)), (1..100).find_map(|d| fits(&d)));
    }
}

/// A drawn match of many rounds agrees with the stationary shares: standard errors below 0.004 for 100,000 rounds.
#[test]
fn cross_a_plain_simulation_agrees() {
    let (stage, machine) = (stage(CLASSIC), generous_tit_for_tat(ratio(1, 3)).expect("a machine"));
    let pair = Match::new(&stage, &machine, &machine, ratio(1, 20)).expect("a match");
    let mut luck = Luck(11);
    let mut states = [machine.start(); 2];
    let mut total = 0.0;
    for _ in 0..100_000 {
        let moves = states.map(|s| {
            let means = (luck.below(1_000_000) as f64) >= 1e6 * machine.states()[s].cooperate.to_f64();
            usize::from(means) ^ usize::from(luck.below(20) == 0)
        });
        total += stage.at(Player::Row, moves[0], moves[1]).to_f64();
        states = [0, 1].map(|p| machine.states()[states[p]].next[moves[p]][moves[1 - p]]);
    }
    let expected = pair.long_run().expect("few situations").payoff(&stage, Player::Row).to_f64();
    assert!((total / 1e5 - expected).abs() < 0.02, "{} {expected}", total / 1e5);
}

#[test]
fn contract_what_is_no_machine_and_no_match_is_refused() {
    let state = |p: Rational, to: usize| State { cooperate: p, next: [[0, 0], [0, to]] };
    assert_eq!(Automaton::new(Vec::new(), 0), Err(AutomatonError::Size(0)));
    assert_eq!(Automaton::new(vec![state(ratio(1, 2), 1)], 0), Err(AutomatonError::NoSuchState(0)));
    assert_eq!(Automaton::new(vec![state(ratio(1, 2), 0)], 1), Err(AutomatonError::NoSuchState(1)));
    assert_eq!(Automaton::new(vec![state(ratio(3, 2), 0)], 0), Err(AutomatonError::Probability(0)));
    assert_eq!(generous_tit_for_tat(ratio(-1, 2)), Err(AutomatonError::Probability(1)));
    assert_eq!(all_c().from_state(1), Err(AutomatonError::NoSuchState(1)));
    let (small, large) = (stage(CLASSIC), Bimatrix::symmetric(&[&[1, 2, 3], &[1, 2, 3], &[1, 2, 3]]).expect("3 by 3"));
    let machine = tit_for_tat();
    let refused = |stage, noise| Match::new(stage, &machine, &machine, noise).err();
    assert_eq!(refused(&large, Rational::zero()), Some(PlayError::NotTwoByTwo(3, 3)));
    assert_eq!(refused(&small, Rational::from(2)), Some(PlayError::Noise));
    assert_eq!(refused(&small, Rational::from(-1)), Some(PlayError::Noise));
    let pair = twins(&small, &machine);
    for delta in [Rational::one(), Rational::from(-1), Rational::from(2)] {
        assert_eq!(pair.discounted(&delta).err(), Some(PlayError::Discount));
        assert_eq!(pair.deviation(Solution::Nash, &delta).err(), Some(PlayError::Discount));
        let reply = best_reply(&small, Player::Row, &machine, &Rational::zero(), &delta);
        assert_eq!(reply.err(), Some(PlayError::Discount));
    }
    assert_eq!(pair.total(10_001).err(), Some(PlayError::TooManyRounds(10_001)));
    let misfit = Deviation::Strategy(Player::Row, vec![Move::Defect; 9]);
    assert_eq!(pair.gain(&misfit, &ratio(1, 2)), Err(PlayError::Misfit));
    let nowhere = Deviation::Once(Player::Row, [7, 7], Move::Defect);
    assert_eq!(pair.gain(&nowhere, &ratio(1, 2)), Err(PlayError::Misfit));
    let (many, turns) = (go_by_majority(255), alternator());
    let pair = Match::new(&small, &many, &turns, ratio(1, 10)).expect("a match");
    assert!(matches!(pair.long_run(), Err(PlayError::TooManySituations(count)) if count > 200));
    assert!(matches!(pair.deviation(Solution::Nash, &ratio(1, 2)), Err(PlayError::TooManySituations(_))));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    /// The closed forms of V23, exactly, for any prisoner's dilemma.
    #[test]
    fn theorem_critical_discount_factors(seed in any::<u64>()) {
        let payoffs = dilemma(&mut Luck(seed));
        let [t, r, p, s] = payoffs;
        let threat = ratio(t - r, t - p);
        let matched = ratio(t - r, r - s).max(threat.clone());
        let found = |machine, solution| border(payoffs, &machine, solution).and_then(|b| b.exact);
        prop_assert_eq!(found(grim(), Solution::Nash), Some(threat.clone()));
        prop_assert_eq!(found(grim(), Solution::SubgamePerfect), Some(threat));
        prop_assert_eq!(found(tit_for_tat(), Solution::Nash), (matched < Rational::one()).then_some(matched));
    }

    /// Tit for tat is subgame perfect only where answering and letting pass come to exactly the same:
    /// δ = (T−R)/(R−S) = (P−S)/(T−P).
    #[test]
    fn theorem_tit_for_tat_is_credible_on_a_knife_edge(seed in any::<u64>()) {
        let mut luck = Luck(seed);
        let [_, r, p, s] = dilemma(&mut luck);
        for t in [r + p - s, r + p - s + 1] {
            let delta = ratio(t - r, r - s);
            prop_assume!(delta < Rational::one());
            let (stage, machine) = (stage([t, r, p, s]), tit_for_tat());
            let found = twins(&stage, &machine).deviation(Solution::SubgamePerfect, &delta).expect("decided");
            prop_assert_eq!(found.is_none(), delta == ratio(p - s, t - p));
            let beside = twins(&stage, &machine).deviation(Solution::SubgamePerfect, &ratio(999, 1000)).expect("decided");
            prop_assert!(beside.is_some());
        }
    }

    /// V23: the best reply to tit for tat turns to cooperation at δ* ± 0.003.
    #[test]
    fn theorem_best_reply_to_tit_for_tat_flips(seed in any::<u64>()) {
        let payoffs = dilemma(&mut Luck(seed));
        let [t, r, p, s] = payoffs;
        let critical = ratio(t - r, r - s).max(ratio(t - r, t - p));
        let near = ratio(3, 1000);
        prop_assume!(critical < ratio(99, 100));
        let first = |delta: &Rational| {
            let reply = best_reply(&stage(payoffs), Player::Row, &tit_for_tat(), &Rational::zero(), delta);
            reply.expect("decided").choices[0]
        };
        prop_assert_eq!(first(&(&critical + &near)), Move::Cooperate);
        prop_assert_eq!(first(&(&critical - &near).max(Rational::zero())), Move::Defect);
    }

    /// Where the play can settle in several ways, the long run weighs each by its chance: two that toss a coin once and
    /// then keep to what came up.
    #[test]
    fn theorem_the_long_run_weighs_every_ending(a in 0i64..=10, b in 0i64..=10, noise in 0i64..2) {
        let tosser = |p: i64| {
            let keep = |means: i64, at: usize| State { cooperate: Rational::from(means), next: [[at; 2]; 2] };
            let toss = State { cooperate: ratio(p, 10), next: [[1, 1], [2, 2]] };
            Automaton::new(vec![toss, keep(1, 1), keep(0, 2)], 0).expect("a machine")
        };
        let (stage, first, second) = (stage(CLASSIC), tosser(a), tosser(b));
        // With noise the toss itself may slip, and what it is kept to slips from then on.
        let noise = ratio(noise, 5);
        let slip = |p: &Rational| &(p * &(&Rational::one() - &noise)) + &(&(&Rational::one() - p) * &noise);
        let pair = Match::new(&stage, &first, &second, noise.clone()).expect("a match");
        let [p, q] = [a, b].map(|v| slip(&slip(&ratio(v, 10))));
        let [not_p, not_q] = [&p, &q].map(|v| &Rational::one() - v);
        let expected = [&p * &q, &p * &not_q, &not_p * &q, &not_p * &not_q];
        prop_assert_eq!(pair.long_run().expect("few situations").shares, expected);
    }

    /// V25: under any noise two tit for tat spend as much time in each outcome.
    #[test]
    fn theorem_noise_levels_tit_for_tat(above in 1i64..100, below in 100i64..1000, seed in any::<u64>()) {
        let payoffs = dilemma(&mut Luck(seed));
        let (stage, machine) = (stage(payoffs), tit_for_tat());
        let pair = Match::new(&stage, &machine, &machine, ratio(above, below + 1)).expect("a match");
        let outcomes = pair.long_run().expect("few situations");
        prop_assert_eq!(&outcomes.shares, &[(); 4].map(|()| ratio(1, 4)));
        prop_assert_eq!(outcomes.payoff(&stage, Player::Column), ratio(payoffs.iter().sum(), 4));
    }

    /// Solving equations against carrying probabilities forward: discounted to 1e-9, totals, long-run shares by the
    /// average of many rounds.
    #[test]
    fn cross_shares_agree_with_plain_play(seed in any::<u64>()) {
        let mut luck = Luck(seed);
        let (first, second) = (machine(&mut luck, 4), machine(&mut luck, 4));
        let (noise, delta) = (ratio(luck.below(3), 10), ratio(luck.below(10), 10));
        let stage = stage(CLASSIC);
        let pair = Match::new(&stage, &first, &second, noise.clone()).expect("a match");
        let plain = course(&first, &second, noise.to_f64(), 10_000);
        let (mut weight, d) = (1.0 - delta.to_f64(), delta.to_f64());
        let mut sum = [0.0; 4];
        for round in &plain {
            (0..4).for_each(|k| sum[k] += weight * round[k]);
            weight *= d;
        }
        let outcomes = pair.discounted(&delta).expect("decided");
        let long = pair.long_run().expect("decided");
        let total = pair.total(12).expect("few rounds");
        prop_assert_eq!(outcomes.shares.iter().cloned().sum::<Rational>(), Rational::one());
        prop_assert_eq!(long.shares.iter().cloned().sum::<Rational>(), Rational::one());
        for k in 0..4 {
            prop_assert!((outcomes.shares[k].to_f64() - sum[k]).abs() < 1e-9);
            prop_assert!((total.shares[k].to_f64() - plain[..12].iter().map(|r| r[k]).sum::<f64>()).abs() < 1e-9);
            // After 1,000 rounds all that passes has passed; a cycle of up to 16 rounds cut short weighs 16/9,000.
            let average = plain[1000..].iter().map(|r| r[k]).sum::<f64>() / 9000.0;
            prop_assert!((long.shares[k].to_f64() - average).abs() < 2e-3, "{k}: {} {average}", long.shares[k]);
        }
    }

    /// Policy iteration against trying every choice of moves, each played out plainly.
    #[test]
    fn cross_best_replies_agree_with_trying_everything(seed in any::<u64>()) {
        let mut luck = Luck(seed);
        let opponent = machine(&mut luck, 4);
        let (noise, delta) = (ratio(luck.below(3), 10), ratio(luck.below(9), 10));
        let stage = luck.game(2, 2, 12);
        let reply = best_reply(&stage, Player::Column, &opponent, &noise, &delta).expect("decided");
        let n = opponent.states().len();
        let worth = |choices: usize| {
            // The same choices as a machine that keeps the other's state in mind.
            let state = |s: usize| {
                let [[a, b], [c, d]] = opponent.states()[s].next;
                State { cooperate: Rational::from((choices >> s & 1) as i64), next: [[a, c], [b, d]] }
            };
            let mirror = Automaton::new((0..n).map(state).collect(), opponent.start()).expect("a machine");
            let mut weight = 1.0 - delta.to_f64();
            let mut sum = 0.0;
            for round in course(&opponent, &mirror, noise.to_f64(), 250) {
                let pay = |k: usize| stage.at(Player::Column, k / 2, k % 2).to_f64();
                sum += weight * (0..4).map(|k| round[k] * pay(k)).sum::<f64>();
                weight *= delta.to_f64();
            }
            sum
        };
        let best = (0..1 << n).map(worth).fold(f64::MIN, f64::max);
        prop_assert!((reply.values[opponent.start()].to_f64() - best).abs() < 1e-8);
    }

    /// One deviation at a time decides: a pair is subgame perfect exactly where, after every history, each machine
    /// earns what the best reply to the other earns.
    #[test]
    fn cross_one_shot_deviations_agree_with_best_replies_everywhere(seed in any::<u64>()) {
        let mut luck = Luck(seed);
        let known = [grim(), tit_for_tat(), win_stay_lose_shift(), limited_punishment(2), all_d(), tit_for_two_tats()];
        let pick = |luck: &mut Luck| match luck.below(2) {
            0 => machine(luck, 3),
            _ => known[luck.below(6) as usize].clone(),
        };
        let first = pick(&mut luck);
        let second = if luck.below(2) == 0 { first.clone() } else { pick(&mut luck) };
        let (noise, delta) = (ratio(luck.below(2), 10), ratio(luck.below(20), 20));
        let stage = luck.game(2, 2, 12);
        let pair = Match::new(&stage, &first, &second, noise.clone()).expect("a match");
        let mut seen = vec![[first.start(), second.start()]];
        let mut at = 0;
        let mut perfect = true;
        let replies = [(Player::Row, &second), (Player::Column, &first)]
            .map(|(player, other)| best_reply(&stage, player, other, &noise, &delta).expect("decided"));
        while at < seen.len() {
            let [a, b] = seen[at];
            let (x, y) = (first.from_state(a).expect("a state"), second.from_state(b).expect("a state"));
            let now = Match::new(&stage, &x, &y, noise.clone()).expect("a match").discounted(&delta).expect("decided");
            perfect &= now.payoff(&stage, Player::Row) == replies[0].values[b];
            perfect &= now.payoff(&stage, Player::Column) == replies[1].values[a];
            for (i, j) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
                let next = [first.states()[a].next[i][j], second.states()[b].next[j][i]];
                if !seen.contains(&next) {
                    seen.push(next);
                }
            }
            at += 1;
        }
        let found = pair.deviation(Solution::SubgamePerfect, &delta).expect("decided");
        prop_assert_eq!(found.is_none(), perfect, "{:?}", found);
        if let Some(deviation) = found {
            prop_assert!(pair.gain(&deviation, &delta).expect("decided").is_positive());
        } else {
            prop_assert_eq!(pair.deviation(Solution::Nash, &delta), Ok(None));
        }
    }

    /// What is said to gain at the border's failing side gains there, and nothing gains at its holding side.
    #[test]
    fn theorem_brackets_are_proved_on_both_sides(seed in any::<u64>()) {
        let mut luck = Luck(seed);
        let (stage, length) = (stage(dilemma(&mut luck)), 2 + luck.below(3) as u8);
        let machine = limited_punishment(length);
        let pair = twins(&stage, &machine);
        for border in patience(&pair, Solution::SubgamePerfect, &ratio(1, 1 << 20)).expect("decided").borders {
            let gains = pair.deviation(Solution::SubgamePerfect, &border.fails).expect("decided").expect("a deviation");
            prop_assert!(pair.gain(&gains, &border.fails).expect("decided").is_positive());
            prop_assert_eq!(pair.deviation(Solution::SubgamePerfect, &border.holds), Ok(None));
        }
    }
}
