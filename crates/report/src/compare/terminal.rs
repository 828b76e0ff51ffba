//! The terminal summary of a comparison: what a hurried reader understands on one screen.

use lab::comparison::{Comparison, Effects, OrderRow, RunRow};
use lab::outcome::Effect;
use lab::scenario::Text;
use unicode_width::UnicodeWidthStr;

use super::effect::{COLUMNS, Sense, columns, judge, points, written};
use super::page::subtitle;
use super::{GENEROUS, Seen, doctrines, interpretation, list, order, pairs, robustness, table, words};
use crate::Lang;
use crate::chart::mark::Mark;
use crate::chart::svg::drawable;
use crate::columns::{clean, pad, wrap};
use crate::lines::{BLUE, BOLD, FAINT, GREEN, Lines, PLAIN, RED, YELLOW};
use crate::numbers::{NOTHING, count, num, percent, prob, prob_estimate};
use crate::words::{self as common, Say, Word, fill, join};

/// Over so many lines the empty ones go.
const LINES: usize = 60;

/// Rows shown of remedies alone, of pairs, of packages, of actors, of doctrines.
const ALONE: usize = 5;
const PAIRS: usize = 3;
const PACKAGES: usize = 3;
const ACTORS: usize = 2;
const DOCTRINES: usize = 40;

/// Columns of an effect and its interval.
const EFFECT: usize = 26;

/// The effects beside security that get a sign: places in [`COLUMNS`] and their short names.
const OTHERS: [(usize, Word); 4] =
    [(1, words::T_ATTACK), (2, words::T_ACCIDENT), (4, words::T_WASTE), (5, words::T_TRUST)];

/// Columns of such a sign.
const NARROW: usize = 5;
/// Columns of an effect in figures beside the first.
const WIDE: usize = 9;

/// An effect beside the one that runs are ranked by.
struct Other {
    name: Word,
    effect: Effect,
    better: Sense,
    /// Columns: a sign in narrow ones, figures in wide ones.
    width: usize,
}

/// Columns of all of them.
fn width_of_others(seen: &Seen) -> usize {
    others(seen, &Effects::default()).iter().map(|o| o.width).sum()
}

/// The comparison for a terminal `width` columns wide, in one language, in about 60 lines.
///
/// Without `colour` it holds no control characters but line ends.
pub fn comparison_summary(comparison: &Comparison, lang: Lang, colour: bool, width: usize) -> String {
    let seen = Seen { c: comparison, limits: GENEROUS };
    let mut page = Lines::new(lang, colour, width, &[]);
    let others = if page.width < 76 { 0 } else { width_of_others(&seen) };
    let room = page.width.saturating_sub(EFFECT + others + 1);
    page.label = names(&seen, lang).clamp(12, room.max(12));
    head(&mut page, &seen);
    baseline(&mut page, &seen);
    sets(&mut page, &seen);
    orders(&mut page, &seen);
    rest(&mut page, &seen);
    page.tight(LINES)
}

/// Columns of the widest name on the left.
fn names(seen: &Seen, lang: Lang) -> usize {
    let runs = shown_runs(seen).into_iter().flat_map(|(_, runs, _)| runs).map(|r| label(seen, r));
    let headings = shown_runs(seen).into_iter().map(|(word, runs, all)| heading(word, runs.len(), all));
    let orders = seen.c.order.iter().filter(|o| o.id != "none").map(|o| order_label(seen, o));
    runs.chain(orders).chain(headings).map(|t| common::pick(&t, lang).width() + 2).max().unwrap_or(0)
}

fn head(page: &mut Lines, seen: &Seen) {
    let c = seen.c;
    let title = page.say(&fill(words::TITLE, &[&seen.text(&c.title)]));
    page.line(&[(BOLD, &title)]);
    let sub = page.say(&subtitle(c));
    page.line(&[(FAINT, &sub)]);
    if c.replications < c.requested {
        let warn = fill(common::INTERRUPTED, &[&count(c.replications), &count(c.requested)]);
        page.wrapped(YELLOW, &warn, 2);
    }
    for condition in c.conditions.iter().take(4) {
        page.wrapped(YELLOW, &seen.text(condition), 4);
    }
    page.line(&[]);
    let between = Word { en: " ", zh: "" };
    // A commons takes a sentence of its own, of about two lines.
    let (sentences, lines) = if c.baseline.commons.is_some() { (5, 11) } else { (4, 9) };
    let all = c.answer.sentences.iter().take(sentences).map(|s| seen.text(s)).reduce(|a, b| join(&a, between, &b));
    page.wrapped(BOLD, &all.unwrap_or_else(|| words::NO_ANSWER.say()), lines);
    let (style, word) = if c.answer.decided { (GREEN, words::T_DECIDED) } else { (YELLOW, words::T_NOT_DECIDED) };
    page.wrapped(style, &word, 2);
    page.line(&[]);
}

