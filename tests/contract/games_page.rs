//! docs/games.md is what the program has.

use std::path::Path;

#[test]
fn contract_the_page_of_games_is_what_the_program_has() {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/games.md"));
    let got = games::reference::reference();
    if std::env::var("UPDATE_GOLDEN").is_ok() {
        std::fs::write(path, &got).expect("written");
    }
    let want = std::fs::read_to_string(path).unwrap_or_default();
    assert!(got == want, "docs/games.md has fallen behind; UPDATE_GOLDEN=1 writes it anew");
    for named in games::named::ALL {
        assert!(got.contains(&format!("## `{}`", named.id)), "{}", named.id);
    }
}
