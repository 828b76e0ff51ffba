//! Health: what states and people do about an epidemic, and what hoarding does to it (model §6).
//!
//! Effort x is hoarding of medical goods. One good is used up as it comes (*supplies*: masks, tests, drugs, oxygen), one is
//! given once (*doses* of vaccine). Severity is what reported deaths make of it; it feeds [`super::adversity`].

use crate::issue::epidemic::{Chance, DAYS_PER_YEAR, Day, Epidemic, Outbreak};
use crate::issue::supply::{Good, Parcels, Shares, price, share_out};
use crate::real::exp;

/// Terms of one health issue.
#[derive(Clone, Debug)]
pub struct Health<const L: usize> {
    /// The epidemic.
    pub epidemic: Epidemic<L>,
    /// Doses of vaccine, doses per year.
    pub doses: Good<L>,
    /// Doses per full course.
    pub course: [f64; L],
    /// Share of people who will be vaccinated at most, actors.
    pub uptake: Vec<[f64; L]>,
    /// Share of its people that a country can vaccinate per day at most, actors.
    pub speed: Vec<[f64; L]>,
    /// Supplies, in people fully supplied.
    pub supplies: Good<L>,
    /// Share of people in need of supplies without an epidemic.
    pub ordinary: [f64; L],
    /// Share of transmission that full supplies prevent.
    pub protection: [f64; L],
    /// Share of deaths that full supplies prevent.
    pub treatment: [f64; L],
    /// Price over its usual at which a country bans exports of supplies; ∞ never, actors.
    pub ban: Vec<[f64; L]>,
    /// Exponent of trust in the choice of buyers: 0 sells to all alike.
    pub politics: [f64; L],
    /// Share of surplus pledged to a common pool, actors.
    pub pooled: Vec<[f64; L]>,
    /// What states do.
    pub state: Conduct<L>,
    /// What people do.
    pub people: People<L>,
    /// What it costs.
    pub economy: Economy<L>,
}

/// What states do about an epidemic.
#[derive(Clone, Debug)]
pub struct Conduct<const L: usize> {
    /// Reported deaths per million people and day at which severity is one half, actors.
    pub scale: Vec<[f64; L]>,
    /// How far others' severity alarms, 0–1.
    pub alarm: [f64; L],
    /// Restriction at full alarm, 0–1, actors.
    pub strictness: Vec<[f64; L]>,
    /// Share of transmission at home that full restriction obeyed by all prevents.
    pub effect: [f64; L],
    /// Speed of decisions, per year.
    pub pace: [f64; L],
    /// S.d. in logs of the error in a state's own analysis, drawn at every decision.
    pub error: [f64; L],
    /// Share of travel that full restriction stops.
    pub closure: [f64; L],
    /// Factor on travel that a state lets through, actors.
    pub border: Vec<[f64; L]>,
    /// Mean days until a death is reported.
    pub delay: [f64; L],
    /// Share of infections that are reported, actors.
    pub ascertainment: Vec<[f64; L]>,
    /// Share of deaths and of cases that a state hides, actors.
    pub concealment: Vec<[f64; L]>,
}

/// A game among the people of a country under their state: to comply with restrictions or not.
///
/// Complying pays what it protects oneself, `risk`·s, and what the state's `enforcement` would cost otherwise; it costs `burden`, which grows with
/// the years already spent under restriction; others who comply make it easier (`custom`). Choice is logistic. What one's compliance does
/// for others is in nobody's payoff: with neither enforcement nor custom too few comply.
#[derive(Clone, Debug)]
pub struct People<const L: usize> {
    /// Weight of one's own risk at full severity, in units of the noise of choice.
    pub risk: [f64; L],
    /// Weight of punishment, actors.
    pub enforcement: Vec<[f64; L]>,
    /// Weight of the burden.
    pub burden: [f64; L],
    /// Growth of the burden per year of full restriction.
    pub fatigue: [f64; L],
    /// Weight of what others do.
    pub custom: [f64; L],
    /// Speed at which habits change, per year.
    pub habit: [f64; L],
    /// Share of contacts given up at full severity whatever the state says.
    pub caution: [f64; L],
}

