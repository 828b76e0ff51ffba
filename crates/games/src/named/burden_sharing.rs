//! Burden sharing: a common defence that the rich pay for.

use super::parts::{need, rest};
use super::{Analysis, Fault, Finding, Named, Parameter, Value, Values, real, words};
use crate::number::Rational;

const WEALTH: [&str; 2] = ["0", "1000000"];

/// Three allies; each divides its wealth between itself and the common good.
pub const GAME: Named = Named {
    id: "burden-sharing",
    title: words("Burden sharing in an alliance", "联盟内的负担分担"),
    story: words(
        "What one ally gives defends all. Each gives until its own money is worth more to it at home, so the rich give \
         a larger part of their wealth and the poor may give nothing. Shifting wealth among those who give changes \
         nothing.",
        "一国的贡献保卫所有盟国。各国都贡献到自留更有价值为止，故富国贡献其财富的比例更大，穷国则可能一文不出。在出资者之间转移财富，总贡献不变。",
    ),
    source: "Olson & Zeckhauser 1966, Review of Economics and Statistics 48(3), 266–279; Bergstrom, Blume & Varian \
             1986, Journal of Public Economics 29(1), 25–49",
    note: Some(words(
        "Neutrality is that of Bergstrom, Blume and Varian; the form for logarithmic utility is derived here.",
        "中性定理出自 Bergstrom、Blume 与 Varian；对数效用下的形式由本程序推导。",
    )),
    key: &["provided", "contributors", "together"],
    claims: &["B45", "B122"],
    parameters: &PARAMETERS,
    labels: &[],
    analyse,
};

const PARAMETERS: [Parameter; 4] = [
    real("wealth_one", "12", WEALTH, "wealth of the first", "第一国的财富"),
    real("wealth_two", "9", WEALTH, "wealth of the second", "第二国的财富"),
    real("wealth_three", "9", WEALTH, "wealth of the third", "第三国的财富"),
    real(
        "weight",
        "0.5",
        ["0.001", "0.999"],
        "β: weight of the common good in utility (1 − β) ln own + β ln common",
        "β：共同物品在效用 (1 − β) ln 自用 + β ln 共同 中的权重",
    ),
];

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let wealth = ["wealth_one", "wealth_two", "wealth_three"].map(|id| values.of(id));
    let weight = values.of("weight");
    need(wealth.iter().any(Rational::is_positive), words("somebody must have wealth", "须有人拥有财富"))?;
    let (provided, kept) = provision(&wealth, &weight);
    let given = wealth.each_ref().map(|w| (w - &kept).max(Rational::zero()));
    let [one, two, three] = &given;
    let contributors = given.iter().filter(|g| g.is_positive()).count() as i64;
    let total: Rational = wealth.iter().cloned().sum();
    let everyone = &weight * &total;
    let part = |g: &Rational, w: &Rational| {
        g.over(w).map_or(Value::Absent(words("it has nothing", "其一无所有")), Value::Exact)
    };
    const GIVES: super::Words =
        words("max(0, w − (1 − β)G / β), w: its wealth", "max(0, w − (1 − β)G / β)，w：该国财富");
    const PART: super::Words = words("what it gives / w", "贡献 / w");
    let findings = vec![
        Finding::new(
            "provided",
            words("the common good G", "共同物品总量 G"),
            words("βW / (β + n(1 − β)), W: wealth of the n who give", "βW / (β + n(1 − β))，W：出资 n 国的财富之和"),
            provided,
        ),
        Finding::new("contributors", words("how many give", "出资国数"), "", Rational::from(contributors)),
        Finding::new("gives_one", words("what the first gives", "第一国的贡献"), GIVES, one.clone()),
        Finding::new("gives_two", words("what the second gives", "第二国的贡献"), GIVES, two.clone()),
        Finding::new("gives_three", words("what the third gives", "第三国的贡献"), GIVES, three.clone()),
        Finding::new(
            "part_one",
            words("part of its wealth that the first gives", "第一国贡献占其财富的比例"),
            PART,
            part(one, &wealth[0]),
        ),
        Finding::new(
            "part_two",
            words("part of its wealth that the second gives", "第二国贡献占其财富的比例"),
            PART,
            part(two, &wealth[1]),
        ),
        Finding::new(
            "part_three",
            words("part of its wealth that the third gives", "第三国贡献占其财富的比例"),
            PART,
            part(three, &wealth[2]),
        ),
        Finding::new(
            "together",
            words("what they would provide as one country", "合为一国时所提供的总量"),
            words("β · wealth of all", "β · 各国财富总和"),
            everyone,
        ),
    ];
    Ok(Analysis { held: None, game: None, findings, picture: None })
}

/// The common good, and what each who gives keeps for itself: G(1 − β)/β, the same for all.
///
/// The richest give; one more gives as long as it has more than it would keep.
fn provision(wealth: &[Rational], weight: &Rational) -> (Rational, Rational) {
    let mut sorted = wealth.to_vec();
    sorted.sort_by(|a, b| b.cmp(a));
    let (mut sum, mut best) = (Rational::zero(), (Rational::zero(), Rational::zero()));
    for (k, w) in sorted.iter().enumerate() {
        sum = &sum + w;
        let below = weight + &(&Rational::from(k as i64 + 1) * &rest(weight));
        let each = sum.over(&below).unwrap_or_else(Rational::zero);
        let (provided, kept) = (weight * &each, &rest(weight) * &each);
        if k > 0 && *w <= kept {
            break;
        }
        best = (provided, kept);
    }
    best
}
