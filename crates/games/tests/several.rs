//! Games of three and more players: the equilibria found, proved and counted.

mod newton;
mod random;

use std::collections::BTreeSet;

use games::linear::{Solution, simplest, solve as eliminate};
use games::normal::verify;
use games::several::interval::Interval;
use games::several::{Answer, BUDGET, Budget, Coverage, Reason, pure_equilibria, solve, solve_within};
use games::{NormalForm, Rational, gambit::nfg};
use proptest::prelude::*;
use random::Luck;

fn read(text: &str) -> NormalForm {
    nfg::read(text).expect("a game").game
}

/// A game with independent payoffs below `bound`.
fn random_game(counts: &[usize], bound: u64, luck: &mut Luck) -> NormalForm {
    let size = counts.iter().product::<usize>() * counts.len();
    let values: Vec<i64> = (0..size).map(|_| luck.below(bound)).collect();
    let stride = |p: usize| counts[..p].iter().product::<usize>();
    let place = |c: &[usize]| (0..c.len()).map(|p| c[p] * stride(p)).sum::<usize>();
    let rule = |player: usize, c: &[usize]| Rational::from(values[place(c) * counts.len() + player]);
    NormalForm::from_rule(counts, rule).expect("small")
}

/// Solved; what is exact is verified again, what is not has bounds below 10⁻¹¹.
fn solved(game: &NormalForm) -> Answer {
    let answer = solve(game);
    for e in &answer.equilibria {
        match &e.exact {
            Some((mixes, certificate)) => assert_eq!(verify(game, mixes).as_ref(), Ok(certificate)),
            None => assert!(e.width() < 1e-11, "{}", e.width()),
        }
    }
    answer
}

fn complete(game: &NormalForm) -> Answer {
    let answer = solved(game);
    assert!(matches!(answer.coverage, Coverage::Complete(_)), "{} {:?}", answer.coverage, answer.undecided);
    answer
}

/// McKelvey & McLennan (1996), Computation of equilibria in finite games, Handbook of Computational Economics 1:
/// 2×2×2 with nine equilibria, two of them totally mixed.
#[test]
fn published_mckelvey_and_mclennan_nine_equilibria() {
    let answer = complete(&read(include_str!("known/mckelvey1996.nfg")));
    let mixed = answer.equilibria.iter().filter(|e| e.support.iter().all(|used| used.len() == 2));
    let pure = answer.equilibria.iter().filter(|e| e.is_pure());
    assert_eq!((answer.equilibria.len(), pure.count()), (9, 4));
    let chances: BTreeSet<String> = mixed.map(|e| format!("{:?}", e.exact.as_ref().expect("fractions").0)).collect();
    let wanted = ["[[1/2, 1/2], [2/5, 3/5], [1/4, 3/4]]", "[[2/5, 3/5], [1/2, 1/2], [1/3, 2/3]]"];
    assert_eq!(chances, wanted.map(String::from).into());
}

/// Nau, Gomez Canovas & Hansen (2004), On the geometry of Nash equilibria and correlated equilibria, International
/// Journal of Game Theory 32, §4: whole payoffs, one equilibrium, irrational.
#[test]
fn published_nau_and_others_unique_irrational_equilibrium() {
    let game = read(include_str!("known/nau2004-4.nfg"));
    let answer = complete(&game);
    assert_eq!(answer.equilibria.len(), 1);
    let only = &answer.equilibria[0];
    assert!(only.exact.is_none() && only.support.iter().all(|used| used.len() == 2));
    let found = newton::equilibria(&game);
    assert_eq!(found.len(), 1);
    assert!(newton::holds(only, &found[0]));
    // No fraction with a denominator up to a million lies within the bounds of any chance.
    let exact = |v: f64| Rational::from_f64(v).expect("finite");
    for bounds in only.bounds.iter().flatten() {
        let fraction = simplest(&exact(bounds.lo), &exact(bounds.hi));
        assert!(fraction.denominator().bits() > 20, "{fraction}");
    }
}

/// The same paper, §5: three pure equilibria and continua; §6: one segment. Nothing is claimed about them beyond the
/// pure ones, and the supports that carry them are the ones undecided.
#[test]
fn published_continua_are_left_undecided_and_named() {
    let answer = solved(&read(include_str!("known/nau2004-5.nfg")));
    assert_eq!(answer.equilibria.len(), 3);
    let named: Vec<_> = answer.undecided.iter().map(|u| (u.support.clone(), u.reason)).collect();
    let (a, b, both) = (vec![0], vec![1], vec![0, 1]);
    let wanted = [[a.clone(), b.clone(), both.clone()], [b, a, both.clone()], [both.clone(), both.clone(), both]];
    assert_eq!(named, wanted.map(|support| (support.to_vec(), Reason::Singular)));
    assert!(matches!(answer.coverage, Coverage::Partial { decided: 24, undecided: 3, left: 0 }));
    let answer = solved(&read(include_str!("known/nau2004-6.nfg")));
    assert!(answer.equilibria.is_empty() && !answer.undecided.is_empty());
}

