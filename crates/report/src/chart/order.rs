//! Which came first: a small picture of two spans of time, holding above and universalism below.

use super::svg::Svg;

const WIDTH: f64 = 84.0;
const END: f64 = 80.0;
const FIRST: f64 = 4.0;
const SECOND: f64 = 42.0;

/// From where each runs to the end: holding, universalism. Nothing for an unknown order.
fn starts(id: &str) -> Option<[Option<f64>; 2]> {
    Some(match id {
        "none" => [None, None],
        "first-only" => [Some(FIRST), None],
        "second-only" => [None, Some(FIRST)],
        "first-then-second" => [Some(FIRST), Some(SECOND)],
        "second-then-first" => [Some(SECOND), Some(FIRST)],
        "together" => [Some(FIRST), Some(FIRST)],
        _ => return None,
    })
}

/// The picture of an order, by its id.
pub fn sequence(id: &str) -> String {
    let Some([hold, universalise]) = starts(id) else {
        return String::new();
    };
    let mut svg = Svg::new(WIDTH, 18.0);
    svg.line("axis", (FIRST, 17.0), (END, 17.0));
    for (start, class, top) in [(hold, "holding", 1.5), (universalise, "universal", 9.0)] {
        match start {
            Some(from) => svg.rect(class, (from, top), (END, top + 5.5)),
            None => svg.line("grid", (FIRST, top + 2.8), (END, top + 2.8)),
        }
    }
    svg.finish("seq", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contract_the_picture_shows_what_starts_first() {
        let count = |id: &str| sequence(id).matches("<rect").count();
        assert_eq!(["none", "first-only", "together"].map(count), [0, 1, 2]);
        assert_ne!(sequence("first-then-second"), sequence("second-then-first"));
        assert_eq!(sequence("else"), "");
    }
}
