//! What states and people do about an epidemic, what the world hears, what it costs (model §6), against the formulas.

use lab::check::check;
use lab::draw::draw;
use lab::presets::find;
use proptest::prelude::*;
use theory::course::Course;
use theory::issue::health::{Emergency, Health};
use theory::world::{LANES, World};

use crate::cases;
use crate::scene::{Scene, actor, numbers};

/// Two countries, the second with a tenth of the people, no virus of its own; these numbers of the issue and of both.
fn countries(issue: &[(&str, f64)], own: &[(&str, f64)]) -> Health<LANES> {
    let still = [("reproduction", 0.0), ("policy_error", 0.0), ("report_delay", 365.0)];
    let one = |id, people: f64| {
        let own: Vec<_> = own.iter().copied().chain([("population", people), ("economy", people)]).collect();
        actor(id, 1.0, 1.0, &own)
    };
    let scene = Scene { kind: "health", ..Scene::of(5, vec![one("ada", 1e7), one("bob", 1e6)]) };
    let rest = still.iter().filter(|(key, _)| issue.iter().all(|(other, _)| other != key)).copied().collect::<Vec<_>>();
    let scene = scene.issue("[issues.health]").issue(&numbers(issue)).issue(&numbers(&rest));
    let mut health = scene.lab().terms.issues[0].physics.health.clone().expect("a health issue");
    // What is reported stays as the test sets it.
    health.state.delay = [1e12; LANES];
    health
}

