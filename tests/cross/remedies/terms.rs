//! The terms of the moment under random levers, one replication at a time, from the words of model §8 and of [`Term`].

use herz_tests::Lab;
use theory::course::Course;
use theory::issue::military::War;
use theory::issue::nuclear::Nuclear;
use theory::remedy::{Lever, Remedy, Rule, Signal, Term};
use theory::world::{LANES, Terms, World};

const N: usize = 4;
const ISSUES: usize = 2;

/// Irregular numbers between two ends.
pub(crate) struct Sequence(pub(crate) u64);

impl Sequence {
    fn next(&mut self, low: f64, high: f64) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        low + (high - low) * ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }
    pub(crate) fn lanes(&mut self, low: f64, high: f64) -> [f64; LANES] {
        std::array::from_fn(|_| self.next(low, high))
    }
    pub(crate) fn many(&mut self, count: usize, low: f64, high: f64) -> Vec<[f64; LANES]> {
        (0..count).map(|_| self.lanes(low, high)).collect()
    }
    fn whole(&mut self, below: usize) -> usize {
        self.next(0.0, below as f64) as usize
    }
    fn some(&mut self, chance: f64) -> Vec<usize> {
        let picked: Vec<usize> = (0..N).filter(|_| self.next(0.0, 1.0) < chance).collect();
        if picked.is_empty() { vec![self.whole(N)] } else { picked }
    }
}

/// A lopsided world with everything that a lever can move in both issues.
fn random_terms(s: &mut Sequence) -> Terms<LANES> {
    let mut terms = Lab::equals(N, 1.0, 5.0, 0.3, 0.3, 0.5).terms;
    terms.issues.push(terms.issues[0].clone());
    terms.issues[1].luck_id = 2;
    terms.care = s.many(N, 0.0, 0.5);
    terms.foresight = s.many(N, 0.0, 0.5);
    terms.negativity = s.many(N, 1.0, 3.0);
    terms.misperception = s.many(N, -0.3, 0.3);
    terms.forgetting = s.many(N, 0.0, 0.4);
    terms.empathy = s.many(N * N, 0.0, 1.0);
    for issue in &mut terms.issues {
        issue.baseline = s.many(N, 0.5, 3.0);
        issue.responsiveness = s.many(N, 1.0, 9.0);
        issue.greedy = s.many(N, 0.0, 1.0).iter().map(|v| v.map(f64::round)).collect();
        issue.greed_excess = s.many(N, 0.2, 0.9);
        issue.push = s.many(N, -0.3, 0.3);
        issue.shown = s.many(N, -0.5, 0.5);
        issue.reach = s.many(N * N, 0.0, 1.0);
        issue.clarity = s.many(N * N, 0.5, 3.0);
        let of = |v: f64| [v; LANES];
        issue.physics.war = Some(War {
            rate: of(1.0),
            log_force: s.many(N * N, -0.5, 0.5),
            ending: of(1.0),
            escalation: of(0.3),
            limit: vec![of(1.0); N],
            attrition: [of(0.1), of(0.2), of(0.3)],
            spoils: of(0.1),
            shock_to_trust: of(1.0),
        });
        // Without rational control deterrence is nothing: tempers show what remedies do.
        issue.physics.nuclear = Some(Nuclear {
            second_strike: s.many(N, 0.0, 1.0),
            damage_scale: vec![of(5.0); N],
            rational_control: of(0.0),
            ideology: vec![of(0.0); N * N],
            accident: std::array::from_fn(|_| vec![of(0.01); N]),
            readiness: s.many(N, 0.1, 1.0),
            decision_time: s.many(N, 0.5, 2.0),
            checking: of(1.0),
            restraint: vec![of(1.0); N],
            escalation: [of(0.02), of(0.5)],
            shadow: of(0.0),
        });
    }
    terms
}

