//! Assurance: actors who learn from what cooperating and defecting has paid them.
//!
//! A share t of the population is trustworthy: it would rather answer cooperation with cooperation. The rest have a
//! table in which defection dominates, and defect. Every trustworthy actor has tried both moves on others met at
//! random while the trustworthy still cooperated, and now keeps to the move that paid more. Whether cooperation holds
//! itself up is whether most of them stay with it; on paper they do where t ≥ m (Kydd 2005, ch. 2).

use theory::closed_form::trust::minimum_trust;
use theory::luck::Purpose;

use super::{Draws, Estimate, Flip, Size, locate};
use crate::named::words;

const GAME: u32 = 1;

/// One population: who would be trustworthy at which share, and whom each has met.
struct Society {
    /// Actor i is trustworthy where its number is below the share t.
    motives: Vec<f64>,
    /// Numbers of those whom the actor met while it cooperated, then of as many whom it met while it defected.
    met: Vec<f64>,
    meetings: usize,
}

impl Society {
    fn drawn(draws: Draws, actors: usize, meetings: usize) -> Society {
        let motives = draws.uniforms(Purpose::Motive, actors);
        let partner = |u: &f64| motives.get((u * actors as f64) as usize).copied().unwrap_or(1.0);
        let met = draws.uniforms(Purpose::Reading, 2 * actors * meetings).iter().map(partner).collect();
        Society { motives, met, meetings }
    }

    /// Whether cooperating has paid an actor at least as much as defecting: `met` are all its meetings.
    fn cooperates(&self, met: &[f64], [temptation, reward, punishment, sucker]: [f64; 4], share: f64) -> bool {
        let (tried, betrayed) = met.split_at(self.meetings);
        let earned = |partners: &[f64], with_friend: f64, with_foe: f64| {
            let friends = partners.iter().filter(|&&u| u < share).count() as f64;
            friends * with_friend + (partners.len() as f64 - friends) * with_foe
        };
        earned(tried, reward, sucker) >= earned(betrayed, temptation, punishment)
    }

    /// Each actor's move where the share t is trustworthy: `None` from the untrustworthy, who defect anyway.
    fn moves(&self, table: [f64; 4], share: f64) -> impl Iterator<Item = Option<bool>> {
        let people = self.motives.iter().zip(self.met.chunks_exact(2 * self.meetings));
        people.map(move |(&motive, met)| (motive < share).then(|| self.cooperates(met, table, share)))
    }

    /// Share of the trustworthy who stay with cooperation; 0 where nobody is trustworthy.
    fn faithful(&self, table: [f64; 4], share: f64) -> f64 {
        let (mut all, mut cooperating) = (0.0, 0.0);
        for cooperates in self.moves(table, share).flatten() {
            all += 1.0;
            cooperating += f64::from(u8::from(cooperates));
        }
        if all > 0.0 { cooperating / all } else { 0.0 }
    }
}

/// The share of trustworthy actors at which half of them stay with cooperation, beside the minimum trust m.
///
/// `table`: T, R, P, S of the trustworthy, in any unit. `meetings`: others met with each move, at least 1; a finite
/// number moves the turn by something of the order of 1/meetings, more where (R−T) + (P−S) is small beside R − S.
///
/// Everybody learns once, from a time when all the trustworthy cooperated: the turn is that of the best reply to the
/// cooperative equilibrium. `None` where T > R, or where no share or every share is enough.
pub fn flip(table: [f64; 4], meetings: usize, size: Size) -> Option<Flip> {
    let [temptation, reward, punishment, sucker] = table;
    let closed = minimum_trust(temptation, reward, punishment, sucker)?;
    if meetings == 0 {
        return None;
    }
    let make = |draws| Society::drawn(draws, size.actors, meetings);
    let simulated = locate(GAME, size, [0.0, 1.0], make, |people, t| people.faithful(table, t) >= 0.5)?;
    let primitive = words("share of the trustworthy at which they cooperate", "可信者在总体中达到多大比例才会合作");
    Some(Flip { game: "assurance", primitive, closed, simulated })
}

/// Of all meetings that end in conflict (somebody defects), the share in which both were trustworthy: the tragic ones.
///
/// `share` t of the population is trustworthy. On paper t² where t < m, for then all defect and conflict tells nothing;
/// 0 where t ≥ m. `None` where no meeting ends in conflict, or the size is too small.
pub fn tragic(table: [f64; 4], share: f64, meetings: usize, size: Size) -> Option<Estimate> {
    if meetings == 0 {
        return None;
    }
    let one = |population: u32| {
        let people = Society::drawn(Draws { seed: size.seed, game: GAME, population }, size.actors, meetings);
        let moves: Vec<Option<bool>> = people.moves(table, share).collect();
        // The order of actors is itself drawn at random, so neighbours are a random pair.
        let conflicts = || moves.chunks_exact(2).filter(|pair| pair.iter().any(|m| *m != Some(true)));
        let all = conflicts().count() as f64;
        (all > 0.0).then(|| conflicts().filter(|pair| pair.iter().all(Option::is_some)).count() as f64 / all)
    };
    let shares: Option<Vec<f64>> = (0..size.populations).map(one).collect();
    Estimate::of(&shares?)
}
