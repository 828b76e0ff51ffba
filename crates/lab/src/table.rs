//! Results as tables: columns by name, written as Parquet.
//!
//! Everything downstream of the engine reads these or the outcome document, never the engine's insides.

use std::sync::Arc;

use parquet::basic::{Compression, ConvertedType, Repetition, Type as Physical};
use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type};
use parquet::errors::ParquetError;
use parquet::file::properties::WriterProperties;
use parquet::file::writer::SerializedFileWriter;
use parquet::schema::types::Type;

use theory::happen::{Happening, What};

use crate::ensemble::Ensemble;
use crate::measure::Reader;
use crate::outcome::Event;
use crate::scenario::Scenario;

/// Rows of one table beyond which only the first replications are written.
pub const MOST_ROWS: usize = 4_000_000;

/// One column.
#[derive(Clone, Debug, PartialEq)]
pub enum Column {
    /// Whole numbers.
    Whole(Vec<i32>),
    /// Real numbers.
    Real(Vec<f64>),
    /// Words out of a short list: (list, index of each row).
    Word(Vec<String>, Vec<u32>),
}

/// Columns of equal length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// Name and column, in order.
    pub columns: Vec<(&'static str, Column)>,
}

impl Table {
    /// Number of rows.
    pub fn rows(&self) -> usize {
        match self.columns.first() {
            Some((_, Column::Whole(v))) => v.len(),
            Some((_, Column::Real(v))) => v.len(),
            Some((_, Column::Word(_, v))) => v.len(),
            None => 0,
        }
    }

    /// The table as a Parquet file (Snappy), the same bytes for the same table.
    pub fn to_parquet(&self) -> Result<Vec<u8>, ParquetError> {
        let fields = self.columns.iter().map(|(name, column)| field(name, column)).collect::<Result<_, _>>()?;
        let schema = Type::group_type_builder("herz").with_fields(fields).build()?;
        let properties =
            WriterProperties::builder().set_compression(Compression::SNAPPY).set_created_by("herz".into()).build();
        let mut file = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
        let mut group = file.next_row_group()?;
        for (_, column) in &self.columns {
            let Some(mut writer) = group.next_column()? else { break };
            match column {
                Column::Whole(v) => writer.typed::<Int32Type>().write_batch(v, None, None).map(drop)?,
                Column::Real(v) => writer.typed::<DoubleType>().write_batch(v, None, None).map(drop)?,
                Column::Word(list, v) => {
                    let list: Vec<ByteArray> = list.iter().map(|w| ByteArray::from(w.as_str())).collect();
                    let words: Vec<ByteArray> = v.iter().map(|&w| list[w as usize].clone()).collect();
                    writer.typed::<ByteArrayType>().write_batch(&words, None, None).map(drop)?;
                }
            }
            writer.close()?;
        }
        group.close()?;
        file.into_inner()
    }
}

fn field(name: &str, column: &Column) -> Result<Arc<Type>, ParquetError> {
    let physical = match column {
        Column::Whole(_) => Physical::INT32,
        Column::Real(_) => Physical::DOUBLE,
        Column::Word(..) => Physical::BYTE_ARRAY,
    };
    let builder = Type::primitive_type_builder(name, physical).with_repetition(Repetition::REQUIRED);
    let builder =
        if physical == Physical::BYTE_ARRAY { builder.with_converted_type(ConvertedType::UTF8) } else { builder };
    builder.build().map(Arc::new)
}

/// Replications whose rows are written, given rows per replication.
fn kept(ensemble: &Ensemble, rows_each: usize) -> usize {
    ensemble.replications().min((MOST_ROWS / rows_each.max(1)).max(1))
}

/// (position, block index, lane) of the first `count` finished replications.
fn walk(ensemble: &Ensemble, count: usize) -> impl Iterator<Item = (i32, usize, usize)> {
    ensemble
        .blocks
        .iter()
        .enumerate()
        .flat_map(|(b, block)| (0..block.active).map(move |l| ((block.first + l as u32) as i32, b, l)))
        .take(count)
}

/// Calendar years: whole where a year has one record, with decimals where it has several.
fn time_column(scenario: &Scenario, years: Vec<f64>) -> Column {
    if scenario.clock.records_per_year == 1 {
        Column::Whole(years.into_iter().map(|year| year as i32).collect())
    } else {
        Column::Real(years)
    }
}