const TERMS: [Term; 29] = [
    Term::Target,
    Term::Baseline,
    Term::Parity,
    Term::Care,
    Term::Foresight,
    Term::Negativity,
    Term::Misperception,
    Term::Forgetting,
    Term::Sanction,
    Term::Pace,
    Term::Caution,
    Term::Shown,
    Term::Exposure,
    Term::Attack,
    Term::Posture,
    Term::Transparency,
    Term::Lasting,
    Term::Empathy,
    Term::Opacity,
    Term::Density,
    Term::Authority,
    Term::Pool,
    Term::Balance,
    Term::Outward,
    Term::Readiness,
    Term::DecisionTime,
    Term::Escalation,
    Term::SecondStrike,
    Term::Research,
];

fn random_remedy(s: &mut Sequence, id: u32) -> Remedy<LANES> {
    let issue = (s.next(0.0, 1.0) < 0.4).then(|| s.whole(ISSUES));
    let levers = (0..1 + s.whole(5))
        .map(|_| Lever { term: TERMS[s.whole(TERMS.len())], issue, rung: 0, size: s.lanes(-0.2, 0.7) })
        .collect();
    let partners = if s.next(0.0, 1.0) < 0.5 { Vec::new() } else { s.some(0.5) };
    let signal = (s.next(0.0, 1.0) < 0.3).then(|| Signal {
        credit: s.lanes(0.0, 2.0),
        missed: s.lanes(0.01, 0.5),
        leadership: s.lanes(0.0, 1.0),
        reneges: s.next(0.0, 1.0) < 0.3,
    });
    Remedy {
        luck_id: id,
        carriers: s.some(0.6),
        partners,
        issue,
        start: s.lanes(-1.0, 4.0),
        ramp: s.lanes(0.0, 4.0),
        end: s.lanes(2.0, 9.0),
        rule: Rule::Timed,
        levers,
        signal,
        cost: [0.0; LANES],
    }
}

/// One replication of the terms, read and written as plain numbers.
#[derive(Clone)]
struct Plain {
    /// By actor: care, foresight, negativity, misperception, forgetting.
    who: Vec<[f64; 5]>,
    empathy: Vec<Vec<f64>>,
    issues: Vec<PlainIssue>,
}

#[derive(Clone)]
struct PlainIssue {
    /// By actor: baseline, greed excess, push, shown, pace, caution, readiness, decision time, second strike, limit, restraint.
    actor: Vec<[f64; 11]>,
    /// By pair, the first about the second: reach, clarity, temper, ln force.
    pair: Vec<Vec<[f64; 4]>>,
}

fn plain(t: &Terms<LANES>, l: usize) -> Plain {
    let issue = |k: &theory::world::IssueTerms<LANES>| {
        let (war, bombs) = (k.physics.war.as_ref().expect("war"), k.physics.nuclear.as_ref().expect("warheads"));
        let actor = |i: usize| {
            let lists = [&k.baseline, &k.greed_excess, &k.push, &k.shown, &k.conduct.pace, &k.conduct.caution];
            let more = [&bombs.readiness, &bombs.decision_time, &bombs.second_strike, &war.limit, &bombs.restraint];
            let all: Vec<f64> = lists.iter().chain(&more).map(|list| list[i][l]).collect();
            all.try_into().expect("eleven")
        };
        let cell = |p: usize| [k.reach[p][l], k.clarity[p][l], k.conduct.temper[p][l], war.log_force[p][l]];
        PlainIssue {
            actor: (0..N).map(actor).collect(),
            pair: (0..N).map(|i| (0..N).map(|j| cell(i * N + j)).collect()).collect(),
        }
    };
    let who = |i: usize| [&t.care, &t.foresight, &t.negativity, &t.misperception, &t.forgetting].map(|list| list[i][l]);
    Plain {
        who: (0..N).map(who).collect(),
        empathy: (0..N).map(|i| (0..N).map(|j| t.empathy[i * N + j][l]).collect()).collect(),
        issues: t.issues.iter().map(issue).collect(),
    }
}

/// What a remedy meets: strength by the calendar, θ and x by issue and actor, ln of need.
struct Scene<'a> {
    remedy: &'a Remedy<LANES>,
    l: usize,
    time: f64,
    greedy: &'a [Vec<f64>],
    effort: &'a [Vec<f64>],
    log_need: &'a [Vec<f64>],
}

