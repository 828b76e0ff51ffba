//! What a run carries with it beyond effort and belief, and how it bends the kernel's terms.
//!
//! The terms of the moment ([`Course::now`]) are a pure function of the base terms, the [`State`] and the efforts
//! ([`Course::stand`]); the state moves on once per step ([`Course::pass`]). Where nothing bends, nothing is computed.

mod bend;
mod nature;
mod progress;
mod signals;

pub use nature::Nature;
pub use signals::Signals;

use bend::{deter, enclose, reset, rise_and_fall};
use progress::{account, breaches, climb, exertion, logistic};

use crate::happen::{Happening, Wars, end_of_the_world, wage};
use crate::luck::{Luck, Purpose};
use crate::real::{exp, ln};
use crate::remedy::{Remedy, Rule, Term, hold_parity, pull, stand_together};
use crate::step::read;
use crate::world::{LANES, Reading, Terms, World};

/// What one remedy has come to.
#[derive(Clone, Debug)]
pub struct Progress<const L: usize> {
    /// Share won by an attitude, or rung of a ladder.
    pub share: [f64; L],
    /// Fading mean of ln effort in the issue it is about, with a memory of one year, actors.
    pub memory: Vec<[f64; L]>,
    /// This year's signals.
    pub signals: Signals<L>,
    /// ∫ cost dt, effort unit × years, `[issue][actor]`.
    pub cost: Vec<Vec<[f64; L]>>,
    /// ∫ baseline dt of the first issue, sum over actors, effort unit × years: what costs are shares of.
    pub usual: [f64; L],
    /// ∫ strength dt, averaged over the carriers, years.
    pub exercised: [f64; L],
    /// ∫ rung dt of a ladder, years.
    pub rungs: [f64; L],
}

/// Everything a run carries with it beyond effort and belief.
#[derive(Clone, Debug)]
pub struct State<const L: usize> {
    /// One per remedy.
    pub remedies: Vec<Progress<L>>,
    /// Hazard each node perceives from outside, per year.
    pub outside: Vec<[f64; L]>,
    /// 1 where a node has broken.
    pub broken: Vec<[f64; L]>,
    /// ln of what wars have done to each actor's output, `[issue][actor]`.
    pub resources: Vec<Vec<[f64; L]>>,
    /// Wars under way, issues that have war.
    pub wars: Vec<Option<Wars<L>>>,
    /// Epidemics, commons and the trouble they make, one per issue.
    pub nature: Vec<Nature<L>>,
    /// 1 until nuclear weapons are used.
    pub intact: [f64; L],
    /// What happened, if asked for.
    pub log: Option<Vec<Happening>>,
}

/// The state of a run and the terms it makes of the base terms.
#[derive(Clone, Debug)]
pub struct Course<const L: usize> {
    /// Terms of the moment. Equal to the base terms where nothing bends them.
    pub now: Terms<L>,
    /// State.
    pub state: State<L>,
    /// Whether the base terms hold throughout.
    pub still: bool,
    strength: Vec<Vec<[f64; L]>>,
    /// ln of need at the last reading, `[issue][actor]`; empty where no parity looks at it.
    log_need: Vec<Vec<[f64; L]>>,
    /// Strengths from which `now` was made; `now` holds as long as they do and nothing else moves.
    /// Authority inside each node at the last [`Course::stand`].
    pub inside: Vec<[f64; L]>,
    made_from: Option<Vec<Vec<[f64; L]>>>,
    moving: bool,
}

/// Streams of luck for what happens in a run.
#[derive(Clone, Debug)]
pub struct CourseLuck {
    /// Wars and nuclear use, per issue.
    pub events: Vec<[Luck; 3]>,
    /// Infections, weather and errors of analysis, per issue.
    pub nature: Vec<[Luck; 2]>,
    /// Signals, per remedy.
    pub signals: Vec<Luck>,
    /// First replication of the block.
    pub replication: u32,
}

