//! The actor tree at work: what a threat from outside does inside a node (model §7).

use crate::real::exp;

/// A node: an actor that stands outward for its members.
#[derive(Clone, Debug)]
pub struct Node<const L: usize> {
    /// The actor that acts for the node among its peers.
    pub face: usize,
    /// The actors inside it; they face each other only.
    pub children: Vec<usize>,
    /// α0 inside per issue, without a threat.
    pub authority: Vec<[f64; L]>,
    /// χ: years; how quickly an outside hazard (per year) unites.
    pub unity: [f64; L],
    /// Outside hazard per year beyond which the node breaks.
    pub collapse: [f64; L],
    /// When authority inside begins to fall for reasons of its own, years after the start (∞: never) …
    pub fall: [f64; L],
    /// … and how long it takes to be gone, years.
    pub fall_over: [f64; L],
}

/// Authority inside: α0 + (1−α0)(1−e^{−χH}), H the hazard the node perceives from outside; none once it has broken.
#[inline(always)]
pub fn authority_inside(base: f64, unity: f64, outside: f64, broken: f64) -> f64 {
    (1.0 - broken) * (base + (1.0 - base) * (1.0 - exp(-unity * outside)))
}

/// What is left at `time` of an authority that falls from `start` over `years` (1 before, 0 after).
#[inline(always)]
pub fn left_of(time: f64, start: f64, years: f64) -> f64 {
    let gone = if years > 0.0 {
        (time - start) / years
    } else if time >= start {
        1.0
    } else {
        0.0
    };
    1.0 - gone.clamp(0.0, 1.0)
}
