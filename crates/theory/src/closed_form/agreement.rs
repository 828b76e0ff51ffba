//! What states without a government above them provide in common: agreements that enforce themselves, public goods,
//! shared risks, commons, and help in turns.
//!
//! Costs and benefits in any one unit; each formula is derived, the source is that of the idea.

/// Two payoffs nearer than this part of the larger count as equal, so that a tie does not hang on rounding.
const TIE: f64 = 1e-9;

/// Sizes 1..=`countries` of an agreement from which nobody gains by leaving and which nobody gains by joining.
///
/// `member(k)` and `outsider(k)`: payoff of one country inside and outside an agreement of k. Whoever is indifferent
/// stays as it is. The definition is that of d'Aspremont et al. 1983, *Can. J. Econ.* 16: 17–25.
pub fn stable_sizes(countries: usize, member: impl Fn(usize) -> f64, outsider: impl Fn(usize) -> f64) -> Vec<usize> {
    let gains = |now: f64, then: f64| then - now > TIE * now.abs().max(then.abs());
    let internal = |k: usize| k == 1 || !gains(member(k), outsider(k - 1));
    let external = |k: usize| k == countries || !gains(outsider(k), member(k + 1));
    (1..=countries).filter(|&k| internal(k) && external(k)).collect()
}

/// Countries that abate: payoff bQ − cq²/2 from everybody's abatement Q and the own q ≥ 0, all chosen at once.
///
/// An agreement maximises the payoff of its members together (Barrett 1994, *Oxford Economic Papers* 46: 878–894;
/// Carraro & Siniscalco 1993, *J. Public Econ.* 52: 309–328). Other functions or a leading agreement differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Abatement {
    /// How many countries N there are.
    pub countries: usize,
    /// Benefit b > 0 to each of a unit abated anywhere.
    pub benefit: f64,
    /// Cost c > 0: what the next unit costs rises by this much per unit.
    pub cost: f64,
}

impl Abatement {
    /// What one country abates whose choice counts the benefit of `counted` countries: q = kb/c.
    fn effort(&self, counted: usize) -> f64 {
        counted as f64 * self.benefit / self.cost
    }

    /// Total abatement Q with an agreement of `members`: (k² + N − k) b/c.
    pub fn total(&self, members: usize) -> f64 {
        members as f64 * self.effort(members) + (self.countries - members) as f64 * self.effort(1)
    }

    /// The same as a share of what an agreement of all would abate, (k² + N − k)/N².
    pub fn share(&self, members: usize) -> f64 {
        self.total(members) / self.total(self.countries)
    }

    /// Payoff of one that abates `effort` while an agreement of `members` holds.
    fn payoff(&self, members: usize, effort: f64) -> f64 {
        self.benefit * self.total(members) - 0.5 * self.cost * effort * effort
    }

    /// Payoff of one member of an agreement of `members`.
    pub fn member(&self, members: usize) -> f64 {
        self.payoff(members, self.effort(members))
    }

    /// Payoff of one country outside an agreement of `members`.
    pub fn outsider(&self, members: usize) -> f64 {
        self.payoff(members, self.effort(1))
    }

    /// The largest stable agreement: 3 of any three or more countries, since a member gains b²(k−1)(k−3)/2c by leaving.
    ///
    /// Two are stable too, but only because the third is indifferent.
    pub fn largest_stable(&self) -> usize {
        let sizes = stable_sizes(self.countries, |k| self.member(k), |k| self.outsider(k));
        sizes.last().copied().unwrap_or(0)
    }
}

/// Members of the largest stable agreement where each country either abates or not: ⌈c/b⌉, the fewest that gain by it.
///
/// Each that abates gives `benefit` b > 0 to every country and bears `cost` c > b. Only if there are as many countries;
/// fewer agree on nothing. After Barrett 2003, *Environment and Statecraft*.
pub fn binary_agreement(benefit: f64, cost: f64) -> f64 {
    (cost / benefit * (1.0 - TIE)).ceil()
}

/// How single efforts make a public good Q (Hirshleifer 1983, *Public Choice* 41: 371–386; Barrett 2007, *Why
/// Cooperate?*).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Technology {
    /// The sum counts: emissions cut.
    Summation,
    /// The smallest counts: eradicating a disease.
    WeakestLink,
    /// The largest counts: deflecting an asteroid.
    BestShot,
}

impl Technology {
    /// The good made by these efforts ≥ 0, at least one.
    pub fn provided(self, efforts: &[f64]) -> f64 {
        match self {
            Technology::Summation => efforts.iter().sum(),
            Technology::WeakestLink => efforts.iter().copied().fold(f64::INFINITY, f64::min),
            Technology::BestShot => efforts.iter().copied().fold(0.0, f64::max),
        }
    }

    /// Least and most of the good in a Nash equilibrium, for payoff b ln Q − cq each: b/c, and [0, b/c] where the
    /// weakest counts: there all do as much as the least does, a problem of assurance alone.
    pub fn nash(self, benefit: f64, cost: f64) -> (f64, f64) {
        let most = benefit / cost;
        (if self == Technology::WeakestLink { 0.0 } else { most }, most)
    }

    /// The good that is best for all `countries` together: Nb/c, and b/c where the weakest counts.
    pub fn efficient(self, countries: usize, benefit: f64, cost: f64) -> f64 {
        let enough = benefit / cost;
        if self == Technology::WeakestLink { enough } else { countries as f64 * enough }
    }
}

/// Least risk at which giving the fair share is a Nash equilibrium of the game of collective risk: C/E.
///
/// Each gives `contribution` C of its `endowment` E > 0; below the target, which everybody's fair share just meets, all
/// lose what they kept with the chance `risk`. Over 1 no risk is enough. Giving nothing is an equilibrium at every risk
/// where nobody can meet the target alone. Milinski et al. 2008, *PNAS* 105: 2291–2294 (C/E = ½).
pub fn least_risk(contribution: f64, endowment: f64) -> f64 {
    contribution / endowment
}

/// Whether giving the fair share is an equilibrium: E − C ≥ (1−p)E.
pub fn fair_share_holds(contribution: f64, endowment: f64, risk: f64) -> bool {
    endowment - contribution >= (1.0 - risk) * endowment
}

/// Effort of N ≥ 1 `users` of a commons in Nash equilibrium over the effort that is best for all: 2N/(N+1).
///
/// The average product falls in a straight line with total effort, effort costs the same per unit (Gordon 1954, *J.
/// Polit. Econ.* 62: 124–142).
pub fn commons_effort(users: usize) -> f64 {
    let n = users as f64;
    2.0 * n / (n + 1.0)
}

/// What is left of the best rent of that commons in Nash equilibrium: 4N/(N+1)².
pub fn commons_rent(users: usize) -> f64 {
    let n = users as f64;
    4.0 * n / ((n + 1.0) * (n + 1.0))
}

/// (P11) Whether sharing in one's own quiet time pays where waves are staggered: (1−μ)δb ≥ c.
///
/// `cost` c ≥ 0 of sharing now, `benefit` b > 0 of being helped in the next wave, discount δ in (0, 1] until then;
/// `mistrust` μ in [0, 1] is the probability that nothing is returned. Holds up to
/// [`sharing_threshold`](super::sharing_threshold).
pub fn sharing_pays(mistrust: f64, cost: f64, benefit: f64, discount: f64) -> bool {
    (1.0 - mistrust) * discount * benefit >= cost
}
