//! Collective risk: everybody's fair share, or perhaps everything.

use super::parts::{UNIT, curve, mark, need, rest, table};
use super::{Analysis, Fault, Finding, Named, Picture, Value, Values, real, whole, words};
use crate::number::Rational;

const MONEY: [&str; 2] = ["0", "1000000"];

/// The target is just met if all give their fair share.
pub const GAME: Named = Named {
    id: "collective-risk",
    title: words("Collective risk", "集体风险困境"),
    story: words(
        "If together they fall short of the target, all lose what they kept, with some probability. While all others \
         give, each is the one who decides; so giving holds itself up where the risk is large enough, and so does giving \
         nothing.",
        "若总贡献未达目标，则众人以一定概率失去所留的一切。当其余各方皆出力时，每一方都起决定作用；故风险足够大时，出力能自我维持，而一无所出亦然。",
    ),
    source: "Milinski et al. 2008, Proceedings of the National Academy of Sciences 105(7), 2291–2294",
    key: &["least_risk", "holds", "nothing_holds"],
    claims: &["A106", "B118"],
    parameters: &[
        whole("players", "6", ["2", "1000"], "how many there are", "人数"),
        real("endowment", "40", MONEY, "E: what each has", "E：各方的禀赋"),
        real("share", "20", MONEY, "C: each one's fair share of the target", "C：各方对目标的公平份额"),
        real(
            "risk",
            "0.9",
            UNIT,
            "p: probability that all is lost if the target is missed",
            "p：未达目标时失去一切的概率",
        ),
    ],
    labels: &[words("one", "甲"), words("another", "乙"), words("give", "出力"), words("nothing", "不出")],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [players, endowment, share, risk] = ["players", "endowment", "share", "risk"].map(|id| values.of(id));
    need(share.is_positive() && share <= endowment, words("needs 0 < C ≤ E", "要求 0 < C ≤ E"))?;
    let least = share.over(&endowment).unwrap_or_else(Rational::one);
    let kept = &endowment - &share;
    let failed = &rest(&risk) * &endowment;
    let target = &players * &share;
    // Alone against none: whoever could meet the target might rather do so than run the risk.
    let alone = target <= endowment && &endowment - &target > failed;
    let findings = vec![
        Finding::new(
            "least_risk",
            words("least risk at which giving the fair share holds itself up", "出公平份额能自我维持的最小风险"),
            "C / E",
            least.clone(),
        ),
        Finding::new("holds", words("whether it does", "是否能自我维持"), "p ≥ C / E", risk >= least),
        Finding::new("target", words("the target", "目标总额"), "NC", target),
        Finding::new(
            "nothing_holds",
            words("whether giving nothing holds itself up too", "一无所出是否也能自我维持"),
            "NC > E or E − NC ≤ (1 − p)E",
            !alone,
        ),
        Finding::new(
            "success",
            words("what each keeps if all give", "皆出力时各方所留"),
            "E − C",
            Value::Exact(kept.clone()),
        ),
        Finding::new(
            "failure",
            words("what each expects if none gives", "皆不出时各方的期望所留"),
            "(1 − p)E",
            failed.clone(),
        ),
    ];
    let game = table("Collective risk, all others giving", ["one", "another"], [&["give", "nothing"]; 2], |i, j| {
        let expects = |own: usize, other: usize| match (own, other) {
            (0, 0) => kept.clone(),
            (0, _) => &rest(&risk) * &kept,
            _ => failed.clone(),
        };
        [expects(i, j), expects(j, i)]
    })?;
    let [e, c, p] = ["endowment", "share", "risk"].map(|id| values.real(id));
    let picture = Picture {
        title: words("From which risk on giving pays", "风险多大时出力才值得"),
        x: words("risk if the target is missed", "未达目标时的风险"),
        y: words("what one keeps while all others give", "其余皆出力时一方所留"),
        lines: vec![
            curve(words("giving the fair share", "出公平份额"), 0.0, 1.0, move |_| e - c),
            curve(words("giving nothing", "不出"), 0.0, 1.0, move |p| (1.0 - p) * e),
        ],
        marks: vec![mark(words("least risk", "最小风险"), c / e, e - c), mark(words("here", "当前"), p, (1.0 - p) * e)],
    };
    Ok(Analysis {
        held: Some(words(
            "The table shows two players; all others are held at giving their share, so that its equilibria are those of the many only where these also want to give.",
            "表中只有两方；其余各方固定为出公平份额，故表中均衡仅在其余各方也愿出力时才是全体博弈的均衡。",
        )),
        game: Some(game),
        findings,
        picture: Some(picture),
    })
}
