//! What the checker makes of force, war, warheads and levels, and that it comes back as it was.

use super::*;
use crate::draw::draw;
use crate::fault::render;
use crate::scenario::Lang;
use crate::write::as_run;

/// A number table of the parameter `key` with this value.
fn number(key: &str, value: f64) -> String {
    let parameter = crate::catalogue::parameter(key).expect("a parameter");
    let unit = if parameter.unit == crate::catalogue::EFFORT_UNIT { "units" } else { parameter.unit };
    format!("{key} = {{ value = {value}, unit = \"{unit}\", source = \"test\" }}\n")
}

/// A scenario of two groups, one inside the other, and actors `(id, lines)`; `issue` and `stake` add to the one issue.
fn file(kind: &str, actors: &[(&str, &str)], issue: &str, stake: &str, groups: [&str; 2]) -> String {
    let name = "name = { en = \"N\", zh = \"名\" }\n";
    let mut text = format!(
        "format = 1\nid = \"t\"\ntitle = {{ en = \"T\", zh = \"题\" }}\n[clock]\nstart = 1990\nend = 2000\nsteps_per_year = 12\n\
         [ensemble]\nreplications = 1\nseed = 1\n\
         [[groups]]\nid = \"outer\"\n{name}{}[[groups]]\nid = \"inner\"\nwithin = \"outer\"\n{name}{}",
        groups[0], groups[1]
    );
    for (id, lines) in actors {
        text += &format!("[[actors]]\nid = \"{id}\"\n{name}{lines}\n");
    }
    text += &format!(
        "[[issues]]\nid = \"arms\"\n{name}kind = \"{kind}\"\neffort_unit = {{ en = \"units\", zh = \"单位\" }}\n\
         waste_unit = {{ en = \"unit-years\", zh = \"单位年\" }}\n{issue}\n"
    );
    for (id, _) in actors {
        text += &format!("[[issues.actors]]\nactor = \"{id}\"\n");
        text += &[number("baseline", 1.0), number("responsiveness", 5.0), stake.to_owned()].concat();
    }
    text
}

/// Two actors in one issue.
fn two(kind: &str, issue: &str, stake: &str) -> String {
    file(kind, &[("ada", ""), ("bob", "")], issue, stake, ["", ""])
}

/// Two actors inside `inner`, which `cyd` represents towards `dan`.
fn levels(inner: &str, cyd: &str) -> String {
    let inside = "within = \"inner\"";
    let actors = [("ada", inside), ("bob", inside), ("cyd", cyd), ("dan", "within = \"outer\"")];
    file("military", &actors, "", "", ["", inner])
}

fn fine(text: &str, sets: &[(&str, &str)]) -> Scenario {
    let sets: Vec<_> = sets.iter().map(|(path, value)| ((*path).to_owned(), (*value).to_owned())).collect();
    check(text, &sets).unwrap_or_else(|faults| panic!("{}", render(&faults, "t", Lang::En, false)))
}

/// The only fault, which says `what`, and what would be right.
fn fault(text: &str, what: &str, right: &str) {
    let found = check(text, &[]).err().unwrap_or_default();
    assert_eq!(found.len(), 1, "{}", render(&found, "t", Lang::En, false));
    assert!(found[0].what.en.contains(what), "{found:#?}");
    assert!(!found[0].what.zh.is_empty() && found[0].line > 0);
    let allowed = found[0].allowed.as_ref().map_or("", |text| text.en.as_str());
    assert!(allowed.contains(right), "{allowed}");
}

/// Written out it reads back as the same scenario.
fn comes_back(scenario: &Scenario) {
    let written = as_run(scenario);
    let again = check(&written, &[]).unwrap_or_else(|faults| panic!("{written}\n{faults:#?}"));
    assert_eq!(&again, scenario);
    assert_eq!(as_run(&again), written);
}

#[test]
fn contract_what_is_not_stated_is_not_there() {
    let scenario = fine(&two("military", "", ""), &[]);
    assert_eq!(scenario.issues[0].physics, Default::default());
    assert!(scenario.groups.iter().all(|group| group.level.is_none()));
    assert!(draw(&scenario, 1, 0).terms.stand_still());
    let physical = ["offence", "posture", "war", "nuclear", "unity"];
    assert!(!scenario.numbers.iter().any(|number| physical.iter().any(|word| number.path.contains(word))));
}

