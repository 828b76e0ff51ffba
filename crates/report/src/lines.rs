//! A terminal page under construction: styled lines cut at the width, with labels in a left column.

use lab::scenario::Text;
use unicode_width::UnicodeWidthStr;

use crate::Lang;
use crate::columns::{clean, cut, pad, wrap};
use crate::words::{Say, Word, fill, pick};

pub(crate) const BOLD: &str = "1";
pub(crate) const FAINT: &str = "2";
pub(crate) const GREEN: &str = "32";
pub(crate) const YELLOW: &str = "33";
pub(crate) const BLUE: &str = "34";
pub(crate) const RED: &str = "31";
pub(crate) const PLAIN: &str = "";

/// Lines of text in one language.
pub(crate) struct Lines {
    text: String,
    /// Language.
    pub(crate) lang: Lang,
    colour: bool,
    /// Columns.
    pub(crate) width: usize,
    /// Columns of the labels on the left.
    pub(crate) label: usize,
}

impl Lines {
    /// An empty page; `labels` are the words that will stand on the left.
    pub(crate) fn new(lang: Lang, colour: bool, width: usize, labels: &[Word]) -> Lines {
        let label = labels.iter().map(|w| pick(w, lang).width()).max().unwrap_or(0) + 2;
        Lines { text: String::new(), lang, colour, width: width.clamp(40, 140), label }
    }

    /// One line of styled pieces, cut at the width.
    pub(crate) fn line(&mut self, pieces: &[(&str, &str)]) {
        let mut room = self.width;
        for (style, piece) in pieces {
            let piece = cut(&clean(piece), room);
            room -= piece.width().min(room);
            if self.colour && !style.is_empty() && !piece.is_empty() {
                self.text += &format!("\u{1b}[{style}m{piece}\u{1b}[0m");
            } else {
                self.text += &piece;
            }
        }
        self.text.push('\n');
    }

    /// A label in the left column and what it says.
    pub(crate) fn row(&mut self, label: &dyn Say, pieces: &[(&str, &str)]) {
        let label = pad(&pick(label, self.lang), self.label);
        let mut all = vec![(FAINT, label.as_str())];
        all.extend(pieces);
        self.line(&all);
    }

    /// A text in one style over at most so many lines.
    pub(crate) fn wrapped(&mut self, style: &str, text: &dyn Say, most: usize) {
        for line in wrap(&clean(&self.say(text)), self.width, most) {
            self.line(&[(style, &line)]);
        }
    }

    /// The wording in the page's language.
    pub(crate) fn say(&self, text: &dyn Say) -> String {
        pick(text, self.lang)
    }

    /// The page, without its last empty lines as far as it has more than `most`.
    pub(crate) fn tight(&self, most: usize) -> String {
        let mut lines: Vec<&str> = self.text.lines().collect();
        while lines.len() > most {
            let Some(at) = lines.iter().rposition(|l| l.is_empty()) else { break };
            lines.remove(at);
        }
        lines.iter().map(|l| format!("{l}\n")).collect()
    }
}

/// One or many of something.
pub(crate) fn counted(n: usize, one: Word, many: Word) -> Text {
    fill(if n == 1 { one } else { many }, &[&crate::numbers::count(n as u64)])
}
