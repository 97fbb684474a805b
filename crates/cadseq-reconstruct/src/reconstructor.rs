//! The whole way from a picture to candidates.

use std::time::Instant;

use cadseq_model::{
    Device, INPUT_SIZE, Label, Locator, LocatorConfig, LocatorInput, LocatorPrediction, MAP_SIZE,
    WeightsError, from_safetensors,
};
use cadseq_program::{
    CanonicalOptions, MatrixConfig, Plane, Program, are_equivalent, canonical, equivalents, quantized,
};
use cadseq_render::{Picture, View, Window};
use cadseq_solid::Prism;
use thiserror::Error;

use crate::edges::{LabelEdges, PictureEdges};
use crate::explain::{Explained, explain};
use crate::find::{Scene, find};
use crate::fit::{fit, measure};
use crate::proposal::propose;
use crate::shape::{Profile, Shape};

/// The weights that are part of the program.
const BUILT_IN_WEIGHTS: &[u8] = include_bytes!("../../../weights/locator.safetensors");

/// Proposals that are fitted to the network's labels.
const SEMIFINALISTS: usize = 12;

/// Coarse fits that go on to the picture's own edges.
const FINALISTS: usize = 4;

/// Programs that differ by less than this (model units, degrees) count as one candidate.
const SAME_PROGRAM: f64 = 0.15;

/// Below this score nothing is said to explain the picture.
const LEAST_SCORE: f64 = 0.12;

/// A curve whose middle is nearer than this to its chord, in pixels, counts as straight.
const STRAIGHT_PX: f64 = 0.35;

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
    /// The same program on the 256 levels of the feature matrix; as fitted where it leaves their
    /// range.
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
    /// The border is not plain.
    #[error("the background is not plain; use a picture of one part, not cut off, on a plain light ground")]
    BusyBackground,
    /// Something is there, but no program of this version explains it.
    #[error("the picture shows something that one sketch and one extrude do not explain (best score {score:.2}); use a picture of one extruded part from the standard camera")]
    NotExplained {
        /// The best candidate's score.
        score: f64,
    },
}

/// Turns pictures into programs.
pub struct Reconstructor {
    locator: Locator,
    device: Device,
}

