//! Training, validation and test shares, 8:1:1.
//!
//! The split is a function of seed and index, needs no list of the data set, and is exact: of ten
//! consecutive samples of one sequence eight train, one validates, one tests. So a data set of
//! any multiple of 110 samples, the paper's 22,000 among them, has exact shares in every template.

use serde::{Deserialize, Serialize};

use crate::{random::Random, template::ROUND_LENGTH};

/// Samples of one sequence that are shuffled together.
const BLOCK_LENGTH: u64 = 10;

/// A share of the data set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Split {
    /// Eight tenths.
    Train,
    /// One tenth, to choose settings by.
    Validation,
    /// One tenth, to report.
    Test,
}

impl Split {
    /// All shares.
    pub const ALL: [Self; 3] = [Self::Train, Self::Validation, Self::Test];

    /// The share of the sample `index` of the data set drawn with `seed`.
    pub fn of(seed: u64, index: u64) -> Self {
        let (round, slot) = (index / ROUND_LENGTH, index % ROUND_LENGTH);
        let (block, position) = (round / BLOCK_LENGTH, round % BLOCK_LENGTH);
        let mut random = Random::for_split(seed, block * ROUND_LENGTH + slot);
        let test = random.below(BLOCK_LENGTH as u32);
        let other = random.below(BLOCK_LENGTH as u32 - 1);
        let validation = if other < test { other } else { other + 1 };
        match position as u32 {
            position if position == test => Self::Test,
            position if position == validation => Self::Validation,
            _ => Self::Train,
        }
    }

    /// `train`, `validation` or `test`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Train => "train",
            Self::Validation => "validation",
            Self::Test => "test",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Sequence;

    #[test]
    fn shares_are_exact_in_every_sequence() {
        for sequence in Sequence::ALL {
            let of_sequence = || (0..2200).filter(|&index| Sequence::of(index) == sequence);
            let count = |split| {
                of_sequence()
                    .filter(|&index| Split::of(5, index) == split)
                    .count()
            };
            let tenth = of_sequence().count() / 10;
            assert_eq!(
                Split::ALL.map(count),
                [8 * tenth, tenth, tenth],
                "{sequence}"
            );
        }
    }

    #[test]
    fn another_seed_splits_otherwise() {
        let splits = |seed| {
            (0..110)
                .map(|index| Split::of(seed, index))
                .collect::<Vec<_>>()
        };
        assert_eq!(splits(1), splits(1));
        assert_ne!(splits(1), splits(2));
    }
}
