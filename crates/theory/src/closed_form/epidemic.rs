//! Epidemics in large, well-mixed populations: how many fall ill, and what sharing doses or closing borders changes.
//!
//! The final-size relation holds for any course of infectiousness with basic reproduction number R0 (Kermack &
//! McKendrick 1927, *Proc. R. Soc. A* 115: 700–721); numbers of people are shares of a population unless said
//! otherwise. "Type" means in the spirit of the source only.

use crate::real::{exp, ln};

/// Chance 1 − e^{−x} of catching it at least once under total force x, with all its digits for small x too.
fn caught(force: f64) -> f64 {
    if force.abs() > 0.1 {
        return 1.0 - exp(-force);
    }
    // x(1 − x/2(1 − x/3(…))): after twelve terms less than 10^−18 of the first is missing.
    force * (2..=12).rev().fold(1.0, |rest, n| 1.0 - force / f64::from(n) * rest)
}

/// Share z of a population that ever falls ill without any measure: the largest root in [0, 1] of z = 1 − e^{−R0 z}.
///
/// `r0` R0 ≥ 0: cases that the first case causes. 0 where R0 ≤ 1.
pub fn final_size(r0: f64) -> f64 {
    TwoCountries { r0, mixing: 0.0 }.sizes([0.0, 0.0])[0]
}

/// Share that must be immune for an epidemic not to grow: 1 − 1/R0, and 0 where `r0` ≤ 1.
pub fn herd_immunity(r0: f64) -> f64 {
    (1.0 - 1.0 / r0).max(0.0)
}

/// Largest share ill at one time in the SIR model, from a few cases on: 1 − (1 + ln R0)/R0, and 0 where `r0` ≤ 1.
pub fn peak(r0: f64) -> f64 {
    if r0 <= 1.0 { 0.0 } else { 1.0 - (1.0 + ln(r0)) / r0 }
}

/// Chance that an epidemic of `cases` dies out by luck before it is large: R0^{−I0}, and 1 where `r0` ≤ 1.
///
/// For an exponentially distributed infectious period (Whittle 1955, *Biometrika* 42: 116–122).
pub fn extinction(r0: f64, cases: u32) -> f64 {
    if r0 <= 1.0 { 1.0 } else { (0..cases).fold(1.0, |chance, _| chance / r0) }
}

/// Two countries of equal size before an epidemic that both will see. Vaccination protects fully.
///
/// It counts infections only. Severity that differs, waves at different times and new variants are not in it: each
/// favours sharing, and without them hoarding can infect fewest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TwoCountries {
    /// Basic reproduction number R0 ≥ 0, the same in both.
    pub r0: f64,
    /// Share m of contacts that are with the other country, 0 (apart) to ½ (one population).
    pub mixing: f64,
}

impl TwoCountries {
    /// Shares of each country that ever fall ill: the largest solution of
    /// z_i = (1 − d_i)(1 − e^{−x_i}), x_i = R0((1−m) z_i + m z_j).
    ///
    /// `doses` d per head in each country, in [0, 1], given beforehand. Newton's method from everybody ill: the right
    /// side is concave and rises in both z, so the steps fall towards the largest solution and never pass it.
    pub fn sizes(&self, doses: [f64; 2]) -> [f64; 2] {
        let open = doses.map(|d| 1.0 - d);
        let mut ill = open;
        for _ in 0..1000 {
            let next = self.newton(open, ill);
            if !(next[0] < ill[0] || next[1] < ill[1]) {
                break;
            }
            ill = next;
        }
        ill
    }

    /// One step of Newton's method from `ill`, not under 0.
    fn newton(&self, open: [f64; 2], ill: [f64; 2]) -> [f64; 2] {
        let (own, other) = (self.r0 * (1.0 - self.mixing), self.r0 * self.mixing);
        let force = [own * ill[0] + other * ill[1], own * ill[1] + other * ill[0]];
        let excess = [ill[0] - open[0] * caught(force[0]), ill[1] - open[1] * caught(force[1])];
        let slope = [open[0] * exp(-force[0]), open[1] * exp(-force[1])];
        let near = [1.0 - own * slope[0], 1.0 - own * slope[1]];
        let far = [other * slope[0], other * slope[1]];
        let determinant = near[0] * near[1] - far[0] * far[1];
        [
            (ill[0] - (near[1] * excess[0] + far[0] * excess[1]) / determinant).max(0.0),
            (ill[1] - (near[0] * excess[1] + far[1] * excess[0]) / determinant).max(0.0),
        ]
    }

