//! The answer first: headline, its share of the runs, caveats, and the four frames of every pair.

use lab::outcome::{Estimate, PairOutcome};
use lab::scenario::Text;

use super::{View, left_out, nature, nothing, part, verdict_word};
use crate::chart::svg::{Svg, drawable};
use crate::html::{self, block, both, escape};
use crate::numbers::{count, num, percent, percent_range, prob_parts};
use crate::words::{self, Say, Word};

/// Pairs in sight before what nature did; the others are folded.
const FEW: usize = 3;

/// The whole part.
pub fn section(view: &View) -> String {
    let headline = &view.outcome.headline;
    let mut body = block("p", "headline", &view.text(&headline.sentence));
    body += &sure(view).map_or(String::new(), |text| {
        format!(
            "<p><b>{}</b> {}</p>
",
            both(&text),
            both(&words::SURE_NOTE)
        )
    });
    if !headline.caveats.is_empty() {
        body += &block("p", "lead", &words::CAVEATS);
        let items: String = headline.caveats.iter().take(12).map(|c| block("li", "", &view.text(c))).collect();
        body += &format!("<ul>{items}</ul>\n");
    }
    body += &strip(view);
    part(1, words::S_ANSWER, &body)
}

/// The likeliest verdict's share of the runs with its simulation error, in one sentence; nothing where there is no verdict.
pub fn sure(view: &View) -> Option<Text> {
    let h = &view.outcome.headline;
    if !drawable(h.probability.mean) || h.pair.iter().any(|p| p.is_empty()) {
        return None;
    }
    let range = percent_range(h.probability.q05, h.probability.q95);
    let runs = count(view.outcome.replications);
    Some(words::fill(words::SURE, &[&runs, &percent(h.probability.mean), &likeliest(view), &range]))
}

/// The headline's verdict or, where that is undecided, the likeliest frame of its pair.
fn likeliest(view: &View) -> Word {
    let h = &view.outcome.headline;
    let pairs = view.unordered_pairs();
    let Some(pair) = pairs.first().filter(|_| h.verdict == "undecided") else {
        return verdict_word(&h.verdict);
    };
    let v = &pair.verdict;
    let frames = [
        (words::HARMONY, v.harmony.mean),
        (words::DILEMMA, v.security_dilemma.mean),
        (words::PREDATION, v.predation.mean),
        (words::RIVALRY, v.rivalry.mean),
    ];
    frames.iter().fold(frames[0], |best, f| if f.1 > best.1 { *f } else { best }).0
}

fn strip(view: &View) -> String {
    let pairs = view.unordered_pairs();
    if pairs.is_empty() {
        return nothing(words::NO_PAIRS);
    }
    let mut out = String::from("<div class=\"verdicts\">\n");
    let shown = &pairs[..pairs.len().min(view.limits.pairs)];
    let (open, folded) =
        shown.split_at(if nature::headings(view).is_empty() { shown.len() } else { FEW.min(shown.len()) });
    out += &open.iter().map(|pair| row(view, pair)).collect::<String>();
    out += "</div>\n";
    if !folded.is_empty() {
        let rows: String = folded.iter().map(|pair| row(view, pair)).collect();
        let title = both(&words::fill(words::MORE_PAIRS, &[&count(folded.len() as u64)]));
        out += &html::folded(&title, &format!("<div class=\"verdicts\">\n{rows}</div>\n"));
    }
    if pairs.len() > view.limits.pairs {
        out += &left_out(words::PAIRS_SHOWN, view.limits.pairs, pairs.len());
    }
    out += &by_ratio(view);
    out += &block("p", "fine", &words::FRAMES_NOTE);
    out + &motives(view)
}

fn row(view: &View, pair: &PairOutcome) -> String {
    let v = &pair.verdict;
    let mut cells: Vec<(Word, &str, Option<&Estimate>)> = vec![
        (words::HARMONY, "harmony", Some(&v.harmony)),
        (words::DILEMMA, "dilemma", Some(&v.security_dilemma)),
        (words::PREDATION, "predation", Some(&v.predation)),
        (words::RIVALRY, "rivalry", Some(&v.rivalry)),
    ];
    cells.push((words::IF_BENIGN, "benign", pair.dilemma_if_benign.as_ref()));
    let mut out = format!(
        "<div class=\"pair\"><h3>{} – {}<small>{}</small></h3>\n",
        both(&view.actor(&pair.from)),
        both(&view.actor(&pair.to)),
        both(&view.in_issue(&pair.issue))
    );
    for (word, class, estimate) in cells {
        let name = both(&word);
        out += &match estimate.filter(|e| drawable(e.mean)) {
            Some(e) => {
                let (value, range) = prob_parts(e);
                let (value, range) = (escape(&value), escape(&range));
                format!(
                    "<div class=\"cell {class}\"><i>{name}</i><b>{value}</b> <small>{range}</small>{}</div>\n",
                    bar(e)
                )
            }
            None => {
                format!("<div class=\"cell {class}\"><i>{name}</i><small>{}</small></div>\n", both(&words::NO_BENIGN))
            }
        };
    }
    out + "</div>\n"
}

