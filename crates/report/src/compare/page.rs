//! The page of a comparison: one self-contained HTML file, like the page of a run.

use lab::comparison::Comparison;
use lab::scenario::Text;

use super::{
    GENEROUS, Limits, Seen, alone, answer, basis, cost, doctrines, interpretation, order, pairs, robustness, words,
};
use crate::Lang;
use crate::frame::{fitting, frame, header, main};
use crate::numbers::count;
use crate::section::part;
use crate::words::{self as common, Say, Word, fill};

/// From generous to frugal: the first that fits is taken.
const LIMITS: [Limits; 3] = [
    GENEROUS,
    Limits { rows: 30, map: 14, pairs: 16, actors: 4, text: 600, shortened: true },
    Limits { rows: 12, map: 8, pairs: 6, actors: 3, text: 120, shortened: true },
];

/// The comparison as one HTML page under one megabyte. Both languages stand in it; `lang` is shown first.
pub fn comparison_page(comparison: &Comparison, lang: Lang) -> String {
    fitting(LIMITS.iter().map(|limits| page(&Seen { c: comparison, limits: *limits }, lang)))
}

fn page(seen: &Seen, lang: Lang) -> String {
    let mut parts: Vec<(Word, String)> = vec![
        (common::S_ANSWER, answer::section(seen)),
        (words::S_ALONE, alone::alone(seen)),
        (words::S_PAIRS, pairs::section(seen)),
        (words::S_PACKAGES, alone::packages(seen)),
        (words::S_COST, cost::section(seen)),
        (words::S_ORDER, order::section(seen)),
        (words::S_INTERPRETATION, interpretation::section(seen)),
        (words::S_ROBUST, robustness::robust(seen)),
        (words::S_TURNING, robustness::turning(seen)),
        (words::S_PAIRING, robustness::pairing(seen)),
        (words::S_DOCTRINES, doctrines::section(seen)),
        (common::S_BASIS, basis::section(seen)),
        (common::S_CITE, basis::cite(seen)),
    ];
    parts.retain(|(_, body)| !body.is_empty());
    let title = fill(words::TITLE, &[&seen.text(&seen.c.title)]);
    let contents: Vec<Word> = parts.iter().map(|(heading, _)| *heading).collect();
    let bodies: Vec<String> = parts.iter().enumerate().map(|(i, (h, body))| part(i + 1, *h, body)).collect();
    let body = header(&title, &subtitle(seen.c), &warnings(seen), &contents) + &main(&bodies);
    frame(&title, &seen.c.herz, lang, include_str!("compare.css"), &body)
}

/// Years, runs, seed and version.
pub fn subtitle(c: &Comparison) -> Text {
    let (start, end, runs, seed) = (c.start.to_string(), c.end.to_string(), count(c.replications), c.seed.to_string());
    fill(common::SUBTITLE, &[&start, &end, &runs, &seed, &c.herz])
}

fn warnings(seen: &Seen) -> Vec<Text> {
    let c = seen.c;
    let interrupted = fill(common::INTERRUPTED, &[&count(c.replications), &count(c.requested)]);
    let all = [(c.replications < c.requested, interrupted), (seen.limits.shortened, common::SHORTENED.say())];
    all.into_iter().filter(|(applies, _)| *applies).map(|(_, text)| text).collect()
}

#[cfg(test)]
mod tests {
    use lab::comparison::Effects;
    use lab::outcome::{Effect, Estimate};

    use super::*;
    use crate::compare::{comparison_summary, sample};
    use crate::frame::tests::{asks_nobody, elements};

    fn all(e: &mut Effects) -> Vec<&mut Effect> {
        let lives = e.lives.iter_mut().flat_map(|lives| [&mut lives.deaths, &mut lives.worst, &mut lives.loss]);
        let lives = lives.chain(e.commons.iter_mut().flat_map(|c| [&mut c.resource, &mut c.environment]));
        let plain = [
            &mut e.security,
            &mut e.deliberate,
            &mut e.accidental,
            &mut e.waste,
            &mut e.trust,
            &mut e.effort,
            &mut e.dilemma,
        ];
        lives.chain(plain).collect()
    }

