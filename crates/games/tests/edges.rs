//! Named games where two things are worth the same, where a number is at the end of its range, and in what they say beside
//! the main answer.

mod ask;
mod random;

use ask::*;
use games::extensive::tree::Kind;
use games::named::{Analysis, Fault, Game, find};
use games::{Player, Rational, two::pure};
use random::Luck;
use theory::closed_form::trust::War;
use theory::real::{exp, ln};

const TIMES: usize = 200;

/// A probability strictly inside.
fn chance(luck: &mut Luck) -> Rational {
    over(1 + luck.below(98), 99)
}

/// Hundredths from 1 to `bound`.
fn hundredths(luck: &mut Luck, bound: u64) -> Rational {
    over(1 + luck.below(bound), 100)
}

/// Why these values make no such game.
fn refused(id: &str, sets: &[(&str, &str)]) -> bool {
    let named = find(id).expect("a named game");
    let start = named.defaults().expect("defaults");
    let values = sets.iter().try_fold(start, |v, (name, text)| named.set(&v, name, text)).expect("values");
    matches!((named.analyse)(&values), Err(Fault::Together(_)))
}

/// The points of a drawn line.
fn points(found: &Analysis, line: usize) -> &[(f64, f64)] {
    &found.picture.as_ref().expect("a picture").lines[line].points
}

/// No silence proves nothing; and a hazard that is lowered after every span adds up span by span.
#[test]
fn theorem_hazards_add_up_span_by_span() {
    let found = ask("accident-hazard", &[("silence", "0")]);
    assert_eq!(number(&found, "bound"), 1.0);
    assert_eq!(["laplace", "jeffreys"].map(|id| exact(&found, id)), [over(1, 2), over(1, 2)]);
    let found = ask("accident-hazard", &[("annual", "0.02"), ("factor", "0.7"), ("span", "8"), ("years", "60")]);
    let hazard = -ln(0.98);
    for &(t, risk) in points(&found, 2) {
        let (mut passed, mut left, mut rate) = (0.0, t, 1.0);
        while left >= 8.0 {
            (passed, left, rate) = (passed + 8.0 * rate, left - 8.0, 0.7 * rate);
        }
        near(risk, 1.0 - exp(-hazard * (passed + rate * left)), 1e-9);
    }
}

/// The drawn reply to what the other spends is a best one: the last bit pays for itself, or nothing does.
#[test]
fn theorem_drawn_replies_in_a_contest_are_best() {
    let found = ask("contest", &[("prize_one", "90"), ("prize_other", "50")]);
    for &(one, other) in points(&found, 0).iter().filter(|(one, _)| *one > 0.0) {
        let all = one + other;
        assert!(
            other >= 0.0 && (other == 0.0 && one >= 50.0 - 1e-9 || (50.0 * one - all * all).abs() < 1e-9 * all * all)
        );
    }
}

/// How much less arming there is by talk, and that it is less.
#[test]
fn theorem_talk_that_sorts_calms() {
    let (mut luck, mut sorted) = (Luck(91), 0);
    for _ in 0..40 {
        let gain = over(1 + luck.below(60), 1000);
        let found = ask_at("cheap-talk", &[("exposure", &gain + &hundredths(&mut luck, 250)), ("gain", gain)]);
        if truth(&found, "sorts") {
            sorted += 1;
            near(number(&found, "relief"), number(&found, "silent") - number(&found, "arms"), 1e-12);
        } else {
            assert!(absent(&found, "relief") && absent(&found, "arms"));
        }
    }
    assert!(sorted > 10, "{sorted}");
    assert!(number(&ask("cheap-talk", &[]), "relief") > 0.5);
}

/// Who gains by arming whatever the other does is in the majority: then all are, and fear multiplies nothing.
#[test]
fn theorem_no_more_than_all_arm_in_any_case() {
    let found = ask("fear-multiplier", &[("gain", "2"), ("exposure", "3"), ("highest", "1")]);
    assert_eq!(
        ["dominant", "arms", "multiplier", "race", "cutoff"].map(|id| exact(&found, id)),
        [(); 5].map(|()| over(1, 1))
    );
}

