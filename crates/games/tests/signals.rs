//! Signalling games and their refinements: published games, theorems and brute force.

mod grow;
mod random;

use std::collections::BTreeSet;

use games::Rational;
use games::extensive::assessment::{Assessment, supporting};
use games::extensive::refinement::{divine, intuitive};
use games::extensive::sequential::Notion;
use games::extensive::signalling::{Cell, Message, Signalling, SignallingError};
use grow::{number, pure, signals};
use random::Luck;

fn message(name: &str, replies: &[&str]) -> Message {
    Message { name: name.into(), replies: replies.iter().map(|r| r.to_string()).collect() }
}

fn cell(pairs: &[[i64; 2]]) -> Cell {
    Some(pairs.iter().map(|pair| pair.map(Rational::from)).collect())
}

/// Beer and quiche (Cho & Kreps 1987): the surly type (9 in 10) likes beer, the wimp quiche; each gives 2
/// for not being challenged, 1 for its breakfast; the other side gains 1 by fighting wimps and leaving the surly.
fn breakfast() -> Signalling {
    let types = vec![("wimp".to_string(), number("1/10")), ("surly".to_string(), number("9/10"))];
    let replies = ["duel", "leave"];
    let payoffs = vec![
        vec![cell(&[[0, 1], [2, 0]]), cell(&[[1, 1], [3, 0]])],
        vec![cell(&[[1, 0], [3, 1]]), cell(&[[0, 0], [2, 1]])],
    ];
    let messages = vec![message("beer", &replies), message("quiche", &replies)];
    Signalling::new("breakfast", ["A".into(), "B".into()], types, messages, payoffs).expect("a game")
}

#[test]
fn published_beer_and_quiche() {
    let game = breakfast();
    let answer = game.solve();
    assert!(answer.coverage.is_complete());
    // Two outcomes: all drink beer, or all eat quiche; the other breakfast is met by a duel at least every other
    // time and a belief in the wimp of at least one half, one of the two exactly.
    let one = Rational::one();
    let of = |first: usize| -> BTreeSet<String> {
        let all = answer.equilibria.iter().map(|f| &f.assessment).filter(|a| game.sends(a, 0, first) == one);
        all.map(|a| format!("{} {}", game.replies(a, 1 - first)[0], game.belief(a, 1 - first, 0))).collect()
    };
    let wanted: BTreeSet<String> = ["1 1", "1 1/2", "1/2 1/2"].map(String::from).into();
    assert_eq!((of(0), of(1)), (wanted.clone(), wanted));
    assert_eq!((answer.equilibria.len(), answer.families.len()), (6, 4));
    for found in &answer.equilibria {
        let a = &found.assessment;
        let beer = game.sends(a, 0, 0) == one;
        assert_eq!(game.sends(a, 0, 0), game.sends(a, 1, 0), "pooling");
        let verdict = &intuitive(&game, a)[0];
        let strict = &divine(&game, a).expect("few replies")[0];
        // The wimp earns 3 on quiche and at most 2 on beer; the surly one, believed, 3 instead of 2.
        let (who, gainer) = if beer { (1, None) } else { (0, Some(1)) };
        assert_eq!(verdict.hopeless.iter().map(|h| h.kind).collect::<Vec<_>>(), [who]);
        assert_eq!(
            (&verdict.hopeless[0].earns, &verdict.hopeless[0].at_best),
            (&Rational::from(3), &Rational::from(2))
        );
        assert_eq!(verdict.tempted.as_ref().map(|t| t.kind), gainer);
        assert_eq!(strict.deterrent.is_some(), beer);
        if let Some(tempted) = &verdict.tempted {
            assert_eq!((&tempted.earns, &tempted.at_worst), (&Rational::from(2), &Rational::from(3)));
        }
        let after =
            game.tree().sets().iter().position(|s| s.name == if beer { "quiche" } else { "beer" }).expect("set");
        let beliefs = supporting(game.tree(), &a.behaviour, after).expect("fits").extreme.expect("few");
        let lowest = beliefs.iter().map(|b| b[0].clone()).min();
        assert_eq!(lowest, Some(number("1/2")), "a duel needs a belief in the wimp of at least one half");
    }
}