impl CourseLuck {
    /// All streams of a run.
    pub fn new<const L: usize>(terms: &Terms<L>, seed: u64, replication: u32) -> CourseLuck {
        let streams = |id| [Purpose::War, Purpose::Outcome, Purpose::Use].map(|p| Luck::new(seed, p, id));
        CourseLuck {
            events: terms.issues.iter().map(|issue| streams(issue.luck_id)).collect(),
            nature: terms
                .issues
                .iter()
                .map(|issue| [Purpose::Nature, Purpose::Analysis].map(|p| Luck::new(seed, p, issue.luck_id)))
                .collect(),
            signals: terms.remedies.iter().map(|r| Luck::new(seed, Purpose::Signal, r.luck_id)).collect(),
            replication,
        }
    }
}

impl Course<LANES> {
    /// Sets the terms of the moment, `time` years after the start.
    pub fn stand(&mut self, base: &Terms<LANES>, world: &World<f64, LANES>, time: f64) {
        self.bend(base, world, time);
    }
}

impl<const L: usize> Course<L> {
    /// The course of a run that begins in `world`; `log` keeps a list of what happens.
    pub fn begin(terms: &Terms<L>, world: &World<f64, L>, log: bool) -> Course<L> {
        let n = terms.actors;
        let zero = vec![[0.0; L]; n];
        let per_issue = vec![zero.clone(); terms.issues.len()];
        let progress = |remedy: &Remedy<L>| Progress {
            share: [0.0; L],
            memory: world.issues[remedy.about()].log_effort.clone(),
            signals: Signals::expected(remedy, terms, world),
            cost: per_issue.clone(),
            usual: [0.0; L],
            exercised: [0.0; L],
            rungs: [0.0; L],
        };
        let war = |k: usize| terms.issues[k].physics.war.as_ref().map(|_| Wars::none(n));
        let state = State {
            remedies: terms.remedies.iter().map(progress).collect(),
            outside: vec![[0.0; L]; terms.nodes.len()],
            broken: vec![[0.0; L]; terms.nodes.len()],
            resources: per_issue.clone(),
            wars: (0..terms.issues.len()).map(war).collect(),
            nature: (0..terms.issues.len()).map(|k| Nature::begin(&terms.issues[k], &world.issues[k])).collect(),
            intact: [1.0; L],
            log: log.then(Vec::new),
        };
        let still = terms.stand_still();
        let strength = vec![zero; terms.remedies.len()];
        let now = if still { bare(terms) } else { terms.clone() };
        let moving = moves_by_itself(terms);
        let inside = vec![[0.0; L]; terms.nodes.len()];
        let mut course = Course { now, state, still, strength, inside, made_from: None, moving, log_need: Vec::new() };
        course.first_look(terms, world);
        course
    }

    /// [`Course::stand`] for the step's own loop.
    #[inline(always)]
    pub(crate) fn bend(&mut self, base: &Terms<L>, world: &World<f64, L>, time: f64) {
        if self.still {
            return;
        }
        for (r, remedy) in base.remedies.iter().enumerate() {
            exertion(remedy, &self.state.remedies[r], world, time, &mut self.strength[r]);
        }
        if !self.moving && self.made_from.as_ref() == Some(&self.strength) {
            return;
        }
        self.made_from.get_or_insert_with(|| self.strength.clone()).clone_from(&self.strength);
        reset(&mut self.now, base);
        for (k, gains) in self.state.resources.iter().enumerate().filter(|(k, _)| self.state.wars[*k].is_some()) {
            for (i, gain) in gains.iter().enumerate() {
                for l in (0..L).filter(|&l| gain[l] != 0.0) {
                    let factor = exp(gain[l]);
                    self.now.issues[k].baseline[i][l] *= factor;
                    self.now.issues[k].responsiveness[i][l] *= factor;
                }
            }
        }
        rise_and_fall(&mut self.now, base, time);
        enclose(&mut self.now, &self.state, world, time, &mut self.inside);
        self.remedy(base, world);
        for k in 0..base.issues.len() {
            nature::bend(&mut self.now, &mut self.state.nature, k, world, time);
        }
        deter(&mut self.now, world);
    }

