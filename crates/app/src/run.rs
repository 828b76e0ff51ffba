//! `herz run`: the main job. Scenario → ensemble → terminal summary, report and tables.

use std::io::IsTerminal as _;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use lab::ensemble::{Ensemble, Running};
use lab::measure::Reader;
use lab::plan::Plan;
use lab::scenario::{Lang, Scenario};
use theory::step::Instructions;

use crate::args::Run;
use crate::words::{colour, of, say};
use crate::{Failure, bundle, load, print};

/// Runs a scenario and shows what came out.
pub fn run(arguments: &Run, lang: Lang) -> Result<(), Failure> {
    let source = load::source(&arguments.scenario, lang)?;
    let mut sets = load::sets(&arguments.sets, lang)?;
    if let Some(seed) = arguments.seed {
        sets.push(("ensemble.seed".into(), seed.to_string()));
    }
    if let Some(replications) = arguments.replications {
        sets.push(("ensemble.replications".into(), replications.to_string()));
    }
    let scenario = load::check(&source, &sets, lang)?;
    let threads = arguments.threads.map_or_else(cores, usize::from);
    let limit = (arguments.memory.clamp(0.0, 1e9) * f64::from(1 << 30)) as u64;
    let plan = lab::plan::plan(&scenario, scenario.ensemble.replications, threads, limit).map_err(|refused| {
        Failure::Input(format!("{}{}{}", source.name, say(lang, ": ", "："), of(lang, &refused.message)))
    })?;
    let folder = match (&arguments.out, arguments.json) {
        (Some(folder), _) => Some(folder.clone()),
        (None, false) => Some(std::path::Path::new("herz-out").join(&scenario.id)),
        (None, true) => None,
    };
    // Before the work, so that a folder that cannot be had costs nothing.
    folder.as_deref().map_or(Ok(()), |folder| bundle::prepare(folder, lang))?;
    let started = Instant::now();
    let ensemble = simulate(&scenario, &plan, threads, arguments, lang)?;
    let done = ensemble.replications() as u32;
    if done == 0 {
        return Err(Failure::Running(interrupted(0, ensemble.requested, lang)));
    }
    let reader = Reader { scenario: &scenario, plan: &plan, ensemble: &ensemble };
    let as_run = lab::write::as_run(&scenario);
    let outcome = lab::measure::outcome(reader, env!("CARGO_PKG_VERSION"), bundle::hash(as_run.as_bytes()));
    let outcome = bundle::write(folder.as_deref(), reader, outcome, &source, &as_run, started, threads, lang)?;
    if arguments.json {
        let text = serde_json::to_string_pretty(&outcome).map_err(|e| Failure::Running(e.to_string()))?;
        print(&(text + "\n"))?;
    } else {
        let (is_terminal, width) = terminal();
        print(&report::summary(&outcome, lang, colour(is_terminal), width))?;
    }
    if done < ensemble.requested {
        return Err(Failure::Running(interrupted(done, ensemble.requested, lang)));
    }
    Ok(())
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Whether stdout is a terminal, and how wide (COLUMNS, or 100).
fn terminal() -> (bool, usize) {
    let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    let is_terminal = std::io::stdout().is_terminal();
    let asked = console::Term::stdout().size_checked().map(|(_, columns)| usize::from(columns));
    (is_terminal, columns.or(asked).unwrap_or(100))
}

fn interrupted(done: u32, asked: u32, lang: Lang) -> String {
    match lang {
        Lang::En => format!("interrupted: {done} of {asked} runs finished and were kept"),
        Lang::Zh => format!("已中断：原定{asked}次运行，完成并保留{done}次"),
    }
}

/// Runs the ensemble on its own pool, with a progress bar, until done or stopped.
fn simulate(
    scenario: &Scenario,
    plan: &Plan,
    threads: usize,
    arguments: &Run,
    lang: Lang,
) -> Result<Ensemble, Failure> {
    let stop = Arc::new(AtomicBool::new(false));
    let heard = stop.clone();
    // A second signal means it: leave at once.
    let _ = ctrlc::set_handler(move || {
        if heard.swap(true, Ordering::SeqCst) {
            std::process::exit(1);
        }
    });
    let pool =
        rayon::ThreadPoolBuilder::new().num_threads(threads).build().map_err(|e| Failure::Running(e.to_string()))?;
    let bar = progress_bar(lab::ensemble::work(scenario, plan), arguments.json, lang);
    let running = Running {
        seed: scenario.ensemble.seed,
        replications: scenario.ensemble.replications,
        instructions: if arguments.portable { Instructions::Portable } else { Instructions::Widest },
        stop: &stop,
        progress: &|units| bar.inc(units),
    };
    let ensemble = pool.install(|| lab::ensemble::run(scenario, plan, running));
    bar.finish_and_clear();
    Ok(ensemble)
}

fn progress_bar(work: u64, quiet: bool, lang: Lang) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(work), ProgressDrawTarget::stderr_with_hz(8));
    if quiet && !std::io::stderr().is_terminal() {
        bar.set_draw_target(ProgressDrawTarget::hidden());
    }
    let template = say(
        lang,
        "{spinner} simulating {wide_bar} {percent:>3} %, {eta} left",
        "{spinner} 模拟中 {wide_bar} {percent:>3} %，剩余{eta}",
    );
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}
