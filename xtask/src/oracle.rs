//! Case files of the reference kernel: reading them, running them through `theory`, comparing.

use std::collections::BTreeMap;

use serde::Deserialize;
use theory::course::Course;
use theory::doctrine::Doctrine;
use theory::real::{ln, logit};
use theory::security::mistrust;
use theory::step::{Instructions, Stretch, advance, excess_of, read};
use theory::world::{Conduct, IssueTerms, LANES, Ledger, OutputPath, Physics, Reading, Terms, World};

/// A case file.
#[derive(Debug, Deserialize)]
pub struct Book {
    /// Its cases.
    pub cases: Vec<Case>,
}

/// A number for all, or one each.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Vector {
    One(f64),
    Each(Vec<f64>),
}

/// A number for all pairs, or a matrix.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Matrix {
    One(f64),
    Each(Vec<Vec<f64>>),
}

/// One case.
#[derive(Debug, Deserialize)]
pub struct Case {
    /// Name.
    pub id: String,
    actors: usize,
    doctrine: Option<String>,
    worst_case: Option<f64>,
    greedy: Option<Vector>,
    empathy: Option<Matrix>,
    misperception: Option<Vector>,
    negativity: Option<f64>,
    forgetting: Option<f64>,
    care: Option<Vector>,
    foresight: Option<Vector>,
    #[serde(default)]
    spillover: BTreeMap<String, f64>,
    issues: BTreeMap<String, CaseIssue>,
    steps_per_year: Option<f64>,
    report: Vec<f64>,
    /// What the reference computed.
    #[serde(default)]
    pub expect: Vec<Snapshot>,
}

#[derive(Debug, Deserialize)]
struct CaseIssue {
    baseline: Vector,
    responsiveness: Vector,
    authority: Option<Matrix>,
    exposure: Option<Matrix>,
    greed_excess: Option<f64>,
    opacity: Option<f64>,
    adjustment: Option<f64>,
    cap: Option<Vector>,
    mistrust: Option<Matrix>,
    initial: Option<Vector>,
    greedy: Option<Vector>,
}

/// Values of every issue at one time.
#[derive(Debug, Deserialize)]
pub struct Snapshot {
    /// Years after the start.
    pub year: f64,
    /// Issue → quantity → actors or pairs.
    pub issues: BTreeMap<String, BTreeMap<String, serde_json::Value>>,
}

/// The largest difference of a case.
#[derive(Debug)]
pub struct Difference {
    /// |ours − theirs| / max(|theirs|, 1e−3): relative, with rounding noise around zero left alone.
    pub difference: f64,
    /// Where it is.
    pub at: String,
}

/// Reads a case file.
pub fn parse(text: &str) -> Result<Book, String> {
    serde_json::from_str(text).map_err(|e| format!("not a case file: {e}"))
}

impl Vector {
    fn fill(option: &Option<Vector>, default: f64, n: usize) -> Result<Vec<f64>, String> {
        match option {
            None => Ok(vec![default; n]),
            Some(Vector::One(v)) => Ok(vec![*v; n]),
            Some(Vector::Each(v)) if v.len() == n => Ok(v.clone()),
            Some(Vector::Each(v)) => Err(format!("a list of {} for {n} actors", v.len())),
        }
    }
}

impl Matrix {
    fn fill(option: &Option<Matrix>, default: f64, n: usize) -> Result<Vec<f64>, String> {
        match option {
            None => Ok(vec![default; n * n]),
            Some(Matrix::One(v)) => Ok(vec![*v; n * n]),
            Some(Matrix::Each(rows)) if rows.len() == n && rows.iter().all(|r| r.len() == n) => Ok(rows.concat()),
            Some(Matrix::Each(_)) => Err(format!("a matrix that is not {n} × {n}")),
        }
    }
}

fn lanes(values: &[f64]) -> Vec<[f64; LANES]> {
    values.iter().map(|&v| [v; LANES]).collect()
}

fn doctrine(case: &Case) -> Result<Doctrine, String> {
    match case.doctrine.as_deref().unwrap_or("bayesian") {
        "bayesian" => Ok(Doctrine::Bayesian),
        "worst-case" => Ok(Doctrine::WorstCase(case.worst_case.unwrap_or(1.0))),
        "trusting" => Ok(Doctrine::Trusting),
        other => Err(format!("unknown doctrine `{other}`: bayesian, worst-case or trusting")),
    }
}

