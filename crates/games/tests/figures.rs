//! The figures of Selten (1975) and Myerson (1991) that open the subject of refinements, solved; and best replies of
//! games with many equilibria, weighed without the solver.

mod grow;
#[allow(dead_code)]
mod known;
mod random;

use games::extensive::assessment::{Assessment, Refusal, verify};
use games::extensive::play::values;
use games::extensive::sequential::{Notion, solve};
use games::extensive::strategic::{normal_form, table};
use games::extensive::subgame::{self, Coverage, solve_subgames};
use games::extensive::tree::Tree;
use games::gambit::efg;
use games::several::pure_equilibria;
use games::{Bimatrix, NormalForm, Player, Profile, Rational, two::certificate};
use grow::{choice, end, text, tree};

/// Every sequential equilibrium that is listed, as text: mixes in the order of the sets, then beliefs.
fn sequential(tree: &Tree) -> Vec<String> {
    let answer = solve(tree, Notion::Sequential).expect("perfect recall");
    assert!(answer.coverage.is_complete(), "{}", answer.coverage);
    let shown = |a: &Assessment| format!("{} ; {}", text(&a.behaviour), text(&a.beliefs));
    answer.equilibria.iter().map(|found| shown(&found.assessment)).collect()
}

/// The first or the second of two actions for certain, set by set.
fn certain(actions: &str) -> Vec<Vec<Rational>> {
    let mix = |second: char| ['0', '1'].map(|own| Rational::from(i64::from(own == second))).to_vec();
    actions.chars().map(mix).collect()
}

/// V19: Selten (1975), figure 1, as Gambit's catalogue has it, with R the first action of each. Players 1 and 2 play R, and
/// 3, who is not asked, plays R at most one time in four, or 2 would leave. R at all needs a belief of at most 2/3 in 2's
/// having left: 2(1 − μ) ≥ μ.
#[test]
fn published_seltens_horse_from_the_file() {
    let horse = efg::read(include_str!("known/selten1975-1.efg")).expect("read").game;
    let wanted =
        ["1 0 | 1 0 | 0 1 ; 1 | 1 | 1 0", "1 0 | 1 0 | 0 1 ; 1 | 1 | 2/3 1/3", "1 0 | 1 0 | 1/4 3/4 ; 1 | 1 | 2/3 1/3"];
    let mut found = sequential(&horse);
    found.sort();
    assert_eq!(found, wanted);
    // The other equilibrium, (L, R, R): asked, 2 would gain by leaving, 4 against 1.
    let beliefs = ["1", "1", "0 1"].map(|b| b.split(' ').map(grow::number).collect()).to_vec();
    let other = Assessment { behaviour: certain("100"), beliefs };
    assert!(matches!(verify(&horse, &other), Err(Refusal::Better(..))));
}

/// V19: Selten (1975), figure 2: everybody knows everything, and only (R, l; R) is perfect. That 1 would play r is no
/// equilibrium of the last subgame, though none of the whole game's payoffs depends on it.
#[test]
fn published_selten_figure_2() {
    let game = tree(
        2,
        vec![
            choice(0, 1, &["R", "L"]),
            end(&[1, 1]),
            choice(1, 1, &["R", "L"]),
            end(&[0, 2]),
            choice(0, 2, &["r", "l"]),
            end(&[0, 3]),
            end(&[2, 0]),
        ],
    );
    let answer = solve_subgames(&game).expect("solvable");
    assert_eq!((answer.equilibria.len(), answer.coverage), (1, Coverage::Complete));
    let mixes = |actions: &str| certain(actions).into_iter().map(Some).collect::<Vec<_>>();
    assert_eq!(answer.equilibria[0].mixes, mixes("001"));
    assert_eq!(sequential(&game), ["1 0 | 1 0 | 0 1 ; 1 | 1 | 1"]);
    assert_eq!(subgame::verify(&game, &mixes("001")), Ok(true));
    assert_eq!(subgame::verify(&game, &mixes("000")), Ok(false));
    let form = normal_form(&game).expect("small");
    assert!(
        games::two::pure::equilibria(&form.game).iter().all(|&(row, _)| form.game.actions(Player::Row)[row] == "R")
    );
}

