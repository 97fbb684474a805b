//! The metrics of whole outcomes.

use std::sync::atomic::{AtomicUsize, Ordering};

use cadseq_metrics::{Accuracy, Metric};

use super::{
    CYLINDER, CYLINDER_TWIN, ROUNDED, TOLERANCE_LEVELS, TRIANGLE, TRIANGLE_REVERSED, answered,
    evaluation, missing,
};
use crate::Evaluation;

/// A metric over whole programs.
fn whole(evaluation: &Evaluation, metric: Metric) -> Accuracy {
    at_rows(evaluation, metric, None)
}

fn at_rows(evaluation: &Evaluation, metric: Metric, first_rows: Option<usize>) -> Accuracy {
    let is_it = |one: &&crate::MetricAtRows| (one.metric, one.first_rows) == (metric, first_rows);
    let found: Vec<_> = evaluation.at_rows.iter().filter(is_it).collect();
    assert_eq!(found.len(), 1);
    found[0].accuracy
}

#[test]
fn perfect_predictions_are_perfect_everywhere() {
    let truths = [CYLINDER, TRIANGLE, ROUNDED];
    let predictions = truths
        .iter()
        .zip(0..)
        .map(|(text, i)| answered(i, text, text));
    let perfect = evaluation(predictions.collect());
    assert_eq!((perfect.programs, perfect.at_rows.len()), (3, 8 * 7));
    for one in &perfect.at_rows {
        let (raw, class) = (one.accuracy.raw, one.accuracy.up_to_equivalence);
        let has_parameters = one.first_rows != Some(1);
        let expected = match one.metric {
            Metric::Edsot => 0.0,
            Metric::Ap1 | Metric::Ap2 if !has_parameters => f64::NAN,
            _ => 1.0,
        };
        for measure in [raw, class] {
            let agrees = (measure.value - expected).abs() < 1e-12;
            assert!(
                agrees || measure.value.is_nan() && expected.is_nan(),
                "{one:?}"
            );
            assert_eq!((measure.valid, measure.total), (3, 3));
        }
    }
    let sweep = &perfect.by_tolerance;
    for one in sweep.acp.iter().chain(&sweep.ap1) {
        assert_eq!((one.raw.value, one.up_to_equivalence.value), (1.0, 1.0));
    }
    for parameter in &perfect.parameters {
        assert_eq!(parameter.curve.area, Some(1.0), "{parameter:?}");
        assert_eq!(parameter.up_to_equivalence.area, Some(1.0));
    }
    assert_eq!(perfect.solids.parsing_rate.value, 1.0);
    assert!(perfect.solids.iou_over_all.value > 1.0 - 1e-9);
    assert!(perfect.mse_over_all.value < 1e-9);
    assert_eq!(perfect.solids.iou_over_parsed.total, 3);
}

#[test]
fn every_parameter_of_the_papers_matrix_has_a_curve() {
    let evaluation = evaluation(vec![answered(0, ROUNDED, ROUNDED)]);
    let names = evaluation.parameters.iter();
    let names: Vec<String> = names
        .map(|one| format!("{} {} {}", one.operation, one.parameter, one.curve.used))
        .collect();
    let expected = [
        "add_sketch I 1",
        "add_line x 2",
        "add_line y 2",
        "add_arc x 1",
        "add_arc y 1",
        "add_arc alpha 1",
        "add_circle x 0",
        "add_circle y 0",
        "add_circle r 0",
        "add_extrude d 1",
    ];
    assert_eq!(names, expected);
}

