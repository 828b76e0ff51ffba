//! Which remedies are put in force together, and from when.

use theory::world::{LANES, Terms};

use crate::comparison::PAPERS_ORDER;
use crate::draw::Drawn;
use crate::scenario::{Package, Scenario, Text};

/// How an actor reads the others, whatever it believes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As if they were surely harmless.
    Trust,
    /// As if they were surely hostile.
    Mistrust,
}

/// One run of the comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Set {
    /// Id: remedy ids joined by ` + `, or the package's.
    pub id: String,
    /// Name.
    pub name: Text,
    /// `none`, `alone`, `pair`, `package`, `order` or `reading`.
    pub kind: &'static str,
    /// Indices of its remedies.
    pub members: Vec<usize>,
    /// Start of each member in years after the start of the clock, where it is not the remedy's own.
    pub starts: Vec<Option<f64>>,
    /// An actor that reads the others in one way for the whole run.
    pub reading: Option<(usize, Reading)>,
}

impl Set {
    fn plain(id: &str, name: Text, kind: &'static str, members: Vec<usize>) -> Set {
        let starts = vec![None; members.len()];
        Set { id: id.into(), name, kind, members, starts, reading: None }
    }

    /// Terms of a block with this set in force. Remedies the scenario has in force anyway stay so.
    pub fn terms(&self, scenario: &Scenario, drawn: &Drawn) -> Terms<LANES> {
        let mut terms = drawn.terms.clone();
        terms.remedies.clear();
        for (r, remedy) in drawn.remedies.iter().enumerate() {
            let at = self.members.iter().position(|&m| m == r);
            if at.is_none() && !scenario.remedies[r].in_force {
                continue;
            }
            let mut remedy = remedy.clone();
            if let Some(start) = at.and_then(|at| self.starts[at]) {
                // It lasts as long as it would have.
                remedy.end = std::array::from_fn(|l| start + (remedy.end[l] - remedy.start[l]));
                remedy.start = [start; LANES];
            }
            terms.remedies.push(remedy);
        }
        if let Some((i, reading)) = self.reading {
            let weight = if reading == Reading::Trust { 0.0 } else { 1.0 };
            (terms.floor[i], terms.slope[i]) = ([weight; LANES], [0.0; LANES]);
        }
        terms
    }
}

fn joined(scenario: &Scenario, members: &[usize]) -> (String, Text) {
    let all = |pick: &dyn Fn(usize) -> String, by: &str| members.iter().map(|&r| pick(r)).collect::<Vec<_>>().join(by);
    let id = all(&|r| scenario.remedies[r].id.clone(), " + ");
    let en = all(&|r| scenario.remedies[r].name.en.clone(), " + ");
    let zh = all(&|r| scenario.remedies[r].name.zh.clone(), "＋");
    (id, Text::new(&en, &zh))
}

/// Every run of a comparison, in a fixed order: none, each alone, all pairs, packages, the order question, readings.
pub fn sets(scenario: &Scenario) -> Vec<Set> {
    let offered: Vec<usize> = (0..scenario.remedies.len()).filter(|&r| !scenario.remedies[r].in_force).collect();
    let mut all = vec![Set::plain("none", Text::new("no remedy", "无缓解办法"), "none", Vec::new())];
    let mut push = |kind: &'static str, members: Vec<usize>| {
        let (id, name) = joined(scenario, &members);
        all.push(Set::plain(&id, name, kind, members));
    };
    offered.iter().for_each(|&r| push("alone", vec![r]));
    for (at, &a) in offered.iter().enumerate() {
        offered[at + 1..].iter().for_each(|&b| push("pair", vec![a, b]));
    }
    for package in rival_packages(scenario) {
        all.push(Set::plain(&package.id, package.name.clone(), "package", package.remedies.clone()));
    }
    all.extend(order(scenario));
    all.extend(readings(scenario));
    all
}

/// What a list of remedies adds to those that are in force anyway, in the order of the scenario.
pub(super) fn added(scenario: &Scenario, members: &[usize]) -> Vec<usize> {
    let mut added: Vec<usize> = members.iter().copied().filter(|&r| !scenario.remedies[r].in_force).collect();
    added.sort_unstable();
    added
}

/// Packages that add something of their own: not nothing, not one remedy that stands alone already, not what an earlier
/// package adds.
pub(super) fn rival_packages(scenario: &Scenario) -> Vec<&Package> {
    let mut seen: Vec<Vec<usize>> = Vec::new();
    let is_new = |package: &&Package| {
        let adds = added(scenario, &package.remedies);
        let new = adds.len() > 1 && !seen.contains(&adds);
        seen.push(adds);
        new
    };
    scenario.packages.iter().filter(is_new).collect()
}

/// What doctrines are compared by: no remedy, each package, the order question.
pub fn packages(scenario: &Scenario) -> Vec<Set> {
    sets(scenario).into_iter().filter(|set| matches!(set.kind, "none" | "package" | "order")).collect()
}

/// The two steps of the order question, without remedies that are in force: those keep their own dates.
pub(super) fn steps(scenario: &Scenario) -> Option<[Vec<usize>; 2]> {
    let steps = scenario.order.as_ref()?.steps.each_ref().map(|step| added(scenario, step));
    steps.iter().all(|step| !step.is_empty()).then_some(steps)
}

/// The order question: the first step first, the second first, both at once, one alone. It needs a remedy for either step.
fn order(scenario: &Scenario) -> Vec<Set> {
    let (Some(order), Some(steps)) = (&scenario.order, steps(scenario)) else { return Vec::new() };
    let first = f64::from(order.first - scenario.clock.start);
    let second = first + f64::from(order.gap);
    let [one, other] = order.step_names();
    let text = |en: String, zh: String| Text::new(&en, &zh);
    let alone = |step: &Text| text(format!("{} only", step.en), format!("只{}", step.zh));
    let then = |a: &Text, b: &Text| text(format!("{}, then {}", a.en, b.en), format!("先{}后{}", a.zh, b.zh));
    let cases = [
        ("first-only", alone(&one), [Some(first), None]),
        ("second-only", alone(&other), [None, Some(first)]),
        (PAPERS_ORDER, then(&one, &other), [Some(first), Some(second)]),
        ("second-then-first", then(&other, &one), [Some(second), Some(first)]),
        ("together", Text::new("both at once", "两者同时"), [Some(first), Some(first)]),
    ];
    let mut sets = Vec::new();
    for (id, name, starts) in cases {
        let mut set = Set::plain(id, name, "order", Vec::new());
        for (members, start) in steps.iter().zip(starts) {
            if start.is_some() {
                set.members.extend(members);
                set.starts.extend(members.iter().map(|_| start));
            }
        }
        sets.push(set);
    }
    sets
}

/// Most actors whose dilemma of interpretation is looked at.
const MOST_READERS: usize = 4;

fn readings(scenario: &Scenario) -> Vec<Set> {
    let mut sets = Vec::new();
    for i in 0..scenario.size().min(MOST_READERS) {
        for (reading, word) in [(Reading::Trust, "trust"), (Reading::Mistrust, "mistrust")] {
            let id = format!("{}:{word}", scenario.actors[i].id);
            let mut set = Set::plain(&id, Text::same(&id), "reading", Vec::new());
            set.reading = Some((i, reading));
            sets.push(set);
        }
    }
    sets
}
