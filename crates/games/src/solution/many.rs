//! Any number of players in normal form.

use super::{Choice, Point, Quantity, Solution};
use crate::normal::NormalForm;
use crate::number::Rational;
use crate::said::{Said, say};
use crate::several;
use crate::several::interval::Interval;

/// Equilibria of a game of any number of players.
pub fn of_normal(game: &NormalForm) -> Solution {
    let answer = several::solve(game);
    let open = answer.undecided.iter().take(20).map(|u| undecided(game, u)).collect();
    Solution {
        title: game.title().to_owned(),
        players: game.players().to_vec(),
        concept: say("Nash equilibrium", "纳什均衡"),
        complete: matches!(answer.coverage, several::Coverage::Complete(_)),
        coverage: answer.coverage.said(),
        continua: Vec::new(),
        remarks: open,
        equilibria: answer.equilibria.iter().map(|e| point_of_many(game, e)).collect(),
    }
}

fn point_of_many(game: &NormalForm, found: &several::Equilibrium) -> Point {
    let within = |b: &Interval| Quantity::Within([b.lo, b.hi]);
    let exact = |list: &[Rational]| list.iter().cloned().map(Quantity::Exact).collect::<Vec<_>>();
    let choice = |player: usize| {
        let (mix, values) = match &found.exact {
            Some((mixes, certificate)) => (exact(&mixes[player]), exact(&certificate.values[player])),
            None => {
                let values = several::values(game, player, &found.bounds);
                (found.bounds[player].iter().map(within).collect(), values.iter().map(within).collect())
            }
        };
        let (place, beliefs, reached) = (String::new(), Vec::new(), true);
        Choice { player, place, actions: game.actions()[player].clone(), mix, values, beliefs, reached }
    };
    let payoffs = match &found.exact {
        Some((_, certificate)) => exact(&certificate.payoffs),
        None => found.payoffs.iter().map(within).collect(),
    };
    Point { choices: (0..game.players().len()).map(choice).collect(), payoffs, notes: Vec::new() }
}

/// Where there may be more.
fn undecided(game: &NormalForm, open: &several::Undecided) -> Said {
    let names = |(player, used): (usize, &Vec<usize>)| {
        let names: Vec<&str> = used.iter().map(|k| game.actions()[player][*k].as_str()).collect();
        format!("{{{}}}", names.join(", "))
    };
    let support = open.support.iter().enumerate().map(names).collect::<Vec<_>>().join(" × ");
    let (en, zh) = match open.reason {
        several::Reason::Singular => ("equations hold along a continuum or touch", "方程沿连续统成立或相切"),
        several::Reason::Tie => ("a chance of zero or an equal payoff cannot be told", "无法分辨概率为零或收益相等"),
        several::Reason::Budget => ("the search ran out of budget", "搜索预算用尽"),
    };
    say(format!("undecided on {support}: {en}"), format!("{support}上未能判定：{zh}"))
}
