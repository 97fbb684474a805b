//! What is kept of the answers for one picture.

use std::time::Instant;

use cadseq_metrics::Case;
use cadseq_program::{CanonicalOptions, MatrixConfig, canonical, encode};
use cadseq_reconstruct::{Options, ReconstructError, Reconstruction, Reconstructor};
use cadseq_solid::iou;
use serde::{Deserialize, Serialize};

use super::source::{Item, Truth};

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

/// One picture, judged in each mode.
#[derive(Debug)]
pub(crate) struct Judged {
    /// One for each mode, in their order.
    pub(super) outcomes: Vec<Outcome>,
}

/// One answer for one picture.
#[derive(Debug)]
pub(super) struct Outcome {
    /// Truth and prediction as matrices; `None` where the matrix cannot carry the truth.
    pub(super) case: Option<Case>,
    /// Overlap of the first candidate; `None` where there is none.
    pub(super) first_iou: Option<f64>,
    /// The better overlap of the first two candidates.
    pub(super) best_iou: Option<f64>,
    /// Time of the reconstruction in milliseconds; `None` where no picture could be read.
    pub(super) millis: Option<f64>,
    /// Why there is no candidate.
    pub(super) refusal: Option<&'static str>,
}

impl Judged {
    /// Reconstructs the picture in each mode and compares with the truth.
    pub(crate) fn new(item: &Item, reconstructor: &Reconstructor, modes: &[Mode]) -> Self {
        let judge = |mode: &Mode| match &item.picture {
            Err(_) => Outcome::refused(&item.truth, "unreadable picture", None),
            Ok(picture) => {
                let start = Instant::now();
                let answer = reconstructor.reconstruct(picture, &mode.options());
                let millis = Some(start.elapsed().as_secs_f64() * 1e3);
                match answer {
                    Ok(found) => Outcome::new(&item.truth, &found, millis),
                    Err(error) => Outcome::refused(&item.truth, refusal(&error), millis),
                }
            }
        };
        Self {
            outcomes: modes.iter().map(judge).collect(),
        }
    }
}

impl Outcome {
    fn new(truth: &Truth, found: &Reconstruction, millis: Option<f64>) -> Self {
        let overlaps: Vec<f64> = found
            .candidates
            .iter()
            .take(CANDIDATES)
            .map(|candidate| iou(&truth.prism, &candidate.prism))
            .collect();
        Self {
            case: case(truth, Some(found)),
            first_iou: overlaps.first().copied(),
            best_iou: overlaps.into_iter().reduce(f64::max),
            millis,
            refusal: None,
        }
    }

    fn refused(truth: &Truth, refusal: &'static str, millis: Option<f64>) -> Self {
        let case = case(truth, None);
        Self {
            case,
            first_iou: None,
            best_iou: None,
            millis,
            refusal: Some(refusal),
        }
    }
}

/// Truth and canonical prediction in the paper's matrix.
fn case(truth: &Truth, found: Option<&Reconstruction>) -> Option<Case> {
    let (config, options) = (MatrixConfig::paper(), CanonicalOptions::default());
    let prediction = found
        .and_then(|found| found.candidates.first())
        .and_then(|candidate| encode(&canonical(&candidate.quantized, &options), &config).ok());
    Case::with_class(&truth.program, prediction, &config, &options).ok()
}

const fn refusal(error: &ReconstructError) -> &'static str {
    match error {
        ReconstructError::TooSmall { .. } => "picture too small",
        ReconstructError::NoObject => "no object found",
        ReconstructError::BusyBackground => "busy background",
        ReconstructError::NotExplained { .. } => "no program explains the picture",
        ReconstructError::Cancelled => "cancelled",
    }
}
