//! The terminal summary: what a hurried reader understands in at most 35 lines.

mod nature;

use lab::outcome::{ActorOutcome, Band, ENTROPY_LINE, Effect, Estimate, Outcome, PairOutcome, SHARE_LINE};
use lab::scenario::Text;

use crate::Lang;
use crate::chart::svg::drawable;
use crate::columns::{bar, clean, pad, spark, wrap};
use crate::lines::{BLUE, BOLD, FAINT, GREEN, Lines, PLAIN, RED, YELLOW, counted};
use crate::numbers::{count, median_estimate, num, percent, prob, prob_estimate, signed, signed_with_interval};
use crate::section::nature::words as of_nature;
use crate::section::{GENEROUS, View, answer};
use crate::words::{self, Say, Word, fill, join};

/// No summary is longer.
const LINES: usize = 35;

/// The summary of an outcome for a terminal `width` columns wide, in one language, at most 35 lines.
///
/// Without `colour` it holds no control characters but line ends.
pub fn summary(outcome: &Outcome, lang: Lang, colour: bool, width: usize) -> String {
    let view = View { outcome, limits: GENEROUS };
    let degrees = match (struck(&view), view.happens()) {
        (true, _) => STRUCK,
        (false, true) => ROOM,
        _ => &ROOM[..1],
    };
    let mut text = String::new();
    for room in degrees {
        let mut page = Lines::new(lang, colour, width, &LABELS);
        head(&mut page, &view, room.sentence);
        verdicts(&mut page, &view, room.ratios);
        actors(&mut page, &view, room.actors, room.hazards);
        definitions(&mut page, &view);
        rest(&mut page, &view, room.rows);
        text = page.tight(LINES);
        if page.tight(usize::MAX).lines().count() <= LINES + 1 {
            break;
        }
    }
    text
}

/// Is there an epidemic, a commons or a blow to report?
fn struck(view: &View) -> bool {
    let p = &view.outcome.physics;
    !(p.health.is_empty() && p.commons.is_empty() && p.trouble.is_empty())
}

/// What gives way to what happened: lines of the sentence, actors in full (each takes three lines), the row of thresholds, the row of
/// hazards, and a second row for levels and for remedies. One empty line may go first.
struct Room {
    sentence: usize,
    actors: usize,
    rows: usize,
    ratios: bool,
    hazards: bool,
}

/// From generous to frugal.
const ROOM: &[Room] = &[
    Room { sentence: 4, actors: 2, rows: 2, ratios: true, hazards: true },
    Room { sentence: 4, actors: 2, rows: 2, ratios: true, hazards: false },
    Room { sentence: 3, actors: 2, rows: 1, ratios: false, hazards: false },
    Room { sentence: 2, actors: 2, rows: 1, ratios: false, hazards: false },
];

/// The same where nature strikes, whose sentence is longer.
const STRUCK: &[Room] = &[
    Room { sentence: 9, actors: 2, rows: 2, ratios: false, hazards: false },
    Room { sentence: 9, actors: 0, rows: 1, ratios: false, hazards: false },
    Room { sentence: 6, actors: 0, rows: 1, ratios: false, hazards: false },
];

/// Names that stand in the left column.
const LABELS: [Word; 19] = [
    words::HARMONY,
    words::DILEMMA,
    words::PREDATION,
    words::RIVALRY,
    words::D1,
    words::D2,
    words::D3,
    words::D4,
    words::SPIRAL,
    words::S_WASTE,
    words::T_WAR,
    words::T_WARHEADS,
    words::T_LEVELS,
    words::T_REMEDIES,
    of_nature::T_EPIDEMIC,
    of_nature::T_CONTRADICTIONS,
    of_nature::T_COMMONS,
    words::T_RESTS,
    words::T_REPORT,
];

