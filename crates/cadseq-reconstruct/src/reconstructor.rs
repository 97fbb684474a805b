//! The whole way from a picture to candidates.

use std::time::Instant;

use cadseq_model::{
    Device, INPUT_SIZE, Label, Locator, LocatorConfig, LocatorInput, LocatorPrediction, MAP_SIZE,
    Sequence, WeightsError, from_safetensors,
};
use cadseq_program::{
    CanonicalOptions, Circle, Curve, MatrixConfig, Plane, Program, are_equivalent, canonical, equivalents, quantized,
};
use cadseq_render::{Picture, View, Window};
use cadseq_solid::{Outline, Prism};
use glam::DVec2;
use rayon::prelude::*;
use thiserror::Error;

use crate::edges::{LabelEdges, PictureEdges};
use crate::explain::{Comparison, Explained};
use crate::find::{Scene, find};
use crate::fit::{fit, measure};
use crate::photometric::{cost, refine};
use crate::recut::recut;
use crate::proposal::{network_alone, propose};
use crate::shape::{Profile, Shape};

/// The weights that are part of the program.
const BUILT_IN_WEIGHTS: &[u8] = include_bytes!("../../../weights/locator.safetensors");

/// Proposals of one direction that are fitted to the network's labels if it is sure of their plane,
/// beside the three of any plane.
const SEMIFINALISTS_OF_SURE_PLANE: f64 = 9.0;

/// Shapes of less depth, in model units, are tried with others.
const FLAT: f64 = 0.8;

/// Coarse fits that go on to the picture's own edges.
const FINALISTS: usize = 6;

/// Programs that differ by less than this (model units, degrees) count as one candidate.
const SAME_PROGRAM: f64 = 0.15;

/// Below this score nothing is said to explain the picture.
const LEAST_SCORE: f64 = 0.12;

/// Fits to the picture's edges that are refined against its grey values.
const REFINED: usize = 3;

/// Ways in which a fitted loop's outline is cut again.
const RECUTS: usize = 3;

/// Most steps of a refinement.
const REFINEMENTS: usize = 6;

/// A curve whose middle is nearer than this to its chord, in pixels, is tried as a line.
const MAYBE_STRAIGHT_PX: f64 = 2.5;

/// A curve that is nearer than this is a line.
const STRAIGHT_PX: f64 = 0.3;

/// By how much the mean distance of the edges may grow when a curve is made straight, in pixels.
const STRAIGHT_COST_PX: f64 = 0.02;

/// How far the last fits to the picture's edges look, in pixels, step by step.
const FINE_REACHES_PX: [f64; 14] =
    [5.0, 5.0, 5.0, 5.0, 4.0, 4.0, 4.0, 3.0, 3.0, 3.0, 2.5, 2.0, 2.0, 1.5];

/// Largest length of the paper's feature matrix, in model units.
const RANGE: f64 = 10.0;