    /// Every effect of the document, one after the other.
    fn each(c: &mut Comparison, change: impl Fn(&mut Effect)) {
        for run in &mut c.runs {
            all(&mut run.effects).into_iter().for_each(&change);
            run.interaction.iter_mut().for_each(&change);
            for row in &mut run.costs {
                change(&mut row.security);
                row.deaths.iter_mut().for_each(&change);
            }
        }
        for o in &mut c.order {
            all(&mut o.effects).into_iter().for_each(&change);
            change(&mut o.against_papers_order);
        }
        for r in &mut c.interpretation {
            [&mut r.hazard, &mut r.everyone, &mut r.effort].into_iter().for_each(&change);
        }
        c.doctrines.iter_mut().filter_map(|d| d.way_out.as_mut()).for_each(|w| change(&mut w.gain));
        c.turning.iter_mut().flat_map(|r| [&mut r.below, &mut r.above]).for_each(&change);
    }

    /// Replaces every number that the page draws.
    fn flood(c: &mut Comparison, v: f64) {
        let e = Estimate { mean: v, q05: v, q50: v, q95: v };
        each(c, |x| (x.mean, x.q05, x.q50, x.q95, x.ci95) = (v, v, v, v, [v; 2]));
        for run in &mut c.runs {
            run.exercised = v;
            run.running = e;
            run.costs.iter_mut().for_each(|c| (c.cost, c.share) = (e, e));
        }
        let b = &mut c.baseline;
        (b.security, b.deliberate, b.accidental, b.waste, b.trust, b.dilemma) = (e, e, e, e, e, e);
        b.commons.iter_mut().for_each(|c| (c.resource, c.environment, c.collapsed) = (e, e, e));
        b.lives.iter_mut().for_each(|lives| (lives.deaths, lives.worst, lives.loss) = (e, e, e));
        c.order.iter_mut().for_each(|o| (o.security, o.dilemma) = (e, e));
        c.robustness.iter_mut().for_each(|r| (r.regret, r.best, r.satisfied) = (e, e, e));
        c.pairing.iter_mut().for_each(|p| (p.security, p.effort) = (v, v));
        for d in &mut c.doctrines {
            (d.security, d.deliberate, d.waste, d.trust, d.effort, d.dilemma) = (e, e, e, e, e, Some(e));
            d.way_out.iter_mut().for_each(|w| w.dilemma = Some(e));
        }
        c.remedies.iter_mut().for_each(|r| (r.start, r.ramp, r.end) = (v, v, Some(v)));
        c.satisfaction = v;
    }

    #[test]
    fn contract_the_comparison_is_well_formed_self_contained_and_the_same_each_time() {
        let c = sample::comparison();
        let page = comparison_page(&c, Lang::En);
        assert_eq!(page, comparison_page(&c, Lang::En));
        assert!(page.len() < 300_000, "{}", page.len());
        asks_nobody(&page);
        let names = elements(&page);
        assert_eq!(names.iter().filter(|n| *n == "section").count(), 2 * 13);
        assert!(names.iter().filter(|n| *n == "svg").count() > 40);
    }

    /// Lives first, who pays with them, and what is over budget, on the page and in the terminal.
    #[test]
    fn contract_a_comparison_in_an_epidemic_counts_lives() {
        let c = sample::in_an_epidemic();
        let page = comparison_page(&c, Lang::En);
        elements(&page);
        for words in [
            "Lives that each remedy saves alone",
            "所挽救的生命",
            "fewer dead",
            "Own deaths per million",
            "hit worst most often",
            "Costs nobody lives in",
            "Over budget, not ranked: words only (3.4",
        ] {
            assert!(page.contains(words), "{words}");
        }
        let plain = comparison_page(&sample::comparison(), Lang::En);
        assert!(!plain.contains("fewer dead") && !plain.contains("Over budget") && !plain.contains("Own deaths"));
        let summary = comparison_summary(&c, Lang::En, false, 80);
        assert!(summary.contains("1,000 lives saved") && summary.contains("15,200,000 dead"), "{summary}");
        assert!(summary.contains("Over budget, not ranked: words only"), "{summary}");
        assert!(summary.contains("costs nobody lives in") && !summary.contains("atisfied"), "{summary}");
        assert!(summary.lines().count() <= 80 && comparison_summary(&c, Lang::Zh, false, 80).contains("千人"));
    }