impl Scene<'_> {
    fn strength(&self) -> f64 {
        let (start, ramp, end) = (self.remedy.start[self.l], self.remedy.ramp[self.l], self.remedy.end[self.l]);
        match self.time {
            t if t < start || t >= end => 0.0,
            t if ramp == 0.0 || t - start >= ramp => 1.0,
            t => (t - start) / ramp,
        }
    }
    fn partners(&self, i: usize) -> Vec<usize> {
        let named = |j: &usize| self.remedy.partners.is_empty() || self.remedy.partners.contains(j);
        (0..N).filter(named).filter(|&j| j != i).collect()
    }
    fn members(&self, i: usize) -> Vec<usize> {
        self.remedy.carriers.iter().copied().filter(|&j| j != i).collect()
    }
    /// c/η with the weight of capability, in issue k.
    fn credit(&self, k: usize, i: usize) -> f64 {
        let signal = self.remedy.signal.as_ref().expect("a signal");
        let mean = self.effort[k].iter().sum::<f64>() / N as f64;
        signal.credit[self.l] * (self.effort[k][i] / mean).powf(signal.leadership[self.l]).clamp(0.25, 4.0)
    }
    /// Chance that actor i sends in issue k: the benign do, the greedy with e^{−c/η}, who reneges does not.
    fn sends(&self, k: usize, i: usize) -> f64 {
        match &self.remedy.signal {
            None => 1.0,
            Some(signal) if signal.reneges => 0.0,
            Some(_) if self.greedy[k][i] > 0.5 => (-self.credit(k, i)).exp(),
            Some(_) => 1.0,
        }
    }
    fn concerned(&self) -> Vec<usize> {
        self.remedy.issue.map_or((0..ISSUES).collect(), |k| vec![k])
    }

    /// One lever, as its words have it.
    fn pull(&self, t: &mut Plain, lever: &Lever<LANES>) {
        for &i in &self.remedy.carriers {
            let issues = self.concerned();
            let sent = issues.iter().map(|&k| self.sends(k, i)).sum::<f64>() / issues.len() as f64;
            let q = lever.size[self.l] * self.strength() * sent;
            match lever.term {
                Term::Care => t.who[i][0] += q,
                Term::Foresight => t.who[i][1] += q,
                Term::Negativity => t.who[i][2] = 1.0 + (t.who[i][2] - 1.0) * (1.0 - q),
                Term::Misperception => t.who[i][3] *= 1.0 - q,
                Term::Forgetting => t.who[i][4] *= 1.0 - q,
                Term::Lasting => self.partners(i).iter().for_each(|&j| t.who[j][4] *= 1.0 - q),
                Term::Empathy => {
                    self.partners(i).iter().for_each(|&j| t.empathy[i][j] += q * (1.0 - t.empathy[i][j]));
                }
                _ => {
                    for k in issues {
                        let q = lever.size[self.l] * self.strength() * self.sends(k, i);
                        self.pull_issue(&mut t.issues[k], lever.term, i, q);
                    }
                }
            }
        }
    }

    fn pull_issue(&self, t: &mut PlainIssue, term: Term, i: usize, q: f64) {
        let partners = self.partners(i);
        match term {
            Term::Baseline => t.actor[i][0] *= 1.0 - q,
            Term::Sanction => t.actor[i][1] *= 1.0 - q,
            Term::Target => t.actor[i][2] -= q,
            Term::Shown => t.actor[i][3] -= q,
            Term::Pace => t.actor[i][4] *= 1.0 - q,
            Term::Caution => t.actor[i][5] *= 1.0 - q,
            Term::Readiness => t.actor[i][6] *= 1.0 - q,
            Term::DecisionTime => t.actor[i][7] += q,
            Term::SecondStrike => t.actor[i][8] += q * (1.0 - t.actor[i][8]),
            Term::Escalation => {
                t.actor[i][9] *= 1.0 - q;
                t.actor[i][10] *= 1.0 - q;
            }
            Term::Exposure => partners.iter().for_each(|&j| t.pair[j][i][0] *= 1.0 - q),
            Term::Attack => partners.iter().for_each(|&j| t.pair[j][i][2] *= 1.0 - q),
            Term::Posture => {
                for j in partners {
                    for (a, b) in [(i, j), (j, i)] {
                        t.pair[a][b][0] *= (-q).exp();
                        t.pair[a][b][3] -= q;
                    }
                }
            }
            // Clarity is 1 over opacity.
            Term::Opacity => partners.iter().for_each(|&j| t.pair[i][j][1] /= 1.0 - q),
            Term::Transparency => partners.iter().for_each(|&j| t.pair[j][i][1] /= 1.0 - q),
            Term::Density => partners.iter().for_each(|&j| t.pair[i][j][1] *= (1.0 + q).sqrt()),
            Term::Authority => self.members(i).iter().for_each(|&j| t.pair[i][j][0] *= 1.0 - q),
            _ => {}
        }
    }

    /// Who lends to whom against whom.
    fn stand_together(&self, t: &mut Plain, lever: &Lever<LANES>) {
        let lent_share = lever.size[self.l] * self.strength();
        for k in self.concerned() {
            let (x, before) = (&self.effort[k], t.issues[k].clone());
            let dreads = |m: usize| {
                let weight = |j: &usize| before.pair[m][*j][0] * x[*j];
                let rivals = (0..N).filter(|j| *j != m && weight(j) > 0.0);
                rivals.max_by(|a, b| weight(a).total_cmp(&weight(b)).then(b.cmp(a)))
            };
            for &i in &self.remedy.carriers {
                for j in (0..N).filter(|&j| j != i) {
                    let helpers = self.members(i).into_iter().filter(|&m| m != j);
                    let sum =
                        |helpers: &mut dyn Iterator<Item = usize>| helpers.map(|m| lent_share * x[m]).sum::<f64>();
                    match lever.term {
                        Term::Pool => t.issues[k].pair[i][j][0] *= x[i] / (x[i] + sum(&mut { helpers })),
                        Term::Balance => {
                            let lent = sum(&mut helpers.filter(|&m| dreads(m) == Some(j)));
                            t.issues[k].pair[i][j][0] *= x[i] / (x[i] + lent);
                        }
                        Term::Outward if !self.remedy.carriers.contains(&j) => {
                            t.issues[k].pair[j][i][0] *= 1.0 + sum(&mut { helpers }) / x[i];
                        }
                        _ => {}
                    }
                }
            }
        }
    }

    /// Mean evidence of this year's signals, before any is drawn.
    fn show(&self, t: &mut Plain) {
        let Some(signal) = &self.remedy.signal else { return };
        let missed = signal.missed[self.l];
        for k in self.concerned() {
            for &i in &self.remedy.carriers {
                let bluff = (-self.credit(k, i)).exp();
                let seen = self.sends(k, i) * (1.0 - missed);
                let silence = ((1.0 - (1.0 - missed) * bluff) / missed).ln();
                t.issues[k].actor[i][3] += self.strength() * (seen * bluff.ln() + (1.0 - seen) * silence);
            }
        }
    }

    /// Nobody who promised parity aims higher than the largest of those it faces allows.
    fn hold(&self, t: &mut Plain, lever: &Lever<LANES>) {
        if lever.term != Term::Parity || self.strength() == 0.0 {
            return;
        }
        for k in self.concerned() {
            for &i in &self.remedy.carriers {
                let Some(most) = self.partners(i).into_iter().map(|j| self.effort[k][j]).reduce(f64::max) else {
                    continue;
                };
                let allowed = (most * lever.size[self.l].exp() / self.strength()).ln();
                let aim = self.log_need[k][i] + self.greedy[k][i] * t.issues[k].actor[i][1];
                let push = &mut t.issues[k].actor[i][2];
                *push = push.min(allowed - aim);
            }
        }
    }
}

