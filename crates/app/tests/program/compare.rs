//! `herz compare` and `herz mechanism`, as a user meets them.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::{command, herz, text};

use serde_json::Value;
use sha2::{Digest, Sha256};

/// Both verbs, and what the bundle of each holds.
const VERBS: [(&str, [&str; 5]); 2] = [
    ("compare", ["effects.parquet", "manifest.json", "report.html", "scenario.toml", "summary.json"]),
    ("mechanism", ["manifest.json", "report.html", "runs.parquet", "scenario.toml", "summary.json"]),
];

/// Four actors and two remedies: small enough for a run to take no time.
fn scenario() -> String {
    let remedy = |id: &str, kind: &str, carriers: &str| {
        format!(
            "[[remedies]]\nid = \"{id}\"\nname = {{ en = \"{id}\", zh = \"{id}\" }}\nkind = \"{kind}\"\n\
             carriers = {carriers}\nstart = {{ value = 2001, unit = \"year\", source = \"t\" }}\n"
        )
    };
    include_str!("../../../../tests/fixtures/remedies.toml").replacen("end = 2012", "end = 2004", 1)
        + &remedy("cut", "cut-arms", "[\"ada\", \"bob\"]")
        + &remedy("talk", "negotiate", "[\"ada\", \"bob\"]")
        + "[[packages]]\nid = \"both\"\nname = { en = \"Both\", zh = \"二者\" }\nremedies = [\"cut\", \"talk\"]\n"
}

/// A folder of its own for each test, with the scenario in it.
fn folder(name: &str) -> PathBuf {
    let path = super::folder(&format!("compare-{name}"));
    std::fs::write(path.join("s.toml"), scenario()).expect("written");
    path
}

fn fine(arguments: &[&str], folder: &Path) -> String {
    let out = herz(arguments, folder);
    assert_eq!(out.status.code(), Some(0), "{arguments:?}: {}", text(&out.stderr));
    text(&out.stdout)
}

fn is_chinese(words: &str) -> bool {
    words.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// Names of what a folder holds, sorted.
fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|e| e.expect("an entry").file_name().into_string().expect("UTF-8")).collect();
    names.sort();
    names
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).expect("a file")).expect("one JSON document")
}

/// The bundle holds these files and nothing else, and the manifest says of each how long it is and what it hashes to.
fn whole(bundle: &Path, expected: &[&str]) -> Value {
    assert_eq!(names(bundle), expected);
    let manifest = json(&bundle.join("manifest.json"));
    let files = manifest["files"].as_object().expect("files");
    assert_eq!(files.len(), expected.len() - 1);
    for (name, said) in files {
        let bytes = std::fs::read(bundle.join(name)).expect(name);
        let hash: String = Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
        assert!(!bytes.is_empty() && said["bytes"] == bytes.len() && said["sha256"] == hash.as_str(), "{name}");
    }
    let page = std::fs::read_to_string(bundle.join("report.html")).expect("a page");
    assert!(page.trim_end().ends_with("</html>"), "a whole page");
    manifest
}

#[test]
fn contract_json_is_one_document_and_nothing_is_written() {
    let here = folder("json");
    let keys: [&[&str]; 2] = [
        &["baseline", "remedies", "runs", "interpretation", "robustness", "answer", "assumptions", "files"],
        &["diagrams", "sharing", "sentences", "caveats", "assumptions", "files"],
    ];
    for ((verb, _), keys) in VERBS.into_iter().zip(keys) {
        let out = herz(&[verb, "s.toml", "--json", "--replications", "20", "--seed", "7"], &here);
        assert_eq!((out.status.code(), text(&out.stderr).as_str()), (Some(0), ""), "{verb}");
        let document: Value = serde_json::from_slice(&out.stdout).expect("one JSON document");
        assert!(out.stdout.ends_with(b"}\n"), "{verb}: it ends its line");
        for key in keys {
            assert!(!document[key].is_null(), "{verb}: {key}");
        }
        assert_eq!((&document["scenario"], &document["seed"]), (&"ground".into(), &7.into()), "{verb}");
        assert_eq!((&document["replications"], &document["requested"]), (&20.into(), &20.into()), "{verb}");
        assert_eq!(document["files"]["names"], serde_json::json!([]), "{verb}");
        assert_eq!(names(&here), ["s.toml"], "{verb} writes nothing without --out");
    }
}

