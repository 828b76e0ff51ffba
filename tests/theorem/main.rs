//! What follows from the model on paper (model §5), over random parameters.

mod conduct;
mod effort;
mod epidemic;
mod levels;
mod mistrust;
mod rates;
mod remedies;
mod richardson;
mod scene;
mod security;
mod supply;
mod trouble;
mod war;
mod warheads;
mod worlds;

use proptest::test_runner::{Config, RngSeed};

/// 300 random cases each, the same in every run.
pub fn cases() -> Config {
    Config { cases: 300, rng_seed: RngSeed::Fixed(20_151_950), failure_persistence: None, ..Config::default() }
}
