//! What the outcome says, against what the records hold.

use lab::change::{Change, OPTIONS, Who};
use lab::ensemble::{Block, Ensemble};
use lab::measure::{Reader, outcome};
use lab::plan::Plan;
use lab::scenario::Scenario;
use theory::world::{LANES, Ledger};

use crate::three::{ensemble, mean, near, scenario};

/// An irregular number in [0, 1).
fn irregular(m: u64) -> f64 {
    let mut z = m.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
}

/// The same records with irregular figures, so that every threshold is met by some and missed by others.
fn scrambled(e: &Ensemble, salt: u64) -> Ensemble {
    let mut e = e.clone();
    let mut m = salt << 32;
    let mut fill = |lanes: &mut [[f64; LANES]], of: &dyn Fn(f64) -> f64| {
        for v in lanes.iter_mut().flatten() {
            m += 1;
            *v = of(irregular(m));
        }
    };
    for block in &mut e.blocks {
        fill(&mut block.greedy, &|u| if u < 0.25 { 1.0 } else { 0.0 });
        fill(&mut block.pressure, &|u| 0.5 * u);
        fill(&mut block.entropy, &|u| 0.9 * u);
        for ledger in &mut block.ledgers {
            fill(&mut ledger.objective, &|u| 1.3 * u);
        }
        for paired in &mut block.paired {
            fill(&mut paired.hazard, &|u| 0.1 + 2.8 * u);
        }
        for (_, rates) in &mut block.spiral {
            fill(std::slice::from_mut(rates), &|u| u - 0.5);
        }
    }
    e
}