    /// What is left of a commons stands beside security, on the page and in the terminal; nowhere else.
    #[test]
    fn contract_a_comparison_with_a_commons_tells_what_is_left() {
        let c = sample::with_a_commons();
        let page = comparison_page(&c, Lang::En);
        elements(&page);
        for words in ["resource left", "资源存量", "resource collapsed", "under a tenth of capacity"] {
            assert!(page.contains(words), "{words}");
        }
        let summary = comparison_summary(&c, Lang::En, false, 100);
        assert!(summary.contains("resource 5.4 % left") && summary.contains("collapsed in 88 % of runs"), "{summary}");
        let first = summary.lines().find(|l| l.starts_with("alone")).unwrap_or_default();
        assert!(first.contains("resource") && first.contains("environ."), "{summary}");
        // Universalism's effect on security is +0.139, and the sample makes four tenths of that the resource's.
        let row = summary.lines().find(|l| l.starts_with("  universalism ")).unwrap_or_default();
        assert!(row.contains("+5."), "{row}");
        assert!(comparison_summary(&c, Lang::Zh, false, 100).contains("资源存量"));
        let plain = comparison_page(&sample::comparison(), Lang::En);
        assert!(!plain.contains("resource left"));
        assert!(!comparison_summary(&sample::comparison(), Lang::En, false, 100).contains("resource"));
    }

    /// The pair that the headline may name stands in the chart of costs and in the table of who pays.
    #[test]
    fn contract_the_best_pair_is_among_the_costs() {
        let c = sample::comparison();
        let best = c.runs.iter().filter(|r| r.kind == "pair");
        let best = best.max_by(|a, b| a.effects.security.mean.total_cmp(&b.effects.security.mean)).expect("pairs");
        let page = comparison_page(&c, Lang::En);
        let costs =
            page.split("<section id=\"s5\">").nth(1).and_then(|s| s.split("</section>").next()).unwrap_or_default();
        assert_eq!(costs.matches(&best.name.en).count(), 2, "{}", best.name.en);
    }

    #[test]
    fn contract_both_languages_stand_in_the_comparison() {
        for (lang, head) in [(Lang::En, "class=\"en\">"), (Lang::Zh, "class=\"zh\">")] {
            let page = comparison_page(&sample::comparison(), lang);
            assert!(page.lines().nth(1).is_some_and(|l| l.ends_with(head)));
            for words in [
                "the two-step strategy",
                "两步走方略",
                "by construction",
                "由函数形式得出",
                "trust exploited",
                "信任遭利用",
            ] {
                assert!(page.contains(words), "{words}");
            }
        }
    }

    #[test]
    fn contract_no_text_of_a_comparison_becomes_markup() {
        let evil = "</title></style><script>alert(1)</script>\"' onload=x &amp;";
        let mut c = sample::comparison();
        let text = Text::new(evil, &format!("{evil}中"));
        (c.title, c.note, c.cost_unit) = (text.clone(), text.clone(), text.clone());
        c.answer.sentences.fill(text.clone());
        c.answer.caveats.fill(text.clone());
        c.actors.iter_mut().for_each(|a| a.name = text.clone());
        for r in &mut c.remedies {
            (r.name, r.acts_on, r.family, r.side) = (text.clone(), text.clone(), evil.into(), evil.into());
        }
        for r in &mut c.runs {
            r.name = text.clone();
            r.competition.push(text.clone());
        }
        c.order.iter_mut().for_each(|o| o.name = text.clone());
        c.robustness[0].id = evil.into();
        c.pairing[0].id = evil.into();
        (c.turning[0].number, c.turning[0].name) = (evil.into(), text.clone());
        (c.doctrines[1].name, c.doctrines[1].note) = (text.clone(), text.clone());
        c.doctrines[1].way_out.iter_mut().for_each(|w| w.name = text.clone());
        (c.assumptions[0].value, c.assumptions[0].meaning) = (evil.into(), text);
        (c.scenario, c.scenario_hash, c.herz, c.files.names[0]) = (evil.into(), evil.into(), evil.into(), evil.into());
        let page = comparison_page(&c, Lang::En);
        assert_eq!((page.matches("<script").count(), page.matches("</style").count()), (1, 1));
        assert!(page.contains("&lt;script&gt;"));
        elements(&page);
    }

