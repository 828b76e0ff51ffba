//! Every named game keeps the promises of the list: it answers at its defaults, refuses what is no number of its own,
//! and each of its primitives matters.

use std::collections::BTreeSet;

use games::named::{ALL, Analysis, Fault, Finding, Game, Named, Value, find};
use games::{Bimatrix, solve};

/// The analysis as text, to see whether anything changed.
fn told(named: &Named, sets: &[(&str, String)]) -> Result<String, Fault> {
    let mut values = named.defaults()?;
    for (id, text) in sets {
        values = named.set(&values, id, text)?;
    }
    (named.analyse)(&values).map(|analysis| format!("{analysis:?}"))
}

fn findings(id: &str, sets: &[(&str, &str)]) -> Vec<Finding> {
    analysis(id, sets).findings
}

fn analysis(id: &str, sets: &[(&str, &str)]) -> Analysis {
    let named = find(id).expect("a named game");
    let mut values = named.defaults().expect("defaults");
    for (name, text) in sets {
        values = named.set(&values, name, text).expect("a value");
    }
    (named.analyse)(&values).expect("an analysis")
}

fn exact(findings: &[Finding], id: &str) -> String {
    match &findings.iter().find(|f| f.id == id).expect("a finding").value {
        Value::Exact(value) => value.to_string(),
        other => panic!("{id}: {other:?}"),
    }
}

fn bimatrix(analysis: Analysis) -> Bimatrix {
    match analysis.game {
        Some(Game::Bimatrix(game)) => game,
        other => panic!("{other:?}"),
    }
}

#[test]
fn contract_every_named_game_answers() {
    for named in ALL {
        let values = named.defaults().expect(named.id);
        let analysis = (named.analyse)(&values).unwrap_or_else(|e| panic!("{}: {e}", named.id));
        assert!(!analysis.findings.is_empty() || analysis.game.is_some(), "{}", named.id);
        let ids: BTreeSet<&str> = analysis.findings.iter().map(|f| f.id).collect();
        assert_eq!(ids.len(), analysis.findings.len(), "{}: two findings of one name", named.id);
        assert!(!named.source.is_empty() && !named.claims.is_empty(), "{}", named.id);
        for words in [named.title, named.story] {
            assert!(!words.en.is_empty() && words.zh.chars().any(|c| c > '\u{2e80}'), "{}", named.id);
        }
        for parameter in named.parameters {
            let again = named.set(&values, parameter.id, parameter.default);
            assert_eq!(
                again.as_ref(),
                Ok(&values),
                "{}: the default of {} is outside its range",
                named.id,
                parameter.id
            );
        }
    }
    let ids: BTreeSet<&str> = ALL.iter().map(|named| named.id).collect();
    assert_eq!(ids.len(), ALL.len());
}

/// Moving any primitive a little, up or down, changes what is told, or makes another game of it.
#[test]
fn contract_every_primitive_matters() {
    for named in ALL {
        let values = named.defaults().expect(named.id);
        let before = told(named, &[]).expect(named.id);
        for parameter in named.parameters {
            let at = values.real(parameter.id);
            let steps = if parameter.whole { [1.0, -1.0, 2.0, -2.0] } else { [0.1, -0.1, 0.001, -0.001] };
            let changed = steps.iter().any(|step| match told(named, &[(parameter.id, format!("{}", at + step))]) {
                Ok(after) => after != before,
                Err(Fault::Together(_)) => true,
                Err(_) => false,
            });
            assert!(changed, "{}: {} changes nothing", named.id, parameter.id);
        }
    }
}

#[test]
fn contract_bad_values_are_refused_and_named() {
    for named in ALL {
        let values = named.defaults().expect(named.id);
        assert!(matches!(named.set(&values, "no-such", "1"), Err(Fault::Unknown(_))));
        for parameter in named.parameters {
            for bad in ["", "nan", "inf", "1/0", "seven", "1e999999999"] {
                let result = named.set(&values, parameter.id, bad);
                assert!(matches!(result, Err(Fault::NotANumber(id, _)) if id == parameter.id), "{}: {bad}", named.id);
            }
            let below = format!("{}", parameter.range[0].parse::<f64>().expect("a bound") - 1.0);
            let refused = named.set(&values, parameter.id, &below);
            assert_eq!(refused, Err(Fault::OutOfRange(parameter.id, parameter.range)), "{}", named.id);
            if parameter.whole {
                let between = format!("{}", values.real(parameter.id) + 0.5);
                let refused = named.set(&values, parameter.id, &between);
                let good = [Err(Fault::NotWhole(parameter.id)), Err(Fault::OutOfRange(parameter.id, parameter.range))];
                assert!(good.contains(&refused), "{}", named.id);
            }
        }
    }
}

/// V01: the indifference probabilities of the stag hunts and chickens there, and the solver's mixed equilibria.
#[test]
fn published_thresholds_of_two_by_two_games() {
    for (id, [t, r, p, s], threshold) in [
        ("stag-hunt", ["3", "4", "2", "1"], "1/2"),
        ("stag-hunt", ["3", "4", "2", "0"], "2/3"),
        ("chicken", ["4", "3", "1", "2"], "1/2"),
        ("chicken", ["1", "0", "-10", "-1"], "9/10"),
    ] {
        let sets = [("temptation", t), ("reward", r), ("punishment", p), ("sucker", s)];
        assert_eq!(exact(&findings(id, &sets), "threshold"), threshold, "{id}");
        let answer = solve(&bimatrix(analysis(id, &sets)));
        let mixed = answer.equilibria.iter().find(|e| !e.profile.is_pure()).expect("a mixed equilibrium");
        assert_eq!(mixed.profile.mixes[0][0].to_string(), threshold, "{id}");
        assert_eq!((answer.equilibria.len(), answer.is_complete()), (3, true), "{id}");
    }
}

#[test]
fn published_order_decides_which_game_it_is() {
    for (id, sets) in [
        ("stag-hunt", [("temptation", "5"), ("reward", "4")]),
        ("prisoners-dilemma", [("temptation", "2"), ("reward", "3")]),
        ("chicken", [("temptation", "2"), ("reward", "3")]),
        ("deadlock", [("temptation", "1"), ("reward", "2")]),
    ] {
        let named = find(id).expect(id);
        let values = sets.iter().try_fold(named.defaults().expect(id), |v, (n, t)| named.set(&v, n, t)).expect(id);
        assert!(matches!((named.analyse)(&values), Err(Fault::Together(_))), "{id}");
    }
}
