//! Figure 5: every metric against the first n rows, a plot a run.

use cadseq_metrics::Metric;

use super::Plot;
use super::axes::{Axes, Axis};
use super::line_plot::{Panel, Series, draw};
use crate::labelled::{Labelled, short};
use crate::number::round_up;
use crate::stroke::{DASHED, DOTTED, Dash, Marker, SOLID, Stroke};
use crate::tables::raw_at;

/// How many first rows the paper goes to.
pub(crate) const MAX_ROWS: usize = 6;

/// A plot a run: accuracies above, the edit distance, negated, below. All share their axes.
pub(super) fn by_rows(runs: &[Labelled<'_>]) -> Vec<Plot> {
    let distances = runs.iter().flat_map(|run| points(run, Metric::Edsot));
    let farthest = distances.map(|(_, value)| -value).fold(0.0, f64::max);
    let end = round_up(farthest, 0.1);
    runs.iter().map(|run| plot(run, end)).collect()
}

fn plot(run: &Labelled<'_>, farthest: f64) -> Plot {
    let is_distance = |metric: &Metric| *metric == Metric::Edsot;
    let series = |metric: Metric| Series {
        label: name(metric),
        stroke: stroke(metric),
        points: points(run, metric),
    };
    let (distance, accuracies): (Vec<Metric>, Vec<Metric>) =
        Metric::ALL.into_iter().partition(is_distance);
    let rows = |label| Axis {
        label,
        range: 0.9..MAX_ROWS as f64 + 0.1,
        ticks: MAX_ROWS,
        decimals: 0,
    };
    let panels = [
        Panel {
            axes: Axes {
                title: short(&run.run.provenance.title, 52),
                x: rows(""),
                y: Axis::share("accuracy, similarity"),
            },
            series: accuracies.into_iter().map(series).collect(),
            height_px: 270.0,
        },
        Panel {
            axes: Axes {
                title: String::new(),
                x: rows("first n rows"),
                y: Axis::to_end("−EDSOT", -farthest..0.0, 3),
            },
            series: distance.into_iter().map(series).collect(),
            height_px: 110.0,
        },
    ];
    Plot {
        name: format!("metrics-by-rows-{}", run.slug),
        description: format!(
            "{}: every metric against the first 1 to {MAX_ROWS} rows; numbers in metrics-by-rows.csv",
            run.run.provenance.title
        ),
        drawing: draw(430, &panels, 3),
    }
}

/// The metric over the first 1, 2, ... rows; the edit distance negated, so that up is better.
fn points(run: &Labelled<'_>, metric: Metric) -> Vec<(f64, f64)> {
    let sign = if metric == Metric::Edsot { -1.0 } else { 1.0 };
    let value = |rows: usize| {
        let measure = raw_at(&run.run.evaluation, metric, Some(rows))?;
        Some((rows as f64, sign * measure.value))
    };
    (1..=MAX_ROWS).filter_map(value).collect()
}

fn name(metric: Metric) -> String {
    let sign = if metric == Metric::Edsot { "−" } else { "" };
    format!("{sign}{}", metric.symbol())
}

/// A colour a level of the paper's hierarchy (whole sequence, positions, sets), a dash and a marker
/// a metric; after Paul Tol's scheme `muted`, whose colours no run has.
const fn stroke(metric: Metric) -> Stroke {
    const SEQUENCE: [u8; 3] = [51, 34, 136];
    const POSITION: [u8; 3] = [17, 119, 51];
    const SET: [u8; 3] = [136, 34, 85];
    let (color, dash, marker): ([u8; 3], Dash, Marker) = match metric {
        Metric::Acp => (SEQUENCE, SOLID, Marker::Circle),
        Metric::Asot => (SEQUENCE, DASHED, Marker::Square),
        Metric::Edsot => (SEQUENCE, DOTTED, Marker::Cross),
        Metric::Aot => (POSITION, SOLID, Marker::Triangle),
        Metric::Ap1 => (POSITION, DASHED, Marker::Diamond),
        Metric::Ap2 => (POSITION, DOTTED, Marker::TriangleDown),
        Metric::MsotTc => (SET, SOLID, Marker::Square),
        Metric::MsotCs => (SET, DASHED, Marker::Circle),
    };
    Stroke {
        color,
        dash,
        marker: Some(marker),
        width_px: 1.8,
    }
}
