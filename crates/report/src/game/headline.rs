//! The first sentence of a game: what happens at these values, from the equilibria and the findings that say most.

use games::named::Finding;
use games::sheet::Sheet;
use games::solution::{Choice, Point, Quantity, Solution};
use lab::scenario::Text;

use super::{label, quantity, value, words as say};
use crate::numbers;
use crate::words::{Say, fill};

/// Equilibria that are told one by one, and moves of one equilibrium.
const TOLD: usize = 4;

/// Longest fraction that stands in a sentence as it is.
const SHORT: usize = 7;

/// One or two sentences. Where the finite game leaves something out, the closed forms come first.
pub fn headline(sheet: &Sheet) -> Text {
    let found = sheet.solution.as_ref().map(|solution| equilibria(sheet, solution));
    let told = findings(sheet);
    match (found, told) {
        (Some(found), Some(told)) if sheet.held.is_some() => {
            beside(sentence(&told), sentence(&fill(say::H_HELD, &[&found])))
        }
        (Some(found), Some(told)) => beside(sentence(&found), sentence(&told)),
        (Some(found), None) => sentence(&found),
        (None, Some(told)) => sentence(&told),
        (None, None) => say::INFINITE.say(),
    }
}

/// How many there are, whether that is all, and what is done in each.
fn equilibria(sheet: &Sheet, solution: &Solution) -> Text {
    let (all, whole) = (&solution.equilibria, solution.complete);
    let [one, many] = concept(solution);
    if all.is_empty() {
        return fill(if whole { say::H_NONE } else { say::H_NONE_FOUND }, &[&one]);
    }
    if let [point] = &all[..] {
        return fill(if whole { say::H_ONLY } else { say::H_ONE_FOUND }, &[&profile(sheet, solution, point), &one]);
    }
    let count = fill(
        match (whole, solution.continua.is_empty()) {
            (true, true) => say::H_MANY,
            (true, false) => say::H_CONTINUA,
            (false, _) => say::H_MANY_FOUND,
        },
        &[&numbers::count(all.len() as u64), &many],
    );
    let profiles = alike(all.iter().map(|point| profile(sheet, solution, point)).collect());
    let what = if profiles.len() <= TOLD { joined(profiles, "; ", "；") } else { overview(sheet, solution) };
    fill(say::H_LIST, &[&count, &what])
}

/// Equal texts once, with their number: equilibria that differ only where play does not come.
fn alike(texts: Vec<Text>) -> Vec<Text> {
    let mut seen: Vec<(Text, usize)> = Vec::new();
    for text in texts {
        match seen.iter_mut().find(|(other, _)| *other == text) {
            Some((_, count)) => *count += 1,
            None => seen.push((text, 1)),
        }
    }
    let all = seen.len() == 1;
    let told = |(text, count): (Text, usize)| match count {
        1 => text,
        _ if all => fill(say::H_IN_ALL, &[&text]),
        _ => fill(say::H_TIMES, &[&count.to_string(), &text]),
    };
    seen.into_iter().map(told).collect()
}

/// The kind of equilibrium, one and many, without what follows a colon.
fn concept(solution: &Solution) -> [Text; 2] {
    let cut = |text: &str, colon: char| text.split(colon).next().unwrap_or(text).to_owned();
    let one = Text { en: cut(&solution.concept.en, ':'), zh: cut(&solution.concept.zh, '：') };
    let many = Text { en: one.en.replace("equilibrium", "equilibria"), zh: one.zh.clone() };
    [one, many]
}

/// Of many equilibria: how many leave nothing to chance, and what each player can expect.
fn overview(sheet: &Sheet, solution: &Solution) -> Text {
    let sure = |p: &&Point| p.choices.iter().all(|c| c.mix.iter().filter(|q| !q.is_zero()).count() == 1);
    let pure = numbers::count(solution.equilibria.iter().filter(sure).count() as u64);
    let mut parts = vec![fill(say::H_PURE, &[&pure])];
    for (k, player) in solution.players.iter().enumerate().take(TOLD) {
        let pays = || solution.equilibria.iter().filter_map(|p| p.payoffs.get(k));
        let by = |a: &&Quantity, b: &&Quantity| a.to_f64().total_cmp(&b.to_f64());
        let (Some(low), Some(high)) = (pays().min_by(by), pays().max_by(by)) else { continue };
        let (low, high) = (short(low), short(high));
        let name = label(sheet, player);
        parts.push(if low == high {
            fill(say::EXPECTED, &[&name, &low])
        } else {
            fill(say::H_EXPECTS, &[&name, &low, &high])
        });
    }
    joined(parts, ", ", "，")
}

/// What is done in one equilibrium, as far as play comes there.
fn profile(sheet: &Sheet, solution: &Solution, point: &Point) -> Text {
    let reached: Vec<&Choice> = point.choices.iter().filter(|c| c.reached).collect();
    let mut parts = if reached.iter().any(|c| !c.place.is_empty()) {
        (0..solution.players.len()).filter_map(|player| moves(sheet, solution, point, player)).collect()
    } else {
        together(sheet, solution, &reached)
    };
    let left = parts.len().saturating_sub(TOLD);
    if left > 0 {
        parts.truncate(TOLD);
        parts.push(fill(say::H_MORE, &[&left.to_string()]));
    }
    if parts.is_empty() { say::H_NOBODY.say() } else { joined(parts, ", ", "，") }
}

