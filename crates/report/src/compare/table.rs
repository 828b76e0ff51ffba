//! What runs change, every effect in a column of its own; a row in words over each row of effects.

use lab::comparison::{Effects, RemedyRow, RunRow};
use lab::scenario::Text;

use super::effect::{Sense, every_column, judge, shown, written};
use super::{SEMICOLON, Seen, joined, list, words};
use crate::chart::forest::{Row, forest};
use crate::html::{block, both, clip, escape};
use crate::numbers::{count, num, percent, year};
use crate::section::left_out;
use crate::words::{Say, Word, fill, join, years};

/// One run of the table: what stands over its effects (HTML), and the effects.
pub struct Line<'a> {
    pub over: String,
    pub effects: &'a Effects,
}

/// The table. On a narrow screen every effect carries its own name.
pub fn effects(lines: &[Line]) -> String {
    if lines.is_empty() {
        return String::new();
    }
    let heads: Vec<String> = every_column(lines[0].effects).iter().map(|(word, ..)| both(word)).collect();
    let mut out = String::from("<div class=\"scroll\"><table class=\"effects\"><thead><tr>");
    out += &heads.iter().map(|h| format!("<th>{h}</th>")).collect::<String>();
    out += "</tr></thead>\n";
    for line in lines {
        let cells = every_column(line.effects).into_iter().zip(&heads);
        let cells: String =
            cells.map(|((_, sense, e), h)| format!("<td><i class=\"lab\">{h}</i>{}</td>", shown(&e, sense))).collect();
        let over = format!("<tr class=\"over\"><td colspan=\"{}\">{}</td></tr>", heads.len(), line.over);
        out += &format!("<tbody>{over}\n<tr class=\"fxs\">{cells}</tr></tbody>\n");
    }
    out + "</table></div>\n"
}

/// A run of the forest plot of what runs are ranked by.
pub fn ranking(seen: &Seen, run: &RunRow) -> Row {
    let e = seen.first(&run.effects);
    let mark = judge(&e, Sense::More);
    Row {
        group: String::new(),
        label: both(&seen.text(&run.name)) + &tag(seen, run),
        mean: e.mean,
        span: e.ci95,
        mark,
        value: value(&written(&e, mark)),
    }
}

/// Value and interval of a row, HTML.
pub fn value((value, interval): &(String, String)) -> String {
    let range = if interval.is_empty() { String::new() } else { format!(" <small>{}</small>", escape(interval)) };
    format!("<b>{}</b>{range}", escape(value))
}

/// The forest plot of what runs, sorted already, are ranked by, and what was left out.
pub fn plot(seen: &Seen, runs: &[&RunRow]) -> String {
    let shown: Vec<Row> = runs.iter().take(seen.limits.rows).map(|r| ranking(seen, r)).collect();
    forest(&shown, Some(seen.ways())) + &more(seen.limits.rows, runs.len())
}

/// "Shown: the first … of …", where something was left out.
pub fn more(shown: usize, all: usize) -> String {
    if all > shown { left_out(words::ROWS_SHOWN, shown, all) } else { String::new() }
}

/// The label of a run whose result, or part of it, follows from the functional form alone.
pub fn tag(seen: &Seen, run: &RunRow) -> String {
    let tag = |text: Text| format!(" <span class=\"tag\">{}</span>", both(&text));
    seen.by_construction(run).map_or(String::new(), tag)
}

/// Name, then who carries it, when, and what it costs whom.
pub fn over(seen: &Seen, run: &RunRow) -> String {
    let mut out = format!("<b>{}</b>{}", both(&seen.text(&run.name)), tag(seen, run));
    if run.kind == "alone" {
        out += &format!(" <code>{}</code>", escape(&clip(&run.id, seen.limits.text)));
    }
    let mut facts: Vec<Text> = Vec::new();
    match run.members.as_slice() {
        [one] => facts.extend(seen.remedy(one).map(|r| remedy(seen, r)).unwrap_or_default()),
        many if run.kind == "package" => {
            facts.push(fill(words::MEMBERS, &[&joined(many.iter().map(|id| seen.remedy_name(id)), SEMICOLON)]));
        }
        _ => {}
    }
    if run.exercised.is_finite() && run.exercised > 0.0 {
        facts.push(fill(words::EXERCISED, &[&years(&num(run.exercised))]));
    }
    facts.extend(paid(seen, run));
    if !facts.is_empty() {
        let dot = Word { en: " · ", zh: " · " };
        let all = facts.into_iter().reduce(|a, b| join(&a, dot, &b)).unwrap_or_default();
        out += &format!("<br><small>{}</small>", both(&all));
    }
    out
}