/// How much the network's belief in the kind of outline counts beside a score.
const KIND_WEIGHT: f64 = 0.2;

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
        let comparison = Comparison::new(&scene);
        let shapes = if options.fit {
            fit_all(&scene, window, &prediction, &comparison)
        } else {
            network_alone(&prediction, &scene.view, window)
        };
        let explained = explain_all(&shapes, &comparison);
        let best = explained.first().map_or(0.0, |first| first.explanation.score());
        if explained.is_empty() || (options.fit && best < LEAST_SCORE) {
            return Err(ReconstructError::NotExplained { score: best });
        }
        let candidates = choose(ranked_by_kind(explained, &prediction), options.candidates);
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
    scene: &Scene,
    window: Window,
    prediction: &LocatorPrediction,
    comparison: &Comparison,
) -> Vec<Shape> {
    let view = &scene.view;
    let cap_luma = cap_luma(scene, window, prediction);
    let rough = PictureEdges::new(scene, 1.5, cap_luma);
    let fine = PictureEdges::new(scene, 0.5, cap_luma);
    let labels = LabelEdges::new(scene, window, prediction);
    let cell = labels.cell();
    let proposals = propose(prediction, scene, window, &fine, &labels);
    let proposals = ranked(proposals, |shape| {
        -measure(shape, view, &labels, 6.0 * cell).residual_px
    });
    let coarse = [10.0, 8.0, 6.0, 5.0, 4.0, 3.0, 3.0].map(|cells| cells * cell);
    let score = |shape: &Shape| shape.program().map_or(0.0, |(_, prism)| comparison.explain(&prism).score());
    let semifinal = various(proposals, prediction.planes())
        .into_iter()
        .map(|shape| fit(shape, view, &labels, &coarse))
        .collect();
    let far = (1.8 * cell).clamp(4.0, 16.0);
    let middle = (far * 0.5).max(3.0);
    let finalists: Vec<Shape> = different(ranked(semifinal, score), FINALISTS)
        .into_iter()
        .flat_map(with_thicknesses)
        .map(|shape| {
            let shape = fit(shape, view, &rough, &[far, far, far, far, far, middle, middle, middle, middle]);
            straightened(fit(shape, view, &fine, &FINE_REACHES_PX), view, &fine)
        })
        .collect();
    let sharp = |shape: &Shape| -cost(shape, comparison).unwrap_or(f64::INFINITY);
    different(ranked(finalists, sharp), REFINED)
        .into_par_iter()
        .map(|shape| {
            let last = |shape: Shape| {
                let shape = fit(shape, view, &fine, &FINE_REACHES_PX);
                straightened(shape, view, &fine)
            };
            let mut all = vec![shape];
            all.extend(recut(&shape, view, &fine, RECUTS).into_iter().map(last));
            let best = ranked(all, sharp)[0];
            let refined = refine(best, comparison, REFINEMENTS).map(|refined| last(refined.shape));
            ranked([Some(best), refined].into_iter().flatten().collect(), sharp)[0]
        })
        .collect()
}

/// The shapes with the highest value first.
fn ranked(shapes: Vec<Shape>, value: impl Fn(&Shape) -> f64) -> Vec<Shape> {
    let mut valued: Vec<(f64, Shape)> =
        shapes.into_iter().map(|shape| (value(&shape), shape)).collect();
    valued.sort_by(|a, b| b.0.total_cmp(&a.0));
    valued.into_iter().map(|(_, shape)| shape).collect()
}

/// All circles, then the first shapes of each plane and direction, more of the likelier planes.
fn various(shapes: Vec<Shape>, planes: [f64; 3]) -> Vec<Shape> {
    let mut taken = [[0; 2]; 3];
    shapes
        .into_iter()
        .filter(|shape| {
            let plane = shape.plane.index();
            let group = &mut taken[plane][usize::from(shape.depth > 0.0)];
            let circle = matches!(shape.profile, Profile::Circle { .. });
            *group += usize::from(!circle);
            circle || (*group as f64) <= 3.0 + planes[plane] * SEMIFINALISTS_OF_SURE_PLANE
        })
        .collect()
}

/// A flat shape with other small depths: where its end faces nearly coincide, a fit can hang
/// between them.
fn with_thicknesses(shape: Shape) -> Vec<Shape> {
    let mut shapes = vec![shape];
    if shape.depth.abs() < FLAT {
        shapes.extend([-0.9, -0.35, 0.35, 0.9].map(|depth| Shape { depth, ..shape }));
    }
    shapes
}

/// The first `count` shapes that are not nearly the same as one before.
fn different(shapes: Vec<Shape>, count: usize) -> Vec<Shape> {
    let mut kept: Vec<Shape> = Vec::new();
    for shape in shapes {
        if kept.len() < count && !kept.iter().any(|other| other.is_near(&shape, SAME_PROGRAM)) {
            kept.push(shape);
        }
    }
    kept
}

/// The shape with all curves straight that may as well be, fitted again.
fn straightened(shape: Shape, view: &View, edges: &PictureEdges) -> Shape {
    let quality = |shape: &Shape| measure(shape, view, edges, 3.0).residual_px;
    let mut best = shape;
    loop {
        let Profile::Loop { corners, mut bulges, mut bends } = best.profile else { return best };
        let flattest = (0..3)
            .filter(|&curve| bends[curve])
            .map(|curve| (sagitta_px(&best, curve, view), curve))
            .min_by(|a, b| a.0.total_cmp(&b.0));
        let Some((sagitta, curve)) = flattest.filter(|flat| flat.0 < MAYBE_STRAIGHT_PX) else {
            return best;
        };
        (bulges[curve], bends[curve]) = (0.0, false);
        let straight = Shape { profile: Profile::Loop { corners, bulges, bends }, ..best };
        let straight = fit(straight, view, edges, &FINE_REACHES_PX);
        if sagitta > STRAIGHT_PX && quality(&straight) > quality(&best) + STRAIGHT_COST_PX {
            return best;
        }
        best = straight;
    }
}

