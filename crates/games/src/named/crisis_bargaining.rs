//! Bargaining in a crisis: a modest demand that everybody grants, or a bold one that the resolute answers with war.

use super::branches::{choice, end, nature, tree};
use super::parts::{UNIT, curve, mark, mean, need, ratio, rest};
use super::{Analysis, Fault, Finding, Game, Named, Picture, Value, Values, real, words};
use crate::number::Rational;

/// Two kinds of opponent, two demands, and war where one is refused.
pub const GAME: Named = Named {
    id: "crisis-bargaining",
    title: words("Bargaining in a crisis", "危机中的讨价还价"),
    story: words(
        "One side claims a share of what is disputed; the other grants it or fights. The claimant does not know how much its opponent minds a war. The modest \
         claim everybody grants, the bold one only who minds it much: peace is given up for the chance of more, although \
         both would rather have the modest division than the war.",
        "一方对争议标的提出要求，对手应允或开战。要求方不知对手多么不愿开战。适度的要求人人应允，大胆的要求只有极不愿开战者才会应允：双方都宁取适度的分配而不愿开战，和平却因想得更多而被放弃。",
    ),
    source: "Fearon 1995, International Organization 49(3), 379–414; Powell 1999, In the Shadow of Power, ch. 3",
    note: Some(words(
        "The idea is theirs; the threshold for two demands is derived here.",
        "思想出自两者；两种要求下的门槛由本程序推导。",
    )),
    key: &["demand", "war"],
    claims: &["A101", "A134"],
    parameters: &[
        real(
            "win",
            "0.5",
            UNIT,
            "p: the claimant's chance of winning a war over the pie of 1",
            "p：要求方赢得战争（标的为 1）的概率",
        ),
        real("cost", "0.1", UNIT, "the claimant's cost of war, in pies", "要求方的战争成本，以标的为单位"),
        real(
            "cost_resolute",
            "0.1",
            UNIT,
            "a resolute opponent's cost of war, in pies",
            "坚决的对手的战争成本，以标的为单位",
        ),
        real(
            "cost_irresolute",
            "0.4",
            UNIT,
            "an irresolute opponent's cost of war, in pies",
            "不坚决的对手的战争成本，以标的为单位",
        ),
        real("modest", "0.55", UNIT, "the modest demand, in pies", "适度的要求，以标的为单位"),
        real("bold", "0.8", UNIT, "the bold demand, in pies", "大胆的要求，以标的为单位"),
        real("resolute", "0.3", ["0.001", "0.999"], "probability that the opponent is resolute", "对手坚决的概率"),
    ],
    labels: &[
        words("claimant", "要求方"),
        words("opponent", "对手"),
        words("resolute", "坚决"),
        words("irresolute", "不坚决"),
        words("modest", "适度要求"),
        words("bold", "大胆要求"),
        words("grant", "应允"),
        words("fight", "开战"),
        words("unknowing", "不知对手类型"),
        words("resolute asked modestly", "坚决者面对适度要求"),
        words("resolute asked boldly", "坚决者面对大胆要求"),
        words("irresolute asked modestly", "不坚决者面对适度要求"),
        words("irresolute asked boldly", "不坚决者面对大胆要求"),
    ],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [win, cost, firm, soft] = ["win", "cost", "cost_resolute", "cost_irresolute"].map(|id| values.of(id));
    let [modest, bold, resolute] = ["modest", "bold", "resolute"].map(|id| values.of(id));
    let fights = &win - &cost;
    let limits = [
        (
            fights < modest,
            words("the modest demand must beat war: modest > p − cost", "适度的要求须优于开战：modest > p − cost"),
        ),
        (
            modest < &win + &firm,
            words(
                "the resolute must grant the modest demand: modest < p + cost_resolute",
                "坚决者须应允适度的要求：modest < p + cost_resolute",
            ),
        ),
        (
            &win + &firm < bold,
            words(
                "the resolute must fight the bold demand: bold > p + cost_resolute",
                "坚决者须对大胆的要求开战：bold > p + cost_resolute",
            ),
        ),
        (
            bold < &win + &soft,
            words(
                "the irresolute must grant the bold demand: bold < p + cost_irresolute",
                "不坚决者须应允大胆的要求：bold < p + cost_irresolute",
            ),
        ),
    ];
    limits.into_iter().try_for_each(|(holds, what)| need(holds, what))?;
    let risky = mean(&resolute, &fights, &bold);
    let threshold = (&bold - &modest).over(&(&bold - &fights)).unwrap_or_else(Rational::zero);
    let (demand, war) = match resolute.cmp(&threshold) {
        std::cmp::Ordering::Less => (Value::Said(words("the bold one", "大胆的要求")), Value::Exact(resolute.clone())),
        std::cmp::Ordering::Greater => {
            (Value::Said(words("the modest one", "适度的要求")), Value::Exact(Rational::zero()))
        }
        std::cmp::Ordering::Equal => {
            let both = words("both pay the same", "两种要求所得相同");
            (Value::Said(both), Value::Absent(both))
        }
    };
    let none = words("nothing is at stake between the two demands", "两种要求之间无利害可言");
    let findings = vec![
        Finding::new(
            "threshold",
            words(
                "probability of a resolute opponent from which on the claimant is modest",
                "要求方转而提出适度要求的概率门槛（对手坚决的概率）",
            ),
            "(bold − modest) / (bold − (p − cost))",
            ratio(&(&bold - &modest), &(&bold - &fights), none),
        ),
        Finding::new(
            "demand",
            words("what the claimant demands", "要求方的要求"),
            words("resolute < threshold", "resolute < 门槛"),
            demand,
        ),
        Finding::new(
            "war",
            words("probability of war", "战争概率"),
            words("resolute · [resolute < threshold]", "resolute · [resolute < 门槛]"),
            war,
        ),
        Finding::new(
            "risky_payoff",
            words("what the claimant expects of the bold demand, in pies", "大胆要求下要求方的期望所得，以标的为单位"),
            "(1 − resolute) · bold + resolute · (p − cost)",
            risky,
        ),
        Finding::new(
            "wasted",
            words(
                "what a war with the resolute wastes, both together, in pies",
                "与坚决者开战的耗费（双方合计），以标的为单位",
            ),
            "cost + cost_resolute",
            &cost + &firm,
        ),
    ];
    Ok(Analysis { held: None, game: Some(game(values)?), findings, picture: Some(picture(values, &threshold)) })
}

