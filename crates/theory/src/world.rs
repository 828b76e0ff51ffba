//! One moment of the world, the kernel terms it runs under, and what has been counted so far.
//!
//! Replications advance together: every quantity is `[actor or pair][replication]`, `L` replications
//! to a block, and loops run over the innermost index. Pairs are row-major: (i, j) is i·n + j, and
//! reads "i about j". The diagonal is never used.

use crate::issue::adversity::Adversity;
use crate::issue::commons::Commons;
use crate::issue::health::Health;
use crate::issue::military::War;
use crate::issue::nuclear::{CAUSES, Nuclear};
use crate::level::Node;
use crate::real::{Real, exp, ln};
use crate::remedy::Remedy;

/// Replications that advance together. The result of a replication does not depend on it.
pub const LANES: usize = 16;

/// Growth of an actor's output relative to the start: ln factor at given times, linear between.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutputPath {
    /// (years since the start, ln of output over output at the start), ascending in time.
    pub points: Vec<(f64, f64)>,
}

impl OutputPath {
    /// Factor on baseline and responsiveness `time` years after the start; held at both ends.
    pub fn factor(&self, time: f64) -> f64 {
        let Some(&(first_time, first)) = self.points.first() else { return 1.0 };
        let after = self.points.partition_point(|p| p.0 <= time);
        if after == 0 || time <= first_time {
            return exp(first);
        }
        let (t0, a) = self.points[after - 1];
        match self.points.get(after) {
            Some(&(t1, b)) => exp(a + (b - a) * ((time - t0) / (t1 - t0))),
            None => exp(a),
        }
    }
}

/// Factors of an issue that are 1 until something changes them.
#[derive(Clone, Debug)]
pub struct Conduct<const L: usize> {
    /// On the speed of adjustment (K5), actors.
    pub pace: Vec<[f64; L]>,
    /// On the first-strike advantage the actor sees, actors.
    pub caution: Vec<[f64; L]>,
    /// On the propensity of j to attack i, pairs (i, j).
    pub temper: Vec<[f64; L]>,
}

impl<const L: usize> Conduct<L> {
    /// All 1.
    pub fn usual(n: usize) -> Conduct<L> {
        Conduct { pace: vec![[1.0; L]; n], caution: vec![[1.0; L]; n], temper: vec![[1.0; L]; n * n] }
    }
    fn alone(&self, l: usize) -> Conduct<1> {
        Conduct { pace: all(&self.pace, l), caution: all(&self.caution, l), temper: all(&self.temper, l) }
    }
}

/// What happens physically in an issue, beyond the kernel.
#[derive(Clone, Debug)]
pub struct Physics<const L: usize> {
    /// War.
    pub war: Option<War<L>>,
    /// Nuclear deterrence and accidents.
    pub nuclear: Option<Nuclear<L>>,
    /// An epidemic and what is done about it.
    pub health: Option<Health<L>>,
    /// A common resource.
    pub commons: Option<Commons<L>>,
    /// What trouble does to conduct and reading.
    pub adversity: Option<Adversity<L>>,
    /// Years by which an output gap of one log per year lifts the reading bias of the largest actor over a rising one.
    pub transition: [f64; L],
    /// An arrow of the mechanism cut: fear of the other's effort looks at its baseline instead.
    pub unfelt: bool,
    /// An arrow of the mechanism cut: hazard looks at baselines instead of efforts.
    pub harmless: bool,
}

impl<const L: usize> Default for Physics<L> {
    fn default() -> Self {
        Physics {
            war: None,
            nuclear: None,
            health: None,
            commons: None,
            adversity: None,
            transition: [0.0; L],
            unfelt: false,
            harmless: false,
        }
    }
}

/// Kernel terms of one issue area, one value per replication.
#[derive(Clone, Debug)]
pub struct IssueTerms<const L: usize> {
    /// Names this issue's luck.
    pub luck_id: u32,
    /// x0_i at the start, effort unit, > 0.
    pub baseline: Vec<[f64; L]>,
    /// K_i at the start, effort unit, > 0.
    pub responsiveness: Vec<[f64; L]>,
    /// Growth that baseline and responsiveness follow.
    pub output: Vec<OutputPath>,
    /// θ_i: 1 greedy, 0 benign.
    pub greedy: Vec<[f64; L]>,
    /// g_j, after sanction: g(1 − sanction).
    pub greed_excess: Vec<[f64; L]>,
    /// ln of the largest possible effort.
    pub log_cap: Vec<[f64; L]>,
    /// Change of target that no public need explains, in logs (D1, D2, options of D4).
    pub push: Vec<[f64; L]>,
    /// Public evidence about actor j per year, added for every reader (signals: −c/η).
    pub shown: Vec<[f64; L]>,
    /// Evidence per year that events give i about j beyond what effort shows, pairs; empty where none can.
    pub told: Vec<[f64; L]>,
    /// Which circle each actor belongs to: actors whom a chain of exposure connects (see [`circles`]).
    pub circle: Vec<usize>,
    /// (1−α_ij)·R_ij per year, pairs.
    pub reach: Vec<[f64; L]>,
    /// 1/s_ij after rules, pairs.
    pub clarity: Vec<[f64; L]>,
    /// Prior log-odds, pairs.
    pub prior: Vec<[f64; L]>,
    /// Speed of (K5), per year.
    pub adjustment: [f64; L],
    /// Noise of (K5), logs per √year.
    pub shock: [f64; L],
    /// ρ of model §4.
    pub first_strike: [f64; L],
    /// Factors, 1 until something changes them.
    pub conduct: Conduct<L>,
    /// What happens physically.
    pub physics: Physics<L>,
}

