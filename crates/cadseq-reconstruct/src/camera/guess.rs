//! A short list of cameras, by the evidence of competing models.
//!
//! Each model is fitted from several starts. A model without free parameters, like the isometric
//! camera, wins where it explains the picture about as well as any other.

use cadseq_render::{Photo, Projection};
use glam::DMat3;

use super::agreement::{axis_error_deg, rotation_error_deg};
use super::fit::{Fitted, approach, finish};
use super::likelihood::{Axes, Evidence, State};
use super::models::{fixed_guesses, free_guess};
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
/// Starts from normals and lines, for parts with three axes and with one.
const STARTS_OF_THREE: usize = 5;
const STARTS_OF_ONE: usize = 2;
/// How many fits of a model, of those that start well, are finished.
const FINALISTS: usize = 3;
/// Guesses closer than this in rotation (degrees) and focal length (logarithm) are one.
const SAME_ROTATION_DEG: f64 = 1.0;
const SAME_LOG_FOCAL: f64 = 0.15;

/// What is known of the lens, from EXIF or a user.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Lens {
    /// Focal length in pixels of the picture.
    pub focal_px: f64,
    /// Deviation of its logarithm.
    pub sigma_log: f64,
}

/// Deviations of a focal length's logarithm: of EXIF, which rounds and ignores focusing, and as a
/// person states it.
const EXIF_SIGMA_LOG: f64 = 0.05;
const STATED_SIGMA_LOG: f64 = 0.01;

impl Lens {
    /// Vertical angles of view between which one may be stated, in degrees.
    pub const FOV_DEG: [f64; 2] = [0.5, 170.0];

    /// The lens that a person states by the vertical angle of view of a picture of this height in pixels.
    pub fn stated(vertical_fov_deg: f64, height_px: usize) -> Self {
        Self {
            focal_px: focal_of_angle(vertical_fov_deg, height_px as f64 / 2.0),
            sigma_log: STATED_SIGMA_LOG,
        }
    }

    /// The lens of a photo: by the vertical angle of view that a person states, else by what the file says, if it does.
    pub fn known(stated_fov_deg: Option<f64>, photo: &Photo) -> Option<Self> {
        let stated = stated_fov_deg.map(|fov| Self::stated(fov, photo.picture.height()));
        stated.or_else(|| Self::of_photo(photo))
    }

    /// The lens that the file of a picture says, if it does.
    pub fn of_photo(photo: &Photo) -> Option<Self> {
        let lens = photo.lens?;
        Some(Self {
            focal_px: lens.focal_px(photo.picture.width(), photo.picture.height()),
            sigma_log: EXIF_SIGMA_LOG,
        })
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
    /// section 8 names them. Of a paper's or isometric camera, they are the axes that the part was made
    /// in; its own directions may be turned about one of them.
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
    /// The free one with a vertical angle of view, or without one the parallel one.
    pub(crate) fn of_lens(vertical_fov_deg: Option<f64>) -> Self {
        match vertical_fov_deg {
            Some(_) => Self::Perspective,
            None => Self::Orthographic,
        }
    }

    /// Its projection.
    pub(crate) const fn projection(self) -> Projection {
        match self {
            Self::Paper | Self::Perspective => Projection::Perspective,
            Self::Isometric | Self::Orthographic => Projection::Orthographic,
        }
    }

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
/// Without any normals there is nothing to start from: only cameras of known frames are left, and none
/// with a known lens.
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
    let candidates = directions.axis_candidates();
    let mut guesses = Vec::new();
    for (axes, count) in [(Axes::Three, STARTS_OF_THREE), (Axes::One, STARTS_OF_ONE)] {
        let starts = starts(&evidence, &candidates, axes, count);
        let perspective = finalists(&evidence, &starts, axes, &focals);
        let parallel = match lens {
            None => finalists(&evidence, &starts, axes, &[f64::INFINITY]),
            Some(_) => Vec::new(),
        };
        let fits = [perspective, parallel].concat();
        guesses.extend(
            fits.iter()
                .map(|fitted| free_guess(&evidence, fitted, axes)),
        );
        if axes == Axes::Three && lens.is_none() {
            guesses.extend(fixed_guesses(&evidence, &fits));
        }
    }
    shortlist(guesses)
}

/// The best fits from all starts (crop camera from part) with all focal lengths; what falls behind on
/// the way is left.
fn finalists(evidence: &Evidence, starts: &[DMat3], axes: Axes, focals: &[f64]) -> Vec<Fitted> {
    let offset = evidence.framing.crop_offset();
    let mut fits: Vec<Fitted> = Vec::new();
    for start in starts {
        for focal in focals {
            let inverse_focal = 1.0 / focal;
            let rotation = frame::picture_from_crop(offset, inverse_focal) * *start;
            fits.push(approach(
                evidence,
                State {
                    rotation,
                    inverse_focal,
                },
                axes,
            ));
        }
    }
    fits.sort_by(|a, b| a.assessment.cost.total_cmp(&b.assessment.cost));
    let mut best: Vec<Fitted> = Vec::new();
    for fitted in fits {
        let is_new = best
            .iter()
            .all(|other| !is_same_state(&fitted.state, &other.state, axes));
        if best.len() < FINALISTS && is_new {
            best.push(fitted);
        }
    }
    best.iter()
        .map(|fitted| finish(evidence, fitted.state, axes))
        .collect()
}

/// Whether two states will have the same fit.
fn is_same_state(one: &State, other: &State, axes: Axes) -> bool {
    let apart_deg = match axes {
        Axes::Three => rotation_error_deg(one.rotation, other.rotation),
        Axes::One => axis_error_deg(one.rotation.z_axis, other.rotation.z_axis),
    };
    let ratio = one.inverse_focal / other.inverse_focal;
    // Of two parallel projections, the ratio is not a number.
    apart_deg < SAME_ROTATION_DEG && (ratio.is_nan() || libm::log(ratio).abs() < SAME_LOG_FOCAL)
}

/// The focal length in pixels of an angle of view over twice `half_length_px`.
pub(super) fn focal_of_angle(angle_deg: f64, half_length_px: f64) -> f64 {
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