/// What an epidemic costs.
#[derive(Clone, Debug)]
pub struct Economy<const L: usize> {
    /// Weight of each economy in the world's, any unit, actors.
    pub size: Vec<[f64; L]>,
    /// Share of output lost per year under full restriction.
    pub restriction: [f64; L],
    /// Share of output lost per year while everybody is infectious.
    pub sickness: [f64; L],
    /// Share of a country's loss that follows the world's instead of its own.
    pub linkage: [f64; L],
}

/// The state of one health issue.
#[derive(Clone, Debug)]
pub struct Emergency<const L: usize> {
    /// People.
    pub outbreak: Outbreak<L>,
    /// Reported deaths per million people and day, smoothed, actors.
    pub reported: Vec<[f64; L]>,
    /// Cases reported so far, actors.
    pub cases: Vec<[f64; L]>,
    /// Deaths reported so far, actors.
    pub deaths: Vec<[f64; L]>,
    /// Doses in store, whole, actors.
    pub stock: Vec<[f64; L]>,
    /// Doses made, sent, got and given so far, whole, `[what][actor]`.
    pub tally: [Vec<[f64; L]>; 4],
    /// People with a full course, whole, actors.
    pub protected: Vec<[f64; L]>,
    /// Share of the need for supplies that is met, actors.
    pub coverage: Vec<[f64; L]>,
    /// 1 where exports of supplies are banned, actors.
    pub banned: Vec<[f64; L]>,
    /// Price of supplies over its usual.
    pub price: [f64; L],
    /// Restriction in force, 0–1, actors.
    pub restriction: Vec<[f64; L]>,
    /// Share of people who comply, actors.
    pub compliance: Vec<[f64; L]>,
    /// ∫ share of output lost dt, years of output, actors.
    pub loss: Vec<[f64; L]>,
    /// ∫ restriction dt, years, actors.
    pub burden: Vec<[f64; L]>,
    /// ∫ (1 − coverage) dt, years, actors.
    pub shortage: Vec<[f64; L]>,
    carry: Vec<[f64; L]>,
}

/// Names of the four rows of [`Emergency::tally`].
pub const TALLY: [&str; 4] = ["made", "sent", "received", "given"];

impl<const L: usize> Health<L> {
    /// People who need supplies in each country: some always, all at full severity.
    #[inline(always)]
    pub fn supplies_needed(&self, severity: &[[f64; L]]) -> Vec<[f64; L]> {
        let need = |(people, s): (&[f64; L], &[f64; L])| {
            std::array::from_fn(|l| people[l] * (self.ordinary[l] + (1.0 - self.ordinary[l]) * s[l]))
        };
        self.epidemic.population.iter().zip(severity).map(need).collect()
    }
}

impl<const L: usize> Emergency<L> {
    /// Before anybody is infected.
    pub fn none(health: &Health<L>) -> Emergency<L> {
        let n = health.epidemic.population.len();
        let zero = vec![[0.0; L]; n];
        Emergency {
            outbreak: Outbreak::none(&health.epidemic),
            reported: zero.clone(),
            cases: zero.clone(),
            deaths: zero.clone(),
            stock: zero.clone(),
            tally: [zero.clone(), zero.clone(), zero.clone(), zero.clone()],
            protected: zero.clone(),
            coverage: vec![[1.0; L]; n],
            banned: zero.clone(),
            price: [1.0; L],
            restriction: zero.clone(),
            compliance: vec![[0.5; L]; n],
            loss: zero.clone(),
            burden: zero.clone(),
            shortage: zero.clone(),
            carry: zero,
        }
    }

    /// Severity of each actor: D/(D + scale), D reported deaths.
    pub fn severity(&self, health: &Health<L>) -> Vec<[f64; L]> {
        let felt = |(d, scale): (&[f64; L], &[f64; L])| std::array::from_fn(|l| d[l] / (d[l] + scale[l]));
        self.reported.iter().zip(&health.state.scale).map(felt).collect()
    }

    /// One step of `dt` years from `time`: decisions, allocation, then the epidemic day by day.
    ///
    /// `hoarding` is x/(1+x), `log_odds` of mistrust (pairs), `errors` the noise of each state's analysis in s.d.
    #[inline(always)]
    pub fn pass(
        &mut self,
        health: &Health<L>,
        hoarding: &[[f64; L]],
        log_odds: &[[f64; L]],
        errors: &[[f64; L]],
        chance: Option<Chance<'_>>,
        (time, dt): (f64, f64),
    ) {
        let severity = self.severity(health);
        self.decide(health, &severity, errors, dt);
        self.comply(health, &severity, dt);
        self.supply(health, &severity, hoarding, log_odds, (time, dt));
        self.dose(health, hoarding, log_odds, chance.is_some(), (time, dt));
        self.live(health, &severity, chance, (time, dt));
    }

