//! Evolution and play with mistakes.

mod random;

use games::evolution::{Drift, drift, fixation, mean_payoff};
use games::quantal::branch::{self, Branch, End};
use games::quantal::{logistic, symmetric_points};
use games::several::{Coverage, solve};
use games::{Bimatrix, NormalForm, Rational, two::pure, two::selection};
use random::Luck;

/// The game with T, R, P, S: cooperate first.
fn social(t: i64, r: i64, p: i64, s: i64) -> Bimatrix {
    Bimatrix::symmetric(&[&[r, s], &[t, p]]).expect("2 by 2")
}

fn number(text: &str) -> Rational {
    text.parse().expect("a number")
}

fn chances(game: &Bimatrix, lambda: f64) -> Vec<f64> {
    let all = symmetric_points(game, lambda).expect("symmetric");
    assert!(!all.merging && all.points.iter().all(|p| p.residual < 1e-12 && logistic(p.log_odds) == p.first));
    all.points.iter().map(|p| p.first).collect()
}

fn near(found: &[f64], wanted: &[f64], by: f64) {
    assert_eq!(found.len(), wanted.len(), "{found:?}");
    assert!(found.iter().zip(wanted).all(|(a, b)| (a - b).abs() <= by), "{found:?} {wanted:?}");
}

fn followed(game: &NormalForm, lambda: f64) -> Branch {
    let path = branch::principal(game, lambda).expect("small");
    assert_eq!(path.end, End::Reached);
    assert!(
        path.points.iter().all(|p| p.residual < 1e-9),
        "{:?}",
        path.points.iter().map(|p| p.residual).fold(0.0, f64::max)
    );
    assert_eq!(path.points.last().map(|p| (p.lambda - lambda).abs() < 1e-9 * (1.0 + lambda)), Some(true));
    path
}

/// V18: logit responses of the stag hunt and of the prisoner's dilemma.
#[test]
fn published_logit_responses_of_the_dilemmas() {
    let hunt = social(3, 4, 2, 0);
    near(&chances(&hunt, 0.5), &[0.402052], 5e-7);
    near(&chances(&hunt, 2.0), &[0.020264], 5e-7);
    let five = chances(&hunt, 5.0);
    near(&five, &[4.54e-5, 0.734508, 0.992518], 5e-7);
    assert!((five[0] - 4.54e-5).abs() < 5e-8);
    near(&chances(&social(5, 3, 1, 0), 1.0), &[0.226751], 5e-7);
}

/// V18: the boundary (P−S)/((P−S)+(R−T)); hawk–dove with V = 2, C = 5: two in five are hawks, .16 of meetings are
/// fights, the mean payoff is .6; one cooperator among ten in SH(3,4,2,1) takes over with chance .0215098.
#[test]
fn published_evolution() {
    assert_eq!(drift(&social(3, 4, 2, 1)), Some(Drift::Apart(number("1/2"))));
    assert_eq!(drift(&social(3, 4, 2, 0)), Some(Drift::Apart(number("2/3"))));
    assert_eq!(drift(&social(5, 3, 1, 0)), Some(Drift::Second));
    let row = |text: &str| text.split(' ').map(number).collect::<Vec<_>>();
    let hawk = Bimatrix::unnamed(vec![row("-3/2 2"), row("0 1")], vec![row("-3/2 0"), row("2 1")]).expect("2 by 2");
    let share = number("2/5");
    assert_eq!(drift(&hawk), Some(Drift::Together(share.clone())));
    assert_eq!((&share * &share, mean_payoff(&hawk, &share)), (number("0.16"), Some(number("0.6"))));
    let chance = fixation(&social(3, 4, 2, 1), 10, &Rational::one()).expect("positive").to_f64();
    assert!((chance - 0.0215098).abs() < 5e-8, "{chance}");
}

/// Without selection, and where both actions earn the same, anyone takes over with chance 1/N; the chances of an
/// action's first bearer and of the other's are related through the same ratios.
#[test]
fn theorem_neutral_fixation_is_one_over_n() {
    for size in [2, 10, 137] {
        let one_over = Rational::new(1.into(), size.into());
        assert_eq!(fixation(&social(3, 4, 2, 1), size, &Rational::zero()), one_over);
        assert_eq!(fixation(&social(2, 2, 2, 2), size, &Rational::one()), one_over);
    }
    // Constant fitness r against 1: (1 − 1/r)/(1 − 1/rᴺ) (Moran 1958).
    let constant = Bimatrix::symmetric(&[&[3, 3], &[1, 1]]).expect("2 by 2");
    assert_eq!(fixation(&constant, 5, &Rational::one()), Some(number("162/242").over(&Rational::one()).expect("one")));
}

