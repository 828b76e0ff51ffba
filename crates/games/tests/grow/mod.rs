//! Trees for tests: from hand-written lists, and at random.
#![allow(dead_code)] // each test file uses its part

use std::collections::BTreeMap;

use games::Rational;
use games::extensive::play::Behaviour;
use games::extensive::signalling::{Message, Signalling};
use games::extensive::tree::{Draft, Move, Outcome, Tree};

use crate::random::Luck;

pub fn number(text: &str) -> Rational {
    text.parse().expect("a number")
}

pub fn end(amounts: &[i64]) -> Draft {
    let payoffs = amounts.iter().map(|&a| Rational::from(a)).collect();
    Draft { name: String::new(), turn: Move::End, outcome: Some(Outcome { name: String::new(), payoffs }) }
}

pub fn choice(player: usize, set: u64, actions: &[&str]) -> Draft {
    let actions = actions.iter().map(|a| a.to_string()).collect();
    let turn = Move::Decision { player, set, set_name: String::new(), actions };
    Draft { name: String::new(), turn, outcome: None }
}

pub fn chance(parts: &[&str]) -> Draft {
    let branches = parts.iter().map(|p| (format!("with {p}"), number(p))).collect();
    Draft { name: String::new(), turn: Move::Chance(branches), outcome: None }
}

pub fn tree(players: usize, list: Vec<Draft>) -> Tree {
    Tree::new("", (1..=players).map(|k| k.to_string()).collect(), list).expect("a tree")
}

/// A behaviour as text: "1 0 | 1/3 2/3".
pub fn text(parts: &[Vec<Rational>]) -> String {
    let mix = |mix: &Vec<Rational>| mix.iter().map(Rational::to_string).collect::<Vec<_>>().join(" ");
    parts.iter().map(mix).collect::<Vec<_>>().join(" | ")
}

/// A random two-player tree with perfect recall: a set is told apart by its player's last own step, so nobody
/// forgets; `hidden` of ten nodes share a set where they could. Payoffs from 0 to `bound` − 1.
pub fn grown(luck: &mut Luck, depth: usize, hidden: u64, bound: u64) -> Tree {
    grown_among(2, luck, depth, hidden, bound)
}

/// As [`grown`], with so many players.
pub fn grown_among(players: usize, luck: &mut Luck, depth: usize, hidden: u64, bound: u64) -> Tree {
    let mut sets: BTreeMap<(usize, Experience, i64, i64), u64> = BTreeMap::new();
    let mut list = Vec::new();
    grow(luck, depth, hidden, bound, &vec![None; players], &mut sets, &mut list);
    tree(players, list)
}

type Experience = Option<(u64, usize)>;

fn grow(
    luck: &mut Luck,
    depth: usize,
    hidden: u64,
    bound: u64,
    known: &[Experience],
    sets: &mut BTreeMap<(usize, Experience, i64, i64), u64>,
    list: &mut Vec<Draft>,
) {
    if depth == 0 || (list.len() > 1 && luck.below(6) == 0) {
        list.push(end(&known.iter().map(|_| luck.below(bound)).collect::<Vec<_>>()));
        return;
    }
    if luck.below(6) == 0 {
        list.push(chance(&["1/3", "2/3"]));
        for _ in 0..2 {
            grow(luck, depth - 1, hidden, bound, known, sets, list);
        }
        return;
    }
    let player = luck.below(known.len() as u64) as usize;
    let count = 2 + usize::from(luck.below(4) == 0);
    let apart = if (luck.below(10) as u64) < hidden { -1 } else { list.len() as i64 };
    let next = sets.len() as u64;
    let set = *sets.entry((player, known[player], count as i64, apart)).or_insert(next);
    list.push(choice(player, set, &["a", "b", "c"][..count]));
    for action in 0..count {
        let mut wiser = known.to_vec();
        wiser[player] = Some((set, action));
        grow(luck, depth - 1, hidden, bound, &wiser, sets, list);
    }
}

/// A random signalling game with equal numbers of types, messages and replies as given; payoffs below `bound`.
pub fn signals(luck: &mut Luck, types: usize, messages: usize, replies: usize, bound: u64) -> Signalling {
    let weights: Vec<i64> = (0..types).map(|_| 1 + luck.below(3)).collect();
    let total = weights.iter().sum::<i64>();
    let types = weights.iter().enumerate().map(|(t, w)| (format!("t{t}"), number(&format!("{w}/{total}")))).collect();
    let named = |m: usize| Message { name: format!("m{m}"), replies: (0..replies).map(|r| format!("r{r}")).collect() };
    let mut cell =
        || Some((0..replies).map(|_| [Rational::from(luck.below(bound)), Rational::from(luck.below(bound))]).collect());
    let payoffs = weights.iter().map(|_| (0..messages).map(|_| cell()).collect()).collect();
    Signalling::new("", ["S".into(), "R".into()], types, (0..messages).map(named).collect(), payoffs).expect("a game")
}

/// Every behaviour without mixes.
pub fn pure(tree: &Tree) -> Vec<Behaviour> {
    let mut all: Vec<Behaviour> = vec![Vec::new()];
    for set in tree.sets() {
        let certain = |a: usize| (0..set.actions.len()).map(|k| Rational::from(i64::from(k == a))).collect::<Vec<_>>();
        let longer = |b: &Behaviour, a: usize| b.iter().cloned().chain([certain(a)]).collect::<Behaviour>();
        all = all.iter().flat_map(|b| (0..set.actions.len()).map(move |a| longer(b, a))).collect();
    }
    all
}
