//! What is kept of the answers for one picture.

use std::time::Instant;

use cadseq_evaluation::Prediction;
use cadseq_experiment::prediction;
use cadseq_program::Program;
use cadseq_reconstruct::{
    Candidate, Options, PaperReconstructor, ReconstructError, Reconstruction,
};
use cadseq_solid::Part;
use serde::{Deserialize, Serialize};

use super::source::Item;

/// Candidates that are asked for: the picture of a circle's prism may fit two solids.
const CANDIDATES: usize = 2;

/// How much of reconstruction is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Mode {
    /// What the network says.
    NetworkAlone,
    /// Fitted to the picture by rendering.
    WithFitting,
}

impl Mode {
    /// What the reconstructor is asked for.
    pub(super) fn options(self) -> Options {
        Options {
            candidates: CANDIDATES,
            fit: self == Self::WithFitting,
            ..Options::default()
        }
    }

    /// The mode in words.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::NetworkAlone => "the network alone",
            Self::WithFitting => "with fitting",
        }
    }
}

/// One answer for one picture: what is predicted, and what the files of an outcome do not hold.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    /// The first candidate, beside the truth.
    pub(super) prediction: Prediction,
    /// Overlap of the second candidate with the truth; `None` where there is none.
    pub(super) second_iou: Option<f64>,
    /// Time of the reconstruction in milliseconds; `None` where no picture could be read.
    pub(super) millis: Option<f64>,
    /// Why there is no candidate.
    pub(super) refusal: Option<&'static str>,
}

impl Answer {
    /// Reconstructs the picture.
    pub(crate) fn new(item: &Item, reconstructor: &PaperReconstructor, mode: Mode) -> Self {
        let index = item.index;
        let refused = |refusal, millis| Self {
            prediction: prediction(index, &item.truth, None),
            second_iou: None,
            millis,
            refusal: Some(refusal),
        };
        let Ok(picture) = &item.picture else {
            return refused("unreadable picture", None);
        };
        let start = Instant::now();
        let answer = reconstructor.reconstruct(picture, &mode.options());
        let millis = Some(start.elapsed().as_secs_f64() * 1e3);
        match answer {
            Ok(Reconstruction { candidates, .. }) => Self {
                prediction: prediction(index, &item.truth, candidates.first()),
                second_iou: candidates
                    .get(1)
                    .and_then(|second| iou(&item.truth, second)),
                millis,
                refusal: None,
            },
            Err(error) => refused(refusal(&error), millis),
        }
    }
}

/// The overlap of a candidate with the truth; `None` where either does not build.
fn iou(truth: &Program, candidate: &Candidate) -> Option<f64> {
    let [truth, candidate] = [truth, &candidate.program].map(|program| Part::build(program).ok());
    let overlap = truth?.solid.overlap(&candidate?.solid).ok()?;
    Some(overlap.iou())
}

const fn refusal(error: &ReconstructError) -> &'static str {
    match error {
        ReconstructError::TooSmall { .. } => "picture too small",
        ReconstructError::NoObject => "no object found",
        ReconstructError::BusyBackground => "busy background",
        ReconstructError::NotExplained { .. } => "no program explains the picture",
        ReconstructError::NotSeen(_) => "no part seen",
        ReconstructError::Unlike { .. } => "no program looks like the part",
        ReconstructError::Cancelled => "cancelled",
    }
}
