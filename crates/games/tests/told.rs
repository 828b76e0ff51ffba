//! What is said of an equilibrium beside its numbers: selected, strict, reached, believed; and whether it is all.

use games::extensive::signalling::Signalling;
use games::named::find;
use games::sheet::{Sheet, of_text};
use games::solution::{Concept, Point, Quantity, Solution};
use games::vary::vary;
use games::{Rational, gambit::efg};

fn sheet(text: &str, concept: Concept) -> Sheet {
    of_text(text, concept).expect("a game")
}

fn solution(text: &str, concept: Concept) -> Solution {
    sheet(text, concept).solution.expect("solved")
}

fn says(point: &Point, what: &str) -> bool {
    point.notes.iter().any(|note| note.en.starts_with(what))
}

/// A stag hunt: R = 4 is best for both, but P − S = 2 is more than R − T = 1 (Harsanyi & Selten 1988).
#[test]
fn theorem_the_best_and_the_safest_are_told_apart() {
    let text = "NFG 1 R \"hunt\" { \"a\" \"b\" } { 2 2 }\n\n4 4 3 0 0 3 2 2";
    let told = solution(text, Concept::default());
    assert_eq!((told.equilibria.len(), told.complete), (3, true));
    for point in &told.equilibria {
        let pays = point.payoffs[0].to_f64();
        let pure = pays == 4.0 || point.choices[0].mix[1].to_f64() == 1.0;
        assert_eq!(says(point, "payoff-dominant"), pays == 4.0, "{point:?}");
        assert_eq!(says(point, "risk-dominant"), pure && pays == 2.0, "{point:?}");
        assert_eq!(says(point, "strict"), pure, "{point:?}");
        assert_eq!(says(point, "evolutionarily stable"), pure, "{point:?}");
    }
}

/// Who is indifferent is in no strict equilibrium.
#[test]
fn theorem_indifference_is_not_strict() {
    let told = solution("NFG 1 R \"idle\" { \"a\" \"b\" } { 2 2 }\n\n1 0 0 0 1 0 0 0", Concept::default());
    assert!(!told.equilibria.is_empty() && !told.equilibria.iter().any(|point| says(point, "strict")));
}

/// Three who are indifferent to everything: every profile is an equilibrium, and nobody lists them all.
#[test]
fn theorem_what_cannot_be_listed_is_not_called_complete() {
    let zeros = "0 ".repeat(24);
    let told =
        solution(&format!("NFG 1 R \"idle\" {{ \"a\" \"b\" \"c\" }} {{ 2 2 2 }}\n\n{zeros}"), Concept::default());
    assert!(!told.complete && told.remarks.iter().any(|said| said.en.starts_with("undecided on")), "{told:?}");
}

/// An entrant who rather stays out, and a holder who would not see how it came in.
const ENTRY: &str = "EFG 2 R \"entry\" { \"entrant\" \"holder\" }\n\np \"\" 1 1 \"\" { \"out\" \"bold\" \"meek\" } 0\n\
                     t \"\" 1 \"\" { 2, 2 }\np \"\" 2 1 \"\" { \"fight\" \"yield\" } 0\nt \"\" 2 \"\" { -1, -1 }\n\
                     t \"\" 3 \"\" { 1, 1 }\np \"\" 2 1 0\nt \"\" 4 \"\" { -1, -1 }\nt \"\" 5 \"\" { 0, 1 }\n";

#[test]
fn theorem_doubt_and_reach_are_told_where_they_are() {
    for concept in [Concept::Sequential, Concept::PerfectBayesian, Concept::SubgamePerfect] {
        let told = solution(ENTRY, concept);
        assert!(!told.equilibria.is_empty());
        for point in &told.equilibria {
            let [entrant, holder] = &point.choices[..] else { panic!("two choices: {point:?}") };
            assert!(entrant.reached && entrant.beliefs.is_empty(), "{entrant:?}");
            // Two is more than the holder can let it have.
            assert_eq!(entrant.mix[0].to_f64(), 1.0);
            assert!(!holder.reached, "{holder:?}");
        }
    }
    // White space before the head is no part of it.
    for point in &solution(&format!("\n {ENTRY}"), Concept::Sequential).equilibria {
        let believed: Vec<&str> = point.choices[1].beliefs.iter().map(|(history, _)| history.as_str()).collect();
        assert_eq!(believed, ["bold", "meek"]);
    }
}

