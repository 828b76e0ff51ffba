//! What happens to a run: wars break out, spread and end; nuclear weapons are used (model §6).

use crate::course::{CourseLuck, State};
use crate::issue::military::{SPOILS_BY_STAGE, indictment, losses, success};
use crate::real::{exp, ln};
use crate::security::attack_propensity;
use crate::self_help::threat;
use crate::world::{IssueTerms, Reading, Terms, World};

/// One thing that happened in one run.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Happening {
    /// Replication within the block.
    pub lane: usize,
    /// Years after the start.
    pub time: f64,
    /// Issue.
    pub issue: usize,
    /// What.
    pub what: What,
    /// Attacker, winner, or whose accident.
    pub actor: usize,
    /// The other side.
    pub partner: usize,
    /// Effort destroyed so far (wars), else 0.
    pub size: f64,
}

/// Kinds of happening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// `actor` attacks `partner` out of greed.
    AttackFromGreed,
    /// `actor` attacks `partner` out of fear.
    AttackFromFear,
    /// The war has become extended (2) or total (3).
    Widened(u8),
    /// `actor` has won against `partner`; the stage it reached (1 limited, 2 extended, 3 total).
    Ended(u8),
    /// Deliberate first use of nuclear weapons by `actor`.
    NuclearAttack,
    /// Nuclear use by accident at `actor`, by cause.
    NuclearAccident(u8),
}

/// Wars under way in one issue; index of the pair (i, j), i < j.
#[derive(Clone, Debug)]
pub struct Wars<const L: usize> {
    /// 0 peace, 1 limited, 2 extended, 3 total.
    pub stage: Vec<[f64; L]>,
    /// 1 where j began it, 0 where i did.
    pub second_began: Vec<[f64; L]>,
    /// Effort destroyed on both sides.
    pub lost: Vec<[f64; L]>,
    /// Wars begun since the start, all pairs.
    pub begun: [f64; L],
    /// Of these, between two benign actors.
    pub tragic: [f64; L],
    /// Those of the last step: both sides, and the replication.
    pub outbreaks: Vec<(usize, usize, usize)>,
    /// ln of what this step's ends of war have done to each actor's output so far.
    spoils: Vec<[f64; L]>,
}

impl<const L: usize> Wars<L> {
    /// Peace among n actors.
    pub fn none(n: usize) -> Wars<L> {
        let zero = vec![[0.0; L]; n * n];
        Wars {
            stage: zero.clone(),
            second_began: zero.clone(),
            lost: zero,
            begun: [0.0; L],
            tragic: [0.0; L],
            outbreaks: Vec::new(),
            spoils: vec![[0.0; L]; n],
        }
    }
}

/// H_ji: hazard per year that j fears from i.
#[inline(always)]
fn fear_of<const L: usize>(issue: &IssueTerms<L>, reading: &Reading<f64, L>, (i, j): (usize, usize), l: usize) -> f64 {
    let ji = j * issue.baseline.len() + i;
    threat(issue.reach[ji][l], reading.weight[ji][l]) * reading.effort[i][l] * reading.inverse_effort[j][l]
}

/// a_ij: propensity of j to attack i, deterrence included.
#[inline(always)]
fn propensity<const L: usize>(
    issue: &IssueTerms<L>,
    reading: &Reading<f64, L>,
    (i, j): (usize, usize),
    l: usize,
) -> f64 {
    let first_strike = issue.first_strike[l] * issue.conduct.caution[j][l];
    let fear = fear_of(issue, reading, (i, j), l);
    issue.conduct.temper[i * issue.baseline.len() + j][l] * attack_propensity(issue.greedy[j][l], first_strike, fear)
}

/// Rate per year at which j attacks i: 2c·(1−α)·contact·a_ij·P_ij, which between equals is c times the objective hazard.
#[inline(always)]
pub fn attack_rate<const L: usize>(
    terms: &Terms<L>,
    k: usize,
    reading: &Reading<f64, L>,
    (i, j): (usize, usize),
    l: usize,
) -> f64 {
    let (n, issue) = (terms.actors, &terms.issues[k]);
    let Some(war) = &issue.physics.war else { return 0.0 };
    let ij = i * n + j;
    if issue.reach[ij][l] <= 0.0 {
        return 0.0;
    }
    let force = exp(war.log_force[ij][l]);
    let chance = success(force, reading.effort[j][l], reading.effort[i][l]);
    2.0 * war.rate[l] * (issue.reach[ij][l] / force) * propensity(issue, reading, (i, j), l) * chance
}

