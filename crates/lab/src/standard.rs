//! Remedies for a scenario that offers none: the catalogue's own, from its first year, as a file would state them.

use std::fmt::Write as _;

use crate::remedies::kind_of;
use crate::scenario::Scenario;

/// Kind, mode, whether everybody carries it (or only the first actor).
const STANDARD: [(&str, &str, bool); 12] = [
    ("parity", "", true),
    ("cut-arms", "", true),
    ("spheres", "status-quo", true),
    ("define-aggression", "narrow", true),
    ("cooling-off", "", true),
    ("universalism", "leaders", true),
    ("universalism", "educators", true),
    ("reciprocation", "", false),
    ("restraint-signal", "", true),
    ("ladder", "", true),
    ("exchange", "", true),
    ("self-binding", "", true),
];

/// How many of them hold, and how many after that universalise.
const HOLDING: usize = 5;
const UNIVERSAL: usize = 2;

/// `[[remedies]]`, `[[packages]]` and `[order]` to put after a scenario's own text. Every number but the start is the
/// catalogue's default, and assumed.
pub fn standard(scenario: &Scenario) -> String {
    let (start, end) = (scenario.clock.start, scenario.clock.end);
    let actors: Vec<String> = scenario.actors.iter().map(|a| format!("{:?}", a.id)).collect();
    let mut text =
        String::from("\n# The scenario offers no remedies: these are the catalogue's, from its first year.\n");
    let ids: Vec<String> = STANDARD.iter().map(|(kind, mode, _)| id(kind, mode)).collect();
    for ((key, mode, all), id) in STANDARD.iter().zip(&ids) {
        let Some(kind) = kind_of(key) else { continue };
        let carriers = if *all { actors.join(", ") } else { actors[0].clone() };
        let by = match *mode {
            "leaders" => (", by leaders", "（领导者）"),
            "educators" => (", by educators", "（教育者）"),
            _ => ("", ""),
        };
        let _ = write!(
            text,
            "\n[[remedies]]\nid = \"{id}\"\nname = {{ en = \"{}{}\", zh = \"{}{}\" }}\nkind = \"{key}\"\ncarriers = [{carriers}]\n\
             start = {{ value = {start}, unit = \"year\", assumed = \"from the first year\", range = [{start}, {}] }}\n",
            kind.name.en,
            by.0,
            kind.name.zh,
            by.1,
            end - 1
        );
        if !mode.is_empty() {
            let _ = writeln!(text, "mode = \"{mode}\"");
        }
    }
    let list =
        |range: std::ops::Range<usize>| ids[range].iter().map(|id| format!("\"{id}\"")).collect::<Vec<_>>().join(", ");
    let (hold, care) = (0..HOLDING, HOLDING..HOLDING + UNIVERSAL);
    let _ = write!(
        text,
        "\n[[packages]]\nid = \"holding-operation\"\nname = {{ en = \"Holding operation\", zh = \"护持\" }}\nremedies = [{}]\n\
         \n[[packages]]\nid = \"two-steps-at-once\"\nname = {{ en = \"Holding and universalism\", zh = \"护持与普世主义\" }}\nremedies = [{}]\n\
         \n[[packages]]\nid = \"signals-and-institutions\"\nname = {{ en = \"Signals, institutions, exchange\", zh = \"信号、制度与交往\" }}\nremedies = [{}]\n\
         \n[[packages]]\nid = \"everything\"\nname = {{ en = \"Everything\", zh = \"全部缓解办法\" }}\nremedies = [{}]\n\
         \n[order]\nholding = [{}]\nuniversalism = [{}]\nfirst = {start}\ngap = {}\n",
        list(hold.clone()),
        list(0..HOLDING + UNIVERSAL),
        list(HOLDING + UNIVERSAL..STANDARD.len()),
        list(0..STANDARD.len()),
        list(hold),
        list(care),
        ((end - start) / 3).max(1)
    );
    text
}

fn id(kind: &str, mode: &str) -> String {
    match mode {
        "leaders" | "educators" => format!("{kind}-{mode}"),
        _ => kind.to_owned(),
    }
}
