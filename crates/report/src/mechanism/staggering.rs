//! What it does that an epidemic reaches actors one after the other.

use lab::mechanism::{Balance, Staggering};

use super::arrows::value;
use super::words as say;
use crate::frame::{name, shorten};
use crate::html::{block, both, table};
use crate::words::fill;

/// The net in a sentence, and what it is the net of; texts cut to so many characters.
pub fn body(s: &Staggering, most: usize, limit: usize) -> String {
    let head = [both(&say::COL_SIDE), both(&say::COL_BY)];
    let row = |b: &Balance| {
        let amount = format!("{} {}", value(&b.effect), both(&shorten(&b.unit, limit)));
        ("", vec![both(&name(Some(&b.name), &b.id, limit)), amount])
    };
    let rows: Vec<(&str, Vec<String>)> = s.rows.iter().take(most).map(row).collect();
    let mut out = block("p", "verdict", &shorten(&s.sentence, limit));
    out += &block("p", "", &fill(say::STAGGERING_NOTE, &[&shorten(&s.cut, limit)]));
    out + &table("", &head, &rows)
}
