//! An epidemic in every country at once, coupled by travel: susceptible, exposed, infectious, recovered, dead, and a second
//! track for people whom a vaccine or an earlier infection protects (model §6; Kermack & McKendrick 1927 for the equations).
//!
//! **Counts are whole numbers.** Every flow out of a compartment is binomial where fewer than [`LARGE`] people are expected in
//! it, and its expectation rounded to a whole number where more are; so people are conserved to the last one. Without
//! luck flows are their expectations, unrounded.
//!
//! **Steps do not bend the final size.** With p the chance of ceasing to be infectious within a step, each infectious person makes
//! R0·p contacts per step, so R0 in all whatever the step, and z = 1 − e^{−R0 z} holds exactly for daily steps too.

use crate::luck::Luck;
use crate::real::{exp, ln};

/// Expected number of people from which a flow is no longer drawn but takes its expectation, rounded.
pub const LARGE: f64 = 30.0;

/// What the virus can do at one time; in between it changes linearly.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant<const L: usize> {
    /// Years after the start.
    pub time: [f64; L],
    /// Transmissibility over that of the first strain.
    pub transmissibility: [f64; L],
    /// Fatality over that of the first strain.
    pub fatality: [f64; L],
    /// Share of protection against infection that it evades.
    pub escape: [f64; L],
}

/// People who bring the infection from outside at a stated time.
#[derive(Clone, Debug, PartialEq)]
pub struct Seed<const L: usize> {
    /// Where.
    pub actor: usize,
    /// Years after the start.
    pub time: [f64; L],
    /// How many people; whole.
    pub people: [f64; L],
}

/// Terms of an epidemic.
#[derive(Clone, Debug)]
pub struct Epidemic<const L: usize> {
    /// People, whole; actors.
    pub population: Vec<[f64; L]>,
    /// Share of i's contacts that are with people of j when borders are open, as (j, share); actors.
    pub travel: Vec<Vec<(usize, f64)>>,
    /// Factor on all travel.
    pub mixing: [f64; L],
    /// Where and when it begins.
    pub seeds: Vec<Seed<L>>,
    /// R0 of the first strain.
    pub reproduction: [f64; L],
    /// Mean days from infection to infectiousness.
    pub latent: [f64; L],
    /// Mean days of infectiousness.
    pub infectious: [f64; L],
    /// Deaths per infection among people without protection, actors.
    pub fatality: Vec<[f64; L]>,
    /// Share of infections that a vaccine prevents while no variant evades it.
    pub shield: [f64; L],
    /// Share of infections that a past infection prevents while no variant evades it.
    pub immunity: [f64; L],
    /// Share of deaths that it prevents among those infected all the same.
    pub rescue: [f64; L],
    /// What becomes of the virus, ascending in time.
    pub variants: Vec<Variant<L>>,
}

/// The people of every country, `[actor]`.
#[derive(Clone, Debug)]
pub struct Outbreak<const L: usize> {
    /// Never infected, not protected.
    pub susceptible: Vec<[f64; L]>,
    /// Protected by a vaccine, not infected since.
    pub vaccinated: Vec<[f64; L]>,
    /// Infected, not yet infectious; without and with protection.
    pub exposed: [Vec<[f64; L]>; 2],
    /// Infectious; without and with protection.
    pub infectious: [Vec<[f64; L]>; 2],
    /// Recovered.
    pub recovered: Vec<[f64; L]>,
    /// Dead of it.
    pub dead: Vec<[f64; L]>,
    /// Infections so far.
    pub infections: Vec<[f64; L]>,
}

/// One step of an epidemic: when, how long, and what people make of it.
#[derive(Clone, Copy, Debug)]
pub struct Day<'a, const L: usize> {
    /// Years after the start.
    pub time: f64,
    /// Length in days.
    pub days: f64,
    /// Factor on contacts at home, actors.
    pub contacts: &'a [[f64; L]],
    /// Factor on fatality, actors.
    pub care: &'a [[f64; L]],
    /// Factor each side puts on travel, actors.
    pub border: &'a [[f64; L]],
}

/// Luck of one step: the stream, the first replication, the number of the step and each actor's name.
#[derive(Clone, Copy, Debug)]
pub struct Chance<'a> {
    /// Stream.
    pub luck: &'a Luck,
    /// First replication.
    pub replication: u32,
    /// Number of the epidemic's own step since the start.
    pub step: u32,
    /// Names, actors.
    pub ids: &'a [u32],
}

