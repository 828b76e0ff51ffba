//! Games of cooperation, of common goods and of growth at drawn numbers: what the closed forms promise, taken at its word.

mod ask;
#[allow(dead_code)]
mod machines;
mod random;

use ask::*;
use games::evolution::fixation;
use games::repeated::Match;
use games::repeated::automaton::{generous_tit_for_tat, limited_punishment};
use games::repeated::patience::patience;
use games::repeated::reply::Solution;
use games::{Bimatrix, Rational, solve, two::pure};
use machines::{dilemma, ratio, stage};
use random::Luck;

const TIMES: usize = 100;
const FOUR: [&str; 4] = ["temptation", "reward", "punishment", "sucker"];

/// A probability strictly inside.
fn chance(luck: &mut Luck) -> Rational {
    over(1 + luck.below(98), 99)
}

/// Hundredths from 1 to `bound`.
fn hundredths(luck: &mut Luck, bound: u64) -> Rational {
    over(1 + luck.below(bound), 100)
}

/// Chance that one bearer of the first action takes over, from the equations of the chain: what j bearers may hope for is
/// what j − 1, j and j + 1 may, weighed by birth and death. Elimination instead of the product of ratios.
fn takes_over([r, s, t, p]: [f64; 4], size: usize, intensity: f64) -> f64 {
    let n = size as f64;
    let moves = |j: usize| {
        let j = j as f64;
        let fitness = |a: f64, b: f64, own: f64| {
            1.0 - intensity + intensity * (a * (j - own) + b * (n - j - 1.0 + own)) / (n - 1.0)
        };
        let (first, second) = (j * fitness(r, s, 1.0), (n - j) * fitness(t, p, 0.0));
        let births = first + second;
        (first / births * (n - j) / n, second / births * j / n)
    };
    // h(j) = a(j)·h(j + 1), from the bottom: h(0) = 0.
    let mut slopes = vec![0.0];
    for j in 1..size {
        let (up, down) = moves(j);
        slopes.push(up / (up + down - down * slopes[j - 1]));
    }
    slopes[1..].iter().product()
}

/// V18: one cooperator among ten in SH(3,4,2,1), and one of either kind in drawn games, takes over as often as the
/// equations of the chain say.
#[test]
fn cross_fixation_agrees_with_the_equations_of_the_chain() {
    let whole = |[r, s, t, p]: [i64; 4]| Bimatrix::symmetric(&[&[r, s], &[t, p]]).expect("2 by 2");
    near(takes_over([4.0, 1.0, 3.0, 2.0], 10, 1.0), 0.0215098, 5e-8);
    near(takes_over([4.0, 1.0, 3.0, 2.0], 10, 0.0), 0.1, 1e-12);
    let mut luck = Luck(118);
    for _ in 0..TIMES {
        let pays = [(); 4].map(|()| 1 + luck.below(9));
        let (size, intensity) = (2 + luck.below(40) as usize, over(luck.below(11), 10));
        let found = fixation(&whole(pays), size, &intensity).expect("positive").to_f64();
        let wanted = takes_over(pays.map(|v| v as f64), size, intensity.to_f64());
        near(found / wanted, 1.0, 1e-9);
    }
}

/// V18: what is lost to fighting, and that hawks and doves do equally well where both live.
#[test]
fn theorem_hawks_and_doves_do_equally_well() {
    let mut luck = Luck(1181);
    for _ in 0..TIMES {
        let (value, cost) = (hundredths(&mut luck, 400), hundredths(&mut luck, 600));
        let found = ask_at("hawk-dove", &[("value", value.clone()), ("cost", cost.clone())]);
        let [hawks, mean, lost] = ["hawks", "mean", "lost"].map(|id| exact(&found, id));
        let half = over(1, 2);
        let doves = &Rational::one() - &hawks;
        let hawk = &(&hawks * &(&half * &(&value - &cost))) + &(&doves * &value);
        let dove = &doves * &(&half * &value);
        assert_eq!(mean, &(&hawks * &hawk) + &(&doves * &dove));
        assert!(hawk == dove || (doves.is_zero() && hawk > dove));
        assert_eq!(&lost + &mean, &half * &value);
        assert_eq!(exact(&found, "fights"), &hawks * &hawks);
    }
}

