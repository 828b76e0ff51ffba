//! Named games of what is provided in common: printed figures, and the same answers found another way.

mod ask;
mod random;

use ask::*;
use games::named::{Analysis, Game, Value};
use games::normal::NormalForm;
use games::several::{Coverage, solve as solve_all};
use games::{Rational, two::pure};
use random::Luck;
use theory::closed_form::agreement;
use theory::real::ln;

const TIMES: usize = 200;

/// A fraction strictly between 0 and 1.
fn chance(luck: &mut Luck) -> Rational {
    over(1 + luck.below(98), 99)
}

/// Hundredths from 1 to `bound`.
fn hundredths(luck: &mut Luck, bound: u64) -> Rational {
    over(1 + luck.below(bound), 100)
}

/// V21.
#[test]
fn published_burdens() {
    for (wealth, provided, given) in [
        (["10", "10", "10"], 7.5, [2.5, 2.5, 2.5]),
        (["12", "9", "9"], 7.5, [4.5, 1.5, 1.5]),
        (["14", "8", "8"], 7.5, [6.5, 0.5, 0.5]),
        (["10", "5", "4"], 5.0, [5.0, 0.0, 0.0]),
    ] {
        let [one, two, three] = wealth;
        let found = ask("burden-sharing", &[("wealth_one", one), ("wealth_two", two), ("wealth_three", three)]);
        assert_eq!(number(&found, "provided"), provided, "{wealth:?}");
        assert_eq!(["gives_one", "gives_two", "gives_three"].map(|id| number(&found, id)), given, "{wealth:?}");
    }
}

/// V21: each in turn gives what is best for it until nothing moves.
#[test]
fn cross_burdens_agree_with_best_replies() {
    let (mut luck, mut counts) = (Luck(21), [0; 4]);
    for _ in 0..TIMES {
        let mut wealth = || over(luck.below(2000), 100);
        let wealth = [wealth(), wealth(), &wealth() + &over(1, 100)];
        let sets = [
            ("wealth_one", wealth[0].clone()),
            ("wealth_two", wealth[1].clone()),
            ("wealth_three", wealth[2].clone()),
            ("weight", chance(&mut luck)),
        ];
        let found = ask_at("burden-sharing", &sets);
        let [w, beta] = [wealth.map(|w| w.to_f64()), [sets[3].1.to_f64(); 3]];
        let mut given = [0.0; 3];
        for _ in 0..20_000 {
            for i in 0..3 {
                let others: f64 = (0..3).filter(|j| *j != i).map(|j| given[j]).sum();
                given[i] = (beta[i] * w[i] - (1.0 - beta[i]) * others).max(0.0);
            }
        }
        for (id, wanted) in ["gives_one", "gives_two", "gives_three"].into_iter().zip(given) {
            near(number(&found, id), wanted, 1e-6);
        }
        near(number(&found, "provided"), given.iter().sum(), 1e-6);
        counts[number(&found, "contributors") as usize] += 1;
    }
    assert!(counts[1..].iter().all(|&count| count > 0), "{counts:?}");
}

/// V68.
#[test]
fn published_agreements_are_small() {
    for (countries, part) in [("5", 0.44), ("10", 0.16), ("50", 0.0224), ("195", 0.0053)] {
        let found = ask("self-enforcing-agreements", &[("countries", countries)]);
        assert_eq!(number(&found, "stable"), 3.0);
        near(number(&found, "part"), part, 5e-5);
    }
    for (benefit, cost, members) in [("1", "2.5", 3.0), ("1", "4.2", 5.0), ("0.5", "3.1", 7.0)] {
        assert_eq!(
            number(&ask("self-enforcing-agreements", &[("benefit", benefit), ("cost", cost)]), "binary"),
            members
        );
    }
}

