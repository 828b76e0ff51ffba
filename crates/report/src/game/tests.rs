//! Pages of every named game: well formed, self-contained, in both languages.

use games::named::ALL;
use games::sheet::{Sheet, of_named};
use games::solution::Concept;
use games::vary::vary;

use super::*;
use crate::frame::tests::{asks_nobody, elements};

fn sheet(named: &'static named::Named) -> Sheet {
    of_named(named, named.defaults().expect(named.id), Concept::default()).expect(named.id)
}

#[test]
fn contract_every_named_game_has_a_page() {
    for named in ALL {
        let mut sheet = sheet(named);
        let parameter = &named.parameters[0];
        let (values, low) = (named.defaults().expect(named.id), named.defaults().expect(named.id).of(parameter.id));
        let high = &low + &games::Rational::one();
        sheet.varied = vary(named, &values, parameter.id, &low, &high, 3).ok();
        let page = game_page(&sheet, "0", "herz solve x", &["summary.json"], Lang::En);
        elements(&page);
        asks_nobody(&page);
        assert!(page.contains(named.title.zh) && !page.contains("NaN"), "{}", named.id);
    }
}

#[test]
fn contract_every_picture_has_titles_that_fit() {
    use crate::chart::diagram::metrics::width;
    for named in ALL {
        let Some(picture) = sheet(named).picture else { continue };
        let room = crate::chart::curves::WIDTH;
        for words in [picture.title, picture.x, picture.y] {
            for text in [words.en, words.zh] {
                assert!(!text.is_empty() && width(text, 12.0, false) < room, "{}: {text}", named.id);
            }
        }
        let page = game_page(&sheet(named), "0", "herz solve x", &[], Lang::En);
        let figures = page.matches("<figure>").count();
        assert_eq!(figures, page.matches("<figure><figcaption>").count(), "{}", named.id);
        assert!(figures > 0 && page.contains(&escape(picture.title.zh)), "{}", named.id);
    }
}

#[test]
fn contract_every_game_says_first_what_happens() {
    for named in ALL {
        let sheet = sheet(named);
        assert!(!named.key.is_empty() && named.key.len() <= 4, "{}", named.id);
        for id in named.key {
            assert!(sheet.findings.iter().any(|f| f.id == *id), "{}: {id}", named.id);
        }
        let first = headline::headline(&sheet);
        assert!(first.en.ends_with('.') && first.zh.ends_with('。') && !first.en.contains("{}"), "{}", named.id);
        assert!(first.en.len() < 600, "{}: {}", named.id, first.en);
        // Symbols have one letter, and a bargain's sides are A and B.
        let english = first.zh.split(|c: char| !c.is_ascii_alphabetic()).find(|word| word.len() > 1);
        assert_eq!(english, None, "{}: {}", named.id, first.zh);
        let page = game_page(&sheet, "0", "herz solve x", &[], Lang::En);
        assert!(page.contains(&format!("<p class=\"headline\">{}", both(&first))), "{}", named.id);
        for (lang, text) in [(Lang::En, &first.en), (Lang::Zh, &first.zh)] {
            let summary = game_summary(&sheet, true, lang, false, 140);
            let start: String = summary.lines().take_while(|l| !l.is_empty()).collect();
            let bare = |s: &str| s.split_whitespace().collect::<String>();
            assert_eq!(bare(&start), bare(text), "{}", named.id);
        }
    }
}

/// What the first sentence says of games from files, of which nothing is known but the game.
#[test]
fn contract_the_first_sentence_fits_any_game() {
    let told = |text: &str| {
        let sheet = games::sheet::of_text(text, Concept::default()).expect("a game");
        headline::headline(&sheet)
    };
    let two = told("NFG 1 R \"g\" { \"A\" \"B\" } { 2 2 } 4 4 3 0 0 3 2 2");
    assert_eq!(two.en, "3 Nash equilibria: both choose #1; both choose #1 (2/3) or #2 (1/3); both choose #2.");
    assert_eq!(two.zh, "3 个纳什均衡：双方都选择#1；双方都选择#1（2/3）或#2（1/3）；双方都选择#2。");
    let own = "1 1 1 0 1 1 1 0 1 0 0 1 1 1 0 0 1 0 1 0 0 0 0 0";
    let three = told(&format!("NFG 1 R \"g\" {{ \"A\" \"B\" \"C\" }} {{ 2 2 2 }} {own}"));
    assert_eq!(three.en, "All 3 choose #1: the only Nash equilibrium.");
    let tree = "EFG 2 R \"t\" { \"Ann\" \"Bob\" } p \"\" 1 1 \"first\" { \"in\" \"out\" } 0 \
                p \"\" 2 1 \"after in\" { \"yield\" \"fight\" } 0 t \"\" 1 \"\" { 2, 1 } t \"\" 2 \"\" { 0, 0 } \
                t \"\" 3 \"\" { 1, 3 }";
    let tree = told(tree);
    assert_eq!(tree.en, "Ann chooses in, Bob chooses yield: the only sequential equilibrium.");
    assert_eq!(tree.zh, "Ann选择in，Bob选择yield：这是唯一的序贯均衡。");
}

