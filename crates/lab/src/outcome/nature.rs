//! What nature did: epidemics, commons, trouble.

use serde::Serialize;

use super::{Band, Effect, Estimate, Observed};
use crate::scenario::Text;

/// One epidemic.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HealthOutcome {
    /// Issue id.
    pub issue: String,
    /// International insecurity: people dead in the world, found or not.
    pub world_deaths: Estimate,
    /// The same per million.
    pub world_deaths_per_million: Estimate,
    /// Infections per person in the world.
    pub world_infected: Estimate,
    /// World deaths so far.
    pub world_deaths_by_time: Band,
    /// Doses made that lie in store at the end, share.
    pub doses_in_store: Estimate,
    /// Actors, in actor order.
    pub actors: Vec<HealthRow>,
    /// The three contradictions, measured by paired runs.
    pub contradictions: Vec<Contradiction>,
}

/// One actor in an epidemic.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HealthRow {
    /// Actor id.
    pub actor: String,
    /// Name.
    pub name: Text,
    /// Deaths reported so far.
    pub deaths: Band,
    /// Cases reported so far.
    pub cases: Band,
    /// Doses given so far.
    pub doses: Band,
    /// Restriction in force, 0–1.
    pub restriction: Band,
    /// Share of people who comply.
    pub compliance: Band,
    /// Share of the need for supplies that is met.
    pub coverage: Band,
    /// What was observed, and how much of it lies inside the bands.
    pub observed: Vec<ObservedRow>,
    /// National insecurity: dead per million people, found or not.
    pub deaths_per_million: Estimate,
    /// Individual insecurity: infections per person.
    pub infected: Estimate,
    /// National insecurity: years of output lost.
    pub loss: Estimate,
    /// Individual insecurity: years of full restriction.
    pub burden: Estimate,
    /// Years without any supplies that were needed.
    pub shortage: Estimate,
    /// Doses `made`, `sent`, `received`, `given`.
    pub tally: Vec<(String, Estimate)>,
}

/// An observed series of one quantity.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ObservedRow {
    /// `deaths`, `cases` or `doses`.
    pub what: String,
    /// The series.
    pub observed: Observed,
}

/// A contradiction of the second paper, measured: the same change is good for one side and bad for the other. Lower is better on both.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contradiction {
    /// `international-national`: the actor withholds nothing. `multilateral-unilateral`: it joins when all others withhold nothing.
    /// `national-individual`: restrictions everywhere are a tenth stricter.
    pub kind: String,
    /// Actor id.
    pub actor: String,
    /// Change of its own dead per million.
    pub own: Effect,
    /// Change of the dead per million of all others; for `national-individual`, of its people's years under restriction.
    pub others: Effect,
    /// Share of runs in which the two changes have opposite signs.
    pub opposed: Estimate,
}

/// One commons.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CommonsOutcome {
    /// Issue id.
    pub issue: String,
    /// What is left of the resource, share of capacity.
    pub resource: Band,
    /// State of the environment, 0–1.
    pub environment: Band,
    /// Share of runs in which the resource collapsed (fell below a tenth of capacity).
    pub collapsed: Estimate,
    /// Calendar year of collapse, over the runs with one.
    pub year_of_collapse: Option<Estimate>,
    /// Actors, in actor order.
    pub actors: Vec<CommonsRow>,
}

/// One user of a commons.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CommonsRow {
    /// Actor id.
    pub actor: String,
    /// Name.
    pub name: Text,
    /// Population over that at the start.
    pub population: Band,
    /// Share of need that is not met.
    pub scarcity: Band,
    /// Caught in all, shares of capacity.
    pub caught: Estimate,
}

/// Trouble in one issue.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TroubleOutcome {
    /// Issue id.
    pub issue: String,
    /// Actors, in actor order.
    pub actors: Vec<TroubleRow>,
}

/// Trouble of one actor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TroubleRow {
    /// Actor id.
    pub actor: String,
    /// Name.
    pub name: Text,
    /// Severity, 0–1.
    pub severity: Band,
}
