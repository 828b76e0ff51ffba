//! What is wrong with a scenario, shown where it stands.

use std::fmt::Write as _;
use std::ops::Range;

use serde::Serialize;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::scenario::{Lang, Text};

/// Where the faulty words were written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// In the scenario file.
    File,
    /// In a `--set path=value`.
    CommandLine,
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    /// File or command line.
    pub origin: Origin,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Number of characters concerned, at least 1.
    pub length: usize,
    /// The line itself (a window of it if it is very long), or the setting.
    pub source_line: String,
    /// Number of characters of the line left out before `source_line`.
    pub skipped: usize,
    /// Dotted path of the quantity concerned; empty if there is none.
    pub path: String,
    /// What is wrong.
    pub what: Text,
    /// What would be right.
    pub allowed: Option<Text>,
    /// The nearest valid name.
    pub nearest: Option<String>,
}

/// Longest piece of a source line that a fault keeps, in characters.
const WINDOW: usize = 160;

/// A place in a text as people count it.
pub(crate) struct Spot {
    pub line: usize,
    pub column: usize,
    pub length: usize,
    pub source_line: String,
    pub skipped: usize,
}

/// Byte offsets of a text's lines.
pub(crate) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub fn new(text: &'t str) -> Lines<'t> {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Lines { text, starts }
    }

    /// Index, from 0, of the line that holds this byte.
    pub fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte) - 1
    }

    /// The place of a range of bytes; a range over several lines is cut to its first.
    pub fn spot(&self, span: &Range<usize>) -> Spot {
        let from = floor_boundary(self.text, span.start);
        let line = self.line_of(from);
        let start = self.starts[line];
        let end = self.starts.get(line + 1).map_or(self.text.len(), |next| next - 1);
        let content = self.text[start..end].trim_end_matches('\r');
        let from = from.min(start + content.len());
        let to = floor_boundary(self.text, span.end).clamp(from, start + content.len());
        let column = self.text[start..from].chars().count();
        let skipped = if content.chars().count() <= WINDOW { 0 } else { column.saturating_sub(WINDOW / 4) };
        let source_line: String = content.chars().skip(skipped).take(WINDOW).collect();
        let room = source_line.chars().count().saturating_sub(column - skipped);
        let length = self.text[from..to].chars().count().min(room).max(1);
        Spot { line: line + 1, column: column + 1, length, source_line, skipped }
    }
}

fn floor_boundary(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|b| text.is_char_boundary(*b)).unwrap_or(0)
}

/// All faults for a terminal, in order; `file` is the name to show for the scenario.
pub fn render(faults: &[Fault], file: &str, lang: Lang, colour: bool) -> String {
    let paint = Paint { colour };
    let mut out = String::new();
    for fault in faults {
        one(&mut out, fault, file, lang, &paint);
        out.push('\n');
    }
    let count = faults.len();
    let _ = match lang {
        Lang::En => writeln!(out, "{count} fault{}", if count == 1 { "" } else { "s" }),
        Lang::Zh => writeln!(out, "共{count}处错误"),
    };
    out
}

