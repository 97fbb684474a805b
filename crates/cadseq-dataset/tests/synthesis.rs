//! Data sets on disk: same bytes however they are made, resumption, cancellation.

use std::{
    collections::BTreeMap,
    fs,
    hash::{Hash, Hasher},
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
};

use cadseq_dataset::{
    DataCard, Distribution, Sequence, Split, SynthConfig, SynthError, Template, part_sample,
    sample,
    shard::{Label, Part, Source, read_shard},
    synthesize,
};

fn config(folder: &Path) -> SynthConfig {
    SynthConfig {
        samples: 50,
        samples_per_shard: 15,
        picture_size: 64,
        ..SynthConfig::new(folder, Distribution::with_rules(), 7)
    }
}

fn run(config: &SynthConfig) -> DataCard {
    synthesize(config, &AtomicBool::new(false), &|_| {}).expect("a data set")
}

/// Every file of a folder with its bytes.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry"));
    entries
        .map(|entry| {
            let bytes = fs::read(entry.path()).expect("a file");
            (entry.file_name().to_string_lossy().into_owned(), bytes)
        })
        .collect()
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

#[test]
fn threads_and_parts_do_not_change_a_byte() {
    let (one, two, parts) = (folder(), folder(), folder());
    let card = run(&SynthConfig {
        threads: Some(1),
        ..config(one.path())
    });
    run(&SynthConfig {
        threads: Some(2),
        ..config(two.path())
    });
    let expected = files(one.path());
    assert_eq!(expected.len(), 4 + 2, "four shards and two cards");
    assert_eq!(files(two.path()), expected);

    let part = |number| Part::new(number, 2).expect("a part");
    let first = run(&SynthConfig {
        part: part(1),
        ..config(parts.path())
    });
    assert!(!first.complete);
    assert_eq!(first.samples, 30);
    let last = run(&SynthConfig {
        part: part(2),
        ..config(parts.path())
    });
    assert_eq!(last, card);
    assert_eq!(files(parts.path()), expected);
}

#[test]
fn stored_samples_are_the_drawn_ones() {
    let folder = folder();
    let config = config(folder.path());
    let card = run(&config);
    let mut index = 0;
    for shard in 0..config.shards() {
        for stored in read_shard(&config.shard_path(shard)).expect("a shard") {
            let drawn = sample(&Distribution::with_rules(), config.seed, index);
            assert_eq!(stored.key, format!("{index:010}"));
            assert_eq!(stored.program, drawn.program);
            assert_eq!(stored.label, Label::of(&drawn, config.seed, index));
            let picture = cadseq_render::decode_picture(&stored.png).expect("a picture");
            assert_eq!((picture.width, picture.height), (64, 64));
            index += 1;
        }
    }
    assert_eq!(index, card.samples);
    assert_eq!(card.templates[&Template::TS1], 15);
    assert_eq!(card.sequences[&Sequence::All], 4);
    assert_eq!(card.splits.values().sum::<u64>(), 50);
    assert!(card.splits[&Split::Train] > 30);
    assert!(card.rejections.total() > 0);
}

#[test]
fn a_cancelled_run_leaves_whole_files_and_goes_on() {
    let (whole, broken) = (folder(), folder());
    run(&config(whole.path()));
    let cancelled = AtomicBool::new(false);
    let cancel = |progress: cadseq_dataset::Progress| {
        assert_eq!(progress.total, 50);
        cancelled.store(progress.done >= 20, Ordering::Relaxed);
    };
    let result = synthesize(
        &SynthConfig {
            threads: Some(1),
            ..config(broken.path())
        },
        &cancelled,
        &cancel,
    );
    assert!(matches!(result, Err(SynthError::Cancelled)), "{result:?}");
    let left = files(broken.path());
    let shards: Vec<_> = left
        .keys()
        .filter(|name| !name.starts_with("card"))
        .collect();
    assert_eq!(shards, ["with-rules-000000.tar"]);

    // What a killed process leaves behind is written over, what is whole is kept.
    fs::write(broken.path().join("with-rules-000001.tar.partial"), "half").expect("a file");
    run(&config(broken.path()));
    assert_eq!(files(broken.path()), files(whole.path()));
}

