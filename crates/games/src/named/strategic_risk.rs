//! Strategic risk: a little doubt about the value of peace selects what is safe, not what is best.

use super::dilemma::{LABELS, Payoffs, ordered, parameters};
use super::parts::{curve, half, mark};
use super::{Analysis, Fault, Finding, Named, Picture, Value, Values, real, words};
use crate::number::Rational;

/// The value of mutual cooperation is seen by each with a small error of its own.
pub const GAME: Named = Named {
    id: "strategic-risk",
    title: words("Strategic risk", "战略风险"),
    story: words(
        "Both would gain from peace if both kept it, and both know so nearly for certain. But neither knows exactly what \
         the other saw, and at the border each must fear that the other saw too little. Peace then needs far more than \
         being the best for both.",
        "双方若皆守和平则俱得其利，且对此几乎确知。但谁也不确知对方观察到什么；在临界处，各方都须担心对方所见的和平价值过低。因此，和平仅仅“对双方最好”还远远不够。",
    ),
    source: "Carlsson & van Damme 1993, Econometrica 61(5), 989–1018; Chassang & Padró i Miquel 2010, Quarterly \
             Journal of Economics 125(4), 1821–1858",
    note: Some(words(
        "The principle is theirs; the threshold for uniform errors is derived here.",
        "原理出自二文；误差均匀分布时的门槛由本程序推导。",
    )),
    key: &["regime", "threshold"],
    claims: &["A135", "A163"],
    parameters: &{
        let [temptation, reward, punishment, sucker] = parameters(["1", "2", "0", "-2"]);
        [
            temptation,
            reward,
            punishment,
            sucker,
            real(
                "error",
                "0.1",
                ["0", "1000000"],
                "ε: each sees R with an error uniform on ±ε, utility",
                "ε：各方观察 R 的误差在 ±ε 内均匀分布，效用",
            ),
        ]
    },
    labels: LABELS,
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let p = Payoffs::of(values);
    ordered(
        p.punishment > p.sucker && p.temptation >= p.punishment,
        words("strategic risk needs T ≥ P > S", "战略风险要求 T ≥ P > S"),
    )?;
    let error = values.of("error");
    let third = Rational::new(1.into(), 3.into()).unwrap_or_else(Rational::zero);
    let safe = &(&p.temptation + &p.punishment) - &p.sucker;
    let threshold = &safe - &(&third * &error);
    let regime = if p.reward < p.temptation {
        words("defection is better even against one who cooperates", "即使对方合作，背叛仍更有利")
    } else if p.reward < threshold {
        words("peace would hold if nobody doubted, but fails for fear", "若无疑虑，和平本可维持，却因恐惧而破裂")
    } else {
        words("peace holds, although defection could hold itself up too", "和平得以维持，尽管互相背叛亦能自我维持")
    };
    let name = words(
        "how much more cooperation must be worth because of fear, utility",
        "因恐惧而要求合作额外具有的价值，效用",
    );
    let findings = vec![
        Finding::new(
            "certain",
            words(
                "least R at which cooperation can hold if it is common knowledge, utility",
                "R 为共同知识时合作得以维持的最小值，效用",
            ),
            "T",
            p.temptation.clone(),
        ),
        Finding::new(
            "threshold",
            words(
                "signal of R over which both cooperate, in the most cooperative equilibrium in cut-offs, utility",
                "合作程度最高的门槛均衡中双方合作所需的 R 信号，效用",
            ),
            "T + P − S − ε/3",
            threshold.clone(),
        ),
        Finding::new(
            "safe",
            words("least R at which cooperation is risk dominant, utility", "合作成为风险占优的最小 R，效用"),
            "T + P − S",
            safe,
        ),
        Finding::new("fear", name, words("threshold − T", "门槛 − T"), lost(&threshold - &p.temptation)),
        Finding::new(
            "regime",
            words("at this R", "在当前 R 下"),
            words("R compared with T and the threshold", "R 与 T 及门槛比较"),
            regime,
        ),
    ];
    let drawn = picture(&p, &error, &threshold);
    Ok(Analysis { held: None, game: Some(p.game("Strategic risk")?), findings, picture: Some(drawn) })
}

/// A threshold under T loses nothing: who sees so vaguely cooperates at signals below T, because where the other
/// cooperates too R is on the average higher than the own signal.
fn lost(value: Rational) -> Value {
    let none =
        words("none: errors are so wide that even signals below T are dared", "无：误差很大，信号低于 T 时亦敢合作");
    if value.is_negative() { Value::Absent(none) } else { Value::Exact(value) }
}

/// What one gains by cooperating at a signal that is also the other's cut-off.
fn picture(p: &Payoffs, error: &Rational, threshold: &Rational) -> Picture {
    let [t, low, s, e, at] = [&p.temptation, &p.punishment, &p.sucker, error, threshold].map(Rational::to_f64);
    let gain = move |k: f64| 0.5 * (k + s - t - low) + e / 6.0;
    let width = (2.0 * half(&p.fear()).to_f64()).max(1e-9);
    Picture {
        title: words("Where doubt ends cooperation", "疑虑在何处终结合作"),
        x: words("cut-off: cooperate at signals above, utility", "门槛：信号高于此则合作，效用"),
        y: words("gain from cooperating at the cut-off itself, utility", "在门槛处合作的净收益，效用"),
        lines: vec![
            curve(words("gain", "净收益"), at - width, at + width, gain),
            curve(words("none", "零"), at - width, at + width, |_| 0.0),
        ],
        marks: vec![mark(words("threshold", "门槛"), at, 0.0)],
    }
}
