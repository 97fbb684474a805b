//! All numbers of a stack and its camera fitted together to the edges that are seen (damped Gauss-Newton).

mod equations;
mod evidence;
mod gradients;
mod marks;

use cadseq_model::Maps;
use cadseq_render::Projection;
use cadseq_solid::Mesh;
use glam::DVec3;

use self::equations::Equations;
use self::evidence::find;
pub(super) use self::gradients::Gradients;
use self::marks::{Mark, marks};
use super::judge::mesh_of;
use super::numbers::{Kind, Numbers};
use super::placed::Placed;
use super::sketches::Stacked;
use crate::camera::turned as turned_rotation;

/// How far a fit looks for edges, in pixels of the maps, step by step; after an edit, the last of them are enough.
pub(super) const REACHES: [f64; 8] = [7.0, 6.0, 5.0, 4.0, 3.5, 3.0, 2.5, 2.5];

/// An offset of this size, in pixels, counts half.
const ROBUST_PX: f64 = 1.5;

/// Deviations of the camera from its guess: rotation in radians, logarithm of the focal length.
const ROTATION_SIGMA: f64 = 0.05;
const FOCAL_SIGMA: f64 = 0.15;

/// The same of one that is known exactly.
const EXACT_SIGMA: f64 = 5e-4;

/// Deviations of a number from its proposal in model units, a bulge's in itself.
pub(super) const LENGTH_SIGMA: f64 = 0.6;
const BULGE_SIGMA: f64 = 0.15;

/// How far edges lie from a picture's where they are right, in its pixels, and what a mark far off counts.
const MISFIT_PX: f64 = 1.0;
const MOST_MISFIT: f64 = 4.5;

/// How far a mark is off where it is right, in pixels: neighbours see the same edge, so that one tells less than it seems.
const MARK_PX: f64 = 1.5;

/// Weight of what is known exactly.
const PINNED: f64 = 1e6;

/// Longest steps of a number, in its unit, and of the camera.
const MAX_STEP: f64 = 0.8;
const MAX_TURN: f64 = 0.1;

/// How far numbers are moved to see what depends on them.
const DIFFERENCE: f64 = 1e-4;

/// A camera's rotation vector and the logarithm of its focal length.
type Turn = [f64; 4];

/// What shows where edges are.
#[derive(Clone, Copy)]
pub(super) enum Evidence<'a> {
    /// The network's maps.
    Maps(&'a Maps),
    /// The picture.
    Picture(&'a Gradients<'a>),
}

impl Evidence<'_> {
    fn find(self, mark: &Mark, reach: f64) -> Option<(f64, f64)> {
        match self {
            Self::Maps(maps) => find(maps, mark, reach),
            Self::Picture(gradients) => gradients.find(mark, reach),
        }
    }
}

/// How badly the edges of a part lie on a picture's.
#[derive(Debug, Clone, Copy)]
pub(super) struct Misfit {
    /// Half the squares of how far marks are off, in [`MISFIT_PX`], each at most [`MOST_MISFIT`], which is also that of a mark
    /// without an edge.
    pub sum: f64,
    /// How many marks.
    pub marks: usize,
}

/// How badly the edges of a part lie on a picture's.
pub(super) fn misfit(
    stacked: &Stacked,
    mesh: &Mesh,
    placed: &Placed,
    gradients: &Gradients,
) -> Misfit {
    let reach = gradients.reaches()[0];
    let marks = marks(stacked, mesh, &placed.view);
    let sum = marks
        .iter()
        .map(|mark| match gradients.find(mark, reach) {
            Some((offset, _)) => {
                (0.5 * (offset / MISFIT_PX) * (offset / MISFIT_PX)).min(MOST_MISFIT)
            }
            None => MOST_MISFIT,
        })
        .sum();
    Misfit {
        sum,
        marks: marks.len(),
    }
}

/// A fit on its way.
struct Fit<'a> {
    start: &'a Stacked,
    numbers: Numbers,
    /// The numbers now.
    values: Vec<f64>,
    /// The camera now, and its turn since the guess.
    placed: Placed,
    turn: Turn,
    /// How many entries of a turn are free: a parallel projection has no focal length.
    turns: usize,
}

/// Fits a stack and its camera to what is seen; `None` where the stack does not build on the way.
pub(super) fn fit(
    stacked: &Stacked,
    placed: &Placed,
    evidence: Evidence<'_>,
    reaches: &[f64],
) -> Option<(Stacked, Placed)> {
    let mut fit = Fit::new(stacked, placed);
    for &reach in reaches {
        fit.step(evidence, reach)?;
    }
    Some((fit.stacked(&fit.values), fit.placed))
}

/// Standard deviations of the numbers of a stack that was fitted to a picture, in their units, beside a common shift, which no
/// picture shows; of a number that nothing shows, about [`LENGTH_SIGMA`].
pub(super) fn deviations(
    stacked: &Stacked,
    placed: &Placed,
    gradients: &Gradients,
) -> Option<Vec<f64>> {
    let fit = Fit::new(stacked, placed);
    let count = fit.values.len();
    let evidence = Evidence::Picture(gradients);
    let mut equations = fit.equations(evidence, gradients.reaches()[0], MARK_PX.powi(-2))?;
    let is_seen = |at: usize| equations.weight(at) > 2.0 / (LENGTH_SIGMA * LENGTH_SIGMA);
    for row in fit.numbers.means(is_seen) {
        equations.add(&row, 0.0, PINNED);
    }
    let mut deviations = equations.deviations()?;
    deviations.truncate(count);
    Some(deviations)
}

