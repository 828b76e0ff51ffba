//! A drawing surface of our own: scales, ticks, lines, bands and texts in two languages.
//!
//! Plot libraries (kuva was tried) hold one string per text, so a page in two languages would carry
//! every chart twice. Here a text is one element with a `tspan` per language and the geometry stands
//! once. Coordinates are rounded to 0.1 px; the same input gives the same bytes.

use std::fmt::Write as _;

use crate::html::both_svg;
use crate::words::Say;

/// A coordinate, rounded to a tenth.
pub fn px(v: f64) -> String {
    let r = (v * 10.0).round() / 10.0;
    if r == 0.0 || !r.is_finite() { "0".into() } else { format!("{r}") }
}

/// Values that a chart can place.
pub fn drawable(v: f64) -> bool {
    v.is_finite() && v.abs() < 1e100
}

/// Maps values to pixels, linearly or by logarithm.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    /// Value at `from`.
    pub lo: f64,
    /// Value at `to`.
    pub hi: f64,
    from: f64,
    to: f64,
    /// Logarithmic?
    pub log: bool,
}

/// Over this ratio of largest to smallest a scale that may choose becomes logarithmic.
const LOG_FROM: f64 = 30.0;

impl Scale {
    /// A linear scale over a given range.
    pub fn linear(lo: f64, hi: f64, from: f64, to: f64) -> Scale {
        let (lo, hi) = if drawable(lo) && drawable(hi) { (lo, hi) } else { (0.0, 1.0) };
        let pad = if hi > lo { 0.0 } else { (lo.abs() * 0.1).max(0.5) };
        Scale { lo: lo - pad, hi: hi + pad, from, to, log: false }
    }

    /// A logarithmic scale over a given range of positive values.
    pub fn log(lo: f64, hi: f64, from: f64, to: f64) -> Scale {
        let lo = if drawable(lo) && lo > 0.0 { lo } else { 1.0 };
        let hi = if drawable(hi) && hi > lo { hi } else { lo * 2.0 };
        Scale { lo, hi, from, to, log: true }
    }

    /// A scale for amounts: from zero, or logarithmic where the range is wide and all is positive.
    pub fn amounts(values: &[f64], from: f64, to: f64) -> Scale {
        let (lo, hi) = Scale::ends(values);
        let wide = hi / lo.max(hi * 1e-6) > LOG_FROM;
        if wide { Scale::powers(values, from, to) } else { Scale::plain(values, from, to) }
    }

    /// A linear scale for amounts, from zero.
    pub fn plain(values: &[f64], from: f64, to: f64) -> Scale {
        let (lo, hi) = Scale::ends(values);
        if lo > hi {
            Scale::linear(0.0, 1.0, from, to)
        } else if lo >= 0.0 && hi > 0.0 {
            Scale::linear(0.0, hi * 1.05, from, to)
        } else {
            Scale::around_zero(lo, hi, from, to)
        }
    }

    /// A logarithmic scale for amounts, or a linear one where not all are positive.
    pub fn powers(values: &[f64], from: f64, to: f64) -> Scale {
        let (lo, hi) = Scale::ends(values);
        if lo > hi || lo <= 0.0 {
            return Scale::plain(values, from, to);
        }
        Scale::log(lo.max(hi * 1e-6) / 1.15, hi * 1.15, from, to)
    }

    /// Smallest and largest drawable value; the first over the second where there is none.
    fn ends(values: &[f64]) -> (f64, f64) {
        let seen = values.iter().copied().filter(|v| drawable(*v));
        seen.fold((f64::MAX, f64::MIN), |(a, b), v| (a.min(v), b.max(v)))
    }

    /// A linear scale that holds zero and a little room on both sides.
    pub fn around_zero(lo: f64, hi: f64, from: f64, to: f64) -> Scale {
        let (lo, hi) = (lo.min(0.0), hi.max(0.0));
        let room = if hi > lo { (hi - lo) * 0.06 } else { 1.0 };
        Scale::linear(lo - room, hi + room, from, to)
    }

    /// The pixel of a value; values off the scale are held at its ends.
    pub fn at(&self, v: f64) -> f64 {
        let (first, last) = (self.from.min(self.to), self.from.max(self.to));
        self.beyond(v).clamp(first, last)
    }

