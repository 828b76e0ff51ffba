//! The page of a formal game: what follows, the game, its equilibria with their proofs, pictures, what it rests on.

mod equilibria;
mod headline;
mod payoffs;
mod quantal;
mod replies;
mod terminal;
#[cfg(test)]
mod tests;
mod tree;
mod turns;
mod varied;
pub mod words;

pub use terminal::game_summary;

use games::Rational;
use games::named::{self, Game, Value};
use games::population::{self, Flip};
use games::said::Said;
use games::sheet::Sheet;
use games::solution::Quantity;
use lab::scenario::Text;

use crate::Lang;
use crate::chart::curves::{Line, Mark, curves};
use crate::frame::{fitting, frame, header, main, shorten};
use crate::html::{block, both, escape, table};
use crate::numbers;
use crate::section::part;
use crate::words::{self as common, Say, Word, fill};
use words as say;

/// Digits of an exact number that people still read; longer ones are shown rounded.
const READABLE: usize = 13;

/// How much the page shows; smaller when a page would be too large.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// Equilibria.
    equilibria: usize,
    /// Rows and columns of the table of payoffs.
    cells: usize,
    /// Was anything taken away to fit?
    shortened: bool,
}

const LIMITS: [Limits; 3] = [
    Limits { equilibria: 200, cells: 14, shortened: false },
    Limits { equilibria: 40, cells: 10, shortened: true },
    Limits { equilibria: 5, cells: 6, shortened: true },
];

impl Say for named::Words {
    fn say(&self) -> Text {
        Text::new(self.en, self.zh)
    }
}

impl Say for Said {
    fn say(&self) -> Text {
        Text::new(&self.en, &self.zh)
    }
}

/// The page of a game under one megabyte. Both languages stand in it; `lang` is shown first. `command` computes it
/// again, and `files` lie beside it.
pub fn game_page(sheet: &Sheet, herz: &str, command: &str, files: &[&str], lang: Lang) -> String {
    fitting(LIMITS.iter().map(|limits| page(sheet, herz, command, files, limits, lang)))
}

fn page(sheet: &Sheet, herz: &str, command: &str, files: &[&str], limits: &Limits, lang: Lang) -> String {
    let title = title(sheet);
    let mut parts: Vec<(Word, String)> = vec![(common::S_ANSWER, answer(sheet))];
    parts.extend(payoffs::section(sheet, limits.cells).map(|body| (say::S_GAME, body)));
    parts.extend(equilibria::section(sheet, limits.equilibria).map(|body| (say::S_EQUILIBRIA, body)));
    let pictures = replies::figure(sheet).unwrap_or_default()
        + &own_picture(sheet).unwrap_or_default()
        + &quantal::figure(sheet).unwrap_or_default();
    if !pictures.is_empty() {
        parts.push((say::S_PICTURE, format!("<div class=\"grid\">{pictures}</div>\n")));
    }
    parts.extend(sheet.varied.iter().map(|v| (say::S_VARIED, varied::section(v))));
    if !sheet.flips.is_empty() {
        parts.push((say::S_SIMULATED, simulated(sheet)));
    }
    parts.push((common::S_BASIS, basis(sheet)));
    parts.push((common::S_CITE, cite(&title, herz, command, files)));
    let contents: Vec<Word> = parts.iter().map(|(word, _)| *word).collect();
    let shortened: Vec<Text> = if limits.shortened { vec![common::SHORTENED.say()] } else { Vec::new() };
    let body: Vec<String> = parts.iter().enumerate().map(|(i, (word, body))| part(i + 1, *word, body)).collect();
    let head = header(&title, &fill(say::SUBTITLE, &[&herz]), &shortened, &contents);
    frame(&title, herz, lang, include_str!("game.css"), &(head + &main(&body)))
}

/// The game's name.
fn title(sheet: &Sheet) -> Text {
    let own = sheet.solution.as_ref().map(|s| s.title.as_str()).filter(|t| !t.is_empty());
    match (&sheet.named, own) {
        (Some((named, _)), _) => named.title.say(),
        (None, Some(own)) => shorten(&own, 120),
        (None, None) => Text::new("A game", "博弈"),
    }
}

/// A name of a player or an action in both languages: named games know their Chinese, and a bare number is marked as
/// one.
fn label(sheet: &Sheet, name: &str) -> Text {
    let known = sheet.named.iter().flat_map(|(named, _)| named.labels).find(|words| words.en == name);
    let plain = |name: &str| {
        if !name.is_empty() && name.bytes().all(|b| b.is_ascii_digit()) { format!("#{name}") } else { name.to_owned() }
    };
    known.map_or_else(|| shorten(&plain(name), 60), |words| words.say())
}

