//! The metrics against an independent implementation in Python (`tests/metrics/reference.py`), on
//! 200 pairs of matrices.

use std::collections::BTreeMap;

use cadseq_metrics::{
    Accuracy, Case, Measure, Metric, Settings, ToleranceCurve, ToleranceSweep, random_ap1,
    random_ap1_with_plane,
};
use cadseq_program::{
    CanonicalOptions, FeatureMatrix, MatrixConfig, OperationKind, Variable, decode,
};
use serde::Deserialize;

const FIXTURE: &str = include_str!("../../../tests/metrics/pairs.json");
const TOLERANCE: f64 = 1e-12;

#[derive(Deserialize)]
struct Fixture {
    metrics: Vec<Metric>,
    settings: Vec<Settings>,
    sampled_tolerances: Vec<usize>,
    /// One for each of `settings`.
    overall: Vec<BTreeMap<Metric, Accuracy>>,
    by_tolerance: BTreeMap<Metric, Curves>,
    parameters: Vec<ParameterCurves>,
    baselines: Baselines,
    pairs: Vec<Pair>,
}

#[derive(Deserialize)]
struct Curves {
    raw: Vec<f64>,
    up_to_equivalence: Vec<f64>,
    class_guesser: Vec<f64>,
}

#[derive(Deserialize)]
struct ParameterCurves {
    operation: String,
    parameter: String,
    raw: Curve,
    up_to_equivalence: Curve,
    class_guesser: Curve,
}

#[derive(Deserialize)]
struct Curve {
    used: usize,
    valid: usize,
    accuracy: Vec<f64>,
    area: f64,
    area_spread: f64,
}

#[derive(Deserialize)]
struct Baselines {
    random_ap1: Vec<f64>,
    random_ap1_with_plane: Vec<f64>,
}

#[derive(Deserialize)]
struct Pair {
    truth: Vec<[i16; 7]>,
    prediction: Option<Vec<[i16; 7]>>,
    /// Numerator and denominator of each metric, with each of the settings.
    scores: Vec<Vec<[f64; 2]>>,
}

fn fixture() -> Fixture {
    serde_json::from_str(FIXTURE).expect("the fixture has this form")
}

fn matrix(rows: &[[i16; 7]]) -> FeatureMatrix {
    FeatureMatrix::new(MatrixConfig::paper(), rows.concat()).expect("10 x 7")
}

fn cases(pairs: &[Pair]) -> Vec<Case> {
    let case = |pair: &Pair| {
        let truth = decode(&matrix(&pair.truth)).expect("truths are programs");
        let prediction = pair.prediction.as_deref().map(matrix);
        let options = CanonicalOptions::default();
        Case::with_class(&truth, prediction, &MatrixConfig::paper(), &options).expect("fits")
    };
    pairs.iter().map(case).collect()
}

/// Equal to the last digits, or both not a number.
#[track_caller]
fn check(what: &str, value: f64, expected: f64) {
    let agrees = (value - expected).abs() <= TOLERANCE || value.is_nan() && expected.is_nan();
    assert!(agrees, "{what}: {value}, the reference says {expected}");
}

#[track_caller]
fn check_measure(what: &str, measure: &Measure, expected: &Measure) {
    check(what, measure.value, expected.value);
    check(
        &format!("spread of {what}"),
        measure.spread,
        expected.spread,
    );
    let population = (measure.valid, measure.total);
    assert_eq!(population, (expected.valid, expected.total), "{what}");
}

#[test]
fn every_pair_with_every_metric() {
    let fixture = fixture();
    assert_eq!(fixture.pairs.len(), 200);
    assert_eq!(fixture.metrics, Metric::ALL);
    for (index, pair) in fixture.pairs.iter().enumerate() {
        let (truth, prediction) = (matrix(&pair.truth), pair.prediction.as_deref().map(matrix));
        for (settings, scores) in fixture.settings.iter().zip(&pair.scores) {
            for (metric, [numerator, denominator]) in Metric::ALL.into_iter().zip(scores) {
                let score = metric.score(&truth, prediction.as_ref(), settings);
                let what = format!("pair {index}, {metric:?}, {settings:?}");
                check(&what, score.numerator, *numerator);
                check(&what, score.denominator, *denominator);
            }
        }
    }
}

