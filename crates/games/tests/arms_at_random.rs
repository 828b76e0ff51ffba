//! Games of arms, bargains and contests at drawn numbers: what the closed forms promise, taken at its word.

mod ask;
mod random;

use ask::*;
use games::named::{Analysis, Value};
use games::{Rational, coalition, two::pure};
use random::Luck;
use theory::real::exp;

const TIMES: usize = 200;

/// A probability strictly inside.
fn chance(luck: &mut Luck) -> Rational {
    over(1 + luck.below(98), 99)
}

/// Hundredths from 1 to `bound`.
fn hundredths(luck: &mut Luck, bound: u64) -> Rational {
    over(1 + luck.below(bound), 100)
}

/// V12: no other demand brings more, in fractions; both prefer what lies in the range to war, at every cost of B below the
/// highest; and who minds war no less than the other may asks for what surely is given.
#[test]
fn theorem_no_other_demand_brings_more() {
    let (mut luck, mut seen) = (Luck(112), [0; 3]);
    let one = Rational::one;
    for _ in 0..TIMES {
        let sets =
            [("win", chance(&mut luck)), ("cost", over(luck.below(60), 100)), ("highest", hundredths(&mut luck, 200))];
        let found = ask_at("bargaining", &sets);
        let [win, cost, highest] = sets.each_ref().map(|(_, v)| v.clone());
        let war = |x: &Rational| (x - &win).over(&highest).expect("positive").max(Rational::zero()).min(one());
        let payoff = |x: &Rational| &(x * &(&one() - &war(x))) + &(&(&win - &cost) * &war(x));
        let demand = exact(&found, "demand");
        assert_eq!((exact(&found, "war"), exact(&found, "payoff")), (war(&demand), payoff(&demand)), "{sets:?}");
        for k in 0..=200 {
            let other = over(k, 200);
            assert!(payoff(&other) < payoff(&demand) || other == demand, "{sets:?} {other}");
        }
        // Inside, what is gained by asking for a little more is lost by war.
        let tiny = over(1, 1_000_000_000);
        let inside = demand > win && demand < one();
        if inside {
            assert_eq!(payoff(&(&demand + &tiny)), payoff(&(&demand - &tiny)), "{sets:?}");
        }
        seen[if inside { 0 } else { 1 + usize::from(demand == win) }] += 1;
        assert!(exact(&found, "range_width").is_positive(), "{sets:?}");
    }
    assert!(seen.iter().all(|&count| count > 5), "{seen:?}");
}

/// V13: war is unavoidable exactly where the decliner's war today and the riser's war tomorrow are together worth more
/// than the pie; if only the future counts, where the shift is larger than both costs.
#[test]
fn theorem_war_is_unavoidable_where_two_wars_are_worth_more_than_the_pie() {
    let (mut luck, mut both) = (Luck(113), [0; 2]);
    let twentieths = |luck: &mut Luck, bound: u64| over(luck.below(bound), 20);
    for k in 0..2 * TIMES {
        let now = twentieths(&mut luck, 21);
        let shift = &now * &over(luck.below(5), 4);
        let later = &now - &shift;
        let costs = [twentieths(&mut luck, 8), twentieths(&mut luck, 8)];
        let discount = if k % 2 == 0 { Rational::one() } else { over(luck.below(5), 4) };
        let sets = [
            ("now", now.clone()),
            ("later", later.clone()),
            ("discount", discount.clone()),
            ("cost_decliner", costs[0].clone()),
            ("cost_riser", costs[1].clone()),
        ];
        let found = ask_at("preventive-war", &sets);
        let tomorrow = &(&Rational::one() - &later) - &costs[1];
        let wars = &(&now - &costs[0]) + &(&discount * &tomorrow);
        let unavoidable = truth(&found, "unavoidable");
        assert_eq!(unavoidable, wars > Rational::one(), "{sets:?}");
        assert_eq!(unavoidable, exact(&found, "war") > exact(&found, "peace"), "{sets:?}");
        if discount == Rational::one() {
            assert_eq!(unavoidable, shift > &costs[0] + &costs[1], "{sets:?}");
        }
        // The largest shift that peace survives is just bearable: nobody can lose more than there is.
        if matches!(value(&found, "bearable"), Value::Said(_)) {
            assert!(!unavoidable, "any shift can be borne: {sets:?}");
        } else if !absent(&found, "bearable") {
            let bearable = exact(&found, "bearable");
            assert!(bearable <= Rational::one() && unavoidable == (shift > bearable), "{sets:?} {bearable}");
        }
        both[usize::from(unavoidable)] += 1;
    }
    assert!(both.iter().all(|&count| count > 40), "{both:?}");
}

