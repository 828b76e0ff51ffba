//! Cross.
