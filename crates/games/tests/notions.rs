//! Each kind of equilibrium of a tree is part of every weaker one, and what is found withstands whole plans.

mod grow;
mod literal;
mod random;

use std::collections::BTreeSet;

use games::extensive::assessment::verify;
use games::extensive::sequential::{Notion, solve_within};
use games::extensive::strategic::normal_form;
use games::extensive::subgame::{self, solve_subgames};
use games::extensive::tree::Tree;
use games::two::certificate;
use games::{Profile, Rational};
use grow::{grown_among, text};
use literal::{assessments, behaviours, is_covered, plan_by_plan, step_by_step, updates};
use random::Luck;

fn drawn(luck: &mut Luck, round: usize) -> Tree {
    match round % 4 {
        0 => grown_among(2, luck, 4, 9, 3),
        1 => grown_among(3, luck, 4, 9, 3),
        2 => grown_among(2, luck, 3, 9, 40),
        _ => grown_among(3, luck, 3, 9, 2),
    }
}

/// Sequential, perfect Bayesian, subgame-perfect and Nash equilibria, each list within the next where that is whole;
/// sequential ones exist (Kreps & Wilson 1982, proposition 1).
#[test]
fn theorem_each_notion_is_part_of_the_weaker() {
    let mut luck = Luck(1_100);
    let (mut within_perfect, mut within_subgame, mut within_nash, mut strict) = (0, 0, 0, 0);
    for round in 0..500 {
        let tree = drawn(&mut luck, round);
        if tree.sets().len() > 7 {
            continue;
        }
        let strong = solve_within(&tree, Notion::Sequential, 400).expect("perfect recall");
        let weak = solve_within(&tree, Notion::PerfectBayesian, 400).expect("perfect recall");
        for (answer, name) in [(&strong, "sequential"), (&weak, "perfect Bayesian")] {
            assert!(!answer.coverage.is_complete() || !answer.equilibria.is_empty(), "no {name}: {tree:?}");
        }
        for found in &strong.equilibria {
            assert!(verify(&tree, &found.assessment).is_ok(), "{found:?} {tree:?}");
            if weak.coverage.is_complete() {
                assert!(is_covered(&tree, &weak, &found.assessment), "{found:?} {tree:?}");
                within_perfect += 1;
            }
        }
        strict += usize::from(weak.equilibria.len() > strong.equilibria.len() && strong.coverage.is_complete());
        let (parts, form) = (solve_subgames(&tree), normal_form(&tree));
        let plans = form.as_ref().ok().map(|form| (form, games::solve(&form.game)));
        for found in &weak.equilibria {
            let one = &found.assessment;
            assert!(updates(&tree, one) && plan_by_plan(&tree, one), "{one:?} {tree:?}");
            let sure: Vec<_> = one.behaviour.iter().cloned().map(Some).collect();
            assert_eq!(subgame::verify(&tree, &sure), Ok(true), "{one:?} {tree:?}");
            let Ok(parts) = &parts else { continue };
            if parts.coverage == subgame::Coverage::Complete {
                let fits = |own: &[Option<Vec<Rational>>]| {
                    own.iter().zip(&one.behaviour).all(|(own, mix)| own.as_ref().is_none_or(|own| own == mix))
                };
                assert!(parts.equilibria.iter().any(|p| fits(&p.mixes)), "{} {tree:?}", text(&one.behaviour));
                within_subgame += 1;
            }
        }
        let (Ok(parts), Some((form, plans))) = (parts, plans) else { continue };
        let known: BTreeSet<_> = plans.equilibria.iter().map(|e| format!("{:?}", e.profile.mixes)).collect();
        for found in &parts.equilibria {
            let free = |(k, mix): (usize, &Option<Vec<Rational>>)| {
                let first = (0..tree.sets()[k].actions.len()).map(|a| Rational::from(i64::from(a == 0))).collect();
                mix.clone().unwrap_or(first)
            };
            let behaviour: Vec<Vec<Rational>> = found.mixes.iter().enumerate().map(free).collect();
            let profile = Profile { mixes: [0, 1].map(|side| form.mix_of(side, &behaviour)) };
            assert!(certificate::verify(&form.game, &profile).is_ok(), "{found:?} {tree:?}");
            if plans.is_complete() && plans.components.iter().all(|c| c.is_isolated()) {
                assert!(known.contains(&format!("{:?}", profile.mixes)), "{found:?} {tree:?}");
                within_nash += 1;
            }
        }
    }
    let counts = (within_perfect, within_subgame, within_nash, strict);
    assert!(within_perfect > 500 && within_subgame > 80 && within_nash > 30 && strict > 2, "{counts:?}");
}

/// In trees of four steps, too, a search that says it is complete knows every assessment of even mixes and beliefs
/// that withstands single changes.
#[test]
fn cross_brute_force_of_deeper_trees_finds_nothing_that_is_missing() {
    let mut luck = Luck(1_101);
    let (mut trees, mut known) = (0, 0);
    for round in 0..900 {
        let tree = drawn(&mut luck, round % 2);
        let Some(all) = behaviours(&tree, 800) else { continue };
        let answer = solve_within(&tree, Notion::PerfectBayesian, 1_000).expect("perfect recall");
        if !answer.coverage.is_complete() {
            continue;
        }
        trees += 1;
        for one in all.iter().flat_map(|behaviour| assessments(&tree, behaviour)) {
            if updates(&tree, &one) && step_by_step(&tree, &one) {
                assert!(is_covered(&tree, &answer, &one), "{one:?} {tree:?}");
                assert!(plan_by_plan(&tree, &one), "{one:?} {tree:?}");
                known += 1;
            }
        }
    }
    assert!(trees > 50 && known > 500, "{trees} {known}");
}
