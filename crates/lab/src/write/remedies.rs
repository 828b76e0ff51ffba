//! Remedies, packages and the order question, as a file.

use super::{Page, quoted, text};
use crate::remedies::kind_of;
use crate::scenario::{Order, Package, Remedy, Text};

impl Page<'_> {
    fn names<'a>(&mut self, key: &str, ids: impl Iterator<Item = &'a str>) {
        let list = ids.map(quoted).collect::<Vec<_>>().join(", ");
        self.key(key, &format!("[{list}]"));
    }

    pub(super) fn remedy(&mut self, r: &Remedy) {
        let scenario = self.scenario;
        let actor = |i: &usize| scenario.actors[*i].id.as_str();
        self.heading("[[remedies]]");
        self.key("id", &quoted(&r.id));
        self.key("name", &text(&r.name));
        if r.note != Text::default() {
            self.key("note", &text(&r.note));
        }
        self.key("kind", &quoted(r.kind));
        if let Some(mode) = kind_of(r.kind).map(|k| k.modes[r.mode].word).filter(|word| !word.is_empty()) {
            self.key("mode", &quoted(mode));
        }
        self.names("carriers", r.carriers.iter().map(actor));
        if !r.partners.is_empty() {
            self.names("toward", r.partners.iter().map(actor));
        }
        if let Some(k) = r.issue {
            self.key("issue", &quoted(&scenario.issues[k].id));
        }
        self.key("in_force", if r.in_force { "true" } else { "false" });
        self.number("start", r.start);
        self.number("ramp", r.ramp);
        if let Some(end) = r.end {
            self.number("end", end);
        }
        self.number("cost", r.cost);
        r.numbers.iter().for_each(|(key, id)| self.number(key, *id));
    }

    pub(super) fn package(&mut self, p: &Package) {
        let scenario = self.scenario;
        self.heading("[[packages]]");
        self.key("id", &quoted(&p.id));
        self.key("name", &text(&p.name));
        self.names("remedies", p.remedies.iter().map(|&r| scenario.remedies[r].id.as_str()));
    }

    pub(super) fn order(&mut self, o: &Order) {
        let scenario = self.scenario;
        let id = |r: &usize| scenario.remedies[*r].id.as_str();
        self.heading("[order]");
        self.names("first_step", o.steps[0].iter().map(id));
        self.names("second_step", o.steps[1].iter().map(id));
        if let Some(names) = &o.names {
            self.key("names", &format!("[{}, {}]", text(&names[0]), text(&names[1])));
        }
        self.key("first", &o.first.to_string());
        self.key("gap", &o.gap.to_string());
    }
}
