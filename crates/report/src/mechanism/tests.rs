//! What the page and the terminal summary of a mechanism promise.

use lab::mechanism::{Balance, Mechanism, Staggering};
use lab::outcome::Effect;
use lab::scenario::Text;
use unicode_width::UnicodeWidthStr;

use super::{mechanism_page, mechanism_summary, sample};
use crate::Lang;
use crate::frame::tests::{asks_nobody, elements};

/// The sample with an epidemic: outcomes in deaths, an arrow that no run measures, what staggering nets out to.
fn epidemic() -> Mechanism {
    let mut m = sample::mechanism();
    for d in &mut m.diagrams {
        d.outcome = Some(Text::new("deaths per million people of the world", "全世界每百万人死亡数"));
    }
    let first = &mut m.diagrams[0];
    first.id = "formation-nontraditional".into();
    first.title =
        Text::new("Figure 2 · Formation of the non-traditional security dilemma", "图2 · 非传统安全困境的形成");
    let open = &mut first.arrows[0];
    (open.effect, open.on_outcome, open.finding) = (Effect::default(), Effect::default(), "unmeasured".into());
    open.cut = Text::new("not measured: agreements are kept", "未测：协议均得到遵守");
    m.staggering = Some(Staggering {
        cut: Text::new("as it is, minus everywhere at once", "现状减去同时始于各地"),
        rows: vec![Balance {
            id: "worst-deaths".into(),
            name: Text::new("deaths of the worst hit", "受害最重者的死亡数"),
            unit: Text::new("per million", "每百万人"),
            effect: Effect { mean: -75.0, ci95: [-102.0, -49.0], replications: 862, ..Effect::default() },
        }],
        sentence: Text::new("On balance staggering helps.", "总体而言，先后错开利大于弊。"),
    });
    m
}

#[test]
fn golden_mechanism_in_both_languages() {
    let m = sample::mechanism();
    assert_eq!(mechanism_summary(&m, Lang::En, false, 80), include_str!("../../golden/mechanism-summary.en.txt"));
    assert_eq!(mechanism_summary(&m, Lang::Zh, false, 80), include_str!("../../golden/mechanism-summary.zh.txt"));
}

#[test]
fn contract_the_page_is_whole_the_same_each_time_and_asks_nobody() {
    let m = sample::mechanism();
    let page = mechanism_page(&m, Lang::En);
    assert_eq!(page, mechanism_page(&m, Lang::En));
    asks_nobody(&page);
    assert!(page.len() < 300_000, "{}", page.len());
    let names = elements(&page);
    assert_eq!(names.iter().filter(|n| *n == "section").count(), 2 * 6);
    assert_eq!(page.matches("<svg class=\"mechanism\" viewBox").count() - page.matches("class=\"key\"").count(), 2);
    // Every arrow has its row, in the order of its number.
    assert_eq!(page.matches("<span class=\"no ").count(), 19);
}

#[test]
fn contract_both_languages_stand_in_the_page() {
    let m = sample::mechanism();
    for (lang, head) in
        [(Lang::En, "<html lang=\"en\" class=\"en\">"), (Lang::Zh, "<html lang=\"zh-Hans\" class=\"zh\">")]
    {
        let page = mechanism_page(&m, lang);
        assert!(page.contains(head));
        for words in
            ["uncertainty of intentions", "意图的不确定性", "no effect shown", "未见效应", "Tested by", "检验方式"]
        {
            assert!(page.contains(words), "{words}");
        }
    }
}

#[test]
fn contract_the_list_says_what_the_drawing_says() {
    let page = mechanism_page(&sample::mechanism(), Lang::En);
    let (_, list) = page.split_once("<table class=\"arrows\">").expect("a list");
    let (list, _) = list.split_once("</table>").expect("its end");
    let plain = |words: &str| words.replace(" %", "\u{a0}%");
    for words in [
        "<b>+0.213</b> <span lang=\"en\">bits</span>",
        "[+0.188, +0.238]",
        "authority α = 1 over every pair",
        "L101-106 †",
        "paper: raises what is measured",
        "<span class=\"badge stated\"><span lang=\"en\">as stated</span>",
        "<span class=\"badge absent\"><span lang=\"en\">no effect shown</span>",
        "<span class=\"badge against\"><span lang=\"en\">opposite</span>",
        "over 0 in 52 % of runs",
    ] {
        assert!(list.contains(&plain(words)), "{words}");
    }
    assert_eq!(list.matches(">by construction<").count(), 3);
    assert!(page.contains(
        "8 of 10 arrows as the paper states them, 1 with no effect shown, 1 opposite. Of all, 3 by construction"
    ));
}

