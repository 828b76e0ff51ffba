//! What the checker refuses, where it points, and that nothing makes it fall over.

use super::*;
use crate::fault::{Origin, render};
use crate::presets::PRESETS;
use crate::scenario::{Distribution, Lang};
use crate::starter::STARTER;

pub(super) fn sets(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned())).collect()
}

fn faults(text: &str) -> Vec<Fault> {
    check(text, &[]).err().unwrap_or_default()
}

/// The starter with its optional lines, and one thing changed.
fn spoilt(good: &str, bad: &str) -> String {
    let open = STARTER.replace("#| ", "");
    assert!(open.contains(good), "{good}");
    open.replacen(good, bad, 1)
}

/// Exactly one fault, which says `what` and points at `marked`.
fn only(text: &str, what: &str, marked: &str) -> Fault {
    let found = faults(text);
    assert_eq!(found.len(), 1, "{}", render(&found, "f", Lang::En, false));
    let fault = found[0].clone();
    let here: String = fault.source_line.chars().skip(fault.column - 1 - fault.skipped).take(fault.length).collect();
    assert!(fault.what.en.contains(what), "{what}: {fault:?}");
    assert!(here.starts_with(marked), "{marked}: `{here}` {fault:?}");
    assert!(!fault.what.zh.is_empty());
    fault
}

const NORTH: &str = "baseline = { value = 10, unit = \"billion dollars per year\", assumed = \"effort with no threat at all\", range = [5, 15] }";

