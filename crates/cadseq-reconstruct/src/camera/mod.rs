//! The camera, from what is seen of any part: normals pixel by pixel and straight lines.
//!
//! Parts have three orthogonal axes; faces look along them and edges run along them. So the axes are
//! where the normals gather (`normals`) and where the picture's line segments (`segments`) meet, and
//! curved edges (`curves`) are circles square to one of them: a *state* (rotation and focal length)
//! has a likelihood for all three (`likelihood`), from which a damped Gauss-Newton (`fit`) finds the
//! best state. Several models compete by their evidence (`models`, `guess`): perspective or parallel
//! projection, the isometric camera and the paper's, three axes or the one of a turned part. Names
//! and signs of the axes follow from the camera (`frame`).
//!
//! Three coordinate spaces, all (right, down, away): the *part's*; the *picture camera's*, whose
//! forward axis meets the picture in its middle (the principal point); and the *crop camera's*, in
//! which the maps' normals are: the picture's camera turned by the smallest rotation that takes its
//! forward axis onto the ray through the crop's middle ([`picture_from_crop`]). Of a parallel
//! projection, the last two are the same. Pixels are the picture's, with centres at .5.

mod agreement;
mod curves;
mod explanation;
mod fit;
mod frame;
mod guess;
mod known;
mod likelihood;
mod models;
mod neighbours;
mod normals;
mod segments;
mod starts;
mod support;
#[cfg(test)]
mod tests;

pub use agreement::{axis_error_deg, rotation_error_deg};
pub use curves::Curve;
pub(crate) use frame::turned;
pub use frame::{isometric_rotation, named, picture_from_crop};
pub use guess::{CameraGuess, CameraModel, Lens, MAX_GUESSES, guess_cameras};
pub use known::KnownCamera;
pub use normals::{Direction, Directions};
pub use segments::{LineSegment, Lines, detect_lines};

use glam::DVec2;

/// A square of the picture that shows the part, in pixels of the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Crop {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// Its side.
    pub side: f64,
}

impl Crop {
    /// The square of this side around a middle (right, down).
    pub fn around([x, y]: [f64; 2], side: f64) -> Self {
        Self {
            left: x - side / 2.0,
            top: y - side / 2.0,
            side,
        }
    }
}

/// A crop in its picture, as far as a camera depends on them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Framing {
    /// Where the part is.
    pub crop: Crop,
    /// The picture's width in pixels.
    pub width: usize,
    /// The picture's height in pixels.
    pub height: usize,
}

impl Framing {
    /// The picture's middle, which is its principal point, in pixels.
    pub fn middle(&self) -> DVec2 {
        DVec2::new(self.width as f64, self.height as f64) / 2.0
    }

    /// From the picture's middle to the crop's, in pixels.
    pub fn crop_offset(&self) -> DVec2 {
        DVec2::new(self.crop.left, self.crop.top) + self.crop.side / 2.0 - self.middle()
    }

    /// Half the picture's longer side in pixels: what lenses are compared by.
    pub fn half_length(&self) -> f64 {
        self.width.max(self.height) as f64 / 2.0
    }
}
