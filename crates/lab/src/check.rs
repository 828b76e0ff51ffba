//! From the text of a scenario to a checked [`Scenario`], or everything that is wrong with it at once.

mod issue;
mod nature;
mod number;
mod order;
mod pairs;
mod people;
mod physics;
#[cfg(test)]
mod physics_tests;
mod remedies;
mod settings;
#[cfg(test)]
mod settings_tests;
mod steps;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

#[cfg(test)]
pub(crate) use number::TRIMMINGS;
pub(crate) use number::{COMMAND_LINE_NOTE, DEFAULT_NOTE, KINDS};
pub(crate) use pairs::SYMMETRIC;
use settings::Settings;

use crate::catalogue::{Place, SWITCHES};
use crate::draft::{At, Draft, Section, figure, listing, parse, say};
use crate::fault::Fault;
use crate::names::luck_id;
use crate::plan::{replication_bytes, size_in_words};
use crate::scenario::{
    Assumption, Basis, Clock, DoctrineKind, Ensemble, Issue, IssueKind, Measures, Number, NumberId, Pairwise, Scenario,
    Text,
};

/// The version of the format that this program reads.
pub const FORMAT: i128 = 1;
/// Most actors; what a machine can hold is checked later, by plan.
const MOST_ACTORS: usize = 5000;
/// Most issues.
const MOST_ISSUES: usize = 8;
/// Most pairs over all pair quantities together.
const MOST_CELLS: usize = 150_000_000;
/// Longest clock, in years.
const MOST_YEARS: i128 = 10_000;
/// Most steps of a run.
const MOST_STEPS: i128 = 10_000_000;

/// Doctrines by name.
pub const DOCTRINES: &[(&str, DoctrineKind)] = &[
    ("bayesian", DoctrineKind::Bayesian),
    ("worst-case", DoctrineKind::WorstCase),
    ("trusting", DoctrineKind::Trusting),
    ("capabilities-only", DoctrineKind::CapabilitiesOnly),
    ("human-nature", DoctrineKind::HumanNature),
    ("ambiguity", DoctrineKind::Ambiguity),
];

/// Kinds of issue by name.
pub const ISSUE_KINDS: &[(&str, IssueKind)] = &[
    ("military", IssueKind::Military),
    ("nuclear", IssueKind::Nuclear),
    ("health", IssueKind::Health),
    ("commons", IssueKind::Commons),
    ("generic", IssueKind::Generic),
];

/// Reads and checks a scenario; `sets` are the `--set path=value` of the command line.
pub fn check(text: &str, sets: &[(String, String)]) -> Result<Scenario, Vec<Fault>> {
    let (draft, table) = parse(text);
    let Some(table) = table else { return Err(draft.faults()) };
    let root = Section::new(&table, 0..0, String::new());
    let mut checker = Checker { draft, settings: Settings::new(sets), numbers: Vec::new(), end: None };
    let scenario = checker.scenario(&root);
    match scenario {
        Some(scenario) if !checker.draft.is_faulty() => Ok(stated_first(scenario)),
        _ => {
            let mut faults = checker.draft;
            if !faults.is_faulty() {
                faults.fault(0..0, "", say("this is not a scenario", "这不是情景文件"));
            }
            Err(faults.faults())
        }
    }
}

/// One check under way.
struct Checker<'t> {
    draft: Draft<'t>,
    settings: Settings,
    numbers: Vec<Number>,
    /// End of the clock, once it is known.
    end: Option<i32>,
}

/// Tables that have an id, in file order.
type Tables<'t> = Vec<(&'t str, Section<'t>)>;

/// Who there is, by id.
struct People<'t> {
    actors: BTreeMap<&'t str, usize>,
    actor_ids: Vec<&'t str>,
    groups: BTreeMap<&'t str, usize>,
    group_ids: Vec<&'t str>,
}