    /// Lets every remedy in force pull.
    #[inline(always)]
    fn remedy(&mut self, base: &Terms<L>, world: &World<f64, L>) {
        let efforts: Vec<&[[f64; L]]> = world.issues.iter().map(|w| w.log_effort.as_slice()).collect();
        let together =
            |r: &Remedy<L>| r.levers.iter().any(|v| matches!(v.term, Term::Pool | Term::Balance | Term::Outward));
        for (r, remedy) in base.remedies.iter().enumerate() {
            let signals = &self.state.remedies[r].signals;
            pull(&mut self.now, remedy, &self.strength[r], &signals.sent);
            signals.show(&mut self.now, remedy, &self.strength[r]);
            if together(remedy) {
                let x: Vec<Vec<[f64; L]>> = efforts.iter().map(|e| e.iter().map(|v| v.map(exp)).collect()).collect();
                stand_together(&mut self.now, remedy, &self.strength[r], &x);
            }
        }
        for (remedy, strength) in base.remedies.iter().zip(&self.strength) {
            hold_parity(&mut self.now, remedy, strength, &efforts, &self.log_need);
        }
    }

    /// Strength of remedy `r` in the hands of actor `i` at the last [`Course::stand`].
    pub fn strength(&self, r: usize, i: usize) -> [f64; L] {
        self.strength[r][i]
    }

    /// Carries the state over one step that began at `time`, from what was read at its start.
    #[inline(always)]
    pub fn pass(
        &mut self,
        base: &Terms<L>,
        world: &mut World<f64, L>,
        readings: &[Reading<f64, L>],
        luck: Option<&CourseLuck>,
        step: u32,
        dt: f64,
    ) {
        if self.still {
            return;
        }
        self.watch(readings);
        self.remember_need(base, readings);
        let mut shocks = [0.0; L];
        if let Some(luck) = luck {
            for k in 0..base.issues.len() {
                let wars = wage(&self.now, &mut self.state, world, readings, luck, k, step, dt);
                for l in 0..L {
                    shocks[l] += wars[l];
                }
            }
            end_of_the_world(&self.now, &mut self.state, readings, luck, step, dt);
        }
        for k in 0..base.issues.len() {
            let nature = &mut self.state.nature[k];
            nature.pass(&self.now, k, world, readings, luck, (step, dt));
        }
        self.progress(base, world, readings, &shocks, luck, step, dt);
    }

    /// What each node perceives from outside, and whether it breaks.
    fn watch(&mut self, readings: &[Reading<f64, L>]) {
        for (m, node) in self.now.nodes.iter().enumerate() {
            for l in 0..L {
                let hazard = readings.iter().map(|r| r.fear[node.face][l] * r.inverse_effort[node.face][l]).sum();
                self.state.outside[m][l] = hazard;
                if hazard > node.collapse[l] {
                    self.state.broken[m][l] = 1.0;
                }
            }
        }
    }

    fn first_look(&mut self, terms: &Terms<L>, world: &World<f64, L>) {
        if terms.nodes.is_empty() && !has_parity(terms) {
            return;
        }
        let mut readings: Vec<_> = terms.issues.iter().map(|_| Reading::new(terms.actors)).collect();
        for (k, reading) in readings.iter_mut().enumerate() {
            read(terms, k, world, reading, 0.0);
        }
        self.watch(&readings);
        self.remember_need(terms, &readings);
    }

    fn remember_need(&mut self, base: &Terms<L>, readings: &[Reading<f64, L>]) {
        if has_parity(base) {
            let need =
                |reading: &Reading<f64, L>| reading.need_squared.iter().map(|x| x.map(|x| 0.5 * ln(x))).collect();
            self.log_need = readings.iter().map(need).collect();
        }
    }

