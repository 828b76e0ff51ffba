//! The four definitions of the security dilemma (Collins), measured: D1 harm, D2 self-defeat, D3 uncertainty,
//! D4 no way out (model §4).

use std::collections::BTreeMap;

use crate::change::{Change, OPTIONS, Who};
use crate::ensemble::Block;
use crate::measure::Reader;
use crate::outcome::{
    ActorEffect, Definitions, ENTROPY_LINE, Effect, Harm, NoWayOut, OptionOutcome, SHARE_LINE, SelfDefeat, Uncertainty,
};
use crate::statistics::{band, effect, estimate, mean, wilson};

/// Change of cumulative hazard of every actor under one paired run, in one replication.
fn differences(block: &Block, run: usize, l: usize) -> Vec<f64> {
    let base = crate::ensemble::total_hazard(&block.ledgers, block.paired[run].hazard.len());
    block.paired[run].hazard.iter().zip(&base).map(|(with, without)| with[l] - without[l]).collect()
}

/// Per run, the mean effect over the benign raisers of one issue: raisers in a run share its luck, so runs, not
/// raisers, are what the interval counts.
fn per_run(rows: &[(usize, usize, Vec<Raised>)], issue: usize, which: usize, only_benign: bool) -> Vec<f64> {
    let mut sums: BTreeMap<u32, (f64, f64)> = BTreeMap::new();
    for (_, _, list) in rows.iter().filter(|row| row.1 == issue) {
        for raised in list.iter().filter(|r| r.all_benign || !only_benign) {
            let (sum, count) = sums.entry(raised.replication).or_default();
            *sum += raised.effects[which];
            *count += 1.0;
        }
    }
    sums.values().map(|(sum, count)| sum / count).collect()
}

/// Effects of one raise on (the others, the raiser, everyone) in one replication.
struct Raised {
    replication: u32,
    effects: [f64; 3],
    /// Nobody is greedy in any issue of this replication.
    all_benign: bool,
}

/// D1 and D2: (raiser, issue, effects in every replication in which the raiser is benign in that issue).
fn raises(reader: Reader<'_>) -> Vec<(usize, usize, Vec<Raised>)> {
    let n = reader.n();
    let Some(first) = reader.ensemble.blocks.first() else { return Vec::new() };
    let mut rows = Vec::new();
    for (run, paired) in first.paired.iter().enumerate() {
        let (Who::One(i), Change::Raise { issue }) = (paired.who, paired.change) else { continue };
        let mut list = Vec::new();
        for block in reader.ensemble.blocks.iter().filter(|b| !b.paired.is_empty()) {
            for l in (0..block.active).filter(|&l| block.greedy[issue * n + i][l] < 0.5) {
                let change = differences(block, run, l);
                let everyone: f64 = change.iter().sum();
                let all_benign = block.greedy.iter().all(|g| g[l] < 0.5);
                list.push(Raised {
                    replication: block.first + l as u32,
                    effects: [everyone - change[i], change[i], everyone],
                    all_benign,
                });
            }
        }
        rows.push((i, issue, list));
    }
    rows
}

/// All four, from the paired runs and the beliefs recorded.
pub fn definitions(reader: Reader<'_>, main_issue: usize) -> Definitions {
    let scenario = reader.scenario;
    let rows = raises(reader);
    let pick = |which: usize, only_benign: bool| effect(&per_run(&rows, main_issue, which, only_benign));
    let by_actor = |which: usize| {
        rows.iter()
            .map(|(i, issue, list)| ActorEffect {
                actor: scenario.actors[*i].id.clone(),
                issue: scenario.issues[*issue].id.clone(),
                effect: effect(&list.iter().map(|r| r.effects[which]).collect::<Vec<_>>()),
            })
            .collect()
    };
    let certain = |e: &Effect| e.replications > 1 && e.ci95[0] > 0.0;
    let [harm, own, everyone] = [0, 1, 2].map(|which| pick(which, false));
    let [harm_benign, own_benign] = [0, 1].map(|which| pick(which, true));
    Definitions {
        harm: Harm {
            holds: certain(&harm),
            holds_among_benign: certain(&harm_benign),
            overall: harm,
            among_benign: harm_benign,
            by_actor: by_actor(0),
        },
        self_defeat: SelfDefeat {
            holds: certain(&own),
            holds_everyone: certain(&everyone),
            holds_among_benign: certain(&own_benign),
            overall: own,
            among_benign: own_benign,
            by_actor: by_actor(1),
            everyone,
        },
        uncertainty: uncertainty(reader),
        no_way_out: no_way_out(reader),
        issue: scenario.issues[main_issue].id.clone(),
        paired: reader.ensemble.each_paired(|_, _| 1.0).len(),
        examined: reader.plan.examined.iter().map(|&i| scenario.actors[i].id.clone()).collect(),
    }
}