/// The outcome says what the records hold: those of a run, and irregular ones.
#[test]
fn cross_the_outcome_is_what_the_records_hold() {
    let mut undecided = 0;
    for (weakest, salt) in [(false, 0), (true, 0), (false, 1), (false, 2), (true, 3), (false, 4)] {
        let aggregate = if weakest { "weakest-link" } else { "average" };
        let s = scenario(&[("assumptions.aggregate", aggregate), ("measures.satisfaction", "0.32")]);
        let (plan, e) = ensemble(&s);
        let e = if salt == 0 { e } else { scrambled(&e, salt) };
        let reader = Reader { scenario: &s, plan: &plan, ensemble: &e };
        let o = outcome(reader, "v", "h".into());
        assert_eq!((o.replications, o.requested, o.start, o.end), (20, 20, 1990, 1996));
        // Replication r is lane r % 16 of block r / 16.
        let each = |of: &dyn Fn(&Block, usize) -> f64| -> Vec<f64> {
            (0..20).map(|r| of(&e.blocks[r / LANES], r % LANES)).collect()
        };
        for p in &o.pairs {
            let at = |id: &str| s.actors.iter().position(|a| a.id == id).expect("there");
            let (k, i, j) = (usize::from(p.issue == "aid"), at(&p.from), at(&p.to));
            let frames = each(&|b, l| {
                let ratio = (b.pressure[k * 9 + i * 3 + j][l].exp() * b.pressure[k * 9 + j * 3 + i][l].exp()).sqrt();
                match (b.greedy[k * 3 + i][l] > 0.5, b.greedy[k * 3 + j][l] > 0.5) {
                    (true, true) => 3.0,
                    (false, false) if ratio > 1.3 => 1.0,
                    (false, false) => 0.0,
                    _ => 2.0,
                }
            });
            let count = |f: f64| frames.iter().filter(|&&x| x == f).count() as f64;
            let v = &p.verdict;
            for (got, want) in [(&v.harmony, 0.0), (&v.security_dilemma, 1.0), (&v.predation, 2.0), (&v.rivalry, 3.0)] {
                assert!(near(got.mean, count(want) / 20.0), "{} {} {want}: {}", p.from, p.to, got.mean);
            }
            let benign = count(0.0) + count(1.0);
            assert_eq!(p.dilemma_if_benign.is_some(), benign > 0.0);
            assert!(p.dilemma_if_benign.is_none_or(|d| near(d.mean, count(1.0) / benign)));
            assert!(near(p.truth, mean(&each(&|b, l| b.greedy[k * 3 + j][l]))));
            let misread = each(&|b, l| b.last_mistrust[k * 9 + i * 3 + j][l] - b.greedy[k * 3 + j][l]);
            assert!(near(p.misreading.mean, mean(&misread)));
        }
        // Security, waste.
        let ledger = |b: &Block, k: usize, i: usize, l: usize| b.ledgers[k].objective[i][l];
        for i in 0..3 {
            assert!(near(
                o.security[i].objective.mean,
                mean(&each(&|b, l| (-(ledger(b, 0, i, l) + ledger(b, 1, i, l))).exp()))
            ));
            let feared = each(&|b, l| (-(b.ledgers[0].perceived[i][l] + b.ledgers[1].perceived[i][l])).exp());
            assert!(near(o.security[i].perceived.mean, mean(&feared)));
            for k in 0..2 {
                let row = o.actors.iter().find(|a| a.id == s.actors[i].id && a.issue == s.issues[k].id).expect("a row");
                assert!(near(row.security.mean, mean(&each(&|b, l| (-ledger(b, k, i, l)).exp()))));
                assert!(near(row.greedy, mean(&each(&|b, _l| b.greedy[k * 3 + i][_l]))));
                for (band, list) in [
                    (&row.effort, (|b| &b.effort) as fn(&Block) -> &Vec<[f64; LANES]>),
                    (&row.effort_over_baseline, |b| &b.ratio),
                    (&row.perceived_hazard, |b| &b.perceived),
                    (&row.objective_hazard, |b| &b.objective),
                ] {
                    let mut values = each(&|b, l| list(b)[(4 * 2 + k) * 3 + i][l]);
                    assert!(near(band.mean[4], mean(&values)) && band.year[4] == 1994.0);
                    values.sort_by(f64::total_cmp);
                    // Twenty values: definition 7 puts the quartiles at places 4.75 and 14.25, the 5 % at 0.95.
                    let place = |p: f64| values[p as usize] + p.fract() * (values[p as usize + 1] - values[p as usize]);
                    for (got, at) in
                        [(&band.q05, 0.95), (&band.q25, 4.75), (&band.q50, 9.5), (&band.q75, 14.25), (&band.q95, 18.05)]
                    {
                        assert!(near(got[4], place(at)));
                    }
                }
            }
        }
        for k in 0..2 {
            let sum = |b: &Block, l: usize, of: fn(&Ledger<LANES>) -> &Vec<[f64; LANES]>| {
                of(&b.ledgers[k]).iter().map(|v| v[l]).sum::<f64>()
            };
            assert!(near(o.waste[k].total.mean, mean(&each(&|b, l| sum(b, l, |g| &g.waste)))));
            assert!(near(
                o.waste[k].share.mean,
                mean(&each(&|b, l| sum(b, l, |g| &g.waste) / sum(b, l, |g| &g.effort)))
            ));
        }
        // D1 and D2 of every raise: over the replications in which the raiser is benign.
        let run_of = |who: Who, change: Change| {
            e.blocks[0].paired.iter().position(|p| p.who == who && p.change == change).expect("a paired run")
        };
        let total = |b: &Block, i: usize, l: usize| ledger(b, 0, i, l) + ledger(b, 1, i, l);
        let d = &o.definitions;
        for (at, (k, i)) in (0..2).flat_map(|k| (0..3).map(move |i| (k, i))).enumerate() {
            let run = run_of(Who::One(i), Change::Raise { issue: k });
            let benign = each(&|b, l| 1.0 - b.greedy[k * 3 + i][l]);
            let change = |j: usize| each(&|b, l| b.paired[run].hazard[j][l] - total(b, j, l));
            let of = |values: &[f64]| {
                let kept: Vec<f64> = values.iter().zip(&benign).filter(|(_, b)| **b > 0.5).map(|(v, _)| *v).collect();
                mean(&kept)
            };
            let rest: Vec<Vec<f64>> = (0..3).filter(|&j| j != i).map(change).collect();
            let others: Vec<f64> = rest[0].iter().zip(&rest[1]).map(|(a, b)| a + b).collect();
            let (harm, own) = (&d.harm.by_actor[at], &d.self_defeat.by_actor[at]);
            assert_eq!((&harm.actor, &harm.issue), (&s.actors[i].id, &s.issues[k].id));
            assert!(near(harm.effect.mean, of(&others)), "{k} {i}: {} {}", harm.effect.mean, of(&others));
            assert!(near(own.effect.mean, of(&change(i))));
            assert_eq!(harm.effect.replications as f64, benign.iter().sum::<f64>());
            assert!(harm.effect.positive <= 1.0 && harm.effect.ci95[0] <= harm.effect.mean);
        }
        // Overall: by run, the mean over the benign raisers of the headline's issue; so many runs, so wide an interval.
        let main = usize::from(o.headline.issue == "aid");
        assert_eq!(d.issue, o.headline.issue);
        let by_run = |only_benign: bool, of: &dyn Fn(usize, [f64; 3]) -> f64| -> Vec<f64> {
            let of_run = |b: &Block, l: usize| {
                let anybody = b.greedy.iter().any(|g| g[l] > 0.5);
                let raisers = (0..3).filter(|&i| b.greedy[main * 3 + i][l] < 0.5 && !(only_benign && anybody));
                let effects = raisers.map(|i| {
                    let run = run_of(Who::One(i), Change::Raise { issue: main });
                    of(i, [0, 1, 2].map(|j| b.paired[run].hazard[j][l] - total(b, j, l)))
                });
                mean(&effects.collect::<Vec<_>>())
            };
            each(&of_run).into_iter().filter(|v| !v.is_nan()).collect()
        };
        let own = |i: usize, change: [f64; 3]| change[i];
        let others = |i: usize, change: [f64; 3]| change.iter().sum::<f64>() - change[i];
        for (effect, values) in [
            (&d.harm.overall, by_run(false, &others)),
            (&d.harm.among_benign, by_run(true, &others)),
            (&d.self_defeat.overall, by_run(false, &own)),
            (&d.self_defeat.among_benign, by_run(true, &own)),
            (&d.self_defeat.everyone, by_run(false, &|_, change| change.iter().sum())),
        ] {
            let (n, m) = (values.len() as f64, mean(&values));
            assert!(near(effect.mean, m) && effect.replications as f64 == n && n > 1.0);
            let variance = values.iter().map(|v| (v - m) * (v - m)).sum::<f64>() / (n - 1.0);
            assert!(near(effect.ci95[1] - effect.ci95[0], 2.0 * 1.959_963_984_540_054 * (variance / n).sqrt()));
        }
        for (holds, effect) in [
            (d.harm.holds, &d.harm.overall),
            (d.harm.holds_among_benign, &d.harm.among_benign),
            (d.self_defeat.holds, &d.self_defeat.overall),
            (d.self_defeat.holds_everyone, &d.self_defeat.everyone),
            (d.self_defeat.holds_among_benign, &d.self_defeat.among_benign),
        ] {
            assert_eq!(holds, effect.ci95[0] > 0.0);
        }
        assert!(near(d.self_defeat.everyone.mean, d.self_defeat.overall.mean + d.harm.overall.mean));
        // D3.
        let over_time =
            |of: fn(&Block) -> &Vec<[f64; LANES]>| mean(&each(&|b, l| of(b).iter().map(|v| v[l]).sum::<f64>() / 14.0));
        assert!(near(d.uncertainty.entropy.mean, over_time(|b| &b.entropy)));
        assert!(near(d.uncertainty.brier.mean, over_time(|b| &b.brier)));
        assert_eq!(d.uncertainty.holds, d.uncertainty.entropy.mean > 0.5);
        // D4.
        let mut stuck = Vec::new();
        for i in 0..3 {
            stuck.extend(each(&|b, l| {
                let safe =
                    |run: Option<usize>, j: usize| (-run.map_or(total(b, j, l), |r| b.paired[r].hazard[j][l])).exp();
                let own = OPTIONS.iter().map(|&c| safe(Some(run_of(Who::One(i), c)), i)).fold(safe(None, i), f64::max);
                let joint = OPTIONS.iter().map(|&c| {
                    let all = [0, 1, 2].map(|j| safe(Some(run_of(Who::All, c)), j));
                    if weakest { all[0].min(all[1]).min(all[2]) } else { mean(&all) }
                });
                f64::from(u8::from(own < 0.32 && joint.fold(0.0, f64::max) >= 0.32))
            }));
        }
        let share = mean(&stuck);
        assert!(near(d.no_way_out.share.mean, share), "{} {share}", d.no_way_out.share.mean);
        assert!(weakest || (share > 0.02 && share < 0.95), "the level {share} tests nothing");
        for option in &d.no_way_out.options {
            let change = OPTIONS.iter().find(|c| c.name() == option.option);
            let safe = |b: &Block, run: Option<usize>, j: usize, l: usize| {
                (-run.map_or(total(b, j, l), |r| b.paired[r].hazard[j][l])).exp()
            };
            let values = match &option.actor {
                Some(id) => {
                    let i = s.actors.iter().position(|a| &a.id == id).expect("there");
                    let run = change.map(|&c| run_of(Who::One(i), c));
                    each(&|b, l| safe(b, run, i, l))
                }
                None => {
                    let run = change.map(|&c| run_of(Who::All, c));
                    each(&|b, l| {
                        let all = [0, 1, 2].map(|j| safe(b, run, j, l));
                        if weakest { all[0].min(all[1]).min(all[2]) } else { mean(&all) }
                    })
                }
            };
            assert!(near(option.security.mean, mean(&values)), "{:?} {}", option.actor, option.option);
        }
        assert_eq!(d.no_way_out.options.len(), 4 * 5);
        assert_eq!(d.no_way_out.holds, share >= 0.5);
        // Spiral rate: the peak of each replication, and the two ends.
        let spiral = |at: usize| mean(&each(&|b, l| b.spiral[at].1[l]));
        assert!(near(o.spiral_rate.at_start.mean, spiral(0)) && near(o.spiral_rate.at_end.mean, spiral(6)));
        let peaks = each(&|b, l| b.spiral.iter().map(|(_, v)| v[l]).fold(f64::NEG_INFINITY, f64::max));
        assert!(near(o.spiral_rate.peak.mean, mean(&peaks)));
        // Headline: of the first issue the first couple that is not clearly under less pressure than the one under most, and the
        // likeliest frame if it reaches one half.
        let pressure =
            |(i, j): (usize, usize)| each(&|b, l| 0.5 * (b.pressure[i * 3 + j][l] + b.pressure[j * 3 + i][l]));
        let couples = [(0, 1), (0, 2), (1, 2)];
        let most = couples.into_iter().fold((0, 1), |a, b| if mean(&pressure(b)) > mean(&pressure(a)) { b } else { a });
        let less = |couple: (usize, usize)| {
            let gap: Vec<f64> = pressure(most).iter().zip(pressure(couple)).map(|(a, b)| a - b).collect();
            let spread = gap.iter().map(|g| (g - mean(&gap)).powi(2)).sum::<f64>() / (gap.len() - 1) as f64;
            mean(&gap) >= 0.05 && mean(&gap) > 1.96 * (spread / gap.len() as f64).sqrt()
        };
        let (i, j) = couples.into_iter().find(|c| !less(*c)).expect("the one under most");
        let k = 0;
        assert_eq!(
            (o.headline.pair[0].as_str(), o.headline.pair[1].as_str()),
            (s.actors[i].id.as_str(), s.actors[j].id.as_str())
        );
        assert_eq!(o.headline.issue, s.issues[k].id);
        let p = o
            .pairs
            .iter()
            .find(|p| p.from == s.actors[i].id && p.to == s.actors[j].id && p.issue == s.issues[k].id)
            .expect("there");
        let v = &p.verdict;
        let frames = [
            ("harmony", v.harmony.mean),
            ("security-dilemma", v.security_dilemma.mean),
            ("predation", v.predation.mean),
            ("rivalry", v.rivalry.mean),
        ];
        let largest = frames.iter().map(|f| f.1).fold(0.0, f64::max);
        assert!(near(o.headline.probability.mean, largest));
        match frames.iter().find(|f| f.1 >= 0.5) {
            Some((name, _)) => assert_eq!(o.headline.verdict, *name),
            None => assert_eq!(o.headline.verdict, "undecided"),
        }
        undecided += u8::from(o.headline.verdict == "undecided");
        for at in &o.headline.by_ratio {
            let (mut benign, mut dilemmas) = (0.0, 0.0);
            for r in 0..20 {
                let (b, l) = (&e.blocks[r / LANES], r % LANES);
                if b.greedy[k * 3 + i][l] < 0.5 && b.greedy[k * 3 + j][l] < 0.5 {
                    let log = 0.5 * (b.pressure[k * 9 + i * 3 + j][l] + b.pressure[k * 9 + j * 3 + i][l]);
                    benign += 1.0;
                    dilemmas += f64::from(u8::from(log.exp() > at.ratio));
                }
            }
            assert!(near(at.share.mean, dilemmas / f64::max(benign, 1.0)), "{}", at.ratio);
        }
        assert!(o.headline.by_ratio.iter().any(|at| at.ratio == 1.3));
        let greedy = format!("in {:.0} % of the runs at least one side", 100.0 * (v.predation.mean + v.rivalry.mean));
        assert!(o.headline.caveats.iter().any(|c| c.en.contains(&greedy)), "{greedy}: {:?}", o.headline.caveats);
        // Phase picture: where the couple starts, and how much empathy would be enough.
        let c = couples.iter().position(|&x| x == (i, j)).expect("a couple");
        let mu = |b: &Block, a: usize, z: usize, l: usize| {
            b.mistrust[k * 6 + plan.tracked.iter().position(|&t| t == (a, z)).expect("tracked")][l]
        };
        let above = each(&|b, l| {
            let ratio = (b.ratio[k * 3 + i][l] * b.ratio[k * 3 + j][l]).sqrt();
            f64::from(u8::from(0.5 * (mu(b, i, j, l) + mu(b, j, i, l)) * ratio > b.boundary[k * 3 + c][l]))
        });
        assert!(near(o.phase.starts_above, mean(&above)));
        let safe = each(&|b, l| f64::from(u8::from(b.empathy[c][l] >= b.critical_empathy[k * 3 + c][l])));
        assert!(near(o.phase.safe_share, mean(&safe)));
        let (low, high) = (0, o.phase.boundary_effort.len() - 1);
        let fall = o.phase.boundary_effort[high] / o.phase.boundary_effort[low];
        // 9 stands for "no mistrust is enough".
        let levels = &o.phase.boundary_mistrust;
        assert!(salt > 0 || (fall > 1.5 && levels[low] < 9.0));
        assert!(levels[low] == 9.0 || near(levels[low] / levels[high], fall));
    }
    assert!(undecided > 0, "every headline was decided");
}

