//! `herz scenario`: list, show, new, check, schema.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use lab::scenario::Lang;

use crate::args::ScenarioAction;
use crate::load;
use crate::words::{of, say};
use crate::{Failure, print};

/// Does what was asked.
pub fn act(action: ScenarioAction, lang: Lang) -> Result<(), Failure> {
    match action {
        ScenarioAction::List => list(lang),
        ScenarioAction::Show { name, data } => print(&load::source(&name, data.as_deref(), lang)?.text),
        ScenarioAction::New { file } => new(&file, lang),
        ScenarioAction::Check { files, data, sets } => check(&files, data.as_deref(), &sets, lang),
        ScenarioAction::Schema => {
            let text = serde_json::to_string_pretty(&lab::schema::schema());
            print(&(text.map_err(|e| Failure::Running(e.to_string()))? + "\n"))
        }
    }
}

fn list(lang: Lang) -> Result<(), Failure> {
    let mut text = String::new();
    for name in lab::presets::PRESETS.iter().map(|p| p.id) {
        let scenario = load::check(&load::source(name, None, lang)?, &[], lang)?;
        let _ = writeln!(text, "{name:<16} {}", of(lang, &scenario.title));
    }
    let what =
        say(lang, "every country, from tables of your own (--data DIR)", "所有国家，由用户的数据表生成（--data DIR）");
    let _ = writeln!(text, "{:<16} {what}", lab::world::ID);
    print(&text)
}

fn new(file: &std::path::Path, lang: Lang) -> Result<(), Failure> {
    let cannot = |e: std::io::Error| {
        Failure::Input(format!("{}{}{e}", file.display(), say(lang, ": cannot be written: ", "：无法写入：")))
    };
    let mut open = std::fs::File::options().write(true).create_new(true).open(file).map_err(cannot)?;
    open.write_all(lab::starter::STARTER.as_bytes()).map_err(cannot)?;
    match lang {
        Lang::En => print(&format!("wrote {0}; edit it, then: herz run {0}\n", file.display())),
        Lang::Zh => print(&format!("已写入{0}；修改后运行：herz run {0}\n", file.display())),
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

fn check(files: &[String], data: Option<&Path>, sets: &[String], lang: Lang) -> Result<(), Failure> {
    let sets = load::sets(sets, lang)?;
    let mut faults = String::new();
    for name in files {
        let folder = data.filter(|_| name == lab::world::ID);
        match load::source(name, folder, lang).and_then(|source| load::check(&source, &sets, lang)) {
            Ok(scenario) => {
                let assumed =
                    scenario.numbers.iter().filter(|n| !matches!(n.basis, lab::scenario::Basis::Source { .. })).count();
                let (actors, issues, all) = (scenario.size(), scenario.issues.len(), scenario.numbers.len());
                print(&match lang {
                    Lang::En => format!(
                        "{name} is fine: {actors} actor{}, {issues} issue{}, {all} numbers, of which {assumed} are assumed or defaults\n",
                        plural(actors),
                        plural(issues)
                    ),
                    Lang::Zh => format!(
                        "{name}：无误：{actors}个行为体，{issues}个议题，{all}个数字，其中{assumed}个为假定或默认\n"
                    ),
                })?;
            }
            Err(Failure::Input(message) | Failure::Running(message)) => faults.push_str(&(message + "\n")),
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure::Input(faults)) }
}
