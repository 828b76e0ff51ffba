//! Unbiased leaders: whose war it is when the gains and the losses fall on different people.

use super::parts::{need, table};
use super::{Analysis, Fault, Finding, Named, Parameter, Value, Values, real, words};
use crate::number::Rational;

const MONEY: [&str; 2] = ["0", "1000000"];
const BIAS: [&str; 2] = ["0", "1000"];

/// Chances in proportion to strength; the winner takes a share of the loser's wealth.
pub const GAME: Named = Named {
    id: "unbiased-leaders",
    title: words("Unbiased leaders do not want war", "无偏私的领导人不愿开战"),
    story: words(
        "Where chances follow strength, what a country may win and what it may lose cancel out exactly, and the cost \
         decides: no country wants war. A leader who keeps more of the gains than of the losses may.",
        "若胜算与实力成正比，一国可能之得与可能之失恰好相抵，于是代价决定一切：没有国家想要战争。但若领导人分得的利多于分担的损，则可能想要。",
    ),
    source: "Jackson & Morelli 2007, American Economic Review 97(4), 1353–1373",
    note: Some(words("The idea is theirs; the closed forms are derived here.", "思想出自该文；闭式由本程序推导。")),
    key: &["peace", "bias_needed_one", "bias_needed_other"],
    claims: &["A35", "A36"],
    parameters: &PARAMETERS,
    labels: &[words("one", "甲"), words("other", "乙"), words("hold", "按兵不动"), words("attack", "进攻")],
    analyse,
};

const PARAMETERS: [Parameter; 6] = [
    real("wealth_one", "3", MONEY, "wealth of one, and its strength", "甲的财富，亦即其实力"),
    real("wealth_other", "1", MONEY, "wealth of the other, and its strength", "乙的财富，亦即其实力"),
    real(
        "spoils",
        "0.5",
        ["0", "1"],
        "G: part of the loser's wealth that the winner takes",
        "G：胜者夺取败者财富的比例",
    ),
    real(
        "cost",
        "0.05",
        ["0", "1"],
        "C: part of its own wealth that a war costs each",
        "C：战争耗费各方自身财富的比例",
    ),
    real(
        "bias_one",
        "1.2",
        BIAS,
        "B: how much more the gains count for one's leader than losses; 1: unbiased",
        "B：甲的领导人看重所得为看重所失的倍数；1 为无偏私",
    ),
    real("bias_other", "1", BIAS, "the same for the other's leader", "乙的领导人的相应倍数"),
];

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let wealth = ["wealth_one", "wealth_other"].map(|id| values.of(id));
    let [spoils, cost] = ["spoils", "cost"].map(|id| values.of(id));
    let bias = ["bias_one", "bias_other"].map(|id| values.of(id));
    let positive = wealth.iter().all(Rational::is_positive);
    need(positive, words("both must have wealth", "双方皆须拥有财富"))?;
    let all = &wealth[0] + &wealth[1];
    // p_i·G·w_j: the same for both, and the same as what each may lose.
    let turnover = (&(&spoils * &wealth[0]) * &wealth[1]).over(&all).unwrap_or_else(Rational::zero);
    let war = [0, 1].map(|k| &(&(&bias[k] - &Rational::one()) * &turnover) - &(&cost * &wealth[k]));
    let none = || Value::Absent(words("there is nothing to win", "无利可图"));
    let threshold = |k: usize| {
        let over = (&cost * &wealth[k]).over(&turnover);
        over.map_or_else(none, |over| Value::Exact(&Rational::one() + &over))
    };
    let peace = war.iter().all(|w| !w.is_positive());
    const NET: super::Words = words(
        "(B − 1) · p · G · w_enemy − C · w, p = w / (w + w_enemy)",
        "(B − 1) · p · G · w敌 − C · w，p = w / (w + w敌)",
    );
    const LEAST: super::Words = words("1 + C · w / (p · G · w_enemy)", "1 + C · w / (p · G · w敌)");
    let [war_one, war_other] = war.clone();
    let findings = vec![
        Finding::new("net_one", words("what war is worth to one's leader", "战争对甲领导人的价值"), NET, war_one),
        Finding::new(
            "net_other",
            words("what war is worth to the other's leader", "战争对乙领导人的价值"),
            NET,
            war_other,
        ),
        Finding::new(
            "bias_needed_one",
            words("bias over which one's leader wants war", "甲领导人想要战争的偏私门槛"),
            LEAST,
            threshold(0),
        ),
        Finding::new(
            "bias_needed_other",
            words("bias over which the other's leader wants war", "乙领导人想要战争的偏私门槛"),
            LEAST,
            threshold(1),
        ),
        Finding::new(
            "peace",
            words("whether nobody wants war", "是否无人想要战争"),
            words("worth at most 0 to both leaders", "对双方领导人的价值皆不大于 0"),
            peace,
        ),
    ];
    let game = table("Unbiased leaders", ["one", "other"], [&["hold", "attack"]; 2], |i, j| {
        if i + j == 0 { [Rational::zero(), Rational::zero()] } else { war.clone() }
    })?;
    Ok(Analysis { held: None, game: Some(game), findings, picture: None })
}
