//! What every part owes: same inputs same bytes, named luck, honest refusals, the boundaries between crates.

mod areas;
mod boundaries;
mod claims;
mod determinism;
mod doctrines;
mod format_page;
mod games_page;
mod glossary;
mod mechanism;
mod memory;
mod presets;
mod remedies;
mod remedies_page;
mod world;
