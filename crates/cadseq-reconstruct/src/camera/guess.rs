//! A short list of cameras, by the evidence of competing models.
//!
//! Each model is fitted; its *evidence* is the probability of what is seen under the model, averaged
//! over the model's free parameters (Laplace: the best state's, times the volume of the states that
//! are as good, as a share of all states). A model without free parameters, like the isometric
//! camera, so wins where it explains the picture about as well as any other.

use cadseq_render::Projection;
use glam::{DMat3, DVec3};
use std::f64::consts::{PI, TAU};

use super::agreement::{axis_error_deg, rotation_error_deg};
use super::fit::{Fitted, fit, pinned};
use super::likelihood::{Axes, Evidence, State};
use super::normals::Directions;
use super::segments::Lines;
use super::starts::starts;
use super::{Framing, frame};

/// Most guesses.
pub const MAX_GUESSES: usize = 4;
/// Angles of view over the picture's longer side that a fit starts from, in degrees.
const START_ANGLES_DEG: [f64; 3] = [15.0, 35.0, 65.0];
/// Lenses when nothing is known: the angle of view over the picture's longer side, in degrees, and
/// the deviation of the focal length's logarithm.
const USUAL_ANGLE_DEG: f64 = 42.0;
const USUAL_DEVIATION: f64 = 0.7;
/// The paper's vertical angle of view in degrees.
const PAPER_ANGLE_DEG: f64 = 60.0;
/// How probable models are beforehand.
const PERSPECTIVE: f64 = 0.5;
const ORTHOGRAPHIC: f64 = 0.2;
const ISOMETRIC: f64 = 0.2;
const PAPER: f64 = 0.1;
/// How probable a turned part is beforehand.
const TURNED: f64 = 0.2;
/// States that no picture tells apart: rotations up to the 24 turns of the cube, axes up to a sign.
const VOLUME_OF_ROTATIONS: f64 = 8.0 * PI * PI / 24.0;
const VOLUME_OF_AXES: f64 = TAU;
/// Starts from normals, for parts with three axes and with one.
const STARTS_OF_THREE: usize = 3;
const STARTS_OF_ONE: usize = 2;
/// Guesses closer than this in rotation (degrees) and focal length (logarithm) are one.
const SAME_ROTATION_DEG: f64 = 1.0;
const SAME_LOG_FOCAL: f64 = 0.15;

/// What is known of the lens, from EXIF or a user.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lens {
    /// Focal length in pixels of the picture.
    pub focal_px: f64,
    /// Deviation of its logarithm: .05 for EXIF, which rounds and ignores focusing.
    pub sigma_log: f64,
}

impl Lens {
    /// The lens of a vertical angle of view, for a picture of this height in pixels.
    pub fn from_vertical_fov_deg(fov_deg: f64, height_px: usize, sigma_log: f64) -> Self {
        Self {
            focal_px: focal_of_angle(fov_deg, height_px as f64 / 2.0),
            sigma_log,
        }
    }
}

/// What kind of camera a guess is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CameraModel {
    /// The paper's camera, as far as its direction and lens go.
    Paper,
    /// Exactly isometric, parallel projection.
    Isometric,
    /// Parallel projection from any direction.
    Orthographic,
    /// Perspective with any lens from any direction.
    Perspective,
}

/// A camera that explains what is seen: all but the position and the scale of the part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CameraGuess {
    /// Rows: picture right, picture down, viewing direction; columns: the part's axes as SPEC
    /// section 8 names them.
    pub camera_from_part: DMat3,
    /// Perspective or parallel.
    pub projection: Projection,
    /// Vertical angle of view in degrees, of a perspective camera.
    pub vertical_fov_deg: Option<f64>,
    /// Standard deviation of the rotation, the root mean square over its free directions, in degrees.
    pub sigma_rotation_deg: f64,
    /// Standard deviation of the logarithm of the focal length; 0 where it is given or there is none.
    pub sigma_log_focal: f64,
    /// For a turned part, the index of its axis: the rotation about it was chosen, not seen.
    pub free_axis: Option<usize>,
    /// Negative logarithm of the evidence, up to a constant of the picture; differences are what
    /// counts.
    pub cost: f64,
    /// What kind of camera it is.
    pub model: CameraModel,
}

