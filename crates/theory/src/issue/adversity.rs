//! Trouble that no rival makes – an epidemic, scarcity, an attack from elsewhere – and what it does to how actors act and read one
//! another (model §6, second paper).
//!
//! Whatever happens physically is summed up as *severity* s_i ∈ [0, 1]. From it follow, and only here:
//! - what everybody can see that i needs: x0_i × (1 + urgency·s_i);
//! - losses weigh more than gains: K_i × (1 + (λ − 1)·s_i);
//! - a reader in trouble looks abroad less: clarity × (1 − distraction·s_i);
//! - it judges others by its own situation: own reference × (ln f_j − ln f_i) is read as excess, f = 1 + urgency·s;
//! - blame and fellowship: evidence A·μ·(s_i − s_j)⁺·blame − (1 − A)·(1 − μ)·max(s_i, s_j)·union per year, where A_ij is the share of
//!   its trouble that i ascribes to j. It is evidence in this issue and spills over by K10 like all evidence. So the sign of what spills over follows
//!   attribution, asymmetry, a common enemy and prior trust **by construction**; only its size is a finding.

use crate::real::{exp, ln};
use crate::security::mistrust;
use crate::world::{Terms, World};

/// Something that strikes an actor at a stated time and fades.
#[derive(Clone, Debug, PartialEq)]
pub struct Blow<const L: usize> {
    /// Whom.
    pub actor: usize,
    /// Years after the start.
    pub time: [f64; L],
    /// Severity at once, 0–1.
    pub size: [f64; L],
    /// Years until 1/e of it is left.
    pub fading: [f64; L],
}

/// Terms by which severity acts in one issue.
#[derive(Clone, Debug)]
pub struct Adversity<const L: usize> {
    /// What strikes from outside the model.
    pub blows: Vec<Blow<L>>,
    /// Rise of the public need at full severity, ratio.
    pub urgency: [f64; L],
    /// λ ≥ 1: weight of a loss over that of a gain of the same size.
    pub loss_sensitivity: [f64; L],
    /// Share of clarity lost at full severity, 0–1.
    pub distraction: [f64; L],
    /// Share of the difference of situations that is read as excess, 0–1.
    pub own_reference: [f64; L],
    /// Evidence per year of full, wholly ascribed, one-sided trouble under full mistrust, log-odds.
    pub blame: Vec<[f64; L]>,
    /// The same of shared trouble under full trust, log-odds towards trust.
    pub union: [f64; L],
    /// A_ij: share of its trouble that i ascribes to j, 0–1, pairs.
    pub attribution: Vec<[f64; L]>,
}

impl<const L: usize> Adversity<L> {
    /// What the blows have left at `time`, joined with what the physics of the issue says: 1 − Π(1 − s).
    pub fn severity(&self, time: f64, physical: &mut [[f64; L]]) {
        for blow in &self.blows {
            let s = &mut physical[blow.actor];
            for l in 0..L {
                let since = time - blow.time[l];
                if since >= 0.0 {
                    s[l] = 1.0 - (1.0 - s[l]) * (1.0 - blow.size[l] * exp(-since / blow.fading[l]));
                }
            }
        }
    }
}

/// Lets the severity of issue `k` act on its terms. What it tells spills over into other issues as all evidence does (K10).
#[inline(always)]
pub fn trouble<const L: usize>(now: &mut Terms<L>, k: usize, severity: &[[f64; L]], world: &World<f64, L>) {
    let Some(adversity) = now.issues[k].physics.adversity.take() else { return };
    let n = now.actors;
    let factor: Vec<[f64; L]> =
        severity.iter().map(|s| std::array::from_fn(|l| 1.0 + adversity.urgency[l] * s[l])).collect();
    let issue = &mut now.issues[k];
    for i in 0..n {
        for l in 0..L {
            issue.baseline[i][l] *= factor[i][l];
            issue.responsiveness[i][l] *= 1.0 + (adversity.loss_sensitivity[l] - 1.0) * severity[i][l];
        }
    }
    let own: Vec<[f64; L]> = factor.iter().map(|f| f.map(ln)).collect();
    for i in 0..n {
        for j in (0..n).filter(|&j| j != i) {
            let p = i * n + j;
            let (distraction, reference) = (&adversity.distraction, &adversity.own_reference);
            let (mine, ours, theirs, greed) = (&severity[i], &own[i], &own[j], &issue.greed_excess[j]);
            let (clarity, told, log_odds) = (&mut issue.clarity[p], &mut issue.told[p], &world.issues[k].log_odds[p]);
            let blamed = blame(&adversity, severity, log_odds, (i, j), p);
            for l in 0..L {
                clarity[l] *= 1.0 - distraction[l] * mine[l];
                let gap = reference[l] * (theirs[l] - ours[l]);
                told[l] += greed[l] * clarity[l] * clarity[l] * gap;
                told[l] += blamed[l];
            }
        }
    }
    now.issues[k].physics.adversity = Some(adversity);
}

/// Evidence per year that i finds in its own and j's trouble.
#[inline(always)]
fn blame<const L: usize>(
    adversity: &Adversity<L>,
    severity: &[[f64; L]],
    log_odds: &[f64; L],
    (i, j): (usize, usize),
    p: usize,
) -> [f64; L] {
    let (mine, theirs, ascribed) = (&severity[i], &severity[j], &adversity.attribution[p]);
    let (blame, union) = (&adversity.blame[i], &adversity.union);
    let mut out = [0.0; L];
    for l in 0..L {
        let mu = mistrust(log_odds[l]);
        let against = blame[l] * ascribed[l] * mu * (mine[l] - theirs[l]).max(0.0);
        let together = union[l] * (1.0 - ascribed[l]) * (1.0 - mu) * mine[l].max(theirs[l]);
        out[l] = against - together;
    }
    out
}
