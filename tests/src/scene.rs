//! Small scenario files, checked and drawn as a run would: for what the kernel alone does not have.

use crate::{Lab, Running};
use lab::catalogue::{EFFORT_UNIT, parameter};
use lab::check::check;
use lab::draw::draw;
use lab::fault::render;
use lab::scenario::{Lang, Scenario};

/// One issue among actors, in the words of the file; every number is a plain value.
#[derive(Clone, Debug)]
pub struct Scene {
    /// Kind of the issue.
    pub kind: &'static str,
    /// Length in years.
    pub years: u32,
    /// Lines of the groups' tables, by id, outer ones first, each `(id, lines)`.
    pub groups: Vec<(&'static str, String)>,
    /// Who there is.
    pub actors: Vec<Actor>,
    /// Empathy, exposure and everything else of the issue: its lines.
    pub issue: String,
    /// Empathy of all.
    pub empathy: f64,
}

/// One actor and what it has at stake.
#[derive(Clone, Debug)]
pub struct Actor {
    /// Identifier.
    pub id: &'static str,
    /// Lines of its own table.
    pub own: String,
    /// Lines of its table in the issue, baseline and responsiveness among them.
    pub stake: String,
}

/// Lines of numbers of these parameters.
pub fn numbers(of: &[(&str, f64)]) -> String {
    of.iter().map(|(key, value)| number(key, *value)).collect()
}

fn number(key: &str, value: f64) -> String {
    let unit = parameter(key).expect("a parameter").unit;
    let unit = if unit == EFFORT_UNIT { "units" } else { unit };
    format!("{key} = {{ value = {value:?}, unit = \"{unit}\", source = \"test\" }}\n")
}

/// An actor of this baseline and responsiveness; `more` adds to what it has at stake.
pub fn actor(id: &'static str, baseline: f64, responsiveness: f64, more: &[(&str, f64)]) -> Actor {
    let stake = numbers(&[("baseline", baseline), ("responsiveness", responsiveness)]) + &numbers(more);
    Actor { id, own: String::new(), stake }
}

impl Actor {
    /// The same with these lines in its own table.
    pub fn with(mut self, lines: &str) -> Actor {
        self.own += lines;
        self.own += "\n";
        self
    }
    /// The same with a constant weight on everybody, whatever they do.
    pub fn fixed(self, weight: f64) -> Actor {
        self.with("doctrine = \"capabilities-only\"").with(&number("fixed_weight", weight))
    }
    /// The same whose output follows these values at these years after the start.
    pub fn growing(mut self, years: &[f64], values: &[f64]) -> Actor {
        self.stake +=
            &format!("output = {{ years = {years:?}, values = {values:?}, unit = \"index\", source = \"test\" }}\n");
        self
    }
}

impl Scene {
    /// A military issue among these actors over so many years.
    pub fn of(years: u32, actors: Vec<Actor>) -> Scene {
        Scene { kind: "military", years, groups: Vec::new(), actors, issue: String::new(), empathy: 0.3 }
    }

    /// The same with these lines in the issue.
    pub fn issue(mut self, lines: &str) -> Scene {
        self.issue += lines;
        self.issue += "\n";
        self
    }

    /// The scenario, after the checker.
    pub fn scenario(&self) -> Scenario {
        let text = self.text();
        check(&text, &[]).unwrap_or_else(|faults| panic!("{text}\n{}", render(&faults, "scene", Lang::En, false)))
    }

    /// Ready to run, as drawn; monthly steps.
    pub fn lab(&self) -> Lab {
        let scenario = self.scenario();
        let mut drawn = draw(&scenario, scenario.ensemble.seed, 0);
        Lab { terms: drawn.terms, initial: drawn.initial.remove(0), dt: 1.0 / 12.0 }
    }

    /// Begun.
    pub fn start(&self) -> Running {
        self.lab().start()
    }

    fn text(&self) -> String {
        let name = "name = { en = \"N\", zh = \"名\" }\n";
        let mut text = format!(
            "format = 1\nid = \"scene\"\ntitle = {{ en = \"S\", zh = \"景\" }}\n{}[clock]\nstart = 0\nend = {}\n\
             steps_per_year = 12\n[ensemble]\nreplications = 16\nseed = 1\n",
            number("empathy", self.empathy),
            self.years
        );
        for (id, lines) in &self.groups {
            text += &format!("[[groups]]\nid = \"{id}\"\n{name}{lines}\n");
        }
        for a in &self.actors {
            text += &format!("[[actors]]\nid = \"{}\"\n{name}{}\n", a.id, a.own);
        }
        text += &format!(
            "[[issues]]\nid = \"arms\"\n{name}kind = \"{}\"\neffort_unit = {{ en = \"units\", zh = \"单位\" }}\n\
             waste_unit = {{ en = \"unit-years\", zh = \"单位年\" }}\n{}\n",
            self.kind, self.issue
        );
        for a in &self.actors {
            text += &format!("[[issues.actors]]\nactor = \"{}\"\n{}\n", a.id, a.stake);
        }
        text
    }
}
