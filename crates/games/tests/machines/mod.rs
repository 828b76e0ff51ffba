//! Random machines, and the plainest way to play two of them: probabilities carried forward round by round, in doubles.

use games::repeated::automaton::{Automaton, State};
use games::{Bimatrix, Rational};

use crate::random::Luck;

/// above/below.
pub fn ratio(above: i64, below: i64) -> Rational {
    Rational::new(above.into(), below.into()).expect("not over zero")
}

/// The symmetric stage game of T, R, P, S.
pub fn stage([t, r, p, s]: [i64; 4]) -> Bimatrix {
    Bimatrix::symmetric(&[&[r, s], &[t, p]]).expect("2 by 2")
}

/// One to `most` states; half of the machines never mix.
pub fn machine(luck: &mut Luck, most: u64) -> Automaton {
    let count = 1 + luck.below(most) as u64;
    let mixes = luck.below(2) == 1;
    let states = (0..count).map(|_| {
        let cooperate = if mixes { ratio(luck.below(5), 4) } else { Rational::from(luck.below(2)) };
        let mut to = || luck.below(count) as usize;
        State { cooperate, next: [[to(), to()], [to(), to()]] }
    });
    let states = states.collect();
    Automaton::new(states, luck.below(count) as usize).expect("a machine")
}

/// A prisoner's dilemma T > R > P > S.
pub fn dilemma(luck: &mut Luck) -> [i64; 4] {
    let s = luck.below(9) - 4;
    let p = s + 1 + luck.below(6);
    let r = p + 1 + luck.below(6);
    [r + 1 + luck.below(6), r, p, s]
}

/// Probabilities of CC, CD, DC, DD in each of the first `rounds` rounds.
pub fn course(first: &Automaton, second: &Automaton, noise: f64, rounds: usize) -> Vec<[f64; 4]> {
    let [m, n] = [first.states().len(), second.states().len()];
    let real = |intended: f64| intended * (1.0 - noise) + (1.0 - intended) * noise;
    let mut now = vec![vec![0.0; n]; m];
    now[first.start()][second.start()] = 1.0;
    let mut seen = Vec::new();
    for _ in 0..rounds {
        let mut shares = [0.0; 4];
        let mut after = vec![vec![0.0; n]; m];
        for a in 0..m {
            for b in 0..n {
                let [x, y] = [&first.states()[a], &second.states()[b]];
                let [p, q] = [real(x.cooperate.to_f64()), real(y.cooperate.to_f64())];
                for (i, chance_i) in [p, 1.0 - p].into_iter().enumerate() {
                    for (j, chance_j) in [q, 1.0 - q].into_iter().enumerate() {
                        let weight = now[a][b] * chance_i * chance_j;
                        shares[2 * i + j] += weight;
                        after[x.next[i][j]][y.next[j][i]] += weight;
                    }
                }
            }
        }
        seen.push(shares);
        now = after;
    }
    seen
}
