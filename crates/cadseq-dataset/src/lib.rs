//! Synthetic data: programs, solids and pictures of the template shapes.
//!
//! [`sample()`] draws one program, with or without design [`rules`], from a distribution, a seed and
//! an index alone: the same three give the same bytes on every machine, however many threads or
//! shards made them.
//!
//! [`synthesize`] writes whole data sets, in parallel, as [`shard`] files with a card.
//!
//! This crate knows storage and design rules; it trains nothing and scores nothing.

pub mod distribution;
pub mod grid;
pub mod parts;
pub mod random;
pub mod rejection;
pub mod rules;
pub mod sample;
pub mod shard;
pub mod split;
pub mod template;

pub use distribution::{Distribution, Variation};
pub use parts::{PartSample, part_sample};
pub use rejection::{Rejection, Rejections};
pub use rules::{RuleSet, RulesError};
pub use sample::{Sample, sample};
pub use shard::{DataCard, Progress, SynthConfig, SynthError, synthesize};
pub use split::Split;
pub use template::{Sequence, Template, TemplateCounts};