/// A defender as ready to fight as to back down backs down: the challenger has its prize.
#[test]
fn theorem_who_minds_neither_backs_down() {
    let paid = |audience: &str| {
        let found = ask("costly-signals", &[("audience", audience), ("undeterred", "0")]);
        let Some(Game::Tree(tree)) = found.game else { panic!("a tree") };
        let end = |node: &games::extensive::tree::Node| match &node.kind {
            Kind::End(payoffs) => Some(payoffs.clone()),
            _ => None,
        };
        tree.nodes().iter().filter_map(end).collect::<Vec<_>>()
    };
    // ½·1 − 2 = −3/2: with a little more at stake it would fight, for −3/2 and the challenger's loss of 1.
    let has = |audience: &str, own: Rational, other: i64| paid(audience).contains(&vec![own, Rational::from(other)]);
    assert!(has("1.5", over(-3, 2), 2) && !has("1.5", over(-3, 2), -1));
    assert!(has("1.4", over(-7, 5), 2));
    assert!(has("1.6", over(-3, 2), -1) && !has("1.6", over(-3, 2), 2));
}

/// Who is deterred, told by strikes on drawn stocks: each of the four cases.
#[test]
fn cross_who_is_deterred_is_told_by_strikes() {
    let (mut luck, mut seen) = (Luck(157), [0; 4]);
    for _ in 0..2 * TIMES {
        let deter = [luck.below(600), luck.below(600)].map(Rational::from);
        let kills = [hundredths(&mut luck, 150), hundredths(&mut luck, 150)];
        let stock = [luck.below(3000), luck.below(3000)].map(Rational::from);
        let sets = [
            ("deter_one", deter[0].clone()),
            ("deter_other", deter[1].clone()),
            ("destroys_one", kills[0].clone()),
            ("destroys_other", kills[1].clone()),
            ("stock_one", stock[0].clone()),
            ("stock_other", stock[1].clone()),
        ];
        let found = ask_at("deterrence-cone", &sets);
        // What is left of the one that is struck must be enough to deter the one that strikes.
        let left = [0, 1].map(|k| (&stock[k] - &(&kills[1 - k] * &stock[1 - k])).max(Rational::zero()));
        let deterred = [0, 1].map(|k| left[1 - k] >= deter[k]);
        let wanted = match deterred {
            [true, true] => "both are deterred",
            [true, false] => "only one is deterred; the other can strike first",
            [false, true] => "only the other is deterred; one can strike first",
            [false, false] => "neither is deterred: each can strike first",
        };
        assert_eq!(said(&found, "regime"), wanted, "{sets:?}");
        assert_eq!(["left_one", "left_other"].map(|id| exact(&found, id)), left);
        seen[usize::from(deterred[0]) + 2 * usize::from(deterred[1])] += 1;
    }
    assert!(seen.iter().all(|&count| count > 5), "{seen:?}");
}

/// Each side looks at how rash the other is, not at itself.
#[test]
fn theorem_each_fears_the_rashness_of_the_other() {
    let (mut luck, mut unlike) = (Luck(107), 0);
    for _ in 0..TIMES {
        let sets = [
            ("spoils", chance(&mut luck)),
            ("loss", hundredths(&mut luck, 200)),
            ("rash_one", over(luck.below(100), 100)),
            ("rash_other", over(luck.below(100), 100)),
        ];
        let found = ask_at("reciprocal-fear", &sets);
        let game = bimatrix(&found);
        let threshold = exact(&found, "threshold");
        let gains = Player::BOTH.map(|player| {
            let strikes = if player == Player::Row { (1, 0) } else { (0, 1) };
            game.at(player, strikes.0, strikes.1) > game.at(player, 0, 0)
        });
        let afraid = [sets[3].1 > threshold, sets[2].1 > threshold];
        assert_eq!(gains, afraid, "{sets:?}");
        unlike += usize::from(afraid[0] != afraid[1]);
    }
    assert!(unlike > 20, "{unlike}");
}

