//! P9 and the spiral rate: the linearised kernel.

use herz_tests::Lab;
use proptest::prelude::*;
use theory::dual::Dual;
use theory::real::Real;
use theory::spiral::{Linearised, largest_real_part};
use theory::world::{LANES, Terms, World};

use crate::cases;

/// The first lane of a running world, as the spiral rate wants it.
fn first_lane(terms: &Terms<LANES>, world: &World<f64, LANES>) -> (Terms<1>, World<f64, 1>) {
    (terms.alone(0), world.alone(0))
}

proptest! {
    #![proptest_config(cases())]

    /// P9: at fixed beliefs the linearised kernel is Richardson's system: ∂(d ln x_i/dt)/∂ ln x_j = a·K_i t_ij x_j/(2x*_i²),
    /// and −a on the diagonal.
    #[test]
    fn theorem_p9_linearised_kernel_is_richardson(
        x0 in prop::collection::vec(0.05..5.0, 3), k in prop::collection::vec(0.1..20.0, 3),
        x in prop::collection::vec(0.05..20.0, 3), reach in prop::collection::vec(0.01..2.0, 9), w in 0.01..1.0, a in 0.1..4.0,
    ) {
        let mut lab = Lab::equals(3, 1.0, 1.0, 0.5, 0.3, 0.5).fixed_weight(w);
        let issue = &mut lab.terms.issues[0];
        issue.adjustment = [a; LANES];
        for i in 0..3 {
            issue.baseline[i] = [x0[i]; LANES];
            issue.responsiveness[i] = [k[i]; LANES];
            lab.initial[i] = [x[i]; LANES];
            for j in 0..3 {
                issue.reach[i * 3 + j] = [reach[i * 3 + j]; LANES];
            }
        }
        let running = lab.start();
        let (terms, world) = first_lane(&running.terms, &running.world);
        let jacobian = Linearised::new(&terms, &world, 0.0).dense();
        prop_assert_eq!(jacobian.len(), 3);
        for i in 0..3 {
            let need2 = x0[i] * x0[i] + k[i] * (0..3).filter(|&j| j != i).map(|j| reach[i * 3 + j] * w * x[j]).sum::<f64>();
            for j in 0..3 {
                let want = if i == j { -a } else { a * k[i] * reach[i * 3 + j] * w * x[j] / (2.0 * need2) };
                prop_assert!((jacobian[i][j] - want).abs() < 1e-9 * a.max(1.0), "{} {}: {} {}", i, j, jacobian[i][j], want);
            }
        }
    }

    /// The Jacobian by dual numbers, beliefs included, is the one by central differences.
    #[test]
    fn theorem_dual_numbers_give_the_derivative(mu in 0.1..0.9, empathy in 0.0..0.9, g in 0.2..1.0, x in 0.5..5.0, d in 0.0..0.5, u in 0.0..0.5) {
        let mut lab = Lab::equals(3, 1.0, 4.0, mu, empathy, g).from_effort(x);
        lab.terms.care = vec![[u; LANES]; 3];
        lab.terms.foresight = vec![[d; LANES]; 3];
        lab.terms.forgetting = vec![[0.05; LANES]; 3];
        let running = lab.clone().start();
        let (terms, world) = first_lane(&running.terms, &running.world);
        let jacobian = Linearised::new(&terms, &world, 0.0).dense();
        let n = 3;
        let after = |coordinate: usize, h: f64| {
            let mut world = running.clone();
            world.dt = 1.0 / 1024.0;
            let issue = &mut world.world.issues[0];
            let bump = |v: &mut [f64; LANES]| v.iter_mut().for_each(|x| *x += h);
            if coordinate < n { bump(&mut issue.log_effort[coordinate]) } else { bump(&mut issue.log_odds[off(coordinate - n, n)]) }
            world.advance(1, None);
            let issue = &world.world.issues[0];
            let mut out: Vec<f64> = issue.log_effort.iter().map(|v| v[0]).collect();
            out.extend((0..n * (n - 1)).map(|p| issue.log_odds[off(p, n)][0]));
            out
        };
        // Where the news is next to zero the factor of K9 has a kink; negativity is 1 here, so there is none.
        for column in 0..n + n * (n - 1) {
            let h = 1e-5;
            let (up, down) = (after(column, h), after(column, -h));
            for row in 0..up.len() {
                let identity = if row == column { 1.0 } else { 0.0 };
                let numeric = ((up[row] - down[row]) / (2.0 * h) - identity) * 1024.0;
                prop_assert!((numeric - jacobian[row][column]).abs() < 1e-4 * (1.0 + numeric.abs()), "{row} {column}: {numeric} {}", jacobian[row][column]);
            }
        }
    }

    /// Eigenvalues of a matrix built from known ones (real, and a complex pair) come back.
    #[test]
    fn theorem_leading_eigenvalue_of_a_known_matrix(
        real in prop::collection::vec(-3.0..3.0f64, 4), a in -3.0..3.0f64, b in 0.01..5.0f64,
        shear in prop::collection::vec(-1.0..1.0f64, 30),
    ) {
        // Block diagonal (four real, one pair a ± bi), then similarity transforms by elementary shears.
        let n = 6;
        let mut m = vec![vec![0.0; n]; n];
        for i in 0..4 { m[i][i] = real[i]; }
        m[4][4] = a; m[5][5] = a; m[4][5] = b; m[5][4] = -b;
        let mut s = shear.iter();
        for i in 0..n { for j in 0..n { if i != j {
            let c = s.next().copied().unwrap_or(0.0);
            for k in 0..n { let v = m[j][k]; m[i][k] += c * v; }
            for row in &mut m { let v = row[i]; row[j] -= c * v; }
        }}}
        let want = real.iter().copied().fold(a, f64::max);
        let size = m.iter().flatten().fold(1.0f64, |x, y| x.max(y.abs()));
        prop_assert!((largest_real_part(m) - want).abs() < 1e-6 * size, "{want}");
    }
}

