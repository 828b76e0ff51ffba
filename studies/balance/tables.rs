//! The tables of `README.md`.

use crate::outcome::Outcome;
use crate::world::{ISLAND, Poles};
use crate::{Arrangement, Results, among};

const FULL: [&str; 3] = ["balance", "knowledge", "values"];

/// Name, and what is in force, of every arrangement among six powers of whom one lies apart.
fn ablations() -> Vec<(&'static str, Vec<String>)> {
    let instead = |by: &[&str]| {
        let norms = FULL[1..].iter();
        by.iter().chain(norms).map(|id| (*id).to_owned()).collect::<Vec<_>>()
    };
    let own = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let apart = format!("balance-without-{ISLAND}");
    vec![
        ("all conditions", own(&FULL)),
        ("without the balancer: the power apart stays out", instead(&[apart.as_str()])),
        ("control: the largest stays out instead", instead(&["balance-without-0"])),
        ("control: the smallest stays out instead", instead(&["balance-without-5"])),
        ("without free choice: two blocs of three, for good", instead(&["lock-0", "lock-1"])),
        ("without half of the members: three of six", instead(&["balance-of-three"])),
        ("without shared knowledge", own(&["balance", "values"])),
        ("without shared values", own(&["balance", "knowledge"])),
        ("without both", own(&["balance"])),
        ("norms alone", own(&["knowledge", "values"])),
        ("nothing", Vec::new()),
    ]
}

const NUMBERS: [usize; 6] = [3, 4, 5, 6, 8, 10];

/// Name and remedies of every way to stand together among eight.
const TOGETHER: [(&str, &[&str]); 6] = [
    ("nothing", &[]),
    ("balance of power", &["balance"]),
    ("all lend against any attacker", &["lending"]),
    ("collective security: that, and adjudication", &["security"]),
    ("two blocs that only lend", &["lock-0", "lock-1"]),
    ("two alliances: that, adjudication inside, menace outside", &["bloc-0", "bloc-1"]),
];

const SIX: (usize, Poles) = (6, Poles::ManyOneApart);

/// All that must run.
pub fn arrangements() -> Vec<Arrangement> {
    let mut all: Vec<Arrangement> =
        ablations().into_iter().map(|(_, force)| Arrangement { powers: SIX.0, poles: SIX.1, force }).collect();
    for n in NUMBERS {
        all.extend([&[][..], &["balance"]].map(|force| among(n, Poles::Many, force)));
    }
    all.push(among(2, Poles::Many, &[]));
    for poles in [Poles::Many, Poles::Two] {
        all.extend(TOGETHER.iter().map(|(_, force)| among(8, poles, force)));
    }
    let mut once: Vec<Arrangement> = Vec::new();
    for one in all {
        if !once.contains(&one) {
            once.push(one);
        }
    }
    once
}

/// Mean and half of its 95 % interval.
fn interval(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let square = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>();
    (mean, 1.96 * (square / (n - 1.0) / n).sqrt())
}

fn level(runs: &[Outcome], of: impl Fn(&Outcome) -> f64) -> String {
    let (mean, half) = interval(&runs.iter().map(of).collect::<Vec<_>>());
    format!("{mean:.3} ± {half:.3}")
}

/// Paired difference.
fn change(runs: &[Outcome], against: &[Outcome], of: impl Fn(&Outcome) -> f64) -> String {
    let (mean, half) = interval(&runs.iter().zip(against).map(|(a, b)| of(a) - of(b)).collect::<Vec<_>>());
    let word = if mean.abs() <= half { " ○" } else { "" };
    format!("{mean:+.3} ± {half:.3}{word}")
}

/// Every table.
pub fn print(results: &Results) {
    println!("## Balance of power: one condition removed\n");
    one_removed(results);
    println!("\n## Number\n");
    number(results);
    println!("\n## Many poles and two\n");
    for (poles, name) in [(Poles::Many, "many poles"), (Poles::Two, "two poles")] {
        together(results, poles, name);
    }
    hegemons(results);
    println!("\n## Can the strongest be outmatched?\n");
    outmatched(results);
}