/// V68: every coalition of up to eight countries chooses what is best for it, and every member thinks of leaving.
#[test]
fn cross_agreements_agree_with_every_coalition() {
    let mut luck = Luck(68);
    for _ in 0..12 {
        let n = 3 + luck.below(6);
        let benefit = hundredths(&mut luck, 200);
        // Every other time the cost is a whole number of benefits, where rounding up could go wrong.
        let whole = &benefit * &Rational::from(2 + luck.below(4));
        let cost = if luck.below(2) == 0 { whole } else { &benefit + &hundredths(&mut luck, 600) };
        let sets = [("countries", Rational::from(n)), ("benefit", benefit.clone()), ("cost", cost.clone())];
        let found = ask_at("self-enforcing-agreements", &sets);
        let (b, c) = (benefit.to_f64(), cost.to_f64());
        // Own effort of one that counts k countries' benefit: searched, not derived.
        let effort = |k: f64| {
            (0..200_000)
                .map(|s| 12.0 * b / c * f64::from(s) / 200_000.0)
                .max_by(|x, y| (k * b * x - c * x * x / 2.0).total_cmp(&(k * b * y - c * y * y / 2.0)))
                .expect("an effort")
        };
        let efforts: Vec<f64> = (0..=n).map(|k| effort(k.max(1) as f64)).collect();
        let gradual = |set: u32, i: i64| {
            let k = set.count_ones() as usize;
            let own = |j: i64| if set >> j & 1 == 1 { efforts[k] } else { efforts[1] };
            b * (0..n).map(own).sum::<f64>() - c * own(i) * own(i) / 2.0
        };
        let binary = |set: u32, i: i64| {
            let k = f64::from(set.count_ones());
            let acts = k * b >= c - 1e-12;
            if acts { k * b - if set >> i & 1 == 1 { c } else { 0.0 } } else { 0.0 }
        };
        let largest = |payoff: &dyn Fn(u32, i64) -> f64| {
            let stable = |set: &u32| (0..n).all(|i| payoff(set ^ (1 << i), i) <= payoff(*set, i) + 1e-6 * b);
            (1u32..1 << n).filter(stable).map(u32::count_ones).max()
        };
        assert_eq!(largest(&gradual).map(f64::from), Some(number(&found, "stable")), "{sets:?}");
        let wanted = if absent(&found, "binary") { None } else { Some(number(&found, "binary")) };
        let acting = largest(&binary).filter(|k| f64::from(*k) * b >= c - 1e-12).map(f64::from);
        assert_eq!(acting, wanted, "{sets:?}");
        let total = efforts[3] * 3.0 + efforts[1] * (n as f64 - 3.0);
        near(number(&found, "total") / total, 1.0, 1e-3);
        near(number(&found, "part"), total / (efforts[n as usize] * n as f64), 1e-3);
    }
}

/// V69.
#[test]
fn published_public_goods() {
    let found = ask("public-goods", &[]);
    let wanted = [
        ("sum_nash", 2.0),
        ("sum_best", 10.0),
        ("weakest_nash", 2.0),
        ("weakest_best", 2.0),
        ("best_nash", 2.0),
        ("best_best", 10.0),
    ];
    wanted.iter().for_each(|(id, value)| assert_eq!(number(&found, id), *value, "{id}"));
    near(number(&found, "sum_part"), 0.2, 1e-12);
}

/// V69: nobody gains by providing more or less, and together they would choose what is called best.
#[test]
fn cross_public_goods_agree_with_deviations() {
    let mut luck = Luck(69);
    for _ in 0..30 {
        let n = 2 + luck.below(6) as usize;
        let sets = [
            ("countries", Rational::from(n as i64)),
            ("benefit", hundredths(&mut luck, 500)),
            ("cost", hundredths(&mut luck, 500)),
        ];
        let found = ask_at("public-goods", &sets);
        let (b, c) = (sets[1].1.to_f64(), sets[2].1.to_f64());
        let top = n as f64 * b / c;
        let grid: Vec<f64> = (1..=3000).map(|k| 1.5 * top * f64::from(k) / 3000.0).collect();
        use agreement::Technology::{BestShot, Summation, WeakestLink};
        let payoff = |technology: agreement::Technology, efforts: &[f64], own: f64| {
            let q = technology.provided(efforts);
            if q > 0.0 { b * ln(q) - c * own } else { f64::NEG_INFINITY }
        };
        let holds = |technology, efforts: &[f64]| {
            (0..n).all(|i| {
                let now = payoff(technology, efforts, efforts[i]);
                grid.iter().chain([&0.0]).all(|&other| {
                    let mut changed = efforts.to_vec();
                    changed[i] = other;
                    payoff(technology, &changed, other) <= now + 1e-9
                })
            })
        };
        let alone = |q: f64| (0..n).map(|i| if i == 0 { q } else { 0.0 }).collect::<Vec<_>>();
        let [sum, weak, best] = ["sum_nash", "weakest_nash", "best_nash"].map(|id| number(&found, id));
        assert!(holds(Summation, &vec![sum / n as f64; n]) && !holds(Summation, &vec![1.1 * sum / n as f64; n]));
        assert!(holds(WeakestLink, &vec![weak; n]) && holds(WeakestLink, &vec![0.3 * weak; n]));
        assert!(!holds(WeakestLink, &vec![1.1 * weak; n]));
        assert!(holds(BestShot, &alone(best)) && !holds(BestShot, &alone(0.8 * best)));
        let together = |price: f64| {
            grid.iter()
                .copied()
                .max_by(|x, y| (n as f64 * b * ln(*x) - price * x).total_cmp(&(n as f64 * b * ln(*y) - price * y)))
                .expect("a grid")
        };
        near(together(c) / number(&found, "sum_best"), 1.0, 2e-3);
        near(together(c) / number(&found, "best_best"), 1.0, 2e-3);
        near(together(c * n as f64) / number(&found, "weakest_best"), 1.0, 1e-2);
    }
}

