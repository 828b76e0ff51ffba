//! The tables of `README.md`.

use lab::statistics::{effect, mean};

use crate::Results;
use crate::arrangement::{Arrangement, is_china, recorded};
use crate::outcome::{Outcome, Year};
use crate::ratio::{Ratio, ratio};
use crate::returns::returns;

/// Bounds of the share of loss that follows the world's, between which runs are told apart.
const LINKAGE: [f64; 4] = [0.0, 0.2, 0.4, 1.0];
/// Most actors in a table of actors.
const FEW: usize = 10;

/// Every table of one world.
pub fn print(results: &Results) {
    println!(
        "{} runs. Advanced: {}.\n",
        results.of(Arrangement::AsItIs).len(),
        names(results, &results.groups.advanced())
    );
    doses(results);
    println!();
    changes(results);
    single(results);
    println!();
    actors(results);
    println!();
    losses(results);
    println!();
    linkage(results);
    println!();
    donors(results);
}

fn names(results: &Results, among: &[usize]) -> String {
    let all: Vec<&str> = among.iter().map(|&i| results.scenario.actors[i].name.en.as_str()).collect();
    if all.len() > FEW { format!("{} of {}", all.len(), results.groups.people.len()) } else { all.join(", ") }
}

/// Groups that tables tell apart.
fn groups(results: &Results) -> Vec<(&'static str, Vec<usize>)> {
    let g = &results.groups;
    let mut all = vec![("world", g.world()), ("advanced", g.advanced()), ("all others", g.others())];
    all.push(("others without China", g.others().into_iter().filter(|&i| !is_china(&results.scenario, i)).collect()));
    if Arrangement::is_of_countries(&results.scenario) {
        all.push(("poor", g.poor()));
    }
    all
}

/// A sum over a group in every run.
fn sums(runs: &[Outcome], among: &[usize], of: fn(&Year) -> f64) -> Vec<f64> {
    runs.iter().map(|run| run.sum(among, of)).collect()
}

/// A sum under an arrangement, less that under what it is compared with, and the latter.
fn pair(results: &Results, to: Arrangement, among: &[usize], of: fn(&Year) -> f64) -> (Vec<f64>, Vec<f64>) {
    let without = sums(results.of(to.against().unwrap_or(to)), among, of);
    let with = sums(results.of(to), among, of);
    (with.iter().zip(&without).map(|(a, b)| a - b).collect(), without)
}

/// Change of a sum over what it is without.
fn change(results: &Results, to: Arrangement, among: &[usize], of: fn(&Year) -> f64) -> Ratio {
    let (less, without) = pair(results, to, among, of);
    ratio(&less, &without)
}

/// Arrangements that are compared with another.
fn compared(results: &Results) -> impl Iterator<Item = Arrangement> {
    results.runs.iter().map(|(one, _)| *one).filter(|one| one.against().is_some())
}

/// Doses per 100 people by the end of 2021: on record and here.
fn doses(results: &Results) {
    println!(
        "| doses given in 2021 per 100 people | on record | as it is | equal per head | set to the record | that, equal per head | \
         deaths as it is, millions |"
    );
    println!("|---|---|---|---|---|---|---|");
    for (name, among) in groups(results) {
        let people: f64 = among.iter().map(|&i| results.groups.people[i]).sum();
        let record: f64 = among.iter().map(|&i| recorded(&results.scenario, i)).sum();
        let given = |one| 100.0 * mean(&sums(results.of(one), &among, |y| y.doses)) / people;
        let dead = effect(&sums(results.of(Arrangement::AsItIs), &among, |y| y.deaths / 1e6));
        println!(
            "| {name} | {:.0} | {:.0} | {:.0} | {:.0} | {:.0} | {:.2} ± {:.2} |",
            100.0 * record / people,
            given(Arrangement::AsItIs),
            given(Arrangement::PerHead),
            given(Arrangement::OnRecord),
            given(Arrangement::OnRecordPerHead),
            dead.mean,
            dead.ci95[1] - dead.mean
        );
    }
}

