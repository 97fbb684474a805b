//! All files of a report, in memory.

use crate::examples::Examples;
use crate::folder::PAGE;
use crate::labelled::labelled;
use crate::page::page;
use crate::plots::{Plot, plots};
use crate::run::Run;
use crate::tables::{Csv, tables};

/// The page, tables and plots of some runs.
#[derive(Debug, Clone)]
pub struct Report {
    pub(crate) files: Vec<File>,
}

/// A file of a report.
#[derive(Debug, Clone)]
pub(crate) struct File {
    /// Its path in the report's folder.
    pub(crate) path: String,
    pub(crate) bytes: Vec<u8>,
}

impl File {
    pub(crate) fn new(path: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self {
            path: path.into(),
            bytes: bytes.into(),
        }
    }
}

impl Report {
    /// Lays out runs side by side, in this order.
    pub fn of(runs: &[Run]) -> Self {
        let runs = labelled(runs);
        let examples: Vec<Examples<'_>> = runs.iter().map(Examples::of).collect();
        let plots = plots(&runs);
        let mut files = vec![File::new(PAGE, page(&runs, &plots, &examples))];
        let csv = |table: &Csv| File::new(format!("tables/{}.csv", table.name), table.text());
        files.extend(tables(&runs, &plots, &examples).iter().map(csv));
        let svg = |plot: &Plot| File::new(format!("plots/{}.svg", plot.name), plot.file());
        files.extend(plots.all().map(svg));
        Self { files }
    }
}
