//! Levels (model §7): an outside threat quiets the dilemma inside and moves it up; without the threat it comes back.

use herz_tests::{Lab, Running};
use proptest::prelude::*;
use theory::level::{Node, authority_inside};
use theory::real::{exp, ln};
use theory::world::LANES;

use crate::cases;
use crate::remedies::signals::two_issues;
use crate::scene::{Actor, Scene, actor, numbers};

/// Members of the group, who they are and what they want; the first ids of this list.
const MEMBERS: [&str; 5] = ["ada", "bob", "cyd", "dan", "eve"];

/// `members` inside the group `home`, which `face` represents towards `wolf`; the group's own numbers in `level`.
fn nested(members: &[Actor], face: Actor, wolf: Option<Actor>, level: &[(&str, f64)], years: u32) -> Scene {
    let inside = |a: &Actor| a.clone().with("within = \"home\"");
    let mut actors: Vec<Actor> = members.iter().map(inside).collect();
    actors.push(face.with("represents = \"home\""));
    actors.extend(wolf);
    Scene { groups: vec![("home", numbers(level))], ..Scene::of(years, actors) }
}

/// ln effort of the first `n` actors and their log-odds about each other, in every replication.
fn inner(world: &Running, n: usize) -> Vec<[f64; LANES]> {
    let (now, all) = (&world.world.issues[0], world.terms.actors);
    let pairs = (0..n * n).filter(|p| p / n != p % n).map(|p| now.log_odds[p / n * all + p % n]);
    now.log_effort[..n].iter().copied().chain(pairs).collect()
}

/// The group's authority over its members at this moment: what is missing of the reach.
fn authority(world: &mut Running, (i, j): (usize, usize)) -> f64 {
    world.look();
    let p = i * world.terms.actors + j;
    1.0 - world.course.now.issues[0].reach[p][0] / world.terms.issues[0].reach[p][0]
}

