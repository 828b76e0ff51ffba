//! Sequential and perfect Bayesian equilibria: published games, theorems on random trees.

mod grow;
mod random;

use std::collections::BTreeSet;

use games::extensive::assessment::{Assessment, Refusal, supporting, verify};
use games::extensive::consistency::{Consistency, decide};
use games::extensive::sequential::{self, Answer, Notion, solve};
use games::extensive::strategic::normal_form;
use games::extensive::subgame;
use games::extensive::tree::Tree;
use games::{Profile, Rational, two::certificate};
use grow::{chance, choice, end, grown, number, text, tree};
use random::Luck;

fn shown(assessment: &Assessment) -> String {
    format!("{} ; {}", text(&assessment.behaviour), text(&assessment.beliefs))
}

fn solved(tree: &Tree, notion: Notion) -> (Answer, Vec<String>) {
    let answer = solve(tree, notion).expect("perfect recall");
    assert!(answer.coverage.is_complete(), "{}", answer.coverage);
    let shown = answer.equilibria.iter().map(|f| shown(&f.assessment)).collect();
    (answer, shown)
}

/// Selten's horse (1975, Int. J. Game Theory 4, 25–55, figure 1), three players. Of its two kinds of equilibria
/// only (1, 1, R) with player 3 answering L at most one time in four is sequential (Kreps & Wilson 1982);
/// player 3 must believe in the left node with at most 1/3, exactly where it mixes.
fn horse() -> Tree {
    tree(
        3,
        vec![
            choice(0, 1, &["D", "A"]),
            choice(2, 1, &["L", "R"]),
            end(&[3, 3, 2]),
            end(&[0, 0, 0]),
            choice(1, 1, &["d", "a"]),
            choice(2, 1, &["L", "R"]),
            end(&[4, 4, 0]),
            end(&[0, 0, 1]),
            end(&[1, 1, 1]),
        ],
    )
}

#[test]
fn published_selten_horse() {
    let horse = horse();
    for notion in [Notion::Sequential, Notion::PerfectBayesian] {
        let (answer, shown) = solved(&horse, notion);
        // Sets in preorder: player 1, player 3, player 2.
        let wanted = [
            "0 1 | 0 1 | 0 1 ; 1 | 0 1 | 1",
            "0 1 | 0 1 | 0 1 ; 1 | 1/3 2/3 | 1",
            "0 1 | 1/4 3/4 | 0 1 ; 1 | 1/3 2/3 | 1",
        ];
        assert_eq!(shown, wanted);
        assert_eq!(answer.families, [vec![0, 1], vec![1, 2]]);
        let behaviour = &answer.equilibria[0].assessment.behaviour;
        let interval = supporting(&horse, behaviour, 1).and_then(|beliefs| beliefs.interval(0));
        assert_eq!(interval, Some((Rational::zero(), number("1/3"))));
    }
    // The other kind: (D, L, a), where player 2 would rather play d if asked.
    let one = Rational::one;
    let zero = Rational::zero;
    let other = Assessment {
        behaviour: vec![vec![one(), zero()], vec![one(), zero()], vec![zero(), one()]],
        beliefs: vec![vec![one()], vec![one(), zero()], vec![one()]],
    };
    assert_eq!(verify(&horse, &other), Err(Refusal::Better(2, 1, 0, Rational::from(3))));
}

/// Gibbons (1992, Game Theory for Applied Economists, figure 4.1.1): two equilibria, both subgame-perfect, one
/// perfect Bayesian.
#[test]
fn published_gibbons_a_dominated_threat_is_not_believed() {
    let game = tree(
        2,
        vec![
            choice(0, 1, &["L", "M", "R"]),
            choice(1, 1, &["L'", "R'"]),
            end(&[2, 1]),
            end(&[0, 0]),
            choice(1, 1, &["L'", "R'"]),
            end(&[0, 2]),
            end(&[0, 1]),
            end(&[1, 3]),
        ],
    );
    let form = normal_form(&game).expect("small");
    assert_eq!(games::two::pure::equilibria(&form.game), [(0, 0), (2, 1)]);
    for notion in [Notion::Sequential, Notion::PerfectBayesian] {
        assert_eq!(solved(&game, notion).1, ["1 0 0 | 1 0 ; 1 | 1 0"]);
    }
}

