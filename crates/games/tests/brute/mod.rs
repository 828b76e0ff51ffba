//! Extreme equilibria by brute force: every set of binding inequalities, solved by elimination in 128-bit
//! fractions. Nothing here is shared with the solver: other arithmetic, other polyhedron, no pivoting.

use games::{Bimatrix, Player};

/// A fraction of 128-bit numbers in lowest terms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    above: i128,
    below: i128,
}

impl Fraction {
    pub const ZERO: Fraction = Fraction { above: 0, below: 1 };
    pub const ONE: Fraction = Fraction { above: 1, below: 1 };

    pub fn new(above: i128, below: i128) -> Fraction {
        let (mut a, mut b) = (above.abs(), below.abs());
        while b != 0 {
            (a, b) = (b, a % b);
        }
        let divisor = if below < 0 { -a } else { a };
        Fraction { above: above / divisor, below: below / divisor }
    }

    fn minus(self, o: Fraction) -> Fraction {
        Fraction::new(self.above * o.below - o.above * self.below, self.below * o.below)
    }

    fn plus(self, o: Fraction) -> Fraction {
        Fraction::new(self.above * o.below + o.above * self.below, self.below * o.below)
    }

    fn times(self, o: Fraction) -> Fraction {
        Fraction::new(self.above * o.above, self.below * o.below)
    }

    fn over(self, o: Fraction) -> Fraction {
        Fraction::new(self.above * o.below, self.below * o.above)
    }
}

impl Ord for Fraction {
    fn cmp(&self, o: &Fraction) -> std::cmp::Ordering {
        (self.above * o.below).cmp(&(o.above * self.below))
    }
}

impl PartialOrd for Fraction {
    fn partial_cmp(&self, o: &Fraction) -> Option<std::cmp::Ordering> {
        Some(self.cmp(o))
    }
}

/// The only solution of a square system, if there is just one; the last entry of a line is its right-hand side.
fn only_solution(mut lines: Vec<Vec<Fraction>>) -> Option<Vec<Fraction>> {
    let n = lines.len();
    for column in 0..n {
        let row = (column..n).find(|&r| lines[r][column] != Fraction::ZERO)?;
        lines.swap(row, column);
        let pivot = lines[column].clone();
        for r in (0..n).filter(|&r| r != column) {
            let factor = lines[r][column].over(pivot[column]);
            if factor != Fraction::ZERO {
                for k in column..=n {
                    lines[r][k] = lines[r][k].minus(factor.times(pivot[k]));
                }
            }
        }
    }
    Some((0..n).map(|k| lines[k][n].over(lines[k][k])).collect())
}

/// Payoff of `player` as a fraction; the games of these tests have whole payoffs.
fn pay(game: &Bimatrix, player: Player, own: usize, other: usize) -> Fraction {
    Fraction::new(i128::try_from(game.own(player, own, other).numerator()).expect("small"), 1)
}

/// Corners of {(x, v): x a mix of `player`, every reply of the other pays at most v}: the mixes.
fn corners(game: &Bimatrix, player: Player) -> Vec<Vec<Fraction>> {
    let (other, own) = (player.other(), game.count(player));
    let replies = game.count(other);
    let mut found = Vec::new();
    for tight in (0u32..1 << (own + replies)).filter(|set| set.count_ones() as usize == own) {
        let mut lines = vec![[vec![Fraction::ONE; own], vec![Fraction::ZERO, Fraction::ONE]].concat()];
        for k in (0..own + replies).filter(|k| tight >> k & 1 == 1) {
            let mut line = vec![Fraction::ZERO; own + 2];
            if k < own {
                line[k] = Fraction::ONE;
            } else {
                for a in 0..own {
                    line[a] = pay(game, other, k - own, a);
                }
                line[own] = Fraction::ZERO.minus(Fraction::ONE);
            }
            lines.push(line);
        }
        let Some(mut x) = only_solution(lines) else { continue };
        let value = x.pop().expect("v");
        let reply = |r: usize| (0..own).fold(Fraction::ZERO, |sum, a| sum.plus(x[a].times(pay(game, other, r, a))));
        if x.iter().all(|p| *p >= Fraction::ZERO) && (0..replies).all(|r| reply(r) <= value) {
            found.push(x);
        }
    }
    found.sort();
    found.dedup();
    found
}

/// Whether `mix` uses best replies to `against` only.
fn replies_well(game: &Bimatrix, player: Player, mix: &[Fraction], against: &[Fraction]) -> bool {
    let pays: Vec<Fraction> = (0..mix.len())
        .map(|a| (0..against.len()).fold(Fraction::ZERO, |sum, b| sum.plus(against[b].times(pay(game, player, a, b)))))
        .collect();
    let best = pays.iter().max().expect("an action");
    (0..mix.len()).all(|a| mix[a] == Fraction::ZERO || pays[a] == *best)
}

/// All pairs of corners that are equilibria, in order.
pub fn extreme_equilibria(game: &Bimatrix) -> Vec<[Vec<Fraction>; 2]> {
    let [rows, columns] = Player::BOTH.map(|player| corners(game, player));
    let mut found = Vec::new();
    for x in &rows {
        for y in columns.iter().filter(|y| replies_well(game, Player::Row, x, y)) {
            if replies_well(game, Player::Column, y, x) {
                found.push([x.clone(), y.clone()]);
            }
        }
    }
    found.sort();
    found
}
