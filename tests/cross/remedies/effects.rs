//! The comparison: what the document says against the levels in its table, and its runs against runs by hand.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use herz_tests::remedies::{Numbers, ground, remedy_text};
use lab::compare::{Compared, Measured, document, run, sets, table};
use lab::comparison::{Comparison, Effects};
use lab::draw::draw;
use lab::ensemble::simulate;
use lab::remedies::kind_of;
use lab::scenario::{Scenario, Text};
use theory::world::LANES;

use super::{agrees, by_run, near, running};

type Levels = BTreeMap<&'static str, Vec<f64>>;

/// Four remedies offered, one in force already; two packages; the order question.
fn scenario(sets: &[(&str, &str)]) -> Scenario {
    let one = |id: &str, kind: &str, carriers: &[&str], in_force: bool| {
        remedy_text(id, kind_of(kind).expect("a kind"), 0, carriers, in_force, &Numbers::default())
            + "cost = { uniform = [0.01, 0.03], unit = \"share of baseline per year\", assumed = \"t\" }\n"
    };
    let texts = [
        one("cut", "cut-arms", &["ada", "bob"], false),
        one("talk", "negotiate", &["ada", "bob"], false),
        one("calm", "cooling-off", &["ada", "bob", "cyd", "dan"], true),
        one("care", "universalism", &["ada", "bob", "cyd", "dan"], false),
        one("signal", "restraint-signal", &["bob"], false),
        "[[packages]]\nid = \"hold\"\nname = { en = \"Hold\", zh = \"护\" }\nremedies = [\"cut\", \"talk\"]\n\
         [[packages]]\nid = \"all\"\nname = { en = \"All\", zh = \"全\" }\nremedies = [\"signal\", \"care\", \"cut\", \"talk\"]\n\
         [order]\nfirst_step = [\"cut\", \"talk\"]\nsecond_step = [\"care\"]\nfirst = 2002\ngap = 4\n"
            .to_owned(),
    ];
    ground(&texts, sets)
}

fn compare(scenario: &Scenario) -> Compared {
    let stop = AtomicBool::new(false);
    run(scenario, sets(scenario), running(&stop))
}

fn whole(scenario: &Scenario) -> (Compared, BTreeMap<String, Levels>, Comparison) {
    let compared = compare(scenario);
    let (levels, document) = (by_run(&table(&compared)), document(scenario, &compared, "v", "h".into()));
    (compared, levels, document)
}

fn difference(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}

/// In each replication: do the two with the largest baselines, both benign, end under a pressure that counts?
fn dilemma(scenario: &Scenario, levels: &Levels) -> Vec<Option<f64>> {
    let blocks = [draw(scenario, 1950, 0), draw(scenario, 1950, LANES as u32)];
    (0..20)
        .map(|r| {
            let (drawn, l) = (&blocks[r / LANES], r % LANES);
            let greedy = |i: usize| drawn.terms.issues[0].greedy[i][l] > 0.5;
            let well_over = drawn.of(scenario.measures.dilemma_ratio)[l];
            (!greedy(0) && !greedy(1)).then(|| f64::from(u8::from(levels["pressure_at_end"][r] > well_over)))
        })
        .collect()
}

fn check_effects(scenario: &Scenario, effects: &Effects, with: &Levels, without: &Levels, what: &str) {
    for (effect, measure) in [
        (&effects.security, "security"),
        (&effects.deliberate, "deliberate"),
        (&effects.accidental, "accidental"),
        (&effects.waste, "waste"),
        (&effects.trust, "trust"),
        (&effects.effort, "log_effort"),
    ] {
        agrees(effect, &difference(&with[measure], &without[measure]), &format!("{what}: {measure}"));
    }
    let (a, b) = (dilemma(scenario, with), dilemma(scenario, without));
    let change: Vec<f64> = a.iter().zip(b).filter_map(|(a, b)| Some((*a)? - b?)).collect();
    assert!(change.len() > 3);
    agrees(&effects.dilemma, &change, &format!("{what}: dilemma"));
}

