//! Two by two: what a reading of the other costs when the other is benign and when it is greedy.

use super::mark::Mark;
use crate::html::both;
use crate::words::Word;

/// One cell.
pub struct Cell {
    /// What it is called.
    pub name: Word,
    /// Its lines, HTML.
    pub lines: Vec<String>,
    /// Decides the colour.
    pub mark: Mark,
}

/// The table: heads of the columns, then for each row its head and two cells.
pub fn square(columns: [Word; 2], rows: &[(Word, [Option<Cell>; 2])]) -> String {
    let mut out = String::from("<table class=\"square\"><thead><tr><th></th>");
    out += &columns.map(|c| format!("<th>{}</th>", both(&c))).concat();
    out += "</tr></thead><tbody>\n";
    for (head, cells) in rows {
        out += &format!("<tr><th>{}</th>{}</tr>\n", both(head), cells.iter().map(one).collect::<String>());
    }
    out + "</tbody></table>\n"
}

fn one(cell: &Option<Cell>) -> String {
    let Some(cell) = cell else {
        return "<td class=\"missing\">–</td>".into();
    };
    let lines: String = cell.lines.iter().map(|l| format!("<p>{l}</p>")).collect();
    format!("<td class=\"{}\"><i>{}</i>{lines}</td>", cell.mark.class(), both(&cell.name))
}
