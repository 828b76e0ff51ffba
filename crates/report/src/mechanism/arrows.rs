//! One figure: the drawing, its legend, and the list of its arrows, which says the same in words.

use lab::mechanism::{ArrowRow, Diagram};
use lab::outcome::Effect;
use lab::scenario::Text;

use super::finding::{Finding, count, finding, with_range};
use super::words as say;
use crate::chart::diagram;
use crate::chart::svg::drawable;
use crate::frame::{name, shorten};
use crate::html::{block, both, clip, escape, table};
use crate::numbers::{NOTHING, num, percent};
use crate::section::{figure as framed, key, nothing};
use crate::words::{Say, Word, fill, join};

/// The whole figure; texts cut to so many characters.
pub fn figure(diagram: &Diagram, limit: usize) -> String {
    if diagram.arrows.is_empty() {
        return nothing(say::NO_ARROWS);
    }
    let title = both(&shorten(&diagram.title, limit));
    let drawing = format!("<div class=\"scroll drawing\">{}</div>\n", diagram::draw(diagram));
    let mut out = format!("<p>{}</p>\n", both(&tally(diagram)));
    out += &framed(&title, &drawing, &legend(diagram));
    out += &block("p", "fine", &say::FIGURE_NOTE);
    out + &list(diagram, limit) + &block("p", "fine", &outcome_note(diagram, limit))
}

/// What the columns of the list hold.
fn outcome_note(diagram: &Diagram, limit: usize) -> Text {
    match &diagram.outcome {
        Some(outcome) => fill(say::ILL_NOTE, &[&shorten(outcome, limit)]),
        None => say::OUTCOME_NOTE.say(),
    }
}

/// What is counted after the arrows that are as stated.
const TALLIED: [(Finding, Word); 3] = [
    (Finding::Nothing, say::TALLY_NONE),
    (Finding::Opposite, say::TALLY_OPPOSITE),
    (Finding::Unmeasured, say::TALLY_UNMEASURED),
];

/// How many arrows are as stated, without effect, opposite, and by construction.
fn tally(diagram: &Diagram) -> Text {
    let all = diagram.arrows.len().to_string();
    let mut text = fill(say::TALLY, &[&count(diagram, Finding::Stated).to_string(), &all]);
    for (found, word) in TALLIED {
        let n = count(diagram, found);
        if n > 0 {
            text = join(&text, Word { en: ", ", zh: "，" }, &fill(word, &[&n.to_string()]));
        }
    }
    text = join(&text, Word { en: ".", zh: "。" }, &"");
    let built = diagram.arrows.iter().filter(|a| a.by_construction).count();
    if built == 0 {
        return text;
    }
    join(&text, Word { en: " ", zh: "" }, &fill(say::TALLY_BUILT, &[&built.to_string()]))
}

/// What the lines and boxes of this figure mean; only of those that occur.
fn legend(diagram: &Diagram) -> String {
    let has = |wanted: &[Finding]| diagram.arrows.iter().any(|a| wanted.contains(&finding(a)));
    let line = |class: &str, w: &str| format!("<path class=\"arrow {class}\" stroke-width=\"{w}\" d=\"M1 7H17\"/>");
    let head = |class: &str| format!("<path class=\"head {class}\" d=\"M25 7 16 12 16 2Z\"/>");
    let mut out = String::from("<p class=\"keys\">");
    if has(&[Finding::Stated]) {
        out += &key("mechanism", &(line("stated", "3") + &head("stated")), &say::KEY_STATED);
    }
    if has(&[Finding::Opposite]) {
        let drawing = line("against", "5.4") + &line("core", "2.4") + &head("against");
        out += &key("mechanism", &drawing, &say::KEY_OPPOSITE);
    }
    if has(&[Finding::Nothing]) {
        out += &key("mechanism", &(line("absent", "1.8") + &head("absent")), &say::KEY_NONE);
    }
    if has(&[Finding::Unmeasured]) {
        out += &key("mechanism", &(line("open", "1.8") + &head("open")), &say::KEY_UNMEASURED);
    }
    if diagram.nodes.iter().any(diagram::given) {
        let drawing = "<rect class=\"node given\" x=\"1\" y=\"1\" width=\"24\" height=\"12\" rx=\"3\"/>";
        out += &key("mechanism", drawing, &say::KEY_GIVEN);
    }
    let width = fill(say::KEY_WIDTH, &[&num(diagram::largest(diagram))]);
    let wedge = "<path class=\"head stated\" d=\"M1 6 25 3 25 11 1 8Z\"/>";
    out + &key("mechanism", wedge, &width) + "</p>\n"
}

