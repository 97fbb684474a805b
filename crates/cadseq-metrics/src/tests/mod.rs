//! The metrics by hand.

mod by_hand;
mod equivalence;
mod examples;
mod tolerance;

use cadseq_program::{CanonicalOptions, FeatureMatrix, MatrixConfig, Program, Variable, encode};

use crate::{Case, Metric, Settings};

fn program(text: &str) -> Program {
    text.parse()
        .unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn matrix(text: &str) -> FeatureMatrix {
    encode(&program(text), &MatrixConfig::paper()).expect("fits")
}

fn case(truth: &str, prediction: Option<&str>) -> Case {
    let (config, options) = (MatrixConfig::paper(), CanonicalOptions::default());
    Case::with_class(&program(truth), prediction.map(matrix), &config, &options).expect("fits")
}

const CYLINDER: &str = "add_sketch(XY)\nadd_circle(8,4,2)\nadd_extrude(5)";
const CYLINDER_TWIN: &str =
    "add_sketch(XY)\nadd_circle(4,-1.3333333,2.6666667)\nadd_extrude(-6.6666667)";
const TRIANGLE: &str = "add_sketch(XY)\nadd_line(0,0,5,0)\nadd_line(5,0,0,5)\nadd_line(0,5,0,0)\n\
                        add_extrude(3)";
const TRIANGLE_REVERSED: &str = "add_sketch(XY)\nadd_line(0,0,0,5)\nadd_line(0,5,5,0)\n\
                                 add_line(5,0,0,0)\nadd_extrude(3)";

fn changed(matrix: &FeatureMatrix, changes: &[(usize, Variable, i16)]) -> FeatureMatrix {
    let mut matrix = matrix.clone();
    for &(row, variable, entry) in changes {
        matrix.set(row, variable, entry);
    }
    matrix
}

/// The raw value of each metric, in the order of [`Metric::ALL`].
fn values(
    truth: &FeatureMatrix,
    prediction: Option<FeatureMatrix>,
    settings: &Settings,
) -> Vec<f64> {
    let cases = [Case::new(truth.clone(), prediction)];
    let value = |metric: Metric| metric.raw(&cases, settings).value;
    Metric::ALL.into_iter().map(value).collect()
}

#[track_caller]
fn check(truth: &FeatureMatrix, prediction: Option<FeatureMatrix>, expected: [f64; 8]) {
    let values = values(truth, prediction, &Settings::default());
    for ((metric, expected), value) in Metric::ALL.into_iter().zip(expected).zip(values) {
        assert!(
            (value - expected).abs() < 1e-12,
            "{metric:?}: {value}, not {expected}"
        );
    }
}
