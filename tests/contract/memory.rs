//! Size: what is too large is refused with the figure, what fits runs.

use lab::check::check;
use lab::plan::{bytes_needed, plan, replication_bytes};

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