/// The weight 0 turns a hunt in which betrayal pays as well, R = T.
#[test]
fn theorem_relative_gains_at_the_ends() {
    let hunt = |t: &'static str| [("temptation", t), ("reward", "4"), ("punishment", "2"), ("sucker", "1")];
    assert_eq!(exact(&ask("relative-gains", &hunt("4")), "switch"), Rational::zero());
    assert!(absent(&ask("relative-gains", &hunt("4.001")), "switch"));
}

/// Punishments that cost just what betrayal gains are long enough; a threat that would need δ = 1 is none.
#[test]
fn theorem_repetition_at_its_thresholds() {
    let at = |four: [&str; 4], discount: &str| {
        let [t, r, p, s] = four;
        let sets = [("temptation", t), ("reward", r), ("punishment", p), ("sucker", s), ("discount", discount)];
        ask("repeated-dilemma", &sets)
    };
    assert_eq!(exact(&at(["4", "3", "1", "0"], "1/2"), "length"), Rational::one());
    assert_eq!(exact(&at(["4", "3", "1", "0"], "0.499"), "length"), Rational::from(2));
    assert!(absent(&at(["4", "2", "1", "0"], "1/2"), "patience_tit_for_tat"));
    // Every move is a coin toss: nobody earns more than anybody.
    assert!(truth(&ask("noise-and-forgiveness", &[("noise", "0.5")]), "resists"));
}

/// R = T: to cooperate with one who cooperates is as good as not to, and can hold.
#[test]
fn theorem_peace_can_hold_where_it_is_as_good() {
    let regime = |reward| said(&ask("strategic-risk", &[("reward", reward)]), "regime");
    assert!(regime("1").starts_with("peace would hold") && regime("0.999").starts_with("defection is better"));
}

/// Wars between unequals: each side has a least trust of its own, and peace in Jervis's worlds needs the larger.
#[test]
fn cross_unequals_need_the_larger_trust() {
    let (mut luck, mut seen) = (Luck(103), [0; 4]);
    for _ in 0..2 * TIMES {
        let win = over(20 + luck.below(61), 100);
        let first = &win.clone().min(&Rational::one() - &win) * &over(luck.below(11), 20);
        let trust = chance(&mut luck);
        let war = [
            ("win", win),
            ("first_strike", first),
            ("gain", hundredths(&mut luck, 200)),
            ("loss", hundredths(&mut luck, 200)),
            ("cost", hundredths(&mut luck, 200)),
            ("trust", trust),
        ];
        let ratio = over(10 + luck.below(60), 10);
        let [w, first_strike, gain, loss, cost, before] = war.each_ref().map(|(_, v)| v.to_f64());
        let sides = [w, 1.0 - w].map(|win| War { win, first_strike, gain, loss, cost }.minimum_trust());
        let armed = ask_at("war-assurance", &war);
        let keeps = sides.map(|m| m.is_some_and(|m| before >= m));
        if sides.iter().flatten().all(|m| (m - before).abs() > 1e-9) {
            assert_eq!(truth(&armed, "one_keeps"), keeps[0], "{war:?}");
            assert_eq!(truth(&armed, "peace"), keeps[0] && keeps[1], "{war:?}");
        }
        let world = ask_at("worlds", &[&war[..], &[("ratio", ratio.clone())]].concat());
        match sides {
            [Some(a), Some(b)] => {
                near(number(&world, "minimum_trust"), a.max(b), 1e-9);
                seen[if (a - b).abs() < 1e-6 { 0 } else { 1 + usize::from(a > b) }] += 1;
            }
            _ => {
                assert!(absent(&world, "minimum_trust") && absent(&world, "ratio_needed"), "{war:?}");
                assert!(said(&world, "world").starts_with("spiral"));
                seen[3] += 1;
            }
        }
        let enough = !absent(&world, "ratio_needed") && ratio >= exact(&world, "ratio_needed");
        assert_eq!(is_equilibrium(bimatrix(&world), 0, 0), enough, "{war:?}");
        assert_eq!(said(&world, "world").starts_with("peace"), enough, "{war:?}");
    }
    assert!(seen[1..].iter().all(|&count| count > 20), "{seen:?}");
}

