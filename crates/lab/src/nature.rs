//! What nature did in the runs: epidemics with their three insecurities and three contradictions, commons, and trouble (model §6).

use theory::course::State;
use theory::issue::health::{Emergency, TALLY};
use theory::world::LANES;

use crate::change::{Change, Who};
use crate::draw::Lane;
use crate::ensemble::{Block, Moment, Paired};
use crate::measure::Reader;
use crate::outcome::{
    CommonsOutcome, CommonsRow, Contradiction, Effect, HealthOutcome, HealthRow, Observed, ObservedRow, TroubleOutcome,
    TroubleRow,
};
use crate::scenario::physics::Nature;
use crate::statistics::{band, coverage, effect, estimate, mean, wilson};

/// What one epidemic, or all of them, did to one actor.
#[derive(Clone, Copy, Debug)]
pub struct Toll {
    /// People dead, found or not.
    pub deaths: Lane,
    /// ∫ share of output lost, years of output.
    pub loss: Lane,
    /// ∫ restriction, years.
    pub burden: Lane,
}

/// What epidemics did to each actor by the end of a run; empty where there are none.
pub fn tolls(state: &State<LANES>, n: usize) -> Vec<Toll> {
    let ill: Vec<&Emergency<LANES>> = state.nature.iter().filter_map(|nature| nature.emergency.as_ref()).collect();
    if ill.is_empty() {
        return Vec::new();
    }
    let sum = |pick: &dyn Fn(&Emergency<LANES>) -> Lane| -> Lane {
        std::array::from_fn(|l| ill.iter().map(|e| pick(e)[l]).sum())
    };
    (0..n)
        .map(|i| Toll {
            deaths: sum(&|e| e.outbreak.dead[i]),
            loss: sum(&|e| e.loss[i]),
            burden: sum(&|e| e.burden[i]),
        })
        .collect()
}

/// Quantities of an epidemic recorded of every actor.
const OF_ACTOR: usize = 7;
/// Quantities of a commons recorded of every actor, after two of the commons itself.
const OF_USER: usize = 2;

/// Files the moment: for each issue its epidemic `[what][actor]`, its commons (resource, environment, then `[what][actor]`) and the
/// severity of trouble `[actor]`, whichever there are.
pub fn record(moment: &Moment<'_>, into: &mut Vec<Lane>) {
    for nature in &moment.course.state.nature {
        if let Some(e) = &nature.emergency {
            let shown =
                [&e.deaths, &e.cases, &e.tally[3], &e.outbreak.dead, &e.restriction, &e.compliance, &e.coverage];
            shown.into_iter().for_each(|lanes| into.extend_from_slice(lanes));
        }
        if let Some(s) = &nature.stocks {
            into.extend([s.resource, s.environment]);
            into.extend_from_slice(&s.population);
            into.extend_from_slice(&s.scarcity);
        }
        into.extend_from_slice(&nature.severity);
    }
}

/// Where the parts of an issue's nature stand in a record.
struct Places {
    health: usize,
    commons: usize,
    trouble: usize,
    size: usize,
}

fn places(reader: Reader<'_>, k: usize) -> Places {
    let n = reader.n();
    let mut at = 0;
    let mut found = Places { health: 0, commons: 0, trouble: 0, size: 0 };
    for (index, issue) in reader.scenario.issues.iter().enumerate() {
        let p = &issue.physics;
        let sizes = [
            if p.health.is_some() { OF_ACTOR * n } else { 0 },
            if p.commons.is_some() { 2 + OF_USER * n } else { 0 },
            if p.health.is_some() || p.commons.is_some() || p.adversity.is_some() { n } else { 0 },
        ];
        if index == k {
            (found.health, found.commons, found.trouble) = (at, at + sizes[0], at + sizes[0] + sizes[1]);
        }
        at += sizes.iter().sum::<usize>();
    }
    found.size = at;
    found
}

