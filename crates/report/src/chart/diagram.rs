//! A diagram of a mechanism: boxes, arrows between them, and what each arrow adds, measured.

pub(crate) mod metrics;
mod place;
mod route;

use lab::mechanism::{ArrowRow, Diagram, NodeRow};

use super::svg::{Hold, Svg, drawable, px};
use crate::Lang;
use crate::frame::{name, shorten};
use crate::html::escape;
use crate::mechanism::finding::{Finding, finding, with_range};
use crate::mechanism::words as say;
use crate::words::pick;
use metrics::{width, wrap};
use place::{DISC, Spot};
use route::{Curve, Link, Point, Rect};

/// Width of a column, of a box, and of the widest label.
const COLUMN: f64 = 232.0;
const BOX: f64 = 160.0;
const LABEL: f64 = 138.0;

/// Sizes of type: names, numbers, small print; and the height of a line of each.
const NAME: f64 = 13.0;
const NUMBER: f64 = 12.0;
const SMALL: f64 = 11.0;
const NAME_LINE: f64 = 17.0;
const LINE: f64 = 15.0;

/// No box stands further from the origin, in columns and rows.
const FARTHEST: f64 = 11.0;

/// A line of text in one language.
struct Line {
    class: &'static str,
    size: f64,
    text: String,
    /// Set before the text, in bold.
    bold: String,
}

impl Line {
    fn plain(class: &'static str, size: f64, text: String) -> Line {
        Line { class, size, text, bold: String::new() }
    }

    fn width(&self) -> f64 {
        width(&self.bold, self.size, true) + width(&self.text, self.size, self.class == "name")
    }

    fn height(&self) -> f64 {
        if self.class == "name" { NAME_LINE } else { LINE }
    }
}

/// Lines in English and in Chinese.
type Both = [Vec<Line>; 2];

const LANGUAGES: [Lang; 2] = [Lang::En, Lang::Zh];

fn size(lines: &Both) -> Point {
    let wide = lines.iter().flatten().map(Line::width).fold(0.0, f64::max);
    let high = lines.iter().map(|l| l.iter().map(Line::height).sum()).fold(0.0, f64::max);
    (wide, high)
}

