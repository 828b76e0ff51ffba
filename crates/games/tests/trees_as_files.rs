//! Trees as files: read exactly, refused with the place, and the same after a round trip.

mod random;

use games::extensive::tree::{Draft, Kind, Move, Node, Outcome, Tree};
use games::gambit::lexer::Fault;
use games::{Rational, gambit::efg};
use random::Luck;

fn refused(text: &str) -> Fault {
    efg::read(text).expect_err(text).first
}

/// Selten (1975), figure 1, and Myerson (1991), figure 2.1, as Gambit's catalogue has them.
#[test]
fn published_files_of_gambits_catalogue_are_read() {
    let horse = efg::read(include_str!("known/selten1975-1.efg")).expect("read");
    assert!(horse.comment.contains("referred\nto as \"Selten's horse\" owing"), "{}", horse.comment);
    let tree = &horse.game;
    assert_eq!((tree.players().len(), tree.nodes().len(), tree.sets().len()), (3, 9, 3));
    let ends: Vec<String> = ends(tree).iter().map(|p| format!("{p:?}")).collect();
    assert_eq!(ends, ["[1, 1, 1]", "[4, 4, 0]", "[0, 0, 1]", "[3, 2, 2]", "[0, 0, 0]"]);
    assert_eq!(tree.sets()[2].nodes, [3, 6]);
    let poker = efg::read(include_str!("known/myerson1991-2.1.efg")).expect("read").game;
    assert!(matches!(&poker.nodes()[0].kind, Kind::Chance { actions, .. } if *actions == ["Red", "Black"]));
    // Alice does not see the card; "Win" is one outcome in three places.
    assert_eq!((poker.sets().len(), poker.sets()[1].nodes.len(), poker.nodes().len()), (3, 2, 11));
    assert_eq!(ends2(&poker), ["2 -2", "1 -1", "1 -1", "-2 2", "1 -1", "-1 1"]);
}

fn ends<'a>(tree: &'a Tree) -> Vec<&'a Vec<Rational>> {
    let paid = |node: &'a Node| if let Kind::End(payoffs) = &node.kind { Some(payoffs) } else { None };
    tree.nodes().iter().filter_map(paid).collect()
}

fn ends2(tree: &Tree) -> Vec<String> {
    ends(tree).iter().map(|p| format!("{} {}", p[0], p[1])).collect()
}

/// What was said of a set or an outcome need not be said again.
#[test]
fn contract_numbers_stand_for_what_was_said_before() {
    let full = "EFG 2 R \"\" { \"A\" \"B\" } \"\"\nc \"\" 1 \"\" { \"x\" 1/2 \"y\" 0.5 } 0\n\
        p \"\" 1 1 \"s\" { \"l\" \"r\" } 1 \"toll\" { 1, -1 }\nt \"\" 2 \"o\" { 1.5e-3, 1/3 }\nt \"\" 0\n\
        p \"\" 1 1 \"s\" { \"l\" \"r\" } 1 \"toll\" { 1 -1 }\nt \"\" 2 \"o\" { 3/2000 1/3 }\nt \"\" 0\n";
    let short = "EFG 2 D \"\" { \"A\" \"B\" }\nc \"\" 1 \"\" { \"x\" 1/2, \"y\" 0.5 } 0\n\
        p \"\" 1 1 \"s\" { \"l\" \"r\" } 1 \"toll\" { 1, -1 } t \"\" 2 \"o\" { 1.5e-3, 1/3 } t \"\" 0\n\
        p \"\" 1 1 1 t \"\" 2 t \"\" 0";
    let (full, short) = (efg::read(full).expect("read").game, efg::read(short).expect("read").game);
    assert_eq!(full, short);
    assert_eq!(ends2(&full), ["2003/2000 -2/3", "1 -1", "2003/2000 -2/3", "1 -1"]);
}

/// A random tree: chance, decisions in shared sets, outcomes on the way.
fn grow(luck: &mut Luck, depth: usize, list: &mut Vec<Draft>) {
    let odd = ["", "a \"b\"", "c\\", "甲\n乙", "{", "\\\"", " "];
    let name = |luck: &mut Luck| odd[luck.below(odd.len() as u64) as usize].to_string();
    let value =
        |luck: &mut Luck| Rational::new((luck.below(20) - 10).into(), (1 + luck.below(5)).into()).expect("over");
    let outcome = (luck.below(2) == 0).then(|| Outcome { name: name(luck), payoffs: vec![value(luck), value(luck)] });
    let (turn, branches) = match if depth == 0 { 0 } else { luck.below(4) } {
        0 => (Move::End, 0),
        1 => {
            let count = 1 + luck.below(3);
            let share = Rational::new(1.into(), count.into()).expect("positive");
            (Move::Chance((0..count).map(|_| (name(luck), share.clone())).collect()), count)
        }
        _ => {
            // The number of a set tells its actions, so that sets may be shared.
            let (player, set) = (luck.below(2) as usize, luck.below(6) as u64);
            let actions: Vec<String> = (0..1 + set % 3).map(|k| odd[k as usize].to_string()).collect();
            (Move::Decision { player, set, set_name: odd[set as usize].into(), actions }, 1 + (set % 3) as i64)
        }
    };
    list.push(Draft { name: name(luck), turn, outcome });
    (0..branches).for_each(|_| grow(luck, depth - 1, list));
}

