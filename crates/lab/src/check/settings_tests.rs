//! What the checker says of a setting on the command line that leads nowhere or does not agree with the file.

use super::tests::sets;
use super::*;
use crate::fault::Origin;
use crate::presets::PRESETS;

/// A path that leads nowhere is answered with what can be set where it goes astray, a value with what may stand there.
#[test]
fn contract_a_wrong_setting_is_answered_with_what_would_be_right() {
    let covid = PRESETS.iter().find(|p| p.id == "covid-2020").unwrap().text;
    let cases = [
        ("foo", "1", "clock.…, ", "remedies.…"),
        ("issues.medicine.reprodution", "3", "after `issues.medicine.`: ", "health.…"),
        ("issues.medicine.health.nothing", "3", "after `issues.medicine.health.`: ", "reproduction"),
        ("clock.begin", "3", "after `clock.`: ", "start, end, steps_per_year"),
        ("remedies.covax.in_force", "maybe", "true, false", ""),
        ("assumptions.talk", "loud", "coordination, uninformative, informative", ""),
        ("actors.usa.doctrine", "mad", "bayesian, worst-case", ""),
        ("clock.steps_per_year", "many", "1 … 366", ""),
    ];
    for (path, value, right, also) in cases {
        let found = check(covid, &sets(&[(path, value)])).expect_err(path);
        assert_eq!(found.len(), 1, "{path}: {found:#?}");
        let allowed = found[0].allowed.clone().unwrap_or_default();
        assert!(allowed.en.contains(right) && allowed.en.contains(also), "{path}: {allowed:?}");
        assert!(!allowed.zh.is_empty() && !allowed.zh.contains("after"), "{path}: {allowed:?}");
    }
}

/// Where a value of the command line does not agree with the file, the command line is shown, not a line of a file that was
/// right without it.
#[test]
fn contract_the_command_line_is_blamed_for_what_it_set() {
    let covid = PRESETS.iter().find(|p| p.id == "covid-2020").unwrap().text;
    let cold = PRESETS.iter().find(|p| p.id == "cold-war").unwrap().text;
    let cases = [
        (covid, "issues.medicine.health.variants.1.since", "2030"),
        (covid, "clock.start", "2021"),
        (covid, "clock.end", "2020"),
        (cold, "clock.start", "1995"),
        (cold, "clock.end", "1952"),
        (cold, "clock.steps_per_year", "1"),
        (cold, "issues.military.adjustment", "12.5"),
        (cold, "issues.military.opacity", "0.02"),
    ];
    for (text, path, value) in cases {
        let found = check(text, &sets(&[(path, value)])).expect_err(path);
        for fault in &found {
            assert_eq!(fault.origin, Origin::CommandLine, "{path}: {fault:#?}");
            assert_eq!(fault.source_line, format!("{path}={value}"));
        }
    }
    let text = cold.replacen("records_per_year", "#", 1).replacen("[clock]", "[clock]\nrecords_per_year = 4", 1);
    assert!(check(&text, &[]).is_ok());
    let found = check(&text, &sets(&[("clock.steps_per_year", "13")])).unwrap_err();
    assert!(found.iter().all(|fault| fault.origin == Origin::CommandLine), "{found:#?}");
}
