//! What every verb that simulates shares: the checked scenario, where its results go, the threads, the progress bar.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use lab::ensemble::Running;
use lab::plan::{replication_bytes, size_in_words};
use lab::scenario::{Lang, Scenario};
use lab::theorist::Position;
use theory::step::Instructions;
use theory::world::LANES;

use crate::args::Run;
use crate::load::Source;
use crate::words::say;
use crate::{Failure, bundle, doctrine, load};

/// Set by an interrupt: whatever is still to be simulated is left.
static STOP: AtomicBool = AtomicBool::new(false);

/// Most runs of one comparison; beyond, the pairs are too many to read.
const MOST_SETS: usize = 5000;

/// A simulation asked for.
pub struct Job {
    /// Text of the scenario and its name.
    pub source: Source,
    /// The scenario, checked.
    pub scenario: Scenario,
    /// The scenario as run, as a file.
    pub as_run: String,
    /// Threads.
    pub threads: usize,
    /// Most memory, bytes.
    pub limit: u64,
    /// Where the bundle goes, if anywhere.
    pub folder: Option<PathBuf>,
    /// Whether one JSON document is wanted on stdout.
    pub json: bool,
    /// When it began.
    pub started: Instant,
    portable: bool,
}

impl Job {
    /// Checks what was asked for. Without `--out` the bundle goes to `herz-out/<scenario><suffix>`; with `--json` nowhere.
    pub fn new(arguments: &Run, suffix: &str, lang: Lang) -> Result<Job, Failure> {
        Job::under(None, arguments, suffix, lang)
    }

    /// The same as a position has it, if one is named.
    pub fn under(position: Option<&Position>, arguments: &Run, suffix: &str, lang: Lang) -> Result<Job, Failure> {
        let source = load::source(&arguments.scenario, arguments.data.as_deref(), lang)?;
        Job::of(source, position, arguments, suffix, lang)
    }

    fn of(
        source: Source,
        position: Option<&Position>,
        arguments: &Run,
        suffix: &str,
        lang: Lang,
    ) -> Result<Job, Failure> {
        let mut sets = load::sets(&arguments.sets, lang)?;
        if let Some(seed) = arguments.seed {
            sets.push(("ensemble.seed".into(), seed.to_string()));
        }
        if let Some(replications) = arguments.replications {
            sets.push(("ensemble.replications".into(), replications.to_string()));
        }
        known_remedies(&source, arguments, &sets, lang)?;
        for remedy in &arguments.remedies {
            sets.push((format!("remedies.{remedy}.in_force"), "true".into()));
        }
        let scenario = doctrine::check(&source, position, &sets, lang)?;
        let folder = match (&arguments.out, arguments.json) {
            (Some(folder), _) => Some(folder.clone()),
            (None, false) => Some(Path::new("herz-out").join(format!("{}{suffix}", scenario.id))),
            (None, true) => None,
        };
        Ok(Job {
            as_run: lab::write::as_run(&scenario),
            threads: arguments.threads.map_or_else(cores, usize::from),
            limit: (arguments.memory.clamp(0.0, 1e9) * f64::from(1 << 30)) as u64,
            json: arguments.json,
            portable: arguments.portable,
            started: Instant::now(),
            source,
            scenario,
            folder,
        })
    }

    /// Whether the scenario leaves nothing to compare: no remedy that is not in force, no package, no order.
    pub fn borrows(&self) -> bool {
        let s = &self.scenario;
        s.remedies.iter().all(|r| r.in_force) && s.packages.is_empty() && s.order.is_none()
    }

    /// The same scenario with the catalogue's remedies, if it offers none of its own.
    pub fn with_remedies(
        mut self,
        position: Option<&Position>,
        arguments: &Run,
        suffix: &str,
        lang: Lang,
    ) -> Result<Job, Failure> {
        if !self.borrows() {
            return Ok(self);
        }
        let text = self.source.text.clone() + &lab::standard::standard(&self.scenario);
        let name = std::mem::take(&mut self.source.name);
        let mut job = Job::of(Source { name, text }, position, arguments, suffix, lang)?;
        job.source.text = self.source.text;
        Ok(job)
    }

    /// Sees that the bundle can be written, before any work is done.
    pub fn prepare_folder(&self, lang: Lang) -> Result<(), Failure> {
        self.folder.as_deref().map_or(Ok(()), |folder| bundle::prepare(folder, lang))
    }

