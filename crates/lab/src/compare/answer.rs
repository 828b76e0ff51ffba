//! The answer in plain words, and what it rests on.

use theory::world::LANES;

use super::document::{differences, dilemma_share};
use super::{Compared, Measured, commons, lives};
use crate::comparison::{Answer, BaselineRow, InterpretationRow, OrderRow, PAPERS_ORDER, RunRow};
use crate::outcome::Effect;
use crate::scenario::{Scenario, Text};
use crate::statistics::{effect, mean};
use crate::wording::full_width;

/// Effects on security under this share of a point are not worth a sentence, however clear of zero.
const NEGLIGIBLE: f64 = 5e-5;

/// Whether an effect's 95 % interval leaves zero out, and the effect is worth speaking of.
fn clear(e: &Effect) -> bool {
    (e.ci95[0] > 0.0 || e.ci95[1] < 0.0) && e.mean.abs() >= NEGLIGIBLE
}

/// Percentage points with sign, to two digits.
pub(super) fn points(x: f64) -> String {
    let p = 100.0 * x;
    let digits = match p.abs() {
        10.0.. => 0,
        1.0.. => 1,
        0.1.. => 2,
        0.01.. => 3,
        _ => 4,
    };
    format!("{p:+.digits$}").replace('-', "−")
}

/// Mean and interval, each written by `say`.
pub(super) fn interval(e: &Effect, say: impl Fn(f64) -> String) -> String {
    format!("{} ({} … {})", say(e.mean), say(e.ci95[0]), say(e.ci95[1]))
}

/// Name of an actor.
pub(super) fn named(scenario: &Scenario, id: &str) -> Text {
    scenario.actors.iter().find(|a| a.id == id).map_or(Text::same(id), |a| a.name.clone())
}

/// The answer: what helps most and whether the runs decide, the order, what trust costs if wrong.
pub(super) fn answer(
    scenario: &Scenario,
    c: &Compared,
    baseline: &BaselineRow,
    runs: &[RunRow],
    order: &[OrderRow],
    readings: &[InterpretationRow],
) -> Answer {
    let (best, decided, first) = best(c, runs);
    let mut sentences = vec![best];
    sentences.extend(first.filter(|_| c.lives).and_then(|run| lives::sides(scenario, run)));
    sentences.extend(commons::best(baseline.commons.as_ref(), runs));
    sentences.extend(way_out(scenario, c, order));
    sentences.extend(if_wrong(scenario, readings));
    for said in &mut sentences {
        said.zh = full_width(&said.zh);
    }
    let caveats = vec![
        Text::new(
            "Agreements are taken as kept, by the greedy too; only signals, answers and the ladder depend on what the others do.",
            "协议被视为得到遵守，贪婪者亦然；只有信号、回应与制度阶梯取决于他方作为。",
        ),
        Text::new(
            "Intervals are of the simulation only: they say how well the scenario’s own assumptions are worked out, not whether they are right.",
            "区间仅反映模拟误差：说明情景自身的假定推演得有多准，而非假定是否正确。",
        ),
        Text::new(
            "Sizes, costs and dates of remedies are the scenario’s; where it calls them assumed, so is the ranking.",
            "缓解办法的大小、成本与日期取自情景；凡标为假定者，其排序亦属假定。",
        ),
    ];
    Answer { sentences, decided, caveats }
}

/// One run is shown to help; another has the larger mean, but its interval reaches zero.
fn clear_but_not_first(clear: &RunRow, first: &RunRow) -> Text {
    let (gain, name, other) = (interval(&clear.effects.security, points), &clear.name, &first.name);
    Text::new(
        &format!(
            "{} helps: {gain} percentage points on the chance of getting through. {} may help more, but its interval \
             reaches zero.",
            name.en, other.en
        ),
        &format!("“{}”有帮助：安然度过的概率变化{gain}个百分点。“{}”或许帮助更大，但其区间触及零。", name.zh, other.zh),
    )
}

/// Fewer dead as lives saved.
fn turned(e: &Effect) -> Effect {
    Effect { mean: -e.mean, ci95: [-e.ci95[1], -e.ci95[0]], ..*e }
}

/// What a run gains in what runs are ranked by: security, or lives.
fn merit(run: &RunRow, lives: bool) -> Effect {
    match run.effects.lives.as_ref().filter(|_| lives) {
        Some(of) => turned(&of.deaths),
        None => run.effects.security,
    }
}

