//! Where latents are drawn from.

use std::f64::consts::TAU;

use cadseq_dataset::random::Random;

/// The generator's key: latents share no random number with the programs of a data set.
const PURPOSE: &str = "latent";

/// What latents are drawn from.
#[derive(Debug, Clone)]
pub enum Prior<'k> {
    /// N(0, 1) in each of so many dimensions: what a TEVAE is trained towards.
    Unit(usize),
    /// A Gaussian fitted to known latents; a TEA has no other.
    Fitted(Gaussian<'k>),
}

/// The Gaussian with the mean and the full covariance of some latents.
#[derive(Debug, Clone)]
pub struct Gaussian<'k> {
    rows: &'k [Vec<f32>],
    mean: Vec<f64>,
}

impl Prior<'_> {
    /// The latent number `index` of a seed; deviations from the mean are multiplied by `temperature`.
    pub fn draw(&self, seed: u64, index: u64, temperature: f64) -> Vec<f32> {
        let mut random = Random::for_sample(PURPOSE, seed, index);
        let scaled = |value: f64| (value * temperature) as f32;
        match self {
            Self::Unit(dimensions) => (0..*dimensions)
                .map(|_| scaled(normal(&mut random)))
                .collect(),
            Self::Fitted(gaussian) => gaussian.draw(&mut random, temperature),
        }
    }
}

impl<'k> Gaussian<'k> {
    /// Fits `rows` of one length, at least one.
    pub fn of(rows: &'k [Vec<f32>]) -> Self {
        let mut mean = vec![0.0; rows.first().map_or(0, Vec::len)];
        for row in rows {
            add(&mut mean, row, 1.0 / rows.len() as f64);
        }
        Self { rows, mean }
    }

    /// A combination of the centred rows with weights from N(0, 1) has, over the root of their number,
    /// exactly their covariance; nothing has to be factored, however many dimensions are idle.
    fn draw(&self, random: &mut Random, temperature: f64) -> Vec<f32> {
        let scale = temperature / (self.rows.len() as f64).sqrt();
        let (mut latent, mut total) = (vec![0.0; self.mean.len()], 0.0);
        for row in self.rows {
            let weight = scale * normal(random);
            add(&mut latent, row, weight);
            total += weight;
        }
        let centred = latent.iter().zip(&self.mean);
        centred
            .map(|(sum, mean)| (sum + mean * (1.0 - total)) as f32)
            .collect()
    }
}

fn add(sum: &mut [f64], row: &[f32], weight: f64) {
    for (sum, value) in sum.iter_mut().zip(row) {
        *sum += weight * f64::from(*value);
    }
}

/// A draw from N(0, 1), by Box and Muller (1958).
fn normal(random: &mut Random) -> f64 {
    let radius = (-2.0 * libm::log(1.0 - random.unit())).sqrt();
    radius * libm::cos(TAU * random.unit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Mean and covariance of two dimensions over many draws.
    fn moments(prior: &Prior<'_>, temperature: f64) -> ([f64; 2], [f64; 3]) {
        let draws = 20_000;
        let (mut mean, mut square) = ([0.0; 2], [0.0; 3]);
        for index in 0..draws {
            let latent = prior.draw(5, index, temperature);
            let [x, y] = [f64::from(latent[0]), f64::from(latent[1])];
            for (sum, value) in mean.iter_mut().zip([x, y]) {
                *sum += value / draws as f64;
            }
            for (sum, value) in square.iter_mut().zip([x * x, x * y, y * y]) {
                *sum += value / draws as f64;
            }
        }
        let [x, y] = mean;
        let product = [x * x, x * y, y * y];
        let covariance = [0, 1, 2].map(|i| square[i] - product[i]);
        (mean, covariance)
    }

    fn assert_near(found: &[f64], expected: &[f64]) {
        for (found, expected) in found.iter().zip(expected) {
            let off = (found - expected).abs();
            assert!(
                off < 0.05 * (1.0 + expected.abs()),
                "{found} for {expected}"
            );
        }
    }

    #[test]
    fn draws_have_the_moments_that_are_asked_for() {
        let (mean, covariance) = moments(&Prior::Unit(2), 0.5);
        assert_near(&mean, &[0.0, 0.0]);
        assert_near(&covariance, &[0.25, 0.0, 0.25]);

        // Points on a line: a covariance that cannot be factored.
        let rows = [-1.0_f32, 0.0, 1.0].map(|t| vec![3.0 + t, -2.0 * t]);
        let (mean, covariance) = moments(&Prior::Fitted(Gaussian::of(&rows)), 1.0);
        assert_near(&mean, &[3.0, 0.0]);
        let third = 2.0 / 3.0;
        assert_near(&covariance, &[third, -2.0 * third, 4.0 * third]);
    }

    #[test]
    fn seed_and_number_alone_decide() {
        let draw = |seed, index| Prior::Unit(3).draw(seed, index, 1.0);
        assert_eq!(draw(1, 2), draw(1, 2));
        assert_ne!(draw(1, 2), draw(1, 3));
        assert_ne!(draw(1, 2), draw(2, 2));
        let rows = [vec![1.0, 2.0], vec![3.0, 5.0]];
        let mean = Prior::Fitted(Gaussian::of(&rows)).draw(1, 1, 0.0);
        assert_eq!(mean, [2.0, 3.5]);
    }
}