/// Index of the p-th off-diagonal pair.
fn off(p: usize, n: usize) -> usize {
    let (i, r) = (p / (n - 1), p % (n - 1));
    i * n + if r >= i { r + 1 } else { r }
}

/// Two equals at fixed beliefs on the need curve: the leading eigenvalue is a(½(1 − x0²/x²) − 1) < −a/2 (P7 and P9).
#[test]
fn theorem_p9_two_equals_in_closed_form() {
    let mut world = Lab::equals(2, 1.0, 5.0, 0.5, 0.3, 0.5).fixed_weight(0.4).start();
    let x = world.settle().effort(0);
    let (terms, now) = first_lane(&world.terms, &world.world);
    let rate = Linearised::new(&terms, &now, 0.0).leading();
    assert!((rate - (0.5 * (1.0 - 1.0 / (x * x)) - 1.0)).abs() < 1e-10, "{rate}");
}

/// The Krylov route (more coordinates than the dense limit) agrees with what symmetry says: among n equals at fixed
/// beliefs the leading eigenvalue belongs to the common direction.
#[test]
fn theorem_spiral_rate_of_many_equals() {
    let n = 80;
    let mut world = Lab::equals(n, 1.0, 5.0, 0.5, 0.3, 0.5).fixed_weight(0.01).start();
    let x = world.settle().effort(0);
    let (terms, now) = first_lane(&world.terms, &world.world);
    let mut linear = Linearised::new(&terms, &now, 0.0);
    assert!(linear.size() > theory::spiral::DENSE);
    let rate = linear.leading();
    assert!((rate - (0.5 * (1.0 - 1.0 / (x * x)) - 1.0)).abs() < 1e-8, "{rate}");
}

/// The spiral rate changes sign where P4 puts the unstable equilibrium of two equals.
#[test]
fn theorem_spiral_rate_is_positive_at_the_tipping_point() {
    // On the need curve at the boundary mistrust the world stands still and the smallest push decides.
    let (x0, k, empathy, g) = (1.0, 5.0, 0.1, 0.5);
    let mut low = 0.001f64;
    let mut high = 0.999f64;
    for _ in 0..80 {
        let mu = 0.5 * (low + high);
        let x = Lab::equals(2, x0, k, mu, empathy, g).start().settle().effort(0);
        match theory::closed_form::boundary_mistrust(x0, k, 1.0, empathy, g, x) {
            Some(boundary) if mu > boundary => high = mu,
            _ => low = mu,
        }
    }
    let mut world = Lab::equals(2, x0, k, low, empathy, g).start();
    world.settle();
    let (terms, now) = first_lane(&world.terms, &world.world);
    let rate = Linearised::new(&terms, &now, 0.0).leading();
    assert!(rate > 0.01, "{rate}");
}