/// V19: Selten (1975), figure 3. All play L, and 3 at most one time in three R, with a belief of at most 5/8 in 1's having
/// begun with R: 3μ against 5(1 − μ). Beside it one that mixes: 3 plays R three times in four for 2 to be indifferent
/// (4·¾ = 3), 2 does so five times in eight for 1 (1 + 2·⅝ = 3·¾), and 1 begins with R 25 times in 49, so that 3 believes 5/8.
#[test]
fn published_selten_figure_3() {
    let game = tree(
        3,
        vec![
            choice(0, 1, &["R", "L"]),
            choice(2, 1, &["R", "L"]),
            end(&[3, 0, 3]),
            end(&[0, 0, 0]),
            choice(1, 1, &["R", "L"]),
            choice(0, 2, &["R", "L"]),
            choice(2, 1, &["R", "L"]),
            end(&[4, 4, 0]),
            end(&[0, 0, 5]),
            end(&[2, 0, 0]),
            end(&[1, 3, 0]),
        ],
    );
    // Sets in preorder: 1's first, 3's, 2's, 1's second.
    let wanted = [
        "0 1 | 0 1 | 0 1 | 0 1 ; 1 | 0 1 | 1 | 1",
        "0 1 | 0 1 | 0 1 | 0 1 ; 1 | 5/8 3/8 | 1 | 1",
        "0 1 | 1/3 2/3 | 0 1 | 0 1 ; 1 | 5/8 3/8 | 1 | 1",
        "25/49 24/49 | 3/4 1/4 | 5/8 3/8 | 1 0 ; 1 | 5/8 3/8 | 1 | 1",
    ];
    assert_eq!(sequential(&game), wanted);
}

/// V19: Myerson (1991), figure 2.1, one-card poker: with the winning card Fred raises always, with the other one time in
/// three; Alice meets two raises in three, believing three to one that the card is his; Fred wins a third on the average.
#[test]
fn published_myersons_poker() {
    let poker = efg::read(include_str!("known/myerson1991-2.1.efg")).expect("read").game;
    assert_eq!(sequential(&poker), ["1 0 | 2/3 1/3 | 1/3 2/3 ; 1 | 3/4 1/4 | 1"]);
    let form = normal_form(&poker).expect("small");
    let answer = games::solve(&form.game);
    assert!(answer.is_complete() && answer.equilibria.len() == 1);
    let third = grow::number("1/3");
    assert_eq!(answer.equilibria[0].certificate.payoffs, [third.clone(), -&third]);
}

/// V19: Myerson (1991), figure 4.2: with a player for each set (B, W, Z) is an equilibrium; it is none of the game, in
/// which 1 moves twice and would rather play A and Y.
#[test]
fn published_myerson_figure_4_2() {
    let game = |second: usize| {
        let paid = |a: i64, b: i64| if second == 0 { end(&[a, b]) } else { end(&[a, b, a]) };
        let list = vec![
            choice(0, 1, &["A", "B"]),
            choice(1, 1, &["W", "X"]),
            choice(second, 2, &["Y", "Z"]),
            paid(3, 0),
            paid(0, 0),
            choice(second, 2, &["Y", "Z"]),
            paid(2, 3),
            paid(4, 1),
            choice(1, 1, &["W", "X"]),
            paid(2, 3),
            paid(3, 2),
        ];
        tree(2 + usize::from(second > 0), list)
    };
    let two = game(0);
    // Two mixtures, in which 2 does not mind what it answers, and A with Z against X.
    let wanted = [
        "1/4 3/4 | 1/2 1/2 | 1 0 ; 1 | 1/4 3/4 | 1/2 1/2",
        "1/2 1/2 | 1/3 2/3 | 0 1 ; 1 | 1/2 1/2 | 1/3 2/3",
        "1 0 | 0 1 | 0 1 ; 1 | 1 0 | 0 1",
    ];
    assert_eq!(sequential(&two), wanted);
    let form = normal_form(&two).expect("small");
    let place = |player: Player, name: &str| {
        form.game.actions(player).iter().position(|action| action == name).expect("a plan")
    };
    let profile = Profile::pure(&form.game, place(Player::Row, "B"), place(Player::Column, "W"));
    assert!(certificate::verify(&form.game, &profile).is_err());
    assert_eq!(games::solve(&form.game).equilibria.len(), 3);
    // A player for each set, payoffs read off the tree: choices of 1, 2 and 1's second self.
    let pays = |choices: &[usize]| match *choices {
        [0, 0, 0] => [3, 0],
        [0, 0, _] => [0, 0],
        [0, _, 0] => [2, 3],
        [0, _, _] => [4, 1],
        [_, 0, _] => [2, 3],
        _ => [3, 2],
    };
    let agents = NormalForm::from_rule(&[2, 2, 2], |player, c| Rational::from(pays(c)[player % 2])).expect("small");
    let found = pure_equilibria(&agents);
    assert!(found.contains(&vec![1, 0, 1]) && found.contains(&vec![0, 1, 1]), "{found:?}");
    // As a tree of three players it is an equilibrium too, but not a sequential one: asked, the second self plays Y.
    assert!(sequential(&game(2)).iter().all(|line| !line.starts_with("0 1 | 1 0 | 0 1")));
}

