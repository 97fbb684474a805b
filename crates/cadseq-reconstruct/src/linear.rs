//! Small symmetric systems of equations.

use crate::shape::MAX_PARAMETERS;

/// A vector of parameters; entries beyond the shape's number are 0.
pub type Vector = [f64; MAX_PARAMETERS];

/// A matrix of parameters by parameters.
pub type Matrix = [Vector; MAX_PARAMETERS];

/// Solves a symmetric positive definite system given by its lower triangle (Cholesky).
pub fn solve(matrix: &Matrix, right: &Vector, count: usize) -> Option<Vector> {
    let mut lower = *matrix;
    for row in 0..count {
        for column in 0..=row {
            let dot: f64 = (0..column).map(|k| lower[row][k] * lower[column][k]).sum();
            let value = matrix[row][column] - dot;
            if row == column {
                if value <= 0.0 || !value.is_finite() {
                    return None;
                }
                lower[row][row] = value.sqrt();
            } else {
                lower[row][column] = value / lower[column][column];
            }
        }
    }
    let mut solution = *right;
    for row in 0..count {
        let dot: f64 = (0..row).map(|k| lower[row][k] * solution[k]).sum();
        solution[row] = (solution[row] - dot) / lower[row][row];
    }
    for row in (0..count).rev() {
        let dot: f64 = (row + 1..count).map(|k| lower[k][row] * solution[k]).sum();
        solution[row] = (solution[row] - dot) / lower[row][row];
    }
    Some(solution)
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
