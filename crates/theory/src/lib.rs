//! What follows from the assumptions: pure, deterministic, no files, no clocks, no stored luck.
//!
//! | module | concept | model |
//! |---|---|---|
//! | [`real`], [`dual`] | the numbers: f64 and dual numbers; one exp, one ln | – |
//! | [`luck`] | named draws | §10 |
//! | [`doctrine`] | mistrust to weight | K1 |
//! | [`self_help`] | threat, need, restraint, adjustment | K1–K5 |
//! | [`belief`] | attribution, evidence, mistrust | K6–K11 |
//! | [`security`] | hazards, uncertainty, waste, verdict | §4 |
//! | [`world`], [`step`] | one moment; one step of everything, in order | §2–§4 |
//! | [`issue`], [`level`] | what happens physically; the actor tree | §6, §7 |
//! | [`remedy`] | timed, sided, costed changes to terms | §8 |
//! | [`course`], [`happen`] | what a run carries with it; wars and accidents | §6–§8 |
//! | [`spiral`] | leading eigenvalue of the linearised kernel | §4 |
//! | [`closed_form`] | what follows on paper: P1–P12 | §5 |

pub mod belief;
pub mod closed_form;
pub mod course;
pub mod doctrine;
pub mod dual;
pub mod happen;
pub mod issue;
pub mod level;
pub mod luck;
pub mod real;
pub mod remedy;
pub mod security;
pub mod self_help;
pub mod spiral;
pub mod step;
pub mod world;
