//! What every issue area owes, whatever happens physically in it: the kernel is one, so the obligations are.

use herz_tests::Running;
use herz_tests::scene::{Scene, actor, numbers};

/// An issue area: its kind, its tables, what each actor adds, and which of its numbers are in a unit that may be changed
/// (`true`: grows with it; `false`: falls).
struct Area {
    kind: &'static str,
    tables: Vec<(&'static str, Vec<(&'static str, f64)>)>,
    stake: Vec<(&'static str, f64)>,
    unit: Vec<(&'static str, bool)>,
}

/// All of them. Efforts are in the unit of baseline and responsiveness, except in health, where effort is a ratio and
/// people are what is counted.
fn areas() -> Vec<Area> {
    let effort = || vec![("baseline", true), ("responsiveness", true)];
    let area = |kind, tables, stake, unit| Area { kind, tables, stake, unit };
    let war = ("[issues.war]", vec![("war_rate", 0.5), ("attrition_limited", 0.0)]);
    let fish = vec![("regrowth", 0.4), ("catchability", 0.004), ("rivalry", 2.0), ("weather", 0.0)];
    let disease = vec![("reproduction", 2.0), ("doses_from", 0.3), ("policy_error", 0.0), ("politics", 1.0)];
    let sick = vec![("population", 1e7), ("doses_capacity", 1e7), ("supplies_capacity", 3e6), ("fatality", 0.01)];
    let people = vec![("population", true), ("doses_capacity", true), ("supplies_capacity", true), ("people", true)];
    let seed = ("[[issues.health.seeds]]\nactor = \"ada\"", vec![("arrives", 0.1), ("people", 1000.0)]);
    vec![
        area("generic", vec![], vec![], effort()),
        area("military", vec![war], vec![], effort()),
        area("nuclear", vec![("[issues.nuclear]", vec![])], vec![("damage_scale", 3.0)], {
            let mut unit = effort();
            unit.push(("damage_scale", true));
            unit
        }),
        area("commons", vec![("[issues.commons]", fish)], vec![("need", 0.01)], {
            let mut unit = effort();
            unit.push(("catchability", false));
            unit
        }),
        area("health", vec![("[issues.health]", disease), seed], sick, people),
    ]
}

impl Area {
    /// Two actors of unequal size in this area, its unit `scale` times smaller.
    fn scene(&self, issue: &[(&str, f64)], scale: f64) -> Scene {
        let in_unit = |list: &[(&'static str, f64)]| -> Vec<(&'static str, f64)> {
            let factor = |key: &str| {
                self.unit.iter().find(|(known, _)| *known == key).map_or(
                    1.0,
                    |(_, up)| {
                        if *up { scale } else { 1.0 / scale }
                    },
                )
            };
            list.iter().map(|(key, value)| (*key, value * factor(key))).collect()
        };
        let one = |id, size: f64| {
            let kernel = in_unit(&[("baseline", 2.0 * size), ("responsiveness", 10.0 * size)]);
            // Bob makes no medicine of his own: he depends on ada.
            let own = |(key, _): &(&str, f64)| id == "ada" || !key.ends_with("_capacity");
            let stake: Vec<_> = in_unit(&self.stake).into_iter().filter(own).collect();
            actor(id, kernel[0].1, kernel[1].1, &stake)
        };
        let scene = Scene { kind: self.kind, ..Scene::of(5, vec![one("ada", 1.0), one("bob", 1.5)]) };
        let mut scene = scene.issue(&numbers(issue));
        for (heading, list) in &self.tables {
            scene = scene.issue(heading).issue(&numbers(&in_unit(list)));
        }
        scene
    }

    fn run(&self, issue: &[(&str, f64)], scale: f64) -> Running {
        let mut world = self.scene(issue, scale).start();
        world.advance(60, None);
        world
    }
}

fn efforts(world: &Running) -> [f64; 2] {
    [0, 1].map(|i| world.readings[0].effort[i][0])
}

const NO_EXPOSURE: &[(&str, f64)] = &[("exposure", 0.0)];
const SOME: &[(&str, f64)] = &[("exposure", 0.5), ("mistrust", 0.4)];

/// Without exposure nobody fears, harms or arms: effort stays at the baseline of the moment.
#[test]
fn contract_no_area_acts_without_exposure() {
    for area in areas() {
        let world = area.run(NO_EXPOSURE, 1.0);
        let reading = &world.readings[0];
        for i in 0..2 {
            assert_eq!((reading.fear[i][0], reading.hazard[i][0]), (0.0, 0.0), "{}", area.kind);
            let ratio = reading.effort[i][0] / reading.baseline[i][0];
            assert!((ratio - 1.0).abs() < 0.05, "{}: {ratio}", area.kind);
        }
        // And with exposure they do.
        let exposed = area.run(SOME, 1.0);
        let fear = exposed.readings[0].fear.iter().map(|f| f[0]).collect::<Vec<_>>();
        assert!(fear[1] > 0.0 && (fear[0] > 0.0) == (area.kind != "health"), "{}: {fear:?}", area.kind);
    }
}

/// Another unit of effort (in health, of people) changes nothing but the unit.
#[test]
fn contract_every_area_keeps_to_its_unit() {
    for area in areas() {
        let (small, large) = (area.run(SOME, 1.0), area.run(SOME, 1024.0));
        let scale = if area.kind == "health" { 1.0 } else { 1024.0 };
        for i in 0..2 {
            let ratio = efforts(&large)[i] / efforts(&small)[i];
            assert!((ratio / scale - 1.0).abs() < 1e-9, "{}: {ratio}", area.kind);
            let hazard = large.readings[0].hazard[i][0] - small.readings[0].hazard[i][0];
            assert!(hazard.abs() < 1e-9, "{}: {hazard}", area.kind);
        }
        assert!((small.log_odds(0, 1) - large.log_odds(0, 1)).abs() < 1e-9, "{}", area.kind);
    }
}

/// Nothing is lost or made: people, doses, the resource; where nothing is counted, nothing is kept.
#[test]
fn contract_every_area_conserves_what_it_counts() {
    for area in areas() {
        for seed in [None, Some(3)] {
            let mut world = area.scene(SOME, 1.0).start();
            world.advance(60, seed);
            let nature = &world.course.state.nature[0];
            assert_eq!(nature.emergency.is_some(), area.kind == "health");
            assert_eq!(nature.stocks.is_some(), area.kind == "commons");
            if let Some(e) = &nature.emergency {
                let sum = |lanes: &Vec<[f64; 16]>| lanes.iter().map(|x| x[0]).sum::<f64>();
                let rounding = if seed.is_some() { 0.0 } else { 1e-3 };
                for i in 0..2 {
                    assert!((e.outbreak.people(i)[0] - 1e7).abs() <= rounding, "people");
                }
                let [made, sent, got, given] = [0, 1, 2, 3].map(|what| sum(&e.tally[what]));
                assert!(made > 0.0 && (sent - got).abs() <= rounding, "{sent} {got}");
                assert!((made - given - sum(&e.stock)).abs() <= rounding, "{made} {given}");
            }
            if let Some(s) = &nature.stocks {
                assert!(s.caught.iter().all(|c| c[0] > 0.0) && s.resource[0] > 0.0 && s.resource[0] <= 1.0);
            }
        }
    }
}

/// Full authority, no need, perfect trust, absurd sizes: what follows is finite and where it must be.
#[test]
fn contract_every_area_has_graceful_limits() {
    for area in areas() {
        let governed = area.run(&[("exposure", 0.5), ("mistrust", 0.9), ("authority", 1.0)], 1.0);
        for i in 0..2 {
            let ratio = efforts(&governed)[i] / governed.readings[0].baseline[i][0];
            assert!((ratio - 1.0).abs() < 0.05, "{}: {ratio}", area.kind);
        }
        for extreme in [[("exposure", 1e3), ("mistrust", 0.999)], [("exposure", 1e-9), ("mistrust", 0.0001)]] {
            let mut world = area.scene(&extreme, 1.0).start();
            world.advance(60, Some(1));
            for i in 0..2 {
                let values = [world.readings[0].effort[i], world.readings[0].fear[i], world.readings[0].hazard[i]];
                assert!(values.as_flattened().iter().all(|x| x.is_finite()), "{} {extreme:?}", area.kind);
            }
        }
    }
}

/// Finer steps lead to the same place.
#[test]
fn contract_no_area_depends_on_the_step() {
    for area in areas() {
        let end = |per_year: u32| {
            let mut lab = area.scene(SOME, 1.0).lab();
            lab.dt = 1.0 / f64::from(per_year);
            let mut world = lab.start();
            world.advance(5 * per_year, None);
            efforts(&world)
        };
        let (coarse, fine) = (end(24), end(192));
        for i in 0..2 {
            assert!((coarse[i] / fine[i] - 1.0).abs() < 0.03, "{}: {} {}", area.kind, coarse[i], fine[i]);
        }
    }
}
