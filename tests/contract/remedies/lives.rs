//! Comparisons in an epidemic: the same bytes on any machine, lives first, a budget kept, and remedies refused where they work nowhere.

use herz_tests::remedies::{GROUND, NATURE, Numbers, epidemic_first, remedy_text, standing_on};
use lab::check::check;
use lab::comparison::Comparison;
use lab::fault::render;
use lab::remedies::{Needs, REMEDIES, kind_of};
use lab::scenario::{Lang, Scenario};
use theory::step::Instructions;

use super::{compared, on, same_bytes};

fn offered(id: &str, kind: &str, carriers: &[&str], cost: f64) -> String {
    remedy_text(id, kind_of(kind).expect("a kind"), 0, carriers, false, &Numbers::default())
        + &format!("cost = {{ value = {cost}, unit = \"share of baseline per year\", source = \"t\" }}\n")
}

const EVERYBODY: [&str; 4] = ["ada", "bob", "cyd", "dan"];

fn scenario() -> Scenario {
    let texts = [
        offered("pool", "pool", &EVERYBODY, 0.01),
        offered("share", "share", &["ada"], 0.002),
        offered("close", "close-borders", &EVERYBODY, 0.2) + "ramp = { value = 0, unit = \"years\", source = \"t\" }\n",
        "[[packages]]\nid = \"both\"\nname = { en = \"Both\", zh = \"二者\" }\nremedies = [\"pool\", \"share\"]\n"
            .to_owned(),
    ];
    standing_on(&epidemic_first(), &texts, &[("clock.end", "2003")])
}

fn comparison(budget: Option<f64>) -> Comparison {
    let scenario = scenario();
    let mut c = on((1950, 2, Instructions::Widest), |running| {
        lab::compare::run(&scenario, lab::compare::sets(&scenario), running)
    });
    c.budget = budget;
    lab::compare::document(&scenario, &c, "test", "hash".into())
}

#[test]
fn contract_a_comparison_in_an_epidemic_does_not_depend_on_threads_or_instructions() {
    let texts = [offered("pool", "pool", &EVERYBODY, 0.01), offered("share", "share", &["ada"], 0.002)];
    let scenario = standing_on(&epidemic_first(), &texts, &[("clock.end", "2001")]);
    same_bytes(|how| compared(&scenario, how), "compare in an epidemic");
}

/// Where the first issue is an epidemic runs are ranked by lives, and everything says so; where it is not, nothing changes.
#[test]
fn contract_lives_come_first_in_an_epidemic_and_nowhere_else() {
    let c = comparison(None);
    assert_eq!(c.measure, "lives");
    let said = |text: &str| c.conditions.iter().any(|t| t.en.contains(text) || t.zh.contains(text));
    assert!(said("Ranked by lives") && said("以生命排序"), "{:?}", c.conditions);
    assert!(c.baseline.lives.as_ref().is_some_and(|lives| lives.deaths.mean > 0.0 && lives.worst.mean > 0.0));
    for run in &c.runs {
        assert!(run.effects.lives.is_some() && run.costs.iter().all(|row| row.deaths.is_some()), "{}", run.id);
    }
    // The one of fewest dead is the one that is named, if its interval is clear.
    let ranked = c.runs.iter();
    let dead = |r: &lab::comparison::RunRow| r.effects.lives.as_ref().map_or(0.0, |lives| lives.deaths.mean);
    let first = ranked.min_by(|a, b| dead(a).total_cmp(&dead(b))).expect("runs");
    let lives = first.effects.lives.as_ref().expect("lives");
    let answer = &c.answer.sentences[0];
    assert!(lives.deaths.ci95[1] < 0.0, "the test needs one that helps: {lives:?}");
    assert!(answer.en.starts_with(&format!("{} saves most lives", first.name.en)), "{}", answer.en);
    assert!(answer.zh.contains("挽救的生命最多") && c.answer.sentences[1].en.contains("deaths fall most in"));
    for (lang, words) in [(Lang::En, "1,000 lives saved"), (Lang::Zh, "挽救的生命（千人）")] {
        let summary = report::comparison_summary(&c, lang, false, 100);
        assert!(summary.contains(words), "{summary}");
        let page = report::comparison_page(&c, lang);
        assert!(page.contains("deaths per million where worst") && page.contains("自身每百万人死亡"));
    }
    // The same with arms first.
    let text = format!("{GROUND}{NATURE}");
    let arms = standing_on(&text, &[offered("pool", "pool", &EVERYBODY, 0.01)], &[("clock.end", "2002")]);
    let c = on((1950, 2, Instructions::Widest), |running| lab::compare::run(&arms, lab::compare::sets(&arms), running));
    let document = lab::compare::document(&arms, &c, "test", "hash".into());
    assert!(document.measure == "security" && document.runs[0].effects.lives.is_some());
    assert!(document.conditions.iter().all(|t| !t.en.contains("Ranked by lives")));
}

