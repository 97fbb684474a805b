//! The camera of a picture, so that the page can draw over it.

use cadseq_render::{Projection, View};
use glam::DVec3;
use serde::Serialize;
use utoipa::ToSchema;

/// How level a camera must be for the world's Z to be its up: sine of the roll.
const LEVEL: f64 = 1e-9;

/// A pinhole camera in the world; its picture is `width` x `height` pixels and spans
/// `vertical_fov_deg` from top to bottom.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CameraRecord {
    /// Centre of projection.
    position: [f64; 3],
    /// The point of the viewing direction's line that is nearest to the origin.
    target: [f64; 3],
    /// What is up in the picture: +Z for a level camera.
    up: [f64; 3],
    vertical_fov_deg: f64,
    width: usize,
    height: usize,
}

/// How many half heights of its picture a camera stands off that shows a parallel projection to within a pixel.
const FAR_OFF: f64 = 500.0;

/// Where a perspective camera stands that shows nearly what a parallel one does, and half the height of its window at
/// depth 1.
fn far_off(view: &View) -> (DVec3, f64) {
    let half = view.window.half_height;
    let axes = view.camera.camera_from_world.transpose();
    let aside = axes * view.window.center.extend(0.0);
    let distance = FAR_OFF * half;
    let at_origin = axes.z_axis * view.camera.position.dot(axes.z_axis);
    let beside = view.camera.position - at_origin + aside;
    (beside - axes.z_axis * distance, 1.0 / FAR_OFF)
}

impl From<&View> for CameraRecord {
    fn from(view: &View) -> Self {
        let camera = view.camera;
        let axes = camera.camera_from_world.transpose();
        let (right, down, forward) = (axes.x_axis, axes.y_axis, axes.z_axis);
        let (position, half_height) = match camera.projection {
            Projection::Perspective => (camera.position, view.window.half_height),
            Projection::Orthographic => far_off(view),
        };
        let target = position - forward * position.dot(forward);
        let is_level = right.z.abs() < LEVEL && down.z < 0.0;
        let up = if is_level { DVec3::Z } else { -down };
        Self {
            position: position.to_array(),
            // Rounding of the last digit would show as -7e-15.
            target: target
                .map(|value| if value.abs() < 1e-12 { 0.0 } else { value })
                .to_array(),
            up: up.to_array(),
            vertical_fov_deg: 2.0 * libm::atan(half_height).to_degrees(),
            width: view.width,
            height: view.height,
        }
    }
}
