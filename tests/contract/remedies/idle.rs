//! What could change nothing is refused with its line or left out with a word why: remedies of arms in medicine, of medicine
//! where none is made, and what is dated after the end of the clock.

use super::on;
use herz_tests::remedies::{GROUND, NATURE, Numbers, epidemic_first, remedy_text, standing_on};
use lab::check::check;
use lab::draw::draw;
use lab::fault::{Fault, Origin, render};
use lab::remedies::{Needs, REMEDIES, kind_of};
use lab::scenario::{Lang, Scenario};
use theory::step::Instructions;

const EVERYBODY: [&str; 4] = ["ada", "bob", "cyd", "dan"];

/// The epidemic alone.
fn epidemic() -> String {
    let (both, arms) = (epidemic_first(), GROUND.find("[[issues]]").expect("arms"));
    let rest = both.find("[[issues]]\nid = \"arms\"").expect("arms after medicine");
    assert!(both[..arms].contains("[clock]"));
    both[..rest].to_owned()
}

/// The same, and nobody makes medicine.
fn without_medicine() -> String {
    let made = |line: &str| line.contains("_capacity = { value =");
    let text: Vec<&str> = epidemic().leak().lines().filter(|line| !made(line)).collect();
    text.join("\n") + "\n"
}

fn faults(text: &str, sets: &[(&str, &str)]) -> Vec<Fault> {
    let sets: Vec<(String, String)> = sets.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
    check(text, &sets).err().unwrap_or_default()
}

