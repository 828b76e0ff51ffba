//! Games too large to walk through: what is listed all the same, and how much of it.

mod random;

use std::collections::BTreeSet;

use games::solution::of_bimatrix;
use games::two::certificate::verify;
use games::two::equilibria::{Answer, Coverage, MAX_LISTED, solve, solve_within};
use games::two::{path, pure};
use games::{Bimatrix, Profile, Rational};

/// The profiles of an answer; its numbering of mixes and its grouping are checked on the way.
fn profiles(game: &Bimatrix, answer: &Answer) -> BTreeSet<Profile> {
    let pieces = answer.components.iter().flat_map(|c| &c.pieces);
    let pairs = |c: &[Vec<usize>; 2]| -> Vec<[usize; 2]> {
        c[0].iter().flat_map(|&x| c[1].iter().map(move |&y| [x, y])).collect()
    };
    let grouped: BTreeSet<[usize; 2]> = pieces.flat_map(|piece| pairs(&piece.corners)).collect();
    assert_eq!(grouped, answer.equilibria.iter().map(|e| e.mixes).collect());
    for found in &answer.equilibria {
        assert_eq!(verify(game, &found.profile).as_ref(), Ok(&found.certificate));
        assert!((0..2).all(|k| answer.mixes[k][found.mixes[k]] == found.profile.mixes[k]));
    }
    let distinct: BTreeSet<Profile> = answer.equilibria.iter().map(|e| e.profile.clone()).collect();
    assert_eq!(distinct.len(), answer.equilibria.len(), "none is listed twice");
    distinct
}

fn whole(size: usize, pays: impl Fn(usize, usize) -> i64) -> Vec<Vec<Rational>> {
    (0..size).map(|i| (0..size).map(|j| Rational::from(pays(i, j))).collect()).collect()
}

/// 600 games up to 6×6, half of them full of ties, after a walk of 0 to 5 bases: some of the complete list, all
/// pure equilibria, and always one at least.
#[test]
fn cross_a_walk_cut_short_lists_part_of_the_whole_with_all_pure_equilibria() {
    let mut luck = random::Luck(41);
    let (mut short, mut more) = (0, 0);
    for k in 0..600 {
        let (m, n) = (1 + luck.below(6) as usize, 1 + luck.below(6) as usize);
        let game = luck.game(m, n, if k % 2 == 0 { 3 } else { 100 });
        let complete = profiles(&game, &solve(&game));
        let answer = solve_within(&game, k % 6);
        let found = profiles(&game, &answer);
        assert!(!found.is_empty() && found.is_subset(&complete), "{game:?}");
        for (i, j) in pure::equilibria(&game) {
            assert!(found.contains(&Profile::pure(&game, i, j)), "{i} {j} {game:?}");
        }
        if let Coverage::OutOfBudget { bases, paths, capped } = answer.coverage {
            assert_eq!((bases, paths, capped), (k % 6, m + n, false));
            short += 1;
            more += usize::from(found.len() > pure::equilibria(&game).len());
        }
    }
    assert!(short > 400 && more > 100, "{short} {more}");
}

/// Lemke & Howson (1964): every path ends, and in an equilibrium; also where ties are everywhere, in small
/// numbers and in big ones.
#[test]
fn theorem_every_path_ends_in_an_equilibrium_of_the_complete_list() {
    let mut luck = random::Luck(42);
    let big: Rational = "123456789012345678901234567890123456789/1000003".parse().expect("a number");
    for k in 0..400 {
        let (m, n) = (1 + luck.below(6) as usize, 1 + luck.below(6) as usize);
        let small = luck.game(m, n, [2, 3, 100][k % 3]);
        let scaled = games::Player::BOTH
            .map(|p| (0..m).map(|i| (0..n).map(|j| small.at(p, i, j) * &big).collect()).collect::<Vec<Vec<_>>>());
        let [row, column] = scaled;
        let large = Bimatrix::unnamed(row, column).expect("m by n");
        let complete = profiles(&small, &solve(&small));
        for game in [&small, &large] {
            let found = path::ends(game, path::WORK);
            assert!(found.followed == m + n && !found.ends.is_empty(), "{game:?}");
            for [row, column] in &found.ends {
                assert!(complete.contains(&Profile { mixes: [row.mix(), column.mix()] }), "{game:?}");
            }
        }
    }
    for size in [10, 16] {
        let tied = luck.game(size, size, 2);
        assert_eq!(path::ends(&tied, path::WORK).followed, 2 * size);
    }
}

