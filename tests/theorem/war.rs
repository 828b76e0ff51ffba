//! War (model §6): how often it breaks out, how far it goes, who wins, what it moves, and what it tells.

use herz_tests::{Lab, Running};
use proptest::prelude::*;
use theory::happen::{Happening, What};
use theory::issue::military::indictment;
use theory::real::{exp, ln};
use theory::step::{Instructions, Stretch, advance};
use theory::world::LANES;

use crate::cases;
use crate::scene::{Actor, Scene, actor, numbers};

/// Two at the effort they need, with fixed weights, no noise of effort, and these numbers of the issue and of war.
fn at_rest(actors: [Actor; 2], issue: &[(&str, f64)], war: &[(&str, f64)]) -> Lab {
    let quiet = numbers(&[("shock", 0.0)]) + &numbers(issue);
    let war = numbers(&[("attrition_limited", 0.0), ("spoils", 0.0), ("shock_to_trust", 0.0)]) + &numbers(war);
    let lab = Scene::of(100, actors.to_vec()).issue(&quiet).issue("[issues.war]").issue(&war).lab();
    let mut settled = lab.clone().start();
    settled.settle();
    let initial = settled.world.issues[0].log_effort.iter().map(|lane| lane.map(exp)).collect();
    Lab { initial, ..lab }
}

/// Runs `blocks` blocks over `months`, each with a seed of its own, and shows every run's end.
fn many(lab: &Lab, blocks: u64, months: u32, mut see: impl FnMut(&Running)) {
    for seed in 0..blocks {
        let mut world = lab.clone().start();
        world.advance(months, Some(seed));
        see(&world);
    }
}

fn log(world: &Running) -> &[Happening] {
    world.course.state.log.as_deref().unwrap_or_default()
}

/// `count` of `trials` is within four standard errors of chance `p` (false alarm 6·10⁻⁵ each; seeds are fixed).
fn fits(count: f64, trials: f64, p: f64, what: &str) {
    let error = (trials * p * (1.0 - p)).sqrt();
    assert!((count - trials * p).abs() < 4.0 * error, "{what}: {count} of {trials}, not {p}");
}

/// Wars break out at 2c(1−α)R·[a_ij P_ij + a_ji P_ji], with P the chance of success and R without technology; a
/// benign pair's at ρH/(1+H), a greedy attacker's at 1.
#[test]
fn theorem_wars_break_out_at_the_closed_rate() {
    let (w, c, r, alpha, b, kappa) = (0.4, 1.3, 1.0, 0.25, 0.6, 0.5);
    for greedy in [0.0, 1.0] {
        let first = actor("ada", 1.0, 6.0, &[("posture", 0.5)]).fixed(w);
        let second = actor("bob", 2.0, 3.0, &[("posture", -0.2), ("greedy", greedy)]).fixed(w);
        let force = [("offence_advantage", b), ("exposure", r), ("authority", alpha), ("first_strike", 0.9)];
        let lab = at_rest([first, second], &force, &[("war_rate", c), ("war_escalation", 0.0)]);
        let x = [lab.initial[0][0], lab.initial[1][0]];
        let force = exp(b + kappa * 0.3);
        let attack = |victim: f64, attacker: f64, greedy: f64| {
            let fear = (1.0 - alpha) * r * force * w * victim / attacker;
            let propensity = greedy + (1.0 - greedy) * 0.9 * fear / (1.0 + fear);
            2.0 * c * (1.0 - alpha) * r * propensity * force * attacker / (force * attacker + victim)
        };
        let (by_bob, by_ada) = (attack(x[0], x[1], greedy), attack(x[1], x[0], 0.0));
        let (mut wars, mut bobs, mut tragic) = (0.0, 0.0, 0.0);
        // A greedy actor does not stand at its need: it is followed for a month, the benign for a year.
        let months = if greedy > 0.0 { 1 } else { 12 };
        many(&lab, 1500, months, |world| {
            for lane in 0..LANES {
                let Some(first) = log(world).iter().find(|h| h.lane == lane) else { continue };
                wars += 1.0;
                bobs += f64::from(u8::from(first.actor == 1));
                tragic += f64::from(u8::from(first.what == What::AttackFromFear));
            }
        });
        let years = f64::from(months) / 12.0;
        fits(wars, 24_000.0, 1.0 - exp(-(by_ada + by_bob) * years), "wars");
        fits(bobs, wars, by_bob / (by_ada + by_bob), "attackers");
        fits(tragic, wars, if greedy > 0.0 { by_ada / (by_ada + by_bob) } else { 1.0 - 1e-12 }, "from fear");
    }
}

