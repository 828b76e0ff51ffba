//! Bad input about remedies: refused on its line, with what would be right.

use std::sync::atomic::AtomicBool;

use herz_tests::remedies::{GROUND, NATURE, Numbers, remedy_text, whole_ground};
use lab::check::check;
use lab::draw::draw;
use lab::ensemble::{Running, simulate};
use lab::fault::{Fault, Origin, render};
use lab::remedies::{REMEDIES, takes_toward};
use lab::scenario::{Lang, Scenario};
use theory::step::Instructions;
use theory::world::LANES;

/// What is spoilt: two talks after each other, a cut, a package and the order question.
const GOOD: &str = r#"
[[remedies]]
id = "talk"
name = { en = "Talk", zh = "谈判" }
kind = "negotiate"
mode = "piecemeal"
carriers = ["ada", "bob"]
toward = ["cyd"]
issue = "arms"
start = { value = 2002, unit = "year", source = "t" }
end = { value = 2006, unit = "year", source = "t" }
agreement = { value = 0.5, unit = "probability", source = "t" }
[[remedies]]
id = "later"
name = { en = "Later", zh = "以后" }
kind = "negotiate"
mode = "linked"
carriers = ["bob", "ada"]
in_force = false
start = { value = 2006, unit = "year", source = "t" }
[[remedies]]
id = "cut"
name = { en = "Cut", zh = "削减" }
kind = "cut-arms"
carriers = ["ada"]
start = { uniform = [2001, 2003], unit = "year", assumed = "t" }
cut = { value = 0.2, unit = "share", source = "t" }
[[packages]]
id = "both"
name = { en = "Both", zh = "二者" }
remedies = ["talk", "cut"]
[order]
first_step = ["talk"]
second_step = ["cut"]
first = 2002
gap = 4
"#;

fn faults(text: &str, sets: &[(&str, &str)]) -> Vec<Fault> {
    let sets: Vec<(String, String)> = sets.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
    check(text, &sets).err().unwrap_or_default()
}

