//! What nature does to the terms of the moment and what a step does to nature, against the words of model §6.

mod drawn;
mod invasion;
mod measures;
mod outcome;

use herz_tests::remedies::whole_ground;
use lab::draw::draw;
use theory::course::Course;
use theory::issue::adversity::{Adversity, Blow};
use theory::issue::commons::{Commons, Stocks};
use theory::issue::health::{Emergency, Health};
use theory::remedy::{Lever, Remedy, Rule, Term};
use theory::step::{Instructions, Stretch, advance};
use theory::world::{IssueTerms, LANES, Ledger, Reading, Terms, World};

use crate::remedies::terms::Sequence;

type Lane = [f64; LANES];

const N: usize = 4;
/// Arms with war, the epidemic, and the commons among the issues of the ground.
const ARMS: usize = 0;
const PILLS: usize = 2;
const FISH: usize = 3;

#[track_caller]
fn within(tolerance: f64, got: f64, want: f64, what: &str) {
    assert!((got - want).abs() <= tolerance * want.abs().max(1e-3), "{what}: {got} instead of {want}");
}

#[track_caller]
fn near(got: f64, want: f64, what: &str) {
    within(1e-9, got, want, what);
}

fn adversity(s: &mut Sequence) -> Adversity<LANES> {
    let mut blow = |actor: usize, time: f64| Blow {
        actor,
        time: [time; LANES],
        size: s.lanes(0.1, 0.8),
        fading: s.lanes(0.2, 2.0),
    };
    // Two on the same actor; the last strikes only after the first look.
    let blows = vec![blow(0, 0.0), blow(0, 0.05), blow(2, 0.3)];
    Adversity {
        blows,
        urgency: s.lanes(0.0, 4.0),
        loss_sensitivity: s.lanes(1.0, 3.0),
        distraction: s.lanes(0.0, 0.9),
        own_reference: s.lanes(0.1, 1.0),
        blame: s.many(N, 0.0, 5.0),
        union: s.lanes(0.0, 5.0),
        attribution: s.many(N * N, 0.0, 1.0),
    }
}

fn remedy(issue: usize, carriers: &[usize], terms: &[Term]) -> Remedy<LANES> {
    let lever = |&term: &Term| Lever { term, issue: Some(issue), rung: 0, size: [0.4; LANES] };
    Remedy {
        luck_id: 7 + issue as u32,
        carriers: carriers.to_vec(),
        partners: Vec::new(),
        issue: Some(issue),
        start: [0.2; LANES],
        ramp: [0.0; LANES],
        end: [1.0; LANES],
        rule: Rule::Timed,
        levers: terms.iter().map(lever).collect(),
        signal: None,
        cost: [0.0; LANES],
    }
}

/// The ground with an epidemic and a commons, unlike in every term that nature bends, and remedies of nature from 0.2 to 1.
fn terms(s: &mut Sequence) -> (Terms<LANES>, Vec<Vec<Lane>>) {
    let drawn = draw(&whole_ground(&[], &[]), 3, 0);
    let mut terms = drawn.terms;
    for k in [PILLS, FISH] {
        let issue = &mut terms.issues[k];
        issue.physics.adversity = Some(adversity(s));
        issue.told = vec![[0.0; LANES]; N * N];
        issue.greed_excess = s.many(N, 0.2, 0.9);
        issue.reach = s.many(N * N, 0.1, 1.0);
        issue.clarity = s.many(N * N, 0.5, 3.0);
    }
    let health = terms.issues[PILLS].physics.health.as_mut().expect("an epidemic");
    health.state.concealment = s.many(N, 0.1, 0.6);
    health.people.enforcement = s.many(N, 0.5, 2.0);
    health.pooled = s.many(N, 0.1, 0.5);
    health.politics = s.lanes(0.5, 3.0);
    health.epidemic.seeds[0].time = [0.0; LANES];
    let commons = terms.issues[FISH].physics.commons.as_mut().expect("a commons");
    commons.rivalry = s.lanes(0.2, 2.0);
    commons.resource_war = s.lanes(0.2, 2.0);
    commons.weather = [0.0; LANES];
    let of_health = [Term::Sharing, Term::Border, Term::Candour, Term::Enforcement, Term::Blame];
    terms.remedies = vec![remedy(PILLS, &[0, 2], &of_health), remedy(FISH, &[1, 2], &[Term::Mitigation])];
    (terms, drawn.initial)
}

fn health(issue: &IssueTerms<LANES>) -> &Health<LANES> {
    issue.physics.health.as_ref().expect("an epidemic")
}

