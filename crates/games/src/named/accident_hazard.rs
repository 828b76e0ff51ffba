//! Accidents over time: a small risk every year, and what holding it down can and cannot do.

use super::parts::{curve, mark};
use super::{Analysis, Fault, Finding, Named, Picture, Values, real, words};
use crate::number::Rational;
use theory::closed_form::deterrence::{annual_risk_at, risk_for_ever, risk_over, upper_bound_after_silence};

const YEARS: [&str; 2] = ["0", "100000"];

/// No player but chance; remedies lower the hazard.
pub const GAME: Named = Named {
    id: "accident-hazard",
    title: words("The hazard of accident over time", "意外风险的累积"),
    story: words(
        "A risk that is small in a year is large in a lifetime. Halving it once only buys time; only a risk that is \
         lowered again and again may never come true. And decades without an accident prove less than they seem to.",
        "一年内微小的风险，一生之中便不小。把风险减半一次，只是争取时间；唯有一再降低，风险才可能永不成真。而数十年无事故，所能证明的比看上去更少。",
    ),
    source: "Barrett, Baum & Hostetler 2013, Science & Global Security 21(2), 106–133; Laplace 1774; Jeffreys 1946",
    note: Some(words(
        "The default risk is the median of Barrett, Baum and Hostetler for inadvertent war between the United States and Russia; Laplace and Jeffreys: rules of succession.",
        "默认风险取自 Barrett、Baum 与 Hostetler 对美俄无意战争所估的中位数；Laplace 与 Jeffreys：接续法则。",
    )),
    key: &["risk", "held", "ever"],
    claims: &["A60", "A65", "A86"],
    parameters: &[
        real("annual", "0.009", ["0", "0.999"], "risk of an accident in a year", "每年发生意外的风险"),
        real("years", "50", YEARS, "years ahead", "展望年数"),
        real(
            "factor",
            "0.5",
            ["0", "0.999"],
            "what remains of the hazard after each remedy",
            "每次采取缓解办法后危险率所余的比例",
        ),
        real("span", "10", ["0.001", "100000"], "years from one remedy to the next", "两次采取缓解办法之间的年数"),
        real("silence", "79", YEARS, "years without an accident so far", "至今未发生意外的年数"),
        real("confidence", "0.95", ["0", "0.999"], "confidence of the upper bound", "上限的置信水平"),
    ],
    labels: &[],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [annual, years, factor, span] = ["annual", "years", "factor", "span"].map(|id| values.real(id));
    let silence = values.of("silence");
    let one = Rational::one();
    let laplace = one.over(&(&silence + &Rational::from(2))).unwrap_or_else(Rational::zero);
    let jeffreys = super::parts::half(&one).over(&(&silence + &one)).unwrap_or_else(Rational::zero);
    let bound = if silence.is_positive() {
        upper_bound_after_silence(silence.to_f64(), values.real("confidence"))
    } else {
        1.0
    };
    let held = annual_risk_at(annual, factor);
    let findings = vec![
        Finding::new(
            "risk",
            words("risk within the years ahead", "展望期内的风险"),
            "1 − (1 − annual)^years",
            risk_over(annual, years),
        ),
        Finding::new(
            "held",
            words("the same with the hazard lowered once, now", "危险率现在降低一次后的风险"),
            "1 − (1 − annual)^(factor · years)",
            risk_over(held, years),
        ),
        Finding::new(
            "ever",
            words(
                "risk that it ever happens with the hazard lowered after every span",
                "每隔一段即降低危险率时，终将发生的风险",
            ),
            "1 − (1 − annual)^(span / (1 − factor))",
            risk_for_ever(annual, span, factor),
        ),
        Finding::new(
            "laplace",
            words(
                "risk next year after the silence, all rates equally likely before",
                "无事故期之后下一年的风险（事前各概率等可能）",
            ),
            "1 / (silence + 2)",
            laplace,
        ),
        Finding::new(
            "jeffreys",
            words("the same with the prior of Jeffreys", "同上（杰弗里斯先验）"),
            "(1/2) / (silence + 1)",
            jeffreys,
        ),
        Finding::new(
            "bound",
            words("largest annual risk that the silence does not refute", "无事故期未能否定的最大年风险"),
            "1 − (1 − confidence)^(1 / silence)",
            bound,
        ),
    ];
    let again = move |t: f64| {
        let spans = (t / span).floor();
        let kept = theory::real::exp(spans * theory::real::ln(factor.max(f64::MIN_POSITIVE)));
        risk_over(annual, span * (1.0 - kept) / (1.0 - factor) + kept * (t - spans * span))
    };
    let far = (2.0 * years).max(1.0);
    let picture = Picture {
        title: words("Risk that adds up over the years", "逐年累积的风险"),
        x: words("years", "年"),
        y: words("risk so far", "累积风险"),
        lines: vec![
            curve(words("nothing is done", "无所作为"), 0.0, far, move |t| risk_over(annual, t)),
            curve(words("lowered once", "降低一次"), 0.0, far, move |t| risk_over(held, t)),
            curve(words("lowered after every span", "每隔一段即降低"), 0.0, far, again),
        ],
        marks: vec![mark(words("here", "当前"), years, risk_over(annual, years))],
    };
    Ok(Analysis { held: None, game: None, findings, picture: Some(picture) })
}
