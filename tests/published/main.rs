//! Agreement with printed numbers.

mod philox;