/// Dual arithmetic against derivatives on paper.
#[test]
fn theorem_dual_arithmetic() {
    let x = Dual { value: 1.7, tangent: 1.0 };
    let checks = [
        ((x * x * x).tangent, 3.0 * 1.7 * 1.7),
        ((Dual::of(1.0) / x).tangent, -1.0 / (1.7 * 1.7)),
        (x.exp().tangent, x.exp().value),
        (x.ln().tangent, 1.0 / 1.7),
        (x.sqrt().tangent, 0.5 / 1.7f64.sqrt()),
        (x.sigmoid().tangent, x.sigmoid().value * (1.0 - x.sigmoid().value)),
        (x.at_most(Dual::of(1.0)).tangent, 0.0),
        ((-x - x).tangent, -2.0),
    ];
    for (got, want) in checks {
        assert!((got - want).abs() < 1e-14, "{got} {want}");
    }
}

/// What cannot move is left out of the linearised kernel: efforts at their cap, beliefs at their limit, and the
/// beliefs of actors that do not learn; everything else is in.
#[test]
fn theorem_what_stands_still_is_not_linearised() {
    let n = 3;
    let free = |change: &dyn Fn(&mut Lab)| {
        let mut lab = Lab::equals(n, 1.0, 5.0, 0.5, 0.3, 0.5).from_effort(2.0);
        change(&mut lab);
        let running = lab.start();
        let (terms, world) = first_lane(&running.terms, &running.world);
        Linearised::new(&terms, &world, 0.0).size()
    };
    let all = n + n * (n - 1);
    assert_eq!(free(&|_| {}), all);
    assert_eq!(free(&|lab| lab.terms.issues[0].log_cap[1] = [theory::real::ln(2.0); LANES]), all - 1);
    assert_eq!(free(&|lab| lab.terms.issues[0].prior[1] = [theory::belief::LOG_ODDS_LIMIT; LANES]), all - 1);
    assert_eq!(free(&|lab| lab.terms.issues[0].prior[5] = [-theory::belief::LOG_ODDS_LIMIT; LANES]), all - 1);
    assert_eq!(free(&|lab| lab.terms.learning[2] = [0.0; LANES]), all - (n - 1));
}

/// The spiral rate belongs to its moment: where output grows, need and with it the rate change.
#[test]
fn theorem_spiral_rate_follows_growth() {
    let mut lab = Lab::equals(2, 1.0, 5.0, 0.5, 0.3, 0.5).fixed_weight(0.4).from_effort(3.0);
    let path = theory::world::OutputPath { points: vec![(0.0, 0.0), (10.0, theory::real::ln(4.0))] };
    lab.terms.issues[0].output = vec![path; 2];
    let running = lab.start();
    let (terms, world) = first_lane(&running.terms, &running.world);
    for (time, factor) in [(0.0, 1.0), (5.0, 2.0), (10.0, 4.0)] {
        let need2 = factor * factor + factor * 5.0 * 0.4 * 3.0;
        let want = factor * 5.0 * 0.4 * 3.0 / (2.0 * need2) - 1.0;
        let rate = Linearised::new(&terms, &world, time).leading();
        assert!((rate - want).abs() < 1e-10, "{time}: {rate} {want}");
    }
}

/// Beyond the dense limit the projection must also find a leading direction that is not the common one: many calm
/// pairs, and one pair of rivals whose beliefs feed themselves.
#[test]
fn theorem_projection_finds_the_one_pair_that_spirals() {
    let rate = |n: usize| {
        let mut lab = Lab::equals(n, 1.0, 5.0, 0.3, 0.0, 0.5).from_effort(1.2);
        for p in 0..n * n {
            if p != 1 && p != n {
                lab.terms.issues[0].reach[p] = [0.0; LANES];
            }
        }
        lab.terms.forgetting = (0..n).map(|i| [0.05 + 0.01 * i as f64; LANES]).collect();
        let running = lab.start();
        let (terms, world) = first_lane(&running.terms, &running.world);
        let mut linear = Linearised::new(&terms, &world, 0.0);
        (linear.size(), linear.leading())
    };
    let (small, pair) = rate(2);
    let (large, among_many) = rate(9);
    assert!(small <= theory::spiral::DENSE && large > theory::spiral::DENSE, "{small} {large}");
    assert!(pair > 0.3 && (pair - among_many).abs() < 1e-6, "{pair} {among_many}");
}