/// So many weeks without luck, from these reported deaths.
fn weeks(health: &Health<LANES>, reported: [f64; 2], count: u32) -> Emergency<LANES> {
    let mut e = Emergency::none(health);
    e.reported = reported.map(|d| [d; LANES]).to_vec();
    let (zero, dt) = (vec![[0.0; LANES]; 2], 1.0 / 52.0);
    for step in 0..count {
        e.pass(health, &zero, &[], &zero, None, (f64::from(step) * dt, dt));
    }
    e
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

fn close(got: f64, want: f64) -> bool {
    (got - want).abs() < 1e-6 * want.abs().max(1.0)
}

proptest! {
    #![proptest_config(cases())]

    /// Restriction comes to strictness × alarm, one's own trouble joined with a part of the world's.
    #[test]
    fn theorem_restriction_follows_alarm(deaths in (0.0..20.0f64, 0.0..20.0f64), alarm in 0.0..1.0f64, strict in 0.0..1.0f64) {
        let health = countries(&[("alarm", alarm), ("decision_pace", 52.0)], &[("severity_scale", 2.0), ("strictness", strict)]);
        let e = weeks(&health, [deaths.0, deaths.1], 150);
        let s = [deaths.0 / (deaths.0 + 2.0), deaths.1 / (deaths.1 + 2.0)];
        let world = (10.0 * s[0] + s[1]) / 11.0;
        for i in 0..2 {
            let paper = strict * (1.0 - (1.0 - s[i]) * (1.0 - alarm * world));
            prop_assert!(close(e.restriction[i][0], paper), "{} {paper}", e.restriction[i][0]);
        }
    }

    /// Compliance solves c = logistic(risk·s + enforcement − burden + custom·(c − ½)); a state that punishes more is obeyed more.
    #[test]
    fn theorem_compliance_is_an_equilibrium(deaths in 0.0..20.0f64, risk in 0.0..4.0f64, enforcement in 0.0..3.0f64,
                                            burden in 0.0..3.0f64, custom in 0.0..3.0f64) {
        let issue = [("risk", risk), ("burden", burden), ("custom", custom), ("fatigue", 0.0), ("habit", 100.0)];
        let at = |enforcement: f64| {
            let own = [("enforcement", enforcement), ("severity_scale", 2.0)];
            weeks(&countries(&issue, &own), [deaths, 0.0], 300).compliance[0][0]
        };
        let c = at(enforcement);
        let s = deaths / (deaths + 2.0);
        prop_assert!((c - logistic(risk * s + enforcement - burden + custom * (c - 0.5))).abs() < 1e-6, "{c}");
        prop_assert!(at(enforcement + 0.5) > c);
    }

    /// Weariness: the burden weighs more with every year under restriction.
    #[test]
    fn theorem_weariness_grows_with_years_under_restriction(fatigue in 0.1..3.0f64, burden in 0.5..3.0f64) {
        let issue = [("risk", 1.0), ("burden", burden), ("custom", 0.0), ("fatigue", fatigue), ("habit", 400.0), ("alarm", 0.0)];
        let health = countries(&issue, &[("enforcement", 1.0), ("severity_scale", 2.0), ("strictness", 0.5)]);
        let e = weeks(&health, [2.0, 0.0], 104);
        // Severity one half, so a quarter of full restriction, reached at once as far as two years can tell.
        prop_assert!((e.burden[0][0] - 0.5).abs() < 0.05, "{}", e.burden[0][0]);
        let paper = logistic(0.5 + 1.0 - burden * (1.0 + fatigue * e.burden[0][0]));
        prop_assert!((e.compliance[0][0] - paper).abs() < 0.02, "{} {paper}", e.compliance[0][0]);
    }

    /// What is lost: restriction at home, and a part that follows the world's mean.
    #[test]
    fn theorem_losses_follow_home_and_world(linkage in 0.0..1.0f64, cost in 0.0..0.3f64) {
        let issue = [("restriction_cost", cost), ("linkage", linkage), ("alarm", 0.0), ("decision_pace", 400.0)];
        let e = weeks(&countries(&issue, &[("severity_scale", 2.0), ("strictness", 1.0)]), [6.0, 0.0], 104);
        let own = [cost * e.burden[0][0], cost * e.burden[1][0]];
        let world = (10.0 * own[0] + own[1]) / 11.0;
        for i in 0..2 {
            let paper = own[i] + linkage * (world - own[i]);
            prop_assert!((e.loss[i][0] - paper).abs() < 1e-9, "{} {paper}", e.loss[i][0]);
        }
    }
}

/// What is reported is what is found and not hidden.
#[test]
fn theorem_reports_are_what_is_found_and_not_hidden() {
    for (found, hidden) in [(1.0, 0.0), (0.3, 0.6)] {
        let own = [("ascertainment", found), ("concealment", hidden), ("fatality", 0.02)];
        let mut health = countries(&[("reproduction", 2.5)], &own);
        health.state.delay = [7.0; LANES];
        let mut e = Emergency::none(&health);
        e.outbreak.susceptible[0] = [1e7 - 1e4; LANES];
        e.outbreak.infectious[0][0] = [1e4; LANES];
        let (zero, dt) = (vec![[0.0; LANES]; 2], 1.0 / 52.0);
        let mut told = 0.0;
        for step in 0..60u32 {
            e.pass(&health, &zero, &[], &zero, None, (f64::from(step) * dt, dt));
            told += e.reported[0][0] * 10.0 * 365.25 * dt;
        }
        assert!(e.outbreak.dead[0][0] > 1e4);
        assert!(close(e.deaths[0][0], (1.0 - hidden) * e.outbreak.dead[0][0]));
        assert!(close(e.cases[0][0], found * (1.0 - hidden) * e.outbreak.infections[0][0]));
        // The smoothed rate adds up to what was reported, but for what is still under way.
        assert!((told / e.deaths[0][0] - 1.0).abs() < 0.02, "{told} {}", e.deaths[0][0]);
    }
}

/// Who hides is seen less well by all others, and sees no worse.
#[test]
fn theorem_concealment_clouds_the_view_of_who_hides() {
    let hides = |share: f64| {
        let one = |id, share| actor(id, 1.0, 1.0, &[("population", 1e6), ("concealment", share)]);
        let scene = Scene { kind: "health", ..Scene::of(5, vec![one("ada", share), one("bob", 0.0)]) };
        let mut world = scene.issue("[issues.health]").issue(&numbers(&[("reproduction", 0.0)])).start();
        world.look();
        let clarity = &world.course.now.issues[0].clarity;
        [clarity[2][0] / world.terms.issues[0].clarity[2][0], clarity[1][0] / world.terms.issues[0].clarity[1][0]]
    };
    assert_eq!(hides(0.0), [1.0, 1.0]);
    let [about_ada, about_bob] = hides(0.4);
    assert!(close(about_ada, 0.6) && about_bob == 1.0, "{about_ada} {about_bob}");
}

/// Stocks of a commons bend terms by their formulas: rivalry, people, arms.
#[test]
fn theorem_scarcity_bends_what_it_says() {
    let value = |key: &str, value: &str| (format!("issues.resource.commons.{key}"), value.to_owned());
    let sets = [value("rivalry", "3"), value("resource_war", "0.8")];
    let scenario = check(find("survival").expect("a preset").text, &sets).expect("a preset is fine");
    let drawn = draw(&scenario, 1, 0);
    let base = &drawn.terms;
    let world = World::begin(base, &drawn.initial);
    let mut course = Course::begin(base, &world, false);
    let stocks = course.state.nature[0].stocks.as_mut().expect("a commons");
    stocks.resource = [0.25; LANES];
    stocks.population[2] = [1.5; LANES];
    stocks.scarcity = vec![[0.0; LANES]; 6];
    stocks.scarcity[3] = [0.5; LANES];
    course.stand(base, &world, 1.0);
    let (now, was) = (&course.now.issues, &base.issues);
    for l in 0..LANES {
        assert!(close(now[0].reach[1][l], was[0].reach[1][l] * (1.0 + 3.0 * 0.75)));
        assert!(close(now[0].baseline[2][l], was[0].baseline[2][l] * 1.5));
        assert_eq!(now[0].baseline[1][l], was[0].baseline[1][l]);
        assert!(close(now[1].responsiveness[3][l], was[1].responsiveness[3][l] * 1.4));
        assert_eq!(now[1].responsiveness[2][l], was[1].responsiveness[2][l]);
    }
}

/// Relative gains multiply every exposure by 1 + κ.
#[test]
fn theorem_relative_gains_add_to_exposure() {
    let reach = |kappa: f64| {
        let scene =
            Scene { kind: "generic", ..Scene::of(5, vec![actor("ada", 1.0, 1.0, &[]), actor("bob", 1.0, 1.0, &[])]) };
        let scene = scene.issue("[issues.adversity]").issue(&numbers(&[("relative_gains", kappa)]));
        scene.lab().terms.issues[0].reach[1][0]
    };
    assert!(close(reach(0.7), 1.7 * reach(0.0)) && reach(0.0) > 0.0);
}

/// Arms over their baseline crowd out mitigation: the environment then ends lower, and mitigation helps it.
#[test]
fn theorem_arms_crowd_out_mitigation() {
    use theory::issue::commons::Stocks;
    let value = |key: &str, value: &str| (format!("issues.resource.commons.{key}"), value.to_owned());
    let sets =
        [value("mitigation", "0.5"), value("crowding", "0.4"), value("emission", "0.02"), value("recovery", "0.02")];
    let scenario = check(find("survival").expect("a preset").text, &sets).expect("a preset is fine");
    let drawn = draw(&scenario, 1, 0);
    let commons = drawn.terms.issues[0].physics.commons.clone().expect("a commons");
    let x: Vec<[f64; LANES]> = vec![[1.0; LANES]; 6];
    let after = |arms: f64| {
        let mut stocks = Stocks::begin(&commons, &x);
        for step in 0..6 * 1000u32 {
            let when = (f64::from(step) / 6.0, 1.0 / 6.0);
            stocks.pass(&commons, &x, &[6.0; LANES], &[arms; LANES], &[0.0; LANES], when);
        }
        stocks.environment[0]
    };
    for arms in [1.0, 2.0, 10.0] {
        // At rest recovery·(1 − E) = emission·(1 − mitigated)·E.
        let mitigated = 0.5 * (1.0f64 - 0.4 * (arms - 1.0)).clamp(0.0, 1.0);
        let paper = 0.02 / (0.02 + 0.02 * (1.0 - mitigated));
        assert!((after(arms) - paper).abs() < 1e-6, "{arms}: {} {paper}", after(arms));
    }
}
