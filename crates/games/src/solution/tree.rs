//! Games in extensive form.

use super::{Choice, Point, Quantity, Solution, of_bimatrix, of_normal};
use crate::extensive::play::{Behaviour, reach, values};
use crate::extensive::refinement::{divine, intuitive};
use crate::extensive::sequential::{self, Coverage, Found, Notion, Refusal};
use crate::extensive::signalling::Signalling;
use crate::extensive::strategic::{StrategicError, normal_form, table};
use crate::extensive::subgame::{self, Perfect, roots, solve_subgames};
use crate::extensive::tree::Tree;
use crate::number::Rational;
use crate::said::{Said, say};
use crate::two::bimatrix::MAX_ACTIONS;

/// Which equilibria of a tree are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Concept {
    /// Nash equilibria of the normal form.
    Nash,
    /// Nash equilibria in every subgame (Selten 1965).
    SubgamePerfect,
    /// Best replies everywhere, beliefs by Bayes' rule wherever play leads by belief and behaviour, own steps taken as certain.
    PerfectBayesian,
    /// Perfect Bayesian with beliefs that come from ever smaller mistakes (Kreps & Wilson 1982).
    #[default]
    Sequential,
    /// Sequential, and each tried by the intuitive criterion and by D1 (Cho & Kreps 1987); signalling games only.
    Refined,
}

/// The equilibria of a tree, or why they cannot be found.
///
/// # Errors
/// A lack of perfect recall, more movers than the concept can be solved for, a tree too large, or refinements asked
/// of a game that is not one of signalling.
pub fn of_tree(tree: &Tree, concept: Concept) -> Result<Solution, Said> {
    match concept {
        Concept::Nash => {
            let found = match normal_form(tree) {
                Ok(form) => of_bimatrix(&form.game),
                Err(StrategicError::Movers(_)) => of_normal(&table(tree).map_err(|e| unsolved(&e))?),
                Err(error) => return Err(unsolved(&error)),
            };
            let concept = say("Nash equilibrium of the normal form: plans", "标准式的纳什均衡：完整计划");
            Ok(Solution { concept, ..found })
        }
        Concept::SubgamePerfect => perfect(tree),
        Concept::PerfectBayesian => {
            assessments(tree, Notion::PerfectBayesian, say("perfect Bayesian equilibrium", "完美贝叶斯均衡"))
        }
        Concept::Sequential => assessments(tree, Notion::Sequential, say("sequential equilibrium", "序贯均衡")),
        Concept::Refined => refined(tree),
    }
}

/// Why a tree has no normal form, in both languages.
pub fn unsolved(error: &StrategicError) -> Said {
    let zh = match error {
        StrategicError::Movers(count) => {
            format!(
                "有{count}名参与者在同一子博弈中行动，此概念至多求解两名：请用 nash、perfect-bayesian 或 sequential"
            )
        }
        StrategicError::Forgetful(forgotten) => return forgotten.said(),
        StrategicError::TooManyPlans => format!("完整计划过多，无法列表（两名参与者合计超过{MAX_ACTIONS}个）"),
        StrategicError::Game(_) => "收益不构成博弈".to_owned(),
    };
    say(error.to_string(), zh)
}

fn unsearched(error: &Refusal) -> Said {
    let zh = match error {
        Refusal::Forgetful(forgotten) => return forgotten.said(),
        Refusal::IdleChance => "自然的某一行动概率为0；请将其去掉".to_owned(),
    };
    say(error.to_string(), zh)
}

fn exact(list: &[Rational]) -> Vec<Quantity> {
    list.iter().cloned().map(Quantity::Exact).collect()
}

fn assessments(tree: &Tree, notion: Notion, concept: Said) -> Result<Solution, Said> {
    let answer = sequential::solve(tree, notion).map_err(|e| unsearched(&e))?;
    Ok(Solution {
        title: tree.title().to_owned(),
        players: tree.players().to_vec(),
        concept,
        complete: answer.coverage.is_complete(),
        coverage: coverage(&answer.coverage),
        continua: answer.families.iter().filter(|family| family.len() > 1).cloned().collect(),
        remarks: Vec::new(),
        equilibria: answer.equilibria.iter().map(|found| point(tree, found)).collect(),
    })
}

