//! Trouble (model §6, second paper): whom it sets against whom, what it makes of need, and the commons that make it.

use herz_tests::Running;
use proptest::prelude::*;
use theory::issue::commons::{Commons, Stocks, regrow};
use theory::issue::epidemic::DAYS_PER_YEAR;
use theory::world::LANES;

use crate::cases;
use crate::scene::{Scene, actor, numbers};

/// Two equals who know each other's effort perfectly well, one struck by a blow that does not fade; learning from events only.
fn struck(size: f64, attribution: f64, mistrust: f64, trouble: &[(&str, f64)]) -> Running {
    let blow = [("strikes", 0.0), ("weight_of_blow", size), ("fading", 1000.0)];
    let none = [("urgency", 0.0), ("loss_sensitivity", 1.0), ("distraction", 0.0), ("own_reference", 0.0)];
    let rest: Vec<_> = none.iter().filter(|(key, _)| trouble.iter().all(|(own, _)| own != key)).copied().collect();
    let scene =
        Scene { kind: "generic", ..Scene::of(10, vec![actor("ada", 1.0, 1.0, &[]), actor("bob", 1.0, 1.0, &[])]) };
    let scene = scene.issue(&numbers(&[("exposure", 0.0), ("opacity", 10.0), ("mistrust", mistrust)]));
    let scene = scene.issue("[issues.adversity]").issue(&numbers(trouble)).issue(&numbers(&rest));
    let scene = scene.issue(&numbers(&[("attribution", attribution)]));
    scene.issue("[[issues.adversity.blows]]\nactor = \"ada\"").issue(&numbers(&blow)).start()
}

/// Evidence that ada finds against bob at the start, per year, beyond what effort shows.
fn told(world: &Running) -> f64 {
    world.course.now.issues[0].told[1][0]
}

proptest! {
    #![proptest_config(cases())]

    /// Evidence of trouble is what the formula says; its sign turns where A·μ·blame = (1−A)(1−μ)·union (by construction).
    #[test]
    fn theorem_blame_and_fellowship_follow_their_formula(size in 0.05..1.0f64, a in 0.0..1.0f64, mu in 0.05..0.95f64,
                                                         blame in 0.0..5.0f64, union in 0.0..5.0f64) {
        let mut world = struck(size, a, mu, &[("blame", blame), ("union", union)]);
        world.look();
        let paper = blame * a * mu * size - union * (1.0 - a) * (1.0 - mu) * size;
        prop_assert!((told(&world) - paper).abs() < 1e-9 * paper.abs().max(1.0), "{} {paper}", told(&world));
        // Bob is not in trouble: he has nothing to ascribe, but stands by ada as far as he trusts her.
        let other = world.course.now.issues[0].told[2][0];
        prop_assert!((other + union * (1.0 - a) * (1.0 - mu) * size).abs() < 1e-9 * other.abs().max(1.0));
    }

    /// Need is lifted where everybody sees it, responsiveness by loss, and clarity falls with distraction.
    #[test]
    fn theorem_trouble_lifts_need_and_clouds_the_view(size in 0.05..1.0f64, urgency in 0.0..9.0f64,
                                                      lambda in 1.0..5.0f64, distraction in 0.0..0.9f64) {
        let terms = [("urgency", urgency), ("loss_sensitivity", lambda), ("distraction", distraction), ("blame", 0.0), ("union", 0.0)];
        let mut world = struck(size, 0.0, 0.5, &terms);
        world.look();
        let (now, base) = (&world.course.now.issues[0], &world.terms.issues[0]);
        let close = |a: f64, b: f64| (a - b).abs() < 1e-12 * b.abs().max(1.0);
        prop_assert!(close(now.baseline[0][0], base.baseline[0][0] * (1.0 + urgency * size)));
        prop_assert!(close(now.responsiveness[0][0], base.responsiveness[0][0] * (1.0 + (lambda - 1.0) * size)));
        prop_assert!(close(now.clarity[1][0], base.clarity[1][0] * (1.0 - distraction * size)));
        prop_assert_eq!(now.baseline[1][0], base.baseline[1][0]);
    }
}

/// Who judges by its own situation takes a needier actor for a greedier one, and never the other way round.
#[test]
fn theorem_own_reference_misreads_the_needier() {
    for own in [0.0, 0.5, 1.0] {
        let terms = [("urgency", 3.0), ("own_reference", own), ("blame", 0.0), ("union", 0.0)];
        let mut world = struck(0.8, 0.0, 0.5, &terms);
        world.look();
        let (about_bob, about_ada) = (world.course.now.issues[0].told[1][0], world.course.now.issues[0].told[2][0]);
        if own == 0.0 {
            assert_eq!((about_bob, about_ada), (0.0, 0.0));
        } else {
            assert!(about_ada > 0.0 && (about_ada + about_bob).abs() < 1e-12, "{about_ada} {about_bob}");
        }
    }
}

