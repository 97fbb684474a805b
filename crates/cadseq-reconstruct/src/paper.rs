//! The whole way from a picture that the paper's camera took of one of the paper's shapes to candidates.

use cadseq_model::{
    Device, INPUT_SIZE, Locator, LocatorConfig, LocatorInput, LocatorPrediction, WeightsError,
    from_safetensors,
};
use cadseq_render::{Picture, View, Window};

use crate::ReconstructError;
use crate::answer::{Options, Reconstruction, StageMillis};
use crate::cancel::{IsCancelled, go_on};
use crate::choice::{choose, explain_all, ranked_by_kind};
use crate::clock::Clock;
use crate::explain::{Comparison, Explanation};
use crate::find::{Scene, find};
use crate::proposal::network_alone;
use crate::search::search;

/// The weights that are part of the program.
const BUILT_IN_WEIGHTS: &[u8] = include_bytes!(concat!(
    env!("CADSEQ_WEIGHTS"),
    "/locator/locator.safetensors"
));

/// Least overlap of the outlines at which a fitted solid counts as an explanation of a picture.
const MIN_OVERLAP: f64 = 0.8;

/// Least score at which it does: right programs of line drawings have 0.05.
const MIN_SCORE: f64 = 0.02;

/// Turns pictures of the paper's shapes, seen by the paper's camera, into programs.
pub struct PaperReconstructor {
    locator: Locator,
    device: Device,
}

impl PaperReconstructor {
    /// With the weights that are part of the program.
    ///
    /// # Errors
    /// Never with weights that belong to this version.
    pub fn built_in() -> Result<Self, WeightsError> {
        Self::from_weights(BUILT_IN_WEIGHTS)
    }

    /// With weights of one's own training.
    ///
    /// # Errors
    /// If the bytes are no weights of this version's network.
    pub fn from_weights(bytes: &[u8]) -> Result<Self, WeightsError> {
        let device = Device::flex();
        let locator = from_safetensors(bytes, LocatorConfig::new().init(&device))?.folded();
        Ok(Self { locator, device })
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
        self.reconstruct_unless(&|| false, picture, options)
    }

    /// As [`PaperReconstructor::reconstruct`], for callers that may lose interest: `is_cancelled` is asked
    /// between the stages and between the fits of the search, from several threads.
    ///
    /// # Errors
    /// See [`ReconstructError`]; [`ReconstructError::Cancelled`] once `is_cancelled` said so.
    pub fn reconstruct_unless(
        &self,
        is_cancelled: IsCancelled<'_>,
        picture: &Picture,
        options: &Options,
    ) -> Result<Reconstruction, ReconstructError> {
        let mut clock = Clock::start();
        let scene = find(picture)?;
        let window = scene.window();
        let find = clock.lap();
        go_on(is_cancelled)?;
        let prediction = self.locate(&scene, window);
        let network = clock.lap();
        go_on(is_cancelled)?;
        let comparison = Comparison::new(&scene);
        let shapes = if options.fit {
            search(&scene, window, &prediction, &comparison, is_cancelled)?
        } else {
            network_alone(&prediction, &scene.view, window)
        };
        let explained = explain_all(&shapes, &comparison);
        let explains = |explanation: &Explanation| {
            let is_seen =
                explanation.silhouette_iou > MIN_OVERLAP && explanation.score() > MIN_SCORE;
            !options.fit || is_seen
        };
        let best = explained.first().map(|best| best.explanation);
        if !best.as_ref().is_some_and(explains) {
            let score = best.map_or(0.0, |best| best.score());
            return Err(ReconstructError::NotExplained { score });
        }
        let mut likely = ranked_by_kind(explained, &prediction);
        likely.retain(|shape| explains(&shape.explanation));
        let candidates = choose(likely, options.candidates);
        let confidence = candidates.first().map_or(0.0, |first| first.score);
        Ok(Reconstruction {
            candidates,
            confidence,
            view: View::paper_sized(picture.width, picture.height),
            millis: StageMillis {
                find,
                network,
                fit: clock.lap(),
            },
        })
    }

    /// Shows the network the object.
    fn locate(&self, scene: &Scene, window: Window) -> LocatorPrediction {
        let input = LocatorInput {
            luma: scene.crop(window, INPUT_SIZE).luma,
            center: window.center.to_array(),
            half_side: window.half_height,
        };
        self.locator.predict(&[input], &self.device).swap_remove(0)
    }
}