/// Every effect is the difference of two levels; a pair's interaction is what both do beyond the sum; baseline levels,
/// regret and shares of the best come from the same table.
#[test]
fn cross_effects_are_differences_of_levels() {
    let scenario = scenario(&[]);
    let (_, levels, document) = whole(&scenario);
    let none = &levels["none"];
    for (estimate, measure) in [
        (&document.baseline.security, "security"),
        (&document.baseline.deliberate, "deliberate"),
        (&document.baseline.accidental, "accidental"),
        (&document.baseline.waste, "waste"),
        (&document.baseline.trust, "trust"),
    ] {
        assert!(near(estimate.mean, none[measure].iter().sum::<f64>() / 20.0), "{measure}");
    }
    // Four alone, six pairs, two packages; what is in force already is not offered.
    let kinds: Vec<&str> = document.runs.iter().map(|r| r.kind.as_str()).collect();
    assert_eq!(kinds, [["alone"; 4].as_slice(), &["pair"; 6], &["package"; 2]].concat());
    let security = |id: &str| levels[id]["security"].clone();
    let gain = |id: &str| difference(&security(id), &security("none"));
    for row in &document.runs {
        check_effects(&scenario, &row.effects, &levels[&row.id], none, &row.id);
        assert_eq!(row.interaction.is_some(), row.kind == "pair");
        if let Some(interaction) = &row.interaction {
            let beyond = difference(&difference(&gain(&row.id), &gain(&row.members[0])), &gain(&row.members[1]));
            agrees(interaction, &beyond, &row.id);
        }
    }
    let rivals: Vec<&str> = std::iter::once("none").chain(document.runs.iter().map(|r| r.id.as_str())).collect();
    let best: Vec<f64> = (0..20).map(|r| rivals.iter().map(|id| security(id)[r]).fold(0.0, f64::max)).collect();
    for row in &document.robustness {
        let regret = difference(&best, &security(&row.id));
        assert!(near(row.regret.mean, regret.iter().sum::<f64>() / 20.0), "{}", row.id);
        assert!(near(row.best.mean, regret.iter().filter(|&&r| r < 1e-12).count() as f64 / 20.0), "{}", row.id);
    }
    for row in &document.pairing {
        let spread = |v: &[f64]| (super::mean_and_interval(v)[2] - super::mean_and_interval(v)[0]).powi(2);
        let apart = spread(&security(&row.id)) + spread(&security("none"));
        assert!((row.security / (apart / spread(&gain(&row.id))).sqrt() - 1.0).abs() < 1e-9, "{}", row.id);
    }
}

/// The order question: six rows, each against no remedy and against the paper's order.
#[test]
fn cross_order_rows_are_their_runs() {
    let scenario = scenario(&[]);
    let (_, levels, document) = whole(&scenario);
    let ids: Vec<&str> = document.order.iter().map(|row| row.id.as_str()).collect();
    let want = ["none", "first-only", "second-only", "first-then-second", "second-then-first", "together"];
    assert_eq!(ids, want);
    for row in &document.order {
        let own = &levels[&row.id];
        check_effects(&scenario, &row.effects, own, &levels["none"], &row.id);
        let papers = &levels["first-then-second"]["security"];
        agrees(&row.against_papers_order, &difference(&own["security"], papers), &row.id);
        assert!(near(row.security.mean, own["security"].iter().sum::<f64>() / 20.0));
        let cases: Vec<f64> = dilemma(&scenario, own).into_iter().flatten().collect();
        assert!(near(row.dilemma.mean, cases.iter().sum::<f64>() / cases.len() as f64), "{}", row.id);
    }
    // No row is another: dates matter.
    for (at, id) in want.iter().enumerate() {
        assert!(want[..at].iter().all(|other| levels[*id] != levels[*other]), "{id}");
    }
}

