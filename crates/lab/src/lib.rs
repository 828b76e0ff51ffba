//! Theory at scale.
pub mod outcome;
pub mod scenario;
