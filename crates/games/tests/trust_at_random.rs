//! Games of trust and of fear at drawn payoffs: what the closed forms promise, taken at its word.

mod ask;
mod random;

use ask::*;
use games::named::Analysis;
use games::population::Size;
use games::population::assurance::tragic;
use games::population::watching::{trust_after, watch};
use games::{Player, Rational, solve, two::pure, two::selection};
use random::Luck;
use theory::closed_form::trust::minimum_trust;
use theory::real::{exp, ln};

const TIMES: usize = 200;

/// A probability strictly inside.
fn chance(luck: &mut Luck) -> Rational {
    over(1 + luck.below(98), 99)
}

/// Four different payoffs, the greatest first.
fn falling(luck: &mut Luck) -> [Rational; 4] {
    let mut at = over(luck.below(2000) - 1000, 100);
    let mut all = [(); 4].map(|()| {
        at = &at + &over(1 + luck.below(400), 100);
        at.clone()
    });
    all.reverse();
    all
}

/// The game with these payoffs under the names of T, R, P and S.
fn social(id: &str, names: [&'static str; 4], values: [Rational; 4]) -> Analysis {
    ask_at(id, &names.into_iter().zip(values).collect::<Vec<_>>())
}

/// Actions of every pure equilibrium, and row's mix in the others.
fn equilibria(found: &Analysis) -> (Vec<(usize, usize)>, Vec<Rational>) {
    let answer = solve(bimatrix(found));
    assert!(answer.is_complete());
    let mixed = answer.equilibria.iter().filter(|e| !e.profile.is_pure()).map(|e| e.profile.mixes[0][0].clone());
    (pure::equilibria(bimatrix(found)), mixed.collect())
}

/// V01: whatever the payoffs, their order decides: the dilemma ends in defection, the hunt in either, chicken in either of
/// the unequal outcomes, deadlock in defection; mixed play makes the other indifferent, and what is said beside agrees.
#[test]
fn theorem_the_order_of_payoffs_decides_the_equilibria() {
    let mut luck = Luck(101);
    let (mut safe, mut steady) = ([0; 3], [0; 2]);
    for _ in 0..TIMES {
        let values = falling(&mut luck);
        let [a, b, c, d] = values.clone();
        let dilemma = social("prisoners-dilemma", ["temptation", "reward", "punishment", "sucker"], values.clone());
        assert_eq!(equilibria(&dilemma), (vec![(1, 1)], vec![]));
        // Defecting once gains T − R and from then on loses R − P a round.
        let patience = exact(&dilemma, "patience");
        assert_eq!(&patience * &(&b - &c), &(&Rational::one() - &patience) * &(&a - &b));
        assert_eq!(truth(&dilemma, "cooperation_best"), &b + &b > &a + &d);
        steady[usize::from(truth(&dilemma, "cooperation_best"))] += 1;

        let hunt = social("stag-hunt", ["reward", "temptation", "punishment", "sucker"], values.clone());
        let (sure, mixed) = equilibria(&hunt);
        let threshold = (&c - &d).over(&(&(&c - &d) + &(&a - &b))).expect("ordered");
        assert_eq!((sure, mixed), (vec![(0, 0), (1, 1)], vec![threshold.clone()]));
        assert_eq!(exact(&hunt, "threshold"), threshold);
        assert_eq!(exact(&hunt, "basin"), &Rational::one() - &threshold);
        let order = selection::risk_order(bimatrix(&hunt), (0, 0), (1, 1)).expect("both strict");
        assert_eq!(order, (&a + &d).cmp(&(&b + &c)));
        let words = ["mutual defection", "neither: both are equally safe", "mutual cooperation"];
        assert_eq!(said(&hunt, "safer"), words[(order as i8 + 1) as usize]);
        safe[(order as i8 + 1) as usize] += 1;

        let chicken = social("chicken", ["temptation", "reward", "sucker", "punishment"], values.clone());
        let (sure, mixed) = equilibria(&chicken);
        assert_eq!((sure, &mixed), (vec![(0, 1), (1, 0)], &vec![exact(&chicken, "threshold")]));
        let firm = &Rational::one() - &mixed[0];
        assert_eq!(exact(&chicken, "crash"), &firm * &firm);

        let deadlock = social("deadlock", ["temptation", "punishment", "reward", "sucker"], values);
        assert_eq!(equilibria(&deadlock), (vec![(1, 1)], vec![]));
        assert_eq!(exact(&deadlock, "quarrel"), &b - &c);
    }
    assert!(safe[0] > 20 && safe[2] > 20 && steady.iter().all(|&count| count > 20), "{safe:?} {steady:?}");
    // Equally safe, and as good as taking turns: no more than that.
    let even = ["4", "2", "3", "1"].map(|text| text.parse().expect("a number"));
    let hunt = social("stag-hunt", ["reward", "punishment", "temptation", "sucker"], even);
    assert_eq!(said(&hunt, "safer"), "neither: both are equally safe");
    let even = ["5", "3", "2", "1"].map(|text| text.parse().expect("a number"));
    let dilemma = social("prisoners-dilemma", ["temptation", "reward", "punishment", "sucker"], even);
    assert!(!truth(&dilemma, "cooperation_best"));
}

/// V02: short of trust on either side all that is left is defection, and for certain; a millionth over it, cooperation
/// holds too. More to gain from cooperation lowers the threshold, more to lose by it raises it.
#[test]
fn theorem_short_of_trust_only_defection_is_left() {
    let mut luck = Luck(102);
    let names = ["reward", "temptation", "punishment", "sucker"];
    for _ in 0..TIMES {
        let values = falling(&mut luck);
        let m = exact(&social("assurance", names, values.clone()), "minimum_trust");
        let tiny = over(1, 1_000_000);
        let rich = &m + &(&(&Rational::one() - &m) * &chance(&mut luck));
        let poor = &m * &chance(&mut luck);
        let at = |one: &Rational, other: &Rational| {
            let trust = [("trust_one", one.clone()), ("trust_other", other.clone())];
            let sets: Vec<_> = names.into_iter().zip(values.clone()).chain(trust).collect();
            equilibria(&ask_at("assurance", &sets))
        };
        for (one, other) in [(&poor, &rich), (&rich, &poor), (&poor, &poor), (&(&m - &tiny), &rich)] {
            assert_eq!(at(one, other), (vec![(1, 1)], vec![]), "{values:?} {one} {other}");
        }
        for (one, other) in [(&rich, &rich), (&(&m + &tiny), &(&m + &tiny))] {
            assert_eq!(at(one, other).0, [(0, 0), (1, 1)], "{values:?} {one} {other}");
        }
        // Moved by less than what keeps the order.
        for (place, step, rises) in [(0, 1, false), (1, -1, false), (2, 1, true), (3, -1, true)] {
            let mut moved = values.clone();
            moved[place] = &moved[place] + &over(step, 200);
            assert_eq!(exact(&social("assurance", names, moved), "minimum_trust") > m, rises, "{values:?} {place}");
        }
    }
}

/// V04: the order of what is seen does not matter, every act adds the log of its likelihood ratio, and the kernel's rule
/// and the named game say the same, within the ±9.21 of log-odds to which the kernel keeps.
#[test]
fn theorem_news_counts_the_same_in_any_order() {
    let mut luck = Luck(104);
    for _ in 0..TIMES {
        let [honest, face, prior] = [(); 3].map(|()| over(20 + luck.below(61), 100));
        let rates = [honest, face];
        let mut moves: Vec<bool> = (0..luck.below(6)).map(|_| luck.below(2) == 0).collect();
        let [p, honest, face] = [&prior, &rates[0], &rates[1]].map(Rational::to_f64);
        let first = trust_after(p, &moves, (honest, face));
        for k in (1..moves.len()).rev() {
            moves.swap(k, luck.below(k as u64 + 1) as usize);
        }
        near(trust_after(p, &moves, (honest, face)), first, 1e-12);
        let ratio = |&c: &bool| ln(if c { honest / face } else { (1.0 - honest) / (1.0 - face) });
        let odds = ln(p / (1.0 - p)) + moves.iter().map(ratio).sum::<f64>();
        near(first, 1.0 / (1.0 + exp(-odds)), 1e-9);
        let seen = moves.iter().filter(|c| **c).count() as i64;
        let sets = [
            ("prior", prior),
            ("honest", rates[0].clone()),
            ("false_face", rates[1].clone()),
            ("cooperations", Rational::from(seen)),
            ("defections", Rational::from(moves.len() as i64 - seen)),
        ];
        near(number(&ask_at("belief", &sets), "posterior"), first, 1e-9);
    }
}

/// Acts until one is sure, and the chance to be right then, over all histories: only how many acts of each kind were seen
/// counts.
fn sequential([honest, face]: [f64; 2], error: f64) -> (f64, f64) {
    let border = ln((1.0 - error) / error);
    let (mut open, mut acts, mut right) = (vec![1.0], 0.0, 0.0);
    for seen in 1..=64_usize {
        let mut next = vec![0.0; seen + 1];
        for (cooperations, weight) in open.into_iter().enumerate() {
            acts += weight;
            next[cooperations + 1] += weight * honest;
            next[cooperations] += weight * (1.0 - honest);
        }
        for (cooperations, weight) in next.iter_mut().enumerate() {
            let defections = (seen - cooperations) as f64;
            let odds = cooperations as f64 * ln(honest / face) + defections * ln((1.0 - honest) / (1.0 - face));
            if odds.abs() >= border {
                right += if odds > 0.0 { *weight } else { 0.0 };
                *weight = 0.0;
            }
        }
        open = next;
    }
    (acts, right)
}

/// V04 vi at drawn rates: watchers need as many acts as all histories together say, no fewer than Wald's approximation
/// has it, and are right at least as often as they wanted. The figures printed for .95 and .2 come out as well; and of
/// the other kind the approximation is the same with the rates exchanged.
#[test]
fn cross_watchers_agree_with_every_history() {
    let (acts, right) = sequential([0.95, 0.2], 0.05);
    near(acts, 2.299, 0.02);
    near(right, 0.992, 5e-4);
    let mut luck = Luck(1945);
    for _ in 0..6 {
        let (honest, face) = (over(70 + luck.below(28), 100), over(2 + luck.below(28), 100));
        let error = over(1 + luck.below(10), 100);
        let sets = [("honest", honest.clone()), ("false_face", face.clone()), ("error", error.clone())];
        let found = ask_at("belief", &sets);
        let [h, f, e] = sets.each_ref().map(|(_, v)| v.to_f64());
        for (kind, rates, wald) in [(1.0, [h, f], "acts_good"), (0.0, [1.0 - f, 1.0 - h], "acts_bad")] {
            let (acts, right) = sequential(rates, e);
            let watched = watch(kind, (h, f), e, Size { populations: 20, actors: 3_000, seed: 4 }).expect("rates");
            assert!(watched.moves.is_near(acts), "{sets:?} {acts} {watched:?}");
            assert!((watched.right.mean - right).abs() <= 4.0 * watched.right.error + 1e-4, "{right} {watched:?}");
            assert!(right >= 1.0 - e && number(&found, wald) <= acts + 1e-9, "{sets:?} {right} {acts}");
        }
        let swapped = [("honest", face), ("false_face", honest), ("error", error)];
        let other = ask_at("belief", &swapped);
        near(number(&found, "acts_bad"), number(&other, "acts_good"), 1e-12);
        near(number(&found, "acts_good"), number(&other, "acts_bad"), 1e-12);
    }
}

/// V04 v in drawn societies: all conflict under the threshold is tragic in t² of cases, none is over it; never in more
/// than m².
#[test]
fn cross_tragic_conflicts_never_exceed_the_square_of_the_threshold() {
    let (mut luck, mut seen) = (Luck(105), [0; 2]);
    while seen.iter().sum::<usize>() < 10 {
        let [r, t, p, s] = falling(&mut luck).map(|v| v.to_f64());
        let share = chance(&mut luck).to_f64();
        let m = minimum_trust(t, r, p, s).expect("trustworthy");
        // Few meetings tell too little close to the threshold.
        if (share - m).abs() < 0.15 || !(0.2..0.95).contains(&m) {
            continue;
        }
        seen[usize::from(share > m)] += 1;
        let found = tragic([t, r, p, s], share, 300, Size { populations: 6, actors: 800, seed: 55 });
        let found = found.expect("conflicts");
        assert!(found.mean <= m * m + 4.0 * found.error, "{m} {share} {found:?}");
        let wanted = if share < m { share * share } else { 0.0 };
        assert!((found.mean - wanted).abs() <= 4.0 * found.error + 3e-3, "{m} {share} {found:?}");
    }
    assert!(seen.iter().all(|&count| count > 1), "{seen:?}");
}

/// V05: the window has the ends that are said, at drawn payoffs: both reassure, a millionth outside does not, and where
/// there is no window no step does.
#[test]
fn theorem_the_window_of_reassurance_has_the_ends_that_are_said() {
    let (mut luck, mut seen) = (Luck(106), [0; 2]);
    let names = ["reward", "temptation", "punishment", "sucker"];
    let bad = ["bad_temptation", "bad_reward", "bad_punishment", "bad_sucker"];
    for _ in 0..TIMES {
        let good = falling(&mut luck);
        let mut sets: Vec<_> = names.into_iter().zip(good.clone()).collect();
        sets.extend(bad.into_iter().zip(falling(&mut luck)));
        sets.push(("trust", chance(&mut luck)));
        let found = ask_at("reassurance", &sets);
        let reassures = |first: &Rational| {
            let sets = [&sets[..], &[("first", first.clone())]].concat();
            truth(&ask_at("reassurance", &sets), "reassures")
        };
        let possible = truth(&found, "possible");
        seen[usize::from(possible)] += 1;
        let [r, t, p, s] = good.each_ref().map(Rational::to_f64);
        near(number(&found, "one_shot"), minimum_trust(t, r, p, s).expect("trustworthy"), 1e-12);
        if possible {
            let [least, most] = ["smallest", "largest"].map(|id| exact(&found, id));
            let tiny = &least * &over(1, 1_000_000);
            assert!(least <= most && reassures(&least) && reassures(&most), "{sets:?}");
            assert!(!reassures(&(&least - &tiny)), "{sets:?}");
            assert!(most == Rational::one() || !reassures(&(&most + &tiny).min(Rational::one())), "{sets:?}");
        } else {
            assert!((0..=40).all(|k| !reassures(&over(k, 40))), "{sets:?}");
        }
    }
    assert!(seen.iter().all(|&count| count > 20), "{seen:?}");
}

/// Where the reply to common fear ends among 400,000 countries, one cost in every 400,000th of the range: evenly spread
/// draws, so that ninetyfold fear does not multiply the luck of drawing.
fn spread(costs: &[f64], [gain, exposure]: [f64; 2], start: f64) -> f64 {
    let mut share = start;
    loop {
        let cutoff = (1.0 - share) * gain + share * exposure;
        let next = costs.partition_point(|cost| *cost < cutoff) as f64 / costs.len() as f64;
        if next == share {
            return share;
        }
        share = next;
    }
}

/// V08: all printed rows, the ninetyfold one among them, simulated within .002; and drawn gains, losses and costs.
/// Whether nobody or everybody arms at first makes no difference: there is one equilibrium.
#[test]
fn published_contagion_of_fear_among_many_countries() {
    let mut luck = Luck(108);
    const MANY: usize = 400_000;
    let costs: Vec<f64> =
        (0..MANY).map(|k| (k as f64 + luck.below(1 << 40) as f64 / (1u64 << 40) as f64) / MANY as f64).collect();
    for ([gain, exposure], share, times) in [
        (["0.01", "0.9"], 0.0909091, 9.09),
        (["0.001", "0.99"], 0.0909091, 90.9),
        (["0.05", "0.8"], 0.2, 4.0),
        (["0.01", "0.5"], 0.0196078, 1.96),
        (["0.002", "1"], 1.0, 500.0),
    ] {
        let found = ask("fear-multiplier", &[("gain", gain), ("exposure", exposure)]);
        near(number(&found, "arms"), share, 1e-6);
        near(number(&found, "multiplier") / times, 1.0, 1e-3);
        let sets = [gain, exposure].map(|text| text.parse().expect("a number"));
        for start in [0.0, 1.0] {
            near(spread(&costs, sets, start), share, 0.002);
        }
    }
    let mut certain = [0; 2];
    for _ in 0..30 {
        let gain = over(1 + luck.below(300), 1000);
        let sets = [
            ("exposure", &gain + &over(1 + luck.below(1500), 1000)),
            ("gain", gain),
            ("highest", over(50 + luck.below(200), 100)),
        ];
        let found = ask_at("fear-multiplier", &sets);
        let [exposure, gain, highest] = sets.each_ref().map(|(_, v)| v.to_f64());
        // Everything in units of the highest cost.
        for start in [0.0, 1.0] {
            let slope = (1.0 - (exposure - gain) / highest).abs().max(0.01);
            near(spread(&costs, [gain / highest, exposure / highest], start), number(&found, "arms"), 1e-5 / slope);
        }
        certain[usize::from(truth(&found, "certain"))] += 1;
        let (arms, dominant) = (number(&found, "arms"), number(&found, "dominant"));
        near(number(&found, "race"), arms * arms, 1e-12);
        near(dominant, costs.partition_point(|c| c * highest < gain) as f64 / MANY as f64, 1e-5);
        near(number(&found, "multiplier") * dominant, arms, 1e-12);
        // The costliest that still arms is indifferent, unless all arm.
        let cutoff = number(&found, "cutoff");
        if arms < 1.0 {
            near(cutoff, (1.0 - arms) * gain + arms * exposure, 1e-12);
        } else {
            near(cutoff, highest, 1e-12);
        }
    }
    assert!(certain.iter().all(|&count| count > 3), "{certain:?}");
}

/// What cooperating gains at signal x while the other cooperates at signals over k, exactly: a function of the true value
/// that is at most quadratic between its corners, for which Simpson's rule is no approximation.
fn gain_at([t, p, s]: [f64; 3], error: f64, x: f64, k: f64) -> f64 {
    let gain = |value: f64| {
        let other = ((value + error - k) / (2.0 * error)).clamp(0.0, 1.0);
        other * (value - t) + (1.0 - other) * (s - p)
    };
    let corners = [x - error, k - error, k + error, x + error].map(|v| v.clamp(x - error, x + error));
    let part = |pair: &[f64]| {
        (pair[1] - pair[0]) / 6.0 * (gain(pair[0]) + 4.0 * gain((pair[0] + pair[1]) / 2.0) + gain(pair[1]))
    };
    corners.windows(2).map(part).sum::<f64>() / (2.0 * error)
}

/// V10 at drawn payoffs and errors: best replies in cut-offs from below, where only the value itself counts, and from
/// above end at the threshold; never to cooperate is answered by never cooperating, whatever is seen.
#[test]
fn cross_strategic_risk_agrees_with_best_replies_at_random() {
    let mut luck = Luck(110);
    for _ in 0..20 {
        let [t, p, s, _] = falling(&mut luck);
        let error = &(&p - &s) * &over(1 + luck.below(40), 100);
        let sets = [("temptation", t), ("punishment", p), ("sucker", s), ("error", error)];
        let found = ask_at("strategic-risk", &sets);
        let [t, p, s, error] = sets.each_ref().map(|(_, v)| v.to_f64());
        let (wanted, payoffs) = (number(&found, "threshold"), [t, p, s]);
        assert_eq!(&exact(&found, "threshold") - &exact(&found, "certain"), exact(&found, "fear"));
        for start in [t, wanted + 3.0 * error] {
            let mut cutoff = start;
            for _ in 0..20_000 {
                // The better the signal, the more it is worth to cooperate; over k + 2ε the other is sure to.
                let (mut low, mut high) =
                    (cutoff - 2.0 * error - (p - s) - (t - p), cutoff + 2.0 * error + (p - s) + (t - p));
                for _ in 0..60 {
                    let middle = 0.5 * (low + high);
                    if gain_at(payoffs, error, middle, cutoff) > 0.0 { high = middle } else { low = middle }
                }
                let moved = (high - cutoff).abs();
                cutoff = high;
                if moved < 1e-12 {
                    break;
                }
            }
            near(cutoff, wanted, 1e-6);
        }
        assert!((0..50).all(|k| gain_at(payoffs, error, wanted + f64::from(k), wanted + 1e9) < 0.0));
        for reward in [-100_000, 0, 100_000] {
            let sets = [&sets[..], &[("reward", Rational::from(reward))]].concat();
            assert!(pure::equilibria(bimatrix(&ask_at("strategic-risk", &sets))).contains(&(1, 1)));
            assert_eq!(bimatrix(&ask_at("strategic-risk", &sets)).count(Player::Row), 2);
        }
    }
}
