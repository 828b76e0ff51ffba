//! What it all rests on – readings, numbers with their sources, observed series with their caveats.

use lab::outcome::{NumberRow, Observed};
use lab::scenario::{Assumption, Text};

use super::{BASIS, View, left_out, nature, nothing, part};
use crate::frame::shorten;
use crate::html::{block, both, clip, escape, folded, table};
use crate::numbers::{count, date, num, thousands};
use crate::words::{self, Say, Word, fill};

/// The whole part.
pub fn section(view: &View) -> String {
    let mut body = String::new();
    let note = view.text(&view.outcome.note);
    if !note.en.is_empty() {
        body += &block("p", "", &note);
    }
    body += &(readings(&view.outcome.assumptions, view.limits.text) + &numbers(view) + &observed(view));
    part(view.number(BASIS), words::S_BASIS, &body)
}

/// Head cells of a table.
pub fn heads(words: &[Word]) -> Vec<String> {
    words.iter().map(|w| both(w)).collect()
}

/// The readings taken, their texts cut to so many characters; empty where there are none.
pub fn readings(assumptions: &[Assumption], limit: usize) -> String {
    let row = |a: &Assumption| {
        let others: Vec<&str> = a.allowed.iter().copied().filter(|o| *o != a.value).collect();
        let mut meaning = both(&shorten(&a.meaning, limit));
        if !a.acts {
            meaning += &format!(" <em>{}</em>", both(&words::IDLE));
        }
        let chosen = format!("<code>{}</code>", escape(&a.value));
        let row = vec![format!("<code>{}</code>", escape(a.key)), chosen, escape(&others.join(", ")), meaning];
        (if a.acts { "" } else { "idle" }, row)
    };
    let rows: Vec<(&str, Vec<String>)> = assumptions.iter().map(row).collect();
    if rows.is_empty() {
        return String::new();
    }
    let head = heads(&[words::COL_READING, words::COL_CHOSEN, words::COL_OTHERS, words::COL_MEANING]);
    format!("<h3>{}</h3>\n", both(&words::READINGS)) + &table("readings", &head, &rows)
}

fn numbers(view: &View) -> String {
    let all = &view.outcome.numbers;
    if all.is_empty() {
        return String::new();
    }
    let shown = all.len().min(view.limits.numbers);
    let rows: Vec<(&str, Vec<String>)> = all[..shown].iter().map(|n| ("", number(view, n))).collect();
    let head = heads(&[words::COL_PARAMETER, words::COL_VALUE, words::COL_UNIT, words::COL_BASIS]);
    let assumed = all.iter().filter(|n| n.assumed).count() as u64;
    let title = both(&fill(words::NUMBERS, &[&count(all.len() as u64), &count(assumed)]));
    let filter = format!("<label class=\"filter\" hidden>{} <input type=\"search\"></label>\n", both(&words::FILTER));
    let note = if shown < all.len() { left_out(words::NUMBERS_SHOWN, shown, all.len()) } else { String::new() };
    folded(&title, &(filter + &note + &table("numbers", &head, &rows)))
}

fn number(view: &View, n: &NumberRow) -> Vec<String> {
    let limit = view.limits.text;
    let bare = n.symbol.trim_matches(['–', '-', ' ']).is_empty();
    let symbol = if bare { String::new() } else { format!(" <i>{}</i>", symbol(&n.symbol)) };
    let path = escape(&clip(&n.path, limit));
    let basis = view.text(&n.basis);
    let basis = if n.assumed {
        format!("<span class=\"tag\">{}</span> {}", both(&words::ASSUMED), both(&unsaid(&basis)))
    } else {
        both(&basis)
    };
    vec![
        format!("{}{symbol}<br><code>{path}</code>", both(&view.text(&n.name))),
        escape(&readable(&clip(&n.value, limit))),
        both(&view.unit(&n.unit)),
        basis,
    ]
}

/// The basis without the word that the tag beside it says already.
fn unsaid(basis: &Text) -> Text {
    let strip = |s: &str, word: &str| s.strip_prefix(word).unwrap_or(s).to_string();
    Text { en: strip(&basis.en, "assumed, "), zh: strip(&basis.zh, "假定，") }
}

/// A plain number with many digits, shortened; anything else as it is.
fn readable(value: &str) -> String {
    match value.parse::<f64>() {
        Ok(v) if value.len() > 8 => num(v),
        _ => value.to_string(),
    }
}

/// A symbol with its indices lowered: `K_i`.
fn symbol(raw: &str) -> String {
    let mut parts = raw.split('_');
    let mut out = escape(parts.next().unwrap_or(""));
    for part in parts {
        let end = part.find(|c: char| !c.is_alphanumeric()).unwrap_or(part.len());
        out += &format!("<sub>{}</sub>{}", escape(&part[..end]), escape(&part[end..]));
    }
    out
}

/// A series, what it is of, and whose.
type Series<'a> = (String, &'a Observed);

fn observed(view: &View) -> String {
    let title = format!("<h3>{}</h3>\n", both(&words::OBSERVED_SERIES));
    let efforts = view.outcome.actors.iter().filter_map(|a| Some((whose(view, &a.id, &a.issue), a.observed.as_ref()?)));
    let series: Vec<Series> = efforts.chain(of_epidemics(view)).collect();
    if series.is_empty() {
        return title + &nothing(words::NO_SERIES);
    }
    let shown = series.len().min(view.limits.panels);
    let rows: Vec<(&str, Vec<String>)> = series[..shown].iter().map(|s| ("", series_row(view, s))).collect();
    let columns = [words::COL_SERIES, words::COL_POINTS, words::COL_UNIT, words::COL_SOURCE, words::COL_CAVEATS];
    let note = if shown < series.len() { left_out(words::PANELS_SHOWN, shown, series.len()) } else { String::new() };
    title + &table("observed", &heads(&columns), &rows) + &note
}

fn whose(view: &View, actor: &str, issue: &str) -> String {
    both(&view.actor(actor)) + &both(&view.in_issue(issue))
}

/// Observed deaths, cases and doses.
fn of_epidemics<'a>(view: &'a View) -> impl Iterator<Item = Series<'a>> {
    let rows = view.outcome.physics.health.iter().flat_map(|h| h.actors.iter().map(move |a| (h, a)));
    let all = rows.flat_map(|(h, a)| a.observed.iter().map(move |o| (h, a, o)));
    all.map(|(h, a, o)| (whose(view, &a.actor, &h.issue) + "<br>" + &both(&observed_word(&o.what)), &o.observed))
}

fn observed_word(what: &str) -> Text {
    match what {
        "deaths" => nature::words::DEATHS.say(),
        "cases" => nature::words::CASES.say(),
        "doses" => nature::words::DOSES.say(),
        other => Text::same(other),
    }
}

fn series_row(view: &View, (name, o): &Series) -> Vec<String> {
    let limit = view.limits.text;
    let mut points = thousands(o.values.len() as f64);
    if let (Some(a), Some(b)) = (o.years.first(), o.years.last()) {
        points += &format!("<br><small>{}–{}</small>", date(*a), date(*b));
    }
    vec![name.clone(), points, both(&view.unit(&o.unit)), escape(&clip(&o.source, limit)), both(&view.text(&o.note))]
}
