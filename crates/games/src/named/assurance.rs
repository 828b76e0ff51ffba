//! Assurance under mistrust: how much trust cooperation needs where some would exploit it.

use super::dilemma::{LABELS, Payoffs, ordered, parameters};
use super::parts::{UNIT, curve, mark, mean, table};
use super::{Analysis, Fault, Finding, Game, Named, Picture, Values, real, words};
use crate::number::Rational;

/// Two motives, one move, and a belief on each side.
pub const GAME: Named = Named {
    id: "assurance",
    title: words("Assurance under mistrust", "猜疑下的保证博弈"),
    story: words(
        "Each is either trustworthy, and would answer cooperation with cooperation, or not, and then defects whatever \
         happens. Where trust falls short on either side, two who mean no harm defect.",
        "双方或可信（会以合作回报合作），或不可信（无论如何都背叛）。只要任何一方信任不足，两个并无恶意的行为体也会互相背叛。",
    ),
    source: "Kydd 1997, World Politics 49(3), 371–400; Kydd 2005, Trust and Mistrust in International Relations, \
             ch. 2",
    note: Some(words("The idea is Kydd's; the threshold is derived here.", "思想出自 Kydd；门槛由本程序推导。")),
    key: &["outcome", "minimum_trust"],
    claims: &["A37", "A163", "B29"],
    parameters: &{
        let [temptation, reward, punishment, sucker] = parameters(["3", "4", "2", "0"]);
        [
            temptation,
            reward,
            punishment,
            sucker,
            real("trust_one", "0.7", UNIT, "one's probability that the other is trustworthy", "甲认为乙可信的概率"),
            real("trust_other", "0.6", UNIT, "the other's probability that one is trustworthy", "乙认为甲可信的概率"),
        ]
    },
    labels: LABELS,
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let p = Payoffs::of(values);
    let order = words("assurance needs R > T and P > S of the trustworthy", "保证博弈要求可信者 R > T 且 P > S");
    ordered(p.reward > p.temptation && p.punishment > p.sucker, order)?;
    let trust = [values.of("trust_one"), values.of("trust_other")];
    let needed = p.fear().over(&(&p.fear() - &p.greed())).unwrap_or_else(Rational::one);
    let enough = trust.iter().all(|t| *t >= needed);
    let outcome = if enough {
        words(
            "the trustworthy can cooperate, and defect only from distrust of each other's distrust",
            "可信者能够合作，仅当彼此疑心对方生疑时才背叛",
        )
    } else {
        words("all defect, the trustworthy too", "皆背叛，可信者亦然")
    };
    let tragic = if enough { Rational::zero() } else { &trust[0] * &trust[1] };
    let findings = vec![
        Finding::new(
            "minimum_trust",
            words("least trust at which a trustworthy side cooperates", "可信一方愿意合作所需的最小信任"),
            "(P − S) / ((P − S) + (R − T))",
            needed.clone(),
        ),
        Finding::new(
            "outcome",
            words("what can happen", "可能的结果"),
            words("trust ≥ least trust, on both sides", "双方信任皆 ≥ 最小信任"),
            outcome,
        ),
        Finding::new(
            "tragic",
            words(
                "probability that both are trustworthy and yet fight, given as much cooperation as can hold",
                "在合作尽可能维持的情况下，双方皆可信却仍发生冲突的概率",
            ),
            words(
                "trust_one · trust_other if either is below the least trust, else 0",
                "任一方低于最小信任时为 trust_one · trust_other，否则为 0",
            ),
            tragic,
        ),
    ];
    let picture = picture(&p, &needed, &trust);
    Ok(Analysis {
        held: None,
        game: Some(interim("Assurance", [&p, &p], [&trust[0], &trust[1]])?),
        findings,
        picture: Some(picture),
    })
}

/// What two trustworthy sides choose between, each knowing that the other is trustworthy only with probability
/// `trust` and defects otherwise.
pub(super) fn interim(title: &str, payoffs: [&Payoffs; 2], trust: [&Rational; 2]) -> Result<Game, Fault> {
    let expected = |p: &Payoffs, t: &Rational, own: usize, other: usize| match (own, other) {
        (0, 0) => mean(t, &p.reward, &p.sucker),
        (0, _) => p.sucker.clone(),
        (_, 0) => mean(t, &p.temptation, &p.punishment),
        _ => p.punishment.clone(),
    };
    let [one, other] = payoffs;
    table(title, ["one", "other"], [&["cooperate", "defect"]; 2], |i, j| {
        [expected(one, trust[0], i, j), expected(other, trust[1], j, i)]
    })
}

fn picture(p: &Payoffs, needed: &Rational, trust: &[Rational; 2]) -> Picture {
    let [t, r, low, s] = [&p.temptation, &p.reward, &p.punishment, &p.sucker].map(Rational::to_f64);
    let cooperate = move |x: f64| x * r + (1.0 - x) * s;
    let at = |x: &Rational| (x.to_f64(), cooperate(x.to_f64()));
    let marks = [
        (words("minimum trust", "最小信任"), at(needed)),
        (words("one", "甲"), at(&trust[0])),
        (words("other", "乙"), at(&trust[1])),
    ];
    Picture {
        title: words("What trust makes of cooperation and defection", "信任如何左右合作与背叛"),
        x: words("probability that the other is trustworthy", "对方可信的概率"),
        y: words("expected payoff of a trustworthy side, utility", "可信一方的期望收益，效用"),
        lines: vec![
            curve(words("cooperate", "合作"), 0.0, 1.0, cooperate),
            curve(words("defect", "背叛"), 0.0, 1.0, move |x| x * t + (1.0 - x) * low),
        ],
        marks: marks.into_iter().map(|(name, (x, y))| mark(name, x, y)).collect(),
    }
}
