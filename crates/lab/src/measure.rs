//! From what an ensemble recorded to what it says: the outcome document.

use theory::security::Verdict as Frame;

use crate::catalogue::parameter;
use crate::definitions::definitions;
use crate::ensemble::{Block, Ensemble};
use crate::headline::{Findings, headline, pressed};
use crate::outcome::*;
use crate::physics::physics;
use crate::plan::Plan;
use crate::scenario::{Basis, Scenario, Text};
use crate::statistics::{band, coverage, estimate, mean, probability};

/// A scenario, its plan and what came out, with index arithmetic in one place.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// Scenario.
    pub scenario: &'a Scenario,
    /// Plan.
    pub plan: &'a Plan,
    /// Ensemble.
    pub ensemble: &'a Ensemble,
}

impl Reader<'_> {
    /// Number of actors.
    pub fn n(&self) -> usize {
        self.scenario.size()
    }
    /// Calendar years of the records.
    pub fn years(&self) -> Vec<f64> {
        (0..self.scenario.clock.records()).map(|record| self.scenario.clock.time_of(record)).collect()
    }
    /// Index of `[record][issue][actor]`.
    pub fn actor_at(&self, record: usize, k: usize, i: usize) -> usize {
        (record * self.scenario.issues.len() + k) * self.n() + i
    }
    /// Index of `[record][issue][tracked pair]`.
    pub fn tracked_at(&self, record: usize, k: usize, p: usize) -> usize {
        (record * self.scenario.issues.len() + k) * self.plan.tracked.len() + p
    }
    /// Pressure on the unordered pair (i, j) in issue k in one replication: how far the two lift each other's need over
    /// baseline, as a ratio (geometric mean over both sides and all years).
    pub fn pressure(&self, block: &Block, k: usize, i: usize, j: usize, l: usize) -> f64 {
        let n = self.n();
        let pairs = k * n * n;
        let log = 0.5 * (block.pressure[pairs + i * n + j][l] + block.pressure[pairs + j * n + i][l]);
        theory::real::exp(log)
    }
    /// Frame of the unordered pair (i, j) in issue k in one replication.
    pub fn frame(&self, block: &Block, k: usize, i: usize, j: usize, l: usize) -> Frame {
        let n = self.n();
        let greedy = [block.greedy[k * n + i][l], block.greedy[k * n + j][l]];
        Frame::of(greedy, self.pressure(block, k, i, j, l), block.dilemma_ratio[l])
    }
    pub(crate) fn yearly(&self, pick: impl Fn(&Block, usize) -> &crate::draw::Lane) -> Band {
        band(&self.years(), |record| self.ensemble.gather(|b| pick(b, record)))
    }
}

/// The whole document, but for the files.
pub fn outcome(reader: Reader<'_>, version: &str, hash: String) -> Outcome {
    let scenario = reader.scenario;
    let pairs = pairs(reader);
    let pressed = pressed(reader);
    // The picture and the headline are about the scenario's first issue. (Pressure is relative to baseline, so issues cannot be
    // compared by it: a baseline of next to no warheads makes every arsenal "well over" it.)
    let main = (0, pressed.first().copied().unwrap_or(0));
    let definitions = definitions(reader, main.0);
    let physics = physics(reader);
    let spiral_rate = spiral_rate(reader);
    Outcome {
        herz: version.into(),
        scenario: scenario.id.clone(),
        title: scenario.title.clone(),
        note: scenario.note.clone(),
        start: scenario.clock.start,
        end: scenario.clock.end,
        steps_per_year: scenario.clock.steps_per_year,
        seed: scenario.ensemble.seed,
        replications: reader.ensemble.replications() as u64,
        requested: u64::from(reader.ensemble.requested),
        scenario_hash: hash,
        assumptions: scenario.assumptions.clone(),
        doctrine: None,
        headline: headline(reader, &pressed, &Findings { pairs: &pairs, definitions: &definitions, physics: &physics }),
        issues: scenario
            .issues
            .iter()
            .map(|k| IssueRow { id: k.id.clone(), name: k.name.clone(), effort_unit: k.effort_unit.clone() })
            .collect(),
        actors: actors(reader),
        security: security(reader),
        waste: waste(reader),
        phase: phase(reader, main),
        numbers: numbers(scenario),
        files: Files::default(),
        pairs,
        definitions,
        physics,
        spiral_rate,
    }
}

