//! From what is seen of a part to candidates.

use cadseq_render::ColorPicture;

use crate::ReconstructError;
use crate::answer::{Options, Reconstruction, StageMillis};
use crate::camera::Framing;
use crate::cancel::{IsCancelled, Limits};
use crate::clock::Clock;
use crate::part::{Hypothesis, Judge, Placed, mesh_of, propose};
use crate::seeing::Sight;

/// By how much another explanation must look more like what is seen to win over a shape of the paper's.
const PAPER_MARGIN: f64 = 0.03;

/// Least agreement of an answer with what is seen.
const MIN_AGREEMENT: f64 = 0.2;

/// Reconstructs the part of a sight in a picture. The sight is [`Seer::see`](crate::Seer::see)'s, or
/// comes from elsewhere: maps and cameras that are exact show what the search for programs loses alone.
///
/// # Errors
/// [`ReconstructError::Unlike`] where no program agrees with what is seen; [`ReconstructError::Cancelled`] once
/// `is_cancelled` said so.
pub fn reconstruct_sight(
    is_cancelled: IsCancelled<'_>,
    sight: &Sight,
    picture: &ColorPicture,
    options: &Options,
) -> Result<Reconstruction, ReconstructError> {
    best_explanation(is_cancelled, sight, picture, options, None)
}

/// The better one of a shape of the paper's and any part.
pub(crate) fn best_explanation(
    is_cancelled: IsCancelled<'_>,
    sight: &Sight,
    picture: &ColorPicture,
    options: &Options,
    of_paper: Option<Reconstruction>,
) -> Result<Reconstruction, ReconstructError> {
    let mut clock = Clock::start();
    let framing = Framing {
        crop: sight.crop,
        width: picture.width(),
        height: picture.height(),
    };
    let judge = Judge::new(&sight.maps, sight.is_ground_plain);
    let hypotheses = propose(
        &judge,
        &sight.cameras,
        &framing,
        picture,
        Limits::new(is_cancelled, options.seconds),
    )?;
    let best = hypotheses.first().map_or(0.0, Hypothesis::agreement);
    if let Some(found) = of_paper {
        let papers = papers_agreement(&found, &judge, &framing, sight);
        if papers >= MIN_AGREEMENT && papers + PAPER_MARGIN >= best {
            return Ok(found);
        }
    }
    if best < MIN_AGREEMENT {
        return Err(ReconstructError::Unlike { agreement: best });
    }
    let millis = StageMillis {
        find: sight.millis.find,
        network: sight.millis.maps + sight.millis.camera,
        fit: clock.lap(),
    };
    answer(&hypotheses, &framing, options, millis)
        .ok_or(ReconstructError::Unlike { agreement: best })
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
        .map_or(0.0, |mesh| judge.agreement_with_seen(&mesh, &placed))
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
        .filter_map(|hypothesis| hypothesis.finished(framing))
        .take(options.candidates.max(1))
        .unzip();
    Some(Reconstruction {
        confidence: candidates.first()?.clues?.confidence(),
        candidates,
        view: *views.first()?,
        millis,
    })
}
