//! What a run carries with it beyond effort and belief, and how it bends the kernel's terms.
//!
//! The terms of the moment ([`Course::now`]) are a pure function of the base terms, the [`State`] and the efforts
//! ([`Course::stand`]); the state moves on once per step ([`Course::pass`]). Where nothing bends, nothing is computed.

mod nature;
mod signals;

pub use nature::Nature;
pub use signals::Signals;

use crate::happen::{Happening, Wars, end_of_the_world, wage};
use crate::issue::nuclear::{damage, deterred};
use crate::level::{authority_inside, left_of};
use crate::luck::{Luck, Purpose};
use crate::real::{exp, ln};
use crate::remedy::{Remedy, Rule, Term, hold_parity, pull, stand_together};
use crate::security::mistrust;
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

/// Puts back everything that may have been bent.
#[inline(always)]
fn reset<const L: usize>(now: &mut Terms<L>, base: &Terms<L>) {
    now.care.copy_from_slice(&base.care);
    now.foresight.copy_from_slice(&base.foresight);
    now.negativity.copy_from_slice(&base.negativity);
    now.misperception.copy_from_slice(&base.misperception);
    now.forgetting.copy_from_slice(&base.forgetting);
    // What is said of every pair is copied only where something may have bent it: in worlds of many actors these are the large tables.
    let steered = !base.remedies.is_empty() || !base.nodes.is_empty();
    let deterred = base.issues.iter().any(|issue| issue.physics.nuclear.is_some());
    if steered {
        now.empathy.copy_from_slice(&base.empathy);
    }
    for (issue, old) in now.issues.iter_mut().zip(&base.issues) {
        issue.baseline.copy_from_slice(&old.baseline);
        issue.responsiveness.copy_from_slice(&old.responsiveness);
        issue.greed_excess.copy_from_slice(&old.greed_excess);
        issue.log_cap.copy_from_slice(&old.log_cap);
        issue.push.copy_from_slice(&old.push);
        issue.shown.copy_from_slice(&old.shown);
        if steered || old.physics.commons.is_some() {
            issue.reach.copy_from_slice(&old.reach);
        }
        if steered || old.physics.health.is_some() || old.physics.adversity.is_some() {
            issue.clarity.copy_from_slice(&old.clarity);
        }
        issue.told.fill([0.0; L]);
        nature::reset(&mut issue.physics, &old.physics);
        issue.conduct.pace.copy_from_slice(&old.conduct.pace);
        issue.conduct.caution.copy_from_slice(&old.conduct.caution);
        if steered || deterred {
            issue.conduct.temper.copy_from_slice(&old.conduct.temper);
        }
        if let (Some(war), Some(old)) = (&mut issue.physics.war, &old.physics.war) {
            war.log_force.copy_from_slice(&old.log_force);
            war.limit.copy_from_slice(&old.limit);
        }
        if let (Some(nuclear), Some(old)) = (&mut issue.physics.nuclear, &old.physics.nuclear) {
            nuclear.readiness.copy_from_slice(&old.readiness);
            nuclear.decision_time.copy_from_slice(&old.decision_time);
            nuclear.second_strike.copy_from_slice(&old.second_strike);
            nuclear.restraint.copy_from_slice(&old.restraint);
        }
    }
}

/// Power transition: who is larger than all it faces misreads by `transition` × the growth by which the fastest riser
/// among them outpaces it. Of equals the first in order counts as larger.
fn rise_and_fall<const L: usize>(now: &mut Terms<L>, base: &Terms<L>, time: f64) {
    let n = base.actors;
    let Terms { issues, misperception, .. } = now;
    for issue in issues.iter().filter(|issue| issue.physics.transition.iter().any(|&t| t != 0.0)) {
        let growth: Vec<f64> =
            issue.output.iter().map(|path| ln(path.factor(time)) - ln(path.factor(time - 1.0))).collect();
        let factor: Vec<f64> = issue.output.iter().map(|path| path.factor(time)).collect();
        for i in 0..n {
            for l in 0..L {
                let size = |i: usize| issue.responsiveness[i][l] * factor[i];
                let met = |&j: &usize| j != i && issue.reach[i * n + j][l] + issue.reach[j * n + i][l] > 0.0;
                if (0..n).filter(met).all(|j| size(i) > size(j) || (size(i) == size(j) && i < j)) {
                    let gap = (0..n).filter(met).map(|j| growth[j] - growth[i]).fold(0.0, f64::max);
                    misperception[i][l] += issue.physics.transition[l] * gap;
                }
            }
        }
    }
}

