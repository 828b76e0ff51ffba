//! Who may depend on whom: the real graph against the allowed one (ARCHITECTURE.md).

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Crate → crates of this workspace it may use.
const ALLOWED: &[(&str, &[&str])] = &[
    ("herz-theory", &[]),
    ("herz-games", &["herz-theory"]),
    ("herz-lab", &["herz-theory"]),
    ("herz-report", &["herz-lab", "herz-games"]),
    ("herz", &["herz-theory", "herz-lab", "herz-report", "herz-games"]),
    ("xtask", &["herz-theory"]),
    ("herz-benches", &["herz-theory", "herz-lab"]),
    ("herz-tests", &["herz-theory", "herz-lab", "herz-report", "herz-games", "xtask"]),
];

/// Crates from outside that theory may use: none.
const OUTSIDE_THEORY: &[&str] = &[];

#[test]
fn contract_the_dependency_graph_is_the_allowed_one() {
    let out = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--format-version", "1", "--offline"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo metadata runs");
    let metadata: serde_json::Value = serde_json::from_slice(&out.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let ours: BTreeSet<&str> = packages.iter().filter_map(|p| p["name"].as_str()).collect();
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.iter().copied().collect();
    assert_eq!(ours, allowed.keys().copied().collect::<BTreeSet<_>>(), "a crate is missing from the list, or left it");
    for package in packages {
        let name = package["name"].as_str().expect("a name");
        let uses = package["dependencies"].as_array().expect("dependencies");
        for used in uses.iter().filter(|d| d["kind"].is_null()).filter_map(|d| d["name"].as_str()) {
            if ours.contains(used) {
                assert!(allowed[name].contains(&used), "{name} may not use {used}");
            } else if name == "herz-theory" {
                assert!(OUTSIDE_THEORY.contains(&used), "theory may not use {used}");
            }
        }
    }
}

/// Each crate that must stay clean has its list of what clippy refuses there.
#[test]
fn contract_each_crate_has_its_bans() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/..");
    for (file, words) in [
        (
            "crates/theory/clippy.toml",
            &["f64::exp", "f64::ln", "HashMap", "std::fs::File", "Instant::now", "mul_add"][..],
        ),
        ("crates/games/clippy.toml", &["f64::exp", "HashMap", "std::fs::File", "Instant::now", "std::env::var"][..]),
        ("crates/lab/clippy.toml", &["HashMap", "std::fs::File", "Instant::now", "std::env::var"][..]),
        ("crates/report/clippy.toml", &["HashMap", "std::fs::File", "Instant::now", "std::env::var"][..]),
    ] {
        let text = std::fs::read_to_string(format!("{root}/{file}")).expect(file);
        for word in words {
            assert!(text.contains(word), "{file} does not ban {word}");
        }
    }
}

/// Names of tests state their evidence.
#[test]
fn contract_test_names_state_their_evidence() {
    fn walk(folder: &std::path::Path, found: &mut Vec<std::path::PathBuf>) {
        for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
            let path = entry.path();
            let name = entry.file_name();
            if path.is_dir() && name != "target" && name != ".git" {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut files = Vec::new();
    for part in ["crates", "tests", "xtask", "benches"] {
        walk(&root.join(part), &mut files);
    }
    let mut tests = 0;
    for file in files {
        let text = std::fs::read_to_string(&file).expect("readable");
        let mut lines = text.lines();
        while let Some(line) = lines.next() {
            if line.trim() == concat!("#[", "test]") {
                let name = lines.find(|l| l.contains("fn ")).unwrap_or_default();
                let good = ["theorem_", "published_", "cross_", "golden_", "contract_"];
                assert!(good.iter().any(|g| name.contains(g)), "{}: {}", file.display(), name.trim());
                tests += 1;
            }
        }
    }
    assert!(tests > 40, "{tests}");
}
