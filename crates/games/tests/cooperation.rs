//! The named games of cooperation over time against the figures of the literature, and against plain reckoning.

#[allow(dead_code)]
mod machines;
mod random;

use games::named::{ALL, Analysis, Fault, Finding, Game, Value, find};
use games::repeated::Match;
use games::repeated::automaton::{Move, generous_tit_for_tat, grim};
use games::repeated::patience::patience;
use games::repeated::reply::{Solution, best_reply};
use games::{Bimatrix, Player, Rational, solve, two::pure};
use machines::{dilemma, ratio};
use random::Luck;

fn analysis(id: &str, sets: &[(&str, String)]) -> Analysis {
    let named = find(id).expect("a named game");
    let start = named.defaults().expect("defaults");
    let values = sets.iter().fold(start, |values, (name, text)| named.set(&values, name, text).expect("a value"));
    (named.analyse)(&values).unwrap_or_else(|e| panic!("{id} {sets:?}: {e}"))
}

/// The analysis at numbers written as text.
fn at(id: &str, sets: &[(&str, &str)]) -> Analysis {
    analysis(id, &sets.iter().map(|(name, text)| (*name, (*text).to_owned())).collect::<Vec<_>>())
}

fn value<'a>(analysis: &'a Analysis, id: &str) -> &'a Value {
    let found: Option<&Finding> = analysis.findings.iter().find(|f| f.id == id);
    &found.unwrap_or_else(|| panic!("no finding {id}")).value
}

fn number(analysis: &Analysis, id: &str) -> f64 {
    value(analysis, id).to_f64().unwrap_or_else(|| panic!("{id}: {:?}", value(analysis, id)))
}

fn exact(analysis: &Analysis, id: &str) -> Rational {
    match value(analysis, id) {
        Value::Exact(value) => value.clone(),
        other => panic!("{id}: {other:?}"),
    }
}

fn truth(analysis: &Analysis, id: &str) -> bool {
    match value(analysis, id) {
        Value::Truth(value) => *value,
        other => panic!("{id}: {other:?}"),
    }
}

fn said(analysis: &Analysis, id: &str) -> &'static str {
    match value(analysis, id) {
        Value::Said(words) | Value::Absent(words) => words.en,
        other => panic!("{id}: {other:?}"),
    }
}

fn bimatrix(analysis: &Analysis) -> Bimatrix {
    match &analysis.game {
        Some(Game::Bimatrix(game)) => game.clone(),
        other => panic!("{other:?}"),
    }
}

fn payoffs<'a>([t, r, p, s]: [&'a str; 4], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    [&[("temptation", t), ("reward", r), ("punishment", p), ("sucker", s)], more].concat()
}

const CLASSIC: [&str; 4] = ["5", "3", "1", "0"];

/// V23: the closed forms as findings.
#[test]
fn published_repeated_dilemma() {
    for (four, length, threat, matched, limited) in [
        (CLASSIC, "2", 0.5, Some(2.0 / 3.0), Some(0.618034)),
        (CLASSIC, "3", 0.5, Some(2.0 / 3.0), Some(0.543689)),
        (CLASSIC, "1", 0.5, Some(2.0 / 3.0), None),
        (["4", "3", "1", "0"], "1", 1.0 / 3.0, Some(1.0 / 3.0), Some(0.5)),
        (["4", "3", "1", "0"], "2", 1.0 / 3.0, Some(1.0 / 3.0), Some(0.366025)),
        (["6", "4", "1", "-2"], "1", 0.4, Some(0.4), Some(2.0 / 3.0)),
        (["6", "4", "1", "-2"], "2", 0.4, Some(0.4), Some(0.457427)),
        (["10", "3", "1", "-3"], "2", 7.0 / 9.0, None, None),
    ] {
        let analysis = at("repeated-dilemma", &payoffs(four, &[("punishment_length", length)]));
        assert!((number(&analysis, "patience_grim") - threat).abs() < 1e-12);
        for (id, expected) in [("patience_tit_for_tat", matched), ("patience_limited", limited)] {
            let found = value(&analysis, id).to_f64();
            assert_eq!(found.is_some(), expected.is_some(), "{id} {four:?} {length}");
            assert!((found.unwrap_or(0.0) - expected.unwrap_or(0.0)).abs() < 1e-6, "{id} {four:?} {length}");
        }
    }
}

