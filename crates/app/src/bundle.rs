//! The bundle of a verb: its page, its document, its tables, the scenario as run, and a manifest.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use lab::scenario::Lang;
use lab::table::Table;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::Failure;
use crate::job::Job;
use crate::words::say;

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

/// What the manifest says of the run beside its inputs and files.
pub struct About {
    /// Verb.
    pub verb: &'static str,
    /// Replications that finished.
    pub replications: u64,
    /// Asked for.
    pub requested: u64,
}

/// Writes the bundle into `folder`.
///
/// Every file but the manifest's clock is the same for the same inputs. Files are written beside their
/// place and renamed, so that a kill leaves the old file or the new one, never half of one.
pub fn write(
    folder: &Path,
    job: &Job,
    about: &About,
    pages: &[(&str, String)],
    tables: &[(&str, Table)],
    lang: Lang,
) -> Result<(), Failure> {
    let mut contents: Vec<(&str, Vec<u8>)> =
        pages.iter().map(|(name, page)| (*name, page.as_bytes().to_vec())).collect();
    let mut rows = Map::new();
    for (name, table) in tables {
        rows.insert((*name).to_owned(), json!(table.rows()));
        contents.push((name, table.to_parquet().map_err(|e| cannot(&folder.join(name), &e, lang))?));
    }
    contents.push(("scenario.toml", job.as_run.as_bytes().to_vec()));
    contents.push(("manifest.json", manifest(job, about, &contents, rows).into_bytes()));
    files(folder, &contents, lang)
}

/// Writes files into `folder`, each beside its place and then renamed.
pub fn files(folder: &Path, contents: &[(&str, Vec<u8>)], lang: Lang) -> Result<(), Failure> {
    for (name, bytes) in contents {
        let (path, draft) = (folder.join(name), folder.join(format!(".{name}.part")));
        std::fs::write(&draft, bytes).map_err(|e| cannot(&path, &e, lang))?;
        std::fs::rename(&draft, &path).map_err(|e| cannot(&path, &e, lang))?;
    }
    Ok(())
}

fn cannot(path: &Path, e: &dyn std::fmt::Display, lang: Lang) -> Failure {
    Failure::Running(format!("{}{}{e}", path.display(), say(lang, ": cannot be written: ", "：无法写入：")))
}

/// What was run, with what, and the hash of everything that came out. Only `clock` differs between equal runs.
fn manifest(job: &Job, about: &About, contents: &[(&str, Vec<u8>)], rows: Map<String, Value>) -> String {
    let files: Map<String, Value> = contents
        .iter()
        .map(|(name, bytes)| ((*name).to_owned(), json!({ "bytes": bytes.len(), "sha256": hash(bytes) })))
        .collect();
    let scenario = &job.scenario;
    let assumptions: Map<String, Value> =
        scenario.assumptions.iter().map(|a| (a.key.to_owned(), json!(a.value))).collect();
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    let document = json!({
        "herz": env!("CARGO_PKG_VERSION"),
        "verb": about.verb,
        "scenario": scenario.id,
        "seed": scenario.ensemble.seed,
        "replications": about.replications,
        "requested": about.requested,
        "input_sha256": hash(job.source.text.as_bytes()),
        "scenario_as_run_sha256": job.hash(),
        "assumptions": assumptions,
        "files": files,
        "rows": rows,
        "most_rows": lab::table::MOST_ROWS,
        "clock": {
            "finished_unix_seconds": now,
            "wall_seconds": job.started.elapsed().as_secs_f64(),
            "threads": job.threads,
        },
    });
    format!("{document:#}\n")
}
