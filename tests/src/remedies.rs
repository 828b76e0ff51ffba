//! A scenario on which every kind of remedy can be tried, and remedies as text.

use std::fmt::Write as _;

use lab::catalogue::{Parameter, parameter};
use lab::check::check;
use lab::fault::render;
use lab::remedies::Kind;
use lab::scenario::{Lang, Scenario};

/// Four actors, arms with war, warheads; every kind of luck in use.
pub const GROUND: &str = include_str!("../fixtures/remedies.toml");

/// An epidemic and a commons for the same four.
pub const NATURE: &str = include_str!("../fixtures/nature.toml");

/// The ground with these remedies at its end, under these settings.
pub fn ground(remedies: &[String], sets: &[(&str, &str)]) -> Scenario {
    standing_on(GROUND, remedies, sets)
}

/// The same with an epidemic and a commons: every kind can be tried.
pub fn whole_ground(remedies: &[String], sets: &[(&str, &str)]) -> Scenario {
    standing_on(&format!("{GROUND}{NATURE}"), remedies, sets)
}

/// A scenario's text with these remedies at its end, under these settings.
pub fn standing_on(text: &str, remedies: &[String], sets: &[(&str, &str)]) -> Scenario {
    let sets: Vec<(String, String)> = sets.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
    let text = format!("{text}{}", remedies.concat());
    check(&text, &sets).unwrap_or_else(|faults| panic!("{}", render(&faults, "ground", Lang::En, false)))
}

/// What a remedy says beyond its kind; what it does not say is the catalogue's default.
#[derive(Clone, Debug)]
pub struct Numbers {
    /// Calendar year.
    pub start: f64,
    /// Calendar year.
    pub end: Option<f64>,
    /// All sizes 0, or whatever leaves things as they are.
    pub none: bool,
    /// Sizes uncertain, and 0 in most replications.
    pub uncertain: bool,
    /// Towards whom.
    pub toward: Vec<&'static str>,
}

impl Default for Numbers {
    fn default() -> Numbers {
        Numbers { start: 2000.0, end: None, none: false, uncertain: false, toward: Vec::new() }
    }
}

impl Numbers {
    /// How the number of this key is stated, if it is.
    fn stated(&self, p: &Parameter) -> Option<String> {
        let default = p.default.unwrap_or(0.0);
        let likely = |key: &str| parameter(key).and_then(|p| p.default).unwrap_or(0.0);
        if self.none {
            let value = match p.key {
                // Ten times the other's effort is a parity that nobody meets.
                "ratio" => 10.0,
                // A definition that changes nothing about false alarms.
                "false_alarm" | "false_alarm_broad" => likely("false_alarm_before"),
                _ if p.range.0 <= 0.0 => 0.0,
                _ => return None,
            };
            return Some(format!("value = {value}"));
        }
        let most = f64::min(p.range.1, if default > 0.0 { 1.3 * default } else { 0.2 });
        match (self.uncertain, p.range.0 <= 0.0) {
            (false, _) => None,
            (true, true) => Some(format!("choice = [0, {most}], weights = [6, 1]")),
            (true, false) => Some(format!("uniform = [{}, {most}]", f64::max(p.range.0, 0.7 * default))),
        }
    }
}

/// A remedy as it stands in a file.
pub fn remedy_text(id: &str, kind: &Kind, mode: usize, carriers: &[&str], in_force: bool, numbers: &Numbers) -> String {
    let mut text = format!(
        "[[remedies]]\nid = \"{id}\"\nname = {{ en = \"{id}\", zh = \"{id}\" }}\nkind = \"{}\"\ncarriers = {carriers:?}\n\
         in_force = {in_force}\nstart = {{ value = {}, unit = \"year\", source = \"t\" }}\n",
        kind.key, numbers.start
    );
    let mode = &kind.modes[mode];
    if !mode.word.is_empty() {
        let _ = writeln!(text, "mode = \"{}\"", mode.word);
    }
    if let Some(end) = numbers.end {
        let _ = writeln!(text, "end = {{ value = {end}, unit = \"year\", source = \"t\" }}");
    }
    if !numbers.toward.is_empty() {
        let _ = writeln!(text, "toward = {:?}", numbers.toward);
    }
    for key in mode.numbers {
        let p = parameter(key).expect("in the catalogue");
        if let Some(stated) = numbers.stated(p) {
            let basis = if stated.starts_with("value") { "source" } else { "assumed" };
            let _ = writeln!(text, "{key} = {{ {stated}, unit = \"{}\", {basis} = \"t\" }}", p.unit);
        }
    }
    text
}

/// The epidemic before the arms.
pub fn epidemic_first() -> String {
    let at = NATURE.find("[[issues]]").expect("issues");
    let commons = NATURE.find("[[issues]]\nid = \"fish\"").expect("a commons");
    let arms = GROUND.find("[[issues]]").expect("issues");
    format!("{}{}{}", &GROUND[..arms], &NATURE[at..commons], &GROUND[arms..])
}
