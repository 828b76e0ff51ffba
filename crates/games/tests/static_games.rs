//! Named games of arms and strength with complete information: printed figures, and the same answers found another way.

mod ask;
mod random;

use ask::*;
use games::two::stability::{Stability, stability};
use games::{Rational, coalition, solve};
use random::Luck;
use theory::real::{exp, ln};

const TIMES: usize = 200;

/// Hundredths from 1 to `bound`.
fn hundredths(luck: &mut Luck, bound: u64) -> Rational {
    over(1 + luck.below(bound), 100)
}

/// V18.
#[test]
fn published_hawks_and_doves() {
    let found = ask("hawk-dove", &[]);
    assert_eq!((exact(&found, "hawks"), exact(&found, "fights")), (over(2, 5), over(4, 25)));
    assert_eq!(exact(&found, "mean"), over(3, 5));
}

/// V18: the closed form, the solver's symmetric equilibrium, its stability, and a population left to itself.
#[test]
fn cross_hawks_agree_with_solver_and_replicator() {
    let mut luck = Luck(18);
    for _ in 0..TIMES {
        let sets = [("value", hundredths(&mut luck, 400)), ("cost", hundredths(&mut luck, 600))];
        let found = ask_at("hawk-dove", &sets);
        let hawks = exact(&found, "hawks");
        let mix = [hawks.clone(), &Rational::one() - &hawks];
        let answer = solve(bimatrix(&found));
        assert!(answer.equilibria.iter().any(|e| e.profile.mixes.iter().all(|m| m[..] == mix)), "{sets:?}");
        if sets[0].1 != sets[1].1 {
            assert_eq!(stability(bimatrix(&found), &mix), Some(Stability::Stable), "{sets:?}");
        }
        let (v, c) = (sets[0].1.to_f64(), sets[1].1.to_f64());
        let (mut h, mut mean): (f64, f64) = (0.5, 0.0);
        for _ in 0..200_000 {
            let (hawk, dove) = (h * (v - c) / 2.0 + (1.0 - h) * v, (1.0 - h) * v / 2.0);
            mean = h * hawk + (1.0 - h) * dove;
            h += 0.05 / (v + c) * h * (hawk - mean);
        }
        if (v - c).abs() > 0.05 * c {
            near(h, hawks.to_f64(), 1e-3);
            near(mean, number(&found, "mean"), 1e-2);
        }
    }
}

/// V15.
#[test]
fn published_least_deterrent_arms() {
    for (destroyed, discount, least) in
        [("0.4", "0.6", 0.0184661), ("0.35", "0.6", 0.0501826), ("0.3", "0.5", 0.0601888)]
    {
        let found = ask("guns-and-butter", &[("destroyed", destroyed), ("discount", discount)]);
        near(number(&found, "least"), least, 1e-7);
    }
    let none = ask("guns-and-butter", &[("destroyed", "0.2")]);
    assert!(!truth(&none, "possible") && absent(&none, "least"));
    near(number(&ask("guns-and-butter", &[("destroyed", "0.5")]), "least"), 0.0, 1e-12);
}

/// A war that leaves nothing is never worth arming for: peace holds until arms cost more than tomorrow brings.
#[test]
fn theorem_where_no_attack_pays_arms_are_bounded_by_tomorrow() {
    for (destroyed, discount, most) in
        [("1", "0.9", 0.9), ("1", "0.1", 0.1), ("0.75", "0.2", 0.2), ("0.75", "0.5", 0.5)]
    {
        let found = ask("guns-and-butter", &[("destroyed", destroyed), ("discount", discount)]);
        near(number(&found, "most"), most, 1e-12);
        near(number(&found, "least"), 0.0, 1e-12);
    }
}

