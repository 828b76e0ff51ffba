//! The kernel, noise and ledgers included, against a literal transcription of the model: one scalar world at a
//! time, no symmetry, every term in use and different in every actor, pair, issue and replication.

use theory::belief::LOG_ODDS_LIMIT;
use theory::course::Course;
use theory::luck::{Luck, Purpose};
use theory::step::{Instructions, Stretch, advance};
use theory::world::{Conduct, IssueTerms, LANES, Ledger, OutputPath, Physics, Reading, Terms, World, circles};

const ACTORS: usize = 3;
const ISSUES: usize = 2;
const DT: f64 = 0.25;
const FIRST: u32 = 6;
const STEPS: u32 = 8;
const REPLICATION: u32 = 5;

/// Irregular numbers between two ends.
struct Sequence(u64);

impl Sequence {
    fn next(&mut self, low: f64, high: f64) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        low + (high - low) * ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }
    fn lanes(&mut self, low: f64, high: f64) -> [f64; LANES] {
        std::array::from_fn(|_| self.next(low, high))
    }
    fn many(&mut self, count: usize, low: f64, high: f64) -> Vec<[f64; LANES]> {
        (0..count).map(|_| self.lanes(low, high)).collect()
    }
}

fn terms() -> (Terms<LANES>, Vec<Vec<[f64; LANES]>>) {
    let mut s = Sequence(1950);
    let (n, pairs) = (ACTORS, ACTORS * ACTORS);
    let issue = |s: &mut Sequence, id: u32| {
        let reach = s.many(pairs, 0.2, 1.5);
        IssueTerms {
            luck_id: id,
            baseline: s.many(n, 0.5, 2.0),
            responsiveness: s.many(n, 1.0, 6.0),
            output: (0..n)
                .map(|_| OutputPath { points: vec![(1.0, s.next(-0.5, 0.5)), (2.0, s.next(-0.5, 0.5)), (3.1, 0.4)] })
                .collect(),
            greedy: s.many(n, 0.0, 1.0).iter().map(|v| v.map(f64::round)).collect(),
            greed_excess: s.many(n, 0.2, 0.9),
            log_cap: s.many(n, 0.6, 1.6),
            push: s.many(n, -0.4, 0.4),
            shown: s.many(n, -1.5, 1.5),
            told: Vec::new(),
            circle: circles(n, &reach),
            reach,
            clarity: s.many(pairs, 0.5, 2.0),
            prior: s.many(pairs, -9.2, 9.2),
            adjustment: s.lanes(0.5, 2.0),
            shock: s.lanes(0.1, 0.5),
            first_strike: s.lanes(0.1, 0.9),
            conduct: Conduct::usual(ACTORS),
            physics: Physics::default(),
        }
    };
    let issues = vec![issue(&mut s, 11), issue(&mut s, 12)];
    let floor = s.many(n, 0.0, 0.4);
    let mut learning = vec![[1.0; LANES]; n];
    learning[2] = s.lanes(0.0, 1.0).map(f64::round);
    let terms = Terms {
        actors: n,
        luck_ids: vec![901, 77, 500],
        slope: floor.iter().map(|v| v.map(|f| 1.0 - f)).collect(),
        floor,
        learning,
        care: s.many(n, 0.0, 0.6),
        foresight: s.many(n, 0.0, 0.6),
        negativity: s.many(n, 1.0, 2.5),
        misperception: s.many(n, -0.3, 0.3),
        forgetting: s.many(n, 0.0, 0.5),
        empathy: s.many(pairs, 0.0, 1.0),
        issues,
        spillovers: vec![(0, 1, s.lanes(0.2, 0.8)), (1, 0, s.lanes(-0.6, -0.1))],
        nodes: Vec::new(),
        remedies: Vec::new(),
    };
    let initial = (0..ISSUES).map(|_| s.many(n, 0.5, 3.0)).collect();
    (terms, initial)
}

/// State and sums of one replication.
struct Literal {
    x: Vec<Vec<f64>>,
    log_odds: Vec<Vec<f64>>,
    /// [issue][actor]: ∫h, ∫H, ∫ waste, ∫x.
    sums: Vec<Vec<[f64; 4]>>,
}

/// What issue k looks like at one moment.
struct Look {
    x0: Vec<f64>,
    big_k: Vec<f64>,
    weight: Vec<Vec<f64>>,
    threat: Vec<Vec<f64>>,
    hold: Vec<f64>,
    need: Vec<f64>,
}

fn others(i: usize) -> impl Iterator<Item = usize> {
    (0..ACTORS).filter(move |&j| j != i)
}