fn one(out: &mut String, fault: &Fault, file: &str, lang: Lang, paint: &Paint) {
    let word = |en: &'static str, zh: &'static str| if lang == Lang::En { en } else { zh };
    let gutter = " ".repeat(fault.line.to_string().len());
    let bar = paint.blue("|");
    let before = fault.column.saturating_sub(1 + fault.skipped);
    let shown = harmless(&fault.source_line);
    let lead: String = shown.chars().take(before).collect();
    let marked: String = shown.chars().skip(before).take(fault.length).collect();
    let carets = "^".repeat(marked.width().max(1));
    let place = match fault.origin {
        Origin::File => format!("{}:{}:{}", harmless(file), fault.line, fault.column),
        Origin::CommandLine => "--set".to_owned(),
    };
    let (error, what) = (paint.red(word("error", "错误")), harmless(fault.what.get(lang)));
    let _ = writeln!(out, "{error}{}{what}", word(": ", "："));
    let _ = writeln!(out, "{gutter}{} {place}", paint.blue("-->"));
    let _ = writeln!(out, "{gutter} {bar}");
    let number = if fault.origin == Origin::File { fault.line.to_string() } else { gutter.clone() };
    let _ = writeln!(out, "{} {bar} {shown}", paint.blue(&number));
    let _ = writeln!(out, "{gutter} {bar} {}{}", " ".repeat(lead.width()), paint.red(&carets));
    let mut note = |text: String| {
        let _ = writeln!(out, "{gutter} {} {text}", paint.blue("="));
    };
    if !fault.path.is_empty() {
        note(format!("{}{}", word("at: ", "位置："), harmless(&fault.path)));
    }
    if let Some(allowed) = &fault.allowed {
        note(format!("{}{}", word("allowed: ", "允许："), harmless(allowed.get(lang))));
    }
    let said = fault.allowed.as_ref().map(|allowed| &allowed.en);
    if let Some(nearest) = fault.nearest.as_ref().filter(|nearest| said != Some(nearest)) {
        note(format!("{}`{}`{}", word("did you mean ", "是否想写"), harmless(nearest), word("?", "？")));
    }
}

/// The text with everything that could move a cursor or reorder a line made blank.
fn harmless(text: &str) -> String {
    let odd = |c: char| {
        c.width().is_none() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    text.chars().map(|c| if odd(c) { ' ' } else { c }).collect()
}

struct Paint {
    colour: bool,
}

impl Paint {
    fn with(&self, code: &str, text: &str) -> String {
        if self.colour { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }
    fn red(&self, text: &str) -> String {
        self.with("1;31", text)
    }
    fn blue(&self, text: &str) -> String {
        self.with("1;34", text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str, span: Range<usize>) -> Fault {
        let Spot { line, column, length, source_line, skipped } = Lines::new(text).spot(&span);
        Fault {
            origin: Origin::File,
            line,
            column,
            length,
            source_line,
            skipped,
            path: "title".into(),
            what: Text::new("wrong", "不对"),
            allowed: Some(Text::new("right", "对的")),
            nearest: Some("near".into()),
        }
    }

    #[test]
    fn contract_the_caret_stands_under_wide_characters() {
        let text = "a = 1\nzh = \"军备\" x\n";
        let at = text.find('x').unwrap();
        let shown = render(&[fault(text, at..at + 1)], "f.toml", Lang::En, false);
        let expected = "error: wrong\n --> f.toml:2:11\n  |\n2 | zh = \"军备\" x\n  |             ^\n  = at: title\n  \
                        = allowed: right\n  = did you mean `near`?\n\n1 fault\n";
        assert_eq!(shown, expected);
        let wide = text.find('军').unwrap();
        let shown = render(&[fault(text, wide..wide + 6)], "f.toml", Lang::Zh, false);
        assert!(shown.contains("|       ^^^^\n"), "{shown}");
        assert!(shown.contains("错误：不对") && shown.contains("允许：对的") && shown.contains("共1处错误"));
    }

    #[test]
    fn contract_any_span_has_a_place() {
        let text = "α\r\nβγ";
        for start in 0..12 {
            for end in 0..12 {
                let fault = fault(text, start..end);
                assert!(fault.length >= 1 && fault.column >= 1 && (1..=2).contains(&fault.line));
                render(&[fault], "f", Lang::En, true);
            }
        }
        fault("", 0..0);
    }

    #[test]
    fn contract_long_lines_are_cut_around_the_fault() {
        let text = format!("{}!{}", "军".repeat(5000), "x".repeat(5000));
        let f = fault(&text, 15_000..15_001);
        assert_eq!((f.column, f.length), (5001, 1));
        assert_eq!(f.source_line.chars().nth(f.column - 1 - f.skipped), Some('!'));
        assert!(f.source_line.chars().count() <= WINDOW);
    }

    #[test]
    fn contract_control_characters_do_not_reach_the_terminal() {
        let text = "a = \"\x1b[2J\u{202e}\"";
        let shown = render(&[fault(text, 4..8)], "f", Lang::En, false);
        assert!(!shown.contains('\x1b') && !shown.contains('\u{202e}'));
    }
}
