//! Equilibria of small games by Newton's method from many starts on every support, in plain doubles. Nothing here is
//! shared with the solver: no intervals, no subdivision, payoffs summed over all profiles.

use games::NormalForm;
use games::several::Equilibrium;

type Mixes = Vec<Vec<f64>>;

/// Every pure profile with its payoffs.
type Table = Vec<(Vec<usize>, Vec<f64>)>;

fn table(game: &NormalForm) -> Table {
    let pays = |number: usize| (0..game.players().len()).map(|p| game.payoffs(p)[number].to_f64()).collect();
    (0..game.profiles()).map(|number| (game.choices(number), pays(number))).collect()
}

/// What an action pays against mixes, by the sum over all profiles.
fn pays(game: &Table, player: usize, action: usize, mixes: &Mixes) -> f64 {
    let chosen = game.iter().filter(|(c, _)| c[player] == action);
    chosen
        .map(|(c, values)| {
            let chance: f64 = (0..c.len()).filter(|&p| p != player).map(|p| mixes[p][c[p]]).product();
            chance * values[player]
        })
        .sum()
}

fn mixes_of(counts: &[usize], used: &[Vec<usize>], free: &[f64]) -> Mixes {
    let mut rest = free.iter();
    let mut all = Vec::new();
    for (own, count) in used.iter().zip(counts) {
        let mut mix = vec![0.0; *count];
        for &k in &own[1..] {
            mix[k] = *rest.next().expect("a chance");
        }
        mix[own[0]] = 1.0 - mix.iter().sum::<f64>();
        all.push(mix);
    }
    all
}

fn gaps(game: &Table, counts: &[usize], used: &[Vec<usize>], free: &[f64]) -> Vec<f64> {
    let mixes = mixes_of(counts, used, free);
    let of = |p: usize| {
        let first = pays(game, p, used[p][0], &mixes);
        used[p][1..].iter().map(|&k| pays(game, p, k, &mixes) - first).collect::<Vec<_>>()
    };
    (0..used.len()).flat_map(of).collect()
}

/// The solution of a linear system, if pivots are not tiny.
fn solve(mut a: Vec<Vec<f64>>, mut b: Vec<f64>) -> Option<Vec<f64>> {
    let n = b.len();
    for c in 0..n {
        let p = (c..n).max_by(|&i, &j| a[i][c].abs().total_cmp(&a[j][c].abs()))?;
        if a[p][c].abs() < 1e-12 {
            return None;
        }
        a.swap(c, p);
        b.swap(c, p);
        for r in (0..n).filter(|&r| r != c) {
            let f = a[r][c] / a[c][c];
            for k in c..n {
                a[r][k] -= f * a[c][k];
            }
            b[r] -= f * b[c];
        }
    }
    Some((0..n).map(|k| b[k] / a[k][k]).collect())
}

fn newton(game: &Table, counts: &[usize], used: &[Vec<usize>], start: Vec<f64>) -> Option<Vec<f64>> {
    let mut x = start;
    for _ in 0..40 {
        let f = gaps(game, counts, used, &x);
        // Differences are exact for functions affine in every chance.
        let columns: Vec<Vec<f64>> = (0..x.len())
            .map(|k| {
                let mut y = x.clone();
                y[k] += 1.0;
                gaps(game, counts, used, &y).iter().zip(&f).map(|(a, b)| a - b).collect()
            })
            .collect();
        let rows = (0..x.len()).map(|r| columns.iter().map(|c| c[r]).collect()).collect();
        let step = solve(rows, f)?;
        x.iter_mut().zip(&step).for_each(|(v, s)| *v -= s);
        if x.iter().any(|v| v.is_nan() || v.abs() > 10.0) {
            return None;
        }
        if step.iter().all(|s| s.abs() < 1e-14) {
            break;
        }
    }
    Some(x)
}

fn subsets(count: usize) -> Vec<Vec<usize>> {
    (1u32..1 << count).map(|code| (0..count).filter(|k| code >> k & 1 == 1).collect()).collect()
}

/// All equilibria found.
pub fn equilibria(game: &NormalForm) -> Vec<Mixes> {
    let mut supports: Vec<Vec<Vec<usize>>> = vec![Vec::new()];
    let (counts, game) = (game.counts(), &table(game));
    for &count in &counts {
        supports =
            supports.iter().flat_map(|s| subsets(count).into_iter().map(|own| [&s[..], &[own]].concat())).collect();
    }
    let mut found: Vec<Mixes> = Vec::new();
    for used in &supports {
        let d: usize = used.iter().map(|u| u.len() - 1).sum();
        for start in 0..4usize.pow(d as u32) {
            let place = |k: usize| 0.08 + 0.28 * ((start / 4usize.pow(k as u32)) % 4) as f64;
            let Some(free) = newton(game, &counts, used, (0..d).map(place).collect()) else { continue };
            let mixes = mixes_of(&counts, used, &free);
            let inside = mixes.iter().zip(used).all(|(mix, own)| own.iter().all(|&k| mix[k] > 1e-9));
            let near = |x: &&Mixes| x.iter().flatten().zip(mixes.iter().flatten()).all(|(a, b)| (a - b).abs() < 1e-8);
            if inside && is_equilibrium(game, &mixes) && found.iter().find(near).is_none() {
                found.push(mixes);
            }
        }
    }
    found
}

fn is_equilibrium(game: &Table, mixes: &Mixes) -> bool {
    (0..mixes.len()).all(|p| {
        let values: Vec<f64> = (0..mixes[p].len()).map(|k| pays(game, p, k, mixes)).collect();
        let best = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        (0..values.len()).all(|k| mixes[p][k] == 0.0 || values[k] > best - 1e-8 * (1.0 + best.abs()))
    })
}

/// The actions a point uses.
pub fn support(point: &Mixes) -> Vec<Vec<usize>> {
    point.iter().map(|mix| (0..mix.len()).filter(|&k| mix[k] != 0.0).collect()).collect()
}

/// Whether the point lies in the bounds of the equilibrium, up to rounding.
pub fn holds(equilibrium: &Equilibrium, point: &Mixes) -> bool {
    let close = |(b, x): (&games::several::interval::Interval, &f64)| b.lo - 1e-9 <= *x && *x <= b.hi + 1e-9;
    equilibrium.bounds.iter().flatten().zip(point.iter().flatten()).all(close)
}
