//! An invented epidemic among the two powers, a fishery, and the trouble both make; two years in weeks.

use lab::outcome::*;
use lab::scenario::Text;

use super::{effect, estimate};

/// Records: two years of weeks and the start.
const WEEKS: usize = 105;

/// A band over weeks; `ratio` spreads by factors, otherwise by sums held inside zero and one.
fn weeks(median: impl Fn(f64) -> f64, width: f64, ratio: bool) -> Band {
    let mut b = Band::default();
    for i in 0..WEEKS {
        let t = i as f64 / 52.0;
        let m = median(t);
        let at = |z: f64| if ratio { m * (z * width).exp() } else { (m + z * width).clamp(0.0, 1.0) };
        b.year.push(2020.0 + t);
        b.mean.push(m);
        b.q05.push(at(-1.64));
        b.q25.push(at(-0.67));
        b.q50.push(m);
        b.q75.push(at(0.67));
        b.q95.push(at(1.64));
    }
    b
}

/// From nothing to one in two waves.
fn waves(t: f64, delay: f64) -> f64 {
    let wave = |middle: f64, pace: f64| 1.0 / (1.0 + (-(t - middle - delay) / pace).exp());
    0.45 * (wave(0.35, 0.05) - wave(-0.35, 0.05)).max(0.0) + 0.55 * wave(1.1, 0.08)
}

fn observed(what: &str, values: Vec<f64>, unit: &str, coverage: [f64; 2]) -> ObservedRow {
    let observed = Observed {
        years: (1..=values.len()).map(|i| 2020.0 + i as f64 / 4.0).collect(),
        values,
        unit: unit.into(),
        source: "World Health Organization, invented for a test".into(),
        note: Text::new("Reported, not true.", "报告数，并非真实数。"),
        coverage50: coverage[0],
        coverage90: coverage[1],
    };
    ObservedRow { what: what.into(), observed }
}

/// An actor: id, name, deaths and doses at the end, delay of its waves, share of observed deaths inside the bands.
fn row(id: &str, name: Text, (deaths, doses): (f64, f64), delay: f64, coverage: [f64; 2]) -> HealthRow {
    let given = |t: f64| doses * ((t - 1.0).max(0.0)).powf(1.5);
    let seen = |t: f64| deaths * waves(t, delay) * (0.7 + 0.5 * (3.0 * t + delay).sin());
    let sum = |share: f64| {
        let e = estimate(share * doses, 0.2 * share * doses);
        Estimate { q05: e.q05.max(0.0), ..e }
    };
    HealthRow {
        actor: id.into(),
        name,
        deaths: weeks(|t| deaths * waves(t, delay), 0.6, true),
        cases: weeks(|t| 60.0 * deaths * waves(t, delay), 0.7, true),
        doses: weeks(given, 0.15, true),
        restriction: weeks(|t| 0.75 * (1.0 - (-4.0 * t).exp()) * (0.8 + 0.2 * (6.0 * t).sin()), 0.08, false),
        compliance: weeks(|t| 0.5 + 0.3 * (-t).exp() * (5.0 * t).sin(), 0.07, false),
        coverage: weeks(|t| 0.5 + 0.2 * t, 0.1, false),
        observed: vec![
            observed("deaths", (1..=8).map(|i| seen(f64::from(i) / 4.0)).collect(), "people", coverage),
            observed("doses", (5..=8).map(|i| 1.1 * given(f64::from(i) / 4.0)).collect(), "doses", [0.25, 0.75]),
        ],
        deaths_per_million: estimate(4200.0 + 9000.0 * delay, 2600.0),
        infected: estimate(0.9 + delay, 0.7),
        loss: estimate(0.1, 0.06),
        burden: estimate(0.8, 0.25),
        shortage: estimate(0.05 + delay, 0.04),
        tally: [("made", 2.0), ("sent", 1.0), ("received", 0.0), ("given", 1.0)]
            .map(|(what, share)| (what.into(), sum(share)))
            .into(),
    }
}

fn contradiction(kind: &str, actor: &str, own: (f64, f64), others: (f64, f64), opposed: f64) -> Contradiction {
    Contradiction {
        kind: kind.into(),
        actor: actor.into(),
        own: effect(own.0, own.1),
        others: effect(others.0, others.1),
        opposed: estimate(opposed, 0.03),
    }
}

/// Nature: an epidemic with its contradictions, a fishery, trouble.
pub fn health() -> HealthOutcome {
    let (own, both) = ("international-national", "multilateral-unilateral");
    HealthOutcome {
        issue: "medicine".into(),
        world_deaths: estimate(2.6e6, 1.4e6),
        world_deaths_per_million: estimate(5190.0, 2900.0),
        world_infected: estimate(1.07, 0.6),
        world_deaths_by_time: weeks(|t| 2.6e6 * waves(t, 0.0), 0.5, true),
        doses_in_store: estimate(0.094, 0.05),
        actors: vec![
            row("usa", Text::new("United States", "美国"), (8.2e5, 5.1e8), 0.0, [0.375, 0.875]),
            row("ussr", Text::new("Soviet Union", "苏联"), (3.1e5, 1.2e8), 0.12, [0.25, 0.5]),
        ],
        contradictions: vec![
            contradiction(own, "usa", (383.0, 900.0), (-18.0, 30.0), 0.97),
            contradiction(both, "usa", (380.0, 900.0), (-15.4, 25.0), 0.97),
            contradiction(own, "ussr", (-2.5, 40.0), (0.8, 3.0), 0.95),
            contradiction(both, "ussr", (-3.0, 8.0), (0.8, 3.0), 0.93),
            contradiction("national-individual", "usa", (-227.0, 600.0), (0.083, 0.04), 1.0),
            contradiction("national-individual", "ussr", (-175.0, 700.0), (0.093, 0.05), 0.88),
        ],
    }
}

/// A fishery that collapses in a third of the runs.
pub fn fishery() -> CommonsOutcome {
    let user = |id: &str, name: Text, scarcity: f64| CommonsRow {
        actor: id.into(),
        name,
        population: weeks(move |t| 1.0 + 0.1 * t * (1.0 - scarcity), 0.05, true),
        scarcity: weeks(move |t| scarcity * (0.3 + 0.3 * t), 0.05, false),
        caught: estimate(1.7 - scarcity, 0.4),
    };
    CommonsOutcome {
        issue: "fish".into(),
        resource: weeks(|t| 0.7 - 0.25 * t, 0.08, false),
        environment: weeks(|t| 0.9 - 0.1 * t, 0.05, false),
        collapsed: estimate(0.32, 0.03),
        year_of_collapse: Some(estimate(2021.4, 0.4)),
        actors: vec![
            user("usa", Text::new("United States", "美国"), 0.2),
            user("ussr", Text::new("Soviet Union", "苏联"), 0.7),
        ],
    }
}

/// Trouble that both share.
pub fn trouble() -> TroubleOutcome {
    let one = |id: &str, name: Text, delay: f64| TroubleRow {
        actor: id.into(),
        name,
        severity: weeks(move |t| (-((t - 0.4 - delay) / 0.25).powi(2)).exp() * 0.9, 0.06, false),
    };
    TroubleOutcome {
        issue: "medicine".into(),
        actors: vec![
            one("usa", Text::new("United States", "美国"), 0.0),
            one("ussr", Text::new("Soviet Union", "苏联"), 0.2),
        ],
    }
}