#[test]
fn contract_writing_and_reading_gives_the_same_tree() {
    let mut luck = Luck(61);
    let mut nodes = 0;
    for _ in 0..500 {
        let mut list = Vec::new();
        grow(&mut luck, 6, &mut list);
        nodes += list.len();
        let tree = Tree::new("a \"title\"", vec!["A".into(), "\\".into()], list).expect("a tree");
        let read = efg::read(&efg::write(&tree, "said\nof it\\")).expect("read back");
        assert_eq!((read.game, read.comment.as_str()), (tree, "said\nof it\\"));
    }
    assert!(nodes > 3000, "{nodes}");
}

#[test]
fn contract_faults_name_the_place_and_what_would_be_right() {
    let cases = [
        ("NFG 1 R \"\" { \"A\" }", "", (1, 1), "NFG cannot stand here"),
        ("", "", (2, 1), "the file ends here"),
        ("", "x \"\" 0", (2, 1), "x cannot stand here"),
        ("", "t 0", (2, 3), "0 cannot stand here"),
        ("", "t \"\"", (2, 5), "the file ends here"),
        ("", "t \"\" 0 t \"\" 0", (2, 8), "t cannot stand here"),
        ("", "t \"\" 1", (2, 6), "outcome 1 has no payoffs yet"),
        ("", "t \"\" 0 \"\" { 1, 2 }", (2, 6), "outcome 0 stands for none and has no payoffs"),
        ("", "t \"\" 1 \"\" { 1 }", (2, 15), "} cannot stand here"),
        ("", "t \"\" 1 \"\" { 1, 2, 3 }", (2, 19), "3 cannot stand here"),
        ("", "t \"\" 1 \"\" { 1, inf }", (2, 16), "inf is not a finite number"),
        ("", "p \"\" 3 1 \"\" { \"a\" } 0", (2, 6), "3 cannot stand here"),
        ("", "p \"\" 0 1 \"\" { \"a\" } 0", (2, 6), "players are counted from 1"),
        ("", "p \"\" 1 1 0", (2, 10), "the actions of this information set have not been given"),
        ("", "p \"\" 1 1 \"\" { \"a\" } 0\nt \"\" 0 t", (3, 8), "t cannot stand here"),
        ("", "p \"\" 1 1 \"\" { } 0", (2, 1), "no branches, though this is no end"),
        ("", "c \"\" 1 \"\" { \"a\" 1/2 \"b\" 1/3 } 0 t \"\" 0 t \"\" 0", (2, 1), "the probabilities add up to 5/6"),
        (
            "",
            "c \"\" 1 \"\" { \"a\" 2 \"b\" -1 } 0 t \"\" 0 t \"\" 0",
            (2, 1),
            "the probability of branch 2 is negative",
        ),
        ("", "c \"\" 1 \"\" { \"a\" x } 0", (2, 17), "x cannot stand here"),
        (
            "",
            "p \"\" 1 1 \"\" { \"a\" \"b\" } 0\n p \"\" 1 1 \"\" { \"a\" } 0 t \"\" 0 t \"\" 0",
            (3, 2),
            "other actions than elsewhere in this information set",
        ),
        (
            "",
            "p \"\" 1 1 \"\" { \"a\" \"b\" } 0 t \"\" 1 \"\" { 1, 2 }\nt \"\" 1 \"\" { 1, 3 }",
            (3, 6),
            "outcome 1 was different before",
        ),
    ];
    for (head, body, place, wrong) in cases {
        let head = if head.is_empty() { "EFG 2 R \"\" { \"A\" \"B\" }\n" } else { head };
        let fault = refused(&format!("{head}{body}"));
        assert_eq!(((fault.line, fault.column), fault.wrong.en.as_str()), (place, wrong), "{body}\n{fault}");
        assert!(fault.wrong.zh.chars().chain(fault.right.zh.chars()).any(|c| c > '\u{2e80}'), "{body}");
    }
}

/// Places of all faults that are told of a text.
fn places(text: &str) -> Vec<(usize, usize)> {
    let faults = efg::read(text).expect_err(text);
    let (en, zh) = (faults.to_string(), faults.chinese());
    let told: Vec<(usize, usize)> = faults.all().map(|f| (f.line, f.column)).collect();
    assert_eq!(en.matches("right would be").count(), told.len());
    assert_eq!(zh.matches("应为").count(), told.len());
    told
}

