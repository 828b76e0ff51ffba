//! From a scenario to the kernel terms of one block of replications: numbers drawn, motives cast.

mod nature;
mod physics;

use theory::belief::LOG_ODDS_LIMIT;
use theory::doctrine::Doctrine;
use theory::luck::{Luck, Purpose};
use theory::real::{exp, ln, logit};
use theory::remedy::Remedy;
use theory::world::{Conduct, IssueTerms, LANES, OutputPath, Terms, circles};

pub(crate) use self::nature::dependences;
use self::physics::{enclosing, forced, nodes, standing};
use crate::names::luck_id;
use crate::remedies::build;
use crate::scenario::{Authority, DoctrineKind, Issue, NumberId, Pairwise, Scenario, Series};

/// One value per replication of a block.
pub type Lane = [f64; LANES];

/// Everything drawn for one block.
#[derive(Debug)]
pub struct Drawn {
    /// Kernel terms without any change.
    pub terms: Terms<LANES>,
    /// Starting efforts, `[issue][actor]`, effort unit.
    pub initial: Vec<Vec<Lane>>,
    /// Every remedy of the scenario, in force or not.
    pub remedies: Vec<Remedy<LANES>>,
    /// One entry per scenario number.
    pub values: Vec<Lane>,
}

impl Drawn {
    /// The remedies chosen, in file order.
    pub fn in_force(&self, chosen: impl Fn(usize) -> bool) -> Vec<Remedy<LANES>> {
        self.remedies.iter().enumerate().filter(|(r, _)| chosen(*r)).map(|(_, remedy)| remedy.clone()).collect()
    }
    /// Values of one scenario number.
    pub fn of(&self, id: NumberId) -> Lane {
        self.values[id.index()]
    }
}

/// Draws everything for replications `first`, `first + 1`, … of the scenario under `seed`.
pub fn draw(scenario: &Scenario, seed: u64, first: u32) -> Drawn {
    let values: Vec<Lane> = scenario
        .numbers
        .iter()
        .map(|number| {
            let luck = Luck::new(seed, Purpose::Parameter, luck_id(&number.path));
            let [uniforms, _] = luck.uniforms::<LANES>(first, 0, 0, 0);
            uniforms.map(|u| number.distribution.quantile(u, number.range))
        })
        .collect();
    let (mut floor, mut slope, mut learning) = (Vec::new(), Vec::new(), Vec::new());
    for actor in &scenario.actors {
        let (mut a, mut b, mut c) = ([0.0; LANES], [0.0; LANES], [0.0; LANES]);
        for l in 0..LANES {
            let value = |id: NumberId| values[id.index()][l];
            let doctrine = match actor.doctrine {
                DoctrineKind::Bayesian | DoctrineKind::HumanNature => Doctrine::Bayesian,
                DoctrineKind::WorstCase => Doctrine::WorstCase(value(actor.worst_case)),
                DoctrineKind::Ambiguity => Doctrine::WorstCase(value(actor.ambiguity)),
                DoctrineKind::Trusting => Doctrine::Trusting,
                DoctrineKind::CapabilitiesOnly => Doctrine::CapabilitiesOnly(value(actor.fixed_weight)),
            };
            (a[l], b[l], c[l]) = doctrine.weights();
        }
        floor.push(a);
        slope.push(b);
        learning.push(c);
    }
    let of_actors = |pick: &dyn Fn(&crate::scenario::Actor) -> NumberId| {
        scenario.actors.iter().map(|a| values[pick(a).index()]).collect::<Vec<Lane>>()
    };
    let standing = standing(scenario);
    let (issues, initial) =
        scenario.issues.iter().map(|issue| issue_terms(scenario, issue, &standing, &values, seed, first)).unzip();
    let terms = Terms {
        actors: scenario.size(),
        luck_ids: scenario.actors.iter().map(|a| luck_id(&a.id)).collect(),
        floor,
        slope,
        learning,
        care: of_actors(&|a| a.care),
        foresight: of_actors(&|a| a.foresight),
        negativity: of_actors(&|a| a.negativity),
        misperception: of_actors(&|a| a.misperception),
        forgetting: of_actors(&|a| a.forgetting),
        empathy: of_pairs(&scenario.empathy, &values),
        issues,
        spillovers: scenario.spillovers.iter().map(|s| (s.from, s.to, values[s.weight.index()])).collect(),
        nodes: nodes(scenario, &standing, &values),
        remedies: Vec::new(),
    };
    let remedies = scenario.remedies.iter().map(|r| build(scenario, r, &values, seed, first)).collect();
    let mut drawn = Drawn { terms, initial, remedies, values };
    drawn.terms.remedies = drawn.in_force(|r| scenario.remedies[r].in_force);
    drawn
}