/// V14: on the path of tied hands nothing is spent and war comes with chance q; sunk costs are spent and war never comes.
/// Who would not fight for the small stake, v_L − c < (1 − p)v_L, leaves room to be told from: v_H − v_L ≥ p·v_H − c always.
#[test]
fn theorem_tied_hands_risk_war_and_sunk_costs_are_spent() {
    let mut luck = Luck(114);
    for _ in 0..TIMES {
        let (low, high) = (over(luck.below(300), 100), over(400 + luck.below(600), 100));
        let win = chance(&mut luck);
        let cost = &(&win * &high) - &(&(&win * &(&high - &low)) * &chance(&mut luck));
        let q = over(luck.below(11), 10);
        let sets = [
            ("stake_low", low.clone()),
            ("stake_high", high.clone()),
            ("win", win.clone()),
            ("cost", cost.clone()),
            ("undeterred", q.clone()),
        ];
        let found = ask_at("costly-signals", &sets);
        let war = exact(&found, "tied_war");
        assert_eq!(war, q);
        let fights = &(&win * &high) - &cost;
        let expected = &(&(&Rational::one() - &war) * &high) + &(&war * &fights);
        assert_eq!(exact(&found, "tied_payoff"), expected);
        assert_eq!(&exact(&found, "sunk") + &exact(&found, "sunk_payoff"), high);
        assert!(truth(&found, "sunk_separates") && exact(&found, "sunk_payoff") > fights);
    }
}

/// The points of a drawn line.
fn points(found: &Analysis, line: usize) -> &[(f64, f64)] {
    &found.picture.as_ref().expect("a picture").lines[line].points
}

/// The best that a surprise attack on arms m brings, without the formula: the payoff is concave in the attacker's arms.
fn attack([r, d, delta]: [f64; 3], m: f64) -> (f64, f64) {
    let prize = delta * 2.0 * r * (1.0 - d) / (1.0 - delta);
    let worth = |a: f64| r - a + if a > 0.0 { a / (a + m) * prize } else { 0.0 };
    let (mut low, mut high) = (0.0, r);
    for _ in 0..200 {
        let (a, b) = (low + (high - low) / 3.0, high - (high - low) / 3.0);
        if worth(a) < worth(b) { low = a } else { high = b }
    }
    let inside = 0.5 * (low + high);
    [0.0, r].into_iter().fold((inside, worth(inside)), |best, a| if worth(a) > best.1 { (a, worth(a)) } else { best })
}

/// V15: the least and the most arms that keep the peace, found by trying attacks, within five millionths of income; what
/// is said of the attack, and of what is left, agrees.
#[test]
fn cross_least_and_most_arms_are_found_by_trying() {
    let (mut luck, mut counted) = (Luck(115), [0; 3]);
    let printed = [("2/5", "3/5"), ("7/20", "3/5"), ("3/10", "1/2")].map(|(d, delta)| {
        let number = |text: &str| text.parse::<Rational>().expect("a number");
        [Rational::one(), number(d), number(delta)]
    });
    let mut drawn: Vec<[Rational; 3]> =
        (0..120).map(|_| [hundredths(&mut luck, 300), over(luck.below(101), 100), hundredths(&mut luck, 90)]).collect();
    // The patient, whom an attack would cost more than they have.
    let patient = |luck: &mut Luck| [over(1, 1), over(45 + luck.below(36), 100), over(85 + luck.below(13), 100)];
    drawn.extend((0..40).map(|_| patient(&mut luck)));
    for [r, d, delta] in printed.into_iter().chain(drawn) {
        let sets = [("income", r), ("destroyed", d), ("discount", delta)];
        let found = ask_at("guns-and-butter", &sets);
        let [r, d, delta] = sets.each_ref().map(|(_, v)| v.to_f64());
        let holds = |m: f64| attack([r, d, delta], m).1 <= (r - m) / (1.0 - delta) + 1e-12 * r;
        let border = |mut fails: f64, mut keeps: f64| {
            for _ in 0..60 {
                let middle = 0.5 * (fails + keeps);
                if holds(middle) { keeps = middle } else { fails = middle }
            }
            keeps
        };
        // Peaceful arms, in steps so fine that only a very narrow range could lie between two of them.
        let some = (1..=2000).map(|k| r * f64::from(k) / 2000.0).find(|m| holds(*m));
        let Some(some) = some else {
            counted[0] += 1;
            assert!(absent(&found, "least") || number(&found, "most") - number(&found, "least") < 1e-3 * r, "{sets:?}");
            continue;
        };
        let (least, most) = (number(&found, "least"), number(&found, "most"));
        near(least, border(0.0, some), 5e-6 * r);
        near(most, border(r * (1.0 + 1e-9), some), 5e-6 * r);
        near(number(&found, "butter") + least, r, 1e-12 * r);
        near(number(&found, "peace"), (r - least) / (1.0 - delta), 1e-9 * r);
        if least > 0.0 {
            let (arms, worth) = attack([r, d, delta], least);
            near(number(&found, "surprise").min(r), arms, 1e-4 * r);
            near(number(&found, "attack"), worth, 1e-9 * worth.max(r));
            near(number(&found, "attack") / number(&found, "peace"), 1.0, 1e-9);
        } else {
            // A single weapon takes all, and all is not worth the war.
            near(number(&found, "attack"), r + delta * 2.0 * r * (1.0 - d) / (1.0 - delta), 1e-9 * r / (1.0 - delta));
            assert!(number(&found, "attack") <= number(&found, "peace") * (1.0 + 1e-12), "{sets:?}");
        }
        for &(m, worth) in points(&found, 1).iter().filter(|(m, _)| *m > 0.0) {
            near(worth, attack([r, d, delta], m).1, 1e-9 * worth);
        }
        counted[1 + usize::from(d >= 0.5)] += 1;
    }
    assert!(counted.iter().all(|&count| count > 15), "{counted:?}");
}