/// Exactly one fault, on the last line that begins as marked, saying so and what would be right.
#[track_caller]
fn refused(text: &str, marked: &str, what: &str, right: &str) {
    let found = faults(text, &[]);
    let shown = render(&found, "f.toml", Lang::En, false);
    let line = text[..text.rfind(marked).unwrap_or_else(|| panic!("{marked}"))].matches('\n').count() + 1;
    assert_eq!(found.len(), 1, "{marked}\n{shown}");
    assert_eq!((found[0].origin, found[0].line), (Origin::File, line), "{shown}");
    assert!(found[0].what.en.contains(what), "{what}\n{shown}");
    let allowed = found[0].allowed.clone().unwrap_or_default();
    assert!(allowed.en.contains(right) && !allowed.zh.is_empty(), "{right}\n{shown}");
    assert!(found[0].what.zh.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{}", found[0].what.zh);
}

fn one(kind: &str) -> String {
    remedy_text("it", kind_of(kind).expect("a kind"), 0, &EVERYBODY, false, &Numbers::default())
}

/// What works on arms is refused in medicine, and says which issue would do.
#[test]
fn contract_remedies_of_arms_are_refused_in_medicine() {
    let whole = format!("{GROUND}{NATURE}");
    let of_arms = [Needs::Arms, Needs::Escalation, Needs::Warheads];
    let kinds: Vec<_> = REMEDIES.iter().filter(|kind| of_arms.contains(&kind.needs)).collect();
    assert_eq!(kinds.len(), 12);
    for kind in kinds {
        let there = one(kind.key) + "issue = \"pills\"\n";
        let right = if kind.needs == Needs::Warheads { "bombs" } else { "arms" };
        refused(&format!("{whole}{there}"), "issue = \"pills\"", "this issue has none", right);
        let alone = format!("{}{}", epidemic(), one(kind.key));
        refused(&alone, &format!("kind = \"{}\"", kind.key), "no issue has one", "close-borders, enforce-rules");
    }
}

/// Where it names no issue it works in all but medicine, and where there is no medicine in all.
#[test]
fn contract_remedies_of_arms_keep_away_from_medicine() {
    let levers = |scenario: &Scenario| {
        let mut drawn = draw(scenario, 1, 0);
        let remedy = drawn.remedies.pop().expect("a remedy");
        (remedy.issue, remedy.levers.iter().map(|lever| lever.issue).collect::<Vec<_>>())
    };
    let whole = standing_on(&format!("{GROUND}{NATURE}"), &[one("cut-arms")], &[]);
    let pills = whole.issues.iter().position(|issue| issue.id == "pills").expect("medicine");
    let (issue, places) = levers(&whole);
    assert!(issue.is_none() && places.len() >= 3 && places.iter().all(|k| k.is_some_and(|k| k != pills)), "{places:?}");
    let (issue, places) = levers(&standing_on(&format!("{GROUND}{NATURE}"), &[one("exchange")], &[]));
    assert!(issue.is_none() && places.iter().all(Option::is_none), "what is not about arms works everywhere");
    let (issue, places) = levers(&standing_on(GROUND, &[one("cut-arms")], &[]));
    assert!(issue.is_none() && places.iter().all(Option::is_none), "{places:?}");
}

/// Where nobody makes medicine, nobody can keep it back: remedies that would only change that are refused.
#[test]
fn contract_without_medicine_what_shares_or_trusts_is_refused() {
    let bare = without_medicine();
    assert!(faults(&bare, &[]).is_empty() && faults(&epidemic(), &[]).is_empty());
    for kind in ["pool", "share", "universalism", "exchange", "ladder", "no-blame"] {
        let text = format!("{bare}{}", one(kind));
        refused(&text, &format!("kind = \"{kind}\""), "no issue has one", "close-borders");
        assert!(faults(&format!("{}{}", epidemic(), one(kind)), &[]).is_empty(), "{kind} acts on medicine");
    }
    for kind in ["close-borders", "enforce-rules", "open-reporting"] {
        assert!(faults(&format!("{bare}{}", one(kind)), &[]).is_empty(), "{kind}");
    }
    let sold_out: Vec<(String, &str)> = EVERYBODY
        .iter()
        .flat_map(|who| ["doses", "supplies"].map(|good| format!("issues.pills.actors.{who}.{good}_capacity")))
        .map(|path| (path, "0"))
        .collect();
    let sets: Vec<(&str, &str)> = sold_out.iter().map(|(path, value)| (path.as_str(), *value)).collect();
    let found = faults(&format!("{}{}", epidemic(), one("pool")), &sets);
    assert!(found.len() == 1 && found[0].origin == Origin::CommandLine, "{found:?}");
}

/// Such a scenario borrows only what can change something – every row says so – asks no question of order, and says what was
/// not borrowed and why.
#[test]
fn contract_an_epidemic_without_medicine_borrows_only_what_can_act() {
    let bare = without_medicine();
    let own = check(&bare, &[]).expect("fine");
    let all = bare + &lab::standard::standard(&own);
    let sets = [("clock.end".to_owned(), "2003".to_owned())];
    let scenario = check(&all, &sets).unwrap_or_else(|f| panic!("{}", render(&f, "f", Lang::En, false)));
    let kinds: Vec<&str> = scenario.remedies.iter().map(|r| r.kind).collect();
    assert_eq!(kinds, ["close-borders", "enforce-rules", "open-reporting"]);
    assert!(scenario.order.is_none());
    let c = on((7, 2, Instructions::Widest), |running| {
        lab::compare::run(&scenario, lab::compare::sets(&scenario), running)
    });
    let document = lab::compare::document(&scenario, &c, "test", String::new());
    for run in document.runs.iter().filter(|run| run.kind == "alone") {
        let deaths = run.effects.lives.as_ref().map(|lives| lives.deaths.mean);
        assert!(deaths.is_some_and(|deaths| deaths.abs() > 0.0), "{}: a row of zeros", run.id);
    }
    assert!(document.order.is_empty());
    let said = lab::standard::left_out(&own).expect("a word why");
    for kind in ["parity", "cut-arms", "universalism", "pool", "no-blame", "mitigation"] {
        let name = kind_of(kind).expect("a kind").name;
        assert!(said.en.contains(name.en) && said.zh.contains(name.zh), "{kind}: {said:?}");
    }
    assert!(!said.en.contains("open reporting") && said.en.contains("kind other than health"), "{}", said.en);
    let arms = check(GROUND, &[]).expect("fine");
    let said = lab::standard::left_out(&arms).expect("no epidemic there");
    assert!(said.en.contains("[issues.health]") && !said.en.contains("parity"), "{}", said.en);
}

/// A first case, a variant, a blow dated after the end of the clock is refused at its line.
#[test]
fn contract_what_happens_after_the_clock_is_refused_at_its_line() {
    let year = |key: &str, year: f64| format!("{key} = {{ value = {year}, unit = \"year\", source = \"t\" }}\n");
    let base = epidemic();
    let end = check(&base, &[]).expect("fine").clock.end;
    let late = f64::from(end) + 0.5;
    let first = base.replace("arrives = { value = 2000.1", &format!("arrives = {{ value = {late}"));
    refused(&first, "arrives", "this first case arrives", &format!("< {end}"));
    let with =
        |head: &str, more: &str| base.replacen("[issues.adversity]", &format!("{more}[issues.adversity]"), 1) + head;
    let variant = |when: f64| format!("[[issues.health.variants]]\n{}", year("since", when));
    refused(&with("", &variant(late)), "since", "this variant comes", &format!("< {end}"));
    let (early, later) = (variant(2001.0), variant(late + 1.0));
    assert!(faults(&with("", &format!("{early}{}", variant(late))), &[]).is_empty(), "the virus moves towards it");
    refused(&with("", &format!("{early}{}{later}", variant(late))), "since", "this variant comes", "<");
    let blow = |when: f64| {
        let size = "weight_of_blow = { value = 0.5, unit = \"share\", source = \"t\" }\n";
        let row = format!("[[issues.adversity.blows]]\nactor = \"ada\"\n{}{size}", year("strikes", when));
        base.replacen("attribution =", "attribution  =", 1).replacen(
            "[[issues.actors]]",
            &format!("{row}[[issues.actors]]"),
            1,
        )
    };
    assert!(faults(&blow(2001.5), &[]).is_empty());
    refused(&blow(late), "strikes", "this blow strikes", "<");
}

/// A clock shortened on the command line is shown as the cause; late variants it only leaves out, and nothing else changes.
#[test]
fn contract_a_shortened_clock_leaves_out_late_variants() {
    let variant = |when: f64| {
        format!("[[issues.health.variants]]\nsince = {{ value = {when}, unit = \"year\", source = \"t\" }}\n")
    };
    let with = |more: &str| epidemic().replacen("[issues.adversity]", &format!("{more}[issues.adversity]"), 1);
    let [one, two, three] = [2001.0, 2003.0, 2004.0].map(variant);
    let sets = [("clock.end".to_owned(), "2002".to_owned())];
    let short = check(&with(&format!("{one}{two}{three}")), &sets).expect("fine");
    assert_eq!(short, check(&with(&format!("{one}{two}")), &sets).expect("fine"));
    assert!(check(&lab::write::as_run(&short), &[]).is_ok(), "what was run can be read back");
    let found = faults(&with(""), &[("clock.end", "2000")]);
    assert!(found.iter().all(|fault| fault.origin == Origin::CommandLine), "{found:?}");
    let found = faults(&with(""), &[("issues.pills.health.seeds.1.arrives", "2050")]);
    assert!(found.len() == 1 && found[0].origin == Origin::CommandLine, "{found:?}");
}
