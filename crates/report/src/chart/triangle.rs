//! A triangular map of pairs: a coloured, numbered cell for each, each alone on the diagonal.
//!
//! A table, so that its words wrap and its first column stays in sight; hatching and the sign tell better from worse
//! where there is no colour.

use super::mark::Mark;
use super::svg::drawable;
use crate::html::both;
use crate::words::Word;

/// One cell.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What decides the depth of the colour.
    pub value: f64,
    /// What stands in it, HTML.
    pub text: String,
    /// Better, worse or open.
    pub mark: Mark,
    /// Do the two help each other (`Some(true)`), hinder each other, or is that open?
    pub together: Option<bool>,
}

/// Degrees of colour.
const DEGREES: f64 = 4.0;

/// The map: names of the rows (HTML) and the cell of row i and column j ≤ i.
pub fn triangle(caption: Word, names: &[String], cell: impl Fn(usize, usize) -> Option<Cell>) -> String {
    let cells: Vec<Vec<Option<Cell>>> =
        (0..names.len()).map(|i| (0..=i).map(|j| cell(i, j)).collect::<Vec<_>>()).collect();
    let sizes = cells.iter().flatten().flatten().filter(|c| c.mark.decided()).map(|c| c.value.abs());
    let largest = sizes.filter(|v| drawable(*v)).fold(0.0, f64::max);
    let mut out = format!(
        "<div class=\"scroll\"><table class=\"pairs\"><caption>{}</caption><thead><tr><th></th>",
        both(&caption)
    );
    out += &(1..=names.len()).map(|n| format!("<th>{n}</th>")).collect::<String>();
    out += "</tr></thead><tbody>\n";
    for (i, name) in names.iter().enumerate() {
        out += &format!("<tr><th><i>{}</i> {name}</th>", i + 1);
        for (j, cell) in cells[i].iter().enumerate() {
            out += &one(cell.as_ref(), i == j, largest);
        }
        out += "</tr>\n";
    }
    out + "</tbody></table></div>\n"
}

fn one(cell: Option<&Cell>, alone: bool, largest: f64) -> String {
    let frame = if alone { " alone" } else { "" };
    let Some(cell) = cell else {
        return format!("<td class=\"none{frame}\"></td>");
    };
    let degree = if cell.mark.decided() && largest > 0.0 && drawable(cell.value) {
        (cell.value.abs() / largest * DEGREES).ceil().clamp(1.0, DEGREES)
    } else {
        0.0
    };
    let together = match cell.together {
        Some(true) => "<b>▲</b>",
        Some(false) => "<b>▼</b>",
        None => "",
    };
    format!("<td class=\"{} d{degree}{frame}\">{}{together}</td>", cell.mark.class(), cell.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::tests::elements;

    #[test]
    fn contract_the_map_holds_each_pair_once() {
        let cell = |i: usize, j: usize| {
            let value = i as f64 - 1.5 * j as f64;
            let mark = if value > 0.0 { Mark::Better } else { Mark::Worse };
            Some(Cell { value, text: format!("{value}"), mark, together: (i == 2).then_some(j == 0) })
        };
        let map = triangle(Word { en: "pairs", zh: "对" }, &["a".into(), "b".into(), "c".into()], cell);
        assert_eq!(elements(&map).iter().filter(|e| *e == "td").count(), 2 * 6);
        assert!(
            map.contains("<td class=\"better d4\">2<b>▲</b></td>")
                && map.contains("<td class=\"worse d2 alone\">−".replace('−', "-").as_str())
        );
        assert!(triangle(Word { en: "none", zh: "无" }, &[], |_, _| None).contains("<tbody>"));
    }
}
