//! Every run of a comparison as one table: replication by replication, levels, not effects.

use super::{Compared, lives};
use crate::table::{Column, MOST_ROWS, Table};

/// One row per run and replication: security (mean over actors), ∫ hazards (sums over actors), waste, trust, ln effort,
/// pressure on the main pair at the end (ratio); with an epidemic also people dead, dead per million of whoever is hit worst, and
/// years of output lost; with a commons what is left at the end of the resource (share of capacity) and of the environment (0–1). Beyond [`MOST_ROWS`] only the first replications are kept.
pub fn table(c: &Compared) -> Table {
    let kept = (MOST_ROWS / c.sets.len().max(1)).min(c.replications());
    let mut numbers: Vec<i32> = Vec::new();
    let mut columns: [Vec<f64>; 12] = Default::default();
    let mut run: Vec<u32> = Vec::new();
    for at in 0..c.sets.len() {
        let mut before = 0;
        for b in &c.blocks {
            for l in (0..b.active).take(kept.saturating_sub(before)) {
                let m = &b.runs[at];
                numbers.push(b.first as i32 + l as i32);
                run.push(at as u32);
                let sum = |v: &[crate::draw::Lane]| v.iter().map(|x| x[l]).sum::<f64>();
                let row = [
                    m.security(l),
                    sum(&m.deliberate),
                    sum(&m.accidental),
                    m.waste[l],
                    m.trust[l],
                    m.log_effort[l],
                    m.pressure[l],
                    m.deaths(l),
                    lives::worst(b, m, l),
                    lives::loss(b, m, l),
                    m.left.map_or(0.0, |left| left.resource[l]),
                    m.left.map_or(0.0, |left| left.environment[l]),
                ];
                columns.iter_mut().zip(row).for_each(|(column, value)| column.push(value));
            }
            before += b.active;
        }
    }
    let epidemic = c.blocks.first().is_some_and(|b| !b.people.is_empty());
    let commons = c.blocks.first().and_then(|b| b.runs.first()).is_some_and(|m| m.left.is_some());
    let names = [
        ("security", true),
        ("deliberate", true),
        ("accidental", true),
        ("waste", true),
        ("trust", true),
        ("log_effort", true),
        ("pressure_at_end", true),
        ("deaths", epidemic),
        ("worst_deaths_per_million", epidemic),
        ("output_lost", epidemic),
        ("resource_at_end", commons),
        ("environment_at_end", commons),
    ];
    let ids = c.sets.iter().map(|s| s.id.clone()).collect();
    let mut all = vec![("run", Column::Word(ids, run)), ("replication", Column::Whole(numbers))];
    let shown = names.into_iter().zip(columns).filter(|((_, shown), _)| *shown);
    all.extend(shown.map(|((name, _), values)| (name, Column::Real(values))));
    Table { columns: all }
}
