//! Small symmetric systems of equations.

use crate::shape::MAX_PARAMETERS;

/// A vector of parameters; entries beyond the shape's number are 0.
pub type Vector = [f64; MAX_PARAMETERS];

/// A matrix of parameters by parameters.
pub type Matrix = [Vector; MAX_PARAMETERS];

/// Solves a symmetric positive definite system of `count` unknowns given by its lower triangle.
pub fn solve(matrix: &Matrix, right: &Vector, count: usize) -> Option<Vector> {
    let (mut lower, mut solution) = (*matrix, *right);
    solve_in_place(&mut lower[..count], &mut solution[..count])?;
    Some(solution)
}

/// Solves a symmetric positive definite system given by the lower triangle of its rows (Cholesky), which are overwritten by their
/// factor, and `right` by the solution; `None` where the system is not positive definite.
pub(crate) fn solve_in_place<R: AsRef<[f64]> + AsMut<[f64]>>(
    rows: &mut [R],
    right: &mut [f64],
) -> Option<()> {
    factor(rows)?;
    substitute(rows, right);
    Some(())
}

/// The Cholesky factor of a symmetric positive definite matrix given by the lower triangle of its rows, which it overwrites.
pub(crate) fn factor<R: AsRef<[f64]> + AsMut<[f64]>>(rows: &mut [R]) -> Option<()> {
    for row in 0..rows.len() {
        for column in 0..=row {
            let [a, b] = [row, column].map(|row| rows[row].as_ref());
            let dot: f64 = (0..column).map(|k| a[k] * b[k]).sum();
            let value = a[column] - dot;
            let entry = if row == column {
                if value <= 0.0 || !value.is_finite() {
                    return None;
                }
                value.sqrt()
            } else {
                value / b[column]
            };
            rows[row].as_mut()[column] = entry;
        }
    }
    Some(())
}

/// Overwrites `right` by the solution of the system with this [`factor`].
pub(crate) fn substitute<R: AsRef<[f64]>>(rows: &[R], right: &mut [f64]) {
    let count = right.len();
    for row in 0..count {
        let factor = rows[row].as_ref();
        let dot: f64 = (0..row).map(|k| factor[k] * right[k]).sum();
        right[row] = (right[row] - dot) / factor[row];
    }
    for row in (0..count).rev() {
        let dot: f64 = (row + 1..count)
            .map(|k| rows[k].as_ref()[row] * right[k])
            .sum();
        right[row] = (right[row] - dot) / rows[row].as_ref()[row];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solves_a_known_system() {
        let mut matrix = [[0.0; MAX_PARAMETERS]; MAX_PARAMETERS];
        (matrix[0][0], matrix[1][0], matrix[1][1]) = (4.0, 2.0, 3.0);
        let mut right = [0.0; MAX_PARAMETERS];
        (right[0], right[1]) = (2.0, -1.0);
        let solution = solve(&matrix, &right, 2).expect("positive definite");
        assert!((solution[0] - 1.0).abs() < 1e-12 && (solution[1] + 1.0).abs() < 1e-12);
        matrix[1][1] = 1.0;
        assert_eq!(solve(&matrix, &right, 2), None, "not positive definite");
    }
}
