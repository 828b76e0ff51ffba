//! The conditions of a perfect Bayesian equilibrium written a second time, literally, from the tree alone.
#![allow(dead_code)] // each test file uses its part

use games::Rational;
use games::extensive::assessment::Assessment;
use games::extensive::linear::{Condition, feasible};
use games::extensive::play::Behaviour;
use games::extensive::sequential::Answer;
use games::extensive::tree::{Kind, Tree};

use crate::grow::number;

/// From the root to a node: each node passed and the branch taken there.
pub fn way(tree: &Tree, node: usize) -> Vec<(usize, usize)> {
    match tree.nodes()[node].parent {
        None => Vec::new(),
        Some(step) => way(tree, step.0).into_iter().chain([step]).collect(),
    }
}

/// The set a step is taken at, and its action; none for nature.
pub fn decision(tree: &Tree, step: (usize, usize)) -> Option<(usize, usize)> {
    match tree.nodes()[step.0].kind {
        Kind::Decision(set) => Some((set, step.1)),
        _ => None,
    }
}

pub fn chance_of(tree: &Tree, behaviour: &Behaviour, step: (usize, usize)) -> Rational {
    match &tree.nodes()[step.0].kind {
        Kind::Chance { chances, .. } => chances[step.1].clone(),
        Kind::Decision(set) => behaviour[*set][step.1].clone(),
        Kind::End(_) => Rational::zero(),
    }
}

/// Where a belief can follow from: the last node before all of the set, and each set that lies before all nodes of this one.
pub fn starts(tree: &Tree, set: usize) -> Vec<Option<usize>> {
    let before = |start: usize| {
        let passes = |&node: &usize| way(tree, node).iter().any(|step| tree.sets()[start].nodes.contains(&step.0));
        tree.sets()[set].nodes.iter().all(passes)
    };
    std::iter::once(None).chain((0..tree.sets().len()).filter(|&s| before(s)).map(Some)).collect()
}

/// How many steps it takes from the root to the last node that lies before, or is, every node of a set.
fn last_before_all(tree: &Tree, set: usize) -> usize {
    let nodes = &tree.sets()[set].nodes;
    let past = |node: usize| way(tree, node).into_iter().map(|step| step.0).chain([node]).collect::<Vec<usize>>();
    let shared = |n: &usize| nodes.iter().all(|&node| past(node).contains(n));
    past(nodes[0]).iter().filter(|n| shared(n)).count() - 1
}

/// How likely each node of a set is from a start on, the player's own actions that lead to all of them left out.
pub fn weights(tree: &Tree, assessment: &Assessment, start: Option<usize>, set: usize) -> Vec<Rational> {
    let known = &tree.sets()[set];
    let mut from = Vec::new();
    for &node in &known.nodes {
        let whole = way(tree, node);
        from.push(match start {
            None => (Rational::one(), whole[last_before_all(tree, set)..].to_vec()),
            Some(s) => {
                let nodes = &tree.sets()[s].nodes;
                let at = whole.iter().position(|step| nodes.contains(&step.0)).expect("lies behind");
                let place = nodes.iter().position(|&n| n == whole[at].0).expect("just met");
                (assessment.beliefs[s][place].clone(), whole[at..].to_vec())
            }
        });
    }
    let own = |step: (usize, usize)| decision(tree, step).filter(|d| tree.sets()[d.0].player == known.player);
    let shared = |d: (usize, usize)| from.iter().all(|(_, w)| w.iter().any(|&step| decision(tree, step) == Some(d)));
    from.iter()
        .map(|(first, steps)| {
            steps
                .iter()
                .filter(|&&step| !own(step).is_some_and(shared))
                .fold(first.clone(), |product, &step| &product * &chance_of(tree, &assessment.behaviour, step))
        })
        .collect()
}

/// The belief that a start dictates at a set, where it leads there.
pub fn dictated(tree: &Tree, assessment: &Assessment, start: Option<usize>, set: usize) -> Option<Vec<Rational>> {
    let weights = weights(tree, assessment, start, set);
    let total: Rational = weights.iter().cloned().sum();
    weights.iter().map(|w| w.over(&total)).collect()
}

/// Whether every belief follows from wherever it can.
pub fn updates(tree: &Tree, assessment: &Assessment) -> bool {
    (0..tree.sets().len()).all(|set| {
        let right = |start| dictated(tree, assessment, start, set).is_none_or(|b| b == assessment.beliefs[set]);
        starts(tree, set).into_iter().all(right)
    })
}

/// What a player gets from a node on.
pub fn worth(tree: &Tree, behaviour: &Behaviour, node: usize, player: usize) -> Rational {
    match &tree.nodes()[node].kind {
        Kind::End(payoffs) => payoffs[player].clone(),
        _ => {
            let part = |(branch, &child): (usize, &usize)| {
                &chance_of(tree, behaviour, (node, branch)) * &worth(tree, behaviour, child, player)
            };
            tree.nodes()[node].children.iter().enumerate().map(part).sum()
        }
    }
}

/// What a player expects at its set by its belief there.
pub fn expected(tree: &Tree, assessment: &Assessment, behaviour: &Behaviour, set: usize) -> Rational {
    let known = &tree.sets()[set];
    let part = |(&node, p): (&usize, &Rational)| p * &worth(tree, behaviour, node, known.player);
    known.nodes.iter().zip(&assessment.beliefs[set]).map(part).sum()
}