#[test]
fn contract_the_page_says_when_the_largest_cause_is_not_decided() {
    let page = mechanism_page(&sample::mechanism(), Lang::En).replace('\u{a0}', " ");
    assert_eq!(page.matches("do not decide which is the largest").count(), 1);
    assert!(page.contains("intervals of anarchy and uncertainty of intentions overlap"));
    assert!(page.contains("无政府状态与意图的不确定性的 95 % 区间相互重叠"));
    assert_eq!(page.matches("<b>100 %</b>").count(), 2);
    assert!(page.contains("<b>−4 %</b>") && page.contains("All causes on minus all off: 1.86 [1.69, 2.03]."));
}

#[test]
fn contract_an_epidemic_shows_what_is_not_measured_and_what_staggering_nets_out_to() {
    let page = mechanism_page(&epidemic(), Lang::En).replace('\u{a0}', " ");
    for words in [
        "How the non-traditional dilemma forms",
        "非传统安全困境如何形成",
        "not measured: agreements are kept",
        "未测：协议均得到遵守",
        "<span class=\"badge open\">",
        ", 1 not measured.",
        "the change of the outcome, deaths per million people of the world",
        "raises the world’s deaths",
        "<b>−75</b>",
        "On balance staggering helps.",
        "总体而言，先后错开利大于弊。",
    ] {
        assert!(page.contains(words), "{words}");
    }
    assert!(!page.contains("everybody’s hazard"), "no outcome of the other figures");
    let plain = mechanism_page(&sample::mechanism(), Lang::En);
    assert!(!plain.contains("badge.open") && !plain.contains("What staggering nets out to"));
    let text = mechanism_summary(&epidemic(), Lang::Zh, false, 100);
    assert!(text.contains("未测 1") && text.contains("先后错开利大于弊") && text.contains("每百万人"), "{text}");
}

/// Every text of the document becomes this one.
fn flood_texts(m: &mut Mechanism, text: &Text) {
    let evil = text.en.clone();
    (m.title, m.note) = (text.clone(), text.clone());
    m.sentences.iter_mut().chain(&mut m.caveats).for_each(|t| *t = text.clone());
    (m.scenario, m.scenario_hash, m.herz) = (evil.clone(), evil.clone(), evil.clone());
    (m.files.folder, m.files.names[0]) = (evil.clone(), format!("{evil}.html"));
    for d in &mut m.diagrams {
        (d.title, d.id) = (text.clone(), evil.clone());
        d.nodes.iter_mut().for_each(|n| (n.name, n.measure) = (text.clone(), text.clone()));
        d.nodes[0].id = evil.clone();
        for a in &mut d.arrows {
            (a.cut, a.unit) = (text.clone(), text.clone());
            (a.text, a.finding, a.sign) = (evil.clone(), evil.clone(), evil.clone());
        }
    }
    for s in &mut m.sharing {
        (s.outcome, s.sentence) = (text.clone(), text.clone());
        s.causes.iter_mut().for_each(|c| (c.name, c.cut) = (text.clone(), text.clone()));
    }
    m.assumptions.iter_mut().for_each(|a| (a.value, a.meaning) = (evil.clone(), text.clone()));
    m.diagrams.iter_mut().filter_map(|d| d.outcome.as_mut()).for_each(|outcome| *outcome = text.clone());
    if let Some(s) = &mut m.staggering {
        (s.cut, s.sentence) = (text.clone(), text.clone());
        s.rows.iter_mut().for_each(|row| (row.name, row.unit) = (text.clone(), text.clone()));
    }
}

#[test]
fn contract_no_text_of_a_document_becomes_markup_or_steers_the_terminal() {
    let mut m = epidemic();
    let evil = "</title></style></svg><script>alert(1)</script>\"' onload=x &amp;\u{1b}[2J\u{202e}\u{7}";
    flood_texts(&mut m, &Text::new(evil, &format!("{evil}中")));
    let page = mechanism_page(&m, Lang::En);
    assert_eq!((page.matches("<script").count(), page.matches("</style").count()), (1, 1));
    assert!(page.contains("&lt;script&gt;") && !page.contains(|c: char| c.is_control() && c != '\n'));
    elements(&page);
    for lang in [Lang::En, Lang::Zh] {
        let text = mechanism_summary(&m, lang, false, 80);
        assert!(text.chars().all(|c| c == '\n' || !(c.is_control() || c == '\u{202e}')), "{text:?}");
        let coloured = mechanism_summary(&m, lang, true, 80);
        assert!(coloured.contains("\u{1b}[1m") && !coloured.contains("\u{1b}[2J"));
    }
}

