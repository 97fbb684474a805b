//! Ctrl-C during long work: exit code 130, finished work kept, nothing half-written.
#![cfg(unix)]

mod command_line;

use std::fs::DirEntry;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use command_line::Workplace;

#[test]
fn synthesis_keeps_finished_shards_and_goes_on() {
    let place = Workplace::new();
    let arguments = |count| {
        [
            "synth",
            "-o",
            "data",
            "--count",
            count,
            "--samples-per-shard",
            "11",
        ]
    };
    let mut child = place.command(&arguments("2200")).spawn().expect("starts");
    wait_for(&place.path("data/with-rules-000002.tar"));
    interrupt(&mut child);
    let entries = place.path("data").read_dir().expect("a folder");
    let name = |entry: std::io::Result<DirEntry>| entry.expect("an entry").file_name();
    let names: Vec<String> = entries
        .map(|e| name(e).to_string_lossy().into_owned())
        .collect();
    assert!(
        names.iter().all(|name| !name.contains("partial")),
        "{names:?}"
    );
    assert!((3..200).contains(&names.len()), "{names:?}");

    let modified = |name: &str| place.path(name).metadata().and_then(|data| data.modified());
    let first = modified("data/with-rules-000000.tar").expect("a time");
    place.refuse(&arguments("44"), &["data", "choose another folder"]);
    let text = place.succeed(&arguments("2200"));
    assert!(
        text.starts_with("2200 samples in 200 files in data (complete)"),
        "{text}"
    );
    let still = modified("data/with-rules-000000.tar").expect("a time");
    assert_eq!(first, still, "a finished shard is not made again");
}

#[test]
fn training_writes_a_checkpoint_and_goes_on() {
    let place = Workplace::new();
    let new = [
        "train",
        "--run",
        "run",
        "--phases",
        "1000000x32x1",
        "--validation-examples",
        "1",
    ];
    let mut child = place.command(&new).spawn().expect("starts");
    wait_for(&place.path("run/config.json"));
    std::thread::sleep(Duration::from_secs(2));
    interrupt(&mut child);
    assert!(place.path("run/checkpoint/state.json").exists());
    assert!(place.path("run/mapper.safetensors").exists());
    let first = step(&place);
    assert!(first > 0);

    place.refuse(
        &["train", "--run", "run", "--seed", "9"],
        &["run", "other settings", "give another folder"],
    );
    let mut child = place
        .command(&["train", "--run", "run"])
        .spawn()
        .expect("starts");
    std::thread::sleep(Duration::from_secs(2));
    interrupt(&mut child);
    assert!(step(&place) > first, "goes on from the checkpoint");
}

fn step(place: &Workplace) -> u64 {
    let state = place.read("run/checkpoint/state.json");
    let state: serde_json::Value = serde_json::from_slice(&state).expect("JSON");
    state["step"].as_u64().expect("a step")
}

fn wait_for(path: &Path) {
    let start = Instant::now();
    while !path.exists() {
        assert!(
            start.elapsed() < Duration::from_mins(1),
            "{} does not come",
            path.display()
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Sends what Ctrl-C sends, and expects the exit code of an interrupted program.
fn interrupt(child: &mut Child) {
    let id = child.id().to_string();
    let sent = Command::new("kill")
        .args(["-INT", &id])
        .status()
        .expect("kill runs");
    assert!(sent.success());
    assert_eq!(child.wait().expect("ends").code(), Some(130));
}