/// How far the middle of a curve of the cap is from its chord, in pixels.
fn sagitta_px(shape: &Shape, curve: usize, view: &View) -> f64 {
    let at = |t: f64| view.project(shape.world(curve, t, 0.0));
    let (Some(start), Some(middle), Some(end)) = (at(0.0), at(0.5), at(1.0)) else {
        return f64::INFINITY;
    };
    let chord = end - start;
    chord.perp_dot(middle - start).abs() / chord.length().max(1e-9)
}

/// The grey value of the cap: the mean over the cells that the network is sure of.
fn cap_luma(scene: &Scene, window: Window, prediction: &LocatorPrediction) -> Option<f64> {
    let picture = scene.crop(window, MAP_SIZE);
    let (mut sum, mut count) = (0.0, 0);
    for cell in 0..MAP_SIZE * MAP_SIZE {
        let p: f32 = Plane::ALL.iter().map(|&plane| prediction.label(Label::Cap(plane))[cell]).sum();
        if p > 0.9 {
            sum += f64::from(picture.luma[cell]);
            count += 1;
        }
    }
    (count >= 5).then(|| sum / f64::from(count))
}

/// Builds and compares all shapes, the best first.
fn explain_all(shapes: &[Shape], comparison: &Comparison) -> Vec<Explained> {
    let mut explained: Vec<Explained> = shapes
        .iter()
        .filter_map(|shape| {
            let (program, prism) = shape.program()?;
            let explanation = comparison.explain(&prism);
            Some(Explained { program, prism, explanation })
        })
        .collect();
    explained.sort_by(|a, b| b.explanation.score().total_cmp(&a.explanation.score()));
    explained
}

/// The explained shapes with the best first, where the kind of outline that the network believes in
/// counts a little: three arcs can look like a circle.
fn ranked_by_kind(mut explained: Vec<Explained>, prediction: &LocatorPrediction) -> Vec<Explained> {
    let circle = f64::from(prediction.sequences[Sequence::Circle.index()]);
    let value = |explained: &Explained| {
        let is_circle = matches!(explained.prism.outline(), Outline::Circle { .. });
        let belief = if is_circle { circle } else { 1.0 - circle };
        explained.explanation.score() * (1.0 + KIND_WEIGHT * belief)
    };
    explained.sort_by(|a, b| value(b).total_cmp(&value(a)));
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
    let quantized =
        quantized(&within_range(&program), &MatrixConfig::paper()).unwrap_or_else(|_| program.clone());
    Some(Candidate { program, quantized, prism, score })
}

