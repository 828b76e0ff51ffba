//! From what was measured to what the comparison says.

use theory::real::ln;

use super::answer::answer;
use super::competition::Competition;
use super::conditions::conditions;
use super::{Block, Compared, Measured, Reading, Set};
use super::{commons, lives};
use crate::comparison::*;
use crate::outcome::{Effect, Estimate, Files};
use crate::remedies::kind_of;
use crate::scenario::{Distribution, NumberId, Remedy, Scenario, Text};
use crate::statistics::{effect, estimate, mean, probability, wilson};

/// Index of the run without any remedy.
const NONE: usize = 0;
/// Most numbers of the scenario that are searched for a turn of sign, times replications.
const MOST_TURNS: usize = 20_000_000;

/// Differences run − other, one per replication.
pub(super) fn differences(c: &Compared, run: usize, other: usize, pick: impl Fn(&Measured, usize) -> f64) -> Vec<f64> {
    c.each(|b, l| pick(&b.runs[run], l) - pick(&b.runs[other], l))
}

/// The whole document, but for the files and doctrines.
pub fn document(scenario: &Scenario, c: &Compared, version: &str, hash: String) -> Comparison {
    let competition = Competition::of(scenario, c);
    let runs = runs(scenario, c, &competition);
    let order = order(c);
    let interpretation = interpretation(scenario, c);
    let robustness = robustness(scenario, c);
    let baseline = baseline(scenario, c);
    let answer = answer(scenario, c, &baseline, &runs, &order, &interpretation);
    Comparison {
        herz: version.into(),
        scenario: scenario.id.clone(),
        title: scenario.title.clone(),
        note: scenario.note.clone(),
        start: scenario.clock.start,
        end: scenario.clock.end,
        seed: scenario.ensemble.seed,
        replications: c.replications() as u64,
        requested: u64::from(c.requested),
        scenario_hash: hash,
        assumptions: scenario.assumptions.clone(),
        actors: scenario.actors.iter().map(|a| ActorRow { id: a.id.clone(), name: a.name.clone() }).collect(),
        cost_unit: scenario.issues[0].waste_unit.clone(),
        satisfaction: mean(&c.each(|b, l| b.satisfaction[l])),
        remedies: scenario.remedies.iter().map(|r| remedy(scenario, r)).collect(),
        turning: turning(scenario, c),
        pairing: pairing(c),
        doctrines: Vec::new(),
        conditions: conditions(scenario, c, &competition),
        measure: if c.lives { "lives" } else { "security" }.into(),
        budget: c.budget,
        files: Files::default(),
        baseline,
        runs,
        order,
        interpretation,
        robustness,
        answer,
    }
}

/// A doctrine beside others: levels without any remedy, and the package that helps most under it.
pub fn doctrine_row(id: &str, name: Text, note: Text, c: &Compared) -> DoctrineRow {
    let of = |pick: &dyn Fn(&Measured, usize) -> f64| estimate(&c.each(|b, l| pick(&b.runs[NONE], l)));
    let gain = |at: usize| effect(&differences(c, at, NONE, Measured::security));
    let offered = within_budget(c, &["package", "order"]).map(|(at, set)| (at, set, gain(at)));
    let best = offered.max_by(|a, b| a.2.mean.total_cmp(&b.2.mean));
    let share = |at: usize| Some(dilemma_share(c, at)).filter(|_| benign_runs(c) > 0);
    DoctrineRow {
        id: id.into(),
        name,
        note,
        security: of(&Measured::security),
        deliberate: of(&|m, l| m.deliberate.iter().map(|h| h[l]).sum()),
        waste: of(&|m, l| m.waste[l]),
        trust: of(&|m, l| m.trust[l]),
        effort: of(&|m, l| m.ratio[l]),
        dilemma: share(NONE),
        way_out: best.map(|(at, set, gain)| WayOut { name: set.name.clone(), gain, dilemma: share(at) }),
    }
}

/// Replications in which neither of the main pair is greedy.
fn benign_runs(c: &Compared) -> usize {
    let in_block = |b: &Block| (0..b.active).filter(|&l| in_dilemma(c, b, NONE, l).is_some()).count();
    c.blocks.iter().map(in_block).sum()
}