/// Family, side, carriers, dates and what it moves.
fn remedy(seen: &Seen, r: &RemedyRow) -> Vec<Text> {
    let side = match r.side.as_str() {
        "mutual" => words::MUTUAL.say(),
        "one-sided" => words::ONE_SIDED.say(),
        other => Text::same(other),
    };
    let family = family(&r.family);
    let mut facts = if family == r.name { vec![side] } else { vec![family, side] };
    if !r.carriers.is_empty() {
        facts.push(fill(words::CARRIED, &[&list(actors(seen, r.carriers.iter().map(String::as_str)))]));
    }
    facts.extend(dates(r));
    let acts_on = seen.text(&r.acts_on);
    if !acts_on.en.is_empty() {
        facts.push(fill(words::ACTS_ON, &[&acts_on]));
    }
    facts
}

/// The first few actors by name.
fn actors<'a>(seen: &Seen, ids: impl Iterator<Item = &'a str>) -> std::vec::IntoIter<Text> {
    let mut names: Vec<Text> = ids.take(seen.limits.actors + 1).map(|id| seen.actor(id)).collect();
    if names.len() > seen.limits.actors {
        names.truncate(seen.limits.actors);
        names.push(Text::same("…"));
    }
    names.into_iter()
}

fn dates(r: &RemedyRow) -> Option<Text> {
    if !r.start.is_finite() {
        return None;
    }
    let (start, ramp) = (year(r.start), years(&num(r.ramp)));
    let at_once = r.ramp <= 0.0 || !r.ramp.is_finite();
    Some(match (at_once, r.end.filter(|e| e.is_finite())) {
        (true, None) => fill(words::DATES_AT_ONCE, &[&start]),
        (true, Some(end)) => fill(words::DATES_AT_ONCE_END, &[&start, &year(end)]),
        (false, None) => fill(words::DATES, &[&start, &ramp]),
        (false, Some(end)) => fill(words::DATES_END, &[&start, &ramp, &year(end)]),
    })
}

/// Name of a family of model §8.
fn family(id: &str) -> Text {
    let word = match id {
        "holding" => words::F_HOLDING,
        "universalism" => words::F_UNIVERSALISM,
        "signals" => words::F_SIGNALS,
        "institutions" => words::F_INSTITUTIONS,
        "exchange" => words::F_EXCHANGE,
        "self-binding" => words::F_BINDING,
        "community" => words::F_COMMUNITY,
        other => return Text::same(other),
    };
    word.say()
}

/// Who paid how much, in one line; nothing where nobody paid anything.
fn paid(seen: &Seen, run: &RunRow) -> Option<Text> {
    let payers = run.costs.iter().filter(|c| c.cost.mean.is_finite() && c.cost.mean > 0.0);
    let one = |c: &lab::comparison::CostRow| {
        fill(words::PAID_ONE, &[&seen.actor(&c.actor), &num(c.cost.mean), &percent(c.share.mean)])
    };
    let mut names: Vec<Text> = payers.clone().take(seen.limits.actors).map(one).collect();
    if names.is_empty() {
        return None;
    }
    let left = payers.count() - names.len();
    if left > 0 {
        names.push(Text::same(&format!("… +{}", count(left as u64))));
    }
    Some(fill(words::PAID, &[&seen.text(&seen.c.cost_unit), &list(names.into_iter())]))
}

/// What the budget leaves out of the ranking, with its running cost; empty where it leaves out nothing.
pub fn beyond(seen: &Seen, kind: &str) -> Option<Text> {
    let over = seen.over_budget(kind);
    let one = |r: &&RunRow| fill(words::OVER_ONE, &[&seen.text(&r.name), &percentage(r.running.mean)]);
    let mut names: Vec<Text> = over.iter().take(seen.limits.actors).map(one).collect();
    if over.len() > names.len() {
        names.push(Text::same(&format!("… +{}", count((over.len() - names.len()) as u64))));
    }
    (!names.is_empty()).then(|| fill(words::OVER_BUDGET, &[&joined(names.into_iter(), SEMICOLON)]))
}

/// A share in per cent, to three digits.
fn percentage(share: f64) -> String {
    format!("{} %", num(100.0 * share))
}

/// Forest plot and table of the runs of a kind.
pub fn runs(seen: &Seen, kind: &str, note: Word, none: Word) -> String {
    let runs = &seen.ranked(kind)[..];
    let beyond = beyond(seen, kind).map_or(String::new(), |text| block("p", "motives", &text));
    if runs.is_empty() {
        return if beyond.is_empty() { crate::section::nothing(none) } else { beyond };
    }
    let lines: Vec<Line> =
        runs.iter().take(seen.limits.rows).map(|r| Line { over: over(seen, r), effects: &r.effects }).collect();
    let title = format!("<h3>{}</h3>\n", both(&words::EVERY_EFFECT));
    block("p", "", &note) + &plot(seen, runs) + &beyond + &title + &effects(&lines)
}