/// Collective risk: who might meet the target alone and gains nothing by it leaves it; and the table of two is the game
/// of the group in which the rest give; up to five stand in the table themselves.
#[test]
fn cross_the_table_of_collective_risk_is_played_by_the_group() {
    let alone =
        |risk| truth(&ask("collective-risk", &[("players", "2"), ("share", "10"), ("risk", risk)]), "nothing_holds");
    assert!(alone("0.5") && !alone("0.501"));
    let mut luck = Luck(170);
    for _ in 0..TIMES {
        let (players, endowment) = ([2, 6, 7, 8, 11][luck.below(5) as usize], 1 + luck.below(40));
        let share = 1 + luck.below(endowment as u64);
        let risk = over(luck.below(101), 100);
        let sets = [
            ("players", Rational::from(players)),
            ("endowment", Rational::from(endowment)),
            ("share", Rational::from(share)),
            ("risk", risk.clone()),
        ];
        let found = ask_at("collective-risk", &sets);
        for (i, j) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
            let gift = |action: usize| if action == 0 { share } else { 0 };
            let met = (players - 2) * share + gift(i) + gift(j) >= players * share;
            let kept = Rational::from(endowment - gift(i));
            let wanted = if met { kept } else { &kept * &(&Rational::one() - &risk) };
            assert_eq!(*bimatrix(&found).at(Player::Row, i, j), wanted, "{sets:?}");
        }
    }
}

/// Without an agreement each counts its own benefit, one of N; where abating pays for one alone there is no dilemma.
#[test]
fn theorem_without_agreement_one_in_n_is_abated() {
    for n in ["2", "7", "195"] {
        let found = ask("self-enforcing-agreements", &[("countries", n)]);
        assert_eq!(&exact(&found, "alone") * &n.parse().expect("a number"), Rational::one());
    }
    assert!(refused("self-enforcing-agreements", &[("cost", "1"), ("benefit", "1")]));
}

/// Concessions that return exactly what they cost, δᵐ(R − S) = P − S, are worth while only if they are sure to be returned.
#[test]
fn theorem_concessions_that_just_pay_must_be_returned_for_certain() {
    let at = |belief: &str, discount: &str| {
        let sets = [("reward", "3"), ("punishment", "1"), ("sucker", "-1"), ("caution", "1"), ("concessions", "2")];
        ask("graduated-reciprocation", &[&sets[..], &[("belief", belief), ("discount", discount)]].concat())
    };
    let even = at("1", "1/2");
    assert!(exact(&even, "gain").is_zero() && truth(&even, "worthwhile"));
    assert_eq!(exact(&even, "threshold"), Rational::one());
    assert!(!truth(&at("0.999", "1/2"), "worthwhile"));
    assert!(absent(&at("1", "0.499"), "threshold") && !truth(&at("1", "0.499"), "worthwhile"));
}

