//! `cadseq.metrics` of programs.

use std::collections::BTreeMap;

use cadseq_metrics::{Accuracy, Case, Measure, Metric, Settings, ToleranceCurve, ToleranceSweep};
use cadseq_program::OperationKind;
use pyo3::prelude::*;
use pyo3::types::PyDict;

use crate::array::array;
use crate::case::{Answer, cases, pairs};
use crate::error::Error;
use crate::matrix::{Config, variable};
use crate::program::Same;
use crate::value::Fields;

fn metric(symbol: &str) -> Result<Metric, Error> {
    let found = Metric::ALL
        .into_iter()
        .find(|metric| metric.symbol() == symbol);
    found.ok_or_else(|| Error::choice("metric", symbol, &Metric::ALL.map(Metric::symbol)))
}

fn settings(tolerance: u16, first_rows: Option<usize>) -> Settings {
    Settings {
        tolerance_levels: tolerance,
        first_rows,
    }
}

/// What one prediction adds to a metric (ACP, ASOT, EDSOT, AOT, AP1, AP2, MSOT-TC, MSOT-CS): what is
/// right, and of how much.
///
/// `tolerance` is the largest difference of a size that counts as right, in levels; `first_rows` cuts
/// programs to their first rows.
#[pyfunction]
#[pyo3(signature = (metric, truth, prediction, *, tolerance=3, first_rows=None, config=None))]
pub(crate) fn score(
    #[pyo3(from_py_with = symbol)] metric: Metric,
    truth: &Bound<'_, PyAny>,
    prediction: Option<&Bound<'_, PyAny>>,
    tolerance: u16,
    first_rows: Option<usize>,
    config: Option<Config>,
) -> Result<(f64, f64), Error> {
    let config = Config::or_paper(config)?;
    let truth = Answer::of(truth, &config)?.matrix(&config)?;
    let prediction = prediction
        .map(|object| Answer::of(object, &config))
        .transpose()?;
    let prediction = prediction.and_then(|answer| answer.matrix(&config).ok());
    let settings = settings(tolerance, first_rows);
    let score = metric.score(&truth, prediction.as_ref(), &settings);
    Ok((score.numerator, score.denominator))
}

fn symbol(object: &Bound<'_, PyAny>) -> PyResult<Metric> {
    Ok(metric(&object.extract::<String>()?)?)
}

/// Every metric of programs over all pairs, by its symbol: raw, up to equivalence, and that of a guesser that knows the class.
///
/// A prediction that is None, or that the feature matrix cannot carry, is wrong and not `valid`.
#[pyfunction]
#[pyo3(
    signature = (truths, predictions, *, tolerance=3, first_rows=None, config=None, same=Same::picture()),
    text_signature = "(truths, predictions, *, tolerance=3, first_rows=None, config=None, same='picture')"
)]
pub(crate) fn accuracy<'py>(
    py: Python<'py>,
    truths: &Bound<'py, PyAny>,
    predictions: &Bound<'py, PyAny>,
    tolerance: u16,
    first_rows: Option<usize>,
    config: Option<Config>,
    same: Same,
) -> Result<Bound<'py, PyDict>, Error> {
    let settings = settings(tolerance, first_rows);
    let found = with_cases(py, [truths, predictions], config, same, |cases| {
        Metric::ALL.map(|metric| metric.accuracy(cases, &settings))
    })?;
    let result = PyDict::new(py);
    for (metric, accuracy) in Metric::ALL.into_iter().zip(&found) {
        result.set_item(metric.symbol(), to_accuracy(py, accuracy)?)?;
    }
    Ok(result)
}

/// ACP and AP1 at every tolerance from 0 to 255 levels, by their symbols.
#[pyfunction]
#[pyo3(
    signature = (truths, predictions, *, config=None, same=Same::picture()),
    text_signature = "(truths, predictions, *, config=None, same='picture')"
)]
pub(crate) fn by_tolerance<'py>(
    py: Python<'py>,
    truths: &Bound<'py, PyAny>,
    predictions: &Bound<'py, PyAny>,
    config: Option<Config>,
    same: Same,
) -> Result<BTreeMap<&'static str, Bound<'py, PyAny>>, Error> {
    let sweep = with_cases(py, [truths, predictions], config, same, ToleranceSweep::of)?;
    let curves = |accuracies: &[Accuracy]| {
        let column = |of: fn(&Accuracy) -> Measure| {
            let values = accuracies.iter().map(|accuracy| of(accuracy).value);
            array(py, values, &[accuracies.len()])
        };
        Fields::new(py)
            .with("raw", column(|accuracy| accuracy.raw)?)?
            .with(
                "up_to_equivalence",
                column(|accuracy| accuracy.up_to_equivalence)?,
            )?
            .with("class_guesser", column(|accuracy| accuracy.class_guesser)?)?
            .make("Curves")
    };
    Ok([("ACP", curves(&sweep.acp)?), ("AP1", curves(&sweep.ap1)?)].into())
}

