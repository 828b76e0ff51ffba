//! Beliefs after one's own deviation: a perfect Bayesian player does not change its mind about the others because it
//! has itself done something unforeseen. The condition is written here a second time, literally, from the tree alone.

mod grow;
mod random;

use std::collections::BTreeMap;

use games::Rational;
use games::extensive::assessment::{Assessment, Refusal, verify};
use games::extensive::consistency::{Consistency, decide};
use games::extensive::linear::{Condition, feasible};
use games::extensive::play::Behaviour;
use games::extensive::sequential::{Answer, Notion, solve, solve_within};
use games::extensive::tree::{Draft, Kind, Tree};
use grow::{chance, choice, end, grown_among, number, text, tree};
use random::Luck;

/// From the root to a node: each node passed and the branch taken there.
fn way(tree: &Tree, node: usize) -> Vec<(usize, usize)> {
    match tree.nodes()[node].parent {
        None => Vec::new(),
        Some(step) => way(tree, step.0).into_iter().chain([step]).collect(),
    }
}

/// The set a step is taken at, and its action; none for nature.
fn decision(tree: &Tree, step: (usize, usize)) -> Option<(usize, usize)> {
    match tree.nodes()[step.0].kind {
        Kind::Decision(set) => Some((set, step.1)),
        _ => None,
    }
}

fn chance_of(tree: &Tree, behaviour: &Behaviour, step: (usize, usize)) -> Rational {
    match &tree.nodes()[step.0].kind {
        Kind::Chance { chances, .. } => chances[step.1].clone(),
        Kind::Decision(set) => behaviour[*set][step.1].clone(),
        Kind::End(_) => Rational::zero(),
    }
}

/// Where a belief can follow from: the root, and each set that lies before all nodes of this one.
fn starts(tree: &Tree, set: usize) -> Vec<Option<usize>> {
    let before = |start: usize| {
        let passes = |&node: &usize| way(tree, node).iter().any(|step| tree.sets()[start].nodes.contains(&step.0));
        tree.sets()[set].nodes.iter().all(passes)
    };
    std::iter::once(None).chain((0..tree.sets().len()).filter(|&s| before(s)).map(Some)).collect()
}

