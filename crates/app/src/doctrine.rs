//! `herz doctrine`: list and show theorists' positions; and a scenario as one of them has it.

use std::fmt::Write as _;

use lab::catalogue::Words;
use lab::outcome::PositionTaken;
use lab::scenario::{Lang, Scenario, Text};
use lab::theorist::{self, Position, Setting};

use crate::args::DoctrineAction;
use crate::load::{self, Source};
use crate::words::say;
use crate::{Failure, print};

/// Does what was asked.
pub fn act(action: DoctrineAction, lang: Lang) -> Result<(), Failure> {
    match action {
        DoctrineAction::List => print(&list(lang)),
        DoctrineAction::Show { name } => print(&show(find(&name, lang)?, lang)),
    }
}

/// The position of this name; another name is bad input, and the message lists them all.
pub fn find(name: &str, lang: Lang) -> Result<&'static Position, Failure> {
    theorist::find(name).ok_or_else(|| Failure::Input(unknown(name, lang)))
}

/// A scenario as a position has it. The position's settings come before the others, so that those win; its patterns
/// need the ids of the scenario, which is therefore checked without them first.
pub fn check(
    source: &Source,
    position: Option<&Position>,
    sets: &[(String, String)],
    lang: Lang,
) -> Result<Scenario, Failure> {
    let scenario = load::check(source, sets, lang)?;
    let Some(position) = position else { return Ok(scenario) };
    let mut all = theorist::settings(position, &scenario);
    all.extend_from_slice(sets);
    load::check(source, &all, lang)
}

/// How the outcome names a position.
pub fn taken(position: &Position) -> PositionTaken {
    PositionTaken { id: position.id.to_owned(), name: Text::new(position.name.en, position.name.zh) }
}

fn unknown(name: &str, lang: Lang) -> String {
    let ids: Vec<&str> = theorist::all().map(|position| position.id).collect();
    let short: String = name.chars().take(80).collect();
    let hint = match (lab::names::nearest(name, ids.iter().copied()), lang) {
        (None, _) => String::new(),
        (Some(nearest), Lang::En) => format!("\n  did you mean `{nearest}`?"),
        (Some(nearest), Lang::Zh) => format!("\n  是否想写`{nearest}`？"),
    };
    let list = ids.join(", ");
    match lang {
        Lang::En => format!("there is no position `{short}`{hint}\n  positions: {list}"),
        Lang::Zh => format!("不存在立场`{short}`{hint}\n  立场：{list}"),
    }
}

fn list(lang: Lang) -> String {
    let line = |p: &Position| format!("{:<14} {} · {}\n", p.id, of(p.name, lang), of(p.work, lang));
    theorist::all().map(line).collect()
}

/// One position: who and what, each setting with its claims and its reason, and what to beware of.
fn show(position: &Position, lang: Lang) -> String {
    let mut text = format!("{} · {}\n{}\n\n", position.id, of(position.name, lang), of(position.work, lang));
    let _ = writeln!(text, "{}\n", of(position.summary, lang));
    let assignment = |setting: &Setting| format!("{} = {}", setting.pattern, setting.value);
    let widest = position.settings.iter().map(|s| assignment(s).len()).max().unwrap_or(0);
    for setting in position.settings {
        let (left, claims) = (assignment(setting), setting.claims.join(", "));
        let _ = writeln!(text, "  {left:<widest$}  {claims}\n      {}", reason(setting, lang));
    }
    if let Some(words) = position.by_construction {
        let _ = writeln!(text, "\n{}{}", say(lang, "By construction: ", "出于构造："), of(words, lang));
    }
    let _ = writeln!(text, "\n{}{}", say(lang, "Beware: ", "注意："), of(position.beware, lang));
    let _ = writeln!(text, "\n{}docs/claims.md", say(lang, "What A…, B… and X… claim: ", "A…、B…、X…各论点的内容："));
    text
}

/// Why, and whether the magnitude is the papers' or assumed.
fn reason(setting: &Setting, lang: Lang) -> String {
    let why = of(setting.reason, lang);
    match (setting.assumed, lang) {
        (None, _) => why.to_owned(),
        (Some((low, high)), Lang::En) => format!("{why} (value assumed, {low}–{high})"),
        (Some((low, high)), Lang::Zh) => format!("{why}（数值为假定，{low}—{high}）"),
    }
}

fn of(words: Words, lang: Lang) -> &'static str {
    say(lang, words.en, words.zh)
}
