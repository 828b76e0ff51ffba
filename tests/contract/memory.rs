//! Size: what is too large is refused with the figure, what fits runs.

use std::sync::atomic::AtomicBool;

use lab::check::check;
use lab::ensemble::{Running, run};
use lab::measure::{Reader, outcome};
use lab::plan::{EXAMINE_ALL, PAIRED_OF_MANY, bytes_needed, plan, replication_bytes};
use theory::step::Instructions;

#[test]
fn contract_a_million_actors_are_refused_with_the_memory_they_need() {
    let bytes = bytes_needed(1_000_000, 1, 100, 16, 2);
    assert!(bytes > 1u64 << 50, "{bytes}");
    // The square of the number of actors: seven arrays of 8 bytes a pair.
    assert_eq!(replication_bytes(1000, 1) / (1000 * 1000), 56);
}

#[test]
fn contract_a_run_over_the_limit_is_refused_in_both_languages() {
    let scenario = check(&herz_tests::many(50, 10, 100), &[]).expect("fine");
    let need = plan(&scenario, 100, 2, u64::MAX).expect("no limit").bytes;
    assert!(plan(&scenario, 100, 2, need).is_ok());
    let refused = plan(&scenario, 100, 2, need - 1).expect_err("over the limit");
    assert_eq!(refused.bytes, need);
    assert!(refused.message.en.contains("iB") && refused.message.zh.contains("iB"));
}

/// Beyond a dozen actors the paired runs would be most of the work: the first replications carry them, and only those.
#[test]
fn contract_large_worlds_are_run_again_for_their_first_replications_only() {
    let paired = |n: usize, replications: u32| {
        let scenario = check(&herz_tests::many(n, 2, replications), &[]).expect("fine");
        plan(&scenario, replications, 2, u64::MAX).expect("no limit").paired
    };
    assert_eq!(paired(EXAMINE_ALL, 100), 100);
    assert_eq!((paired(EXAMINE_ALL + 1, 100), paired(EXAMINE_ALL + 1, 9)), (PAIRED_OF_MANY, 9));
    let scenario = check(&herz_tests::many(EXAMINE_ALL + 1, 2, 40), &[]).expect("fine");
    let plan = plan(&scenario, 40, 2, u64::MAX).expect("no limit");
    let stop = AtomicBool::new(false);
    let instructions = Instructions::Portable;
    let running = Running { seed: 1, replications: 40, instructions, stop: &stop, progress: &|_| {} };
    let ensemble = run(&scenario, &plan, running);
    let outcome = outcome(Reader { scenario: &scenario, plan: &plan, ensemble: &ensemble }, "test", String::new());
    let (harm, out) = (&outcome.definitions.harm.overall, &outcome.definitions.no_way_out);
    assert_eq!(harm.replications, 16, "D1 counts the runs it has");
    assert_eq!((outcome.replications, outcome.definitions.paired), (40, 16));
    let said = report::summary(&outcome, lab::scenario::Lang::En, false, 100);
    assert!(said.contains("first 16 runs"), "the reader is told: {said}");
    assert!(out.options.iter().all(|o| o.security.mean > 0.0));
}
