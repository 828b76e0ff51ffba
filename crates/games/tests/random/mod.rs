//! Random games from a seed.
#![allow(dead_code)] // each test file uses its part

use games::{Bimatrix, Rational};

/// A small generator (SplitMix64).
pub struct Luck(pub u64);

impl Luck {
    /// A whole number from 0 to `bound` − 1.
    pub fn below(&mut self, bound: u64) -> i64 {
        self.0 = self.0.wrapping_add(0x9e3779b97f4a7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58476d1ce4e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d049bb133111eb);
        ((z ^ (z >> 31)) % bound) as i64
    }

    /// An m×n game with independent payoffs below `bound`.
    pub fn game(&mut self, m: usize, n: usize, bound: u64) -> Bimatrix {
        let mut matrix = || -> Vec<Vec<Rational>> {
            (0..m).map(|_| (0..n).map(|_| Rational::from(self.below(bound))).collect()).collect()
        };
        let (row, column) = (matrix(), matrix());
        Bimatrix::unnamed(row, column).expect("sizes fit")
    }
}
