//! Finding a scenario – preset or file – and checking it.

use std::io::{IsTerminal as _, Read as _};
use std::path::Path;

use lab::fault::render;
use lab::scenario::{Lang, Scenario};

use crate::Failure;
use crate::words::{colour, say};
use crate::world;

/// Largest scenario file that is read.
const MOST_BYTES: u64 = 512 << 20;

/// A scenario's text and where it came from.
pub struct Source {
    /// Name for messages: the preset or the path.
    pub name: String,
    /// Text.
    pub text: String,
}

/// The text of a preset, a file, or the world made from the tables in `data`.
pub fn source(name: &str, data: Option<&Path>, lang: Lang) -> Result<Source, Failure> {
    if name == lab::world::ID {
        return world::source(data, lang);
    }
    if data.is_some() {
        let what = say(lang, "--data goes with the scenario", "--data 只用于情景");
        return Err(Failure::Input(format!("{what} {}", lab::world::ID)));
    }
    if let Some(preset) = lab::presets::find(name) {
        return Ok(Source {
            name: format!("{name}{}", say(lang, " (preset)", "（预设）")), text: preset.text.into()
        });
    }
    let looks_like_file = name.ends_with(".toml") || name.contains(std::path::MAIN_SEPARATOR);
    if !looks_like_file && !Path::new(name).exists() {
        return Err(Failure::Input(unknown(name, lang)));
    }
    read(name, MOST_BYTES, lang).map(|text| Source { name: name.into(), text }).map_err(Failure::Input)
}

/// The text of a file of at most so many bytes, or why it cannot be had.
pub fn read(path: &str, most: u64, lang: Lang) -> Result<String, String> {
    let cannot = |why: String| format!("{path}{}{why}", say(lang, ": cannot be read: ", "：无法读取："));
    let about = std::fs::metadata(path).map_err(|e| cannot(e.to_string()))?;
    if about.is_dir() {
        return Err(cannot(say(lang, "it is a folder, not a file", "这是文件夹，不是文件").into()));
    }
    // Read with a limit: a device has no length and may never end.
    let mut bytes = Vec::new();
    let file = std::fs::File::open(path).map_err(|e| cannot(e.to_string()))?;
    file.take(most + 1).read_to_end(&mut bytes).map_err(|e| cannot(e.to_string()))?;
    if bytes.len() as u64 > most {
        return Err(cannot(format!("> {} MiB", most >> 20)));
    }
    // Some editors put a mark of byte order before the text.
    if bytes.starts_with("\u{feff}".as_bytes()) {
        bytes.drain(..3);
    }
    String::from_utf8(bytes).map_err(|e| {
        let line = e.as_bytes()[..e.utf8_error().valid_up_to()].iter().filter(|&&b| b == b'\n').count() + 1;
        cannot(match lang {
            Lang::En => format!("line {line} is not UTF-8 text"),
            Lang::Zh => format!("第{line}行不是UTF-8文本"),
        })
    })
}

fn unknown(name: &str, lang: Lang) -> String {
    let names: Vec<&str> = lab::presets::PRESETS.iter().map(|p| p.id).chain([lab::world::ID]).collect();
    let nearest = lab::names::nearest(name, names.iter().copied());
    let list = names.join(", ");
    let hint = nearest.map(|n| match lang {
        Lang::En => format!("\n  did you mean `{n}`?"),
        Lang::Zh => format!("\n  是否想写`{n}`？"),
    });
    let hint = hint.unwrap_or_default();
    match lang {
        Lang::En => format!(
            "`{name}` is neither a preset nor a file{hint}\n  presets: {list}\n  files end in .toml or name a path"
        ),
        Lang::Zh => format!("`{name}`既不是预设也不是文件{hint}\n  预设：{list}\n  文件名应以.toml结尾，或含有路径"),
    }
}

/// `path=value` pairs.
pub fn sets(raw: &[String], lang: Lang) -> Result<Vec<(String, String)>, Failure> {
    raw.iter()
        .map(|set| {
            let (path, value) = set.split_once('=').ok_or_else(|| {
                Failure::Input(format!("--set {set}{}", say(lang, ": expected PATH=VALUE", "：应写作“路径=数值”")))
            })?;
            Ok((path.trim().to_owned(), value.trim().to_owned()))
        })
        .collect()
}

/// Checks a scenario; all its faults in one message.
pub fn check(source: &Source, sets: &[(String, String)], lang: Lang) -> Result<Scenario, Failure> {
    lab::check::check(&source.text, sets)
        .map_err(|faults| Failure::Input(render(&faults, &source.name, lang, colour(std::io::stderr().is_terminal()))))
}
