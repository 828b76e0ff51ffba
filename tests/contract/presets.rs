//! What the presets promise.

use std::sync::atomic::AtomicBool;

use lab::check::check;
use lab::ensemble::{Running, run};
use lab::measure::{Reader, outcome};
use lab::outcome::Outcome;
use lab::plan::plan;
use lab::presets::{PRESETS, find};
use theory::step::Instructions;

/// A preset with some numbers set, and what `look` makes of its runs.
fn with_runs<T>(name: &str, sets: &[(&str, &str)], replications: u32, look: impl Fn(Reader<'_>) -> T) -> T {
    let sets: Vec<(String, String)> = sets.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
    let scenario = check(find(name).expect("a preset").text, &sets).expect("presets are fine");
    let plan = plan(&scenario, replications, 2, u64::MAX).expect("small");
    let stop = AtomicBool::new(false);
    let running = Running {
        seed: scenario.ensemble.seed,
        replications,
        instructions: Instructions::Widest,
        stop: &stop,
        progress: &|_| {},
    };
    let ensemble = run(&scenario, &plan, running);
    look(Reader { scenario: &scenario, plan: &plan, ensemble: &ensemble })
}

fn run_preset(name: &str, sets: &[(&str, &str)], replications: u32) -> Outcome {
    with_runs(name, sets, replications, |reader| outcome(reader, "test", String::new()))
}

/// A realised revisionist is never called a security dilemma, whatever the seed.
#[test]
fn contract_interwar_is_predation() {
    for seed in ["1", "2", "3"] {
        let outcome = run_preset("interwar", &[("ensemble.seed", seed)], 200);
        let with_germany = outcome.pairs.iter().filter(|p| p.from == "germany" || p.to == "germany");
        let mut seen = 0;
        for pair in with_germany {
            assert_eq!(pair.verdict.security_dilemma.mean, 0.0);
            assert_eq!(pair.verdict.predation.mean, 1.0);
            assert!(pair.dilemma_if_benign.is_none());
            seen += 1;
        }
        assert!(seen >= 4);
        assert_ne!(outcome.headline.verdict, "security-dilemma");
    }
    // The check can fail: without the revisionist nothing is predation.
    let benign = run_preset("interwar", &[("issues.military.actors.germany.greedy", "0")], 200);
    assert!(benign.pairs.iter().all(|p| p.verdict.predation.mean < 1.0));
}

/// The disputed cases can come out either way: the answer is not built in.
#[test]
fn contract_disputed_cases_stay_open() {
    for name in ["naval-race", "cold-war", "us-china", "india-pakistan"] {
        let outcome = run_preset(name, &[], 400);
        let pair = &outcome.pairs[0];
        let share = pair.dilemma_if_benign.expect("some runs are benign").mean;
        assert!((0.05..0.85).contains(&share), "{name}: {share}");
        for side in [&pair.from, &pair.to] {
            let greedy = outcome.actors.iter().find(|a| &a.id == side).expect("there").greedy;
            // 0.2 with 400 draws: s.e. 0.02, five of them.
            assert!((greedy - 0.2).abs() < 0.1, "{name} {side}: {greedy}");
        }
    }
}

/// The prior predictive bands cover the observed series at about their stated rate (studies/coverage).
#[test]
fn contract_bands_cover_the_observed_series() {
    let mut inside = [0.0, 0.0];
    let mut points = 0.0;
    for preset in PRESETS {
        for actor in run_preset(preset.id, &[], 400).actors {
            if let Some(o) = actor.observed {
                let n = o.years.len() as f64;
                points += n;
                inside[0] += n * o.coverage50;
                inside[1] += n * o.coverage90;
            }
        }
    }
    assert!(points > 300.0);
    let [half, most] = inside.map(|k| k / points);
    assert!((0.45..0.85).contains(&half), "50 % bands cover {half}");
    assert!((0.86..0.98).contains(&most), "90 % bands cover {most}");
}

/// Median effort of an actor in the preset's first issue in the year.
fn effort(outcome: &Outcome, id: &str, year: f64) -> f64 {
    let band = &outcome.actors.iter().find(|a| a.id == id).expect("an actor").effort;
    let at = band.year.iter().position(|y| *y == year).expect("within the clock");
    band.q50[at]
}

/// A threat from outside moves guard from the members to their families and back; one beyond their means breaks them.
#[test]
fn contract_wolf_pack_moves_the_dilemma_up_and_down() {
    let outcome = run_preset("wolf-pack", &[], 160);
    let [before, under, after] = [9.0, 21.0, 40.0].map(|year| effort(&outcome, "a1", year));
    assert!(under < 0.6 * before && after > 2.0 * under, "member: {before} {under} {after}");
    let [before, under, after] = [9.0, 21.0, 40.0].map(|year| effort(&outcome, "family-a", year));
    assert!(under > 3.0 * before && after < 0.5 * under, "family: {before} {under} {after}");
    // Families that no threat unites: their members stay where they are.
    let loose = run_preset("wolf-pack", &[("groups.kin-a.unity", "0")], 160);
    assert!(effort(&loose, "a1", 21.0) > 0.9 * effort(&loose, "a1", 9.0));
    let broken = run_preset("wolf-pack", &[("issues.guard.actors.strangers.baseline", "80")], 160);
    assert!(effort(&broken, "family-a", 40.0) < 1.0 && effort(&broken, "a1", 40.0) > effort(&outcome, "a1", 40.0));
}

/// Authority that falls arms the groups under it, and disarms what stood for all; where it holds they arm less.
#[test]
fn contract_state_collapse_arms_the_groups() {
    let collapse = run_preset("state-collapse", &[], 160);
    let holds = run_preset("state-collapse", &[("groups.federation.falls", "2100")], 160);
    for group in ["serbs", "croats", "bosniaks", "slovenes"] {
        let [with, without] = [&collapse, &holds].map(|o| effort(o, group, 1995.0));
        assert!(with > 2.0 * without, "{group}: {with} {without}");
    }
    assert!(effort(&collapse, "yugoslavia", 1993.0) < 1.0 && effort(&holds, "yugoslavia", 1993.0) > 150.0);
}

/// The hazard of false warnings in the Cold War is the published one (Barrett, Baum & Hostetler 2013) to its order.
#[test]
fn contract_cold_war_accidents_are_the_published_rate() {
    // Per year, from false warnings on either side; both suffer them, so that one actor's ledger holds all.
    let mut rates = with_runs("cold-war", &[], 800, |reader| {
        let years = reader.scenario.clock.years() as f64;
        reader.ensemble.each(|block, l| block.ledgers[1].accident[0][0][l] / years)
    });
    rates.sort_by(f64::total_cmp);
    let at = |share: f64| rates[(share * rates.len() as f64) as usize];
    for (share, published) in [(0.05, 0.0002), (0.5, 0.009), (0.95, 0.07)] {
        let factor = at(share) / published;
        assert!((0.4..2.5).contains(&factor), "{share}: {} against {published}", at(share));
    }
}

/// Every estimate of every preset is a number in its range.
#[test]
fn contract_every_preset_says_something_definite() {
    for preset in PRESETS {
        let o = run_preset(preset.id, &[], 48);
        assert_eq!(o.replications, 48);
        // JSON has no NaN and no infinity: they become null.
        let holes = nulls("", &serde_json::to_value(&o).expect("JSON"));
        let may_miss = ["observed", "mistrust", "dilemma_if_benign", "actor", "year_of_collapse"];
        assert!(holes.iter().all(|key| may_miss.contains(&key.as_str())), "{}: {holes:?}", preset.id);
        for s in &o.security {
            assert!((0.0..=1.0).contains(&s.objective.mean) && s.objective.q05 <= s.objective.q95, "{}", preset.id);
        }
        for p in &o.pairs {
            let v = &p.verdict;
            let sum = v.harmony.mean + v.security_dilemma.mean + v.predation.mean + v.rivalry.mean;
            assert!((sum - 1.0).abs() < 1e-12, "{}", preset.id);
        }
        assert!(o.waste.iter().all(|w| w.total.mean >= 0.0 && (0.0..=1.0).contains(&w.share.mean)));
        assert!(o.spiral_rate.replications > 0 && o.spiral_rate.peak.mean.is_finite());
        assert!(!o.phase.paths.is_empty());
    }
}

/// Keys under which a null stands.
fn nulls(key: &str, value: &serde_json::Value) -> Vec<String> {
    match value {
        serde_json::Value::Null => vec![key.to_owned()],
        serde_json::Value::Array(items) => items.iter().flat_map(|v| nulls(key, v)).collect(),
        serde_json::Value::Object(map) => map.iter().flat_map(|(k, v)| nulls(k, v)).collect(),
        _ => Vec::new(),
    }
}
