//! docs/games.md and docs/games.zh.md are what the program has.

use std::path::Path;

#[test]
fn contract_the_pages_of_games_are_what_the_program_has() {
    for (name, chinese) in [("games.md", false), ("games.zh.md", true)] {
        let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs")).join(name);
        let got = games::reference::reference(chinese);
        if std::env::var("UPDATE_GOLDEN").is_ok() {
            std::fs::write(&path, &got).expect("written");
        }
        let want = std::fs::read_to_string(path).unwrap_or_default();
        assert!(got == want, "docs/{name} has fallen behind; UPDATE_GOLDEN=1 writes it anew");
        for named in games::named::ALL {
            assert!(got.contains(&format!("## `{}`", named.id)), "{}", named.id);
        }
    }
}