/// A history: names of branches, each in both languages.
fn history(sheet: &Sheet, names: &str) -> Text {
    let all: Vec<Text> = names.split(", ").map(|name| label(sheet, name)).collect();
    let join = |side: fn(&Text) -> &str, comma: &str| all.iter().map(side).collect::<Vec<_>>().join(comma);
    Text { en: join(|t| &t.en, ", "), zh: join(|t| &t.zh, "、") }
}

/// A sentence of the solver, in which Chinese speaks of players and actions by their Chinese names.
fn translated(sheet: &Sheet, said: &Said) -> Text {
    let mut labels: Vec<&named::Words> = sheet.named.iter().flat_map(|(named, _)| named.labels).collect();
    labels.sort_by_key(|words| std::cmp::Reverse(words.en.len()));
    let zh = labels.iter().fold(said.zh.clone(), |text, words| text.replace(words.en, words.zh));
    Text { en: said.en.clone(), zh }
}

/// What happens, the story, and what follows from the primitives.
fn answer(sheet: &Sheet) -> String {
    let mut out = String::new();
    out += &block("p", "headline", &headline::headline(sheet));
    if let Some((named, _)) = &sheet.named {
        out += &block("p", "", &named.story);
    }
    if sheet.solution.is_none() {
        out += &block("p", "", &say::INFINITE);
    }
    if let Some(solution) = &sheet.solution {
        let remarks: String = solution.remarks.iter().map(|r| block("li", "", &translated(sheet, r))).collect();
        out += &if remarks.is_empty() { String::new() } else { format!("<ul>{remarks}</ul>\n") };
    }
    if !sheet.findings.is_empty() {
        out += &block("h3", "", &say::S_FOLLOWS);
        let head = [say::COL_RESULT, say::COL_VALUE, say::COL_FORMULA].map(|w| both(&w));
        let row = |f: &named::Finding| {
            let value = format!("<b>{}</b>", both(&value(&f.value)));
            ("", vec![both(&f.name), value, format!("<code>{}</code>", both(&f.formula))])
        };
        out += &table("findings", &head, &sheet.findings.iter().map(row).collect::<Vec<_>>());
    }
    out + &block("p", "fine", &say::NEVER_WRONG)
}

/// How many equilibria of which kind.
fn tally(sheet: &Sheet) -> Text {
    let Some(solution) = &sheet.solution else { return say::INFINITE.say() };
    let n = solution.equilibria.len();
    let word = match n {
        0 => say::COUNT_NONE,
        1 => say::COUNT_ONE,
        _ => say::COUNT_MANY,
    };
    let concept = solution.concept.say();
    let concept = Text { en: concept.en, zh: concept.zh };
    if n == 1 || n == 0 { fill(word, &[&concept]) } else { fill(word, &[&numbers::count(n as u64), &concept]) }
}

/// A number of an equilibrium: the fraction where it is short, and its decimals where they are not the same.
fn quantity(q: &Quantity) -> String {
    match q {
        Quantity::Exact(value) => {
            let exact = value.to_string().replace('-', "−");
            match (exact.contains('/'), exact.len() <= READABLE) {
                (false, true) => exact,
                // A short decimal is as exact as its fraction, and easier to read.
                (true, true) => {
                    let short = numbers::num(value.to_f64());
                    let same = short.replace('−', "-").parse::<Rational>().is_ok_and(|back| back == *value);
                    if same { short } else { format!("{exact} ≈ {short}") }
                }
                (_, false) => format!("≈ {}", numbers::num(value.to_f64())),
            }
        }
        Quantity::Within([low, high]) => format!("≈ {}", six((low + high) / 2.0)),
    }
}

/// The value of a finding.
fn value(value: &Value) -> Text {
    match value {
        Value::Exact(exact) => Text::same(&quantity(&Quantity::Exact(exact.clone()))),
        Value::Real(real) => Text::same(&format!("≈ {}", six(*real))),
        Value::Truth(true) => say::YES.say(),
        Value::Truth(false) => say::NO.say(),
        Value::Said(words) => words.say(),
        Value::Absent(words) => {
            let words = words.say();
            Text::new(&format!("– ({})", words.en), &format!("–（{}）", words.zh))
        }
    }
}

/// Six significant digits, zeros at the end too: they say how far a rounded number was looked at, so that 600.000 is
/// not taken for a number known to be 600.
fn six(x: f64) -> String {
    if !x.is_finite() || x == 0.0 {
        return numbers::num(x);
    }
    let size = x.abs();
    if !(1e-4..1e7).contains(&size) {
        return numbers::num(x);
    }
    let places = (5 - size.log10().floor() as i32).clamp(0, 9) as usize;
    let text = format!("{size:.places$}");
    if x < 0.0 { format!("−{text}") } else { text }
}

