//! Where the runs come from.

use super::csv::{Csv, number};
use crate::labelled::Labelled;

/// A row a run.
pub(super) fn runs(runs: &[Labelled<'_>]) -> Csv {
    let header = &[
        "run",
        "name",
        "title",
        "method",
        "scale",
        "command",
        "seed",
        "commit",
        "hardware",
        "population",
        "programs",
        "seconds",
    ];
    let row = |run: &Labelled<'_>| {
        let from = &run.run.provenance;
        let seconds: f64 = from.stages.iter().map(|stage| stage.seconds).sum();
        vec![
            run.slug.clone(),
            from.name.clone(),
            from.title.clone(),
            from.method.clone(),
            from.scale.clone(),
            from.command.clone(),
            from.seed.to_string(),
            from.commit.clone(),
            from.hardware.clone(),
            from.population.clone(),
            run.run.evaluation.programs.to_string(),
            number(Some(seconds)),
        ]
    };
    Csv::new("runs", header, runs.iter().map(row))
}