/// Schooling that teaches nothing (Spence 1973, Q. J. Economics 87, 355–374), in steps: productivity 1 or 2 (one in
/// four), schooling 0, 1 or 2 years at a cost of years/productivity, wages 1, 5/4 or 2 nearest to what is expected.
/// Pooling without school falls to the intuitive criterion; two years of school fall only to D1, which leaves the
/// least schooling that separates (Riley 1979; Cho & Kreps 1987, section V).
#[test]
fn published_spence_least_schooling_that_separates() {
    let types = vec![("low".to_string(), number("3/4")), ("high".to_string(), number("1/4"))];
    let wages = ["1", "5/4", "2"];
    let row = |product: i64| -> Vec<Cell> {
        let pair = |years: i64, wage: &str| {
            let (wage, product) = (number(wage), Rational::from(product));
            let miss = &wage - &product;
            [&wage - &Rational::from(years).over(&product).expect("not zero"), -&(&miss * &miss)]
        };
        (0..3).map(|years| Some(wages.iter().map(|w| pair(years, w)).collect())).collect()
    };
    let messages = ["none", "one year", "two years"].map(|m| message(m, &wages)).to_vec();
    let game =
        Signalling::new("school", ["W".into(), "F".into()], types, messages, vec![row(1), row(2)]).expect("a game");
    let answer = game.solve();
    assert!(answer.coverage.is_complete());
    let verdicts = |low: usize, high: usize| -> BTreeSet<(bool, bool)> {
        let one = Rational::one();
        let all = answer.equilibria.iter().map(|f| &f.assessment);
        all.filter(|a| game.sends(a, 0, low) == one && game.sends(a, 1, high) == one)
            .map(|a| {
                let hold = intuitive(&game, a).iter().all(|m| m.tempted.is_none());
                (hold, divine(&game, a).expect("few replies").iter().all(|m| m.deterrent.is_some()))
            })
            .collect()
    };
    assert_eq!(verdicts(0, 1), [(true, true)].into());
    assert_eq!(verdicts(0, 2), [(true, false)].into());
    assert_eq!(verdicts(0, 0), [(false, false)].into());
}

/// Whether a reply is best against some belief in two types: beliefs at which two replies tie are enough to try.
fn best_somewhere(game: &Signalling, m: usize, replies: &[usize], beliefs: &[Rational]) -> bool {
    let count = game.messages()[m].replies.len();
    let pay = |t: usize, r: usize| &game.cell(t, m).expect("able")[r][1];
    beliefs.iter().any(|p| {
        let worth = |r: usize| &(p * pay(0, r)) + &(&(&Rational::one() - p) * pay(1, r));
        replies.iter().all(|&r| (0..count).all(|k| worth(k) <= worth(r)))
    })
}

/// Beliefs in the first of two types that could matter after a message: the ends, and where two replies tie.
fn turning_points(game: &Signalling, m: usize) -> Vec<Rational> {
    let count = game.messages()[m].replies.len();
    let pay = |t: usize, r: usize| &game.cell(t, m).expect("able")[r][1];
    let mut points = vec![Rational::zero(), Rational::one()];
    for a in 0..count {
        for b in 0..a {
            let (first, second) = (pay(0, a) - pay(0, b), pay(1, a) - pay(1, b));
            let p = (-&second).over(&(&first - &second));
            points.extend(p.filter(|p| !p.is_negative() && *p <= Rational::one()));
        }
    }
    points
}

/// Pure strategies that some beliefs support, found by trying all of them, against the search.
#[test]
fn cross_brute_force_finds_the_same_pure_equilibria() {
    let mut luck = Luck(41);
    let (mut pools, mut total) = (0, 0);
    for k in 0..150 {
        let (messages, replies) = if k % 3 == 0 { (3, 2) } else { (2, 3) };
        let game = signals(&mut luck, 2, messages, replies, if k % 2 == 0 { 4 } else { 100 });
        let holds = |behaviour: &Vec<Vec<Rational>>| {
            let a = Assessment { behaviour: behaviour.clone(), beliefs: Vec::new() };
            let earns = |t: usize, m: usize| {
                let reply = game.replies(&a, m).iter().position(Rational::is_positive).expect("pure");
                game.cell(t, m).expect("able")[reply][0].clone()
            };
            let sent = |t: usize| (0..messages).find(|&m| game.sends(&a, t, m).is_positive()).expect("pure");
            let sender = (0..2).all(|t| (0..messages).all(|m| earns(t, m) <= earns(t, sent(t))));
            let receiver = (0..messages).all(|m| {
                let weights = [0, 1].map(|t| &game.types()[t].1 * &game.sends(&a, t, m));
                let bayes = weights[0].over(&(&weights[0] + &weights[1]));
                let beliefs = bayes.map_or_else(|| turning_points(&game, m), |p| vec![p]);
                let reply = game.replies(&a, m).iter().position(Rational::is_positive).expect("pure");
                best_somewhere(&game, m, &[reply], &beliefs)
            });
            sender && receiver
        };
        let wanted: BTreeSet<Vec<Vec<Rational>>> = pure(game.tree()).into_iter().filter(holds).collect();
        let answer = game.solve();
        assert!(answer.coverage.is_complete() && !answer.equilibria.is_empty());
        let certain = |b: &&Vec<Vec<Rational>>| b.iter().flatten().all(|p| p.is_zero() || *p == Rational::one());
        let found: BTreeSet<Vec<Vec<Rational>>> =
            answer.equilibria.iter().map(|f| &f.assessment.behaviour).filter(certain).cloned().collect();
        assert_eq!(found, wanted);
        total += found.len();
        pools += answer.equilibria.iter().filter(|f| !game.unsent(&f.assessment).is_empty()).count();
    }
    assert!(total > 150 && pools > 150, "{total} {pools}");
}

