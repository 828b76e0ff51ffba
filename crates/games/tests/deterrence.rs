//! Named trees of deterrence and crisis: closed forms against the solver's sequential equilibria.

mod ask;
mod random;

use std::cmp::Ordering;

use ask::*;
use games::Rational;
use games::extensive::sequential::{Notion, solve};
use games::extensive::tree::Kind;
use games::named::{Analysis, Game, Value};
use random::Luck;

/// The only sequential equilibrium: the mix at each set by its name.
fn only(analysis: &Analysis) -> impl Fn(&str) -> Vec<Rational> {
    let Some(Game::Tree(tree)) = &analysis.game else { panic!("no tree") };
    let answer = solve(tree, Notion::Sequential).expect("solved");
    assert!(answer.coverage.is_complete(), "complete");
    assert_eq!(answer.equilibria.len(), 1, "one equilibrium");
    let names: Vec<String> = tree.sets().iter().map(|s| s.name.clone()).collect();
    let behaviour = answer.equilibria[0].assessment.behaviour.clone();
    move |name: &str| behaviour[names.iter().position(|n| n == name).expect("a set")].clone()
}

/// Kreps & Wilson 1982 with a = 2 and b = 1/2: one chance in ten does not deter the first of two (1/10 < b²); the
/// weak defender fights it with probability 1/9, and after a fight the second stays out with probability 1/a.
#[test]
fn published_reputation_by_kreps_and_wilson() {
    let found = ask("reputation", &[]);
    assert!(!truth(&found, "first_deterred"));
    for (id, wanted) in [("doubt", over(1, 2)), ("bluff", over(1, 9)), ("met", over(1, 5)), ("again", over(1, 2))] {
        assert_eq!(exact(&found, id), wanted, "{id}");
    }
    assert_eq!(exact(&found, "needed"), over(4, 1), "1/16 < 1/10 ≤ 1/8");
    let plays = only(&found);
    assert_eq!(plays("unknowing"), [over(0, 1), over(1, 1)]);
    assert_eq!(plays("first"), [over(1, 9), over(8, 9)]);
    assert_eq!(plays("after a fight"), [over(1, 2), over(1, 2)]);
    assert_eq!(plays("after giving way"), [over(0, 1), over(1, 1)]);
}

/// Off ties the only sequential equilibrium is the closed form's.
#[test]
fn theorem_reputation_agrees_with_the_solver() {
    let mut luck = Luck(41);
    let mut seen = [0; 3];
    for _ in 0..120 {
        let chance = over(1 + luck.below(98), 99);
        let cost = 1 + luck.below(20);
        let sets = [
            ("steadfast", chance.clone()),
            ("prize", over(1 + luck.below(20), 3)),
            ("war", over(1 + luck.below(20), 7)),
            ("cost", over(cost, 2)),
            ("stake", over(cost + 1 + luck.below(20), 2)),
        ];
        let found = ask_at("reputation", &sets);
        let doubt = exact(&found, "doubt");
        if chance == doubt || chance == &doubt * &doubt {
            continue;
        }
        let plays = only(&found);
        let deterred = truth(&found, "first_deterred");
        assert_eq!(plays("unknowing")[0], over(i64::from(deterred), 1), "{sets:?}");
        assert_eq!(plays("after quiet")[0], over(i64::from(chance > doubt), 1), "{sets:?}");
        assert_eq!(plays("first")[0], exact(&found, "bluff"), "{sets:?}");
        assert_eq!(plays("after a fight")[1], exact(&found, "again"), "{sets:?}");
        let met = &chance + &(&(&Rational::one() - &chance) * &plays("first")[0]);
        assert_eq!(met, exact(&found, "met"), "{sets:?}");
        seen[usize::from(deterred) + usize::from(chance > doubt)] += 1;
    }
    assert!(seen.iter().all(|&count| count > 5), "every regime: {seen:?}");
}

/// Where a challenger expects the same either way there are equilibria of both kinds, and no finding picks one.
#[test]
fn theorem_reputation_at_ties_is_left_open() {
    let at = |steadfast: Rational| ask_at("reputation", &[("steadfast", steadfast)]);
    let parts = |found: &Analysis, name: &str, action: usize| {
        let Some(Game::Tree(tree)) = &found.game else { panic!("no tree") };
        let place = tree.sets().iter().position(|set| set.name == name).expect("a set");
        let answer = solve(tree, Notion::Sequential).expect("solved");
        assert!(answer.coverage.is_complete());
        let all = answer.equilibria.into_iter().map(|e| e.assessment.behaviour[place][action].clone());
        let all: std::collections::BTreeSet<Rational> = all.collect();
        (all.first().expect("some").clone(), all.last().expect("some").clone())
    };
    let said = |found: &Analysis, id: &str| found.findings.iter().find(|f| f.id == id).expect(id).value.clone();
    let first = at(over(1, 4));
    assert_eq!(parts(&first, "unknowing", 0), (over(0, 1), over(1, 1)));
    assert!(matches!(said(&first, "first_deterred"), Value::Said(_)));
    assert_eq!(exact(&first, "again"), over(1, 2));
    let second = at(over(1, 2));
    assert_eq!(parts(&second, "after a fight", 1), (over(0, 1), over(1, 2)));
    assert!(absent(&second, "again") && truth(&second, "first_deterred"));
    assert_eq!(exact(&second, "bluff"), over(1, 1));
}