fn head(page: &mut Lines, view: &View, sentence: usize) {
    let o = view.outcome;
    let title = page.say(&view.text(&o.title));
    page.line(&[(BOLD, &title)]);
    let (start, end, runs, seed) = (o.start.to_string(), o.end.to_string(), count(o.replications), o.seed.to_string());
    let sub = page.say(&fill(words::SUBTITLE, &[&start, &end, &runs, &seed, &o.herz]));
    page.line(&[(FAINT, &sub)]);
    if let Some(position) = &o.doctrine {
        let whose = page.say(&fill(words::POSITION, &[&view.text(&position.name), &position.id]));
        page.line(&[(PLAIN, &whose)]);
    }
    if o.replications < o.requested {
        let warn = page.say(&fill(words::INTERRUPTED, &[&runs, &count(o.requested)]));
        page.line(&[(YELLOW, &warn)]);
    }
    page.line(&[]);
    page.wrapped(BOLD, &o.headline.sentence, sentence);
}

fn verdicts(page: &mut Lines, view: &View, with_ratios: bool) {
    let pairs = view.unordered_pairs();
    if let Some(sure) = answer::sure(view) {
        page.wrapped(PLAIN, &sure, 2);
    }
    page.line(&[]);
    let Some(pair) = pairs.first() else { return };
    let subject = page.say(&subject(view, pair, pairs.len()));
    page.line(&[(FAINT, &subject)]);
    let v = &pair.verdict;
    let frames = [
        (words::HARMONY, &v.harmony, GREEN),
        (words::DILEMMA, &v.security_dilemma, RED),
        (words::PREDATION, &v.predation, YELLOW),
        (words::RIVALRY, &v.rivalry, BLUE),
    ];
    for (word, p, style) in frames {
        verdict(page, word, p, style, PLAIN);
    }
    if let Some(p) = pair.dilemma_if_benign.as_ref().filter(|p| drawable(p.mean)) {
        let note = words::T_BENIGN;
        verdict(page, Word { en: "", zh: "" }, p, FAINT, if page.lang == Lang::En { note.en } else { note.zh });
    }
    let ratios: Vec<_> = view.outcome.headline.by_ratio.iter().filter(|r| drawable(r.share.mean)).take(6).collect();
    if with_ratios && !ratios.is_empty() {
        let lines: Vec<String> = ratios.iter().map(|r| num(r.ratio)).collect();
        let shares: Vec<String> =
            ratios.iter().map(|r| percent(r.share.mean).trim_end_matches(" %").to_string()).collect();
        let text = page.say(&fill(words::T_RATIOS, &[&lines.join(" / "), &shares.join(" / ")]));
        page.row(&"", &[(FAINT, &text)]);
    }
    page.line(&[]);
}

fn verdict(page: &mut Lines, word: Word, p: &Estimate, style: &str, note: &str) {
    let columns = page.width.saturating_sub(page.label + 42).clamp(8, 30);
    let (full, rest) = bar(p.mean, columns);
    page.row(&word, &[(style, &full), (FAINT, &rest), (PLAIN, &format!(" {}", prob_estimate(p))), (FAINT, note)]);
}

fn actors(page: &mut Lines, view: &View, most: usize, hazards: bool) {
    let headline = &view.outcome.headline;
    let order = view.actor_ids();
    let rank = |a: &ActorOutcome| order.iter().position(|id| *id == a.id);
    let mut actors: Vec<&ActorOutcome> = view.outcome.actors.iter().collect();
    actors.sort_by_key(|a| (a.issue != headline.issue, !headline.pair.contains(&a.id), rank(a)));
    let shown = actors.len().min(most);
    for one in &actors[..shown] {
        actor(page, view, one, hazards);
    }
    let more = view.actor_ids().iter().filter(|id| actors[..shown].iter().all(|a| a.id != **id)).count();
    if more > 0 && shown > 0 {
        let more = page.say(&counted(more, words::T_MORE_ONE, words::T_MORE));
        page.line(&[(FAINT, &more)]);
    }
    if shown > 0 {
        page.line(&[]);
    }
}

