//! `herz compare`: remedies alone, in pairs, in packages and in order, in paired runs.

use lab::compare::{Compared, document, sets, work};
use lab::comparison::Comparison;
use lab::outcome::Files;
use lab::scenario::Lang;

use crate::args::Compare;
use crate::bundle::{About, write};
use crate::job::{Job, terminal};
use crate::words::{colour, say};
use crate::{Failure, print};

/// Compares remedies and shows what came out.
pub fn compare(arguments: &Compare, lang: Lang) -> Result<(), Failure> {
    let job = Job::new(&arguments.run, "-compare", lang)?;
    let scenario = &job.scenario;
    let sets = sets(scenario);
    refuse_without_remedies(&job, lang)?;
    job.refuse_if_too_large(sets.len(), lang)?;
    job.prepare_folder(lang)?;
    let work = work(scenario, &sets);
    let compared = job.simulate(work, lang, |running| lab::compare::run(scenario, sets, running))?;
    let done = compared.replications() as u32;
    if done == 0 {
        return job.finished(done, lang);
    }
    let comparison = document(scenario, &compared, env!("CARGO_PKG_VERSION"), job.hash());
    let comparison = bundle(&job, &compared, comparison, lang)?;
    if job.json {
        let text = serde_json::to_string_pretty(&comparison).map_err(|e| Failure::Running(e.to_string()))?;
        print(&(text + "\n"))?;
    } else {
        let (is_terminal, width) = terminal();
        print(&report::comparison_summary(&comparison, lang, colour(is_terminal), width))?;
    }
    job.finished(done, lang)
}

/// Refuses a scenario that offers nothing to compare.
fn refuse_without_remedies(job: &Job, lang: Lang) -> Result<(), Failure> {
    if job.scenario.remedies.iter().any(|r| !r.in_force) {
        return Ok(());
    }
    let what = say(
        lang,
        ": it offers no remedy to compare: add [[remedies]], see `herz scenario show cold-war`",
        "：没有可供比较的对策：请添加[[remedies]]，可参看 `herz scenario show cold-war`",
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
