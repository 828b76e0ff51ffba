//! `herz solve` as its user meets it.

use std::process::Output;

use crate::{folder, herz, text};

fn json(out: &Output) -> serde_json::Value {
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    serde_json::from_slice(&out.stdout).expect("one JSON document")
}

#[test]
fn contract_json_has_exact_fractions_and_a_certificate() {
    let here = folder("solve-json");
    let document = json(&herz(&["solve", "stag-hunt", "--all", "--json"], &here));
    assert_eq!(document["complete"], true);
    let equilibria = document["equilibria"].as_array().expect("a list");
    assert_eq!(equilibria.len(), 3);
    let mixed = &equilibria[1];
    assert_eq!(mixed["profile"], serde_json::json!([["2/3", "1/3"], ["2/3", "1/3"]]));
    assert_eq!(mixed["payoffs"], serde_json::json!(["8/3", "8/3"]));
    assert_eq!(mixed["certificate"], serde_json::json!([["8/3", "8/3"], ["8/3", "8/3"]]));
    assert!(std::fs::read_dir(&here).expect("a folder").next().is_none(), "--json writes no files");
}

#[test]
fn contract_a_game_written_is_the_game_read() {
    let here = folder("solve-write");
    for (name, file) in [("chicken", "game.nfg"), ("costly-signals", "game.efg"), ("costly-signals", "game.nfg")] {
        let first = json(&herz(&["solve", name, "--json", "--concept", "nash", "--write", file], &here));
        let second = json(&herz(&["solve", file, "--json", "--concept", "nash"], &here));
        let all = |d: &serde_json::Value| {
            let list = d["equilibria"].as_array().expect("a list").iter();
            let mut all: Vec<String> = list.map(|e| format!("{}{}", e["profile"], e["payoffs"])).collect();
            all.sort();
            all
        };
        assert_eq!(all(&first), all(&second), "{name} {file}");
        assert!(!all(&first).is_empty());
    }
    let said = herz(&["solve", "chicken", "--out", "bundle", "--write", "again.nfg"], &here);
    assert!(text(&said.stdout).ends_with("bundle/report.html\ngame, for Gambit: again.nfg\n"), "{said:?}");
    let beside = herz(&["solve", "chicken", "--json", "--write", "again.nfg"], &here);
    assert_eq!(text(&beside.stderr), "game, for Gambit: again.nfg\n");
}

#[test]
fn contract_the_page_and_the_document_are_written_where_asked() {
    let here = folder("solve-page");
    let out = herz(&["solve", "assurance", "--vary", "trust_other=0..1", "--out", "bundle"], &here);
    assert_eq!(out.status.code(), Some(0), "{}", text(&out.stderr));
    let page = std::fs::read_to_string(here.join("bundle/report.html")).expect("a page");
    assert!(
        page.contains("<svg") && page.contains("As one number varies") && page.contains("herz solve assurance --vary")
    );
    let summary = std::fs::read(here.join("bundle/summary.json")).expect("a document");
    let document: serde_json::Value = serde_json::from_slice(&summary).expect("JSON");
    assert_eq!(document["varied"]["at"].as_array().map(Vec::len), Some(101));
    let again = herz(&["solve", "assurance", "--vary", "trust_other=0..1", "--json"], &here);
    assert_eq!(again.stdout, summary, "the same bytes");
    assert!(text(&herz(&["solve", "assurance"], &here).stdout).contains("herz-out/assurance-solve/report.html"));
}

