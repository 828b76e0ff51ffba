//! One issue area: who has what at stake, who watches whom, what was observed.

use std::collections::BTreeMap;

use super::number::unit_of;
use super::{Checker, ISSUE_KINDS, People};
use crate::catalogue::{Place, parameter};
use crate::draft::{Section, say};
use crate::scenario::{Authority, Distribution, Issue, IssueKind, NumberId, Series, Spillover, Stake, Text};

impl<'t> Checker<'t> {
    /// Reads one issue; its section's path is `issues.<id>`.
    pub(super) fn issue(&mut self, section: &Section<'t>, id: &str, people: &People<'t>) -> Option<Issue> {
        self.draft.keys_at(section, Place::Issue);
        let name = self.draft.text(section, "name");
        let kind = self.kind(section);
        let effort_unit = self.draft.text(section, "effort_unit");
        let waste_unit = self.draft.text(section, "waste_unit");
        let unit = effort_unit.as_ref().map(|unit| unit.en.as_str());
        let [greed_excess, opacity, adjustment, shock, first_strike] =
            ["greed_excess", "opacity", "adjustment", "shock", "first_strike"]
                .map(|key| self.number(section, key, None));
        let authority = self.authority(section);
        let group_authority = self.group_authority(section, people);
        let tables = self.stake_tables(section, people);
        let stakes = self.stakes(section, &tables, people, unit);
        let [exposure, mistrust, pair_authority] = ["exposure", "mistrust", "pair_authority"]
            .map(|key| self.pairs(section, key, &people.actors, &people.actor_ids));
        let physics = self.physics(section, kind, &tables, people, unit);
        let (stakes, observed) = stakes?;
        Some(Issue {
            id: id.to_owned(),
            name: name?,
            kind: kind?,
            effort_unit: effort_unit?,
            waste_unit: waste_unit?,
            greed_excess,
            opacity,
            adjustment,
            shock,
            first_strike,
            authority,
            group_authority,
            stakes,
            exposure,
            mistrust,
            pair_authority,
            observed,
            physics,
        })
    }

    fn kind(&mut self, section: &Section<'t>) -> Option<IssueKind> {
        let (word, span) = self.draft.word(section, "kind")?;
        let names: Vec<&str> = ISSUE_KINDS.iter().map(|(name, _)| *name).collect();
        let index = self.one_of(word, &names, crate::draft::At::File(span), &section.path_to("kind"))?;
        Some(ISSUE_KINDS[index].1)
    }

    fn authority(&mut self, section: &Section<'t>) -> Authority {
        Authority {
            adjudication: self.number(section, "authority", None),
            rules: self.number(section, "rules", None),
            sanction: self.number(section, "sanction", None),
        }
    }

    fn group_authority(&mut self, section: &Section<'t>, people: &People<'t>) -> Vec<Authority> {
        let stated = self.members(section, "groups", "group", &people.groups, &people.group_ids);
        for table in stated.values() {
            self.draft.keys_at(table, Place::IssueGroup);
        }
        let mut all = Vec::with_capacity(people.group_ids.len());
        for (index, id) in people.group_ids.iter().enumerate() {
            let path = format!("{}.groups.{id}", section.path);
            let table =
                stated.get(&index).map_or(Section::absent(section.span.clone(), path.clone()), |t| t.renamed(path));
            all.push(self.authority(&table));
        }
        all
    }

    /// The tables of an array that each belong to one id, by that id's index.
    fn members(
        &mut self,
        section: &Section<'t>,
        key: &str,
        owner: &str,
        indices: &BTreeMap<&'t str, usize>,
        ids: &[&'t str],
    ) -> BTreeMap<usize, Section<'t>> {
        let mut members = BTreeMap::new();
        for table in self.draft.tables(section, key) {
            let Some((name, span)) = self.draft.word(&table, owner) else { continue };
            let path = table.path_to(owner);
            match indices.get(name) {
                None => self.nobody(name, span, &path, ids),
                Some(index) if members.contains_key(index) => {
                    self.draft.fault(
                        span,
                        &path,
                        say(format!("`{name}` is stated twice"), format!("`{name}`重复出现")),
                    );
                }
                Some(index) => {
                    members.insert(*index, table);
                }
            }
        }
        members
    }

