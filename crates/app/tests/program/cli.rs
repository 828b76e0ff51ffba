//! The program as its user meets it.

use std::process::{Command, Stdio};

use crate::{folder, herz, text};

#[test]
fn contract_json_is_one_document_and_nothing_else() {
    let here = folder("cli-json");
    let out = herz(&["run", "four-elements", "--json", "--replications", "20"], &here);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let document: serde_json::Value = serde_json::from_slice(&out.stdout).expect("one JSON document");
    for key in [
        "scenario",
        "seed",
        "replications",
        "assumptions",
        "actors",
        "pairs",
        "definitions",
        "spiral_rate",
        "security",
        "waste",
        "files",
    ] {
        assert!(!document[key].is_null(), "{key}");
    }
    for key in ["harm", "self_defeat", "uncertainty", "no_way_out"] {
        for part in ["mean", "q05", "q50", "q95"] {
            assert!(document["definitions"][key][part].is_number(), "{key}.{part}");
        }
    }
    let pair = &document["pairs"][0];
    assert!(pair["from"].is_string() && pair["to"].is_string());
    for frame in ["harmony", "security_dilemma", "predation", "rivalry"] {
        assert!(pair["verdict"][frame]["mean"].is_number(), "{frame}");
    }
    // Without --out nothing is written.
    assert_eq!(std::fs::read_dir(&here).expect("a folder").count(), 0);
    assert_eq!(document["replications"], 20);
}

#[test]
fn contract_bundle_has_the_same_bytes_on_any_threads_and_instructions() {
    let here = folder("cli-bytes");
    let run = |out: &str, extra: &[&str]| {
        let mut arguments = vec!["run", "interwar", "--replications", "60", "--out", out];
        arguments.extend(extra);
        let result = herz(&arguments, &here);
        assert_eq!(result.status.code(), Some(0), "{}", text(&result.stderr));
    };
    run("a", &["--threads", "1"]);
    run("b", &["--threads", "2"]);
    run("c", &["--threads", "7", "--portable"]);
    let names = ["report.html", "summary.json", "actors.parquet", "pairs.parquet", "events.parquet", "scenario.toml"];
    for name in names {
        let read = |out: &str| std::fs::read(here.join(out).join(name)).expect(name);
        assert!(!read("a").is_empty());
        assert!(read("a") == read("b") && read("a") == read("c"), "{name}");
    }
    let manifest = |out: &str| -> serde_json::Value {
        let bytes = std::fs::read(here.join(out).join("manifest.json")).expect("a manifest");
        let mut document: serde_json::Value = serde_json::from_slice(&bytes).expect("JSON");
        assert!(document["clock"]["wall_seconds"].is_number());
        document["clock"] = serde_json::Value::Null;
        document
    };
    assert_eq!(manifest("a"), manifest("c"));
    // The scenario as run gives the same run again.
    let again = herz(&["run", "a/scenario.toml", "--out", "d"], &here);
    assert_eq!(again.status.code(), Some(0), "{}", text(&again.stderr));
    for name in ["actors.parquet", "pairs.parquet", "events.parquet"] {
        let read = |out: &str| std::fs::read(here.join(out).join(name)).expect(name);
        assert!(read("a") == read("d"), "{name} differs when the scenario as run is run again");
    }
}

#[test]
fn contract_all_faults_are_shown_at_once_where_they_stand() {
    let here = folder("cli-faults");
    let good = text(&herz(&["scenario", "show", "four-elements"], &here).stdout);
    let bad = good.replace("responsiveness", "responsivness").replace("[clock]\nstart = ", "[clock]\nstart = 9");
    std::fs::write(here.join("bad.toml"), bad).expect("written");
    let out = herz(&["run", "bad.toml"], &here);
    assert_eq!(out.status.code(), Some(2));
    assert!(out.stdout.is_empty());
    let message = text(&out.stderr);
    assert!(message.contains("bad.toml:") && message.contains("responsiveness"), "{message}");
    assert!(message.matches("bad.toml:").count() >= 3, "{message}");
    let chinese = text(&herz(&["run", "bad.toml", "--lang", "zh"], &here).stderr);
    assert!(chinese.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)), "{chinese}");
}

