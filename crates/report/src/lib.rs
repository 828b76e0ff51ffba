//! What an ensemble has to say, for people: one HTML page and one terminal summary, in English and Chinese.
//!
//! Pure functions from [`lab::outcome::Outcome`] to text. The same outcome gives the same bytes.

mod chart;
mod columns;
mod compare;
mod frame;
mod game;
mod html;
mod lines;
mod mechanism;
mod numbers;
mod page;
#[cfg(test)]
mod sample;
mod section;
mod terminal;
mod words;

pub use compare::{comparison_page, comparison_summary};
pub use game::{game_page, game_summary};
pub use mechanism::{mechanism_page, mechanism_summary};
pub use page::render;
pub use terminal::summary;

pub use lab::scenario::Lang;
