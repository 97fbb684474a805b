//! The numbers behind every table and plot, a file each. Runs are named by their slug, as in the
//! plots' file names; `runs.csv` says which is which.

mod csv;
mod curves;
mod metrics;
mod programs;
mod runs;
mod solids;

pub(crate) use csv::Csv;
pub(crate) use metrics::{accuracy_at, raw_at};
pub(crate) use programs::grade_name;

use crate::examples::Examples;
use crate::labelled::Labelled;
use crate::plots::Plots;

/// All tables.
pub(crate) fn tables(runs: &[Labelled<'_>], plots: &Plots, examples: &[Examples<'_>]) -> Vec<Csv> {
    vec![
        runs::runs(runs),
        metrics::metrics(runs),
        metrics::metrics_by_rows(runs),
        curves::accuracy_by_tolerance(runs),
        curves::random_by_tolerance(),
        curves::parameters_by_tolerance(runs),
        curves::parameters(runs),
        solids::solids(runs),
        solids::densities(runs, &plots.violins),
        programs::programs(runs),
        programs::confusion(runs),
        programs::shown(runs, examples),
    ]
}
