//! What comparisons and mechanisms owe: the same bytes on any machine, competition named and decided as said.
//!
//! What is refused and where stands in `remedies/refusals.rs`, where remedies meet in `remedies/meeting.rs`.

mod idle;
mod lives;
mod meeting;
mod refusals;

use std::sync::atomic::AtomicBool;

use herz_tests::remedies::{GROUND, NATURE, Numbers, ground, remedy_text};
use lab::check::check;
use lab::comparison::{Comparison, Effects, RunRow};
use lab::ensemble::Running;
use lab::fault::render;
use lab::outcome::Effect;
use lab::remedies::kind_of;
use lab::scenario::{Lang, Scenario};
use lab::table::Table;
use theory::step::Instructions;

/// How a verb is run: seed, threads, instructions.
type How = (u64, usize, Instructions);

/// Three blocks, the last not full: fewer than seven threads, more than two.
const REPLICATIONS: u32 = 40;

fn on<T: Send>(how: How, body: impl FnOnce(Running<'_>) -> T + Send) -> T {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(how.1).build().expect("threads");
    let stop = AtomicBool::new(false);
    let running =
        Running { seed: how.0, replications: REPLICATIONS, instructions: how.2, stop: &stop, progress: &|_| {} };
    pool.install(|| body(running))
}

/// Document, both pages and the table, as bytes.
type Bytes = [Vec<u8>; 4];

fn compared(scenario: &Scenario, how: How) -> Bytes {
    let c = on(how, |running| lab::compare::run(scenario, lab::compare::sets(scenario), running));
    let document = lab::compare::document(scenario, &c, "test", "hash".into());
    let page = |lang| report::comparison_page(&document, lang).into_bytes();
    let table: Table = lab::compare::table(&c);
    let json = serde_json::to_vec(&document).expect("JSON");
    [json, page(Lang::En), page(Lang::Zh), table.to_parquet().expect("a table")]
}

fn explained(scenario: &Scenario, how: How) -> Bytes {
    let e = on(how, |running| lab::mechanism::run(scenario, lab::mechanism::variants(scenario), running));
    let document = lab::mechanism::document(scenario, &e, "test", "hash".into());
    let page = |lang| report::mechanism_page(&document, lang).into_bytes();
    let json = serde_json::to_vec(&document).expect("JSON");
    [json, page(Lang::En), page(Lang::Zh), e.table().to_parquet().expect("a table")]
}

fn offered(id: &str, kind: &str, carriers: &[&str], numbers: &Numbers) -> String {
    remedy_text(id, kind_of(kind).expect("a kind"), 0, carriers, false, numbers)
}

/// Every rule by which strength comes about, uncertain sizes, a package and the order question.
fn rich() -> Scenario {
    let plain = Numbers::default();
    let uncertain = Numbers { uncertain: true, ..Numbers::default() };
    let everybody = ["ada", "bob", "cyd", "dan"];
    let texts = [
        offered("cut", "cut-arms", &["ada", "bob"], &uncertain),
        offered("care", "universalism", &everybody, &uncertain),
        offered("answer", "tit-for-tat", &["bob"], &plain),
        offered("signal", "restraint-signal", &["ada"], &plain),
        remedy_text("ladder", kind_of("ladder").expect("a kind"), 0, &everybody, true, &plain),
        "[[packages]]\nid = \"all\"\nname = { en = \"All\", zh = \"全\" }\nremedies = [\"signal\", \"care\", \"cut\"]\n\
         [order]\nfirst_step = [\"cut\"]\nsecond_step = [\"care\"]\nfirst = 2002\ngap = 4\n"
            .to_owned(),
    ];
    ground(&texts, &[("clock.end", "2008"), ("issues.arms.transition", "2")])
}

/// The same bytes on any threads and instructions; others under another seed.
fn same_bytes(verb: impl Fn(How) -> Bytes, what: &str) {
    let reference = verb((1950, 1, Instructions::Widest));
    assert!(reference.iter().all(|file| file.len() > 1000), "{what}");
    for (threads, instructions) in [(2, Instructions::Widest), (7, Instructions::Widest), (2, Instructions::Portable)] {
        let got = verb((1950, threads, instructions));
        for (at, name) in ["document", "English page", "Chinese page", "table"].into_iter().enumerate() {
            assert!(got[at] == reference[at], "{what}: {name} differs on {threads} threads, {instructions:?}");
        }
    }
    let other = verb((1951, 2, Instructions::Widest));
    assert!(other.iter().zip(&reference).all(|(a, b)| a != b), "{what}: another seed is another run");
    assert_ne!(reference[1], reference[2], "{what}: pages in two languages");
}

#[test]
fn contract_a_comparison_does_not_depend_on_threads_or_instructions() {
    let scenario = rich();
    same_bytes(|how| compared(&scenario, how), "compare");
}

#[test]
fn contract_a_mechanism_does_not_depend_on_threads_or_instructions() {
    let scenario = rich();
    same_bytes(|how| explained(&scenario, how), "mechanism");
}

/// One number stated.
fn number(key: &str, value: f64, unit: &str) -> String {
    format!("{key} = {{ value = {value}, unit = \"{unit}\", source = \"t\" }}\n")
}

/// A remedy of these sizes, in full strength at once.
fn sized(id: &str, kind: &str, carriers: &[&str], sizes: &str) -> String {
    offered(id, kind, carriers, &Numbers::default()) + &number("ramp", 0.0, "years") + sizes
}

fn comparison(texts: &[String]) -> Comparison {
    let scenario = ground(texts, &[]);
    let how = (scenario.ensemble.seed, 2, Instructions::Widest);
    let c = on(how, |running| lab::compare::run(&scenario, lab::compare::sets(&scenario), running));
    lab::compare::document(&scenario, &c, "test", "hash".into())
}

fn row<'c>(c: &'c Comparison, id: &str) -> &'c RunRow {
    c.runs.iter().find(|r| r.id == id).unwrap_or_else(|| panic!("no run `{id}`"))
}

