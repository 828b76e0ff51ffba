//! Chicken: the worst is that neither yields.

use super::dilemma::{LABELS, Payoffs, ordered, parameters, threshold};
use super::{Analysis, Fault, Finding, Named, Value, Values, words};

/// Two drivers, two powers at the brink.
pub const GAME: Named = Named {
    id: "chicken",
    title: words("Chicken", "懦夫博弈"),
    story: words(
        "Each wants the other to yield, and mutual firmness is the worst of all. Who seems least able to yield wins.",
        "双方都希望对方让步，而互不相让是最坏的结果。显得最无法让步的一方获胜。",
    ),
    source: "Schelling 1966, Arms and Influence, 116–125; Rapoport & Guyer 1966, General Systems 11, game 66",
    note: None,
    key: &["threshold", "crash"],
    claims: &["A13"],
    parameters: &parameters(["4", "3", "1", "2"]),
    labels: LABELS,
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let p = Payoffs::of(values);
    let order = words("chicken needs T > R > S > P", "懦夫博弈要求 T > R > S > P");
    ordered(p.temptation > p.reward && p.reward > p.sucker && p.sucker > p.punishment, order)?;
    let crash = p.indifference().map(|x| {
        let firm = &crate::Rational::one() - &x;
        &firm * &firm
    });
    let name = words("probability of mutual firmness in the mixed equilibrium", "混合均衡中互不相让的概率");
    let value = crash.map_or(Value::Absent(words("no mixed equilibrium", "无混合均衡")), Value::Exact);
    let findings =
        vec![threshold(&p), Finding { id: "crash", name, formula: words("(1 − threshold)²", "(1 − 门槛)²"), value }];
    Ok(Analysis { held: None, game: Some(p.game("Chicken")?), findings, picture: None })
}
