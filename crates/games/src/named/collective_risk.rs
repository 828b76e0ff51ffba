//! Collective risk: everybody's fair share, or perhaps everything.

use super::parts::{UNIT, crowd, curve, few, mark, need, rest};
use super::{Analysis, Fault, Finding, Game, Named, Picture, Value, Values, Words, real, whole, words};
use crate::number::Rational;
use theory::real::{exp, ln};

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
    note: None,
    key: &["least_risk", "holds", "nothing_holds"],
    claims: &["A106", "B118"],
    parameters: &[
        whole("players", "6", ["2", "1000"], "N: how many there are", "N：人数"),
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
    labels: &[
        words("one", "甲"),
        words("another", "乙"),
        words("a third", "丙"),
        words("a fourth", "丁"),
        words("a fifth", "戊"),
        words("give", "出力"),
        words("nothing", "不出"),
    ],
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
        Finding::new(
            "holds",
            words("whether giving it holds itself up at this risk", "在此风险下是否能自我维持"),
            "p ≥ C / E",
            risk >= least,
        ),
        Finding::new("target", words("the target", "目标总额"), "NC", target),
        Finding::new(
            "nothing_holds",
            words("whether giving nothing holds itself up too", "一无所出是否也能自我维持"),
            words("NC > E or E − NC ≤ (1 − p)E", "NC > E 或 E − NC ≤ (1 − p)E"),
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
        Finding::new(
            "confidence",
            words(
                "least probability that each other gives, independently, at which giving pays; they are in balance there",
                "他方各自独立出力的概率至少为多少时出力才合算；恰在此处达到平衡",
            ),
            "((1 − p)C / (p(E − C)))^(1 / (N − 1))",
            confidence(&players, &(&rest(&risk) * &share), &(&risk * &kept)),
        ),
    ];
    let (game, held) = match few(&players) {
        Some(all) => (givers("Collective risk", all, &kept, &failed, &risk)?, SHARE_OR_NOTHING),
        None => (givers("Collective risk, all others giving", 2, &kept, &failed, &risk)?, TWO_PLAYERS),
    };
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
    Ok(Analysis { held: Some(held), game: Some(game), findings, picture: Some(picture) })
}

const SHARE_OR_NOTHING: Words = words(
    "All players are in the table, but each gives its fair share or nothing: whether one would rather meet the target alone stands among what follows.",
    "表中包括所有各方，但各方只能出公平份额或一无所出：是否有一方宁愿独自达到目标，见所得结论。",
);

const TWO_PLAYERS: Words = words(
    "The table shows two players; all others are held at giving their share, so that its equilibria are those of the many only where these also want to give.",
    "表中只有两方；其余各方固定为出公平份额，故表中均衡仅在其余各方也愿出力时才是全体博弈的均衡。",
);

/// These players: the target is met only if all of them give.
fn givers(title: &str, players: usize, kept: &Rational, failed: &Rational, risk: &Rational) -> Result<Game, Fault> {
    crowd(title, players, ["give", "nothing"], |own, giving| match own {
        0 if giving + 1 == players => kept.clone(),
        0 => &rest(risk) * kept,
        _ => failed.clone(),
    })
}

/// The root of y^(N−1) = lost / saved: what giving costs if it is in vain over what it saves if it is not.
fn confidence(players: &Rational, lost: &Rational, saved: &Rational) -> Value {
    if lost.is_zero() {
        return Value::Exact(Rational::zero());
    }
    match lost.over(saved) {
        Some(ratio) if ratio <= Rational::one() => {
            let power = players.to_f64() - 1.0;
            if power == 1.0 { Value::Exact(ratio) } else { Value::Real(exp(ln(ratio.to_f64()) / power)) }
        }
        _ => Value::Absent(words(
            "none is enough: giving does not pay even if all others give",
            "多少都不够：即使他方皆出力，出力亦不合算",
        )),
    }
}