    /// Refuses `sets` runs of every replication that memory cannot hold.
    pub fn refuse_if_too_large(&self, sets: usize, lang: Lang) -> Result<(), Failure> {
        let (name, scenario) = (&self.source.name, &self.scenario);
        let block = replication_bytes(scenario.size(), scenario.issues.len()) * 3 * LANES as u64;
        let kept = lab::compare::bytes_kept(scenario, sets).saturating_mul(2);
        let bytes = kept.saturating_add(block.saturating_mul(self.threads as u64));
        if bytes <= self.limit && sets <= MOST_SETS {
            return Ok(());
        }
        let (need, have, each) = (size_in_words(bytes), size_in_words(self.limit), scenario.ensemble.replications);
        Err(Failure::Input(match lang {
            Lang::En => format!(
                "{name}: {sets} runs of {each} replications need {need} of memory ({have} allowed; at most {MOST_SETS} \
                 runs): use fewer remedies, actors or replications, or raise --memory"
            ),
            Lang::Zh => format!(
                "{name}：{sets}组、每组{each}次运行需要{need}内存（允许{have}；至多{MOST_SETS}组）：\
                 请减少缓解办法、行为体或次数，或提高 --memory"
            ),
        }))
    }

    /// SHA-256 of the scenario as run.
    pub fn hash(&self) -> String {
        bundle::hash(self.as_run.as_bytes())
    }

    /// Does `work` units of simulation on a pool of its own, with a progress bar, until done or stopped.
    pub fn simulate<T: Send>(
        &self,
        work: u64,
        lang: Lang,
        body: impl FnOnce(Running<'_>) -> T + Send,
    ) -> Result<T, Failure> {
        // A second signal means it: leave at once. Set once for all simulations of a verb; setting it again does nothing.
        let _ = ctrlc::set_handler(|| {
            if STOP.swap(true, Ordering::SeqCst) {
                std::process::exit(1);
            }
        });
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.threads)
            .build()
            .map_err(|e| Failure::Running(e.to_string()))?;
        let bar = progress_bar(work, self.json, lang);
        let advance = |units| bar.inc(units);
        let running = Running {
            seed: self.scenario.ensemble.seed,
            replications: self.scenario.ensemble.replications,
            instructions: if self.portable { Instructions::Portable } else { Instructions::Widest },
            stop: &STOP,
            progress: &advance,
        };
        let done = pool.install(|| body(running));
        bar.finish_and_clear();
        Ok(done)
    }

    /// The end of a run: nothing to keep, or not all that was asked for, is a failure.
    pub fn finished(&self, done: u32, lang: Lang) -> Result<(), Failure> {
        let asked = self.scenario.ensemble.replications;
        if done == asked {
            return Ok(());
        }
        Err(Failure::Running(match lang {
            Lang::En => format!("interrupted: {done} of {asked} runs finished and were kept"),
            Lang::Zh => format!("已中断：原定{asked}次运行，完成并保留{done}次"),
        }))
    }
}

/// Every --remedy must be one the scenario offers; the message lists those.
fn known_remedies(source: &Source, arguments: &Run, sets: &[(String, String)], lang: Lang) -> Result<(), Failure> {
    if arguments.remedies.is_empty() {
        return Ok(());
    }
    let scenario = load::check(source, sets, lang)?;
    let ids: Vec<&str> = scenario.remedies.iter().map(|r| r.id.as_str()).collect();
    let Some(stray) = arguments.remedies.iter().find(|r| !ids.contains(&r.as_str())) else { return Ok(()) };
    let short: String = stray.chars().take(80).collect();
    let hint = match (lab::names::nearest(stray, ids.iter().copied()), lang) {
        (None, _) => String::new(),
        (Some(nearest), Lang::En) => format!("\n  did you mean `{nearest}`?"),
        (Some(nearest), Lang::Zh) => format!("\n  是否想写`{nearest}`？"),
    };
    let list = ids.join(", ");
    Err(Failure::Input(match lang {
        Lang::En if ids.is_empty() => {
            format!("--remedy {short}: {} offers no remedies; add [[remedies]] to it", source.name)
        }
        Lang::Zh if ids.is_empty() => {
            format!("--remedy {short}：{}未提供缓解办法；请在其中添加[[remedies]]", source.name)
        }
        Lang::En => format!("--remedy {short}: there is no such remedy{hint}\n  remedies: {list}"),
        Lang::Zh => format!("--remedy {short}：没有这种缓解办法{hint}\n  缓解办法：{list}"),
    }))
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Whether stdout is a terminal, and how wide (COLUMNS, or 100).
pub fn terminal() -> (bool, usize) {
    let columns = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    let is_terminal = std::io::stdout().is_terminal();
    let asked = console::Term::stdout().size_checked().map(|(_, columns)| usize::from(columns));
    (is_terminal, columns.or(asked).unwrap_or(100))
}

/// Says on a terminal that work of unknown length is under way, and for how long; an interrupt ends the program with a word.
pub fn waiting(lang: Lang) -> ProgressBar {
    let _ = ctrlc::set_handler(move || {
        let what = say(
            lang,
            "interrupted: a game is solved as a whole, so nothing was written",
            "已中断：博弈须整体求解，未写出任何结果",
        );
        eprintln!("{what}");
        std::process::exit(1);
    });
    let bar = ProgressBar::new_spinner();
    let template =
        say(lang, "{spinner} solving, {elapsed} (Ctrl-C stops)", "{spinner} 求解中，{elapsed}（Ctrl-C 停止）");
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
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
