//! Theory.
