//! Richardson's arms race among n nations in closed form, against a power iteration and the eigenvalue solver.

use proptest::prelude::*;
use theory::closed_form::richardson::{alike_eigenvalues, is_stable, largest_balance, leading_minors};
use theory::spiral::largest_real_part;

use crate::cases;

/// The race of alike nations by rows.
fn alike(n: usize, reaction: f64, fatigue: f64) -> Vec<Vec<f64>> {
    (0..n).map(|i| (0..n).map(|j| if i == j { -fatigue } else { reaction }).collect()).collect()
}

/// Leading eigenvalue by power iteration: J + sI has no negative entry for s the largest fatigue (and a bit), so its
/// largest eigenvalue is real with a vector of one sign (Perron and Frobenius).
fn leading(jacobian: &[Vec<f64>]) -> f64 {
    let shift = 0.01 + jacobian.iter().enumerate().map(|(i, row)| -row[i]).fold(0.0, f64::max);
    let mut arms = vec![1.0; jacobian.len()];
    let mut growth = 0.0;
    for _ in 0..20_000 {
        let next: Vec<f64> = jacobian
            .iter()
            .zip(&arms)
            .map(|(row, own)| shift * own + row.iter().zip(&arms).map(|(k, x)| k * x).sum::<f64>())
            .collect();
        growth = next.iter().fold(0.0f64, |a, b| a.max(*b));
        arms = next.iter().map(|x| x / growth).collect();
    }
    growth - shift
}

#[test]
fn theorem_v32_more_rivals_destabilise() {
    for (n, want) in [(2, -0.25), (3, -0.15), (4, -0.05), (5, 0.05)] {
        let (common, apart) = alike_eigenvalues(n, 0.1, 0.35);
        assert!((common - want).abs() < 1e-12 && (apart + 0.45).abs() < 1e-12, "{n}: {common} {apart}");
        assert_eq!((n as f64) < largest_balance(0.1, 0.35), common < 0.0);
        assert_eq!(is_stable(&alike(n, 0.1, 0.35)), common < 0.0);
    }
    assert!((largest_balance(0.1, 0.35) - 4.5).abs() < 1e-12);
}

/// Three unlike nations. The source prints minors and eigenvalue only; these are rates in round numbers that have them.
#[test]
fn theorem_v32_three_nations() {
    let jacobian = vec![vec![-0.5, 0.2, 0.1], vec![0.3, -0.6, 0.4], vec![0.2, 0.3, -0.7]];
    let negative: Vec<Vec<f64>> = jacobian.iter().map(|row| row.iter().map(|v| -v).collect()).collect();
    for (minor, want) in leading_minors(&negative).iter().zip([0.5, 0.24, 0.071]) {
        assert!((minor - want).abs() < 1e-12, "{minor} {want}");
    }
    assert!(is_stable(&jacobian));
    for found in [leading(&jacobian), largest_real_part(jacobian)] {
        assert!((found + 0.101_861).abs() < 5e-7, "{found}");
    }
}

/// A corner that starts with 0 needs its rows exchanged.
#[test]
fn theorem_v32_minors_survive_a_zero_pivot() {
    assert_eq!(leading_minors(&[vec![0.0, 2.0], vec![3.0, 1.0]]), [0.0, -6.0]);
    assert!(!is_stable(&[vec![0.0, 2.0], vec![3.0, -1.0]]));
}

proptest! {
    #![proptest_config(cases())]

    /// V32: the two eigenvalues of alike nations: the common direction and any exchange between two are eigenvectors.
    #[test]
    fn theorem_v32_alike_nations(n in 2usize..9, k in 0.01..2.0, a in 0.01..5.0) {
        let (common, apart) = alike_eigenvalues(n, k, a);
        let jacobian = alike(n, k, a);
        for row in &jacobian {
            prop_assert!((row.iter().sum::<f64>() - common).abs() < 1e-12 * n as f64);
        }
        prop_assert!((jacobian[0][0] - jacobian[0][1] - apart).abs() < 1e-12);
        prop_assert!((largest_real_part(jacobian.clone()) - common.max(apart)).abs() < 1e-9 * (1.0 + common.abs()));
        if common.abs() > 1e-9 {
            prop_assert_eq!(is_stable(&jacobian), (n as f64) < largest_balance(k, a));
        }
    }

    /// V32: leading minors all positive iff the power iteration finds a negative leading eigenvalue.
    #[test]
    fn theorem_v32_minors_decide(
        n in 2usize..7, reactions in prop::collection::vec(0.0..1.0f64, 49),
        fatigue in prop::collection::vec(0.1..3.0f64, 7),
    ) {
        let rate = |i: usize, j: usize| if i == j { -fatigue[i] } else { reactions[7 * i + j] / (n as f64 - 1.0) };
        let jacobian: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|j| rate(i, j)).collect()).collect();
        let found = leading(&jacobian);
        prop_assert!((largest_real_part(jacobian.clone()) - found).abs() < 1e-6, "{}", found);
        prop_assume!(found.abs() > 1e-6);
        prop_assert_eq!(is_stable(&jacobian), found < 0.0, "{}", found);
    }
}