#[test]
fn contract_each_fault_is_found_and_pointed_at() {
    let cases = [
        ("format = 1", "format = 2", "format 2", "2"),
        ("id = \"my-scenario\"", "id = \"My scenario\"", "not an identifier", "\"My scenario\""),
        ("zh = \"两个邻国\"", "zh = \"  \"", "must not be empty", "\"  \""),
        (", zh = \"两个邻国\"", "", "`zh` is missing", "{ en = \"Two"),
        ("title = {", "titel = {", "unknown key `titel`", "titel"),
        ("start = 2000", "start = \"2000\"", "expected a plain whole number, found a string", "\"2000\""),
        ("start = 2000", "start = 2000.0", "expected a plain whole number, found a float", "2000.0"),
        ("end = 2030", "end = 2000", "ends before it starts", "2000"),
        ("end = 2030", "end = 90000", "too long", "90000"),
        ("steps_per_year = 12", "steps_per_year = 9000000000000000000", "allowed range", "9000000000000000000"),
        ("replications = 1000", "replications = 0", "allowed range", "0"),
        ("seed = 1", "seed = 18446744073709551616", "allowed range", "18446744073709551616"),
        ("talk = \"coordination\"", "talk = \"cordination\"", "`cordination` is not one", "\"cordination\""),
        ("id = \"south\"", "id = \"north\"", "`north` is taken", "\"north\""),
        ("doctrine = \"bayesian\"", "doctrine = \"baysian\"", "`baysian`", "\"baysian\""),
        ("kind = \"military\"", "kind = \"army\"", "`army`", "\"army\""),
        (
            "unit = \"ratio\", assumed = \"bad",
            "unit = \"ratios\", assumed = \"bad",
            "wrong unit `ratios`",
            "\"ratios\"",
        ),
        ("negativity = { value = 1.5", "negativity = { value = 0.5", "below the smallest", "0.5"),
        ("negativity = { value = 1.5", "negativity = { value = nan", "finite", "nan"),
        ("negativity = { value = 1.5", "negativity = { value = 1e999", "finite", "1e999"),
        ("negativity = { value = 1.5", "negativity = { value = \"1.5\"", "expected a number", "\"1.5\""),
        ("greedy = { value = 0.1", "greedy = { value = 1.1", "above the largest", "1.1"),
        ("uniform = [0.1, 0.5]", "uniform = [0.5, 0.1]", "impossible", "[0.5"),
        ("uniform = [0.1, 0.5]", "uniform = [0.1, 1.5]", "above the largest", "[0.1"),
        ("uniform = [0.1, 0.5]", "uniform = [0.1]", "takes other numbers", "[0.1]"),
        ("uniform = [0.1, 0.5]", "normal = [0.3, 0]", "impossible", "[0.3"),
        ("uniform = [0.1, 0.5]", "normal = [50, 0.1]", "almost none", "[50"),
        ("uniform = [0.1, 0.5]", "lognormal = [-1, 0.1]", "impossible", "[-1"),
        ("uniform = [0.1, 0.5]", "beta = [0, 1]", "impossible", "[0, 1]"),
        ("uniform = [0.1, 0.5]", "triangular = [0, 0.5, 0.2]", "impossible", "[0, 0.5"),
        ("uniform = [0.1, 0.5]", "choice = []", "impossible", "[]"),
        ("uniform = [0.1, 0.5]", "choice = [0.1, 0.2]\nweights = [1]", "impossible", "[0.1"),
        ("uniform = [0.1, 0.5]", "choice = [0.1, 0.2]\nweights = [1, -1]", "impossible", "[0.1"),
        ("uniform = [0.1, 0.5]", "uniform = [0.1, 0.5]\nweights = [1, 1]", "`weights` goes with", "[1, 1]"),
        ("uniform = [0.1, 0.5]", "uniform = [0.1, 0.5]\nvalue = 1", "both `value` and `uniform`", "[0.1"),
        ("uniform = [0.1, 0.5]", "uniform = [0.1, 0.5]\nrange = [0, 1]", "states its own range", "[0, 1]"),
        ("uniform = [0.1, 0.5]\n", "", "the number itself is missing", "[empathy]"),
        ("assumed = \"no estimate; wide\"\n", "", "neither `source` nor `assumed`", "[empathy]"),
        (
            "assumed = \"one in five\"",
            "assumed = \"one in five\", source = \"me\"",
            "both `source` and",
            "\"one in five\"",
        ),
        (", range = [0.05, 0.5] }", " }", "`range` is missing", "{ value = 0.1"),
        ("range = [0.05, 0.5] }", "range = [0.3, 0.5] }", "not a range around", "[0.3"),
        ("range = [0.5, 1.0] }", "range = [0.5, 1.5] }", "not a range around", "[0.5"),
        ("from = \"north\", to = \"south\"", "from = \"nort\", to = \"south\"", "there is no `nort`", "\"nort\""),
        ("from = \"north\", to = \"south\"", "from = \"south\", to = \"south\"", "two different actors", "\"south\""),
        (NORTH, "", "`baseline` is missing", "[[issues.actors]]"),
        (NORTH, "baseline = 10", "expected { value", "10"),
        ("actor = \"north\"\nbase", "actor = \"nroth\"\nbase", "", ""),
        (
            "value = 12, unit = \"billion dollars per year\", assumed = \"effort at the start; the baseline if not stated\", range = [10, 15]",
            "value = 250, unit = \"billion dollars per year\", assumed = \"a\", range = [1, 300]",
            "`initial` 250 is above the cap 200",
            "{ value = 250",
        ),
        (
            "value = 200, unit = \"billion dollars per year\", assumed = \"all that the economy can bear\", range = [100",
            "value = 1, unit = \"billion dollars per year\", assumed = \"a\", range = [1",
            "",
            "",
        ),
        ("years = [2000, 2010, 2020]", "years = [2000, 2020, 2010]", "year 2010 is out of order", "2010"),
        ("years = [2000, 2010, 2020]", "years = [2000, 2010, 2010]", "year 2010 is out of order", "2010"),
        ("values = [500, 700, 900]", "values = [500, 0, 900]", "0 cannot be used", "0"),
        ("values = [500, 700, 900]", "values = [500, 900]", "3 years and 2 values", "[500, 900]"),
        ("values = [11, 12.5, 12]", "values = [11, -12.5, 12]", "-12.5 cannot be used", "-12.5"),
        (
            "unit = \"billion dollars per year\"\nsource",
            "unit = \"dollars\"\nsource",
            "not the issue's effort unit",
            "\"dollars\"",
        ),
        ("group = \"region\"", "group = \"regin\"", "there is no `regin`", "\"regin\""),
        ("from = \"health\"\n", "from = \"healt\"\n", "there is no `healt`", "\"healt\""),
        ("to = \"military\"\n", "to = \"health\"\n", "into another", "[[spillovers]]"),
        ("greedy = { value = 0.1", "care = { value = 0.1", "`care` stands in [[actors]], not here", "care"),
    ];
    for (good, bad, what, marked) in cases {
        let text = spoilt(good, bad);
        if marked.is_empty() {
            assert!(faults(&text).len() > 1, "{bad}");
        } else if what.contains("key") || what.contains("taken") {
            assert!(faults(&text).iter().any(|fault| fault.what.en.contains(what)), "{bad}");
        } else {
            only(&text, what, marked);
        }
    }
}

