//! The best state near a start: damped Gauss-Newton on costs that grow sharper step by step.

use glam::{DMat4, DVec3, DVec4, Vec4Swizzles};

use super::frame;
use super::likelihood::{Assessment, Axes, Evidence, State};

/// By how much all errors are enlarged, in radians (5 degrees and less), from stage to stage: a start
/// from normals alone is a few degrees off, segments are good to a fraction of one.
const APPROACH_BLURS_RAD: [f64; 3] = [0.09, 0.04, 0.02];
const FINAL_BLURS_RAD: [f64; 2] = [0.01, 0.0];
/// Most steps of a stage.
const MAX_STEPS: usize = 8;
/// Steps shorter than this (radians, logarithm of the focal length), or than this share of the blur, end
/// a stage.
const SMALL_STEP: f64 = 1e-4;
const SMALL_SHARE: f64 = 0.1;
/// Longest step: what is linear goes about this far.
const MAX_STEP: f64 = 0.3;

/// A state and how it explains the evidence.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fitted {
    pub(super) state: State,
    pub(super) assessment: Assessment,
}

impl State {
    /// The state after a step: a rotation vector, and the change of the logarithm of the reciprocal
    /// focal length.
    pub(super) fn moved(&self, step: DVec4) -> Self {
        Self {
            rotation: frame::turned(self.rotation, step.xyz()),
            inverse_focal: self.inverse_focal * libm::exp(step.w),
        }
    }
}

/// Goes from a start to where its fit will be, roughly; the cost is of the last stage's errors. A
/// parallel projection stays one.
pub(super) fn approach(evidence: &Evidence, start: State, axes: Axes) -> Fitted {
    in_stages(evidence, start, axes, &APPROACH_BLURS_RAD)
}

/// Finds the best state from where [`approach`] led.
pub(super) fn finish(evidence: &Evidence, start: State, axes: Axes) -> Fitted {
    in_stages(evidence, start, axes, &FINAL_BLURS_RAD)
}

fn in_stages(evidence: &Evidence, start: State, axes: Axes, blurs_rad: &[f64]) -> Fitted {
    let (last, before) = blurs_rad.split_last().expect("there are stages");
    let down = |state: State, &blur_rad: &f64| descend(evidence, state, axes, blur_rad);
    let state = before
        .iter()
        .fold(start, |state, blur_rad| down(state, blur_rad).state);
    down(state, last)
}

/// Finds the best turn about an axis (picture camera's frame) of a part with three axes, with all else
/// known; also the second derivative of the cost by the turn.
pub(super) fn fit_about(evidence: &Evidence, start: State, axis: DVec3) -> (Assessment, f64) {
    let axis = axis.extend(0.0);
    let mut state = start;
    let curvature = |now: &Assessment| axis.dot(now.normal_matrix * axis).max(1e-3);
    for blur_rad in FINAL_BLURS_RAD {
        let mut now = evidence.assess(&state, Axes::Three, blur_rad);
        for _ in 0..MAX_STEPS {
            let step =
                axis * (-axis.dot(now.gradient) / curvature(&now)).clamp(-MAX_STEP, MAX_STEP);
            let trial = state.moved(step);
            let then = evidence.assess(&trial, Axes::Three, blur_rad);
            if then.cost >= now.cost {
                break;
            }
            (state, now) = (trial, then);
        }
    }
    let best = evidence.assess(&state, Axes::Three, 0.0);
    (best, curvature(&best))
}

/// Goes down at one blur; the assessment is at that blur.
fn descend(evidence: &Evidence, mut state: State, axes: Axes, blur_rad: f64) -> Fitted {
    let small_step = (SMALL_SHARE * blur_rad).max(SMALL_STEP);
    let mut damping = 1e-3;
    let mut now = evidence.assess(&state, axes, blur_rad);
    for _ in 0..MAX_STEPS {
        let step = damped_step(&state, &now, axes, damping);
        let trial = state.moved(step);
        let then = evidence.assess(&trial, axes, blur_rad);
        if then.cost < now.cost {
            (state, now) = (trial, then);
            damping = (damping / 10.0).max(1e-6);
            if step.length() < small_step {
                break;
            }
        } else {
            damping *= 10.0;
            if damping > 1e3 || step.length() < small_step {
                break;
            }
        }
    }
    Fitted {
        state,
        assessment: now,
    }
}

/// The Gauss-Newton step with Levenberg's damping.
fn damped_step(state: &State, now: &Assessment, axes: Axes, damping: f64) -> DVec4 {
    let mut matrix = pinned(&now.normal_matrix, state, axes);
    for index in 0..4 {
        matrix.col_mut(index)[index] *= 1.0 + damping;
    }
    let mut gradient = now.gradient;
    if state.inverse_focal == 0.0 {
        gradient.w = 0.0;
    }
    let step = -(matrix.inverse() * gradient);
    if !step.is_finite() {
        return DVec4::ZERO;
    }
    step.clamp_length_max(MAX_STEP)
}

/// The normal matrix with ones where the state is not free: the focal length of a parallel
/// projection, and the turn about the axis of a turned part. Its determinant is that of the rest.
pub(super) fn pinned(normal_matrix: &DMat4, state: &State, axes: Axes) -> DMat4 {
    let mut matrix = *normal_matrix;
    if state.inverse_focal == 0.0 {
        for index in 0..4 {
            matrix.col_mut(index).w = 0.0;
        }
        matrix.w_axis = DVec4::W;
    }
    if axes == Axes::One {
        let axis = state.rotation.z_axis.extend(0.0);
        matrix += DMat4::from_cols(axis * axis.x, axis * axis.y, axis * axis.z, DVec4::ZERO);
    }
    // Whatever was seen, a rotation is known up to a radian.
    matrix + DMat4::from_diagonal(DVec4::new(1e-3, 1e-3, 1e-3, 0.0))
}
