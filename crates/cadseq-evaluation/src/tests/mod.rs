//! Outcomes made by hand.

mod files;
mod metrics;
mod programs;

use cadseq_program::{MatrixConfig, Program, encode};

use crate::{Evaluation, Outcome, OutcomeError, Prediction, Provenance, StageTime};

// All values lie on levels, so that a matrix loses nothing.
const CYLINDER: &str = "add_sketch(XY)\nadd_circle(7.5, 3.75, 2.5)\nadd_extrude(0, 5, new)\n";
/// The same picture as the cylinder's: it is scaled about the camera by 4/3.
const CYLINDER_TWIN: &str = "add_sketch(XY)\nadd_circle(3.3333333, -1.6666667, 3.3333333)\nadd_extrude(0, -6.6666667, new)\n";
const TRIANGLE: &str = "add_sketch(XY)\nadd_line(0, 0, 5, 0)\nadd_line(5, 0, 0, 5)\n\
                        add_line(0, 5, 0, 0)\nadd_extrude(0, 2.5, new)\n";
/// The triangle run the other way round: the same solid.
const TRIANGLE_REVERSED: &str = "add_sketch(XY)\nadd_line(0, 0, 0, 5)\nadd_line(0, 5, 5, 0)\n\
                                 add_line(5, 0, 0, 0)\nadd_extrude(0, 2.5, new)\n";
/// The triangle with a quarter circle as its last side.
const ROUNDED: &str = "add_sketch(XY)\nadd_line(0, 0, 5, 0)\nadd_line(5, 0, 0, 5)\n\
                       add_arc(0, 5, 2.5, 2.5, 90)\nadd_extrude(0, 2.5, new)\n";
/// The same run the other way round, so that the arc comes first.
const ROUNDED_REVERSED: &str = "add_sketch(XY)\nadd_arc(0, 0, 2.5, 2.5, -90)\n\
                                add_line(0, 5, 5, 0)\nadd_line(5, 0, 0, 0)\n\
                                add_extrude(0, 2.5, new)\n";

/// The rows of a program's matrix.
fn rows(text: &str) -> Vec<[i16; 7]> {
    let program: Program = text.parse().expect("well-formed");
    let matrix = encode(&program, &MatrixConfig::paper()).expect("fits");
    let row = |row| <[i16; 7]>::try_from(matrix.row(row)).expect("7 variables");
    (0..matrix.rows()).map(row).collect()
}

/// The matrix of `answer` for `truth`.
fn answered(index: u64, truth: &str, answer: &str) -> Prediction {
    Prediction {
        index,
        truth: truth.to_owned(),
        matrix: Some(rows(answer)),
        program: None,
    }
}

/// Nothing for `truth`.
fn missing(index: u64, truth: &str) -> Prediction {
    Prediction {
        matrix: None,
        ..answered(index, truth, truth)
    }
}

fn outcome(predictions: Vec<Prediction>) -> Outcome {
    let provenance = Provenance {
        name: "by-hand".into(),
        title: "By hand".into(),
        method: "a person".into(),
        scale: "small".into(),
        command: "cadseq experiment run by-hand.toml".into(),
        seed: 7,
        commit: String::new(),
        hardware: "pen and paper".into(),
        population: "a few programs".into(),
        stages: vec![StageTime {
            name: "writing".into(),
            seconds: 1.5,
            result: None,
        }],
    };
    Outcome {
        provenance,
        predictions,
    }
}

/// The paper's tolerance.
const TOLERANCE_LEVELS: u16 = 3;

fn evaluated(predictions: &[Prediction]) -> Result<Evaluation, OutcomeError> {
    Evaluation::of(predictions, TOLERANCE_LEVELS, || ())
}

/// The evaluation of usable predictions.
#[expect(clippy::needless_pass_by_value, reason = "lists are made for the call")]
fn evaluation(predictions: Vec<Prediction>) -> Evaluation {
    evaluated(&predictions).expect("usable")
}
