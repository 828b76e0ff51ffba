//! A checked scenario as a file again, with every default filled in: `check` reads it back as the same scenario.

mod physics;
mod remedies;

use std::fmt::Write as _;

use crate::check::{COMMAND_LINE_NOTE, DEFAULT_NOTE, DOCTRINES, FORMAT, ISSUE_KINDS, SYMMETRIC};
use crate::scenario::{
    Actor, Authority, Basis, Distribution, Group, Issue, Number, NumberId, Pairwise, Scenario, Series, Stake, Text,
};

/// The scenario as TOML.
pub fn as_run(scenario: &Scenario) -> String {
    let mut page = Page { scenario, out: String::new() };
    page.head();
    page.clock_and_ensemble();
    page.measures();
    page.assumptions();
    scenario.groups.iter().for_each(|group| page.group(group));
    scenario.actors.iter().for_each(|actor| page.actor(actor));
    page.pairs_section("empathy", "empathy", &scenario.empathy);
    scenario.issues.iter().for_each(|issue| page.issue(issue));
    for spillover in &scenario.spillovers {
        page.heading("[[spillovers]]");
        page.key("from", &quoted(&scenario.issues[spillover.from].id));
        page.key("to", &quoted(&scenario.issues[spillover.to].id));
        page.number("weight", spillover.weight);
    }
    scenario.remedies.iter().for_each(|remedy| page.remedy(remedy));
    scenario.packages.iter().for_each(|package| page.package(package));
    scenario.order.iter().for_each(|order| page.order(order));
    page.out
}

struct Page<'s> {
    scenario: &'s Scenario,
    out: String,
}

