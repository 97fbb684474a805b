//! Figure 7: AP1 by parameter against the tolerance, a plot an operation and run.

use cadseq_evaluation::{Evaluation, ParameterCurve};
use cadseq_program::OperationKind;

use super::Plot;
use super::axes::{Axes, Axis};
use super::line_plot::{Panel, Series, draw};
use super::tolerance::{random, truth};
use crate::labelled::Labelled;
use crate::number::fixed;
use crate::stroke::{DASH_DOT, DASHED, Dash, Marker, SOLID, Stroke};

/// Row by row: a row an operation that any run has, a column a run.
pub(super) fn by_parameter(runs: &[Labelled<'_>]) -> Vec<Plot> {
    let mut operations: Vec<&str> = Vec::new();
    for curve in runs.iter().flat_map(|run| &run.run.evaluation.parameters) {
        if !operations.contains(&curve.operation.as_str()) {
            operations.push(&curve.operation);
        }
    }
    let row = |operation| runs.iter().map(move |run| plot(run, operation));
    operations.into_iter().flat_map(row).collect()
}

/// The baseline is of parameters with 256 levels, so that sketch planes have none.
fn plot(run: &Labelled<'_>, operation: &str) -> Plot {
    let curves = curves_of(&run.run.evaluation, operation);
    let series = curves.enumerate().map(|(index, curve)| Series {
        stroke: stroke(index, &run.stroke),
        ..Series::over_tolerance(label(curve), run.stroke, &curve.curve.accuracy)
    });
    let is_tolerant = operation != OperationKind::AddSketch.name();
    let baseline = is_tolerant.then(random);
    let panel = Panel {
        axes: Axes {
            title: format!("{operation}: {}", run.name),
            x: Axis::tolerance("tolerance η in levels"),
            y: Axis::share("AP1"),
        },
        series: series.chain([truth()]).chain(baseline).collect(),
        height_px: 220.0,
    };
    Plot {
        name: format!("parameters-{}-{}", operation.replace('_', "-"), run.slug),
        description: format!(
            "{}: AP1 of each parameter of {operation} against the tolerance; numbers in \
             parameters-by-tolerance.csv",
            run.run.provenance.title
        ),
        drawing: draw(360, &[panel], 2),
    }
}

fn curves_of<'e>(
    evaluation: &'e Evaluation,
    operation: &'e str,
) -> impl Iterator<Item = &'e ParameterCurve> {
    let all = evaluation.parameters.iter();
    all.filter(move |curve| curve.operation == operation)
}

fn label(curve: &ParameterCurve) -> String {
    let area = curve.curve.area.unwrap_or(f64::NAN);
    format!("{}, AUC {}", symbol(&curve.parameter), fixed(area, 3))
}

/// The symbol as the paper prints it.
pub(crate) fn symbol(parameter: &str) -> &str {
    match parameter {
        "alpha" => "α",
        other => other,
    }
}

/// The run's colour, with a dash and a marker a parameter.
fn stroke(index: usize, run: &Stroke) -> Stroke {
    const LOOKS: [(Dash, Marker); 4] = [
        (SOLID, Marker::Circle),
        (DASHED, Marker::Square),
        (DASH_DOT, Marker::Triangle),
        (SOLID, Marker::Diamond),
    ];
    let (dash, marker) = LOOKS[index % LOOKS.len()];
    Stroke {
        color: run.color,
        dash,
        marker: Some(marker),
        width_px: 1.8,
    }
}
