//! What a tree promises: checked on the way in, payoffs added up along paths, lack of recall named.

use games::Rational;
use games::extensive::tree::{Draft, Kind, MAX_PLAYERS, Move, Outcome, Tree, TreeError};

fn paid(amounts: &[i64]) -> Option<Outcome> {
    Some(Outcome { name: String::new(), payoffs: amounts.iter().map(|&a| Rational::from(a)).collect() })
}

fn end(amounts: &[i64]) -> Draft {
    Draft { name: String::new(), turn: Move::End, outcome: paid(amounts) }
}

fn choice(player: usize, set: u64, actions: &[&str]) -> Draft {
    let actions = actions.iter().map(|a| a.to_string()).collect();
    let turn = Move::Decision { player, set, set_name: String::new(), actions };
    Draft { name: String::new(), turn, outcome: None }
}

fn chance(parts: &[&str]) -> Draft {
    let branches = parts.iter().map(|p| (format!("with {p}"), p.parse().expect("a number"))).collect();
    Draft { name: String::new(), turn: Move::Chance(branches), outcome: None }
}

fn tree(list: Vec<Draft>) -> Result<Tree, TreeError> {
    Tree::new("t", vec!["A".into(), "B".into()], list)
}

#[test]
fn contract_payoffs_add_up_along_a_path() {
    let mut toll = choice(0, 1, &["l", "r"]);
    toll.outcome = paid(&[10, -10]);
    let made = tree(vec![chance(&["1/3", "2/3"]), toll, end(&[1, 2]), end(&[3, 4]), end(&[5, 6])]).expect("a tree");
    let ends: Vec<String> = made
        .nodes()
        .iter()
        .filter_map(|n| match &n.kind {
            Kind::End(payoffs) => Some(format!("{payoffs:?}")),
            _ => None,
        })
        .collect();
    assert_eq!(ends, ["[11, -8]", "[13, -6]", "[5, 6]"]);
    assert_eq!((made.nodes()[0].children.clone(), made.nodes()[1].children.clone()), (vec![1, 4], vec![2, 3]));
    assert_eq!(made.nodes()[3].parent, Some((1, 1)));
    assert!(made.is_perfect_information() && made.forgetful().is_empty());
}

#[test]
fn contract_lists_that_are_no_trees_are_refused_with_the_place() {
    let two = |list| tree(list).expect_err("no tree");
    assert_eq!(Tree::new("", vec![], vec![]), Err(TreeError::Players(0)));
    assert_eq!(Tree::new("", vec![String::new(); MAX_PLAYERS + 1], vec![]), Err(TreeError::Players(MAX_PLAYERS + 1)));
    assert_eq!(two(vec![]), TreeError::Unfinished(1));
    assert_eq!(two(vec![choice(0, 1, &["a", "b"]), end(&[0, 0])]), TreeError::Unfinished(1));
    assert_eq!(two(vec![end(&[0, 0]), end(&[0, 0])]), TreeError::Surplus(1));
    assert_eq!(two(vec![choice(0, 1, &[])]), TreeError::NoBranches(0));
    assert_eq!(two(vec![chance(&[])]), TreeError::NoBranches(0));
    assert_eq!(two(vec![chance(&["1/2", "1/3"])]), TreeError::Chances(0, "5/6".parse().expect("a number")));
    assert_eq!(two(vec![chance(&["-1", "2"])]), TreeError::NegativeChance(0, 0));
    assert_eq!(two(vec![choice(2, 1, &["a"])]), TreeError::NoSuchPlayer(0, 2));
    assert_eq!(two(vec![end(&[1])]), TreeError::Payoffs(0, 1, 2));
    let unlike = vec![chance(&["1/2", "1/2"]), choice(0, 7, &["a"]), end(&[0, 0]), choice(0, 7, &["b"]), end(&[0, 0])];
    let fault = two(unlike);
    assert_eq!(fault, TreeError::Actions(3, 7));
    assert_eq!(fault.to_string(), "node 4: other actions than elsewhere in information set 7");
}

/// Equal numbers of two players are two sets; a player who forgets an own move, or meets a set twice, is named.
#[test]
fn contract_lack_of_recall_is_named() {
    let ends = |n: usize| (0..n).map(|_| end(&[0, 0]));
    let mut good = vec![choice(0, 1, &["a", "b"]), choice(1, 1, &["c", "d"])];
    good.extend(ends(2));
    good.push(choice(1, 1, &["c", "d"]));
    good.extend(ends(2));
    let good = tree(good).expect("a tree");
    assert_eq!((good.sets().len(), good.forgetful()), (2, vec![]));
    assert!(!good.is_perfect_information());

    let mut forgot = vec![choice(0, 1, &["a", "b"]), choice(0, 2, &["c", "d"])];
    forgot.extend(ends(2));
    forgot.push(choice(0, 2, &["c", "d"]));
    forgot.extend(ends(2));
    assert_eq!(tree(forgot).expect("a tree").forgetful(), [1]);

    // The absent-minded driver of Piccione & Rubinstein (1997).
    let driver =
        vec![choice(0, 1, &["exit", "on"]), end(&[0, 0]), choice(0, 1, &["exit", "on"]), end(&[4, 0]), end(&[1, 0])];
    assert_eq!(tree(driver).expect("a tree").forgetful(), [0]);
}

/// A chain of decisions as long as the limit is linked without running out of stack.
#[test]
fn contract_long_and_large_trees_are_linked_or_refused() {
    let chain = |moves: usize| {
        let mut list: Vec<Draft> = Vec::new();
        for k in 0..moves {
            list.extend([choice(k % 2, k as u64, &["stop", "go"]), end(&[0, 0])]);
        }
        list.push(end(&[1, 1]));
        tree(list)
    };
    assert_eq!(chain(49_999).expect("a tree").nodes().len(), 99_999);
    assert_eq!(chain(50_000), Err(TreeError::TooManyNodes(100_001)));
}