/// V15: attacks of every size on arms of every size.
#[test]
fn cross_least_arms_agree_with_all_attacks() {
    let mut luck = Luck(15);
    let mut none = 0;
    for _ in 0..40 {
        let sets = [
            ("income", hundredths(&mut luck, 300)),
            ("destroyed", over(luck.below(101), 100)),
            ("discount", over(1 + luck.below(90), 100)),
        ];
        let found = ask_at("guns-and-butter", &sets);
        let [r, d, delta] = sets.each_ref().map(|(_, v)| v.to_f64());
        let holds = |m: f64| {
            let prize = delta * 2.0 * r * (1.0 - d) / (1.0 - delta);
            let attack = |k: i32| {
                let arms = r * f64::from(k) / 4000.0;
                r - arms + arms / (arms + m) * prize
            };
            let peace = (r - m) / (1.0 - delta);
            (1..=4000).all(|k| attack(k) <= peace * (1.0 + 1e-12))
        };
        let peaceful: Vec<f64> = (1..=400).map(|k| r * f64::from(k) / 400.0).filter(|m| holds(*m)).collect();
        if absent(&found, "least") {
            assert!(peaceful.is_empty(), "{sets:?}");
            none += 1;
            continue;
        }
        let (least, most) = (number(&found, "least"), number(&found, "most"));
        let margin = 0.003 * r;
        assert!(peaceful.iter().all(|m| *m > least - margin && *m < most + margin), "{sets:?} {peaceful:?}");
        for m in [least + margin, most - margin]
            .into_iter()
            .filter(|m| *m > least + margin && *m < most - margin || most - least > 4.0 * margin)
        {
            assert!(holds(m), "{sets:?} {m}");
        }
        if least > 2.0 * margin {
            assert!(!holds(least - margin), "{sets:?}");
        }
        near(number(&found, "peace") / number(&found, "attack"), 1.0, if d < 0.5 { 1e-9 } else { f64::INFINITY });
    }
    assert!((4..36).contains(&none), "{none}");
}

/// V17.
#[test]
fn published_attrition() {
    let found = ask("attrition", &[]);
    assert_eq!(number(&found, "duration"), 5.0);
    assert_eq!(number(&found, "payoff"), 0.0);
    near(number(&found, "lasts"), 0.367879, 1e-6);
    near(number(&found, "disaster"), 0.090909, 1e-6);
}

/// V17: against one that yields at the rate found, no time to yield is better than another; and 200,000 contests of two
/// that do, with accidents.
#[test]
fn cross_attrition_agrees_with_drawn_contests() {
    let mut luck = Luck(17);
    for (prize, cost, accident) in [(10.0, 1.0, 0.02), (3.0, 2.0, 0.5), (50.0, 0.7, 0.001)] {
        let texts = [prize, cost, accident].map(|v: f64| v.to_string());
        let found =
            ask("attrition", &[("prize", &texts[0]), ("cost", &texts[1]), ("accident", &texts[2]), ("time", "2")]);
        let hazard = number(&found, "hazard");
        for wait in [0.5, 2.0, 9.0] {
            let steps = 200_000;
            let dt = wait / f64::from(steps);
            let yields = (0..steps).map(|k| {
                let t = (f64::from(k) + 0.5) * dt;
                hazard * exp(-hazard * t) * dt * (prize - cost * t)
            });
            near(yields.sum::<f64>() - exp(-hazard * wait) * cost * wait, number(&found, "payoff"), 1e-6 * prize);
        }
        let mut draw = |rate: f64| -ln((luck.below(1 << 52) as f64 + 0.5) / (1u64 << 52) as f64) / rate;
        let (mut time, mut late, mut accidents) = (0.0, 0.0, 0.0);
        const CONTESTS: usize = 200_000;
        for _ in 0..CONTESTS {
            let lasts = draw(hazard).min(draw(hazard));
            time += lasts;
            late += f64::from(u8::from(lasts > 2.0));
            accidents += f64::from(u8::from(draw(accident) < lasts));
        }
        let part = |count: f64| count / CONTESTS as f64;
        near(part(time) / number(&found, "duration"), 1.0, 0.01);
        near(part(late), number(&found, "lasts"), 0.005);
        near(part(accidents), number(&found, "disaster"), 0.004);
    }
}

