//! What a run records, against the theory run alone.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use lab::change::apply;
use lab::draw::{Drawn, draw};
use lab::ensemble::{Running, changes, run};
use lab::plan::{bytes_needed, plan};
use lab::scenario::Scenario;
use theory::course::Course;
use theory::step::{Instructions, Stretch, advance, read};
use theory::world::{LANES, Ledger, Reading, Terms, World};

use crate::three::{SEED, ensemble, near, scenario};

/// What one moment looks like: the world and its readings.
type Moment = (World<f64, LANES>, Vec<Reading<f64, LANES>>);

/// The theory alone over the whole clock: what every year's start and the end look like, and the sums.
fn alone(s: &Scenario, drawn: &Drawn, terms: &Terms<LANES>, first: u32) -> (Vec<Moment>, Vec<Ledger<LANES>>) {
    let mut world = World::begin(terms, &drawn.initial);
    let mut readings: Vec<_> = (0..2).map(|_| Reading::new(3)).collect();
    let mut course = Course::begin(terms, &world, false);
    let mut ledgers: Vec<_> = (0..2).map(|_| Ledger::new(3)).collect();
    let mut moments = Vec::new();
    for year in 0..=6u32 {
        for k in 0..2 {
            read(terms, k, &world, &mut readings[k], f64::from(year));
        }
        moments.push((world.clone(), readings.clone()));
        if year < 6 {
            let stretch =
                Stretch { first: 4 * year, count: 4, dt: 0.25, seed: Some(s.ensemble.seed), replication: first };
            advance(terms, &mut course, &mut world, &mut readings, &mut ledgers, stretch, Instructions::Portable);
        }
    }
    (moments, ledgers)
}

/// Objective hazard on i, written out.
fn hazard(t: &Terms<LANES>, k: usize, reading: &Reading<f64, LANES>, i: usize, l: usize) -> f64 {
    let (issue, x) = (&t.issues[k], |i: usize| reading.effort[i][l]);
    (0..3)
        .filter(|&j| j != i)
        .map(|j| {
            let fear = issue.reach[j * 3 + i][l] * reading.weight[j * 3 + i][l] * x(i) / x(j);
            let theta = issue.greedy[j][l];
            let attack = theta + (1.0 - theta) * issue.first_strike[l] * fear / (1.0 + fear);
            attack * issue.reach[i * 3 + j][l] * x(j) / x(i)
        })
        .sum()
}

