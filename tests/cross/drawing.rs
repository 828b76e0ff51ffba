//! What is drawn and changed, against the scenario read by hand.

use lab::change::{Change, Who, apply};
use lab::check::check;
use lab::draw::draw;
use lab::fault::render;
use lab::names::luck_id;
use lab::scenario::Lang;
use theory::belief::LOG_ODDS_LIMIT;
use theory::luck::{Luck, Purpose};
use theory::world::{LANES, Terms};

use crate::three::{SEED, TEXT, near, scenario};

fn all_near(got: [f64; LANES], want: f64) {
    assert!(got.iter().all(|&g| near(g, want)), "{got:?} not {want}");
}

/// Authority, rules and fines multiply what they leave open: issue, pair and every group that encloses both.
#[test]
fn cross_authority_is_the_product_of_what_encloses_the_pair() {
    let t = draw(&scenario(&[]), SEED, 0).terms;
    let arms = &t.issues[0];
    let exposure = [[0.0, 1.5, 0.4], [0.7, 0.0, 1.1], [0.9, 0.3, 0.0]];
    for i in 0..3 {
        for j in (0..3).filter(|&j| j != i) {
            let region = i < 2 && j < 2;
            let own = if i + j == 2 { 0.45 } else { 0.05 };
            let open = (1.0 - 0.1) * (1.0 - own) * (1.0 - 0.06) * if region { 1.0 - 0.21 } else { 1.0 };
            let veil = (1.0 - 0.2) * (1.0 - 0.07) * if region { 1.0 - 0.22 } else { 1.0 };
            all_near(arms.reach[i * 3 + j], open * exposure[i][j]);
            all_near(arms.clarity[i * 3 + j], 1.0 / (0.4 * veil));
            all_near(t.issues[1].reach[i * 3 + j], 0.5);
            all_near(t.issues[1].clarity[i * 3 + j], 2.0);
        }
        let inner = if i < 2 { 1.0 - 0.23 } else { 1.0 };
        all_near(arms.greed_excess[i], 0.5 * (1.0 - 0.3) * (1.0 - 0.08) * inner);
        all_near(t.issues[1].greed_excess[i], 0.5);
    }
}

/// Every other term stands where the file says.
#[test]
fn cross_terms_are_the_scenario() {
    let drawn = draw(&scenario(&[]), SEED, 0);
    let t = &drawn.terms;
    let mistrust = [[0.0, 0.3, 0.7], [0.2, 0.0, 0.5], [0.6, 0.4, 0.0]];
    let empathy = [[0.0, 0.1, 0.2], [0.3, 0.0, 0.9], [0.5, 0.6, 0.0]];
    for p in (0..9).filter(|p| p / 3 != p % 3) {
        let mu: f64 = mistrust[p / 3][p % 3];
        all_near(t.issues[0].prior[p], (mu / (1.0 - mu)).ln());
        all_near(t.empathy[p], empathy[p / 3][p % 3]);
    }
    let actors =
        |lanes: &[[f64; LANES]], want: [f64; 3]| lanes.iter().zip(want).for_each(|(&lane, w)| all_near(lane, w));
    actors(&t.floor, [0.0, 0.3, 0.0]);
    actors(&t.slope, [1.0, 0.7, 1.0]);
    actors(&t.care, [0.1, 0.0, 0.0]);
    actors(&t.foresight, [0.25, 0.0, 0.0]);
    actors(&t.negativity, [1.5, 1.0, 1.0]);
    actors(&t.misperception, [0.0, 0.1, 0.0]);
    actors(&t.forgetting, [0.02, 0.02, 0.3]);
    assert_eq!(t.luck_ids, ["ada", "bob", "cyd"].map(luck_id));
    assert_eq!((t.issues[0].luck_id, t.issues[1].luck_id), (luck_id("arms"), luck_id("aid")));
    assert_eq!((t.spillovers[0].0, t.spillovers[0].1), (0, 1));
    all_near(t.spillovers[0].2, 0.4);
    // Effort starts where stated, else at the baseline, and never over the cap.
    all_near(drawn.initial[0][0], 3.0);
    assert_eq!(drawn.initial[0][1], t.issues[0].baseline[1]);
    all_near(drawn.initial[1][2], 8.0);
    let low = draw(&scenario(&[("issues.aid.actors.cyd.cap", "8"), ("issues.aid.actors.bob.cap", "5")]), SEED, 0);
    assert!(low.initial[1][2][0] <= 8.0 && low.initial[1][1][0] <= 5.0);
    // Output: 100 in 1988, 150 in 1992, 300 in 1995; in 1990 the logarithm is half-way.
    let path = &t.issues[0].output[0];
    let start = (100f64 * 150.0).sqrt();
    for (time, value) in [(0.0, start), (2.0, 150.0), (5.0, 300.0), (9.0, 300.0), (3.5, (150f64 * 300.0).sqrt())] {
        assert!(near(path.factor(time), value / start), "{time}: {}", path.factor(time));
    }
    assert_eq!(t.issues[0].output[1].factor(4.0), 1.0);
}

