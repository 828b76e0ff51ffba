//! What nature did, in a few lines.

use lab::outcome::{Contradiction, HealthOutcome, HealthRow};
use lab::scenario::Text;

use super::labelled;
use crate::chart::svg::drawable;
use crate::lines::Lines;
use crate::numbers::{num, percent, signed, with_interval};
use crate::section::View;
use crate::section::nature::contradictions::{KINDS, strongest};
use crate::section::nature::epidemic::{deaths_seen, doses_seen};
use crate::section::nature::words as nature;
use crate::words::{Say, Word, fill, join};

const BETWEEN: Word = Word { en: " · ", zh: " · " };
const NEXT: Word = Word { en: "", zh: "" };

/// Epidemics and commons of the headline's issue, or the first; nothing where there are none.
pub(super) fn lines(page: &mut Lines, view: &View) {
    let p = &view.outcome.physics;
    let main = &view.outcome.headline.issue;
    if let Some(h) = p.health.iter().find(|h| h.issue == *main).or(p.health.first()) {
        epidemic(page, view, h);
    }
    if let Some(c) = p.commons.iter().find(|c| c.issue == *main).or(p.commons.first()) {
        let left = c.resource.q50.last().map_or(crate::numbers::NOTHING.into(), |v| percent(*v));
        let mut text = fill(nature::T_LEFT, &[&left, &percent(c.collapsed.mean)]);
        if let Some(year) = c.year_of_collapse.as_ref().map(|e| e.q50).filter(|y| drawable(*y)) {
            text = join(&text, NEXT, &fill(nature::T_WHEN, &[&format!("{year:.0}")]));
        }
        labelled(page, nature::T_COMMONS, &text, 1);
    }
}

fn epidemic(page: &mut Lines, view: &View, h: &HealthOutcome) {
    let world = &h.world_deaths_per_million;
    let dead = with_interval(world.mean, world.q05, world.q95);
    let hit = |most: bool| {
        let rows = h.actors.iter().filter(|a| drawable(a.deaths_per_million.mean));
        let order = |a: &&HealthRow, b: &&HealthRow| a.deaths_per_million.mean.total_cmp(&b.deaths_per_million.mean);
        let found = if most { rows.max_by(order) } else { rows.min_by(order) };
        found.map(|a| (view.actor(&a.actor), num(a.deaths_per_million.mean)))
    };
    let mut text = match (hit(true), hit(false)) {
        (Some(most), Some(least)) => fill(nature::T_DEAD, &[&dead, &most.0, &most.1, &least.0, &least.1]),
        _ => dead.say(),
    };
    labelled(page, nature::T_EPIDEMIC, &text, 2);
    text = fill(nature::T_STORE, &[&percent(h.doses_in_store.mean)]);
    let [inside, _, all] = deaths_seen(h);
    let [stocked, _, doses] = doses_seen(h);
    if doses > 0 {
        text = join(&fill(nature::T_DOSES_SEEN, &[&stocked.to_string(), &doses.to_string()]), BETWEEN, &text);
    }
    if all > 0 {
        text = join(&fill(nature::T_SEEN, &[&inside.to_string(), &all.to_string()]), BETWEEN, &text);
    }
    labelled(page, NEXT, &text, 2);
    let sharpest = KINDS.iter().filter_map(|kind| strongest(h, kind.id));
    for (i, c) in sharpest.enumerate() {
        let label = if i == 0 { nature::T_CONTRADICTIONS } else { NEXT };
        labelled(page, label, &faced(view, c), 1);
    }
}

/// One contradiction in the actor in which it is sharpest.
fn faced(view: &View, c: &Contradiction) -> Text {
    let word = match c.kind.as_str() {
        "international-national" => nature::T_ALONE,
        "multilateral-unilateral" => nature::T_JOINS,
        _ => nature::T_STRICTER,
    };
    let (own, others) = (signed(c.own.mean), signed(c.others.mean));
    fill(word, &[&view.actor(&c.actor), &own, &others, &percent(c.opposed.mean)])
}
