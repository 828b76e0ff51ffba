//! Theory at scale.
pub mod catalogue;
pub mod check;
mod draft;
pub mod fault;
pub mod names;
pub mod outcome;
pub mod scenario;
pub mod sourced;
