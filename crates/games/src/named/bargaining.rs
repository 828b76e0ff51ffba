//! Bargaining in the shadow of war: what is demanded of one whose cost of war is not known.

use super::parts::{UNIT, curve, half, mark, need, rest};
use super::{Analysis, Fault, Finding, Named, Picture, Values, real, words};
use crate::number::Rational;

/// A pie of 1; A demands, B takes what is left or fights.
pub const GAME: Named = Named {
    id: "bargaining",
    title: words("Bargaining in the shadow of war", "战争阴影下的讨价还价"),
    story: words(
        "War wastes what both could share, so there is always a division that both prefer. But one who does not know how \
         much the other minds a war asks for more than the boldest would give, and accepts some risk of war for it.",
        "战争耗费双方本可分享之物，故总有双方都宁愿接受而不愿开战的分配。但若不知对方多不愿开战，便会要求超出最强硬者所肯让出的份额，并为此承担一定的战争风险。",
    ),
    source: "Fearon 1995, International Organization 49(3), 379–414",
    note: Some(words("The demand for uniform costs is derived here.", "成本均匀分布时的要价由本程序推导。")),
    key: &["demand", "war"],
    claims: &["A101", "A134"],
    parameters: &[
        real("win", "0.5", UNIT, "p: A's chance of winning a war over the pie of 1", "p：A 赢得战争（标的为 1）的概率"),
        real("cost", "0.1", UNIT, "A's cost of war, in pies", "A 的战争成本，以标的为单位"),
        real(
            "highest",
            "0.4",
            ["0", "1000000"],
            "highest cost of war to B, uniform from 0, in pies; A knows no more",
            "B 战争成本的上限（自 0 起均匀分布，以标的为单位）；A 仅知分布",
        ),
    ],
    labels: &[],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [win, cost, highest] = ["win", "cost", "highest"].map(|id| values.of(id));
    need(highest.is_positive(), words("highest must be above 0", "highest 须大于 0"))?;
    // Nothing over the whole pie can be demanded, nor is less demanded than even the boldest gives.
    let bold = (&win + &half(&(&highest - &cost))).max(win.clone());
    let demand = bold.clone().min(Rational::one());
    let war = (&demand - &win).over(&highest).unwrap_or_else(Rational::zero);
    let wasted = &war * &(&cost + &half(&(&demand - &win)));
    let fights = &win - &cost;
    // There is no more to divide than the pie.
    let least = fights.clone().max(Rational::zero());
    let payoff = &(&demand * &rest(&war)) + &(&fights * &war);
    let findings = vec![
        Finding::new(
            "range_low",
            words("least that A takes rather than fight, in pies", "A 宁可接受而不愿开战的最小份额，以标的为单位"),
            "max(0, p − cost)",
            least.clone(),
        ),
        Finding::new(
            "range_width",
            words(
                "width of the range both prefer to war, at B's mean cost, in pies",
                "双方都宁愿接受而不愿开战的区间宽度（B 取平均成本），以标的为单位",
            ),
            "min(1, p + highest / 2) − max(0, p − cost)",
            &(&win + &half(&highest)).min(Rational::one()) - &least,
        ),
        Finding::new(
            "demand",
            words("what A demands, in pies", "A 的要价，以标的为单位"),
            words("p + (highest − cost) / 2, within p … 1", "p + (highest − cost) / 2，限于 p … 1 之内"),
            demand.clone(),
        ),
        Finding::new(
            "war",
            words("probability of war", "战争概率"),
            words("(demand − p) / highest", "(要价 − p) / highest"),
            war,
        ),
        Finding::new(
            "payoff",
            words("what A expects, in pies", "A 的期望所得，以标的为单位"),
            words("demand · (1 − P(war)) + (p − cost) · P(war)", "要价 · (1 − P(战争)) + (p − cost) · P(战争)"),
            payoff.clone(),
        ),
        Finding::new(
            "wasted",
            words("expected waste by war, both together, in pies", "战争的期望耗费（双方合计），以标的为单位"),
            words("P(war) · (cost + (demand − p) / 2)", "P(战争) · (cost + (要价 − p) / 2)"),
            wasted,
        ),
    ];
    Ok(Analysis { held: None, game: None, findings, picture: Some(picture(values, &demand, &payoff)) })
}

/// What A expects over what it demands.
fn picture(values: &Values, demand: &Rational, payoff: &Rational) -> Picture {
    let [win, cost, highest] = ["win", "cost", "highest"].map(|id| values.real(id));
    let expected = move |x: f64| {
        let war = ((x - win) / highest).clamp(0.0, 1.0);
        x * (1.0 - war) + (win - cost) * war
    };
    Picture {
        title: words("What a demand is worth when it may mean war", "可能引发战争的要价值多少"),
        x: words("what A demands, in pies", "A 的要价，以标的为单位"),
        y: words("what A expects, in pies", "A 的期望所得，以标的为单位"),
        lines: vec![curve(words("A's expectation", "A 的期望"), 0.0, 1.0, expected)],
        marks: vec![mark(words("best demand", "最优要价"), demand.to_f64(), payoff.to_f64())],
    }
}
