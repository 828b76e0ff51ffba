//! The war of attrition: who holds out longest at the brink, and what may happen meanwhile.

use super::parts::{curve, mark, need, ratio};
use super::{Analysis, Fault, Finding, Named, Picture, Values, Words, real, words};
use crate::number::Rational;
use theory::real::exp;

const ANY: [&str; 2] = ["0", "1000000"];

/// Complete information, two equals.
pub const GAME: Named = Named {
    id: "attrition",
    title: words("Brinkmanship as a war of attrition", "作为消耗战的边缘政策"),
    story: words(
        "Both hold out for a prize and pay for every moment of it; whoever yields first loses the prize. In the mixed \
         equilibrium all that could be won is burned on the average, and an accident may end the contest for both.",
        "双方为标的坚持，时时付出代价；先让步者失去标的。在混合均衡中，可赢得的一切平均而言都被耗尽，而意外可能使双方同归于尽。",
    ),
    source: "Maynard Smith 1974, Journal of Theoretical Biology 47(1), 209–221; Schelling 1960, The Strategy of \
             Conflict, ch. 8",
    note: Some(words(
        "The threat that leaves something to chance is Schelling's; its chance is derived here.",
        "“听天由命的威胁”出自 Schelling；其概率由本程序推导。",
    )),
    key: &["duration", "disaster"],
    claims: &["A13", "A60"],
    parameters: &[
        real("prize", "10", ANY, "V: what the one who holds out wins, utility", "V：坚持到底者所得，效用"),
        real(
            "cost",
            "1",
            ANY,
            "c: what holding out costs each, utility per unit of time",
            "c：坚持的成本，每单位时间的效用",
        ),
        real(
            "accident",
            "0.02",
            ANY,
            "μ: rate of accidents at the brink, per unit of time",
            "μ：边缘状态下意外的发生率，每单位时间",
        ),
        real("time", "5", ANY, "how long, in units of time", "持续时间"),
    ],
    labels: &[],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [prize, cost, accident] = ["prize", "cost", "accident"].map(|id| values.of(id));
    need(prize.is_positive() && cost.is_positive(), words("prize and cost must be above 0", "prize 与 cost 须大于 0"))?;
    const NONE: Words = words("nobody ever yields", "无人让步");
    let yields = cost.over(&prize).unwrap_or_else(Rational::zero);
    let both = &yields + &yields;
    let rate = both.to_f64();
    let lasts = move |time: f64| exp(-rate * time);
    let time = values.real("time");
    let findings = vec![
        Finding::new(
            "hazard",
            words("rate at which each yields, per unit of time", "各方让步的速率，每单位时间"),
            "c / V",
            yields,
        ),
        Finding::new(
            "duration",
            words("expected duration without accidents", "无意外时的期望持续时间"),
            "V / (2c)",
            ratio(&Rational::one(), &both, NONE),
        ),
        Finding::new(
            "payoff",
            words("what each expects, utility", "各方的期望所得，效用"),
            words("0: what may be won is burned", "0：可赢得者尽数耗去"),
            Rational::zero(),
        ),
        Finding::new(
            "lasts",
            words("probability that it lasts longer than `time`, without accidents", "无意外时持续超过 time 的概率"),
            "e^(−2c · time / V)",
            lasts(time),
        ),
        Finding::new(
            "disaster",
            words(
                "probability that it ends by accident, if both still yield at those rates",
                "以意外告终的概率（让步速率不变时）",
            ),
            "μ / (μ + 2c / V)",
            ratio(&accident, &(&accident + &both), NONE),
        ),
    ];
    let picture = Picture {
        title: words("How long both hold out", "双方能僵持多久"),
        x: words("time, in the units of the primitives", "时间，单位同基本参数"),
        y: words("probability that nobody has yielded", "尚无人让步的概率"),
        lines: vec![curve(words("still holding out", "仍在坚持"), 0.0, (3.0 / rate).max(time), lasts)],
        marks: vec![mark(words("here", "当前"), time, lasts(time))],
    };
    Ok(Analysis { held: None, game: None, findings, picture: Some(picture) })
}
