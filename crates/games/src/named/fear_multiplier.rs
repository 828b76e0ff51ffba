//! Contagion of fear: a few who would arm anyway make everybody arm who fears that others will.

use super::parts::{curve, mark, need, private_costs, ratio};
use super::{Analysis, Fault, Finding, Named, Picture, Values, words};
use crate::number::Rational;

/// Costs of arming are private, uniform on 0 … `highest`.
pub const GAME: Named = Named {
    id: "fear-multiplier",
    title: words("Contagion of fear", "恐惧的传染"),
    story: words(
        "Each knows its own cost of arming and not the other's. The few for whom arming is cheap arm in any case; those \
         just above them arm for fear of these, those above for fear of both, and so on.",
        "各方只知道自己的扩军成本。成本极低的少数无论如何都会扩军；成本略高者因惧怕他们而扩军，更高者又因惧怕前二者而扩军，依此类推。",
    ),
    source: "Baliga & Sjöström 2004, Review of Economic Studies 71(2), 351–369",
    note: Some(words(
        "The idea is theirs; the closed form for uniform costs is derived here.",
        "思想出自该文；成本均匀分布时的闭式由本程序推导。",
    )),
    key: &["arms", "multiplier"],
    claims: &["A23", "A38", "B29"],
    parameters: &private_costs("0.05", "0.8"),
    labels: &[],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [gain, exposure, highest] = ["gain", "exposure", "highest"].map(|id| values.of(id));
    let order =
        words("contagion needs 0 < gain < exposure and highest > 0", "传染要求 0 < gain < exposure 且 highest > 0");
    need(gain.is_positive() && gain < exposure && highest.is_positive(), order)?;
    const NONE: super::Words = words("costs are all zero", "成本皆为零");
    let one = Rational::one();
    let everybody = exposure >= highest;
    let room = &(&highest - &exposure) + &gain;
    let arm = if everybody { one.clone() } else { gain.over(&room).unwrap_or_else(Rational::one) };
    let dominant = gain.over(&highest).unwrap_or_else(Rational::one).min(one);
    let cost = &arm * &highest;
    let findings = vec![
        Finding::new(
            "dominant",
            words("share that would arm in any case", "无论如何都会扩军的比例"),
            "min(1, μ / highest)",
            dominant.clone(),
        ),
        Finding::new(
            "arms",
            words("probability that a side arms, in the only equilibrium", "唯一均衡中一方扩军的概率"),
            words("μ / (highest − d + μ) if d < highest, else 1", "d < highest 时为 μ / (highest − d + μ)，否则为 1"),
            arm.clone(),
        ),
        Finding::new(
            "multiplier",
            words("how many times fear multiplies the share that arms", "恐惧使扩军比例放大的倍数"),
            words("P(arms) / P(arms in any case)", "P(扩军) / P(无论如何都扩军)"),
            ratio(&arm, &dominant, NONE),
        ),
        Finding::new(
            "cutoff",
            words("highest cost at which a side still arms, utility", "仍会扩军的最高成本，效用"),
            words("P(arms) · highest", "P(扩军) · highest"),
            cost,
        ),
        Finding::new(
            "race",
            words("probability that both arm", "双方扩军的概率"),
            words("P(arms)²", "P(扩军)²"),
            &arm * &arm,
        ),
        Finding::new("certain", words("whether an arms race is certain", "军备竞赛是否必然"), "d ≥ highest", everybody),
    ];
    Ok(Analysis { held: None, game: None, findings, picture: Some(picture(values, arm.to_f64())) })
}

/// How likely a side is to arm over how likely the other is to.
fn picture(values: &Values, arm: f64) -> Picture {
    let [gain, exposure, highest] = ["gain", "exposure", "highest"].map(|id| values.real(id));
    let reply = move |p: f64| (((1.0 - p) * gain + p * exposure) / highest).min(1.0);
    Picture {
        title: words("How fear spreads from one side to the other", "恐惧如何在双方之间传染"),
        x: words("probability that the other arms", "对方扩军的概率"),
        y: words("probability that this side arms", "己方扩军的概率"),
        lines: vec![
            curve(words("best reply", "最优反应"), 0.0, 1.0, reply),
            curve(words("as likely as the other", "与对方相同"), 0.0, 1.0, |p| p),
        ],
        marks: vec![mark(words("equilibrium", "均衡"), arm, arm)],
    }
}
