//! From a picture of any part to candidates.

use cadseq_model::WeightsError;
use cadseq_render::ColorPicture;

use crate::ReconstructError;
use crate::answer::{Options, Reconstruction, StageMillis};
use crate::camera::{Framing, Lens};
use crate::cancel::{IsCancelled, go_on};
use crate::clock::Clock;
use crate::paper::PaperReconstructor;
use crate::part::{Hypothesis, Judge, Placed, mesh_of, propose};
use crate::seeing::{SeeOptions, Seer, Sight};

/// Score of a shape of the paper's from which on no other explanation is looked for.
const SURE_SCORE: f64 = 0.5;

/// By how much another explanation must look more like what is seen to win over a shape of the paper's.
const PAPER_MARGIN: f64 = 0.03;

/// Least agreement of an answer with what is seen.
const MIN_AGREEMENT: f64 = 0.45;

/// Agreement that says nothing of what is not seen, and the confidence of one without any fault.
const UNSURE_AGREEMENT: f64 = 0.8;
const MAX_CONFIDENCE: f64 = 0.5;

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

    /// Reconstructs the part that `picture` shows; `lens` is what is known of the camera's.
    ///
    /// # Errors
    /// See [`ReconstructError`].
    pub fn reconstruct(
        &self,
        picture: &ColorPicture,
        lens: Option<Lens>,
        options: &Options,
    ) -> Result<Reconstruction, ReconstructError> {
        self.reconstruct_unless(&|| false, picture, lens, options)
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
        lens: Option<Lens>,
        options: &Options,
    ) -> Result<Reconstruction, ReconstructError> {
        let of_paper = self
            .paper
            .reconstruct_unless(is_cancelled, &picture.to_grey(), options);
        match of_paper {
            of_paper if !options.fit => of_paper,
            Ok(found) if found.confidence >= SURE_SCORE => Ok(found),
            Err(fault @ (ReconstructError::Cancelled | ReconstructError::TooSmall { .. })) => {
                Err(fault)
            }
            of_paper => self.any_part(is_cancelled, picture, lens, options, of_paper),
        }
    }

    /// The better one of a shape of the paper's and any part.
    fn any_part(
        &self,
        is_cancelled: IsCancelled<'_>,
        picture: &ColorPicture,
        lens: Option<Lens>,
        options: &Options,
        of_paper: Result<Reconstruction, ReconstructError>,
    ) -> Result<Reconstruction, ReconstructError> {
        let mut clock = Clock::start();
        let see_options = SeeOptions {
            lens,
            ..SeeOptions::default()
        };
        let (sight, of_paper) = match (self.seer.see(picture, &see_options), of_paper) {
            (Ok(sight), of_paper) => (sight, of_paper.ok()),
            // What the seer refuses, the other road may know.
            (Err(_), Ok(found)) => return Ok(found),
            (Err(fault), Err(_)) => return Err(fault.into()),
        };
        let seen = clock.lap();
        go_on(is_cancelled)?;
        let framing = Framing {
            crop: sight.crop,
            width: picture.width(),
            height: picture.height(),
        };
        let judge = Judge::new(&sight.maps);
        let hypotheses = propose(&judge, &sight.cameras, &framing, is_cancelled)?;
        let best = hypotheses.first().map_or(0.0, |best| best.agreement);
        if let Some(found) = of_paper {
            let papers = papers_agreement(&found, &judge, &framing, &sight);
            if papers >= MIN_AGREEMENT && papers + PAPER_MARGIN >= best {
                return Ok(found);
            }
        }
        if best < MIN_AGREEMENT {
            return Err(ReconstructError::Unlike { agreement: best });
        }
        let millis = StageMillis {
            find: sight.millis.find,
            network: seen - sight.millis.find,
            fit: clock.lap(),
        };
        answer(&hypotheses, &framing, options, millis)
            .ok_or(ReconstructError::Unlike { agreement: best })
    }
}

/// How well the best shape of the paper's agrees with what is seen.
fn papers_agreement(
    found: &Reconstruction,
    judge: &Judge,
    framing: &Framing,
    sight: &Sight,
) -> f64 {
    let placed = Placed::paper(framing, sight.maps.size);
    found
        .candidates
        .first()
        .and_then(|best| mesh_of(&best.program))
        .map_or(0.0, |mesh| judge.agreement(&mesh, &placed))
}

/// The first hypotheses as candidates; `None` where none of them builds in the frame of the answer.
fn answer(
    hypotheses: &[Hypothesis],
    framing: &Framing,
    options: &Options,
    millis: StageMillis,
) -> Option<Reconstruction> {
    let (candidates, views): (Vec<_>, Vec<_>) = hypotheses
        .iter()
        .take(options.candidates.max(1))
        .filter_map(|hypothesis| hypothesis.finished(framing))
        .unzip();
    Some(Reconstruction {
        confidence: confidence(candidates.first()?.score),
        candidates,
        view: *views.first()?,
        millis,
    })
}

/// How sure an answer of this agreement is right (an overlap above 0.9). A part can look right from the one side that is seen: of 34
/// answers for fresh synthetic pictures none was, the best agreement being 0.95, so little is claimed.
fn confidence(agreement: f64) -> f64 {
    let above = ((agreement - UNSURE_AGREEMENT) / (1.0 - UNSURE_AGREEMENT)).max(0.0);
    MAX_CONFIDENCE * above * above
}
