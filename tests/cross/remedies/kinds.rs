//! Every kind of remedy against a second table: which numbers make which levers, read off docs/remedies.md.

use std::f64::consts::LN_2;

use herz_tests::remedies::whole_ground;
use lab::catalogue::parameter;
use lab::draw::draw;
use lab::remedies::REMEDIES;
use theory::remedy::{Lever, Remedy, Rule, Signal, Term};
use theory::world::LANES;

type Stated = [(&'static str, f64)];

/// A remedy of this kind from 2001 to 2009, after half a year at full strength, with these numbers.
fn text(kind: &str, mode: &str, carriers: &[&str], numbers: &Stated) -> String {
    let mut text = format!(
        "[[remedies]]\nid = \"it\"\nname = {{ en = \"it\", zh = \"it\" }}\nkind = \"{kind}\"\ncarriers = {carriers:?}\n"
    );
    if !mode.is_empty() {
        text += &format!("mode = \"{mode}\"\n");
    }
    let common = [("start", 2001.0), ("ramp", 0.5), ("end", 2009.0), ("cost", 0.01)];
    for (key, value) in common.iter().filter(|(key, _)| numbers.iter().all(|(k, _)| k != key)).chain(numbers) {
        let unit = parameter(key).expect("in the catalogue").unit;
        text += &format!("{key} = {{ value = {value}, unit = \"{unit}\", source = \"t\" }}\n");
    }
    text
}

fn built(text: String, sets: &[(&str, &str)]) -> Remedy<LANES> {
    let scenario = whole_ground(&[text], sets);
    draw(&scenario, scenario.ensemble.seed, 0).remedies.remove(0)
}

fn near(got: [f64; LANES], want: f64) -> bool {
    got.iter().all(|g| (g - want).abs() < 1e-12)
}

/// Its levers are these (term, rung, size), in whatever order; all of them in every issue, or, of arms, once in each issue
/// that is not one of medicine.
#[track_caller]
fn pulls(remedy: &Remedy<LANES>, want: &[(Term, u8, f64)], what: &str) {
    let ground = whole_ground(&[], &[]);
    let arms: Vec<Option<usize>> = (0..ground.issues.len())
        .filter(|k| ground.issues[*k].kind != lab::scenario::IssueKind::Health)
        .map(Some)
        .collect();
    assert!(arms.len() < ground.issues.len(), "the ground has an issue of medicine");
    let places = |(term, rung, size): &(Term, u8, f64)| -> Vec<Option<usize>> {
        let same = |v: &&Lever<LANES>| v.term == *term && v.rung == *rung && near(v.size, *size);
        remedy.levers.iter().filter(same).map(|v| v.issue).collect()
    };
    let stands = |lever| places(lever) == [None] || places(lever) == arms;
    let count: usize = want.iter().map(|lever| places(lever).len()).sum();
    assert!(want.iter().all(stands) && remedy.levers.len() == count, "{what}: {:#?}", remedy.levers);
}

#[track_caller]
fn signals(remedy: &Remedy<LANES>, credit: f64, reneges: bool, what: &str) {
    let Some(Signal { credit: got, missed, leadership, reneges: broken }) = &remedy.signal else { panic!("{what}") };
    assert!(near(*got, credit) && near(*missed, 0.1) && near(*leadership, 0.7) && *broken == reneges, "{what}");
}

const TWO: &[&str] = &["ada", "bob"];
const THREE: &[&str] = &["ada", "bob", "cyd"];

/// Kind, mode, carriers, numbers, and the levers they make: term, rung, size.
type Case = (&'static str, &'static str, &'static [&'static str], &'static Stated, &'static [(Term, u8, f64)]);

/// False alarms fall from 0.28 to 0.07, by three quarters; of the attacks 0.6 are recognised, half of them deterred.
const NARROW: &Stated = &[("false_alarm", 0.07), ("miss", 0.4), ("false_alarm_before", 0.28), ("penalty", 0.5)];
const BROAD: &Stated =
    &[("false_alarm_broad", 0.14), ("miss_broad", 0.1), ("false_alarm_before", 0.28), ("penalty", 0.5)];
const LINE: &Stated = &[("line", 0.4), ("explained", 0.5), ("incident", 0.2)];

/// Kinds whose strength follows the calendar and that send no signal.
const TIMED: &[Case] = &[
    ("parity", "", TWO, &[("ratio", 2.0)], &[(Term::Parity, 0, LN_2)]),
    ("cut-arms", "", TWO, &[("cut", 0.5), ("baseline_cut", 0.1)], &[(Term::Target, 0, LN_2), (Term::Baseline, 0, 0.1)]),
    // A line both accept on the status quo; one that is one-sided or rests on claims raises incidents.
    ("spheres", "status-quo", TWO, LINE, &[(Term::Exposure, 0, 0.2)]),
    ("spheres", "status-quo", &["ada"], LINE, &[(Term::Exposure, 0, -0.2)]),
    ("spheres", "claims", TWO, LINE, &[(Term::Exposure, 0, -0.2)]),
    ("define-aggression", "narrow", TWO, NARROW, &[(Term::Caution, 0, 0.75), (Term::Attack, 0, 0.3)]),
    ("define-aggression", "broad", TWO, BROAD, &[(Term::Caution, 0, 0.5), (Term::Attack, 0, 0.45)]),
    (
        "limit-war",
        "",
        TWO,
        &[("limit", 0.6), ("emboldening", 0.3)],
        &[(Term::Escalation, 0, 0.6), (Term::Attack, 0, -0.3)],
    ),
    (
        "cooling-off",
        "",
        TWO,
        &[("slowing", 0.2), ("calm", 0.1), ("time", 0.7)],
        &[(Term::Pace, 0, 0.2), (Term::Caution, 0, 0.1), (Term::DecisionTime, 0, 0.7)],
    ),
    (
        "stand-down",
        "",
        TWO,
        &[("standing_down", 0.6), ("time", 0.7)],
        &[(Term::Readiness, 0, 0.6), (Term::DecisionTime, 0, 0.7)],
    ),
    ("secure-second-strike", "", TWO, &[("hardening", 0.4)], &[(Term::SecondStrike, 0, 0.4)]),
    ("survival-research", "", TWO, &[("research", 0.8)], &[(Term::Research, 0, 0.8)]),
    ("language", "macro", TWO, &[("image", 0.4)], &[(Term::Negativity, 0, 0.4), (Term::Misperception, 0, 0.4)]),
    ("language", "micro", TWO, &[("gesture", 0.2)], &[(Term::Empathy, 0, 0.2)]),
    (
        "alliance",
        "",
        TWO,
        &[("adjudication", 0.4), ("lending", 0.3), ("outward", 0.2)],
        &[(Term::Authority, 0, 0.4), (Term::Pool, 0, 0.3), (Term::Outward, 0, 0.2)],
    ),
    (
        "collective-security",
        "",
        THREE,
        &[("adjudication", 0.4), ("lending", 0.3)],
        &[(Term::Authority, 0, 0.4), (Term::Pool, 0, 0.3)],
    ),
    ("balance-of-power", "", THREE, &[("lending", 0.3)], &[(Term::Balance, 0, 0.3)]),
    (
        "exchange",
        "",
        TWO,
        &[("density", 0.5), ("breadth", 0.25), ("understanding", 0.2), ("depth", 0.1)],
        &[(Term::Density, 0, 0.75), (Term::Empathy, 0, 0.2), (Term::Attack, 0, 0.1)],
    ),
    (
        "self-binding",
        "",
        TWO,
        &[("transparency", 0.3), ("locked", 0.4), ("depth", 0.1)],
        &[(Term::Transparency, 0, 0.3), (Term::Lasting, 0, 0.4), (Term::Attack, 0, 0.1)],
    ),
    (
        "security-community",
        "",
        TWO,
        &[("care_gain", 0.6), ("adjudication", 0.4), ("depth", 0.1)],
        &[(Term::Care, 0, 0.6), (Term::Authority, 0, 0.4), (Term::Attack, 0, 0.1)],
    ),
    ("share", "", TWO, &[("passed_on", 0.4)], &[(Term::Sharing, 0, 0.4)]),
    (
        "open-reporting",
        "",
        TWO,
        &[("candour", 0.5), ("transparency", 0.3)],
        &[(Term::Candour, 0, 0.5), (Term::Transparency, 0, 0.3)],
    ),
    ("close-borders", "", TWO, &[("closing", 0.6)], &[(Term::Border, 0, 0.6)]),
    ("enforce-rules", "", TWO, &[("policing", 1.5)], &[(Term::Enforcement, 0, 1.5)]),
    ("no-blame", "", TWO, &[("unblaming", 0.4)], &[(Term::Blame, 0, 0.4)]),
    ("mitigation", "", TWO, &[("mitigated", 0.2)], &[(Term::Mitigation, 0, 0.2)]),
];

/// The table above is what the program does; with dates, costs, and on whom.
#[test]
fn cross_numbers_of_a_remedy_are_the_levers_of_the_table() {
    for (kind, mode, carriers, numbers, levers) in TIMED {
        let (remedy, what) = (built(text(kind, mode, carriers, numbers), &[]), format!("{kind} {mode}"));
        pulls(&remedy, levers, &what);
        assert!(remedy.rule == Rule::Timed && remedy.signal.is_none(), "{what}");
        let times = [remedy.start, remedy.ramp, remedy.end, remedy.cost];
        assert!(times.iter().zip([1.0, 0.5, 9.0, 0.01]).all(|(got, want)| near(*got, want)), "{what}: {times:?}");
        // What several agree on is between them, and what needs several is agreed on.
        let agreed = carriers.len() > 1
            && ["parity", "spheres", "define-aggression", "alliance", "exchange"].contains(kind)
            || ["collective-security", "balance-of-power", "security-community"].contains(kind);
        let partners: Vec<usize> = if agreed { (0..carriers.len()).collect() } else { Vec::new() };
        assert_eq!(remedy.partners, partners, "{what}");
    }
    // What is of no size is no lever.
    pulls(&built(text("cut-arms", "", TWO, &[("cut", 0.0), ("baseline_cut", 0.0)]), &[]), &[], "no size");
}

/// Kinds with a rule of their own.
#[test]
fn cross_rules_of_a_remedy_are_those_of_the_table() {
    use Term::*;
    let all = |value: f64| [value; LANES];
    for who in ["leaders", "scholars", "educators"] {
        let keys: [&'static str; 2] = match who {
            "leaders" => ["leaders_rate", "leaders_ceiling"],
            "scholars" => ["scholars_rate", "scholars_ceiling"],
            _ => ["educators_rate", "educators_ceiling"],
        };
        let numbers = [(keys[0], 0.21), (keys[1], 0.61), ("seed", 0.02), ("awakening", 0.13)];
        let rule = Rule::Spreading { rate: all(0.21), seed: all(0.02), ceiling: all(0.61), shock: all(0.13) };
        let (care, far) = (("care_gain", 0.7), ("foresight_gain", 0.3));
        for (kind, gains, levers) in [
            ("care", vec![care], vec![(Care, 0, 0.7)]),
            ("foresight", vec![far], vec![(Foresight, 0, 0.3)]),
            ("universalism", vec![care, far], vec![(Care, 0, 0.7), (Foresight, 0, 0.3)]),
        ] {
            let remedy = built(text(kind, who, TWO, &[&numbers[..], &gains].concat()), &[]);
            pulls(&remedy, &levers, kind);
            assert!(remedy.rule == rule && remedy.partners.is_empty(), "{kind} {who}: {:?}", remedy.rule);
        }
    }
    let inner = [("internalising", 0.3), ("fine", 0.2), ("care_gain", 0.4)];
    let remedy = built(text("internalisation", "", TWO, &inner), &[]);
    pulls(&remedy, &[(Sanction, 0, 0.2), (Care, 0, 0.4)], "internalisation");
    assert_eq!(remedy.rule, Rule::Internalised { rate: all(0.3) });
    // Contact, dialogue, consultation, monitoring, rules with sanction, community; what is seen in two equal steps.
    let numbers = [
        ("density", 0.5),
        ("understanding", 0.2),
        ("transparency", 0.6),
        ("adjudication", 0.4),
        ("fine", 0.1),
        ("care_gain", 0.7),
        ("delay", 0.15),
        ("dwell", 3.0),
        ("climb", 0.3),
        ("fall", 0.6),
    ];
    let remedy = built(text("ladder", "", TWO, &numbers), &[]);
    let levers = [
        (Density, 1, 0.5),
        (Empathy, 2, 0.2),
        (Opacity, 3, 0.3),
        (Pace, 3, 0.15),
        (Opacity, 4, 0.3),
        (Authority, 5, 0.4),
        (Sanction, 5, 0.1),
        (Care, 6, 0.7),
    ];
    pulls(&remedy, &levers, "ladder");
    assert_eq!(remedy.rule, Rule::Climbing { rungs: 6, dwell: all(3.0), climb: all(0.3), fall: all(0.6) });
    assert_eq!(remedy.partners, [0, 1]);
}

/// Signals: evidence is cost over scale; a cut is one that costs what it cuts, in logs.
#[test]
fn cross_signals_of_a_remedy_are_those_of_the_table() {
    use Term::*;
    let words = [("missed", 0.1), ("leadership", 0.7)];
    let sent = [&words[..], &[("signal_effort", 0.06), ("bluff_scale", 0.03)]].concat();
    let remedy = built(text("restraint-signal", "", TWO, &sent), &[]);
    pulls(&remedy, &[(Target, 0, 0.06)], "restraint");
    signals(&remedy, 2.0, false, "restraint");
    let remedy = built(text("military-signal", "", TWO, &[&sent[..], &[("defence", 0.25)]].concat()), &[]);
    pulls(&remedy, &[(Target, 0, 0.06), (Posture, 0, 0.25)], "military");
    signals(&remedy, 2.0, false, "military");
    let answer = [("cut", 0.3), ("tolerance", 0.05)];
    let graduated = [&words[..], &answer, &[("patience", 4.0), ("bluff_scale", 0.1)]].concat();
    let remedy = built(text("reciprocation", "", &["ada"], &graduated), &[]);
    pulls(&remedy, &[(Target, 0, -0.7f64.ln())], "reciprocation");
    signals(&remedy, -0.7f64.ln() / 0.1, false, "reciprocation");
    assert_eq!(remedy.rule, Rule::Answering { patience: [4.0; LANES], tolerance: [0.05; LANES] });
    let remedy = built(text("tit-for-tat", "", &["ada"], &answer), &[]);
    pulls(&remedy, &[(Target, 0, -0.7f64.ln())], "tit for tat");
    assert_eq!(remedy.rule, Rule::Answering { patience: [0.0; LANES], tolerance: [0.05; LANES] });
    assert!(remedy.signal.is_none());
    // A pledge of 2001 is due two years later, in full at once, and stands for its window, but not beyond its end.
    let due = [&sent[..], &[("window", 3.0), ("ramp", 2.0)]].concat();
    for (mode, reneges, end, last) in [("deliver", false, 2009.0, 6.0), ("renege", true, 2004.5, 4.5)] {
        let remedy = built(text("pledge", mode, TWO, &[&due[..], &[("end", end)]].concat()), &[]);
        pulls(&remedy, &[(Target, 0, 0.06)], mode);
        signals(&remedy, 2.0, reneges, mode);
        assert!(near(remedy.start, 3.0) && near(remedy.ramp, 0.0) && near(remedy.end, last), "{mode}");
    }
    // Words, by the reading of talk.
    let said = |talk| built(text("language", "micro", TWO, &[("gesture", 0.2)]), &[("assumptions.talk", talk)]);
    pulls(&said("uninformative"), &[], "uninformative");
    pulls(&said("informative"), &[(Empathy, 0, 0.2)], "informative");
    assert!(said("uninformative").signal.is_none() && said("coordination").signal.is_none());
    assert!(said("informative").signal.is_some_and(|s| near(s.credit, 0.125)));
}

/// What talks do to exposure, issue by issue and replication by replication.
fn talks(mode: &str, bargaining: &str, agreement: f64) -> [[f64; LANES]; 2] {
    let numbers = [("agreement", agreement), ("concession", 0.3), ("rebound", 0.1)];
    let own = if mode == "piecemeal" { &numbers[..2] } else { &numbers[..] };
    let remedy = built(text("negotiate", mode, TWO, own), &[("assumptions.bargaining", bargaining)]);
    assert!(remedy.levers.iter().all(|v| v.term == Term::Exposure && v.rung == 0), "{:?}", remedy.levers);
    [0, 1].map(|k| {
        let own: Vec<_> = remedy.levers.iter().filter(|v| v.issue == Some(k)).collect();
        assert!(own.len() < 2, "one lever an issue");
        own.first().map_or([0.0; LANES], |v| v.size)
    })
}

/// Piecemeal each issue settles or fails by itself; linked, all settle or all suffer; mixed is half of each. The mode wins
/// over the reading.
#[test]
fn cross_talks_settle_by_mode_and_reading() {
    for (mode, bargaining, fails) in [
        ("mixed", "mixed", -0.05),
        ("mixed", "piecemeal", 0.0),
        ("mixed", "linked", -0.1),
        ("piecemeal", "linked", 0.0),
        ("linked", "piecemeal", -0.1),
    ] {
        for (agreement, want) in [(1.0, 0.3), (0.0, fails)] {
            let got = talks(mode, bargaining, agreement);
            assert!(got.iter().all(|size| near(*size, want)), "{mode} {bargaining} {agreement}: {got:?}");
        }
    }
    let [alone, linked, mixed] = ["piecemeal", "linked", "mixed"].map(|mode| talks(mode, "mixed", 0.5));
    for l in 0..LANES {
        assert!((0..2).all(|k| alone[k][l] == 0.0 || alone[k][l] == 0.3), "{alone:?}");
        assert!(linked[0][l] == linked[1][l] && [0.3, -0.1].contains(&linked[0][l]), "{linked:?}");
        assert!((0..2).all(|k| (mixed[k][l] - 0.5 * (alone[k][l] + linked[k][l])).abs() < 1e-12));
    }
    let split = (0..LANES).filter(|&l| alone[0][l] != alone[1][l]).count();
    assert!(split > 0, "issues settle by themselves");
    assert!(linked[0].contains(&0.3) && linked[0].contains(&-0.1), "linked talks go either way");
    assert!(REMEDIES.len() == 34, "a new kind needs a row in this file");
}

/// A pool is in force once it is decided: a time of its own, more for every member, more the more they disagree.
#[test]
fn cross_a_pool_waits_for_its_decision() {
    let all = |value: f64| [value; LANES];
    let numbers = [
        ("pooled", 0.5),
        ("deliberation", 0.11),
        ("deliberation_per_member", 0.07),
        ("deliberation_disagreement", 0.9),
    ];
    let remedy = built(text("pool", "", TWO, &numbers), &[]);
    pulls(&remedy, &[(Term::Sharing, 0, 0.5)], "pool");
    assert_eq!(remedy.rule, Rule::Deciding { base: all(0.11), per_member: all(0.07), disagreement: all(0.9) });
}

/// Language without an enemy is words: where words do nothing it does nothing.
#[test]
fn cross_words_do_nothing_where_they_are_taken_to_do_nothing() {
    let unblaming = || text("no-blame", "", TWO, &[("unblaming", 0.4)]);
    assert!(built(unblaming(), &[("assumptions.talk", "uninformative")]).levers.is_empty());
    pulls(&built(unblaming(), &[("assumptions.talk", "coordination")]), &[(Term::Blame, 0, 0.4)], "no-blame");
}
