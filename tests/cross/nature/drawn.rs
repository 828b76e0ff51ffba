//! Terms of nature as drawn, against the numbers of a file in which no two are alike.

use herz_tests::scene::{Actor, Scene, actor, numbers};
use theory::issue::commons::Commons;
use theory::issue::health::{Health, dependence};
use theory::world::{LANES, Terms};

type Lane = [f64; LANES];
type Of<T> = (&'static str, f64, fn(&T) -> Lane);
type OfActor<T> = (&'static str, f64, fn(&T) -> &[Lane]);

const HEALTH: [Of<Health<LANES>>; 30] = [
    ("reproduction", 2.1, |h| h.epidemic.reproduction),
    ("latent", 3.1, |h| h.epidemic.latent),
    ("infectious", 4.3, |h| h.epidemic.infectious),
    ("mixing", 0.7, |h| h.epidemic.mixing),
    ("shield", 0.81, |h| h.epidemic.shield),
    ("immunity", 0.72, |h| h.epidemic.immunity),
    ("rescue", 0.63, |h| h.epidemic.rescue),
    ("doses_from", 0.9, |h| h.doses.from),
    ("doses_ramp", 0.8, |h| h.doses.ramp),
    ("course", 1.9, |h| h.course),
    ("supplies_ramp", 0.35, |h| h.supplies.ramp),
    ("ordinary", 0.06, |h| h.ordinary),
    ("protection", 0.21, |h| h.protection),
    ("treatment", 0.22, |h| h.treatment),
    ("politics", 1.3, |h| h.politics),
    ("alarm", 0.41, |h| h.state.alarm),
    ("restriction_effect", 0.52, |h| h.state.effect),
    ("decision_pace", 11.0, |h| h.state.pace),
    ("policy_error", 0.23, |h| h.state.error),
    ("closure", 0.54, |h| h.state.closure),
    ("report_delay", 17.0, |h| h.state.delay),
    ("risk", 2.3, |h| h.people.risk),
    ("burden", 1.4, |h| h.people.burden),
    ("fatigue", 0.55, |h| h.people.fatigue),
    ("custom", 1.6, |h| h.people.custom),
    ("habit", 13.0, |h| h.people.habit),
    ("caution", 0.24, |h| h.people.caution),
    ("restriction_cost", 0.15, |h| h.economy.restriction),
    ("sickness_cost", 0.36, |h| h.economy.sickness),
    ("linkage", 0.27, |h| h.economy.linkage),
];

const OF_ACTOR: [OfActor<Health<LANES>>; 12] = [
    ("population", 40_000.0, |h| &h.epidemic.population),
    ("fatality", 0.013, |h| &h.epidemic.fatality),
    ("doses_capacity", 9000.0, |h| &h.doses.capacity),
    ("supplies_capacity", 700.0, |h| &h.supplies.capacity),
    ("uptake", 0.61, |h| &h.uptake),
    ("vaccination_speed", 0.0012, |h| &h.speed),
    ("severity_scale", 1.7, |h| &h.state.scale),
    ("strictness", 0.44, |h| &h.state.strictness),
    ("ascertainment", 0.31, |h| &h.state.ascertainment),
    ("concealment", 0.17, |h| &h.state.concealment),
    ("enforcement", 0.75, |h| &h.people.enforcement),
    ("economy", 5.0, |h| &h.economy.size),
];

const COMMONS: [Of<Commons<LANES>>; 12] = [
    ("regrowth", 0.41, |c| c.regrowth),
    ("stock", 0.82, |c| c.stock),
    ("catchability", 0.013, |c| c.reach),
    ("technology", 0.014, |c| c.technology),
    ("famine", 0.025, |c| c.famine),
    ("emission", 0.036, |c| c.emission),
    ("recovery", 0.047, |c| c.recovery),
    ("mitigation", 0.28, |c| c.mitigation),
    ("crowding", 0.69, |c| c.crowding),
    ("weather", 0.11, |c| c.weather),
    ("rivalry", 0.93, |c| c.rivalry),
    ("resource_war", 0.57, |c| c.resource_war),
];

/// The later actor has a fifth more of everything; bob makes few supplies and ada few doses, so each depends on the other.
fn share(key: &str, i: usize) -> f64 {
    match (key, i) {
        ("doses_capacity", 0) | ("supplies_capacity", 1) => 0.1,
        _ => 1.0 + 0.2 * i as f64,
    }
}

fn ill() -> Terms<LANES> {
    let own = |id, i: usize| -> Actor {
        let stated: Vec<(&str, f64)> = OF_ACTOR.iter().map(|(key, v, _)| (*key, v * share(key, i))).collect();
        let ban = [("ban_price", if i == 0 { 1.8 } else { 1e9 })];
        actor(id, 1.0, 1.0, &[&stated[..], &ban[..]].concat())
    };
    let scene = Scene { kind: "health", ..Scene::of(5, vec![own("ada", 0), own("bob", 1)]) };
    let scene = scene.issue(&numbers(&[("exposure", 2.0)])).issue("[issues.health]");
    let scene = scene.issue(&numbers(&HEALTH.map(|(key, value, _)| (key, value))));
    let scene =
        scene.issue("[issues.health.travel]\nmatrix = [[0, 0.02], [0.03, 0]]\nunit = \"share\"\nsource = \"t\"");
    let strain = [("since", 1.5), ("transmissibility", 1.4), ("lethality", 1.7), ("escape", 0.33)];
    let scene = scene.issue("[[issues.health.variants]]").issue(&numbers(&strain));
    let seed = [("arrives", 0.25), ("people", 12.4)];
    let scene = scene.issue("[[issues.health.seeds]]\nactor = \"bob\"").issue(&numbers(&seed));
    let scene = scene.issue("[issues.adversity]").issue(&numbers(&[("relative_gains", 0.6), ("attribution", 0.3)]));
    let blow = [("strikes", 0.75), ("weight_of_blow", 0.45), ("fading", 3.5)];
    scene.issue("[[issues.adversity.blows]]\nactor = \"bob\"").issue(&numbers(&blow)).lab().terms
}

#[track_caller]
fn same(got: Lane, want: f64, what: &str) {
    assert!(got.iter().all(|g| (g - want).abs() <= 1e-12 * want.abs()), "{what}: {got:?} instead of {want}");
}

/// Every number of an epidemic stands where its name says.
#[test]
fn cross_terms_of_an_epidemic_are_the_file() {
    let terms = ill();
    let physics = &terms.issues[0].physics;
    let h = physics.health.as_ref().expect("an epidemic");
    HEALTH.iter().for_each(|(key, want, of)| same(of(h), *want, key));
    for i in 0..2 {
        for (key, want, of) in OF_ACTOR {
            let want = want * share(key, i);
            same(of(h)[i], if key == "population" { want.round() } else { want }, key);
        }
    }
    assert_eq!((h.ban[0][0], h.ban[1][0], h.supplies.from[0]), (1.8, f64::INFINITY, 0.0));
    assert_eq!(h.epidemic.travel, [vec![(1, 0.02)], vec![(0, 0.03)]]);
    let (strain, seed) = (&h.epidemic.variants[0], &h.epidemic.seeds[0]);
    let virus = [strain.time, strain.transmissibility, strain.fatality, strain.escape];
    virus.into_iter().zip([1.5, 1.4, 1.7, 0.33]).for_each(|(got, want)| same(got, want, "variant"));
    assert_eq!((seed.actor, seed.time[0], seed.people[0]), (1, 0.25, 12.0));
    let blow = &physics.adversity.as_ref().expect("trouble").blows[0];
    assert_eq!((blow.actor, blow.time[0], blow.size[0], blow.fading[0]), (1, 0.75, 0.45, 3.5));
}

/// Exposure to j's hoarding: the scenario's, times how far i depends on j in doses and in supplies, times 1 + κ.
#[test]
fn cross_exposure_to_hoarding_is_dependence() {
    let terms = ill();
    let h = terms.issues[0].physics.health.as_ref().expect("an epidemic");
    let willing: Vec<Lane> = (0..2).map(|i| [h.epidemic.population[i][0] * h.uptake[i][0]; LANES]).collect();
    let doses = dependence(&h.doses.capacity, &willing);
    let supplies = dependence(&h.supplies.capacity, &h.epidemic.population);
    for p in [1, 2] {
        assert!((doses[p][0] > 0.0) != (supplies[p][0] > 0.0), "each lacks one of the two");
        same(terms.issues[0].reach[p], 2.0 * (1.0 + 0.6) * 0.5 * (doses[p][0] + supplies[p][0]), "exposure");
    }
}

/// Every number of a commons stands where its name says.
#[test]
fn cross_terms_of_a_commons_are_the_file() {
    let own =
        |id, i: usize| actor(id, 1.0, 1.0, &[("need", 0.01 + 0.005 * i as f64), ("growth", 0.002 + 0.001 * i as f64)]);
    let scene = Scene { kind: "commons", ..Scene::of(5, vec![own("ada", 0), own("bob", 1)]) };
    let stated = numbers(&COMMONS.map(|(key, value, _)| (key, value)));
    let terms = scene.issue("[issues.commons]").issue(&stated).lab().terms;
    let c = terms.issues[0].physics.commons.as_ref().expect("a commons");
    COMMONS.iter().for_each(|(key, want, of)| same(of(c), *want, key));
    assert_eq!([c.need[0][0], c.need[1][0], c.growth[0][0], c.growth[1][0]], [0.01, 0.015, 0.002, 0.003]);
}
