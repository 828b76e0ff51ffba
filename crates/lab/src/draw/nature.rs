//! From what a scenario says of epidemics, commons and trouble to the kernel terms of one block.

use theory::issue::adversity::{Adversity, Blow};
use theory::issue::commons::Commons;
use theory::issue::epidemic::{Epidemic, Seed, Variant};
use theory::issue::health::{Conduct, Economy, Health, People, dependence};
use theory::issue::supply::Good;
use theory::world::LANES;

use super::{Lane, of_pairs};
use crate::scenario::physics::{Event, Keyed, Nature, of_key};

/// A part of nature and the values drawn.
struct Drawing<'a> {
    nature: &'a Nature,
    values: &'a [Lane],
    start: f64,
}

impl Drawing<'_> {
    fn keyed(&self, numbers: &Keyed, key: &str) -> Lane {
        self.values[of_key(numbers, key).index()]
    }
    fn of(&self, key: &str) -> Lane {
        self.keyed(&self.nature.numbers, key)
    }
    fn actors(&self, key: &str) -> Vec<Lane> {
        self.nature.actors.iter().map(|own| self.keyed(own, key)).collect()
    }
    /// A calendar year as years after the start.
    fn when(&self, year: Lane) -> Lane {
        year.map(|year| year - self.start)
    }
    fn events(&self, list: &'static str) -> impl Iterator<Item = &Event> {
        self.nature.events.iter().filter(move |e| e.list == list)
    }
}

/// An epidemic and what is done about it.
pub(super) fn health(nature: &Nature, values: &[Lane], start: f64) -> Health<LANES> {
    let d = Drawing { nature, values, start };
    let never = |price: f64| if price >= 1e9 { f64::INFINITY } else { price };
    Health {
        epidemic: epidemic(&d),
        doses: Good {
            capacity: d.actors("doses_capacity"),
            from: d.when(d.of("doses_from")),
            ramp: d.of("doses_ramp"),
        },
        course: d.of("course"),
        uptake: d.actors("uptake"),
        speed: d.actors("vaccination_speed"),
        supplies: Good { capacity: d.actors("supplies_capacity"), from: [0.0; LANES], ramp: d.of("supplies_ramp") },
        ordinary: d.of("ordinary"),
        protection: d.of("protection"),
        treatment: d.of("treatment"),
        ban: d.actors("ban_price").into_iter().map(|lanes| lanes.map(never)).collect(),
        politics: d.of("politics"),
        pooled: vec![[0.0; LANES]; nature.actors.len()],
        state: Conduct {
            scale: d.actors("severity_scale"),
            alarm: d.of("alarm"),
            strictness: d.actors("strictness"),
            effect: d.of("restriction_effect"),
            pace: d.of("decision_pace"),
            error: d.of("policy_error"),
            closure: d.of("closure"),
            border: vec![[1.0; LANES]; nature.actors.len()],
            delay: d.of("report_delay"),
            ascertainment: d.actors("ascertainment"),
            concealment: d.actors("concealment"),
        },
        people: People {
            risk: d.of("risk"),
            enforcement: d.actors("enforcement"),
            burden: d.of("burden"),
            fatigue: d.of("fatigue"),
            custom: d.of("custom"),
            habit: d.of("habit"),
            caution: d.of("caution"),
        },
        economy: Economy {
            size: d.actors("economy"),
            restriction: d.of("restriction_cost"),
            sickness: d.of("sickness_cost"),
            linkage: d.of("linkage"),
        },
    }
}