#[test]
fn theorem_drift_follows_the_signs() {
    for (r, s, t, p) in (0..81).map(|k| (k % 3, k / 3 % 3, k / 9 % 3, k / 27)) {
        let game = social(t, r, p, s);
        let gain = |x: f64| x * (r - t) as f64 + (1.0 - x) * (s - p) as f64;
        let expected = match drift(&game).expect("symmetric") {
            Drift::First => [1, 1],
            Drift::Second => [-1, -1],
            Drift::Nowhere => [0, 0],
            Drift::Apart(share) => {
                assert!(gain(share.to_f64()).abs() < 1e-12 && share.is_positive() && share < Rational::one());
                [-1, 1]
            }
            Drift::Together(share) => {
                assert!(gain(share.to_f64()).abs() < 1e-12 && share.is_positive() && share < Rational::one());
                [1, -1]
            }
        };
        let sign = |v: f64| i32::from(v > 0.0) - i32::from(v < 0.0);
        assert_eq!([1e-9, 1.0 - 1e-9].map(|x| sign(gain(x))), expected, "{r} {s} {t} {p}");
    }
}

#[test]
fn contract_what_does_not_fit_is_refused() {
    let three = Bimatrix::symmetric(&[&[1, 2, 3], &[4, 5, 6], &[7, 8, 9]]).expect("3 by 3");
    let uneven = Bimatrix::whole(&[&[1, 2], &[3, 4]], &[&[1, 2], &[3, 4]]).expect("2 by 2");
    for game in [&three, &uneven] {
        assert_eq!((drift(game), mean_payoff(game, &Rational::one())), (None, None));
        assert_eq!((fixation(game, 10, &Rational::one()), symmetric_points(game, 1.0)), (None, None));
    }
    let game = social(3, 4, 2, 0);
    let positive = social(3, 4, 2, 1);
    for (size, w) in [(1, "1"), (501, "1"), (10, "-1/10"), (10, "2")] {
        assert_eq!(fixation(&positive, size, &number(w)), None);
    }
    assert!(fixation(&positive, 10, &Rational::one()).is_some());
    // A lone cooperator earns nothing, and with full selection reproduces never.
    assert_eq!(fixation(&game, 10, &Rational::one()), None);
    assert_eq!(fixation(&social(3, 4, -2, 0), 10, &Rational::one()), None);
    for lambda in [-1.0, f64::NAN, f64::INFINITY, 1e308] {
        assert_eq!(symmetric_points(&game, lambda), None, "{lambda}");
        assert!(branch::principal(&NormalForm::from(&game), lambda).is_none() || lambda == 1e308);
    }
    let large = NormalForm::from_rule(&[2; 13], |_, _| Rational::zero()).expect("fits");
    assert_eq!(branch::principal(&large, 1.0), None);
}

/// Every fixed point on a fine grid of signs is found, and where the count changes, merging points lie between.
#[test]
fn cross_fixed_points_are_where_a_grid_changes_sign() {
    let mut luck = Luck(51);
    for _ in 0..300 {
        let pays: Vec<i64> = (0..4).map(|_| luck.below(12)).collect();
        let game = social(pays[0], pays[1], pays[2], pays[3]);
        let lambda = luck.below(1000) as f64 / 150.0;
        let found = chances(&game, lambda);
        let gain = |x: f64| x * (pays[1] - pays[0]) as f64 + (1.0 - x) * (pays[3] - pays[2]) as f64;
        let value = |y: f64| y - lambda * gain(1.0 / (1.0 + theory::real::exp(-y)));
        let grid: Vec<f64> = (0..=40_000).map(|k| value(-100.0 + k as f64 / 200.0)).collect();
        let changes = grid.windows(2).filter(|w| (w[0] > 0.0) != (w[1] > 0.0)).count();
        assert_eq!(found.len(), changes, "{pays:?} {lambda}");
    }
}

