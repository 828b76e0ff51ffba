//! Charts, drawn as SVG that stands inside the page.

pub mod calendar;
pub mod curves;
pub mod diagram;
pub mod forest;
pub mod interval;
mod labels;
pub mod mark;
pub mod order;
pub mod phase;
pub mod scatter;
pub mod shares;
pub mod square;
pub mod svg;
pub mod time;
pub mod triangle;