/// Largest difference of the means of two sets of effects.
fn apart(a: &Effects, b: &Effects) -> f64 {
    let of = |e: &Effects| -> [Effect; 7] {
        [&e.security, &e.deliberate, &e.accidental, &e.waste, &e.trust, &e.effort, &e.dilemma].map(Effect::clone)
    };
    of(a).iter().zip(&of(b)).map(|(a, b)| (a.mean - b.mean).abs()).fold(0.0, f64::max)
}

/// Two of one kind by the same carriers do what the rule says, and the rule is named with both, in both languages, in
/// the document and on the page; where carriers differ nothing competes.
#[test]
fn contract_competition_is_decided_by_the_rule_that_is_named() {
    let cut = |size| number("cut", size, "share") + &number("baseline_cut", 0.0, "share");
    let down = |size| number("standing_down", size, "share") + &number("time", 0.0, "ratio");
    let ratio = |size| number("ratio", size, "ratio");
    // Kind, the two, what both come to, and the rule.
    let cases = [
        ("parity", ratio(0.5), ratio(0.8), ratio(0.5), "the cap on effort: the tighter cap holds", "取较紧的上限"),
        ("cut-arms", cut(0.2), cut(0.3), cut(0.44), "target effort: their effects add up", "作用相加"),
        ("stand-down", down(0.5), down(0.4), down(0.7), "readiness: their factors multiply", "因子相乘"),
    ];
    for (kind, one, other, both, en, zh) in cases {
        let who = ["ada", "bob"];
        let c = comparison(&[sized("one", kind, &who, &one), sized("other", kind, &who, &other)]);
        let alone = comparison(&[sized("one", kind, &who, &both)]);
        let pair = row(&c, "one + other");
        let (short, expected) = (apart(&pair.effects, &row(&alone, "one").effects), &pair.effects);
        assert!(short < 1e-9, "{kind}: both are not what the rule says: {short:e}");
        assert!(apart(expected, &row(&c, "other").effects) > 1e-6, "{kind}: the other alone is something else");
        assert_eq!(pair.competition.len(), 1, "{kind}: {:?}", pair.competition);
        let said = &pair.competition[0];
        assert!(said.en.starts_with("one and other both move ") && said.en.contains(en), "{kind}: {}", said.en);
        assert!(said.zh.starts_with("one与other") && said.zh.contains(zh), "{kind}: {}", said.zh);
        assert!(row(&c, "one").competition.is_empty() && row(&c, "other").competition.is_empty());
        let page = report::comparison_page(&c, Lang::En);
        assert!(page.contains(&said.en) && page.contains(&said.zh), "{kind}: the page names the rule");
    }
    let c =
        comparison(&[sized("one", "cut-arms", &["ada"], &cut(0.2)), sized("other", "cut-arms", &["bob"], &cut(0.3))]);
    assert!(row(&c, "one + other").competition.is_empty(), "carriers differ");
}