#[test]
fn contract_bad_input_is_exit_code_2_and_says_what_would_be_right() {
    let here = folder("cli-bad");
    std::fs::write(here.join("latin.toml"), [0x66, 0xff, 0xfe]).expect("written");
    std::fs::write(here.join("afile"), "x").expect("written");
    let cases: [(&[&str], &str); 11] = [
        (&["run", "four-elements", "--out", "afile"], "folder"),
        (&["run", "/dev/zero"], "MiB"),
        (&["run", "cold-wra"], "cold-war"),
        (&["run", "nowhere.toml"], "nowhere.toml"),
        (&["run", "."], "folder"),
        (&["run", "latin.toml"], "UTF-8"),
        (&["run", "four-elements", "--set", "issues.military.opacty=1"], "issues.military.opacity"),
        (&["run", "four-elements", "--set", "opacity"], "PATH=VALUE"),
        (&["run", "four-elements", "--replications", "0"], "replications"),
        (&["run", "cold-war", "--memory", "0.001"], "iB"),
        (&["scenario", "check", "nothing.toml"], "nothing.toml"),
    ];
    for (arguments, expected) in cases {
        let out = herz(arguments, &here);
        let message = text(&out.stderr);
        assert_eq!(out.status.code(), Some(2), "{arguments:?}: {message}");
        assert!(message.contains(expected), "{arguments:?}: {message}");
        assert!(!message.contains("panicked"), "{message}");
    }
}

#[test]
fn contract_starter_is_written_once_checked_and_run() {
    let here = folder("cli-starter");
    assert_eq!(herz(&["scenario", "new", "mine.toml"], &here).status.code(), Some(0));
    assert_eq!(herz(&["scenario", "new", "mine.toml"], &here).status.code(), Some(2), "it must not overwrite");
    assert_eq!(herz(&["scenario", "check", "mine.toml"], &here).status.code(), Some(0));
    let out = herz(&["run", "mine.toml", "--replications", "16"], &here);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let bundle = here.join("herz-out");
    assert_eq!(std::fs::read_dir(&bundle).expect("a bundle").count(), 1);
    assert!(!text(&out.stdout).contains('\u{1b}'), "colour in a pipe");
}

#[test]
fn contract_every_verb_explains_itself() {
    let here = folder("cli-help");
    let list = text(&herz(&["scenario", "list"], &here).stdout);
    for preset in ["naval-race", "cold-war", "us-china", "india-pakistan", "interwar", "four-elements"] {
        assert!(list.contains(preset), "{list}");
    }
    let schema: serde_json::Value =
        serde_json::from_slice(&herz(&["scenario", "schema"], &here).stdout).expect("a JSON Schema");
    assert!(schema["properties"]["actors"].is_object());
    assert!(text(&herz(&["completions", "bash"], &here).stdout).contains("herz"));
    assert!(text(&herz(&["man"], &here).stdout).contains(".TH"));
    assert!(text(&herz(&["--help"], &here).stdout).contains("Exit codes"));
    let chinese = text(&herz(&["scenario", "list", "--lang", "zh"], &here).stdout);
    assert!(chinese.contains("冷战"));
}

/// An interrupt keeps what is done, says how much, and leaves a whole bundle.
#[cfg(unix)]
#[test]
fn contract_an_interrupt_keeps_finished_replications() {
    let here = folder("cli-interrupt");
    let child = Command::new(env!("CARGO_BIN_EXE_herz"))
        .args(["run", "india-pakistan", "--replications", "400000", "--memory", "64", "--lang", "en"])
        .current_dir(&here)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    std::thread::sleep(std::time::Duration::from_millis(2500));
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    assert!(killed.success());
    let out = child.wait_with_output().expect("it ends");
    let message = text(&out.stderr);
    assert_eq!(out.status.code(), Some(1), "{message}");
    assert!(message.contains("of 400000"), "{message}");
    let summary = std::fs::read(here.join("herz-out/india-pakistan/summary.json")).expect("a bundle");
    let document: serde_json::Value = serde_json::from_slice(&summary).expect("a whole document");
    let done = document["replications"].as_u64().expect("a number");
    assert!(done > 0 && done < 400_000, "{done}");
    assert!(message.contains(&format!("{done} of 400000")), "{message}");
}
