//! How numbers and brackets are written in sentences: one rule for all of them.

/// Three significant digits, thousands separated; one digit after the point at most.
pub fn rounded(x: f64) -> String {
    if !x.is_finite() {
        return "–".into();
    }
    let sign = if x < 0.0 { "−" } else { "" };
    let size = x.abs();
    if size < 99.95 {
        let text = format!("{size:.1}");
        let text = text.trim_end_matches('0').trim_end_matches('.');
        return if text == "0" { text.into() } else { format!("{sign}{text}") };
    }
    let step = 10f64.powi(size.log10().floor() as i32 - 2);
    let digits = format!("{:.0}", (size / step).round() * step);
    let grouped: Vec<&str> = digits.as_bytes().rchunks(3).rev().map(|c| std::str::from_utf8(c).unwrap_or("")).collect();
    format!("{sign}{}", grouped.join(","))
}

/// Digits after the point that leave three significant digits of a number from 1 to 1,000.
pub fn places(size: f64) -> usize {
    match size {
        99.95.. => 0,
        9.995.. => 1,
        _ => 2,
    }
}

/// Chinese brackets are full-width, also round what was written for both languages.
pub fn full_width(text: &str) -> String {
    text.replace(" (", "（").replace('(', "（").replace(") ", "）").replace(')', "）")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_numbers_have_three_digits() {
        for (x, text) in [
            (0.0, "0"),
            (-0.01, "0"),
            (12.34, "12.3"),
            (-99.0, "−99"),
            (99.96, "100"),
            (5194.0, "5,190"),
            (12_500.4, "12,500"),
            (1_999_999.0, "2,000,000"),
            (f64::NAN, "–"),
        ] {
            assert_eq!(rounded(x), text);
        }
        assert_eq!([1.0, 9.99, 9.996, 99.9, 99.96].map(places), [2, 2, 1, 1, 0]);
    }

    #[test]
    fn contract_chinese_brackets_are_full_width() {
        assert_eq!(full_width("变化+2.2 (+1.7 … +2.7)个百分点"), "变化+2.2（+1.7 … +2.7）个百分点");
    }
}
