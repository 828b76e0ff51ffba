//! Games whose equilibria are printed elsewhere.

mod known;

use std::collections::BTreeSet;

use games::two::stability::{Stability, stability};
use games::two::taxonomy::Order;
use games::{Bimatrix, Player, Rational, two::certificate, two::equilibria, two::pure, two::selection};

fn mix(text: &str) -> Vec<Rational> {
    text.split_whitespace().map(|part| part.parse().expect("a number")).collect()
}

/// The extreme equilibria as text: "row mix | column mix".
fn solved(game: &Bimatrix) -> Vec<String> {
    let text = |mix: &[Rational]| mix.iter().map(Rational::to_string).collect::<Vec<_>>().join(" ");
    let answer = games::solve(game);
    assert!(answer.is_complete());
    let profiles = answer.equilibria.iter().map(|e| &e.profile);
    profiles.map(|p| format!("{} | {}", text(p.of(Player::Row)), text(p.of(Player::Column)))).collect()
}

/// The game with T, R, P, S: cooperate first.
fn social(t: i64, r: i64, p: i64, s: i64) -> Bimatrix {
    Bimatrix::symmetric(&[&[r, s], &[t, p]]).expect("2 by 2")
}

/// V19: von Stengel (1999): 75 equilibria, isolated, each with its certificate; more than the 63 once conjectured.
#[test]
fn published_von_stengels_game_has_75_equilibria() {
    let game = known::von_stengel_6x6();
    let answer = games::solve(&game);
    assert!(answer.is_complete() && !answer.degenerate);
    assert_eq!((answer.equilibria.len(), answer.components.len()), (75, 75));
    assert!(answer.components.iter().all(|c| c.is_isolated()));
    for equilibrium in &answer.equilibria {
        assert_eq!(certificate::verify(&game, &equilibrium.profile).as_ref(), Ok(&equilibrium.certificate));
    }
}

/// Winkels (1979): a degenerate 6×2 game with 12 extreme equilibria.
#[test]
fn published_winkels_game_has_12_extreme_equilibria() {
    let row = ["1 3", "1 3", "3 1", "3 1", "5/2 5/2", "5/2 5/2"].map(mix);
    let column = ["1 2", "0 -1", "-2 2", "4 -1", "-1 6", "6 -1"].map(mix);
    let game = Bimatrix::unnamed(row.to_vec(), column.to_vec()).expect("6 by 2");
    let answer = games::solve(&game);
    assert!(answer.is_complete() && answer.degenerate);
    assert_eq!(answer.equilibria.len(), 12);
}

/// V19: the n×n identity game has 2ⁿ − 1 equilibria.
#[test]
fn published_identity_games_have_one_equilibrium_per_set_of_actions() {
    for n in 1..=8 {
        let lines: Vec<Vec<i64>> = (0..n).map(|i| (0..n).map(|j| i64::from(i == j)).collect()).collect();
        let game = Bimatrix::symmetric(&lines.iter().map(Vec::as_slice).collect::<Vec<_>>()).expect("square");
        assert_eq!(solved(&game).len(), (1 << n) - 1);
    }
}

/// von Stengel (2002), Computing equilibria for two-person games, Handbook of Game Theory 3: the running example
/// and its degenerate sibling.
#[test]
fn published_handbook_examples() {
    let game = Bimatrix::whole(&[&[0, 6], &[2, 5], &[3, 3]], &[&[1, 0], &[0, 2], &[4, 3]]).expect("3 by 2");
    assert_eq!(solved(&game), ["2/3 1/3 0 | 1/3 2/3", "0 1/3 2/3 | 2/3 1/3", "0 0 1 | 1 0"]);
    let game = Bimatrix::whole(&[&[3, 3], &[2, 5], &[0, 6]], &[&[3, 3], &[2, 6], &[3, 1]]).expect("3 by 2");
    assert_eq!(solved(&game), ["1 0 0 | 1 0", "1 0 0 | 2/3 1/3", "0 1/3 2/3 | 1/3 2/3"]);
    let answer = games::solve(&game);
    assert_eq!(answer.components.len(), 2);
    assert_eq!(answer.components[0].pieces, [equilibria::Piece { corners: [vec![0], vec![0, 1]] }]);
}

/// V01: the four games of the field and their equilibria, mixed ones with the printed chance of cooperation.
#[test]
fn published_dilemmas_of_the_field() {
    assert_eq!(solved(&social(5, 3, 1, 0)), ["0 1 | 0 1"]);
    assert_eq!(solved(&social(4, 2, 3, 1)), ["0 1 | 0 1"], "deadlock");
    assert_eq!(solved(&social(3, 4, 2, 1)), ["1 0 | 1 0", "1/2 1/2 | 1/2 1/2", "0 1 | 0 1"]);
    assert_eq!(solved(&social(3, 4, 2, 0)), ["1 0 | 1 0", "2/3 1/3 | 2/3 1/3", "0 1 | 0 1"]);
    assert_eq!(solved(&social(4, 3, 1, 2)), ["1 0 | 0 1", "1/2 1/2 | 1/2 1/2", "0 1 | 1 0"]);
    assert_eq!(solved(&social(1, 0, -10, -1)), ["1 0 | 0 1", "9/10 1/10 | 9/10 1/10", "0 1 | 1 0"]);
}

