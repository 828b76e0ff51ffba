//! What every page shares: the document around it, its header and contents, and the limit on its size.

use lab::scenario::Text;

use crate::Lang;
use crate::columns::clean;
use crate::html::{block, both, clip, escape, fallback};
use crate::words::{self, Say, Word, pick};

/// No page is larger, in bytes.
const LARGEST: usize = 1_000_000;

/// A whole page: one HTML file with style and script inside, which asks nobody for anything.
///
/// `title` in both languages, the program's version, the language shown first, style rules beyond `page.css`
/// (empty for none), and the body between its tags, header and `<main>` included.
pub(crate) fn frame(title: &Text, herz: &str, lang: Lang, style: &str, body: &str) -> String {
    let (class, code) = if lang == Lang::En { ("en", "en") } else { ("zh", "zh-Hans") };
    let (en, zh) = fallback(title);
    let head = format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\" class=\"{class}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"generator\" content=\"herz {}\">\n\
         <title data-en=\"{}\" data-zh=\"{}\">{}</title>\n<style>\n{}{style}</style>\n</head>\n<body>\n",
        escape(herz),
        escape(en),
        escape(zh),
        escape(&pick(title, lang)),
        include_str!("page.css"),
    );
    head + body + "<script>\n" + include_str!("page.js") + "</script>\n</body>\n</html>\n"
}

/// The header: the button for the other language, the title, the line under it, warnings, contents.
pub(crate) fn header(title: &Text, sub: &Text, warnings: &[Text], contents: &[Word]) -> String {
    let mut out = format!("<header>\n<button type=\"button\" id=\"lang\" hidden>{}</button>\n", both(&words::LANGUAGE));
    out += &block("h1", "", title);
    out += &block("p", "sub", sub);
    for warning in warnings {
        out += &block("p", "warn", warning);
    }
    let link = |(i, w): (usize, &Word)| format!("<a href=\"#s{}\">{}</a>\n", i + 1, both(w));
    out + &format!("<nav>\n{}</nav>\n</header>\n", contents.iter().enumerate().map(link).collect::<String>())
}

/// The parts of a page.
pub(crate) fn main(parts: &[String]) -> String {
    format!("<main>\n{}</main>\n", parts.concat())
}

/// The first page under one megabyte, or else the last.
pub(crate) fn fitting(pages: impl Iterator<Item = String>) -> String {
    let mut last = String::new();
    for page in pages {
        last = page;
        if last.len() < LARGEST {
            break;
        }
    }
    last
}

/// A text of the scenario without control characters, cut to so many characters in either language.
pub(crate) fn shorten(text: &dyn Say, limit: usize) -> Text {
    let text = text.say();
    let (en, zh) = fallback(&text);
    Text { en: clip(&clean(en), limit), zh: clip(&clean(zh), limit) }
}

/// A name: the one given or, where there is none, the id.
pub(crate) fn name(found: Option<&Text>, id: &str, limit: usize) -> Text {
    let text = found.filter(|t| !(t.en.trim().is_empty() && t.zh.trim().is_empty()));
    shorten(&text.cloned().unwrap_or_else(|| Text::same(id)), limit.min(120))
}

/// For tests of pages.
#[cfg(test)]
pub(crate) mod tests {
    /// Every open element is closed in order; returns the names of all elements.
    pub(crate) fn elements(page: &str) -> Vec<String> {
        let (mut open, mut all) = (Vec::new(), Vec::new());
        let mut rest = page;
        while let Some(at) = rest.find('<') {
            rest = &rest[at + 1..];
            let end = rest.find('>').expect("a tag ends");
            let tag = &rest[..end];
            let name: String = tag.trim_start_matches('/').chars().take_while(|c| c.is_ascii_alphanumeric()).collect();
            if tag.starts_with('/') {
                assert_eq!(
                    open.pop().as_deref(),
                    Some(name.as_str()),
                    "near {}",
                    rest.chars().take(80).collect::<String>()
                );
            } else if !tag.ends_with('/')
                && !["meta", "br", "wbr", "input"].contains(&name.as_str())
                && !tag.starts_with('!')
            {
                open.push(name.clone());
            }
            if name == "script" && !tag.starts_with('/') {
                rest = &rest[rest.find("</script>").expect("a script ends")..];
            }
            all.push(name);
        }
        assert!(open.is_empty(), "{open:?}");
        all
    }

    /// Nothing in the page makes a browser ask for anything.
    pub(crate) fn asks_nobody(page: &str) {
        let page = page.replace("url(#", "");
        for forbidden in ["http:", "https:", "//", "src=", "@import", "url(", "<link", "<iframe"] {
            let found = page.lines().find(|l| l.contains(forbidden) && !l.trim_start().starts_with("//"));
            assert_eq!(found, None, "{forbidden}");
        }
    }
}
