//! Bars of shares with their intervals, one under the other, and their sum.

use super::svg::{Hold, Scale, Svg, drawable};
use crate::numbers;

/// One cause.
pub struct Bar {
    /// Label, HTML.
    pub label: String,
    /// Share of the whole, and its 95 % interval.
    pub share: [f64; 3],
    /// Value in words, HTML.
    pub value: String,
}

const WIDTH: f64 = 320.0;
const EDGE: f64 = 17.0;
const HEIGHT: f64 = 26.0;

/// The figure; empty where no bar can be drawn. The sum stands under a line.
pub fn bars(bars: &[Bar], sum: &Bar) -> String {
    let ends: Vec<f64> = bars.iter().flat_map(|b| b.share).chain([sum.share[0]]).filter(|v| drawable(*v)).collect();
    if !bars.iter().any(|b| drawable(b.share[0])) {
        return String::new();
    }
    let (lo, hi) = ends.iter().fold((0.0f64, 0.0f64), |(a, b), v| (a.min(*v), b.max(*v)));
    let x = Scale::linear(lo - if lo < 0.0 { 0.02 } else { 0.0 }, hi.max(0.01), EDGE, WIDTH - EDGE);
    let mut out = String::from("<div class=\"shares\">\n");
    for bar in bars {
        out += &row(bar, "cause", &x);
    }
    out += &row(sum, "sum", &x);
    out + &format!("<div><span class=\"l\"></span>{}<span class=\"v\"></span></div>\n</div>\n", axis(&x))
}

fn row(bar: &Bar, class: &str, x: &Scale) -> String {
    let mut svg = Svg::new(WIDTH, HEIGHT);
    let (top, middle, bottom) = (6.0, HEIGHT / 2.0, HEIGHT - 6.0);
    let [share, low, high] = bar.share;
    if drawable(share) {
        svg.rect(&format!("fill {class}"), (x.at(0.0), top), (x.at(share), bottom));
    }
    svg.line("zero", (x.at(0.0), 0.0), (x.at(0.0), HEIGHT));
    if drawable(low) && drawable(high) {
        let (low, high) = (x.at(low), x.at(high));
        // White under the black, so that the whisker shows on the bar and beside it.
        for class in ["whisker under", "whisker"] {
            svg.line(class, (low, middle), (high, middle));
            svg.line(class, (low, middle - 4.0), (low, middle + 4.0));
            svg.line(class, (high, middle - 4.0), (high, middle + 4.0));
        }
    }
    let drawing = svg.finish("share", "");
    format!(
        "<div class=\"{class}\"><span class=\"l\">{}</span>{drawing}<span class=\"v\">{}</span></div>\n",
        bar.label, bar.value
    )
}

fn axis(x: &Scale) -> String {
    let mut svg = Svg::new(WIDTH, 22.0);
    svg.line("axis", (EDGE, 2.0), (WIDTH - EDGE, 2.0));
    for v in x.ticks(5).0 {
        svg.line("axis", (x.at(v), 2.0), (x.at(v), 6.0));
        svg.text("tick", (x.at(v), 18.0), Hold::Middle, &percent(v));
    }
    svg.finish("share", "")
}

/// A share in whole per cent; unlike a probability it may be under 0 or over 1.
pub fn percent(share: f64) -> String {
    if !drawable(share) {
        numbers::NOTHING.into()
    } else {
        format!("{} %", numbers::thousands((share * 100.0).round()))
    }
}

/// `34 % [28, 41]`.
pub fn percent_interval(share: [f64; 3]) -> (String, String) {
    let [value, low, high] = share.map(percent);
    let bare = |s: &str| s.trim_end_matches(" %").to_string();
    let range = if low == high { String::new() } else { format!("[{}, {}]", bare(&low), bare(&high)) };
    (value, range)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_shares_may_be_negative_and_nothing_makes_bars_stumble() {
        assert_eq!(percent_interval([-0.034, -0.08, 0.01]), ("−3 %".into(), "[−8, 1]".into()));
        assert_eq!(percent_interval([0.4, 0.4, 0.4]), ("40 %".into(), "".into()));
        assert_eq!(percent(-0.001), "0 %");
        let bar = |v: f64| Bar { label: "a".into(), share: [v, v, v], value: "b".into() };
        assert_eq!(bars(&[], &bar(0.0)), "");
        assert_eq!(bars(&[bar(f64::NAN)], &bar(1.0)), "");
        for v in [-1e90, -1.0, 0.0, 1e-9, 1.0, 1e90] {
            let drawn = bars(&[bar(v), bar(f64::INFINITY)], &bar(f64::NAN));
            assert!(drawn.matches("<svg").count() == 4 && !drawn.contains("NaN") && !drawn.contains("inf"), "{v}");
        }
    }
}