    /// Restriction follows alarm, as each state analyses it.
    #[inline(always)]
    fn decide(&mut self, health: &Health<L>, severity: &[[f64; L]], errors: &[[f64; L]], dt: f64) {
        let state = &health.state;
        let people = &health.epidemic.population;
        let mut world = [0.0; L];
        let mut all = [0.0; L];
        for (s, n) in severity.iter().zip(people) {
            for l in 0..L {
                world[l] += s[l] * n[l];
                all[l] += n[l];
            }
        }
        for i in 0..severity.len() {
            for l in 0..L {
                let felt = 1.0 - (1.0 - severity[i][l]) * (1.0 - state.alarm[l] * world[l] / all[l].max(1.0));
                let seen = (felt * exp(state.error[l] * errors[i][l])).min(1.0);
                let aim = state.strictness[i][l] * seen;
                let step = 1.0 - exp(-state.pace[l] * dt);
                self.restriction[i][l] += step * (aim - self.restriction[i][l]);
                self.burden[i][l] += dt * self.restriction[i][l];
            }
        }
    }

    /// People's answer to restriction.
    #[inline(always)]
    fn comply(&mut self, health: &Health<L>, severity: &[[f64; L]], dt: f64) {
        let people = &health.people;
        for i in 0..severity.len() {
            for l in 0..L {
                let tired = people.burden[l] * (1.0 + people.fatigue[l] * self.burden[i][l]);
                let gain = people.risk[l] * severity[i][l] + people.enforcement[i][l] - tired
                    + people.custom[l] * (self.compliance[i][l] - 0.5);
                let answer = 1.0 / (1.0 + exp(-gain));
                let step = 1.0 - exp(-people.habit[l] * dt);
                self.compliance[i][l] += step * (answer - self.compliance[i][l]);
            }
        }
    }

    /// Supplies are shared out as they come; a ban keeps all.
    #[inline(always)]
    fn supply(
        &mut self,
        health: &Health<L>,
        severity: &[[f64; L]],
        hoarding: &[[f64; L]],
        log_odds: &[[f64; L]],
        (time, dt): (f64, f64),
    ) {
        let n = severity.len();
        let made: Vec<[f64; L]> = (0..n).map(|i| health.supplies.rate(i, time)).collect();
        let need = health.supplies_needed(severity);
        self.ban(health, &made, &need);
        let kept = self.supplies_kept(hoarding);
        let (pooled, politics) = (&health.pooled, health.politics);
        let shares = Shares { made: &made, need: &need, kept: &kept, pooled, log_odds, politics, whole: false };
        let Parcels { sent, got, .. } = share_out(shares);
        for i in 0..n {
            for l in 0..L {
                let has = made[i][l] - sent[i][l] + got[i][l];
                let short = need[i][l] > 0.0 && has < need[i][l];
                self.coverage[i][l] = if short { has / need[i][l] } else { 1.0 };
                self.shortage[i][l] += dt * (1.0 - self.coverage[i][l]);
            }
        }
    }

    /// Bans answer the price that bans have made (V67): each country looks at the price of the last step.
    #[inline(always)]
    fn ban(&mut self, health: &Health<L>, made: &[[f64; L]], need: &[[f64; L]]) {
        let n = made.len();
        for l in 0..L {
            let (mut all, mut wanted, mut kept) = (0.0, 0.0, 0.0);
            for i in 0..n {
                all += made[i][l];
                wanted += need[i][l];
                kept += made[i][l] * self.banned[i][l];
            }
            if all <= 0.0 {
                self.price[l] = 1.0;
                continue;
            }
            self.price[l] = price(wanted / all, kept / all);
            for i in 0..n {
                self.banned[i][l] = if made[i][l] > 0.0 && self.price[l] > health.ban[i][l] { 1.0 } else { 0.0 };
            }
        }
    }