    /// The pixel of a value, also off the scale (as far as a plot may be cut).
    pub fn beyond(&self, v: f64) -> f64 {
        let share = if self.log {
            (v.max(f64::MIN_POSITIVE) / self.lo).ln() / (self.hi / self.lo).ln()
        } else {
            (v - self.lo) / (self.hi - self.lo)
        };
        self.from + share.clamp(-4.0, 5.0) * (self.to - self.from)
    }

    /// About `n` round values inside the scale, and the step between them (0 on a log scale).
    pub fn ticks(&self, n: usize) -> (Vec<f64>, f64) {
        if self.log { (self.log_ticks(n), 0.0) } else { self.linear_ticks(n, &[1.0, 2.0, 2.5, 5.0, 10.0]) }
    }

    /// About `n` round whole values inside the scale: calendar years.
    pub fn years(&self, n: usize) -> Vec<f64> {
        let (ticks, _) = self.linear_ticks(n, &[1.0, 2.0, 5.0, 10.0]);
        ticks.into_iter().filter(|v| (v - v.round()).abs() < 1e-6).collect()
    }

    fn linear_ticks(&self, n: usize, round: &[f64]) -> (Vec<f64>, f64) {
        let raw = (self.hi - self.lo) / n.max(1) as f64;
        let ten = 10f64.powf(raw.log10().floor());
        let step = round.iter().map(|k| k * ten).find(|s| *s >= raw * 0.999).unwrap_or(ten * 10.0);
        let first = (self.lo / step - 1e-9).ceil();
        let ticks = (0..=2 * n + 2).map(|i| (first + i as f64) * step).take_while(|v| *v <= self.hi + step * 1e-9);
        (ticks.collect(), step)
    }

    fn log_ticks(&self, n: usize) -> Vec<f64> {
        let (first, last) = (self.lo.log10().floor() as i32, self.hi.log10().ceil() as i32);
        let stride = ((last - first) as usize / n.max(1)).max(1);
        let sets: [&[f64]; 4] =
            [&[1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0], &[1.0, 2.0, 5.0], &[1.0, 3.0], &[1.0]];
        let grid = |set: &[f64]| -> Vec<f64> {
            let powers = (first..=last).step_by(stride);
            let all = powers.flat_map(|p| set.iter().map(move |k| k * 10f64.powi(p)).collect::<Vec<_>>());
            all.filter(|v| *v >= self.lo * 0.999 && *v <= self.hi * 1.001).collect()
        };
        sets.iter().map(|s| grid(s)).find(|t| t.len() <= n + 1).unwrap_or_else(|| grid(&[1.0]))
    }
}

/// Where a text is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hold {
    /// At its start.
    Start,
    /// In the middle.
    Middle,
    /// At its end.
    End,
}

/// One drawing under construction.
pub struct Svg {
    body: String,
    width: f64,
    height: f64,
}

impl Svg {
    /// An empty drawing of a size in pixels.
    pub fn new(width: f64, height: f64) -> Svg {
        Svg { body: String::new(), width, height }
    }

    /// The finished element. `attributes` are added to it as they are.
    pub fn finish(self, class: &str, attributes: &str) -> String {
        let (w, h) = (px(self.width), px(self.height));
        format!("<svg class=\"{class}\" viewBox=\"0 0 {w} {h}\" aria-hidden=\"true\"{attributes}>{}</svg>\n", self.body)
    }

    /// A straight line.
    pub fn line(&mut self, class: &str, a: (f64, f64), b: (f64, f64)) {
        let (x1, y1, x2, y2) = (px(a.0), px(a.1), px(b.0), px(b.1));
        let _ = write!(self.body, "<path class=\"{class}\" d=\"M{x1} {y1}L{x2} {y2}\"/>");
    }

    /// A line through points; a single point becomes a short dash.
    pub fn polyline(&mut self, class: &str, points: &[(f64, f64)]) {
        match points {
            [] => {}
            [(x, y)] => self.line(class, (x - 7.0, *y), (x + 7.0, *y)),
            _ => {
                let _ = write!(self.body, "<path class=\"{class}\" d=\"{}\"/>", path(points));
            }
        }
    }

