//! A remedy: a timed, sided, costed change to kernel terms, and nothing else (model §8).
//!
//! Every remedy is *levers × strength*. The strength of each carrier, 0–1, follows one of four rules; a lever says
//! which term it moves, by how much at full strength, and in whose hands it lies.

use crate::world::{IssueTerms, Terms};

/// Which term a lever moves. With q = size × strength the new value is given for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    // What the carrier does itself.
    /// Target effort in logs: − q.
    Target,
    /// x0: × (1 − q), known to everybody.
    Baseline,
    /// Aims at an effort of at most e^size times the largest among the partners, see [`hold_parity`]; looser by 1/strength
    /// while it is phased in.
    Parity,
    /// u: + q.
    Care,
    /// d: + q.
    Foresight,
    /// Over-weighting of bad news: 1 + (negativity − 1)(1 − q).
    Negativity,
    /// Bias of reading: × (1 − q).
    Misperception,
    /// Drift of beliefs back to the prior: × (1 − q).
    Forgetting,
    /// Greed excess, known to everybody: × (1 − q).
    Sanction,
    /// Speed of adjustment: × (1 − q).
    Pace,
    /// First-strike advantage the carrier sees: × (1 − q).
    Caution,
    /// Public evidence per year that it is greedy: − q.
    Shown,
    // What the carrier does to its partners.
    /// Exposure of partners to the carrier: × (1 − q).
    Exposure,
    /// Attack on partners, from greed or fear: × (1 − q).
    Attack,
    /// Posture towards defence, as κ·Δφ: exposure both ways × e^−q.
    Posture,
    /// How its partners see it: their opacity about the carrier × (1 − q).
    Transparency,
    /// How long its partners' beliefs last: their drift back to the prior × (1 − q).
    Lasting,
    // How the carrier reads its partners.
    /// ε: + q(1 − ε).
    Empathy,
    /// Opacity: × (1 − q).
    Opacity,
    /// Observations per year: × (1 + q).
    Density,
    // What holds between carriers only.
    /// 1 − α: × (1 − q).
    Authority,
    /// Share of its effort each member lends to a member under attack from outside or inside.
    Pool,
    /// The same, lent only against the actor the lender itself fears most.
    Balance,
    /// Exposure of outsiders to a member: × (1 + q × the allies' effort over its own).
    Outward,
    // Weapons and war.
    /// Readiness of nuclear forces: × (1 − q).
    Readiness,
    /// Time to decide: + q.
    DecisionTime,
    /// Escalation of wars and of accidents: × (1 − q).
    Escalation,
    /// Attrition and spoils of war are not moved; survivable second strike: s + q(1 − s).
    SecondStrike,
    /// Rate at which other remedies spread: × (1 + q).
    Research,
    // Health and the commons.
    /// Share of a surplus of medical goods that goes to the common pool: p + q(1 − p).
    Sharing,
    /// Travel that the carrier lets through: × (1 − q).
    Border,
    /// Share of deaths and cases that the carrier hides: × (1 − q).
    Candour,
    /// Evidence the carrier finds in its own trouble against those it ascribes it to: × (1 − q).
    Blame,
    /// Weight of punishment among the carrier's people: + q.
    Enforcement,
    /// Share of emission mitigated: m + q(1 − m)/number of actors.
    Mitigation,
}

/// One lever.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lever<const L: usize> {
    /// What it moves.
    pub term: Term,
    /// In one issue, or in all.
    pub issue: Option<usize>,
    /// Rung of a ladder from which it works; 0: always.
    pub rung: u8,
    /// Size at full strength, in the unit of the term's formula. Negative where a remedy makes things worse.
    pub size: [f64; L],
}

