//! The mechanism: arrows and shares recomputed from the table of its runs, and cuts against the same thing set by hand.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use herz_tests::remedies::ground;
use lab::draw::draw;
use lab::ensemble::simulate;
use lab::mechanism::{Explained, document, run, variants};
use lab::scenario::Scenario;
use theory::world::LANES;

use super::{agrees, by_run, mean_and_interval, near, running};

type Runs = BTreeMap<String, BTreeMap<&'static str, Vec<f64>>>;

fn explain(scenario: &Scenario) -> Explained {
    let stop = AtomicBool::new(false);
    run(scenario, variants(scenario), running(&stop))
}

fn scenario() -> Scenario {
    // Growth, so that a change of power is there to be cut.
    ground(&[], &[("issues.arms.transition", "2")])
}

/// Run `plus` minus run `minus`, replication by replication.
fn difference(runs: &Runs, plus: &str, minus: &str, measure: &str) -> Vec<f64> {
    runs[plus][measure].iter().zip(&runs[minus][measure]).map(|(a, b)| a - b).collect()
}

const CAUSES: [(&str, &str); 5] = [
    ("anarchy", "-anarchy"),
    ("intention-uncertainty", "-uncertainty"),
    ("cognitive-bias", "-bias"),
    ("power-change", "-powerchange"),
    ("first-strike-fear", "-firststrike"),
];

/// Name of the run in which only these causes are on.
fn only(on: &[usize]) -> String {
    let off: Vec<&str> = (0..5).filter(|c| !on.contains(c)).map(|c| CAUSES[c].1).collect();
    if off.is_empty() { "whole".into() } else { off.join(" ") }
}

/// Every order in which five causes can come.
fn orders() -> Vec<Vec<usize>> {
    let mut all = vec![vec![]];
    for _ in 0..5 {
        all = all
            .into_iter()
            .flat_map(|order: Vec<usize>| {
                (0..5).filter(|c| !order.contains(c)).map(|c| [order.clone(), vec![c]].concat()).collect::<Vec<_>>()
            })
            .collect();
    }
    all
}

/// Shapley values are what each cause adds, averaged over all 120 orders in which the causes can come; they sum to the
/// whole; shares are of the whole, with an interval by jackknife that agrees with the one printed.
#[test]
fn cross_shares_are_the_average_over_all_orders() {
    let scenario = scenario();
    let explained = explain(&scenario);
    let (runs, document) = (by_run(&explained.table()), document(&scenario, &explained, "v", "h".into()));
    assert_eq!(document.replications, 20);
    for (id, measure) in [("hazard", "insecurity"), ("effort", "strengthening")] {
        let sharing = document.sharing.iter().find(|s| s.id == id).expect("shared out");
        let mut values = vec![vec![0.0; 20]; 5];
        for order in orders() {
            for (at, &cause) in order.iter().enumerate() {
                let added = difference(&runs, &only(&order[..=at]), &only(&order[..at]), measure);
                values[cause].iter_mut().zip(added).for_each(|(sum, d)| *sum += d / 120.0);
            }
        }
        let whole = difference(&runs, "whole", &only(&[]), measure);
        agrees(&sharing.whole, &whole, id);
        let mut ranked: Vec<_> = sharing.causes.iter().collect();
        ranked.sort_by(|a, b| b.value.mean.total_cmp(&a.value.mean));
        let said = |n: usize| sharing.sentence.en.contains(&ranked[n].name.en);
        assert!(said(0) && said(1) && !said(2), "{id}: the two largest are named: {}", sharing.sentence.en);
        let sum: f64 = sharing.causes.iter().map(|c| c.value.mean).sum();
        assert!(near(sum, sharing.whole.mean), "{id}: {sum} {}", sharing.whole.mean);
        assert!(near(sharing.causes.iter().map(|c| c.share[0]).sum(), 1.0), "{id}");
        assert!(sharing.whole.mean.abs() > 0.1, "{id}: something to share out");
        for ((cause, row), (name, _)) in values.iter().zip(&sharing.causes).zip(CAUSES) {
            assert_eq!(row.id, name);
            agrees_loosely(&row.value, cause, name);
            let ratio = |skip: usize| {
                let rest = |v: &[f64]| v.iter().enumerate().filter(|(l, _)| *l != skip).map(|(_, x)| x).sum::<f64>();
                rest(cause) / rest(&whole)
            };
            let middle = (0..20).map(ratio).sum::<f64>() / 20.0;
            let spread = (0..20).map(|l| (ratio(l) - middle).powi(2)).sum::<f64>() * 19.0 / 20.0;
            assert!(near(row.share[0], ratio(20)), "{name}");
            let half = row.share[2] - row.share[0];
            assert!(
                (half / (1.96 * spread.sqrt()) - 1.0).abs() < 0.2 || half < 1e-12,
                "{name}: {half} {}",
                spread.sqrt()
            );
            // The delta method itself: Var(a/b) ≈ Var(a − (a/b)·b) / b².
            let left: Vec<f64> = cause.iter().zip(&whole).map(|(c, w)| c - ratio(20) * w).collect();
            let [_, low, high] = mean_and_interval(&left);
            let want = 0.5 * (high - low) / sharing.whole.mean.abs();
            assert!((half - want).abs() < 1e-4 * want + 1e-12, "{name}: {half} {want}");
        }
    }
}

