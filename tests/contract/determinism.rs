//! Same inputs, same bytes: on any threads, among any other replications, on any instructions.

use std::sync::atomic::AtomicBool;

use lab::check::check;
use lab::ensemble::{Ensemble, Running, run};
use lab::measure::{Reader, outcome};
use lab::plan::plan;
use lab::presets::find;
use lab::scenario::{Lang, Scenario};
use theory::step::Instructions;

fn ensemble(scenario: &Scenario, replications: u32, threads: usize, instructions: Instructions) -> Ensemble {
    let plan = plan(scenario, replications, threads, u64::MAX).expect("memory is no matter");
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
    let stop = AtomicBool::new(false);
    let running = Running { seed: 5, replications, instructions, stop: &stop, progress: &|_| {} };
    pool.install(|| run(scenario, &plan, running))
}

/// Report, summary and all tables as bytes.
fn bytes(scenario: &Scenario, replications: u32, threads: usize, instructions: Instructions) -> Vec<Vec<u8>> {
    let plan = plan(scenario, replications, threads, u64::MAX).expect("memory is no matter");
    let ensemble = ensemble(scenario, replications, threads, instructions);
    let reader = Reader { scenario, plan: &plan, ensemble: &ensemble };
    let outcome = outcome(reader, "test", "hash".into());
    let tables = [lab::table::actors(reader), lab::table::pairs(reader), lab::table::events_table(reader)];
    let mut all: Vec<Vec<u8>> = tables.iter().map(|t| t.to_parquet().expect("a table")).collect();
    all.push(serde_json::to_vec(&outcome).expect("JSON"));
    all.push(report::render(&outcome, Lang::En).into_bytes());
    all.push(report::render(&outcome, Lang::Zh).into_bytes());
    all
}

fn preset(name: &str) -> Scenario {
    check(find(name).expect("a preset").text, &[]).expect("presets are fine")
}

#[test]
fn contract_bytes_do_not_depend_on_threads_or_instructions() {
    for name in ["cold-war", "interwar"] {
        let scenario = preset(name);
        let reference = bytes(&scenario, 100, 1, Instructions::Widest);
        assert!(reference.iter().all(|file| file.len() > 200));
        for (threads, instructions) in
            [(2, Instructions::Widest), (7, Instructions::Widest), (2, Instructions::Portable)]
        {
            assert!(bytes(&scenario, 100, threads, instructions) == reference, "{name} {threads} {instructions:?}");
        }
    }
}

#[test]
fn contract_a_replication_does_not_depend_on_its_neighbours() {
    let scenario = preset("cold-war");
    let many = ensemble(&scenario, 1000, 2, Instructions::Widest);
    let few = ensemble(&scenario, 1, 1, Instructions::Widest);
    assert_eq!((many.replications(), few.replications()), (1000, 1));
    let (a, b) = (&many.blocks[0], &few.blocks[0]);
    for (x, y) in a
        .effort
        .iter()
        .chain(&a.mistrust)
        .chain(&a.objective)
        .zip(b.effort.iter().chain(&b.mistrust).chain(&b.objective))
    {
        assert_eq!(x[0].to_bits(), y[0].to_bits());
    }
    for (x, y) in a.paired.iter().zip(&b.paired) {
        assert_eq!(x.hazard[1][0].to_bits(), y.hazard[1][0].to_bits());
    }
}

/// Nor does its waste, when neighbours have drawn an exposure and it has not.
#[test]
fn contract_circles_do_not_depend_on_neighbours() {
    let text = find("four-elements").expect("a preset").text;
    let sets = |r: &str| [("issues.military.exposure".to_owned(), r.to_owned())];
    let mut scenario = check(text, &sets("1")).expect("fine");
    let exposure = scenario.issues[0].exposure.cells[1];
    scenario.numbers[exposure.index()].distribution =
        lab::scenario::Distribution::Choice(vec![0.0, 1.0], vec![50.0, 1.0]);
    // A block whose lanes all lack exposure has the same circles as one whose lanes have it.
    let circles: Vec<_> =
        (0..64).map(|b| lab::draw::draw(&scenario, 5, b * 16).terms.issues[0].circle.clone()).collect();
    assert!(circles.iter().all(|c| *c == vec![0, 0]));
    let none = check(text, &sets("0")).expect("fine");
    assert_eq!(lab::draw::draw(&none, 5, 0).terms.issues[0].circle, vec![0, 1]);
}