impl Reconstructor {
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
        let locator = from_safetensors(bytes, &LocatorConfig::new(), &device)?.folded();
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
        let mut clock = Clock::start();
        let scene = find(picture)?;
        let window = scene.window();
        let find = clock.lap();
        let prediction = self.locate(&scene, window);
        let network = clock.lap();
        let shapes = propose(&prediction, &scene.view, window);
        let shapes =
            if options.fit { fit_all(shapes, &scene, window, &prediction) } else { shapes };
        let explained = explain_all(&shapes, &scene);
        let best = explained.first().map_or(0.0, |first| first.explanation.score());
        if explained.is_empty() || (options.fit && best < LEAST_SCORE) {
            return Err(ReconstructError::NotExplained { score: best });
        }
        let candidates = choose(explained, options.candidates);
        Ok(Reconstruction {
            candidates,
            confidence: best,
            view: View::paper_sized(picture.width, picture.height),
            millis: StageMillis { find, network, fit: clock.lap() },
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

/// Fits all proposals to the network's labels, the best of them to the picture's edges.
fn fit_all(
    shapes: Vec<Shape>,
    scene: &Scene,
    window: Window,
    prediction: &LocatorPrediction,
) -> Vec<Shape> {
    let view = &scene.view;
    let labels = LabelEdges::new(scene, window, prediction);
    let cell = labels.cell();
    let coarse = [10.0, 8.0, 6.0, 5.0, 4.0, 3.0, 3.0].map(|cells| cells * cell);
    let quality = |shape: &Shape| measure(shape, view, &labels, 6.0 * cell).residual_px;
    let mut shapes: Vec<(f64, Shape)> =
        shapes.into_iter().map(|shape| (quality(&shape), shape)).collect();
    shapes.sort_by(|a, b| a.0.total_cmp(&b.0));
    shapes.truncate(SEMIFINALISTS);
    let mut fitted: Vec<(f64, Shape)> = shapes
        .into_iter()
        .map(|(_, shape)| {
            let shape = fit(shape, view, &labels, &coarse);
            (quality(&shape), shape)
        })
        .collect();
    fitted.sort_by(|a, b| a.0.total_cmp(&b.0));
    fitted.truncate(FINALISTS);
    let cap_luma = cap_luma(scene, window, prediction);
    let rough = PictureEdges::new(scene, 1.5, cap_luma);
    let fine = PictureEdges::new(scene, 0.7, cap_luma);
    let far = (1.8 * cell).clamp(4.0, 16.0);
    let middle = (far * 0.5).max(3.0);
    fitted
        .into_iter()
        .map(|(_, shape)| {
            let shape = fit(shape, view, &rough, &[far, far, far, middle, middle, middle]);
            let shape = fit(shape, view, &fine, &[3.0, 3.0, 2.5, 2.0, 2.0]);
            let straight = straightened(shape, view);
            if straight == shape { shape } else { fit(straight, view, &fine, &[2.5, 2.0, 2.0, 2.0]) }
        })
        .collect()
}

/// The shape with nearly straight curves made straight.
fn straightened(shape: Shape, view: &View) -> Shape {
    let Profile::Loop { corners, mut bulges, mut bends } = shape.profile else { return shape };
    for curve in 0..3 {
        let at = |t: f64| view.project(shape.world(curve, t, 0.0));
        let (Some(start), Some(middle), Some(end)) = (at(0.0), at(0.5), at(1.0)) else { continue };
        let chord = end - start;
        let sagitta = chord.perp_dot(middle - start).abs() / chord.length().max(1e-9);
        if sagitta < STRAIGHT_PX {
            (bulges[curve], bends[curve]) = (0.0, false);
        }
    }
    Shape { profile: Profile::Loop { corners, bulges, bends }, ..shape }
}

/// The grey value of the cap: the mean over the cells that the network is sure of.
fn cap_luma(scene: &Scene, window: Window, prediction: &LocatorPrediction) -> Option<f64> {
    let picture = scene.crop(window, MAP_SIZE);
    let (mut sum, mut count) = (0.0, 0);
    for cell in 0..MAP_SIZE * MAP_SIZE {
        let p: f32 = Plane::ALL.iter().map(|&plane| prediction.label(Label::Cap(plane))[cell]).sum();
        if p > 0.95 {
            sum += f64::from(picture.luma[cell]);
            count += 1;
        }
    }
    (count >= 8).then(|| sum / f64::from(count))
}

/// Builds and compares all shapes, the best first.
fn explain_all(shapes: &[Shape], scene: &Scene) -> Vec<Explained> {
    let mut explained: Vec<Explained> = shapes
        .iter()
        .filter_map(|shape| {
            let (program, prism) = shape.program()?;
            let explanation = explain(&prism, scene);
            Some(Explained { program, prism, explanation })
        })
        .collect();
    explained.sort_by(|a, b| b.explanation.score().total_cmp(&a.explanation.score()));
    explained
}

/// The best candidates that are not the same, each followed by its twins with the same picture.
fn choose(explained: Vec<Explained>, count: usize) -> Vec<Candidate> {
    let options = CanonicalOptions::default();
    let alone = CanonicalOptions { camera_world: None, ..options };
    let mut candidates: Vec<Candidate> = Vec::new();
    for Explained { program, explanation, .. } in explained {
        let first = canonical(&program, &options);
        let known = candidates
            .iter()
            .any(|other| are_equivalent(&other.program, &first, SAME_PROGRAM, &options));
        if known {
            continue;
        }
        let mut members = vec![first.clone()];
        for twin in equivalents(&first, &options) {
            let twin = canonical(&twin, &alone);
            if !members.iter().any(|member| are_equivalent(member, &twin, 1e-6, &alone)) {
                members.push(twin);
            }
        }
        let score = explanation.score();
        candidates.extend(members.into_iter().filter_map(|program| candidate(program, score)));
        if candidates.len() >= count {
            break;
        }
    }
    candidates.truncate(count.max(1));
    candidates
}

fn candidate(program: Program, score: f64) -> Option<Candidate> {
    let prism = Prism::from_program(&program).ok()?;
    let quantized = quantized(&program, &MatrixConfig::paper()).unwrap_or_else(|_| program.clone());
    Some(Candidate { program, quantized, prism, score })
}

/// Laps in milliseconds.
struct Clock(Instant);

impl Clock {
    fn start() -> Self {
        Self(Instant::now())
    }

    fn lap(&mut self) -> f64 {
        let millis = self.0.elapsed().as_secs_f64() * 1e3;
        self.0 = Instant::now();
        millis
    }
}
