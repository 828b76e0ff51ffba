//! What remedies do to a commons: what is left of the resource and of the environment at the end.

use theory::world::LANES;

use super::answer::{interval, points};
use super::document::differences;
use super::{Compared, Measured};
use crate::comparison::{CommonsEffects, CommonsLevels, RunRow};
use crate::draw::Lane;
use crate::ensemble::Finished;
use crate::outcome::Effect;
use crate::scenario::Text;
use crate::statistics::{effect, estimate, probability};

/// Index of the run without any remedy.
const NONE: usize = 0;

/// A commons at the end of a run.
#[derive(Clone, Copy, Debug)]
pub struct Left {
    /// Resource, share of its capacity.
    pub resource: Lane,
    /// State of the environment, 0–1.
    pub environment: Lane,
    /// 1 where the resource has fallen under a tenth of capacity at some time, else 0.
    pub collapsed: Lane,
}

/// The first commons of the scenario at the end of a run; nothing where there is none.
pub(super) fn left(finished: &Finished) -> Option<Left> {
    let stocks = finished.state.nature.iter().find_map(|nature| nature.stocks.as_ref())?;
    let fell = |l: usize| f64::from(u8::from(stocks.collapse[l].is_finite()));
    Some(Left {
        resource: stocks.resource,
        environment: stocks.environment,
        collapsed: std::array::from_fn::<f64, LANES, _>(fell),
    })
}

fn resource(m: &Measured, l: usize) -> f64 {
    m.left.map_or(0.0, |left| left.resource[l])
}

fn environment(m: &Measured, l: usize) -> f64 {
    m.left.map_or(0.0, |left| left.environment[l])
}

fn has_commons(c: &Compared) -> bool {
    c.blocks.first().and_then(|b| b.runs.first()).is_some_and(|m| m.left.is_some())
}

/// Change of a run against none, run by run with the same luck; nothing where there is no commons.
pub(super) fn effects(c: &Compared, run: usize) -> Option<CommonsEffects> {
    let change = |pick: fn(&Measured, usize) -> f64| effect(&differences(c, run, NONE, pick));
    has_commons(c).then(|| CommonsEffects { resource: change(resource), environment: change(environment) })
}

/// Levels without any remedy.
pub(super) fn baseline(c: &Compared) -> Option<CommonsLevels> {
    let level = |pick: fn(&Measured, usize) -> f64| c.each(|b, l| pick(&b.runs[NONE], l));
    has_commons(c).then(|| {
        let fell = level(|m, l| m.left.map_or(0.0, |left| left.collapsed[l]));
        CommonsLevels {
            resource: estimate(&level(resource)),
            environment: estimate(&level(environment)),
            collapsed: probability(fell.iter().filter(|f| **f > 0.5).count(), fell.len()),
        }
    })
}

/// Which run leaves most of the resource, and what it does to the environment; nothing where there is no commons.
pub(super) fn best(baseline: Option<&CommonsLevels>, runs: &[RunRow]) -> Option<Text> {
    let base = 100.0 * baseline?.resource.mean;
    let of = |run: &RunRow| run.effects.commons.as_ref().map(|commons| commons.resource);
    let clear = runs.iter().filter(|run| !run.over_budget && of(run).is_some_and(|e| e.ci95[0] > 0.0));
    let mean = |run: &RunRow| of(run).map_or(f64::MIN, |e| e.mean);
    let Some(run) = clear.max_by(|a, b| mean(a).total_cmp(&mean(b))) else {
        return Some(Text::new(
            "Nothing is shown to leave more of the resource.",
            "没有任何缓解办法被证明能留下更多资源。",
        ));
    };
    let commons = run.effects.commons.as_ref()?;
    let [more, state] = [&commons.resource, &commons.environment].map(|e: &Effect| interval(e, points));
    let name = &run.name;
    Some(Text::new(
        &format!(
            "{} leaves most of the resource: {more} points of its capacity at the end, on top of {base:.1} in the mean \
             without any; the environment changes by {state} points.",
            name.en
        ),
        &format!(
            "“{}”留下的资源最多：期末资源存量变化{more}个百分点（占容量），不用时平均为 {base:.1} %；环境状况变化{state}个百分点。",
            name.zh
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::{Effects, RunRow};
    use crate::outcome::Estimate;

    fn row(id: &str, mean: f64, low: f64) -> RunRow {
        let of =
            |mean: f64, low: f64| Effect { mean, ci95: [low, 2.0 * mean - low], replications: 9, ..Effect::default() };
        RunRow {
            id: id.into(),
            name: Text::new(id, id),
            kind: "alone".into(),
            members: vec![id.into()],
            effects: Effects {
                commons: Some(CommonsEffects { resource: of(mean, low), environment: of(-0.02, -0.03) }),
                ..Effects::default()
            },
            costs: Vec::new(),
            running: Estimate::default(),
            over_budget: false,
            interaction: None,
            exercised: 0.0,
            competition: Vec::new(),
        }
    }

    #[test]
    fn contract_the_resource_is_spoken_of_only_where_it_is_clear() {
        let levels = CommonsLevels { resource: Estimate { mean: 0.054, ..Estimate::default() }, ..Default::default() };
        assert_eq!(best(None, &[row("quota", 0.2, 0.1)]), None);
        let said = |rows: &[RunRow]| best(Some(&levels), rows).expect("a commons").en;
        assert!(said(&[row("quota", 0.2, -0.1)]).starts_with("Nothing is shown"));
        let text = said(&[row("quota", 0.2, 0.1), row("care", 0.4, -0.1), row("ladder", 0.1, 0.05)]);
        assert!(text.starts_with("quota leaves most of the resource: +20 (+10 … +30) points"), "{text}");
        assert!(text.contains("on top of 5.4") && text.contains("environment changes by −2.0 (−3.0 … −1.0)"), "{text}");
        let mut dear = row("quota", 0.2, 0.1);
        dear.over_budget = true;
        assert!(said(&[dear, row("ladder", 0.1, 0.05)]).starts_with("ladder"));
    }
}