/// What is left of every blow, joined: 1 − Π(1 − s).
fn joined(a: &Adversity<LANES>, physical: f64, i: usize, l: usize, time: f64) -> f64 {
    let since = |b: &Blow<LANES>| time - b.time[l];
    let struck = a.blows.iter().filter(|b| b.actor == i && since(b) >= 0.0);
    1.0 - struck.fold(1.0 - physical, |left, b| left * (1.0 - b.size[l] * (-since(b) / b.fading[l]).exp()))
}

/// Severity by actor and the terms of the issue before trouble, in one replication at one time.
struct Seen<'a> {
    k: usize,
    l: usize,
    s: Vec<f64>,
    base: &'a IssueTerms<LANES>,
    now: &'a IssueTerms<LANES>,
    log_odds: &'a [Lane],
    hidden: Vec<f64>,
    people: Vec<f64>,
    rivalry: f64,
    blame: Vec<f64>,
}

/// Need, sensitivity, attention, exposure and what is told, from severity.
fn bent(seen: &Seen<'_>) {
    let Seen { k, l, base, now, s, .. } = seen;
    let (l, a) = (*l, base.physics.adversity.as_ref().expect("trouble"));
    let f = |i: usize| 1.0 + a.urgency[l] * s[i];
    for i in 0..N {
        let what = format!("{k} {l} {i}");
        near(now.baseline[i][l], base.baseline[i][l] * seen.people[i] * f(i), &what);
        near(now.responsiveness[i][l], base.responsiveness[i][l] * (1.0 + (a.loss_sensitivity[l] - 1.0) * s[i]), &what);
        for j in (0..N).filter(|&j| j != i) {
            let (p, what) = (i * N + j, format!("{k} {l} {i} {j}"));
            let clarity = base.clarity[p][l] * (1.0 - seen.hidden[j]) * (1.0 - a.distraction[l] * s[i]);
            near(now.clarity[p][l], clarity, &what);
            near(now.reach[p][l], base.reach[p][l] * seen.rivalry, &what);
            let mu = 1.0 / (1.0 + (-seen.log_odds[p][l]).exp());
            let told = base.greed_excess[j][l] * clarity.powi(2) * a.own_reference[l] * (f(j) / f(i)).ln();
            let against = seen.blame[i] * a.attribution[p][l] * mu * f64::max(s[i] - s[j], 0.0);
            let with = a.union[l] * (1.0 - a.attribution[p][l]) * (1.0 - mu) * f64::max(s[i], s[j]);
            near(now.told[p][l], told + against - with, &what);
        }
    }
}

/// Before, while and after remedies are in force, with whatever has been reported and caught: all that nature bends.
#[test]
fn cross_trouble_and_scarcity_bend_what_the_words_say() {
    let mut s = Sequence(49);
    let (terms, initial) = terms(&mut s);
    let mut world = World::begin(&terms, &initial);
    for issue in &mut world.issues {
        issue.log_odds = s.many(N * N, -3.0, 3.0);
    }
    let mut course = Course::begin(&terms, &world, false);
    for time in [0.1, 0.5, 0.9, 1.5] {
        let (reported, scarcity) = (s.many(N, 0.0, 9.0), s.many(N, 0.0, 1.0));
        let (resource, population) = (s.lanes(0.0, 1.0), s.many(N, 0.5, 2.0));
        course.state.nature[PILLS].emergency.as_mut().expect("an epidemic").reported.clone_from(&reported);
        let stocks = course.state.nature[FISH].stocks.as_mut().expect("a commons");
        (stocks.resource, stocks.population, stocks.scarcity) = (resource, population.clone(), scarcity.clone());
        course.stand(&terms, &world, time);
        let q = if (0.2..1.0).contains(&time) { 0.4 } else { 0.0 };
        for l in 0..LANES {
            let (base, now) = (&terms.issues[PILLS], &course.now.issues[PILLS]);
            let pulled = |i: usize| if [0, 2].contains(&i) { q } else { 0.0 };
            levers(base, now, l, pulled);
            let hidden = (0..N).map(|i| health(base).state.concealment[i][l] * (1.0 - pulled(i)));
            let a = base.physics.adversity.as_ref().expect("trouble");
            let felt = |i: usize| reported[i][l] / (reported[i][l] + health(base).state.scale[i][l]);
            let seen = Seen {
                k: PILLS,
                l,
                base,
                now,
                log_odds: &world.issues[PILLS].log_odds,
                hidden: hidden.collect(),
                people: vec![1.0; N],
                rivalry: 1.0,
                s: (0..N).map(|i| joined(a, felt(i), i, l, time)).collect(),
                blame: (0..N).map(|i| a.blame[i][l] * (1.0 - pulled(i))).collect(),
            };
            bent(&seen);
            let (base, now) = (&terms.issues[FISH], &course.now.issues[FISH]);
            let (a, commons) =
                (base.physics.adversity.as_ref().expect("trouble"), base.physics.commons.as_ref().expect("a commons"));
            let seen = Seen {
                k: FISH,
                l,
                base,
                now,
                log_odds: &world.issues[FISH].log_odds,
                hidden: vec![0.0; N],
                people: (0..N).map(|i| population[i][l]).collect(),
                rivalry: 1.0 + commons.rivalry[l] * (1.0 - resource[l]),
                s: (0..N).map(|i| joined(a, scarcity[i][l], i, l, time)).collect(),
                blame: (0..N).map(|i| a.blame[i][l]).collect(),
            };
            bent(&seen);
            // Two carriers, each a fourth of all.
            let mitigated = 1.0 - (1.0 - commons.mitigation[l]) * (1.0 - q / 4.0).powi(2);
            near(now.physics.commons.as_ref().expect("a commons").mitigation[l], mitigated, "mitigation");
            for i in 0..N {
                let base = terms.issues[ARMS].responsiveness[i][l];
                let hungry = base * (1.0 + commons.resource_war[l] * scarcity[i][l]);
                near(course.now.issues[ARMS].responsiveness[i][l], hungry, "hunger and arms");
            }
        }
    }
}

