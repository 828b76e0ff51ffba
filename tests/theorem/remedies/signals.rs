//! What a signal says: −c/η where it is seen, a little bad news where it is not, and on average the truth (model §8).

use herz_tests::{Lab, Running};
use theory::real::{exp, ln};
use theory::remedy::{Remedy, Rule, Signal, Term};
use theory::world::LANES;

use super::{carried, lever, near};

const CREDIT: f64 = 0.3;
const MISSED: f64 = 0.2;

/// −c/η, and ln[(1 − (1−δ)e^{−c/η})/δ].
fn words(credit: f64) -> [f64; 2] {
    [-credit, ((1.0 - (1.0 - MISSED) * (-credit).exp()) / MISSED).ln()]
}

fn signal(credit: f64) -> Signal<LANES> {
    Signal { credit: [credit; LANES], missed: [MISSED; LANES], leadership: [0.0; LANES], reneges: false }
}

/// Signals of actor 0 from the second year on.
fn signals(credit: f64) -> Remedy<LANES> {
    let mut remedy = carried(&[0], Rule::Timed, vec![lever(Term::Target, 0.1)]);
    remedy.signal = Some(signal(credit));
    remedy.start = [1.0; LANES];
    remedy
}

/// Two who learn from nothing but signals: no greed excess, so effort says nothing and is seen without noise.
fn deaf(greedy: f64, remedy: Remedy<LANES>) -> Lab {
    let mut lab = Lab::equals(2, 1.0, 5.0, 0.5, 0.3, 0.0);
    lab.terms.issues[0].greedy[0] = [greedy; LANES];
    lab.terms.remedies = vec![remedy];
    lab
}

/// What actor 1 has come to believe of actor 0 in issue `k`, by replication.
fn belief(world: &Running, k: usize) -> [f64; LANES] {
    world.world.issues[k].log_odds[2]
}

/// Seen or not, benign or greedy: the two numbers are the log-likelihood ratio, so E[exp(evidence) | benign] = 1 and
/// E[exp(−evidence) | greedy] = 1; a signal that costs nothing says nothing at all.
#[test]
fn theorem_signal_evidence_is_the_log_likelihood_ratio() {
    for credit in [0.0, 1e-3, 0.1, 1.0, 4.0, 20.0] {
        for missed in [0.001, 0.05, 0.5, 0.9] {
            let [seen, silent] = Signal::<LANES>::evidence(credit, missed);
            assert_eq!(seen, -credit);
            near((1.0 - missed) * exp(seen) + missed * exp(silent), 1.0, 1e-12);
            let bluffs = (1.0 - missed) * (-credit).exp();
            near(bluffs * exp(-seen) + (1.0 - bluffs) * exp(-silent), 1.0, 1e-12);
            assert!(silent >= 0.0);
        }
    }
    for missed in [0.001, 0.05, 0.07, 0.3, 0.9] {
        assert_eq!(Signal::<LANES>::evidence(0.0, missed), [0.0, 0.0]);
    }
}

/// Every year says one of the two things, exactly, and is drawn anew.
#[test]
fn theorem_signals_are_drawn_anew_every_year() {
    for (per_year, dt) in [(12, 1.0 / 12.0), (4, 0.25), (1, 1.0), (7, 1.0 / 7.0)] {
        let mut lab = deaf(1.0, signals(0.05));
        lab.dt = dt;
        let mut world = lab.start();
        world.advance(per_year, Some(9));
        assert_eq!(belief(&world, 0), [0.0; LANES], "nothing is said before it begins");
        let mut heard: Vec<[bool; LANES]> = Vec::new();
        for _ in 0..60 {
            let before = belief(&world, 0);
            let after = belief(world.advance(per_year, Some(9)), 0);
            let [seen, silent] = words(0.05);
            heard.push(std::array::from_fn(|l| {
                let said = after[l] - before[l];
                near(said, if said < 0.0 { seen } else { silent }, 1e-9);
                said < 0.0
            }));
        }
        let repeated = heard.windows(2).filter(|w| w[0] == w[1]).count();
        // Sixteen fates a year: two years alike by chance once in some hundreds.
        assert!(repeated <= 2, "{repeated} of 59 years repeat the year before at {per_year} steps a year");
    }
}

/// Over 4,096 runs of ten years: belief about the benign is a martingale, E[exp(evidence)] = 1, and so it is about
/// bluffers with the sign turned; both learn, on average, what is true, by as much as paper says.
#[test]
fn theorem_belief_under_signals_is_a_martingale() {
    for leadership in [0.0, 0.7] {
        for greedy in [0.0, 1.0] {
            let mut ratios = Vec::new();
            let mut evidence = Vec::new();
            for seed in 0..256 {
                let mut remedy = signals(CREDIT);
                remedy.levers.clear();
                if let Some(signal) = &mut remedy.signal {
                    signal.leadership = [leadership; LANES];
                }
                let mut lab = deaf(greedy, remedy).from_effort(1.0);
                (lab.initial[0], lab.terms.issues[0].adjustment) = ([4.0; LANES], [0.0; LANES]);
                let mut world = lab.start();
                world.advance(120, Some(seed));
                for x in belief(&world, 0) {
                    ratios.push(exp(if greedy > 0.5 { -x } else { x }));
                    evidence.push(x);
                }
            }
            let weight = exp(leadership * ln(4.0 / 2.5));
            let credit = CREDIT * weight;
            let sent = if greedy > 0.5 { (-credit).exp() } else { 1.0 } * (1.0 - MISSED);
            let [seen, silent] = words(credit);
            let want = 9.0 * (sent * seen + (1.0 - sent) * silent);
            assert_eq!(want > 0.0, greedy > 0.5, "they learn the truth");
            for (values, want) in [(ratios, 1.0), (evidence, want)] {
                let (mean, error) = mean_and_error(&values);
                assert!((mean - want).abs() < 4.0 * error, "greedy {greedy}: {mean} ± {error}, not {want}");
            }
        }
    }
}