/// Effort and hazards: one row per replication, year, issue and actor.
pub fn actors(reader: Reader<'_>) -> Table {
    let (scenario, ensemble) = (reader.scenario, reader.ensemble);
    let (n, issues, years) = (scenario.size(), scenario.issues.len(), reader.years());
    let rows_each = years.len() * issues * n;
    let rows = kept(ensemble, rows_each) * rows_each;
    let (mut replication, mut year) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
    let (mut issue, mut actor) = (Vec::with_capacity(rows), Vec::with_capacity(rows));
    let mut values: [Vec<f64>; 4] = std::array::from_fn(|_| Vec::with_capacity(rows));
    for (r, b, l) in walk(ensemble, kept(ensemble, rows_each)) {
        let block = &ensemble.blocks[b];
        for record in 0..years.len() {
            for k in 0..issues {
                for i in 0..n {
                    let at = reader.actor_at(record, k, i);
                    replication.push(r);
                    year.push(years[record]);
                    issue.push(k as u32);
                    actor.push(i as u32);
                    for (list, from) in
                        values.iter_mut().zip([&block.effort, &block.ratio, &block.perceived, &block.objective])
                    {
                        list.push(from[at][l]);
                    }
                }
            }
        }
    }
    let [effort, ratio, perceived, objective] = values;
    Table {
        columns: vec![
            ("replication", Column::Whole(replication)),
            ("year", time_column(scenario, year)),
            ("issue", Column::Word(scenario.issues.iter().map(|k| k.id.clone()).collect(), issue)),
            ("actor", Column::Word(scenario.actors.iter().map(|a| a.id.clone()).collect(), actor)),
            ("effort", Column::Real(effort)),
            ("effort_over_baseline", Column::Real(ratio)),
            ("perceived_hazard", Column::Real(perceived)),
            ("objective_hazard", Column::Real(objective)),
        ],
    }
}

/// Beliefs: one row per replication, year, issue and tracked pair, with the pair's verdict in that run.
pub fn pairs(reader: Reader<'_>) -> Table {
    let (scenario, ensemble) = (reader.scenario, reader.ensemble);
    let (issues, years) = (scenario.issues.len(), reader.years());
    let tracked = &reader.plan.tracked;
    let rows_each = years.len() * issues * tracked.len();
    let names = || scenario.actors.iter().map(|a| a.id.clone()).collect::<Vec<_>>();
    let (mut replication, mut year) = (Vec::new(), Vec::new());
    let (mut issue, mut from, mut to) = (Vec::new(), Vec::new(), Vec::new());
    let (mut mistrust, mut verdict) = (Vec::new(), Vec::new());
    for (r, b, l) in walk(ensemble, kept(ensemble, rows_each)) {
        let block = &ensemble.blocks[b];
        for k in 0..issues {
            for (p, &(i, j)) in tracked.iter().enumerate() {
                let frame = reader.frame(block, k, i, j, l) as u32;
                for record in 0..years.len() {
                    replication.push(r);
                    year.push(years[record]);
                    issue.push(k as u32);
                    from.push(i as u32);
                    to.push(j as u32);
                    mistrust.push(block.mistrust[reader.tracked_at(record, k, p)][l]);
                    verdict.push(frame);
                }
            }
        }
    }
    let frames = ["harmony", "security-dilemma", "predation", "rivalry"].map(String::from).to_vec();
    Table {
        columns: vec![
            ("replication", Column::Whole(replication)),
            ("year", time_column(scenario, year)),
            ("issue", Column::Word(scenario.issues.iter().map(|k| k.id.clone()).collect(), issue)),
            ("from", Column::Word(names(), from)),
            ("to", Column::Word(names(), to)),
            ("mistrust", Column::Real(mistrust)),
            ("verdict", Column::Word(frames, verdict)),
        ],
    }
}

/// Every kind of event. Beliefs that cross one half and efforts that cross twice the baseline, as a year's record first
/// shows them; then what happens in the run, in the year in which it happens. A war that ends names the winner as actor
/// and how far it went; its size is the effort it destroyed on both sides so far.
pub const EVENTS: [&str; 15] = [
    "trust-lost",
    "trust-won",
    "effort-doubled",
    "effort-back",
    "attack-from-greed",
    "attack-from-fear",
    "war-extended",
    "war-total",
    "ended-limited",
    "ended-extended",
    "ended-total",
    "nuclear-attack",
    "accident-false-warning",
    "accident-unauthorised-use",
    "accident-technical-fault",
];

/// Name of what happened, one of [`EVENTS`].
pub fn name_of(what: What) -> &'static str {
    match what {
        What::AttackFromGreed => "attack-from-greed",
        What::AttackFromFear => "attack-from-fear",
        What::Widened(2) => "war-extended",
        What::Widened(_) => "war-total",
        What::Ended(1) => "ended-limited",
        What::Ended(2) => "ended-extended",
        What::Ended(_) => "ended-total",
        What::NuclearAttack => "nuclear-attack",
        What::NuclearAccident(0) => "accident-false-warning",
        What::NuclearAccident(1) => "accident-unauthorised-use",
        What::NuclearAccident(_) => "accident-technical-fault",
    }
}