fn issue_terms(case: &Case, issue: &CaseIssue) -> Result<(IssueTerms<LANES>, Vec<f64>), String> {
    let n = case.actors;
    let baseline = Vector::fill(&Some(issue.baseline.clone()), 0.0, n)?;
    let authority = Matrix::fill(&issue.authority, 0.0, n)?;
    let exposure = Matrix::fill(&issue.exposure, 1.0, n)?;
    let reach: Vec<f64> = authority.iter().zip(&exposure).map(|(a, r)| (1.0 - a) * r).collect();
    let greedy = if issue.greedy.is_some() { &issue.greedy } else { &case.greedy };
    let initial = match &issue.initial {
        None => baseline.clone(),
        some => Vector::fill(some, 0.0, n)?,
    };
    let cap: Vec<f64> = Vector::fill(&issue.cap, 1e12, n)?.into_iter().map(ln).collect();
    let prior: Vec<f64> = Matrix::fill(&issue.mistrust, 0.2, n)?.into_iter().map(logit).collect();
    let terms = IssueTerms {
        luck_id: 0,
        baseline: lanes(&baseline),
        responsiveness: lanes(&Vector::fill(&Some(issue.responsiveness.clone()), 0.0, n)?),
        output: vec![OutputPath::default(); n],
        greedy: lanes(&Vector::fill(greedy, 0.0, n)?),
        greed_excess: lanes(&vec![issue.greed_excess.unwrap_or(0.5); n]),
        log_cap: lanes(&cap),
        push: lanes(&vec![0.0; n]),
        shown: lanes(&vec![0.0; n]),
        told: Vec::new(),
        circle: vec![0; n],
        reach: lanes(&reach),
        clarity: lanes(&vec![1.0 / issue.opacity.unwrap_or(0.5); n * n]),
        prior: lanes(&prior),
        adjustment: [issue.adjustment.unwrap_or(1.0); LANES],
        shock: [0.0; LANES],
        first_strike: [0.0; LANES],
        conduct: Conduct::usual(n),
        physics: Physics::default(),
    };
    Ok((terms, initial))
}

/// Efforts, `[issue][actor][replication]`.
type Efforts = Vec<Vec<[f64; LANES]>>;

/// Kernel terms and starting efforts of a case (issues in the order of their names).
pub fn load(case: &Case) -> Result<(Terms<LANES>, Efforts), String> {
    let n = case.actors;
    let (floor, slope, learning) = doctrine(case)?.weights();
    let each = |v: f64| lanes(&vec![v; n]);
    let mut issues = Vec::new();
    let mut start = Vec::new();
    for (name, issue) in &case.issues {
        let (terms, initial) = issue_terms(case, issue).map_err(|e| format!("issue `{name}`: {e}"))?;
        issues.push(terms);
        start.push(lanes(&initial));
    }
    let names: Vec<&String> = case.issues.keys().collect();
    let mut spillovers = Vec::new();
    for (arrow, &weight) in &case.spillover {
        let (from, to) = arrow.split_once("->").ok_or(format!("spillover `{arrow}` is not `a->b`"))?;
        let find = |name: &str| names.iter().position(|k| k.as_str() == name);
        // The reference ignores an arrow between issues that the case does not have.
        if let (Some(from), Some(to)) = (find(from), find(to)) {
            spillovers.push((from, to, [weight; LANES]));
        }
    }
    let terms = Terms {
        actors: n,
        luck_ids: (0..n as u32).collect(),
        floor: each(floor),
        slope: each(slope),
        learning: each(learning),
        care: lanes(&Vector::fill(&case.care, 0.0, n)?),
        foresight: lanes(&Vector::fill(&case.foresight, 0.0, n)?),
        negativity: each(case.negativity.unwrap_or(1.0)),
        misperception: lanes(&Vector::fill(&case.misperception, 0.0, n)?),
        forgetting: each(case.forgetting.unwrap_or(0.0)),
        empathy: lanes(&Matrix::fill(&case.empathy, 0.0, n)?),
        issues,
        spillovers,
        nodes: Vec::new(),
        remedies: Vec::new(),
    };
    Ok((terms, start))
}

