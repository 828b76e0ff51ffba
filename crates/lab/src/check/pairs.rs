//! A quantity of pairs: one number for all, a matrix, or a default with exceptions.

use std::collections::BTreeMap;

use super::Checker;
use super::number::{Stated, interval, outside, unit_of};
use crate::catalogue::{Parameter, parameter};
use crate::draft::{Section, Span, Value, figure, listing, say};
use crate::scenario::{Basis, Distribution, Pairwise, Text};

/// The quantity that has no direction.
pub(crate) const SYMMETRIC: &str = "pair_authority";

/// A pair quantity while it is read.
struct Reading<'a> {
    path: String,
    parameter: &'static Parameter,
    unit: Option<&'a str>,
    actors: &'a BTreeMap<&'a str, usize>,
    ids: &'a [&'a str],
    /// The number of all pairs without one of their own, if stated.
    common: Option<Stated>,
    /// Numbers of single pairs, and their paths.
    entries: Vec<(String, Stated)>,
    /// Which entry a pair (row × n + column) has.
    chosen: BTreeMap<usize, usize>,
}

impl Reading<'_> {
    fn cell(&self, from: usize, to: usize) -> usize {
        from * self.ids.len() + to
    }
    fn symmetric(&self) -> bool {
        self.parameter.key == SYMMETRIC
    }
    /// Path of a pair's number; of one that both directions share, with the names in alphabetical order.
    fn pair_path(&self, from: usize, to: usize, both: bool) -> String {
        let (a, b) = (self.ids[from], self.ids[to]);
        let (a, b) = if both && b < a { (b, a) } else { (a, b) };
        format!("{}.{a}.{b}", self.path)
    }
    fn enter(&mut self, from: usize, to: usize, both: bool, stated: Stated) {
        self.entries.push((self.pair_path(from, to, both), stated));
        let entry = self.entries.len() - 1;
        let (there, back) = (self.cell(from, to), self.cell(to, from));
        self.chosen.insert(there, entry);
        if both {
            self.chosen.insert(back, entry);
        }
    }
}

impl<'t> Checker<'t> {
    /// The pair quantity of this key, for all pairs of actors.
    pub(super) fn pairs(
        &mut self,
        section: &Section<'t>,
        key: &str,
        actors: &BTreeMap<&str, usize>,
        ids: &[&str],
    ) -> Pairwise {
        let parameter = parameter(key).expect("every key asked for is in the catalogue");
        let path = section.path_to(key);
        let unit = unit_of(parameter, None);
        let mut reading = Reading {
            path: path.clone(),
            parameter,
            unit,
            actors,
            ids,
            common: None,
            entries: Vec::new(),
            chosen: BTreeMap::new(),
        };
        if let Some(value) = section.get(key) {
            self.read_pairs(value, &mut reading);
        }
        if let Some(set) = self.set_number(&path, parameter) {
            reading.chosen.clear();
            reading.common = Some(set);
        }
        self.set_pairs(&mut reading);
        self.file_pairs(reading)
    }

    fn read_pairs(&mut self, value: &'t Value<'t>, reading: &mut Reading<'_>) {
        let Some(table) = value.get_ref().as_table() else {
            self.draft.wrong_kind(
                value,
                &reading.path,
                "a number table, a matrix or pairs",
                "数值表、矩阵或各对的列表",
            );
            return;
        };
        let section = Section::new(table, value.span(), reading.path.clone());
        if section.has("matrix") {
            self.matrix(&section, reading);
        } else if section.has("default") || section.has("pairs") {
            self.exceptions(&section, reading);
        } else {
            reading.common = self.stated(&section, reading.parameter, reading.unit, &["matrix", "default", "pairs"]);
        }
    }

    fn matrix(&mut self, section: &Section<'t>, reading: &mut Reading<'_>) {
        self.draft.keys_of(section, &["matrix", "unit", "source", "assumed", "range"]);
        self.unit(section, reading.unit);
        let rows = self.rows(section, reading);
        let mut basis = None;
        for (from, row) in rows.iter().flatten().enumerate() {
            for (to, x) in row.iter().enumerate().filter(|(to, _)| *to != from) {
                let value = Distribution::Value(*x);
                // The words are checked once; an assumed range must hold every cell.
                if basis.is_none() || !in_range(&basis, *x) {
                    basis = self.basis(section, Some(&value), reading.parameter);
                }
                let Some(basis) = &basis else { return };
                reading.enter(from, to, reading.symmetric(), (value, basis.clone()));
            }
        }
        if basis.is_none() {
            self.basis(section, None, reading.parameter);
        }
    }