/// Authority inside every node, and what the node can raise: its cohesion times what its members have left.
fn enclose<const L: usize>(
    now: &mut Terms<L>,
    state: &State<L>,
    world: &World<f64, L>,
    time: f64,
    authority: &mut [[f64; L]],
) {
    let n = now.actors;
    let Terms { nodes, issues, .. } = now;
    for (m, node) in nodes.iter().enumerate() {
        for (k, issue) in issues.iter_mut().enumerate() {
            let inside: [f64; L] = std::array::from_fn(|l| {
                let base = node.authority[k][l] * left_of(time, node.fall[l], node.fall_over[l]);
                authority_inside(base, node.unity[l], state.outside[m][l], state.broken[m][l])
            });
            if k == 0 {
                authority[m] = inside;
            }
            for &i in &node.children {
                for &j in node.children.iter().filter(|&&j| j != i) {
                    for l in 0..L {
                        issue.reach[i * n + j][l] *= 1.0 - inside[l];
                    }
                }
            }
            let log_effort = &world.issues[k].log_effort;
            for l in 0..L {
                let left: f64 =
                    node.children.iter().map(|&c| (exp(issue.log_cap[c][l]) - exp(log_effort[c][l])).max(0.0)).sum();
                let least = LEAST_OUTWARD * issue.baseline[node.face][l];
                let raised = ln((inside[l] * left).max(least));
                issue.log_cap[node.face][l] = issue.log_cap[node.face][l].min(raised);
            }
        }
    }
}

/// What even a node without cohesion raises, of its baseline: logs of effort must stay finite.
const LEAST_OUTWARD: f64 = 1e-3;

/// Nuclear deterrence: what retaliation leaves of the will to attack, in the nuclear issue and in its shadow.
#[inline(always)]
fn deter<const L: usize>(now: &mut Terms<L>, world: &World<f64, L>) {
    let n = now.actors;
    for k in 0..now.issues.len() {
        let Some(nuclear) = now.issues[k].physics.nuclear.take() else { continue };
        let warheads: Vec<[f64; L]> = world.issues[k].log_effort.iter().map(|x| x.map(exp)).collect();
        for p in (0..n * n).filter(|p| p / n != p % n) {
            let (victim, attacker) = (p / n, p % n);
            let (survive, scale) = (nuclear.second_strike[victim], nuclear.damage_scale[attacker]);
            let (stock, control) = (warheads[victim], nuclear.rational_control);
            let ideology = nuclear.ideology[attacker * n + victim];
            let mut left = [0.0; L];
            for l in 0..L {
                left[l] = deterred(damage(survive[l] * stock[l], scale[l]), control[l], ideology[l]);
            }
            for (other, issue) in now.issues.iter_mut().enumerate() {
                for l in 0..L {
                    let share = if other == k { 1.0 } else { nuclear.shadow[l] };
                    issue.conduct.temper[p][l] *= 1.0 - share * (1.0 - left[l]);
                }
            }
        }
        now.issues[k].physics.nuclear = Some(nuclear);
    }
}

/// Strength of every carrier at `time`.
#[inline(always)]
fn exertion<const L: usize>(
    remedy: &Remedy<L>,
    state: &Progress<L>,
    world: &World<f64, L>,
    time: f64,
    strength: &mut [[f64; L]],
) {
    let calendar = remedy.calendar(time);
    for &i in &remedy.carriers {
        strength[i] = match &remedy.rule {
            Rule::Timed => calendar,
            Rule::Spreading { seed, ceiling, .. } => std::array::from_fn(|l| {
                let least = if calendar[l] > 0.0 { seed[l].min(ceiling[l]) } else { 0.0 };
                state.share[l].max(least)
            }),
            Rule::Internalised { .. } => state.share,
            // A sum of steps may end just under the whole.
            Rule::Deciding { .. } => {
                std::array::from_fn(|l| if state.share[l] >= 1.0 - 1e-9 { calendar[l] } else { 0.0 })
            }
            Rule::Climbing { .. } => std::array::from_fn(|l| state.share[l] * calendar[l]),
            Rule::Answering { patience, tolerance } => std::array::from_fn(|l| {
                let effort = &world.issues[remedy.about()].log_effort;
                let rising = |j: usize| effort[j][l] - state.memory[j][l] > tolerance[l];
                let patient = time < remedy.start[l] + patience[l];
                let answered = (0..state.memory.len()).filter(|&j| answers(remedy, i, j)).all(|j| !rising(j));
                if patient || answered { calendar[l] } else { 0.0 }
            }),
        };
    }
}

