//! What happened physically in the runs, and what the remedies in force cost: wars, warheads, levels.

use theory::issue::nuclear::CAUSES;

use crate::draw::draw;
use crate::ensemble::Block;
use crate::measure::Reader;
use crate::nature;
use crate::outcome::{NodeOutcome, NuclearOutcome, PhysicsOutcome, PowerRow, RemedyOutcome, WarOutcome};
use crate::statistics::{estimate, mean, probability, wilson};

/// All of it; empty lists where a scenario has none.
pub fn physics(reader: Reader<'_>) -> PhysicsOutcome {
    let scenario = reader.scenario;
    let with = |pick: fn(&crate::scenario::Issue) -> bool| -> Vec<usize> {
        (0..scenario.issues.len()).filter(|&k| pick(&scenario.issues[k])).collect()
    };
    PhysicsOutcome {
        wars: with(|issue| issue.physics.war.is_some()).into_iter().map(|k| wars(reader, k)).collect(),
        nuclear: with(|issue| issue.physics.nuclear.is_some())
            .into_iter()
            .enumerate()
            .map(|(at, k)| nuclear(reader, at, k))
            .collect(),
        remedies: remedies(reader),
        nodes: nodes(reader),
        health: nature::epidemics(reader),
        commons: nature::commons(reader),
        trouble: nature::troubles(reader),
    }
}

fn wars(reader: Reader<'_>, k: usize) -> WarOutcome {
    let of = |pick: fn(&theory::happen::Wars<{ theory::world::LANES }>) -> &crate::draw::Lane| {
        reader.ensemble.each(|b, l| b.state.as_ref().and_then(|s| s.wars[k].as_ref()).map_or(0.0, |w| pick(w)[l]))
    };
    let (begun, tragic) = (of(|w| &w.begun), of(|w| &w.tragic));
    let total: f64 = begun.iter().sum();
    WarOutcome {
        issue: reader.scenario.issues[k].id.clone(),
        any: probability(begun.iter().filter(|&&n| n > 0.0).count(), begun.len()),
        tragic: (total > 0.0).then(|| wilson(tragic.iter().sum::<f64>() / total, total as usize)),
        begun: estimate(&begun),
    }
}

/// Issue `k`, the `at`-th nuclear one.
fn nuclear(reader: Reader<'_>, at: usize, k: usize) -> NuclearOutcome {
    let (scenario, ensemble, n) = (reader.scenario, reader.ensemble, reader.n());
    // An accident between two is suffered by both: counted once it is half the sum.
    let cause = |b: &Block, c: usize, l: usize| 0.5 * b.ledgers[k].accident[c].iter().map(|h| h[l]).sum::<f64>();
    let accident = |b: &Block, l: usize| (0..CAUSES.len()).map(|c| cause(b, c, l)).sum::<f64>();
    let attack = |b: &Block, l: usize| b.ledgers[k].objective.iter().map(|h| h[l]).sum::<f64>();
    let years = scenario.clock.years() as f64;
    let nuclear_issues = scenario.issues.iter().filter(|issue| issue.physics.nuclear.is_some()).count();
    let place = |record: usize, i: usize| (record * nuclear_issues + at) * n + i;
    NuclearOutcome {
        issue: scenario.issues[k].id.clone(),
        deliberate: estimate(&ensemble.each(attack)),
        accidental: estimate(&ensemble.each(accident)),
        by_cause: (0..CAUSES.len())
            .map(|c| (CAUSES[c].to_owned(), estimate(&ensemble.each(|b, l| cause(b, c, l)))))
            .collect(),
        accident_rate: estimate(&ensemble.each(|b, l| accident(b, l) / years)),
        survival: estimate(&ensemble.each(|b, l| theory::real::exp(-attack(b, l) - accident(b, l)))),
        power: (0..n)
            .map(|i| PowerRow {
                actor: scenario.actors[i].id.clone(),
                damage: reader.yearly(|b, record| &b.damage[place(record, i)]),
                usable: reader.yearly(|b, record| &b.usable[place(record, i)]),
            })
            .collect(),
    }
}

fn remedies(reader: Reader<'_>) -> Vec<RemedyOutcome> {
    let scenario = reader.scenario;
    let in_force = scenario.remedies.iter().filter(|r| r.in_force).enumerate();
    let of = |pick: &dyn Fn(&theory::course::Progress<{ theory::world::LANES }>) -> crate::draw::Lane, r: usize| {
        estimate(&reader.ensemble.each(|b, l| b.state.as_ref().map_or(0.0, |s| pick(&s.remedies[r])[l])))
    };
    in_force
        .map(|(at, r)| RemedyOutcome {
            id: r.id.clone(),
            name: r.name.clone(),
            exercised: of(&|p| p.exercised, at),
            costs: r.carriers.iter().map(|&i| (scenario.actors[i].id.clone(), of(&|p| p.cost[0][i], at))).collect(),
        })
        .collect()
}

/// Nodes in the order of the kernel: inner ones first.
fn nodes(reader: Reader<'_>) -> Vec<NodeOutcome> {
    let scenario = reader.scenario;
    if scenario.actors.iter().all(|a| a.represents.is_none()) {
        return Vec::new();
    }
    let faces: Vec<usize> = draw(scenario, 0, 0).terms.nodes.iter().map(|node| node.face).collect();
    let row = |(m, &face): (usize, &usize)| {
        let broken = reader.ensemble.each(|b, l| b.state.as_ref().map_or(0.0, |s| s.broken[m][l]));
        NodeOutcome {
            face: scenario.actors[face].id.clone(),
            name: scenario.actors[face].name.clone(),
            authority: reader.yearly(|b, record| &b.inside[record * faces.len() + m]),
            broken: wilson(mean(&broken), broken.len()),
        }
    };
    faces.iter().enumerate().map(row).collect()
}
