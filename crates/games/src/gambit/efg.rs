//! Gambit's files of games in extensive form: `.efg`.
//!
//! After the head and a comment, if any, come the nodes in preorder, one after another: `c` for chance, `p` for a
//! player's decision, `t` for an end (Gambit 16 manual, "The extensive game (.efg) file format"). What has been said of
//! an information set or an outcome need not be said again: its number is enough.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::One;

use crate::extensive::tree::{Draft, Kind, MAX_NODES, MAX_PLAYERS, Move, Outcome, Tree, TreeError};
use crate::gambit::lexer::{Fault, Faults, Lexer, Read, Token, head, quote, quote_all};
use crate::gambit::nfg::amounts;
use crate::number::Rational;
use crate::said::say;

/// Most payoffs a file may ask for: nodes times players. An outcome is named in a few letters but holds one payoff
/// per player wherever it stands.
pub const MAX_AMOUNTS: usize = 200_000;

/// Most bytes of names that stand once in the file and often in the tree.
pub const MAX_COPIED: usize = 1 << 25;

/// Most bits of a common denominator, of the payoffs or of the chances of one node: sums of fractions without one
/// grow without end.
pub const MAX_COMMON: u64 = 8192;

/// Most branches of one node.
pub const MAX_BRANCHES: usize = 10_000;

/// What is known so far of sets and outcomes, by number.
struct Known {
    /// Name and actions of the sets of each player.
    sets: BTreeMap<(usize, u64), (String, Vec<String>)>,
    /// Name and branches of chance nodes.
    chances: BTreeMap<u64, Vec<(String, Rational)>>,
    outcomes: BTreeMap<u64, Outcome>,
    /// Bytes of names repeated by number.
    copied: usize,
    /// The least common denominator of all payoffs.
    common: BigInt,
}

/// What names take in memory.
fn bytes<'a>(names: impl Iterator<Item = &'a String>) -> usize {
    names.map(|name| name.len() + std::mem::size_of::<String>()).sum()
}

/// Enlarges a common denominator; errors where it becomes too long.
fn enlarge(lexer: &Lexer<'_>, common: &mut BigInt, value: &Rational) -> Result<(), Fault> {
    if common.is_multiple_of(value.denominator()) {
        return Ok(());
    }
    let larger = common.lcm(value.denominator());
    if larger.bits() <= MAX_COMMON {
        *common = larger;
        return Ok(());
    }
    let wrong = say("fractions without a common denominator of reasonable length", "分数的公分母过长");
    Err(lexer.fault(wrong, say("numbers with few decimals, or like fractions", "位数较少的小数，或分母相近的分数")))
}

/// Reads a tree. Numbers are exact: 0.1 is one tenth.
///
/// # Errors
/// All faults that do not follow from one another, with their places.
pub fn read(text: &str) -> Result<Read<Tree>, Faults> {
    let mut lexer = Lexer::new(text)?;
    let tree = whole(&mut lexer);
    lexer.told(tree)
}

fn whole(lexer: &mut Lexer<'_>) -> Result<Read<Tree>, Fault> {
    let (title, players) = head(lexer, "EFG", 2, MAX_PLAYERS)?;
    let comment = lexer.text_if_any()?.unwrap_or_default();
    let mut known = Known {
        sets: BTreeMap::new(),
        chances: BTreeMap::new(),
        outcomes: BTreeMap::new(),
        copied: 0,
        common: BigInt::one(),
    };
    let (mut list, mut places) = (Vec::new(), Vec::new());
    let mut open = 1usize;
    while *lexer.token() != Token::End {
        let place = lexer.start();
        if list.len() >= MAX_NODES || list.len() * players.len() > MAX_AMOUNTS || known.copied > MAX_COPIED {
            let limit = MAX_NODES.min(MAX_AMOUNTS / players.len());
            return Err(lexer.fault(
                say("the tree is too large", "博弈树过大"),
                say(format!("at most {limit} nodes here"), format!("此处至多 {limit} 个节点")),
            ));
        }
        if open == 0 && !lexer.is_broken() {
            let right = say("the end of the file: every branch has its node", "文件结束：每个分支均已有节点");
            return Err(lexer.instead(right));
        }
        match node(lexer, players.len(), &mut known) {
            Ok(draft) => {
                open = (open + draft.turn.branches()).saturating_sub(1);
                places.push(place);
                list.push(draft);
            }
            Err(fault) => {
                lexer.note(fault)?;
                next_node(lexer, place)?;
            }
        }
    }
    lexer.stop()?;
    if open > 0 {
        return Err(lexer.instead(say(
            format!("a node (c, p or t): {open} branches lead nowhere yet"),
            format!("一个节点（c、p 或 t）：还有 {open} 个分支没有去处"),
        )));
    }
    let mut wrong: Vec<&Move> = Vec::new();
    for (draft, place) in list.iter().zip(&places) {
        // What is repeated by its number is wrong once.
        if let Some(error) = alone(draft).filter(|_| !wrong.contains(&&draft.turn)) {
            wrong.push(&draft.turn);
            lexer.note(unfit(lexer, &[*place], &error))?;
        }
    }
    lexer.stop()?;
    let game = Tree::new(title, players, list).map_err(|error| unfit(lexer, &places, &error))?;
    Ok(Read { game, comment })
}

