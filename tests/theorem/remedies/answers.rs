//! Rules that answer what the others do: Graduated Reciprocation, tit for tat, the ladder, parity, internalisation.

use herz_tests::{Lab, Running};
use theory::real::{exp, ln};
use theory::remedy::{Lever, Remedy, Rule, Signal, Term};
use theory::world::{LANES, OutputPath};

use super::signals::two_issues;
use super::spread::quick_wars;
use super::{between, carried, lever, near};

/// Actor 0 answers actor 1, whose output – and with it effort – rises by `rise` logs a year from year 4 to year 10.
pub(super) fn rival(rise: f64, remedy: Remedy<LANES>) -> Lab {
    let mut lab = Lab::equals(2, 1.0, 1e-9, 0.5, 0.3, 0.5);
    lab.terms.issues[0].adjustment = [6.0; LANES];
    lab.terms.issues[0].output[1] = OutputPath { points: vec![(4.0, 0.0), (10.0, 6.0 * rise)] };
    lab.terms.learning = vec![[0.0; LANES]; 2];
    lab.terms.remedies = vec![remedy];
    lab
}

pub(super) fn answering(patience: f64) -> Remedy<LANES> {
    let rule = Rule::Answering { patience: [patience; LANES], tolerance: [0.1; LANES] };
    carried(&[0], rule, vec![lever(Term::Target, 0.3)])
}

/// Strength in the hands of actor 0 month by month.
pub(super) fn months(mut world: Running, years: u32) -> Vec<f64> {
    (0..12 * years)
        .map(|_| {
            world.look();
            let strength = world.course.strength(0, 0)[0];
            world.advance(1, None);
            strength
        })
        .collect()
}

pub(super) fn when(strength: &[f64], year: f64) -> f64 {
    strength[(12.0 * year) as usize]
}

/// Restraint goes on while it is answered; a rise beyond tolerance ends it, and it resumes when the rise is over.
/// Patience carries it through a rise for as long as it lasts. Tit for tat is the case of none.
#[test]
fn theorem_reciprocation_stops_unanswered_and_goes_on_answered() {
    for (rise, patience, in_rise, late_in_rise) in
        [(0.0, 0.0, 1.0, 1.0), (0.05, 0.0, 1.0, 1.0), (0.3, 0.0, 0.0, 0.0), (0.3, 7.0, 1.0, 0.0), (0.3, 20.0, 1.0, 1.0)]
    {
        let strength = months(rival(rise, answering(patience)).start(), 20);
        for (year, want) in [(0.0, 1.0), (3.9, 1.0), (6.0, in_rise), (9.0, late_in_rise), (19.0, 1.0)] {
            assert_eq!(when(&strength, year), want, "rise {rise}, patience {patience}, year {year}");
        }
    }
    // Who falls is not rising, however fast.
    let strength = months(rival(-0.5, answering(0.0)).start(), 12);
    assert!(strength.iter().all(|&s| s == 1.0));
}

/// While it is kept up the cut is made; and its evidence is heard then only.
#[test]
fn theorem_reciprocation_says_nothing_once_given_up() {
    let mut remedy = answering(0.0);
    remedy.signal =
        Some(Signal { credit: [0.5; LANES], missed: [0.1; LANES], leadership: [0.0; LANES], reneges: false });
    let mut lab = rival(0.3, remedy);
    lab.terms.learning = vec![[1.0; LANES]; 2];
    lab.terms.issues[0].greed_excess = vec![[0.0; LANES]; 2];
    lab.terms.issues[0].prior = vec![[0.0; LANES]; 4];
    let mut world = lab.start();
    let mut heard = Vec::new();
    for _ in 0..12 * 14 {
        let before = world.world.issues[0].log_odds[2];
        let kept = world.course.strength(0, 0)[0];
        world.advance(1, Some(8));
        let after = world.world.issues[0].log_odds[2];
        heard.push((kept, (0..LANES).filter(|&l| after[l] != before[l]).count()));
    }
    // The first step has not drawn yet.
    assert!(heard[1..].iter().all(|&(kept, lanes)| lanes == if kept > 0.0 { LANES } else { 0 }), "{heard:?}");
    assert!(heard.iter().any(|&(kept, _)| kept == 0.0) && heard[150].0 > 0.0);
}

/// It answers effort in its own issue.
#[test]
fn theorem_reciprocation_looks_at_its_own_issue() {
    for (own, answered) in [(0, false), (1, true)] {
        let mut remedy = answering(0.0);
        remedy.issue = Some(own);
        remedy.levers[0].issue = Some(own);
        let mut lab = rival(0.3, remedy);
        let mut calm = lab.terms.issues[0].clone();
        (calm.luck_id, calm.output) = (2, vec![OutputPath::default(); 2]);
        lab.terms.issues.push(calm);
        let strength = months(two_issues(lab), 10);
        assert_eq!(when(&strength, 8.0) == 1.0, answered, "issue {own}");
    }
}

