//! Named games of incomplete information: printed thresholds, and the same answers found another way.

mod ask;
mod random;

use ask::*;
use games::extensive::sequential::{Notion, solve as solve_tree};
use games::extensive::tree::Kind;
use games::named::{ALL, Game};
use games::{Player, Rational, pure, selection};
use random::Luck;
use theory::closed_form::{agreement, trust};

const TIMES: usize = 200;

/// A fraction from `low` to `high` in hundredths.
fn between(luck: &mut Luck, low: i64, high: i64) -> Rational {
    over(100 * low + luck.below(100 * (high - low) as u64 + 1), 100)
}

/// A probability strictly inside.
fn chance(luck: &mut Luck) -> Rational {
    over(1 + luck.below(98), 99)
}

/// What a game calls its players, its actions and the moves of nature.
fn spoken(game: &Game) -> Vec<String> {
    match game {
        Game::Bimatrix(game) => {
            let of = |p: Player| game.actions(p).iter().cloned().chain([game.player(p).to_owned()]);
            Player::BOTH.into_iter().flat_map(of).collect()
        }
        Game::Normal(game) => game.players().iter().chain(game.actions().iter().flatten()).cloned().collect(),
        Game::Tree(tree) => {
            let chance = tree.nodes().iter().filter_map(|node| match &node.kind {
                Kind::Chance { actions, .. } => Some(actions),
                _ => None,
            });
            let actions = tree.sets().iter().map(|set| &set.actions).chain(chance).flatten();
            tree.players().iter().chain(actions).cloned().collect()
        }
    }
}

#[test]
fn contract_players_and_actions_have_names_in_both_languages() {
    for named in ALL {
        let values = named.defaults().expect(named.id);
        let Ok(Some(game)) = (named.analyse)(&values).map(|a| a.game) else { continue };
        for name in spoken(&game) {
            assert!(named.labels.iter().any(|w| w.en == name && w.zh != name), "{}: {name}", named.id);
        }
    }
}

/// V02.
#[test]
fn published_minimum_trust() {
    for ([t, r, p, s], wanted) in [
        (["3", "4", "2", "1"], 0.5),
        (["3", "4", "2", "0"], 0.666667),
        (["2", "3", "1", "-3"], 0.8),
        ([".8", "1", "0", "-1"], 0.833333),
    ] {
        let found = ask("assurance", &[("temptation", t), ("reward", r), ("punishment", p), ("sucker", s)]);
        near(number(&found, "minimum_trust"), wanted, 1e-6);
    }
}

/// V02: at the minimum itself, a millionth under it, and anywhere, the solver's trustworthy sides cooperate exactly
/// where trust suffices; to defect always holds itself up.
#[test]
fn cross_trust_flips_the_solver_at_the_minimum() {
    let mut luck = Luck(2);
    for _ in 0..TIMES {
        let (s, step) = (between(&mut luck, -9, 9), |luck: &mut Luck| over(1 + luck.below(900), 100));
        let p = &s + &step(&mut luck);
        let t = between(&mut luck, -20, 20);
        let r = &t + &step(&mut luck);
        let payoffs = [("temptation", t), ("reward", r), ("punishment", p), ("sucker", s)];
        let m = exact(&ask_at("assurance", &payoffs), "minimum_trust");
        let [t, r, p, s] = payoffs.each_ref().map(|(_, v)| v.to_f64());
        near(m.to_f64(), trust::minimum_trust(t, r, p, s).expect("trustworthy"), 1e-12);
        let tiny = over(1, 1_000_000);
        let free = chance(&mut luck);
        for (one, other) in
            [(m.clone(), m.clone()), (&m - &tiny, Rational::one()), (Rational::one(), &m - &tiny), (free.clone(), free)]
        {
            let (one, other) = (one.max(Rational::zero()), other.max(Rational::zero()));
            let mut sets = payoffs.to_vec();
            sets.extend([("trust_one", one.clone()), ("trust_other", other.clone())]);
            let found = ask_at("assurance", &sets);
            let enough = one >= m && other >= m;
            assert_eq!(is_equilibrium(bimatrix(&found), 0, 0), enough, "{sets:?}");
            assert!(is_equilibrium(bimatrix(&found), 1, 1), "{sets:?}");
            let tragic = if enough { Rational::zero() } else { &one * &other };
            assert_eq!(exact(&found, "tragic"), tragic);
        }
    }
}

