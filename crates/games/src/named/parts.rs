//! What the files of games share: fractions by hand, a table of two players, curves, marks.

use super::{Fault, Game, Line, Mark, Parameter, Value, Words, real, words};
use crate::normal::NormalForm;
use crate::number::Rational;
use crate::two::bimatrix::Bimatrix;

/// Points of a drawn curve.
const POINTS: u32 = 120;

/// Bounds of a probability or a share.
pub(super) const UNIT: [&str; 2] = ["0", "1"];

/// 1 − p.
pub(super) fn rest(p: &Rational) -> Rational {
    &Rational::one() - p
}

/// p·a + (1 − p)·b: what is expected when a comes with probability p and b otherwise.
pub(super) fn mean(p: &Rational, a: &Rational, b: &Rational) -> Rational {
    &(p * a) + &(&rest(p) * b)
}

/// Half of it.
pub(super) fn half(value: &Rational) -> Rational {
    &Rational::new(1.into(), 2.into()).unwrap_or_else(Rational::zero) * value
}

/// Twice as much.
pub(super) fn twice(value: &Rational) -> Rational {
    value + value
}

/// The quotient, or why there is none.
pub(super) fn ratio(above: &Rational, below: &Rational, why: Words) -> Value {
    above.over(below).map_or(Value::Absent(why), Value::Exact)
}

/// Refuses values that together are another game.
pub(super) fn need(holds: bool, what: Words) -> Result<(), Fault> {
    if holds { Ok(()) } else { Err(Fault::Together(what)) }
}

/// A game of two from what both get at each pair of actions.
///
/// # Errors
/// Payoffs that make no game; a game of this crate has none such.
pub(super) fn table(
    title: &str,
    players: [&str; 2],
    actions: [&[&str]; 2],
    payoff: impl Fn(usize, usize) -> [Rational; 2],
) -> Result<Game, Fault> {
    let [rows, columns] = actions.map(<[&str]>::len);
    let cells: Vec<Vec<[Rational; 2]>> = (0..rows).map(|i| (0..columns).map(|j| payoff(i, j)).collect()).collect();
    let of = |pick: fn(&[Rational; 2]) -> &Rational| -> Vec<Vec<Rational>> {
        cells.iter().map(|line| line.iter().map(|cell| pick(cell).clone()).collect()).collect()
    };
    let names = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    Bimatrix::new(title, players.map(str::to_owned), actions.map(names), [of(|[a, _]| a), of(|[_, b]| b)])
        .map(Game::Bimatrix)
        .map_err(|_| Fault::Together(words("the payoffs make no game", "这些收益不构成博弈")))
}

/// Most players of a game that is shown and solved with all of them: 32 outcomes, a fifth of a second. With six, to find
/// the one profile in which all mix takes ten times as long, and with seven it is beyond the solver's budget.
pub(super) const MOST_PLAYERS: usize = 5;

/// How the players are called in a table of all of them.
const NAMES: [&str; MOST_PLAYERS] = ["one", "another", "a third", "a fourth", "a fifth"];

/// A count of players that all can be shown, if it is one.
pub(super) fn few(players: &Rational) -> Option<usize> {
    (2..=MOST_PLAYERS).find(|&n| *players == Rational::from(n as i64))
}

/// A game of players who all have the same two actions and are paid by their own and by how many others take the first.
///
/// # Errors
/// Payoffs that make no game; a game of this crate has none such.
pub(super) fn crowd(
    title: &str,
    players: usize,
    actions: [&str; 2],
    payoff: impl Fn(usize, usize) -> Rational,
) -> Result<Game, Fault> {
    let names: Vec<&str> = NAMES.iter().copied().take(players).collect();
    if let [one, another] = names[..] {
        return table(title, [one, another], [&actions; 2], |i, j| [payoff(i, 1 - j), payoff(j, 1 - i)]);
    }
    let n = names.len();
    let named = |list: &[&str]| list.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    // Bit k of the number of a profile is what player k does.
    let pays = |player: usize| {
        let one = |profile: usize| {
            let (own, second) = (profile >> player & 1, profile.count_ones() as usize);
            payoff(own, n - 1 + own - second)
        };
        (0..1usize << n).map(one).collect()
    };
    NormalForm::new(title, named(&names), vec![named(&actions); n], (0..n).map(pays).collect())
        .map(Game::Normal)
        .map_err(|_| Fault::Together(words("the payoffs make no game", "这些收益不构成博弈")))
}

/// A curve from left to right; points without a value are left out.
pub(super) fn curve(name: Words, from: f64, to: f64, value: impl Fn(f64) -> f64) -> Line {
    let at = |k: u32| from + (to - from) * f64::from(k) / f64::from(POINTS);
    let points = (0..=POINTS).map(|k| (at(k), value(at(k)))).filter(|(_, y)| y.is_finite()).collect();
    Line { name, points }
}

/// A named point.
pub(super) fn mark(name: Words, x: f64, y: f64) -> Mark {
    Mark { name, at: (x, y) }
}

/// Primitives of arming with private costs (Baliga & Sjöström 2004): gain μ, exposure d and the highest cost.
pub(super) const fn private_costs(gain: &'static str, exposure: &'static str) -> [Parameter; 3] {
    const MONEY: [&str; 2] = ["0", "1000000"];
    [
        real("gain", gain, MONEY, "μ: gain from arming alone, utility", "μ：单独扩军的所得，效用"),
        real("exposure", exposure, MONEY, "d: loss of one who is alone unarmed, utility", "d：单独未扩军的损失，效用"),
        real(
            "highest",
            "1",
            MONEY,
            "highest cost of arming; costs are uniform from 0, utility",
            "扩军成本的上限；成本自 0 起均匀分布，效用",
        ),
    ]
}