fn baseline(page: &mut Lines, seen: &Seen) {
    let b = &seen.c.baseline;
    let share = |v: f64| if drawable(v) { prob(v) } else { NOTHING.into() };
    let values = [
        share(b.security.mean),
        num(b.deliberate.mean),
        num(b.accidental.mean),
        share(b.dilemma.mean),
        share(b.waste.mean),
        share(b.trust.mean),
    ];
    let values: Vec<&dyn Say> = values.iter().map(|v| v as &dyn Say).collect();
    page.wrapped(PLAIN, &fill(words::T_BASELINE, &values), 2);
    if let Some(lives) = &b.lives {
        let [dead, worst, loss] = [num(lives.deaths.mean), num(lives.worst.mean), num(100.0 * lives.loss.mean)];
        page.wrapped(PLAIN, &fill(words::T_LIVES, &[&dead, &worst, &seen.actor(&lives.worst_hit), &loss]), 2);
    }
    if let Some(commons) = &b.commons {
        let [resource, environment] = [&commons.resource, &commons.environment].map(|e| num(100.0 * e.mean));
        let fell = percent(commons.collapsed.mean);
        page.wrapped(PLAIN, &fill(words::T_COMMONS, &[&resource, &environment, &fell]), 2);
    }
    page.line(&[]);
}

/// Kinds of runs with those shown and how many there are.
fn shown_runs<'a>(seen: &Seen<'a>) -> [(Word, Vec<&'a RunRow>, usize); 3] {
    [("alone", words::T_ALONE, ALONE), ("pair", words::T_PAIRS, PAIRS), ("package", words::T_PACKAGES, PACKAGES)].map(
        |(kind, word, most)| {
            let mut runs = seen.ranked(kind);
            let all = runs.len();
            runs.truncate(most);
            (word, runs, all)
        },
    )
}

fn sets(page: &mut Lines, seen: &Seen) {
    let mut first = true;
    for (word, runs, all) in shown_runs(seen) {
        if runs.is_empty() {
            continue;
        }
        let title = page.say(&heading(word, runs.len(), all));
        kind(page, seen, &title, first);
        first = false;
        for run in runs {
            let name = label(seen, run);
            effect(page, seen, &name, &run.effects);
        }
        if word.en == words::T_PAIRS.en {
            interactions(page, seen);
        }
    }
    let over = ["alone", "package"].into_iter().filter_map(|kind| table::beyond(seen, kind));
    over.for_each(|text| indented(page, &text));
    if !first {
        page.line(&[]);
    }
}

/// A heading, with how many are left out.
fn heading(word: Word, shown: usize, all: usize) -> Text {
    match all.checked_sub(shown) {
        None | Some(0) => word.say(),
        Some(left) => fill(words::T_MORE, &[&word, &count(left as u64)]),
    }
}

/// A heading on the left; over the first also the names of the columns.
fn kind(page: &mut Lines, seen: &Seen, title: &str, with_columns: bool) {
    if !with_columns {
        page.line(&[(FAINT, title)]);
        return;
    }
    let head = seen.either(words::T_HEAD, words::T_HEAD_LIVES);
    let (left, middle) = (pad(title, page.label), pad(&page.say(&head), EFFECT));
    let others = if room_for_others(page, seen) {
        others(seen, &Effects::default()).iter().map(|o| right(&page.say(&o.name), o.width)).collect()
    } else {
        String::new()
    };
    page.line(&[(FAINT, &left), (FAINT, &middle), (FAINT, &others)]);
}

/// Held at the right of a column.
fn right(text: &str, width: usize) -> String {
    " ".repeat(width.saturating_sub(text.width())) + text
}

fn room_for_others(page: &Lines, seen: &Seen) -> bool {
    page.width >= page.label + EFFECT + width_of_others(seen)
}

/// Name of a run, with a star where its result follows from the functional form.
fn label(seen: &Seen, run: &RunRow) -> Text {
    let star = if seen.by_construction(run).is_some() { "*" } else { "" };
    let none = Word { en: "", zh: "" };
    join(&join(&"  ", none, &seen.text(&run.name)), none, &star)
}

fn order_label(seen: &Seen, o: &OrderRow) -> Text {
    join(&"  ", Word { en: "", zh: "" }, &seen.text(&o.name))
}

fn style(mark: Mark) -> &'static str {
    match mark {
        Mark::Better => BLUE,
        Mark::Worse => RED,
        Mark::Changed => PLAIN,
        _ => FAINT,
    }
}

