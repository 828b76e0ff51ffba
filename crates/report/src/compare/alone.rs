//! Each remedy alone, and the packages that the scenario states.

use super::{Seen, table, words};

/// Each remedy alone.
pub fn alone(seen: &Seen) -> String {
    table::runs(seen, "alone", seen.either(words::ALONE_NOTE, words::ALONE_NOTE_LIVES), words::NO_ALONE)
}

/// Packages.
pub fn packages(seen: &Seen) -> String {
    table::runs(seen, "package", seen.either(words::PACKAGE_NOTE, words::PACKAGE_NOTE_LIVES), words::NO_PACKAGES)
}
