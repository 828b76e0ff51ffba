//! Changes to a run that share all its luck: the raises of D1 and D2, the options of D4.

use theory::real::ln;
use theory::world::{IssueTerms, LANES, Terms};

use crate::draw::{Drawn, Lane};
use crate::scenario::Measures;

/// Who makes a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// One actor.
    One(usize),
    /// Everybody at once.
    All,
    /// Everybody else.
    AllBut(usize),
}

/// What is changed, for the whole run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// D1, D2: the target in one issue is raised by `pulse` that the public baseline does not explain.
    Raise {
        /// Issue index.
        issue: usize,
    },
    /// D4: target raised by `option_size` in every issue.
    Arm,
    /// D4: effort never over its starting value.
    Hold,
    /// D4: target lowered by `option_size`.
    Disarm,
    /// D4: every year a restraint that costs `signal_cost` of effort and is evidence −cost/η.
    Signal,
    /// In health issues: nothing is withheld from others.
    Share,
    /// In health issues: restrictions a tenth stricter, at most full.
    Restrict,
}

/// Hoarding of an actor that shares.
pub(crate) const OPEN: f64 = 1e-6;

/// The options of D4.
pub const OPTIONS: [Change; 4] = [Change::Arm, Change::Hold, Change::Disarm, Change::Signal];

impl Change {
    /// Name in files and tables.
    pub fn name(self) -> &'static str {
        match self {
            Change::Raise { .. } => "raise",
            Change::Arm => "arm",
            Change::Hold => "hold",
            Change::Disarm => "disarm",
            Change::Signal => "signal",
            Change::Share => "share",
            Change::Restrict => "restrict",
        }
    }
}

fn add(target: &mut Lane, amount: Lane, sign: f64) {
    for (t, a) in target.iter_mut().zip(amount) {
        *t += sign * a;
    }
}

/// The kernel terms of a block under a change.
pub fn apply(drawn: &Drawn, measures: &Measures, who: Who, change: Change) -> Terms<LANES> {
    let mut terms = drawn.terms.clone();
    let size = drawn.of(measures.option_size);
    let n = terms.actors;
    let actors: Vec<usize> = (0..n)
        .filter(|&i| match who {
            Who::One(only) => i == only,
            Who::All => true,
            Who::AllBut(not) => i != not,
        })
        .collect();
    for (k, issue) in terms.issues.iter_mut().enumerate() {
        for &i in &actors {
            match change {
                Change::Raise { issue: only } if only == k => add(&mut issue.push[i], drawn.of(measures.pulse), 1.0),
                Change::Raise { .. } => {}
                Change::Arm => add(&mut issue.push[i], size, 1.0),
                Change::Disarm => add(&mut issue.push[i], size, -1.0),
                Change::Share | Change::Restrict => relieve(issue, i, change),
                Change::Hold => issue.log_cap[i] = drawn.initial[k][i].map(ln),
                Change::Signal => {
                    let (cost, scale) = (drawn.of(measures.signal_cost), drawn.of(measures.signal_scale));
                    add(&mut issue.push[i], cost, -1.0);
                    add(&mut issue.shown[i], std::array::from_fn(|l| cost[l] / scale[l]), -1.0);
                }
            }
        }
    }
    terms
}

/// What a change does to an epidemic.
fn relieve(issue: &mut IssueTerms<LANES>, i: usize, change: Change) {
    let Some(health) = &mut issue.physics.health else { return };
    if change == Change::Share {
        issue.log_cap[i] = [ln(OPEN); LANES];
    } else {
        for strictness in &mut health.state.strictness[i] {
            *strictness = (1.1 * *strictness).min(1.0);
        }
    }
}