/// The findings that come from machines agree with the closed forms on either side of every threshold.
#[test]
fn cross_machines_and_closed_forms_of_the_repeated_dilemma() {
    for (delta, holds, length) in [
        ("0.49", [false, false, false], None),
        ("0.5", [true, false, false], None),
        ("0.51", [true, false, false], Some("5")),
        ("0.6", [true, false, false], Some("3")),
        ("0.62", [true, false, true], Some("2")),
        ("0.666", [true, false, true], Some("2")),
        ("2/3", [true, true, true], Some("2")),
        ("0.9", [true, true, true], Some("2")),
    ] {
        let analysis = at("repeated-dilemma", &[("discount", delta)]);
        let found = ["grim_holds", "tit_for_tat_holds", "limited_holds"].map(|id| truth(&analysis, id));
        assert_eq!(found, holds, "{delta}");
        assert!(!truth(&analysis, "tit_for_tat_credible"));
        let least = value(&analysis, "length").to_f64().map(|n| n.to_string());
        assert_eq!(least.as_deref(), length, "{delta}");
    }
    assert!(truth(
        &at("repeated-dilemma", &payoffs(["4", "3", "1", "0"], &[("discount", "1/3")])),
        "tit_for_tat_credible"
    ));
    let reply = |delta| said(&at("repeated-dilemma", &[("discount", delta)]), "reply");
    assert_eq!(
        ["0.2", "0.6", "2/3"].map(reply),
        ["always to defect", "to defect and cooperate in turn", "always to cooperate"]
    );
}

/// The choice between machines, solved: below (T−R)/(T−P) only defection holds, from there on the threats hold too.
#[test]
fn cross_the_solver_on_the_choice_of_machines() {
    for (delta, count) in [("0.4", 1), ("0.49", 1), ("0.5", 5), ("0.9", 5)] {
        let game = bimatrix(&at("repeated-dilemma", &[("discount", delta)]));
        assert!(solve(&game).is_complete());
        let found = pure::equilibria(&game);
        assert_eq!(found.len(), count, "{delta}: {found:?}");
        assert!(found.contains(&(1, 1)) && (count == 1 || (found.contains(&(2, 2)) && found.contains(&(3, 3)))));
    }
}

/// Every finite game of a named game is solved to the end, and whatever it names can be said in both languages.
#[test]
fn contract_finite_games_are_solved_and_named() {
    for named in ALL {
        let Some(Game::Bimatrix(game)) = at(named.id, &[]).game else { continue };
        assert!(solve(&game).is_complete(), "{}", named.id);
        for player in Player::BOTH {
            for name in game.actions(player).iter().map(String::as_str).chain([game.player(player)]) {
                assert!(named.labels.iter().any(|label| label.en == name), "{}: {name}", named.id);
            }
        }
    }
}

/// V25: stationary payoffs, the best generosity, the way out of mutual defection.
#[test]
fn published_noise_and_forgiveness() {
    for (noise, generosity, figures) in [
        ("0.01", "1/3", [2.25, 0.5, 2.970322, 0.971154, 2.951092, 0.970596, 1.8]),
        ("0.01", "0.1", [2.25, 0.5, 2.908072, 0.915254, 2.951092, 0.970596, 5.263158]),
        ("0.01", "0.5", [2.25, 0.5, f64::NAN, f64::NAN, 2.951092, 0.970596, 1.333333]),
        ("0.3", "0", [2.25, 0.5, 2.25, 0.5, f64::NAN, f64::NAN, f64::NAN]),
    ] {
        let analysis = at("noise-and-forgiveness", &[("noise", noise), ("generosity", generosity)]);
        let ids = [
            "tit_for_tat_payoff",
            "tit_for_tat_cooperation",
            "generous_payoff",
            "generous_cooperation",
            "win_stay_payoff",
            "win_stay_cooperation",
            "escape",
        ];
        for (id, figure) in ids.iter().zip(figures).filter(|(_, figure)| !figure.is_nan()) {
            assert!((number(&analysis, id) - figure).abs() < 1e-5, "{id} {noise} {generosity}");
        }
        assert_eq!(exact(&analysis, "best_generosity"), ratio(1, 3));
        assert!(said(&analysis, "one_concession").starts_with("taking turns"));
        assert_eq!(said(&analysis, "two_concessions"), "lasting mutual cooperation");
    }
    let analysis = at("noise-and-forgiveness", &[]);
    assert!((number(&analysis, "grim_payoff") - 1.0397).abs() < 5e-5);
    assert!((number(&analysis, "grim_cooperation") - 0.0149).abs() < 5e-5);
}