/// Paths that no arithmetic is left for are not followed, and not counted.
#[test]
fn contract_paths_stop_where_their_arithmetic_does() {
    let game = random::Luck(43).game(12, 12, 100);
    let most = path::ends(&game, path::WORK);
    assert_eq!((path::ends(&game, 0).followed, most.followed), (0, 24));
    let some = path::ends(&game, 12 * 13 * 60);
    assert!((1..24).contains(&some.followed), "{}", some.followed);
    assert!(some.ends.iter().all(|end| most.ends.contains(end)));
}

/// A pure equilibrium written into a 24×24 game with payoffs of two digits is found, whatever the walk saw.
#[test]
fn contract_a_planted_pure_equilibrium_of_a_large_game_is_listed() {
    let mut luck = random::Luck(44);
    let mut planted = || {
        whole(24, |_, _| 0)
            .iter()
            .enumerate()
            .map(|(i, row)| {
                row.iter()
                    .enumerate()
                    .map(|(j, _)| Rational::from(if (i, j) == (17, 5) { 100 } else { luck.below(100) }))
                    .collect()
            })
            .collect::<Vec<Vec<_>>>()
    };
    let game = Bimatrix::unnamed(planted(), planted()).expect("24 by 24");
    let answer = solve_within(&game, 200);
    assert!(profiles(&game, &answer).contains(&Profile::pure(&game, 17, 5)));
    let Coverage::OutOfBudget { paths, .. } = answer.coverage else { panic!("{}", answer.coverage) };
    assert!(paths > 0);
}

/// Who catches against who runs one step ahead, on a circle of 30 places: the best replies go round, so the only
/// equilibrium mixes all places alike. No pure one exists; a path finds it.
#[test]
fn theorem_catching_on_a_circle_is_mixed_uniformly() {
    let game = Bimatrix::unnamed(whole(30, |i, j| i64::from(i == j)), whole(30, |i, j| i64::from((i + 1) % 30 == j)));
    let game = game.expect("30 by 30");
    let answer = solve_within(&game, 10);
    let even = vec!["1/30".parse::<Rational>().expect("a number"); 30];
    assert_eq!(profiles(&game, &answer), BTreeSet::from([Profile { mixes: [even.clone(), even] }]));
    assert_eq!(answer.coverage, Coverage::OutOfBudget { bases: 10, paths: 60, capped: false });
}

/// Pure coordination on one of n has 2ⁿ − 1 equilibria. With 14 all are found and with 30 some; of both no more
/// are listed than allowed, pure ones first, and it is said in both languages.
#[test]
fn contract_too_many_equilibria_are_capped_and_it_is_said() {
    let identity = |n: usize| {
        Bimatrix::unnamed(whole(n, |i, j| i64::from(i == j)), whole(n, |i, j| i64::from(i == j))).expect("square")
    };
    for (size, budget) in [(14, 200_000), (30, 11_000)] {
        let game = identity(size);
        let answer = solve_within(&game, budget);
        assert_eq!(profiles(&game, &answer).len(), MAX_LISTED);
        assert!((0..size).all(|k| answer.equilibria.iter().any(|e| e.profile == Profile::pure(&game, k, k))));
        assert!(answer.coverage.to_string().contains("more than 10000"), "{}", answer.coverage);
        let used = answer.equilibria.iter().map(|e| e.profile.support(games::Player::Row).len());
        let most = used.max().expect("some");
        match size {
            14 => {
                assert_eq!(answer.coverage, Coverage::TooMany);
                // Σ C(14, k) passes 10,000 at k = 8: all smaller ones are there.
                assert_eq!(most, 8);
            }
            _ => assert!(matches!(answer.coverage, Coverage::OutOfBudget { bases: 11_000, paths: 60, capped: true })),
        }
    }
    let said = of_bimatrix(&identity(14));
    assert!(!said.complete && said.equilibria.len() == MAX_LISTED);
    assert!(said.coverage.zh.contains("超过10000个") && said.coverage.zh.starts_with("不完整"), "{}", said.coverage.zh);
}
