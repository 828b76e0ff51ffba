//! `herz run --doctrine` and `herz doctrine`, as a user meets them.

use std::path::Path;

use crate::{folder, herz, text};

fn fine(arguments: &[&str], folder: &Path) -> String {
    let out = herz(arguments, folder);
    assert_eq!(out.status.code(), Some(0), "{arguments:?}: {}", text(&out.stderr));
    text(&out.stdout)
}

fn json(arguments: &[&str], folder: &Path) -> serde_json::Value {
    serde_json::from_str(&fine(arguments, folder)).expect("one JSON document")
}

fn is_chinese(words: &str) -> bool {
    words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

#[test]
fn contract_a_run_names_its_position_everywhere_and_can_be_repeated_by_hand() {
    let here = folder("doctrine-run");
    let run = ["run", "cold-war", "--replications", "32"];
    let said = fine(&[&run[..], &["--doctrine", "mearsheimer", "--out", "a"]].concat(), &here);
    assert!(said.contains("Position: John Mearsheimer (--doctrine mearsheimer)"), "{said}");
    let read = |name: &str| std::fs::read_to_string(here.join(name)).expect(name);
    let summary: serde_json::Value = serde_json::from_str(&read("a/summary.json")).expect("JSON");
    assert_eq!(summary["doctrine"]["id"], "mearsheimer");
    assert!(is_chinese(summary["doctrine"]["name"]["zh"].as_str().expect("a name")));
    let page = read("a/report.html");
    let head = page.split("</header>").next().expect("a head");
    assert!(head.contains("Position: John Mearsheimer") && head.contains("立场：约翰·米尔斯海默"), "{head}");
    // The scenario as run states what was set, so the run needs no position to be repeated.
    assert!(read("a/scenario.toml").contains("doctrine = \"worst-case\""));
    let again = fine(&["run", "a/scenario.toml", "--out", "b"], &here);
    assert!(!again.contains("--doctrine"), "{again}");
    assert_eq!(read("a/scenario.toml"), read("b/scenario.toml"));
    for table in ["actors.parquet", "pairs.parquet", "events.parquet"] {
        let bytes = |run: &str| std::fs::read(here.join(run).join(table)).expect(table);
        assert!(bytes("a") == bytes("b"), "{table}");
    }
}

#[test]
fn contract_without_a_position_nothing_is_said_of_one() {
    let here = folder("doctrine-none");
    let plain = json(&["run", "four-elements", "--json", "--replications", "16"], &here);
    assert!(plain.get("doctrine").is_none());
    let page = fine(&["run", "four-elements", "--replications", "16", "--out", "a"], &here)
        + &std::fs::read_to_string(here.join("a/report.html")).expect("a page");
    assert!(!page.contains("--doctrine") && !page.contains("立场："));
}

#[test]
fn contract_set_wins_over_the_position() {
    let here = folder("doctrine-wins");
    let with = |more: &[&str]| {
        let start = ["run", "cold-war", "--json", "--replications", "16", "--doctrine", "mearsheimer"];
        json(&[&start[..], more].concat(), &here)
    };
    let value = |document: &serde_json::Value, path: &str| {
        let numbers = document["numbers"].as_array().expect("numbers").clone();
        numbers.iter().find(|n| n["path"] == path).unwrap_or_else(|| panic!("{path}"))["value"].clone()
    };
    let path = "issues.military.first_strike";
    assert_eq!(value(&with(&[]), path), "0.5");
    assert_eq!(value(&with(&["--set", "issues.military.first_strike=0.3"]), path), "0.3");
    let power = with(&["--set", "assumptions.objective=power"]);
    assert_eq!(power["pairs"][0]["verdict"]["rivalry"]["mean"], 1.0);
}

#[test]
fn contract_a_name_nobody_has_is_bad_input_and_the_names_are_listed() {
    let here = folder("doctrine-bad");
    let cases: [&[&str]; 2] = [&["run", "cold-war", "--doctrine", "mearshimer"], &["doctrine", "show", "mearshimer"]];
    for arguments in cases {
        let out = herz(arguments, &here);
        let message = text(&out.stderr);
        assert_eq!(out.status.code(), Some(2), "{message}");
        assert!(message.contains("did you mean `mearsheimer`?") && message.contains("booth-wheeler"), "{message}");
        assert!(out.stdout.is_empty());
    }
    let message = text(&herz(&["run", "cold-war", "--doctrine", "x", "--lang", "zh"], &here).stderr);
    assert!(is_chinese(&message) && !message.contains("是否想写"), "{message}");
    assert_eq!(std::fs::read_dir(&here).expect("a folder").count(), 0, "nothing is written");
    // Faults of the scenario are shown as without a position.
    std::fs::write(here.join("bad.toml"), "format = 1\n").expect("written");
    let plain = text(&herz(&["run", "bad.toml"], &here).stderr);
    assert_eq!(text(&herz(&["run", "bad.toml", "--doctrine", "waltz"], &here).stderr), plain);
    assert!(plain.contains("bad.toml:"));
}

#[test]
fn contract_positions_are_listed_and_shown_in_both_languages() {
    let here = folder("doctrine-show");
    let list = fine(&["doctrine", "list"], &here);
    assert_eq!(list.lines().count(), 16, "{list}");
    for line in list.lines() {
        let name = line.split_whitespace().next().expect("a name");
        let shown = fine(&["doctrine", "show", name], &here);
        assert!(shown.starts_with(name) && shown.contains(" = ") && !is_chinese(&shown), "{shown}");
        let chinese = fine(&["doctrine", "show", name, "--lang", "zh"], &here);
        assert!(is_chinese(&chinese), "{chinese}");
        assert_eq!(chinese.matches(" = ").count(), shown.matches(" = ").count());
    }
    assert!(is_chinese(&fine(&["doctrine", "list", "--lang", "zh"], &here)));
    let waltz = fine(&["doctrine", "show", "waltz"], &here);
    for words in
        ["actors.*.fixed_weight = 0.5", "A165", "value assumed, 0.1–1", "Theory of International Politics, 1979"]
    {
        assert!(waltz.contains(words), "{words}\n{waltz}");
    }
}
