//! Chores that tests share: running the reference kernel's cases.

pub mod oracle;
