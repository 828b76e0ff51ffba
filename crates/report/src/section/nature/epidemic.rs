//! Epidemics: deaths and doses against what was reported, restriction and compliance, the three insecurities, and what to keep in mind.

use lab::outcome::{Band, Estimate, HealthOutcome, HealthRow, Observed};
use lab::scenario::Text;

use super::words as nature;
use super::{contradictions, fours, one, small, two, two_keys};
use crate::chart::svg::drawable;
use crate::chart::time::Range;
use crate::html::{block, both, escape, table};
use crate::numbers::{count, num, percent, with_interval};
use crate::section::{View, band_keys};
use crate::words::{Say, Word, fill, skewed};

/// The whole part; empty where there is no epidemic.
pub fn body(view: &View) -> String {
    let all = &view.outcome.physics.health;
    let mut out: String = all.iter().take(view.limits.panels).map(|h| epidemic(view, h, all.len() > 1)).collect();
    if !all.is_empty() {
        out += &cautions();
    }
    out
}

fn epidemic(view: &View, h: &HealthOutcome, named: bool) -> String {
    let title = if named { format!("<h3>{}</h3>\n", both(&view.issue(&h.issue))) } else { String::new() };
    let world = [mean(&h.world_deaths_per_million), mean(&h.world_infected), percents(&h.doses_in_store)];
    let lead = block("p", "", &fill(nature::WORLD, &[&world[0], &world[1], &world[2]]));
    let over_time = counts(view, h) + &rules(view, h);
    title + &lead + &over_time + &insecurities(view, h) + &goods(view, h) + &contradictions::body(view, h)
}

/// Mean and range.
pub fn mean(e: &Estimate) -> String {
    with_interval(e.mean, e.q05, e.q95)
}

fn percents(e: &Estimate) -> String {
    if drawable(e.mean) { format!("{} [{}, {}]", percent(e.mean), bare(e.q05), bare(e.q95)) } else { mean(e) }
}

fn bare(share: f64) -> String {
    percent(share).trim_end_matches(" %").to_string()
}

/// The actors with panels and what to say about those left out.
fn shown<'a>(view: &View, h: &'a HealthOutcome) -> (Vec<&'a HealthRow>, String) {
    view.foremost(&h.actors, |row| &row.actor)
}

/// The observed series of one quantity.
fn observed<'a>(row: &'a HealthRow, what: &str) -> Option<&'a Observed> {
    row.observed.iter().find(|o| o.what == what).map(|o| &o.observed)
}

/// Points inside the 90 % and the 50 % band, and points in all, by the shares that the run found.
fn inside(band: &Band, observed: Option<&Observed>) -> [usize; 3] {
    let Some(o) = observed else { return [0; 3] };
    let all = o.years.iter().filter(|y| band.year.contains(y)).count();
    let of = |share: f64| if drawable(share) { (share * all as f64).round().max(0.0) as usize } else { 0 };
    [of(o.coverage90), of(o.coverage50), all]
}

/// Observed deaths of all actors inside the 90 % and the 50 % band, and in all.
pub fn deaths_seen(h: &HealthOutcome) -> [usize; 3] {
    all_seen(h, "deaths", |a| &a.deaths)
}

/// Observed doses of all actors, likewise.
pub fn doses_seen(h: &HealthOutcome) -> [usize; 3] {
    all_seen(h, "doses", |a| &a.doses)
}

fn all_seen(h: &HealthOutcome, what: &str, pick: fn(&HealthRow) -> &Band) -> [usize; 3] {
    let each = h.actors.iter().map(|a| inside(pick(a), observed(a, what)));
    each.fold([0; 3], |sum, one| std::array::from_fn(|i| sum[i] + one[i]))
}

/// Deaths and doses, one small chart per actor each.
fn counts(view: &View, h: &HealthOutcome) -> String {
    let (actors, note) = shown(view, h);
    let row = |what: &str, pick: fn(&HealthRow) -> &Band, range: Range| -> String {
        actors.iter().copied().filter_map(|a| panel(view, a, (pick(a), range), observed(a, what))).collect()
    };
    let deaths = row("deaths", |a| &a.deaths, Range::Counts);
    let doses = row("doses", |a| &a.doses, Range::Plain);
    let seen = h.actors.iter().any(|a| !a.observed.is_empty());
    let mut out = String::new();
    if !deaths.is_empty() {
        out += &format!("<h3>{}</h3>\n", both(&nature::DEATHS));
        out += &block("p", "", if seen { &nature::OVER_TIME_NOTE } else { &nature::AXES_NOTE });
        out += &(band_keys(seen) + &fours(&deaths) + &all_points(deaths_seen(h)));
    }
    let given = h.actors.iter().flat_map(|a| &a.doses.q95).any(|v| *v > 0.0);
    if !doses.is_empty() && given {
        let title = format!("<h3>{}</h3>\n", both(&nature::DOSES));
        out += &(title + &block("p", "", &nature::DOSES_NOTE) + &fours(&doses) + &all_points(doses_seen(h)));
    }
    out + &note
}

fn panel(view: &View, row: &HealthRow, (band, range): (&Band, Range), observed: Option<&Observed>) -> Option<String> {
    let [within, _, all] = inside(band, observed);
    let below = match all {
        0 => nature::NO_POINTS.say(),
        _ => fill(nature::INSIDE, &[&within.to_string(), &all.to_string()]),
    };
    let dots = observed.map(|o| (o.years.as_slice(), o.values.as_slice()));
    small(&view.actor(&row.actor), &one(band, dots, range), &below)
}