fn growth(points: &[(f64, f64)], time: f64) -> f64 {
    let (first, last) = (points[0], points[points.len() - 1]);
    if time <= first.0 {
        return first.1.exp();
    }
    for pair in points.windows(2) {
        let [(t0, a), (t1, b)] = [pair[0], pair[1]];
        if time < t1 {
            return (a + (b - a) * (time - t0) / (t1 - t0)).exp();
        }
    }
    last.1.exp()
}

impl Literal {
    fn look(&self, t: &Terms<LANES>, k: usize, l: usize, time: f64) -> Look {
        let (issue, x, n) = (&t.issues[k], &self.x[k], ACTORS);
        let factor: Vec<f64> = issue.output.iter().map(|o| growth(&o.points, time)).collect();
        let x0: Vec<f64> = (0..n).map(|i| issue.baseline[i][l] * factor[i]).collect();
        let big_k: Vec<f64> = (0..n).map(|i| issue.responsiveness[i][l] * factor[i]).collect();
        let at = |i: usize, j: usize| i * n + j;
        // K1, K2
        let mu = |i: usize, j: usize| 1.0 / (1.0 + (-self.log_odds[k][at(i, j)]).exp());
        let weight: Vec<Vec<f64>> =
            (0..n).map(|i| (0..n).map(|j| t.floor[i][l] + t.slope[i][l] * mu(i, j)).collect()).collect();
        let threat: Vec<Vec<f64>> =
            (0..n).map(|i| (0..n).map(|j| issue.reach[at(i, j)][l] * weight[i][j]).collect()).collect();
        // K4
        let hold: Vec<f64> = (0..n)
            .map(|i| {
                let harm: f64 = others(i).map(|j| big_k[j] * threat[j][i] / x[j]).sum();
                let back: f64 = others(i)
                    .map(|j| (big_k[i] * threat[i][j] / x[i]) * (big_k[j] * threat[j][i] / (2.0 * x[j])))
                    .sum();
                1.0 + t.care[i][l] * harm + t.foresight[i][l] * back
            })
            .collect();
        // K3
        let need = (0..n)
            .map(|i| {
                let fear: f64 = others(i).map(|j| threat[i][j] * x[j]).sum();
                (x0[i] * x0[i] + big_k[i] * fear / hold[i]).sqrt()
            })
            .collect();
        Look { x0, big_k, weight, threat, hold, need }
    }

    /// K6–K9 with noise and signals: evidence per year that i gathers about j.
    fn evidence(&self, t: &Terms<LANES>, k: usize, l: usize, look: &Look, (i, j): (usize, usize), xi: f64) -> f64 {
        let (issue, x, n) = (&t.issues[k], &self.x[k], ACTORS);
        let public: f64 = others(j).filter(|&m| m != i).map(|m| look.threat[j][m] * x[m]).sum();
        let imagined = t.empathy[i * n + j][l] * look.weight[i][j] * issue.reach[j * n + i][l] * x[i];
        let benign = (look.x0[j] * look.x0[j] + look.big_k[j] * (public + imagined) / look.hold[j]).sqrt();
        let excess = x[j].ln() + t.misperception[i][l] - benign.ln();
        let (g, s) = (issue.greed_excess[j][l], 1.0 / issue.clarity[i * n + j][l]);
        let mut llr = g / (s * s) * (excess - g / 2.0);
        if llr > 0.0 {
            llr *= t.negativity[i][l];
        }
        t.learning[i][l] * (llr + g / s * xi / DT.sqrt() + issue.shown[j][l])
    }

