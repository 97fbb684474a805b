//! The figures, drawn.

mod axes;
mod by_rows;
mod canvas;
mod legend;
mod line_plot;
mod mark;
mod parameters;
mod tolerance;
mod violin;

pub(crate) use by_rows::MAX_ROWS;
pub(crate) use parameters::symbol;
pub(crate) use violin::{MIN_BANDWIDTH, Violin, Violins};

use crate::labelled::Labelled;
use crate::stroke::Stroke;
use canvas::Drawing;

/// A drawing with its name.
#[derive(Debug, Clone)]
pub(crate) struct Plot {
    /// Name of its file, without extension.
    pub(crate) name: String,
    /// What it shows, for those who cannot see it.
    pub(crate) description: String,
    drawing: Drawing,
}

/// All figures.
#[derive(Debug, Clone)]
pub(crate) struct Plots {
    /// Figure 5, a plot a run.
    pub(crate) by_rows: Vec<Plot>,
    /// Figure 6: ACP and AP1, raw, then up to equivalence.
    pub(crate) by_tolerance: Vec<Plot>,
    /// Figure 7, row by row: a row an operation, a column a run.
    pub(crate) by_parameter: Vec<Plot>,
    /// Figure 8.
    pub(crate) violins: Violins,
}

/// Draws all figures.
pub(crate) fn plots(runs: &[Labelled<'_>]) -> Plots {
    Plots {
        by_rows: by_rows::by_rows(runs),
        by_tolerance: tolerance::by_tolerance(runs),
        by_parameter: parameters::by_parameter(runs),
        violins: violin::violins(runs),
    }
}

impl Plots {
    /// Every plot.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Plot> {
        let lines = self.by_rows.iter().chain(&self.by_tolerance);
        lines.chain(&self.by_parameter).chain(&self.violins.plots)
    }
}

impl Plot {
    /// The plot as a file of its own.
    pub(crate) fn file(&self) -> String {
        self.drawing.file(&self.description)
    }

    /// The plot inside of a page.
    pub(crate) fn inline(&self) -> String {
        self.drawing.inline(&self.description)
    }
}

/// A short line in the look of a run, for a page; its neighbour says what it stands for.
pub(crate) fn swatch(stroke: &Stroke) -> String {
    let drawing = Drawing::new((42, 14), |area| legend::sample(area, 4.0, 7.0, stroke));
    drawing.decoration()
}
