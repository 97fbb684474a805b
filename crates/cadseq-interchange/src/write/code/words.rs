//! What the comments of a script say.

use cadseq_program::{BooleanOperation, FaceReference, SketchPlane};

use crate::LengthUnit;
use crate::write::Design;
use crate::write::design::Step;
use crate::write::escape::comment;

/// The lines at the top: what the file is and who made it, its units, the part's name. The name
/// comes third, since Python looks for an encoding in the first two.
pub(in crate::write) fn header(title: &str, unit: LengthUnit, name: &str) -> [String; 3] {
    [
        format!("{title}, written by cadseq {}", env!("CARGO_PKG_VERSION")),
        format!("Lengths in {}, angles in degrees", unit.plural()),
        format!("Part: {}", comment(name)),
    ]
}

/// `Sketch 2 on the end face of extrude 1`.
pub(in crate::write) fn sketch_title(design: &Design<'_>, step: &Step<'_>) -> String {
    let place = match design.plane(step.sketch) {
        SketchPlane::Origin(plane) => format!("on {plane}"),
        SketchPlane::Frame(_) => String::from("on a plane of its own"),
        SketchPlane::Face(FaceReference::Point(_)) => String::from("on a face"),
        SketchPlane::Face(FaceReference::Start { extrude }) => {
            format!("on the start face of extrude {}", extrude + 1)
        }
        SketchPlane::Face(FaceReference::End { extrude }) => {
            format!("on the end face of extrude {}", extrude + 1)
        }
        SketchPlane::Face(FaceReference::Side { sketch, curve }) => {
            format!(
                "on the side of curve {} of sketch {}",
                curve + 1,
                sketch + 1
            )
        }
    };
    format!("Sketch {} {place}", step.sketch_number())
}

/// `Extrude 2 of sketch 1: cut`.
pub(in crate::write) fn extrude_title(step: &Step<'_>) -> String {
    let what = match step.extrusion.boolean {
        BooleanOperation::New => "new body",
        other => other.name(),
    };
    format!(
        "Extrude {} of sketch {}: {what}",
        step.number,
        step.sketch_number()
    )
}
