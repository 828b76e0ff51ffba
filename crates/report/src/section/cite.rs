//! How to cite the page and how to compute it again.

use lab::scenario::Text;

use super::{View, part};
use crate::html::{block, both, escape};
use crate::numbers::count;
use crate::words::{self, fill};

/// The whole part.
pub fn section(view: &View) -> String {
    let o = view.outcome;
    let mut body = format!("<h3>{}</h3>\n", both(&words::CITE));
    body += &format!("<p class=\"cite\">{}</p>\n", both(&citation(view)));
    body += &format!("<h3>{}</h3>\n<pre>{}</pre>\n", both(&words::REPEAT), command(view));
    body += &block("p", "fine", &words::REPEAT_NOTE);
    let asked = [count(o.requested), count(o.replications), o.steps_per_year.to_string()];
    body += &block("p", "fine", &fill(words::ASKED, &[&asked[0], &asked[1], &asked[2]]));
    if !o.files.names.is_empty() {
        let names = o.files.names.iter().take(40).map(String::as_str).collect::<Vec<_>>().join(", ");
        body += &block("p", "fine", &fill(words::BESIDE, &[&names]));
    }
    part(view.number(10), words::S_CITE, &body)
}

fn citation(view: &View) -> Text {
    let o = view.outcome;
    let (start, end, seed) = (o.start.to_string(), o.end.to_string(), o.seed.to_string());
    let runs = count(o.replications);
    let title = view.text(&o.title);
    fill(words::CITATION, &[&o.herz, &title, &o.scenario, &start, &end, &o.scenario_hash, &seed, &runs])
}

/// The command that computes the same again: the folder is left out, so that the page does not depend on it.
fn command(view: &View) -> String {
    let o = view.outcome;
    let (file, preset) = (both(&words::COMMENT_FILE), both(&words::COMMENT_PRESET));
    let tail = format!("--seed {} --replications {}", o.seed, o.requested);
    format!("herz run scenario.toml  # {file}\nherz run {} {tail}  # {preset}", escape(&o.scenario))
}