fn game(values: &Values) -> Result<Game, Fault> {
    let [win, cost, firm, soft] = ["win", "cost", "cost_resolute", "cost_irresolute"].map(|id| values.of(id));
    let mut nodes = vec![nature(["resolute", "irresolute"], &values.of("resolute"))];
    for (kind, (name, own)) in (0u64..).zip([("resolute", firm), ("irresolute", soft)]) {
        nodes.push(choice(0, (1, "unknowing"), ["modest", "bold"]));
        for (asked, (demand, manner)) in (0u64..).zip([("modest", "modestly"), ("bold", "boldly")]) {
            let share = values.of(demand);
            nodes.push(choice(1, (1 + 2 * kind + asked, &format!("{name} asked {manner}")), ["grant", "fight"]));
            nodes.push(end(vec![share.clone(), rest(&share)]));
            nodes.push(end(vec![&win - &cost, &rest(&win) - &own]));
        }
    }
    tree("Bargaining in a crisis", &["claimant", "opponent"], nodes)
}

/// What either demand brings, over the probability of a resolute opponent.
fn picture(values: &Values, threshold: &Rational) -> Picture {
    let [win, cost, modest, bold] = ["win", "cost", "modest", "bold"].map(|id| values.real(id));
    Picture {
        title: words("A bold demand or a modest one", "大胆还是适度"),
        x: words("probability that the opponent is resolute", "对手坚决的概率"),
        y: words("what the claimant expects, in pies", "要求方的期望所得，以标的为单位"),
        lines: vec![
            curve(words("bold demand", "大胆的要求"), 0.0, 1.0, move |r| (1.0 - r) * bold + r * (win - cost)),
            curve(words("modest demand", "适度的要求"), 0.0, 1.0, move |_| modest),
        ],
        marks: vec![mark(words("the claimant turns modest", "要求方转为适度"), threshold.to_f64(), modest)],
    }
}
