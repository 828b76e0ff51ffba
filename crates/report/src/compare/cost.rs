//! Cost against gain, and who pays and who gains.

use lab::comparison::{CostRow, RunRow};
use lab::outcome::Estimate;

use super::effect::{Sense, judge, points, shown};
use super::{Seen, table, words};
use crate::chart::scatter::{Point, Side, scatter, sign};
use crate::chart::svg::{Svg, drawable};
use crate::html::{block, both, escape, folded};
use crate::numbers::{num, percent, percent_range, with_interval};
use crate::section::{key, nothing};
use crate::words::{Word, fill, skewed};

/// Pairs shown beside remedies alone and packages: the best, which the headline may name.
const PAIRS: usize = 3;

/// The whole part: remedies alone, packages, and the best pairs.
pub fn section(seen: &Seen) -> String {
    let mut runs = seen.ranked("alone");
    runs.extend(seen.ranked("package"));
    runs.extend(seen.ranked("pair").into_iter().take(PAIRS));
    let paying: Vec<&RunRow> = runs.into_iter().filter(|r| total(r).is_some()).collect();
    let paying = &paying[..];
    let shown = &paying[..paying.len().min(seen.limits.rows)];
    let points: Vec<Point> = shown.iter().enumerate().filter_map(|(i, r)| point(seen, i + 1, r)).collect();
    let unit = seen.text(&seen.c.cost_unit);
    let gain = seen.either(words::GAIN_AXIS, words::GAIN_AXIS_LIVES);
    let Some(chart) = scatter(&points, &fill(words::COST_AXIS, &[&unit]), &gain) else {
        return nothing(words::NO_COST);
    };
    let names: String = shown.iter().map(|r| format!("<li>{}</li>", both(&seen.text(&r.name)))).collect();
    let beside = format!("{}<ol class=\"nums\">{names}</ol>", keys());
    block("p", "", &seen.either(words::COST_NOTE, words::COST_NOTE_LIVES))
        + &format!("<div class=\"beside wide\"><figure>{chart}</figure>\n<div>{beside}</div></div>\n")
        + &table::more(shown.len(), paying.len())
        + &who(seen, shown)
}

/// Cost to all actors together; nothing where none is stated.
pub fn total(run: &RunRow) -> Option<f64> {
    let costs: Vec<f64> = run.costs.iter().map(|c| c.cost.mean).collect();
    let sum: f64 = costs.iter().sum();
    (!costs.is_empty() && drawable(sum)).then_some(sum)
}

fn side(seen: &Seen, run: &RunRow) -> Side {
    match run.members.as_slice() {
        [one] if seen.remedy(one).is_some_and(|r| r.side == "mutual") => Side::Mutual,
        [_] => Side::One,
        _ => Side::Package,
    }
}

fn point(seen: &Seen, number: usize, run: &RunRow) -> Option<Point> {
    let e = seen.first(&run.effects);
    let (cost, mark) = (total(run)?, judge(&e, Sense::More));
    Some(Point { number, cost, gain: e.mean, span: e.ci95, mark, side: side(seen, run) })
}

fn keys() -> String {
    let entry = |side: Side, class: &str, word: &Word| {
        let mut svg = Svg::new(26.0, 14.0);
        sign(&mut svg, side, class, (13.0, 7.0));
        let drawn = svg.finish("", "");
        let inside = drawn.split_once('>').and_then(|(_, rest)| rest.rsplit_once("</svg>")).map_or("", |(s, _)| s);
        key("", inside, word)
    };
    let all = [
        entry(Side::One, "pt better", &words::COST_KEY_ONE),
        entry(Side::Mutual, "pt better", &words::COST_KEY_MUTUAL),
        entry(Side::Package, "pt better", &words::COST_KEY_PACKAGE),
        entry(Side::One, "pt open", &words::COST_KEY_OPEN),
    ];
    format!("<p class=\"keys\">{}</p>\n", all.concat())
}

/// A cost with its range; a plain number where the range adds nothing.
fn amount(e: &Estimate) -> String {
    let range = with_interval(e.mean, e.q05, e.q95);
    let shown = if e.q05 == e.q95 { num(e.mean) } else { range };
    match shown.split_once(' ') {
        Some((value, range)) => format!("{} <small>{}</small>", escape(value), escape(range)),
        None => escape(&shown),
    }
}

/// A share of an actor's effort with its range, where that adds anything.
fn part(e: &Estimate) -> String {
    let (value, range) = (percent(e.mean), percent_range(e.q05, e.q95));
    let range = if range == value { String::new() } else { format!(" <small>{}</small>", escape(&range)) };
    escape(&value) + &range
}

/// Per run and actor: cost, share of effort, own security; who pays most comes first.
fn who(seen: &Seen, runs: &[&RunRow]) -> String {
    let epidemic = runs.iter().flat_map(|r| &r.costs).any(|c| c.deaths.is_some());
    let names = [words::COL_ACTOR, words::COL_COST, words::COL_SHARE, words::COL_OWN];
    let head: Vec<String> = names.into_iter().chain(epidemic.then_some(words::COL_DEATHS)).map(|w| both(&w)).collect();
    let mut out = String::from("<div class=\"scroll\"><table class=\"effects who\"><thead><tr>");
    out += &head.iter().map(|h| format!("<th>{h}</th>")).collect::<String>();
    out += "</tr></thead>\n";
    for (i, run) in runs.iter().enumerate() {
        let name = format!("<b>{}. {}</b>{}", i + 1, both(&seen.text(&run.name)), table::tag(seen, run));
        out += &format!("<tbody><tr class=\"over\"><td colspan=\"{}\">{name}</td></tr>\n", head.len());
        let mut rows: Vec<&CostRow> = run.costs.iter().collect();
        rows.sort_by(|a, b| b.cost.mean.total_cmp(&a.cost.mean));
        out += &rows.into_iter().take(seen.limits.actors).map(|c| payer(seen, c, &head)).collect::<String>();
        out += "</tbody>\n";
    }
    out += "</table></div>\n";
    let note = block("p", "fine", &skewed(seen.either(words::WHO_NOTE, words::WHO_NOTE_LIVES)));
    folded(&both(&words::WHO_PAID), &(note + &out))
}

/// One actor of a run; on a narrow screen every cell carries its own name.
fn payer(seen: &Seen, c: &CostRow, head: &[String]) -> String {
    let own = shown(&points(&c.security), Sense::More);
    let mut cells = vec![both(&seen.actor(&c.actor)), amount(&c.cost), part(&c.share), own];
    cells.extend(c.deaths.iter().map(|e| shown(e, Sense::Less)));
    let cells = head.iter().zip(cells).map(|(h, cell)| format!("<td><i class=\"lab\">{h}</i>{cell}</td>"));
    format!("<tr class=\"fxs\">{}</tr>\n", cells.collect::<String>())
}