/// What is measured at the nodes is what the years of a run show: means over pairs or actors, issues and years.
#[test]
fn cross_measures_are_what_the_years_show() {
    let scenario = scenario();
    let runs = by_run(&explain(&scenario).table());
    let (drawn, stop) = (draw(&scenario, 1950, 0), AtomicBool::new(false));
    let mut want: BTreeMap<&str, [f64; LANES]> = BTreeMap::new();
    let mut add = |name, l: usize, value: f64| want.entry(name).or_insert([0.0; LANES])[l] += value / 26.0;
    simulate(&scenario, &drawn, &drawn.terms, running(&stop), 0, false, |_, moment| {
        for (k, l) in (0..2).flat_map(|k| (0..LANES).map(move |l| (k, l))) {
            let (issue, reading, world) = (&moment.terms.issues[k], &moment.readings[k], &moment.world.issues[k]);
            for i in 0..4 {
                let (x, need) = (reading.effort[i][l], reading.need_squared[i][l].sqrt());
                add("strengthening", l, 0.25 * (x / reading.baseline[i][l]).ln());
                add("fear", l, 0.25 * reading.fear[i][l] / x);
                add("compliance", l, 0.25 * (x / need).ln());
            }
            let benign = (0..4).filter(|&j| issue.greedy[j][l] < 0.5).count() as f64;
            for (i, j) in (0..16).map(|p| (p / 4, p % 4)).filter(|(i, j)| i != j) {
                let mu = 1.0 / (1.0 + (-world.log_odds[4 * i + j][l]).exp());
                let bits = -(mu * mu.log2() + (1.0 - mu) * (1.0 - mu).log2());
                add("uncertainty", l, bits / 12.0);
                add("misreading", l, (mu - issue.greedy[j][l]).abs() / 12.0);
                // Of three who look at each benign one.
                add("credibility", l, if issue.greedy[j][l] < 0.5 { (1.0 - mu) / (3.0 * benign) } else { 0.0 });
                let threat = issue.reach[4 * i + j][l] * reading.weight[4 * i + j][l] * reading.effort[j][l];
                let over = reading.responsiveness[i][l] * threat * reading.inverse_hold[i][l];
                add("counter", l, 0.5 * (1.0 + over / reading.baseline[i][l].powi(2)).ln() / 12.0);
            }
        }
    })
    .expect("not stopped");
    assert_eq!(want.len(), 7);
    for (name, values) in &want {
        for (got, want) in runs["whole"][name].iter().zip(values) {
            assert!((got - want).abs() < 1e-9, "{name}: {got} {want}");
        }
    }
}

/// The same sum in another order of terms: equal but for rounding.
fn agrees_loosely(effect: &lab::outcome::Effect, values: &[f64], what: &str) {
    let want = mean_and_interval(values);
    let got = [effect.mean, effect.ci95[0], effect.ci95[1]];
    assert!(got.iter().zip(want).all(|(g, w)| (g - w).abs() < 1e-10), "{what}: {got:?} instead of {want:?}");
}

/// Arrow by arrow: which run minus which, at which measure.
const ARROWS: [(&str, &str, &str, &str, &str); 17] = [
    ("anarchy", "uncertainty", "whole", "-anarchy", "uncertainty"),
    ("preferences", "strengthening", "whole", "-selfhelp", "strengthening"),
    ("strengthening", "fear", "whole", "-felt", "fear"),
    ("uncertainty", "misreading", "whole", "-uncertainty", "misreading"),
    ("bias", "misreading", "whole", "-bias", "misreading"),
    ("sensitivity", "misreading", "whole", "-sensitivity", "misreading"),
    ("fear", "counter", "whole", "-felt", "counter"),
    ("misreading", "counter", "whole", "-reading", "counter"),
    ("counter", "insecurity", "whole", "-harm", "insecurity"),
    ("insecurity", "strengthening", "whole", "-feedback", "strengthening"),
    ("signals", "credibility", "+signals", "whole", "credibility"),
    ("commitment", "credibility", "+commitment", "whole", "credibility"),
    ("credibility", "uncertainty", "+signals", "whole", "uncertainty"),
    ("benign", "uncertainty", "+interaction", "whole", "uncertainty"),
    ("mechanism", "compliance", "+mechanism", "whole", "compliance"),
    ("signals", "mechanism", "+signals +mechanism", "+mechanism", "mechanism"),
    ("mechanism", "uncertainty", "+mechanism", "whole", "uncertainty"),
];

