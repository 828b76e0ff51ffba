//! `covid-world`: opens the tables of the user's folder and lets the lab make the scenario.

use std::io::Read as _;
use std::path::Path;

use lab::scenario::Lang;
use lab::world::{ID, NEEDS, Tables, build, needs};

use crate::Failure;
use crate::load::Source;
use crate::words::say;

/// Largest table that is read.
const MOST_BYTES: u64 = 256 << 20;

/// The scenario of the tables in `folder`; without a folder, what is needed.
pub fn source(folder: Option<&Path>, lang: Lang) -> Result<Source, Failure> {
    let Some(folder) = folder else { return Err(Failure::Input(needs(lang))) };
    let mut files: [Vec<u8>; 4] = Default::default();
    let mut faults = String::new();
    for (need, into) in NEEDS.iter().zip(&mut files) {
        match read(&folder.join(need.file)) {
            Ok(bytes) => *into = bytes,
            Err(why) => faults += &format!("{}{}{why}\n", folder.join(need.file).display(), say(lang, ": ", "：")),
        }
    }
    if !faults.is_empty() {
        return Err(Failure::Input(faults + &needs(lang)));
    }
    let world =
        build(&Tables { files }).map_err(|flaw| Failure::Input(folder.join(flaw.say(lang)).display().to_string()))?;
    Ok(Source { name: format!("{ID} ({})", folder.display()), text: world.text })
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(|e| e.to_string())?;
    file.take(MOST_BYTES + 1).read_to_end(&mut bytes).map_err(|e| e.to_string())?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(format!("> {} MiB", MOST_BYTES >> 20));
    }
    Ok(bytes)
}
