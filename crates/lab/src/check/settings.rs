//! `--set path=value`: what the command line changes, and what of it nothing took.

use std::collections::BTreeMap;

use crate::draft::{At, Draft, say};
use crate::names;
use crate::scenario::Text;

struct Setting {
    path: String,
    value: String,
    used: bool,
}

/// All settings of one check.
pub(super) struct Settings {
    entries: Vec<Setting>,
    by_path: BTreeMap<String, usize>,
    known: Vec<String>,
    pairwise: Vec<String>,
}

impl Settings {
    /// Of two settings of one path the last counts.
    pub fn new(sets: &[(String, String)]) -> Settings {
        let entries: Vec<Setting> = sets
            .iter()
            .map(|(path, value)| Setting { path: path.trim().into(), value: value.trim().into(), used: false })
            .collect();
        let by_path = entries.iter().enumerate().map(|(index, entry)| (entry.path.clone(), index)).collect();
        Settings { entries, by_path, known: Vec::new(), pairwise: Vec::new() }
    }

    /// The value set for a path.
    pub fn take(&mut self, path: &str) -> Option<String> {
        if self.entries.is_empty() {
            return None;
        }
        self.known.push(path.to_owned());
        let index = *self.by_path.get(path)?;
        self.entries[index].used = true;
        Some(self.entries[index].value.clone())
    }

    /// Whether a path was set.
    pub fn has(&self, path: &str) -> bool {
        self.by_path.contains_key(path)
    }

    /// The two names after `prefix.` in every path that starts so: settings of single pairs.
    pub fn pairs_under(&mut self, prefix: &str) -> Vec<(String, String)> {
        if self.entries.is_empty() {
            return Vec::new();
        }
        self.pairwise.push(prefix.to_owned());
        let start = format!("{prefix}.");
        let under =
            self.by_path.range(start.clone()..).map(|(path, _)| path).take_while(|path| path.starts_with(&start));
        under
            .filter_map(|path| path[start.len()..].split_once('.'))
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .collect()
    }

    /// The value of a setting, as a place to point at.
    pub fn place(&self, path: &str) -> Option<At> {
        let entry = &self.entries[*self.by_path.get(path)?];
        let start = entry.path.len() + 1;
        Some(At::Setting(format!("{}={}", entry.path, entry.value), start..start + entry.value.len()))
    }

    /// Files every setting that nothing took.
    pub fn leftovers(&self, draft: &mut Draft<'_>, actors: &[&str]) {
        for index in self.by_path.values().copied() {
            let entry = &self.entries[index];
            if entry.used {
                continue;
            }
            let at = At::Setting(format!("{}={}", entry.path, entry.value), 0..entry.path.len());
            let nearest = self.nearest(&entry.path, actors);
            draft
                .fault_at(at, &entry.path, say("nothing of this path can be set", "此路径没有可以设定的内容"))
                .allowed(Text::same("issues.<issue>.<parameter>, issues.<issue>.actors.<actor>.<parameter>, actors.<actor>.<parameter>, measures.<parameter>, …"))
                .nearest(nearest)
                .absence();
        }
    }

    fn nearest(&self, path: &str, actors: &[&str]) -> Option<String> {
        let pair = self.pairwise.iter().find_map(|prefix| {
            let (from, to) = path.strip_prefix(prefix.as_str())?.strip_prefix('.')?.split_once('.')?;
            let from = names::nearest(from, actors.iter().copied())?;
            let to = names::nearest(to, actors.iter().copied().filter(|actor| *actor != from))?;
            Some(format!("{prefix}.{from}.{to}"))
        });
        pair.or_else(|| names::nearest(path, self.known.iter().map(String::as_str)))
    }
}