/// V70.
#[test]
fn published_collective_risk() {
    assert_eq!(exact(&ask("collective-risk", &[]), "least_risk"), over(1, 2));
    for (risk, holds) in [("0.9", true), ("0.5", true), ("0.499999", false), ("0.1", false)] {
        let found = ask("collective-risk", &[("risk", risk)]);
        assert_eq!(truth(&found, "holds"), holds, "{risk}");
        assert_eq!(is_equilibrium(bimatrix(&found), 0, 0), holds, "{risk}");
    }
}

/// Whether giving by all is among the equilibria of the game that is shown, with two of the players or with all.
fn all_give(found: &Analysis) -> bool {
    match &found.game {
        Some(Game::Normal(game)) => {
            let pure = games::several::pure_equilibria(game);
            pure.iter().any(|choices| choices.iter().all(|&k| k == 0))
        }
        _ => is_equilibrium(bimatrix(found), 0, 0),
    }
}

/// V70, with all players in the game: the solver finds that all give where the risk is large enough, that none gives
/// always, and between the two exactly one equilibrium in which all mix, at the confidence of the closed form.
#[test]
fn cross_collective_risk_of_many_agrees_with_the_solver() {
    let (mut luck, mut seen) = (Luck(72), [0; 2]);
    for round in 0..24 {
        let players = 3 + round % 3;
        let endowment = 2 + luck.below(40);
        let sets = [
            ("players", Rational::from(players)),
            ("endowment", Rational::from(endowment)),
            ("share", Rational::from(1 + luck.below(endowment as u64 - 1))),
            ("risk", chance(&mut luck)),
        ];
        let found = ask_at("collective-risk", &sets);
        let Some(Game::Normal(game)) = &found.game else { panic!("{sets:?}") };
        let answer = solve_all(game);
        assert!(matches!(answer.coverage, Coverage::Complete(_)), "{sets:?}: {:?}", answer.coverage);
        let pure: Vec<bool> = answer
            .equilibria
            .iter()
            .filter(|e| e.is_pure())
            .map(|e| e.support.iter().all(|used| used == &[0]))
            .collect();
        let holds = truth(&found, "holds");
        assert_eq!(pure.len(), 1 + usize::from(holds), "{sets:?}");
        assert_eq!(pure.contains(&true), holds, "{sets:?}");
        let mixed: Vec<_> = answer.equilibria.iter().filter(|e| !e.is_pure()).collect();
        let inside = holds && number(&found, "confidence") < 1.0;
        assert_eq!(mixed.len(), usize::from(inside), "{sets:?}");
        for chances in mixed.iter().flat_map(|e| &e.bounds) {
            near(f64::midpoint(chances[0].lo, chances[0].hi), number(&found, "confidence"), 1e-9);
        }
        assert_eq!(absent(&found, "confidence"), !holds, "{sets:?}");
        seen[usize::from(inside)] += 1;
    }
    assert!(seen.iter().all(|&count| count > 3), "{seen:?}");
}

/// V71, with all users in the game: to take is the only equilibrium, each takes its part of the equilibrium of the many,
/// together they keep what the closed form says, and all would rather all restrained.
#[track_caller]
fn everybody_takes(game: &NormalForm, found: &Analysis) {
    let answer = solve_all(game);
    assert!(matches!(answer.coverage, Coverage::Complete(_)));
    let users = game.players().len();
    assert_eq!(answer.equilibria.iter().map(|e| e.support.clone()).collect::<Vec<_>>(), [vec![vec![1]; users]]);
    let worth = |choice: usize| {
        let at = game.number(&vec![choice; users]).expect("a profile");
        (0..users).map(|player| game.payoffs(player)[at].clone()).sum::<Rational>()
    };
    assert_eq!(worth(1), exact(found, "rent"));
    assert_eq!(worth(1).over(&worth(0)), Some(exact(found, "kept")));
}