#[test]
fn contract_bad_input_is_shown_where_it_stands() {
    let here = folder("solve-bad");
    let write = |name: &str, text: &str| std::fs::write(here.join(name), text).expect("written");
    write("nan.nfg", "NFG 1 R \"x\" { \"a\" \"b\" }\n{ 2 2 }\n1 2 3 4 5 6 7 nan\n");
    write("large.nfg", "NFG 1 R \"x\" { \"a\" \"b\" \"c\" }\n{ 9999 9999 9999 }\n1 2 3\n");
    write("cut.efg", "EFG 2 R \"x\" { \"a\" \"b\" }\nc \"\" 1 \"\" { \"l\" 1/3 \"r\" 1/3 } 0\n");
    write("two.efg", "EFG 2 R \"x\" { \"a\" }\np \"\" 1 1 \"\" { \"l\" \"r\" } 0\nt \"\" 1 \"\" { x }\nt \"\" one\n");
    write("other.nfg", "hello\n");
    for (arguments, words) in [
        (&["solve", "nan.nfg"][..], &["line 3, column 15", "nan is not a finite number"][..]),
        (&["solve", "large.nfg"], &["line 2"]),
        (&["solve", "cut.efg"], &["2 branches lead nowhere yet"]),
        (&["solve", "two.efg"], &["line 3, column 13", "line 4, column 6"]),
        (&["--lang", "zh", "solve", "two.efg"], &["第 3 行第 13 列", "第 4 行第 6 列"]),
        (&["solve", "chicken", "--concept", "refined"], &["game tree", "--concept nash"]),
        (&["--lang", "zh", "solve", "chicken", "--concept", "refined"], &["标准式", "--concept nash"]),
        (&["solve", "fear-multiplier", "--concept", "nash"], &["closed forms alone"]),
        (&["solve", "other.nfg"], &["line 1"]),
        (&["solve", "none.nfg"], &["none.nfg"]),
        (&["solve", "stag-hunts"], &["did you mean `stag-hunt`?"]),
        (&["solve", "stag-hunt", "--set", "suker=1"], &["did you mean `sucker`?"]),
        (&["solve", "stag-hunt", "--set", "sucker=nan"], &["sucker"]),
        (&["solve", "stag-hunt", "--set", "sucker=9"], &["R > T"]),
        (&["solve", "stag-hunt", "--vary", "sucker=1"], &["NAME=FROM..TO"]),
        (&["solve", "stag-hunt", "--vary", "sucker=2..1"], &["rises"]),
        (&["solve", "stag-hunt", "--simulate"], &["reassurance"]),
        (&["solve", "nan.nfg", "--set", "a=1"], &["named games"]),
        (&["solve", "nan.nfg", "--simulate"], &["--simulate go with named games"]),
        (&["solve", "reputation", "--concept", "subgame-perfect"], &["3 players", "nash"]),
        (&["solve", "fear-multiplier", "--write", "x.nfg"], &["continuum"]),
        (&["solve", "stag-hunt", "--write", "x.txt"], &[".nfg or .efg"]),
        (&["solve", "stag-hunt", "--write", "x.efg"], &["no tree"]),
    ] {
        let out = herz(arguments, &here);
        let said = text(&out.stderr);
        assert_eq!(out.status.code(), Some(2), "{arguments:?}: {said}");
        assert!(words.iter().all(|w| said.contains(w)) && !said.contains("panicked"), "{arguments:?}: {said}");
    }
}

/// A concept that a one-shot game cannot tell from Nash is said to be the same, on terminal, page and in the document,
/// and it is part of the command that computes the same again.
#[test]
fn contract_a_concept_asked_of_a_table_is_answered() {
    let here = folder("solve-concept");
    let note = "also subgame-perfect";
    let told = |d: &serde_json::Value| d["remarks"].to_string().contains(note);
    let asked = ["solve", "chicken", "--concept", "subgame-perfect"];
    assert!(told(&json(&herz(&[&asked[..], &["--json"]].concat(), &here))));
    assert!(!told(&json(&herz(&["solve", "chicken", "--json"], &here))));
    let terminal = text(&herz(&[&asked[..], &["--out", "bundle"]].concat(), &here).stdout);
    assert!(terminal.split_whitespace().collect::<Vec<_>>().join(" ").contains(note), "{terminal}");
    let page = std::fs::read_to_string(here.join("bundle/report.html")).expect("a page");
    assert!(page.contains(note) && page.contains("herz solve chicken --concept subgame-perfect"));
}