fn one_removed(results: &Results) {
    let of = |force: &[String]| results.of(&Arrangement { powers: SIX.0, poles: SIX.1, force: force.to_vec() });
    let list = ablations();
    let full = of(&list[0].1);
    println!("| six powers | hazard | wars | systemic war or hegemony | effort |\n|---|---|---|---|---|");
    println!(
        "| {} | {} | {} | {} | {} |",
        list[0].0,
        level(full, |r| r.hazard),
        level(full, |r| r.wars),
        level(full, |r| r.broken),
        level(full, |r| r.effort)
    );
    for (name, force) in &list[1..] {
        let runs = of(force);
        println!(
            "| {name} | {} | {} | {} | {} |",
            change(runs, full, |r| r.hazard),
            change(runs, full, |r| r.wars),
            change(runs, full, |r| r.broken),
            change(runs, full, |r| r.effort)
        );
    }
    println!("\n| who stays out | hazard of the five others | its own hazard |\n|---|---|---|");
    for (at, who) in [(1, ISLAND), (2, 0), (3, 5)] {
        let runs = of(&list[at].1);
        let others = |r: &Outcome| (r.each[..SIX.0].iter().sum::<f64>() - r.each[who]) / (SIX.0 as f64 - 1.0);
        let (name, own) = (list[at].0, change(runs, full, |r| r.each[who]));
        println!("| {name} | {} | {own} |", change(runs, full, others));
    }
}

fn number(results: &Results) {
    println!(
        "| powers | hazard without | with balance | what balance changes | of it | systemic war or hegemony without | what balance changes |"
    );
    println!("|---|---|---|---|---|---|---|");
    let alone = results.of(&among(2, Poles::Many, &[]));
    println!("| 2 | {} | – | – | – | {} | – |", level(alone, |r| r.hazard), level(alone, |r| r.broken));
    for n in NUMBERS {
        let [none, with] = [&[][..], &["balance"]].map(|force| results.of(&among(n, Poles::Many, force)));
        let mean = |runs: &[Outcome]| interval(&runs.iter().map(|r| r.hazard).collect::<Vec<_>>()).0;
        println!(
            "| {n} | {} | {} | {} | {:+.0} % | {} | {} |",
            level(none, |r| r.hazard),
            level(with, |r| r.hazard),
            change(with, none, |r| r.hazard),
            100.0 * (mean(with) / mean(none) - 1.0),
            level(none, |r| r.broken),
            change(with, none, |r| r.broken)
        );
    }
}

fn together(results: &Results, poles: Poles, world: &str) {
    println!(
        "| eight powers, {world} | hazard | wars | systemic war or hegemony | hazard of the three smallest |\n|---|---|---|---|---|"
    );
    let none = results.of(&among(8, poles, &[]));
    for (at, (name, force)) in TOGETHER.iter().enumerate() {
        let runs = results.of(&among(8, poles, force));
        let cell = |pick: &dyn Fn(&Outcome) -> f64| if at == 0 { level(runs, pick) } else { change(runs, none, pick) };
        println!(
            "| {name} | {} | {} | {} | {} |",
            cell(&|r| r.hazard),
            cell(&|r| r.wars),
            cell(&|r| r.broken),
            cell(&|r| r.small)
        );
    }
    println!();
}

fn hegemons(results: &Results) {
    let all = arrangements();
    let some = all.iter().filter(|one| results.of(one).iter().any(|r| r.hegemony > 0.0)).count();
    let most = all.iter().map(|one| interval(&results.of(one).iter().map(|r| r.hegemony).collect::<Vec<_>>()).0);
    let most = most.fold(0.0, f64::max);
    println!("Hegemony arises in {some} of the {} arrangements, at most in {:.1} % of runs.", all.len(), 100.0 * most);
}

fn outmatched(results: &Results) {
    println!("| share of years in which the strongest is outmatched | many poles | two poles |\n|---|---|---|");
    let who = ["all others", "all outside its bloc", "all outside both blocs"];
    for (at, who) in who.iter().enumerate() {
        for (share, how) in ["with all they have", "with the three tenths they lend"].iter().enumerate() {
            let cell = |poles| level(results.of(&among(8, poles, &[])), |r| r.outmatched[at][share]);
            println!("| by {who}, {how} | {} | {} |", cell(Poles::Many), cell(Poles::Two));
        }
    }
}
