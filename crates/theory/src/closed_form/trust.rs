//! How much trust cooperation needs, and what seeing a posture does to it.
//!
//! One move each, simultaneous, cooperate or defect. *Trust* is the probability in [0, 1] that the other is
//! trustworthy, that is, would rather answer cooperation with cooperation (the idea: Kydd 1997, "Game theory and the
//! spiral model"; 2005, *Trust and Mistrust in International Relations*, ch. 2; the formulas are derived here).

/// Least trust at which a trustworthy side cooperates: m = (P−S) / ((P−S) + (R−T)), in [0, 1].
///
/// Payoffs in any unit: `temptation` T to defect alone, `reward` R of mutual cooperation, `punishment` P of mutual
/// defection, `sucker` S of cooperating alone. `None` where T > R: such a side is not trustworthy itself, and no trust
/// makes it cooperate. 0 where S ≥ P: it cooperates whatever it believes.
pub fn minimum_trust(temptation: f64, reward: f64, punishment: f64, sucker: f64) -> Option<f64> {
    let (fear, goodwill) = (punishment - sucker, reward - temptation);
    if goodwill < 0.0 {
        return None;
    }
    Some(if fear <= 0.0 { 0.0 } else { fear / (fear + goodwill) })
}

/// A war as a lottery, seen from one side; the status quo is worth 0.
///
/// Values in one unit of utility. Jervis (1978, "Cooperation under the security dilemma") is where the advantage of
/// the first strike, that is of the offensive, comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct War {
    /// Chance π of winning if both strike at once, 0–1.
    pub win: f64,
    /// What striking first adds to it and striking second takes away, φ ≥ 0; win ± φ must stay in 0–1.
    pub first_strike: f64,
    /// Gain g from winning, ≥ 0.
    pub gain: f64,
    /// Loss l from losing, ≥ 0.
    pub loss: f64,
    /// Cost c of fighting, ≥ 0, win or lose.
    pub cost: f64,
}

impl War {
    /// Expected value f(x) = xg − (1−x)l − c of a war won with chance x.
    pub fn value(&self, win: f64) -> f64 {
        win * self.gain - (1.0 - win) * self.loss - self.cost
    }

    /// The game the war makes: (T, R, P, S) = (f(π+φ), 0, f(π), f(π−φ)).
    pub fn payoffs(&self) -> (f64, f64, f64, f64) {
        (self.value(self.win + self.first_strike), 0.0, self.value(self.win), self.value(self.win - self.first_strike))
    }

    /// Whether this side would keep the peace with one that surely does: (π+φ)(g+l) ≤ l + c.
    pub fn is_trustworthy(&self) -> bool {
        (self.win + self.first_strike) * (self.gain + self.loss) <= self.loss + self.cost
    }

    /// Least trust at which this side does not strike: m = φ(g+l) / (c + (1−π)l − πg), the first-strike advantage
    /// times the stake over the loss to be expected from a war with neither first. `None` if not trustworthy.
    ///
    /// It rises with φ, π and g and falls with c; with l it falls where g > c and rises where g < c.
    pub fn minimum_trust(&self) -> Option<f64> {
        if !self.is_trustworthy() {
            return None;
        }
        let fear = self.first_strike * (self.gain + self.loss);
        Some(if fear <= 0.0 { 0.0 } else { fear / -self.value(self.win) })
    }
}

/// Trust after an observation `ratio` = λ times as likely from a trustworthy side as from another:
/// t' = tλ / (tλ + 1 − t) (Bayes' rule). `prior` t in [0, 1], λ ≥ 0; λ = 1 where postures tell nothing apart.
pub fn belief_after(prior: f64, ratio: f64) -> f64 {
    let odds = prior * ratio;
    odds / (odds + 1.0 - prior)
}

/// Likelihood ratio that lifts trust `prior` to the trust `needed`, both in (0, 1): λ = m/(1−m) · (1−t)/t.
///
/// Above 1, a posture must be visibly defensive before there is cooperation (Jervis's four worlds, 1978, p. 211;
/// Glaser 2010, *Rational Theory of International Politics*).
pub fn ratio_needed(prior: f64, needed: f64) -> f64 {
    needed / (1.0 - needed) * ((1.0 - prior) / prior)
}
