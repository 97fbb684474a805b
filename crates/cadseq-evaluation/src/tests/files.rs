//! The two files of a run.

use std::fs;
use std::path::Path;

use cadseq_program::{MatrixConfig, Program, encode};
use tempfile::TempDir;

use super::{CYLINDER, TRIANGLE, answered, missing, outcome};
use crate::{Outcome, Prediction};

fn folder() -> TempDir {
    tempfile::tempdir().expect("a place for files")
}

fn written(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join(file)).expect("is there")
}

/// Writes a good outcome of two programs, then `text` over `file`, and reads that.
#[track_caller]
fn check_refused(file: &str, text: &str, expected: &str) {
    let folder = folder();
    let good = outcome(vec![answered(0, CYLINDER, CYLINDER), missing(1, TRIANGLE)]);
    good.write(folder.path()).expect("writable");
    fs::write(folder.path().join(file), text).expect("writable");
    let error = Outcome::read(folder.path())
        .expect_err(expected)
        .to_string();
    let place = folder.path().join(file).display().to_string();
    assert!(error.starts_with(&place), "{error} does not name {place}");
    assert!(error.contains(expected), "{error}, not {expected}");
}

#[test]
fn what_is_written_is_read_in_order() {
    let folder = folder();
    let with_text = Prediction {
        program: Some(CYLINDER.to_owned()),
        ..missing(3, CYLINDER)
    };
    let predictions = [
        missing(20, TRIANGLE),
        answered(7, CYLINDER, TRIANGLE),
        with_text,
    ];
    let before = outcome(predictions.to_vec());
    before.write(folder.path()).expect("writable");
    let read = Outcome::read(folder.path()).expect("readable");
    assert_eq!(read.provenance, before.provenance);
    let [last, second, first] = predictions;
    assert_eq!(read.predictions, [first, second, last]);
    // A line a program, in order, without what is not there.
    let lines = written(folder.path(), "predictions.jsonl");
    let starts: Vec<&str> = lines.lines().map(|line| &line[..11]).collect();
    assert_eq!(
        starts,
        [r#"{"index":3,"#, r#"{"index":7,"#, r#"{"index":20"#]
    );
    assert_eq!(lines.matches(r#""program""#).count(), 1);
    let names = fs::read_dir(folder.path()).expect("readable").count();
    assert_eq!(names, 2, "nothing but the two files");
}

#[test]
fn a_matrix_survives_its_line() {
    let truth: Program = TRIANGLE.parse().expect("well-formed");
    let matrix = encode(&truth, &MatrixConfig::paper()).expect("fits");
    let made = Prediction::of_matrix(3, &truth, Some(&matrix));
    assert_eq!(made.feature_matrix(), Ok(Some(matrix)));
    assert_eq!(made.truth.parse(), Ok(truth.clone()));
    assert_eq!(Prediction::of_matrix(3, &truth, None).matrix, None);
}

#[test]
fn lines_in_any_order_are_sorted() {
    let folder = folder();
    let before = outcome(vec![missing(1, CYLINDER), missing(2, CYLINDER)]);
    before.write(folder.path()).expect("writable");
    let lines = written(folder.path(), "predictions.jsonl");
    let backwards: Vec<&str> = lines.lines().rev().collect();
    let path = folder.path().join("predictions.jsonl");
    fs::write(path, backwards.join("\r\n")).expect("writable");
    assert_eq!(Outcome::read(folder.path()).expect("readable"), before);
}

#[test]
fn faults_name_file_and_line() {
    let good = r#"{"index":0,"truth":"","matrix":null}"#;
    let predictions = "predictions.jsonl";
    check_refused(
        predictions,
        &format!("{good}\n{{\n"),
        "line 2: EOF while parsing",
    );
    check_refused(
        predictions,
        &format!("{good}\n\n"),
        "line 2: EOF while parsing",
    );
    let text = format!("{good}\n{{\"index\":1,\"matrix\":null}}\n");
    check_refused(predictions, &text, "line 2: missing field `truth` (column");
    let short = r#"{"index":0,"truth":"","matrix":[[5,-1,-1,-1,-1,-1,-1]]}"#;
    let reason = "line 1: the field `matrix`: 7 entries do not fill 10 rows";
    check_refused(predictions, short, reason);
    let narrow = r#"{"index":0,"truth":"","matrix":[[5,-1]]}"#;
    check_refused(predictions, narrow, "line 1: invalid length 2");
    let twice = format!("{good}\n{good}\n");
    check_refused(
        predictions,
        &twice,
        "line 2: the index 0 comes a second time",
    );
    check_refused(
        "run.json",
        "{\n\"name\": 3}",
        "line 2: invalid type: integer `3`",
    );
}

#[test]
fn a_missing_file_is_named() {
    let folder = folder();
    let error = Outcome::read(folder.path()).expect_err("nothing there");
    assert!(error.to_string().contains("run.json"), "{error}");
}

#[test]
fn a_repeated_index_is_not_written() {
    let folder = folder();
    let twice = outcome(vec![missing(4, CYLINDER), missing(4, TRIANGLE)]);
    let error = twice.write(folder.path()).expect_err("twice");
    assert!(error.to_string().contains("the index 4"), "{error}");
    assert_eq!(fs::read_dir(folder.path()).expect("readable").count(), 0);
}

#[test]
fn a_missing_folder_is_made_unless_a_file_stands_in_its_way() {
    let folder = folder();
    let deep = folder.path().join("runs/first");
    outcome(Vec::new()).write(&deep).expect("written");
    Outcome::read(&deep).expect("readable");
    let below = deep.join("run.json/second");
    let error = outcome(Vec::new()).write(&below).expect_err("below a file");
    assert!(error.to_string().contains("run.json"), "{error}");
}
