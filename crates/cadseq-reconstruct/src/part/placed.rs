//! A guessed camera, placed: the part's own frame with a size and an origin.

use cadseq_render::{Camera, Projection, View, Window};
use glam::{DMat3, DVec2, DVec3};

use crate::camera::{CameraGuess, Framing, picture_from_crop};

/// Half the width of what the crop shows at the depth of the origin, in model units.
pub(super) const HALF_WIDTH: f64 = 5.0;

/// How far a parallel camera stands off, in model units: in front of anything that it shows.
const STAND_OFF: f64 = 40.0;

/// A guess with the part's origin on the ray through the crop's middle, at the depth at which the crop
/// is [`HALF_WIDTH`] wide to either side. What a picture cannot tell, size and origin, is chosen so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Placed {
    /// The crop, seen by the camera.
    pub view: View,
    /// From the frame of the camera that looks at the crop's middle, in which maps have their normals.
    pub part_from_crop: DMat3,
    /// Depth of the origin, in model units.
    pub depth: f64,
    /// Whether the camera is known exactly, and not to be fitted.
    pub is_exact: bool,
    /// Negative logarithm of the guess's evidence, see [`CameraGuess::cost`].
    pub cost: f64,
}

impl Placed {
    /// Places a guess for a crop of `size` x `size` pixels.
    pub(crate) fn new(guess: &CameraGuess, framing: &Framing, size: usize) -> Self {
        let rotation = guess.camera_from_part;
        let part_from_picture = rotation.transpose();
        let offset = framing.crop_offset();
        let (inverse_focal, units_per_px) = match guess.vertical_fov_deg {
            Some(fov) => {
                let tangent = libm::tan(fov.to_radians() / 2.0);
                let per_px = 2.0 * tangent / framing.height as f64;
                (per_px, per_px)
            }
            None => (0.0, 2.0 * HALF_WIDTH / framing.crop.side),
        };
        let half_height = framing.crop.side / 2.0 * units_per_px;
        let (center, depth) = match guess.projection {
            Projection::Perspective => (offset * units_per_px, HALF_WIDTH / half_height),
            Projection::Orthographic => (DVec2::ZERO, STAND_OFF),
        };
        let origin = match guess.projection {
            Projection::Perspective => center.extend(1.0) * depth,
            Projection::Orthographic => DVec3::Z * depth,
        };
        let camera = Camera {
            position: -(part_from_picture * origin),
            camera_from_world: rotation,
            projection: guess.projection,
        };
        let view = View {
            camera,
            window: Window {
                center,
                half_height,
            },
            width: size,
            height: size,
        };
        Self {
            view,
            part_from_crop: part_from_picture * picture_from_crop(offset, inverse_focal),
            depth,
            is_exact: guess.sigma_rotation_deg == 0.0,
            cost: guess.cost,
        }
    }

    /// The paper's camera.
    pub(crate) fn paper(framing: &Framing, size: usize) -> Self {
        let whole = View::paper_sized(framing.width, framing.height);
        let per_px = whole.units_per_pixel();
        let window = Window {
            center: framing.crop_offset() * per_px,
            half_height: framing.crop.side / 2.0 * per_px,
        };
        let view = whole.through(window, size);
        let rotation = view.camera.camera_from_world;
        Self {
            view,
            part_from_crop: rotation.transpose() * picture_from_crop(framing.crop_offset(), per_px),
            depth: view.camera.position.length(),
            is_exact: true,
            cost: 0.0,
        }
    }

    /// The camera with the whole picture.
    pub(crate) fn whole(&self, framing: &Framing) -> View {
        let per_px = 2.0 * self.view.window.half_height / framing.crop.side;
        View {
            camera: self.view.camera,
            window: Window {
                center: self.view.window.center - framing.crop_offset() * per_px,
                half_height: framing.height as f64 / 2.0 * per_px,
            },
            width: framing.width,
            height: framing.height,
        }
    }

