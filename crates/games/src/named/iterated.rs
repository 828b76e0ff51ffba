//! What the repeated games share: the stage game of four payoffs, the discount factor, the game of choosing a machine.

use super::dilemma::Payoffs;
use super::{Fault, Game, Parameter, real, words};
use crate::number::Rational;
use crate::repeated::automaton::Automaton;
use crate::repeated::{Match, Outcomes, PlayError};
use crate::two::bimatrix::{Bimatrix, Player};

/// How much the next round counts against this one.
pub(super) const fn discount(default: &'static str) -> Parameter {
    real(
        "discount",
        default,
        ["0", "0.999999"],
        "δ: what one unit in the next round is worth now",
        "δ：下一轮的一单位在当下的价值",
    )
}

/// The payoffs must be those of a prisoner's dilemma.
pub(super) fn dilemma(p: &Payoffs) -> Result<(), Fault> {
    let order = words("a prisoner's dilemma needs T > R > P > S", "囚徒困境要求 T > R > P > S");
    super::dilemma::ordered(p.temptation > p.reward && p.reward > p.punishment && p.punishment > p.sucker, order)
}

/// The stage game: cooperation first.
pub(super) fn stage(p: &Payoffs) -> Result<Bimatrix, Fault> {
    let [t, r, q, s] = [&p.temptation, &p.reward, &p.punishment, &p.sucker].map(Clone::clone);
    let own = vec![vec![r.clone(), s.clone()], vec![t.clone(), q.clone()]];
    Bimatrix::unnamed(own, vec![vec![r, t], vec![s, q]]).map_err(|_| no_game())
}

/// The game in which both choose a machine at the start; `pays` turns a match into the shares of its outcomes.
pub(super) fn choice_of_machines(
    title: &str,
    stage: &Bimatrix,
    machines: &[(&str, Automaton)],
    noise: &Rational,
    pays: impl Fn(&Match) -> Result<Outcomes, PlayError>,
) -> Result<Game, Fault> {
    let earned = |mine: &Automaton, other: &Automaton| -> Result<[Rational; 2], Fault> {
        let outcomes = pays(&Match::new(stage, mine, other, noise.clone()).map_err(undecided)?).map_err(undecided)?;
        Ok(Player::BOTH.map(|player| outcomes.payoff(stage, player)))
    };
    let (mut rows, mut columns) = (Vec::new(), Vec::new());
    for (_, mine) in machines {
        let line: Vec<[Rational; 2]> =
            machines.iter().map(|(_, other)| earned(mine, other)).collect::<Result<_, _>>()?;
        let (row, column): (Vec<Rational>, Vec<Rational>) = line.into_iter().map(|[row, column]| (row, column)).unzip();
        rows.push(row);
        columns.push(column);
    }
    let names = || machines.iter().map(|(name, _)| (*name).to_owned()).collect::<Vec<_>>();
    let players = ["one".to_owned(), "other".to_owned()];
    Bimatrix::new(title, players, [names(), names()], [rows, columns]).map(Game::Bimatrix).map_err(|_| no_game())
}

/// A match that cannot be worked out.
pub(super) fn undecided(_: PlayError) -> Fault {
    Fault::Together(words("at these values the repeated game cannot be worked out", "在这些取值下无法求解该重复博弈"))
}

fn no_game() -> Fault {
    Fault::Together(words("the payoffs make no game", "这些收益不构成博弈"))
}

/// `count`/`of` for whole numbers, with `of` above zero.
pub(super) fn share(count: i64, of: i64) -> Rational {
    Rational::new(count.into(), of.max(1).into()).unwrap_or_else(Rational::zero)
}

/// The quotient, where there is one, or else zero: for denominators that the order of payoffs keeps above zero.
pub(super) fn quotient(above: &Rational, below: &Rational) -> Rational {
    above.over(below).unwrap_or_else(Rational::zero)
}
