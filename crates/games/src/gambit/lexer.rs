//! The words of Gambit's game files, and faults that say where they are and what would be right.
//!
//! A file is a sequence of words, quoted texts, braces and commas (Gambit 16 manual, "Game representation formats").
//! In a quoted text \" is a quotation mark and \\ a backslash; any other backslash stands for itself.

use std::fmt;

use crate::number::{MAX_DIGITS, NumberError, Rational};
use crate::said::{Said, say};

/// Longest piece of a file that a fault shows, in characters.
const SHOWN: usize = 100;

/// What is wrong with a file: where, what, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
    /// The line, or the part of it around the fault.
    pub shown: String,
    /// How many characters of `shown` stand before the fault.
    pub indent: usize,
    /// What is wrong.
    pub wrong: Box<Said>,
    /// What would be right.
    pub right: Box<Said>,
}

impl Fault {
    /// A fault at a byte of the text.
    pub fn at(text: &str, offset: usize, wrong: Said, right: Said) -> Fault {
        let before = text.get(..offset).unwrap_or(text);
        let start = before.rfind('\n').map_or(0, |k| k + 1);
        let line = before.bytes().filter(|&b| b == b'\n').count() + 1;
        let column = before.get(start..).map_or(0, |s| s.chars().count());
        let whole = text.get(start..).unwrap_or("").lines().next().unwrap_or("");
        let skipped = column.saturating_sub(SHOWN / 2);
        let plain = |c: char| if c.is_control() { ' ' } else { c };
        let shown = whole.chars().skip(skipped).take(SHOWN).map(plain).collect();
        Fault { line, column: column + 1, shown, indent: column - skipped, wrong: wrong.into(), right: right.into() }
    }

    /// The fault in Chinese.
    pub fn chinese(&self) -> String {
        let (line, column, wrong, right) = (self.line, self.column, &self.wrong.zh, &self.right.zh);
        format!("第 {line} 行第 {column} 列：{wrong}\n  {}\n  {}^\n应为：{right}", self.shown, " ".repeat(self.indent))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "line {}, column {}: {}", self.line, self.column, self.wrong)?;
        write!(f, "  {}\n  {}^\nright would be: {}", self.shown, " ".repeat(self.indent), self.right)
    }
}

impl std::error::Error for Fault {}

/// Most faults that are told at once.
pub const MOST_FAULTS: usize = 10;

/// All that is wrong with a file, as far as one fault does not follow from another: one to [`MOST_FAULTS`], in the
/// order in which they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults {
    /// The first.
    pub first: Fault,
    /// Those after it.
    pub others: Vec<Fault>,
}

impl Faults {
    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &Fault> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The faults in Chinese.
    pub fn chinese(&self) -> String {
        self.all().map(Fault::chinese).collect::<Vec<_>>().join("\n")
    }
}

impl From<Fault> for Faults {
    fn from(first: Fault) -> Faults {
        Faults { first, others: Vec::new() }
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.all().enumerate().try_for_each(|(k, fault)| write!(f, "{}{fault}", if k > 0 { "\n" } else { "" }))
    }
}

impl std::error::Error for Faults {}

/// A game as a file has it: with what its author says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read<G> {
    /// The game.
    pub game: G,
    /// The author's comment; may be empty.
    pub comment: String,
}

/// One piece of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// Anything without quotation marks, braces, commas or spaces.
    Word(&'a str),
    /// A quoted text, without its marks.
    Text(String),
    /// {
    Open,
    /// }
    Close,
    /// ,
    Comma,
    /// The file is over.
    End,
}

/// Where a reader stands in a file.
pub struct Lexer<'a> {
    text: &'a str,
    /// Where the token starts.
    start: usize,
    /// Where the next one is looked for.
    next: usize,
    token: Token<'a>,
    /// Faults after which reading went on.
    noted: Vec<Fault>,
    /// Whether a quoted text without end hides the rest of the file.
    lost: bool,
}

impl<'a> Lexer<'a> {
    /// At the first token.
    ///
    /// # Errors
    /// A quoted text without end.
    pub fn new(text: &'a str) -> Result<Lexer<'a>, Fault> {
        let next = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let mut lexer = Lexer { text, start: next, next, token: Token::End, noted: Vec::new(), lost: false };
        lexer.advance()?;
        Ok(lexer)
    }

    /// The token here.
    pub fn token(&self) -> &Token<'a> {
        &self.token
    }

    /// Where the token here starts, in bytes.
    pub fn start(&self) -> usize {
        self.start
    }

