//! How remedies move on: how far each is exerted, what it answers, climbs and costs.

use super::Progress;
use crate::happen::Wars;
use crate::real::exp;
use crate::remedy::{Remedy, Rule};
use crate::security::mistrust;
use crate::world::{Reading, World};

/// Strength of every carrier at `time`.
#[inline(always)]
pub(super) fn exertion<const L: usize>(
    remedy: &Remedy<L>,
    state: &Progress<L>,
    world: &World<f64, L>,
    time: f64,
    strength: &mut [[f64; L]],
) {
    let calendar = remedy.calendar(time);
    for &i in &remedy.carriers {
        strength[i] = match &remedy.rule {
            Rule::Timed => calendar,
            Rule::Spreading { seed, ceiling, .. } => std::array::from_fn(|l| {
                let least = if calendar[l] > 0.0 { seed[l].min(ceiling[l]) } else { 0.0 };
                state.share[l].max(least)
            }),
            Rule::Internalised { .. } => state.share,
            // A sum of steps may end just under the whole.
            Rule::Deciding { .. } => {
                std::array::from_fn(|l| if state.share[l] >= 1.0 - 1e-9 { calendar[l] } else { 0.0 })
            }
            Rule::Climbing { .. } => std::array::from_fn(|l| state.share[l] * calendar[l]),
            Rule::Answering { patience, tolerance } => std::array::from_fn(|l| {
                let effort = &world.issues[remedy.about()].log_effort;
                let rising = |j: usize| effort[j][l] - state.memory[j][l] > tolerance[l];
                let patient = time < remedy.start[l] + patience[l];
                let answered = (0..state.memory.len()).filter(|&j| answers(remedy, i, j)).all(|j| !rising(j));
                if patient || answered { calendar[l] } else { 0.0 }
            }),
        };
    }
}

/// Whether carrier i looks at j's effort before it answers: its stated partners, else the other carriers, else all.
pub(super) fn answers<const L: usize>(remedy: &Remedy<L>, i: usize, j: usize) -> bool {
    let among = |list: &[usize]| list.contains(&j);
    i != j
        && if !remedy.partners.is_empty() {
            among(&remedy.partners)
        } else {
            remedy.carriers.len() < 2 || among(&remedy.carriers)
        }
}

/// One step of dv/dt = rate·v·(ceiling − v), exactly.
pub(super) fn logistic(v: f64, rate: f64, ceiling: f64, dt: f64) -> f64 {
    if v >= ceiling {
        return v;
    }
    let growth = exp(rate * ceiling * dt);
    ceiling * v * growth / (ceiling - v + v * growth)
}

/// Wars that broke out among the carriers in this step.
pub(super) fn breaches<const L: usize>(wars: &[Option<Wars<L>>], remedy: &Remedy<L>) -> [f64; L] {
    let mut count = [0.0; L];
    for &(i, j, l) in wars.iter().flatten().flat_map(|w| &w.outbreaks) {
        if remedy.carriers.contains(&i) && remedy.carriers.contains(&j) {
            count[l] += 1.0;
        }
    }
    count
}

/// One step up or down a ladder; a war among its members throws it two rungs down.
pub(super) fn climb<const L: usize>(
    state: &mut Progress<L>,
    remedy: &Remedy<L>,
    world: &World<f64, L>,
    n: usize,
    calendar: &[f64; L],
    breaches: &[f64; L],
    dt: f64,
) {
    let Rule::Climbing { rungs, dwell, climb, fall } = &remedy.rule else { return };
    let members = &remedy.carriers;
    let pairs: Vec<usize> =
        members.iter().flat_map(|&i| members.iter().filter(move |&&j| j != i).map(move |&j| i * n + j)).collect();
    let count = (pairs.len() * world.issues.len()).max(1) as f64;
    for l in (0..L).filter(|&l| calendar[l] > 0.0) {
        let total: f64 = world.issues.iter().flat_map(|w| pairs.iter().map(|&p| mistrust(w.log_odds[p][l]))).sum();
        let mean = total / count;
        let speed = if mean < climb[l] {
            1.0
        } else if mean > fall[l] {
            -2.0
        } else {
            0.0
        };
        let breach = if breaches[l] > 0.0 { 2.0 } else { 0.0 };
        let next = state.share[l].max(1.0) + speed * dt / dwell[l] - breach;
        state.share[l] = next.clamp(1.0, f64::from(*rungs));
    }
}

/// Adds one step to what the remedy has cost and how long it has been exercised. What has ended costs nothing, even where
/// an attitude stays; a signal that is not sent costs nothing either.
#[inline(always)]
pub(super) fn account<const L: usize>(
    state: &mut Progress<L>,
    remedy: &Remedy<L>,
    strength: &[[f64; L]],
    calendar: &[f64; L],
    readings: &[Reading<f64, L>],
    dt: f64,
) {
    for x0 in &readings[0].baseline {
        for l in 0..L {
            state.usual[l] += dt * x0[l];
        }
    }
    let rungs = if let Rule::Climbing { rungs, .. } = remedy.rule { f64::from(rungs) } else { 1.0 };
    let (years, each) = (dt / rungs, dt / (rungs * remedy.carriers.len().max(1) as f64));
    let price: [f64; L] = std::array::from_fn(|l| if calendar[l] > 0.0 { years * remedy.cost[l] } else { 0.0 });
    for &i in &remedy.carriers {
        let s = remedy.at_work(&strength[i], &state.signals.sent, i);
        for l in 0..L {
            state.exercised[l] += each * s[l];
            state.rungs[l] += if rungs > 1.0 { each * rungs * s[l] } else { 0.0 };
        }
        for (k, (sums, reading)) in state.cost.iter_mut().zip(readings).enumerate() {
            let (sum, x0) = (&mut sums[i], reading.baseline[i]);
            let s = remedy.at_work_in(k, &strength[i], &state.signals.sent, i);
            for l in 0..L {
                sum[l] += s[l] * price[l] * x0[l];
            }
        }
    }
}
