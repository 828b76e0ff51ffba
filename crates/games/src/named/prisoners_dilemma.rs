//! Prisoner's dilemma: defection is always better for each, and worse for both.

use super::dilemma::{LABELS, Payoffs, ordered, parameters};
use super::{Analysis, Fault, Finding, Named, Value, Values, words};
use crate::number::Rational;

/// One move; the repeated game stands beside it in the critical discount factor.
pub const GAME: Named = Named {
    id: "prisoners-dilemma",
    title: words("Prisoner's dilemma", "囚徒困境"),
    story: words(
        "Each gains by defecting whatever the other does, and both lose by it. Only a future makes restraint pay.",
        "无论对方如何，背叛都使己方得利，而双方因此俱损。唯有来日方长，克制才有利可图。",
    ),
    source: "Tucker 1950; Jervis 1978, World Politics 30(2), 170–186; Axelrod 1984, The Evolution of Cooperation",
    note: None,
    key: &["patience"],
    claims: &["A11"],
    parameters: &parameters(["5", "3", "1", "0"]),
    labels: LABELS,
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let p = Payoffs::of(values);
    let order = words("a prisoner's dilemma needs T > R > P > S", "囚徒困境要求 T > R > P > S");
    ordered(p.temptation > p.reward && p.reward > p.punishment && p.punishment > p.sucker, order)?;
    let grim = p.greed().over(&(&p.temptation - &p.punishment)).unwrap_or_else(Rational::zero);
    let alternation = (&p.reward + &p.reward) > (&p.temptation + &p.sucker);
    let findings = vec![
        Finding::new(
            "patience",
            words(
                "least discount factor at which the threat never to forgive holds cooperation up",
                "“永不宽恕”的威胁足以维持合作的最小贴现因子",
            ),
            "(T − R) / (T − P)",
            grim,
        ),
        Finding::new(
            "cooperation_best",
            words("whether steady cooperation beats taking turns", "持续合作是否优于轮流得利"),
            "2R > T + S",
            Value::Truth(alternation),
        ),
    ];
    Ok(Analysis { held: None, game: Some(p.game("Prisoner's dilemma")?), findings, picture: None })
}