/// The effects beside the one that runs are ranked by; where there is a commons, what is left of it in figures.
fn others(seen: &Seen, e: &Effects) -> Vec<Other> {
    let sign = |name: Word, effect: Effect, better: Sense| Other { name, effect, better, width: NARROW };
    let [attack, accident, waste, trust] = OTHERS.map(|(i, word)| sign(word, columns(e)[i], COLUMNS[i].1));
    if seen.lives() {
        let loss = e.lives.as_ref().map_or(Effect::default(), |lives| lives.loss);
        let security = sign(words::T_SECURITY, e.security, Sense::More);
        return vec![security, sign(words::T_LOSS, loss, Sense::Less), waste, trust];
    }
    if seen.c.baseline.commons.is_some() {
        let of = e.commons.clone().unwrap_or_default();
        let left = |name, effect: &Effect| Other { name, effect: points(effect), better: Sense::More, width: WIDE };
        let (resource, environment) =
            (left(words::T_RESOURCE, &of.resource), left(words::T_ENVIRONMENT, &of.environment));
        return vec![resource, environment, attack, trust];
    }
    vec![attack, accident, waste, trust]
}

/// The effect that runs are ranked by and, where there is room, the signs of the others.
fn effect(page: &mut Lines, seen: &Seen, name: &dyn Say, effects: &Effects) {
    let first = seen.first(effects);
    let mark = judge(&first, Sense::More);
    let (value, interval) = written(&first, mark);
    let (name, rest) = on_two_lines(&page.say(name), page.label);
    let text = format!("{value} {interval}");
    if !room_for_others(page, seen) {
        page.line(&[(PLAIN, &name), (style(mark), text.trim_end())]);
        rest.iter().for_each(|rest| page.line(&[(PLAIN, rest)]));
        return;
    }
    let signs: Vec<(&str, String)> = others(seen, effects)
        .iter()
        .map(|o| {
            let mark = judge(&o.effect, o.better);
            let text = if o.width == WIDE { written(&o.effect, mark).0 } else { sign(&o.effect, mark).into() };
            (style(mark), right(&text, o.width))
        })
        .collect();
    // A number is never cut: one that is too wide moves the signs instead.
    let text = text.clone() + &" ".repeat(EFFECT.saturating_sub(text.width()));
    let mut pieces: Vec<(&str, &str)> = vec![(PLAIN, &name), (style(mark), &text)];
    pieces.extend(signs.iter().map(|(style, text)| (*style, text.as_str())));
    page.line(&pieces);
    rest.iter().for_each(|rest| page.line(&[(PLAIN, rest)]));
}

/// A name in a column so wide, and what of it goes on the next line.
fn on_two_lines(name: &str, width: usize) -> (String, Option<String>) {
    let name = clean(name);
    if name.width() < width {
        return (pad(&name, width), None);
    }
    let lines = wrap(name.trim_start(), width.saturating_sub(5), 2);
    let first = pad(&format!("  {}", lines.first().map_or("", String::as_str)), width);
    (first, lines.get(1).map(|rest| format!("    {rest}")))
}

/// Whether an effect rises, falls, stays, or is open.
fn sign(e: &Effect, mark: Mark) -> &'static str {
    match mark {
        Mark::Missing => NOTHING,
        Mark::Same => "=",
        Mark::Open => "±",
        _ if e.mean > 0.0 => "+",
        _ => "−",
    }
}