fn of_pairs(pairs: &Pairwise, values: &[Lane]) -> Vec<Lane> {
    pairs.cells.iter().map(|id| values[id.index()]).collect()
}

fn issue_terms(
    scenario: &Scenario,
    issue: &Issue,
    standing: &[Option<usize>],
    values: &[Lane],
    seed: u64,
    first: u32,
) -> (IssueTerms<LANES>, Vec<Lane>) {
    let of = |id: NumberId| values[id.index()];
    let stakes = |pick: &dyn Fn(&crate::scenario::Stake) -> NumberId| {
        issue.stakes.iter().map(|s| of(pick(s))).collect::<Vec<Lane>>()
    };
    let n = scenario.size();
    let baseline = stakes(&|s| s.baseline);
    let cap = stakes(&|s| s.cap);
    let start_year = f64::from(scenario.clock.start);
    let start = |i: usize| {
        let wanted = issue.stakes[i].initial.map_or(baseline[i], of);
        std::array::from_fn(|l| wanted[l].min(cap[i][l]))
    };
    let human_nature = |i: usize| scenario.actors[i].doctrine == DoctrineKind::HumanNature;
    let prior = (0..n * n)
        .map(|p| {
            let stated = of(issue.mistrust.cells[p]);
            let bound = |m: f64| logit(m).clamp(-LOG_ODDS_LIMIT, LOG_ODDS_LIMIT);
            if human_nature(p / n) { [LOG_ODDS_LIMIT; LANES] } else { stated.map(bound) }
        })
        .collect();
    let open = openness(scenario, issue, values);
    let exposure = of_pairs(&issue.exposure, values);
    let zero = vec![[0.0; LANES]; n];
    let greedy: Vec<Lane> = (0..n).map(|i| motives(scenario, issue, i, values, seed, first)).collect();
    let forced = issue.physics.force.as_ref().map(|force| forced(force, &greedy, values));
    let physics = physics::physics(issue, n, forced.as_ref().map(|f| f.log_force.as_slice()), values, start_year);
    let dependence = physics.health.as_ref().map(nature::dependences);
    let rivalry = issue.physics.adversity.as_ref().map_or([1.0; LANES], |a| nature::relative_gains(a, values));
    let told = if physics.adversity.is_some() { vec![[0.0; LANES]; n * n] } else { Vec::new() };
    let reach = (0..n * n).map(|p| {
        let share = dependence.as_ref().map_or([1.0; LANES], |d| d[p]);
        let bare: Lane = std::array::from_fn(|l| open[p].0[l] * exposure[p][l] * (share[l] * rivalry[l]));
        match &forced {
            _ if standing[p / n] != standing[p % n] => [0.0; LANES],
            Some(forced) => std::array::from_fn(|l| bare[l] * exp(forced.log_force[p][l])),
            None => bare,
        }
    });
    let terms = IssueTerms {
        luck_id: luck_id(&issue.id),
        output: issue.stakes.iter().map(|s| growth(s.output.as_ref(), f64::from(scenario.clock.start))).collect(),
        greedy,
        greed_excess: (0..n).map(|i| excess_after_sanction(scenario, issue, i, values)).collect(),
        log_cap: cap.iter().map(|c| c.map(ln)).collect(),
        push: zero.clone(),
        circle: circles(n, &possible(scenario, issue, standing)),
        reach: reach.collect(),
        clarity: open.iter().map(|(_, veil)| std::array::from_fn(|l| 1.0 / (of(issue.opacity)[l] * veil[l]))).collect(),
        prior,
        adjustment: of(issue.adjustment),
        shock: of(issue.shock),
        first_strike: of(issue.first_strike),
        conduct: Conduct::usual(n),
        told,
        physics,
        shown: forced.map_or(zero, |f| f.shown),
        responsiveness: stakes(&|s| s.responsiveness),
        baseline: baseline.clone(),
    };
    (terms, (0..n).map(start).collect())
}

