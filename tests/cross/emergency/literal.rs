//! One replication of a health issue, from the words of model §6: no lanes, no order of evaluation in common with the kernel.

use theory::issue::epidemic::{Seed, Variant};
use theory::issue::health::{Emergency, Health};
use theory::issue::supply::Good;
use theory::luck::Luck;
use theory::world::LANES;

/// A country and what has become of it.
#[derive(Clone, Debug, Default)]
pub struct Country {
    pub open: f64,
    pub shielded: f64,
    pub exposed: [f64; 2],
    pub ill: [f64; 2],
    pub recovered: f64,
    pub dead: f64,
    pub infections: f64,
    pub reported: f64,
    pub cases: f64,
    pub deaths: f64,
    pub stock: f64,
    pub protected: f64,
    pub carry: f64,
    pub coverage: f64,
    pub banned: bool,
    pub restriction: f64,
    pub compliance: f64,
    pub loss: f64,
    pub burden: f64,
    pub shortage: f64,
    pub tally: [f64; 4],
}

/// Luck of a run: the stream, the first replication and everybody's name.
#[derive(Clone, Copy)]
pub struct Draws<'a> {
    pub luck: &'a Luck,
    pub replication: u32,
    pub ids: &'a [u32],
}

/// What a step is told from outside, one value per country, or per pair (seller, buyer).
pub struct Step<'a> {
    pub time: f64,
    pub dt: f64,
    pub number: u32,
    pub hoarding: &'a [f64],
    pub liking: &'a [f64],
    pub errors: &'a [f64],
}

/// Replication `l` of a health issue.
pub struct Literal<'a> {
    pub health: &'a Health<LANES>,
    pub l: usize,
    pub draws: Option<Draws<'a>>,
    pub countries: Vec<Country>,
    pub price: f64,
}

