//! What a remedy leaves alone: everything while it is not in force, the luck of all others, and other replications.

use lab::draw::draw;
use lab::ensemble::{Running, simulate};
use lab::remedies::{Kind, REMEDIES};
use lab::scenario::Scenario;
use theory::course::Nature;
use theory::step::Instructions;
use theory::world::LANES;

use herz_tests::remedies::{Numbers, remedy_text, whole_ground};

/// Efforts and beliefs at every record, what nature has done by then, and ledgers, as bits, by replication.
struct Trace {
    records: Vec<Vec<[u64; LANES]>>,
    nature: Vec<Vec<[u64; LANES]>>,
    ledgers: Vec<[u64; LANES]>,
}

impl Trace {
    fn is(&self, other: &Trace) -> bool {
        self.records == other.records && self.nature == other.nature && self.ledgers == other.ledgers
    }
}

fn trace(scenario: &Scenario, first: u32) -> Trace {
    let stop = std::sync::atomic::AtomicBool::new(false);
    let running = Running {
        seed: scenario.ensemble.seed,
        replications: 32,
        instructions: Instructions::Widest,
        stop: &stop,
        progress: &|_| {},
    };
    let drawn = draw(scenario, running.seed, first);
    let (mut records, mut nature) = (Vec::new(), Vec::new());
    let bits = |lanes: &[f64; LANES]| lanes.map(f64::to_bits);
    let finished = simulate(scenario, &drawn, &drawn.terms, running, first, false, |_, moment| {
        let issues = moment.world.issues.iter();
        records.push(issues.flat_map(|k| k.log_effort.iter().chain(&k.log_odds)).map(bits).collect());
        let of = |nature: &Nature<LANES>| -> Vec<[f64; LANES]> {
            let ill = nature.emergency.iter().flat_map(|e| e.outbreak.dead.iter().chain(&e.stock).chain(&e.coverage));
            let stocks = nature.stocks.iter().flat_map(|s| s.caught.iter().chain([&s.resource, &s.environment]));
            ill.chain(stocks).chain(&nature.severity).copied().collect()
        };
        nature.push(moment.course.state.nature.iter().flat_map(of).map(|lanes| bits(&lanes)).collect());
    });
    let finished = finished.expect("nobody stops it");
    let of = |k: usize| {
        let ledger = &finished.ledgers[k];
        let accidents = ledger.accident.iter().flatten();
        ledger.objective.iter().chain(&ledger.perceived).chain(&ledger.waste).chain(&ledger.effort).chain(accidents)
    };
    Trace { records, nature, ledgers: (0..finished.ledgers.len()).flat_map(of).map(bits).collect() }
}

/// Nine years with arms, warheads, an epidemic and a commons.
fn ground(remedies: &[String], sets: &[(&str, &str)]) -> Scenario {
    whole_ground(remedies, &[&[("clock.end", "2009")], sets].concat())
}

/// Every kind in every mode.
fn ways() -> impl Iterator<Item = (&'static Kind, usize)> {
    REMEDIES.iter().flat_map(|kind| (0..kind.modes.len()).map(move |mode| (kind, mode)))
}

/// Two carriers, or as many as it takes.
fn carriers(kind: &Kind) -> Vec<&'static str> {
    ["ada", "bob", "cyd", "dan"][..kind.least.max(2)].to_vec()
}

/// Out of force, ended before the run begins, or not begun yet: not one bit is different, in any replication.
#[test]
fn theorem_a_remedy_that_is_not_at_work_changes_no_bit() {
    let without = trace(&ground(&[], &[]), 0);
    for (kind, mode) in ways() {
        let text = |start, end, in_force| {
            let numbers = Numbers { start, end, ..Numbers::default() };
            ground(&[remedy_text("it", kind, mode, &carriers(kind), in_force, &numbers)], &[])
        };
        let name = format!("{} {mode}", kind.key);
        for (case, scenario) in
            [("out of force", text(2001.0, None, false)), ("ended", text(1980.0, Some(2000.0), true))]
        {
            let with = trace(&scenario, 0);
            assert!(with.is(&without), "{name}: {case}");
        }
        let late = trace(&text(2007.0, None, true), 0);
        assert!(late.records[..=7] == without.records[..=7], "{name}: not begun");
        assert!(late.nature[..=7] == without.nature[..=7], "{name}: not begun, nature");
    }
}

/// At full strength almost all do something to somebody: the test above can fail.
#[test]
fn theorem_most_remedies_at_work_change_something() {
    let without = trace(&ground(&[], &[]), 0);
    let mut idle = Vec::new();
    for (kind, mode) in ways() {
        let text = remedy_text("it", kind, mode, &carriers(kind), true, &Numbers::default());
        let with = trace(&ground(&[text], &[]), 0);
        if with.is(&without) {
            idle.push(kind.key);
        }
    }
    // Research alone has nothing to quicken; a parity that already holds need not bind.
    assert!(idle.iter().all(|key| ["survival-research"].contains(key)), "{idle:?}");
}

/// A remedy whose sizes are all 0 is no remedy: not one bit is different.
#[test]
fn theorem_a_remedy_of_no_size_changes_no_bit() {
    let without = trace(&ground(&[], &[]), 0);
    for (kind, mode) in ways() {
        let text = remedy_text("it", kind, mode, &carriers(kind), true, &Numbers { none: true, ..Numbers::default() });
        let with = trace(&ground(&[text], &[]), 0);
        assert!(with.is(&without), "{} {mode}", kind.key);
    }
}

