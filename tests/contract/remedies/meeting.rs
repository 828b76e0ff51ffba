//! Where remedies meet in one term: named for what is compared and for what is in force, in whichever replication, and
//! only where they do meet.

use herz_tests::remedies::{Numbers, remedy_text};
use lab::remedies::kind_of;

use super::{comparison, number, offered, row, sized};

fn named(texts: &[String], id: &str) -> Vec<String> {
    let c = comparison(texts);
    let english = row(&c, id).competition.iter().map(|t| t.en.clone()).collect();
    assert!(row(&c, id).competition.iter().all(|t| t.zh.contains("都作用于")));
    english
}

/// What is in force is in every run: each remedy compared may meet it, alone too, and two in force meet before any.
#[test]
fn contract_competition_with_what_is_in_force_is_named() {
    let cut = number("cut", 0.2, "share") + &number("baseline_cut", 0.0, "share");
    let law = |id: &str| {
        remedy_text(id, kind_of("cut-arms").expect("a kind"), 0, &["ada", "dan"], true, &Numbers::default()) + &cut
    };
    let texts =
        [law("law"), law("decree"), sized("own", "cut-arms", &["ada"], &cut), sized("far", "cut-arms", &["bob"], &cut)];
    let c = comparison(&texts);
    let of = |id: &str| row(&c, id).competition.iter().map(|t| t.en.as_str()).collect::<Vec<_>>();
    let [law, decree] =
        ["law", "decree"].map(|id| format!("own and {id} (in force) both move target effort: their effects add up"));
    assert_eq!(of("own"), [law.as_str(), decree.as_str()]);
    assert!(of("far").is_empty(), "bob has nothing to do with it");
    assert_eq!(of("own + far"), [law.as_str(), decree.as_str()]);
    let among = "law (in force) and decree (in force) both move target effort: their effects add up.";
    assert!(
        c.conditions.iter().any(|t| t.en == among && t.zh.contains("都作用于目标投入：作用相加。")),
        "{:?}",
        c.conditions
    );
}

/// A size that is nothing in most replications, the first sixteen among them, counts if it is something in one that was
/// run; one that is nothing in all of them does not.
#[test]
fn contract_competition_is_looked_for_in_every_replication() {
    let uncertain = |weights: &str| {
        offered("rare", "cut-arms", &["ada"], &Numbers::default())
            + &format!("cut = {{ choice = [0, 0.3], weights = {weights}, unit = \"share\", assumed = \"t\" }}\n")
            + &number("baseline_cut", 0.0, "share")
    };
    let always = sized("always", "tit-for-tat", &["ada"], "");
    let said = ["rare and always both move target effort: their effects add up"];
    // A cut in the first block, in a later one only, in none.
    let mut blocks = [0; 3];
    for weight in (0..14).map(|power| 1 << power) {
        let weights = format!("[{weight}, 1]");
        let texts = [uncertain(&weights), always.clone()];
        let scenario = herz_tests::remedies::ground(&texts, &[]);
        let cuts = |first: u32, count: usize| {
            let drawn = lab::draw::draw(&scenario, scenario.ensemble.seed, first);
            drawn.remedies[0].levers.iter().any(|v| v.size[..count].iter().any(|&s| s > 0.0))
        };
        let found = [cuts(0, 16), cuts(16, 16), cuts(32, 8)];
        let place = if found[0] {
            0
        } else if found[1] || found[2] {
            1
        } else {
            2
        };
        if blocks[place] > 0 {
            continue;
        }
        blocks[place] += 1;
        let expected: &[&str] = if place < 2 { &said } else { &[] };
        assert_eq!(named(&texts, "rare + always"), expected, "weights {weights}: {found:?}");
    }
    assert_eq!(blocks, [1, 1, 1], "all three cases came up");
}

/// Who is acted on counts, not who acts: two toward different others do not meet, two toward one do; nor do two of which
/// one is over before the other begins, unless what it leaves stays.
#[test]
fn contract_competition_looks_at_whom_and_when() {
    let bound = |id: &str, toward: &'static str| {
        let numbers = Numbers { toward: vec![toward], ..Numbers::default() };
        offered(id, "self-binding", &["ada"], &numbers)
    };
    let both = named(&[bound("one", "bob"), bound("other", "bob")], "one + other");
    assert_eq!(both.len(), 1, "{both:?}");
    assert!(both[0].starts_with("one and other both move opacity, motive drift, propensity to attack: their factors"));
    assert!(named(&[bound("one", "bob"), bound("other", "cyd")], "one + other").is_empty());
    let timed = |id: &str, kind: &str, start: f64, end: Option<f64>| {
        offered(id, kind, &["ada"], &Numbers { start, end, ..Numbers::default() })
    };
    let met = |kind: &str, end: f64| {
        named(&[timed("one", kind, 2001.0, Some(end)), timed("other", kind, 2004.0, None)], "one + other").len()
    };
    assert_eq!([met("stand-down", 2004.0), met("stand-down", 2005.0)], [0, 2], "a calendar ends");
    assert_eq!(met("care", 2004.0), 1, "an attitude stays");
}

/// Signals are public evidence: two of one sender add up, whatever else they move.
#[test]
fn contract_competition_of_signals_is_named() {
    let texts = |second: &str| {
        let signal = offered("signal", "restraint-signal", &["ada"], &Numbers::default());
        [signal, offered("answer", "reciprocation", &[second], &Numbers::default())]
    };
    let said = ["signal and answer both move target effort, public evidence: their effects add up"];
    assert_eq!(named(&texts("ada"), "signal + answer"), said);
    assert!(named(&texts("bob"), "signal + answer").is_empty());
}

/// A package is a run of its own only where it adds something that no other run does; what is left out is named.
#[test]
fn contract_packages_that_add_nothing_new_are_named_and_not_run() {
    let package = |id: &str, members: &str| {
        format!("[[packages]]\nid = \"{id}\"\nname = {{ en = \"{id}\", zh = \"{id}\" }}\nremedies = [{members}]\n")
    };
    let texts = [
        offered("cut", "cut-arms", &["ada"], &Numbers::default()),
        offered("talk", "negotiate", &["ada", "bob"], &Numbers::default()),
        remedy_text("law", kind_of("stand-down").expect("a kind"), 0, &["ada"], true, &Numbers::default()),
        package("both", "\"cut\", \"talk\""),
        package("again", "\"talk\", \"law\", \"cut\""),
        package("single", "\"cut\", \"law\""),
        package("nothing", "\"law\""),
    ];
    let c = comparison(&texts);
    let run: Vec<&str> = c.runs.iter().filter(|r| r.kind == "package").map(|r| r.id.as_str()).collect();
    assert_eq!(run, ["both"]);
    assert!(c.conditions.iter().any(|t| t.en.ends_with("already: again, single, nothing.")), "{:?}", c.conditions);
}
