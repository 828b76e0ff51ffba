//! What can be cut out of a run, and how: each cut changes kernel terms, or numbers that a scenario states, and nothing else.

use theory::belief::LOG_ODDS_LIMIT;
use theory::world::{LANES, OutputPath, Terms};

use super::illness;
use crate::draw::Drawn;
use crate::scenario::Scenario;

/// A cause or an arrow taken out of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cut {
    /// Full authority over every pair: 1 − α = 0.
    Anarchy,
    /// Everybody's motives are known from the start.
    Uncertainty,
    /// No bias: bad news counts once, no misperception, full empathy (the situation is seen, not only the act).
    Bias,
    /// Output stays as it was, so that there is no riser to misread.
    PowerChange,
    /// The largest misreads nobody for rising.
    Sensitivity,
    /// Striking first brings nothing.
    FirstStrike,
    /// Nobody helps himself: effort is baseline (and greed).
    SelfHelp,
    /// Fear looks at baselines, not at what the others have built up.
    Felt,
    /// Decisions rest on the mistrust of the start.
    Reading,
    /// Hazard looks at baselines, not at efforts.
    Harm,
    /// Effort stays where it started.
    Feedback,
    /// An authority that sees: its rules take half of the opacity away where there is an epidemic.
    Authority,
    /// λ = 1: a loss weighs no more than a gain.
    LossSensitivity,
    /// κ = 0: exposure without what the other's gain adds.
    RelativeGains,
    /// A reader in trouble looks abroad as carefully as ever.
    Distraction,
    /// Nobody reads the difference of situations as excess.
    OwnReference,
    /// Trouble is evidence neither against nor for anybody.
    Blame,
    /// States make no error in their own analysis.
    PolicyError,
    /// What the virus is and does is its median in every run.
    Nature,
    /// No travel: the infection stays where it begins.
    Travel,
    /// What begins it somewhere begins it everywhere at that time, in proportion to population.
    Staggering,
    /// The deaths that alarm, strictness and fatality are the same everywhere: the mean over people.
    Heterogeneity,
    /// Everybody hides as much as the mean over people.
    Credibility,
    /// Nothing is hoarded.
    Hoarding,
    /// Buyers are not chosen by trust.
    Politics,
    /// Exports are never banned.
    Bans,
    /// Restriction at home does not close borders.
    Borders,
}

/// How small responsiveness is made where self-help is cut: it must stay positive.
const NEXT_TO_NOTHING: f64 = 1e-12;

impl Cut {
    /// Takes it out of the terms.
    pub fn apply(self, terms: &mut Terms<LANES>, drawn: &Drawn) {
        let n = terms.actors;
        match self {
            Cut::Anarchy => terms.issues.iter_mut().for_each(|issue| issue.reach.fill([0.0; LANES])),
            Cut::Uncertainty => {
                terms.learning.fill([0.0; LANES]);
                for issue in &mut terms.issues {
                    for p in 0..n * n {
                        issue.prior[p] =
                            issue.greedy[p % n].map(|g| if g > 0.5 { LOG_ODDS_LIMIT } else { -LOG_ODDS_LIMIT });
                    }
                }
            }
            Cut::Bias => {
                terms.negativity.fill([1.0; LANES]);
                terms.misperception.fill([0.0; LANES]);
                terms.empathy.fill([1.0; LANES]);
                terms.issues.iter_mut().for_each(|issue| issue.physics.transition = [0.0; LANES]);
            }
            Cut::PowerChange => terms.issues.iter_mut().for_each(|issue| issue.output.fill(OutputPath::default())),
            Cut::Sensitivity => terms.issues.iter_mut().for_each(|issue| issue.physics.transition = [0.0; LANES]),
            Cut::FirstStrike => terms.issues.iter_mut().for_each(|issue| issue.first_strike = [0.0; LANES]),
            Cut::SelfHelp => {
                for lane in terms.issues.iter_mut().flat_map(|issue| &mut issue.responsiveness) {
                    *lane = lane.map(|k| k * NEXT_TO_NOTHING);
                }
            }
            Cut::Felt => terms.issues.iter_mut().for_each(|issue| issue.physics.unfelt = true),
            Cut::Reading => terms.learning.fill([0.0; LANES]),
            Cut::Harm => terms.issues.iter_mut().for_each(|issue| issue.physics.harmless = true),
            Cut::Feedback => {
                for (issue, start) in terms.issues.iter_mut().zip(&drawn.initial) {
                    issue.conduct.pace.fill([0.0; LANES]);
                    issue.shock = [0.0; LANES];
                    debug_assert_eq!(start.len(), n);
                }
            }
            _ => illness::apply(self, terms),
        }
    }

    /// Takes it out of the numbers, where it is one of those that a scenario states.
    pub fn settle(self, scenario: &mut Scenario) {
        illness::settle(self, scenario);
    }
}
