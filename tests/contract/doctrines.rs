//! Theorists' positions: each is a small table of settings that rests on the papers, and differs from every other.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use lab::catalogue::{SWITCHES, Words, parameter};
use lab::check::{DOCTRINES, check};
use lab::ensemble::{Running, run};
use lab::measure::{Reader, outcome};
use lab::names::is_id;
use lab::outcome::Outcome;
use lab::plan::plan;
use lab::presets::{PRESETS, find as preset};
use lab::scenario::{Basis, Distribution, Scenario};
use lab::theorist::{Position, Setting, all, find, markdown, settings};
use theory::step::Instructions;

/// Claims of the first and of the second paper.
const CLAIMS: [(char, u32); 2] = [('A', 184), ('B', 132)];

/// Three actors in a group, for patterns that stand for more than a preset has.
const THREE: &str = include_str!("../fixtures/three.toml");

fn checked(text: &str, sets: &[(String, String)]) -> Scenario {
    check(text, sets).unwrap_or_else(|faults| panic!("{sets:?}: {faults:#?}"))
}

/// What a position sets in a scenario, and the scenario as the position has it, with more set after.
fn under(position: &Position, text: &str, more: &[(&str, &str)]) -> (Vec<(String, String)>, Scenario) {
    let sets = settings(position, &checked(text, &[]));
    let more = more.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned()));
    let all: Vec<_> = sets.iter().cloned().chain(more).collect();
    let scenario = checked(text, &all);
    (sets, scenario)
}

fn run_under(position: &Position, text: &str, replications: u32) -> Outcome {
    let (_, scenario) = under(position, text, &[]);
    let plan = plan(&scenario, replications, 2, u64::MAX).expect("small");
    let stop = AtomicBool::new(false);
    let running = Running { seed: 1, replications, instructions: Instructions::Widest, stop: &stop, progress: &|_| {} };
    let ensemble = run(&scenario, &plan, running);
    outcome(Reader { scenario: &scenario, plan: &plan, ensemble: &ensemble }, "test", String::new())
}

fn position(id: &str) -> &'static Position {
    find(id).unwrap_or_else(|| panic!("{id}"))
}

/// What a scenario says at a path, as a setting would say it.
fn said(scenario: &Scenario, path: &str) -> String {
    if let Some(actor) = path.strip_prefix("actors.").and_then(|rest| rest.strip_suffix(".doctrine")) {
        let kind = scenario.actors.iter().find(|a| a.id == actor).expect("an actor").doctrine;
        return DOCTRINES.iter().find(|(_, known)| *known == kind).expect("a doctrine").0.to_owned();
    }
    if let Some(key) = path.strip_prefix("assumptions.") {
        return scenario.assumptions.iter().find(|a| a.key == key).expect("a reading").value.clone();
    }
    let number = scenario.numbers.iter().find(|n| n.path == path).unwrap_or_else(|| panic!("no number at {path}"));
    assert_eq!(number.basis, Basis::CommandLine, "{path}");
    match number.distribution {
        Distribution::Value(x) => x.to_string(),
        ref other => panic!("{path}: {other}"),
    }
}

#[test]
fn contract_every_position_sets_what_it_says_in_every_preset_and_runs() {
    for position in all() {
        for (name, text) in PRESETS.iter().map(|p| (p.id, p.text)).chain([("three", THREE)]) {
            let (sets, scenario) = under(position, text, &[]);
            for (path, value) in &sets {
                assert_eq!(&said(&scenario, path), value, "{} in {name}: {path}", position.id);
            }
            let o = run_under(position, text, 16);
            assert_eq!((o.replications, o.doctrine), (16, None), "{} in {name}", position.id);
            for s in &o.security {
                assert!((0.0..=1.0).contains(&s.objective.mean), "{} in {name}", position.id);
            }
        }
    }
    // A pattern stands for all.
    let (sets, three) = under(position("waltz"), THREE, &[]);
    let doctrines = sets.iter().filter(|(path, _)| path.ends_with(".doctrine")).count();
    let motives = sets.iter().filter(|(path, _)| path.ends_with(".greedy")).count();
    assert!(three.size() >= 3);
    assert_eq!((doctrines, motives), (three.size(), three.size() * three.issues.len()));
}

