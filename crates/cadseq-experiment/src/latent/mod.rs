//! The latent space of a trained stage 1: programs and pictures go in, programs come out.
//!
//! [`LatentSpace`] encodes and decodes; [`Prior`] draws latents and [`line()`] walks between two;
//! [`Known`] are the programs that stage 1 was trained on, to search; [`sheet`] shows what comes out.

mod decoded;
mod error;
mod known;
mod prior;
pub mod sheet;
mod space;

pub use decoded::Decoded;
pub use error::LatentError;
pub use known::{Known, Neighbour};
pub use prior::{Gaussian, Prior};
pub use space::LatentSpace;

/// `count` latents on the straight line from `a` to `b`, each with its place from 0 to 1; both ends
/// are among them.
pub fn line(a: &[f32], b: &[f32], count: usize) -> Vec<(f64, Vec<f32>)> {
    let place = |step: usize| step as f64 / count.saturating_sub(1).max(1) as f64;
    let at = |t: f64| {
        let between = |(a, b): (&f32, &f32)| (f64::from(*a) * (1.0 - t) + f64::from(*b) * t) as f32;
        a.iter().zip(b).map(between).collect()
    };
    (0..count).map(place).map(|t| (t, at(t))).collect()
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn a_line_has_both_ends_and_equal_steps() {
        let walk = line(&[0.0, 4.0], &[1.0, -4.0], 5);
        let places: Vec<f64> = walk.iter().map(|(place, _)| *place).collect();
        assert_eq!(places, [0.0, 0.25, 0.5, 0.75, 1.0]);
        assert_eq!(walk[0].1, [0.0, 4.0]);
        assert_eq!(walk[1].1, [0.25, 2.0]);
        assert_eq!(walk[4].1, [1.0, -4.0]);
        assert_eq!(line(&[1.0], &[2.0], 1), [(0.0, vec![1.0])]);
    }
}