fn apply(t: &mut Plain, scenes: &[Scene<'_>]) {
    for scene in scenes {
        scene.remedy.levers.iter().for_each(|lever| scene.pull(t, lever));
        scene.show(t);
        scene.remedy.levers.iter().for_each(|lever| scene.stand_together(t, lever));
    }
    scenes.iter().for_each(|scene| scene.remedy.levers.iter().for_each(|lever| scene.hold(t, lever)));
}

/// ln √(x0² + K Σ t x / hold) of every actor, from K1–K4 with these terms and beliefs.
fn log_need(t: &Terms<LANES>, k: usize, l: usize, x: &[f64]) -> Vec<f64> {
    let issue = &t.issues[k];
    let mu = |i: usize, j: usize| 1.0 / (1.0 + (-issue.prior[i * N + j][l]).exp());
    let threat = |i: usize, j: usize| issue.reach[i * N + j][l] * (t.floor[i][l] + t.slope[i][l] * mu(i, j));
    let big_k = |i: usize| issue.responsiveness[i][l];
    let need = |i: usize| {
        let others = || (0..N).filter(move |&j| j != i);
        let harm: f64 = others().map(|j| big_k(j) * threat(j, i) / x[j]).sum();
        let back: f64 = others().map(|j| big_k(i) * threat(i, j) / x[i] * big_k(j) * threat(j, i) / (2.0 * x[j])).sum();
        let hold = 1.0 + t.care[i][l] * harm + t.foresight[i][l] * back;
        let fear: f64 = others().map(|j| threat(i, j) * x[j]).sum();
        0.5 * (issue.baseline[i][l].powi(2) + big_k(i) * fear / hold).ln()
    };
    (0..N).map(need).collect()
}

/// Everything a lever can move, in fifty random worlds under one to five random remedies at a random time.
#[test]
fn cross_terms_under_random_levers_agree_with_a_literal_reading() {
    let mut moved = 0;
    for world in 0..50 {
        let mut s = Sequence(1951 + world);
        let mut terms = random_terms(&mut s);
        let count = 1 + s.whole(5);
        terms.remedies = (0..count).map(|r| random_remedy(&mut s, r as u32)).collect();
        let initial = [s.many(N, 0.5, 6.0), s.many(N, 0.5, 6.0)];
        let time = s.next(0.0, 8.0);
        let moment = World::begin(&terms, &initial);
        let mut course = Course::begin(&terms, &moment, false);
        course.stand(&terms, &moment, time);
        for l in 0..LANES {
            let lane = |lists: &[Vec<[f64; LANES]>]| -> Vec<Vec<f64>> {
                lists.iter().map(|list| list.iter().map(|v| v[l]).collect()).collect()
            };
            let effort = lane(&initial);
            let greedy = lane(&[terms.issues[0].greedy.clone(), terms.issues[1].greedy.clone()]);
            let needs: Vec<Vec<f64>> = (0..ISSUES).map(|k| log_need(&terms, k, l, &effort[k])).collect();
            let scene = |remedy| Scene { remedy, l, time, greedy: &greedy, effort: &effort, log_need: &needs };
            let scenes: Vec<Scene<'_>> = terms.remedies.iter().map(scene).collect();
            let (mut want, before, got) = (plain(&terms, l), plain(&terms, l), plain(&course.now, l));
            apply(&mut want, &scenes);
            for (at, ((got, want), old)) in list(&got).iter().zip(list(&want)).zip(list(&before)).enumerate() {
                assert!((got - want).abs() <= 1e-12 * want.abs().max(1.0), "world {world}, {l}, {at}: {got} {want}");
                moved += usize::from(want != old);
            }
        }
    }
    assert!(moved > 10_000, "{moved} numbers were moved");
}

fn list(p: &Plain) -> Vec<f64> {
    let mut all: Vec<f64> = p.who.iter().flatten().copied().chain(p.empathy.iter().flatten().copied()).collect();
    for issue in &p.issues {
        all.extend(issue.actor.iter().flatten());
        for (i, row) in issue.pair.iter().enumerate() {
            all.extend(row.iter().enumerate().filter(|(j, _)| *j != i).flat_map(|(_, cell)| cell));
        }
    }
    all
}