#[test]
fn contract_the_nearest_valid_name_is_offered() {
    let near = |good: &str, bad: &str| faults(&spoilt(good, bad)).iter().find_map(|fault| fault.nearest.clone());
    assert_eq!(near("greed_excess =", "greed_exces ="), Some("greed_excess".into()));
    assert_eq!(near("\"log per √year\"", "\"log per year\""), Some("log per √year".into()));
    assert_eq!(near("doctrine = \"bayesian\"", "doctrine = \"baysian\""), Some("bayesian".into()));
    assert_eq!(near("from = \"north\"", "from = \"nrth\""), Some("north".into()));
    assert_eq!(near("[ensemble]", "[ensembel]"), Some("ensemble".into()));
}

#[test]
fn contract_all_faults_are_shown_at_once_in_order() {
    let text = STARTER
        .replace("kind = \"military\"", "kind = \"x\"")
        .replace("seed = 1", "seed = -1")
        .replace("greedy = { value = 0.1", "greedy = { value = 7")
        .replace("zh = \"南国\"", "zh = \"\"");
    let ensemble = "[ensemble]\nreplications = 1000\nseed = -1\n";
    let found = faults(&format!("{}\n{ensemble}", text.replace(ensemble, "")));
    assert_eq!(
        found.iter().position(|fault| fault.path == "ensemble.seed"),
        Some(3),
        "by position, not as they were met"
    );
    let found = faults(&text);
    assert_eq!(found.len(), 4, "{}", render(&found, "f", Lang::En, false));
    assert!(found.windows(2).all(|two| two[0].line < two[1].line));
    assert_eq!(found[0].path, "ensemble.seed");
    assert_eq!(found[3].path, "issues.military.actors.north.greedy.value");
}

#[test]
fn contract_syntax_errors_are_shown_with_what_else_is_certainly_wrong() {
    let text = STARTER.replace("start = 2000", "start = ").replace("seed = 1", "seed = -1");
    let found = faults(&text);
    assert!(found.iter().any(|fault| fault.what.en.starts_with("not TOML") && fault.line == 23), "{found:#?}");
    assert!(!found.iter().any(|fault| fault.what.en.contains("missing")), "{found:#?}");
    let cut = faults(&STARTER.replace("[[actors]]\nid = \"south\"", "[[actors\nid = \"south\""));
    assert!(cut.iter().all(|fault| fault.what.en.starts_with("not TOML")), "{cut:#?}");
    let twice = STARTER.replace("seed = 1", "seed = 1\nseed = 2");
    only(&twice, "duplicate key", "seed");
}

#[test]
fn contract_groups_form_a_tree() {
    let ring = "[[groups]]\nid = \"a\"\nname = { en = \"a\", zh = \"a\" }\nwithin = \"b\"\n\
                [[groups]]\nid = \"b\"\nname = { en = \"b\", zh = \"b\" }\nwithin = \"a\"\n\
                [[groups]]\nid = \"c\"\nname = { en = \"c\", zh = \"c\" }\nwithin = \"a\"\n[[actors]]\n";
    only(&STARTER.replacen("[[actors]]\n", ring, 1), "inside itself", "\"b\"");
    let tree = STARTER.replacen("[[actors]]\n", &ring.replace("within = \"a\"", ""), 1);
    assert_eq!(check(&tree, &[]).unwrap().groups[0].within, Some(1));
    let taken = faults(&tree.replace("id = \"north\"", "id = \"c\""));
    assert!(taken[0].what.en.contains("`c` is taken"), "actors and groups share their names: {taken:#?}");
}