/// In a signalling game perfect Bayesian and sequential are the same (Fudenberg & Tirole 1991), and
/// the strategies are equilibria of the normal form.
#[test]
fn theorem_every_belief_after_an_unsent_message_is_consistent() {
    let mut luck = Luck(42);
    for _ in 0..60 {
        let game = signals(&mut luck, 2, 2, 2, 6);
        let loose = games::extensive::sequential::solve(game.tree(), Notion::PerfectBayesian).expect("recall");
        let tight = game.solve();
        assert_eq!(tight.equilibria, loose.equilibria);
        assert_eq!(tight.families, loose.families);
        let form = games::extensive::strategic::normal_form(game.tree()).expect("small");
        for found in &tight.equilibria {
            let profile = games::Profile { mixes: [0, 1].map(|side| form.mix_of(side, &found.assessment.behaviour)) };
            assert!(games::two::certificate::verify(&form.game, &profile).is_ok());
        }
    }
}

/// Both criteria with two types and two replies, by trying every reply and belief at which anything turns.
fn tried(game: &Signalling, a: &Assessment, m: usize) -> (bool, bool) {
    let pays = |t: usize, r: usize| &game.cell(t, m).expect("able")[r][0];
    let beliefs = turning_points(game, m);
    let earns = [game.earns(a, 0), game.earns(a, 1)];
    let best = |replies: &[usize], beliefs: &[Rational]| best_somewhere(game, m, replies, beliefs);
    let sure = |t: usize| vec![Rational::from(i64::from(t == 0))];
    // Intuitive: who is out, what is believed then, who is tempted.
    let all: Vec<usize> = (0..2).filter(|&r| best(&[r], &beliefs)).collect();
    let out = |t: usize| all.iter().all(|&r| *pays(t, r) < earns[t]);
    let left: Vec<Rational> = match (out(0), out(1)) {
        (true, true) => Vec::new(),
        (true, false) => sure(1),
        (false, true) => sure(0),
        (false, false) => beliefs.clone(),
    };
    let tempted = |t: usize| !out(t) && (0..2).filter(|&r| best(&[r], &left)).all(|r| *pays(t, r) > earns[t]);
    let holds = !tempted(0) && !tempted(1);
    // D1: mixes of the two replies at which some type turns, and between those.
    let mixes = |beliefs: &[Rational]| -> Vec<Rational> {
        let mut found: Vec<Rational> =
            (0..2).filter(|&r| best(&[r], beliefs)).map(|r| Rational::from(r as i64)).collect();
        if best(&[0, 1], beliefs) {
            let turn = |t: usize| (&earns[t] - pays(t, 0)).over(&(pays(t, 1) - pays(t, 0)));
            let inside = |q: &Rational| !q.is_negative() && *q <= Rational::one();
            found.extend((0..2).filter_map(turn).filter(inside));
            found.sort();
            let half = number("1/2");
            let between: Vec<Rational> = found.windows(2).map(|w| &(&w[0] + &w[1]) * &half).collect();
            found.extend(between);
        }
        found
    };
    let gain = |t: usize, q: &Rational| &(&(&(&Rational::one() - q) * pays(t, 0)) + &(q * pays(t, 1))) - &earns[t];
    let any = mixes(&beliefs);
    let ruled = |t: usize| {
        any.iter().any(|q| gain(1 - t, q).is_positive())
            && any.iter().all(|q| gain(t, q).is_negative() || gain(1 - t, q).is_positive())
    };
    let left = match (ruled(0), ruled(1)) {
        (true, false) => sure(1),
        (false, true) => sure(0),
        _ => beliefs.clone(),
    };
    let deterred = mixes(&left).iter().any(|q| (0..2).all(|t| !gain(t, q).is_positive()));
    (holds, deterred)
}

#[test]
fn cross_brute_force_agrees_on_both_criteria() {
    let mut luck = Luck(43);
    let mut counts = [0; 4];
    for k in 0..300 {
        let game = signals(&mut luck, 2, 2 + k % 2, 2, if k % 3 == 0 { 5 } else { 100 });
        for found in game.solve().equilibria {
            let hints = intuitive(&game, &found.assessment);
            let strict = divine(&game, &found.assessment).expect("few replies");
            for (hint, strict) in hints.iter().zip(&strict) {
                let verdict = (hint.tempted.is_none(), strict.deterrent.is_some());
                assert_eq!(verdict, tried(&game, &found.assessment, hint.message), "{game:?} {found:?}");
                counts[usize::from(verdict.0) + 2 * usize::from(verdict.1)] += 1;
            }
        }
    }
    assert!(counts[0] > 20 && counts[1] > 20 && counts[2] == 0 && counts[3] > 100, "{counts:?}");
}

