//! Games of many players as files: read exactly, refused with the place, and the same after a round trip.

mod known;
mod random;

use games::gambit::lexer::Fault;
use games::normal::{self, MAX_PAYOFFS, NormalError, NotTwo, Refusal};
use games::{Bimatrix, NormalForm, Player, Rational, gambit::nfg, solve, two::certificate, two::pure};

fn number(text: &str) -> Rational {
    text.parse().expect("a number")
}

fn refused(text: &str) -> Fault {
    nfg::read(text).expect_err(text).first
}

const PENNIES: &str =
    "NFG 1 R \"pennies\" { \"A\" \"B\" } { { \"h\" \"t\" } { \"h\" \"t\" } } \"\"\n1 -1 -1 1 -1 1 1 -1\n";

/// Payoffs listed and payoffs by outcome, strategies named and counted, commas or none: the same game.
#[test]
fn contract_both_forms_of_a_file_say_the_same() {
    let by_outcome = "NFG 1 R \"three by two\" { \"Player 1\" \"Player 2\" }\n\
        { { \"1\" \"2\" \"3\" } { \"1\" \"2\" } }\n\"\"\n\
        { { \"\" 1, 1 } { \"\" 0 2 } { \"\" 0, 2, } }\n1 1 2 3 3 0\n";
    let by_payoff = "NFG 1 D \"three by two\" { \"Player 1\" \"Player 2\" } { 3 2 }\n\
        1 1 1 1 0 2 0 2 0 2 0 0";
    let (first, second) = (nfg::read(by_outcome).expect("read"), nfg::read(by_payoff).expect("read"));
    assert_eq!(first.game, second.game);
    let game = first.game;
    assert_eq!((game.counts(), game.profiles()), (vec![3, 2], 6));
    let at = |choices: &[usize], player: usize| game.payoffs(player)[game.number(choices).expect("exists")].clone();
    assert_eq!((at(&[2, 0], 0), at(&[2, 0], 1)), (Rational::zero(), Rational::from(2)));
    assert_eq!((at(&[1, 0], 1), at(&[2, 1], 1)), (Rational::one(), Rational::zero()));
}

#[test]
fn published_von_stengels_file_is_the_known_game() {
    let text = include_str!("known/vonstengel1999.nfg");
    let read = nfg::read(text).expect("read");
    let game = Bimatrix::try_from(&read.game).expect("two players");
    let known = known::von_stengel_6x6();
    for player in Player::BOTH {
        let cells = (0..6).flat_map(|i| (0..6).map(move |j| (i, j)));
        assert!(cells.into_iter().all(|(i, j)| game.at(player, i, j) == known.at(player, i, j)));
    }
    assert!(read.comment.contains("previously conjectured bound of :math:`2^6 - 1 = 63`"));
    assert_eq!(solve(&game).equilibria.len(), 75);
}

#[test]
fn contract_numbers_in_files_are_exact() {
    let text = "NFG 1 R \"\" { \"1\" \"2\" } { 2 2 } 1.5e-3 1/3 -.25 +4 0.1 1E2 -2/4 7.";
    let game = nfg::read(text).expect("read").game;
    assert_eq!(game.payoffs(0), ["3/2000", "-1/4", "1/10", "-1/2"].map(number));
    assert_eq!(game.payoffs(1), ["1/3", "4", "100", "7"].map(number));
}

/// What is written is read back as the same game, whatever its names.
#[test]
fn contract_writing_and_reading_gives_the_same_game() {
    let mut luck = random::Luck(31);
    let odd = ["", "a \"quoted\" word", "back\\slash\\", "\\\"", "two\nlines", "{ 1, 2 }", "甲", "\u{feff}", "\\n"];
    for _ in 0..300 {
        let players = 1 + luck.below(4) as usize;
        let counts: Vec<usize> = (0..players).map(|_| 1 + luck.below(3) as usize).collect();
        let mut name = || odd[luck.below(odd.len() as u64) as usize].to_string();
        let (title, comment) = (name(), name());
        let names: Vec<String> = (0..players).map(|_| name()).collect();
        let actions: Vec<Vec<String>> = counts.iter().map(|&c| (0..c).map(|_| name()).collect()).collect();
        let profiles = counts.iter().product();
        let mut value = || Rational::new((luck.below(2000) - 1000).into(), (1 + luck.below(99)).into()).expect("over");
        let payoffs = (0..players).map(|_| (0..profiles).map(|_| value()).collect()).collect();
        let game = NormalForm::new(title, names, actions, payoffs).expect("fits");
        let read = nfg::read(&nfg::write(&game, &comment)).expect("read back");
        assert_eq!((read.game, read.comment), (game, comment));
    }
}

