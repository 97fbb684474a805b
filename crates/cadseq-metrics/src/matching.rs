//! AP2: the parameters without the order of operations.
//!
//! The operations of one type are paired one to one so that as many parameters as possible are
//! right: an assignment problem, solved exactly (Kuhn and Munkres, by shortest augmenting paths).

use cadseq_program::FeatureMatrix;

use crate::parameters::right_parameters;
use crate::types::{predicted_types, types};
use crate::{Score, Settings};

/// Right parameters under the best pairing, over all used parameters of the truth.
pub(crate) fn ap2(
    truth: &FeatureMatrix,
    prediction: Option<&FeatureMatrix>,
    settings: &Settings,
) -> Score {
    let true_types = types(truth, settings);
    let predicted = predicted_types(prediction, settings);
    let used: usize = (0..true_types.len())
        .map(|row| truth.used(row).count())
        .sum();
    let mut kinds = true_types.clone();
    kinds.sort_unstable();
    kinds.dedup();
    let right: usize = prediction.map_or(0, |prediction| {
        let pairs = |kind| {
            let rows = rows_of(&true_types, kind);
            let columns = rows_of(&predicted, kind);
            best_assignment(rows.len(), columns.len(), |row, column| {
                right_parameters(truth, rows[row], prediction, columns[column], settings)
            })
        };
        kinds.iter().map(|&kind| pairs(kind)).sum()
    });
    Score {
        numerator: right as f64,
        denominator: used as f64,
    }
}

fn rows_of(types: &[i16], kind: i16) -> Vec<usize> {
    (0..types.len()).filter(|&row| types[row] == kind).collect()
}

/// The largest total gain of pairing rows with columns, each at most once.
fn best_assignment(rows: usize, columns: usize, gain: impl Fn(usize, usize) -> usize) -> usize {
    // A square matrix of costs, so that every row finds a column; what is not there gains nothing.
    let size = rows.max(columns);
    let gains: Vec<Vec<i64>> = (0..size)
        .map(|row| {
            let there = |column| row < rows && column < columns;
            (0..size)
                .map(|column| {
                    if there(column) {
                        gain(row, column) as i64
                    } else {
                        0
                    }
                })
                .collect()
        })
        .collect();
    let mut assignment = Assignment::new(size);
    for row in 0..size {
        assignment.insert(row, &gains);
    }
    let total: i64 = (0..size)
        .filter_map(|column| assignment.row_of[column].map(|row| gains[row][column]))
        .sum();
    total as usize
}

/// A partial assignment with the dual prices that prove it optimal.
struct Assignment {
    row_of: Vec<Option<usize>>,
    row_price: Vec<i64>,
    column_price: Vec<i64>,
}

impl Assignment {
    fn new(size: usize) -> Self {
        Self {
            row_of: vec![None; size],
            row_price: vec![0; size],
            column_price: vec![0; size],
        }
    }

    /// Assigns one more row along the cheapest augmenting path (cost = minus gain).
    fn insert(&mut self, row: usize, gains: &[Vec<i64>]) {
        let size = self.row_of.len();
        let mut slack = vec![i64::MAX; size];
        let mut from: Vec<Option<usize>> = vec![None; size];
        let mut reached = vec![false; size];
        let (mut current, mut last) = (row, None);
        loop {
            let (mut step, mut nearest) = (i64::MAX, 0);
            for column in (0..size).filter(|&column| !reached[column]) {
                let cost =
                    -gains[current][column] - self.row_price[current] - self.column_price[column];
                if cost < slack[column] {
                    (slack[column], from[column]) = (cost, last);
                }
                if slack[column] < step {
                    (step, nearest) = (slack[column], column);
                }
            }
            self.reprice(row, step, &reached, &mut slack);
            reached[nearest] = true;
            last = Some(nearest);
            match self.row_of[nearest] {
                Some(next) => current = next,
                None => break,
            }
        }
        self.augment(row, last, &from);
    }

    fn reprice(&mut self, row: usize, step: i64, reached: &[bool], slack: &mut [i64]) {
        self.row_price[row] += step;
        for (column, &is_reached) in reached.iter().enumerate() {
            if !is_reached {
                slack[column] -= step;
            } else if let Some(owner) = self.row_of[column] {
                self.row_price[owner] += step;
                self.column_price[column] -= step;
            }
        }
    }

    /// Shifts the rows along the path that ends at column `last`; its first column gets `row`.
    fn augment(&mut self, row: usize, last: Option<usize>, from: &[Option<usize>]) {
        let mut column = last;
        while let Some(here) = column {
            self.row_of[here] = from[here].map_or(Some(row), |before| self.row_of[before]);
            column = from[here];
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::best_assignment;

    fn brute_force(gains: &[Vec<usize>], row: usize, taken: u32) -> usize {
        let Some(columns) = gains.get(row) else {
            return 0;
        };
        let skipped = brute_force(gains, row + 1, taken);
        (0..columns.len())
            .filter(|column| taken & (1 << column) == 0)
            .map(|column| columns[column] + brute_force(gains, row + 1, taken | (1 << column)))
            .fold(skipped, usize::max)
    }

    proptest! {
        #[test]
        fn assignments_are_best(
            columns in 0..6usize, gains in prop::collection::vec(prop::array::uniform6(0..5usize), 0..6),
        ) {
            let gains: Vec<Vec<usize>> = gains.iter().map(|row| row[..columns].to_vec()).collect();
            let best = best_assignment(gains.len(), columns, |row, column| gains[row][column]);
            prop_assert_eq!(best, brute_force(&gains, 0, 0));
        }
    }
}