/// V03, the seven rows.
#[test]
fn published_trust_from_power_and_stakes() {
    for (sets, wanted) in [
        (vec![], 0.2),
        (vec![("first_strike", ".2")], 0.4),
        (vec![("first_strike", ".05")], 0.1),
        (vec![("win", ".6")], 0.25),
        (vec![("win", ".4")], 0.166667),
        (vec![("cost", "1")], 0.12),
        (vec![("gain", "1")], 0.4),
    ] {
        near(number(&ask("war-assurance", &sets), "trust_one"), wanted, 1e-6);
    }
}

/// V03: both sides against the formula of the theory, and peace against the solver.
#[test]
fn cross_war_assurance_agrees_with_theory_and_solver() {
    let (mut luck, mut peaceful) = (Luck(3), 0);
    for _ in 0..TIMES {
        let win = over(luck.below(101), 100);
        let first = &win.clone().min(&Rational::one() - &win) * &over(luck.below(11), 10);
        let [gain, loss] = [between(&mut luck, 0, 2), between(&mut luck, 0, 2)];
        let sets = [
            ("win", win),
            ("first_strike", first),
            ("gain", gain),
            ("loss", loss),
            ("cost", between(&mut luck, 0, 2)),
            ("trust", chance(&mut luck)),
        ];
        let found = ask_at("war-assurance", &sets);
        let [win, first_strike, gain, loss, cost, belief] = sets.each_ref().map(|(_, v)| v.to_f64());
        let mut enough = true;
        for (id, win) in [("trust_one", win), ("trust_other", 1.0 - win)] {
            let war = trust::War { win, first_strike, gain, loss, cost };
            let edge = (win + first_strike) * (gain + loss) - loss - cost;
            if edge.abs() > 1e-9 {
                assert_eq!(absent(&found, id), war.minimum_trust().is_none(), "{sets:?}");
            }
            enough &= !absent(&found, id) && belief >= number(&found, id);
            if let (false, Some(wanted)) = (absent(&found, id), war.minimum_trust()) {
                near(number(&found, id), wanted, 1e-9);
            }
        }
        assert_eq!(truth(&found, "peace"), enough, "{sets:?}");
        assert_eq!(is_equilibrium(bimatrix(&found), 0, 0), enough, "{sets:?}");
        peaceful += usize::from(enough);
    }
    assert!((TIMES / 10..TIMES * 9 / 10).contains(&peaceful), "{peaceful}");
}

/// V06.
#[test]
fn published_four_worlds() {
    let world = |first, ratio| ask("worlds", &[("first_strike", first), ("ratio", ratio)]);
    let worst = world(".3", "1");
    near(number(&worst, "minimum_trust"), 0.6, 1e-9);
    near(number(&worst, "trust_after"), 0.3, 1e-9);
    near(number(&worst, "ratio_needed"), 3.5, 1e-9);
    assert!(said(&worst, "world").starts_with("spiral"));
    let told_apart = world(".3", "6");
    near(number(&told_apart, "trust_after"), 0.72, 1e-9);
    assert!(said(&told_apart, "world").contains("told apart"));
    for safe in [world(".05", "1"), world(".05", "6")] {
        near(number(&safe, "minimum_trust"), 0.1, 1e-9);
        near(number(&safe, "ratio_needed"), 0.259259, 1e-6);
        assert!(said(&safe, "world").contains("without having to look"));
    }
}

/// V06: the solver cooperates exactly from the ratio on that peace needs.
#[test]
fn cross_worlds_flip_the_solver_at_the_ratio_needed() {
    let mut luck = Luck(6);
    let mut both = [0, 0];
    for _ in 0..TIMES {
        let first = over(1 + luck.below(49), 100);
        let sets = [("first_strike", first), ("trust", chance(&mut luck)), ("ratio", between(&mut luck, 1, 9))];
        let found = ask_at("worlds", &sets);
        let enough = !absent(&found, "ratio_needed") && sets[2].1 >= exact(&found, "ratio_needed");
        assert_eq!(is_equilibrium(bimatrix(&found), 0, 0), enough, "{sets:?}");
        assert_eq!(said(&found, "world").starts_with("peace"), enough, "{sets:?}");
        both[usize::from(enough)] += 1;
        if let (false, false) = (absent(&found, "ratio_needed"), absent(&found, "minimum_trust")) {
            let wanted = trust::ratio_needed(sets[1].1.to_f64(), number(&found, "minimum_trust"));
            near(number(&found, "ratio_needed") / wanted, 1.0, 1e-9);
        }
    }
    assert!(both.iter().all(|&count| count > TIMES / 10), "{both:?}");
}

