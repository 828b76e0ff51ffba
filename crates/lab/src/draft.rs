//! A scenario file as read: TOML with positions, and everything found wrong with it so far.
//!
//! Reading never stops at a fault: each accessor files it and gives `None`, so that one pass finds them all.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::catalogue::{Place, parameter};
use crate::fault::{Fault, Lines, Origin, Spot};
use crate::names;
use crate::plan::{replication_bytes, size_in_words};
use crate::scenario::Text;

/// Bytes of the file.
pub(crate) type Span = Range<usize>;
/// A value and where it stands.
pub(crate) type Value<'t> = Spanned<DeValue<'t>>;

/// Largest file, in bytes.
const LONGEST_FILE: usize = 16 << 20;
/// Most faults shown; a file with more is not a scenario.
const MOST_FAULTS: usize = 500;
/// Most faults kept while reading.
const MOST_KEPT: usize = 10_000;

/// A text made from its two versions.
pub(crate) fn say(en: impl Into<String>, zh: impl Into<String>) -> Text {
    Text { en: en.into(), zh: zh.into() }
}

/// Names for people to choose from.
pub(crate) fn listing<'a>(names: impl IntoIterator<Item = &'a str>) -> Text {
    let all: Vec<&str> = names.into_iter().collect();
    let shown = all.iter().take(40).map(|n| n.chars().take(80).collect::<String>()).collect::<Vec<_>>().join(", ");
    Text::same(&if all.len() > 40 { format!("{shown}, …") } else { shown })
}

/// A number for people.
pub(crate) fn figure(x: f64) -> String {
    let size = x.abs();
    if x == 0.0 || (1e-4..1e7).contains(&size) { format!("{x}") } else { format!("{x:e}") }
}

/// Where a fault stands.
#[derive(Clone, Debug)]
pub(crate) enum At {
    /// In the file.
    File(Span),
    /// In a setting on the command line: the whole of it, and the faulty bytes.
    Setting(String, Span),
}

/// A fault before its line and column are worked out.
#[derive(Debug)]
pub(crate) struct Found {
    at: At,
    path: String,
    what: Text,
    allowed: Option<Text>,
    nearest: Option<String>,
    nature: Nature,
}

/// How a fault fares when there are syntax errors, after which the rest of the file may be lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Nature {
    /// A syntax error.
    Syntax,
    /// Something is there that should not be: stands, unless its own line is broken.
    Wrong,
    /// Something is missing: a syntax error may explain it.
    Absence,
}

impl Found {
    /// What would be right.
    pub fn allowed(&mut self, allowed: Text) -> &mut Found {
        self.allowed = Some(allowed);
        self
    }
    /// The nearest valid name.
    pub fn nearest(&mut self, nearest: Option<String>) -> &mut Found {
        self.nearest = nearest;
        self
    }
    /// It is the lack of something, which a syntax error elsewhere may explain.
    pub fn absence(&mut self) -> &mut Found {
        self.nature = Nature::Absence;
        self
    }
}

/// One table of the file. A table that the file leaves out is an empty one.
#[derive(Clone)]
pub(crate) struct Section<'t> {
    table: Option<&'t DeTable<'t>>,
    /// Where to point when something is missing from it.
    pub span: Span,
    /// Its dotted path.
    pub path: String,
}

impl<'t> Section<'t> {
    /// A table.
    pub fn new(table: &'t DeTable<'t>, span: Span, path: String) -> Section<'t> {
        Section { table: Some(table), span, path }
    }
    /// A table that is not there.
    pub fn absent(span: Span, path: String) -> Section<'t> {
        Section { table: None, span, path }
    }
    /// The same table under another path.
    pub fn renamed(&self, path: String) -> Section<'t> {
        Section { path, ..self.clone() }
    }
    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<&'t Value<'t>> {
        self.table?.get(key)
    }
    /// Whether a key is there.
    pub fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }
    /// Dotted path of a key of it.
    pub fn path_to(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
    /// Where a key's value stands; the table itself if the key is missing.
    pub fn span_of(&self, key: &str) -> Span {
        self.get(key).map_or(self.span.clone(), |value| value.span())
    }
    /// Its keys and where they stand.
    pub fn keys(&self) -> Vec<(&'t str, Span)> {
        self.table
            .map_or(Vec::new(), |table| table.iter().map(|(key, _)| (key.get_ref().as_ref(), key.span())).collect())
    }
}