/// Between equals without offence advantage c times the objective hazard is the rate: what the ledger counts.
#[test]
fn theorem_between_equals_the_hazard_is_the_rate_of_war() {
    let equal = |id| actor(id, 1.0, 5.0, &[]).fixed(0.5);
    let lab = at_rest([equal("ada"), equal("bob")], &[("first_strike", 1.0)], &[]);
    let mut wars = 0.0;
    let mut hazard = 0.0;
    many(&lab, 1000, 12, |world| {
        wars += (0..LANES)
            .filter(|lane| world.course.state.wars[0].as_ref().is_some_and(|w| w.begun[*lane] > 0.0))
            .count() as f64;
        hazard = world.ledgers[0].objective[0][0] + world.ledgers[0].objective[1][0];
    });
    fits(wars, 16_000.0, 1.0 - exp(-hazard), "wars in a year");
}

/// A war's stages: it ends at one rate and widens at another, at most to the third, whatever the steps.
#[test]
fn theorem_wars_end_and_widen_at_their_rates() {
    let greedy = |id| actor(id, 1.0, 5.0, &[("greedy", 1.0)]).fixed(0.5);
    let (ending, widening) = (0.8, 1.1);
    let war = [("war_rate", 100.0), ("war_ending", ending), ("war_escalation", widening)];
    let lab = at_rest([greedy("ada"), greedy("bob")], &[], &war);
    let mut ended = [0.0; 4];
    let (mut steps, mut begun) = (0.0, 0.0);
    // Wars of the first ten years are followed to their ends: in twenty more all but one in ten million are over.
    many(&lab, 300, 12 * 30, |world| {
        for lane in 0..LANES {
            let mut start: Option<f64> = None;
            for h in log(world).iter().filter(|h| h.lane == lane) {
                match (h.what, start) {
                    (What::Ended(stage), Some(from)) => {
                        ended[usize::from(stage)] += 1.0;
                        steps += ((h.time - from) * 12.0f64).round();
                        begun += 1.0;
                        start = None;
                    }
                    (What::AttackFromGreed, _) => start = Some(h.time).filter(|time| *time < 10.0),
                    _ => {}
                }
            }
        }
    });
    let [end, widen] = [ending, widening].map(|rate: f64| 1.0 - exp(-rate / 12.0));
    // A step ends a war first; only a war that goes on widens.
    let leaves = (1.0 - end) * widen / (end + (1.0 - end) * widen);
    fits(ended[1], begun, 1.0 - leaves, "limited");
    fits(ended[2], begun, leaves * (1.0 - leaves), "extended");
    fits(ended[3], begun, leaves * leaves, "total");
    // Lengths are geometric with mean 1/end, in steps.
    let (mean, sd) = (1.0 / end, (1.0 - end).sqrt() / end);
    assert!((steps / begun - mean).abs() < 4.0 * sd / begun.sqrt(), "{} {mean}", steps / begun);
}

/// Who strikes has the advantage of attack, whichever stands first in the file.
#[test]
fn theorem_the_attacker_wins_by_its_force() {
    for attacker in [0, 1] {
        let one = |i: usize, id| actor(id, 1.0, 5.0, &[("greedy", f64::from(u8::from(i == attacker)))]).fixed(0.5);
        let force = [("offence_advantage", 1.0), ("first_strike", 0.0), ("exposure", 0.1), ("greed_excess", 0.01)];
        let lab = at_rest([one(0, "ada"), one(1, "bob")], &force, &[("war_rate", 50.0), ("war_ending", 6.0)]);
        let (mut wins, mut ends) = (0.0, 0.0);
        many(&lab, 200, 24, |world| {
            for h in log(world).iter().filter(|h| matches!(h.what, What::Ended(_))) {
                ends += 1.0;
                wins += f64::from(u8::from(h.actor == attacker));
            }
            assert!(log(world).iter().all(|h| h.what != What::AttackFromGreed || h.actor == attacker));
        });
        // The greedy one has up to 1 % more effort: within the error.
        let (low, high) = (exp(1.0) / (exp(1.0) + 1.0), exp(1.01) / (exp(1.01) + 1.0));
        assert!(ends > 5_000.0);
        fits(wins, ends, 0.5 * (low + high), "wins");
    }
}

