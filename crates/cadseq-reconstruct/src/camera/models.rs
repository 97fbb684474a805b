//! The models of cameras that compete: what each says best, and its evidence.
//!
//! The *evidence* is the probability of what is seen under the model, averaged over the model's free
//! parameters (Laplace: the best state's, times the volume of the states that are as good, as a share
//! of all states).

use glam::{DMat3, DQuat, DVec3};
use std::f64::consts::{FRAC_PI_2, PI, TAU};

use super::fit::{Fitted, fit_about, pinned};
use super::guess::{CameraGuess, CameraModel, focal_of_angle};
use super::known::PAPER_ANGLE_DEG;
use super::likelihood::{Axes, Evidence, State};
use super::{Framing, frame};

/// How probable models are beforehand.
const PERSPECTIVE: f64 = 0.5;
const ORTHOGRAPHIC: f64 = 0.2;
const ISOMETRIC: f64 = 0.2;
const PAPER: f64 = 0.1;
/// How probable a turned part is beforehand.
const TURNED: f64 = 0.15;
/// States that no picture tells apart: rotations up to the 8 turns of the cube that keep the main axis, axes up to
/// a sign.
const VOLUME_OF_ROTATIONS: f64 = 8.0 * PI * PI / 8.0;
const VOLUME_OF_AXES: f64 = TAU;
/// How probable it is that the directions of a part with three axes are those of its frame, where the
/// frame is known: sketches may be turned in their planes, as most of the paper's are.
const STRAIGHT_IN_ISOMETRIC: f64 = 0.97;
const STRAIGHT_IN_PAPER: f64 = 0.3;
/// How many of the best fits of three axes are turned into such a frame.
const MAX_BOXES: usize = 2;
/// A part that is turned about an axis of a known frame has its own axis within this angle (20 degrees).
const NEAR_COSINE: f64 = 0.94;

/// The guess of a fitted model.
pub(super) fn free_guess(evidence: &Evidence, fitted: &Fitted, axes: Axes) -> CameraGuess {
    let state = &fitted.state;
    let matrix = pinned(&fitted.assessment.normal_matrix, state, axes);
    let is_perspective = state.inverse_focal > 0.0;
    let model = if is_perspective {
        CameraModel::Perspective
    } else {
        CameraModel::Orthographic
    };
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
        ..named_guess(&evidence.framing, state, axes, model)
    }
}

/// The guesses of cameras without free parameters, in whose frame the part may stand straight, be
/// turned about any axis, or be a turned part; `boxes` are the best fits of three axes.
pub(super) fn fixed_guesses(evidence: &Evidence, boxes: &[Fitted]) -> Vec<CameraGuess> {
    let paper = focal_of_angle(PAPER_ANGLE_DEG, evidence.framing.height as f64 / 2.0);
    let cameras = [
        (CameraModel::Isometric, 0.0, STRAIGHT_IN_ISOMETRIC),
        (CameraModel::Paper, 1.0 / paper, STRAIGHT_IN_PAPER),
    ];
    let mut boxes = boxes.to_vec();
    boxes.sort_by(|a, b| a.assessment.cost.total_cmp(&b.assessment.cost));
    boxes.truncate(MAX_BOXES);
    let mut guesses = Vec::new();
    for (model, inverse_focal, straight) in cameras {
        let rotation = frame::isometric_rotation();
        let state = State {
            rotation,
            inverse_focal,
        };
        let bare = bare_guess(&evidence.framing, &state, model);
        // What a free lens adds does not count for a known one.
        let lens = lens_cost(evidence, inverse_focal);
        let cost_of = |state: &State, axes| evidence.assess(state, axes, 0.0).cost - lens;
        let mains = [0, 1, 2].map(|axis| State {
            rotation: with_last(rotation, axis),
            inverse_focal,
        });
        let cheapest = |axes| {
            let costs = mains.iter().map(|state| cost_of(state, axes)).enumerate();
            costs
                .min_by(|a, b| a.1.total_cmp(&b.1))
                .expect("there are three axes")
        };
        let (_, cost_straight) = cheapest(Axes::Three);
        let cost_straight = cost_straight + libm::log(3.0) - libm::log(straight);
        let turned = (0..3).filter_map(|axis| about_axis(evidence, &state, axis, &boxes));
        let cost_turned = turned.fold(f64::INFINITY, f64::min) - lens - libm::log(1.0 - straight);
        guesses.push(CameraGuess {
            cost: cost_straight.min(cost_turned) - prior(Axes::Three, model),
            ..bare
        });
        let (axis, cost) = cheapest(Axes::One);
        guesses.push(CameraGuess {
            cost: cost + libm::log(3.0) - prior(Axes::One, model),
            free_axis: Some(axis),
            ..bare
        });
    }
    guesses
}