/// How many interactions are clear of zero, and the clearest.
fn interactions(page: &mut Lines, seen: &Seen) {
    let (found, all) = pairs::clear(&seen.ranked("pair"));
    let (clear, all) = (count(found.len() as u64), count(all as u64));
    let text = match found.first() {
        Some((run, e)) => {
            let word = if e.mean > 0.0 { words::T_HELPS } else { words::T_HINDERS };
            fill(words::T_CLEAR, &[&clear, &all, &seen.text(&run.name), &word])
        }
        None => fill(words::T_NO_CLEAR, &[&all]),
    };
    indented(page, &text);
}

/// A text of at most three lines, a little to the right.
fn indented(page: &mut Lines, text: &Text) {
    let text = clean(&page.say(text));
    for line in wrap(&text, page.width - 2, 3) {
        page.line(&[(PLAIN, "  "), (PLAIN, &line)]);
    }
}

fn orders(page: &mut Lines, seen: &Seen) {
    let shown: Vec<_> = seen.c.order.iter().filter(|o| o.id != "none").collect();
    if shown.is_empty() {
        return;
    }
    let title = page.say(&words::T_ORDER);
    kind(page, seen, &title, false);
    for o in shown {
        effect(page, seen, &order_label(seen, o), &o.effects);
    }
    for said in order::verdicts(seen) {
        indented(page, &said);
    }
    page.line(&[]);
}

fn rest(page: &mut Lines, seen: &Seen) {
    for id in interpretation::actors(seen).into_iter().take(ACTORS) {
        let at = |reading: &str, partner: &str| {
            let row = interpretation::find(seen, id, reading, partner)?;
            let mark = judge(&row.hazard, Sense::Less);
            Some(written(&row.hazard, mark).0).filter(|_| mark != Mark::Missing)
        };
        if let (Some(trust), Some(fear)) = (at("trust", "greedy"), at("mistrust", "benign")) {
            let text = fill(words::T_INT, &[&seen.actor(id), &trust, &fear]);
            page.wrapped(PLAIN, &text, 2);
        }
    }
    if let Some(r) = robustness::ranked(seen).first().filter(|r| drawable(r.regret.mean)) {
        let regret = num(r.regret.mean * robustness::unit(seen));
        let (best, satisfied) = (percent(r.best.mean), percent(r.satisfied.mean));
        let text = fill(
            seen.either(words::T_LEAST, words::T_LEAST_LIVES),
            &[&regret, &seen.run_name(&r.id), &best, &satisfied],
        );
        page.wrapped(PLAIN, &text, 2);
        page.wrapped(FAINT, &words::T_REGRET, 2);
        let enough = fill(words::T_SATISFIED, &[&num(seen.c.satisfaction)]);
        page.wrapped(FAINT, &if seen.lives() { words::T_SPARED.say() } else { enough }, 2);
    }
    doctrines_beside(page, seen);
    legend(page, seen);
}

fn doctrines_beside(page: &mut Lines, seen: &Seen) {
    let all = &seen.c.doctrines;
    if !all.is_empty() {
        let title = page.say(&heading(words::T_DOCTRINES, DOCTRINES, all.len()));
        kind(page, seen, &title, false);
    }
    for d in all.iter().take(DOCTRINES) {
        let dilemma = d.dilemma.as_ref().map_or(NOTHING.into(), |e| percent(e.mean));
        let helps = d.way_out.as_ref().map_or(Text::default(), |w| {
            let gain = points(&w.gain);
            fill(words::T_WAY_OUT, &[&seen.text(&w.name), &written(&gain, judge(&gain, Sense::More)).0])
        });
        let security = prob_estimate(&d.security);
        let text = fill(words::T_DOCTRINE, &[&doctrines::title(seen, d), &security, &dilemma, &helps]);
        indented(page, &text);
    }
}

/// What the signs mean, and where the report lies.
fn legend(page: &mut Lines, seen: &Seen) {
    let starred = seen.c.runs.iter().any(|r| seen.by_construction(r).is_some());
    let legend = if starred { words::T_CONSTRUCTION.say() } else { Text::default() };
    let ids = seen.c.runs.iter().filter(|r| r.kind == "alone").map(|r| Text::same(&r.id));
    let ids = list(ids);
    if !ids.en.is_empty() {
        page.wrapped(FAINT, &fill(words::T_IDS, &[&seen.text(&ids)]), 4);
    }
    let plain = if seen.c.baseline.commons.is_some() { words::T_LEGEND_COMMONS } else { words::T_LEGEND };
    let said = seen.either(plain, words::T_LEGEND_LIVES);
    page.wrapped(FAINT, &join(&said, Word { en: "", zh: "" }, &legend), 3);
    if let Some(file) = seen.c.files.names.iter().find(|n| n.ends_with(".html")) {
        let folder = seen.c.files.folder.trim_end_matches('/');
        let path = if folder.is_empty() { file.clone() } else { format!("{folder}/{file}") };
        let name = page.say(&common::T_REPORT);
        page.line(&[(FAINT, &name), (PLAIN, "  "), (BOLD, &path)]);
    }
}

