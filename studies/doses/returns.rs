//! What it returns to the advanced economies to supply all others.

use lab::statistics::mean;

use crate::Results;
use crate::arrangement::Arrangement;
use crate::ratio::{Ratio, ratio};

/// Cost of supplying lower-income countries with vaccines, billion dollars (Hafner et al. 2020, RAND RR-A769-1, from earlier estimates).
pub const SUPPLY: f64 = 25.0;

/// One way of supplying against another.
pub struct Returns {
    /// Output that the advanced economies do not lose in 2021, over [`SUPPLY`].
    pub on_supply: Ratio,
    /// Share of runs in which that is over 1.
    pub paying: f64,
    /// The same output over the doses that all others are given more, dollars a dose: the price at which it pays for itself.
    pub a_dose: Ratio,
    /// Doses that all others are given more in 2021, billion, mean.
    pub doses: f64,
}

/// What the step from one arrangement to another returns to the advanced economies.
pub fn returns(results: &Results, from: Arrangement, to: Arrangement) -> Returns {
    let (advanced, others) = (results.groups.advanced(), results.groups.others());
    let (from, to) = (results.of(from), results.of(to));
    let pairs = || from.iter().zip(to);
    let kept: Vec<f64> =
        pairs().map(|(a, b)| a.lost(&advanced, &results.groups) - b.lost(&advanced, &results.groups)).collect();
    let doses: Vec<f64> =
        pairs().map(|(a, b)| (b.sum(&others, |y| y.doses) - a.sum(&others, |y| y.doses)) / 1e9).collect();
    Returns {
        on_supply: ratio(&kept, &vec![SUPPLY; kept.len()]),
        paying: kept.iter().filter(|kept| **kept > SUPPLY).count() as f64 / kept.len() as f64,
        a_dose: ratio(&kept, &doses),
        doses: mean(&doses),
    }
}
