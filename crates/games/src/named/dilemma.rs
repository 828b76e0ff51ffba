//! What the four two-by-two games of cooperation share: temptation, reward, punishment, sucker's payoff.

use super::{Fault, Finding, Game, Parameter, Value, Values, Words, real, words};
use crate::number::Rational;
use crate::two::bimatrix::Bimatrix;

/// The four payoffs, in any unit of utility.
pub(super) struct Payoffs {
    /// T: to defect on one who cooperates.
    pub temptation: Rational,
    /// R: of mutual cooperation.
    pub reward: Rational,
    /// P: of mutual defection.
    pub punishment: Rational,
    /// S: to cooperate with one who defects.
    pub sucker: Rational,
}

/// What players and actions are called.
pub(super) const LABELS: &[Words] =
    &[words("one", "甲"), words("other", "乙"), words("cooperate", "合作"), words("defect", "背叛")];

/// The four as primitives, at these defaults.
pub(super) const fn parameters([t, r, p, s]: [&'static str; 4]) -> [Parameter; 4] {
    const WIDE: [&str; 2] = ["-1000000", "1000000"];
    [
        real(
            "temptation",
            t,
            WIDE,
            "T: payoff of defecting on one who cooperates, utility",
            "T：对方合作而己方背叛的收益，效用",
        ),
        real("reward", r, WIDE, "R: payoff of mutual cooperation, utility", "R：双方合作的收益，效用"),
        real("punishment", p, WIDE, "P: payoff of mutual defection, utility", "P：双方背叛的收益，效用"),
        real(
            "sucker",
            s,
            WIDE,
            "S: payoff of cooperating with one who defects, utility",
            "S：己方合作而对方背叛的收益，效用",
        ),
    ]
}

impl Payoffs {
    /// Read from the primitives.
    pub fn of(values: &Values) -> Payoffs {
        Payoffs {
            temptation: values.of("temptation"),
            reward: values.of("reward"),
            punishment: values.of("punishment"),
            sucker: values.of("sucker"),
        }
    }

    /// The symmetric game of these payoffs.
    pub fn game(&self, title: &str) -> Result<Game, Fault> {
        let rows = vec![
            vec![self.reward.clone(), self.sucker.clone()],
            vec![self.temptation.clone(), self.punishment.clone()],
        ];
        let columns = vec![
            vec![self.reward.clone(), self.temptation.clone()],
            vec![self.sucker.clone(), self.punishment.clone()],
        ];
        let actions = || vec!["cooperate".to_owned(), "defect".to_owned()];
        let players = ["one".to_owned(), "other".to_owned()];
        Bimatrix::new(title, players, [actions(), actions()], [rows, columns])
            .map(Game::Bimatrix)
            .map_err(|_| Fault::Together(words("the payoffs make no game", "这些收益不构成博弈")))
    }

    /// P − S: what is lost by trusting one who defects.
    pub fn fear(&self) -> Rational {
        &self.punishment - &self.sucker
    }

    /// T − R: what is gained by defecting on one who cooperates.
    pub fn greed(&self) -> Rational {
        &self.temptation - &self.reward
    }

    /// Probability of cooperation at which both actions pay the same: (P−S)/((P−S)+(R−T)); none where one action
    /// is always better.
    pub fn indifference(&self) -> Option<Rational> {
        let fear = self.fear();
        let share = fear.over(&(&fear - &self.greed()))?;
        (share.is_positive() && share < Rational::one()).then_some(share)
    }
}

/// The values must stand in this order, or it is another game.
pub(super) fn ordered(holds: bool, order: Words) -> Result<(), Fault> {
    if holds { Ok(()) } else { Err(Fault::Together(order)) }
}

/// How likely the other must be to cooperate before cooperating pays.
pub(super) fn threshold(payoffs: &Payoffs) -> Finding {
    let name =
        words("probability of cooperation at which both actions pay the same", "两种行动收益相等时对方合作的概率");
    let absent = Value::Absent(words("one action is always better", "某一行动总是更好"));
    let value = payoffs.indifference().map_or(absent, Value::Exact);
    Finding { id: "threshold", name, formula: "(P − S) / ((P − S) + (R − T))".into(), value }
}