#[test]
fn every_metric_over_all_pairs() {
    let fixture = fixture();
    let cases = cases(&fixture.pairs);
    for (settings, expected) in fixture.settings.iter().zip(&fixture.overall) {
        assert_eq!(expected.len(), Metric::ALL.len());
        for (metric, expected) in expected {
            let accuracy = metric.accuracy(&cases, settings);
            let what = |way: &str| format!("{way} {metric:?}, {settings:?}");
            check_measure(&what("raw"), &accuracy.raw, &expected.raw);
            check_measure(
                &what("up to equivalence"),
                &accuracy.up_to_equivalence,
                &expected.up_to_equivalence,
            );
            check_measure(
                &what("class guesser of"),
                &accuracy.class_guesser,
                &expected.class_guesser,
            );
        }
    }
}

#[test]
fn every_tolerance() {
    let fixture = fixture();
    let sweep = ToleranceSweep::of(&cases(&fixture.pairs));
    for (metric, measured) in [(Metric::Acp, sweep.acp), (Metric::Ap1, sweep.ap1)] {
        let expected = &fixture.by_tolerance[&metric];
        assert_eq!((measured.len(), expected.raw.len()), (256, 256));
        for (eta, accuracy) in measured.iter().enumerate() {
            let what = format!("{metric:?} at {eta}");
            check(&what, accuracy.raw.value, expected.raw[eta]);
            let class = accuracy.up_to_equivalence.value;
            check(&what, class, expected.up_to_equivalence[eta]);
            check(
                &what,
                accuracy.class_guesser.value,
                expected.class_guesser[eta],
            );
        }
    }
}

#[test]
fn every_parameter_with_its_area() {
    let fixture = fixture();
    let cases = cases(&fixture.pairs);
    assert_eq!(fixture.parameters.len(), 10);
    for expected in &fixture.parameters {
        let named = |kind: &OperationKind| kind.name() == expected.operation;
        let kind = OperationKind::ALL.into_iter().find(named).expect("known");
        let has_symbol = |variable: &Variable| variable.symbol() == expected.parameter;
        let variable = Variable::ALL.into_iter().find(has_symbol).expect("known");
        let class = ToleranceCurve::up_to_equivalence(&cases, kind, variable);
        for (curve, expected) in [
            (ToleranceCurve::raw(&cases, kind, variable), &expected.raw),
            (class, &expected.up_to_equivalence),
            (
                ToleranceCurve::class_guesser(&cases, kind, variable),
                &expected.class_guesser,
            ),
        ] {
            check_curve(&curve, expected, &fixture.sampled_tolerances);
        }
    }
}

#[track_caller]
fn check_curve(curve: &ToleranceCurve, expected: &Curve, tolerances: &[usize]) {
    assert_eq!((curve.used, curve.valid), (expected.used, expected.valid));
    check("area", curve.area.expect("used"), expected.area);
    let spread = curve.area_spread.expect("many programs");
    check("spread of the area", spread, expected.area_spread);
    for (&eta, &expected) in tolerances.iter().zip(&expected.accuracy) {
        check(&format!("curve at {eta}"), curve.accuracy[eta], expected);
    }
}

#[test]
fn random_guessing() {
    let Baselines {
        random_ap1: plain,
        random_ap1_with_plane: with_plane,
    } = fixture().baselines;
    for eta in 0..=u8::MAX {
        check("equation 8", random_ap1(eta), plain[usize::from(eta)]);
        let expected = with_plane[usize::from(eta)];
        check("equation 9", random_ap1_with_plane(eta), expected);
    }
}