/// What sharing does to deaths and infections of 2021, percent.
fn changes(results: &Results) {
    let all = groups(results);
    for (what, of) in [("deaths", (|y: &Year| y.deaths) as fn(&Year) -> f64), ("infections", |y| y.infections)] {
        let head: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
        println!("| change of {what} in 2021, % | {} | world, millions |", head.join(" | "));
        println!("|---|{}---|", "---|".repeat(all.len()));
        for one in compared(results) {
            let cells: Vec<String> = all.iter().map(|(_, among)| change(results, one, among, of).change()).collect();
            let more = effect(&pair(results, one, &all[0].1, of).0);
            let (name, half) = (one.name(&results.scenario), (more.ci95[1] - more.mean) / 1e6);
            println!("| {name} | {} | {:+.2} ± {half:.2} |", cells.join(" | "), more.mean / 1e6);
        }
        println!();
    }
}

/// The same in single runs, and how often the advanced are worse off.
fn single(results: &Results) {
    println!(
        "| change of deaths in 2021, %: median run (90 % of runs) | world | others without China | advanced | runs where more of the advanced die |"
    );
    println!("|---|---|---|---|---|");
    let (advanced, all) = (results.groups.advanced(), groups(results));
    for one in compared(results) {
        let [world, others, rich] =
            [0, 3, 1].map(|group| change(results, one, &all[group].1, |y: &Year| y.deaths).runs());
        println!(
            "| {} | {world} | {others} | {rich} | {} |",
            one.name(&results.scenario),
            worse(results, one, &advanced)
        );
    }
}

/// Share of runs in which more of a group die than without.
fn worse(results: &Results, one: Arrangement, among: &[usize]) -> String {
    format!("{:.0} %", 100.0 * effect(&pair(results, one, among, |y| y.deaths).0).positive)
}

/// Who gains and who pays when doses are equal per head, by actor: all of a few, or the ends of the list.
fn actors(results: &Results) {
    let per_million = |i: usize| {
        let (less, _) = pair(results, Arrangement::PerHead, &[i], |y| y.deaths);
        effect(&less.iter().map(|d| 1e6 * d / results.groups.people[i]).collect::<Vec<_>>())
    };
    let mut rows: Vec<(usize, lab::outcome::Effect)> =
        results.groups.world().into_iter().map(|i| (i, per_million(i))).collect();
    rows.sort_by(|a, b| b.1.mean.total_cmp(&a.1.mean));
    for (name, among) in [("advanced", results.groups.advanced()), ("all others", results.groups.others())] {
        let of =
            |pick: fn(&lab::outcome::Effect) -> bool| rows.iter().filter(|(i, e)| among.contains(i) && pick(e)).count();
        let (more, fewer) = (of(|e| e.ci95[0] > 0.0), of(|e| e.ci95[1] < 0.0));
        println!(
            "- equal per head, {name}: {more} of {} with clearly more deaths, {fewer} with clearly fewer",
            among.len()
        );
    }
    println!("\n| equal per head | change of deaths in 2021 per million | runs with more |\n|---|---|---|");
    let ends = rows.len().saturating_sub(FEW / 2);
    let shown = rows.iter().enumerate().filter(|(at, _)| rows.len() <= FEW || *at < FEW / 2 || *at >= ends);
    for (_, (i, e)) in shown {
        let name = &results.scenario.actors[*i].name.en;
        let positive = 100.0 * e.positive;
        println!("| {name} | {:+.0} ± {:.0} | {positive:.0} % |", e.mean, e.ci95[1] - e.mean);
    }
}

/// Output that some lost in 2021, billion, in every run of an arrangement.
fn lost(results: &Results, one: Arrangement, among: &[usize]) -> Vec<f64> {
    results.of(one).iter().map(|run| run.lost(among, &results.groups)).collect()
}

