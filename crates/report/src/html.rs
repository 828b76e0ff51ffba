//! Small pieces of HTML: escaping, and texts that stand in the page in both languages.

use lab::scenario::Text;

use crate::words::Say;

/// Text made safe for HTML and SVG, inside elements and inside quoted attributes.
///
/// Control characters that no document may contain are left out.
pub fn escape(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len() + raw.len() / 8);
    for c in raw.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(' '),
            c if c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c) => {}
            c => out.push(c),
        }
    }
    out
}

/// At most `limit` characters, with an ellipsis where something was cut.
pub fn clip(raw: &str, limit: usize) -> String {
    match raw.char_indices().nth(limit) {
        Some((at, _)) => format!("{}…", &raw[..at]),
        None => raw.to_string(),
    }
}

/// Both languages, of which the page's class shows one. `tag` is `span` in HTML, `tspan` in SVG.
fn either(text: &Text, tag: &str) -> String {
    let (en, zh) = fallback(text);
    let escape = |s: &str| escape(s).replace(" %", "\u{a0}%");
    if en == zh {
        return escape(en);
    }
    format!("<{tag} lang=\"en\">{}</{tag}><{tag} lang=\"zh\">{}</{tag}>", escape(en), escape(zh))
}

/// A language that is missing borrows the other's words.
pub fn fallback(text: &Text) -> (&str, &str) {
    let (en, zh) = (text.en.as_str(), text.zh.as_str());
    match (en.trim().is_empty(), zh.trim().is_empty()) {
        (true, false) => (zh, zh),
        (false, true) => (en, en),
        _ => (en, zh),
    }
}

/// Both languages, for HTML.
pub fn both(text: &dyn Say) -> String {
    either(&text.say(), "span")
}

/// Both languages, for SVG.
pub fn both_svg(text: &dyn Say) -> String {
    either(&text.say(), "tspan")
}

/// `<tag class="…">both languages</tag>`.
pub fn block(tag: &str, class: &str, text: &dyn Say) -> String {
    let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
    format!("<{tag}{class}>{}</{tag}>\n", both(text))
}

/// A table: head cells and rows of cells that are HTML already; a row may carry a class.
pub fn table(class: &str, head: &[String], rows: &[(&str, Vec<String>)]) -> String {
    let mut out = format!("<div class=\"scroll\"><table class=\"{class}\"><thead><tr>");
    for cell in head {
        out.push_str(&format!("<th>{cell}</th>"));
    }
    out.push_str("</tr></thead><tbody>\n");
    for (class, cells) in rows {
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        out.push_str(&format!("<tr{class}>"));
        for cell in cells {
            out.push_str(&format!("<td>{cell}</td>"));
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody></table></div>\n");
    out
}

/// A folded part of the page.
pub fn folded(title: &str, body: &str) -> String {
    format!("<details><summary>{title}</summary>\n{body}</details>\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_text_cannot_leave_its_element() {
        assert_eq!(escape("<script>\"&'\u{0}\u{202e}"), "&lt;script&gt;&quot;&amp;&#39;");
    }

    #[test]
    fn contract_both_languages_or_one() {
        assert_eq!(both(&Text::new("arms", "军备")), "<span lang=\"en\">arms</span><span lang=\"zh\">军备</span>");
        assert_eq!(both(&Text::same("5 % x")), "5\u{a0}% x");
        assert_eq!(both(&Text::new("only", "")), "only");
        assert_eq!(clip("猜疑滋生", 2), "猜疑…");
    }
}