/// Gibbons (1992, figure 4.1.3): with Bayes' rule also off the path the equilibrium (A, L, L′) falls, whose belief
/// in R goes against player 2's L.
#[test]
fn published_gibbons_beliefs_off_the_path_follow_play() {
    let game = tree(
        3,
        vec![
            choice(0, 1, &["A", "D"]),
            end(&[2, 0, 0]),
            choice(1, 1, &["L", "R"]),
            choice(2, 1, &["L'", "R'"]),
            end(&[1, 2, 1]),
            end(&[3, 3, 3]),
            choice(2, 1, &["L'", "R'"]),
            end(&[0, 1, 2]),
            end(&[0, 1, 1]),
        ],
    );
    for notion in [Notion::Sequential, Notion::PerfectBayesian] {
        assert_eq!(solved(&game, notion).1, ["0 1 | 1 0 | 0 1 ; 1 | 1 | 1 0"]);
    }
    let (one, zero) = (Rational::one, Rational::zero);
    let fallen = Assessment {
        behaviour: vec![vec![one(), zero()], vec![one(), zero()], vec![one(), zero()]],
        beliefs: vec![vec![one()], vec![one()], vec![zero(), one()]],
    };
    assert_eq!(verify(&game, &fallen), Err(Refusal::Bayes(None, 2)));
}

/// The chain store with two markets left and one chance in ten that the store likes to fight (Kreps & Wilson 1982,
/// J. Econ. Theory 27, 253–279, with a = 2, b = 1/2; payoffs doubled here): both entrants enter, as
/// 1/10 < b²; the weak store fights the first with probability p(1 − b)/((1 − p)b) = 1/9, which lifts the belief to
/// b; then the second entrant stays out with probability 1/a.
#[test]
fn published_kreps_wilson_reputation_in_two_markets() {
    fn market(left: usize, history: u64, strong: bool, paid: [i64; 3], list: &mut Vec<games::extensive::tree::Draft>) {
        if left == 0 {
            return list.push(end(&paid));
        }
        let entrant = 3 - left;
        let set = 10 * history + 2 * left as u64 + u64::from(strong);
        let with = |store: i64, own: i64| {
            let mut sums = paid;
            (sums[0], sums[entrant]) = (sums[0] + store, sums[entrant] + own);
            sums
        };
        list.push(choice(entrant, history, &["out", "in"]));
        market(left - 1, 3 * history + 1, strong, with(4, 0), list);
        list.push(choice(0, set, &["fight", "yield"]));
        market(left - 1, 3 * history + 2, strong, with(if strong { 0 } else { -2 }, -1), list);
        market(left - 1, 3 * history + 3, strong, with(if strong { -2 } else { 0 }, 1), list);
    }
    let mut list = vec![chance(&["1/10", "9/10"])];
    market(2, 0, true, [0; 3], &mut list);
    market(2, 0, false, [0; 3], &mut list);
    let store = tree(3, list);
    let (answer, _) = solved(&store, Notion::Sequential);
    assert_eq!(answer.equilibria.len(), 1);
    let Assessment { behaviour, beliefs } = &answer.equilibria[0].assessment;
    let first = |player: usize, number: u64| {
        let set = store.sets().iter().position(|s| s.player == player && s.number == number).expect("a set");
        (behaviour[set][0].to_string(), beliefs[set][0].to_string())
    };
    let pair = |a: &str, b: &str| (a.to_string(), b.to_string());
    assert_eq!(first(1, 0), pair("0", "1/10"), "the first entrant enters");
    assert_eq!(
        (first(0, 5), first(0, 4)),
        (pair("1", "1"), pair("1/9", "1")),
        "the strong store fights, the weak one mixes"
    );
    assert_eq!(first(2, 2), pair("1/2", "1/2"), "after a fight");
    assert_eq!(first(2, 3), pair("0", "0"), "after it yielded");
    assert_eq!(first(2, 1), pair("0", "1/10"), "had nobody entered, nothing would be learnt");
}