/// What a block records is what the theory, run alone, shows; paired runs share all luck.
#[test]
fn cross_records_are_what_the_theory_shows() {
    let s = scenario(&[]);
    let (plan, e) = ensemble(&s);
    assert_eq!((e.blocks.len(), e.replications(), e.blocks[1].active), (2, 20, 4));
    assert_eq!(e.numbers(), (0..20).collect::<Vec<u32>>());
    assert_eq!(plan.examined, [0, 1, 2]);
    for block in &e.blocks {
        let drawn = draw(&s, SEED, block.first);
        let t = &drawn.terms;
        let (moments, ledgers) = alone(&s, &drawn, t, block.first);
        let mut pressure = vec![[0.0; LANES]; 18];
        for (record, (world, readings)) in moments.iter().enumerate() {
            for k in 0..2 {
                let (reading, odds) = (&readings[k], &world.issues[k].log_odds);
                let mu = |p: usize, l: usize| 1.0 / (1.0 + (-odds[p][l]).exp());
                for l in 0..LANES {
                    for i in 0..3 {
                        let at = (record * 2 + k) * 3 + i;
                        let years = record as f64;
                        let x0 = t.issues[k].baseline[i][l] * t.issues[k].output[i].factor(years);
                        let x = world.issues[k].log_effort[i][l].exp();
                        let feared: f64 = (0..3)
                            .filter(|&j| j != i)
                            .map(|j| {
                                t.issues[k].reach[i * 3 + j][l] * reading.weight[i * 3 + j][l] * reading.effort[j][l]
                                    / x
                            })
                            .sum();
                        assert!(near(block.effort[at][l], x) && near(block.ratio[at][l], x / x0));
                        assert!(near(block.perceived[at][l], feared));
                        assert!(near(block.objective[at][l], hazard(t, k, reading, i, l)));
                        for j in (0..3).filter(|&j| j != i) {
                            let threat = t.issues[k].reach[i * 3 + j][l] * reading.weight[i * 3 + j][l];
                            let big_k = t.issues[k].responsiveness[i][l] * t.issues[k].output[i].factor(years);
                            let alone = x0 * x0 + big_k * threat * reading.effort[j][l] * reading.inverse_hold[i][l];
                            pressure[k * 9 + i * 3 + j][l] += (alone.sqrt() / x0).ln() / moments.len() as f64;
                        }
                    }
                    for (p, &(i, j)) in plan.tracked.iter().enumerate() {
                        let got = block.mistrust[(record * 2 + k) * plan.tracked.len() + p][l];
                        assert!(near(got, mu(i * 3 + j, l)), "{i} {j}");
                    }
                    let pairs: Vec<usize> = (0..9).filter(|p| p / 3 != p % 3).collect();
                    let bits = |m: f64| -(m * m.log2() + (1.0 - m) * (1.0 - m).log2());
                    let entropy = pairs.iter().map(|&p| bits(mu(p, l))).sum::<f64>() / 6.0;
                    let brier =
                        pairs.iter().map(|&p| (mu(p, l) - t.issues[k].greedy[p % 3][l]).powi(2)).sum::<f64>() / 6.0;
                    assert!(near(block.entropy[record * 2 + k][l], entropy));
                    assert!(near(block.brier[record * 2 + k][l], brier));
                    if record + 1 == moments.len() {
                        assert!(pairs.iter().all(|&p| near(block.last_mistrust[k * 9 + p][l], mu(p, l))));
                    }
                }
            }
        }
        for p in (0..18).filter(|p| (p % 9) / 3 != p % 3) {
            assert!((0..LANES).all(|l| near(block.pressure[p][l], pressure[p][l])), "pressure {p}");
        }
        assert_eq!(block.greedy[3..6], t.issues[1].greedy[..]);
        for k in 0..2 {
            assert_eq!(block.ledgers[k].objective, ledgers[k].objective);
            assert_eq!(block.ledgers[k].waste, ledgers[k].waste);
        }
        // Paired runs: the same world and luck, one change.
        let wanted = changes(&s, &plan);
        assert_eq!(wanted.len(), 6 + 12 + 4);
        assert_eq!(block.paired.len(), wanted.len());
        for (paired, (who, change)) in block.paired.iter().zip(wanted) {
            assert_eq!((paired.who, paired.change), (who, change));
            let (_, sums) = alone(&s, &drawn, &apply(&drawn, &s.measures, who, change), block.first);
            for i in 0..3 {
                for l in 0..LANES {
                    assert!(near(paired.hazard[i][l], sums[0].objective[i][l] + sums[1].objective[i][l]));
                }
            }
        }
    }
}

/// P4 and P3 for each couple, in closed form; spiral rates of each replication on its own, at its own time.
#[test]
fn cross_boundaries_and_spiral_rates_of_a_block() {
    let mut sets = vec![("actors.bob.doctrine", "capabilities-only"), ("actors.bob.fixed_weight", "0.8")];
    sets.extend([("actors.ada.doctrine", "capabilities-only"), ("actors.ada.fixed_weight", "0.5")]);
    sets.extend([("actors.cyd.doctrine", "trusting"), ("actors.cyd.forgetting", "3"), ("actors.ada.care", "0")]);
    sets.extend([
        ("actors.ada.foresight", "0"),
        ("issues.arms.actors.ada.cap", "1000"),
        ("issues.arms.actors.bob.cap", "1000"),
    ]);
    let s = scenario(&sets);
    let (_, e) = ensemble(&s);
    let block = &e.blocks[0];
    let drawn = draw(&s, SEED, 0);
    for (c, &(i, j)) in e.couples.iter().enumerate() {
        for l in 0..LANES {
            let (t, issue) = (&drawn.terms, &drawn.terms.issues[0]);
            let g = 0.5 * (issue.greed_excess[i][l] + issue.greed_excess[j][l]);
            let empathy = 0.5 * (t.empathy[i * 3 + j][l] + t.empathy[j * 3 + i][l]);
            let root = |v: &[[f64; LANES]], a: usize, b: usize| (v[a][l] * v[b][l]).sqrt();
            let x0 = root(&issue.baseline, i, j);
            let push = root(&issue.responsiveness, i, j) * root(&issue.reach, i * 3 + j, j * 3 + i);
            let open = 1.0 - empathy * g.exp();
            let want = if open > 0.0 { x0 * (g.exp() - 1.0) / (push * open) } else { f64::INFINITY };
            assert!(
                block.boundary[c][l] == want || near(block.boundary[c][l], want),
                "{} {want}",
                block.boundary[c][l]
            );
            assert!(near(block.critical_empathy[c][l], (-g).exp()) && near(block.empathy[c][l], empathy));
        }
    }
    // Ada and Bob look at nothing but capabilities, Cyd trusts: need of ada, bob moves with efforts alone, and the
    // leading eigenvalue is that of their 3 × 3 Richardson system (Cyd's row is −1 alone) or of Cyd's beliefs.
    assert_eq!(block.spiral.len(), 7);
    for (record, rates) in &block.spiral {
        for l in 0..LANES {
            let issue = |k: usize| &drawn.terms.issues[k];
            let side = |k: usize, i: usize, j: usize, w: f64| {
                let factor = issue(k).output[i].factor(*record as f64);
                let x = |m: usize| block.effort[(record * 2 + k) * 3 + m][l];
                let (x0, big_k) = (issue(k).baseline[i][l] * factor, issue(k).responsiveness[i][l] * factor);
                let pull = |m: usize| big_k * w * issue(k).reach[i * 3 + m][l] * x(m);
                pull(j) / (2.0 * (x0 * x0 + pull(j) + pull(2)))
            };
            let rate = |k: usize| (side(k, 0, 1, 0.5) * side(k, 1, 0, 0.8)).sqrt() - 1.0;
            let want = rate(0).max(rate(1));
            assert!((rates[l] - want).abs() < 1e-6, "{record} {l}: {} {want}", rates[l]);
        }
    }
}