fn actor(page: &mut Lines, view: &View, actor: &ActorOutcome, hazards: bool) {
    let columns = if page.width < 96 { 10 } else { 16 };
    let (start, end) = (first(&actor.effort), last_estimate(&actor.effort));
    let text = match actor.observed.as_ref().filter(|o| drawable(o.coverage90)) {
        Some(o) => fill(words::T_EFFORT_SEEN, &[&start, &end, &percent(o.coverage90)]),
        None => fill(words::T_EFFORT, &[&start, &end]),
    };
    let text = page.say(&text);
    let name = view.actor(&actor.id);
    page.row(&name, &[(BLUE, &spark(&actor.effort.q50, None, columns)), (PLAIN, " "), (PLAIN, &text)]);
    let about = view.outcome.pairs.iter().filter(|p| p.from == actor.id && p.issue == actor.issue);
    let about: Vec<&PairOutcome> = about.filter(|p| p.mistrust.is_some()).collect();
    let partner = about.iter().find(|p| view.outcome.headline.pair.contains(&p.to)).or(about.first());
    if let Some((pair, band)) = partner.and_then(|p| Some((p, p.mistrust.as_ref()?))) {
        let ends = [band.mean.first(), band.mean.last()].map(|v| v.map_or(nothing(), |v| prob(*v)));
        let other = view.actor(&pair.to);
        let text = page.say(&fill(words::T_MISTRUST, &[&other, &ends[0], &ends[1], &percent(pair.truth)]));
        page.row(&"", &[(RED, &spark(&band.mean, Some((0.0, 1.0)), columns)), (PLAIN, " "), (PLAIN, &text)]);
    }
    if !hazards {
        return;
    }
    let ends = [&actor.perceived_hazard, &actor.objective_hazard].map(|b| b.q50.last().map_or(nothing(), |v| num(*v)));
    let text = page.say(&fill(words::T_HAZARD, &[&ends[0], &ends[1]]));
    page.row(&"", &[(PLAIN, &" ".repeat(columns + 1)), (PLAIN, &text)]);
}

fn definitions(page: &mut Lines, view: &View) {
    let d = &view.outcome.definitions;
    let effect = |e: &Effect| {
        let (mean, range) = signed_with_interval(e.mean, e.ci95[0], e.ci95[1]);
        if e.replications == 0 { nothing() } else { format!("{mean} {range}") }
    };
    let yes_no = |holds: bool| if holds { words::T_YES } else { words::T_NO };
    let harm = words::join(&effect(&d.harm.overall), Word { en: "", zh: "" }, &view.in_issue(&d.issue));
    let all = d.paired >= view.outcome.replications as usize;
    let harm = if all { harm } else { fill(words::T_FIRST_RUNS, &[&harm, &count(d.paired as u64)]) };
    definition(page, words::D1, d.harm.holds, &harm);
    let s = &d.self_defeat;
    let mut overall = effect(&s.overall).say();
    if s.overall.replications > 0 && drawable(s.overall.positive) {
        overall = fill(words::T_POSITIVE, &[&overall, &percent(s.overall.positive)]);
        if s.overall.mean * s.overall.q50 < 0.0 {
            let none = Word { en: "", zh: "" };
            overall = words::join(&overall, none, &fill(words::T_MEDIAN, &[&signed(s.overall.q50)]));
        }
    }
    let verdict = if !s.holds_among_benign && s.among_benign.ci95[1] > 0.0 {
        words::T_UNCLEAR
    } else {
        yes_no(s.holds_among_benign)
    };
    let runs = count(s.among_benign.replications);
    let benign: [&dyn Say; 4] = [&overall, &verdict, &signed(s.among_benign.mean), &runs];
    // Few runs are named: they say how little the verdict rests on.
    let own = match s.among_benign.replications {
        0 => fill(words::T_NO_SEEKERS, &benign[..1]),
        1..100 => fill(words::T_SEEKERS_FEW, &benign),
        _ => fill(words::T_SEEKERS, &benign[..3]),
    };
    definition(page, words::D2, d.self_defeat.holds, &own);
    let u = &d.uncertainty;
    let text = fill(words::T_ENTROPY, &[&num(u.entropy.mean), &num(ENTROPY_LINE), &num(u.brier.mean)]);
    definition(page, words::D3, u.holds, &text);
    let text = fill(words::T_SHARE, &[&prob_estimate(&d.no_way_out.share), &num(SHARE_LINE)]);
    definition(page, words::D4, d.no_way_out.holds, &text);
}

fn definition(page: &mut Lines, name: Word, holds: bool, text: &dyn Say) {
    let (style, word) = if holds { (RED, words::T_YES) } else { (GREEN, words::T_NO) };
    let (badge, text) = (pad(&page.say(&word), 4), clean(&page.say(text)));
    // D2 alone may need a second line.
    let (room, most) = (page.width.saturating_sub(page.label + 4), if name.en == words::D2.en { 2 } else { 1 });
    for (i, line) in wrap(&text, room, most).iter().enumerate() {
        if i == 0 {
            page.row(&name, &[(style, &badge), (PLAIN, line)]);
        } else {
            page.row(&"", &[(PLAIN, "    "), (PLAIN, line)]);
        }
    }
}