/// Whether a pair is also a package: it is ranked once, as the package.
fn is_package(pair: &RunRow, runs: &[RunRow]) -> bool {
    let same = |r: &&RunRow| r.members.len() == 2 && pair.members.iter().all(|id| r.members.contains(id));
    pair.kind == "pair" && runs.iter().filter(|r| r.kind == "package").any(|r| same(&r))
}

/// The first of all within the budget, and whether it beats the next.
fn best<'r>(c: &Compared, runs: &'r [RunRow]) -> (Text, bool, Option<&'r RunRow>) {
    let mut ranked: Vec<(&RunRow, Effect)> =
        runs.iter().filter(|r| !r.over_budget && !is_package(r, runs)).map(|r| (r, merit(r, c.lives))).collect();
    ranked.sort_by(|a, b| b.1.mean.total_cmp(&a.1.mean));
    let Some((first, gain)) = ranked.first() else { return (nothing_offered(runs), false, None) };
    if gain.ci95[0].is_nan() || gain.ci95[0] <= 0.0 {
        let clear = ranked.iter().find(|(_, gain)| gain.ci95[0] > 0.0).map(|(run, _)| *run);
        let said = if c.lives { lives::undecided(clear, first) } else { nothing_clear(clear, first) };
        return (said, false, clear);
    }
    let at = |id: &str| c.sets.iter().position(|s| s.id == id && s.kind != "order" && s.kind != "reading");
    let lead = ranked.get(1).and_then(|(second, _)| {
        let (a, b) = (at(&first.id)?, at(&second.id)?);
        Some((*second, effect(&differences(c, a, b, c.merit()))))
    });
    let decided = lead.as_ref().is_none_or(|(_, lead)| lead.ci95[0] > 0.0);
    let second = lead.filter(|_| !decided).map(|(second, _)| second);
    if c.lives {
        let without = mean(&c.each(|b, l| b.runs[0].deaths(l)));
        return (lives::best(first, second, without), decided, Some(first));
    }
    let gain = interval(gain, points);
    let (mut en, mut zh) = (
        format!("{} helps most: {gain} percentage points on the chance of getting through.", first.name.en),
        format!("“{}”最有帮助：安然度过的概率变化{gain}个百分点。", first.name.zh),
    );
    if let Some(second) = second {
        en.push_str(&format!(" The runs do not decide between it and {}.", second.name.en));
        zh.push_str(&format!("运行不足以判定它与“{}”孰优。", second.name.zh));
    }
    (Text::new(&en, &zh), decided, Some(first))
}

/// Nothing to rank.
fn nothing_offered(runs: &[RunRow]) -> Text {
    if runs.iter().any(|r| r.over_budget) {
        return Text::new("No remedy is within the budget.", "没有任何缓解办法在预算之内。");
    }
    Text::new("The scenario offers no remedy.", "情景未提供缓解办法。")
}

fn nothing_clear(clear: Option<&RunRow>, first: &RunRow) -> Text {
    clear.map_or_else(
        || {
            Text::new(
                "No remedy is shown to raise the chance of getting through: every interval reaches zero or lies below it.",
                "没有任何缓解办法被证明能提高安然度过的概率：各区间都触及零或在零以下。",
            )
        },
        |clear| clear_but_not_first(clear, first),
    )
}

fn percent(x: f64) -> String {
    format!("{:.0} %", 100.0 * x)
}

