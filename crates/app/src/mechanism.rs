//! `herz mechanism`: the figures of formation and resolution with measured arrows, and shares among causes.

use lab::mechanism::{Explained, Mechanism, document, run, variants, work};
use lab::outcome::Files;
use lab::scenario::Lang;

use crate::args;
use crate::bundle::{About, write};
use crate::job::{Job, terminal};
use crate::words::colour;
use crate::{Failure, doctrine, print};

/// Cuts every arrow and shows what changes.
pub fn mechanism(arguments: &args::Mechanism, lang: Lang) -> Result<(), Failure> {
    let position = arguments.run.doctrine.as_deref().map(|name| doctrine::find(name, lang)).transpose()?;
    let job = Job::under(position, &arguments.run.run, "-mechanism", lang)?;
    let scenario = &job.scenario;
    let variants = variants(scenario);
    job.refuse_if_too_large(variants.len(), lang)?;
    job.prepare_folder(lang)?;
    let units = work(scenario, variants.len());
    let explained = job.simulate(units, lang, |running| run(scenario, variants, running))?;
    let done = explained.replications() as u32;
    if done == 0 {
        return job.finished(done, lang);
    }
    let mechanism = document(scenario, &explained, env!("CARGO_PKG_VERSION"), job.hash());
    let mechanism = bundle(&job, &explained, mechanism, lang)?;
    if job.json {
        let text = serde_json::to_string_pretty(&mechanism).map_err(|e| Failure::Running(e.to_string()))?;
        print(&(text + "\n"))?;
    } else {
        let (is_terminal, width) = terminal();
        print(&report::mechanism_summary(&mechanism, lang, colour(is_terminal), width))?;
    }
    job.finished(done, lang)
}

const NAMES: [&str; 5] = ["report.html", "summary.json", "runs.parquet", "scenario.toml", "manifest.json"];

fn bundle(job: &Job, explained: &Explained, mut mechanism: Mechanism, lang: Lang) -> Result<Mechanism, Failure> {
    let Some(folder) = &job.folder else { return Ok(mechanism) };
    mechanism.files = Files { folder: String::new(), names: NAMES.iter().map(|n| (*n).to_owned()).collect() };
    let summary = serde_json::to_string_pretty(&mechanism).map_err(|e| Failure::Running(e.to_string()))?;
    let pages = [(NAMES[0], report::mechanism_page(&mechanism, lang)), (NAMES[1], summary + "\n")];
    let about = About { verb: "mechanism", replications: mechanism.replications, requested: mechanism.requested };
    write(folder, job, &about, &pages, &[(NAMES[2], explained.table())], lang)?;
    mechanism.files.folder = folder.display().to_string();
    Ok(mechanism)
}
