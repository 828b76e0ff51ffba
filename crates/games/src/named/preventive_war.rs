//! Preventive war: who will be stronger cannot promise not to use it.

use super::parts::{UNIT, curve, mark, mean, need, rest};
use super::{Analysis, Fault, Finding, Named, Picture, Value, Values, real, words};
use crate::number::Rational;

/// A pie of 1 in every period for ever; everything is told per period.
pub const GAME: Named = Named {
    id: "preventive-war",
    title: words("Preventive war", "预防性战争"),
    story: words(
        "One side will be weaker tomorrow. The riser can give up everything today, but tomorrow it will ask for what its \
         new strength commands, and nothing can bind it. If strength shifts far and fast, the decliner fights now.",
        "一方明日将更弱。崛起国今日可以让出一切，但明日必按其新实力要价，而没有任何力量能约束它。若实力转移又大又快，衰落国便会现在开战。",
    ),
    source: "Powell 2006, International Organization 60(1), 169–203; Fearon 1995, International Organization \
             49(3), 401–409",
    note: Some(words(
        "The commitment problem is theirs; the inequality is derived here.",
        "承诺问题出自二文；不等式由本程序推导。",
    )),
    key: &["unavoidable", "pull", "brake"],
    claims: &["A180", "B38"],
    parameters: &[
        real("now", "0.6", UNIT, "p: the decliner's chance of winning a war today", "p：衰落国今日开战的获胜概率"),
        real("later", "0.3", UNIT, "p′: its chance tomorrow and ever after", "p′：其明日及此后的获胜概率"),
        real("discount", "0.95", UNIT, "δ: what the next period counts today", "δ：下一期的现值系数"),
        real(
            "cost_decliner",
            "0.1",
            UNIT,
            "the decliner's cost of war per period, in pies",
            "衰落国每期的战争成本，以标的为单位",
        ),
        real(
            "cost_riser",
            "0.1",
            UNIT,
            "the riser's cost of war per period, in pies",
            "崛起国每期的战争成本，以标的为单位",
        ),
    ],
    labels: &[],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [now, later, discount] = ["now", "later", "discount"].map(|id| values.of(id));
    let [decliner, riser] = ["cost_decliner", "cost_riser"].map(|id| values.of(id));
    need(now >= later, words("the decliner must decline: now ≥ later", "衰落国须衰落：now ≥ later"))?;
    let shift = &now - &later;
    let pull = &discount * &shift;
    let brake = &(&(&rest(&discount) * &rest(&now)) + &decliner) + &(&discount * &riser);
    // Peace at its best: all of today's pie, then what the riser would rather give than fight over.
    let tomorrow = (&later + &riser).min(Rational::one());
    let peace = mean(&discount, &tomorrow, &Rational::one());
    let unavoidable = pull > brake;
    // It cannot lose more strength than it has.
    let any = words("any: even the loss of all it has", "任何转移皆可：即使丧失全部实力");
    let bearable = match brake.over(&discount) {
        Some(most) if most < now => Value::Exact(most),
        _ => Value::Said(any),
    };
    let findings = vec![
        Finding::new(
            "pull",
            words("what the decliner loses by waiting, in pies", "衰落国等待的损失，以标的为单位"),
            "δ(p − p′)",
            pull,
        ),
        Finding::new(
            "brake",
            words("what holds it back, in pies", "抑制开战的力量，以标的为单位"),
            "(1 − δ)(1 − p) + cost_decliner + δ · cost_riser",
            brake,
        ),
        Finding::new(
            "unavoidable",
            words("whether war is unavoidable", "战争是否不可避免"),
            words("loss by waiting > what holds it back", "等待的损失 > 抑制开战的力量"),
            unavoidable,
        ),
        Finding::new(
            "war",
            words("value of war today to the decliner, in pies per period", "今日开战对衰落国的价值，以每期标的为单位"),
            "p − cost_decliner",
            &now - &decliner,
        ),
        Finding::new(
            "peace",
            words("most that peace can give it, in pies per period", "和平至多所能给予衰落国的价值，以每期标的为单位"),
            "(1 − δ) + δ · min(1, p′ + cost_riser)",
            peace,
        ),
        Finding::new(
            "bearable",
            words("largest shift of strength that peace survives", "和平所能承受的最大实力转移"),
            words("what holds it back / δ", "抑制开战的力量 / δ"),
            bearable,
        ),
    ];
    Ok(Analysis { held: None, game: None, findings, picture: Some(picture(values)) })
}

/// Pull and brake over the strength that is left.
fn picture(values: &Values) -> Picture {
    let [now, later, discount] = ["now", "later", "discount"].map(|id| values.real(id));
    let brake = (1.0 - discount) * (1.0 - now) + values.real("cost_decliner") + discount * values.real("cost_riser");
    Picture {
        title: words("What waiting costs, and what holds back", "等待的代价与制约"),
        x: words("the decliner's chance of winning tomorrow", "衰落国明日的获胜概率"),
        y: words("loss by waiting and what holds back, in pies per period", "等待的损失与制约，以每期标的为单位"),
        lines: vec![
            curve(words("loss by waiting", "等待的损失"), 0.0, now, move |x| discount * (now - x)),
            curve(words("what holds back", "抑制开战的力量"), 0.0, now, move |_| brake),
        ],
        marks: vec![mark(words("here", "当前"), later, discount * (now - later))],
    }
}