impl CameraModel {
    /// Its name in words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Isometric => "isometric",
            Self::Orthographic => "orthographic",
            Self::Perspective => "perspective",
        }
    }
}

/// The most probable cameras, best first, at most [`MAX_GUESSES`], of a part with these normals and
/// lines. With a known `lens` only perspective cameras are considered.
pub fn guess_cameras(
    directions: &Directions,
    lines: &Lines,
    framing: Framing,
    lens: Option<Lens>,
) -> Vec<CameraGuess> {
    let usual = focal_of_angle(USUAL_ANGLE_DEG, framing.half_length());
    let evidence = Evidence {
        lines,
        directions,
        framing,
        log_focal: lens.map_or((libm::log(usual), USUAL_DEVIATION), |lens| {
            (libm::log(lens.focal_px), lens.sigma_log)
        }),
    };
    let focals: Vec<f64> = lens.map_or_else(
        || {
            START_ANGLES_DEG
                .map(|angle| focal_of_angle(angle, framing.half_length()))
                .to_vec()
        },
        |lens| vec![lens.focal_px],
    );
    let mut guesses = Vec::new();
    for (axes, count) in [(Axes::Three, STARTS_OF_THREE), (Axes::One, STARTS_OF_ONE)] {
        for start in starts(&evidence, axes, count) {
            let fits = focals.iter().map(|focal| 1.0 / focal);
            let parallel = lens.is_none().then_some(0.0);
            for inverse_focal in fits.chain(parallel) {
                let turn = frame::picture_from_crop(framing.crop_offset(), inverse_focal);
                let state = State {
                    rotation: turn * start,
                    inverse_focal,
                };
                let fitted = fit(&evidence, state, axes);
                let model = if inverse_focal == 0.0 {
                    CameraModel::Orthographic
                } else {
                    CameraModel::Perspective
                };
                guesses.push(free_guess(&evidence, &fitted, axes, model));
            }
        }
        if lens.is_none() {
            guesses.push(fixed_guess(&evidence, axes, CameraModel::Isometric));
            guesses.push(fixed_guess(&evidence, axes, CameraModel::Paper));
        }
    }
    shortlist(guesses)
}

/// The guess of a fitted model.
fn free_guess(evidence: &Evidence, fitted: &Fitted, axes: Axes, model: CameraModel) -> CameraGuess {
    let state = &fitted.state;
    let matrix = pinned(&fitted.assessment.normal_matrix, state, axes);
    let is_perspective = state.inverse_focal > 0.0;
    let (rotations, volume) = match axes {
        Axes::Three => (3.0, VOLUME_OF_ROTATIONS),
        Axes::One => (2.0, VOLUME_OF_AXES),
    };
    let dimensions = rotations + f64::from(is_perspective);
    let occam = 0.5 * libm::log(matrix.determinant().max(1e-12))
        - 0.5 * dimensions * libm::log(TAU)
        + libm::log(volume);
    let inverse = matrix.inverse();
    let mut variance = inverse.x_axis.x + inverse.y_axis.y + inverse.z_axis.z;
    if axes == Axes::One {
        // The turn about the axis is pinned, not known.
        let axis = state.rotation.z_axis.extend(0.0);
        variance -= axis.dot(inverse * axis);
    }
    CameraGuess {
        sigma_rotation_deg: (variance.max(0.0) / rotations).sqrt().to_degrees(),
        sigma_log_focal: if is_perspective {
            inverse.w_axis.w.max(0.0).sqrt()
        } else {
            0.0
        },
        cost: fitted.assessment.cost + occam - prior(axes, model),
        ..guess_of(evidence, state, axes, model)
    }
}

