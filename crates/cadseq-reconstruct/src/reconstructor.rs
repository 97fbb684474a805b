//! From a picture of any part to candidates.

use cadseq_model::WeightsError;
use cadseq_render::ColorPicture;

use crate::ReconstructError;
use crate::answer::{Options, Reconstruction};
use crate::camera::KnownCamera;
use crate::cancel::{IsCancelled, go_on};
use crate::paper::PaperReconstructor;
use crate::seeing::{SeeOptions, Seer};
use crate::sighted::best_explanation;

/// Score of a shape of the paper's from which on no other explanation is looked for.
const SURE_SCORE: f64 = 0.5;

/// Turns pictures of parts into programs.
pub struct Reconstructor {
    paper: PaperReconstructor,
    seer: Seer,
}

impl Reconstructor {
    /// With the weights that are part of the program.
    ///
    /// # Errors
    /// Never with weights that belong to this version.
    pub fn built_in() -> Result<Self, WeightsError> {
        Ok(Self::new(
            PaperReconstructor::built_in()?,
            Seer::built_in()?,
        ))
    }

    /// With a network for the paper's shapes, and one for all others.
    pub fn new(paper: PaperReconstructor, seer: Seer) -> Self {
        Self { paper, seer }
    }

    /// What it sees any part with.
    pub fn seer(&self) -> &Seer {
        &self.seer
    }

    /// Reconstructs the part that `picture` shows, with what is known of where it is and of the camera.
    ///
    /// # Errors
    /// See [`ReconstructError`].
    pub fn reconstruct(
        &self,
        picture: &ColorPicture,
        see: &SeeOptions,
        options: &Options,
    ) -> Result<Reconstruction, ReconstructError> {
        self.reconstruct_unless(&|| false, picture, see, options)
    }

    /// As [`Reconstructor::reconstruct`], for callers that may lose interest: `is_cancelled` is asked between the stages
    /// of the work, from several threads.
    ///
    /// # Errors
    /// See [`ReconstructError`]; [`ReconstructError::Cancelled`] once `is_cancelled` said so.
    pub fn reconstruct_unless(
        &self,
        is_cancelled: IsCancelled<'_>,
        picture: &ColorPicture,
        see: &SeeOptions,
        options: &Options,
    ) -> Result<Reconstruction, ReconstructError> {
        let is_other = see
            .camera
            .is_some_and(|camera| camera != KnownCamera::Paper);
        if options.fit && (is_other || see.object > 0) {
            let sight = self.seer.see(picture, see)?;
            return best_explanation(is_cancelled, &sight, picture, options, None);
        }
        let of_paper = self
            .paper
            .reconstruct_unless(is_cancelled, &picture.to_grey(), options);
        match of_paper {
            of_paper if !options.fit => of_paper,
            Ok(found) if found.confidence >= SURE_SCORE => Ok(found),
            Err(fault @ (ReconstructError::Cancelled | ReconstructError::TooSmall { .. })) => {
                Err(fault)
            }
            of_paper => self.any_part(is_cancelled, picture, see, options, of_paper),
        }
    }

    /// The better one of a shape of the paper's and any part.
    fn any_part(
        &self,
        is_cancelled: IsCancelled<'_>,
        picture: &ColorPicture,
        see: &SeeOptions,
        options: &Options,
        of_paper: Result<Reconstruction, ReconstructError>,
    ) -> Result<Reconstruction, ReconstructError> {
        let (sight, of_paper) = match (self.seer.see(picture, see), of_paper) {
            (Ok(sight), of_paper) => (sight, of_paper.ok()),
            // What the seer refuses, the other road may know.
            (Err(_), Ok(found)) => return Ok(found),
            (Err(fault), Err(_)) => return Err(fault.into()),
        };
        go_on(is_cancelled)?;
        best_explanation(is_cancelled, &sight, picture, options, of_paper)
    }
}