impl<'t> Checker<'t> {
    fn scenario(&mut self, root: &Section<'t>) -> Option<Scenario> {
        self.format(root)?;
        self.draft.keys_at(root, Place::Root);
        let id = self.draft.id(root, "id");
        let title = self.draft.text(root, "title");
        let note = self.draft.optional_text(root, "note").unwrap_or_default();
        let clock = self.clock(root);
        self.end = clock.as_ref().map(|clock| clock.end);
        let ensemble = self.ensemble(root);
        let measures = self.measures(root);
        let assumptions = self.assumptions(root);
        let (people, group_tables, actor_tables) = self.people(root);
        let issue_tables = self.identified(root, "issues", &mut BTreeMap::new());
        self.sizes(root, people.actor_ids.len(), issue_tables.len())?;
        let usual = assumptions.iter().find(|a| a.key == "decision").map_or("bayesian", |a| a.value.as_str());
        let (groups, actors) = self.society(&group_tables, &actor_tables, &people, doctrine(usual));
        let empathy = self.pairs(root, "empathy", &people.actors, &people.actor_ids);
        let issue_ids: Vec<&str> = issue_tables.iter().map(|(id, _)| *id).collect();
        let issue_index = issue_ids.iter().enumerate().map(|(index, id)| (*id, index)).collect();
        let issues: Vec<Option<Issue>> =
            issue_tables.iter().map(|(id, table)| self.issue(table, id, &people)).collect();
        let spillovers = self.spillovers(root, &issue_index, &issue_ids);
        let remedies = self.remedies(root, &people, &issue_ids, &issues, clock.as_ref());
        self.settings.leftovers(&mut self.draft, &people.actor_ids);
        let (remedies, packages, order) = remedies?;
        let scenario = Scenario {
            remedies,
            packages,
            order,
            id: id?.0.to_owned(),
            title: title?,
            note,
            clock: clock?,
            ensemble: ensemble?,
            measures,
            assumptions,
            actors: actors?,
            groups: groups?,
            empathy,
            issues: issues.into_iter().collect::<Option<Vec<_>>>()?,
            spillovers,
            numbers: std::mem::take(&mut self.numbers),
        };
        self.steps(root, &scenario);
        Some(scenario)
    }

    /// Refuses files of another format before anything else is said about them.
    fn format(&mut self, root: &Section<'t>) -> Option<()> {
        if !root.has("format") {
            self.draft.keys_at(root, Place::Root);
            self.draft.missing(root, "format").allowed(Text::same(&format!("format = {FORMAT}")));
            return None;
        }
        let version = self.whole(root, "format", (0, i128::from(u32::MAX)))?;
        if version != FORMAT {
            let what =
                say(format!("format {version} is not one this program reads"), format!("本程序不能读取格式{version}"));
            self.draft.fault(root.span_of("format"), "format", what).allowed(Text::same(&format!("format = {FORMAT}")));
            return None;
        }
        Some(())
    }

    /// A whole number of the file, or what the command line says it is.
    fn whole(&mut self, section: &Section<'t>, key: &str, (low, high): (i128, i128)) -> Option<i128> {
        let path = section.path_to(key);
        let set = if section.path.is_empty() { None } else { self.settings.take(&path) };
        let stated = section.get(key).map(|value| value.get_ref().as_integer());
        let (number, at) = match (set, stated) {
            (Some(text), _) => (text.parse::<i128>().ok(), self.place(section, key)),
            (None, Some(Some(integer))) => {
                (i128::from_str_radix(integer.as_str(), integer.radix()).ok(), self.place(section, key))
            }
            (None, Some(None)) => {
                let wrong = self.draft.wrong_kind(section.get(key)?, &path, "a plain whole number", "不带单位的整数");
                wrong.allowed(Text::same(&format!("{low} … {high}")));
                return None;
            }
            (None, None) => {
                self.draft.missing(section, key).allowed(Text::same(&format!("{low} … {high}")));
                return None;
            }
        };
        let inside = number.filter(|n| (low..=high).contains(n));
        if inside.is_none() {
            let what = say("not a whole number in the allowed range", "不是允许范围内的整数");
            self.draft.fault_at(at, &path, what).allowed(Text::same(&format!("{low} … {high}")));
        }
        inside
    }