/// A war moves output and makes none: what the loser loses the winner gains, however differently they have grown and
/// whoever else makes war.
#[test]
fn theorem_a_war_conserves_output() {
    let grows = |id, k: f64, end: f64| actor(id, 1.0, k, &[("greedy", 1.0)]).growing(&[0.0, 20.0], &[1.0, end]);
    let actors = vec![grows("ada", 4.0, 6.0), grows("bob", 7.0, 0.5), grows("cyd", 2.0, 1.0)];
    let war = [("war_rate", 20.0), ("war_ending", 9.0), ("war_escalation", 20.0), ("spoils", 0.5)];
    let mut world = Scene::of(20, actors).issue("[issues.war]").issue(&numbers(&war)).start();
    let mut moved = 0.0f64;
    for month in 0..12 * 20 {
        let time = f64::from(month) / 12.0;
        let total = |world: &Running, l: usize| -> f64 {
            let issue = &world.terms.issues[0];
            (0..3)
                .map(|i| {
                    issue.responsiveness[i][l]
                        * issue.output[i].factor(time)
                        * exp(world.course.state.resources[0][i][l])
                })
                .sum()
        };
        let before: Vec<f64> = (0..LANES).map(|l| total(&world, l)).collect();
        let were = world.course.state.resources[0].clone();
        world.advance(1, Some(7));
        for l in 0..LANES {
            assert!((total(&world, l) / before[l] - 1.0).abs() < 1e-12, "month {month}, run {l}");
            moved += (0..3).map(|i| (world.course.state.resources[0][i][l] - were[i][l]).abs()).sum::<f64>();
        }
    }
    assert!(moved > 10.0, "{moved}");
    // And the kernel feels it: responsiveness now is what war and growth have made of it.
    let (reading, l) = (world.look().responsiveness.clone(), 3);
    let want = 4.0 * 6.0 * exp(world.course.state.resources[0][0][l]);
    assert!((reading[0][l] / want - 1.0).abs() < 1e-12, "{} {want}", reading[0][l]);
}

/// What a war has done to output, needs and means follow alike: baseline and responsiveness.
#[test]
fn theorem_spoils_move_baseline_and_responsiveness_alike() {
    let of = |id| actor(id, 3.0, 5.0, &[]);
    let mut world = Scene::of(9, vec![of("ada"), of("bob")]).issue("[issues.war]").start();
    world.course.state.resources[0] = vec![[ln(2.0); LANES], [-ln(4.0); LANES]];
    world.look();
    let now = &world.course.now.issues[0];
    for (i, factor) in [2.0, 0.25].into_iter().enumerate() {
        assert!((now.baseline[i][0] / (3.0 * factor) - 1.0).abs() < 1e-12);
        assert!((now.responsiveness[i][0] / (5.0 * factor) - 1.0).abs() < 1e-12);
    }
}

/// The first attack of a run adds to everybody's mistrust of the attacker – the victim's too, and nobody's of another –
/// −ln[ρ·caution·εH/(1 + εH)]: the attacker's caution, its fear of this victim, the watcher's empathy with it.
#[test]
fn theorem_an_attack_convicts_by_the_attackers_fear_and_caution() {
    let (caution, efforts) = ([0.25, 1.0, 0.6], [2.0, 3.0, 5.0]);
    let mut lab = Lab::equals(3, 1.0, 5.0, 0.5, 0.0, 0.0);
    let issue = &mut lab.terms.issues[0];
    (issue.first_strike, issue.adjustment) = ([0.8; LANES], [0.0; LANES]);
    issue.conduct.caution = caution.map(|c| [c; LANES]).to_vec();
    issue.physics.war = Some(crate::remedies::quick_wars(3));
    if let Some(war) = &mut issue.physics.war {
        war.shock_to_trust = [9.0; LANES];
    }
    lab.terms.empathy = (0..9).map(|p| [0.1 + 0.09 * f64::from(p); LANES]).collect();
    lab.initial = efforts.map(|x| [x; LANES]).to_vec();
    let mut seen = [0; 3];
    for seed in 0..40 {
        let mut world = lab.clone().start();
        world.advance(1, Some(seed));
        for lane in 0..LANES {
            let attacks: Vec<_> = log(&world).iter().filter(|h| h.lane == lane).collect();
            let [attack] = attacks[..] else { continue };
            let (a, v) = (attack.actor, attack.partner);
            // Half suspected, fully exposed.
            let fear = 0.5 * efforts[v] / efforts[a];
            for (m, other) in (0..9).map(|p| (p / 3, p % 3)).filter(|(m, other)| m != other) {
                let felt = (0.1 + 0.09 * (3 * m + a) as f64) * fear;
                let want = if other == a { -ln(0.8 * caution[a] * felt / (1.0 + felt)) } else { 0.0 };
                let got = world.world.issues[0].log_odds[3 * m + other][lane];
                assert!((got - want).abs() < 1e-9, "{m} of {other} after {a} attacked {v}: {got} {want}");
            }
            seen[a] += 1;
        }
    }
    assert!(seen.iter().all(|&n| n > 3), "{seen:?}");
}

