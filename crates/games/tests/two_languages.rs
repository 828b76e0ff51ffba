//! What the Chinese page of a named game shows is Chinese: symbols, names of primitives and names of authors are all that
//! it has in Latin letters.

use games::named::{ALL, Analysis, Game, Named, Value, Words};

/// Functions that have the same name everywhere.
const FUNCTIONS: [&str; 5] = ["min", "max", "ln", "exp", "log"];

/// English words of two letters, which a product of two symbols never is.
const SHORT: [&str; 10] = ["at", "by", "if", "in", "is", "no", "of", "on", "or", "to"];

/// English words in a text for a Chinese page. Files are named as they are.
fn english<'a>(named: &Named, text: &'a str) -> Vec<&'a str> {
    let words = text.split(|c: char| !c.is_ascii_alphabetic() && c != '_').filter(|word| !word.is_empty());
    let known = |word: &str| {
        named.parameters.iter().any(|p| p.id == word)
            || FUNCTIONS.contains(&word)
            || word.starts_with(char::is_uppercase) && named.source.contains(word)
            || ["docs", "model", "md"].contains(&word) && text.contains("docs/model.md")
    };
    words.filter(|word| (word.len() > 2 || SHORT.contains(word)) && !known(word)).collect()
}

fn has_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// At the defaults and a little above and below them, one primitive at a time, as far as that makes the game.
fn analyses(named: &Named) -> Vec<Analysis> {
    let values = named.defaults().expect(named.id);
    let mut all = vec![(named.analyse)(&values).expect(named.id)];
    for parameter in named.parameters {
        let steps = if parameter.whole { [1.0, -1.0] } else { [0.3, -0.3] };
        for step in steps {
            let moved = named.set(&values, parameter.id, &format!("{}", values.real(parameter.id) + step));
            all.extend(moved.and_then(|values| (named.analyse)(&values)));
        }
    }
    all
}

/// Every text that an analysis shows.
fn texts(analysis: &Analysis) -> Vec<Words> {
    let mut all: Vec<Words> = analysis.held.into_iter().collect();
    for finding in &analysis.findings {
        all.extend([finding.name, finding.formula]);
        if let Value::Said(words) | Value::Absent(words) = finding.value {
            all.push(words);
        }
    }
    if let Some(picture) = &analysis.picture {
        all.extend([picture.x, picture.y]);
        all.extend(picture.lines.iter().map(|line| line.name));
        all.extend(picture.marks.iter().map(|mark| mark.name));
    }
    all
}

#[test]
fn contract_chinese_pages_have_no_english_words() {
    let mut wrong = Vec::new();
    for named in ALL {
        let mut all: Vec<Words> = analyses(named).iter().flat_map(texts).collect();
        all.extend(named.note);
        all.push(named.story);
        all.extend(named.parameters.iter().map(|p| p.meaning));
        all.extend(named.labels);
        for words in all {
            wrong.extend(english(named, words.zh).iter().map(|word| format!("{}: {word}: {}", named.id, words.zh)));
            if has_chinese(words.en) {
                wrong.push(format!("{}: {}", named.id, words.en));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Players, actions and places of a tree are what its equilibria are told with.
#[test]
fn contract_names_in_trees_have_both_languages() {
    let mut trees = 0;
    for named in ALL {
        let Some(Game::Tree(tree)) = (named.analyse)(&named.defaults().expect(named.id)).expect(named.id).game else {
            continue;
        };
        trees += 1;
        let sets = tree.sets().iter().enumerate();
        let places = sets.flat_map(|(k, set)| set.actions.iter().cloned().chain([tree.set_label(k)]));
        for name in tree.players().iter().cloned().chain(places) {
            assert!(named.labels.iter().any(|w| w.en == name && w.zh != name), "{}: {name}", named.id);
        }
    }
    assert!(trees > 2);
}

/// A formula that has words has them in both languages, or in neither.
#[test]
fn contract_formulas_have_words_in_both_languages_or_in_none() {
    for named in ALL {
        for finding in analyses(named).iter().flat_map(|analysis| &analysis.findings) {
            let Words { en, zh } = finding.formula;
            assert_eq!(en.is_empty(), zh.is_empty(), "{}: {}", named.id, finding.id);
            assert_eq!(en != zh, has_chinese(zh), "{}: {}: {en} / {zh}", named.id, finding.id);
        }
    }
}

/// A reference is the same in both languages, so it carries no comment: what stands in brackets is an issue's number.
#[test]
fn contract_sources_are_references_only() {
    for named in ALL {
        let within = named.source.split('(').skip(1).filter_map(|rest| rest.split(')').next());
        for text in within {
            assert!(text == "eds" || text.chars().all(|c| c.is_ascii_digit() || c == '–'), "{}: {text}", named.id);
        }
        for comment in ["-type", "derived", "the idea"] {
            assert!(!named.source.contains(comment), "{}: {}", named.id, named.source);
        }
    }
}