/// One step of war in issue `k`; the number of wars that broke out, by replication.
pub fn wage<const L: usize>(
    terms: &Terms<L>,
    state: &mut State<L>,
    world: &mut World<f64, L>,
    readings: &[Reading<f64, L>],
    luck: &CourseLuck,
    k: usize,
    step: u32,
    dt: f64,
) -> [f64; L] {
    let n = terms.actors;
    let mut outbreaks = [0.0; L];
    let Some(mut wars) = state.wars[k].take() else { return outbreaks };
    wars.outbreaks.clear();
    wars.spoils.fill([0.0; L]);
    for i in 0..n {
        for j in i + 1..n {
            let (ij, ji) = (i * n + j, j * n + i);
            let issue = &terms.issues[k];
            let met = |p: usize| issue.reach[p].iter().any(|&r| r > 0.0);
            if !met(ij) && !met(ji) {
                continue;
            }
            let ids = (terms.luck_ids[i], terms.luck_ids[j]);
            let [u, v] = luck.events[k][0].uniforms::<L>(luck.replication, step, ids.0, ids.1);
            for l in 0..L {
                let at = Place { k, i, j, l, step, dt };
                if wars.stage[ij][l] > 0.0 {
                    let draws = [u[l], v[l]];
                    fight(terms, state, world, readings, luck, &mut wars, at, draws);
                    continue;
                }
                let hazards = [(i, j), (j, i)].map(|pair| attack_rate(terms, k, &readings[k], pair, l) * dt);
                let (by_j, by_i) = (breaks_out(u[l], hazards[0]), breaks_out(v[l], hazards[1]));
                if by_j || by_i {
                    // Where both would attack in this step, the smaller draw for its hazard comes first.
                    let first = by_j && (!by_i || u[l] * hazards[1] < v[l] * hazards[0]);
                    outbreaks[l] += 1.0;
                    wars.outbreaks.push((i, j, l));
                    begin(terms, state, world, &readings[k], &mut wars, at, if first { (j, i) } else { (i, j) });
                }
            }
        }
    }
    state.wars[k] = Some(wars);
    outbreaks
}

/// Whether something with this hazard over the step happens, given a uniform draw.
fn breaks_out(uniform: f64, hazard: f64) -> bool {
    uniform < hazard && uniform < 1.0 - exp(-hazard)
}

/// Which pair, which replication, when.
#[derive(Clone, Copy)]
struct Place {
    k: usize,
    i: usize,
    j: usize,
    l: usize,
    step: u32,
    dt: f64,
}

impl Place {
    fn tell<const L: usize>(self, state: &mut State<L>, what: What, (actor, partner): (usize, usize), size: f64) {
        if let Some(log) = &mut state.log {
            let time = f64::from(self.step + 1) * self.dt;
            log.push(Happening { lane: self.l, time, issue: self.k, what, actor, partner, size });
        }
    }
}

/// A war begins: everybody who watches thinks worse of the attacker, the less so the better they see its fear.
fn begin<const L: usize>(
    terms: &Terms<L>,
    state: &mut State<L>,
    world: &mut World<f64, L>,
    reading: &Reading<f64, L>,
    wars: &mut Wars<L>,
    at: Place,
    (attacker, victim): (usize, usize),
) {
    let (n, k, l) = (terms.actors, at.k, at.l);
    let issue = &terms.issues[k];
    let Some(war) = &issue.physics.war else { return };
    let pair = at.i * n + at.j;
    (wars.stage[pair][l], wars.lost[pair][l]) = (1.0, 0.0);
    wars.second_began[pair][l] = if attacker == at.j { 1.0 } else { 0.0 };
    wars.begun[l] += 1.0;
    let greedy = |i: usize| issue.greedy[i][l] > 0.5;
    if !greedy(attacker) && !greedy(victim) {
        wars.tragic[l] += 1.0;
    }
    let fear = fear_of(issue, reading, (victim, attacker), l);
    let first_strike = issue.first_strike[l] * issue.conduct.caution[attacker][l];
    for m in (0..n).filter(|&m| m != attacker && terms.learning[m][l] > 0.0) {
        let pair = m * n + attacker;
        let felt = indictment(first_strike, terms.empathy[pair][l], fear, war.shock_to_trust[l]);
        let odds = &mut world.issues[k].log_odds[pair][l];
        *odds = (*odds + felt).min(crate::belief::LOG_ODDS_LIMIT);
    }
    let what = if greedy(attacker) { What::AttackFromGreed } else { What::AttackFromFear };
    at.tell(state, what, (attacker, victim), 0.0);
}

