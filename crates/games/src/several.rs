//! Equilibria of games of any number of players: all pure ones, and mixed ones each with its proof.
//!
//! Strictly dominated actions go first; then every profile of supports is taken in turn, small ones first (Porter,
//! Nudelman & Shoham 2008, Games and Economic Behavior 63, 642–662). On a support the used actions must pay the same:
//! polynomial equations in the chances. Where only two players mix they are linear and are solved in fractions. Other
//! systems are solved by [`isolate`]: every equilibrium reported is proved to exist and to be the only one in
//! its bounds, and a support without one is proved to have none. A solution that is a simple fraction is recognised
//! and checked exactly. Where neither can be proved (continua of equilibria, vanishing derivatives, ties that are not
//! fractions) the support is listed as undecided. For two players [`crate::solve`] tells more.

pub mod interval;
pub mod isolate;
pub mod multilinear;
pub mod reduce;
pub mod support;

use std::fmt;

use crate::linear::{Solution, simplest, solve as eliminate};
use crate::normal::{Certificate, Mixes, NormalForm, verify};
use crate::number::Rational;
use crate::said::{Said, say};
use crate::several::interval::Interval;
use crate::several::isolate::{Found, Root};
use crate::several::reduce::undominated;
use crate::several::support::{Difference, Support};

/// How much work may be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// Most support profiles; a game with more is searched for pure equilibria only.
    pub supports: usize,
    /// Most free chances of one support; larger ones are left.
    pub unknowns: usize,
    /// Most boxes per support.
    pub boxes: usize,
    /// Most boxes in all.
    pub total: usize,
}

/// The budget of [`solve`]: random games of 3 players with 3 actions each and of 5 players with 2 need some
/// hundredths of a second and little of it; a game that uses up all of it takes 5 to 8 seconds.
pub const BUDGET: Budget = Budget { supports: 20_000, unknowns: 10, boxes: 100_000, total: 1_000_000 };

/// An isolated equilibrium, or a pure one.
#[derive(Clone, Debug, PartialEq)]
pub struct Equilibrium {
    /// The actions in use, per player.
    pub support: Vec<Vec<usize>>,
    /// Bounds of the chance of every action, per player; exactly one equilibrium with this support lies in them.
    pub bounds: Vec<Vec<Interval>>,
    /// Bounds of what each player expects.
    pub payoffs: Vec<Interval>,
    /// The chances in fractions and their certificate, where they are known.
    pub exact: Option<(Mixes, Certificate)>,
}

impl Equilibrium {
    /// The widest bounds of a chance: how precisely the equilibrium is known.
    pub fn width(&self) -> f64 {
        let widths = self.bounds.iter().flatten().map(|b| if b.lo == b.hi { 0.0 } else { b.width() });
        if self.exact.is_some() { 0.0 } else { widths.fold(0.0, f64::max) }
    }

    /// Whether everybody uses one action only.
    pub fn is_pure(&self) -> bool {
        self.support.iter().all(|used| used.len() == 1)
    }
}

/// Why a support is undecided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Equations hold along a continuum, or derivatives vanish at a solution.
    Singular,
    /// At a solution an unused action pays as much, or a chance is zero, as far as doubles can tell.
    Tie,
    /// The budget of boxes ran out.
    Budget,
}

/// A support on which there may be equilibria beyond those listed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undecided {
    /// The actions in use, per player.
    pub support: Vec<Vec<usize>>,
    /// Why.
    pub reason: Reason,
}

/// How much of the set of equilibria an answer holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Coverage {
    /// All of it: so many supports were decided.
    Complete(usize),
    /// What is listed is right; so many supports were decided, so many not, so many not looked at.
    Partial {
        /// Supports decided.
        decided: usize,
        /// Supports listed in [`Answer::undecided`].
        undecided: usize,
        /// Supports beyond the budget.
        left: usize,
    },
    /// Too many supports: all pure equilibria are listed, mixed ones were not looked for.
    PureOnly,
}