/// Two couples who never meet: whatever one couple agrees on leaves every bit of the other, its wars and its signals
/// alone; in whichever order the file has them.
#[test]
fn theorem_a_remedy_leaves_all_other_luck_alone() {
    let apart: Vec<(String, &str)> = ["arms", "bombs"]
        .iter()
        .flat_map(|issue| {
            let pairs = [("ada", "cyd"), ("ada", "dan"), ("bob", "cyd"), ("bob", "dan")];
            let both = pairs.iter().flat_map(|&(a, b)| [(a, b), (b, a)]);
            both.map(|(a, b)| (format!("issues.{issue}.exposure.{a}.{b}"), "0")).collect::<Vec<_>>()
        })
        .collect();
    let mut sets: Vec<(&str, &str)> = apart.iter().map(|(path, value)| (path.as_str(), *value)).collect();
    // They do meet at sea, where nobody's catch may arm anybody.
    sets.push(("issues.fish.commons.resource_war", "0"));
    let signal = lab::remedies::kind_of("restraint-signal").expect("a kind");
    let theirs = || {
        // A signal is seen by everybody, and who never meets the sender has no use for it.
        remedy_text("theirs", signal, 0, &["ada", "bob"], true, &Numbers::default())
    };
    let reference = trace(&ground(&[theirs()], &sets), 0);
    for (kind, mode) in ways().filter(|(kind, _)| kind.least < 3) {
        let partners = if lab::remedies::takes_toward(kind, mode) { vec!["cyd", "dan"] } else { Vec::new() };
        let toward = Numbers { toward: partners, ..Numbers::default() };
        let ours = remedy_text("a-first", kind, mode, &["cyd", "dan"], true, &toward);
        for texts in [[ours.clone(), theirs()], [theirs(), ours.clone()]] {
            let with = trace(&ground(&texts, &sets), 0);
            for (record, (with, without)) in with.records.iter().zip(&reference.records).enumerate() {
                for k in 0..2 {
                    // Four efforts, then sixteen beliefs: those of ada and bob, and of each about the other.
                    for at in [0, 1, 4 + 1, 4 + 4].map(|at| 20 * k + at) {
                        assert_eq!(with[at], without[at], "{} {mode}, record {record}", kind.key);
                    }
                }
            }
        }
    }
}

/// All kinds in force at once, their numbers uncertain and often 0, in each mode: a replication is the same wherever it
/// stands in whichever block.
#[test]
fn theorem_a_replication_does_not_depend_on_its_neighbours_under_remedies() {
    let uncertain = Numbers { uncertain: true, ..Numbers::default() };
    for mode in 0..3 {
        for talk in ["coordination", "informative"] {
            let texts: Vec<String> = REMEDIES
                .iter()
                .filter(|kind| mode < kind.modes.len())
                .map(|kind| {
                    let text = remedy_text(&format!("r-{}", kind.key), kind, mode, &carriers(kind), true, &uncertain);
                    if kind.key == "language" { text + "issue = \"bombs\"\n" } else { text }
                })
                .collect();
            let scenario = ground(&texts, &[("assumptions.talk", talk)]);
            let reference = trace(&scenario, 0);
            for first in 1..LANES as u32 {
                let moved = trace(&scenario, first);
                for l in 0..LANES - first as usize {
                    let (here, there) = (l + first as usize, l);
                    let records = reference.records.iter().flatten().zip(moved.records.iter().flatten());
                    let nature = reference.nature.iter().flatten().zip(moved.nature.iter().flatten());
                    let ledgers = reference.ledgers.iter().zip(&moved.ledgers);
                    for (at, (a, b)) in records.chain(nature).chain(ledgers).enumerate() {
                        assert_eq!(a[here], b[there], "mode {mode}, {talk}, replication {here}, number {at}");
                    }
                }
            }
        }
    }
}

/// A realised greedy actor is never part of a security dilemma, whatever remedies are in force.
#[test]
fn theorem_the_greedy_are_never_called_a_dilemma_under_remedies() {
    use lab::measure::{Reader, outcome};
    for mode in 0..3 {
        let texts: Vec<String> = REMEDIES
            .iter()
            .map(|kind| {
                let mode = mode.min(kind.modes.len() - 1);
                remedy_text(&format!("r-{}", kind.key), kind, mode, &carriers(kind), true, &Numbers::default())
            })
            .collect();
        let scenario = ground(&texts, &[("issues.arms.actors.ada.greedy", "1"), ("measures.dilemma_ratio", "1.01")]);
        let plan = lab::plan::plan(&scenario, 32, 2, u64::MAX).expect("small");
        let stop = std::sync::atomic::AtomicBool::new(false);
        let running =
            Running { seed: 3, replications: 32, instructions: Instructions::Widest, stop: &stop, progress: &|_| {} };
        let ensemble = lab::ensemble::run(&scenario, &plan, running);
        let outcome = outcome(Reader { scenario: &scenario, plan: &plan, ensemble: &ensemble }, "t", String::new());
        let (mut with_ada, mut others) = (0, 0.0);
        for pair in outcome.pairs.iter().filter(|p| p.issue == "arms") {
            if pair.from == "ada" || pair.to == "ada" {
                with_ada += 1;
                assert_eq!(pair.verdict.security_dilemma.mean, 0.0);
                assert!(pair.dilemma_if_benign.is_none());
            } else {
                others += pair.verdict.security_dilemma.mean;
            }
        }
        assert!(with_ada >= 3 && others > 0.0, "{with_ada} {others}");
    }
}
