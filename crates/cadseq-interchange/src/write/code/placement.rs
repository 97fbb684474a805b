//! Where a sketch lies, as numbers and names of a script.

use cadseq_program::{FaceReference, SketchPlane};
use glam::DVec3;

use cadseq_solid::Feature;

use super::Span;
use crate::LengthUnit;
use crate::write::Design;
use crate::write::number::number;

/// A height this near to what an expression gives is that height.
const SAME_HEIGHT: f64 = 1e-12;

/// Planes that CadQuery and build123d have by the same names, by x axis and normal.
const NAMED_PLANES: [(&str, DVec3, DVec3); 6] = [
    ("XY", DVec3::X, DVec3::Z),
    ("YZ", DVec3::Y, DVec3::X),
    ("ZX", DVec3::Z, DVec3::Y),
    ("XZ", DVec3::X, DVec3::NEG_Y),
    ("YX", DVec3::Y, DVec3::NEG_Z),
    ("ZY", DVec3::Z, DVec3::NEG_X),
];

/// A sketch's frame; each vector as three expressions.
pub(in crate::write) struct Placement {
    /// World position of the sketch's origin.
    pub(in crate::write) origin: [String; 3],
    /// Direction of sketch x.
    pub(in crate::write) x_axis: [String; 3],
    /// Direction of sketch y.
    pub(in crate::write) y_axis: [String; 3],
    /// Direction of a positive extrusion.
    pub(in crate::write) normal: [String; 3],
    /// The name under which CadQuery and build123d know these directions.
    pub(in crate::write) name: Option<&'static str>,
}

impl Placement {
    /// The placement of the sketch with this index.
    pub(in crate::write) fn new(design: &Design<'_>, sketch: usize, unit: LengthUnit) -> Self {
        let frame = &design.part.sketches[sketch].frame;
        let axes = (frame.x_axis(), frame.normal());
        let mut known = NAMED_PLANES.into_iter();
        let named = known.find(|&(_, x_axis, normal)| (x_axis, normal) == axes);
        Self {
            origin: origin(design, sketch, unit),
            x_axis: direction(frame.x_axis()),
            y_axis: direction(frame.y_axis()),
            normal: direction(frame.normal()),
            name: named.map(|(name, ..)| name),
        }
    }

    /// Whether the sketch's origin is the world's.
    pub(in crate::write) fn is_at_origin(&self) -> bool {
        self.origin.iter().all(|component| component == "0")
    }
}

/// `(x, y, z)`.
pub(in crate::write) fn tuple(vector: &[String; 3]) -> String {
    format!("({})", vector.join(", "))
}

fn direction(vector: DVec3) -> [String; 3] {
    vector.to_array().map(number)
}

/// The sketch's origin. On the start or end face of an extrude it is said with that extrude's
/// parameters, so that the sketch follows where they are edited.
fn origin(design: &Design<'_>, sketch: usize, unit: LengthUnit) -> [String; 3] {
    let placed = &design.part.sketches[sketch];
    let origin = placed.frame.origin();
    let mut written = origin.to_array().map(|value| unit.length(value));
    let SketchPlane::Face(face) = design.plane(placed) else {
        return written;
    };
    let (FaceReference::Start { extrude } | FaceReference::End { extrude }) = face else {
        return written;
    };
    let Feature::Extrude(extrusion) = &design.part.features[extrude];
    let base = &design.part.sketches[extrusion.sketch].frame;
    let span = Span::new(extrude + 1, extrusion);
    let (height, parameter) = match face {
        FaceReference::End { .. } => (extrusion.end, Some(span.end_parameter())),
        _ => (extrusion.start, span.start_parameter()),
    };
    let Some((sign, parameter)) = parameter else {
        return written;
    };
    for axis in 0..3 {
        let along = base.normal()[axis];
        let expected = base.origin()[axis] + along * height;
        if along.abs() == 1.0 && (origin[axis] - expected).abs() <= SAME_HEIGHT {
            let start = unit.length(base.origin()[axis]);
            written[axis] = sum(&start, sign * along, &parameter);
        }
    }
    written
}

/// `start + term` or `start - term`, without a start of 0.
fn sum(start: &str, sign: f64, term: &str) -> String {
    match (start, sign < 0.0) {
        ("0", false) => term.to_owned(),
        ("0", true) => format!("-{term}"),
        (_, false) => format!("{start} + {term}"),
        (_, true) => format!("{start} - {term}"),
    }
}
