//! Stag hunt: nothing to gain from cheating, much to lose from being left alone.

use std::cmp::Ordering;

use super::dilemma::{LABELS, Payoffs, ordered, parameters, threshold};
use super::{Analysis, Fault, Finding, Named, Value, Values, words};

/// Rousseau's hunters, as Waltz and Jervis read them.
pub const GAME: Named = Named {
    id: "stag-hunt",
    title: words("Stag hunt", "猎鹿博弈"),
    story: words(
        "Each would rather hunt the stag with the other than catch a hare alone, but a hare is safe. Both outcomes hold \
         themselves up; which one comes about is a matter of trust.",
        "双方都宁愿合作猎鹿，而不愿独自捕兔；但捕兔稳妥。两种结果都能自我维持，出现哪一种取决于信任。",
    ),
    source: "Rousseau 1755, Discourse on inequality, part 2; Jervis 1978, World Politics 30(2), 167–170",
    note: None,
    key: &["safer", "threshold"],
    claims: &["A163"],
    parameters: &parameters(["3", "4", "2", "0"]),
    labels: LABELS,
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let p = Payoffs::of(values);
    let order = words("a stag hunt needs R > T ≥ P > S", "猎鹿博弈要求 R > T ≥ P > S");
    ordered(p.reward > p.temptation && p.temptation >= p.punishment && p.punishment > p.sucker, order)?;
    let safer = match (&p.reward + &p.sucker).cmp(&(&p.temptation + &p.punishment)) {
        Ordering::Greater => Value::Said(words("mutual cooperation", "双方合作")),
        Ordering::Less => Value::Said(words("mutual defection", "双方背叛")),
        Ordering::Equal => Value::Said(words("neither: both are equally safe", "皆非：两者同样稳妥")),
    };
    let findings = vec![
        threshold(&p),
        Finding::new(
            "safer",
            words("risk-dominant outcome", "风险占优的结果"),
            words("R + S compared with T + P", "R + S 与 T + P 比较"),
            safer,
        ),
        Finding::new(
            "basin",
            words("share of starts from which evolution reaches cooperation", "演化趋于合作的初始状态所占比例"),
            words("1 − threshold, under replicator dynamics", "1 − 门槛，依复制者动态"),
            p.indifference().map_or(Value::Absent(words("no threshold", "无门槛")), |x| {
                Value::Exact(&crate::Rational::one() - &x)
            }),
        ),
    ];
    Ok(Analysis { held: None, game: Some(p.game("Stag hunt")?), findings, picture: None })
}
