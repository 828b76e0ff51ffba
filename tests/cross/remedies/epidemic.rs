//! Figure 2: arrows against differences of runs, cuts against the same thing set by hand, what is shared out and netted.

use std::collections::BTreeMap;
use std::sync::atomic::AtomicBool;

use lab::check::check;
use lab::draw::draw;
use lab::fault::render;
use lab::mechanism::{Cut, Explained, Mechanism, Staggering, Variant, document, run, variants};
use lab::presets::PRESETS;
use lab::scenario::{Distribution, Lang, Scenario};
use theory::issue::health::Health;
use theory::world::{LANES, Terms};

use super::{agrees, by_run, mean_and_interval, near, running};

const ACTORS: [&str; 8] = ["usa", "china", "eu", "india", "brazil", "south-africa", "serbia", "rest"];

/// The preset without its question of order, whose steps are a year apart.
fn text() -> String {
    let text = PRESETS.iter().find(|preset| preset.id == "covid-2020").expect("a preset").text;
    let at = text.find("[order]").expect("an order");
    let next = at + text[at..].find("[[").expect("a package");
    format!("{}{}", &text[..at], &text[next..])
}

/// The preset for one year, under these settings.
fn epidemic(text: &str, sets: &[(String, String)]) -> Scenario {
    let mut all = vec![("clock.end".to_owned(), "2021".to_owned())];
    all.extend_from_slice(sets);
    check(text, &all).unwrap_or_else(|faults| panic!("{}", render(&faults, "covid", Lang::En, false)))
}

fn explain(scenario: &Scenario, variants: Vec<Variant>) -> Explained {
    let stop = AtomicBool::new(false);
    run(scenario, variants, running(&stop))
}

fn only(scenario: &Scenario, cuts: &[Cut]) -> BTreeMap<&'static str, Vec<f64>> {
    let (_, measures) =
        by_run(&explain(scenario, vec![Variant::without_all(cuts)]).table()).pop_first().expect("a run");
    measures
}

/// Arrow by arrow: which run minus which, at which measure; nothing where the model has nothing to cut.
const ARROWS: [(&str, &str, &str, &str, &str); 25] = [
    ("anarchy", "authority", "", "", ""),
    ("authority", "uncertainty", "whole", "-authority", "ill_uncertainty"),
    ("loss", "misjudgement", "whole", "-losssensitivity", "ill_misreading"),
    ("gains", "misjudgement", "whole", "-relativegains", "ill_misreading"),
    ("urgency", "inattention", "whole", "-distraction", "inattention"),
    ("origin", "uncertainty", "whole", "-nature", "ill_uncertainty"),
    ("transmissibility", "uncertainty", "whole", "-travel", "ill_uncertainty"),
    ("staggering", "uncertainty", "whole", "-staggering", "ill_uncertainty"),
    ("uncertainty", "misjudgement", "whole", "-uncertainty", "ill_misreading"),
    ("inattention", "misjudgement", "whole", "-distraction", "ill_misreading"),
    ("misjudgement", "self-help", "whole", "-uncertainty", "hoarding"),
    ("authority", "self-help", "whole", "-anarchy", "hoarding"),
    ("self-help", "shifting", "whole", "-hoarding", "withheld"),
    ("threat", "unilateral", "whole", "-heterogeneity", "unilateral"),
    ("participation", "governance", "+unequal", "+alike", "unmet"),
    ("consensus", "delay", "+consensus", "+pool", "delay"),
    ("delay", "contradictions", "+consensus", "+pool", "apart"),
    ("sacrifice", "betrayal", "", "", ""),
    ("shifting", "others", "whole", "-hoarding -politics", "others_deaths"),
    ("unilateral", "others", "whole", "-bans -borders", "others_deaths"),
    ("shifting", "contradictions", "whole", "-hoarding -politics", "apart"),
    ("unilateral", "contradictions", "whole", "-bans -borders", "apart"),
    ("contradictions", "uncertainty", "whole", "-ownreference -blame", "ill_uncertainty"),
    ("credibility", "governance", "whole", "-credibility", "unmet"),
    ("contradictions", "traditional", "whole", "-ownreference -blame", "arms_mistrust"),
];

type Runs = BTreeMap<String, BTreeMap<&'static str, Vec<f64>>>;

fn difference(runs: &Runs, plus: &str, minus: &str, at: &str) -> Vec<f64> {
    runs[plus][at].iter().zip(&runs[minus][at]).map(|(a, b)| a - b).collect()
}

