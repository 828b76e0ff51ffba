//! Epidemics (model §6): people, sizes, chances, delays, against what follows on paper.

use proptest::prelude::*;
use proptest::test_runner::Config;
use theory::closed_form::epidemic::{TwoCountries, arrival_delay, extinction, final_size, peak};
use theory::issue::epidemic::{Chance, DAYS_PER_YEAR, Day, Epidemic, Outbreak, Seed, Variant};
use theory::luck::{Luck, Purpose};
use theory::world::LANES;

use crate::cases;

type Lane = [f64; LANES];

/// So many countries of these people each, closed, R0 as given, infectious for five days on average, no deaths.
fn world(people: &[f64], r0: f64) -> Epidemic<LANES> {
    let n = people.len();
    Epidemic {
        population: people.iter().map(|p| [*p; LANES]).collect(),
        travel: vec![Vec::new(); n],
        mixing: [1.0; LANES],
        seeds: Vec::new(),
        reproduction: [r0; LANES],
        latent: [2.0; LANES],
        infectious: [5.0; LANES],
        fatality: vec![[0.0; LANES]; n],
        shield: [1.0; LANES],
        immunity: [1.0; LANES],
        rescue: [0.0; LANES],
        variants: Vec::new(),
    }
}

/// Runs `steps` steps of so many days; `luck` draws.
fn run(
    epidemic: &Epidemic<LANES>,
    state: &mut Outbreak<LANES>,
    days: f64,
    steps: std::ops::Range<u32>,
    luck: Option<u64>,
) {
    let n = epidemic.population.len();
    let (one, ids) = (vec![[1.0; LANES]; n], (0..n as u32).map(|i| 77 + i).collect::<Vec<_>>());
    let stream = Luck::new(luck.unwrap_or(0), Purpose::Nature, 1);
    for step in steps {
        let time = f64::from(step) * days / DAYS_PER_YEAR;
        let day = Day { time, days, contacts: &one, care: &one, border: &one };
        let chance = luck.map(|_| Chance { luck: &stream, replication: 0, step, ids: &ids });
        state.step(epidemic, day, chance);
    }
}

fn infect(state: &mut Outbreak<LANES>, i: usize, people: f64) {
    for l in 0..LANES {
        state.susceptible[i][l] -= people;
        state.infectious[0][i][l] += people;
        state.infections[i][l] += people;
    }
}

/// V60: the final size of daily steps is that of the equation, whatever R0 and however coarse the step.
#[test]
fn theorem_v60_daily_steps_have_the_final_size_of_the_equation() {
    for (r0, printed) in [(1.5, 0.582812), (2.0, 0.796812), (3.0, 0.940480), (5.0, 0.993023)] {
        for days in [0.25, 1.0, 3.0] {
            let epidemic = world(&[1e9], r0);
            let mut state = Outbreak::none(&epidemic);
            infect(&mut state, 0, 1e-4);
            run(&epidemic, &mut state, days, 0..(4000.0 / days) as u32, None);
            let z = state.infections[0][0] / 1e9;
            assert!((z - printed).abs() < 1e-5 && (z - final_size(r0)).abs() < 1e-6, "{r0} {days}: {z}");
        }
    }
}

/// V60: with fine steps and hardly any latent period the peak is that of the equations.
#[test]
fn theorem_v60_fine_steps_have_the_peak_of_the_equation() {
    for r0 in [2.0, 3.0] {
        let mut epidemic = world(&[1e9], r0);
        epidemic.latent = [1e-9; LANES];
        let mut state = Outbreak::none(&epidemic);
        infect(&mut state, 0, 1.0);
        let mut most = 0.0f64;
        for step in 0..40_000 {
            run(&epidemic, &mut state, 0.01, step..step + 1, None);
            most = most.max(state.infectious[0][0][0] / 1e9);
        }
        assert!((most - peak(r0)).abs() < 1e-3, "{r0}: {most} instead of {}", peak(r0));
    }
}