/// Games of Gambit's collection (contrib/games) whose titles count their equilibria: three; five, two of them pure;
/// five.
#[test]
fn published_counts_of_gambits_collection() {
    let counts = |text: &str| {
        let answer = complete(&read(text));
        (answer.equilibria.len(), answer.equilibria.iter().filter(|e| e.is_pure()).count())
    };
    assert_eq!(counts(include_str!("known/2x2x2x2.nfg")).0, 3);
    assert_eq!(counts(include_str!("known/3x3x3.nfg")), (5, 2));
    assert_eq!(counts(include_str!("known/2x2x2x2x2.nfg")).0, 5);
}

/// Everybody gets 1 if all choose the same of two actions. The product of all others' odds must be 1, so
/// the only total mixture is one half; of four players any two against two stay too.
#[test]
fn theorem_coordination_of_three_and_four() {
    let same = |_: usize, c: &[usize]| Rational::from(i64::from(c.iter().all(|k| *k == c[0])));
    let game = |n: usize| NormalForm::from_rule(&vec![2; n], same).expect("small");
    assert_eq!(complete(&game(3)).equilibria.len(), 3);
    assert_eq!(complete(&game(4)).equilibria.len(), 2 + 1 + 6);
    // Three actions: uniform on each of 7 sets, and the 6 profiles in which all differ.
    assert_eq!(complete(&NormalForm::from_rule(&[3, 3, 3], same).expect("small")).equilibria.len(), 7 + 6);
}

/// Wilson (1971), Computing equilibria of n-person games, SIAM Journal on Applied Mathematics 21: without degeneracy
/// their number is finite and odd. An answer that claims to be complete must be odd.
#[test]
fn theorem_the_number_of_equilibria_is_odd() {
    let mut luck = Luck(41);
    let (mut irrational, mut most) = (0, 0);
    for k in 0..120 {
        let counts: &[usize] = [&[3, 3, 3][..], &[2, 2, 2, 2, 2], &[2, 3, 4], &[2, 2, 2, 2]][k % 4];
        let game = random_game(counts, 1_000_000, &mut luck);
        let answer = complete(&game);
        assert_eq!(answer.equilibria.len() % 2, 1, "{game:?}");
        irrational += answer.equilibria.iter().filter(|e| e.exact.is_none()).count();
        most = most.max(answer.equilibria.len());
    }
    assert!(irrational > 100 && most >= 9, "{irrational} {most}");
}

/// Another method in other arithmetic: Newton from many starts on every support, in plain doubles.
#[test]
fn cross_newton_from_many_starts_finds_the_same() {
    let mut luck = Luck(42);
    let mut total = 0;
    for k in 0..60 {
        let counts: &[usize] = [&[2, 2, 2][..], &[2, 3, 2], &[2, 2, 2, 2]][k % 3];
        let game = random_game(counts, if k % 2 == 0 { 1000 } else { 40 }, &mut luck);
        let answer = solved(&game);
        let open: Vec<_> = answer.undecided.iter().map(|u| u.support.clone()).collect();
        let found: Vec<_> =
            newton::equilibria(&game).into_iter().filter(|x| !open.contains(&newton::support(x))).collect();
        for point in &found {
            assert!(answer.equilibria.iter().any(|e| newton::holds(e, point)), "{point:?} {game:?}");
        }
        for e in &answer.equilibria {
            assert!(found.iter().any(|point| newton::holds(e, point)), "{e:?} {game:?}");
        }
        total += found.len();
    }
    assert!(total > 150, "{total}");
}

/// With two players and no degeneracy, what the exact solver for two says.
#[test]
fn cross_two_players_agree_with_the_exact_solver() {
    let mut luck = Luck(43);
    let mut compared = 0;
    for _ in 0..60 {
        let game = luck.game(4, 4, 50);
        let wanted = games::solve(&game);
        if wanted.degenerate {
            continue;
        }
        compared += 1;
        let answer = complete(&NormalForm::from(&game));
        let found: BTreeSet<_> =
            answer.equilibria.iter().filter_map(|e| e.exact.as_ref().map(|x| x.0.clone())).collect();
        let wanted: BTreeSet<_> = wanted.equilibria.iter().map(|e| e.profile.mixes.to_vec()).collect();
        assert_eq!((found.len(), &found), (answer.equilibria.len(), &wanted));
    }
    assert!(compared > 30, "{compared}");
}

/// A game with two players' choices multiplied by a third who has none: the same equilibria.
#[test]
fn contract_a_player_without_choice_changes_nothing() {
    let two = Luck(44).game(3, 3, 30);
    let plain = NormalForm::from(&two);
    let with = NormalForm::from_rule(&[1, 3, 3], |p, c| match p {
        0 => Rational::from(7),
        _ => plain.payoffs(p - 1)[plain.number(&c[1..]).expect("exists")].clone(),
    });
    let (with, plain) = (solve(&with.expect("small")), solve(&plain));
    let exact = |a: &Answer, skip: usize| -> Vec<_> {
        a.equilibria.iter().filter_map(|e| e.exact.as_ref().map(|x| x.0[skip..].to_vec())).collect()
    };
    assert_eq!(exact(&with, 1), exact(&plain, 0));
}