    /// Goes on, and gives the token that was here.
    ///
    /// # Errors
    /// A quoted text without end.
    pub fn advance(&mut self) -> Result<Token<'a>, Fault> {
        let rest = self.text.get(self.next..).unwrap_or("");
        let trimmed = rest.trim_start();
        self.start = self.next + rest.len() - trimmed.len();
        let (token, length) = match trimmed.chars().next() {
            None => (Token::End, 0),
            Some('{') => (Token::Open, 1),
            Some('}') => (Token::Close, 1),
            Some(',') => (Token::Comma, 1),
            Some('"') => {
                let text = self.quoted(trimmed);
                self.lost |= text.is_err();
                text?
            }
            Some(_) => {
                let ends = |c: char| c.is_whitespace() || matches!(c, '{' | '}' | ',' | '"');
                let length = trimmed.find(ends).unwrap_or(trimmed.len());
                (Token::Word(trimmed.get(..length).unwrap_or("")), length)
            }
        };
        self.next = self.start + length;
        Ok(std::mem::replace(&mut self.token, token))
    }

    /// The quoted text at the start of `rest`, and its length with its marks.
    fn quoted(&self, rest: &str) -> Result<(Token<'a>, usize), Fault> {
        let mut text = String::new();
        let mut letters = rest.char_indices().skip(1).peekable();
        while let Some((k, c)) = letters.next() {
            match (c, letters.peek()) {
                ('"', _) => return Ok((Token::Text(text), k + 1)),
                ('\\', Some(&(_, escaped @ ('"' | '\\')))) => {
                    text.push(escaped);
                    letters.next();
                }
                _ => text.push(c),
            }
        }
        let wrong = say("this quotation mark is never closed", "此引号没有闭合");
        Err(Fault::at(self.text, self.start, wrong, say("a second \" where the text ends", "在文字结束处再写一个 \"")))
    }

    /// Whether what comes next, after the token here, is a quoted text and then a word: the name of a node and a number.
    pub fn is_before_text_and_word(&self) -> bool {
        let mut ahead = Lexer { noted: Vec::new(), token: Token::End, ..*self };
        let mut next = || ahead.advance().ok().map(|_| ahead.token.clone());
        matches!(next(), Some(Token::Text(_))) && matches!(next(), Some(Token::Word(_)))
    }

    /// Keeps the fault and goes on, where that makes sense.
    ///
    /// # Errors
    /// The fault itself, where it is the last of [`MOST_FAULTS`] or nothing after it can be read.
    pub fn note(&mut self, fault: Fault) -> Result<(), Fault> {
        if self.lost || self.noted.len() + 1 >= MOST_FAULTS {
            return Err(fault);
        }
        self.noted.push(fault);
        Ok(())
    }

    /// Whether something was wrong already: what has to fit it is not to be judged.
    pub fn is_broken(&self) -> bool {
        !self.noted.is_empty()
    }

    /// Ends the reading of a file that was wrong somewhere.
    ///
    /// # Errors
    /// The last fault noted; [`Lexer::told`] puts the others before it.
    pub fn stop(&mut self) -> Result<(), Fault> {
        self.noted.pop().map_or(Ok(()), Err)
    }

    /// What was read, or all faults; only the first where some quoted text has no end, since a forgotten mark turns
    /// all that follows inside out.
    ///
    /// # Errors
    /// All faults noted, and the one at which reading ended.
    pub fn told<T>(mut self, read: Result<T, Fault>) -> Result<T, Faults> {
        read.map_err(|last| {
            while !self.noted.is_empty() && !self.lost && self.token != Token::End {
                self.lost |= self.advance().is_err();
            }
            let mut noted = self.noted.into_iter();
            if self.lost {
                return noted.next().unwrap_or(last).into();
            }
            match noted.next() {
                Some(first) => Faults { first, others: noted.chain([last]).collect() },
                None => last.into(),
            }
        })
    }

    /// A fault at the token here.
    pub fn fault(&self, wrong: Said, right: Said) -> Fault {
        Fault::at(self.text, self.start, wrong, right)
    }

    /// A fault at a byte of the file.
    pub fn fault_at(&self, offset: usize, wrong: Said, right: Said) -> Fault {
        Fault::at(self.text, offset, wrong, right)
    }

    /// A fault that says what stands here instead of what should.
    pub fn instead(&self, right: Said) -> Fault {
        let clip = |text: &str| text.chars().take(40).collect::<String>();
        let wrong = match &self.token {
            Token::Word(word) => say(format!("{} cannot stand here", clip(word)), format!("此处不能写 {}", clip(word))),
            Token::Text(text) => {
                say(format!("\"{}\" cannot stand here", clip(text)), format!("此处不能写 \"{}\"", clip(text)))
            }
            Token::Open => say("{ cannot stand here", "此处不能写 {"),
            Token::Close => say("} cannot stand here", "此处不能写 }"),
            Token::Comma => say("a comma cannot stand here", "此处不能写逗号"),
            Token::End => say("the file ends here", "文件到此结束"),
        };
        self.fault(wrong, right)
    }

    /// Passes the token if it is the one wanted; errors where it is not.
    pub fn pass(&mut self, wanted: &Token<'_>, right: Said) -> Result<(), Fault> {
        if self.token != *wanted {
            return Err(self.instead(right));
        }
        self.advance().map(|_| ())
    }

    /// Passes a comma where there is one.
    pub fn pass_comma(&mut self) -> Result<(), Fault> {
        if self.token == Token::Comma { self.advance().map(|_| ()) } else { Ok(()) }
    }

    /// A quoted text; errors where something else stands.
    pub fn text(&mut self, right: Said) -> Result<String, Fault> {
        match self.token {
            Token::Text(_) => match self.advance()? {
                Token::Text(text) => Ok(text),
                _ => Ok(String::new()),
            },
            _ => Err(self.instead(right)),
        }
    }

    /// A quoted text where there is one.
    pub fn text_if_any(&mut self) -> Result<Option<String>, Fault> {
        if matches!(self.token, Token::Text(_)) { self.text(say("", "")).map(Some) } else { Ok(None) }
    }

    /// A list of quoted texts in braces, at most so many.
    pub fn texts(&mut self, most: usize, right: Said) -> Result<Vec<String>, Fault> {
        self.pass(&Token::Open, right.clone())?;
        let mut list = Vec::new();
        while self.token != Token::Close {
            if list.len() == most {
                let wrong = say(format!("more than {most} names"), format!("名称多于 {most} 个"));
                return Err(self.fault(wrong, say(format!("at most {most}"), format!("至多 {most} 个"))));
            }
            list.push(self.text(right.clone())?);
        }
        self.advance()?;
        Ok(list)
    }

    /// An exact number; a word that is none is noted and read as zero, so that those after it are looked at too.
    ///
    /// # Errors
    /// Where no word stands, or after too many faults.
    pub fn number_or_note(&mut self, right: Said) -> Result<Rational, Fault> {
        match self.number(right) {
            Err(fault) if matches!(self.token, Token::Word(_)) => {
                self.note(fault)?;
                self.advance().map(|_| Rational::zero())
            }
            read => read,
        }
    }

    /// An exact number; errors where something else stands, or one that is not finite or absurdly long.
    pub fn number(&mut self, right: Said) -> Result<Rational, Fault> {
        let Token::Word(word) = self.token else { return Err(self.instead(right)) };
        let bare = word.trim_start_matches(['+', '-']).to_ascii_lowercase();
        if ["nan", "inf", "infinity"].contains(&bare.as_str()) {
            let wrong = say(format!("{word} is not a finite number"), format!("{word} 不是有限的数"));
            return Err(self.fault(wrong, right));
        }
        let value = word.parse::<Rational>().map_err(|error| match error {
            NumberError::NotANumber(_) => self.instead(right),
            NumberError::ZeroDenominator(_) => self.fault(say("division by zero", "分母为零"), right),
            NumberError::TooLong => self.too_long(),
        })?;
        // As a fraction it may be longer than it was; what is read must be fit to be written and read again.
        if word.len() + 6 > MAX_DIGITS || word.contains(['e', 'E']) {
            let longest = value.to_string().len();
            if longest > 2 * MAX_DIGITS {
                return Err(self.too_long());
            }
        }
        self.advance()?;
        Ok(value)
    }

    /// A fault at a number with too many digits.
    fn too_long(&self) -> Fault {
        let wrong = say("the number is too long", "数字过长");
        let right = format!("at most {MAX_DIGITS} digits once written out");
        self.fault(wrong, say(right, format!("写成小数后至多 {MAX_DIGITS} 位")))
    }

    /// A whole number without sign, at most so large; errors where something else stands.
    pub fn whole(&mut self, most: u64, right: Said) -> Result<u64, Fault> {
        let digits = match self.token {
            Token::Word(word) if word.bytes().all(|b| b.is_ascii_digit()) => word,
            _ => return Err(self.instead(right)),
        };
        let value = digits.parse::<u64>().ok().filter(|&v| v <= most).ok_or_else(|| self.instead(right))?;
        self.advance()?;
        Ok(value)
    }
}