/// As noise vanishes, forgiving (R−P)/(T−P) is where a defector earns from the generous what they earn themselves.
#[test]
fn theorem_generosity_has_its_limit() {
    let resists = |generosity: &str| {
        let sets = [("noise", "0.0001"), ("generosity", generosity)];
        truth(&at("noise-and-forgiveness", &payoffs(["4", "3", "1", "0"], &sets)), "resists")
    };
    assert!(resists("0.66") && !resists("0.67"));
}

/// The most that can be forgiven, against the best reply of one who is very patient: it turns from cooperation there.
#[test]
fn cross_generosity_against_best_replies() {
    let mut luck = Luck(14);
    let patient = &Rational::one() - &ratio(1, 1_000_000);
    for _ in 0..40 {
        let [t, r, p, s] = dilemma(&mut luck);
        let numbers = [("temptation", t), ("reward", r), ("punishment", p), ("sucker", s)];
        let told = analysis("noise-and-forgiveness", &numbers.map(|(id, n)| (id, n.to_string())));
        let most = match value(&told, "best_generosity") {
            Value::Exact(most) => most.clone(),
            _ => Rational::zero(),
        };
        for (shift, cooperates) in [(ratio(-1, 100), true), (ratio(1, 100), false)] {
            let Ok(machine) = generous_tit_for_tat(&most + &shift) else { continue };
            let stage = Bimatrix::symmetric(&[&[r, s], &[t, p]]).expect("2 by 2");
            let reply = best_reply(&stage, Player::Row, &machine, &Rational::zero(), &patient).expect("decided");
            assert_eq!(reply.choices[0] == Move::Cooperate, cooperates, "{numbers:?} {most}");
        }
    }
}

/// Osgood's way out in closed form, from machines: with k > m gain (1−δᵐ)S + δᵐR − P, loss (1−δᵏ)(P−S).
#[test]
fn theorem_graduated_reciprocation() {
    let mut luck = Luck(3);
    for _ in 0..40 {
        let [t, r, p, s] = dilemma(&mut luck);
        let (delta, m) = (ratio(1 + luck.below(19), 20), luck.below(5) + 1);
        let k = m + 1 + luck.below(3);
        let numbers =
            [("temptation", t), ("reward", r), ("punishment", p), ("sucker", s), ("concessions", k), ("caution", m)];
        let mut sets: Vec<(&str, String)> = numbers.map(|(id, n)| (id, n.to_string())).to_vec();
        sets.push(("discount", delta.to_string()));
        let told = analysis("graduated-reciprocation", &sets);
        let power = |n: i64| (0..n).fold(Rational::one(), |product, _| &product * &delta);
        let mix = &(&(&Rational::one() - &power(m)) * &Rational::from(s)) + &(&power(m) * &Rational::from(r));
        let gain = &mix - &Rational::from(p);
        let loss = &(&Rational::one() - &power(k)) * &Rational::from(p - s);
        assert_eq!((exact(&told, "gain"), exact(&told, "loss")), (gain.clone(), loss.clone()));
        assert_eq!(exact(&told, "enough"), Rational::from(m + 1));
        assert_eq!(gain.is_negative(), power(m) < exact(&told, "patience"));
        if gain.is_positive() {
            let threshold = exact(&told, "threshold");
            assert_eq!(&threshold * &gain, &(&Rational::one() - &threshold) * &loss);
            let worth = |belief: Rational| {
                let sets = [sets.as_slice(), &[("belief", belief.to_string())]].concat();
                truth(&analysis("graduated-reciprocation", &sets), "worthwhile")
            };
            assert!(worth(threshold.clone()));
            assert!(!worth(&threshold - &ratio(1, 1_000_000)));
        }
    }
    let end = |k: &str, m: &str| said(&at("graduated-reciprocation", &[("concessions", k), ("caution", m)]), "outcome");
    assert!(end("1", "1").starts_with("taking turns"));
    assert_eq!(end("2", "1"), "lasting mutual cooperation");
    assert_eq!(end("2", "2"), "mutual defection again");
}