/// Quantities of issue `k` now: name → flat list over actors or pairs, from one lane.
fn quantities(
    terms: &Terms<LANES>,
    k: usize,
    world: &World<f64, LANES>,
    reading: &Reading<f64, LANES>,
    lane: usize,
) -> BTreeMap<&'static str, Vec<f64>> {
    let n = terms.actors;
    let actor = |f: &dyn Fn(usize) -> f64| (0..n).map(f).collect::<Vec<f64>>();
    let pair = |f: &dyn Fn(usize, usize) -> f64| {
        (0..n * n).map(|p| if p / n == p % n { 0.0 } else { f(p / n, p % n) }).collect::<Vec<f64>>()
    };
    BTreeMap::from([
        ("effort", actor(&|i| reading.effort[i][lane])),
        ("need", actor(&|i| reading.need_squared[i][lane].sqrt())),
        ("perceived_hazard", actor(&|i| reading.fear[i][lane] * reading.inverse_effort[i][lane])),
        ("objective_hazard", actor(&|i| reading.hazard[i][lane])),
        ("mistrust", pair(&|i, j| mistrust(world.issues[k].log_odds[i * n + j][lane]))),
        ("excess", pair(&|i, j| excess_of(terms, k, reading, &world.issues[k].log_effort, i, j)[lane])),
    ])
}

fn flatten(value: &serde_json::Value, into: &mut Vec<f64>) {
    match value {
        serde_json::Value::Array(items) => items.iter().for_each(|v| flatten(v, into)),
        other => into.push(other.as_f64().unwrap_or(f64::NAN)),
    }
}

/// Runs a case and returns its largest difference from what it expects.
pub fn compare(case: &Case) -> Result<Difference, String> {
    let (terms, start) = load(case)?;
    if case.expect.is_empty() {
        return Err("has no `expect` block to compare with".into());
    }
    let dt = 1.0 / case.steps_per_year.unwrap_or(12.0);
    let mut world = World::begin(&terms, &start);
    let mut readings: Vec<_> = terms.issues.iter().map(|_| Reading::new(terms.actors)).collect();
    let mut ledgers: Vec<_> = terms.issues.iter().map(|_| Ledger::new(terms.actors)).collect();
    let mut course = Course::begin(&terms, &world, false);
    let mut worst = Difference { difference: 0.0, at: String::from("nothing to compare") };
    let mut at_step = 0u32;
    let mut years = case.report.clone();
    years.sort_by(f64::total_cmp);
    for year in years {
        let step = (year / dt).round_ties_even() as u32;
        let stretch = Stretch { first: at_step, count: step - at_step, dt, seed: None, replication: 0 };
        advance(&terms, &mut course, &mut world, &mut readings, &mut ledgers, stretch, Instructions::Widest);
        at_step = step;
        let Some(expected) = case.expect.iter().find(|s| (s.year / dt).round_ties_even() as u32 == step) else {
            continue;
        };
        for (k, name) in case.issues.keys().enumerate() {
            read(&terms, k, &world, &mut readings[k], year);
            let Some(theirs) = expected.issues.get(name) else { continue };
            for lane in [0, LANES - 1] {
                for (quantity, ours) in quantities(&terms, k, &world, &readings[k], lane) {
                    let Some(value) = theirs.get(quantity) else { continue };
                    let mut flat = Vec::new();
                    flatten(value, &mut flat);
                    if flat.len() != ours.len() {
                        return Err(format!("{name}.{quantity} has {} values, not {}", flat.len(), ours.len()));
                    }
                    for (a, b) in ours.iter().zip(&flat) {
                        let difference = (a - b).abs() / b.abs().max(1e-3);
                        if difference.is_nan() || difference >= worst.difference {
                            worst = Difference { difference, at: format!("{name}.{quantity} in year {year}") };
                        }
                        if worst.difference.is_nan() {
                            return Ok(worst);
                        }
                    }
                }
            }
        }
    }
    Ok(worst)
}
