//! What is told of a game is what was found: certificates hold in every form, concepts nest, curves are the game's own.

use games::extensive::signalling::{Message, Signalling};
use games::named::{ALL, Game, Value, find};
use games::sheet::{Trouble, note_concept, of_named, of_text, solved};
use games::solution::{Concept, Point, Quantity, Solution, of_tree};
use games::vary::vary;
use games::{Rational, gambit::efg};

const SLACK: f64 = 1e-9;

/// Every action in use pays as much as any, mixes add up to one, and payoffs are what the choices are worth.
fn proved(solution: &Solution) {
    for point in &solution.equilibria {
        assert_eq!(point.payoffs.len(), solution.players.len());
        for choice in &point.choices {
            let total: f64 = choice.mix.iter().map(Quantity::to_f64).sum();
            assert!((total - 1.0).abs() < SLACK, "{}: {choice:?}", solution.title);
            let best = choice.values.iter().map(Quantity::to_f64).fold(f64::MIN, f64::max);
            let size = 1.0 + best.abs();
            for (chance, value) in choice.mix.iter().zip(&choice.values) {
                let pays = value.to_f64();
                assert!(chance.is_zero() || best - pays < SLACK * size, "{}: {choice:?}", solution.title);
            }
            let believed: f64 = choice.beliefs.iter().map(|(_, q)| q.to_f64()).sum();
            assert!(choice.beliefs.is_empty() || (believed - 1.0).abs() < SLACK, "{choice:?}");
        }
    }
}

fn quiche() -> Signalling {
    let whole = |n: i64| Rational::from(n);
    let part = |text: &str| text.parse::<Rational>().expect("a fraction");
    let replies = || vec!["duel".to_owned(), "leave".to_owned()];
    let message = |name: &str| Message { name: name.into(), replies: replies() };
    let pair = |a: i64, b: i64| [whole(a), whole(b)];
    let types = vec![("surly".to_owned(), part("9/10")), ("wimp".to_owned(), part("1/10"))];
    // The likes are worth 1, to be left alone 2; the other wants to duel the wimp only.
    let payoffs = vec![
        vec![Some(vec![pair(1, 0), pair(3, 1)]), Some(vec![pair(0, 0), pair(2, 1)])],
        vec![Some(vec![pair(0, 1), pair(2, 0)]), Some(vec![pair(1, 1), pair(3, 0)])],
    ];
    let players = ["stranger".to_owned(), "bully".to_owned()];
    Signalling::new("Beer or quiche", players, types, vec![message("beer"), message("quiche")], payoffs)
        .expect("a game")
}

#[test]
fn contract_every_certificate_that_is_told_proves_its_equilibrium() {
    let mut finite = 0;
    for named in ALL {
        for concept in [Concept::Sequential, Concept::SubgamePerfect, Concept::PerfectBayesian, Concept::Nash] {
            let sheet = of_named(named, named.defaults().expect(named.id), concept);
            if named.id == "reputation" && concept == Concept::SubgamePerfect {
                assert!(matches!(sheet, Err(Trouble::Unsolved(_))), "three players move together");
                continue;
            }
            let sheet = sheet.expect(named.id);
            let Some(solution) = &sheet.solution else { continue };
            assert!(!solution.equilibria.is_empty(), "{}: a finite game has an equilibrium", named.id);
            proved(solution);
            finite += 1;
        }
    }
    assert!(finite >= 4 * 15, "{finite}");
}

#[test]
fn published_seventy_five_equilibria_from_the_file() {
    let sheet = of_text(include_str!("known/vonstengel1999.nfg"), Concept::default()).expect("a game");
    let solution = sheet.solution.expect("solved");
    assert_eq!((solution.equilibria.len(), solution.complete), (75, true));
    proved(&solution);
}

/// Sequential equilibria are perfect Bayesian, and both are Nash: every payoff of the first is one of the second.
#[test]
fn theorem_concepts_nest() {
    let game = quiche();
    let solve = |concept| of_tree(game.tree(), concept).expect("solved");
    let payoffs = |s: &Solution| s.equilibria.iter().map(|p: &Point| p.payoffs.clone()).collect::<Vec<_>>();
    let [nash, weak, strong] = [Concept::Nash, Concept::PerfectBayesian, Concept::Sequential].map(solve);
    for (inner, outer) in [(&strong, &weak), (&weak, &nash)] {
        let outer = payoffs(outer);
        assert!(payoffs(inner).iter().all(|p| outer.contains(p)));
    }
    [&nash, &weak, &strong].into_iter().for_each(proved);
}

