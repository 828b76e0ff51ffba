//! Linear conditions: corners against trying every set of binding ones, feasibility against corners.

mod random;

use std::collections::BTreeSet;

use games::Rational;
use games::extensive::linear::{Condition, feasible, left_null};
use games::extensive::polynomial::Polynomial;
use games::extensive::region::corners;
use games::extensive::system::{Solution, System};
use games::linear::reduce;
use random::Luck;

fn small(luck: &mut Luck) -> Rational {
    Rational::from(luck.below(7) - 3)
}

fn condition(luck: &mut Luck, unknowns: usize) -> Condition {
    Condition { coefficients: (0..unknowns).map(|_| small(luck)).collect(), bound: small(luck) }
}

fn side(condition: &Condition, point: &[Rational]) -> Rational {
    &Rational::weighted(condition.coefficients.iter().zip(point)) - &condition.bound
}

/// Corners by solving every choice of as many binding conditions as there are unknowns.
fn tried(unknowns: usize, equal: &[Condition], least: &[Condition]) -> BTreeSet<Vec<Rational>> {
    let unit = |k: usize| Condition {
        coefficients: (0..unknowns).map(|c| Rational::from(i64::from(c == k))).collect(),
        bound: Rational::zero(),
    };
    let mut all: Vec<Condition> = least.to_vec();
    all.extend((0..unknowns).map(unit));
    let mut found = BTreeSet::new();
    for mask in 0_u32..1 << all.len() {
        let bound = all.iter().enumerate().filter(|(k, _)| mask >> k & 1 == 1).map(|(_, c)| c);
        let rows = equal.iter().chain(bound);
        let mut rows: Vec<Vec<Rational>> =
            rows.map(|c| c.coefficients.iter().chain([&c.bound]).cloned().collect()).collect();
        let leads = reduce(&mut rows, unknowns + 1);
        if leads != (0..unknowns).collect::<Vec<_>>() {
            continue;
        }
        let point: Vec<Rational> = rows.iter().map(|row| row[unknowns].clone()).collect();
        let fits =
            all.iter().all(|c| !side(c, &point).is_negative()) && equal.iter().all(|c| side(c, &point).is_zero());
        if fits {
            found.insert(point);
        }
    }
    found
}

#[test]
fn cross_corners_and_feasibility_agree_with_trying_everything() {
    let mut luck = Luck(51);
    let (mut empty, mut several) = (0, 0);
    for _ in 0..400 {
        let unknowns = 1 + luck.below(4) as usize;
        // The sum is bounded, so that corners say everything.
        let sum = Condition { coefficients: vec![Rational::from(-1); unknowns], bound: Rational::from(-3) };
        let equal: Vec<Condition> = (0..luck.below(2)).map(|_| condition(&mut luck, unknowns)).collect();
        let mut least: Vec<Condition> = (0..luck.below(4)).map(|_| condition(&mut luck, unknowns)).collect();
        least.push(sum);
        let found = corners(unknowns, &equal, &least).expect("small");
        assert_eq!(found.iter().cloned().collect::<BTreeSet<_>>(), tried(unknowns, &equal, &least));
        let point = feasible(unknowns, &equal, &least);
        assert_eq!(point.is_some(), !found.is_empty());
        if let Some(point) = point {
            assert!(point.iter().all(|v| !v.is_negative()));
            assert!(
                least.iter().all(|c| !side(c, &point).is_negative()) && equal.iter().all(|c| side(c, &point).is_zero())
            );
        }
        empty += usize::from(found.is_empty());
        several += usize::from(found.len() > 4);
    }
    assert!(empty > 50 && several > 50, "{empty} {several}");
}

#[test]
fn theorem_combinations_that_vanish_are_found() {
    let mut luck = Luck(52);
    for _ in 0..200 {
        let rows: Vec<Vec<Rational>> = (0..4).map(|_| (0..3).map(|_| small(&mut luck)).collect()).collect();
        let null = left_null(&rows);
        let rank = reduce(&mut rows.clone(), 3).len();
        assert_eq!(null.len(), 4 - rank);
        for powers in null {
            for column in 0..3 {
                let sum: Rational =
                    powers.iter().zip(&rows).map(|(c, row)| &Rational::from(c.clone()) * &row[column]).sum();
                assert!(sum.is_zero());
            }
        }
    }
}

/// p + q = 1 with p(3q − 1) = 0: the factor p is above zero, so q = 1/3. x(1 − y) = (1 − x)y is x = y. A product that
/// stays is left open.
#[test]
fn theorem_systems_are_solved_where_linear_algebra_reaches() {
    let unknown = Polynomial::unknown;
    let number = |v: i64| Polynomial::constant(Rational::from(v));
    let sum = |a: usize, b: usize| unknown(a).plus(&unknown(b)).minus(&number(1));
    let third = |v: i64| Rational::from(v).over(&Rational::from(3)).expect("not zero");
    let factor = unknown(0).times(&unknown(1).scaled(&Rational::from(3)).minus(&number(1)));
    let system = System { unknowns: 2, equal: vec![sum(0, 1), factor], least: vec![] };
    assert_eq!(system.solve(), Solution::Corners(vec![vec![third(2), third(1)]]));

    let odds = unknown(0).times(&unknown(3)).minus(&unknown(1).times(&unknown(2)));
    let equal = vec![sum(0, 1), sum(2, 3), odds];
    let least = vec![unknown(0).scaled(&Rational::from(3)).minus(&number(1))];
    let system = System { unknowns: 4, equal: equal.clone(), least };
    let (one, zero) = (Rational::one(), Rational::zero());
    let ends = vec![vec![third(1), third(2), third(1), third(2)], vec![one.clone(), zero.clone(), one, zero]];
    assert_eq!(system.solve(), Solution::Corners(ends));

    let bent = unknown(0).times(&unknown(2)).scaled(&Rational::from(3)).minus(&number(1));
    let open = System { unknowns: 4, equal: vec![sum(0, 1), sum(2, 3), bent.clone()], least: vec![] };
    assert!(matches!(open.solve(), Solution::Open(_)));
    let none = System {
        unknowns: 4,
        equal: vec![sum(0, 1), sum(2, 3), bent.minus(&number(-2)).plus(&unknown(1))],
        least: vec![],
    };
    assert_eq!(none.solve(), Solution::Empty);
}
