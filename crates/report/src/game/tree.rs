//! A game tree from left to right: who moves, what they may do, which moves they cannot tell apart, what is paid.

use games::extensive::tree::{Kind, Tree};
use games::sheet::Sheet;
use games::solution::Quantity;

use super::{label, quantity, words as say};
use lab::scenario::Text;

use crate::Lang;
use crate::chart::diagram::metrics;
use crate::chart::svg::{Hold, Svg};
use crate::html::block;
use crate::words::{fill, pick};

/// Ends of a tree that is still drawn; larger ones are left to the table.
const MOST_ENDS: usize = 48;

/// Width that a tree fills if its names leave room, and of one level at most.
const WIDTH: f64 = 912.0;
const LEVEL: f64 = 190.0;
const LEFT: f64 = 16.0;
const TOP: f64 = 24.0;
/// Room for the names under the last node.
const BOTTOM: f64 = 12.0;
/// Height of one end of the tree.
const ROW: f64 = 32.0;
/// Least distance between a branch's name and who moves at its ends.
const GAP: f64 = 8.0;
/// Size of the type.
const SIZE: f64 = 12.0;

/// Whether a tree is small enough to be drawn.
pub fn drawn(tree: &Tree) -> bool {
    ends(tree) <= MOST_ENDS
}

fn ends(tree: &Tree) -> usize {
    tree.nodes().iter().filter(|n| matches!(n.kind, Kind::End(_))).count()
}

/// The drawing in its own size, in a box that scrolls where the page is narrower; or a word about the size of a tree
/// that is too large for one.
pub fn figure(sheet: &Sheet, tree: &Tree) -> String {
    let ends = ends(tree);
    if !drawn(tree) {
        let counts = [tree.nodes().len(), tree.sets().len(), ends].map(|n| n.to_string());
        return block("p", "", &fill(say::LARGE_TREE, &[&counts[0], &counts[1], &counts[2]]));
    }
    let depth = depths(tree);
    let deepest = depth.iter().max().copied().unwrap_or(0).max(1) as f64;
    let pays = tree.nodes().iter().map(|n| wide(&Text::same(&paid(&n.kind)))).fold(0.0, f64::max) + 12.0;
    let level = ((WIDTH - LEFT - pays) / deepest).min(LEVEL).max(room(sheet, tree));
    let places = places(tree, &depth, ends, level);
    let (width, height) = (LEFT + deepest * level + pays, ends as f64 * ROW + TOP + BOTTOM);
    let mut svg = Svg::new(width, height);
    let mut texts = branches(&mut svg, sheet, tree, &places);
    texts.extend(movers(sheet, tree, &places));
    together(&mut svg, tree, &places, &texts);
    nodes(&mut svg, tree, &places);
    texts.iter().for_each(|written| svg.text(written.class, written.at, written.hold, &written.text));
    let caption = block("small", "", &say::TREE_NOTE);
    let drawing = svg.finish("tree", &format!(" style=\"width:{width:.0}px\""));
    format!("<figure><figcaption>{caption}</figcaption>\n<div class=\"scroll\">{drawing}</div></figure>\n")
}

/// Width of a text in the wider of both languages.
fn wide(text: &Text) -> f64 {
    metrics::width(&text.en, SIZE, false).max(metrics::width(&text.zh, SIZE, false))
}

/// Least distance of two levels: around the middle of every branch its name must fit between who moves at either end.
fn room(sheet: &Sheet, tree: &Tree) -> f64 {
    let mover = |k: usize| match tree.nodes()[k].kind {
        Kind::Decision(set) => {
            let names = name_of_mover(sheet, tree, set).into_iter().chain(name_of_set(sheet, tree, k, set));
            // The first node's names begin at it, all others have their middle there.
            names.map(|name| wide(&name)).fold(0.0, f64::max) * if k == 0 { 2.0 } else { 1.08 }
        }
        _ => 0.0,
    };
    let mut most = 0.0f64;
    for (k, node) in tree.nodes().iter().enumerate() {
        for (branch, &child) in node.children.iter().enumerate() {
            let name = branch_name(tree, k, branch).map_or(0.0, |name| wide(&branch_label(sheet, &name)));
            most = most.max(name + (mover(k).max(mover(child)) + 2.0 * GAP).max(44.0));
        }
    }
    most
}

/// Who moves, where it has a name.
fn name_of_mover(sheet: &Sheet, tree: &Tree, set: usize) -> Option<Text> {
    let player = tree.sets().get(set)?.player;
    tree.players().get(player).map(|name| label(sheet, name))
}

