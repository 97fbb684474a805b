//! The data card: what a data set is, what it holds, how it came to be.

use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

use cadseq_files::write_whole;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Kind, Label, SynthConfig, SynthError};
use crate::{Rejections, Sequence, Split, Template};

/// What decides the bytes of a data set; changes whenever synthesis draws or packs otherwise.
const FORMAT: u32 = 1;

/// Describes a data set; stands beside it as `card.json` and, to read, as `card.md`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DataCard {
    /// What was asked for.
    pub config: CardConfig,
    /// Whether all shards are there.
    pub complete: bool,
    /// Shard files that are there, in order.
    pub shards: Vec<String>,
    /// Samples in them.
    pub samples: u64,
    /// Parts of each family, where the data set is of parts.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub families: BTreeMap<String, u64>,
    /// Samples of each template.
    pub templates: BTreeMap<Template, u64>,
    /// Samples of each sequence.
    pub sequences: BTreeMap<Sequence, u64>,
    /// Samples of each split.
    pub splits: BTreeMap<Split, u64>,
    /// Programs that were drawn and gave no sample, by cause.
    pub rejections: Rejections,
}

/// Everything that decides the bytes of a data set.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CardConfig {
    /// Version of drawing and packing.
    pub format: u32,
    /// Version of this crate.
    pub version: String,
    /// Seed of samples and splits.
    pub seed: u64,
    /// Samples of the whole data set.
    pub samples: u64,
    /// Samples of each shard file but the last.
    pub samples_per_shard: u64,
    /// Width and height of the pictures in pixels.
    pub picture_size: usize,
    /// Name of the distribution.
    pub distribution_name: String,
    /// The distribution with its rules.
    pub distribution: Value,
}

impl CardConfig {
    pub(crate) fn of(config: &SynthConfig) -> Self {
        Self {
            format: FORMAT,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            seed: config.seed,
            samples: config.samples,
            samples_per_shard: config.samples_per_shard,
            picture_size: config.picture_size,
            distribution_name: config.source.name().to_owned(),
            distribution: config.source.description(),
        }
    }
}

impl DataCard {
    /// The card of a data set without a sample.
    pub(crate) fn empty(config: CardConfig) -> Self {
        Self {
            config,
            complete: false,
            shards: Vec::new(),
            samples: 0,
            families: BTreeMap::new(),
            templates: BTreeMap::new(),
            sequences: BTreeMap::new(),
            splits: BTreeMap::new(),
            rejections: Rejections::default(),
        }
    }

    /// Counts a shard.
    pub(crate) fn add_shard(&mut self, name: String, labels: &[Label]) {
        self.shards.push(name);
        self.samples += labels.len() as u64;
        for label in labels {
            match &label.kind {
                Kind::Template { template, sequence } => {
                    *self.templates.entry(*template).or_default() += 1;
                    *self.sequences.entry(*sequence).or_default() += 1;
                }
                Kind::Part { family } => {
                    *self.families.entry(family.clone()).or_default() += 1;
                }
            }
            *self.splits.entry(label.split).or_default() += 1;
            self.rejections.add(&label.rejections);
        }
    }

    /// The card of the data set in `folder`; `None` if it has none.
    ///
    /// # Errors
    /// Where the card cannot be read.
    pub fn read(folder: &Path) -> Result<Option<Self>, SynthError> {
        let path = folder.join("card.json");
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(SynthError::reading(path)(error)),
        };
        match serde_json::from_slice(&bytes) {
            Ok(card) => Ok(Some(card)),
            Err(error) => Err(SynthError::Damaged {
                path,
                reason: error.to_string(),
            }),
        }
    }

    /// Writes `card.json` and `card.md` to `folder`.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), SynthError> {
        let mut json = serde_json::to_vec_pretty(self).expect("cards have text keys");
        json.push(b'\n');
        let path = folder.join("card.json");
        write_whole(&path, &json).map_err(SynthError::writing(path))?;
        let path = folder.join("card.md");
        write_whole(&path, self.to_markdown().as_bytes()).map_err(SynthError::writing(path))
    }

    /// The card as a page for people.
    pub fn to_markdown(&self) -> String {
        let config = &self.config;
        let state = if self.complete {
            "complete"
        } else {
            "INCOMPLETE: run synthesis again"
        };
        let is_of_parts = !self.families.is_empty();
        let kind = if is_of_parts {
            "family"
        } else {
            "template, sequence"
        };
        let mut page = format!(
            "# Data set {name}, seed {seed}\n\n\
             {samples} of {wanted} samples in {shards} files ({state}). Made by cadseq-dataset \
             {version}, format {format}; the same settings give the same bytes on every machine.\n\n\
             Each sample is `KEY.cad` (program text), `KEY.json` ({kind}, split, feature \
             matrix, redraws) and `KEY.png` ({size} x {size} pixels, style `paper`) in a tar file of \
             the WebDataset layout.\n",
            name = config.distribution_name,
            seed = config.seed,
            samples = self.samples,
            wanted = config.samples,
            shards = self.shards.len(),
            version = config.version,
            format = config.format,
            size = config.picture_size,
        );
        if is_of_parts {
            let families = self.families.iter().map(|(key, n)| (key.as_str(), *n));
            table(&mut page, "family", families);
        } else {
            let templates = self.templates.iter().map(|(key, n)| (key.name(), *n));
            table(&mut page, "template", templates);
            let sequences = self.sequences.iter().map(|(key, n)| (key.name(), *n));
            table(&mut page, "sequence", sequences);
        }
        table(
            &mut page,
            "split",
            self.splits.iter().map(|(key, n)| (key.name(), *n)),
        );
        table(&mut page, "drawn again because of", self.rejections.iter());
        page
    }
}

fn table<'a>(page: &mut String, title: &str, rows: impl Iterator<Item = (&'a str, u64)>) {
    let infallible = "writing to a string does not fail";
    writeln!(page, "\n| {title} | count |\n|---|---:|").expect(infallible);
    for (name, count) in rows {
        writeln!(page, "| {name} | {count} |").expect(infallible);
    }
}