    /// How often a year is recorded: once, unless the file says otherwise; steps must divide evenly.
    fn records_per_year(&mut self, section: &Section<'t>, steps: Option<i128>) -> Option<i128> {
        if !section.has("records_per_year") && !self.settings.has(&section.path_to("records_per_year")) {
            self.settings.take(&section.path_to("records_per_year"));
            return Some(1);
        }
        let records = self.whole(section, "records_per_year", (1, 366))?;
        if steps.is_some_and(|steps| steps % records != 0) {
            let what = say("steps of a year cannot be split into so many records", "每年的步数不能被记录次数整除");
            let right = say("a divisor of steps_per_year", "steps_per_year的约数");
            let at = self.blame(section, "records_per_year", &["clock.steps_per_year"]);
            let path = section.path_to("records_per_year");
            self.draft.fault_at(at, &path, what).allowed(right);
            return None;
        }
        Some(records)
    }

    /// Where a value stands: in the file, or on the command line that replaces it.
    fn place(&self, section: &Section<'t>, key: &str) -> At {
        self.settings.place(&section.path_to(key)).unwrap_or_else(|| At::File(section.span_of(key)))
    }

    /// The same where several settings together may be the cause: the value itself if it was set, else the first of `others`
    /// that was; a line of the file only where the command line is not to blame.
    fn blame(&self, section: &Section<'t>, key: &str, others: &[&str]) -> At {
        let set = |path: &str| self.settings.place(path);
        set(&section.path_to(key))
            .or_else(|| others.iter().find_map(|path| set(path)))
            .unwrap_or_else(|| At::File(section.span_of(key)))
    }

