//! Schelling's reciprocal fear of surprise attack: a threshold, and no multiplier beneath it.

use super::parts::{UNIT, mark, mean, need, ratio, table};
use super::{Analysis, Fault, Finding, Line, Named, Picture, Values, real, words};
use crate::number::Rational;

/// Each strikes by itself with some probability; the rest is fear.
pub const GAME: Named = Named {
    id: "reciprocal-fear",
    title: words("Reciprocal fear of surprise attack", "对突袭的相互恐惧"),
    story: words(
        "Restraint on both sides is best, and being struck is worst. Each may strike for reasons of its own; fear of \
         that makes the other strike too, but only past a threshold. Short of it nothing adds up.",
        "双方克制最好，遭受打击最坏。各方都可能因自身缘故动手；对此的恐惧会使对方也动手，但须越过某一门槛，未到门槛则不会层层放大。",
    ),
    source: "Schelling 1960, The Strategy of Conflict, ch. 9",
    note: Some(words(
        "The idea is Schelling's; payoffs and threshold are derived here.",
        "思想出自 Schelling；收益与门槛由本程序设定并推导。",
    )),
    key: &["outcome", "threshold"],
    claims: &["A129", "A168"],
    parameters: &[
        real(
            "spoils",
            "0.2",
            UNIT,
            "h: what striking alone costs, compared with mutual restraint, whose worth is 1",
            "h：单独动手与双方克制（其价值为 1）相比的损失",
        ),
        real(
            "loss",
            "1",
            ["0", "1000000"],
            "L: loss from being struck, in units of the worth of mutual restraint",
            "L：遭受打击的损失，以双方克制的价值为单位",
        ),
        real("rash_one", "0.16", UNIT, "probability that one strikes for reasons of its own", "甲因自身缘故动手的概率"),
        real(
            "rash_other",
            "0.1",
            UNIT,
            "probability that the other strikes for reasons of its own",
            "乙因自身缘故动手的概率",
        ),
    ],
    labels: &[words("one", "甲"), words("other", "乙"), words("restrain", "克制"), words("strike", "动手")],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [h, loss] = ["spoils", "loss"].map(|id| values.of(id));
    need(!(&h + &loss).is_zero(), words("spoils and loss may not both be 0", "spoils 与 loss 不可同为 0"))?;
    let rash = [values.of("rash_one"), values.of("rash_other")];
    // Compared without dividing: to strike is better where P(other strikes)·(h + L) > h.
    let frightens = |p: &Rational| p * &(&h + &loss) > h;
    let struck = rash.iter().any(frightens);
    let total = |own: &Rational| if struck { Rational::one() } else { own.clone() };
    let outcome =
        if struck { words("both strike", "双方动手") } else { words("restraint holds", "克制得以维持") };
    let threshold = ratio(&h, &(&h + &loss), words("nothing is at stake", "无利害可言"));
    const AFTER: super::Words = words(
        "1 if either's own probability is over the threshold, else its own",
        "任一方自身的概率超过门槛时为 1，否则仍为自身的概率",
    );
    let findings = vec![
        Finding::new(
            "threshold",
            words("probability of being struck over which striking is better", "动手更有利的遭袭概率门槛"),
            "h / (h + L)",
            threshold.clone(),
        ),
        Finding::new("outcome", words("what fear does", "恐惧的结果"), AFTER, outcome),
        Finding::new(
            "total_one",
            words("probability that one strikes, fear included", "计入恐惧后甲动手的概率"),
            AFTER,
            total(&rash[0]),
        ),
        Finding::new(
            "total_other",
            words("probability that the other strikes, fear included", "计入恐惧后乙动手的概率"),
            AFTER,
            total(&rash[1]),
        ),
    ];
    let expected = |rash: &Rational, own: usize, other: usize| match (own, other) {
        (0, 0) => mean(rash, &-&loss, &Rational::one()),
        (0, _) => -&loss,
        (_, 0) => mean(rash, &Rational::zero(), &(&Rational::one() - &h)),
        _ => Rational::zero(),
    };
    let game = table("Reciprocal fear", ["one", "other"], [&["restrain", "strike"]; 2], |i, j| {
        [expected(&rash[1], i, j), expected(&rash[0], j, i)]
    })?;
    Ok(Analysis {
        held: None,
        game: Some(game),
        findings,
        picture: Some(picture(threshold.to_f64().unwrap_or(1.0), &rash)),
    })
}

/// Total probability of a strike over the rash part, both sides alike.
fn picture(threshold: f64, rash: &[Rational; 2]) -> Picture {
    let worst = rash[0].to_f64().max(rash[1].to_f64());
    let total = if worst > threshold { 1.0 } else { worst };
    Picture {
        title: words("What fear adds to the reasons to strike", "恐惧为动手增添了什么"),
        x: words("probability of striking for reasons of one's own", "因自身缘故动手的概率"),
        y: words("probability of striking, fear included", "计入恐惧后动手的概率"),
        lines: vec![Line {
            name: words("two alike", "双方相同时"),
            points: vec![(0.0, 0.0), (threshold, threshold), (threshold, 1.0), (1.0, 1.0)],
        }],
        marks: vec![
            mark(words("threshold", "门槛"), threshold, threshold),
            mark(words("the rasher side", "较鲁莽的一方"), worst, total),
        ],
    }
}