fn actors(reader: Reader<'_>) -> Vec<ActorOutcome> {
    let (scenario, ensemble, n) = (reader.scenario, reader.ensemble, reader.n());
    let mut rows = Vec::new();
    for (k, issue) in scenario.issues.iter().enumerate() {
        for (i, actor) in scenario.actors.iter().enumerate() {
            let effort = reader.yearly(|b, record| &b.effort[reader.actor_at(record, k, i)]);
            let observed = issue.observed[i].as_ref().map(|series| {
                let (coverage50, coverage90) = coverage(&effort, &series.years, &series.values);
                Observed {
                    years: series.years.clone(),
                    values: series.values.clone(),
                    unit: series.unit.clone(),
                    source: series.source.clone(),
                    note: series.note.clone(),
                    coverage50,
                    coverage90,
                }
            });
            let survival = |hazard: &dyn Fn(&Block, usize) -> f64| {
                estimate(&ensemble.each(|b, l| theory::real::exp(-hazard(b, l))))
            };
            rows.push(ActorOutcome {
                id: actor.id.clone(),
                name: actor.name.clone(),
                issue: issue.id.clone(),
                greedy: mean(&ensemble.gather(|b| &b.greedy[k * n + i])),
                effort_over_baseline: reader.yearly(|b, record| &b.ratio[reader.actor_at(record, k, i)]),
                perceived_hazard: reader.yearly(|b, record| &b.perceived[reader.actor_at(record, k, i)]),
                objective_hazard: reader.yearly(|b, record| &b.objective[reader.actor_at(record, k, i)]),
                security: survival(&|b, l| b.ledgers[k].objective[i][l]),
                perceived_security: survival(&|b, l| b.ledgers[k].perceived[i][l]),
                waste: estimate(&ensemble.gather(|b| &b.ledgers[k].waste[i])),
                effort,
                observed,
            });
        }
    }
    rows
}

fn pairs(reader: Reader<'_>) -> Vec<PairOutcome> {
    let (scenario, n) = (reader.scenario, reader.n());
    let mut rows = Vec::with_capacity(scenario.issues.len() * n * n);
    for (k, issue) in scenario.issues.iter().enumerate() {
        for i in 0..n {
            for j in (0..n).filter(|&j| j != i) {
                rows.push(pair(reader, k, &issue.id, i, j));
            }
        }
    }
    rows
}

fn pair(reader: Reader<'_>, k: usize, issue: &str, i: usize, j: usize) -> PairOutcome {
    let (scenario, ensemble, n) = (reader.scenario, reader.ensemble, reader.n());
    let frames = ensemble.each(|b, l| f64::from(reader.frame(b, k, i, j, l) as u8));
    let count = |frame: Frame| frames.iter().filter(|&&f| f == f64::from(frame as u8)).count();
    let of = |frame: Frame| probability(count(frame), frames.len());
    let benign = count(Frame::Harmony) + count(Frame::SecurityDilemma);
    let tracked = reader.plan.tracked.iter().position(|&p| p == (i, j));
    PairOutcome {
        from: scenario.actors[i].id.clone(),
        to: scenario.actors[j].id.clone(),
        issue: issue.into(),
        verdict: Verdict {
            harmony: of(Frame::Harmony),
            security_dilemma: of(Frame::SecurityDilemma),
            predation: of(Frame::Predation),
            rivalry: of(Frame::Rivalry),
        },
        dilemma_if_benign: (benign > 0).then(|| probability(count(Frame::SecurityDilemma), benign)),
        mistrust: tracked.map(|p| reader.yearly(|b, record| &b.mistrust[reader.tracked_at(record, k, p)])),
        truth: mean(&ensemble.gather(|b| &b.greedy[k * n + j])),
        misreading: estimate(&ensemble.each(|b, l| b.last_mistrust[k * n * n + i * n + j][l] - b.greedy[k * n + j][l])),
    }
}

