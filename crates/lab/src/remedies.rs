//! The kinds of remedy: family, what each moves, which numbers it has, and how these become levers (model §8).

mod build;
mod kinds;
mod needs;

pub use build::build;
pub use kinds::REMEDIES;
pub use needs::Needs;

use crate::catalogue::Words;

/// One way of carrying out a kind of remedy, and the numbers it needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mode {
    /// As written after `mode =`; empty where there is only one.
    pub word: &'static str,
    /// Keys of its numbers.
    pub numbers: &'static [&'static str],
}

/// A kind of remedy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kind {
    /// As written after `kind =`.
    pub key: &'static str,
    /// Family of model §8.
    pub family: &'static str,
    /// Name.
    pub name: Words,
    /// What it moves and why.
    pub acts_on: Words,
    /// Fewest carriers.
    pub least: usize,
    /// Modes; the first is the default.
    pub modes: &'static [Mode],
    /// Whether two modes of it at one time contradict each other.
    pub exclusive: bool,
    /// Whether what it does to security follows from the form of a term alone.
    pub by_construction: bool,
    /// What an issue must have for it to do anything there.
    pub needs: Needs,
}

/// Who carries an attitude.
pub const CARRIERS: [&str; 3] = ["leaders", "scholars", "educators"];

/// The kind of this key.
pub fn kind_of(key: &str) -> Option<&'static Kind> {
    REMEDIES.iter().find(|k| k.key == key)
}

/// Whether it matters towards whom a remedy is carried: some lever of it works on its partners, or it answers them.
pub fn takes_toward(kind: &Kind, mode: usize) -> bool {
    match kind.key {
        "parity" | "spheres" | "define-aggression" | "limit-war" | "negotiate" => true,
        "military-signal" | "reciprocation" | "tit-for-tat" => true,
        "ladder" | "exchange" | "self-binding" | "security-community" | "open-reporting" => true,
        "language" => kind.modes[mode].word == "micro",
        _ => false,
    }
}

/// Every kind with its numbers, as a page: docs/remedies.md.
pub fn reference() -> String {
    let mut page = String::from(
        "# Remedies\n\nEvery kind of remedy that a scenario may offer, what it moves (model §8), and its numbers. None of these numbers has a \
         published\nestimate: defaults are assumed, and a scenario that states one says why. This page is written by the program.\n",
    );
    let mut family = "";
    for kind in REMEDIES {
        if kind.family != family {
            family = kind.family;
            page.push_str(&format!("\n## {family}\n"));
        }
        let built = if kind.by_construction { " *By construction.*" } else { "" };
        page.push_str(&format!(
            "\n### `{}` – {} {}\n\nMoves {}.{built}\n",
            kind.key, kind.name.en, kind.name.zh, kind.acts_on.en
        ));
        if kind.least > 1 {
            page.push_str(&format!("At least {} carriers.\n", kind.least));
        }
        if kind.needs != Needs::Stakes {
            page.push_str(&format!("Only in an issue with {}.\n", kind.needs.words().en));
        }
        if kind.exclusive {
            page.push_str("One mode at a time for any one carrier.\n");
        }
        let takes: Vec<bool> = (0..kind.modes.len()).map(|mode| takes_toward(kind, mode)).collect();
        match (takes.contains(&true), takes.contains(&false)) {
            (false, _) => page.push_str("Takes no `toward`.\n"),
            (true, true) => page.push_str("Only some modes take `toward`.\n"),
            (true, false) => {}
        }
        for mode in kind.modes {
            let title = if mode.word.is_empty() { String::new() } else { format!("mode `{}`\n\n", mode.word) };
            page.push_str(&format!(
                "\n{title}| number | unit | range | default | what it is |\n|---|---|---|---|---|\n"
            ));
            mode.numbers.iter().filter_map(|key| crate::catalogue::parameter(key)).for_each(|p| {
                let default = p.default.map_or("–".into(), |d| d.to_string());
                let (low, high) = p.range;
                page.push_str(&format!(
                    "| `{}` | {} | {low} … {high} | {default} | {} |\n",
                    p.key, p.unit, p.explanation.en
                ));
            });
        }
    }
    page
}