impl<const L: usize> Epidemic<L> {
    /// Transmissibility, fatality and escape at `time`: linear between stated variants, held at both ends.
    pub fn virus(&self, time: f64) -> [[f64; L]; 3] {
        let mut now = [[1.0; L], [1.0; L], [0.0; L]];
        for l in 0..L {
            let after = self.variants.iter().position(|v| v.time[l] > time);
            let at = |v: &Variant<L>| [v.transmissibility[l], v.fatality[l], v.escape[l]];
            let before = match after {
                Some(0) => ([1.0, 1.0, 0.0], f64::NEG_INFINITY),
                Some(b) => (at(&self.variants[b - 1]), self.variants[b - 1].time[l]),
                None => (self.variants.last().map_or([1.0, 1.0, 0.0], at), f64::NEG_INFINITY),
            };
            let (mut values, from) = before;
            if let Some(next) = after.filter(|_| from.is_finite()).map(|b| &self.variants[b]) {
                let share = (time - from) / (next.time[l] - from);
                for (value, then) in values.iter_mut().zip(at(next)) {
                    *value += share * (then - *value);
                }
            }
            for (field, value) in now.iter_mut().zip(values) {
                field[l] = value;
            }
        }
        now
    }
}

impl<const L: usize> Outbreak<L> {
    /// Before anybody is infected.
    pub fn none(epidemic: &Epidemic<L>) -> Outbreak<L> {
        let zero = vec![[0.0; L]; epidemic.population.len()];
        Outbreak {
            susceptible: epidemic.population.clone(),
            vaccinated: zero.clone(),
            exposed: [zero.clone(), zero.clone()],
            infectious: [zero.clone(), zero.clone()],
            recovered: zero.clone(),
            dead: zero.clone(),
            infections: zero,
        }
    }

    /// Share of the living in country `i` who can infect others.
    #[inline(always)]
    pub fn prevalence(&self, epidemic: &Epidemic<L>, i: usize) -> [f64; L] {
        let (a, b, dead, all) = (self.infectious[0][i], self.infectious[1][i], self.dead[i], epidemic.population[i]);
        std::array::from_fn(|l| (a[l] + b[l]) / (all[l] - dead[l]).max(1.0))
    }

    /// Everybody of country `i`, the dead included.
    pub fn people(&self, i: usize) -> [f64; L] {
        let whole = [&self.susceptible, &self.vaccinated, &self.recovered, &self.dead];
        let split = self.exposed.iter().chain(&self.infectious);
        std::array::from_fn(|l| whole.into_iter().chain(split.clone()).map(|part| part[i][l]).sum())
    }

    /// Gives `people` of the living of country `i` their full course: those never infected become protected, whole people if so asked.
    pub fn vaccinate(&mut self, i: usize, people: &[f64; L], unvaccinated: &[f64; L], whole: bool) {
        for l in 0..L {
            let share = if unvaccinated[l] > 0.0 { (people[l] / unvaccinated[l]).min(1.0) } else { 0.0 };
            let wanted = share * self.susceptible[i][l];
            let moved = if whole { (wanted + 0.5).floor().min(self.susceptible[i][l]) } else { wanted };
            self.susceptible[i][l] -= moved;
            self.vaccinated[i][l] += moved;
        }
    }

    /// One step of the epidemic.
    #[inline(always)]
    pub fn step(&mut self, epidemic: &Epidemic<L>, day: Day<'_, L>, chance: Option<Chance<'_>>) {
        self.seed(epidemic, &day);
        let virus = epidemic.virus(day.time);
        let leave = |mean: [f64; L]| mean.map(|mean| 1.0 - exp(-day.days / mean));
        let (ripen, end) = (leave(epidemic.latent), leave(epidemic.infectious));
        let n = epidemic.population.len();
        let sick: Vec<[f64; L]> = (0..n).map(|i| self.prevalence(epidemic, i)).collect();
        for i in 0..n {
            let force = force_of_infection(epidemic, &day, &sick, &virus[0], &end, i);
            self.infect(epidemic, i, &force, &virus[2], [&ripen, &end], &virus[1], &day, chance);
        }
    }

    /// People who bring it in.
    fn seed(&mut self, epidemic: &Epidemic<L>, day: &Day<'_, L>) {
        let until = day.time + day.days / DAYS_PER_YEAR;
        for seed in &epidemic.seeds {
            for l in 0..L {
                if seed.time[l] >= day.time && seed.time[l] < until {
                    let people = seed.people[l].min(self.susceptible[seed.actor][l]);
                    self.susceptible[seed.actor][l] -= people;
                    self.exposed[0][seed.actor][l] += people;
                    self.infections[seed.actor][l] += people;
                }
            }
        }
    }

