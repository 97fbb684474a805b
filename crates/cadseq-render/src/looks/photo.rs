//! The look of a photograph.

use rand::Rng;

/// The numbers of a photograph.
#[derive(Debug, Clone, PartialEq)]
pub struct PhotoLook {
    /// Colour of the part.
    pub part: [f32; 3],
    /// Colour of the ground.
    pub ground: [f32; 3],
}

impl PhotoLook {
    /// Random numbers.
    pub fn random(rng: &mut impl Rng) -> Self {
        Self {
            part: std::array::from_fn(|_| rng.random_range(0.05..0.95)),
            ground: std::array::from_fn(|_| rng.random_range(0.3..1.0)),
        }
    }
}
