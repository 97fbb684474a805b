//! Rotations to start from: through the axes that the normals suggest, as the lines agree.

use glam::{DMat3, DVec3};
use std::f64::consts::FRAC_PI_2;

use super::agreement::{axis_error_deg, rotation_error_deg};
use super::frame;
use super::likelihood::{Axes, Evidence, State};

/// Axes that are taken together are square up to this cosine (25 degrees): means of normals are wrong
/// by several degrees each.
const SQUARE_COSINE: f64 = 0.42;
/// Turns about a single axis that are tried: every 5 degrees of a quarter.
const TURNS: usize = 18;
/// Starts differ by at least this angle in degrees.
const DISTINCT_DEG: f64 = 8.0;
/// They are judged with errors enlarged by this, in radians.
const BLUR_RAD: f64 = 0.05;

/// The best `count` rotations (crop camera from part) through candidates for axes, with a usual lens.
pub(super) fn starts(
    evidence: &Evidence,
    candidates: &[DVec3],
    axes: Axes,
    count: usize,
) -> Vec<DMat3> {
    let rotations = match axes {
        Axes::Three => box_frames(candidates),
        Axes::One => candidates
            .iter()
            .map(|&axis| frame_of(axis, axis.any_orthonormal_vector()))
            .collect(),
    };
    let inverse_focal = libm::exp(-evidence.log_focal.0);
    let picture_from_crop = frame::picture_from_crop(evidence.framing.crop_offset(), inverse_focal);
    let mut rated: Vec<(f64, DMat3)> = rotations
        .into_iter()
        .map(|rotation| {
            let state = State {
                rotation: picture_from_crop * rotation,
                inverse_focal,
            };
            (evidence.assess(&state, axes, BLUR_RAD).cost, rotation)
        })
        .collect();
    rated.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut best: Vec<DMat3> = Vec::new();
    for (_, rotation) in rated {
        let is_new = best.iter().all(|other| match axes {
            Axes::Three => rotation_error_deg(rotation, *other) > DISTINCT_DEG,
            Axes::One => axis_error_deg(rotation.z_axis, other.z_axis) > DISTINCT_DEG,
        });
        if is_new {
            best.push(rotation);
        }
        if best.len() == count {
            break;
        }
    }
    best
}

/// Frames through pairs of axes that are about square, and about single ones.
fn box_frames(axes: &[DVec3]) -> Vec<DMat3> {
    let mut frames = Vec::new();
    for (index, &one) in axes.iter().enumerate() {
        for &other in &axes[index + 1..] {
            if one.dot(other).abs() < SQUARE_COSINE {
                frames.extend([frame_of(one, other), frame_of(other, one)]);
                let square = one.cross(other).normalize();
                frames.push(frame_of(square, one));
            }
        }
        let across = one.any_orthonormal_vector();
        let square = one.cross(across);
        frames.extend((0..TURNS).map(|turn| {
            let angle = FRAC_PI_2 * turn as f64 / TURNS as f64;
            frame_of(one, across * libm::cos(angle) + square * libm::sin(angle))
        }));
    }
    frames
}

/// The frame whose third axis is `axis` and whose first is `other`, made square to it.
fn frame_of(axis: DVec3, other: DVec3) -> DMat3 {
    let x = other.reject_from_normalized(axis).normalize();
    DMat3::from_cols(x, axis.cross(x), axis)
}
