//! `[[remedies]]`, `[[packages]]` and `[order]`: who carries what, when, and whether any two contradict each other.

use std::collections::BTreeMap;

use super::{Checker, People};
use crate::catalogue::{Place, parameter};
use crate::draft::{At, Section, listing, say};
use crate::remedies::{Kind, Needs, REMEDIES, kind_of, takes_toward};
use crate::remedy_parameters::COMMON;
use crate::scenario::{Clock, Distribution, Issue, NumberId, Order, Package, Remedy, Text};

/// A remedy and where it stands.
type Placed<'t> = (Remedy, Section<'t>);

/// From when to when.
pub(super) type Lifetime = (f64, f64);

/// Whether two are in force at the same time.
pub(super) fn meet(one: Lifetime, other: Lifetime) -> bool {
    one.1 > other.0 && other.1 > one.0
}

/// Who carries both of two modes of one kind that exclude each other, in the same issue and towards the same others.
pub(super) fn opposed(one: &Remedy, other: &Remedy) -> Vec<usize> {
    let issues = one.issue.is_none() || other.issue.is_none() || one.issue == other.issue;
    let partners =
        one.partners.is_empty() || other.partners.is_empty() || one.partners.iter().any(|i| other.partners.contains(i));
    let modes = one.kind == other.kind && one.mode != other.mode && kind_of(one.kind).is_some_and(|k| k.exclusive);
    let both = other.carriers.iter().copied().filter(|i| one.carriers.contains(i));
    if modes && issues && partners { both.collect() } else { Vec::new() }
}