#[test]
fn contract_names_that_would_share_their_luck_are_refused() {
    // Known 32-bit FNV-1a collision.
    assert_eq!(luck_id("costarring"), luck_id("liquid"));
    let text = STARTER.replace("\"north\"", "\"costarring\"").replace("\"south\"", "\"liquid\"");
    assert!(faults(&text).iter().any(|fault| fault.what.en.contains("rename one")));
}

fn with_empathy(words: &str) -> String {
    STARTER.replace("uniform = [0.1, 0.5]\nunit = \"probability\"\nassumed = \"no estimate; wide\"", words)
}

#[test]
fn contract_matrices_must_fit() {
    let matrix =
        |rows: &str| with_empathy(&format!("matrix = {rows}\nunit = \"probability\"\nassumed = \"a\"\nrange = [0, 1]"));
    let cells = check(&matrix("[[0, 0.2], [0.3, 0]]"), &[]).unwrap().empathy.cells;
    assert!(cells[0] == cells[1] && cells[3] == cells[2] && cells[1] != cells[2], "the diagonal repeats its neighbour");
    assert!(check(&matrix("[[-7, 0.2], [0.3, 99]]"), &[]).is_ok(), "the diagonal is ignored");
    only(&matrix("[[0, 0.2], [0.3]]"), "row 2 has 1 columns", "[0.3]");
    only(&matrix("[[0, 0.2]]"), "1 rows for 2 actors", "[[0, 0.2]]");
    only(&matrix("[[0, 1.2], [0.3, 0]]"), "above the largest", "1.2");
    only(&matrix("[[0, \"x\"], [0.3, 0]]"), "expected a number", "\"x\"");
    only(&matrix("[0, 1]"), "expected a list of numbers", "0");
    let pair = |rows: &str| {
        let words = format!(
            "pair_authority = {{ matrix = {rows}, unit = \"probability\", source = \"s\" }}\n[issues.mistrust]"
        );
        STARTER.replace("[issues.mistrust]", &words)
    };
    only(&pair("[[0, 0.2], [0.3, 0]]"), "not symmetric: [2, 1] 0.3, but [1, 2] 0.2", "[[0");
    let s = check(&pair("[[0, 0.2], [0.2, 0]]"), &[]).unwrap();
    let cells = &s.issues[0].pair_authority.cells;
    assert_eq!(cells[1], cells[2]);
}

#[test]
fn contract_pairs_share_numbers_as_the_file_says() {
    let text = with_empathy(
        "default = { value = 0.3, unit = \"probability\", source = \"s\" }\n\
         pairs = [{ from = \"south\", to = \"north\", both = true, uniform = [0, 1], unit = \"probability\", assumed = \"a\" }]",
    );
    let s = check(&text, &[]).unwrap();
    assert_eq!(s.empathy.cells[1], s.empathy.cells[2]);
    assert_eq!(s.number(s.empathy.cells[1]).path, "empathy.north.south");
    let s = check(&text, &sets(&[("empathy.south.north", "0.5")])).unwrap();
    assert_eq!(s.empathy.cells[1], s.empathy.cells[2]);
    assert_eq!(s.number(s.empathy.cells[1]).distribution, Distribution::Value(0.5));
    let both_ways = with_empathy(
        "pairs = [{ from = \"south\", to = \"north\", both = true, uniform = [0, 1], unit = \"probability\", assumed = \"a\" },\n\
         { from = \"north\", to = \"south\", uniform = [0, 1], unit = \"probability\", assumed = \"a\" }]",
    );
    only(&both_ways, "stated twice", "{ from = \"north\"");
    let first = "{ from = \"south\", to = \"north\", both = true, uniform = [0, 1], unit = \"probability\", assumed = \"a\" },\n";
    let second = "{ from = \"north\", to = \"south\", uniform = [0, 1], unit = \"probability\", assumed = \"a\" }";
    only(
        &with_empathy(&format!("pairs = [{}, {}]", second, first.trim_end().trim_end_matches(','))),
        "stated twice",
        "{ from = \"south\"",
    );
    let s = check(STARTER, &[]).unwrap();
    assert_eq!(s.empathy.cells, vec![s.empathy.cells[0]; 4]);
    let mistrust = &s.issues[0].mistrust.cells;
    assert_ne!(mistrust[1], mistrust[2]);
    assert_eq!(s.number(mistrust[1]).path, "issues.military.mistrust.north.south");
    assert_eq!(s.number(mistrust[2]).path, "issues.military.mistrust");
}