    /// The tables of the issue's actors, in actor order, each under its own path.
    fn stake_tables(&mut self, section: &Section<'t>, people: &People<'t>) -> BTreeMap<usize, Section<'t>> {
        let stated = self.members(section, "actors", "actor", &people.actors, &people.actor_ids);
        let own = |index: usize| format!("{}.actors.{}", section.path, people.actor_ids[index]);
        stated.into_iter().map(|(index, table)| (index, table.renamed(own(index)))).collect()
    }

    fn stakes(
        &mut self,
        section: &Section<'t>,
        stated: &BTreeMap<usize, Section<'t>>,
        people: &People<'t>,
        unit: Option<&str>,
    ) -> Option<(Vec<Stake>, Vec<Option<Series>>)> {
        let absent: Vec<&str> =
            people.actor_ids.iter().enumerate().filter(|(i, _)| !stated.contains_key(i)).map(|(_, id)| *id).collect();
        if !absent.is_empty() {
            let names = crate::draft::listing(absent.iter().copied()).en;
            let what = say(
                format!("actors without an entry in this issue: {names}"),
                format!("在此议题中缺少条目的行为体：{names}"),
            );
            self.draft
                .fault(section.span.clone(), &section.path_to("actors"), what)
                .allowed(say("one [[issues.actors]] for each actor", "每个行为体一个[[issues.actors]]"))
                .absence();
        }
        let mut stakes = Vec::with_capacity(stated.len());
        let mut observed = Vec::with_capacity(stated.len());
        for table in stated.values() {
            self.draft.keys_at(table, Place::IssueActor);
            stakes.push(self.stake(table, unit));
            observed.push(self.series(table, "observed", unit));
        }
        absent.is_empty().then_some((stakes, observed))
    }

    fn stake(&mut self, table: &Section<'t>, unit: Option<&str>) -> Stake {
        let baseline = self.number(table, "baseline", unit);
        let responsiveness = self.number(table, "responsiveness", unit);
        let stated = table.has("initial") || self.settings.has(&table.path_to("initial"));
        let initial = stated.then(|| self.number(table, "initial", unit));
        if !stated {
            self.settings.take(&table.path_to("initial"));
        }
        let cap = self.number(table, "cap", unit);
        let greedy = self.number(table, "greedy", None);
        self.below_cap(table, "baseline", baseline, cap);
        if let Some(initial) = initial {
            self.below_cap(table, "initial", initial, cap);
        }
        Stake { baseline, responsiveness, initial, cap, greedy, output: self.series(table, "output", None) }
    }

    fn below_cap(&mut self, table: &Section<'t>, key: &str, low: NumberId, cap: NumberId) {
        let plain = |id: NumberId| match self.numbers[id.index()].distribution {
            Distribution::Value(x) => Some(x),
            _ => None,
        };
        let (Some(x), Some(top)) = (plain(low), plain(cap)) else { return };
        if x > top {
            let (x, top) = (crate::draft::figure(x), crate::draft::figure(top));
            let what = say(format!("`{key}` {x} is above the cap {top}"), format!("`{key}`的{x}超过了上限{top}"));
            let set = |key: &&str| self.settings.has(&table.path_to(key));
            let there = |key: &&str| table.has(key);
            let both = [key, "cap"];
            let faulty = both.iter().copied().find(|k| set(k)).or(both.into_iter().find(|k| there(k)));
            let at = self.place(table, faulty.unwrap_or(key));
            self.draft.fault_at(at, &table.path_to(key), what).allowed(Text::same(&format!("≤ {top}")));
        }
    }

    /// A published series, if it is there.
    pub(super) fn series(&mut self, table: &Section<'t>, key: &str, unit: Option<&str>) -> Option<Series> {
        let section = self.draft.table(table, key)?;
        self.draft.keys_at(&section, Place::Series);
        let years = self.list(&section, "years");
        let values = self.list(&section, "values");
        let word = self.draft.word(&section, "unit");
        if let (Some((word, span)), Some(expected)) = (&word, unit.filter(|_| key == "observed"))
            && *word != expected
        {
            let what = say("not the issue's effort unit", "与议题的投入单位不符");
            let path = section.path_to("unit");
            self.draft
                .fault(span.clone(), &path, what)
                .allowed(Text::same(expected))
                .nearest(Some(expected.to_owned()));
        }
        let source = self.draft.word(&section, "source");
        let note = self.draft.optional_text(&section, "note");
        let (years, values) = (years?, values?);
        self.ascending(&section, &years);
        self.positive(&section, &values);
        if years.len() != values.len() || years.is_empty() {
            let what = say(
                format!("{} years and {} values", years.len(), values.len()),
                format!("{}个年份与{}个数值", years.len(), values.len()),
            );
            let allowed = say("as many values as years, at least one", "数值与年份个数相等且至少一个");
            self.draft.fault(section.span_of("values"), &section.path_to("values"), what).allowed(allowed);
        }
        let note = note.unwrap_or_default();
        Some(Series { years, values, unit: word?.0.to_owned(), source: source?.0.to_owned(), note })
    }

    fn list(&mut self, section: &Section<'t>, key: &str) -> Option<Vec<f64>> {
        match section.get(key) {
            Some(value) => self.draft.reals(value, &section.path_to(key)),
            None => {
                self.draft.missing(section, key);
                None
            }
        }
    }

    fn ascending(&mut self, section: &Section<'t>, years: &[f64]) {
        let stray = years.iter().position(|year| year.abs() > 100_000.0);
        let back = years.windows(2).position(|two| two[0] >= two[1]).map(|at| at + 1);
        let Some(at) = stray.or(back) else { return };
        let year = crate::draft::figure(years[at]);
        let what = say(format!("year {year} is out of order"), format!("年份{year}次序不对"));
        let allowed = say("calendar years, ascending, each once", "按升序排列、不重复的公历年份");
        self.point(section, "years", at, what, allowed);
    }

    fn positive(&mut self, section: &Section<'t>, values: &[f64]) {
        if let Some(at) = values.iter().position(|value| !(*value > 0.0 && *value <= 1e15)) {
            let what = say(
                format!("{} cannot be used", crate::draft::figure(values[at])),
                format!("{}无法使用", crate::draft::figure(values[at])),
            );
            self.point(section, "values", at, what, Text::same("0 < … ≤ 1e15"));
        }
    }

    /// Files a fault at one item of a list.
    fn point(&mut self, section: &Section<'t>, key: &str, at: usize, what: Text, allowed: Text) {
        let items = section.get(key).and_then(|value| value.get_ref().as_array());
        let span = items.and_then(|items| items.get(at)).map_or(section.span_of(key), |item| item.span());
        self.draft.fault(span, &section.path_to(key), what).allowed(allowed);
    }

    /// Reads the spillovers, and those that only the command line states.
    pub(super) fn spillovers(
        &mut self,
        root: &Section<'t>,
        issues: &BTreeMap<&'t str, usize>,
        ids: &[&'t str],
    ) -> Vec<Spillover> {
        let mut spillovers: Vec<Spillover> = Vec::new();
        for table in self.draft.tables(root, "spillovers") {
            self.draft.keys_at(&table, Place::Spillover);
            let ends = ["from", "to"].map(|key| self.issue_named(&table, key, issues, ids));
            let [Some(from), Some(to)] = ends else { continue };
            if from == to || spillovers.iter().any(|s| (s.from, s.to) == (from, to)) {
                let what = say("an issue spills over into another, and once", "外溢须在两个不同议题之间，且只写一次");
                self.draft.fault(table.span.clone(), &table.path, what);
                continue;
            }
            spillovers.push(self.spillover(&table, from, to, ids));
        }
        self.set_spillovers(&mut spillovers, issues, ids);
        spillovers
    }

    fn issue_named(
        &mut self,
        table: &Section<'t>,
        key: &str,
        issues: &BTreeMap<&'t str, usize>,
        ids: &[&'t str],
    ) -> Option<usize> {
        let (name, span) = self.draft.word(table, key)?;
        let found = issues.get(name).copied();
        if found.is_none() {
            self.nobody(name, span, &table.path_to(key), ids);
        }
        found
    }

    fn spillover(&mut self, table: &Section<'t>, from: usize, to: usize, ids: &[&'t str]) -> Spillover {
        let weight = parameter("weight").expect("in the catalogue");
        debug_assert!(unit_of(weight, None).is_some());
        let path = format!("spillovers.{}.{}", ids[from], ids[to]);
        Spillover { from, to, weight: self.number_at(table, "weight", path, weight, None) }
    }

    fn set_spillovers(&mut self, spillovers: &mut Vec<Spillover>, issues: &BTreeMap<&'t str, usize>, ids: &[&'t str]) {
        for (from, to) in self.settings.pairs_under("spillovers") {
            let (Some(from), Some(to)) = (issues.get(from.as_str()), issues.get(to.as_str())) else { continue };
            if from != to && !spillovers.iter().any(|s| (s.from, s.to) == (*from, *to)) {
                let nothing = Section::absent(0..0, String::new());
                spillovers.push(self.spillover(&nothing, *from, *to, ids));
            }
        }
    }
}