/// A text in quotation marks, as [`Lexer`] reads it back.
pub fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Texts in quotation marks, in braces.
pub fn quote_all(texts: &[String]) -> String {
    let all: Vec<String> = texts.iter().map(|text| quote(text)).collect();
    format!("{{ {} }}", all.join(" "))
}

/// The head that all files begin with: kind of file, version, numbers, title, players.
///
/// # Errors
/// Another kind of file or version, or a title or players missing.
pub fn head(lexer: &mut Lexer<'_>, kind: &str, version: u64, players: usize) -> Result<(String, Vec<String>), Fault> {
    let sample = format!("{kind} {version} R \"title\" {{ \"player 1\" \"player 2\" }}");
    let begin = || say(format!("a file begins with {sample}"), format!("文件须以 {sample} 开头"));
    lexer.pass(&Token::Word(kind), begin())?;
    lexer.pass(&Token::Word(&version.to_string()), begin())?;
    if !matches!(lexer.token(), Token::Word("R" | "D")) {
        return Err(lexer.instead(say(
            "R (fractions) or D (decimals); both are read exactly",
            "R（分数）或 D（小数）；两者均精确读取",
        )));
    }
    lexer.advance()?;
    let title = lexer.text(say("the title in quotation marks", "引号中的标题"))?;
    let at = lexer.start();
    let names =
        lexer.texts(players, say("the names of the players: { \"1\" \"2\" }", "参与者名称：{ \"1\" \"2\" }"))?;
    if names.is_empty() {
        let wrong = say("a game without players", "没有参与者");
        return Err(lexer.fault_at(at, wrong, say("at least one name", "至少一个名称")));
    }
    Ok((title, names))
}