/// Every arrow of figure 2 is the difference of the two runs it stands for; what staggering changes too; what no run
/// measures has no number and says why.
#[test]
fn cross_arrows_of_figure_2_are_differences_of_runs() {
    let scenario = epidemic(&text(), &[]);
    let explained = explain(&scenario, variants(&scenario));
    let (runs, document) = (by_run(&explained.table()), document(&scenario, &explained, "v", "h".into()));
    let ids: Vec<&str> = document.diagrams.iter().map(|d| d.id.as_str()).collect();
    assert_eq!(ids, ["formation", "formation-nontraditional", "resolution"]);
    let arrows = &document.diagrams[1].arrows;
    assert_eq!(arrows.len(), ARROWS.len());
    for (arrow, (from, to, plus, minus, at)) in arrows.iter().zip(ARROWS) {
        let what = format!("{from} → {to}");
        assert_eq!((arrow.from.as_str(), arrow.to.as_str()), (from, to));
        if plus.is_empty() {
            assert_eq!((arrow.finding.as_str(), arrow.effect.replications), ("unmeasured", 0), "{what}");
            assert!(arrow.cut.en.starts_with("not measured: ") && arrow.cut.zh.starts_with("未测："), "{what}");
            continue;
        }
        agrees(&arrow.effect, &difference(&runs, plus, minus, at), &what);
        agrees(&arrow.on_outcome, &difference(&runs, plus, minus, "world_deaths"), &what);
        let [mean, low, high] = mean_and_interval(&difference(&runs, plus, minus, at));
        let finding = match () {
            () if (low <= 0.0 && high >= 0.0) || mean.abs() < 1e-9 => "none",
            () if mean > 0.0 => "as-stated",
            () => "opposite",
        };
        assert_eq!(arrow.finding, finding, "{what}");
    }
    let staggering = document.staggering.as_ref().expect("an epidemic staggers");
    let at = ["ill_misreading", "help", "worst_deaths", "worst_unmet", "world_deaths"];
    for (row, at) in staggering.rows.iter().zip(at) {
        agrees(&row.effect, &difference(&runs, "whole", "-staggering", at), &row.id);
    }
    netted(staggering, &runs);
    third(&document, &runs);
    shared(&document, &runs);
}

/// Figure 3 of an epidemic looks at its issue and at its deaths.
fn third(document: &Mechanism, runs: &Runs) {
    let arrow = document.diagrams[2].arrows.last().expect("arrows");
    assert_eq!((arrow.from.as_str(), arrow.to.as_str()), ("uncertainty", "eased"));
    agrees(&arrow.effect, &difference(runs, "whole", "-uncertainty", "hoarding"), "eased");
    let signals = &document.diagrams[2].arrows[0];
    agrees(&signals.effect, &difference(runs, "+signals", "whole", "ill_credibility"), "signals");
    agrees(&signals.on_outcome, &difference(runs, "+signals", "whole", "world_deaths"), "signals");
}

/// Three uncertainties: averages over all six orders, shares only where the whole is clear of 0.
fn shared(document: &Mechanism, runs: &Runs) {
    let cuts = ["-uncertainty", "-policyerror", "-nature"];
    let name = |on: &[usize]| -> String {
        let off: Vec<&str> = (0..3).filter(|c| !on.contains(c)).map(|c| cuts[c]).collect();
        if off.is_empty() { "whole".into() } else { off.join(" ") }
    };
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    for (id, at) in [("hoarding", "hoarding"), ("deaths", "world_deaths")] {
        let sharing = document.sharing.iter().find(|s| s.id == id).expect("shared out");
        for (cause, row) in sharing.causes.iter().enumerate() {
            let added = orders.map(|order| {
                let place = order.iter().position(|c| *c == cause).expect("in every order");
                let with = difference(runs, &name(&order[..=place]), &name(&order[..place]), at);
                with.iter().sum::<f64>() / with.len() as f64
            });
            let mean = added.iter().sum::<f64>() / 6.0;
            assert!((row.value.mean - mean).abs() < 1e-9 * mean.abs().max(1.0), "{id} {}: {mean}", row.id);
            let [low, high] = sharing.whole.ci95;
            assert_eq!(row.share[0].is_nan(), low <= 0.0 && high >= 0.0, "{id}");
        }
        assert!(near(sharing.whole.mean, mean_and_interval(&difference(runs, "whole", &name(&[]), at))[0]), "{id}");
    }
}