/// The negative logarithm of the evidence for a part that is turned about an axis of a known camera's
/// frame, with the lens's share and without that of the model; `None` if no box suggests it.
fn about_axis(evidence: &Evidence, camera: &State, axis: usize, boxes: &[Fitted]) -> Option<f64> {
    let axis = camera.rotation.col(axis);
    let starts = boxes.iter().filter_map(|fitted| {
        let rotation = fitted.state.rotation;
        let nearest = (0..3)
            .map(|column| rotation.col(column))
            .max_by(|a, b| a.dot(axis).abs().total_cmp(&b.dot(axis).abs()))
            .expect("there are three axes");
        let nearest = if nearest.dot(axis) < 0.0 {
            -nearest
        } else {
            nearest
        };
        (nearest.dot(axis) > NEAR_COSINE)
            .then(|| DMat3::from_quat(DQuat::from_rotation_arc(nearest, axis)) * rotation)
    });
    starts
        .map(|rotation| {
            let start = State {
                rotation,
                ..*camera
            };
            let (assessment, curvature) = fit_about(evidence, start, axis);
            // One free angle of a quarter turn, about one of three axes; one of three is the main one.
            assessment.cost + 0.5 * libm::log(curvature / TAU) + libm::log(9.0 * FRAC_PI_2)
        })
        .min_by(f64::total_cmp)
}

/// The rotation with its axes cycled so that one of them is the last.
fn with_last(rotation: DMat3, axis: usize) -> DMat3 {
    let columns: [DVec3; 3] = std::array::from_fn(|index| rotation.col((index + axis + 1) % 3));
    DMat3::from_cols(columns[0], columns[1], columns[2])
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
pub(super) fn named_guess(
    framing: &Framing,
    state: &State,
    axes: Axes,
    model: CameraModel,
) -> CameraGuess {
    let ray = (framing.crop_offset() * state.inverse_focal)
        .extend(1.0)
        .normalize();
    let rotation = match axes {
        Axes::Three => state.rotation,
        Axes::One => frame::about_axis(state.rotation.z_axis, ray),
    };
    let (rotation, new_index) = frame::named(rotation, ray);
    CameraGuess {
        free_axis: (axes == Axes::One).then(|| new_index[2]),
        ..bare_guess(framing, &State { rotation, ..*state }, model)
    }
}

/// The guess of a state without uncertainty and cost.
fn bare_guess(framing: &Framing, state: &State, model: CameraModel) -> CameraGuess {
    let half_angle = libm::atan(framing.height as f64 / 2.0 * state.inverse_focal);
    let is_perspective = state.inverse_focal > 0.0;
    CameraGuess {
        camera_from_part: state.rotation,
        projection: model.projection(),
        vertical_fov_deg: is_perspective.then(|| 2.0 * half_angle.to_degrees()),
        sigma_rotation_deg: 0.0,
        sigma_log_focal: 0.0,
        free_axis: None,
        cost: 0.0,
        model,
    }
}
