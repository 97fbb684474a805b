//! Single programs: how each was judged, which are shown, and what was taken for what.

use cadseq_evaluation::{Grade, Judged};

use super::csv::{Csv, number};
use crate::examples::Examples;
use crate::labelled::Labelled;

/// Name of a grade, as the paper writes it.
pub(crate) const fn grade_name(grade: Grade) -> &'static str {
    match grade {
        Grade::NearPerfect => "near-perfect",
        Grade::Satisfactory => "satisfactory",
        Grade::Inadequate => "inadequate",
    }
}

/// Every program of every run.
pub(super) fn programs(runs: &[Labelled<'_>]) -> Csv {
    let header = &["run", "index", "grade", "exact", "iou", "mse"];
    let rows = runs.iter().flat_map(|run| {
        run.run.evaluation.judged.iter().map(|judged| {
            vec![
                run.slug.clone(),
                judged.index.to_string(),
                grade_name(judged.grade).to_owned(),
                judged.exact.to_string(),
                number(judged.iou),
                number(judged.mse),
            ]
        })
    });
    Csv::new("programs", header, rows)
}

/// The confusion of shape classes.
pub(super) fn confusion(runs: &[Labelled<'_>]) -> Csv {
    let header = &["run", "true", "predicted", "programs"];
    let mut rows = Vec::new();
    for run in runs {
        let confusion = &run.run.evaluation.confusion;
        for (class, counts) in confusion.classes.iter().zip(&confusion.counts) {
            rows.extend(confusion.answers.iter().zip(counts).map(|(answer, count)| {
                vec![
                    run.slug.clone(),
                    class.clone(),
                    answer.clone(),
                    count.to_string(),
                ]
            }));
        }
    }
    Csv::new("confusion", header, rows)
}

/// Which programs the page shows, in its order.
pub(super) fn shown(runs: &[Labelled<'_>], examples: &[Examples<'_>]) -> Csv {
    let header = &["run", "shown_as", "index", "iou", "mse"];
    let mut rows = Vec::new();
    for (run, examples) in runs.iter().zip(examples) {
        let mut add = |section: &str, judged: &Judged| {
            rows.push(vec![
                run.slug.clone(),
                section.to_owned(),
                judged.index.to_string(),
                number(judged.iou),
                number(judged.mse),
            ]);
        };
        for (grade, shown) in &examples.by_grade {
            shown
                .examples
                .iter()
                .for_each(|one| add(grade_name(*grade), one.judged));
        }
        examples
            .worst
            .iter()
            .for_each(|one| add("worst", one.judged));
    }
    Csv::new("examples", header, rows)
}