/// How strength comes about.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule<const L: usize> {
    /// By the calendar: from 0 at the start, along the ramp, to 1; nothing after the end.
    Timed,
    /// An attitude that spreads: dv/dt = rate·v·(ceiling − v), from `seed`, while the calendar lets it; a war or an alarm
    /// adds `shock`·(ceiling − v). It stays when the carriers stop (P12 is the case ceiling = 1).
    Spreading {
        /// Per year.
        rate: [f64; L],
        /// Share at the start.
        seed: [f64; L],
        /// Largest share its carriers can reach.
        ceiling: [f64; L],
        /// Share of the rest won by one shock.
        shock: [f64; L],
    },
    /// What is complied with becomes what is wanted: dv/dt = rate·calendar·(1 − v); stays after the end (Wendt).
    Internalised {
        /// Per year.
        rate: [f64; L],
    },
    /// Restraint that answers restraint: kept up for `patience` years whatever the partners do (0: tit for tat), then
    /// only while their effort has not risen by more than `tolerance` (logs) above its fading mean, whose memory is one year:
    /// a steady rise of `tolerance` a year is just borne.
    Answering {
        /// Years.
        patience: [f64; L],
        /// Logs.
        tolerance: [f64; L],
    },
    /// What a body decides together: nothing until it has deliberated for base + per_member × carriers + disagreement × s.d. of
    /// severity among them, years; then by the calendar. Deliberation goes on only while the calendar lets it.
    Deciding {
        /// Years.
        base: [f64; L],
        /// Years per carrier.
        per_member: [f64; L],
        /// Years per unit of standard deviation of severity.
        disagreement: [f64; L],
    },
    /// A ladder of `rungs`: one up every `dwell` years while mean mistrust among the carriers is below `climb`, down
    /// twice as fast while it is above `fall`, two down at once when a war breaks out among them.
    Climbing {
        /// Number of rungs.
        rungs: u8,
        /// Years per rung.
        dwell: [f64; L],
        /// Mistrust below which it climbs.
        climb: [f64; L],
        /// Mistrust above which it falls.
        fall: [f64; L],
    },
}

/// A signal: sent every year by a benign carrier, by a greedy one with probability e^−credit (model §8).
#[derive(Clone, Debug, PartialEq)]
pub struct Signal<const L: usize> {
    /// Cost over scale, c/η: evidence that a signal seen gives per year, log-odds.
    pub credit: [f64; L],
    /// Chance that a benign actor's signal is not seen.
    pub missed: [f64; L],
    /// Weight by capability: the credit of an actor is multiplied by (effort over mean effort)^this, between a quarter and
    /// four, when the year is drawn; a bluffer has as much more at stake.
    pub leadership: [f64; L],
    /// 1: every carrier reneges on what it pledged.
    pub reneges: bool,
}

impl<const L: usize> Signal<L> {
    /// Evidence per year of a signal that is seen, and of one that is not: log-likelihood ratios of greedy against benign.
    ///
    /// With δ = `missed`, P(seen | benign) = 1−δ and P(seen | greedy) = (1−δ)e^{−c/η}, so a signal seen gives −c/η
    /// exactly, and silence ln[(1 − (1−δ)e^{−c/η})/δ], written so that what costs nothing says exactly nothing.
    pub fn evidence(credit: f64, missed: f64) -> [f64; 2] {
        use crate::real::{exp, ln};
        [-credit, ln(1.0 + (1.0 - missed) * (1.0 - exp(-credit)) / missed)]
    }
}

/// A remedy as the kernel sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy<const L: usize> {
    /// Names its luck and, across runs, itself.
    pub luck_id: u32,
    /// Who carries it.
    pub carriers: Vec<usize>,
    /// Towards whom; everybody the carriers face if empty.
    pub partners: Vec<usize>,
    /// The issue it is about: whose efforts it answers and whose motives its signals show. All, if absent.
    pub issue: Option<usize>,
    /// Years after the start.
    pub start: [f64; L],
    /// Years from nothing to full strength.
    pub ramp: [f64; L],
    /// Years after the start; ∞: never.
    pub end: [f64; L],
    /// How strength comes about.
    pub rule: Rule<L>,
    /// What it moves.
    pub levers: Vec<Lever<L>>,
    /// Signal that comes with it.
    pub signal: Option<Signal<L>>,
    /// Share of its baseline that it costs each carrier per year at full strength.
    pub cost: [f64; L],
}

/// Strength by the calendar.
#[inline(always)]
pub fn calendar(time: f64, start: f64, ramp: f64, end: f64) -> f64 {
    if time < start || time >= end {
        0.0
    } else if ramp > 0.0 {
        ((time - start) / ramp).min(1.0)
    } else {
        1.0
    }
}

