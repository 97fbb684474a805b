//! The distributions that a person names with `--rules`.

use std::path::Path;

use anyhow::{Context, Result};
use cadseq_dataset::{Distribution, RuleSet, shard::Source};

use crate::files::read_bytes;

/// Longest file of rules that is read.
const MAX_RULES_BYTES: u64 = 1 << 20;

/// What a data set is drawn from: `parts`, or as [`distribution`].
///
/// # Errors
/// As [`distribution`].
pub(super) fn source(name: &str) -> Result<Source> {
    match name {
        "parts" => Ok(Source::Parts),
        templates => distribution(templates).map(Source::from),
    }
}

/// `with`, `without`, `mixed`, or the path of a file of rules.
///
/// # Errors
/// Where the file holds no usable rules.
pub(super) fn distribution(name: &str) -> Result<Distribution> {
    match name {
        "with" => Ok(Distribution::with_rules()),
        "without" => Ok(Distribution::without_rules()),
        "mixed" => Ok(Distribution::mixed()),
        file => {
            let hint = || format!("--rules {file}: neither with, without, mixed nor rules");
            let bytes = read_bytes(Path::new(file), MAX_RULES_BYTES).with_context(hint)?;
            let rules: RuleSet = String::from_utf8_lossy(&bytes).parse().with_context(hint)?;
            Ok(Distribution::ruled(rules))
        }
    }
}