#[test]
fn foreign_and_damaged_folders_are_refused() {
    let folder = folder();
    run(&config(folder.path()));
    let other = SynthConfig {
        seed: 8,
        ..config(folder.path())
    };
    let result = synthesize(&other, &AtomicBool::new(false), &|_| {});
    assert!(
        matches!(result, Err(SynthError::OtherDataSet { .. })),
        "{result:?}"
    );

    let shard = folder.path().join("with-rules-000002.tar");
    let bytes = fs::read(&shard).expect("a shard");
    fs::write(&shard, &bytes[..bytes.len() / 2]).expect("a file");
    let result = synthesize(&config(folder.path()), &AtomicBool::new(false), &|_| {});
    assert!(
        matches!(result, Err(SynthError::Damaged { .. })),
        "{result:?}"
    );
}

#[test]
fn parts_are_data_sets_too() {
    let (one, two) = (folder(), folder());
    let config = |folder: &Path, threads| SynthConfig {
        samples: 30,
        samples_per_shard: 20,
        picture_size: 48,
        threads: Some(threads),
        ..SynthConfig::new(folder, Source::Parts, 3)
    };
    let card = run(&config(one.path(), 1));
    run(&config(two.path(), 2));
    let found = files(one.path());
    assert_eq!(files(two.path()), found);
    assert_eq!(found.len(), 2 + 2 + 1, "two shards, two cards, a sheet");
    let sheet = cadseq_render::decode_picture(&found["contact-sheet.png"]).expect("a picture");
    assert_eq!((sheet.width, sheet.height), (1280, 960));
    assert_eq!(card.families.values().sum::<u64>(), 30);
    assert!(card.families.len() > 10 && card.templates.is_empty());
    assert!(card.to_markdown().contains("| family | count |"));

    let stored = (0..2)
        .flat_map(|shard| read_shard(&config(one.path(), 1).shard_path(shard)).expect("a shard"));
    for (index, stored) in stored.enumerate() {
        let drawn = part_sample(3, index as u64);
        assert_eq!(stored.program, drawn.program);
        assert_eq!(stored.label, Label::of_part(&drawn, 3, index as u64));
        let picture = cadseq_render::decode_picture(&stored.png).expect("a picture");
        assert!(picture.luma.iter().filter(|&&luma| luma < 0.9).count() > 20);
    }
}

/// Programs, labels and splits of published seeds. A change here changes every data set that was
/// ever named by its seed: raise `FORMAT` in `card.rs` with it.
#[test]
fn golden_programs() {
    let hash = |distribution: &Distribution| {
        let mut hasher = Fnv(0xcbf2_9ce4_8422_2325);
        for index in 0..550 {
            let sample = sample(distribution, 1, index);
            sample.program.to_string().hash(&mut hasher);
            let label = Label::of(&sample, 1, index);
            serde_json::to_string(&label)
                .expect("a label")
                .hash(&mut hasher);
        }
        format!("{:016x}", hasher.finish())
    };
    let hashes = [
        Distribution::without_rules(),
        Distribution::with_rules(),
        Distribution::mixed(),
    ]
    .map(|distribution| hash(&distribution));
    assert_eq!(
        hashes,
        ["1bbe72545f6dc73b", "60c641d7637346f6", "39c168f4846a431d"]
    );
}

#[test]
fn golden_parts() {
    let mut hasher = Fnv(0xcbf2_9ce4_8422_2325);
    for index in 0..300 {
        let sample = part_sample(1, index);
        sample.program.to_string().hash(&mut hasher);
    }
    assert_eq!(format!("{:016x}", hasher.finish()), "4b884f5334c686a3");
}

/// FNV-1a: unlike the standard library's hasher, the same in every version.
struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