/// Levels are what the ledgers and the years of a run show: hazards summed over actors, wasted effort over effort issue by
/// issue, trust and effort over thirteen new years.
#[test]
fn cross_levels_are_ledgers_and_years() {
    let scenario = scenario(&[]);
    let levels = by_run(&table(&compare(&scenario)));
    let (drawn, stop) = (draw(&scenario, 1950, 0), AtomicBool::new(false));
    let (mut trust, mut logs, mut lifted) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
    let finished = simulate(&scenario, &drawn, &drawn.terms, running(&stop), 0, false, |_, moment| {
        for l in 0..LANES {
            let doubts = moment.world.issues.iter().flat_map(|issue| (0..16).map(|p| (p, issue.log_odds[p][l])));
            let sure = doubts.filter(|(p, _)| p / 4 != p % 4).map(|(_, x)| 1.0 / (1.0 + x.exp())).sum::<f64>();
            trust[l] += sure / 24.0 / 13.0;
            logs[l] += moment.world.issues[0].log_effort.iter().map(|x| x[l].exp()).sum::<f64>().ln() / 13.0;
            // How far ada and bob lift each other's need over baseline: √(1 + K t x/(hold x0²)), mean in logs; the last stays.
            let reading = &moment.readings[0];
            let side = |i: usize, j: usize| {
                let threat = moment.terms.issues[0].reach[4 * i + j][l] * reading.weight[4 * i + j][l];
                let over = reading.responsiveness[i][l] * threat * reading.effort[j][l] * reading.inverse_hold[i][l];
                1.0 + over / reading.baseline[i][l].powi(2)
            };
            lifted[l] = (side(0, 1) * side(1, 0)).powf(0.25);
        }
    });
    let ledgers = finished.expect("not stopped").ledgers;
    let sum = |rows: &[[f64; LANES]], l: usize| rows.iter().map(|row| row[l]).sum::<f64>();
    for l in 0..LANES {
        let deliberate = ledgers.iter().map(|g| sum(&g.objective, l)).sum::<f64>();
        let accidental = ledgers.iter().flat_map(|g| &g.accident).map(|cause| sum(cause, l)).sum::<f64>();
        let waste = ledgers.iter().map(|g| sum(&g.waste, l) / sum(&g.effort, l)).sum::<f64>() / 2.0;
        let got = |name: &str| levels["none"][name][l];
        for (name, want) in [
            ("deliberate", deliberate),
            ("accidental", accidental),
            ("waste", waste),
            ("trust", trust[l]),
            ("log_effort", logs[l]),
            ("pressure_at_end", lifted[l]),
        ] {
            assert!((got(name) - want).abs() < 1e-9 && want != 0.0, "{name}: {} {want}", got(name));
        }
    }
}

/// Each run is what the scenario does with those remedies in force from those dates.
#[test]
fn cross_runs_of_a_comparison_are_runs_by_hand() {
    let (_, levels, _) = whole(&scenario(&[]));
    let by_hand = |starts: &[(&str, Option<&str>)]| {
        let mut sets: Vec<(String, &str)> = Vec::new();
        for (id, start) in starts {
            sets.push((format!("remedies.{id}.in_force"), "true"));
            sets.extend(start.map(|year| (format!("remedies.{id}.start"), year)));
        }
        let sets: Vec<(&str, &str)> = sets.iter().map(|(path, value)| (path.as_str(), *value)).collect();
        by_run(&table(&compare(&scenario(&sets))))["none"].clone()
    };
    let first = Some("2002");
    let second = Some("2006");
    for (id, starts) in [
        ("cut", vec![("cut", None)]),
        ("cut + care", vec![("cut", None), ("care", None)]),
        ("hold", vec![("cut", None), ("talk", None)]),
        ("all", vec![("cut", None), ("talk", None), ("care", None), ("signal", None)]),
        ("first-only", vec![("cut", first), ("talk", first)]),
        ("second-only", vec![("care", first)]),
        ("first-then-second", vec![("cut", first), ("talk", first), ("care", second)]),
        ("second-then-first", vec![("cut", second), ("talk", second), ("care", first)]),
        ("together", vec![("cut", first), ("talk", first), ("care", first)]),
    ] {
        assert_eq!(levels[id], by_hand(&starts), "{id}");
    }
    // Readings: an actor that trusts acts as the trusting doctrine, one that mistrusts as the worst case.
    for (reading, doctrine) in [("ada:trust", "trusting"), ("ada:mistrust", "worst-case")] {
        let sets = [("actors.ada.doctrine", doctrine), ("actors.ada.worst_case", "1")];
        let by_hand = by_run(&table(&compare(&scenario(&sets))));
        assert_eq!(levels[reading], by_hand["none"], "{reading}");
    }
}

