//! Named games of risk, signals and bargains: printed thresholds, and the same answers found another way.

mod ask;
mod random;

use ask::*;
use games::extensive::sequential::{Notion, solve as solve_tree};
use games::extensive::signalling::{Message, Signalling};
use games::named::Game;
use games::{Rational, two::selection};
use random::Luck;

const TIMES: usize = 200;

/// A fraction from `low` to `high` in hundredths.
fn between(luck: &mut Luck, low: i64, high: i64) -> Rational {
    over(100 * low + luck.below(100 * (high - low) as u64 + 1), 100)
}

/// A probability strictly inside.
fn chance(luck: &mut Luck) -> Rational {
    over(1 + luck.below(98), 99)
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

/// V14 with challengers that no signal deters, and without: a sum spent is believed in some sequential equilibrium of the
/// game of signals exactly from `sunk` or `sunk_defied` on, up to what the resolved defender would spend.
#[test]
fn cross_sunk_costs_agree_with_sequential_equilibria() {
    let mut luck = Luck(142);
    for round in 0..40 {
        let (low, high) = (over(1 + luck.below(300), 100), over(400 + luck.below(600), 100));
        let win = over(50 + luck.below(50), 100);
        let spread = &(&win * &high) - &(&win * &low);
        let cost = &(&win * &high) - &(&spread * &chance(&mut luck));
        let undeterred = if round % 2 == 0 { Rational::zero() } else { chance(&mut luck) };
        let sets = [
            ("stake_low", low.clone()),
            ("stake_high", high.clone()),
            ("win", win.clone()),
            ("cost", cost.clone()),
            ("undeterred", undeterred.clone()),
        ];
        let found = ask_at("costly-signals", &sets);
        let least = exact(&found, "sunk_defied");
        assert!(!undeterred.is_zero() || least == exact(&found, "sunk"));
        let most = &(&Rational::one() - &undeterred) * &(&high - &(&(&win * &high) - &cost));
        let bit = over(1, 1000);
        let separates = |sum: &Rational| believed(&sets, sum);
        assert!(separates(&least) && truth(&found, "sunk_separates"), "{sets:?}");
        assert!(!separates(&(&least - &bit)), "{sets:?}");
        assert!(separates(&most) && !separates(&(&most + &bit)), "{sets:?}");
        let fights = &(&win * &high) - &cost;
        let left = &(&(&(&Rational::one() - &undeterred) * &high) + &(&undeterred * &fights)) - &least;
        assert_eq!(exact(&found, "sunk_defied_payoff"), left, "{sets:?}");
    }
}

/// Whether only the resolved spend the sum, and are believed, in some sequential equilibrium.
fn believed(sets: &[(&str, Rational)], sum: &Rational) -> bool {
    let at = |id: &str| sets.iter().find(|(name, _)| *name == id).map(|(_, v)| v.clone()).expect("a primitive");
    let (win, cost, undeterred) = (at("win"), at("cost"), at("undeterred"));
    let deterred = &Rational::one() - &undeterred;
    let cell = |stake: &Rational, spent: &Rational| {
        let fights = &(&win * stake) - &cost;
        let taken = if fights.is_positive() { Rational::from(-1) } else { Rational::from(2) };
        let challenged = fights.max(Rational::zero());
        let left = &(&deterred * stake) + &(&undeterred * &challenged);
        Some(vec![[&challenged - spent, taken], [&left - spent, Rational::zero()]])
    };
    let message = |name: &str| Message { name: name.into(), replies: ["challenge", "desist"].map(String::from).into() };
    let half = over(1, 2);
    let game = Signalling::new(
        "Sinking costs",
        ["defender", "challenger"].map(String::from),
        vec![("little".into(), half.clone()), ("much".into(), half)],
        ["spend", "quiet"].map(message).into(),
        ["stake_low", "stake_high"].map(|id| vec![cell(&at(id), sum), cell(&at(id), &Rational::zero())]).into(),
    )
    .expect("a game");
    let tree = game.tree();
    let answer = solve_tree(tree, Notion::Sequential).expect("perfect recall");
    assert!(answer.coverage.is_complete());
    let wanted = [(0, 1, 1), (0, 2, 0), (1, 1, 1), (1, 2, 0)];
    let place = |player: usize, number: u64| {
        tree.sets().iter().position(|set| set.player == player && set.number == number).expect("a set")
    };
    answer.equilibria.iter().any(|e| {
        wanted
            .iter()
            .all(|&(player, number, action)| e.assessment.behaviour[place(player, number)][action] == Rational::one())
    })
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
    for gain in ["0.01", "0.001", "0.0001", "0.00001", "0.000001", "0.0000000001"] {
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
