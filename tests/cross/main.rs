//! Two methods or two programs agree.

mod drawing;
mod elementary;
mod emergency;
mod happenings;
mod literal;
mod nature;
mod records;
mod reference;
mod remedies;
mod reporting;
mod self_defeat;
mod tables;
mod three;