/// What is wrong for itself is told at once, in the order in which it stands; what may only follow from it is not.
#[test]
fn contract_independent_faults_are_told_together() {
    let head = "EFG 2 R \"\" { \"A\" \"B\" }\n";
    let body = "c \"\" 1 \"\" { \"l\" 1/2 \"r\" nan } 0\n\
        p \"\" 9 1 \"s\" { \"a\" \"b\" } 0\n\
        t \"\" 1 \"\" { 1/0, inf }\n\
        p \"\" 1 1 0\n\
        t \"\" 2 \"\" { 1 }\n\
        t \"\" 3\n\
        t \"\" 1 \"\" { 1, 2 }\n";
    // Line 5 and line 7 lean on what was passed over; the last is not compared with a payoff that could not be read.
    assert_eq!(places(&format!("{head}{body}")), [(2, 25), (3, 6), (4, 13), (4, 18), (6, 15)]);
    let sums = "c \"\" 1 \"\" { \"l\" 1/2 \"r\" 1/3 } 0\nc \"\" 2 \"\" { \"l\" 2 \"r\" -1 } 0\nt \"\" 0\nt \"\" 0\n\
        c \"\" 1 0\np \"\" 1 1 \"\" { } 0\nt \"\" 0\n";
    assert_eq!(places(&format!("{head}{sums}")), [(2, 1), (3, 1), (7, 1)]);
    // A text that is never closed hides what comes after it; the mark forgotten may stand further up.
    assert_eq!(places(&format!("{head}c \"\" 1 \"\" {{ \"l\" nan }} 0\nt \"open\nt x\n")), [(2, 17)]);
    assert_eq!(places(&format!("{head}t \"\" 1 \"\" {{ 1 \"open")), [(2, 15)]);
    assert_eq!(places(&format!("{head}{}", "t \"\" x\n".repeat(50))).len(), 10);
}

/// Few letters may ask for much memory: an outcome or a long name repeated by number, or fractions whose sums grow.
#[test]
fn contract_small_files_that_ask_for_much_are_refused() {
    let many = |players: usize, repeated: usize| {
        let head = format!("EFG 2 R \"\" {{ {} }}\n", "\"p\" ".repeat(players));
        let payoffs = "1 ".repeat(players);
        let first = format!("p \"\" 1 1 \"\" {{ \"a\" \"b\" }} 1 \"\" {{ {payoffs} }} t \"\" 1\n");
        head + &first + &"p \"\" 1 1 1 t \"\" 1\n".repeat(repeated)
    };
    assert!(refused(&many(32, 10_000)).wrong.en.contains("too large"));
    assert!(refused(&many(1, 60_000)).wrong.en.contains("too large"));
    let long = "x".repeat(100_000);
    let names =
        format!("EFG 2 R \"\" {{ \"A\" }} p \"\" 1 1 \"\" {{ \"{long}\" }} 0\n{}", "p \"\" 1 1 0\n".repeat(1000));
    assert!(refused(&names).wrong.en.contains("too large"));
    let prime = |k: usize| format!("1/{}", "9".repeat(300) + &k.to_string());
    let chances: String = (0..2000).map(|k| format!("\"\" {} ", prime(k))).collect();
    let fault = refused(&format!("EFG 2 R \"\" {{ \"A\" }} c \"\" 1 \"\" {{ {chances} }} 0"));
    assert!(fault.wrong.en.contains("common denominator"), "{fault}");
    let chain: String =
        (1..2000).map(|k| format!("p \"\" 1 {k} \"\" {{ \"a\" }} {k} \"\" {{ {} }}\n", prime(k))).collect();
    let fault = refused(&format!("EFG 2 R \"\" {{ \"A\" }}\n{chain} t \"\" 0"));
    assert!(fault.wrong.en.contains("common denominator"), "{fault}");
}

/// A fault that only follows from one before it is not told: a forgotten quotation mark turns the rest inside out, and
/// an action without marks that is called like a kind of node is no node.
#[test]
fn contract_faults_that_follow_from_others_are_not_told() {
    let places = |text: &str| {
        let faults = efg::read(text).expect_err(text);
        faults.all().map(|fault| (fault.line, fault.column)).collect::<Vec<_>>()
    };
    let rest =
        "t \"\" 1 \"\" { 1 2 }\np \"\" 2 1 \"\" { \"t\" \"c\" } 0\nt \"\" 2 \"\" { 1, 1 }\nt \"\" 3 \"\" { 0, 3 }\n";
    let with = |line: &str| format!("EFG 2 R \"t\" {{ \"A\" \"B\" }}\n{line}\n{rest}");
    assert_eq!(places(&with("p \"first 1 1 \"s\" { \"in\" \"out\" } 0")), [(2, 15)]);
    assert_eq!(places(&with("p \"\" 1 1 \"s\" { t \"c\" \"out\" } 0")), [(2, 16)]);
    assert_eq!(places(&with("p \"\" 1 1 \"s\" { t \"c\" } 0")), [(2, 16)]);
    assert_eq!(places(&with("p \"\" 1 x \"s\" { \"a\" \"b\" } 0").replace("0, 3", "0, y")), [(2, 8), (6, 16)]);
    let nature = "c \"\" 1 \"\" { \"a\" x } 0\nc \"\" 7 \"\" { a } 0\nc \"\" 7 0\n";
    assert_eq!(places(&with(nature)), [(2, 17), (3, 13)]);
    let tenth = "t \"\" x\n".repeat(20);
    assert_eq!(places(&with(&tenth)).len(), 10);
    assert_eq!(places(&with(&format!("{tenth}t \""))), [(2, 6)]);
    assert_eq!(places(&with("t \"")).len(), 1);
}
