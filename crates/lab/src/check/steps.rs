//! Steps that are too coarse: explicit steps overshoot when a speed times the step's length exceeds one, and beliefs
//! chatter between their bounds when the evidence of one step outruns what it is about.

use crate::draft::{Draft, Section, say};
use crate::scenario::{Scenario, Text};

/// Parameters that are speeds, per year.
const SPEEDS: [&str; 2] = ["adjustment", "forgetting"];

/// Largest (g/s²)Δ. Evidence falls with i's own mistrust through (K6) at most at the rate (g/s²)·½·¼ per unit of
/// log-odds, and an explicit step along a slope −λ is stable for λΔ < 2.
const MOST_EVIDENCE: f64 = 16.0;

/// Files a fault for every speed whose 99.9 % quantile needs finer steps than the clock has.
pub(super) fn check(draft: &mut Draft<'_>, root: &Section<'_>, scenario: &Scenario) {
    let steps = f64::from(scenario.clock.steps_per_year);
    for number in scenario.numbers.iter().filter(|n| SPEEDS.contains(&n.parameter)) {
        let fast = number.distribution.quantile(0.999, number.range);
        if fast > steps {
            let what = say(
                format!("{steps} steps a year are too coarse for a speed of {fast:.3} per year ({})", number.path),
                format!("每年{steps}步对每年{fast:.3}的速度（{}）过于粗略", number.path),
            );
            draft
                .fault(root.span_of("clock"), "clock.steps_per_year", what)
                .allowed(Text::same(&format!("steps_per_year ≥ {}", fast.ceil())));
        }
    }
    let high =
        |id: crate::scenario::NumberId| scenario.number(id).distribution.quantile(0.999, scenario.number(id).range);
    let low =
        |id: crate::scenario::NumberId| scenario.number(id).distribution.quantile(0.001, scenario.number(id).range);
    for issue in &scenario.issues {
        let channels = std::iter::once(&issue.authority).chain(&issue.group_authority);
        let opacity = channels.fold(low(issue.opacity), |s, a| s * (1.0 - high(a.rules)));
        let own = high(issue.greed_excess) / (opacity * opacity);
        let bad_news = scenario.actors.iter().map(|a| high(a.negativity)).fold(1.0, f64::max);
        let spilled: f64 = scenario.spillovers.iter().map(|s| high(s.weight).abs().max(low(s.weight).abs())).sum();
        let evidence = own * bad_news * (1.0 + spilled);
        if evidence > MOST_EVIDENCE * steps {
            let what = say(
                format!(
                    "{steps} steps a year are too coarse for so little opacity in issue `{}`: evidence g/s², after rules, negativity and spillover, reaches {evidence:.0} per year",
                    issue.id
                ),
                format!(
                    "每年{steps}步对议题`{}`如此低的不透明度过于粗略：证据g/s²（计入规则、负面偏重与溢出）可达每年{evidence:.0}",
                    issue.id
                ),
            );
            let enough = (evidence / MOST_EVIDENCE).ceil();
            draft
                .fault(root.span_of("clock"), "clock.steps_per_year", what)
                .allowed(Text::same(&format!("steps_per_year ≥ {enough}")));
        }
    }
}
