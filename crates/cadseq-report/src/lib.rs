//! The report of one or several runs: a self-contained page, tables and plots.
//!
//! [`Run`]s come in evaluated; nothing here is a metric. [`Report::of`] lays them out side by side,
//! each with the same colour, dash and marker everywhere, and [`Report::write`] puts three things
//! in a folder: `index.html`, which loads nothing from anywhere, `tables/*.csv` with the numbers
//! behind every table and plot, and `plots/*.svg`.
//!
//! The tables and figures are the counterparts of the paper's Table 6 and Figures 5 to 9.

mod distribution;
mod examples;
mod folder;
mod labelled;
mod number;
mod page;
mod plots;
mod report;
mod run;
mod stroke;
mod tables;

pub use folder::{ReportError, check_writable};
pub use report::Report;
pub use run::Run;