/// `good` replaced by `bad` gives exactly one fault, on the line where `marked` stands in `bad`, saying `what` and, as
/// what would be right, `right`; the Chinese says it too.
#[track_caller]
fn refused(good: &str, bad: &str, marked: &str, what: &str, right: &str) {
    let before = GROUND.len() + GOOD.find(good).unwrap_or_else(|| panic!("{good}"));
    let text = format!("{GROUND}{}", GOOD.replacen(good, bad, 1));
    let at = before + bad.find(marked).unwrap_or_else(|| panic!("{marked} in {bad}"));
    let line = text[..at].matches('\n').count() + 1;
    let found = faults(&text, &[]);
    let shown = render(&found, "f.toml", Lang::En, false);
    assert_eq!(found.len(), 1, "{bad}\n{shown}");
    let fault = &found[0];
    assert_eq!((fault.origin, fault.line), (Origin::File, line), "{bad}\n{shown}");
    let under: String = fault.source_line.chars().skip(fault.column - 1).take(fault.length).collect();
    assert!(under.starts_with(marked), "`{under}` is marked instead of `{marked}`\n{shown}");
    assert!(fault.what.en.contains(what), "{what}\n{shown}");
    assert!(shown.contains(&format!("f.toml:{line}:")) && shown.contains(right), "{right}\n{shown}");
    let chinese = render(&found, "f.toml", Lang::Zh, false);
    let said = chinese.replace(&fault.source_line, "");
    assert!(said.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{chinese}");
}

#[test]
fn contract_the_unspoilt_scenario_is_fine() {
    let text = format!("{GROUND}{GOOD}");
    let in_force = [("remedies.later.in_force", "true"), ("remedies.later.start", "2010")];
    let found = faults(&text, &[&[("remedies.talk.agreement", "0.7")], &in_force[..]].concat());
    assert!(found.is_empty(), "{}", render(&found, "f", Lang::En, false));
    let scenario = check(&text, &[]).expect("fine");
    let kinds: Vec<_> = scenario.remedies.iter().map(|r| (r.kind, r.mode, r.carriers.clone())).collect();
    assert_eq!(kinds, [("negotiate", 1, vec![0, 1]), ("negotiate", 2, vec![1, 0]), ("cut-arms", 0, vec![0])]);
    assert_eq!((scenario.packages[0].remedies.clone(), scenario.remedies[0].partners.clone()), (vec![0, 2], vec![2]));
}

/// Names of what is not there: actors, issues, kinds, modes, remedies.
#[test]
fn contract_names_of_nothing_are_refused_and_the_nearest_is_offered() {
    let everybody = "ada, bob, cyd, dan";
    refused(r#"["ada", "bob"]"#, r#"["ada", "bo"]"#, "\"bo\"", "there is no `bo`", "did you mean `bob`?");
    refused(r#"["ada", "bob"]"#, r#"["ada", "eve"]"#, "\"eve\"", "there is no `eve`", everybody);
    refused(r#"toward = ["cyd"]"#, r#"toward = ["zoe"]"#, "\"zoe\"", "there is no `zoe`", everybody);
    refused("issue = \"arms\"", "issue = \"arm\"", "\"arm\"", "there is no `arm`", "did you mean `arms`?");
    refused("issue = \"arms\"", "issue = \"x\"", "\"x\"", "there is no `x`", "arms, bombs");
    refused("\"cut-arms\"", "\"cut-arm\"", "\"cut-arm\"", "`cut-arm` is not one", "did you mean `cut-arms`?");
    refused("\"cut-arms\"", "\"peace\"", "\"peace\"", "`peace` is not one", "parity, cut-arms, spheres");
    refused("\"piecemeal\"", "\"piecemeel\"", "\"piecemeel\"", "`piecemeel`", "did you mean `piecemeal`?");
    refused("\"piecemeal\"", "\"x\"", "\"x\"", "`x` is not one", "mixed, piecemeal, linked");
    let remedies = "talk, later, cut";
    refused(r#"["talk", "cut"]"#, r#"["talk", "cot"]"#, "\"cot\"", "there is no `cot`", "did you mean `cut`?");
    refused(r#"["talk", "cut"]"#, r#"["xxxx", "cut"]"#, "\"xxxx\"", "there is no `xxxx`", remedies);
    refused(r#"first_step = ["talk"]"#, r#"first_step = ["xxxx"]"#, "\"xxxx\"", "there is no `xxxx`", remedies);
    refused(r#"second_step = ["cut"]"#, r#"second_step = ["xxxx"]"#, "\"xxxx\"", "there is no `xxxx`", remedies);
}

/// Ids taken twice, lists empty or doubled, too few to agree.
#[test]
fn contract_doubled_empty_and_lonely_lists_are_refused() {
    refused("id = \"later\"", "id = \"talk\"", "\"talk\"", "`talk` is taken", "talk");
    refused("id = \"both\"", "id = \"later\"", "\"later\"", "`later` is taken", "later");
    refused(r#"["ada", "bob"]"#, r#"["ada", "ada"]"#, "\"ada\"", "`ada` is named twice", "ada");
    refused(r#"["talk", "cut"]"#, r#"["talk", "talk"]"#, "\"talk\"", "`talk` is named twice", "talk");
    refused(r#"["talk", "cut"]"#, "[]", "[]", "must not be empty", "");
    refused(r#"["talk", "cut"]"#, "\"talk\"", "\"talk\"", "expected a list of ids, found a string", "");
    refused(r#"["talk", "cut"]"#, "[1]", "1", "expected an id, found an integer", "");
    refused(r#"["ada", "bob"]"#, r#"["ada"]"#, r#"["ada"]"#, "needs at least 2 carriers", "2 carriers");
    let lonely = "kind = \"tit-for-tat\"\ntoward = [\"ada\"]";
    refused("kind = \"cut-arms\"", lonely, "[\"ada\"]", "towards its own carrier only", "bob, cyd, dan");
}

/// Ends before starts, contradictions, steps that come too late.
#[test]
fn contract_times_that_cannot_be_are_refused() {
    let (end, start) = ("end = { value = 2006,", "start = { value = 2006,");
    refused(end, "end = { value = 2001,", "{ value = 2001", "it may end (2001) before it starts (2002)", "> 2002");
    refused(end, "end = { value = 2002,", "{ value = 2002", "it may end (2002) before it starts (2002)", "> 2002");
    let late = "start = { uniform = [2012, 2014], unit = \"year\", assumed = \"t\" }";
    let cut = "start = { uniform = [2001, 2003], unit = \"year\", assumed = \"t\" }";
    refused(cut, late, "{ uniform", "it starts after the clock has run out (2012)", "< 2012");
    let ends = format!("{cut}\nend = {{ uniform = [2002, 2005], unit = \"year\", assumed = \"t\" }}");
    refused(cut, &ends, "{ uniform = [2002", "it may end (2002) before it starts (2003)", "> 2003");
    let both = "contradicts `talk`: bob, ada cannot carry both at once";
    let before = "mode = \"linked\"\ncarriers = [\"bob\", \"ada\"]\nin_force = false\n";
    let (bad, right) = (format!("{before}start = {{ value = 2005,"), "end the first before the second begins");
    refused(&format!("{before}{start}"), &bad, "\"linked\"", both, right);
    refused("gap = 4", "gap = 10", "10", "the second step starts (2012) after the clock has run out (2012)", " 9");
    refused("first = 2002", "first = 2012", "2012", "", "201");
    refused("gap = 4", "gap = 0", "0", "not a whole number in the allowed range", "1 …");
    refused(r#"second_step = ["cut"]"#, r#"second_step = ["talk"]"#, "[\"talk\"]", "`talk` cannot be both steps", "");
}

/// `toward` is refused exactly where it does nothing: the terms and the course of the run tell.
#[test]
fn contract_toward_is_refused_where_it_does_nothing() {
    let plain = "`toward` does nothing in a remedy of kind `cut-arms`";
    let bad = "kind = \"cut-arms\"\ntoward = [\"bob\"]";
    refused("kind = \"cut-arms\"", bad, "[\"bob\"]", plain, "no `toward`");
    for (kind, mode) in REMEDIES.iter().flat_map(|kind| (0..kind.modes.len()).map(move |mode| (kind, mode))) {
        let carriers = &["ada", "bob", "cyd"][..kind.least];
        let text = |toward: Vec<&'static str>| {
            let numbers = Numbers { toward, ..Numbers::default() };
            remedy_text("it", kind, mode, carriers, true, &numbers) + if kind.key == "limit-war" { BOLD } else { "" }
        };
        let sets = [("clock.end", "2004"), ("assumptions.bargaining", "piecemeal")];
        let found = faults(&format!("{GROUND}{NATURE}{}", text(vec!["dan"])), &sets);
        if takes_toward(kind, mode) {
            assert!(found.is_empty(), "{} {mode}: {found:#?}", kind.key);
            let run = |toward| course(&whole_ground(&[text(toward)], &sets));
            assert!(run(vec!["dan"]) != run(Vec::new()), "{} {mode}: `toward` is taken but does nothing", kind.key);
        } else {
            assert!(found.len() == 1 && found[0].what.en.starts_with("`toward` does nothing"), "{found:#?}");
            assert!(found[0].source_line == "toward = [\"dan\"]", "{found:#?}");
        }
    }
}

/// War that seems safer is more often begun.
const BOLD: &str = "emboldening = { value = 0.5, unit = \"share\", source = \"t\" }\n";

/// Every year's efforts, beliefs and hazards of one block.
fn course(scenario: &Scenario) -> Vec<[f64; LANES]> {
    let drawn = draw(scenario, scenario.ensemble.seed, 0);
    let stop = AtomicBool::new(false);
    let running = Running {
        seed: scenario.ensemble.seed,
        replications: 16,
        instructions: Instructions::Portable,
        stop: &stop,
        progress: &|_| {},
    };
    let mut seen = Vec::new();
    let finished = simulate(scenario, &drawn, &drawn.terms, running, 0, false, |_, moment| {
        for world in &moment.world.issues {
            seen.extend(world.log_effort.iter().chain(&world.log_odds).copied());
        }
    });
    let ledgers = finished.expect("not stopped").ledgers;
    seen.extend(ledgers.iter().flat_map(|ledger| ledger.objective.iter().copied()));
    seen
}

/// What would never be in force at once by its own dates is, where the order question moves it: refused at the step that
/// does; not where one is in force anyway at another time, carried by others, or the question is not asked.
#[test]
fn contract_an_order_that_puts_opposites_to_work_at_once_is_refused() {
    let what = "puts `talk` and `later` to work at once, which contradict each other: bob, ada cannot carry both";
    let right = "one mode only for each carrier";
    let (hold, care) = ("first_step = [\"talk\"]", "second_step = [\"cut\"]");
    let both = "first_step = [\"talk\", \"later\"]";
    refused(hold, both, "[\"talk\", \"later\"]", what, right);
    refused(care, "second_step = [\"cut\", \"later\"]", "[\"cut\", \"later\"]", what, right);
    let asked = GOOD.replacen(hold, both, 1);
    let faulty = |text: &str, sets: &[(&str, &str)]| faults(&format!("{GROUND}{text}"), sets).len();
    assert_eq!(faulty(&asked, &[]), 1);
    assert_eq!(faulty(&asked.replacen("mode = \"linked\"", "mode = \"piecemeal\"", 1), &[]), 0, "one mode");
    assert_eq!(faulty(&asked.replacen("[\"bob\", \"ada\"]", "[\"cyd\", \"dan\"]", 1), &[]), 0, "other carriers");
    // What is in force keeps its date: talks of four years moved to 2006 meet one from 2006 on, but not one from 2010 on.
    let in_force = ("remedies.later.in_force", "true");
    assert_eq!(faulty(&asked, &[in_force]), 1);
    assert_eq!(faulty(&asked, &[in_force, ("remedies.later.start", "2010")]), 0);
    assert_eq!(faulty(&asked, &[in_force, ("remedies.cut.in_force", "true")]), 0, "no question of order is asked");
}

/// What does not contradict: other issues, other partners, other carriers, kinds whose modes go together.
#[test]
fn contract_what_does_not_contradict_is_let_through() {
    let overlapping = GOOD.replacen("start = { value = 2006,", "start = { value = 2003,", 1);
    let fine = |good: &str, bad: &str| {
        assert!(overlapping.contains(good), "{good}");
        let found = faults(&format!("{GROUND}{}", overlapping.replacen(good, bad, 1)), &[]);
        assert!(found.is_empty(), "{bad}\n{}", render(&found, "f", Lang::En, false));
    };
    let linked = "mode = \"linked\"\ncarriers = [\"bob\", \"ada\"]";
    fine(linked, &format!("{linked}\nissue = \"bombs\""));
    fine(linked, &format!("{linked}\ntoward = [\"dan\"]"));
    fine(linked, "mode = \"linked\"\ncarriers = [\"cyd\", \"dan\"]");
    fine("mode = \"linked\"", "mode = \"piecemeal\"");
    assert_eq!(faults(&format!("{GROUND}{overlapping}"), &[]).len(), 1);
    let spread = |mode: &str| {
        format!(
            "[[remedies]]\nid = \"care-{mode}\"\nname = {{ en = \"c\", zh = \"c\" }}\nkind = \"care\"\nmode = \"{mode}\"\n\
             carriers = [\"ada\"]\nstart = {{ value = 2002, unit = \"year\", source = \"t\" }}\n"
        )
    };
    let both = [GROUND, &spread("leaders"), &spread("scholars")].concat();
    assert!(faults(&both, &[]).is_empty(), "leaders and scholars may both carry an attitude");
}

/// Numbers: out of range, of another unit, of no size, of another kind, or not there at all.
#[test]
fn contract_numbers_of_remedies_are_held_to_the_catalogue() {
    let good = "agreement = { value = 0.5, unit = \"probability\", source = \"t\" }";
    let with = |value: &str| good.replace("0.5", value);
    refused(good, &with("1.5"), "1.5", "above the largest", "1");
    refused(good, &with("-0.1"), "-0.1", "below the smallest", "0");
    refused(good, &with("nan"), "nan", "must be a finite number", "");
    refused(good, &with("inf"), "inf", "must be a finite number", "");
    refused(good, &with("-1e999"), "-1e999", "must be a finite number", "");
    refused(good, &with("\"0.5\""), "\"0.5\"", "expected a number, found a string", "");
    refused(good, &good.replace("probability", "share"), "\"share\"", "wrong unit `share`", "probability");
    refused(good, &good.replace(", source = \"t\"", ""), "{ value", "neither `source` nor `assumed`", "");
    refused(good, &good.replace("agreement", "agrement"), "agrement", "unknown key", "did you mean `agreement`?");
    let stray = "cut = { value = 0.5, unit = \"share\", source = \"t\" }";
    refused(good, stray, "cut", "`cut` does nothing in a remedy of kind `negotiate`", "agreement, concession");
    let years = "start = { value = 2002, unit = \"years\"";
    refused("start = { value = 2002, unit = \"year\"", years, "\"years\"", "wrong unit `years`", "year");
    refused("in_force = false", "in_force = \"no\"", "\"no\"", "expected true or false, found a string", "");
    let moded = "kind = \"cut-arms\"\nmode = \"gently\"";
    refused("kind = \"cut-arms\"", moded, "\"gently\"", "a remedy of kind `cut-arms` has no mode", "");
    let gone = "start = { value = 2002, unit = \"year\", source = \"t\" }\n";
    let found = faults(&format!("{GROUND}{}", GOOD.replacen(gone, "", 1)), &[]);
    assert!(found.len() == 1 && found[0].what.en.contains("`start` is missing"), "{found:#?}");
}

/// On the command line the setting itself is shown, and the nearest path is offered.
#[test]
fn contract_settings_of_remedies_are_checked_too() {
    let text = format!("{GROUND}{GOOD}");
    for (path, value, what, nearest) in [
        ("remedies.talk.agreement", "2", "above the largest", None),
        ("remedies.talk.agreement", "nan", "not a finite number", None),
        ("remedies.talk.end", "2001", "before it starts", None),
        ("remedies.talk.in_force", "maybe", "true or false", None),
        ("remedies.tlk.agreement", "0.3", "nothing of this path", Some("remedies.talk.agreement")),
        ("remedies.talk.cut", "0.3", "", None),
    ] {
        let found = faults(&text, &[(path, value)]);
        assert_eq!(found.len(), 1, "{path}: {found:#?}");
        assert_eq!((found[0].origin, found[0].source_line.clone()), (Origin::CommandLine, format!("{path}={value}")));
        assert!(found[0].what.en.contains(what), "{path}: {found:#?}");
        assert!(nearest.is_none() || found[0].nearest.as_deref() == nearest, "{path}: {found:#?}");
    }
}