fn coverage(coverage: &Coverage) -> Said {
    let Coverage { examined, open, ended } = coverage;
    let zh = match (ended, open) {
        (true, 0) => format!("完整：可能存在均衡的全部 {examined} 个支撑集均已精确求解"),
        (true, _) => format!("不完整：{examined} 个支撑集中有 {open} 个导出非线性条件，未予求解；其余均已精确求解"),
        (false, _) => {
            format!("不完整：审查 {examined} 个支撑集后预算用尽，其中 {open} 个未予求解；所列均正确")
        }
    };
    say(coverage.to_string(), zh)
}

fn point(tree: &Tree, found: &Found) -> Point {
    let choice = |k: usize| {
        let set = &tree.sets()[k];
        let belief =
            |(place, chance): (usize, &Rational)| (history(tree, set.nodes[place]), Quantity::Exact(chance.clone()));
        let beliefs = found.assessment.beliefs[k].iter().enumerate().map(belief);
        Choice {
            player: set.player,
            place: tree.set_label(k),
            actions: set.actions.clone(),
            mix: exact(&found.assessment.behaviour[k]),
            values: exact(&found.certificate.values[k]),
            beliefs: if set.nodes.len() > 1 { beliefs.collect() } else { Vec::new() },
            reached: !found.certificate.reached[k].is_zero(),
        }
    };
    let choices = by_player(tree, (0..tree.sets().len()).map(choice).collect());
    Point { choices, payoffs: exact(&found.certificate.payoffs), notes: Vec::new() }
}

/// Player by player, as profiles are written.
fn by_player(tree: &Tree, choices: Vec<Choice>) -> Vec<Choice> {
    let of = |player: usize| choices.iter().filter(move |c| c.player == player).cloned();
    (0..tree.players().len()).flat_map(of).collect()
}

/// What happened before a node, by the names of the branches.
fn history(tree: &Tree, node: usize) -> String {
    use crate::extensive::tree::Kind;
    let mut names = Vec::new();
    let mut at = node;
    while let Some((before, branch)) = tree.nodes()[at].parent {
        let name = match &tree.nodes()[before].kind {
            Kind::Chance { actions, .. } => actions.get(branch),
            Kind::Decision(set) => tree.sets()[*set].actions.get(branch),
            Kind::End(_) => None,
        };
        names.extend(name.cloned());
        at = before;
    }
    names.reverse();
    names.join(", ")
}

fn perfect(tree: &Tree) -> Result<Solution, Said> {
    let answer = solve_subgames(tree).map_err(|e| unsolved(&e))?;
    let coverage = match answer.coverage {
        subgame::Coverage::Complete => say(
            format!("complete: each of {} subgames was solved exactly", answer.subgames),
            format!("完整：{} 个子博弈均已精确求解", answer.subgames),
        ),
        subgame::Coverage::Corners(times) => say(
            format!(
                "not complete: {times} times a subgame had a continuum, of which the extreme points were carried on"
            ),
            format!("不完整：有 {times} 次子博弈存在连续统，只沿用其极端点"),
        ),
        subgame::Coverage::OutOfBudget => say(
            "not complete: a subgame has too many equilibria, or could not be solved within budget; what is listed is right",
            "不完整：某一子博弈均衡过多，或无法在预算内求解；所列均正确",
        ),
    };
    Ok(Solution {
        title: tree.title().to_owned(),
        players: tree.players().to_vec(),
        concept: say("subgame-perfect equilibrium", "子博弈完美均衡"),
        complete: answer.coverage == subgame::Coverage::Complete,
        coverage,
        continua: Vec::new(),
        remarks: Vec::new(),
        equilibria: answer.equilibria.iter().map(|found| perfect_point(tree, found)).collect(),
    })
}

