//! Each remedy alone, and the packages that the scenario states.

use super::{Seen, table, words};

/// Each remedy alone.
pub fn alone(seen: &Seen) -> String {
    table::runs(seen, &seen.ranked("alone"), words::ALONE_NOTE, words::NO_ALONE)
}

/// Packages.
pub fn packages(seen: &Seen) -> String {
    table::runs(seen, &seen.ranked("package"), words::PACKAGE_NOTE, words::NO_PACKAGES)
}
