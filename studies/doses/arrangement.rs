//! Who gets the doses: the ways of sharing that are compared, all with the same luck.

use lab::change::{Change, Who, apply};
use lab::draw::Drawn;
use lab::scenario::Scenario;
use theory::issue::health::Health;
use theory::world::{LANES, Terms};

use crate::groups::Groups;

/// Years from the start of the clock to the start of 2021.
pub const START: f64 = 1.0;
/// Doses a head and year that are more than can be given.
const PLENTY: f64 = 1000.0;
/// Share of its people that a country could vaccinate in a day if it took no time.
const AT_ONCE: f64 = 1.0;
/// Raise of hoarding, in logs, from which all but one part in some ten thousand is kept.
const KEEP_ALL: f64 = 10.0;

/// A way of sharing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrangement {
    /// As the scenario has it.
    AsItIs,
    /// Every country has its part of each week's doses by its people from the start; supplies and conduct are left as they are.
    PerHead,
    /// The same among all but China, which keeps what it makes.
    PerHeadButChina,
    /// Nobody withholds anything, masks and drugs of 2020 included: the change `share` of the laboratory, by everybody.
    NothingWithheld,
    /// Every country makes as many doses as it had given by the end of 2021 on record, and keeps all it makes, supplies too.
    OnRecord,
    /// As many doses in all, equal per head; against [`Arrangement::OnRecord`].
    OnRecordPerHead,
    /// A remedy of the scenario, by its place there.
    Remedy(usize),
    /// All others have as many doses a head as the advanced economies make, and give them as fast; nobody has fewer.
    RateOfAdvanced,
    /// Everybody in the advanced economies is vaccinated in the first days of 2021, and nobody else ever.
    AdvancedAlone,
    /// The same, and all others have as many doses as they can give and people will take.
    AdvancedThenAll,
    /// The same without the poor; among the countries only.
    AllButPoor,
}

/// Remedies of `covid-2020` that act on who gets medicine.
const REMEDIES: [&str; 3] = ["covax", "pool-by-need", "share-at-once"];

impl Arrangement {
    /// Every arrangement of a scenario, the one as it is first.
    pub fn all(scenario: &Scenario) -> Vec<Arrangement> {
        let remedy = |id: &&str| scenario.remedies.iter().position(|r| r.id == **id);
        let remedies = REMEDIES.iter().filter_map(remedy).map(Arrangement::Remedy);
        let first =
            [Arrangement::AsItIs, Arrangement::PerHead, Arrangement::PerHeadButChina, Arrangement::NothingWithheld];
        let record = [Arrangement::OnRecord, Arrangement::OnRecordPerHead];
        let last = [Arrangement::RateOfAdvanced, Arrangement::AdvancedAlone, Arrangement::AdvancedThenAll];
        let poor = Self::is_of_countries(scenario).then_some(Arrangement::AllButPoor);
        first.into_iter().chain(remedies).chain(record).chain(last).chain(poor).collect()
    }

    /// Whether a scenario has countries for actors, so that the poor can be told from others.
    pub fn is_of_countries(scenario: &Scenario) -> bool {
        scenario.id == lab::world::ID
    }

    /// Whether somebody is left without doses.
    pub fn withholds(self) -> bool {
        matches!(self, Arrangement::AdvancedAlone | Arrangement::AllButPoor)
    }

    /// Name in tables.
    pub fn name(self, scenario: &Scenario) -> String {
        match self {
            Arrangement::AsItIs => "as it is".into(),
            Arrangement::PerHead => "the same doses, equal per head".into(),
            Arrangement::PerHeadButChina => "the same among all but China".into(),
            Arrangement::NothingWithheld => "nothing withheld, supplies too, from 2020".into(),
            Arrangement::OnRecord => "doses as on record".into(),
            Arrangement::OnRecordPerHead => "doses as on record, then equal per head".into(),
            Arrangement::Remedy(r) => format!("remedy `{}`", scenario.remedies[r].id),
            Arrangement::RateOfAdvanced => "all others at the pace of the advanced".into(),
            Arrangement::AdvancedAlone => "the advanced vaccinated at once, nobody else".into(),
            Arrangement::AdvancedThenAll => "the advanced at once, all others supplied".into(),
            Arrangement::AllButPoor => "the same without the poor".into(),
        }
    }

    /// What it is compared with; nothing for what others are compared with.
    pub fn against(self) -> Option<Arrangement> {
        match self {
            Arrangement::AsItIs | Arrangement::OnRecord => None,
            Arrangement::OnRecordPerHead => Some(Arrangement::OnRecord),
            _ => Some(Arrangement::AsItIs),
        }
    }

