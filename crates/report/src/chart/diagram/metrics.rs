//! How wide a text will be at most, and where to break it: the page's fonts are not known beforehand.

use unicode_width::UnicodeWidthChar;

/// Width of one character over the size of the type, as in the widest of the page's fonts.
fn share(c: char) -> f64 {
    match c {
        c if c.width() == Some(2) => 1.0,
        c if c.width() == Some(0) => 0.0,
        'i' | 'j' | 'l' | '|' | '\'' => 0.29,
        ' ' | '.' | ',' | ':' | ';' | 'f' | 'I' | '!' | '\u{a0}' => 0.36,
        '[' | ']' | '(' | ')' | '-' | 'r' | 't' | '/' | '⁻' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '→' | '∞' | '—' | '…' => 1.0,
        '+' | '−' | '×' | '=' | '±' | '<' | '>' | '÷' | '∫' => 0.84,
        c if c.is_uppercase() => 0.76,
        '⁰' | '¹' | '²' | '³' | '⁴'..='⁹' => 0.45,
        _ => 0.63,
    }
}

/// Width in pixels at a size of type.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let weight = if bold { 1.1 } else { 1.0 };
    text.chars().map(share).sum::<f64>() * size * weight
}

/// Pieces that may not be broken: words with the space after them, and single wide characters.
fn pieces(text: &str) -> Vec<String> {
    let wide = |c: char| c.width() == Some(2);
    let closes = |c: char| "，。；：、）”？！》 ".contains(c);
    let opens = |c: char| "（“《".contains(c);
    let mut out = vec![String::new()];
    let mut before = None;
    for c in text.chars() {
        let parted = match before {
            Some(b) if closes(c) || opens(b) => false,
            Some(b) => b == ' ' || wide(b) || wide(c),
            None => false,
        };
        if parted {
            out.push(String::new());
        }
        if let Some(piece) = out.last_mut() {
            piece.push(c);
        }
        before = Some(c);
    }
    out
}

fn cut(text: &str, size: f64, bold: bool, room: f64) -> String {
    let mut out = text.trim_end().to_string();
    if width(&out, size, bold) <= room {
        return out;
    }
    while !out.is_empty() && width(&out, size, bold) + size > room {
        out.pop();
    }
    out.trim_end().to_string() + "…"
}

/// At most `most` lines in `room` pixels, as equal in length as may be; what does not fit ends in an ellipsis.
pub fn wrap(text: &str, size: f64, bold: bool, room: f64, most: usize) -> Vec<String> {
    let pieces = pieces(text.trim());
    let lines = greedy(&pieces, size, bold, room, most);
    let narrower = (1..12).map(|i| greedy(&pieces, size, bold, room * (1.0 - 0.05 * f64::from(i)), most));
    let whole = |lines: &Vec<String>| !lines.iter().any(|l| l.ends_with('…'));
    let same = narrower.take_while(|other| other.len() == lines.len() && whole(other));
    same.last().filter(|_| whole(&lines)).unwrap_or(lines)
}

fn greedy(pieces: &[String], size: f64, bold: bool, room: f64, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for (i, piece) in pieces.iter().enumerate() {
        let last = lines.len() == most;
        let Some(line) = lines.last_mut() else { break };
        let fits = width(&(line.clone() + piece.trim_end()), size, bold) <= room;
        if fits || line.is_empty() {
            line.push_str(piece);
        } else if last {
            *line += &pieces[i..].concat();
            break;
        } else {
            lines.push(piece.clone());
        }
    }
    lines.iter().map(|l| cut(l, size, bold, room)).filter(|l| !l.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_lines_fit_their_room_and_lose_nothing_that_fits() {
        let long = "The deliberate hazard that everybody together is under, per year";
        for (text, most) in [(long, 9), ("意图的不确定性（猜疑的熵，比特）", 9), (long, 2), ("", 3)] {
            for room in [40.0, 90.0, 150.0] {
                let lines = wrap(text, 12.0, true, room, most);
                assert!(lines.len() <= most && lines.iter().all(|l| width(l, 12.0, true) <= room), "{lines:?}");
                if most == 9 && room > 89.0 {
                    assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
                }
            }
        }
        assert_eq!(
            wrap("counter-measures of both sides", 12.0, false, 150.0, 3),
            ["counter-measures", "of both sides"]
        );
    }

    #[test]
    fn contract_no_line_begins_with_a_closing_mark() {
        for room in [24.0, 36.0, 48.0, 60.0] {
            let lines = wrap("恐惧，猜疑（二者）滋长。", 12.0, false, room, 20);
            assert!(lines.iter().all(|l| !l.starts_with(['，', '）', '。']) && !l.ends_with('（')), "{lines:?}");
        }
    }
}