proptest! {
    #![proptest_config(cases())]

    /// Relabelling levels changes nothing: n actors are the same, bit for bit, whether they face each other as they
    /// are or inside a group that an actor represents and nobody threatens; luck included.
    #[test]
    fn theorem_relabelling_levels_changes_nothing(
        n in 2usize..5, k in prop::collection::vec(1.0..9.0, 5), mu in 0.05..0.95, greed in 0.0..1.0, unity in 0.0..9.0,
        first in 0usize..2, seed in 0u64..1000,
    ) {
        let members: Vec<Actor> = (0..n).map(|i| actor(MEMBERS[i], 1.0, k[i], &[("greedy", greed)])).collect();
        let issue = numbers(&[("mistrust", mu)]);
        let flat = Scene::of(5, members.clone()).issue(&issue);
        let mut deep = nested(&members, actor("face", 1.0, 5.0, &[]), None, &[("unity", unity)], 5).issue(&issue);
        // Where the face stands in the file must not matter either.
        if first == 1 {
            deep.actors.rotate_right(1);
        }
        let (mut plain, mut levelled) = (flat.start(), deep.start());
        plain.advance(36, Some(seed));
        levelled.advance(36, Some(seed));
        let order: Vec<usize> = (0..n).map(|i| i + first).collect();
        let now = &levelled.world.issues[0];
        for (i, &a) in order.iter().enumerate() {
            prop_assert_eq!(plain.world.issues[0].log_effort[i], now.log_effort[a]);
            prop_assert_eq!(plain.ledgers[0].objective[i], levelled.ledgers[0].objective[a]);
            for (j, &b) in order.iter().enumerate().filter(|(j, _)| *j != i) {
                prop_assert_eq!(plain.world.issues[0].log_odds[i * n + j], now.log_odds[a * (n + 1) + b]);
            }
        }
    }

    /// The authority of a group over its members is the same whether somebody represents it or not, without a threat.
    #[test]
    fn theorem_without_a_threat_a_represented_group_is_a_group(
        mu in 0.05..0.95, alpha in 0.0..1.0, rules in 0.0..0.9, sanction in 0.0..0.9, seed in 0u64..1000,
    ) {
        let members: Vec<Actor> = MEMBERS[..3].iter().map(|id| actor(id, 1.0, 4.0, &[("greedy", 0.5)])).collect();
        let over = [("authority", alpha), ("rules", rules), ("sanction", sanction)];
        let issue = numbers(&[("mistrust", mu)]) + "[[issues.groups]]\ngroup = \"home\"\n" + &numbers(&over);
        let deep = nested(&members, actor("face", 1.0, 5.0, &[]), None, &[], 5).issue(&issue);
        let inside = members.iter().map(|a| a.clone().with("within = \"home\"")).collect();
        let plain = Scene { groups: vec![("home", String::new())], ..Scene::of(5, inside) }.issue(&issue);
        let (mut plain, mut deep) = (plain.start(), deep.start());
        let (a, b) = (inner(plain.advance(36, Some(seed)), 3), inner(deep.advance(36, Some(seed)), 3));
        prop_assert!(a.iter().flatten().zip(b.iter().flatten()).all(|(x, y)| (x - y).abs() < 1e-9 * y.abs().max(1.0)));
    }

    /// A threat H from outside leaves two members with x0 → 0 the effort K·w·R·(1−α0)·e^{−χH}, and makes the one who acts
    /// for them do what an actor of its own size would.
    #[test]
    fn theorem_a_threat_outside_dissolves_the_dilemma_inside(
        k in 1.0..9.0, w in 0.1..1.0, alpha in 0.0..0.8, unity in 0.1..5.0, size in 0.5..5.0,
    ) {
        let members: Vec<Actor> = MEMBERS[..2].iter().map(|id| actor(id, 1e-9, k, &[]).fixed(w)).collect();
        let issue = "[[issues.groups]]\ngroup = \"home\"\n".to_owned() + &numbers(&[("authority", alpha)]);
        let wolf = actor("wolf", size, 1e-9, &[]);
        let face = || actor("face", 1.0, 5.0, &[]).fixed(w);
        let mut world = nested(&members, face(), Some(wolf.clone()), &[("unity", unity)], 5).issue(&issue).start();
        for _ in 0..60 {
            world.advance(12, None);
        }
        let outside = world.course.state.outside[0][0];
        let reading = world.look();
        prop_assert!((outside - w * reading.effort[3][0] / reading.effort[2][0]).abs() < 1e-9 * outside);
        let want = ln(k * w * (1.0 - alpha)) - unity * outside;
        prop_assert!((ln(reading.effort[0][0]) - want).abs() < 1e-6, "{} {want}", ln(reading.effort[0][0]));
        // The dilemma has moved up: outward the face arms as if it had no members.
        let mut alone = Scene::of(5, vec![face(), wolf]).start();
        for _ in 0..60 {
            alone.advance(12, None);
        }
        prop_assert!((ln(world.effort(2)) - ln(alone.effort(0))).abs() < 1e-9);
    }

    /// Authority inside rises with the threat from its own level to one, and a broken group has none.
    #[test]
    fn theorem_authority_inside_rises_with_the_threat(base in 0.0..0.99, unity in 0.01..9.0, h in 0.0..3.0, more in 0.01..3.0) {
        let at = |outside: f64| authority_inside(base, unity, outside, 0.0);
        prop_assert!((at(0.0) - base).abs() < 1e-15 && at(h) < at(h + more) && at(h + more) < 1.0 + 1e-15);
        prop_assert!((1.0 - at(h) - (1.0 - base) * exp(-unity * h)).abs() < 1e-12);
        prop_assert_eq!(authority_inside(base, unity, h, 1.0), 0.0);
    }
}

/// Two frightened members, one who acts for them, and a wolf whose strength is small, large for 20 years, small again.
fn wolf_pack(level: &[(&str, f64)]) -> Scene {
    let members: Vec<Actor> = MEMBERS[..2].iter().map(|id| actor(id, 1.0, 8.0, &[("cap", 50.0)]).fixed(0.6)).collect();
    let wolf = actor("wolf", 0.05, 0.1, &[("greedy", 1.0), ("cap", 1e6)])
        .growing(&[20.0, 22.0, 40.0, 42.0], &[1.0, 100.0, 100.0, 1.0])
        .fixed(0.6);
    nested(&members, actor("face", 1.0, 8.0, &[]).fixed(0.6), Some(wolf), level, 80)
}

