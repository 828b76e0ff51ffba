//! A health issue through the kernel, sixteen replications at once, and through a literal reading, one at a time (model §6).

mod literal;

use theory::issue::epidemic::{Chance, Epidemic, Seed, Variant};
use theory::issue::health::{Conduct, Economy, Emergency, Health, People};
use theory::issue::supply::Good;
use theory::luck::{Luck, Purpose};
use theory::world::LANES;

use crate::remedies::terms::Sequence;
use literal::{Draws, Literal, Step};

type Lane = [f64; LANES];

const N: usize = 4;
const STEPS: u32 = 30;

/// Three countries and a small one, unlike in everything; people whole or not.
fn health(s: &mut Sequence, people: [f64; N], whole: bool) -> Health<LANES> {
    let counted = |lanes: Lane| if whole { lanes.map(f64::floor) } else { lanes };
    let population: Vec<Lane> = people.iter().map(|n| counted(s.lanes(0.7 * n, *n))).collect();
    let goods = |s: &mut Sequence, share: [f64; N]| -> Vec<Lane> {
        (0..N).map(|i| s.lanes(0.5, 1.0).map(|part| part * share[i] * people[i])).collect()
    };
    Health {
        epidemic: epidemic(s, population),
        doses: Good { capacity: goods(s, [2.0, 0.0, 1.0, 0.1]), from: s.lanes(0.2, 0.6), ramp: s.lanes(0.3, 1.0) },
        course: s.lanes(1.2, 2.0),
        uptake: s.many(N, 0.5, 0.9),
        speed: s.many(N, 0.0005, 0.003),
        supplies: Good { capacity: goods(s, [0.5, 0.3, 0.02, 0.0]), from: [0.0; LANES], ramp: s.lanes(0.2, 1.0) },
        ordinary: s.lanes(0.02, 0.1),
        protection: s.lanes(0.1, 0.5),
        treatment: s.lanes(0.1, 0.5),
        ban: s.many(N, 0.5, 2.0),
        politics: s.lanes(0.0, 2.0),
        pooled: s.many(N, 0.0, 0.3),
        state: Conduct {
            scale: s.many(N, 0.5, 20.0),
            alarm: s.lanes(0.2, 0.8),
            strictness: s.many(N, 0.3, 1.0),
            effect: s.lanes(0.3, 0.8),
            pace: s.lanes(5.0, 30.0),
            error: s.lanes(0.1, 0.5),
            closure: s.lanes(0.2, 0.9),
            border: s.many(N, 0.5, 1.0),
            delay: s.lanes(10.0, 40.0),
            ascertainment: s.many(N, 0.1, 0.6),
            concealment: s.many(N, 0.0, 0.5),
        },
        people: People {
            risk: s.lanes(1.0, 4.0),
            enforcement: s.many(N, 0.0, 2.0),
            burden: s.lanes(0.5, 2.0),
            fatigue: s.lanes(0.2, 1.0),
            custom: s.lanes(0.0, 3.0),
            habit: s.lanes(5.0, 40.0),
            caution: s.lanes(0.1, 0.4),
        },
        economy: Economy {
            size: s.many(N, 1.0, 9.0),
            restriction: s.lanes(0.1, 0.4),
            // So costly that a sick country may lose all it makes.
            sickness: s.lanes(5.0, 90.0),
            linkage: s.lanes(0.1, 0.6),
        },
    }
}

