//! The program's own sentences, in both languages.

use lab::scenario::{Lang, Text};

use crate::args::Language;

/// The language asked for, or the one of the environment.
pub fn language(asked: Option<Language>) -> Lang {
    match asked {
        Some(Language::En) => Lang::En,
        Some(Language::Zh) => Lang::Zh,
        None => {
            let set = |name: &str| std::env::var(name).ok().filter(|v| !v.is_empty());
            let local = set("LC_ALL").or_else(|| set("LC_MESSAGES")).or_else(|| set("LANG")).unwrap_or_default();
            if local.starts_with("zh") { Lang::Zh } else { Lang::En }
        }
    }
}

/// One of two sentences.
pub fn say<'a>(lang: Lang, en: &'a str, zh: &'a str) -> &'a str {
    match lang {
        Lang::En => en,
        Lang::Zh => zh,
    }
}

/// One side of a text.
pub fn of(lang: Lang, text: &Text) -> &str {
    say(lang, &text.en, &text.zh)
}

/// Whether to colour what goes to a stream: a terminal, and nobody asked for none (no-color.org).
pub fn colour(is_terminal: bool) -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    let dumb = std::env::var("TERM").is_ok_and(|t| t == "dumb");
    is_terminal && !refused && !dumb
}
