//! The answer in words against the figures it is about.

use std::sync::atomic::AtomicBool;

use herz_tests::remedies::{Numbers, ground, remedy_text};
use lab::compare::{Compared, Measured, document, run, sets, table};
use lab::comparison::Comparison;
use lab::outcome::Effect;
use lab::remedies::kind_of;
use lab::scenario::Scenario;

use super::{by_run, mean_and_interval, running};

/// A cut that costs much and universalism that costs little, one after the other, and two talks alike but for their luck,
/// without effect; unless set otherwise.
fn scenario(sets: &[(&str, &str)]) -> Scenario {
    let one = |id: &str, kind: &str, carriers: &[&str], cost: f64| {
        remedy_text(id, kind_of(kind).expect("a kind"), 0, carriers, false, &Numbers::default())
            + &format!("cost = {{ value = {cost}, unit = \"share of baseline per year\", source = \"t\" }}\n")
    };
    let talks = |id: &str| {
        one(id, "negotiate", &["ada", "bob", "cyd", "dan"], 0.0)
            + "agreement = { value = 0.8, unit = \"probability\", source = \"t\" }\n\
               concession = { value = 0, unit = \"share\", source = \"t\" }\n\
               rebound = { value = 0, unit = \"share\", source = \"t\" }\n"
    };
    let texts = [
        talks("talk"),
        talks("parley"),
        one("cut", "cut-arms", &["ada", "bob"], 0.08),
        one("care", "universalism", &["ada", "bob", "cyd", "dan"], 0.01),
        "[order]\nfirst_step = [\"cut\"]\nsecond_step = [\"care\"]\nfirst = 2000\ngap = 6\n".to_owned(),
    ];
    ground(&texts, sets)
}

/// Shown to differ from nothing by what is worth a word.
fn clear(e: &Effect) -> bool {
    (e.ci95[0] > 0.0 || e.ci95[1] < 0.0) && e.mean.abs() >= 5e-5
}

/// Variants in which one or the other step helps or harms.
fn variants() -> Vec<(Compared, Comparison)> {
    let cases: [&[(&str, &str)]; 5] = [
        &[],
        &[("remedies.talk.concession", "0.7"), ("remedies.parley.concession", "0.7")],
        &[("remedies.cut.cut", "0.8"), ("remedies.care.care_gain", "0")],
        &[("remedies.care.care_gain", "4"), ("remedies.care.leaders_rate", "5"), ("remedies.cut.cut", "0.01")],
        &[("remedies.cut.cut", "0.8"), ("remedies.care.care_gain", "4"), ("remedies.care.leaders_rate", "5")],
    ];
    let one = |set: &&[(&str, &str)]| {
        let scenario = scenario(set);
        let stop = AtomicBool::new(false);
        let compared = run(&scenario, sets(&scenario), running(&stop));
        let document = document(&scenario, &compared, "v", "h".into());
        (compared, document)
    };
    cases.iter().map(one).collect()
}

/// Worse where it is shown to be worse, better where better, and neither where nothing is shown.
#[test]
fn cross_sentences_on_the_order_follow_their_rows() {
    let mut shown = [0; 3];
    for (_, document) in variants() {
        let text: String = document.answer.sentences.iter().map(|t| t.en.clone() + "\n").collect();
        let gap = |id: &str| &document.order.iter().find(|row| row.id == id).expect("a row").against_papers_order;
        for (at, (id, less, more, none)) in [
            ("second-then-first", "The reverse order is worse", "The reverse order is better", "The order of the two"),
            ("first-only", "Without the second step", "The second step costs security", "Holding alone does as much"),
            ("together", "Both at once is less safe", "Both at once is safer", ""),
        ]
        .into_iter()
        .enumerate()
        {
            let gap = gap(id);
            let want = match (clear(gap), gap.mean < 0.0) {
                (true, true) => less,
                (true, false) => more,
                (false, _) => none,
            };
            assert!(text.contains(want), "{id} {gap:?}: {want}\n{text}");
            assert!([less, more].iter().all(|other| *other == want || !text.contains(other)), "{id} {gap:?}\n{text}");
            shown[at] += usize::from(clear(gap));
        }
    }
    assert!(shown.iter().all(|n| *n > 0), "something is shown of each: {shown:?}");
}

/// Decided means that the lead over the next is clear of zero; costs are of their own step; a wrong reading is of a benign
/// partner mistrusted.
#[test]
fn cross_the_answer_keeps_its_figures_apart() {
    let mut open = 0;
    for (compared, document) in variants() {
        let text: String = document.answer.sentences.iter().map(|t| t.en.clone() + "\n").collect();
        let levels = by_run(&table(&compared));
        let mut ranked: Vec<_> = document.runs.iter().collect();
        ranked.sort_by(|a, b| b.effects.security.mean.total_cmp(&a.effects.security.mean));
        let security = |at: usize| levels[&ranked[at].id]["security"].iter();
        let lead: Vec<f64> = security(0).zip(security(1)).map(|(a, b)| a - b).collect();
        let helps = ranked[0].effects.security.ci95[0] > 0.0;
        assert_eq!(document.answer.decided, helps && mean_and_interval(&lead)[1] > 0.0, "{text}");
        open += usize::from(helps && !document.answer.decided);
        let share = |id: &str| {
            let at = compared.sets.iter().position(|s| s.id == id).expect("a set");
            let sum = |lanes: &[[f64; 16]], l: usize| lanes.iter().map(|lane| lane[l]).sum::<f64>();
            let own = |m: &Measured, l: usize| sum(&m.cost, l) / sum(&m.effort, l);
            let all = compared.each(|b, l| own(&b.runs[at], l));
            format!("{:.2} %", 100.0 * all.iter().sum::<f64>() / all.len() as f64)
        };
        let (hold, care) = (share("first-only"), share("second-only"));
        assert!(
            text.contains(&format!("{hold} of all effort for holding, {care} for universalism")),
            "{hold} {care}\n{text}"
        );
        let row = document.interpretation.iter().find(|r| r.reading == "mistrust" && r.partner == "benign");
        let mean = row.expect("a row").everyone.mean;
        // Three decimals, and more where the first two figures stand behind them.
        let decimals = (3..10).find(|d| mean.abs() * 10f64.powi(*d) >= 10.0).unwrap_or(3) as usize;
        let all = format!("{mean:+.decimals$}").replace('-', "−");
        assert!(text.contains(&format!("everybody’s changes by {all} (")), "{all}\n{text}");
    }
    assert!(open > 0, "in some the lead is in doubt though the first helps");
}