#[test]
fn contract_bundles_are_whole_and_the_same_on_any_threads_and_instructions() {
    let here = folder("bytes");
    for (verb, files) in VERBS {
        let doctrine: &[&str] = &["--doctrine", "waltz"];
        let run = |out: &str, extra: &[&str]| {
            let start = [verb, "s.toml", "--replications", "40", "--out", out];
            let said = fine(&[&start[..], doctrine, extra].concat(), &here);
            assert!(!said.contains('\u{1b}'), "colour in a pipe");
            let mut manifest = whole(&here.join(out), &files);
            assert_eq!((&manifest["verb"], &manifest["replications"]), (&verb.into(), &40.into()));
            assert!(manifest["clock"]["wall_seconds"].is_number());
            manifest["clock"] = Value::Null;
            let read = |name: &&str| std::fs::read(here.join(out).join(name)).expect(name);
            (manifest, files.iter().filter(|name| **name != "manifest.json").map(read).collect::<Vec<_>>())
        };
        let one = run("one", &["--threads", "1"]);
        assert!(one == run("one", &["--threads", "1"]), "{verb}: written over, the same");
        assert!(one == run("two", &["--threads", "2"]), "{verb}: on two threads");
        assert!(one == run("seven", &["--threads", "7", "--portable"]), "{verb}: on seven, portable");
        // The document on stdout is the one in the bundle but for the files.
        let said = fine(&[&[verb, "s.toml", "--replications", "40", "--json"][..], doctrine].concat(), &here);
        let mut shown: Value = serde_json::from_str(&said).expect("JSON");
        let mut kept = json(&here.join("one/summary.json"));
        (shown["files"], kept["files"]) = (Value::Null, Value::Null);
        assert!(shown == kept, "{verb}: --json says what the bundle says");
        ["one", "two", "seven"].iter().for_each(|out| std::fs::remove_dir_all(here.join(out)).expect("removed"));
    }
}

/// The scenario as run gives the same runs again, borrowed remedies included; where `--out` is not given the bundle
/// goes to a folder named after the verb.
#[test]
fn contract_a_bundle_can_be_computed_again_from_its_scenario() {
    let here = folder("again");
    let plain = include_str!("../../../../tests/fixtures/remedies.toml").replacen("end = 2012", "end = 2001", 1);
    std::fs::write(here.join("borrows.toml"), plain).expect("written");
    for (verb, table) in [("compare", "effects.parquet"), ("mechanism", "runs.parquet")] {
        let said = fine(&[verb, "borrows.toml", "--replications", "16", "--memory", "64"], &here);
        let first = PathBuf::from(format!("herz-out/ground-{verb}"));
        assert!(said.contains(first.to_str().expect("UTF-8")), "{said}");
        let file = first.join("scenario.toml");
        fine(&[verb, file.to_str().expect("UTF-8"), "--out", "again", "--memory", "64"], &here);
        for name in [table, "scenario.toml"] {
            let read = |folder: &Path| std::fs::read(here.join(folder).join(name)).expect(name);
            assert!(read(&first) == read(Path::new("again")), "{verb}: {name} differs when computed again");
        }
    }
}

/// What is not there is bad input: exit code 2, nothing on stdout, nothing written, and the message lists what there is.
#[test]
fn contract_names_of_nothing_are_bad_input_and_what_there_is_is_listed() {
    let here = folder("bad");
    std::fs::write(here.join("forced.toml"), scenario().replace("kind = \"n", "in_force = true\nkind = \"n"))
        .expect("");
    let presets = ["naval-race", "cold-war", "us-china", "india-pakistan", "interwar", "four-elements"];
    let cases: [(&[&str], &[&str]); 7] = [
        (&["four-elemnts"], &["did you mean `four-elements`?"]),
        (&["nothing-like-it"], &presets),
        (&["s.toml", "--remedy", "tlak"], &["--remedy tlak", "did you mean `talk`?", "remedies: cut, talk"]),
        (&["s.toml", "--doctrine", "mearshimer"], &["did you mean `mearsheimer`?", "positions: ", "booth-wheeler"]),
        (&["s.toml", "--set", "remedies.talk.agreemnt=1"], &["remedies.talk.agreement"]),
        (&["s.toml", "--set", "remedies.talk.agreement=2"], &["--set", "0 … 1"]),
        (&["s.toml", "--memory", "0.00001"], &["iB", "--memory"]),
    ];
    let mut all: Vec<(Vec<&str>, &[&str])> = Vec::new();
    for (verb, _) in VERBS {
        all.extend(cases.iter().map(|(rest, words)| ([&[verb], *rest].concat(), *words)));
    }
    let listed = ["in force"];
    all.push((vec!["compare", "s.toml", "--remedy", "talk", "--remedy", "cut"], &listed));
    let near = ["did you mean `waltz`?"];
    all.push((vec!["compare", "s.toml", "--doctrine", "all", "--doctrine", "walz"], &near));
    all.push((vec!["compare", "s.toml", "--doctrine", "walz", "--doctrine", "all"], &near));
    for (arguments, words) in all {
        let out = herz(&arguments, &here);
        let message = text(&out.stderr);
        assert_eq!((out.status.code(), out.stdout.len()), (Some(2), 0), "{arguments:?}: {message}");
        assert!(words.iter().all(|w| message.contains(w)), "{arguments:?}: {message}");
        assert!(!message.contains("panicked"), "{message}");
        let chinese = text(&herz(&[&arguments[..], &["--lang", "zh"]].concat(), &here).stderr);
        assert!(is_chinese(&chinese), "{arguments:?}: {chinese}");
        assert_eq!(names(&here), ["forced.toml", "s.toml"], "{arguments:?}: nothing is written");
    }
}