/// What a set is called, at its first node; nothing where it has no name of its own.
fn name_of_set(sheet: &Sheet, tree: &Tree, node: usize, set: usize) -> Option<Text> {
    let known = tree.sets().get(set)?;
    let player = tree.players().get(known.player)?;
    let told = !known.name.is_empty() && known.name != *player && known.nodes.first() == Some(&node);
    told.then(|| label(sheet, &known.name))
}

/// What an end pays; nothing for other nodes.
fn paid(kind: &Kind) -> String {
    let Kind::End(pays) = kind else { return String::new() };
    pays.iter().map(|p| quantity(&Quantity::Exact(p.clone()))).collect::<Vec<_>>().join(", ")
}

/// Moves before each node.
fn depths(tree: &Tree) -> Vec<usize> {
    let nodes = tree.nodes();
    let mut depth = vec![0usize; nodes.len()];
    for (k, node) in nodes.iter().enumerate() {
        node.children.iter().for_each(|&child| depth[child] = depth[k] + 1);
    }
    depth
}

/// Where every node stands: ends one under the other, each move in the middle of what follows it.
fn places(tree: &Tree, depth: &[usize], ends: usize, level: f64) -> Vec<(f64, f64)> {
    let nodes = tree.nodes();
    let mut at = vec![(0.0, 0.0); nodes.len()];
    let mut row = ends;
    // Nodes stand in preorder: behind a node, all that follows it is placed already.
    for (k, node) in nodes.iter().enumerate().rev() {
        let y = if node.children.is_empty() {
            row -= 1;
            TOP + (row as f64 + 0.5) * ROW
        } else {
            node.children.iter().map(|&c| at[c].1).sum::<f64>() / node.children.len() as f64
        };
        at[k] = (LEFT + depth[k] as f64 * level, y);
    }
    at
}

/// A text of the drawing.
struct Written {
    class: &'static str,
    at: (f64, f64),
    hold: Hold,
    text: Text,
}

impl Written {
    /// Whether a point lies on the text or close to it.
    fn covers(&self, (x, y): (f64, f64)) -> bool {
        let width = wide(&self.text) + 8.0;
        let left = if self.hold == Hold::Start { self.at.0 - 4.0 } else { self.at.0 - 0.5 * width };
        (left..left + width).contains(&x) && (self.at.1 - SIZE..self.at.1 + 5.0).contains(&y)
    }
}

/// Moves that the player cannot tell apart are joined by a bow: the flattest of its own side that meets fewest texts.
fn together(svg: &mut Svg, tree: &Tree, at: &[(f64, f64)], texts: &[Written]) {
    for (k, set) in tree.sets().iter().filter(|set| set.nodes.len() > 1).enumerate() {
        let side = if k % 2 == 0 { 1.0 } else { -1.0 };
        for pair in set.nodes.windows(2) {
            let (from, to) = (at[pair[0]], at[pair[1]]);
            let line = |bow: f64| -> Vec<(f64, f64)> {
                let point = |step: u32| {
                    let share = f64::from(step) / 48.0;
                    let out = 4.0 * bow * share * (1.0 - share);
                    (from.0 + share * (to.0 - from.0) + out, from.1 + share * (to.1 - from.1))
                };
                (0..=48).map(point).collect()
            };
            let hits =
                |line: &[(f64, f64)]| texts.iter().filter(|text| line.iter().any(|point| text.covers(*point))).count();
            let bows = (0..12).flat_map(|n| [1.0, -1.0].map(|turn| side * turn * (12.0 + 8.0 * f64::from(n))));
            let flattest = bows.map(line).min_by_key(|line| hits(line));
            svg.polyline("together", &flattest.unwrap_or_default());
        }
    }
}

/// The lines of the branches; their names are returned.
fn branches(svg: &mut Svg, sheet: &Sheet, tree: &Tree, at: &[(f64, f64)]) -> Vec<Written> {
    let mut names = Vec::new();
    for (k, node) in tree.nodes().iter().enumerate() {
        for (branch, &child) in node.children.iter().enumerate() {
            let name = branch_name(tree, k, branch).unwrap_or_default();
            svg.line("branch", at[k], at[child]);
            // Beside the line, on its outer side: above where it rises, below where it falls.
            let (dx, dy) = (at[child].0 - at[k].0, at[child].1 - at[k].1);
            let text = branch_label(sheet, &name);
            let lean = (0.5 * wide(&text) * (dy / dx).abs()).min(18.0);
            let off = if dy > 0.5 { 12.0 + lean } else { -5.0 - lean };
            let spot = (at[k].0 + 0.5 * dx, at[k].1 + 0.5 * dy + off);
            names.push(Written { class: "action", at: spot, hold: Hold::Middle, text });
        }
    }
    names
}