/// The faults of one file.
pub(crate) struct Draft<'t> {
    text: &'t str,
    found: Vec<Found>,
    dropped: usize,
    syntax: Vec<Span>,
}

/// What to say of a file that is too long: its actors, if it has many, and the memory they would need.
fn too_long(text: &str) -> Text {
    let actors = text.lines().filter(|line| line.trim() == "[[actors]]").count();
    if actors < 1000 {
        return say("the file is too long for a scenario", "文件过长，不像是情景文件");
    }
    let memory = size_in_words(replication_bytes(actors, 1));
    say(
        format!(
            "{actors} actors are too many: a single run would need {memory} of memory, which grows with their square"
        ),
        format!("{actors}个行为体过多：仅一次运行就需要{memory}内存（随行为体数目的平方增长）"),
    )
}

/// Reads TOML as far as it can be read; syntax errors are filed.
pub(crate) fn parse<'t>(text: &'t str) -> (Draft<'t>, Option<DeTable<'t>>) {
    let mut draft = Draft { text, found: Vec::new(), dropped: 0, syntax: Vec::new() };
    if text.len() > LONGEST_FILE {
        draft.fault(0..1, "", too_long(text)).allowed(Text::same(&format!("≤ {} MiB", LONGEST_FILE >> 20)));
        return (draft, None);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        let message = error.message();
        draft.syntax.push(span.clone());
        let what = say(format!("not TOML: {message}"), format!("不符合TOML语法：{message}"));
        draft.fault(span, "", what).nature = Nature::Syntax;
    }
    (draft, Some(table.into_inner()))
}

impl<'t> Draft<'t> {
    /// Files a fault in the file.
    pub fn fault(&mut self, span: Span, path: &str, what: Text) -> &mut Found {
        self.fault_at(At::File(span), path, what)
    }

    /// Files a fault anywhere.
    pub fn fault_at(&mut self, at: At, path: &str, what: Text) -> &mut Found {
        let path = path.chars().take(200).collect();
        if self.found.len() > MOST_KEPT {
            self.dropped += 1;
            self.found.pop();
        }
        self.found.push(Found { at, path, what, allowed: None, nearest: None, nature: Nature::Wrong });
        self.found.last_mut().expect("just pushed")
    }

    /// Whether anything is wrong so far.
    pub fn is_faulty(&self) -> bool {
        !self.found.is_empty()
    }