    /// The terms of a block under this arrangement.
    pub fn terms(self, scenario: &Scenario, drawn: &Drawn, groups: &Groups) -> Terms<LANES> {
        if self == Arrangement::NothingWithheld {
            return apply(drawn, &scenario.measures, Who::All, Change::Share);
        }
        let mut terms = drawn.terms.clone();
        if let Arrangement::Remedy(chosen) = self {
            terms.remedies = drawn.in_force(|r| r == chosen);
        }
        if matches!(self, Arrangement::OnRecord | Arrangement::OnRecordPerHead) {
            terms.issues[0].push.iter_mut().flatten().for_each(|push| *push += KEEP_ALL);
        }
        if let Some(health) = &mut terms.issues[0].physics.health {
            match self {
                Arrangement::PerHead => per_head(health, &groups.world()),
                Arrangement::PerHeadButChina => {
                    let world = groups.world().into_iter();
                    per_head(health, &world.filter(|&i| !is_china(scenario, i)).collect::<Vec<_>>());
                }
                Arrangement::OnRecord => on_record(health, scenario),
                Arrangement::OnRecordPerHead => {
                    on_record(health, scenario);
                    per_head(health, &groups.world());
                }
                Arrangement::RateOfAdvanced => rate_of_advanced(health, groups),
                Arrangement::AdvancedAlone => at_once(health, groups, &groups.others()),
                Arrangement::AdvancedThenAll => at_once(health, groups, &[]),
                Arrangement::AllButPoor => at_once(health, groups, &groups.poor()),
                _ => {}
            }
        }
        terms
    }
}

/// Whether an actor is China, which has other ids among the countries.
pub fn is_china(scenario: &Scenario, i: usize) -> bool {
    scenario.actors[i].name.en == "China"
}

/// Capacity moves to where people are. Fear of being cut off was drawn before and stays what it was.
fn per_head(health: &mut Health<LANES>, among: &[usize]) {
    let people = &health.epidemic.population;
    for l in 0..LANES {
        let all: f64 = among.iter().map(|&i| people[i][l]).sum();
        let made: f64 = among.iter().map(|&i| health.doses.capacity[i][l]).sum();
        among.iter().for_each(|&i| health.doses.capacity[i][l] = made * people[i][l] / all);
    }
}

/// Doses that an actor had given by the end of the clock on record; 0 where there is no figure.
pub fn recorded(scenario: &Scenario, i: usize) -> f64 {
    let health = scenario.issues[0].physics.health.as_ref();
    health.and_then(|h| h.observed.get(i)?[2].as_ref()?.values.last().copied()).unwrap_or(0.0)
}

/// Capacity by which the ramp of production makes what was given on record.
fn on_record(health: &mut Health<LANES>, scenario: &Scenario) {
    let clock = &scenario.clock;
    let steps = (clock.end - clock.start) as u32 * clock.steps_per_year;
    let dt = 1.0 / f64::from(clock.steps_per_year);
    for i in 0..health.doses.capacity.len() {
        health.doses.capacity[i] = [1.0; LANES];
        let mut made = [0.0; LANES];
        for step in 0..steps {
            let rate = health.doses.rate(i, f64::from(step) * dt);
            made.iter_mut().zip(rate).for_each(|(sum, rate)| *sum += rate * dt);
        }
        health.doses.capacity[i] = made.map(|made| recorded(scenario, i) / made);
    }
}

fn rate_of_advanced(health: &mut Health<LANES>, groups: &Groups) {
    let advanced = groups.advanced();
    let people = &health.epidemic.population;
    for l in 0..LANES {
        let weighted = |of: &dyn Fn(usize) -> f64| {
            let all: f64 = advanced.iter().map(|&i| people[i][l]).sum();
            advanced.iter().map(|&i| of(i)).sum::<f64>() / all
        };
        let doses = weighted(&|i| health.doses.capacity[i][l]);
        let speed = weighted(&|i| health.speed[i][l] * people[i][l]);
        for i in groups.others() {
            health.doses.capacity[i][l] = health.doses.capacity[i][l].max(doses * people[i][l]);
            health.speed[i][l] = health.speed[i][l].max(speed);
        }
    }
}

/// The advanced are vaccinated at once, all others as fast as they can, and some not at all.
fn at_once(health: &mut Health<LANES>, groups: &Groups, without: &[usize]) {
    (health.doses.from, health.doses.ramp) = ([START; LANES], [0.0; LANES]);
    for i in groups.world() {
        health.doses.capacity[i] = health.epidemic.population[i].map(|n| n * PLENTY);
    }
    for i in groups.advanced() {
        (health.uptake[i], health.speed[i]) = ([1.0; LANES], [AT_ONCE; LANES]);
    }
    for &i in without {
        (health.uptake[i], health.doses.capacity[i]) = ([0.0; LANES], [0.0; LANES]);
    }
}