/// Whether a definition holds is read off the end of the interval, not off the mean.
#[test]
fn cross_what_holds_must_be_shown() {
    let s = scenario(&[]);
    let (plan, e) = ensemble(&s);
    let holds = |shift: f64, spread: f64| {
        let mut e = e.clone();
        for block in &mut e.blocks {
            let base = lab::ensemble::total_hazard(&block.ledgers, 3);
            for paired in &mut block.paired {
                for (with, without) in paired.hazard.iter_mut().zip(&base) {
                    *with = std::array::from_fn(|l| without[l] + shift + if l % 2 == 0 { spread } else { -spread });
                }
            }
        }
        let d = outcome(Reader { scenario: &s, plan: &plan, ensemble: &e }, "v", "h".into()).definitions;
        assert!((d.self_defeat.overall.mean - shift).abs() < 0.3 * spread + 1e-9);
        (d.harm.holds, d.self_defeat.holds, d.self_defeat.holds_everyone)
    };
    assert_eq!(holds(0.1, 0.01), (true, true, true));
    assert_eq!(holds(0.01, 3.0), (false, false, false));
    assert_eq!(holds(-0.1, 0.01), (false, false, false));
}

/// Among pairs about equal the first is named, whichever luck has put ahead, and the others are told; a clear lead decides.
#[test]
fn cross_the_headline_does_not_choose_among_equals_by_luck() {
    let s = scenario(&[]);
    let (plan, e) = ensemble(&s);
    let said = |last: f64| {
        let mut e = e.clone();
        for block in &mut e.blocks {
            for (p, lane) in block.pressure.iter_mut().take(9).enumerate() {
                // Everybody alike but for luck; the last couple by so much more.
                let more = if matches!(p, 5 | 7) { last } else { 0.0 };
                *lane = std::array::from_fn(|l| 0.5 + more + 0.1 * ((p * 7 + l * 3) % 5) as f64);
            }
        }
        let o = outcome(Reader { scenario: &s, plan: &plan, ensemble: &e }, "v", "h".into());
        let told = o.headline.sentence.en.split("Under about as much pressure: ").nth(1).map(str::to_owned);
        (o.headline.pair, told)
    };
    let ids = |i: usize, j: usize| [s.actors[i].id.clone(), s.actors[j].id.clone()];
    let names = |i: usize, j: usize| format!("{}–{}", s.actors[i].name.en, s.actors[j].name.en);
    let all = Some(format!("{}, {}.", names(0, 2), names(1, 2)));
    assert_eq!(said(0.0), (ids(0, 1), all.clone()));
    assert_eq!(said(0.04), (ids(0, 1), all));
    assert_eq!(said(0.5), (ids(1, 2), None));
}