pub fn certain(count: usize, action: usize) -> Vec<Rational> {
    (0..count).map(|k| Rational::from(i64::from(k == action))).collect()
}

/// The behaviour with other choices, each without a mix, at some sets: all of them.
pub fn deviations(tree: &Tree, behaviour: &Behaviour, sets: &[usize]) -> Vec<Behaviour> {
    let mut all = vec![behaviour.clone()];
    for &set in sets {
        let count = tree.sets()[set].actions.len();
        let with = |b: &Behaviour, action: usize| {
            let mut other = b.clone();
            other[set] = certain(count, action);
            other
        };
        all = all.iter().flat_map(|b| (0..count).map(move |action| with(b, action))).collect();
    }
    all
}

/// Whether no other plan for these sets, which belong to the player of the first, pays more at the first.
pub fn unbeaten(tree: &Tree, assessment: &Assessment, sets: &[usize]) -> bool {
    let now = expected(tree, assessment, &assessment.behaviour, sets[0]);
    deviations(tree, &assessment.behaviour, sets).iter().all(|b| expected(tree, assessment, b, sets[0]) <= now)
}

/// The set and all later ones of the same player.
pub fn own_from(tree: &Tree, set: usize) -> Vec<usize> {
    let own = |&s: &usize| tree.sets()[s].player == tree.sets()[set].player && starts(tree, s).contains(&Some(set));
    std::iter::once(set).chain((0..tree.sets().len()).filter(own)).collect()
}

pub fn step_by_step(tree: &Tree, assessment: &Assessment) -> bool {
    (0..tree.sets().len()).all(|set| unbeaten(tree, assessment, &[set]))
}

pub fn plan_by_plan(tree: &Tree, assessment: &Assessment) -> bool {
    (0..tree.sets().len()).all(|set| unbeaten(tree, assessment, &own_from(tree, set)))
}

/// The start that settles a belief whatever else is believed: the root or an own earlier set.
pub fn settled(tree: &Tree, assessment: &Assessment, set: usize) -> Option<Vec<Rational>> {
    let own = |start: &Option<usize>| start.is_none_or(|s| tree.sets()[s].player == tree.sets()[set].player);
    starts(tree, set).into_iter().filter(own).find_map(|start| dictated(tree, assessment, start, set))
}

/// Whether an assessment is a mixture of some family's corners, with the beliefs that follow.
pub fn is_covered(tree: &Tree, answer: &Answer, assessment: &Assessment) -> bool {
    let free: Vec<usize> = (0..tree.sets().len()).filter(|&s| settled(tree, assessment, s).is_none()).collect();
    let numbers = |a: &Assessment| -> Vec<Rational> {
        a.behaviour.iter().chain(free.iter().map(|&s| &a.beliefs[s])).flatten().cloned().collect()
    };
    let wanted = numbers(assessment);
    answer.families.iter().any(|family| {
        let corners: Vec<Vec<Rational>> = family.iter().map(|&k| numbers(&answer.equilibria[k].assessment)).collect();
        let row = |k: usize| Condition {
            coefficients: corners.iter().map(|c| c[k].clone()).collect(),
            bound: wanted[k].clone(),
        };
        let sum = Condition { coefficients: vec![Rational::one(); corners.len()], bound: Rational::one() };
        let rows: Vec<Condition> = (0..wanted.len()).map(row).chain([sum]).collect();
        feasible(corners.len(), &rows, &[]).is_some()
    })
}

/// The even mixes over all choices of some of so many things.
pub fn even(count: usize) -> Vec<Vec<Rational>> {
    let mix = |mask: u32| {
        let share = number(&format!("1/{}", mask.count_ones()));
        (0..count).map(|k| if mask >> k & 1 == 1 { share.clone() } else { Rational::zero() }).collect()
    };
    (1_u32..1 << count).map(mix).collect()
}

/// Every behaviour of even mixes; none where there are more than so many.
pub fn behaviours(tree: &Tree, most: usize) -> Option<Vec<Behaviour>> {
    let mut all: Vec<Behaviour> = vec![Vec::new()];
    for set in tree.sets() {
        let mixes = even(set.actions.len());
        let longer = |b: &Behaviour, mix: &Vec<Rational>| b.iter().chain([mix]).cloned().collect::<Behaviour>();
        all = all.iter().flat_map(|b| mixes.iter().map(move |mix| longer(b, mix))).collect();
        if all.len() > most {
            return None;
        }
    }
    Some(all)
}

/// The behaviour with every system of beliefs that are even mixes wherever no earlier set dictates them.
pub fn assessments(tree: &Tree, behaviour: &Behaviour) -> Vec<Assessment> {
    let mut all = vec![Assessment { behaviour: behaviour.clone(), beliefs: Vec::new() }];
    for set in 0..tree.sets().len() {
        let open = even(tree.sets()[set].nodes.len());
        let longer = |a: &Assessment| -> Vec<Assessment> {
            let mut dictates = starts(tree, set).into_iter().filter_map(|start| dictated(tree, a, start, set));
            let beliefs = dictates.next().map_or_else(|| open.clone(), |belief| vec![belief]);
            let with = |belief: Vec<Rational>| {
                let mut longer = a.clone();
                longer.beliefs.push(belief);
                longer
            };
            beliefs.into_iter().map(with).collect()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all
}