#[test]
fn contract_every_position_has_few_settings_each_with_its_claims() {
    for position in all() {
        assert!(is_id(position.id) && (2..=8).contains(&position.settings.len()), "{}", position.id);
        assert_eq!(all().filter(|other| other.id == position.id).count(), 1, "{}", position.id);
        for (at, setting) in position.settings.iter().enumerate() {
            let before = position.settings[..at].iter().filter(|other| other.pattern == setting.pattern);
            assert_eq!(before.count(), 0, "{}: {} is set twice", position.id, setting.pattern);
            assert!(!setting.claims.is_empty(), "{}: {}", position.id, setting.pattern);
            for claim in setting.claims {
                assert!(is_claim(claim), "{}: {}: {claim}", position.id, setting.pattern);
            }
            assert_eq!(flaw(setting), None, "{}: {}", position.id, setting.pattern);
            // Who assumes motives, or that nobody acts on fear, has decided part of the verdict and says so.
            let decides =
                setting.pattern.ends_with(".greedy") || ["power", "human-nature", "trusting"].contains(&setting.value);
            assert!(!decides || position.by_construction.is_some(), "{}: {}", position.id, setting.pattern);
        }
    }
    assert!(is_claim("A1") && is_claim("B132"));
    assert!(!["", "A", "A0", "A185", "X7", "A07", "B133", "A1a"].into_iter().any(is_claim));
}

fn is_claim(claim: &str) -> bool {
    CLAIMS.iter().any(|(paper, last)| {
        let number = claim.strip_prefix(*paper).filter(|digits| !digits.starts_with('0'));
        number.and_then(|digits| digits.parse().ok()).is_some_and(|number: u32| (1..=*last).contains(&number))
    })
}

/// What is wrong with a setting by itself: a reading that does nothing, a range that is none.
fn flaw(setting: &Setting) -> Option<&'static str> {
    let key = setting.pattern.rsplit('.').next().unwrap_or_default();
    if let Some(switch) = SWITCHES.iter().find(|s| setting.pattern == format!("assumptions.{}", s.key)) {
        return (!switch.acts).then_some("this reading changes nothing");
    }
    if key == "doctrine" {
        return setting.assumed.map(|_| "a word has no range");
    }
    let Some(parameter) = parameter(key) else { return Some("no such parameter") };
    let Ok(value) = setting.value.parse::<f64>() else { return Some("not a number") };
    let (low, high) = setting.assumed.unwrap_or((value, value));
    let inside = parameter.range.0 <= low && low <= value && value <= high && high <= parameter.range.1;
    let some_width = setting.assumed.is_none_or(|(low, high)| low < high);
    (!(inside && some_width)).then_some("the range does not hold the value, or is no range of the parameter")
}

#[test]
fn contract_what_the_user_sets_wins() {
    let text = preset("cold-war").expect("a preset").text;
    for position in all() {
        let (sets, _) = under(position, text, &[]);
        for (path, value) in &sets {
            let other = other_value(path, value);
            let (_, scenario) = under(position, text, &[(path, &other)]);
            assert_eq!(said(&scenario, path), other, "{}: {path}", position.id);
        }
    }
    // A single pair wins over the position's number for all pairs.
    let (_, scenario) = under(position("herz-1950"), text, &[("issues.military.mistrust.usa.ussr", "0.9")]);
    assert_eq!(said(&scenario, "issues.military.mistrust.usa.ussr"), "0.9");
    assert_eq!(said(&scenario, "issues.military.mistrust"), "0.5");
}

