//! Theory at scale: scenario files, ensembles, paired experiments, tables. No files, no clocks.
//!
//! A run flows one way: text → [`check`] → [`scenario`] → [`plan`] → [`draw`] → [`ensemble`] (with
//! [`change`]s) → [`measure`] → [`outcome`] and [`table`].

pub mod catalogue;
pub mod change;
pub mod check;
pub mod compare;
pub mod comparison;
mod definitions;
mod draft;
pub mod draw;
pub mod ensemble;
pub mod fault;
mod headline;
pub mod measure;
pub mod mechanism;
pub mod names;
mod nature;
pub mod outcome;
mod physics;
pub mod plan;
pub mod presets;
pub mod remedies;
mod remedy_parameters;
pub mod scenario;
pub mod schema;
pub mod sourced;
pub mod standard;
pub mod starter;
pub mod statistics;
pub mod table;
pub mod theorist;
pub mod war_statistics;
mod wording;
pub mod world;
pub mod write;
