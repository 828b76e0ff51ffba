//! Reading conduct: what has been seen of another, and what may be concluded.

use super::parts::{UNIT, curve, mark, ratio, rest};
use super::{Analysis, Fault, Finding, Named, Picture, Value, Values, Words, real, whole, words};
use crate::number::Rational;
use theory::real::ln;

const RATE: [&str; 2] = ["0.001", "0.999"];

/// Bayes' rule, act by act.
pub const GAME: Named = Named {
    id: "belief",
    title: words("Reading conduct", "由行为判断意图"),
    story: words(
        "Those who mean no harm cooperate more often than those who do, but neither always. Every act moves belief by \
         its likelihood ratio; beforehand nobody can expect it to move one way rather than the other, and where both behave alike nothing is learned.",
        "无恶意者比有恶意者更常合作，但都非必然。每一举动按似然比改变信念；事前无人能预期信念会偏向哪一边；若二者行为相同，则无从得知任何信息。",
    ),
    source: "Wald 1945, Annals of Mathematical Statistics 16(2), 117–186",
    note: Some(words(
        "Belief follows Bayes' rule; how many acts a decision needs is Wald's.",
        "信念依贝叶斯法则更新；判断所需的举动数出自 Wald。",
    )),
    key: &["posterior"],
    claims: &["A12", "A37"],
    parameters: &[
        real(
            "prior",
            "0.6",
            UNIT,
            "t: probability beforehand that the other is trustworthy",
            "t：事前认为对方可信的概率",
        ),
        real("honest", "0.95", RATE, "h: probability that a trustworthy one cooperates", "h：可信者合作的概率"),
        real("false_face", "0.2", RATE, "f: probability that an untrustworthy one cooperates", "f：不可信者合作的概率"),
        whole("cooperations", "1", ["0", "200"], "c: acts of cooperation seen", "c：所见合作次数"),
        whole("defections", "0", ["0", "200"], "d: acts of defection seen", "d：所见背叛次数"),
        real(
            "error",
            "0.05",
            ["0.0001", "0.4999"],
            "e: error that a decision may carry, either way",
            "e：判断所容许的错误概率（两类相同）",
        ),
    ],
    labels: &[],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [prior, honest, face] = ["prior", "honest", "false_face"].map(|id| values.of(id));
    let acts = [values.real("cooperations") as u32, values.real("defections") as u32];
    let likelihood = |p: &Rational| {
        let power = |base: &Rational, times: u32| (0..times).fold(Rational::one(), |product, _| &product * base);
        &power(p, acts[0]) * &power(&rest(p), acts[1])
    };
    let (good, bad) = (&prior * &likelihood(&honest), &rest(&prior) * &likelihood(&face));
    let posterior = good.over(&(&good + &bad)).unwrap_or_else(|| prior.clone());
    const NONE: Words = words("never: both behave alike", "永无定论：二者行为相同");
    let [h, f, error] = ["honest", "false_face", "error"].map(|id| values.real(id));
    let needed = |p: f64, q: f64| {
        let divergence = p * ln(p / q) + (1.0 - p) * ln((1.0 - p) / (1.0 - q));
        let acts = (1.0 - 2.0 * error) * ln((1.0 - error) / error) / divergence;
        if honest == face { Value::Absent(NONE) } else { Value::Real(acts) }
    };
    let findings = vec![
        Finding::new(
            "posterior",
            words("probability that the other is trustworthy, given what was seen", "所见之后对方可信的概率"),
            "t h^c (1 − h)^d / (t h^c (1 − h)^d + (1 − t) f^c (1 − f)^d)",
            posterior.clone(),
        ),
        Finding::new(
            "cooperation",
            words("likelihood ratio of an act of cooperation", "一次合作的似然比"),
            "h / f",
            ratio(&honest, &face, NONE),
        ),
        Finding::new(
            "defection",
            words("likelihood ratio of an act of defection", "一次背叛的似然比"),
            "(1 − h) / (1 − f)",
            ratio(&rest(&honest), &rest(&face), NONE),
        ),
        Finding::new(
            "acts_good",
            words(
                "acts that a decision takes on the average, if the other is trustworthy (Wald's approximation)",
                "对方可信时作出判断平均所需的举动数（瓦尔德近似）",
            ),
            "(1 − 2e) ln((1 − e)/e) / [h ln(h/f) + (1 − h) ln((1 − h)/(1 − f))]",
            needed(h, f),
        ),
        Finding::new(
            "acts_bad",
            words("the same if the other is not trustworthy", "对方不可信时的相应数目"),
            "(1 − 2e) ln((1 − e)/e) / [f ln(f/h) + (1 − f) ln((1 − f)/(1 − h))]",
            needed(f, h),
        ),
    ];
    let told = (likelihood(&honest)).over(&likelihood(&face)).map_or(1.0, |r| r.to_f64());
    let after = move |t: f64| theory::closed_form::trust::belief_after(t, told);
    let picture = Picture {
        title: words("How conduct moves belief", "行为如何改变信念"),
        x: words("probability beforehand that the other is trustworthy", "事前认为对方可信的概率"),
        y: words("probability given what was seen", "所见之后的概率"),
        lines: vec![
            curve(words("given what was seen", "所见之后"), 0.0, 1.0, after),
            curve(words("beforehand", "事前"), 0.0, 1.0, |t| t),
        ],
        marks: vec![mark(words("here", "当前"), prior.to_f64(), posterior.to_f64())],
    };
    Ok(Analysis { held: None, game: None, findings, picture: Some(picture) })
}