fn epidemic(d: &Drawing<'_>) -> Epidemic<LANES> {
    let n = d.nature.actors.len();
    let routes = d.nature.pairs.as_ref().expect("an epidemic has contacts abroad");
    // Shares of contacts abroad are the same in every replication; `mixing` carries their uncertainty.
    let share = |i: usize, j: usize| d.values[routes.cells[i * n + j].index()][0];
    let travel = |i: usize| (0..n).filter(|&j| j != i).map(|j| (j, share(i, j))).filter(|(_, s)| *s > 0.0).collect();
    let variant = |e: &Event| Variant {
        time: d.when(d.keyed(&e.numbers, "since")),
        transmissibility: d.keyed(&e.numbers, "transmissibility"),
        fatality: d.keyed(&e.numbers, "lethality"),
        escape: d.keyed(&e.numbers, "escape"),
    };
    let seed = |e: &Event| Seed {
        actor: e.actor.expect("a seed has an actor"),
        time: d.when(d.keyed(&e.numbers, "arrives")),
        people: d.keyed(&e.numbers, "people").map(|people| (people + 0.5).floor()),
    };
    Epidemic {
        population: d
            .actors("population")
            .into_iter()
            .map(|lanes| lanes.map(|people| (people + 0.5).floor()))
            .collect(),
        travel: (0..n).map(travel).collect(),
        mixing: d.of("mixing"),
        seeds: d.events("seeds").map(seed).collect(),
        reproduction: d.of("reproduction"),
        latent: d.of("latent"),
        infectious: d.of("infectious"),
        fatality: d.actors("fatality"),
        shield: d.of("shield"),
        immunity: d.of("immunity"),
        rescue: d.of("rescue"),
        variants: d.events("variants").map(variant).collect(),
    }
}

/// How far i depends on what j makes, pairs (i, j): in doses where doses are made, else in supplies.
pub(crate) fn dependences(health: &Health<LANES>) -> Vec<Lane> {
    let people = &health.epidemic.population;
    let none = |capacity: &[Lane]| capacity.iter().all(|lanes| *lanes == [0.0; LANES]);
    let willing: Vec<Lane> = people
        .iter()
        .zip(&health.uptake)
        .map(|(people, uptake)| std::array::from_fn(|l| people[l] * uptake[l]))
        .collect();
    let doses = dependence(&health.doses.capacity, &willing);
    let supplies = dependence(&health.supplies.capacity, people);
    match (none(&health.doses.capacity), none(&health.supplies.capacity)) {
        (true, _) => supplies,
        (_, true) => doses,
        _ => doses.iter().zip(&supplies).map(|(a, b)| std::array::from_fn(|l| 0.5 * (a[l] + b[l]))).collect(),
    }
}

/// A common resource.
pub(super) fn commons(nature: &Nature, values: &[Lane], start: f64) -> Commons<LANES> {
    let d = Drawing { nature, values, start };
    Commons {
        regrowth: d.of("regrowth"),
        stock: d.of("stock"),
        reach: d.of("catchability"),
        technology: d.of("technology"),
        need: d.actors("need"),
        growth: d.actors("growth"),
        famine: d.of("famine"),
        emission: d.of("emission"),
        recovery: d.of("recovery"),
        mitigation: d.of("mitigation"),
        crowding: d.of("crowding"),
        weather: d.of("weather"),
        rivalry: d.of("rivalry"),
        resource_war: d.of("resource_war"),
    }
}

/// What trouble does.
pub(super) fn adversity(nature: &Nature, values: &[Lane], start: f64) -> Adversity<LANES> {
    let d = Drawing { nature, values, start };
    let blow = |e: &Event| Blow {
        actor: e.actor.expect("a blow has an actor"),
        time: d.when(d.keyed(&e.numbers, "strikes")),
        size: d.keyed(&e.numbers, "weight_of_blow"),
        fading: d.keyed(&e.numbers, "fading"),
    };
    Adversity {
        blows: d.events("blows").map(blow).collect(),
        urgency: d.of("urgency"),
        loss_sensitivity: d.of("loss_sensitivity"),
        distraction: d.of("distraction"),
        own_reference: d.of("own_reference"),
        blame: vec![d.of("blame"); nature.actors.len()],
        union: d.of("union"),
        attribution: of_pairs(nature.pairs.as_ref().expect("trouble has attribution"), values),
    }
}

/// 1 + κ: what relative gains add to every exposure.
pub(super) fn relative_gains(nature: &Nature, values: &[Lane]) -> Lane {
    Drawing { nature, values, start: 0.0 }.of("relative_gains").map(|kappa| 1.0 + kappa)
}