    #[inline(always)]
    fn progress(
        &mut self,
        base: &Terms<L>,
        world: &World<f64, L>,
        readings: &[Reading<f64, L>],
        shocks: &[f64; L],
        luck: Option<&CourseLuck>,
        step: u32,
        dt: f64,
    ) {
        let time = f64::from(step) * dt;
        // Years are counted in steps: sums of steps do not hit them exactly.
        let per_year = (1.0 / dt).round().max(1.0) as u32;
        let (year, new_year) = ((step + 1) / per_year, (step + 1).is_multiple_of(per_year));
        for (r, remedy) in base.remedies.iter().enumerate() {
            let spreads = matches!(remedy.rule, Rule::Spreading { .. });
            let research = if spreads { self.research(base, r) } else { [1.0; L] };
            let calendar = remedy.calendar(time);
            let state = &mut self.state.remedies[r];
            account(state, remedy, &self.strength[r], &calendar, readings, dt);
            match &remedy.rule {
                Rule::Timed => {}
                Rule::Spreading { rate, seed, ceiling, shock } => {
                    for l in (0..L).filter(|&l| calendar[l] > 0.0) {
                        let v = state.share[l].max(seed[l].min(ceiling[l]));
                        let grown = logistic(v, rate[l] * research[l] * calendar[l], ceiling[l], dt);
                        let struck = if shocks[l] > 0.0 { shock[l] } else { 0.0 };
                        state.share[l] = grown + struck * (ceiling[l] - grown).max(0.0);
                    }
                }
                Rule::Internalised { rate } => {
                    for l in 0..L {
                        state.share[l] += (1.0 - state.share[l]) * (1.0 - exp(-rate[l] * calendar[l] * dt));
                    }
                }
                Rule::Answering { .. } => {
                    for (memory, now) in state.memory.iter_mut().zip(&world.issues[remedy.about()].log_effort) {
                        for l in 0..L {
                            memory[l] += dt * (now[l] - memory[l]);
                        }
                    }
                }
                Rule::Deciding { base: least, per_member, disagreement } => {
                    let spread = self.state.nature[remedy.about()].disagreement(&remedy.carriers);
                    let count = remedy.carriers.len() as f64;
                    for l in (0..L).filter(|&l| calendar[l] > 0.0) {
                        let delay = least[l] + per_member[l] * count + disagreement[l] * spread[l];
                        state.share[l] = if delay > dt { (state.share[l] + dt / delay).min(1.0) } else { 1.0 };
                    }
                }
                Rule::Climbing { .. } => {
                    climb(state, remedy, world, base.actors, &calendar, &breaches(&self.state.wars, remedy), dt);
                }
            }
            if remedy.signal.is_some() && (new_year || !state.signals.drawn) {
                state.signals = match luck {
                    Some(luck) => Signals::draw(remedy, base, world, luck, r, year),
                    None => Signals::expected(remedy, base, world),
                };
                self.made_from = None;
            }
        }
    }

    /// 1 + what survival research adds to the spread of remedy `r`.
    fn research(&self, base: &Terms<L>, r: usize) -> [f64; L] {
        let mut factor = [1.0; L];
        for (other, remedy) in base.remedies.iter().enumerate().filter(|(other, _)| *other != r) {
            for lever in remedy.levers.iter().filter(|v| v.term == Term::Research) {
                let count = remedy.carriers.len().max(1) as f64;
                for &i in &remedy.carriers {
                    for l in 0..L {
                        factor[l] += lever.size[l] * self.strength[other][i][l] / count;
                    }
                }
            }
        }
        factor
    }
}

fn has_parity<const L: usize>(terms: &Terms<L>) -> bool {
    terms.remedies.iter().any(|r| r.levers.iter().any(|v| v.term == Term::Parity))
}

/// Whether the terms of the moment follow efforts, beliefs or events, and not only the strengths of remedies.
fn moves_by_itself<const L: usize>(terms: &Terms<L>) -> bool {
    let follows = |t: Term| matches!(t, Term::Parity | Term::Pool | Term::Balance | Term::Outward);
    let remedy = |r: &Remedy<L>| r.levers.iter().any(|v| follows(v.term));
    let bare = Terms { remedies: Vec::new(), ..terms.clone() };
    !bare.stand_still() || terms.remedies.iter().any(remedy)
}

/// Terms that only say that nothing bends: the base terms are used instead.
fn bare<const L: usize>(terms: &Terms<L>) -> Terms<L> {
    Terms {
        actors: terms.actors,
        luck_ids: Vec::new(),
        floor: Vec::new(),
        slope: Vec::new(),
        learning: Vec::new(),
        care: Vec::new(),
        foresight: Vec::new(),
        negativity: Vec::new(),
        misperception: Vec::new(),
        forgetting: Vec::new(),
        empathy: Vec::new(),
        issues: Vec::new(),
        spillovers: Vec::new(),
        nodes: Vec::new(),
        remedies: Vec::new(),
    }
}
