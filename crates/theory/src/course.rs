//! What a run carries with it beyond effort and belief, and how it bends the kernel's terms.
//!
//! The terms of the moment ([`Course::now`]) are a pure function of the base terms, the [`State`] and the efforts
//! ([`Course::stand`]); the state moves on once per step ([`Course::pass`]). Where nothing bends, nothing is computed.

use crate::happen::{Happening, Wars, end_of_the_world, wage};
use crate::issue::nuclear::{damage, deterred};
use crate::level::{authority_inside, left_of};
use crate::luck::{Luck, Purpose};
use crate::real::{exp, ln};
use crate::remedy::{Remedy, Rule, Signal, Term, pull, stand_together};
use crate::security::mistrust;
use crate::step::read;
use crate::world::{LANES, Reading, Terms, World};

/// What one remedy has come to.
#[derive(Clone, Debug)]
pub struct Progress<const L: usize> {
    /// Share won by an attitude, or rung of a ladder.
    pub share: [f64; L],
    /// Mean of ln effort over the past year, actors.
    pub memory: Vec<[f64; L]>,
    /// 1 where this year's signal was sent and seen, actors.
    pub sent: Vec<[f64; L]>,
    /// ∫ cost dt, effort unit × years, `[issue][actor]`.
    pub cost: Vec<Vec<[f64; L]>>,
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
        let progress = |_: &Remedy<L>| Progress {
            share: [0.0; L],
            memory: world.issues[0].log_effort.clone(),
            sent: vec![[1.0; L]; n],
            cost: per_issue.clone(),
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
            intact: [1.0; L],
            log: log.then(Vec::new),
        };
        let still = terms.stand_still();
        // One entry more than actors: the calendar of signals, so that a change of it is seen.
        let strength = vec![vec![[0.0; L]; n + 1]; terms.remedies.len()];
        let now = if still { bare(terms) } else { terms.clone() };
        let moving = moves_by_itself(terms);
        let mut course =
            Course { now, state, still, strength, inside: vec![[0.0; L]; terms.nodes.len()], made_from: None, moving };
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
            // Silence is evidence too, and follows the calendar even where nothing is sent: it belongs to the key.
            self.strength[r][base.actors] = if remedy.signal.is_some() { remedy.calendar(time) } else { [0.0; L] };
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
        self.remedy(base, world, time);
        deter(&mut self.now, world);
    }

    /// Lets every remedy in force pull.
    #[inline(always)]
    fn remedy(&mut self, base: &Terms<L>, world: &World<f64, L>, time: f64) {
        let efforts: Vec<&[[f64; L]]> = world.issues.iter().map(|w| w.log_effort.as_slice()).collect();
        let together =
            |r: &Remedy<L>| r.levers.iter().any(|v| matches!(v.term, Term::Pool | Term::Balance | Term::Outward));
        for (r, remedy) in base.remedies.iter().enumerate() {
            pull(&mut self.now, remedy, &self.strength[r], &efforts);
            if let Some(signal) = &remedy.signal {
                show(&mut self.now, remedy, signal, &self.state.remedies[r], &efforts, time);
            }
            if together(remedy) {
                let x: Vec<Vec<[f64; L]>> = efforts.iter().map(|e| e.iter().map(|v| v.map(exp)).collect()).collect();
                stand_together(&mut self.now, remedy, &self.strength[r], &x);
            }
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
        let time = f64::from(step) * dt;
        self.watch(readings);
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
        self.progress(base, world, readings, &shocks, luck, time, dt);
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
        if terms.nodes.is_empty() {
            return;
        }
        let mut readings: Vec<_> = terms.issues.iter().map(|_| Reading::new(terms.actors)).collect();
        for (k, reading) in readings.iter_mut().enumerate() {
            read(terms, k, world, reading, 0.0);
        }
        self.watch(&readings);
    }

    #[inline(always)]
    fn progress(
        &mut self,
        base: &Terms<L>,
        world: &World<f64, L>,
        readings: &[Reading<f64, L>],
        shocks: &[f64; L],
        luck: Option<&CourseLuck>,
        time: f64,
        dt: f64,
    ) {
        for (r, remedy) in base.remedies.iter().enumerate() {
            let spreads = matches!(remedy.rule, Rule::Spreading { .. });
            let research = if spreads { self.research(base, r) } else { [1.0; L] };
            let calendar = remedy.calendar(time);
            let state = &mut self.state.remedies[r];
            account(state, remedy, &self.strength[r], readings, dt);
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
                    for (memory, now) in state.memory.iter_mut().zip(&world.issues[0].log_effort) {
                        for l in 0..L {
                            memory[l] += dt * (now[l] - memory[l]);
                        }
                    }
                }
                Rule::Climbing { .. } => climb(state, remedy, world, base.actors, &calendar, shocks, dt),
            }
            let new_year = (time + dt).floor() > time.floor() || time == 0.0;
            if let (Some(signal), Some(luck), true) = (&remedy.signal, luck, new_year) {
                send(state, remedy, signal, base, luck, r, (time + dt).floor() as u32);
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

/// Whether the terms of the moment follow efforts, beliefs or events, and not only the strengths of remedies.
fn moves_by_itself<const L: usize>(terms: &Terms<L>) -> bool {
    let follows = |t: Term| matches!(t, Term::Parity | Term::Pool | Term::Balance | Term::Outward);
    let remedy = |r: &Remedy<L>| {
        let weighs = r.signal.as_ref().is_some_and(|s| s.leadership.iter().any(|&w| w != 0.0));
        weighs || r.levers.iter().any(|v| follows(v.term))
    };
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
    now.empathy.copy_from_slice(&base.empathy);
    for (issue, old) in now.issues.iter_mut().zip(&base.issues) {
        issue.baseline.copy_from_slice(&old.baseline);
        issue.responsiveness.copy_from_slice(&old.responsiveness);
        issue.greed_excess.copy_from_slice(&old.greed_excess);
        issue.log_cap.copy_from_slice(&old.log_cap);
        issue.push.copy_from_slice(&old.push);
        issue.shown.copy_from_slice(&old.shown);
        issue.reach.copy_from_slice(&old.reach);
        issue.clarity.copy_from_slice(&old.clarity);
        issue.conduct.pace.copy_from_slice(&old.conduct.pace);
        issue.conduct.caution.copy_from_slice(&old.conduct.caution);
        issue.conduct.temper.copy_from_slice(&old.conduct.temper);
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
fn deter<const L: usize>(now: &mut Terms<L>, world: &World<f64, L>) {
    let n = now.actors;
    for k in 0..now.issues.len() {
        let Some(nuclear) = now.issues[k].physics.nuclear.clone() else { continue };
        let warheads: Vec<[f64; L]> = world.issues[k].log_effort.iter().map(|x| x.map(exp)).collect();
        for p in (0..n * n).filter(|p| p / n != p % n) {
            let (victim, attacker) = (p / n, p % n);
            let left: [f64; L] = std::array::from_fn(|l| {
                let answer = nuclear.second_strike[victim][l] * warheads[victim][l];
                let loss = damage(answer, nuclear.damage_scale[attacker][l]);
                deterred(loss, nuclear.rational_control[l], nuclear.ideology[attacker * n + victim][l])
            });
            for (other, issue) in now.issues.iter_mut().enumerate() {
                for l in 0..L {
                    let share = if other == k { 1.0 } else { nuclear.shadow[l] };
                    issue.conduct.temper[p][l] *= 1.0 - share * (1.0 - left[l]);
                }
            }
        }
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
            Rule::Spreading { .. } | Rule::Internalised { .. } => state.share,
            Rule::Climbing { .. } => std::array::from_fn(|l| state.share[l] * calendar[l]),
            Rule::Answering { patience, tolerance } => std::array::from_fn(|l| {
                let rising = |j: usize| world.issues[0].log_effort[j][l] - state.memory[j][l] > tolerance[l];
                let patient = time < remedy.start[l] + patience[l];
                let answered = (0..state.memory.len()).filter(|&j| answers(remedy, i, j)).all(|j| !rising(j));
                if patient || answered { calendar[l] } else { 0.0 }
            }),
        };
        if remedy.signal.is_some() {
            for l in 0..L {
                strength[i][l] *= state.sent[i][l];
            }
        }
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

/// Evidence that signals sent, or not sent, give everybody.
#[inline(always)]
fn show<const L: usize>(
    now: &mut Terms<L>,
    remedy: &Remedy<L>,
    signal: &Signal<L>,
    state: &Progress<L>,
    efforts: &[&[[f64; L]]],
    time: f64,
) {
    let calendar = remedy.calendar(time);
    let levers: Vec<usize> = remedy.levers.iter().filter_map(|v| v.issue).collect();
    let wanted = |k: usize| levers.is_empty() || levers.contains(&k);
    for k in (0..now.issues.len()).filter(|&k| wanted(k)) {
        for &i in &remedy.carriers {
            for l in (0..L).filter(|&l| calendar[l] > 0.0) {
                let credit = signal.credit[l] * weight_of(efforts[k], i, l, signal.leadership[l]);
                let [seen, silent] = Signal::<L>::evidence(credit, signal.missed[l]);
                let evidence = if state.sent[i][l] > 0.0 { seen } else { silent };
                now.issues[k].shown[i][l] += calendar[l] * evidence;
            }
        }
    }
}

/// (effort over mean effort)^leadership, between a quarter and four.
fn weight_of<const L: usize>(log_effort: &[[f64; L]], i: usize, l: usize, leadership: f64) -> f64 {
    if leadership == 0.0 {
        return 1.0;
    }
    let mean = log_effort.iter().map(|x| exp(x[l])).sum::<f64>() / log_effort.len() as f64;
    exp(leadership * (log_effort[i][l] - ln(mean))).clamp(0.25, 4.0)
}

/// Draws who sends this year's signal: the benign, and a greedy one with chance e^−credit; a signal may be missed.
fn send<const L: usize>(
    state: &mut Progress<L>,
    remedy: &Remedy<L>,
    signal: &Signal<L>,
    base: &Terms<L>,
    luck: &CourseLuck,
    r: usize,
    year: u32,
) {
    let k = remedy.levers.iter().find_map(|v| v.issue).unwrap_or(0);
    for &i in &remedy.carriers {
        let id = base.luck_ids[i];
        let [u, _] = luck.signals[r].uniforms::<L>(luck.replication, year, id, id);
        for l in 0..L {
            let greedy = base.issues[k].greedy[i][l] > 0.5;
            let chance = if greedy { exp(-signal.credit[l]) } else { 1.0 } * (1.0 - signal.missed[l]);
            state.sent[i][l] = if !signal.reneges && u[l] < chance { 1.0 } else { 0.0 };
        }
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

/// One step up or down a ladder; a war among its members throws it two rungs down.
fn climb<const L: usize>(
    state: &mut Progress<L>,
    remedy: &Remedy<L>,
    world: &World<f64, L>,
    n: usize,
    calendar: &[f64; L],
    shocks: &[f64; L],
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
        let breach = if shocks[l] > 0.0 { 2.0 } else { 0.0 };
        let next = state.share[l].max(1.0) + speed * dt / dwell[l] - breach;
        state.share[l] = next.clamp(1.0, f64::from(*rungs));
    }
}

/// Adds one step to what the remedy has cost and how long it has been exercised.
#[inline(always)]
fn account<const L: usize>(
    state: &mut Progress<L>,
    remedy: &Remedy<L>,
    strength: &[[f64; L]],
    readings: &[Reading<f64, L>],
    dt: f64,
) {
    let rungs = if let Rule::Climbing { rungs, .. } = remedy.rule { f64::from(rungs) } else { 1.0 };
    let (years, each) = (dt / rungs, dt / (rungs * remedy.carriers.len().max(1) as f64));
    for &i in &remedy.carriers {
        let s = strength[i];
        for l in 0..L {
            state.exercised[l] += each * s[l];
            state.rungs[l] += if rungs > 1.0 { each * rungs * s[l] } else { 0.0 };
        }
        for (sums, reading) in state.cost.iter_mut().zip(readings) {
            let (sum, x0) = (&mut sums[i], reading.baseline[i]);
            for l in 0..L {
                sum[l] += years * s[l] * remedy.cost[l] * x0[l];
            }
        }
    }
}
