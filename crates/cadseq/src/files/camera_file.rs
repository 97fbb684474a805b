//! The file of a picture's camera: of a picture whose truth is known, `NAME.camera.json` beside it.
//!
//! ```json
//! {
//!   "projection": "perspective",
//!   "position": [20, 20, 20],
//!   "camera_from_world": [[-0.7071, 0.7071, 0], [0.4082, 0.4082, -0.8165], [-0.5774, -0.5774, -0.5774]],
//!   "vertical_fov_deg": 60
//! }
//! ```
//!
//! Lengths are the program's units, in its coordinates. The rows of `camera_from_world` are where the
//! picture's right, its down and the viewing direction point. A parallel projection (`orthographic`)
//! has `half_height` instead of the angle: half the height of what the picture shows; its position is
//! any point in front of the part that the picture's middle shows. Pixels are square and the principal point is the
//! picture's middle, unless `crop` says which piece of the camera's picture this one is; angle and half
//! height are then those of the whole. `program` names the part's file relative to the folder; without it, it is
//! `NAME.cad`.

use anyhow::{Context, Result, bail, ensure};
use cadseq_reconstruct::camera::KnownCamera;
use cadseq_render::{Camera, Projection, View, Window};
use glam::{DMat3, DVec2, DVec3};
use serde::{Deserialize, Serialize};

/// By how much rows may miss unit length and right angles.
const ROTATION_TOLERANCE: f64 = 1e-3;

/// A camera as its file has it; see the module's documentation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct CameraFile {
    projection: ProjectionName,
    /// In program units.
    position: [f64; 3],
    /// Rows: right, down, forward.
    camera_from_world: [[f64; 3]; 3],
    /// Of a perspective camera's whole picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    vertical_fov_deg: Option<f64>,
    /// Of an orthographic camera's whole picture, in program units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    half_height: Option<f64>,
    /// Which piece of the camera's picture this is; all of it by default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    crop: Option<Piece>,
    /// The part's file, relative to the folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) program: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum ProjectionName {
    Perspective,
    Orthographic,
}

/// Where a picture lies in a larger one, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Piece {
    left: f64,
    top: f64,
    /// Width of the larger picture.
    whole_width: f64,
    /// Its height.
    whole_height: f64,
}

impl CameraFile {
    /// The camera of a view of a whole picture, whose principal point is the picture's middle.
    pub(crate) fn of(view: &View) -> Self {
        let camera = &view.camera;
        let half_height = view.window.half_height;
        let is_perspective = camera.projection == Projection::Perspective;
        let rows = camera.camera_from_world.transpose();
        Self {
            projection: match camera.projection {
                Projection::Perspective => ProjectionName::Perspective,
                Projection::Orthographic => ProjectionName::Orthographic,
            },
            position: camera.position.to_array(),
            camera_from_world: [rows.x_axis, rows.y_axis, rows.z_axis].map(|row| row.to_array()),
            vertical_fov_deg: is_perspective.then(|| 2.0 * libm::atan(half_height).to_degrees()),
            half_height: (!is_perspective).then_some(half_height),
            crop: None,
            program: None,
        }
    }

