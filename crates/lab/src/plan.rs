//! What a run will hold in memory and look at: decided before anything is allocated.

use theory::world::LANES;

use crate::scenario::physics::of_key;
use crate::scenario::{NumberId, Scenario, Text};
use crate::table::MOST_ROWS;

/// Directed pairs whose beliefs are kept year by year; beyond, only their verdicts and final beliefs.
pub const TRACKED_PAIRS: usize = 132;
/// Up to this many actors every one is examined for D1, D2 and D4; beyond, the largest [`EXAMINED_OF_MANY`].
pub const EXAMINE_ALL: usize = 12;
/// Actors examined in larger scenarios.
pub const EXAMINED_OF_MANY: usize = 2;
/// Replications that are run again under every change in larger scenarios; with [`EXAMINE_ALL`] actors or fewer all are.
pub const PAIRED_OF_MANY: u32 = 16;
/// Replications whose spiral rate is computed every year.
pub const SPIRAL_REPLICATIONS: u32 = 256;

/// What will be looked at.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Directed pairs (i, j) tracked year by year.
    pub tracked: Vec<(usize, usize)>,
    /// Actors that are raised and given options.
    pub examined: Vec<usize>,
    /// Replications that are run again under every change, from the first.
    pub paired: u32,
    /// Bytes the run will need at most.
    pub bytes: u64,
}

/// Why a run is refused.
#[derive(Clone, Debug)]
pub struct TooLarge {
    /// Bytes needed.
    pub bytes: u64,
    /// Bytes allowed.
    pub limit: u64,
    /// In words.
    pub message: Text,
}

/// Bytes of kernel terms, moment and readings of one replication with `n` actors and `issues` issues.
///
/// Per pair: empathy once; reach, clarity, prior, temper, log-odds, weight per issue. Per actor about 30 values.
pub fn replication_bytes(n: usize, issues: usize) -> u64 {
    let (n, issues) = (n as u64, issues as u64);
    let pairs = n.saturating_mul(n).saturating_mul(1 + 6 * issues);
    let actors = n.saturating_mul(8 + 24 * issues);
    pairs.saturating_add(actors).saturating_mul(8)
}

/// Bytes that one replication needs more where something bends its terms: the terms of the moment are then a second set
/// (empathy once; reach, clarity, prior, temper per issue), on top of those drawn and those with a change. War adds its
/// force to all three, and stage and losses; warheads add the distance of ideologies to all three, and a copy of it.
pub fn bent_bytes(scenario: &Scenario) -> u64 {
    let (n, issues) = (scenario.size() as u64, scenario.issues.len() as u64);
    let physics = || scenario.issues.iter().map(|issue| &issue.physics);
    let declines = |id: NumberId| {
        let number = scenario.number(id);
        number.distribution.reach(number.range).1 > 0.0
    };
    let bends = !scenario.remedies.is_empty()
        || scenario.groups.iter().any(|group| group.level.is_some())
        || physics().any(|p| p.war.is_some() || p.nuclear.is_some())
        || physics().any(|p| p.force.as_ref().is_some_and(|force| declines(force.transition)));
    if !bends {
        return 0;
    }
    let wars = physics().filter(|p| p.war.is_some()).count() as u64;
    let nuclear = physics().filter(|p| p.nuclear.is_some()).count() as u64;
    let pairs = n.saturating_mul(n).saturating_mul(1 + 4 * issues + 5 * wars + 4 * nuclear);
    pairs.saturating_add(n.saturating_mul(8 + 24 * issues)).saturating_mul(8)
}

/// Bytes of what is recorded of one replication over the whole run.
fn record_bytes(n: usize, issues: usize, years: usize) -> u64 {
    let (n, issues, records) = (n as u64, issues as u64, years as u64 + 1);
    let tracked = (n.saturating_mul(n)).min(TRACKED_PAIRS as u64);
    let yearly = records.saturating_mul(issues).saturating_mul(4 * n + tracked + 2);
    let once = issues.saturating_mul(n.saturating_mul(n).saturating_mul(2) + 8 * n);
    yearly.saturating_add(once).saturating_mul(8)
}

