//! What nature does in a run: epidemics, commons, and how the trouble they make bends the kernel's terms.

use super::CourseLuck;
use crate::issue::adversity::trouble;
use crate::issue::commons::{Stocks, weather};
use crate::issue::epidemic::Chance;
use crate::issue::health::Emergency;
use crate::world::{IssueTerms, IssueWorld, Physics, Reading, Terms, World};

/// What nature has made of one issue so far.
#[derive(Clone, Debug)]
pub struct Nature<const L: usize> {
    /// An epidemic.
    pub emergency: Option<Emergency<L>>,
    /// A common resource.
    pub stocks: Option<Stocks<L>>,
    /// s_i at the last look, actors; empty where nothing makes trouble.
    pub severity: Vec<[f64; L]>,
}

impl<const L: usize> Nature<L> {
    pub(super) fn begin(issue: &IssueTerms<L>, world: &IssueWorld<f64, L>) -> Nature<L> {
        let effort: Vec<[f64; L]> = world.log_effort.iter().map(|x| x.map(crate::real::exp)).collect();
        Nature {
            emergency: issue.physics.health.as_ref().map(Emergency::none),
            stocks: issue.physics.commons.as_ref().map(|commons| Stocks::begin(commons, &effort)),
            severity: Vec::new(),
        }
    }

    /// Standard deviation of severity among some actors; 0 where there is no trouble.
    pub(super) fn disagreement(&self, among: &[usize]) -> [f64; L] {
        if self.severity.is_empty() || among.is_empty() {
            return [0.0; L];
        }
        let count = among.len() as f64;
        std::array::from_fn(|l| {
            let mean = among.iter().map(|&i| self.severity[i][l]).sum::<f64>() / count;
            let square =
                among.iter().map(|&i| (self.severity[i][l] - mean) * (self.severity[i][l] - mean)).sum::<f64>();
            (square / count).sqrt()
        })
    }

    /// Carries nature in issue `k` over one step, from what was read at its start.
    #[inline(always)]
    pub(super) fn pass(
        &mut self,
        now: &Terms<L>,
        k: usize,
        world: &World<f64, L>,
        readings: &[Reading<f64, L>],
        luck: Option<&CourseLuck>,
        (step, dt): (u32, f64),
    ) {
        let when = (f64::from(step) * dt, dt);
        let chance = luck.map(|luck| Chance {
            luck: &luck.nature[k][0],
            replication: luck.replication,
            step,
            ids: &now.luck_ids,
        });
        if let (Some(health), Some(emergency)) = (&now.issues[k].physics.health, &mut self.emergency) {
            let hoarding: Vec<[f64; L]> = readings[k].effort.iter().map(|x| x.map(|x| x / (1.0 + x))).collect();
            let errors: Vec<[f64; L]> = match luck {
                Some(luck) => {
                    let analysis = &luck.nature[k][1];
                    now.luck_ids.iter().map(|&id| analysis.normal::<L>(luck.replication, step, id)).collect()
                }
                None => vec![[0.0; L]; now.actors],
            };
            emergency.pass(health, &hoarding, &world.issues[k].log_odds, &errors, chance, when);
        }
        if let (Some(commons), Some(stocks)) = (&now.issues[k].physics.commons, &mut self.stocks) {
            let sum = |lanes: &[[f64; L]]| -> [f64; L] { std::array::from_fn(|l| lanes.iter().map(|x| x[l]).sum()) };
            let baseline = sum(&readings[k].baseline);
            let arms = arms_over_baseline(now, readings);
            stocks.pass(commons, &readings[k].effort, &baseline, &arms, &weather(chance), when);
        }
    }
}

/// Effort over baseline of everybody together, over the issues with war; 1 where there are none.
fn arms_over_baseline<const L: usize>(now: &Terms<L>, readings: &[Reading<f64, L>]) -> [f64; L] {
    let (mut arms, mut usual) = ([0.0; L], [0.0; L]);
    for (_, reading) in now.issues.iter().zip(readings).filter(|(issue, _)| issue.physics.war.is_some()) {
        for (x, x0) in reading.effort.iter().zip(&reading.baseline) {
            for l in 0..L {
                arms[l] += x[l];
                usual[l] += x0[l];
            }
        }
    }
    std::array::from_fn(|l| if usual[l] > 0.0 { arms[l] / usual[l] } else { 1.0 })
}

/// Puts back what remedies may have bent.
#[inline(always)]
pub(super) fn reset<const L: usize>(now: &mut Physics<L>, base: &Physics<L>) {
    if let (Some(now), Some(base)) = (&mut now.health, &base.health) {
        now.pooled.copy_from_slice(&base.pooled);
        now.state.border.copy_from_slice(&base.state.border);
        now.state.concealment.copy_from_slice(&base.state.concealment);
        now.people.enforcement.copy_from_slice(&base.people.enforcement);
    }
    if let (Some(now), Some(base)) = (&mut now.commons, &base.commons) {
        now.mitigation = base.mitigation;
    }
    if let (Some(now), Some(base)) = (&mut now.adversity, &base.adversity) {
        now.blame.copy_from_slice(&base.blame);
    }
}

/// Bends the terms by what nature has made of issue `k`.
#[inline(always)]
pub(super) fn bend<const L: usize>(
    now: &mut Terms<L>,
    nature: &mut [Nature<L>],
    k: usize,
    world: &World<f64, L>,
    time: f64,
) {
    let n = now.actors;
    let Nature { emergency, stocks, severity } = &mut nature[k];
    if emergency.is_none() && stocks.is_none() && now.issues[k].physics.adversity.is_none() {
        return;
    }
    severity.clear();
    severity.resize(n, [0.0; L]);
    if let (Some(health), Some(emergency)) = (&now.issues[k].physics.health, &*emergency) {
        severity.copy_from_slice(&emergency.severity(health));
        let hidden = health.state.concealment.clone();
        let clarity = &mut now.issues[k].clarity;
        for p in (0..n * n).filter(|p| p / n != p % n) {
            for l in 0..L {
                clarity[p][l] *= 1.0 - hidden[p % n][l];
            }
        }
    }
    if let Some(stocks) = &*stocks {
        severity.copy_from_slice(&stocks.scarcity);
        scarce(now, k, stocks);
    }
    if let Some(adversity) = &now.issues[k].physics.adversity {
        adversity.severity(time, severity);
        trouble(now, k, severity, world);
    }
}

/// What a used-up resource does: exposure grows, needs follow people, and scarcity feeds arms.
#[inline(always)]
fn scarce<const L: usize>(now: &mut Terms<L>, k: usize, stocks: &Stocks<L>) {
    let Some(commons) = now.issues[k].physics.commons.take() else { return };
    let issue = &mut now.issues[k];
    for reach in &mut issue.reach {
        for l in 0..L {
            reach[l] *= 1.0 + commons.rivalry[l] * (1.0 - stocks.resource[l]);
        }
    }
    for (x0, people) in issue.baseline.iter_mut().zip(&stocks.population) {
        for l in 0..L {
            x0[l] *= people[l];
        }
    }
    for other in now.issues.iter_mut().filter(|other| other.physics.war.is_some()) {
        for (big_k, s) in other.responsiveness.iter_mut().zip(&stocks.scarcity) {
            for l in 0..L {
                big_k[l] *= 1.0 + commons.resource_war[l] * s[l];
            }
        }
    }
    now.issues[k].physics.commons = Some(commons);
}