/// How many observed points the bands hold, and how many they should.
fn all_points([in90, in50, all]: [usize; 3]) -> String {
    if all == 0 {
        return String::new();
    }
    let n = all as f64;
    let values = [all as f64, in90 as f64, in50 as f64, (0.9 * n).round(), (0.5 * n).round()];
    let [all, in90, in50, want90, want50] = values.map(|v| count(v as u64));
    block("p", "fine", &fill(nature::INSIDE_ALL, &[&all, &in90, &in50, &want90, &want50]))
}

fn rules(view: &View, h: &HealthOutcome) -> String {
    let (actors, _) = shown(view, h);
    let panel = |a: &HealthRow| small(&view.actor(&a.actor), &two(&a.restriction, &a.compliance, Range::Share), &"");
    let panels: String = actors.iter().copied().filter_map(panel).collect();
    if panels.is_empty() {
        return panels;
    }
    let title = format!("<h3>{}</h3>\n", both(&nature::RULES));
    let keys = two_keys(nature::RESTRICTION, nature::COMPLIANCE);
    title + &block("p", "", &nature::RULES_NOTE) + &keys + &fours(&panels)
}

/// A cell: the mean and, smaller, its range.
fn cell(e: &Estimate) -> String {
    if e.q05 == e.q95 && e.mean == e.q05 {
        return format!("<b>{}</b>", escape(&num(e.mean)));
    }
    let text = mean(e);
    let (value, range) = text.split_once(' ').unwrap_or((&text, ""));
    format!("<b>{}</b> <small>{}</small>", escape(value), escape(range))
}

/// International, national and individual insecurity: three quantities, never added.
fn insecurities(view: &View, h: &HealthOutcome) -> String {
    let (actors, note) = shown(view, h);
    let row = |a: &HealthRow| {
        let cells = [&a.deaths_per_million, &a.loss, &a.infected, &a.burden].map(cell);
        ("", [vec![both(&view.actor(&a.actor))], cells.to_vec()].concat())
    };
    let rows: Vec<(&str, Vec<String>)> = actors.iter().copied().map(row).collect();
    let of = |side: Word, what: Word| format!("<small>{}</small><br>{}", both(&side), both(&what));
    let head = vec![
        both(&nature::COL_ACTOR),
        of(nature::NATIONAL, nature::COL_DEAD),
        of(nature::NATIONAL, nature::COL_LOSS),
        of(nature::INDIVIDUAL, nature::COL_INFECTED),
        of(nature::INDIVIDUAL, nature::COL_BURDEN),
    ];
    let mut out = format!("<h3>{}</h3>\n", both(&nature::THREE)) + &block("p", "", &skewed(nature::THREE_NOTE));
    let world = [mean(&h.world_deaths_per_million), mean(&h.world_deaths)];
    out += &block("p", "world", &fill(nature::INTERNATIONAL, &[&world[0], &world[1]]));
    out + &table("three", &head, &rows) + &note
}

/// Millions of doses that are not told from none.
const LEAST: f64 = 0.005;

/// Who made, sent, got and gave doses, and who lacked supplies.
fn goods(view: &View, h: &HealthOutcome) -> String {
    let (actors, _) = shown(view, h);
    let most = actors.iter().flat_map(|a| &a.tally).map(|(_, e)| e.q95).filter(|v| drawable(*v)).fold(0.0, f64::max);
    let (unit, name) = if most >= 1e6 { (1e6, nature::MILLIONS.say()) } else { (1.0, Text::default()) };
    let over = |e: &Estimate| Estimate { mean: e.mean / unit, q05: e.q05 / unit, q50: e.q50 / unit, q95: e.q95 / unit };
    let row = |a: &HealthRow| {
        let mut cells = vec![both(&view.actor(&a.actor))];
        let few = |e: &Estimate| unit > 1.0 && e.mean > 0.0 && e.mean < LEAST * unit;
        cells.extend(a.tally.iter().map(|(_, e)| if few(e) { "<b>&lt;0.01</b>".into() } else { cell(&over(e)) }));
        cells.push(cell(&a.shortage));
        ("", cells)
    };
    let rows: Vec<(&str, Vec<String>)> = actors.iter().copied().map(row).collect();
    let mut head = vec![both(&nature::COL_ACTOR)];
    head.extend(actors.first().into_iter().flat_map(|a| &a.tally).map(|(what, _)| both(&tally_word(what))));
    head.push(both(&nature::COL_SHORTAGE));
    let title = format!("<h3>{}</h3>\n", both(&nature::GOODS));
    title + &table("three", &head, &rows) + &block("p", "fine", &fill(nature::GOODS_NOTE, &[&name]))
}

fn tally_word(what: &str) -> Text {
    let known = match what {
        "made" => nature::MADE,
        "sent" => nature::SENT,
        "received" => nature::RECEIVED,
        "given" => nature::GIVEN,
        other => return Text::same(other),
    };
    known.say()
}

fn cautions() -> String {
    let all = [nature::CAUTION_TRAVEL, nature::CAUTION_REPORTED, nature::CAUTION_BLAME, nature::CAUTION_RULES];
    let items: String = all.iter().map(|w| block("li", "", w)).collect();
    format!("<h3>{}</h3>\n<ul>{items}</ul>\n", both(&nature::CAUTION))
}
