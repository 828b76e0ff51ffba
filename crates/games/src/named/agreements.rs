//! Agreements that must enforce themselves: small where they would do most.

use super::parts::need;
use super::{Analysis, Fault, Finding, Named, Value, Values, real, whole, words};
use crate::number::Rational;
use theory::closed_form::agreement::Abatement;

const MONEY: [&str; 2] = ["0", "1000000"];

/// Nobody stands above the members; whoever gains by leaving leaves.
pub const GAME: Named = Named {
    id: "self-enforcing-agreements",
    title: words("Self-enforcing agreements", "自我执行的协定"),
    story: words(
        "What one country abates helps all. Members of an agreement count each other's benefit; each may leave and live \
         off the rest. With gradual efforts only a few stay, however many countries there are; where each either acts or \
         does not, just as many stay as make it worth while.",
        "一国减排惠及所有国家。协定成员计入彼此的收益，但任何一国都可退出而搭便车。若减排量可逐步调整，无论共有多少国家，只有少数留下；若只能选择减或不减，则留下的恰为使其合算的最少国数。",
    ),
    source: "Barrett 1994, Oxford Economic Papers 46, 878–894; Carraro & Siniscalco 1993, Journal of Public \
             Economics 52(3), 309–328; d'Aspremont et al. 1983, Canadian Journal of Economics 16(1), 17–25",
    note: Some(words("Stability is that of d'Aspremont et al.", "稳定性的定义出自 d'Aspremont 等。")),
    key: &["stable", "total", "part"],
    claims: &["A107", "B61"],
    parameters: &[
        whole("countries", "10", ["2", "1000"], "N: how many countries there are", "N：国家总数"),
        real(
            "benefit",
            "1",
            MONEY,
            "b: benefit to each country of a unit abated anywhere",
            "b：任何一国每减排一单位给各国带来的收益",
        ),
        real(
            "cost",
            "2.5",
            MONEY,
            "c: how much more each unit costs than the one before (gradual), or what abating costs (all or nothing)",
            "c：每多减排一单位，单位成本的增幅（渐进），或减排的成本（减或不减）",
        ),
    ],
    labels: &[],
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let [benefit, cost] = ["benefit", "cost"].map(|id| values.of(id));
    need(benefit.is_positive() && cost > benefit, words("agreements need 0 < b < c", "协定要求 0 < b < c"))?;
    let countries = values.of("countries");
    let game = Abatement { countries: countries.to_f64() as usize, benefit: benefit.to_f64(), cost: cost.to_f64() };
    let largest = game.largest_stable();
    let members = Rational::from(largest as i64);
    let total = &(&(&members * &members) + &countries) - &members;
    let part = total.over(&(&countries * &countries)).unwrap_or_else(Rational::zero);
    let price = benefit.over(&cost).unwrap_or_else(Rational::zero);
    let alone = countries.over(&(&countries * &countries)).unwrap_or_else(Rational::zero);
    let findings = vec![
        Finding::new(
            "stable",
            words("members of the largest stable agreement, gradual efforts", "渐进减排下最大稳定协定的成员数"),
            words("largest k ≤ N with (k − 1)(k − 3) ≤ 0", "满足 (k − 1)(k − 3) ≤ 0 且 k ≤ N 的最大 k"),
            members,
        ),
        Finding::new("total", words("what all abate with it", "此时的总减排量"), "(k² + N − k) b / c", &total * &price),
        Finding::new(
            "part",
            words("the same as a part of what all would abate together", "占全体合作减排量的比例"),
            "(k² + N − k) / N²",
            part,
        ),
        Finding::new("alone", words("that part where there is no agreement", "无协定时的该比例"), "1 / N", alone),
        Finding::new(
            "binary",
            words("members of the largest stable agreement, all or nothing", "减或不减时最大稳定协定的成员数"),
            words("⌈c / b⌉, if at most N", "⌈c / b⌉，须不超过 N"),
            binary(&benefit, &cost, &countries),
        ),
    ];
    Ok(Analysis { held: None, game: None, findings, picture: None })
}

/// The fewest members that gain by abating together: ⌈c/b⌉.
fn binary(benefit: &Rational, cost: &Rational, countries: &Rational) -> Value {
    let none = words("fewer countries than would have to abate together", "国家总数少于须共同减排的最少国数");
    let Some(exact) = cost.over(benefit).filter(|exact| exact <= countries) else { return Value::Absent(none) };
    let mut members = Rational::from(exact.to_f64() as i64);
    while members < exact {
        members = &members + &Rational::one();
    }
    Value::Exact(members)
}
