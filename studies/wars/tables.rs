//! The tables of `README.md`.

use lab::statistics::{mean, quantile};
use lab::war_statistics::{
    against_lognormal, ccdf_slope, dispersion, fit_free, goodness_of_fit, poisson_test, yearly_table,
};

use crate::happened::{Run, concentration, deviation, since_last, sizes};
use crate::world::{WARM_UP, YEARS};

/// A world's name, and its runs by map.
pub type Result = (&'static str, Vec<Vec<Run>>);

const FROM: i32 = WARM_UP;
const TO: i32 = WARM_UP + YEARS - 1;
/// Smallest tail of a fit: in a sample of the size of the record, and in all runs on one map.
const TAILS: [usize; 2] = [10, 50];
/// Synthetic samples per goodness of fit.
const SYNTHETIC: u32 = 100;

/// Median and 90 % range.
fn range(values: &[f64]) -> String {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|v| v.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let [low, middle, high] = [0.05, 0.5, 0.95].map(|p| quantile(&sorted, p));
    format!("{middle:.2} ({low:.2} to {high:.2})")
}

fn share(values: &[f64], holds: impl Fn(f64) -> bool) -> String {
    format!("{:.0} %", 100.0 * values.iter().filter(|&&v| holds(v)).count() as f64 / values.len() as f64)
}

fn interval(values: &[f64]) -> String {
    let half = 1.96 * deviation(values) / (values.len() as f64).sqrt();
    format!("{:.3} ± {half:.3}", mean(values))
}

fn onsets(run: &Run) -> Vec<u64> {
    yearly_table(&run.between(FROM, TO).map(|w| w.year).collect::<Vec<_>>(), FROM, TO)
}

fn rate(run: &Run, from: i32, to: i32) -> f64 {
    run.between(from, to).count() as f64 / f64::from(to - from + 1)
}

/// Everything, in order.
pub fn print(results: &[Result]) {
    let stated: Vec<&Run> = results[0].1.iter().flatten().collect();
    println!("## Sizes\n");
    size_of_one(&stated);
    size_of_maps(&results[0].1);
    size_by_world(results);
    println!("\n## Onsets\n");
    onset_by_world(results);
    println!("\n## Pairs\n");
    pairs(results);
    println!("\n## Stages, motives, arms\n");
    stages(&stated);
    elasticities(results);
    println!("\n## Stationarity\n");
    halves(&stated);
    long(&results[results.len() - 1].1[0]);
}

/// A run has about as many wars as the record: the fair comparison.
fn size_of_one(runs: &[&Run]) {
    let all: Vec<Vec<f64>> = runs.iter().map(|run| sizes(run, FROM, TO)).filter(|s| s.len() >= 2 * TAILS[0]).collect();
    let laws: Vec<_> = all.iter().filter_map(|s| fit_free(s, TAILS[0])).collect();
    let exponents: Vec<f64> = laws.iter().map(|law| law.exponent).collect();
    let p: Vec<f64> = all.iter().filter_map(|s| goodness_of_fit(s, TAILS[0], SYNTHETIC, 36)).collect();
    let z: Vec<f64> =
        all.iter().zip(&laws).filter_map(|(s, law)| against_lognormal(s, law.x_min)).map(|c| c.z).collect();
    let largest = |s: &[f64]| s.iter().copied().fold(0.0, f64::max);
    let smallest = |s: &[f64]| s.iter().copied().fold(f64::INFINITY, f64::min);
    let decades: Vec<f64> = all.iter().map(|s| (largest(s) / smallest(s)).log10()).collect();
    let tail: Vec<f64> = all.iter().zip(&laws).map(|(s, law)| (largest(s) / law.x_min).log10()).collect();
    let slopes: Vec<f64> = all.iter().map(|s| ccdf_slope(s)).collect();
    let both = exponents.iter().zip(&p).filter(|(a, p)| (1.35..=1.8).contains(*a) && **p > 0.1).count();
    println!(
        "| one run, {} of them with 20 wars or more | median (90 % of runs) | runs inside the target |",
        all.len()
    );
    println!("|---|---|---|");
    println!("| wars | {} | |", range(&all.iter().map(|s| s.len() as f64).collect::<Vec<_>>()));
    println!("| α | {} | {} in [1.35, 1.8] |", range(&exponents), share(&exponents, |a| (1.35..=1.8).contains(&a)));
    println!("| wars in the tail | {} | |", range(&laws.iter().map(|law| law.tail as f64).collect::<Vec<_>>()));
    println!("| p of the power law | {} | {} over 0.1 |", range(&p), share(&p, |p| p > 0.1));
    println!("| α in range and p over 0.1 | | {:.0} % |", 100.0 * both as f64 / all.len() as f64);
    println!("| z against a lognormal | {} | {} over −1.96 |", range(&z), share(&z, |z| z > -1.96));
    println!("| decades, all sizes | {} | {} at least 3 |", range(&decades), share(&decades, |d| d >= 3.0));
    println!("| decades, tail | {} | |", range(&tail));
    println!(
        "| slope of log CCDF | {} | {} in [−0.75, −0.35] |",
        range(&slopes),
        share(&slopes, |s| (-0.75..=-0.35).contains(&s))
    );
}

/// All runs on one map together: sixteen times the record, where the form of the tail shows.
fn size_of_maps(maps: &[Vec<Run>]) {
    println!(
        "\n| all runs on one map | wars | α | wars in the tail | decades, tail | p | z | slope |\n|---|---|---|---|---|---|---|---|"
    );
    for (map, runs) in maps.iter().enumerate() {
        let all: Vec<f64> = runs.iter().flat_map(|run| sizes(run, FROM, TO)).collect();
        let Some(law) = fit_free(&all, TAILS[1]) else { continue };
        let p = goodness_of_fit(&all, TAILS[1], SYNTHETIC / 2, 36).unwrap_or(f64::NAN);
        let z = against_lognormal(&all, law.x_min).map_or(f64::NAN, |c| c.z);
        let decades = (all.iter().copied().fold(0.0, f64::max) / law.x_min).log10();
        println!(
            "| {} | {} | {:.2} ± {:.2} | {} | {decades:.1} | {p:.2} | {z:.1} | {:.2} |",
            map + 1,
            all.len(),
            law.exponent,
            law.standard_error,
            law.tail,
            ccdf_slope(&all)
        );
    }
}

/// How far need answers fear, by world.
fn elasticities(results: &[Result]) {
    println!("\n| world | elasticity of need to what is feared, mean of benign states |\n|---|---|");
    for (name, maps) in &results[..results.len() - 1] {
        println!("| {name} | {} |", range(&maps.iter().flatten().map(|r| r.elasticity).collect::<Vec<_>>()));
    }
}

/// What the tail comes from.
fn size_by_world(results: &[Result]) {
    println!("\n| world | α, median run (90 %) | slope of log CCDF | decades, all sizes |\n|---|---|---|---|");
    for (name, maps) in results.iter().filter(|(name, _)| !name.starts_with("fear") && !name.starts_with("two th")) {
        let all: Vec<Vec<f64>> =
            maps.iter().flatten().map(|run| sizes(run, FROM, TO)).filter(|s| s.len() >= 2 * TAILS[0]).collect();
        let exponents: Vec<f64> = all.iter().filter_map(|s| fit_free(s, TAILS[0])).map(|law| law.exponent).collect();
        let slopes: Vec<f64> = all.iter().map(|s| ccdf_slope(s)).collect();
        let decades = |s: &Vec<f64>| {
            let sorted = s.iter().copied();
            (sorted.clone().fold(0.0, f64::max) / sorted.fold(f64::INFINITY, f64::min)).log10()
        };
        let decades: Vec<f64> = all.iter().map(decades).collect();
        println!("| {name} | {} | {} | {} |", range(&exponents), range(&slopes), range(&decades));
    }
}

fn onset_by_world(results: &[Result]) {
    println!(
        "| world | runs | onsets a year | variance/mean, mean | one run (90 %) | in [0.75, 1.35] | Poisson p < 0.05 |"
    );
    println!("|---|---|---|---|---|---|---|");
    for (name, maps) in &results[..results.len() - 1] {
        let runs: Vec<&Run> = maps.iter().flatten().collect();
        let rates: Vec<f64> = runs.iter().map(|run| rate(run, FROM, TO)).collect();
        let tables: Vec<Vec<u64>> = runs.iter().map(|run| onsets(run)).filter(|t| t.len() > 1).collect();
        let spread: Vec<f64> = tables.iter().map(|t| dispersion(t)).collect();
        let p: Vec<f64> = tables.iter().map(|t| poisson_test(t).p).collect();
        println!(
            "| {name} | {} | {} | {} | {} | {} | {} |",
            runs.len(),
            interval(&rates),
            interval(&spread),
            range(&spread),
            share(&spread, |v| (0.75..=1.35).contains(&v)),
            share(&p, |p| p < 0.05)
        );
    }
}

fn pairs(results: &[Result]) {
    println!("| world | 1 | 2–3 | 4–6 | 7–11 | 12–21 | over 21 | none yet | top 1 % of pairs hold |");
    println!("|---|---|---|---|---|---|---|---|---|");
    for (name, maps) in results[..results.len() - 1].iter().filter(|(name, _)| !name.starts_with("spread")) {
        let runs: Vec<Run> = maps.iter().flatten().cloned().collect();
        let cells: Vec<String> = since_last(&runs, FROM, TO)
            .iter()
            .map(|(hits, years)| if *years > 0.0 { format!("{:.4}", hits / years) } else { "–".into() })
            .collect();
        println!("| {name} | {} | {:.0} % |", cells.join(" | "), 100.0 * concentration(&runs, FROM, TO));
    }
}

fn stages(runs: &[&Run]) {
    let wars: Vec<_> = runs.iter().flat_map(|run| run.between(FROM, TO)).filter(|w| w.size.is_some()).collect();
    let part = |holds: &dyn Fn(&crate::happened::War) -> bool| {
        100.0 * wars.iter().filter(|w| holds(w)).count() as f64 / wars.len() as f64
    };
    println!("of {} wars that ended:", wars.len());
    for (stage, name) in [(1, "stayed limited"), (2, "became extended"), (3, "became total")] {
        println!("- {name}: {:.1} %", part(&|w| w.stage == stage));
    }
    println!("- begun from fear: {:.1} %", part(&|w| w.from_fear));
    println!("- neither side greedy: {:.1} %", part(&|w| w.tragic));
}

fn halves(runs: &[&Run]) {
    let middle = FROM + YEARS / 2;
    let of = |pick: &dyn Fn(&Run, i32, i32) -> f64| {
        let first: Vec<f64> = runs.iter().map(|run| pick(run, FROM, middle - 1)).collect();
        let second: Vec<f64> = runs.iter().map(|run| pick(run, middle, TO)).collect();
        let change: Vec<f64> = first.iter().zip(&second).map(|(a, b)| b - a).filter(|d| d.is_finite()).collect();
        (first, second, change)
    };
    let logs = |run: &Run, from, to| mean(&sizes(run, from, to).iter().map(|s| s.ln()).collect::<Vec<_>>());
    let average = |list: &[f64], from: i32, to: i32| mean(&list[from as usize..=to as usize]);
    println!("| | first half | second half | change |\n|---|---|---|---|");
    let row = |name: &str, pick: &dyn Fn(&Run, i32, i32) -> f64| {
        let (first, second, change) = of(pick);
        let finite = |v: Vec<f64>| mean(&v.into_iter().filter(|x| x.is_finite()).collect::<Vec<_>>());
        println!("| {name} | {:.3} | {:.3} | {} |", finite(first), finite(second), interval(&change));
    };
    row("onsets a year", &|run, from, to| rate(run, from, to));
    row("mean ln size", &|run, from, to| logs(run, from, to));
    row("ln of total effort", &|run, from, to| average(&run.effort, from, to).ln());
    row("spread of ln resources", &|run, from, to| average(&run.spread, from, to));
}

/// Whether resources gather in ever fewer hands.
fn long(runs: &[Run]) {
    println!(
        "\n| years since the start | spread of ln resources | ln of total effort | onsets a year, century before |\n|---|---|---|---|"
    );
    for year in [100, 500, 1000, 1500, 1999] {
        let spread = mean(&runs.iter().map(|run| run.spread[year]).collect::<Vec<_>>());
        let effort = mean(&runs.iter().map(|run| run.effort[year].ln()).collect::<Vec<_>>());
        let onset = mean(&runs.iter().map(|run| rate(run, year as i32 - 100, year as i32 - 1)).collect::<Vec<_>>());
        println!("| {year} | {spread:.3} | {effort:.3} | {onset:.3} |");
    }
}
