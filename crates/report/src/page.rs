//! The page: one self-contained HTML file that needs no server, no network and, to be read, no script.

use lab::outcome::Outcome;
use lab::scenario::Text;

use crate::Lang;
use crate::frame::{fitting, frame, header, main};
use crate::numbers::count;
use crate::section::{
    GENEROUS, HAPPENED, Limits, View, answer, basis, cite, definitions, hazard, nature, paths, physics, series,
};
use crate::words::{self, Say, Word, fill, join};

/// From generous to frugal: the first that fits is taken.
const LIMITS: [Limits; 3] = [
    GENEROUS,
    Limits { actors: 8, panels: 12, pairs: 20, tracked: 6, numbers: 300, text: 600, shortened: true },
    Limits { actors: 4, panels: 4, pairs: 8, tracked: 4, numbers: 60, text: 160, shortened: true },
];

/// The report of an outcome as one HTML page under one megabyte. Both languages stand in it; `lang` is shown first.
pub fn render(outcome: &Outcome, lang: Lang) -> String {
    fitting(LIMITS.iter().map(|limits| page(&View { outcome, limits: *limits }, lang)))
}

fn page(view: &View, lang: Lang) -> String {
    let title = view.text(&view.outcome.title);
    let mut parts = vec![
        answer::section(view),
        series::effort(view),
        series::mistrust(view),
        hazard::section(view),
        definitions::section(view),
        paths::section(view),
        hazard::waste(view),
        series::spiral(view),
        basis::section(view),
        cite::section(view),
    ];
    if let Some(happened) = physics::section(view) {
        parts.insert(HAPPENED - 1, happened);
    }
    let style = if nature::headings(view).is_empty() { "" } else { nature::STYLE };
    parts.splice(1..1, nature::sections(view, 2));
    let body = header(&title, &subtitle(view), &warnings(view), &contents(view)) + &main(&parts);
    frame(&title, &view.outcome.herz, lang, style, &body)
}

fn subtitle(view: &View) -> Text {
    let o = view.outcome;
    let (start, end, runs, seed) = (o.start.to_string(), o.end.to_string(), count(o.replications), o.seed.to_string());
    let run = fill(words::SUBTITLE, &[&start, &end, &runs, &seed, &o.herz]);
    let Some(position) = &o.doctrine else { return run };
    let whose = fill(words::POSITION, &[&view.text(&position.name), &position.id]);
    join(&run, Word { en: " · ", zh: " · " }, &whose)
}

fn warnings(view: &View) -> Vec<Text> {
    let o = view.outcome;
    let interrupted = fill(words::INTERRUPTED, &[&count(o.replications), &count(o.requested)]);
    let all = [(o.replications < o.requested, interrupted), (view.limits.shortened, words::SHORTENED.say())];
    all.into_iter().filter(|(applies, _)| *applies).map(|(_, text)| text).collect()
}

fn contents(view: &View) -> Vec<Word> {
    let mut all = vec![
        words::S_ANSWER,
        series::effort_heading(view),
        words::S_MISTRUST,
        words::S_HAZARD,
        words::S_DEFINITIONS,
        words::S_PHASE,
        words::S_WASTE,
        words::S_SPIRAL,
        words::S_BASIS,
        words::S_CITE,
    ];
    if view.happens() {
        all.insert(HAPPENED - 1, words::S_HAPPENED);
    }
    all.splice(1..1, nature::headings(view));
    all
}

#[cfg(test)]
mod tests {
    use lab::outcome::{Band, Estimate};

    use super::*;
    use crate::frame::tests::{asks_nobody, elements};
    use crate::sample;

    /// Replaces every number of a band, and cuts it to so many years.
    fn flood_band(b: &mut Band, value: f64, years: usize) {
        b.year.truncate(years);
        for column in [&mut b.mean, &mut b.q05, &mut b.q25, &mut b.q50, &mut b.q75, &mut b.q95] {
            *column = vec![value; b.year.len()];
        }
    }

    fn all(value: f64) -> Estimate {
        Estimate { mean: value, q05: value, q50: value, q95: value }
    }