/// What the headline says of D2 follows those it speaks of: arming may fail among security seekers and yet deter.
#[test]
fn cross_the_headline_tells_security_seekers_from_all() {
    let made = |replications: &str| {
        let s = scenario(&[("ensemble.replications", replications)]);
        let (plan, e) = ensemble(&s);
        (s, plan, e)
    };
    let words = |(s, plan, e): &(Scenario, Plan, Ensemble), benign: f64, greedy: f64| {
        let mut e = e.clone();
        for block in &mut e.blocks {
            for lane in &mut block.greedy {
                *lane = [0.0; LANES];
            }
            // One replication in two has a greedy partner.
            block.greedy[2] = std::array::from_fn(|l| (l % 2) as f64);
            let base = lab::ensemble::total_hazard(&block.ledgers, 3);
            for paired in &mut block.paired {
                for (with, without) in paired.hazard.iter_mut().zip(&base) {
                    let change = |l: usize| if l & 1 == 0 { benign } else { greedy } + 0.001 * (l / 2) as f64;
                    *with = std::array::from_fn(|l| without[l] + change(l));
                }
            }
        }
        let o = outcome(Reader { scenario: s, plan, ensemble: &e }, "v", "h".into());
        let d = &o.definitions.self_defeat;
        let words = o.headline.caveats.iter().find(|c| c.en.contains("D2")).expect("a caveat on D2").en.clone();
        (d.holds_among_benign, d.holds, words)
    };
    let many = made("64");
    let said = |benign: f64, greedy: f64| {
        let (among_benign, over_all, words) = words(&many, benign, greedy);
        assert!(!words.contains("too few"), "{words}");
        (among_benign, over_all, words.contains("it deters"))
    };
    assert_eq!(said(0.1, -0.5), (true, false, true));
    assert_eq!(said(-0.1, 0.5), (false, true, false));
    assert_eq!(said(0.1, 0.1), (true, true, false));
    assert_eq!(said(-0.1, -0.1), (false, false, false));
    // Of 20 runs ten are benign: too few to tell, whatever they say.
    let (_, _, few) = words(&made("20"), 0.1, -0.5);
    assert!(few.contains("in 10 of the runs, too few"), "{few}");
}