    /// A table that may be missing, in which case it is empty.
    fn optional(&mut self, root: &Section<'t>, key: &str, place: Place) -> Section<'t> {
        let section = self.draft.table(root, key).unwrap_or(Section::absent(root.span.clone(), key.to_owned()));
        self.draft.keys_at(&section, place);
        section
    }

    fn clock(&mut self, root: &Section<'t>) -> Option<Clock> {
        let section = self.optional(root, "clock", Place::Clock);
        let start = self.whole(&section, "start", (-100_000, 100_000));
        let end = self.whole(&section, "end", (-100_000, 100_000));
        let steps_per_year = self.whole(&section, "steps_per_year", (1, 366));
        let records_per_year = self.records_per_year(&section, steps_per_year);
        let (start, end) = (start?, end?);
        let (years, path) = (end - start, section.path_to("end"));
        let at = self.blame(&section, "end", &["clock.start", "clock.steps_per_year"]);
        let limits = Text::same(&format!("{} … {}", start + 1, start + MOST_YEARS));
        match years {
            ..=0 => self
                .draft
                .fault_at(at, &path, say("the clock ends before it starts", "结束年份不晚于起始年份"))
                .allowed(limits),
            MOST_YEARS.. if years > MOST_YEARS => {
                self.draft.fault_at(at, &path, say("the clock runs too long", "时间跨度过长")).allowed(limits)
            }
            _ if years * steps_per_year.unwrap_or(1) > MOST_STEPS => {
                let what = say("too many steps", "步数过多");
                self.draft.fault_at(at, &path, what).allowed(Text::same(&format!("≤ {MOST_STEPS}")))
            }
            _ => {
                return Some(Clock {
                    start: start as i32,
                    end: end as i32,
                    steps_per_year: steps_per_year? as u32,
                    records_per_year: records_per_year? as u32,
                });
            }
        };
        None
    }

    fn ensemble(&mut self, root: &Section<'t>) -> Option<Ensemble> {
        let section = self.optional(root, "ensemble", Place::Ensemble);
        let replications = self.whole(&section, "replications", (1, 10_000_000));
        let seed = self.whole(&section, "seed", (0, i128::from(u64::MAX)));
        Some(Ensemble { replications: replications? as u32, seed: seed? as u64 })
    }

    fn measures(&mut self, root: &Section<'t>) -> Measures {
        let section = self.optional(root, "measures", Place::Measures);
        let mut number = |key| self.number(&section, key, None);
        Measures {
            satisfaction: number("satisfaction"),
            pulse: number("pulse"),
            dilemma_ratio: number("dilemma_ratio"),
            option_size: number("option_size"),
            signal_cost: number("signal_cost"),
            signal_scale: number("signal_scale"),
        }
    }

    fn assumptions(&mut self, root: &Section<'t>) -> Vec<Assumption> {
        let section = self.optional(root, "assumptions", Place::Assumptions);
        let mut assumptions = Vec::with_capacity(SWITCHES.len());
        for switch in SWITCHES {
            let chosen = self
                .chosen(&section, switch.key, switch.allowed)
                .unwrap_or_else(|| switch.allowed.iter().position(|value| *value == switch.default).unwrap_or(0));
            let meaning = Text::new(switch.meanings[chosen].en, switch.meanings[chosen].zh);
            let value = switch.allowed[chosen].to_owned();
            assumptions.push(Assumption {
                key: switch.key,
                value,
                allowed: switch.allowed,
                acts: switch.acts,
                meaning,
            });
        }
        assumptions
    }

    /// Which of some words the command line or the file chooses, if either does.
    fn chosen(&mut self, section: &Section<'t>, key: &str, names: &[&str]) -> Option<usize> {
        let stated = self.draft.optional_word(section, key);
        let path = section.path_to(key);
        let set = self.settings.take(&path);
        let at = self.place(section, key);
        match (set, stated) {
            (Some(word), _) => self.one_of(&word, names, at, &path),
            (None, Some((word, _))) => self.one_of(word, names, at, &path),
            (None, None) => None,
        }
    }

    /// Which of some words this is; another word is a fault.
    fn one_of(&mut self, word: &str, names: &[&str], at: At, path: &str) -> Option<usize> {
        let index = names.iter().position(|name| *name == word);
        if index.is_none() {
            let short: String = word.chars().take(80).collect();
            let nearest = self.draft.nearest(word, names.iter().copied());
            let what =
                say(format!("`{short}` is not one of the allowed words"), format!("`{short}`不在允许的取值之列"));
            self.draft.fault_at(at, path, what).allowed(listing(names.iter().copied())).nearest(nearest);
        }
        index
    }

    /// The tables of an array and their ids, each under its own path. Two of one id, or of one number of luck, are faults.
    fn identified(&mut self, root: &Section<'t>, key: &str, taken: &mut BTreeMap<u32, &'t str>) -> Tables<'t> {
        let mut found = Vec::new();
        for table in self.draft.tables(root, key) {
            let Some((id, span)) = self.draft.id(&table, "id") else { continue };
            match taken.insert(luck_id(id), id) {
                None => found.push((id, table.renamed(format!("{key}.{id}")))),
                Some(other) if other == id => {
                    self.draft.fault(
                        span,
                        &table.path_to("id"),
                        say(format!("`{id}` is taken"), format!("标识符`{id}`已被使用")),
                    );
                }
                Some(other) => {
                    let what = say(
                        format!("`{id}` and `{other}` would share their luck: rename one"),
                        format!("`{id}`与`{other}`会共用同样的随机因素：请将其中一个改名"),
                    );
                    self.draft.fault(span, &table.path_to("id"), what);
                }
            }
        }
        found
    }

    /// Refuses scenarios of nobody, of nothing, and of more than can be held.
    fn sizes(&mut self, root: &Section<'t>, actors: usize, issues: usize) -> Option<()> {
        for (key, form) in [("actors", "[[actors]]"), ("issues", "[[issues]]")] {
            let items = root.get(key).map(|value| value.get_ref().as_array().map_or(1, |items| items.len()));
            if items.unwrap_or(0) == 0 {
                let allowed = say(format!("at least one {form}"), format!("至少一个{form}"));
                self.draft.missing(root, key).allowed(allowed);
            }
        }
        let mut limit = |key: &str, en: String, zh: String, most: usize| {
            self.draft
                .fault(root.span_of(key), key, say(en, zh))
                .allowed(Text::same(&format!("≤ {}", figure(most as f64))));
        };
        if actors > MOST_ACTORS {
            let memory = size_in_words(replication_bytes(actors, issues.max(1)));
            limit(
                "actors",
                format!(
                    "{actors} actors are too many: a single run would need {memory} of memory, which grows with their square"
                ),
                format!("{actors}个行为体过多：仅一次运行就需要{memory}内存（随行为体数目的平方增长）"),
                MOST_ACTORS,
            );
        }
        if issues > MOST_ISSUES {
            limit("issues", format!("{issues} issues are too many"), format!("{issues}个议题过多"), MOST_ISSUES);
        }
        let cells = actors.saturating_mul(actors).saturating_mul(1 + 3 * issues);
        if cells > MOST_CELLS {
            limit(
                "actors",
                format!("{cells} numbers of pairs are too many"),
                format!("{cells}个成对数值过多"),
                MOST_CELLS,
            );
        }
        (actors <= MOST_ACTORS && issues <= MOST_ISSUES && cells <= MOST_CELLS).then_some(())
    }
}

