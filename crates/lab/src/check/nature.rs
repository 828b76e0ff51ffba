//! What nature does in an issue: an epidemic, a commons, and what trouble does to actors.

use std::collections::BTreeMap;

use super::{Checker, ISSUE_KINDS, People};
use crate::catalogue::{Parameter, Place, parameters};
use crate::draft::{Section, figure, say};
use crate::scenario::physics::{Event, Keyed, Nature};
use crate::scenario::{Distribution, IssueKind, NumberId, Pairwise, Text};

/// A part of nature: its table, the kind of issue it goes with, the keys of its actors, its pairs and its dated events.
#[derive(Clone, Copy)]
pub(super) struct Part {
    name: &'static str,
    place: Place,
    kind: Option<IssueKind>,
    actors: &'static [&'static str],
    pairs: Option<&'static str>,
    events: &'static [(&'static str, Place)],
}

/// An epidemic, a commons, trouble.
pub(super) const PARTS: [Part; 3] = [
    Part {
        name: "health",
        place: Place::Health,
        kind: Some(IssueKind::Health),
        actors: &[
            "population",
            "fatality",
            "doses_capacity",
            "supplies_capacity",
            "uptake",
            "vaccination_speed",
            "ban_price",
            "severity_scale",
            "strictness",
            "enforcement",
            "ascertainment",
            "concealment",
            "economy",
        ],
        pairs: Some("travel"),
        events: &[("variants", Place::Variant), ("seeds", Place::Seed)],
    },
    Part {
        name: "commons",
        place: Place::Commons,
        kind: Some(IssueKind::Commons),
        actors: &["need", "growth"],
        pairs: None,
        events: &[],
    },
    Part {
        name: "adversity",
        place: Place::Adversity,
        kind: None,
        actors: &[],
        pairs: Some("attribution"),
        events: &[("blows", Place::Blow)],
    },
];

/// Keys of the observed series, in the order of [`Nature::observed`].
const OBSERVED: [&str; 3] = ["observed_deaths", "observed_cases", "observed_doses"];

/// The plain numbers of a kind of table.
fn plain(place: Place) -> impl Iterator<Item = &'static Parameter> {
    parameters().filter(move |p| p.places.contains(&place) && !p.pairwise)
}

impl<'t> Checker<'t> {
    /// One part of nature; `stakes` are the issue's actors' tables, in actor order.
    pub(super) fn nature(
        &mut self,
        section: &Section<'t>,
        kind: Option<IssueKind>,
        stakes: &BTreeMap<usize, Section<'t>>,
        people: &People<'t>,
        part: &Part,
    ) -> Option<Nature> {
        let Some(table) = self.draft.table(section, part.name) else {
            if !section.has(part.name) {
                self.idle_nature(stakes, part);
            }
            return None;
        };
        self.draft.keys_at(&table, part.place);
        self.fits(section, &table, kind, part);
        let numbers = plain(part.place).map(|p| (p.key, self.number(&table, p.key, None))).collect();
        let pairs = part.pairs.map(|key| self.pairs(&table, key, &people.actors, &people.actor_ids));
        self.plain_routes(&table, pairs.as_ref(), part);
        let events = self.events(&table, part, people);
        let actors = stakes
            .values()
            .map(|stake| part.actors.iter().map(|key| (*key, self.number(stake, key, None))).collect())
            .collect();
        let observed = if part.place == Place::Health {
            stakes.values().map(|stake| OBSERVED.map(|key| self.series(stake, key, None))).collect()
        } else {
            Vec::new()
        };
        Some(Nature { numbers, actors, pairs, events, observed })
    }

    /// Files a part that stands in an issue of another kind.
    fn fits(&mut self, section: &Section<'t>, table: &Section<'t>, kind: Option<IssueKind>, part: &Part) {
        let (Some(wanted), Some(kind)) = (part.kind, kind) else { return };
        if kind != wanted {
            let word = |kind| ISSUE_KINDS.iter().find(|(_, known)| *known == kind).map_or("", |(name, _)| *name);
            let what = say(
                format!("[issues.{}] does not go with kind = \"{}\"", part.name, word(kind)),
                format!("[issues.{}]不能与kind = \"{}\"同用", part.name, word(kind)),
            );
            let right = Text::same(&format!("kind = \"{}\"", word(wanted)));
            self.draft.fault(section.span_of(part.name), &table.path, what).allowed(right);
        }
    }

    /// Contacts abroad are the same in every replication: a sparse table that all share.
    fn plain_routes(&mut self, table: &Section<'t>, pairs: Option<&Pairwise>, part: &Part) {
        let Some(routes) = pairs.filter(|_| part.place == Place::Health) else { return };
        let certain = |id: &NumberId| matches!(self.numbers[id.index()].distribution, Distribution::Value(_));
        if !routes.cells.iter().all(certain) {
            let what = say("contacts abroad must be plain values", "跨国接触比例必须是确定值");
            let right =
                say("`value = …`; state what is uncertain in `mixing`", "用`value = …`；不确定性写在`mixing`中");
            self.draft.fault(table.span_of("travel"), &table.path_to("travel"), what).allowed(right);
        }
    }