/// A budget ranks what is within it, lists what is not, and leaves every effect as it was.
#[test]
fn contract_a_budget_leaves_out_what_costs_more_and_nothing_else() {
    let (plain, tight) = (comparison(None), comparison(Some(0.1)));
    let over =
        |c: &Comparison| -> Vec<String> { c.runs.iter().filter(|r| r.over_budget).map(|r| r.id.clone()).collect() };
    assert!(over(&plain).is_empty());
    assert_eq!(over(&tight), ["close", "pool + close", "share + close"]);
    for (a, b) in plain.runs.iter().zip(&tight.runs) {
        assert_eq!((&a.id, &a.effects, &a.running), (&b.id, &b.effects, &b.running));
        assert_eq!(b.over_budget, b.running.mean > 0.1, "{}", b.id);
    }
    // At full strength from the start it costs its stated share, to the last digit.
    let close = plain.runs.iter().find(|r| r.id == "close").expect("a run");
    assert!((close.running.mean - 0.2).abs() < 1e-12, "{}", close.running.mean);
    assert!(tight.robustness.iter().all(|r| r.id != "close") && plain.robustness.iter().any(|r| r.id == "close"));
    assert!(tight.conditions.iter().any(|t| t.en.contains("Budget 10 %") && t.en.contains("3 of 7")));
    for (lang, words) in [(Lang::En, "Over budget, not ranked: close"), (Lang::Zh, "超出预算，不参与排序")] {
        let summary = report::comparison_summary(&tight, lang, false, 100);
        assert!(summary.contains(words), "{summary}");
    }
    let none = comparison(Some(0.0));
    assert!(none.runs.iter().all(|r| r.over_budget) && none.answer.sentences[0].en.contains("within the budget"));
}

/// What works on an epidemic, a commons or blame is refused, at its line, in a scenario or an issue that has none.
#[test]
fn contract_what_works_nowhere_is_refused_at_its_line() {
    let refused = |text: &str, marked: &str, what: &str| {
        let faults = check(text, &[]).err().unwrap_or_default();
        let shown = render(&faults, "f.toml", Lang::En, false);
        let line = text[..text.rfind(marked).expect("marked")].matches('\n').count() + 1;
        assert_eq!((faults.len(), faults[0].line), (1, line), "{shown}");
        assert!(shown.contains(what), "{what}\n{shown}");
        let chinese = render(&faults, "f.toml", Lang::Zh, false);
        assert!(chinese.contains("需要带有"), "{chinese}");
    };
    let of_nature = [Needs::Health, Needs::Medicine, Needs::Commons, Needs::Trouble];
    for kind in REMEDIES.iter().filter(|kind| of_nature.contains(&kind.needs)) {
        let it = remedy_text("it", kind, 0, &EVERYBODY, false, &Numbers::default());
        let marked = format!("kind = \"{}\"", kind.key);
        refused(
            &format!("{GROUND}{it}"),
            &marked,
            &format!("`{}` needs an issue with {}", kind.key, kind.needs.words().en),
        );
        let there = it.clone() + "issue = \"arms\"\n";
        refused(&format!("{GROUND}{NATURE}{there}"), "issue = \"arms\"", "this issue has none");
        assert!(check(&format!("{GROUND}{NATURE}{it}"), &[]).is_ok(), "{}", kind.key);
    }
    let pledge = kind_of("pledge").expect("a kind");
    let it = remedy_text("it", pledge, 0, &["ada"], false, &Numbers::default());
    let gives = it.clone() + "delivered = { value = 0.1, unit = \"share\", source = \"t\" }\n";
    refused(&format!("{GROUND}{gives}"), "delivered", "`delivered` needs an issue with [issues.health] and medicine");
    assert!(check(&format!("{GROUND}{it}"), &[]).is_ok() && check(&format!("{GROUND}{NATURE}{gives}"), &[]).is_ok());
}
