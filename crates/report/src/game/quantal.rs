//! Quantal responses: from equal chances to one equilibrium, as players err less.

use games::sheet::Sheet;

use super::{label, words as say};
use crate::chart::curves::{Line, curves};
use crate::html::{block, both};
use crate::words::fill;

/// Most lines of the chart; a game with more actions shows each player's first ones.
const MOST: usize = 6;

/// The principal branch as a chart: one line per action, the last of two left out because it is the rest to one.
pub fn figure(sheet: &Sheet) -> Option<String> {
    let branch = sheet.quantal()?;
    let solution = sheet.solution.as_ref()?;
    let places: Vec<(usize, usize)> = solution
        .equilibria
        .first()?
        .choices
        .iter()
        .flat_map(|c| (0..c.actions.len().min(if c.actions.len() == 2 { 1 } else { 3 })).map(move |k| (c.player, k)))
        .take(MOST)
        .collect();
    let name = |&(player, action): &(usize, usize)| {
        let actions = &solution.equilibria.first()?.choices.get(player)?.actions;
        Some(fill(say::LIKELY, &[&label(sheet, solution.players.get(player)?), &label(sheet, actions.get(action)?)]))
    };
    let names: Vec<_> = places.iter().map(name).collect::<Option<_>>()?;
    let points = |&(player, action): &(usize, usize)| {
        branch.points.iter().map(|p| Some((p.lambda, *p.mixes.get(player)?.get(action)?))).collect()
    };
    let lines: Vec<Line> =
        places.iter().zip(&names).map(|(place, name)| Line { name, points: points(place), joined: true }).collect();
    let chart = curves(&lines, &[], &say::PRECISION, &"", [None, Some((0.0, 1.0))])?;
    let caption = format!("{}{}", both(&say::QUANTAL), block("small", "", &say::QUANTAL_NOTE));
    Some(format!("<figure><figcaption>{caption}</figcaption>\n{chart}</figure>\n"))
}
