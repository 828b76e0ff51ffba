//! What a reader wants to know before any verdict on a pair: how many died, what is left, what struck whom, how trust in arms moved.

use crate::change::{Change, Who};
use crate::ensemble::Block;
use crate::headline::Findings;
use crate::measure::Reader;
use crate::outcome::{Band, CommonsOutcome, PairOutcome, TroubleOutcome};
use crate::scenario::{IssueKind, Text};
use crate::statistics::{effect, estimate, mean};
use crate::wording::rounded;

/// The sentences before the verdict where nature or a blow is what the scenario is about; nothing elsewhere.
pub fn lead(reader: Reader<'_>, found: &Findings<'_>) -> Option<Text> {
    let epidemic = reader.scenario.issues.first()?.physics.health.is_some();
    let mut parts = Vec::new();
    if epidemic {
        parts.push(deaths(reader));
        parts.extend(hoarding(reader));
    }
    parts.extend(found.physics.commons.first().map(|c| commons(reader, c)));
    parts.extend(struck(reader, &found.physics.trouble));
    if !parts.is_empty() {
        parts.extend(arms(reader, found.pairs));
    }
    parts.into_iter().reduce(|a, b| Text::new(&format!("{} {}", a.en, b.en), &(a.zh + &b.zh)))
}

/// A share in per cent, for one end of a sentence.
fn share(x: f64) -> String {
    super::percent(x)
}

/// What is left of the resource and of the environment, and whether it collapses: medians, for the mean of such a spread says little.
fn commons(reader: Reader<'_>, c: &CommonsOutcome) -> Text {
    let name = reader.scenario.issues.iter().find(|i| i.id == c.issue).map_or(Text::same(&c.issue), |i| i.name.clone());
    let end = reader.scenario.clock.end;
    let last = |band: &Band| [&band.q50, &band.q05, &band.q95].map(|v| v.last().map_or("–".into(), |x| share(*x)));
    let ([left, low, high], [state, bad, good]) = (last(&c.resource), last(&c.environment));
    let falls = share(c.collapsed.mean);
    let when = c.year_of_collapse.as_ref().filter(|e| e.q50.is_finite()).map(|e| format!("{:.0}", e.q50));
    let (en_when, zh_when) =
        when.map_or_else(Default::default, |y| (format!(", at the median in {y}"), format!("（中位数{y}年）")));
    Text::new(
        &format!(
            "{}: by {end}, {left} [{low}, {high}] of the resource is left and the environment stands at {state} [{bad}, \
             {good}] of unharmed; the resource collapses in {falls} of the runs{en_when}.",
            name.en
        ),
        &format!(
            "{}：到{end}年，资源存量剩 {left}（{low} 至 {high}），环境状况为未受损时的 {state}（{bad} 至 {good}）；{falls} 的运行中资源崩溃{zh_when}。",
            name.zh
        ),
    )
}

/// Blows told in the headline.
const BLOWS: usize = 2;
/// Mean severity under which a blow is not worth a word.
const FAINT: f64 = 0.05;

/// Whom trouble that is neither an epidemic nor a scarcity strikes hardest, how hard, and when.
fn struck(reader: Reader<'_>, all: &[TroubleOutcome]) -> Option<Text> {
    let issues = &reader.scenario.issues;
    let mut peaks = Vec::new();
    for t in all {
        let Some(issue) = issues.iter().find(|i| i.id == t.issue) else { continue };
        if issue.physics.health.is_some() || issue.physics.commons.is_some() {
            continue;
        }
        let each =
            t.actors.iter().flat_map(|a| a.severity.year.iter().zip(&a.severity.mean).map(move |(y, s)| (a, *y, *s)));
        let peak = each.reduce(|best, next| if next.2 > best.2 { next } else { best });
        peaks.extend(peak.filter(|(_, _, s)| *s >= FAINT).map(|(a, year, s)| (s, &issue.name, &a.name, year.floor())));
    }
    peaks.sort_by(|a, b| b.0.total_cmp(&a.0));
    let told = peaks.iter().take(BLOWS);
    let one = told.map(|(s, issue, who, year)| {
        (format!("{} {s:.2} for {} in {year}", issue.en, who.en), format!("{}：{}{year}年 {s:.2}", issue.zh, who.zh))
    });
    let (en, zh): (Vec<String>, Vec<String>) = one.unzip();
    (!en.is_empty()).then(|| {
        Text::new(
            &format!("Severity at its height, from 0 to 1: {}.", en.join("; ")),
            &format!("最重时的严重程度（0—1）——{}。", zh.join("；")),
        )
    })
}

/// Dead of the first issue's epidemic in one run, and people at its start.
fn toll(n: usize, block: &Block, l: usize) -> [f64; 2] {
    let state = block.state.as_ref();
    let Some(e) = state.and_then(|state| state.nature.first()?.emergency.as_ref()) else { return [0.0, 1.0] };
    let dead: f64 = e.outbreak.dead.iter().map(|lanes| lanes[l]).sum();
    let people: f64 = (0..n).map(|i| e.outbreak.people(i)[l]).sum();
    [dead, people.max(1.0)]
}

