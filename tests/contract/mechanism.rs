//! What a mechanism without an epidemic keeps, whatever one with an epidemic has besides.

use std::sync::atomic::AtomicBool;

use herz_tests::remedies::ground;
use lab::check::check;
use lab::ensemble::Running;
use lab::mechanism::{document, run, variants};
use lab::presets::PRESETS;
use theory::step::Instructions;

/// FNV-1a, 64 bits.
fn digest(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3))
}

/// Figures, shares, sentences, caveats and the table of a scenario without an epidemic: the same bytes as before there were epidemics
/// (digests of what `herz mechanism` wrote then). A change here needs a sentence of cause.
#[test]
fn contract_without_an_epidemic_the_figures_are_the_same_bytes() {
    let scenario = ground(&[], &[]);
    let stop = AtomicBool::new(false);
    let running =
        Running { seed: 1950, replications: 20, instructions: Instructions::Widest, stop: &stop, progress: &|_| {} };
    let explained = run(&scenario, variants(&scenario), running);
    let text = serde_json::to_string_pretty(&document(&scenario, &explained, "v", "h".into())).expect("JSON");
    let from = text.find("  \"diagrams\": [").expect("figures");
    let to = text.find("  \"files\": {").expect("files");
    assert_eq!(digest(&text.as_bytes()[from..to]), 0x49fc_8930_13fb_94d4, "the document");
    assert_eq!(digest(&explained.table().to_parquet().expect("a table")), 0x6bb4_f801_d592_19f0, "the table");
}

/// Figure 2 stands where there is an epidemic and nowhere else; figure 1 leaves it alone only where nobody arms.
#[test]
fn contract_figure_2_stands_only_where_there_is_an_epidemic() {
    for preset in PRESETS {
        let scenario = check(preset.text, &[]).expect("presets are fine");
        let ill = scenario.issues.iter().any(|issue| issue.physics.health.is_some());
        let names: Vec<String> = variants(&scenario).iter().map(|v| format!("{v:?}")).collect();
        assert_eq!(names.iter().any(|v| v.contains("Staggering")), ill, "{}", preset.id);
        assert!(names.iter().any(|v| v.contains("FirstStrike")), "{}: figure 1 stands beside arms", preset.id);
    }
    let covid = PRESETS.iter().find(|preset| preset.id == "covid-2020").expect("a preset").text;
    let (medicine, rest) = covid.split_once("[[issues]]\nid = \"military\"").expect("arms come second");
    assert!(rest.contains("[[spillovers]]"));
    let alone = check(medicine, &[]).expect("medicine alone");
    assert!(variants(&alone).iter().all(|v| !format!("{v:?}").contains("FirstStrike")));
}
