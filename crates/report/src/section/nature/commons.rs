//! Commons: what is left of the resource, the environment, and who lives on it.

use lab::outcome::{Band, CommonsOutcome, CommonsRow};

use super::words as nature;
use super::{fours, one, small, two, two_keys};
use crate::chart::svg::drawable;
use crate::chart::time::Range;
use crate::html::{block, both};
use crate::numbers::{NOTHING, num, percent, percent_range};
use crate::section::series::grid;
use crate::section::{View, band_keys, figure};
use crate::words::{self, Word, fill, join};

/// The whole part; empty where there is no commons.
pub fn body(view: &View) -> String {
    let all = &view.outcome.physics.commons;
    all.iter().take(view.limits.panels).map(|c| commons(view, c, all.len() > 1)).collect()
}

fn commons(view: &View, c: &CommonsOutcome, named: bool) -> String {
    let title = if named { format!("<h3>{}</h3>\n", both(&view.issue(&c.issue))) } else { String::new() };
    let stocks = [
        (nature::RESOURCE, nature::RESOURCE_UNIT, &c.resource),
        (nature::ENVIRONMENT, nature::ENVIRONMENT_UNIT, &c.environment),
    ];
    let panels: String = stocks.iter().filter_map(|(name, unit, band)| stock(*name, *unit, band)).collect();
    let mut out = title + &block("p", "", &nature::COMMONS_NOTE);
    if panels.is_empty() {
        out += &super::super::nothing(words::NO_DATA);
    } else {
        out += &(band_keys(false) + &grid(&panels));
    }
    out + &collapse(c) + &users(view, c)
}

fn stock(name: Word, unit: Word, band: &Band) -> Option<String> {
    let drawn = one(band, None, Range::Share).draw()?;
    let title = format!("<b>{}</b><small>{}</small>", both(&name), both(&unit));
    let of = |column: &[f64], first: bool| {
        let value = if first { column.first() } else { column.last() };
        value.map_or(NOTHING.into(), |v| percent(*v))
    };
    let range = match (band.q05.last(), band.q95.last()) {
        (Some(low), Some(high)) => percent_range(*low, *high),
        _ => NOTHING.into(),
    };
    let values = fill(words::START_END, &[&of(&band.q50, true), &of(&band.q50, false), &range]);
    Some(figure(&title, &drawn.markup, &block("p", "values", &values)))
}

fn collapse(c: &CommonsOutcome) -> String {
    if !drawable(c.collapsed.mean) {
        return String::new();
    }
    let values = [percent(c.collapsed.mean), percent_range(c.collapsed.q05, c.collapsed.q95)];
    let mut text = fill(nature::COLLAPSED, &[&values[0], &values[1]]);
    if let Some(e) = c.year_of_collapse.as_ref().filter(|e| drawable(e.q50)) {
        let [q50, q05, q95] =
            [e.q50, e.q05, e.q95].map(|y| if drawable(y) { format!("{y:.0}") } else { NOTHING.into() });
        text = join(&text, Word { en: "", zh: "" }, &fill(nature::COLLAPSED_WHEN, &[&q50, &q05, &q95]));
    }
    block("p", "", &text)
}

fn users(view: &View, c: &CommonsOutcome) -> String {
    let panel = |a: &CommonsRow| {
        let caught = fill(nature::CAUGHT, &[&num(a.caught.mean)]);
        small(&view.actor(&a.actor), &two(&a.population, &a.scarcity, Range::Plain), &caught)
    };
    let (actors, note) = view.foremost(&c.actors, |a| &a.actor);
    let panels: String = actors.into_iter().filter_map(panel).collect();
    if panels.is_empty() {
        return panels;
    }
    let title = format!("<h3>{}</h3>\n", both(&nature::USERS));
    let mut out = title + &block("p", "", &nature::USERS_NOTE);
    out += &(two_keys(nature::POPULATION, nature::SCARCITY) + &fours(&panels));
    out + &note
}