/// Whether carrier i looks at j's effort before it answers: its stated partners, else the other carriers, else all.
fn answers<const L: usize>(remedy: &Remedy<L>, i: usize, j: usize) -> bool {
    let among = |list: &[usize]| list.contains(&j);
    i != j
        && if !remedy.partners.is_empty() {
            among(&remedy.partners)
        } else {
            remedy.carriers.len() < 2 || among(&remedy.carriers)
        }
}

/// One step of dv/dt = rate·v·(ceiling − v), exactly.
fn logistic(v: f64, rate: f64, ceiling: f64, dt: f64) -> f64 {
    if v >= ceiling {
        return v;
    }
    let growth = exp(rate * ceiling * dt);
    ceiling * v * growth / (ceiling - v + v * growth)
}

/// Wars that broke out among the carriers in this step.
fn breaches<const L: usize>(wars: &[Option<Wars<L>>], remedy: &Remedy<L>) -> [f64; L] {
    let mut count = [0.0; L];
    for &(i, j, l) in wars.iter().flatten().flat_map(|w| &w.outbreaks) {
        if remedy.carriers.contains(&i) && remedy.carriers.contains(&j) {
            count[l] += 1.0;
        }
    }
    count
}

/// One step up or down a ladder; a war among its members throws it two rungs down.
fn climb<const L: usize>(
    state: &mut Progress<L>,
    remedy: &Remedy<L>,
    world: &World<f64, L>,
    n: usize,
    calendar: &[f64; L],
    breaches: &[f64; L],
    dt: f64,
) {
    let Rule::Climbing { rungs, dwell, climb, fall } = &remedy.rule else { return };
    let members = &remedy.carriers;
    let pairs: Vec<usize> =
        members.iter().flat_map(|&i| members.iter().filter(move |&&j| j != i).map(move |&j| i * n + j)).collect();
    let count = (pairs.len() * world.issues.len()).max(1) as f64;
    for l in (0..L).filter(|&l| calendar[l] > 0.0) {
        let total: f64 = world.issues.iter().flat_map(|w| pairs.iter().map(|&p| mistrust(w.log_odds[p][l]))).sum();
        let mean = total / count;
        let speed = if mean < climb[l] {
            1.0
        } else if mean > fall[l] {
            -2.0
        } else {
            0.0
        };
        let breach = if breaches[l] > 0.0 { 2.0 } else { 0.0 };
        let next = state.share[l].max(1.0) + speed * dt / dwell[l] - breach;
        state.share[l] = next.clamp(1.0, f64::from(*rungs));
    }
}

/// Adds one step to what the remedy has cost and how long it has been exercised. What has ended costs nothing, even where
/// an attitude stays; a signal that is not sent costs nothing either.
#[inline(always)]
fn account<const L: usize>(
    state: &mut Progress<L>,
    remedy: &Remedy<L>,
    strength: &[[f64; L]],
    calendar: &[f64; L],
    readings: &[Reading<f64, L>],
    dt: f64,
) {
    for x0 in &readings[0].baseline {
        for l in 0..L {
            state.usual[l] += dt * x0[l];
        }
    }
    let rungs = if let Rule::Climbing { rungs, .. } = remedy.rule { f64::from(rungs) } else { 1.0 };
    let (years, each) = (dt / rungs, dt / (rungs * remedy.carriers.len().max(1) as f64));
    let price: [f64; L] = std::array::from_fn(|l| if calendar[l] > 0.0 { years * remedy.cost[l] } else { 0.0 });
    for &i in &remedy.carriers {
        let s = remedy.at_work(&strength[i], &state.signals.sent, i);
        for l in 0..L {
            state.exercised[l] += each * s[l];
            state.rungs[l] += if rungs > 1.0 { each * rungs * s[l] } else { 0.0 };
        }
        for (k, (sums, reading)) in state.cost.iter_mut().zip(readings).enumerate() {
            let (sum, x0) = (&mut sums[i], reading.baseline[i]);
            let s = remedy.at_work_in(k, &strength[i], &state.signals.sent, i);
            for l in 0..L {
                sum[l] += s[l] * price[l] * x0[l];
            }
        }
    }
}
