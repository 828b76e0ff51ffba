//! Numbers as people read them: three significant digits, thousands separators, no false certainty.

use lab::outcome::Estimate;
use lab::scenario::Text;

/// What stands where there is no number.
pub const NOTHING: &str = "–";

/// Three significant digits, thousands separated; very large and very small numbers as powers of ten.
pub fn num(x: f64) -> String {
    if x.is_nan() {
        return NOTHING.into();
    }
    if x.is_infinite() {
        return if x > 0.0 { "∞".into() } else { "−∞".into() };
    }
    if x == 0.0 {
        return "0".into();
    }
    let size = x.abs();
    let text = if !(1e-3..1e9).contains(&size) { scientific(size) } else { plain(size) };
    if x < 0.0 { format!("−{text}") } else { text }
}

/// Digits after the point that leave three significant digits.
fn decimals(size: f64) -> usize {
    let magnitude = format!("{size:.2e}").split_once('e').and_then(|(_, e)| e.parse::<i32>().ok()).unwrap_or(0);
    (2 - magnitude).clamp(0, 6) as usize
}

fn plain(size: f64) -> String {
    if size >= 1000.0 {
        let step = 10f64.powi(size.log10().floor() as i32 - 2);
        return thousands(((size / step).round() * step).round());
    }
    let text = format!("{size:.*}", decimals(size));
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').into() } else { text }
}

fn scientific(size: f64) -> String {
    let text = format!("{size:.2e}");
    let (digits, power) = text.split_once('e').unwrap_or((&text, "0"));
    let digits = if digits.contains('.') { digits.trim_end_matches('0').trim_end_matches('.') } else { digits };
    let power: String = power.chars().map(superscript).collect();
    format!("{digits}×10{power}")
}

fn superscript(c: char) -> char {
    match c {
        '-' => '⁻',
        '0'..='9' => ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'][c as usize - '0' as usize],
        other => other,
    }
}