impl Coverage {
    /// In words.
    pub fn said(&self) -> Said {
        match self {
            Coverage::Complete(supports) => say(
                format!(
                    "complete: every choice of actions in use ({supports}) was solved or proved to hold no equilibrium"
                ),
                format!("完整：在全部 {supports} 个支撑集上，均衡要么已找到，要么已证明不存在"),
            ),
            Coverage::Partial { decided, undecided, left } => say(
                format!(
                    "not complete: what is listed is right; of the choices of actions in use {decided} were decided, {undecided} \
                     not (listed as undecided) and {left} not looked at; all pure equilibria are listed"
                ),
                format!(
                    "不完整：所列均衡无误，{decided} 个支撑集已判定；{undecided} 个未能判定（已列出），{left} 个未搜索；纯策略均衡已全部列出"
                ),
            ),
            Coverage::PureOnly => say(
                "all pure equilibria; the game is too large to look for mixed ones",
                "纯策略均衡已全部列出；博弈过大，未搜索混合策略均衡",
            ),
        }
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.said().fmt(f)
    }
}

/// Everything [`solve`] knows.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// The equilibria found: pure ones first, then by size of support.
    pub equilibria: Vec<Equilibrium>,
    /// Supports on which there may be more.
    pub undecided: Vec<Undecided>,
    /// Whether that is all.
    pub coverage: Coverage,
    /// Boxes looked at.
    pub boxes: usize,
}

/// All pure equilibria, as the actions of every player; complete.
pub fn pure_equilibria(game: &NormalForm) -> Vec<Vec<usize>> {
    let counts = game.counts();
    let strides: Vec<usize> = (0..counts.len()).map(|p| counts[..p].iter().product()).collect();
    let stays = |number: usize, player: usize| {
        let (pays, stride, count) = (game.payoffs(player), strides[player], counts[player]);
        let base = number - number / stride % count * stride;
        (0..count).all(|k| pays[base + k * stride] <= pays[number])
    };
    let all = (0..game.profiles()).filter(|&number| (0..counts.len()).all(|player| stays(number, player)));
    all.map(|number| game.choices(number)).collect()
}

/// Bounds of what each action of the player pays where every chance lies in its bounds.
pub fn values(game: &NormalForm, player: usize, bounds: &[Vec<Interval>]) -> Vec<Interval> {
    let mut values = vec![Interval::ZERO; bounds.get(player).map_or(0, Vec::len)];
    for number in 0..game.profiles() {
        let choices = game.choices(number);
        let others = choices.iter().zip(bounds).enumerate().filter(|(p, _)| *p != player);
        let chance = others.fold(Interval::point(1.0), |c, (_, (k, b))| c.times(b[*k]));
        let value = &mut values[choices[player]];
        *value = value.plus(chance.times(Interval::of(&game.payoffs(player)[number])));
    }
    values
}

/// Equilibria of the game within [`BUDGET`].
pub fn solve(game: &NormalForm) -> Answer {
    solve_within(game, BUDGET)
}

/// As [`solve`], with a budget.
pub fn solve_within(game: &NormalForm, budget: Budget) -> Answer {
    let mut answer = Answer { equilibria: Vec::new(), undecided: Vec::new(), coverage: Coverage::PureOnly, boxes: 0 };
    for choices in pure_equilibria(game) {
        let support: Vec<Vec<usize>> = choices.into_iter().map(|k| vec![k]).collect();
        let mixes = Support::new(game, &support).mixes(&[]);
        answer.equilibria.extend(proved(game, support, mixes));
    }
    let open = undominated(game);
    let Some(supports) = supports(&open, budget.supports) else { return answer };
    let (mut decided, mut left) = (0, 0);
    for used in &supports {
        let support = Support::new(game, used);
        let unknowns: usize = used.iter().map(|u| u.len() - 1).sum();
        if unknowns == 0 || support.is_dominated(&open) {
            decided += 1; // pure profiles were looked at above
        } else if unknowns > budget.unknowns || answer.boxes >= budget.total {
            left += 1;
        } else {
            match answer.search(game, &support, &open, budget) {
                None => decided += 1,
                Some(reason) => answer.undecided.push(Undecided { support: used.clone(), reason }),
            }
        }
    }
    let undecided = answer.undecided.len();
    let whole = undecided + left == 0;
    answer.coverage = if whole { Coverage::Complete(decided) } else { Coverage::Partial { decided, undecided, left } };
    answer
}

