//! `--set path=value`: what the command line changes, and what of it nothing took.

use std::collections::BTreeMap;

use crate::draft::{At, Draft, listing, say};
use crate::names;
use crate::scenario::Text;

/// Most names that a refused path is answered with.
const MOST_NAMES: usize = 60;

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

    /// The first setting whose path is of this sort, as a place to point at.
    pub fn place_of(&self, sort: impl Fn(&str) -> bool) -> Option<At> {
        self.by_path.keys().find(|path| sort(path)).and_then(|path| self.place(path))
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
                .allowed(self.beneath(&entry.path))
                .nearest(nearest)
                .absence();
        }
    }

    /// What can be set under the longest beginning of a path that leads anywhere.
    fn beneath(&self, path: &str) -> Text {
        let ends = path.match_indices('.').map(|(dot, _)| &path[..=dot]).rev().chain([""]);
        for start in ends {
            let mut next: Vec<String> = Vec::new();
            for rest in self.known.iter().filter_map(|known| known.strip_prefix(start)) {
                let name = rest.split_once('.').map_or(rest.to_owned(), |(name, _)| format!("{name}.…"));
                if !name.is_empty() && !next.contains(&name) {
                    next.push(name);
                }
                if next.len() > MOST_NAMES {
                    break;
                }
            }
            if !next.is_empty() {
                let names = listing(next.iter().map(String::as_str)).en;
                return if start.is_empty() {
                    Text::same(&names)
                } else {
                    say(format!("after `{start}`: {names}"), format!("`{start}`之后：{names}"))
                };
            }
        }
        Text::default()
    }

    fn nearest(&self, path: &str, actors: &[&str]) -> Option<String> {
        let pair = self.pairwise.iter().find_map(|prefix| {
            let (from, to) = path.strip_prefix(prefix.as_str())?.strip_prefix('.')?.split_once('.')?;
            let from = names::nearest(from, actors.iter().copied())?;
            let to = names::nearest(to, actors.iter().copied().filter(|actor| *actor != from))?;
            Some(format!("{prefix}.{from}.{to}"))
        });
        pair.or_else(|| names::nearest(path, self.known.iter().map(String::as_str))).or_else(|| self.elsewhere(path))
    }

    /// A path that ends in the same name and begins most alike: what was meant, if its table was left out.
    fn elsewhere(&self, path: &str) -> Option<String> {
        let name = path.rsplit('.').next().filter(|name| !name.is_empty())?;
        let alike = |known: &str| known.bytes().zip(path.bytes()).take_while(|(a, b)| a == b).count();
        let same = self.known.iter().filter(|known| known.rsplit('.').next() == Some(name));
        // Of equals the first, which is the order of the file.
        same.rev().max_by_key(|known| alike(known)).cloned()
    }
}
