//! What the outcome says of epidemics, commons and trouble, against runs watched by hand.

use std::sync::atomic::AtomicBool;

use herz_tests::remedies::whole_ground;
use lab::change::{Change, Who, apply};
use lab::draw::draw;
use lab::ensemble::{Block, Ensemble, Running, run, simulate};
use lab::measure::{Reader, outcome};
use lab::outcome::{Band, Estimate, PhysicsOutcome};
use lab::plan::plan;
use lab::scenario::Scenario;
use theory::course::Nature;
use theory::issue::health::Emergency;
use theory::step::Instructions;
use theory::world::{LANES, Terms};

use super::{FISH, N, PILLS, near};

/// What of an epidemic is recorded over time, by actor.
type Recorded = fn(&Emergency<LANES>) -> &[[f64; LANES]];

const SEED: u64 = 9;
const RUNS: u32 = 20;

struct Watched {
    scenario: Scenario,
    /// Nature by record and block.
    moments: Vec<Vec<Vec<Nature<LANES>>>>,
    ensemble: Ensemble,
    said: PhysicsOutcome,
    examined: Vec<usize>,
}

/// One year among the four; fish that is soon gone.
fn watched() -> Watched {
    let sets = [
        ("clock.end", "2001"),
        ("issues.fish.commons.catchability", "2.5"),
        ("issues.pills.health.doses_from", "2000.2"),
        ("issues.pills.actors.bob.strictness", "0.95"),
    ];
    let scenario = whole_ground(&[], &sets);
    let stop = AtomicBool::new(false);
    let running =
        Running { seed: SEED, replications: RUNS, instructions: Instructions::Widest, stop: &stop, progress: &|_| {} };
    let plan = plan(&scenario, RUNS, 2, u64::MAX).expect("small");
    let ensemble = run(&scenario, &plan, running);
    let said = outcome(Reader { scenario: &scenario, plan: &plan, ensemble: &ensemble }, "t", String::new()).physics;
    let mut moments = vec![Vec::new(); scenario.clock.records()];
    for block in &ensemble.blocks {
        let drawn = draw(&scenario, SEED, block.first);
        let done = simulate(&scenario, &drawn, &drawn.terms, running, block.first, false, |record, moment| {
            moments[record].push(moment.course.state.nature.clone());
        });
        done.expect("nobody stops it");
    }
    Watched { examined: plan.examined, scenario, moments, ensemble, said }
}