/// Two that wait never move; only one who begins does, and then it pays: at the default values the choice of
/// strategies has mutual waiting as no equilibrium.
#[test]
fn theorem_somebody_has_to_begin() {
    let game = bimatrix(&at("graduated-reciprocation", &[]));
    let found = pure::equilibria(&game);
    assert!(!found.contains(&(1, 1)) && found.contains(&(0, 1)) && found.contains(&(1, 0)) && found.contains(&(2, 2)));
    let game = bimatrix(&at("graduated-reciprocation", &[("discount", "0.3")]));
    assert!(pure::equilibria(&game).contains(&(1, 1)));
}

/// V26: dilution of relative gains with the number of actors.
#[test]
fn published_relative_gains() {
    for (weight, actors, figure) in [
        ("0", "2", 0.5),
        ("0.1", "2", 0.560976),
        ("0.5", "2", 0.777778),
        ("1", "2", 1.0),
        ("1", "3", 0.777778),
        ("1", "5", 0.647059),
        ("1", "7", 0.6),
        ("1", "8", 0.586207),
    ] {
        let analysis = at("relative-gains", &[("weight", weight), ("actors", actors)]);
        assert!((number(&analysis, "patience") - figure).abs() < 1e-6, "{weight} {actors}");
    }
    let analysis = at("relative-gains", &[("weight", "1"), ("discount", "0.6")]);
    assert_eq!((exact(&analysis, "most_spread"), exact(&analysis, "least_actors")), (ratio(1, 6), Rational::from(7)));
    assert!(said(&analysis, "felt_game").starts_with("pure conflict"));
    let hunt = |weight| at("relative-gains", &payoffs(["3", "4", "2", "1"], &[("weight", weight)]));
    assert_eq!(exact(&hunt("0"), "switch"), ratio(1, 3));
    assert!(said(&hunt("0.33"), "felt_game").starts_with("stag hunt"));
    assert!(said(&hunt("1/3"), "felt_game").starts_with("a border case"));
    assert!(said(&hunt("0.34"), "felt_game").starts_with("prisoner's dilemma"));
    assert_eq!(solve(&bimatrix(&hunt("0.33"))).equilibria.len(), 3);
    assert_eq!(solve(&bimatrix(&hunt("0.34"))).equilibria.len(), 1);
}

/// V26 twice over: the grim machine on the felt payoffs, and n actors summed up round by round, one of whom betrays
/// one partner.
#[test]
fn cross_relative_gains_against_machines_and_many_actors() {
    let mut luck = Luck(8);
    for _ in 0..25 {
        let four = dilemma(&mut luck);
        let (weight, n) = (ratio(luck.below(11), 10), 2 + luck.below(6));
        let names = ["temptation", "reward", "punishment", "sucker"];
        let mut sets: Vec<(&str, String)> = names.iter().zip(four).map(|(id, v)| (*id, v.to_string())).collect();
        sets.extend([("weight", weight.to_string()), ("actors", n.to_string())]);
        let analysis = analysis("relative-gains", &sets);
        let critical = exact(&analysis, "patience");
        if critical < ratio(99, 100) {
            let (game, machine) = (bimatrix(&analysis), grim());
            let pair = Match::new(&game, &machine, &machine, Rational::zero()).expect("a match");
            let found = patience(&pair, Solution::SubgamePerfect, &ratio(1, 1 << 40)).expect("decided");
            assert_eq!(found.only().and_then(|b| b.exact.clone()), Some(critical.clone()));
            for (shift, pays) in [(-0.01, true), (0.01, false)] {
                let delta = critical.to_f64() + shift;
                assert_eq!(
                    betrayal(four.map(|v| v as f64), weight.to_f64(), n, delta) > 0.0,
                    pays,
                    "{four:?} {weight} {n}"
                );
            }
        }
    }
}

/// What actor 0 gains by betraying actor 1 in the first round, everybody playing grim with everybody: own payoff less
/// r times the others' mean, summed over 5,000 rounds.
fn betrayal([t, r, p, s]: [f64; 4], weight: f64, n: i64, delta: f64) -> f64 {
    let felt = |pair: [f64; 2]| {
        // Payoffs of all actors when 0 and 1 earn `pair` from each other and every other pair earns (R, R).
        let all: Vec<f64> =
            (0..n).map(|i| r * (n - 1) as f64 + if i < 2 { pair[i as usize] - r } else { 0.0 }).collect();
        all[0] - weight * all[1..].iter().sum::<f64>() / (n - 1) as f64
    };
    let (mut gain, mut now) = (0.0, 1.0);
    for round in 0..5000 {
        gain += now * (felt(if round == 0 { [t, s] } else { [p, p] }) - felt([r, r]));
        now *= delta;
    }
    gain
}