/// Herz's question: does holding first and universalism second get out, and what goes wrong in another order?
fn way_out(scenario: &Scenario, c: &Compared, order: &[OrderRow]) -> Vec<Text> {
    let find = |id: &str| order.iter().find(|row| row.id == id);
    let (Some(paper), Some(reverse)) = (find(PAPERS_ORDER), find("second-then-first")) else {
        return Vec::new();
    };
    if c.lives || scenario.order.as_ref().is_some_and(|o| o.names.is_some()) {
        return vec![either_order(c, paper, reverse)];
    }
    let (without, with) = (dilemma_share(c, 0).mean, paper.dilemma.mean);
    let gain = &paper.effects.security;
    let (verdict, zh_verdict) = if !clear(&paper.effects.dilemma) {
        ("is not shown to change", "未被证明改变")
    } else if paper.effects.dilemma.mean > 0.0 {
        ("raises", "提高了")
    } else if with <= 0.05 {
        ("all but ends", "几乎消除了")
    } else {
        ("lowers, but does not end,", "降低但未消除")
    };
    let mut out = vec![if paper.effects.dilemma.replications == 0 {
        nobody_benign(gain)
    } else if without == 0.0 && with == 0.0 {
        no_dilemma(gain)
    } else {
        Text::new(
            &format!(
                "Holding first and universalism second {verdict} the dilemma: of the runs in which neither side is greedy, {} end in one instead of {}; security changes by {} points.",
                percent(with),
                percent(without),
                interval(gain, points)
            ),
            &format!(
                "先护持、后普世主义{zh_verdict}困境：在双方皆非贪婪的运行中，以困境告终者为{}，原为{}；安全变化{}个百分点。",
                percent(with),
                percent(without),
                interval(gain, points)
            ),
        )
    }];
    out.extend(find("first-only").map(alone));
    out.extend(find("together").and_then(at_once));
    out.extend(price(c));
    let gap = &reverse.against_papers_order;
    let years = scenario.order.as_ref().map_or(0, |o| o.gap);
    out.push(match (clear(gap), gap.mean < 0.0) {
        (true, true) => Text::new(
            &format!("The reverse order is worse, by {} points: while universalism spreads alone for {years} years nothing holds the race.", interval(gap, points)),
            &format!("相反的次序较差，相差{}个百分点：普世主义独自传播的{years}年间，无物约束竞赛。", interval(gap, points)),
        ),
        (true, false) => Text::new(
            &format!("The reverse order is better, by {} points, against the paper’s claim.", interval(gap, points)),
            &format!("相反的次序反而较好，相差{}个百分点，与论文主张相左。", interval(gap, points)),
        ),
        _ => Text::new(
            &format!("The order of the two steps makes no difference that the runs can show ({} points).", interval(gap, points)),
            &format!("两步的先后没有运行所能显示的差别（{}个百分点）。", interval(gap, points)),
        ),
    });
    out
}

/// Two steps of another paper's: what they do in its order, and whether the reverse does better.
fn either_order(c: &Compared, paper: &OrderRow, reverse: &OrderRow) -> Text {
    let say = |e: &Effect, zh: bool| match (c.lives, zh) {
        (false, _) => interval(e, points),
        (true, false) => interval(e, lives::people_in_words),
        (true, true) => interval(e, lives::people_in_chinese),
    };
    let (unit, zh_unit) =
        if c.lives { (" lives saved", "人获救") } else { (" points of security", "个百分点的安全") };
    let gain = match paper.effects.lives.as_ref().filter(|_| c.lives) {
        Some(of) => turned(&of.deaths),
        None => paper.effects.security,
    };
    let gap = &reverse.against_papers_order;
    let (verdict, zh_verdict) = match (clear(gap), gap.mean < 0.0) {
        (true, true) => ("is worse", "较差"),
        (true, false) => ("is better (the paper puts it the other way)", "反而较好（论文所列相反）"),
        _ => ("makes no difference that the runs can show", "没有运行所能显示的差别"),
    };
    Text::new(
        &format!(
            "{}: {}{unit}. The reverse order {verdict}: {}{unit}.",
            capital(&paper.name.en),
            say(&gain, false),
            say(gap, false)
        ),
        &format!(
            "{}：{}{zh_unit}。相反的次序{zh_verdict}：{}{zh_unit}。",
            paper.name.zh,
            say(&gain, true),
            say(gap, true)
        ),
    )
}

/// With a capital letter.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

/// Where every run has a greedy side there is no dilemma to get out of.
fn nobody_benign(gain: &Effect) -> Text {
    Text::new(
        &format!(
            "In no run are both sides benign, so there is no dilemma to get out of; holding first and universalism second change security by {} points.",
            interval(gain, points)
        ),
        &format!(
            "没有一次运行中双方皆善意，故无困境可言；先护持、后普世主义使安全变化{}个百分点。",
            interval(gain, points)
        ),
    )
}

/// Where none of the benign runs ends in a dilemma, there is none to get out of either.
fn no_dilemma(gain: &Effect) -> Text {
    Text::new(
        &format!(
            "Where neither of the two largest is greedy no run ends in a dilemma, with remedies or without; holding first and universalism second change security by {} points.",
            interval(gain, points)
        ),
        &format!(
            "在最大两方皆非贪婪的运行中，有无缓解办法都不以困境告终；先护持、后普世主义使安全变化{}个百分点。",
            interval(gain, points)
        ),
    )
}