/// 1 where the exposure of a pair may be positive at all, else 0: circles must not depend on what neighbouring
/// replications of a block have drawn.
fn possible(scenario: &Scenario, issue: &Issue, standing: &[Option<usize>]) -> Vec<[f64; 1]> {
    let n = scenario.size();
    let most = |p: usize| {
        let number = scenario.number(issue.exposure.cells[p]);
        number.distribution.reach(number.range).1
    };
    (0..n * n).map(|p| [if standing[p / n] == standing[p % n] && most(p) > 0.0 { 1.0 } else { 0.0 }]).collect()
}

/// For every pair: (1−α) and (1−rules), each the product over the issue, the pair's own authority and every group that
/// encloses both (model §7). The α of a represented group is its node's, which threats from outside raise.
fn openness(scenario: &Scenario, issue: &Issue, values: &[Lane]) -> Vec<(Lane, Lane)> {
    let n = scenario.size();
    let around: Vec<Vec<usize>> = scenario.actors.iter().map(|a| enclosing(scenario, a.within)).collect();
    (0..n * n)
        .map(|p| {
            let (i, j) = (p / n, p % n);
            let shared: Vec<usize> = around[i].iter().copied().filter(|g| around[j].contains(g)).collect();
            let plain = shared.iter().filter(|&&g| scenario.groups[g].level.is_none());
            let judges = std::iter::once(&issue.authority).chain(plain.map(|&g| &issue.group_authority[g]));
            let rulers = std::iter::once(&issue.authority).chain(shared.iter().map(|&g| &issue.group_authority[g]));
            let judges: Vec<NumberId> = judges.map(|a| a.adjudication).collect();
            let rulers: Vec<NumberId> = rulers.map(|a| a.rules).collect();
            let own = values[issue.pair_authority.cells[p].index()];
            let left = |ids: &[NumberId], l: usize| ids.iter().map(|id| 1.0 - values[id.index()][l]).product::<f64>();
            (std::array::from_fn(|l| (1.0 - own[l]) * left(&judges, l)), std::array::from_fn(|l| left(&rulers, l)))
        })
        .collect()
}

/// g_j(1 − sanction): fines of the issue and of every group that encloses j.
fn excess_after_sanction(scenario: &Scenario, issue: &Issue, j: usize, values: &[Lane]) -> Lane {
    let around = enclosing(scenario, scenario.actors[j].within);
    std::array::from_fn(|l| {
        let left = |a: &Authority| 1.0 - values[a.sanction.index()][l];
        let fined: f64 = around.iter().map(|&g| left(&issue.group_authority[g])).product();
        values[issue.greed_excess.index()][l] * left(&issue.authority) * fined
    })
}

/// θ per replication. `objective = power` and the human-nature doctrine make everybody, or the actor, greedy.
fn motives(scenario: &Scenario, issue: &Issue, i: usize, values: &[Lane], seed: u64, first: u32) -> Lane {
    if scenario.objective_is_power() || scenario.actors[i].doctrine == DoctrineKind::HumanNature {
        return [1.0; LANES];
    }
    let id = luck_id(&scenario.actors[i].id);
    let [uniforms, _] = Luck::new(seed, Purpose::Motive, luck_id(&issue.id)).uniforms::<LANES>(first, 0, id, id);
    let chance = values[issue.stakes[i].greedy.index()];
    std::array::from_fn(|l| if uniforms[l] < chance[l] { 1.0 } else { 0.0 })
}

/// Growth path of a published output series, relative to its (interpolated) value in the first year.
fn growth(series: Option<&Series>, start: f64) -> OutputPath {
    let Some(series) = series else { return OutputPath::default() };
    let points = series.years.iter().zip(&series.values).map(|(y, v)| (y - start, ln(*v))).collect();
    let raw = OutputPath { points };
    let at_start = ln(raw.factor(0.0));
    OutputPath { points: raw.points.into_iter().map(|(t, v)| (t, v - at_start)).collect() }
}
