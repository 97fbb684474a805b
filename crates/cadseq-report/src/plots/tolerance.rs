//! Figure 6: ACP and AP1 against the tolerance, all runs in one plot.

use cadseq_metrics::{Accuracy, ToleranceSweep, random_ap1, random_ap1_with_plane};

use super::Plot;
use super::axes::{Axes, Axis};
use super::line_plot::{Panel, Series, draw};
use crate::labelled::Labelled;
use crate::stroke::Stroke;

/// One of the figure's plots.
struct Kind {
    name: &'static str,
    title: &'static str,
    metric: &'static str,
    values: fn(&ToleranceSweep) -> Vec<f64>,
    /// Whether random guesses have a curve here.
    has_baselines: bool,
}

const KINDS: [Kind; 4] = [
    Kind {
        name: "acp-by-tolerance",
        title: "(a) ACP, raw",
        metric: "ACP",
        values: |sweep| sweep.acp.iter().map(raw).collect(),
        has_baselines: false,
    },
    Kind {
        name: "ap1-by-tolerance",
        title: "(b) AP1, raw",
        metric: "AP1",
        values: |sweep| sweep.ap1.iter().map(raw).collect(),
        has_baselines: true,
    },
    Kind {
        name: "acp-by-tolerance-up-to-equivalence",
        title: "(c) ACP, up to equivalence",
        metric: "ACP",
        values: |sweep| sweep.acp.iter().map(up_to_equivalence).collect(),
        has_baselines: false,
    },
    Kind {
        name: "ap1-by-tolerance-up-to-equivalence",
        title: "(d) AP1, up to equivalence",
        metric: "AP1",
        values: |sweep| sweep.ap1.iter().map(up_to_equivalence).collect(),
        has_baselines: true,
    },
];

const fn raw(accuracy: &Accuracy) -> f64 {
    accuracy.raw.value
}

const fn up_to_equivalence(accuracy: &Accuracy) -> f64 {
    accuracy.up_to_equivalence.value
}

/// ACP and AP1, raw, then both up to equivalence.
pub(super) fn by_tolerance(runs: &[Labelled<'_>]) -> Vec<Plot> {
    KINDS.iter().map(|kind| plot(runs, kind)).collect()
}

fn plot(runs: &[Labelled<'_>], kind: &Kind) -> Plot {
    let series = |run: &Labelled<'_>| {
        let values = (kind.values)(&run.run.evaluation.by_tolerance);
        Series::over_tolerance(&run.name, run.stroke, &values)
    };
    let mut series: Vec<Series> = runs.iter().map(series).chain([truth()]).collect();
    if kind.has_baselines {
        series.extend([random(), random_with_plane()]);
    }
    let panel = Panel {
        axes: Axes {
            title: kind.title.to_owned(),
            x: Axis::tolerance("tolerance η in levels"),
            y: Axis::share(kind.metric),
        },
        series,
        height_px: 340.0,
    };
    Plot {
        name: kind.name.to_owned(),
        description: format!(
            "{} against the tolerance from 0 to 255 levels, a line a run; numbers in \
             accuracy-by-tolerance.csv",
            kind.title
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

/// Random guesses, the plane among three.
fn random_with_plane() -> Series {
    let values: Vec<f64> = (0..=255).map(random_ap1_with_plane).collect();
    Series::over_tolerance("random, with plane", Stroke::random(true), &values)
}
