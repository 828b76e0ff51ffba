//! Every run of a comparison as one table: replication by replication, levels, not effects.

use super::{Compared, lives};
use crate::table::{Column, MOST_ROWS, Table};

/// Columns that every comparison has.
const LASTING: usize = 7;

/// One row per run and replication: security (mean over actors), ∫ hazards (sums over actors), waste, trust, ln effort,
/// pressure on the main pair at the end (ratio); with an epidemic also people dead, dead per million of whoever is hit worst, and
/// years of output lost. Beyond [`MOST_ROWS`] only the first replications are kept.
pub fn table(c: &Compared) -> Table {
    let kept = (MOST_ROWS / c.sets.len().max(1)).min(c.replications());
    let mut numbers: Vec<i32> = Vec::new();
    let mut columns: [Vec<f64>; 10] = Default::default();
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
                ];
                columns.iter_mut().zip(row).for_each(|(column, value)| column.push(value));
            }
            before += b.active;
        }
    }
    let names = [
        "security",
        "deliberate",
        "accidental",
        "waste",
        "trust",
        "log_effort",
        "pressure_at_end",
        "deaths",
        "worst_deaths_per_million",
        "output_lost",
    ];
    let epidemic = c.blocks.first().is_some_and(|b| !b.people.is_empty());
    let shown = if epidemic { names.len() } else { LASTING };
    let ids = c.sets.iter().map(|s| s.id.clone()).collect();
    let mut all = vec![("run", Column::Word(ids, run)), ("replication", Column::Whole(numbers))];
    all.extend(names.into_iter().zip(columns).take(shown).map(|(name, values)| (name, Column::Real(values))));
    Table { columns: all }
}
