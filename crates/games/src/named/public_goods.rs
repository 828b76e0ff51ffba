//! Global public goods: what counts is the sum, the weakest or the best.

use super::parts::need;
use super::{Analysis, Fault, Finding, Named, Values, real, whole, words};
use crate::number::Rational;

const MONEY: [&str; 2] = ["0", "1000000"];

/// The same countries, three technologies.
pub const GAME: Named = Named {
    id: "public-goods",
    title: words("Global public goods by technology", "按供给技术划分的全球公共物品"),
    story: words(
        "Cutting emissions adds up; a disease survives in the country that does least; one country can deflect an \
         asteroid. The same self-interest gives far too little, a problem of trust alone, or one provider.",
        "减排的效果各国相加；疾病在最不作为的国家存续；偏转小行星则一国足矣。同样的自利，或导致供给严重不足，或仅是信任问题，或由一国独力提供。",
    ),
    source: "Hirshleifer 1983, Public Choice 41(3), 371–386; Barrett 2007, Why Cooperate?",
    note: Some(words(
        "The three technologies are theirs; the forms for benefit b ln Q and cost cq are derived here.",
        "三种供给技术出自二者；收益为 b ln Q、成本为 cq 时的闭式由本程序推导。",
    )),
    key: &["sum_part", "weakest_nash", "best_nash"],
    claims: &["B45", "B50"],
    parameters: &[
        whole("countries", "5", ["1", "10000"], "N: how many countries there are", "N：国家总数"),
        real(
            "benefit",
            "2",
            MONEY,
            "b: weight of the good in each country's payoff b ln Q − cq",
            "b：公共物品在各国收益 b ln Q − cq 中的权重",
        ),
        real("cost", "1", MONEY, "c: cost of a unit provided", "c：每供给一单位的成本"),
    ],
    labels: &[],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [countries, benefit, cost] = ["countries", "benefit", "cost"].map(|id| values.of(id));
    let positive = benefit.is_positive() && cost.is_positive();
    need(positive, words("benefit and cost must be above 0", "benefit 与 cost 须大于 0"))?;
    let alone = benefit.over(&cost).unwrap_or_else(Rational::zero);
    let all = &countries * &alone;
    let part = Rational::one().over(&countries).unwrap_or_else(Rational::one);
    const NASH: &str = "b / c";
    let findings = vec![
        Finding::new(
            "sum_nash",
            words("the sum counts: provided in equilibrium", "总和型：均衡供给量"),
            NASH,
            alone.clone(),
        ),
        Finding::new(
            "sum_best",
            words("the sum counts: best for all together", "总和型：全体最优供给量"),
            "Nb / c",
            all.clone(),
        ),
        Finding::new(
            "sum_part",
            words("the sum counts: equilibrium over best", "总和型：均衡与最优之比"),
            "1 / N",
            part,
        ),
        Finding::new(
            "weakest_nash",
            words(
                "the weakest counts: most that holds itself up; everything below it, down to 0, does too",
                "最弱环节型：能自我维持的最大供给量（其下直至 0 的任何水平亦能自我维持）",
            ),
            NASH,
            alone.clone(),
        ),
        Finding::new(
            "weakest_best",
            words("the weakest counts: best for all together", "最弱环节型：全体最优供给量"),
            NASH,
            alone.clone(),
        ),
        Finding::new(
            "best_nash",
            words("the best counts: one provides, the others nothing", "最佳表现型：一国供给，他国不出"),
            NASH,
            alone,
        ),
        Finding::new(
            "best_best",
            words("the best counts: best for all together", "最佳表现型：全体最优供给量"),
            "Nb / c",
            all,
        ),
    ];
    Ok(Analysis { held: None, game: None, findings, picture: None })
}
