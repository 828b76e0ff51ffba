//! A quantity over time: 90 % and 50 % bands over the runs, the median, and what was observed.

use lab::outcome::Band;
use lab::scenario::Text;

use super::calendar;
use super::svg::{Hold, Scale, Svg, drawable};
use crate::html::{both, escape};
use crate::numbers;
use crate::words::{self, Say};

/// One band with its look. Classes `a` (solid, blue) and `b` (dashed, red) are styled by the page.
pub struct Layer<'a> {
    /// Class.
    pub class: &'static str,
    /// Values.
    pub band: &'a Band,
    /// Draw the 50 % band too?
    pub inner: bool,
    /// Written at the line's end and in the read-out.
    pub label: Option<Text>,
}

/// Vertical range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// Amounts: from zero, or logarithmic if wide.
    Amounts,
    /// Amounts from zero, never logarithmic.
    Plain,
    /// Amounts by logarithm where all are positive.
    Powers,
    /// Shares: zero to one.
    Share,
    /// Both signs, zero inside.
    Signed,
    /// Counts that begin at nothing: by logarithm, over four powers of ten and not under one.
    Counts,
}

/// How large a chart is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    class: &'static str,
    width: f64,
    height: f64,
    left: f64,
    bottom: f64,
    /// Marks on the two axes.
    ticks: [usize; 2],
    /// Does it answer the pointer?
    hover: bool,
}

/// Half the page wide.
const FULL: Size =
    Size { class: "time", width: 444.0, height: 226.0, left: 56.0, bottom: 200.0, ticks: [6, 5], hover: true };
/// A quarter of the page wide, without names at the ends of its lines and without a read-out.
pub const SMALL: Size =
    Size { class: "small", width: 214.0, height: 134.0, left: 40.0, bottom: 112.0, ticks: [3, 3], hover: false };

/// A whole chart.
pub struct Time<'a> {
    /// Bands.
    pub layers: Vec<Layer<'a>>,
    /// Observed years and values.
    pub dots: Option<(&'a [f64], &'a [f64])>,
    /// Range.
    pub range: Range,
    /// Horizontal marks: class and value. Class `truth` gets a diamond at its end.
    pub marks: Vec<(&'static str, f64)>,
}

/// A finished chart.
pub struct Drawn {
    /// SVG and read-out.
    pub markup: String,
    /// Is the vertical axis logarithmic?
    pub log: bool,
}

const TOP: f64 = 10.0;
/// No line needs more points than this; a small one, a third of them.
const POINTS: usize = 100;

/// One year of a band, all values drawable.
struct Slice {
    year: f64,
    q: [f64; 5],
}

/// The drawable years of a band, in runs without a gap, thinned to about so many.
fn pieces(band: &Band, points: usize) -> Vec<Vec<Slice>> {
    let columns = [&band.q05, &band.q25, &band.q50, &band.q75, &band.q95];
    let n = columns.iter().map(|c| c.len()).min().unwrap_or(0).min(band.year.len());
    let stride = n.div_ceil(points).max(1);
    let mut out: Vec<Vec<Slice>> = vec![Vec::new()];
    for i in (0..n).filter(|i| i % stride == 0 || i + 1 == n) {
        let slice = Slice { year: band.year[i], q: columns.map(|c| c[i]) };
        if drawable(slice.year) && slice.q.iter().all(|v| drawable(*v)) {
            if let Some(piece) = out.last_mut() {
                piece.push(slice);
            }
        } else {
            out.push(Vec::new());
        }
    }
    out.retain(|p| !p.is_empty());
    out
}

