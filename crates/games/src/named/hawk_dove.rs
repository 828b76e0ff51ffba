//! Hawk and dove: how much fighting a population settles on in which nobody decides.

use super::parts::{curve, half, mark, need, rest, table};
use super::{Analysis, Fault, Finding, Named, Picture, Values, real, words};
use crate::number::Rational;

/// Who does better becomes more frequent.
pub const GAME: Named = Named {
    id: "hawk-dove",
    title: words("Hawk and dove", "鹰鸽博弈"),
    story: words(
        "Hawks fight for what doves share. Neither kind need be wicked: the more there are of one kind, the better the other does, and the \
         population settles where both do equally well, with some fighting that serves nobody.",
        "鹰为鸽所分享之物而争斗。二者未必有善恶之分：一种越多，另一种越得利，种群稳定于二者所得相等之处，其间总有无益于任何一方的争斗。",
    ),
    source: "Maynard Smith & Price 1973, Nature 246, 15–18; Maynard Smith 1982, Evolution and the Theory of Games, ch. 2",
    note: None,
    key: &["hawks", "fights"],
    claims: &["A116", "A127"],
    parameters: &[
        real("value", "2", ["0", "1000000"], "V: what is contested, fitness", "V：争夺之物的价值，适应度"),
        real("cost", "5", ["0", "1000000"], "C: cost of losing a fight, fitness", "C：争斗失败的代价，适应度"),
    ],
    labels: &[words("one", "甲"), words("other", "乙"), words("hawk", "鹰"), words("dove", "鸽")],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [value, cost] = ["value", "cost"].map(|id| values.of(id));
    need(value.is_positive(), words("value must be above 0", "value 须大于 0"))?;
    let hawks = value.over(&cost).unwrap_or_else(Rational::one).min(Rational::one());
    let fight = half(&(&value - &cost));
    // Whoever is left in the mixed population earns what a dove does; in a population of hawks, what a fight brings.
    let mean = if value < cost { &rest(&hawks) * &half(&value) } else { fight.clone() };
    let findings = vec![
        Finding::new(
            "hawks",
            words("part of hawks at which the population stays", "种群稳定时鹰的比例"),
            "min(1, V / C)",
            hawks.clone(),
        ),
        Finding::new(
            "fights",
            words("part of meetings that are fights", "相遇即争斗的比例"),
            "min(1, V / C)²",
            &hawks * &hawks,
        ),
        Finding::new(
            "mean",
            words("mean payoff, fitness", "平均收益，适应度"),
            words("V/2 · (1 − V/C), or (V − C)/2 among hawks only", "V/2 · (1 − V/C)；全为鹰时为 (V − C)/2"),
            mean.clone(),
        ),
        Finding::new(
            "lost",
            words("what is lost against a population of doves, fitness", "与全为鸽的种群相比的损失，适应度"),
            words("V/2 − mean payoff", "V/2 − 平均收益"),
            &half(&value) - &mean,
        ),
    ];
    let game = table("Hawk and dove", ["one", "other"], [&["hawk", "dove"]; 2], |i, j| {
        let pays = |own: usize, other: usize| match (own, other) {
            (0, 0) => fight.clone(),
            (0, _) => value.clone(),
            (_, 0) => Rational::zero(),
            _ => half(&value),
        };
        [pays(i, j), pays(j, i)]
    })?;
    let (v, c) = (value.to_f64(), cost.to_f64());
    let picture = Picture {
        title: words("What hawks and doves earn", "鹰与鸽各得多少"),
        x: words("part of hawks", "鹰的比例"),
        y: words("payoff, fitness", "收益，适应度"),
        lines: vec![
            curve(words("hawk", "鹰"), 0.0, 1.0, move |h| h * (v - c) / 2.0 + (1.0 - h) * v),
            curve(words("dove", "鸽"), 0.0, 1.0, move |h| (1.0 - h) * v / 2.0),
        ],
        marks: vec![mark(words("stable", "稳定"), hawks.to_f64(), mean.to_f64())],
    };
    Ok(Analysis { held: None, game: Some(game), findings, picture: Some(picture) })
}