/// A diagram, laid out.
struct Plan<'a> {
    nodes: Vec<(&'a NodeRow, Rect, Both)>,
    /// Arrows that can be drawn, each with its number in the list, its curve, its spot and its label.
    arrows: Vec<(usize, &'a ArrowRow, Curve, Spot, Both)>,
    canvas: Rect,
}

/// The drawing, or nothing where there are no boxes.
pub fn draw(diagram: &Diagram) -> String {
    if diagram.nodes.is_empty() {
        return String::new();
    }
    let plan = Plan::of(diagram);
    let c = plan.canvas;
    let mut svg = Svg::new(c.w, c.h);
    svg.raw(&format!("<g transform=\"translate({} {})\">", px(-c.x), px(-c.y)));
    let largest = largest(diagram);
    for (_, arrow, curve, ..) in &plan.arrows {
        draw_arrow(&mut svg, arrow, curve, largest);
    }
    for (node, rect, lines) in &plan.nodes {
        let class = if given(node) { "node given" } else { "node" };
        svg.raw(&rounded(class, rect, 6.0));
        write(&mut svg, lines, rect.centre().0, rect);
    }
    for (number, arrow, _, spot, lines) in &plan.arrows {
        let class = finding(arrow).class();
        svg.dot(&format!("disc {class}"), spot.disc, DISC);
        let at = (spot.disc.0, spot.disc.1 + 4.0);
        svg.text("number", at, Hold::Middle, &number.to_string());
        if let Some(rect) = &spot.label {
            svg.raw(&rounded("label", rect, 3.0));
            write(&mut svg, lines, rect.centre().0, rect);
        }
    }
    svg.raw("</g>");
    let style = format!(" style=\"min-width:{}px;max-width:{}px\"", px(c.w * 0.88), px(c.w));
    svg.finish("mechanism", &style)
}

/// Is it a condition, at which nothing is measured?
pub fn given(node: &NodeRow) -> bool {
    node.measure.en.trim().is_empty() && node.measure.zh.trim().is_empty()
}

/// The largest contribution to the outcome, to which the widths of arrows relate.
pub fn largest(diagram: &Diagram) -> f64 {
    let all = diagram.arrows.iter().map(|a| a.on_outcome.mean.abs());
    all.filter(|v| drawable(*v)).fold(0.0, f64::max)
}

fn thickness(arrow: &ArrowRow, largest: f64) -> f64 {
    // What shows no effect is thin, whatever it adds to the outcome.
    let share =
        if matches!(finding(arrow).class(), "absent" | "open") { 0.0 } else { arrow.on_outcome.mean.abs() / largest };
    let share = if drawable(share) { share.clamp(0.0, 1.0) } else { 0.0 };
    1.6 + 4.6 * share.sqrt()
}

fn draw_arrow(svg: &mut Svg, arrow: &ArrowRow, curve: &Curve, largest: f64) {
    let (class, w) = (finding(arrow).class(), thickness(arrow, largest));
    let (long, half) = (8.0 + 1.6 * w, 3.6 + 1.1 * w);
    let line = curve.shortened(long - 1.0).data();
    let mut stroke = |class: &str, w: f64| {
        svg.raw(&format!("<path class=\"arrow {class}\" stroke-width=\"{}\" d=\"{line}\"/>", px(w)));
    };
    if class == "against" {
        stroke(class, w + 2.4);
        stroke("core", (w - 0.4).max(1.4));
    } else {
        stroke(class, w);
    }
    let (tip, foot) = (curve.0[3], curve.shortened(long).0[3]);
    let (dx, dy) = (tip.0 - foot.0, tip.1 - foot.1);
    let length = route::far(tip, foot).max(1e-9);
    let (nx, ny) = (-dy / length * half, dx / length * half);
    svg.shape(&format!("head {class}"), &[tip, (foot.0 + nx, foot.1 + ny), (foot.0 - nx, foot.1 - ny)]);
}

fn rounded(class: &str, r: &Rect, radius: f64) -> String {
    let [x, y, w, h, rx] = [r.x, r.y, r.w, r.h, radius].map(px);
    format!("<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\" rx=\"{rx}\"/>")
}

/// Lines in the middle of a rectangle, each language for itself.
fn write(svg: &mut Svg, lines: &Both, x: f64, rect: &Rect) {
    for (lang, lines) in ["en", "zh"].iter().zip(lines) {
        svg.raw(&format!("<g lang=\"{lang}\">"));
        let high: f64 = lines.iter().map(Line::height).sum();
        let mut y = rect.y + (rect.h - high) / 2.0;
        for line in lines {
            let base = px(y + line.height() - 4.0);
            let safe = |s: &str| escape(s).replace(" %", "\u{a0}%");
            let bold =
                if line.bold.is_empty() { String::new() } else { format!("<tspan>{}</tspan>", safe(&line.bold)) };
            let (class, text) = (line.class, safe(&line.text));
            svg.raw(&format!("<text class=\"{class} m\" x=\"{}\" y=\"{base}\">{bold}{text}</text>", px(x)));
            y += line.height();
        }
        svg.raw("</g>");
    }
}

impl<'a> Plan<'a> {
    fn of(diagram: &'a Diagram) -> Plan<'a> {
        let texts: Vec<Both> = diagram.nodes.iter().map(node_lines).collect();
        let at = |id: &str| diagram.nodes.iter().position(|n| n.id == id);
        let ends = |a: &ArrowRow| at(&a.from).zip(at(&a.to)).filter(|(a, b)| a != b);
        let rows = diagram.arrows.iter().enumerate();
        let drawn: Vec<_> = rows.filter_map(|(i, a)| ends(a).map(|e| (i + 1, a, e, label_lines(a)))).collect();
        let sizes: Vec<Point> = drawn.iter().map(|d| size(&d.3)).map(|(w, h)| (w + 6.0, h + 4.0)).collect();
        let tallest = sizes.iter().map(|s| s.1).fold(0.0, f64::max);
        let boxes = boxes(&diagram.nodes, &texts, tallest);
        let links: Vec<(usize, usize)> = drawn.iter().map(|d| d.2).collect();
        let links: Vec<Link> = links.iter().map(|(a, b)| link(*a, *b, &links, &boxes)).collect();
        let curves = route::routes(&boxes, &links);
        let spots = place::spots(&boxes, &curves, &sizes, around(&boxes, &curves, 60.0));
        let labels: Vec<Rect> = spots.iter().filter_map(|s| s.label).chain(boxes.iter().copied()).collect();
        let canvas = around(&labels, &curves, 6.0);
        let nodes = diagram.nodes.iter().zip(boxes).zip(texts).map(|((n, r), t)| (n, r, t)).collect();
        let parts = drawn.into_iter().zip(curves).zip(spots);
        let arrows = parts.map(|(((i, a, _, lines), curve), spot)| (i, a, curve, spot, lines)).collect();
        Plan { nodes, arrows, canvas }
    }
}

/// An arrow leads back where its target reaches its source and it runs against the order of the rows.
fn link(from: usize, to: usize, links: &[(usize, usize)], boxes: &[Rect]) -> Link {
    let mut reached = vec![to];
    let mut next = 0;
    while next < reached.len() {
        let here = reached[next];
        let on = links.iter().filter(|(a, _)| *a == here).map(|(_, b)| *b);
        let new: Vec<usize> = on.filter(|b| !reached.contains(b)).collect();
        reached.extend(new);
        next += 1;
    }
    let against = boxes[to].centre().1 < boxes[from].centre().1;
    Link { from, to, back: against && reached.contains(&from) }
}

/// What holds all rectangles with a margin, and all curves.
fn around(rects: &[Rect], curves: &[Curve], margin: f64) -> Rect {
    let corners = rects.iter().flat_map(|r| [(r.x - margin, r.y - margin), (r.x + r.w + margin, r.y + r.h + margin)]);
    let ways =
        curves.iter().flat_map(Curve::samples).flat_map(|p| [(p.0 - 12.0, p.1 - 12.0), (p.0 + 12.0, p.1 + 12.0)]);
    let points: Vec<Point> = corners.chain(ways).collect();
    let least = |f: fn(&Point) -> f64| points.iter().map(f).fold(f64::MAX, f64::min);
    let most = |f: fn(&Point) -> f64| points.iter().map(f).fold(f64::MIN, f64::max);
    let (x, y) = (least(|p| p.0), least(|p| p.1));
    Rect { x, y, w: most(|p| p.0) - x, h: most(|p| p.1) - y }
}

/// Boxes at their columns and rows; in a plain grid where those would lie on one another.
fn boxes(nodes: &[NodeRow], texts: &[Both], label: f64) -> Vec<Rect> {
    let heights: Vec<f64> = texts.iter().map(|t| size(t).1 + 14.0).collect();
    let row = heights.iter().copied().fold(0.0, f64::max) + (label + 34.0).max(82.0);
    let lay = |places: &[Point]| -> Vec<Rect> {
        let middle = |p: &Point| (p.0 * COLUMN, p.1 * row);
        places.iter().zip(&heights).map(|(p, h)| Rect::around(middle(p), BOX, *h)).collect()
    };
    let held = |v: f64| if drawable(v) { v.clamp(-FARTHEST, FARTHEST) } else { 0.0 };
    let found = lay(&nodes.iter().map(|n| (held(n.at.0), held(n.at.1))).collect::<Vec<_>>());
    let met = |(i, r): (usize, &Rect)| found[..i].iter().any(|other| other.overlaps(&r.grown(8.0)));
    if found.iter().enumerate().any(met) {
        return lay(&(0..nodes.len()).map(|i| ((i % 4) as f64, (i / 4) as f64)).collect::<Vec<_>>());
    }
    found
}

fn node_lines(node: &NodeRow) -> Both {
    let (title, measure) = (name(Some(&node.name), &node.id, 120), shorten(&node.measure, 160));
    LANGUAGES.map(|lang| {
        let room = BOX - 14.0;
        let names = wrap(&pick(&title, lang), NAME, true, room, 3).into_iter().map(|t| Line::plain("name", NAME, t));
        let small = wrap(&pick(&measure, lang), SMALL, false, room, 3).into_iter();
        names.chain(small.map(|t| Line::plain("small", SMALL, t))).collect()
    })
}

/// Effect with its interval, its unit, and what is to be said of it.
fn label_lines(arrow: &ArrowRow) -> Both {
    let finding = finding(arrow);
    LANGUAGES.map(|lang| {
        let mut lines = Vec::new();
        if finding != Finding::Unmeasured {
            let (bold, range) = with_range(&arrow.effect);
            let range = (!range.is_empty()).then(|| Line::plain("range", NUMBER, range));
            let unit = pick(&shorten(&arrow.unit, 120), lang);
            let first = Line { class: "value", size: NUMBER, text: format!(" {unit}"), bold };
            if first.width() <= LABEL {
                lines.extend([Some(first), range].into_iter().flatten());
            } else {
                lines.extend([Some(Line { text: String::new(), ..first }), range].into_iter().flatten());
                lines.extend(wrap(&unit, SMALL, false, LABEL, 2).into_iter().map(|t| Line::plain("small", SMALL, t)));
            }
        }
        if let Some(word) = finding.word() {
            lines.push(Line::plain("finding", SMALL, pick(&word, lang)));
        }
        if arrow.by_construction {
            lines.push(Line::plain("built", SMALL, pick(&say::CONSTRUCTED, lang)));
        }
        lines
    })
}

#[cfg(test)]
mod tests {
    use lab::scenario::Text;

    use super::*;
    use crate::mechanism::sample;

    /// Everything that must not lie on anything else: boxes, labels, the numbers on the arrows.
    fn solid(plan: &Plan) -> Vec<(String, Rect)> {
        let boxes = plan.nodes.iter().map(|(n, r, _)| (n.id.clone(), *r));
        let labels = plan.arrows.iter().filter_map(|(i, _, _, s, _)| Some((format!("label {i}"), s.label?)));
        boxes.chain(labels).collect()
    }

    fn nothing_overlaps(plan: &Plan) {
        let all = solid(plan);
        for (i, (name, rect)) in all.iter().enumerate() {
            for (other, theirs) in &all[..i] {
                assert!(!rect.overlaps(theirs), "{name} over {other}");
            }
            assert!(plan.canvas.overlaps(rect) && !rect.x.is_nan());
        }
    }

    #[test]
    fn contract_no_label_lies_on_a_box_or_another_label_in_either_language() {
        for diagram in sample::mechanism().diagrams {
            let plan = Plan::of(&diagram);
            nothing_overlaps(&plan);
            assert_eq!(plan.arrows.len(), diagram.arrows.len());
            for (i, _, curve, spot, lines) in &plan.arrows {
                let label = spot.label.unwrap_or_else(|| panic!("label {i} of {} is left out", diagram.id));
                let (wide, high) = size(lines);
                assert!(wide <= label.w && high <= label.h, "label {i}");
                let number = Rect::around(spot.disc, 2.0 * DISC, 2.0 * DISC);
                assert!(solid(&plan).iter().all(|(_, r)| !r.overlaps(&number)), "number {i}");
                for (node, rect, _) in &plan.nodes {
                    let ends = [curve.0[0], curve.0[3]];
                    let inside = |p: &Point| rect.grown(-1.0).holds(*p) && !ends.contains(p);
                    assert!(!curve.samples().iter().any(inside), "arrow {i} runs through {}", node.id);
                }
            }
            for (node, rect, lines) in &plan.nodes {
                assert!(size(lines).0 <= rect.w && size(lines).1 <= rect.h, "{}", node.id);
            }
        }
    }

    #[test]
    fn contract_the_two_figures_have_room_for_long_labels() {
        for mut diagram in sample::mechanism().diagrams {
            for arrow in &mut diagram.arrows {
                (arrow.effect.mean, arrow.effect.ci95) = (-0.0548, [-0.0812, -0.0284]);
                (arrow.unit, arrow.by_construction) = (Text::new("probability", "概率"), true);
                arrow.finding = "none".into();
            }
            let plan = Plan::of(&diagram);
            nothing_overlaps(&plan);
            let missing: Vec<usize> = plan.arrows.iter().filter(|a| a.3.label.is_none()).map(|a| a.0).collect();
            assert!(missing.is_empty(), "{}: {missing:?}", diagram.id);
        }
    }

    /// A fixed function of two whole numbers, within 0 and 1.
    fn wobble(a: usize, b: usize) -> f64 {
        let x = (a as f64 * 12.9898 + b as f64 * 78.233).sin() * 43758.5453;
        x - x.floor()
    }

    #[test]
    fn contract_labels_never_overlap_wherever_the_boxes_are() {
        for k in 0..12 {
            let mut diagram: Diagram = sample::mechanism().diagrams.swap_remove(k % 2);
            let n = diagram.nodes.len();
            for (i, node) in diagram.nodes.iter_mut().enumerate() {
                node.at = ((4.0 * wobble(i, k)).floor() + if k > 6 { 0.5 * wobble(k, i) } else { 0.0 }, (i / 2) as f64);
                node.name.en += if k == 3 { " and a great deal more that has to be said of it" } else { "" };
            }
            for (i, arrow) in diagram.arrows.iter_mut().enumerate() {
                arrow.to = diagram.nodes[(i * 7 + k) % n].id.clone();
                arrow.unit = Text::new(&"long ".repeat(k * 3), "很长的单位");
            }
            nothing_overlaps(&Plan::of(&diagram));
        }
    }

    #[test]
    fn contract_odd_places_still_make_a_drawing() {
        for at in [f64::NAN, f64::INFINITY, -1e300, 0.0, 1e9] {
            let mut diagram: Diagram = sample::mechanism().diagrams.swap_remove(0);
            diagram.nodes.iter_mut().for_each(|n| n.at = (at, at));
            (diagram.nodes[1].id, diagram.nodes[1].name) = (String::new(), Text::default());
            (diagram.arrows[0].from, diagram.arrows[0].to) = (String::new(), "misreading".into());
            diagram.arrows[3].to = "uncertainty".into();
            diagram.arrows[4].to = "nowhere".into();
            let plan = Plan::of(&diagram);
            assert_eq!(plan.arrows.len(), diagram.arrows.len() - 2);
            nothing_overlaps(&plan);
            let drawn = draw(&diagram);
            assert!(!drawn.contains("NaN") && !drawn.contains("inf"), "{drawn}");
        }
        assert_eq!(draw(&Diagram { nodes: vec![], ..sample::mechanism().diagrams.swap_remove(0) }), "");
    }

    #[test]
    fn contract_arrows_that_lead_back_are_curved_and_findings_look_different() {
        let diagram = sample::mechanism().diagrams.swap_remove(0);
        let plan = Plan::of(&diagram);
        let bend = |i: usize| plan.arrows[i].2.length() - route::far(plan.arrows[i].2.0[0], plan.arrows[i].2.0[3]);
        assert!(bend(9) > 40.0 && bend(0) < 0.5, "{} {}", bend(9), bend(0));
        let drawn = draw(&diagram);
        for (class, n) in [("arrow stated", 8), ("arrow absent", 1), ("arrow against", 1), ("arrow core", 1)] {
            assert_eq!(drawn.matches(class).count(), n, "{class}");
        }
        for words in ["by construction", "由设定得出", "no effect shown", "未见效应", ">opposite<", "与论文相反"]
        {
            assert!(drawn.contains(words), "{words}");
        }
        let widths: Vec<f64> = plan.arrows.iter().map(|a| thickness(a.1, largest(&diagram))).collect();
        assert!(widths[1] > widths[7] && widths[7] > widths[5], "{widths:?}");
    }
}
