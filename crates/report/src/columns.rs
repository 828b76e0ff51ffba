//! Text in terminal columns: widths of Chinese characters, cutting, wrapping, bars and sparklines.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::chart::svg::drawable;

/// A bar of eighths of blocks, and the empty rest.
pub fn bar(share: f64, columns: usize) -> (String, String) {
    let share = if share.is_finite() { share.clamp(0.0, 1.0) } else { 0.0 };
    let eighths = (share * 8.0 * columns as f64).round() as usize;
    let mut full = "█".repeat(eighths / 8);
    if !eighths.is_multiple_of(8) {
        full.push(['▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8 - 1]);
    }
    let rest = "·".repeat(columns.saturating_sub(full.chars().count()));
    (full, rest)
}

/// A small picture of a series; `range` fixes the ends, else the series does.
pub fn spark(values: &[f64], range: Option<(f64, f64)>, columns: usize) -> String {
    let n = values.len();
    let picked: Vec<f64> = match n {
        0 => return " ".repeat(columns),
        _ => (0..columns).map(|i| values[(i * (n - 1) + (columns - 1) / 2) / (columns - 1)]).collect(),
    };
    let seen = || picked.iter().copied().filter(|v| drawable(*v));
    let (lo, hi) = range.unwrap_or_else(|| seen().fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(v), b.max(v))));
    let level = |v: f64| {
        if hi > lo { ((v - lo) / (hi - lo) * 7.0).round().clamp(0.0, 7.0) as usize } else { 3 }
    };
    let glyph = |v: &f64| {
        if drawable(*v) { ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'][level(*v)] } else { ' ' }
    };
    picked.iter().map(glyph).collect()
}

/// No control characters: a scenario's words cannot steer the terminal.
pub fn clean(text: &str) -> String {
    let turns =
        |c: char| matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let text = text.chars().map(|c| if c == '\n' || c == '\t' { ' ' } else { c });
    text.filter(|c| !c.is_control() && !turns(*c)).collect()
}

/// Cut to a width in columns, with an ellipsis where something was cut.
pub fn cut(text: &str, room: usize) -> String {
    if text.width() <= room {
        return text.into();
    }
    let mut out = String::new();
    let mut used = 1;
    for c in text.chars() {
        used += c.width().unwrap_or(0);
        if used > room {
            break;
        }
        out.push(c);
    }
    if room > 0 { out + "…" } else { String::new() }
}

/// Padded (or cut) to a width in columns.
pub fn pad(text: &str, width: usize) -> String {
    let text = cut(&clean(text), width.saturating_sub(1));
    let gap = width.saturating_sub(text.width());
    text + &" ".repeat(gap)
}

/// Breaks a text into lines at spaces or between wide characters; the last line is cut if there are too many.
pub fn wrap(text: &str, width: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    let wide = |c: char| c.width() == Some(2);
    let opens_badly = |c: char| "，。；：、）”？！".contains(c);
    let mut word = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        word.push(c);
        let next = chars.peek().copied();
        let may_break =
            (c == ' ' && next != Some('%')) || next.is_none_or(|n| (wide(c) || wide(n)) && !opens_badly(n) && n != ' ');
        if may_break {
            let current = lines.last().map_or(0, |l| l.width());
            if current > 0 && current + word.trim_end().width() > width {
                lines.push(String::new());
            }
            if let Some(line) = lines.last_mut() {
                line.push_str(&word);
            }
            word.clear();
        }
    }
    if lines.len() > most {
        let rest = lines.split_off(most - 1).concat();
        lines.push(cut(&rest, width));
    }
    lines.iter().map(|l| l.trim_end().to_string()).filter(|l| !l.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_wide_characters_count_twice() {
        assert_eq!(wrap("安全困境滋长", 8, 9), ["安全困境", "滋长"]);
        assert_eq!(wrap("one two three", 8, 9), ["one two", "three"]);
        assert_eq!(wrap("安全，困境", 4, 9), ["安", "全，", "困境"]);
        assert_eq!(cut("安全困境", 5), "安全…");
        assert_eq!(pad("安全", 6), "安全  ");
    }

    #[test]
    fn contract_pictures_survive_anything() {
        assert_eq!(bar(f64::NAN, 4), ("".into(), "····".into()));
        assert_eq!(bar(1.0, 4), ("████".into(), "".into()));
        assert_eq!(spark(&[], None, 3), "   ");
        assert_eq!(spark(&[1.0], None, 3), "▄▄▄");
        assert_eq!(spark(&[0.0, f64::NAN, 2.0], None, 3), "▁ █");
    }
}