fn rest(page: &mut Lines, view: &View, rows: usize) {
    let o = view.outcome;
    let r = &o.spiral_rate;
    let rate = [num(r.at_start.q50), median_estimate(&r.peak), num(r.at_end.q50)];
    let text = page.say(&fill(words::T_SPIRAL, &[&rate[0], &rate[1], &rate[2]]));
    page.row(&words::SPIRAL, &[(PLAIN, &text)]);
    if let Some(waste) = o.waste.iter().find(|w| w.issue == o.headline.issue).or(o.waste.first()) {
        let values: [&dyn Say; 3] = [&percent(waste.share.q50), &median_estimate(&waste.total), &waste.unit];
        let text = page.say(&fill(words::T_WASTE, &values));
        page.row(&words::S_WASTE, &[(PLAIN, &text)]);
    }
    happened(page, view, rows);
    nature::lines(page, view);
    let assumed = o.numbers.iter().filter(|n| n.assumed).count() as u64;
    let text = fill(words::T_RESTS_ON, &[&count(o.numbers.len() as u64), &count(assumed), &greedy(view)]);
    labelled(page, words::T_RESTS, &text, 2);
    match (o.physics.health.is_empty(), view.happens()) {
        (false, _) => page.wrapped(FAINT, &of_nature::T_READ, 4),
        (true, true) => page.wrapped(FAINT, &words::T_MEANS, 2),
        _ => page.wrapped(FAINT, &words::T_BRACKETS, 2),
    }
    if let Some(file) = o.files.names.iter().find(|n| n.ends_with(".html")) {
        let folder = o.files.folder.trim_end_matches('/');
        let path = if folder.is_empty() { file.clone() } else { format!("{folder}/{file}") };
        page.row(&words::T_REPORT, &[(BOLD, &path)]);
    }
}

/// War, warheads, levels, remedies in force, where there is any; the last two in at most so many rows.
fn happened(page: &mut Lines, view: &View, rows: usize) {
    let p = &view.outcome.physics;
    let main = |issue: &String| *issue == view.outcome.headline.issue;
    let several = |n: usize, issue: &str| if n > 1 { view.in_issue(issue) } else { Text::default() };
    let none = Word { en: "", zh: "" };
    if let Some(w) = p.wars.iter().find(|w| main(&w.issue)).or(p.wars.first()) {
        let mut text = fill(words::T_WARS, &[&num(w.begun.mean), &percent(w.any.mean)]);
        if let Some(tragic) = w.tragic.as_ref().filter(|t| drawable(t.mean)) {
            text = join(&text, none, &fill(words::T_TRAGIC, &[&percent(tragic.mean)]));
        }
        labelled(page, words::T_WAR, &join(&text, none, &several(p.wars.len(), &w.issue)), 1);
    }
    if let Some(n) = p.nuclear.iter().find(|n| main(&n.issue)).or(p.nuclear.first()) {
        let s = &n.survival;
        let bare = |v: f64| percent(v).trim_end_matches(" %").to_string();
        let unused = format!("{} [{}, {}]", percent(s.mean), bare(s.q05), bare(s.q95));
        let text = fill(words::T_NUCLEAR, &[&summed(n.accidental.mean), &summed(n.deliberate.mean), &unused]);
        labelled(page, words::T_WARHEADS, &join(&text, none, &several(p.nuclear.len(), &n.issue)), 1);
    }
    let nodes = p.nodes.iter().take(4).map(|n| {
        let ends = [n.authority.mean.first(), n.authority.mean.last()].map(|v| v.map_or(nothing(), |v| num(*v)));
        fill(words::T_NODE, &[&view.text(&n.name), &ends[0], &ends[1], &percent(n.broken.mean)])
    });
    listed(page, words::T_LEVELS, rows, nodes);
    let remedies = p.remedies.iter().take(4).map(|r| {
        let cost = num(r.costs.iter().map(|c| c.1.mean).sum());
        fill(
            words::T_REMEDY,
            &[&view.text(&r.name), &words::full_years(&num(r.exercised.mean)), &cost, &view.cost_unit()],
        )
    });
    listed(page, words::T_REMEDIES, rows, remedies);
}