    /// Replaces every number that the page draws.
    fn flood(outcome: &mut Outcome, value: f64, years: usize) {
        let e = all(value);
        for a in &mut outcome.actors {
            let bands = [&mut a.effort, &mut a.effort_over_baseline, &mut a.perceived_hazard, &mut a.objective_hazard];
            bands.into_iter().for_each(|b| flood_band(b, value, years));
            (a.greedy, a.security, a.perceived_security, a.waste) = (value, e, e, e);
            if let Some(o) = &mut a.observed {
                o.values.fill(value);
                (o.coverage50, o.coverage90) = (value, value);
            }
        }
        for p in &mut outcome.pairs {
            p.mistrust.iter_mut().for_each(|b| flood_band(b, value, years));
            (p.truth, p.misreading, p.dilemma_if_benign) = (value, e, Some(e));
            p.verdict = lab::outcome::Verdict { harmony: e, security_dilemma: e, predation: e, rivalry: e };
        }
        flood_definitions(&mut outcome.definitions, value, years);
        let r = &mut outcome.spiral_rate;
        (r.peak, r.at_start, r.at_end) = (e, e, e);
        flood_band(&mut r.by_year, value, years);
        flood_phase(&mut outcome.phase, value);
        outcome.waste.iter_mut().for_each(|w| (w.total, w.share) = (e, e));
        outcome.security.iter_mut().for_each(|s| (s.objective, s.perceived) = (e, e));
        outcome.headline.probability = e;
        flood_physics(&mut outcome.physics, value, years);
    }

    fn flood_physics(p: &mut lab::outcome::PhysicsOutcome, value: f64, years: usize) {
        let e = all(value);
        p.wars.iter_mut().for_each(|w| (w.begun, w.any, w.tragic) = (e, e, Some(e)));
        for n in &mut p.nuclear {
            (n.deliberate, n.accidental, n.accident_rate, n.survival) = (e, e, e, e);
            n.by_cause.iter_mut().for_each(|c| c.1 = e);
            for row in &mut n.power {
                flood_band(&mut row.damage, value, years);
                flood_band(&mut row.usable, value, years);
            }
        }
        for node in &mut p.nodes {
            flood_band(&mut node.authority, value, years);
            node.broken = e;
        }
        for remedy in &mut p.remedies {
            remedy.exercised = e;
            remedy.costs.iter_mut().for_each(|c| c.1 = e);
        }
    }

    fn flood_definitions(d: &mut lab::outcome::Definitions, value: f64, years: usize) {
        let e = all(value);
        let (h, s) = (&mut d.harm, &mut d.self_defeat);
        for effect in [&mut h.overall, &mut h.among_benign, &mut s.overall, &mut s.among_benign, &mut s.everyone] {
            (effect.mean, effect.q05, effect.q50, effect.q95) = (value, value, value, value);
            (effect.ci95, effect.positive) = ([value; 2], value);
        }
        (d.uncertainty.entropy, d.uncertainty.brier, d.no_way_out.share) = (e, e, e);
        d.no_way_out.satisfaction = value;
        flood_band(&mut d.uncertainty.entropy_by_year, value, years);
        flood_band(&mut d.uncertainty.brier_by_year, value, years);
        d.no_way_out.options.iter_mut().for_each(|o| o.security = e);
    }

    fn flood_phase(p: &mut lab::outcome::Phase, value: f64) {
        for path in &mut p.paths {
            path.effort.fill(value);
            path.mistrust.fill(value);
        }
        for line in [&mut p.boundary_effort, &mut p.boundary_mistrust, &mut p.boundary_q25, &mut p.boundary_q75] {
            line.fill(value);
        }
        (p.critical_empathy, p.safe_share, p.starts_above) = (value, value, value);
    }

    #[test]
    fn contract_the_page_is_well_formed_and_the_same_each_time() {
        let outcome = sample::outcome();
        let page = render(&outcome, Lang::En);
        assert_eq!(page, render(&outcome, Lang::En));
        let names = elements(&page);
        assert_eq!(names.iter().filter(|n| *n == "section").count(), 22);
        assert!(names.iter().filter(|n| *n == "svg").count() > 40);
    }