/// Each war counts its own losses, not those of the war before between the two.
#[test]
fn theorem_a_war_counts_its_own_losses() {
    let mut lab = Lab::equals(2, 1.0, 5.0, 0.5, 0.3, 0.5);
    lab.terms.issues[0].first_strike = [0.9; LANES];
    lab.terms.issues[0].physics.war = Some(crate::remedies::quick_wars(2));
    let mut world = lab.start();
    if let Some(wars) = &mut world.course.state.wars[0] {
        wars.lost[1] = [1e6; LANES];
    }
    world.advance(12 * 20, Some(2));
    let ends: Vec<f64> = log(&world).iter().filter(|h| matches!(h.what, What::Ended(_))).map(|h| h.size).collect();
    assert!(ends.len() > 30 && ends.iter().all(|&size| size > 0.0 && size < 1e3), "{ends:?}");
}

/// Two that make war often; the second is as greedy as said and never strikes itself.
fn struck(greedy: f64) -> Lab {
    let mut lab = Lab::equals(2, 1.0, 5.0, 0.5, 0.3, 0.5);
    let issue = &mut lab.terms.issues[0];
    (issue.first_strike, issue.greedy[1]) = ([0.9; LANES], [greedy; LANES]);
    issue.conduct.temper[1] = [0.0; LANES];
    issue.physics.war = Some(crate::remedies::quick_wars(2));
    lab
}

/// A war is tragic where neither side is greedy: one that fear begins against a greedy victim is not.
#[test]
fn theorem_a_war_against_the_greedy_is_not_tragic() {
    for greedy in [0.0, 1.0] {
        let mut world = struck(greedy).start();
        world.advance(12 * 9, Some(6));
        assert!(log(&world).iter().all(|h| h.what != What::AttackFromGreed));
        let wars = world.course.state.wars[0].as_ref().expect("wars");
        assert!(wars.begun.iter().sum::<f64>() > 20.0);
        assert_eq!(wars.tragic, if greedy > 0.5 { [0.0; LANES] } else { wars.begun });
    }
}

/// A limited war moves a hundredth of the spoils, an extended one a tenth, a total one all.
#[test]
fn theorem_spoils_grow_tenfold_by_stage() {
    for (stage, share) in [(1.0, 0.005), (2.0, 0.05), (3.0, 0.5)] {
        let mut lab = struck(0.0);
        if let Some(war) = &mut lab.terms.issues[0].physics.war {
            (war.spoils, war.ending) = ([0.5; LANES], [1e9; LANES]);
        }
        let mut world = lab.start();
        if let Some(wars) = &mut world.course.state.wars[0] {
            wars.stage[1] = [stage; LANES];
        }
        world.advance(1, Some(6));
        for l in 0..LANES {
            let moved = [0, 1].map(|i| world.course.state.resources[0][i][l]);
            let (lost, won) = (moved[0].min(moved[1]), moved[0].max(moved[1]));
            assert!(
                (lost - ln(1.0 - share)).abs() < 1e-12 && (won - ln(1.0 + share)).abs() < 1e-12,
                "{stage}: {moved:?}"
            );
        }
    }
}

/// Either side keeps a war from widening.
#[test]
fn theorem_either_side_can_limit_a_war() {
    for (limits, widens) in [([1.0, 1.0], true), ([0.0, 1.0], false), ([1.0, 0.0], false)] {
        let mut lab = Lab::equals(2, 1.0, 5.0, 0.5, 0.3, 0.5);
        lab.terms.issues[0].first_strike = [0.9; LANES];
        let mut war = crate::remedies::quick_wars(2);
        (war.limit, war.escalation) = (limits.map(|x| [x; LANES]).to_vec(), [6.0; LANES]);
        lab.terms.issues[0].physics.war = Some(war);
        let mut world = lab.start();
        world.advance(12 * 9, Some(4));
        assert!(log(&world).len() > 20);
        assert_eq!(log(&world).iter().any(|h| matches!(h.what, What::Widened(_))), widens, "{limits:?}");
    }
}

