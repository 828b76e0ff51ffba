//! Balance of power: who is needed to hold the others back.

use super::parts::{half, need};
use super::{Analysis, Fault, Finding, Named, Parameter, Value, Values, real, words};
use crate::coalition::{essential, shapley_shubik};
use crate::number::Rational;

const RESOURCES: [&str; 2] = ["0", "1000000000"];

/// Up to five powers; one with nothing is absent.
pub const GAME: Named = Named {
    id: "balance-of-power",
    title: words("Balance of power", "均势"),
    story: words(
        "With more than half of all resources a coalition can do what it likes. A power that some winning coalition \
         cannot spare is essential and has somebody to save it; one that nobody needs has no guarantee of survival.",
        "拥有全部资源过半的联盟可以为所欲为。若某获胜联盟缺之不可，该国即为关键行为体，自有他国保全；无人需要者则生存没有保障。",
    ),
    source: "Niou, Ordeshook & Rose 1989, The Balance of Power; Shapley & Shubik 1954, American Political Science \
             Review 48(3), 787–792",
    note: Some(words(
        "Essential actors are those of Niou, Ordeshook and Rose; the index of power is that of Shapley and Shubik.",
        "关键行为体出自 Niou、Ordeshook 与 Rose；权力指数出自 Shapley 与 Shubik。",
    )),
    key: &["to_win", "power_one"],
    claims: &["A182"],
    parameters: &PARAMETERS,
    labels: &[],
    analyse,
};

const PARAMETERS: [Parameter; 5] = [
    real("one", "30", RESOURCES, "resources of the first, any unit", "第一国的资源，单位任意"),
    real("two", "25", RESOURCES, "resources of the second, same unit", "第二国的资源，同一单位"),
    real("three", "20", RESOURCES, "resources of the third, same unit", "第三国的资源，同一单位"),
    real(
        "four",
        "15",
        RESOURCES,
        "resources of the fourth, same unit; 0: absent",
        "第四国的资源，同一单位；0 表示不存在",
    ),
    real(
        "five",
        "10",
        RESOURCES,
        "resources of the fifth, same unit; 0: absent",
        "第五国的资源，同一单位；0 表示不存在",
    ),
];

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let resources = ["one", "two", "three", "four", "five"].map(|id| values.of(id));
    let total: Rational = resources.iter().cloned().sum();
    need(total.is_positive(), words("somebody must have resources", "须有国家拥有资源"))?;
    let needed = essential(&resources).unwrap_or_default();
    let power = shapley_shubik(&resources).unwrap_or_default();
    const ESSENTIAL: [(&str, super::Words); 5] = [
        ("essential_one", words("whether the first is essential", "第一国是否为关键行为体")),
        ("essential_two", words("whether the second is essential", "第二国是否为关键行为体")),
        ("essential_three", words("whether the third is essential", "第三国是否为关键行为体")),
        ("essential_four", words("whether the fourth is essential", "第四国是否为关键行为体")),
        ("essential_five", words("whether the fifth is essential", "第五国是否为关键行为体")),
    ];
    const POWER: [(&str, super::Words); 5] = [
        ("power_one", words("Shapley–Shubik index of the first", "第一国的夏普利—舒比克指数")),
        ("power_two", words("Shapley–Shubik index of the second", "第二国的夏普利—舒比克指数")),
        ("power_three", words("Shapley–Shubik index of the third", "第三国的夏普利—舒比克指数")),
        ("power_four", words("Shapley–Shubik index of the fourth", "第四国的夏普利—舒比克指数")),
        ("power_five", words("Shapley–Shubik index of the fifth", "第五国的夏普利—舒比克指数")),
    ];
    let half_name = words("resources that a coalition must exceed to win", "联盟获胜须超过的资源");
    let mut findings =
        vec![Finding::new("to_win", half_name, words("half of all resources", "全部资源的一半"), half(&total))];
    let member = words("in some winning coalition that can spare nobody", "属于某个缺一不可的获胜联盟");
    let first = ESSENTIAL.into_iter().zip(needed).map(|((id, name), is)| Finding::new(id, name, member, is));
    let order = words(
        "part of all orders of joining in which it turns the coalition into a winning one",
        "在全部加入次序中，由其加入使联盟转为获胜的比例",
    );
    let then = POWER.into_iter().zip(power).map(|((id, name), p)| Finding::new(id, name, order, Value::Exact(p)));
    findings.extend(first.chain(then));
    Ok(Analysis { held: None, game: None, findings, picture: None })
}