impl Watched {
    /// One value per replication at a record.
    fn at(&self, record: usize, k: usize, of: &dyn Fn(&Nature<LANES>, usize) -> f64) -> Vec<f64> {
        (0..RUNS as usize).map(|r| of(&self.moments[record][r / LANES][k], r % LANES)).collect()
    }
    fn last(&self, k: usize, of: &dyn Fn(&Nature<LANES>, usize) -> f64) -> Vec<f64> {
        self.at(self.moments.len() - 1, k, of)
    }
    #[track_caller]
    fn band(&self, band: &Band, k: usize, what: &str, of: &dyn Fn(&Nature<LANES>, usize) -> f64) {
        assert_eq!(band.year.len(), self.moments.len(), "{what}");
        for record in 0..self.moments.len() {
            let mut values = self.at(record, k, of);
            near(band.mean[record], mean(&values), what);
            values.sort_by(f64::total_cmp);
            // Of twenty the median is the mean of the tenth and the eleventh.
            near(band.q50[record], 0.5 * (values[9] + values[10]), what);
        }
    }
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

#[track_caller]
fn is(estimate: &Estimate, values: &[f64], what: &str) {
    near(estimate.mean, mean(values), what);
}

fn ill(nature: &Nature<LANES>) -> &Emergency<LANES> {
    nature.emergency.as_ref().expect("an epidemic")
}

/// Everything that is said of the epidemic, its actors, the commons and trouble.
#[test]
fn cross_nature_in_the_outcome_is_what_was_watched() {
    let w = watched();
    let health = &w.said.health[0];
    let all = |lanes: &[[f64; LANES]], l: usize| lanes.iter().map(|x| x[l]).sum::<f64>();
    let people = |i: usize| [200_000.0, 300_000.0, 100_000.0, 400_000.0][i];
    is(&health.world_deaths, &w.last(PILLS, &|n, l| all(&ill(n).outbreak.dead, l)), "deaths");
    is(&health.world_deaths_per_million, &w.last(PILLS, &|n, l| all(&ill(n).outbreak.dead, l)), "per million");
    is(&health.world_infected, &w.last(PILLS, &|n, l| all(&ill(n).outbreak.infections, l) / 1e6), "infected");
    w.band(&health.world_deaths_by_time, PILLS, "deaths by time", &|n, l| all(&ill(n).outbreak.dead, l));
    is(&health.doses_in_store, &w.last(PILLS, &|n, l| all(&ill(n).stock, l) / all(&ill(n).tally[0], l)), "store");
    for (i, row) in health.actors.iter().enumerate() {
        let bands: [(&Band, Recorded); 6] = [
            (&row.deaths, |e| &e.deaths),
            (&row.cases, |e| &e.cases),
            (&row.doses, |e| &e.tally[3]),
            (&row.restriction, |e| &e.restriction),
            (&row.compliance, |e| &e.compliance),
            (&row.coverage, |e| &e.coverage),
        ];
        for (at, (band, of)) in bands.into_iter().enumerate() {
            w.band(band, PILLS, &format!("band {at} of {i}"), &|n, l| of(ill(n))[i][l]);
        }
        let dead = w.last(PILLS, &|n, l| 1e6 * ill(n).outbreak.dead[i][l] / people(i));
        is(&row.deaths_per_million, &dead, "deaths per million");
        is(&row.infected, &w.last(PILLS, &|n, l| ill(n).outbreak.infections[i][l] / people(i)), "infected");
        is(&row.loss, &w.last(PILLS, &|n, l| ill(n).loss[i][l]), "loss");
        is(&row.burden, &w.last(PILLS, &|n, l| ill(n).burden[i][l]), "burden");
        is(&row.shortage, &w.last(PILLS, &|n, l| ill(n).shortage[i][l]), "shortage");
        for (t, (name, amount)) in row.tally.iter().enumerate() {
            assert_eq!(name, ["made", "sent", "received", "given"][t]);
            is(amount, &w.last(PILLS, &|n, l| ill(n).tally[t][i][l]), name);
        }
        let trouble = &w.said.trouble[0].actors[i].severity;
        w.band(trouble, PILLS, "trouble", &|n, l| n.severity[i][l]);
    }
    contradictions(&w);
    commons(&w);
}

fn commons(w: &Watched) {
    let said = &w.said.commons[0];
    let fish = |n: &Nature<LANES>| n.stocks.clone().expect("a commons");
    w.band(&said.resource, FISH, "resource", &|n, l| fish(n).resource[l]);
    w.band(&said.environment, FISH, "environment", &|n, l| fish(n).environment[l]);
    for (i, row) in said.actors.iter().enumerate() {
        w.band(&row.population, FISH, "population", &|n, l| fish(n).population[i][l]);
        w.band(&row.scarcity, FISH, "scarcity", &|n, l| fish(n).scarcity[i][l]);
        is(&row.caught, &w.last(FISH, &|n, l| fish(n).caught[i][l]), "caught");
    }
    let mut when = w.last(FISH, &|n, l| fish(n).collapse[l]);
    when.retain(|t| t.is_finite());
    near(said.collapsed.mean, when.len() as f64 / f64::from(RUNS), "collapsed");
    assert!(!when.is_empty(), "some collapse");
    is(said.year_of_collapse.as_ref().expect("a year"), &when.iter().map(|t| 2000.0 + t).collect::<Vec<_>>(), "year");
}

/// More dead among `whom` under a change than without, by replication.
fn more(w: &Watched, who: Who, change: Change, whom: &[usize]) -> Vec<f64> {
    let plain = |i: usize| w.last(PILLS, &|n, l| ill(n).outbreak.dead[i][l]);
    let changed = |b: &Block, i: usize, l: usize| {
        b.paired.iter().find(|p| p.who == who && p.change == change).expect("a paired run").toll[i].deaths[l]
    };
    let one = |r: usize| whom.iter().map(|&i| changed(&w.ensemble.blocks[r / LANES], i, r % LANES) - plain(i)[r]).sum();
    (0..RUNS as usize).map(one).collect()
}

fn contradictions(w: &Watched) {
    let people = [200_000.0, 300_000.0, 100_000.0, 400_000.0];
    let said = |kind: &str, i: usize| {
        let id = &w.scenario.actors[i].id;
        w.said.health[0].contradictions.iter().find(|c| c.kind == kind && c.actor == *id).expect("said")
    };
    let opposed = |a: &[f64], b: &[f64]| {
        a.iter().zip(b).filter(|(a, b)| **a != 0.0 && **b != 0.0 && (**a > 0.0) != (**b > 0.0)).count() as f64
    };
    let check = |kind: &str, i: usize, own: Vec<f64>, rest: Vec<f64>| {
        let c = said(kind, i);
        near(c.own.mean, mean(&own), kind);
        near(c.others.mean, mean(&rest), kind);
        near(c.opposed.mean, opposed(&own, &rest) / f64::from(RUNS), kind);
    };
    assert!(!w.examined.is_empty());
    for &i in &w.examined {
        let others: Vec<usize> = (0..N).filter(|&j| j != i).collect();
        let rest = 1e6 - people[i];
        let per = |of: Vec<f64>, people: f64| of.iter().map(|d| d / people * 1e6).collect::<Vec<_>>();
        let share = |who, whom: &[usize]| more(w, who, Change::Share, whom);
        check(
            "international-national",
            i,
            per(share(Who::One(i), &[i]), people[i]),
            per(share(Who::One(i), &others), rest),
        );
        let joins = |whom: &[usize]| -> Vec<f64> {
            share(Who::All, whom).iter().zip(share(Who::AllBut(i), whom)).map(|(a, b)| a - b).collect()
        };
        check("multilateral-unilateral", i, per(joins(&[i]), people[i]), per(joins(&others), rest));
        let plain = w.last(PILLS, &|n, l| ill(n).burden[i][l]);
        let strict = |r: usize| {
            let b = &w.ensemble.blocks[r / LANES];
            b.paired.iter().find(|p| p.change == Change::Restrict).expect("a paired run").toll[i].burden[r % LANES]
        };
        let burden = (0..RUNS as usize).map(|r| strict(r) - plain[r]).collect();
        check("national-individual", i, per(more(w, Who::All, Change::Restrict, &[i]), people[i]), burden);
    }
}

/// Stricter rules are a tenth stricter and never over full; and what a paired run reports as its toll is what it came to.
#[test]
fn cross_stricter_rules_and_their_toll_are_a_run_by_hand() {
    let w = watched();
    let stop = AtomicBool::new(false);
    let mut full = 0;
    for block in &w.ensemble.blocks {
        let drawn = draw(&w.scenario, SEED, block.first);
        let terms = apply(&drawn, &w.scenario.measures, Who::All, Change::Restrict);
        for (i, strict) in strictness(&drawn.terms).iter().enumerate() {
            let more = &strictness(&terms)[i];
            (0..LANES).for_each(|l| near(more[l], f64::min(1.1 * strict[l], 1.0), "strictness"));
            full += more.iter().filter(|s| **s == 1.0).count();
        }
        let running = Running {
            seed: SEED,
            replications: RUNS,
            instructions: Instructions::Widest,
            stop: &stop,
            progress: &|_| {},
        };
        let done =
            simulate(&w.scenario, &drawn, &terms, running, block.first, false, |_, _| {}).expect("nobody stops it");
        let paired = block.paired.iter().find(|p| p.change == Change::Restrict).expect("a paired run");
        let e = ill(&done.state.nature[PILLS]);
        for (i, toll) in paired.toll.iter().enumerate() {
            for l in 0..block.active {
                near(toll.deaths[l], e.outbreak.dead[i][l], "dead");
                near(toll.burden[l], e.burden[i][l], "burden");
                near(toll.loss[l], e.loss[i][l], "loss");
            }
        }
    }
    assert!(full > 0, "some were strict enough already");
}

fn strictness(terms: &Terms<LANES>) -> &[[f64; LANES]] {
    &terms.issues[PILLS].physics.health.as_ref().expect("an epidemic").state.strictness
}