#[test]
fn contract_one_number_of_force_brings_the_others() {
    let keys = ["offence_advantage", "posture_weight", "distinguishability", "transition"];
    for key in keys {
        let scenario = fine(&two("military", &number(key, 0.5), ""), &[]);
        let force = scenario.issues[0].physics.force.as_ref().expect(key);
        assert_eq!(force.postures.len(), 2);
        comes_back(&scenario);
    }
    comes_back(&fine(&two("military", "", &number("posture", -0.5)), &[]));
    let set = fine(&two("military", "", ""), &[("issues.arms.actors.bob.posture", "0.5")]);
    let force = set.issues[0].physics.force.as_ref().expect("set");
    assert_eq!(set.number(force.postures[1]).distribution, crate::scenario::Distribution::Value(0.5));
    assert_eq!(set.number(force.postures[0]).basis, Basis::Default);
    comes_back(&set);
}

/// Postures are chosen, bend exposure and are evidence; force that is nothing leaves every bit as it was.
#[test]
fn contract_force_bends_exposure_and_shows() {
    let plain = draw(&fine(&two("military", "", ""), &[]), 1, 0).terms.issues.remove(0);
    for key in ["offence_advantage", "posture_weight", "distinguishability", "transition"] {
        let zero = number(key, if key == "posture_weight" { 0.5 } else { 0.0 });
        let same = draw(&fine(&two("military", &zero, ""), &[]), 1, 0).terms;
        assert!(same.stand_still());
        assert_eq!((&same.issues[0].reach, &same.issues[0].shown), (&plain.reach, &plain.shown));
    }
    let force = number("offence_advantage", 0.7) + &number("distinguishability", 0.5);
    let bent = draw(&fine(&two("military", &force, &number("posture", 0.2)), &[]), 1, 0).terms.issues.remove(0);
    // The benign move half way from 0.2 to −1; half of that way again is what one would expect of anybody.
    assert!((bent.reach[1][0] - (0.7f64 - 0.5 * 0.8).exp() * plain.reach[1][0]).abs() < 1e-15);
    assert!(bent.shown.iter().flatten().all(|shown| (shown + 0.5 * 0.5 * 0.3).abs() < 1e-15), "{:?}", bent.shown);
    let reckless =
        "[[issues.actors]]\nactor = \"bob\"\ngreedy = { value = 1, unit = \"probability\", source = \"test\" }\n";
    let text =
        two("military", &force, &number("posture", 0.2)).replace("[[issues.actors]]\nactor = \"bob\"\n", reckless);
    let shown = draw(&fine(&text, &[]), 1, 0).terms.issues.remove(0).shown;
    assert!(shown[0][3] < 0.0 && (shown[0][3] + shown[1][3]).abs() < 1e-15, "{shown:?}");
}