/// Another value that the path may have.
fn other_value(path: &str, value: &str) -> String {
    let another = |names: &[&str]| names.iter().find(|name| **name != value).expect("two words").to_string();
    if path.ends_with(".doctrine") {
        return another(&["bayesian", "trusting"]);
    }
    if let Some(switch) = SWITCHES.iter().find(|s| path == format!("assumptions.{}", s.key)) {
        return another(switch.allowed);
    }
    another(if path.ends_with(".negativity") { &["1.5"] } else { &["0.35", "0.3"] })
}

#[test]
fn contract_no_two_positions_are_the_same_scenario() {
    for name in ["four-elements", "cold-war"] {
        let text = preset(name).expect("a preset").text;
        let plain = checked(text, &[]);
        let worlds: Vec<_> = all().map(|position| (position.id, under(position, text, &[]).1)).collect();
        for (at, (id, world)) in worlds.iter().enumerate() {
            assert_ne!(world.numbers, plain.numbers, "{id} changes nothing in {name}");
            let same = worlds[..at].iter().find(|(_, other)| other == world);
            assert_eq!(same.map(|(other, _)| other), None, "{id} in {name}");
        }
    }
}

#[test]
fn contract_positions_speak_both_languages() {
    let han = |text: &str| text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let both = |what: &str, words: Words| {
        assert!(!words.en.trim().is_empty() && !han(words.en), "{what}: {}", words.en);
        assert!(han(words.zh), "{what}: {}", words.zh);
    };
    for position in all() {
        for words in [position.name, position.work, position.summary, position.beware]
            .into_iter()
            .chain(position.by_construction)
        {
            both(position.id, words);
        }
        position.settings.iter().for_each(|setting| both(setting.pattern, setting.reason));
        for text in [position.summary.en, position.summary.zh] {
            assert_eq!(text.lines().count(), 2, "{}: {text}", position.id);
        }
    }
}

/// What a position assumes shows in what comes out.
#[test]
fn contract_positions_do_what_they_mean() {
    let text = preset("cold-war").expect("a preset").text;
    let pair = |id: &str| run_under(position(id), text, 64).pairs[0].clone();
    for id in ["morgenthau", "niebuhr"] {
        assert_eq!(pair(id).verdict.rivalry.mean, 1.0, "{id}: everybody is greedy");
    }
    for id in
        ["herz-1950", "herz-nuclear", "herz-survival", "butterfield", "rousseau", "waltz", "jervis", "mearsheimer"]
    {
        let v = pair(id).verdict;
        assert_eq!(v.predation.mean + v.rivalry.mean, 0.0, "{id}: nobody is greedy");
    }
    for id in ["wilson", "deutsch"] {
        let p = pair(id);
        assert_eq!(p.verdict.security_dilemma.mean, 0.0, "{id}: nobody acts on fear");
        assert!(p.verdict.predation.mean > 0.0, "{id}: the scenario's motives stay");
    }
    // Nothing is learnt under Waltz; under Mearsheimer it is, and makes no difference to the worst.
    let drift = |id: &str| {
        let mistrust = pair(id).mistrust.expect("tracked");
        (mistrust.mean[0] - mistrust.mean[mistrust.mean.len() - 1]).abs()
    };
    assert!(drift("waltz") < 1e-12 && drift("mearsheimer") > 0.01);
    // Foresight without altruism eases what preparing for the worst keeps up.
    let dilemma = |id: &str| pair(id).verdict.security_dilemma.mean;
    assert!(dilemma("herz-survival") < 0.5 && dilemma("herz-1950") > 0.9);
}

#[test]
fn contract_the_page_of_positions_is_what_the_program_has() {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/doctrines.md"));
    let got = markdown();
    if std::env::var("UPDATE_GOLDEN").is_ok() {
        std::fs::write(path, &got).expect("written");
    }
    let want = std::fs::read_to_string(path).unwrap_or_default();
    assert!(got == want, "docs/doctrines.md has fallen behind; UPDATE_GOLDEN=1 writes it anew");
    // What counts for one that disagrees is said.
    for case in ["X7", "X12", "X15", "X16", "X21", "X24", "X31"] {
        assert!(got.contains(&format!("- **{case}** ")), "{case}");
    }
}
