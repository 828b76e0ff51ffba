//! The three contradictions as forest charts: what a change does to oneself beside what it does to the other side.

use lab::outcome::{Contradiction, Effect, HealthOutcome};

use super::words as nature;
use crate::chart::forest::{Row, narrow};
use crate::chart::mark::Mark;
use crate::html::{block, both, escape};
use crate::numbers::{percent, signed_with_interval};
use crate::section::View;
use crate::words::{Word, fill};

/// One of the three: its id, name, meaning, and the words over its two columns.
pub struct Kind {
    /// Id in the outcome.
    pub id: &'static str,
    name: Word,
    says: Word,
    columns: [Word; 2],
}

/// All three, in order.
pub const KINDS: [Kind; 3] = [
    Kind {
        id: "international-national",
        name: nature::INTERNATIONAL_NATIONAL,
        says: nature::INTERNATIONAL_NATIONAL_SAYS,
        columns: [nature::OWN_DEAD, nature::OTHERS_DEAD],
    },
    Kind {
        id: "multilateral-unilateral",
        name: nature::MULTILATERAL_UNILATERAL,
        says: nature::MULTILATERAL_UNILATERAL_SAYS,
        columns: [nature::OWN_DEAD, nature::OTHERS_DEAD],
    },
    Kind {
        id: "national-individual",
        name: nature::NATIONAL_INDIVIDUAL,
        says: nature::NATIONAL_INDIVIDUAL_SAYS,
        columns: [nature::OWN_DEAD, nature::OWN_BURDEN],
    },
];

/// The three charts of an epidemic.
pub fn body(view: &View, h: &HealthOutcome) -> String {
    let title = format!("<h3>{}</h3>\n", both(&nature::CONTRADICTIONS));
    if h.contradictions.is_empty() {
        return title + &block("p", "nothing", &nature::NO_CONTRADICTIONS);
    }
    let charts: String = KINDS.iter().map(|kind| chart(view, h, kind)).collect();
    title + &block("p", "", &nature::CONTRADICTIONS_NOTE) + &charts
}

fn chart(view: &View, h: &HealthOutcome, kind: &Kind) -> String {
    let all: Vec<&Contradiction> = h.contradictions.iter().filter(|c| c.kind == kind.id).collect();
    let (of_kind, _) = view.foremost(&all, |c| &c.actor);
    let column = |pick: fn(&Contradiction) -> &Effect, with_share: bool, word: Word| {
        let rows: Vec<Row> = of_kind.iter().map(|c| row(view, c, pick(c), with_share)).collect();
        let chart = narrow(&rows, Some([nature::BETTER_WAY, nature::WORSE_WAY]));
        format!("<div><p class=\"side\">{}</p>{chart}</div>", both(&word))
    };
    if of_kind.is_empty() {
        return String::new();
    }
    let (own, others) = (column(|c| &c.own, true, kind.columns[0]), column(|c| &c.others, false, kind.columns[1]));
    let name = format!("<h4>{}</h4>\n", both(&kind.name));
    name + &block("p", "", &kind.says) + &format!("<div class=\"beside\">{own}{others}</div>\n")
}

fn row(view: &View, c: &Contradiction, e: &Effect, with_share: bool) -> Row {
    let (mean, range) = signed_with_interval(e.mean, e.ci95[0], e.ci95[1]);
    let share = fill(nature::OPPOSED, &[&percent(c.opposed.mean)]);
    let below = if with_share { format!("<br><small>{}</small>", both(&share)) } else { String::new() };
    Row {
        group: String::new(),
        label: format!("{}{below}", both(&view.actor(&c.actor))),
        mean: e.mean,
        span: e.ci95,
        mark: mark(e),
        value: format!("<b>{}</b> <small>{}</small>", escape(&mean), escape(&range)),
    }
}

/// Lower is better on both sides.
fn mark(e: &Effect) -> Mark {
    match e.ci95 {
        _ if e.replications == 0 => Mark::Missing,
        [_, high] if high < 0.0 => Mark::Better,
        [low, _] if low > 0.0 => Mark::Worse,
        _ => Mark::Open,
    }
}

/// The actor in which a contradiction is sharpest: both changes clear of zero and opposed; the largest own change among them.
pub fn strongest<'a>(h: &'a HealthOutcome, kind: &str) -> Option<&'a Contradiction> {
    let clear = |c: &&Contradiction| mark(&c.own).decided() && mark(&c.others).decided();
    let against = |c: &&Contradiction| clear(c) && c.own.mean * c.others.mean < 0.0;
    let of_kind = || h.contradictions.iter().filter(|c| c.kind == kind && c.own.mean.is_finite());
    let largest = |a: &&Contradiction, b: &&Contradiction| a.own.mean.abs().total_cmp(&b.own.mean.abs());
    of_kind().filter(against).max_by(largest).or_else(|| of_kind().max_by(largest))
}
