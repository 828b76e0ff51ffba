//! The remedies of figure 3, with the catalogue's values, from the first year: the same for every scenario.

use theory::remedy::Remedy as Pull;
use theory::world::LANES;

use crate::catalogue::parameter;
use crate::draw::{Drawn, Lane};
use crate::remedies::{build, kind_of};
use crate::scenario::{NumberId, Remedy, Scenario, Text};

/// A node of figure 3 that acts.
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
    }
}

/// The actor with the largest median baseline in the first issue.
pub fn largest(scenario: &Scenario) -> usize {
    let size = |i: usize| {
        let number = scenario.number(scenario.issues[0].stakes[i].baseline);
        number.distribution.quantile(0.5, number.range)
    };
    (0..scenario.size()).fold(0, |best, i| if size(i) > size(best) { i } else { best })
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
