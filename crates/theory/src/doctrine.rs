//! How a doctrine turns mistrust into the weight an actor acts on (K1).
//!
//! Every doctrine of the model is linear in mistrust: w = floor + slope·μ. The kernel knows only
//! these two numbers and whether the actor learns.

/// A decision doctrine.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Doctrine {
    /// w = μ.
    Bayesian,
    /// w = μ + ω(1−μ), ω ∈ [0, 1]. ω = 1 is the offensive realist (Mearsheimer 2001); with ω between,
    /// it is also the α-maxmin reading of ambiguity (γ of the scenario).
    WorstCase(f64),
    /// w = 0: the idealist.
    Trusting,
    /// w constant in [0, 1], beliefs not updated: the structural realist (Waltz 1979).
    CapabilitiesOnly(f64),
}

impl Doctrine {
    /// (floor, slope, learning): w = floor + slope·μ; learning is 1 or 0.
    pub fn weights(self) -> (f64, f64, f64) {
        match self {
            Doctrine::Bayesian => (0.0, 1.0, 1.0),
            Doctrine::WorstCase(omega) => (omega, 1.0 - omega, 1.0),
            Doctrine::Trusting => (0.0, 0.0, 1.0),
            Doctrine::CapabilitiesOnly(weight) => (weight, 0.0, 0.0),
        }
    }
}