/// One step of a war under way: it destroys, and ends, or widens, or goes on.
fn fight<const L: usize>(
    terms: &Terms<L>,
    state: &mut State<L>,
    world: &mut World<f64, L>,
    readings: &[Reading<f64, L>],
    luck: &CourseLuck,
    wars: &mut Wars<L>,
    at: Place,
    [end, widen]: [f64; 2],
) {
    let (n, k, l, i, j) = (terms.actors, at.k, at.l, at.i, at.j);
    let Some(war) = &terms.issues[k].physics.war else { return };
    let pair = i * n + j;
    let stage = wars.stage[pair][l] as usize;
    let [mine, theirs] = [i, j].map(|side| exp(world.issues[k].log_effort[side][l]));
    for (side, own, other) in [(i, mine, theirs), (j, theirs, mine)] {
        let rate = losses(war.attrition[stage - 1][l], own, other) * at.dt;
        wars.lost[pair][l] += own * (1.0 - exp(-rate));
        world.issues[k].log_effort[side][l] -= rate;
    }
    if breaks_out(end, war.ending[l] * at.dt) {
        let x = &readings[k].effort;
        let (attacker, defender) = if wars.second_began[pair][l] > 0.5 { (j, i) } else { (i, j) };
        let force = exp(war.log_force[defender * n + attacker][l]);
        let ids = (terms.luck_ids[i], terms.luck_ids[j]);
        let [u, _] = luck.events[k][1].uniforms::<L>(luck.replication, at.step, ids.0, ids.1);
        let wins = u[l] < success(force, x[attacker][l], x[defender][l]);
        let (winner, loser) = if wins { (attacker, defender) } else { (defender, attacker) };
        let moved = war.spoils[l] * SPOILS_BY_STAGE[stage - 1];
        transfer(state, &readings[k], wars, at, (winner, loser), moved);
        wars.stage[pair][l] = 0.0;
        at.tell(state, What::Ended(stage as u8), (winner, loser), wars.lost[pair][l]);
    } else if stage < 3 && breaks_out(widen, war.escalation[l] * war.limit[i][l] * war.limit[j][l] * at.dt) {
        wars.stage[pair][l] += 1.0;
        at.tell(state, What::Widened(stage as u8 + 1), (i, j), wars.lost[pair][l]);
    }
}

/// Moves a share of the loser's output to the winner: what one loses the other gains. Output is counted in
/// responsiveness, which follows it, as it is now: after growth, and after what other wars of this step have moved.
fn transfer<const L: usize>(
    state: &mut State<L>,
    reading: &Reading<f64, L>,
    wars: &mut Wars<L>,
    at: Place,
    (winner, loser): (usize, usize),
    share: f64,
) {
    let (k, l) = (at.k, at.l);
    let size = |i: usize| reading.responsiveness[i][l] * exp(wars.spoils[i][l]);
    let (loss, gain) = (ln(1.0 - share), ln(1.0 + share * size(loser) / size(winner)));
    for (who, change) in [(loser, loss), (winner, gain)] {
        wars.spoils[who][l] += change;
        state.resources[k][who][l] += change;
    }
}

/// Draws nuclear use, deliberate or by accident. It is catastrophic and absorbing: a run is marked once, and its path
/// afterwards is what would have been. Survival itself is exact, exp(−∫ both hazards), and needs no draw.
pub fn end_of_the_world<const L: usize>(
    terms: &Terms<L>,
    state: &mut State<L>,
    readings: &[Reading<f64, L>],
    luck: &CourseLuck,
    step: u32,
    dt: f64,
) {
    for k in (0..terms.issues.len()).filter(|&k| terms.issues[k].physics.nuclear.is_some()) {
        for i in 0..terms.actors {
            let id = terms.luck_ids[i];
            let [u, v] = luck.events[k][2].uniforms::<L>(luck.replication, step, id, id);
            for l in 0..L {
                if state.intact[l] == 0.0 {
                    continue;
                }
                let reading = &readings[k];
                let by_cause: [f64; 3] = std::array::from_fn(|c| reading.origin[c][i][l]);
                let total: f64 = by_cause.iter().sum();
                let at = Place { k, i, j: i, l, step, dt };
                let hazard = reading.hazard[i][l] * dt;
                if breaks_out(u[l], hazard) {
                    state.intact[l] = 0.0;
                    let attacker = who_attacks(terms, k, reading, i, l, u[l] / (1.0 - exp(-hazard)));
                    at.tell(state, What::NuclearAttack, (attacker, i), 0.0);
                } else if breaks_out(v[l], total * dt) {
                    state.intact[l] = 0.0;
                    let at_cause = v[l] / (1.0 - exp(-total * dt)) * total;
                    let cause = if at_cause < by_cause[0] {
                        0
                    } else if at_cause < by_cause[0] + by_cause[1] {
                        1
                    } else {
                        2
                    };
                    at.tell(state, What::NuclearAccident(cause), (i, i), 0.0);
                }
            }
        }
    }
}

/// Who it is that attacks i, given a uniform draw: each in proportion to its part in i's objective hazard (§4).
fn who_attacks<const L: usize>(
    terms: &Terms<L>,
    k: usize,
    reading: &Reading<f64, L>,
    i: usize,
    l: usize,
    draw: f64,
) -> usize {
    let (n, issue) = (terms.actors, &terms.issues[k]);
    let mut left = draw * reading.hazard[i][l];
    let mut last = i;
    for j in (0..n).filter(|&j| j != i) {
        let odds = reading.effort[j][l] * reading.inverse_effort[i][l];
        let part = issue.reach[i * n + j][l] * propensity(issue, reading, (i, j), l) * odds;
        if part > 0.0 {
            last = j;
        }
        if left < part {
            return j;
        }
        left -= part;
    }
    last
}