    /// The dated events of a part: each within the clock, variants in their order.
    fn events(&mut self, table: &Section<'t>, part: &Part, people: &People<'t>) -> Vec<Event> {
        let mut events = Vec::new();
        for (list, place) in part.events {
            let mut rows = Vec::new();
            for row in self.draft.tables(table, list) {
                let filed = self.numbers.len();
                let Some(event) = self.event(&row, list, *place, people) else { continue };
                let before = rows.last().map(|(event, _)| event);
                if self.within_clock(&row, *place, &event, before) {
                    rows.push((event, row));
                } else {
                    self.numbers.truncate(filed);
                }
            }
            if *place == Place::Variant {
                self.in_order(&rows);
            }
            events.extend(rows.into_iter().map(|(event, _)| event));
        }
        events
    }

    /// Earliest and latest date of an event.
    fn dated(&self, event: &Event) -> (f64, f64) {
        let number = &self.numbers[event.numbers[0].1.index()];
        number.distribution.reach(number.range)
    }

    /// What can only happen after the clock has run out is refused. What the virus is moves towards a variant from the one before
    /// it, so a variant is late only if that one is too, or there is none; and where the command line has shortened the
    /// clock, late variants are left out instead.
    fn within_clock(&mut self, row: &Section<'t>, place: Place, event: &Event, before: Option<&Event>) -> bool {
        let Some(end) = self.end else { return true };
        let late = |event: &Event| self.dated(event).0 >= f64::from(end);
        let moved_towards = place == Place::Variant && before.is_some_and(|before| !late(before));
        if !late(event) || moved_towards {
            return true;
        }
        let key = event.numbers[0].0;
        if place == Place::Variant && self.settings.has("clock.end") && !self.settings.has(&row.path_to(key)) {
            return false;
        }
        let (en, zh) = match place {
            Place::Variant => ("this variant comes", "该变异株"),
            Place::Seed => ("this first case arrives", "该首批病例"),
            _ => ("this blow strikes", "该打击"),
        };
        let year = figure(self.dated(event).0);
        let what = say(
            format!("{en} ({year}) after the clock has run out ({end})"),
            format!("{zh}（{year}）在时间跨度结束（{end}）之后才发生"),
        );
        let at = self.blame(row, key, &["clock.end"]);
        self.draft.fault_at(at, &row.path_to(key), what).allowed(Text::same(&format!("< {end}")));
        true
    }

    /// One dated event.
    fn event(&mut self, row: &Section<'t>, list: &'static str, place: Place, people: &People<'t>) -> Option<Event> {
        self.draft.keys_at(row, place);
        let numbers: Keyed = plain(place).map(|p| (p.key, self.number(row, p.key, None))).collect();
        if !place.structure().contains(&"actor") {
            return Some(Event { list, actor: None, numbers });
        }
        let (name, span) = self.draft.word(row, "actor")?;
        let actor = people.actors.get(name).copied();
        if actor.is_none() {
            self.nobody(name, span, &row.path_to("actor"), &people.actor_ids);
        }
        Some(Event { list, actor: Some(actor?), numbers })
    }

    /// Variants must stand in the order of their time, whatever is drawn.
    fn in_order(&mut self, variants: &[(Event, Section<'t>)]) {
        let early = |two: &[(Event, Section<'t>)]| self.dated(&two[0].0).1 >= self.dated(&two[1].0).0;
        let Some(at) = variants.windows(2).position(early) else { return };
        let [(_, one), (_, other)] = &variants[at..at + 2] else { return };
        let what = say(
            format!("variant {} does not come after variant {}", at + 2, at + 1),
            format!("第{}个变异株不晚于第{}个", at + 2, at + 1),
        );
        let right = say("`since` ascending, without overlap", "`since`须递增且不重叠");
        let place = self.blame(other, "since", &[&one.path_to("since")]);
        self.draft.fault_at(place, &other.path_to("since"), what).allowed(right);
    }

    /// Files numbers of a part that the issue does not have.
    fn idle_nature(&mut self, stakes: &BTreeMap<usize, Section<'t>>, part: &Part) {
        let observed = if part.place == Place::Health { OBSERVED.as_slice() } else { &[] };
        for (stake, key) in stakes.values().flat_map(|s| part.actors.iter().chain(observed).map(move |key| (s, *key))) {
            if stake.has(key) {
                let what = say(
                    format!("`{key}` does nothing without [issues.{}]", part.name),
                    format!("没有[issues.{}]时`{key}`不起作用", part.name),
                );
                let right =
                    say(format!("[issues.{}] in this issue", part.name), format!("在此议题中写[issues.{}]", part.name));
                self.draft.fault(stake.span_of(key), &stake.path_to(key), what).allowed(right);
            }
        }
    }
}