/// λ is measured over the range of payoffs: the same game in other units has the same branch.
#[test]
fn theorem_quantal_responses_do_not_mind_the_unit() {
    let branch = |text: &str| sheet(text, Concept::default()).quantal().expect("a branch");
    let small = branch("NFG 1 R \"hunt\" { \"a\" \"b\" } { 2 2 }\n\n4 4 3 0 0 3 2 2");
    let large = branch("NFG 1 R \"hunt\" { \"a\" \"b\" } { 2 2 }\n\n400 400 300 0 0 300 200 200");
    let [small, large] = [&small, &large].map(|b| b.points.last().expect("a point").clone());
    assert!((small.lambda - 100.0 * large.lambda).abs() < 1e-6 * small.lambda, "{small:?} {large:?}");
    assert!((small.lambda - 6.0).abs() < 1e-6);
}

/// Counts are varied in whole steps, each once, none below where they begin.
#[test]
fn contract_counts_are_varied_in_whole_steps() {
    let named = find("relative-gains").expect("named");
    let base = named.defaults().expect("defaults");
    let number = |text: &str| text.parse::<Rational>().expect("a number");
    let at = |from: &str, to: &str| {
        let varied = vary(named, &base, "actors", &number(from), &number(to), 41).expect("varied");
        varied.at.iter().map(Rational::to_f64).collect::<Vec<_>>()
    };
    assert_eq!(at("2", "6"), [2.0, 3.0, 4.0, 5.0, 6.0]);
    assert_eq!(at("2.5", "5"), [3.0, 4.0, 5.0]);
}

/// Where nobody comes in, what its choices would pay there is told all the same, reckoned from the root of that subgame.
#[test]
fn theorem_what_is_never_reached_still_has_its_certificate() {
    let text = "EFG 2 R \"entry\" { \"entrant\" \"holder\" }\n\np \"\" 1 1 \"\" { \"out\" \"in\" } 0\nt \"\" 1 \"\" { 2, 2 }\n\
                p \"\" 2 1 \"\" { \"fight\" \"yield\" } 0\nt \"\" 2 \"\" { -1, -1 }\nt \"\" 3 \"\" { 1, 1 }\n";
    let told = solution(text, Concept::SubgamePerfect);
    let [point] = &told.equilibria[..] else { panic!("one: {told:?}") };
    let pays: Vec<f64> = point.choices[1].values.iter().map(Quantity::to_f64).collect();
    assert!(!point.choices[1].reached && pays == [-1.0, 1.0], "{point:?}");
    assert!(solution(ENTRY, Concept::Sequential).continua.iter().all(|family| family.len() > 1));
}

/// Each probability once, however many equilibria share it.
#[test]
fn contract_equal_chances_are_drawn_once() {
    let named = find("costly-signals").expect("named");
    let base = named.defaults().expect("defaults");
    let number = |text: &str| text.parse::<Rational>().expect("a number");
    let varied = vary(named, &base, "audience", &number("0"), &number("2"), 5).expect("varied");
    assert!(!varied.actions.is_empty());
    for likely in varied.actions.iter().flat_map(|action| &action.likely) {
        assert!(likely.windows(2).all(|pair| pair[0] < pair[1]), "{likely:?}");
    }
}

/// Messages that end the game are told apart by name; a sender who moves again sends no mere message.
#[test]
fn theorem_what_is_a_signalling_game() {
    let tree = |second: &str| {
        let types = "EFG 2 R \"s\" { \"a\" \"b\" }\n\nc \"\" 1 \"\" { \"x\" 1/2 \"y\" 1/2 } 0\n";
        let kind = |set: u32, first: u32| {
            format!(
                "p \"\" 1 {set} \"\" {{ \"stop\" \"leave\" \"ask\" }} 0\nt \"\" {first} \"\" {{ {first}, 0 }}\n\
                 t \"\" {} \"\" {{ 0, {first} }}\np \"\" {second} 0\nt \"\" 8 \"\" {{ 0, 0 }}\nt \"\" 9 \"\" {{ 1, 1 }}\n",
                first + 1
            )
        };
        efg::read(&format!("{types}{}{}", kind(1, 1), kind(2, 3))).expect("a tree").game
    };
    let game = Signalling::of(&tree("2 1 \"\" { \"no\" \"yes\" }")).expect("a signalling game");
    assert_eq!(game.messages().iter().map(|m| m.name.as_str()).collect::<Vec<_>>(), ["stop", "leave", "ask"]);
    assert!(Signalling::of(&tree("1 3 \"\" { \"no\" \"yes\" }")).is_none());
}