    /// Doses are made, shared out whole, and given.
    #[inline(always)]
    fn dose(
        &mut self,
        health: &Health<L>,
        hoarding: &[[f64; L]],
        log_odds: &[[f64; L]],
        whole: bool,
        (time, dt): (f64, f64),
    ) {
        let n = self.stock.len();
        let mut made = vec![[0.0; L]; n];
        for i in 0..n {
            let rate = health.doses.rate(i, time);
            for l in 0..L {
                let wanted = rate[l] * dt + self.carry[i][l];
                made[i][l] = if whole { wanted.floor() } else { wanted };
                self.carry[i][l] = wanted - made[i][l];
            }
        }
        if made.iter().all(|lanes| *lanes == [0.0; L]) && self.stock.iter().all(|lanes| *lanes == [0.0; L]) {
            return;
        }
        let need: Vec<[f64; L]> = (0..n).map(|i| self.doses_needed(health, i)).collect();
        let (pooled, politics) = (&health.pooled, health.politics);
        let shares = Shares { made: &made, need: &need, kept: hoarding, pooled, log_odds, politics, whole };
        let Parcels { sent, got, .. } = share_out(shares);
        for i in 0..n {
            for l in 0..L {
                self.tally[0][i][l] += made[i][l];
                self.tally[1][i][l] += sent[i][l];
                self.tally[2][i][l] += got[i][l];
                self.stock[i][l] += made[i][l] - sent[i][l] + got[i][l];
            }
            self.inject(health, i, whole, dt);
        }
    }

    /// Share of a surplus of supplies that each country keeps: all under a ban, else what it hoards.
    #[inline(always)]
    pub fn supplies_kept(&self, hoarding: &[[f64; L]]) -> Vec<[f64; L]> {
        let kept = |(banned, hoarded): (&[f64; L], &[f64; L])| {
            std::array::from_fn(|l| if banned[l] > 0.0 { 1.0 } else { hoarded[l] })
        };
        self.banned.iter().zip(hoarding).map(kept).collect()
    }

    /// Doses that country `i` still has to get.
    #[inline(always)]
    pub fn doses_needed(&self, health: &Health<L>, i: usize) -> [f64; L] {
        let (all, dead) = (&health.epidemic.population[i], &self.outbreak.dead[i]);
        std::array::from_fn(|l| {
            let willing = health.uptake[i][l] * (all[l] - dead[l]) - self.protected[i][l];
            (health.course[l] * willing - self.stock[i][l]).max(0.0)
        })
    }

    /// Gives what can be given in one step from the store of country `i`.
    #[inline(always)]
    fn inject(&mut self, health: &Health<L>, i: usize, whole: bool, dt: f64) {
        let (all, dead) = (&health.epidemic.population[i], &self.outbreak.dead[i]);
        let (mut people, mut unprotected) = ([0.0; L], [0.0; L]);
        for l in 0..L {
            let living = all[l] - dead[l];
            let willing = (health.uptake[i][l] * living - self.protected[i][l]).max(0.0);
            let able = health.speed[i][l] * all[l] * dt * DAYS_PER_YEAR;
            let courses = self.stock[i][l] / health.course[l];
            let most = willing.min(able).min(courses);
            people[l] = if whole { most.floor() } else { most };
            unprotected[l] = living - self.protected[i][l];
        }
        self.outbreak.vaccinate(i, &people, &unprotected, whole);
        for l in 0..L {
            let used = if whole {
                (people[l] * health.course[l]).ceil().min(self.stock[i][l])
            } else {
                people[l] * health.course[l]
            };
            self.protected[i][l] += people[l];
            self.stock[i][l] -= used;
            self.tally[3][i][l] += used;
        }
    }