/// A whole number with thousands separators.
pub fn thousands(x: f64) -> String {
    let digits = format!("{:.0}", x.abs());
    let mut out = String::from(if x < 0.0 { "−" } else { "" });
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

/// A count.
pub fn count(n: u64) -> String {
    thousands(n as f64)
}

/// An estimated probability: two decimals, and never a certainty that a finite number of runs cannot give.
pub fn prob(p: f64) -> String {
    if p.is_nan() {
        NOTHING.into()
    } else if p > 0.994_999 {
        ">0.99".into()
    } else if p < 0.005_001 {
        "<0.01".into()
    } else {
        format!("{:.2}", hundredths(p) / 100.0)
    }
}

/// Rounded once, so that 0.62 and 62 % are always the same number.
fn hundredths(p: f64) -> f64 {
    (p * 100.0).round()
}

/// A share that was assumed or counted, in per cent; exact zero and one stay exact.
pub fn percent(p: f64) -> String {
    if p.is_nan() {
        NOTHING.into()
    } else if p == 0.0 || p == 1.0 {
        format!("{:.0} %", p * 100.0)
    } else if p > 0.994_999 {
        ">99 %".into()
    } else if p < 0.005_001 {
        "<1 %".into()
    } else {
        format!("{:.0} %", hundredths(p))
    }
}

/// `59–64 %`.
pub fn percent_range(low: f64, high: f64) -> String {
    let (low, high) = (percent(low), percent(high));
    match (low == high, high.starts_with('>')) {
        (true, _) => high,
        (_, true) => format!("{low} … {high}"),
        _ => format!("{}–{high}", low.trim_end_matches(" %")),
    }
}

/// Several numbers with the same digits after the point, as the largest of them needs.
///
/// Where they are too large, too small or too different for that, each keeps its own three digits.
pub fn alike<const N: usize>(values: [f64; N]) -> [String; N] {
    let largest = values.iter().map(|v| v.abs()).filter(|v| v.is_finite()).fold(0.0, f64::max);
    let first = values.first().map_or(0.0, |v| v.abs());
    if !(1e-3..1e3).contains(&largest) || (first > 0.0 && largest / first > 200.0) {
        return values.map(num);
    }
    let places = decimals(largest);
    let mut texts = values.map(|v| if v.is_finite() { minus(&format!("{v:.places$}")) } else { num(v) });
    for _ in 1..places {
        if texts.iter().all(|t| t.ends_with('0') || !t.contains('.')) {
            for text in texts.iter_mut().filter(|t| t.contains('.')) {
                text.pop();
            }
        }
    }
    texts
}

/// The power of ten that a value and its interval share where all are very small: the numbers and ` ×10⁻⁴`.
fn small(values: [f64; 3]) -> Option<([f64; 3], String)> {
    let largest = values.iter().map(|v| v.abs()).fold(0.0, f64::max);
    if !largest.is_finite() || !(1e-30..2e-3).contains(&largest) || values.iter().any(|v| v.is_nan()) {
        return None;
    }
    let power = largest.log10().floor() as i32;
    let raised: String = power.to_string().chars().map(superscript).collect();
    Some((values.map(|v| v / 10f64.powi(power)), format!("×10{raised}")))
}

fn minus(text: &str) -> String {
    let zero = text.chars().all(|c| matches!(c, '-' | '0' | '.'));
    text.replace('-', if zero { "" } else { "−" })
}

/// `0.42 [0.384, 0.456]`, all with the same digits after the point.
pub fn with_interval(value: f64, low: f64, high: f64) -> String {
    if let Some((scaled, power)) = small([value, low, high]) {
        let [value, low, high] = alike(scaled);
        return format!("{value} [{low}, {high}] {power}");
    }
    let [value, low, high] = alike([value, low, high]);
    format!("{value} [{low}, {high}]")
}

/// Like [`num`], with a plus sign for what is over zero.
pub fn signed(x: f64) -> String {
    if x > 0.0 { format!("+{}", num(x)) } else { num(x) }
}

/// Like [`with_interval`], in two parts and with plus signs.
pub fn signed_with_interval(value: f64, low: f64, high: f64) -> (String, String) {
    let plus = |v: f64, text: String| {
        if v > 0.0 && text.chars().any(|c| ('1'..='9').contains(&c) || c == '∞') { format!("+{text}") } else { text }
    };
    let (scaled, power) = small([value, low, high]).unwrap_or(([value, low, high], String::new()));
    let [a, b, c] = alike(scaled);
    (plus(value, a) + &power, format!("[{}, {}]{power}", plus(low, b), plus(high, c)))
}

/// `0.62 [0.57, 0.67]`; one number where all three read the same.
pub fn prob_estimate(e: &Estimate) -> String {
    let (value, range) = prob_parts(e);
    if range.is_empty() { value } else { format!("{value} {range}") }
}

/// `0.62` and `[0.57, 0.67]`, the second empty where it adds nothing. None of the runs is `0` and all of them `1`,
/// as `0 %` and `100 %` elsewhere; their interval is shown where so few runs leave it wide.
pub fn prob_parts(e: &Estimate) -> (String, String) {
    let [mean, low, high] = [e.mean, e.q05, e.q95].map(prob);
    let exact = |p: f64| if p == 0.0 { "0".to_string() } else { "1".to_string() };
    if e.mean == 0.0 || e.mean == 1.0 {
        let value = exact(e.mean);
        let near = if e.mean == 0.0 { e.q95 < 0.005_001 } else { e.q05 > 0.994_999 };
        let range = if e.mean == 0.0 { format!("[0, {high}]") } else { format!("[{low}, 1]") };
        return (value, if near { String::new() } else { range });
    }
    let range = if mean == low && mean == high { String::new() } else { format!("[{low}, {high}]") };
    (mean, range)
}

/// Median and 90 % range.
pub fn median_estimate(e: &Estimate) -> String {
    with_interval(e.q50, e.q05, e.q95)
}

/// A calendar year or another point of time.
pub fn year(y: f64) -> String {
    if (y - y.round()).abs() < 1e-6 { format!("{y:.0}") } else { format!("{y:.1}") }
}

/// A point of time for the page's script: a whole year or one with three decimals.
pub fn moment(y: f64) -> String {
    if (y - y.round()).abs() < 1e-6 { format!("{y:.0}") } else { format!("{y:.3}") }
}

/// A point of time as a date, as exact as a month: `2020` at a year's start, else `2020-07`.
pub fn date(y: f64) -> String {
    let months = (y * 12.0 + 1e-6).floor();
    if (y - y.round()).abs() < 1e-6 || y.abs() > 1e6 || !y.is_finite() {
        return format!("{y:.0}");
    }
    format!("{:.0}-{:02.0}", (months / 12.0).floor(), months.rem_euclid(12.0) + 1.0)
}

/// Tick label in few characters: thousands and millions by name.
pub fn compact(v: f64, step: f64) -> Text {
    let size = v.abs();
    if !(1000.0..1e13).contains(&size) {
        return Text::same(&tick(v, step));
    }
    let sign = if v < 0.0 { "−" } else { "" };
    let by = |unit: f64, name: &str| format!("{sign}{}{name}", num(size / unit));
    let en = match size {
        s if s < 1e6 => by(1e3, "k"),
        s if s < 1e9 => by(1e6, "m"),
        _ => by(1e9, "bn"),
    };
    let zh = match size {
        s if s < 1e4 => by(1.0, ""),
        s if s < 1e8 => by(1e4, "万"),
        _ => by(1e8, "亿"),
    };
    Text::new(&en, &zh.replace(',', ""))
}

/// Tick label: as many decimals as the step between ticks needs, at most one power of ten.
pub fn tick(v: f64, step: f64) -> String {
    if v == 0.0 {
        return "0".into();
    }
    let size = v.abs();
    let text = if !(1e-3..1e7).contains(&size) {
        let text = scientific(size);
        text.strip_prefix("1×").map_or(text.clone(), String::from)
    } else if step >= 1.0 {
        thousands(size)
    } else {
        let places = (0..6).find(|d| ((step * 10f64.powi(*d)).fract() - 0.5).abs() > 0.499_99).unwrap_or(6);
        format!("{size:.*}", places as usize)
    };
    if v < 0.0 { format!("−{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_three_significant_digits() {
        for (x, text) in [
            (0.0, "0"),
            (0.999_9, "1"),
            (1.234_5, "1.23"),
            (12.345, "12.3"),
            (-987.6, "−988"),
            (1234.5, "1,230"),
            (999_999.0, "1,000,000"),
            (0.012_34, "0.0123"),
            (0.000_12, "1.2×10⁻⁴"),
            (2.5e12, "2.5×10¹²"),
            (f64::NAN, "–"),
            (f64::INFINITY, "∞"),
            (f64::NEG_INFINITY, "−∞"),
        ] {
            assert_eq!(num(x), text);
        }
    }

    #[test]
    fn contract_probabilities_are_never_certain() {
        for (p, text) in
            [(1.0, ">0.99"), (0.9951, ">0.99"), (0.99, "0.99"), (0.5, "0.50"), (0.0, "<0.01"), (f64::NAN, "–")]
        {
            assert_eq!(prob(p), text);
        }
        assert_eq!(percent(0.999), ">99 %");
        assert_eq!(percent(1.0), "100 %");
    }

    #[test]
    fn contract_signs_and_ticks() {
        assert_eq!(signed_with_interval(0.42, -0.0001, 0.4567), ("+0.420".into(), "[0.000, +0.457]".into()));
        assert_eq!(signed_with_interval(-0.06, -0.1, 0.0), ("−0.06".into(), "[−0.10, 0.00]".into()));
        assert_eq!(with_interval(14_234.0, 6_020.0, 27_100.0), "14,200 [6,020, 27,100]");
        assert_eq!(with_interval(f64::NAN, 0.5, f64::INFINITY), "– [0.5, ∞]");
        assert_eq!(with_interval(1.31e-4, 2.0e-5, 1.2e-3), "0.13 [0.02, 1.20] ×10⁻³");
        assert_eq!(
            signed_with_interval(6.16e-4, -5.37e-5, 6.94e-4),
            ("+6.16×10⁻⁴".into(), "[−0.54, +6.94]×10⁻⁴".into())
        );
        let shown = |mean, q05, q95| prob_estimate(&Estimate { mean, q05, q50: mean, q95 });
        assert_eq!((shown(1.0, 0.997, 1.0), shown(0.998, 0.996, 0.999)), ("1".into(), ">0.99".into()));
        assert_eq!((shown(0.0, 0.0, 0.0027), shown(0.0, 0.0, 0.18)), ("0".into(), "0 [0, 0.18]".into()));
        assert_eq!((percent(1.0), tick(1e-5, 1e-5)), ("100 %".into(), "10⁻⁵".into()));
        assert_eq!(percent_range(0.59, 0.64), "59–64 %");
        assert_eq!(percent_range(0.001, 0.999), "<1 % … >99 %");
        assert_eq!(percent_range(0.0, 1.0), "0–100 %");
        assert_eq!(tick(0.25, 0.25), "0.25");
        assert_eq!(tick(0.30000000000000004, 0.1), "0.3");
        assert_eq!(tick(12000.0, 2000.0), "12,000");
        assert_eq!(thousands(-1_234_567.0), "−1,234,567");
    }

    #[test]
    fn contract_times_and_short_ticks() {
        assert_eq!([2020.0, 2020.5, 2020.999].map(date), ["2020", "2020-07", "2020-12"]);
        assert_eq!([2020.0, 2020.25].map(moment), ["2020", "2020.250"]);
        for (v, en, zh) in [(500.0, "500", "500"), (2e4, "20k", "2万"), (3e6, "3m", "300万"), (2e9, "2bn", "20亿")] {
            assert_eq!(compact(v, 1.0), Text::new(en, zh));
        }
    }
}
