//! The complete example of docs/scenario-format.md is one: it passes, runs and compares.

use std::sync::atomic::AtomicBool;

use lab::check::check;
use lab::compare::{document, run, sets};
use lab::comparison::Comparison;
use lab::ensemble::Running;
use lab::scenario::Scenario;
use theory::step::Instructions;

const PAGE: &str = include_str!("../../docs/scenario-format.md");

/// The TOML of the example under a heading.
fn example(heading: &str) -> &'static str {
    let after = PAGE.split(heading).nth(1).expect("the example");
    after.split("```toml\n").nth(1).and_then(|t| t.split("```").next()).expect("a block of TOML")
}

/// The same at 32 replications, checked and compared.
fn compared(heading: &str, running: Running<'_>) -> (Scenario, Comparison) {
    let scenario = match check(example(heading), &[("ensemble.replications".into(), "32".into())]) {
        Ok(scenario) => scenario,
        Err(faults) => panic!("{}", lab::fault::render(&faults, "example", lab::scenario::Lang::En, false)),
    };
    let found = document(&scenario, &run(&scenario, sets(&scenario), running), "test", String::new());
    (scenario, found)
}

/// 32 runs that nobody interrupts or watches.
fn running(stop: &AtomicBool) -> Running<'_> {
    Running { seed: 1, replications: 32, instructions: Instructions::Widest, stop, progress: &|_| {} }
}

#[test]
fn contract_the_example_of_the_format_page_runs_and_compares() {
    let (_, found) = compared("## A complete example", running(&AtomicBool::new(false)));
    let kinds: Vec<&str> = found.runs.iter().map(|r| r.kind.as_str()).collect();
    assert_eq!(kinds, ["alone", "alone", "pair", "package"]);
    assert_eq!((found.order.len(), found.replications, found.conditions.len()), (6, 32, 0));
}

/// So is the complete epidemic: it passes, people fall ill and die, every remedy does something, and it explains itself.
#[test]
fn contract_the_epidemic_of_the_format_page_runs_compares_and_explains() {
    let stop = AtomicBool::new(false);
    let (scenario, found) = compared("## A complete epidemic", running(&stop));
    let alone: Vec<_> = found.runs.iter().filter(|r| r.kind == "alone").collect();
    assert_eq!((alone.len(), found.replications, found.measure.as_str()), (4, 32, "lives"));
    for row in alone {
        let deaths = row.effects.lives.as_ref().map_or(0.0, |lives| lives.deaths.mean);
        assert!(deaths.abs() > 0.0, "{} changes nothing", row.id);
    }
    let explained = lab::mechanism::run(&scenario, lab::mechanism::variants(&scenario), running(&stop));
    let mechanism = lab::mechanism::document(&scenario, &explained, "test", String::new());
    assert!(mechanism.diagrams.iter().any(|d| d.id == "formation-nontraditional"));
}

/// A remedy in force is not compared, keeps its dates, and says so; rivals that add the same are listed once.
#[test]
fn contract_a_remedy_in_force_is_said_and_not_compared() {
    let text = example("## A complete example");
    let set = |path: &str, value: &str| (path.to_owned(), value.to_owned());
    let more = "\n[[remedies]]\nid = \"talk\"\nname = { en = \"Talk\", zh = \"会谈\" }\nkind = \"negotiate\"\n\
                carriers = [\"north\", \"south\"]\nstart = { value = 2004, unit = \"year\", source = \"t\" }\n\
                [[packages]]\nid = \"all\"\nname = { en = \"All\", zh = \"全部\" }\nremedies = [\"cut-arms\", \"talk\", \"education\"]\n\
                [[packages]]\nid = \"two\"\nname = { en = \"Two\", zh = \"两项\" }\nremedies = [\"talk\", \"education\"]\n";
    let order = text.replace("first_step = [\"cut-arms\"]", "first_step = [\"cut-arms\", \"talk\"]");
    let scenario = check(&(order + more), &[set("remedies.cut-arms.in_force", "true")]).expect("fine");
    let all = sets(&scenario);
    let ids = |kind: &str| all.iter().filter(|s| s.kind == kind).map(|s| s.id.as_str()).collect::<Vec<_>>();
    assert_eq!((ids("alone"), ids("package")), (vec!["education", "talk"], vec!["all"]));
    let cut = scenario.remedies.iter().position(|r| r.id == "cut-arms").expect("there");
    assert!(all.iter().filter(|s| s.kind == "order").all(|s| !s.members.contains(&cut)));
    assert_eq!(ids("order").len(), 5);
    let none = check(text, &[set("remedies.cut-arms.in_force", "true")]).expect("fine");
    assert!(sets(&none).iter().all(|s| s.kind != "order" && s.kind != "package"));
}