impl Page<'_> {
    fn key(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.out, "{key} = {value}");
    }

    fn heading(&mut self, heading: &str) {
        let _ = writeln!(self.out, "\n{heading}");
    }

    fn number(&mut self, key: &str, id: NumberId) {
        let words = table(&fields(self.scenario.number(id)));
        self.key(key, &words);
    }

    fn head(&mut self) {
        let s = self.scenario;
        self.out.push_str("# As run: every default filled in.\n");
        self.key("format", &FORMAT.to_string());
        self.key("id", &quoted(&s.id));
        self.key("title", &text(&s.title));
        if s.note != Text::default() {
            self.key("note", &text(&s.note));
        }
    }

    fn clock_and_ensemble(&mut self) {
        let s = self.scenario;
        self.heading("[clock]");
        self.key("start", &s.clock.start.to_string());
        self.key("end", &s.clock.end.to_string());
        self.key("steps_per_year", &s.clock.steps_per_year.to_string());
        self.key("records_per_year", &s.clock.records_per_year.to_string());
        self.heading("[ensemble]");
        self.key("replications", &s.ensemble.replications.to_string());
        self.key("seed", &s.ensemble.seed.to_string());
    }

    fn measures(&mut self) {
        let m = &self.scenario.measures;
        self.heading("[measures]");
        self.number("satisfaction", m.satisfaction);
        self.number("pulse", m.pulse);
        self.number("dilemma_ratio", m.dilemma_ratio);
        self.number("option_size", m.option_size);
        self.number("signal_cost", m.signal_cost);
        self.number("signal_scale", m.signal_scale);
    }

    fn assumptions(&mut self) {
        self.heading("[assumptions]");
        for assumption in &self.scenario.assumptions {
            self.key(assumption.key, &quoted(&assumption.value));
        }
    }

    fn within(&mut self, within: Option<usize>) {
        if let Some(group) = within {
            let id = quoted(&self.scenario.groups[group].id);
            self.key("within", &id);
        }
    }

    fn group(&mut self, group: &Group) {
        self.heading("[[groups]]");
        self.key("id", &quoted(&group.id));
        self.key("name", &text(&group.name));
        self.within(group.within);
        self.level(group.level.as_ref());
    }

    fn actor(&mut self, a: &Actor) {
        let doctrine = DOCTRINES.iter().find(|(_, kind)| *kind == a.doctrine).map_or("", |(name, _)| *name);
        self.heading("[[actors]]");
        self.key("id", &quoted(&a.id));
        self.key("name", &text(&a.name));
        self.within(a.within);
        if let Some(group) = a.represents {
            let id = quoted(&self.scenario.groups[group].id);
            self.key("represents", &id);
        }
        self.key("doctrine", &quoted(doctrine));
        self.number("worst_case", a.worst_case);
        self.number("ambiguity", a.ambiguity);
        self.number("fixed_weight", a.fixed_weight);
        self.number("care", a.care);
        self.number("foresight", a.foresight);
        self.number("negativity", a.negativity);
        self.number("misperception", a.misperception);
        self.number("forgetting", a.forgetting);
    }

    fn issue(&mut self, issue: &Issue) {
        let kind = ISSUE_KINDS.iter().find(|(_, kind)| *kind == issue.kind).map_or("", |(name, _)| *name);
        self.heading("[[issues]]");
        self.key("id", &quoted(&issue.id));
        self.key("name", &text(&issue.name));
        self.key("kind", &quoted(kind));
        self.key("effort_unit", &text(&issue.effort_unit));
        self.key("waste_unit", &text(&issue.waste_unit));
        self.number("greed_excess", issue.greed_excess);
        self.number("opacity", issue.opacity);
        self.number("adjustment", issue.adjustment);
        self.number("shock", issue.shock);
        self.number("first_strike", issue.first_strike);
        self.force(issue.physics.force.as_ref());
        self.authority(&issue.authority);
        for (key, quantity) in
            [("exposure", &issue.exposure), ("mistrust", &issue.mistrust), ("pair_authority", &issue.pair_authority)]
        {
            self.pairs_section(&format!("issues.{key}"), &format!("issues.{}.{key}", issue.id), quantity);
        }
        self.war_and_warheads(issue);
        self.nature(issue);
        for (group, authority) in self.scenario.groups.iter().zip(&issue.group_authority) {
            self.heading("[[issues.groups]]");
            self.key("group", &quoted(&group.id));
            self.authority(authority);
        }
        for (i, (actor, stake)) in self.scenario.actors.iter().zip(&issue.stakes).enumerate() {
            self.heading("[[issues.actors]]");
            self.key("actor", &quoted(&actor.id));
            self.stake(stake);
            self.forces(issue, i);
            self.natural(issue, i);
            self.series("issues.actors.output", stake.output.as_ref());
            self.series("issues.actors.observed", issue.observed[i].as_ref());
            self.observed(issue, i);
        }
    }

    fn authority(&mut self, authority: &Authority) {
        self.number("authority", authority.adjudication);
        self.number("rules", authority.rules);
        self.number("sanction", authority.sanction);
    }

    fn stake(&mut self, stake: &Stake) {
        self.number("baseline", stake.baseline);
        self.number("responsiveness", stake.responsiveness);
        if let Some(initial) = stake.initial {
            self.number("initial", initial);
        }
        self.number("cap", stake.cap);
        self.number("greedy", stake.greedy);
    }

    pub(super) fn series(&mut self, heading: &str, series: Option<&Series>) {
        let Some(series) = series else { return };
        self.heading(&format!("[{heading}]"));
        self.key("years", &list(&series.years));
        self.key("values", &list(&series.values));
        self.key("unit", &quoted(&series.unit));
        self.key("source", &quoted(&series.source));
        if series.note != Text::default() {
            self.key("note", &text(&series.note));
        }
    }

    /// A pair quantity: one number, or the number of most pairs and those of the others.
    fn pairs_section(&mut self, heading: &str, path: &str, quantity: &Pairwise) {
        self.heading(&format!("[{heading}]"));
        let common = quantity.cells.iter().copied().find(|id| self.scenario.number(*id).path == path);
        if let Some(id) = common
            && quantity.cells.iter().all(|cell| *cell == id)
        {
            for (key, value) in fields(self.scenario.number(id)) {
                self.key(key, &value);
            }
            return;
        }
        if let Some(words) = self.matrix(path, quantity) {
            words.iter().for_each(|(key, value)| self.key(key, value));
            return;
        }
        if let Some(id) = common {
            self.number("default", id);
        }
        self.out.push_str("pairs = [\n");
        self.exceptions(path, quantity);
        self.out.push_str("]\n");
    }

    /// The keys of a matrix, if that says it all: plain values for one reason, each pair its own.
    fn matrix(&self, path: &str, quantity: &Pairwise) -> Option<Vec<(&'static str, String)>> {
        let n = self.scenario.actors.len();
        let first = self.scenario.number(*quantity.cells.get(1)?);
        let (mut rows, symmetric) = (Vec::with_capacity(n), first.parameter == SYMMETRIC);
        for from in 0..n {
            let mut row = vec![0.0; n];
            for to in (0..n).filter(|to| *to != from) {
                let (there, back) = (quantity.cells[from * n + to], quantity.cells[to * n + from]);
                let number = self.scenario.number(there);
                let own = number.path != path && (there == back) == symmetric && number.basis == first.basis;
                match number.distribution {
                    Distribution::Value(x) if own => row[to] = x,
                    _ => return None,
                }
            }
            rows.push(list(&row));
        }
        let reason = fields(first).into_iter().filter(|(key, _)| *key != "value");
        Some(std::iter::once(("matrix", format!("[\n  {},\n]", rows.join(",\n  ")))).chain(reason).collect())
    }

    fn exceptions(&mut self, path: &str, quantity: &Pairwise) {
        let actors = &self.scenario.actors;
        let n = actors.len();
        for cell in 0..n * n {
            let (from, to) = (cell / n, cell % n);
            let (id, back) = (quantity.cells[cell], quantity.cells[to * n + from]);
            let number = self.scenario.number(id);
            let both = id == back;
            if from == to || number.path == path || (both && from > to) {
                continue;
            }
            let mut words = vec![("from", quoted(&actors[from].id)), ("to", quoted(&actors[to].id))];
            if both {
                words.push(("both", "true".to_owned()));
            }
            words.extend(fields(number));
            let _ = writeln!(self.out, "  {},", table(&words));
        }
    }
}

