//! Programs to look at: some of each grade (Figure 9), and the worst.

mod choice;
mod pictures;
mod text;

pub(crate) use pictures::{PICTURE_PX, Pictures};
pub(crate) use text::{curve_letters, shortened};

use cadseq_evaluation::{Grade, Judged};
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};

use crate::labelled::Labelled;

/// Examples of each grade.
pub(crate) const PER_GRADE: usize = 3;
/// How many of the worst are shown.
pub(crate) const WORST: usize = 10;

/// What the page shows of one run.
#[derive(Debug)]
pub(crate) struct Examples<'r> {
    /// The grades, best first.
    pub(crate) by_grade: [(Grade, Shown<'r>); 3],
    /// Worst first.
    pub(crate) worst: Vec<Example<'r>>,
}

/// Some of a grade.
#[derive(Debug)]
pub(crate) struct Shown<'r> {
    /// How many programs have the grade.
    pub(crate) of: usize,
    /// Best first.
    pub(crate) examples: Vec<Example<'r>>,
}

/// One program with its pictures.
#[derive(Debug)]
pub(crate) struct Example<'r> {
    pub(crate) judged: &'r Judged,
    pub(crate) pictures: Pictures,
}

impl<'r> Examples<'r> {
    /// Chooses and draws the examples of a run, on all cores.
    pub(crate) fn of(run: &Labelled<'r>) -> Self {
        let judged = &run.run.evaluation.judged;
        let shown = |grade: Grade| {
            let ranked = choice::of_grade(judged, grade);
            let shown = Shown {
                of: ranked.len(),
                examples: drawn(choice::spread(&ranked, PER_GRADE)),
            };
            (grade, shown)
        };
        let grades = [Grade::NearPerfect, Grade::Satisfactory, Grade::Inadequate];
        Self {
            by_grade: grades.map(shown),
            worst: drawn(choice::worst(judged, WORST)),
        }
    }
}

fn drawn(chosen: Vec<&Judged>) -> Vec<Example<'_>> {
    let draw = |judged| Example {
        judged,
        pictures: Pictures::of(judged),
    };
    chosen.into_par_iter().map(draw).collect()
}
