//! Positions: what each theorist of the two founding papers assumes, as a small table of kernel terms.
//!
//! A position is nothing but settings. [`settings`] turns their patterns into the `path=value` pairs that `--set` takes, and
//! whoever runs the scenario puts them before the user's own, which win. So what was set stands in the scenario as run, and
//! anybody can do the same by hand. Positions go by person and not by school, because the papers use the schools' names in
//! more than one sense (X15). Every setting names the claims it rests on: rows A… of the first paper, B… of the second.
//!
//! Only terms that act are set. Whether the dilemma can be solved (X7) is an outcome and no setting.

mod community;
mod herz;
mod nature;
mod page;
mod structure;

pub use page::markdown;

use crate::catalogue::Words;
use crate::scenario::Scenario;

/// What one theorist assumes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Position {
    /// Name on the command line.
    pub id: &'static str,
    /// Who.
    pub name: Words,
    /// The work in question, and its year.
    pub work: Words,
    /// What it says, one sentence a line.
    pub summary: Words,
    /// What it sets.
    pub settings: &'static [Setting],
    /// What of a result follows from the settings alone and is no finding, if anything does.
    pub by_construction: Option<Words>,
    /// What to beware of: what is left open, and what the kernel cannot say.
    pub beware: Words,
}

/// One term of the kernel as a position has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Setting {
    /// A path of the scenario in which `*` stands for every actor or every issue: `issues.*.actors.*.greedy`.
    pub pattern: &'static str,
    /// What is set there.
    pub value: &'static str,
    /// Where reasonable people might put it, if the papers give no magnitude and the value is assumed.
    pub assumed: Option<(f64, f64)>,
    /// Claims it rests on.
    pub claims: &'static [&'static str],
    /// Why.
    pub reason: Words,
}

/// Every position: Herz, then nature, then structure, then community.
pub fn all() -> impl Iterator<Item = &'static Position> {
    [herz::POSITIONS, nature::POSITIONS, structure::POSITIONS, community::POSITIONS].into_iter().flatten()
}

/// The position of this name.
pub fn find(id: &str) -> Option<&'static Position> {
    all().find(|position| position.id == id)
}

/// What a position sets in a scenario, as `path=value` pairs for [`check`](crate::check::check).
///
/// The scenario lends its ids and nothing else, so it is checked without the position first.
pub fn settings(position: &Position, scenario: &Scenario) -> Vec<(String, String)> {
    let each = |setting: &Setting| {
        let value = setting.value;
        paths(setting.pattern, scenario).into_iter().map(move |path| (path, value.to_owned()))
    };
    position.settings.iter().flat_map(each).collect()
}

/// The paths that a pattern stands for.
fn paths(pattern: &str, scenario: &Scenario) -> Vec<String> {
    let (mut paths, mut before) = (vec![String::new()], "");
    for part in pattern.split('.') {
        let names: Vec<&str> = match (before, part) {
            ("actors", "*") => scenario.actors.iter().map(|actor| actor.id.as_str()).collect(),
            ("issues", "*") => scenario.issues.iter().map(|issue| issue.id.as_str()).collect(),
            _ => vec![part],
        };
        let joined =
            |path: &String, name: &&str| if path.is_empty() { (*name).to_owned() } else { format!("{path}.{name}") };
        paths = paths.iter().flat_map(|path| names.iter().map(|name| joined(path, name)).collect::<Vec<_>>()).collect();
        before = part;
    }
    paths
}

const fn words(en: &'static str, zh: &'static str) -> Words {
    Words { en, zh }
}

/// What the papers say in words, put into the term of the kernel that renders it; the rendering is ours.
const fn rendered(
    pattern: &'static str,
    value: &'static str,
    claims: &'static [&'static str],
    reason: Words,
) -> Setting {
    Setting { pattern, value, assumed: None, claims, reason }
}

/// A direction from the papers with a magnitude of ours, and the range in which others might put it.
const fn assumed(
    pattern: &'static str,
    value: &'static str,
    range: (f64, f64),
    claims: &'static [&'static str],
    reason: Words,
) -> Setting {
    Setting { pattern, value, assumed: Some(range), claims, reason }
}

/// Nobody above the actors adjudicates: the first channel of authority (model §7).
const fn unprotected(claims: &'static [&'static str]) -> Setting {
    let reason = words("nobody above them protects the victim or makes it whole", "其上无人保护受害者或为其补偿");
    rendered("issues.*.authority", "0", claims, reason)
}

/// Nobody above the actors makes rules: the second channel.
const fn unseen(claims: &'static [&'static str]) -> Setting {
    let reason = words("nobody above them makes it plain who does what", "其上无人使各方所为公开可见");
    rendered("issues.*.rules", "0", claims, reason)
}

/// Nobody above the actors punishes: the third channel.
const fn unpunished(claims: &'static [&'static str]) -> Setting {
    rendered(
        "issues.*.sanction",
        "0",
        claims,
        words("nobody above them makes the offender pay", "其上无人让侵害者付出代价"),
    )
}

/// All motives benign.
const fn benign(claims: &'static [&'static str], reason: Words) -> Setting {
    rendered("issues.*.actors.*.greedy", "0", claims, reason)
}

/// A decision doctrine for everybody (K1).
const fn doctrine(name: &'static str, claims: &'static [&'static str], reason: Words) -> Setting {
    rendered("actors.*.doctrine", name, claims, reason)
}
