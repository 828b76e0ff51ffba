//! Agreement with printed numbers.

mod agreement;
mod deterrence;
mod endurance;
mod epidemic;
mod philox;
mod trade;
mod trust;
mod wars;

use proptest::test_runner::{Config, RngSeed};

/// 300 random cases each, the same in every run.
pub fn cases() -> Config {
    Config { cases: 300, rng_seed: RngSeed::Fixed(20_151_950), failure_persistence: None, ..Config::default() }
}

/// `got` is within `tolerance` of `want`; for a printed number, half a unit of its last digit, or what its source says.
#[track_caller]
pub fn near(got: f64, want: f64, tolerance: f64) {
    assert!((got - want).abs() <= tolerance, "{got} instead of {want} ± {tolerance}");
}