#[test]
fn contract_faults_name_the_place_and_what_would_be_right() {
    let fault = refused("NFG 1 R \"pennies\" { \"A\" \"B\" } { 2 2 }\n1 -1 -1 1\n-1 nan 1 -1\n");
    assert_eq!((fault.line, fault.column), (3, 4));
    let shown = "line 3, column 4: nan is not a finite number\n  -1 nan 1 -1\n     ^\n\
        right would be: a number like 3, -0.25, 1e-3 or 1/3";
    assert_eq!(fault.to_string(), shown);
    assert!(fault.chinese().starts_with("第 3 行第 4 列：nan 不是有限的数"), "{}", fault.chinese());
    let cases = [
        ("", (1, 1), "the file ends here"),
        ("EFG 2 R \"\" { \"1\" }", (1, 1), "EFG cannot stand here"),
        ("NFG 2 R \"\" { \"1\" }", (1, 5), "2 cannot stand here"),
        ("NFG 1 X \"\" { \"1\" }", (1, 7), "X cannot stand here"),
        ("NFG 1 R \"open", (1, 9), "this quotation mark is never closed"),
        ("NFG 1 R \"\" { }", (1, 12), "a game without players"),
        ("NFG 1 R \"\" { \"1\" \"2\" } { 2 }", (1, 28), "} cannot stand here"),
        ("NFG 1 R \"\" { \"1\" } { 2 2 }", (1, 24), "2 cannot stand here"),
        ("NFG 1 R \"\" { \"1\" } { { \"a\" 2 } }", (1, 28), "2 cannot stand here"),
        ("NFG 1 R \"\" { \"1\" } { 0 }", (1, 22), "player 1 has 0 actions; each has 1 to 1024"),
        ("NFG 1 R \"\" { \"1\" } { 2 } 1", (1, 27), "the file ends here"),
        ("NFG 1 R \"\" { \"1\" } { 2 } 1 1 1", (1, 30), "1 cannot stand here"),
        ("NFG 1 R \"\" { \"1\" } { 2 } 1 1/0", (1, 28), "division by zero"),
        ("NFG 1 R \"\" { \"1\" } { 2 } 1 -Inf", (1, 28), "-Inf is not a finite number"),
        ("NFG 1 R \"\" { \"1\" } { 2 } 1 1e999999999", (1, 28), "the number is too long"),
        ("NFG 1 R \"\" { \"1\" } { 2 } 1 0x1", (1, 28), "0x1 cannot stand here"),
        ("NFG 1 R \"\" { \"1\" } { 2 } { { \"\" 1 } } 1 2", (1, 41), "2 cannot stand here"),
        ("NFG 1 R \"\" { \"1\" } { 2 } { { \"\" 1 2 } } 1 1", (1, 35), "2 cannot stand here"),
        ("NFG 1 R \"\" { \"1\" \"2\" } { 1 1 } { { \"\" 1 } } 1", (1, 41), "} cannot stand here"),
    ];
    for (text, place, wrong) in cases {
        let fault = refused(text);
        assert_eq!(((fault.line, fault.column), fault.wrong.en.as_str()), (place, wrong), "{text}\n{fault}");
        assert!(fault.wrong.zh.chars().chain(fault.right.zh.chars()).any(|c| c > '\u{2e80}'), "{text}");
    }
    let long = format!("NFG 1 R \"\" {{ \"1\" }} {{ 2 }} 1 {}", "9".repeat(5000));
    assert!(refused(&long).shown.chars().count() <= 100);
}

/// Every word that is no number is told, up to ten, and what ends the reading after them unless it may follow from
/// them: what is left over, and a mark that is never closed, as the one forgotten may stand before.
#[test]
fn contract_all_bad_numbers_are_told_together() {
    let told = |text: &str| {
        let faults = nfg::read(text).expect_err(text);
        faults.all().map(|f| (f.line, f.column)).collect::<Vec<_>>()
    };
    let head = "NFG 1 R \"\" { \"1\" \"2\" } { 2 2 }\n";
    assert_eq!(told(&format!("{head}1 nan 2 1/0\nx 3 4 -inf\n")), [(2, 3), (2, 9), (3, 1), (3, 7)]);
    assert_eq!(told(&format!("{head}1 nan 2 3\n4 5 6\n")), [(2, 3), (4, 1)]);
    assert_eq!(told(&format!("{head}1 nan 2 3\n4 5 6 7 8\n")), [(2, 3)]);
    assert_eq!(told(&format!("{head}{{ {{ \"\" 1 x }} {{ \"\" y, 2 }} }}\n1 2 3 0\n")), [(2, 10), (2, 19), (3, 5)]);
    assert_eq!(told(&format!("{head}1 x 2 \"open\n3\n")), [(2, 3)]);
    assert_eq!(told(&format!("{head}1 2 \"open\n3\n")), [(2, 5)]);
    let many = format!("NFG 1 R \"\" {{ \"1\" }} {{ 50 }} {}", "x ".repeat(50));
    assert_eq!(told(&many).len(), 10);
}