#[test]
fn contract_settings_replace_numbers() {
    let one = |path: &str, value: &str| check(STARTER, &sets(&[(path, value)])).unwrap_or_else(|f| panic!("{f:#?}"));
    let number =
        |s: &Scenario, path: &str| s.numbers.iter().find(|n| n.path == path).cloned().expect("a number of this path");
    for path in [
        "issues.military.actors.north.baseline",
        "issues.military.opacity",
        "measures.pulse",
        "actors.south.care",
        "empathy",
    ] {
        let s = one(path, "0.4");
        let n = number(&s, path);
        assert_eq!((n.distribution, n.basis), (Distribution::Value(0.4), Basis::CommandLine), "{path}");
    }
    let s = one("issues.military.mistrust", "0.4");
    assert!(s.issues[0].mistrust.cells.iter().all(|id| s.number(*id).distribution == Distribution::Value(0.4)));
    let s =
        check(STARTER, &sets(&[("issues.military.mistrust.south.north", "0.6"), ("issues.military.mistrust", "0.4")]))
            .unwrap();
    let found: Vec<_> = s.issues[0].mistrust.cells.iter().map(|id| s.number(*id).distribution.clone()).collect();
    assert_eq!(found[1..3], [Distribution::Value(0.4), Distribution::Value(0.6)]);
    assert_eq!(one("clock.end", "2040").clock.end, 2040);
    assert_eq!(one("ensemble.replications", "7").ensemble.replications, 7);
    assert_eq!(one("actors.north.doctrine", "trusting").actors[0].doctrine, DoctrineKind::Trusting);
    let s = one("assumptions.decision", "worst-case");
    assert_eq!((s.actors[0].doctrine, s.actors[1].doctrine), (DoctrineKind::Bayesian, DoctrineKind::WorstCase));
    let open = STARTER.replace("#| ", "");
    let s =
        check(&open, &sets(&[("issues.military.groups.region.rules", "0.5"), ("spillovers.military.health", "0.1")]))
            .unwrap();
    assert_eq!(s.spillovers.len(), 2);
    assert_eq!(s.number(s.issues[0].group_authority[0].rules).distribution, Distribution::Value(0.5));
}

#[test]
fn contract_a_setting_stands_in_for_a_missing_number() {
    let text = STARTER.replacen("greedy = {", "#", 1).replacen(NORTH, "", 1);
    assert!(check(&text, &[]).is_err());
    let path = "issues.military.actors.north.baseline";
    assert!(check(&text, &sets(&[(path, "3")])).is_ok());
}

