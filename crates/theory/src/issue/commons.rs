//! The commons: many actors on one renewable resource, with population, environment and technology (model §6, the survival dilemma).
//!
//! Effort x is extraction. Four stocks: what is left of the resource B ∈ [0, 1] of its capacity (logistic regrowth; Schaefer 1954), the state of
//! the environment E ∈ [0, 1], each actor's population P, and – in another issue – arms. Scarcity is what a catch below need makes of it.

use crate::issue::epidemic::Chance;
use crate::real::exp;

/// Terms of one commons.
#[derive(Clone, Debug)]
pub struct Commons<const L: usize> {
    /// Intrinsic rate of regrowth r, per year.
    pub regrowth: [f64; L],
    /// What is left at the start, share of capacity.
    pub stock: [f64; L],
    /// Share of the whole stock that one unit of effort takes per year, q.
    pub reach: [f64; L],
    /// Growth of q by technology, per year.
    pub technology: [f64; L],
    /// Catch that each actor needs per year at the start, shares of capacity; actors.
    pub need: Vec<[f64; L]>,
    /// Growth of population while need is met, per year, actors.
    pub growth: Vec<[f64; L]>,
    /// Fall of population per year when nothing is caught.
    pub famine: [f64; L],
    /// Damage to the environment per year and unit of effort over the sum of baselines.
    pub emission: [f64; L],
    /// Recovery of the environment, per year.
    pub recovery: [f64; L],
    /// Share of emission that is mitigated while nobody arms.
    pub mitigation: [f64; L],
    /// Share of mitigation lost when the world's arms stand at twice their baseline.
    pub crowding: [f64; L],
    /// S.d. in logs per √year of regrowth.
    pub weather: [f64; L],
    /// Rise of exposure as the resource is used up: × (1 + this·(1 − B)).
    pub rivalry: [f64; L],
    /// Rise of responsiveness in military issues at full scarcity, ratio.
    pub resource_war: [f64; L],
}

/// The stocks of one commons.
#[derive(Clone, Debug)]
pub struct Stocks<const L: usize> {
    /// B.
    pub resource: [f64; L],
    /// E.
    pub environment: [f64; L],
    /// P over P at the start, actors.
    pub population: Vec<[f64; L]>,
    /// Caught so far, shares of capacity, actors.
    pub caught: Vec<[f64; L]>,
    /// 1 − catch/need of the last step, 0–1, actors.
    pub scarcity: Vec<[f64; L]>,
    /// Years until B first fell below a tenth of capacity; ∞ while it has not.
    pub collapse: [f64; L],
}

/// Share of capacity under which a resource counts as collapsed (Worm et al. 2006, Science 314: 10 %).
pub const COLLAPSED: f64 = 0.1;

impl<const L: usize> Stocks<L> {
    /// At the start, with what these efforts catch.
    pub fn begin(commons: &Commons<L>, effort: &[[f64; L]]) -> Stocks<L> {
        let n = commons.need.len();
        let mut stocks = Stocks {
            resource: commons.stock,
            environment: [1.0; L],
            population: vec![[1.0; L]; n],
            caught: vec![[0.0; L]; n],
            scarcity: vec![[0.0; L]; n],
            collapse: [f64::INFINITY; L],
        };
        for i in 0..n {
            for l in 0..L {
                let catch = commons.reach[l] * effort[i][l] * stocks.resource[l];
                stocks.scarcity[i][l] = scarcity(catch, commons.need[i][l]);
            }
        }
        stocks
    }

    /// One step of `dt` years from `time`. `effort` is x, `baseline` the sum of baselines, `arms` how far the world's arms stand over theirs
    /// (1: at baseline).
    ///
    /// Within a step catch and regrowth act on the stock one after the other, each exactly, so the stock stays within [0, 1] whatever the step.
    #[inline(always)]
    pub fn pass(
        &mut self,
        commons: &Commons<L>,
        effort: &[[f64; L]],
        baseline: &[f64; L],
        arms: &[f64; L],
        weather: &[f64; L],
        (time, dt): (f64, f64),
    ) {
        let n = effort.len();
        for l in 0..L {
            let q = commons.reach[l] * exp(commons.technology[l] * time);
            let total: f64 = effort.iter().map(|x| x[l]).sum();
            let before = self.resource[l];
            let left = before * exp(-q * total * dt);
            let taken = before - left;
            for i in 0..n {
                let catch = if total > 0.0 { taken * effort[i][l] / total } else { 0.0 };
                self.caught[i][l] += catch;
                let need = commons.need[i][l] * self.population[i][l];
                self.scarcity[i][l] = scarcity(catch / dt, need);
                let rate = commons.growth[i][l] - (commons.growth[i][l] + commons.famine[l]) * self.scarcity[i][l];
                self.population[i][l] *= exp(rate * dt);
            }
            // Logistic growth is steady in the log-odds of the stock; weather is a random walk there, the same at any step.
            let luck = commons.weather[l] * weather[l] * dt.sqrt();
            self.resource[l] = regrow(left, commons.regrowth[l] * self.environment[l] * dt + luck);
            let mitigated = commons.mitigation[l] * (1.0 - commons.crowding[l] * (arms[l] - 1.0)).clamp(0.0, 1.0);
            let use_of = if baseline[l] > 0.0 { total / baseline[l] } else { 0.0 };
            let damage = commons.emission[l] * use_of * (1.0 - mitigated);
            // dE/dt = recovery·(1 − E) − damage·E, exactly.
            let speed = commons.recovery[l] + damage;
            let aim = if speed > 0.0 { commons.recovery[l] / speed } else { self.environment[l] };
            self.environment[l] = aim + (self.environment[l] - aim) * exp(-speed * dt);
            if self.resource[l] < COLLAPSED && self.collapse[l].is_infinite() {
                self.collapse[l] = time + dt;
            }
        }
    }
}

/// 1 − catch/need, at least 0.
#[inline(always)]
fn scarcity(catch: f64, need: f64) -> f64 {
    if need > 0.0 { (1.0 - catch / need).clamp(0.0, 1.0) } else { 0.0 }
}

/// Logistic regrowth over rate × time `rt`, exactly: ln[B/(1−B)] rises by `rt`.
#[inline(always)]
pub fn regrow(stock: f64, rt: f64) -> f64 {
    let growth = exp(rt);
    stock * growth / (1.0 - stock + stock * growth)
}

/// One standard normal per replication for the weather of a step.
#[inline(always)]
pub fn weather<const L: usize>(chance: Option<Chance<'_>>) -> [f64; L] {
    chance.map_or([0.0; L], |c| c.luck.normal::<L>(c.replication, c.step, 0))
}
