//! Small scenario files, for tests of this folder.

pub use herz_tests::scene::*;
