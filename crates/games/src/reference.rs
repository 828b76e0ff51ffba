//! docs/games.md: every named game with its primitives and what follows at their defaults.

use std::fmt::Write as _;

use crate::named::{ALL, Finding, Named, Value};
use crate::sheet::of_named;
use crate::solution::Concept;

const HEAD: &str = "# Games

Every game that `herz solve NAME` knows: who decides what, its primitives (`--set NAME=VALUE`, `--vary NAME=FROM..TO`), what follows
from them in closed form, and what that is at the defaults. Where a game is finite the solver answers the same question a second
way, with all equilibria and their certificates; `herz solve NAME --write FILE.nfg` hands it to other programs. Defaults illustrate;
they are no estimates. This page is written by the program.
";

/// The page.
pub fn reference() -> String {
    ALL.iter().fold(HEAD.to_owned(), |page, named| page + &entry(named))
}

fn entry(named: &'static Named) -> String {
    let mut out = format!("\n## `{}` – {} {}\n\n{}\n\n", named.id, named.title.en, named.title.zh, named.story.en);
    let note = named.note.map_or_else(String::new, |note| format!(" {}", note.en));
    let _ = writeln!(out, "Source: {}{note} Claims: {}.\n", ended(named.source), named.claims.join(", "));
    out += "| primitive | default | range | what it is |\n|---|---|---|---|\n";
    for p in named.parameters {
        let [low, high] = p.range;
        let _ = writeln!(out, "| `{}` | {} | {low} … {high} | {} |", p.id, p.default, cell(p.meaning.en));
    }
    let Ok(values) = named.defaults() else { return out };
    let Ok(sheet) = of_named(named, values, Concept::default()) else { return out };
    if !sheet.findings.is_empty() {
        out += "\n| what follows | closed form | at the defaults |\n|---|---|---|\n";
        sheet.findings.iter().for_each(|f| out += &finding(f));
    }
    if let Some(solution) = &sheet.solution {
        let (count, concept) = (solution.equilibria.len(), &solution.concept.en);
        let all = if solution.complete { "complete" } else { "not complete" };
        let _ = writeln!(out, "\nAt the defaults the solver finds {count} ({concept}; {all}).");
    }
    out
}

fn finding(f: &Finding) -> String {
    let value = match &f.value {
        Value::Exact(value) => value.to_string(),
        Value::Real(value) => format!("{value:.6}"),
        Value::Truth(value) => (if *value { "yes" } else { "no" }).to_owned(),
        Value::Said(words) => words.en.to_owned(),
        Value::Absent(words) => format!("– ({})", words.en),
    };
    let formula = if f.formula.en.is_empty() { String::new() } else { format!("`{}`", cell(f.formula.en)) };
    format!("| {} | {formula} | {} |\n", cell(f.name.en), cell(&value))
}

/// A reference with its full stop, unless it ends a sentence already.
fn ended(source: &str) -> String {
    let stop = if source.ends_with(['.', '?']) { "" } else { "." };
    format!("{source}{stop}")
}

/// A bar would end the cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