#[test]
fn contract_another_seed_is_another_run() {
    let scenario = preset("four-elements");
    let mut other = scenario.clone();
    other.ensemble.seed += 1;
    let value = |s: &Scenario, seed| {
        let stop = AtomicBool::new(false);
        let plan = plan(s, 16, 1, u64::MAX).expect("small");
        run(
            s,
            &plan,
            Running { seed, replications: 16, instructions: Instructions::Widest, stop: &stop, progress: &|_| {} },
        )
        .blocks[0]
            .effort[20][0]
    };
    assert_ne!(value(&scenario, 1), value(&scenario, 2));
}

/// Relabelling two actors permutes the outcome exactly; an actor that nobody touches changes nothing for others.
#[test]
fn contract_order_and_isolated_actors_do_not_matter() {
    let two = |first: &str, second: &str, third: bool| {
        let baseline = |who: &str| if who == "north" { 1.0 } else { 1.5 };
        let mut ids = vec![first, second];
        if third {
            ids.push("island");
        }
        let actors: String = ids
            .iter()
            .map(|id| format!("[[actors]]\nid = \"{id}\"\nname = {{ en = \"{id}\", zh = \"{id}\" }}\n"))
            .collect();
        let stakes: String = ids
            .iter()
            .map(|id| {
                format!(
                    "[[issues.actors]]\nactor = \"{id}\"\nbaseline = {{ lognormal = [{}, 0.3], unit = \"units\", assumed = \"test\" }}\n\
                     responsiveness = {{ lognormal = [5, 0.3], unit = \"units\", assumed = \"test\" }}\n",
                    baseline(id)
                )
            })
            .collect();
        let pair = |from: &str, to: &str| {
            format!(
                "{{ from = \"{from}\", to = \"{to}\", lognormal = [1, 0.2], unit = \"per year\", assumed = \"test\" }}"
            )
        };
        let text = format!(
            "format = 1\nid = \"pair\"\ntitle = {{ en = \"t\", zh = \"t\" }}\n[clock]\nstart = 0\nend = 12\nsteps_per_year = 12\n\
             [ensemble]\nreplications = 32\nseed = 1\n{actors}[[issues]]\nid = \"military\"\nname = {{ en = \"a\", zh = \"a\" }}\n\
             kind = \"military\"\neffort_unit = {{ en = \"units\", zh = \"u\" }}\nwaste_unit = {{ en = \"u\", zh = \"u\" }}\n\
             [issues.exposure]\ndefault = {{ value = 0, unit = \"per year\", assumed = \"test\", range = [0, 1] }}\n\
             pairs = [{}, {}]\n{stakes}",
            pair("north", "south"),
            pair("south", "north"),
        );
        match check(&text, &[]) {
            Ok(scenario) => scenario,
            Err(faults) => panic!("{}", lab::fault::render(&faults, "test", Lang::En, false)),
        }
    };
    let path = |scenario: &Scenario| -> Vec<(u64, u64)> {
        let e = ensemble(scenario, 32, 1, Instructions::Widest);
        let n = scenario.size();
        let north = scenario.actors.iter().position(|a| a.id == "north").expect("there");
        let south = scenario.actors.iter().position(|a| a.id == "south").expect("there");
        let mut out = Vec::new();
        for record in 0..=12 {
            let b = &e.blocks[1];
            out.push((b.effort[record * n + north][3].to_bits(), b.effort[record * n + south][3].to_bits()));
            out.push((b.objective[record * n + north][3].to_bits(), b.ledgers[0].waste[south][3].to_bits()));
        }
        out
    };
    let reference = path(&two("north", "south", false));
    assert_eq!(path(&two("south", "north", false)), reference);
    assert_eq!(path(&two("north", "south", true)), reference);
}
