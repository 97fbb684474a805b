//! The random generator of one sample.
//!
//! It is seeded by the distribution's name, seed and index alone, so samples can be drawn in any order, by any thread, in any
//! shard. Numbers are made from its raw words here, not by a distribution library, so that an
//! update of one cannot change published data sets.

use cadseq_program::Level;
use rand_chacha::{
    ChaCha8Rng,
    rand_core::{RngCore, SeedableRng},
};

/// A reproducible stream of random numbers.
#[derive(Debug, Clone)]
pub struct Random(ChaCha8Rng);

impl Random {
    /// The generator that draws the sample `index` of the distribution with this name. The name is
    /// part of the key so that a mixture never repeats the samples that its parts have under the
    /// same seed: training on one cannot see the test set of another.
    pub fn for_sample(distribution: &str, seed: u64, index: u64) -> Self {
        Self::keyed(seed, index, *b"sample 1", fnv(distribution))
    }

    /// The generator that shuffles a block of the split.
    pub(crate) fn for_split(seed: u64, block: u64) -> Self {
        Self::keyed(seed, block, *b"split 1 ", 0)
    }

    fn keyed(seed: u64, index: u64, purpose: [u8; 8], name: u64) -> Self {
        let mut key = [0; 32];
        key[..8].copy_from_slice(&seed.to_le_bytes());
        key[8..16].copy_from_slice(&index.to_le_bytes());
        key[16..24].copy_from_slice(&purpose);
        key[24..].copy_from_slice(&name.to_le_bytes());
        Self(ChaCha8Rng::from_seed(key))
    }

    /// A uniform level.
    pub fn level(&mut self) -> Level {
        Level::new((self.0.next_u32() >> 24) as u8)
    }

    /// A uniform integer below `bound`; its bias of at most `bound` / 2^32 is far below what any
    /// data set of this crate can show.
    pub fn below(&mut self, bound: u32) -> u32 {
        ((u64::from(self.0.next_u32()) * u64::from(bound)) >> 32) as u32
    }

    /// A uniform number in [0, 1).
    pub fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// A uniform number between `low` and `high`.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// A number between `low` and `high`, both above 0, of which every order of size is as frequent.
    pub fn log_between(&mut self, [low, high]: [f64; 2]) -> f64 {
        low * libm::exp(self.unit() * libm::log(high / low))
    }

    /// Whether something of this probability happens.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// A uniform integer from `low` to `high`, both included.
    pub fn whole(&mut self, low: u32, high: u32) -> u32 {
        low + self.below(high - low + 1)
    }

    /// One of the items by weight; the sum of the weights is above 0.
    pub fn weighted<'a, T>(&mut self, items: &'a [T], weight: impl Fn(&T) -> u32) -> &'a T {
        let mut remaining = self.below(items.iter().map(&weight).sum());
        for item in items {
            match remaining.checked_sub(weight(item)) {
                None => return item,
                Some(rest) => remaining = rest,
            }
        }
        unreachable!("the draw is below the sum of the weights")
    }

    /// One of the values, at least one.
    pub fn pick<'a, T>(&mut self, values: &'a [T]) -> &'a T {
        &values[self.below(values.len() as u32) as usize]
    }
}

/// The 64-bit FNV-1a hash, the same in every version of every library.
fn fnv(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seed_and_index_alone_decide() {
        let draw = |seed, index| {
            let mut random = Random::for_sample("name", seed, index);
            [random.below(1000), random.below(1000), random.below(1000)]
        };
        assert_eq!(draw(1, 2), draw(1, 2));
        assert_ne!(draw(1, 2), draw(2, 1));
        assert_ne!(draw(1, 2), draw(1, 3));
        let first = |name| Random::for_sample(name, 1, 2).below(1000);
        assert_ne!(first("mixed"), first("without-rules"));
    }

    #[test]
    fn bounds_hold() {
        let mut random = Random::for_sample("name", 0, 0);
        for _ in 0..1000 {
            assert!(random.below(3) < 3);
            assert!((0.0..1.0).contains(&random.unit()));
        }
    }
}