/// V27: pooled constraints; slack 2 carries deficit 1; identical issues gain nothing.
#[test]
fn published_issue_linkage() {
    let analysis = at("issue-linkage", &[]);
    for (id, figure) in [("patience_a", 0.666667), ("patience_b", 0.25), ("patience_linked", 0.428571)] {
        assert!((number(&analysis, id) - figure).abs() < 1e-6, "{id}");
    }
    let slacks = ["slack_a", "slack_b", "slack_linked"].map(|id| exact(&analysis, id).to_string());
    assert_eq!(slacks, ["-1", "2", "1"]);
    assert_eq!(exact(&analysis, "surety"), ratio(1, 2));
    assert!(said(&analysis, "effect").starts_with("it saves"));
    let low = at("issue-linkage", &[("discount", "0.4")]);
    assert!(said(&low, "effect").starts_with("it brings down"));
    let same = at("issue-linkage", &[("gain_b", "2"), ("loss_b", "1")]);
    assert_eq!(
        ["patience_a", "patience_b", "patience_linked"].map(|id| exact(&same, id)),
        [(); 3].map(|()| ratio(2, 3))
    );
}

/// Linking identical issues adds nothing, linking others moves slack; and the threshold against adding up what every
/// way of cheating earns, round by round.
#[test]
fn theorem_linkage_only_moves_slack() {
    let mut luck = Luck(21);
    for _ in 0..60 {
        let [g, l, h, m] = [(); 4].map(|()| 1 + luck.below(9));
        let sets = |g: i64, l: i64, h: i64, m: i64, d: &Rational| -> Vec<(&str, String)> {
            let names = ["gain_a", "loss_a", "gain_b", "loss_b"];
            let mut sets: Vec<_> = names.into_iter().zip([g, l, h, m].map(|v| v.to_string())).collect();
            sets.push(("discount", d.to_string()));
            sets
        };
        let half = ratio(1, 2);
        let alone = analysis("issue-linkage", &sets(g, l, h, m, &half));
        let [a, b, both] = ["patience_a", "patience_b", "patience_linked"].map(|id| exact(&alone, id));
        assert!(a.clone().min(b.clone()) <= both && both <= a.clone().max(b.clone()));
        assert_eq!(both == a, g * m == h * l, "the pool moves unless the issues are alike");
        let twice = analysis("issue-linkage", &sets(g, l, g, l, &half));
        assert_eq!(exact(&twice, "patience_linked"), a);
        let delta = luck.below(95) as f64 / 100.0;
        // Cheat on A, on B or on both, linked: either breach ends both from the next round on.
        let future: f64 = (1..3000)
            .scan(1.0, |now, _| {
                *now *= delta;
                Some(*now)
            })
            .sum::<f64>()
            * (l + m) as f64;
        let tempting = [g, h, g + h].iter().any(|&gain| gain as f64 > future + 1e-9);
        let found = analysis("issue-linkage", &sets(g, l, h, m, &ratio((delta * 100.0).round() as i64, 100)));
        assert_eq!(exact(&found, "slack_linked").is_negative(), tempting);
    }
}

/// V28: least breakdown and value, Green–Porter.
#[test]
fn published_public_monitoring() {
    for (delta, error, detection, rounds, kept, grim) in [
        ("0.9", "0.05", "0.6", "3", 0.8913, Some(0.6897)),
        ("0.9", "0.2", "0.6", "8", 0.4938, None),
        ("0.9", "0.01", "0.9", "2", 0.9832, None),
    ] {
        let sets = [("discount", delta), ("error", error), ("detection", detection)];
        let analysis = at("public-monitoring", &sets);
        assert_eq!(exact(&analysis, "breakdown").to_string(), rounds);
        assert!((number(&analysis, "kept") - kept).abs() < 5e-5, "{error}");
        if let Some(grim) = grim {
            assert!((number(&analysis, "kept_for_good") - grim).abs() < 5e-5);
        }
    }
    for delta in ["0.9", "0.99", "0.9999"] {
        let analysis = at("public-monitoring", &[("discount", delta), ("error", "0.3")]);
        assert!(!truth(&analysis, "feasible"), "{delta}");
        assert!(said(&analysis, "patience").contains("patience cannot"));
    }
    let better = at("public-monitoring", &[("error", "0.05"), ("detection", "0.9"), ("institution_error", "0.01")]);
    assert!((number(&better, "institution_kept") - 0.9832).abs() < 5e-5 && number(&better, "institution_worth") > 0.0);
}

