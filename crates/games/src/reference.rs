//! docs/games.md and docs/games.zh.md: every named game with its primitives and what follows at their defaults.

use std::fmt::Write as _;

use crate::named::{ALL, Finding, Named, Value, Words, words};
use crate::sheet::of_named;
use crate::solution::Concept;

const HEAD: Words = words(
    "# Games

Every game that `herz solve NAME` knows: who decides what, its primitives (`--set NAME=VALUE`, `--vary NAME=FROM..TO`), what follows
from them in closed form, and what that is at the defaults. Where a game is finite the solver answers the same question a second
way, with all equilibria and their certificates; `herz solve NAME --write FILE.nfg` hands it to other programs. Defaults illustrate;
they are no estimates. This page is written by the program. 中文：[games.zh.md](games.zh.md).
",
    "# 博弈

`herz solve 名称` 所知的全部博弈：何人决定何事，基本参数（`--set 名称=值`、`--vary 名称=起..止`），由此推得的闭式解，以及默认值下的结果。
博弈有限时，求解器另行作答，列出全部均衡及其证明；`herz solve 名称 --write 文件.nfg` 可将博弈交给其他程序。默认值仅供说明，并非估计。
本页由程序写成。English: [games.md](games.md).
",
);
const PRIMITIVES: Words = words("| primitive | default | range | what it is |", "| 基本参数 | 默认值 | 范围 | 含义 |");
const FOLLOWS: Words = words("| what follows | closed form | at the defaults |", "| 所得结论 | 闭式解 | 默认值下 |");
const YES: Words = words("yes", "是");
const NO: Words = words("no", "否");

/// One of the two languages of [`Words`].
type Pick = fn(&Words) -> &'static str;

/// The page, in Chinese or in English.
pub fn reference(chinese: bool) -> String {
    let pick: Pick = if chinese { |w| w.zh } else { |w| w.en };
    ALL.iter().fold(pick(&HEAD).to_owned(), |page, named| page + &entry(named, chinese, pick))
}

fn entry(named: &'static Named, chinese: bool, pick: Pick) -> String {
    let (id, title, source, claims) = (named.id, pick(&named.title), ended(named.source), named.claims.join(", "));
    let note = named.note.as_ref().map_or("", pick);
    let mut out = if chinese {
        format!(
            "\n## `{id}` – {title} {}\n\n{}\n\n来源：{}。{note}所涉论点：{claims}。\n\n",
            named.title.en,
            pick(&named.story),
            named.source.trim_end_matches('.')
        )
    } else {
        let note = if note.is_empty() { String::new() } else { format!(" {note}") };
        let story = pick(&named.story);
        format!("\n## `{id}` – {title} {}\n\n{story}\n\nSource: {source}{note} Claims: {claims}.\n\n", named.title.zh)
    };
    let _ = writeln!(out, "{}\n|---|---|---|---|", pick(&PRIMITIVES));
    for p in named.parameters {
        let [low, high] = p.range;
        let _ = writeln!(out, "| `{}` | {} | {low} … {high} | {} |", p.id, p.default, cell(pick(&p.meaning)));
    }
    let Ok(values) = named.defaults() else { return out };
    let Ok(sheet) = of_named(named, values, Concept::default()) else { return out };
    if !sheet.findings.is_empty() {
        let _ = writeln!(out, "\n{}\n|---|---|---|", pick(&FOLLOWS));
        sheet.findings.iter().for_each(|f| out += &finding(f, chinese, pick));
    }
    if let Some(solution) = &sheet.solution {
        let (count, concept) = (solution.equilibria.len(), &solution.concept);
        let _ = match (chinese, solution.complete) {
            (false, true) => writeln!(out, "\nAt the defaults the solver finds {count} ({}; complete).", concept.en),
            (false, false) => {
                writeln!(out, "\nAt the defaults the solver finds {count} ({}; not complete).", concept.en)
            }
            (true, true) => writeln!(out, "\n默认值下求得 {count} 个均衡（{}；完整）。", concept.zh),
            (true, false) => writeln!(out, "\n默认值下求得 {count} 个均衡（{}；不完整）。", concept.zh),
        };
    }
    out
}

fn finding(f: &Finding, chinese: bool, pick: Pick) -> String {
    let value = match &f.value {
        Value::Exact(value) => value.to_string(),
        Value::Real(value) => format!("{value:.6}"),
        Value::Truth(value) => pick(if *value { &YES } else { &NO }).to_owned(),
        Value::Said(said) => pick(said).to_owned(),
        Value::Absent(why) if chinese => format!("–（{}）", why.zh),
        Value::Absent(why) => format!("– ({})", why.en),
    };
    let formula = pick(&f.formula);
    let formula = if formula.is_empty() { String::new() } else { format!("`{}`", cell(formula)) };
    format!("| {} | {formula} | {} |\n", cell(pick(&f.name)), cell(&value))
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