/// What actions pay at a set follows from the likelihood of its nodes within the smallest subgame that holds it;
/// where that is zero there is no belief to go by.
fn perfect_point(tree: &Tree, found: &Perfect) -> Point {
    let anything = |k: usize| (0..tree.sets()[k].actions.len()).map(|a| Rational::from(i64::from(a == 0))).collect();
    let behaviour: Behaviour =
        found.mixes.iter().enumerate().map(|(k, mix)| mix.clone().unwrap_or_else(|| anything(k))).collect();
    let (worth, likely, starts) = (values(tree, &behaviour), reach(tree, &behaviour, 0), roots(tree));
    let choice = |k: usize| {
        let set = &tree.sets()[k];
        let start = starts.iter().copied().filter(|&root| within(tree, root, &set.nodes)).max().unwrap_or(0);
        let here = reach(tree, &behaviour, start);
        let total: Rational = set.nodes.iter().map(|&n| here[n].clone()).sum();
        let pays = |action: usize| {
            let one = |&n: &usize| (&here[n], &worth[tree.nodes()[n].children[action]][set.player]);
            Rational::weighted(set.nodes.iter().map(one)).over(&total)
        };
        let paid: Option<Vec<Rational>> = (0..set.actions.len()).map(pays).collect();
        Choice {
            player: set.player,
            place: tree.set_label(k),
            actions: set.actions.clone(),
            mix: exact(&behaviour[k]),
            values: exact(&paid.unwrap_or_default()),
            beliefs: Vec::new(),
            reached: set.nodes.iter().any(|&n| !likely[n].is_zero()),
        }
    };
    let choices = by_player(tree, (0..tree.sets().len()).map(choice).collect());
    let free = found.mixes.iter().enumerate().filter(|(_, mix)| mix.is_none()).map(|(k, _)| tree.set_label(k));
    let note = |place: String| say(format!("at {place} any choice will do"), format!("在{place}任何选择皆可"));
    Point { choices, payoffs: exact(&found.payoffs), notes: free.map(note).collect() }
}

/// Whether all nodes lie behind the root of a subgame.
fn within(tree: &Tree, root: usize, nodes: &[usize]) -> bool {
    let behind = |&node: &usize| {
        let mut at = node;
        while at > root {
            match tree.nodes()[at].parent {
                Some((before, _)) => at = before,
                None => break,
            }
        }
        at == root
    };
    nodes.iter().all(behind)
}

/// Sequential equilibria of a signalling game, each with what the intuitive criterion and D1 say of it.
fn refined(tree: &Tree) -> Result<Solution, Said> {
    let game = Signalling::of(tree).ok_or_else(|| {
        say(
            "the intuitive criterion and D1 are for signalling games: nature draws a type, a sender who knows it moves, \
             a receiver who does not replies",
            "直觉标准与D1只用于信号博弈：自然抽取类型，知情的发送者行动，不知情的接收者回应",
        )
    })?;
    let answer = game.solve();
    let mut solution =
        assessments(game.tree(), Notion::Sequential, say("sequential equilibrium, refined", "序贯均衡，经精炼检验"))?;
    for (point, found) in solution.equilibria.iter_mut().zip(&answer.equilibria) {
        point.notes.push(by_intuition(&game, found));
        point.notes.push(by_d1(&game, found));
    }
    Ok(solution)
}

fn by_intuition(game: &Signalling, found: &Found) -> Said {
    let (types, messages) = (game.types(), game.messages());
    for at in intuitive(game, &found.assessment) {
        let Some(tempted) = &at.tempted else { continue };
        let (kind, message) = (&types[tempted.kind].0, &messages[at.message].name);
        let hopeless: Vec<&str> = at.hopeless.iter().map(|h| types[h.kind].0.as_str()).collect();
        let (earns, least) = (&tempted.earns, &tempted.at_worst);
        return say(
            format!(
                "fails the intuitive criterion: {message} cannot pay {}, so it would show {kind}, who gets at least \
                 {least} by it instead of {earns}",
                hopeless.join(", ")
            ),
            format!(
                "不满足直觉标准：{message}对{}无利可图，故足以表明是{kind}，其收益至少为{least}而非{earns}",
                hopeless.join("、")
            ),
        );
    }
    say("passes the intuitive criterion", "满足直觉标准")
}

fn by_d1(game: &Signalling, found: &Found) -> Said {
    let Some(all) = divine(game, &found.assessment) else {
        return say("D1 not decided: too many replies", "D1未定：回应过多");
    };
    let (types, messages) = (game.types(), game.messages());
    match all.iter().find(|at| at.deterrent.is_none()) {
        None => say("passes D1", "满足D1"),
        Some(at) => {
            let out: Vec<&str> = at.ruled_out.iter().map(|(kind, _)| types[*kind].0.as_str()).collect();
            let message = &messages[at.message].name;
            say(
                format!(
                    "fails D1: with “{}” ruled out, no best reply to “{message}” keeps the others from sending it",
                    out.join(", ")
                ),
                format!("不满足D1：排除{}之后，对{message}的任何回应都无法使各类型不发送它", out.join("、")),
            )
        }
    }
}
