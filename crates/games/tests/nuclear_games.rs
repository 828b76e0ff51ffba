//! Named games of deterrence and accident: printed figures, and the same answers found another way.

mod ask;
mod random;

use ask::*;
use games::{Rational, solve, two::pure};
use random::Luck;
use theory::closed_form::deterrence;
use theory::real::{exp, ln};

const TIMES: usize = 200;

/// A fraction strictly between 0 and 1.
fn chance(luck: &mut Luck) -> Rational {
    over(1 + luck.below(98), 99)
}

/// Hundredths from 1 to `bound`.
fn hundredths(luck: &mut Luck, bound: u64) -> Rational {
    over(1 + luck.below(bound), 100)
}

/// V57.
#[test]
fn published_cones_of_deterrence() {
    let found = ask("deterrence-cone", &[]);
    assert_eq!((number(&found, "vertex_one"), number(&found, "vertex_other")), (800.0, 800.0));
    let uneven = [("deter_one", "300"), ("deter_other", "500"), ("destroys_one", "0.8"), ("destroys_other", "0.6")];
    let found = ask("deterrence-cone", &uneven);
    near(number(&found, "vertex_one"), 1307.69, 0.01);
    near(number(&found, "vertex_other"), 1346.15, 0.01);
    let none = ask(
        "deterrence-cone",
        &[("destroys_one", "1"), ("destroys_other", "1.2"), ("stock_one", "1000000"), ("stock_other", "1000000")],
    );
    assert!(absent(&none, "vertex_one") && absent(&none, "vertex_other"));
    assert!(said(&none, "regime") != "both are deterred");
}

/// V57: strikes carried out, on stocks everywhere and next to the vertex.
#[test]
fn cross_the_cone_agrees_with_strikes() {
    let (mut luck, mut seen) = (Luck(57), [0, 0]);
    for _ in 0..TIMES {
        let deter = [Rational::from(luck.below(900)), Rational::from(luck.below(900))];
        let kills = [hundredths(&mut luck, 150), hundredths(&mut luck, 150)];
        let sets = |stock: [Rational; 2]| {
            let [one, other] = stock;
            [
                ("deter_one", deter[0].clone()),
                ("deter_other", deter[1].clone()),
                ("destroys_one", kills[0].clone()),
                ("destroys_other", kills[1].clone()),
                ("stock_one", one),
                ("stock_other", other),
            ]
        };
        let deters = |stock: &[Rational; 2]| {
            // What i has left once j has fired everything, against what deters j.
            let holds = |i: usize, j: usize| {
                let left = (&stock[i] - &(&kills[j] * &stock[j])).max(Rational::zero());
                left >= deter[j]
            };
            holds(0, 1) && holds(1, 0)
        };
        let mut stocks = vec![[Rational::from(luck.below(4000)), Rational::from(luck.below(4000))]];
        let found = ask_at("deterrence-cone", &sets(stocks[0].clone()));
        let product = &kills[0] * &kills[1];
        assert_eq!(absent(&found, "vertex_one"), product >= Rational::one());
        seen[usize::from(product >= Rational::one())] += 1;
        if absent(&found, "vertex_one") {
            let needs_some = deter.iter().all(Rational::is_positive);
            for _ in 0..50 {
                let many = [luck.below(1_000_000), luck.below(1_000_000)].map(Rational::from);
                assert!(!needs_some || !deters(&many));
            }
        } else {
            let vertex = ["vertex_one", "vertex_other"].map(|id| exact(&found, id));
            let library = deterrence::mutual_deterrence(
                deter.each_ref().map(Rational::to_f64),
                kills.each_ref().map(Rational::to_f64),
            );
            let (one, other) = library.expect("a vertex");
            near(vertex[0].to_f64() / one, 1.0, 1e-9);
            near(vertex[1].to_f64() / other, 1.0, 1e-9);
            let tiny = over(1, 1000);
            stocks.extend([
                vertex.clone(),
                [&vertex[0] - &tiny, vertex[1].clone()],
                [vertex[0].clone(), &vertex[1] - &tiny],
            ]);
            assert!(deters(&vertex));
            for below in &stocks[2..] {
                assert!(!deters(below) || below.iter().any(Rational::is_negative), "{below:?}");
            }
        }
        for stock in stocks.into_iter().filter(|s| s.iter().all(|m| !m.is_negative())) {
            let found = ask_at("deterrence-cone", &sets(stock.clone()));
            assert_eq!(said(&found, "regime") == "both are deterred", deters(&stock), "{stock:?}");
        }
    }
    assert!(seen.iter().all(|&count| count > TIMES / 20), "{seen:?}");
}