    /// The nearest of some names; not looked for once there are too many faults for it to matter.
    pub fn nearest<'a>(&self, word: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
        if self.found.len() > MOST_FAULTS { None } else { names::nearest(word, names) }
    }

    /// Files every key of a table that does not belong there.
    pub fn keys_of(&mut self, section: &Section<'t>, known: &[&str]) {
        for (key, span) in section.keys() {
            if known.contains(&key) {
                continue;
            }
            let short: String = key.chars().take(80).collect();
            let home =
                parameter(key).map(|p| p.places.iter().map(|place| place.label()).collect::<Vec<_>>().join(", "));
            let what = match home {
                Some(home) => {
                    say(format!("`{short}` stands in {home}, not here"), format!("`{short}`应写在{home}，不能写在此处"))
                }
                None => say(format!("unknown key `{short}`"), format!("未知的键`{short}`")),
            };
            let nearest = self.nearest(key, known.iter().copied());
            self.fault(span, &section.path_to(key), what).allowed(listing(known.iter().copied())).nearest(nearest);
        }
    }

    /// Files every key that does not belong in this kind of table.
    pub fn keys_at(&mut self, section: &Section<'t>, place: Place) {
        self.keys_of(section, &place.keys());
    }

    /// Files that a key is missing.
    pub fn missing(&mut self, section: &Section<'t>, key: &str) -> &mut Found {
        let what = say(format!("`{key}` is missing"), format!("缺少`{key}`"));
        self.fault(section.span.clone(), &section.path_to(key), what).absence()
    }

    /// Files that a value is of the wrong kind.
    pub fn wrong_kind(&mut self, value: &Value<'_>, path: &str, en: &str, zh: &str) -> &mut Found {
        let (is, kind) = (value.get_ref().type_str(), kind_zh(value.get_ref()));
        let what = say(format!("expected {en}, found {}", with_article(is)), format!("此处应为{zh}，却是{kind}"));
        self.fault(value.span(), path, what)
    }

    /// A table; `None` if it is not there or is something else.
    pub fn table(&mut self, section: &Section<'t>, key: &str) -> Option<Section<'t>> {
        let value = section.get(key)?;
        let path = section.path_to(key);
        match value.get_ref() {
            DeValue::Table(table) => Some(Section::new(table, value.span(), path)),
            _ => {
                self.wrong_kind(value, &path, "a table", "表");
                None
            }
        }
    }

    /// The tables of an array of tables; none if the key is not there.
    pub fn tables(&mut self, section: &Section<'t>, key: &str) -> Vec<Section<'t>> {
        let Some(value) = section.get(key) else { return Vec::new() };
        let path = section.path_to(key);
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_kind(value, &path, "an array of tables", "表的数组");
            return Vec::new();
        };
        let mut sections = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            let path = format!("{path}.{}", index + 1);
            match item.get_ref() {
                DeValue::Table(table) => sections.push(Section::new(table, item.span(), path)),
                _ => {
                    self.wrong_kind(item, &path, "a table", "表");
                }
            }
        }
        sections
    }

    /// A string that is not blank; a missing one is a fault.
    pub fn word(&mut self, section: &Section<'t>, key: &str) -> Option<(&'t str, Span)> {
        let found = self.optional_word(section, key);
        if !section.has(key) {
            self.missing(section, key);
        }
        found
    }

    /// A string that is not blank, if the key is there.
    pub fn optional_word(&mut self, section: &Section<'t>, key: &str) -> Option<(&'t str, Span)> {
        let value = section.get(key)?;
        match value.get_ref() {
            DeValue::String(word) if !word.trim().is_empty() => Some((word.as_ref(), value.span())),
            DeValue::String(_) => {
                self.fault(value.span(), &section.path_to(key), say("must not be empty", "不能为空"));
                None
            }
            _ => {
                self.wrong_kind(value, &section.path_to(key), "a string", "字符串");
                None
            }
        }
    }

    /// An identifier.
    pub fn id(&mut self, section: &Section<'t>, key: &str) -> Option<(&'t str, Span)> {
        let (word, span) = self.word(section, key)?;
        if names::is_id(word) {
            return Some((word, span));
        }
        let what = say("not an identifier", "不是合法的标识符");
        self.fault(span, &section.path_to(key), what).allowed(say(
            "1–64 lower-case letters, digits and hyphens, not starting with a hyphen",
            "1至64个小写字母、数字或连字符，且不以连字符开头",
        ));
        None
    }

    /// A text in both languages; a missing one is a fault.
    pub fn text(&mut self, section: &Section<'t>, key: &str) -> Option<Text> {
        if !section.has(key) {
            self.missing(section, key).allowed(Text::same(r#"{ en = "…", zh = "…" }"#));
        }
        self.optional_text(section, key)
    }

    /// A text in both languages, if the key is there.
    pub fn optional_text(&mut self, section: &Section<'t>, key: &str) -> Option<Text> {
        self.text_value(section.get(key)?, &section.path_to(key))
    }

    /// A text in both languages.
    pub fn text_value(&mut self, value: &'t Value<'t>, path: &str) -> Option<Text> {
        let Some(table) = value.get_ref().as_table() else {
            self.wrong_kind(value, path, r#"{ en = "…", zh = "…" }"#, r#"{ en = "…", zh = "…" }"#);
            return None;
        };
        let both = Section::new(table, value.span(), path.to_owned());
        self.keys_of(&both, &["en", "zh"]);
        let (en, zh) = (self.word(&both, "en"), self.word(&both, "zh"));
        for (word, span) in [&en, &zh].into_iter().flatten() {
            if word.chars().any(|c| c.is_control() && c != '\n') {
                let what = say("a text may not hold control characters", "文本不得含控制字符");
                self.fault(span.clone(), path, what);
            }
        }
        Some(Text::new(en?.0, zh?.0))
    }

    /// A finite number; infinities and NaN are faults.
    pub fn real(&mut self, value: &Value<'_>, path: &str) -> Option<f64> {
        let number = match value.get_ref() {
            DeValue::Float(float) => float.as_str().parse::<f64>().ok(),
            DeValue::Integer(integer) if integer.radix() == 10 => integer.as_str().parse::<f64>().ok(),
            DeValue::Integer(integer) => i128::from_str_radix(integer.as_str(), integer.radix()).ok().map(|i| i as f64),
            _ => {
                self.wrong_kind(value, path, "a number", "数");
                return None;
            }
        };
        let finite = number.filter(|n| n.is_finite());
        if finite.is_none() {
            self.fault(value.span(), path, say("must be a finite number", "必须是有限的数"));
        }
        finite
    }

    /// A list of finite numbers.
    pub fn reals(&mut self, value: &'t Value<'t>, path: &str) -> Option<Vec<f64>> {
        let Some(items) = value.get_ref().as_array() else {
            self.wrong_kind(value, path, "a list of numbers", "数的列表");
            return None;
        };
        let numbers: Vec<Option<f64>> = items.iter().map(|item| self.real(item, path)).collect();
        numbers.into_iter().collect()
    }

    /// Every fault with its place, by position; those of the command line last.
    pub fn faults(mut self) -> Vec<Fault> {
        let lines = Lines::new(self.text);
        let broken: Vec<usize> =
            self.syntax.iter().map(|span| lines.line_of(span.start.min(self.text.len()))).collect();
        let on_broken_line = |at: &At| match at {
            At::File(span) => broken.contains(&lines.line_of(span.start)),
            At::Setting(..) => false,
        };
        let explained = |found: &Found| match found.nature {
            Nature::Syntax => false,
            Nature::Wrong => on_broken_line(&found.at),
            Nature::Absence => !broken.is_empty(),
        };
        self.found.retain(|found| !explained(found));
        self.found.sort_by_key(|found| match &found.at {
            At::File(span) => (0, span.start),
            At::Setting(..) => (1, 0),
        });
        let more = self.dropped + self.found.len().saturating_sub(MOST_FAULTS);
        self.found.truncate(MOST_FAULTS);
        let mut faults: Vec<Fault> = self.found.into_iter().map(|found| placed(found, &lines)).collect();
        if let Some(last) = faults.last_mut().filter(|_| more > 0) {
            last.what.en.push_str(&format!(" (and {more} more faults)"));
            last.what.zh.push_str(&format!("（另有{more}处错误）"));
        }
        faults
    }
}

fn placed(found: Found, lines: &Lines<'_>) -> Fault {
    let (origin, spot) = match &found.at {
        At::File(span) => (Origin::File, lines.spot(span)),
        At::Setting(setting, span) => (Origin::CommandLine, Lines::new(setting).spot(span)),
    };
    let Spot { line, column, length, source_line, skipped } = spot;
    let Found { path, what, allowed, nearest, .. } = found;
    Fault { origin, line, column, length, source_line, skipped, path, what, allowed, nearest }
}

fn with_article(kind: &str) -> String {
    let article = if kind.starts_with(['a', 'i']) { "an" } else { "a" };
    format!("{article} {kind}")
}

fn kind_zh(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "字符串",
        DeValue::Integer(_) => "整数",
        DeValue::Float(_) => "小数",
        DeValue::Boolean(_) => "布尔值",
        DeValue::Datetime(_) => "日期",
        DeValue::Array(_) => "数组",
        DeValue::Table(_) => "表",
    }
}