/// Who moves at every node, and what its set is called.
fn movers(sheet: &Sheet, tree: &Tree, at: &[(f64, f64)]) -> Vec<Written> {
    let mut names = Vec::new();
    for (k, node) in tree.nodes().iter().enumerate() {
        let Kind::Decision(set) = node.kind else { continue };
        let nodes = &tree.sets()[set].nodes;
        let hold = if k == 0 { Hold::Start } else { Hold::Middle };
        // Away from the dashed line to the rest of its set; else on the side from which no branch comes.
        let joined_above = nodes.iter().any(|other| at[*other].1 < at[k].1 - 0.5);
        let joined_below = nodes.iter().any(|other| at[*other].1 > at[k].1 + 0.5);
        let falls = node.parent.is_some_and(|(before, _)| at[before].1 < at[k].1 - 0.5);
        let below = if joined_above != joined_below { joined_above } else { falls };
        let place = name_of_set(sheet, tree, k, set);
        let (who, under) = match (below, place.is_some()) {
            (true, _) => (19.0, 31.0),
            (false, true) => (-20.0, -9.0),
            (false, false) => (-9.0, 0.0),
        };
        let text = name_of_mover(sheet, tree, set).unwrap_or_default();
        names.push(Written { class: "who", at: (at[k].0, at[k].1 + who), hold, text });
        let at = (at[k].0, at[k].1 + under);
        names.extend(place.map(|text| Written { class: "place", at, hold, text }));
    }
    names
}

fn nodes(svg: &mut Svg, tree: &Tree, at: &[(f64, f64)]) {
    for (k, node) in tree.nodes().iter().enumerate() {
        match &node.kind {
            Kind::Chance { .. } => svg.rect("chance", (at[k].0 - 4.0, at[k].1 - 4.0), (at[k].0 + 4.0, at[k].1 + 4.0)),
            Kind::Decision(set) => svg.dot(&format!("mover m{}", tree.sets()[*set].player % 6), at[k], 5.0),
            Kind::End(_) => svg.text("pays", (at[k].0 + 5.0, at[k].1 + 4.0), Hold::Start, &paid(&node.kind)),
        }
    }
}

/// The tree as indented lines, one per node, at most so many.
pub fn lines(sheet: &Sheet, tree: &Tree, lang: Lang, most: usize) -> Vec<String> {
    let say = |name: &str| pick(&label(sheet, name), lang);
    let mut depth = vec![0usize; tree.nodes().len()];
    let mut out = Vec::new();
    for (k, node) in tree.nodes().iter().enumerate().take(most) {
        let (before, branch) = node.parent.map_or((0, String::new()), |(parent, branch)| {
            let name = branch_name(tree, parent, branch).unwrap_or_default();
            (depth[parent] + 1, pick(&branch_label(sheet, &name), lang) + " → ")
        });
        depth[k] = before;
        let what = match &node.kind {
            Kind::Chance { .. } => pick(&say::NATURE, lang),
            Kind::Decision(set) => {
                let player = tree.sets().get(*set).and_then(|s| tree.players().get(s.player));
                format!("{} ({})", player.map_or_else(String::new, |p| say(p)), say(&tree.set_label(*set)))
            }
            Kind::End(_) => paid(&node.kind),
        };
        out.push(format!("{}{branch}{what}", "  ".repeat(before + 1)));
    }
    out
}

/// A branch as it is written.
fn branch_label(sheet: &Sheet, (name, chance): &(String, String)) -> Text {
    let name = label(sheet, name);
    Text { en: format!("{} {chance}", name.en).trim().into(), zh: format!("{} {chance}", name.zh).trim().into() }
}

/// The name of a branch, and of a chance move its probability.
fn branch_name(tree: &Tree, node: usize, branch: usize) -> Option<(String, String)> {
    match &tree.nodes().get(node)?.kind {
        Kind::Chance { actions, chances } => Some((actions.get(branch)?.clone(), chances.get(branch)?.to_string())),
        Kind::Decision(set) => Some((tree.sets().get(*set)?.actions.get(branch)?.clone(), String::new())),
        Kind::End(_) => None,
    }
}