    /// The area between two lines over the same places; a single place becomes a narrow box.
    pub fn band(&mut self, class: &str, upper: &[(f64, f64)], lower: &[(f64, f64)]) {
        let mut outline: Vec<(f64, f64)> = upper.to_vec();
        outline.extend(lower.iter().rev());
        if let ([(x, top)], [(_, bottom)]) = (upper, lower) {
            outline = vec![(x - 7.0, *top), (x + 7.0, *top), (x + 7.0, *bottom), (x - 7.0, *bottom)];
        }
        if !outline.is_empty() {
            let _ = write!(self.body, "<path class=\"{class}\" d=\"{}Z\"/>", path(&outline));
        }
    }

    /// A round dot.
    pub fn dot(&mut self, class: &str, at: (f64, f64), radius: f64) {
        let _ = write!(
            self.body,
            "<circle class=\"{class}\" cx=\"{}\" cy=\"{}\" r=\"{}\"/>",
            px(at.0),
            px(at.1),
            px(radius)
        );
    }

    /// A rectangle from one corner to the other.
    pub fn rect(&mut self, class: &str, a: (f64, f64), b: (f64, f64)) {
        let (x, y, w, h) = (a.0.min(b.0), a.1.min(b.1), (a.0 - b.0).abs(), (a.1 - b.1).abs());
        let _ = write!(
            self.body,
            "<rect class=\"{class}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
            px(x),
            px(y),
            px(w),
            px(h)
        );
    }

    /// A closed shape through points.
    pub fn shape(&mut self, class: &str, points: &[(f64, f64)]) {
        if !points.is_empty() {
            let _ = write!(self.body, "<path class=\"{class}\" d=\"{}Z\"/>", path(points));
        }
    }

    /// A text in both languages.
    pub fn text(&mut self, class: &str, at: (f64, f64), hold: Hold, text: &dyn Say) {
        let anchor = match hold {
            Hold::Start => "",
            Hold::Middle => " m",
            Hold::End => " e",
        };
        let (x, y) = (px(at.0), px(at.1));
        let _ = write!(self.body, "<text class=\"{class}{anchor}\" x=\"{x}\" y=\"{y}\">{}</text>", both_svg(text));
    }

    /// Anything else, as it is.
    pub fn raw(&mut self, markup: &str) {
        self.body.push_str(markup);
    }
}

fn path(points: &[(f64, f64)]) -> String {
    let mut d = String::from("M");
    for (i, (x, y)) in points.iter().enumerate() {
        let _ = write!(d, "{}{} {}", if i > 0 { " " } else { "" }, px(*x), px(*y));
    }
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_coordinates_have_one_decimal() {
        assert_eq!(px(1.0 / 3.0), "0.3");
        assert_eq!(px(-0.01), "0");
        assert_eq!(px(f64::NAN), "0");
        assert_eq!(path(&[(0.0, 1.04), (2.26, 3.0)]), "M0 1 2.3 3");
    }

    #[test]
    fn contract_wide_ranges_are_logarithmic() {
        assert!(!Scale::amounts(&[1.0, 29.0], 0.0, 1.0).log);
        assert!(Scale::amounts(&[1.0, 31.0], 0.0, 1.0).log);
        assert!(!Scale::amounts(&[0.0, 31.0], 0.0, 1.0).log);
    }

    #[test]
    fn contract_scales_survive_anything() {
        let odd = [f64::NAN, f64::INFINITY, -1e300, 0.0, 1e-300, 1e300, 5.0];
        for a in odd {
            for b in odd {
                for scale in [
                    Scale::amounts(&[a, b], 200.0, 0.0),
                    Scale::linear(a, b, 0.0, 9.0),
                    Scale::log(a, b, 0.0, 9.0),
                    Scale::around_zero(a, b, 0.0, 9.0),
                ] {
                    assert!(scale.ticks(5).0.len() <= 20, "{scale:?}");
                    for v in odd.into_iter().filter(|v| drawable(*v)) {
                        assert!((0.0..=200.0).contains(&scale.at(v)), "{scale:?}");
                        assert!(scale.beyond(v).abs() <= 1000.0, "{scale:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn contract_ticks_are_round() {
        assert_eq!(Scale::linear(0.0, 1.0, 0.0, 1.0).ticks(4).0, [0.0, 0.25, 0.5, 0.75, 1.0]);
        assert_eq!(Scale::linear(1949.0, 1991.0, 0.0, 1.0).years(5), [1950.0, 1960.0, 1970.0, 1980.0, 1990.0]);
        assert_eq!(Scale::log(1.0, 100.0, 0.0, 1.0).ticks(5).0, [1.0, 3.0, 10.0, 30.0, 100.0]);
    }
}