fn spiral_rate(reader: Reader<'_>) -> SpiralRate {
    let blocks = &reader.ensemble.blocks;
    let records: Vec<usize> =
        blocks.first().map(|b| b.spiral.iter().map(|(record, _)| *record).collect()).unwrap_or_default();
    let values = |at: usize| -> Vec<f64> {
        let lanes = blocks.iter().filter_map(|b| b.spiral.get(at).map(|(_, lane)| &lane[..b.active]));
        lanes.flatten().copied().filter(|v| v.is_finite()).collect()
    };
    let mut peaks = Vec::new();
    for block in blocks {
        for l in 0..block.active {
            let peak = block.spiral.iter().map(|(_, lane)| lane[l]).filter(|v| v.is_finite()).fold(f64::NAN, f64::max);
            if peak.is_finite() {
                peaks.push(peak);
            }
        }
    }
    let years: Vec<f64> = records.iter().map(|&r| reader.scenario.clock.time_of(r)).collect();
    SpiralRate {
        peak: estimate(&peaks),
        at_start: estimate(&values(0)),
        at_end: estimate(&values(records.len().saturating_sub(1))),
        by_year: band(&years, values),
        replications: peaks.len() as u64,
    }
}

fn security(reader: Reader<'_>) -> Vec<Security> {
    let of = |pick: &dyn Fn(&theory::world::Ledger<{ theory::world::LANES }>, usize) -> f64| {
        estimate(
            &reader
                .ensemble
                .each(|b, l| theory::real::exp(-b.ledgers.iter().map(|ledger| pick(ledger, l)).sum::<f64>())),
        )
    };
    (0..reader.n())
        .map(|i| Security {
            actor: reader.scenario.actors[i].id.clone(),
            objective: of(&|ledger, l| {
                ledger.objective[i][l] + ledger.accident.iter().map(|cause| cause[i][l]).sum::<f64>()
            }),
            perceived: of(&|ledger, l| ledger.perceived[i][l]),
        })
        .collect()
}

fn waste(reader: Reader<'_>) -> Vec<Waste> {
    let total = |b: &Block, k: usize, l: usize| b.ledgers[k].waste.iter().map(|w| w[l]).sum::<f64>();
    let effort = |b: &Block, k: usize, l: usize| b.ledgers[k].effort.iter().map(|w| w[l]).sum::<f64>();
    let issues = reader.scenario.issues.iter().enumerate();
    issues
        .map(|(k, issue)| Waste {
            issue: issue.id.clone(),
            unit: issue.waste_unit.clone(),
            total: estimate(&reader.ensemble.each(|b, l| total(b, k, l))),
            share: estimate(&reader.ensemble.each(|b, l| total(b, k, l) / effort(b, k, l))),
        })
        .collect()
}

/// Up to this many runs are drawn in the phase picture.
const PATHS: usize = 40;