/// The longer the row of challengers, the smaller the doubt that deters: bⁿ < p first holds at `needed`.
#[test]
fn theorem_reputation_counts_challengers() {
    let mut luck = Luck(42);
    for _ in 0..200 {
        let (chance, b) = (over(1 + luck.below(998), 1000), over(1 + luck.below(9), 10));
        let war = &Rational::one() - &b;
        let found = ask_at("reputation", &[("steadfast", chance.clone()), ("prize", b.clone()), ("war", war)]);
        let power = |n: i64| (0..n).fold(Rational::one(), |power, _| &power * &b);
        if absent(&found, "needed") {
            assert!(power(40) >= chance);
            continue;
        }
        let Ok(count) = exact(&found, "needed").to_string().parse() else { panic!("a whole number") };
        assert!(power(count) < chance && power(count - 1) >= chance, "{count} at {b}, {chance}");
    }
}

/// A asks boldly up to the threshold, and war comes exactly from the resolute whom it asks boldly.
#[test]
fn theorem_crisis_bargaining_agrees_with_the_solver() {
    let mut luck = Luck(43);
    let mut seen = [0; 3];
    for round in 0..150 {
        let win = over(20 + luck.below(40), 100);
        let (cost, firm) = (over(1 + luck.below(20), 100), over(1 + luck.below(15), 100));
        let soft = &firm + &over(5 + luck.below(15), 100);
        let between =
            |luck: &mut Luck, low: &Rational, high: &Rational| low + &(&over(1 + luck.below(98), 100) * &(high - low));
        let modest = between(&mut luck, &(&win - &cost), &(&win + &firm));
        let bold = between(&mut luck, &(&win + &firm), &(&win + &soft));
        let wanted = (&bold - &modest).over(&(&bold - &(&win - &cost))).expect("bold pays");
        let resolute = if round % 10 == 0 { wanted.clone() } else { over(1 + luck.below(99), 100) };
        let sets = [
            ("win", win),
            ("cost", cost),
            ("cost_resolute", firm),
            ("cost_irresolute", soft),
            ("modest", modest),
            ("bold", bold),
            ("resolute", resolute.clone()),
        ];
        let found = ask_at("crisis-bargaining", &sets);
        assert_eq!(exact(&found, "threshold"), wanted);
        let [win, cost, firm] = [0, 1, 2].map(|k| sets[k].1.clone());
        let [modest, bold] = [4, 5].map(|k| sets[k].1.clone());
        let peaceful = &(&Rational::one() - &resolute) * &bold;
        let risky = &peaceful + &(&resolute * &(&win - &cost));
        assert_eq!(exact(&found, "risky_payoff"), risky, "{sets:?}");
        assert_eq!(exact(&found, "wasted"), &cost + &firm);
        let order = resolute.cmp(&wanted);
        assert_eq!(modest.cmp(&risky), order, "the bold demand pays more up to the threshold");
        seen[(order as i8 + 1) as usize] += 1;
        if order == Ordering::Equal {
            assert!(absent(&found, "war"), "either may be asked");
            continue;
        }
        let plays = only(&found);
        assert_eq!(plays("unknowing")[1], over(i64::from(order == Ordering::Less), 1), "{sets:?}");
        assert_eq!(plays("resolute asked boldly"), [over(0, 1), over(1, 1)], "the resolute fight");
        assert_eq!(plays("irresolute asked boldly"), [over(1, 1), over(0, 1)], "the others grant");
        let war = if order == Ordering::Less { resolute } else { Rational::zero() };
        assert_eq!(exact(&found, "war"), war, "{sets:?}");
    }
    assert!(seen.iter().all(|&count| count > 5), "{seen:?}");
}

/// A demand at which somebody is indifferent between granting and war is neither modest nor bold.
#[test]
fn contract_demands_lie_strictly_between() {
    for (id, at) in [("modest", "0.4"), ("modest", "0.6"), ("bold", "0.6"), ("bold", "0.9")] {
        let named = games::named::find("crisis-bargaining").expect("it is listed");
        let values = named.set(&named.defaults().expect("defaults"), id, at).expect("in range");
        assert!((named.analyse)(&values).is_err(), "{id} = {at}");
    }
}

/// Every fight costs a challenger the war and every surrender pays it the prize, whoever has the other round.
#[test]
fn contract_rounds_of_reputation_pay_alike() {
    let Some(Game::Tree(tree)) = ask("reputation", &[("prize", "3"), ("war", "5")]).game else { panic!("no tree") };
    let met = |node: usize, player: usize| {
        let steps = games::extensive::play::path(&tree, node);
        let action = |(at, branch): (usize, usize)| match tree.nodes()[at].kind {
            Kind::Decision(set) => Some((tree.sets()[set].player, tree.sets()[set].actions[branch].clone())),
            _ => None,
        };
        let did: Vec<(usize, String)> = steps.iter().copied().filter_map(action).collect();
        let challenge = did.iter().position(|d| *d == (player, "challenge".to_owned()))?;
        let answer = did.get(challenge + 1).filter(|d| d.0 == 0);
        Some(answer.is_none_or(|d| d.1 == "fight"))
    };
    let mut ends = 0;
    for (k, node) in tree.nodes().iter().enumerate() {
        let Kind::End(payoffs) = &node.kind else { continue };
        for player in [1, 2] {
            let wanted = match met(k, player) {
                None => 0,
                Some(true) => -5,
                Some(false) => 3,
            };
            assert_eq!(payoffs[player], over(wanted, 1), "node {k}, player {player}");
        }
        ends += 1;
    }
    assert_eq!(ends, 13);
}