    /// The epidemic, day by day, and what is reported and lost.
    #[inline(always)]
    fn live(&mut self, health: &Health<L>, severity: &[[f64; L]], chance: Option<Chance<'_>>, (time, dt): (f64, f64)) {
        let n = self.stock.len();
        let (state, people) = (&health.state, &health.people);
        let mut contacts = vec![[0.0; L]; n];
        let mut care = vec![[0.0; L]; n];
        let mut border = vec![[0.0; L]; n];
        for i in 0..n {
            for l in 0..L {
                let obeyed = self.restriction[i][l] * self.compliance[i][l];
                let supplied = health.protection[l] * self.coverage[i][l] * severity[i][l];
                let own = 1.0 - people.caution[l] * severity[i][l];
                contacts[i][l] = (1.0 - state.effect[l] * obeyed) * (1.0 - supplied) * own;
                care[i][l] = 1.0 - health.treatment[l] * self.coverage[i][l];
                border[i][l] = state.border[i][l] * (1.0 - state.closure[l] * self.restriction[i][l]);
            }
        }
        let days = days_in(dt);
        let before: (Vec<[f64; L]>, Vec<[f64; L]>) = (self.outbreak.infections.clone(), self.outbreak.dead.clone());
        for d in 0..days {
            let at = time + dt * f64::from(d) / f64::from(days);
            let length = dt * DAYS_PER_YEAR / f64::from(days);
            let day = Day { time: at, days: length, contacts: &contacts, care: &care, border: &border };
            let chance = chance.map(|c| Chance { step: c.step * days + d, ..c });
            self.outbreak.step(&health.epidemic, day, chance);
        }
        self.report(health, &before, dt);
        self.lose(health, dt);
    }

    /// What the world hears of a step.
    #[inline(always)]
    fn report(&mut self, health: &Health<L>, before: &(Vec<[f64; L]>, Vec<[f64; L]>), dt: f64) {
        let state = &health.state;
        let days = dt * DAYS_PER_YEAR;
        for i in 0..self.stock.len() {
            for l in 0..L {
                let told = 1.0 - state.concealment[i][l];
                let (ill, dead) =
                    (self.outbreak.infections[i][l] - before.0[i][l], self.outbreak.dead[i][l] - before.1[i][l]);
                self.cases[i][l] += state.ascertainment[i][l] * told * ill;
                self.deaths[i][l] += told * dead;
                let rate = 1e6 * told * dead / (health.epidemic.population[i][l].max(1.0) * days);
                let heard = 1.0 - exp(-days / state.delay[l].max(1e-6));
                self.reported[i][l] += heard * (rate - self.reported[i][l]);
            }
        }
    }

    /// What a step costs: restriction and sickness at home, and a part that follows the world.
    #[inline(always)]
    fn lose(&mut self, health: &Health<L>, dt: f64) {
        let economy = &health.economy;
        let n = self.stock.len();
        let mut own = vec![[0.0; L]; n];
        let (mut world, mut size) = ([0.0; L], [0.0; L]);
        for i in 0..n {
            let sick = self.outbreak.prevalence(&health.epidemic, i);
            for l in 0..L {
                let loss = economy.restriction[l] * self.restriction[i][l] + economy.sickness[l] * sick[l];
                own[i][l] = loss.min(1.0);
                world[l] += economy.size[i][l] * own[i][l];
                size[l] += economy.size[i][l];
            }
        }
        for i in 0..n {
            for l in 0..L {
                let mean = world[l] / size[l].max(1e-300);
                self.loss[i][l] += dt * (own[i][l] + economy.linkage[l] * (mean - own[i][l]));
            }
        }
    }
}

/// The epidemic's own steps within one of `dt` years: as many as it has days, at least one.
pub fn days_in(dt: f64) -> u32 {
    (dt * DAYS_PER_YEAR).round().max(1.0) as u32
}

/// How far i depends on what j makes, 0–1: i's deficit over its fair part, times j's part of all surplus; pairs (i, j).
///
/// `made` and `need` are what is made and needed at full swing.
pub fn dependence<const L: usize>(made: &[[f64; L]], need: &[[f64; L]]) -> Vec<[f64; L]> {
    let n = made.len();
    let mut out = vec![[0.0; L]; n * n];
    for l in 0..L {
        let (all, wanted): (f64, f64) = (made.iter().map(|m| m[l]).sum(), need.iter().map(|m| m[l]).sum());
        if all <= 0.0 || wanted <= 0.0 {
            continue;
        }
        let fair = |i: usize| all * need[i][l] / wanted;
        let surplus: f64 = (0..n).map(|j| (made[j][l] - fair(j)).max(0.0)).sum();
        for i in (0..n).filter(|&i| fair(i) > 0.0) {
            let short = (1.0 - made[i][l] / fair(i)).max(0.0);
            for j in (0..n).filter(|&j| j != i && surplus > 0.0) {
                out[i * n + j][l] = short * (made[j][l] - fair(j)).max(0.0) / surplus;
            }
        }
    }
    out
}