/// V21: what passes from one who gives to another who gives changes nothing but who pays; of two the richer gives the
/// larger part of its wealth; all together would provide more.
#[test]
fn theorem_burdens_are_neutral_and_fall_on_the_great() {
    let (mut luck, mut shifted) = (Luck(121), 0);
    let names = ["one", "two", "three"];
    for _ in 0..2 * TIMES {
        let wealth = names.map(|_| hundredths(&mut luck, 2000));
        let weight = chance(&mut luck);
        let at = |wealth: &[Rational; 3]| {
            let ids = ["wealth_one", "wealth_two", "wealth_three", "weight"];
            ask_at("burden-sharing", &ids.into_iter().zip(wealth.iter().chain([&weight]).cloned()).collect::<Vec<_>>())
        };
        let found = at(&wealth);
        let gifts = names.map(|name| exact(&found, &format!("gives_{name}")));
        let parts = names.map(|name| exact(&found, &format!("part_{name}")));
        let (provided, together) = (exact(&found, "provided"), exact(&found, "together"));
        let total: Rational = wealth.iter().cloned().sum();
        assert_eq!((gifts.iter().cloned().sum(), &weight * &total), (provided.clone(), together.clone()));
        let givers: Vec<usize> = (0..3).filter(|&k| gifts[k].is_positive()).collect();
        assert_eq!(number(&found, "contributors"), givers.len() as f64);
        assert!(if givers.len() == 1 { provided <= together } else { provided < together });
        for (i, j) in (0..3).flat_map(|i| (0..3).map(move |j| (i, j))) {
            assert_eq!(&parts[i] * &wealth[i], gifts[i]);
            assert!(
                wealth[i] <= wealth[j] || if gifts[i].is_positive() { parts[i] > parts[j] } else { parts[j].is_zero() }
            );
        }
        if let &[from, to, ..] = &givers[..] {
            // Less than it gives, so that it still gives.
            let sum = &gifts[from] * &chance(&mut luck);
            let mut moved = wealth.clone();
            (moved[from], moved[to]) = (&wealth[from] - &sum, &wealth[to] + &sum);
            let after = at(&moved);
            assert_eq!(exact(&after, "provided"), provided);
            for k in 0..3 {
                let wanted = &gifts[k] + &(&moved[k] - &wealth[k]);
                assert_eq!(exact(&after, &format!("gives_{}", names[k])), wanted);
            }
            shifted += 1;
        }
    }
    assert!(shifted > 50, "{shifted}");
}

/// V23: the least patience for n rounds of punishment, from the closed form and from the machine; the findings of the
/// named game on either side of it.
#[test]
fn cross_limited_punishment_agrees_with_the_machine() {
    let (mut luck, mut seen) = (Luck(123), [0; 2]);
    for _ in 0..40 {
        let four = dilemma(&mut luck);
        let length = 1 + luck.below(4);
        let at = |discount: &str| {
            let mut sets: Vec<(&str, Rational)> = FOUR.into_iter().zip(four.map(Rational::from)).collect();
            sets.push(("punishment_length", Rational::from(length)));
            sets.push(("discount", discount.parse().expect("a number")));
            ask_at("repeated-dilemma", &sets)
        };
        let found = at("0.5");
        let (stage, machine) = (stage(four), limited_punishment(length as u8));
        let pair = Match::new(&stage, &machine, &machine, Rational::zero()).expect("a match");
        let border = patience(&pair, Solution::SubgamePerfect, &ratio(1, 1 << 40)).expect("decided");
        let bracket = border.only().map(|b| (b.fails.to_f64(), b.holds.to_f64()));
        assert_eq!(absent(&found, "patience_limited"), bracket.is_none(), "{four:?} {length}");
        seen[usize::from(bracket.is_some())] += 1;
        let Some((fails, holds)) = bracket else { continue };
        let least = number(&found, "patience_limited");
        assert!(least >= fails - 1e-12 && least <= holds + 1e-12, "{four:?} {length}: {least}");
        for (shift, enough) in [(-1e-3, false), (1e-3, true)] {
            if (0.0..0.999).contains(&(least + shift)) {
                let beside = at(&format!("{}", least + shift));
                assert_eq!(truth(&beside, "limited_holds"), enough);
                let rounds = value(&beside, "length").to_f64();
                assert_eq!(rounds.is_some_and(|n| n <= length as f64), enough, "{rounds:?}");
            }
        }
    }
    assert!(seen.iter().all(|&count| count > 3), "{seen:?}");
}

/// V25: the rounds in mutual defection, at drawn generosity, spent by the machines themselves; who never forgives never
/// leaves.
#[test]
fn cross_generosity_ends_mutual_defection_at_random() {
    let mut luck = Luck(125);
    let stage = stage([5, 3, 1, 0]);
    for _ in 0..20 {
        let generosity = over(20 + luck.below(81), 100);
        let machine = generous_tit_for_tat(generosity.clone()).and_then(|m| m.from_state(1)).expect("a machine");
        let pair = Match::new(&stage, &machine, &machine, Rational::zero()).expect("a match");
        let spent = pair.total(120).expect("few rounds").shares[3].to_f64();
        near(number(&ask_at("noise-and-forgiveness", &[("generosity", generosity)]), "escape"), spent + 1.0, 1e-9);
    }
    assert!(absent(&ask("noise-and-forgiveness", &[("generosity", "0")]), "escape"));
}