/// V70: of all that one could give, by units, against others that give their share or nothing.
#[test]
fn cross_collective_risk_agrees_with_all_gifts() {
    let (mut luck, mut seen) = (Luck(70), [0; 4]);
    for _ in 0..TIMES {
        let (players, endowment) = (2 + luck.below(4), 1 + luck.below(40));
        let share = 1 + luck.below(endowment as u64);
        let risk = over(luck.below(101), 100);
        let sets = [
            ("players", Rational::from(players)),
            ("endowment", Rational::from(endowment)),
            ("share", Rational::from(share)),
            ("risk", risk.clone()),
        ];
        let found = ask_at("collective-risk", &sets);
        let keeps = |own: i64, others: i64| {
            let kept = Rational::from(endowment - own);
            if own + others >= players * share { kept } else { &kept * &(&Rational::one() - &risk) }
        };
        let best = |own: i64, others: i64| (0..=endowment).all(|gift| keeps(gift, others) <= keeps(own, others));
        let (holds, nothing) = (best(share, (players - 1) * share), best(0, 0));
        assert_eq!(truth(&found, "holds"), holds, "{sets:?}");
        assert_eq!(truth(&found, "nothing_holds"), nothing, "{sets:?}");
        assert_eq!(all_give(&found), holds, "{sets:?}");
        seen[usize::from(holds)] += 1;
        seen[2 + usize::from(nothing)] += 1;
    }
    assert!(seen.iter().all(|&count| count > 2), "{seen:?}");
}

/// V71.
#[test]
fn published_commons() {
    for (users, excess, kept) in [("2", 1.333, 0.8889), ("5", 1.667, 0.5556), ("10", 1.818, 0.3306)] {
        let found = ask("commons", &[("users", users)]);
        near(number(&found, "excess"), excess, 5e-4);
        near(number(&found, "kept"), kept, 5e-5);
    }
}

/// V71: users who take in turns what is best for them, the theory's shares, and a dilemma between any two of them.
#[test]
fn cross_commons_agree_with_best_replies_and_solver() {
    let mut luck = Luck(71);
    for _ in 0..TIMES {
        let users = 1 + luck.below(9) as usize;
        let cost = hundredths(&mut luck, 300);
        let sets = [
            ("users", Rational::from(users as i64)),
            ("product", &cost + &hundredths(&mut luck, 500)),
            ("slope", hundredths(&mut luck, 200)),
            ("cost", cost),
        ];
        let found = ask_at("commons", &sets);
        let [_, product, slope, cost] = sets.each_ref().map(|(_, v)| v.to_f64());
        let mut efforts = vec![0.0; users];
        for _ in 0..2000 {
            for i in 0..users {
                let others: f64 = efforts.iter().sum::<f64>() - efforts[i];
                efforts[i] = ((product - cost) / slope - others).max(0.0) / 2.0;
            }
        }
        let total: f64 = efforts.iter().sum();
        near(number(&found, "effort") / total, 1.0, 1e-9);
        let rent = |x: f64| x * (product - slope * x - cost);
        near(number(&found, "rent") / rent(total), 1.0, 1e-9);
        let best = (0..=1000).map(|k| rent((product - cost) / slope * f64::from(k) / 1000.0)).fold(0.0, f64::max);
        near(rent(number(&found, "best")) / best, 1.0, 1e-9);
        near(number(&found, "kept"), rent(total) / best, 1e-9);
        near(number(&found, "excess"), agreement::commons_effort(users), 1e-12);
        near(number(&found, "kept"), agreement::commons_rent(users), 1e-12);
        if users > 1 {
            match &found.game {
                Some(Game::Bimatrix(game)) => {
                    assert_eq!(pure::strict_equilibria(game), [(1, 1)]);
                    assert!(games::two::selection::payoff_dominates(game, (0, 0), (1, 1)));
                }
                Some(Game::Normal(game)) => everybody_takes(game, &found),
                other => panic!("{other:?}"),
            }
        } else {
            assert!(found.game.is_none());
        }
    }
}

/// At the least risk giving pays only if all others give for certain; where ruin is certain it costs nothing.
#[test]
fn theorem_confidence_at_its_ends() {
    for players in ["2", "6"] {
        let at = |risk: &str| ask("collective-risk", &[("players", players), ("risk", risk)]);
        let value =
            |found: &Analysis| found.findings.iter().find(|f| f.id == "confidence").expect("listed").value.clone();
        let number = |value: Value| match value {
            Value::Exact(exact) => exact.to_f64(),
            Value::Real(real) => real,
            other => panic!("{other:?}"),
        };
        assert_eq!(number(value(&at("0.5"))), 1.0, "{players}");
        assert_eq!(number(value(&at("1"))), 0.0, "{players}");
        assert!(matches!(value(&at("0.49")), Value::Absent(_)));
    }
    let nothing = ask("collective-risk", &[("share", "40"), ("endowment", "40"), ("risk", "1")]);
    assert_eq!(exact(&nothing, "confidence"), over(0, 1), "nobody has anything to lose");
}