fn list(diagram: &Diagram, limit: usize) -> String {
    let head = [say::COL_ARROW, say::COL_CUT, say::COL_EFFECT, say::COL_OUTCOME, say::COL_FINDING, say::COL_LINES];
    let rows: Vec<(&str, Vec<String>)> = diagram
        .arrows
        .iter()
        .enumerate()
        .map(|(i, a)| {
            let cells = cells(diagram, a, i + 1, limit);
            // On a narrow screen there is no head: each cell says what it is.
            let named =
                head.iter().zip(cells).map(|(h, c)| format!("<small class=\"lb\">{}</small><div>{c}</div>", both(h)));
            ("", named.collect())
        })
        .collect();
    table("arrows", &head.map(|w| both(&w)), &rows)
}

/// "anarchy → uncertainty of intentions".
pub fn way(diagram: &Diagram, arrow: &ArrowRow) -> Text {
    let node = |id: &str| name(diagram.nodes.iter().find(|n| n.id == id).map(|n| &n.name), id, 120);
    join(&node(&arrow.from), Word { en: " → ", zh: " → " }, &node(&arrow.to))
}

fn cells(diagram: &Diagram, a: &ArrowRow, number: usize, limit: usize) -> [String; 6] {
    let found = finding(a);
    let stated = if a.sign.starts_with('+') { say::RAISES } else { say::LOWERS };
    let stated = fill(say::PAPER_SAYS, &[&stated]);
    let way = format!(
        "<span class=\"no {}\">{number}</span><b>{}</b><br><small>{}</small>",
        found.class(),
        both(&way(diagram, a)),
        both(&stated)
    );
    let (mean, range) = parts(&a.effect);
    let mut effect = mean;
    if found != Finding::Unmeasured {
        effect += &format!(" {}", both(&shorten(&a.unit, limit)));
        effect += &if range.is_empty() { range } else { format!("<br>{range}") };
        if drawable(a.effect.positive) {
            let share = fill(say::POSITIVE, &[&percent(a.effect.positive)]);
            effect += &format!("<br><small>{}</small>", both(&share));
        }
    }
    let mut finding = format!("<span class=\"badge {}\">{}</span>", found.class(), both(&found.full()));
    if a.by_construction {
        finding += &format!(" <span class=\"tag\">{}</span>", both(&say::CONSTRUCTED));
    }
    let lines = escape(&clip(&a.text, limit));
    [
        way,
        both(&shorten(&a.cut, limit)),
        effect,
        value(&a.on_outcome) + &direction(diagram, &a.on_outcome),
        finding,
        lines,
    ]
}

/// Which way an arrow moves the outcome, where its interval says so.
fn direction(diagram: &Diagram, e: &Effect) -> String {
    let [raises, lowers] = match diagram.outcome {
        Some(_) => [say::ILL_RAISES, say::ILL_LOWERS],
        None => [say::OUT_RAISES, say::OUT_LOWERS],
    };
    let word = match e.ci95 {
        _ if e.replications == 0 => return String::new(),
        [low, _] if low > 0.0 => raises,
        [_, high] if high < 0.0 => lowers,
        _ => return String::new(),
    };
    format!("<br><small>{}</small>", both(&word))
}

/// Mean in bold and the interval of the mean.
pub fn value(e: &Effect) -> String {
    let (mean, range) = parts(e);
    if range.is_empty() { mean } else { format!("{mean} {range}") }
}

fn parts(e: &Effect) -> (String, String) {
    if e.replications == 0 || !drawable(e.mean) {
        return (NOTHING.into(), String::new());
    }
    let (mean, range) = with_range(e);
    let range = if range.is_empty() { range } else { format!("<span class=\"range\">{}</span>", escape(&range)) };
    (format!("<b>{}</b>", escape(&mean)), range)
}
