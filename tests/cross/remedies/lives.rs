//! Lives in a comparison: against its own table, and against plain runs with and without the remedy in force.

use std::sync::atomic::AtomicBool;

use herz_tests::remedies::{GROUND, NATURE, Numbers, epidemic_first, remedy_text, standing_on};
use lab::compare::{document, run, sets, table};
use lab::measure::{Reader, outcome};
use lab::outcome::HealthOutcome;
use lab::remedies::kind_of;
use lab::scenario::Scenario;

use super::{agrees, by_run, running};

fn scenario(in_force: bool) -> Scenario {
    let kind = kind_of("share").expect("a kind");
    let text = remedy_text("it", kind, 0, &["ada", "cyd"], in_force, &Numbers::default());
    standing_on(&format!("{GROUND}{NATURE}"), &[text], &[("clock.end", "2003")])
}

/// The epidemic of a plain run.
fn plain(in_force: bool) -> HealthOutcome {
    let scenario = scenario(in_force);
    let stop = AtomicBool::new(false);
    let plan = lab::plan::plan(&scenario, 20, 2, u64::MAX).expect("small");
    let ensemble = lab::ensemble::run(&scenario, &plan, running(&stop));
    let outcome = outcome(Reader { scenario: &scenario, plan: &plan, ensemble: &ensemble }, "t", String::new());
    outcome.physics.health.into_iter().next().expect("an epidemic")
}

/// Deaths, deaths where they are most, and output lost: the document against differences of its table's levels.
#[test]
fn cross_lives_in_the_document_are_those_of_the_table() {
    let scenario = scenario(false);
    let stop = AtomicBool::new(false);
    let compared = run(&scenario, sets(&scenario), running(&stop));
    let (levels, document) = (by_run(&table(&compared)), document(&scenario, &compared, "v", "h".into()));
    let lives = document.runs[0].effects.lives.as_ref().expect("lives");
    let columns = [("deaths", &lives.deaths), ("worst_deaths_per_million", &lives.worst), ("output_lost", &lives.loss)];
    for (name, effect) in columns {
        let (with, without) = (&levels["it"][name], &levels["none"][name]);
        let differences: Vec<f64> = with.iter().zip(without).map(|(a, b)| a - b).collect();
        assert!(differences.iter().any(|d| *d != 0.0), "{name}");
        agrees(effect, &differences, name);
    }
}

/// What the remedy does in the comparison is what it does when a plain run has it in force: in the world, to each actor, and to whoever
/// shares.
#[test]
fn cross_lives_of_a_comparison_are_those_of_two_plain_runs() {
    let scenario = scenario(false);
    let stop = AtomicBool::new(false);
    let compared = run(&scenario, sets(&scenario), running(&stop));
    let document = document(&scenario, &compared, "v", "h".into());
    let (with, without) = (plain(true), plain(false));
    let near = |got: f64, want: f64, what: &str| {
        assert!((got - want).abs() < 1e-9 * want.abs().max(1.0), "{what}: {got} instead of {want}");
    };
    let (run, level) = (&document.runs[0], document.baseline.lives.as_ref().expect("lives"));
    let lives = run.effects.lives.as_ref().expect("lives");
    near(level.deaths.mean, without.world_deaths.mean, "level");
    near(lives.deaths.mean, with.world_deaths.mean - without.world_deaths.mean, "world");
    for (row, (a, b)) in run.costs.iter().zip(with.actors.iter().zip(&without.actors)) {
        let own = row.deaths.as_ref().expect("deaths");
        near(own.mean, a.deaths_per_million.mean - b.deaths_per_million.mean, &row.actor);
    }
    // Economies stand in the file as a thousandth of populations.
    let weights = [200.0, 300.0, 100.0, 400.0];
    let lost = |outcome: &HealthOutcome| -> f64 {
        outcome.actors.iter().zip(weights).map(|(row, w)| row.loss.mean * w / 1000.0).sum()
    };
    near(lives.loss.mean, lost(&with) - lost(&without), "output");
    // Who shares pays: ada makes more than its part, dan makes no doses.
    let change =
        |id: &str| run.costs.iter().find(|row| row.actor == id).and_then(|row| row.deaths).map_or(0.0, |e| e.mean);
    assert!(change("ada") > 0.0 && change("dan") < 0.0, "{} {}", change("ada"), change("dan"));
}

/// Worst hit is whoever has most dead per head in most runs.
#[test]
fn cross_who_is_hit_worst_is_counted() {
    let scenario = scenario(false);
    let stop = AtomicBool::new(false);
    let compared = run(&scenario, sets(&scenario), running(&stop));
    let document = document(&scenario, &compared, "v", "h".into());
    let people = [200_000.0, 300_000.0, 100_000.0, 400_000.0];
    let firsts = compared.each(|b, l| {
        let dead = |i: usize| b.runs[0].tolls[i].deaths[l] / people[i];
        (0..4).max_by(|&i, &j| dead(i).total_cmp(&dead(j))).expect("four") as f64
    });
    let times = |i: usize| firsts.iter().filter(|&&first| first == i as f64).count();
    let most = (0..4).max_by_key(|&i| times(i)).expect("four");
    assert!((0..4).all(|i| i == most || times(i) < times(most)), "one is hit worst most often: {firsts:?}");
    assert_eq!(document.baseline.lives.as_ref().expect("lives").worst_hit, scenario.actors[most].id);
}

/// In an epidemic the orders of two steps are set apart by lives: each row against the paper's order is deaths of that order less its own.
#[test]
fn cross_orders_of_an_epidemic_are_set_apart_by_lives() {
    let texts = ["share", "open-reporting"]
        .map(|kind| remedy_text(kind, kind_of(kind).expect("a kind"), 0, &["ada", "cyd"], false, &Numbers::default()));
    let order = "[order]\nfirst_step = [\"open-reporting\"]\nsecond_step = [\"share\"]\nfirst = 2000\ngap = 1\n\
                 names = [{ en = \"tell\", zh = \"通报\" }, { en = \"give\", zh = \"分享\" }]\n";
    let all = [texts.to_vec(), vec![order.to_owned()]].concat();
    let scenario = standing_on(&epidemic_first(), &all, &[("clock.end", "2003")]);
    let stop = AtomicBool::new(false);
    let compared = run(&scenario, sets(&scenario), running(&stop));
    let (levels, document) = (by_run(&table(&compared)), document(&scenario, &compared, "v", "h".into()));
    assert_eq!(
        document.order.iter().map(|row| row.name.en.as_str()).skip(3).collect::<Vec<_>>(),
        ["tell, then give", "give, then tell", "both at once"]
    );
    let papers = &levels[lab::comparison::PAPERS_ORDER]["deaths"];
    for row in &document.order {
        let saved: Vec<f64> = papers.iter().zip(&levels[&row.id]["deaths"]).map(|(a, b)| a - b).collect();
        agrees(&row.against_papers_order, &saved, &row.id);
    }
    let said =
        document.answer.sentences.iter().any(|t| t.en.starts_with("Tell, then give:") && t.zh.contains("人获救"));
    assert!(said, "{:?}", document.answer.sentences);
}