/// V55.
#[test]
fn published_first_strike_stability() {
    for ([warheads, kill], index) in
        [(["1", "0.8"], 1.0), (["3", "0.8"], 0.4447), (["3", "0.95"], 0.0761), (["10", "0.9"], 0.6537)]
    {
        near(number(&ask("first-strike", &[("warheads", warheads), ("kill", kill)]), "index"), index, 1e-4);
    }
    let hidden = ask("first-strike", &[("safe", "500")]);
    assert!(number(&hidden, "index") > number(&ask("first-strike", &[]), "index"));
}

/// V55: the probability at which haste pays is where the solver's mixed equilibrium lies.
#[test]
fn cross_panic_agrees_with_the_solver() {
    let (mut luck, mut hasty) = (Luck(55), 0);
    for _ in 0..TIMES {
        let sets = [
            ("silos", Rational::from(1 + luck.below(2000))),
            ("warheads", Rational::from(1 + luck.below(10))),
            ("kill", chance(&mut luck)),
            ("safe", Rational::from(luck.below(800))),
        ];
        let found = ask_at("first-strike", &sets);
        let game = bimatrix(&found);
        assert!(pure::equilibria(game).contains(&(0, 0)), "waiting holds itself up");
        let strikes = pure::strict_equilibria(game).contains(&(1, 1));
        assert_eq!(strikes, !absent(&found, "panic"), "{sets:?}");
        if strikes {
            let answer = solve(game);
            let mixed = answer.equilibria.iter().find(|e| !e.profile.is_pure()).expect("a mixed equilibrium");
            near(mixed.profile.mixes[0][1].to_f64(), number(&found, "panic"), 1e-9);
            hasty += 1;
        }
        assert_eq!(number(&found, "index") < 1.0, strikes, "{sets:?}");
    }
    assert!((TIMES / 20..TIMES).contains(&hasty), "{hasty}");
}

/// V51, V52.
#[test]
fn published_risks_over_time() {
    for (annual, years, risk) in [
        ("0.009", "10", 0.0864),
        ("0.009", "50", 0.3637),
        ("0.009", "75", 0.4924),
        ("0.009", "100", 0.5951),
        ("0.0002", "50", 0.00995),
        ("0.07", "50", 0.9734),
        ("0.007", "70", 0.3884),
    ] {
        near(number(&ask("accident-hazard", &[("annual", annual), ("years", years)]), "risk"), risk, 5e-5);
    }
    let found = ask("accident-hazard", &[]);
    near(number(&found, "held"), 0.2023, 5e-5);
    near(number(&found, "ever"), 0.1654, 5e-5);
    assert_eq!((exact(&found, "laplace"), exact(&found, "jeffreys")), (over(1, 81), over(1, 160)));
    near(number(&found, "bound"), 0.03721, 5e-6);
}