/// Whether every action in use earns exactly the best that any does, by plain sums.
fn replies_are_best(game: &Bimatrix, profile: &Profile) -> bool {
    Player::BOTH.into_iter().all(|player| {
        let other = profile.of(if player == Player::Row { Player::Column } else { Player::Row });
        let pay = |own: usize, against: usize| match player {
            Player::Row => game.at(player, own, against),
            Player::Column => game.at(player, against, own),
        };
        let earns = |own: usize| other.iter().enumerate().map(|(k, p)| p * pay(own, k)).sum::<Rational>();
        let all: Vec<Rational> = (0..game.count(player)).map(earns).collect();
        let sum: Rational = profile.of(player).iter().cloned().sum();
        let best = all.iter().max().expect("actions");
        sum == Rational::one()
            && profile.of(player).iter().zip(&all).all(|(p, v)| p.is_zero() || (p.is_positive() && v == best))
    })
}

/// V19: every reported profile of the 6×6 game with 75 equilibria, and of the identity games, is of best replies, with no
/// tolerance at all; all are different.
#[test]
fn published_reported_profiles_are_best_replies() {
    let identity = |n: usize| {
        let lines: Vec<Vec<i64>> = (0..n).map(|i| (0..n).map(|j| i64::from(i == j)).collect()).collect();
        Bimatrix::symmetric(&lines.iter().map(Vec::as_slice).collect::<Vec<_>>()).expect("square")
    };
    let games =
        [(known::von_stengel_6x6(), 75), (identity(2), 3), (identity(3), 7), (identity(4), 15), (identity(5), 31)];
    for (game, count) in games {
        let mut profiles: Vec<Profile> = games::solve(&game).equilibria.into_iter().map(|e| e.profile).collect();
        assert!(profiles.iter().all(|profile| replies_are_best(&game, profile)));
        profiles.sort();
        profiles.dedup();
        assert_eq!(profiles.len(), count);
        // Somebody who leaves an action out, or plays it a little more, is told from an equilibrium.
        let mut wrong = profiles[0].clone();
        wrong.mixes[0].rotate_right(1);
        assert!(!replies_are_best(&game, &wrong));
    }
}

/// Selten's horse as a table of plans pays what the tree pays, profile by profile; a table of two players' plans is the one
/// the solver uses.
#[test]
fn cross_the_table_of_all_plans_is_the_tree() {
    let horse = efg::read(include_str!("known/selten1975-1.efg")).expect("read").game;
    let all = table(&horse).expect("small");
    assert_eq!(all.counts(), [2, 2, 2]);
    for profile in 0..all.profiles() {
        let actions: String = all.choices(profile).iter().map(ToString::to_string).collect();
        let expected = &values(&horse, &certain(&actions))[0];
        assert!((0..3).all(|player| all.payoffs(player)[profile] == expected[player]), "{actions}");
    }
    // Its two kinds of equilibria are equilibria of the table, and (L, L, R) is not: asked, 3 would play L.
    let holds = |actions| games::normal::verify(&all, &certain(actions)).is_ok();
    assert!(holds("001") && holds("100") && !holds("110"));
    for seed in 0..40 {
        let tree = grow::grown(&mut random::Luck(seed), 3, 5, 9);
        let (Ok(form), Ok(all)) = (normal_form(&tree), table(&tree)) else { continue };
        assert_eq!(all, NormalForm::from(&form.game));
    }
}