/// V05.
#[test]
fn published_windows_of_reassurance() {
    for (belief, smallest, largest) in
        [("0.3", 0.260870, 0.352941), ("0.1", 0.095238, 0.105263), ("0.5", 0.4, 0.666667)]
    {
        let found = ask("reassurance", &[("trust", belief)]);
        near(number(&found, "smallest"), smallest, 1e-6);
        near(number(&found, "largest"), largest, 1e-6);
        near(number(&found, "one_shot"), 2.0 / 3.0, 1e-9);
        assert!(truth(&found, "possible") && truth(&found, "however_little"));
    }
    let greedy = ask("reassurance", &[("bad_temptation", "8")]);
    near(number(&greedy, "smallest"), 0.382979, 1e-6);
    assert!(!truth(&greedy, "possible") && !truth(&greedy, "reassures") && !truth(&greedy, "however_little"));
}

/// First move, answer to defection, answer to cooperation.
type Plan = [bool; 3];

/// What two rounds pay one whose payoffs are (T, R, P, S).
fn two_rounds([t, r, p, s]: [f64; 4], first: f64, own: Plan, other: Plan) -> f64 {
    let round = |a: bool, b: bool| match (a, b) {
        (true, true) => r,
        (true, false) => s,
        (false, true) => t,
        (false, false) => p,
    };
    let answer = |plan: Plan, seen: bool| plan[1 + usize::from(seen)];
    first * round(own[0], other[0]) + (1.0 - first) * round(answer(own, other[0]), answer(other, own[0]))
}

/// V05: of all eight plans of either type none is better than its own exactly where the window says so; and so says the
/// solver on the short list of plans.
#[test]
fn cross_reassurance_agrees_with_all_plans_and_the_solver() {
    let mut luck = Luck(5);
    let mut both = [0, 0];
    const WAIT: Plan = [true, false, true];
    const NEVER: Plan = [false, false, false];
    for _ in 0..TIMES {
        let step = |luck: &mut Luck| over(1 + luck.below(400), 100);
        let ladder = |luck: &mut Luck| {
            let s = over(luck.below(100), 100);
            let p = &s + &step(luck);
            let next = &p + &step(luck);
            let top = &next + &step(luck);
            [s, p, next, top]
        };
        let ([s, p, t, r], [bs, bp, br, bt]) = (ladder(&mut luck), ladder(&mut luck));
        let belief = chance(&mut luck);
        let first = over(1 + luck.below(98), 99);
        let sets = [
            ("temptation", t),
            ("reward", r),
            ("punishment", p),
            ("sucker", s),
            ("bad_temptation", bt),
            ("bad_reward", br),
            ("bad_punishment", bp),
            ("bad_sucker", bs),
            ("trust", belief),
            ("first", first),
        ];
        let found = ask_at("reassurance", &sets);
        let numbers = sets.each_ref().map(|(_, v)| v.to_f64());
        let [good, bad] = [0, 4].map(|k| std::array::from_fn(|i| numbers[k + i]));
        let (belief, first) = (numbers[8], numbers[9]);
        let expected = |payoffs: [f64; 4], plan: Plan| {
            belief * two_rounds(payoffs, first, plan, WAIT) + (1.0 - belief) * two_rounds(payoffs, first, plan, NEVER)
        };
        let plans = (0..8u8).map(|k| [k & 1 > 0, k & 2 > 0, k & 4 > 0]);
        let best = |payoffs, own| plans.clone().all(|plan| expected(payoffs, plan) <= expected(payoffs, own) + 1e-9);
        let separates = best(good, WAIT) && best(bad, NEVER);
        assert_eq!(truth(&found, "reassures"), separates, "{sets:?}");
        assert!(pure::equilibria(bimatrix(&found)).contains(&(0, 0)) == separates, "{sets:?}");
        both[usize::from(separates)] += 1;
        let mut wary = sets.to_vec();
        wary[8].1 = over(1, 1_000_000_000);
        assert_eq!(truth(&found, "however_little"), truth(&ask_at("reassurance", &wary), "possible"), "{sets:?}");
    }
    assert!(both.iter().all(|&count| count > TIMES / 20), "{both:?}");
}