#[test]
fn contract_faulty_settings_are_shown_without_a_line() {
    let cases = [
        ("issues.military.mistrst", "0.4", "nothing of this path", Some("issues.military.mistrust")),
        (
            "issues.military.mistrust.nort.south",
            "0.4",
            "nothing of this path",
            Some("issues.military.mistrust.north.south"),
        ),
        ("actors.nrth.care", "0.4", "nothing of this path", Some("actors.north.care")),
        ("issues.military.north.baseline", "4", "nothing of this path", Some("issues.military.actors.north.baseline")),
        ("pulse", "0.2", "nothing of this path", Some("measures.pulse")),
        ("title", "x", "nothing of this path", None),
        ("", "", "nothing of this path", None),
        ("measures.pulse", "lots", "not a finite number", None),
        ("measures.pulse", "inf", "not a finite number", None),
        ("measures.pulse", "3", "above the largest", None),
        ("clock.end", "1990", "ends before", None),
        ("ensemble.seed", "-1", "not a whole number", None),
        ("assumptions.talk", "informativ", "not one of the allowed", Some("informative")),
        ("issues.military.actors.south.cap", "5", "above the cap", None),
    ];
    for (path, value, what, nearest) in cases {
        let found = check(STARTER, &sets(&[(path, value)])).expect_err(path);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert_eq!(found[0].origin, Origin::CommandLine, "{path}");
        assert_eq!(found[0].source_line, format!("{path}={value}"));
        assert!(found[0].what.en.contains(what), "{found:#?}");
        assert!(nearest.is_none() || found[0].nearest.as_deref() == nearest, "{found:#?}");
        assert!(render(&found, "f", Lang::Zh, false).contains("--set"));
    }
}

#[test]
fn contract_the_order_of_a_file_changes_nothing() {
    let ensemble = "[ensemble]\nreplications = 1000\nseed = 1\n";
    let moved = format!("{}\n{ensemble}", STARTER.replace(ensemble, ""));
    assert_ne!(moved, STARTER);
    assert_eq!(check(&moved, &[]).unwrap(), check(STARTER, &[]).unwrap());
}

#[test]
fn contract_defaults_come_last_and_every_number_has_its_own_path() {
    for preset in PRESETS {
        let s = check(preset.text, &[]).unwrap();
        let first = s.numbers.iter().position(|n| n.basis == Basis::Default).unwrap_or(s.numbers.len());
        assert!(s.numbers[first..].iter().all(|n| n.basis == Basis::Default));
        let paths: std::collections::BTreeSet<_> = s.numbers.iter().map(|n| &n.path).collect();
        assert_eq!(paths.len(), s.numbers.len());
        assert_eq!(s.number(s.measures.pulse).path, "measures.pulse");
        assert_eq!(s.number(s.issues[0].stakes[1].cap).parameter, "cap");
    }
}

#[test]
fn contract_the_empty_and_the_absurd_are_refused() {
    assert!(faults("").iter().any(|fault| fault.what.en.contains("`format` is missing")));
    let nobody = "format = 1\nid = \"x\"\ntitle = { en = \"x\", zh = \"x\" }\n[clock]\nstart = 0\nend = 1\nsteps_per_year = 1\n\
                  [ensemble]\nreplications = 1\nseed = 1\n";
    let found = faults(nobody);
    assert_eq!(found.iter().map(|fault| fault.path.as_str()).collect::<Vec<_>>(), ["actors", "issues"]);
    assert!(faults(&format!("actors = []\nissues = []\n{nobody}")).len() >= 2);
    assert!(!faults(&"[".repeat(100_000)).is_empty());
    assert!(!faults(&format!("a = {}", "[".repeat(100_000))).is_empty());
    assert!(!faults(&format!("a = {}", "{a=".repeat(100_000))).is_empty());
    assert!(!faults(&format!("{}a = 1", "a.".repeat(100_000))).is_empty());
    assert!(!faults(&format!("[{}a]", "\"=\".".repeat(100_000))).is_empty());
    let deep = "a.".repeat(78);
    assert!(!faults(&format!("x = {}1{}", format!("{{ {deep}a = ").repeat(78), "}".repeat(78))).is_empty());
    assert!(!faults(&format!("x = {{ {}a = 1 }}\nx = 1", "a . ".repeat(100_000))).is_empty());
    assert!(!faults(&"x".repeat(17 << 20)).is_empty());
    let many: String =
        (0..6000).map(|i| format!("[[actors]]\nid = \"a{i}\"\nname = {{ en = \"x\", zh = \"x\" }}\n")).collect();
    assert!(faults(&format!("{nobody}{many}")).iter().any(|fault| fault.what.en.contains("6000 actors are too many")));
    let issues: String = (0..9).map(|i| format!("[[issues]]\nid = \"i{i}\"\n")).collect();
    assert!(faults(&format!("{nobody}{issues}")).iter().any(|fault| fault.what.en.contains("9 issues are too many")));
}