/// The order question moves a remedy and lets it last as long as it would have; what is in force keeps its dates.
#[test]
fn cross_the_order_question_keeps_durations() {
    let with = |sets: &[(&str, &str)]| {
        let own = [("remedies.cut.end", "2003"), ("remedies.calm.end", "2004")];
        scenario(&[&own[..], sets].concat())
    };
    let levels = by_run(&table(&compare(&with(&[]))));
    for (id, start, end) in [("first-only", "2002", "2005"), ("second-then-first", "2006", "2009")] {
        let mut sets = vec![("remedies.cut.in_force", "true"), ("remedies.talk.in_force", "true")];
        sets.extend([("remedies.cut.start", start), ("remedies.talk.start", start), ("remedies.cut.end", end)]);
        if id == "second-then-first" {
            sets.extend([("remedies.care.in_force", "true"), ("remedies.care.start", "2002")]);
        }
        assert_eq!(levels[id], by_run(&table(&compare(&with(&sets))))["none"], "{id}");
    }
}

/// Linked talks that surely fail below an agreement of a half and succeed above turn with it: worse below, better above.
/// And each side of a turn is the runs of that side.
#[test]
fn cross_a_number_turns_where_it_is_said_to() {
    let talks = remedy_text(
        "talk",
        kind_of("negotiate").expect("a kind"),
        2,
        &["ada", "bob", "cyd", "dan"],
        false,
        &Numbers::default(),
    ) + "agreement = { choice = [0, 0.01, 0.99, 1], weights = [1, 1, 1, 1], unit = \"probability\", assumed = \"t\" }\n\
           concession = { value = 0.9, unit = \"share\", source = \"t\" }\n\
           rebound = { value = 0.9, unit = \"share\", source = \"t\" }\n";
    let scenario = ground(&[talks], &[]);
    let (compared, levels, document) = whole(&scenario);
    let path = "remedies.talk.agreement";
    let row = document.turning.iter().find(|row| row.id == "talk" && row.number == path).expect("it turns");
    assert!(row.below.ci95[1] < 0.0 && row.above.ci95[0] > 0.0, "{row:?}");
    let at = scenario.numbers.iter().position(|n| n.path == path).expect("a number");
    let values = compared.each(|b, l| b.values[at][l]);
    let gains = difference(&levels["talk"]["security"], &levels["none"]["security"]);
    let half = |over: bool| -> Vec<f64> {
        values.iter().zip(&gains).filter(|(v, _)| (**v > 0.5) == over).map(|(_, g)| *g).collect()
    };
    agrees(&row.below, &half(false), "below");
    agrees(&row.above, &half(true), "above");
    assert_eq!(document.turning.iter().filter(|row| row.number == path).count(), 1);
    assert!(document.turning.iter().all(|row| row.below.mean * row.above.mean < 0.0), "what turns changes its sign");
}

/// The way out beside a doctrine is the package or order of largest gain, with what it ends in.
#[test]
fn cross_the_way_out_is_the_package_that_helps_most() {
    let scenario = scenario(&[]);
    let (compared, levels, document) = whole(&scenario);
    let row = lab::compare::doctrine_row("x", Text::same("x"), Text::default(), &compared);
    let offered = ["hold", "all", "first-only", "second-only", "first-then-second", "second-then-first", "together"];
    let mean = |id: &str| difference(&levels[id]["security"], &levels["none"]["security"]).iter().sum::<f64>() / 20.0;
    let best = offered.iter().max_by(|a, b| mean(a).total_cmp(&mean(b))).expect("seven");
    let way_out = row.way_out.expect("a way out");
    let name = compared.sets.iter().find(|set| set.id == *best).map(|set| set.name.clone());
    assert_eq!(Some(way_out.name), name);
    agrees(&way_out.gain, &difference(&levels[*best]["security"], &levels["none"]["security"]), best);
    assert!(near(row.security.mean, document.baseline.security.mean));
}