impl<'a> Fit<'a> {
    fn new(stacked: &'a Stacked, placed: &Placed) -> Self {
        let numbers = Numbers::of(stacked);
        Self {
            start: stacked,
            values: numbers.values.clone(),
            numbers,
            placed: *placed,
            turn: [0.0; 4],
            turns: match placed.view.camera.projection {
                Projection::Perspective => 4,
                Projection::Orthographic => 3,
            },
        }
    }

    fn stacked(&self, values: &[f64]) -> Stacked {
        self.numbers.put(self.start, values)
    }

    /// What edges within reach, each with this weight, and proposals say of the numbers and the camera.
    fn equations(&self, evidence: Evidence<'_>, reach: f64, weight: f64) -> Option<Equations> {
        let now = self.stacked(&self.values);
        let marks = marks(&now, &mesh_of(&now.program().ok()?)?, &self.placed.view);
        let moved = self.moved();
        let turned: Vec<Placed> = (0..self.turns)
            .map(|index| {
                let mut turn = [0.0; 4];
                turn[index] = DIFFERENCE;
                turned(&self.placed, turn)
            })
            .collect();
        let mut equations = Equations::new(self.values.len() + self.turns);
        for mark in &marks {
            let Some((offset, trust)) = evidence.find(mark, reach) else {
                continue;
            };
            let row = self.derivatives(mark, &now, &moved, &turned);
            let trust = trust / (1.0 + (offset / ROBUST_PX) * (offset / ROBUST_PX));
            equations.add(&row, offset, weight * trust);
        }
        self.believe(&mut equations);
        Some(equations)
    }

    /// One step of Gauss-Newton.
    fn step(&mut self, evidence: Evidence<'_>, reach: f64) -> Option<()> {
        let step = self.equations(evidence, reach, 1.0)?.solved()?;
        let (numbers, camera) = step.split_at(self.values.len());
        for (value, step) in self.values.iter_mut().zip(numbers) {
            *value += step.clamp(-MAX_STEP, MAX_STEP);
        }
        let mut turn = [0.0; 4];
        for (index, step) in camera.iter().enumerate() {
            turn[index] = step.clamp(-MAX_TURN, MAX_TURN);
            self.turn[index] += turn[index];
        }
        self.placed = self::turned(&self.placed, turn);
        Some(())
    }

    /// The stack with each number moved a little.
    fn moved(&self) -> Vec<Stacked> {
        (0..self.values.len())
            .map(|index| {
                let mut values = self.values.clone();
                values[index] += DIFFERENCE;
                self.stacked(&values)
            })
            .collect()
    }

    /// How far a mark moves across its edge, in pixels, for each unit of every number and turn.
    fn derivatives(
        &self,
        mark: &Mark,
        now: &Stacked,
        moved: &[Stacked],
        turned: &[Placed],
    ) -> Vec<f64> {
        let world = mark.anchor.at(now);
        let before = self.placed.view.project(world).unwrap_or(mark.pixel);
        let across = |placed: &Placed, world: DVec3| {
            let pixel = placed.view.project(world).unwrap_or(before);
            (pixel - before).dot(mark.across) / DIFFERENCE
        };
        let of_numbers = moved
            .iter()
            .map(|moved| across(&self.placed, mark.anchor.at(moved)));
        let of_turns = turned.iter().map(|turned| across(turned, world));
        of_numbers.chain(of_turns).collect()
    }

    /// Adds that numbers and camera are where they were proposed, about.
    fn believe(&self, equations: &mut Equations) {
        let numbers = self.numbers.values.iter().zip(&self.values);
        for (at, ((start, value), kind)) in numbers.zip(&self.numbers.kinds).enumerate() {
            let sigma = match kind {
                Kind::Bulge => BULGE_SIGMA,
                Kind::X | Kind::Y | Kind::Height | Kind::Radius => LENGTH_SIGMA,
            };
            equations.expect(at, start - value, sigma);
        }
        let sigmas = if self.placed.is_exact {
            [EXACT_SIGMA; 4]
        } else {
            [ROTATION_SIGMA, ROTATION_SIGMA, ROTATION_SIGMA, FOCAL_SIGMA]
        };
        for (index, (turn, sigma)) in self.turn.iter().zip(sigmas).enumerate().take(self.turns) {
            equations.expect(self.values.len() + index, -turn, sigma);
        }
    }
}

/// The camera turned by a rotation vector about the part's origin, with another focal length: the window becomes as
/// much narrower as the camera stands off.
fn turned(placed: &Placed, [x, y, z, log_focal]: Turn) -> Placed {
    let mut turned = *placed;
    let camera = &mut turned.view.camera;
    // The origin keeps its place in the picture.
    let origin = camera.to_camera(DVec3::ZERO);
    camera.camera_from_world = turned_rotation(camera.camera_from_world, DVec3::new(x, y, z));
    let scale = libm::exp(log_focal);
    let mut distance = origin;
    if camera.projection == Projection::Perspective {
        turned.view.window.half_height /= scale;
        turned.view.window.center /= scale;
        distance = DVec3::new(origin.x, origin.y, origin.z * scale);
        turned.depth *= scale;
    }
    camera.position = -(camera.camera_from_world.transpose() * distance);
    turned.part_from_crop = camera.camera_from_world.transpose()
        * placed.view.camera.camera_from_world
        * placed.part_from_crop;
    turned
}
