//! Games as files in the two formats of Gambit, read exactly and written back; faults carry their place.

pub mod efg;
pub mod lexer;
pub mod nfg;