/// V60: a few cases die out with chance R0^−I0. With 4,800 trials the 4.4 s.e. allow a false alarm in 100,000.
#[test]
fn theorem_v60_few_cases_die_out_with_the_chance_on_paper() {
    for (r0, cases) in [(1.5, 1u32), (2.0, 1), (2.0, 3)] {
        let epidemic = world(&[1e7], r0);
        let (mut out, mut trials) = (0.0f64, 0.0f64);
        for seed in 0..300 {
            let mut state = Outbreak::none(&epidemic);
            infect(&mut state, 0, f64::from(cases));
            run(&epidemic, &mut state, 0.1, 0..3000, Some(seed));
            for l in 0..LANES {
                trials += 1.0;
                out += f64::from(u8::from(state.infections[0][l] < 1000.0));
            }
        }
        let (share, paper) = (out / trials, extinction(r0, cases));
        let error = (paper * (1.0 - paper) / trials).sqrt();
        assert!((share - paper).abs() < 4.4 * error + 0.01, "{r0} {cases}: {share} instead of {paper}");
    }
}

/// V61: doses given beforehand, two equal countries that mix: concentration wins while they hardly mix, and loses when they do.
#[test]
fn theorem_v61_the_answer_to_hoarding_turns_with_coupling() {
    let total = |mixing: f64, doses: [f64; 2]| {
        let mut epidemic = world(&[1e9, 1e9], 2.0);
        epidemic.travel = vec![vec![(1, mixing)], vec![(0, mixing)]];
        let mut state = Outbreak::none(&epidemic);
        for (i, dose) in doses.iter().enumerate() {
            state.vaccinate(i, &[dose * 1e9; LANES], &[1e9; LANES], true);
            infect(&mut state, i, 1e-3);
        }
        run(&epidemic, &mut state, 1.0, 0..6000, None);
        let sizes = [0, 1].map(|i| state.infections[i][0] / 1e9);
        let paper = TwoCountries { r0: 2.0, mixing }.sizes(doses);
        assert!((0..2).all(|i| (sizes[i] - paper[i]).abs() < 1e-5), "{mixing} {doses:?}: {sizes:?} {paper:?}");
        sizes[0] + sizes[1]
    };
    let (hoard, share) = ([0.5, 0.0], [0.25, 0.25]);
    // Total doses of half of one population: all to one, or a quarter each.
    for mixing in [0.0, 0.005] {
        assert!(total(mixing, hoard) < total(mixing, share), "{mixing}");
    }
    for mixing in [0.02, 0.1] {
        assert!(total(mixing, hoard) > total(mixing, share), "{mixing}");
    }
    assert!((total(0.5, hoard) - total(0.5, share)).abs() < 1e-5);
}

/// V64: cutting travel by x delays arrival by ln[1/(1−x)]/r, r the growth rate; and does not change the final size.
#[test]
fn theorem_v64_a_travel_cut_buys_logarithmic_time() {
    let reached = |open: f64| {
        let mut epidemic = world(&[1e12, 1e12], 2.0);
        epidemic.travel = vec![vec![(1, 1e-7)], vec![(0, 1e-7)]];
        let mut state = Outbreak::none(&epidemic);
        infect(&mut state, 0, 1.0);
        let (mut when, mut before) = (0.0, 0.0);
        let border = vec![[open.sqrt(); LANES]; 2];
        let one = vec![[1.0; LANES]; 2];
        let mut growth = 0.0;
        for step in 0..12_000u32 {
            let day = Day { time: 0.0, days: 0.1, contacts: &one, care: &one, border: &border };
            state.step(&epidemic, day, None);
            let now = state.infections[1][0];
            if before < 1.0 && now >= 1.0 {
                when = 0.1 * f64::from(step);
            }
            if step == 300 {
                growth = theory::real::ln(state.infectious[0][0][0]);
            }
            if step == 400 {
                growth = (theory::real::ln(state.infectious[0][0][0]) - growth) / 10.0;
            }
            before = now;
        }
        (when, growth, state.infections[1][0] / 1e12)
    };
    let (open, rate, size) = reached(1.0);
    for cut in [0.9, 0.99, 0.999] {
        let (later, _, after) = reached(1.0 - cut);
        let (bought, paper) = (later - open, arrival_delay(cut, rate));
        assert!((bought / paper - 1.0).abs() < 0.02, "{cut}: {bought} instead of {paper} days");
        assert!((after / size - 1.0).abs() < 0.03, "{cut}: {after} instead of {size}");
    }
}