/// V07.
#[test]
fn published_fear_tips_without_a_multiplier() {
    let calm = ask("reciprocal-fear", &[("rash_one", ".16"), ("rash_other", ".16")]);
    assert_eq!(exact(&calm, "threshold"), over(1, 6));
    assert_eq!((exact(&calm, "total_one"), exact(&calm, "total_other")), (over(16, 100), over(16, 100)));
    let struck = ask("reciprocal-fear", &[("rash_one", ".17"), ("rash_other", ".1")]);
    assert_eq!((exact(&struck, "total_one"), exact(&struck, "total_other")), (over(1, 1), over(1, 1)));
}

/// V07: fear reasoned out step by step ends where the closed form says, and restraint is an equilibrium just there.
#[test]
fn cross_reciprocal_fear_agrees_with_reasoning_and_solver() {
    let mut luck = Luck(7);
    let mut both = [0, 0];
    for _ in 0..TIMES {
        let sets = [
            ("spoils", chance(&mut luck)),
            ("loss", between(&mut luck, 0, 2)),
            ("rash_one", over(luck.below(60), 100)),
            ("rash_other", over(luck.below(60), 100)),
        ];
        let found = ask_at("reciprocal-fear", &sets);
        let [h, loss, one, other] = sets.each_ref().map(|(_, v)| v.clone());
        let wants = |q: &Rational| {
            let calm = &Rational::one() - q;
            &calm * &(&Rational::one() - &h) > &calm - &(q * &loss)
        };
        let mut total = [one.clone(), other.clone()];
        for _ in 0..4 {
            let react = |own: &Rational, q: &Rational| if wants(q) { Rational::one() } else { own.clone() };
            total = [react(&one, &total[1]), react(&other, &total[0])];
        }
        assert_eq!([exact(&found, "total_one"), exact(&found, "total_other")], total, "{sets:?}");
        let calm = said(&found, "outcome").starts_with("restraint");
        assert_eq!(is_equilibrium(bimatrix(&found), 0, 0), calm, "{sets:?}");
        both[usize::from(calm)] += 1;
    }
    assert!(both.iter().all(|&count| count > TIMES / 20), "{both:?}");
}

/// V08.
#[test]
fn published_contagion_of_fear() {
    for ([gain, exposure], wanted) in [
        (["0.01", "0.9"], 0.0909091),
        (["0.001", "0.99"], 0.0909091),
        (["0.05", "0.8"], 0.2),
        (["0.01", "0.5"], 0.0196078),
    ] {
        near(number(&ask("fear-multiplier", &[("gain", gain), ("exposure", exposure)]), "arms"), wanted, 1e-7);
    }
    let found = ask("fear-multiplier", &[("gain", "0.01"), ("exposure", "0.9")]);
    near(number(&found, "multiplier"), 9.09, 1e-2);
    let certain = ask("fear-multiplier", &[("gain", "0.000001"), ("exposure", "1")]);
    assert!(truth(&certain, "certain") && exact(&certain, "arms") == Rational::one());
}

/// V08: 400,000 countries with drawn costs, which arm as soon as so many do that it pays. Fear from below and hope from
/// above end at the same share.
#[test]
fn cross_contagion_agrees_with_many_countries() {
    let mut luck = Luck(8);
    let mut costs: Vec<f64> = (0..400_000).map(|_| luck.below(1 << 50) as f64 / (1u64 << 50) as f64).collect();
    costs.sort_by(f64::total_cmp);
    for [gain, exposure] in [[0.05, 0.8], [0.1, 0.6], [0.3, 0.5], [0.2, 1.1]] {
        let found = ask("fear-multiplier", &[("gain", &gain.to_string()), ("exposure", &exposure.to_string())]);
        for start in [0.0, 1.0] {
            let mut share: f64 = start;
            for _ in 0..2000 {
                let cutoff = (1.0 - share) * gain + share * exposure;
                share = costs.partition_point(|cost| *cost < cutoff) as f64 / costs.len() as f64;
            }
            near(share, number(&found, "arms"), 0.01);
        }
    }
}