impl Time<'_> {
    /// Draws the chart, or nothing where there is nothing to draw.
    pub fn draw(&self) -> Option<Drawn> {
        self.draw_as(FULL)
    }

    /// The same in another size.
    pub fn draw_as(&self, size: Size) -> Option<Drawn> {
        let points = if size.hover { POINTS } else { POINTS / 3 };
        let pieces: Vec<Vec<Vec<Slice>>> = self.layers.iter().map(|l| pieces(l.band, points)).collect();
        let dots = self.observed();
        let slices = || pieces.iter().flatten().flatten();
        slices().next()?;
        let labelled = size.hover && self.layers.iter().any(|l| l.label.is_some());
        let right = size.width - if labelled { 76.0 } else { 14.0 };
        let years = slices().map(|s| s.year).chain(dots.iter().map(|d| d.0));
        let (first, last) = years.fold((f64::MAX, f64::MIN), |(a, b), y| (a.min(y), b.max(y)));
        let x = Scale::linear(first, last, size.left, right);
        let values: Vec<f64> =
            slices().flat_map(|s| [s.q[0], s.q[2], s.q[4]]).chain(dots.iter().map(|d| d.1)).collect();
        if values.iter().all(|v| *v == 0.0) {
            // A flat line on an axis of its own making says less than a word.
            let markup = format!("<p class=\"nothing\">{}</p>\n", both(&words::ALL_ZERO));
            return Some(Drawn { markup, log: false });
        }
        let y = self.vertical(&values, size.bottom);
        let mut svg = Svg::new(size.width, size.height);
        axes(&mut svg, (&x, &y), right, size);
        for (layer, parts) in self.layers.iter().zip(&pieces) {
            for part in parts {
                draw_piece(&mut svg, layer, part, &x, &y);
            }
        }
        self.draw_marks(&mut svg, &y, size.left, right);
        for (year, value) in &dots {
            svg.dot("obs", (x.at(*year), y.at(*value)), 2.6);
        }
        if !size.hover {
            return Some(Drawn { markup: svg.finish(size.class, ""), log: y.log });
        }
        self.end_labels(&mut svg, &pieces, &y, (right, size.bottom));
        svg.raw(&format!("<path class=\"guide\" d=\"M0 {TOP}V{}\"/>", size.bottom));
        let hover = self.hover(&pieces, &dots);
        let attributes = format!(" data-d=\"{} {right} {} {}\" data-h=\"{}\"", size.left, x.lo, x.hi, escape(&hover));
        Some(Drawn { markup: svg.finish(size.class, &attributes) + &self.readout(!dots.is_empty()), log: y.log })
    }

    fn observed(&self) -> Vec<(f64, f64)> {
        let (years, values) = self.dots.unwrap_or((&[], &[]));
        years.iter().copied().zip(values.iter().copied()).filter(|(a, b)| drawable(*a) && drawable(*b)).collect()
    }

    fn vertical(&self, values: &[f64], bottom: f64) -> Scale {
        match self.range {
            Range::Share => Scale::linear(0.0, 1.0, bottom, TOP),
            Range::Amounts => Scale::amounts(values, bottom, TOP),
            Range::Plain => Scale::plain(values, bottom, TOP),
            Range::Powers => Scale::powers(values, bottom, TOP),
            Range::Counts => {
                let most = values.iter().copied().filter(|v| drawable(*v)).fold(0.0, f64::max);
                if most > 1.0 {
                    Scale::log((most * 1e-4).max(1.0), most * 1.3, bottom, TOP)
                } else {
                    Scale::plain(values, bottom, TOP)
                }
            }
            Range::Signed => {
                let (lo, hi) = values.iter().fold((0.0f64, 0.0f64), |(a, b), v| (a.min(*v), b.max(*v)));
                Scale::around_zero(lo, hi, bottom, TOP)
            }
        }
    }

    fn draw_marks(&self, svg: &mut Svg, y: &Scale, left: f64, right: f64) {
        for (class, value) in self.marks.iter().filter(|m| drawable(m.1)) {
            let at = y.at(*value);
            svg.line(class, (left, at), (right, at));
            if *class == "truth" {
                let r = 5.0;
                svg.shape("truth-end", &[(right - r, at), (right, at - r), (right + r, at), (right, at + r)]);
            }
        }
    }

    /// Names at the lines' ends, pushed apart where they would touch.
    fn end_labels(&self, svg: &mut Svg, pieces: &[Vec<Vec<Slice>>], y: &Scale, (right, bottom): (f64, f64)) {
        let ends = pieces.iter().map(|p| p.last().and_then(|part| part.last()));
        let mut labels: Vec<(f64, &Layer)> = (self.layers.iter().zip(ends))
            .filter_map(|(layer, end)| Some((y.at(end?.q[2]), layer)))
            .filter(|(_, layer)| layer.label.is_some())
            .collect();
        labels.sort_by(|a, b| a.0.total_cmp(&b.0));
        let last = labels.len();
        let mut floor = TOP + 4.0;
        for (i, (at, layer)) in labels.iter().enumerate() {
            let ceiling = bottom - 15.0 * (last - 1 - i) as f64;
            let placed = at.clamp(floor, ceiling.max(floor));
            floor = placed + 15.0;
            if let Some(label) = &layer.label {
                svg.text(&format!("name {}", layer.class), (right + 6.0, placed + 4.0), Hold::Start, label);
            }
        }
    }

    /// One row per year for the page's script: year, then median and range per layer, then the observation.
    fn hover(&self, pieces: &[Vec<Vec<Slice>>], dots: &[(f64, f64)]) -> String {
        let mut years: Vec<f64> = pieces.iter().flatten().flatten().map(|s| s.year).collect();
        years.sort_by(f64::total_cmp);
        years.dedup();
        let spacing = years.windows(2).map(|w| w[1] - w[0]).fold(f64::MAX, f64::min);
        let near = if drawable(spacing) { 0.5 * spacing.min(1.0) } else { 0.5 };
        let row = |year: &f64| {
            let mut row = numbers::moment(*year);
            for parts in pieces {
                let slice = parts.iter().flatten().find(|s| s.year == *year);
                let text = slice.map(|s| self.value(s.q[2], s.q[0], s.q[4]));
                row += &format!("|{}", text.unwrap_or_default());
            }
            let seen = dots.iter().find(|d| (d.0 - year).abs() < near);
            row += &seen.map_or(String::new(), |d| format!("|{}", numbers::num(d.1)));
            row
        };
        years.iter().map(row).collect::<Vec<_>>().join(";")
    }

    fn value(&self, v: f64, lo: f64, hi: f64) -> String {
        if self.range == Range::Share {
            format!("{} [{}, {}]", numbers::prob(v), numbers::prob(lo), numbers::prob(hi))
        } else {
            numbers::with_interval(v, lo, hi)
        }
    }

    /// The line under the chart that the script fills when a reader points at a year.
    fn readout(&self, observed: bool) -> String {
        let mut out = String::from("<p class=\"read\"><b></b>");
        for layer in &self.layers {
            let name = layer.label.clone().unwrap_or_else(|| words::MEDIAN.say());
            out += &format!("<span> · {} <b></b></span>", both(&name));
        }
        if observed {
            out += &format!("<span> · {} <b></b></span>", both(&words::OBSERVED));
        }
        out + "</p>\n"
    }
}