#[cfg(test)]
mod tests {
    use lab::scenario::Text;

    use super::*;
    use crate::compare::sample;

    #[test]
    fn golden_comparison_in_both_languages() {
        let said = |lang| comparison_summary(&sample::comparison(), lang, false, 80);
        assert_eq!(said(Lang::En), include_str!("../../golden/comparison.en.txt"));
        assert_eq!(said(Lang::Zh), include_str!("../../golden/comparison.zh.txt"));
    }

    #[test]
    fn contract_lines_of_a_comparison_fit_the_terminal() {
        let mut c = sample::comparison();
        (c.replications, c.answer.decided) = (12, false);
        c.answer.sentences.iter_mut().for_each(|s| s.en = "a long sentence ".repeat(60));
        c.runs.iter_mut().for_each(|r| r.name.en = r.name.en.repeat(5));
        c.doctrines.iter_mut().for_each(|d| d.name.en = d.name.en.repeat(9));
        for (lang, width) in [Lang::En, Lang::Zh].iter().flat_map(|l| [0, 40, 80, 100, 500].map(|w| (*l, w))) {
            let text = comparison_summary(&c, lang, false, width);
            let most = if width < 60 { 100 } else { 80 };
            assert!(text.lines().count() <= most, "{} lines at {width}", text.lines().count());
            let widest = text.lines().map(|l| l.width()).max().unwrap_or(0);
            assert!(widest <= width.clamp(40, 140), "{widest} at {width}");
        }
    }

    #[test]
    fn contract_names_in_a_comparison_cannot_steer_the_terminal() {
        let mut c = sample::comparison();
        let evil = "\u{1b}]0;x\u{7}\u{9b}2J\r\u{202e}\u{2066}\u{200f}\u{2028}A";
        let text = Text::new(evil, evil);
        c.runs.iter_mut().for_each(|r| r.name = text.clone());
        c.actors.iter_mut().for_each(|a| a.name = text.clone());
        c.order.iter_mut().for_each(|o| o.name = text.clone());
        c.doctrines.iter_mut().for_each(|d| d.name = text.clone());
        (c.title, c.answer.sentences[0], c.files.folder, c.herz) = (text.clone(), text, evil.into(), evil.into());
        let steers = |c: char| c != '\n' && (c.is_control() || "\u{202e}\u{2066}\u{200f}\u{2028}".contains(c));
        for lang in [Lang::En, Lang::Zh] {
            assert!(!comparison_summary(&c, lang, false, 80).contains(steers));
        }
        let coloured = comparison_summary(&sample::comparison(), Lang::En, true, 80);
        assert_eq!(coloured.matches("\u{1b}[").count() % 2, 0);
    }

    #[test]
    fn contract_the_summary_of_a_comparison_finds_nothing_where_nothing_is_decided() {
        let mut c = sample::comparison();
        c.answer.decided = false;
        for run in &mut c.runs {
            run.effects.security.ci95 = [-0.5, 0.5];
            run.interaction = run.interaction.map(|e| Effect { ci95: [-0.5, 0.5], ..e });
        }
        let text = comparison_summary(&c, Lang::En, false, 100);
        assert!(text.contains("Not decided") && text.contains("none of 28 interactions is clear of zero"), "{text}");
        let of_sets = text.lines().skip_while(|l| !l.starts_with("alone")).take_while(|l| !l.starts_with("order"));
        let numbers = of_sets.filter(|l| l.starts_with("  ") && l.contains('['));
        assert!(numbers.clone().count() >= 11 && numbers.clone().all(|l| l.contains("± [−50")), "{text}");
    }

    #[test]
    fn contract_an_empty_comparison_has_a_summary() {
        let text = comparison_summary(&sample::empty(), Lang::En, false, 80);
        assert!(text.contains("holds no answer"), "{text}");
    }
}
