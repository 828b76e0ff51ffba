//! The parts on nature: what they hold, what they claim, and that nothing makes them stumble.

use lab::outcome::{Band, Effect, Estimate, Outcome};
use lab::scenario::Text;

use crate::frame::tests::{asks_nobody, elements};
use crate::{Lang, render, sample, summary};

fn flood_band(b: &mut Band, value: f64, records: usize) {
    b.year.truncate(records);
    for column in [&mut b.mean, &mut b.q05, &mut b.q25, &mut b.q50, &mut b.q75, &mut b.q95] {
        *column = vec![value; b.year.len()];
    }
}

/// Replaces every number of an epidemic, a commons and trouble.
fn flood(o: &mut Outcome, value: f64, records: usize) {
    let e = Estimate { mean: value, q05: value, q50: value, q95: value };
    let all = |f: &mut Effect| {
        (f.mean, f.q05, f.q50, f.q95, f.ci95, f.positive) = (value, value, value, value, [value; 2], value);
    };
    for h in &mut o.physics.health {
        (h.world_deaths, h.world_deaths_per_million, h.world_infected, h.doses_in_store) = (e, e, e, e);
        flood_band(&mut h.world_deaths_by_time, value, records);
        for a in &mut h.actors {
            for band in [&mut a.deaths, &mut a.cases, &mut a.doses, &mut a.restriction, &mut a.compliance] {
                flood_band(band, value, records);
            }
            (a.deaths_per_million, a.infected, a.loss, a.burden, a.shortage) = (e, e, e, e, e);
            a.tally.iter_mut().for_each(|t| t.1 = e);
            for seen in &mut a.observed {
                seen.observed.values.fill(value);
                (seen.observed.coverage50, seen.observed.coverage90) = (value, value);
            }
        }
        for c in &mut h.contradictions {
            all(&mut c.own);
            all(&mut c.others);
            c.opposed = e;
        }
    }
    for c in &mut o.physics.commons {
        flood_band(&mut c.resource, value, records);
        flood_band(&mut c.environment, value, records);
        (c.collapsed, c.year_of_collapse) = (e, Some(e));
        for a in &mut c.actors {
            flood_band(&mut a.population, value, records);
            flood_band(&mut a.scarcity, value, records);
            a.caught = e;
        }
    }
    for a in o.physics.trouble.iter_mut().flat_map(|t| &mut t.actors) {
        flood_band(&mut a.severity, value, records);
    }
}

#[test]
fn golden_summary_of_an_epidemic_in_both_languages() {
    let text = |lang| summary(&sample::epidemic(), lang, false, 80);
    assert_eq!(text(Lang::En), include_str!("../../../golden/epidemic.en.txt"));
    assert_eq!(text(Lang::Zh), include_str!("../../../golden/epidemic.zh.txt"));
}

#[test]
fn contract_the_page_holds_all_that_nature_did() {
    let page = render(&sample::epidemic(), Lang::En);
    asks_nobody(&page);
    elements(&page);
    assert_eq!(page.matches("<section").count(), 13);
    for id in 1..=13 {
        assert!(
            page.contains(&format!("<section id=\"s{id}\">")) && page.contains(&format!("href=\"#s{id}\"")),
            "{id}"
        );
    }
    for words in [
        "7 of 8 points inside the 90\u{a0}% band",
        "Of 16 observed points 11 lie inside the 90\u{a0}% band and 5 inside the 50\u{a0}% band",
        "dead per million people in the world 5,190",
        "opposed: 97\u{a0}%",
        "its people’s years under restriction",
        "left of zero is better",
        "they are a proxy",
        "Reported is not true",
        "By construction, not found",
        "collapses (falls under a tenth of capacity) in 32\u{a0}% of runs",
        "累计报告死亡",
        "World Health Organization, invented for a test",
    ] {
        assert!(page.contains(words), "{words}");
    }
    // deaths, doses, rules, population and scarcity, severity: five rows of two.
    assert_eq!(page.matches("<svg class=\"small\"").count(), 10);
}

#[test]
fn contract_nothing_of_nature_stands_where_it_does_nothing() {
    let o = sample::outcome();
    let page = render(&o, Lang::En);
    for words in ["Epidemic", "Commons", "Trouble", "class=\"small\"", ".fours"] {
        assert!(!page.contains(words), "{words}");
    }
    let text = summary(&o, Lang::En, false, 80);
    assert!(!text.contains("epidemic") && !text.contains("contradictions") && !text.contains("commons"));
}

#[test]
fn contract_the_insecurities_are_never_added() {
    let mut o = sample::epidemic();
    o.physics.health[0].world_deaths_per_million.mean = 7000.0;
    let a = &mut o.physics.health[0].actors;
    (a[0].deaths_per_million.mean, a[1].deaths_per_million.mean) = (1111.0, 2222.0);
    let page = render(&o, Lang::En);
    assert!(page.contains("1,110") && page.contains("2,220") && page.contains("7,000"));
    assert!(!page.contains("3,330") && !page.contains("10,300"));
}

#[test]
fn contract_odd_numbers_of_nature_do_not_make_it_stumble() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -1.0, 1.0, 1e300, 1e-300] {
        for records in [0, 1, 2, 105] {
            let mut o = sample::epidemic();
            flood(&mut o, value, records);
            let page = render(&o, Lang::Zh);
            elements(&page);
            for bad in ["NaN", "inf\"", "inf ", "<svg></svg>"] {
                assert!(!page.contains(bad), "{bad} with {value} and {records} records");
            }
            let text = summary(&o, Lang::Zh, false, 80);
            assert!(text.lines().count() <= 35, "{text}");
        }
    }
    let mut o = sample::epidemic();
    let p = &mut o.physics;
    (p.health[0].actors, p.health[0].contradictions) = (vec![], vec![]);
    (p.commons[0].actors, p.trouble[0].actors) = (vec![], vec![]);
    elements(&render(&o, Lang::En));
    assert!(summary(&o, Lang::En, false, 80).contains("epidemic"));
}

#[test]
fn contract_words_of_a_scenario_cannot_leave_their_place() {
    let mut o = sample::epidemic();
    let evil = "</p><script>alert(1)</script>";
    let h = &mut o.physics.health[0];
    (h.actors[0].tally[0].0, h.actors[0].observed[0].what) = (evil.into(), evil.into());
    h.actors[0].observed[0].observed.source = evil.into();
    o.actors[0].name = Text::same(evil);
    o.physics.commons[0].actors[0].actor = evil.into();
    let page = render(&o, Lang::En);
    assert_eq!(page.matches("<script").count(), 1);
    elements(&page);
}

#[test]
fn contract_many_actors_in_an_epidemic_stay_under_one_megabyte() {
    let mut o = sample::epidemic();
    let (row, severe) = (o.physics.health[0].actors[0].clone(), o.physics.trouble[0].actors[0].clone());
    let contradiction = o.physics.health[0].contradictions[0].clone();
    o.physics.health[0].actors = vec![row; 150];
    o.physics.health[0].contradictions = vec![contradiction; 150];
    o.physics.trouble[0].actors = vec![severe; 150];
    let number = o.numbers[1].clone();
    o.numbers = vec![number; 40_000];
    let page = render(&o, Lang::En);
    assert!(page.len() < 1_000_000, "{}", page.len());
    assert!(page.contains("the 8 of 150 actors with most deaths"));
}