/// Circles of actors: i and j share one if a chain of positive reach, either way, connects them in any replication.
///
/// Each circle is named by its smallest member.
pub fn circles<const L: usize>(n: usize, reach: &[[f64; L]]) -> Vec<usize> {
    let mut circle: Vec<usize> = (0..n).collect();
    for start in 0..n {
        if circle[start] != start {
            continue;
        }
        let mut open = vec![start];
        while let Some(i) = open.pop() {
            for j in start + 1..n {
                let near = |p: usize| reach[p].iter().any(|&r| r > 0.0);
                if circle[j] == j && (near(i * n + j) || near(j * n + i)) {
                    circle[j] = start;
                    open.push(j);
                }
            }
        }
    }
    circle
}

/// All kernel terms.
#[derive(Clone, Debug)]
pub struct Terms<const L: usize> {
    /// Number of actors n.
    pub actors: usize,
    /// Names each actor's luck.
    pub luck_ids: Vec<u32>,
    /// Doctrine: w = floor + slope·μ.
    pub floor: Vec<[f64; L]>,
    /// See `floor`.
    pub slope: Vec<[f64; L]>,
    /// 1 if the actor updates its beliefs, else 0.
    pub learning: Vec<[f64; L]>,
    /// u_i.
    pub care: Vec<[f64; L]>,
    /// d_i.
    pub foresight: Vec<[f64; L]>,
    /// (K9), ≥ 1.
    pub negativity: Vec<[f64; L]>,
    /// Bias of reading, logs.
    pub misperception: Vec<[f64; L]>,
    /// Motive drift, per year.
    pub forgetting: Vec<[f64; L]>,
    /// ε_ij, pairs.
    pub empathy: Vec<[f64; L]>,
    /// Issue areas.
    pub issues: Vec<IssueTerms<L>>,
    /// (from issue, to issue, ψ).
    pub spillovers: Vec<(usize, usize, [f64; L])>,
    /// The actor tree, where it acts.
    pub nodes: Vec<Node<L>>,
    /// Remedies in force, in the order in which they pull.
    pub remedies: Vec<Remedy<L>>,
}

fn all<const L: usize>(lanes: &[[f64; L]], l: usize) -> Vec<[f64; 1]> {
    lanes.iter().map(|lane| [lane[l]]).collect()
}

impl<const L: usize> IssueTerms<L> {
    fn alone(&self, l: usize) -> IssueTerms<1> {
        IssueTerms {
            luck_id: self.luck_id,
            baseline: all(&self.baseline, l),
            responsiveness: all(&self.responsiveness, l),
            output: self.output.clone(),
            greedy: all(&self.greedy, l),
            greed_excess: all(&self.greed_excess, l),
            log_cap: all(&self.log_cap, l),
            push: all(&self.push, l),
            shown: all(&self.shown, l),
            told: all(&self.told, l),
            circle: self.circle.clone(),
            reach: all(&self.reach, l),
            clarity: all(&self.clarity, l),
            prior: all(&self.prior, l),
            adjustment: [self.adjustment[l]],
            shock: [self.shock[l]],
            first_strike: [self.first_strike[l]],
            conduct: self.conduct.alone(l),
            physics: Physics { unfelt: self.physics.unfelt, harmless: self.physics.harmless, ..Physics::default() },
        }
    }
}

impl<const L: usize> Terms<L> {
    /// Whether the terms stay as they are for the whole run.
    pub fn stand_still(&self) -> bool {
        let nature = |p: &Physics<L>| p.health.is_some() || p.commons.is_some() || p.adversity.is_some();
        let force = |p: &Physics<L>| p.war.is_some() || p.nuclear.is_some() || p.transition.iter().any(|&t| t != 0.0);
        let moves = |p: &Physics<L>| nature(p) || force(p);
        self.nodes.is_empty() && self.remedies.is_empty() && !self.issues.iter().any(|issue| moves(&issue.physics))
    }

    /// The kernel terms of replication `l` of the block on its own, as they stand.
    pub fn alone(&self, l: usize) -> Terms<1> {
        Terms {
            actors: self.actors,
            luck_ids: self.luck_ids.clone(),
            floor: all(&self.floor, l),
            slope: all(&self.slope, l),
            learning: all(&self.learning, l),
            care: all(&self.care, l),
            foresight: all(&self.foresight, l),
            negativity: all(&self.negativity, l),
            misperception: all(&self.misperception, l),
            forgetting: all(&self.forgetting, l),
            empathy: all(&self.empathy, l),
            issues: self.issues.iter().map(|issue| issue.alone(l)).collect(),
            spillovers: self.spillovers.iter().map(|(from, to, weight)| (*from, *to, [weight[l]])).collect(),
            nodes: Vec::new(),
            remedies: Vec::new(),
        }
    }
}