fn mean_and_error(values: &[f64]) -> (f64, f64) {
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    let square = values.iter().map(|v| (v - mean) * (v - mean)).sum::<f64>();
    (mean, (square / (n - 1.0) / n).sqrt())
}

/// Motives belong to issues: whoever is benign in one and greedy in another bluffs in the other only.
#[test]
fn theorem_signals_follow_the_motive_of_their_issue() {
    let mut seen = [0, 0];
    for seed in 0..64 {
        let mut lab = deaf(0.0, signals(1.0));
        let mut second = lab.terms.issues[0].clone();
        (second.luck_id, second.greedy[0]) = (2, [1.0; LANES]);
        lab.terms.issues.push(second);
        let mut world = two_issues(lab);
        for _ in 0..2 {
            let before = [belief(&world, 0), belief(&world, 1)];
            world.advance(12, Some(seed));
            for k in 0..2 {
                seen[k] += (0..LANES).filter(|&l| belief(&world, k)[l] < before[k][l]).count();
            }
        }
    }
    let share = seen.map(|s| s as f64 / (64.0 * LANES as f64));
    assert!((share[0] - 0.8).abs() < 0.05, "benign: {}", share[0]);
    assert!((share[1] - 0.8 * exp(-1.0)).abs() < 0.06, "greedy: {}", share[1]);
}

/// Begins a world of two issues, equal in effort.
pub(crate) fn two_issues(lab: Lab) -> Running {
    let second = lab.initial.clone();
    with_second(lab, second)
}

/// Begins a world of two issues; efforts of the second.
pub(crate) fn with_second(lab: Lab, second: Vec<[f64; LANES]>) -> Running {
    use theory::course::Course;
    use theory::world::{Ledger, Reading, World};
    let n = lab.terms.actors;
    let world = World::begin(&lab.terms, &[lab.initial.clone(), second]);
    Running {
        course: Course::begin(&lab.terms, &world, true),
        world,
        readings: vec![Reading::new(n), Reading::new(n)],
        ledgers: vec![Ledger::new(n), Ledger::new(n)],
        dt: lab.dt,
        done: 0,
        terms: lab.terms,
    }
}

/// A benign signal costs its sender whether or not it is seen; a bluffer that does not send keeps its effort; who
/// reneges gives nothing up and is found out every year.
#[test]
fn theorem_a_signal_costs_whoever_sends_it() {
    for (greedy, reneges) in [(0.0, false), (1.0, false), (0.0, true)] {
        let mut remedy = signals(CREDIT);
        remedy.cost = [0.25; LANES];
        if let Some(signal) = &mut remedy.signal {
            signal.reneges = reneges;
        }
        let mut world = deaf(greedy, remedy).start();
        world.advance(12, Some(5));
        let (mut kept, mut cut) = (0, 0);
        for year in 0..10 {
            let before = (belief(&world, 0), world.course.state.remedies[0].cost[0][0]);
            world.advance(12, Some(5));
            for l in 0..LANES {
                let unseen = belief(&world, 0)[l] > before.0[l];
                let paid = world.course.state.remedies[0].cost[0][0][l] - before.1[l];
                near(paid, if paid > 0.1 { 0.25 } else { 0.0 }, 1e-9);
                (kept, cut) = (kept + usize::from(paid < 0.1), cut + usize::from(paid > 0.1));
                assert!(unseen || paid > 0.1, "year {year}: seen, so sent");
                assert!(!reneges || (unseen && paid == 0.0));
                assert!(greedy > 0.5 || reneges || paid > 0.1, "year {year}: the benign always send");
            }
        }
        assert!(reneges == (cut == 0) && (greedy > 0.5 || reneges) == (kept > 0), "{kept} kept, {cut} cut");
    }
}

/// Two bluffers decide each for itself, and one in two issues twice: at a chance of one half they do the same in half of
/// the years.
#[test]
fn theorem_signals_of_several_are_drawn_apart() {
    let (mut same, mut alike, mut sent, mut all) = (0, 0, 0, 0);
    for seed in 0..64 {
        let mut remedy = signals(ln(2.0));
        remedy.carriers = vec![0, 1];
        let mut lab = deaf(1.0, remedy);
        lab.terms.issues[0].greedy = vec![[1.0; LANES]; 2];
        let mut second = lab.terms.issues[0].clone();
        second.luck_id = 2;
        lab.terms.issues.push(second);
        let mut world = two_issues(lab);
        world.advance(12, Some(seed));
        let fates = &world.course.state.remedies[0].signals.sent;
        for l in 0..LANES {
            same += usize::from(fates[0][0][l] == fates[0][1][l]);
            alike += usize::from(fates[0][0][l] == fates[1][0][l]);
            sent += usize::from(fates[0][0][l] == 1.0);
            all += 1;
        }
    }
    // Four standard errors of a half over 1,024.
    for count in [same, alike, sent] {
        assert!((count as f64 / f64::from(all) - 0.5).abs() < 0.0625, "{count} of {all}");
    }
}
