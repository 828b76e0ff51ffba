//! What must hold in every game.

mod random;

use games::two::stability::{Stability, stability};
use games::{Answer, Bimatrix, Player, Profile, Rational, solve, two::certificate, two::dominance, two::pure};
use num_bigint::BigInt;
use proptest::prelude::*;
use random::Luck;

fn matrix(player: Player, game: &Bimatrix, of: impl Fn(&Rational, usize, usize) -> Rational) -> Vec<Vec<Rational>> {
    let line = |i: usize| (0..game.columns()).map(|j| of(game.at(player, i, j), i, j)).collect();
    (0..game.rows()).map(line).collect()
}

fn profiles(answer: &Answer) -> Vec<Profile> {
    answer.equilibria.iter().map(|e| e.profile.clone()).collect()
}

/// Small games, from many ties to few.
fn any_game() -> impl Strategy<Value = Bimatrix> {
    (1usize..5, 1usize..5, 2u64..12, any::<u64>()).prop_map(|(m, n, bound, seed)| Luck(seed).game(m, n, bound))
}

/// An order of `count` things.
fn shuffled(count: usize, luck: &mut Luck) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    for k in (1..count).rev() {
        order.swap(k, luck.below(k as u64 + 1) as usize);
    }
    order
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Nash (1951): there is an equilibrium; without degeneracy their number is odd (Lemke & Howson 1964).
    #[test]
    fn theorem_equilibria_exist_and_are_odd_in_number(game in any_game()) {
        let answer = solve(&game);
        prop_assert!(answer.is_complete() && !answer.equilibria.is_empty());
        prop_assert!(answer.degenerate || answer.equilibria.len() % 2 == 1);
        let grouped: usize = answer.components.iter().flat_map(|c| &c.pieces).map(|p| p.corners[0].len() * p.corners[1].len()).sum();
        prop_assert!(grouped >= answer.equilibria.len());
        prop_assert!(answer.degenerate || answer.components.iter().all(|c| c.is_isolated()));
    }

    /// Positive affine payoffs, and own payoffs shifted by what the other does, leave equilibria as they are.
    #[test]
    fn theorem_affine_payoffs_leave_equilibria(game in any_game(), seed in any::<u64>()) {
        let mut luck = Luck(seed);
        let factors = [1 + luck.below(50), 1 + luck.below(50)].map(|f| Rational::new(f.into(), 7.into()).expect("7"));
        let shifts: Vec<Rational> = (0..10).map(|_| Rational::from(luck.below(99) - 50)).collect();
        let row = matrix(Player::Row, &game, |v, _, j| &(v * &factors[0]) + &shifts[j]);
        let column = matrix(Player::Column, &game, |v, i, _| &(v * &factors[1]) - &shifts[5 + i]);
        let moved = Bimatrix::unnamed(row, column).expect("same size");
        prop_assert_eq!(profiles(&solve(&game)), profiles(&solve(&moved)));
    }

    /// New names for rows and columns rename the equilibria and nothing else.
    #[test]
    fn theorem_relabelling_permutes_equilibria(game in any_game(), seed in any::<u64>()) {
        let mut luck = Luck(seed);
        let order = Player::BOTH.map(|p| shuffled(game.count(p), &mut luck));
        let renamed = dominance::restricted(&game, &order).expect("the same actions");
        let mut wanted: Vec<Profile> = profiles(&solve(&game)).into_iter().map(|profile| Profile {
            mixes: Player::BOTH.map(|p| order[p.index()].iter().map(|&k| profile.of(p)[k].clone()).collect()),
        }).collect();
        let mut found = profiles(&solve(&renamed));
        wanted.sort();
        found.sort();
        prop_assert_eq!(found, wanted);
    }

    /// Exchanging the players exchanges the mixes.
    #[test]
    fn theorem_exchanging_players_exchanges_mixes(game in any_game()) {
        let turn = |p: Player| -> Vec<Vec<Rational>> {
            (0..game.columns()).map(|j| (0..game.rows()).map(|i| game.at(p, i, j).clone()).collect()).collect()
        };
        let turned = Bimatrix::unnamed(turn(Player::Column), turn(Player::Row)).expect("turned");
        let mut wanted: Vec<Profile> = profiles(&solve(&game)).into_iter()
            .map(|Profile { mixes: [x, y] }| Profile { mixes: [y, x] }).collect();
        let mut found = profiles(&solve(&turned));
        wanted.sort();
        found.sort();
        prop_assert_eq!(found, wanted);
    }

    /// Zero-sum games have one value (von Neumann 1928).
    #[test]
    fn theorem_zero_sum_games_have_one_value(game in any_game()) {
        let row = matrix(Player::Row, &game, |v, _, _| v.clone());
        let column = matrix(Player::Row, &game, |v, _, _| -v);
        let answer = solve(&Bimatrix::unnamed(row, column).expect("same size"));
        let value = &answer.equilibria[0].certificate.payoffs;
        prop_assert!(answer.equilibria.iter().all(|e| &e.certificate.payoffs == value));
        prop_assert_eq!(answer.components.len(), 1);
    }

    /// Only rationalizable actions are played; a strictly dominated action is not among them; strict equilibria
    /// survive, and every pure equilibrium is found by both methods.
    #[test]
    fn theorem_dominance_and_pure_play_agree_with_the_solver(game in any_game()) {
        let answer = solve(&game);
        let left = dominance::rationalizable(&game).expect("small");
        for equilibrium in &answer.equilibria {
            for p in Player::BOTH {
                let used = equilibrium.profile.support(p);
                prop_assert!(used.iter().all(|k| left[p.index()].contains(k)));
            }
        }
        for p in Player::BOTH {
            for k in 0..game.count(p) {
                if matches!(dominance::dominated_by(&game, p, k), Some((_, dominance::Dominance::Strict))) {
                    prop_assert!(!left[p.index()].contains(&k));
                }
            }
        }
        let pure_found: Vec<Profile> = profiles(&answer).into_iter().filter(Profile::is_pure).collect();
        let mut wanted: Vec<Profile> = pure::equilibria(&game).iter().map(|&(i, j)| Profile::pure(&game, i, j)).collect();
        wanted.sort_by(|a, b| b.cmp(a));
        prop_assert_eq!(pure_found.len(), wanted.len());
        prop_assert!(wanted.iter().all(|p| pure_found.contains(p)));
    }

    /// Who is stable beats every mutant drawn that replies as well; who is not is matched by none other than a
    /// best reply. Strict symmetric equilibria are stable (Maynard Smith & Price 1973).
    #[test]
    fn theorem_stable_mixes_beat_mutants(n in 2usize..5, bound in 2u64..6, seed in any::<u64>()) {
        let mut luck = Luck(seed);
        let payoff: Vec<Vec<i64>> = (0..n).map(|_| (0..n).map(|_| luck.below(bound)).collect()).collect();
        let game = Bimatrix::symmetric(&payoff.iter().map(Vec::as_slice).collect::<Vec<_>>()).expect("square");
        for equilibrium in solve(&game).equilibria.iter().filter(|e| e.profile.mixes[0] == e.profile.mixes[1]) {
            let x = &equilibrium.profile.mixes[0];
            let verdict = stability(&game, x).expect("symmetric");
            let best = &equilibrium.certificate.payoffs[0];
            let replies: Vec<usize> = (0..n).filter(|&k| equilibrium.certificate.values[0][k] == *best).collect();
            if replies.len() == 1 {
                prop_assert_eq!(verdict, Stability::Stable);
            }
            let beaten = grid(&replies, n).filter(|y| y != x).all(|y| {
                let against = certificate::values(&game, Player::Row, &y);
                let earns = |mix: &[Rational]| mix.iter().zip(&against).map(|(p, v)| p * v).sum::<Rational>();
                earns(x) > earns(&y)
            });
            // A grid of sixths can miss an invader, but never sees one where the mix is stable.
            prop_assert!(beaten || verdict == Stability::Invadable);
        }
    }

    /// Doubles are read exactly, text is read as written, and printing is undone by reading.
    #[test]
    fn theorem_numbers_are_exact(value in any::<f64>(), above in any::<i64>(), below in 1i64..) {
        let fraction = Rational::new(above.into(), below.into()).expect("not zero");
        prop_assert_eq!(fraction.to_string().parse::<Rational>(), Ok(fraction.clone()));
        prop_assert_eq!(&fraction * &Rational::from(below), Rational::from(above));
        prop_assert!((fraction.to_f64() - above as f64 / below as f64).abs() <= 1e-15 * fraction.to_f64().abs());
        if let Some(exact) = Rational::from_f64(value).filter(|_| value.is_normal()) {
            prop_assert_eq!(exact.to_f64(), value);
        }
    }

    /// 128-bit even division agrees with big integers, or says that the result may not fit.
    #[test]
    fn theorem_even_division_is_exact(a in any::<i128>(), b in any::<i128>(), d in 1i128.., s in 0u32..127, t in 0u32..127) {
        use games::two::pivot::Whole;
        let (a, b, d) = (a >> 2 >> (s / 2), b >> 2 >> (t / 2), ((d >> s) >> 1).max(1) << (t % 8));
        // a·(d·k) − (d·l)·b comes out even over d.
        let (k, l) = (b % 1_000_003, a % 999_983);
        let product = |x: i128, y: i128| x.checked_mul(y).filter(|v| v.unsigned_abs() < 1 << 126);
        if let (Some(dk), Some(dl)) = (product(d, k), product(d, l)) {
            let exact = (BigInt::from(a) * dk - BigInt::from(dl) * b) / d;
            if let Some(found) = i128::cross(&a, &dk, &dl, &b, &d.divisor()) {
                prop_assert_eq!(BigInt::from(found), exact);
            } else {
                prop_assert!(exact.bits() >= 100, "refused too early: {}", exact);
            }
            prop_assert_eq!(i128::compare(&a, &dk, &dl, &b), (BigInt::from(a) * dk).cmp(&(BigInt::from(dl) * b)));
        }
    }
}