/// Nobody can signal what it does not know: nature draws, player 1 does not see it and stays out; if it came in,
/// player 2 would still have to believe one half. That is consistency (Kreps & Wilson 1982), not Bayes' rule
/// alone: staying out needs a belief above 2/3.
#[test]
fn theorem_a_player_signals_nothing_it_does_not_know() {
    let game = tree(
        2,
        vec![
            chance(&["1/2", "1/2"]),
            choice(0, 1, &["out", "in"]),
            end(&[1, 1]),
            choice(1, 1, &["fight", "yield"]),
            end(&[0, 1]),
            end(&[2, 0]),
            choice(0, 1, &["out", "in"]),
            end(&[1, 1]),
            choice(1, 1, &["fight", "yield"]),
            end(&[0, 0]),
            end(&[2, 2]),
        ],
    );
    assert_eq!(solved(&game, Notion::Sequential).1, ["0 1 | 0 1 ; 1/2 1/2 | 1/2 1/2"]);
    let (answer, shown) = solved(&game, Notion::PerfectBayesian);
    assert!(shown.contains(&"1 0 | 1 0 ; 1/2 1/2 | 2/3 1/3".to_string()), "{shown:?}");
    for found in answer.equilibria.iter().filter(|f| f.assessment.behaviour[0][0].is_positive()) {
        assert_ne!(found.assessment.beliefs[1][0], number("1/2"));
        assert!(matches!(found.consistency, Consistency::NoProportions(_) | Consistency::NoOrders));
    }
    let demands = supporting(&game, &vec![vec![Rational::one(), Rational::zero()]; 2], 1).expect("fits");
    assert_eq!(
        demands.extreme,
        Some(vec![vec![number("2/3"), number("1/3")], vec![Rational::one(), Rational::zero()]])
    );
    assert_eq!(demands.demands[0].margins, [Rational::one(), Rational::from(-2)]);
}

/// Two observers of the same unexpected choice must hold the same odds on who erred how: a binomial relation.
#[test]
fn theorem_two_observers_of_one_mistake_agree() {
    // Player 1 stays out, or errs b or c; a coin then decides which of two observers (both player 2, at different
    // sets) sees that something happened.
    let asked = |set: u64, left: [i64; 2], right: [i64; 2]| vec![choice(1, set, &["l", "r"]), end(&left), end(&right)];
    let mut list = vec![choice(0, 1, &["out", "b", "c"]), end(&[3, 3])];
    for (l, r) in [([0, 3], [0, 0]), ([0, 0], [0, 3])] {
        list.push(chance(&["1/3", "2/3"]));
        list.extend(asked(1, l, r));
        list.extend(asked(2, l, r));
    }
    let game = tree(2, list);
    let (_, found) = solved(&game, Notion::Sequential);
    let mut agree = true;
    let answer = solve(&game, Notion::Sequential).expect("recall");
    for found in &answer.equilibria {
        agree &= found.assessment.beliefs[1] == found.assessment.beliefs[2];
    }
    assert!(agree && found.len() >= 4, "{found:?}");
    let mut split = answer.equilibria[0].assessment.clone();
    split.beliefs[1] = vec![number("1/4"), number("3/4")];
    split.beliefs[2] = vec![number("1/5"), number("4/5")];
    assert!(matches!(decide(&game, &split), Consistency::NoProportions(_)));
    split.beliefs[2] = vec![number("1/4"), number("3/4")];
    assert!(matches!(decide(&game, &split), Consistency::Consistent(_)));
    split.beliefs[2] = vec![number("0"), number("1")];
    assert_eq!(decide(&game, &split), Consistency::NoOrders);
}