fn deaths(reader: Reader<'_>) -> Text {
    let each = reader.ensemble.each(|b, l| {
        let [dead, people] = toll(reader.n(), b, l);
        1e6 * dead / people
    });
    let e = estimate(&each);
    let end = reader.scenario.clock.end;
    let [mean, low, high] = [e.mean, e.q05, e.q95].map(rounded);
    Text::new(
        &format!(
            "By {end}, {mean} [{low}, {high}] of every million people in the world have died of it, found or not."
        ),
        &format!("到{end}年，全世界每百万人已有 {mean} 人（{low} 至 {high}）因此死亡，无论是否被发现。"),
    )
}

/// The same runs with everybody withholding nothing, against the runs as they are; nothing where that was not run.
fn hoarding(reader: Reader<'_>) -> Option<Text> {
    let shared = |b: &Block| {
        let together = |p: &&crate::ensemble::Paired| p.who == Who::All && p.change == Change::Share;
        b.paired.iter().find(together).filter(|p| !p.toll.is_empty()).map(|p| p.toll.clone())
    };
    let ill = reader.scenario.issues.iter().filter(|issue| issue.physics.health.is_some()).count();
    if ill != 1 || reader.ensemble.blocks.first().is_none_or(|b| shared(b).is_none()) {
        return None;
    }
    let cost = reader.ensemble.each_paired(|b, l| {
        let [dead, people] = toll(reader.n(), b, l);
        let other: f64 = shared(b).iter().flatten().map(|t| t.deaths[l]).sum();
        1e6 * (dead - other) / people
    });
    // Where nothing is made nothing can be kept.
    if cost.iter().all(|c| *c == 0.0) {
        return None;
    }
    let e = effect(&cost);
    let [low, high] = e.ci95;
    let interval = |low: f64, high: f64| {
        let (low, high) = (rounded(low), rounded(high));
        Text::new(
            &format!(" (95 % interval of the mean {low} to {high})"),
            &format!("（均值的 95 % 区间：{low} 至 {high}）"),
        )
    };
    let (size, between) = (rounded(e.mean.abs()), interval(low, high));
    let less = interval(-high, -low);
    Some(match (low > 0.0, high < 0.0) {
        (true, _) => Text::new(
            &format!("Had nobody hoarded, {size} fewer would have{}.", between.en),
            &format!("若无人囤积，可少死 {size} 人{}。", between.zh),
        ),
        (_, true) => Text::new(
            &format!("Had nobody hoarded, {size} more would have{}.", less.en),
            &format!("若无人囤积，反而多死 {size} 人{}。", less.zh),
        ),
        _ => Text::new(
            &format!("What hoarding added to that is not clear: {}{}.", rounded(e.mean), between.en),
            &format!("囤积使其增加多少尚不清楚：{} 人{}。", rounded(e.mean), between.zh),
        ),
    })
}

/// Mistrust at the start and at the end, in the first military issue, of the two who are most armed and mistrust each other most.
fn arms(reader: Reader<'_>, pairs: &[PairOutcome]) -> Option<Text> {
    let issues = &reader.scenario.issues;
    let k = issues.iter().position(|issue| issue.kind == IssueKind::Military)?;
    let (i, j) = foes(reader, k, pairs)?;
    let actors = &reader.scenario.actors;
    let ends = |a: usize, b: usize| {
        let of = |p: &&PairOutcome| p.issue == issues[k].id && p.from == actors[a].id && p.to == actors[b].id;
        let band = pairs.iter().find(of)?.mistrust.as_ref()?;
        Some(format!("{:.2} → {:.2}", band.mean.first()?, band.mean.last()?))
    };
    let (one, other) = (ends(i, j)?, ends(j, i)?);
    let (a, b) = (&actors[i].name, &actors[j].name);
    let issue = &issues[k].name;
    Some(Text::new(
        &format!("Mistrust ({}): {} about {} {one}, {} about {} {other}.", issue.en, a.en, b.en, b.en, a.en),
        &format!("猜疑（{}）：{}对{} {one}，{}对{} {other}。", issue.zh, a.zh, b.zh, b.zh, a.zh),
    ))
}

/// A weight over this share of the largest is about equal to it (it is a product of four numbers), and the first in the scenario is taken.
const EQUAL: f64 = 0.75;

/// The pair with the largest product of mistrust and effort of both sides at the start; among about equal ones the first.
fn foes(reader: Reader<'_>, k: usize, pairs: &[PairOutcome]) -> Option<(usize, usize)> {
    let (actors, issue) = (&reader.scenario.actors, &reader.scenario.issues[k].id);
    let weight = |i: usize, j: usize| {
        let of = |p: &&PairOutcome| p.issue == *issue && p.from == actors[i].id && p.to == actors[j].id;
        let mistrust = pairs.iter().find(of)?.mistrust.as_ref()?.mean.first()?;
        Some(mistrust * mean(&reader.ensemble.gather(|b| &b.effort[reader.actor_at(0, k, i)])))
    };
    let all = (0..reader.n()).flat_map(|i| (i + 1..reader.n()).map(move |j| (i, j)));
    let weighed: Vec<_> = all.filter_map(|(i, j)| Some((weight(i, j)? * weight(j, i)?, (i, j)))).collect();
    let most = weighed.iter().map(|w| w.0).fold(0.0, f64::max);
    weighed.iter().find(|w| w.0 >= EQUAL * most).map(|w| w.1)
}