/// Passes over a broken node that began at `place`, to what looks like the next one: a letter of a node, a text, a number.
fn next_node(lexer: &mut Lexer<'_>, place: usize) -> Result<(), Fault> {
    if lexer.start() == place {
        lexer.advance()?;
    }
    loop {
        match lexer.token() {
            Token::End => return Ok(()),
            Token::Word("c" | "p" | "t") if lexer.is_before_text_and_word() => return Ok(()),
            _ => lexer.advance().map(|_| ())?,
        }
    }
}

/// What is wrong with a node whatever the others are, as if it were the first: so that all such nodes are told.
fn alone(draft: &Draft) -> Option<TreeError> {
    match &draft.turn {
        Move::Chance(branches) => {
            let sum: Rational = branches.iter().map(|(_, chance)| chance.clone()).sum();
            match branches.iter().position(|(_, chance)| chance.is_negative()) {
                _ if branches.is_empty() => Some(TreeError::NoBranches(0)),
                Some(branch) => Some(TreeError::NegativeChance(0, branch)),
                None if sum != Rational::one() => Some(TreeError::Chances(0, sum)),
                None => None,
            }
        }
        Move::Decision { actions, .. } if actions.is_empty() => Some(TreeError::NoBranches(0)),
        _ => None,
    }
}

impl Move {
    /// How many branches it has.
    fn branches(&self) -> usize {
        match self {
            Move::Chance(branches) => branches.len(),
            Move::Decision { actions, .. } => actions.len(),
            Move::End => 0,
        }
    }
}

/// A fault that only the whole tree shows, at its node.
fn unfit(lexer: &Lexer<'_>, places: &[usize], error: &TreeError) -> Fault {
    let (node, right) = match error {
        TreeError::Chances(node, _) => (*node, say("probabilities that add up to 1", "总和为 1 的概率")),
        TreeError::NegativeChance(node, _) => (*node, say("probabilities from 0 to 1", "0 至 1 的概率")),
        TreeError::Actions(node, set) => (
            *node,
            say(
                format!("the actions of information set {set} as they were first given"),
                format!("与信息集 {set} 首次给出时相同的行动"),
            ),
        ),
        TreeError::NoBranches(node) => (*node, say("at least one branch", "至少一个分支")),
        TreeError::Surplus(node) | TreeError::NoSuchPlayer(node, _) | TreeError::Payoffs(node, ..) => {
            (*node, say("a node that fits the tree", "与博弈树相符的节点"))
        }
        _ => (0, say("a tree within these limits", "在上述限度内的博弈树")),
    };
    let wrong = match error {
        TreeError::Chances(_, sum) => {
            say(format!("the probabilities add up to {}", clipped(sum)), format!("概率总和为 {}", clipped(sum)))
        }
        TreeError::NegativeChance(_, branch) => say(
            format!("the probability of branch {} is negative", branch + 1),
            format!("第 {} 个分支的概率为负", branch + 1),
        ),
        TreeError::Actions(..) => {
            say("other actions than elsewhere in this information set", "行动与同一信息集中其他节点不同")
        }
        TreeError::NoBranches(_) => say("no branches, though this is no end", "没有分支，却不是终点"),
        other => say(other.to_string(), "与博弈树不符"),
    };
    lexer.fault_at(places.get(node).copied().unwrap_or(0), wrong, right)
}