    #[test]
    fn contract_the_page_asks_nobody_for_anything() {
        asks_nobody(&render(&sample::outcome(), Lang::En));
    }

    #[test]
    fn contract_both_languages_stand_in_the_page() {
        let outcome = sample::outcome();
        for (lang, head) in
            [(Lang::En, "<html lang=\"en\" class=\"en\">"), (Lang::Zh, "<html lang=\"zh-Hans\" class=\"zh\">")]
        {
            let page = render(&outcome, lang);
            assert!(page.contains(head));
            for words in ["The Cold War arms race", "冷战军备竞赛", "mistrust feeds itself", "猜疑自我滋长", "无路可走"]
            {
                assert!(page.contains(words), "{words}");
            }
        }
    }

    #[test]
    fn contract_no_text_of_a_scenario_becomes_markup() {
        let evil = "</title></style><script>alert(1)</script>\"' onload=x &amp;";
        let mut o = sample::outcome();
        let text = Text::new(evil, &format!("{evil}中"));
        (o.title, o.note, o.headline.sentence) = (text.clone(), text.clone(), text.clone());
        o.headline.caveats.fill(text.clone());
        o.actors.iter_mut().for_each(|a| a.name = text.clone());
        if let Some(series) = &mut o.actors[0].observed {
            (series.unit, series.source, series.note) = (evil.into(), evil.into(), text.clone());
        }
        (o.issues[0].name, o.issues[0].effort_unit, o.waste[0].unit) = (text.clone(), text.clone(), text.clone());
        let n = &mut o.numbers[0];
        (n.path, n.name, n.symbol, n.value) = (evil.into(), text.clone(), evil.into(), evil.into());
        (n.unit, n.basis) = (evil.into(), text.clone());
        o.assumptions[0].value = evil.into();
        o.physics.nuclear[0].by_cause[0].0 = evil.into();
        o.physics.nodes[0].name = text.clone();
        o.physics.remedies[0].name = text.clone();
        o.physics.remedies[0].costs[0].0 = evil.into();
        o.assumptions[0].meaning = text;
        (o.scenario, o.scenario_hash, o.herz) = (evil.into(), evil.into(), evil.into());
        o.files.names[0] = evil.into();
        o.definitions.no_way_out.options[0].option = evil.into();
        let page = render(&o, Lang::En);
        assert_eq!(page.matches("<script").count(), 1);
        assert_eq!(page.matches("</style").count(), 1);
        assert!(page.contains("&lt;script&gt;"));
        elements(&page);
    }