/// The keys of a number table and their values.
fn fields(number: &Number) -> Vec<(&'static str, String)> {
    let mut words = match &number.distribution {
        Distribution::Value(x) => vec![("value", figure(*x))],
        Distribution::Uniform(a, b) => vec![("uniform", list(&[*a, *b]))],
        Distribution::Normal(m, s) => vec![("normal", list(&[*m, *s]))],
        Distribution::Lognormal(m, s) => vec![("lognormal", list(&[*m, *s]))],
        Distribution::Beta(a, b) => vec![("beta", list(&[*a, *b]))],
        Distribution::Triangular(a, m, b) => vec![("triangular", list(&[*a, *m, *b]))],
        Distribution::Choice(values, weights) => vec![("choice", list(values)), ("weights", list(weights))],
    };
    words.push(("unit", quoted(&number.unit)));
    match &number.basis {
        Basis::Source { citation } => words.push(("source", quoted(citation))),
        Basis::Assumed { range, note } => {
            words.push(("assumed", quoted(note)));
            if number.distribution.is_certain() {
                words.push(("range", list(&[range.0, range.1])));
            }
        }
        Basis::Default => words.push(("assumed", quoted(DEFAULT_NOTE))),
        Basis::CommandLine => words.push(("assumed", quoted(COMMAND_LINE_NOTE))),
    }
    words
}

fn table(words: &[(&str, String)]) -> String {
    let inside: Vec<String> = words.iter().map(|(key, value)| format!("{key} = {value}")).collect();
    format!("{{ {} }}", inside.join(", "))
}

fn text(text: &Text) -> String {
    format!("{{ en = {}, zh = {} }}", quoted(&text.en), quoted(&text.zh))
}