/// V15, the other way round than with threats: where the future counts for more, peace needs more arms, and past δ = 2d
/// no arms will do.
#[test]
fn theorem_patience_makes_the_armed_peace_harder() {
    let mut luck = Luck(1151);
    for _ in 0..40 {
        let destroyed = over(5 + luck.below(45), 100);
        let mut before = Some(0.0);
        for discount in (1..=98).map(|k| over(k, 100)) {
            let found = ask_at("guns-and-butter", &[("destroyed", destroyed.clone()), ("discount", discount.clone())]);
            assert_eq!(truth(&found, "possible"), discount <= &destroyed + &destroyed);
            let now = (!absent(&found, "least")).then(|| number(&found, "least"));
            match (before, now) {
                (Some(before), Some(now)) => assert!(now > before, "{destroyed} {discount}: {now} {before}"),
                (None, Some(_)) => panic!("{destroyed} {discount}"),
                _ => {}
            }
            before = now;
        }
    }
}

/// V16: a leader who counts gains and losses alike can only lose by war, whatever the wealth and the spoils, and so is
/// held back by any cost at all; over the bias that is said, and only over it, war is wanted.
#[test]
fn theorem_no_unbiased_leader_wants_war() {
    let mut luck = Luck(116);
    for _ in 0..TIMES {
        let wealth = [hundredths(&mut luck, 500), hundredths(&mut luck, 500)];
        let cost = hundredths(&mut luck, 30);
        let sets = [
            ("wealth_one", wealth[0].clone()),
            ("wealth_other", wealth[1].clone()),
            ("spoils", hundredths(&mut luck, 100)),
            ("cost", cost.clone()),
        ];
        let at = |one: Rational, other: Rational| {
            ask_at("unbiased-leaders", &[&sets[..], &[("bias_one", one), ("bias_other", other)]].concat())
        };
        let fair = at(Rational::one(), Rational::one());
        for (id, wealth) in ["net_one", "net_other"].into_iter().zip(&wealth) {
            assert_eq!(exact(&fair, id), -&(&cost * wealth));
        }
        assert!(truth(&fair, "peace"));
        assert_eq!(pure::strict_equilibria(bimatrix(&fair)), [(0, 0)]);
        let tiny = over(1, 1_000_000);
        let [one, other] = ["bias_needed_one", "bias_needed_other"].map(|id| exact(&fair, id));
        let edge = at(one.clone(), other.clone());
        assert!(exact(&edge, "net_one").is_zero() && exact(&edge, "net_other").is_zero() && truth(&edge, "peace"));
        let greedy = [at(&one + &tiny, other.clone()), at(one.clone(), &other + &tiny)];
        assert!(exact(&greedy[0], "net_one").is_positive() && !truth(&greedy[0], "peace"));
        assert!(exact(&greedy[1], "net_other").is_positive() && !truth(&greedy[1], "peace"));
    }
}