impl<'t> Checker<'t> {
    /// Reads the remedies, the packages and the order question; `placed_in` are the issues, as far as they are sound.
    pub(super) fn remedies(
        &mut self,
        root: &Section<'t>,
        people: &People<'t>,
        issues: &[&'t str],
        placed_in: &[Option<Issue>],
        clock: Option<&Clock>,
    ) -> Option<(Vec<Remedy>, Vec<Package>, Option<Order>)> {
        let mut taken = BTreeMap::new();
        let tables = self.identified(root, "remedies", &mut taken);
        let packages = self.identified(root, "packages", &mut taken);
        let ids: Vec<&'t str> = tables.iter().map(|(id, _)| *id).collect();
        let index: BTreeMap<&'t str, usize> = ids.iter().enumerate().map(|(i, id)| (*id, i)).collect();
        let count = tables.len();
        let placed: Vec<Placed<'t>> = tables
            .into_iter()
            .filter_map(|(id, table)| self.remedy(&table, id, people, issues, clock).map(|r| (r, table)))
            .collect();
        self.contradictions(&placed, people);
        placed.iter().for_each(|(remedy, table)| self.at_home(table, remedy, placed_in));
        let packages = packages.iter().filter_map(|(id, t)| self.package(t, id, &index, &ids)).collect();
        let order = self.order(root, &index, &ids, clock);
        let remedies: Vec<Remedy> = placed.into_iter().map(|(remedy, _)| remedy).collect();
        let whole = remedies.len() == count;
        if let (true, Some(order)) = (whole, &order) {
            self.order_contradicts(root, order, &remedies, people);
        }
        whole.then_some((remedies, packages, order))
    }

    fn remedy(
        &mut self,
        table: &Section<'t>,
        id: &str,
        people: &People<'t>,
        issues: &[&'t str],
        clock: Option<&Clock>,
    ) -> Option<Remedy> {
        self.draft.keys_at(table, Place::Remedy);
        let name = self.draft.text(table, "name");
        let note = self.draft.optional_text(table, "note").unwrap_or_default();
        let kind = self.remedy_kind(table);
        let mode = kind.map_or(0, |kind| self.mode(table, kind));
        let carriers = self.members_of(table, "carriers", &people.actors, &people.actor_ids);
        let partners = if table.has("toward") {
            self.members_of(table, "toward", &people.actors, &people.actor_ids)
        } else {
            Some(Vec::new())
        };
        let issue = self.remedy_issue(table, issues);
        let in_force = self.flag(table, "in_force");
        let [start, ramp, cost] = ["start", "ramp", "cost"].map(|key| self.number(table, key, None));
        let end =
            (table.has("end") || self.settings.has(&table.path_to("end"))).then(|| self.number(table, "end", None));
        self.lasts(table, start, end, clock);
        let kind = kind?;
        self.only_its_own(table, kind, mode);
        let numbers = kind.modes[mode].numbers.iter().map(|key| (*key, self.number(table, key, None))).collect();
        let carriers = carriers?;
        self.enough(table, kind, &carriers);
        self.faces_somebody(table, (kind, mode), &carriers, partners.as_deref(), people);
        Some(Remedy {
            id: id.to_owned(),
            name: name?,
            note,
            kind: kind.key,
            mode,
            carriers,
            partners: partners?,
            issue: issue?,
            in_force,
            start,
            ramp,
            end,
            cost,
            numbers,
        })
    }

    fn remedy_kind(&mut self, table: &Section<'t>) -> Option<&'static Kind> {
        let (word, span) = self.draft.word(table, "kind")?;
        let names: Vec<&str> = REMEDIES.iter().map(|k| k.key).collect();
        self.one_of(word, &names, At::File(span), &table.path_to("kind"))?;
        kind_of(word)
    }

    fn mode(&mut self, table: &Section<'t>, kind: &Kind) -> usize {
        let words: Vec<&str> = kind.modes.iter().map(|m| m.word).filter(|w| !w.is_empty()).collect();
        if words.is_empty() {
            if table.has("mode") {
                let what = say(
                    format!("a remedy of kind `{}` has no mode", kind.key),
                    format!("`{}`类缓解办法没有mode", kind.key),
                );
                self.draft.fault(table.span_of("mode"), &table.path_to("mode"), what);
            }
            return 0;
        }
        self.chosen(table, "mode", &words).unwrap_or(0)
    }

    fn remedy_issue(&mut self, table: &Section<'t>, issues: &[&'t str]) -> Option<Option<usize>> {
        let Some((name, span)) = self.draft.optional_word(table, "issue") else { return Some(None) };
        let found = issues.iter().position(|issue| *issue == name);
        if found.is_none() {
            self.nobody(name, span, &table.path_to("issue"), issues);
        }
        found.map(Some)
    }

    /// A remedy needs an issue in which it can act, and is not put to work in one where it has no sense: what works on arms
    /// in one of medicine, what works on an epidemic, a commons or blame where there is none. So does medicine that a pledge
    /// delivers.
    fn at_home(&mut self, table: &Section<'t>, remedy: &Remedy, issues: &[Option<Issue>]) {
        let known: Vec<Option<&Issue>> = issues.iter().map(Option::as_ref).collect();
        let lacking = |needs: Needs| needs.lacking(remedy.issue, &known, &self.numbers);
        let delivers = |(key, id): &(&str, NumberId)| {
            let number = &self.numbers[id.index()];
            *key == "delivered" && number.distribution.reach(number.range).1 > 0.0
        };
        let own = kind_of(remedy.kind).map_or(Needs::Stakes, |kind| kind.needs);
        let (needs, key, subject) = if let Some(needs) = lacking(own) {
            (needs, if remedy.issue.is_some() { "issue" } else { "kind" }, remedy.kind)
        } else if let Some(needs) = lacking(Needs::Medicine).filter(|_| remedy.numbers.iter().any(delivers)) {
            (needs, "delivered", "delivered")
        } else {
            return;
        };
        let (en, zh) = if remedy.issue.is_some() {
            ("this issue has none", "该议题没有")
        } else {
            ("no issue has one", "没有议题具备")
        };
        let words = needs.words();
        let what = say(
            format!("`{subject}` needs an issue with {}; {en}", words.en),
            format!("`{subject}`需要带有{}的议题，而{zh}", words.zh),
        );
        let numbers = &self.numbers;
        let fits = |needs: Needs, issue: &Issue| needs.met_by(issue, numbers);
        let mut allowed = listing(issues.iter().flatten().filter(|i| fits(needs, i)).map(|i| i.id.as_str()));
        if allowed.en.is_empty() {
            // No issue will do: say which kinds of remedy have one.
            let kinds = REMEDIES.iter().filter(|kind| issues.iter().flatten().any(|i| fits(kind.needs, i)));
            allowed = listing(kinds.map(|kind| kind.key));
        }
        let at = match needs {
            Needs::Stakes | Needs::Medicine => self.settings.place_of(|path| path.ends_with("_capacity")),
            _ => None,
        };
        let at = at.unwrap_or_else(|| self.place(table, key));
        self.draft.fault_at(at, &table.path_to(key), what).allowed(allowed);
    }

    /// A list of ids, each of which must exist and stand once.
    pub(super) fn members_of(
        &mut self,
        table: &Section<'t>,
        key: &str,
        index: &BTreeMap<&'t str, usize>,
        ids: &[&'t str],
    ) -> Option<Vec<usize>> {
        let path = table.path_to(key);
        let Some(value) = table.get(key) else {
            self.draft.missing(table, key).allowed(listing(ids.iter().copied()));
            return None;
        };
        let Some(items) = value.get_ref().as_array() else {
            self.draft.wrong_kind(value, &path, "a list of ids", "标识符的列表");
            return None;
        };
        let (mut found, mut fine) = (Vec::with_capacity(items.len()), !items.is_empty());
        if items.is_empty() {
            self.draft.fault(value.span(), &path, say("must not be empty", "不能为空"));
        }
        for item in items {
            let Some(name) = item.get_ref().as_str() else {
                self.draft.wrong_kind(item, &path, "an id", "标识符");
                fine = false;
                continue;
            };
            match index.get(name) {
                None => {
                    self.nobody(name, item.span(), &path, ids);
                    fine = false;
                }
                Some(i) if found.contains(i) => {
                    let what = say(format!("`{name}` is named twice"), format!("`{name}`重复出现"));
                    self.draft.fault(item.span(), &path, what);
                    fine = false;
                }
                Some(i) => found.push(*i),
            }
        }
        fine.then_some(found)
    }

    fn flag(&mut self, table: &Section<'t>, key: &str) -> bool {
        let set = self.settings.take(&table.path_to(key));
        let at = self.place(table, key);
        match (set.as_deref(), table.get(key)) {
            (Some("true"), _) => true,
            (Some("false"), _) | (None, None) => false,
            (Some(_), _) => {
                let what = say("must be true or false", "须为true或false");
                self.draft.fault_at(at, &table.path_to(key), what).allowed(listing(["true", "false"]));
                false
            }
            (None, Some(value)) => value.get_ref().as_bool().unwrap_or_else(|| {
                self.draft.wrong_kind(value, &table.path_to(key), "true or false", "true或false");
                false
            }),
        }
    }

    /// A remedy must not end before it starts, whatever is drawn, and must begin before the clock ends.
    fn lasts(&mut self, table: &Section<'t>, start: NumberId, end: Option<NumberId>, clock: Option<&Clock>) {
        let reach = |id: NumberId| {
            let number = &self.numbers[id.index()];
            number.distribution.reach(number.range)
        };
        let (from, latest) = reach(start);
        let stated = |key: &str| table.has(key) || self.settings.has(&table.path_to(key));
        let ends = end.map(reach);
        if !stated("start") {
            return;
        }
        if let Some((earliest, _)) = ends.filter(|(earliest, _)| *earliest <= latest) {
            let (a, b) = (crate::draft::figure(earliest), crate::draft::figure(latest));
            let what = say(
                format!("it may end ({a}) before it starts ({b})"),
                format!("它可能在开始（{b}）之前就结束（{a}）"),
            );
            let at = self.blame(table, "end", &[&table.path_to("start")]);
            self.draft.fault_at(at, &table.path_to("end"), what).allowed(Text::same(&format!("> {b}")));
        }
        if let Some(clock) = clock.filter(|clock| from >= f64::from(clock.end)) {
            let last = clock.end;
            let what = say(
                format!("it starts after the clock has run out ({last})"),
                format!("它在时间跨度结束（{last}）之后才开始"),
            );
            let at = self.blame(table, "start", &["clock.end"]);
            self.draft.fault_at(at, &table.path_to("start"), what).allowed(Text::same(&format!("< {last}")));
        }
    }

    /// Numbers that other kinds have do nothing here.
    fn only_its_own(&mut self, table: &Section<'t>, kind: &Kind, mode: usize) {
        let own = kind.modes[mode].numbers;
        let mine = |key: &str| own.contains(&key) || COMMON.contains(&key);
        for (key, span) in table.keys() {
            let of_remedies = parameter(key).is_some_and(|p| p.places.contains(&Place::Remedy));
            if of_remedies && !mine(key) {
                let what = say(
                    format!("`{key}` does nothing in a remedy of kind `{}`", kind.key),
                    format!("`{key}`对`{}`类缓解办法不起作用", kind.key),
                );
                let nearest = self.draft.nearest(key, own.iter().copied());
                let allowed = listing(own.iter().chain(&COMMON).copied());
                let at = self.settings.place(&table.path_to("mode")).unwrap_or(At::File(span));
                self.draft.fault_at(at, &table.path_to(key), what).allowed(allowed).nearest(nearest);
            }
        }
    }

    fn enough(&mut self, table: &Section<'t>, kind: &Kind, carriers: &[usize]) {
        if carriers.len() < kind.least {
            let what = say(
                format!("a remedy of kind `{}` needs at least {} carriers", kind.key, kind.least),
                format!("`{}`类缓解办法至少需要{}个承担者", kind.key, kind.least),
            );
            self.draft.fault(table.span_of("carriers"), &table.path_to("carriers"), what);
        }
    }

    /// `toward` stands only where it does something, and nobody acts towards himself alone.
    fn faces_somebody(
        &mut self,
        table: &Section<'t>,
        (kind, mode): (&Kind, usize),
        carriers: &[usize],
        partners: Option<&[usize]>,
        people: &People<'t>,
    ) {
        if !table.has("toward") {
            return;
        }
        if !takes_toward(kind, mode) {
            let mode = kind.modes[mode].word;
            let by = if mode.is_empty() { kind.key.to_owned() } else { format!("{}, mode {mode}", kind.key) };
            let what = say(
                format!(
                    "`toward` does nothing in a remedy of kind `{by}`: it moves what is its carriers’ own or everybody’s to see"
                ),
                format!("`toward`对`{by}`类缓解办法不起作用：它只作用于承担者自身，或为各方所共见"),
            );
            let none = say("no `toward`", "不写`toward`");
            let at = self.blame(table, "toward", &[&table.path_to("mode")]);
            self.draft.fault_at(at, &table.path_to("toward"), what).allowed(none);
            return;
        }
        let Some([only]) = partners else { return };
        if carriers == [*only] {
            let what = say("it acts towards its own carrier only, on nobody", "它只针对承担者自身，对谁都不起作用");
            let others = people.actor_ids.iter().copied().filter(|id| *id != people.actor_ids[*only]);
            self.draft.fault(table.span_of("toward"), &table.path_to("toward"), what).allowed(listing(others));
        }
    }

    /// Two modes of one kind that exclude each other must not be carried by the same actor at the same time, in the same
    /// issue and towards the same others.
    fn contradictions(&mut self, placed: &[Placed<'t>], people: &People<'t>) {
        for (b, (later, table)) in placed.iter().enumerate() {
            for (earlier, _) in &placed[..b] {
                let both = opposed(earlier, later);
                if both.is_empty() || !meet(self.lifetime(earlier), self.lifetime(later)) {
                    continue;
                }
                let who = listing(both.iter().map(|i| people.actor_ids[*i])).en;
                let what = say(
                    format!("contradicts `{}`: {who} cannot carry both at once", earlier.id),
                    format!("与`{}`矛盾：{who}不能同时承担二者", earlier.id),
                );
                let theirs = |id: &str| ["mode", "start", "end"].map(|key| format!("remedies.{id}.{key}"));
                let causes = [theirs(&later.id), theirs(&earlier.id)].concat();
                let at = self.blame(table, "mode", &causes.iter().map(String::as_str).collect::<Vec<_>>());
                self.draft.fault_at(at, &table.path_to("mode"), what).allowed(say(
                    "one mode at a time: end the first before the second begins",
                    "同一时间只取一种方式：前者结束后再开始后者",
                ));
            }
        }
    }

    /// Start and end as stated; medians of what is uncertain.
    pub(super) fn lifetime(&self, r: &Remedy) -> Lifetime {
        let middle = |id: NumberId| match &self.numbers[id.index()].distribution {
            Distribution::Value(v) => *v,
            other => other.quantile(0.5, self.numbers[id.index()].range),
        };
        (middle(r.start), r.end.map_or(f64::INFINITY, middle))
    }

    fn package(
        &mut self,
        table: &Section<'t>,
        id: &str,
        index: &BTreeMap<&'t str, usize>,
        ids: &[&'t str],
    ) -> Option<Package> {
        self.draft.keys_at(table, Place::Package);
        let name = self.draft.text(table, "name");
        let remedies = self.members_of(table, "remedies", index, ids)?;
        Some(Package { id: id.to_owned(), name: name?, remedies })
    }
}