/// Sizes are multiplied before anything is allocated, and whatever is read can be written and read again.
#[test]
fn contract_absurd_sizes_and_numbers_are_refused() {
    let sixteen = "\"p\" ".repeat(16);
    let huge = refused(&format!("NFG 1 R \"\" {{ {sixteen} }} {{ {} }}", "1024 ".repeat(16)));
    assert!(huge.wrong.en.starts_with("too large"), "{huge}");
    assert!(refused("NFG 1 R \"\" { \"1\" } { 99999999999999999999 }").wrong.en.contains("cannot stand here"));
    let many = format!("NFG 1 R \"\" {{ {} }}", "\"p\" ".repeat(17));
    assert_eq!(refused(&many).wrong.en, "more than 16 names");
    for value in ["9".repeat(801), format!("0.{}", "7".repeat(400)), format!("{}e400", "9".repeat(700))] {
        assert_eq!(refused(&format!("NFG 1 R \"\" {{ \"1\" }} {{ 1 }} {value}")).wrong.en, "the number is too long");
    }
    for value in ["9".repeat(800), format!("0.{}", "7".repeat(398)), "1e400".into(), "1e-400".into()] {
        let read = nfg::read(&format!("NFG 1 R \"\" {{ \"1\" }} {{ 1 }} {value}")).expect("read");
        assert_eq!(nfg::read(&nfg::write(&read.game, "")).map(|r| r.game), Ok(read.game));
    }
}

#[test]
fn contract_games_of_wrong_size_are_refused() {
    let rule = |_: usize, _: &[usize]| Rational::zero();
    assert_eq!(NormalForm::from_rule(&[], rule), Err(NormalError::Players(0)));
    assert_eq!(NormalForm::from_rule(&[1; 17], rule), Err(NormalError::Players(17)));
    assert_eq!(NormalForm::from_rule(&[2, 0], rule), Err(NormalError::Actions(1, 0)));
    assert_eq!(NormalForm::from_rule(&[1025], rule), Err(NormalError::Actions(0, 1025)));
    assert_eq!(NormalForm::from_rule(&[2; 16], rule), Err(NormalError::TooManyPayoffs));
    assert!(NormalForm::from_rule(&[2; 14], rule).is_ok_and(|g| g.profiles() * 14 <= MAX_PAYOFFS));
    let names = |n: usize| vec![String::new(); n];
    let one = |n: usize| vec![Rational::zero(); n];
    let new = |players, actions, payoffs| NormalForm::new("", names(players), actions, payoffs);
    assert_eq!(new(2, vec![names(2)], vec![one(2)]), Err(NormalError::Names(1, 2)));
    assert_eq!(new(1, vec![names(2)], vec![one(3)]), Err(NormalError::Payoffs(0, 3, 2)));
    assert_eq!(new(1, vec![names(2)], vec![]), Err(NormalError::Payoffs(0, 0, 2)));
    assert_eq!(new(1, vec![names(2)], vec![one(2), one(2)]), Err(NormalError::Players(2)));
    let three = NormalForm::from_rule(&[2, 2, 2], rule).expect("small");
    assert_eq!(Bimatrix::try_from(&three), Err(NotTwo::Players(3)));
    assert_eq!((three.number(&[1, 1, 2]), three.number(&[1, 1]), three.number(&[1, 0, 1, 0])), (None, None, None));
    assert!((0..8).all(|k| three.number(&three.choices(k)) == Some(k)));
}

/// Two proofs of one profile: the one for two players and the one for any number say the same.
#[test]
fn cross_certificates_agree_with_those_of_two_players() {
    let mut luck = random::Luck(32);
    for _ in 0..200 {
        let game = luck.game(1 + luck.0 as usize % 4, 3, 4);
        let normal = NormalForm::from(&game);
        assert_eq!(Bimatrix::try_from(&normal).as_ref(), Ok(&game));
        for equilibrium in solve(&game).equilibria {
            let proof = normal::verify(&normal, &equilibrium.profile.mixes).expect("an equilibrium");
            assert_eq!(proof.values, equilibrium.certificate.values);
            assert_eq!(proof.payoffs, equilibrium.certificate.payoffs);
        }
        for i in 0..game.rows() {
            let profile = games::Profile::pure(&game, i, 0);
            let two = certificate::verify(&game, &profile).is_ok();
            assert_eq!(normal::verify(&normal, &profile.mixes).is_ok(), two);
            assert_eq!(two, pure::equilibria(&game).contains(&(i, 0)));
        }
    }
}

