//! Normal equations of least squares.

use crate::linear::{factor, solve_in_place, substitute};

/// A symmetric system, of which the lower triangle is kept.
#[derive(Debug, Clone)]
pub(super) struct Equations {
    square: Vec<Vec<f64>>,
    right: Vec<f64>,
}

impl Equations {
    /// Of this many unknowns.
    pub(super) fn new(count: usize) -> Self {
        Self {
            square: vec![vec![0.0; count]; count],
            right: vec![0.0; count],
        }
    }

    /// Adds a residual that `row` times the unknowns is to make up for.
    pub(super) fn add(&mut self, row: &[f64], residual: f64, weight: f64) {
        for (at, &value) in row.iter().enumerate().filter(|(_, value)| **value != 0.0) {
            self.right[at] += weight * value * residual;
            for (slot, &other) in self.square[at][..=at].iter_mut().zip(row) {
                *slot += weight * value * other;
            }
        }
    }

    /// Adds the belief that one unknown is `expected`, with a deviation.
    pub(super) fn expect(&mut self, at: usize, expected: f64, sigma: f64) {
        let weight = 1.0 / (sigma * sigma);
        self.square[at][at] += weight;
        self.right[at] += weight * expected;
    }

    /// How much is known of an unknown where all others are, as one over the square of its deviation.
    pub(super) fn weight(&self, at: usize) -> f64 {
        self.square[at][at]
    }

    /// Standard deviations of the unknowns, where residuals deviate by 1; `None` where the system is not positive definite.
    pub(super) fn deviations(&self) -> Option<Vec<f64>> {
        let mut factored = self.square.clone();
        factor(&mut factored)?;
        let deviation = |at: usize| {
            let mut column = vec![0.0; self.right.len()];
            column[at] = 1.0;
            substitute(&factored, &mut column);
            column[at].max(0.0).sqrt()
        };
        Some((0..self.right.len()).map(deviation).collect())
    }

    /// The unknowns; `None` where the system is not positive definite.
    pub(super) fn solved(mut self) -> Option<Vec<f64>> {
        solve_in_place(&mut self.square, &mut self.right)?;
        Some(self.right)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solves_least_squares() {
        // x + y = 3, x - y = 1, and a weak belief in x = 5.
        let mut equations = Equations::new(2);
        equations.add(&[1.0, 1.0], 3.0, 1.0);
        equations.add(&[1.0, -1.0], 1.0, 1.0);
        equations.expect(0, 5.0, 1e4);
        let deviations = equations.deviations().expect("positive definite");
        assert!(deviations.iter().all(|d| (d - 0.5_f64.sqrt()).abs() < 1e-6));
        let solution = equations.solved().expect("positive definite");
        assert!((solution[0] - 2.0).abs() < 1e-6 && (solution[1] - 1.0).abs() < 1e-6);
        assert_eq!(Equations::new(1).solved(), None);
    }
}