/// Quantiles, positives and coverage of small samples known by hand.
#[test]
fn cross_summaries_of_small_samples() {
    use lab::statistics::{band, coverage, effect, estimate};
    let e = estimate(&[8.0, 1.0, 4.0, 2.0]);
    for (got, want) in [(e.mean, 3.75), (e.q05, 1.15), (e.q50, 3.0), (e.q95, 7.4)] {
        assert!(near(got, want), "{got} {want}");
    }
    let e = effect(&[0.0, 0.0, -1.0, 3.0]);
    assert!(near(e.positive, 0.25) && near(e.mean, 0.5) && e.replications == 4);
    // s.d. √3, s.e. √3/2.
    assert!(near(e.ci95[0], 0.5 - 1.959_963_984_540_054 * 3f64.sqrt() / 2.0));
    let years = [2000.0, 2001.0, 2002.0];
    let b = band(
        &years,
        |at| if at == 1 { vec![] } else { (0..=100).map(|v| f64::from(v) + 1000.0 * at as f64).collect() },
    );
    assert_eq!(b.year, [2000.0, 2002.0]);
    // Inside the half, inside nine tenths only, outside, in a year that has no band, in a year between.
    let seen = [(2000.0, 50.0), (2002.0, 2010.0), (2002.0, 50.0), (2001.0, 1050.0), (2000.5, 50.0)];
    let (years, values): (Vec<f64>, Vec<f64>) = seen.into_iter().unzip();
    let (half, most) = coverage(&b, &years, &values);
    assert!(near(half, 1.0 / 3.0) && near(most, 2.0 / 3.0), "{half} {most}");
}
