//! What a network is, how it was trained and how good it is, in Markdown.

mod locator;
mod mapper;

use std::path::Path;

use anyhow::{Context, Result, ensure};
use cadseq_train::task::Progress;
use serde::de::DeserializeOwned;

use self::locator::LocatorCard;
use self::mapper::MapperCard;
use crate::evaluation::Report;
use crate::files::read_bytes;

/// Longest file of a run that is read.
const MAX_RUN_FILE_BYTES: u64 = 1 << 30;

/// The card of the run in `folder`, of whichever network it trained.
///
/// # Errors
/// Where a file of the run is missing or damaged, or the evaluations are not of its network.
pub(crate) fn model_card(
    folder: &Path,
    evaluations: Vec<Report>,
    trained_on: Option<String>,
) -> Result<String> {
    if folder.join("mapper.safetensors").exists() {
        ensure!(
            evaluations.is_empty(),
            "--evaluation takes reports of reconstruction, which the mapper is no part of; leave it out"
        );
        return Ok(MapperCard::new(folder, trained_on)?.to_string());
    }
    Ok(LocatorCard::new(folder, evaluations, trained_on)?.to_string())
}

fn read_run_file(folder: &Path, name: &str) -> Result<Vec<u8>> {
    read_bytes(&folder.join(name), MAX_RUN_FILE_BYTES)
}

/// The settings of a run.
fn settings<C: DeserializeOwned>(folder: &Path) -> Result<C> {
    serde_json::from_slice(&read_run_file(folder, "config.json")?)
        .with_context(|| folder.join("config.json").display().to_string())
}

/// The step and the figures of the last line of a training log that has a validation.
fn last_validation<V: DeserializeOwned>(folder: &Path) -> Result<(u64, V)> {
    let log = read_run_file(folder, "metrics.jsonl")?;
    let last = || {
        let mut last = None;
        for line in log
            .split(|&byte| byte == b'\n')
            .filter(|line| !line.is_empty())
        {
            let progress: Progress<V> = serde_json::from_slice(line)?;
            let found = progress.validation.map(|found| (progress.step, found));
            last = found.or(last);
        }
        last.context("the log has no validation; train to the first one")
    };
    last().with_context(|| folder.join("metrics.jsonl").display().to_string())
}

/// Adds to a command the flags whose value is not the default: name, value, default.
fn add_flags(command: &mut String, flags: &[(&str, String, String)]) {
    for (name, value, default) in flags {
        if value != default {
            command.extend([" --", name, " ", value]);
        }
    }
}

/// A number with commas between groups of three digits.
fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(3)
        .rev()
        .map(|group| std::str::from_utf8(group).expect("digits are text"))
        .collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped() {
        let texts = [0, 999, 1000, 3_631_378].map(thousands);
        assert_eq!(texts, ["0", "999", "1,000", "3,631,378"]);
    }
}
