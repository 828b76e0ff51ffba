//! What an issue area adds to the kernel: what happens physically. One file per area.

pub mod adversity;
pub mod commons;
pub mod epidemic;
pub mod health;
pub mod military;
pub mod nuclear;
pub mod supply;