const POWERS: [&str; 5] = ["one", "two", "three", "four", "five"];

/// V20.
#[test]
fn published_balances_of_power() {
    type Row = (&'static [&'static str], &'static [bool], &'static [(i64, i64)]);
    let rows: [Row; 5] = [
        (&["40", "30", "30"], &[true; 3], &[(1, 3); 3]),
        (&["50", "49", "1"], &[true; 3], &[(2, 3), (1, 6), (1, 6)]),
        (&["51", "30", "19"], &[true, false, false], &[(1, 1), (0, 1), (0, 1)]),
        (&["45", "35", "15", "5"], &[true; 4], &[(5, 12), (1, 4), (1, 4), (1, 12)]),
        (&["30", "25", "20", "15", "10"], &[true; 5], &[(7, 20), (4, 15), (11, 60), (1, 10), (1, 10)]),
    ];
    for (resources, essential, power) in rows {
        let absent = std::iter::repeat(&"0");
        let sets: Vec<(&str, &str)> = POWERS.into_iter().zip(resources.iter().chain(absent).copied()).collect();
        let found = ask("balance-of-power", &sets);
        for (k, name) in POWERS.into_iter().enumerate() {
            let needed = essential.get(k).copied().unwrap_or(false);
            assert_eq!(truth(&found, &format!("essential_{name}")), needed, "{resources:?} {name}");
            let (a, b) = power.get(k).copied().unwrap_or((0, 1));
            assert_eq!(exact(&found, &format!("power_{name}")), over(a, b), "{resources:?} {name}");
        }
    }
}

/// All orders of n things.
fn orders(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![vec![]];
    }
    let shorter = orders(n - 1);
    let insert = |order: &Vec<usize>, at: usize| {
        let mut longer = order.clone();
        longer.insert(at, n - 1);
        longer
    };
    shorter.iter().flat_map(|order| (0..n).map(move |at| insert(order, at))).collect()
}

/// V20: the definitions themselves, order by order and coalition by coalition.
#[test]
fn cross_power_agrees_with_all_orders_and_coalitions() {
    let mut luck = Luck(20);
    for _ in 0..60 {
        let n = 1 + luck.below(6) as usize;
        let numbers: Vec<i64> = (0..n).map(|_| luck.below(12)).collect();
        let resources: Vec<Rational> = numbers.iter().map(|&r| Rational::from(r)).collect();
        let total: i64 = numbers.iter().sum();
        if total == 0 {
            continue;
        }
        let wins = |members: &[usize]| 2 * members.iter().map(|&k| numbers[k]).sum::<i64>() > total;
        let all = orders(n);
        let pivot = |order: &Vec<usize>| (0..n).find(|&k| wins(&order[..=k])).map(|k| order[k]);
        let power = (0..n).map(|i| over(all.iter().filter(|o| pivot(o) == Some(i)).count() as i64, all.len() as i64));
        assert_eq!(coalition::shapley_shubik(&resources), Some(power.collect()), "{numbers:?}");
        let members = |set: u32| (0..n).filter(|k| set >> k & 1 == 1).collect::<Vec<_>>();
        let smallest = |set: &u32| {
            let all = members(*set);
            wins(&all) && all.iter().all(|&k| !wins(&members(set & !(1 << k))))
        };
        let sets: Vec<u32> = (0..1 << n).filter(smallest).collect();
        let essential = (0..n).map(|k| sets.iter().any(|set| set >> k & 1 == 1)).collect();
        assert_eq!(coalition::essential(&resources), Some(essential), "{numbers:?}");
    }
    let twelve: Vec<Rational> = (1..=12).map(Rational::from).collect();
    let power = coalition::shapley_shubik(&twelve).expect("twelve are few");
    assert_eq!(power.into_iter().sum::<Rational>(), Rational::one());
    assert_eq!(coalition::essential(&vec![Rational::one(); 17]), None);
}

