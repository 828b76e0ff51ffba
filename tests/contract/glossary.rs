//! One idea, one word, in each language: the program keeps to GLOSSARY.md.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use lab::catalogue::PARAMETERS;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

fn glossary() -> String {
    std::fs::read_to_string(Path::new(ROOT).join("GLOSSARY.md")).expect("GLOSSARY.md")
}

/// Cells of the rows of every table with this many columns, heads and rules left out.
fn rows(text: &str, columns: usize) -> Vec<Vec<&str>> {
    text.lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| English") && !line.starts_with("| Instead of"))
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect::<Vec<_>>())
        .filter(|cells| cells.len() == columns)
        .collect()
}

/// The Chinese term of a row, without the mark of terms that the papers do not have.
fn chinese<'a>(row: &[&'a str]) -> &'a str {
    row[1].trim_end_matches('†').trim()
}

/// Places where one of the words occurs, as `file:line: word`.
fn found_in(name: &str, text: &str, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (at, line) in text.lines().enumerate() {
        for word in words.iter().filter(|word| line.contains(**word)) {
            found.push(format!("{name}:{}: {word}", at + 1));
        }
    }
    found
}

/// Endings of files whose texts people read.
const TEXTS: [&str; 8] = ["rs", "toml", "js", "ts", "css", "html", "txt", "md"];

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        let skipped = ["target", "node_modules"].iter().any(|name| entry.file_name() == *name);
        if path.is_dir() && !skipped {
            files(&path, found);
        } else if path.extension().is_some_and(|ending| TEXTS.iter().any(|text| ending == *text)) {
            found.push(path);
        }
    }
}

#[test]
fn contract_words_that_the_glossary_refuses_do_not_occur() {
    let text = glossary();
    let refused: Vec<&str> = rows(&text, 3).iter().map(|row| row[0]).collect();
    assert!(refused.len() >= 15 && refused.contains(&"不信任") && refused.contains(&"螺旋"), "{refused:?}");
    // The check can fail.
    assert_eq!(found_in("f", "猜疑\n初始不信任", &refused), ["f:2: 不信任"]);
    let mut all = Vec::new();
    for part in ["crates", "scenarios", "docs", "web", "claims", "studies"] {
        let folder = Path::new(ROOT).join(part);
        if folder.exists() {
            files(&folder, &mut all);
        }
    }
    assert!(all.len() > 50, "{}", all.len());
    let hits: Vec<String> = all
        .iter()
        .flat_map(|path| {
            let text = std::fs::read_to_string(path).unwrap_or_default();
            found_in(&path.display().to_string(), &text, &refused)
        })
        .collect();
    assert!(hits.is_empty(), "{}", hits.join("\n"));
}

#[test]
fn contract_no_term_of_the_glossary_stands_twice() {
    let text = glossary();
    let rows = rows(&text, 4);
    assert!(rows.len() >= 80, "{}", rows.len());
    let (mut english, mut terms) = (BTreeSet::new(), BTreeSet::new());
    for row in &rows {
        assert!(row.iter().all(|cell| !cell.is_empty()), "{row:?}");
        assert!(english.insert(row[0].to_lowercase()), "{} stands twice", row[0]);
        assert!(terms.insert(chinese(row)), "{} stands twice", chinese(row));
    }
}

#[test]
fn contract_parameters_are_named_as_in_the_glossary() {
    let text = glossary();
    let rows = rows(&text, 4);
    for parameter in PARAMETERS {
        let row = rows.iter().find(|row| row[0] == parameter.name.en);
        let row = row.unwrap_or_else(|| panic!("{} is not in the glossary", parameter.name.en));
        assert_eq!(chinese(row), parameter.name.zh, "{}", parameter.key);
        assert!(row[2].contains(&format!("`{}`", parameter.key)), "{} should name its key", parameter.name.en);
    }
}