fn phase(reader: Reader<'_>, (k, c): (usize, usize)) -> Phase {
    let (scenario, ensemble) = (reader.scenario, reader.ensemble);
    let Some(&(i, j)) = ensemble.couples.get(c) else { return empty_phase() };
    let couples = ensemble.couples.len();
    let records = reader.years().len();
    let tracked = |a: usize, b: usize| reader.plan.tracked.iter().position(|&p| p == (a, b)).unwrap_or(0);
    let (ij, ji) = (tracked(i, j), tracked(j, i));
    let ratio = |b: &Block, record: usize, l: usize| {
        (b.ratio[reader.actor_at(record, k, i)][l] * b.ratio[reader.actor_at(record, k, j)][l]).sqrt()
    };
    let trust = |b: &Block, record: usize, l: usize| {
        0.5 * (b.mistrust[reader.tracked_at(record, k, ij)][l] + b.mistrust[reader.tracked_at(record, k, ji)][l])
    };
    let mut paths = Vec::new();
    'all: for b in &ensemble.blocks {
        for l in 0..b.active {
            if paths.len() == PATHS {
                break 'all;
            }
            paths.push(Path {
                replication: u64::from(b.first) + l as u64,
                effort: (0..records).map(|r| ratio(b, r, l)).collect(),
                mistrust: (0..records).map(|r| trust(b, r, l)).collect(),
                verdict: reader.frame(b, k, i, j, l).name().into(),
            });
        }
    }
    let widest = paths.iter().flat_map(|p| &p.effort).copied().fold(2.0, f64::max);
    let narrowest = paths.iter().flat_map(|p| &p.effort).copied().fold(1.0, f64::min);
    let at_baseline = ensemble.gather(|b| &b.boundary[k * couples + c]);
    // Off the baseline P4's mistrust falls as 1/effort; 9 stands for "no mistrust is enough".
    let curve = |p: f64| -> Vec<f64> {
        let mut s = at_baseline.clone();
        s.sort_by(f64::total_cmp);
        let level = s.get(((s.len() as f64 - 1.0) * p).round() as usize).copied().unwrap_or(f64::INFINITY);
        grid(narrowest, widest).iter().map(|x| (level / x).min(9.0)).collect()
    };
    let critical = ensemble.gather(|b| &b.critical_empathy[k * couples + c]);
    let safe = ensemble.each(|b, l| f64::from(u8::from(b.empathy[c][l] >= b.critical_empathy[k * couples + c][l])));
    let above =
        ensemble.each(|b, l| f64::from(u8::from(trust(b, 0, l) > b.boundary[k * couples + c][l] / ratio(b, 0, l))));
    Phase {
        a: scenario.actors[i].id.clone(),
        b: scenario.actors[j].id.clone(),
        issue: scenario.issues[k].id.clone(),
        paths,
        boundary_effort: grid(narrowest, widest),
        boundary_mistrust: curve(0.5),
        boundary_q25: curve(0.25),
        boundary_q75: curve(0.75),
        critical_empathy: estimate(&critical).q50,
        safe_share: mean(&safe),
        starts_above: mean(&above),
    }
}

/// 61 points, evenly spaced in logs.
fn grid(low: f64, high: f64) -> Vec<f64> {
    let (a, b) = (theory::real::ln(low), theory::real::ln(high));
    (0..=60).map(|m| theory::real::exp(a + (b - a) * f64::from(m) / 60.0)).collect()
}

fn empty_phase() -> Phase {
    Phase {
        a: String::new(),
        b: String::new(),
        issue: String::new(),
        paths: Vec::new(),
        boundary_effort: Vec::new(),
        boundary_mistrust: Vec::new(),
        boundary_q25: Vec::new(),
        boundary_q75: Vec::new(),
        critical_empathy: 0.0,
        safe_share: 0.0,
        starts_above: 0.0,
    }
}

fn numbers(scenario: &Scenario) -> Vec<NumberRow> {
    scenario
        .numbers
        .iter()
        .map(|number| {
            let entry = parameter(number.parameter);
            let (basis, assumed) = match &number.basis {
                Basis::Source { citation } => (Text::same(citation), false),
                Basis::Assumed { range, note } => (
                    Text::new(
                        &format!("assumed, {} to {}: {note}", short(range.0), short(range.1)),
                        &format!("假定，{} 至 {}：{note}", short(range.0), short(range.1)),
                    ),
                    true,
                ),
                Basis::Default => (Text::new("default of the catalogue", "参数目录默认值"), true),
                Basis::CommandLine => (Text::new("set on the command line", "命令行设定"), true),
            };
            NumberRow {
                path: number.path.clone(),
                name: entry.map_or(Text::same(number.parameter), |p| Text::new(p.name.en, p.name.zh)),
                symbol: entry.map_or("", |p| p.symbol).into(),
                value: number.distribution.to_string(),
                unit: number.unit.clone(),
                basis,
                assumed,
            }
        })
        .collect()
}

/// A number with at most four significant digits.
fn short(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return value.to_string();
    }
    let digits = (3 - value.abs().log10().floor() as i32).clamp(0, 12) as usize;
    let text = format!("{value:.digits$}");
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').into() } else { text }
}
