//! What happens in runs, against the rows of the events table; and what a war destroys, against what its sides lose.

use std::collections::BTreeMap;

use herz_tests::Lab;
use herz_tests::remedies::{Numbers, ground, remedy_text};
use lab::check::check;
use lab::fault::render;
use lab::measure::Reader;
use lab::scenario::{Lang, Scenario};
use lab::table::{Column, EVENTS, Table, events_table};
use theory::happen::What;
use theory::issue::military::{War, losses};
use theory::issue::nuclear::CAUSES;
use theory::real::{exp, ln};
use theory::world::LANES;

use crate::three::{TEXT, ensemble};

/// The asymmetric three with wars in one issue and warheads in another, both frequent.
fn violent() -> Scenario {
    let number = |key: &str, value: f64, unit: &str| {
        format!("{key} = {{ value = {value:?}, unit = \"{unit}\", source = \"t\" }}\n")
    };
    let war = number("war_rate", 3.0, "ratio") + &number("war_escalation", 2.0, "per year");
    let arms = "[issues.exposure]\nmatrix = [[0, 1.5, 0.4]";
    let mut text = TEXT.replace(arms, &format!("[issues.war]\n{war}{arms}"));
    text += "[[issues]]\nid = \"bombs\"\nname = { en = \"Bombs\", zh = \"弹\" }\nkind = \"nuclear\"\n\
             effort_unit = { en = \"w\", zh = \"w\" }\nwaste_unit = { en = \"wy\", zh = \"wy\" }\n";
    text += &(number("exposure", 0.05, "per year") + "[issues.nuclear]\n");
    for id in ["ada", "bob", "cyd"] {
        text += &format!(
            "[[issues.actors]]\nactor = \"{id}\"\ngreedy = {{ value = 0.3, unit = \"probability\", source = \"t\" }}\n"
        );
        text +=
            &(number("baseline", 2.0, "w") + &number("responsiveness", 2.0, "w") + &number("damage_scale", 1.0, "w"));
        for cause in ["false_warning", "unauthorised_use", "technical_fault"] {
            text += &number(cause, 0.3, "per year");
        }
    }
    let sets = [("ensemble.replications".to_owned(), "200".to_owned())];
    check(&text, &sets).unwrap_or_else(|faults| panic!("{}", render(&faults, "violent", Lang::En, false)))
}

fn whole<'t>(table: &'t Table, name: &str) -> &'t [i32] {
    match table.columns.iter().find(|c| c.0 == name) {
        Some((_, Column::Whole(v))) => v,
        _ => panic!("{name}"),
    }
}

fn words(table: &Table, name: &str) -> Vec<String> {
    match table.columns.iter().find(|c| c.0 == name) {
        Some((_, Column::Word(list, v))) => v.iter().map(|&w| list[w as usize].clone()).collect(),
        _ => panic!("{name}"),
    }
}

/// Where in [`EVENTS`] wars and nuclear use begin.
const HAPPENINGS: usize = 4;