/// The guess of a model without free parameters.
fn fixed_guess(evidence: &Evidence, axes: Axes, model: CameraModel) -> CameraGuess {
    let inverse_focal = match model {
        CameraModel::Paper => {
            1.0 / focal_of_angle(PAPER_ANGLE_DEG, evidence.framing.height as f64 / 2.0)
        }
        _ => 0.0,
    };
    let isometric = frame::isometric_rotation();
    // A turned part may lie along any of the axes.
    let thirds: u8 = match axes {
        Axes::Three => 1,
        Axes::One => 3,
    };
    let (cost, state) = (0..thirds)
        .map(|shift| {
            let columns: [DVec3; 3] =
                std::array::from_fn(|index| isometric.col((index + usize::from(shift)) % 3));
            let rotation = DMat3::from_cols_array_2d(&columns.map(|column| column.to_array()));
            let state = State {
                rotation,
                inverse_focal,
            };
            let assessment = evidence.assess(&state, axes, 0.0);
            // The prior of the lens is that of free lenses.
            (assessment.cost - lens_cost(evidence, inverse_focal), state)
        })
        .min_by(|a, b| a.0.total_cmp(&b.0))
        .expect("one state at least");
    CameraGuess {
        cost: cost + libm::log(f64::from(thirds)) - prior(axes, model),
        ..guess_of(evidence, &state, axes, model)
    }
}

/// What [`Evidence::assess`] adds for a free lens.
fn lens_cost(evidence: &Evidence, inverse_focal: f64) -> f64 {
    if inverse_focal == 0.0 {
        return 0.0;
    }
    let (mean, deviation) = evidence.log_focal;
    let standardized = (libm::log(inverse_focal) + mean) / deviation;
    0.5 * standardized * standardized + libm::log(deviation * TAU.sqrt())
}

/// The logarithm of a model's prior probability.
fn prior(axes: Axes, model: CameraModel) -> f64 {
    let of_model = match model {
        CameraModel::Paper => PAPER,
        CameraModel::Isometric => ISOMETRIC,
        CameraModel::Orthographic => ORTHOGRAPHIC,
        CameraModel::Perspective => PERSPECTIVE,
    };
    let of_axes = match axes {
        Axes::Three => 1.0 - TURNED,
        Axes::One => TURNED,
    };
    libm::log(of_model * of_axes)
}

/// The guess of a state, with the axes named and without uncertainty and cost.
fn guess_of(evidence: &Evidence, state: &State, axes: Axes, model: CameraModel) -> CameraGuess {
    let framing = &evidence.framing;
    let ray = (framing.crop_offset() * state.inverse_focal)
        .extend(1.0)
        .normalize();
    let rotation = match axes {
        Axes::Three => state.rotation,
        Axes::One => frame::about_axis(state.rotation.z_axis, ray),
    };
    let (camera_from_part, new_index) = frame::named(rotation, ray);
    let half_angle = libm::atan(framing.height as f64 / 2.0 * state.inverse_focal);
    let is_perspective = state.inverse_focal > 0.0;
    CameraGuess {
        camera_from_part,
        projection: if is_perspective {
            Projection::Perspective
        } else {
            Projection::Orthographic
        },
        vertical_fov_deg: is_perspective.then(|| 2.0 * half_angle.to_degrees()),
        sigma_rotation_deg: 0.0,
        sigma_log_focal: 0.0,
        free_axis: (axes == Axes::One).then(|| new_index[2]),
        cost: 0.0,
        model,
    }
}

/// The focal length in pixels of an angle of view over twice `half_length_px`.
fn focal_of_angle(angle_deg: f64, half_length_px: f64) -> f64 {
    half_length_px / libm::tan((angle_deg / 2.0).to_radians())
}

/// The best guesses, one of each kind.
fn shortlist(mut guesses: Vec<CameraGuess>) -> Vec<CameraGuess> {
    guesses.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    let mut best: Vec<CameraGuess> = Vec::new();
    for guess in guesses {
        if best.len() < MAX_GUESSES && best.iter().all(|other| !is_same(&guess, other)) {
            best.push(guess);
        }
    }
    best
}

/// Whether two guesses are the same camera but for details.
fn is_same(one: &CameraGuess, other: &CameraGuess) -> bool {
    let (a, b) = (one.camera_from_part, other.camera_from_part);
    let close = match (one.free_axis, other.free_axis) {
        (None, None) => rotation_error_deg(a, b) < SAME_ROTATION_DEG,
        (Some(i), Some(j)) => axis_error_deg(a.col(i), b.col(j)) < SAME_ROTATION_DEG,
        _ => false,
    };
    let same_lens = match (one.vertical_fov_deg, other.vertical_fov_deg) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            let tangent = |fov_deg: f64| libm::tan((fov_deg / 2.0).to_radians());
            libm::log(tangent(a) / tangent(b)).abs() < SAME_LOG_FOCAL
        }
        _ => false,
    };
    close && same_lens
}