/// Costs are counted on paper: share × baseline × years at work, no more and no less; trust and mistrust cost, where
/// they are wrong, what the runs of that kind say.
#[test]
fn cross_costs_and_misreadings_are_counted_right() {
    let scenario = scenario(&[("issues.arms.war.spoils", "0"), ("remedies.calm.cost", "0")]);
    let (compared, _, document) = whole(&scenario);
    let at = |id: &str| document.runs.iter().position(|r| r.id == id).expect("there");
    let cost = &document.runs[at("cut")];
    let blocks = [draw(&scenario, 1950, 0), draw(&scenario, 1950, LANES as u32)];
    let cut = scenario.remedies.iter().find(|r| r.id == "cut").expect("there");
    for (i, row) in cost.costs.iter().enumerate() {
        let each: Vec<f64> = (0..20)
            .map(|r| {
                let (drawn, l) = (&blocks[r / LANES], r % LANES);
                // Twelve years, monthly, the first of which phases the cut in; baselines grow with output.
                let grown = |month: u32| drawn.terms.issues[0].output[i].factor(f64::from(month) / 12.0);
                let years: f64 = (0..144).map(|m| (f64::from(m) / 12.0).min(1.0) * grown(m) / 12.0).sum();
                let share = drawn.of(cut.cost)[l];
                if cut.carriers.contains(&i) { share * drawn.terms.issues[0].baseline[i][l] * years } else { 0.0 }
            })
            .collect();
        let mean = each.iter().sum::<f64>() / 20.0;
        assert!((row.cost.mean - mean).abs() < 1e-9 * mean.max(1.0), "{}: {} {mean}", row.actor, row.cost.mean);
    }
    // A signal that is sent costs its sender; over twelve years a benign one always sends.
    let signal = &document.runs[at("signal")];
    assert!(signal.costs[1].cost.mean > 0.0 && signal.costs[0].cost.mean == 0.0);
    let set = |id: &str| compared.sets.iter().position(|s| s.id == id).expect("there");
    assert!(!document.interpretation.is_empty());
    for row in &document.interpretation {
        let i = scenario.actors.iter().position(|a| a.id == row.actor).expect("there");
        let (own, none) = (set(&format!("{}:{}", row.actor, row.reading)), set("none"));
        let change: Vec<f64> = (0..20)
            .filter_map(|r| {
                let (b, l) = (&compared.blocks[r / LANES], r % LANES);
                let greedy = (0..4).any(|j| j != i && b.greedy[j][l] > 0.5);
                let hazard = |run: usize| b.runs[run].deliberate[i][l] + b.runs[run].accidental[i][l];
                (greedy == (row.partner == "greedy")).then(|| hazard(own) - hazard(none))
            })
            .collect();
        agrees(&row.hazard, &change, &format!("{} {} {}", row.actor, row.reading, row.partner));
    }
}

/// Exercise is a mean over what is at work, a cost's share is of the same run's effort, and enough is enough for the
/// least secure of all.
#[test]
fn cross_exercise_shares_and_satisfaction_are_of_the_run() {
    let (compared, _, document) = whole(&scenario(&[("issues.arms.war.spoils", "0")]));
    let cost = document.runs.iter().find(|r| r.id == "cut").expect("there");
    // Both that are at work then, cut and calm, are so for eleven years and a first one of twelve growing months.
    assert!(near(cost.exercised, 11.0 + 66.0 / 144.0), "{}", cost.exercised);
    let runs = |id: &str| {
        let at = compared.sets.iter().position(|s| s.id == id).expect("there");
        (0..20).map(move |r| (at, r / LANES, r % LANES)).map(|(at, b, l)| (&compared.blocks[b].runs[at], l))
    };
    for (i, row) in cost.costs.iter().enumerate() {
        let share = runs("cut").map(|(m, l)| m.cost[i][l] / m.effort[i][l]).sum::<f64>() / 20.0;
        assert!(near(row.share.mean, share), "{}: {} {share}", row.actor, row.share.mean);
    }
    for row in &document.robustness {
        let hazard =
            |m: &Measured, l: usize| (0..4).map(|i| m.deliberate[i][l] + m.accidental[i][l]).fold(0.0, f64::max);
        let enough = runs(&row.id).filter(|(m, l)| (-hazard(m, *l)).exp() >= 0.4).count();
        assert!(near(row.satisfied.mean, enough as f64 / 20.0), "{}: {} {enough}", row.id, row.satisfied.mean);
    }
}