/// How likely each node of a set is from a start on, the player's own actions that lead to all of them left out.
fn weights(tree: &Tree, assessment: &Assessment, start: Option<usize>, set: usize) -> Vec<Rational> {
    let known = &tree.sets()[set];
    let mut from = Vec::new();
    for &node in &known.nodes {
        let whole = way(tree, node);
        from.push(match start {
            None => (Rational::one(), whole),
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
fn dictated(tree: &Tree, assessment: &Assessment, start: Option<usize>, set: usize) -> Option<Vec<Rational>> {
    let weights = weights(tree, assessment, start, set);
    let total: Rational = weights.iter().cloned().sum();
    weights.iter().map(|w| w.over(&total)).collect()
}

/// Whether every belief follows from wherever it can.
fn updates(tree: &Tree, assessment: &Assessment) -> bool {
    (0..tree.sets().len()).all(|set| {
        let right = |start| dictated(tree, assessment, start, set).is_none_or(|b| b == assessment.beliefs[set]);
        starts(tree, set).into_iter().all(right)
    })
}

/// What a player gets from a node on.
fn worth(tree: &Tree, behaviour: &Behaviour, node: usize, player: usize) -> Rational {
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
fn expected(tree: &Tree, assessment: &Assessment, behaviour: &Behaviour, set: usize) -> Rational {
    let known = &tree.sets()[set];
    let part = |(&node, p): (&usize, &Rational)| p * &worth(tree, behaviour, node, known.player);
    known.nodes.iter().zip(&assessment.beliefs[set]).map(part).sum()
}

fn certain(count: usize, action: usize) -> Vec<Rational> {
    (0..count).map(|k| Rational::from(i64::from(k == action))).collect()
}

/// The behaviour with other choices, each without a mix, at some sets: all of them.
fn deviations(tree: &Tree, behaviour: &Behaviour, sets: &[usize]) -> Vec<Behaviour> {
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
fn unbeaten(tree: &Tree, assessment: &Assessment, sets: &[usize]) -> bool {
    let now = expected(tree, assessment, &assessment.behaviour, sets[0]);
    deviations(tree, &assessment.behaviour, sets).iter().all(|b| expected(tree, assessment, b, sets[0]) <= now)
}

/// The set and all later ones of the same player.
fn own_from(tree: &Tree, set: usize) -> Vec<usize> {
    let own = |&s: &usize| tree.sets()[s].player == tree.sets()[set].player && starts(tree, s).contains(&Some(set));
    std::iter::once(set).chain((0..tree.sets().len()).filter(own)).collect()
}

fn step_by_step(tree: &Tree, assessment: &Assessment) -> bool {
    (0..tree.sets().len()).all(|set| unbeaten(tree, assessment, &[set]))
}

fn plan_by_plan(tree: &Tree, assessment: &Assessment) -> bool {
    (0..tree.sets().len()).all(|set| unbeaten(tree, assessment, &own_from(tree, set)))
}

/// The start that settles a belief whatever else is believed: the root or an own earlier set.
fn settled(tree: &Tree, assessment: &Assessment, set: usize) -> Option<Vec<Rational>> {
    let own = |start: &Option<usize>| start.is_none_or(|s| tree.sets()[s].player == tree.sets()[set].player);
    starts(tree, set).into_iter().filter(own).find_map(|start| dictated(tree, assessment, start, set))
}

/// The mixes of a family's corners and, where nothing settles them, their beliefs, weighed; the rest by Bayes' rule.
fn mixture(tree: &Tree, corners: &[&Assessment], parts: &[Rational]) -> Assessment {
    let blend = |pick: &dyn Fn(&Assessment) -> Vec<Rational>| -> Vec<Rational> {
        let lists: Vec<Vec<Rational>> = corners.iter().map(|&c| pick(c)).collect();
        (0..lists[0].len()).map(|k| Rational::weighted(parts.iter().zip(lists.iter().map(|l| &l[k])))).collect()
    };
    let sets = 0..tree.sets().len();
    let behaviour = sets.clone().map(|s| blend(&|a: &Assessment| a.behaviour[s].clone())).collect();
    let mut whole = Assessment { behaviour, beliefs: Vec::new() };
    for set in sets {
        let belief = settled(tree, &whole, set).unwrap_or_else(|| blend(&|a: &Assessment| a.beliefs[set].clone()));
        whole.beliefs.push(belief);
    }
    whole
}

/// Whether an assessment is such a mixture of some family's corners.
fn is_covered(tree: &Tree, answer: &Answer, assessment: &Assessment) -> bool {
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
fn even(count: usize) -> Vec<Vec<Rational>> {
    let mix = |mask: u32| {
        let share = number(&format!("1/{}", mask.count_ones()));
        (0..count).map(|k| if mask >> k & 1 == 1 { share.clone() } else { Rational::zero() }).collect()
    };
    (1_u32..1 << count).map(mix).collect()
}

/// Every behaviour of even mixes; none where there are more than so many.
fn behaviours(tree: &Tree, most: usize) -> Option<Vec<Behaviour>> {
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
fn assessments(tree: &Tree, behaviour: &Behaviour) -> Vec<Assessment> {
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

/// Whether the root dictates a belief at a set of several nodes that its player reaches only by its own deviation.
fn binds_deviators(tree: &Tree, assessment: &Assessment) -> bool {
    let likely = games::extensive::play::reach(tree, &assessment.behaviour, 0);
    tree.sets().iter().enumerate().any(|(k, set)| {
        set.nodes.len() > 1
            && set.nodes.iter().all(|&n| likely[n].is_zero())
            && dictated(tree, assessment, None, k).is_some()
    })
}

/// A player moves twice, before and after others whose moves it does not see: deviations of its own lie between its
/// sets. At each step everybody knows its own last step only.
fn probing(luck: &mut Luck) -> Tree {
    let first = (luck.below(2) > 0).then_some(1);
    let middle = [vec![], vec![Some(1)], vec![Some(2)]][luck.below(3) as usize].clone();
    let movers: Vec<Option<usize>> = [first, Some(0)].into_iter().chain(middle).chain([Some(0)]).collect();
    let mut list = Vec::new();
    probe(luck, &movers, 0, [None; 3], &mut BTreeMap::new(), &mut list);
    tree(3, list)
}

type Last = Option<(u64, usize)>;

fn probe(
    luck: &mut Luck,
    movers: &[Option<usize>],
    level: usize,
    known: [Last; 3],
    sets: &mut BTreeMap<(usize, Last), u64>,
    list: &mut Vec<Draft>,
) {
    if level == movers.len() || (level > 0 && luck.below(5) == 0) {
        return list.push(end(&[luck.below(3), luck.below(3), luck.below(3)]));
    }
    let Some(player) = movers[level] else {
        list.push(chance(&["1/2", "1/2"]));
        return (0..2).for_each(|_| probe(luck, movers, level + 1, known, sets, list));
    };
    let next = sets.len() as u64;
    let set = *sets.entry((player, known[player])).or_insert(next);
    list.push(choice(player, set, &["a", "b"]));
    for action in 0..2 {
        let mut wiser = known;
        wiser[player] = Some((set, action));
        probe(luck, movers, level + 1, wiser, sets, list);
    }
}

fn small(luck: &mut Luck, round: usize) -> Tree {
    match round % 4 {
        0 => grown_among(2, luck, 3, 8, 3),
        1 => grown_among(3, luck, 3, 8, 3),
        _ => probing(luck),
    }
}

fn solved(tree: &Tree) -> Vec<String> {
    let answer = solve(tree, Notion::PerfectBayesian).expect("perfect recall");
    assert!(answer.coverage.is_complete());
    let shown = |a: &Assessment| format!("{} ; {}", text(&a.behaviour), text(&a.beliefs));
    answer.equilibria.iter().map(|f| shown(&f.assessment)).collect()
}

/// Nature draws L nine times in ten, unseen. A single player may stay out for 2, or go in and then bet on L or R for
/// 3. Out is no perfect Bayesian equilibrium: going in teaches nothing about nature, so that the bet is on L and
/// pays 2.7. Condition 2 without the clause on own actions would let the player believe in R once in.
#[test]
fn theorem_ones_own_deviation_teaches_nothing_about_the_others() {
    let bet =
        |l: i64, r: i64| [choice(0, 1, &["out", "in"]), end(&[2]), choice(0, 2, &["l", "r"]), end(&[l]), end(&[r])];
    let mut list = vec![chance(&["9/10", "1/10"])];
    list.extend(bet(3, 0));
    list.extend(bet(0, 3));
    let game = tree(1, list);
    assert_eq!(solved(&game), ["0 1 | 1 0 ; 9/10 1/10 | 9/10 1/10"]);
    let parts = |list: [&str; 2]| list.map(number).to_vec();
    let out = Assessment {
        behaviour: vec![parts(["1", "0"]), parts(["0", "1"])],
        beliefs: vec![parts(["9/10", "1/10"]), parts(["0", "1"])],
    };
    // No single action is worth changing, and from no set does play lead to the bet; yet in and l would pay more.
    assert!(step_by_step(&game, &out) && !plan_by_plan(&game, &out));
    let likely = games::extensive::play::reach(&game, &out.behaviour, 0);
    assert!(game.sets()[1].nodes.iter().all(|&n| likely[n].is_zero()));
    assert_eq!(verify(&game, &out), Err(Refusal::Bayes(None, 1)));
    assert!(matches!(decide(&game, &out), Consistency::NoProportions(_) | Consistency::NoOrders));
}

/// The same where the first belief is free: another player should have ended the game, and went Y or Z instead. What
/// is then believed at "in or out" is believed at the bet: out needs a belief between 1/3 and 2/3 at both.
#[test]
fn theorem_a_free_belief_is_kept_after_ones_own_deviation() {
    let bet = |y: i64, z: i64| {
        [choice(0, 1, &["out", "in"]), end(&[2, 0]), choice(0, 2, &["y", "z"]), end(&[y, 0]), end(&[z, 0])]
    };
    let mut list = vec![choice(1, 1, &["X", "Y", "Z"]), end(&[0, 5])];
    list.extend(bet(3, 0));
    list.extend(bet(0, 3));
    let game = tree(2, list);
    let answer = solve(&game, Notion::PerfectBayesian).expect("perfect recall");
    assert!(answer.coverage.is_complete());
    let mut outs = Vec::new();
    for found in &answer.equilibria {
        let Assessment { behaviour, beliefs } = &found.assessment;
        assert_eq!(beliefs[1], beliefs[2], "{beliefs:?}");
        if behaviour[1][0] == Rational::one() {
            outs.push(beliefs[1][0].clone());
        }
    }
    assert_eq!((outs.iter().min(), outs.iter().max()), (Some(&number("1/3")), Some(&number("2/3"))));
}

/// A belief of another player binds too where the own action is on the way to all nodes: a third player should have
/// ended the game; player 2 sees that Y or Z was played instead of V, and goes on; player 1 believes in V and stays
/// out. Had it gone in and learnt that it was not V, it would have to believe in Y or Z as player 2 does.
#[test]
fn theorem_anothers_belief_binds_after_ones_own_deviation() {
    let seen = |y: i64, z: i64| {
        let mut list = vec![choice(1, 1, &["on", "end"]), choice(0, 1, &["out", "in"]), end(&[2, 1, 0])];
        list.extend([choice(0, 2, &["y", "z"]), end(&[y, 1, 0]), end(&[z, 1, 0]), end(&[0, 0, 0])]);
        list
    };
    let mut list = vec![choice(2, 1, &["X", "Y", "Z", "V"]), end(&[0, 0, 9])];
    list.extend(seen(3, 0));
    list.extend(seen(0, 3));
    list.extend([choice(0, 1, &["out", "in"]), end(&[2, 0, 0]), end(&[0, 0, 0])]);
    let game = tree(3, list);
    let certain = |choices: [(usize, usize); 4]| choices.map(|(count, k)| certain(count, k)).to_vec();
    let mut one = Assessment {
        behaviour: certain([(4, 0), (2, 0), (2, 0), (2, 1)]),
        beliefs: certain([(1, 0), (2, 0), (3, 2), (2, 1)]),
    };
    assert_eq!(verify(&game, &one), Err(Refusal::Bayes(Some(1), 3)));
    assert!(!matches!(decide(&game, &one), Consistency::Consistent(_)));
    one.beliefs[1] = one.beliefs[3].clone();
    assert!(verify(&game, &one).is_ok() && matches!(decide(&game, &one), Consistency::Consistent(_)));
    let answer = solve(&game, Notion::PerfectBayesian).expect("perfect recall");
    assert!(answer.equilibria.len() > 3);
    assert!(answer.equilibria.iter().all(|f| f.assessment.beliefs[1] == f.assessment.beliefs[3]));
}

/// What the search finds passes the literal check, sequential equilibria among it; and no plan for all later own
/// sets together beats what is done, at any set (Hendon, Jacobsen & Sloth 1996; Perea 2002).
#[test]
fn theorem_beliefs_update_and_one_step_at_a_time_is_enough() {
    let mut luck = Luck(900);
    let (mut found, mut bound, mut strong) = (0, 0, 0);
    for round in 0..120 {
        let tree = small(&mut luck, round);
        for notion in [Notion::PerfectBayesian, Notion::Sequential] {
            for one in solve_within(&tree, notion, 300).expect("perfect recall").equilibria {
                let assessment = &one.assessment;
                assert!(updates(&tree, assessment), "{notion:?} {assessment:?} {tree:?}");
                assert!(verify(&tree, assessment).is_ok());
                assert!(plan_by_plan(&tree, assessment), "{assessment:?} {tree:?}");
                found += 1;
                bound += usize::from(binds_deviators(&tree, assessment));
                strong += usize::from(notion == Notion::Sequential);
            }
        }
    }
    assert!(found > 1_000 && bound > 100 && strong > 400, "{found} {bound} {strong}");
}

/// The proof and the literal check agree on assessments that nobody chose to be equilibria.
#[test]
fn cross_the_proof_agrees_with_the_literal_check() {
    let mut luck = Luck(901);
    let (mut lawful, mut lawless, mut equilibria) = (0, 0, 0);
    for round in 0..300 {
        let tree = small(&mut luck, round);
        for _ in 0..20 {
            let pick = |luck: &mut Luck, all: Vec<Vec<Rational>>| all[luck.below(all.len() as u64) as usize].clone();
            let behaviour = tree.sets().iter().map(|set| pick(&mut luck, even(set.actions.len()))).collect();
            let mut one = Assessment { behaviour, beliefs: Vec::new() };
            for set in 0..tree.sets().len() {
                let forced = starts(&tree, set).into_iter().find_map(|start| dictated(&tree, &one, start, set));
                let forced = forced.filter(|_| luck.below(8) > 0);
                let belief = forced.unwrap_or_else(|| pick(&mut luck, even(tree.sets()[set].nodes.len())));
                one.beliefs.push(belief);
            }
            let (right, best) = (updates(&tree, &one), step_by_step(&tree, &one));
            let verdict = verify(&tree, &one);
            assert_eq!(matches!(verdict, Err(Refusal::Bayes(..))), !right, "{verdict:?} {one:?} {tree:?}");
            assert_eq!(verdict.is_ok(), right && best);
            lawful += usize::from(right);
            lawless += usize::from(!right);
            equilibria += usize::from(verdict.is_ok());
        }
    }
    assert!(lawful > 1_000 && lawless > 300 && equilibria > 100, "{lawful} {lawless} {equilibria}");
}

/// Where the search says it is complete, every assessment of even mixes and beliefs that passes the literal check is
/// a mixture of a family's corners.
#[test]
fn cross_brute_force_finds_nothing_that_a_complete_search_lacks() {
    let mut luck = Luck(902);
    let (mut trees, mut known, mut bound) = (0, 0, 0);
    for round in 0..200 {
        let tree = small(&mut luck, round);
        let Some(all) = behaviours(&tree, 250) else { continue };
        let answer = solve_within(&tree, Notion::PerfectBayesian, 1_000).expect("perfect recall");
        if !answer.coverage.is_complete() {
            continue;
        }
        trees += 1;
        for one in all.iter().flat_map(|behaviour| assessments(&tree, behaviour)) {
            if updates(&tree, &one) && step_by_step(&tree, &one) {
                assert!(is_covered(&tree, &answer, &one), "{one:?} {tree:?}");
                known += 1;
                bound += usize::from(binds_deviators(&tree, &one));
            }
        }
    }
    assert!(trees > 60 && known > 500 && bound > 100, "{trees} {known} {bound}");
}

/// Every mixture of a family's corners is an equilibrium too.
#[test]
fn theorem_families_are_made_of_equilibria() {
    let mut luck = Luck(903);
    let (mut mixtures, mut bound) = (0, 0);
    for round in 0..120 {
        let tree = small(&mut luck, round);
        let answer = solve_within(&tree, Notion::PerfectBayesian, 300).expect("perfect recall");
        for family in answer.families.iter().filter(|family| family.len() > 1) {
            let corners: Vec<&Assessment> = family.iter().map(|&k| &answer.equilibria[k].assessment).collect();
            let weights: Vec<i64> = family.iter().map(|_| 1 + luck.below(5)).collect();
            let total: i64 = weights.iter().sum();
            let parts: Vec<Rational> = weights.iter().map(|w| number(&format!("{w}/{total}"))).collect();
            let one = mixture(&tree, &corners, &parts);
            assert!(updates(&tree, &one) && step_by_step(&tree, &one), "{corners:?} {one:?} {tree:?}");
            mixtures += 1;
            bound += usize::from(binds_deviators(&tree, &one));
        }
    }
    assert!(mixtures > 100 && bound > 20, "{mixtures} {bound}");
}
