//! `herz run`: the main job. Scenario → ensemble → terminal summary, report and tables.

use lab::measure::Reader;
use lab::outcome::{Files, Outcome};
use lab::scenario::Lang;

use crate::args::RunAs;
use crate::bundle::{About, write};
use crate::job::{Job, terminal};
use crate::words::{colour, of, say};
use crate::{Failure, doctrine, print};

/// Runs a scenario and shows what came out.
pub fn run(arguments: &RunAs, lang: Lang) -> Result<(), Failure> {
    let position = arguments.doctrine.as_deref().map(|name| doctrine::find(name, lang)).transpose()?;
    let job = Job::under(position, &arguments.run, "", lang)?;
    let scenario = &job.scenario;
    let plan =
        lab::plan::plan(scenario, scenario.ensemble.replications, job.threads, job.limit).map_err(|refused| {
            Failure::Input(format!("{}{}{}", job.source.name, say(lang, ": ", "："), of(lang, &refused.message)))
        })?;
    job.prepare_folder(lang)?;
    let work = lab::ensemble::work(scenario, &plan);
    let ensemble = job.simulate(work, lang, |running| lab::ensemble::run(scenario, &plan, running))?;
    let done = ensemble.replications() as u32;
    if done == 0 {
        return job.finished(done, lang);
    }
    let reader = Reader { scenario, plan: &plan, ensemble: &ensemble };
    let mut outcome = lab::measure::outcome(reader, env!("CARGO_PKG_VERSION"), job.hash());
    outcome.doctrine = position.map(doctrine::taken);
    let outcome = bundle(&job, reader, outcome, lang)?;
    if job.json {
        let text = serde_json::to_string_pretty(&outcome).map_err(|e| Failure::Running(e.to_string()))?;
        print(&(text + "\n"))?;
    } else {
        let (is_terminal, width) = terminal();
        print(&report::summary(&outcome, lang, colour(is_terminal), width))?;
    }
    job.finished(done, lang)
}

const NAMES: [&str; 7] = [
    "report.html",
    "summary.json",
    "actors.parquet",
    "pairs.parquet",
    "events.parquet",
    "scenario.toml",
    "manifest.json",
];

/// Writes the bundle, if one is wanted; the outcome with its files named.
fn bundle(job: &Job, reader: Reader<'_>, mut outcome: Outcome, lang: Lang) -> Result<Outcome, Failure> {
    let Some(folder) = &job.folder else { return Ok(outcome) };
    // The folder's name stays out of the summary file, so that its bytes do not depend on it.
    outcome.files = Files { folder: String::new(), names: NAMES.iter().map(|n| (*n).to_owned()).collect() };
    let summary = serde_json::to_string_pretty(&outcome).map_err(|e| Failure::Running(e.to_string()))?;
    let pages = [(NAMES[0], report::render(&outcome, lang)), (NAMES[1], summary + "\n")];
    let tables = [
        (NAMES[2], lab::table::actors(reader)),
        (NAMES[3], lab::table::pairs(reader)),
        (NAMES[4], lab::table::events_table(reader)),
    ];
    let about = About { verb: "run", replications: outcome.replications, requested: outcome.requested };
    write(folder, job, &about, &pages, &tables, lang)?;
    outcome.files.folder = folder.display().to_string();
    Ok(outcome)
}
