//! Trouble: how severe it is for whom, over time.

use lab::outcome::{TroubleOutcome, TroubleRow};

use super::words as nature;
use super::{fours, one, small};
use crate::chart::time::Range;
use crate::html::{block, both};
use crate::section::{View, band_keys, nothing};
use crate::words;

/// The whole part; empty where there is no trouble.
pub fn body(view: &View) -> String {
    let all = &view.outcome.physics.trouble;
    if all.is_empty() {
        return String::new();
    }
    let charts: String = all.iter().take(view.limits.panels).map(|t| trouble(view, t, all.len() > 1)).collect();
    block("p", "", &nature::TROUBLE_NOTE) + &band_keys(false) + &charts
}

fn trouble(view: &View, t: &TroubleOutcome, named: bool) -> String {
    let panel = |a: &TroubleRow| small(&view.actor(&a.actor), &one(&a.severity, None, Range::Share), &"");
    let (actors, note) = view.foremost(&t.actors, |a| &a.actor);
    let panels: String = actors.into_iter().filter_map(panel).collect();
    let title = if named { format!("<h3>{}</h3>\n", both(&view.issue(&t.issue))) } else { String::new() };
    title + &if panels.is_empty() { nothing(words::NO_DATA) } else { fours(&panels) } + &note
}
