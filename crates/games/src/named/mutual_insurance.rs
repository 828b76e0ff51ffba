//! Mutual insurance: shocks come in turns, and who is spared now may help who is hit.

use super::parts::{UNIT, curve, mark, need, ratio, rest, table};
use super::{Analysis, Fault, Finding, Named, Picture, Value, Values, real, words};
use crate::number::Rational;

const MONEY: [&str; 2] = ["0", "1000000"];

/// (P11) of docs/model.md, as a choice of policy.
pub const GAME: Named = Named {
    id: "mutual-insurance",
    title: words("Mutual insurance against staggered shocks", "错峰冲击下的互助保险"),
    story: words(
        "An epidemic or a harvest failure reaches countries in turns. Whoever is spared can help cheaply and will need help \
         later; nobody helps one that kept to itself. Mistrust is the fear that nothing comes back.",
        "疫情或歉收依次波及各国。一时幸免者可以较小代价相助，日后自己也会需要帮助；只顾自己而不助人者，也不会得到帮助。猜疑即担心有去无回。",
    ),
    source: "Kocherlakota 1996, Review of Economic Studies 63(4), 595–609",
    note: Some(words(
        "The idea of insurance by turns is Kocherlakota's; the forms are derived in docs/model.md §5, P11.",
        "轮流保险的思想出自 Kocherlakota；闭式的推导见 docs/model.md §5，P11。",
    )),
    key: &["pays", "threshold"],
    claims: &["A108", "B68", "B109"],
    parameters: &[
        real("cost", "1", MONEY, "c: cost of helping in one's own quiet time, utility", "c：平静期相助的成本，效用"),
        real(
            "benefit",
            "3",
            MONEY,
            "b: benefit of being helped in one's own wave, utility",
            "b：遭受冲击时获助的收益，效用",
        ),
        real("discount", "0.9", UNIT, "δ: what the next wave counts today", "δ：下一波冲击的现值系数"),
        real(
            "mistrust",
            "0.3",
            UNIT,
            "μ: probability that nothing is returned by one that promised",
            "μ：承诺者届时不回报的概率",
        ),
    ],
    labels: &[words("one", "甲"), words("other", "乙"), words("share", "共享"), words("keep", "自留")],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [cost, benefit, discount, mistrust] = ["cost", "benefit", "discount", "mistrust"].map(|id| values.of(id));
    let promised = &discount * &benefit;
    need(promised.is_positive(), words("discount and benefit must be above 0", "discount 与 benefit 须大于 0"))?;
    let returned = &rest(&mistrust) * &promised;
    let value = &returned - &cost;
    let threshold = if cost > promised {
        Value::Absent(words("sharing does not pay even in full trust", "即使完全信任，共享亦不合算"))
    } else {
        cost.over(&promised).map_or(Value::Exact(Rational::one()), |part| Value::Exact(rest(&part)))
    };
    let findings = vec![
        Finding::new(
            "threshold",
            words("mistrust up to which sharing pays", "共享合算所能容许的最大猜疑"),
            "1 − c / (δb)",
            threshold.clone(),
        ),
        Finding::new(
            "value",
            words("value of sharing over keeping, utility", "共享较自留的价值，效用"),
            "(1 − μ)δb − c",
            value.clone(),
        ),
        Finding::new("pays", words("whether sharing pays", "共享是否合算"), "(1 − μ)δb ≥ c", !value.is_negative()),
        Finding::new(
            "cheapest",
            words("highest cost at which sharing still pays, utility", "共享仍合算的最高成本，效用"),
            "(1 − μ)δb",
            returned.clone(),
        ),
        Finding::new(
            "patience",
            words("least δ at which sharing pays", "共享合算的最小 δ"),
            "c / ((1 − μ)b)",
            patience(&cost, &(&rest(&mistrust) * &benefit)),
        ),
    ];
    let game = table("Mutual insurance", ["one", "other"], [&["share", "keep"]; 2], |i, j| {
        let pays = |own: usize, other: usize| match (own, other) {
            (0, 0) => value.clone(),
            (0, _) => -&cost,
            _ => Rational::zero(),
        };
        [pays(i, j), pays(j, i)]
    })?;
    Ok(Analysis { held: None, game: Some(game), findings, picture: Some(picture(values, &threshold)) })
}

/// Least δ at which what is returned is worth the cost.
fn patience(cost: &Rational, returned: &Rational) -> Value {
    if cost.is_zero() {
        return Value::Exact(Rational::zero());
    }
    if cost > returned && returned.is_positive() {
        return Value::Absent(words(
            "even a return that counts in full is worth less than the cost",
            "即使回报不打折扣也不抵成本",
        ));
    }
    ratio(cost, returned, words("nothing would ever be returned", "永无回报"))
}

/// What sharing is worth over mistrust.
fn picture(values: &Values, threshold: &Value) -> Picture {
    let [cost, benefit, discount, mistrust] = ["cost", "benefit", "discount", "mistrust"].map(|id| values.real(id));
    let worth = move |mu: f64| (1.0 - mu) * discount * benefit - cost;
    let mut marks = vec![mark(words("here", "当前"), mistrust, worth(mistrust))];
    marks.extend(threshold.to_f64().map(|x| mark(words("threshold", "门槛"), x, worth(x))));
    Picture {
        title: words("Up to which mistrust sharing pays", "猜疑多深时共享仍合算"),
        x: words("mistrust: probability that nothing is returned", "猜疑：对方不回报的概率"),
        y: words("value over keeping, utility", "较自留的价值，效用"),
        lines: vec![curve(words("share", "共享"), 0.0, 1.0, worth), curve(words("keep", "自留"), 0.0, 1.0, |_| 0.0)],
        marks,
    }
}