    #[inline(always)]
    fn infect(
        &mut self,
        epidemic: &Epidemic<L>,
        i: usize,
        force: &[f64; L],
        escape: &[f64; L],
        [ripen, end]: [&[f64; L]; 2],
        severity: &[f64; L],
        day: &Day<'_, L>,
        chance: Option<Chance<'_>>,
    ) {
        let idle = [&self.exposed, &self.infectious].iter().all(|tracks| tracks.iter().all(|t| t[i] == [0.0; L]));
        if idle && *force == [0.0; L] {
            return;
        }
        let mut open = [0.0; L];
        let mut closed = [[0.0; L]; 2];
        let mut fatal = [[0.0; L]; 2];
        for l in 0..L {
            open[l] = 1.0 - exp(-force[l]);
            for (closed, kept) in closed.iter_mut().zip([&epidemic.shield, &epidemic.immunity]) {
                closed[l] = 1.0 - exp(-force[l] * (1.0 - kept[l] * (1.0 - escape[l])));
            }
            let deadly = (epidemic.fatality[i][l] * severity[l] * day.care[i][l]).min(1.0);
            fatal[0][l] = deadly;
            fatal[1][l] = deadly * (1.0 - epidemic.rescue[l]);
        }
        let draw = |flow: u32, n: &[f64; L], p: &[f64; L]| flow_of(n, p, chance, i, flow);
        let caught = draw(0, &self.susceptible[i], &open);
        let again = [draw(1, &self.vaccinated[i], &closed[0]), draw(2, &self.recovered[i], &closed[1])];
        let mut ripe = [[0.0; L]; 2];
        let mut ended = [[0.0; L]; 2];
        let mut died = [[0.0; L]; 2];
        for track in 0..2 {
            let at = 2 * track as u32;
            ripe[track] = draw(3 + at, &self.exposed[track][i], ripen);
            ended[track] = draw(4 + at, &self.infectious[track][i], end);
            died[track] = draw(7 + track as u32, &ended[track], &fatal[track]);
        }
        for l in 0..L {
            self.susceptible[i][l] -= caught[l];
            self.vaccinated[i][l] -= again[0][l];
            self.recovered[i][l] -= again[1][l];
            let entered = [caught[l], again[0][l] + again[1][l]];
            self.infections[i][l] += entered[0] + entered[1];
            for track in 0..2 {
                self.exposed[track][i][l] += entered[track] - ripe[track][l];
                self.infectious[track][i][l] += ripe[track][l] - ended[track][l];
                self.dead[i][l] += died[track][l];
                self.recovered[i][l] += ended[track][l] - died[track][l];
            }
        }
    }
}

/// Days in a year.
pub const DAYS_PER_YEAR: f64 = 365.25;

/// Contacts of somebody in country `i` that infect, in one step: at home, and with people of other countries.
#[inline(always)]
fn force_of_infection<const L: usize>(
    epidemic: &Epidemic<L>,
    day: &Day<'_, L>,
    sick: &[[f64; L]],
    transmissibility: &[f64; L],
    end: &[f64; L],
    i: usize,
) -> [f64; L] {
    let (mut abroad, mut met) = ([0.0; L], [0.0; L]);
    let border = &day.border[i];
    for &(j, share) in &epidemic.travel[i] {
        let (theirs, ill) = (&day.border[j], &sick[j]);
        for l in 0..L {
            let contact = share * epidemic.mixing[l] * border[l] * theirs[l];
            abroad[l] += contact;
            met[l] += contact * ill[l];
        }
    }
    let (contacts, home) = (&day.contacts[i], &sick[i]);
    std::array::from_fn(|l| {
        let rate = epidemic.reproduction[l] * transmissibility[l] * end[l];
        rate * contacts[l] * ((1.0 - abroad[l]).max(0.0) * home[l] + met[l])
    })
}

/// How many of `n` people go with chance `p`.
#[inline(always)]
fn flow_of<const L: usize>(
    n: &[f64; L],
    p: &[f64; L],
    chance: Option<Chance<'_>>,
    actor: usize,
    flow: u32,
) -> [f64; L] {
    let mut mean = [0.0; L];
    let mut small = false;
    for l in 0..L {
        mean[l] = n[l] * p[l];
        small |= mean[l] > 0.0 && mean[l] < LARGE;
    }
    let Some(Chance { luck, replication, step, ids }) = chance else { return mean };
    let mut out: [f64; L] = std::array::from_fn(|l| (mean[l] + 0.5).floor().min(n[l]));
    if small {
        let uniform = luck.uniforms::<L>(replication, step, ids[actor], FLOWS + flow)[0];
        for l in 0..L {
            if mean[l] > 0.0 && mean[l] < LARGE {
                out[l] = binomial(n[l], p[l], uniform[l]);
            }
        }
    }
    out
}

/// Where the names of flows begin among the partners of a draw.
const FLOWS: u32 = 0xFFFF_FF00;

/// Inverse distribution function of a binomial count of `n` (whole) with chance `p` at `uniform`; meant for np below about 700.
fn binomial(n: f64, p: f64, uniform: f64) -> f64 {
    if p > 0.5 {
        return n - binomial(n, 1.0 - p, 1.0 - uniform);
    }
    let odds = p / (1.0 - p);
    let mut chance = exp(n * ln(1.0 - p));
    let (mut below, mut k) = (chance, 0.0);
    while uniform >= below && k < n {
        chance *= (n - k) / (k + 1.0) * odds;
        k += 1.0;
        below += chance;
        if chance < 1e-300 {
            break;
        }
    }
    k
}