/// Every sequential equilibrium is perfect Bayesian, subgame-perfect, and an equilibrium of the normal form; where
/// the search is complete there is one (Kreps & Wilson 1982, proposition 1).
#[test]
fn theorem_sequential_equilibria_exist_and_are_equilibria_of_every_kind() {
    let mut luck = Luck(31);
    let (mut complete, mut mixed, mut dark) = (0, 0, 0);
    for k in 0..300 {
        let tree = if k % 3 == 0 { grown(&mut luck, 4, 8, 50) } else { grown(&mut luck, 3, 8, 4) };
        let answer = sequential::solve_within(&tree, Notion::Sequential, 3_000).expect("perfect recall");
        complete += usize::from(answer.coverage.is_complete());
        assert!(!answer.coverage.is_complete() || !answer.equilibria.is_empty(), "{tree:?}");
        let form = normal_form(&tree);
        for found in &answer.equilibria {
            let behaviour = &found.assessment.behaviour;
            assert!(verify(&tree, &found.assessment).is_ok());
            let Consistency::Consistent(orders) = &found.consistency else { panic!("not consistent") };
            let zero = |(order, p): (&num_bigint::BigInt, &Rational)| {
                (*order == num_bigint::BigInt::default()) == p.is_positive()
            };
            assert!(orders.iter().zip(behaviour).all(|(orders, mix)| orders.iter().zip(mix).all(zero)));
            let certain: Vec<_> = behaviour.iter().cloned().map(Some).collect();
            assert_eq!(subgame::verify(&tree, &certain), Ok(true));
            if let Ok(form) = &form {
                let profile = Profile { mixes: [0, 1].map(|side| form.mix_of(side, behaviour)) };
                assert!(certificate::verify(&form.game, &profile).is_ok());
            }
            mixed += usize::from(behaviour.iter().flatten().any(|p| p.is_positive() && *p != Rational::one()));
            dark += usize::from(found.certificate.reached.iter().any(Rational::is_zero));
        }
    }
    assert!(complete > 250 && mixed > 300 && dark > 1000, "{complete} {mixed} {dark}");
}

/// An extreme equilibrium of the normal form that stands alone and leaves no set without a visit is sequential with
/// the beliefs of Bayes: the search must know it.
#[test]
fn cross_normal_form_equilibria_that_reach_everything_are_found() {
    let mut luck = Luck(32);
    let mut compared = 0;
    for _ in 0..500 {
        let tree = grown(&mut luck, 3, 10, 1_000);
        let Ok(form) = normal_form(&tree) else { continue };
        let answer = solve(&tree, Notion::Sequential).expect("perfect recall");
        if !answer.coverage.is_complete() {
            continue;
        }
        let known: BTreeSet<String> = answer.equilibria.iter().map(|f| text(&f.assessment.behaviour)).collect();
        for equilibrium in games::solve(&form.game).equilibria {
            let mut mixes = form.behaviour_of(0, &equilibrium.profile.mixes[0], &tree);
            mixes.extend(form.behaviour_of(1, &equilibrium.profile.mixes[1], &tree));
            if mixes.len() < tree.sets().len() {
                continue;
            }
            let behaviour: Vec<Vec<Rational>> = mixes.into_values().collect();
            let likely = games::extensive::play::reach(&tree, &behaviour, 0);
            if tree.sets().iter().all(|set| set.nodes.iter().any(|&n| likely[n].is_positive())) {
                assert!(known.contains(&text(&behaviour)), "{} in {known:?}", text(&behaviour));
                compared += 1;
            }
        }
    }
    assert!(compared > 40, "{compared}");
}

#[test]
fn contract_searches_say_what_they_leave_out() {
    let mut luck = Luck(33);
    let tree = grown(&mut luck, 5, 5, 3);
    let short = sequential::solve_within(&tree, Notion::Sequential, 5).expect("perfect recall");
    assert!(!short.coverage.is_complete() && short.coverage.to_string().starts_with("not complete"));
    let idle = grow::tree(1, vec![chance(&["0", "1"]), choice(0, 1, &["a"]), end(&[0]), end(&[0])]);
    assert_eq!(solve(&idle, Notion::Sequential), Err(sequential::Refusal::IdleChance));
    let driver =
        grow::tree(1, vec![choice(0, 1, &["e", "o"]), end(&[0]), choice(0, 1, &["e", "o"]), end(&[4]), end(&[1])]);
    assert!(
        matches!(solve(&driver, Notion::Sequential), Err(sequential::Refusal::Forgetful(forgotten)) if forgotten.set == 0)
    );
    let misfit = Assessment { behaviour: vec![], beliefs: vec![] };
    assert!(matches!(verify(&horse(), &misfit), Err(Refusal::Misfit(_))));
    assert_eq!(decide(&horse(), &misfit), Consistency::Undecided);
    assert_eq!(supporting(&horse(), &vec![], 0), None);
}
