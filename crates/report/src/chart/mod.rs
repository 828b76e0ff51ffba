//! Charts, drawn as SVG that stands inside the page.

pub mod interval;
pub mod phase;
pub mod svg;
pub mod time;