#[test]
fn contract_every_named_game_is_listed_and_told_in_both_languages() {
    let here = folder("solve-list");
    let list = text(&herz(&["solve"], &here).stdout);
    let names: Vec<&str> = list.lines().filter_map(|l| l.split_whitespace().next()).collect();
    assert!(names.len() >= 37, "{}", names.len());
    for name in names {
        for (lang, word) in [("en", "page: "), ("zh", "页面：")] {
            let out = herz(&["--lang", lang, "solve", name], &here);
            assert_eq!(out.status.code(), Some(0), "{name}: {}", text(&out.stderr));
            assert!(text(&out.stdout).contains(word), "{name}");
        }
    }
}

#[test]
fn cross_simulated_actors_turn_where_the_closed_form_says() {
    let here = folder("solve-simulate");
    let document = json(&herz(&["solve", "assurance", "--simulate", "--json"], &here));
    let flips = document["simulated"].as_array().expect("a list");
    assert!(!flips.is_empty() && flips.iter().all(|f| f["agrees"] == true), "{flips:?}");
}

/// Three players: the table of their plans is written, read again and has the same equilibria by name.
#[test]
fn contract_a_tree_of_three_is_a_table_of_plans() {
    let here = folder("solve-three");
    let asked = ["solve", "reputation", "--concept", "nash", "--json", "--write", "r.nfg"];
    let ours = json(&herz(&asked, &here));
    // A mark of byte order, as some editors write it, is no part of the game.
    let written = std::fs::read_to_string(here.join("r.nfg")).expect("a game");
    std::fs::write(here.join("marked.nfg"), format!("\u{feff}{written}")).expect("written");
    let theirs = json(&herz(&["solve", "marked.nfg", "--json"], &here));
    assert!(ours["equilibria"].as_array().is_some_and(|list| !list.is_empty()));
    assert_eq!(ours["equilibria"], theirs["equilibria"]);
}

/// An interrupt ends a long solution with a word and leaves nothing half written.
#[cfg(unix)]
#[test]
fn contract_an_interrupt_leaves_nothing_half_done() {
    use std::os::unix::process::ExitStatusExt as _;

    let here = folder("solve-interrupt");
    // Many nearly equal payoffs: far more than a few seconds of work.
    let payoffs: String = (0..2 * 22 * 22_u64).map(|k| format!("{} ", (k * k * 7919 + k * 104_729) % 9973)).collect();
    std::fs::write(here.join("long.nfg"), format!("NFG 1 R \"long\" {{ \"a\" \"b\" }} {{ 22 22 }}\n{payoffs}"))
        .expect("written");
    let child = crate::command(&["solve", "long.nfg"], &here).spawn().expect("the program starts");
    std::thread::sleep(std::time::Duration::from_millis(1500));
    let killed = std::process::Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill");
    assert!(killed.success());
    let out = child.wait_with_output().expect("it ends");
    assert_eq!((out.status.code(), out.status.signal()), (Some(1), None));
    assert!(text(&out.stderr).contains("interrupted"), "{}", text(&out.stderr));
    assert!(!here.join("herz-out").exists());
}

#[test]
fn contract_the_document_says_where_answers_turn() {
    let here = folder("solve-turns");
    let document = json(&herz(&["solve", "preventive-war", "--vary", "later=0..0.6", "--json"], &here));
    let answers = document["varied"]["answers"].as_array().expect("a list");
    let war = answers.iter().find(|a| a["id"] == "unavoidable").expect("a yes or no");
    let turn = serde_json::json!([{ "after": "93/250", "before": "189/500", "from": true, "to": false }]);
    assert_eq!(war["turns"], turn);
    assert_eq!(war["values"].as_array().map(Vec::len), Some(101));
}
