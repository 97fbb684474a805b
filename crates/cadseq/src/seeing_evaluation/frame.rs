//! The part's own axes, which a camera guess is held to.
//!
//! No picture says which of a part's frames its maker chose. So whatever frame its flat faces (and
//! bores) give is right: any two of their directions that are at right angles. A *turned* part has one axis
//! only.

use cadseq_reconstruct::camera::{CameraGuess, axis_error_deg, rotation_error_deg};
use cadseq_solid::{Mesh, Surface};
use glam::{DMat3, DVec3};

/// Faces below this share of the part's area give no direction.
const MIN_AREA_SHARE: f64 = 0.02;

/// Sine of the angle up to which two directions are one: a tenth of a degree.
const SAME_SINE: f64 = 1.75e-3;

/// The axes of a part.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum PartAxes {
    /// All cylinders have parallel axes and all flat faces are square to them.
    Turned(DVec3),
    /// Frames (columns are axes) that the part's faces give, at least one if any two of its
    /// directions are at right angles.
    Flat(Vec<DMat3>),
}

impl PartAxes {
    /// The axes of a meshed part.
    pub(super) fn of(part: &Mesh) -> Self {
        if let Some(axis) = turned_axis(part) {
            return Self::Turned(axis);
        }
        let directions = directions(part);
        let mut frames = Vec::new();
        for (index, &one) in directions.iter().enumerate() {
            for &other in &directions[index + 1..] {
                if one.dot(other).abs() < SAME_SINE {
                    let second = other.reject_from_normalized(one).normalize();
                    frames.push(DMat3::from_cols(one, second, one.cross(second)));
                }
            }
        }
        Self::Flat(frames)
    }

    /// Whether it is a turned part.
    pub(super) fn is_turned(&self) -> bool {
        matches!(self, Self::Turned(_))
    }

    /// The angle in degrees between a guess and the truth; of a turned part, between the axes. `None` for a
    /// part without a frame.
    pub(super) fn error_deg(&self, guess: &CameraGuess, camera_from_world: DMat3) -> Option<f64> {
        let rotation = guess.camera_from_part;
        let errors: Vec<f64> = match self {
            Self::Turned(axis) => {
                let truth = camera_from_world * *axis;
                let error = |index: usize| axis_error_deg(rotation.col(index), truth);
                // A guess with three axes holds the axis as one of them.
                guess
                    .free_axis
                    .map_or_else(|| (0..3).map(error).collect(), |axis| vec![error(axis)])
            }
            Self::Flat(frames) => {
                let frames = frames.iter();
                frames
                    .map(|&frame| rotation_error_deg(rotation, camera_from_world * frame))
                    .collect()
            }
        };
        errors.into_iter().reduce(f64::min)
    }
}

fn is_same(one: DVec3, other: DVec3) -> bool {
    one.cross(other).length() < SAME_SINE
}

/// The direction that says how a face lies.
fn direction(surface: &Surface) -> DVec3 {
    match *surface {
        Surface::Plane { normal, .. } => normal,
        Surface::Cylinder { axis, .. } => axis,
    }
}

fn turned_axis(part: &Mesh) -> Option<DVec3> {
    let mut surfaces = part.faces.iter().map(|face| &face.surface);
    let first = surfaces
        .clone()
        .find(|surface| matches!(surface, Surface::Cylinder { .. }));
    let axis = direction(first?);
    surfaces
        .all(|surface| is_same(direction(surface), axis))
        .then_some(axis)
}

/// Unit directions of the part's large faces, each once; the world's axes too, where a face lies
/// along one of them.
fn directions(part: &Mesh) -> Vec<DVec3> {
    let mut areas = vec![0.0; part.faces.len()];
    for (corners, &face) in part.triangles.iter().zip(&part.triangle_faces) {
        let [a, b, c] = corners.map(|corner| part.positions[corner as usize]);
        areas[face as usize] += (b - a).cross(c - a).length() / 2.0;
    }
    let least = areas.iter().sum::<f64>() * MIN_AREA_SHARE;
    let large = part
        .faces
        .iter()
        .zip(&areas)
        .filter(|(_, area)| **area >= least);
    let mut found: Vec<DVec3> = Vec::new();
    let mut add = |direction: DVec3| {
        if !found.iter().any(|&other| is_same(other, direction)) {
            found.push(direction);
        }
    };
    let mut lies_along_the_world = false;
    for (face, _) in large {
        let direction = direction(&face.surface);
        lies_along_the_world |= DVec3::AXES.iter().any(|&axis| is_same(axis, direction));
        add(direction);
    }
    if lies_along_the_world {
        DVec3::AXES.into_iter().for_each(add);
    }
    found
}

#[cfg(test)]
mod tests {
    use cadseq_program::Program;
    use cadseq_reconstruct::camera::{CameraModel, isometric_rotation};
    use cadseq_render::Projection;
    use cadseq_solid::Part;

    use super::*;

    fn mesh(program: &str) -> Mesh {
        let program: Program = program.parse().expect("a program");
        let part = Part::build(&program).expect("a part");
        part.solid.mesh(0.02).expect("a mesh")
    }

    fn guess(camera_from_part: DMat3, free_axis: Option<usize>) -> CameraGuess {
        CameraGuess {
            camera_from_part,
            projection: Projection::Orthographic,
            vertical_fov_deg: None,
            sigma_rotation_deg: 1.0,
            sigma_log_focal: 0.0,
            free_axis,
            cost: 0.0,
            model: CameraModel::Orthographic,
        }
    }

    const RING: &str =
        "add_sketch(XZ)\nadd_circle(0, 0, 4)\nadd_circle(0, 0, 2)\nadd_extrude(0, 3, new)\n";
    const TRIANGLE: &str = "add_sketch(XY)\nadd_line(0, 0, 6, 1)\nadd_line(6, 1, 2, 5)\nadd_line(2, 5, 0, 0)\nadd_extrude(0, 3, new)\n";

    #[test]
    fn a_ring_has_an_axis_only() {
        let axes = PartAxes::of(&mesh(RING));
        let PartAxes::Turned(axis) = axes else {
            panic!("{axes:?}")
        };
        assert!(is_same(axis, DVec3::Y));
        let truth = isometric_rotation();
        let about = DMat3::from_axis_angle(DVec3::Y, 0.7);
        let turned = guess(truth * about, Some(1));
        assert!(axes.error_deg(&turned, truth).expect("an axis") < 1e-9);
        let wrong = axes.error_deg(&guess(truth, Some(2)), truth);
        assert!((wrong.expect("an axis") - 90.0).abs() < 1e-9);
        assert!(axes.error_deg(&guess(truth, None), truth).expect("an axis") < 1e-9);
    }

    #[test]
    fn any_side_of_a_triangle_gives_a_frame() {
        let axes = PartAxes::of(&mesh(TRIANGLE));
        let PartAxes::Flat(frames) = &axes else {
            panic!("{axes:?}")
        };
        // X with Y, and Z with X, Y and each of three sides.
        assert_eq!(frames.len(), 6);
        let truth = isometric_rotation();
        let along_a_side = DMat3::from_axis_angle(DVec3::Z, libm::atan(1.0 / 6.0));
        for frame in [DMat3::IDENTITY, along_a_side] {
            let error = axes.error_deg(&guess(truth * frame, None), truth);
            assert!(error.expect("frames") < 1e-6);
        }
        let off = guess(truth * DMat3::from_axis_angle(DVec3::X, 0.1), None);
        let error = axes.error_deg(&off, truth).expect("frames");
        assert!((error - 0.1_f64.to_degrees()).abs() < 1e-6, "{error}");
    }
}