/// Seeds at the very start, within a day, and hardly after the start of one; two variants, one with people travelling out of all proportion.
fn epidemic(s: &mut Sequence, population: Vec<Lane>) -> Epidemic<LANES> {
    let seed = |actor: usize, time: Lane, people: f64| Seed { actor, time, people: [people; LANES] };
    let edge = 1.0 / 12.0 + 7.0 / 360.0 + 1e-8;
    let seeds = vec![
        seed(0, [0.0; LANES], 40.0),
        seed(1, [edge; LANES], 25.0),
        seed(2, s.lanes(0.1, 0.5), 30.0),
        // More than there are.
        seed(3, s.lanes(0.6, 0.9), 1e9),
    ];
    let variant = |s: &mut Sequence, time: Lane| Variant {
        time,
        transmissibility: s.lanes(1.0, 2.0),
        fatality: s.lanes(0.5, 2.0),
        escape: s.lanes(0.2, 0.8),
    };
    let (sooner, later) = (s.lanes(0.5, 0.9), s.lanes(1.2, 1.6));
    Epidemic {
        population,
        travel: (0..N)
            .map(|i| {
                let to = |j: usize| (j, if i == 3 { 0.5 } else { 0.01 * (1 + i + 2 * j) as f64 });
                (0..N).filter(|&j| j != i).map(to).collect()
            })
            .collect(),
        mixing: s.lanes(0.5, 1.2),
        seeds,
        reproduction: s.lanes(2.0, 4.0),
        latent: s.lanes(0.8, 3.0),
        infectious: s.lanes(3.0, 9.0),
        fatality: s.many(N, 0.01, 0.05),
        shield: s.lanes(0.5, 0.95),
        immunity: s.lanes(0.3, 0.8),
        rescue: s.lanes(0.3, 0.9),
        variants: vec![variant(s, sooner), variant(s, later)],
    }
}

/// Runs both side by side; after every step all that the literal one has must be what the kernel has.
fn side_by_side(health: &Health<LANES>, s: &mut Sequence, seed: Option<u64>, tolerance: f64) {
    let (ids, dt) = ([11, 22, 33, 44], 1.0 / 12.0);
    let luck = Luck::new(seed.unwrap_or(0), Purpose::Nature, 5);
    let draws = seed.map(|_| Draws { luck: &luck, replication: 32, ids: &ids });
    let mut kernel = Emergency::none(health);
    let mut literals: Vec<Literal<'_>> = (0..LANES).map(|l| Literal::begin(health, l, draws)).collect();
    for number in 0..STEPS {
        let time = f64::from(number) * dt;
        let (hoarding, errors) = (s.many(N, 0.0, 1.0), s.many(N, -2.0, 2.0));
        let log_odds = s.many(N * N, -9.0, 9.0);
        let liked =
            |odds: &Lane| -> Lane { std::array::from_fn(|l| (1.0 / (1.0 + odds[l].exp())).powf(health.politics[l])) };
        let liking: Vec<Lane> = log_odds.iter().map(liked).collect();
        let chance = seed.map(|_| Chance { luck: &luck, replication: 32, step: number, ids: &ids });
        kernel.pass(health, &hoarding, &log_odds, &errors, chance, (time, dt));
        for literal in &mut literals {
            let own = |lanes: &[Lane]| lanes.iter().map(|lane| lane[literal.l]).collect::<Vec<_>>();
            let (hoarding, liking, errors) = (own(&hoarding), own(&liking), own(&errors));
            literal.pass(&Step { time, dt, number, hoarding: &hoarding, liking: &liking, errors: &errors });
            let besides = literal.beside(&kernel);
            let apart = |(_, mine, kernels): &&(String, f64, f64)| {
                let near = (mine - kernels).abs() <= tolerance * mine.abs().max(1.0);
                !near
            };
            let wrong: Vec<_> = besides.iter().filter(apart).collect();
            assert!(wrong.is_empty(), "step {number}: what, instead of what: {wrong:?}");
        }
    }
}

/// Without luck, whatever people: infections, medicine, restriction, compliance, reports and losses are those of the words.
#[test]
fn cross_a_health_issue_agrees_with_a_literal_reading() {
    let mut s = Sequence(2020);
    let health = health(&mut s, [3e6 + 0.3, 1e6 + 0.7, 2e5 + 0.1, 3e3 + 0.9], false);
    side_by_side(&health, &mut s, None, 1e-6);
}

/// With luck every person and every dose is where the named draws and the words put it.
#[test]
fn cross_a_drawn_health_issue_agrees_with_a_literal_reading() {
    for seed in 0..3 {
        let mut s = Sequence(seed);
        let health = health(&mut s, [3e6, 2e4, 5e3, 300.0], true);
        side_by_side(&health, &mut s, Some(seed), 1e-9);
    }
}