/// P11: the solver shares up to the threshold of the closed form.
#[test]
fn cross_mutual_insurance_agrees_with_theory_and_solver() {
    let (mut luck, mut both) = (Luck(11), [0, 0]);
    for _ in 0..TIMES {
        let sets = [
            ("cost", between(&mut luck, 0, 3)),
            ("benefit", over(1 + luck.below(500), 100)),
            ("discount", chance(&mut luck)),
            ("mistrust", chance(&mut luck)),
        ];
        let found = ask_at("mutual-insurance", &sets);
        let [cost, benefit, discount, mistrust] = sets.each_ref().map(|(_, v)| v.to_f64());
        let pays = truth(&found, "pays");
        if ((1.0 - mistrust) * discount * benefit - cost).abs() > 1e-9 {
            assert_eq!(pays, agreement::sharing_pays(mistrust, cost, benefit, discount), "{sets:?}");
        }
        let threshold = theory::closed_form::sharing_threshold(cost, benefit, discount);
        assert_eq!(absent(&found, "threshold"), threshold < 0.0, "{sets:?}");
        if threshold >= 0.0 {
            near(number(&found, "threshold"), threshold, 1e-9);
            assert_eq!(sets[3].1 <= exact(&found, "threshold"), pays, "{sets:?}");
        }
        assert_eq!(is_equilibrium(bimatrix(&found), 0, 0), pays, "{sets:?}");
        assert!(is_equilibrium(bimatrix(&found), 1, 1), "{sets:?}");
        both[usize::from(pays)] += 1;
    }
    assert!(both.iter().all(|&count| count > TIMES / 20), "{both:?}");
}

/// V10.
#[test]
fn published_strategic_risk() {
    for ([t, p, s], wanted) in [(["1", "0", "-2"], 2.966667), (["1", "0", "-1"], 1.966667), (["2", "1", "0"], 2.966667)]
    {
        let found = ask("strategic-risk", &[("temptation", t), ("punishment", p), ("sucker", s), ("error", ".1")]);
        near(number(&found, "threshold"), wanted, 1e-6);
    }
}

/// Gain from cooperating at signal x where the other does so at signals over k; 400 values of R, by the midpoint rule.
fn gain_at([t, p, s]: [f64; 3], error: f64, x: f64, k: f64) -> f64 {
    let values = (0..400).map(|i| x + error * ((f64::from(i) + 0.5) / 200.0 - 1.0));
    let gain = |r: f64| {
        let other = ((r + error - k) / (2.0 * error)).clamp(0.0, 1.0);
        other * (r - t) + (1.0 - other) * (s - p)
    };
    values.map(gain).sum::<f64>() / 400.0
}

/// V10: best replies in cut-offs, from below and from above, end at the threshold; under common knowledge the solver
/// flips at T and risk dominance at T + P − S.
#[test]
fn cross_strategic_risk_agrees_with_best_replies_and_solver() {
    for [t, p, s, error] in [[1.0, 0.0, -2.0, 0.1], [1.0, 0.0, -1.0, 0.1], [2.0, 1.0, 0.0, 0.1], [1.5, 0.5, -0.5, 0.4]]
    {
        let texts = [t, p, s, error].map(|v: f64| v.to_string());
        let at = |reward: &str| {
            let names = ["temptation", "punishment", "sucker", "error"];
            let mut sets: Vec<(&str, &str)> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
            sets.push(("reward", reward));
            ask("strategic-risk", &sets)
        };
        let found = at("2");
        let wanted = number(&found, "threshold");
        for start in [t, wanted + 2.0] {
            let mut cutoff = start;
            for _ in 0..4000 {
                let (mut low, mut high) = (cutoff - 2.0 * error - 4.0, cutoff + 2.0 * error + 4.0);
                for _ in 0..50 {
                    let middle = 0.5 * (low + high);
                    if gain_at([t, p, s], error, middle, cutoff) > 0.0 { high = middle } else { low = middle }
                }
                let moved = (high - cutoff).abs();
                cutoff = high;
                if moved < 1e-9 {
                    break;
                }
            }
            near(cutoff, wanted, 1e-4);
        }
        let safe = exact(&found, "safe");
        for nudge in [-1, 1] {
            let nudge = over(nudge, 1000);
            let around = |edge: &Rational| at(&(edge + &nudge).to_string());
            let sure = around(&exact(&found, "certain"));
            assert_eq!(is_equilibrium(bimatrix(&sure), 0, 0), nudge.is_positive());
            let order = selection::risk_order(bimatrix(&around(&safe)), (0, 0), (1, 1));
            assert_eq!(order, Some(nudge.cmp(&Rational::zero())));
        }
    }
}