/// Several things in at most so many rows.
fn listed(page: &mut Lines, label: Word, rows: usize, all: impl Iterator<Item = Text>) {
    let Some(text) = all.reduce(|a, b| join(&a, Word { en: " · ", zh: " · " }, &b)) else { return };
    labelled(page, label, &text, rows);
}

/// A label and a text over at most so many rows.
fn labelled(page: &mut Lines, label: Word, text: &Text, rows: usize) {
    let room = page.width.saturating_sub(page.label);
    for (i, line) in wrap(&clean(&page.say(text)), room, rows).iter().enumerate() {
        let label = if i == 0 { label.say() } else { "".say() };
        page.row(&label, &[(PLAIN, line)]);
    }
}

/// A hazard summed over the period; a very small one without its digits.
fn summed(hazard: f64) -> String {
    if hazard > 0.0 && hazard < 1e-3 { "<0.001".into() } else { num(hazard) }
}

/// What the bars are about, and how much else the report has.
fn subject(view: &View, pair: &PairOutcome, pairs: usize) -> Text {
    let names = [view.actor(&pair.from), view.actor(&pair.to), view.issue(&pair.issue)];
    let mut text = fill(words::T_SHARES, &[&names[0], &names[1], &names[2]]);
    let between = Word { en: " · ", zh: " · " };
    if pairs > 1 {
        text = join(&text, between, &counted(pairs - 1, words::T_OTHER_PAIR, words::T_OTHER_PAIRS));
    }
    let issues = view.outcome.issues.len();
    if issues > 1 {
        text = join(&text, between, &counted(issues - 1, words::T_OTHER_ISSUE, words::T_OTHER_ISSUES));
    }
    text
}

/// "United States 10 %, Soviet Union 25 %": the assumed shares of greed in the headline's issue.
fn greedy(view: &View) -> Text {
    let h = &view.outcome.headline;
    let actors = view.outcome.actors.iter().filter(|a| a.issue == h.issue && h.pair.contains(&a.id));
    let shares = actors.map(|a| join(&view.actor(&a.id), Word { en: " ", zh: " " }, &percent(a.greedy)));
    shares.reduce(|a, b| join(&a, Word { en: ", ", zh: "，" }, &b)).unwrap_or_else(|| nothing().say())
}

fn nothing() -> String {
    crate::numbers::NOTHING.into()
}

fn first(band: &Band) -> String {
    band.q50.first().map_or(nothing(), |v| num(*v))
}