/// Bytes a scenario of this shape needs on `threads` threads.
pub fn bytes_needed(n: usize, issues: usize, years: usize, replications: u32, threads: usize) -> u64 {
    // A block holds its terms twice (as drawn, and with a change) and up to two moments.
    let block = replication_bytes(n, issues).saturating_mul(2 * LANES as u64);
    let rounded = u64::from(replications).div_ceil(LANES as u64).saturating_mul(LANES as u64);
    // What is recorded is held once by replication and once more while it is sorted.
    let records = record_bytes(n, issues, years).saturating_mul(rounded).saturating_mul(5) / 4;
    // Tables are held whole while they are written, about 100 bytes a row.
    let rows = (years as u64 + 1).saturating_mul(issues as u64).saturating_mul(u64::from(replications));
    let table = |each: u64| rows.saturating_mul(each).min(MOST_ROWS as u64).saturating_mul(100);
    let tables = table(n as u64).saturating_add(table((n as u64).saturating_mul(n as u64).min(TRACKED_PAIRS as u64)));
    block.saturating_mul(threads as u64).saturating_add(records).saturating_add(tables)
}

/// Bytes as people say them: MiB, GiB or TiB.
pub fn size_in_words(bytes: u64) -> String {
    let b = bytes as f64;
    match bytes {
        0..0x4000_0000 => format!("{:.1} MiB", b / f64::from(1 << 20)),
        0x4000_0000..0x100_0000_0000 => format!("{:.1} GiB", b / f64::from(1 << 30)),
        _ => format!("{:.1} TiB", b / f64::from(1 << 20) / f64::from(1 << 20)),
    }
}

/// Checks the memory a run needs against `limit` bytes and decides what to look at.
pub fn plan(scenario: &Scenario, replications: u32, threads: usize, limit: u64) -> Result<Plan, Box<TooLarge>> {
    let (n, issues, years) = (scenario.size(), scenario.issues.len(), scenario.clock.records() - 1);
    let bent = bent_bytes(scenario).saturating_mul(LANES as u64).saturating_mul(threads as u64);
    let bytes = bytes_needed(n, issues, years, replications, threads).saturating_add(bent);
    if bytes > limit {
        return Err(Box::new(refusal(n, replications, bytes, limit, issues)));
    }
    let mut order: Vec<usize> = (0..n).collect();
    let size = |i: usize| size_of(scenario, i);
    order.sort_by(|&a, &b| size(b).total_cmp(&size(a)).then(a.cmp(&b)));
    let mut examined = if n <= EXAMINE_ALL { (0..n).collect() } else { order[..EXAMINED_OF_MANY].to_vec() };
    examined.sort_unstable();
    let mut front: Vec<usize> = order.into_iter().take(EXAMINE_ALL).collect();
    front.sort_unstable();
    let pairs = front.iter().flat_map(|&i| front.iter().map(move |&j| (i, j)));
    let tracked = pairs.filter(|(i, j)| i != j).take(TRACKED_PAIRS).collect();
    let paired = if n <= EXAMINE_ALL { replications } else { replications.min(PAIRED_OF_MANY) };
    Ok(Plan { tracked, examined, paired, bytes })
}

/// Who is large: in an epidemic by its economy, since hoarding is a ratio that says nothing of size; else by baseline.
fn size_of(scenario: &Scenario, i: usize) -> f64 {
    let first = &scenario.issues[0];
    let id = match &first.physics.health {
        Some(health) => of_key(&health.actors[i], "economy"),
        None => first.stakes[i].baseline,
    };
    mean_of(scenario, id)
}

fn mean_of(scenario: &Scenario, id: NumberId) -> f64 {
    let number = scenario.number(id);
    number.distribution.quantile(0.5, number.range)
}

fn refusal(n: usize, replications: u32, bytes: u64, limit: u64, issues: usize) -> TooLarge {
    let one = size_in_words(replication_bytes(n, issues));
    let (need, have) = (size_in_words(bytes), size_in_words(limit));
    TooLarge {
        bytes,
        limit,
        message: Text::new(
            &format!(
                "{n} actors with {replications} runs need {need} of memory ({one} for each run under \
                 way), more than the {have} allowed. Memory grows with the square of the number of actors: use fewer \
                 actors or runs, or raise the limit with --memory."
            ),
            &format!(
                "{n}个行为体、{replications}次运行需要{need}内存（每次运行{one}），超过允许的{have}。\
                 内存随行为体数目的平方增长：请减少行为体或运行次数，或用 --memory 提高上限。"
            ),
        ),
    }
}
