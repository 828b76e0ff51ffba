//! docs/claims.md lists every claim that the program and its pages cite, and no other.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// A letter of a register and a number, standing alone: `A165`, `B29`, `X7`.
fn ids(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && !['_', '-'].contains(&c));
    let is_id = |word: &&str| {
        let digits = word.strip_prefix(['A', 'B', 'X']).unwrap_or_default();
        (1..=3).contains(&digits.len()) && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit())
    };
    words.filter(is_id).map(str::to_owned).collect()
}

/// Sources and pages below a folder.
fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs" || e == "md") && !path.ends_with("claims.md") {
            found.push(path);
        }
    }
}

#[test]
fn contract_every_claim_that_is_cited_can_be_looked_up() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut cited = BTreeSet::new();
    let mut all = ["README.md", "ARCHITECTURE.md", "GLOSSARY.md"].map(|name| root.join(name)).to_vec();
    ["crates", "docs", "studies"].iter().for_each(|folder| files(&root.join(folder), &mut all));
    for path in &all {
        cited.extend(ids(&std::fs::read_to_string(path).expect("a text")));
    }
    let page = std::fs::read_to_string(root.join("docs/claims.md")).expect("docs/claims.md");
    let rows: Vec<&str> = page.lines().filter(|l| l.starts_with("| ") && !l.starts_with("| id")).collect();
    let listed: Vec<&str> = rows.iter().filter_map(|l| l.split(" | ").next()?.strip_prefix("| ")).collect();
    let unique: BTreeSet<String> = listed.iter().map(|id| (*id).to_owned()).collect();
    assert_eq!(unique.len(), listed.len(), "an id is listed twice");
    let missing: Vec<&String> = cited.difference(&unique).collect();
    assert!(missing.is_empty(), "cited, but not in docs/claims.md: {missing:?}");
    // The rest of a range that is cited by its ends may be listed too.
    let ranges = [("A", 9, 13), ("A", 60, 65), ("B", 33, 36)];
    let in_range = |id: &str| ranges.iter().any(|(l, a, b)| (*a..=*b).any(|n: u32| id == format!("{l}{n}")));
    let idle: Vec<&String> = unique.difference(&cited).filter(|id| !in_range(id)).collect();
    assert!(idle.is_empty(), "listed, but cited nowhere: {idle:?}");
    for row in rows {
        let cells: Vec<&str> = row.trim_matches(['|', ' ']).split(" | ").collect();
        assert!(cells.len() == 3 && cells.iter().all(|c| !c.trim().is_empty()), "{row}");
    }
}