    /// The rows of a matrix of the right shape, every number allowed.
    fn rows(&mut self, section: &Section<'t>, reading: &Reading<'_>) -> Option<Vec<Vec<f64>>> {
        let (value, n) = (section.get("matrix")?, reading.ids.len());
        let path = section.path_to("matrix");
        let shape = Text::same(&format!("{n} × {n}"));
        let Some(items) = value.get_ref().as_array() else {
            self.draft.wrong_kind(value, &path, "a list of rows", "行的列表");
            return None;
        };
        if items.len() != n {
            let what = say(format!("{} rows for {n} actors", items.len()), format!("{n}个行为体却有{}行", items.len()));
            self.draft.fault(value.span(), &path, what).allowed(shape.clone());
        }
        let (mut rows, mut fine) = (Vec::new(), true);
        for (from, item) in items.iter().enumerate() {
            let row = self.draft.reals(item, &path)?;
            if row.len() != n {
                let what = say(
                    format!("row {} has {} columns", from + 1, row.len()),
                    format!("第{}行有{}列", from + 1, row.len()),
                );
                self.draft.fault(item.span(), &path, what).allowed(shape.clone());
            }
            let spans = item.get_ref().as_array().into_iter().flatten().map(|cell| cell.span());
            for ((to, x), span) in row.iter().enumerate().zip(spans).filter(|((to, _), _)| *to != from) {
                if let Some(what) = outside(*x, reading.parameter.range) {
                    let what = say(cell_name(from, to, &what.en), cell_name(from, to, &what.zh));
                    self.draft.fault(span, &path, what).allowed(interval(reading.parameter.range));
                    fine = false;
                }
            }
            rows.push(row);
        }
        let whole = fine && rows.len() == n && rows.iter().all(|row| row.len() == n);
        (whole && self.mirrored(value, &path, &rows, reading)).then_some(rows)
    }

    fn mirrored(&mut self, value: &Value<'_>, path: &str, rows: &[Vec<f64>], reading: &Reading<'_>) -> bool {
        let n = if reading.symmetric() { rows.len() } else { 0 };
        let uneven = (0..n).flat_map(|i| (0..i).map(move |j| (i, j))).find(|(i, j)| rows[*i][*j] != rows[*j][*i]);
        if let Some((i, j)) = uneven {
            let (a, b) = (figure(rows[i][j]), figure(rows[j][i]));
            let (here, there) = (cell_name(i, j, &a), cell_name(j, i, &b));
            let what = say(format!("not symmetric: {here}, but {there}"), format!("不对称：{here}，而{there}"));
            self.draft.fault(value.span(), path, what);
        }
        uneven.is_none()
    }

    fn exceptions(&mut self, section: &Section<'t>, reading: &mut Reading<'_>) {
        self.draft.keys_of(section, &["default", "pairs"]);
        if let Some(value) = section.get("default") {
            reading.common = self.number_table(value, &section.path_to("default"), reading.parameter, reading.unit);
        }
        for pair in self.draft.tables(section, "pairs") {
            let stated = self.stated(&pair, reading.parameter, reading.unit, &["from", "to", "both"]);
            let both = self.both(&pair, reading.symmetric());
            let from = self.actor(&pair, "from", reading);
            let to = self.actor(&pair, "to", reading);
            let (Some((from, _)), Some((to, to_span)), Some(both)) = (from, to, both) else { continue };
            if from == to {
                let what = say("a pair needs two different actors", "一对须是两个不同的行为体");
                self.draft.fault(to_span, &pair.path, what);
                continue;
            }
            let taken = |a, b| reading.chosen.contains_key(&reading.cell(a, b));
            if taken(from, to) || (both && taken(to, from)) {
                let what = say("this pair is stated twice", "这一对重复出现");
                self.draft.fault(pair.span.clone(), &pair.path, what);
            } else if let Some(stated) = stated {
                reading.enter(from, to, both, stated);
            }
        }
    }