impl<const L: usize> Remedy<L> {
    /// Strength by the calendar, each replication.
    #[inline(always)]
    pub fn calendar(&self, time: f64) -> [f64; L] {
        std::array::from_fn(|l| calendar(time, self.start[l], self.ramp[l], self.end[l]))
    }
    /// Whether it is about issue `k`.
    pub fn concerns(&self, k: usize) -> bool {
        self.issue.is_none_or(|only| only == k)
    }
    /// The issue whose efforts it answers.
    pub fn about(&self) -> usize {
        self.issue.unwrap_or(0)
    }
    /// Strength of carrier `i` at work in issue `k`: none where its signal is not sent.
    #[inline(always)]
    pub fn at_work_in(&self, k: usize, strength: &[f64; L], sent: &[Vec<[f64; L]>], i: usize) -> [f64; L] {
        match sent.get(k) {
            Some(sent) => std::array::from_fn(|l| strength[l] * sent[i][l]),
            None => *strength,
        }
    }
    /// The same over all issues it is about.
    #[inline(always)]
    pub fn at_work(&self, strength: &[f64; L], sent: &[Vec<[f64; L]>], i: usize) -> [f64; L] {
        let count = (0..sent.len()).filter(|&k| self.concerns(k)).count().max(1) as f64;
        let share = |l: usize| sent.iter().map(|sent| sent[i][l]).sum::<f64>() / count;
        if sent.is_empty() { *strength } else { std::array::from_fn(|l| strength[l] * share(l)) }
    }
    /// Whether the carrier acts towards `other`.
    #[inline(always)]
    pub fn faces(&self, carrier: usize, other: usize) -> bool {
        carrier != other && (self.partners.is_empty() || self.partners.contains(&other))
    }
}

/// Strength of a lever: its carrier's, or how far the ladder is over its rung.
#[inline(always)]
fn at_rung<const L: usize>(strength: &[f64; L], rung: u8) -> [f64; L] {
    if rung == 0 { *strength } else { strength.map(|s| (s - f64::from(rung - 1)).clamp(0.0, 1.0)) }
}

/// new = change(old, size × strength), replication by replication.
#[inline(always)]
fn alter<const L: usize>(value: &mut [f64; L], q: &[f64; L], change: impl Fn(f64, f64) -> f64) {
    for l in 0..L {
        value[l] = change(value[l], q[l]);
    }
}

/// Moves the terms as one remedy wants, given the strength of every actor under it, which signals are sent (`[issue][actor]`;
/// empty where there are none).
#[inline(always)]
pub fn pull<const L: usize>(now: &mut Terms<L>, remedy: &Remedy<L>, strength: &[[f64; L]], sent: &[Vec<[f64; L]>]) {
    let n = now.actors;
    let less = |old: f64, q: f64| old * (1.0 - q);
    for lever in &remedy.levers {
        for &i in &remedy.carriers {
            let size = |strength: [f64; L]| -> [f64; L] {
                let s = at_rung(&strength, lever.rung);
                std::array::from_fn(|l| lever.size[l] * s[l])
            };
            let q = size(remedy.at_work(&strength[i], sent, i));
            match lever.term {
                Term::Care => alter(&mut now.care[i], &q, |old, q| old + q),
                Term::Foresight => alter(&mut now.foresight[i], &q, |old, q| old + q),
                Term::Negativity => alter(&mut now.negativity[i], &q, |old, q| 1.0 + (old - 1.0) * (1.0 - q)),
                Term::Misperception => alter(&mut now.misperception[i], &q, less),
                Term::Forgetting => alter(&mut now.forgetting[i], &q, less),
                Term::Lasting => {
                    for j in (0..n).filter(|&j| remedy.faces(i, j)) {
                        alter(&mut now.forgetting[j], &q, less);
                    }
                }
                Term::Empathy => {
                    for j in (0..n).filter(|&j| remedy.faces(i, j)) {
                        alter(&mut now.empathy[i * n + j], &q, |old, q| old + q * (1.0 - old));
                    }
                }
                _ => {
                    for k in (0..now.issues.len()).filter(|&k| lever.issue.is_none_or(|only| only == k)) {
                        let q = size(remedy.at_work_in(k, &strength[i], sent, i));
                        pull_issue(now, remedy, lever, k, i, &q);
                    }
                }
            }
        }
    }
}

