//! Reassurance: a small first step shows who is trustworthy, if its size is right.
//!
//! Two rounds, of weight α and 1 − α. The trustworthy cooperate at once and go on where the other did too; the rest
//! defect twice. Each actor knows a number of others and what they were; it works out what every one of its eight plans
//! (first move; reply to cooperation; reply to defection) would have earned against just these, and takes the best.
//! If the step is too large, the trustworthy no longer dare it; if it is too small, the rest imitate it (after Kydd
//! 2000, "Trust, reassurance, and cooperation", *International Organization* 54, 325–357).

use theory::luck::Purpose;

use super::{Draws, Estimate, Flip, Size, locate};
use crate::named::{Words, words};

const GAME: u32 = 2;

/// What one side does: its first move, then its reply to a first move of cooperation and of defection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Plan {
    first: bool,
    after_cooperation: bool,
    after_defection: bool,
}

/// What reassures: a step, and another if it was returned.
const STEP: Plan = Plan { first: true, after_cooperation: true, after_defection: false };
/// What the untrustworthy do where they show themselves.
const DEFECT: Plan = Plan { first: false, after_cooperation: false, after_defection: false };

impl Plan {
    /// All eight.
    fn all() -> impl Iterator<Item = Plan> {
        (0..8u8).map(|bits| Plan {
            first: bits & 1 != 0,
            after_cooperation: bits & 2 != 0,
            after_defection: bits & 4 != 0,
        })
    }

    fn second(self, seen: bool) -> bool {
        if seen { self.after_cooperation } else { self.after_defection }
    }

    /// What this plan earns against another, by a table of T, R, P, S, where the first round has this weight.
    fn earns(self, other: Plan, [temptation, reward, punishment, sucker]: [f64; 4], weight: f64) -> f64 {
        let pay = |mine: bool, theirs: bool| match (mine, theirs) {
            (true, true) => reward,
            (true, false) => sucker,
            (false, true) => temptation,
            (false, false) => punishment,
        };
        let second = pay(self.second(other.first), other.second(self.first));
        weight * pay(self.first, other.first) + (1.0 - weight) * second
    }
}

/// What one actor knows: how many trustworthy and other actors it has met.
struct Known {
    trustworthy: bool,
    friends: f64,
    foes: f64,
}

impl Known {
    fn earns(&self, plan: Plan, table: [f64; 4], weight: f64) -> f64 {
        self.friends * plan.earns(STEP, table, weight) + self.foes * plan.earns(DEFECT, table, weight)
    }

    /// Whether no plan would have earned more than this one.
    fn keeps(&self, plan: Plan, table: [f64; 4], weight: f64) -> bool {
        let own = self.earns(plan, table, weight);
        Plan::all().all(|other| self.earns(other, table, weight) <= own)
    }
}

/// A population with the share `trust` of trustworthy actors; each has met from `meetings` to twice as many others.
///
/// Numbers of meetings differ so that the believed shares do not all sit on the same few fractions.
fn drawn(draws: Draws, actors: usize, meetings: usize, trust: f64) -> Vec<Known> {
    let motives = draws.uniforms(Purpose::Motive, actors);
    let mut met = draws.uniforms(Purpose::Reading, 2 * actors * meetings).into_iter();
    let numbers = draws.uniforms(Purpose::Parameter, actors);
    let people = motives.iter().zip(numbers);
    let trustworthy = |u: f64| motives.get((u * actors as f64) as usize).is_some_and(|&m| m < trust);
    people
        .map(|(&motive, u)| {
            let count = meetings + (u * meetings as f64) as usize;
            let friends = met.by_ref().take(count).filter(|&u| trustworthy(u)).count() as f64;
            Known { trustworthy: motive < trust, friends, foes: count as f64 - friends }
        })
        .collect()
}

/// Share of those with this motive who keep to `plan`.
fn share(people: &[Known], trustworthy: bool, plan: Plan, table: [f64; 4], weight: f64) -> f64 {
    let (mut all, mut keeping) = (0.0, 0.0);
    for known in people.iter().filter(|k| k.trustworthy == trustworthy) {
        all += 1.0;
        keeping += f64::from(u8::from(known.keeps(plan, table, weight)));
    }
    if all > 0.0 { keeping / all } else { 0.0 }
}

/// The largest weight α of a first step that half of the trustworthy still dare:
/// t(R−P) / [(1−t)(P−S) + t(T−P)] on paper.
///
/// `good`: T, R, P, S of the trustworthy; `trust` t in (0, 1); `meetings` ≥ 1. `None` where they dare a step of any size.
pub fn largest_step(good: [f64; 4], trust: f64, meetings: usize, size: Size) -> Option<Flip> {
    let [temptation, reward, punishment, sucker] = good;
    let closed =
        trust * (reward - punishment) / ((1.0 - trust) * (punishment - sucker) + trust * (temptation - punishment));
    let simulated = turn(trust, meetings, size, |people, w| share(people, true, STEP, good, w) < 0.5)?;
    Some(named(
        words("largest weight of a first step that the trustworthy dare", "可信者敢于迈出的第一步的最大权重"),
        closed,
        simulated,
    ))
}

/// The smallest weight α of a first step that half of the untrustworthy do not imitate:
/// t(T−P) / [(1−t)(P−S) + t(2T−P−R)] on paper, with their payoffs.
///
/// `bad`: T, R, P, S of the untrustworthy; the rest as in [`largest_step`]. `None` where they imitate none, or every one.
pub fn smallest_step(bad: [f64; 4], trust: f64, meetings: usize, size: Size) -> Option<Flip> {
    let [temptation, reward, punishment, sucker] = bad;
    let closed = trust * (temptation - punishment)
        / ((1.0 - trust) * (punishment - sucker) + trust * (2.0 * temptation - punishment - reward));
    let simulated = turn(trust, meetings, size, |people, w| share(people, false, DEFECT, bad, w) >= 0.5)?;
    Some(named(
        words("smallest weight of a first step that is not imitated", "不会被模仿的第一步的最小权重"),
        closed,
        simulated,
    ))
}

fn named(primitive: Words, closed: f64, simulated: Estimate) -> Flip {
    Flip { game: "reassurance", primitive, closed, simulated }
}

fn turn(trust: f64, meetings: usize, size: Size, turned: impl Fn(&[Known], f64) -> bool) -> Option<Estimate> {
    let make = |draws| drawn(draws, size.actors, meetings, trust);
    if meetings == 0 { None } else { locate(GAME, size, [0.0, 1.0], make, |people, w| turned(people, w)) }
}
