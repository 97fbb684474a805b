//! What a picture truly shows.

use cadseq_model::{Maps, mask_iou};
use cadseq_reconstruct::camera::{CameraGuess, CameraModel, Crop, named};
use cadseq_render::{Projection, View, Window, exits, surfaces};
use cadseq_solid::Mesh;
use cadseq_train::maps::true_maps;
use glam::{DVec2, DVec3};

use super::frame::PartAxes;

/// Samples along each side of a pixel of the true maps, as in training.
const SUPERSAMPLING: usize = 2;

/// A part in front of its camera.
#[derive(Debug, Clone)]
pub(crate) struct Truth {
    mesh: Mesh,
    axes: PartAxes,
    /// The whole picture's.
    view: View,
}

impl Truth {
    /// A part in the coordinates of its program, seen by `view`.
    pub(super) fn new(mesh: Mesh, view: View) -> Self {
        Self {
            axes: PartAxes::of(&mesh),
            mesh,
            view,
        }
    }

    /// The whole picture's view.
    pub(super) fn view(&self) -> &View {
        &self.view
    }

    /// Whether the part is a turned one.
    pub(super) fn is_turned(&self) -> bool {
        self.axes.is_turned()
    }

    /// Whether the middle of each pixel of the whole picture shows the part: 1 or 0.
    pub(super) fn mask(&self) -> Vec<f32> {
        surfaces(&self.mesh, &self.view, 1).coverage()
    }

    /// The part.
    pub(crate) fn mesh(&self) -> &Mesh {
        &self.mesh
    }

    /// The true camera as a guess: the part's frame has the axes of its program, turned so that the camera stands on the
    /// positive side of all of them, and Z points most upwards in the picture (SPEC 8).
    pub(crate) fn guess(&self) -> CameraGuess {
        let camera = &self.view.camera;
        let ray = match camera.projection {
            Projection::Perspective => camera.to_camera(self.mesh.bounds().center()),
            Projection::Orthographic => DVec3::Z,
        };
        let (camera_from_part, _) = named(camera.camera_from_world, ray);
        let vertical_fov = 2.0 * libm::atan(self.view.window.half_height);
        let is_perspective = camera.projection == Projection::Perspective;
        CameraGuess {
            camera_from_part,
            projection: camera.projection,
            vertical_fov_deg: is_perspective.then(|| vertical_fov.to_degrees()),
            sigma_rotation_deg: 0.5,
            sigma_log_focal: 0.05,
            free_axis: None,
            cost: 0.0,
            model: if is_perspective {
                CameraModel::Perspective
            } else {
                CameraModel::Orthographic
            },
        }
    }

    /// Overlap in the picture of the part and of another one that is seen by a found view of the whole picture.
    pub(crate) fn outline_iou(&self, other: &Mesh, found: &View) -> f64 {
        mask_iou(&surfaces(other, found, 1).coverage(), &self.mask())
    }

    /// The angle in degrees between the rotation of a found view and the truth, as [`Self::rotation_error_deg`].
    pub(crate) fn rotation_of_view_error_deg(&self, found: &View) -> Option<f64> {
        self.rotation_error_deg(&CameraGuess {
            camera_from_part: found.camera.camera_from_world,
            ..self.guess()
        })
    }

    /// The true maps of a crop (in pixels of the picture), `size` x `size` pixels.
    pub(crate) fn maps(&self, crop: Crop, size: usize) -> Maps {
        let half = crop.side / 2.0;
        let middle = DVec2::new(crop.left + half, crop.top + half);
        let window = Window {
            center: self.view.view_plane_from_pixel(middle),
            half_height: half * self.view.units_per_pixel(),
        };
        let view = self.view.through(window, size);
        let surfaces = surfaces(&self.mesh, &view, SUPERSAMPLING);
        true_maps(&surfaces, &exits(&self.mesh, &view, SUPERSAMPLING), &view)
    }

    /// The angle in degrees between a guess's rotation and the truth; see [`PartAxes::error_deg`].
    pub(super) fn rotation_error_deg(&self, guess: &CameraGuess) -> Option<f64> {
        let rotation = self.view.camera.camera_from_world;
        self.axes.error_deg(guess, rotation)
    }

    /// How strong the perspective is: the angle in degrees that the part's box subtends at the
    /// camera; 0 in a parallel projection.
    pub(super) fn opening_deg(&self) -> f64 {
        let camera = &self.view.camera;
        if camera.projection == Projection::Orthographic {
            return 0.0;
        }
        let corners = self.mesh.bounds().corners();
        let rays = corners.map(|corner| camera.to_camera(corner).normalize());
        let mut widest: f64 = 0.0;
        for (index, one) in rays.iter().enumerate() {
            for other in &rays[..index] {
                let angle = libm::atan2(one.cross(*other).length(), one.dot(*other));
                widest = widest.max(angle);
            }
        }
        widest.to_degrees()
    }

    /// Absolute logarithm of the ratio of a guess's focal length to the true one; `None` where
    /// either is a parallel projection.
    pub(super) fn lens_error(&self, guess: &CameraGuess) -> Option<f64> {
        if self.view.camera.projection == Projection::Orthographic {
            return None;
        }
        let fov_deg = guess.vertical_fov_deg?;
        let guessed = libm::tan((fov_deg / 2.0).to_radians());
        Some(libm::log(guessed / self.view.window.half_height).abs())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use cadseq_program::Program;
    use cadseq_solid::Part;

    use super::*;

    /// A box of 8 x 5 x 2 units in a picture of 400 x 300 pixels, seen by the paper's camera.
    pub(in crate::seeing_evaluation) fn seen_box() -> Truth {
        let program = "add_sketch(XY)\nadd_line(-4, -2, 4, -2)\nadd_line(4, -2, 4, 3)\n\
                       add_line(4, 3, -4, 3)\nadd_line(-4, 3, -4, -2)\nadd_extrude(0, 2, new)\n";
        let program: Program = program.parse().expect("a program");
        let part = Part::build(&program).expect("a part");
        let mesh = part.solid.mesh(0.02).expect("a mesh");
        Truth::new(mesh, View::paper_sized(400, 300))
    }

    #[test]
    fn the_maps_of_a_crop_are_those_of_the_picture() {
        let truth = seen_box();
        let mask = truth.mask();
        let crop = Crop {
            left: 100.0,
            top: 50.0,
            side: 200.0,
        };
        let maps = truth.maps(crop, 200);
        let mut differ = 0;
        for pixel in 0..maps.mask.len() {
            let (x, y) = (100 + pixel % 200, 50 + pixel / 200);
            differ += usize::from((maps.mask[pixel] > 0.5) != (mask[y * 400 + x] > 0.5));
        }
        let inside = mask.iter().filter(|&&share| share > 0.5).count();
        assert!(inside > 1500, "{inside}");
        assert!(differ < 200, "{differ} of {inside} pixels differ");
    }

    #[test]
    fn strength_of_perspective_is_the_angle_of_the_box() {
        let mut truth = seen_box();
        let wide = truth.opening_deg();
        // About 9.6 units at 35.
        assert!((10.0..17.0).contains(&wide), "{wide}");
        truth.view.camera.projection = Projection::Orthographic;
        assert_eq!(truth.opening_deg(), 0.0);
    }
}