#[test]
fn contract_a_rounded_number_shows_its_digits() {
    assert_eq!(value(&Value::Real(599.999_999_999_999_8)).en, "≈ 600.000");
    assert_eq!(value(&Value::Real(0.5)).en, "≈ 0.500000");
    assert_eq!(value(&Value::Real(-2.0 / 3.0)).en, "≈ −0.666667");
    assert_eq!(value(&Value::Exact(Rational::from(600))).en, "600");
}

#[test]
fn contract_the_terminal_says_where_the_equilibria_change() {
    let named = named::find("assurance").expect("it is listed");
    let values = named.defaults().expect("defaults");
    let bound = |t: &str| t.parse::<Rational>().expect("a number");
    let along = |low: &str, high: &str| {
        let varied = vary(named, &values, "trust_other", &bound(low), &bound(high), 11).expect("a range");
        varied::lines(&varied).first().cloned().unwrap_or_default()
    };
    assert_eq!(along("0", "1").en, "The list of equilibria changes in kind between 0.6 and 0.7.");
    assert_eq!(along("0", "0.5"), say::CHANGES_NOT.say());
    let mut other = sheet(named);
    other.varied = vary(named, &values, "sucker", &bound("0"), &bound("4"), 5).ok();
    let text = game_summary(&other, true, Lang::En, false, 90);
    assert!(text.contains("At 3 of 5 values it is another game") && text.contains("charts on the page:"), "{text}");
}

#[test]
fn contract_terminal_without_colour_has_no_control_characters() {
    for named in ALL {
        for lang in [Lang::En, Lang::Zh] {
            let text = game_summary(&sheet(named), true, lang, false, 90);
            assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{}", named.id);
        }
    }
}

/// One primitive of a game varied, as it is told in either language.
fn along(game: &str, parameter: &str, low: &str, high: &str) -> Vec<Text> {
    varied::lines(&ranged(game, parameter, low, high))
}

fn ranged(game: &str, parameter: &str, low: &str, high: &str) -> games::vary::Varied {
    let named = named::find(game).expect("it is listed");
    let bound = |t: &str| t.parse::<Rational>().expect("a number");
    vary(named, &named.defaults().expect("defaults"), parameter, &bound(low), &bound(high), 101).expect("a range")
}

/// War is unavoidable while δ(p − p′) exceeds 0.215 of the defaults: until p′ = 0.6 − 0.215/0.95 = 0.3737.
#[test]
fn contract_answers_without_number_say_where_they_turn() {
    let war = along("preventive-war", "later", "0", "0.6");
    assert!(war.iter().any(|t| t.en == "whether war is unavoidable: yes until 0.372, no from 0.378"), "{war:?}");
    assert!(war.iter().any(|t| t.zh == "战争是否不可避免：是（至 0.372 为止），否（自 0.378 起）"), "{war:?}");
    let demand = along("crisis-bargaining", "resolute", "0.1", "0.9");
    let told = "what the claimant demands: “the bold one” until 0.62, “the modest one” from 0.628";
    assert!(demand.iter().any(|t| t.en == told), "{demand:?}");
    let doubt = along("reputation", "steadfast", "0.05", "0.9");
    let told = "The list of equilibria changes in kind between 0.2455 and 0.254, and between 0.492 and 0.5005.";
    assert!(doubt.iter().any(|t| t.en == told), "{doubt:?}");
    assert!(doubt.iter().any(|t| t.en == "whether the first of two is deterred: no until 0.2455, yes from 0.254"));
}