/// Every number of war and warheads goes where its key says: each has a value of its own.
#[test]
fn contract_numbers_of_war_and_warheads_reach_the_kernel() {
    let all = |keys: &[(&str, f64)]| keys.iter().map(|(key, value)| number(key, *value)).collect::<String>();
    let war = [
        ("war_rate", 1.5),
        ("war_ending", 0.6),
        ("war_escalation", 0.3),
        ("attrition_limited", 0.11),
        ("attrition_extended", 0.22),
        ("attrition_total", 0.33),
        ("spoils", 0.44),
        ("shock_to_trust", 3.0),
    ];
    let issue = format!("{}[issues.war]\n{}", number("offence_advantage", 0.7), all(&war));
    let scenario = fine(&two("military", &issue, &number("posture", 0.2)), &[]);
    comes_back(&scenario);
    let physics = draw(&scenario, 1, 0).terms.issues[0].physics.clone();
    let w = physics.war.expect("war");
    let got = [w.rate, w.ending, w.escalation, w.attrition[0], w.attrition[1], w.attrition[2], w.spoils];
    assert_eq!(got.map(|lane| lane[0]), [1.5, 0.6, 0.3, 0.11, 0.22, 0.33, 0.44]);
    assert_eq!((w.shock_to_trust[15], w.limit[1][0]), (3.0, 1.0));
    assert!((w.log_force[1][0] - (0.7 + 0.5 * 0.4)).abs() < 1e-15, "{}", w.log_force[1][0]);

    let nuclear = [
        ("rational_control", 0.8),
        ("checking", 0.9),
        ("escalation_calm", 0.01),
        ("escalation_crisis", 0.3),
        ("shadow", 0.25),
    ];
    let forces = [
        ("second_strike", 0.4),
        ("damage_scale", 70.0),
        ("false_warning", 0.2),
        ("unauthorised_use", 0.02),
        ("technical_fault", 0.002),
        ("readiness", 0.6),
        ("decision_time", 2.0),
    ];
    let creed = "[issues.nuclear.ideology]\nmatrix = [[0, 0.3], [0.6, 0]]\nunit = \"share\"\nsource = \"test\"\n";
    let scenario = fine(&two("nuclear", &format!("[issues.nuclear]\n{}{creed}", all(&nuclear)), &all(&forces)), &[]);
    comes_back(&scenario);
    let n = draw(&scenario, 1, 0).terms.issues[0].physics.nuclear.clone().expect("nuclear");
    let of_issue = [n.rational_control, n.checking, n.escalation[0], n.escalation[1], n.shadow];
    assert_eq!(of_issue.map(|lane| lane[0]), [0.8, 0.9, 0.01, 0.3, 0.25]);
    let own = [&n.second_strike, &n.damage_scale, &n.accident[0], &n.accident[1], &n.accident[2], &n.readiness];
    assert_eq!(own.map(|lanes| lanes[1][0]), [0.4, 70.0, 0.2, 0.02, 0.002, 0.6]);
    assert_eq!((n.decision_time[0][0], n.ideology[1][0], n.ideology[2][0]), (2.0, 0.3, 0.6));
    let set = fine(
        &as_run(&scenario),
        &[("issues.arms.nuclear.ideology.bob.ada", "0.9"), ("issues.arms.nuclear.shadow", "1")],
    );
    comes_back(&set);
    assert_eq!(
        draw(&set, 1, 0).terms.issues[0].physics.nuclear.as_ref().map(|n| (n.ideology[2][0], n.shadow[0])),
        Some((0.9, 1.0))
    );
}

#[test]
fn contract_war_and_warheads_stand_where_they_belong() {
    fault(&two("nuclear", "[issues.war]", ""), "no war in stages", "[issues.nuclear]");
    let scale = number("damage_scale", 10.0);
    for kind in ["military", "health", "commons", "generic"] {
        fault(&two(kind, "[issues.nuclear]", &scale), kind, "kind = \"nuclear\"");
        fine(&two(kind, "[issues.war]", ""), &[]);
    }
    let found = check(&two("nuclear", "[issues.nuclear]", ""), &[]).expect_err("no scale");
    assert!(found.len() == 2 && found.iter().all(|f| f.what.en == "`damage_scale` is missing"), "{found:#?}");
    let found = check(&two("nuclear", "", &scale), &[]).expect_err("idle");
    assert!(found.len() == 2 && found.iter().all(|f| f.what.en.contains("does nothing without [issues.nuclear]")));
    fault(&two("military", &number("war_rate", 1.0), ""), "stands in [issues.war]", "");
    fault(&two("military", "war = 3", ""), "expected a table", "");
    fault(&two("military", "[issues.war]\nwar_rat = 1", ""), "unknown key `war_rat`", "war_rate");
    let idle = check(&two("military", "", ""), &[("issues.arms.war.war_rate".to_owned(), "2".to_owned())]);
    assert!(idle.expect_err("no war")[0].what.en.contains("nothing of this path"));
}

#[test]
fn contract_levels_are_read_and_come_back() {
    let numbers = [number("unity", 2.0), number("falls", 1995.0), number("falls_over", 3.0)].concat();
    let scenario = fine(&levels(&numbers, "represents = \"inner\""), &[("groups.inner.collapse", "0.5")]);
    comes_back(&scenario);
    let cyd = &scenario.actors[2];
    assert_eq!((cyd.represents, cyd.within), (Some(1), Some(0)));
    let terms = draw(&scenario, 1, 0).terms;
    let node = &terms.nodes[0];
    assert_eq!((node.face, node.children.as_slice()), (2, &[0, 1][..]));
    assert_eq!([node.unity[0], node.collapse[0], node.fall[0], node.fall_over[0]], [2.0, 0.5, 5.0, 3.0]);
    // Those inside face each other, the face faces those beside its group, and nobody else meets.
    let met: Vec<usize> = (0..16).filter(|p| p / 4 != p % 4 && terms.issues[0].reach[*p][0] > 0.0).collect();
    assert_eq!(met, [1, 4, 11, 14]);
    assert_eq!(terms.issues[0].circle, [0, 0, 2, 2]);
    let never = fine(&levels("", "represents = \"inner\"\nwithin = \"outer\""), &[]);
    let node = draw(&never, 1, 0).terms.nodes[0].clone();
    assert_eq!((node.unity[0], node.collapse[0], node.fall[0]), (3.0, 1e9, f64::INFINITY));
}