/// The levers that work within an issue.
#[inline(always)]
fn pull_issue<const L: usize>(
    now: &mut Terms<L>,
    remedy: &Remedy<L>,
    lever: &Lever<L>,
    k: usize,
    i: usize,
    q: &[f64; L],
) {
    let n = now.actors;
    let less = |old: f64, q: f64| old * (1.0 - q);
    let issue = &mut now.issues[k];
    let partners = (0..n).filter(|&j| remedy.faces(i, j));
    match lever.term {
        Term::Target => alter(&mut issue.push[i], q, |old, q| old - q),
        Term::Baseline => alter(&mut issue.baseline[i], q, less),
        Term::Sanction => alter(&mut issue.greed_excess[i], q, less),
        Term::Pace => alter(&mut issue.conduct.pace[i], q, less),
        Term::Caution => alter(&mut issue.conduct.caution[i], q, less),
        Term::Shown => alter(&mut issue.shown[i], q, |old, q| old - q),
        Term::Exposure => partners.for_each(|j| alter(&mut issue.reach[j * n + i], q, less)),
        Term::Attack => partners.for_each(|j| alter(&mut issue.conduct.temper[j * n + i], q, less)),
        Term::Posture => {
            let factor = q.map(|q| crate::real::exp(-q));
            for j in partners {
                alter(&mut issue.reach[j * n + i], &factor, |old, f| old * f);
                alter(&mut issue.reach[i * n + j], &factor, |old, f| old * f);
                if let Some(war) = &mut issue.physics.war {
                    alter(&mut war.log_force[j * n + i], q, |old, q| old - q);
                    alter(&mut war.log_force[i * n + j], q, |old, q| old - q);
                }
            }
        }
        Term::Opacity => partners.for_each(|j| alter(&mut issue.clarity[i * n + j], q, |old, q| old / (1.0 - q))),
        Term::Transparency => {
            partners.for_each(|j| alter(&mut issue.clarity[j * n + i], q, |old, q| old / (1.0 - q)));
        }
        Term::Density => {
            partners.for_each(|j| alter(&mut issue.clarity[i * n + j], q, |old, q| old * (1.0 + q).sqrt()))
        }
        Term::Authority => {
            for &j in remedy.carriers.iter().filter(|&&j| j != i) {
                alter(&mut issue.reach[i * n + j], q, less);
            }
        }
        Term::Parity | Term::Pool | Term::Balance | Term::Outward => {}
        Term::Readiness | Term::DecisionTime | Term::SecondStrike => {
            if let Some(nuclear) = &mut issue.physics.nuclear {
                match lever.term {
                    Term::Readiness => alter(&mut nuclear.readiness[i], q, less),
                    Term::DecisionTime => alter(&mut nuclear.decision_time[i], q, |old, q| old + q),
                    _ => alter(&mut nuclear.second_strike[i], q, |old, q| old + q * (1.0 - old)),
                }
            }
        }
        Term::Escalation => {
            if let Some(war) = &mut issue.physics.war {
                alter(&mut war.limit[i], q, less);
            }
            if let Some(nuclear) = &mut issue.physics.nuclear {
                alter(&mut nuclear.restraint[i], q, less);
            }
        }
        Term::Sharing | Term::Border | Term::Candour | Term::Blame | Term::Enforcement | Term::Mitigation => {
            pull_nature(issue, lever.term, i, q);
        }
        Term::Care
        | Term::Foresight
        | Term::Negativity
        | Term::Misperception
        | Term::Forgetting
        | Term::Empathy
        | Term::Lasting
        | Term::Research => {}
    }
}

/// The levers that work on an epidemic, a commons, or what trouble does.
fn pull_nature<const L: usize>(issue: &mut IssueTerms<L>, term: Term, i: usize, q: &[f64; L]) {
    let less = |old: f64, q: f64| old * (1.0 - q);
    let towards_one = |old: f64, q: f64| old + q * (1.0 - old);
    let (n, physics) = (issue.baseline.len() as f64, &mut issue.physics);
    if let (Term::Blame, Some(adversity)) = (term, &mut physics.adversity) {
        alter(&mut adversity.blame[i], q, less);
    }
    if let (Term::Mitigation, Some(commons)) = (term, &mut physics.commons) {
        alter(&mut commons.mitigation, &q.map(|q| q / n), towards_one);
    }
    let Some(health) = &mut physics.health else { return };
    match term {
        Term::Sharing => alter(&mut health.pooled[i], q, towards_one),
        Term::Border => alter(&mut health.state.border[i], q, less),
        Term::Candour => alter(&mut health.state.concealment[i], q, less),
        Term::Enforcement => alter(&mut health.people.enforcement[i], q, |old, q| old + q),
        _ => {}
    }
}

