//! The programs that a latent space was learnt from, and the search among them.

use cadseq_program::Program;

/// The training share with its latents.
#[derive(Debug, Clone)]
pub struct Known {
    /// Numbers of the programs in their data set.
    pub indices: Vec<u64>,
    /// The programs as drawn.
    pub programs: Vec<Program>,
    /// Their latent means, a row each.
    pub latents: Vec<Vec<f32>>,
}

/// A known program near a latent.
#[derive(Debug, Clone, Copy)]
pub struct Neighbour<'k> {
    /// Number of the program in its data set.
    pub index: u64,
    /// Euclidean distance in the latent space.
    pub distance: f64,
    /// The program.
    pub program: &'k Program,
}

impl Known {
    /// The `count` programs nearest to `latent`, the nearest first; equally near ones by number.
    pub fn nearest(&self, latent: &[f32], count: usize) -> Vec<Neighbour<'_>> {
        let neighbour = |((row, &index), program): ((&Vec<f32>, _), _)| Neighbour {
            index,
            distance: distance(row, latent),
            program,
        };
        let rows = self.latents.iter().zip(&self.indices).zip(&self.programs);
        let mut all: Vec<Neighbour<'_>> = rows.map(neighbour).collect();
        all.sort_by(|a, b| {
            a.distance
                .total_cmp(&b.distance)
                .then(a.index.cmp(&b.index))
        });
        all.truncate(count);
        all
    }
}

fn distance(a: &[f32], b: &[f32]) -> f64 {
    let square = |(a, b): (&f32, &f32)| (f64::from(*a) - f64::from(*b)).powi(2);
    a.iter().zip(b).map(square).sum::<f64>().sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_come_first_and_ties_by_number() {
        let program: Program = "add_sketch(XY)\nadd_circle(0, 0, 4)\nadd_extrude(5)"
            .parse()
            .expect("a program");
        let known = Known {
            indices: vec![9, 4, 2],
            programs: vec![program.clone(), program.clone(), program],
            latents: vec![vec![3.0, 4.0], vec![0.0, 0.0], vec![-3.0, 4.0]],
        };
        let found = |latent: [f32; 2], count| -> Vec<(u64, f64)> {
            let near = known.nearest(&latent, count);
            near.iter().map(|one| (one.index, one.distance)).collect()
        };
        assert_eq!(found([0.0, 0.0], 5), [(4, 0.0), (2, 5.0), (9, 5.0)]);
        assert_eq!(found([3.0, 3.0], 1), [(9, 1.0)]);
    }
}