/// Epidemics.
pub fn epidemics(reader: Reader<'_>) -> Vec<HealthOutcome> {
    let issues = reader.scenario.issues.iter().enumerate();
    issues.filter_map(|(k, issue)| issue.physics.health.as_ref().map(|health| epidemic(reader, k, health))).collect()
}

fn emergency(block: &Block, k: usize) -> Option<&Emergency<LANES>> {
    block.state.as_ref().and_then(|state| state.nature[k].emergency.as_ref())
}

fn epidemic(reader: Reader<'_>, k: usize, health: &Nature) -> HealthOutcome {
    let n = reader.n();
    let of = |pick: &dyn Fn(&Emergency<LANES>, usize) -> f64| {
        reader.ensemble.each(|b, l| emergency(b, k).map_or(0.0, |e| pick(e, l)))
    };
    let total = |lanes: &[Lane], l: usize| lanes.iter().map(|x| x[l]).sum::<f64>();
    let people = |e: &Emergency<LANES>, l: usize| (0..n).map(|i| e.outbreak.people(i)[l]).sum::<f64>();
    let world: Vec<f64> = of(&|e, l| total(&e.outbreak.dead, l));
    let at = places(reader, k);
    let years = reader.years();
    HealthOutcome {
        issue: reader.scenario.issues[k].id.clone(),
        world_deaths: estimate(&world),
        world_deaths_per_million: estimate(&of(&|e, l| 1e6 * total(&e.outbreak.dead, l) / people(e, l))),
        world_infected: estimate(&of(&|e, l| total(&e.outbreak.infections, l) / people(e, l))),
        world_deaths_by_time: band(&years, |record| {
            let first = record * at.size + at.health + 3 * n;
            reader.ensemble.each(|b, l| b.nature[first..first + n].iter().map(|x| x[l]).sum())
        }),
        doses_in_store: estimate(&of(&|e, l| {
            let made = total(&e.tally[0], l);
            if made > 0.0 { total(&e.stock, l) / made } else { 0.0 }
        })),
        actors: (0..n).map(|i| row(reader, k, health, &at, i)).collect(),
        contradictions: contradictions(reader, k),
    }
}

fn row(reader: Reader<'_>, k: usize, health: &Nature, at: &Places, i: usize) -> HealthRow {
    let n = reader.n();
    let of = |pick: &dyn Fn(&Emergency<LANES>) -> Lane| {
        reader.ensemble.each(|b, l| emergency(b, k).map_or(0.0, |e| pick(e)[l]))
    };
    let by_time = |what: usize| reader.yearly(|b, record| &b.nature[record * at.size + at.health + what * n + i]);
    let per_head = |pick: &dyn Fn(&Emergency<LANES>) -> Lane, factor: f64| {
        let share = |e: &Emergency<LANES>| {
            let (amount, people) = (pick(e), e.outbreak.people(i));
            std::array::from_fn(|l| factor * amount[l] / people[l].max(1.0))
        };
        estimate(&of(&share))
    };
    let bands = [by_time(0), by_time(1), by_time(2)];
    let observed = ["deaths", "cases", "doses"].iter().enumerate().filter_map(|(what, name)| {
        let series = health.observed.get(i).and_then(|all| all[what].as_ref())?;
        let (coverage50, coverage90) = coverage(&bands[what], &series.years, &series.values);
        let observed = Observed {
            years: series.years.clone(),
            values: series.values.clone(),
            unit: series.unit.clone(),
            source: series.source.clone(),
            note: series.note.clone(),
            coverage50,
            coverage90,
        };
        Some(ObservedRow { what: (*name).to_owned(), observed })
    });
    let observed = observed.collect();
    let [deaths, cases, doses] = bands;
    HealthRow {
        actor: reader.scenario.actors[i].id.clone(),
        name: reader.scenario.actors[i].name.clone(),
        restriction: by_time(4),
        compliance: by_time(5),
        coverage: by_time(6),
        deaths,
        cases,
        doses,
        observed,
        deaths_per_million: per_head(&|e| e.outbreak.dead[i], 1e6),
        infected: per_head(&|e| e.outbreak.infections[i], 1.0),
        loss: estimate(&of(&|e| e.loss[i])),
        burden: estimate(&of(&|e| e.burden[i])),
        shortage: estimate(&of(&|e| e.shortage[i])),
        tally: TALLY
            .iter()
            .enumerate()
            .map(|(t, name)| ((*name).to_owned(), estimate(&of(&|e| e.tally[t][i]))))
            .collect(),
    }
}