/// Remedies of an epidemic: towards all of the surplus, travel and hiding less by a share, punishment added.
fn levers(base: &IssueTerms<LANES>, now: &IssueTerms<LANES>, l: usize, pulled: impl Fn(usize) -> f64) {
    let (base, now) = (health(base), health(now));
    for i in 0..N {
        let q = pulled(i);
        near(now.pooled[i][l], 1.0 - (1.0 - base.pooled[i][l]) * (1.0 - q), "pooled");
        near(now.state.border[i][l], base.state.border[i][l] * (1.0 - q), "border");
        near(now.state.concealment[i][l], base.state.concealment[i][l] * (1.0 - q), "concealment");
        near(now.people.enforcement[i][l], base.people.enforcement[i][l] + q, "enforcement");
    }
}

/// A step hands each part of nature what the model says: x/(1+x), trust to the power of politics, arms over their baseline, the time.
#[test]
fn cross_a_step_hands_nature_what_the_words_say() {
    let mut s = Sequence(50);
    let (terms, initial) = terms(&mut s);
    let mut world = World::begin(&terms, &initial);
    let mut course = Course::begin(&terms, &world, false);
    let mut readings = vec![Reading::new(N); terms.issues.len()];
    let mut ledgers = vec![Ledger::new(N); terms.issues.len()];
    let dt = 1.0 / 24.0;
    for step in 0..40 {
        course.stand(&terms, &world, f64::from(step) * dt);
        let mut ill: Emergency<LANES> = course.state.nature[PILLS].emergency.clone().expect("an epidemic");
        let mut fish: Stocks<LANES> = course.state.nature[FISH].stocks.clone().expect("a commons");
        let terms_then = course.now.clone();
        let stretch = Stretch { first: step, count: 1, dt, seed: None, replication: 0 };
        advance(&terms, &mut course, &mut world, &mut readings, &mut ledgers, stretch, Instructions::Portable);

        let (now, when) = (health(&terms_then.issues[PILLS]), (f64::from(step) * dt, dt));
        let hoarding: Vec<Lane> = readings[PILLS].effort.iter().map(|x| x.map(|x| 1.0 - 1.0 / (1.0 + x))).collect();
        // Effort is that of the start of the step, trust that to which the step has led.
        ill.pass(now, &hoarding, &world.issues[PILLS].log_odds, &[[0.0; LANES]; N], None, when);
        let sum = |lanes: &[Lane]| -> Lane { std::array::from_fn(|l| lanes.iter().map(|x| x[l]).sum()) };
        let (armed, usual) = (sum(&readings[ARMS].effort), sum(&readings[ARMS].baseline));
        let arms = std::array::from_fn(|l| armed[l] / usual[l]);
        let boats = &readings[FISH];
        let commons = terms_then.issues[FISH].physics.commons.as_ref().expect("a commons");
        fish.pass(commons, &boats.effort, &sum(&boats.baseline), &arms, &[0.0; LANES], when);
        let after = course.state.nature[PILLS].emergency.as_ref().expect("an epidemic");
        let same = |got: &[Lane], want: &[Lane], what: &str| {
            got.as_flattened().iter().zip(want.as_flattened()).for_each(|(g, w)| within(1e-6, *g, *w, what));
        };
        same(&after.outbreak.infections, &ill.outbreak.infections, "infections");
        same(&after.coverage, &ill.coverage, "coverage");
        same(&after.stock, &ill.stock, "stock");
        same(&after.tally[1], &ill.tally[1], "sent");
        let after = course.state.nature[FISH].stocks.as_ref().expect("a commons");
        same(&[after.resource, after.environment], &[fish.resource, fish.environment], "stocks");
        same(&after.scarcity, &fish.scarcity, "scarcity");
    }
}