/// Doctrines and readings of the theory reach the kernel.
#[test]
fn cross_doctrines_and_readings_act() {
    let of = |sets: &[(&str, &str)]| draw(&scenario(sets), SEED, 0).terms;
    let t = of(&[("actors.bob.doctrine", "ambiguity"), ("actors.ada.doctrine", "trusting")]);
    all_near(t.floor[1], 0.6);
    all_near(t.slope[1], 0.4);
    all_near(t.slope[0], 0.0);
    let t = of(&[("actors.bob.doctrine", "capabilities-only"), ("actors.bob.fixed_weight", "0.8")]);
    all_near(t.floor[1], 0.8);
    all_near(t.learning[1], 0.0);
    all_near(t.learning[0], 1.0);
    let t = of(&[("actors.cyd.doctrine", "human-nature")]);
    all_near(t.issues[0].greedy[2], 1.0);
    for p in [6, 7] {
        all_near(t.issues[0].prior[p], LOG_ODDS_LIMIT);
    }
    assert!(t.issues[0].prior[2][0] < 1.0 && t.issues[0].greedy[1].contains(&0.0));
    let t = of(&[("assumptions.objective", "power")]);
    for issue in &t.issues {
        issue.greedy.iter().for_each(|&theta| all_near(theta, 1.0));
    }
}

/// Numbers and motives are the named draws: by path and replication, by issue, actor and replication.
#[test]
fn cross_draws_are_the_named_ones() {
    let s = scenario(&[]);
    let drawn = draw(&s, SEED, 32);
    let uniform = |purpose, context: &str, l: usize, who: u32| {
        Luck::new(SEED, purpose, luck_id(context)).uniforms::<1>(32 + l as u32, 0, who, who)[0][0]
    };
    let arms = &drawn.terms.issues[0];
    for l in 0..LANES {
        for (lane, path, low, high) in [
            (arms.baseline[0], "issues.arms.actors.ada.baseline", 1.0, 3.0),
            (arms.baseline[1], "issues.arms.actors.bob.baseline", 1.0, 2.0),
            (arms.responsiveness[0], "issues.arms.actors.ada.responsiveness", 4.0, 9.0),
            (drawn.of(s.measures.satisfaction), "measures.satisfaction", 0.3, 0.9),
        ] {
            assert!(near(lane[l], low + (high - low) * uniform(Purpose::Parameter, path, l, 0)), "{path} {l}");
        }
        for (k, issue) in ["arms", "aid"].iter().enumerate() {
            for (i, (actor, chance)) in
                [("ada", [0.35, 0.35]), ("bob", [0.6, 0.0]), ("cyd", [0.0, 0.0])].iter().enumerate()
            {
                let greedy = uniform(Purpose::Motive, issue, l, luck_id(actor)) < chance[k];
                assert_eq!(drawn.terms.issues[k].greedy[i][l], f64::from(u8::from(greedy)), "{issue} {actor} {l}");
            }
        }
    }
}