/// Evidence that is just enough launches; a first strike that saves nothing hastens nobody.
#[test]
fn theorem_just_enough_evidence_and_no_haste() {
    let sets = [("prior", "0.5"), ("detection", "0.9"), ("false_alarm", "0.1"), ("sensors", "1")];
    let at = |needed| ask("false-alarm", &[&sets[..], &[("needed", needed)]].concat());
    assert!(truth(&at("0.9"), "launches") && !truth(&at("0.9001"), "launches"));
    assert_eq!(["0.9", "0.9001"].map(|needed| number(&at(needed), "sensors_needed")), [1.0, 2.0]);
    // Half of two on each silo are left, and one of two is kept back.
    let even = ask("first-strike", &[("warheads", "2"), ("kill", "0.5"), ("safe", "0")]);
    assert!(number(&even, "cost_first") == number(&even, "cost_second") && absent(&even, "panic"));
    assert_eq!(number(&even, "index"), 1.0);
}

/// Insurance: at the least δ it is worth exactly nothing; one who costs all that is promised is helped in full trust only.
#[test]
fn theorem_insurance_at_its_least_patience() {
    let mut luck = Luck(111);
    for _ in 0..TIMES {
        let sets = [
            ("cost", hundredths(&mut luck, 300)),
            ("benefit", hundredths(&mut luck, 900)),
            ("mistrust", chance(&mut luck)),
        ];
        let asked = ask_at("mutual-insurance", &sets);
        if !absent(&asked, "patience") {
            let patience = exact(&asked, "patience");
            assert!(patience <= Rational::one());
            let found = ask_at("mutual-insurance", &[&sets[..], &[("discount", patience)]].concat());
            assert!(exact(&found, "value").is_zero() && truth(&found, "pays"), "{sets:?}");
            assert_eq!(exact(&found, "threshold"), sets[2].1);
        } else {
            assert!(!truth(&ask_at("mutual-insurance", &[&sets[..], &[("discount", over(1, 1))]].concat()), "pays"));
        }
    }
    let full = ask("mutual-insurance", &[("cost", "2"), ("benefit", "4"), ("discount", "1/2"), ("mistrust", "0")]);
    assert_eq!(exact(&full, "threshold"), Rational::zero());
    assert!(truth(&full, "pays"));
}

/// Linking helps and harms over ranges of δ as wide as is said: in each it does what is said, and just outside it does not.
#[test]
fn theorem_linkage_helps_and_harms_over_the_ranges_that_are_said() {
    let mut luck = Luck(127);
    for _ in 0..TIMES {
        let numbers = ["gain_a", "loss_a", "gain_b", "loss_b"].map(|id| (id, hundredths(&mut luck, 900)));
        let at = |delta: Rational| ask_at("issue-linkage", &[&numbers[..], &[("discount", delta)]].concat());
        let found = at(over(1, 2));
        let [helps, harms, linked, a, b] =
            ["helps", "harms", "patience_linked", "patience_a", "patience_b"].map(|id| exact(&found, id));
        assert!(!helps.is_negative() && !harms.is_negative());
        assert_eq!(&helps + &harms, (&a - &b).max(&b - &a));
        let tiny = over(1, 1_000_000_000);
        if helps > &tiny + &tiny && harms > &tiny + &tiny {
            let effect = |delta: Rational| said(&at(delta), "effect").chars().take(8).collect::<String>();
            assert_eq!(effect(linked.clone()), "it saves");
            assert_eq!(effect(&(&linked + &helps) - &tiny), "it saves");
            assert_eq!(effect(&linked + &helps), "none: bo");
            assert_eq!(effect(&linked - &tiny), "it bring");
            assert_eq!(effect(&linked - &harms), "it bring");
            assert_eq!(effect(&(&linked - &harms) - &tiny), "none: bo");
        }
        // An agreement that just holds needs no surety.
        assert!(absent(&at(a.max(b)), "surety"));
    }
}

/// Nobody strikes, and nothing else holds: what is not strict is not called so.
#[test]
fn theorem_unbiased_leaders_without_cost_do_not_mind() {
    let found = ask("unbiased-leaders", &[("cost", "0"), ("bias_one", "1")]);
    assert!(truth(&found, "peace") && exact(&found, "net_one").is_zero());
    assert_eq!(pure::equilibria(bimatrix(&found)).len(), 4);
}