fn uncertainty(reader: Reader<'_>) -> Uncertainty {
    let issues = reader.scenario.issues.len();
    let records = reader.years().len();
    let average = |b: &Block, pick: &dyn Fn(&Block) -> &Vec<crate::draw::Lane>, record: usize, l: usize| {
        (0..issues).map(|k| pick(b)[record * issues + k][l]).sum::<f64>() / issues as f64
    };
    let over_time = |pick: &dyn Fn(&Block) -> &Vec<crate::draw::Lane>| {
        estimate(
            &reader
                .ensemble
                .each(|b, l| (0..records).map(|record| average(b, pick, record, l)).sum::<f64>() / records as f64),
        )
    };
    let by_year = |pick: &dyn Fn(&Block) -> &Vec<crate::draw::Lane>| {
        band(&reader.years(), |record| reader.ensemble.each(|b, l| average(b, pick, record, l)))
    };
    let entropy = over_time(&|b| &b.entropy);
    Uncertainty {
        holds: entropy.mean > ENTROPY_LINE,
        entropy,
        brier: over_time(&|b| &b.brier),
        entropy_by_year: by_year(&|b| &b.entropy),
        brier_by_year: by_year(&|b| &b.brier),
    }
}

/// Security of actor i in one replication, as it was or under paired run `run`.
fn security_in(block: &Block, run: Option<usize>, i: usize, l: usize) -> f64 {
    let hazard = match run {
        Some(run) => block.paired[run].hazard[i][l] + block.paired[run].accident[i][l],
        None => block.ledgers.iter().map(|ledger| ledger.objective[i][l]).sum(),
    };
    theory::real::exp(-hazard)
}

fn no_way_out(reader: Reader<'_>) -> NoWayOut {
    let scenario = reader.scenario;
    let weakest = scenario.assumptions.iter().any(|a| a.key == "aggregate" && a.value == "weakest-link");
    let together = |b: &Block, run: Option<usize>, l: usize| {
        let all = (0..reader.n()).map(|i| security_in(b, run, i, l));
        if weakest { all.fold(f64::INFINITY, f64::min) } else { all.sum::<f64>() / reader.n() as f64 }
    };
    let runs: Vec<(Who, Change)> = reader
        .ensemble
        .blocks
        .first()
        .map(|b| b.paired.iter().map(|p| (p.who, p.change)).collect())
        .unwrap_or_default();
    let of = |who: Who| -> Vec<usize> {
        (0..runs.len()).filter(|&r| runs[r].0 == who && OPTIONS.contains(&runs[r].1)).collect()
    };
    let joint = of(Who::All);
    let mut options = Vec::new();
    let (mut hits, mut trials) = (0, 0);
    for &i in &reader.plan.examined {
        let own = of(Who::One(i));
        let name = Some(scenario.actors[i].id.clone());
        for run in std::iter::once(None).chain(own.iter().map(|&r| Some(r))) {
            options.push(OptionOutcome {
                actor: name.clone(),
                option: run.map_or("as-is", |r| runs[r].1.name()).into(),
                security: estimate(&reader.ensemble.each_paired(|b, l| security_in(b, run, i, l))),
            });
        }
        let stuck = reader.ensemble.each_paired(|b, l| {
            let enough = b.satisfaction[l];
            let alone = own.iter().map(|&r| security_in(b, Some(r), i, l)).fold(security_in(b, None, i, l), f64::max);
            let jointly = joint.iter().map(|&r| together(b, Some(r), l)).fold(0.0, f64::max);
            f64::from(u8::from(alone < enough && jointly >= enough))
        });
        hits += stuck.iter().filter(|&&s| s > 0.5).count();
        trials += stuck.len();
    }
    for run in std::iter::once(None).chain(joint.iter().map(|&r| Some(r))) {
        options.push(OptionOutcome {
            actor: None,
            option: run.map_or("as-is", |r| runs[r].1.name()).into(),
            security: estimate(&reader.ensemble.each_paired(|b, l| together(b, run, l))),
        });
    }
    let runs = trials / reader.plan.examined.len().max(1);
    let share = wilson(hits as f64 / (trials.max(1)) as f64, runs.max(1));
    NoWayOut {
        holds: share.mean >= SHARE_LINE,
        share,
        satisfaction: mean(&reader.ensemble.gather(|b| &b.satisfaction)),
        options,
    }
}