/// A cut is what the same thing set in the scenario is.
#[test]
fn cross_cuts_of_figure_2_are_settings() {
    let one = |key: &str, value: &str| vec![(format!("issues.medicine.{key}"), value.to_owned())];
    let many = |keys: &[(&str, &str)]| keys.iter().flat_map(|(key, value)| one(key, value)).collect::<Vec<_>>();
    let bans: Vec<(String, String)> =
        ACTORS.iter().flat_map(|actor| one(&format!("actors.{actor}.ban_price"), "1000000000")).collect();
    let blame = [("adversity.own_reference", "0"), ("adversity.blame", "0"), ("adversity.union", "0")];
    let whole = only(&epidemic(&text(), &[]), &[]);
    for (cuts, sets) in [
        (vec![Cut::LossSensitivity], one("adversity.loss_sensitivity", "1")),
        (vec![Cut::RelativeGains], one("adversity.relative_gains", "0")),
        (vec![Cut::Distraction], one("adversity.distraction", "0")),
        (vec![Cut::OwnReference, Cut::Blame], many(&blame)),
        (vec![Cut::Authority], one("rules", "0.5")),
        (vec![Cut::PolicyError], one("health.policy_error", "0")),
        (vec![Cut::Politics], one("health.politics", "0")),
        (vec![Cut::Travel], one("health.mixing", "0")),
        (vec![Cut::Borders], one("health.closure", "0")),
        (vec![Cut::Bans], bans),
    ] {
        let cut = only(&epidemic(&text(), &[]), &cuts);
        assert!(cut == only(&epidemic(&text(), &sets), &[]), "{cuts:?} is not {sets:?}");
        assert!(cut != whole, "{cuts:?} changes something");
    }
}

/// Staggering cut is the same seeds everywhere, written by hand.
#[test]
fn cross_staggering_cut_is_seeds_in_proportion_to_population() {
    let block = |actor: &str, people: f64| {
        format!(
            "[[issues.health.seeds]]\nactor = \"{actor}\"\narrives = {{ value = 2020.01, unit = \"year\", source = \"t\" }}\n\
             people = {{ value = {people}, unit = \"people\", source = \"t\" }}\n\n"
        )
    };
    let text = text();
    let (before, rest) = text.split_once("[[issues.health.seeds]]").expect("a seed");
    let (_, after) = rest.split_once("[issues.health.travel]").expect("then travel");
    let with = |seeds: &str| epidemic(&format!("{before}{seeds}[issues.health.travel]{after}"), &[]);
    let one = with(&block("china", 200_000.0));
    let health = one.issues[0].physics.health.as_ref().expect("an epidemic");
    let people: Vec<f64> = health
        .actors
        .iter()
        .map(|own| {
            let (_, id) = own.iter().find(|(key, _)| *key == "population").expect("people");
            let Distribution::Value(people) = one.number(*id).distribution else { panic!("stated") };
            people.round()
        })
        .collect();
    let all: f64 = people.iter().sum();
    let parts = ACTORS.iter().zip(&people).map(|(actor, n)| block(actor, (200_000.0 * n / all).round()));
    let spread = with(&parts.collect::<String>());
    assert!(only(&one, &[Cut::Staggering]) == only(&spread, &[]));
    assert!(only(&one, &[]) != only(&spread, &[]));
}

/// What is nature's stands at its median, and nothing else is touched.
#[test]
fn cross_nature_cut_holds_the_virus_at_its_medians() {
    let scenario = epidemic(&text(), &[]);
    let mut held = scenario.clone();
    Cut::Nature.settle(&mut held);
    let natural = ["reproduction", "latent", "infectious", "shield", "immunity", "rescue", "protection", "treatment"];
    let dated = ["since", "transmissibility", "lethality", "escape", "arrives", "people", "fatality"];
    for (before, after) in scenario.numbers.iter().zip(&held.numbers) {
        let is_natural = natural.contains(&before.parameter) || dated.contains(&before.parameter);
        if is_natural {
            let median = before.distribution.quantile(0.5, before.range);
            assert_eq!(after.distribution, Distribution::Value(median), "{}", before.path);
        } else {
            assert_eq!(before, after, "{}", before.path);
        }
    }
    assert!(only(&scenario, &[Cut::Nature]) == only(&held, &[]));
}

/// Who takes part is who carries the pool: all but the one that makes most give all, or all give the same mean share. Both are
/// what a pool written into the scenario does.
#[test]
fn cross_participation_is_who_fills_the_pool() {
    let pool = |carriers: &[&str], share: f64| {
        let number = |key: &str, value: f64, unit: &str| {
            format!("{key} = {{ value = {value}, unit = \"{unit}\", source = \"t\" }}\n")
        };
        let mut text = text();
        text += "\n[[remedies]]\nid = \"figure-pool\"\nname = { en = \"P\", zh = \"池\" }\nkind = \"pool\"\nissue = \"medicine\"\n";
        text += &format!("in_force = true\ncarriers = {carriers:?}\n");
        text += &(number("start", 2020.0, "year") + &number("ramp", 0.0, "years") + &number("pooled", share, "share"));
        text += &number("cost", 0.0, "share of baseline per year");
        for key in ["deliberation", "deliberation_per_member", "deliberation_disagreement"] {
            text += &number(key, 0.0, "years");
        }
        only(&epidemic(&text, &[]), &[])
    };
    let bare = epidemic(&text(), &[]);
    let explained = explain(&bare, variants(&bare));
    let runs = by_run(&explained.table());
    let others: Vec<&str> = ACTORS.into_iter().filter(|actor| *actor != "eu").collect();
    for (name, by_hand) in [("+unequal", pool(&others, 1.0)), ("+alike", pool(&ACTORS, 0.875))] {
        for at in ["unmet", "world_deaths", "apart", "hoarding"] {
            assert!(runs[name][at] == by_hand[at], "{name}: {at}");
        }
    }
    assert!(runs["+unequal"]["unmet"] != runs["+alike"]["unmet"] && runs["+alike"] != runs["+pool"]);
}

