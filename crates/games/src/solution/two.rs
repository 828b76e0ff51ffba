//! Two players in normal form.

use super::{Choice, Point, Quantity, Solution};
use crate::number::Rational;
use crate::said::{Said, say};
use crate::two::bimatrix::{Bimatrix, Player};
use crate::two::dominance;
use crate::two::equilibria::{Answer, Component, Coverage, MAX_LISTED, solve};
use crate::two::pure;
use crate::two::selection;
use crate::two::stability::{Stability, stability};
use crate::two::taxonomy::Order;

/// All equilibria of a two-player game in normal form, with what singles them out.
pub fn of_bimatrix(game: &Bimatrix) -> Solution {
    let answer = solve(game);
    let mut equilibria: Vec<Point> = answer.equilibria.iter().map(|e| point(game, &e.profile.mixes, e)).collect();
    note_selection(game, &answer, &mut equilibria);
    Solution {
        title: game.title().to_owned(),
        players: Player::BOTH.map(|p| game.player(p).to_owned()).to_vec(),
        concept: say("Nash equilibrium", "纳什均衡"),
        complete: answer.is_complete(),
        coverage: coverage(answer.coverage),
        continua: answer.components.iter().filter(|c| !c.is_isolated()).flat_map(|c| pieces(&answer, c)).collect(),
        remarks: remarks(game, &answer),
        equilibria,
    }
}

fn point(game: &Bimatrix, mixes: &[Vec<Rational>; 2], found: &crate::two::equilibria::Equilibrium) -> Point {
    let exact = |list: &[Rational]| list.iter().cloned().map(Quantity::Exact).collect::<Vec<_>>();
    let choice = |player: Player| Choice {
        player: player.index(),
        place: String::new(),
        actions: game.actions(player).to_vec(),
        mix: exact(&mixes[player.index()]),
        values: exact(&found.certificate.values[player.index()]),
        beliefs: Vec::new(),
        reached: true,
    };
    Point { choices: Player::BOTH.map(choice).to_vec(), payoffs: exact(&found.certificate.payoffs), notes: Vec::new() }
}

/// Marks the equilibria that payoff dominance, risk dominance and evolutionary stability single out.
fn note_selection(game: &Bimatrix, answer: &Answer, points: &mut [Point]) {
    let strict = pure::strict_equilibria(game);
    let (payoff, risk) = if strict.len() > 1 { selection::winners(game, &strict) } else { (None, None) };
    for (found, point) in answer.equilibria.iter().zip(points) {
        let support = Player::BOTH.map(|p| found.profile.support(p));
        let cell = found.profile.is_pure().then(|| (support[0][0], support[1][0]));
        if cell.is_some_and(|c| strict.contains(&c)) {
            point.notes.push(say("strict: whoever alone departs from it loses", "严格均衡：单方偏离必受损"));
        }
        if cell.is_some() && cell == payoff {
            point.notes.push(say("payoff-dominant: best for both", "收益占优：对双方都最好"));
        }
        if cell.is_some() && cell == risk {
            point.notes.push(say("risk-dominant: safer under doubt", "风险占优：存疑时更稳妥"));
        }
        let symmetric = found.profile.mixes[0] == found.profile.mixes[1];
        let note = symmetric.then(|| stability(game, &found.profile.mixes[0])).flatten().and_then(stable);
        point.notes.extend(note);
    }
}

fn stable(stability: Stability) -> Option<Said> {
    match stability {
        Stability::Stable => Some(say("evolutionarily stable", "演化稳定")),
        Stability::Invadable => Some(say("not evolutionarily stable", "非演化稳定")),
        Stability::TooLarge => {
            Some(say("evolutionary stability not decided: too many best replies", "演化稳定性未定：最优反应过多"))
        }
        Stability::NotAnEquilibrium => None,
    }
}

