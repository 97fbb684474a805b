//! Overlap of solids and difference of pictures, of two parts and over many predictions.

use cadseq_evaluation::picture_difference;
use cadseq_metrics::{IouSummary, MseSummary};
use pyo3::prelude::*;

use crate::case::{Answer, pairs};
use crate::error::Error;
use crate::matrix::Config;
use crate::metrics::to_measure;
use crate::part::Part;
use crate::picture::Shape;
use crate::value::Fields;

/// Intersection over union of two parts, or programs that are built first: 0 to 1, 1 for equal solids.
///
/// All bodies of a part are one set of points.
#[pyfunction]
pub(crate) fn iou(py: Python<'_>, a: Shape<'_>, b: Shape<'_>) -> Result<f64, Error> {
    let (a, b) = (a.part(py)?, b.part(py)?);
    py.detach(|| overlap(&a, &b))
}

fn overlap(a: &Part, b: &Part) -> Result<f64, Error> {
    Ok(a.solid().overlap(b.solid())?.iou())
}

/// Whether predictions build, and the intersection over union with the truth's.
#[pyfunction]
#[pyo3(signature = (truths, predictions, *, config=None))]
pub(crate) fn solids<'py>(
    py: Python<'py>,
    truths: &Bound<'py, PyAny>,
    predictions: &Bound<'py, PyAny>,
    config: Option<Config>,
) -> Result<Bound<'py, PyAny>, Error> {
    let pairs = pairs(truths, predictions, &Config::or_paper(config)?)?;
    let summary = py.detach(|| {
        let ious = pairs.iter().map(|(truth, prediction)| {
            let (truth, prediction) = (built(truth)?, prediction.as_ref().and_then(predicted));
            prediction.map(|part| overlap(&truth, &part)).transpose()
        });
        Ok::<_, Error>(IouSummary::new(&ious.collect::<Result<Vec<_>, Error>>()?))
    })?;
    let fields = Fields::new(py)
        .with("parsing_rate", to_measure(py, &summary.parsing_rate)?)?
        .with("iou_over_all", to_measure(py, &summary.iou_over_all)?)?
        .with("iou_over_parsed", to_measure(py, &summary.iou_over_parsed)?)?;
    Ok(fields.make("SolidSummary")?)
}

/// Mean squared difference of the pictures of the solids (512 x 512, style paper, sRGB from 0 to 1).
#[pyfunction]
#[pyo3(signature = (truths, predictions, *, config=None))]
pub(crate) fn pictures<'py>(
    py: Python<'py>,
    truths: &Bound<'py, PyAny>,
    predictions: &Bound<'py, PyAny>,
    config: Option<Config>,
) -> Result<Bound<'py, PyAny>, Error> {
    let pairs = pairs(truths, predictions, &Config::or_paper(config)?)?;
    let summary = py.detach(|| {
        let differences = pairs.iter().map(|(truth, prediction)| {
            let (truth, prediction) = (built(truth)?, prediction.as_ref().and_then(predicted));
            Ok(picture_difference(
                truth.solid(),
                prediction.as_ref().map(Part::solid),
            )?)
        });
        let differences = differences.collect::<Result<Vec<_>, Error>>()?;
        Ok::<_, Error>(MseSummary::new(&differences))
    })?;
    let fields = Fields::new(py)
        .with("mse_over_all", to_measure(py, &summary.mse_over_all)?)?
        .with("mse_over_parsed", to_measure(py, &summary.mse_over_parsed)?)?;
    Ok(fields.make("PictureSummary")?)
}

fn built(truth: &Answer) -> Result<Part, Error> {
    Part::build(truth.program()?)
}

/// The part of a prediction; `None` where it is not a program, or does not build.
fn predicted(prediction: &Answer) -> Option<Part> {
    Part::build(prediction.program().ok()?).ok()
}
