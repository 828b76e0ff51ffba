//! What the epidemic's own boxes of figure 2 hold, for one run of one block.

use theory::issue::health::{Emergency, Health};
use theory::issue::supply::{Shares, share_out};
use theory::remedy::Rule;
use theory::security::mistrust;
use theory::world::{LANES, Terms};

use super::measured::{At, MEASURES, Measured, PLAIN};
use crate::draw::{Lane, dependences};
use crate::ensemble::{Finished, Moment};

/// Sums over the moments of a run.
pub(super) struct Watch {
    /// The issue with the epidemic.
    pub issue: usize,
    /// The measures that every issue has, of this one alone.
    pub own: Measured,
    sums: Measured,
    /// The issues of arms beside it.
    arms: Vec<usize>,
    /// How far each actor depends on what others make.
    dependence: Vec<Lane>,
}

impl Watch {
    pub fn new(issue: usize, arms: Vec<usize>, terms: &Terms<LANES>) -> Watch {
        let n = terms.actors;
        let shares = terms.issues[issue].physics.health.as_ref().map(dependences).unwrap_or_default();
        let on_all = |i: usize| std::array::from_fn(|l| shares[i * n..(i + 1) * n].iter().map(|d| d[l]).sum());
        let dependence = if shares.is_empty() { vec![[0.0; LANES]; n] } else { (0..n).map(on_all).collect() };
        Watch { issue, own: vec![[0.0; LANES]; PLAIN], sums: vec![[0.0; LANES]; MEASURES], arms, dependence }
    }

    fn add(&mut self, at: At, weight: f64, of: impl Fn(usize) -> f64) {
        self.sums[at as usize].iter_mut().enumerate().for_each(|(l, sum)| *sum += weight * of(l));
    }

    /// One moment, which counts with this weight.
    pub fn look(&mut self, moment: &Moment<'_>, weight: f64) {
        let terms = &moment.terms.issues[self.issue];
        let state = &moment.course.state.nature[self.issue];
        let (Some(health), Some(emergency)) = (&terms.physics.health, &state.emergency) else { return };
        let count = moment.terms.actors as f64;
        let mean = |lanes: &[Lane], l: usize| lanes.iter().map(|x| x[l]).sum::<f64>() / count;
        if let Some(adversity) = &terms.physics.adversity {
            self.add(At::Inattention, weight, |l| adversity.distraction[l] * mean(&state.severity, l));
        }
        let effort = &moment.readings[self.issue].effort;
        let kept: Vec<Lane> = effort.iter().map(|x| x.map(|x| x / (1.0 + x))).collect();
        self.add(At::Hoarding, weight, |l| mean(&kept, l));
        self.add(At::Unilateral, weight, |l| {
            let stopped = health.state.closure[l] * mean(&emergency.restriction, l);
            0.5 * (mean(&emergency.banned, l) + stopped)
        });
        let n = moment.terms.actors;
        let share = weight / (self.arms.len() * (n * n - n)).max(1) as f64;
        for k in self.arms.clone() {
            for p in (0..n * n).filter(|p| p / n != p % n) {
                self.add(At::ArmsMistrust, share, |l| mistrust(moment.world.issues[k].log_odds[p][l]));
            }
        }
        let severity = emergency.severity(health);
        self.add(At::Apart, weight, |l| {
            let middle = mean(&severity, l);
            let square = severity.iter().map(|s| (s[l] - middle) * (s[l] - middle)).sum::<f64>() / count;
            square.sqrt()
        });
        self.share_out(health, emergency, &kept, &severity, weight, moment.time);
    }

    /// What is withheld of the goods that are made at this moment, and what supplies come from abroad.
    fn share_out(
        &mut self,
        health: &Health<LANES>,
        emergency: &Emergency<LANES>,
        kept: &[Lane],
        severity: &[Lane],
        weight: f64,
        time: f64,
    ) {
        let n = kept.len();
        let made = |of: &theory::issue::supply::Good<LANES>| (0..n).map(|i| of.rate(i, time)).collect::<Vec<Lane>>();
        let (supplies, doses) = (made(&health.supplies), made(&health.doses));
        let needed = health.supplies_needed(severity);
        let doses_needed: Vec<Lane> = (0..n).map(|i| emergency.doses_needed(health, i)).collect();
        let held = emergency.supplies_kept(kept);
        let parcels = |made: &[Lane], need: &[Lane], kept: &[Lane]| {
            share_out(Shares {
                made,
                need,
                kept,
                pooled: &health.pooled,
                log_odds: &[],
                politics: [0.0; LANES],
                whole: false,
            })
        };
        let goods = [parcels(&supplies, &needed, &held), parcels(&doses, &doses_needed, kept)];
        let total = |lanes: &[Lane], l: usize| lanes.iter().map(|x| x[l]).sum::<f64>();
        self.add(At::Withheld, weight, |l| {
            let of = |g: &theory::issue::supply::Parcels<LANES>| (total(&g.withheld, l), total(&g.sent, l));
            let shares = goods.iter().map(of).filter(|(kept, sent)| kept + sent > 0.0);
            let shares: Vec<f64> = shares.map(|(kept, sent)| kept / (kept + sent)).collect();
            shares.iter().sum::<f64>() / shares.len().max(1) as f64
        });
        self.add(At::Help, weight, |l| total(&goods[0].got, l) / total(&needed, l).max(1e-300));
    }

    /// What a run of so many years has come to, in the order of [`At`] after those of every issue.
    pub fn close(mut self, terms: &Terms<LANES>, finished: &Finished, years: f64) -> Measured {
        let of_issue = [At::Uncertainty, At::Misreading, At::Credibility, At::Compliance];
        for (at, of) in of_issue.into_iter().enumerate() {
            self.sums[PLAIN + at] = self.own[of as usize];
        }
        let decided = |r: &theory::remedy::Remedy<LANES>| matches!(r.rule, Rule::Deciding { .. });
        for (_, progress) in terms.remedies.iter().zip(&finished.state.remedies).filter(|(r, _)| decided(r)) {
            self.add(At::Delay, 1.0, |l| years - progress.exercised[l]);
        }
        if let Some(emergency) = &finished.state.nature[self.issue].emergency {
            self.toll(emergency, years);
        }
        self.sums.split_off(PLAIN)
    }

    /// Deaths and want at the end.
    fn toll(&mut self, emergency: &Emergency<LANES>, years: f64) {
        let n = emergency.shortage.len();
        let people: Vec<Lane> = (0..n).map(|i| emergency.outbreak.people(i)).collect();
        let (dead, short) = (&emergency.outbreak.dead, &emergency.shortage);
        let among = |of: &dyn Fn(usize) -> f64| (0..n).map(of).sum::<f64>();
        let most = |of: &dyn Fn(usize) -> f64| (0..n).map(of).fold(0.0, f64::max);
        let depends = self.dependence.clone();
        self.add(At::OthersDeaths, 1e6, |l| {
            among(&|i| depends[i][l] * dead[i][l]) / among(&|i| depends[i][l] * people[i][l]).max(1.0)
        });
        self.add(At::WorldDeaths, 1e6, |l| among(&|i| dead[i][l]) / among(&|i| people[i][l]).max(1.0));
        self.add(At::WorstDeaths, 1e6, |l| most(&|i| dead[i][l] / people[i][l].max(1.0)));
        self.add(At::WorstUnmet, 1.0 / years, |l| most(&|i| short[i][l]));
        self.add(At::Unmet, 1.0 / years, |l| {
            among(&|i| short[i][l] * people[i][l]) / among(&|i| people[i][l]).max(1.0)
        });
    }
}