/// The curves that belong to the game.
fn own_picture(sheet: &Sheet) -> Option<String> {
    let picture = sheet.picture.as_ref()?;
    let line = |l: &named::Line| (l.name, l.points.iter().map(|p| Some(*p)).collect::<Vec<_>>());
    let lines: Vec<_> = picture.lines.iter().map(line).collect();
    let lines: Vec<Line> =
        lines.iter().map(|(name, points)| Line { name, points: points.clone(), joined: true }).collect();
    let marks: Vec<Mark> = picture.marks.iter().map(|m| Mark { name: &m.name, at: m.at }).collect();
    let chart = curves(&lines, &marks, &picture.x, &picture.y, [None, None])?;
    Some(format!("<figure><figcaption>{}</figcaption>\n{chart}</figure>\n", both(&picture.title)))
}

/// What the page draws, in its order.
fn charts(sheet: &Sheet) -> Vec<Text> {
    let tree = matches!(&sheet.game, Some(Game::Tree(tree)) if tree::drawn(tree));
    let own = sheet.picture.as_ref().filter(|_| own_picture(sheet).is_some());
    let varied = sheet.varied.as_ref().filter(|v| varied::charts(v) > 0);
    let all = [
        tree.then(|| say::CHART_TREE.say()),
        replies::figure(sheet).map(|_| say::REPLIES.say()),
        own.map(|picture| picture.title.say()),
        quantal::figure(sheet).map(|_| say::QUANTAL.say()),
        varied.map(|v| fill(say::CHART_VARIED, &[&v.parameter])),
    ];
    all.into_iter().flatten().collect()
}

/// Where populations turn, beside the closed form.
fn simulated(sheet: &Sheet) -> String {
    let at = sheet.named.as_ref().and_then(|(named, _)| population::example(named.id));
    let at = at.map_or_else(String::new, |at| block("p", "", &fill(say::SIMULATED_AT, &[&at])));
    let head = [say::COL_TURNS, say::COL_CLOSED, say::COL_SIMULATED, say::COL_AGREES].map(|w| both(&w));
    let row = |f: &Flip| {
        let simulated = format!("{} ({})", six(f.simulated.mean), numbers::num(f.simulated.error));
        ("", vec![both(&f.primitive), six(f.closed), simulated, both(&agreement(f))])
    };
    block("p", "", &say::SIMULATED_NOTE)
        + &at
        + &table("simulated", &head, &sheet.flips.iter().map(row).collect::<Vec<_>>())
}

/// How far apart simulation and closed form are, whether that is agreement, and how much would be.
fn agreement(flip: &Flip) -> Text {
    let word = if flip.agrees() { say::AGREES } else { say::DISAGREES };
    // Three digits where one decimal would read as the limit itself.
    let apart = format!("{:.1}", flip.apart());
    let apart = if flip.apart().is_infinite() || apart == "4.0" { numbers::num(flip.apart()) } else { apart };
    fill(word, &[&apart])
}

/// The primitives, the source, the claims, and how complete the answer is.
fn basis(sheet: &Sheet) -> String {
    let mut out = String::new();
    if let Some((named, values)) = &sheet.named {
        let head = [say::COL_PRIMITIVE, say::COL_VALUE, say::COL_RANGE, say::COL_MEANING].map(|w| both(&w));
        let row = |p: &named::Parameter| {
            let value = quantity(&Quantity::Exact(values.of(p.id)));
            let range = format!("{} … {}", p.range[0], p.range[1]).replace('-', "−");
            ("", vec![format!("<code>{}</code>", p.id), value, range, both(&p.meaning)])
        };
        out += &table("primitives", &head, &named.parameters.iter().map(row).collect::<Vec<_>>());
        out += &block("p", "", &source(named));
        out += &block("p", "", &fill(say::CLAIMS, &[&named.claims.join(", ")]));
    }
    if let Some(solution) = &sheet.solution {
        out += &block("p", "", &fill(say::COVERAGE, &[&solution.coverage]));
    }
    out
}

/// The reference as published, and what is taken from it.
fn source(named: &named::Named) -> Text {
    match named.note {
        Some(note) => fill(say::SOURCE_NOTE, &[&named.source, &note]),
        None => fill(say::SOURCE, &[&named.source]),
    }
}

fn cite(title: &Text, herz: &str, command: &str, files: &[&str]) -> String {
    let mut out = format!("<h3>{}</h3>\n", both(&common::CITE));
    out += &block("p", "cite", &fill(say::CITATION, &[&herz, title]));
    out += &format!("<h3>{}</h3>\n<pre>{}</pre>\n", both(&common::REPEAT), escape(command));
    if !files.is_empty() {
        out += &block("p", "fine", &fill(say::BESIDE, &[&files.join(", ")]));
    }
    out
}