/// The three contradictions, by paired runs: what is good for one and bad for the other, and how often.
fn contradictions(reader: Reader<'_>, k: usize) -> Vec<Contradiction> {
    let ill = reader.scenario.issues.iter().filter(|issue| issue.physics.health.is_some()).count();
    let people: Vec<f64> = (0..reader.n())
        .map(|i| mean(&reader.ensemble.each(|b, l| emergency(b, k).map_or(1.0, |e| e.outbreak.people(i)[l]))).max(1.0))
        .collect();
    if ill != 1 {
        return Vec::new();
    }
    let mut found: Vec<Contradiction> = Vec::new();
    for &i in &reader.plan.examined {
        found.push(international(reader, i, &people));
        found.push(multilateral(reader, i, &people));
    }
    found.extend(reader.plan.examined.iter().map(|&i| individual(reader, i, &people)));
    found
}

fn paired(block: &Block, who: Who, change: Change) -> Option<&Paired> {
    block.paired.iter().find(|p| p.who == who && p.change == change)
}

/// Deaths of the actors in `whom` under a change, less those without.
fn more_deaths(reader: Reader<'_>, who: Who, change: Change, whom: &[usize]) -> Vec<f64> {
    reader.ensemble.each_paired(|b, l| {
        let plain = |i: usize| {
            let natures = b.state.iter().flat_map(|s| &s.nature).filter_map(|nature| nature.emergency.as_ref());
            natures.map(|e| e.outbreak.dead[i][l]).sum::<f64>()
        };
        let other = |i: usize| paired(b, who, change).map_or(0.0, |p| p.toll[i].deaths[l]);
        whom.iter().map(|&i| other(i) - plain(i)).sum()
    })
}

fn per_million(values: &[f64], people: f64) -> Vec<f64> {
    values.iter().map(|v| 1e6 * v / people).collect()
}

fn contradiction(kind: &str, actor: &str, one: &[f64], other: &[f64]) -> Contradiction {
    let (own, rest): (Effect, Effect) = (effect(one), effect(other));
    let opposed = one.iter().zip(other).filter(|(a, b)| **a * **b < 0.0).count();
    Contradiction {
        kind: kind.to_owned(),
        actor: actor.to_owned(),
        own,
        others: rest,
        opposed: wilson(opposed as f64 / one.len().max(1) as f64, one.len()),
    }
}

/// International against national security: `i` withholds nothing; what it does to its own dead and to the dead of others.
fn international(reader: Reader<'_>, i: usize, people: &[f64]) -> Contradiction {
    let others: Vec<usize> = (0..reader.n()).filter(|&j| j != i).collect();
    let abroad: f64 = others.iter().map(|&j| people[j]).sum();
    let own = per_million(&more_deaths(reader, Who::One(i), Change::Share, &[i]), people[i]);
    let rest = per_million(&more_deaths(reader, Who::One(i), Change::Share, &others), abroad.max(1.0));
    contradiction("international-national", &reader.scenario.actors[i].id, &own, &rest)
}

