//! How long states last (Cusack & Stoll 1990, *Exploring Realpolitik*; Bremer & Mihalka 1977): the directions of
//! `studies/endurance`, in its worlds, on a few of its maps.

#[path = "../../studies/endurance/lives.rs"]
mod lives;
#[path = "../../studies/endurance/world.rs"]
mod world;

use lab::check::check;

use self::lives::{ENDS, Run, change, median, ratio_of_medians, runs};
use self::world::{Motives, STATES, scenario};
use crate::near;

/// Length of a run, years.
const YEARS: i32 = 420;

/// Sixteen runs on each of so many maps of a world, under settings of its issue.
fn lived(motives: Motives, maps: u32, sets: &[(&str, f64)]) -> Vec<Run> {
    let sets: Vec<_> = sets.iter().map(|(key, value)| (format!("issues.arms.{key}"), value.to_string())).collect();
    let one = |map: u32| runs(&check(&scenario(map, motives, YEARS), &sets).expect("a scenario"));
    (1..=maps).flat_map(one).collect()
}

/// Lives under the second are shorter than under the first, by this end, in the mean over the run.
///
/// Asks for five standard errors: were there no difference, thirty-two paired runs would pass once in 90,000 (Student's t, 31
/// degrees of freedom, one side), sixty-four once in 400,000.
#[track_caller]
fn shorter(first: &[Run], second: &[Run], end: usize) {
    let (mean, half) = change(second, first, |run| run.restricted(end, YEARS));
    println!("{}: {mean:+.1} ± {half:.1}", ENDS[end].0);
    let show = |name: &str, of: &dyn Fn(&Run) -> f64| println!("  {name}: {:+.2}", change(second, first, of).0);
    show("wars a year", &|run| run.wars);
    show("equal powers", &|run| run.powers);
    show("effort over baseline", &|run| run.armed);
    assert!(mean < -5.0 / 1.96 * half, "{}: {mean} ± {half}", ENDS[end].0);
}

#[test]
fn published_v40_noise_of_perception_shortens_lives_where_fear_attacks() {
    let by_noise = [0.25, 0.5, 1.0].map(|s| lived(Motives::Fear, 2, &[("opacity", s)]));
    for pair in by_noise.windows(2) {
        (0..ENDS.len()).for_each(|end| shorter(&pair[0], &pair[1], end));
    }
}

#[test]
fn published_v40_reparations_shorten_lives() {
    for motives in [Motives::Mixed, Motives::Power, Motives::Fear] {
        let [less, more] = [0.2, 0.6].map(|share| lived(motives, 2, &[("war.spoils", share)]));
        (0..ENDS.len()).for_each(|end| shorter(&less, &more, end));
    }
    // Without any nobody ends by resources: by construction.
    let none = lived(Motives::Fear, 1, &[("war.spoils", 0.0)]);
    assert!(none.iter().all(|run| run.standing(1) == STATES));
}

/// What war costs slows down whoever makes it, but it is the efforts of both that it destroys. Where wars are fewer it shortens lives by
/// resources as well: see the study.
#[test]
fn published_v40_cost_of_war_lengthens_lives_by_resources_and_shortens_them_by_effort() {
    let [cheap, dear] = [0.0, 4.0].map(|times| {
        let stages = [("war.attrition_limited", 0.05), ("war.attrition_extended", 0.2), ("war.attrition_total", 0.4)];
        lived(Motives::Mixed, 4, &stages.map(|(stage, rate)| (stage, times * rate)))
    });
    shorter(&dear, &cheap, 0);
    shorter(&cheap, &dear, 3);
}

/// A run in which every state lasts so long by every end.
fn of(lives: &[f64]) -> Run {
    Run { lives: std::array::from_fn(|_| lives.to_vec()), ..Run::default() }
}

#[test]
fn theorem_median_life_and_its_interval() {
    let never = f64::INFINITY;
    let runs: Vec<Run> = (0..40).map(|k| of(&[10.0 + f64::from(k), 60.0 + f64::from(k % 7), never])).collect();
    // 120 lives: forty of 10–49, forty of 60–66, forty without end; the sixtieth is among the second forty.
    let mut all: Vec<f64> = runs.iter().flat_map(|run| run.lives[0].clone()).collect();
    all.sort_by(f64::total_cmp);
    near(median(&runs, 0), all[59], 0.0);
    assert_eq!(median(&[of(&[5.0, never, never])], 0), never);
    // Half of the lives are enough.
    assert_eq!(median(&[of(&[5.0, never])], 0), 5.0);
    // What two worlds share cancels: lives twice as long are so in every sample.
    let twice: Vec<Run> =
        runs.iter().map(|run| of(&run.lives[0].iter().map(|l| 2.0 * l).collect::<Vec<_>>())).collect();
    assert_eq!(ratio_of_medians(&twice, &runs, 0), (2.0, [2.0, 2.0]));
    assert_eq!(change(&twice, &runs, |run| run.lives[0][1] - run.lives[0][1]), (0.0, 0.0));
    near(of(&[30.0, never]).restricted(0, 120), 65.0, 0.0);
}