/// In a table: all players who do the same at once.
fn together(sheet: &Sheet, solution: &Solution, choices: &[&Choice]) -> Vec<Text> {
    let mut groups: Vec<(Vec<Text>, Text)> = Vec::new();
    for choice in choices {
        let what = played(sheet, choice);
        match groups.iter_mut().find(|(_, did)| *did == what) {
            Some((names, _)) => names.push(who(sheet, solution, choice.player)),
            None => groups.push((vec![who(sheet, solution, choice.player)], what)),
        }
    }
    let players = solution.players.len();
    let one = |(names, what): (Vec<Text>, Text)| match names.len() {
        2 if players == 2 => fill(say::H_BOTH, &[&what]),
        1 => fill(say::H_DOES, &[&joined(names, "", ""), &what]),
        n if n == players => fill(say::H_ALL, &[&n.to_string(), &what]),
        2 | 3 => fill(say::H_DO, &[&joined(names, " and ", "与"), &what]),
        n => fill(say::H_SOME, &[&n.to_string(), &what]),
    };
    groups.into_iter().map(one).collect()
}

/// In a tree: all that one player does, and where, if it has several moves; nothing where play comes to none of them.
fn moves(sheet: &Sheet, solution: &Solution, point: &Point, player: usize) -> Option<Text> {
    let all = || point.choices.iter().filter(|c| c.player == player);
    let mut groups: Vec<(Text, Vec<Text>)> = Vec::new();
    for choice in all().filter(|c| c.reached) {
        let (what, place) = (played(sheet, choice), label(sheet, &choice.place));
        match groups.iter_mut().find(|(did, _)| *did == what) {
            Some((_, places)) => places.push(place),
            None => groups.push((what, vec![place])),
        }
    }
    let left = groups.len().saturating_sub(TOLD);
    let several = all().count() > 1;
    let one = |(what, places): (Text, Vec<Text>)| {
        // Some places are told by a history, which has commas of its own.
        let plain = places.iter().all(|place| !place.en.contains(',') && !place.zh.contains('、'));
        let [comma, zh] = if plain { [", ", "、"] } else { ["; ", "；"] };
        if several { fill(say::H_AT, &[&what, &joined(places, comma, zh)]) } else { what }
    };
    let mut parts: Vec<Text> = groups.into_iter().take(TOLD).map(one).collect();
    if left > 0 {
        parts.push(fill(say::H_MORE, &[&left.to_string()]));
    }
    let does = joined(parts, " and ", "、");
    (!does.en.is_empty()).then(|| fill(say::H_DOES, &[&who(sheet, solution, player), &does]))
}

fn who(sheet: &Sheet, solution: &Solution, player: usize) -> Text {
    solution.players.get(player).map_or_else(Text::default, |name| label(sheet, name))
}

/// An action, or several with their probabilities.
fn played(sheet: &Sheet, choice: &Choice) -> Text {
    let used: Vec<(&String, &Quantity)> =
        choice.actions.iter().zip(&choice.mix).filter(|(_, q)| !q.is_zero()).collect();
    match &used[..] {
        [(name, _)] => quoted(label(sheet, name)),
        many if many.len() > 3 => fill(say::H_MIXES, &[&many.len().to_string()]),
        few => {
            let one = |(name, q): &(&String, &Quantity)| fill(say::H_WITH, &[&quoted(label(sheet, name)), &short(q)]);
            joined(few.iter().map(one).collect(), " or ", "或")
        }
    }
}

/// A name with marks of its own stands in quotation marks.
fn quoted(name: Text) -> Text {
    let mark = |text: String| {
        if text.contains([':', ';', ',', '：', '；', '，']) { format!("“{text}”") } else { text }
    };
    Text { en: mark(name.en), zh: mark(name.zh) }
}

/// A short fraction as it is, everything else as decimals.
fn short(q: &Quantity) -> String {
    match q {
        Quantity::Exact(exact) => {
            let text = exact.to_string().replace('-', "−");
            if text.chars().count() <= SHORT { text } else { format!("≈ {}", numbers::num(exact.to_f64())) }
        }
        Quantity::Within(_) => quantity(q),
    }
}

/// The findings that say most, each with its value.
fn findings(sheet: &Sheet) -> Option<Text> {
    let (named, _) = sheet.named.as_ref()?;
    let found = named.key.iter().filter_map(|id| sheet.findings.iter().find(|f| f.id == *id));
    // “Whether war is unavoidable: yes” reads better without its first word.
    let name = |f: &Finding| Text::new(f.name.en.strip_prefix("whether ").unwrap_or(f.name.en), f.name.zh);
    let one = |f: &Finding| fill(say::H_FINDING, &[&name(f), &value(&f.value)]);
    let all: Vec<Text> = found.map(one).collect();
    if all.is_empty() { None } else { Some(joined(all, "; ", "；")) }
}

fn joined(parts: Vec<Text>, en: &str, zh: &str) -> Text {
    let (first, second): (Vec<String>, Vec<String>) = parts.into_iter().map(|t| (t.en, t.zh)).unzip();
    Text { en: first.join(en), zh: second.join(zh) }
}

/// With a capital and a full stop.
fn sentence(text: &Text) -> Text {
    let mut letters = text.en.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    Text { en: format!("{first}{}.", letters.as_str()), zh: format!("{}。", text.zh) }
}

fn beside(a: Text, b: Text) -> Text {
    Text { en: format!("{} {}", a.en, b.en), zh: a.zh + &b.zh }
}