/// What is seen at the end of peace, of the threat, and long after it: effort of a member, of the face, authority inside.
fn seen(scene: &Scene) -> ([[f64; 3]; 3], Running) {
    let mut world = scene.start();
    let mut all = [[0.0; 3]; 3];
    for (at, years) in [20, 20, 40].into_iter().enumerate() {
        world.advance(12 * years, None);
        all[at] = [world.effort(0), world.effort(2), authority(&mut world, (0, 1))];
    }
    (all, world)
}

/// The transfer between levels and back: under the threat those inside disarm against each other and the whole arms
/// outward; when the threat is gone, both are as they were.
#[test]
fn theorem_the_dilemma_moves_up_and_comes_back() {
    let (peace, threat, relief) = {
        let ([a, b, c], _) = seen(&wolf_pack(&[("unity", 4.0)]));
        (a, b, c)
    };
    assert!(threat[0] < 0.5 * peace[0] && threat[1] > 2.0 * peace[1], "{peace:?} {threat:?}");
    assert!(threat[2] > 0.9 && peace[2] < 0.6, "{peace:?} {threat:?}");
    for (before, after) in peace.iter().zip(relief) {
        assert!((before / after - 1.0).abs() < 0.01, "{peace:?} {relief:?}");
    }
    // A group that nothing unites knows no transfer.
    let ([peace, threat, _], _) = seen(&wolf_pack(&[("unity", 0.0)]));
    assert!((threat[0] / peace[0] - 1.0).abs() < 1e-3 && threat[2].abs() < 1e-12, "{peace:?} {threat:?}");
}

/// A threat over its means breaks the group, for good: the largest hazard it ever saw is what decides.
#[test]
fn theorem_a_threat_beyond_collapse_breaks_the_group_for_good() {
    let mut watched = wolf_pack(&[("unity", 4.0)]).start();
    let mut largest = 0.0f64;
    for _ in 0..12 * 80 {
        watched.advance(1, None);
        largest = largest.max(watched.course.state.outside[0][0]);
    }
    let (whole, held) = seen(&wolf_pack(&[("unity", 4.0), ("collapse", 1.01 * largest)]));
    assert_eq!((whole, held.course.state.broken[0]), (seen(&wolf_pack(&[("unity", 4.0)])).0, [0.0; LANES]));
    let ([peace, threat, relief], broken) = seen(&wolf_pack(&[("unity", 4.0), ("collapse", 0.99 * largest)]));
    assert_eq!((peace, broken.course.state.broken[0]), (whole[0], [1.0; LANES]));
    assert_eq!([threat[2], relief[2]], [0.0; 2]);
    // Inside it is as in a group that nothing ever united.
    let ([_, never, _], _) = seen(&wolf_pack(&[("unity", 0.0)]));
    assert!((relief[0] / never[0] - 1.0).abs() < 1e-3 && relief[0] > 1.5 * whole[2][0], "{relief:?} {never:?}");
    // Nobody raises anything for it any more.
    assert!(threat[1] < 0.01 && relief[1] < 0.01, "{threat:?} {relief:?}");
}

/// Authority that falls for reasons of its own: whole until then, half at half time, none after.
#[test]
fn theorem_authority_falls_when_it_is_said_to() {
    let members: Vec<Actor> = MEMBERS[..2].iter().map(|id| actor(id, 1.0, 8.0, &[]).fixed(0.6)).collect();
    let level = [("falls", 10.0), ("falls_over", 4.0)];
    let issue = "[[issues.groups]]\ngroup = \"home\"\n".to_owned() + &numbers(&[("authority", 0.8)]);
    let mut world = nested(&members, actor("face", 1.0, 5.0, &[]), None, &level, 30).issue(&issue).start();
    for (years, want) in [(0, 0.8), (10, 0.8), (2, 0.4), (1, 0.2), (1, 0.0), (9, 0.0)] {
        world.advance(12 * years, None);
        let got = authority(&mut world, (0, 1));
        assert!((got - want).abs() < 1e-12, "{} years: {got} {want}", world.done / 12);
    }
    assert!(world.effort(0) > 4.9);
}

