//! Two methods agree: the solver against trying every set of binding inequalities with other arithmetic.

mod brute;
mod random;

use brute::Fraction;
use games::{Bimatrix, Player, Profile, Rational, two::certificate, two::equilibria, two::pure};

/// The mixes of a profile as small fractions.
fn small(profile: &Profile) -> [Vec<Fraction>; 2] {
    let whole = |n: &num_bigint::BigInt| i128::try_from(n).expect("small");
    let fraction = |p: &Rational| Fraction::new(whole(p.numerator()), whole(p.denominator()));
    Player::BOTH.map(|player| profile.of(player).iter().map(fraction).collect())
}

fn agrees(game: &Bimatrix) -> usize {
    let answer = equilibria::solve(game);
    assert!(answer.is_complete());
    let mut found: Vec<_> = answer.equilibria.iter().map(|e| small(&e.profile)).collect();
    found.sort();
    let wanted = brute::extreme_equilibria(game);
    assert_eq!(found, wanted, "{game:?}");
    found.len()
}

/// 1,000 random games up to 5×5: half with payoffs 0..2, mostly degenerate, half with payoffs 0..9.
#[test]
fn cross_brute_force_finds_the_same_extreme_equilibria() {
    let mut luck = random::Luck(5);
    let (mut degenerate, mut total, mut pieces) = (0, 0, 0);
    for k in 0..1000 {
        let (m, n) = (1 + luck.below(5), 1 + luck.below(5));
        let game = luck.game(m as usize, n as usize, if k % 2 == 0 { 3 } else { 10 });
        total += agrees(&game);
        let answer = equilibria::solve(&game);
        degenerate += usize::from(answer.degenerate);
        pieces += usize::from(answer.components.iter().any(|c| c.pieces.len() > 1));
        assert!(answer.degenerate || answer.equilibria.len() % 2 == 1, "{game:?}");
    }
    assert!(degenerate > 300 && pieces > 100 && total > 2500, "{degenerate} {pieces} {total}");
}

/// Games full of ties: payoffs 0 or 1, square and oblong.
#[test]
fn cross_brute_force_agrees_on_games_full_of_ties() {
    let mut luck = random::Luck(6);
    for (m, n) in [(4, 4), (2, 6), (6, 2), (3, 5)] {
        for _ in 0..25 {
            agrees(&luck.game(m, n, 2));
        }
    }
}

/// Every mixture inside a piece is an equilibrium, and every pure equilibrium lies in some piece.
#[test]
fn cross_pieces_hold_equilibria_only_and_all_pure_ones() {
    let mut luck = random::Luck(7);
    for _ in 0..200 {
        let game = luck.game(4, 4, 2);
        let answer = equilibria::solve(&game);
        let pieces: Vec<_> = answer.components.iter().flat_map(|c| &c.pieces).collect();
        for piece in &pieces {
            let mut mixture = |side: usize| {
                let weights: Vec<i64> = piece.corners[side].iter().map(|_| 1 + luck.below(9)).collect();
                let total = Rational::from(weights.iter().sum::<i64>());
                let share = |k: usize| -> Rational {
                    let parts = piece.corners[side].iter().zip(&weights);
                    parts.map(|(&c, &w)| &answer.mixes[side][c][k] * &Rational::from(w)).sum()
                };
                (0..4).map(|k| share(k).over(&total).expect("positive")).collect::<Vec<_>>()
            };
            let profile = Profile { mixes: [mixture(0), mixture(1)] };
            certificate::verify(&game, &profile).expect("an equilibrium");
        }
        for (i, j) in pure::equilibria(&game) {
            let profile = Profile::pure(&game, i, j);
            let inside = pieces.iter().any(|piece| {
                (0..2).all(|side| piece.corners[side].iter().any(|&c| answer.mixes[side][c] == profile.mixes[side]))
            });
            assert!(inside, "{i} {j} {game:?}");
        }
    }
}

/// 64-bit payoffs outgrow 128-bit pivoting; the big-integer path must tell the same story as the scaled-down game.
#[test]
fn cross_big_numbers_change_nothing() {
    let mut luck = random::Luck(8);
    for _ in 0..20 {
        let game = luck.game(4, 4, 10);
        let factor: Rational = "123456789012345678901234567/1000003".parse().expect("a number");
        let scaled = Player::BOTH.map(|p| {
            let line = |i: usize| (0..4).map(|j| game.at(p, i, j) * &factor).collect();
            (0..4).map(line).collect::<Vec<Vec<_>>>()
        });
        let [row, column] = scaled;
        let larger = Bimatrix::unnamed(row, column).expect("4 by 4");
        let profiles =
            |g: &Bimatrix| -> Vec<Profile> { equilibria::solve(g).equilibria.into_iter().map(|e| e.profile).collect() };
        assert_eq!(profiles(&game), profiles(&larger));
    }
}