/// Every happening of every finished run is one row, in the year of its step, by name, with its size; and no row is
/// without one. Rows of a run go by year.
#[test]
fn cross_events_hold_what_happened() {
    let s = violent();
    let (plan, e) = ensemble(&s);
    let table = events_table(Reader { scenario: &s, plan: &plan, ensemble: &e });
    let (replication, year) = (whole(&table, "replication"), whole(&table, "year"));
    let [issue, actor, partner, event] = ["issue", "actor", "partner", "event"].map(|name| words(&table, name));
    let Some((_, Column::Real(size))) = table.columns.iter().find(|c| c.0 == "size") else { panic!("size") };

    let mut wanted: BTreeMap<_, Vec<u64>> = BTreeMap::new();
    for block in &e.blocks {
        let log = block.state.as_ref().and_then(|state| state.log.as_ref()).expect("a log");
        for h in log.iter().filter(|h| h.lane < block.active) {
            let name = match h.what {
                What::AttackFromGreed => "attack-from-greed".to_owned(),
                What::AttackFromFear => "attack-from-fear".to_owned(),
                What::Widened(stage) => format!("war-{}", ["", "", "extended", "total"][usize::from(stage)]),
                What::Ended(stage) => format!("ended-{}", ["", "limited", "extended", "total"][usize::from(stage)]),
                What::NuclearAttack => "nuclear-attack".to_owned(),
                What::NuclearAccident(cause) => format!("accident-{}", CAUSES[usize::from(cause)]),
            };
            // Four steps a year from 1990; the time is the end of the step.
            let when = 1990 + (h.time - 0.125).floor() as i32;
            let accident = matches!(h.what, What::NuclearAccident(_));
            let with = if accident { String::new() } else { s.actors[h.partner].id.clone() };
            let key =
                (block.first as i32 + h.lane as i32, when, s.issues[h.issue].id.clone(), s.actors[h.actor].id.clone());
            wanted.entry((key, with, name)).or_default().push(h.size.to_bits());
        }
    }
    let mut found: BTreeMap<_, Vec<u64>> = BTreeMap::new();
    for row in 0..table.rows() {
        let kind = EVENTS.iter().position(|k| *k == event[row]).expect("a known event");
        if kind < HAPPENINGS {
            assert_eq!(size[row], 0.0);
            continue;
        }
        assert_eq!(event[row].starts_with("ended") || event[row].starts_with("war-"), size[row] > 0.0, "{row}");
        let key = (replication[row], year[row], issue[row].clone(), actor[row].clone());
        found.entry((key, partner[row].clone(), event[row].clone())).or_default().push(size[row].to_bits());
    }
    wanted.values_mut().chain(found.values_mut()).for_each(|sizes| sizes.sort_unstable());
    assert_eq!(found, wanted);
    for kind in &EVENTS[HAPPENINGS..] {
        assert!(event.iter().any(|e| e == kind), "no {kind}");
    }
    let order: Vec<(i32, i32)> = replication.iter().copied().zip(year.iter().copied()).collect();
    assert!(order.is_sorted());
    assert!(year.iter().all(|y| (1990..=1996).contains(y)));
}

/// A run says of a war what its sides have lost; and both lose the same amount, whatever their sizes.
#[test]
fn cross_a_war_counts_what_both_sides_lose_alike() {
    let n = 2;
    let mut lab = Lab::equals(n, 1.0, 1.0, 0.2, 0.3, 0.5);
    lab.initial = vec![[1.0; LANES], [40.0; LANES]];
    lab.dt = 1.0 / 365.0;
    lab.terms.issues[0].adjustment = [0.0; LANES];
    lab.terms.issues[0].physics.war = Some(War {
        rate: [0.0; LANES],
        log_force: vec![[0.0; LANES]; n * n],
        ending: [0.0; LANES],
        escalation: [0.0; LANES],
        limit: vec![[1.0; LANES]; n],
        attrition: [[0.3; LANES]; 3],
        spoils: [0.2; LANES],
        shock_to_trust: [2.0; LANES],
    });
    let mut run = lab.start();
    if let Some(wars) = &mut run.course.state.wars[0] {
        wars.stage[1] = [1.0; LANES];
    }
    run.advance(365, Some(1));
    let small = 1.0 - run.effort(0);
    let large = 40.0 - run.effort(1);
    assert!((small / large - 1.0).abs() < 0.01, "{small} {large}");
    let lost = run.course.state.wars[0].as_ref().map_or(0.0, |wars| wars.lost[1][0]);
    assert!((lost / (small + large) - 1.0).abs() < 1e-9, "{lost}");
    // The small side, forty times outnumbered, goes at nearly twice the rate between equals.
    assert!((-ln(1.0 - small) / losses(0.3, 1.0, 40.0) - 1.0).abs() < 0.01);
    assert_eq!(losses(0.3, 7.0, 7.0), 0.3);
    assert!(exp(-losses(0.3, 1.0, 40.0)) > exp(-0.6));
}