/// How often a parameter (a symbol such as r) of an operation (such as add_circle) is right, at every
/// tolerance, with the area under the curve.
#[pyfunction]
#[pyo3(
    signature = (truths, predictions, operation, parameter, *, config=None, same=Same::picture()),
    text_signature = "(truths, predictions, operation, parameter, *, config=None, same='picture')"
)]
pub(crate) fn parameter_curve<'py>(
    py: Python<'py>,
    truths: &Bound<'py, PyAny>,
    predictions: &Bound<'py, PyAny>,
    operation: &str,
    parameter: &str,
    config: Option<Config>,
    same: Same,
) -> Result<Bound<'py, PyAny>, Error> {
    let variable = variable(parameter)?;
    let kind = OperationKind::ALL
        .into_iter()
        .find(|kind| kind.name() == operation);
    let names = OperationKind::ALL.map(OperationKind::name);
    let kind = kind.ok_or_else(|| Error::choice("operation", operation, &names))?;
    let [raw, up_to_equivalence, class_guesser] =
        with_cases(py, [truths, predictions], config, same, |cases| {
            [
                ToleranceCurve::raw(cases, kind, variable),
                ToleranceCurve::up_to_equivalence(cases, kind, variable),
                ToleranceCurve::class_guesser(cases, kind, variable),
            ]
        })?;
    let fields = Fields::new(py)
        .with("raw", to_curve(py, &raw)?)?
        .with("up_to_equivalence", to_curve(py, &up_to_equivalence)?)?
        .with("class_guesser", to_curve(py, &class_guesser)?)?;
    Ok(fields.make("ParameterCurves")?)
}

/// Reads the pairs, and measures their cases without the interpreter's lock.
fn with_cases<T: Send>(
    py: Python<'_>,
    [truths, predictions]: [&Bound<'_, PyAny>; 2],
    config: Option<Config>,
    same: Same,
    measure: impl Send + FnOnce(&[Case]) -> T,
) -> Result<T, Error> {
    let config = Config::or_paper(config)?;
    let pairs = pairs(truths, predictions, &config)?;
    py.detach(|| Ok(measure(&cases(pairs, &config, &same.0)?)))
}

fn to_accuracy<'py>(py: Python<'py>, accuracy: &Accuracy) -> PyResult<Bound<'py, PyAny>> {
    Fields::new(py)
        .with("raw", to_measure(py, &accuracy.raw)?)?
        .with(
            "up_to_equivalence",
            to_measure(py, &accuracy.up_to_equivalence)?,
        )?
        .with("class_guesser", to_measure(py, &accuracy.class_guesser)?)?
        .make("Accuracy")
}

/// `cadseq.metrics.Measure`.
pub(crate) fn to_measure<'py>(py: Python<'py>, measure: &Measure) -> PyResult<Bound<'py, PyAny>> {
    Fields::new(py)
        .with("value", measure.value)?
        .with("spread", measure.spread)?
        .with("valid", measure.valid)?
        .with("total", measure.total)?
        .make("Measure")
}

fn to_curve<'py>(py: Python<'py>, curve: &ToleranceCurve) -> PyResult<Bound<'py, PyAny>> {
    let accuracy = curve.accuracy.iter().copied();
    Fields::new(py)
        .with("accuracy", array(py, accuracy, &[curve.accuracy.len()])?)?
        .with("used", curve.used)?
        .with("valid", curve.valid)?
        .with("area", curve.area)?
        .with("area_spread", curve.area_spread)?
        .make("ParameterCurve")
}

/// AP1 of random guesses among 256 levels, planes aside (equation 8).
#[pyfunction]
#[pyo3(signature = (tolerance=3))]
pub(crate) fn random_ap1(tolerance: u8) -> f64 {
    cadseq_metrics::random_ap1(tolerance)
}

/// AP1 of random guesses on the paper's data, the plane guessed among three (equation 9).
#[pyfunction]
#[pyo3(signature = (tolerance=3))]
pub(crate) fn random_ap1_with_plane(tolerance: u8) -> f64 {
    cadseq_metrics::random_ap1_with_plane(tolerance)
}