/// Every arrow is the difference of the two runs it stands for, and says so with the right word.
#[test]
fn cross_arrows_are_differences_of_runs() {
    let scenario = scenario();
    let explained = explain(&scenario);
    let (runs, document) = (by_run(&explained.table()), document(&scenario, &explained, "v", "h".into()));
    let mut findings = BTreeMap::new();
    let arrows: Vec<_> = document.diagrams.iter().flat_map(|d| &d.arrows).collect();
    assert_eq!(arrows.len(), ARROWS.len() + 2);
    for arrow in arrows {
        let (from, to) = (arrow.from.as_str(), arrow.to.as_str());
        let differences = |measure: Option<&str>| -> Vec<f64> {
            if (from, to) == ("mechanism", "signals") {
                let at = measure.unwrap_or("credibility");
                let beside = difference(&runs, "+signals +mechanism", "+mechanism", at);
                let alone = difference(&runs, "+signals", "whole", at);
                return beside.iter().zip(alone).map(|(a, b)| a - b).collect();
            }
            if (from, to) == ("uncertainty", "eased") {
                return difference(&runs, "whole", "-uncertainty", "insecurity");
            }
            let (.., plus, minus, at) = ARROWS.into_iter().find(|a| (a.0, a.1) == (from, to)).expect("listed");
            difference(&runs, plus, minus, measure.unwrap_or(at))
        };
        let what = format!("{from} → {to}");
        agrees(&arrow.effect, &differences(None), &what);
        agrees(&arrow.on_outcome, &differences(Some("insecurity")), &what);
        let [mean, low, high] = mean_and_interval(&differences(None));
        let finding = match () {
            () if (low <= 0.0 && high >= 0.0) || mean.abs() < 1e-9 => "none",
            () if (mean > 0.0) == (arrow.sign == "+") => "as-stated",
            () => "opposite",
        };
        assert_eq!(arrow.finding, finding, "{what}");
        *findings.entry(finding).or_insert(0) += 1;
    }
    assert!(findings.len() >= 2, "{findings:?}");
}

/// The sentence under a figure counts its arrows, those that the form of a term decides apart.
#[test]
fn cross_sentences_count_the_arrows() {
    let scenario = scenario();
    let document = document(&scenario, &explain(&scenario), "v", "h".into());
    for (diagram, sentence) in document.diagrams.iter().zip(&document.sentences) {
        let as_stated: Vec<_> = diagram.arrows.iter().filter(|a| a.finding == "as-stated").collect();
        let open = as_stated.iter().filter(|a| !a.by_construction).count();
        assert!(open < as_stated.len(), "some are by construction");
        let said = format!(
            ": {} of {} arrows run as the paper says, {open} of them not by construction.",
            as_stated.len(),
            diagram.arrows.len()
        );
        assert!(sentence.en.contains(&said), "{said}: {}", sentence.en);
    }
}

/// A cut is what the same thing set in the scenario is.
#[test]
fn cross_cuts_are_settings() {
    let whole = |sets: &[(String, &str)]| {
        let mut all = vec![("issues.arms.transition", "2")];
        all.extend(sets.iter().map(|(path, value)| (path.as_str(), *value)));
        by_run(&explain(&ground(&[], &all)).table())["whole"].clone()
    };
    let runs = by_run(&explain(&scenario()).table());
    let each = |key: &str| ["ada", "bob", "cyd", "dan"].map(|actor| format!("actors.{actor}.{key}"));
    let both = |key: &str| ["arms", "bombs"].map(|issue| format!("issues.{issue}.{key}"));
    let set = |paths: &[String], value: &'static str| -> Vec<(String, &'static str)> {
        paths.iter().map(|path| (path.clone(), value)).collect()
    };
    let mut unbiased = set(&each("negativity"), "1");
    unbiased.extend(set(&each("misperception"), "0"));
    unbiased.extend(set(&["empathy".into()], "1"));
    unbiased.push(("issues.arms.transition".into(), "0"));
    for (name, sets) in [
        ("-anarchy", set(&both("authority"), "1")),
        ("-firststrike", set(&both("first_strike"), "0")),
        ("-sensitivity", vec![("issues.arms.transition".into(), "0")]),
        ("-bias", unbiased),
    ] {
        for (measure, values) in &whole(&sets) {
            assert_eq!(&runs[name][measure], values, "{name}: {measure}");
        }
        assert!(name == "-sensitivity" || runs[name] != runs["whole"], "{name} changes something");
    }
}

