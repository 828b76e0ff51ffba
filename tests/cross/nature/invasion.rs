//! V65 in the simulator: how many places an infected place infects, against the asymptotic formula of Colizza and Vespignani
//! (2007, *Phys. Rev. Lett.* 99: 148701), and that hubs need less travel for it.

use theory::closed_form::epidemic::Network;
use theory::issue::epidemic::{Chance, Day, Epidemic, Outbreak, Seed};
use theory::luck::{Luck, Purpose};

/// R0; low, since the formula is a limit R0 → 1.
const R0: f64 = 1.2;
/// Mean population of a place.
const PEOPLE: f64 = 20_000.0;
/// Mean days of infectiousness, 1/μ.
const DAYS_ILL: f64 = 7.0;
/// Connections that a place may have, and how many places of eight have them: two have a few, one is a hub.
const DEGREES: [(usize, f64); 3] = [(2, 0.5), (4, 0.25), (8, 0.25)];
/// Share of a place's people ever infected from which it counts as invaded: between a spark that went out (a few hundred
/// people) and an epidemic (three in ten).
const INVADED: f64 = 0.08;
const LANES: usize = 16;
const BLOCKS: u32 = 60;

/// A place with `degree` connections that has caught it over one of them: itself and the places at the others. Those have
/// the mean population, since the chance of an epidemic among them does not depend on their size.
///
/// In the model people meet people of other places instead of going there. A share m of contacts gives R0·m·N·I/N′ infections
/// for every ill person of the other place, of whom there are N′ in all; p/k travellers of N′ who arrive ill for 1/μ days
/// each are as many if m = p·N′/(k·μ·R0·N). Population is in proportion to connections, so N′/k is N̄/⟨k⟩.
fn star(degree: usize, mean_degree: f64, travel: f64) -> Epidemic<LANES> {
    let own = PEOPLE * degree as f64 / mean_degree;
    let others = degree - 1;
    let met = travel * (PEOPLE / mean_degree) * DAYS_ILL / (R0 * PEOPLE);
    let lane = |x: f64| [x; LANES];
    Epidemic {
        population: std::iter::once(lane(own)).chain((0..others).map(|_| lane(PEOPLE))).collect(),
        travel: std::iter::once(Vec::new()).chain((0..others).map(|_| vec![(0, met)])).collect(),
        mixing: lane(1.0),
        // So many that it never goes out where it begins.
        seeds: vec![Seed { actor: 0, time: lane(0.0), people: lane(60.0) }],
        reproduction: lane(R0),
        latent: lane(1.0),
        infectious: lane(DAYS_ILL),
        fatality: vec![lane(0.0); degree],
        shield: lane(0.0),
        immunity: lane(1.0),
        rescue: lane(0.0),
        variants: Vec::new(),
    }
}

/// Mean number of other places that such a place invades, drawn.
fn invaded(degree: usize, mean_degree: f64, travel: f64) -> f64 {
    let epidemic = star(degree, mean_degree, travel);
    let ids: Vec<u32> = (0..degree as u32).collect();
    let ones = vec![[1.0; LANES]; degree];
    let luck = Luck::new(65, Purpose::Nature, degree as u32);
    let mut count = 0;
    for block in 0..BLOCKS {
        let mut outbreak = Outbreak::none(&epidemic);
        for step in 0..2_500 {
            let time = f64::from(step) / theory::issue::epidemic::DAYS_PER_YEAR;
            let day = Day { time, days: 1.0, contacts: &ones, care: &ones, border: &ones };
            let chance = Chance { luck: &luck, replication: block * LANES as u32, step, ids: &ids };
            outbreak.step(&epidemic, day, Some(chance));
        }
        assert!(outbreak.infections[0].iter().all(|n| *n > INVADED * epidemic.population[0][0]), "it took hold");
        let taken = |n: &[f64; LANES]| n.iter().filter(|n| **n > INVADED * PEOPLE).count();
        count += outbreak.infections[1..].iter().map(taken).sum::<usize>();
    }
    count as f64 / f64::from(BLOCKS * LANES as u32)
}

/// Places invaded per invaded place, R*, is what the formula says within a quarter, at a rate of travel at which few places are
/// reached twice; the threshold is where it would be one. Unequal connections raise it as the formula says.
#[test]
fn cross_v65_invaded_places_per_invaded_place() {
    let mean = |power: i32| DEGREES.iter().map(|(k, share)| share * (*k as f64).powi(power)).sum::<f64>();
    let hubs = Network { degree: mean(1), squared_degree: mean(2), population: PEOPLE, recovery: 1.0 / DAYS_ILL };
    let regular = Network { squared_degree: mean(1) * mean(1), ..hubs };
    assert_eq!((hubs.degree, hubs.squared_degree), (4.0, 22.0));
    let travel = 0.5 * regular.critical_travel(R0);
    let equal = invaded(4, 4.0, travel);
    // Over a connection one comes to a place in proportion to its connections.
    let unequal: f64 = DEGREES.iter().map(|(k, share)| share * *k as f64 / 4.0 * invaded(*k, 4.0, travel)).sum();
    for (got, network) in [(equal, regular), (unequal, hubs)] {
        let said = network.invasion_number(R0, travel);
        assert!((got / said - 1.0).abs() < 0.25, "{got:.3} places instead of {said:.3}");
        let (threshold, formula) = (travel / got, network.critical_travel(R0));
        assert!((threshold / formula - 1.0).abs() < 0.25, "threshold {threshold:.3e} instead of {formula:.3e}");
    }
    let ratio = unequal / equal;
    let said = hubs.invasion_number(R0, travel) / regular.invasion_number(R0, travel);
    assert!((ratio / said - 1.0).abs() < 0.1, "hubs raise it {ratio:.3} times instead of {said:.3}");
}