    /// Infections in both countries together, in populations of one country: 0 to 2.
    pub fn total(&self, doses: [f64; 2]) -> f64 {
        let [a, b] = self.sizes(doses);
        a + b
    }

    /// The split of `doses` per head of one country, in [0, 2], with fewest infections in all; the larger part first.
    ///
    /// By search, to about 1e-7 of a dose: best of a thousand splits, then thirds around it. Equal parts where
    /// nothing does better by more than 1e-12.
    pub fn best_split(&self, doses: f64) -> [f64; 2] {
        const PARTS: i32 = 1000;
        let (low, high) = (0.5 * doses, doses.min(1.0));
        let infections = |larger: f64| self.total([larger, doses - larger]);
        let at = |part: i32| low + (high - low) * f64::from(part.clamp(0, PARTS)) / f64::from(PARTS);
        let best = (1..=PARTS).fold(0, |a, b| if infections(at(b)) < infections(at(a)) - 1e-12 { b } else { a });
        let (mut from, mut to) = (at(best - 1), at(best + 1));
        for _ in 0..80 {
            let third = (to - from) / 3.0;
            if infections(from + third) <= infections(to - third) { to -= third } else { from += third }
        }
        let found = [at(best), 0.5 * (from + to)];
        let larger = if infections(found[1]) < infections(found[0]) - 1e-12 { found[1] } else { found[0] };
        [larger, doses - larger]
    }
}

/// Mixing m* in (0, ½) at which all `doses` to one country begin to infect as many as equal parts; below it hoarding
/// infects fewer.
///
/// `doses` per head of one country, in (0, 1]. `None` where equal parts are as good even between countries apart, or
/// worse at every mixing. By search: first change of sign on a grid of 1/1000, then halving.
pub fn hoarding_limit(r0: f64, doses: f64) -> Option<f64> {
    let gain = |mixing: f64| {
        let world = TwoCountries { r0, mixing };
        world.total([0.5 * doses; 2]) - world.total([doses, 0.0])
    };
    if gain(0.0) <= 1e-12 {
        return None;
    }
    let step = (1..500).find(|&step| gain(f64::from(step) / 1000.0) <= 0.0)?;
    let (mut low, mut high) = (f64::from(step - 1) / 1000.0, f64::from(step) / 1000.0);
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if gain(middle) > 0.0 { low = middle } else { high = middle }
    }
    Some(0.5 * (low + high))
}

/// Delay of an epidemic's arrival bought by cutting travel from where it grows exponentially: ln(1/(1−x))/r.
///
/// `cut` x in [0, 1): share of journeys stopped; `growth` r > 0 per unit of time, which is the unit of the answer
/// (doubling time ln 2/r). The final size hardly changes: Chinazzi et al. 2020, *Science* 368: 395–400; Mateus et al.
/// 2014, *Bull. WHO* 92: 868–880.
pub fn arrival_delay(cut: f64, growth: f64) -> f64 {
    -ln(1.0 - cut) / growth
}

/// Many places of unequal connection between which people travel (Colizza & Vespignani 2007, *Phys. Rev. Lett.* 99:
/// 148701): populations in proportion to connections, the same rate of travel everywhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Network {
    /// Mean ⟨k⟩ > 0 of connections per place.
    pub degree: f64,
    /// Mean square ⟨k²⟩ ≥ ⟨k⟩² of connections per place: large where there are hubs.
    pub squared_degree: f64,
    /// Mean population N̄ of a place, in people.
    pub population: f64,
    /// Rate μ > 0 of recovery, in the unit of the rate of travel.
    pub recovery: f64,
}

impl Network {
    /// Places that the first infected place infects: R* = (R0−1) (⟨k²⟩−⟨k⟩)/⟨k⟩² p N̄ α/μ with α = 2(R0−1)/R0².
    ///
    /// `travel` p ≥ 0 per head and unit of time. The epidemic goes round the world only where R* > 1. Asymptotic, for
    /// R0 → 1 from above; 0 where `r0` ≤ 1.
    pub fn invasion_number(&self, r0: f64, travel: f64) -> f64 {
        let excess = (r0 - 1.0).max(0.0);
        let branching = (self.squared_degree - self.degree) / (self.degree * self.degree);
        let seeds = travel * self.population * 2.0 * excess / (r0 * r0) / self.recovery;
        excess * branching * seeds
    }

    /// Rate of travel at which R* = 1. Infinite where `r0` ≤ 1 or no place has a second connection.
    pub fn critical_travel(&self, r0: f64) -> f64 {
        1.0 / self.invasion_number(r0, 1.0)
    }
}