/// A run that is stopped keeps whole blocks only, each as it would have been.
#[test]
fn cross_a_stopped_run_keeps_whole_blocks() {
    let s = scenario(&[("ensemble.replications", "64")]);
    let plan = plan(&s, 64, 1, u64::MAX).expect("small");
    let per_block = lab::ensemble::work(&s, &plan) / 4;
    let go = |after: u64| {
        let (stop, done) = (AtomicBool::new(false), AtomicU32::new(0));
        let progress = |units: u64| {
            let so_far = u64::from(done.fetch_add(units as u32, Ordering::SeqCst)) + units;
            stop.store(so_far >= after, Ordering::SeqCst);
        };
        let running = Running {
            seed: SEED,
            replications: 64,
            instructions: Instructions::Portable,
            stop: &stop,
            progress: &progress,
        };
        let pool = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("threads");
        pool.install(|| run(&s, &plan, running))
    };
    let whole = go(u64::MAX);
    assert_eq!((whole.blocks.len(), whole.replications(), whole.requested), (4, 64, 64));
    let part = go(2 * per_block + per_block / 2);
    assert_eq!((part.blocks.len(), part.replications(), part.requested), (2, 32, 64));
    for kept in &part.blocks {
        let same = whole.blocks.iter().find(|b| b.first == kept.first).expect("a block of the whole run");
        assert!(kept.effort == same.effort && kept.paired.len() == same.paired.len());
        assert!(kept.paired.iter().zip(&same.paired).all(|(a, b)| a.hazard == b.hazard));
    }
    assert_eq!(go(per_block / 2).blocks.len(), 0);
}

/// Values come out in the order of replications, and those of the padded last block do not.
#[test]
fn cross_values_are_gathered_in_order() {
    let s = scenario(&[]);
    let (_, e) = ensemble(&s);
    let want: Vec<f64> = (0..20).map(|r| e.blocks[r / LANES].satisfaction[r % LANES]).collect();
    assert_eq!(e.gather(|b| &b.satisfaction), want);
    assert_eq!(e.each(|b, l| b.satisfaction[l]), want);
}

/// Memory grows with threads and with what is recorded; among many actors the largest are examined.
#[test]
fn cross_plans_count_threads_and_records_and_examine_the_largest() {
    let base = bytes_needed(20, 2, 30, 1000, 1);
    let block = bytes_needed(20, 2, 30, 1000, 2) - base;
    assert_eq!(bytes_needed(20, 2, 30, 1000, 9) - base, 8 * block);
    assert!(block >= lab::plan::replication_bytes(20, 2) * LANES as u64);
    // Every record of every replication is at least 4 numbers for each actor and one for each tracked pair.
    assert!(bytes_needed(20, 2, 60, 1000, 1) - base >= 30 * 2 * (4 * 20 + 132) * 8 * 1000);
    assert!(bytes_needed(20, 2, 30, 2000, 1) - base >= 31 * 2 * (4 * 20 + 132) * 8 * 1000);
    let sets = [("issues.military.actors.a3.baseline", "1.9"), ("issues.military.actors.a11.baseline", "1.5")];
    let sets: Vec<(String, String)> = sets.iter().map(|(a, b)| ((*a).into(), (*b).into())).collect();
    let s = lab::check::check(&herz_tests::many(14, 2, 16), &sets).expect("fine");
    let p = plan(&s, 16, 1, u64::MAX).expect("small");
    assert_eq!(p.examined, [3, 11]);
    assert!(p.tracked.len() == 132 && p.tracked.contains(&(3, 11)) && !p.tracked.iter().any(|(i, j)| i == j));
}