impl<'a> Literal<'a> {
    pub fn begin(health: &'a Health<LANES>, l: usize, draws: Option<Draws<'a>>) -> Literal<'a> {
        let country =
            |people: &[f64; LANES]| Country { open: people[l], coverage: 1.0, compliance: 0.5, ..Country::default() };
        let countries = health.epidemic.population.iter().map(country).collect();
        Literal { health, l, draws, countries, price: 1.0 }
    }

    fn people(&self, i: usize) -> f64 {
        self.health.epidemic.population[i][self.l]
    }

    fn severity(&self, i: usize) -> f64 {
        let told = self.countries[i].reported;
        told / (told + self.health.state.scale[i][self.l])
    }

    pub fn pass(&mut self, step: &Step<'_>) {
        let felt: Vec<f64> = (0..self.countries.len()).map(|i| self.severity(i)).collect();
        self.conduct(&felt, step);
        self.supplies(&felt, step);
        self.doses(step);
        self.live(&felt, step);
    }

    /// Restriction and compliance.
    fn conduct(&mut self, felt: &[f64], step: &Step<'_>) {
        let (l, state, people) = (self.l, &self.health.state, &self.health.people);
        let all: f64 = (0..felt.len()).map(|i| self.people(i)).sum();
        let world = (0..felt.len()).map(|i| felt[i] * self.people(i)).sum::<f64>() / all;
        for (i, c) in self.countries.iter_mut().enumerate() {
            let alarm = 1.0 - (1.0 - felt[i]) * (1.0 - state.alarm[l] * world);
            let seen = f64::min(1.0, alarm * (state.error[l] * step.errors[i]).exp());
            let towards = 1.0 - (-state.pace[l] * step.dt).exp();
            c.restriction = (1.0 - towards) * c.restriction + towards * state.strictness[i][l] * seen;
            c.burden += c.restriction * step.dt;
            let pays = people.risk[l] * felt[i] + people.enforcement[i][l] + people.custom[l] * (c.compliance - 0.5);
            let costs = people.burden[l] + people.burden[l] * people.fatigue[l] * c.burden;
            let chosen = 1.0 / (1.0 + (costs - pays).exp());
            let stays = (-people.habit[l] * step.dt).exp();
            c.compliance = stays * c.compliance + (1.0 - stays) * chosen;
        }
    }

    fn made(&self, good: &Good<LANES>, i: usize, time: f64) -> f64 {
        let (l, since) = (self.l, time - good.from[self.l]);
        let part = match good.ramp[l] {
            _ if since < 0.0 => 0.0,
            ramp if since < ramp => since / ramp,
            _ => 1.0,
        };
        part * good.capacity[i][l]
    }

    /// Who sends and gets how much.
    fn share_out(&self, made: &[f64], need: &[f64], kept: &[f64], liking: &[f64], whole: bool) -> [Vec<f64>; 2] {
        let n = made.len();
        let (all, wanted): (f64, f64) = (made.iter().sum(), need.iter().sum());
        let fair: Vec<f64> = need.iter().map(|w| if wanted > 0.0 { all * w / wanted } else { 0.0 }).collect();
        let lack: Vec<f64> = (0..n).map(|i| f64::max(fair[i] - made[i], 0.0)).collect();
        let missing: f64 = lack.iter().sum();
        let (mut sent, mut got) = (vec![0.0; n], vec![0.0; n]);
        for j in (0..n).filter(|&j| made[j] > fair[j] && missing > 0.0) {
            let over = made[j] - fair[j];
            let pledged = over * self.health.pooled[j][self.l];
            let sold = (over - pledged) * (1.0 - kept[j]);
            let drawn: f64 = (0..n).map(|i| lack[i] * liking[j * n + i]).sum();
            for i in 0..n {
                let part = if drawn > 0.0 { lack[i] * liking[j * n + i] / drawn } else { lack[i] / missing };
                let parcel = pledged * lack[i] / missing + sold * part;
                let parcel = if whole { parcel.floor() } else { parcel };
                sent[j] += parcel;
                got[i] += parcel;
            }
        }
        [sent, got]
    }

    fn supplies(&mut self, felt: &[f64], step: &Step<'_>) {
        let (l, n, health) = (self.l, felt.len(), self.health);
        let made: Vec<f64> = (0..n).map(|i| self.made(&health.supplies, i, step.time)).collect();
        let usual = health.ordinary[l];
        let need: Vec<f64> = (0..n).map(|i| self.people(i) * (usual + (1.0 - usual) * felt[i])).collect();
        let all: f64 = made.iter().sum();
        if all > 0.0 {
            let on_offer: f64 = (0..n).filter(|&i| !self.countries[i].banned).map(|i| made[i]).sum();
            self.price = need.iter().sum::<f64>() / f64::max(on_offer, 1e-9 * all);
            let bans = |i: usize| made[i] > 0.0 && self.price > health.ban[i][l];
            let banned: Vec<bool> = (0..n).map(bans).collect();
            self.countries.iter_mut().zip(banned).for_each(|(c, banned)| c.banned = banned);
        }
        let kept = |i: usize| if self.countries[i].banned { 1.0 } else { step.hoarding[i] };
        let kept: Vec<f64> = (0..n).map(kept).collect();
        let [sent, got] = self.share_out(&made, &need, &kept, step.liking, false);
        for (i, c) in self.countries.iter_mut().enumerate() {
            c.coverage = if need[i] > 0.0 { f64::min(1.0, (made[i] + got[i] - sent[i]) / need[i]) } else { 1.0 };
            c.shortage += step.dt * (1.0 - c.coverage);
        }
    }

    fn doses(&mut self, step: &Step<'_>) {
        let (l, n, health) = (self.l, self.countries.len(), self.health);
        let whole = self.draws.is_some();
        let mut made = vec![0.0; n];
        for (i, amount) in made.iter_mut().enumerate() {
            let ready = self.made(&health.doses, i, step.time) * step.dt + self.countries[i].carry;
            *amount = if whole { ready.floor() } else { ready };
            self.countries[i].carry = ready - *amount;
        }
        let willing = |i: usize| {
            let c = &self.countries[i];
            f64::max(health.uptake[i][l] * (self.people(i) - c.dead) - c.protected, 0.0)
        };
        let willing: Vec<f64> = (0..n).map(willing).collect();
        let need = |i: usize| f64::max(health.course[l] * willing[i] - self.countries[i].stock, 0.0);
        let need: Vec<f64> = (0..n).map(need).collect();
        let [sent, got] = self.share_out(&made, &need, step.hoarding, step.liking, whole);
        for i in 0..n {
            let people = self.people(i);
            let c = &mut self.countries[i];
            c.stock += made[i] + got[i] - sent[i];
            let able = health.speed[i][l] * people * step.dt * 365.25;
            let most = willing[i].min(able).min(c.stock / health.course[l]);
            let given = if whole { most.floor() } else { most };
            let used = given * health.course[l];
            let used = if whole { f64::min(used.ceil(), c.stock) } else { used };
            // Whoever gets a course may have had the infection already.
            let share = given / (people - c.dead - c.protected);
            let newly = f64::min(share, 1.0) * c.open;
            let newly = if whole { f64::min((newly + 0.5).floor(), c.open) } else { newly };
            (c.open, c.shielded) = (c.open - newly, c.shielded + newly);
            (c.protected, c.stock) = (c.protected + given, c.stock - used);
            let moved = [made[i], sent[i], got[i], used];
            c.tally.iter_mut().zip(moved).for_each(|(sum, more)| *sum += more);
        }
    }

    fn live(&mut self, felt: &[f64], step: &Step<'_>) {
        let (l, n, health) = (self.l, felt.len(), self.health);
        let state = &health.state;
        let days = (step.dt * 365.25).round();
        let before: Vec<(f64, f64)> = self.countries.iter().map(|c| (c.infections, c.dead)).collect();
        for d in 0..days as u32 {
            let day = [step.time + step.dt * f64::from(d) / days, step.dt * 365.25 / days];
            self.day(felt, day, step.number * days as u32 + d);
        }
        for i in 0..n {
            let (people, told) = (self.people(i), 1.0 - state.concealment[i][l]);
            let c = &mut self.countries[i];
            let (ill, dead) = (c.infections - before[i].0, told * (c.dead - before[i].1));
            c.cases += told * ill * state.ascertainment[i][l];
            c.deaths += dead;
            let kept = (-step.dt * 365.25 / state.delay[l]).exp();
            c.reported = kept * c.reported + (1.0 - kept) * dead / (people / 1e6) / (step.dt * 365.25);
        }
        let economy = &health.economy;
        let own = |i: usize| {
            let cost = economy.restriction[l] * self.countries[i].restriction;
            f64::min(cost + economy.sickness[l] * self.prevalence(i), 1.0)
        };
        let own: Vec<f64> = (0..n).map(own).collect();
        let all: f64 = economy.size.iter().map(|size| size[l]).sum();
        let world = (0..n).map(|i| economy.size[i][l] * own[i]).sum::<f64>() / all;
        for (c, own) in self.countries.iter_mut().zip(own) {
            c.loss += step.dt * ((1.0 - economy.linkage[l]) * own + economy.linkage[l] * world);
        }
    }

    fn prevalence(&self, i: usize) -> f64 {
        let c = &self.countries[i];
        (c.ill[0] + c.ill[1]) / (self.people(i) - c.dead)
    }

    /// Transmissibility, fatality and escape.
    fn virus(&self, time: f64) -> [f64; 3] {
        let (l, variants) = (self.l, &self.health.epidemic.variants);
        let of = |v: &Variant<LANES>| [v.transmissibility[l], v.fatality[l], v.escape[l]];
        let Some(last) = variants.iter().rposition(|v| v.time[l] <= time) else { return [1.0, 1.0, 0.0] };
        let Some(next) = variants.get(last + 1) else { return of(&variants[last]) };
        let part = (time - variants[last].time[l]) / (next.time[l] - variants[last].time[l]);
        std::array::from_fn(|what| (1.0 - part) * of(&variants[last])[what] + part * of(next)[what])
    }

    fn flow(&self, i: usize, number: u32, name: u32, n: f64, p: f64) -> f64 {
        let (mean, Some(draws)) = (n * p, self.draws) else { return n * p };
        if mean == 0.0 || mean >= 30.0 {
            return f64::min((mean + 0.5).floor(), n);
        }
        let u = draws.luck.uniforms::<LANES>(draws.replication, number, draws.ids[i], 0xFFFF_FF00 + name)[0][self.l];
        // Counted from the end that is nearer, so that the chance of none is not lost in rounding.
        let (p, u, turned) = if p > 0.5 { (1.0 - p, 1.0 - u, true) } else { (p, u, false) };
        let (mut chance, mut below, mut k) = ((1.0 - p).powf(n), 0.0, 0.0);
        while k < n && below + chance <= u {
            below += chance;
            chance *= (n - k) * p / ((k + 1.0) * (1.0 - p));
            k += 1.0;
        }
        if turned { n - k } else { k }
    }

    fn day(&mut self, felt: &[f64], [time, length]: [f64; 2], number: u32) {
        let (l, n, epidemic) = (self.l, felt.len(), &self.health.epidemic);
        let arrives = |s: &&Seed<LANES>| (time..time + length / 365.25).contains(&s.time[l]);
        for seed in epidemic.seeds.iter().filter(arrives) {
            let c = &mut self.countries[seed.actor];
            let people = f64::min(seed.people[l], c.open);
            c.open -= people;
            c.exposed[0] += people;
            c.infections += people;
        }
        let virus = self.virus(time);
        let ill: Vec<f64> = (0..n).map(|i| self.prevalence(i)).collect();
        let force: Vec<f64> = (0..n).map(|i| self.force(felt, &ill, i) * virus[0]).collect();
        for i in 0..n {
            self.pass_on(i, number, length, force[i], virus);
        }
    }

    fn border(&self, i: usize) -> f64 {
        let state = &self.health.state;
        state.border[i][self.l] * (1.0 - state.closure[self.l] * self.countries[i].restriction)
    }

    /// Force of infection, of the first strain, in a step of one day's share of the infectious period.
    fn force(&self, felt: &[f64], ill: &[f64], i: usize) -> f64 {
        let (l, health, c) = (self.l, self.health, &self.countries[i]);
        let epidemic = &health.epidemic;
        let (mut away, mut met) = (0.0, 0.0);
        for (j, share) in &epidemic.travel[i] {
            let m = share * epidemic.mixing[l] * self.border(i) * self.border(*j);
            away += m;
            met += m * ill[*j];
        }
        let obeyed = 1.0 - health.state.effect[l] * c.restriction * c.compliance;
        let supplied = 1.0 - health.protection[l] * c.coverage * felt[i];
        let contacts = obeyed * supplied * (1.0 - health.people.caution[l] * felt[i]);
        epidemic.reproduction[l] * contacts * (f64::max(1.0 - away, 0.0) * ill[i] + met)
    }

    fn pass_on(&mut self, i: usize, number: u32, length: f64, force: f64, [_, deadlier, escape]: [f64; 3]) {
        let (l, health, c) = (self.l, self.health, &self.countries[i]);
        let epidemic = &health.epidemic;
        let leaving = |mean: f64| 1.0 - (-length / mean).exp();
        let (ripens, ends) = (leaving(epidemic.latent[l]), leaving(epidemic.infectious[l]));
        let force = force * ends;
        let caught = |kept: f64| 1.0 - (-force * (1.0 - kept * (1.0 - escape))).exp();
        let flow = |name: u32, n: f64, p: f64| self.flow(i, number, name, n, p);
        let first = flow(0, c.open, 1.0 - (-force).exp());
        let broken = flow(1, c.shielded, caught(epidemic.shield[l]));
        let again = flow(2, c.recovered, caught(epidemic.immunity[l]));
        let treated = 1.0 - health.treatment[l] * c.coverage;
        let fatal = f64::min(epidemic.fatality[i][l] * deadlier * treated, 1.0);
        let fatal = [fatal, fatal * (1.0 - epidemic.rescue[l])];
        let ripe = [flow(3, c.exposed[0], ripens), flow(5, c.exposed[1], ripens)];
        let over = [flow(4, c.ill[0], ends), flow(6, c.ill[1], ends)];
        let died = [flow(7, over[0], fatal[0]), flow(8, over[1], fatal[1])];
        let c = &mut self.countries[i];
        c.open -= first;
        c.shielded -= broken;
        c.recovered += over[0] + over[1] - died[0] - died[1] - again;
        c.dead += died[0] + died[1];
        c.infections += first + broken + again;
        let entered = [first, broken + again];
        for track in 0..2 {
            c.exposed[track] += entered[track] - ripe[track];
            c.ill[track] += ripe[track] - over[track];
        }
    }

    /// Everything of every country next to what the kernel has of it, by name.
    pub fn beside(&self, e: &Emergency<LANES>) -> Vec<(String, f64, f64)> {
        let (l, o) = (self.l, &e.outbreak);
        let mut all = vec![("price".to_owned(), self.price, e.price[l])];
        for (i, c) in self.countries.iter().enumerate() {
            let people = [
                ("open", c.open, &o.susceptible),
                ("shielded", c.shielded, &o.vaccinated),
                ("exposed", c.exposed[0], &o.exposed[0]),
                ("exposed again", c.exposed[1], &o.exposed[1]),
                ("ill", c.ill[0], &o.infectious[0]),
                ("ill again", c.ill[1], &o.infectious[1]),
                ("recovered", c.recovered, &o.recovered),
                ("dead", c.dead, &o.dead),
                ("infections", c.infections, &o.infections),
                ("reported", c.reported, &e.reported),
                ("cases", c.cases, &e.cases),
                ("deaths", c.deaths, &e.deaths),
                ("stock", c.stock, &e.stock),
                ("protected", c.protected, &e.protected),
                ("coverage", c.coverage, &e.coverage),
                ("banned", f64::from(u8::from(c.banned)), &e.banned),
                ("restriction", c.restriction, &e.restriction),
                ("compliance", c.compliance, &e.compliance),
                ("loss", c.loss, &e.loss),
                ("burden", c.burden, &e.burden),
                ("shortage", c.shortage, &e.shortage),
            ];
            all.extend(people.map(|(name, mine, kernels)| (format!("{name} of {i}"), mine, kernels[i][l])));
            all.extend((0..4).map(|t| (format!("tally {t} of {i}"), c.tally[t], e.tally[t][i][l])));
        }
        all
    }
}
