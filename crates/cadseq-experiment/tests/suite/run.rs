use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use cadseq_dataset::Split;
use cadseq_evaluation::{Evaluation, Outcome};
use cadseq_experiment::{Experiment, ExperimentError};

use crate::miniature::{alone, experiment, run, run_until};

/// Every file below a folder, with the time it was written.
fn files(folder: &Path) -> BTreeMap<PathBuf, SystemTime> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        if entry.path().is_dir() {
            found.extend(files(&entry.path()));
        } else {
            let modified = entry.metadata().and_then(|data| data.modified());
            found.insert(entry.path(), modified.expect("a time"));
        }
    }
    found
}

#[test]
fn a_run_is_evaluated_from_its_files_and_never_trained_twice() {
    let _alone = alone();
    let runs = tempfile::tempdir().expect("a folder");
    let outcome = run(&experiment(), "mini", runs.path());
    let folder = runs.path().join("mini");
    assert_eq!(Outcome::read(&folder).expect("readable"), outcome);
    let evaluation = Evaluation::of(&outcome.predictions, 3, || ()).expect("judged");
    assert_eq!(evaluation.programs, 11);
    assert_eq!(
        outcome.provenance.method,
        "TEVAE + ResNet-18 (32 x 32 pixels cropped, width 4)"
    );
    let stages = outcome.provenance.stages.iter().map(|stage| &*stage.name);
    assert_eq!(
        stages.collect::<Vec<_>>(),
        ["stage 1: 6 steps", "stage 2: 6 steps"]
    );

    let (before, bytes) = (files(&runs.path().join("stages")), predictions(&folder));
    assert_eq!(run(&experiment(), "mini", runs.path()), outcome);
    let sharing = Experiment {
        title: "The same networks by another name".to_owned(),
        ..experiment()
    };
    run(&sharing, "other", runs.path());
    assert_eq!(
        files(&runs.path().join("stages")),
        before,
        "nothing is made again"
    );
    assert_eq!(predictions(&folder), bytes);
    assert_eq!(predictions(&runs.path().join("other")), bytes);
}

fn predictions(folder: &Path) -> Vec<u8> {
    fs::read(folder.join("predictions.jsonl")).expect("predictions")
}

#[test]
fn a_stopped_run_goes_on_to_the_same_predictions() {
    let _alone = alone();
    let runs = tempfile::tempdir().expect("a folder");
    let parts = ["stage 1", "train pictures", "stage 2", "test pictures"];
    for part in parts {
        let stopped = run_until(&experiment(), "mini", runs.path(), Some(part));
        assert!(matches!(stopped, Err(ExperimentError::Stopped)), "{part}");
        assert!(!runs.path().join("mini").exists(), "{part}");
    }
    let resumed = run(&experiment(), "mini", runs.path());
    let elsewhere = tempfile::tempdir().expect("a folder");
    let whole = run(&experiment(), "mini", elsewhere.path());
    assert_eq!(resumed.predictions, whole.predictions);
    let partial = |path: &&PathBuf| path.to_string_lossy().contains("partial");
    assert_eq!(files(runs.path()).keys().find(partial), None);
}

#[test]
fn the_direct_network_is_a_run_like_any_other() {
    let text = "title = \"Direct\"\nscale = \"test\"\n[data]\nrules = \"with\"\nprograms = 110\n\
                seed = 1\ncanonical = false\n[test]\nlimit = 3\n[direct]\nfit = false\n";
    let experiment = Experiment::parse(text).expect("an experiment");
    let runs = tempfile::tempdir().expect("a folder");
    let outcome = run(&experiment, "direct", runs.path());
    assert_eq!(outcome.provenance.method, "direct network");
    let evaluation = Evaluation::of(&outcome.predictions, 3, || ()).expect("judged");
    assert_eq!(evaluation.programs, 3);
    assert!(evaluation.solids.parsing_rate.value > 0.5);
    let stopped = run_until(&experiment, "stopped", runs.path(), Some("predictions"));
    assert!(matches!(stopped, Err(ExperimentError::Stopped)));
}

#[test]
fn a_share_without_programs_is_refused() {
    let is_lacking = |seed: &u64| (0..10).all(|index| Split::of(*seed, index) != Split::Test);
    let mut few = experiment();
    few.data.programs = 10;
    few.data.seed = (1..100).find(is_lacking).expect("some seed");
    let runs = tempfile::tempdir().expect("a folder");
    let error = run_until(&few, "few", runs.path(), None).expect_err("too few");
    let text = "10 programs leave the test share empty; take at least 110";
    assert_eq!(error.to_string(), text);
}

#[test]
fn pretrained_weights_are_read_before_anything_is_trained() {
    let _alone = alone();
    let runs = tempfile::tempdir().expect("a folder");
    let mut experiment = experiment();
    let fixture = "../cadseq-model/tests/torchvision/resnet18-width2.pth";
    let settings = experiment.stage2.as_mut().expect("two stages");
    settings.pretrained = Some(Path::new(env!("CARGO_MANIFEST_DIR")).join(fixture));
    let error = run_until(&experiment, "mini", runs.path(), None).expect_err("width 4");
    assert!(matches!(error, ExperimentError::Pretrained(_)), "{error}");
    assert_eq!(files(runs.path()).len(), 0);
    experiment.stage2.as_mut().expect("two stages").width = 2;
    run_until(&experiment, "mini", runs.path(), None).expect("it fits");
}