/// Effort and beliefs in one issue at one moment.
#[derive(Clone, Debug)]
pub struct IssueWorld<R, const L: usize> {
    /// ln x_i.
    pub log_effort: Vec<[R; L]>,
    /// ℓ_ij, pairs.
    pub log_odds: Vec<[R; L]>,
}

/// One moment.
#[derive(Clone, Debug)]
pub struct World<R, const L: usize> {
    /// One per issue.
    pub issues: Vec<IssueWorld<R, L>>,
}

impl<const L: usize> World<f64, L> {
    /// The world of replication `l` of the block on its own.
    pub fn alone(&self, l: usize) -> World<f64, 1> {
        let one =
            |w: &IssueWorld<f64, L>| IssueWorld { log_effort: all(&w.log_effort, l), log_odds: all(&w.log_odds, l) };
        World { issues: self.issues.iter().map(one).collect() }
    }

    /// The world at the start: stated efforts (effort unit), beliefs at their priors.
    pub fn begin(terms: &Terms<L>, effort: &[Vec<[f64; L]>]) -> World<f64, L> {
        let issues = terms
            .issues
            .iter()
            .zip(effort)
            .map(|(issue, x)| IssueWorld {
                log_effort: x.iter().map(|lanes| lanes.map(ln)).collect(),
                log_odds: issue.prior.clone(),
            })
            .collect();
        World { issues }
    }
}

/// What follows from one moment without time passing, in one issue: effort, weights, fear, restraint.
#[derive(Clone, Debug)]
pub struct Reading<R, const L: usize> {
    /// x0_i now, after growth of output.
    pub baseline: Vec<[f64; L]>,
    /// K_i now.
    pub responsiveness: Vec<[f64; L]>,
    /// x_i.
    pub effort: Vec<[R; L]>,
    /// 1/x_i.
    pub inverse_effort: Vec<[R; L]>,
    /// w_ij, pairs.
    pub weight: Vec<[R; L]>,
    /// Σ_j t_ij x_j: effort unit per year. Divided by x_i it is the perceived hazard H_i (K2).
    pub fear: Vec<[R; L]>,
    /// Σ_j K_j t_ji / x_j (K4).
    pub harm_to_others: Vec<[R; L]>,
    /// Σ_j (K_i t_ij/x_i)(K_j t_ji/2x_j) (K4).
    pub reaction: Vec<[R; L]>,
    /// h_i: objective hazard, per year (§4).
    pub hazard: Vec<[R; L]>,
    /// Hazard from nuclear accidents that each actor is under, by cause, per year, `[cause][actor]`; empty outside nuclear issues.
    pub accident: Vec<Vec<[f64; L]>>,
    /// The same by where they begin.
    pub origin: Vec<Vec<[f64; L]>>,
    /// 1/hold_i.
    pub inverse_hold: Vec<[R; L]>,
    /// x*_i squared (K3).
    pub need_squared: Vec<[R; L]>,
    /// Largest x0/x in each circle, at the circle's name.
    pub largest_ratio: Vec<[f64; L]>,
}

impl<R: Real, const L: usize> Reading<R, L> {
    /// Room for n actors.
    pub fn new(n: usize) -> Self {
        let zero = [R::of(0.0); L];
        Reading {
            baseline: vec![[0.0; L]; n],
            responsiveness: vec![[0.0; L]; n],
            effort: vec![zero; n],
            inverse_effort: vec![zero; n],
            weight: vec![zero; n * n],
            fear: vec![zero; n],
            harm_to_others: vec![zero; n],
            reaction: vec![zero; n],
            hazard: vec![zero; n],
            accident: Vec::new(),
            origin: Vec::new(),
            inverse_hold: vec![zero; n],
            need_squared: vec![zero; n],
            largest_ratio: vec![[0.0; L]; n],
        }
    }
}

/// What has been counted since the start, in one issue: time integrals in years × the quantity.
#[derive(Clone, Debug)]
pub struct Ledger<const L: usize> {
    /// ∫ h_i dt: objective hazard of deliberate attack.
    pub objective: Vec<[f64; L]>,
    /// ∫ accident hazard dt by cause, `[cause][actor]`.
    pub accident: Vec<Vec<[f64; L]>>,
    /// ∫ H_i dt: perceived hazard.
    pub perceived: Vec<[f64; L]>,
    /// ∫ waste_i dt, effort unit × years.
    pub waste: Vec<[f64; L]>,
    /// ∫ x_i dt.
    pub effort: Vec<[f64; L]>,
}

impl<const L: usize> Ledger<L> {
    /// An empty ledger for n actors.
    pub fn new(n: usize) -> Self {
        let zero = vec![[0.0; L]; n];
        Ledger {
            objective: zero.clone(),
            accident: vec![zero.clone(); CAUSES.len()],
            perceived: zero.clone(),
            waste: zero.clone(),
            effort: zero,
        }
    }
}