/// With three players, against the sum written out.
#[test]
fn cross_values_are_the_sum_over_all_profiles() {
    let mut luck = random::Luck(33);
    for _ in 0..50 {
        let counts = [2, 3, 4];
        let table: Vec<i64> = (0..72).map(|_| luck.below(20)).collect();
        let at = |p: usize, c: &[usize]| table[p * 24 + c[0] * 12 + c[1] * 4 + c[2]];
        let game = NormalForm::from_rule(&counts, |p, c| Rational::from(at(p, c))).expect("small");
        let mut mix = |n: usize| {
            let parts: Vec<i64> = (0..n).map(|_| luck.below(4)).chain([1]).collect();
            let sum = Rational::from(parts[..n].iter().sum::<i64>().max(1));
            (0..n).map(|k| Rational::from(parts[k]).over(&sum).expect("positive")).collect::<Vec<_>>()
        };
        let mixes = vec![mix(2), mix(3), mix(4)];
        let values = game.values(1, &mixes).expect("fits");
        for own in 0..3 {
            let term = |i: usize, k: usize| &(&mixes[0][i] * &mixes[2][k]) * &Rational::from(at(1, &[i, own, k]));
            let sum: Rational = (0..2).flat_map(|i| (0..4).map(move |k| (i, k))).map(|(i, k)| term(i, k)).sum();
            assert_eq!(values[own], sum);
        }
        assert_eq!(game.values(3, &mixes), None);
        assert_eq!(game.values(0, &mixes[..2]), None);
    }
    let pennies = nfg::read(PENNIES).expect("read").game;
    let heads = vec![Rational::one(), Rational::zero()];
    assert_eq!(
        normal::verify(&pennies, &[heads.clone(), heads.clone()]),
        Err(Refusal::BetterReply(1, 0, 1, number("2")))
    );
    assert_eq!(normal::verify(&pennies, std::slice::from_ref(&heads)), Err(Refusal::Players(1, 2)));
    assert_eq!(normal::verify(&pennies, &[heads.clone(), vec![]]), Err(Refusal::Length(1)));
    assert_eq!(normal::verify(&pennies, &[heads.clone(), vec![Rational::one(); 2]]), Err(Refusal::NotAMix(1)));
}

/// A game that only counts heads is told by number, and only such a game is.
#[test]
fn contract_games_that_count_heads_are_told_by_number() {
    let rule = |player: usize, choices: &[usize]| {
        let others = choices.iter().enumerate().filter(|&(k, &c)| k != player && c == 0).count();
        Rational::from((10 * others + choices[player]) as i64)
    };
    let game = NormalForm::from_rule(&[2; 4], rule).expect("a game");
    let line = |own: i64| (0..4).map(|k| Rational::from(10 * k + own)).collect::<Vec<_>>();
    assert_eq!(game.by_number(), Some([line(0), line(1)]));
    let spoilt = |player: usize, choices: &[usize]| {
        let extra = i64::from(player == 2 && choices == [0, 1, 1, 0]);
        &rule(player, choices) + &Rational::from(extra)
    };
    assert_eq!(NormalForm::from_rule(&[2; 4], spoilt).expect("a game").by_number(), None);
    assert_eq!(NormalForm::from_rule(&[2, 3, 2], rule).expect("a game").by_number(), None);
    let large = NormalForm::from_rule(&[2; 14], rule).expect("a game");
    assert!(large.by_number().is_some_and(|lines| lines[0].len() == 14));
}

/// A word that does not belong to the list of payoffs is told, and not that one number is left over then.
#[test]
fn contract_numbers_left_over_after_a_fault_are_not_told() {
    let places = |numbers: &str| {
        let text = format!("NFG 1 R \"\" {{ \"A\" \"B\" }} {{ 2 2 }} {numbers}");
        let faults = nfg::read(&text).expect_err(numbers);
        faults.all().map(|fault| fault.column).collect::<Vec<_>>()
    };
    assert_eq!(places("1 2 x 3 4 5 6 7 8"), [36]);
    assert_eq!(places("1 2 3 4 5 6 7 8 9"), [48]);
    assert_eq!(places("1 2 x 3"), [36, 39]);
}