/// Multilateral against unilateral: where all others share, what `i` loses by sharing too, and what others gain by it.
fn multilateral(reader: Reader<'_>, i: usize, people: &[f64]) -> Contradiction {
    let others: Vec<usize> = (0..reader.n()).filter(|&j| j != i).collect();
    let abroad: f64 = others.iter().map(|&j| people[j]).sum();
    let joins = |whom: &[usize]| -> Vec<f64> {
        let all = more_deaths(reader, Who::All, Change::Share, whom);
        let without = more_deaths(reader, Who::AllBut(i), Change::Share, whom);
        all.iter().zip(without).map(|(a, b)| a - b).collect()
    };
    let (own, rest) = (per_million(&joins(&[i]), people[i]), per_million(&joins(&others), abroad.max(1.0)));
    contradiction("multilateral-unilateral", &reader.scenario.actors[i].id, &own, &rest)
}

/// National against individual security: stricter rules everywhere; deaths, and years under restriction.
fn individual(reader: Reader<'_>, i: usize, people: &[f64]) -> Contradiction {
    let own = per_million(&more_deaths(reader, Who::All, Change::Restrict, &[i]), people[i]);
    let burden = reader.ensemble.each_paired(|b, l| {
        let natures = b.state.iter().flat_map(|s| &s.nature).filter_map(|nature| nature.emergency.as_ref());
        let plain: f64 = natures.map(|e| e.burden[i][l]).sum();
        paired(b, Who::All, Change::Restrict).map_or(0.0, |p| p.toll[i].burden[l]) - plain
    });
    contradiction("national-individual", &reader.scenario.actors[i].id, &own, &burden)
}

/// Commons.
pub fn commons(reader: Reader<'_>) -> Vec<CommonsOutcome> {
    let with = (0..reader.scenario.issues.len()).filter(|&k| reader.scenario.issues[k].physics.commons.is_some());
    with.map(|k| common(reader, k)).collect()
}

fn common(reader: Reader<'_>, k: usize) -> CommonsOutcome {
    let (n, at) = (reader.n(), places(reader, k));
    let of = |what: usize| reader.yearly(move |b, record| &b.nature[record * at.size + at.commons + what]);
    let stocks = |b: &Block| b.state.as_ref().and_then(|s| s.nature[k].stocks.clone());
    let collapse = reader.ensemble.each(|b, l| stocks(b).map_or(f64::INFINITY, |s| s.collapse[l]));
    let fallen: Vec<f64> = collapse.iter().copied().filter(|t| t.is_finite()).collect();
    let start = f64::from(reader.scenario.clock.start);
    let at = places(reader, k);
    let of_user =
        |what: usize, i: usize| reader.yearly(|b, record| &b.nature[record * at.size + at.commons + 2 + what * n + i]);
    CommonsOutcome {
        issue: reader.scenario.issues[k].id.clone(),
        resource: of(0),
        environment: of(1),
        collapsed: wilson(fallen.len() as f64 / collapse.len().max(1) as f64, collapse.len()),
        year_of_collapse: (!fallen.is_empty()).then(|| estimate(&fallen.iter().map(|t| start + t).collect::<Vec<_>>())),
        actors: (0..n)
            .map(|i| CommonsRow {
                actor: reader.scenario.actors[i].id.clone(),
                name: reader.scenario.actors[i].name.clone(),
                population: of_user(0, i),
                scarcity: of_user(1, i),
                caught: estimate(&reader.ensemble.each(|b, l| stocks(b).map_or(0.0, |s| s.caught[i][l]))),
            })
            .collect(),
    }
}

/// Severity of trouble, by issue and actor.
pub fn troubles(reader: Reader<'_>) -> Vec<TroubleOutcome> {
    let with = (0..reader.scenario.issues.len()).filter(|&k| reader.scenario.issues[k].physics.adversity.is_some());
    with.map(|k| {
        let at = places(reader, k);
        TroubleOutcome {
            issue: reader.scenario.issues[k].id.clone(),
            actors: (0..reader.n())
                .map(|i| TroubleRow {
                    actor: reader.scenario.actors[i].id.clone(),
                    name: reader.scenario.actors[i].name.clone(),
                    severity: reader.yearly(|b, record| &b.nature[record * at.size + at.trouble + i]),
                })
                .collect(),
        }
    })
    .collect()
}
