//! The marks of a time axis: whole years or, over a short span, months.

use lab::scenario::Text;

use super::svg::Scale;
use crate::words::Say;

/// Months between marks, from fine to coarse.
const STEPS: [i64; 4] = [1, 2, 3, 6];
/// Longer spans, in years, are marked in whole years.
const SHORT: f64 = 4.0;

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// At most about `n` marks inside the scale, each with its place and its name.
pub fn marks(x: &Scale, n: usize) -> Vec<(f64, Text)> {
    let span = x.hi - x.lo;
    let step = STEPS.into_iter().find(|s| span * 12.0 / (*s as f64) <= n as f64 + 0.01);
    match step.filter(|_| span < SHORT && x.hi.abs() < 1e6) {
        Some(step) => months(x, step),
        None => x.years(n).into_iter().map(|year| (year, Text::same(&format!("{year:.0}")))).collect(),
    }
}

/// A mark every so many months; a year is named at its start and, where none starts inside the scale, at the first mark.
fn months(x: &Scale, step: i64) -> Vec<(f64, Text)> {
    let count = |year: f64| year * 12.0;
    let (first, last) = ((count(x.lo) - 1e-6).ceil() as i64, (count(x.hi) + 1e-6).floor() as i64);
    let mut all: Vec<(f64, Text)> = Vec::new();
    let starts = (first..=last).any(|m| m.rem_euclid(12) == 0 && m % step == 0);
    for at in (first..=last).filter(|m| m % step == 0) {
        let (year, month) = (at.div_euclid(12), at.rem_euclid(12));
        let name = MONTHS[month as usize];
        let text = match (month, all.is_empty() && !starts) {
            (0, _) => Text::same(&year.to_string()),
            (_, true) => Text::new(&format!("{name} {year}"), &format!("{year}年{}月", month + 1)),
            _ => Text::new(name, &format!("{}月", month + 1)),
        };
        all.push((at as f64 / 12.0, text.say()));
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(lo: f64, hi: f64, n: usize) -> Vec<String> {
        marks(&Scale::linear(lo, hi, 0.0, 1.0), n).into_iter().map(|(_, text)| text.en).collect()
    }

    #[test]
    fn contract_long_spans_are_marked_in_years_and_short_ones_in_months() {
        assert_eq!(named(1949.0, 1991.0, 5), ["1950", "1960", "1970", "1980", "1990"]);
        assert_eq!(named(2020.0, 2022.0, 6), ["2020", "Jul", "2021", "Jul", "2022"]);
        assert_eq!(named(2020.0, 2022.0, 3), ["2020", "2021", "2022"]);
        assert_eq!(named(2020.0, 2021.0, 6), ["2020", "Mar", "May", "Jul", "Sep", "Nov", "2021"]);
        assert_eq!(named(2020.3, 2020.9, 4), ["May 2020", "Jul", "Sep", "Nov"]);
        let chinese = marks(&Scale::linear(2020.0, 2022.0, 0.0, 1.0), 6);
        assert_eq!((chinese[1].1.zh.as_str(), chinese[1].0), ("7月", 2020.5));
    }

    #[test]
    fn contract_no_span_makes_it_stumble() {
        for (lo, hi) in [(0.0, 0.0), (-1e90, 1e90), (1e300, 1e300), (f64::NAN, 1.0), (2020.0, 2020.0001)] {
            assert!(named(lo, hi, 5).len() <= 12, "{lo} {hi}");
        }
    }
}