/// All profiles of non-empty sets of open actions, small ones first; `None` where there are more than `most`.
fn supports(open: &[Vec<usize>], most: usize) -> Option<Vec<Vec<Vec<usize>>>> {
    let mut all: Vec<Vec<Vec<usize>>> = vec![Vec::new()];
    for actions in open {
        let sets = 1usize.checked_shl(actions.len() as u32)?.checked_sub(1).filter(|&s| s <= most)?;
        if all.len().saturating_mul(sets) > most {
            return None;
        }
        let set = |code: usize| actions.iter().enumerate().filter(move |(k, _)| code >> k & 1 == 1).map(|(_, &a)| a);
        let longer = |first: &Vec<Vec<usize>>| {
            let add = |code: usize| first.iter().cloned().chain([set(code).collect()]).collect();
            (1..=sets).map(add).collect::<Vec<Vec<Vec<usize>>>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all.sort_by_key(|used| used.iter().map(Vec::len).sum::<usize>());
    Some(all)
}

/// The equilibrium with its certificate, if it is one.
fn proved(game: &NormalForm, support: Vec<Vec<usize>>, mixes: Mixes) -> Option<Equilibrium> {
    let certificate = verify(game, &mixes).ok()?;
    let bounds = mixes.iter().map(|mix| mix.iter().map(Interval::of).collect()).collect();
    let payoffs = certificate.payoffs.iter().map(Interval::of).collect();
    Some(Equilibrium { support, bounds, payoffs, exact: Some((mixes, certificate)) })
}

/// What became of one candidate.
enum Fate {
    Equilibrium(Box<Equilibrium>),
    None,
    Unclear,
}

impl Answer {
    /// Looks for all equilibria on a support; the reason where it stays undecided.
    fn search(
        &mut self,
        game: &NormalForm,
        support: &Support<'_>,
        open: &[Vec<usize>],
        budget: Budget,
    ) -> Option<Reason> {
        let equations = support.indifferences();
        let temptations = support.temptations(open);
        if let [a, b] = support.mixers()[..]
            && let Some(mixes) = two_mixers(support, &equations, [a, b])
        {
            self.equilibria.extend(mixes.and_then(|mixes| on_support(game, support, mixes)));
            return None;
        }
        let most = budget.boxes.min(budget.total.saturating_sub(self.boxes));
        if let Some(found) = overdetermined(support, &equations, most) {
            self.boxes += found.boxes;
            if found.is_complete() {
                return None;
            }
        }
        let system = support.system(&equations, &temptations);
        let found = system.roots(most);
        self.boxes += found.boxes;
        let mut reason = if found.out_of_budget { Some(Reason::Budget) } else { None };
        if found.given_up > 0 {
            reason = Some(Reason::Singular);
        }
        for root in &found.roots {
            match fate(game, support, &equations, root, &system.barriers_in(&root.tight)) {
                Fate::Equilibrium(equilibrium) => self.equilibria.push(*equilibrium),
                Fate::None => {}
                Fate::Unclear => reason = reason.or(Some(Reason::Tie)),
            }
        }
        reason
    }
}

/// The only solution where two players mix, in fractions: `Some(None)` where there is none, `None` where there are
/// many.
fn two_mixers(support: &Support<'_>, equations: &[Difference], mixers: [usize; 2]) -> Option<Option<Mixes>> {
    // What one mixer must be indifferent about depends on the other's chances alone.
    let side = |player: usize, other: usize| {
        let turned = |d: &Difference| d.table.iter().skip(1).cloned().chain(d.table.first().map(|c| -c)).collect();
        let lines = equations.iter().filter(|d| d.player == player).map(turned).collect();
        eliminate(lines, support.used[other].len() - 1)
    };
    let [a, b] = mixers;
    match (side(b, a), side(a, b)) {
        (Solution::None, _) | (_, Solution::None) => Some(None),
        (Solution::One(first), Solution::One(second)) => Some(Some(support.mixes(&[first, second].concat()))),
        _ => None,
    }
}

/// The equilibrium if the mixes use exactly the support and are one.
fn on_support(game: &NormalForm, support: &Support<'_>, mixes: Mixes) -> Option<Equilibrium> {
    let used = |(mix, used): (&Vec<Rational>, &Vec<usize>)| used.iter().all(|&k| mix[k].is_positive());
    let fits = mixes.iter().zip(support.used).all(used);
    if fits { proved(game, support.used.to_vec(), mixes) } else { None }
}

/// A search among the equations of a player with more of them than the others have chances; `None` without such a
/// player. Usually nothing solves them all.
fn overdetermined(support: &Support<'_>, equations: &[Difference], boxes: usize) -> Option<Found> {
    let unknowns: usize = support.used.iter().map(|u| u.len() - 1).sum();
    let free = |p: usize| support.used[p].len() - 1;
    let player = (0..support.used.len()).find(|&p| free(p) > unknowns - free(p))?;
    let own: Vec<Difference> = equations.iter().filter(|d| d.player == player).cloned().collect();
    let mut without = support.used.to_vec();
    without[player].truncate(1);
    Some(support.with(&without).system(&own, &[]).roots(boxes))
}

/// Decides whether a root of the equations is an equilibrium with exactly this support.
fn fate(
    game: &NormalForm,
    support: &Support<'_>,
    equations: &[Difference],
    root: &Root,
    temptations: &[Interval],
) -> Fate {
    let bounds = support.bounds(&root.tight);
    let mut used = bounds.iter().zip(support.used).flat_map(|(mix, used)| used.iter().map(|&k| mix[k]));
    if used.any(|chance| chance.hi < 0.0) || temptations.iter().any(|gain| gain.lo > 0.0) {
        return Fate::None;
    }
    if let Some(mixes) = recognised(game, support, equations, root) {
        return on_support(game, support, mixes).map_or(Fate::None, |e| Fate::Equilibrium(Box::new(e)));
    }
    let mut used = bounds.iter().zip(support.used).flat_map(|(mix, used)| used.iter().map(|&k| mix[k]));
    if used.any(|chance| chance.lo <= 0.0) || temptations.iter().any(|gain| gain.hi >= 0.0) {
        return Fate::Unclear;
    }
    let payoffs = (0..bounds.len()).map(|player| expected(game, support.used, player, &bounds)).collect();
    let support = support.used.to_vec();
    Fate::Equilibrium(Box::new(Equilibrium { support, bounds, payoffs, exact: None }))
}

/// The root in fractions, where the simplest fractions within its bounds solve the equations exactly; it is the only
/// root there.
fn recognised(game: &NormalForm, support: &Support<'_>, equations: &[Difference], root: &Root) -> Option<Mixes> {
    let guess = |bounds: &Interval| Some(simplest(&Rational::from_f64(bounds.lo)?, &Rational::from_f64(bounds.hi)?));
    let free: Vec<Rational> = root.tight.iter().map(guess).collect::<Option<_>>()?;
    let mixes = support.mixes(&free);
    let equal = |d: &Difference| {
        let values = game.values(d.player, &mixes)?;
        let used = &support.used[d.player];
        Some(used.iter().all(|&k| values[k] == values[used[0]]))
    };
    let mut players: Vec<&Difference> = equations.iter().collect();
    players.dedup_by_key(|d| d.player);
    players.into_iter().all(|d| equal(d) == Some(true)).then_some(mixes)
}

/// Bounds of what the player expects: what its first used action pays.
fn expected(game: &NormalForm, used: &[Vec<usize>], player: usize, bounds: &[Vec<Interval>]) -> Interval {
    let add = |total: Interval, number: usize| {
        let choices = game.choices(number);
        if choices.iter().zip(used).any(|(k, used)| !used.contains(k)) || choices[player] != used[player][0] {
            return total;
        }
        let others = choices.iter().enumerate().filter(|(p, _)| *p != player);
        let chance = others.fold(Interval::point(1.0), |product, (p, &k)| product.times(bounds[p][k]));
        total.plus(chance.times(Interval::of(&game.payoffs(player)[number])))
    };
    (0..game.profiles()).fold(Interval::ZERO, add)
}