/// Matching pennies, rock-paper-scissors, and battle of the sexes (Luce & Raiffa 1957, ch. 5).
#[test]
fn published_textbook_games() {
    let pennies = Bimatrix::whole(&[&[1, -1], &[-1, 1]], &[&[-1, 1], &[1, -1]]).expect("2 by 2");
    assert_eq!(solved(&pennies), ["1/2 1/2 | 1/2 1/2"]);
    assert!(pennies.is_constant_sum() && pure::equilibria(&pennies).is_empty());
    let rock = Bimatrix::symmetric(&[&[0, -1, 1], &[1, 0, -1], &[-1, 1, 0]]).expect("3 by 3");
    assert_eq!(solved(&rock), ["1/3 1/3 1/3 | 1/3 1/3 1/3"]);
    let sexes = Bimatrix::whole(&[&[2, -1], &[-1, 1]], &[&[1, -1], &[-1, 2]]).expect("2 by 2");
    assert_eq!(solved(&sexes), ["1 0 | 1 0", "3/5 2/5 | 2/5 3/5", "0 1 | 0 1"]);
}

/// V01: 144 classes without exchange of players, 78 with; 12 symmetric; 9, 57, 12 with none, one, two pure
/// equilibria (Rapoport & Guyer 1966).
#[test]
fn published_taxonomy_counts() {
    let all = Order::all();
    assert_eq!(all.len(), 78);
    assert_eq!(all.iter().filter(|order| order.is_symmetric()).count(), 12);
    let pure = |order: &Order| pure::equilibria(&order.game().expect("2 by 2")).len();
    assert_eq!([0, 1, 2].map(|count| all.iter().filter(|o| pure(o) == count).count()), [9, 57, 12]);
    for order in &all {
        assert_eq!(Order::of(&order.game().expect("2 by 2")), Ok(*order));
    }
    let name = |game: Bimatrix| Order::of(&game).expect("strict").name();
    assert_eq!(name(social(5, 3, 1, 0)), Some("prisoner's dilemma"));
    assert_eq!(name(social(3, 4, 2, 1)), Some("stag hunt"));
    assert_eq!(name(social(4, 3, 1, 2)), Some("chicken"));
    assert_eq!(name(social(4, 2, 3, 1)), Some("deadlock"));
    assert_eq!(all.iter().filter(|o| o.name().is_some()).count(), 6);
}

/// V01: 576 pairs of strict orders make 144 games up to the names of rows and columns; each belongs to a class.
#[test]
fn published_576_orders_make_144_games_before_players_are_exchanged() {
    let digits = |code: usize| [code % 4, code / 4 % 4, code / 16 % 4, code / 64].map(|d| d as i64 + 1);
    let orders: Vec<[i64; 4]> = (0..256).map(digits).filter(|o| (1..=4).all(|rank| o.contains(&rank))).collect();
    let mut games = BTreeSet::new();
    let mut classes = BTreeSet::new();
    for a in &orders {
        for b in &orders {
            let places = [[0, 1, 2, 3], [1, 0, 3, 2], [2, 3, 0, 1], [3, 2, 1, 0]];
            games.insert(places.map(|at| (at.map(|k| a[k]), at.map(|k| b[k]))).into_iter().min());
            let game = Bimatrix::whole(&[&a[..2], &a[2..]], &[&b[..2], &b[2..]]).expect("2 by 2");
            classes.insert(Order::of(&game).expect("strict"));
        }
    }
    assert_eq!((orders.len().pow(2), games.len(), classes.len()), (576, 144, 78));
}

/// V01: cooperation risk-dominates in the stag hunt if and only if R + S > T + P; it always payoff-dominates.
#[test]
fn published_risk_dominance_in_the_stag_hunt() {
    for (t, r, p, s) in [(3, 4, 2, 1), (3, 4, 2, 0), (3, 5, 1, 0), (3, 9, 2, 0), (7, 8, 5, -20)] {
        let game = social(t, r, p, s);
        let order = selection::risk_order(&game, (0, 0), (1, 1)).expect("both strict");
        assert_eq!(order, (r + s).cmp(&(t + p)));
        assert!(selection::payoff_dominates(&game, (0, 0), (1, 1)));
    }
    let game = social(3, 4, 2, 0);
    assert_eq!(selection::winners(&game, &pure::strict_equilibria(&game)), (Some((0, 0)), Some((1, 1))));
    assert_eq!(selection::risk_order(&social(5, 3, 1, 0), (0, 0), (1, 1)), None);
}

/// V18: hawk–dove with V = 2, C = 5: the stable share of hawks is 2/5. Stag hunt: both pure ends are stable, the
/// mixed equilibrium is the boundary between them. Rock-paper-scissors: stable where a win gains more than a
/// loss costs, not otherwise (Maynard Smith 1982, appendix D; Hofbauer & Sigmund 1998, §7.7).
#[test]
fn published_evolutionary_stability() {
    let hawk = [mix("-3/2 2"), mix("0 1")];
    let turned = [mix("-3/2 0"), mix("2 1")];
    let hawk = Bimatrix::unnamed(hawk.to_vec(), turned.to_vec()).expect("2 by 2");
    assert_eq!(stability(&hawk, &mix("2/5 3/5")), Some(Stability::Stable));
    assert_eq!(stability(&hawk, &mix("1 0")), Some(Stability::NotAnEquilibrium));
    assert_eq!(stability(&social(3, 4, 2, 0), &mix("1 0")), Some(Stability::Stable));
    assert_eq!(stability(&social(3, 4, 2, 0), &mix("2/3 1/3")), Some(Stability::Invadable));
    for (win, expected) in [(2, Stability::Stable), (1, Stability::Invadable)] {
        let game = Bimatrix::symmetric(&[&[0, -1, win], &[win, 0, -1], &[-1, win, 0]]).expect("3 by 3");
        assert_eq!(stability(&game, &mix("1/3 1/3 1/3")), Some(expected));
    }
}