fn middle(scenario: &Scenario, id: NumberId) -> f64 {
    let number = scenario.number(id);
    match number.distribution {
        Distribution::Value(v) => v,
        _ => number.distribution.quantile(0.5, number.range),
    }
}

fn remedy(scenario: &Scenario, r: &Remedy) -> RemedyRow {
    let kind = kind_of(r.kind);
    let words = kind.map_or(Text::default(), |k| Text::new(k.acts_on.en, k.acts_on.zh));
    RemedyRow {
        id: r.id.clone(),
        name: r.name.clone(),
        kind: r.kind.into(),
        family: kind.map_or("", |k| k.family).into(),
        acts_on: words,
        side: if r.carriers.len() > 1 { "mutual" } else { "one-sided" }.into(),
        carriers: r.carriers.iter().map(|&i| scenario.actors[i].id.clone()).collect(),
        start: middle(scenario, r.start),
        ramp: middle(scenario, r.ramp),
        end: r.end.map(|id| middle(scenario, id)),
        by_construction: kind.is_some_and(|k| k.by_construction),
    }
}

fn baseline(scenario: &Scenario, c: &Compared) -> BaselineRow {
    let of = |pick: &dyn Fn(&Measured, usize) -> f64| estimate(&c.each(|b, l| pick(&b.runs[NONE], l)));
    BaselineRow {
        security: of(&Measured::security),
        deliberate: of(&|m, l| m.deliberate.iter().map(|h| h[l]).sum()),
        accidental: of(&|m, l| m.accidental.iter().map(|h| h[l]).sum()),
        waste: of(&|m, l| m.waste[l]),
        trust: of(&|m, l| m.trust[l]),
        dilemma: dilemma_share(c, NONE),
        lives: lives::baseline(scenario, c),
        commons: commons::baseline(c),
    }
}

/// 1, 0, or nothing where one of the main pair is greedy: whether the run ends in a dilemma.
fn in_dilemma(c: &Compared, b: &Block, run: usize, l: usize) -> Option<f64> {
    let (i, j) = c.couple;
    let benign = b.greedy[i][l] < 0.5 && b.greedy[j][l] < 0.5;
    benign.then(|| f64::from(u8::from(b.runs[run].pressure[l] > b.dilemma_ratio[l])))
}

pub(super) fn dilemma_share(c: &Compared, run: usize) -> Estimate {
    let cases: Vec<f64> = c
        .blocks
        .iter()
        .flat_map(|b| (0..b.active).filter_map(|l| in_dilemma(c, b, run, l)).collect::<Vec<_>>())
        .collect();
    probability(cases.iter().filter(|&&v| v > 0.5).count(), cases.len())
}

fn effects(c: &Compared, run: usize) -> Effects {
    let of = |pick: &dyn Fn(&Measured, usize) -> f64| effect(&differences(c, run, NONE, pick));
    let out: Vec<f64> = c
        .blocks
        .iter()
        .flat_map(|b| {
            let change = |l: usize| Some(in_dilemma(c, b, run, l)? - in_dilemma(c, b, NONE, l)?);
            (0..b.active).filter_map(change).collect::<Vec<_>>()
        })
        .collect();
    Effects {
        security: of(&Measured::security),
        deliberate: of(&|m, l| m.deliberate.iter().map(|h| h[l]).sum()),
        accidental: of(&|m, l| m.accidental.iter().map(|h| h[l]).sum()),
        waste: of(&|m, l| m.waste[l]),
        trust: of(&|m, l| m.trust[l]),
        effort: of(&|m, l| m.log_effort[l]),
        dilemma: effect(&out),
        lives: lives::lives(c, run),
        commons: commons::effects(c, run),
    }
}

fn of_kind<'a>(c: &'a Compared, kinds: &'a [&str]) -> impl Iterator<Item = (usize, &'a Set)> {
    c.sets.iter().enumerate().filter(move |(_, s)| kinds.contains(&s.kind))
}

/// Sets of a kind that the budget allows.
fn within_budget<'a>(c: &'a Compared, kinds: &'a [&str]) -> impl Iterator<Item = (usize, &'a Set)> {
    of_kind(c, kinds).filter(|(at, _)| !c.is_over_budget(*at))
}

