//! `herz compare`: remedies alone, in pairs, in packages and in order, in paired runs.

use lab::catalogue::Words;
use lab::compare::{Compared, doctrine_row, document, packages, sets, work};
use lab::comparison::{Comparison, DoctrineRow};
use lab::outcome::Files;
use lab::scenario::{Lang, Text};
use lab::theorist::Position;

use crate::args::Compare;
use crate::bundle::{About, write};
use crate::job::{Job, terminal};
use crate::words::{colour, say};
use crate::{Failure, doctrine, print};

/// Compares remedies and shows what came out.
pub fn compare(arguments: &Compare, lang: Lang) -> Result<(), Failure> {
    wanted(&arguments.doctrines, lang)?;
    let own = Job::new(&arguments.run, "-compare", lang)?;
    let (borrowed, own_scenario) = (own.borrows(), own.scenario.clone());
    let job = own.with_remedies(None, &arguments.run, "-compare", lang)?;
    let scenario = &job.scenario;
    let sets = sets(scenario);
    refuse_without_remedies(&job, lang)?;
    job.refuse_if_too_large(sets.len(), lang)?;
    job.prepare_folder(lang)?;
    let work = work(scenario, &sets);
    let mut compared = job.simulate(work, lang, |running| lab::compare::run(scenario, sets, running))?;
    compared.budget = arguments.budget;
    let done = compared.replications() as u32;
    if done == 0 {
        return job.finished(done, lang);
    }
    let mut comparison = document(scenario, &compared, env!("CARGO_PKG_VERSION"), job.hash());
    if borrowed {
        let words = std::iter::once(not_its_own()).chain(lab::standard::left_out(&own_scenario));
        comparison.conditions.splice(0..0, words);
    }
    comparison.doctrines = doctrines(arguments, &job, &compared, lang)?;
    let rows = comparison.doctrines.len();
    let comparison = bundle(&job, &compared, comparison, lang)?;
    if job.json {
        let text = serde_json::to_string_pretty(&comparison).map_err(|e| Failure::Running(e.to_string()))?;
        print(&(text + "\n"))?;
    } else {
        let (is_terminal, width) = terminal();
        print(&report::comparison_summary(&comparison, lang, colour(is_terminal), width))?;
    }
    job.finished(done, lang)?;
    all_positions(rows, arguments, lang)
}

/// Positions that an interrupt left out are a failure.
fn all_positions(rows: usize, arguments: &Compare, lang: Lang) -> Result<(), Failure> {
    let asked = wanted(&arguments.doctrines, lang)?.len();
    let done = rows.saturating_sub(1);
    if done == asked {
        return Ok(());
    }
    Err(Failure::Running(match lang {
        Lang::En => format!("interrupted: {done} of {asked} positions finished and were kept"),
        Lang::Zh => format!("已中断：原定{asked}种立场，完成并保留{done}种"),
    }))
}

fn not_its_own() -> Text {
    Text::new(
        "The scenario offers no remedies of its own to compare: these are borrowed from the catalogue, from the first year, with assumed sizes. The bundle’s scenario.toml states them; run that with --remedy to put one in force.",
        "情景本身未提供可供比较的缓解办法：此处借用参数目录中的办法，自首年起实施，大小均为假定。结果包中的scenario.toml载有这些办法，对该文件使用 --remedy 即可实施其一。",
    )
}

/// The doctrines asked for, each beside the scenario as it is. After an interrupt: those that were run to the end.
fn doctrines(arguments: &Compare, job: &Job, plain: &Compared, lang: Lang) -> Result<Vec<DoctrineRow>, Failure> {
    if arguments.doctrines.is_empty() || plain.replications() < plain.requested as usize {
        return Ok(Vec::new());
    }
    let as_is = Text::new("the scenario as it is", "情景原样");
    let mut rows = vec![doctrine_row("", as_is, Text::default(), plain)];
    for position in wanted(&arguments.doctrines, lang)? {
        let plain = Job::under(Some(position), &arguments.run, "", lang)?;
        let under = plain.with_remedies(Some(position), &arguments.run, "", lang)?;
        let sets = packages(&under.scenario);
        let units = work(&under.scenario, &sets);
        let mut compared = job.simulate(units, lang, |running| lab::compare::run(&under.scenario, sets, running))?;
        compared.budget = arguments.budget;
        if compared.replications() < compared.requested as usize {
            break;
        }
        let words = |w: Words| Text::new(w.en, w.zh);
        let note = position.by_construction.map_or(Text::default(), words);
        rows.push(doctrine_row(position.id, words(position.name), note, &compared));
    }
    Ok(rows)
}

/// The positions named, each once; `all` names every one. Every other name must be one too.
fn wanted(names: &[String], lang: Lang) -> Result<Vec<&'static Position>, Failure> {
    let named = names.iter().filter(|name| *name != "all").map(|name| doctrine::find(name, lang));
    let named = named.collect::<Result<Vec<_>, _>>()?;
    if names.iter().any(|name| name == "all") {
        return Ok(lab::theorist::all().collect());
    }
    let mut once: Vec<&'static Position> = Vec::new();
    for position in named {
        if once.iter().all(|known| known.id != position.id) {
            once.push(position);
        }
    }
    Ok(once)
}

/// Refuses a scenario that offers nothing to compare.
fn refuse_without_remedies(job: &Job, lang: Lang) -> Result<(), Failure> {
    if job.scenario.remedies.iter().any(|r| !r.in_force) {
        return Ok(());
    }
    let what = say(
        lang,
        ": all its remedies are in force already, so there is none to compare: take `in_force` or --remedy away from some",
        "：其缓解办法均已实施，无可比较：请去掉部分 in_force 或 --remedy",
    );
    Err(Failure::Input(format!("{}{what}", job.source.name)))
}

const NAMES: [&str; 5] = ["report.html", "summary.json", "effects.parquet", "scenario.toml", "manifest.json"];

fn bundle(job: &Job, compared: &Compared, mut comparison: Comparison, lang: Lang) -> Result<Comparison, Failure> {
    let Some(folder) = &job.folder else { return Ok(comparison) };
    comparison.files = Files { folder: String::new(), names: NAMES.iter().map(|n| (*n).to_owned()).collect() };
    let summary = serde_json::to_string_pretty(&comparison).map_err(|e| Failure::Running(e.to_string()))?;
    let pages = [(NAMES[0], report::comparison_page(&comparison, lang)), (NAMES[1], summary + "\n")];
    let tables = [(NAMES[2], lab::compare::table(compared))];
    let about = About { verb: "compare", replications: comparison.replications, requested: comparison.requested };
    write(folder, job, &about, &pages, &tables, lang)?;
    comparison.files.folder = folder.display().to_string();
    Ok(comparison)
}