/// The branch starts at equal chances and, in a symmetric game, passes the symmetric points that go on from there.
#[test]
fn cross_the_branch_passes_the_symmetric_points() {
    for (game, lambda, wanted) in [
        (social(3, 4, 2, 0), 0.5, 0.402052),
        (social(3, 4, 2, 0), 2.0, 0.020264),
        (social(3, 4, 2, 0), 5.0, 4.54e-5),
        (social(5, 3, 1, 0), 1.0, 0.226751),
    ] {
        let path = followed(&NormalForm::from(&game), lambda);
        assert_eq!(path.points[0].mixes, [[0.5, 0.5], [0.5, 0.5]]);
        let last = path.points.last().expect("a point");
        assert!(last.mixes.iter().all(|mix| (mix[0] - wanted).abs() < 5e-7), "{last:?}");
    }
}

/// In a symmetric game of coordination the branch leads to the risk-dominant equilibrium: there the risk-dominant action
/// gains against one half, so that one half is a response at no λ > 0 and is never crossed, and the mixed equilibrium lies
/// on its other side.
#[test]
fn theorem_the_branch_selects_the_risk_dominant_equilibrium_of_symmetric_games() {
    let mut luck = Luck(52);
    let mut seen = 0;
    while seen < 60 {
        let mut pay = || luck.below(30);
        let game = social(pay(), pay(), pay(), pay());
        let strict = [(0, 0), (1, 1)];
        if pure::strict_equilibria(&game) != strict {
            continue;
        }
        let Some(winner) = selection::winners(&game, &strict).1 else { continue };
        seen += 1;
        let path = followed(&NormalForm::from(&game), 60.0);
        let last = path.points.last().expect("a point");
        assert!(last.mixes[0][winner.0] > 0.9 && last.mixes[1][winner.1] > 0.9, "{game:?} {last:?}");
    }
}

/// In games of several players it ends near an equilibrium, and for small λ it is the only fixed point: iterating
/// responses leads to it.
#[test]
fn cross_the_branch_ends_near_an_equilibrium_and_starts_at_the_only_response() {
    let mut luck = Luck(53);
    let mut compared = 0;
    for k in 0..24 {
        let counts: &[usize] = [&[2, 2, 2][..], &[3, 3], &[2, 3, 2], &[2, 2, 2, 2]][k % 4];
        let size = counts.iter().product::<usize>() * counts.len();
        let values: Vec<i64> = (0..size).map(|_| luck.below(100)).collect();
        let place = |c: &[usize]| (0..c.len()).map(|p| c[p] * counts[..p].iter().product::<usize>()).sum::<usize>();
        let rule = |p: usize, c: &[usize]| Rational::from(values[place(c) * counts.len() + p]);
        let game = NormalForm::from_rule(counts, rule).expect("small");
        let exact = |m: &[Vec<f64>]| -> Vec<Vec<Rational>> {
            m.iter().map(|mix| mix.iter().map(|&p| Rational::from_f64(p).expect("finite")).collect()).collect()
        };
        let low = followed(&game, 0.004);
        let mut mixes: Vec<Vec<f64>> = counts.iter().map(|&n| vec![1.0 / n as f64; n]).collect();
        for _ in 0..200 {
            let answer = |p: usize| {
                let pays = game.values(p, &exact(&mixes)).expect("fits");
                let weights: Vec<f64> = pays.iter().map(|v| theory::real::exp(0.004 * v.to_f64())).collect();
                weights.iter().map(|w| w / weights.iter().sum::<f64>()).collect()
            };
            mixes = (0..counts.len()).map(answer).collect();
        }
        let last = &low.points.last().expect("a point").mixes;
        let gap = last.iter().flatten().zip(mixes.iter().flatten()).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        assert!(gap < 1e-10, "{gap}");
        let answer = solve(&game);
        if !matches!(answer.coverage, Coverage::Complete(_)) {
            continue;
        }
        compared += 1;
        let path = followed(&game, 200.0);
        let last = path.points.last().expect("a point").mixes.concat();
        let away = |e: &games::several::Equilibrium| {
            e.bounds.iter().flatten().zip(&last).map(|(b, p)| (b.middle() - p).abs()).fold(0.0, f64::max)
        };
        let least = answer.equilibria.iter().map(away).fold(1.0, f64::min);
        assert!(least < 0.02, "{least} {game:?}");
    }
    assert!(compared > 15, "{compared}");
}
