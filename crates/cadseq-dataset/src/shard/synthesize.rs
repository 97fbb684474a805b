//! Making a data set, or a part of it, or the rest of it.

use std::{
    fs,
    sync::atomic::{AtomicBool, AtomicU64, Ordering},
};

use rayon::{
    ThreadPoolBuilder,
    iter::{IntoParallelIterator, ParallelIterator},
};

use cadseq_files::write_whole;
use cadseq_render::encode_png;

use super::{
    DataCard, Record, Source, SynthConfig, SynthError, archive::write_shard, card::CardConfig,
    reader::read_labels,
};
use crate::{
    part_sample,
    parts::{SHEET_SAMPLES, contact_sheet},
};

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Samples of this run's part that are made, those of earlier runs included.
    pub done: u64,
    /// Samples of this run's part.
    pub total: u64,
}

/// Makes the shards of this run's part that are not there yet, then the card of all that are.
///
/// `progress` is called after every sample, from any thread. Once `cancelled` is set the run ends
/// within the time of a few samples; whole shards are kept and nothing half-written is left.
///
/// # Errors
/// See [`SynthError`].
pub fn synthesize(
    config: &SynthConfig,
    cancelled: &AtomicBool,
    progress: &(dyn Fn(Progress) + Sync),
) -> Result<DataCard, SynthError> {
    begin(config)?;
    let mut pool = ThreadPoolBuilder::new();
    if let Some(threads) = config.threads {
        pool = pool.num_threads(threads);
    }
    let pool = pool.build().map_err(SynthError::Threads)?;
    let own = config.own_shards().map(|shard| config.indices(shard));
    let total = own.map(|indices| indices.end - indices.start).sum();
    let run = Run {
        config,
        cancelled,
        progress,
        total,
        done: AtomicU64::new(0),
    };
    pool.install(|| config.own_shards().try_for_each(|shard| run.make(shard)))?;
    finish(config)
}

/// Makes the folder and claims it for this data set, before the first shard.
///
/// # Errors
/// [`SynthError`], where the folder holds another data set above all.
pub fn begin(config: &SynthConfig) -> Result<(), SynthError> {
    check(config)?;
    fs::create_dir_all(&config.folder).map_err(SynthError::writing(&config.folder))?;
    claim(config)
}

/// Makes one shard on this thread, unless it is there; many processes may do so at once, even with the same
/// shard.
///
/// # Errors
/// See [`SynthError`].
pub fn make_shard(config: &SynthConfig, shard: u64) -> Result<(), SynthError> {
    let path = config.shard_path(shard);
    if path.exists() {
        return Ok(());
    }
    let records = config.indices(shard).map(|index| draw(config, index));
    let records = records.collect::<Result<Vec<_>, _>>()?;
    write_shard(&path, &records).map_err(SynthError::writing(path))
}

/// Writes the card of all shards that are there, whichever process made them.
///
/// # Errors
/// See [`SynthError`].
pub fn finish(config: &SynthConfig) -> Result<DataCard, SynthError> {
    let card = describe(config)?;
    card.write(&config.folder)?;
    if config.source == Source::Parts {
        write_sheet(config)?;
    }
    Ok(card)
}

fn draw(config: &SynthConfig, index: u64) -> Result<Record, SynthError> {
    Record::draw(&config.source, config.seed, index, config.picture_size)
}

/// Draws the first parts of the data set once more, on one sheet.
fn write_sheet(config: &SynthConfig) -> Result<(), SynthError> {
    let count = config.samples.min(SHEET_SAMPLES);
    let sheet = contact_sheet((0..count).map(|index| part_sample(config.seed, index).part));
    let path = config.folder.join("contact-sheet.png");
    write_whole(&path, &encode_png(&sheet)).map_err(SynthError::writing(path))
}

fn check(config: &SynthConfig) -> Result<(), SynthError> {
    let counts = [
        ("the number of samples", config.samples),
        ("the number of samples in a shard", config.samples_per_shard),
        ("the picture size", config.picture_size as u64),
    ];
    match counts.into_iter().find(|&(_, count)| count == 0) {
        Some((name, _)) => Err(SynthError::Zero { name }),
        None => Ok(()),
    }
}

/// Writes an empty card into an empty folder, so that no other data set is ever mixed in.
fn claim(config: &SynthConfig) -> Result<(), SynthError> {
    let wanted = CardConfig::of(config);
    match DataCard::read(&config.folder)? {
        Some(card) if card.config == wanted => Ok(()),
        Some(_) => Err(SynthError::OtherDataSet {
            path: config.folder.join("card.json"),
        }),
        None => DataCard::empty(wanted).write(&config.folder),
    }
}

/// The card of the shards that are there, whichever run made them.
fn describe(config: &SynthConfig) -> Result<DataCard, SynthError> {
    let mut card = DataCard::empty(CardConfig::of(config));
    for shard in 0..config.shards() {
        let path = config.shard_path(shard);
        if !path.exists() {
            continue;
        }
        let labels = read_labels(&path)?;
        let expected = config.indices(shard);
        if !labels.iter().map(|label| label.index).eq(expected.clone()) {
            let reason = format!("it does not hold the samples {expected:?}");
            return Err(SynthError::Damaged { path, reason });
        }
        card.add_shard(config.shard_name(shard), &labels);
    }
    card.complete = card.samples == config.samples;
    Ok(card)
}

/// One call of [`synthesize`].
struct Run<'a> {
    config: &'a SynthConfig,
    cancelled: &'a AtomicBool,
    progress: &'a (dyn Fn(Progress) + Sync),
    total: u64,
    done: AtomicU64,
}

impl Run<'_> {
    /// Makes a shard unless it is there.
    fn make(&self, shard: u64) -> Result<(), SynthError> {
        let path = self.config.shard_path(shard);
        let indices = self.config.indices(shard);
        if path.exists() {
            self.report(indices.end - indices.start);
            return Ok(());
        }
        let records = indices
            .into_par_iter()
            .map(|index| self.record(index))
            .collect::<Result<Vec<_>, _>>()?;
        write_shard(&path, &records).map_err(SynthError::writing(path))
    }

    fn record(&self, index: u64) -> Result<Record, SynthError> {
        if self.cancelled.load(Ordering::Relaxed) {
            return Err(SynthError::Cancelled);
        }
        let record = draw(self.config, index)?;
        self.report(1);
        Ok(record)
    }

    fn report(&self, samples: u64) {
        let done = self.done.fetch_add(samples, Ordering::Relaxed) + samples;
        (self.progress)(Progress {
            done,
            total: self.total,
        });
    }
}