/// A scenario without remedies to compare borrows the catalogue's: they fit whatever it has in force, whatever its names,
/// however short its clock and however few its actors.
#[test]
fn contract_what_is_borrowed_fits_any_scenario() {
    let borrows = |text: &str, sets: &[(&str, &str)], what: &str| -> Scenario {
        let sets: Vec<(String, String)> = sets.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
        let own = check(text, &sets).unwrap_or_else(|f| panic!("{what}: {}", render(&f, "own", Lang::En, false)));
        let all = text.to_owned() + &lab::standard::standard(&own);
        check(&all, &sets).unwrap_or_else(|f| panic!("{what}: {}", render(&f, "borrowed", Lang::En, false)))
    };
    let whole = format!("{GROUND}{NATURE}");
    let of_nature = ["close-borders", "enforce-rules", "pool", "open-reporting", "no-blame", "mitigation"];
    let borrowed = borrows(GROUND, &[], "ground").remedies;
    assert!(borrowed.len() == 12 && borrowed.iter().all(|r| !of_nature.contains(&r.kind)), "none that works nowhere");
    let borrowed = borrows(&whole, &[], "whole ground").remedies;
    assert!(of_nature.iter().all(|kind| borrowed.iter().any(|r| r.kind == *kind)) && borrowed.len() == 18);
    for years in 1..5 {
        let end = (2000 + years).to_string();
        let scenario = borrows(GROUND, &[("clock.end", &end)], &end);
        assert_eq!(scenario.order.is_some(), years > 1, "an order needs two years");
    }
    let everybody = ["ada", "bob", "cyd", "dan"];
    for kind in lab::remedies::REMEDIES {
        for mode in 0..kind.modes.len() {
            for id in [kind.key, "parity", "everything"] {
                let text = remedy_text(id, kind, mode, &everybody, true, &Numbers::default());
                let scenario = borrows(&format!("{whole}{text}"), &[], &format!("{id}: {} {mode}", kind.key));
                assert!(scenario.remedies.iter().filter(|r| !r.in_force).all(|r| r.kind != kind.key));
                assert!(scenario.remedies.len() >= 11, "{}", kind.key);
            }
        }
    }
}

/// The answer says that nothing helps only where no interval lies above zero, and that something does only of what does.
#[test]
fn contract_the_answer_agrees_with_its_intervals() {
    let package =
        "[[packages]]\nid = \"both\"\nname = { en = \"Both\", zh = \"二者\" }\nremedies = [\"cut\", \"talk\"]\n";
    let who = ["ada", "bob"];
    let texts = [
        offered("cut", "cut-arms", &who, &Numbers::default()),
        offered("talk", "negotiate", &who, &Numbers::default()),
        package.to_owned(),
    ];
    let scenario = ground(&texts, &[("clock.end", "2004")]);
    let mut said = [0; 3];
    for seed in 1..=60 {
        let c = on((seed, 2, Instructions::Widest), |running| {
            let few = Running { replications: 16, ..running };
            lab::compare::run(&scenario, lab::compare::sets(&scenario), few)
        });
        let document = lab::compare::document(&scenario, &c, "test", "hash".into());
        // The pair is the package: it is ranked once.
        let clear = |r: &&RunRow| r.kind != "pair" && r.effects.security.ci95[0] > 0.0;
        let names: Vec<&str> = document.runs.iter().filter(clear).map(|r| r.name.en.as_str()).collect();
        let sentence = &document.answer.sentences[0].en;
        let helps = names.iter().any(|n| sentence.starts_with(&format!("{n} helps")));
        assert_eq!(sentence.starts_with("No remedy is shown"), names.is_empty(), "{seed}: {names:?}: {sentence}");
        assert!(helps || names.is_empty(), "{seed}: {names:?}: {sentence}");
        let ranked = document.runs.iter().filter(|r| r.kind != "pair");
        let first = ranked.max_by(|a, b| a.effects.security.mean.total_cmp(&b.effects.security.mean)).expect("a run");
        let most = [format!("{} helps most:", first.name.en), format!("{} may help more", first.name.en)];
        assert!(!helps || most.iter().any(|words| sentence.contains(words)), "{seed}: {}: {sentence}", first.name.en);
        said[if !helps { 0 } else { 1 + usize::from(sentence.contains("may help more")) }] += 1;
    }
    assert!(said.iter().all(|n| *n > 0), "every kind of answer comes up: {said:?}");
}