/// Calendar year in which something happened; its time is the end of its step.
pub fn year_of(happening: &Happening, start: i32, steps_per_year: u32) -> i32 {
    let step = (happening.time * f64::from(steps_per_year)).round() as i32 - 1;
    start + step.div_euclid(steps_per_year as i32)
}

/// What happened, by replication and year: see [`EVENTS`].
pub fn events(reader: Reader<'_>) -> Vec<Event> {
    let (scenario, ensemble) = (reader.scenario, reader.ensemble);
    let (n, issues, years) = (scenario.size(), scenario.issues.len(), reader.years());
    let rows_each = years.len() * issues * (n + reader.plan.tracked.len());
    let mut found = Vec::new();
    for (r, b, l) in walk(ensemble, kept(ensemble, rows_each)) {
        let (block, first) = (&ensemble.blocks[b], found.len());
        for record in 1..years.len() {
            for (k, issue) in scenario.issues.iter().enumerate() {
                let mut note = |actor: usize, partner: Option<usize>, event: &'static str| {
                    found.push(Event {
                        replication: r as u64,
                        year: years[record],
                        issue: issue.id.clone(),
                        actor: scenario.actors[actor].id.clone(),
                        partner: partner.map_or(String::new(), |p| scenario.actors[p].id.clone()),
                        event,
                        size: 0.0,
                    });
                };
                for (p, &(i, j)) in reader.plan.tracked.iter().enumerate() {
                    let now = block.mistrust[reader.tracked_at(record, k, p)][l] > 0.5;
                    let before = block.mistrust[reader.tracked_at(record - 1, k, p)][l] > 0.5;
                    if now != before {
                        note(i, Some(j), if now { "trust-lost" } else { "trust-won" });
                    }
                }
                for i in 0..n {
                    let now = block.ratio[reader.actor_at(record, k, i)][l] > 2.0;
                    let before = block.ratio[reader.actor_at(record - 1, k, i)][l] > 2.0;
                    if now != before {
                        note(i, None, if now { "effort-doubled" } else { "effort-back" });
                    }
                }
            }
        }
        let log = block.state.iter().flat_map(|state| state.log.iter().flatten());
        found.extend(log.filter(|h| h.lane == l).map(|h| happened(reader, r as u64, h)));
        found[first..].sort_by(|a, b| a.year.total_cmp(&b.year));
    }
    found
}

/// What happened, in the words of the scenario. An accident has no partner.
fn happened(reader: Reader<'_>, replication: u64, h: &Happening) -> Event {
    let scenario = reader.scenario;
    let id = |i: usize| scenario.actors[i].id.clone();
    Event {
        replication,
        year: if scenario.clock.records_per_year == 1 {
            f64::from(year_of(h, scenario.clock.start, scenario.clock.steps_per_year))
        } else {
            f64::from(scenario.clock.start) + h.time
        },
        issue: scenario.issues[h.issue].id.clone(),
        actor: id(h.actor),
        partner: if h.partner == h.actor { String::new() } else { id(h.partner) },
        event: name_of(h.what),
        size: h.size,
    }
}

/// Events as a table.
pub fn events_table(reader: Reader<'_>) -> Table {
    let events = events(reader);
    let mut names: Vec<String> = vec![String::new()];
    names.extend(reader.scenario.actors.iter().map(|a| a.id.clone()));
    let issues: Vec<String> = reader.scenario.issues.iter().map(|k| k.id.clone()).collect();
    let index = |list: &[String], word: &str| list.iter().position(|w| w == word).unwrap_or(0) as u32;
    Table {
        columns: vec![
            ("replication", Column::Whole(events.iter().map(|e| e.replication as i32).collect())),
            ("year", time_column(reader.scenario, events.iter().map(|e| e.year).collect())),
            ("issue", Column::Word(issues.clone(), events.iter().map(|e| index(&issues, &e.issue)).collect())),
            ("actor", Column::Word(names.clone(), events.iter().map(|e| index(&names, &e.actor)).collect())),
            ("partner", Column::Word(names.clone(), events.iter().map(|e| index(&names, &e.partner)).collect())),
            (
                "event",
                Column::Word(
                    EVENTS.map(String::from).to_vec(),
                    events.iter().map(|e| EVENTS.iter().position(|k| *k == e.event).unwrap_or(0) as u32).collect(),
                ),
            ),
            ("size", Column::Real(events.iter().map(|e| e.size).collect())),
        ],
    }
}