    #[test]
    fn contract_nothing_makes_the_comparison_stumble() {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -1.0, 1.0, 1e300, 1e-300] {
            for mut c in [sample::comparison(), sample::in_an_epidemic(), sample::with_a_commons()] {
                flood(&mut c, value);
                let page = comparison_page(&c, Lang::Zh);
                elements(&page);
                for bad in ["NaN", "inf\"", "inf ", "<svg></svg>"] {
                    assert!(!page.contains(bad), "{bad} with {value}");
                }
                comparison_summary(&c, Lang::En, false, 80);
            }
        }
        let page = comparison_page(&sample::empty(), Lang::En);
        elements(&page);
        assert!(page.contains("no remedy") && page.contains("Interrupted: 0 of 1,000 runs"));
        assert!(!page.contains("Doctrines side by side"));
    }

    #[test]
    fn contract_an_undecided_effect_is_never_printed_as_a_finding() {
        let mut c = sample::comparison();
        each(&mut c, |e| (e.mean, e.ci95, e.replications) = (0.137_9, [-0.01, 0.256_8], 900));
        c.doctrines.clear();
        let page = comparison_page(&c, Lang::En);
        let body = page.split("</style>").nth(1).expect("a body");
        assert!(!body.contains("0.137") && !body.contains("0.138") && !body.contains("13.8"));
        assert!(!body.contains("fx better") && !body.contains("fx worse") && !body.contains("fx changed"));
        assert!(body.contains("Undecided against the paper") && !body.contains("Less safe than the paper"));
        assert!(body.contains("neither error is shown") && body.contains("No interaction is clear of zero"));
        let decided = comparison_page(&sample::comparison(), Lang::En);
        assert!(decided.contains("fx better") && decided.contains("fx worse") && decided.contains("fx changed"));
    }

    #[test]
    fn contract_what_follows_by_construction_is_labelled_wherever_it_stands() {
        let c = sample::comparison();
        let page = comparison_page(&c, Lang::En);
        let tags = page.matches("<span class=\"tag\">").count();
        // Alone: plot, table, map, cost; the arms-control package: plot, table, cost; seven pairs in the table.
        assert!(tags >= 4 + 3 + 7, "{tags}");
        assert!(page.contains("by construction in part: limit war"));
    }

    #[test]
    fn contract_many_remedies_actors_and_long_texts_stay_under_one_megabyte() {
        let mut c = sample::comparison();
        let (alone, pair) = (c.runs[0].clone(), c.runs[8].clone());
        let payer = alone.costs[0].clone();
        c.runs.clear();
        for i in 0..40 {
            let mut run = alone.clone();
            (run.id, run.members) = (format!("r{i}"), vec![format!("r{i}")]);
            run.costs = vec![payer.clone(); 200];
            c.runs.push(run);
        }
        for i in 0..40 {
            for j in i + 1..40 {
                let mut run = pair.clone();
                run.members = vec![format!("r{i}"), format!("r{j}")];
                run.costs = vec![payer.clone(); 200];
                c.runs.push(run);
            }
        }
        let page = comparison_page(&c, Lang::En);
        assert!(page.len() < 1_000_000, "{}", page.len());
        assert!(page.contains("16 remedies of 40") || page.contains("14 remedies of 40"));
        let long = Text::new(&"long <text> ".repeat(50_000), &"很长的字".repeat(50_000));
        (c.note, c.title, c.cost_unit) = (long.clone(), long.clone(), long.clone());
        c.runs.iter_mut().take(45).for_each(|r| r.name = long.clone());
        let page = comparison_page(&c, Lang::Zh);
        assert!(page.len() < 1_000_000, "{}", page.len());
        assert!(page.contains("shortened to stay under one megabyte"));
        elements(&page);
    }
}