#[test]
fn a_missing_prediction_is_wrong_and_counted() {
    let predictions = vec![answered(0, CYLINDER, CYLINDER), missing(1, CYLINDER)];
    let evaluation = evaluation(predictions);
    let acp = whole(&evaluation, Metric::Acp).raw;
    assert_eq!((acp.value, acp.valid, acp.total), (0.5, 1, 2));
    assert_eq!(whole(&evaluation, Metric::Edsot).raw.value, 2.5);
    assert_eq!(whole(&evaluation, Metric::MsotTc).raw.value, 0.5);
    assert_eq!(evaluation.by_tolerance.acp[255].raw.value, 0.5);
    let parsing = evaluation.solids.parsing_rate;
    assert_eq!((parsing.value, parsing.valid, parsing.total), (0.5, 1, 2));
    assert_eq!(evaluation.solids.iou_over_parsed.total, 1);
    // The empty picture differs from the cylinder's where the cylinder is seen.
    let (all, parsed) = (evaluation.mse_over_all, evaluation.mse_over_parsed);
    assert!(
        all.value > 1e-3 && parsed.value < 1e-9,
        "{all:?} {parsed:?}"
    );
    assert_eq!((all.valid, all.total, parsed.total), (1, 2, 1));
}

#[test]
fn another_member_counts_up_to_equivalence() {
    let evaluation = evaluation(vec![
        answered(0, CYLINDER, CYLINDER_TWIN),
        answered(1, TRIANGLE, TRIANGLE_REVERSED),
    ]);
    let acp = whole(&evaluation, Metric::Acp);
    let ways = [acp.raw, acp.up_to_equivalence, acp.class_guesser];
    assert_eq!(ways.map(|measure| measure.value), [0.0, 1.0, 0.5]);
    assert_eq!(evaluation.by_tolerance.acp[0].raw.value, 0.0);
    assert_eq!(evaluation.by_tolerance.acp[0].up_to_equivalence.value, 1.0);
    assert_eq!(evaluation.by_tolerance.acp[0].class_guesser.value, 0.5);
    let circle = |one: &&crate::ParameterCurve| one.operation == "add_circle";
    for one in evaluation.parameters.iter().filter(circle) {
        let areas = (one.curve.area, one.up_to_equivalence.area);
        assert!(areas.0 < Some(1.0) && areas.1 == Some(1.0), "{one:?}");
    }
    // The twin is another solid with the same picture, but for a level here and there.
    let twin = &evaluation.judged[0];
    assert!(twin.iou < Some(0.5) && twin.mse < Some(5e-4), "{twin:?}");
    assert!(evaluation.judged[1].iou > Some(0.999_999));
}

#[test]
fn first_rows_and_tolerances() {
    let mut near = answered(0, CYLINDER, CYLINDER);
    let rows = near.matrix.as_mut().expect("answered");
    rows[2][5] += 4;
    let evaluation = evaluation(vec![near]);
    let acp = |first_rows| at_rows(&evaluation, Metric::Acp, first_rows).raw.value;
    assert_eq!(
        [1, 2, 3, 6].map(|rows| acp(Some(rows))),
        [1.0, 1.0, 0.0, 0.0]
    );
    assert_eq!(acp(None), 0.0);
    let within = |sweep: &[Accuracy]| [3, 4].map(|eta: usize| sweep[eta].raw.value);
    assert_eq!(within(&evaluation.by_tolerance.acp), [0.0, 1.0]);
    assert_eq!(within(&evaluation.by_tolerance.ap1), [0.8, 1.0]);
}

#[test]
fn nothing_at_all() {
    let nothing = evaluation(Vec::new());
    assert_eq!(
        (nothing.programs, nothing.solids.parsing_rate.total),
        (0, 0)
    );
    assert!(whole(&nothing, Metric::Acp).raw.value.is_nan());
    let json = serde_json::to_value(&nothing).expect("serializes");
    assert!(json["mse_over_all"]["value"].is_null());
}

#[test]
fn progress_is_told_for_each_program() {
    let calls = AtomicUsize::new(0);
    let predictions: Vec<_> = (0..5).map(|index| missing(index, CYLINDER)).collect();
    let tell = || {
        calls.fetch_add(1, Ordering::Relaxed);
    };
    Evaluation::of(&predictions, TOLERANCE_LEVELS, tell).expect("usable");
    assert_eq!(calls.into_inner(), 5);
}
