//! The tables of `README.md`.

use lab::statistics::mean;

use crate::lives::{BIRTH, ENDS, Run, change, median, ratio_of_medians};
use crate::world::STATES;
use crate::{Change, YEARS};

/// Every table of one world; the first change is none.
pub fn print(world: &str, changes: &[Change], results: &[Vec<Run>]) {
    println!("## {world}\n");
    println!("Median life, years; ratio to the world as stated.\n");
    medians(changes, results);
    println!("\nMean life up to {} years; change.\n", YEARS - BIRTH);
    means(changes, results);
    println!("\nHow many are left.\n");
    left(changes, results);
    println!();
}

/// The same world with fewer and milder wars.
pub fn print_milder(changes: &[Change], results: &[Vec<Run>]) {
    println!("With half as many attacks and half the reparations: mean life up to {} years.\n", YEARS - BIRTH);
    means(changes, results);
    println!();
}

/// A median, or that it lies beyond the run.
fn years(median: f64) -> String {
    if median.is_finite() { format!("{median:.0}") } else { format!("> {}", YEARS - BIRTH) }
}

/// Ratio with interval where both medians are seen, in the bootstrap as well; ○ where the interval holds 1.
fn ratio(with: &[Run], without: &[Run], end: usize) -> String {
    let (ratio, [low, high]) = ratio_of_medians(with, without, end);
    if ![ratio, low, high].iter().all(|r| *r > 0.0 && r.is_finite()) {
        return String::new();
    }
    let word = if (low..=high).contains(&1.0) { " ○" } else { "" };
    format!(" × {ratio:.2} ({low:.2} to {high:.2}){word}")
}

fn difference(with: &[Run], without: &[Run], of: impl Fn(&Run) -> f64, digits: usize) -> String {
    let (mean, half) = change(with, without, of);
    let word = if mean.abs() <= half { " ○" } else { "" };
    format!("{mean:+.digits$} ± {half:.digits$}{word}")
}

fn level(runs: &[Run], of: impl Fn(&Run) -> f64) -> f64 {
    mean(&runs.iter().map(of).collect::<Vec<_>>())
}

fn medians(changes: &[Change], results: &[Vec<Run>]) {
    println!("| | | {} |\n|---|---|{}", heads().join(" | "), "---|".repeat(ENDS.len()));
    for (at, (change, runs)) in changes.iter().zip(results).enumerate() {
        let cell =
            |end: usize| years(median(runs, end)) + &if at > 0 { ratio(runs, &results[0], end) } else { String::new() };
        println!("| {} | {} | {} |", change.what, change.to, (0..ENDS.len()).map(cell).collect::<Vec<_>>().join(" | "));
    }
}

fn heads() -> Vec<&'static str> {
    ENDS.iter().map(|(name, _)| *name).collect()
}

fn means(changes: &[Change], results: &[Vec<Run>]) {
    println!("| | | {} | wars a year | effort over baseline |", heads().join(" | "));
    println!("|---|---|{}---|---|", "---|".repeat(ENDS.len()));
    for (at, (change, runs)) in changes.iter().zip(results).enumerate() {
        let cell = |of: &dyn Fn(&Run) -> f64, digits: usize| {
            if at > 0 { difference(runs, &results[0], of, digits) } else { format!("{:.digits$}", level(runs, of)) }
        };
        let lives: Vec<String> = (0..ENDS.len()).map(|end| cell(&|r| r.restricted(end, YEARS), 1)).collect();
        let (wars, armed) = (cell(&|r| r.wars, 2), cell(&|r| r.armed, 3));
        println!("| {} | {} | {} | {wars} | {armed} |", change.what, change.to, lives.join(" | "));
    }
}

/// Classes of the number of states left, shares of sixteen as near as may be to Cederman's 1, 2, 3–10, 11–90 and 91–100 of a hundred.
const CLASSES: [(usize, usize); 5] = [(0, 1), (2, 2), (3, 4), (5, 14), (15, STATES)];

fn left(changes: &[Change], results: &[Vec<Run>]) {
    let names: Vec<String> =
        CLASSES.iter().map(|(a, b)| if a == b { format!("{a}") } else { format!("{a}–{b}") }).collect();
    println!(
        "| | | states over ¼ of their resources | runs in which these are {} | like so many equal powers |",
        names.join(" | ")
    );
    println!("|---|---|---|{}---|", "---|".repeat(CLASSES.len()));
    for (at, (change, runs)) in changes.iter().zip(results).enumerate() {
        let cell = |of: &dyn Fn(&Run) -> f64| {
            if at > 0 { difference(runs, &results[0], of, 2) } else { format!("{:.2}", level(runs, of)) }
        };
        let share = |&(from, to): &(usize, usize)| {
            let inside = runs.iter().filter(|r| (from..=to).contains(&r.standing(1))).count();
            format!("{:.0} %", 100.0 * inside as f64 / runs.len() as f64)
        };
        println!(
            "| {} | {} | {} | {} | {} |",
            change.what,
            change.to,
            cell(&|r| r.standing(1) as f64),
            CLASSES.iter().map(share).collect::<Vec<_>>().join(" | "),
            cell(&|r| r.powers)
        );
    }
}
