//! The bundle of a run: report, tables, the scenario as run, and a manifest.

use std::path::Path;
use std::time::{Instant, SystemTime, UNIX_EPOCH};

use lab::measure::Reader;
use lab::outcome::{Files, Outcome};
use lab::scenario::Lang;
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::Failure;
use crate::load::Source;
use crate::words::say;

const NAMES: [&str; 7] = [
    "report.html",
    "summary.json",
    "actors.parquet",
    "pairs.parquet",
    "events.parquet",
    "scenario.toml",
    "manifest.json",
];

/// SHA-256 in hexadecimal.
pub fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}

/// Makes the folder of the bundle and sees that files can be written there; a wrong `--out` is bad input.
pub fn prepare(folder: &Path, lang: Lang) -> Result<(), Failure> {
    let shown = folder.display();
    if folder.exists() && !folder.is_dir() {
        let why = say(lang, "it is a file; --out names a folder", "这是文件；--out 应指定文件夹");
        return Err(Failure::Input(format!("{shown}{}{why}", say(lang, ": ", "："))));
    }
    let probe = folder.join(".herz.part");
    let tried = std::fs::create_dir_all(folder)
        .and_then(|()| std::fs::write(&probe, b""))
        .and_then(|()| std::fs::remove_file(&probe));
    tried.map_err(|e| Failure::Input(format!("{shown}: {}: {e}", say(lang, "cannot be written", "无法写入"))))
}

/// Writes the bundle into `folder`, if any; returns the outcome with its files named.
///
/// Every file but the manifest's clock is the same for the same inputs. Files are written beside their
/// place and renamed, so that a kill leaves the old file or the new one, never half of one.
pub fn write(
    folder: Option<&Path>,
    reader: Reader<'_>,
    mut outcome: Outcome,
    source: &Source,
    as_run: &str,
    started: Instant,
    threads: usize,
    lang: Lang,
) -> Result<Outcome, Failure> {
    let Some(folder) = folder else { return Ok(outcome) };
    let cannot = |path: &Path, e: &dyn std::fmt::Display| {
        Failure::Running(format!("{}{}{e}", path.display(), say(lang, ": cannot be written: ", "：无法写入：")))
    };
    let mut rows = serde_json::Map::new();
    let mut table = |name: &str, table: lab::table::Table| {
        rows.insert(name.to_owned(), json!(table.rows()));
        table.to_parquet().map_err(|e| cannot(&folder.join(name), &e))
    };
    // The folder's name stays out of the summary file, so that its bytes do not depend on it.
    outcome.files = Files { folder: String::new(), names: NAMES.iter().map(|n| (*n).to_owned()).collect() };
    let summary = serde_json::to_string_pretty(&outcome).map_err(|e| cannot(folder, &e))?;
    let mut contents: Vec<(&str, Vec<u8>)> = vec![
        (NAMES[0], report::render(&outcome, lang).into_bytes()),
        (NAMES[1], (summary + "\n").into_bytes()),
        (NAMES[2], table(NAMES[2], lab::table::actors(reader))?),
        (NAMES[3], table(NAMES[3], lab::table::pairs(reader))?),
        (NAMES[4], table(NAMES[4], lab::table::events_table(reader))?),
        (NAMES[5], as_run.as_bytes().to_vec()),
    ];
    let manifest = manifest(&outcome, source, &contents, rows, started, threads);
    contents.push((NAMES[6], manifest.into_bytes()));
    for (name, bytes) in &contents {
        let (path, draft) = (folder.join(name), folder.join(format!(".{name}.part")));
        std::fs::write(&draft, bytes).map_err(|e| cannot(&path, &e))?;
        std::fs::rename(&draft, &path).map_err(|e| cannot(&path, &e))?;
    }
    outcome.files.folder = folder.display().to_string();
    Ok(outcome)
}

/// What was run, with what, and the hash of everything that came out. Only `clock` differs between equal runs.
fn manifest(
    outcome: &Outcome,
    source: &Source,
    contents: &[(&str, Vec<u8>)],
    rows: serde_json::Map<String, serde_json::Value>,
    started: Instant,
    threads: usize,
) -> String {
    let files: serde_json::Map<String, serde_json::Value> = contents
        .iter()
        .map(|(name, bytes)| ((*name).to_owned(), json!({ "bytes": bytes.len(), "sha256": hash(bytes) })))
        .collect();
    let assumptions: serde_json::Map<String, serde_json::Value> =
        outcome.assumptions.iter().map(|a| (a.key.to_owned(), json!(a.value))).collect();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let document = json!({
        "herz": outcome.herz,
        "scenario": outcome.scenario,
        "seed": outcome.seed,
        "replications": outcome.replications,
        "requested": outcome.requested,
        "input_sha256": hash(source.text.as_bytes()),
        "scenario_as_run_sha256": outcome.scenario_hash,
        "assumptions": assumptions,
        "files": files,
        "rows": rows,
        "most_rows": lab::table::MOST_ROWS,
        "clock": {
            "finished_unix_seconds": now,
            "wall_seconds": started.elapsed().as_secs_f64(),
            "threads": threads,
        },
    });
    format!("{document:#}\n")
}