fn list(numbers: &[f64]) -> String {
    let inside: Vec<String> = numbers.iter().map(|x| figure(*x)).collect();
    format!("[{}]", inside.join(", "))
}

/// The shortest words that read back as the same number.
fn figure(x: f64) -> String {
    let words = format!("{x:?}");
    words.strip_suffix(".0").map_or(words.clone(), str::to_owned)
}

/// A TOML string on one line.
fn quoted(words: &str) -> String {
    let mut out = String::with_capacity(words.len() + 2);
    out.push('"');
    for c in words.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;
    use crate::presets::PRESETS;
    use crate::starter::STARTER;

    fn comes_back(file: &str, sets: &[(&str, &str)]) -> Scenario {
        let sets: Vec<_> = sets.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned())).collect();
        let scenario = check(file, &sets).unwrap_or_else(|faults| panic!("{faults:#?}"));
        let written = as_run(&scenario);
        let again = check(&written, &[]).unwrap_or_else(|faults| panic!("{written}\n{faults:#?}"));
        assert_eq!(again, scenario);
        assert_eq!(as_run(&again), written);
        scenario
    }

    #[test]
    fn contract_a_scenario_as_run_is_the_same_scenario() {
        for preset in PRESETS {
            comes_back(preset.text, &[]);
        }
        comes_back(STARTER, &[]);
        comes_back(&STARTER.replace("#| ", ""), &[]);
    }

    #[test]
    fn contract_settings_and_matrices_come_back() {
        let sets = [
            ("issues.military.mistrust.south.north", "0.4"),
            ("issues.military.actors.north.initial", "11"),
            ("issues.military.pair_authority.north.south", "0.1"),
            ("actors.south.doctrine", "ambiguity"),
            ("ensemble.seed", "18446744073709551615"),
            ("assumptions.objective", "power"),
            ("measures.pulse", "0.2"),
        ];
        let s = comes_back(STARTER, &sets);
        assert_eq!(s.ensemble.seed, u64::MAX);
        let matrix = "[empathy]\nmatrix = [[0, 0.2], [0.3, 0]]\nunit = \"probability\"\nassumed = \"a \\\"quote\\\" \\\\ \\n\\t\"\nrange = [0, 1]";
        let uniform = "[empathy]\nuniform = [0.1, 0.5]\nunit = \"probability\"\nassumed = \"no estimate; wide\"";
        assert!(STARTER.contains(uniform));
        let s = comes_back(&STARTER.replace(uniform, matrix), &[]);
        assert_eq!(s.number(s.empathy.cells[1]).distribution, Distribution::Value(0.2));
        assert_eq!(s.number(s.empathy.cells[2]).path, "empathy.south.north");
        comes_back(&STARTER.replace(uniform, matrix), &[("empathy.north.south", "0.9")]);
        assert!(as_run(&s).contains("matrix = [\n  [0, 0.2],\n  [0.3, 0],\n]"));
        for number in ["uniform = [0, 1]", "range = [0, 1], value = 0.5"] {
            let both = format!(
                "{{ from = \"south\", to = \"north\", both = true, unit = \"probability\", assumed = \"a\", {number} }}"
            );
            let s = comes_back(&STARTER.replace(uniform, &format!("[empathy]\npairs = [{both}]")), &[]);
            assert_eq!(s.empathy.cells[1], s.empathy.cells[2]);
        }
        let pair = "pair_authority = { matrix = [[0, 0.2], [0.2, 0]], unit = \"probability\", source = \"s\" }\n[issues.mistrust]";
        let text = STARTER.replace("[issues.mistrust]", pair);
        assert!(as_run(&comes_back(&text, &[])).contains("[0, 0.2],\n  [0.2, 0]"));
        assert!(
            !as_run(&comes_back(&text, &[("issues.military.pair_authority.north.south", "0.2")]))
                .contains("source = \"s\"")
        );
    }
}
