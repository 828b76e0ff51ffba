//! Cuts of figure 2: numbers of a scenario set to what takes a cause away, or terms of its epidemic changed.

use theory::issue::epidemic::{Epidemic, Seed};
use theory::real::ln;
use theory::world::{LANES, Terms};

use super::cuts::Cut;
use crate::change::OPEN;
use crate::draw::Lane;
use crate::scenario::physics::{Keyed, Nature, of_key};
use crate::scenario::{Distribution, Issue, IssueKind, Number, NumberId, Scenario};

/// Numbers that say what the virus is and what protects against it.
const OF_VIRUS: [&str; 8] =
    ["reproduction", "latent", "infectious", "shield", "immunity", "rescue", "protection", "treatment"];

/// The issue with an epidemic that figure 2 looks at: the first.
pub fn ill(scenario: &Scenario) -> Option<usize> {
    scenario.issues.iter().position(|issue| issue.physics.health.is_some())
}

/// The issues of arms: traditional security.
pub fn of_arms(scenario: &Scenario) -> Vec<usize> {
    let arms = |kind: IssueKind| matches!(kind, IssueKind::Military | IssueKind::Nuclear);
    (0..scenario.issues.len()).filter(|&k| arms(scenario.issues[k].kind)).collect()
}

/// Sets the numbers of a scenario as a cut wants them; leaves them alone where the cut is one of terms.
pub(super) fn settle(cut: Cut, scenario: &mut Scenario) {
    let Scenario { issues, numbers, .. } = scenario;
    for issue in issues.iter() {
        for (id, value) in stated(cut, issue) {
            numbers[id.index()].distribution = Distribution::Value(value);
        }
        if let (Cut::Nature, Some(health)) = (cut, &issue.physics.health) {
            of_nature(health).for_each(|id| hold(&mut numbers[id.index()]));
        }
    }
}

/// The numbers of an issue that a cut states, with the values it gives them.
fn stated(cut: Cut, issue: &Issue) -> Vec<(NumberId, f64)> {
    let (trouble, health) = (issue.physics.adversity.as_ref(), issue.physics.health.as_ref());
    let set = |part: Option<&Nature>, list: &[(&str, f64)]| {
        let of = |part: &Nature| list.iter().map(|(key, value)| (of_key(&part.numbers, key), *value)).collect();
        part.map(of).unwrap_or_default()
    };
    match cut {
        Cut::Authority => health.map(|_| (issue.authority.rules, 0.5)).into_iter().collect(),
        Cut::LossSensitivity => set(trouble, &[("loss_sensitivity", 1.0)]),
        Cut::RelativeGains => set(trouble, &[("relative_gains", 0.0)]),
        Cut::Distraction => set(trouble, &[("distraction", 0.0)]),
        Cut::OwnReference => set(trouble, &[("own_reference", 0.0)]),
        Cut::Blame => set(trouble, &[("blame", 0.0), ("union", 0.0)]),
        Cut::PolicyError => set(health, &[("policy_error", 0.0)]),
        Cut::Travel => set(health, &[("mixing", 0.0)]),
        Cut::Politics => set(health, &[("politics", 0.0)]),
        Cut::Borders => set(health, &[("closure", 0.0)]),
        _ => Vec::new(),
    }
}

/// Every number that is nature's: the virus, its variants, when and where it begins, whom it kills.
fn of_nature(health: &Nature) -> impl Iterator<Item = NumberId> {
    let virus = OF_VIRUS.iter().map(|key| of_key(&health.numbers, key));
    let events = health.events.iter().flat_map(|event| event.numbers.iter().map(|(_, id)| *id));
    let deaths = health.actors.iter().map(|own: &Keyed| of_key(own, "fatality"));
    virus.chain(events).chain(deaths)
}

/// Holds a number at its median in every run.
fn hold(number: &mut Number) {
    number.distribution = Distribution::Value(number.distribution.quantile(0.5, number.range));
}

/// Changes the terms of every epidemic as a cut wants them.
pub(super) fn apply(cut: Cut, terms: &mut Terms<LANES>) {
    for issue in &mut terms.issues {
        let Some(health) = &mut issue.physics.health else { continue };
        let people = &health.epidemic.population;
        match cut {
            Cut::Staggering => everywhere(&mut health.epidemic),
            Cut::Heterogeneity => {
                alike(&mut health.state.scale, people);
                alike(&mut health.state.strictness, people);
                alike(&mut health.epidemic.fatality, &people.clone());
            }
            Cut::Credibility => alike(&mut health.state.concealment, people),
            Cut::Hoarding => issue.log_cap.fill([ln(OPEN); LANES]),
            Cut::Bans => health.ban.fill([f64::INFINITY; LANES]),
            _ => {}
        }
    }
}

/// Gives everybody the mean over people.
fn alike(values: &mut [Lane], people: &[Lane]) {
    let total = |l: usize| people.iter().map(|n| n[l]).sum::<f64>();
    let weighted = |l: usize| values.iter().zip(people).map(|(v, n)| v[l] * n[l]).sum::<f64>();
    let mean: Lane = std::array::from_fn(|l| weighted(l) / total(l));
    values.fill(mean);
}

/// Lets every seed strike everybody at its time, in proportion to population.
fn everywhere(epidemic: &mut Epidemic<LANES>) {
    let people = &epidemic.population;
    let all: Lane = std::array::from_fn(|l| people.iter().map(|n| n[l]).sum());
    let part = |seed: &Seed<LANES>, actor: usize| Seed {
        actor,
        time: seed.time,
        people: std::array::from_fn(|l| (seed.people[l] * people[actor][l] / all[l] + 0.5).floor()),
    };
    let spread = |seed: &Seed<LANES>| (0..people.len()).map(|i| part(seed, i)).collect::<Vec<_>>();
    epidemic.seeds = epidemic.seeds.iter().flat_map(spread).collect();
}