/// V22.
#[test]
fn published_contests() {
    for (rivals, effort) in [("2", 25.0), ("3", 22.2222), ("5", 16.0), ("10", 9.0)] {
        let found = ask("contest", &[("rivals", rivals)]);
        near(number(&found, "effort_each"), effort, 5e-5);
    }
    let found = ask("contest", &[]);
    near(number(&found, "effort_one"), 22.2222, 5e-5);
    near(number(&found, "effort_other"), 11.1111, 5e-5);
    near(number(&found, "win"), 2.0 / 3.0, 1e-9);
    near(number(&found, "dissipated"), 0.8, 1e-9);
}

/// V22: nobody gains by any other effort.
#[test]
fn cross_contests_agree_with_all_efforts() {
    let mut luck = Luck(22);
    for _ in 0..60 {
        let sets = [
            ("prize_one", hundredths(&mut luck, 9000)),
            ("prize_other", hundredths(&mut luck, 9000)),
            ("rivals", Rational::from(2 + luck.below(9))),
        ];
        let found = ask_at("contest", &sets);
        let [one, other, rivals] = sets.each_ref().map(|(_, v)| v.to_f64());
        let [x, y, each] = ["effort_one", "effort_other", "effort_each"].map(|id| number(&found, id));
        for (value, own, others) in [(one, x, y), (other, y, x), (one, each, (rivals - 1.0) * each)] {
            let payoff = |effort: f64| value * effort / (effort + others) - effort;
            let best = (1..=4000).map(|k| payoff(value * f64::from(k) / 4000.0)).fold(0.0, f64::max);
            assert!(payoff(own) >= best - 1e-9, "{sets:?}");
        }
        near(number(&found, "win"), x / (x + y), 1e-9);
        near(number(&found, "dissipated"), rivals * each / one, 1e-9);
    }
}

/// V16.
#[test]
fn published_unbiased_leaders() {
    let found = ask("unbiased-leaders", &[("bias_one", "1")]);
    assert_eq!((exact(&found, "net_one"), exact(&found, "net_other")), (over(-3, 20), over(-1, 20)));
    assert_eq!(exact(&found, "bias_needed_one"), over(7, 5));
    assert_eq!(exact(&ask("unbiased-leaders", &[("bias_one", "1.5")]), "net_one"), over(3, 80));
}

/// V16: the lottery written out, and the solver.
#[test]
fn cross_leaders_agree_with_the_lottery_and_solver() {
    let (mut luck, mut seen) = (Luck(16), [0, 0]);
    for _ in 0..TIMES {
        let mut some = |bound: u64| hundredths(&mut luck, bound);
        let sets = [
            ("wealth_one", some(500)),
            ("wealth_other", some(500)),
            ("spoils", some(100)),
            ("cost", some(20)),
            ("bias_one", some(200)),
            ("bias_other", some(200)),
        ];
        let found = ask_at("unbiased-leaders", &sets);
        let [one, other, spoils, cost, bias_one, bias_other] = sets.each_ref().map(|(_, v)| v.to_f64());
        let war = |own: f64, enemy: f64, bias: f64| {
            let win = own / (own + enemy);
            bias * win * spoils * enemy - (1.0 - win) * spoils * own - cost * own
        };
        near(number(&found, "net_one"), war(one, other, bias_one), 1e-9);
        near(number(&found, "net_other"), war(other, one, bias_other), 1e-9);
        let peace = sets[4].1 <= exact(&found, "bias_needed_one") && sets[5].1 <= exact(&found, "bias_needed_other");
        assert_eq!(truth(&found, "peace"), peace, "{sets:?}");
        assert_eq!(is_equilibrium(bimatrix(&found), 0, 0), peace, "{sets:?}");
        seen[usize::from(peace)] += 1;
    }
    assert!(seen.iter().all(|&count| count > TIMES / 20), "{seen:?}");
}