/// Parity, no bid for superiority: whoever has promised it aims no higher than e^size times the largest of those it faces,
/// given the logs of all efforts and of all needs, `[issue][actor]`. Comes after all other levers, so that of two bounds the
/// tighter holds.
///
/// It bears on what is aimed at, not on effort itself. Were noise cut off too, two who must not exceed each other would
/// ratchet each other down without end, and the faster the finer the steps.
pub fn hold_parity<const L: usize>(
    now: &mut Terms<L>,
    remedy: &Remedy<L>,
    strength: &[[f64; L]],
    log_effort: &[&[[f64; L]]],
    log_need: &[Vec<[f64; L]>],
) {
    let n = now.actors;
    for lever in remedy.levers.iter().filter(|v| v.term == Term::Parity) {
        for k in (0..now.issues.len()).filter(|&k| lever.issue.is_none_or(|only| only == k)) {
            let issue = &mut now.issues[k];
            for &i in &remedy.carriers {
                for l in (0..L).filter(|&l| strength[i][l] > 0.0) {
                    let faced = (0..n).filter(|&j| remedy.faces(i, j)).map(|j| log_effort[k][j][l]);
                    let Some(most) = faced.reduce(f64::max) else { continue };
                    let allowed = most + lever.size[l] - crate::real::ln(strength[i][l]);
                    let wanted = log_need[k][i][l] + issue.greed_excess[i][l] * issue.greedy[i][l];
                    issue.push[i][l] = issue.push[i][l].min(allowed - wanted);
                }
            }
        }
    }
}

/// Efforts that count together: members of an alliance or a collective-security pact lend each other a share.
///
/// Against an attacker j, member i stands with x_i + Σ share·x_m over the other willing members, so that its exposure
/// to j shrinks by x_i over that sum. `Balance` lends only against the actor that the lender itself is most exposed to.
/// An outsider o facing member j sees j's effort and a share of its allies': its exposure grows in the same way.
pub fn stand_together<const L: usize>(
    now: &mut Terms<L>,
    remedy: &Remedy<L>,
    strength: &[[f64; L]],
    effort: &[Vec<[f64; L]>],
) {
    let n = now.actors;
    for lever in remedy.levers.iter().filter(|v| matches!(v.term, Term::Pool | Term::Balance | Term::Outward)) {
        for k in (0..now.issues.len()).filter(|&k| lever.issue.is_none_or(|only| only == k)) {
            let x = &effort[k];
            let share: Vec<[f64; L]> = (0..n)
                .map(|m| {
                    let s = at_rung(&strength[m], lever.rung);
                    std::array::from_fn(
                        |l| if remedy.carriers.contains(&m) { lever.size[l] * s[l] * x[m][l] } else { 0.0 },
                    )
                })
                .collect();
            let before = now.issues[k].reach.clone();
            for &i in &remedy.carriers {
                for j in (0..n).filter(|&j| j != i) {
                    if lever.term == Term::Outward && remedy.carriers.contains(&j) {
                        continue;
                    }
                    let cell = if lever.term == Term::Outward { j * n + i } else { i * n + j };
                    for l in 0..L {
                        let lent: f64 = remedy
                            .carriers
                            .iter()
                            .filter(|&&m| m != i && m != j)
                            .filter(|&&m| lever.term != Term::Balance || fears_most(&before, x, n, m, l) == Some(j))
                            .map(|&m| share[m][l])
                            .sum();
                        let factor = x[i][l] / (x[i][l] + lent);
                        now.issues[k].reach[cell][l] *= if lever.term == Term::Outward { 1.0 / factor } else { factor };
                    }
                }
            }
        }
    }
}

/// Whose effort bears hardest on m; nobody's if it is exposed to nobody.
fn fears_most<const L: usize>(reach: &[[f64; L]], x: &[[f64; L]], n: usize, m: usize, l: usize) -> Option<usize> {
    let weight = |j: usize| reach[m * n + j][l] * x[j][l];
    let mut worst = None;
    for j in (0..n).filter(|&j| j != m && weight(j) > 0.0) {
        if worst.is_none_or(|w| weight(j) > weight(w)) {
            worst = Some(j);
        }
    }
    worst
}