fn coverage(coverage: Coverage) -> Said {
    let en = coverage.to_string();
    let zh = match coverage {
        Coverage::Complete => "完整：两个最优反应多面体的每个顶点均已以精确算术遍历".to_owned(),
        Coverage::OutOfBudget { bases, paths, capped } => {
            let chosen = if capped {
                format!("；找到的均衡超过{MAX_LISTED}个，只列出所用行动最少的")
            } else {
                String::new()
            };
            format!(
                "不完整：访问多面体的{bases}个基后停止；已列出全部纯策略均衡及{paths}条莱姆克—豪森路径终点的均衡，所列均正确，\
                 但可能另有均衡（约16×16以内的博弈可完整求解）{chosen}"
            )
        }
        Coverage::TooMany => format!(
            "不完整：两个最优反应多面体的每个顶点均已遍历，但极端均衡超过{MAX_LISTED}个，只列出所用行动最少的{MAX_LISTED}个"
        ),
        Coverage::PiecesOutOfBudget => "已列出全部极端均衡，但某一连续统的平坦部分过多，未全部列出".to_owned(),
    };
    Said { en, zh }
}

/// The flat pieces of a continuum, each as the equilibria at its corners.
fn pieces(answer: &Answer, component: &Component) -> Vec<Vec<usize>> {
    let inside = |piece: &crate::two::equilibria::Piece| {
        let holds = |e: &crate::two::equilibria::Equilibrium| {
            piece.corners[0].contains(&e.mixes[0]) && piece.corners[1].contains(&e.mixes[1])
        };
        (0..answer.equilibria.len()).filter(|&k| holds(&answer.equilibria[k])).collect::<Vec<_>>()
    };
    component.pieces.iter().map(inside).filter(|piece| piece.len() > 1).collect()
}

/// What the payoffs alone say: the ordinal type, constant sum, dominance, degeneracy.
fn remarks(game: &Bimatrix, answer: &Answer) -> Vec<Said> {
    let mut out = Vec::new();
    if let Ok(order) = Order::of(game) {
        let number = Order::all().iter().position(|o| *o == order).map_or(0, |k| k + 1);
        let (en, zh) = order.name().map_or_else(Default::default, |n| (format!(": {n}"), format!("：{}", chinese(n))));
        out.push(say(
            format!("strict ordinal 2×2 game{en} (number {number} of the 78 in this program's order)"),
            format!("严格序数2×2博弈{zh}（本程序所列78种中的第{number}种）"),
        ));
    }
    if game.is_constant_sum() {
        out.push(say("constant sum: what one gains the other loses", "常和：一方所得即另一方所失"));
    }
    // Where the walk was too long once, it would be too long again.
    let walked = !matches!(answer.coverage, Coverage::OutOfBudget { .. });
    for player in Player::BOTH.into_iter().filter(|_| walked) {
        let left = dominance::undominated(game, player).unwrap_or_default();
        // A plan is a list itself, and a bare number is marked as an action.
        let name = |k: usize| match game.actions(player)[k].as_str() {
            plan if plan.contains(',') => format!("“{plan}”"),
            number if number.bytes().all(|b| b.is_ascii_digit()) => format!("#{number}"),
            name => name.to_owned(),
        };
        let gone: Vec<String> = (0..game.count(player)).filter(|k| !left.contains(k)).map(name).collect();
        if !left.is_empty() && !gone.is_empty() {
            let (who, what) = (game.player(player), gone.join(", "));
            out.push(say(
                format!("never a best reply for {who}: {what}"),
                format!("对{who}而言从不是最优反应：{}", gone.join("、")),
            ));
        }
    }
    if answer.degenerate {
        out.push(say(
            "degenerate: some mix has more best replies than actions in use, so equilibria may form continua; their \
             extreme points are listed",
            "退化：某个混合策略的最优反应多于其所用行动，均衡可能构成连续统；所列为其极端点",
        ));
    }
    out
}

/// The Chinese name of an ordinal game.
fn chinese(name: &str) -> &str {
    match name {
        "prisoner's dilemma" => "囚徒困境",
        "chicken" => "懦夫博弈",
        "stag hunt" => "猎鹿博弈",
        "deadlock" => "僵局博弈",
        "leader" => "领导者博弈",
        "hero" => "英雄博弈",
        other => other,
    }
}