#[test]
fn contract_many_faults_stay_readable() {
    let wrong: String = (0..100_000).map(|i| format!("k{i} = 1\n")).collect();
    let found = faults(&format!("{wrong}{STARTER}"));
    assert_eq!(found.len(), 500);
    assert!(found[499].what.en.contains("more faults"), "{:?}", found[499]);
    let one_line: String = (0..50_000).map(|i| format!("k{i} = 1, ")).collect();
    assert!(render(&faults(&format!("x = {{ {one_line} }}\n{STARTER}")), "f", Lang::En, true).len() < 1 << 20);
}

#[test]
fn contract_no_text_makes_the_checker_panic() {
    let open = STARTER.replace("#| ", "");
    let pieces = [
        "", "\"", "[", "]", "{", "}", "=", ".", ",", "\n", "\u{0}", "军", "nan", "1e400", "-1", "[[", "0x", "'''",
        "\\u", "#",
    ];
    let mut luck = 1u64;
    let mut next = |below: usize| {
        luck = luck.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((luck >> 33) as usize) % below.max(1)
    };
    for source in [open.as_str(), PRESETS[0].text] {
        let lines: Vec<&str> = source.lines().filter(|line| !line.starts_with("# ") && !line.is_empty()).collect();
        for _ in 0..1500 {
            let mut changed: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            for _ in 0..=next(3) {
                let line = next(changed.len());
                let letters: Vec<char> = changed[line].chars().collect();
                let (from, skip, piece) = (next(letters.len() + 1), next(4), pieces[next(pieces.len())]);
                let head: String = letters[..from].iter().collect();
                let tail: String = letters[(from + skip).min(letters.len())..].iter().collect();
                changed[line] = format!("{head}{piece}{tail}");
            }
            let found = faults(&changed.join("\n"));
            let _ = render(&found, "f", Lang::En, false);
        }
    }
}

#[test]
fn contract_steps_too_coarse_for_a_speed_are_refused() {
    let text = crate::starter::STARTER;
    let sets = |steps: &str, speed: &str| {
        [("clock.steps_per_year", steps), ("issues.military.adjustment", speed)]
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
    };
    assert!(check(text, &sets("4", "4")).is_ok());
    let faults = check(text, &sets("3", "4")).expect_err("the step overshoots");
    assert!(faults.iter().any(|f| f.path == "clock.steps_per_year" && f.what.en.contains("adjustment")), "{faults:?}");
    let clear = [("issues.military.opacity", "0.02"), ("issues.military.greed_excess", "2")];
    let faults = check(text, &clear.map(|(a, b)| (a.to_owned(), b.to_owned()))).expect_err("beliefs would chatter");
    assert!(faults.iter().any(|f| f.what.en.contains("opacity")), "{faults:?}");
    for (path, value) in [("issues.military.rules", "0.95"), ("actors.north.negativity", "10")] {
        let coarse = [("clock.steps_per_year", "1"), ("issues.military.opacity", "0.4"), (path, value)];
        let faults = check(text, &coarse.map(|(a, b)| (a.to_owned(), b.to_owned()))).err().unwrap_or_default();
        assert!(faults.iter().any(|f| f.what.en.contains("opacity")), "{path}: {faults:?}");
        assert!(
            check(text, &coarse[..2].iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>())
                .is_ok()
        );
    }
}

#[test]
fn contract_control_characters_and_a_missing_format_are_refused() {
    let text = crate::starter::STARTER;
    let faults = check(&text.replacen("Two neighbours", "Two\\u001b[31m", 1), &[]).expect_err("an escape sequence");
    assert!(faults.iter().any(|f| f.what.en.contains("control")), "{faults:?}");
    let faults = check(&text.replacen("format = 1", "formt = 1", 1), &[]).expect_err("no format");
    assert!(faults.iter().any(|f| f.nearest.as_deref() == Some("format")), "{faults:?}");
    assert!(faults.iter().any(|f| f.allowed.as_ref().is_some_and(|a| a.en == "format = 1")), "{faults:?}");
}
