//! Richardson's arms race among n nations (Richardson 1960, *Arms and Insecurity*), linear in arms:
//! ẋ_i = Σ_j k_ij x_j − a_i x_i + g_i. All rates per year.
//!
//! The kernel of this program is not linear in arms; linearised it is a system of this kind (P9).

/// The two eigenvalues for n ≥ 1 alike nations, per year: (n−1)k − a of arming in common, once, and −(k+a) of arming
/// against one another, n−1 times. `reaction` k ≥ 0, `fatigue` a > 0.
pub fn alike_eigenvalues(nations: usize, reaction: f64, fatigue: f64) -> (f64, f64) {
    ((nations as f64 - 1.0) * reaction - fatigue, -(reaction + fatigue))
}

/// Alike nations keep a stable balance only if fewer than this: 1 + a/k. More rivals destabilise.
pub fn largest_balance(reaction: f64, fatigue: f64) -> f64 {
    1.0 + fatigue / reaction
}

/// Leading principal minors of a small square matrix given by rows: the determinants of its upper left corners.
pub fn leading_minors(matrix: &[Vec<f64>]) -> Vec<f64> {
    (1..=matrix.len())
        .map(|size| determinant(matrix.iter().take(size).map(|row| row[..size].to_vec()).collect()))
        .collect()
}

/// Whether the race dies down from everywhere: −J is an M-matrix, that is, all its leading minors are positive
/// (Berman & Plemmons 1979, *Nonnegative Matrices in the Mathematical Sciences*, ch. 6).
///
/// `jacobian` J by rows: reactions k_ij ≥ 0 off the diagonal, fatigue −a_i on it. With a negative reaction the
/// criterion says nothing.
pub fn is_stable(jacobian: &[Vec<f64>]) -> bool {
    let negative: Vec<Vec<f64>> = jacobian.iter().map(|row| row.iter().map(|v| -v).collect()).collect();
    leading_minors(&negative).iter().all(|&minor| minor > 0.0)
}

/// Determinant by elimination with the largest pivot of each column.
fn determinant(mut rows: Vec<Vec<f64>>) -> f64 {
    let n = rows.len();
    let mut product = 1.0;
    for column in 0..n {
        let best = (column..n).fold(column, |a, b| if rows[b][column].abs() > rows[a][column].abs() { b } else { a });
        if best != column {
            rows.swap(best, column);
            product = -product;
        }
        let pivot = rows[column][column];
        if pivot == 0.0 {
            return 0.0;
        }
        product *= pivot;
        for row in column + 1..n {
            let factor = rows[row][column] / pivot;
            for k in column..n {
                rows[row][k] -= factor * rows[column][k];
            }
        }
    }
    product
}
