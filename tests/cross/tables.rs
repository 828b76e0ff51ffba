//! What tables hold, against the records.

use lab::measure::Reader;
use lab::table::{Column, Table};
use theory::security::Verdict;
use theory::world::LANES;

use crate::three::{ensemble, scenario};

fn whole<'t>(table: &'t Table, name: &str) -> &'t [i32] {
    match table.columns.iter().find(|c| c.0 == name) {
        Some((_, Column::Whole(v))) => v,
        _ => panic!("{name}"),
    }
}

fn real<'t>(table: &'t Table, name: &str) -> &'t [f64] {
    match table.columns.iter().find(|c| c.0 == name) {
        Some((_, Column::Real(v))) => v,
        _ => panic!("{name}"),
    }
}

fn word<'t>(table: &'t Table, name: &str, row: usize) -> &'t str {
    match table.columns.iter().find(|c| c.0 == name) {
        Some((_, Column::Word(list, v))) => &list[v[row] as usize],
        _ => panic!("{name}"),
    }
}

/// Tables: every row is the record it names.
#[test]
fn cross_tables_hold_the_records() {
    let s = scenario(&[("ensemble.replications", "37")]);
    let (plan, e) = ensemble(&s);
    let reader = Reader { scenario: &s, plan: &plan, ensemble: &e };
    let at = |id: &str| s.actors.iter().position(|a| a.id == id).expect("there");
    let actors = lab::table::actors(reader);
    assert_eq!(actors.rows(), 37 * 7 * 2 * 3);
    for row in 0..actors.rows() {
        let (r, record) = (whole(&actors, "replication")[row] as usize, (whole(&actors, "year")[row] - 1990) as usize);
        let (k, i) = (usize::from(word(&actors, "issue", row) == "aid"), at(word(&actors, "actor", row)));
        let (b, place) = (&e.blocks[r / LANES], (record * 2 + k) * 3 + i);
        for (name, from) in [
            ("effort", &b.effort),
            ("effort_over_baseline", &b.ratio),
            ("perceived_hazard", &b.perceived),
            ("objective_hazard", &b.objective),
        ] {
            assert_eq!(real(&actors, name)[row], from[place][r % LANES], "{name} {row}");
        }
        assert_eq!(row, ((r * 7 + record) * 2 + k) * 3 + i);
    }
    let pairs = lab::table::pairs(reader);
    assert_eq!(pairs.rows(), 37 * 7 * 2 * 6);
    for row in 0..pairs.rows() {
        let (r, record) = (whole(&pairs, "replication")[row] as usize, (whole(&pairs, "year")[row] - 1990) as usize);
        let (k, i, j) = (
            usize::from(word(&pairs, "issue", row) == "aid"),
            at(word(&pairs, "from", row)),
            at(word(&pairs, "to", row)),
        );
        let (b, l) = (&e.blocks[r / LANES], r % LANES);
        let p = plan.tracked.iter().position(|&t| t == (i, j)).expect("tracked");
        assert_eq!(real(&pairs, "mistrust")[row], b.mistrust[(record * 2 + k) * 6 + p][l]);
        let frame: Verdict = reader.frame(b, k, i, j, l);
        assert_eq!(word(&pairs, "verdict", row), frame.name());
    }
    // Events: exactly the crossings of one half and of twice the baseline.
    let mut wanted = std::collections::BTreeSet::new();
    for r in 0..37usize {
        let (b, l) = (&e.blocks[r / LANES], r % LANES);
        for record in 1..7usize {
            for (k, issue) in ["arms", "aid"].iter().enumerate() {
                let crossed = |list: &[[f64; LANES]], width: usize, at: usize, level: f64| {
                    let over = |record: usize| list[(record * 2 + k) * width + at][l] > level;
                    (over(record) != over(record - 1)).then(|| over(record))
                };
                let year = 1990 + record as i32;
                for (p, &(i, j)) in plan.tracked.iter().enumerate() {
                    if let Some(up) = crossed(&b.mistrust, 6, p, 0.5) {
                        let event = if up { "trust-lost" } else { "trust-won" };
                        wanted.insert((r as i32, year, *issue, s.actors[i].id.clone(), s.actors[j].id.clone(), event));
                    }
                }
                for i in 0..3 {
                    if let Some(up) = crossed(&b.ratio, 3, i, 2.0) {
                        let event = if up { "effort-doubled" } else { "effort-back" };
                        wanted.insert((r as i32, year, *issue, s.actors[i].id.clone(), String::new(), event));
                    }
                }
            }
        }
    }
    let events = lab::table::events_table(reader);
    let mut found = std::collections::BTreeSet::new();
    for row in 0..events.rows() {
        found.insert((
            whole(&events, "replication")[row],
            whole(&events, "year")[row],
            word(&events, "issue", row),
            word(&events, "actor", row).to_owned(),
            word(&events, "partner", row).to_owned(),
            word(&events, "event", row),
        ));
    }
    assert_eq!(found, wanted.iter().map(|w| (w.0, w.1, w.2, w.3.clone(), w.4.clone(), w.5)).collect());
    for kind in ["trust-lost", "trust-won", "effort-doubled"] {
        assert!(wanted.iter().any(|w| w.5 == kind), "no {kind}");
    }
}