/// A position named twice is one row beside the scenario as it is, in the order of naming.
#[test]
fn contract_a_position_named_twice_is_one_row() {
    let here = folder("twice");
    let start = ["compare", "s.toml", "--json", "--replications", "16"];
    let asked = ["--doctrine", "waltz", "--doctrine", "jervis", "--doctrine", "waltz"];
    let said: Value = serde_json::from_str(&fine(&[&start[..], &asked].concat(), &here)).expect("JSON");
    let rows: Vec<&str> = said["doctrines"].as_array().expect("rows").iter().filter_map(|r| r["id"].as_str()).collect();
    assert_eq!(rows, ["", "waltz", "jervis"]);
}

#[test]
fn contract_lang_zh_prints_and_shows_chinese() {
    let here = folder("zh");
    for (verb, _) in VERBS {
        let run = |lang: &str| {
            let said = fine(&[verb, "s.toml", "--replications", "16", "--out", lang, "--lang", lang], &here);
            (said, std::fs::read_to_string(here.join(lang).join("report.html")).expect("a page"))
        };
        let ((english, page_en), (chinese, page_zh)) = (run("en"), run("zh"));
        assert!(page_en.contains("<html lang=\"en\"") && page_zh.contains("<html lang=\"zh"), "{verb}: first language");
        // Names in the scenario stand in both languages; of the program's own words none is left in English.
        let lines: Vec<&str> =
            chinese.lines().filter(|l| l.chars().filter(|c| c.is_alphabetic()).count() > 12).collect();
        assert!(lines.len() > 3 && lines.iter().all(|l| is_chinese(l) || l.contains("zh/")), "{verb}: {chinese}");
        assert!(!is_chinese(&english), "{verb}: {english}");
        let summary = |lang: &str| std::fs::read(here.join(lang).join("summary.json")).expect("a summary");
        assert!(summary("en") == summary("zh"), "{verb}: the document holds both languages whichever is shown");
    }
}

/// Interrupts a run of 200,000 replications after some seconds and waits until it ends, for a minute at most.
#[cfg(unix)]
fn interrupted(arguments: &[&str], here: &Path) -> Output {
    use std::time::Duration;
    let asked = ["s.toml", "--replications", "200000", "--memory", "64", "--lang", "en", "--set", "clock.end=2003"];
    let mut child = command(&[arguments, &asked].concat(), here).spawn().expect("the program starts");
    std::thread::sleep(Duration::from_millis(2500));
    let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    assert!(killed.success());
    for _ in 0..600 {
        if child.try_wait().expect("a status").is_some() {
            return child.wait_with_output().expect("it ended");
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    let _ = child.kill();
    panic!("{arguments:?}: it goes on after an interrupt");
}

/// What an interrupt leaves: exit code 1, how much was done, and a whole bundle of it; positions are not begun any more.
#[cfg(unix)]
#[test]
fn contract_an_interrupt_keeps_finished_replications() {
    let here = folder("interrupt");
    let [(compare, of_compare), (mechanism, of_mechanism)] = VERBS;
    let cases: [(&[&str], _); 3] = [
        (&[compare, "--out", "out"], of_compare),
        (&[compare, "--doctrine", "all", "--out", "out"], of_compare),
        (&[mechanism, "--out", "out"], of_mechanism),
    ];
    for (arguments, files) in cases {
        let out = interrupted(arguments, &here);
        let message = text(&out.stderr);
        assert_eq!(out.status.code(), Some(1), "{arguments:?}: {message}");
        let manifest = whole(&here.join("out"), &files);
        let done = manifest["replications"].as_u64().expect("a number");
        assert!(done > 0 && done < 200_000, "{arguments:?}: {done}");
        assert!(message.contains(&format!("{done} of 200000")), "{arguments:?}: {message}");
        let document = json(&here.join("out/summary.json"));
        assert_eq!((&document["replications"], &document["requested"]), (&done.into(), &200_000.into()));
        assert!(document.get("doctrines").is_none_or(|rows| rows.as_array().is_some_and(Vec::is_empty)));
        std::fs::remove_dir_all(here.join("out")).expect("removed");
    }
}