/// Mutual answers look at each other, stated partners before anybody else.
#[test]
fn theorem_reciprocation_answers_whom_it_faces() {
    for (carriers, partners, strong) in
        [(vec![0], vec![], 0.0), (vec![0], vec![1], 0.0), (vec![0], vec![2], 1.0), (vec![0, 2], vec![], 1.0)]
    {
        let mut remedy = answering(0.0);
        (remedy.carriers, remedy.partners) = (carriers, partners);
        let mut lab = Lab::equals(3, 1.0, 1e-9, 0.5, 0.3, 0.5);
        let paths = rival(0.3, remedy.clone());
        lab.terms.issues[0].adjustment = [6.0; LANES];
        lab.terms.issues[0].output[1] = paths.terms.issues[0].output[1].clone();
        lab.terms.learning = vec![[0.0; LANES]; 3];
        lab.terms.remedies = vec![remedy];
        assert_eq!(when(&months(lab.start(), 10), 8.0), strong);
    }
}

/// A ladder of six among the first two of three, whose mistrust stands still.
pub(super) fn ladder(mistrust: f64, end: f64) -> Lab {
    let mut lab = Lab::equals(3, 1.0, 5.0, mistrust, 0.3, 0.5);
    lab.terms.learning = vec![[0.0; LANES]; 3];
    let of = |v: f64| [v; LANES];
    let rule = Rule::Climbing { rungs: 6, dwell: of(2.0), climb: of(0.45), fall: of(0.7) };
    let levers = vec![
        Lever { rung: 1, ..lever(Term::Empathy, 0.5) },
        Lever { rung: 5, ..lever(Term::Authority, 0.4) },
        Lever { rung: 6, ..lever(Term::Care, 0.8) },
    ];
    lab.terms.remedies = vec![between(carried(&[0, 1], rule, levers), 0.0, end)];
    lab
}

/// A rung every two years of trust, none in between the thresholds, twice as fast down; the highest is the last. Each
/// rung brings its own powers, and nothing is left after the end.
#[test]
fn theorem_the_ladder_is_climbed_on_trust_and_lost_on_mistrust() {
    let rung = |world: &mut Running| {
        world.look();
        world.course.strength(0, 1)[3]
    };
    let mut world = ladder(0.3, f64::INFINITY).start();
    for year in 0..14 {
        world.advance(12, None);
        near(rung(&mut world), (1.0 + (f64::from(year) + 1.0) / 2.0).min(6.0), 1e-9);
        let (now, level) = (&world.course.now, rung(&mut world.clone()));
        near(now.empathy[1][3], 0.3 + 0.5 * level.min(1.0) * 0.7, 1e-12);
        near(now.issues[0].reach[1][3], 1.0 - 0.4 * (level - 4.0).clamp(0.0, 1.0), 1e-12);
        near(now.care[0][3], 0.8 * (level - 5.0).clamp(0.0, 1.0), 1e-12);
        assert_eq!((now.care[2][3], now.issues[0].reach[2][3]), (0.0, 1.0), "outsiders are left alone");
    }
    for (mistrust, change) in [(0.6, 0.0), (0.8, -1.0)] {
        for p in 0..9 {
            world.world.issues[0].log_odds[p] = [theory::real::logit(mistrust); LANES];
        }
        world.terms.issues[0].prior = world.world.issues[0].log_odds.clone();
        world.advance(12 * 3, None);
        near(rung(&mut world), 6.0 + 3.0 * change, 1e-9);
    }
    let mut ended = ladder(0.3, 9.0).start();
    ended.advance(12 * 10, None);
    assert_eq!(rung(&mut ended), 0.0);
}

/// A war among its members throws the ladder down two rungs; a war between others does not touch it.
#[test]
fn theorem_the_ladder_is_thrown_down_by_its_own_wars_only() {
    for own in [true, false] {
        let mut lab = ladder(0.3, f64::INFINITY);
        let reach = &mut lab.terms.issues[0].reach;
        let enemy = if own { 0 } else { 2 };
        for p in 0..9 {
            reach[p] = [if p == 3 + enemy || p == 3 * enemy + 1 { 1.0 } else { 0.0 }; LANES];
        }
        lab.terms.issues[0].first_strike = [0.9; LANES];
        lab.terms.issues[0].physics.war = Some(quick_wars(3));
        let mut world = lab.start();
        let begun = |world: &Running| world.course.state.wars[0].as_ref().expect("it has wars").begun;
        let mut thrown = 0;
        for _ in 0..240 {
            world.look();
            let (rung, wars) = (world.course.state.remedies[0].share, begun(&world));
            world.advance(1, Some(21));
            for l in 0..LANES {
                let war = begun(&world)[l] > wars[l];
                let breach = if war && own { 2.0 } else { 0.0 };
                let want = (rung[l].max(1.0) + 1.0 / 24.0 - breach).clamp(1.0, 6.0);
                near(world.course.state.remedies[0].share[l], want, 1e-12);
                thrown += usize::from(war);
            }
        }
        assert!(thrown > 30, "{thrown} wars");
    }
}

