//! Pages of every named game: well formed, self-contained, in both languages.

use games::named::ALL;
use games::sheet::{Sheet, of_named};
use games::solution::Concept;
use games::vary::vary;

use super::*;
use crate::frame::tests::{asks_nobody, elements};

fn sheet(named: &'static named::Named) -> Sheet {
    of_named(named, named.defaults().expect(named.id), Concept::default()).expect(named.id)
}

#[test]
fn contract_every_named_game_has_a_page() {
    for named in ALL {
        let mut sheet = sheet(named);
        let parameter = &named.parameters[0];
        let (values, low) = (named.defaults().expect(named.id), named.defaults().expect(named.id).of(parameter.id));
        let high = &low + &games::Rational::one();
        sheet.varied = vary(named, &values, parameter.id, &low, &high, 3).ok();
        let page = game_page(&sheet, "0", "herz solve x", &["summary.json"], Lang::En);
        elements(&page);
        asks_nobody(&page);
        assert!(page.contains(named.title.zh) && !page.contains("NaN"), "{}", named.id);
    }
}

#[test]
fn contract_terminal_without_colour_has_no_control_characters() {
    for named in ALL {
        for lang in [Lang::En, Lang::Zh] {
            let text = game_summary(&sheet(named), true, lang, false, 90);
            assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "{}", named.id);
        }
    }
}