/// V12.
#[test]
fn published_bargaining() {
    for ([win, cost, highest], demand, war) in [
        (["0.5", "0.1", "0.4"], 0.65, 0.375),
        (["0.5", "0.05", "0.2"], 0.575, 0.375),
        (["0.6", "0.3", "0.3"], 0.6, 0.0),
        (["0.4", "0", "0.5"], 0.65, 0.5),
    ] {
        let found = ask("bargaining", &[("win", win), ("cost", cost), ("highest", highest)]);
        near(number(&found, "demand"), demand, 1e-9);
        near(number(&found, "war"), war, 1e-9);
    }
}

/// V12: all demands in thousandths against 2,000 opponents, each of which fights if that is better for it.
#[test]
fn cross_bargaining_agrees_with_a_search_over_demands() {
    let mut luck = Luck(12);
    for _ in 0..60 {
        let sets = [
            ("win", chance(&mut luck)),
            ("cost", over(luck.below(50), 100)),
            ("highest", over(1 + luck.below(120), 100)),
        ];
        let found = ask_at("bargaining", &sets);
        let [win, cost, highest] = sets.each_ref().map(|(_, v)| v.to_f64());
        let costs: Vec<f64> = (0..2000).map(|i| highest * (f64::from(i) + 0.5) / 2000.0).collect();
        let outcome = |x: f64| {
            let wars = costs.iter().filter(|c| 1.0 - win - **c > 1.0 - x).count() as f64 / 2000.0;
            (x * (1.0 - wars) + (win - cost) * wars, wars)
        };
        let best = (0..=1000)
            .map(|k| f64::from(k) / 1000.0)
            .max_by(|a, b| outcome(*a).0.total_cmp(&outcome(*b).0))
            .expect("a demand");
        // Where the payoff is flat many demands are nearly best: compare what they bring.
        let (payoff, wars) = outcome(number(&found, "demand"));
        near(payoff, number(&found, "payoff"), 1e-3);
        near(wars, number(&found, "war"), 1e-3);
        assert!(outcome(best).0 <= payoff + 2e-3, "{sets:?}: {best}");
        let wasted = wars * cost
            + costs.iter().filter(|c| 1.0 - win - **c > 1.0 - number(&found, "demand")).sum::<f64>() / 2000.0;
        near(wasted, number(&found, "wasted"), 1e-3);
    }
}

/// V13.
#[test]
fn published_preventive_war() {
    for (later, discount, war) in [
        ("0.5", "0.95", false),
        ("0.3", "0.95", true),
        ("0.3", "0.7", false),
        ("0.35", "1", true),
        ("0.41", "1", false),
    ] {
        let found = ask("preventive-war", &[("later", later), ("discount", discount)]);
        assert_eq!(truth(&found, "unavoidable"), war, "{later} {discount}");
    }
    let found = ask("preventive-war", &[]);
    near(number(&found, "pull"), 0.285, 1e-12);
    near(number(&found, "brake"), 0.215, 1e-12);
}

/// V13: both futures added up period by period.
#[test]
fn cross_preventive_war_agrees_with_sums_over_periods() {
    let (mut luck, mut both) = (Luck(13), [0, 0]);
    for _ in 0..TIMES {
        let now = chance(&mut luck);
        let later = &now * &chance(&mut luck);
        let costs = [over(luck.below(30), 100), over(luck.below(30), 100)];
        let sets = [
            ("now", now),
            ("later", later),
            ("discount", over(luck.below(95), 100)),
            ("cost_decliner", costs[0].clone()),
            ("cost_riser", costs[1].clone()),
        ];
        let found = ask_at("preventive-war", &sets);
        let [now, later, discount, decliner, riser] = sets.each_ref().map(|(_, v)| v.to_f64());
        let (mut war, mut peace, mut weight) = (0.0, 0.0, 1.0);
        for period in 0..2000 {
            war += weight * (now - decliner);
            // Tomorrow the riser gives no more than what it would lose by fighting.
            peace += weight * if period == 0 { 1.0 } else { 1.0 - (1.0 - later - riser).max(0.0) };
            weight *= discount;
        }
        if (war - peace).abs() > 1e-9 {
            assert_eq!(truth(&found, "unavoidable"), war > peace, "{sets:?}");
            both[usize::from(war > peace)] += 1;
        }
        near(number(&found, "war"), (1.0 - discount) * war, 1e-9);
        near(number(&found, "peace"), (1.0 - discount) * peace, 1e-9);
    }
    assert!(both.iter().all(|&count| count > TIMES / 20), "{both:?}");
}