/// Median and 90 % range in the last year.
fn last_estimate(band: &Band) -> String {
    match (band.q50.last(), band.q05.last(), band.q95.last()) {
        (Some(m), Some(lo), Some(hi)) => crate::numbers::with_interval(*m, *lo, *hi),
        _ => nothing(),
    }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use lab::outcome::PositionTaken;

    use super::*;
    use crate::sample;

    #[test]
    fn golden_summary_in_both_languages() {
        assert_eq!(summary(&sample::outcome(), Lang::En, false, 80), include_str!("../golden/summary.en.txt"));
        assert_eq!(summary(&sample::outcome(), Lang::Zh, false, 80), include_str!("../golden/summary.zh.txt"));
    }

    #[test]
    fn contract_lines_fit_the_terminal() {
        for extra in [0, 1, 2, 9] {
            let mut o = sample::outcome();
            o.replications = 12;
            o.doctrine = Some(PositionTaken { id: "waltz".into(), name: Text::same(&"Waltz ".repeat(40)) });
            o.headline.sentence.en = "a long sentence ".repeat(60);
            for i in 0..extra {
                let mut more = o.actors[1].clone();
                more.id = format!("more{i}");
                let mut about = o.pairs[1].clone();
                about.from = more.id.clone();
                o.actors.push(more);
                o.pairs.push(about);
            }
            for (lang, width) in [Lang::En, Lang::Zh].iter().flat_map(|l| [0, 40, 80, 100, 500].map(|w| (*l, w))) {
                let text = summary(&o, lang, false, width);
                assert!(text.lines().count() <= 35, "{} lines at {width}", text.lines().count());
                let widest = text.lines().map(|l| l.width()).max().unwrap_or(0);
                assert!(widest <= width.clamp(40, 140), "{widest} at {width}");
            }
        }
    }

    #[test]
    fn contract_what_happened_is_said_where_it_does() {
        let mut o = sample::outcome();
        let wide = summary(&o, Lang::En, false, 110);
        for words in ["accident ∫ 0.82, deliberate ∫ 0.19", "in 2 % of wars both are benign", "billion 2023 US dollars"]
        {
            assert!(wide.contains(words), "{words}\n{wide}");
        }
        o.physics = lab::outcome::PhysicsOutcome::default();
        let text = summary(&o, Lang::En, false, 110);
        assert!(!text.contains("warheads") && !text.contains("remedies") && text.contains("hazard perceived"));
    }

    #[test]
    fn contract_the_summary_says_what_its_numbers_are() {
        let mut o = sample::outcome();
        (o.definitions.self_defeat.overall.q50, o.definitions.self_defeat.overall.positive) = (-0.02, 0.31);
        (o.issues, o.pairs) =
            ([o.issues.clone(), o.issues.clone()].concat(), [o.pairs.clone(), o.pairs.clone()].concat());
        o.issues[1].id = "health".into();
        o.pairs[2..].iter_mut().for_each(|p| p.issue = "health".into());
        let mut third = o.actors[1].clone();
        third.id = "china".into();
        o.actors.push(third);
        o.definitions.harm.overall.mean = 0.42;
        let text = summary(&o, Lang::En, false, 100);
        for words in [
            "(90 % simulation error 59–64 %)",
            "at 1.1 / 1.25 / 1.5 / 2 × baseline: 97 / 91 / 71 / 33 %",
            "United States – Soviet Union, Arms: share of the runs · 1 other pair in the tables · 1 other issue",
            "1 more actor in the report",
            "[+0.384, +0.456] (Arms)",
            "31 % > 0, median −0.02",
            "entropy 0.71 bits, line 0.5",
            "of cases (actor × run), line 0.5",
        ] {
            assert!(text.contains(words), "{words}\n{text}");
        }
        assert!(!text.contains("1 more actors") && !text.contains("How sure"));
    }

    #[test]
    fn contract_names_cannot_steer_the_terminal() {
        let mut o = sample::outcome();
        let evil = "\u{1b}]0;x\u{7}\u{9b}2J\r\u{202e}\u{2066}\u{200f}\u{2028}A";
        o.actors.iter_mut().for_each(|a| a.name = Text::new(evil, evil));
        (o.issues[0].name, o.waste[0].unit) = (Text::same(evil), Text::same(evil));
        (o.files.folder, o.herz, o.headline.sentence) = (evil.into(), evil.into(), Text::same(evil));
        for (lang, width) in [(Lang::En, 80), (Lang::Zh, 80), (Lang::En, 40)] {
            let steers = |c: char| c != '\n' && (c.is_control() || "\u{202e}\u{2066}\u{200f}\u{2028}".contains(c));
            let plain = summary(&o, lang, false, width);
            assert!(!plain.contains(steers), "{plain:?}");
            let mut coloured = summary(&o, lang, true, width);
            for style in [BOLD, FAINT, GREEN, YELLOW, BLUE, RED, "0"] {
                coloured = coloured.replace(&format!("\u{1b}[{style}m"), "");
            }
            assert!(!coloured.contains(steers), "{coloured:?}");
        }
        assert!(!crate::render(&o, Lang::En).contains(|c: char| c.is_control() && c != '\n'));
    }

    #[test]
    fn contract_no_control_characters_without_colour() {
        let mut o = sample::outcome();
        o.title.en = "\u{1b}[31mred\u{7}\nnext".into();
        o.actors[0].name.en = "\u{1b}[2J".into();
        let text = summary(&o, Lang::En, false, 90);
        assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
        assert!(text.starts_with("[31mred next\n"));
        let coloured = summary(&o, Lang::En, true, 90);
        assert_eq!(coloured.matches("\u{1b}[").count() % 2, 0);
        assert!(coloured.contains("\u{1b}[1m") && !coloured.contains("\u{1b}[2J"));
    }
}