/// The program with all lengths clamped to the range of the feature matrix.
fn within_range(program: &Program) -> Program {
    let clamp = |point: DVec2| point.clamp(DVec2::splat(-RANGE), DVec2::splat(RANGE));
    let clamped = |curve: &Curve| match curve {
        Curve::Circle(circle) => Some(Curve::Circle(Circle {
            center: clamp(circle.center),
            radius: circle.radius.min(RANGE),
        })),
        Curve::Line(line) => Curve::from_end(clamp(line.start), clamp(line.end), None),
        Curve::Arc(arc) => Curve::from_end(clamp(arc.start), clamp(arc.end()), Some(arc.sweep_deg)),
    };
    program
        .as_single_extrude()
        .and_then(|(plane, curves, extrude)| {
            let curves = curves.iter().map(clamped).collect::<Option<Vec<_>>>()?;
            Program::prism(plane, curves, extrude.depth.clamp(-RANGE, RANGE)).ok()
        })
        .unwrap_or_else(|| program.clone())
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
impl Reconstructor {
    /// Temporary.
    #[allow(missing_docs, clippy::all, clippy::pedantic, clippy::print_stdout, clippy::unwrap_used)]
    pub fn debug(&self, picture: &Picture, truth: &Prism) {
        let scene = find(picture).unwrap();
        let window = scene.window();
        let prediction = self.locate(&scene, window);
        println!("planes {:.3?} seq {:.3?}", prediction.planes(), prediction.sequences);
        let cap = cap_luma(&scene, window, &prediction);
        let fine = PictureEdges::new(&scene, 0.7, cap);
        let labels = LabelEdges::new(&scene, window, &prediction);
        let shapes = propose(&prediction, &scene, window, &fine, &labels);
        println!("cap luma {cap:?} cell {:.1} proposals {}", labels.cell(), shapes.len());
        let mut q: Vec<_> = shapes.iter().map(|s| (measure(s, &scene.view, &labels, 6.0 * labels.cell()), s)).collect();
        q.sort_by(|a, b| a.0.residual_px.total_cmp(&b.0.residual_px));
        for (m, s) in q.iter().take(2) { println!("  prop {:.2} {:.2} {:.2?}", m.residual_px, m.support, s); }
        let cmp = Comparison::new(&scene);
        if let cadseq_solid::Outline::Loop(segs) = truth.outline() {
            let k = (0..3).min_by(|&a, &b| segs[a].start.length().total_cmp(&segs[b].start.length())).unwrap();
            let g = |i: usize| segs[(k + i) % 3];
            let t = Shape { plane: truth.plane(), depth: truth.depth(), profile: Profile::Loop { corners: [g(1).start, g(2).start], bulges: [0, 1, 2].map(|i| g(i).bend.map_or(0.0, |b| (b.sweep_rad / 4.0).tan())), bends: [0, 1, 2].map(|i| g(i).bend.is_some()) } };
            let m = measure(&t, &scene.view, &fine, 4.0);
            println!("  TRUTH {:.3} {:.2} {:.2?} {:.3?}", m.residual_px, m.support, t, cmp.explain(truth).score());
            let r = fit(t, &scene.view, &fine, &[3.0, 3.0, 2.5, 2.5, 2.0, 2.0, 2.0, 2.0]);
            let m = measure(&r, &scene.view, &fine, 4.0);
            println!("  TRUTHFIT {:.3} {:.2} {:.2?}", m.residual_px, m.support, r);
            for k in [crate::wire::EdgeKind::CapOverBackground, crate::wire::EdgeKind::CapOverSide, crate::wire::EdgeKind::Outer, crate::wire::EdgeKind::Crease] {
                let v: Vec<_> = crate::wire::marks(&t, &scene.view).into_iter().filter(|m| m.kind == k).map(|m| crate::edges::EdgeField::find(&fine, &m, 4.0).map_or(9.0, |f| f.offset)).collect();
                println!("     {k:?} n {} mean|.| {:.2} missing {} big {}", v.len(), v.iter().filter(|x| **x < 9.0).map(|x| x.abs()).sum::<f64>() / v.len().max(1) as f64, v.iter().filter(|x| **x == 9.0).count(), v.iter().filter(|x| x.abs() > 1.0 && **x < 9.0).count());
            }
        }
        let shapes = fit_all(&scene, window, &prediction, &cmp);
        if let Some(&first) = shapes.first() {
            let mut x = first;
            for k in 0..40 { x = fit(x, &scene.view, &fine, &[1.0]); if k % 8 == 7 { let m = measure(&x, &scene.view, &fine, 4.0); println!("   more {k} {:.3} {:.2?} cost {:.3?}", m.residual_px, x.profile, cost(&x, &cmp)); } }
            for m in crate::wire::marks(&first, &scene.view) {
                let f = crate::edges::EdgeField::find(&fine, &m, 2.0);
                println!("     mark {} {:.2} {:.2} {:?} px {:.0?} off {:.2?}", m.curve, m.t, m.fall, m.kind, m.pixel, f.map(|f| (f.offset, f.weight)));
            }
        }
        for s in shapes {
            let m = measure(&s, &scene.view, &fine, 4.0);
            let e = s.program().map(|(_, p)| cmp.explain(&p));
            println!("  fit {:.3} {:.2} {:.2?} {:.3?}", m.residual_px, m.support, s, e.map(|e| e.score()));
        }
    }
}
