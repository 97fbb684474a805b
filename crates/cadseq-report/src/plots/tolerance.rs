//! Figure 6: ACP and AP1 against the tolerance, all runs in one plot.

use cadseq_evaluation::Evaluation;
use cadseq_metrics::{random_ap1, random_ap1_with_plane};

use super::Plot;
use super::axes::{Axes, Axis};
use super::line_plot::{Panel, Series, draw};
use crate::labelled::Labelled;
use crate::stroke::Stroke;

/// The curve of a run.
type Curve = fn(&Evaluation) -> &[f64];

/// ACP and AP1, raw, then both up to equivalence.
pub(super) fn by_tolerance(runs: &[Labelled<'_>]) -> Vec<Plot> {
    let acp: Curve = |evaluation| &evaluation.acp_by_tolerance;
    let ap1: Curve = |evaluation| &evaluation.ap1_by_tolerance;
    let equivalent_acp: Curve = |evaluation| &evaluation.acp_by_tolerance_up_to_equivalence;
    let equivalent_ap1: Curve = |evaluation| &evaluation.ap1_by_tolerance_up_to_equivalence;
    let plot = |name: &str, title: &str, label, curve, others: Vec<Series>| {
        plot(runs, name, title, label, curve, others)
    };
    vec![
        plot("acp-by-tolerance", "(a) ACP, raw", "ACP", acp, Vec::new()),
        plot("ap1-by-tolerance", "(b) AP1, raw", "AP1", ap1, baselines()),
        plot(
            "acp-by-tolerance-up-to-equivalence",
            "(c) ACP, up to equivalence",
            "ACP",
            equivalent_acp,
            Vec::new(),
        ),
        plot(
            "ap1-by-tolerance-up-to-equivalence",
            "(d) AP1, up to equivalence",
            "AP1",
            equivalent_ap1,
            baselines(),
        ),
    ]
}

fn plot(
    runs: &[Labelled<'_>],
    name: &str,
    title: &str,
    label: &'static str,
    curve: Curve,
    others: Vec<Series>,
) -> Plot {
    let series = |run: &Labelled<'_>| {
        Series::over_tolerance(&run.name, run.stroke, curve(&run.run.evaluation))
    };
    let panel = Panel {
        axes: Axes {
            title: title.to_owned(),
            x: Axis::tolerance("tolerance η in levels"),
            y: Axis::share(label),
        },
        series: runs
            .iter()
            .map(series)
            .chain([truth()])
            .chain(others)
            .collect(),
        height_px: 340.0,
    };
    Plot {
        name: name.to_owned(),
        description: format!(
            "{title} against the tolerance from 0 to 255 levels, a line a run; numbers in \
             accuracy-by-tolerance.csv"
        ),
        drawing: draw(560, &[panel], 2),
    }
}

/// What a perfect prediction scores.
pub(super) fn truth() -> Series {
    Series {
        label: "ground truth".to_owned(),
        stroke: Stroke::truth(),
        points: vec![(0.0, 1.0), (255.0, 1.0)],
    }
}

/// Random guesses, planes aside.
pub(super) fn random() -> Series {
    let values: Vec<f64> = (0..=255).map(random_ap1).collect();
    Series::over_tolerance("random", Stroke::random(false), &values)
}

fn baselines() -> Vec<Series> {
    let with_plane: Vec<f64> = (0..=255).map(random_ap1_with_plane).collect();
    let with_plane =
        Series::over_tolerance("random, with plane", Stroke::random(true), &with_plane);
    vec![random(), with_plane]
}
