//! docs/remedies.md is what the program has.

use std::path::Path;

#[test]
fn contract_the_page_of_remedies_is_what_the_program_has() {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/remedies.md"));
    let got = lab::remedies::reference();
    if std::env::var("UPDATE_GOLDEN").is_ok() {
        std::fs::write(path, &got).expect("written");
    }
    let want = std::fs::read_to_string(path).unwrap_or_default();
    assert!(got == want, "docs/remedies.md has fallen behind; UPDATE_GOLDEN=1 writes it anew");
    for kind in lab::remedies::REMEDIES {
        assert!(got.contains(&format!("### `{}`", kind.key)), "{}", kind.key);
    }
}
