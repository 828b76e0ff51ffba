//! Steps that are too coarse: explicit steps overshoot when a speed times the step's length exceeds one, and beliefs
//! chatter between their bounds when the evidence of one step outruns what it is about.

use super::Checker;
use crate::draft::{At, Section, say};
use crate::scenario::{NumberId, Scenario, Text};

/// Parameters that are speeds, per year.
const SPEEDS: [&str; 2] = ["adjustment", "forgetting"];

/// Largest (g/s²)Δ. Evidence falls with i's own mistrust through (K6) at most at the rate (g/s²)·½·¼ per unit of
/// log-odds, and an explicit step along a slope −λ is stable for λΔ < 2.
const MOST_EVIDENCE: f64 = 16.0;

impl<'t> Checker<'t> {
    /// Files a fault for every speed whose 99.9 % quantile needs finer steps than the clock has, and for evidence that does.
    pub(super) fn steps(&mut self, root: &Section<'t>, scenario: &Scenario) {
        let steps = f64::from(scenario.clock.steps_per_year);
        for number in scenario.numbers.iter().filter(|n| SPEEDS.contains(&n.parameter)) {
            let fast = number.distribution.quantile(0.999, number.range);
            if fast > steps {
                let what = say(
                    format!("{steps} steps a year are too coarse for a speed of {fast:.3} per year ({})", number.path),
                    format!("每年{steps}步对每年{fast:.3}的速度（{}）过于粗略", number.path),
                );
                self.too_coarse(root, what, fast.ceil(), &[&number.path]);
            }
        }
        for issue in 0..scenario.issues.len() {
            self.evidence(root, scenario, issue);
        }
    }

    /// Files a fault where one step's evidence may outrun what it is about.
    fn evidence(&mut self, root: &Section<'t>, scenario: &Scenario, issue: usize) {
        let steps = f64::from(scenario.clock.steps_per_year);
        let issue = &scenario.issues[issue];
        let quantile = |id: NumberId, p| scenario.number(id).distribution.quantile(p, scenario.number(id).range);
        let (low, high) = (|id| quantile(id, 0.001), |id| quantile(id, 0.999));
        let channels = std::iter::once(&issue.authority).chain(&issue.group_authority);
        let opacity = channels.clone().fold(low(issue.opacity), |s, a| s * (1.0 - high(a.rules)));
        let own = high(issue.greed_excess) / (opacity * opacity);
        let bad_news = scenario.actors.iter().map(|a| high(a.negativity)).fold(1.0, f64::max);
        let spilled: f64 = scenario.spillovers.iter().map(|s| high(s.weight).abs().max(low(s.weight).abs())).sum();
        let evidence = own * bad_news * (1.0 + spilled);
        if evidence <= MOST_EVIDENCE * steps {
            return;
        }
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
        let causes = [issue.opacity, issue.greed_excess].into_iter().chain(channels.map(|a| a.rules));
        let causes = causes.chain(scenario.actors.iter().map(|a| a.negativity));
        let causes = causes.chain(scenario.spillovers.iter().map(|s| s.weight));
        let paths: Vec<&str> = causes.map(|id| scenario.number(id).path.as_str()).collect();
        self.too_coarse(root, what, (evidence / MOST_EVIDENCE).ceil(), &paths);
    }

    /// Files the fault at the setting that caused it, if one did, else at the clock.
    fn too_coarse(&mut self, root: &Section<'t>, what: Text, enough: f64, causes: &[&str]) {
        let set = std::iter::once("clock.steps_per_year").chain(causes.iter().copied());
        let at = set.into_iter().find_map(|path| self.settings.place(path));
        let at = at.unwrap_or_else(|| At::File(root.span_of("clock")));
        let allowed = Text::same(&format!("steps_per_year ≥ {enough}"));
        self.draft.fault_at(at, "clock.steps_per_year", what).allowed(allowed);
    }
}