/// Where the verdict is that somebody invades, an invader is found, here always already among sixths.
#[test]
fn theorem_invaders_are_found_where_they_are_said_to_be() {
    let mut luck = Luck(11);
    let (mut invadable, mut found) = (0, 0);
    for _ in 0..400 {
        let payoff: Vec<Vec<i64>> = (0..4).map(|_| (0..4).map(|_| luck.below(5)).collect()).collect();
        let game = Bimatrix::symmetric(&payoff.iter().map(Vec::as_slice).collect::<Vec<_>>()).expect("square");
        for equilibrium in solve(&game).equilibria.iter().filter(|e| e.profile.mixes[0] == e.profile.mixes[1]) {
            let x = &equilibrium.profile.mixes[0];
            if stability(&game, x) != Some(Stability::Invadable) {
                continue;
            }
            let replies: Vec<usize> = (0..4)
                .filter(|&k| equilibrium.certificate.values[0][k] == equilibrium.certificate.payoffs[0])
                .collect();
            invadable += 1;
            found += usize::from(grid(&replies, 4).filter(|y| y != x).any(|y| {
                let against = certificate::values(&game, Player::Row, &y);
                let earns = |mix: &[Rational]| Rational::weighted(mix.iter().zip(&against));
                earns(x) <= earns(&y)
            }));
        }
    }
    assert!(invadable > 300 && found == invadable, "{found} of {invadable}");
}

/// Mixes over `replies` in sixths.
fn grid(replies: &[usize], n: usize) -> impl Iterator<Item = Vec<Rational>> {
    let (replies, size) = (replies.to_vec(), 7usize.pow(replies.len() as u32));
    (0..size).filter_map(move |code| {
        let parts: Vec<usize> = (0..replies.len()).map(|k| code / 7usize.pow(k as u32) % 7).collect();
        (parts.iter().sum::<usize>() == 6).then(|| {
            let mut mix = vec![Rational::zero(); n];
            for (&k, &part) in replies.iter().zip(&parts) {
                mix[k] = Rational::new((part as i64).into(), 6.into()).expect("six");
            }
            mix
        })
    })
}