    fn step(&mut self, t: &Terms<LANES>, l: usize, step: u32, seed: u64) {
        let n = ACTORS;
        let time = f64::from(step) * DT;
        let looks: Vec<Look> = (0..ISSUES).map(|k| self.look(t, k, l, time)).collect();
        let replication = REPLICATION + l as u32;
        let mut news = vec![vec![0.0; n * n]; ISSUES];
        for k in 0..ISSUES {
            let (issue, look, x) = (&t.issues[k], &looks[k], &self.x[k]);
            let largest = (0..n).map(|i| look.x0[i] / x[i]).fold(0.0, f64::max);
            for i in 0..n {
                let (mut objective, mut perceived) = (0.0, 0.0);
                for j in others(i) {
                    let fear = look.threat[j][i] * x[i] / x[j];
                    let theta = issue.greedy[j][l];
                    let attack = theta + (1.0 - theta) * issue.first_strike[l] * fear / (1.0 + fear);
                    objective += attack * issue.reach[i * n + j][l] * x[j] / x[i];
                    perceived += look.threat[i][j] * x[j] / x[i];
                    let luck = Luck::new(seed, Purpose::Reading, issue.luck_id);
                    let xi = luck.normals::<1>(replication, step, t.luck_ids[i], t.luck_ids[j])[0][0];
                    news[k][i * n + j] = self.evidence(t, k, l, look, (i, j), xi);
                }
                let waste = x[i] * (1.0 - largest).max(0.0);
                for (sum, part) in self.sums[k][i].iter_mut().zip([objective, perceived, waste, x[i]]) {
                    *sum += DT * part;
                }
            }
        }
        for k in 0..ISSUES {
            // K10, K11
            for i in 0..n {
                for j in others(i) {
                    let p = i * n + j;
                    let spilt: f64 =
                        t.spillovers.iter().filter(|s| s.1 == k).map(|(from, _, psi)| psi[l] * news[*from][p]).sum();
                    let (now, prior) = (self.log_odds[k][p], t.issues[k].prior[p][l]);
                    let drift = news[k][p] + spilt - t.forgetting[i][l] * (now - prior);
                    self.log_odds[k][p] = (now + DT * drift).clamp(-LOG_ODDS_LIMIT, LOG_ODDS_LIMIT);
                }
            }
            // K5
            for i in 0..n {
                let issue = &t.issues[k];
                let luck = Luck::new(seed, Purpose::Effort, issue.luck_id);
                let xi = luck.normals::<1>(replication, step, t.luck_ids[i], t.luck_ids[i])[0][0];
                let target = looks[k].need[i].ln() + issue.greed_excess[i][l] * issue.greedy[i][l] + issue.push[i][l];
                let log_x = self.x[k][i].ln();
                let next = log_x + issue.adjustment[l] * DT * (target - log_x) + issue.shock[l] * DT.sqrt() * xi;
                self.x[k][i] = next.min(issue.log_cap[i][l]).exp();
            }
        }
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1.0)
}

/// Every effort, belief and sum after some steps from the middle of a run, in every replication.
#[test]
fn cross_noisy_kernel_agrees_with_a_literal_one() {
    let (terms, initial) = terms();
    let seed = 0x1234_5678_9ABC_DEF0;
    let mut world = World::begin(&terms, &initial);
    let mut readings: Vec<_> = (0..ISSUES).map(|_| Reading::new(ACTORS)).collect();
    let mut course = Course::begin(&terms, &world, false);
    let mut ledgers: Vec<_> = (0..ISSUES).map(|_| Ledger::new(ACTORS)).collect();
    let stretch = Stretch { first: FIRST, count: STEPS, dt: DT, seed: Some(seed), replication: REPLICATION };
    advance(&terms, &mut course, &mut world, &mut readings, &mut ledgers, stretch, Instructions::Widest);
    let (mut at_cap, mut at_limit) = (0, 0);
    for l in 0..LANES {
        let mut literal = Literal {
            x: initial.iter().map(|x| x.iter().map(|v| v[l]).collect()).collect(),
            log_odds: terms.issues.iter().map(|k| k.prior.iter().map(|v| v[l]).collect()).collect(),
            sums: vec![vec![[0.0; 4]; ACTORS]; ISSUES],
        };
        for step in FIRST..FIRST + STEPS {
            literal.step(&terms, l, step, seed);
        }
        for k in 0..ISSUES {
            for i in 0..ACTORS {
                let x = world.issues[k].log_effort[i][l];
                assert!(near(x, literal.x[k][i].ln()), "effort {k} {i} {l}: {x} {}", literal.x[k][i].ln());
                at_cap += usize::from(x == terms.issues[k].log_cap[i][l]);
                let sums = &ledgers[k];
                for (got, want) in [&sums.objective, &sums.perceived, &sums.waste, &sums.effort]
                    .iter()
                    .map(|sum| sum[i][l])
                    .zip(literal.sums[k][i])
                {
                    assert!(near(got, want), "sums {k} {i} {l}: {got} {want}");
                }
                for j in others(i) {
                    let (got, want) =
                        (world.issues[k].log_odds[i * ACTORS + j][l], literal.log_odds[k][i * ACTORS + j]);
                    assert!(near(got, want), "belief {k} {i} {j} {l}: {got} {want}");
                    at_limit += usize::from(want.abs() == LOG_ODDS_LIMIT);
                }
            }
        }
    }
    // Caps and limits were met, and not by all.
    assert!((1..LANES * ACTORS * ISSUES).contains(&at_cap) && (1..LANES).contains(&at_limit), "{at_cap} {at_limit}");
}

/// Circles follow chains of exposure, one-way links included, and leave the unconnected apart.
#[test]
fn cross_circles_are_the_connected_components() {
    let n = 6;
    let mut reach = vec![[0.0; LANES]; n * n];
    for (i, j) in [(2, 0), (4, 2), (4, 5), (1, 3)] {
        reach[i * n + j] = [0.5; LANES];
    }
    assert_eq!(circles(n, &reach), vec![0, 1, 0, 1, 0, 0]);
    assert_eq!(circles(n, &vec![[0.0; LANES]; n * n]), vec![0, 1, 2, 3, 4, 5]);
}