/// A strong and a weak actor under these remedies.
fn unequal(remedies: Vec<Remedy<LANES>>) -> Running {
    let mut lab = Lab::equals(2, 1.0, 5.0, 0.5, 0.3, 0.5).fixed_weight(0.5);
    lab.terms.issues[0].baseline[0] = [6.0; LANES];
    lab.terms.remedies = remedies;
    lab.start()
}

fn parity(ratio: f64) -> Remedy<LANES> {
    carried(&[0, 1], Rule::Timed, vec![lever(Term::Parity, ln(ratio))])
}

/// Parity, no bid for superiority: the stronger comes to stand at `ratio` times the other and no higher, the weaker only
/// answers that; it is looser while it is phased in, and where one is strong enough anyway, or alone, it does nothing.
#[test]
fn theorem_parity_binds_the_stronger() {
    let after = |remedies: Vec<Remedy<LANES>>, years: u32| {
        let mut world = unequal(remedies);
        world.advance(12 * years, None);
        [world.effort(0), world.effort(1)]
    };
    let [strong, weak] = after(Vec::new(), 60);
    assert!(strong / weak > 1.3, "{strong} {weak}");
    let [bound, other] = after(vec![parity(1.2)], 120);
    near(bound / other, 1.2, 1e-9);
    near(other, (1.0 + 2.5 * bound).sqrt(), 1e-9);
    let slowly = |ramp: f64| after(vec![Remedy { ramp: [ramp; LANES], ..parity(1.2) }], 3)[0];
    assert!(slowly(0.0) < slowly(4.0) && slowly(4.0) < slowly(30.0) && slowly(30.0) <= after(Vec::new(), 3)[0]);
    assert_eq!(after(vec![parity(2.0)], 60), after(Vec::new(), 60), "nobody seeks twice the other's effort");
    // Of two bounds the tighter holds, in either order, and a cut adds nothing to a bound already met.
    let cut = carried(&[0], Rule::Timed, vec![lever(Term::Target, 0.01)]);
    for remedies in [vec![parity(1.2), parity(1.1), cut.clone()], vec![cut, parity(1.1), parity(1.2)]] {
        let [bound, other] = after(remedies, 120);
        near(bound / other, 1.1, 1e-9);
    }
    let mut alone = Lab::equals(1, 1.0, 5.0, 0.5, 0.3, 0.5);
    alone.terms.remedies = vec![Remedy { carriers: vec![0], ..parity(1.0) }];
    near(alone.start().advance(12, None).effort(0), 1.0, 1e-12);
}

/// Two who must not exceed each other do not ratchet each other down: what parity does to effort does not depend on the
/// length of a step.
#[test]
fn theorem_parity_does_not_depend_on_the_step() {
    for (ratio, shock) in [(1.0, 0.1), (1.001, 0.1), (1.15, 0.1)] {
        let mean = |per_year: u32| {
            let mut values = Vec::new();
            for seed in 0..16 {
                let mut lab = Lab::equals(2, 1.0, 5.0, 0.5, 0.3, 0.5).fixed_weight(0.5).from_effort(2.85);
                lab.terms.issues[0].shock = [shock; LANES];
                lab.terms.remedies = vec![parity(ratio)];
                lab.dt = 1.0 / f64::from(per_year);
                let mut world = lab.start();
                world.advance(30 * per_year, Some(seed));
                values.extend(world.world.issues[0].log_effort[0]);
            }
            values.iter().sum::<f64>() / values.len() as f64
        };
        let means = [4, 12, 52, 365].map(mean);
        for m in means {
            assert!((m - means[3]).abs() < 0.1, "ratio {ratio}: {means:?}");
        }
    }
}

/// What has been internalised when the institution ends, 1 − e^{−rate·years}, stays wanted.
#[test]
fn theorem_internalisation_stays_after_the_end() {
    let rule = Rule::Internalised { rate: std::array::from_fn(|l| 0.02 + 0.01 * l as f64) };
    let remedy = between(carried(&[0], rule, vec![lever(Term::Sanction, 0.8), lever(Term::Care, 0.5)]), 3.0, 11.0);
    let mut lab = Lab::equals(2, 1.0, 5.0, 0.5, 0.3, 0.6);
    lab.terms.remedies = vec![Remedy { cost: [0.1; LANES], ..remedy }];
    let mut world = lab.start();
    let mut cost = [0.0; LANES];
    for year in 0..30 {
        world.look();
        let years = (f64::from(year) - 3.0).clamp(0.0, 8.0);
        for l in 0..LANES {
            let kept = 1.0 - exp(-(0.02 + 0.01 * l as f64) * years);
            near(world.course.strength(0, 0)[l], kept, 1e-12);
            near(world.course.now.issues[0].greed_excess[0][l], 0.6 * (1.0 - 0.8 * kept), 1e-12);
            near(world.course.now.care[0][l], 0.5 * kept, 1e-12);
        }
        assert_eq!(world.course.now.care[1], [0.0; LANES]);
        if year == 11 {
            cost = world.course.state.remedies[0].cost[0][0];
            assert!(cost.iter().all(|&c| c > 0.0));
        }
        world.advance(12, None);
    }
    assert_eq!(cost, world.course.state.remedies[0].cost[0][0], "what has ended costs nothing");
}