/// Whether the second step adds anything to the first.
fn alone(hold: &OrderRow) -> Text {
    let gap = &hold.against_papers_order;
    if clear(gap) && gap.mean < 0.0 {
        return Text::new(
            &format!("Without the second step {} points of security are lost.", interval(gap, points)),
            &format!("若无第二步，安全损失{}个百分点。", interval(gap, points)),
        );
    }
    if clear(gap) {
        return Text::new(
            &format!(
                "The second step costs security: holding alone is safer by {} points (care and foresight also weaken what deters).",
                interval(gap, points)
            ),
            &format!("第二步反而有损安全：仅护持高出{}个百分点（关怀与远见也削弱威慑）。", interval(gap, points)),
        );
    }
    Text::new(
        &format!(
            "Holding alone does as much, as far as the runs can tell ({} points without the second step).",
            interval(gap, points)
        ),
        &format!("就运行所及，仅护持即有同等作用（无第二步时{}个百分点）。", interval(gap, points)),
    )
}

/// Whether both steps at once beat one after the other.
fn at_once(together: &OrderRow) -> Option<Text> {
    let gap = &together.against_papers_order;
    let (en, zh) = if gap.mean > 0.0 { ("safer", "更安全") } else { ("less safe", "更不安全") };
    clear(gap).then(|| {
        Text::new(
            &format!("Both at once is {en} than one after the other, by {} points.", interval(gap, points)),
            &format!("两步同时实施{zh}，相差{}个百分点。", interval(gap, points)),
        )
    })
}

/// What each step costs, as a share of effort, and who carries most of it.
fn price(c: &Compared) -> Option<Text> {
    let share = |id: &str| {
        let at = c.sets.iter().position(|s| s.kind == "order" && s.id == id)?;
        let sum = |b: &super::Block, l: usize, of: &dyn Fn(&Measured, usize) -> f64| {
            (0..b.runs[at].cost.len()).map(|i| of(&b.runs[at], i * LANES + l)).sum::<f64>()
        };
        let paid = |b: &super::Block, l: usize| {
            sum(b, l, &|m, x| m.cost[x / LANES][x % LANES]) / sum(b, l, &|m, x| m.effort[x / LANES][x % LANES])
        };
        Some(mean(&c.each(paid)))
    };
    let (hold, care) = (share("first-only")?, share("second-only")?);
    if hold + care == 0.0 {
        return None;
    }
    let figure = |x: f64| format!("{:.2} %", 100.0 * x);
    Some(Text::new(
        &format!("Running costs: {} of all effort for holding, {} for universalism.", figure(hold), figure(care)),
        &format!("维持成本：护持占全部投入的{}，普世主义占{}。", figure(hold), figure(care)),
    ))
}

/// The dilemma of interpretation in one sentence, averaged over the readers.
fn if_wrong(scenario: &Scenario, rows: &[InterpretationRow]) -> Vec<Text> {
    let of = |reading: &str, partner: &str| rows.iter().find(|r| r.reading == reading && r.partner == partner);
    let (Some(trust), Some(mistrust)) = (of("trust", "greedy"), of("mistrust", "benign")) else { return Vec::new() };
    let who = |id: &str| scenario.actors.iter().find(|a| a.id == id).map_or(Text::same(id), |a| a.name.clone());
    let (a, b) = (who(&trust.actor), who(&mistrust.actor));
    // As many decimals as the mean needs for two figures, three at least.
    let figure = |e: &Effect| {
        let digits = if e.mean == 0.0 { 3 } else { (1.0 - e.mean.abs().log10().floor()).clamp(3.0, 9.0) as usize };
        interval(e, |x| format!("{x:+.digits$}").replace('-', "−"))
    };
    // Named once where both readers are the same.
    let (second_en, second_zh) =
        if a == b { Default::default() } else { (format!("{}: ", b.en), format!("{}：", b.zh)) };
    let (own, all) = (figure(&trust.hazard), figure(&mistrust.everyone));
    vec![Text::new(
        &format!(
            "What a wrong reading costs. {}: if it trusts and the other is greedy after all, its own accumulated hazard changes by {own}; {second_en}if it mistrusts and the other is benign, everybody’s changes by {all}.",
            a.en
        ),
        &format!(
            "误读的代价——{}：若选择信任而对方终究贪婪，其自身累计危险变化{own}；{second_zh}若选择猜疑而对方善意，各方合计变化{all}。",
            a.zh
        ),
    )]
}