/// The doctrine of this name; Bayes where there is none.
fn doctrine(name: &str) -> DoctrineKind {
    DOCTRINES.iter().find(|(known, _)| *known == name).map_or(DoctrineKind::Bayesian, |(_, kind)| *kind)
}

/// The same scenario with its default numbers after the stated ones.
fn stated_first(mut scenario: Scenario) -> Scenario {
    let numbers = std::mem::take(&mut scenario.numbers);
    let silent = |number: &Number| number.basis == Basis::Default;
    let stated = numbers.iter().filter(|number| !silent(number)).count();
    let (mut next_stated, mut next_silent) = (0, stated);
    let mut places = Vec::with_capacity(numbers.len());
    for number in &numbers {
        let next = if silent(number) { &mut next_silent } else { &mut next_stated };
        places.push(NumberId(*next as u32));
        *next += 1;
    }
    let (silent, stated): (Vec<Number>, Vec<Number>) = numbers.into_iter().partition(silent);
    scenario.numbers = stated.into_iter().chain(silent).collect();
    each_id(&mut scenario, &mut |id| *id = places[id.index()]);
    scenario
}

fn each_id(scenario: &mut Scenario, visit: &mut impl FnMut(&mut NumberId)) {
    let m = &mut scenario.measures;
    for id in [
        &mut m.satisfaction,
        &mut m.pulse,
        &mut m.dilemma_ratio,
        &mut m.option_size,
        &mut m.signal_cost,
        &mut m.signal_scale,
    ] {
        visit(id);
    }
    for a in &mut scenario.actors {
        let character = [&mut a.worst_case, &mut a.ambiguity, &mut a.fixed_weight, &mut a.care, &mut a.foresight];
        for id in character.into_iter().chain([&mut a.negativity, &mut a.misperception, &mut a.forgetting]) {
            visit(id);
        }
    }
    scenario.groups.iter_mut().filter_map(|g| g.level.as_mut()).for_each(|level| level.each_id(visit));
    let mut pairs = |quantity: &mut Pairwise| quantity.cells.iter_mut().for_each(&mut *visit);
    pairs(&mut scenario.empathy);
    for issue in &mut scenario.issues {
        [&mut issue.exposure, &mut issue.mistrust, &mut issue.pair_authority].into_iter().for_each(&mut pairs);
    }
    for issue in &mut scenario.issues {
        issue.physics.each_id(visit);
        for id in [
            &mut issue.greed_excess,
            &mut issue.opacity,
            &mut issue.adjustment,
            &mut issue.shock,
            &mut issue.first_strike,
        ] {
            visit(id);
        }
        for a in std::iter::once(&mut issue.authority).chain(&mut issue.group_authority) {
            [&mut a.adjudication, &mut a.rules, &mut a.sanction].into_iter().for_each(&mut *visit);
        }
        for s in &mut issue.stakes {
            let fixed = [&mut s.baseline, &mut s.responsiveness, &mut s.cap, &mut s.greedy];
            fixed.into_iter().chain(&mut s.initial).for_each(&mut *visit);
        }
    }
    scenario.spillovers.iter_mut().for_each(|s| visit(&mut s.weight));
    for r in &mut scenario.remedies {
        let timing = [&mut r.start, &mut r.ramp, &mut r.cost].into_iter().chain(&mut r.end);
        timing.chain(r.numbers.iter_mut().map(|(_, id)| id)).for_each(&mut *visit);
    }
}