/// A number short enough for a message.
fn clipped(value: &Rational) -> String {
    let text = value.to_string();
    if text.len() > 40 { format!("about {}", value.to_f64()) } else { text }
}

fn node(lexer: &mut Lexer<'_>, players: usize, known: &mut Known) -> Result<Draft, Fault> {
    let kinds = || say("a node: c (chance), p (a player) or t (an end)", "节点：c（自然）、p（参与者）或 t（终点）");
    let kind = match lexer.token() {
        Token::Word(kind @ ("c" | "p" | "t")) => *kind,
        _ => return Err(lexer.instead(kinds())),
    };
    lexer.advance()?;
    let name = lexer.text(say("the node's name in quotation marks; it may be empty", "引号中的节点名称，可为空"))?;
    let turn = match kind {
        "c" => chance(lexer, known)?,
        "p" => decision(lexer, players, known)?,
        _ => Move::End,
    };
    let outcome = outcome(lexer, players, known)?;
    Ok(Draft { name, turn, outcome })
}

fn set_number(lexer: &mut Lexer<'_>) -> Result<u64, Fault> {
    lexer.whole(u64::MAX, say("the number of the information set", "信息集编号"))
}

/// The fault of a number whose actions were never given.
fn unknown_set(lexer: &Lexer<'_>) -> Fault {
    lexer.fault(
        say("the actions of this information set have not been given", "此信息集的行动尚未给出"),
        say("the actions in braces, after the set's name", "在信息集名称之后以花括号给出行动"),
    )
}

fn chance(lexer: &mut Lexer<'_>, known: &mut Known) -> Result<Move, Fault> {
    let number = set_number(lexer)?;
    lexer.text_if_any()?;
    if *lexer.token() != Token::Open {
        let branches = match known.chances.get(&number) {
            None if lexer.is_broken() => Vec::new(), // where it was given may be what was passed over
            branches => branches.cloned().ok_or_else(|| unknown_set(lexer))?,
        };
        known.copied += bytes(branches.iter().map(|b| &b.0));
        return Ok(Move::Chance(branches));
    }
    lexer.advance()?;
    let right = || say("a branch and its probability: \"left\" 1/2", "分支及其概率：\"left\" 1/2");
    let (mut branches, mut common) = (Vec::new(), BigInt::one());
    while *lexer.token() != Token::Close {
        room(lexer, branches.len())?;
        let name = lexer.text(right())?;
        let chance = lexer.number_or_note(right())?;
        enlarge(lexer, &mut common, &chance)?;
        branches.push((name, chance));
        lexer.pass_comma()?;
    }
    lexer.advance()?;
    known.chances.insert(number, branches.clone());
    Ok(Move::Chance(branches))
}

fn decision(lexer: &mut Lexer<'_>, players: usize, known: &mut Known) -> Result<Move, Fault> {
    let right = || say(format!("the number of a player, 1 to {players}"), format!("参与者编号，1 至 {players}"));
    let at = lexer.start();
    let player = lexer.whole(players as u64, right())?;
    let Some(player) = (player as usize).checked_sub(1) else {
        return Err(lexer.fault_at(at, say("players are counted from 1", "参与者从 1 开始编号"), right()));
    };
    let set = set_number(lexer)?;
    let name = lexer.text_if_any()?;
    let earlier = known.sets.get(&(player, set));
    let (set_name, actions) = if *lexer.token() == Token::Open {
        let actions = lexer.texts(
            MAX_BRANCHES,
            say("actions in quotation marks: { \"left\" \"right\" }", "引号中的行动：{ \"left\" \"right\" }"),
        )?;
        (name.unwrap_or_else(|| earlier.map(|e| e.0.clone()).unwrap_or_default()), actions)
    } else {
        let (set_name, actions) = match earlier {
            None if lexer.is_broken() => Default::default(),
            earlier => earlier.cloned().ok_or_else(|| unknown_set(lexer))?,
        };
        known.copied += bytes(actions.iter().chain([&set_name]));
        (name.unwrap_or(set_name), actions)
    };
    known.sets.entry((player, set)).or_insert_with(|| (set_name.clone(), actions.clone()));
    Ok(Move::Decision { player, set, set_name, actions })
}

