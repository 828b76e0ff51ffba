//! Two methods or two programs agree.

mod elementary;
mod reference;
mod self_defeat;