/// Cho & Kreps (1987): all drink beer survives, all eat quiche does not.
#[test]
fn published_only_beer_survives_refinement() {
    let solution = of_tree(quiche().tree(), Concept::Refined).expect("solved");
    let says = |p: &Point, what: &str| p.notes.iter().any(|n| n.en.starts_with(what));
    let surly = |p: &Point| p.choices[0].mix[0] == Quantity::Exact(Rational::one());
    assert!(solution.complete && solution.equilibria.len() >= 2);
    for point in &solution.equilibria {
        assert_eq!(says(point, "passes the intuitive criterion"), surly(point), "{:?}", point.notes);
        assert_eq!(says(point, "passes D1"), surly(point), "{:?}", point.notes);
    }
    assert!(solution.equilibria.iter().any(surly) && !solution.equilibria.iter().all(surly));
}

#[test]
fn theorem_a_signalling_game_is_known_by_its_tree() {
    let game = quiche();
    assert_eq!(Signalling::of(game.tree()).as_ref(), Some(&game));
    let again = efg::read(&efg::write(game.tree(), "")).expect("read back").game;
    assert_eq!(Signalling::of(&again).map(|g| g.tree().sets().len()), Some(game.tree().sets().len()));
    // A game in which the sender does not learn its type is none.
    let blind = efg::write(game.tree(), "").replace("p \"\" 1 2 ", "p \"\" 1 1 ");
    let blind = efg::read(&blind).map(|read| Signalling::of(&read.game));
    assert!(!matches!(blind, Ok(Some(_))), "{blind:?}");
}

#[test]
fn contract_refinements_are_for_signalling_games() {
    let tree = "EFG 2 R \"choose\" { \"a\" \"b\" }\np \"\" 1 1 \"\" { \"l\" \"r\" } 0\nt \"\" 1 \"\" { 1, 0 }\nt \"\" 2 \"\" { 0, 1 }\n";
    let trouble = of_text(tree, Concept::Refined).expect_err("refused");
    assert!(matches!(&trouble, Trouble::Unsolved(said) if said.en.contains("signalling")), "{trouble:?}");
    let sheet = of_text(tree, Concept::Sequential).expect("solved");
    assert_eq!(sheet.solution.map(|s| (s.equilibria.len(), s.complete)), Some((1, true)));
}

/// A concept that a normal form cannot tell from Nash is said to be the same; one that needs signals is refused.
#[test]
fn contract_concepts_of_trees_are_not_passed_over_in_silence() {
    let three = include_str!("known/2x2x2x2.nfg");
    let named = find("chicken").expect("named");
    let refused = of_named(named, named.defaults().expect("defaults"), Concept::Refined).expect_err("no tree");
    for trouble in [refused, of_text(three, Concept::Refined).expect_err("no tree")] {
        let Trouble::Unsolved(said) = trouble else { panic!("{trouble:?}") };
        assert!(said.en.contains("--concept nash") && said.zh.contains("--concept nash"), "{said}");
    }
    for (concept, noted) in [(Concept::Nash, 0), (Concept::SubgamePerfect, 1), (Concept::PerfectBayesian, 1)] {
        let mut sheet = of_text(three, concept).expect("a game");
        let before = sheet.solution.as_ref().map_or(0, |s| s.remarks.len());
        note_concept(&mut sheet, concept).expect("finite");
        let solution = sheet.solution.expect("solved");
        assert_eq!(solution.remarks.len() - before, noted);
        assert_eq!(noted == 1, solution.remarks.iter().any(|r| r.en.contains("also subgame-perfect")));
    }
    let mut tree = of_text(efg::write(quiche().tree(), "").as_str(), Concept::Sequential).expect("a tree");
    note_concept(&mut tree, Concept::Sequential).expect("finite");
    assert_eq!(tree.solution.map(|s| s.remarks.len()), Some(0));
    let named = find("fear-multiplier").expect("named");
    let mut sheet = of_named(named, named.defaults().expect("defaults"), Concept::Nash).expect("a sheet");
    assert!(note_concept(&mut sheet, Concept::Nash).is_err());
}