/// Where both would strike in one step it is mostly the likelier: draws count for their hazards.
#[test]
fn theorem_of_two_attackers_the_likelier_is_mostly_first() {
    let mut lab = Lab::equals(2, 1.0, 5.0, 0.5, 0.3, 0.5);
    lab.dt = 1.0;
    let issue = &mut lab.terms.issues[0];
    issue.greedy = vec![[1.0; LANES]; 2];
    // Actor 1 attacks at 3 a year, actor 0 at 1.
    (issue.conduct.temper[1], issue.conduct.temper[2]) = ([3.0; LANES], [1.0; LANES]);
    issue.physics.war = Some(crate::remedies::quick_wars(2));
    let mut by = [0.0; 2];
    for seed in 0..200 {
        let mut world = lab.clone().start();
        world.advance(1, Some(seed));
        log(&world).iter().for_each(|h| by[h.actor] += 1.0);
    }
    // Both draw below their chances 0.950 and 0.632 in 0.601 of the years; u/3 < v then in 0.749 of these.
    let [weak, strong] = [1.0 - exp(-1.0), 1.0 - exp(-3.0)];
    let first = 1.0 - strong / (6.0 * weak);
    let share = (strong * (1.0 - weak) + strong * weak * first) / (1.0 - (1.0 - strong) * (1.0 - weak));
    fits(by[1], by[0] + by[1], share, "the likelier first");
}

/// War destroys on both sides at the rate of its stage, and counts what it destroys.
#[test]
fn theorem_war_destroys_at_the_rate_of_its_stage() {
    for (widening, rate) in [(0.0, 0.3), (100.0, 0.9)] {
        let greedy = |id, k| actor(id, 1.0, k, &[("greedy", 1.0)]).fixed(0.5);
        let war = [("war_rate", 100.0), ("war_ending", 0.001), ("war_escalation", widening)];
        let stages = [("attrition_limited", 0.3), ("attrition_extended", 0.5), ("attrition_total", 0.9)];
        let slow = [("adjustment", 0.001), ("exposure", 5.0), ("shock", 0.0)];
        let scene = Scene::of(9, vec![greedy("ada", 5.0), greedy("bob", 2.0)]).issue(&numbers(&slow));
        let mut world = scene.issue("[issues.war]").issue(&numbers(&war)).issue(&numbers(&stages)).start();
        world.advance(24, Some(1));
        let (before, lost) = (world.world.issues[0].log_effort.clone(), world.course.state.wars[0].clone());
        world.advance(12, Some(1));
        let after = world.course.state.wars[0].as_ref().map_or([0.0; LANES], |wars| wars.lost[1]);
        let lane = (0..LANES).find(|l| lost.as_ref().is_some_and(|w| w.stage[1][*l] > 0.0)).expect("a war");
        let now = &world.world.issues[0].log_effort;
        for i in 0..2 {
            assert!(
                (now[i][lane] - before[i][lane] + rate).abs() < 0.01,
                "{widening}: {}",
                now[i][lane] - before[i][lane]
            );
        }
        let gone: f64 = (0..2).map(|i| exp(before[i][lane]) - exp(now[i][lane])).sum();
        let counted = after[lane] - lost.map_or(0.0, |wars| wars.lost[1][lane]);
        assert!((counted / gone - 1.0).abs() < 0.01, "{counted} {gone}");
    }
}

proptest! {
    #![proptest_config(cases())]

    /// An attack convicts less in the eyes of those who see the attacker's fear; never more than `most`, and without
    /// empathy always that.
    #[test]
    fn theorem_empathy_lightens_the_indictment(
        rho in 0.01..1.0, fear in 0.001..10.0, empathy in 0.0..0.99, more in 0.01..1.0, most in 0.1..9.0,
    ) {
        let with = |empathy: f64| indictment(rho, empathy.min(1.0), fear, most);
        let (less, seen) = (with(empathy), with(empathy + more));
        prop_assert!(seen <= less && less <= most && seen >= 0.0);
        prop_assert_eq!(with(0.0), most);
        // Nobody is acquitted by an attack, however sure a benign one would have made it.
        prop_assert_eq!(indictment(3.0, 1.0, 1e3, most), 0.0);
        if less < most {
            prop_assert!(seen < less);
            let felt = empathy * fear;
            prop_assert!((less + ln(rho * felt / (1.0 + felt))).abs() < 1e-12);
        }
    }
}

