//! The four definitions of the dilemma (Collins), D1–D4, and the paired effects they rest on.

use serde::Serialize;

use super::{Band, Estimate};

/// A paired effect: same luck with and without.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Effect {
    /// Mean over replications.
    pub mean: f64,
    /// 5 % quantile over replications.
    pub q05: f64,
    /// Median.
    pub q50: f64,
    /// 95 % quantile.
    pub q95: f64,
    /// 95 % interval of the mean.
    pub ci95: [f64; 2],
    /// Share of replications in which the effect is positive.
    pub positive: f64,
    /// Replications that count (the raiser is benign).
    pub replications: u64,
}

/// D1 or D2 of one raiser.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActorEffect {
    /// Who raises.
    pub actor: String,
    /// Issue.
    pub issue: String,
    /// Change of cumulative hazard.
    pub effect: Effect,
}

/// D1: harm.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Harm {
    /// Rise of the others' cumulative objective hazard (sum over the others): per run the mean over its benign
    /// raisers in the headline's issue, so that the interval allows for raisers sharing a run's luck.
    #[serde(flatten)]
    pub overall: Effect,
    /// The same over runs in which nobody at all is greedy: the dilemma proper.
    pub among_benign: Effect,
    /// Per raiser.
    pub by_actor: Vec<ActorEffect>,
    /// Does the definition hold (95 % interval above zero)?
    pub holds: bool,
    /// Does it hold where nobody is greedy?
    pub holds_among_benign: bool,
}

/// D2: self-defeat, in both papers' readings.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SelfDefeat {
    /// Change of the raiser's own cumulative objective hazard, averaged like D1.
    #[serde(flatten)]
    pub overall: Effect,
    /// The same over runs in which nobody at all is greedy: the dilemma proper. Against a greedy partner
    /// arming deters, which can outweigh it in the mean over all runs.
    pub among_benign: Effect,
    /// Per raiser.
    pub by_actor: Vec<ActorEffect>,
    /// Second paper's reading: change of *everyone's* cumulative hazard (sum).
    pub everyone: Effect,
    /// Does the first reading hold (95 % interval above zero)?
    pub holds: bool,
    /// Does the second?
    pub holds_everyone: bool,
    /// Does the first reading hold where nobody is greedy?
    pub holds_among_benign: bool,
}

/// D3: uncertainty.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Uncertainty {
    /// Mean entropy of μ over pairs and years, in bits (0–1).
    #[serde(flatten)]
    pub entropy: Estimate,
    /// Mean Brier score against the true motives (0 = perfect, 0.25 = a coin).
    pub brier: Estimate,
    /// Entropy over time.
    pub entropy_by_year: Band,
    /// Brier score over time.
    pub brier_by_year: Band,
    /// Holds when the mean entropy is over one half bit.
    pub holds: bool,
}

/// Security under one option of D4.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OptionOutcome {
    /// Who takes it; `None`: everybody together.
    pub actor: Option<String>,
    /// `arm`, `hold`, `disarm`, `signal`, or `as-is`.
    pub option: String,
    /// Objective security of the actor (of the least secure actor if joint).
    pub security: Estimate,
}

/// D4: no way out alone, a way out together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct NoWayOut {
    /// Share of cases (actor × run) for which it holds; 90 % Wilson interval over runs.
    #[serde(flatten)]
    pub share: Estimate,
    /// Satisfaction level used (mean).
    pub satisfaction: f64,
    /// Every option.
    pub options: Vec<OptionOutcome>,
    /// Holds for at least half.
    pub holds: bool,
}

/// The four definitions (Collins), keyed by content; the two papers number them differently.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Definitions {
    /// D1.
    pub harm: Harm,
    /// D2.
    pub self_defeat: SelfDefeat,
    /// D3.
    pub uncertainty: Uncertainty,
    /// D4.
    pub no_way_out: NoWayOut,
    /// Raisers and option-takers examined (all, or the largest when there are many actors).
    pub examined: Vec<String>,
    /// Runs that were made again under every change, from the first; in large worlds fewer than all. D1, D2 and D4 rest on them.
    pub paired: usize,
    /// Issue in which the overall effects of D1 and D2 are raised (the headline's); `by_actor` has every issue.
    pub issue: String,
}