#[test]
fn contract_many_turns_are_counted() {
    let mut varied = ranged("preventive-war", "later", "0", "0.6");
    let answers = varied.answers.iter_mut().find(|a| a.id == "unavoidable").expect("no number");
    answers.values.iter_mut().enumerate().for_each(|(k, a)| *a = Some(games::vary::Answer::Truth(k / 10 % 2 == 0)));
    let told = "whether war is unavoidable: yes until 0.054, no from 0.06 to 0.114, yes from 0.12 to 0.174, \
                no from 0.18 to 0.234, yes from 0.24 to 0.294, and 6 more turns";
    assert!(varied::lines(&varied).iter().any(|t| t.en == told), "{:?}", varied::lines(&varied));
}

#[test]
fn contract_rounded_ends_are_marked() {
    let mut varied = ranged("preventive-war", "later", "0", "0.6");
    let curve = varied.curves.iter_mut().find(|c| c.id == "pull").expect("a number");
    curve.values = (0..101).map(|k| Some([600.0, 0.999_999_6][k / 51])).collect();
    let name = curve.name.en;
    let told = |v: &games::vary::Varied| varied::lines(v).into_iter().map(|t| t.en).find(|t| t.starts_with(name));
    assert_eq!(told(&varied), Some(format!("{name}: 600 → ≈ 1")));
    varied.curves.iter_mut().for_each(|c| c.rounded = true);
    assert_eq!(told(&varied), Some(format!("{name}: ≈ 600 → ≈ 1")));
    assert_eq!([12_345.0, -0.25, 1.0 / 3.0, 1e-4].map(turns::short), ["12345", "−0.25", "≈ 0.333", "0.0001"]);
}

#[test]
fn contract_what_does_not_change_is_named_and_not_drawn() {
    let varied = ranged("preventive-war", "later", "0", "0.6");
    let told = "Do not change: what holds it back, in pies; value of war today to the decliner, in pies per period; \
                largest shift of strength that peace survives.";
    assert!(varied::lines(&varied).iter().any(|t| t.en == told), "{:?}", varied::lines(&varied));
    let page = varied::section(&varied);
    assert_eq!(page.matches("<figcaption>").count(), varied::charts(&varied));
    assert!(!page.contains("<figcaption><span class=\"en\">what holds it back") && page.contains("class=\"here\""));
}

/// A regime that ends is a jump; a slope, a pole and a kink are none.
#[test]
fn contract_only_a_change_of_regime_breaks_a_curve() {
    let of = |f: &dyn Fn(f64) -> f64| varied::jumps(&(0..50).map(|k| Some(f(f64::from(k)))).collect::<Vec<_>>());
    assert_eq!(of(&|x| if x < 20.0 { 0.1 * x } else { 50.0 - x }), [20]);
    assert_eq!(of(&|x| if x < 20.0 { 5.0 } else { 4.0 }), [20]);
    assert!(of(&|x| 3.0 * x).is_empty() && of(&|x| 1.0 / (x - 20.3)).is_empty());
    assert!(of(&|x| 1.0 / (x + 0.01)).is_empty() && of(&|x| (x - 20.0).max(0.0)).is_empty());
    assert!(varied::jumps(&[]).is_empty() && varied::jumps(&[Some(1.0), None, Some(9.0)]).is_empty());
}

#[test]
fn contract_agreement_says_how_far_apart() {
    let flip = |mean: f64, error: f64| {
        let primitive = named::Words { en: "what turns", zh: "转折" };
        Flip { game: "kernel", primitive, closed: 0.5, simulated: population::Estimate { mean, error } }
    };
    let told = |mean: f64, error: f64| agreement(&flip(mean, error));
    assert_eq!(told(0.527, 0.01).en, "2.7 standard errors apart: they agree (four are allowed)");
    assert_eq!(told(0.527, 0.01).zh, "相差 2.7 个标准误：一致（容许四个）");
    assert_eq!(told(0.4, 0.01).en, "10.0 standard errors apart: they do not agree (four are allowed)");
    assert_eq!(told(0.5402, 0.01).en, "4.02 standard errors apart: they do not agree (four are allowed)");
    assert_eq!(told(0.5, 0.0).en, "0.0 standard errors apart: they agree (four are allowed)");
    assert_eq!(told(0.6, 0.0).zh, "相差 ∞ 个标准误：不一致（容许四个）");
    let mut sheet = sheet(named::find("assurance").expect("it is listed"));
    sheet.flips = vec![flip(0.527, 0.01)];
    let said = told(0.527, 0.01);
    assert!(game_page(&sheet, "0", "x", &[], Lang::En).contains(&both(&said)));
    assert!(game_summary(&sheet, true, Lang::Zh, false, 200).contains(&said.zh));
}
