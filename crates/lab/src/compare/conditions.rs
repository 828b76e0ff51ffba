//! What a reader must know before any figure: what is in force already, and what is therefore not compared.

use super::Compared;
use super::competition::Competition;
use super::sets::{added, rival_packages, steps};
use crate::scenario::{Scenario, Text};

/// Names one after the other, in both languages.
fn named<'a>(names: impl Iterator<Item = &'a Text> + Clone) -> (String, String) {
    let join = |by: &str, pick: fn(&Text) -> &String| names.clone().map(pick).cloned().collect::<Vec<_>>().join(by);
    (join(", ", |t| &t.en), join("、", |t| &t.zh))
}

/// The conditions of a comparison; none where nothing is in force and every package is a rival of its own.
pub(super) fn conditions(scenario: &Scenario, c: &Compared, competition: &Competition) -> Vec<Text> {
    let in_force = scenario.remedies.iter().filter(|r| r.in_force).map(|r| &r.name);
    let mut said = Vec::new();
    if in_force.clone().next().is_some() {
        let (en, zh) = named(in_force);
        said.push(Text::new(
            &format!("In force in every run, also in the one without: {en}. Effects are what the others add to it."),
            &format!("各次运行（包括对照运行）均已实施：{zh}。效应为其他办法在此之上所增加者。"),
        ));
    }
    let in_force: Vec<usize> = (0..scenario.remedies.len()).filter(|&r| scenario.remedies[r].in_force).collect();
    let stop = |rule: Text| Text::new(&format!("{}.", rule.en), &format!("{}。", rule.zh));
    said.extend(competition.among(scenario, &in_force).into_iter().map(stop));
    let rivals = rival_packages(scenario);
    let same = scenario.packages.iter().filter(|p| rivals.iter().all(|rival| rival.id != p.id)).map(|p| &p.name);
    if same.clone().next().is_some() {
        let (en, zh) = named(same);
        said.push(Text::new(
            &format!("Packages not listed, for what they add is nothing or is listed already: {en}."),
            &format!("以下组合未列出，因其所增加者为零或已另行列出：{zh}。"),
        ));
    }
    said.extend(order(scenario));
    if c.lives {
        said.push(Text::new(
            "Ranked by lives, for the first issue is an epidemic: fewest dead in the world first.",
            "首个议题为疫情，故以生命排序：全世界死亡最少者居首。",
        ));
    }
    said.extend(budget(c));
    said
}

/// What becomes of the order question where one of its remedies is in force.
fn order(scenario: &Scenario) -> Option<Text> {
    let order = scenario.order.as_ref()?;
    let members: Vec<usize> = order.steps.concat();
    if added(scenario, &members).len() == members.len() {
        return None;
    }
    Some(if steps(scenario).is_some() {
        Text::new(
            "In the rows of order what is in force keeps its own dates; only the other remedies are moved.",
            "在“次序”各行中，已实施者保持自身的日期，只移动其他办法。",
        )
    } else {
        Text::new(
            "The question of order is not asked: all remedies of one of its steps are in force already.",
            "未考察先后次序：其中一步的缓解办法均已实施。",
        )
    })
}

/// What the budget leaves out.
fn budget(c: &Compared) -> Option<Text> {
    let most = c.budget?;
    let kinds = ["alone", "pair", "package"];
    let sets = || c.sets.iter().enumerate().filter(|(_, set)| kinds.contains(&set.kind));
    let over = sets().filter(|(at, _)| c.is_over_budget(*at)).count();
    let (share, all) = (crate::draft::figure(100.0 * most), sets().count());
    Some(Text::new(
        &format!(
            "Budget {share} % of baseline effort per year: {over} of {all} sets cost more in the mean and are not ranked."
        ),
        &format!("预算为每年基线投入的{share} %：{all}组中有{over}组平均成本超出，不参与排序。"),
    ))
}