/// V17 at drawn numbers, by adding up moments instead of drawing contests: how long it lasts, whether it still does, how
/// it ends; and no time to yield pays better than another against one that yields at this rate.
#[test]
fn cross_attrition_agrees_with_added_moments() {
    let mut luck = Luck(117);
    for _ in 0..20 {
        let (prize, cost) = (hundredths(&mut luck, 2000), hundredths(&mut luck, 500));
        let accident = &cost.over(&prize).expect("positive") * &over(luck.below(300), 100);
        let sets = [("prize", prize), ("cost", cost), ("accident", accident), ("time", hundredths(&mut luck, 1000))];
        let found = ask_at("attrition", &sets);
        let [prize, cost, accident, time] = sets.each_ref().map(|(_, v)| v.to_f64());
        let hazard = number(&found, "hazard");
        let (mut held, mut lasts, mut burnt) = ([1.0; 2], 0.0, 0.0);
        // Chances that both still hold out, and that they do without an accident, in thousandths of one's mean time.
        let dt = 1e-3 / hazard;
        let keep = [2.0 * hazard, 2.0 * hazard + accident].map(|rate| exp(-rate * dt));
        for _ in 0..30_000 {
            // Simpson's rule within each step; the middle of what falls in proportion is its geometric mean.
            let [both, safe] = [0, 1].map(|k| held[k] * (1.0 + 4.0 * keep[k].sqrt() + keep[k]) / 6.0);
            (lasts, burnt) = (lasts + dt * both, burnt + dt * accident * safe);
            held = [0, 1].map(|k| held[k] * keep[k]);
        }
        near(number(&found, "duration") / lasts, 1.0, 1e-9);
        near(number(&found, "disaster"), burnt, 1e-9);
        let alone = exp(-hazard * time);
        near(number(&found, "lasts"), alone * alone, 1e-12);
        // Who waits for so long wins V unless the other waits longer, and pays c for the shorter of both times.
        near(prize * (1.0 - alone) - cost * (1.0 - alone) / hazard, number(&found, "payoff"), 1e-9 * prize);
    }
}

/// V20: half of all is not more than half; and what the five powers are told is what the coalitions say.
#[test]
fn theorem_half_of_all_does_not_win() {
    let half = [1, 1].map(Rational::from);
    assert_eq!(coalition::essential(&half), Some(vec![true; 2]));
    assert_eq!(coalition::shapley_shubik(&half), Some(vec![over(1, 2); 2]));
    let veto = [2, 1, 1].map(Rational::from);
    assert_eq!(coalition::shapley_shubik(&veto), Some(vec![over(2, 3), over(1, 6), over(1, 6)]));
    let mut luck = Luck(120);
    let names = ["one", "two", "three", "four", "five"];
    for _ in 0..40 {
        let resources = names.map(|_| over(1 + luck.below(40), 4));
        let found = ask_at("balance-of-power", &names.into_iter().zip(resources.clone()).collect::<Vec<_>>());
        let power = names.map(|name| exact(&found, &format!("power_{name}")));
        let essential = names.map(|name| truth(&found, &format!("essential_{name}")));
        assert_eq!(Some(power.to_vec()), coalition::shapley_shubik(&resources));
        assert_eq!(Some(essential.to_vec()), coalition::essential(&resources));
        assert_eq!(power.iter().cloned().sum::<Rational>(), Rational::one());
        // Who is needed by nobody has no power; and more resources are never worth less.
        for (i, j) in (0..5).flat_map(|i| (0..5).map(move |j| (i, j))) {
            assert!(essential[i] == power[i].is_positive() && (resources[i] < resources[j] || power[i] >= power[j]));
        }
        let total: Rational = resources.iter().cloned().sum();
        assert_eq!(&exact(&found, "to_win") + &exact(&found, "to_win"), total);
    }
}

/// V22: at each effort the next bit brings what it costs, V·others = (all)², in fractions.
#[test]
fn theorem_in_a_contest_the_last_bit_pays_for_itself() {
    let mut luck = Luck(122);
    for _ in 0..TIMES {
        let sets = [
            ("prize_one", hundredths(&mut luck, 9000)),
            ("prize_other", hundredths(&mut luck, 9000)),
            ("rivals", Rational::from(2 + luck.below(40))),
        ];
        let found = ask_at("contest", &sets);
        let [one, other, rivals] = sets.each_ref().map(|(_, v)| v.clone());
        let [x, y, each] = ["effort_one", "effort_other", "effort_each"].map(|id| exact(&found, id));
        let fewer = &(&rivals - &Rational::one()) * &each;
        for (value, own, others) in [(&one, &x, &y), (&other, &y, &x), (&one, &each, &fewer)] {
            let all = own + others;
            assert_eq!(value * others, &all * &all, "{sets:?}");
        }
        assert_eq!(&exact(&found, "win") * &(&x + &y), x);
        assert_eq!(&exact(&found, "dissipated") * &one, &rivals * &each);
    }
}
