//! What an issue area adds to the kernel: what happens physically. One file per area.

pub mod military;
pub mod nuclear;