/// Every point of a chart is the game solved at that value.
#[test]
fn contract_curves_are_the_game_at_each_value() {
    let named = find("stag-hunt").expect("named");
    let base = named.defaults().expect("defaults");
    let (from, to): (Rational, Rational) = ("-2".parse().expect("a number"), "2".parse().expect("a number"));
    let varied = vary(named, &base, "sucker", &from, &to, 9).expect("varied");
    assert_eq!(varied.at.len(), 9);
    for (k, at) in varied.at.iter().enumerate() {
        let values = named.set(&base, "sucker", &at.to_string()).expect("in range");
        let Ok(analysis) = (named.analyse)(&values) else {
            assert!(varied.elsewhere.iter().any(|(place, _)| *place == k), "{at}");
            continue;
        };
        for finding in &analysis.findings {
            let curve = varied.curves.iter().find(|c| c.id == finding.id);
            assert_eq!(curve.and_then(|c| c.values[k]), finding.value.to_f64(), "{at} {}", finding.id);
            assert!(curve.is_some() || matches!(finding.value, Value::Said(_) | Value::Truth(_) | Value::Absent(_)));
        }
        let solution = solved(&analysis.game.expect("a game"), Concept::default()).expect("solved");
        let action = varied.actions.iter().find(|a| a.player == "one" && a.name == "cooperate").expect("an action");
        let mut likely: Vec<f64> = solution.equilibria.iter().map(|p| p.choices[0].mix[0].to_f64()).collect();
        likely.sort_by(f64::total_cmp);
        likely.dedup();
        assert_eq!(action.likely[k], likely, "{at}");
    }
    // At S = P = 2 the stag hunt ends.
    assert_eq!(varied.elsewhere.len(), 1);
}

#[test]
fn contract_a_range_that_does_not_rise_is_refused() {
    let named = find("stag-hunt").expect("named");
    let base = named.defaults().expect("defaults");
    let number = |text: &str| text.parse::<Rational>().expect("a number");
    for (from, to, steps) in [("1", "1", 5), ("1", "0", 5), ("0", "1", 1), ("0", "1", 2000), ("0", "1e9", 3)] {
        assert!(vary(named, &base, "sucker", &number(from), &number(to), steps).is_err(), "{from} {to} {steps}");
    }
    assert!(vary(named, &base, "nobody", &number("0"), &number("1"), 5).is_err());
}

/// Games of three are told with bounds where an exact value is no fraction, and those hold the certificate too.
#[test]
fn cross_games_of_several_players_are_proved_in_the_same_form() {
    for text in [include_str!("known/2x2x2x2.nfg"), include_str!("known/2x2x2x2x2.nfg")] {
        let sheet = of_text(text, Concept::default()).expect("a game");
        assert!(matches!(sheet.game, Some(Game::Normal(_))));
        let solution = sheet.solution.expect("solved");
        assert!(solution.complete && !solution.equilibria.is_empty());
        proved(&solution);
    }
}

/// Whoever cannot be solved for lack of recall is told who forgets, where, and at which node, in the file's words.
#[test]
fn contract_forgetting_is_told_by_names() {
    let driver = |set: &str, node: &str| {
        format!(
            "EFG 2 R \"\" {{ \"Guest\" \"Driver\" }}\np \"a\" 2 7 \"{set}\" {{ \"exit\" \"on\" }} 0\nt \"\" 1 \"\" {{ 0, 0 }}\n\
             p \"{node}\" 2 7 \"{set}\" {{ \"exit\" \"on\" }} 0\nt \"\" 2 \"\" {{ 0, 4 }}\nt \"\" 3 \"\" {{ 0, 1 }}\n"
        )
    };
    for concept in [Concept::Nash, Concept::SubgamePerfect, Concept::PerfectBayesian, Concept::Sequential] {
        let told = |text: String| match of_text(&text, concept) {
            Err(Trouble::Unsolved(said)) => (said.en, said.zh),
            other => panic!("{other:?}"),
        };
        let (en, zh) = told(driver("crossing", "again"));
        assert_eq!(
            en,
            "at information set “crossing”, node “again”, player “Driver” has forgotten what it knew or did before"
        );
        assert_eq!(zh, "在信息集“crossing”（节点“again”），参与者“Driver”忘记了先前所知或所为");
        let (en, zh) = told(driver("", ""));
        assert_eq!(en, "at information set “7” player “Driver” has forgotten what it knew or did before");
        assert_eq!(zh, "在信息集“7”，参与者“Driver”忘记了先前所知或所为");
    }
}