fn any_epidemic() -> impl Strategy<Value = (Epidemic<LANES>, u64)> {
    let numbers = (0.3..6.0f64, 0.0..0.3f64, 0.0..1.0f64, 0.0..1.0f64, 0.0..0.02f64);
    (prop::collection::vec(1.0..1e9f64, 2..5), numbers, any::<u64>()).prop_map(|(people, numbers, seed)| {
        let (r0, fatality, shield, escape, travel) = numbers;
        let n = people.len();
        let mut epidemic = world(&people.iter().map(|p| p.floor()).collect::<Vec<_>>(), r0);
        epidemic.travel = (0..n).map(|i| (0..n).filter(|&j| j != i).map(|j| (j, travel)).collect()).collect();
        epidemic.fatality = vec![[fatality; LANES]; n];
        (epidemic.shield, epidemic.immunity) = ([shield; LANES], [0.5 + 0.5 * shield; LANES]);
        let at = |time: f64, escape: f64| Variant {
            time: [time; LANES],
            transmissibility: [1.0 + escape; LANES],
            fatality: [1.0; LANES],
            escape: [escape; LANES],
        };
        epidemic.variants = vec![at(0.1, 0.0), at(0.3, escape)];
        epidemic.seeds = vec![Seed { actor: 0, time: [0.0; LANES], people: [20.0; LANES] }];
        (epidemic, seed)
    })
}

proptest! {
    #![proptest_config(Config { cases: 60, ..cases() })]

    /// Nobody is lost or made: every compartment is whole and not negative, and they add up to the last person.
    #[test]
    fn theorem_people_are_conserved_to_the_last_one((epidemic, seed) in any_epidemic()) {
        let mut state = Outbreak::none(&epidemic);
        for step in 0..150 {
            run(&epidemic, &mut state, 1.0, step..step + 1, Some(seed));
            let whole = [&state.susceptible, &state.vaccinated, &state.recovered, &state.dead];
            let parts = whole.into_iter().chain(&state.exposed).chain(&state.infectious);
            for lane in parts.flatten() {
                prop_assert!(lane.iter().all(|x| *x >= 0.0 && x.fract() == 0.0), "{step}: {lane:?}");
            }
            for i in 0..epidemic.population.len() {
                prop_assert_eq!(state.people(i), epidemic.population[i]);
                if step == 20 {
                    let (living, some) = (epidemic.population[i], epidemic.population[i].map(|p| (0.3 * p).floor()));
                    state.vaccinate(i, &some, &living, true);
                    prop_assert_eq!(state.people(i), living);
                }
            }
        }
    }
}

/// Large counts take their expectation: the drawn epidemic of a large country is the deterministic one.
#[test]
fn theorem_a_large_epidemic_hardly_depends_on_luck() {
    let epidemic = world(&[1e9], 2.0);
    let course = |luck: Option<u64>| -> Lane {
        let mut state = Outbreak::none(&epidemic);
        infect(&mut state, 0, 1e5);
        run(&epidemic, &mut state, 1.0, 0..400, luck);
        state.infections[0]
    };
    let (drawn, plain) = (course(Some(3)), course(None));
    for l in 0..LANES {
        assert!((drawn[l] / plain[l] - 1.0).abs() < 1e-3, "{} {}", drawn[l], plain[l]);
    }
}