fn room(lexer: &Lexer<'_>, branches: usize) -> Result<(), Fault> {
    if branches < MAX_BRANCHES {
        return Ok(());
    }
    let right = say(format!("at most {MAX_BRANCHES} branches"), format!("至多 {MAX_BRANCHES} 个分支"));
    Err(lexer.fault(say("too many branches", "分支过多"), right))
}

/// The outcome at a node: 0 for none, else its number, with name and payoffs the first time.
fn outcome(lexer: &mut Lexer<'_>, players: usize, known: &mut Known) -> Result<Option<Outcome>, Fault> {
    let right = || say("the number of the outcome, 0 for none", "结果编号，0 表示无");
    let at = lexer.start();
    let number = lexer.whole(u64::MAX, right())?;
    let name = lexer.text_if_any()?;
    if *lexer.token() != Token::Open {
        return match (number, known.outcomes.get(&number)) {
            (0, _) => Ok(None),
            (_, Some(outcome)) => {
                known.copied += bytes([&outcome.name].into_iter());
                Ok(Some(outcome.clone()))
            }
            _ if lexer.is_broken() => Ok(None),
            _ => Err(lexer.fault_at(
                at,
                say(format!("outcome {number} has no payoffs yet"), format!("结果 {number} 尚无收益")),
                say("its name and payoffs: 1 \"name\" { 1, 2 }", "其名称与收益：1 \"名称\" { 1, 2 }"),
            )),
        };
    }
    lexer.advance()?;
    let outcome = Outcome { name: name.unwrap_or_default(), payoffs: amounts(lexer, players)? };
    if number == 0 {
        let wrong = say("outcome 0 stands for none and has no payoffs", "结果 0 表示无，不能有收益");
        return Err(lexer.fault_at(at, wrong, say("a number from 1", "从 1 开始的编号")));
    }
    for payoff in &outcome.payoffs {
        enlarge(lexer, &mut known.common, payoff)?;
    }
    let first: &Outcome = known.outcomes.entry(number).or_insert_with(|| outcome.clone());
    if *first != outcome && !lexer.is_broken() {
        let wrong = say(format!("outcome {number} was different before"), format!("结果 {number} 与此前不同"));
        return Err(lexer.fault_at(
            at,
            wrong,
            say("the same name and payoffs, or another number", "相同的名称与收益，或另一个编号"),
        ));
    }
    Ok(Some(outcome))
}

/// The tree as a file; [`read`] gives the same tree back.
pub fn write(tree: &Tree, comment: &str) -> String {
    let mut out = format!("EFG 2 R {} {}\n{}\n\n", quote(tree.title()), quote_all(tree.players()), quote(comment));
    let mut numbers: BTreeMap<(String, Vec<Rational>), usize> = BTreeMap::new();
    let mut chances = 0;
    for node in tree.nodes() {
        let turn = match &node.kind {
            Kind::End(_) => format!("t {}", quote(&node.name)),
            Kind::Chance { actions, chances: likely } => {
                chances += 1;
                let branches: Vec<String> =
                    actions.iter().zip(likely).map(|(name, p)| format!("{} {p}", quote(name))).collect();
                format!("c {} {chances} \"\" {{ {} }}", quote(&node.name), branches.join(" "))
            }
            Kind::Decision(set) => {
                let Some(set) = tree.sets().get(*set) else { continue };
                let (player, number) = (set.player + 1, set.number);
                format!("p {} {player} {number} {} {}", quote(&node.name), quote(&set.name), quote_all(&set.actions))
            }
        };
        out.push_str(&turn);
        match &node.outcome {
            None => out.push_str(" 0\n"),
            Some(outcome) => {
                let next = numbers.len() + 1;
                let number = *numbers.entry((outcome.name.clone(), outcome.payoffs.clone())).or_insert(next);
                let pays: Vec<String> = outcome.payoffs.iter().map(Rational::to_string).collect();
                out.push_str(&format!(" {number} {} {{ {} }}\n", quote(&outcome.name), pays.join(", ")));
            }
        }
    }
    out
}