/// What power the outcome gives each actor is its own: at the start, from its forces, and what they do to its rivals.
#[test]
fn cross_each_power_has_its_own_damage() {
    let mut text = include_str!("../fixtures/remedies.toml").to_owned();
    for (id, scale) in [("ada", 11), ("bob", 13), ("cyd", 17), ("dan", 19)] {
        let at = text.rfind(&format!("actor = \"{id}\"")).expect("in the last issue");
        let own = text.split_off(at).replacen(
            "damage_scale = { value = 20",
            &format!("damage_scale = {{ value = {scale}"),
            1,
        );
        text += &own;
    }
    let exposed = [("issues.bombs.exposure.ada.cyd".to_owned(), "0.02".to_owned())];
    let s = check(&text, &exposed).unwrap_or_else(|faults| panic!("{}", render(&faults, "f", Lang::En, false)));
    let (plan, e) = ensemble(&s);
    let outcome = lab::measure::outcome(Reader { scenario: &s, plan: &plan, ensemble: &e }, "v", "h".into()).physics;
    // Survival has both hazards in it; an accident between two is in the books of both.
    let survives = |r: usize| {
        let ledger = &e.blocks[r / LANES].ledgers[1];
        let sum = |rows: &[[f64; LANES]]| rows.iter().map(|row| row[r % LANES]).sum::<f64>();
        let accidents = ledger.accident.iter().map(|cause| 0.5 * sum(cause)).sum::<f64>();
        assert!(accidents > 0.0 && sum(&ledger.objective) > 0.0);
        f64::exp(-sum(&ledger.objective) - accidents)
    };
    let runs: usize = e.blocks.iter().map(|b| b.active).sum();
    let mean = (0..runs).map(survives).sum::<f64>() / runs as f64;
    assert!((outcome.nuclear[0].survival.mean - mean).abs() < 1e-12);
    let nuclear = &outcome.nuclear[0];
    assert!((nuclear.accident_rate.mean * 12.0 / nuclear.accidental.mean - 1.0).abs() < 1e-12, "over twelve years");
    let (efforts, scales) = ([20.0, 15.0, 3.0, 2.0], [11.0, 13.0, 17.0, 19.0]);
    let survives = lab::catalogue::parameter("second_strike").and_then(|p| p.default).expect("a default");
    for (i, row) in outcome.nuclear[0].power.iter().enumerate() {
        assert_eq!(row.actor, s.actors[i].id);
        let to = |j: usize| 1.0 - f64::exp(-survives * efforts[i] / scales[j]);
        let want = (0..4).filter(|j| *j != i).map(to).sum::<f64>() / 3.0;
        let got = row.damage.mean[0];
        assert!((got - want).abs() < 1e-9, "{}: {got} {want}", row.actor);
        assert!(row.usable.mean[0] < got && row.damage.mean.len() == 13);
    }
}

/// What remedies in force cost is counted for those in force, and for each carrier its own; the share of tragic wars is of
/// wars, and so sure as there are wars.
#[test]
fn cross_costs_and_tragedies_of_a_run_are_their_own() {
    let remedy = |id: &str, carriers: &[&str], in_force: bool| {
        let kind = lab::remedies::kind_of("cooling-off").expect("a kind");
        remedy_text(id, kind, 0, carriers, in_force, &Numbers::default())
            + "cost = { value = 0.1, unit = \"share of baseline per year\", source = \"t\" }\n"
    };
    let texts = [remedy("offered", &["bob"], false), remedy("law", &["cyd", "ada"], true)];
    let s = ground(&texts, &[("issues.arms.war.spoils", "0"), ("issues.arms.actors.ada.baseline", "3")]);
    let (plan, e) = ensemble(&s);
    let outcome = lab::measure::outcome(Reader { scenario: &s, plan: &plan, ensemble: &e }, "v", "h".into()).physics;
    let [law] = &outcome.remedies[..] else { panic!("one in force") };
    // A first year phased in month by month, and eleven more.
    let years = 11.0 + 66.0 / 144.0;
    assert!(law.id == "law" && (law.exercised.mean - years).abs() < 1e-9);
    for ((id, cost), (who, baseline)) in law.costs.iter().zip([("cyd", 1.0), ("ada", 3.0)]) {
        assert!(id == who && (cost.mean - 0.1 * baseline * years).abs() < 1e-9, "{id}: {}", cost.mean);
    }
    let wars = &outcome.wars[0];
    let (runs, tragic) = (e.blocks.iter().map(|b| b.active).sum::<usize>() as f64, wars.tragic.as_ref().expect("wars"));
    // Wilson's interval at 90 %.
    let (n, p, z) = (wars.begun.mean * runs, tragic.mean, 1.644_853_626_951_472_7f64);
    let half = z / (1.0 + z * z / n) * (p * (1.0 - p) / n + z * z / (4.0 * n * n)).sqrt();
    assert!(n > 1.5 * runs, "many wars: {n}");
    assert!((0.5 * (tragic.q95 - tragic.q05) - half).abs() < 1e-6, "{} {} {half}", tragic.q05, tragic.q95);
}
