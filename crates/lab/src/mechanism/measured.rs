//! The numbers at the nodes of the diagrams, for one run of one block.

use theory::real::ln;
use theory::security::{entropy, mistrust, pressure};
use theory::world::{LANES, Terms};

use super::illness::{ill, of_arms};
use super::watch::Watch;
use crate::draw::{Drawn, Lane};
use crate::ensemble::{Moment, Running, simulate};
use crate::scenario::Scenario;

/// Means over actors or pairs, issues and years, unless said otherwise.
#[derive(Clone, Copy, Debug)]
pub enum At {
    /// Entropy of mistrust, bits.
    Uncertainty,
    /// |μ − truth|.
    Misreading,
    /// ln(effort over baseline).
    Strengthening,
    /// Perceived hazard per year.
    Fear,
    /// How far fear lifts need over baseline, logs.
    Counter,
    /// ∫ hazard of deliberate attack, sum over actors.
    Insecurity,
    /// Trust in benign actors, 1 − μ.
    Credibility,
    /// Rung of the ladder of institutions, mean over years; 0 where there is none.
    Mechanism,
    /// Effort over what a benign actor in the same place would make, logs.
    Compliance,
    /// [`At::Uncertainty`] in the issue with the epidemic alone, as are the next three.
    IllUncertainty,
    /// [`At::Misreading`].
    IllMisreading,
    /// [`At::Credibility`].
    IllCredibility,
    /// [`At::Compliance`].
    IllCompliance,
    /// Share of the clarity of view abroad that trouble at home takes.
    Inattention,
    /// x/(1+x): share of a surplus that is kept.
    Hoarding,
    /// Share of the world's surplus of medical goods that those who lack them do not get.
    Withheld,
    /// Exports banned and travel stopped by each on its own, share.
    Unilateral,
    /// Share of the world's need for supplies that is not met.
    Unmet,
    /// Years until what is decided together is in force.
    Delay,
    /// S.d. of severity among actors.
    Apart,
    /// Deaths per million, weighted by how far an actor depends on others' medicine.
    OthersDeaths,
    /// Deaths per million people of the world.
    WorldDeaths,
    /// Deaths per million of the actor with most.
    WorstDeaths,
    /// Share of the need for supplies that is not met, of the actor with most.
    WorstUnmet,
    /// Share of the world's need for supplies that is met from abroad.
    Help,
    /// Mistrust in the issues of arms beside the epidemic; 0 where there are none.
    ArmsMistrust,
}

/// Names of [`At`] in tables.
pub const NAMES: [&str; MEASURES] = [
    "uncertainty",
    "misreading",
    "strengthening",
    "fear",
    "counter",
    "insecurity",
    "credibility",
    "mechanism",
    "compliance",
    "ill_uncertainty",
    "ill_misreading",
    "ill_credibility",
    "ill_compliance",
    "inattention",
    "hoarding",
    "withheld",
    "unilateral",
    "unmet",
    "delay",
    "apart",
    "others_deaths",
    "world_deaths",
    "worst_deaths",
    "worst_unmet",
    "help",
    "arms_mistrust",
];

/// Number of [`At`].
pub const MEASURES: usize = 26;

/// How many of them there are where there is no epidemic.
pub const PLAIN: usize = 9;

/// One value per measure and replication.
pub type Measured = Vec<Lane>;

/// Runs one block and measures it.
pub fn measure(
    scenario: &Scenario,
    drawn: &Drawn,
    terms: &Terms<LANES>,
    running: Running<'_>,
    first: u32,
) -> Option<Measured> {
    let mut sums: Measured = vec![[0.0; LANES]; PLAIN];
    let mut ill = ill(scenario).map(|k| Watch::new(k, of_arms(scenario), terms));
    let records = scenario.clock.records() as f64;
    let finished = simulate(scenario, drawn, terms, running, first, false, |_, moment| {
        let weight = 1.0 / (records * moment.terms.issues.len() as f64);
        for k in 0..moment.terms.issues.len() {
            of_pairs(moment, k, weight, &mut sums);
            of_actors(moment, k, weight, &mut sums);
        }
        if let Some(watch) = &mut ill {
            of_pairs(moment, watch.issue, 1.0 / records, &mut watch.own);
            of_actors(moment, watch.issue, 1.0 / records, &mut watch.own);
            watch.look(moment, 1.0 / records);
        }
    })?;
    for l in 0..LANES {
        sums[At::Insecurity as usize][l] = finished.ledgers.iter().flat_map(|g| &g.objective).map(|h| h[l]).sum();
        let years = scenario.clock.years() as f64;
        sums[At::Mechanism as usize][l] = finished.state.remedies.iter().map(|r| r.rungs[l] / years).sum();
    }
    sums.extend(ill.into_iter().flat_map(|watch| watch.close(terms, &finished, scenario.clock.years() as f64)));
    Some(sums)
}

fn of_pairs(moment: &Moment<'_>, k: usize, weight: f64, sums: &mut Measured) {
    let (n, issue, reading) = (moment.terms.actors, &moment.terms.issues[k], &moment.readings[k]);
    let share = weight / (n * n - n).max(1) as f64;
    for p in (0..n * n).filter(|p| p / n != p % n) {
        let (i, j) = (p / n, p % n);
        for l in 0..LANES {
            let mu = mistrust(moment.world.issues[k].log_odds[p][l]);
            sums[At::Uncertainty as usize][l] += share * entropy(mu);
            sums[At::Misreading as usize][l] += share * (mu - issue.greedy[j][l]).abs();
            let threat = issue.reach[p][l] * reading.weight[p][l];
            sums[At::Counter as usize][l] += share
                * pressure(
                    reading.baseline[i][l],
                    reading.responsiveness[i][l],
                    threat,
                    reading.effort[j][l],
                    reading.inverse_hold[i][l],
                );
        }
    }
    for l in 0..LANES {
        let benign: Vec<usize> = (0..n * n).filter(|&p| p / n != p % n && issue.greedy[p % n][l] < 0.5).collect();
        let trust = |p: &usize| 1.0 - mistrust(moment.world.issues[k].log_odds[*p][l]);
        let total: f64 = benign.iter().map(trust).sum();
        sums[At::Credibility as usize][l] += weight * if benign.is_empty() { 0.0 } else { total / benign.len() as f64 };
    }
}

fn of_actors(moment: &Moment<'_>, k: usize, weight: f64, sums: &mut Measured) {
    let (n, reading) = (moment.terms.actors, &moment.readings[k]);
    let share = weight / n as f64;
    for i in 0..n {
        for l in 0..LANES {
            let x = reading.effort[i][l];
            sums[At::Strengthening as usize][l] += share * ln(x / reading.baseline[i][l]);
            sums[At::Fear as usize][l] += share * reading.fear[i][l] / x;
            sums[At::Compliance as usize][l] += share * (ln(x) - 0.5 * ln(reading.need_squared[i][l]));
        }
    }
}
