//! The remedies that figures 2 and 3 put in, with the catalogue's values, from the first year: the same for every scenario.

use theory::remedy::{Lever, Remedy as Pull, Rule, Term};
use theory::world::LANES;

use super::illness::ill;
use crate::catalogue::parameter;
use crate::draw::{Drawn, Lane};
use crate::names::luck_id;
use crate::remedies::{build, kind_of};
use crate::scenario::physics::of_key;
use crate::scenario::{NumberId, Remedy, Scenario, Text};

/// What is put in: a node of figure 3 that acts, or a pool that tests an arrow of figure 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Generic {
    /// Everybody binds itself and sends costly signals.
    Signals,
    /// The largest commits itself, with the weight of its capability.
    Commitment,
    /// Everybody but the largest meets the others more often.
    Interaction,
    /// Everybody climbs the ladder of institutions.
    Mechanism,
    /// Medical goods are pooled at once.
    Pool,
    /// They are pooled once all have agreed.
    Consensus,
    /// They are pooled at once by all but the one that makes most: participation differs.
    Unequal,
    /// They are pooled at once by all to the mean degree of [`Generic::Unequal`]: participation is alike.
    Alike,
}

/// The remedies behind a node.
pub fn generic(scenario: &Scenario, node: Generic, drawn: &Drawn, seed: u64, first: u32) -> Vec<Pull<LANES>> {
    let everybody: Vec<usize> = (0..scenario.size()).collect();
    let largest = largest(scenario);
    let make = |id: &str, kind: &str, carriers: Vec<usize>, set: &[(&'static str, f64)]| {
        one(scenario, drawn, id, kind, carriers, set, seed, first)
    };
    match node {
        Generic::Signals => vec![
            make("figure-signals", "restraint-signal", everybody.clone(), &[]),
            make("figure-self-binding", "self-binding", everybody, &[]),
        ],
        Generic::Commitment => {
            vec![make("figure-commitment", "restraint-signal", vec![largest], &[("leadership", 1.0)])]
        }
        Generic::Interaction => {
            let others: Vec<usize> = everybody.into_iter().filter(|&i| i != largest).collect();
            vec![make("figure-interaction", "exchange", others, &[("depth", 0.0)])]
        }
        Generic::Mechanism => vec![make("figure-mechanism", "ladder", everybody, &[])],
        Generic::Pool => vec![pool(scenario, everybody, 1.0, [0.0; 3])],
        Generic::Consensus => vec![pool(scenario, everybody, 1.0, CONSENSUS)],
        Generic::Unequal => {
            let others = {
                let maker = largest_maker(scenario);
                everybody.into_iter().filter(|&i| i != maker).collect()
            };
            vec![pool(scenario, others, 1.0, [0.0; 3])]
        }
        Generic::Alike => {
            let all = everybody.len() as f64;
            vec![pool(scenario, everybody, (all - 1.0) / all, [0.0; 3])]
        }
    }
}

/// Years of deliberation: in any case, per member, and per standard deviation of severity among them. Assumed: half a year for eight whose
/// troubles are alike.
const CONSENSUS: [f64; 3] = [0.1, 0.05, 1.0];

/// A common pool of medical goods to which its carriers give this share of their surplus, in force once decided.
fn pool(
    scenario: &Scenario,
    carriers: Vec<usize>,
    share: f64,
    [base, per_member, disagreement]: [f64; 3],
) -> Pull<LANES> {
    let [base, per_member, disagreement] = [base, per_member, disagreement].map(|years| [years; LANES]);
    let issue = ill(scenario);
    Pull {
        luck_id: luck_id("figure-pool"),
        carriers,
        partners: Vec::new(),
        issue,
        start: [0.0; LANES],
        ramp: [0.0; LANES],
        end: [f64::INFINITY; LANES],
        rule: Rule::Deciding { base, per_member, disagreement },
        levers: vec![Lever { term: Term::Sharing, issue, rung: 0, size: [share; LANES] }],
        signal: None,
        cost: [0.0; LANES],
    }
}

/// The actor with the largest median baseline in the first issue; where that is an epidemic, with the largest economy.
pub fn largest(scenario: &Scenario) -> usize {
    let size = |i: usize| {
        let issue = &scenario.issues[0];
        let health = issue.physics.health.as_ref();
        let id = health.map_or(issue.stakes[i].baseline, |health| of_key(&health.actors[i], "economy"));
        let number = scenario.number(id);
        number.distribution.quantile(0.5, number.range)
    };
    (0..scenario.size()).fold(0, |best, i| if size(i) > size(best) { i } else { best })
}

/// The actor that makes most supplies at the median; most doses where nobody makes supplies.
fn largest_maker(scenario: &Scenario) -> usize {
    let Some(health) = ill(scenario).and_then(|k| scenario.issues[k].physics.health.as_ref()) else { return 0 };
    let most = |key: &str| {
        let made = |i: usize| {
            let number = scenario.number(of_key(&health.actors[i], key));
            number.distribution.quantile(0.5, number.range)
        };
        let first = (0..scenario.size()).fold(0, |best, i| if made(i) > made(best) { i } else { best });
        (made(first) > 0.0).then_some(first)
    };
    most("supplies_capacity").or_else(|| most("doses_capacity")).unwrap_or(0)
}

/// A remedy of this kind whose numbers are the catalogue's defaults, but for those set here.
fn one(
    scenario: &Scenario,
    drawn: &Drawn,
    id: &str,
    kind: &str,
    carriers: Vec<usize>,
    set: &[(&'static str, f64)],
    seed: u64,
    first: u32,
) -> Pull<LANES> {
    let kind = kind_of(kind).expect("a kind of the table");
    let mut values: Vec<Lane> = drawn.values.clone();
    let mut constant = |value: f64| {
        values.push([value; LANES]);
        NumberId(values.len() as u32 - 1)
    };
    let default = |key: &str| {
        let stated = set.iter().find(|(k, _)| *k == key).map(|(_, v)| *v);
        stated.or_else(|| parameter(key).and_then(|p| p.default)).unwrap_or(0.0)
    };
    let remedy = Remedy {
        id: id.into(),
        name: Text::default(),
        note: Text::default(),
        kind: kind.key,
        mode: 0,
        carriers,
        partners: (0..scenario.size()).collect(),
        issue: None,
        in_force: true,
        start: constant(f64::from(scenario.clock.start)),
        ramp: constant(default("ramp")),
        end: None,
        cost: constant(0.0),
        numbers: kind.modes[0].numbers.iter().map(|key| (*key, constant(default(key)))).collect(),
    };
    build(scenario, &remedy, &values, seed, first)
}
