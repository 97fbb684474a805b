//! `cadseq.View`: the camera of a picture, as camera files have it.

use cadseq_render::{Projection, View};
use pyo3::prelude::*;

use crate::array::array;
use crate::value::Fields;

/// The view of a whole picture, whose principal point is the picture's middle.
pub(crate) fn to_python<'py>(py: Python<'py>, view: &View) -> PyResult<Bound<'py, PyAny>> {
    let camera = &view.camera;
    let half_height = view.window.half_height;
    let is_perspective = camera.projection == Projection::Perspective;
    let projection = if is_perspective {
        "perspective"
    } else {
        "orthographic"
    };
    let fov_deg = 2.0 * libm::atan(half_height).to_degrees();
    let rows = camera.camera_from_world.transpose().to_cols_array();
    Fields::new(py)
        .with("projection", projection)?
        .with("position", array(py, camera.position.to_array(), &[3])?)?
        .with("camera_from_world", array(py, rows, &[3, 3])?)?
        .with("vertical_fov_deg", is_perspective.then_some(fov_deg))?
        .with("half_height", (!is_perspective).then_some(half_height))?
        .with("size", (view.height, view.width))?
        .make("View")
}
