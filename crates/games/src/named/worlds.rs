//! Jervis's four worlds: whether the offence has the advantage, and whether a posture can be told.

use super::assurance::interim;
use super::parts::{UNIT, curve, mark, rest};
use super::war_assurance::{LABELS, War, minimum_trust, parameters, told};
use super::{Analysis, Fault, Finding, Named, Picture, Value, Values, real, words};
use crate::number::Rational;

/// Trust before and after a look at the other's posture, against the trust that peace needs.
pub const GAME: Named = Named {
    id: "worlds",
    title: words("Jervis's four worlds", "杰维斯的四种世界"),
    story: words(
        "The advantage of the first strike says how much trust peace needs; how well defensive postures can be told \
         from offensive ones says how much trust a posture gives. Together they tell the doubly dangerous world from \
         the doubly safe one.",
        "先发优势决定和平所需的信任；防御态势与进攻态势能否区分，决定态势能带来多少信任。两者结合，即可区分“双重危险”与“双重安全”的世界。",
    ),
    source: "Jervis 1978, World Politics 30(2), 167–214, table p. 211; Glaser 2010, Rational Theory of \
             International Politics",
    note: Some(words(
        "The four worlds are Jervis's, their ordering is Glaser's; reading a posture by its likelihood ratio is ours.",
        "四种世界出自 Jervis，其排序出自 Glaser；以似然比衡量态势为本程序所设。",
    )),
    key: &["world", "minimum_trust", "trust_after"],
    claims: &["A170", "B31"],
    parameters: &{
        let [win, first, gain, loss, cost] = parameters("0.3");
        [
            win,
            first,
            gain,
            loss,
            cost,
            real(
                "trust",
                "0.3",
                UNIT,
                "t: probability, before looking, that the other would keep the peace",
                "t：观察之前认为对方愿意和平的概率",
            ),
            real(
                "ratio",
                "6",
                ["1", "1000000"],
                "λ: how many times likelier the posture seen is from one who would keep the peace than from another; 1: nothing can be told",
                "λ：所见态势出自愿意和平者的可能性为出自其他行为体的倍数；1 表示无从区分",
            ),
        ]
    },
    labels: LABELS,
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [one, other] = War::of(values)?.sides();
    let (before, ratio) = (values.of("trust"), values.of("ratio"));
    let after = belief(&before, &ratio);
    let needed = [minimum_trust(&one), minimum_trust(&other)];
    let most = needed.iter().flatten().max().filter(|_| needed.iter().all(Option::is_some)).cloned();
    let enough = |trust: &Rational| most.as_ref().is_some_and(|m| trust >= m);
    let world = match (enough(&before), enough(&after)) {
        (true, _) => words("peace without having to look", "无须察看即可和平"),
        (false, true) => words("peace because postures can be told apart", "因态势可辨而和平"),
        (false, false) => words("spiral: no posture shows enough", "恶性循环：态势不足以表明意图"),
    };
    let findings = vec![
        Finding::new(
            "minimum_trust",
            words("trust that peace needs on both sides", "双方保持和平所需的信任"),
            words(
                "m: the larger of both sides' φ(g + l) / (c + (1 − π)l − πg)",
                "m：双方 φ(g + l) / (c + (1 − π)l − πg) 中较大者",
            ),
            told(&most),
        ),
        Finding::new(
            "trust_after",
            words("trust after seeing a defensive posture", "见到防御态势之后的信任"),
            "tλ / (tλ + 1 − t)",
            after.clone(),
        ),
        Finding::new(
            "ratio_needed",
            words("likelihood ratio that peace needs", "和平所需的似然比"),
            "m / (1 − m) · (1 − t) / t",
            ratio_needed(&before, &most),
        ),
        Finding::new(
            "world",
            words("which world", "属于何种世界"),
            words("trust before and after, compared with m", "观察前后的信任与 m 比较"),
            world,
        ),
    ];
    let game = interim("Jervis's worlds", [&one, &other], [&after, &after])?;
    Ok(Analysis { held: None, game: Some(game), findings, picture: Some(picture(values, &most)) })
}

/// Trust t after an observation λ times as likely from the trustworthy.
pub(super) fn belief(before: &Rational, ratio: &Rational) -> Rational {
    let odds = before * ratio;
    odds.over(&(&odds + &rest(before))).unwrap_or_else(|| before.clone())
}

fn ratio_needed(before: &Rational, needed: &Option<Rational>) -> Value {
    let ratio = needed.as_ref().and_then(|m| {
        let above = m * &rest(before);
        // Nothing is needed, or nothing is left to doubt.
        if above.is_zero() { Some(above) } else { above.over(&(&rest(m) * before)) }
    });
    ratio.map_or(Value::Absent(words("no posture is enough", "任何态势都不够")), Value::Exact)
}

/// What trust becomes over what it was, against what is needed.
fn picture(values: &Values, needed: &Option<Rational>) -> Picture {
    let (before, ratio) = (values.real("trust"), values.real("ratio"));
    let after = move |t: f64| theory::closed_form::trust::belief_after(t, ratio);
    let level = needed.as_ref().map_or(f64::NAN, Rational::to_f64);
    Picture {
        title: words("What a defensive posture tells", "防御姿态说明什么"),
        x: words("trust before looking", "观察之前的信任"),
        y: words("trust after seeing a defensive posture", "见到防御态势之后的信任"),
        lines: vec![
            curve(words("after looking", "观察之后"), 0.0, 1.0, after),
            curve(words("needed", "所需"), 0.0, 1.0, move |_| level),
        ],
        marks: vec![mark(words("here", "当前"), before, after(before))],
    }
}