/// Seeds that differ in any bit are other luck.
#[test]
fn cross_every_bit_of_a_seed_counts() {
    let s = scenario(&[]);
    let of = |seed: u64| draw(&s, seed, 0).terms.issues[0].baseline[0];
    for bit in 0..64 {
        assert_ne!(of(0), of(1 << bit), "bit {bit}");
    }
}

/// Effort never starts over its cap, even where the baseline is drawn above it.
#[test]
fn cross_effort_starts_under_its_cap() {
    let text = TEXT.replace("cap = { value = 9,", "cap = { uniform = [1, 2], unit = \"u\", assumed = \"t\" } #");
    let s = check(&text, &[]).unwrap_or_else(|faults| panic!("{}", render(&faults, "three", Lang::En, false)));
    let drawn = draw(&s, SEED, 0);
    let mut cut = 0;
    for l in 0..LANES {
        let (x0, cap) = (drawn.terms.issues[0].baseline[1][l], drawn.terms.issues[0].log_cap[1][l].exp());
        assert!(near(drawn.initial[0][1][l], x0.min(cap)));
        cut += usize::from(cap < x0);
    }
    assert!((1..LANES).contains(&cut));
}

/// Places in the state and by how much they change, by issue and actor.
type Touched = Box<dyn Fn(usize, usize) -> Vec<(usize, f64)>>;

/// A change touches what it says, in whom it says, and nothing else.
#[test]
fn cross_changes_touch_what_they_say() {
    let s = scenario(&[]);
    let drawn = draw(&s, SEED, 0);
    let state = |t: &Terms<LANES>| -> Vec<[f64; LANES]> {
        t.issues.iter().flat_map(|k| [&k.push, &k.shown, &k.log_cap].into_iter().flatten().copied()).collect()
    };
    // Position of (issue, field, actor) in the state.
    let at = |k: usize, field: usize, i: usize| (k * 3 + field) * 3 + i;
    let cases: Vec<(Change, Touched)> = vec![
        (Change::Raise { issue: 1 }, Box::new(move |k, i| if k == 1 { vec![(at(k, 0, i), 0.2)] } else { vec![] })),
        (Change::Raise { issue: 0 }, Box::new(move |k, i| if k == 0 { vec![(at(k, 0, i), 0.2)] } else { vec![] })),
        (Change::Arm, Box::new(move |k, i| vec![(at(k, 0, i), 0.6)])),
        (Change::Disarm, Box::new(move |k, i| vec![(at(k, 0, i), -0.6)])),
        (Change::Signal, Box::new(move |k, i| vec![(at(k, 0, i), -0.3), (at(k, 1, i), -2.0)])),
    ];
    for (change, want) in cases {
        for (who, actors) in [(Who::One(1), 1..2), (Who::One(2), 2..3), (Who::All, 0..3)] {
            let before = state(&drawn.terms);
            let after = state(&apply(&drawn, &s.measures, who, change));
            let mut expected = before.clone();
            for k in 0..2 {
                for i in actors.clone() {
                    for (place, amount) in want(k, i) {
                        expected[place] = before[place].map(|v| v + amount);
                    }
                }
            }
            for (got, want) in after.iter().zip(&expected) {
                assert!(got.iter().zip(want).all(|(g, w)| near(*g, *w)), "{change:?} {who:?}");
            }
        }
    }
    let held = apply(&drawn, &s.measures, Who::One(2), Change::Hold);
    for k in 0..2 {
        for l in 0..LANES {
            assert!(near(held.issues[k].log_cap[2][l], drawn.initial[k][2][l].ln()));
        }
        assert_eq!(held.issues[k].log_cap[1], drawn.terms.issues[k].log_cap[1]);
    }
    assert_eq!(held.issues[0].push, drawn.terms.issues[0].push);
}
