//! Scripts for the Gym run to their end, or to the first command that is refused.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use cadseq_interchange::write;

use crate::built::parts;

/// Runs a script with Python 3; `None`, with a line on standard error, where there is none.
fn run(script: &str, refused: &str) -> Option<Output> {
    let client = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gym");
    let spawned = Command::new("python3")
        .arg("-")
        .env("PYTHONPATH", client)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .env("REFUSED", refused)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut python) = spawned else {
        eprintln!("skipped: there is no python3");
        return None;
    };
    let mut input = python.stdin.take().expect("a pipe");
    input.write_all(script.as_bytes()).expect("written");
    drop(input);
    Some(python.wait_with_output().expect("an end"))
}

#[test]
fn scripts_run_with_answers_as_the_gym_gives_them() {
    for part in parts() {
        let Ok(script) = write::gallery::write(&part.design()) else {
            continue;
        };
        let Some(output) = run(&script, "") else {
            return;
        };
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {errors}", part.name);
    }
}

#[test]
fn refused_commands_end_the_script_with_their_message() {
    let part = crate::built::part("plate");
    let script = write::gallery::write(&part.design()).expect("a script");
    for command in ["clear", "add_sketch", "add_line", "add_extrude"] {
        let Some(output) = run(&script, command) else {
            return;
        };
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        let message = format!("RuntimeError: Failed processing {command} command due to a reason");
        assert!(
            !output.status.success() && errors.contains(&message),
            "{errors}"
        );
    }
}