    /// Whether a pair's number serves both directions; a quantity without direction always does.
    fn both(&mut self, pair: &Section<'t>, symmetric: bool) -> Option<bool> {
        let Some(value) = pair.get("both") else { return Some(symmetric) };
        match value.get_ref().as_bool() {
            Some(both) if both || !symmetric => Some(both),
            Some(_) => {
                let what = say("this quantity is the same in both directions", "此量两个方向相同");
                self.draft.fault(value.span(), &pair.path_to("both"), what).allowed(Text::same("both = true"));
                None
            }
            None => {
                self.draft.wrong_kind(value, &pair.path_to("both"), "true or false", "true或false");
                None
            }
        }
    }

    fn actor(&mut self, pair: &Section<'t>, key: &str, reading: &Reading<'_>) -> Option<(usize, Span)> {
        let (name, span) = self.draft.word(pair, key)?;
        if let Some(index) = reading.actors.get(name) {
            return Some((*index, span));
        }
        self.nobody(name, span, &pair.path_to(key), reading.ids);
        None
    }

    /// Files a reference to an id that does not exist.
    pub(super) fn nobody(&mut self, name: &str, span: Span, path: &str, ids: &[&str]) {
        let short: String = name.chars().take(80).collect();
        let nearest = self.draft.nearest(name, ids.iter().copied());
        let what = say(format!("there is no `{short}`"), format!("不存在`{short}`"));
        self.draft.fault(span, path, what).allowed(listing(ids.iter().copied())).nearest(nearest).absence();
    }

    /// Settings of single pairs. One of a number that both directions share changes both.
    fn set_pairs(&mut self, reading: &mut Reading<'_>) {
        for (a, b) in self.settings.pairs_under(&reading.path) {
            let (Some(from), Some(to)) = (reading.actors.get(a.as_str()), reading.actors.get(b.as_str())) else {
                continue;
            };
            let (from, to) = (*from, *to);
            let stated = (from != to)
                .then(|| self.set_number(&format!("{}.{a}.{b}", reading.path), reading.parameter))
                .flatten();
            let Some(stated) = stated else { continue };
            let there = reading.chosen.get(&reading.cell(from, to));
            let shared = there.is_some() && there == reading.chosen.get(&reading.cell(to, from));
            reading.enter(from, to, shared || reading.symmetric(), stated);
        }
    }

    /// Enters the numbers, row by row; whatever form they were stated in, the result is the same.
    fn file_pairs(&mut self, reading: Reading<'_>) -> Pairwise {
        let n = reading.ids.len();
        let Reading { path, parameter, unit, common, entries, chosen, .. } = reading;
        let mut shared = None;
        let mut filed = vec![None; entries.len()];
        let mut cells = Vec::with_capacity(n * n);
        for cell in 0..n * n {
            let (from, to) = (cell / n, cell % n);
            // The diagonal is never read: it repeats its neighbour.
            let source = if from == to { from * n + (to + 1) % n } else { cell };
            let id = match chosen.get(&source).map(|entry| (*entry, &entries[*entry])) {
                Some((entry, (path, (distribution, basis)))) => *filed[entry].get_or_insert_with(|| {
                    self.file(path.clone(), parameter, unit, distribution.clone(), basis.clone())
                }),
                None => *shared.get_or_insert_with(|| {
                    let standing =
                        (Distribution::Value(parameter.default.unwrap_or(parameter.range.0)), Basis::Default);
                    let (distribution, basis) = common.clone().unwrap_or(standing);
                    self.file(path.clone(), parameter, unit, distribution, basis)
                }),
            };
            cells.push(id);
        }
        Pairwise { cells }
    }
}

fn in_range(basis: &Option<Basis>, x: f64) -> bool {
    !matches!(basis, Some(Basis::Assumed { range: (low, high), .. }) if x < *low || x > *high)
}

fn cell_name(from: usize, to: usize, what: &str) -> String {
    format!("[{}, {}] {what}", from + 1, to + 1)
}