/// V26: over the weight (R − T)/(R − S) a hunt between two is felt as a dilemma, under it as a hunt; the least number of
/// actors is the first at which the patience asked for is there.
#[test]
fn theorem_relative_gains_turn_the_hunt_and_are_diluted() {
    let (mut luck, mut turned) = (Luck(126), 0);
    for _ in 0..TIMES {
        let [r, t, p, s] = dilemma(&mut luck);
        let hunt = |weight: &Rational| {
            let mut sets: Vec<(&str, Rational)> = FOUR.into_iter().zip([t, r, p, s].map(Rational::from)).collect();
            sets.push(("weight", weight.clone()));
            ask_at("relative-gains", &sets)
        };
        let switch = exact(&hunt(&Rational::zero()), "switch");
        assert_eq!(&switch * &Rational::from(r - s), Rational::from(r - t));
        let tiny = over(1, 1_000_000);
        let under = (&switch - &tiny).max(Rational::zero());
        if switch < Rational::one() {
            turned += 1;
            assert_eq!(solve(bimatrix(&hunt(&under))).equilibria.len(), 3);
            let over = hunt(&(&switch + &tiny).min(Rational::one()));
            assert_eq!(pure::equilibria(bimatrix(&over)), [(1, 1)]);
            assert_eq!(solve(bimatrix(&over)).equilibria.len(), 1);
        }
        // Cooperation that holds itself up needs no patience, and a little over the switch hardly any.
        assert_eq!(exact(&hunt(&under), "patience"), Rational::zero());
    }
    assert!(turned > 30, "{turned}");
    for _ in 0..TIMES {
        let four = dilemma(&mut luck);
        let sets: Vec<(&str, Rational)> = FOUR
            .into_iter()
            .zip(four.map(Rational::from))
            .chain([("weight", over(luck.below(11), 10)), ("discount", over(luck.below(20), 20))])
            .collect();
        let at = |actors: i64| ask_at("relative-gains", &[&sets[..], &[("actors", Rational::from(actors))]].concat());
        let found = at(2);
        let enough = |actors: i64| exact(&at(actors), "patience") <= sets[5].1;
        match value(&found, "least_actors").to_f64().map(|n| n as i64) {
            Some(least) => assert!(enough(least) && (least == 2 || !enough(least - 1)), "{sets:?} {least}"),
            None => assert!(!enough(1000), "{sets:?}"),
        }
        assert!(absent(&found, "switch"), "defection pays anyway");
        if let games::named::Value::Exact(most) = value(&found, "most_spread") {
            assert!(*most <= Rational::one() && !most.is_negative(), "{most}");
        }
    }
}

/// V28: patience deters if (q − ε)L > gε, and then from the least on that is said; else never. An institution with fewer
/// false alarms is worth what it saves, and never less than nothing.
#[test]
fn theorem_patience_cannot_replace_information() {
    let (mut luck, mut seen) = (Luck(128), [0; 2]);
    for _ in 0..TIMES {
        let (g, l) = (hundredths(&mut luck, 600), hundredths(&mut luck, 600));
        let error = luck.below(40);
        let detection = over(error + 1 + luck.below(60), 100);
        let sets = [
            ("gain", g.clone()),
            ("loss", l.clone()),
            ("error", over(error, 100)),
            ("detection", detection.clone()),
            ("institution_error", over(luck.below(error as u64 + 1), 100)),
        ];
        let error = sets[2].1.clone();
        let at = |discount: Rational| ask_at("public-monitoring", &[&sets[..], &[("discount", discount)]].concat());
        let delta = over(90 + luck.below(10), 100);
        let found = at(delta.clone());
        let bites = &(&detection - &error) * &l > &g * &error;
        assert_eq!(absent(&found, "patience"), !bites, "{sets:?}");
        seen[usize::from(bites)] += 1;
        if bites {
            let least = exact(&found, "patience");
            let tiny = over(1, 10_000);
            for (delta, enough) in [(least.clone(), true), (&least - &tiny, false), (&least + &tiny, true)] {
                if delta > over(1, 50) && delta < over(9_999, 10_000) {
                    let beside = at(delta);
                    assert_eq!(truth(&beside, "feasible"), enough, "{sets:?}");
                    // The false alarms that are still borne, seen from the other side.
                    assert_eq!(!absent(&beside, "most_error") && exact(&beside, "most_error") >= error, enough);
                }
            }
        } else {
            assert!(!truth(&at(over(9_999, 10_000)), "feasible"), "{sets:?}");
        }
        let kept = |id: &str| value(&found, id).to_f64().unwrap_or(0.0);
        let saved = l.to_f64() * (kept("institution_kept") - kept("kept"));
        near(number(&found, "institution_worth"), saved, 1e-9 * (1.0 + saved));
        assert!(saved >= 0.0, "{sets:?}");
        // Under the institution things are as they are where its false alarms are the only ones.
        let mut alone = sets.to_vec();
        (alone[2].1, alone[4].1) = (sets[4].1.clone(), Rational::zero());
        let alone = ask_at("public-monitoring", &[&alone[..], &[("discount", delta)]].concat());
        for (there, here) in [("institution_breakdown", "breakdown"), ("institution_kept", "kept")] {
            assert_eq!(value(&found, there), value(&alone, here), "{sets:?}");
        }
    }
    assert!(seen.iter().all(|&count| count > 20), "{seen:?}");
}