/// V14.
#[test]
fn published_costly_signals() {
    let tied = |q, a| ask("costly-signals", &[("undeterred", q), ("audience", a)]);
    let found = tied("0.5", "1");
    assert_eq!((number(&found, "sunk"), number(&found, "sunk_payoff")), (1.0, 5.0));
    assert!(truth(&found, "sunk_separates") && truth(&found, "no_bluff"));
    assert!(!truth(&tied("0.5", "0.9"), "no_bluff"));
    for audience in ["0.1", "1", "1.5", "5", "1000"] {
        let found = tied("0.3", audience);
        assert!(!truth(&found, "no_bluff") && absent(&found, "audience_needed"));
    }
}

/// V14: every course open to either defender, weighed one against the other.
#[test]
fn cross_costly_signals_agree_with_all_courses() {
    let (mut luck, mut both) = (Luck(14), [0, 0]);
    for _ in 0..TIMES {
        let (low, high) = (over(1 + luck.below(300), 100), over(400 + luck.below(600), 100));
        let win = chance(&mut luck);
        let spread = &(&win * &high) - &(&win * &low);
        let cost = &(&win * &high) - &(&spread * &chance(&mut luck));
        let sets = [
            ("stake_low", low),
            ("stake_high", high),
            ("win", win),
            ("cost", cost),
            ("audience", between(&mut luck, 0, 4)),
            ("undeterred", chance(&mut luck)),
        ];
        let found = ask_at("costly-signals", &sets);
        let [low, high, win, cost, audience, q] = sets.each_ref().map(|(_, v)| v.to_f64());
        let stand = |stake: f64| {
            let challenged = [-audience, win * stake - cost].into_iter().fold(f64::MIN, f64::max);
            (1.0 - q) * stake + q * challenged
        };
        let quiet = |stake: f64| (win * stake - cost).max(0.0);
        let believed = stand(low) <= quiet(low);
        if (stand(low) - quiet(low)).abs() > 1e-9 {
            assert_eq!(truth(&found, "no_bluff"), believed, "{sets:?}");
        }
        assert!(stand(high) >= quiet(high), "{sets:?}");
        near(number(&found, "tied_payoff"), stand(high), 1e-9);
        // Sunk costs: the least of many amounts that the low defender does not spend.
        let least =
            (0..=1200).map(|k| f64::from(k) / 100.0).find(|m| low - m <= quiet(low) + 1e-9).expect("some amount");
        near(number(&found, "sunk"), least, 0.01);
        assert_eq!(truth(&found, "sunk_separates"), high - low >= quiet(high) - 1e-12, "{sets:?}");
        both[usize::from(believed)] += 1;
    }
    assert!(both.iter().all(|&count| count > TIMES / 20), "{both:?}");
}

/// V14: among the sequential equilibria of the signalling game is the one in which only the resolved take a stand, and
/// are believed, exactly where nobody bluffs.
#[test]
fn cross_tied_hands_agree_with_sequential_equilibria() {
    let (mut luck, mut both) = (Luck(141), [0, 0]);
    for _ in 0..60 {
        let sets = [
            ("audience", over(luck.below(200), 100)),
            ("undeterred", over(30 + luck.below(50), 100)),
            ("resolved", over(1 + luck.below(98), 100)),
        ];
        let found = ask_at("costly-signals", &sets);
        let Some(Game::Tree(tree)) = &found.game else { panic!("a tree") };
        let answer = solve_tree(tree, Notion::Sequential).expect("perfect recall");
        assert!(answer.coverage.is_complete());
        // The little quiet, the much standing; the stand respected, the quiet challenged.
        let wanted = [(0, 1, 1), (0, 2, 0), (1, 1, 1), (1, 2, 0)];
        let place = |player: usize, number: u64| {
            tree.sets().iter().position(|set| set.player == player && set.number == number).expect("a set")
        };
        let separates = answer.equilibria.iter().any(|e| {
            let plays = |&(player, number, action): &(usize, u64, usize)| {
                e.assessment.behaviour[place(player, number)][action] == Rational::one()
            };
            wanted.iter().all(plays)
        });
        assert_eq!(separates, truth(&found, "no_bluff"), "{sets:?}");
        both[usize::from(separates)] += 1;
    }
    assert!(both.iter().all(|&count| count > 5), "{both:?}");
}