fn draw_piece(svg: &mut Svg, layer: &Layer, part: &[Slice], x: &Scale, y: &Scale) {
    let line = |k: usize| -> Vec<(f64, f64)> { part.iter().map(|s| (x.at(s.year), y.at(s.q[k]))).collect() };
    svg.band(&format!("b9 {}", layer.class), &line(4), &line(0));
    if layer.class == "b" {
        svg.polyline("edge", &line(4));
        svg.polyline("edge", &line(0));
    }
    if layer.inner {
        svg.band(&format!("b5 {}", layer.class), &line(3), &line(1));
    }
    svg.polyline(&format!("med {}", layer.class), &line(2));
}

/// Grid, baseline and tick labels.
fn axes(svg: &mut Svg, (x, y): (&Scale, &Scale), right: f64, size: Size) {
    let (left, bottom) = (size.left, size.bottom);
    let (ticks, step) = y.ticks(size.ticks[1]);
    for v in ticks {
        let at = y.at(v);
        let class = if v == 0.0 { "zero" } else { "grid" };
        svg.line(class, (left, at), (right, at));
        let step = if y.log { 10f64.powf(v.log10().floor()) } else { step };
        let name = if size.hover { numbers::tick(v, step).say() } else { numbers::compact(v, step) };
        svg.text("tick", (left - 6.0, at + 4.0), Hold::End, &name);
    }
    svg.line("axis", (left, bottom), (right, bottom));
    let fewer = usize::from(size.hover && right < size.width - 40.0);
    for (v, name) in calendar::marks(x, size.ticks[0] - fewer) {
        let at = x.at(v);
        svg.line("axis", (at, bottom), (at, bottom + 4.0));
        svg.text("tick", (at, bottom + 17.0), Hold::Middle, &name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_what_is_always_zero_is_said_and_not_drawn() {
        let mut band = Band { year: vec![2000.0, 2001.0], ..Band::default() };
        for column in [&mut band.mean, &mut band.q05, &mut band.q25, &mut band.q50, &mut band.q75, &mut band.q95] {
            *column = vec![0.0, 0.0];
        }
        let drawn = |band: &Band| {
            let layers = vec![Layer { class: "a", band, inner: true, label: None }];
            Time { layers, dots: None, range: Range::Amounts, marks: vec![] }
                .draw()
                .map(|d| d.markup)
                .unwrap_or_default()
        };
        let flat = drawn(&band);
        assert!(flat.contains("Zero throughout") && flat.contains("始终为零") && !flat.contains("<svg"), "{flat}");
        band.q95[1] = 1e-9;
        assert!(drawn(&band).contains("<svg"));
    }
}