    #[test]
    fn contract_nothing_makes_it_stumble() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -1.0, 1.0, 1e300, 1e-300] {
            for years in [0, 1, 2, 43] {
                let mut o = sample::outcome();
                flood(&mut o, value, years);
                o.replications = 1;
                let page = render(&o, Lang::Zh);
                elements(&page);
                for bad in ["NaN", "inf\"", "inf ", "<svg></svg>"] {
                    assert!(!page.contains(bad), "{bad} with {value} and {years} years");
                }
            }
        }
    }

    #[test]
    fn contract_the_page_claims_no_more_than_it_knows() {
        let mut o = sample::outcome();
        let page = render(&o, Lang::En);
        for words in [
            "90 % simulation error 59–64 %",
            "held fixed",
            "The line is drawn at effort 1.25 times baseline",
            "over the line, 0.5 bits",
            "a disturbance doubles in 1.69 years",
            "looks like restraint",
            "<b><span lang=\"en\">45\u{a0}% of all effort",
            "Dots are published figures",
            "herz run scenario.toml  # ",
        ] {
            let seen = page.contains(words) || page.contains(&words.replace(" %", "\u{a0}%"));
            assert!(seen, "{words}");
        }
        assert!(!page.contains("already in the share") && !page.contains("90\u{a0}% interval"));
        (o.spiral_rate.peak.q05, o.actors[0].observed, o.actors[1].observed) = (-0.1, None, None);
        let page = render(&o, Lang::En);
        assert!(page.contains("the sign is open") && !page.contains("a disturbance doubles"));
        for words in ["Dots are published", "No observed series", "Effort against observation", "class=\"obs\""] {
            assert!(!page.contains(words), "{words}");
        }
    }

    #[test]
    fn contract_effort_panels_of_an_issue_share_their_kind_of_axis() {
        let logarithmic = |o: &Outcome| {
            let page = render(o, Lang::En);
            let part = page.split("<section id=\"s2\">").nth(1).and_then(|p| p.split("</section>").next());
            part.map_or(0, |p| p.matches("logarithmic axis").count())
        };
        let mut o = sample::outcome();
        assert_eq!(logarithmic(&o), 0);
        o.actors[0].effort.q05.iter_mut().for_each(|v| *v /= 100.0);
        assert_eq!(logarithmic(&o), 2);
        o.actors[1].effort.q05.fill(0.0);
        assert_eq!(logarithmic(&o), 0);
    }

    #[test]
    fn contract_an_empty_outcome_is_a_page_too() {
        let mut o = sample::outcome();
        flood(&mut o, f64::NAN, 0);
        (o.actors, o.pairs, o.issues, o.waste, o.security) = (vec![], vec![], vec![], vec![], vec![]);
        (o.numbers, o.assumptions, o.files.names, o.headline.caveats) = (vec![], vec![], vec![], vec![]);
        o.phase.paths.clear();
        o.definitions.no_way_out.options.clear();
        o.replications = 0;
        let page = render(&o, Lang::En);
        elements(&page);
        assert!(page.contains("no verdict to show") && page.contains("Interrupted: 0 of 1,000 runs"));
        assert!(!page.contains("class=\"time\"") && !page.contains("class=\"phase\""));
    }

    #[test]
    fn contract_many_actors_and_long_texts_stay_under_one_megabyte() {
        let mut o = sample::outcome();
        let (actor, pair, number) = (o.actors[0].clone(), o.pairs[0].clone(), o.numbers[1].clone());
        let id = |i: usize| format!("actor{i}");
        o.actors = (0..200)
            .map(|i| {
                let mut a = actor.clone();
                a.id = id(i);
                a
            })
            .collect();
        o.pairs.clear();
        for i in 0..200 {
            for j in (0..200).filter(|j| *j != i) {
                let mut p = pair.clone();
                (p.from, p.to) = (id(i), id(j));
                p.mistrust = p.mistrust.filter(|_| i < 5 && j < 5);
                o.pairs.push(p);
            }
        }
        o.numbers = vec![number; 40_000];
        let page = render(&o, Lang::En);
        assert!(page.len() < 1_000_000, "{}", page.len());
        assert!(
            page.contains("the 8 of 200 actors with the largest effort")
                && page.contains("the first 20 of 19,900 pairs")
        );
        assert!(page.contains("Shown: 6 of 20 tracked pairs; 39,780 further pairs"));
        assert_eq!(page.matches("<svg class=\"time\"").count(), 8 + 6 + 8 + 1 + 1 + 3);
        let long = Text::new(&"long <text> ".repeat(50_000), &"很长的字".repeat(50_000));
        o.numbers.iter_mut().take(700).for_each(|n| n.basis = long.clone());
        (o.note, o.headline.sentence, o.title) = (long.clone(), long.clone(), long.clone());
        o.actors.iter_mut().for_each(|a| a.name = long.clone());
        let page = render(&o, Lang::Zh);
        assert!(page.len() < 1_000_000, "{}", page.len());
        assert!(page.contains("shortened to stay under one megabyte"));
        elements(&page);
    }

    #[test]
    fn contract_coordinates_in_the_page_have_one_decimal() {
        let page = render(&sample::outcome(), Lang::En);
        let drawn = page.split(" d=\"").skip(1).filter_map(|s| s.split('"').next());
        let mut seen = 0;
        for number in drawn.flat_map(|d| d.split(|c: char| !c.is_ascii_digit() && c != '.')) {
            let decimals = number.split_once('.').map_or(0, |(_, d)| d.len());
            assert!(decimals <= 1, "{number}");
            seen += 1;
        }
        assert!(seen > 1000);
    }
}