/// V09 ii: if nobody listens, outcomes are those of the game without words. V09 i: where an arms race is certain without
/// words, they make it rare as the gain from arming alone becomes small.
#[test]
fn theorem_cheap_talk_is_idle_or_makes_races_rare() {
    let mut luck = Luck(9);
    for _ in 0..30 {
        let gain = hundredth(&mut luck, 40);
        let sets =
            [("exposure", &gain + &hundredth(&mut luck, 150)), ("gain", gain), ("highest", hundredth(&mut luck, 150))];
        near(number(&ask_at("cheap-talk", &sets), "silent"), number(&ask_at("fear-multiplier", &sets), "arms"), 1e-12);
    }
    let mut before = 1.0;
    for gain in ["0.01", "0.001", "0.0001", "0.00001", "0.000001"] {
        let found = ask("cheap-talk", &[("gain", gain)]);
        assert_eq!(number(&found, "silent"), 1.0);
        let arms = number(&found, "arms");
        assert!(arms < 0.6 * before, "{gain}: {arms}");
        before = arms;
    }
    assert!(before < 0.01, "{before}");
}

/// Hundredths from 1 to `bound`.
fn hundredth(luck: &mut Luck, bound: u64) -> Rational {
    over(1 + luck.below(bound), 100)
}

/// V09 i: 4,000 countries that talk as found, each against all, and for each all words and all deeds.
#[test]
fn cross_cheap_talk_survives_every_deviation() {
    let (mut luck, mut sorted) = (Luck(91), 0);
    for _ in 0..40 {
        let gain = over(1 + luck.below(60), 1000);
        let sets = [("exposure", &gain + &hundredth(&mut luck, 250)), ("gain", gain)];
        let found = ask_at("cheap-talk", &sets);
        if !truth(&found, "sorts") {
            continue;
        }
        sorted += 1;
        let [tough, hawk, d, mu] =
            [number(&found, "tough"), number(&found, "hawk"), sets[0].1.to_f64(), sets[1].1.to_f64()];
        let costs: Vec<f64> = (0..4000).map(|k| (f64::from(k) + 0.5) / 4000.0).collect();
        let course = |c: f64| {
            if c <= tough {
                (false, [true, true])
            } else if c <= hawk {
                (true, [true, false])
            } else {
                (false, [false, true])
            }
        };
        // How many say hawk; of those who say dove or hawk, how many arm on hearing dove or hawk.
        let mut heard = [0.0; 2];
        let mut arm = [[0.0; 2]; 2];
        for &c in &costs {
            let (says, arms) = course(c);
            heard[usize::from(says)] += 1.0;
            (0..2).for_each(|reply| arm[usize::from(says)][reply] += f64::from(u8::from(arms[reply])));
        }
        let payoff = |c: f64, says: bool, arms: [bool; 2]| {
            let meets = |other: usize| {
                let armed = arm[other][usize::from(says)];
                let calm = heard[other] - armed;
                if arms[other] { -c * armed + (mu - c) * calm } else { -d * armed }
            };
            (meets(0) + meets(1)) / 4000.0
        };
        let mut armed = 0.0;
        for &c in &costs {
            let (says, arms) = course(c);
            let best = (0..8u8).map(|k| payoff(c, k & 1 > 0, [k & 2 > 0, k & 4 > 0])).fold(f64::MIN, f64::max);
            assert!(payoff(c, says, arms) >= best - 2e-3, "{sets:?} {c}: {} {best}", payoff(c, says, arms));
            armed += (0..2).map(|other| if arms[other] { heard[other] } else { 0.0 }).sum::<f64>() / 4000.0;
        }
        near(armed / 4000.0, number(&found, "arms"), 1e-3);
    }
    assert!(sorted > 10, "{sorted}");
}
