//! Scaling about the camera's centre: another solid, the same picture.
//!
//! With the camera at `C`, the scaling `p -> C + k (p - C)` moves every point along its ray, so the
//! picture stays. A circle extruded by `d` has its sketch plane at height 0 and its other face at
//! height `d`; with `k = Cn / (Cn - d)`, where `Cn` is the camera's height over the sketch plane,
//! the other face comes to height 0 and the first to `-k d`. So (c, r, d) and
//! (C + k (c - C), k r, -k d) give one picture.
//!
//! A loop that starts at the origin has no such twin: its start would leave the origin.

use glam::{DVec2, DVec3};

use super::CanonicalOptions;
use crate::{Circle, Curve, Program, SingleExtrude};

/// The camera of the paper's pictures.
pub const PAPER_CAMERA_WORLD: DVec3 = DVec3::splat(20.0);

/// How far a twin's values may exceed the range through rounding, relative to it.
const RANGE_TOLERANCE: f64 = 1e-9;

/// One or more circles of one sketch on an origin plane and their one-sided extrude: the programs
/// that have a twin.
struct Cylinders {
    parts: SingleExtrude,
    circles: Vec<Circle>,
}

/// The program of the same picture whose other end face lies on the sketch plane.
///
/// `None` where the program is not one one-sided extrude of one profile of circles on an origin
/// plane, where the camera lies on or between the planes of the two faces, or where the options know
/// no camera. The twin of the twin is the
/// program. Its values may be out of range, see [`is_in_range`].
pub fn camera_twin(program: &Program, options: &CanonicalOptions) -> Option<Program> {
    Cylinders::of(program)?.twin(options.camera_world?)
}

/// Whether all values of an extrude of circles are within the options' range; `false` for a program
/// that cannot have a twin.
pub fn is_in_range(program: &Program, options: &CanonicalOptions) -> bool {
    let limit = options.range * (1.0 + RANGE_TOLERANCE);
    Cylinders::of(program).is_some_and(|cylinders| {
        let fits =
            |circle: &Circle| circle.center.abs().max_element() <= limit && circle.radius <= limit;
        cylinders.parts.depth.abs() <= limit && cylinders.circles.iter().all(fits)
    })
}

/// The member of a program and its twin that is canonical: one in range before one that is not,
/// then the one of positive depth.
pub fn canonical_twin(program: Program, options: &CanonicalOptions) -> Program {
    let Some(twin) = camera_twin(&program, options) else {
        return program;
    };
    let rank = |program: &Program| (is_in_range(program, options), depth(program) > 0.0);
    if rank(&twin) > rank(&program) {
        twin
    } else {
        program
    }
}

fn depth(program: &Program) -> f64 {
    Cylinders::of(program).map_or(0.0, |cylinders| cylinders.parts.depth)
}

impl Cylinders {
    fn of(program: &Program) -> Option<Self> {
        let parts = program.as_single_extrude()?;
        let as_circle = |curve: &Curve| match *curve {
            Curve::Circle(circle) => Some(circle),
            Curve::Line(_) | Curve::Arc(_) => None,
        };
        let circles = parts.curves.iter().map(as_circle).collect::<Option<_>>()?;
        Some(Self { parts, circles })
    }

    /// `None` also where scaling takes a value out of what programs may hold.
    fn twin(self, camera_world: DVec3) -> Option<Program> {
        let (camera, height) = self.parts.plane.to_sketch(camera_world);
        let depth = self.parts.depth;
        let scale = height / (height - depth);
        let is_before_camera = scale.is_finite() && scale > 0.0;
        if !is_before_camera {
            return None;
        }
        let scaled = |circle: &Circle| {
            Curve::Circle(Circle {
                center: scale_about(camera, circle.center, scale),
                radius: circle.radius * scale,
            })
        };
        let twin = SingleExtrude {
            curves: self.circles.iter().map(scaled).collect(),
            depth: -scale * depth,
            ..self.parts
        };
        twin.into_program().ok()
    }
}

fn scale_about(center: DVec2, point: DVec2, scale: f64) -> DVec2 {
    center + (point - center) * scale
}
