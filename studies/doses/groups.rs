//! Who counts as an advanced economy.

use lab::draw::draw;
use lab::scenario::Scenario;

/// Output per head from which an economy counts as advanced, in the money of the scenario: dollars of 2023 among the eight actors,
/// international dollars of 2011 among the countries, where `covid-world` calls it rich by the same figure.
const ADVANCED: f64 = 25_000.0;
/// The same below which one counts as poor: with the Philippines, without Indonesia; used among the countries only.
const POOR: f64 = 8_000.0;

/// Actors by output per head.
pub struct Groups {
    /// People, actors.
    pub people: Vec<f64>,
    /// Output, billion a year, actors.
    pub output: Vec<f64>,
}

impl Groups {
    /// Groups of a scenario with an epidemic in its first issue; people and output are not drawn there.
    pub fn of(scenario: &Scenario) -> Groups {
        let drawn = draw(scenario, scenario.ensemble.seed, 0);
        let health = drawn.terms.issues[0].physics.health.as_ref();
        let health = health.unwrap_or_else(|| panic!("the first issue is no epidemic"));
        let first = |lanes: &[[f64; theory::world::LANES]]| lanes.iter().map(|x| x[0]).collect();
        Groups { people: first(&health.epidemic.population), output: first(&health.economy.size) }
    }

    /// Output per head.
    fn income(&self, i: usize) -> f64 {
        1e9 * self.output[i] / self.people[i].max(1.0)
    }

    /// Everybody.
    pub fn world(&self) -> Vec<usize> {
        (0..self.people.len()).collect()
    }

    /// The advanced economies.
    pub fn advanced(&self) -> Vec<usize> {
        (0..self.people.len()).filter(|&i| self.income(i) >= ADVANCED).collect()
    }

    /// Everybody else.
    pub fn others(&self) -> Vec<usize> {
        (0..self.people.len()).filter(|&i| self.income(i) < ADVANCED).collect()
    }

    /// The poor among them.
    pub fn poor(&self) -> Vec<usize> {
        (0..self.people.len()).filter(|&i| self.income(i) < POOR).collect()
    }
}
