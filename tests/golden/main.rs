//! What has not changed: summaries a person can read. A change needs a sentence of cause in the commit.
//!
//! `UPDATE_GOLDEN=1 cargo test --release -p herz-tests --test golden` writes them anew.

use std::sync::atomic::AtomicBool;

use lab::check::check;
use lab::ensemble::{Running, run};
use lab::measure::{Reader, outcome};
use lab::plan::plan;
use lab::presets::PRESETS;
use lab::scenario::Lang;
use theory::step::Instructions;

#[test]
fn golden_summaries_of_the_presets() {
    for preset in PRESETS {
        let scenario = check(preset.text, &[]).expect("presets are fine");
        let plan = plan(&scenario, 64, 2, u64::MAX).expect("small");
        let stop = AtomicBool::new(false);
        let running =
            Running { seed: 1, replications: 64, instructions: Instructions::Widest, stop: &stop, progress: &|_| {} };
        let ensemble = run(&scenario, &plan, running);
        let outcome =
            outcome(Reader { scenario: &scenario, plan: &plan, ensemble: &ensemble }, "golden", String::new());
        let got = report::summary(&outcome, Lang::En, false, 100);
        let path = format!("{}/golden/{}.txt", env!("CARGO_MANIFEST_DIR"), preset.id);
        if std::env::var("UPDATE_GOLDEN").is_ok() {
            std::fs::write(&path, &got).expect("written");
        }
        let want = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(got == want, "{} has changed:\n{got}\ninstead of\n{want}", preset.id);
    }
}