/// Against value iteration over the rounds of a breakdown: the least T at which cheating once does not pay, and what
/// the bargain is then worth.
#[test]
fn cross_monitoring_against_brute_force() {
    let mut luck = Luck(77);
    let mut decided = [0, 0];
    for _ in 0..80 {
        let (g, l) = (1 + luck.below(6), 1 + luck.below(6));
        let error = luck.below(25);
        let detection = error + 1 + luck.below(99 - error as u64);
        let delta = 50 + luck.below(49);
        let [e, q, d] = [error, detection, delta].map(|v| v as f64 / 100.0);
        let numbers = [
            ("gain", ratio(g, 1)),
            ("loss", ratio(l, 1)),
            ("error", ratio(error, 100)),
            ("detection", ratio(detection, 100)),
            ("discount", ratio(delta, 100)),
            ("institution_error", Rational::zero()),
        ];
        let sets: Vec<(&str, String)> = numbers.iter().map(|(id, v)| (*id, v.to_string())).collect();
        let analysis = analysis("public-monitoring", &sets);
        let deterring = (1..=200).find_map(|rounds| {
            let value = bargain(rounds, l as f64, d, e);
            let cheat = (1.0 - d) * (g + l) as f64 + d * (q * value[1] + (1.0 - q) * value[0]);
            (cheat <= value[0] + 1e-9).then_some((rounds, value[0] / l as f64))
        });
        match (value(&analysis, "breakdown"), deterring) {
            (Value::Exact(rounds), Some((found, share))) if *rounds < Rational::from(200) => {
                decided[0] += 1;
                assert_eq!(rounds, &Rational::from(found as i64), "{sets:?}");
                assert!((number(&analysis, "kept") - share).abs() < 1e-6);
            }
            (Value::Exact(rounds), None) => assert!(*rounds > Rational::from(200)),
            (Value::Absent(_), None) => decided[1] += 1,
            (said, found) => panic!("{said:?} {found:?} {sets:?}"),
        }
    }
    assert!(decided[0] > 20 && decided[1] > 5, "{decided:?}");
}

/// Value of cooperation (place 0) and of the rounds of breakdown that are left, by iteration until nothing moves.
fn bargain(rounds: usize, loss: f64, delta: f64, error: f64) -> Vec<f64> {
    let mut value = vec![0.0; rounds + 1];
    for _ in 0..(40.0 / (1.0 - delta)) as usize {
        let before = value.clone();
        value[0] = (1.0 - delta) * loss + delta * ((1.0 - error) * before[0] + error * before[1]);
        for left in 1..=rounds {
            value[left] = delta * before[if left == rounds { 0 } else { left + 1 }];
        }
    }
    value
}

/// Better information is worth something along the whole curve: with fewer false alarms more is kept.
#[test]
fn theorem_better_information_keeps_more() {
    for delta in ["0.7", "0.9", "0.99"] {
        let picture = at("public-monitoring", &[("discount", delta)]).picture.expect("a picture");
        let points = &picture.lines[0].points;
        assert!(points.windows(2).all(|pair| pair[0].1 >= pair[1].1), "{delta}");
        assert!(points[0].1 == 1.0 && points[points.len() - 1].1 == 0.0);
        let most = exact(&at("public-monitoring", &[("discount", delta)]), "most_error").to_f64();
        assert!(points.iter().all(|(error, kept)| (*error > most + 1e-12) == (*kept == 0.0)), "{delta}");
    }
}

#[test]
fn contract_other_games_and_other_institutions_are_refused() {
    for (id, sets) in [
        ("repeated-dilemma", [("temptation", "2"), ("sucker", "0")]),
        ("noise-and-forgiveness", [("temptation", "2"), ("sucker", "0")]),
        ("graduated-reciprocation", [("temptation", "2"), ("sucker", "0")]),
        ("relative-gains", [("temptation", "5"), ("reward", "0.5")]),
        ("public-monitoring", [("error", "0.7"), ("detection", "0.6")]),
        ("public-monitoring", [("error", "0.1"), ("institution_error", "0.2")]),
    ] {
        let named = find(id).expect(id);
        let values = sets.iter().try_fold(named.defaults().expect(id), |v, (n, t)| named.set(&v, n, t)).expect(id);
        assert!(matches!((named.analyse)(&values), Err(Fault::Together(_))), "{id}");
    }
}