#[test]
fn contract_faulty_levels_are_pointed_at() {
    let face = "represents = \"inner\"";
    fault(&levels("", "represents = \"iner\""), "there is no `iner`", "inner");
    fault(&levels("", &format!("{face}\nwithin = \"inner\"")), "stands where `inner` stands", "within = \"outer\"");
    let twice = [("ada", "within = \"inner\""), ("cyd", face), ("dan", face)];
    fault(&file("military", &twice, "", "", ["", ""]), "already represented by `cyd`", "one actor");
    for key in ["unity", "collapse", "falls", "falls_over"] {
        fault(&levels(&number(key, 1.0), ""), "no actor represents", face);
    }
    fault(&levels(&number("falls_over", 1.0), face), "goes with `falls`", "");
    let empty = levels("", face).replace("within = \"inner\"", "");
    fault(&empty, "nobody is inside `inner`", "within = \"inner\"");
    let outer = levels("", "represents = \"outer\"\nwithin = \"outer\"");
    fault(&outer, "stands where `outer` stands", "no `within`");
}

/// A group inside a group, both represented: the inner one's face is a member of the outer one.
#[test]
fn contract_levels_nest() {
    let inside = "within = \"inner\"";
    let actors = [
        ("ada", inside),
        ("bob", inside),
        ("cyd", "represents = \"inner\""),
        ("dan", "within = \"outer\""),
        ("eve", "represents = \"outer\""),
        ("fay", ""),
    ];
    let authority =
        |group: &str, value| format!("[[issues.groups]]\ngroup = \"{group}\"\n{}", number("authority", value));
    let issue = authority("outer", 0.3) + &authority("inner", 0.4);
    let scenario = fine(&file("military", &actors, &issue, "", ["", ""]), &[]);
    comes_back(&scenario);
    let terms = draw(&scenario, 1, 0).terms;
    let nodes: Vec<_> = terms.nodes.iter().map(|n| (n.face, n.children.clone(), n.authority[0][0])).collect();
    assert_eq!(nodes, [(2, vec![0, 1], 0.4), (4, vec![2, 3], 0.3)]);
    // The authority of a represented group is its node's, not part of the reach.
    assert_eq!([terms.issues[0].reach[1][0], terms.issues[0].reach[2 * 6 + 3][0]], [1.0, 1.0]);
    // Unrepresented, the same groups stand over whoever they enclose, at any depth.
    let plain =
        file("military", &actors.map(|(id, l)| (id, if l.contains("rep") { "" } else { l })), &issue, "", ["", ""]);
    let terms = draw(&fine(&plain, &[]), 1, 0).terms;
    assert!(terms.nodes.is_empty() && (terms.issues[0].reach[1][0] - 0.7 * 0.6).abs() < 1e-15);
}

/// What levels and physics hold is counted before anything is allocated.
#[test]
fn contract_memory_counts_what_bends_the_terms() {
    let bytes = |text: &str| crate::plan::bent_bytes(&fine(text, &[]));
    assert_eq!(bytes(&two("military", &number("offence_advantage", 1.0), "")), 0);
    let pairs = |arrays: u64| (4 * arrays + 2 * (8 + 24)) * 8;
    assert_eq!(bytes(&two("military", &number("transition", 1.0), "")), pairs(1 + 4));
    assert_eq!(bytes(&two("military", "[issues.war]", "")), pairs(1 + 4 + 5));
    assert_eq!(bytes(&two("nuclear", "[issues.nuclear]", &number("damage_scale", 1.0))), pairs(1 + 4 + 4));
    assert!(bytes(&levels("", "represents = \"inner\"")) > 0);
}
