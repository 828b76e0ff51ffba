//! Remedies for a scenario that offers none: the catalogue's own, from its first year, as a file would state them.

use std::fmt::Write as _;
use std::ops::Range;

use crate::catalogue::Words;
use crate::remedies::{Kind, Needs, kind_of};
use crate::scenario::{Scenario, Text};

/// Kind, mode, whether everybody carries it (or only the first actor).
const STANDARD: [(&str, &str, bool); 18] = [
    ("parity", "", true),
    ("cut-arms", "", true),
    ("spheres", "status-quo", true),
    ("define-aggression", "narrow", true),
    ("cooling-off", "", true),
    ("close-borders", "", true),
    ("enforce-rules", "", true),
    ("universalism", "leaders", true),
    ("universalism", "educators", true),
    ("reciprocation", "", false),
    ("restraint-signal", "", true),
    ("ladder", "", true),
    ("exchange", "", true),
    ("self-binding", "", true),
    ("pool", "", true),
    ("open-reporting", "", true),
    ("no-blame", "", true),
    ("mitigation", "", true),
];

/// How many of them hold, and how many after that universalise.
const HOLDING: usize = 7;
const UNIVERSAL: usize = 2;

/// `[[remedies]]`, `[[packages]]` and `[order]` to put after a scenario's own text. Every number but the start is the
/// catalogue's default, and assumed. What the scenario has in force already, what needs more actors than it has or an issue of
/// another kind, and an order for which its clock is too short are left out.
pub fn standard(scenario: &Scenario) -> String {
    let mut text =
        String::from("\n# The scenario offers no remedies: these are the catalogue's, from its first year.\n");
    let ids: Vec<Option<String>> = STANDARD.iter().map(|row| id(scenario, row.0, row.1)).collect();
    for (row, id) in STANDARD.iter().zip(&ids) {
        if let (Some(kind), Some(id)) = (kind_of(row.0), id) {
            remedy(&mut text, scenario, kind, row, id);
        }
    }
    let (hold, care) = (0..HOLDING, HOLDING..HOLDING + UNIVERSAL);
    let list = |range: Range<usize>| ids[range].iter().flatten().map(|id| format!("\"{id}\"")).collect::<Vec<_>>();
    for (id, en, zh, range) in [
        ("holding-operation", "Holding operation", "护持", hold.clone()),
        ("two-steps-at-once", "Holding and universalism", "护持与普世主义", 0..care.end),
        ("signals-and-institutions", "Signals, institutions, exchange", "信号、制度与交往", care.end..STANDARD.len()),
        ("everything", "Everything", "全部缓解办法", 0..STANDARD.len()),
    ] {
        let (id, members) = (free(scenario, id), list(range).join(", "));
        if !members.is_empty() {
            let _ = write!(
                text,
                "\n[[packages]]\nid = \"{id}\"\nname = {{ en = \"{en}\", zh = \"{zh}\" }}\nremedies = [{members}]\n"
            );
        }
    }
    let (start, years) = (scenario.clock.start, scenario.clock.end - scenario.clock.start);
    let (hold, care) = (list(hold).join(", "), list(care).join(", "));
    if !hold.is_empty() && !care.is_empty() && years > 1 {
        let gap = (years / 3).max(1);
        let _ =
            write!(text, "\n[order]\nfirst_step = [{hold}]\nsecond_step = [{care}]\nfirst = {start}\ngap = {gap}\n");
    }
    text
}

/// Kinds that are not borrowed because no issue of the scenario has what they need, as a sentence; nothing if there are none.
pub fn left_out(scenario: &Scenario) -> Option<Text> {
    let mut reasons: Vec<(Needs, Vec<&Kind>)> = Vec::new();
    for kind in STANDARD.iter().filter_map(|row| kind_of(row.0)) {
        let Some(lacking) = kind.lacking(scenario) else { continue };
        match reasons.iter_mut().find(|(needs, _)| *needs == lacking) {
            Some((_, kinds)) if kinds.contains(&kind) => {}
            Some((_, kinds)) => kinds.push(kind),
            None => reasons.push((lacking, vec![kind])),
        }
    }
    let (mut en, mut zh) = (Vec::new(), Vec::new());
    for (needs, kinds) in reasons {
        en.push(format!("{} need an issue with {}", joined(&kinds, |w| w.en, ", "), needs.words().en));
        zh.push(format!("{}需要带有{}的议题", joined(&kinds, |w| w.zh, "、"), needs.words().zh));
    }
    (!en.is_empty()).then(|| {
        Text::new(
            &format!("Not borrowed, since they can change nothing here: {}.", en.join("; ")),
            &format!("以下办法在此无从起作用，故未借用：{}。", zh.join("；")),
        )
    })
}

fn joined(kinds: &[&Kind], of: impl Fn(Words) -> &'static str, by: &str) -> String {
    kinds.iter().map(|kind| of(kind.name)).collect::<Vec<_>>().join(by)
}

fn remedy(text: &mut String, scenario: &Scenario, kind: &Kind, row: &(&str, &str, bool), id: &str) {
    let (key, mode, all) = *row;
    let (start, last) = (scenario.clock.start, scenario.clock.end - 1);
    let many = if all { scenario.actors.len() } else { 1 };
    let carriers = scenario.actors[..many].iter().map(|a| format!("{:?}", a.id)).collect::<Vec<_>>().join(", ");
    let by = match mode {
        "leaders" => (", by leaders", "（领导者）"),
        "educators" => (", by educators", "（教育者）"),
        _ => ("", ""),
    };
    let _ = write!(
        text,
        "\n[[remedies]]\nid = \"{id}\"\nname = {{ en = \"{}{}\", zh = \"{}{}\" }}\nkind = \"{key}\"\ncarriers = [{carriers}]\n\
         start = {{ value = {start}, unit = \"year\", assumed = \"from the first year\", range = [{start}, {last}] }}\n",
        kind.name.en, by.0, kind.name.zh, by.1,
    );
    if !mode.is_empty() {
        let _ = writeln!(text, "mode = \"{mode}\"");
    }
}

/// Id of what is borrowed; nothing if the scenario has this kind in force, too few actors for it, or no issue in which it works.
fn id(scenario: &Scenario, kind: &str, mode: &str) -> Option<String> {
    let has = scenario.remedies.iter().any(|r| r.kind == kind);
    let fits = kind_of(kind).is_some_and(|k| k.least <= scenario.actors.len() && k.lacking(scenario).is_none());
    let id = match mode {
        "leaders" | "educators" => format!("{kind}-{mode}"),
        _ => kind.to_owned(),
    };
    (fits && !has).then(|| free(scenario, &id))
}

/// This id, or a longer one if the scenario's own remedies have it.
fn free(scenario: &Scenario, id: &str) -> String {
    let taken = |id: &str| scenario.remedies.iter().any(|r| r.id == id);
    let mut id = id.to_owned();
    while taken(&id) {
        id.push_str("-borrowed");
    }
    id
}
