//! Deadlock: both would rather not cooperate, so nothing is lost by not trusting.

use super::dilemma::{LABELS, Payoffs, ordered, parameters};
use super::{Analysis, Fault, Finding, Named, Values, words};

/// What a security dilemma is not: two that want what they get.
pub const GAME: Named = Named {
    id: "deadlock",
    title: words("Deadlock", "僵局博弈"),
    story: words(
        "Each prefers mutual defection to mutual cooperation. The conflict is real, and no assurance ends it: this is \
         what tells predation from a security dilemma.",
        "双方都宁愿互相背叛而不愿互相合作。冲突是真实的，任何保证都无法消除：掠夺与安全困境的区别正在于此。",
    ),
    source: "Oye 1985, World Politics 38(1), 6–9",
    note: None,
    key: &["quarrel"],
    claims: &["A12"],
    parameters: &parameters(["4", "2", "3", "1"]),
    labels: LABELS,
    analyse,
};

fn analyse(values: &Values) -> Result<Analysis, Fault> {
    let p = Payoffs::of(values);
    let order = words("deadlock needs T > P > R > S", "僵局博弈要求 T > P > R > S");
    ordered(p.temptation > p.punishment && p.punishment > p.reward && p.reward > p.sucker, order)?;
    let name =
        words("how much each prefers mutual defection to mutual cooperation", "各方偏好互相背叛甚于互相合作的程度");
    let findings = vec![Finding::new("quarrel", name, "P − R", &p.punishment - &p.reward)];
    Ok(Analysis { held: None, game: Some(p.game("Deadlock")?), findings, picture: None })
}