/// Loss of output in 2021 and the part of it that the advanced bear.
fn losses(results: &Results) {
    let (world, advanced) = (results.groups.world(), results.groups.advanced());
    let whole: f64 = results.groups.output.iter().sum();
    let size: f64 = advanced.iter().map(|&i| results.groups.output[i]).sum();
    println!("The advanced make {:.0} % of the world's output.\n", 100.0 * size / whole);
    println!("| output lost in 2021 | world, billion | % of its output | borne by the advanced, % | one run (90 %) |");
    println!("|---|---|---|---|---|");
    let row = |name: &str, all: &[f64], rich: &[f64]| {
        let (level, share) = (effect(all), ratio(rich, all));
        let half = level.ci95[1] - level.mean;
        let percent = 100.0 * level.mean / whole;
        println!("| {name} | {:.0} ± {half:.0} | {percent:.2} | {} | {} |", level.mean, share.percent(), share.runs());
    };
    for &(one, _) in &results.runs {
        row(&one.name(&results.scenario), &lost(results, one, &world), &lost(results, one, &advanced));
    }
    let full = Arrangement::AdvancedThenAll;
    for &(one, _) in results.runs.iter().filter(|(one, _)| one.withholds()) {
        let more = |among: &[usize]| -> Vec<f64> {
            lost(results, one, among).iter().zip(lost(results, full, among)).map(|(a, b)| a - b).collect()
        };
        row(&format!("of that for want of supply: {}", one.name(&results.scenario)), &more(&world), &more(&advanced));
    }
}

/// The advanced's part of the loss by how far losses follow the world's.
fn linkage(results: &Results) {
    println!(
        "| share of a loss that follows the world's, as drawn | runs | borne by the advanced, %: as it is | vaccinated alone |"
    );
    println!("|---|---|---|---|");
    let (world, advanced) = (results.groups.world(), results.groups.advanced());
    for bounds in LINKAGE.windows(2) {
        let share = |one: Arrangement| {
            let inside = results.of(one).iter().filter(|run| (bounds[0]..bounds[1]).contains(&run.linkage));
            let (all, rich): (Vec<f64>, Vec<f64>) =
                inside.map(|run| (run.lost(&world, &results.groups), run.lost(&advanced, &results.groups))).unzip();
            (all.len(), ratio(&rich, &all).percent())
        };
        let ((runs, plain), (_, alone)) = (share(Arrangement::AsItIs), share(Arrangement::AdvancedAlone));
        println!("| {} to {} | {runs} | {plain} | {alone} |", bounds[0], bounds[1]);
    }
}

/// What supplying all others returns to the advanced.
fn donors(results: &Results) {
    println!(
        "| step | doses more for all others, billions | output the advanced keep, billion | over 25 billion | one run (90 %) | \
         runs over 1 | pays up to, a dose |"
    );
    println!("|---|---|---|---|---|---|---|");
    let plain = Arrangement::AsItIs;
    let mut steps = vec![
        (plain, Arrangement::PerHead),
        (plain, Arrangement::NothingWithheld),
        (Arrangement::OnRecord, Arrangement::OnRecordPerHead),
        (plain, Arrangement::RateOfAdvanced),
    ];
    let withheld = results.runs.iter().filter(|(one, _)| one.withholds());
    steps.extend(withheld.map(|(one, _)| (*one, Arrangement::AdvancedThenAll)));
    for (from, to) in steps {
        let found = returns(results, from, to);
        let (over, kept) = (found.on_supply, crate::returns::SUPPLY * found.on_supply.value);
        let [low, middle, high] = over.band;
        println!(
            "| {} → {} | {:.2} | {kept:.1} | {:.2} ± {:.2} | {middle:.2} ({low:.2} to {high:.2}) | {:.0} % | {:.1} ± {:.1} |",
            from.name(&results.scenario),
            to.name(&results.scenario),
            found.doses,
            over.value,
            over.half,
            100.0 * found.paying,
            found.a_dose.value,
            found.a_dose.half
        );
    }
}