fn runs(scenario: &Scenario, c: &Compared, competition: &Competition) -> Vec<RunRow> {
    of_kind(c, &["alone", "pair", "package"])
        .map(|(at, set)| RunRow {
            id: set.id.clone(),
            name: set.name.clone(),
            kind: set.kind.into(),
            members: set.members.iter().map(|&r| scenario.remedies[r].id.clone()).collect(),
            effects: effects(c, at),
            costs: costs(scenario, c, at),
            running: estimate(&c.running_cost(at)),
            over_budget: c.is_over_budget(at),
            interaction: interaction(c, at, set),
            exercised: mean(&c.each(|b, l| b.runs[at].exercised[l])),
            competition: competition.in_run(scenario, &set.members),
        })
        .collect()
}

fn costs(scenario: &Scenario, c: &Compared, run: usize) -> Vec<CostRow> {
    (0..scenario.size())
        .map(|i| CostRow {
            actor: scenario.actors[i].id.clone(),
            cost: estimate(&c.each(|b, l| b.runs[run].cost[i][l])),
            share: estimate(&c.each(|b, l| b.runs[run].cost[i][l] / b.runs[run].effort[i][l])),
            security: effect(&differences(c, run, NONE, |m, l| m.security_of(i, l))),
            deaths: lives::of_actor(c, run, i),
        })
        .collect()
}

/// Security, or lives, of both minus the sum of each alone, replication by replication.
fn interaction(c: &Compared, run: usize, set: &Set) -> Option<Effect> {
    if set.kind != "pair" {
        return None;
    }
    let alone = |r: usize| c.sets.iter().position(|s| s.kind == "alone" && s.members == [r]);
    let (a, b) = (alone(set.members[0])?, alone(set.members[1])?);
    let merit = c.merit();
    let gain = |m: &Block, run: usize, l: usize| merit(&m.runs[run], l) - merit(&m.runs[NONE], l);
    Some(effect(&c.each(|m, l| gain(m, run, l) - gain(m, a, l) - gain(m, b, l))))
}

fn order(c: &Compared) -> Vec<OrderRow> {
    let Some((paper, _)) = of_kind(c, &["order"]).find(|(_, s)| s.id == PAPERS_ORDER) else {
        return Vec::new();
    };
    let cases = std::iter::once((NONE, &c.sets[NONE])).chain(of_kind(c, &["order"]));
    cases
        .map(|(at, set)| OrderRow {
            id: set.id.clone(),
            name: set.name.clone(),
            effects: effects(c, at),
            against_papers_order: effect(&differences(c, at, paper, c.merit())),
            security: estimate(&c.each(|b, l| b.runs[at].security(l))),
            dilemma: dilemma_share(c, at),
        })
        .collect()
}

fn interpretation(scenario: &Scenario, c: &Compared) -> Vec<InterpretationRow> {
    let mut rows = Vec::new();
    for (at, set) in of_kind(c, &["reading"]) {
        let Some((i, reading)) = set.reading else { continue };
        for greedy in [false, true] {
            let others = |b: &Block, l: usize| b.greedy.iter().enumerate().any(|(j, g)| j != i && g[l] > 0.5);
            let among = |compute: &dyn Fn(&Block, usize) -> f64| -> Vec<f64> {
                let pick = |b: &Block| -> Vec<f64> {
                    (0..b.active).filter(|&l| others(b, l) == greedy).map(|l| compute(b, l)).collect()
                };
                c.blocks.iter().flat_map(pick).collect()
            };
            let hazard = among(&|b, l| b.runs[at].hazard_of(i, l) - b.runs[NONE].hazard_of(i, l));
            if hazard.is_empty() {
                continue;
            }
            rows.push(InterpretationRow {
                actor: scenario.actors[i].id.clone(),
                reading: if reading == Reading::Trust { "trust" } else { "mistrust" }.into(),
                partner: if greedy { "greedy" } else { "benign" }.into(),
                everyone: effect(&among(&|b, l| b.runs[at].hazard(l) - b.runs[NONE].hazard(l))),
                effort: effect(&among(&|b, l| b.runs[at].effort[i][l] / b.runs[NONE].effort[i][l] - 1.0)),
                replications: hazard.len() as u64,
                hazard: effect(&hazard),
            });
        }
    }
    rows
}

