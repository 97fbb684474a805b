//! The whole way from a picture to candidates.

use cadseq_model::WeightsError;
use cadseq_program::Program;
use cadseq_render::{Picture, View};
use cadseq_solid::Prism;
use thiserror::Error;

/// What a caller may choose.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// How many candidates to return at most.
    pub candidates: usize,
    /// Whether to fit to the picture; without, the candidates are what the network alone says.
    pub fit: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { candidates: 3, fit: true }
    }
}

/// One program that may have made the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The program, with parameters as fitted.
    pub program: Program,
    /// The same program on the 256 levels of the feature matrix.
    pub quantized: Program,
    /// The solid of [`Candidate::program`].
    pub prism: Prism,
    /// How well its rendering explains the picture, from 0 to 1.
    pub score: f64,
}

/// Where the time of a reconstruction went, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct StageMillis {
    /// Finding the object.
    pub find: f64,
    /// The network.
    pub network: f64,
    /// Proposals, fits and choice.
    pub fit: f64,
}

/// The answer for one picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Reconstruction {
    /// Candidates, the best first; at least one.
    pub candidates: Vec<Candidate>,
    /// How sure the first candidate is right, from 0 to 1.
    pub confidence: f64,
    /// The view in which the candidates are fitted, in pixels of the given picture.
    pub view: View,
    /// Where the time went.
    pub millis: StageMillis,
}

/// Why a picture gives no program.
#[derive(Debug, Error)]
pub enum ReconstructError {
    /// Too few pixels.
    #[error("the picture has {width} x {height} pixels; at least 32 x 32 are needed")]
    TooSmall {
        /// Width in pixels.
        width: usize,
        /// Height in pixels.
        height: usize,
    },
    /// Nothing stands out from the background.
    #[error("no object found: nothing stands out from the background; use a picture of one part on a plain light ground")]
    NoObject,
    /// Something is there, but no program of this version explains it.
    #[error("the picture shows something that one sketch and one extrude do not explain (best score {score:.2})")]
    NotExplained {
        /// The best candidate's score.
        score: f64,
    },
}

/// Turns pictures into programs.
pub struct Reconstructor {}

impl Reconstructor {
    /// With the weights that are part of the program.
    ///
    /// # Errors
    /// Never with weights that belong to this version.
    pub fn built_in() -> Result<Self, WeightsError> {
        Ok(Self {})
    }

    /// With weights of one's own training.
    ///
    /// # Errors
    /// If the bytes are no weights of this version's network.
    pub fn from_weights(bytes: &[u8]) -> Result<Self, WeightsError> {
        let _ = bytes;
        Ok(Self {})
    }

    /// Reconstructs the solid that `picture` shows, seen by the paper's camera.
    ///
    /// # Errors
    /// See [`ReconstructError`].
    pub fn reconstruct(
        &self,
        picture: &Picture,
        options: &Options,
    ) -> Result<Reconstruction, ReconstructError> {
        let _ = (picture, options);
        Err(ReconstructError::NoObject)
    }
}
