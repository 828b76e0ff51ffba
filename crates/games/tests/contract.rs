//! What the crate promises on odd input: clear errors, no panic, and no claim beyond what was searched.

mod random;

use games::number::{MAX_DIGITS, NumberError};
use games::two::certificate::{Refusal, verify};
use games::two::equilibria::{Coverage, solve_within};
use games::{Bimatrix, GameError, Player, Profile, Rational, solve};

#[test]
fn contract_numbers_are_read_as_written_or_refused() {
    let good = [
        ("3", "3"),
        (" -0.25 ", "-1/4"),
        (".5", "1/2"),
        ("5.", "5"),
        ("+1/3", "1/3"),
        ("-2/4", "-1/2"),
        ("1e-3", "1/1000"),
        ("2.5E+2", "250"),
        ("-0", "0"),
        ("4 / 6", "2/3"),
    ];
    for (text, printed) in good {
        assert_eq!(text.parse::<Rational>().map(|v| v.to_string()), Ok(printed.to_string()), "{text}");
    }
    for text in [
        "", ".", "-", "1/", "/2", "1/-2", "0.5/2", "1e", "1e1.5", "inf", "NaN", "1_000", "0x1", "1,5", "٣", "--1",
        "1-2",
    ] {
        assert!(matches!(text.parse::<Rational>(), Err(NumberError::NotANumber(_))), "{text}");
    }
    assert!(matches!("1/0".parse::<Rational>(), Err(NumberError::ZeroDenominator(_))));
    for text in ["1e999999999999999999999".to_string(), "1e-401".into(), "9".repeat(2 * MAX_DIGITS + 1)] {
        assert_eq!(text.parse::<Rational>(), Err(NumberError::TooLong));
    }
    assert_eq!(Rational::from_f64(f64::NAN), None);
    assert_eq!(Rational::from_f64(f64::INFINITY), None);
    assert_eq!(Rational::from_f64(-0.1).map(|v| v.to_f64()), Some(-0.1));
}

#[test]
fn contract_sizes_are_checked() {
    let row = |n: usize| vec![Rational::zero(); n];
    assert_eq!(Bimatrix::unnamed(vec![], vec![]), Err(GameError::NoActions(Player::Row)));
    assert_eq!(Bimatrix::unnamed(vec![vec![]], vec![vec![]]), Err(GameError::NoActions(Player::Column)));
    let ragged = Bimatrix::unnamed(vec![row(2), row(3)], vec![row(2), row(2)]);
    assert_eq!(ragged, Err(GameError::RowLength(Player::Row, 1, 3, 2)));
    let short = Bimatrix::unnamed(vec![row(2), row(2)], vec![row(2)]);
    assert_eq!(short, Err(GameError::Rows(Player::Column, 1, 2)));
    assert_eq!(Bimatrix::unnamed(vec![row(128)], vec![row(128)]), Err(GameError::TooManyActions(129)));
    assert!(Bimatrix::symmetric(&[&[1, 2, 3], &[4, 5, 6]]).is_err());
    assert!(Bimatrix::symmetric(&[&[1, 2], &[4]]).is_err());
}

#[test]
fn contract_extreme_shapes_are_solved() {
    for (m, n) in [(1, 1), (1, 127), (127, 1), (2, 126), (126, 2), (64, 2)] {
        let game = random::Luck(1).game(m, n, 5);
        let answer = solve(&game);
        assert!(answer.is_complete() && !answer.equilibria.is_empty(), "{m} by {n}");
    }
    let flat = Bimatrix::unnamed(vec![vec![Rational::from(7); 5]; 5], vec![vec![Rational::from(-7); 5]; 5]);
    let answer = solve(&flat.expect("5 by 5"));
    assert_eq!((answer.equilibria.len(), answer.components.len(), answer.components[0].pieces.len()), (25, 1, 1));
}

#[test]
fn contract_an_answer_out_of_budget_says_so_and_lists_no_falsehood() {
    let game = random::Luck(3).game(10, 10, 100);
    let whole = solve(&game);
    for budget in [0, 1, 100, 500] {
        let answer = solve_within(&game, budget);
        assert_eq!(answer.coverage, Coverage::OutOfBudget { bases: budget, paths: 20, capped: false });
        assert!(answer.coverage.to_string().contains("not complete"));
        assert!(answer.equilibria.iter().all(|e| whole.equilibria.iter().any(|w| w.profile == e.profile)));
    }
}

#[test]
fn contract_profiles_that_are_no_equilibria_are_refused_with_the_reason() {
    let dilemma = Bimatrix::symmetric(&[&[3, 0], &[5, 1]]).expect("2 by 2");
    assert!(verify(&dilemma, &Profile::pure(&dilemma, 1, 1)).is_ok());
    let refused = verify(&dilemma, &Profile::pure(&dilemma, 0, 0)).expect_err("not an equilibrium");
    assert_eq!(refused, Refusal::BetterReply(Player::Row, 0, 1, Rational::from(2)));
    assert_eq!(refused.to_string(), "player 1 plays action 1 although action 2 pays 2 more");
    let certain = vec![Rational::zero(), Rational::one()];
    let with = |mix: Vec<Rational>| verify(&dilemma, &Profile { mixes: [certain.clone(), mix] });
    assert_eq!(with(vec![]), Err(Refusal::Length(Player::Column)));
    assert_eq!(with(vec![Rational::one(), Rational::one()]), Err(Refusal::NotAMix(Player::Column)));
    assert_eq!(with(vec![Rational::from(-1), Rational::from(2)]), Err(Refusal::NotAMix(Player::Column)));
}