/// Regret against the best run of the same world, share of worlds in which a run is the best, and in which it is enough.
fn robustness(scenario: &Scenario, c: &Compared) -> Vec<RobustnessRow> {
    let rivals: Vec<usize> =
        std::iter::once(NONE).chain(within_budget(c, &["alone", "pair", "package"]).map(|(at, _)| at)).collect();
    let merit = c.merit();
    let best = c.each(|b, l| rivals.iter().map(|&at| merit(&b.runs[at], l)).fold(f64::NEG_INFINITY, f64::max));
    rivals
        .iter()
        .map(|&at| {
            let set = &c.sets[at];
            let own = c.each(|b, l| merit(&b.runs[at], l));
            let regret: Vec<f64> = best.iter().zip(&own).map(|(best, own)| best - own).collect();
            let enough = c.each(|b, l| {
                if c.lives {
                    return f64::from(u8::from(lives::spares(b, at, l)));
                }
                let least = (0..scenario.size()).map(|i| b.runs[at].security_of(i, l)).fold(1.0, f64::min);
                f64::from(u8::from(least >= b.satisfaction[l]))
            });
            RobustnessRow {
                id: set.id.clone(),
                best: probability(regret.iter().filter(|&&r| r <= 1e-12).count(), regret.len()),
                satisfied: wilson(mean(&enough), enough.len()),
                regret: estimate(&regret),
            }
        })
        .collect()
}

/// Numbers of the scenario on either side of whose median the effect on what runs are ranked by has opposite signs, both clear of zero.
fn turning(scenario: &Scenario, c: &Compared) -> Vec<TurningRow> {
    let uncertain: Vec<usize> = (0..scenario.numbers.len())
        .filter(|&at| !matches!(scenario.numbers[at].distribution, Distribution::Value(_)))
        .collect();
    if uncertain.len() * c.replications() > MOST_TURNS {
        return Vec::new();
    }
    let mut rows = Vec::new();
    for (at, set) in of_kind(c, &["alone", "package"]) {
        let gains = differences(c, at, NONE, c.merit());
        for &number in &uncertain {
            let values = c.each(|b, l| b.values[number][l]);
            let half = estimate(&values).q50;
            let side = |over: bool| -> Vec<f64> {
                gains.iter().zip(&values).filter(|(_, v)| (**v > half) == over).map(|(g, _)| *g).collect()
            };
            let (below, above) = (effect(&side(false)), effect(&side(true)));
            let clear = |e: &Effect| e.ci95[0] > 0.0 || e.ci95[1] < 0.0;
            if clear(&below) && clear(&above) && below.mean * above.mean < 0.0 {
                let stated = &scenario.numbers[number];
                let name = crate::catalogue::parameter(stated.parameter)
                    .map_or(Text::same(stated.parameter), |p| Text::new(p.name.en, p.name.zh));
                rows.push(TurningRow { id: set.id.clone(), number: stated.path.clone(), name, below, above });
            }
        }
    }
    rows
}

/// s.d. of the difference of independent runs over that of paired ones.
fn pairing(c: &Compared) -> Vec<PairingRow> {
    let spread = |values: &[f64]| {
        let m = mean(values);
        values.iter().map(|v| (v - m) * (v - m)).sum::<f64>() / (values.len() as f64 - 1.0).max(1.0)
    };
    let ratio = |at: usize, pick: &dyn Fn(&Measured, usize) -> f64| {
        let of = |run: usize| c.each(|b, l| pick(&b.runs[run], l));
        let paired = spread(&differences(c, at, NONE, pick));
        ((spread(&of(at)) + spread(&of(NONE))) / paired).sqrt()
    };
    of_kind(c, &["alone", "package"])
        .map(|(at, set)| PairingRow {
            id: set.id.clone(),
            security: ratio(at, &Measured::security),
            effort: ratio(at, &|m, l| ln(m.effort.iter().map(|x| x[l]).sum::<f64>())),
        })
        .collect()
}