#[test]
fn contract_an_answer_out_of_budget_says_so() {
    let mut luck = Luck(45);
    let game = random_game(&[3, 3, 3], 100, &mut luck);
    let whole = complete(&game);
    for total in [0, 10, 500] {
        let answer = solve_within(&game, Budget { total, ..BUDGET });
        assert!(matches!(answer.coverage, Coverage::Partial { left: 1.., .. }), "{answer:?}");
        assert!(answer.equilibria.iter().all(|e| whole.equilibria.contains(e)));
        let said = answer.coverage.said();
        assert!(said.en.starts_with("not complete") && said.zh.starts_with("不完整"));
    }
    let answer = solve_within(&game, Budget { unknowns: 1, ..BUDGET });
    assert!(matches!(answer.coverage, Coverage::Partial { left: 1.., .. }));
    let large = random_game(&[9, 9, 9], 100, &mut luck);
    let answer = solve(&large);
    assert_eq!(answer.coverage, Coverage::PureOnly);
    assert_eq!(answer.equilibria.len(), pure_equilibria(&large).len());
}

/// Pure equilibria against trying every deviation through the certificate.
#[test]
fn cross_pure_equilibria_are_those_with_a_certificate() {
    let mut luck = Luck(46);
    for _ in 0..50 {
        let game = random_game(&[2, 3, 2, 2], 4, &mut luck);
        let certain = |c: &[usize]| -> Vec<Vec<Rational>> {
            let mix = |(k, n): (&usize, usize)| (0..n).map(|a| Rational::from(i64::from(a == *k))).collect();
            c.iter().zip(game.counts()).map(mix).collect()
        };
        let all = (0..game.profiles()).map(|k| game.choices(k));
        let wanted: Vec<_> = all.filter(|c| verify(&game, &certain(c)).is_ok()).collect();
        assert_eq!(pure_equilibria(&game), wanted);
    }
}

#[test]
fn theorem_linear_systems_are_solved() {
    let line = |v: [i64; 3]| v.map(Rational::from).to_vec();
    assert_eq!(
        eliminate(vec![line([1, 2, 5]), line([3, 4, 6])], 2),
        Solution::One(vec!["-4".parse().expect("a"), "9/2".parse().expect("b")])
    );
    assert_eq!(
        eliminate(vec![line([0, 2, 4]), line([3, 0, 6]), line([1, 1, 4])], 2),
        Solution::One(vec![Rational::from(2); 2])
    );
    assert_eq!(eliminate(vec![line([0, 2, 4]), line([3, 0, 6]), line([1, 1, 5])], 2), Solution::None);
    assert_eq!(eliminate(vec![line([1, 2, 5]), line([2, 4, 10])], 2), Solution::Many);
    assert_eq!(eliminate(vec![line([1, 2, 5]), line([2, 4, 11])], 2), Solution::None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is computed in intervals holds what is computed in fractions.
    #[test]
    fn theorem_intervals_hold_the_exact_result(values in proptest::collection::vec((-1e6f64..1e6, 1i64..1000), 2..8)) {
        let fraction = |(v, d): &(f64, i64)| Rational::from_f64(*v).expect("finite").over(&Rational::from(*d)).expect("positive");
        let (mut exact, mut held) = (Rational::one(), Interval::point(1.0));
        for (k, pair) in values.iter().enumerate() {
            let next = fraction(pair);
            let wide = Interval::of(&next);
            (exact, held) = match k % 3 {
                0 => (&exact * &next, held.times(wide)),
                1 => (&exact + &next, held.plus(wide)),
                _ => (&exact - &next, held.minus(wide)),
            };
            let [lo, hi] = [held.lo, held.hi].map(|v| Rational::from_f64(v).expect("finite"));
            prop_assert!(lo <= exact && exact <= hi);
        }
    }

    /// No fraction in the bounds has a smaller denominator.
    #[test]
    fn theorem_the_simplest_fraction_is_the_simplest(a in -400i64..400, b in 1i64..60, c in 1i64..50, d in 20i64..900) {
        let lo = Rational::new(a.into(), b.into()).expect("positive");
        let hi = &lo + &Rational::new(c.into(), d.into()).expect("positive");
        let found = simplest(&lo, &hi);
        prop_assert!(lo <= found && found <= hi);
        for q in 1i64.. {
            let unit = Rational::from(q);
            let p = (&lo * &unit).to_f64().ceil() as i64;
            let some = (p - 1..=p + 1).filter_map(|p| Rational::new(p.into(), q.into())).any(|v| lo <= v && v <= hi);
            if some {
                prop_assert_eq!(found.denominator(), &q.into());
                break;
            }
        }
    }
}
