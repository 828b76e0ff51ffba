//! D1 and D2 for two equals, against the reference table (first-strike fear, 32 worlds, 30 years).

use herz_tests::Lab;
use theory::real::exp;
use theory::world::LANES;

fn cumulative(empathy: f64, mistrust: f64, offence: f64, push: f64) -> [f64; 2] {
    let mut lab = Lab::equals(2, 1.0, 5.0, mistrust, empathy, 0.5);
    lab.terms.issues[0].reach = vec![[exp(offence); LANES]; 4];
    lab.terms.issues[0].push[0] = [push; LANES];
    let mut world = lab.start();
    world.advance(360, None);
    [world.ledgers[0].objective[0][0], world.ledgers[0].objective[1][0]]
}

/// Every figure of the table, to the last of its six printed decimals.
#[test]
fn cross_harm_and_self_defeat_agree_with_the_reference_table() {
    let table = include_str!("../fixtures/self-defeat.txt");
    let mut rows = 0;
    for line in table.lines().skip(1) {
        let v: Vec<f64> = line.split_whitespace().map(|w| w.parse().expect("a number")).collect();
        let [offence, empathy, mistrust, hazard, own, other] = v[..] else { panic!("six columns: {line}") };
        let (without, with) =
            (cumulative(empathy, mistrust, offence, 0.0), cumulative(empathy, mistrust, offence, 0.1));
        for (got, want) in [(without[0], hazard), (with[0] - without[0], own), (with[1] - without[1], other)] {
            assert!((got - want).abs() < 6e-7, "{line}: {got} not {want}");
        }
        rows += 1;
    }
    assert_eq!(rows, 32);
}
