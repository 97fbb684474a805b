//! `cadseq.Camera` as the view of a picture.

use cadseq_render::{Camera, View, Window};
use glam::{DVec2, DVec3};
use pyo3::prelude::*;

use crate::error::Error;

/// Widest and highest picture that is drawn, in pixels.
const MAX_SIZE: usize = 8192;

/// `cadseq.Camera`.
#[derive(FromPyObject)]
pub(crate) struct Pinhole {
    position: [f64; 3],
    target: [f64; 3],
    up: [f64; 3],
    vertical_fov_deg: f64,
    roll_deg: f64,
}

/// Rows and columns: one number for a square.
#[derive(FromPyObject)]
pub(crate) enum Size {
    Square(usize),
    Shape(usize, usize),
}

impl Size {
    /// Height and width in pixels.
    pub(crate) fn validated(&self) -> Result<(usize, usize), Error> {
        let (height, width) = match *self {
            Self::Square(side) => (side, side),
            Self::Shape(height, width) => (height, width),
        };
        let is_allowed = |length| (1..=MAX_SIZE).contains(&length);
        if is_allowed(height) && is_allowed(width) {
            Ok((height, width))
        } else {
            Err(Error::Argument(format!(
                "size = ({height}, {width}) is out of range; give a height and a width from 1 to \
                 {MAX_SIZE} pixels"
            )))
        }
    }
}

/// What the camera sees in a picture of this height and width; the paper's camera where none is
/// given.
pub(crate) fn view(
    camera: Option<&Pinhole>,
    (height, width): (usize, usize),
) -> Result<View, Error> {
    let Some(pinhole) = camera else {
        return Ok(View::paper_sized(width, height));
    };
    Ok(View {
        camera: pinhole.camera()?,
        window: Window {
            center: DVec2::ZERO,
            half_height: libm::tan((pinhole.vertical_fov_deg / 2.0).to_radians()),
        },
        width,
        height,
    })
}

impl Pinhole {
    fn camera(&self) -> Result<Camera, Error> {
        let [position, target, up] = [self.position, self.target, self.up].map(DVec3::from_array);
        let fault = |what: &str| Err(Error::Argument(format!("the camera {what}")));
        let numbers = [position, target, up];
        if !numbers.iter().all(|point| point.is_finite()) || !self.roll_deg.is_finite() {
            return fault("has a number that is not finite");
        }
        if !(self.vertical_fov_deg > 0.0 && self.vertical_fov_deg < 180.0) {
            return fault("needs a vertical_fov_deg between 0 and 180 degrees");
        }
        let forward = (target - position).normalize_or_zero();
        if forward == DVec3::ZERO {
            return fault("looks at the place where it stands; give another target");
        }
        if forward.cross(up.normalize_or_zero()).length() < 1e-9 {
            return fault(
                "looks along its up; give an up that is not parallel to target - position",
            );
        }
        Ok(Camera::look_at(
            position,
            target,
            up,
            self.roll_deg.to_radians(),
        ))
    }
}