/// Where the deaths that alarm, strictness and fatality are alike already, making them alike changes nothing; so with candour.
#[test]
fn cross_what_is_alike_already_is_not_changed() {
    let alike = |key: &str, value: &str| -> Vec<(String, String)> {
        ACTORS.iter().map(|actor| (format!("issues.medicine.actors.{actor}.{key}"), value.to_owned())).collect()
    };
    let sets = [("severity_scale", "1"), ("strictness", "0.5"), ("fatality", "0.0078125"), ("concealment", "0.25")];
    let all: Vec<(String, String)> = sets.iter().flat_map(|(key, value)| alike(key, value)).collect();
    let (same, other) = (epidemic(&text(), &all), epidemic(&text(), &[]));
    for cut in [Cut::Heterogeneity, Cut::Credibility] {
        assert!(only(&same, &[cut]) == only(&same, &[]), "{cut:?}");
        assert!(only(&other, &[cut]) != only(&other, &[]), "{cut:?}");
    }
}

/// What makes countries unlike, cut: everybody has the mean over people, of this and of nothing else.
#[test]
fn cross_heterogeneity_cut_gives_everybody_the_mean_over_people() {
    let drawn = draw(&epidemic(&text(), &[]), 1950, 0);
    let health = |terms: &Terms<LANES>| -> Health<LANES> {
        terms.issues.iter().find_map(|issue| issue.physics.health.clone()).expect("an epidemic")
    };
    let before = health(&drawn.terms);
    let people = &before.epidemic.population;
    let parts = |h: &Health<LANES>| {
        [&h.state.scale, &h.state.strictness, &h.epidemic.fatality, &h.state.concealment].map(Clone::clone)
    };
    for (cut, levelled) in
        [(Cut::Heterogeneity, [true, true, true, false]), (Cut::Credibility, [false, false, false, true])]
    {
        let mut terms = drawn.terms.clone();
        cut.apply(&mut terms, &drawn);
        for ((old, new), level) in parts(&before).iter().zip(parts(&health(&terms))).zip(levelled) {
            for l in 0..LANES {
                let all: f64 = people.iter().map(|n| n[l]).sum();
                let mean = old.iter().zip(people).map(|(v, n)| v[l] * (n[l] / all)).sum::<f64>();
                assert!((0..people.len()).all(|i| near(new[i][l], if level { mean } else { old[i][l] })), "{cut:?}");
            }
        }
    }
}

/// The sentence on staggering says of each row what it shows: at least a hundredth of its level, and clear of 0; and what the last two net to.
fn netted(staggering: &Staggering, runs: &Runs) {
    let way = |row: usize, at: &str| {
        let effect = &staggering.rows[row].effect;
        let level = runs["whole"][at].iter().sum::<f64>() / runs["whole"][at].len() as f64;
        match effect.ci95 {
            _ if effect.mean.abs() < 0.01 * level.abs() => 0,
            [low, high] => i8::from(low > 0.0) - i8::from(high < 0.0),
        }
    };
    let says = |way: i8, words: [&str; 3]| {
        let want = words[usize::try_from(way + 1).expect("−1 to 1")];
        assert!(staggering.sentence.en.contains(want), "{want}: {}", staggering.sentence.en);
    };
    says(way(0, "ill_misreading"), ["makes reading truer", "leaves misreading as it is", "adds to misreading"]);
    says(way(1, "help"), ["lets less help through", "frees no help", "frees capacity to help"]);
    let (dies, lacks) = (way(2, "worst_deaths"), way(3, "worst_unmet"));
    says(dies, ["fewer of the worst hit die", "as many of the worst hit die", "more of the worst hit die"]);
    says(lacks, ["the worst off lack less", "the worst off lack as much", "the worst off lack more"]);
    says((dies + lacks).signum(), ["staggering helps", "neither help nor harm", "staggering harms"]);
}