/// Where effort stays where it started it does: output and wars apart, nothing moves it, noise included.
#[test]
fn cross_without_feedback_effort_stays() {
    let still = [
        ("issues.arms.war.attrition_limited", "0"),
        ("issues.arms.war.attrition_extended", "0"),
        ("issues.arms.war.attrition_total", "0"),
        ("issues.arms.war.spoils", "0"),
    ];
    let scenario = ground(&[], &still);
    let runs = by_run(&explain(&scenario).table());
    let got = &runs["-feedback"]["strengthening"];
    // Bob's baseline grows with his output, geometrically between 1999, 2004 and 2012; cyd starts at 1.5 times hers. The
    // mean over thirteen new years, four actors and two issues.
    let bob = |year: i32| {
        let (a, b) = (1.4f64.ln() / 5.0, (2.6f64 / 1.4).ln() / 8.0);
        if year < 2004 { a * f64::from(year - 2000) } else { a * 4.0 + b * f64::from(year - 2004) }
    };
    let fallen: f64 = (2000..=2012).map(bob).sum::<f64>() / 13.0;
    let want = (1.5f64.ln() - fallen) / 8.0;
    assert!(got.iter().all(|g| (g - want).abs() < 1e-9), "{got:?} {want}");
}

/// Where motives are known nobody misreads anybody and nothing is uncertain, from the first year to the last; where output
/// stays nobody dreads a riser, whatever the dread.
#[test]
fn cross_known_motives_are_known_throughout() {
    let runs = by_run(&explain(&scenario()).table());
    // Belief stops a ten-thousandth short of certainty, whose entropy is some thousandths of a bit.
    for (measure, most) in [("misreading", 1.1e-4), ("uncertainty", 2e-3)] {
        assert!(runs["-uncertainty"][measure].iter().all(|v| v.abs() < most), "{:?}", runs["-uncertainty"][measure]);
        assert!(runs["whole"][measure].iter().all(|v| *v > 10.0 * most));
    }
    let calm = by_run(&explain(&ground(&[], &[("issues.arms.transition", "0")])).table());
    let still = only(&[0, 1, 2, 4]);
    assert_eq!(calm[&still], runs[&still]);
    assert_ne!(calm["whole"], runs["whole"]);
}

/// A ladder is never under its first rung: over twelve years, in the first of which it is phased in month by month, that
/// is a mean of so much at least; never more than its last.
#[test]
fn cross_rungs_are_a_mean_over_the_years() {
    let runs = by_run(&explain(&scenario()).table());
    let least = (11.0 + (0..12).map(|month| f64::from(month) / 144.0).sum::<f64>()) / 12.0;
    let rungs = &runs["+mechanism"]["mechanism"];
    assert!(rungs.iter().all(|r| (least - 1e-9..6.0).contains(r)), "{rungs:?}");
    assert!(rungs.iter().any(|r| *r < 12.0 / 11.0 * least), "some hardly climb: {rungs:?}");
    assert!(runs["whole"]["mechanism"].iter().all(|r| *r == 0.0));
}

/// What is put in is what a scenario can have in force: the figure's signals by the smaller three, say.
#[test]
fn cross_what_is_put_in_is_a_remedy() {
    use herz_tests::remedies::{Numbers, remedy_text};
    use lab::remedies::kind_of;
    let put_in = |id: &str, kind: &str, carriers: &[&str], extra: &str| {
        let kind = kind_of(kind).expect("a kind");
        remedy_text(id, kind, 0, carriers, true, &Numbers::default()) + extra
    };
    let everybody = ["ada", "bob", "cyd", "dan"];
    let leading = "leadership = { value = 1, unit = \"1\", source = \"t\" }\n";
    let shallow =
        "toward = [\"ada\", \"bob\", \"cyd\", \"dan\"]\ndepth = { value = 0, unit = \"share\", source = \"t\" }\n";
    let runs = by_run(&explain(&scenario()).table());
    for (name, texts) in [
        ("+commitment", vec![put_in("figure-commitment", "restraint-signal", &["ada"], leading)]),
        ("+interaction", vec![put_in("figure-interaction", "exchange", &["bob", "cyd", "dan"], shallow)]),
        ("+mechanism", vec![put_in("figure-mechanism", "ladder", &everybody, "")]),
        (
            "+signals",
            vec![
                put_in("figure-signals", "restraint-signal", &everybody, ""),
                put_in("figure-self-binding", "self-binding", &everybody, ""),
            ],
        ),
    ] {
        let in_force = by_run(&explain(&ground(&texts, &[("issues.arms.transition", "2")])).table());
        assert_eq!(in_force["whole"], runs[name], "{name}");
        assert_ne!(runs[name], runs["whole"], "{name}");
    }
}
