//! Runs by hand: five programs, and what was predicted for them.

use cadseq_evaluation::{Evaluation, Outcome, Prediction, Provenance, StageTime};
use cadseq_program::{MatrixConfig, Program, encode};
use cadseq_report::Run;

/// A title that a page must not believe.
pub(crate) const HOSTILE: &str =
    "\"><script>alert(1)</script><img src=x onerror='alert(2)'> & 5 < 6";

const PROGRAMS: [&str; 5] = [
    "add_sketch(XY)\nadd_circle(1.25, 2.5, 3.125)\nadd_extrude(5)",
    "add_sketch(XZ)\nadd_circle(-1.25, 2.5, 2.5)\nadd_extrude(-3.75)",
    "add_sketch(YZ)\nadd_line(0, 0, 5, 0)\nadd_line(5, 0, 2.5, 5)\nadd_line(2.5, 5, 0, 0)\nadd_extrude(5)",
    "add_sketch(XY)\nadd_line(0, 0, 5, 0)\nadd_line(5, 0, 2.5, 5)\nadd_arc(2.5, 5, 1.25, 2.5, 180)\nadd_extrude(2.5)",
    "add_sketch(XY)\nadd_circle(0, 0, 2.5)\nadd_extrude(2.5)",
];
/// The program that is predicted with another sequence, and the one with nothing.
const OTHER_SEQUENCE: usize = 3;
const MISSING: usize = 4;
/// Columns of x and of the depth in the paper's matrix.
const X: usize = 2;
const DEPTH: usize = 6;

/// A run whose predictions are off by so many levels in x of the first curve and in depth. One
/// predicts a line for an arc, one predicts nothing.
pub(crate) fn run(name: &str, title: &str, levels_off: i16) -> Run {
    let predict = |index: usize| {
        (index != MISSING).then(|| {
            let mut rows = rows(index);
            rows[2][X] += levels_off;
            let extrude = rows.iter_mut().find(|row| row[0] == 4).expect("an extrude");
            extrude[DEPTH] += levels_off;
            if index == OTHER_SEQUENCE {
                let arc = rows.iter_mut().find(|row| row[0] == 2).expect("an arc");
                (arc[0], arc[4]) = (1, -1);
            }
            rows
        })
    };
    evaluated(name, title, PROGRAMS.len(), predict)
}

/// A run that predicts nothing for the first programs.
pub(crate) fn silent(programs: usize) -> Run {
    evaluated("silent", "Nothing", programs, |_| None)
}

fn rows(index: usize) -> Vec<[i16; 7]> {
    let program: Program = PROGRAMS[index].parse().expect("a program");
    let matrix = encode(&program, &MatrixConfig::paper()).expect("a matrix");
    let row = |row| matrix.row(row).try_into().expect("seven columns");
    (0..matrix.rows()).map(row).collect()
}

fn evaluated(
    name: &str,
    title: &str,
    programs: usize,
    predict: impl Fn(usize) -> Option<Vec<[i16; 7]>>,
) -> Run {
    let prediction = |index: usize| Prediction {
        index: index as u64,
        truth: PROGRAMS[index].to_owned(),
        matrix: predict(index),
        program: None,
    };
    let outcome = Outcome {
        provenance: Provenance {
            name: name.to_owned(),
            title: title.to_owned(),
            method: "by hand".to_owned(),
            scale: "tiny".to_owned(),
            command: "cadseq experiment run \"a & b.toml\"".to_owned(),
            seed: 1,
            commit: String::new(),
            hardware: "a pencil".to_owned(),
            population: "hand-made programs".to_owned(),
            stages: vec![StageTime {
                name: "thinking".to_owned(),
                seconds: 75.0,
                result: Some("a good idea".to_owned()),
            }],
        },
        predictions: (0..programs).map(prediction).collect(),
    };
    Run {
        evaluation: Evaluation::of(&outcome.predictions, 3, || ()).expect("programs that build"),
        provenance: outcome.provenance,
    }
}