    /// The same picture of a part that was moved by `-origin` and then scaled.
    pub(crate) fn rebased(&self, origin: DVec3, scale: f64) -> Self {
        let mut rebased = *self;
        let camera = &mut rebased.view.camera;
        camera.position = (camera.position - origin) * scale;
        if camera.projection == Projection::Orthographic {
            rebased.view.window.half_height *= scale;
            rebased.view.window.center *= scale;
        }
        rebased.depth *= scale;
        rebased
    }

    /// The direction in which a pixel is seen (part's frame), not normalized: its depth along the viewing
    /// direction is 1.
    pub(crate) fn ray(&self, pixel: DVec2) -> DVec3 {
        self.view.camera.ray(self.view.view_plane_from_pixel(pixel))
    }

    /// The pixel that shows a point of the part's frame; `None` outside the crop.
    pub(super) fn pixel(&self, point: DVec3) -> Option<DVec2> {
        let size = DVec2::new(self.view.width as f64, self.view.height as f64);
        let pixel = self.view.project(point)?;
        (pixel.cmpge(DVec2::ZERO).all() && pixel.cmplt(size).all()).then_some(pixel)
    }

    /// [`Placed::pixel`] as a matrix and an offset: of `matrix * point + offset`, x and y over z are the pixel. In front of the
    /// camera, z is positive.
    pub(super) fn homogeneous(&self) -> (DMat3, DVec3) {
        let origin = self.view.pixel_from_view_plane(DVec2::ZERO);
        let [x, y] =
            [DVec2::X, DVec2::Y].map(|unit| self.view.pixel_from_view_plane(unit) - origin);
        let camera = &self.view.camera;
        let from_camera = |third: DVec3| DMat3::from_cols(x.extend(0.0), y.extend(0.0), third);
        let (from_camera, offset) = match camera.projection {
            Projection::Perspective => (from_camera(origin.extend(1.0)), DVec3::ZERO),
            Projection::Orthographic => (from_camera(DVec3::ZERO), origin.extend(1.0)),
        };
        let matrix = from_camera * camera.camera_from_world;
        (matrix, offset - matrix * camera.position)
    }

    /// [`Placed::point`] at a depth as a matrix, which takes (x, y, 1) of a pixel to the point.
    pub(super) fn points_at(&self, depth: f64) -> DMat3 {
        let [origin, x, y] =
            [DVec2::ZERO, DVec2::X, DVec2::Y].map(|pixel| self.point(pixel, depth));
        DMat3::from_cols(x - origin, y - origin, origin)
    }

    /// The point of the part's frame that a pixel shows at a depth.
    pub(crate) fn point(&self, pixel: DVec2, depth: f64) -> DVec3 {
        let on_plane = self.view.view_plane_from_pixel(pixel);
        let camera = match self.view.camera.projection {
            Projection::Perspective => on_plane.extend(1.0) * depth,
            Projection::Orthographic => on_plane.extend(depth),
        };
        self.view.camera.position + self.view.camera.camera_from_world.transpose() * camera
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::camera::{Crop, KnownCamera};

    /// A perspective and a parallel camera, with a crop beside the picture's middle.
    pub(in crate::part) fn cameras() -> [Placed; 2] {
        let framing = Framing {
            crop: Crop::around([300.0, 200.0], 180.0),
            width: 640,
            height: 480,
        };
        [KnownCamera::Paper, KnownCamera::Isometric]
            .map(|camera| Placed::new(&camera.guess(&framing), &framing, 96))
    }

    #[test]
    fn matrices_project_as_the_view_does() {
        for placed in cameras() {
            let (matrix, offset) = placed.homogeneous();
            for point in [DVec3::ZERO, DVec3::new(1.5, -0.7, 2.0)] {
                let image = matrix * point + offset;
                let pixel = placed.view.project(point).expect("before the camera");
                assert!(image.z > 0.0);
                assert!((image.truncate() / image.z).distance(pixel) < 1e-9);
            }
            for pixel in [DVec2::ZERO, DVec2::new(70.5, 3.25)] {
                let point = placed.points_at(7.0) * pixel.extend(1.0);
                assert!(point.distance(placed.point(pixel, 7.0)) < 1e-9);
            }
        }
    }
}