/// A node that actor `face` represents, with this authority in each issue.
fn node(face: usize, children: Vec<usize>, authority: &[f64]) -> Node<LANES> {
    let of = |v: f64| [v; LANES];
    Node {
        face,
        children,
        authority: authority.iter().map(|&a| of(a)).collect(),
        unity: of(1.0),
        collapse: of(f64::INFINITY),
        fall: of(f64::INFINITY),
        fall_over: of(1.0),
    }
}

/// A group that faces one other of its size in two issues, half suspected, twice as exposed in the second: it perceives
/// 0.5 and 1 a year.
fn threatened(collapse: f64) -> Running {
    let mut lab = Lab::equals(2, 1.0, 5.0, 0.5, 0.3, 0.5).fixed_weight(0.5);
    let mut second = lab.terms.issues[0].clone();
    (second.luck_id, second.reach) = (2, vec![[2.0; LANES]; 4]);
    lab.terms.issues.push(second);
    lab.terms.nodes = vec![Node { collapse: [collapse; LANES], ..node(0, Vec::new(), &[0.2, 0.9]) }];
    two_issues(lab)
}

/// Threats add up over issues. What is shown is authority in the first of them.
#[test]
fn theorem_threats_add_up_over_issues() {
    let mut world = threatened(f64::INFINITY);
    world.look();
    for l in 0..LANES {
        assert!((world.course.state.outside[0][l] - 1.5).abs() < 1e-12);
        assert!((world.course.inside[0][l] - (0.2 + 0.8 * (1.0 - exp(-1.5)))).abs() < 1e-12);
    }
    assert_eq!(world.course.state.broken[0], [0.0; LANES]);
}

/// What has broken stays broken when nobody threatens it any more.
#[test]
fn theorem_a_broken_group_is_not_mended_by_peace() {
    let mut world = threatened(1.4);
    for issue in &mut world.terms.issues {
        issue.reach.fill([0.0; LANES]);
    }
    world.advance(24, None);
    assert_eq!((world.course.state.outside[0], world.course.state.broken[0]), ([0.0; LANES], [1.0; LANES]));
    assert_eq!(world.course.inside[0], [0.0; LANES]);
}

/// Who stands for a group raises no more than its own cap, however much its members could.
#[test]
fn theorem_a_face_keeps_its_own_cap() {
    let mut scene = wolf_pack(&[("unity", 4.0)]);
    scene.actors[2].stake += &numbers(&[("cap", 1.3)]);
    let ([_, threat, _], _) = seen(&scene);
    assert!(threat[2] > 0.5 && (threat[1] / 1.3 - 1.0).abs() < 1e-12, "{threat:?}");
}

/// A member that has over-reached has nothing left for those outside, and takes nothing from what the others have left.
#[test]
fn theorem_who_has_nothing_left_takes_nothing_away() {
    let mut lab = Lab::equals(4, 1.0, 1.0, 0.5, 0.3, 0.5);
    lab.initial = [2.0, 10.0, 2.0, 1.0].map(|x| [x; LANES]).to_vec();
    lab.terms.issues[0].log_cap = [2.0, 50.0, 8.0, 90.0].map(|cap| [ln(cap); LANES]).to_vec();
    // Actor 1 stands for actor 0, which is at its cap: so 1, at an effort of 10, can raise next to nothing any more. It
    // and actor 2, which has 6 left, are in the group of actor 3.
    lab.terms.nodes = vec![node(1, vec![0], &[1.0]), node(3, vec![1, 2], &[1.0])];
    let mut world = lab.start();
    world.look();
    let cap = world.course.now.issues[0].log_cap[3][0];
    assert!((exp(cap) - 6.0).abs() < 1e-9, "{}", exp(cap));
}