/// V51, V52: year by year, and the chances of rates weighed one by one.
#[test]
fn cross_risks_agree_with_sums_over_years_and_rates() {
    let mut luck = Luck(51);
    for _ in 0..30 {
        let sets = [
            ("annual", over(1 + luck.below(200), 1000)),
            ("years", Rational::from(luck.below(120))),
            ("factor", over(luck.below(90), 100)),
            ("span", Rational::from(1 + luck.below(20))),
            ("silence", Rational::from(1 + luck.below(100))),
        ];
        let found = ask_at("accident-hazard", &sets);
        let [annual, years, factor, span, silence] = sets.each_ref().map(|(_, v)| v.to_f64());
        let safe = (0..years as u32).fold(1.0, |safe, _| safe * (1.0 - annual));
        near(number(&found, "risk"), 1.0 - safe, 1e-9);
        let (mut survival, mut yearly): (f64, f64) = (1.0, 1.0 - annual);
        for _ in 0..600 {
            survival *= (0..span as u32).fold(1.0, |safe, _| safe * yearly);
            yearly = exp(factor * ln(yearly));
        }
        near(number(&found, "ever"), 1.0 - survival, 1e-9);
        near(number(&found, "held"), 1.0 - exp(factor * ln(safe)), 1e-9);
        let weigh = |prior: &dyn Fn(f64) -> f64| {
            // Rates p = u²(3 − 2u) lie denser at the ends, where the weights of Jeffreys are steep.
            let cells = (0..200_000)
                .map(|k| (f64::from(k) + 0.5) / 200_000.0)
                .map(|u| (u * u * (3.0 - 2.0 * u), 6.0 * u * (1.0 - u)));
            let (mut all, mut mean) = (0.0, 0.0);
            for (p, width) in cells {
                let weight = width * prior(p) * exp(silence * ln(1.0 - p));
                all += weight;
                mean += weight * p;
            }
            mean / all
        };
        near(number(&found, "laplace"), weigh(&|_| 1.0), 1e-5);
        near(number(&found, "jeffreys"), weigh(&|p| 1.0 / (p * (1.0 - p)).sqrt()), 1e-5);
        near(exp(silence * ln(1.0 - number(&found, "bound"))), 0.05, 1e-9);
    }
}

/// V53.
#[test]
fn published_alarms() {
    let found = ask("false-alarm", &[]);
    near(number(&found, "attack"), 0.000989, 1e-6);
    near(number(&found, "bits"), 26.42, 5e-3);
    near(number(&ask("false-alarm", &[("prior", "1e-3")]), "attack"), 0.908, 5e-4);
    near(number(&ask("false-alarm", &[("sensors", "2")]), "attack"), 0.907, 5e-4);
    assert_eq!(number(&found, "sensors_needed"), 2.0);
}

/// V53: counted among intervals with and without an attack; and the bits are those that the sensors bring.
#[test]
fn cross_alarms_agree_with_counted_intervals() {
    let (mut luck, mut seen) = (Luck(53), [0, 0]);
    for _ in 0..TIMES {
        let sensors = 1 + luck.below(4);
        let sets = [
            ("prior", over(1, 2 + luck.below(100_000))),
            ("detection", chance(&mut luck)),
            ("false_alarm", over(1 + luck.below(500), 10_000)),
            ("sensors", Rational::from(sensors)),
            ("needed", chance(&mut luck)),
        ];
        let found = ask_at("false-alarm", &sets);
        let [prior, detection, alarm, _, needed] = sets.each_ref().map(|(_, v)| v.to_f64());
        let loud = |p: f64| (0..sensors).fold(1e12, |left, _| left * p);
        let (true_ones, false_ones) = (loud(detection) * prior, loud(alarm) * (1.0 - prior));
        near(number(&found, "attack"), true_ones / (true_ones + false_ones), 1e-9);
        let library = deterrence::attack_given_alarms(prior, detection, alarm, sensors as u32);
        near(number(&found, "attack"), library, 1e-9);
        let bits_each = ln(detection / alarm) / std::f64::consts::LN_2;
        let launches = sensors as f64 * bits_each >= number(&found, "bits");
        assert_eq!(truth(&found, "launches"), launches, "{sets:?}");
        seen[usize::from(launches)] += 1;
        // What the prior lacks, in sensors; one at least has to sound.
        let wanted = (number(&found, "bits") / bits_each).ceil().max(1.0);
        if bits_each > 0.0 && wanted <= 20.0 {
            assert_eq!(number(&found, "sensors_needed"), wanted, "{sets:?}");
        } else {
            assert!(absent(&found, "sensors_needed") || needed <= number(&found, "attack"), "{sets:?}");
        }
    }
    assert!(seen.iter().all(|&count| count > TIMES / 20), "{seen:?}");
}