/// What survives D1 survives the intuitive criterion; where no payoffs tie some outcome survives both (Cho & Kreps
/// 1987, section IV, from Kohlberg & Mertens 1986).
#[test]
fn theorem_some_equilibrium_survives_and_d1_is_the_stricter_test() {
    let mut luck = Luck(44);
    let mut falls = 0;
    for k in 0..60 {
        let (types, messages, replies) = [(2, 2, 2), (2, 3, 2), (3, 2, 2), (2, 2, 3)][k % 4];
        let game = signals(&mut luck, types, messages, replies, 1_000_000);
        let answer = game.solve();
        assert!(answer.coverage.is_complete());
        let mut survives = false;
        for found in &answer.equilibria {
            let weak = intuitive(&game, &found.assessment).iter().all(|m| m.tempted.is_none());
            let strong = divine(&game, &found.assessment).expect("few replies").iter().all(|m| m.deterrent.is_some());
            assert!(weak || !strong, "{game:?}");
            survives |= strong;
            falls += usize::from(!strong);
        }
        assert!(survives, "{game:?}");
    }
    assert!(falls > 10, "{falls}");
}

#[test]
fn contract_parts_that_are_no_signalling_game_are_refused() {
    let new = |types: Vec<(&str, &str)>, messages: Vec<Message>, payoffs: Vec<Vec<Cell>>| {
        let types = types.into_iter().map(|(name, p)| (name.to_string(), number(p))).collect();
        Signalling::new("", ["S".into(), "R".into()], types, messages, payoffs).map(|_| ())
    };
    let told = || vec![message("m", &["r"]), message("quit", &[])];
    let full = || vec![cell(&[[0, 0]]), cell(&[[0, 0]])];
    assert_eq!(new(vec![], told(), vec![]), Err(SignallingError::Nothing));
    assert_eq!(new(vec![("a", "1")], vec![], vec![vec![]]), Err(SignallingError::Nothing));
    assert_eq!(new(vec![("a", "1"), ("b", "0")], told(), vec![full(), full()]), Err(SignallingError::Prior(1)));
    assert_eq!(new(vec![("a", "1/2")], told(), vec![full()]), Err(SignallingError::Priors(number("1/2"))));
    assert_eq!(new(vec![("a", "1")], told(), vec![]), Err(SignallingError::Shape));
    assert_eq!(new(vec![("a", "1")], told(), vec![vec![None]]), Err(SignallingError::Shape));
    let twice = vec![vec![cell(&[[0, 0]]), cell(&[[0, 0], [1, 1]])]];
    assert_eq!(new(vec![("a", "1")], told(), twice), Err(SignallingError::Cell(0, 1, 2, 1)));
    assert_eq!(new(vec![("a", "1")], told(), vec![vec![None, None]]), Err(SignallingError::Silent(0)));
    assert_eq!(new(vec![("a", "1")], told(), vec![vec![None, cell(&[[0, 0]])]]), Err(SignallingError::Unsendable(0)));
    assert_eq!(new(vec![("a", "1")], told(), vec![full()]), Ok(()));
}

/// Messages that end the game, and messages some types cannot send.
#[test]
fn contract_messages_may_end_the_game_or_be_closed_to_some_types() {
    let types = vec![("a".to_string(), number("1/2")), ("b".to_string(), number("1/2"))];
    let messages = vec![message("ask", &["no", "yes"]), message("quit", &[])];
    let payoffs = vec![vec![cell(&[[0, 0], [2, 1]]), cell(&[[1, 0]])], vec![None, cell(&[[1, 0]])]];
    let game = Signalling::new("", ["S".into(), "R".into()], types, messages, payoffs).expect("a game");
    let answer = game.solve();
    assert!(answer.coverage.is_complete());
    assert_eq!(answer.equilibria.len(), 1);
    let a = &answer.equilibria[0].assessment;
    assert_eq!([game.sends(a, 0, 0), game.sends(a, 1, 0), game.sends(a, 1, 1)].map(|p| p.to_string()), ["1", "0", "1"]);
    assert_eq!([game.earns(a, 0), game.earns(a, 1)].map(|p| p.to_string()), ["2", "1"]);
    assert_eq!([game.belief(a, 0, 0), game.belief(a, 0, 1)].map(|p| p.to_string()), ["1", "0"]);
    assert_eq!((game.unsent(a), game.replies(a, 1).len(), game.senders(0)), (vec![], 0, vec![0]));
    assert_eq!((game.cell(9, 9), game.replies(a, 9).len(), game.sends(a, 9, 9)), (None, 0, Rational::zero()));
}