/// A commons in which nothing is like anything else.
fn commons(s: &mut Sequence) -> Commons<LANES> {
    Commons {
        regrowth: s.lanes(0.2, 1.5),
        stock: s.lanes(0.5, 0.9),
        reach: s.lanes(0.01, 0.08),
        technology: s.lanes(0.0, 0.02),
        need: s.many(N, 0.01, 0.1),
        growth: s.many(N, 0.0, 0.05),
        famine: s.lanes(0.01, 0.2),
        emission: s.lanes(0.0, 0.2),
        recovery: s.lanes(0.1, 0.4),
        mitigation: s.lanes(0.2, 0.8),
        crowding: s.lanes(0.5, 2.0),
        weather: s.lanes(0.05, 0.5),
        rivalry: [0.0; LANES],
        resource_war: [0.0; LANES],
    }
}

/// Catch, regrowth, environment, population and scarcity of forty years, one replication at a time.
#[test]
fn cross_a_commons_agrees_with_a_literal_reading() {
    let (mut s, dt) = (Sequence(1954), 0.25);
    let c = commons(&mut s);
    let effort: Vec<Vec<Lane>> = (0..160).map(|_| s.many(N, 0.5, 4.0)).collect();
    let arms: Vec<Lane> = (0..160).map(|_| s.lanes(0.3, 2.5)).collect();
    let usual = s.lanes(3.0, 6.0);
    let mut kernel = Stocks::begin(&c, &effort[0]);
    let first = |i: usize, l: usize| 1.0 - c.reach[l] * effort[0][i][l] * c.stock[l] / c.need[i][l];
    (0..N * LANES).for_each(|at| {
        near(kernel.scarcity[at / LANES][at % LANES], first(at / LANES, at % LANES).max(0.0), "at the start")
    });
    let mut plain: Vec<[f64; 3]> = c.stock.iter().map(|b| [*b, 1.0, f64::INFINITY]).collect();
    let (mut people, mut caught) = (vec![[1.0; LANES]; N], vec![[0.0; LANES]; N]);
    for (step, x) in effort.iter().enumerate() {
        let time = step as f64 * dt;
        kernel.pass(&c, x, &usual, &arms[step], &[0.7; LANES], (time, dt));
        for (l, [b, e, gone]) in plain.iter_mut().enumerate() {
            let all: f64 = x.iter().map(|x| x[l]).sum();
            let left = *b * (-c.reach[l] * (c.technology[l] * time).exp() * all * dt).exp();
            for i in 0..N {
                let catch = (*b - left) * x[i][l] / all;
                caught[i][l] += catch;
                let want = (1.0 - catch / (c.need[i][l] * people[i][l] * dt)).clamp(0.0, 1.0);
                people[i][l] *= ((c.growth[i][l] * (1.0 - want) - c.famine[l] * want) * dt).exp();
                near(kernel.scarcity[i][l], want, "scarcity");
                near(kernel.population[i][l], people[i][l], "people");
                near(kernel.caught[i][l], caught[i][l], "caught");
            }
            let walk = c.weather[l] * 0.7 * dt.sqrt();
            *b = 1.0 / (1.0 + (1.0 / left - 1.0) * (-c.regrowth[l] * *e * dt - walk).exp());
            let crowded = (c.crowding[l] * (arms[step][l] - 1.0)).clamp(0.0, 1.0);
            let damage = c.emission[l] * all / usual[l] * (1.0 - c.mitigation[l] * (1.0 - crowded));
            let fade = (-(damage + c.recovery[l]) * dt).exp();
            *e = *e * fade + (1.0 - fade) * c.recovery[l] / (damage + c.recovery[l]);
            if *b < 0.1 {
                *gone = gone.min(time + dt);
            }
            near(kernel.resource[l], *b, "resource");
            near(kernel.environment[l], *e, "environment");
            assert!(kernel.collapse[l] == *gone, "collapse: {} {gone}", kernel.collapse[l]);
        }
    }
    assert!(plain.iter().any(|p| p[2].is_finite()) && plain.iter().any(|p| p[2].is_infinite()), "some collapse");
}