fn fishery(regrowth: f64, need: f64) -> Commons<LANES> {
    let lane = |x: f64| [x; LANES];
    Commons {
        regrowth: lane(regrowth),
        stock: lane(1.0),
        reach: lane(0.01),
        technology: lane(0.0),
        need: vec![lane(need); 2],
        growth: vec![lane(0.0); 2],
        famine: lane(0.0),
        emission: lane(0.0),
        recovery: lane(0.1),
        mitigation: lane(0.0),
        crowding: lane(0.0),
        weather: lane(0.0),
        rivalry: lane(0.0),
        resource_war: lane(0.0),
    }
}

proptest! {
    #![proptest_config(cases())]

    /// Under steady effort the stock settles where regrowth equals catch, B = 1 − qX/r (Schaefer 1954), or dies out.
    #[test]
    fn theorem_steady_effort_settles_at_schaefers_stock(regrowth in 0.1..1.0f64, effort in 1.0..60.0f64) {
        let commons = fishery(regrowth, 0.01);
        let x = vec![[effort; LANES]; 2];
        let mut stocks = Stocks::begin(&commons, &x);
        let dt = 1.0 / 52.0;
        for step in 0..52 * 400u32 {
            stocks.pass(&commons, &x, &[2.0; LANES], &[1.0; LANES], &[0.0; LANES], (f64::from(step) * dt, dt));
        }
        let paper = (1.0 - 0.01 * 2.0 * effort / regrowth).max(0.0);
        prop_assert!((stocks.resource[0] - paper).abs() < 0.02, "{} {paper}", stocks.resource[0]);
    }

    /// Good and bad years walk at random in the log-odds of an unused stock: w·√t in t years, however the years are cut into steps.
    #[test]
    fn theorem_weather_is_a_walk_in_log_odds(spread in 0.01..0.5f64, steps in 1..60usize, cut in 1..40usize,
                                             normals in prop::collection::vec(-3.0..3.0f64, 60)) {
        let commons = Commons { weather: [spread; LANES], ..fishery(0.0, 0.01) };
        let x = vec![[0.0; LANES]; 2];
        let mut stocks = Stocks::begin(&commons, &x);
        stocks.resource = [0.4; LANES];
        let dt = 1.0 / cut as f64;
        for (step, normal) in normals[..steps].iter().enumerate() {
            stocks.pass(&commons, &x, &[2.0; LANES], &[1.0; LANES], &[*normal; LANES], (step as f64 * dt, dt));
        }
        let walked = (stocks.resource[0] / (1.0 - stocks.resource[0])).ln() - (0.4f64 / 0.6).ln();
        let paper = spread * dt.sqrt() * normals[..steps].iter().sum::<f64>();
        prop_assert!((walked - paper).abs() < 1e-9 * (1.0 + paper.abs()), "{walked} {paper}");
    }

    /// What is left is what was there, less what was caught, plus what grew: no fish from nowhere.
    #[test]
    fn theorem_a_step_of_a_commons_conserves_the_resource(regrowth in 0.0..2.0f64, effort in 0.0..500.0f64, dt in 0.003..1.0f64) {
        let commons = fishery(regrowth, 0.01);
        let x = vec![[effort; LANES]; 2];
        let mut stocks = Stocks::begin(&commons, &x);
        stocks.resource = [0.7; LANES];
        stocks.pass(&commons, &x, &[2.0; LANES], &[1.0; LANES], &[0.0; LANES], (0.0, dt));
        let caught: f64 = stocks.caught.iter().map(|c| c[0]).sum();
        let grown = regrow(0.7 - caught, regrowth * dt);
        prop_assert!((0.0..=0.7).contains(&caught) && (stocks.resource[0] - grown).abs() < 1e-12);
        prop_assert!((0.0..=1.0).contains(&stocks.resource[0]) && (0.0..=1.0).contains(&stocks.environment[0]));
    }
}

/// A year has as many days as the epidemic's own steps have together.
#[test]
fn theorem_the_epidemics_own_steps_fill_the_year() {
    for steps in [12u32, 52, 365] {
        let days = theory::issue::health::days_in(1.0 / f64::from(steps));
        let length = DAYS_PER_YEAR / f64::from(steps * days);
        assert!((0.9..=1.1).contains(&length), "{steps}: {length}");
    }
}
