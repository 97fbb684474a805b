//! What a data set is, and which part of it one run makes.

use std::{
    fmt,
    ops::Range,
    path::{Path, PathBuf},
    str::FromStr,
};

use thiserror::Error;

use super::Source;
use crate::TemplateCounts;

/// Samples in one file: small enough that a lost one is cheap and many workers share the load,
/// large enough that a data set is a few dozen files. A multiple of the 110 samples over which
/// templates and splits are exact.
const SAMPLES_PER_SHARD: u64 = 1100;

/// Everything that decides a data set, and where and how one run makes it.
#[derive(Debug, Clone, PartialEq)]
pub struct SynthConfig {
    /// Folder of the data set; made if it is not there.
    pub folder: PathBuf,
    /// What samples are drawn from.
    pub source: Source,
    /// Seed of samples and splits.
    pub seed: u64,
    /// Samples of the whole data set.
    pub samples: u64,
    /// Samples of each shard file but the last, at least 1.
    pub samples_per_shard: u64,
    /// Width and height of the pictures in pixels.
    pub picture_size: usize,
    /// Which shard files this run makes; does not change their bytes.
    pub part: Part,
    /// Threads; `None` for one a core. Does not change the bytes.
    pub threads: Option<usize>,
}

/// One of several runs that share a data set, numbered from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    number: u64,
    of: u64,
}

/// A text that names no part.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{text}` names no part; write i/n with 1 <= i <= n, such as 2/4")]
pub struct PartError {
    text: String,
}

impl SynthConfig {
    /// The paper's data set: 22,000 samples, pictures of 512 x 512 pixels.
    pub fn new(folder: impl AsRef<Path>, source: impl Into<Source>, seed: u64) -> Self {
        Self {
            folder: folder.as_ref().to_owned(),
            source: source.into(),
            seed,
            samples: TemplateCounts::paper().total(),
            samples_per_shard: SAMPLES_PER_SHARD,
            picture_size: 512,
            part: Part::WHOLE,
            threads: None,
        }
    }

    /// Number of shard files of the whole data set.
    pub fn shards(&self) -> u64 {
        self.samples.div_ceil(self.samples_per_shard.max(1))
    }

    /// The shard files that this run makes.
    pub fn own_shards(&self) -> impl Iterator<Item = u64> + use<> {
        let part = self.part;
        (0..self.shards()).filter(move |shard| shard % part.of == part.number - 1)
    }

    /// The samples of a shard.
    pub fn indices(&self, shard: u64) -> Range<u64> {
        let start = shard * self.samples_per_shard;
        start..(start + self.samples_per_shard).min(self.samples)
    }

    /// File name of a shard.
    pub fn shard_name(&self, shard: u64) -> String {
        format!("{}-{shard:06}.tar", self.source.name())
    }

    /// Path of a shard.
    pub fn shard_path(&self, shard: u64) -> PathBuf {
        self.folder.join(self.shard_name(shard))
    }
}

impl Part {
    /// All shards.
    pub const WHOLE: Self = Self { number: 1, of: 1 };

    /// The part `number` (from 1) of `of`; `None` where there is no such part.
    pub const fn new(number: u64, of: u64) -> Option<Self> {
        if 1 <= number && number <= of {
            Some(Self { number, of })
        } else {
            None
        }
    }

    /// Its own of `count` items: consecutive ones, as many as any other part has, or one more or less.
    pub fn range(self, count: u64) -> Range<u64> {
        let before = |parts: u64| {
            let items = u128::from(count) * u128::from(parts) / u128::from(self.of);
            u64::try_from(items).expect("a share of a count is at most the count")
        };
        before(self.number - 1)..before(self.number)
    }
}

impl FromStr for Part {
    type Err = PartError;

    fn from_str(text: &str) -> Result<Self, PartError> {
        text.split_once('/')
            .and_then(|(number, of)| Self::new(number.parse().ok()?, of.parse().ok()?))
            .ok_or_else(|| PartError {
                text: text.to_owned(),
            })
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Distribution;

    #[test]
    fn parts_are_read_and_cover_the_shards() {
        assert_eq!("2/4".parse(), Ok(Part { number: 2, of: 4 }));
        for text in ["", "1", "0/1", "3/2", "1/0", "a/b", "-1/2"] {
            assert!(text.parse::<Part>().is_err(), "{text}");
        }
        let mut config = SynthConfig::new("data", Distribution::without_rules(), 1);
        config.samples = 3301;
        let mut all = Vec::new();
        for number in 1..=3 {
            config.part = Part::new(number, 3).expect("a part");
            all.extend(config.own_shards());
        }
        all.sort_unstable();
        assert_eq!(all, [0, 1, 2, 3]);
        assert_eq!(config.indices(3), 3300..3301);
    }

    #[test]
    fn ranges_follow_each_other() {
        for (count, of) in [(0, 3), (2, 3), (10, 3), (12, 4), (u64::MAX, 7)] {
            let parts = (1..=of).filter_map(|number| Part::new(number, of));
            let ranges: Vec<_> = parts.map(|part| part.range(count)).collect();
            assert_eq!((ranges[0].start, ranges[ranges.len() - 1].end), (0, count));
            for pair in ranges.windows(2) {
                assert_eq!(pair[0].end, pair[1].start);
            }
            for range in ranges {
                assert!((range.end - range.start).abs_diff(count / of) <= 1);
            }
        }
    }
}