/// In a run: two watchers of one attack, and the one who understands the attacker's fear thinks less ill of it after.
#[test]
fn theorem_watchers_judge_an_attack_by_their_empathy() {
    let of = |id, greedy| actor(id, 1.0, 5.0, &[("greedy", greedy)]);
    let empathy = "[issues.war]\n".to_owned()
        + &numbers(&[("war_rate", 20.0), ("shock_to_trust", 9.0), ("attrition_limited", 0.0)]);
    let blind =
        [("opacity", 10.0), ("greed_excess", 0.01), ("first_strike", 1.0), ("mistrust", 0.3), ("exposure", 2.0)];
    let mut scene = Scene::of(9, vec![of("ada", 0.0), of("bob", 0.0), of("cyd", 0.0), of("dan", 0.0)]);
    scene = scene.issue(&numbers(&blind)).issue(&empathy);
    let mut lab = scene.lab();
    for watcher in 0..4 {
        for other in 0..4 {
            lab.terms.empathy[watcher * 4 + other] = [if watcher < 2 { 0.9 } else { 0.2 }; LANES];
        }
    }
    let mut seen = 0;
    let mut world = lab.start();
    for _ in 0..24 {
        let before = world.world.issues[0].log_odds.clone();
        let told = log(&world).len();
        world.advance(1, Some(3));
        for lane in 0..LANES {
            let new = log(&world)[told..].iter().filter(|h| h.lane == lane && h.what == What::AttackFromFear);
            let [attack] = new.collect::<Vec<_>>()[..] else { continue };
            let judges: Vec<usize> = (0..4).filter(|watcher| *watcher != attack.actor).collect();
            let pair = |watcher: usize| watcher * 4 + attack.actor;
            let rise = |watcher| world.world.issues[0].log_odds[pair(watcher)][lane] - before[pair(watcher)][lane];
            let (Some(&kind), Some(&blunt)) = (judges.first(), judges.last()) else { continue };
            // Who is sure already can hardly think worse.
            if kind < 2 && blunt >= 2 && before[pair(blunt)][lane] < 3.0 {
                assert!(rise(blunt) > rise(kind) + 0.5, "{} {}", rise(blunt), rise(kind));
                seen += 1;
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

/// War, deterrence and accidents come out the same, bit for bit, on whatever instructions they are computed.
#[test]
fn contract_physics_gives_the_same_bits_on_every_instruction_set() {
    let of = |id, more: &[(&str, f64)]| actor(id, 1.0, 5.0, &[&[("greedy", 0.5)], more].concat());
    let war = numbers(&[("war_rate", 9.0), ("war_escalation", 2.0), ("spoils", 0.4)]);
    let arms = Scene::of(9, ["ada", "bob", "cyd"].map(|id| of(id, &[])).to_vec()).issue("[issues.war]").issue(&war);
    let scale = [("damage_scale", 20.0)];
    let powers = Scene { kind: "nuclear", ..Scene::of(9, ["ada", "bob"].map(|id| of(id, &scale)).to_vec()) };
    for scene in [arms, powers.issue("[issues.nuclear]")] {
        let [wide, plain] = [Instructions::Widest, Instructions::Portable].map(|instructions| {
            let mut w = scene.start();
            let stretch = Stretch { first: 0, count: 100, dt: w.dt, seed: Some(1), replication: 0 };
            advance(&w.terms, &mut w.course, &mut w.world, &mut w.readings, &mut w.ledgers, stretch, instructions);
            w
        });
        assert_eq!(wide.world.issues[0].log_effort, plain.world.issues[0].log_effort);
        assert_eq!(wide.world.issues[0].log_odds, plain.world.issues[0].log_odds);
        assert_eq!(wide.ledgers[0].objective, plain.ledgers[0].objective);
        assert_eq!(wide.ledgers[0].accident, plain.ledgers[0].accident);
        assert_eq!((log(&wide), &wide.course.state.resources), (log(&plain), &plain.course.state.resources));
    }
}