/// The threshold over baseline from which a pair counts as a dilemma, where the scenario states one number.
fn stated_ratio(view: &View) -> Option<f64> {
    let row = view.outcome.numbers.iter().find(|n| n.path.ends_with("dilemma_ratio"))?;
    row.value.parse().ok().filter(|v| drawable(*v))
}

/// How the share of dilemmas moves with the line that divides them from harmony.
fn by_ratio(view: &View) -> String {
    let headline = &view.outcome.headline;
    let shown: Vec<_> = headline.by_ratio.iter().filter(|r| drawable(r.share.mean)).take(8).collect();
    if shown.is_empty() {
        return String::new();
    }
    let stated = stated_ratio(view);
    let pair = [view.actor(&headline.pair[0]), view.actor(&headline.pair[1]), view.in_issue(&headline.issue)];
    let mut text = words::fill(words::RATIO_NOTE, &[&pair[0], &pair[1], &pair[2]]);
    if let Some(ratio) = stated {
        text = words::join(&text, Word { en: " ", zh: "" }, &words::fill(words::RATIO_STATED, &[&num(ratio)]));
    }
    let mut out = block("p", "ratio-note", &text) + "<div class=\"ratios\">\n";
    for r in shown {
        let here = stated.is_some_and(|s| (s - r.ratio).abs() < 1e-9);
        let (value, range) = (percent(r.share.mean), percent_range(r.share.q05, r.share.q95));
        let stated = if here { both(&words::IN_BRACKETS_STATED) } else { String::new() };
        out += &format!(
            "<div class=\"cell dilemma{}\"><i>{} ×{stated}</i><b>{}</b> <small>{}</small>{}</div>\n",
            if here { " stated" } else { "" },
            num(r.ratio),
            escape(&value),
            escape(&format!("[{range}]")),
            bar(&r.share)
        );
    }
    out + "</div>\n"
}

/// A bar from zero to one with its interval.
pub fn bar(e: &Estimate) -> String {
    let at = |p: f64| 140.0 * p.clamp(0.0, 1.0);
    let mut svg = Svg::new(140.0, 12.0);
    svg.rect("track", (0.0, 2.0), (140.0, 10.0));
    svg.rect("fill", (0.0, 2.0), (at(e.mean), 10.0));
    if drawable(e.q05) && drawable(e.q95) {
        let (lo, hi) = (at(e.q05).max(0.7), at(e.q95).min(139.3));
        svg.line("whisker", (lo, 6.0), (hi, 6.0));
        svg.line("whisker", (lo, 3.0), (lo, 9.0));
        svg.line("whisker", (hi, 3.0), (hi, 9.0));
    }
    svg.finish("bar", "")
}

/// Motives are assumed: whose, how often, and what does not hang on them.
fn motives(view: &View) -> String {
    let shares: Vec<Text> = greedy_shares(view, 6);
    let Some(first) = shares.first() else {
        return String::new();
    };
    let comma = Word { en: ", ", zh: "，" };
    let list = shares[1..].iter().fold(first.clone(), |all, one| words::join(&all, comma, one));
    {
        let mut text = both(&words::fill(words::MOTIVES, &[&list]));
        if view.outcome.pairs.iter().any(|p| p.dilemma_if_benign.is_some()) {
            text += &format!(" {}", both(&words::MOTIVES_LAST));
        }
        format!(
            "<p class=\"motives\">{text}</p>
"
        )
    }
}

/// "United States greedy in 10 % of the runs", for the first few actors.
fn greedy_shares(view: &View, most: usize) -> Vec<Text> {
    let (actors, _) = view.shown_actors();
    let say = |a: &&lab::outcome::ActorOutcome| {
        let name = view.actor(&a.id).say();
        let name = words::join(&name, Word { en: "", zh: "" }, &view.in_issue(&a.issue));
        words::fill(words::GREEDY_SHARE, &[&name, &percent(a.greedy)])
    };
    let mut out: Vec<Text> = actors.iter().take(most).map(say).collect();
    if view.outcome.actors.len() > out.len() && !out.is_empty() {
        out.push(Text::new("and others", "等"));
    }
    out
}