    /// Reads a camera and checks it.
    ///
    /// # Errors
    /// One that names the field and what it should be.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self> {
        let file: Self = serde_json::from_slice(bytes).context("not a camera file")?;
        file.camera()?;
        file.half_height()?;
        if let Some(piece) = file.crop {
            let sides = [piece.whole_width, piece.whole_height];
            ensure!(
                sides.iter().all(|side| side.is_finite() && *side > 0.0),
                "\"crop\": whole_width and whole_height are the sides of the whole picture, above 0"
            );
            ensure!(
                piece.left.is_finite() && piece.top.is_finite(),
                "\"crop\": left and top are numbers"
            );
        }
        Ok(file)
    }

    /// The view that a picture of this size in pixels shows.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub(crate) fn view(&self, width: usize, height: usize) -> Result<View> {
        let size = DVec2::new(width as f64, height as f64);
        let (whole, offset) = match self.crop {
            None => (size, DVec2::ZERO),
            Some(piece) => {
                let whole = DVec2::new(piece.whole_width, piece.whole_height);
                let corner = DVec2::new(piece.left, piece.top);
                (whole, corner + size / 2.0 - whole / 2.0)
            }
        };
        let units_per_pixel = 2.0 * self.half_height()? / whole.y;
        Ok(View {
            camera: self.camera()?,
            window: Window {
                center: offset * units_per_pixel,
                half_height: size.y / 2.0 * units_per_pixel,
            },
            width,
            height,
        })
    }

    /// The camera as far as it is known without the part: of all of its picture.
    ///
    /// # Errors
    /// Where the picture is a piece of another one.
    pub(crate) fn known(&self) -> Result<KnownCamera> {
        ensure!(
            self.crop.is_none(),
            "the camera file has a \"crop\"; reconstruct the whole picture"
        );
        Ok(KnownCamera::of(&self.camera()?, self.half_height()?))
    }

    fn camera(&self) -> Result<Camera> {
        let position = DVec3::from(self.position);
        ensure!(position.is_finite(), "\"position\" is three numbers");
        let rows = DMat3::from_cols_array_2d(&self.camera_from_world);
        let squares = rows.transpose() * rows;
        ensure!(
            squares.abs_diff_eq(DMat3::IDENTITY, ROTATION_TOLERANCE) && rows.determinant() > 0.0,
            "\"camera_from_world\" is not a rotation: its rows are unit vectors right, down and \
             forward, at right angles, and right x down = forward"
        );
        let forward = rows.z_axis.normalize();
        let right = rows.x_axis.reject_from_normalized(forward).normalize();
        Ok(Camera {
            position,
            camera_from_world: DMat3::from_cols(right, forward.cross(right), forward).transpose(),
            projection: match self.projection {
                ProjectionName::Perspective => Projection::Perspective,
                ProjectionName::Orthographic => Projection::Orthographic,
            },
        })
    }

    /// Half the height of the camera's whole picture, in view-plane units.
    fn half_height(&self) -> Result<f64> {
        match (self.projection, self.vertical_fov_deg, self.half_height) {
            (ProjectionName::Perspective, Some(fov), None) => {
                ensure!(
                    fov > 0.0 && fov < 180.0,
                    "\"vertical_fov_deg\" is {fov}; it lies between 0 and 180 degrees"
                );
                Ok(libm::tan((fov / 2.0).to_radians()))
            }
            (ProjectionName::Orthographic, None, Some(half)) => {
                ensure!(
                    half > 0.0 && half.is_finite(),
                    "\"half_height\" is {half}; it is half the height of what the picture shows, above 0"
                );
                Ok(half)
            }
            (ProjectionName::Perspective, ..) => {
                bail!("a perspective camera has \"vertical_fov_deg\", and no \"half_height\"")
            }
            (ProjectionName::Orthographic, ..) => {
                bail!("an orthographic camera has \"half_height\", and no \"vertical_fov_deg\"")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: &str = "[[-0.70710678, 0.70710678, 0], [0.40824829, 0.40824829, -0.81649658], \
                        [-0.57735027, -0.57735027, -0.57735027]]";

    fn text(projection: &str, rows: &str, rest: &str) -> String {
        format!(
            "{{\"projection\": \"{projection}\", \"position\": [20, 20, 20], \
             \"camera_from_world\": {rows}{rest}}}"
        )
    }

    fn read(projection: &str, rest: &str) -> Result<CameraFile> {
        CameraFile::parse(text(projection, ROWS, rest).as_bytes())
    }

    #[test]
    fn the_papers_camera_is_read_and_written() {
        let file = read("perspective", ", \"vertical_fov_deg\": 60").expect("a camera");
        let view = file.view(512, 512).expect("a view");
        let paper = View::paper(512);
        for point in [DVec3::ZERO, DVec3::new(3.0, -5.0, 2.0)] {
            let [found, expected] = [view, paper].map(|view| view.project(point).expect("seen"));
            assert!(found.distance(expected) < 1e-5, "{found} {expected}");
        }
        let again = serde_json::to_vec(&file).expect("JSON");
        assert_eq!(CameraFile::parse(&again).expect("a camera"), file);
        let same = CameraFile::of(&view).view(512, 512).expect("a view");
        let point = DVec3::new(3.0, -5.0, 2.0);
        assert!(
            same.project(point)
                .expect("seen")
                .distance(view.project(point).expect("seen"))
                < 1e-9
        );
    }

    #[test]
    fn a_parallel_projection_has_program_units() {
        let file = read(
            "orthographic",
            ", \"half_height\": 8, \"program\": \"a/b.cad\"",
        );
        let file = file.expect("a camera");
        let view = file.view(400, 200).expect("a view");
        let up = view.project(DVec3::new(-1.0, -1.0, 2.0)).expect("seen");
        // sqrt(6) units upwards at 12.5 pixels a unit.
        let expected = DVec2::new(200.0, 100.0 - 6.0_f64.sqrt() * 12.5);
        assert!(up.distance(expected) < 1e-4, "{up}");
        assert_eq!(file.program.as_deref(), Some("a/b.cad"));
        let again = serde_json::to_vec(&file).expect("JSON");
        assert_eq!(CameraFile::parse(&again).expect("a camera"), file);
    }

    #[test]
    fn a_piece_of_a_picture_is_where_it_was() {
        let crop =
            "\"crop\": {\"left\": 100, \"top\": 30, \"whole_width\": 640, \"whole_height\": 480}";
        let of = |crop: &str| read("perspective", &format!(", \"vertical_fov_deg\": 40{crop}"));
        let whole = of("").and_then(|file| file.view(640, 480)).expect("a view");
        let piece = of(&format!(", {crop}"));
        let piece = piece.and_then(|file| file.view(300, 200)).expect("a view");
        let point = DVec3::new(3.0, -5.0, 2.0);
        let [whole, piece] = [whole, piece].map(|view| view.project(point).expect("seen"));
        assert!((whole - piece).distance(DVec2::new(100.0, 30.0)) < 1e-9);
    }

    #[test]
    fn errors_name_the_field() {
        let refused = |result: Result<CameraFile>, expected: &str| {
            let error = format!("{:#}", result.expect_err("refused"));
            assert!(error.contains(expected), "no {expected:?} in {error}");
        };
        refused(read("perspective", ""), "has \"vertical_fov_deg\"");
        refused(
            read("perspective", ", \"half_height\": 3"),
            "has \"vertical_fov_deg\"",
        );
        refused(
            read("orthographic", ", \"vertical_fov_deg\": 3"),
            "has \"half_height\"",
        );
        refused(
            read("perspective", ", \"vertical_fov_deg\": 180"),
            "between 0 and 180",
        );
        refused(read("orthographic", ", \"half_height\": -1"), "above 0");
        refused(read("fisheye", ", \"half_height\": 1"), "fisheye");
        refused(
            read("orthographic", ", \"half_height\": 1, \"roll\": 1"),
            "roll",
        );
        let left_handed = "[[1, 0, 0], [0, 0, 1], [0, 1, 0]]";
        let mirrored = text("orthographic", left_handed, ", \"half_height\": 1");
        refused(CameraFile::parse(mirrored.as_bytes()), "not a rotation");
        refused(CameraFile::parse(b"{}"), "projection");
    }
}
