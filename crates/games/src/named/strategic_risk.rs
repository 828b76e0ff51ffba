//! Strategic risk: a little doubt about the value of peace selects what is safe, not what is best.

use super::dilemma::{LABELS, Payoffs, ordered, parameters};
use super::parts::{curve, half, mark};
use super::{Analysis, Fault, Finding, Named, Picture, Values, real, words};
use crate::number::Rational;

/// The value of mutual cooperation is seen by each with a small error of its own.
pub const GAME: Named = Named {
    id: "strategic-risk",
    title: words("Strategic risk", "战略风险"),
    story: words(
        "Both would gain from peace if both kept it, and both know so nearly for certain. But neither knows exactly what \
         the other saw, and at the border each must fear that the other saw too little. Peace then needs far more than \
         being the best for both.",
        "双方若皆守和平则俱得其利，且双方对此几乎确知。但谁也不确知对方所见；在临界处，各方都须担心对方所见不足。于是和平所需远不止“对双方最好”。",
    ),
    source: "Carlsson & van Damme 1993, Econometrica 61(5), 989–1018; Chassang & Padró i Miquel 2010, Quarterly Journal \
             of Economics 125(4), 1821–1858 (the principle; the threshold for uniform errors is derived here)",
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
        words("peace would hold if nobody doubted, and fails for fear", "若无疑虑和平可以维持，因恐惧而失败")
    } else {
        words("peace holds, although defection could hold itself up too", "和平得以维持，尽管互相背叛亦能自我维持")
    };
    let name = words(
        "value of cooperation lost to fear: how much more it must be worth, utility",
        "因恐惧所需的额外合作价值，效用",
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
        Finding::new("fear", name, "threshold − T", &threshold - &p.temptation),
        Finding::new("regime", words("at this R", "在当前 R 下"), "R against T and threshold", regime),
    ];
    let drawn = picture(&p, &error, &threshold);
    Ok(Analysis { held: None, game: Some(p.game("Strategic risk")?), findings, picture: Some(drawn) })
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