/// Every number of the document becomes this one.
fn flood_numbers(m: &mut Mechanism, v: f64) {
    let e = Effect { mean: v, q05: v, q50: v, q95: v, ci95: [v, v], positive: v, replications: 7 };
    for a in m.diagrams.iter_mut().flat_map(|d| &mut d.arrows) {
        (a.effect, a.on_outcome) = (e, e);
    }
    for s in &mut m.sharing {
        s.whole = e;
        s.causes.iter_mut().for_each(|c| (c.value, c.share) = (e, [v; 3]));
    }
    m.staggering.iter_mut().flat_map(|s| &mut s.rows).for_each(|row| row.effect = e);
}

#[test]
fn contract_nothing_makes_it_stumble() {
    for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -1.0, 1.0, 1e300, 1e-300] {
        let mut m = epidemic();
        flood_numbers(&mut m, value);
        m.replications = 1;
        let page = mechanism_page(&m, Lang::Zh);
        elements(&page);
        for bad in ["NaN", "inf\"", "inf ", "<svg></svg>"] {
            assert!(!page.contains(bad), "{bad} with {value}");
        }
        assert!(!mechanism_summary(&m, Lang::En, false, 80).contains("NaN"));
    }
}

#[test]
fn contract_an_empty_document_is_a_page_too() {
    let mut m = sample::mechanism();
    (m.sentences, m.caveats, m.assumptions, m.sharing) = (vec![], vec![], vec![], vec![]);
    m.diagrams.truncate(1);
    (m.diagrams[0].nodes, m.diagrams[0].arrows, m.files.names) = (vec![], vec![], vec![]);
    (m.replications, m.note) = (0, Text::default());
    let page = mechanism_page(&m, Lang::En);
    elements(&page);
    assert!(page.contains("This figure has no arrows") && page.contains("Interrupted: 0 of 1,000 runs"));
    assert!(mechanism_summary(&m, Lang::En, false, 80).contains("0 of 0 as stated"));
    m.diagrams.clear();
    elements(&mechanism_page(&m, Lang::Zh));
}

#[test]
fn contract_what_no_run_measures_has_no_finding() {
    let mut m = sample::mechanism();
    m.diagrams[0].arrows[0].effect.replications = 0;
    let page = mechanism_page(&m, Lang::En);
    assert!(page.contains("not measured") && page.contains("7 of 10 arrows as the paper states them"));
    assert!(mechanism_summary(&m, Lang::En, false, 80).contains("not measured"));
}

#[test]
fn contract_large_documents_stay_under_one_megabyte() {
    let mut m = sample::mechanism();
    let diagram = m.diagrams[0].clone();
    let (node, arrow) = (diagram.nodes[2].clone(), diagram.arrows[0].clone());
    m.diagrams[0].nodes.extend((0..80).map(|i| {
        let mut more = node.clone();
        (more.id, more.at) = (format!("more{i}"), ((i % 5) as f64, 5.0 + (i / 5) as f64));
        more
    }));
    m.diagrams[0].arrows.extend(vec![arrow; 90]);
    let page = mechanism_page(&m, Lang::En);
    assert!(page.contains("Shown: 40 of 100 arrows") && !page.contains("shortened to stay"));
    m.diagrams = vec![m.diagrams[0].clone(); 4];
    flood_texts(&mut m, &Text::new(&"long <text> ".repeat(9000), &"很长的字".repeat(9000)));
    m.assumptions.clear();
    let page = mechanism_page(&m, Lang::Zh);
    assert!(page.len() < 1_000_000, "{}", page.len());
    assert!(page.contains("shortened to stay under one megabyte"));
    elements(&page);
}

#[test]
fn contract_lines_fit_the_terminal() {
    let mut m = sample::mechanism();
    m.staggering = epidemic().staggering;
    for more in [false, true] {
        for (lang, width) in [Lang::En, Lang::Zh].iter().flat_map(|l| [0, 40, 60, 80, 100, 140, 500].map(|w| (*l, w))) {
            let text = mechanism_summary(&m, lang, false, width);
            let widest = text.lines().map(|l| l.width()).max().unwrap_or(0);
            assert!(widest <= width.clamp(40, 140), "{widest} at {width}");
            assert!(text.lines().count() < 140, "{}", text.lines().count());
            assert!(!more || text.contains(if lang == Lang::En { "and 14 more" } else { "另有 14 项" }));
        }
        let extra = m.diagrams[0].arrows.clone();
        m.diagrams[0].arrows.extend(extra.iter().chain(&extra).cloned());
    }
}
